"""What is so in every language: days, numbers and countries that a translation has otherwise."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from pipeline import calendar
from pipeline.errors import Finding, Level
from pipeline.frontmatter import Parts, Scalar

_DAYS = ("date", "start", "end", "since", "until", "agenda_until")
_NAMES = ("number", "country", "event", "audience")


def differing(first: Parts, told: Parts, name: str) -> Iterator[Finding]:
    """The keys of a translation that say another day or number than *name*, the file that leads."""
    for key in (*_DAYS, *_NAMES):
        one, other = first.head.entries.get(key), told.head.entries.get(key)
        if not (isinstance(one, Scalar) and isinstance(other, Scalar)):
            continue
        if _meant(key, one.text) != _meant(key, other.text):
            message = f"{key!r} is {other.text} here, and {one.text} in {name}"
            remedy = "correct the one that is wrong, and give it once, in the file that leads"
            yield Finding("T105", message, remedy, other.where, Level.WARNING)


def _meant(key: str, typed: str) -> object:
    if key in _DAYS:
        with contextlib.suppress(ValueError):
            return calendar.parse_day(typed)
    return typed.strip().casefold()
