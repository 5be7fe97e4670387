"""Dates: days that exist, weekdays that agree, words that will still be true next year."""

from __future__ import annotations

import calendar as months
import datetime as dt
import functools
import re
from collections.abc import Iterator

from pipeline.checks import almanac, days, periods, weekdays
from pipeline.checks.days import Span
from pipeline.checks.register import Register
from pipeline.checks.sheet import ERROR, NOTE, WARNING, Block, Mark, Sheet
from pipeline.sought import in_small, sought


def d110_weekday_does_not_match(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """The weekday and the date do not name the same day: half of the guests come on the other.
    Remedy: look it up, and correct one of the two."""
    is_of_this_year = _are_of_this_year(sheet)
    for block, span in days.spans_of(sheet):
        own = None if span.year else _year_above(sheet, block)
        year = span.year or own or (sheet.date.year if sheet.is_dated and sheet.date else None)
        if year is None:
            continue
        for day, weekday in ((span.first, span.weekday), (span.last, span.last_weekday)):
            if weekday is None or not _exists(year, span.month, day):
                continue
            true = dt.date(year, span.month, day).weekday()
            if true == weekday or (
                not (span.year or own or is_of_this_year)
                and _fits_near(sheet, block, span.month, day, weekday)
            ):
                continue
            word = days.WEEKDAYS[
                block.language[:2] if block.language[:2] in days.WEEKDAYS else "en"
            ]
            names = days.MONTHS.get(block.language[:2], days.MONTHS["en"]).split()
            month = names[span.month - 1]
            is_capital = block.language[:2] in ("en", "de")
            shown = f"{day} {month.capitalize() if is_capital else month} {year}"
            day_name = word.split()[true]
            day_name = day_name.capitalize() if is_capital else day_name
            yield block.mark(
                "D110", span.start, span.end, f"{shown} is a {day_name}",
                "correct the weekday or the date", ERROR if span.year else WARNING,
            )  # fmt: skip
    for block, span, weekday in (*weekdays.of_several(sheet), *_behind(sheet)):
        day_name = days.WEEKDAYS[block.language[:2]].split()[weekday]
        day_name = day_name.capitalize() if block.language[:2] == "en" else day_name
        yield block.mark(
            "D110", span.start, span.end, f"{block.text[span.start : span.end]} is no {day_name}",
            "correct the weekday or the date", WARNING,
        )  # fmt: skip
    for block, span in weekdays.weekends(sheet):
        yield block.mark(
            "D110", span.start, span.end,
            f"{block.text[span.start : span.end].rstrip('.')} is no weekend",
            "correct the date", WARNING,
        )  # fmt: skip
    for block in (one for one in sheet.blocks if one.has_figures):
        for dated, told in almanac.of_another_weekday(block.text, block.language):
            yield block.mark(
                "D110", dated.start, dated.end, f"the calendar has {told}",
                "correct the weekday or the date", ERROR,
            )  # fmt: skip


def _in_brackets(language: str) -> re.Pattern[str]:
    words = days.WEEKDAYS[language].replace(" ", "|")
    return sought(rf" ?\((?:a |un )?(?P<day>{words})\)|, (?:a|un) (?P<name>{words})\b", re.I)


_IN_BRACKETS = {language: _in_brackets(language) for language in ("en", "fr")}


def _behind(sheet: Sheet) -> Iterator[tuple[Block, Span, int]]:
    """`On 2 October (Tuesday)`: the weekday stands behind its day."""
    for block, span in days.spans_of(sheet):
        form = _IN_BRACKETS.get(block.language[:2])
        found = form.match(block.text, span.end) if form else None
        year = span.year or (sheet.date.year if sheet.is_dated and sheet.date else 0)
        if found is None or span.is_range or not year or not _exists(year, span.month, span.first):
            continue
        weekday = (
            days.WEEKDAYS[block.language[:2]].split().index(in_small(found["day"] or found["name"]))
        )
        if dt.date(year, span.month, span.first).weekday() != weekday and (
            span.year or not _fits_near(sheet, block, span.month, span.first, weekday)
        ):
            yield block, span, weekday


def _year_above(sheet: Sheet, block: Block) -> int | None:
    """`The Night of Low Light 2026`: the one year of the heading, where the text before the day
    names no other."""
    told = set(_YEAR.findall(block.section)) if block.kind != "heading" else set()
    year = int(told.pop()) if len(told) == 1 else None
    is_near = year and sheet.date and abs(sheet.date.year - year) <= 1
    return year if is_near and _YEAR.search(block.sentences[0].text) is None else None


def _are_of_this_year(sheet: Sheet) -> bool:
    """Whether two other days of a text, named with their weekdays alone, fit its own year, and
    no year stands in it: then all of them are of that year."""
    if not (sheet.is_dated and sheet.date):
        return False
    said = [s for _, s in days.spans_of(sheet) if s.weekday is not None or s.year]
    year = sheet.date.year
    days_ = [dates[0] for s in said if not s.year and (dates := s.dates(year))]
    fitting = sum(day.weekday() == s.weekday for day, s in zip(days_, said, strict=False))
    return len(days_) == len(said) and fitting >= max(2, len(said) - 2)


_NEAR = dt.timedelta(days=330)
"""So far from the day of its text nobody leaves the year out."""
_YEAR = sought(r"\b(?:19|20)\d\d\b")


def _fits_near(sheet: Sheet, block: Block, month: int, day: int, weekday: int) -> bool:
    """Whether another year than the text's own was meant: a near one, or one that it speaks of."""
    own = sheet.date or dt.date.max
    named = _years(block.text)
    years = (y for y in {own.year - 1, own.year + 1, *named} if _exists(y, month, day))
    fitting = [d for y in years if (d := dt.date(y, month, day)).weekday() == weekday]
    return any(d.year in named or abs(d - own) < _NEAR for d in fitting)


@functools.lru_cache(maxsize=4)
def _years(text: str) -> frozenset[int]:
    """Those that a block speaks of: each of its days asks."""
    return frozenset(map(int, _YEAR.findall(text)))


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= day <= months.monthrange(year, month)[1]


def d111_day_that_does_not_exist(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """No calendar has this day.
    Remedy: look the date up again."""
    told: dict[int, list[range]] = {}
    for block, span in days.spans_of(sheet):
        year = span.year or 2024
        for day in dict.fromkeys((span.first, span.last)):
            if not _exists(year, span.month, day):
                if day > 31 and span.is_american:
                    continue
                told.setdefault(block.start, []).append(range(span.start, span.end))
                yield block.mark(
                    "D111", span.start, span.end, f"there is no "
                                                  f"{block.text[span.start : span.end]}",
                    "look the date up again", ERROR if day < 40 else WARNING,
                )  # fmt: skip
                break
    for block in (one for one in sheet.blocks if one.has_figures):
        for start, end in almanac.missing(block.text, block.language):
            # `november` is English, too.
            if not any(end - 1 in one for one in told.get(block.start, ())):
                yield block.mark(
                    "D111", start, end, f"there is no {block.text[start:end]}",
                    "look the date up again", ERROR,
                )  # fmt: skip


def d112_day_without_year(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A text that is kept needs the year of its dates.
    Remedy: add the year."""
    if sheet.date is not None or sheet.kind == "page":
        return
    for block, span in days.spans_of(sheet):
        if span.year is None and not _YEAR.search(block.around(span.start).text):
            yield block.mark(
                "D112", span.start, span.end, "the year is missing", "add the year", NOTE
            )


_NUMERIC = sought(
    r"(?<![\w./:=#-])(\d{1,2}(?:[-–]\d{1,2})?)([/.])(\d{1,2})\2((?:19|20)\d\d)(?![\w/=-]|\.\d)"
)


_DOTTED = frozenset("bg bs cs da de et fi hr is lv mk nb nn no pl ro ru sk sl sr tr uk".split())
"""Languages that write `24.11.2026` themselves, says CLDR, and always the day first."""


def d113_date_in_figures(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """3/4/2024 is in April here and in March elsewhere.
    Remedy: write the month as a word."""
    for block in sheet.blocks:
        is_cell = block.kind == "cell"
        if not block.has_figures or not (block.is_prose or is_cell or block.kind == "heading"):
            continue
        dates = list(_NUMERIC.finditer(block.text))
        settled = {date[2] for date in dates if _day(date) > 12 >= int(date[3])}
        for found in dates:
            day, month = _day(found), int(found[3])
            if not (1 <= day <= 31 and 1 <= month <= 31) or (
                found[2] == "." and block.language[:2] in _DOTTED
            ):
                continue
            # Only English is read on both sides of an ocean.
            is_label = len(block.text) - len(found[0]) < 25
            is_open = block.language[:2] == "en" and day <= 12 and month <= 12 and not is_label
            # Another date beside it, of the same form, may have a day that is no month.
            is_open = is_open and day != month and found[2] not in settled
            told = "can be read in two ways" if is_open else "is a date in figures"
            yield block.mark(
                "D113", found.start(), found.end(), f"{found[0]!r} {told}",
                "write the month as a word", WARNING if is_open else NOTE,
            )  # fmt: skip


def _day(date: re.Match[str]) -> int:
    return int(re.split("[-–]", date[1])[-1])


_YEARS = sought(r"(?<![\w/.,+-])((?:19|20)\d\d)( ?[-–] ?)((?:19|20)\d\d)(?![\w/-]|[.,]\d)")


_OF_A_LAW = re.compile(r"\b(?:n[°ºo]s?|nr|num|num[ée]ro|número)\.?\s*$", re.IGNORECASE)
"""`décret n° 2015-1905`: a law's number begins with its year."""


def d114_end_before_the_beginning(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """What ends before it begins was typed the wrong way round.
    Remedy: exchange the two, or correct one."""
    for block, span in days.spans_of(sheet):
        words = block.text[span.start : span.end]
        is_pair = len(re.findall(r"\d{1,2}(?!\d)", re.sub(r"\d{4}", "", words))) == 2
        if span.is_range and span.last < span.first and is_pair and _is_interval(words):
            yield block.mark(
                "D114", span.start, span.end, f"{words!r} ends before it begins",
                "exchange the two days, or correct one", ERROR if span.year else WARNING,
            )  # fmt: skip
    yield from periods.backwards(sheet)
    for block in sheet.prose:
        if not block.has_figures:
            continue
        for found in _YEARS.finditer(block.text):
            if int(found[3]) < int(found[1]) and not _OF_A_LAW.search(block.text[: found.start()]):
                yield block.mark(
                    "D114", found.start(), found.end(), f"{found[0]!r} ends before it begins",
                    "exchange the two years, or correct one", WARNING,
                )  # fmt: skip


def _is_interval(words: str) -> bool:
    return bool(
        re.search(r"\d(?:st|nd|rd|th|er|\.)?\s*[-–—]\s*\d|\b(?:to|until|au|bis|al|tot)\b", words)
    )


_FLEETING = {
    "en": "currently|at present|at the moment|recently|nowadays|last year|last month|next "
    "year|next month"
    "|this year|to date|soon|the current (?:war|crisis|pandemic|government|situation|context"
    r"|president|mayor|conflict)|the most recent(?=[).,;])|so far(?=[.,;)])|(?<![a-z] )today(?=, )"
    r"|in recent months|these days|the coming (?:months|weeks)",
    "fr": "actuellement|récemment|en ce moment|à l[’']heure actuelle|l[’']an dernier|l[’']année "
    "dernière"
    "|le mois dernier|l[’']an prochain|l[’']année prochaine|cette année|prochainement|à ce jour",
    "de": "derzeit|zurzeit|momentan|kürzlich|letztes Jahr|nächstes Jahr|demnächst",
    "es": "actualmente|recientemente|el año pasado|el próximo año|próximamente",
    "it": "attualmente|recentemente|l[’']anno scorso|l[’']anno prossimo|prossimamente",
    "nl": "momenteel|onlangs|vorig jaar|volgend jaar|binnenkort",
}


def d115_word_that_will_be_untrue(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Currently* and *recently* are true on the day they are written; these pages are kept.
    Remedy: say when, or leave the word out."""
    if sheet.kind not in ("boilerplate", "section", "chapter", "kit", "manifesto", "finished"):
        return
    for block in sheet.prose:
        form = _FLEETING.get(block.language[:2])
        if not form:
            continue
        for found in re.finditer(rf"(?<![\w-])(?:{form})(?![\w-])", block.text, re.IGNORECASE):
            around = block.around(found.start()).text
            if re.match(r"\s+(?:as|of|back|from)\b", block.text[found.end() : found.end() + 6]):
                continue
            if re.search(r"\b(?:19|20)\d\d\b", around):
                continue
            is_kept = sheet.kind in ("boilerplate", "section")
            yield block.mark(
                "D115", found.start(), found.end(), f"{found[0]!r} will not be true for long",
                "say when, or leave the word out", WARNING if is_kept else NOTE,
            )  # fmt: skip


def d117_two_forms_of_date(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """One document writes its dates in one way.
    Remedy: write 10 June 2024 everywhere."""
    typed = [
        (b, s)
        for b, s in days.spans_of(sheet)
        if b.language[:2] == "en" and s.year and b.kind != "cell"
    ]
    yield from periods.parted(typed)
    american = [(b, s) for b, s in typed if s.is_american]
    if not american or len(american) == len(typed):
        return
    odd = (
        american
        if len(american) <= len(typed) / 2
        else [(b, s) for b, s in typed if not s.is_american]
    )
    block, span = odd[0]
    shown = block.text[span.start : span.end]
    rest = f" ({len(odd)} times)" if len(odd) > 1 else ""
    yield block.mark(
        "D117", span.start, span.end, f"{shown!r}{rest}: the other dates here have another form",
        "write the day, the month, the year, everywhere", WARNING,
    )  # fmt: skip


_UPCOMING = sought(
    r"^\W*(?:upcoming|coming up|coming events|forthcoming|next events|save the dates?|prochains? "
    r"(?:évén\w+|rendez-vous)|à venir|événements à venir|kommende|nächste termine|próximos"
    r"|prossimi|komende)\b",
    re.IGNORECASE,
)


def d118_past_event_among_the_upcoming(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """Nobody can come to what is over.
    Remedy: take it out, or correct its date."""
    if not sheet.is_dated or sheet.date is None:
        return
    for block, span in days.spans_of(sheet):
        heads = (block.section, block.text if block.kind == "paragraph" else "")
        typed = span.dates(span.year or sheet.date.year)
        if typed is None or not any(_UPCOMING.match(words) for words in heads):
            continue
        if typed[1] < sheet.date and (span.year or (sheet.date - typed[1]).days < 120):
            yield block.mark(
                "D118", span.start, span.end,
                f"{block.text[span.start : span.end]} was over when this was published",
                "take it out, or correct its date", WARNING,
            )  # fmt: skip
