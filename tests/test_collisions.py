"""Nothing is printed over something else, however short a text or tall a picture is."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pypdfium2
from PIL import Image

from tests import decks, press_kits
from tests.composition import edition, laid_out
from tests.desks import write

Box = tuple[float, float, float, float]
AGENDA = """
- {id: a, title: Workshop on sails, start: 2032-12-03, end: 2032-12-04, place: Genoa}
- {id: b, title: Night, start: 2032-09-28, end: 2032-11-12, place: Cartagena}
- {id: c, title: Assembly, start: 2033-03, place: Valletta}
"""
SHORT_KIT = {
    "agenda.yaml": "- {id: night, title: Night, start: 2024-12-11, end: 2024-12-12, "
    "place: Cartagena, country: ES, link: 'https://www.northbridge.example/night'}\n",
    "presskits/open/kit.md": "---\ntitle: Night\ndate: 2024-02-15\nevent: night\n---\nOne line.\n",
    **{
        f"presskits/open/0{number}-part.md": f"---\ntitle: Part {number}\n---\nWords.\n"
        for number in range(1, 5)
    },
}
HOUSE = "name: Harbours\nshort_name: Harbours\nlanguages: [en]\ntimezone: Europe/Paris\n"
TALL = "tall.jpg: {alt: A lighthouse, credit: Ana, licence: CC-BY-4.0}\n"
NEWS = "---\ntitle: {}\ndate: 2024-02-0{}\n{}---\nOne line.\n"
ISSUE = "---\ndate: 2024-02-15\nsubject: Lights\n---\nDear all.\n"


def boxes(page: pypdfium2.PdfPage) -> list[Box]:
    """Where the words of a page stand."""
    text = page.get_textpage()
    return [text.get_rect(number) for number in range(text.count_rects())]


def pictures(page: pypdfium2.PdfPage) -> list[Box]:
    found = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
    return [shown.get_bounds() for shown in found]


def over(first: Box, second: Box) -> bool:
    """Whether one stands over the other, by more than the air around letters."""
    wide = min(first[2], second[2]) - max(first[0], second[0])
    high = min(first[3], second[3]) - max(first[1], second[1])
    return wide > 2 and high > 2


def collisions(pdf: bytes) -> Iterator[int]:
    for number, page in enumerate(pypdfium2.PdfDocument(pdf), 1):
        words = boxes(page)
        pairs = [*combinations(words, 2), *((p, w) for p in pictures(page) for w in words)]
        yield from (number for one, other in pairs if over(one, other))


def test_the_contents_of_a_kit_with_a_short_lead_stand_below_its_dates(tmp_path: Path) -> None:
    kit = press_kits.edition(press_kits.write(tmp_path, SHORT_KIT))
    assert not list(collisions(press_kits.produced(kit).files["presskit.pdf"]))


def test_a_date_of_two_lines_has_a_row_of_two_lines(tmp_path: Path) -> None:
    folder = decks.sources(tmp_path, "# One\n\n- a\n- b\n", agenda=AGENDA)
    made = decks.make(folder)
    assert any("28 September" in page for page in made.pages)
    assert not list(collisions(made.files["slides.pdf"]))


def test_a_tall_picture_does_not_reach_into_the_next_story(tmp_path: Path) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (900, 1500), "#336").save(picture, "JPEG")
    for name, content in {
        "organisation.yaml": HOUSE,
        "images.yaml": TALL,
        "images/tall.jpg": picture.getvalue(),
        "news/2024-02-02-light.md": NEWS.format("Light", 2, "image: tall.jpg\n"),
        "news/2024-02-01-other.md": NEWS.format("Other", 1, "image: tall.jpg\n"),
        "newsletters/2024-02.md": ISSUE,
    }.items():
        write(tmp_path, name, content)
    made = edition("newsletter", "en", "2024-02", tmp_path)
    output = next(one for one in made.publication.outputs if one.name == "newsletter.pdf")
    document = pypdfium2.PdfDocument(laid_out(made, output).write_pdf())
    shown = [box for page in document for box in pictures(page)]
    assert len(shown) == 2
    assert not over(*shown)
