"""What no line may part: a day from its month, a title from its name, a sign from its number."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterable, Iterator

from pipeline import calendar, cldr

NO_BREAK = "\u00a0"
_TITLE = (
    r"(?:M(?:M\.|me[s.]?|lles?|gr|rs?\.?|s\.?)|Dr[as]?\.?|Prof\.|Sr(?:a|ta|es)?\.|Hr\.|Fr\."
    r"|Ing\.|Dott\.|Sig\.|Ste?\.?) (?=[A-ZÀ-ÖØ-Þ]\w)"
)
_NUMBERED = (
    r"(?:[Cc]h(?:ap)?|[Aa]rts|[Aa]bs|[Kk]ap|[Aa]bb|[Bb]d|[Nn]rn|[Rr]n|[Zz]iff|[Pp][áa]gs?|[Nn][úu]ms?"
    r"|[Cc]ap|[Tt]ab|al|S|godz|rozdz|str|s|pkt|ust)\. (?=\d)"
)
_BEFORE_FIGURE = {
    "cs": r"č\.|čl\.|str\.|odst\.|tel\.",
    "da": r"kl\.|nr\.|ca\.|s\.|tlf\.",
    "de": r"ca\.|Tel\.|Nr\.",
    "et": r"kell|nr|lk|tel",
    "fi": r"klo|nro|n\.|s\.|puh\.",
    "hr": r"br\.|čl\.|str\.",
    "it": r"ore|ca\.|tel\.",
    "lt": r"Nr\.|p\.|tel\.",
    "lv": r"plkst\.|Nr\.|lpp\.",
    "nb": r"kl\.|nr\.|ca\.|s\.|tlf\.",
    "nl": r"ca\.|nr\.|tel\.",
    "pl": r"nr|tel\.|ok\.",
    "ro": r"orele|ora|nr\.|cca|pag\.|art\.|tel\.",
    "sk": r"č\.|čl\.|str\.|ods\.|tel\.",
    "sl": r"št\.|str\.|čl\.|tel\.",
    "sv": r"kl\.?|nr|ca|s\.|tfn",
}
"""What stands before a figure and never ends a line, in each language."""
_IN_FIGURES = ("cs", "de", "hr", "sk", "sl")
"""Languages that put spaces into a day in figures: *24. 11. 2026*."""
_BEHIND_FIGURE = {
    "de": "Aufl",
    "fi": "painos",
    "nl": "druk",
    "pl": "wyd",
    "sv": "uppl",
    "cs": "vyd",
}
"""What is counted: *2. Aufl.*"""
_RUN = re.compile(r"[^<>]++<?")
"""From one sign of a tag to the next."""
_ALONE = {"cs": "aikosuvz", "pl": "aiouwz", "sk": "aikosuvz"}
"""Words of one letter that never end a line, as those who set these languages have it."""
_YEAR = {"bg": "г", "pl": "r", "uk": "р"}
"""What is short for *year* behind its number."""
_SPOKEN = re.compile(r"""\blang=["']?([A-Za-z][\w-]{1,20})""")


def tied(page: str, language: str) -> str:
    """*page* of HTML whose days keep to their months, titles to names, abbreviations to numbers.

    >>> tied("<body><p>Am 30. November, Dr. Abel, S. 12</p>", "de").count("\\xa0")
    3
    >>> tied("<body><p>i w Łodzi, w 2025 r. z <em>wami</em></p>", "pl").count("\\xa0")
    5
    >>> tied("<body><p>2026. december 30. – 2027. január 2.</p>", "hu").count("\\xa0")
    2
    >>> tied("<body><p>2 січня 2027 р.</p>", "uk").count("\\xa0")
    2
    >>> tied("<body><p>V úterý 24. 11. 2026, č. 5</p>", "cs").count("\\xa0")
    4
    >>> tied("<body><p>Ti 24.11. klo 14.30, s. 12, n. 40 %, 2. painos</p>", "fi").count("\\xa0")
    4
    """
    head, body, rest = page.partition("<body")
    spoken = frozenset((language, *_SPOKEN.findall(rest)))
    binding = _binding(spoken, language[:2])

    def bound(run: re.Match[str]) -> str:
        # Only what stands between tags: the words in an attribute are read and not set.
        if not run[0].endswith("<"):
            return run[0]
        return binding.sub(lambda found: found[0][:-1] + NO_BREAK, run[0])

    return head + body + _RUN.sub(bound, rest)


@functools.lru_cache(maxsize=32)
def _binding(languages: frozenset[str], main: str) -> re.Pattern[str]:
    known = [language for language in languages if calendar.is_language(language)]
    day = rf"\d{{1,2}}(?:\.|er|º)? (?=(?:de |d[’'])?(?:{_any_month(known)})(?!\w))"
    behind = _any_month(language for language in known if _is_month_first(language))
    day += rf"|(?:{behind}) (?=\d{{1,2}}(?!\d))" if behind else ""
    alone = _ALONE.get(main, "")
    short = rf"|(?<!['’@&#-])[{alone}{alone.upper()}] (?=\S)" if alone else ""
    year = rf"|\d{{4}} (?={_YEAR[main]}\.)" if main in _YEAR else ""
    if main in _IN_FIGURES:
        year += r"|\d{1,2}\. (?=\d{1,2}\.|(?:19|20)\d\d(?!\d))"
    words = _BEFORE_FIGURE.get(main)
    figure = rf"|(?i:{words}) (?=\+?\d)" if words else ""
    if main in _BEHIND_FIGURE:
        figure += rf"|\d{{1,2}}\.? (?={_BEHIND_FIGURE[main]}\b)"
    return re.compile(rf"(?<![\w.,:/])(?:{day}|{_TITLE}|{_NUMBERED}{short}{year}{figure})")


def _is_month_first(language: str) -> bool:
    long = cldr.of(language).patterns["long"]
    return long.find("M") < long.find("d")


def _any_month(languages: Iterable[str]) -> str:
    return "|".join(sorted({re.escape(month) for each in languages for month in _months(each)}))


def _months(language: str) -> Iterator[str]:
    """As they are written in a date, whole and short."""
    for dated in (calendar.day, calendar.short_day):
        for number in range(1, 13):
            words = dated(dt.date(2000, number, 2), language).split()
            yield from (word for word in words if not any(map(str.isdigit, word)) and len(word) > 2)
