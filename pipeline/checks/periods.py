"""Periods: what begins must come before what ends, in months and years, in words or with a dash."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.checks import days
from pipeline.checks.days import Span
from pipeline.checks.sheet import NOTE, WARNING, Block, Mark, Sheet
from pipeline.sought import in_small, sought

_FROM = {"en": "from", "fr": "de|du|d[’']"}
_TO = {"en": "to|until|till|through", "fr": "à|au|jusqu[’'](?:à|au|en)"}
_YEAR = r"(?:19|20)\d\d"
_EARLY = {
    "en": r"(?:(?:the )?(?:beginning|start|end|middle|spring|summer|autumn|winter) (?:of )?"
    r"|early |mid-|late )?",
    "fr": r"(?:le |l[’'])?(?:(?:début|fin|mi-|printemps|été|automne|hiver) ?(?:de )?)?",
}


def _moment(language: str, name: str) -> str:
    months = "|".join(sorted(days.month_numbers(language), key=len, reverse=True))
    return (
        rf"(?:(?:the |le )?(?P<{name}_day>\d{{1,2}})(?:er|st|nd|rd|th)?(?: of)? )?"
        rf"(?P<{name}_month>{months})\.?,? (?P<{name}_year>{_YEAR})(?!\d)"
    )


def _made(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    first, last = _moment(language, "first"), _moment(language, "last")
    early, begin, to = _EARLY[language], _FROM[language], _TO[language]
    return (
        # `See March 2021 and May 2020` names two, and *between* makes them one.
        sought(
            rf"\b(?P<between>(?:between|entre) )?{first}"
            rf"(?: ?[–—-] ?| (?:{to}) |(?(between) (?:and|et) |(?!))){last}",
            re.IGNORECASE,
        ),
        sought(
            rf"\b(?:(?P<between>between|entre)|{begin}) ?{early}(?P<first_year>{_YEAR})"
            rf" (?:{to}|(?(between)(?:and|et)|(?!))) {early}(?P<last_year>{_YEAR})"
            # `From 2010 to 1987 members` counts.
            r"(?![\w/-]|[.,]\d| [a-zà-ÿ]{3,}s\b)",
            re.IGNORECASE,
        ),
    )


_FORMS = {language: _made(language) for language in _FROM}


def backwards(sheet: Sheet) -> Iterator[Mark]:
    """`From November 2025 to April 2025`, `du 12 mars 2026 au 4 février 2026`, `from 2024 to 2021`,
    `it begins in 2018, and ends in 2017`."""
    for block in sheet.blocks:
        forms = _FORMS.get(block.language[:2]) if block.has_figures else None
        for form in forms or ():
            for found in form.finditer(block.text):
                if _is_backwards(found, block.language[:2]):
                    yield _mark(block, found)
        if forms and block.is_prose:
            for found in _BEGUN.finditer(block.text):
                if int(found["last"]) < int(found["first"]) and not _ASIDE.search(found["between"]):
                    yield block.mark(
                        "D114", *found.span("last"),
                        f"it ends in {found['last']} and begins in {found['first']}",
                        "look both years up again", WARNING,
                    )  # fmt: skip


def _mark(block: Block, found: re.Match[str]) -> Mark:
    return block.mark(
        "D114", found.start(), found.end(), f"{found[0]!r} ends before it begins",
        "exchange the two, or correct one", WARNING,
    )  # fmt: skip


def _is_backwards(found: re.Match[str], language: str) -> bool:
    parts = found.groupdict()
    one, other = int(parts["first_year"]), int(parts["last_year"])
    if one != other or "first_month" not in parts:
        return other < one
    numbers = days.month_numbers(language)
    first, last = (numbers[in_small(parts[f"{at}_month"])] for at in ("first", "last"))
    if first == last and parts["first_day"] and parts["last_day"]:
        return int(parts["last_day"]) < int(parts["first_day"])
    return last < first


_WHEN = (
    r"(?:in|by|at|on|the|of|end|early|late|beginning|spring|summer|autumn|winter|en|à|au|la|le"
    r"|fin|début|courant|printemps|été|automne|hiver|[a-zéû]{3,9}(?:er|ry|ch|il|ne|ly|st|ber|bre"
    r"|ars|mai|uin|let|oût|ier)|may|mid)"
)
_BEGUN = sought(
    r"\b(?:starts?|started|begins?|began|begun|launched|commences?|débuter?\w*|commenc\w+|lancée?s?)"
    rf"\b[^.;:()]{{0,30}}?\b(?P<first>{_YEAR})\b(?P<between>[^.;:()]{{0,130}}?)\b(?:be completed"
    r"|completed|be finished|finished|ends?|ended|be ready|concludes?|concluded|achevée?s?"
    rf"|terminée?s?|prend(?:ra)? fin|s[’']achèv\w+) (?:{_WHEN} ){{1,5}}(?P<last>{_YEAR})\b(?!/)",
    re.IGNORECASE,
)
_ASIDE = sought(r"\b(?:that|which|who|whose|after|than|since|qui|que|dont|après|depuis)\b")


_PARTED = sought(r"[a-z.],\s+\d{4}$")


def parted(typed: Sequence[tuple[Block, Span]]) -> Iterator[Mark]:
    """*12 January, 2017* here, *13 January 2017* there: behind the month stands no comma."""
    days_first = [
        (block, span, block.text[span.start : span.end])
        for block, span in typed
        if not span.is_american
    ]
    odd = [one for one in days_first if _PARTED.search(one[2])]
    if len(odd) == len(days_first):
        return
    for block, span, shown in odd[:8]:
        at = span.start + shown.rindex(",")
        yield block.mark(
            "D117", at, at + 1, f"a comma stands in {shown!r}; other dates here have none",
            f"write {shown[: at - span.start]}{shown[at - span.start + 1 :]}", NOTE, "",
        )  # fmt: skip
