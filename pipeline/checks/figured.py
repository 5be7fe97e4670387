"""A paragraph with its figures lifted out: what stands between them shows how they are reckoned."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from pipeline.checks import days, numerals
from pipeline.checks.facts import figure
from pipeline.checks.numerals import Number
from pipeline.checks.register import Register
from pipeline.checks.sheet import Block
from pipeline.frozen import commonplace
from pipeline.sought import sought

PLAIN, SHARE, YEAR = r"‹(\d+)›", r"«%(\d+)%»", r"«@(\d+)@»"
_PLAIN = sought(PLAIN)
"""What stands in a text for a figure, for one in per cent, for a year."""


@commonplace(frozen=True, slots=True)
class Figure:
    value: float
    start: int
    end: int
    kind: str
    """`n`, `%` or `@`, a year."""
    is_vague: bool


@commonplace(frozen=True, slots=True)
class Figured:
    block: Block
    text: str
    figures: Sequence[Figure]

    @property
    def sentences(self) -> list[str]:
        return _STOP.split(self.text)

    @property
    def plain_figures(self) -> list[Figure]:
        return [each for each in self.figures if each.kind == "n"]

    def plain(self, text: str) -> list[Figure]:
        """The figures in a stretch of the text that are neither shares nor years."""
        return [self.figures[int(number)] for number in _PLAIN.findall(text)]


_STOP = sought(r"(?<=[.!?])\s+")
_PERCENT = sought(r"[\s\u00a0\u202f-]*(?:%|per cent\b|percent\b|pour cent\b|Prozent\b)")
_SCALE = sought(r"[\s\u00a0\u202f](millions?|billions?|milliards?)\b")
_VAGUE = sought(
    r"\b(?:about|some|over|more than|less than|fewer than|nearly|almost|around|roughly|up to"
    r"|at least|just under|just over|close to|approximately|environ|quelque|près de|plus de"
    r"|moins de|presque|jusqu['’]à|au moins|à peu près|~|c\.)\s*$",
    re.IGNORECASE,
)
_ALONE = frozenset("one un une and a score second seconde".split())


def has_any(block: Block) -> bool:
    """Whether a figure can stand in it: in digits, in words or looked up."""
    if block.has_figures or block.lookups:
        return True
    return not block.vocabulary.isdisjoint(_number_words(block.language[:2]))


def figured(block: Block, register: Register) -> Figured:
    """What is reckoned in a block; several checks ask for it."""
    known = block.sheet.noted.setdefault("figured", {})
    if block.start not in known:
        known[block.start] = _figured(block, register)
    return known[block.start]  # type: ignore[no-any-return]


def _figured(block: Block, register: Register) -> Figured:
    found = _figures(block, register)
    parts, at = [], 0
    for number, each in enumerate(found):
        sign = {"n": f"‹{number}›", "%": f"«%{number}%»", "@": f"«@{number}@»"}[each.kind]
        parts += [block.text[at : each.start], sign]
        at = each.end
    return Figured(block, "".join([*parts, block.text[at:]]), found)


def _figures(block: Block, register: Register) -> list[Figure]:
    text, language = block.text, block.language[:2]
    dated = [(s.start, s.end) for s in days.spans(text, language)] if block.has_figures else []
    written = numerals.written(text) if block.has_figures else ()
    said = not block.vocabulary.isdisjoint(_number_words(language))
    every = [
        number
        for number in (*written, *(numerals.spoken(text, language) if said else ()))
        if not any(start <= number.start < end for start, end in dated)
        and text[number.start : number.end].lower() not in _ALONE
        and not re.match(r"[:.]\d|\s?h\b", text[number.end :])
    ]
    found = [_read(number, text) for number in sorted(every, key=lambda n: n.start)]
    return sorted([*found, *_looked_up(block, register)], key=lambda each: each.start)


@functools.cache
def _number_words(language: str) -> frozenset[str]:
    known = numerals.table(language) if language in numerals.LANGUAGES else {}
    return frozenset(word for words in known for word in words.split() if len(word) > 2) - _ALONE


def _read(number: Number, text: str) -> Figure:
    is_vague = bool(_VAGUE.search(text[max(0, number.start - 20) : number.start]))
    if percent := _PERCENT.match(text, number.end):
        return Figure(number.value, number.start, percent.end(), "%", is_vague)
    if scale := _SCALE.match(text, number.end):
        times = 1e6 if scale[1].startswith("million") else 1e9
        return Figure(number.value * times, number.start, scale.end(), "n", is_vague)
    typed = text[number.start : number.end]
    is_year = typed.isdigit() and len(typed) == 4 and 1500 <= number.value <= 2150
    return Figure(number.value, number.start, number.end, "@" if is_year else "n", is_vague)


def _looked_up(block: Block, register: Register) -> list[Figure]:
    found = []
    facts = register.copy(block.language).facts
    for at, name in block.lookups:
        fact = facts.get(name.removeprefix("facts.").replace("_", "-"))
        if fact is None or not name.startswith("facts."):
            continue
        told = fact.on(block.sheet.date or register.today)
        if not isinstance(told.value, str):
            kind = "@" if fact is register.founded or _is_founding(fact.id) else "n"
            found.append(Figure(figure(told), at, at + 1, kind, False))
    return found


def _is_founding(id: str) -> bool:
    return "found" in id or "fond" in id


def is_slip(typed: float, true: float) -> bool:
    """Whether one figure may be a miscounted or mistyped form of the other, and is not the same.

    >>> is_slip(134, 132), is_slip(132, 132), is_slip(37, 27), is_slip(12, 250)
    (True, False, True, False)
    """
    if typed == true or not true:
        return False
    first, second = f"{typed:g}", f"{true:g}"
    if len(first) == len(second) and sum(a != b for a, b in zip(first, second, strict=True)) == 1:
        return True
    return sorted(first) == sorted(second) or abs(typed - true) <= max(2, 0.1 * abs(true))


def shown(value: float) -> str:
    """
    >>> shown(1920000.0), shown(58.0), shown(2.5)
    ('1,920,000', '58', '2.5')
    """
    return f"{value:,.10g}"
