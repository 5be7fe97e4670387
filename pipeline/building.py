"""The order of a build: read, choose, make, put in place, tell."""

from __future__ import annotations

import contextlib
import datetime as dt
import functools
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from pipeline import orders, outputs, premises
from pipeline.errors import (
    BroadsideError,
    Finding,
    Level,
    Location,
    of_disk,
    of_memory,
    printable,
)
from pipeline.memory import GONE, OVERTAKEN, Record
from pipeline.orders import Order
from pipeline.telling import GMAIL, Desk, noted, size, waiting_once

# A build that has nothing to do says so before these would be imported.
if TYPE_CHECKING:
    from pipeline.embargo.lock import Lock
    from pipeline.model.corpus import Corpus
    from pipeline.model.editions import Edition, Publication, Refused
    from pipeline.production import Line
    from pipeline.provenance import Origins, Report
    from pipeline.typesetting import Typesetter

REASONS = 5  # as many as a line of the summary holds


def build(order: Order, desk: Desk) -> int:
    premises.refuse_unwritable(order.out)
    premises.refuse_overlap(order.out, order.sources, order.templates)
    declared = order.templates.glob("*/publication.toml")
    premises.refuse_others(order.out, (path.parent.name for path in declared))
    with outputs.at_work(order.out) as waited:
        if waited:
            desk.line("another build was at work in this folder; it has finished")
        desk.said.clear()
        record = Record(_asked(order, desk), order.sources, order.templates, order.out)
        if not order.force and (known := record.known(order.now)):
            said, code = known
            desk.again(said)
            return code
        return _build(order, desk, record)


def _asked(order: Order, desk: Desk) -> list[str]:
    look = [desk.format, "coloured" if desk.is_coloured else "plain"]
    one = [order.edition, order.newsroom]
    return [*sorted(order.publications), "", *one, *sorted(order.languages), *look]


def _build(order: Order, desk: Desk, record: Record) -> int:
    from pipeline import clearing, discretion, heard, hours, production, provenance, publications
    from pipeline.corpus import reading
    from pipeline.embargo import lock as locks
    from pipeline.embargo import waiting
    from pipeline.renderers import merge_tags
    from pipeline.typesetting import Typesetter

    faults: list[Finding] = []
    declared = publications.discover(order.templates, faults)
    chosen = orders.chosen(order, declared, faults)
    desk.progress("reading the sources")
    kinds = heard.kinds_of(chosen)
    corpus = reading.read(order.sources, kinds, order.now)
    now = hours.zoned(order.now, corpus)
    orders.check_languages(order.languages, order.sources, corpus)
    lock = _locked(order, corpus, kinds, now)
    desk.veil = lock.veil(())
    words = publications.words(order.templates)
    faults += orders.unspoken(order, corpus, words)
    faults += orders.mislabelled(order, corpus, words)
    orders.check_newsroom(order, chosen)
    editions = orders.made_up(order, desk, chosen, declared, corpus, now, words, faults)
    early = _cleared_before(order, corpus, now, lock, record, faults)
    brand = publications.brand(order.templates)
    setter = Typesetter(order.templates, words, brand, merge_tags.TOKENS, limits=order.limits)
    desk.veil = lock.veil(editions)
    faults += _handed_on(order, editions)
    line = _line(order, desk, setter, lock, corpus, now, record.drawn)
    reports = list(production.run(line, editions))
    made = {report.folder.as_posix() for report in reports if report.status != "refused"}
    out = order.out
    origins = provenance.Origins(out, order.sources, order.templates)
    others = origins.is_of_others
    over = _given_up(order, declared, origins, faults)
    cleared = clearing.clear(out, corpus, chosen, now, lock, made, others, early, over)
    faults += _done(out, desk, cleared)
    overtaken = list(_overtaken(out, reports, others))
    faults += gone(out, reports)
    faults += _shelved(out, corpus, declared, setter, now, lock)
    faults += _taken_down(out, over, declared)
    faults += _done(out, desk, clearing.hush(out, lock))
    strays = _strays(order, lock, faults)
    faults += [*strays, *overtaken, *record.saved_meanwhile()]
    again = functools.partial(reading.read, order.sources, kinds, order.now, None)
    read = discretion.of_build(again, corpus, now, lock, editions)
    reports = list(discretion.discreet(reports, read, corpus))
    desk.known = discretion.known(read, reports, corpus)
    told = [*faults, *heard.told(corpus, read, chosen)]
    code = _tell(desk, told, reports, order)
    # What was asked for by its name, or was the reason of a refusal, is named in the record, and
    # that something waits, and until when: the record stands beside what is public.
    codes = (locks.CODE, waiting.ALIKE, heard.UNTOLD)
    is_named = lock.asked or any(code in line for line in desk.said for code in codes)
    with contextlib.suppress(OSError):
        origins.keep({name.rpartition("/")[0] for name in made})
        # What stands beside, or what may not be read, may be gone or told by the next build, and
        # nothing else is another.
        if not is_named and not strays and provenance.are_open(out):
            record.keep(corpus, now, reports, told, desk.said, code)
    return code


def _cleared_before(
    order: Order,
    corpus: Corpus,
    now: dt.datetime,
    lock: Lock,
    record: Record,
    faults: list[Finding],
) -> list[str]:
    """What has to go before anything is made, and which editions went."""
    from pipeline import clearing

    early: list[str] = []
    with _spared(order.out, faults):
        # Others know nothing of what is made from here on, and would leave it as it stands.
        record.forget_others(now)
    with _spared(order.out, faults):
        clearing.forestall(order.out, corpus, now, lock, early)
    return early


def _strays(order: Order, lock: Lock, faults: list[Finding]) -> list[Finding]:
    """What stands beside our files and tells of what is held; of the rest, what could not be looked
    at goes to the *faults*."""
    from pipeline import clearing

    strays: list[Finding] = []
    with _spared(order.out, faults):
        strays += clearing.beside(order.out, lock)
    with _spared(order.out, faults):
        faults += lock.alike()
    return strays


def _locked(order: Order, corpus: Corpus, kinds: set[str] | None, now: dt.datetime) -> Lock:
    """What any source says openly is no trace, and may stand in what another order has made."""
    from pipeline.corpus import reading
    from pipeline.embargo import lock, waiting

    if kinds and waiting.is_any_held(corpus, now):
        corpus = reading.read(order.sources, None, order.now)
    return lock.of(corpus, now, order.templates, order.edition)


def _done(out: Path, desk: Desk, work: Iterable[str]) -> list[Finding]:
    """Say what is done as it is done."""
    faults: list[Finding] = []
    with _spared(out, faults):
        for line in work:
            desk.once(line)
    return faults


@contextlib.contextmanager
def _spared(out: Path, faults: list[Finding]) -> Iterator[None]:
    """What the disk, or the memory, did not let be done is told, and the next build does it."""
    try:
        yield
    except OSError as error:
        faults.append(of_disk(error, PurePosixPath(printable(out.name))))
    except MemoryError:
        faults.append(of_memory())


def gone(out: Path, reports: Iterable[Report]) -> Iterator[Finding]:
    """Editions that stand no longer where this build has just put them."""
    for folder in dict.fromkeys(report.folder.parent for report in reports if report.files):
        if not (out / folder / outputs.RECEIPT).exists():
            yield Finding(
                GONE,
                "this edition was put in its place and is gone: its folder was moved meanwhile",
                "build again",
                Location(PurePosixPath(printable(out.name), folder)),
            )


def _overtaken(
    out: Path, reports: Iterable[Report], is_of_others: Callable[[PurePosixPath], bool]
) -> Iterator[Finding]:
    """Editions that other sources have made here, and that these have made anew."""
    made = dict.fromkeys(report.folder.parent for report in reports if report.status == "made")
    for folder in filter(is_of_others, made):
        yield Finding(
            OVERTAKEN,
            "this edition was made from another folder of sources; now it is made from this one",
            "give each folder of sources a folder of its own: out=FOLDER",
            Location(PurePosixPath(printable(out.name), folder)),
            Level.WARNING,
        )


def _given_up(
    order: Order, declared: Sequence[Publication], origins: Origins, faults: list[Finding]
) -> list[str]:
    """Publications of these templates that nothing declares any more.

    Who asks for some by name asks for nothing else; where none is declared at all, the folder is
    another one than was meant, or not there yet.
    """
    from pipeline import provenance, publications

    if order.publications or not declared:
        return []
    made: list[Path] = []
    with _spared(order.out, faults):
        made += provenance.receipts(order.out)
    shelves = sorted({provenance.folder_of(order.out, one).parts[0] for one in made})
    ours = filter(origins.is_drawn_here, shelves)
    return [one for one in ours if publications.is_given_up(order.templates, one)]


def _taken_down(
    out: Path, given_up: Sequence[str], declared: Iterable[Publication]
) -> list[Finding]:
    """What stood beside the editions of publications that are no more goes with them.

    So does a folder in which nothing stands: it would tell that something has.
    """
    faults: list[Finding] = []
    for shelf in given_up:
        from pipeline import archive

        with _spared(out, faults):
            archive.take_down(out / shelf)
    for shelf in (*given_up, *(one.slug for one in declared)):
        outputs.remove_empty(out / shelf)
    return faults


def _handed_on(order: Order, editions: Iterable[Edition | Refused]) -> Iterator[Finding]:
    """Copies of another newsroom, of whose name a folder is called as of this one's."""
    from pipeline import provenance
    from pipeline.model.editions import Edition

    copies = [one for one in editions if order.newsroom and isinstance(one, Edition)]
    for copy in copies:
        for entry in provenance.of(order.out, copy).get("languages", {}).values():
            earlier = str(entry.get("newsroom", ""))
            if earlier and earlier.casefold() != order.newsroom.casefold():
                yield Finding(
                    OVERTAKEN,
                    f"the copy for {earlier} stood here; this one is for {order.newsroom}",
                    "give them names that differ in more than signs and accents",
                    Location(
                        PurePosixPath(printable(order.out.name), *provenance.place(copy).parts)
                    ),
                    Level.WARNING,
                )


def _shelved(
    out: Path,
    corpus: Corpus,
    declared: Sequence[Publication],
    setter: Typesetter,
    now: dt.datetime,
    lock: Lock,
) -> list[Finding]:
    """Put what was made on the index and into the archives; what must not be told there."""
    from pipeline import desk_index

    writers = [desk_index.write]
    if any(publication.archive for publication in declared) or any(out.glob("*/feed*.json")):
        from pipeline import archive

        writers.append(archive.write)
    leaks: list[Finding] = []
    for write in writers:
        try:
            write(out, corpus, declared, setter, now, lock)
        except BroadsideError as error:
            leaks += error.findings
        except OSError as error:
            leaks.append(of_disk(error, PurePosixPath(printable(out.name))))
    return leaks


def _line(
    order: Order,
    desk: Desk,
    setter: Typesetter,
    lock: Lock,
    corpus: Corpus,
    now: dt.datetime,
    drawn: Mapping[str, str],
) -> Line:
    from pipeline import production, stamps
    from pipeline.checks.register import Register

    def read_back(edition: Edition, files: Mapping[str, bytes]) -> Iterable[Finding]:
        from pipeline import revising

        return revising.of_edition(edition, files, corpus, order.sources, now.date())

    return production.Line(
        typesetter=setter,
        drawn=drawn,
        out=order.out,
        jobs=order.jobs or min(os.cpu_count() or 1, 4),
        force=order.force,
        limits=order.limits,
        lock=lock,
        read_back=read_back,
        proof=stamps.of_value(Register(corpus=corpus, today=now.date()).addresses),
        said=desk.progress,
    )


# What is told -----------------------------------------------------------------------------


def _tell(desk: Desk, told: Iterable[Finding], reports: Sequence[Report], order: Order) -> int:
    refused = [report for report in reports if report.status == "refused"]
    findings = [*told, *(finding for report in reports for finding in report.findings)]
    shown = sorted(
        (f for f in waiting_once(list(dict.fromkeys(findings))) if f.level is not Level.NOTE),
        key=lambda finding: finding.order,
    )
    desk.findings(shown)
    if shown:
        desk.line("")
    for report in sorted(reports, key=lambda r: (r.publication, r.slug, r.language)):
        _summary(desk, report, order)
    has_errors = any(finding.level is Level.ERROR for finding in shown)
    return 1 if refused or has_errors else 0


def _summary(desk: Desk, report: Report, order: Order) -> None:
    desk.json(
        {
            "publication": report.publication,
            "edition": report.slug,
            "language": report.language,
            "status": report.status,
            "files": dict(report.files),
            "pages": dict(report.pages),
            "findings": len(report.findings),
        }
    )
    name = f"{report.publication} {report.slug} {report.language}"
    if report.status == "refused":
        stops = [f for f in report.findings if f.level is Level.ERROR]
        reasons = list(dict.fromkeys(f"{f.code} {f.location}" for f in stops))
        more = f" and {len(reasons) - REASONS} more" if len(reasons) > REASONS else ""
        desk.line(f"{name}  refused: {', '.join(reasons[:REASONS])}{more}")
        return
    desk.line(f"{name}  {report.status}  {printable(order.out.name)}/{report.folder.as_posix()}/")
    if report.subject:
        desk.line(f"    subject    {report.subject} ({len(report.subject)} characters)")
    if report.preheader:
        desk.line(f"    preheader  {report.preheader} ({len(report.preheader)} characters)")
    for file, count in report.files.items():
        if "/" not in file:
            desk.line(f"    {file:<24} {size(count):>8}{_remark(report, file, count)}")
    pictures = [count for file, count in report.files.items() if "/" in file]
    if pictures:
        told = f"{len(pictures)} picture{'s' if len(pictures) > 1 else ''} beside it"
        desk.line(f"    {told:<24} {size(sum(pictures)):>8}")
    if report.findings:
        desk.line(f"    findings   {_counted(report.findings)}")
    for line in noted(report.findings, REASONS):
        desk.line(f"               {line}")


def _remark(report: Report, file: str, count: int) -> str:
    if file in report.pages:
        pages = report.pages[file]
        return f"  {pages} page{'s' if pages != 1 else ''}"
    if file == "newsletter.html":
        return f"  {count * 100 // GMAIL} % of Gmail's {GMAIL:,} bytes"
    return ""


def _counted(findings: Iterable[Finding]) -> str:
    levels = [finding.level for finding in findings]
    told = [(level, levels.count(level)) for level in Level if level in levels]
    return ", ".join(f"{count} {level}{'s' if count > 1 else ''}" for level, count in told)
