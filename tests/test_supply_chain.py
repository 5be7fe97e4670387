"""What Broadside is made of is known, licensed for it, and at no version with a known weakness."""

from __future__ import annotations

import datetime as dt
import importlib.metadata
import json
import re
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests import supply_chain
from tests.conftest import ROOT
from tests.supply_chain import Package, locked

LOCKS = ("requirements.lock", "requirements-test.lock")
PACKAGES = locked((ROOT / "requirements.lock").read_text("utf-8"))


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_is_locked_to_one_version_by_its_hashes(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    packages = locked(text)
    assert len(packages) > 40
    assert len(packages) == len(re.findall(r"(?m)^[A-Za-z0-9]", text))
    assert [package.name for package in packages if not package.hashes] == []
    assert not re.search(r"(?m)^\s*(-e|--(?!hash)|git\+|https?:)", text)


def test_all_that_the_project_asks_for_is_locked() -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    versions = {package.name: package.version for package in PACKAGES}
    for wanted in map(Requirement, asked):
        assert wanted.specifier.contains(versions[wanted.name]), wanted


def test_every_licence_goes_with_ours() -> None:
    told = {package.name: supply_chain.licence(package) for package in PACKAGES}
    assert {name: one for name, one in told.items() if not supply_chain.may_be_used(one)} == {}


@pytest.mark.parametrize("expression", ["GPL-3.0-only", "AGPL-3.0-or-later", "MIT AND GPL-2.0", ""])
def test_what_would_change_our_licence_is_not_allowed(expression: str) -> None:
    assert not supply_chain.may_be_used(expression)


def test_the_list_of_parts_names_each_once_with_licence_and_hashes() -> None:
    made = supply_chain.sbom(PACKAGES, "1.0")
    assert made == supply_chain.sbom(PACKAGES, "1.0")
    assert (made["bomFormat"], made["specVersion"], made["version"]) == ("CycloneDX", "1.6", 1)
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}", made["serialNumber"])
    made["components"] = [part for part in made["components"] if part["type"] != "data"]
    refs = [part["bom-ref"] for part in made["components"]]
    assert len(set(refs)) == len(refs) == len(PACKAGES)
    for part in made["components"]:
        assert set(part) == {
            *("type", "bom-ref", "name", "version", "purl", "licenses", "externalReferences")
        }
        assert part["licenses"] != [{"expression": ""}]
        assert all(len(one["content"]) == 64 for one in part["externalReferences"][0]["hashes"])
    links = {one["ref"]: one["dependsOn"] for one in made["dependencies"]}
    assert set(links) == {*refs, "pkg:generic/broadside@1.0"}
    assert {ref for needs in links.values() for ref in needs} <= set(refs)
    weasyprint = next(ref for ref in refs if "weasyprint" in ref)
    assert any("pydyf" in ref for ref in links[weasyprint])


def test_what_stands_in_our_folders_is_on_the_list_with_its_licence() -> None:
    made = supply_chain.sbom(PACKAGES, "1.0")["components"]
    told = {part["name"]: str(part["licenses"][0]) for part in made if part["type"] == "data"}
    assert list(told) == [
        *("caniemail", "dicollecte-fr-classique", "lemminflect", "scowl", "wordnet"),
        "fogra39l-coated",
    ]
    assert [name for name, one in told.items() if "LicenseRef-" in one] == ["scowl", "wordnet"]
    # A licence that somebody files beside a table is that of something on the list.
    here = [
        path
        for folder in ("pipeline", "templates")
        for path in (supply_chain.ROOT / folder).rglob("*")
        if re.search(r"(?i)licen[cs]e\.txt$", path.name)
    ]
    words = [re.findall(r"[a-z0-9]{4,}", path.read_text(encoding="utf-8").lower()) for path in here]
    assert len(here) == 4
    assert all(any(name.split("-")[0] in one for name in told) for one in words)
    assert all(any(name.split("-")[0] in one for one in words) for name in told)


def test_another_lock_is_another_list() -> None:
    one, other = (supply_chain.sbom(PACKAGES[:count], "1.0") for count in (3, 4))
    assert one["serialNumber"] != other["serialNumber"]


# Known weaknesses --------------------------------------------------------------------------


def test_no_locked_version_has_a_weakness_that_was_mended() -> None:
    known = [*supply_chain.records(supply_chain.KNOWN)]
    assert len(known) >= 9
    assert [*supply_chain.audit(PACKAGES, known)] == []


def test_an_older_version_would_be_told() -> None:
    old = [Package(name="weasyprint", version="69.0"), Package(name="jinja2", version="3.1.5")]
    told = [*supply_chain.audit(old, supply_chain.records(supply_chain.KNOWN))]
    assert [line.split(" ")[2] for line in told] == [
        *("CVE-2026-55073", "GHSA-r543-q48m-4c9j", "CVE-2025-27516")
    ]
    assert told[0].endswith("(mended in 70.0)")


def _record(name: str, events: list[dict[str, str]], **more: object) -> dict[str, object]:
    ranges = [{"type": "ECOSYSTEM", "events": events}]
    package = {"ecosystem": "PyPI", "name": name}
    return {"id": "X-1", "affected": [{"package": package, "ranges": ranges}], **more}


@pytest.mark.parametrize(
    ("version", "events", "is_weak"),
    [
        ("1.0", [{"introduced": "0"}], True),
        ("1.0", [{"introduced": "0"}, {"fixed": "1.0"}], False),
        ("1.0", [{"introduced": "0"}, {"last_affected": "1.0"}], True),
        ("1.1", [{"introduced": "0"}, {"last_affected": "1.0"}], False),
        ("1.10", [{"introduced": "1.2"}, {"fixed": "1.9"}], False),
        ("2.5", [{"introduced": "0"}, {"fixed": "1.0"}, {"introduced": "2"}, {"fixed": "3"}], True),
        (
            "1.5",
            [{"introduced": "0"}, {"fixed": "1.0"}, {"introduced": "2"}, {"fixed": "3"}],
            False,
        ),
    ],
)
def test_a_version_is_weak_from_where_it_began_until_it_was_mended(
    version: str, events: list[dict[str, str]], is_weak: bool
) -> None:
    mine = [Package(name="some-name", version=version)]
    assert bool([*supply_chain.audit(mine, [_record("Some_Name", events)])]) is is_weak
    withdrawn = _record("Some_Name", events, withdrawn="2026-01-01T00:00:00Z")
    assert [*supply_chain.audit(mine, [withdrawn])] == []


def test_a_snapshot_is_read_as_it_comes_and_told_when_it_is_old(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    weak = _record("nh3", [{"introduced": "0"}], modified="2026-01-10T08:00:00Z", summary="Bad")
    fine = _record("nh3", [{"introduced": "0"}, {"fixed": "0.1"}], modified="2026-01-10T08:00:00Z")
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("X-1.json", json.dumps(fine))
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / "X-1.json").write_text(json.dumps(weak))
    (tmp_path / "one.json").write_text(json.dumps([fine]))

    def told(name: str, now: str) -> tuple[int, str]:
        code = supply_chain.main(["audit", "--osv", str(tmp_path / name), "--now", now])
        return code, capsys.readouterr().out

    assert told("all.zip", "2026-02-01")[0] == told("one.json", "2026-02-09")[0] == 0
    code, said = told("records", "2026-02-01")
    assert code == 1
    assert re.search(r"^nh3 \S+: X-1 Bad \(not mended yet\)$", said, re.MULTILINE)
    code, said = told("all.zip", "2026-03-01")
    assert code == 1
    assert "the snapshot ends on 2026-01-10, 50 days ago: get a newer one" in said
    assert supply_chain.age([], dt.date(2026, 1, 1)) == "the snapshot is empty: get it again"


UNSEEN = {"tzdata"}
"""Read by Python itself."""


def test_every_dependency_is_of_use() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    names = {re.split(r"[=>]", one)[0] for one in declared} - UNSEEN
    code = "\n".join(path.read_text("utf-8") for path in (ROOT / "pipeline").rglob("*.py"))
    modules: dict[str, set[str]] = {}
    for module, distributions in importlib.metadata.packages_distributions().items():
        for name in distributions:
            modules.setdefault(name.lower().replace("_", "-"), set()).add(module)
    unused = [
        name
        for name in names
        if not any(re.search(rf"\b{module}\b", code) for module in modules[name])
    ]
    assert unused == []
