"""What `{{ … }}` may name: facts, events, contacts and the organisation, in one language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pipeline import calendar, wording
from pipeline.errors import Location
from pipeline.frontmatter import Listing, Node, Scalar, Table
from pipeline.model.texts import Day
from pipeline.wording import Value

EVENT_KEYS = ("title", "place", "edition", "partner", "project", "link", "status")
CONTACT_KEYS = ("name", "role", "email", "phone", "label")
FACT_KEYS = ("value", "unit", "as_of", "source")
DATE_KEYS = ("dates", "spoken_dates", "year", "start", "end", "country")
ORGANISATION_KEYS = (
    "name",
    "short_name",
    "website",
    "address",
    "phone",
    "tagline",
    "legal",
    "timezone",
)
KINDS = {"email": "email", "website": "url", "link": "url", "phone": "text", "status": "text"}
"""What kind of words a key holds; the others are texts with emphasis."""
UNTOLD = Value("", "untold")
DEEPEST = 4
MOST = 10_000
LONGEST = 1_000_000
"""Look-ups in one source, those inside them too, and the letters that they may bring."""


Missed = Callable[[str, Location], None]
"""Told the language and the place of words that stand in for a missing translation."""


@dataclass(frozen=True, eq=False, repr=False)
class LookUps:
    """The raw nodes of the shared files, read when a text asks for one of them."""

    language: str
    languages: tuple[str, ...]
    organisation: Table
    facts: Mapping[str, Node]
    events: Mapping[str, Table]
    contacts: Mapping[str, Node]

    def __post_init__(self) -> None:
        for name in ("facts", "events", "contacts"):
            told = getattr(self, name)
            object.__setattr__(self, name, {**{_word(key): told[key] for key in told}, **told})

    def at(
        self, date: dt.date | None, missed: Missed = lambda language, where: None
    ) -> wording.Find:
        """The look-up for a text of this date: a fact with history is told as it was then."""
        return _Search(self, date, missed).find

    def known(self) -> Iterator[str]:
        """Every name that a text may look up."""
        for name in _words(self.facts):
            yield f"facts.{name}"
        for name in _words(self.events):
            told = self.events[name].entries
            yield from (f"events.{name}.{key}" for key in DATE_KEYS)
            yield from (f"events.{name}.{key}" for key in EVENT_KEYS if key in told)
        for name in _words(self.contacts):
            yield from (f"contacts.{name}.{key}" for key in CONTACT_KEYS)
        told = self.organisation.entries
        yield from (f"organisation.{key}" for key in told if key in ORGANISATION_KEYS)


class _Untold(Exception):
    """A value looks up what is not there, or itself."""


class _Search:
    """One text's look-ups; values may look up others, but not for ever."""

    def __init__(self, look: LookUps, date: dt.date | None, missed: Missed) -> None:
        self.look = look
        self.date = date
        self.missed = missed
        self.open: list[str] = []
        self.count = 0
        self.letters = 0

    def is_spent(self) -> bool:
        return self.count > MOST or self.letters > LONGEST

    def find(self, name: str) -> Value | None:
        self.count += 1
        if name in self.open or len(self.open) > DEEPEST or self.is_spent():
            return UNTOLD
        self.open.append(name)
        try:
            value = self._find(name)
        except _Untold:
            return UNTOLD
        finally:
            self.open.pop()
        self.letters += len(value.text) if value else 0
        return UNTOLD if self.is_spent() else value

    def _inner(self, name: str) -> Value:
        """What a value looks up itself: with one that fails all of it fails, at once."""
        value = self.find(name)
        if value is None or value is UNTOLD:
            raise _Untold
        return value

    def _find(self, name: str) -> Value | None:
        head, key, *rest = name.split(".")
        if head == "organisation" and key in ORGANISATION_KEYS and not rest:
            return self._value(self.look.organisation, key)
        if head == "facts" and len(rest) < 2:
            return self._fact(self.look.facts.get(key), rest[0] if rest else "value")
        if head == "contacts" and len(rest) == 1 and rest[0] in CONTACT_KEYS:
            contact = self.look.contacts.get(key)
            return self._value(contact, rest[0]) if isinstance(contact, Table) else None
        if head == "events" and len(rest) == 1:
            event = self.look.events.get(key)
            return self._event(event, rest[0]) if isinstance(event, Table) else None
        return None

    def _value(self, table: Table, key: str) -> Value | None:
        text = self._text(table.entries.get(key))
        return None if text is None else Value(text, KINDS.get(key, "markdown"))

    def _text(self, node: Node | None) -> str | None:
        """The words of *node*, its own look-ups replaced; none if it is not a text."""
        if isinstance(node, Table):
            order = dict.fromkeys((self.look.language, *self.look.languages))
            spoken = next((code for code in order if code in node.entries), "")
            if spoken and spoken != self.look.language:
                self.missed(spoken, node.where)
            node = node.entries.get(spoken)
        if not isinstance(node, Scalar):
            return None
        words = wording.one_line(node.text)
        made, findings = wording.plain(words, self._inner, lambda: (), node.where)
        if findings:
            raise _Untold
        return made

    def _event(self, event: Table, key: str) -> Value | None:
        if key in EVENT_KEYS:
            return self._value(event, key)
        language = self.look.language
        try:
            if key == "country":
                code = self._text(event.entries["country"]) or ""
                return Value(calendar.country(code.upper(), language))
            start = calendar.parse_day(self._text(event.entries["start"]) or "")
            end = self._text(event.entries.get("end"))
            last = calendar.parse_day(end) if end else None
        except (KeyError, ValueError):
            return None
        told: Mapping[str, Callable[[], str]] = {
            "dates": lambda: calendar.span(start, last, language),
            "spoken_dates": lambda: calendar.spoken_span(start, last, language),
            "year": lambda: str(start.year),
            "start": lambda: calendar.day(start, language),
            "end": lambda: calendar.day(last or start, language),
        }
        return Value(told[key]()) if key in told else None

    def _fact(self, fact: Node | None, key: str) -> Value | None:
        if fact is None or key not in FACT_KEYS:
            return None
        if not (isinstance(fact, Table) and "value" in fact.entries):
            typed = self._text(fact) if key == "value" else None
            return None if typed is None else Value(figure(typed, self.look.language, False))
        told = as_of(fact, self.date)
        if key == "value":
            typed = self._text(told.entries.get("value"))
            has_unit = "unit" in fact.entries
            return None if typed is None else Value(figure(typed, self.look.language, has_unit))
        if key == "as_of":
            since = _since(told)
            return Value(calendar.day(since, self.look.language)) if since else None
        text = self._text(self._first(told.entries.get(key, fact.entries.get(key))))
        return None if text is None else Value(text, "markdown")

    def _first(self, node: Node | None) -> Node | None:
        """The one to print, of units that are a list, or a list for each language."""
        if isinstance(node, Table) and isinstance(
            own := node.entries.get(self.look.language), Listing
        ):
            node = own
        if isinstance(node, Listing):
            return node.items[0] if node.items else None
        return node


def as_of(fact: Table, date: dt.date | None) -> Table:
    """The fact's own table, or the entry of its history that held on *date*."""
    history = fact.entries.get("history")
    if date is None or not isinstance(history, Listing):
        return fact
    dated = [(day, entry) for entry in history.items if (day := _since(entry))]
    own = _since(fact)
    if not dated or (own and own.first <= date):
        return fact
    dated.sort(key=lambda pair: pair[0])
    held = [entry for day, entry in dated if day.first <= date] or [dated[0][1]]
    return held[-1] if isinstance(held[-1], Table) else fact


def _since(node: Node) -> Day | None:
    typed = node.entries.get("as_of") if isinstance(node, Table) else None
    try:
        return calendar.parse_day(typed.text) if isinstance(typed, Scalar) else None
    except ValueError:
        return None


LONGEST_NUMBER = 40
"""Signs of a number; what has more is no figure that anybody counts with."""


def number(typed: str) -> int | float | str:
    """A typed value as a number where it is one.

    >>> number("250"), number("1,200"), number("2.5"), number("two dozen")
    (250, 1200, 2.5, 'two dozen')
    """
    bare = typed.replace(",", "").replace("\N{NARROW NO-BREAK SPACE}", "")
    if len(bare) > LONGEST_NUMBER:
        return typed
    try:
        return int(bare)
    except ValueError:
        pass
    try:
        return float(bare) if bare.replace(".", "", 1).isdigit() else typed
    except ValueError:
        return typed


def figure(typed: str, language: str, has_unit: bool) -> str:
    """A number as the language writes it; a year, which counts nothing, as it stands."""
    value = number(typed)
    if isinstance(value, str):
        return typed
    if not has_unit and isinstance(value, int) and 1000 <= value <= 2999:
        return typed
    return calendar.number(value, language)


def _word(name: str) -> str:
    return name.replace("-", "_")


def _words(told: Mapping[str, Any]) -> Iterator[str]:
    return (name for name in told if "-" not in name)
