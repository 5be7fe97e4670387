"""A slide before it is set: what stands on it, where, and how large it can be."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import unescape

from pipeline.errors import Location
from pipeline.model.house import Event
from pipeline.model.texts import NO_TEXT, NOWHERE, Picture, Text

WIDTH, HEIGHT, MARGIN = 960, 540, 54
"""A slide of 13⅓ by 7½ inches, in points."""
FOOT = 14
"""What the foot takes beyond the margin."""
SIZES = (30, 27, 24)
"""The text of a slide, the largest that fits."""
LEADING, GAP = 1.3, 0.62
"""The height of a line, and what lies between two items, in letters."""
LETTER = 0.5
"""The mean width of a letter, in its own size."""
MOST_AIR = 32.0
"""The most a row has in height beyond its words."""
"""Of a table or a chart."""
BAY = 300.0
"""The column of a figure that has other words beside it."""
BESIDE, NARROW = 400.0, 300.0
"""The width of the text beside a picture: with words of its own, or with a heading alone."""

OFFICE = {
    "cover": "cover",
    "section": "section",
    "statement": "statement",
    "quotation": "quotation",
    "picture": "picture",
    "table": "table",
    "chart": "chart",
    "timeline": "drawing",
    "contact": "contact",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    value: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    label: str
    """HTML."""
    value: str
    """As it is written in the language."""
    number: float
    share: float
    """Of the longest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """An event on a line drawn to scale."""

    event: Event
    label: str
    at: float
    """Points from the beginning of the line."""
    lane: int
    """How far its words are from the line: 1, 2 … above it, -1, -2 … below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The dates of a series, an equal length for every year."""

    dots: tuple[Dot, ...]
    end: float
    years: tuple[float, ...] = ()
    """Where round years are."""
    above: int = 0
    below: int = 0
    """How many lanes there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One slide, ready to be set."""

    layout: str
    """cover, statement, section, figure, list, terms, picture, quotation, table, chart, text,
    topics, agenda, timeline or contact."""
    title: Text = NO_TEXT
    part: str = ""
    """`1/2`, where a slide goes on over several."""
    step: int = 0
    """How far down the sizes."""
    scale: str = ""
    """How long the heading is: nothing, `long` or `longer`."""
    body: str = ""
    """HTML: what is not told apart below."""
    items: tuple[str, ...] = ()
    start: int = 0
    """The number of the first item; 0 where they have none."""
    columns: int = 1
    air: float = 0
    """What a row has in height, in points, beyond its words: few items are set wide apart."""
    terms: tuple[tuple[str, str], ...] = ()
    figures: tuple[Figure, ...] = ()
    over: bool = False
    """Whether the figures have a heading besides."""
    picture: Picture | None = None
    alt: str = ""
    box: tuple[float, float, float, float] = (0, 0, 0, 0)
    """Where the picture stands: left, top, width and height in points."""
    side: float = 0
    """The width that is left for words beside the picture."""
    bars: tuple[Bar, ...] = ()
    head: str = ""
    rows: tuple[str, ...] = ()
    """The rows of a table, HTML."""
    events: tuple[Event, ...] = ()
    line: Line | None = None
    notes: Text = NO_TEXT
    language: str = ""
    """Of what it shows, where that is not translated."""
    where: Location = NOWHERE

    @property
    def heading(self) -> str:
        """HTML, with the part."""
        return f"{self.title.html} ({self.part})" if self.part else self.title.html

    @property
    def office(self) -> str:
        """The layout in an office program, which has fewer."""
        if self.figures:
            return (
                "number"
                if self.over
                else "figure"
                if self.picture or not self.is_bare
                else "figures"
            )
        return OFFICE.get(self.layout, "content")

    @property
    def is_beside(self) -> bool:
        """Whether the figures have other words on their right."""
        return bool(self.items or self.body) and not self.picture

    @property
    def is_bare(self) -> bool:
        return not (self.picture or self.items or self.body)

    @property
    def credit_box(self) -> tuple[float, float, float]:
        """Left, top and width of the line under the picture, or in the foot if it reaches there."""
        left, top, _, height = self.box
        foot = top + height + 8
        if foot >= HEIGHT - 24:
            return 200.0, HEIGHT - 38.0, 500.0
        left = max(left, float(MARGIN))
        return left, foot, WIDTH - MARGIN - left

    @property
    def numeral(self) -> int:
        """How large the figures are, in points: as their column and their number allow."""
        longest = max((len(figure.value) for figure in self.figures), default=1)
        width = self.side or (WIDTH - 2.0 * MARGIN if self.is_bare else BAY)
        tallest = (230 if self.is_bare else 150) / len(self.figures) ** 0.5 if self.figures else 0
        return int(max(48, min(tallest, width / (0.56 * longest))))


# How much fits ----------------------------------------------------------------------------


def step(items: Sequence[str], width: float, room: float, columns: int) -> int:
    """How far down the sizes at which the items fit."""
    for step, size in enumerate(SIZES):
        if height(items, width, size) / columns <= room:
            return step
    return len(SIZES) - 1


def air(items: Sequence[str], width: float, room: float, size: float) -> float:
    return round(max(0, min(MOST_AIR, (room - height(items, width, size)) / len(items) - 4)), 1)


def height(items: Iterable[str], width: float, size: float) -> float:
    lines = [math.ceil(max(letters(item), 1) * LETTER * size / width) for item in items]
    return sum(lines) * size * LEADING + len(lines) * size * GAP


def bound(html: str) -> str:
    """Words whose last line is not a single short one.

    >>> bound("a voice in national and European affairs")
    'a voice in national and European\\xa0affairs'
    """
    is_long = letters(html) > 24
    return re.sub(r" (?=[^\s<>]{1,12}$)", "\u00a0", html) if is_long else html


def letters(html: str) -> int:
    return len(unescape(re.sub(r"<[^>]*>", "", html)))


def width(frame: Frame) -> float:
    if frame.picture:
        return frame.side
    return WIDTH - 2.0 * MARGIN - BAY - 48 if frame.figures else WIDTH - 2.0 * MARGIN


def room(frame: Frame) -> float:
    """The height that the heading leaves."""
    if frame.figures:
        return HEIGHT - 2.0 * MARGIN - FOOT - (140 if frame.picture else 0)
    size = {"": 38, "long": 30, "longer": 24}[frame.scale]
    width = frame.side or WIDTH - 2.0 * MARGIN
    lines = math.ceil(max(len(frame.title.plain), 1) * 0.54 * size / width)
    return HEIGHT - 2.0 * MARGIN - FOOT - lines * size * 1.16 - 30


def scale(title: Text, most: int, width: float = WIDTH - 2.0 * MARGIN) -> str:
    """How much smaller a heading is set that has many letters, or a word too long for its line."""
    letters = len(title.plain)
    longest = max(map(len, re.split(r"[\s-]", title.plain)), default=0)
    for name, size, limit in (("", 38, 2 * most), ("long", 30, 4 * most)):
        if letters <= limit and longest * 0.56 * size <= width:
            return name
    return "longer"
