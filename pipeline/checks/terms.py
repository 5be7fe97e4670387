"""Terms: the years and months between two dates, and how many are said to lie there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.checks import days, numerals, programmes
from pipeline.checks.days import Span, spans_of
from pipeline.checks.figured import PLAIN, YEAR, Figure, Figured, figured, has_any
from pipeline.checks.register import Register
from pipeline.checks.sheet import WARNING, Block, Mark, Sheet
from pipeline.sought import in_small, sought

_SIGNS = (" years", "-year", " ans", " années", " months", " mois")
_UNIT = r"(?:years?|ans|années)\b"
Slip = tuple[Figure, str]


def f113_years_are_miscounted(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Off in 1988, on again in 2013, after 23 years*: from one to the other they are 25; and
    *three days, from 3 to 4 May* are two.
    Remedy: count again; correct the number, or one of the years."""
    if sheet.kind == "page":
        return
    for block in sheet.prose:
        if not (has_any(block) and block.says(*_SIGNS)):
            continue
        here = figured(block, register)
        today = (sheet.date or register.today).year
        slips = [*_between(here), *_until(here), *_later(here, today), *_of_age(here, today)]
        for figure, told in dict.fromkeys(slips):
            yield block.mark(
                "F113", figure.start, figure.end,
                f"{block.text[figure.start : figure.end]!r}: {told}",
                "count again; correct the number, or one of the years", WARNING,
            )  # fmt: skip
    yield from _projects(sheet, register)
    for block in sheet.saying("hour", "minute", "heure"):
        yield from programmes.miscounted_hours(block) if block.is_prose else ()
    for block, span in spans_of(sheet):
        if block.is_prose and span.is_range and 0 < span.last - span.first < _FORTNIGHT:
            yield from _days_counted(block, span)


_FORTNIGHT = 14
_COUNT = r"(?P<count>[a-zà-ÿ]{3,9}|\d{1,2})[ -](?:full |whole )?(?:days?|jours|journées)\b"
_APART = r"(?! (?:later|after|before|earlier|ago|from now|plus tard|après|avant|d[’']avance))"
_DAYS_BEFORE = sought(
    rf"\b{_COUNT}{_APART}(?: [a-zà-ÿ’'-]+){{0,3}}[ ,(]{{1,2}}(?:from |du |le |held |\()?$",
    re.IGNORECASE,
)
_DAYS_BEHIND = sought(
    rf"(?:,| \(|:)? ?(?:over |for |pendant |sur )?{_COUNT}{_APART}", re.IGNORECASE
)
_INTERVAL = sought(r"\d(?:st|nd|rd|th|er)? ?(?:[-–—]|to|until|au) ?(?:the )?\d")


def _days_counted(block: Block, span: Span) -> Iterator[Mark]:
    """`A workshop of three days, from 3 to 4 May`; `3–4 May, three days`."""
    words = block.text[span.start : span.end]
    sentence = block.around(span.start)
    begin = max(sentence.start, span.start - 60)
    found = _DAYS_BEFORE.search(block.text, begin, span.start)
    if found is None and not words.endswith("."):
        found = _DAYS_BEHIND.match(block.text, span.end)
    if found is None or not _INTERVAL.search(words):
        return
    typed = found["count"].lower()
    number = (
        float(typed) if typed.isdecimal() else numerals.table(block.language[:2]).get(typed, 0.0)
    )
    true = span.last - span.first + 1
    if 2 <= number < _FORTNIGHT and number != true and abs(number - true) <= 2:
        yield block.mark(
            "F113", *found.span("count"), f"{words!r} are {true} days, not {typed}",
            "count again; correct the number, or one of the days", WARNING,
        )  # fmt: skip


_AFTER = sought(
    rf"(?:\b(?:after|for|in|over|within|après|pendant|en) {PLAIN} {_UNIT}"
    rf"|{PLAIN} {_UNIT} (?:later|plus tard)"
    rf"|, {PLAIN} {_UNIT}(?=[.,;:)]| (?:of|after|de|d['’]|après)))"
)
_YEAR = sought(YEAR)
_OTHERS = sought(rf"(?<!in )(?<!en ){PLAIN}(?! {_UNIT})")
"""Figures of which nothing is later."""


def _between(here: Figured) -> Iterator[Slip]:
    """`From 1994 to 2025, thirty-five years`: a sentence with two years and their distance."""
    for sentence in here.sentences:
        years = [here.figures[int(number)] for number in _YEAR.findall(sentence)]
        found = _AFTER.search(sentence)
        if len(years) != 2 or not found or years[0].value >= years[1].value:
            continue
        said = here.figures[int(next(number for number in found.groups() if number))]
        true = years[1].value - years[0].value
        if not said.is_vague and 1 < abs(true - said.value) <= max(2, 0.35 * true):
            yield said, _apart(years[0].value, years[1].value)


def _apart(first: float, last: float) -> str:
    return f"from {first:.0f} to {last:.0f} are {last - first:.0f}"


_TERM = sought(
    rf"\b(?:for|pour|pendant|a term of|terms? of|mandat de) (?:a term of )?{PLAIN} {_UNIT},? "
    rf"(?:until|till|to|jusqu['’]en|jusqu['’]à) (?:\w+ )?{YEAR}"
)
_BEGUN = sought(
    rf"\b(?:elected|appointed|since|from|began|begins?|launched|started|élue?s?|nommée?s?|depuis"
    rf"|lancée?|commencé)\b[^‹›«»;.]{{0,40}}{YEAR}"
)


def _until(here: Figured) -> Iterator[Slip]:
    """`Elected in October 2025 … for three years, until 2029`."""
    for found in _TERM.finditer(here.text):
        said, last = (here.figures[int(number)] for number in found.groups())
        begun = [here.figures[int(first)] for first in _BEGUN.findall(here.text[: found.start()])]
        if len(begun) != 1 or said.is_vague:
            continue
        true = last.value - begun[0].value
        if true - said.value not in (0, -1) and 0 < abs(true - said.value) <= 2:
            yield last, _apart(begun[0].value, last.value)


_LATER = sought(
    rf"\b(?:in|en) {YEAR}[^‹›«»]*[.;] (?:Some )?{PLAIN} {_UNIT} (?:later|plus tard|après),? "
    rf"(?:\w+ )?(?:it |we |they |il |elle |nous |the \w+ |le \w+ |la \w+ )?"
    rf"(?:has|have|is|are|counts?|brings?|a|ont|est|sont|compte|réunit|rassemble)\b"
)


def _later(here: Figured, today: int) -> Iterator[Slip]:
    """`Founded in 1995. Thirty-five years later it has …`: later is now, on the day of the text."""
    text = _OTHERS.sub("#", here.text)
    for found in _LATER.finditer(text):
        first, said = (here.figures[int(number)] for number in found.groups())
        true = today - first.value
        if not said.is_vague and 1 < abs(true - said.value) <= 10:
            yield said, _apart(first.value, today)


_OF_AGE = sought(
    r"\b(?:founded|established|created|set up|built|opened|born|fondée?|créée?|ouverte?"
    rf"|construite?|née?) (?:in|en) {YEAR}[^‹›«»;.]{{0,60}}?"
    r"(?:\b(?:is|are|turns?|celebrates? (?:its|their)) "
    rf"(?:now |today |already )?{PLAIN} years\b(?: old| of age|(?= this year))"
    rf"|\b(?:a|fête(?: cette année)? (?:ses|leurs)) (?:aujourd['’]hui |déjà )?{PLAIN} ans\b)",
    re.IGNORECASE,
)


def _of_age(here: Figured, today: int) -> Iterator[Slip]:
    """`Founded in 1994, it is 35 years old`, in 2026: a birthday may be still to come."""
    for found in _OF_AGE.finditer(here.text):
        first, said = (here.figures[int(number)] for number in found.groups() if number)
        true = today - first.value
        if not said.is_vague and true - said.value not in (0, 1) and abs(true - said.value) <= 10:
            yield said, _apart(first.value, today)


_MONTHS = r"(?P<month>{names}) (?P<year>20\d\d)"
_LASTS = (
    r"\b(?:launched|begun|began|started|starting|runs?|running|lancée?|commencée?|débutée?)"
    r"[^.;]{{0,20}} (?:in|from|en) {month}[^.;]{{0,20}}? (?:for|pour) (?P<count>\S+) "
    r"(?P<unit>months|years|mois|ans)\b"
)
_ENDS = (
    r"\b(?:runs?|lasts?|continues?|goes on|dure|court|se poursuit|ends?|prend fin|s['’]achève)"
    r"[^.;]{{0,20}} (?:until|till|in|jusqu['’]en|jusqu['’]à|en) {month}"
)


_OF_TERM = frozenset(["months", "years", "mois", "ans"])


def _told(blocks: Iterable[Block], form: re.Pattern[str]) -> list[tuple[Block, re.Match[str]]]:
    prose = (block for block in blocks if block.is_prose)
    return [(block, found) for block in prose for found in form.finditer(block.text)]


def _projects(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """`Launched in September 2024 for 36 months`, and further down `runs until December 2027`."""
    code = sheet.language[:2]
    if code not in days.MONTHS or not sheet.saying(*_SIGNS):
        return
    first_form, last_form = _OF_PROJECTS[code]
    begun = _told(sheet.naming(_OF_TERM), first_form)
    ended = _told(sheet.prose, last_form) if len(begun) == 1 else []
    if len(ended) != 1:
        return
    (_, first), (block, last) = begun[0], ended[0]
    lasting = first["count"].isdecimal() and int(first["count"])
    if not lasting:
        return
    lasting *= 12 if first["unit"] in ("years", "ans") else 1
    true = _month(last, code) - _month(first, code)
    if true - lasting not in (0, -1) and abs(true - lasting) <= 12:
        yield block.mark(
            "F113", last.start("month"), last.end("year"),
            f"{first['count']} {first['unit']} from {first['month']} {first['year']} do not end in "
            f"{last['month']} {last['year']}",
            "count again; correct the number, or one of the dates", WARNING,
        )  # fmt: skip


def _of_projects(language: str) -> tuple[re.Pattern[str], ...]:
    """When a project begins and how long it lasts; when it ends."""
    month = _MONTHS.format(names="|".join(days.MONTHS[language].split()))
    return tuple(sought(form.format(month=month), re.IGNORECASE) for form in (_LASTS, _ENDS))


_OF_PROJECTS = {language: _of_projects(language) for language in days.MONTHS}


def _month(found: re.Match[str], language: str) -> int:
    return int(found["year"]) * 12 + days.month_numbers(language)[in_small(found["month"])]
