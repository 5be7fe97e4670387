"""Pairing: what two texts state of one thing, though in other words."""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipeline.checks.days import Span
from pipeline.checks.diaries import of_agenda
from pipeline.checks.likeness import Likeness, Scales
from pipeline.checks.register import Register
from pipeline.checks.sheet import Sheet
from pipeline.checks.statements import Statement, statements, stems
from pipeline.frozen import commonplace
from pipeline.sought import sought

_LAST = 30
"""Of the statements with one word, so many are looked at: those that stand nearest."""
_YEAR = 400
"""Days between two texts of one year."""
_SHARE = 0.4
"""So much of what it says is in both, where one text confirms what the other one has."""


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


def pairs(sheets: Sequence[Sheet], register: Register) -> tuple[list[Pair], list[Pair]]:
    """Those that agree and are like enough, and those that do not agree, the likest first."""
    key = ("contradictions", id(sheets))
    if key not in register.memo:
        every, scales = _read(sheets, register)
        agreed, apart = list[Pair](), list[Pair]()
        best: dict[int, float] = defaultdict(float)
        for one, other in _candidates(every, scales):
            if _are_of_one(one, other):
                like = scales.likeness(one.passage, other.passage)
                for each in (one, other):
                    best[id(each)] = max(best[id(each)], like.score)
                if not _do_agree(one, other):
                    apart.append(Pair(one, other, like))
                # Of all that agree, as years do in every text, these are few.
                elif like.share >= _SHARE and like.own >= 1:
                    agreed.append(Pair(one, other, like))
        register.memo[key] = agreed, _exclusive(apart, best, every)
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
    return days_between(one, other) <= _YEAR


def _are_siblings(one: Sheet, other: Sheet) -> bool:
    """Whether their titles are of one form, each with a name or a year of its own."""
    first, second = (frozenset(_TITLE.findall(each.keys.get("title", ""))) for each in (one, other))
    both, apart = first & second, (first - second, second - first)
    return 2 <= len(both) >= max(map(len, apart)) and all(map(_has_name, apart))


def _has_name(words: frozenset[str]) -> bool:
    return any(word[0].isupper() or word.isdigit() for word in words)


_TITLE = sought(r"\w{3,}")


def days_between(one: Statement, other: Statement) -> int:
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
    apart: Sequence[Pair], best: Mapping[int, float], every: Sequence[Statement]
) -> list[Pair]:
    """The pairs of which neither text has the other's figure, and no likelier partner has it."""
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
