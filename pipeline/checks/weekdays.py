"""Weekends, and one weekday for several days."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator

from pipeline.checks import days
from pipeline.checks.days import Span
from pipeline.checks.sheet import Block, Sheet
from pipeline.sought import in_small, sought


def _has_weekend(first: dt.date, last: dt.date) -> bool:
    return any(
        (first + dt.timedelta(days=at)).weekday() > 3 for at in range((last - first).days + 1)
    )


_WEEKEND = sought(r"\bweek-?ends? (?:of|des?|du)(?: the)?(?: samedi| dimanche| Saturday)? $", re.I)


def weekends(sheet: Sheet) -> Iterator[tuple[Block, Span]]:
    """`The weekend of 14 and 15 October`, where neither day is a Saturday nor a Sunday."""
    for block, span in days.spans_of(sheet):
        if not _WEEKEND.search(block.text, max(0, span.start - 30), span.start):
            continue
        year = span.year or (sheet.date.year if sheet.is_dated and sheet.date else 0)
        around = (year,) if span.year else (year, year - 1, year + 1) if year else ()
        runs = [run for one in around if (run := span.dates(one))]
        # Friday evening belongs to it.
        if runs and not any(_has_weekend(*run) for run in runs):
            yield block, span


_EVERY = {
    "en": sought(r"\b(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s (?=\d|[A-Z])"),
    "fr": sought(r"\b(?P<day>lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s (?=\d)", 2),
}
_NEXT = sought(r"(?:, | and | et |, and )$")


def of_several(sheet: Sheet) -> Iterator[tuple[Block, Span, int]]:
    """`Les samedis 27 mars et 10 avril`: one weekday for several days."""
    if sheet.date is None or not sheet.is_dated:
        return
    spans: dict[int, list[Span]] = defaultdict(list)
    for block, span in days.spans_of(sheet):
        spans[block.start].append(span)
    for block in sheet.saying("days ", "dis ", "ches "):
        form = _EVERY.get(block.language[:2])
        for found in form.finditer(block.text) if form else ():
            weekday = days.WEEKDAYS[block.language[:2]].split().index(in_small(found["day"]))
            end = found.end()
            row: list[Span] = []
            for span in (one for one in spans[block.start] if one.start >= end):
                if span.is_range or not (
                    span.start == end or _NEXT.match(block.text[end : span.start])
                ):
                    break
                row.append(span)
                end = span.end
            dated = [
                (span, dates[0])
                for span in row
                if (dates := span.dates(span.year or sheet.date.year))
            ]
            # The days of another year would all be wrong.
            if len(dated) > 1 and any(day.weekday() == weekday for _, day in dated):
                for span, day in dated:
                    if day.weekday() != weekday:
                        yield block, span, weekday
