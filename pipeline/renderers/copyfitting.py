"""Pages that hold a few lines only, because a part of the text ends just after a full one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

FEW = 12
"""So many lines an editor can save by cutting words; more is a matter of another design."""
ROOM = 0.25
"""Of the height of a page: what reaches lower does not look forgotten."""


@dataclass(frozen=True, slots=True)
class Overrun:
    """The end of a text that runs over to a page of its own."""

    page: int
    lines: int
    words: str
    """All of the page."""


def overruns(document: Any) -> Iterator[Overrun]:
    """Those of a laid-out *document*, in order; a page that begins something is none."""
    before: frozenset[int] = frozenset()
    for number, page in enumerate(document.pages, 1):
        box = page._page_box
        blocks = list(_blocks(box))
        rows = _rows(blocks)
        if 0 < len(rows) <= FEW and _goes_on(box, before) and not _is_filled(blocks, box):
            yield Overrun(number, len(rows), " ".join(rows))
        before = frozenset(id(one.element) for one in blocks if one.element is not None)


def _blocks(box: Any) -> Iterator[Any]:
    """The boxes down to lines, without what stands in the margins of the page."""
    for child in getattr(box, "children", ()):
        kind = type(child).__name__
        if kind != "MarginBox":
            yield child
            if kind != "LineBox":
                yield from _blocks(child)


def _rows(blocks: list[Any]) -> list[str]:
    """The words of each height at which lines stand: columns are read side by side."""
    rows: dict[int, list[str]] = {}
    for line in (one for one in blocks if type(one).__name__ == "LineBox"):
        texts = (one.text.strip() for one in line.descendants() if type(one).__name__ == "TextBox")
        if words := " ".join(texts).strip():
            rows.setdefault(round(line.position_y), []).append(words)
    return [" ".join(rows[height]) for height in sorted(rows)]


def _goes_on(page: Any, before: frozenset[int]) -> bool:
    """Whether the page begins within a part of the text that stood on the page before."""
    roots = (one for one in page.children if type(one).__name__ != "MarginBox")
    bodies = (body for root in roots for body in getattr(root, "children", ()))
    parts = (part for body in bodies for part in getattr(body, "children", ()))
    first = next(parts, None)
    return first is not None and id(first.element) in before


def _is_filled(blocks: list[Any], page: Any) -> bool:
    """Whether lines or pictures reach below the part of the page that looks forgotten."""
    lowest = page.content_box_y() + ROOM * page.height
    return any(
        one.position_y + one.margin_height() > lowest
        for one in blocks
        if type(one).__name__ == "LineBox" or hasattr(one, "replacement")
    )
