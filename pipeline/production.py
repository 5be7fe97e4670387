"""Run the line: editions in, finished files out; what is made of the same things is kept."""

from __future__ import annotations

import dataclasses
import hashlib
import importlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from pipeline import assets, outputs, stamps, workers
from pipeline.embargo.lock import OPEN, Lock
from pipeline.errors import BroadsideError, Finding, Level, Location
from pipeline.model import NOWHERE, Edition, Output, Picture, Refused
from pipeline.renderers.job import PROFILES, Job
from pipeline.typesetting import Typesetter

RENDERERS: Mapping[str, str] = {
    "booklet": "booklet",
    "cover": "cover",
    "docx": "docx",
    "email": "email",
    "eml": "eml",
    "ics": "ics",
    "kit": "kit",
    "pdf": "pdf",
    "pictures": "beside",
    "plain": "plain",
    "pptx": "pptx",
    "slides": "slides",
    "web": "web",
}
"""The name in a declaration -> the module in `renderers/`, imported when it is first needed."""

PROVENANCE = outputs.RECEIPT
Provenance = Mapping[str, Any]
"""What is remembered of an edition, or of it in one language."""
PREVIEW = ".preview.png"
"""The picture of the first page, hidden beside the files."""
PREVIEW_WIDTH = 480
"""In pixels."""


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

    @property
    def folder(self) -> PurePosixPath:
        return PurePosixPath(self.publication, self.slug, self.language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The files of an edition, as a worker hands them back."""

    files: Mapping[str, bytes]
    findings: tuple[Finding, ...]
    pages: Mapping[str, int]


def produce(edition: Edition, typesetter: Typesetter, say: Callable[[str, int], None]) -> Made:
    """The outputs of *edition*, in the order declared.

    A renderer sees what was made before it, so an e-mail can take up the HTML and the text above
    it and a kit can zip them all: the order of the declaration is the order of the work.
    """
    made: dict[str, bytes] = {}
    findings: list[Finding] = list(edition.findings)
    words = typesetter.words(edition.language)
    answers = Answers(edition.pictures, typesetter.profiles(edition.publication.slug))
    for output in edition.publication.outputs:
        say(output.name, 0)
        page = typesetter.set(edition, output.template) if output.template else ""
        say(output.name, len(page))
        render = renderer(output.renderer, output.where)
        above = dict(made)
        if "editions" in output.options:
            above |= _enclosed(edition, output, typesetter, say, findings)
        job = Job(edition, output, page, above, answers, words, findings.append)
        finished = render(job)
        made.update({output.name: finished} if isinstance(finished, bytes) else finished)
    pages = {name: _pages(content) for name, content in made.items() if name.endswith(".pdf")}
    return Made(files=made, findings=tuple(dict.fromkeys(findings)), pages=pages)


def pictured(made: Made) -> Made:
    """*made* with a picture of its first page, for the index to show."""
    pdf = next((content for name, content in made.files.items() if name.endswith(".pdf")), None)
    if pdf is None:
        return made
    from pipeline.renderers import page_pictures

    shown = page_pictures.render_page(pdf, 1, PREVIEW_WIDTH)
    return dataclasses.replace(made, files={**made.files, PREVIEW: shown})


def _enclosed(
    edition: Edition,
    output: Output,
    typesetter: Typesetter,
    say: Callable[[str, int], None],
    findings: list[Finding],
) -> dict[str, bytes]:
    """The files of the editions that travel along: `releases/<slug>/release.pdf` and its like."""
    files: dict[str, bytes] = {}
    wanted = tuple(output.options.get("formats", ("",)))
    for inner in edition.enclosed:
        publication = inner.publication
        chosen = tuple(one for one in publication.outputs if one.name.endswith(wanted))
        publication = dataclasses.replace(publication, outputs=chosen)
        made = produce(dataclasses.replace(inner, publication=publication), typesetter, say)
        findings += made.findings
        files |= {f"releases/{inner.slug}/{name}": made.files[name] for name in made.files}
    return files


def renderer(name: str, where: Location) -> Callable[[Job], bytes | Mapping[str, bytes]]:
    if name not in RENDERERS:
        remedy = f"known are {', '.join(RENDERERS)}"
        raise BroadsideError(Finding("O108", f"there is no renderer {name!r}", remedy, where))
    module = importlib.import_module(f"pipeline.renderers.{RENDERERS[name]}")
    render: Callable[[Job], bytes | Mapping[str, bytes]] = module.render
    return render


def _pages(pdf: bytes) -> int:
    from pipeline.renderers import page_pictures

    return page_pictures.count(pdf)


class Answers(Mapping[str, bytes]):
    """The manifest: every address that a page or a press may name, read when it is asked for."""

    def __init__(
        self, pictures: Iterable[Picture], profiles: Mapping[str, Path] | None = None
    ) -> None:
        self._pictures = {picture.url: picture for picture in pictures}
        self._profiles = {f"{PROFILES}{name}": path for name, path in (profiles or {}).items()}
        self._read: dict[str, bytes] = {}

    def __getitem__(self, url: str) -> bytes:
        if url in self._profiles:
            return self._profiles[url].read_bytes()
        if url not in self._read:
            picture = self._pictures[url]
            self._read[url] = assets.load(Path(picture.path), picture.where)
        return self._read[url]

    def __contains__(self, url: object) -> bool:
        # To know its name is not to need its pixels.
        return url in self._pictures or url in self._profiles

    def __iter__(self) -> Iterator[str]:
        return iter((*self._pictures, *self._profiles))

    def __len__(self) -> int:
        return len(self._pictures) + len(self._profiles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Where the work is done and by how many hands."""

    typesetter: Typesetter
    templates: Path
    out: Path
    jobs: int = 1
    force: bool = False
    limits: workers.Limits = workers.LIMITS
    lock: Lock = OPEN
    """Reads every finished byte before it is put in place."""
    read_back: Callable[[Edition, Mapping[str, bytes]], Iterable[Finding]] = lambda *_: ()
    """What a proofreader says of finished files; with an error the edition is not published."""
    said: Callable[[str], None] = lambda _: None
    """Told what is being made, for a person who waits."""


def run(line: Line, orders: Iterable[Edition | Refused]) -> Iterator[Report]:
    """Make every edition, and put its languages in place together."""
    todo: dict[tuple[str, str], list[Edition]] = {}
    for order in orders:
        if isinstance(order, Refused):
            yield _refusal(order)
        else:
            todo.setdefault((order.publication.slug, order.slug), []).append(order)
    environment = stamps.environment()
    stale: list[tuple[Edition, str]] = []
    for editions in todo.values():
        kept = _provenance(line.out, editions[0])
        for edition in editions:
            key = _key(edition, line.templates, environment)
            report = None if line.force else _unchanged(line.out, edition, kept, key)
            if report:
                yield report
            else:
                stale.append((edition, key))
    yield from _make(line, stale)


def _make(line: Line, stale: list[tuple[Edition, str]]) -> Iterator[Report]:
    """Make the editions that are not as they should be; one by one they take their places."""

    def task(number: int, say: Callable[[str, int], None]) -> Made:
        edition = stale[number][0]
        made = produce(edition, line.typesetter, say)
        line.lock.refuse(edition, made.files)
        said = tuple(line.read_back(edition, made.files))
        return pictured(dataclasses.replace(made, findings=(*made.findings, *said)))

    waiting: dict[tuple[str, str], list[int]] = {}
    for number, (edition, _) in enumerate(stale):
        waiting.setdefault((edition.publication.slug, edition.slug), []).append(number)
    done: dict[int, Made] = {}
    tell = _telling(line, stale)
    for number, outcome in workers.run(task, len(stale), line.jobs, tell, line.limits):
        edition = stale[number][0]
        occasion = (edition.publication.slug, edition.slug)
        if isinstance(outcome, Made) and not _errors(outcome.findings):
            done[number] = outcome
        else:
            yield _not_made(edition, outcome)
            waiting[occasion].remove(number)
        if all(other in done for other in waiting[occasion]) and waiting[occasion]:
            mine = [(*stale[other], done[other]) for other in waiting.pop(occasion)]
            yield from _put_in_place(line, mine)
            waiting[occasion] = []


def _put_in_place(line: Line, mine: list[tuple[Edition, str, Made]]) -> Iterator[Report]:
    try:
        _publish(line, mine)
    except BroadsideError as error:
        yield from (_not_made(edition, error) for edition, _, _ in mine)
    else:
        yield from (_report(edition, made, "made") for edition, _, made in mine)


def _telling(line: Line, stale: list[tuple[Edition, str]]) -> Callable[[int, str], None]:
    def tell(number: int, name: str) -> None:
        edition = stale[number][0]
        line.said(f"{edition.publication.slug} {edition.slug} {edition.language}: {name}")

    return tell


def _errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.level is Level.ERROR)


def _not_made(edition: Edition, outcome: Made | BroadsideError) -> Report:
    """The refusal; what a process could not place is told at the source or the declaration."""
    lead = edition.lead.where if edition.lead else edition.publication.where
    findings = tuple(
        dataclasses.replace(finding, location=lead) if finding.location == NOWHERE else finding
        for finding in outcome.findings
    )
    return dataclasses.replace(_report(edition, None, "refused"), findings=findings)


def _refusal(order: Refused) -> Report:
    return Report(
        publication=order.publication.slug,
        slug=order.slug,
        language=order.language,
        status="refused",
        findings=order.findings,
    )


def _report(edition: Edition, made: Made | None, status: str) -> Report:
    return Report(
        publication=edition.publication.slug,
        slug=edition.folder,
        language=edition.language,
        status=status,
        files={n: len(c) for n, c in made.files.items() if n != PREVIEW} if made else {},
        pages=made.pages if made else {},
        findings=made.findings if made else (),
        subject=str(getattr(edition.lead, "subject", "")),
        preheader=str(getattr(edition.lead, "preheader", "")),
    )


# What is already made ---------------------------------------------------------------------


def _place(edition: Edition) -> PurePosixPath:
    return PurePosixPath(edition.publication.slug, edition.folder)


def _provenance(out: Path, edition: Edition) -> Provenance:
    """What went into the edition that stands in *out*; nothing if that cannot be told."""
    return _read_provenance(out.joinpath(*_place(edition).parts, PROVENANCE))


def _read_provenance(path: Path) -> Provenance:
    told = stamps.unsealed(outputs.read(path))
    languages = told.get("languages")
    if not isinstance(languages, dict):
        return {}
    return {**told, "languages": {k: v for k, v in languages.items() if isinstance(v, dict)}}


def _unchanged(out: Path, edition: Edition, kept: Provenance, key: str) -> Report | None:
    """The report of an edition that stands there as it would be made now."""
    try:
        entry = kept["languages"][edition.language]
        if entry["key"] != key:
            return None
        sizes = {}
        for name, digest in entry["files"].items():
            path = out.joinpath(*_place(edition).parts, edition.language, *name.split("/"))
            content = outputs.read(path)
            if content is None or stamps.digest(content) != digest:
                return None
            if name != PREVIEW:
                sizes[name] = len(content)
        findings = tuple(_finding(told) for told in entry["findings"])
        pages = {str(name): int(count) for name, count in entry["pages"].items()}
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
    report = _report(edition, None, "unchanged")
    return dataclasses.replace(report, files=sizes, pages=pages, findings=findings)


def _publish(line: Line, mine: list[tuple[Edition, str, Made]]) -> None:
    out, first = line.out, mine[0][0]
    new = {edition.language for edition, _, _ in mine}
    known = _provenance(out, first).get("languages", {})
    kept = {name: entry for name, entry in known.items() if name not in new}
    told = {
        "publication": first.publication.slug,
        "edition": first.slug,
        "languages": {**kept, **{e.language: _entry(e, key, made) for e, key, made in mine}},
    }
    files = {
        f"{edition.language}/{name}": content
        for edition, _, made in mine
        for name, content in made.files.items()
    }
    files[PROVENANCE] = stamps.sealed(told)
    line.lock.refuse(first, {PROVENANCE: files[PROVENANCE]})
    outputs.publish(out, _place(first), files, tuple(sorted(kept)))


def _entry(edition: Edition, key: str, made: Made) -> dict[str, Any]:
    return {
        "key": key,
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
        "pictures": {picture.name: picture.digest for picture in edition.pictures},
        "files": {name: stamps.digest(content) for name, content in sorted(made.files.items())},
        "pages": dict(made.pages),
        "findings": [_told(finding) for finding in made.findings],
    }


def _told(finding: Finding) -> list[Any]:
    where = finding.location
    place = [where.path.as_posix(), where.line, where.column]
    return [finding.code, finding.message, finding.remedy, *place, finding.level.value]


def _finding(told: list[Any]) -> Finding:
    code, message, remedy, path, line, column, level = told
    return Finding(code, message, remedy, Location(PurePosixPath(path), line, column), Level(level))


def _key(edition: Edition, templates: Path, environment: str) -> str:
    """A digest of all that the files are made from."""
    parts = [
        stamps.of_value(edition),
        *(
            stamps.of_folder(templates / slug)
            for slug in dict.fromkeys([e.publication.slug for e in (edition, *edition.enclosed)])
        ),
        stamps.of_folder(templates / "_shared"),
        environment,
    ]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def standing(out: Path) -> Iterator[tuple[PurePosixPath, Provenance]]:
    """Every edition that stands in *out*, with its provenance, for the index."""
    for path in sorted(out.glob(f"*/*/{PROVENANCE}")):
        told = _read_provenance(path)
        if told:
            yield PurePosixPath(*path.parent.relative_to(out).parts), told
