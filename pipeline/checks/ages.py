"""How old the house is, counted from the year of its foundation."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from pipeline.checks import numerals
from pipeline.checks.facts import figure
from pipeline.checks.register import Register
from pipeline.checks.sheet import ERROR, WARNING, Block, Mark, Sentence, Sheet
from pipeline.sought import sought

# Claims -----------------------------------------------------------------------------------

_VERB_OF_BIRTH = (
    r"founded|established|created|set up|launched|born|fondée?|créée?|née?|gegründet|fundada"
    r"|fundado"
    r"|creada|creado|fondata|fondato|opgericht"
)
_FOUNDED_IN = sought(
    rf"\b(?:{_VERB_OF_BIRTH})\b"
    r"(?:\s+back|(?:\s+(?:in|at|by|on|à|par)\s+[^\d.;:,]{2,25}){0,2}?)"
    rf"\s*(?:in|en|im Jahr|nel|el "
    rf"año)?\s+(1[89]\d\d|20\d\d)\b"
    rf"|\b(?:since|depuis|seit)\s+(1[89]\d\d|20\d\d)\b(?=[^.]{{0,30}}\b(?:was|were|fut|a été"
    rf"|est)?\s*(?:{_VERB_OF_BIRTH})\b)",
    re.IGNORECASE,
)
_DECADES = r"decades?|décennies?|Jahrzehnten?|décadas?|decenni|decennia"
_YEARS = r"years?|ans|années|Jahren?|años|anni|jaar"
_AGE = sought(
    rf"(?P<sign>over|more than|for over|for more than|plus de|depuis plus de|mehr als|seit über"
    rf"|más de|oltre"
    rf"|meer dan)\s+(?P<more>[\w-]+(?:[\s-]\w+){{0,2}}?)\s+(?P<unit>{_DECADES}|{_YEARS})\b",
    re.IGNORECASE,
)
_EXACT = sought(
    rf"(?:{_VERB_OF_BIRTH})\s+(?:il y "
    rf"a\s+)?(?P<ago>[\w-]+(?:[\s-]\w+){{0,2}}?)\s+(?P<unit>{_DECADES}|{_YEARS})(?:\s+ago)?\b"
    r"|\b(?P<ordinal>\d{1,3}(?:st|nd|rd|th|e|er|ème)|[\w-]+)\s+(?P<feast>anniversary"
    r"|anniversaire|birthday)\b",
    re.IGNORECASE,
)
_LASTING = sought(
    rf"^(?:For|Depuis|Pendant|Seit)\s+(?P<years>[\w-]+(?:[\s-]\w+){{0,2}}?)\s+(?:{_YEARS}),?\s",
)
_SOMEBODY = sought(
    r"experience|expérience|career|carrière|\bold\b|aged|âgé|prison|sentence|mandate|mandat",
    re.IGNORECASE,
)


_TIME = sought(r"\d|year|decade|ans|ann|Jahr|año|jaar")
_ABOUT_US = ("deck", "boilerplate")
"""The kinds in which the house need not be named: a slide, the lines about it."""


def f105_claim_of_age_is_wrong(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """How old the house is can be counted from the year of its foundation.
    Remedy: count again, or correct the founding year in facts.yaml."""
    founded = register.founded
    if founded is None or sheet.kind == "page":
        return
    year = int(figure(founded))
    date = sheet.date or register.today
    is_about_us = sheet.kind in _ABOUT_US
    for block in sheet.blocks if is_about_us or register.may_be_mentioned(sheet.reading) else ():
        if not (is_about_us or register.may_be_mentioned(block.reading)):
            continue
        for sentence in block.sentences:
            if not _TIME.search(sentence.text):
                continue
            about = register.mention.search(sentence.text) or _unsaid(sheet, sentence)
            if about is None:
                continue
            if str(founded.value) in sentence.text:
                about_age = _EXACT.search(sentence.text)
                if not about_age or not about_age["feast"]:
                    continue
            yield from _claims(block, sentence, about.start(), year, date)


def _unsaid(sheet: Sheet, sentence: Sentence) -> re.Match[str] | None:
    if sheet.kind not in _ABOUT_US:
        return None
    return re.match(rf"(?:{_VERB_OF_BIRTH})\b", sentence.text, re.IGNORECASE)


def _claims(
    block: Block, sentence: Sentence, about: int, year: int, date: dt.date
) -> Iterator[Mark]:
    text, age = sentence.text, date.year - year
    remedy = f"founded in {year}, it is {age} years old on the day of this text"
    for found in _FOUNDED_IN.finditer(text):
        typed = int(found[1] or found[2])
        if typed != year and _is_about_house(text, about, found):
            yield block.mark(
                "F105", sentence.start + found.start(), sentence.start + found.end(),
                f"{found[0]!r} contradicts the founding year "
                f"{year}", "correct one of the two", ERROR,
            )  # fmt: skip
    if _SOMEBODY.search(text) or not 0 < age < 3000:
        return
    for found in _AGE.finditer(text):
        number = _amount(found["more"], found["unit"], block.language)
        if number is not None and number > age and abs(found.start() - about) < 70:
            yield block.mark(
                "F105", sentence.start + found.start(), sentence.start + found.end(),
                f"{found[0]!r} is more than its age", remedy, ERROR,
            )  # fmt: skip
    for found in _LASTING.finditer(text):
        number = _amount(found["years"], "years", block.language)
        if number is not None and number > age + 1 and 0 <= about - found.end() < 40:
            yield block.mark(
                "F105", sentence.start + found.start(), sentence.start + found.end(),
                f"{found[0].strip(' ,')!r} is more than its age", remedy, ERROR,
            )  # fmt: skip
    for found in _EXACT.finditer(text):
        number = _exact(found, block.language)
        slack = 6 if found["unit"] and re.match(_DECADES, found["unit"], re.IGNORECASE) else 1
        if number is not None and abs(number - age) > slack - (1 if found["feast"] else 0):
            if number <= 3 or not _is_about_house(text, about, found):
                continue
            yield block.mark(
                "F105", sentence.start + found.start(), sentence.start + found.end(),
                f"{found[0]!r} does not agree with the founding year {year}", remedy,
                ERROR if not found["feast"] else WARNING,
            )  # fmt: skip


def _is_about_house(text: str, about: int, found: re.Match[str]) -> bool:
    """Whether nothing stands between the house and the verb that could have been founded itself."""
    if found.start() < about:
        gap = text[found.end() : about]
        return found.start() < 12 and len(gap) < 40
    gap = text[about : found.start()]
    others = (
        r"\b(?:project|projet|programme|committee|comité|group|groupe|fund|fonds|prize|prix"
        r"|which|that|qui)\b|;"
    )
    if len(gap) >= 90 or re.search(others, gap, re.IGNORECASE):
        return False
    # `what we were given when the Agency was founded`: another subject stands before the verb.
    subject = re.search(
        r"(?:^|\W)(?:when|quand|lorsque|als|cuando|quando|toen)\s+(?P<who>.*)$", gap
    )
    return subject is None or bool(re.match(r"(?:we|nous|it|elle|il|wir)\b", subject["who"], re.I))


def _amount(words: str, unit: str, language: str) -> float | None:
    number = numerals.ending_at(words, len(words), language)
    if number is None or number.start != 0:
        return None
    is_decades = re.match(_DECADES, unit, re.IGNORECASE)
    return number.value * (10 if is_decades else 1)


def _exact(found: re.Match[str], language: str) -> float | None:
    if found["ago"]:
        return _amount(found["ago"], found["unit"], language)
    word = found["ordinal"]
    digits = re.match(r"\d+", word)
    if digits:
        return float(digits[0])
    return {"thirtieth": 30.0, "trentième": 30.0, "fortieth": 40.0, "twentieth": 20.0,
            "fiftieth": 50.0, "cinquantième": 50.0}.get(word.lower())  # fmt: skip
