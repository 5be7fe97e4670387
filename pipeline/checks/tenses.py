"""Tenses: what is told as future, or as past, against the day of its text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from pipeline.checks import days
from pipeline.checks.english.vocabulary import MONTHS
from pipeline.checks.register import Register
from pipeline.checks.sheet import WARNING, Block, Mark, Sheet
from pipeline.sought import sought

_WILL = sought(
    r"\b(?:will (?:be held|take place|meet|open|start|begin|gather|host|run)|is to be held|aura "
    r"lieu|auront lieu"
    r"|se tiendra|se tiendront|se déroulera|s[’']ouvrira|ouvrira|débutera|wird stattfinden"
    r"|tendrá lugar"
    r"|si terrà|zal plaatsvinden)\b",
    re.IGNORECASE,
)
_WAS = sought(
    r"\b(?:was held|were held|took place|a eu lieu|ont eu lieu|s[’']est tenue?|se sont "
    r"tenu(?:e?s)|s[’']est déroulée?"
    r"|fand statt|tuvo lugar|si è tenut[ao]|vond plaats)\b",
    re.IGNORECASE,
)


_TENSE_NEAR = 90
"""Letters from a verb to the date that it is of."""


def d116_tense_against_the_date(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """What *will* take place must lie after the date of the text, what *took* place before it.
    Remedy: put the verb into the right tense, or correct the date."""
    if sheet.kind != "page":
        yield from _by_then(sheet, sheet.date or register.today)
    if not sheet.is_dated or sheet.date is None:
        return
    yield from _years_to_come(sheet, sheet.date)
    for block, span in days.spans_of(sheet):
        if span.year is None:
            yield from _just_told(block, span, sheet.date)
        if span.year is None or span.dates(span.year) is None:
            continue
        sentence = block.around(span.start)
        since = max(sentence.start, span.start - _TENSE_NEAR - 60)
        before = block.text[since : span.start]
        will, was = _last(_WILL, before), _last(_WAS, before)
        typed = span.dates(span.year)
        assert typed is not None
        if typed[1] < sheet.date and block.kind != "quote":
            yield from _led_by_its_day(block, span)
        if will is not None and (was is None or will > was) and typed[1] < sheet.date:
            said = "lies before the date of this text, but is told as future"
        elif was is not None and (will is None or was > will) and typed[0] > sheet.date:
            said = "lies after the date of this text, but is told as past"
        elif typed[1] < sheet.date and _is_still_to_come(before) and block.kind != "quote":
            words = block.text[span.start : span.end]
            yield _past_as_future(block, span.start, span.end, words)
            continue
        else:
            continue
        if span.start - since - max(will or 0, was or 0) > _TENSE_NEAR:
            continue
        yield block.mark(
            "D116", span.start, span.end, f"{block.text[span.start : span.end]} {said}",
            "put the verb into the right tense, or correct the date", WARNING,
        )  # fmt: skip


_MONTH = dt.timedelta(days=45)
_BESIDE = sought(r"(?:\s+(?:on|le|am|el|the|[a-zà-ÿ]{3,9}day|[a-z]{3,8}di|dimanche),?){1,3}\s*$")


def _just_told(block: Block, span: days.Span, date: dt.date) -> Iterator[Mark]:
    """`A eu lieu le 20 novembre`, in a text of the first of November."""
    typed = span.dates(date.year)
    before = block.text[max(0, span.start - 40) : span.start]
    was = _last(_WAS, before) if typed and date < typed[0] <= date + _MONTH else None
    if was is None or _YEAR.search(block.text) or block.kind == "quote":
        return
    verb = _WAS.match(before, was)
    if verb and _BESIDE.fullmatch(before, verb.end()):
        yield block.mark(
            "D116", span.start, span.end,
            f"{block.text[span.start : span.end].rstrip('.')} lies after the date of this text, "
            "but is told as past",
            "put the verb into the right tense, or correct the date", WARNING,
        )  # fmt: skip


_YEAR = sought(r"\b(?:19|20)\d\d\b")
_WILL_ON = sought(
    r"\b(?:will (?:not )?be [a-z-]{2,}(?:ed|en|ld|de|lt|nt|pt|un)|(?:sera|seront) [a-zà-ÿ]{3,}"
    r"|will (?:not )?(?:appear|arrive|begin|close|end|finish|leave|meet|open|return|speak|start"
    r"|vote|(?:adopt|announce|elect|launch|present|publish|sign|unveil)(?: [\w’'-]+){1,4}))\b"
    r"(?! [^.;:]*\b(?:what|that|which|who|whom|since|after|from|between|until|like|than|as|made"
    r"|held|began|qui|que|dont|depuis|comme|[a-z]{2,}ed|[a-zà-ÿ]{2,}(?:ée?s?|ue?s?))\b)"
    r"[^.;:,]{0,40} (?:on|le)$"
)
"""What stands before a day that is still to come: no clause of its own between."""
_SEASON = sought(
    r"\bwill (?:be )?[a-z]{3,}\b[^.;:,]{0,50}\bin (?:the )?(?P<season>spring|summer|autumn|winter"
    rf"|{MONTHS})"
    r" (?:of )?(?P<year>(?:19|20)\d\d)\b(?! ?[-–])"
    r"|\b(?:sera|seront|aura lieu|auront lieu|[a-z]{3,}era|[a-z]{3,}eront)\b[^.;:,]{0,50}"
    r"(?:\bau (?P<saison>printemps)|\bà l[’'](?P<été>été|automne|hiver)) (?P<an>(?:19|20)\d\d)\b"
)
_ENDS = {"spring": 6, "summer": 9, "autumn": 12, "winter": 12, "printemps": 6, "été": 9}
"""The month in which a season is over."""


def _seasons_to_come(block: Block, date: dt.date) -> Iterator[Mark]:
    """`It will be published in the spring of 2026`, in September."""
    for found in _SEASON.finditer(block.text):
        season = found["season"] or found["saison"] or found["été"]
        year = found["year"] or found["an"]
        ends = _ENDS.get(season) or days.month_numbers("en").get(season.lower(), 12)
        is_past = (int(year), ends) < (date.year, date.month)
        if is_past and not _TOLD_OF.search(found[0]) and block.kind != "quote":
            yield _past_as_future(block, found.start(), found.end(), f"{season} {year}")


_TOLD_OF = sought(r"\b(?:that|which|who|adopted|signed|made|held|since|than|qui|que)\b")


def _past_as_future(block: Block, start: int, end: int, words: str) -> Mark:
    return block.mark(
        "D116", start, end, f"{words} lies before the date of this text, but is told as future",
        "put the verb into the right tense, or correct the date", WARNING,
    )  # fmt: skip


_WILL_IN = sought(
    r"\bwill (?:be )?[a-z]+[^.;:,]{0,50}?\b(?:in|by) ((?:19|20)\d\d)\b(?! ?[-–])"
    r"|\b(?:sera|seront|aura lieu|auront lieu)\b[^.;:,]{0,50}?\ben ((?:19|20)\d\d)\b(?! ?[-–])"
)
_BY_THEN = sought(
    r"(?:^|(?<=[.!?;:,] ))[Bb]y (?:the end of |early |mid-|late )?((?:19|20)\d\d),? "
    r"(?:(?:the|all|our|every|each|most|some|its|their|these|this) )?(?:[\w’'-]+ ){1,3}will\b"
    r"|\b[Bb]etween now and (?:the end of )?((?:19|20)\d\d)\b"
    r"|\b[Dd][’']ici (?:à |la fin (?:de )?|fin |début )?(20\d\d)\b(?! ?[-–])"
)
_ONCE = sought(
    r"\b(?:was|were|had|would|said|planned|hoped|[a-zà-ÿ]{2,}(?:ait|aient)|fut|furent)\b"
)
"""A plan of then is told as past."""


def _years_to_come(sheet: Sheet, date: dt.date) -> Iterator[Mark]:
    year = date.year
    for block in sheet.prose:
        if not (block.has_figures and block.says("will ", "sera", "seront", " lieu")):
            continue
        yield from _seasons_to_come(block, date)
        for found in _WILL_IN.finditer(block.text):
            typed = found[1] or found[2]
            told = re.search(r"\b(?:that|which|who|adopted|signed|made|held|qui|que)\b", found[0])
            # `By 2030, it will double the traffic of 2012 in …`: another year is the one to come.
            years = _YEAR.findall(block.around(found.start()).text)
            is_ahead = any(int(other) >= year for other in years)
            if int(typed) < year and not (told or is_ahead) and block.kind != "quote":
                yield _past_as_future(block, found.start(), found.end(), typed)


def _by_then(sheet: Sheet, date: dt.date) -> Iterator[Mark]:
    """`Between now and 2012`, `d’ici 2019`, `by 2020 all towns will …`, in a text of 2024."""
    for block in sheet.saying("between now and", "ici ", "by "):
        for found in _BY_THEN.finditer(block.text) if block.has_figures else ():
            sentence = block.around(found.start()).text
            typed = found[found.lastindex or 1]
            is_ahead = any(int(other) >= date.year for other in _YEAR.findall(sentence))
            is_past = int(typed) < date.year and not (is_ahead or _ONCE.search(sentence))
            if is_past and block.is_prose and block.kind != "quote":
                yield _past_as_future(block, *found.span(found.lastindex or 1), typed)


_LED_BY = sought(
    r"\W*(?:from|on|between|du|le|entre)(?: \d{1,2}(?:er)?(?: [^\W\d_]{3,9})? (?:to|until|au))? $",
    re.IGNORECASE,
)
_THEN_WILL = {
    "en": sought(r", (?:(?!\b(?:that|which|who|since|said|says)\b)[^.;:]){3,110}?\bwill [a-z]{3,}"),
    "fr": sought(
        r", (?:(?!\b(?:qui|que|dont|depuis)\b)[^.;:]){3,110}?"
        r"\b[a-zà-ÿ]{3,}(?:era|eront|ira|iront)\b"
    ),
}


def _led_by_its_day(block: Block, span: days.Span) -> Iterator[Mark]:
    """`From 10 October to 21 November 2016, ten schools will take part`, in October 2017."""
    form = _THEN_WILL.get(block.language[:2])
    sentence = block.around(span.start)
    before = block.text[sentence.start : span.start]
    is_led = _LED_BY.fullmatch(before) is not None
    if form and is_led and form.match(block.text, span.end, sentence.end):
        words = block.text[span.start : span.end]
        yield _past_as_future(block, span.start, span.end, words)


def _is_still_to_come(before: str) -> bool:
    """`She will be re-elected on`."""
    before = _WEEKDAY.sub("", before.rstrip())
    return _WILL_ON.search(before) is not None


_WEEKDAY = sought(
    r" (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?|(?:lun|mar|mercre|jeu|vendre|same)di"
    r"|dimanche)$",
    re.IGNORECASE,
)


def _last(form: re.Pattern[str], text: str) -> int | None:
    return max((found.start() for found in form.finditer(text)), default=None)
