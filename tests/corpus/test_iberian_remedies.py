"""What an office in Lisbon or Madrid types, and what is told to do about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import UsageError
from tests.desks import edit, told, write

STORY = "---\ntitle: {}\ndate: {}\n{}---\nAs redes.\n"
NEWS = "news/2025-05-09-nets.md"
EVENT = "- id: feira\n  title: Feira\n  start: {}\n"


@pytest.fixture
def iberian(sources: Path) -> Path:
    edit(sources, "organisation.yaml", "languages: [en, fr]", "languages: [pt, es]")
    return sources


def remedies(sources: Path, code: str) -> str:
    return "\n".join(told(sources, code))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3 de dezembro de 2026, às 10h", "write  2026-12-03T10:00"),
        ("3 de diciembre de 2026 a las 10:00 h", "write  2026-12-03T10:00"),
    ],
)
def test_the_hour_of_an_embargo_in_words_is_written_in_figures(
    iberian: Path, typed: str, meant: str
) -> None:
    write(iberian, NEWS, STORY.format("Redes", "2025-05-09", f"embargo: {typed}\n"))
    assert meant in remedies(iberian, "D101")


@pytest.mark.parametrize("typed", ["fevereiro de 2027", "Febrero 2027"])
def test_a_month_in_words_is_written_in_figures(iberian: Path, typed: str) -> None:
    write(iberian, "agenda.yaml", EVENT.format(typed))
    assert "write  2027-02" in remedies(iberian, "D100")


@pytest.mark.parametrize(("typed", "zone"), [("Lisboa", "Lisbon"), ("Madrid", "Madrid")])
def test_a_town_is_known_by_its_own_name_as_a_time_zone(
    sources: Path, typed: str, zone: str
) -> None:
    edit(sources, "organisation.yaml", "timezone: Europe/Lisbon", f"timezone: {typed}")
    with pytest.raises(UsageError, match=f"'Europe/{zone}'"):
        told(sources)


@pytest.mark.parametrize("title", ["“Redes: e barcos”", "«Redes: e barcos»"])
def test_the_quotation_marks_of_a_text_are_told_from_those_of_yaml(
    iberian: Path, title: str
) -> None:
    write(iberian, NEWS, STORY.format(title, "2025-05-09", ""))
    assert "straight ones" in remedies(iberian, "Y109")


def test_quotation_marks_inside_a_value_are_no_slip(iberian: Path) -> None:
    write(iberian, NEWS, STORY.format("Redes: «e barcos»", "2025-05-09", ""))
    assert "around the whole of it" in remedies(iberian, "Y109")


@pytest.mark.parametrize("row", ["feira;Feira;2027-05-01", "feira\tFeira\t2027-05-01"])
def test_a_row_of_a_table_is_told_as_one(iberian: Path, row: str) -> None:
    write(iberian, "agenda.yaml", f"{row}\n{EVENT.format('2027-02')}")
    assert "agenda.yaml:1:1: error Y100 a row of a table stands here" in remedies(iberian, "Y100")


@pytest.mark.parametrize("name", ["nets.esp.md", "nets_es.md"])
def test_a_translation_that_says_its_language_otherwise_is_told_its_name(
    iberian: Path, name: str
) -> None:
    write(iberian, f"news/{name}", "---\ntitle: Redes\n---\nLas redes.\n")
    assert "or call it nets.es.md" in remedies(iberian, "K101")


def test_a_section_is_guessed_as_it_is_printed(iberian: Path) -> None:
    chapter = "---\ntitle: Cais\n---\n## Introdução\n\nA.\n\n## Boas práticas\n\nB.\n"
    write(iberian, "manifesto/2025/01-cais.md", chapter)
    assert "did you mean 'Práticas'?" in remedies(iberian, "S104")


def test_a_picture_that_nobody_has_described_in_one_language_is_told_so(iberian: Path) -> None:
    write(
        iberian, "images.yaml", "quay.png:\n  alt: {pt: O cais}\n  credit: A\n  licence: CC0-1.0\n"
    )
    write(iberian, NEWS, STORY.format("Redes", "2025-05-09", "image: quay.png\n"))
    write(iberian, NEWS.replace(".md", ".es.md"), "---\ntitle: Redes\n---\nLas redes.\n")
    found = [one for one in told(iberian, "I100") if "quay" in one]
    assert [one.split("\n")[0].strip() for one in found] == [
        "sources/images.yaml:2:3: error I100 'quay.png' says nothing in Spanish"
    ]
