"""Contradictions: two texts state one thing, each with another figure, day or month."""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from pipeline.checks.days import Span
from pipeline.checks.diaries import of_agenda
from pipeline.checks.forms import place
from pipeline.checks.likeness import Likeness, Scales
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, WARNING, Mark, Sheet
from pipeline.checks.statements import Statement, statements, stems
from pipeline.errors import Level
from pipeline.frozen import commonplace
from pipeline.sought import sought

_LAST = 30
"""Of the statements with one word, so many are looked at: those that stand nearest."""
_YEAR, _SEASON = 400, 45
"""Days between two texts of one year, and of one time."""


@commonplace(frozen=True, slots=True)
class Pair:
    one: Statement
    other: Statement
    likeness: Likeness


# Figures ----------------------------------------------------------------------------------


def slip(one: float, other: float) -> int:
    """How like a slip it is: 2 for turned figures, a nought more or less; 1 for one figure.

    >>> slip(12, 21), slip(900, 90), slip(550, 500), slip(2019, 2018), slip(3, 8), slip(45, 500)
    (2, 2, 1, 1, 0, 0)
    """
    first, second = f"{one:.12g}", f"{other:.12g}"
    bare = [each.replace(".", "").rstrip("0") for each in (first, second)]
    if bare[0] == bare[1]:
        return 2
    if len(first) != len(second) or max(map(len, bare)) < 2:
        return 0
    if sorted(first) == sorted(second):
        return 2
    return int(sum(a != b for a, b in zip(first, second, strict=True)) == 1)


def _agree(one: Statement, other: Statement) -> bool:
    """Whether the figures are the same, or the rougher one is what the other is rounded to."""
    if one.value == other.value:
        return True
    rough, fine = sorted((one, other), key=lambda each: _figures(each.value))
    digits = _figures(rough.value)
    if digits >= _figures(fine.value) or fine.value < 20:
        return False
    gap = abs(rough.value - fine.value) / fine.value
    unit = 10 ** (len(f"{fine.value:.0f}") - digits)
    is_rounded = math.floor(fine.value / unit + 0.5) * unit == rough.value and gap < 0.2
    return is_rounded or (rough.is_vague and gap < 0.15)


def _figures(value: float) -> int:
    """How many figures of a number count."""
    return len(f"{value:.12g}".replace(".", "").strip("0")) or 1


# Pairs ------------------------------------------------------------------------------------


def _pairs(sheets: Sequence[Sheet], register: Register) -> tuple[list[Pair], list[Pair]]:
    """Those that agree, and those that do not, the likest first."""
    key = ("contradictions", id(sheets))
    if key not in register.memo:
        every, scales = _read(sheets, register)
        agreed, apart = list[Pair](), list[Pair]()
        for one, other in _candidates(every, scales):
            if _are_of_one(one, other):
                pair = Pair(one, other, scales.likeness(one.passage, other.passage))
                (agreed if _do_agree(one, other) else apart).append(pair)
        register.memo[key] = agreed, _exclusive(apart, agreed, every)
    return register.memo[key]  # type: ignore[return-value]


def _read(sheets: Sequence[Sheet], register: Register) -> tuple[list[Statement], Scales]:
    scales, every = Scales(), list[Statement]()
    units = [unit for language in register.languages for unit in register.units(language)]
    declared = {stems(unit.split()) for unit in units} - {frozenset()}
    for sheet in sheets:
        found = [*statements(sheet)] if sheet.kind != "page" else []
        # What facts.yaml counts, other checks tell of.
        every += [one for one in found if not any(each <= {*one.heads} for each in declared)]
        for _, of_block in itertools.groupby(found, key=lambda one: id(one.passage.block)):
            passages = list({id(one.passage): one.passage for one in of_block}.values())
            scales.read(passages[0].block, passages)
    entries = [*of_agenda(sheets, register)]
    for entry in entries:
        scales.read(entry.passage.block, [entry.passage])
    return [*every, *entries], scales


def _candidates(
    every: Sequence[Statement], scales: Scales
) -> Iterator[tuple[Statement, Statement]]:
    """Those of two texts that have one of their rarest words in common."""
    index: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    telling: dict[int, list[str]] = {}
    for number, one in enumerate(every):
        passage, near = one.passage, dict[int, None]()
        if id(passage) not in telling:
            telling[id(passage)] = scales.telling(passage)
        for word in telling[id(passage)]:
            bucket = index[one.kind, passage.block.language[:2], word]
            near.update(dict.fromkeys(bucket))
            bucket.append(number)
            del bucket[:-_LAST]
        for other in near:
            if every[other].sheet is not one.sheet:
                yield every[other], one


_HEADED = frozenset(("n", "year"))
"""A figure counts what stands behind it, a year is that of the name before it."""


def _are_of_one(one: Statement, other: Statement) -> bool:
    """Whether they count the same, in one year."""
    if one.kind in _HEADED and set(one.heads).isdisjoint(other.heads):
        return False
    first, second = one.passage, other.passage
    if _are_siblings(one.sheet, other.sheet):
        return False
    if first.years and second.years:
        return not first.years.isdisjoint(second.years)
    return _days_between(one, other) <= _YEAR


def _are_siblings(one: Sheet, other: Sheet) -> bool:
    """Whether their titles are of one form, each with a name or a year of its own."""
    first, second = (frozenset(_TITLE.findall(each.keys.get("title", ""))) for each in (one, other))
    both, apart = first & second, (first - second, second - first)
    return 2 <= len(both) >= max(map(len, apart)) and all(map(_has_name, apart))


def _has_name(words: frozenset[str]) -> bool:
    return any(word[0].isupper() or word.isdigit() for word in words)


_TITLE = sought(r"\w{3,}")


def _days_between(one: Statement, other: Statement) -> int:
    first, second = one.sheet.date, other.sheet.date
    return abs((first - second).days) if first and second else 0


def _do_agree(one: Statement, other: Statement) -> bool:
    if one.span and other.span:
        return _meet(one.span, other.span)
    return one.value == other.value if one.kind in ("year", "month") else _agree(one, other)


def _meet(one: Span, other: Span) -> bool:
    if one.month != other.month:
        return False
    if one.is_range and other.is_range:
        return (one.first, one.last) == (other.first, other.last)
    return one.first <= other.last and other.first <= one.last


_SAME = 0.6
"""So near to the likest statement of that text is what is compared with one."""


def _exclusive(
    apart: Sequence[Pair], agreed: Sequence[Pair], every: Sequence[Statement]
) -> list[Pair]:
    """The pairs of which neither text has the other's figure, and no likelier partner has it."""
    best: dict[int, float] = defaultdict(float)
    for pair in (*apart, *agreed):
        for each in (pair.one, pair.other):
            best[id(each)] = max(best[id(each)], pair.likeness.score)
    given: dict[tuple[int, str, float], list[Statement]] = defaultdict(list)
    for one in every:
        given[id(one.sheet), one.kind, one.value].append(one)

    def has(sheet: Sheet, figure: Statement) -> bool:
        return any(
            (figure.kind not in _HEADED or not set(each.heads).isdisjoint(figure.heads))
            and (not (each.span and figure.span) or _meet(each.span, figure.span))
            for each in given[id(sheet), figure.kind, figure.value]
        )

    def is_likest(pair: Pair) -> bool:
        floor = _SAME * max(best[id(pair.one)], best[id(pair.other)])
        return pair.one.kind == "day" or pair.likeness.score >= floor

    kept = [
        pair
        for pair in apart
        if is_likest(pair)
        and not has(pair.other.sheet, pair.one)
        and not has(pair.one.sheet, pair.other)
    ]
    return sorted(kept, key=lambda pair: -pair.likeness.score)


# Telling ----------------------------------------------------------------------------------

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
    agreed, apart = _pairs(sheets, register)
    seconded: dict[int, set[int]] = defaultdict(set)
    for pair in agreed:
        if pair.likeness.share >= 0.4 and pair.likeness.own >= 1:
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
    is_slip = turned and like.share >= 0.45 and like.score >= 2.2 - 0.4 * turned
    is_turned = turned == 2 and like.own >= 1.2 and like.score >= 2.2
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
    if not first or not second or _days_between(pair.one, pair.other) <= _SEASON:
        return False
    return (first < second) == (pair.one.value < pair.other.value)


def _judge_days(pair: Pair) -> Level | None:
    one, other, like = pair.one, pair.other, pair.likeness
    if one.kind == "day" and one.span and other.span:
        # Who names the day of the week has looked twice: an event may last two days.
        is_sure = one.span.weekday is not None and other.span.weekday is not None
        near = not is_sure and _is_near(one.span, other.span)
        near = near and not _is_named(one, other)
        if (
            near
            and _year(one, one.span) == _year(other, other.span)
            and like.own >= 2
            and like.share >= 0.35
        ):
            return WARNING
    if one.kind == "year" and like.own >= 2.5 and slip(one.value, other.value):
        return WARNING if _have_a_date(one, other) else None
    if frozenset(one.passage.words) ^ frozenset(other.passage.words) <= _tokens(one, other):
        return None
    if one.kind == "month" and like.own >= 2 and like.share >= 0.6:
        return None if _is_own(one) and _is_own(other) else WARNING
    return None


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


def _is_near(one: Span, other: Span) -> bool:
    """Whether one of them may be a slip of the other: a day or a month is another."""
    if one.month == other.month:
        days = (one.first, other.first) if one.first != other.first else (one.last, other.last)
        return abs(days[0] - days[1]) <= 2 or slip(*days) > 0
    return (one.first, one.last) == (other.first, other.last)
