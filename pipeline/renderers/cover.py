"""The cover of a book: back, spine and front in one piece, as wide as the block is thick."""

from __future__ import annotations

import dataclasses
import math

from pipeline.errors import Finding, Level
from pipeline.renderers import marks, page_pictures, paper, prepress, stock, wishes
from pipeline.renderers.job import Job

OPTIONS = ("block", "spine_title_from_mm")
NARROWEST = 5.0
"""Millimetres of spine that a title needs: the fold may be a millimetre to either side."""


def render(job: Job) -> bytes:
    wishes.only(job, *OPTIONS, *stock.OPTIONS, *paper.OPTIONS, *prepress.OPTIONS)
    block = wishes.file(job, "block", "PDF")
    width, height = page_pictures.trim(block)
    spine = spine_width(page_pictures.count(block), stock.thickness(job))
    is_bare = spine < wishes.measure(job, "spine_title_from_mm", NARROWEST)
    style = _style(width / marks.MM, height / marks.MM, spine, is_bare=is_bare)
    job = dataclasses.replace(job, page=job.page.replace("</head>", f"{style}</head>", 1))
    document = paper.lay_out(job)
    if len(document.pages) > 1:
        message = f"the cover does not fit on one sheet: it runs over {len(document.pages)}"
        remedy = "shorten the title or the subtitle"
        job.report(Finding("P107", message, remedy, paper.where(job), Level.WARNING))
        del document.pages[1:]
    paper.still(document)
    folds = (width, width + spine * marks.MM)
    return paper.print_pdf(document, job, finisher=marks.drawn(paper.take_marks(document), folds))


def spine_width(pages: int, thickness: float) -> float:
    """Millimetres, to a tenth: the leaves upon one another.

    >>> spine_width(92, 0.13), spine_width(4, 0.1)
    (6.0, 0.2)
    """
    return math.ceil(round(pages / 2 * thickness * 10, 6)) / 10


def _style(width: float, height: float, spine: float, *, is_bare: bool) -> str:
    """What the template cannot know: it uses `var(--page-width)`, `var(--spine-width)` and so on.

    A text of class `on-spine` is left out where the spine is too narrow for one.
    """
    whole = 2 * width + spine
    bare = ".on-spine { display: none }" if is_bare else ""
    return (
        f"<style>@page {{ size: {whole:.4f}mm {height:.4f}mm }} :root {{"
        f"--page-width: {width:.4f}mm; --page-height: {height:.4f}mm;"
        f"--spine-width: {spine:.4f}mm }} {bare}</style>"
    )
