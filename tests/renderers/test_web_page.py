"""The letter as a page: what machines read in it, and how it stands in a browser and on paper."""

from __future__ import annotations

import itertools
import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from tests.judges import barriers, opened
from tests.renderers.mail_jobs import sample
from tests.renderers.test_letter_screens import SEEN, WIDTHS

LANGUAGES = ("en", "fr")
TAGS = ("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa")


def page_of(language: str) -> str:
    return sample(language)["web.html"].decode()


def declared(page: str) -> dict[str, str]:
    """What the head says of the page, by its name."""
    found = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)"', page)
    return {name: unescape(said) for name, said in found}


@pytest.mark.parametrize("language", LANGUAGES)
def test_machines_are_told_what_the_page_is(language: str) -> None:
    page = page_of(language)
    said = declared(page)
    title = unescape(re.search(r"<h1>(.*?)</h1>", page)[1])  # type: ignore[index]
    assert said["viewport"] == "width=device-width, initial-scale=1"
    assert said["og:type"] == "article"
    assert said["og:title"] == title
    assert said["og:description"] == said["description"]
    assert said["og:locale"] == language
    assert said["og:locale:alternate"] == {"en": "fr", "fr": "en"}[language]
    home = "https://newsletter.efus.example/2019-12"
    assert said["og:url"] == f"{home}/{language}/web.html"
    assert f'<link rel="canonical" href="{said["og:url"]}">' in page
    others = re.findall(r'<link rel="alternate" hreflang="(..)" href="([^"]*)">', page)
    assert others == [(code, f"{home}/{code}/web.html") for code in LANGUAGES]
    (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
    told = json.loads(script)
    assert (told["@context"], told["@type"]) == ("https://schema.org", "NewsArticle")
    assert (told["headline"], told["description"]) == (title, said["description"])
    assert told["datePublished"] == said["article:published_time"] == "2019-12-16"
    assert told["inLanguage"] == language
    assert told["publisher"]["@type"] == "Organization"


def test_a_label_is_set_before_its_words_as_its_language_does() -> None:
    assert "<p>Follow us: <a href=" in page_of("en")
    assert "<p>Suivez-nous\xa0: <a href=" in page_of("fr")


GROUND = "getComputedStyle(document.documentElement).backgroundColor"
SHOWN = "['.skip', '.button', 'h1'].map(e => document.querySelector(e).getClientRects().length > 0)"


def pale(seen: dict[str, Any]) -> list[str]:
    return [word["said"] for word in seen["words"] if word["contrast"] < 4.5]


def test_the_page_stands_on_every_screen_in_both_schemes_and_on_paper(tmp_path: Path) -> None:
    for name, content in sample("en").items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    grounds = {}
    with opened(tmp_path / "web.html") as page:
        for scheme, width in itertools.product(("light", "dark"), WIDTHS):
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            page.set_viewport_size({"width": width, "height": 800})
            seen = page.evaluate(SEEN)
            at = f"{scheme}, {width} px"
            assert len(seen["words"]) > 100, at
            assert (seen["scroll"] <= 0, pale(seen)) == (True, []), at
            if width == 360:
                assert barriers(page, tags=TAGS) == []
                grounds[scheme] = page.evaluate(GROUND)
        page.emulate_media(color_scheme="light", media="print")
        assert pale(page.evaluate(SEEN)) == []
        assert page.evaluate(GROUND) == "rgba(0, 0, 0, 0)"
        assert page.evaluate(SHOWN) == [False, False, True]
    assert grounds == {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 24, 29)"}
