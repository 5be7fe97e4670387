"""The manifesto as a book: on the screen, at the printer's, folded; whoever wrote it."""

from __future__ import annotations

import io
import math
import re
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2
import pytest

from pipeline.renderers import imposition
from tests import books, manifestos, press_rules
from tests.books import MM, Made, squeezed
from tests.judges import verdicts
from tests.once import once
from tests.reading_files import strange_fonts

SCREEN, PRINT, BOOKLET = "manifesto.pdf", "manifesto-print.pdf", "manifesto-booklet.pdf"
COVER = "manifesto-cover.pdf"
IN_PAGES = (SCREEN, PRINT)


@pytest.fixture(scope="module")
def rough(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return books.of_other_hands(tmp_path_factory)


@pytest.fixture(scope="module")
def french(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return once(tmp_path_factory, "french-book", lambda _: books.make(books.ROOT / "sources", "fr"))


def labelled(made: Made) -> list[tuple[str, str]]:
    """Every line of the contents, and the heading that it leads to."""
    told = [(made.label("foreword"), made.label("foreword"))] if made.book.foreword else []
    for chapter in made.book.chapters:
        title = f"{chapter.number} {chapter.title.plain}"
        told.append((title, title))
        labels = [made.label(section.name) for section in chapter.sections]
        told += [(label, label) for label in labels]
    ends = ("bibliography", "index_of_places", "index_of_practices")
    return told + [(made.label(name), made.label(name)) for name in ends]


def contents_of(pages: list[str], made: Made) -> tuple[int, str]:
    """The first page of the contents, and all that they say."""
    first = next(n for n, text in enumerate(pages) if made.label("contents") in text)
    return first, "".join(pages[first : first + 3])


@pytest.mark.parametrize("name", IN_PAGES)
@pytest.mark.parametrize("which", ["rough", "french"])
def test_the_contents_lead_to_the_page_on_which_each_heading_stands(
    which: str, name: str, request: pytest.FixtureRequest
) -> None:
    made: Made = request.getfixturevalue(which)
    pages = books.pages(made.files[name])
    _, told = contents_of(pages, made)
    text, position, numbers = squeezed(told), 0, []
    for label, heading in labelled(made):
        entry = re.compile(re.escape(squeezed(label)) + r"(\d{1,3}?)(?=\D|\d{1,2}\D)")
        found = entry.search(text, position)
        assert found, label
        position = found.end(1)
        rest = re.match(r"\d*", text[found.start(1) :])
        number = _number(rest[0] if rest else "", heading, pages)
        assert number, (label, found[0])
        position = found.start(1) + len(str(number))
        numbers.append(number)
    assert numbers == sorted(numbers)


def _number(digits: str, heading: str, pages: list[str]) -> int:
    """The page that the digits begin with and that has the heading on it.

    Squeezed, the number of the next chapter follows that of the page.
    """
    for length in range(min(3, len(digits)), 0, -1):
        number = int(digits[:length])
        if 0 < number <= len(pages) and squeezed(heading) in squeezed(pages[number - 1]):
            return number
    return 0


@pytest.mark.parametrize("name", IN_PAGES)
@pytest.mark.parametrize("which", ["rough", "french"])
def test_the_indexes_lead_to_the_page_on_which_each_practice_stands(
    which: str, name: str, request: pytest.FixtureRequest
) -> None:
    made: Made = request.getfixturevalue(which)
    pages = books.pages(made.files[name])
    starts = [n for n, text in enumerate(pages) if made.label("index_of_places") in text]
    text = squeezed("".join(pages[starts[-1] :]))
    practices = {one.identity: one for c in made.book.chapters for one in c.practices}
    assert len(made.book.places) > 5
    for entry in (*made.book.places, *made.book.practices):
        for mention in entry.mentions:
            words = mention.words or f"{entry.words}{entry.aside}"
            numbers = re.findall(re.escape(squeezed(words)) + r"(\d+)", text)
            told = squeezed(practices[mention.identity].text)[:40]
            assert any(_number(digits[n:], told, pages) for digits in numbers for n in range(6)), (
                words
            )


@pytest.mark.parametrize("which", ["rough", "french"])
def test_no_word_of_the_writers_is_lost(which: str, request: pytest.FixtureRequest) -> None:
    made: Made = request.getfixturevalue(which)
    for name in IN_PAGES:
        pages = [squeezed(text) for text in books.pages(made.files[name])]
        joined = "".join(pages)
        for chapter in made.edition.lead.chapters:
            for section in ("introduction", "recommendations", "practices", "references"):
                for word in re.findall(r"\w+", getattr(chapter, section).plain):
                    assert squeezed(word) in joined, (name, chapter.slug, word)
                for sentence in re.findall(r"[^.;:?!()\n]{20,}", getattr(chapter, section).plain):
                    assert _is_in(squeezed(sentence), pages), (name, chapter.slug, sentence)


def _is_in(letters: str, pages: list[str]) -> bool:
    """Whether a sentence stands on a page, or begins on one and ends on the next.

    The numbers of notes and of list items may stand in between.
    """
    letters = re.sub(r"\d", "", letters)
    bare = [re.sub(r"\d", "", page) for page in pages]
    if any(letters in page for page in bare):
        return True
    cuts = range(1, len(letters))
    return any(
        letters[:cut] in before and letters[cut:] in after
        for before, after in pairwise(bare)
        for cut in cuts
    )


@pytest.mark.parametrize("which", ["rough", "french"])
def test_a_book_for_the_printer_is_bound_as_books_are(
    which: str, request: pytest.FixtureRequest
) -> None:
    made: Made = request.getfixturevalue(which)
    pages = books.pages(made.files[PRINT])
    assert len(pages) % 4 == 0
    for chapter in made.book.chapters:
        title = squeezed(f"{chapter.number}{chapter.title.plain}{made.label('introduction')}")
        assert [n % 2 for n, text in enumerate(pages, 1) if title in squeezed(text)] == [1]
    blanks = [n for n, text in enumerate(pages) if not text.strip()]
    assert blanks
    for number in blanks:
        page = pypdfium2.PdfDocument(made.files[PRINT])[number]
        left, bottom, right, top = page.get_trimbox()
        media = page.get_mediabox()
        crop = (left - media[0], bottom - media[1], media[2] - right, media[3] - top)
        shown = page.render(scale=0.5, crop=crop).to_pil().convert("L")
        assert shown.getextrema() == (255, 255), f"page {number + 1} is not blank"
    with pikepdf.open(io.BytesIO(made.files[PRINT])) as file:
        for number in blanks:
            painted = {str(one) for _, one in pikepdf.parse_content_stream(file.pages[number])}
            # Strokes are the marks, outside of the bleed.
            assert not painted & (press_rules.PAINTS - {"S"}), f"page {number + 1} is painted on"


def test_the_pages_for_the_printer_have_their_boxes_and_marks(rough: Made) -> None:
    for page in pypdf.PdfReader(io.BytesIO(rough.files[PRINT])).pages:
        trim, bleed, media = page.trimbox, page.bleedbox, page.mediabox
        assert (round(trim.width / MM, 1), round(trim.height / MM, 1)) == (148, 210)
        assert round((bleed.width - trim.width) / MM, 1) == 6
        assert round((bleed.height - trim.height) / MM, 1) == 6
        assert media.width - bleed.width > 3 * MM


def test_the_margins_mirror_each_other_about_the_fold(rough: Made) -> None:
    document = pypdfium2.PdfDocument(rough.files[PRINT])
    edges = {}
    for number in (6, 9):
        text = document[number - 1].get_textpage()
        lines = [text.get_rect(n) for n in range(text.count_rects())]
        wide = [line for line in lines if line[2] - line[0] > 85 * MM]
        edges[number] = min(line[0] for line in wide)
    left_page_outer, right_page_inner = edges[6], edges[9]
    assert (left_page_outer - right_page_inner) / MM == pytest.approx(4, abs=0.2)


def test_the_bibliography_stands_in_two_columns_as_the_indexes_do(french: Made) -> None:
    document = pypdfium2.PdfDocument(french.files[SCREEN])
    texts = [page.get_textpage() for page in document]
    last = max((t for t in texts if "Livre blanc" in t.get_text_range()), key=texts.index)
    edges = {round(last.get_rect(n)[0] / MM) for n in range(last.count_rects())}
    assert {22, 111} <= edges


def test_references_stand_in_two_columns_over_the_margin(french: Made) -> None:
    edges = set()
    for page in pypdfium2.PdfDocument(french.files[SCREEN]):
        text = page.get_textpage()
        lines = [(text.get_rect(n), n) for n in range(text.count_rects())]
        told = [text.get_text_bounded(*box) for box, _ in lines]
        if "RÉFÉRENCES" not in told:
            continue
        below = lines[told.index("RÉFÉRENCES")][0][1]
        edges |= {round(box[0] / MM) for box, _ in lines if below - 12 * MM < box[1] < below - MM}
    assert 22 in edges
    assert 111 in edges


@pytest.mark.parametrize("which", ["rough", "french"])
def test_the_booklet_cut_and_folded_reads_in_order(
    which: str, request: pytest.FixtureRequest
) -> None:
    made: Made = request.getfixturevalue(which)
    block = [squeezed(text) for text in books.pages(made.files[PRINT])]
    sides = books.halves(made.files[BOOKLET])
    read: dict[int, str] = {}
    for side, (left, right) in zip(imposition.impose(len(sides) * 2), sides, strict=True):
        read |= {side.left or 0: left, side.right or 0: right}
    pages = [squeezed(read[number]) for number in sorted(read)]
    assert len(pages) % 4 == 0
    front, inside, *within, back = pages
    assert squeezed(made.edition.title.plain) in front
    assert inside == ""
    assert squeezed(made.edition.organisation.name.plain) in back
    assert "".join(within) == "".join(block)
    for one, other in zip(within, block, strict=False):
        assert one == other


@pytest.mark.parametrize("which", ["rough", "french"])
def test_the_files_for_the_printer_keep_the_rules_of_the_press(
    which: str, request: pytest.FixtureRequest
) -> None:
    made: Made = request.getfixturevalue(which)
    for name in (PRINT, COVER):
        assert press_rules.faults(made.files[name]) == [], name
        assert strange_fonts(made.files[name]) == [], name
        with pikepdf.open(io.BytesIO(made.files[name])) as file:
            met = press_rules.walked(file)
        assert met.heaviest <= 302
        if name == PRINT:
            assert {inks[:3] for inks in met.types} == {(0, 0, 0)}, "all type is of black ink"
            assert (0, 0, 0, 1) in met.over


def test_the_cover_is_as_wide_as_the_block_is_thick(rough: Made, french: Made) -> None:
    for made in (rough, french):
        leaves = len(books.pages(made.files[PRINT])) / 2
        (sheet,) = pypdf.PdfReader(io.BytesIO(made.files[COVER])).pages
        spine = math.ceil(round(leaves * 0.13 * 10, 6)) / 10
        assert sheet.trimbox.width / MM == pytest.approx(2 * 148 + spine, abs=0.01)
        assert sheet.trimbox.height / MM == pytest.approx(210, abs=0.01)
        (text,) = books.pages(made.files[COVER])
        title = squeezed(made.edition.title.plain)
        assert squeezed(text).count(title) == (2 if spine >= 5 else 1)


@pytest.mark.parametrize("name", IN_PAGES)
@pytest.mark.parametrize("which", ["rough", "french"])
def test_no_heading_stands_alone_at_the_foot_of_a_page(
    which: str, name: str, request: pytest.FixtureRequest
) -> None:
    made: Made = request.getfixturevalue(which)
    heads = {squeezed(made.label(s.name)) for c in made.book.chapters for s in c.sections}
    heads |= {squeezed(line.name) for c in made.book.chapters for p in c.practices
              for line in p.lines}  # fmt: skip
    for number in range(1, len(books.pages(made.files[name])) + 1):
        lines = [line.words for line in books.lines(made.files[name], number)]
        text = [line for line in lines if not line.isdigit()]
        if text:
            assert squeezed(text[-1]) not in heads, (number, text[-1])


def test_recommendations_can_be_pointed_to(rough: Made, french: Made) -> None:
    reader = pypdf.PdfReader(io.BytesIO(french.files[SCREEN]))
    named = reader.named_destinations
    for name in ("police-3", "police-diversity", "police-references", "nightlife", "foreword"):
        assert name in named, name
    page = reader.get_destination_page_number(named["police-3"])
    assert page is not None
    assert "Recruter et former dans ce but" in reader.pages[page].extract_text()
    numbers = pypdf.PdfReader(io.BytesIO(rough.files[SCREEN])).named_destinations
    assert {f"shore-1-{n}" for n in (1, 2, 3, 4)} <= set(numbers)


def test_the_bookmarks_are_the_chapters_and_their_sections(french: Made) -> None:
    reader = pypdf.PdfReader(io.BytesIO(french.files[SCREEN]))
    tops = [one.title for one in reader.outline if not isinstance(one, list)]
    inner = [[two.title for two in one] for one in reader.outline if isinstance(one, list)]
    assert tops == ["Sommaire", "Avant-propos", "1 Police", "5 Vie nocturne", "18 Espaces publics",
                    "Bibliographie", "Index des lieux", "Index des pratiques"]  # fmt: skip
    assert inner == [["Introduction", "Recommandations", "Pratiques", "Références"]] * 3


def test_the_book_for_the_screen_is_accessible_and_made_to_last(
    rough: Made, tmp_path: Path
) -> None:
    path = tmp_path / SCREEN
    path.write_bytes(rough.files[SCREEN])
    assert verdicts([path]) == {SCREEN: {"PDF/A-3A": (), "PDF/UA-1": ()}}


def test_nothing_stands_out_of_the_page(rough: Made) -> None:
    for name in IN_PAGES:
        for number, page in enumerate(pypdfium2.PdfDocument(rough.files[name]), 1):
            box = page.get_trimbox()
            text = page.get_textpage()
            for rect in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(rect)
                assert left > box[0] + 5 * MM, (name, number)
                assert right < box[2] - 5 * MM, (name, number)
                assert bottom > box[1] + 5 * MM, (name, number)
                assert top < box[3] - 5 * MM, (name, number)


def test_faults_of_form_are_told_and_none_stops_the_book(rough: Made) -> None:
    assert set(rough.codes) >= {"S100", "S101", "S103", "S104", "S105", "W111"}


def test_the_bibliography_names_each_work_once(french: Made) -> None:
    pages = books.pages(french.files[SCREEN])
    last = max(n for n, text in enumerate(pages) if "Bibliographie" in text)
    assert pages[last].count("Livre blanc") == 1
    cited = next(w for w in french.book.bibliography if "Aubervilliers" in w.html)
    assert cited.chapters == ("police", "nightlife")


def test_a_title_of_few_words_has_no_word_alone_between_two_lines(tmp_path: Path) -> None:
    sources = manifestos.write(tmp_path, chapters=1, paragraphs=1)
    lead = sources / "manifesto/2031/manifesto.md"
    lead.write_text(
        "---\ntitle: Manifesto pela saúde sem fronteiras\ndate: 2031-05\n---\n", "utf-8"
    )
    made = books.make(sources, "en")
    for name in (COVER, SCREEN):
        told = [line.strip() for line in books.pages(made.files[name])[0].splitlines()]
        first = told.index("Manifesto pela")
        assert told[first + 1 : first + 3] == ["saúde sem", "fronteiras"], name


@pytest.mark.soak
def test_eighteen_chapters_by_many_hands_make_a_book(tmp_path: Path) -> None:
    made = books.make(manifestos.write(tmp_path, chapters=18, paragraphs=11), "en")
    lead = made.edition.lead
    words = sum(len(chapter.markdown.split()) for chapter in lead.chapters)
    assert words > 15_000
    for name in IN_PAGES:
        joined = "".join(squeezed(text) for text in books.pages(made.files[name]))
        for chapter in lead.chapters:
            told = f"{chapter.introduction.plain}\n{chapter.practices.plain}"
            for word in set(re.findall(r"\w+", told)):
                assert squeezed(word) in joined, word
    assert len(books.pages(made.files[PRINT])) % 4 == 0
