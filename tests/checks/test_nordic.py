"""Finnish and Swedish, side by side: days in figures and in words, ordinals and abbreviations."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from pipeline import proofreading
from pipeline.checks import almanac
from pipeline.checks.sentences import _sentences
from pipeline.corpus import reading
from tests.desks import write

HOUSE = """name: Rantaverkko
short_name: Rantaverkko
languages: [fi, sv]
timezone: Europe/Helsinki
"""
STORY = "news/2026-10-06-raportti.md"
HEAD = "---\ntitle: {}\n{}---\n"
FI = "Raportti julkistetaan tiistaina 24.11.2026 klo 14.30. Siinä on 62 sivua.\n"
SV = "Rapporten publiceras tisdagen den 24 november 2026 kl. 14.30. Den har 62 sidor.\n"


def told(folder: Path, finnish: str, swedish: str) -> set[str]:
    sources = folder / "sources"
    write(sources, "organisation.yaml", HOUSE)
    write(sources, STORY, HEAD.format("Raportti", "date: 2026-10-06\n") + finnish)
    write(sources, STORY.replace(".md", ".sv.md"), HEAD.format("Rapporten", "") + swedish)
    corpus = reading.read(sources)
    proof = proofreading.proofread(corpus, sources, dt.date(2026, 11, 23))
    found = (mark.finding for mark in proof.marks)
    return {f"{one.code} {one.location.path.name}" for one in found}


def test_a_day_in_figures_is_the_same_day_in_words(tmp_path: Path) -> None:
    assert told(tmp_path, FI, SV) == set()


@pytest.mark.parametrize("wrong", ["25 november 2026", "24 november 2027", "24 oktober 2026"])
def test_a_day_that_differs_is_told_in_both(tmp_path: Path, wrong: str) -> None:
    swedish = SV.replace("tisdagen den 24 november 2026", wrong)
    found = told(tmp_path, FI, swedish)
    assert {one for one in found if one.startswith("T")} == {
        "T124 2026-10-06-raportti.md",
        "T124 2026-10-06-raportti.sv.md",
    }


def test_an_ordinal_and_an_abbreviation_end_no_sentence(tmp_path: Path) -> None:
    finnish = (
        "Talkoot pidettiin syyskuussa. Roskaa kertyi 38 tonnia, ks. taulukko. Kerättyä oli paljon. "
        "Seuraavat talkoot järjestetään 10.–12. syyskuuta 2027.\n"
    )
    swedish = (
        "Talkot hölls i september. Skräpet vägde 38 ton, se tabellen. Mycket samlades in. "
        "Nästa talko ordnas den 10–12 september 2027.\n"
    )
    assert told(tmp_path, finnish, swedish) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "Am 26. November öffnet der Hafen.",
        "Käsikirja, 2. painos, on luettu.",
        "Öppet ti–to kl. 8–18 utom helger.",
        "Otevřeno je např. ve středu 24. listopadu 2026.",
        "Vezi str. Avram Iancu și tabelul.",
    ],
)
def test_one_sentence_is_one(sentence: str) -> None:
    assert [one.text for one in _sentences(f"{sentence} Ja.")] == [sentence, "Ja."]


def test_a_figure_at_the_end_ends_its_sentence() -> None:
    assert len(list(_sentences("The deck has 26. The quay has none."))) == 2


def test_days_with_their_years_are_read_in_words_and_in_figures() -> None:
    text = "24.–26.11.2026, 1.12.2026; 1.2.3, 24.11."
    assert [str(one.date) for one in almanac.full(text, "fi")] == ["2026-11-26", "2026-12-01"]
