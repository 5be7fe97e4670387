"""Days, texts and pictures: what every record is made of."""

from __future__ import annotations

import calendar as months
import datetime as dt
import functools
import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import PurePath

from pipeline.errors import Location
from pipeline.frozen import commonplace, dataclass

NO_PATH = PurePath()


NOWHERE = Location(NO_PATH)

PICTURES = "https://build.invalid/images/"
"""Where a page finds the pictures; only the manifest answers."""
_SHOWN = re.compile(rf'src="{re.escape(PICTURES)}([^"]+)"')


@functools.total_ordering
@commonplace(frozen=True, slots=True)
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


@commonplace(frozen=True, slots=True, kw_only=True)
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

    def shown(self) -> Iterator[str]:
        """The names of the pictures in it.

        >>> list(Text(html=f'<img alt="" src="{PICTURES}Bread &amp; salt.png">').shown())
        ['Bread & salt.png']
        """
        return map(html.unescape, _SHOWN.findall(self.html))


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
    path: PurePath = field(default=NO_PATH, repr=False)
    """Where the file is on this machine; never shown, never printed."""

    @property
    def url(self) -> str:
        """The address that templates use."""
        return f"{PICTURES}{self.name}"
