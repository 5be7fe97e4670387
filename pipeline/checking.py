"""The order of a check: read the sources and what was built, mend what is mechanical, tell."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from pipeline import (
    copydesk,
    discretion,
    hours,
    memory,
    mending,
    orders,
    outputs,
    premises,
    proofreading,
    reports,
    telling,
)
from pipeline.checks import opinions
from pipeline.checks.sheet import Mark, Sheet
from pipeline.corpus import reading
from pipeline.embargo import lock
from pipeline.errors import (
    DISK,
    Finding,
    Level,
    Location,
    UsageError,
    of_disk,
    printable,
)
from pipeline.folders import walk
from pipeline.frozen import dataclass

if TYPE_CHECKING:
    from pipeline.telling import Desk

CODE_HOSTS = ("github", "sarif")
"""What is told to them stands in logs that others read."""
ELSEWHERE = "what is under embargo is told in the terminal only"
HIDDEN = "more is told in the terminal only, of what is under embargo"
_FOLDERS = {
    "newsletter": ("news/", "newsletters/"),
    "release": ("releases/",),
    "presskit": ("presskits/",),
    "manifesto": ("manifesto/",),
    "slides": ("slides/",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What somebody asked to be read."""

    publications: tuple[str, ...] = ()
    edition: str = ""
    languages: tuple[str, ...] = ()
    sources: Path
    out: Path
    now: dt.datetime
    templates: Path | None = None
    """Whose words on every page are no secret."""
    format: str = "text"
    fix: bool = False
    notes: bool = False
    voices: bool = True
    """Whether spellers and grammarians of this machine are heard."""


def check(order: Order, desk: Desk) -> int:
    """Tells what is wrong; 1 if any of it is an error."""
    premises.refuse_overlap(order.out, order.sources, *filter(None, [order.templates]))
    page = order.out / outputs.PROOF
    if reports.HEADING.encode() not in (outputs.read(page) or reports.HEADING.encode()):
        raise premises.taken(page, order.out)
    # Where there are no sources, that is told.
    if order.edition and order.sources.is_dir():
        _check_edition(order)
    desk.progress("reading the sources")
    begun = _begun(order)
    unmended: list[Finding] = []
    unkept: list[Finding] = []
    if order.fix:
        desk.progress("mending what is mechanical")
        unmended += _mended(order, desk)
        begun = _begun(order)
    proof = _proof(begun, order, unkept)
    corpus = proof.register.corpus = begun.whole
    desk.progress("reading what was built")
    finished = _finished(order, proof)
    now = hours.zoned(order.now, corpus)
    guard = lock.of(corpus, now, order.templates)
    told = [*guard.alike(), *copydesk.anchored_in_wholes(corpus)]
    others = [*map(_unmarked, told), *finished]
    pages = map(_unmarked, memory.of_pages(order.out))
    chosen = _chosen([*_heard(corpus.findings, proof.marks), *pages, *others, *proof.marks], order)
    read = in_public = _read(proof.sheets)
    free, is_hidden, veiled = chosen, False, _veiled(order.out, now)
    if guard or veiled:
        # A copy that waits may be of a source that has another name by now.
        others += map(_unmarked, memory.of_pages(order.out, now))
        others = [mark for mark in others if not _is_below(mark, veiled)]
        free = _chosen([*_heard(corpus.findings, proof.marks), *others, *proof.marks], order)
    if guard:
        alone = discretion.of_check(order.sources, proof, order.now, now, guard)
        free = _chosen([*_heard(alone.findings, alone.marks), *others, *alone.marks], order)
        free = [mark for mark in free if alone.is_free(mark)]
        is_hidden = not {*map(discretion.place_of, chosen)} <= {*map(discretion.place_of, free)}
        in_public = _read(alone.sheets)
    with _spared(order, unkept):
        outputs.replace(page, _page(free, in_public), lasting=False)
    is_hosted = order.format in CODE_HOSTS
    findings = [mark.finding for mark in (free if is_hosted else chosen)]
    findings += [*unmended, *unkept[-1:]]
    _tell(findings, read, order, desk, HIDDEN if is_hosted and is_hidden else "")
    return 1 if any(mark.finding.level is Level.ERROR for mark in chosen) else 0


def _mended(order: Order, desk: Desk) -> list[Finding]:
    """What the disk did not take: the first of it, as all of it has one reason."""
    faults: list[OSError] = []
    today = order.now.date()
    _tell_mended(mending.fix(order.sources, today, lambda one: _is_shown(one, order), faults), desk)
    told = (of_disk(error, roots=[order.sources]) for error in faults[:1])
    return [replace(fault, level=Level.WARNING) for fault in told]


def _begun(order: Order) -> reading.Begun:
    """The sources; what nobody has declared is not looked for in them."""
    begun = reading.Begun(order.sources, now=order.now, is_printed=False)
    if order.languages:
        shared = begun.shared
        broken = (one for copy in shared.copies.values() for one in copy.broken)
        # A faulty page of the house declares no language.
        if all(one.kind != "organisation" for one in broken):
            orders.check_languages(order.languages, order.sources, shared)
    return begun


def _check_edition(order: Order) -> None:
    """What nobody would read is not found free of faults."""
    from pipeline import provenance

    here = (Path(above, name) for above, _, names in walk(order.sources) for name in names)
    read = (path.relative_to(order.sources) for path in here)
    made = (folder for folder, _ in provenance.standing(order.out))
    if any(order.edition in printable(path.as_posix()) for some in (read, made) for path in some):
        return
    where = Location(PurePath(printable(order.sources.name)))
    remedy = f"no source has that in its name, and no folder in {printable(order.out.name)}/"
    raise UsageError(Finding("O120", f"there is no edition {order.edition!r}", remedy, where))


def _chosen(marks: Iterable[Mark], order: Order) -> list[Mark]:
    return _once({mark.finding: mark for mark in marks if _is_asked(mark.finding, order)})


def _once(marks: Mapping[Finding, Mark]) -> list[Mark]:
    """In order; two checks that send to the same words with one remedy are one finding."""
    told = dict[tuple[object, ...], Mark]()
    for finding in sorted(marks, key=lambda finding: finding.order):
        mark, where = marks[finding], finding.location
        place = (where.path, mark.start, mark.end) if mark.start < mark.end else finding
        told.setdefault((place, finding.level, finding.remedy), mark)
    return list(told.values())


@contextlib.contextmanager
def _spared(order: Order, unkept: list[Finding]) -> Iterator[None]:
    """Where nothing may be written, or nothing more, all is read and told the same."""
    try:
        yield
    except OSError as error:
        fault = of_disk(error, PurePath(printable(order.out.name)))
        unkept.append(replace(fault, level=Level.WARNING))


def _proof(begun: reading.Begun, order: Order, unkept: list[Finding]) -> proofreading.Proof:
    """What is wrong with the sources, whose own pages are made up meanwhile: no check asks."""
    earlier = memory.Heard(order.out) if order.voices else None
    proof = proofreading.proofread(
        begun.shared,
        order.sources,
        # A day begins when it does where the house is.
        hours.zoned(order.now, begun.shared).date(),
        voices=order.voices,
        heard=earlier.known if earlier else {},
        opened=begun.opened,
        meanwhile=lambda: begun.whole,
    )
    if earlier:
        with _spared(order, unkept):
            earlier.keep(opinions.answers(proof.register))
    return proof


def _finished(order: Order, proof: proofreading.Proof) -> list[Mark]:
    from pipeline import provenance

    made = provenance.made(order.out)
    return list(proofreading.of_finished(order.out, proof.register, order.publications, made))


def _veiled(out: Path, now: dt.datetime) -> frozenset[PurePath]:
    """Where copies stand that are not for everybody: their names may be those of newsrooms."""
    from pipeline import provenance

    return frozenset(
        PurePath(printable(out.name), *folder.parts)
        for folder, told in provenance.standing(out)
        if any(provenance.is_held(entry, now) for entry in told["languages"].values())
    )


def _is_below(mark: Mark, folders: frozenset[PurePath]) -> bool:
    return not folders.isdisjoint(mark.finding.location.path.parents)


def _page(free: Sequence[Mark], read: str) -> bytes:
    """What may be laid on the web with all the rest, and says the same whether anything is held."""
    return reports.page(free, f"{read}; {ELSEWHERE}")


def explain(code: str, desk: Desk) -> int:
    told = reports.explained(code.upper())
    if not told:
        remedy = "the codes are listed in CHECKS.md; others carry their remedy with them"
        raise UsageError(
            Finding("O130", f"there is no check {code!r}", remedy, Location(PurePath("CHECKS.md")))
        )
    desk.again(told.split("\n"))
    return 0


_ECHOES = {"S100": "S141", "W110": "S143", "L100": "L116", "L101": "L111", "K100": "D107"}
"""What reading the sources says of a line, and what says it better."""


def _heard(findings: Sequence[Finding], marks: Sequence[Mark]) -> Iterator[Mark]:
    """What reading the sources found, without what is said better of the same line."""
    checked = {(mark.finding.code, *_line(mark.finding)) for mark in marks}
    checked |= {("D107", *_line(one)) for one in findings if one.code == "D107"}
    for finding in telling.waiting_once(findings):
        if (_ECHOES.get(finding.code), *_line(finding)) not in checked:
            yield _unmarked(finding)


def _line(finding: Finding) -> tuple[PurePath, int | None]:
    return finding.location.path, finding.location.line


def _unmarked(finding: Finding) -> Mark:
    return Mark(finding=finding, start=0, end=0)


def _read(sheets: Sequence[Sheet]) -> str:
    words = sum(len(block.text.split()) for sheet in sheets for block in sheet.blocks)
    return f"{words:,} words in {len(sheets)} file{'' if len(sheets) == 1 else 's'}"


def _is_shown(finding: Finding, order: Order) -> bool:
    """Nothing is mended that nobody was told of."""
    return _is_asked(finding, order) and (order.notes or finding.level is not Level.NOTE)


def _is_asked(finding: Finding, order: Order) -> bool:
    path = finding.location.path.as_posix()
    inside = path.partition("/")[2]
    if order.languages:
        found = re.search(r"\.([a-z]{2,3}(?:-\w+)?)\.md$", path)
        out = re.escape(printable(order.out.name))
        built = re.match(rf"{out}/[^/]+/[^/]+/([\w-]+)/", path)
        language = (found or built)[1] if found or built else ""  # type: ignore[index]
        if language and language not in order.languages:
            return False
    if order.edition and order.edition not in path and "/" in inside:
        return False
    folders = [f for name in order.publications for f in (*_FOLDERS.get(name, ()), f"{name}/")]
    return not folders or "/" not in inside or any(inside.startswith(folder) for folder in folders)


def _tell(findings: Sequence[Finding], read: str, order: Order, desk: Desk, said: str) -> None:
    shown = [one for one in findings if order.notes or one.level is not Level.NOTE]
    if order.format == "sarif":
        desk.again([reports.sarif(findings, said)])
    elif order.format == "github":
        desk.again(reports.github(shown, said))
    elif order.format == "json":
        desk.findings(findings)
    else:
        for _, here in groupby(shown, key=lambda finding: finding.location.path):
            desk.findings(here)
            desk.line("")
        hidden = any(f.level is Level.NOTE for f in findings) and not order.notes
        how = " (to see the notes: make check notes=1)" if hidden else ""
        desk.line(f"{reports.counted(findings)}, in {read}{how}")
        if not any(finding.code == DISK for finding in findings):
            desk.line(f"the same as a page: {printable(order.out.name)}/{outputs.PROOF}")


def _tell_mended(mended: Counter[PurePath], desk: Desk) -> None:
    for path, places in sorted(mended.items()):
        desk.line(
            f"{printable(path.as_posix())}: mended {places} place{'' if places == 1 else 's'}"
        )
    desk.line("" if mended else "nothing to mend by itself")
