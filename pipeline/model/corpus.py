"""All of `sources/`, and what of it cannot be used."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import field

from pipeline.errors import Finding
from pipeline.frozen import dataclass
from pipeline.model.house import Contact, Event, Fact, Name, Organisation
from pipeline.model.sources import Deck, Issue, Kit, Manifesto, Release, Source, Story
from pipeline.model.texts import Day, Picture


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
