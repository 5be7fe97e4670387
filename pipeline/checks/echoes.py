"""Facts told in other words: in a table, around a town, as a team of so many."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterator

from pipeline.checks import numerals
from pipeline.checks.facts import figure
from pipeline.checks.figured import is_slip
from pipeline.checks.numerals import Number
from pipeline.checks.register import Register, folded
from pipeline.checks.sheet import WARNING, Block, Mark, Sheet
from pipeline.model.house import Fact
from pipeline.sought import sought

_TEAM = sought(
    r"\b(?:team|staff|équipe|Team) (?:of|de|d['’]|von) (?:some |about |environ )?", re.IGNORECASE
)
_STAFF = sought(r"staff|team|employ|salari|équipe|equipe|mitarbeit")
_PARTED = sought(
    r"^(?P<thing>[^\W\d_]+s) (?:in|at|from|to|à|au|aux|en|de|aus) (?P<where>[^\W\d_a-z]\w+)$"
)


def f114_fact_told_in_other_words(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*A team of fifteen*, *Members | 123*: facts.yaml has another figure for the same thing.
    Remedy: write the look-up, or correct facts.yaml."""
    if sheet.kind == "page":
        return
    date = sheet.date or register.today
    for row in _rows(sheet):
        yield from _row(*row, register, date)
    for block in sheet.saying("team", "staff", "équipe"):
        yield from _team(block, register, date)
    for block in sheet.prose:
        yield from _around_a_town(block, register, date)


def _facts(block: Block, register: Register) -> list[Fact]:
    facts = register.copy(block.language).facts.values()
    return [fact for fact in facts if not isinstance(fact.value, str) and fact.unit]


def _mark(block: Block, number: Number, fact: Fact, date: dt.date) -> Mark:
    lookup = f"{{{{ facts.{fact.id.replace('-', '_')} }}}}"
    return block.mark(
        "F114", number.start, number.end,
        f"{block.text[number.start : number.end]!r}: facts.yaml has {fact.on(date).text} "
        f"({fact.id})", f"write {lookup}, or correct the fact", WARNING,
    )  # fmt: skip


def _rows(sheet: Sheet) -> Iterator[tuple[Block, Block]]:
    """The rows of tables that have one figure; of several, each is of another year or place."""
    cells = (block for block in sheet.blocks if block.kind == "cell")
    for _, row in itertools.groupby(cells, key=lambda cell: sheet.where(cell.start).line):
        label, *others = row
        if len(others) == 1:
            yield label, others[0]


def _row(label: Block, cell: Block, register: Register, date: dt.date) -> Iterator[Mark]:
    """`| Members | 123 |`, where facts.yaml has 132 members."""
    number = next(numerals.written(cell.text), None)
    words = folded(label.text.strip())
    if number is None or cell.text.strip() != cell.text[number.start : number.end]:
        return
    for fact in _facts(label, register):
        units = {folded(unit.plain) for unit in fact.unit}
        own = {folded(word) for unit in fact.unit for word in unit.plain.split()}
        is_named = words == folded(fact.id.replace("-", " ")) or words in units
        is_named = is_named or (len(words) > 5 and words in own)
        if is_named and is_slip(number.value, figure(fact.on(date))):
            yield _mark(cell, number, fact, date)


def _team(block: Block, register: Register, date: dt.date) -> Iterator[Mark]:
    for found in _TEAM.finditer(block.text):
        number = _number_at(block, found.end())
        staff = [fact for fact in _facts(block, register) if _STAFF.search(fact.id)]
        about_us = _is_ours(block, found.start(), register)
        if number is None or len(staff) != 1 or not about_us:
            continue
        if is_slip(number.value, figure(staff[0].on(date))):
            yield _mark(block, number, staff[0], date)


def _is_ours(block: Block, at: int, register: Register) -> bool:
    is_house = block.sheet.kind in ("boilerplate", "kit", "section")
    return is_house or bool(register.mention.search(block.around(at).text))


def _number_at(block: Block, start: int) -> Number | None:
    every = (*numerals.written(block.text), *numerals.spoken(block.text, block.language))
    return next((number for number in every if number.start == start), None)


_MORE = sought(r"\b(?:over|more than|plus de)\s*$", re.IGNORECASE)


def _around_a_town(block: Block, register: Register, date: dt.date) -> Iterator[Mark]:
    """`In Galway there were over 500 participants`, where the unit is `participants in Galway`."""
    for fact in _facts(block, register):
        for unit in fact.unit:
            parted = _PARTED.match(unit.plain)
            if parted is None or parted["where"] not in block.text:
                continue
            if unit.plain.lower() in block.lowered or not block.says(parted["thing"].lower()):
                continue
            for sentence in block.sentences:
                if parted["where"] not in sentence.text:
                    continue
                for found in re.finditer(rf" {parted['thing']}\b", sentence.text):
                    end = sentence.start + found.start()
                    number = numerals.ending_at(block.text, end, block.language)
                    if number and _contradicts(number, block, figure(fact.on(date))):
                        yield _mark(block, number, fact, date)


def _contradicts(number: Number, block: Block, value: float) -> bool:
    if not 0.5 * value <= number.value <= 2 * value or number.value == value:
        return False
    # `Over 400` is true of 420.
    return not (_MORE.search(block.text[: number.start]) and number.value < value)
