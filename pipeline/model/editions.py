"""What designers declare, and what is made up of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import field
from typing import Any

from pipeline.errors import Finding, Location
from pipeline.frozen import dataclass
from pipeline.model.house import Contact, Event, Fact, Organisation
from pipeline.model.sources import Announcement, Story
from pipeline.model.texts import NO_TEXT, NOWHERE, Picture, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A named run of sources chosen by one rule."""

    name: str
    title: str = ""
    kinds: tuple[str, ...] = ()
    limit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One file a publication wants to see in `build/`."""

    name: str
    renderer: str
    template: str | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    where: Location = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What we publish, as its designer declares it."""

    slug: str
    title: str
    word: str = ""
    """The label of `words.toml` that says the title in every language, if there is one."""
    per: str
    """What one edition is about: issue, release, kit, manifesto, deck or standing."""
    audience: str = "public"
    """`public`, or `press`: may hold what is under embargo, with its notice."""
    sections: tuple[Section, ...] = ()
    outputs: tuple[Output, ...] = ()
    archive: str = ""
    """The template of the page over all its editions, with its feeds; none: it has no such page."""
    where: Location = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A section made up: its label and what stands in it."""

    name: str
    label: str
    items: tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One publication made up for one occasion, in one language: all a template may see."""

    publication: Publication
    slug: str
    language: str
    title: Text
    date: dt.date
    organisation: Organisation
    lead: Any = None
    """The Issue, Release, Kit, Manifesto or Deck it is made from; none for a standing one."""
    sections: Mapping[str, Run] = field(default_factory=dict)
    """The sections of the declaration; in a newsletter, those of the issue, in order."""
    did_you_know: tuple[Story, ...] = ()
    agenda: tuple[Event, ...] = ()
    event: Event | None = None
    previous: tuple[Event, ...] = ()
    """Earlier events of the same series, newest first."""
    figures: tuple[Fact, ...] = ()
    contacts: tuple[Contact, ...] = ()
    announcements: tuple[Announcement, ...] = ()
    boilerplate: Text = NO_TEXT
    boilerplate_title: Text = NO_TEXT
    pictures: tuple[Picture, ...] = ()
    """Every picture in it, the logo last."""
    facts: Mapping[str, Fact] = field(default_factory=dict)
    embargo: dt.datetime | None = None
    """The latest embargo still running on anything in it."""
    newsroom: str = ""
    """Whom this copy was made for, if for one newsroom alone."""
    place: str = ""
    """The folder it is put in, where that is not called after it."""
    languages: tuple[str, ...] = ()
    """The languages this edition is made in."""
    enclosed: tuple[Edition, ...] = ()
    """Editions of another publication that travel along in a ZIP."""
    findings: tuple[Finding, ...] = ()
    """What was noticed while it was made up: copy left out, or without a translation."""

    @property
    def folder(self) -> str:
        return self.place or self.slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """An edition that is not made, and why."""

    publication: Publication
    slug: str
    language: str
    findings: tuple[Finding, ...]
