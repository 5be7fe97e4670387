"""From so many to so many: the smaller figure stands first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks import numerals
from pipeline.checks.register import Register
from pipeline.checks.sheet import WARNING, Mark, Sheet
from pipeline.sought import sought

_NUMBER = r"\d{1,3}(?:[ \u00a0\u202f,]\d{3})+|\d+(?:[.,]\d{1,2})?|[a-zà-ÿ]{3,9}"
_SIGN = r"[ \u00a0\u202f]?(?:%|€|million|billion|millions|milliards)"
_BEHIND = (
    r"(?=[ \u00a0\u202f](?:%|€|[a-zà-ÿ]{3,}(?:s|people|women|men|children)\b)(?! (?:ago|earlier"
    r"|before|later|after|plus tard|avant|après)\b))"
)
_BETWEEN = sought(
    rf"\b(?:between|entre) (?P<first>{_NUMBER})(?P<unit>{_SIGN})? (?:and|et) (?P<last>{_NUMBER})"
    rf"(?:(?P<end>{_SIGN})|{_BEHIND})",
    re.IGNORECASE,
)
_AGED = sought(
    r"\b(?:aged|ages?|âgée?s? de|enfants de|jeunes de|élèves de)(?: from| between)? "
    r"(?P<first>\d{1,2})(?: to | and | à | et |[-–])(?P<last>\d{1,2})(?P<unit>)(?P<end>)"
    r"(?![\d%]|[.,:/]\d)",
    re.IGNORECASE,
)


_LEAST = sought(
    rf"\b(?:at least|a minimum of|au moins|au minimum) (?P<first>{_NUMBER})\b[^.;:()\d]{{0,25}}?"
    r"(?: and| to| or|,| et| à| ou)+ (?:at most|no more than|a maximum of|au plus|au maximum) "
    rf"(?P<last>{_NUMBER})\b(?P<unit>)(?P<end>)",
    re.IGNORECASE,
)
_REDUCED = sought(
    r"\b(?:tickets?|prices?|fee|entry|admission|entrée|plein|billets?|tarifs?|costs?)"
    r" ?[^.;\d]{0,25}€? ?(?P<first>\d{1,3}(?:[.,]\d\d)?) ?€?[ ,;]{1,2}"
    r"\(?(?:reduced|concessions?|(?:tarif )?réduit)(?: rate| price)?(?: ?:)? €? ?"
    r"(?P<last>\d{1,3}(?:[.,]\d\d)?)(?![\d%]|[.,]\d| ?%)",
    re.IGNORECASE,
)
"""The reduced price is the smaller one."""


def f125_larger_before_the_smaller(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Between 40 and 25 towns*, *aged 15 to 12*, *at least six and at most four*, *€8, reduced
    €12*: one was typed wrong, or both change places.
    Remedy: look both figures up again."""
    if sheet.kind == "page":
        return
    for block in sheet.saying("reduced", "concession", "réduit"):
        for found in _REDUCED.finditer(block.text) if block.has_figures else ():
            if _value(found["last"], "en") > _value(found["first"], "en"):
                yield block.mark(
                    "F125", *found.span("last"),
                    f"the reduced price, {found['last']}, is above the full one, {found['first']}",
                    "look both figures up again", WARNING,
                )  # fmt: skip
    for block in sheet.saying(
        "between ",
        "entre ",
        "age",
        "âgé",
        "enfants ",
        "jeunes ",
        "élèves ",
        " most ",
        " plus ",
        "maximum",
        "more than",
    ):
        for form in (_BETWEEN, _AGED, _LEAST) if block.is_prose else ():
            for found in form.finditer(block.text):
                first, last = (_value(found[at], block.language[:2]) for at in ("first", "last"))
                unit, end = ((found[at] or "").strip() for at in ("unit", "end"))
                # `Between 30 and 2 million` is of millions once only.
                is_of_one = unit == end or (not unit and end in ("%", "€"))
                if 1 < last < first and is_of_one:
                    yield block.mark(
                        "F125", found.start("first"), found.end("last"),
                        f"{block.text[found.start('first') : found.end('last')]!r} begins with the "
                        "larger figure", "look both figures up again", WARNING,
                    )  # fmt: skip


def _value(typed: str, language: str) -> float:
    if typed[0].isdigit():
        return numerals.parsed(typed)
    known = numerals.table(language) if language in numerals.LANGUAGES else {}
    return known.get(typed.lower(), 0.0)
