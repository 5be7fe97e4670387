"""What is remembered of an edition: what went in, what came out, what was said of it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import field
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any

from pipeline import outputs, stamps, vetting
from pipeline.errors import Finding, Level, Location
from pipeline.frozen import dataclass
from pipeline.model.editions import Edition

RECEIPT = outputs.RECEIPT
SHARED = "_shared"
Provenance = Mapping[str, Any]
"""What is remembered of an edition, or of it in one language."""
PREVIEW = ".preview.png"
"""The picture of the first page, hidden beside the files."""
PAGES = ("index.html", "*/index*.html", "*/feed*.xml", "*/feed*.json")
"""What stands beside the editions."""
ORIGINS = "origins"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What became of one edition in one language."""

    publication: str
    slug: str
    """The name of its folder: that of the edition, and whom a copy is for."""
    language: str
    status: str
    """`made`, `unchanged` or `refused`."""
    files: Mapping[str, int] = field(default_factory=dict)
    """Name -> bytes."""
    pages: Mapping[str, int] = field(default_factory=dict)
    """Name of a PDF -> its pages."""
    findings: tuple[Finding, ...] = ()
    subject: str = ""
    preheader: str = ""
    inputs: Mapping[str, str] = field(default_factory=dict)
    """What it is made from, as its receipt has it."""

    @property
    def folder(self) -> PurePosixPath:
        return PurePosixPath(self.publication, self.slug, self.language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The files of an edition, as a worker hands them back."""

    files: Mapping[str, bytes]
    findings: tuple[Finding, ...]
    pages: Mapping[str, int]
    leftward: Mapping[str, bytes]
    """By template, what was printed in letters that run from the right."""


def report(
    edition: Edition,
    made: Made | None,
    status: str,
    given: Mapping[str, str] = MappingProxyType({}),
) -> Report:
    return Report(
        inputs=given,
        publication=edition.publication.slug,
        slug=edition.folder,
        language=edition.language,
        status=status,
        files=_declared(edition, {n: len(c) for n, c in made.files.items()}) if made else {},
        pages=made.pages if made else {},
        findings=made.findings if made else (),
        subject=str(getattr(edition.lead, "subject", "")),
        preheader=str(getattr(edition.lead, "preheader", "")),
    )


def _declared(edition: Edition, sizes: Mapping[str, int]) -> dict[str, int]:
    """The files in the order of the declaration, whether they were made just now or long ago."""
    order = {output.name: number for number, output in enumerate(edition.publication.outputs)}

    def key(name: str) -> tuple[int, str]:
        return order.get(name, order.get(name.split("/")[0], len(order))), name

    return {name: sizes[name] for name in sorted(sizes, key=key) if name != PREVIEW}


def place(edition: Edition) -> PurePosixPath:
    return PurePosixPath(edition.publication.slug, edition.folder)


def of(out: Path, edition: Edition) -> Provenance:
    """What went into the edition that stands in *out*; nothing if that cannot be told."""
    return _read(out.joinpath(*place(edition).parts, RECEIPT))


def files(told: Provenance) -> dict[str, str]:
    """Every file of an edition, by its place in the folder, with the digest it was written with."""
    found: dict[str, str] = {}
    for language, entry in told.get("languages", {}).items():
        names = entry.get("files")
        for name, digest in names.items() if isinstance(names, dict) else ():
            found[f"{language}/{name}"] = str(digest)
    return found


def _read(path: Path, content: Callable[[Path], bytes | None] = outputs.read) -> Provenance:
    told = stamps.unsealed(content(path))
    languages = told.get("languages")
    if not isinstance(languages, dict):
        return {}
    are_whole = (
        vetting.is_name(code) and vetting.is_whole(entry) for code, entry in languages.items()
    )
    return told if all(are_whole) else {}


def unchanged(
    out: Path, edition: Edition, kept: Provenance, given: Mapping[str, str]
) -> Report | None:
    """The report of an edition that stands there as it would be made now."""
    try:
        known = kept["languages"][edition.language]
        if known["inputs"] != given:
            return None
        sizes = {}
        for name, digest in known["files"].items():
            path = out.joinpath(*place(edition).parts, edition.language, *name.split("/"))
            content = outputs.read(path)
            if content is None or stamps.digest(content) != digest:
                return None
            sizes[name] = len(content)
        findings = tuple(finding(told) for told in known["findings"])
        if stamps.entries(edition, findings) != known.get("lines", ""):
            return None
        pages = {str(name): int(count) for name, count in known["pages"].items()}
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
    told = report(edition, None, "unchanged", given)
    return dataclasses.replace(
        told, files=_declared(edition, sizes), pages=pages, findings=findings
    )


def entry(edition: Edition, given: Mapping[str, str], made: Made) -> dict[str, Any]:
    lines = stamps.entries(edition, made.findings)
    return {
        "inputs": dict(given),
        **({"lines": lines} if lines else {}),
        "house": edition.organisation.name.plain,
        "title": edition.title.plain,
        "subject": str(getattr(edition.lead, "subject", "")),
        "preheader": str(getattr(edition.lead, "preheader", "")),
        "number": str(getattr(edition.lead, "number", "")),
        "date": edition.date.isoformat(),
        "dated": str(getattr(edition.lead, "date", None) or edition.date.isoformat()),
        "embargo": edition.embargo.isoformat() if edition.embargo else "",
        **({"newsroom": edition.newsroom} if edition.newsroom else {}),
        "sizes": {name: len(content) for name, content in sorted(made.files.items())},
        "sources": sorted({where.path.as_posix() for where in stamps.places(edition)}),
        **({"names": names} if (names := sorted(set(_named(edition)))) else {}),
        "pictures": {picture.name: picture.digest for picture in edition.pictures},
        "files": {name: stamps.digest(content) for name, content in sorted(made.files.items())},
        "pages": dict(made.pages),
        "findings": [_told(finding) for finding in made.findings],
    }


def _named(edition: Edition) -> Iterator[str]:
    """Whom letters and kits in it name: a template may print that, and nothing else of them."""
    told = (edition.lead, *(item for run in edition.sections.values() for item in run.items))
    for folder, field_ in (("news", "items"), ("releases", "releases")):
        for names in (getattr(one, field_, ()) for one in told):
            listed = names if isinstance(names, tuple) else ()
            yield from (f"{folder}/{name}" for name in listed if isinstance(name, str))
    for each in edition.enclosed:
        yield from _named(each)


def _told(one: Finding) -> list[Any]:
    place = [one.location.path.as_posix(), one.location.line, one.location.column]
    return [one.code, one.message, one.remedy, *place, one.level.value]


def finding(told: list[Any]) -> Finding:
    code, message, remedy, path, line, column, level = told
    return Finding(code, message, remedy, Location(PurePosixPath(path), line, column), Level(level))


def inputs(
    edition: Edition, drawn: Mapping[str, str], proof: str
) -> Callable[[], Mapping[str, str]]:
    """Digests of all that the files are made from; those of the templates as they are *drawn*.

    *proof* is that of what finished files are held against. What does not change meanwhile is told
    when it is asked for.
    """
    folders = dict.fromkeys(one.publication.slug for one in (edition, *edition.enclosed))
    known = {f"templates/{name}": drawn.get(name, "") for name in (*folders, SHARED)}

    @functools.cache
    def told() -> Mapping[str, str]:
        program = {"environment": stamps.environment()}
        return {"edition": stamps.of_value(edition), "proof": proof, **known, **program}

    return told


def receipts(out: Path) -> list[Path]:
    """The receipts of the editions that stand in *out*, whole or not.

    Raises OSError if the disk does not list a folder now.
    """
    places = (place for shelf in outputs.listed(out) for place in outputs.listed(shelf))
    return [path for place in places if outputs.stands(path := place / RECEIPT)]


def are_open(out: Path) -> bool:
    """Whether we may read all the receipts there are: else more may stand there tomorrow."""
    shelves = outputs.listed(out)
    places = [place for shelf in shelves for place in outputs.listed(shelf)]
    folders = filter(os.path.isdir, (*shelves, *places))
    return all(map(outputs.is_open, (out, *folders, *receipts(out))))


def stand(out: Path, reports: Iterable[Report], digests: Mapping[str, str]) -> bool:
    """Whether the editions of *reports* stand there, and no others in their places meanwhile."""
    for one in reports:
        told = told_by(out / one.folder.parent / RECEIPT).get("languages", {}) if one.files else {}
        entry = told.get(one.language, {})
        files = entry.get("files", {}).items()
        if one.files and (entry.get("inputs") != one.inputs or not files):
            return False
        if any(digests.get(f"{one.folder.as_posix()}/{name}") != digest for name, digest in files):
            return False
    return True


def made(out: Path) -> Iterator[Path]:
    """What builds have put into *out*: pages of their own, and what receipts tell of.

    Where a receipt is not whole, all beside it may be ours; anything else is somebody's own.
    """
    for form in PAGES:
        yield from out.glob(form)
    for receipt in receipts(out):
        told = _read(receipt)
        beside = (receipt.parent / name for name in files(told))
        yield from beside if told else receipt.parent.rglob("*")


def told_by(receipt: Path) -> Provenance:
    """What is told of an edition; nothing if that cannot be made out.

    Raises OSError if the disk does not give it now.
    """
    return _read(receipt, outputs.seen)


def standing(out: Path) -> Iterator[tuple[PurePosixPath, Provenance]]:
    """Every edition that stands in *out*, with its provenance, for the index.

    Raises OSError if the disk does not give one now.
    """
    for receipt in receipts(out):
        if told := told_by(receipt):
            yield folder_of(out, receipt), told


def folder_of(out: Path, receipt: Path) -> PurePosixPath:
    return PurePosixPath(*receipt.parent.relative_to(out).parts)


def is_held(entry: Provenance, now: dt.datetime) -> bool:
    """Whether it is under embargo, or for one newsroom alone."""
    if entry.get("newsroom"):
        return True
    embargo = entry.get("embargo")
    return bool(embargo) and now < dt.datetime.fromisoformat(str(embargo))


def is_of(told: Provenance, houses: Collection[str]) -> bool:
    """Whether an edition is one of the house that has these names, each in a language.

    Two houses may be built into one folder: neither tidies up after the other.
    """
    by = {entry["house"] for entry in told["languages"].values() if "house" in entry}
    return not by or not by.isdisjoint(houses)


class Origins:
    """Which folder of sources each edition in *out* was made of last.

    And which folder of templates declared each publication. Two folders may bear the same name, and
    so may their houses. Nothing is written but digests, of the way from one folder to the other, so
    that both may be moved together.
    """

    def __init__(self, out: Path, sources: Path, templates: Path) -> None:
        self._out = out
        self._path = out / outputs.RECORDS / ORIGINS
        self._own, self._drawn = (
            self._short(os.path.relpath(p, out)) for p in (sources, templates)
        )
        self._told = stamps.unsealed(outputs.read(self._path))

    def is_of_others(self, folder: PurePosixPath) -> bool:
        return bool(self._told.get(self._short(folder.as_posix()), self._own) != self._own)

    def is_drawn_here(self, shelf: str) -> bool:
        return self._told.get(self._short(shelf)) == self._drawn

    def keep(self, mine: Collection[str]) -> None:
        """Remember that the folders *mine* are made of these sources, and forget what has gone."""
        standing = {folder_of(self._out, path).as_posix() for path in receipts(self._out)}
        mine = standing.intersection(mine)
        names = {*standing, *(name.partition("/")[0] for name in standing)}
        told = {key: self._told[key] for key in map(self._short, names) if key in self._told}
        told |= {self._short(name.partition("/")[0]): self._drawn for name in mine}
        told |= {self._short(name): self._own for name in mine}
        content = stamps.sealed(told)
        if outputs.read(self._path) != content:
            outputs.replace(self._path, content, lasting=False)

    def _short(self, name: str) -> str:
        return stamps.digest(name.encode("utf-8", "surrogateescape"))[:16]
