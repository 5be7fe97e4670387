"""All of `sources/`, and what of it cannot be used."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import field
from pathlib import PurePath

from pipeline.errors import Finding, Location
from pipeline.frozen import dataclass
from pipeline.model.house import Contact, Event, Fact, Name, Organisation
from pipeline.model.sources import Deck, Issue, Kit, Manifesto, Release, Source, Story
from pipeline.model.texts import NOWHERE, Day, Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A record that cannot be used: every edition that would contain it is refused."""

    kind: str
    id: str
    findings: tuple[Finding, ...]
    date: Day | None = None
    """As far as it could be read."""
    end: Day | None = None
    embargo: dt.datetime | None = None
    """As far as it could be read: before its hour it is in no edition that it could hold up."""
    where: Location = NOWHERE
    """Its file, if it has one of its own: what is wrong may be elsewhere, in what it refers to."""
    said: str = field(default="", repr=False)
    """The whole file as it was typed, if it has such an hour: nothing of it may be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Everything in the corpus, as it reads in one language."""

    language: str
    organisation: Organisation
    facts: Mapping[str, Fact] = field(default_factory=dict)
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    names: tuple[Name, ...] = ()
    agenda: tuple[Event, ...] = ()
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    boilerplates: Mapping[tuple[str, dt.date], Source] = field(default_factory=dict)
    """By name and by the day of the edition that carries it."""
    news: tuple[Story, ...] = ()
    releases: tuple[Release, ...] = ()
    issues: tuple[Issue, ...] = ()
    kits: tuple[Kit, ...] = ()
    manifestos: tuple[Manifesto, ...] = ()
    decks: tuple[Deck, ...] = ()
    broken: tuple[Broken, ...] = ()
    omitted: tuple[Finding, ...] = ()
    """What has no translation into this language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """All of `sources/`, once for each language."""

    copies: Mapping[str, Copy]
    findings: tuple[Finding, ...] = ()
    """Every fault of every file, in the order of files and lines."""
    versions: tuple[tuple[PurePath, ...], ...] = ()
    """The files of one source together, those in a language that nobody has declared as well."""

    embargoes: Mapping[tuple[str, str], dt.datetime] = field(default_factory=dict)
    """Kind and name of a source -> the hour until which it is held, where that can be read."""

    typed: Mapping[PurePath, str] = field(default_factory=dict)
    """Every file that can be read, remarks and all, if any of them names an hour."""
    over: tuple[dt.datetime, ...] = ()
    """Hours that old texts name: before them, they were held."""

    def beside(self, paths: Collection[PurePath]) -> dict[PurePath, PurePath]:
        """Every file of the sources that *paths* are of, and which of *paths* that is."""
        found = {path: path for path in paths}
        for files in self.versions:
            if mine := next((path for path in files if path in paths), None):
                found |= {path: mine for path in files if path not in paths}
        return found
