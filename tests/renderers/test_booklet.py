"""Sheets that a person can print, fold and staple without thinking."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

import pikepdf
import pydyf
import pypdf
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypdf.generic import ContentStream

from pipeline.errors import DeclarationError
from pipeline.renderers import booklet, imposition
from pipeline.renderers.booklet import SHEETS, Folding
from pipeline.renderers.imposition import Side, impose
from tests import press_rules
from tests.judges import breaches
from tests.renderers.paper_jobs import job, page
from tests.renderers.test_prepress import COATED, PROFILE

MM = 72 / 25.4
STYLE = "@page { size: A5; margin: 10mm } h1 { break-before: page; margin: 0; font: 30pt/1 serif }"
SIGNATURES = st.none() | st.integers(1, 10).map(lambda sheets: sheets * 4)


def made(pages: int, style: str = STYLE, **options: object) -> bytes:
    return booklet.render(job(page("".join(map(heading, range(pages))), style), **options))


def heading(number: int) -> str:
    return f"<h1>n{number + 1}</h1>"


def folded(sides: Iterable[Side]) -> list[int | None]:
    """The pages as a reader turns them, once sheets are folded, gathered and sewn."""
    signatures: dict[int, list[Side]] = {}
    for side in sides:
        signatures.setdefault(side.signature, []).append(side)
    read: list[int | None] = []
    for number in sorted(signatures):
        head: list[int | None] = []
        tail: list[int | None] = []
        for front, back in zip(signatures[number][::2], signatures[number][1::2], strict=True):
            assert (front.is_front, back.is_front) == (True, False)
            assert front.sheet == back.sheet == len(head) // 2
            head += [front.right, back.left]
            tail = [back.right, front.left, *tail]
        read += [*head, *tail]
    return read


@given(st.integers(1, 400), SIGNATURES)
def test_folded_and_gathered_the_pages_are_in_order(pages: int, signature: int | None) -> None:
    read = folded(impose(pages, signature=signature))
    blanks = -pages % 4
    assert read == [*range(1, pages + 1), *[None] * blanks]


@given(st.integers(1, 400), SIGNATURES)
def test_no_sheet_is_wasted(pages: int, signature: int | None) -> None:
    assert len(list(impose(pages, signature=signature))) == imposition.padded(pages) // 2


@pytest.mark.parametrize("signature", [2, 6, -4])
def test_a_signature_is_made_of_whole_sheets(signature: int) -> None:
    with pytest.raises(ValueError, match="multiple of 4"):
        list(impose(8, signature=signature))


@pytest.mark.parametrize(("pages", "signature"), [(1, None), (7, None), (22, 16)])
def test_the_file_has_the_pages_where_they_belong(pages: int, signature: int | None) -> None:
    options = {"signature": signature} if signature else {}
    reader = pypdf.PdfReader(io.BytesIO(made(pages, **options)))
    sides = list(impose(pages, signature=signature))
    assert [placed(sheet) for sheet in reader.pages] == [
        {f"n{number}": at for number, at in ((side.left, 0.5), (side.right, 148.5)) if number}
        for side in sides
    ]
    boxes = [[round(float(edge) / MM, 2) for edge in sheet.mediabox] for sheet in reader.pages]
    assert boxes == [[0, 0, 297, 210]] * len(sides)


def test_inner_sheets_creep_towards_the_spine() -> None:
    reader = pypdf.PdfReader(io.BytesIO(made(16, paper_thickness_mm=0.25)))
    left, right = zip(*(sorted(placed(sheet).values()) for sheet in reader.pages[::2]), strict=True)
    assert left == (0.5, 0.75, 1.0, 1.25)
    assert right == (148.5, 148.25, 148.0, 147.75)


def test_marks_and_bleed_are_for_the_knife_not_for_the_stapler() -> None:
    marked = STYLE + "@page { bleed: 3mm; marks: crop cross }"
    plain = pypdf.PdfReader(io.BytesIO(made(4)))
    reader = pypdf.PdfReader(io.BytesIO(made(4, marked)))
    assert [placed(sheet) for sheet in reader.pages] == [placed(sheet) for sheet in plain.pages]
    assert [tuple(sheet.mediabox) for sheet in reader.pages] == [
        tuple(sheet.mediabox) for sheet in plain.pages
    ]


def test_the_printer_turns_sheets_on_their_short_edge() -> None:
    root = pypdf.PdfReader(io.BytesIO(made(4))).root_object
    assert root["/ViewerPreferences"]["/Duplex"] == "/DuplexFlipShortEdge"
    assert "/Outlines" not in root


def test_a_booklet_is_made_to_last(tmp_path: Path) -> None:
    path = tmp_path / "booklet.pdf"
    path.write_bytes(made(6))
    assert breaches(path, "3b") == ()


@pytest.mark.parametrize(
    ("style", "options", "told"),
    [
        ("@page { size: A4 }", {}, "two pages of 210 × 297 mm do not fit on a sheet of 297 × 210"),
        (STYLE, {"sheet": "A9"}, "'sheet' should be one of A4, A3"),
        (STYLE, {"signature": 6}, "'signature' should be a multiple of 4 to 128, not 6"),
        (STYLE, {"signature": "16"}, "'signature' should be a multiple of 4 to 128, not '16'"),
    ],
)
def test_what_cannot_be_folded_is_the_designers_fault(
    style: str, options: dict[str, object], told: str
) -> None:
    with pytest.raises(DeclarationError, match=told):
        made(4, style, **options)


def test_larger_pages_go_on_larger_sheets() -> None:
    reader = pypdf.PdfReader(io.BytesIO(made(4, STYLE + "@page { size: A4 }", sheet="A3")))
    assert placed(reader.pages[0]) == {"n4": 0.0, "n1": 210.0}


def placed(sheet: pypdf.PageObject) -> dict[str, float]:
    """Each page on a sheet by its only word, and where its left edge is, in millimetres."""
    content = ContentStream(sheet.get_contents(), sheet.pdf)
    edges = [operands[4] for operands, operator in content.operations if operator == b"cm"]
    words = sheet.extract_text().split()
    return {word: round(float(edge) / MM, 2) for word, edge in zip(words, edges, strict=True)}


# Any number of pages, in the finished file ------------------------------------------------

A5 = (148 * MM, 210 * MM)


def gathered(pages: int, folding: Folding) -> bytes:
    """Sheets of pages that say nothing but their number."""
    pdf = pydyf.PDF()
    resources = pydyf.Dictionary()
    pdf.add_object(resources)
    for number in range(1, pages + 1):
        content = pydyf.Stream([f"BT ({number}) Tj ET".encode()])
        pdf.add_object(content)
        box = pydyf.Array([-9, -9, A5[0] + 9, A5[1] + 9])
        said = {"Type": "/Page", "Parent": pdf.pages.reference, "MediaBox": box,
                "Contents": content.reference, "Resources": resources.reference}  # fmt: skip
        pdf.add_page(pydyf.Dictionary(said))
    booklet.gather(pdf, folding)
    buffer = io.BytesIO()
    pdf.write(buffer)
    return buffer.getvalue()


def printed_sides(file: pikepdf.Pdf) -> list[dict[int, tuple[float, ...]]]:
    """Each side of each sheet: the pages on it by their number, and how each is placed."""
    sides = []
    for sheet in file.pages:
        placed: dict[int, tuple[float, ...]] = {}
        matrix: tuple[float, ...] = ()
        for operands, operator in pikepdf.parse_content_stream(sheet):
            if str(operator) == "cm":
                matrix = tuple(float(part) for part in operands)
            elif str(operator) == "Do":
                form = sheet.Resources.XObject[str(operands[0])]
                ((words, _),) = [one for one in pikepdf.parse_content_stream(form) if one[0]]
                number = int(str(words[0]))
                assert number not in placed
                placed[number] = matrix
        sides.append(placed)
    return sides


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 400), SIGNATURES, st.sampled_from(["A4", "SRA4", "A3"]))
@example(1, None, "A4")
@example(400, None, "A4")
@example(399, 16, "SRA4")
def test_the_sheets_of_the_file_fold_into_the_book(
    pages: int, signature: int | None, sheet: str
) -> None:
    spread = imposition.spread(A5, SHEETS[sheet])
    folding = Folding(spread=spread, signature=signature, thickness=0.1 * MM, bleed=9)
    with pikepdf.open(io.BytesIO(gathered(pages, folding))) as file:
        sides = printed_sides(file)
        assert {tuple(map(float, page.mediabox)) for page in file.pages} == {
            (0, 0, *(round(edge, 4) for edge in SHEETS[sheet]))
        }
    expected = list(impose(pages, signature=signature))
    assert len(sides) == len(expected)
    read: list[Side] = []
    for place, placed in zip(expected, sides, strict=True):
        halves: dict[str, int] = {}
        for number, (a, b, c, d, x, y) in placed.items():
            assert (a, b, c, d) == (1, 0, 0, 1), "no page stands on its head"
            assert y == pytest.approx(spread.bottom, abs=0.001)
            half = "left" if x < spread.fold - A5[0] / 2 else "right"
            shift = imposition.creep(place.sheet, folding.thickness)
            edge = spread.left + shift if half == "left" else spread.right - shift
            assert x == pytest.approx(edge, abs=0.001)
            halves[half] = number
        assert len(halves) == len(placed)
        read.append(
            Side(
                signature=place.signature,
                sheet=place.sheet,
                is_front=place.is_front,
                left=halves.get("left"),
                right=halves.get("right"),
            )
        )
    assert folded(read) == [*range(1, pages + 1), *[None] * (-pages % 4)]


@pytest.mark.parametrize(("sheet", "room"), [("A4", 0.5), ("SRA4", 12), ("A3", 62)])
def test_a_sheet_has_the_boxes_of_the_two_pages_on_it(sheet: str, room: float) -> None:
    style = STYLE + "@page { size: 148mm 210mm; bleed: 3mm }"
    reader = pypdf.PdfReader(io.BytesIO(made(8, style, sheet=sheet)))
    for side in reader.pages:
        trim, bleed, media = ([float(edge) / MM for edge in box] for box in
                              (side.trimbox, side.bleedbox, side.mediabox))  # fmt: skip
        assert trim[2] - trim[0] == pytest.approx(296, abs=0.01)
        assert trim[3] - trim[1] == pytest.approx(210, abs=0.01)
        assert trim[0] == pytest.approx(room, abs=0.01)
        assert trim[0] - bleed[0] == pytest.approx(min(room, 3), abs=0.01)
        assert media[0] == 0
        lines = marks_of(side)
        outside = [x for x, y in lines if not (bleed[0] < x < bleed[2] and bleed[1] < y < bleed[3])]
        assert (len(outside) == len(lines)) == (sheet != "A4")
        folds = [(x, y) for x, y in lines if x == pytest.approx(media[2] / 2, abs=0.01)]
        assert len(folds) == 4


def marks_of(side: pypdf.PageObject) -> list[tuple[float, float]]:
    content = ContentStream(side.get_contents(), side.pdf)
    return [
        (float(operands[0]) / MM, float(operands[1]) / MM)
        for operands, operator in content.operations
        if operator in (b"m", b"l")
    ]


def test_creep_follows_from_the_weight_and_the_bulk_of_the_paper() -> None:
    reader = pypdf.PdfReader(io.BytesIO(made(8, paper_gsm=200, paper_bulk=1.25)))
    assert min(placed(reader.pages[2]).values()) == 0.75


def test_sheets_for_the_press_keep_its_rules() -> None:
    style = STYLE + "@page { bleed: 3mm; background: #123a6b }"
    wishes = {"sheet": "SRA4", "output_intent": "coated.icc", "signature": 8}
    body = "".join(map(heading, range(10)))
    content = booklet.render(job(page(body, style), assets={COATED: PROFILE}, **wishes))
    assert press_rules.faults(content) == []
