"""Facts in other words: in a table, around a town, as a team of so many, with digits turned."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

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
        yield from _by_its_name(block, register, date)


def _facts(block: Block, register: Register) -> Sequence[Fact]:
    key = "facts with units", block.language
    if key not in register.memo:
        facts = register.copy(block.language).facts.values()
        register.memo[key] = tuple(
            fact for fact in facts if not isinstance(fact.value, str) and fact.unit
        )
    return register.memo[key]  # type: ignore[return-value]


def _of_towns(block: Block, register: Register) -> Iterator[tuple[Fact, str, re.Match[str]]]:
    """Facts of whose units one names a town that the block may name, by the letters of the town."""
    key = "facts of towns", block.language
    if key not in register.memo:
        by_word: dict[str, list[tuple[Fact, str, re.Match[str]]]] = defaultdict(list)
        for fact in _facts(block, register):
            for unit in fact.unit:
                if parted := _PARTED.match(unit.plain):
                    first = _WORD.search(parted["where"].lower())
                    by_word[first[0] if first else ""].append((fact, unit.plain, parted))
        register.memo[key] = dict(by_word)
    by_word = register.memo[key]  # type: ignore[assignment]
    for word in sorted(by_word.keys() & {"", *_WORD.findall(block.lowered)}) if by_word else ():
        yield from by_word[word]


def _named(block: Block, register: Register) -> list[Fact]:
    """Facts of which a block says the names, by the first words of these."""
    key = "facts by name", block.language
    if key not in register.memo:
        by_word: dict[str, list[Fact]] = defaultdict(list)
        for fact in _facts(block, register):
            first = _WORD.search(fact.id)
            by_word[first[0] if first else ""].append(fact)
        register.memo[key] = dict(by_word)
    by_word = register.memo[key]  # type: ignore[assignment]
    here = by_word.keys() & {"", *_WORD.findall(block.lowered)} if by_word else ()
    found = (fact for word in sorted(here) for fact in by_word[word])
    return [fact for fact in found if f" {fact.id}" in block.lowered]


_WORD = sought(r"\w+")


def _mark(block: Block, number: Number, fact: Fact, date: dt.date) -> Mark:
    lookup = f"{{{{ facts.{fact.id.replace('-', '_')} }}}}"
    return block.mark(
        "F114", number.start, number.end,
        f"{block.text[number.start : number.end]!r}: facts.yaml has {fact.on(date).text} "
        f"({fact.id})", f"write {lookup}, or correct the fact", WARNING,
    )  # fmt: skip


def _rows(sheet: Sheet) -> Iterator[tuple[Block, Block, int | None]]:
    """Label and figure: of a row with one figure, or of one whose columns are years."""
    cells = (block for block in sheet.blocks if block.kind == "cell")
    years: list[int | None] = []
    for _, row in itertools.groupby(cells, key=lambda cell: sheet.where(cell.start).line):
        label, *others = row
        typed = [cell.text.strip() for cell in others]
        if typed and all(_YEAR.fullmatch(words) for words in typed):
            first = [label.text.strip()] if _YEAR.fullmatch(label.text.strip()) else []
            years = [int(words) for words in (*first, *typed)]
        elif len(others) == 1:
            yield label, others[0], None
        elif len(years) == len(others):
            yield from zip([label] * len(others), others, years, strict=True)


_YEAR = sought(r"(?:19|20)\d\d")


def _row(
    label: Block, cell: Block, year: int | None, register: Register, date: dt.date
) -> Iterator[Mark]:
    """`| Members | 123 |`, where facts.yaml has 132 members."""
    number = next(iter(numerals.written(cell.text)), None)
    words = folded(label.text.strip())
    if number is None or cell.text.strip() != cell.text[number.start : number.end]:
        return
    for fact in _facts(label, register):
        units = {folded(unit.plain) for unit in fact.unit}
        own = {folded(word) for unit in fact.unit for word in unit.plain.split()}
        is_named = words == folded(fact.id.replace("-", " ")) or words in units
        is_named = is_named or (len(words) > 5 and words in own)
        if year is not None:
            # Of a year that facts.yaml does not name, nobody knows the figure.
            known = [told for told in (fact, *fact.history) if told.as_of]
            if not any(told.as_of.year == year for told in known if told.as_of):
                continue
            date = dt.date(year, 12, 31)
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


_AVERAGE = sought(r"\b(?:on average|each|every|per|usually|an average of)\b[^.;:]{0,30}$")
_MORE = sought(r"\b(?:over|more than|plus de)\s*$", re.IGNORECASE)


def _around_a_town(block: Block, register: Register, date: dt.date) -> Iterator[Mark]:
    """`In Galway there were over 500 participants`, where the unit is `participants in Galway`."""
    for fact, unit, parted in _of_towns(block, register):
        if parted["where"] not in block.text:
            continue
        if unit.lower() in block.lowered or not block.says(parted["thing"].lower()):
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


def _by_its_name(block: Block, register: Register, date: dt.date) -> Iterator[Mark]:
    """`Ninety-six members`, where the fact `members` is 86 and its unit says `member towns`."""
    if block.language[:2] != "en":
        return
    for fact in _named(block, register):
        if any(fact.id == unit.plain.lower() for unit in fact.unit) or fact.id[-1:] != "s":
            continue
        known = {figure(told) for told in (fact, *fact.history)}
        for found in re.finditer(rf" {fact.id}\b(?! of\b)", block.lowered):
            number = numerals.ending_at(block.text, found.start(), block.language)
            if number and _AVERAGE.search(block.text[: number.start]):
                continue
            if number and number.value >= 30 and number.value not in known:
                value = figure(fact.on(date))
                first, second = f"{number.value:g}", f"{value:g}"
                is_near = len(first) == len(second) and is_slip(number.value, value)
                if is_near and _is_ours(block, found.start(), register):
                    yield _mark(block, number, fact, date)


_COUNTED = sought(
    r"(?<![\w.,/:+@#-])(\d{1,3}(?:[ ,.\u00a0\u202f]\d{3})+|\d{2,})[ \u00a0\u202f]([a-zà-ÿ]{4,})"
)
_NO_THINGS = frozenset(
    "years months weeks days hours minutes seconds euros pounds dollars percent cent million "
    "millions "
    "milliards billion jours heures semaines with from dans avec pour that this kilometres metres "
    "pages times fois page avril mars juin juillet septembre octobre novembre décembre janvier "
    "février other more ainsi sont points degrees kilomètres mètres".split()
)


def f115_figure_with_turned_digits(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*780 delegates* here, *870 delegates* twice elsewhere: one thing has two figures.
    Remedy: look it up, and write the same figure everywhere."""
    said: dict[tuple[str, str], dict[float, list[tuple[Block, int, int]]]] = {}
    for sheet in sheets:
        for block in sheet.blocks if sheet.kind != "page" else ():
            for found in _COUNTED.finditer(block.text) if block.has_figures else ():
                value, noun = numerals.parsed(found[1]), found[2]
                if noun not in _NO_THINGS and not 1900 <= value < 2100:
                    places = said.setdefault((block.language[:2], noun), {}).setdefault(value, [])
                    places.append((block, *found.span(1)))
    for (_, noun), values in said.items():
        usual: dict[str, list[float]] = defaultdict(list)
        for value in (value for value, places in values.items() if len(places) > 1):
            for key in _blurred(value):
                usual[key].append(value)
        ranks = {value: rank for rank, value in enumerate(values)} if usual else {}
        for value, places in values.items() if usual else ():
            near = {other for key in _blurred(value) for other in usual.get(key, ())}
            others = sorted((o for o in near if _is_turned(value, o)), key=ranks.__getitem__)
            told = places if len(places) == 1 else ()
            if 1 < len(places) <= _FEW and others:
                told = [place for place in places if _is_outdone(place, places, values[others[0]])]
            for block, start, end in told if others else ():
                other, first, last = values[others[0]][0]
                said_there = other.text[first:last]
                yield block.mark(
                    "F115", start, end,
                    f"{block.text[start:end]} {noun} stands here, {said_there} elsewhere",
                    "look it up, and write the same figure everywhere", WARNING,
                )  # fmt: skip


_FEW = 3
Spot = tuple[Block, int, int]


def _is_outdone(spot: Spot, same: Sequence[Spot], others: Sequence[Spot]) -> bool:
    """Whether its own text has this figure once, and the other one more often."""
    sheet = spot[0].sheet
    once = sum(each[0].sheet is sheet for each in same) == 1
    return once and sum(each[0].sheet is sheet for each in others) > 1


def _blurred(value: float) -> set[str]:
    """Its figures with one left open, and with two neighbours in their order: what is a slip away
    has one of them too.

    >>> sorted(_blurred(78)), sorted(_blurred(87))
    (['(78)', '7_', '_8'], ['(78)', '8_', '_7'])
    """
    typed = f"{value:.0f}"
    places = range(len(typed))
    pairs = ((at, "".join(sorted(typed[at : at + 2]))) for at in places[:-1])
    return {
        *(f"{typed[:at]}_{typed[at + 1 :]}" for at in places),
        *(f"{typed[:at]}({pair}){typed[at + 2 :]}" for at, pair in pairs),
    }


def _is_turned(value: float, other: float) -> bool:
    """
    >>> _is_turned(780, 870), _is_turned(140, 150), _is_turned(1234, 1284)
    (True, False, True)
    """
    first, second = f"{value:.0f}".rstrip("0"), f"{other:.0f}".rstrip("0")
    if len(first) != len(second) or len(f"{value:.0f}") != len(f"{other:.0f}"):
        return False
    apart = [at for at, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    is_swapped = len(apart) == 2 and apart[1] == apart[0] + 1 and sorted(first) == sorted(second)
    return is_swapped or (len(apart) == 1 and len(first) >= 4)
