"""Run the line: editions in, finished files out; what is made of the same things is kept."""

from __future__ import annotations

import dataclasses
import functools
import importlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from pipeline import assets, outputs, provenance, stamps, workers
from pipeline.embargo.lock import OPEN, Lock
from pipeline.errors import (
    BroadsideError,
    CopyError,
    Finding,
    Level,
    Location,
    is_fleeting,
    is_of_machine,
    of_disk,
    printable,
)
from pipeline.frozen import dataclass
from pipeline.model.editions import Edition, Output, Refused
from pipeline.model.texts import NOWHERE, Picture
from pipeline.provenance import Made, Report
from pipeline.renderers import wishes
from pipeline.renderers.job import PROFILES, Job
from pipeline.typesetting import Typesetter
from pipeline.typography import LEFTWARD

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

PREVIEW_WIDTH = 480
"""Of the picture of the first page, in pixels."""
LARGEST_PROFILE = 16_000_000
"""Bytes of an ICC profile; those of the printing associations have 3 MB at most."""
Order = tuple[Edition, Callable[[], Mapping[str, str]]]
"""An edition to be made, and what tells the digests of all that it is made from."""
Finished = tuple[Edition, Mapping[str, str], Made]


def produce(edition: Edition, typesetter: Typesetter, say: Callable[[str, int], None]) -> Made:
    """The outputs of *edition*, in the order declared.

    A renderer sees what was made before it, so an e-mail can take up the HTML and the text above
    it and a kit can zip them all: the order of the declaration is the order of the work.
    """
    made: dict[str, bytes] = {}
    findings: list[Finding] = list(edition.findings)
    words = typesetter.words(edition.language)
    leftward: dict[str, bytes] = {}
    answers = Answers(edition.pictures, typesetter.profiles(edition.publication.slug))
    for output in edition.publication.outputs:
        say(output.name, 0)
        page = typesetter.set(edition, output.template) if output.template else ""
        say(output.name, len(page))
        render = renderer(output.renderer, output.where)
        above = dict(made)
        if "editions" in output.options:
            above |= _enclosed(edition, output, typesetter, say, findings)
        design = functools.partial(typesetter.place, edition.publication.slug)
        set_in = typesetter.set_in(edition.publication, output.template)
        job = Job(edition, output, page, above, answers, words, findings.append, design, set_in)
        finished = render(job)
        if output.template and output.name.endswith(".pdf") and LEFTWARD.search(page):
            leftward[output.template] = page.encode()
        made.update({output.name: finished} if isinstance(finished, bytes) else finished)
    if answers.refused:
        raise answers.refused[0]
    pages = {name: _pages(content) for name, content in made.items() if name.endswith(".pdf")}
    told = tuple(dict.fromkeys(findings))
    return Made(files=made, findings=told, pages=pages, leftward=leftward)


def pictured(made: Made) -> Made:
    """*made* with a picture of its first page, for the index to show."""
    pdf = next((content for name, content in made.files.items() if name.endswith(".pdf")), None)
    if pdf is None:
        return made
    from pipeline.renderers import page_pictures

    shown = page_pictures.render_page(pdf, 1, PREVIEW_WIDTH)
    return dataclasses.replace(made, files={**made.files, provenance.PREVIEW: shown})


def _enclosed(
    edition: Edition,
    output: Output,
    typesetter: Typesetter,
    say: Callable[[str, int], None],
    findings: list[Finding],
) -> dict[str, bytes]:
    """The files of the editions that travel along: `releases/<slug>/release.pdf` and its like."""
    files: dict[str, bytes] = {}
    wanted = wishes.names(output, "formats", ("",))
    for inner in edition.enclosed:
        publication = inner.publication
        chosen = tuple(one for one in publication.outputs if one.name.endswith(wanted))
        publication = dataclasses.replace(publication, outputs=chosen)
        made = produce(dataclasses.replace(inner, publication=publication), typesetter, say)
        findings += (*made.findings, *_unmarked(inner, made.files))
        files |= {f"releases/{inner.slug}/{name}": made.files[name] for name in made.files}
    return files


def _unmarked(edition: Edition, files: Mapping[str, bytes]) -> Iterable[Finding]:
    """What of a copy that is not for everybody does not say so."""
    if not (edition.embargo or edition.newsroom):
        return ()
    from pipeline.embargo import marked

    return marked.unmarked(edition, files)


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
        self.refused: list[CopyError] = []
        """What the machine did not give now: an engine would go on, and blame the picture."""

    def __getitem__(self, url: str) -> bytes:
        if url in self._profiles:
            try:
                return stamps.content(self._profiles[url], LARGEST_PROFILE)
            except OSError as error:
                if is_fleeting(error):
                    raise
                # Whoever wants to print by it says that it is none.
                return b""
        if url not in self._read:
            picture = self._pictures[url]
            try:
                self._read[url] = assets.load(Path(picture.path), picture.where)
            except CopyError as error:
                if is_of_machine(error):
                    self.refused.append(error)
                raise
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
    drawn: Mapping[str, str]
    """Digests of the folders of templates, taken before any of them was read: what a designer
    saves meanwhile is made again by the next build."""
    out: Path
    jobs: int = 1
    force: bool = False
    limits: workers.Limits = workers.LIMITS
    lock: Lock = OPEN
    """Reads every finished byte before it is put in place."""
    read_back: Callable[[Edition, Mapping[str, bytes]], Iterable[Finding]] = lambda *_: ()
    """What a proofreader says of finished files; with an error the edition is not published."""
    proof: str = ""
    """A digest of what the proofreader holds them against, beyond the edition itself."""
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
    stale: list[Order] = []
    for editions in todo.values():
        kept = provenance.of(line.out, editions[0])
        for edition in editions:
            given = provenance.inputs(edition, line.drawn, line.proof)
            known = kept if not line.force else {}
            if report := known and provenance.unchanged(line.out, edition, known, given()):
                yield report
            else:
                stale.append((edition, given))
    yield from _make(line, stale)


def _make(line: Line, stale: list[Order]) -> Iterator[Report]:
    """Make the editions that are not as they should be; one by one they take their places."""

    def task(number: int, say: Callable[[str, int], None]) -> Made:
        edition = stale[number][0]
        made = produce(edition, line.typesetter, say)
        # Letters that are joined or run from the right cannot be copied out of every PDF.
        line.lock.refuse(edition, made.leftward)
        line.lock.refuse(edition, made.files)
        said = (*_unmarked(edition, made.files), *line.read_back(edition, made.files))
        return pictured(dataclasses.replace(made, findings=(*made.findings, *said), leftward={}))

    waiting: dict[tuple[str, str], list[int]] = {}
    for number, (edition, _) in enumerate(stale):
        waiting.setdefault((edition.publication.slug, edition.slug), []).append(number)
    done: dict[int, Made] = {}
    tell = _telling(line, stale)
    # Digests are for the receipt: nobody waits for them while an edition is made.
    chores = (given() for _, given in stale)
    for number, outcome in workers.run(task, len(stale), line.jobs, tell, line.limits, chores):
        edition = stale[number][0]
        occasion = (edition.publication.slug, edition.slug)
        if isinstance(outcome, Made) and not _errors(outcome.findings):
            done[number] = outcome
        else:
            yield _not_made(line, edition, outcome)
            waiting[occasion].remove(number)
        if all(other in done for other in waiting[occasion]) and waiting[occasion]:
            finished = ((*stale[other], done[other]) for other in waiting.pop(occasion))
            mine = [(edition, given(), made) for edition, given, made in finished]
            yield from _put_in_place(line, mine)
            waiting[occasion] = []


def _put_in_place(line: Line, mine: list[Finished]) -> Iterator[Report]:
    try:
        _publish(line, mine)
    except BroadsideError as error:
        yield from (_not_made(line, edition, error) for edition, _, _ in mine)
    except OSError as error:
        where = PurePosixPath(printable(line.out.name))
        stop = BroadsideError(of_disk(error, where))
        yield from (_not_made(line, edition, stop) for edition, _, _ in mine)
    else:
        yield from (
            provenance.report(edition, made, "made", given) for edition, given, made in mine
        )


def _telling(line: Line, stale: list[Order]) -> Callable[[int, str], None]:
    def tell(number: int, name: str) -> None:
        edition = stale[number][0]
        line.said(f"{edition.publication.slug} {edition.slug} {edition.language}: {name}")

    return tell


def _errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.level is Level.ERROR)


def _not_made(line: Line, edition: Edition, outcome: Made | BroadsideError) -> Report:
    """The refusal; what a process could not place is told at the source or the declaration."""
    findings = (
        _placed(line, edition, finding) if finding.location == NOWHERE else finding
        for finding in outcome.findings
    )
    return dataclasses.replace(
        provenance.report(edition, None, "refused"), findings=tuple(findings)
    )


def _placed(line: Line, edition: Edition, finding: Finding) -> Finding:
    """At the source; where the work had to be stopped, its template may be at fault as well."""
    lead = edition.lead.where if edition.lead else edition.publication.where
    remedy = finding.remedy
    if finding.code == workers.STOPPED:
        declared = (one.publication for one in (edition, *edition.enclosed))
        filled = (
            line.typesetter.set_in(publication, output.template)
            for publication in declared
            for output in publication.outputs
            if output.template and finding.message.startswith(f"{output.name} ")
        )
        remedy += "".join(f", and for what has no end in {place}" for place in list(filled)[:1])
    return dataclasses.replace(finding, location=lead, remedy=remedy)


def _refusal(order: Refused) -> Report:
    return Report(
        publication=order.publication.slug,
        slug=order.slug,
        language=order.language,
        status="refused",
        findings=order.findings,
    )


def _publish(line: Line, mine: list[Finished]) -> None:
    out, first = line.out, mine[0][0]
    new = {one[0].language: provenance.entry(*one) for one in mine}
    # A receipt that the disk does not give now would leave what it answers for to nobody.
    standing = provenance.told_by(out.joinpath(*provenance.place(first).parts, outputs.RECEIPT))
    known = standing.get("languages", {})
    kept = {name: entry for name, entry in known.items() if name not in new}
    told = {
        "publication": first.publication.slug,
        "edition": first.slug,
        "languages": {**kept, **new},
    }
    files = {
        f"{edition.language}/{name}": content
        for edition, _, made in mine
        for name, content in made.files.items()
    }
    files[provenance.RECEIPT] = stamps.sealed(told)
    # The languages of an edition have one receipt: what any of them is marked for stands in it.
    entries = (*kept.values(), *new.values())
    may = frozenset(name for one in entries for name in line.lock.marked(one))
    line.lock.refuse_file(provenance.RECEIPT, files[provenance.RECEIPT], may)
    stood = provenance.files(standing)
    outputs.publish(out, provenance.place(first), files, tuple(sorted(kept)), stood)
