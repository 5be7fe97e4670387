"""The boxes of a slide: where they stand, and how they make room for a heading of many lines."""

from __future__ import annotations

from html import escape
from typing import Any

from pipeline import columns
from pipeline.renderers.slide_master import EMU

TITLE, BODY, TABLE, CHART = 0, 1, 14, 15
WIDER, LEADING = 1.15, 1.3
"""Most machines show another face than ours: wider, and with taller lines."""

Box = tuple[float, float, float, float]


def box(place: Any) -> Box:
    """Left, top, width and height in points."""
    left, top, width, height = place.left, place.top, place.width, place.height
    return left / EMU, top / EMU, width / EMU, height / EMU


def put(place: Any, edges: tuple[float, ...]) -> None:
    place.left, place.top, place.width, place.height = (round(edge * EMU) for edge in edges)


def narrow(slide: Any, side: float) -> None:
    """The words beside a picture take what it leaves."""
    for place in slide.placeholders:
        if place.placeholder_format.idx in (TITLE, BODY):
            left, top, _, height = box(place)
            put(place, (left, top, side, height))


def make_room(slide: Any, size: float) -> None:
    """What stands below the heading begins below its last line."""
    title = slide.shapes.title
    if title is None:
        return
    left, top, width, height = box(title)
    lines = columns.lines(escape(title.text_frame.text), width / size / WIDER)
    more = lines * size * LEADING - height
    if more <= 0:
        return
    put(title, (left, top, width, height + more))
    for place in slide.placeholders:
        own = box(place)
        is_below = own[1] >= top + height - 1
        if is_below and place.placeholder_format.idx in (BODY, TABLE, CHART):
            is_grid = getattr(place, "has_table", False)
            left_over = own[3] if is_grid else max(own[3] - more, size)
            put(place, (own[0], own[1] + more, own[2], left_over))
