"""Read `sources/` into a corpus: every fault of every file in one run."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from functools import cached_property
from pathlib import Path, PurePath
from typing import TypeVar

from pipeline import calendar
from pipeline.corpus import files, keys, records, sources, versions
from pipeline.corpus.copies import unnamed
from pipeline.corpus.files import Found
from pipeline.corpus.house import House
from pipeline.corpus.records import Outcome, nothing_yet
from pipeline.corpus.shared import Shared
from pipeline.corpus.versions import Version
from pipeline.errors import Finding, Level
from pipeline.frozen import mutable
from pipeline.model.corpus import Copy, Corpus
from pipeline.model.sources import Chapter, Deck, Issue, Kit, Manifesto, Release, Source, Story
from pipeline.model.texts import Day

KINDS = tuple(keys.MARKDOWN)
S = TypeVar("S", bound=Source)


def read(
    root: Path,
    kinds: Iterable[str] | None = None,
    now: dt.datetime | None = None,
    only: PurePath | None = None,
    gone: files.Gone | None = None,
) -> Corpus:
    """The whole folder in every language; bodies only of *kinds*, where some are named.

    Where somebody asks about one file *only*, it is read and no other source.

    What has no date of its own tells the figures of *now*, and none that are to come.
    What is *gone* is read by nobody.
    """
    return Begun(root, kinds, now, only, gone=gone).whole


class Begun:
    """A folder whose shared pages have been read; its sources are, once somebody asks."""

    def __init__(
        self,
        root: Path,
        kinds: Iterable[str] | None = None,
        now: dt.datetime | None = None,
        only: PurePath | None = None,
        *,
        is_printed: bool = True,
        gone: files.Gone | None = None,
    ) -> None:
        folder = files.look(root) if gone is None else files.without(files.look(root), gone)
        self._house = House(folder, frozenset(kinds or KINDS), now, is_printed)
        self._read = [_Reading(self._house, one, only) for one in self._house.languages]

    @property
    def opened(self) -> files.Opened:
        """What was read of the folder, for who goes through the same files."""
        return files.Opened(self._house.folder, self._house.typed)

    @property
    def shared(self) -> Corpus:
        """Facts, contacts, names, dates and pictures, and what holds sources back."""
        copies = {one.language: one.shared_copy() for one in self._read}
        return Corpus(copies=copies, embargoes=dict(versions.hours(self._house)))

    @cached_property
    def whole(self) -> Corpus:
        house = self._house
        copies = {one.language: one.copy() for one in self._read}
        omitted = (finding for copy in copies.values() for finding in copy.omitted)
        found = list(_one_cause([*house.findings, *omitted], files.headless(house.folder.found)))
        ordered = sorted(dict.fromkeys(found), key=lambda finding: finding.order)
        together = versions.grouped(house.folder.found)
        several = (tuple(file.shown for file in files_of) for files_of in together if files_of[1:])
        return replace(
            self.shared,
            copies=copies,
            findings=tuple(ordered),
            versions=tuple(several),
            typed=versions.typed(house),
            over=tuple(house.over),
        )


def _one_cause(findings: list[Finding], headless: dict[PurePath, Finding]) -> Iterator[Finding]:
    """In a folder whose head has another name, its keys are wrong for that reason alone."""
    hidden = {f.location.path.parent for f in findings if f.code == "K100"} & headless.keys()
    for folder, finding in headless.items():
        told = unnamed(folder, finding)
        yield replace(told, level=Level.ERROR) if folder in hidden else told
    for finding in findings:
        if finding.code != "K100" or finding.location.path.parent not in hidden:
            yield finding


@mutable(eq=False, repr=False)
class _Reading:
    """The house as it reads in one language."""

    house: House
    language: str
    only: PurePath | None = None
    gathered: list[Source] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.shared = Shared(self.house, self.language)
        self.outcome = self.shared.outcome
        groups = versions.grouped(self.house.folder.found)
        self.groups = [
            each
            for each in groups
            if self.only is None or any(one.shown == self.only for one in each)
        ]
        self._wholes = dict(self._dated_wholes())

    def _dated_wholes(self) -> Iterator[tuple[Path, Day]]:
        for found, typed in self.house.dates.items():
            if found.kind in ("kit", "manifesto"):
                with contextlib.suppress(ValueError):
                    yield found.path.parent, calendar.parse_day(typed)

    def copy(self) -> Copy:
        for files_of in self.groups:
            if files_of[0].kind != "boilerplate":
                self._read(files_of)
        boilerplates = self._boilerplates()
        self.house.findings.extend(self.outcome.findings)
        return replace(
            self.shared_copy(),
            boilerplates=boilerplates,
            news=self._of(Story),
            releases=self._of(Release),
            issues=self._of(Issue),
            kits=tuple(self._with_sections(kit) for kit in self._of(Kit)),
            manifestos=tuple(self._with_chapters(book) for book in self._of(Manifesto)),
            decks=self._of(Deck),
            broken=(*self.shared.unread, *self.outcome.broken, *versions.unread(self.house)),
            omitted=tuple(dict.fromkeys(self.outcome.omitted)),
        )

    def shared_copy(self) -> Copy:
        """What stands in the shared pages, and what of them cannot be used."""
        made = self.shared.made
        return Copy(
            language=self.language,
            organisation=self.shared.organisation,
            facts=made["facts"],
            contacts=made["contacts"],
            names=tuple(made["names"].values()),
            agenda=tuple(made["agenda"].values()),
            pictures=made["images"],
            broken=(*self.shared.unread, *self.outcome.broken),
        )

    def _of(self, type_: type[S]) -> tuple[S, ...]:
        return tuple(source for source in self.gathered if isinstance(source, type_))

    def _read(self, files_of: tuple[Found, ...]) -> None:
        outcome = nothing_yet()
        version = versions.choose(self.house, files_of, self.language, outcome)
        if version:
            date = versions.readable_date(version.head, version.found.slug)
            date = date or self._date_of_whole(version.found)
            self._build(version, files_of, date, outcome)
        self.outcome.take(outcome)
        self.gathered.extend(outcome.made.values())

    def _date_of_whole(self, found: Found) -> Day | None:
        """A chapter, a section of a kit, tells the figures of the day of the whole."""
        return self._wholes.get(found.path.parent) if found.kind in ("section", "chapter") else None

    def _build(
        self, version: Version, files_of: tuple[Found, ...], date: Day | None, outcome: Outcome
    ) -> None:
        own = version.head_language if version.head_language != self.language else ""
        reader = self.shared.reader(date.last if date else None, own)
        contacts = self.shared.made["contacts"]
        records.attempt(
            outcome,
            version.found.kind,
            versions.name_of(version.found),
            version.where,
            reader,
            lambda: sources.build(version, reader, contacts),
            (date, None),
        )
        outcome.broken = [versions.held_back(one, self.house, files_of) for one in outcome.broken]

    def _boilerplates(self) -> dict[tuple[str, dt.date], Source]:
        """The texts about the house, each as it reads on the day of every edition."""
        carriers = (Issue, Release, Kit, Manifesto, Deck)
        dated = (source.date for source in self.gathered if isinstance(source, carriers))
        dates = dict.fromkeys(date.last for date in dated if date)
        made: dict[tuple[str, dt.date], Source] = {}
        for files_of in self.groups:
            if files_of[0].kind != "boilerplate":
                continue
            outcome = nothing_yet()
            version = versions.choose(self.house, files_of, self.language, outcome)
            for date in [*dates, dt.date.max] if version else ():
                assert version is not None
                one = nothing_yet()
                day = (self.house.today or date) if date == dt.date.max else date
                self._build(version, files_of, Day.of(day), one)
                for source in one.made.values():
                    made[source.slug, date] = source
                outcome.findings.extend(one.findings)
                outcome.omitted.extend(one.omitted)
                outcome.broken.extend(one.broken[: not outcome.broken])
            self.outcome.take(outcome)
        return made

    def _with_sections(self, kit: Kit) -> Kit:
        parts = [part for part in self.gathered if part.kind == "section"]
        return replace(kit, sections=tuple(part for part in parts if _is_beside(part, kit)))

    def _with_chapters(self, manifesto: Manifesto) -> Manifesto:
        mine = [chapter for chapter in self._of(Chapter) if _is_beside(chapter, manifesto)]
        numbered = (replace(c, number=c.number or n) for n, c in enumerate(mine, start=1))
        return replace(manifesto, chapters=tuple(numbered))


def _is_beside(part: Source, whole: Source) -> bool:
    return part.where.path.parent == whole.where.path.parent
