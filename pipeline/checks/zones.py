"""Hours with a time zone that is not in force on their day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from pipeline.checks import days
from pipeline.checks.register import Register
from pipeline.checks.sheet import WARNING, Block, Mark, Sheet
from pipeline.sought import sought

_SUMMER = {"CET": "CEST", "MEZ": "MESZ", "EST": "EDT", "PST": "PDT"}
_WINTER = {summer: winter for winter, summer in _SUMMER.items()} | {"BST": "GMT"}
_AMERICAN = frozenset("EST EDT PST PDT".split())
_ZONE = sought(
    r"\d ?(?:(?i:[ap]\.?m\.?)|h|Uhr|uur)? ?"
    r"\(?(?P<zone>CES?T|MES?Z|E[SD]T|P[SD]T|BST)\b(?! ?[/+–-])",
)
_NAMES = ("cet", "cest", "mez", "mesz", "est", "edt", "pst", "pdt", "bst")


def d126_zone_of_the_other_season(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*4 June, 14:00 CET*: from the end of March to the end of October it is CEST, an hour off.
    Remedy: write the zone of that day."""
    for block in sheet.naming(frozenset(_NAMES)):
        for found in _ZONE.finditer(block.text):
            zone = found["zone"]
            seasons = {*_seasons(block, found.start(), zone)}
            right = (_SUMMER if True in seasons else _WINTER).get(zone)
            if len(seasons) == 1 and right:
                yield block.mark(
                    "D126", *found.span("zone"), f"on that day the zone is {right}, not {zone}",
                    f"write {right}, and look the hour up again", WARNING,
                )  # fmt: skip


def _seasons(block: Block, position: int, zone: str) -> Iterator[bool | None]:
    """Whether summer time is in force on each day of the sentence; None if nobody can tell."""
    sentence = next((s for s in block.sentences if s.start <= position < s.end), None)
    for span in days.spans(sentence.text, block.language) if sentence else ():
        year = span.year or (block.sheet.date.year if block.sheet.date else None)
        typed = span.dates(year or 2024)
        is_edge = span.month in (3, 10, 11)
        yield None if typed is None or (is_edge and year is None) else _is_summer(typed[0], zone)


def _is_summer(day: dt.date, zone: str) -> bool:
    """
    >>> _is_summer(dt.date(2026, 3, 28), "CET"), _is_summer(dt.date(2026, 3, 29), "CET")
    (False, True)
    >>> _is_summer(dt.date(2026, 3, 8), "EST"), _is_summer(dt.date(2026, 11, 1), "EST")
    (True, False)
    """
    if zone in _AMERICAN:
        first = _sunday(day.year, 3, 8), _sunday(day.year, 11, 1)
    else:
        first = _sunday(day.year, 3, 25), _sunday(day.year, 10, 25)
    return first[0] <= day < first[1]


def _sunday(year: int, month: int, earliest: int) -> dt.date:
    """The first Sunday of a month that is not before a day of it."""
    day = dt.date(year, month, earliest)
    return day + dt.timedelta(days=6 - day.weekday())
