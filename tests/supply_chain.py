"""What Broadside is made of besides itself: licences, a list of parts (SBOM), known weaknesses.

    python -m tests.supply_chain licences
    python -m tests.supply_chain sbom
    python -m tests.supply_chain audit [--osv SNAPSHOT] [--now 2026-03-01]

A snapshot is what OSV offers for PyPI: a ZIP or a folder of its records, or one file of them.
Nothing is asked of any server.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import sys
import uuid
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from packaging.version import Version

ROOT = Path(__file__).parent.parent
LOCK = ROOT / "requirements.lock"
KNOWN = Path(__file__).parent / "advisories.json"
"""Weaknesses of these very packages that were mended: no version may fall behind."""
STALE = 30
"""Days after which a snapshot tells too little."""

ALLOWED = {
    *("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MIT", "MIT-0", "MIT-CMU", "OFL-1.1"),
    *("PSF-2.0", "MPL-1.1", "MPL-2.0"),
    # Installed as it is and imported, never changed or copied into ours.
    "LGPL-3.0-or-later",
}
SPDX = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "SIL Open Font License 1.1 (OFL-1.1)": "OFL-1.1",
}
TABLES = (
    ("caniemail", "2.0.2", "pkg:npm/caniemail@2.0.2", "MIT", "pipeline/checks"),
    *(
        (name, version, f"pkg:generic/{name}@{version}", told, "pipeline/checks")
        for name, version, told in (
            ("dicollecte-fr-classique", "7.0", "MPL-2.0"),
            ("lemminflect", "0.2.3", "MIT"),
            ("scowl", "2020.12.07", "LicenseRef-SCOWL"),
            ("wordnet", "3.0", "LicenseRef-WordNet"),
        )
    ),
    (
        *("fogra39l-coated", "2022.20230122", "pkg:deb/debian/texlive-base@2022.20230122"),
        *("Zlib", "templates/_shared/press"),
    ),
)
"""What stands in our folders, as it is or made into a table, with its licence beside it: no package
to install."""
READ = {
    "brotlicffi": "MIT",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "pyphen": "GPL-2.0-or-later OR LGPL-2.1-or-later OR MPL-1.1",
}
"""Read by a person: the package's own words are ambiguous, or it is only installed elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    name: str
    version: str
    marker: str = ""
    """On which machines it is installed; empty for all."""
    hashes: tuple[str, ...] = ()

    @property
    def purl(self) -> str:
        return f"pkg:pypi/{self.name}@{self.version}"


def locked(text: str) -> tuple[Package, ...]:
    """Every package of a lock file."""
    packages = []
    for entry in re.split(r"(?m)^(?=[A-Za-z0-9])", text.replace("\\\n", "")):
        if found := re.match(r"([\w.-]+)==([^\s;]+)(?:\s*;\s*([^#\n]*?))?(?=\s|$)", entry):
            hashes = tuple(sorted(re.findall(r"--hash=sha256:([0-9a-f]{64})\b", entry)))
            marker = (found[3] or "").split("--hash")[0].strip()
            named = Package(name=_plain(found[1]), version=found[2], marker=marker, hashes=hashes)
            packages.append(named)
    return tuple(packages)


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


# Licences ------------------------------------------------------------------------------------


def licence(package: Package) -> str:
    """An SPDX expression; empty if none can be told."""
    if package.name in READ:
        return READ[package.name]
    try:
        told = metadata.metadata(package.name)
    except metadata.PackageNotFoundError:
        return ""
    written = told.get("License-Expression") or told.get("License") or ""
    if written in ALLOWED or " OR " in written or " AND " in written:
        return written
    classes = [line.split("::")[-1].strip() for line in told.get_all("Classifier", [])]
    named = dict.fromkeys(SPDX[line] for line in classes if line in SPDX)
    return " OR ".join(named) or {"SIL OFL 1.1": "OFL-1.1", "Python": "PSF-2.0"}.get(
        written, written
    )


def may_be_used(expression: str) -> bool:
    """Whether one of its alternatives is allowed whole.

    >>> may_be_used("GPL-2.0-or-later OR MPL-1.1"), may_be_used("MIT AND GPL-3.0-only")
    (True, False)
    """
    return any(
        all(part.strip("() ") in ALLOWED for part in choice.split(" AND "))
        for choice in expression.split(" OR ")
    )


def licences(packages: Iterable[Package]) -> Iterator[str]:
    for package in packages:
        told = licence(package) or "?"
        remark = "" if may_be_used(told) else "  NOT ALLOWED"
        yield f"{package.name:<26} {package.version:<12} {told}{remark}"
    for name, version, _, told, where in TABLES:
        yield f"{name:<26} {version:<12} {told}  (in {where})"


# The list of parts ---------------------------------------------------------------------------


def sbom(packages: Sequence[Package], version: str) -> dict[str, Any]:
    """CycloneDX 1.6; the same for the same lock, so it carries no moment."""
    us = f"pkg:generic/broadside@{version}"
    parts = "\n".join(f"{package.purl} {' '.join(package.hashes)}" for package in packages)
    direct = _needs("broadside", packages)
    tree = {us: direct, **{package.purl: _needs(package.name, packages) for package in packages}}
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": uuid.uuid5(uuid.NAMESPACE_URL, f"{us}\n{parts}").urn,
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": us,
                "name": "broadside",
                "version": version,
                "licenses": [{"license": {"id": "MIT"}}],
            }
        },
        "components": [*map(_component, packages), *(_table(*table[:4]) for table in TABLES)],
        "dependencies": [{"ref": ref, "dependsOn": list(needs)} for ref, needs in tree.items()],
    }


def _component(package: Package) -> dict[str, Any]:
    told = licence(package)
    is_one = told and " " not in told
    return {
        "type": "library",
        "bom-ref": package.purl,
        "name": package.name,
        "version": package.version,
        "purl": package.purl,
        "licenses": [{"license": {"id": told}}] if is_one else [{"expression": told}],
        "externalReferences": [
            {
                "type": "distribution",
                "url": package.purl,
                "hashes": [{"alg": "SHA-256", "content": each} for each in package.hashes],
            }
        ],
    }


def _table(name: str, version: str, purl: str, told: str) -> dict[str, Any]:
    return {
        "type": "data",
        "bom-ref": purl,
        "name": name,
        "version": version,
        "purl": purl,
        # A licence without a name of SPDX's can only be an expression (SPDX 2.3, 10.1).
        "licenses": [{"expression": told}] if "Ref-" in told else [{"license": {"id": told}}],
    }


def _needs(name: str, packages: Sequence[Package]) -> tuple[str, ...]:
    try:
        wanted = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        wanted = []
    names = {_plain(re.match(r"[\w.-]+", line)[0]) for line in wanted if "extra ==" not in line}  # type: ignore[index]
    return tuple(package.purl for package in packages if package.name in names)


# Known weaknesses ----------------------------------------------------------------------------


def records(path: Path) -> Iterator[Mapping[str, Any]]:
    """OSV's records in a ZIP, in a folder, or in one file."""
    if path.is_dir():
        for file in sorted(path.rglob("*.json")):
            yield from _records(file.read_bytes())
    elif zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            for name in sorted(archive.namelist()):
                if name.endswith(".json"):
                    yield from _records(archive.read(name))
    else:
        yield from _records(path.read_bytes())


def _records(content: bytes) -> Iterator[Mapping[str, Any]]:
    told = json.loads(content)
    yield from told if isinstance(told, list) else [told]


def audit(packages: Iterable[Package], known: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """A line for each weakness that a locked version has."""
    versions = {package.name: package.version for package in packages}
    for record in known:
        if record.get("withdrawn"):
            continue
        for affected in record.get("affected", ()):
            one = affected.get("package", {})
            name = _plain(one.get("name", ""))
            if one.get("ecosystem") == "PyPI" and name in versions:
                found = _weakness(versions[name], affected)
                if found is not None:
                    mended = f"mended in {found}" if found else "not mended yet"
                    told = record.get("summary") or "no summary"
                    yield f"{name} {versions[name]}: {record['id']} {told} ({mended})"


def _weakness(version: str, affected: Mapping[str, Any]) -> str | None:
    """In which version it was mended, empty if in none; None if this one has it not."""
    here = Version(version)
    for told in affected.get("ranges", ()):
        since = None
        for event in told.get("events", ()) if told.get("type") == "ECOSYSTEM" else ():
            if "introduced" in event:
                since = Version(event["introduced"])
            elif since is not None and since <= here:
                if "fixed" in event and here < Version(event["fixed"]):
                    return str(event["fixed"])
                if "last_affected" in event and here <= Version(event["last_affected"]):
                    return ""
                since = None
        if since is not None and since <= here:
            return ""
    return "" if version in affected.get("versions", ()) else None


def age(known: Sequence[Mapping[str, Any]], now: dt.date) -> str:
    """What to say of a snapshot that is too old to be relied on; nothing of a fresh one."""
    newest = max((str(record.get("modified", ""))[:10] for record in known), default="")
    if not newest:
        return "the snapshot is empty: get it again"
    days = (now - dt.date.fromisoformat(newest)).days
    return (
        f"the snapshot ends on {newest}, {days} days ago: get a newer one" if days > STALE else ""
    )


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.supply_chain")
    parser.add_argument("task", choices=["licences", "sbom", "audit"])
    parser.add_argument("--osv", type=Path)
    parser.add_argument("--now", type=dt.date.fromisoformat)
    asked = parser.parse_args(argv)
    packages = locked(LOCK.read_text("utf-8"))
    if asked.task == "licences":
        print("\n".join(licences(packages)))
        return 0
    if asked.task == "sbom":
        print(json.dumps(sbom(packages, metadata.version("broadside")), indent=1))
        return 0
    known = [*records(KNOWN)]
    remark = ""
    if asked.osv:
        known += (snapshot := [*records(asked.osv)])
        remark = age(snapshot, asked.now or dt.datetime.now(dt.UTC).date())
    found = [*dict.fromkeys(audit(packages, known))]
    print("\n".join(found or [f"{len(packages)} packages, {len(known)} records: nothing known"]))
    if remark:
        print(remark)
    return 1 if found or remark else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
