"""Sheets that a person can print, fold and staple without thinking."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf.generic import ContentStream

from pipeline.errors import DeclarationError
from pipeline.renderers import booklet, imposition
from pipeline.renderers.imposition import Side, impose
from tests.judges import breaches
from tests.renderers.paper_jobs import job, page

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
        (STYLE, {"signature": 6}, "'signature' should be a multiple of 4, not 6"),
        (STYLE, {"signature": "16"}, "'signature' should be a multiple of 4, not '16'"),
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
