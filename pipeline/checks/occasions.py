"""Occasions: the day of one thing, as the heading has it, and as the text below has it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from pipeline.checks import days
from pipeline.checks.days import Span, spans_of
from pipeline.checks.register import Register, folded
from pipeline.checks.sheet import WARNING, Block, Mark, Sheet
from pipeline.sought import sought

Dated = tuple[Block, Span]


def d127_day_of_the_heading_differs(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Elections of 27 June* in the heading, *the second round on 20 June* below it, *17 to 19 May*
    here and *17 to 20 May* there: guests come on the day that they have read.
    Remedy: look the day up, and write the same in both."""
    if sheet.kind == "page":
        return
    yield from _runs_apart(sheet)
    heads = [one for one in spans_of(sheet) if one[0].kind == "heading" or one[0].key == "title"]
    titled = Counter(id(block) for block, _ in heads)
    prose: dict[str, list[Dated]] = defaultdict(list)
    for block, span in spans_of(sheet) if heads else ():
        for roof in (block.section, _WHOLE) if block.is_prose else ():
            prose[roof].append((block, span))
    for head, span in heads:
        if titled[id(head)] > 1 or span.is_range:
            continue
        below = prose[_WHOLE if head.key else head.text]
        same = [one for one in below if one[1].month == span.month and _agree(one[1], span)]
        if len(same) == 1 and _is_slip(same[0][1], span) and _are_of_one(head, *same[0]):
            block, other = same[0]
            yield block.mark(
                "D127", other.start, other.end,
                f"{block.text[other.start : other.end]!r} stands here, "
                f"{head.text[span.start : span.end]!r} in the heading",
                "look the day up, and write the same in both", WARNING,
            )  # fmt: skip


def _runs_apart(sheet: Sheet) -> Iterator[Mark]:
    """`From 17 to 19 October`, and of one place `17–20 October`: the only runs of that month."""
    runs: dict[int, list[Dated]] = defaultdict(list)
    for block, span in spans_of(sheet):
        is_run = span.is_range and span.first < span.last
        if is_run and _INTERVAL.search(block.text[span.start : span.end]) and block.kind != "cell":
            runs[span.month].append((block, span))
    for told in runs.values():
        kinds = {_run(span) for _, span in told}
        if len(kinds) != 2 or len(told) > _FEW:
            continue
        block, one = told[0]
        below, other = next(each for each in told if _run(each[1]) != _run(one))
        moved = abs(one.first - other.first), abs(one.last - other.last)
        is_slip = sorted(moved) in ([0, 1], [0, 2]) and _agree(one, other)
        if is_slip and _is_same(block, one, below, other):
            yield below.mark(
                "D127", other.start, other.end,
                f"{below.text[other.start : other.end].rstrip('.')!r} stands here, "
                f"{block.text[one.start : one.end].rstrip('.')!r} above",
                "look the days up, and write the same in both", WARNING,
            )  # fmt: skip


def _run(span: Span) -> tuple[int, int]:
    return span.first, span.last


_INTERVAL = sought(r"\d(?:st|nd|rd|th|er)? ?(?:[-–—]|to|until|au|bis|al) ?(?:the )?\d")
_FEW = 4
_NAME = sought(r"(?<=[^\W\d_,] )[^\W\d_a-zß-ÿ][^\W\d_]{3,}")


def _is_same(block: Block, one: Span, below: Block, other: Span) -> bool:
    """Whether two sentences name one place or one body, besides the months."""
    if block is below and block.around(one.start) == block.around(other.start):
        return False
    first, second = (
        set(_NAME.findall(text.around(span.start).text)) - _MONTHS
        for text, span in ((block, one), (below, other))
    )
    return bool(first & second)


_MONTHS = frozenset(name.capitalize() for row in days.MONTHS.values() for name in row.split())
_WHOLE = "\0"
"""The roof of a whole text: its title."""


def _agree(one: Span, other: Span) -> bool:
    return one.year is None or other.year is None or one.year == other.year


def _is_slip(one: Span, other: Span) -> bool:
    """Whether one figure is another, or the day is the next; a run of days holds all of its own."""
    if one.first <= other.first <= one.last:
        return False
    first, second = str(one.first), str(other.first)
    is_near = abs(one.first - other.first) == 1
    figures = zip(first, second, strict=False)
    return is_near or (len(first) == len(second) and sum(a != b for a, b in figures) == 1)


def _are_of_one(head: Block, block: Block, span: Span) -> bool:
    """Whether the sentence speaks of what the heading names."""
    sentence = block.around(span.start)
    named, said = (
        {folded(word)[:_STEM] for word in words if len(word) >= _STEM}
        for words in (head.letters, sentence.letters)
    )
    names = {name for row in days.MONTHS.values() for name in row.split()}
    common = named & said - {folded(name)[:_STEM] for name in names}
    return len(common) > (1 if head.key else 0)


_STEM = 6
"""So many letters of a word tell what it is of."""
