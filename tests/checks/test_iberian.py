"""Portuguese and Spanish, side by side: days that differ, and sentences that were left over."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from pipeline import proofreading
from pipeline.corpus import reading
from tests.desks import write

HOUSE = """name: Rede de Portos
short_name: Rede
languages: [pt, es]
timezone: Europe/Lisbon
"""
STORY = "news/2026-10-06-cais.md"
HEAD = "---\ntitle: {}\n{}---\n"
PT = "A nova lota abriu as portas a 6 de outubro de 2026.\n\nOs pescadores já a conhecem bem.\n"
ES = (
    "La nueva lonja abrió sus puertas el 6 de octubre de 2026.\n\n"
    "Los pescadores ya la conocen bien.\n"
)


def told(folder: Path, portuguese: str, spanish: str) -> set[str]:
    sources = folder / "sources"
    write(sources, "organisation.yaml", HOUSE)
    write(sources, STORY, HEAD.format("A lota", "date: 2026-10-06\n") + portuguese)
    write(sources, STORY.replace(".md", ".es.md"), HEAD.format("La lonja", "") + spanish)
    corpus = reading.read(sources)
    proof = proofreading.proofread(corpus, sources, dt.date(2026, 11, 23))
    found = (mark.finding for mark in proof.marks)
    return {f"{one.code} {one.location.path.name}" for one in found}


def test_what_is_right_in_both_is_let_be(tmp_path: Path) -> None:
    assert told(tmp_path, PT, ES) == set()


def test_a_day_that_differs_is_told_in_both(tmp_path: Path) -> None:
    found = told(tmp_path, PT, ES.replace("el 6 de", "el 16 de"))
    assert found == {"T124 2026-10-06-cais.md", "T124 2026-10-06-cais.es.md"}


def test_a_weekday_of_portuguese_is_counted(tmp_path: Path) -> None:
    right = PT.replace("a 6 de", "na terça-feira, 6 de")
    assert told(tmp_path / "right", right, ES) == set()
    wrong = PT.replace("a 6 de", "na segunda-feira, dia 6 de")
    assert "D110 2026-10-06-cais.md" in told(tmp_path / "wrong", wrong, ES)


def test_a_sentence_of_one_left_in_the_other_is_told(tmp_path: Path) -> None:
    left = ES.replace("Los", "O cais foi inaugurado pela ministra perante muitos convidados. Los")
    assert "T110 2026-10-06-cais.es.md" in told(tmp_path / "es", PT, left)
    left = PT.replace("Os", "La inversión procede en su mayor parte de los fondos europeos. Os")
    assert "T110 2026-10-06-cais.md" in told(tmp_path / "pt", left, ES)


def test_what_was_left_open_is_told(tmp_path: Path) -> None:
    found = told(
        tmp_path, f"{PT}\nCustou 8 milhões (valor a confirmar).\n",
        f"{ES}\nCostó 8 millones (por confirmar).\n",
    )  # fmt: skip
    assert found == {"X112 2026-10-06-cais.md", "X112 2026-10-06-cais.es.md"}


def test_a_look_up_that_nothing_has_is_not_asked_of_the_translation(tmp_path: Path) -> None:
    found = told(tmp_path, f"{PT}\nSão {{{{ facts.socios }}}}.\n", f"{ES}\nSon muchos.\n")
    assert not [one for one in found if one.startswith("T121")]


def test_a_number_in_words_is_the_same_in_both_or_told(tmp_path: Path) -> None:
    pair = f"{PT}\nSão {{}} embarcações.\n", f"{ES}\nSon cuarenta y dos embarcaciones.\n"
    assert told(tmp_path / "same", pair[0].format("quarenta e duas"), pair[1]) == set()
    found = told(tmp_path / "other", pair[0].format("quarenta e quatro"), pair[1])
    assert found == {"T121 2026-10-06-cais.md", "T121 2026-10-06-cais.es.md"}


def test_portuguese_gives_its_months_no_capital_but_to_a_holiday(tmp_path: Path) -> None:
    assert (
        told(tmp_path / "bridge", f"{PT}\nA Ponte 25 de Abril.\n", f"{ES}\nEl puente.\n") == set()
    )
    found = told(tmp_path / "month", PT.replace("outubro", "Outubro"), ES)
    assert found == {"T116 2026-10-06-cais.md"}


def test_a_link_that_says_only_here_is_told(tmp_path: Path) -> None:
    link = "[aqui](https://www.rede.example/a)"
    found = told(tmp_path, f"{PT}\nInscreva-se {link}.\n", f"{ES}\nInscríbase {link}.\n")
    assert "L112 2026-10-06-cais.md" in found


def test_a_dateline_that_was_typed_is_told_in_spanish(tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    write(sources, "organisation.yaml", HOUSE.replace("[pt, es]", "[es]"))
    typed = "**Cádiz, 6 de octubre de 2026.** - La nueva lonja abrió hoy sus puertas.\n"
    write(
        sources,
        "releases/2026-10-06-lonja.md",
        HEAD.format("La lonja", "date: 2026-10-06\n") + typed,
    )
    proof = proofreading.proofread(reading.read(sources), sources, dt.date(2026, 11, 23))
    assert "S159" in {mark.finding.code for mark in proof.marks}


def test_a_look_up_is_shown_as_dots_where_its_sentence_is_quoted(tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    write(sources, "organisation.yaml", HOUSE.replace("[pt, es]", "[es]"))
    write(sources, "facts.yaml", "lonjas: 38\n")
    typed = "Cádiz. - Los {{ facts.lonjas }} puertos abren sus lonjas a todos.\n"
    write(sources, STORY, HEAD.format("La lonja", "date: 2026-10-06\n") + typed)
    proof = proofreading.proofread(reading.read(sources), sources, dt.date(2026, 11, 23))
    [told] = [m.finding.message for m in proof.marks if m.finding.code == "X115"]
    assert told == "a hyphen stands for a dash in '- Los … puertos'"
