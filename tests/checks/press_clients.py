"""Make `pipeline/checks/clients.json` of the data of the npm package `caniemail`.

npm pack caniemail, unpack it, and then
python tests/checks/press_clients.py package/data/caniemail.json 2.0.2
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

TABLE = Path(__file__).parents[2] / "pipeline" / "checks" / "clients.json"
NOTICE = """\
From caniemail.com, MIT licence, copyright (c) 2019 Rémi Parmentier; packed for npm, MIT licence, \
copyright (c) Avi Goldman and Andrew Powell. See clients-licence.txt."""


def pressed(raw: dict[str, Any], version: str) -> dict[str, Any]:
    names, clients = raw["nicenames"], []
    for feature in raw["data"]:
        for family, platforms in feature["stats"].items():
            clients += [f"{family}.{platform}" for platform in platforms]
    known = sorted(set(clients))
    return {
        "notice": NOTICE,
        "source": f"caniemail {version}",
        "date": raw["last_update_date"][:10],
        "clients": {client: shown(client, names) for client in known},
        "features": {one["slug"]: feature_of(one, known) for one in raw["data"]},
    }


def shown(client: str, names: dict[str, dict[str, str]]) -> str:
    family, platform = client.split(".")
    place = names["platform"].get(platform, platform).replace("Desktop Webmail", "web")
    place = {"Mobile Webmail": "mobile web", "Outlook.com": "web"}.get(place, place)
    return f"{names['family'].get(family, family).replace('Mozilla ', '')} ({place})"


def feature_of(feature: dict[str, Any], clients: list[str]) -> dict[str, Any]:
    codes, notes = "", {}
    for number, client in enumerate(clients):
        family, platform = client.split(".")
        versions = feature["stats"].get(family, {}).get(platform)
        latest = versions[newest(list(versions))] if versions else "-"
        codes += latest[0]
        if marks := re.findall(r"#(\d+)", latest):
            notes[str(number)] = [int(mark) for mark in marks]
    told = {
        "title": feature["title"].strip(),
        "tested": feature["last_test_date"],
        "codes": codes,
        "notes": notes,
        "texts": feature["notes_by_num"] or {},
    }
    return {key: value for key, value in told.items() if value}


def newest(versions: list[str]) -> str:
    """What people have now: the last as they stand, unless all are days, or all are numbers.

    >>> newest(["2022-07", "2021-03"]), newest(["9.0", "10.0"]), newest(["2019", "16.80"])
    ('2022-07', '10.0', '16.80')
    """
    dated = [bool(re.match(r"20\d\d", version)) for version in versions]
    if len(set(dated)) > 1:
        return versions[-1]
    # Of two tests of the same program the later one stands first here and there.
    return max(versions, key=lambda one: [int(part) for part in re.findall(r"\d+", one)])


if __name__ == "__main__":
    read = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    lines = json.dumps(pressed(read, sys.argv[2]), ensure_ascii=False, separators=(",", ":"))
    # A line for each feature, so that a newer table can be read as a difference.
    lines = re.sub(r'(?<=[}"]),(?="(?:css|html|image|amp|bimi)[\w-]*":\{"title")', ",\n", lines)
    TABLE.write_text(lines.replace('"features":{', '"features":{\n') + "\n", "utf-8")
