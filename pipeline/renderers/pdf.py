"""Pages in reading order: for the screen, accessible; for the printer, with bleed and marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pydyf

from pipeline.renderers import paper, wishes
from pipeline.renderers.job import Job

MM = 72 / 25.4
PX = 72 / 96
OPTIONS = ("variant", "multiple", "cover", "bookmarks")
VARIANTS = ("screen", "print")
SIDES = ("left", "bottom", "right", "top")

Box = tuple[float, float, float, float]

GAP, MARK = 0.5 * MM, 5 * MM
"""From the bleed to a mark; from one end of a mark to the other."""


def render(job: Job) -> bytes:
    wishes.only(job, *OPTIONS, *paper.OPTIONS)
    variant, multiple = wishes.choice(job, "variant", VARIANTS), wishes.count(job, "multiple")
    has_bookmarks = wishes.switch(job, "bookmarks")
    document = paper.lay_out(job)
    paper.fill(document, multiple or 1, has_cover=wishes.switch(job, "cover", default=False))
    if variant == "print":
        paper.still(document)
        return paper.print_pdf(document, job, finisher=_marking(paper.take_marks(document)))
    paper.trim(document)
    if not has_bookmarks:
        for page in document.pages:
            page.bookmarks = []
    return paper.print_pdf(document, job, is_tagged=True)


def _marking(marks: Sequence[str]) -> paper.Finisher:
    """Set the boxes a printer goes by, and draw the marks outside the bleed."""

    def finish(document: Any, pdf: pydyf.PDF) -> None:
        for page, number in zip(document.pages, pdf.pages["Kids"][::3], strict=True):
            made = pdf.objects[number]
            trim: Box = (0.0, 0.0, page.width * PX, page.height * PX)
            bleed = _grown(trim, *(page.bleed[side] * PX for side in SIDES))
            media = _grown(bleed, *[GAP + MARK if marks else 0.0] * 4)
            for name, box in (("TrimBox", trim), ("BleedBox", bleed), ("MediaBox", media)):
                made[name] = pydyf.Array(round(edge, 4) for edge in box)
            under = pydyf.Stream(compress=True)
            _draw(under, trim, bleed, media, marks)
            # Nothing of the page may run under the marks.
            under.rectangle(*bleed[:2], bleed[2] - bleed[0], bleed[3] - bleed[1])
            under.clip()
            under.end()
            pdf.add_object(under)
            made["Contents"] = pydyf.Array([under.reference, made["Contents"]])

    return finish


def _grown(box: Box, left: float, bottom: float, right: float, top: float) -> Box:
    return (box[0] - left, box[1] - bottom, box[2] + right, box[3] + top)


def _draw(stream: pydyf.Stream, trim: Box, bleed: Box, media: Box, marks: Sequence[str]) -> None:
    stream.push_state()
    stream.set_line_width(0.25)
    lines: list[Box] = []
    if "crop" in marks:
        for x in (trim[0], trim[2]):
            lines += [(x, media[1], x, bleed[1] - GAP), (x, bleed[3] + GAP, x, media[3])]
        for y in (trim[1], trim[3]):
            lines += [(media[0], y, bleed[0] - GAP, y), (bleed[2] + GAP, y, media[2], y)]
    if "cross" in marks:
        middle = (trim[0] + trim[2]) / 2, (trim[1] + trim[3]) / 2
        for x in ((media[0] + bleed[0] - GAP) / 2, (media[2] + bleed[2] + GAP) / 2):
            lines += _cross(x, middle[1])
        for y in ((media[1] + bleed[1] - GAP) / 2, (media[3] + bleed[3] + GAP) / 2):
            lines += _cross(middle[0], y)
    for x1, y1, x2, y2 in lines:
        stream.move_to(round(x1, 4), round(y1, 4))
        stream.line_to(round(x2, 4), round(y2, 4))
        stream.stroke()
    stream.pop_state()


def _cross(x: float, y: float) -> list[Box]:
    arm = MARK / 2
    return [(x - arm, y, x + arm, y), (x, y - arm, x, y + arm)]
