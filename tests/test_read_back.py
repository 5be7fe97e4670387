"""What was made is read back before it takes its place."""

from __future__ import annotations

import shutil
from pathlib import PurePosixPath

import pytest
import weasyprint

from pipeline.checks import finished, folios, reading_back
from pipeline.checks.reading_back import Finished
from pipeline.errors import Level
from tests.desks import SMALL, build, edit, write

DECLARED = """title = "Flyer"
per = "deck"

[[output]]
name = "flyer.html"
renderer = "web"
template = "flyer.html"
"""
PAGE = """<!DOCTYPE html><html lang="{{ edition.language }}"><head><title>Flyer</title></head>
<body><h1>{{ edition.title }}</h1>%s</body></html>
"""


@pytest.fixture
def flyer(tmp_path):
    """A designer's flyer, with something in it."""
    templates = shutil.copytree(SMALL, tmp_path / "templates")

    def designed(words):
        write(templates, "flyer/publication.toml", DECLARED)
        write(templates, "flyer/flyer.html", PAGE % words)
        return templates

    return designed


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("<p>{{ '{{ facts.members }}' }}</p>", "X130 flyer.html: '}}"),
        ('<p><a href="#prices">Prices</a></p>', "L130 flyer.html: the link 'Prices'"),
        ('<p><img src="a.png"></p>', "A100 flyer.html: the picture a.png has no alternative"),
        ('<script type="application/ld+json">{"a": }</script>', "X131 flyer.html: the JSON-LD"),
        (f'<script type="application/ld+json">{"[" * 50_000}</script>', "X131 flyer.html: the"),
        ("<p>press@harbous.example</p>", "C130 flyer.html: press@harbous.example is not in"),
        ("<p>2025<br>Tel. +351 21 234 65 78</p>", "C130 flyer.html: +351 21 234 65 78 is not a"),
        ("<p>Tel. <b>(021)</b> 234&nbsp;65 78</p>", "C130 flyer.html: (021) 234 65 78 is not a"),
        ("<p>+351 *21* 234 65 78 &amp; 9</p>", "C130 flyer.html: +351 21 234 65 78 is not a"),
        ("<p>https://a.example/1 +351 21 234 65 78</p>", "C130 flyer.html: +351 21 234 65 78 is"),
    ],
)
def test_an_edition_that_says_what_no_source_says_is_not_published(sources, flyer, words, said):
    made = build(sources, "flyer", templates=flyer(words))
    assert said in made.said
    assert "refused" in made.said
    assert not [name for name in made.files if name.startswith("flyer/")]


def test_an_edition_without_a_contact_is_read_again_when_its_address_changes(sources, tmp_path):
    templates = shutil.copytree(SMALL, tmp_path / "templates")
    with (templates / "release/release.txt").open("a") as page:
        page.write("Write to desk@harbours.example.\n")
    assert build(sources, templates=templates).code == 0
    assert "release 2025-04-14-register en  unchanged" in build(sources, templates=templates).said
    edit(sources, "contacts.yaml", "desk@harbours.example", "desks@harbours.example")
    made = build(sources, templates=templates)
    assert "C130 release.txt: desk@harbours.example is not in contacts.yaml" in made.said
    assert "release 2025-04-14-register en  refused" in made.said


def test_what_a_writer_typed_wrong_is_told_by_the_check_and_not_held_back(sources, flyer):
    text = "# Prices\n\nWrite to press@harbous.example.\n"
    write(sources, "slides/prices.md", f"---\ntitle: Prices\ndate: 2025-05-01\n---\n{text}")
    templates = flyer("{% for slide in edition.lead.slides %}{{ slide.body }}{% endfor %}")
    made = build(sources, "flyer", edition="prices", templates=templates)
    assert "press@harbous.example" in made.files["flyer/prices/en/flyer.html"]


def test_a_writer_may_speak_of_templates(sources, flyer):
    text = "# Letters\n\nThe tool fills in \\{{ name }} by itself.\n"
    write(sources, "slides/letters.md", f"---\ntitle: Letters\ndate: 2025-05-01\n---\n{text}")
    templates = flyer("{% for slide in edition.lead.slides %}{{ slide.body }}{% endfor %}")
    made = build(sources, "flyer", edition="letters", templates=templates)
    assert "name }}" in made.files["flyer/letters/en/flyer.html"]


def untrue(*pages):
    """What is told of the contents page of a file of these pages."""
    html = "".join(f'<section style="break-after: page">{page}</section>' for page in pages)
    content = weasyprint.HTML(string=html).write_pdf()
    path = PurePosixPath("flyer/2025/en/flyer.pdf")
    marks = folios.p400_contents_page_is_untrue(Finished(path=path, content=content), None)
    return [mark.finding.message for mark in marks]


def test_lines_that_end_in_figures_are_no_contents_page():
    rooms = "<p>Room A seats 20</p><p>Room B seats 45</p><p>Room C seats 60</p><p>Hall seats 90</p>"
    chapters = "".join(f"<p>Chapter {number}</p>" for number in range(1, 7))
    assert untrue(rooms, "Prices") == []
    assert untrue(chapters) == []


def test_a_contents_page_with_one_wrong_line_is_told():
    lines = "<p>Boats ... 2</p><p>Nets ... 3</p><p>Cranes ... 4</p><p>Ropes ... 4</p>"
    told = untrue(lines, "Boats", "Nets", "Cranes", "Ropes")
    assert told == ["'Ropes' is not on page 4, where the contents have it"]


def test_a_table_is_no_contents_page_beside_one_that_is():
    lines = "<p>Boats ... 3</p><p>Nets ... 4</p><p>Cranes ... 5</p><p>Ropes ... 6</p>"
    rows = "<p>Genoa 34 6</p><p>Split 12 3</p><p>Kiel 21 9</p><p>Total 67 18</p>"
    assert untrue("Cover", lines, f"Boats{rows}", "Nets", "Cranes", "Ropes") == []


@pytest.mark.parametrize("name", ["press-and-media-office", "press-and-mediaofficeinthenorthern"])
def test_an_address_that_a_line_of_print_parts_is_still_ours(sources, tmp_path, name):
    edit(sources, "contacts.yaml", "press@", f"{name}@")
    templates = shutil.copytree(SMALL, tmp_path / "templates")
    declared = DECLARED.replace("flyer.html", "flyer.pdf", 1).replace('"web"', '"pdf"')
    write(templates, "flyer/publication.toml", declared)
    style = "width: 8em; overflow-wrap: anywhere"
    narrow = f'<p style="{style}">{name}@harbours.example</p>'
    write(templates, "flyer/flyer.html", PAGE % narrow)
    made = build(sources, "flyer", templates=templates)
    assert "C130" not in made.said
    assert "refused" not in made.said


def test_a_number_above_a_figure_in_print_is_still_ours(sources, tmp_path):
    templates = shutil.copytree(SMALL, tmp_path / "templates")
    declared = DECLARED.replace("flyer.html", "flyer.pdf", 1).replace('"web"', '"pdf"')
    write(templates, "flyer/publication.toml", declared)
    write(templates, "flyer/flyer.html", PAGE % "<p>Tel. +351 21 234 56 78</p><p>1</p>")
    made = build(sources, "flyer", templates=templates)
    assert "C130" not in made.said
    assert "refused" not in made.said


def test_a_letter_without_a_sender_is_a_draft():
    content = b"Subject: Lights\r\nMIME-Version: 1.0\r\n\r\nDear all"
    path = PurePosixPath("newsletter/2025/en/newsletter.eml")
    marks = finished.m201_letter_is_not_whole(Finished(path=path, content=content), None)
    told = {mark.finding.message: mark.finding.level for mark in marks}
    assert told["the letter has no From and no List-Unsubscribe"] is Level.WARNING


@pytest.mark.parametrize(
    "number", ["+351 21 234 56 78 ext. 12", "+351 21 234 56 78 (poste 214)", "+351 21 234 56 78"]
)
def test_a_number_with_an_extension_may_be_printed_with_it(sources, flyer, number):
    edit(sources, "organisation.yaml", '"+351 21 234 56 78"', f'"{number}"')
    made = build(
        sources,
        "flyer",
        edition="harbours",
        templates=flyer("<p>{{ edition.organisation.phone }}</p>"),
    )
    assert number in made.files["flyer/harbours/en/flyer.html"], made.said


def test_a_chapter_of_two_parts_is_not_taken_for_one_heading():
    assert folios._entries("Réamhrá 5 Moltaí 6") == [("Réamhrá", 5), ("Moltaí", 6)]
    assert folios._entries("Top 5 demands . . . 12") == [("Top 5 demands", 12)]


def test_a_comment_that_never_ends_hides_the_rest_of_a_page() -> None:
    page = reading_back.Page("<p>The quay</p><!-- a --><p>and more</p>" + "<!--" * 200_000)
    assert " ".join(" ".join(page.words).split()) == "The quay and more"


def test_a_line_of_a_letter_may_begin_with_two_hyphens():
    """As an address does that quoted-printable cuts before them."""
    page = "<p>See https://x.example/a=\n--b\n" + "<b>Hello</b>\n" * 1_000
    head = b'Content-Type: multipart/mixed; boundary="%s"\n\n--cut\nContent-Type: text/html\n'
    said = head % b"cut" + b"\n" + page.encode() + b"\n--cut--\n"
    assert [part.get_content_type() for part in reading_back.letter(said).iter_parts()]
    long = b'X: "' + b'"' * 12_000 + b"\n\nHello\n--cut--\n"
    for boundary in (b"cut", b'\\c\\ut"; boundary*0="cut'):
        with pytest.raises(reading_back.Unread, match="above its words"):
            reading_back.letter(head % boundary + long)


def test_the_foot_of_a_page_is_no_line_of_its_contents() -> None:
    feet = [f"Kapcsolat 2. oldal\nKapcsolat 0 67 · {n}. oldal, összesen 6" for n in range(1, 7)]
    contents = "Számok 3\nA fórum 4\nProgram 5\nKapcsolat 6\n"
    texts = [
        feet[0],
        contents + feet[1],
        *(
            f"{name}\n{foot}"
            for name, foot in zip(
                ("Számok", "A fórum", "Program", "Kapcsolat"), feet[2:], strict=True
            )
        ),
    ]
    [entries] = folios._contents(texts)
    assert entries == [("Számok", 3), ("A fórum", 4), ("Program", 5), ("Kapcsolat", 6)]
