"""A press release: everything a newsroom looks for, in every form, in both languages."""

from __future__ import annotations

import json
import re
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from PIL import Image
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from tests import releases
from tests.judges import barriers, converted, opened
from tests.releases import AFTER, BEFORE, Made

if TYPE_CHECKING:
    from playwright.sync_api import Page

FORMS = ("release.txt", "release.html", "release.pdf", "release.docx")
EMBARGO = {
    "en": "Embargoed until 12 May 2025, 11:30 CEST (UTC+2)",
    "fr": "Sous embargo jusqu’au 12 mai 2025 à 11 h 30, heure d’Amsterdam (UTC+2)",
}
ELEMENTS = {
    "en": {
        "label": "Press release",
        "headline": "Rivers rise: ports ask for a common answer",
        "subtitle": "Meeting of the ports, Rotterdam",
        "standfirst": "Forty ports will measure high water in the same way.",
        "dateline": "Rotterdam, Netherlands, 12 May 2025 – Forty ports signed the protocol",
        "sub-head": "What changes",
        "quotation": "“We measured. Now we act.”",
        "name and role": "Ada Vermeer, harbour master of Delfzijl",
        "end mark": "Ends",
        "notes": "Notes to editors",
        "a note": "The Alliance was founded in 1991.",
        "boilerplate's title": "About the Alliance",
        "boilerplate": "The Alliance joins 40 ports.",
        "contact": "Press desk",
        "phone": "+31 20 555 01 23",
        "e-mail": "press@rivers.example",
        "the house's phone": "+31 20 555 01 00",
        "caption": "The old quay.",
        "credit": "J. Bakker",
        "licence": "CC BY 4.0",
        "another credit": "Harbour office · All rights reserved",
        "footnote": "In three languages.",
    },
    "fr": {
        "label": "Communiqué de presse",
        "headline": "L’eau monte : les ports demandent une réponse commune",
        "subtitle": "Réunion des ports, Rotterdam",
        "standfirst": "Quarante ports mesureront les crues de la même façon.",
        "dateline": "Rotterdam, Pays-Bas, le 12 mai 2025 – Quarante ports ont signé le protocole",
        "sub-head": "Ce qui change",
        "quotation": "« Nous avons mesuré. Maintenant, agissons. »",
        "name and role": "Ada Vermeer, capitaine du port de Delfzijl",
        "end mark": "Fin",
        "notes": "Notes aux rédactions",
        "a note": "L’Alliance a été fondée en 1991.",
        "boilerplate's title": "L’Alliance en bref",
        "boilerplate": "L’Alliance réunit 40 ports.",
        "contact": "Service de presse",
        "phone": "+31 20 555 01 23",
        "caption": "Le vieux quai.",
        "credit": "J. Bakker",
        "licence": "CC BY 4.0",
        "footnote": "En trois langues.",
    },
}


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return releases.complete(tmp_path_factory.mktemp("full") / "sources")


@pytest.fixture(scope="module", params=["en", "fr"])
def told(request: pytest.FixtureRequest, sources: Path) -> Made:
    return releases.make(sources, request.param)


@pytest.fixture(scope="module", params=["en", "fr"])
def held(request: pytest.FixtureRequest, sources: Path) -> Made:
    return releases.make(sources, request.param, BEFORE)


def squeezed(text: str) -> str:
    """Words with plain spaces, in small letters: capitals and line ends are a form's own."""
    return " ".join(text.replace("\ufffe", "").replace("\r", "").split()).casefold()


def pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    return [squeezed(page.get_textpage().get_text_range()) for page in document]


def reading(made: Made, form: str) -> str:
    """What somebody reads in one form of the release."""
    content = made.files[form]
    if form.endswith(".txt"):
        return squeezed(content.decode())
    if form.endswith(".pdf"):
        return " ".join(pages(content))
    if form.endswith(".docx"):
        return squeezed(" ".join(words for _, words in releases.outline(content)))
    body = re.sub(r"<(script|style)\b.*?</\1>", "", content.decode(), flags=re.DOTALL)
    breaks = re.sub(
        r"<(?:br|/?(?:p|div|h\d|li|td|th|figcaption|address|section))\b[^>]*>", " ", body
    )
    return squeezed(unescape(re.sub(r"<[^>]*>", "", breaks)))


def data(made: Made) -> dict[str, Any]:
    found = re.search(
        r'<script type="application/ld\+json">(.*?)</script>', made.text("release.html"), re.DOTALL
    )
    assert found
    told: dict[str, Any] = json.loads(found[1])
    return told


@pytest.mark.parametrize("form", FORMS)
def test_every_form_has_every_element(told: Made, form: str) -> None:
    shown = reading(told, form)
    missing = {
        name: words
        for name, words in ELEMENTS[told.edition.language].items()
        if squeezed(words) not in shown
    }
    assert missing == {}
    assert told.findings == ()


def test_each_form_goes_out_under_its_name_with_its_pictures(told: Made) -> None:
    assert list(told.files) == [*FORMS, "images/plan.svg", "images/quay.png"]


@pytest.mark.parametrize("form", FORMS)
def test_a_release_under_embargo_says_so_in_every_form(held: Made, form: str) -> None:
    assert squeezed(EMBARGO[held.edition.language]) in reading(held, form)


def test_the_embargo_stands_on_every_page(held: Made) -> None:
    line = squeezed(EMBARGO[held.edition.language])
    document = pages(held.files["release.pdf"])
    assert [line in page for page in document] == [True] * len(document)
    head = releases.part(held.files["release.docx"], "word/header1.xml")
    assert squeezed(releases.said(head)) == line
    assert '<meta name="robots" content="noindex' in held.text("release.html")


@pytest.mark.parametrize("form", FORMS)
def test_once_it_is_over_nothing_speaks_of_an_embargo(told: Made, form: str) -> None:
    shown = reading(told, form)
    assert "embargo" not in shown
    said = {"en": "For immediate release", "fr": "Pour diffusion immédiate"}
    assert squeezed(said[told.edition.language]) in shown


def test_every_page_is_numbered_and_says_whom_to_call(told: Made) -> None:
    document = pages(told.files["release.pdf"])
    of = {"en": "page {} of {}", "fr": "page {} sur {}"}[told.edition.language]
    for number, page in enumerate(document, 1):
        assert of.format(number, len(document)) in page
        assert "+31 20 555 01 23" in page


def test_the_pdf_takes_two_pages_at_most(told: Made) -> None:
    assert len(pypdfium2.PdfDocument(told.files["release.pdf"])) <= 2


def test_the_same_release_gives_the_same_bytes(sources: Path, told: Made) -> None:
    assert dict(releases.make(sources, told.edition.language).files) == dict(told.files)


def test_the_text_pastes_clean(told: Made) -> None:
    text = told.text("release.txt")
    assert not re.search(r"[*_<>#\u00a0\u202f\u00ad]|\[.*\]\(|  +[a-z]", text.split("Port ")[0])
    assert "\n\n\n" not in text
    opening = {"en": "Rotterdam, Netherlands", "fr": "Rotterdam, Pays-Bas"}[told.edition.language]
    (line,) = (line for line in text.split("\n") if line.startswith(opening))
    assert line.rstrip().endswith((".", "[1]"))
    assert "https://www.rivers.example/protocol" in text


def test_a_bare_address_is_told_once_in_the_text(tmp_path: Path) -> None:
    made = hurried(tmp_path, BARE + "\n\nMore: https://www.rivers.example/bridge\n")
    text = made.text("release.txt")
    assert text.count("https://www.rivers.example/bridge") == 2
    assert "bridge – https" not in text


def test_the_word_document_ends_where_its_words_end(tmp_path: Path) -> None:
    """The end mark does not go over the page alone."""
    made = hurried(tmp_path, BARE)
    told = [words for _, words in releases.outline(made.files["release.docx"])]
    (last,) = [words for words in told if "The bridge is closed." in words]
    assert last.endswith("■\u00a0Ends")


def test_the_page_tells_machines_what_it_is(told: Made) -> None:
    language = told.edition.language
    found = data(told)
    assert found["@type"] == "NewsArticle"
    assert found["headline"] == told.edition.title.plain
    assert found["datePublished"] == found["dateModified"] == "2025-05-12T11:30:00+02:00"
    assert found["inLanguage"] == language
    assert found["contentLocation"]["address"]["addressCountry"] == "NL"
    assert found["publisher"]["url"] == "https://www.rivers.example"
    assert ("translationOfWork" in found) == (language == "fr")
    page = told.text("release.html")
    assert 'property="og:title"' in page
    assert 'rel="canonical"' not in page
    for code in ("en", "fr", "x-default"):
        assert f'hreflang="{code}"' in page
    assert page.count("<h1") == 1


def test_the_way_back_from_a_note_is_an_arrow_to_the_eye_and_words_to_the_ear(told: Made) -> None:
    label = {"en": "Back to the text", "fr": "Retour au texte"}[told.edition.language]
    ways = re.findall(r"<a [^>]*footnote-backref[^>]*>.*?</a>", told.text("release.html"))
    assert [(f'aria-label="{label}"' in way, way[-5:]) for way in ways] == [(True, "↑</a>")]


def test_the_page_stands_in_a_browser(held: Made, tmp_path: Path) -> None:
    for name, content in held.files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    with opened(tmp_path / "release.html") as page:
        for width, scheme in ((360, "dark"), (1000, "light")):
            page.emulate_media(color_scheme=scheme)
            fits(page, width)
            shown = page.evaluate("[...document.images].map(i => i.complete && i.naturalWidth > 0)")
            assert shown == [True, True]
            assert barriers(page) == []


def fits(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_from_right_to_left_nothing_lies_beside_the_page(tmp_path: Path) -> None:
    house = releases.ORGANISATION.replace("fr: ", "ar: ").replace("[en, fr]", "[ar]")
    text = (
        "---\ntitle: مكتبات المتوسط\ndate: 2025-05-20\nplace: تونس\ncountry: TN\n---\n"
        "يعقد الاتحاد منتداه.\n\n> المكتبة ذاكرة.\n>\n> — ليلى بن عمر، المديرة\n"
    )
    files = {"organisation.yaml": house, "releases/bridge.md": text}
    sources = releases.write(tmp_path / "sources", files)
    made = releases.make(sources, language="ar", named="bridge", moment=AFTER)
    (tmp_path / "release.html").write_bytes(made.files["release.html"])
    shown = made.text("release.html")
    assert "تونس، تونس" in shown
    assert '</span>، <span class="role">' in shown
    assert 'dir="ltr" href="tel:+31205550100"' in shown
    with opened(tmp_path / "release.html") as page:
        for width in (320, 1000):
            fits(page, width)


def test_no_word_is_too_long_for_a_browser(tmp_path: Path) -> None:
    made = hurried(tmp_path, BARE.replace("Bridge closed", "Hafenverkehrsordnung" * 4))
    (tmp_path / "release.html").write_bytes(made.files["release.html"])
    with opened(tmp_path / "release.html") as page:
        for width in (320, 1000):
            fits(page, width)


def test_a_wide_table_is_pushed_to_the_side_on_a_telephone(tmp_path: Path) -> None:
    row = "| Bibliotheksausweise " * 6 + "|\n"
    table = f"{row}{'|---' * 6}|\n{'| 1.234.567 ' * 6}|\n"
    made = hurried(tmp_path, f"{BARE}\n\n{table}\n| A | B |\n|---|---|\n| c | d |\n")
    (tmp_path / "release.html").write_bytes(made.files["release.html"])
    assert made.text("release.html").count('class="scroll" role="region" tabindex="0"') == 1
    with opened(tmp_path / "release.html") as page:
        for width in (320, 1000):
            fits(page, width)
        page.set_viewport_size({"width": 320, "height": 800})
        assert page.evaluate(
            "[...document.querySelectorAll('.scroll td')].every(e => e.clientHeight < 60)"
        )


def test_an_office_opens_the_document_and_loses_no_word(told: Made, tmp_path: Path) -> None:
    path = tmp_path / "release.docx"
    path.write_bytes(told.files["release.docx"])
    shown = " ".join(pages(converted(path, tmp_path).read_bytes()))
    words = re.findall(r"\w+", reading(told, "release.docx"))
    assert [word for word in words if word not in shown] == []


# What real content leaves out, and what it has too much of --------------------------------

BARE = "---\ntitle: Bridge closed\ndate: 2025-05\n---\nThe bridge is closed."
LONG = "A headline that goes on and on about the ports and their many rivers " * 5


def hurried(folder: Path, text: str, **more: str) -> Made:
    files = {name.replace("_", ".", 1): words for name, words in more.items()}
    written = releases.write(folder / "sources", {"releases/bridge.md": text, **files})
    return releases.make(written, named="bridge", moment=AFTER)


def test_a_release_of_one_sentence_is_a_release(tmp_path: Path) -> None:
    made = hurried(tmp_path, BARE)
    for form in FORMS:
        shown = reading(made, form)
        assert squeezed("May 2025 – The bridge is closed.") in shown
        assert "+31 20 555 01 00" in shown
        assert not re.search(r"notes to editors|about|pictures?\b|none|undefined", shown), form
    assert len(pages(made.files["release.pdf"])) == 1
    assert "images" not in "".join(made.files)
    assert "contentLocation" not in data(made)


def test_a_release_may_begin_with_anything(tmp_path: Path) -> None:
    body = "> A quotation first.\n> — Somebody, role\n\n- then a list"
    made = hurried(tmp_path, BARE.replace("The bridge is closed.", body))
    for form in FORMS:
        shown = reading(made, form)
        assert shown.index("may 2025 –") < shown.index("a quotation first") < shown.index("ends")


def test_pictures_of_any_form_keep_it_and_their_place(tmp_path: Path) -> None:
    entry = "{alt: A, credit: B, licence: CC0-1.0}"
    forms = {"tower.png": (300, 900), "wall.png": (1800, 300), "tile.png": (600, 600)}
    text = BARE.replace("date:", f"images: [{', '.join(forms)}]\ndate:")
    described = "".join(f"{name}: {entry}\n" for name in forms)
    written = {"releases/bridge.md": text, "images.yaml": described}
    folder = releases.write(tmp_path / "sources", written)
    for name, size in forms.items():
        Image.new("RGB", size, "navy").save(folder / "images" / name)
    made = releases.make(folder, named="bridge", moment=AFTER)
    (page,) = pypdfium2.PdfDocument(made.files["release.pdf"])
    boxes = [shown.get_bounds() for shown in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE])]
    for (left, bottom, right, top), (wide, high) in zip(boxes, forms.values(), strict=True):
        assert (right - left) / (top - bottom) == pytest.approx(wide / high, rel=0.02)
    assert all(upper[1] > lower[3] for upper, lower in pairwise(boxes))


def test_ten_pictures_a_long_headline_and_three_thousand_words(tmp_path: Path) -> None:
    names = ["quay.png", "plan.svg"] * 5
    head = f"title: {LONG.strip()}\ndate: 2025-05-12\nplace: Kehl\nimages: [{', '.join(names)}]"
    text = f"---\n{head}\n---\n" + ("Sixty words of copy. " * 30 + "\n\n") * 25
    made = hurried(tmp_path, text, images_yaml=releases.IMAGES, contacts_yaml=releases.CONTACTS)
    for form in FORMS:
        shown = reading(made, form)
        assert squeezed(LONG) in shown
        # A page that ends in a sentence divides it.
        assert shown.count("sixty words of copy.") >= 740


@pytest.mark.parametrize(
    ("title", "count"),
    [("Bridge closed", 1), ("Everyone who looks after a public space should be trained now", 2)],
)
def test_a_headline_takes_two_lines_at_most(tmp_path: Path, title: str, count: int) -> None:
    made = hurried(tmp_path, BARE.replace("Bridge closed", title))
    text = pypdfium2.PdfDocument(made.files["release.pdf"])[0].get_textpage()
    heights = set()
    for number in range(text.count_rects()):
        _, bottom, _, top = text.get_rect(number)
        if top - bottom > 12:
            heights.add(round(bottom / 10))
    assert len(heights) == count
