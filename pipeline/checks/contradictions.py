"""Contradictions: two texts state one thing, each with another figure, day or month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from pipeline.checks.days import Span
from pipeline.checks.forms import place
from pipeline.checks.pairing import Pair, days_between, pairs, slip
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, WARNING, Mark, Sheet
from pipeline.checks.statements import Statement
from pipeline.errors import Level

_SEASON = 45
"""Days between two texts of one time."""
Judge = Callable[[Pair], Level | None]


def f124_figure_contradicts_another_text(
    sheets: Sequence[Sheet], register: Register
) -> Iterator[Mark]:
    """*25 million euros will be invested in Munich by 2021* on a slide, *€20 million* in the press
    kit: whoever has both asks which is true.
    Remedy: look it up, and write the same in both; better a look-up of facts.yaml."""
    yield from _told("F124", _judge_figures, sheets, register)


def d128_day_contradicts_another_text(
    sheets: Sequence[Sheet], register: Register
) -> Iterator[Mark]:
    """*The award was given in May* here, *in March* in another text: readers will not know when.
    Remedy: look it up, and write the same in both."""
    yield from _told("D128", _judge_days, sheets, register)


def _told(code: str, judge: Judge, sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    agreed, apart = pairs(sheets, register)
    seconded: dict[int, set[int]] = defaultdict(set)
    for pair in agreed:
        seconded[id(pair.one)].add(id(pair.other.sheet))
        seconded[id(pair.other)].add(id(pair.one.sheet))
    told = register.told_figures
    for pair, level in _clear([(pair, level) for pair in apart if (level := judge(pair))]):
        sides = [(pair.one, pair.other), (pair.other, pair.one)]
        numbers = [len(seconded[id(one)]) for one, _ in sides]
        for (one, other), mine, theirs in zip(sides, numbers, reversed(numbers), strict=True):
            spot = id(one.passage.block), one.start
            # Where several texts say it, the one that does not is wrong.
            if mine <= theirs and spot not in told:
                told.add(spot)
                yield _mark(code, one, other, level)


def _strength(pair: Pair) -> float:
    turned = slip(pair.one.value, pair.other.value)
    return pair.likeness.score + pair.likeness.share + 0.5 * turned


_AS_LIKE = 0.75
"""What is so much less like it is no other candidate."""


def _clear(judged: Sequence[tuple[Pair, Level]]) -> Iterator[tuple[Pair, Level]]:
    """Those of which no text has two other figures: from 9,000 it may have risen to 34,000."""
    values: dict[tuple[int, int], set[float]] = defaultdict(set)
    best: dict[tuple[int, int], float] = defaultdict(float)
    for pair, _ in sorted(judged, key=lambda one: -_strength(one[0])):
        for one, other in ((pair.one, pair.other), (pair.other, pair.one)):
            key = id(one), id(other.sheet)
            best[key] = max(best[key], _strength(pair))
            if _strength(pair) >= _AS_LIKE * best[key]:
                values[key].add(other.value)
    for pair, level in judged:
        sides = (pair.one, pair.other), (pair.other, pair.one)
        if all(values[id(one), id(other.sheet)] == {other.value} for one, other in sides):
            yield pair, level


def _mark(code: str, one: Statement, other: Statement, level: Level) -> Mark:
    where = place((other.passage.block, other.start, other.end))
    return one.passage.block.mark(
        code, one.start, one.end,
        f"{one.typed} stands here, {other.typed} of the same thing in {where}",
        "look it up, and write the same in both", level,
    )  # fmt: skip


def _judge_figures(pair: Pair) -> Level | None:
    one, other, like = pair.one, pair.other, pair.likeness
    if one.kind in ("year", "month", "day"):
        return None
    turned = slip(one.value, other.value)
    months = one.passage.months, other.passage.months
    if all(months) and months[0].isdisjoint(months[1]):
        return None
    if one.is_time and (like.share < 0.7 or like.own < 2.5):
        return None
    if max(one.value, other.value) < 10 and like.own < 1.8:
        return None
    is_short = like.share >= 0.7 and like.own >= 1.2 and like.score >= 1.4
    is_slip = turned and like.share >= 0.35 and like.score >= 1.9 - 0.4 * turned
    # From ten to a hundred it is no slip, but another thing.
    is_turned = turned == 2 and like.own >= 0.85 and like.score >= 1.5
    is_turned = is_turned and min(one.value, other.value) >= 12
    is_long = like.own >= 3 and like.share >= 0.45
    if not (is_short or is_slip or is_turned or is_long):
        return None
    if _has_grown(pair) and turned < 2:
        low, high = sorted((one.value, other.value))
        return NOTE if like.share >= 0.7 and high <= 3 * low else None
    return WARNING


def _has_grown(pair: Pair) -> bool:
    """Whether the later text has more, or much later another figure."""
    first, second = pair.one.sheet.date, pair.other.sheet.date
    if not first or not second or days_between(pair.one, pair.other) <= _SEASON:
        return False
    return (first < second) == (pair.one.value < pair.other.value)


def _judge_days(pair: Pair) -> Level | None:
    one, other, like = pair.one, pair.other, pair.likeness
    if one.span and other.span:
        is_told = _is_same_year(one, one.span, other, other.span) and not _is_named(one, other)
        sure = _sureness(one.span, other.span)
        is_like = like.share >= 0.35 and like.own >= (1.3 if sure > 1 else 2)
        return WARNING if is_told and sure and is_like else None
    if one.kind == "year" and like.own >= 2.5 and slip(one.value, other.value):
        return WARNING if _have_a_date(one, other) else None
    if frozenset(one.passage.words) ^ frozenset(other.passage.words) <= _tokens(one, other):
        return None
    if one.kind == "month" and like.own >= 2 and like.share >= 0.6:
        is_dated = one.passage.years and one.passage.years == other.passage.years
        return WARNING if is_dated and not (_is_own(one) and _is_own(other)) else None
    return None


def _is_same_year(one: Statement, span: Span, other: Statement, there: Span) -> bool:
    return _year(one, span) == _year(other, there)


def _sureness(one: Span, other: Span) -> int:
    """How surely one of them is a slip of the other: an event may last two days."""
    if one.month != other.month:
        return int((one.first, one.last) == (other.first, other.last))
    # Who names the day of the week has looked twice.
    if one.weekday is not None and other.weekday is not None:
        return 0
    days = (one.first, other.first) if one.first != other.first else (one.last, other.last)
    if one.is_range and other.is_range and (one.first == other.first or one.last == other.last):
        return 2 if abs(days[0] - days[1]) <= 2 or slip(*days) else 0
    if abs(days[0] - days[1]) <= 2:
        return 1
    return 2 if slip(*days) else 0


def _tokens(one: Statement, other: Statement) -> frozenset[str]:
    """The figures of both: what differs in nothing else, another check tells of."""
    words = (*one.passage.words, *other.passage.words)
    return frozenset(word for word in words if word[0] == "#")


def _have_a_date(one: Statement, other: Statement) -> bool:
    """Whether both passages name a day, a month or a year that is the same."""
    both = {*one.passage.words} & {*other.passage.words}
    return any(word[:2] in ("#d", "#m", "#y") for word in both)


def _is_named(one: Statement, other: Statement) -> bool:
    """Whether one is an entry of the agenda whose title the other says: other checks tell of it."""
    for entry, said in ((one, other), (other, one)):
        block = said.passage.block
        sentence = block.around(said.start).text.lower()
        if entry.shown and entry.passage.block.text.lower() in sentence:
            return True
    return False


def _is_own(month: Statement) -> bool:
    """Whether it is the month of its text: each has its own."""
    date = month.sheet.date
    return date is not None and date.month == month.value


def _year(one: Statement, span: Span) -> int | None:
    return span.year or (one.sheet.date.year if one.sheet.date else None)
