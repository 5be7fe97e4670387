"""What may be told of the sources in public: what would be if somebody had deleted what is held."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from pipeline import hours, stamps
from pipeline.corpus import files, reading
from pipeline.embargo import waiting
from pipeline.embargo.lock import NOBODY, Lock
from pipeline.errors import Finding, Location
from pipeline.frozen import dataclass
from pipeline.model.corpus import Corpus
from pipeline.model.editions import Edition, Refused

# Who only builds needs no room of the checks.
if TYPE_CHECKING:
    from pipeline.checks.sheet import Mark, Sheet
    from pipeline.proofreading import Proof
    from pipeline.provenance import Report

Place = tuple[str, Location]


def place_of(mark: Mark) -> Place:
    return mark.finding.code, mark.finding.location


def _gone(
    corpus: Corpus,
    now: dt.datetime,
    lock: Lock,
    asked: Iterable[PurePath] = (),
    may: frozenset[str] = NOBODY,
) -> files.Gone:
    """All that is held: texts in every language, kits that wait with one, pictures of no other."""
    mine = {*asked}
    waits = (one for one, _ in waiting.everything(corpus, now))
    kits = {one.where.path for one in waits if waiting.is_kit(one)}
    return files.Gone(
        paths=hours.held(corpus, now) - corpus.beside(mine).keys(),
        folders=frozenset(kit.parent for kit in kits - mine),
        pictures=lock.pictures(may),
    )


def _as_told(corpus: Corpus, alone: Corpus) -> list[Finding]:
    """What is found as well where nothing is held, or otherwise at the same place.

    What is found nowhere else is that others name what is not there.
    """
    known = {*corpus.findings}
    places = {(one.code, one.location) for one in known}
    return [one for one in alone.findings if one in known or (one.code, one.location) in places]


def of_build(
    read: Callable[[files.Gone], Corpus],
    corpus: Corpus,
    now: dt.datetime,
    lock: Lock,
    editions: Sequence[Edition | Refused],
) -> Sequence[Finding]:
    """What a build tells of the sources; of what was asked for by its name, all."""
    if not (lock and corpus.findings):
        return corpus.findings
    asked = {place.path for one in editions for place in stamps.places(one)}
    gone = _gone(corpus, now, lock, asked, lock.asked_by(editions))
    return _as_told(corpus, read(gone))


def discreet(
    reports: Iterable[Report], read: Iterable[Finding], corpus: Corpus
) -> Iterator[Report]:
    """What stops editions, in the words that are told of the same places."""
    heard = {*corpus.findings}.difference(read)
    told = {(one.code, one.location): one for one in read}
    return (_discreet(report, heard, told) for report in reports)


def _discreet(report: Report, heard: Collection[Finding], told: Mapping[Place, Finding]) -> Report:
    if not any(one in heard for one in report.findings):
        return report
    findings = (
        told.get((one.code, one.location), _unsaid(one)) if one in heard else one
        for one in report.findings
    )
    return replace(report, findings=tuple(dict.fromkeys(findings)))


def _unsaid(one: Finding) -> Finding:
    """Of the entry of a picture that waits no more than its place: nobody knows what it says."""
    if one.location.path.name != files.PICTURES:
        return one
    message = "something is wrong here that only what is under embargo names"
    return replace(one, message=message, remedy="'make check' tells what")


def known(read: Iterable[Finding], reports: Iterable[Report], corpus: Corpus) -> frozenset[Finding]:
    """What would be told as well if nothing were held: editions are made of nothing held."""
    of_editions = {finding for report in reports for finding in report.findings}
    return frozenset([*read, *of_editions.difference(corpus.findings)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Alone:
    """What a check finds where nothing is held."""

    findings: Sequence[Finding]
    marks: Sequence[Mark]
    sheets: Sequence[Sheet]
    lock: Lock
    gone: files.Gone
    known: frozenset[Place] = field(default=frozenset())
    """Where the same is told by who reads all."""

    def is_free(self, mark: Mark) -> bool:
        """Whether others may read it; of what tells of a held text, or is like it, nothing."""
        told = f"{mark.finding} ¶ {mark.excerpt}"
        if self.gone.has(mark.finding.location.path) or mark.finding.code == waiting.ALIKE:
            return False
        is_known = place_of(mark) in self.known
        if self.lock.is_said(self.lock.of_others(told) if is_known else told):
            return False
        return is_known or not self.lock.is_named(told)


def of_check(root: Path, proof: Proof, clock: dt.datetime, now: dt.datetime, lock: Lock) -> Alone:
    from pipeline import proofreading

    corpus = proof.register.corpus
    gone = _gone(corpus, now, lock)
    begun = reading.Begun(root, now=clock, is_printed=False, gone=gone)
    sheets = tuple(_sheets(proof.sheets, begun.opened.folder, gone, corpus))
    marks = proofreading.as_if_gone(proof, sheets, begun.whole)
    findings = _as_told(corpus, begun.whole)
    return Alone(
        findings=findings,
        marks=marks,
        sheets=sheets,
        lock=lock,
        gone=gone,
        known=frozenset([*map(place_of, proof.marks), *((f.code, f.location) for f in findings)]),
    )


def _sheets(
    sheets: Iterable[Sheet], folder: files.Folder, gone: files.Gone, corpus: Corpus
) -> Iterator[Sheet]:
    from pipeline import proofreading

    for sheet in sheets:
        if gone.pictures and sheet.path == folder.shown(files.PICTURES):
            path = folder.shared[files.PICTURES]
            if alone := proofreading.page(path, sheet.path, corpus, folder):
                yield alone
        elif not gone.has(sheet.path):
            yield sheet
