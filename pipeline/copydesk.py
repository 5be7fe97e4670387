"""What every edition asks of the copy: what is free, what is faulty, what a section is called."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from pipeline.errors import Finding, Level
from pipeline.frozen import mutable
from pipeline.model.corpus import Broken, Copy, Corpus
from pipeline.model.editions import Publication, Section
from pipeline.model.house import Contact, Organisation
from pipeline.model.sources import Issue, Source
from pipeline.model.texts import Day, Text

S = TypeVar("S")
_ANCHOR = re.compile(r'\bid="([^"]+)"')


def is_held(source: Any, moment: dt.datetime) -> bool:
    """Whether the source is still under embargo at *moment*."""
    embargo: dt.datetime | None = getattr(source, "embargo", None)
    return embargo is not None and moment < embargo


def first(date: Day | None) -> dt.date:
    """The day that something undated or vaguely dated counts from."""
    return date.first if date else dt.date.min


def anchored_twice(sources: Iterable[Source]) -> Iterator[Finding]:
    """Anchors that two texts of one edition have: a link to the second leads to the first."""
    known: dict[str, Source] = {}
    for one in sources:
        texts = (getattr(one, name) for name in (field.name for field in dataclasses.fields(one)))
        html = "".join(text.html for text in texts if isinstance(text, Text))
        for name in _ANCHOR.findall(html):
            other = known.setdefault(name, one)
            if other is not one and other.where != one.where:
                told = f"{other.slug!r} has it too, and stands in the same edition"
                message = f"the anchor {name!r} leads elsewhere: {told}"
                remedy = "give each anchor a name of its own"
                yield Finding("W118", message, remedy, one.where, Level.WARNING)


def anchored_in_wholes(corpus: Corpus) -> Iterator[Finding]:
    """The same in every kit and book, which are one edition each; who checks makes none."""
    for copy in corpus.copies.values():
        for kit in copy.kits:
            yield from anchored_twice((kit, *kit.sections))
        for book in copy.manifestos:
            yield from anchored_twice((book, *book.chapters))


def day_at(copy: Copy, moment: dt.datetime) -> dt.date:
    """What day it is where the organisation is."""
    return moment.astimezone(ZoneInfo(copy.organisation.timezone)).date()


@mutable(eq=False, repr=False)
class CopyDesk:
    """One publication, one language, one moment; it gathers what stands in the way."""

    publication: Publication
    copy: Copy
    moment: dt.datetime
    words: Mapping[str, str]
    waiting: Mapping[str, dt.datetime]
    """What is held, by folder and name, in whatever language, and until when."""
    faults: list[Finding] = field(default_factory=list)
    """Why the edition must be refused."""
    findings: list[Finding] = field(default_factory=list)
    """What was left out of it."""

    @property
    def today(self) -> dt.date:
        return day_at(self.copy, self.moment)

    def house(self, date: dt.date) -> Organisation:
        """Who we are, in an edition of *date*: who will lead is not told before that day."""
        house = self.copy.organisation
        rule = house.governance
        if rule and rule.as_of and rule.as_of.first > max(date, self.today):
            return dataclasses.replace(house, governance=None)
        return house

    def blame(self, kind: str, is_in: Callable[[Broken], bool] = lambda _: True) -> None:
        """Take up the faults of the broken records of *kind* that the edition would contain."""
        for broken in self.copy.broken:
            if broken.kind == kind and is_in(broken):
                self.faults.extend(broken.findings)

    def free(self, sources: Iterable[S]) -> list[S]:
        """Those that may be published now."""
        return [source for source in sources if not is_held(source, self.moment)]

    def is_named(self, name: str, declared: Mapping[str, Section]) -> bool:
        """Whether somebody has said what stands above a section."""
        has_title = name in declared and bool(declared[name].title)
        return has_title or bool(self.words.get(f"section.{name}"))

    def label(self, name: str, declared: Mapping[str, Section]) -> str:
        """What stands above a section: the language's word, the designer's, or its own name."""
        given = declared[name].title if name in declared else ""
        bare = name.replace("-", " ").replace("_", " ")
        return self.words.get(f"section.{name}") or given or bare[:1].upper() + bare[1:]

    def press(self) -> tuple[Contact, ...]:
        """The contact of a document that names none: the press office, or the first there is."""
        self.blame("contacts")
        contacts = self.copy.contacts
        return (contacts["press"],) if "press" in contacts else tuple(contacts.values())[:1]

    def is_newest(self, issue: Issue) -> bool:
        newest = max((i.date for i in self.copy.issues if i.date), default=None)
        return issue.date == newest
