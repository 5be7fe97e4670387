"""What is read on a screen is accessible and made to last, and says what its page says."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

from pipeline.errors import Level
from pipeline.model.editions import Edition
from tests import books, reading_files, tagged
from tests.judges import verdicts
from tests.once import once
from tests.reading_files import ROOT, ReadingFile
from tests.told import Page

SPECIMEN = ROOT / "tests" / "specimen"
LATEST = ("2025", "2024-03", "sdc-2024", "2024-03-22-brussels-recommendations", "network")
PUBLICATIONS = {"manifesto", "newsletter", "presskit", "release", "slides"}
LASTING = {"PDF/A-3A": (), "PDF/UA-1": ()}
NEWER = {"PDF/A-4": (), "PDF/UA-2": ()}


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, ReadingFile]:
    """The latest edition of each, the texts in every language; two processes make it once."""
    return once(
        tmp_path_factory,
        "reading-files",
        lambda _: {one.name: one for one in reading_files.make(ROOT / "sources", is_judged)},
    )


def is_judged(edition: Edition) -> bool:
    """Of letter, kit and deck another language has the same pages; `make soak` has all of them."""
    is_text = edition.publication.slug in ("manifesto", "release")
    return edition.slug in LATEST and (is_text or edition.language == "en")


def laid_down(files: dict[str, ReadingFile], folder: Path) -> list[Path]:
    paths = [folder / name.replace("/", ".") for name in files]
    for path, made in zip(paths, files.values(), strict=True):
        path.write_bytes(made.content)
    return paths


def test_all_that_is_read_on_a_screen_is_accessible_and_made_to_last(
    files: dict[str, ReadingFile], tmp_path: Path
) -> None:
    assert {name.partition("/")[0] for name in files} == PUBLICATIONS
    told = verdicts(laid_down(files, tmp_path))
    assert told == {name.replace("/", "."): LASTING for name in files}


def test_all_of_it_can_be_had_in_the_newer_standard_too(tmp_path: Path) -> None:
    # The sample takes four times as long; `make soak` has it, too.
    made = reading_files.make(SPECIMEN, lambda one: one.language == "en", standard="ua-2")
    newer = {one.name: one for one in made}
    assert {name.partition("/")[0] for name in newer} == PUBLICATIONS
    told = verdicts(laid_down(newer, tmp_path))
    assert told == {name.replace("/", "."): NEWER for name in newer}


@pytest.mark.soak
def test_every_edition_in_every_language_can_be_had_in_both(tmp_path: Path) -> None:
    for standard, promise in (("ua-1", LASTING), ("ua-2", NEWER)):
        made = {one.name: one for one in reading_files.make(ROOT / "sources", standard=standard)}
        told = verdicts(laid_down(made, tmp_path))
        assert told == {name.replace("/", "."): promise for name in made}


def test_nothing_of_the_sample_gives_the_layout_cause_for_complaint(
    files: dict[str, ReadingFile],
) -> None:
    told = [finding for one in files.values() for finding in one.findings]
    assert [str(finding) for finding in told if finding.level is not Level.NOTE] == []


def test_the_text_of_the_tags_is_that_of_the_page_word_for_word(
    files: dict[str, ReadingFile],
) -> None:
    for made in files.values():
        read_through(made)


def read_through(made: ReadingFile) -> None:
    """Compare what the tags of a file say with what its page says, and how often."""
    page, document = Page(made.page, numbers(made.content)), tagged.read(made.content)
    assert document.words == page.words, made.name
    assert tagged.counts(document) == page.counts, made.name
    assert tagged.passages(document) == page.passages, made.name
    for role in ("H", "LI", "TOCI", "TH", "TD", "Note", "BlockQuote", "Em", "Strong", "Link"):
        assert tagged.texts(document, role) == page.texts(role), (made.name, role)
    left = iter(tagged.texts(document, "P"))
    assert [text for text in page.texts("P") if text not in left] == [], made.name


def numbers(content: bytes) -> Callable[[str], str]:
    """The number that is printed on the page on which a place stands, by the place's name."""
    reader = pypdf.PdfReader(io.BytesIO(content))
    printed = tagged.furniture(content)

    def number(place: str) -> str:
        page = reader.get_destination_page_number(reader.named_destinations[place])
        assert page is not None
        told = re.findall(r"\d+", printed[page])
        # The first pages of a book, and of its chapters, are counted and have no number on them.
        assert str(page + 1) in told or not told, (place, page, printed[page])
        return str(page + 1)

    return number


def test_each_line_of_the_contents_and_each_call_of_a_note_leads_to_what_it_names(
    files: dict[str, ReadingFile],
) -> None:
    found = 0
    for made in files.values():
        reader = pypdf.PdfReader(io.BytesIO(made.content))
        for reference in tagged.read(made.content).walk():
            if reference.role != "Reference":
                continue
            (target,) = reference.refers
            (link,) = {one for kid in reference.walk() for one in kid.links}
            place = reader.named_destinations[link.removeprefix("#")]
            page = reader.get_destination_page_number(place)
            assert page is not None
            assert target.page == page + 1, (made.name, reference.words)
            found += 1
    assert found > 100


def test_the_arrows_that_lead_back_from_notes_are_told_in_words(
    files: dict[str, ReadingFile],
) -> None:
    (book,) = (made for name, made in files.items() if name.startswith("manifesto/2025/en/"))
    arrows = [one for one in tagged.read(book.content).walk() if one.role == "Link" and one.alt]
    assert {(one.alt, one.words) for one in arrows} == {("Back to the text", "")}
    assert len(arrows) == Page(book.page).counts["Note"]


def test_every_font_is_of_the_house_embedded_and_cut_to_its_letters(
    files: dict[str, ReadingFile],
) -> None:
    for made in files.values():
        assert reading_files.strange_fonts(made.content) == [], made.name


def test_every_number_of_a_page_in_a_book_is_that_of_the_page(
    files: dict[str, ReadingFile],
) -> None:
    """In the contents, in the indexes and wherever else the book refers to a place in itself."""
    made = {name.split("/")[2]: one for name, one in files.items() if name.startswith("manifesto/")}
    assert set(made) == {"en", "fr"}
    for book in made.values():
        leads_right(book, 210)


def test_so_it_is_in_a_book_of_other_hands_and_in_its_form_for_print(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    made = books.of_other_hands(tmp_path_factory)
    outputs = {one.name: one for one in made.edition.publication.outputs}
    screen, print_ = outputs["manifesto.pdf"], outputs["manifesto-print.pdf"]
    leads_right(reading_files.read_from(made.edition, screen, made.files[screen.name]), 210)
    leads_right(reading_files.made(made.edition, print_, variant="screen"), 148)


def leads_right(book: ReadingFile, width: int) -> None:
    box = pypdf.PdfReader(io.BytesIO(book.content)).pages[0].mediabox
    assert round(box.width / 72 * 25.4) == width
    document = tagged.read(book.content)
    assert document.words == Page(book.page, numbers(book.content)).words, book.name
    printed = [link.words for link in document.walk() if link.role == "Link"]
    assert sum(words.rpartition(" ")[2].isdigit() for words in printed) > 40, book.name
