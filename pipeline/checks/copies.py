"""Copies: a sentence that stands in two texts, and has one of its figures changed."""

from __future__ import annotations

import datetime as dt
import functools
import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.checks import days, duplicates, numerals
from pipeline.checks.forms import place
from pipeline.checks.parallels import Said
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, WARNING, Mark, Sheet
from pipeline.errors import Level
from pipeline.frozen import commonplace
from pipeline.sought import sought

_PART = sought(r"\d+(?:[.,\u00a0\u202f]\d+)*|[^\W\d_]+")
_NAMED = sought(
    r"(?:[^\W\d_a-zß-ÿ][\w’'-]*|n°|no\.|version|article|page|step|étape|part)[ \u00a0]?$"
)
_YEAR = sought(r"\d{4}")
_LEAST, _MANY = 9, 8
"""So many long words tell one sentence from all others; what stands in so many texts is a form
that each of them fills in."""
_NEAR, _FAR = dt.timedelta(days=200), dt.timedelta(days=400)
"""Texts of one time, and of one year: of another year, the figures may be others."""


@commonplace(frozen=True, slots=True)
class Part:
    """A figure, in digits or in words, a month or a day of the week."""

    value: str
    start: int
    end: int
    is_day: bool
    """Whether it belongs to a date."""
    is_label: bool
    """Whether it is the number of something, behind its name: *Article 16*."""


def f120_copied_with_another_figure(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*Eighteen officers from five agencies took part* on one page, and on another, in the same
    words, *eighty officers*: one of the two was typed anew.
    Remedy: look it up, and write the same in both."""
    every = duplicates.said(sheets, register)
    # Hardly any stands twice: to keep the words of all would take as much room as all of them.
    signs = sorted(hash(_unchanging(one)) for one in every)
    twice = {sign for sign, other in itertools.pairwise(signs) if sign == other}
    copies: dict[tuple[str, ...], list[Said]] = defaultdict(list)
    for one in every:
        key = _unchanging(one)
        if len(key) > 4 and hash(key) in twice:
            copies[key].append(one)
    del every, signs, twice
    if not all(sheet.is_one_of_few for sheet in sheets):
        # Until the next one asks, the room is worth more than the time to read it again.
        duplicates.forget(sheets, register)
    for key, said in copies.items():
        if 1 < len(said) <= _MANY:
            yield from _apart(said, len(key) - 1, register)


def _unchanging(one: Said) -> tuple[str, ...]:
    """Its language, and its words but for numbers and dates."""
    language = one.block.language[:2]
    changing = _changing(language)
    return (language, *(word for word in one.words if word not in changing))


@functools.cache
def _changing(language: str) -> frozenset[str]:
    """Words for numbers, months and days of the week."""
    tables = (days.MONTHS.get(language, ""), days.WEEKDAYS.get(language, ""))
    words = {word for table in tables for word in table.split()}
    words |= set(days.month_numbers("en")) if language == "en" else set()
    return frozenset(words | _numbers(language).keys())


@functools.cache
def _numbers(language: str) -> dict[str, float]:
    known = numerals.table(language) if language in numerals.LANGUAGES else {}
    return {word: value for word, value in known.items() if word.isalpha() and value > 1}


def _apart(said: Sequence[Said], words: int, register: Register) -> Iterator[Mark]:
    parts = [_parts(one) for one in said]
    for at, one in enumerate(said):
        near = [
            (number, slip)
            for number, other in enumerate(said)
            if other.block.sheet is not one.block.sheet
            and (slip := _slip(parts[at], parts[number], words)) is not None
        ]
        same = sum(_values(each) == _values(parts[at]) for each in parts)
        # Of more than two figures each text has its own.
        if near and same <= len(near) and len({parts[n][slip].value for n, slip in near}) == 1:
            number, slip = near[0]
            level = _level(one, said[number], parts[at], slip)
            if level:
                register.told_figures.add((id(one.block), parts[at][slip].start))
                yield _mark(one, said[number], parts[at][slip], parts[number][slip], level)


def _parts(one: Said) -> list[Part]:
    language, text = one.block.language[:2], one.block.text[one.start : one.end]
    found = [each for each in _PART.finditer(text) if _counts(each[0], language)]
    calendar = _changing(language) - _numbers(language).keys()
    made = []
    for each in found:
        word = each[0].lower()
        beside = text[max(0, each.start() - 12) : each.end() + 12].lower().replace(",", " ")
        is_year = len(word) == 4 and word[:2] in ("19", "20") and word.isdigit()
        is_day = is_year or not calendar.isdisjoint([word, *beside.split()])
        value = f"{_numbers(language)[word]:g}" if word in _numbers(language) else word
        is_label = not is_day and _NAMED.search(text, 0, each.start()) is not None
        start, end = one.start + each.start(), one.start + each.end()
        made.append(Part(value, start, end, is_day, is_label))
    return made


def _values(parts: Sequence[Part]) -> list[str]:
    return [part.value for part in parts]


def _counts(word: str, language: str) -> bool:
    return word[0].isdigit() or word.lower() in _changing(language)


def _slip(ours: Sequence[Part], theirs: Sequence[Part], words: int) -> int | None:
    """Which figure is another, if all the others are the same."""
    if len(ours) != len(theirs) or not (len(ours) > 1 or words >= _LEAST):
        return None
    pairs = enumerate(zip(ours, theirs, strict=True))
    apart = [at for at, (one, other) in pairs if one.value != other.value]
    # `Article 16` and `Article 15`, each in its own letter.
    return apart[0] if len(apart) == 1 and not ours[apart[0]].is_label else None


def _level(one: Said, other: Said, parts: Sequence[Part], slip: int) -> Level | None:
    """How sure it is: of a year or a month each issue may have its own."""
    dates = one.block.sheet.date, other.block.sheet.date
    between = abs(dates[0] - dates[1]) if dates[0] and dates[1] else dt.timedelta()
    years = [part for part in parts if part.is_day and _YEAR.fullmatch(part.value)]
    is_whole = bool(years) and len(parts) > 2
    # A day with its year stays what it is, however late it is told again.
    if parts[slip].is_day and is_whole and parts[slip] not in years:
        return WARNING
    if between > _FAR or (parts[slip].is_day and not (is_whole and between <= _NEAR)):
        return None
    return WARNING if between <= _NEAR else NOTE


def _mark(one: Said, other: Said, ours: Part, theirs: Part, level: Level) -> Mark:
    typed = one.block.text[ours.start : ours.end]
    there = other.block.text[theirs.start : theirs.end]
    where = place((other.block, theirs.start, theirs.end))
    return one.block.mark(
        "F120", ours.start, ours.end,
        f"{typed} stands here, {there} in the same sentence elsewhere (as in {where})",
        "look it up, and write the same in both", level,
    )  # fmt: skip
