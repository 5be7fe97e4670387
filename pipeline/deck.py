"""The slides of a deck in their order: the cover, the writer's, those we compute, the contact."""

from __future__ import annotations

import dataclasses
import itertools
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from pipeline import calendar, frames, layouts, timelines, typography
from pipeline.frames import Frame
from pipeline.model.editions import Edition
from pipeline.model.house import Event
from pipeline.model.sources import Deck, Slide
from pipeline.model.texts import Text

FRESH = 6
"""Dates on a slide."""
TOPICS = (330, 460, 620)
"""How many letters of them there may be, at each size."""
COLUMN, ROOM = 540.0, frames.HEIGHT - 2 * frames.MARGIN - 90.0
"""What the dates on a slide leave their words, and how far these may reach."""
FULL = 540
"""The letters on each of several slides: two that are not full, before one that is too full."""


def slides(edition: Edition, words: Mapping[str, str]) -> tuple[Frame, ...]:
    """The slides of a deck in their order: the cover, the writer's, the computed, the contact.

    A slide of the writer's that has a heading and nothing else, and is named like a computed one,
    is where that one stands. The others that have something to tell come before the contact.
    """
    deck: Deck = edition.lead
    computed = dict(_computed(edition, words))
    scale = frames.scale(edition.title, 60)
    made = [Frame(layout="cover", title=edition.title, where=deck.where, scale=scale)]
    pictures = {picture.url: picture for picture in edition.pictures}
    drawn: list[list[Frame]] = []
    for slide in deck.slides:
        name = _named(slide, computed, words)
        if name:
            drawn.append([_taken(frame, slide) for frame in computed.pop(name)])
        else:
            drawn.append(list(layouts.lay_out(slide, edition.language, pictures)))
    last = drawn.pop() if drawn and _is_contact(deck.slides[-1], edition) else []
    appended = [computed[name] for name in ("topics", "agenda") if name in computed]
    for group in (*drawn, *appended):
        made += group
    return (*made, *(_contact(last, edition, words)))


def _taken(frame: Frame, slide: Slide) -> Frame:
    """A computed slide in the place of a writer's."""
    return dataclasses.replace(frame, title=slide.title, notes=slide.notes, where=slide.where)


def _named(slide: Slide, computed: Mapping[str, Sequence[Frame]], words: Mapping[str, str]) -> str:
    if slide.body:
        return ""
    title = slide.title.plain.strip().casefold()
    known = ((name, _label(name, words).plain.casefold()) for name in computed if computed[name])
    return next((name for name, label in known if title in (label, name)), "")


_LABELS = {
    "topics": "our_topics",
    "agenda": "agenda",
    "timeline": "previous_editions",
    "contact": "contact",
}


def _label(name: str, words: Mapping[str, str]) -> Text:
    said = words[_LABELS[name]]
    return Text(html=said, plain=said)


# The computed slides ----------------------------------------------------------------------


def _computed(edition: Edition, words: Mapping[str, str]) -> Iterator[tuple[str, list[Frame]]]:
    """The slides that the sections of the declaration hold something for."""

    def frame(name: str) -> Frame:
        return Frame(layout=name, title=_label(name, words), where=edition.lead.where)

    runs = {name: run.items for name, run in edition.sections.items()}
    if topics := [chapter.title.html for chapter in runs.get("topics", ())]:
        yield "topics", _topics(frame("topics"), topics)
    if events := runs.get("agenda", ()):
        groups = _dealt(events)
        step = max(map(_event_step, groups))
        told = [
            dataclasses.replace(frame("agenda"), events=tuple(group), step=step) for group in groups
        ]
        yield "agenda", _parted(told)
    if line := timelines.line(runs.get("timeline", ())):
        yield "timeline", [dataclasses.replace(frame("timeline"), line=line)]
    yield "contact", list(_addresses(edition, words))


def _topics(frame: Frame, topics: Sequence[str]) -> list[Frame]:
    """All of them as one text, as large as their number allows."""
    if len(topics) <= FRESH:
        room = frames.room(frame)
        width = frames.WIDTH - 2.0 * frames.MARGIN
        air = frames.air(topics, width, room, frames.SIZES[0])
        return [dataclasses.replace(frame, layout="list", items=tuple(topics), air=air)]
    letters = sum(map(frames.letters, topics)) + 4 * len(topics)
    step = next((n for n, most in enumerate(TOPICS) if letters <= most), len(TOPICS) - 1)
    shares = 1 if letters <= TOPICS[-1] else max(2, -(-letters // FULL))
    each = -(-len(topics) // shares)
    parts = [topics[at : at + each] for at in range(0, len(topics), each)]
    return _parted([dataclasses.replace(frame, items=tuple(part), step=step) for part in parts])


def _dealt(events: Sequence[Event]) -> list[Sequence[Event]]:
    """On as few slides as have room at the smallest size, all of them about as full."""
    heights = [_height([told]) for told in _told(events)]
    line = frames.SIZES[-1] * frames.LEADING
    room = ROOM
    counts = _counts(heights, room)
    while room > line and len(fewer := _counts(heights, room - line)) == len(counts):
        counts, room = fewer, room - line
    ends = itertools.accumulate(counts)
    return [events[end - count : end] for count, end in zip(counts, ends, strict=True)]


def _counts(heights: Sequence[float], room: float) -> list[int]:
    """How many stand on each slide of this *room*."""
    counts: list[int] = []
    left = 0.0
    for height in heights:
        if not counts or counts[-1] == FRESH or height > left:
            counts.append(0)
            left = room
        counts[-1] += 1
        left -= height
    return counts


def _event_step(events: Sequence[Event]) -> int:
    told = _told(events)
    fits = (n for n, size in enumerate(frames.SIZES) if _height(told, size) <= ROOM)
    return next(fits, len(frames.SIZES) - 1)


def _height(told: Sequence[str], size: float = frames.SIZES[-1]) -> float:
    """With what long words leave empty at the ends of lines."""
    letters = int(COLUMN / size / frames.LETTER)
    rows = (row for one in told for row in textwrap.wrap(one, letters, break_long_words=False))
    lines = sum(-(-len(row) // letters) for row in rows)
    return lines * size * frames.LEADING + len(told) * size * frames.GAP


def _told(events: Sequence[Event]) -> list[str]:
    return [f"{e.title.plain}, {e.place.plain}, {e.project.plain}" for e in events]


def _parted(made: list[Frame]) -> list[Frame]:
    if len(made) < 2:
        return made
    return [
        dataclasses.replace(frame, part=f"{number}/{len(made)}")
        for number, frame in enumerate(made, 1)
    ]


# The last slide ---------------------------------------------------------------------------


def _is_contact(slide: Slide, edition: Edition) -> bool:
    """Whether the writer has said where to find us."""
    addresses = [f"mailto:{contact.email}" for contact in edition.contacts]
    addresses += [edition.organisation.website] if edition.organisation.website else []
    return any(f'href="{address}' in slide.body.html for address in addresses)


def _contact(own: Sequence[Frame], edition: Edition, words: Mapping[str, str]) -> tuple[Frame, ...]:
    if len(own) == 1 and own[0].items and not own[0].picture:
        items = tuple(_SCHEME.sub(">", item) for item in own[0].items)
        return (dataclasses.replace(own[0], layout="contact", items=items),)
    return tuple(own or _addresses(edition, words))


_SCHEME = re.compile(r">https?://(?=[^<]*</a>)")


def _addresses(edition: Edition, words: Mapping[str, str]) -> Iterator[Frame]:
    """Where to find us: the press office, or the first contact there is."""
    house = edition.organisation
    contacts = sorted(edition.contacts, key=lambda contact: contact.id != "press")[:1]
    items: list[str] = []
    if house.website:
        shown = house.website.split("://")[-1].rstrip("/")
        items.append(f'<a href="{escape(house.website)}">{escape(shown)}</a>')
    for contact in contacts:
        items += [contact.name.html] if contact.name else []
        items.append(f'<a href="mailto:{escape(contact.email)}">{escape(contact.email)}</a>')
        items += [_dialled(contact.phone, edition.language)] if contact.phone else []
    if not contacts:
        items += [_dialled(house.phone, edition.language)] if house.phone else []
    if items:
        title = _label("contact", words)
        yield Frame(layout="contact", title=title, items=tuple(items), where=edition.lead.where)


def _dialled(number: str, language: str) -> str:
    """A number runs from left to right, whatever stands around it.

    >>> _dialled("+216 71", "ar"), _dialled("+33 1", "fr")
    ('\\u200e+216 71', '+33 1')
    """
    is_turned = calendar.direction(language) == "rtl"
    return escape(typography.in_order(number) if is_turned else number)
