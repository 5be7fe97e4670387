"""What no line may part stays together on every page, and nothing else is touched."""

from __future__ import annotations

import time

import pytest

from pipeline.ties import tied
from tests.composition import edition, setter
from tests.desks import write
from tests.stopwatch import fair


def shown(text: str, language: str) -> str:
    return tied(f"<body><p>{text}</p></body>", language)[9:-11].replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("language", "typed", "expected"),
    [
        ("de", "am 30. November und 1. Dez.", "am 30.~November und 1.~Dez."),
        ("de", "vom 20. bis 22. März", "vom 20. bis 22.~März"),
        ("de", "Art. 5, S. 12, Kap. 3, Abs. 2", "Art. 5, S.~12, Kap.~3, Abs.~2"),
        ("fr", "le 1er mars, du 20 au 22 mars", "le 1er~mars, du 20 au 22~mars"),
        ("fr", "Mme Roux, MM. Roux, le Dr Roux", "Mme~Roux, MM.~Roux, le Dr~Roux"),
        ("en", "20–22 March, 29 Dec, Ms Smith", "20–22~March, 29~Dec, Ms~Smith"),
        ("es", "20 de marzo, Sra. López, núm. 4", "20~de marzo, Sra.~López, núm.~4"),
        ("ca", "20 d’octubre", "20~d’octubre"),
        ("pl", "1 września", "1~września"),
        ("pl", "i w Żarach, o godz. 10.00", "i~w~Żarach, o~godz.~10.00"),
        ("pl", "W 2025 r. z <em>wami</em>, s. 14", "W~2025~r. z~<em>wami</em>, s.~14"),
        ("cs", "k nám, s vámi a v Praze", "k~nám, s~vámi a~v~Praze"),
        ("sk", "k nám, so mnou o tom", "k~nám, so mnou o~tom"),
    ],
)
def test_a_day_keeps_to_its_month_and_a_title_to_its_name(
    language: str, typed: str, expected: str
) -> None:
    assert shown(typed, language) == expected


def test_a_word_of_one_letter_ends_a_line_where_its_language_lets_it() -> None:
    assert shown("a book, I read, 2025 r. x", "en") == "a book, I read, 2025 r. x"
    assert shown("grupa A jest, obok p. W", "pl") == "grupa A~jest, obok p. W"
    assert tied('<body><img alt="w Łodzi"></body>', "pl") == '<body><img alt="w Łodzi"></body>'


@pytest.mark.parametrize(
    "typed",
    ["in 2019 March was cold", "10:30 March", "Marching 20 Marchers", "the St. is wet", "cap. One"],
)
def test_what_only_looks_alike_is_left(typed: str) -> None:
    assert shown(typed, "en") == typed


def test_passages_in_another_language_have_its_months() -> None:
    page = '<body><p>20 mars <i lang="fr">20 mars</i></p></body>'
    assert tied(page, "en").count("20\u00a0mars") == 2
    assert tied(page.replace(' lang="fr"', ""), "en") == page.replace(' lang="fr"', "")


def test_attributes_and_the_head_of_the_page_are_left() -> None:
    page = '<head><title>20 March</title></head><body><img alt="20 March"><p>x</p></body>'
    assert tied(page, "en") == page


@pytest.mark.parametrize("typed", ["Dr. Abel ", "20 March, ", "S. 12 "])
def test_a_paragraph_without_end_is_tied_at_once(typed: str) -> None:
    """From each day, its whole paragraph was read once more: 180 KB of them took 4 s a page."""
    page = f"<body><p>{typed * 20_000}</p></body>"
    began = time.process_time()
    assert tied(page, "en").count("\u00a0") == 20_000
    assert fair(time.process_time() - began, 1) < 1


@pytest.mark.parametrize("template", ["web.html", "print.html", "docx.html"])
def test_every_form_of_a_text_is_tied(tmp_path, template) -> None:
    house = "name: N\nshort_name: N\nlanguages: [de]\ntimezone: Europe/Berlin\n"
    write(tmp_path, "organisation.yaml", house)
    head = "title: Am 30. November geht es los\ndate: 2026-11-30\nplace: Graz\ncountry: AT"
    write(tmp_path, "releases/a.md", f"---\n{head}\n---\nBis 1. Dezember mit Dr. Abel.\n")
    made = edition("release", "de", "a", tmp_path)
    _, _, body = setter().set(made, template).partition("<body")
    words = body.replace("\u00a0", "~")
    assert "30.~November geht" in words
    assert "1.~Dezember mit Dr.~Abel" in words
    assert ". November" not in words
