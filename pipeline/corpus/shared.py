"""The shared files in one language, and readers of sources that know what stands in them."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from pipeline import calendar, wording
from pipeline.corpus import records
from pipeline.corpus.house import ORGANISATION, House
from pipeline.corpus.lookups import LookUps
from pipeline.corpus.reader import Reader, not_translated, stands_in
from pipeline.corpus.records import Outcome, nothing_yet
from pipeline.errors import CopyError, Finding, Location
from pipeline.frontmatter import Listing, Node, Scalar, Table
from pipeline.model.corpus import Broken
from pipeline.model.house import Organisation
from pipeline.model.texts import Text

ORDER = ("facts", "contacts", "agenda", "images", "names", "organisation")
"""Captions tell facts, the organisation shows its logo: each file after those it needs."""
KINDS = {"agenda": "events"}
"""What the records of a file are called in references and look-ups."""


class Shared:
    """Facts, contacts, names, dates, pictures and the organisation as they read in one language."""

    def __init__(self, house: House, language: str) -> None:
        self.house = house
        self.language = language
        self.outcome = nothing_yet()
        self.made: dict[str, dict[str, Any]] = {}
        self._faults = {KINDS.get(name, name): f for name, f in house.unreadable.items()}
        self._looks: dict[str, LookUps] = {}
        self._references: Mapping[str, Mapping[str, Any]] = {}
        self._silent: dict[str, Finding] = {}
        for name in ORDER:
            self.made[name] = self._read(name)
        self._silent = self._without_words()
        self.unread = tuple(
            Broken(kind=name, id="*", findings=(f,)) for name, f in house.unreadable.items()
        )
        self._references = self._referable()
        self.organisation = self.made["organisation"].get("organisation") or self._stand_in()

    def _read(self, name: str) -> dict[str, Any]:
        node = self.house.nodes.get(f"{name}.yaml")
        outcome = nothing_yet(self.house.marks.get(name))
        if node is not None:
            try:
                self._reading(name)(node, self.reader, outcome)
            except CopyError as error:
                found = [replace(f, message=f"{name}.yaml {f.message}") for f in error.findings]
                outcome.findings.extend(found)
                self.house.unreadable.setdefault(name, found[0])
                self._faults.setdefault(KINDS.get(name, name), found[0])
        for broken in outcome.broken:
            key = f"{KINDS.get(name, name)}.{_word(broken.id)}"
            self._faults.setdefault(key, broken.findings[0])
        self.outcome.take(outcome)
        return outcome.made

    def _reading(self, name: str) -> Callable[[Node, records.ReaderOf, Outcome], None]:
        if name == "images":
            return functools.partial(records.pictures, measure=self.house.measure)
        read: Callable[[Node, records.ReaderOf, Outcome], None] = getattr(records, name)
        return read

    def reader(self, date: dt.date | None = None, own_language: str = "") -> Reader:
        """A reader for a source of that day, written in its own language if not in the copy's."""

        def missed(spoken: str, where: Location) -> None:
            if self.house.policy == "fail":
                message = f"not translated into {self.language}"
                reader.report("T102", message, f"add {self.language}: …", where)
            else:
                outcome = f"{stands_in(spoken)} where it is looked up"
                reader.omitted.append(not_translated(where, self.language, outcome))

        @functools.cache
        def find_in(language: str) -> wording.Find:
            return self._guarded(self._look(language).at(date or self.house.today, missed), reader)

        reader = Reader(
            language=self.language,
            default=self.house.languages[0],
            languages=self.house.languages,
            policy=self.house.policy,
            timezone=self.house.timezone,
            find_in=find_in,
            known=self._look(own_language or self.language).known,
            pictures=self._with_faults("images"),
            references=self._references,
            own_language=own_language,
            home=self.house.home,
            memo=self.house.memo,
        )
        return reader

    def _look(self, language: str) -> LookUps:
        if language not in self._looks:
            agenda = self.house.nodes.get("agenda.yaml")
            entries = agenda.items if isinstance(agenda, Listing) else ()
            events = {records.event_id(e): e for e in entries if isinstance(e, Table)}
            self._looks[language] = LookUps(
                language=language,
                languages=self.house.languages,
                organisation=self.house.node(ORGANISATION),
                facts=self.house.node("facts.yaml").entries,
                events={name: event for name, event in events.items() if name},
                contacts=self.house.node("contacts.yaml").entries,
            )
        return self._looks[language]

    def _guarded(self, find: wording.Find, reader: Reader) -> wording.Find:
        """Look-ups that take over the fault of the record they name."""

        def found(name: str) -> wording.Value | None:
            head, _, rest = name.partition(".")
            record = f"{head}.{_word(rest.split('.')[0])}"
            if finding := self._faults.get(head) or self._faults.get(record):
                reader.findings.append(finding)
                return wording.Value("")
            return find(name)

        return found

    def _with_faults(self, name: str) -> Mapping[str, Any]:
        """The records of a file; one that is broken stands there as its fault."""
        made = self.made.get(name, {})
        kind = KINDS.get(name, name)
        broken = {b.id: b.findings[0] for b in self.outcome.broken if b.kind in (kind, "pictures")}
        unreadable = {"*": self._faults[kind]} if kind in self._faults else {}
        silent = self._silent if name == "images" else {}
        faults = {**silent, **broken, **unreadable}
        return {**made, **faults} if faults else made

    def _without_words(self) -> dict[str, Finding]:
        """Pictures that are left out, because nobody has said in this language what they show."""
        broken = {one.id for one in self.outcome.broken if one.kind == "pictures"}
        told = broken.union(self.made["images"])
        spoken = calendar.language_name(self.language, "en")
        remedy = f"write its alt in {spoken}, too, or take it out of what is in {spoken}"
        return {
            name: Finding("I100", f"{name!r} says nothing in {spoken}", remedy, node.where)
            for name, node in self.house.node("images.yaml").entries.items()
            if name not in told
        }

    def _referable(self) -> Mapping[str, Mapping[str, Any]]:
        def stems(kind: str) -> dict[str, None]:
            return {found.slug: None for found in self.house.folder.found if found.kind == kind}

        return {
            "contacts": self._with_faults("contacts"),
            "events": self._with_faults("agenda"),
            "facts": self._with_faults("facts"),
            "news": stems("news"),
            "releases": stems("release"),
            "boilerplate": stems("boilerplate"),
        }

    def _stand_in(self) -> Organisation:
        """An organisation with a fault: nothing is published for it, but all is read."""
        node = self.house.node(ORGANISATION)
        name = node.entries.get("name")
        shown = Text(plain=name.text if isinstance(name, Scalar) else "", language=self.language)
        return Organisation(
            name=shown,
            short_name=shown,
            languages=self.house.languages,
            timezone=self.house.timezone,
            missing_translation=self.house.policy,
            where=node.where,
        )


def _word(name: str) -> str:
    return name.replace("-", "_")
