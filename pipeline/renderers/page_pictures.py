"""What a page of a finished PDF looks like. The only room that knows PDFium."""

from __future__ import annotations

import io

import pypdfium2


def count(pdf: bytes) -> int:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def render_page(pdf: bytes, page: int, width: int, *, see_through: bool = False) -> bytes:
    """The page, counted from 1, as a PNG so many pixels wide; on white, unless see-through."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        shown = document[page - 1]
        ground = (255, 255, 255, 0 if see_through else 255)
        picture = shown.render(scale=width / shown.get_width(), fill_color=ground).to_pil()
        buffer = io.BytesIO()
        picture.save(buffer, "PNG")
        return buffer.getvalue()
    finally:
        document.close()


def trim(pdf: bytes) -> tuple[float, float]:
    """The width and the height that the first page is cut to, in points."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        left, bottom, right, top = document[0].get_trimbox()
        return (right - left, top - bottom)
    finally:
        document.close()
