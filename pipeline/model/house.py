"""What a house knows: itself, its facts, its people, its names, its agenda."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import field

from pipeline.frozen import dataclass
from pipeline.model.texts import NO_TEXT, Day, Picture, Record, Text


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
