"""A book that is read from the right: its margins, its cover, its sheets and its lines."""

from __future__ import annotations

import ctypes
from pathlib import Path

import pypdfium2
import pytest

from pipeline import markup, production, publications, typography
from pipeline.embargo import lock
from pipeline.errors import BroadsideError
from pipeline.model.editions import Edition
from pipeline.model.texts import NOWHERE
from pipeline.renderers import merge_tags
from pipeline.typesetting import Typesetter
from tests.desks import NOW, Built, build, edition_of, read, write
from tests.stopwatch import spent

TEMPLATES = Path(__file__).parent.parent / "templates"
HOUSE = """\
name: شبكة المدن
short_name: الشبكة
languages: [ar]
timezone: Africa/Tunis
phone: "+216 71 123 456"
"""
FOREWORD = "---\ntitle: {title}\ndate: 2025-05-01\n---\nكتبت هذا البيان مدن الشبكة خلال عام كامل.\n"
CHAPTER = """\
---
title: البحر والمدينة
without: [practices]
---
## المقدمة

تعيش المدن من البحر ومعه. الهاتف: +216 71 123 456.

## توصيات

1. قياس مستوى البحر كل شهر.
    1. على موقع المدينة

## المراجع

- Plan Bleu, *State of the Coast*, 2024
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Built:
    sources = tmp_path_factory.mktemp("arabic") / "sources"
    write(sources, "organisation.yaml", HOUSE)
    write(sources, "manifesto/2025/manifesto.md", FOREWORD.format(title="Harbours"))
    write(sources, "manifesto/2025/01-sea.md", CHAPTER)
    return build(sources, "manifesto", templates=TEMPLATES)


def pdf(book: Built, name: str) -> bytes:
    return (book.out / "manifesto/2025/ar" / name).read_bytes()


def direction(content: bytes) -> str:
    """In which order a reader sets pages side by side (ISO 32000-1, 12.2)."""
    document = pypdfium2.PdfDocument(content)
    buffer = ctypes.create_string_buffer(16)
    pypdfium2.raw.FPDF_VIEWERREF_GetName(document, b"Direction", buffer, 16)
    return buffer.value.decode()


def places(content: bytes, words: str, number: int = 0) -> list[tuple[float, float]]:
    """Where the words begin on a page, in points from its left; and how wide it is."""
    page = pypdfium2.PdfDocument(content)[number]
    text = page.get_textpage()
    found, search = [], text.search(words)
    while hit := search.get_next():
        found.append((text.get_charbox(hit[0])[0], page.get_width()))
    return found


def test_nothing_stands_out_of_its_place(book: Built) -> None:
    assert book.code == 0, book.said
    assert "P204" not in book.said


def test_its_labels_hang_at_the_right_edge(book: Built) -> None:
    content = pdf(book, "manifesto.pdf")
    assert direction(content) == "R2L"
    [(number, width)] = places(content, "1", 4)[:1]
    assert number > 0.8 * width


def test_its_cover_has_its_front_at_the_left_of_the_spine(book: Built) -> None:
    [(title, width)] = places(pdf(book, "manifesto-cover.pdf"), "Harbours")
    assert title < width / 2


def test_its_first_sheet_has_the_front_at_the_left_of_the_fold(book: Built) -> None:
    content = pdf(book, "manifesto-booklet.pdf")
    assert direction(content) == "R2L"
    [(title, width)] = places(content, "Harbours")
    assert title < width / 2


def test_its_chapters_open_on_left_pages(book: Built) -> None:
    content = pdf(book, "manifesto-print.pdf")
    pages = range(len(pypdfium2.PdfDocument(content)))
    opens = next(number for number in pages if places(content, "Coast", number))
    # The first page of the file, number 0, is the first leaf's recto.
    assert opens % 2 == 0


def test_a_telephone_number_keeps_the_order_of_its_groups() -> None:
    typed = "اتصل على +216 71 123 456، وعددنا 12 500، وعام 2025 و 2026"
    assert typography.typeset(typed, "ar") == typed.replace("+216", "\u200e+216").replace(
        "12 500", "\u200e12\u00a0500"
    )
    assert typography.typeset("+216 71 123 456", "fr") == "+216 71 123 456"


def test_a_line_of_latin_letters_runs_from_the_left() -> None:
    def set_in(language: str, text: str) -> str:
        return markup.block(text, language, where=NOWHERE).html

    assert set_in("ar", "Plan Bleu, *Coast*, 2024") == (
        '<p><span dir="ltr">Plan Bleu, <em>Coast</em>, 2024</span></p>'
    )
    assert set_in("en", "Plan Bleu, 2024") == "<p>Plan Bleu, 2024</p>"


def test_a_row_of_stops_behind_a_latin_word_is_read_at_once() -> None:
    text = f"éA{'.' * 20_000}!"
    assert spent(lambda: markup.block(text, "ar", where=NOWHERE), 0.5) < 0.5


def test_what_cannot_be_copied_out_of_a_book_is_read_before_it_is_printed(
    tmp_path: Path,
) -> None:
    told = "سيكون هناك بناء أطول جسر عائم في المنطقة بتمويل من أربعين مدينة ساحلية قريبة"
    write(tmp_path, "book/organisation.yaml", HOUSE)
    write(tmp_path, "book/manifesto/2025/manifesto.md", FOREWORD.format(title="بيان"))
    write(tmp_path, "book/manifesto/2025/01-sea.md", CHAPTER.replace("تعيش", f"{told}.\n\nتعيش"))
    write(tmp_path, "held/organisation.yaml", HOUSE)
    head = "---\ntitle: خطة\ndate: 2025-06-20\nembargo: 2025-06-20T10:00\n---\n"
    write(tmp_path, "held/releases/2025-06-20-bridge.md", f"{head}{told}.\n")
    edition = edition_of(tmp_path / "book", "manifesto", templates=TEMPLATES, language="ar")
    assert isinstance(edition, Edition)
    words, brand = publications.words(TEMPLATES), publications.brand(TEMPLATES)
    setter = Typesetter(TEMPLATES, words, brand, merge_tags.TOKENS)
    made = production.produce(edition, setter, lambda *_: None)
    guard = lock.of(read(tmp_path / "held"), NOW, TEMPLATES)
    # Should this be found one day, its page need no longer be read.
    assert not [*guard.leaks("book.pdf", made.files["manifesto-print.pdf"])]
    assert "print.html" in made.leftward
    with pytest.raises(BroadsideError, match=r"print\.html would say 8 of its words"):
        guard.refuse(edition, {"print.html": made.leftward["print.html"]})
