"""Lines are filled before they are broken, wherever an element follows a space."""

from __future__ import annotations

from typing import Any

import pytest
from weasyprint.text import line_break
from weasyprint.text.line_break import split_first_line

from pipeline.renderers import linebreaks, paper
from tests.renderers.paper_jobs import job, page

WORDS = "Compare methods and procedures"


WAY_BACK = '\u00a0<em style="display: none">back</em>'


@pytest.mark.parametrize("follows", [" <em>today.</em>", WAY_BACK], ids=["word", "way back"])
@pytest.mark.parametrize("hyphens", ["auto", "none"])
def test_words_that_fit_on_a_line_stay_on_it_whatever_follows_them(
    hyphens: str, follows: str
) -> None:
    widths = [140 + step for step in range(100)]
    body = "".join(f'<p style="width: {width}px">{WORDS}{follows}</p>' for width in widths)
    style = f"@page {{ size: 300px 20000px }} p {{ hyphens: {hyphens}; margin: 0 }}"
    document = paper.lay_out(job(page(body, style)))
    (body_box,) = document.pages[0]._page_box.children[0].children
    for paragraph in body_box.children:
        lines = ["".join(box.text for box in _texts(line)) for line in paragraph.children]
        assert lines[0] != "Compare", (paragraph.width, lines)


def test_a_range_of_figures_goes_over_to_the_next_line_as_one_word() -> None:
    text = "In Brussels (20–22 March 2024), and on pages 118–1204, from 1–2 to 3–4, 23.–24. Mai."
    body = "".join(f'<p style="width: {width}px">{text}</p>' for width in range(120, 260, 2))
    style = "@page { size: 300px 20000px } p { margin: 0 }"
    document = paper.lay_out(job(page(body, style)))
    (body_box,) = document.pages[0]._page_box.children[0].children
    for paragraph in body_box.children:
        lines = ["".join(box.text for box in _texts(line)) for line in paragraph.children]
        assert not [line for line in lines if line.endswith("–")], lines
        assert " ".join(line.strip() for line in lines) == text


def test_no_line_of_portuguese_ends_with_a_hyphen_that_was_typed() -> None:
    text = "A lei permite-o; a prática desencoraja-o, diz a enfermeira-chefe da Chaves-Verín."
    seen: dict[str, list[str]] = {}
    for language in ("pt", "en"):
        body = "".join(
            f'<p lang="{language}" style="width: {width}px">{text}</p>'
            for width in range(90, 260, 2)
        )
        style = "@page { size: 300px 40000px } p { margin: 0; hyphens: auto }"
        (body_box,) = paper.lay_out(job(page(body, style))).pages[0]._page_box.children[0].children
        seen[language] = [
            "".join(box.text for box in _texts(line))
            for paragraph in body_box.children
            for line in paragraph.children
        ]
    typed = ("permite-", "desencoraja-", "enfermeira-", "Chaves-")
    assert not [line for line in seen["pt"] if line.endswith(typed)]
    assert [line for line in seen["en"] if line.endswith(typed)]


SMALL = {
    "ro": (
        "Ne-am întâlnit într-o zi, s-au văzut ducându-se, dintr-un sat la altul.",
        "Ne- într- s- ducându- dintr-",
    ),
    "fi": ("Raha on Suomi 2030 -ohjelman, Turku -verkoston, A-vitamiinin ja e-kirjan.", "- A- e-"),
    "de": ("Per E-Mail und im Haupt- und -eingang, im U-Bahn-Hof.", "E- - U-"),
}


@pytest.mark.parametrize("language", SMALL)
def test_no_line_ends_behind_the_hyphen_of_a_small_word(language: str) -> None:
    text, parted = SMALL[language]
    body = "".join(
        f'<p lang="{language}" style="width: {width}px">{text}</p>' for width in range(110, 260, 2)
    )
    style = "@page { size: 300px 40000px } p { margin: 0; hyphens: none }"
    (body_box,) = paper.lay_out(job(page(body, style))).pages[0]._page_box.children[0].children
    lines = [
        "".join(box.text for box in _texts(line)).strip()
        for paragraph in body_box.children
        for line in paragraph.children
    ]
    assert not [line for line in lines if line.split()[-1] in parted.split()]


ENDLESS = {
    "figures and dashes": "1–2–3–" * 100,
    "words without an end": ("x" * 3900 + " ") * 4,
    "words that are divided": ("harbour" * 550 + " ") * 2,
    "soft hyphens and spaces": "a\u00ad " * 1000,
    "soft hyphens alone": "\u00ad" * 3900 + " end",
    "two directions": "אa1 " * 3000,
    "letters without width": "a\u200b\u2060 " * 2000,
}


@pytest.mark.parametrize("name", ENDLESS)
def test_twice_as_long_a_text_is_looked_at_twice_as_much(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    seen: list[int] = []
    look = line_break.Layout.set_text

    def counted(layout: Any, shown: str, *given: Any, **named: Any) -> None:
        seen[-1] += len(shown)
        look(layout, shown, *given, **named)

    monkeypatch.setattr(line_break.Layout, "set_text", counted)
    style = "@page { size: 500px 20000px } p { overflow-wrap: break-word; hyphens: auto }"
    text = ENDLESS[name]
    for part in (text[: len(text) // 2], text):
        seen.append(0)
        paper.lay_out(job(page(f'<p style="width: 400px">{part}</p>', style)))
    assert len(text) < seen[1] < 3 * seen[0]


SETTING = {
    "plain": "The harbour towns keep registers of ships, so that every ship is found. " * 5,
    "addresses": f"See https://www.harbours.example/{'registers/' * 9} in the towns, or ask. " * 3,
    "soft hyphens": "Ver\u00adwal\u00adtungs\u00adge\u00admein\u00adschaft und Hafen. " * 6,
    "Hebrew": "ערי הנמל מנהלות 12 מרשמים של ships בכל שנה. " * 8,
    "narrow": "illicit lilli'ill, tiff; fill " * 15,
    "no gap": "harbourregister" * 18,
}


@pytest.mark.parametrize("width", [60, 333])
@pytest.mark.parametrize("name", SETTING)
def test_a_text_breaks_as_if_the_whole_of_it_had_been_looked_at(
    monkeypatch: pytest.MonkeyPatch, name: str, width: int
) -> None:
    style = "@page { size: 900px 20000px } p { overflow-wrap: break-word; hyphens: auto }"
    body = f'<p style="width: {width}px">{SETTING[name]} <em>today</em></p>'
    near = _lines(paper.lay_out(job(page(body, style))))
    whole = linebreaks.mended(split_first_line)
    monkeypatch.setattr(paper.weasyprint.layout.inline, "split_first_line", whole)
    assert near == _lines(paper.lay_out(job(page(body, style))))


def _lines(document):  # type: ignore[no-untyped-def]
    (body_box,) = document.pages[0]._page_box.children[0].children
    return ["".join(box.text for box in _texts(line)) for line in body_box.children[0].children]


def _texts(box):  # type: ignore[no-untyped-def]
    if hasattr(box, "text"):
        yield box
    for child in getattr(box, "children", ()):
        yield from _texts(child)
