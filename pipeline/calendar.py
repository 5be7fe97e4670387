"""Dates, moments and numbers as each language writes them."""

from __future__ import annotations

import datetime as dt
import functools
import re
import zoneinfo
from collections.abc import Iterable, Sequence
from decimal import Decimal

from pipeline import cldr, idioms
from pipeline.frozen import dataclass
from pipeline.model.texts import Day
from pipeline.moments import is_of_other_season as is_of_other_season
from pipeline.moments import is_zone as is_zone
from pipeline.moments import meant as meant
from pipeline.moments import parse_date as parse_date
from pipeline.moments import parse_day as parse_day
from pipeline.moments import parse_moment as parse_moment
from pipeline.moments import zone_of
from pipeline.regions import REGIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class _Patterns:
    """How one language writes its dates, each field in braces: `{d}. {MMMM} {y}`."""

    language: str
    full: str
    long: str
    without_year: str
    short: str
    month: str
    year: str


def _base(language: str) -> str:
    base = language.replace("_", "-").split("-")[0]
    return "nb" if base == "no" else base


@functools.cache
def _patterns(language: str) -> _Patterns:
    known = cldr.of(language).patterns
    found = {
        "full": known["full"],
        "long": known["long"],
        "without_year": known.get("MMMMd", known["long"]),
        "short": known.get("MMMd", "d MMM"),
        "month": known.get("yMMMM", "LLLL y"),
        "year": known.get("y", "y"),
    } | idioms.PATTERNS.get(_base(language), {})
    return _Patterns(language=language, **{key: _braced(text) for key, text in found.items()})


def _braced(pattern: str) -> str:
    """CLDR's `d 'de' MMMM` as `{d} de {MMMM}`, with ordinary spaces."""
    parts = re.sub(
        r"'([^']*)'|(([A-Za-z])\3*)",
        lambda found: f"{{{found[2]}}}" if found[2] else found[1],
        pattern,
    )
    return re.sub(r"\s+", " ", parts)


def _fill(pattern: str, day: Day, language: str) -> str:
    text = re.sub(r"\{(\w+)\}", lambda found: _field(found[1], day, language), pattern)
    return _elided(text, language)


def _field(name: str, day: Day, language: str) -> str:
    known = cldr.of(language)
    match name[0]:
        case "y":
            return str(day.year)
        case "d":
            return idioms.FIRST_OF_MONTH.get(_base(language), "1") if day.day == 1 else str(day.day)
        case "E" | "c":
            context = "stand-alone" if name[0] == "c" else "format"
            return known.days[context][day.first.weekday()]
    if len(name) <= 2:
        return f"{day.month:0{len(name)}d}"
    context = "stand-alone" if name[0] == "L" else "format"
    if name == "MMMM" and day.month and _base(language) in idioms.MONTHS:
        return idioms.MONTHS[_base(language)][day.month - 1]
    width = "wide" if len(name) == 4 else "abbreviated"
    assert day.month
    return known.months[context][width][day.month - 1]


def _elided(text: str, language: str) -> str:
    for pattern, instead in idioms.ELISIONS.get(_base(language), ()):
        text = re.sub(pattern, instead, text)
    return text


def day(date: Day | dt.date, language: str) -> str:
    """
    >>> day(Day(2024, 3, 1), "fr"), day(Day(2024, 3), "pl")
    ('1er mars 2024', 'marzec 2024')
    """
    return _single(_day(date), language)


def weekday_day(date: Day | dt.date, language: str) -> str:
    when = _day(date)
    return _fill(_patterns(language).full, when, language) if when.is_exact else day(when, language)


def months(language: str) -> tuple[str, ...]:
    """
    >>> months("fr")[:3]
    ('janvier', 'février', 'mars')
    """
    return cldr.of(language).months["format"]["wide"]


def month(year: int, month: int, language: str) -> str:
    """
    >>> month(2020, 3, "fr")
    'mars 2020'
    """
    return _single(Day(year, month), language)


def short_day(date: Day | dt.date, language: str) -> str:
    """For a narrow column: `29 Dec`; a month alone `Dec`, a year alone as it is."""
    when = _day(date)
    if when.month is None:
        return str(when.year)
    return _fill(_patterns(language).short if when.day else "{LLL}", when, language)


def span(start: Day, end: Day | None, language: str, *, year: bool = True) -> str:
    """
    >>> span(Day(2024, 3, 20), Day(2024, 3, 22), "de")
    '20.–22. März 2024'
    """
    if end is None or end == start:
        return _single(start, language, year)
    first, last, close = _ends(start, end, language, year)
    return f"{first}–{last}" if close else f"{first} – {last}"


def day_numbers(start: Day, end: Day | None, language: str) -> str:
    """For a narrow column under its month: `14–16`; `29 Dec – 3 Jan` across months."""
    end = end or start
    exact = start.is_exact and end.is_exact
    if start == end and not exact:
        return short_day(start, language)
    if not exact or (start.year, start.month) != (end.year, end.month):
        return f"{short_day(start, language)} – {short_day(end, language)}"
    _, piece, _ = _split(_patterns(language).long, "d", language)
    first, last = (_fill(piece, when, language) for when in (start, end))
    if start == end:
        return first
    return f"{first} – {last}" if _base(language) in idioms.SPACED_DASH else f"{first}–{last}"


def _day(date: Day | dt.date) -> Day:
    return date if isinstance(date, Day) else Day.of(date)


def _single(when: Day, language: str, year: bool = True) -> str:
    patterns = _patterns(language)
    if when.month is None:
        return _fill(patterns.year, when, language)
    if when.day is None:
        return _fill(patterns.month if year else "{LLLL}", when, language)
    return _fill(patterns.long if year else patterns.without_year, when, language)


def _ends(start: Day, end: Day, language: str, year: bool) -> tuple[str, str, bool]:
    """Both halves of a span, without what they share, and whether a dash may join them closely."""
    patterns = _patterns(language)
    same_year = start.year == end.year
    pattern, field = "", ""
    if start.day and end.day and same_year and start.month == end.month:
        pattern, field = (patterns.long if year else patterns.without_year), "d"
    elif start.month and end.month and same_year and not (start.day or end.day):
        pattern, field = (patterns.month if year else "{LLLL}"), "[LM]{4}"
    elif not (start.month or end.month):
        pattern, field = patterns.year, "y"
    if pattern:
        head, piece, tail = _split(pattern, field, language)
        joint = "".join(_fill(piece, when, language) for when in (start, end))
        close = _base(language) not in idioms.SPACED_DASH and " " not in joint
        first, last = _fill(head + piece, start, language), _fill(piece + tail, end, language)
        return first, last, close
    leads = patterns.long.startswith("{y}")
    shares = same_year and bool(start.month and end.month)
    first = _single(start, language, year and (leads or not shares))
    last = _single(end, language, year and not (leads and shares))
    return first, last, False


def _split(pattern: str, field: str, language: str) -> tuple[str, str, str]:
    """*pattern* before, at and after its *field*, which keeps its full stop: `20.–22. März`."""
    # Hungarian alone writes 20–22. with one full stop.
    stop = "" if _base(language) == "hu" else r"\.?"
    found = re.search(rf"\{{{field}\}}{stop}", pattern)
    assert found, f"{pattern} has no {field}"
    return pattern[: found.start()], found[0], pattern[found.end() :]


def spoken_span(start: Day, end: Day | None, language: str, *, year: bool = True) -> str:
    """A span for running text, where the language is one whose prepositions we know.

    >>> spoken_span(Day(2024, 3, 1), Day(2024, 3, 3), "fr")
    'du 1er au 3 mars 2024'
    """
    end = end or start
    phrases = idioms.SPOKEN.get(_base(language))
    precise = [bool(when.month) + bool(when.day) for when in (start, end)]
    if phrases is None or precise[0] != precise[1]:
        return span(start, end, language, year=year)
    alone, through = phrases[4 - 2 * precise[0] :][:2]
    if start == end:
        return _elided(alone.format(_single(start, language, year)), language)
    first, last, _ = _ends(start, end, language, year)
    return _elided(through.format(first, last), language)


def moment(when: dt.datetime, zone: str, language: str) -> str:
    """
    >>> moment(dt.datetime(2023, 12, 7, 9, tzinfo=dt.UTC), "Europe/Paris", "en")
    '7 December 2023, 10:00 CET (UTC+1)'
    """
    # Who reads of a minute must not be early by the seconds in it.
    late = dt.timedelta(seconds=-when.second % 60)
    local = (when + late).astimezone(zone_of(zone))
    phrase = idioms.HOURS.get(_base(language), "{day}, {hour:02}:{minute:02}")
    hour = phrase.format(day=day(local.date(), language), hour=local.hour, minute=local.minute)
    offset = _offset(local)
    return (
        f"{hour} UTC" if local.tzname() == "UTC" else f"{hour}{_clock(local, language)} ({offset})"
    )


def _clock(local: dt.datetime, language: str) -> str:
    """Whose clock it is: `, heure de Paris` or ` CET`."""
    assert isinstance(local.tzinfo, zoneinfo.ZoneInfo)
    known, zone = cldr.of(language), cldr.zone(local.tzinfo.key)
    city = known.cities.get(zone) or local.tzinfo.key.split("/")[-1].replace("_", " ")
    if _base(language) in idioms.CITY_TIME and "/" in zone and not zone.startswith("Etc/"):
        return _elided(idioms.CITY_TIME[_base(language)].format(city=city), language)
    names = known.hours.get(cldr.meta_zone(zone), {})
    name = str(names.get("daylight" if local.dst() else "standard", local.tzname()))
    if name.isalpha():
        return f" {name}"
    return f", {city} time" if _base(language) == "en" else ""


def _offset(local: dt.datetime) -> str:
    minutes = int((local.utcoffset() or dt.timedelta()).total_seconds() // 60)
    sign = "+" if minutes > 0 else "−"
    hours, rest = divmod(abs(minutes), 60)
    return "UTC" + (f"{sign}{hours}" if minutes else "") + (f":{rest:02}" if rest else "")


def number(value: int | float, language: str) -> str:
    """
    >>> number(1200, "en"), number(12.5, "de"), number(1200, "es")
    ('1,200', '12,5', '1200')
    """
    symbols = cldr.of(language).symbols
    whole, _, rest = f"{Decimal(repr(abs(value))):f}".partition(".")
    late = _base(language) in idioms.LATE_GROUPS
    if len(whole) > 3 + late:
        whole = f"{int(whole):,}".replace(",", symbols["group"])
    rest = rest.rstrip("0")
    return ("−" if value < 0 else "") + whole + (f"{symbols['decimal']}{rest}" if rest else "")


def ordinal(number: int, language: str, *, feminine: bool = False) -> str:
    """
    >>> ordinal(8, "en"), ordinal(8, "fr"), ordinal(8, "es", feminine=True)
    ('8th', '8e', '8.ª')
    """
    return idioms.ordinal(number, _base(language), feminine)


def list_of(items: Sequence[str], language: str) -> str:
    """
    >>> list_of(["Riga", "Genk", "Turin"], "en")
    'Riga, Genk and Turin'
    """
    patterns: dict[str, str] = dict(cldr.of(language).lists)
    if len(items) < 2:
        return "".join(items)
    if _base(language) == "es" and re.match(r"h?[ií](?![aeo])", items[-1], re.IGNORECASE):
        patterns |= {"2": "{0} e {1}", "end": "{0} e {1}"}
    if len(items) == 2:
        return _paired(patterns["2"], items[0], items[1])
    text = _paired(patterns["start"], items[0], items[1])
    for item in items[2:-1]:
        text = _paired(patterns["middle"], text, item)
    return _paired(patterns["end"], text, items[-1])


def _paired(pattern: str, first: str, last: str) -> str:
    head, _, tail = pattern.partition("{1}")
    return head.replace("{0}", first) + last + tail


# In CLDR beside the countries of ISO 3166-1. Kosovo, XK, is one that people write.
_NO_COUNTRY = re.compile("AC|C[PQ]|DG|E[AUZ]|IC|QO|TA|UN|X[AB]|ZZ")


def is_country(code: str) -> bool:
    """Whether *code* is of ISO 3166-1, or of 3166-2 in a country that is."""
    found = re.fullmatch(r"([A-Z]{2})(-[A-Z0-9]{1,3})?", code)
    if not found or _NO_COUNTRY.match(found[1]):
        return False
    return found[1] in cldr.of("en").territories


_ARABIC = frozenset(["ar", "ckb", "fa", "ps", "sd", "ug", "ur"])
"""The languages whose comma is turned over."""


def comma(language: str) -> str:
    """What parts a town from its country.

    >>> comma("fr"), comma("ar-TN")
    (', ', '، ')
    """
    return "، " if _base(language) in _ARABIC else ", "


def country(code: str, language: str) -> str:
    """
    >>> country("NO", "fr"), country("GB-SCT", "en"), country("GB-SCT", "el")
    ('Norvège', 'Scotland', 'Ηνωμένο Βασίλειο')
    """
    if not is_country(code):
        raise ValueError(f"{code!r} is not a country code like NO or GB-SCT")
    region = REGIONS.get(code, {}).get(_base(language))
    return region or cldr.of(language).territories[code[:2]]


_CALLED = {"uk": "GB", "gb-uk": "GB", "england": "GB-ENG", "el": "GR"}


def country_meant(typed: str, languages: Iterable[str]) -> str:
    """The code of the country that one of the *languages* calls so; nothing, if none does.

    >>> country_meant("Nederland", ["nl", "en"]), country_meant("EL", ["en"])
    ('NL', 'GR')
    """
    name = typed.strip().casefold()
    if name in _CALLED:
        return _CALLED[name]
    for language in languages:
        for code, spoken in cldr.of(language).territories.items():
            if spoken.casefold() == name and is_country(code):
                return code
    return ""


def countries(language: str) -> frozenset[str]:
    """The names of all countries, as the language has them."""
    territories = cldr.of(language).territories
    return frozenset(name for code, name in territories.items() if is_country(code))


def is_language(code: str) -> bool:
    """Whether *code* is a language tag we can write dates in: `fr`, `pt-BR`, `sr-Latn`."""
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", code):
        return False
    return cldr.is_known(code)


def language_name(language: str, in_language: str) -> str:
    """
    >>> language_name("fr", "fr"), language_name("pt-BR", "en")
    ('français', 'Brazilian Portuguese')
    """
    names = cldr.of(in_language).languages
    return names.get(language.replace("-", "_")) or names.get(_base(language), language)


def direction(language: str) -> str:
    """`ltr` or `rtl`."""
    return cldr.of(language).direction


def capitalise(text: str, language: str) -> str:
    """*text* with a capital to begin with, as its language makes one.

    >>> capitalise("mars 2020", "fr"), capitalise("ijs", "nl"), capitalise("1er mars", "fr")
    ('Mars 2020', 'IJs', '1er mars')
    """
    base = _base(language)
    if base == "nl" and text[:2] == "ij":
        return f"IJ{text[2:]}"
    if base in {"az", "tr"} and text[:1] == "i":
        return f"İ{text[1:]}"
    return text[:1].title() + text[1:]
