"""Occasions: the day of one thing, as the heading has it, and as the text below has it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from pipeline.checks import days
from pipeline.checks.dates import spans_of
from pipeline.checks.days import Span
from pipeline.checks.register import Register, folded
from pipeline.checks.sheet import WARNING, Block, Mark, Sheet

Dated = tuple[Block, Span]


def d127_day_of_the_heading_differs(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Elections of 27 June* in the heading, *the second round on 20 June* below it: guests come on
    the day that they have read.
    Remedy: look the day up, and write the same in both."""
    if sheet.kind == "page":
        return
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
