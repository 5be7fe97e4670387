"""Long words divide on a telephone, ranges of figures do not."""

from __future__ import annotations

import pytest

from pipeline.renderers.narrow import SOFT, fitted, scrolling


def seen(page: str, language: str = "de") -> str:
    kept = '<span class="kept">'
    return fitted(page, language).replace(SOFT, "|").replace(kept, "[").replace("</span>", "]")


@pytest.mark.parametrize(
    ("language", "typed", "set_"),
    [
        ("de", "<p>Mitgliederversammlung", "<p>Mitglie|der|ver|sammlung"),
        ("de", "<p>Jugendbibliotheksarbeit", "<p>Jugend|bi|blio|theksarbeit"),
        ("nl", "<p>gegevensovereenkomst", "<p>gegevens|over|een|komst"),
        # In a heading fewer letters fill the line.
        (
            "de",
            "<p>Ausweisnummern</p><h2>Ausweisnummern",
            "<p>Ausweisnummern</p><h2>Ausweis|nummern",
        ),
        ("de", "<p lang=en>institutionalisation", "<p lang=en>insti|tu|tion|al|isation"),
        ("de", "<i lang=xx>a</i>Mitgliederversammlung", "<i lang=xx>a</i>Mitglie|der|ver|sammlung"),
        ("de", "<p>Mitglieder\u00adversammlungen", "<p>Mitglieder|versammlungen"),
        ("xx", "<p>Mitgliederversammlung", "<p>Mitgliederversammlung"),
    ],
)
def test_a_long_word_is_divided_in_its_own_language(language, typed, set_):
    assert seen(typed, language) == set_


@pytest.mark.parametrize(
    "whole",
    [
        "<a href=x>www.mitgliederversammlungen.example</a>",
        "<p>mitgliederversammlungen.example",
        "<p>press@mitgliederversammlungen.example",
        "<p>#Mitgliederversammlungen",
        "<title>Mitgliederversammlung 2–3</title>",
        "<style>.mitgliederversammlung{}</style>",
        "<!-- Mitgliederversammlung 2–3 -->",
        '<img alt="Mitgliederversammlung 2–3">',
        "<p>+32 12 – 45, 20-22, tel:12–14",
    ],
)
def test_addresses_and_what_nobody_reads_stay_whole(whole):
    assert seen(whole) == whole


def test_figures_of_a_table_stay_whole():
    row = "<tr><td>Genk</td><td>380.000\u00a0€</td><td>4,5\u00a0%</td><td>12</td></tr>"
    kept = row.replace("380.000\u00a0€", "[380.000\u00a0€]").replace("4,5\u00a0%", "[4,5\u00a0%]")
    assert seen(f"<table>{row}</table>") == f"<table>{kept}</table>"
    laid_out = f"<table role=presentation>{row}</table>"
    assert seen(laid_out) == laid_out


@pytest.mark.parametrize("pair", ["68 / 300", "104/300", "2025/2026", "9:30–11:00", "12 500"])
def test_a_pair_of_figures_stays_on_one_line(pair):
    assert seen(f"<table><td>{pair}</td></table>") == f"<table><td>[{pair}]</td></table>"


def test_a_table_that_no_telephone_has_room_for_is_pushed_aside():
    cells = "<td>Genk</td><td>380.000\u00a0€</td><td>4,5\u00a0%</td><td>12</td>"
    assert scrolling(f"<table><tr>{cells}</tr></table>") == f"<table><tr>{cells}</tr></table>"
    wide = f'<table><tr><th>Ort, "hier"</th>{cells}<td>1.380.000</td><td>104/300</td></tr></table>'
    label = "Ort, &quot;hier&quot;, Genk, 380.000 €, 4,5 %, 12, 1.380.000, 104/300"
    frame = f'<div class="across" role="region" tabindex="0" aria-label="{label}">'
    assert scrolling(wide) == f"{frame}{wide}</div>"
    laid_out = wide.replace("<table", "<table role=presentation")
    assert scrolling(laid_out) == laid_out


def test_a_figure_keeps_its_sign_and_its_per_cent():
    row = "<tr><td>Genk</td><td>–20,7\u00a0%</td><td>−15,4\u00a0%</td></tr>"
    kept = row.replace("–20,7\u00a0%", "[–20,7\u00a0%]").replace("−15,4\u00a0%", "[−15,4\u00a0%]")
    assert seen(f"<table>{row}</table>", "pt") == f"<table>{kept}</table>"
    assert seen("<table><td>+12.0%</td></table>") == "<table><td>[+12.0%]</td></table>"


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("<th>Especialidade</th>", "<th>Es|pe|cia|li|da|de</th>"),
        ("<td>Variação</td>", "<td>Va|ria|ção</td>"),
        ("<td>Depois de</td>", "<td>De|pois de</td>"),
        ("<td>saude@hospital.example www.especialidade.example</td>", ""),
    ],
)
def test_in_a_table_shorter_words_are_divided_as_a_browser_would_cut_them_anywhere(typed, set_):
    assert (
        seen(f"<table><tr>{typed}</tr></table>", "pt") == f"<table><tr>{set_ or typed}</tr></table>"
    )


def test_a_range_of_figures_stays_on_one_line():
    assert seen("<p>20–22 March, 4.–6. Mai", "en") == "<p>[20–22] March, [4.–6.] Mai"
    # A day of the agenda has a column of its own.
    assert seen("<th>20–22</th><td>2020–21", "en") == "<th>20–22</th><td>[2020–21]"
