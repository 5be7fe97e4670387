"""The nouns. Values only: nothing here reads, renders or prints."""

from __future__ import annotations

import calendar as months
import datetime as dt
import functools
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath, PurePosixPath
from typing import Any

from pipeline.errors import Finding, Location

NO_PATH = PurePath()
NOWHERE = Location(NO_PATH)


@functools.total_ordering
@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day, or a month or a year where that is all that is known.

    >>> Day(2025, 6).last
    datetime.date(2025, 6, 30)
    >>> str(Day(2025)), str(Day(2020, 3, 26))
    ('2025', '2020-03-26')
    """

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, date: dt.date) -> Day:
        return cls(date.year, date.month, date.day)

    @property
    def first(self) -> dt.date:
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> dt.date:
        month = self.month or 12
        return dt.date(self.year, month, self.day or months.monthrange(self.year, month)[1])

    @property
    def is_exact(self) -> bool:
        return self.day is not None

    def __lt__(self, other: Day) -> bool:
        return (self.first, self.last) < (other.first, other.last)

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A writer's words in one language, ready to be placed.

    In a template `{{ text }}` prints the HTML, `{{ text.plain }}` the words alone. A passage
    that falls back to another language carries its `lang` in the HTML itself.
    """

    html: str = ""
    plain: str = ""
    language: str = ""
    where: Location = NOWHERE

    def __str__(self) -> str:
        return self.plain

    def __html__(self) -> str:
        return self.html

    def __bool__(self) -> bool:
        return bool(self.html)


NO_TEXT = Text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Anything a writer wrote down, with the place of each of its keys."""

    where: Location = NOWHERE
    keys: Mapping[str, Location] = field(default_factory=dict, repr=False)

    def at(self, key: str) -> Location:
        return self.keys.get(key, self.where)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    url: str
    text: Text = NO_TEXT
    audience: str = "public"
    """`public`, or `members` for what only members can open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture(Record):
    """A picture with what must be known before it may be published."""

    name: str
    """The file's path below `images/`, as the writers name it."""
    alt: Text
    """Empty only if the picture is declared decorative (`alt: ""`)."""
    credit: Text
    licence: str
    """An SPDX identifier or the words of the licence."""
    caption: Text = NO_TEXT
    width: int = 0
    height: int = 0
    """In pixels; an SVG's own size in CSS pixels."""
    format: str = ""
    """`png`, `jpeg`, `gif`, `webp` or `svg`."""
    scaled: str = ""
    """What it becomes when it is made smaller; empty if only its pixels can tell."""
    digest: str = ""
    """SHA-256 of the file, hexadecimal."""
    path: PurePath = NO_PATH
    """Where the file is on this machine; never shown, never printed."""

    @property
    def url(self) -> str:
        """The address that templates use; only the manifest answers to it."""
        return f"https://build.invalid/images/{self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Social:
    network: str
    handle: str = ""
    url: str = ""
    label: Text = NO_TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    """What an organisation may override of the designer's defaults."""

    primary: str = ""
    accent: str = ""
    logo: Picture | None = None
    bitmap: Picture | None = None
    """The logo in pixels, for mail programs, which show no drawings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Governance:
    as_of: Day | None = None
    president: Text = NO_TEXT
    vice_presidents: tuple[Text, ...] = ()
    committee: tuple[Text, ...] = ()
    director: Text = NO_TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """How letters leave the house."""

    sender: str = ""
    """The `from` key: an address, or `Name <address>`."""
    list_id: str = ""
    unsubscribe: str = ""
    preferences: str = ""
    images: str = ""
    """The https address below which the letter's pictures are hosted; none: they travel along."""
    online: str = ""
    """The https address below which `<edition>/<language>/web.html` and `agenda.ics` are put."""
    profile: str = "generic"
    """Whose merge tags the letter carries: generic, listmonk, mailchimp or brevo."""
    utm: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Record):
    name: Text
    short_name: Text
    languages: tuple[str, ...]
    """The first is the default language."""
    timezone: str
    website: str = ""
    address: Text = NO_TEXT
    phone: str = ""
    tagline: Text = NO_TEXT
    legal: Text = NO_TEXT
    missing_translation: str = "omit"
    """What becomes of copy without a translation: `omit`, `fallback` or `fail`."""
    social: tuple[Social, ...] = ()
    brand: Brand = Brand()
    governance: Governance | None = None
    mail: Mail = Mail()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Record):
    """A figure or a statement that is true once and told everywhere."""

    id: str
    value: int | float | str
    text: str
    """The value as it is written in the language: `1,200`, `1 200`, `in two dozen`."""
    unit: tuple[Text, ...] = ()
    """The words it may stand before; the first is the one to print."""
    contraindications: tuple[str, ...] = ()
    """The `not` key: values and units that writers mistake for this one."""
    as_of: Day | None = None
    source: Text = NO_TEXT
    history: tuple[Fact, ...] = ()
    """What it was before, each with the day from which it held (`as_of`)."""

    def on(self, date: dt.date) -> Fact:
        """The fact as it stood on *date*, so that a new figure never rewrites an old letter."""
        known = sorted((f for f in self.history if f.as_of), key=lambda f: f.as_of or Day(1))
        if not known or (self.as_of and self.as_of.first <= date):
            return self
        earlier = [fact for fact in known if fact.as_of and fact.as_of.first <= date]
        return earlier[-1] if earlier else known[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Record):
    id: str
    name: Text
    email: str
    role: Text = NO_TEXT
    phone: str = ""
    label: Text = NO_TEXT
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Name(Record):
    """A canonical name and the variants that are wrong."""

    name: str
    variants: tuple[str, ...] = ()
    """The `not` key."""
    means: Text = NO_TEXT
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """An agenda entry."""

    id: str
    title: Text
    start: Day
    end: Day | None = None
    """Inclusive, as people write it."""
    dates: str = ""
    """`20–22 March 2024`, in the language of the copy."""
    project: Text = NO_TEXT
    place: Text = NO_TEXT
    country: str = ""
    """ISO 3166-1 or -2."""
    country_name: str = ""
    link: str = ""
    link_text: Text = NO_TEXT
    audience: str = "public"
    status: str = "planned"
    series: str = ""
    edition: Text = NO_TEXT
    partner: Text = NO_TEXT

    @property
    def last_day(self) -> dt.date:
        return (self.end or self.start).last


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


@dataclass(frozen=True, slots=True)
class Artifact:
    """A finished file, not yet written."""

    name: PurePosixPath
    content: bytes = field(repr=False)
