"""What an art director would send back, looked for on every page of the sample's PDFs."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Any

import pytest

from pipeline.renderers import copyfitting, inspection
from tests.composition import HEADINGS, ROOT, Block, Sheet, edition, laid_out, sheets

KIT, RELEASE, ISSUE = "sdc-2024", "2023-12-07-brussels-2024", "2019-12"
PAGES = [
    pytest.param(each, id=f"{each[3]} {each[1]}", marks=marks)
    for *each, marks in (
        ("presskit", "en", KIT, "presskit.pdf", ()),
        ("presskit", "fr", KIT, "presskit.pdf", ()),
        ("release", "en", RELEASE, "release.pdf", ()),
        ("release", "fr", RELEASE, "release.pdf", ()),
        ("newsletter", "en", ISSUE, "newsletter.pdf", ()),
        ("newsletter", "fr", ISSUE, "newsletter.pdf", ()),
        ("manifesto", "en", "2025", "manifesto-print.pdf", ()),
        ("manifesto", "fr", "2025", "manifesto.pdf", ()),
        ("manifesto", "en", "2025", "manifesto.pdf", pytest.mark.soak),
        ("manifesto", "fr", "2025", "manifesto-print.pdf", pytest.mark.soak),
    )
]
STEP = 1.2
SMALL = 5
"""Letters that a last line has at least, if it is one word."""
FILLED = 0.25
EVEN = 0.5
"""In pixels: how far one baseline may be from where the others have it."""


@pytest.fixture(scope="module", params=PAGES)
def composed(request: pytest.FixtureRequest) -> tuple[Any, tuple[Sheet, ...]]:
    """The pages of a file, laid out once for all tests that look at them, one after the other."""
    return set_in_pages(*request.param)


@functools.lru_cache(maxsize=1)
def set_in_pages(
    publication: str, language: str, named: str, name: str
) -> tuple[Any, tuple[Sheet, ...]]:
    made = edition(publication, language, named, ROOT / "sources")
    output = next(one for one in made.publication.outputs if one.name == name)
    document = laid_out(made, output)
    return document, sheets(document)


def elements(pages: tuple[Sheet, ...]) -> Iterator[list[list[Block]]]:
    """The blocks of each element, those of a page together."""
    blocks = [block for page in pages for block in page.flow]
    for _, group in groupby(sorted(blocks, key=lambda b: (id(b.element), b.page)), _identity):
        yield [list(same) for _, same in groupby(group, lambda block: block.page)]


def _identity(block: Block) -> int:
    return id(block.element)


def faults(document: Any, pages: tuple[Sheet, ...]) -> Iterator[str]:
    for words, page in inspection.look_over(document, {}).overfull.items():
        yield f"page {page}: stands out: {words}"
    for parts in elements(pages):
        yield from _alone(parts)
    for page in pages:
        yield from _below_the_area(page)
        yield from _unfilled(page, pages)
        for block in page.flow:
            yield from (_heading if block.tag in HEADINGS else _text)(block)
            yield from _stranded(block, page, pages)


def _alone(parts: list[list[Block]]) -> Iterator[str]:
    """A paragraph that goes on over the page leaves two lines here and takes two there."""
    if len(parts) > 1:
        for part in (parts[0], parts[-1]):
            if sum(len(block.lines) for block in part) < 2:
                yield f"page {part[0].page}: a line alone: {part[0].words}"


def _heading(block: Block) -> Iterator[str]:
    place = f"page {block.page}: heading"
    if any(line.is_divided for line in block.lines):
        yield f"{place} is hyphenated: {block.words}"
    last, widest = block.lines[-1], max(line.width for line in block.lines)
    # What follows a colon has a line of its own.
    is_cut_off = len(block.lines) > 1 and not block.lines[-2].words.endswith(":")
    if is_cut_off and " " not in last.words and last.width < 0.4 * widest:
        yield f"{place} ends in a lone word: {block.words}"


def _text(block: Block) -> Iterator[str]:
    runs = "".join("-" if line.is_divided else " " for line in block.lines)
    if "----" in runs:
        yield f"page {block.page}: four hyphens on end: {block.words}"
    pitches = [after.top - line.top for line, after in pairwise(block.lines)]
    # The lines of a list itself are rows of blocks.
    if block.tag != "ul" and pitches and max(pitches) - min(pitches) > EVEN:
        yield f"page {block.page}: lines at uneven distances: {block.words[:60]}"
    last = block.lines[-1].words
    # An address may end wherever it must; an index ends in a number of a page.
    if len(block.lines) < 2 or "/" in block.words or re.fullmatch(r"[\d–, ]+", last):
        return
    letters = len(re.sub(r"\W", "", last))
    if letters < SMALL and len(last.split()) < 2:
        yield f"page {block.page}: a last line of a few letters: {block.words[-60:]}"


def _stranded(block: Block, page: Sheet, pages: tuple[Sheet, ...]) -> Iterator[str]:
    """Below a heading stand two lines, or all that it heads."""
    if block.tag not in HEADINGS or block.tag == "h1":
        return
    top = block.lines[0].top - 1
    below = [one for one in page.flow if one.tag not in HEADINGS and one.lines[-1].top >= top]
    if sum(len(one.lines) for one in below) >= 2:
        return
    following = pages[page.number].flow if page.number < len(pages) else []
    if not below or (following and following[0].element is below[-1].element):
        yield f"page {block.page}: a heading alone at the foot: {block.words}"


def _below_the_area(page: Sheet) -> Iterator[str]:
    foot = page.box.content_box_y() + page.box.height + inspection.SLACK
    for block in page.flow:
        if block.lines[-1].bottom > foot:
            yield f"page {page.number}: below the area: {block.words[:60]}"


def _unfilled(page: Sheet, pages: tuple[Sheet, ...]) -> Iterator[str]:
    """A page is nearly empty only where a part of the whole ends, or is a page of its own."""
    if not page.flow or page.number in (1, len(pages)) or page.fill >= FILLED:
        return
    following = next((one.flow[0] for one in pages[page.number :] if one.flow), None)
    if following is None or following.tag not in HEADINGS or following.style["font_size"] < 20:
        yield f"page {page.number}: {page.fill:.0%} filled"


def test_no_page_has_what_an_art_director_would_send_back(
    composed: tuple[Any, tuple[Sheet, ...]],
) -> None:
    assert list(faults(*composed)) == []


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("fr", "manifesto.pdf"),
        ("fr", "manifesto-print.pdf"),
        pytest.param("en", "manifesto.pdf", marks=pytest.mark.soak),
    ],
)
def test_no_text_of_the_book_ends_with_a_few_lines_on_a_page_of_their_own(
    language: str, name: str
) -> None:
    """The lists at its end may: there is nothing after them."""
    document, pages = set_in_pages("manifesto", language, "2025", name)
    last = max(page.number for page in pages for block in page.flow if block.element.tag == "h3")
    assert [one for one in copyfitting.overruns(document) if one.page <= last] == []


def test_sizes_are_steps_of_one_scale(composed: tuple[Any, tuple[Sheet, ...]]) -> None:
    _, pages = composed
    sizes: dict[float, str] = {}
    for page in pages:
        for box in page.box.descendants():
            if type(box).__name__ == "TextBox" and box.text.strip():
                sizes.setdefault(round(box.style["font_size"], 2), box.text)
    root = _root(pages)
    # A number that is raised is smaller than what it stands beside.
    sizes = {size: words for size, words in sizes.items() if size > 0.7 * root or len(words) > 2}
    steps = [root * STEP**step for step in range(-3, 11)]
    strange = {
        size: words for size, words in sizes.items() if min(abs(size - one) for one in steps) > 0.05
    }
    assert strange == {}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_slide_has_what_an_art_director_would_send_back(language: str) -> None:
    """A slide is a page of its own, as full as its idea; its lines are few and short."""
    document, pages = set_in_pages("slides", language, "network", "slides.pdf")
    found = [f"stands out: {words}" for words in inspection.look_over(document, {}).overfull]
    for page in pages:
        found += _below_the_area(page)
        for block in page.flow:
            found += (_heading if block.tag in HEADINGS else _text)(block)
            if block.tag in HEADINGS and ":" in block.words:
                found += _past_its_colon(block)
    assert found == []


def _past_its_colon(heading: Block) -> Iterator[str]:
    """A heading of two lines ends its first where it pauses itself."""
    if len(heading.lines) == 2 and not heading.lines[0].words.endswith(":"):
        yield f"page {heading.page}: not broken at its colon: {heading.words}"


def _root(pages: tuple[Sheet, ...]) -> float:
    return float(pages[0].blocks[0].style.root_style["font_size"])


TABLE = "<table><thead><tr><th>City</th><th>Count</th></tr></thead><tbody>{}</tbody></table>"
ROW = "<tr><td>City of lights and bridges, number {0}</td><td>{0}<br>and more</td></tr>"


def test_a_long_table_repeats_its_head_and_breaks_between_rows() -> None:
    made = edition("release", "en", RELEASE, ROOT / "sources")
    output = next(one for one in made.publication.outputs if one.name == "release.pdf")
    long = TABLE.format("".join(ROW.format(number) for number in range(90)))
    document = laid_out(made, output, added=long)
    pages = sheets(document)
    heads = [page.number for page in pages for block in page.flow if block.words == "City"]
    assert len(heads) >= 3
    cells = [block for page in pages for block in page.flow if block.tag == "td"]
    pages_of = {
        id(cell.element): {one.page for one in cells if one.element is cell.element}
        for cell in cells
    }
    assert all(len(numbers) == 1 for numbers in pages_of.values())


def test_the_rules_find_what_they_are_for() -> None:
    """Each of them, once, on a page that is set badly."""
    made = edition("release", "en", RELEASE, ROOT / "sources")
    output = next(one for one in made.publication.outputs if one.name == "release.pdf")
    bad = (
        "<style>h4 { width: 60pt; hyphens: auto !important }</style>"
        "<h4>Incomprehensibilities of jurisdictions</h4>"
        "<h5 style='width: 100pt'>A delegation of many friends, so</h5>"
        "<p style='width: 74pt'>Incomprehensible responsibility: no</p>"
        "<p style='width: 40pt; overflow-wrap: normal; white-space: nowrap'>It stands out, far</p>"
        "<p>One<br><span style='font-size: 20pt'>Two</span><br>Three</p>"
    )
    document = laid_out(made, output, added=bad)
    said = " ".join(faults(document, sheets(document)))
    assert "heading is hyphenated" in said
    assert "lines at uneven distances: One" in said
    assert "a last line of a few letters" in said
    assert "stands out: It stands out, far" in said
