"""Dates as each language writes them; `golden/dates.txt` is the table to read."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import calendar
from pipeline.model.texts import Day

GOLDEN = Path(__file__).parent / "golden" / "dates.txt"
LANGUAGES = [
    *("bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr"),
    *("hu", "it", "lt", "lv", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv"),
    *("nb", "uk", "ar", "he", "ca"),
]
CASES: dict[str, Callable[[str], str]] = {
    "day": lambda tongue: calendar.day(Day(2024, 3, 20), tongue),
    "first day": lambda tongue: calendar.day(Day(2024, 4, 1), tongue),
    "with weekday": lambda tongue: calendar.weekday_day(dt.date(2024, 3, 20), tongue),
    "month": lambda tongue: calendar.month(2020, 3, tongue),
    "year": lambda tongue: calendar.day(Day(2025), tongue),
    "days": lambda tongue: calendar.span(Day(2024, 3, 20), Day(2024, 3, 22), tongue),
    "first days": lambda tongue: calendar.span(Day(2024, 8, 1), Day(2024, 8, 3), tongue),
    "days, no year": lambda tongue: calendar.span(
        Day(2024, 3, 20), Day(2024, 3, 22), tongue, year=False
    ),
    "over months": lambda tongue: calendar.span(Day(2024, 3, 30), Day(2024, 4, 2), tongue),
    "over months, no year": lambda tongue: calendar.span(
        Day(2024, 3, 30), Day(2024, 4, 2), tongue, year=False
    ),
    "over years": lambda tongue: calendar.span(Day(2019, 12, 29), Day(2020, 1, 3), tongue),
    "months": lambda tongue: calendar.span(Day(2020, 9), Day(2020, 10), tongue),
    "months over years": lambda tongue: calendar.span(Day(2019, 1), Day(2020, 12), tongue),
    "years": lambda tongue: calendar.span(Day(2025), Day(2029), tongue),
    "month to day": lambda tongue: calendar.span(Day(2024, 3), Day(2024, 4, 2), tongue),
    "spoken day": lambda tongue: calendar.spoken_span(Day(2024, 3, 8), None, tongue),
    "spoken days": lambda tongue: calendar.spoken_span(Day(2024, 3, 1), Day(2024, 3, 11), tongue),
    "spoken over months": lambda tongue: calendar.spoken_span(
        Day(2024, 3, 30), Day(2024, 4, 2), tongue
    ),
    "spoken month": lambda tongue: calendar.spoken_span(Day(2024, 4), None, tongue),
    "spoken months": lambda tongue: calendar.spoken_span(Day(2024, 4), Day(2024, 8), tongue),
    "spoken years": lambda tongue: calendar.spoken_span(Day(2025), Day(2029), tongue),
    "short": lambda tongue: calendar.short_day(Day(2019, 12, 29), tongue),
    "column": lambda tongue: calendar.day_numbers(Day(2020, 1, 14), Day(2020, 1, 16), tongue),
    "column over years": lambda tongue: calendar.day_numbers(
        Day(2019, 12, 29), Day(2020, 1, 3), tongue
    ),
    "column, month": lambda tongue: calendar.day_numbers(Day(2021, 10), None, tongue),
    "moment": lambda tongue: calendar.moment(
        dt.datetime(2023, 12, 7, 9, tzinfo=dt.UTC), "Europe/Paris", tongue
    ),
    "summer moment": lambda tongue: calendar.moment(
        dt.datetime(2024, 7, 1, 7, 5, tzinfo=dt.UTC), "Europe/Athens", tongue
    ),
    "numbers": lambda tongue: "  ".join(
        calendar.number(value, tongue) for value in (7, 1200, 12500, 0.5, -1234567.25)
    ),
    "ordinals": lambda tongue: " ".join(calendar.ordinal(n, tongue) for n in (1, 2, 3, 8, 21)),
    "country": lambda tongue: calendar.country("NO", tongue),
    "region": lambda tongue: calendar.country("GB-SCT", tongue),
    "list": lambda tongue: calendar.list_of(["A", "B", "C"], tongue),
    "its name": lambda tongue: calendar.language_name(tongue, tongue),
    "its name in French": lambda tongue: calendar.language_name(tongue, "fr"),
    "direction": calendar.direction,
}


def table() -> str:
    """Every case in every language; a space that does not break is shown as `_` or `·`."""
    lines = []
    for tongue in LANGUAGES:
        for case, write in CASES.items():
            text = write(tongue).replace("\u00a0", "_").replace("\u202f", "·")
            lines.append(f"{tongue}  {case:<22}{text}")
        lines.append("")
    return "\n".join(lines)


def test_every_language_writes_its_dates_as_the_golden_table_says(
    request: pytest.FixtureRequest,
) -> None:
    if request.config.getoption("--accept", default=False):
        GOLDEN.write_text(table(), encoding="utf-8")
    assert table() == GOLDEN.read_text(encoding="utf-8")


dates = st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31))
days = st.builds(
    lambda date, precision: Day(*(date.year, date.month, date.day)[:precision]),
    dates,
    st.integers(1, 3),
)


@given(days)
def test_a_day_reads_back_as_it_was_written(day: Day) -> None:
    assert calendar.parse_day(str(day)) == day


# The first date in a language is slow: its patterns are read then.
@settings(deadline=None)
@given(dates, dates, st.sampled_from(LANGUAGES))
def test_a_span_names_both_its_days_and_every_year(
    one: dt.date, other: dt.date, tongue: str
) -> None:
    first, last = sorted([one, other])
    text = calendar.span(Day.of(first), Day.of(last), tongue)
    # Months are words in every language: each number is a day or a year.
    numbers = {int(part) for part in "".join(c if c.isdigit() else " " for c in text).split()}
    assert numbers == {first.day, first.year, last.day, last.year}
    assert str(first.year) not in calendar.span(Day.of(first), Day.of(last), tongue, year=False)


@pytest.mark.parametrize(
    "text",
    [
        "2024-02-30",
        "2023-02-29",
        "2024-13",
        "2024-00",
        "0000",
        "32/01/2020",
        "2024-3-1",
        "",
        "٢٠٢٤",
    ],
)
def test_a_day_that_is_not_in_the_calendar_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"calendar|not a date like"):
        calendar.parse_day(text)


def test_a_month_is_not_a_whole_date() -> None:
    with pytest.raises(ValueError, match="not a whole date"):
        calendar.parse_date("2024-03")


@pytest.mark.parametrize(
    "text",
    [
        "2024-03-01T09:00",
        "2024-03-01 09:00",
        "2024-03-01T09:00:00",
        "2024-03-01T09:00+01:00",
        "2024-03-01T09:00 +0100",
        "2024-03-01T09:00+01",
        "2024-03-01T08:00Z",
        "2024-03-01T09:00[Europe/Paris]",
        "2024-03-01 09:00 Europe/Paris",
        "2024-03-01T09:00+01:00[Europe/Paris]",
        "2024-03-01T08:00[Europe/London]",
    ],
)
def test_one_moment_may_be_written_in_many_ways(text: str) -> None:
    moment = calendar.parse_moment(text, "Europe/Brussels")
    assert moment == dt.datetime(2024, 3, 1, 8, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("text", "zone", "hour"),
    [
        ("2024-02-29T24:00", "Europe/Paris", "2024-03-01T00:00:00+01:00"),
        ("2024-12-31 24:00:00+01:00", "Europe/Paris", "2025-01-01T00:00:00+01:00"),
        ("2024-03-30T24:00 Europe/Paris", "UTC", "2024-03-31T00:00:00+01:00"),
    ],
)
def test_a_day_ends_at_24_00(text: str, zone: str, hour: str) -> None:
    assert calendar.parse_moment(text, zone).isoformat() == hour


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        ("Europe/Paris", "2025-10-26", ("02:45+02:00", "02:30+01:00", "02:31+01:00")),
        ("America/St_Johns", "2025-11-02", ("01:59-02:30", "01:00-03:30", "01:01-03:30")),
        ("Australia/Lord_Howe", "2025-04-06", ("01:59+11:00", "01:30+10:30", "01:31+10:30")),
        ("Antarctica/Troll", "2025-10-26", ("02:59+02:00", "01:00+00:00", "01:01+00:00")),
    ],
)
def test_hours_that_come_twice_come_one_after_the_other(
    zone: str, day: str, hours: tuple[str, ...]
) -> None:
    """Before its hour came, the same clock had shown it once, and the text was out."""
    early, hour, late = (calendar.parse_moment(f"{day}T{one}[{zone}]", "UTC") for one in hours)
    assert early < hour < late
    for one in hours:
        now = dt.datetime.fromisoformat(f"{day}T{one}").astimezone(ZoneInfo(zone))
        assert (now < hour, now <= hour) == (one == hours[0], one != hours[2])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2024-03-01", "not a moment like"),
        ("2024-03-01T09:00[Europe/Paris", "not a moment like"),
        ("tomorrow", "not a moment like"),
        ("2024-02-30T09:00", "no 2024-02-30 in the calendar"),
        ("2024-03-01T25:00", "no 2024-03-01T25:00 in any time zone"),
        ("2024-03-01T24:01", "no 2024-03-01T24:01 in any time zone"),
        ("2024-03-01T09:00+25:00", "in any time zone"),
        ("2024-03-01T09:00[Europe/Pariss]", "no time zone 'Europe/Pariss'"),
        ("2024-03-01 09:00 MEZ", "no time zone 'MEZ'; where none is named, Europe/"),
        ("2024-03-01T09:00+02:00[Europe/Paris]", r"Europe/Paris is not at \+02:00"),
        (
            "2026-10-25T02:30",
            r"comes twice .* write 2026-10-25T02:30\+02:00 or 2026-10-25T02:30\+01:00",
        ),
        ("2026-03-29T02:30", "does not exist in Europe/Paris: the clocks go forward"),
        ("2026-07-01T09:00+20:00", r"no clock is at \+20:00: write the offset that you mean"),
        ("2026-07-01T09:00+00:20", r"no clock is at \+00:20"),
        ("2026-07-01T09:00 Etc/GMT-5", r"clocks in Etc/GMT-5 are at \+05:00, whatever its name"),
        ("2026-07-01T09:00 CET", r"no clock shows CET in summer: write its offset, like \+02:00"),
    ],
)
def test_a_moment_that_nobody_could_be_sure_of_is_refused(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        calendar.parse_moment(text, "Europe/Paris")


@settings(deadline=None)
@given(st.text())
def test_whatever_is_typed_the_refusal_is_a_value_error(text: str) -> None:
    for read in (calendar.parse_day, lambda typed: calendar.parse_moment(typed, "Europe/Paris")):
        with contextlib.suppress(ValueError):
            read(text)


@settings(deadline=None)
@given(
    st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2037, 1, 1)),  # noqa: DTZ001
    st.sampled_from(["Europe/Paris", "Europe/Lisbon", "America/St_Johns", "Australia/Lord_Howe"]),
)
def test_a_moment_keeps_its_hour_or_is_refused(local: dt.datetime, zone: str) -> None:
    stated = local.isoformat(timespec="minutes")
    try:
        moment = calendar.parse_moment(stated, zone)
    except ValueError:
        return
    assert moment.isoformat(timespec="minutes").startswith(stated)
    assert moment.astimezone(dt.UTC).astimezone(moment.tzinfo) == moment


def test_the_only_zones_are_those_of_the_locked_package() -> None:
    assert calendar.is_zone("Europe/Paris")
    assert not any(map(calendar.is_zone, ["", "Europe", "Paris", "../../etc/passwd", "/etc/x"]))


@pytest.mark.parametrize(
    ("zone", "english", "french"),
    [
        ("Europe/London", "09:00 GMT (UTC)", "9\u00a0h\u00a000, heure de Londres (UTC)"),
        ("UTC", "09:00 UTC", "9\u00a0h\u00a000 UTC"),
        ("Asia/Tbilisi", "13:00, Tbilisi time (UTC+4)", "heure de Tbilissi (UTC+4)"),
        ("Asia/Kolkata", "14:30 IST (UTC+5:30)", "heure de Calcutta (UTC+5:30)"),
        ("America/New_York", "04:00, New York time (UTC−5)", "heure de New York (UTC−5)"),
    ],
)
def test_a_moment_says_whose_clock_it_is(zone: str, english: str, french: str) -> None:
    when = dt.datetime(2023, 12, 7, 9, tzinfo=dt.UTC)
    assert calendar.moment(when, zone, "en").endswith(english)
    assert calendar.moment(when, zone, "fr").endswith(french)


def test_partial_days_of_unlike_precision_still_make_a_span() -> None:
    assert calendar.span(Day(2019), Day(2020, 1, 3), "en") == "2019 – 3 January 2020"
    assert calendar.span(Day(2024, 3, 2), Day(2024, 4), "en") == "2 March – April 2024"
    assert calendar.span(Day(2024), Day(2024), "en") == "2024"


def test_countries_are_those_of_iso_3166() -> None:
    assert all(map(calendar.is_country, ["NO", "GB-SCT", "IT-45", "ES-B", "XK", "FR-20R"]))
    assert not any(
        map(calendar.is_country, ["no", "UK", "EU", "ZZ", "XX", "GBR", "GB-", "", "NO "])
    )
    assert calendar.country("IT-45", "it") == "Emilia-Romagna"
    assert calendar.country("ES-B", "en") == "Spain"
    with pytest.raises(ValueError, match="'UK' is not a country code"):
        calendar.country("UK", "en")


def test_languages_are_those_whose_dates_we_can_write() -> None:
    assert all(map(calendar.is_language, [*LANGUAGES, "pt-BR", "sr-Latn", "fr-BE", "no"]))
    assert not any(map(calendar.is_language, ["", "xx", "root", "EN", "draft", "v2", "en_GB"]))
    assert calendar.day(Day(2024, 3, 20), "en-US") == "March 20, 2024"


def test_lists_follow_the_language() -> None:
    assert [calendar.list_of(list("ABCD")[:n], "en") for n in range(5)] == [
        "",
        "A",
        "A and B",
        "A, B and C",
        "A, B, C and D",
    ]
    assert calendar.list_of(["Riga", "Ibiza"], "es") == "Riga e Ibiza"
    assert calendar.list_of(["{1}", "{0}"], "en") == "{1} and {0}"


def test_a_capital_begins_a_divider() -> None:
    assert calendar.capitalise("mars 2020", "fr") == "Mars 2020"
    assert calendar.capitalise("", "fr") == ""
    assert calendar.capitalise("istanbul", "tr") == "İstanbul"
