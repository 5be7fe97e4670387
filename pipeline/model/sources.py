"""What writers write: a file of Markdown each, as it reads in one language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import field

from pipeline.errors import Location
from pipeline.frozen import dataclass
from pipeline.model.house import Contact
from pipeline.model.texts import NO_TEXT, NOWHERE, Day, Link, Picture, Record, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Record):
    """One Markdown file as it reads in one language."""

    kind: str
    """One of the kinds of Markdown source, such as `news`, `release` or `chapter`."""
    slug: str
    """The stem without the language: `2019-12-16-riga`."""
    language: str
    """The language it is really in."""
    title: Text = NO_TEXT
    date: Day | None = None
    embargo: dt.datetime | None = None
    """Not to be published before this moment (with a zone)."""
    body: Text = NO_TEXT
    markdown: str = ""
    """The body as it was written, look-ups resolved."""
    body_line: int = 1
    """The line of the file on which the body begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story(Source):
    """A news item."""

    start: Day | None = None
    end: Day | None = None
    dates: str = ""
    """When what it reports took place: `14–15 November 2019`."""
    place: Text = NO_TEXT
    country: str = ""
    country_name: str = ""
    project: Text = NO_TEXT
    image: Picture | None = None
    link: str = ""
    link_text: Text = NO_TEXT
    links: tuple[Link, ...] = ()
    section: str = ""
    audience: str = "public"
    order: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Release(Source):
    standfirst: Text = NO_TEXT
    place: Text = NO_TEXT
    country: str = ""
    country_name: str = ""
    contacts: tuple[Contact, ...] = ()
    boilerplate: str = "short"
    images: tuple[Picture, ...] = ()
    notes: Text = NO_TEXT
    subtitle: Text = NO_TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue(Source):
    subject: Text = NO_TEXT
    number: str = ""
    preheader: Text = NO_TEXT
    since: dt.date | None = None
    until: dt.date | None = None
    items: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    agenda_until: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """A release in a kit's list: one of ours, or somebody else's."""

    title: Text
    date: Day | None = None
    issuer: Text = NO_TEXT
    url: str = ""
    release: Release | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit(Source):
    subtitle: Text = NO_TEXT
    event: str = ""
    contacts: tuple[Contact, ...] = ()
    releases: int | tuple[str | Announcement, ...] = 0
    figures: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    """Without the `#`."""
    boilerplate: str = "long"
    sections: tuple[Source, ...] = ()


SECTIONS = ("introduction", "recommendations", "practices", "references")
"""Those of a chapter, in the order of the house."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter(Source):
    """A chapter of the manifesto: its four sections, apart."""

    number: int = 0
    introduction: Text = NO_TEXT
    recommendations: Text = NO_TEXT
    practices: Text = NO_TEXT
    references: Text = NO_TEXT
    headings: Mapping[str, str] = field(default_factory=dict)
    """Section -> its heading as printed; in the order of the file."""
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifesto(Source):
    subtitle: Text = NO_TEXT
    chapters: tuple[Chapter, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    title: Text
    body: Text = NO_TEXT
    notes: Text = NO_TEXT
    where: Location = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck(Source):
    slides: tuple[Slide, ...] = ()
