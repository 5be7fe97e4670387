"""Dates as people type them in running text, in seven languages: days, ranges, weekdays."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator

from pipeline.checks.sheet import Block, Sheet
from pipeline.frozen import dataclass
from pipeline.sought import in_small, sought

MONTHS = {
    "en": "january february march april may june july august september october november december",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
    "diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
    "dicembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro "
    "dezembro",
}
SHORT = {"en": "jan feb mar apr - jun jul aug sep oct nov dec sept:9"}
WEEKDAYS = {
    "en": "monday tuesday wednesday thursday friday saturday sunday",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "de": "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
}
_JOIN = {
    "en": "to|and|until|till|through|or",
    "fr": "au|et|à|ou",
    "de": "bis|und|bis zum|oder",
    "es": "al|y|a|o",
    "it": "al|e|a|o",
    "nl": "tot en met|tot|en|t/m|of",
    "pt": "a|e|ou",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One day, or a run of days in one month."""

    first: int
    last: int
    month: int
    year: int | None
    weekday: int | None = None
    """Monday is 0; that of the last day in `last_weekday`."""
    last_weekday: int | None = None
    start: int
    end: int
    is_range: bool
    is_american: bool = False

    def dates(self, year: int) -> tuple[dt.date, dt.date] | None:
        try:
            return dt.date(year, self.month, self.first), dt.date(year, self.month, self.last)
        except ValueError:
            return None


@functools.cache
def month_numbers(language: str) -> dict[str, int]:
    words = MONTHS.get(language, MONTHS["en"]).split()
    made = {word: number for number, word in enumerate(words, start=1)}
    if language == "en":
        short = "jan feb mar apr jun jul aug sep sept oct nov dec".split()
        numbers = (1, 2, 3, 4, 6, 7, 8, 9, 9, 10, 11, 12)
        made |= dict(zip(short, numbers, strict=True))
    return made


def _made(language: str) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    months = "|".join(sorted(month_numbers(language), key=len, reverse=True))
    days = "|".join(WEEKDAYS[language].split())
    tails = {
        "en": "(?:st|nd|rd|th)?",
        "fr": "(?:er)?",
        "de": r"\.?",
        "it": "º?",
        "pt": r"(?:\.?º)?",
    }
    tail = tails.get(language, "")
    number = rf"(\d{{1,2}}){tail}"
    of = {"en": r"(?:of\s+)?", "es": r"(?:de\s+)?", "pt": r"(?:de\s+)?"}.get(language, "")
    year_of = {"es": r"(?:del?\s+)?", "pt": r"(?:de\s+)?"}.get(language, "")
    # No two of its spaces stand side by side: a row of figures would be divided in every way.
    join = rf"(?:\s*[-–—,&]|\s+(?:{_JOIN[language]})\b(?:\s+(?:le|the)\b)?)\s*"
    day_first = sought(
        rf"(?<![\w./,:–-])(?:({days}),?\s+(?:de[nm]\s+|the\s+|d[ií]a\s+)?)?{number}"
        rf"((?:{join}(?:(?:{days})\s*)?(?:,\s*)?\d{{1,2}}{tail}(?!\d)){{0,30}})"
        rf"\s+{of}({months})\b\.?(?:,?\s+{year_of}(\d{{4}})(?!\d))?",
        re.IGNORECASE,
    )
    month_first = None
    if language == "en":
        month_first = sought(
            rf"\b(?:({days}),?\s+)?({months})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?"
            rf"(?:\s*[-–—]\s*(\d{{1,2}})(?:st|nd|rd|th)?|\s+(?:and|to)\s+(\d{{1,2}})(?:st|nd|rd|th))?(?!\d)(?:,?\s+(\d{{4}}))?(?!\w|:\d)",
            re.IGNORECASE,
        )
    return day_first, month_first


_FIGURE = sought(r"\d")
_FORMS = {language: _made(language) for language in MONTHS}
_DAYS = {code: sought("|".join(words.split()), re.IGNORECASE) for code, words in WEEKDAYS.items()}


def _quick(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The beginning of a month, and one before a figure."""
    stems = "|".join(sorted({word[:3] for word in month_numbers(language)}))
    return (
        sought(rf"\b(?:{stems})", re.IGNORECASE),
        sought(rf"\b(?:{stems})\w*\.?\s+\d", re.IGNORECASE),
    )


_QUICK = {language: _quick(language) for language in MONTHS}


def _has_month(text: str, language: str) -> bool:
    figure = _FIGURE.search(text)
    if figure is None:
        return False
    after_figure, before_figure = _QUICK[language]
    return bool(after_figure.search(text, figure.end()) or before_figure.search(text))


def spans(text: str, language: str) -> Iterator[Span]:
    """The days that a text names, with a month in words."""
    code = language[:2] if language[:2] in MONTHS else "en"
    if not _has_month(text, code):
        return
    day_first, month_first = _FORMS[code]
    taken: list[tuple[int, int]] = []
    for found in day_first.finditer(text):
        span = _day_first(found, code)
        if span:
            taken.append(found.span())
            yield span
    for found in month_first.finditer(text) if month_first else ():
        if any(start < found.end() and found.start() < end for start, end in taken):
            continue
        if _is_verb(found[2], code):
            continue
        last = int(found[4] or found[5] or found[3])
        yield Span(
            first=int(found[3]),
            last=last,
            month=month_numbers(code)[in_small(found[2])],
            year=int(found[6]) if found[6] else None,
            weekday=_weekday(found[1], code),
            start=found.start(),
            end=found.end(),
            is_range=bool(found[4] or found[5]),
            is_american=True,
        )


def _is_verb(month: str, language: str) -> bool:
    """`Plate 36 may have been cast`: English gives its months a capital."""
    return language == "en" and month in ("may", "march")


def _weekday(word: str | None, language: str) -> int | None:
    return WEEKDAYS[language].split().index(in_small(word)) if word else None


def _day_first(found: re.Match[str], language: str) -> Span | None:
    first, tail = int(found[2]), found[3] or ""
    numbers = [int(number) for number in re.findall(r"\d{1,2}", tail)]
    later = _DAYS[language].findall(tail)
    if first == 0 or any(number == 0 for number in numbers) or _is_verb(found[4], language):
        return None
    return Span(
        first=first,
        last=numbers[-1] if numbers else first,
        month=month_numbers(language)[in_small(found[4])],
        year=int(found[5]) if found[5] else None,
        weekday=_weekday(found[1], language),
        last_weekday=_weekday(later[-1], language) if later else None,
        start=found.start(),
        end=found.end(),
        is_range=bool(numbers),
    )


def spans_of(sheet: Sheet) -> list[tuple[Block, Span]]:
    """The days that a sheet names: read once, for all who ask."""
    if "days" not in sheet.noted:
        sheet.noted["days"] = [
            (block, span)
            for block in sheet.blocks
            if block.has_figures
            for span in spans(block.text, block.language)
        ]
    found: list[tuple[Block, Span]] = sheet.noted["days"]
    return found
