"""Diaries: what the agenda states, as if somebody had said it in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.checks.days import Span
from pipeline.checks.register import Register
from pipeline.checks.sentences import letters_of
from pipeline.checks.sheet import Block, Sheet
from pipeline.checks.statements import Passage, Statement, stems
from pipeline.model.house import Event


def of_agenda(sheets: Sequence[Sheet], register: Register) -> Iterator[Statement]:
    """The days of each entry of the agenda, in every language that it has."""
    if not register.any_copy.agenda:
        return
    titles = {
        (sheet.path, sheet.where(block.start).line): block
        for sheet in sheets
        if sheet.kind == "page"
        for block in sheet.blocks
        if block.key == "title"
    }
    for language in register.languages:
        for event in register.events(language):
            where = event.title.where
            block = titles.get((where.path, where.line))
            if block and block.language[:2] == language[:2]:
                yield from _of_entry(event, block)


def _of_entry(event: Event, block: Block) -> Iterator[Statement]:
    if not event.start.is_exact or (event.end and not event.end.is_exact):
        return
    first, last = event.start.first, event.last_day
    spans = [(first, last)] if first.month == last.month else [(first, first), (last, last)]
    said = f"{event.title.plain} {event.place.plain}".lower()
    tokens = {f"#d{day.month * 100 + day.day}" for day in (first, last)}
    words = tuple(sorted(stems(letters_of(said)) | tokens))
    months = frozenset((first.month, last.month))
    passage = Passage(block, 0, words, frozenset(), frozenset((first.year, last.year)), months)
    for begin, end in spans:
        span = Span(
            first=begin.day, last=end.day, month=begin.month, year=begin.year,
            start=0, end=len(block.text), is_range=begin != end,
        )  # fmt: skip
        value = begin.month * 100 + begin.day
        yield Statement("day", value, (), passage, 0, len(block.text), False, span, event.dates)
