"""The boxes a printer goes by, and the marks that stand outside the bleed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pydyf

from pipeline.renderers import paper

MM, PX = 72 / 25.4, 72 / 96
SIDES = ("left", "bottom", "right", "top")
GAP, MARK = 0.5 * MM, 5 * MM
"""From the bleed to a mark; from one end of a mark to the other."""
LINE = 0.25
DASH = 0.75 * MM

Box = tuple[float, float, float, float]


def drawn(marks: Sequence[str], folds: Sequence[float] = ()) -> paper.Finisher:
    """Set the boxes a printer goes by, and draw the marks outside the bleed.

    Folds are told by their distance from the left edge of the cut page, in points.
    """

    def finish(document: Any, pdf: pydyf.PDF) -> None:
        for page, number in zip(document.pages, pdf.pages["Kids"][::3], strict=True):
            made = pdf.objects[number]
            trim: Box = (0.0, 0.0, page.width * PX, page.height * PX)
            bleed = _grown(trim, *(page.bleed[side] * PX for side in SIDES))
            media = _grown(bleed, *[GAP + MARK if marks else 0.0] * 4)
            for name, box in (("TrimBox", trim), ("BleedBox", bleed), ("MediaBox", media)):
                made[name] = pydyf.Array(round(edge, 4) for edge in box)
            under = pydyf.Stream(compress=True)
            under.push_state()
            under.set_line_width(LINE)
            stroke(under, _lines(trim, bleed, media, marks))
            under.set_dash([round(DASH, 4)], 0)
            stroke(under, ticks(bleed, media, folds))
            under.pop_state()
            # Nothing of the page may run under the marks.
            under.rectangle(*bleed[:2], bleed[2] - bleed[0], bleed[3] - bleed[1])
            under.clip()
            under.end()
            pdf.add_object(under)
            made["Contents"] = pydyf.Array([under.reference, made["Contents"]])

    return finish


def _grown(box: Box, left: float, bottom: float, right: float, top: float) -> Box:
    return (box[0] - left, box[1] - bottom, box[2] + right, box[3] + top)


def _lines(trim: Box, bleed: Box, media: Box, marks: Sequence[str]) -> Iterator[Box]:
    if "crop" in marks:
        yield from corners(trim, bleed, media)
    if "cross" in marks:
        middle = (trim[0] + trim[2]) / 2, (trim[1] + trim[3]) / 2
        for x in ((media[0] + bleed[0] - GAP) / 2, (media[2] + bleed[2] + GAP) / 2):
            yield from _cross(x, middle[1])
        for y in ((media[1] + bleed[1] - GAP) / 2, (media[3] + bleed[3] + GAP) / 2):
            yield from _cross(middle[0], y)


def corners(trim: Box, bleed: Box, media: Box) -> Iterator[Box]:
    """Lines along which the page is cut."""
    yield from ticks(bleed, media, (trim[0], trim[2]))
    for y in (trim[1], trim[3]):
        yield from ((media[0], y, bleed[0] - GAP, y), (bleed[2] + GAP, y, media[2], y))


def ticks(bleed: Box, media: Box, across: Sequence[float]) -> Iterator[Box]:
    """Lines below and above the page."""
    for x in across:
        yield from ((x, media[1], x, bleed[1] - GAP), (x, bleed[3] + GAP, x, media[3]))


def stroke(stream: pydyf.Stream, lines: Iterable[Box]) -> None:
    for x1, y1, x2, y2 in lines:
        stream.move_to(round(x1, 4), round(y1, 4))
        stream.line_to(round(x2, 4), round(y2, 4))
        stream.stroke()


def _cross(x: float, y: float) -> list[Box]:
    arm = MARK / 2
    return [(x - arm, y, x + arm, y), (x, y - arm, x, y + arm)]
