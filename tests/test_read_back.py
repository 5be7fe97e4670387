"""What was made is read back before it takes its place."""

from __future__ import annotations

import shutil

import pytest

from tests.desks import SMALL, build, write

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
        ("<p>press@harbous.example</p>", "C130 flyer.html: press@harbous.example is not in"),
    ],
)
def test_an_edition_that_says_what_no_source_says_is_not_published(sources, flyer, words, said):
    made = build(sources, "flyer", templates=flyer(words))
    assert said in made.said
    assert "refused" in made.said
    assert not [name for name in made.files if name.startswith("flyer/")]


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
