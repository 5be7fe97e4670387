"""Gatherings: the days of one place, as one text has them and as another has."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.checks import days
from pipeline.checks.dates import spans_of
from pipeline.checks.forms import place, times
from pipeline.checks.register import Register
from pipeline.checks.sheet import WARNING, Block, Mark, Sheet
from pipeline.frozen import commonplace
from pipeline.sought import sought

_NAME = sought(r"(?<=[^\W\d_,] )[^\W\d_a-zß-ÿ][^\W\d_]{3,}(?![\w@]|\.\w)")


@commonplace(frozen=True, slots=True)
class Told:
    """A run of days of one year, and where it stands."""

    first: int
    last: int
    month: int
    year: int
    block: Block
    start: int
    end: int

    @property
    def text(self) -> tuple[str, str, str]:
        sheet = self.block.sheet
        return sheet.kind, sheet.group, sheet.slug


def f118_days_of_a_place_differ(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*In Tartu from 7 to 9 September* here, *in Tartu from 7 to 9 October* in another text.
    Remedy: look it up, and write the same everywhere; better a look-up of agenda.yaml."""
    by_name: dict[tuple[str, int], list[Told]] = defaultdict(list)
    for sheet in sheets:
        for told, names in _told(sheet, register) if sheet.kind != "page" else ():
            for name in names:
                by_name[name, told.year].append(told)
    done: set[tuple[str, int, int]] = set()
    for spots in by_name.values():
        for one, others in _apart(spots):
            key = one.block.sheet.path.as_posix(), one.block.start, one.start
            if key not in done:
                done.add(key)
                yield _mark(one, others)


def _told(sheet: Sheet, register: Register) -> Iterator[tuple[Told, set[str]]]:
    for block, span in spans_of(sheet):
        year = span.year or (sheet.date.year if sheet.date else None)
        if year is None or not span.is_range or span.last <= span.first:
            continue
        sentence = block.around(span.start).text
        names = {found[0] for found in _NAME.finditer(sentence)}
        ours = {word for name in register.own_names for word in name.split()}
        names -= _calendar() | ours
        yield Told(span.first, span.last, span.month, year, block, span.start, span.end), names


@functools.cache
def _calendar() -> frozenset[str]:
    tables = (days.MONTHS, days.WEEKDAYS)
    words = {word for table in tables for row in table.values() for word in row.split()}
    return frozenset({word.capitalize() for word in words})


def _apart(spots: Sequence[Told]) -> Iterator[tuple[Told, list[Told]]]:
    """Each run of days that another text has in the next month, or a day or two earlier or later;
    of two, the one that is told less often."""
    for one in spots:
        others = [other for other in spots if other.text != one.text]
        same = [other for other in others if _days(other) == _days(one)]
        moved = [other for other in others if _is_moved(one, other)]
        texts = {other.text for other in moved}
        is_shifted = any(other.month == one.month for other in moved)
        is_one = not same and len({_days(other) for other in moved}) == 1
        if is_one and (len(texts) > 1 or not is_shifted):
            yield one, moved


def _days(one: Told) -> tuple[int, int, int]:
    return one.month, one.first, one.last


def _is_moved(one: Told, other: Told) -> bool:
    if one.month != other.month:
        return (one.first, one.last) == (other.first, other.last) and one.last - one.first < 7
    is_as_long = one.last - one.first == other.last - other.first
    return is_as_long and 0 < abs(one.first - other.first) <= min(2, one.last - one.first)


def _mark(one: Told, others: Sequence[Told]) -> Mark:
    other = others[0]
    typed, said = (each.block.text[each.start : each.end].rstrip(".") for each in (one, other))
    where = place((other.block, other.start, other.end))
    return one.block.mark(
        "F118", one.start, one.end,
        f"{typed}: elsewhere it is {said} "
        f"({times(len({each.text for each in others}))}, as in {where})",
        "look it up, and write the same everywhere", WARNING,
    )  # fmt: skip
