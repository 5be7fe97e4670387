"""Days as CLDR has them: in languages that `days` does not read, and in figures with a weekday."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from pipeline import calendar, cldr
from pipeline.checks import days
from pipeline.frozen import dataclass
from pipeline.sought import in_small, sought

_IN_FIGURES = sought(r"\d[./] ?\d{1,2}[./] ?(?:19|20)\d\d")
_ALL_IN_FIGURES = sought(
    r"(?<![\w,/])(?:\d{1,2}\.(?:\d{1,2}\.)?[-–])?"
    r"(?P<day>0?[1-9]|[12]\d|3[01])\. ?(?P<month>0?[1-9]|1[0-2])\. ?"
    r"(?P<year>(?:19|20)\d\d)(?!\w|[.,/-]\d)"
)
"""`24.11.2026`, as nobody writes who begins with the month."""
_YEAR = sought(r"(?:19|20)\d\d")
_GAP = r"[\s.]{1,3}(?:[^\W\d]{1,4}[\s.’'ʼ]{0,3})?"
"""Between two parts of a day: at most one short word, as *ta’*, *de* or *gada*."""
_BEFORE = r"\W{1,3}(?:(?:den|d|dne|dnia|dňa|dana|dia)\b\W{1,2})?"
"""Between a weekday and its day: *i* or *a* would make them two."""
_BEHIND = r"(?: d)?\W{1,3}"
_APOSTROPHE = "[ʼ’']"
_NO_RANGE = r"(?!\d|\.? ?[-–—] ?\d)"
_Names = Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A full date of a text, and where it stands."""

    date: dt.date | None
    """None if there is no such day."""
    weekday: int | None
    """The one beside it; Monday is 0."""
    start: int
    end: int


def dated(text: str, language: str) -> Iterator[Dated]:
    language = language[:2]
    is_read = language not in days.MONTHS and cldr.is_known(language)
    if not is_read or not _YEAR.search(text):
        return
    months, weekdays = _months(language), _weekdays(language)
    for found in _form(language).finditer(text):
        weekday = found["before"] or found["behind"]
        yield Dated(
            date=_date(found["year"], _number(found["month"], months), found["day"]),
            weekday=_number(weekday, weekdays) if weekday else None,
            start=found.start(),
            end=found.end(),
        )


def in_figures(text: str) -> Iterator[Dated]:
    for found in _ALL_IN_FIGURES.finditer(text):
        date = _date(found["year"], int(found["month"]), found["day"])
        yield Dated(date=date, weekday=None, start=found.start(), end=found.end())


def full(text: str, language: str) -> Iterator[Dated]:
    """Each day with its year, in words or in figures; of a range, its last.

    >>> [str(one.date) for one in full("24.–26.11.2026, 3 mars 2027", "fr")]
    ['2026-11-26', '2027-03-03']
    """
    if not _YEAR.search(text):
        return
    language = language[:2]
    yield from in_figures(text)
    yield from dated(text, language)
    for span in days.spans(text, language) if language in days.MONTHS else ():
        if span.year:
            date = _date(str(span.year), span.month, str(span.last))
            yield Dated(date=date, weekday=None, start=span.start, end=span.end)


def missing(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Where a day stands that its month has not: more than 31 would be a number of something."""
    for one in (*dated(text, language), *in_figures(text)):
        if one.date is None:
            yield one.start, one.end


def of_another_weekday(text: str, language: str) -> Iterator[tuple[Dated, str]]:
    """Each with what is true of it, as *12. maj 2025, mandag*."""
    language = language[:2]
    for one in (*dated(text, language), *_figured(text, language)):
        if one.date and one.weekday is not None and one.weekday != one.date.weekday():
            name = cldr.of(language).days["stand-alone"][one.date.weekday()]
            yield one, f"{calendar.day(one.date, language)}, {name}"


def _figured(text: str, language: str) -> Iterator[Dated]:
    """`Mittwoch, 12.05.2025`; in English either figure may be the month."""
    language = language[:2]
    if not _IN_FIGURES.search(text) or not cldr.is_known(language):
        return
    for found in _form_of_figures(language).finditer(text):
        weekday = _number(found["before"], _weekdays(language))
        date = _date(found["year"], int(found["month"]), found["day"])
        turned = _date(found["year"], int(found["day"]), found["month"])
        if language != "en" or not turned or turned.weekday() != weekday:
            yield Dated(date=date, weekday=weekday, start=found.start(), end=found.end())


def _date(year: str, month: int, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), month, int(day))
    except ValueError:
        return None


@functools.cache
def _form(language: str) -> re.Pattern[str]:
    """In the order of the language: `w środę 12 maja 2025`, `2025. május 12., hétfő`."""
    order = re.findall("y|M|L|d", re.sub(r"'[^']*'", "", cldr.of(language).patterns["long"]))
    parts = {
        "y": r"(?P<year>(?:19|20)\d\d)(?!\d)",
        "M": rf"(?P<month>{_any_of(_months(language))})",
        "d": rf"(?<!\d)(?P<day>[0-2]?\d|3[01]){_NO_RANGE}(?:-[^\W\d]{{1,4}})?",
    }
    date = _GAP.join(parts[part.replace("L", "M")] for part in dict.fromkeys(order))
    weekday = _any_of(_weekdays(language))
    gap = _BEHIND if cldr.of(language).patterns["full"][-1] in "Ec" else r" \("
    behind = rf"(?:{gap}(?P<behind>{weekday})(?!\W{{1,3}}\d))?"
    return re.compile(rf"(?:\b(?P<before>{weekday}){_BEFORE})?{date}{behind}", re.IGNORECASE)


@functools.cache
def _form_of_figures(language: str) -> re.Pattern[str]:
    weekday = _any_of(_weekdays(language))
    return re.compile(
        rf"\b(?P<before>{weekday}){_BEFORE}"
        r"(?P<day>\d{1,2})([./]) ?(?P<month>\d{1,2})\3 ?(?P<year>(?:19|20)\d\d)(?!\d)",
        re.IGNORECASE,
    )


def _any_of(names: _Names) -> str:
    """The longest first; what follows on a stem is its case."""
    words = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return rf"(?:{words.replace('ʼ', _APOSTROPHE)})\w{{0,6}}(?!\w)"


def _number(typed: str, names: _Names) -> int:
    typed = _plain(typed)
    return names[max((name for name in names if typed.startswith(name)), key=len)]


@functools.cache
def _months(language: str) -> _Names:
    wide = cldr.of(language).months
    return _numbered((wide[context]["wide"] for context in wide), first=1)


@functools.cache
def _weekdays(language: str) -> _Names:
    return _numbered(cldr.of(language).days.values(), first=0)


def _numbered(rows: Iterable[tuple[str, ...]], first: int) -> _Names:
    """By name, and by stem where no two share it: *środa* stands as *w środę*."""
    names = {_bare(name): number for row in rows for number, name in enumerate(row, start=first)}
    stems = {(name[:-2] if len(name) > 4 else name[:3], number) for name, number in names.items()}
    shared = Counter(stem for stem, _ in stems)
    return {stem: number for stem, number in stems if shared[stem] == 1} | names


def _bare(name: str) -> str:
    """Without the *de* and *d’* that Catalan puts before its months."""
    return re.sub("^d(?:e |ʼ)", "", _plain(name))


def _plain(name: str) -> str:
    """In small letters, with one apostrophe and one sigma."""
    return re.sub(_APOSTROPHE, "ʼ", in_small(name)).replace("ς", "σ")
