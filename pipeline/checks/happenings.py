"""Events: dates and editions that are typed, against the agenda."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from pipeline.checks import days, numerals
from pipeline.checks.days import Span
from pipeline.checks.register import Register, folded
from pipeline.checks.sheet import ERROR, WARNING, Block, Mark, Sentence, Sheet
from pipeline.model.house import Event
from pipeline.sought import sought

_HELD = sought(
    r"\b(?:will be held|is held|was held|held|takes? place|taking place|took place|will meet"
    r"|gathers?|runs? from|conference|aura lieu|a eu lieu|se tiendra|s[’']est tenue?|se tient"
    r"|se déroulera|ont lieu|findet|fand|tendrá lugar|tuvo lugar|avrà luogo|vindt plaats)\b",
    re.IGNORECASE,
)


def named(sentence: str, language: str, register: Register) -> list[Event]:
    """The agenda entries whose title or project a sentence names."""
    lowered = " ".join(sentence.lower().split())
    key = ("titles", language)
    if key not in register.memo:
        titled = [(" ".join(e.title.plain.lower().split()), e) for e in register.events(language)]
        register.memo[key] = [(title, event) for title, event in titled if " " in title]
    titles: list[tuple[str, Event]] = register.memo[key]  # type: ignore[assignment]
    return [event for title, event in titles if title in lowered]


def _bounds(event: Event) -> tuple[dt.date, dt.date] | None:
    if not event.start.is_exact or (event.end and not event.end.is_exact):
        return None
    return event.start.first, event.last_day


def f107_dates_of_an_event_differ(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """Readers travel to the dates that are printed.
    Remedy: write {{ events.…​.dates }}, or correct agenda.yaml."""
    if sheet.kind == "page" or not register.any_copy.agenda:
        return
    for block in sheet.blocks:
        for sentence in block.sentences:
            spans = list(days.spans(sentence.text, block.language))
            if spans:
                yield from _differing(block, sentence, spans, register)


def _differing(
    block: Block, sentence: Sentence, spans: list[Span], register: Register
) -> Iterator[Mark]:
    events = named(sentence.text, block.language, register)
    is_titled = bool(events)
    if not events:
        events = [
            event
            for event in register.events(block.language)
            if event.place.plain and _is_named(event.place.plain, sentence.text)
        ]
    for span in spans:
        event = _contradicted(span, sentence.text, events, block.sheet, is_titled)
        if event is None:
            continue
        level = ERROR if is_titled and span.is_range else WARNING
        yield block.mark(
            "F107", sentence.start + span.start, sentence.start + span.end,
            f"{sentence.text[span.start : span.end]!r}: the agenda has {event.dates} for "
            f"{event.id}",
            f"write {{{{ events.{event.id.replace('-', '_')}.dates }}}}, or correct "
            f"agenda.yaml", level,
        )  # fmt: skip


def _is_named(place: str, sentence: str) -> bool:
    if re.search(rf"\b{re.escape(place)}\b", sentence):
        return True
    return not (place + sentence).isascii() and len(place) > 4 and folded(place) in folded(sentence)


def _contradicted(
    span: Span, sentence: str, events: list[Event], sheet: Sheet, is_titled: bool
) -> Event | None:
    near: list[Event] = []
    for event in events:
        bounds = _bounds(event)
        year = span.year or (sheet.date.year if sheet.date else None)
        typed = span.dates(year) if year else None
        if bounds is None or typed is None:
            continue
        if typed == bounds:
            return None
        inside = bounds[0] <= typed[0] and typed[1] <= bounds[1]
        if inside and not (span.is_range and is_titled and _HELD.search(sentence)):
            return None
        gap = max(typed[0] - bounds[1], bounds[0] - typed[1]).days
        if (span.is_range and gap <= (2 if is_titled else 0)) or (
            is_titled
            and gap <= 7
            and (_is_held(sentence, span) or _is_day_of(sentence, span, event, gap))
        ):
            near.append(event)
    if near and (is_titled or _HELD.search(sentence)):
        return near[0]
    return _in_another_month(span, sentence, events)


_AS_HELD = re.compile(
    r"\b(?:adopted|elected|presented|decided|held|met|meets?|meeting|takes? place|took place"
    r"|gather\w*"
    r"|adoptée?s?|élue?s?|présentée?s?|réuni\w*|retrouv\w+|lieu|tenue?s?|tiendra)\b",
    re.IGNORECASE,
)


def _in_another_month(span: Span, sentence: str, events: list[Event]) -> Event | None:
    """The one event that has these days of the month, and another month of the same year."""
    of_year = [event for event in events if event.start.year == span.year]
    bounds = _bounds(of_year[0]) if len(of_year) == 1 else None
    if bounds is None or bounds[0].month != bounds[1].month or not _AS_HELD.search(sentence):
        return None
    is_same = (span.first, span.last) == (bounds[0].day, bounds[1].day)
    is_within = not span.is_range and bounds[0].day <= span.first <= bounds[1].day
    is_moved = span.month != bounds[0].month
    return of_year[0] if is_moved and (is_same or is_within) else None


def _is_held(sentence: str, span: Span) -> bool:
    verb = r"(?:held|takes? place|took place|aura lieu|se tiendra|tenue?)\W+(?:\w+\W+){0,6}$"
    return bool(re.search(verb, sentence[: span.start], re.IGNORECASE))


def _is_day_of(sentence: str, span: Span, event: Event, gap: int) -> bool:
    """Whether the day stands beside the title, or is next to that of an event of one day."""
    if span.is_range:
        return False
    title = re.escape(" ".join(event.title.plain.lower().split()))
    before = " ".join(sentence[: span.start].lower().split())
    if re.search(rf"{title},?(?: (?:of|on|du|de|le|vom|am|del|van|op))?$", before):
        return True
    if gap > 1 or not span.year or event.start.first != event.last_day:
        return False
    eve = r"(?:before|after|until|till|by|from|deadline|eve|register|avant|après|jusqu|veille|dès)"
    return not re.search(rf"\b{eve}\b[^.]{{0,30}}$", before)


def f108_edition_of_an_event_differs(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """Which edition it is follows from the agenda.
    Remedy: write {{ events.…​.edition }}, or correct agenda.yaml."""
    if sheet.kind == "page" or not register.any_copy.agenda:
        return
    for block in sheet.blocks:
        for sentence in block.sentences:
            events = [e for e in named(sentence.text, block.language, register) if e.edition]
            if events:
                yield from _edition(block, sentence, events)


def _edition(block: Block, sentence: Sentence, events: list[Event]) -> Iterator[Mark]:
    title = events[0].title.plain.lower()
    at = sentence.text.lower().find(title)
    for number in numerals.ordinals(sentence.text, block.language):
        before_title = re.fullmatch(
            r"\s+(?:[\w&-]+\s+){0,2}", sentence.text[number.end : at] if at > number.end else "-"
        )
        after = sentence.text[number.end : number.end + 10].strip().lower()
        if not before_title and not re.match(
            r"edition|édition|ausgabe|edición|edizione|editie", after
        ):
            continue
        declared = {_ordinal(event, block.language): event for event in events}
        held = _meant(sentence.text, events, block)
        wanted = _ordinal(held, block.language) if held else None
        if number.value in declared and (wanted is None or wanted == number.value):
            continue
        if wanted is None and (held is not None or number.value not in _span(declared)):
            continue
        shown = held.edition.plain if held else ", ".join(e.edition.plain for e in events)
        yield block.mark(
            "F108", sentence.start + number.start, sentence.start + number.end,
            f"{sentence.text[number.start : number.end]!r}: the agenda has {shown}",
            "write {{ events.….edition }}, or correct agenda.yaml", ERROR if wanted else WARNING,
        )  # fmt: skip


def _span(declared: dict[int | None, Event]) -> range:
    known = [number for number in declared if number]
    return range(min(known), max(known) + 1) if known else range(0)


def _ordinal(event: Event, language: str) -> int | None:
    found = re.match(r"\d{1,6}(?!\d)", event.edition.plain)
    if found:
        return int(found[0])
    return numerals.ordinal_table(language).get(event.edition.plain.lower())


def _meant(sentence: str, events: list[Event], block: Block) -> Event | None:
    """The edition a sentence is about: by its year, its place, or the kit it stands in."""
    years = [e for e in events if re.search(rf"\b{e.start.year}\b", sentence)]
    if len(years) == 1:
        return years[0]
    places = [e for e in events if e.place.plain and e.place.plain in sentence]
    if len(places) == 1:
        return places[0]
    if years or places:
        return None
    return next((e for e in events if e.id == block.sheet.event), None)
