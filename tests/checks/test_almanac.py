"""Days with their weekdays, as our own calendar writes them and as staff do."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from pipeline import calendar, cldr, proofreading
from pipeline.checks import almanac
from pipeline.corpus import reading
from tests.desks import write

LANGUAGES = (
    "bg",
    "ca",
    "cs",
    "da",
    "el",
    "et",
    "fi",
    "ga",
    "hr",
    "hu",
    "lt",
    "lv",
    "mt",
    "nb",
    "pl",
    "ro",
    "sk",
    "sl",
    "sv",
    "uk",
    "ar",
    "he",
)
"""Those that `days` does not read."""
HOUSE = "name: Port\nshort_name: Port\nlanguages: [pl]\ntimezone: Europe/Warsaw\n"
YEAR = [dt.date(2024, 1, 1) + dt.timedelta(days=number) for number in range(366)]


def told(text: str, language: str) -> list[str]:
    return [
        f"{text[one.start : one.end]}: {true}"
        for one, true in almanac.of_another_weekday(text, language)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_our_own_calendar_writes_is_true_and_no_other_weekday_is(language: str) -> None:
    names = cldr.of(language).days
    for day in YEAR:
        written = f"x {calendar.weekday_day(day, language)}, y"
        assert told(written, language) == []
        for row in names.values():
            other = written.replace(row[day.weekday()], row[day.weekday() - 1])
            assert other == written or told(other, language), other


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "Spotykamy się w środę, 13 maja 2025 r. w Gdyni"),
        ("pl", "we wtorek dnia 14.05.2025"),
        ("cs", "ve středu dne 13. května 2025"),
        ("cs", "v ÚTERÝ 14. ČERVENCE 2025"),
        ("uk", "у п’ятницю, 15 травня 2025 року"),
        ("uk", "у п'ятницю, 15 травня 2025 року"),
        ("sv", "onsdagen den 13 maj 2025"),
        ("da", "onsdag d. 13. maj 2025"),
        ("fi", "keskiviikko 13.5.2025"),
        ("hr", "u srijedu, 13. svibnja 2025."),
        ("lv", "trešdien, 2025. gada 13. maijā"),
        ("lt", "2025 m. gegužės 13 d., trečiadienį"),
        ("hu", "2025. május 12-én, kedden"),
        ("hu", "hétfőn, 2025. május 13-án"),
        ("et", "kolmapäeval, 13. mail 2025"),
        ("el", "την ΤΕΤΆΡΤΗ 13 Μαΐου 2025"),
        ("ro", "13 mai 2025 (miercuri)"),
        ("ca", "dimecres, 13 d’abril de 2025"),
        ("de", "Mittwoch, 13.05.2025"),
        ("fr", "mercredi 13/05/2025"),
        ("en", "Thursday 12/05/2025"),
    ],
)
def test_the_weekday_of_another_day_is_found_in_its_case(language: str, text: str) -> None:
    assert len(told(text, language)) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "w poniedziałek i 13 maja 2025"),
        ("pl", "w poniedziałek i wtorek, 12–13 maja 2025"),
        ("pl", "sobota-niedziela 17-18 maja 2025, a w niedzielę 18 maja 2025 koncert"),
        ("hu", "hétfőn és kedden, 2025. május 12–13-án"),
        ("hu", "2025. május 12., kedd 10 óra"),
        ("cs", "od pondělí 12. do středy 14. května 2025"),
        ("en", "Monday 12/05/2025 and Friday 5/12/2025"),
        ("xx", "Monday 13/05/2025"),
    ],
)
def test_what_is_true_or_cannot_be_known_is_not_told(language: str, text: str) -> None:
    assert told(text, language) == []


def test_a_day_that_its_month_has_not_is_told_and_a_number_is_not() -> None:
    text = "Do 31 kwietnia 2025; numer 31, kwiecień 2025; 45 maja 2025; 31 maja 2025."
    assert [text[start:end] for start, end in almanac.missing(text, "pl")] == ["31 kwietnia 2025"]


def test_a_house_hears_of_its_days_in_its_own_language(tmp_path: Path) -> None:
    write(
        tmp_path,
        "organisation.yaml",
        HOUSE,
    )
    head = "---\ntitle: Wiosna w porcie\ndate: 2025-04-01\n---\n\n"
    write(
        tmp_path, "news/2025-04-01-port.md", head + "W środę 13 maja 2025 i do 31 czerwca 2025.\n"
    )
    proof = proofreading.proofread(reading.read(tmp_path), tmp_path, dt.date(2025, 6, 1))
    assert [mark.finding.message for mark in proof.marks if mark.finding.code[:2] == "D1"] == [
        "the calendar has 13 maja 2025, wtorek",
        "there is no 31 czerwca 2025",
    ]
