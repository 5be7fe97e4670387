"""Clashes: a day or a year outside the season, the quarter or the century that it is told of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks import days
from pipeline.checks.days import spans_of
from pipeline.checks.register import Register
from pipeline.checks.sheet import WARNING, Block, Mark, Sheet
from pipeline.sought import in_small, sought

_SEASONS = {
    "spring": range(2, 7), "summer": range(5, 10), "autumn": range(8, 13), "printemps": range(2, 7),
    "été": range(5, 10), "automne": range(8, 13), "winter": (11, 12, 1, 2, 3),
    "hiver": (11, 12, 1, 2, 3),
}  # fmt: skip
_SEASON = sought(
    r"\b(?:[Ii]n (?:the )?(?:early |late )?(?P<season>spring|summer|autumn|winter)(?: of)?"
    r"|[Aa]u (?P<saison>printemps)|[Ee]n (?P<été>été|automne|hiver))(?: (?:19|20)\d\d)?"
    r"(?:,? (?:on|le) |,? \((?:on |le )?)$"
)


def d129_day_outside_its_period(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*In spring, on 14 November*, *in the first quarter (April to June)*, *in the 19th century, in
    1923*: one of the two is wrong.
    Remedy: look both up again."""
    if sheet.kind == "page":
        return
    for block, span in spans_of(sheet):
        if not block.is_prose:
            continue
        found = _SEASON.search(block.text, max(0, span.start - 45), span.start)
        season = found and (found["season"] or found["saison"] or found["été"])
        if found and season and span.month not in _SEASONS[season]:
            yield _mark(block, span.start, span.end, f"lies in no {season}")
    for block in sheet.prose:
        if block.has_figures or block.says("quarter", "trimestre"):
            yield from _quarters(block)
            yield from _centuries(block)


def _mark(block: Block, start: int, end: int, told: str) -> Mark:
    return block.mark(
        "D129", start, end, f"{block.text[start:end].rstrip('.')!r} {told}",
        "look both up again", WARNING,
    )  # fmt: skip


_RANKS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "premier": 1, "deuxième": 2,
    "second trimestre": 2, "troisième": 3, "quatrième": 4, "dernier": 4,
}  # fmt: skip


def _quarter(language: str) -> re.Pattern[str]:
    months = "|".join(days.MONTHS[language].split())
    of = {"en": "quarter", "fr": "trimestre"}[language]
    return sought(
        rf"\b(?P<rank>{'|'.join(_RANKS)}) {of}(?: (?:of )?(?:19|20)\d\d)?,? \("
        rf"(?P<months>(?P<first>{months})(?: to | à |[ ]?[-–][ ]?)(?P<last>{months}))",
        re.IGNORECASE,
    )


_QUARTERS = {language: _quarter(language) for language in ("en", "fr")}
_FISCAL = sought(r"\b(?:fiscal|financial|tax|budget|exercice|scolaire|school|academic)\b", re.I)


def _quarters(block: Block) -> Iterator[Mark]:
    language = block.language[:2]
    form = _QUARTERS.get(language) if block.says("quarter", "trimestre") else None
    for found in form.finditer(block.text) if form else ():
        numbers = days.month_numbers(language)
        rank = _RANKS[in_small(found["rank"])]
        first, last = numbers[in_small(found["first"])], numbers[in_small(found["last"])]
        if (first, last) != (3 * rank - 2, 3 * rank) and not _FISCAL.search(block.text):
            yield _mark(block, *found.span("months"), f"is not the {found['rank']} quarter")


_CENTURY = sought(
    r"\b(?:[Ii]n|[Dd]uring) the (?P<count>1[0-9]|2[01])(?:th|st) century(?:, in | \()"
    r"(?P<year>1\d{3}|20\d\d)\b(?!s|[-–])"
)
_SIECLE = sought(
    r"\b[Aa]u (?P<count>[XVI]{1,5}|1[0-9]|2[01])e siècle(?:, en | \(en | \()"
    r"(?P<year>1\d{3}|20\d\d)\b(?![-–])"
)
_ROMAN = {
    "X": 10, "XI": 11, "XII": 12, "XIII": 13, "XIV": 14, "XV": 15, "XVI": 16, "XVII": 17,
    "XVIII": 18, "XIX": 19, "XX": 20, "XXI": 21,
}  # fmt: skip


def _centuries(block: Block) -> Iterator[Mark]:
    form = {"en": _CENTURY, "fr": _SIECLE}.get(block.language[:2])
    for found in form.finditer(block.text) if form and block.has_figures else ():
        count = _ROMAN.get(found["count"]) or int(
            found["count"] if found["count"].isdecimal() else 0
        )
        # 1900 is told of either.
        if count and (int(found["year"]) - 1) // 100 + 1 != count and int(found["year"]) % 100:
            yield _mark(block, *found.span("year"), "lies in another century")
