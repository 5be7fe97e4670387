"""Gatherings: the days of one place, as one text has them and as another has."""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from pipeline.checks import days
from pipeline.checks.days import spans_of
from pipeline.checks.forms import place, times
from pipeline.checks.register import Register
from pipeline.checks.sheet import WARNING, Block, Mark, Sheet
from pipeline.frozen import commonplace
from pipeline.sought import sought

_NAME = sought(r"(?<=[^\W\d_,] )[^\W\d_a-zß-ÿ][^\W\d_]{3,}(?![\w@]|\.\w)")
Run = tuple[int, int, int]
"""A month, the first day and the last."""


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
    for one, others in _of_names(sheets, register):
        key = one.block.sheet.path.as_posix(), one.block.start, one.start
        if key not in done:
            done.add(key)
            yield _mark(one, others)


_LARGE = r"[^\W\d_a-zß-ÿ][\w’'-]*[^\W_]"
_LONG = sought(
    rf"(?<![\w-]){_LARGE}(?: (?:of|for|and|de|du|des|la|le|les|et|the|on|der|für|y) {_LARGE}"
    rf"| {_LARGE})+"
)
_OPENERS = [[word] for word in "The Our This Le La Les Notre Das Die Der El Los".split()]
_ANOTHER = sought(
    r"\b(?:before|until|till|by|deadline|close[sd]?|opens?|register\w*|from|after|eve|avant|jusqu\W\w+"
    r"|limite|veille|dès|après|bis|vor|nach|inscri\w+)\b",
    re.IGNORECASE,
)
"""A day before the day itself, or behind it."""


def _of_names(sheets: Sequence[Sheet], register: Register) -> Iterator[tuple[Told, list[Told]]]:
    """`The General Assembly met on 12 June` here, `on 13 June` in another text of that year."""
    said: dict[tuple[str, int, int], dict[int, list[Told]]] = defaultdict(lambda: defaultdict(list))
    ours = {" ".join(name.split()) for name in register.own_names}
    for sheet in sheets:
        spans = spans_of(sheet) if sheet.kind != "page" else []
        days_of = Counter((id(block), block.around(span.start).start) for block, span in spans)
        for block, span in spans:
            year = span.year or (sheet.date.year if sheet.date else None)
            sentence = block.around(span.start)
            if year is None or span.is_range or _ANOTHER.search(sentence.text):
                continue
            if days_of[id(block), sentence.start] > 1:
                continue
            told = Told(span.first, span.last, span.month, year, block, span.start, span.end)
            for found in _LONG.finditer(sentence.text):
                words = [word for word in found[0].split() if word not in _calendar()]
                words = words[1:] if words[:1] in _OPENERS else words
                # Two words may be a person, who is at many places.
                if len(words) > 2 and " ".join(words) not in ours:
                    said[" ".join(words), year, span.month][span.first].append(told)
    for by_day in said.values():
        if len(by_day) == 2:
            one, other = sorted(by_day.values(), key=len)
            texts = [{each.text for each in side} for side in (one, other)]
            if len(texts[0]) == 1 and texts[0].isdisjoint(texts[1]) and _is_slip(one[0], other[0]):
                yield one[0], other
                if len(other) == 1:
                    yield other[0], one


def _is_slip(one: Told, other: Told) -> bool:
    first, second = f"{one.first:02}", f"{other.first:02}"
    is_turned = sum(a != b for a, b in zip(first, second, strict=True)) == 1
    return is_turned or abs(one.first - other.first) == 1


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
    runs: dict[Run, list[Told]] = defaultdict(list)
    for one in spots:
        runs[_days(one)].append(one)
    for run in runs.values():
        # What two texts have alike is no slip of either.
        one, text = run[0], run[0].text
        near = [runs[when] for when in _near(one) if when in runs]
        moved = [kept for each in near if (kept := [other for other in each if other.text != text])]
        if len(moved) != 1 or any(other.text != text for other in run):
            continue
        is_shifted = moved[0][0].month == one.month
        if len({other.text for other in moved[0]}) > 1 or not is_shifted:
            yield from ((each, moved[0]) for each in run)


def _near(one: Told) -> list[Run]:
    """The days of another month, and those a day or two earlier or later."""
    length = one.last - one.first
    months = range(1, 13) if length < 7 else ()
    shifts = [by for by in (-2, -1, 1, 2) if abs(by) <= length]
    return [
        *((month, one.first, one.last) for month in months if month != one.month),
        *((one.month, one.first + by, one.last + by) for by in shifts),
    ]


def _days(one: Told) -> Run:
    return one.month, one.first, one.last


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
