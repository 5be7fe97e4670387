"""The calendar file, read back by another hand's reader."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from pathlib import PurePath
from typing import Any

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import Finding, Level, Location
from pipeline.model.editions import Edition, Output, Publication
from pipeline.model.house import Event, Organisation
from pipeline.model.texts import Day, Text
from pipeline.renderers import ics
from pipeline.renderers.job import Job

WORDS = {
    "agenda": "Agenda",
    "cancelled": "cancelled",
    "members_only": "members only",
    "nth_edition": "{nth} edition",
    "postponed": "postponed",
    "with_partner": "With {name}",
}
RIGA = Event(
    id="general-assembly-2020",
    title=Text(html="General Assembly", plain="General Assembly", language="en"),
    start=Day(2020, 3, 26),
    end=Day(2020, 3, 27),
    place=Text(html="Riga", plain="Riga", language="en"),
    country="LV",
    country_name="Latvia",
)


def text(words: str, language: str = "en") -> Text:
    return Text(html=words, plain=words, language=language)


def calendar(*events: Event) -> bytes:
    return ics.calendar_of(
        events,
        name="Efus – Agenda",
        domain="efus.eu",
        stamp=dt.date(2019, 12, 16),
        language="en",
        words=WORDS,
    )


def read(content: bytes) -> list[Any]:
    return list(icalendar.Calendar.from_ical(content).walk("VEVENT"))


def job(*events: Event, website: str = "https://www.efus.eu/en") -> tuple[Job, list[Finding]]:
    house = Organisation(
        name=text("European Forum for Urban Security"),
        short_name=text("Efus"),
        languages=("en",),
        timezone="Europe/Paris",
        website=website,
    )
    edition = Edition(
        publication=Publication(slug="newsletter", title="Newsletter", per="issue"),
        slug="2019-12",
        language="en",
        title=text("December"),
        date=dt.date(2019, 12, 16),
        organisation=house,
        agenda=events,
    )
    findings: list[Finding] = []
    output = Output(name="agenda.ics", renderer="ics")
    return Job(edition, output, "", {}, {}, WORDS, findings.append), findings


def test_the_notice_goes_with_every_event() -> None:
    given = {"name": "x", "domain": "efus.eu", "stamp": dt.date(2019, 12, 16), "language": "en"}
    notice = "Embargoed until 1 July 2025, 09:00 CEST · Copy for Le Monde"
    events = [RIGA, dataclasses.replace(RIGA, id="other", link_text=text("Sign up"), link="x")]
    content = ics.calendar_of(events, **given, words=WORDS, notice=notice)
    first, second = (str(event["DESCRIPTION"]) for event in read(content))
    assert first == notice
    assert second.startswith(f"{notice}\nSign up")


def test_which_edition_it_is_is_said_as_the_language_says_it_of_an_edition() -> None:
    given = {"name": "x", "domain": "x.pt", "stamp": dt.date(2019, 12, 16), "language": "pt"}
    words = {**WORDS, "nth_edition": "{nth} edição"}
    twelfth = dataclasses.replace(RIGA, edition=text("12.º"))
    (found,) = read(ics.calendar_of([twelfth], **given, words=words, notice=""))
    assert str(found["DESCRIPTION"]).splitlines()[0] == "12.ª edição"


def test_an_event_is_written_as_calendars_want_it() -> None:
    ticket, findings = job(RIGA)
    assert ics.render(ticket).decode().splitlines() == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Broadside//Agenda//EN",
        "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:Efus – Agenda",
        "BEGIN:VEVENT",
        "UID:general-assembly-2020@efus.eu",
        "DTSTAMP:20191216T000000Z",
        "SEQUENCE:18246",
        "DTSTART;VALUE=DATE:20200326",
        "DTEND;VALUE=DATE:20200328",
        "STATUS:CONFIRMED",
        "TRANSP:TRANSPARENT",
        "SUMMARY;LANGUAGE=en:General Assembly",
        "LOCATION;LANGUAGE=en:Riga\\, Latvia",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    assert findings == []


def test_an_event_whose_days_are_not_known_is_left_out_with_a_note() -> None:
    where = Location(PurePath("sources/agenda.yaml"), 14, 3)
    vague = Event(id="nice", title=text("Nice"), start=Day(2021, 10), where=where)
    ticket, findings = job(vague, RIGA)
    assert [str(event["UID"]) for event in read(ics.render(ticket))] == [
        "general-assembly-2020@efus.eu"
    ]
    assert [(found.code, found.level, found.location) for found in findings] == [
        ("M410", Level.NOTE, where)
    ]


def test_an_agenda_without_exact_days_is_still_a_valid_calendar() -> None:
    ticket, _ = job()
    found = icalendar.Calendar.from_ical(ics.render(ticket))
    assert [part.name for part in found.walk()] == ["VCALENDAR", "VTIMEZONE", "STANDARD"]


@pytest.mark.parametrize(
    ("status", "code", "summary"),
    [
        ("planned", "CONFIRMED", "General Assembly (members only)"),
        ("held", "CONFIRMED", "General Assembly (members only)"),
        ("postponed", "TENTATIVE", "General Assembly (members only, postponed)"),
        ("cancelled", "CANCELLED", "General Assembly (members only, cancelled)"),
    ],
)
def test_the_summary_says_what_few_calendars_show(status: str, code: str, summary: str) -> None:
    event = Event(id="ga", title=RIGA.title, start=RIGA.start, status=status, audience="members")
    (found,) = read(calendar(event))
    assert (str(found["STATUS"]), str(found["SUMMARY"])) == (code, summary)


def test_project_partner_and_link_travel_along() -> None:
    event = Event(
        id="kick-off",
        title=text("Réunion de lancement", "fr"),
        start=Day(2020, 2, 4),
        project=text("TO-NITE"),
        partner=text("Città di Torino", "it"),
        link="https://efus.eu/à-propos?a=1,2",
        link_text=text("Information"),
    )
    content = calendar(event)
    (found,) = read(content)
    assert str(found["SUMMARY"]) == "TO-NITE: Réunion de lancement"
    assert b"SUMMARY;LANGUAGE=fr:" in content
    assert found["CATEGORIES"].cats == ["TO-NITE"]
    assert str(found["URL"]) == "https://efus.eu/%C3%A0-propos?a=1,2"
    assert str(found["DESCRIPTION"]).splitlines() == [
        "With Città di Torino",
        "Information",
        "https://efus.eu/%C3%A0-propos?a=1,2",
    ]


@pytest.mark.parametrize(
    ("website", "domain"),
    [
        ("https://www.efus.eu/en", "efus.eu"),
        ("www.efus.eu", "efus.eu"),
        ("", "efus.invalid"),
        ("http://[", "efus.invalid"),
    ],
)
def test_ids_are_those_of_the_house(website: str, domain: str) -> None:
    ticket, _ = job(RIGA, website=website)
    assert f"UID:general-assembly-2020@{domain}\r\n".encode() in ics.render(ticket)


@pytest.mark.parametrize(
    "end", ["\r\n", "\n", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\0"]
)
def test_no_text_becomes_a_property(end: str) -> None:
    evil = f"Riga{end}ATTACH:file:///etc/passwd{end}END:VEVENT"
    event = Event(
        id=f"a{end}ATTACH:x",
        title=text(evil, f"en:x{end}"),
        start=Day(2020, 3, 26),
        place=text(evil),
        country_name=evil,
        project=text(evil),
        link=f"https://efus.eu/{evil}",
        link_text=text(evil),
        partner=text(evil),
        edition=text(evil),
    )
    content = calendar(event)
    assert not re.search(r"^(ATTACH|END:VEVENT[^\r])", content.decode(), re.MULTILINE)
    assert not re.search(rb"[\x00-\x09\x0b\x0c\x0e-\x1f]", content)
    (found,) = read(content)
    assert "ATTACH" not in found
    assert str(found["LOCATION"]).count("ATTACH:file:///etc/passwd") == 2


def test_a_link_that_is_not_of_the_web_stays_out() -> None:
    event = Event(id="a", title=RIGA.title, start=RIGA.start, link="javascript:alert(1)")
    assert b"javascript" not in calendar(event)


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=400))
def test_lines_are_folded_at_75_octets_and_no_letter_is_broken(words: str) -> None:
    content = calendar(Event(id="a", title=text(words), start=RIGA.start))
    lines = content.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert all(line.decode() is not None for line in lines)
    assert content.count(b"\n") == content.count(b"\r") == len(lines) - 1


printable = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=120
)
lines = st.lists(printable, max_size=3).map("\n".join)
exact = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 30))


@st.composite
def events(draw: st.DrawFn) -> Event:
    first, last = sorted(draw(st.tuples(exact, exact)))
    return Event(
        id=draw(st.from_regex(r"[a-z0-9][a-z0-9-]{0,60}", fullmatch=True)),
        title=text(draw(lines)),
        start=Day.of(first),
        end=draw(st.sampled_from([None, Day.of(last)])),
        place=text(draw(printable)),
        country_name=draw(printable),
        project=text(draw(printable)),
        status=draw(st.sampled_from(["planned", "postponed", "cancelled", "held"])),
        audience=draw(st.sampled_from(["public", "members"])),
    )


@settings(max_examples=1000, deadline=None)
@given(events())
def test_a_calendar_reads_back_what_was_written(event: Event) -> None:
    (found,) = read(calendar(event))
    assert str(found["UID"]) == f"{event.id}@efus.eu"
    assert found["DTSTART"].dt == event.start.first
    assert found["DTEND"].dt == event.last_day + dt.timedelta(days=1)
    assert event.title.plain in str(found["SUMMARY"])
    assert ("(members only" in str(found["SUMMARY"])) or event.audience == "public"
    place = ", ".join(filter(None, [event.place.plain, event.country_name]))
    assert str(found.get("LOCATION", "")) == place
    assert "".join(found["CATEGORIES"].cats if event.project.plain else []) == event.project.plain
    assert not found.errors


def test_the_same_edition_gives_the_same_bytes() -> None:
    assert calendar(RIGA) == calendar(RIGA)
