"""Signs without their partner, hours of no clock, and decimals, in languages of few examples."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from pipeline import proofreading
from pipeline.corpus import reading
from tests.desks import write

HOUSE = "name: Casa Comune\nshort_name: Casa\nlanguages: [{}]\ntimezone: Europe/Rome\n"
CODES = ("D131", "N102", "S151", "S166", "T128", "X155")


def told(folder: Path, language: str, text: str, head: str = "") -> list[str]:
    sources = folder / "sources"
    write(sources, "organisation.yaml", HOUSE.format(language))
    write(sources, "news/a.md", f"---\ntitle: X\ndate: 2026-10-06\n{head}---\n{text}\n")
    proof = proofreading.proofread(reading.read(sources), sources, dt.date(2026, 11, 23))
    found = sorted((mark.start, mark.finding) for mark in proof.marks)
    return [one.remedy for _, one in found if one.code in CODES]


@pytest.mark.parametrize(
    ("language", "text", "remedies"),
    [
        ("it", "Il 38.4 % paga 8.75 euro, 3.5 milioni in tutto.", ["38,4", "8,75", "3,5"]),
        ("it", "| a | b |\n|---|---|\n| x | 8.4 % |", ["8,4"]),
        ("pl", "Koszt 3.5 mln zł, czyli 12.5%.", ["3,5", "12,5"]),
        ("de", "Um 10.30 Uhr am 24.12. auf Seite 3.5, Version 2.5.", []),
        ("it-CH", "Il 38.4 % paga 8.75 euro.", []),
        ("es", "Un 38.4 % paga 8.75 euros.", []),
    ],
)
def test_a_decimal_point_is_told_where_decimals_have_a_comma(tmp_path, language, text, remedies):
    assert told(tmp_path, language, text) == [f"write {right}" for right in remedies]


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("it", "Lunedì dalle 25.30, martedì alle 18.75, poi alle 24.00.", 2),
        ("de", "Am Montag um 25.30 Uhr, dann um 18.15 Uhr, für 25,30 Euro.", 1),
        ("pl", "W poniedziałek o godz. 25.30, potem o godz. 18.15.", 1),
        ("pt", "Na segunda às 25h30, depois às 18h15.", 1),
    ],
)
def test_an_hour_of_no_clock_is_told(tmp_path, language, text, count):
    assert told(tmp_path, language, text) == ["look up when it is, and correct it"] * count


def test_an_unknown_choice_is_not_answered_with_the_first_of_them(tmp_path):
    sources = tmp_path / "sources"
    write(sources, "organisation.yaml", HOUSE.format("it"))
    event = "- id: a\n  title: A\n  start: 2027-01-01\n  audience: {}\n"
    remedies = []
    for typed in ("soci", "member"):
        write(sources, "agenda.yaml", event.format(typed))
        remedies += [one.remedy for one in reading.read(sources).findings if one.code == "K104"]
    assert remedies == ["write the one that is meant", "did you mean 'members'?"]


def test_two_stars_that_call_a_note_are_none_that_nobody_closed(tmp_path):
    assert told(tmp_path, "it", "Il prezzo** è nella tabella.\n\n**Iva esclusa") == []
    assert len(told(tmp_path, "it", "Il prezzo è nella tabella.\n\n**Iva esclusa")) == 1


def test_a_slip_in_a_section_is_told_though_no_other_text_has_it(tmp_path):
    assert told(tmp_path, "it", "Testo.", "section: member\n") == ["did you mean 'members'?"]
    assert told(tmp_path, "it", "Testo.", "section: members\n") == []
    assert told(tmp_path, "it", "Testo.", "section: mostre\n") == []


def test_a_name_in_another_of_its_cases_is_no_other_name(tmp_path):
    text = "To jest {} Teatrów Pogranicza. " * 3 + "Na {} Teatrów Pogranicza. I {} Teatrów."
    declined = text.format("Festiwal", "Festiwal", "Festiwal", "Festiwalu", "Festiwal")
    assert told(tmp_path / "declined", "pl", declined) == []
    slip = declined.replace("Festiwalu", "Fesstiwal")
    assert len(told(tmp_path / "slip", "pl", slip)) == 1


def test_an_hour_of_twelve_is_the_same_as_one_of_twenty_four(tmp_path):
    sources = tmp_path / "sources"
    write(sources, "organisation.yaml", HOUSE.format("it, en"))
    head = "---\ntitle: X\n"
    it = "Si comincia alle 18.30; il sabato, dalle 9.30 alle 24.00, si aprono 14 depositi."
    en = "It begins at 6.30 pm; on Saturday, from 9.30 am to midnight, 14 storerooms open."
    write(sources, "news/a.md", f"{head}date: 2026-10-06\n---\n{it}\n")
    for words, count in ((en, 0), (en.replace("6.30", "7.30"), 2)):
        write(sources, "news/a.en.md", f"{head}---\n{words}\n")
        proof = proofreading.proofread(reading.read(sources), sources, dt.date(2026, 11, 23))
        assert [mark.finding.code for mark in proof.marks].count("T121") == count
