"""What a page may ask of the layout engine, counted before it would take it without end."""

from __future__ import annotations

import re
from typing import Any

WIDEST = 1_000
"""Columns that one row spans, as in every browser."""
MOST_SELECTORS = 10_000
"""Our largest sheet has some hundreds."""
DEEPEST = 7
"""Each box that shares out its room lays what is in it out three times; columns, nine times."""
_HEADS = re.compile(r"(?<![^{}])[^{}]*\{")


class Overburdened(Exception):
    """The page asks for more than can be laid out in time."""


def lighten(root: Any) -> None:
    """Let no row span more columns than browsers let it."""
    for row in root.iter("tr"):
        left = WIDEST
        for cell in (one for one in row if one.tag in ("td", "th")):
            asked = cell.get("colspan", "1").strip()
            span = int(asked) if re.fullmatch("[0-9]{1,9}", asked) else 1
            left -= span
            if left < 0 and span > 1:
                cell.set("colspan", str(max(1, left + span)))
                left = 0


def refuse_selectors(root: Any) -> None:
    sheets = (style.text or "" for style in root.iter("style"))
    heads = (head for sheet in sheets for head in _HEADS.findall(sheet))
    count = sum(1 + head.count(",") for head in heads)
    if count > MOST_SELECTORS:
        raise Overburdened(
            f"its style sheet has {count:,} selectors, and may have {MOST_SELECTORS:,}"
        )


def refuse_nesting(root: Any, sharing: tuple[type, ...], columned: type) -> None:
    """Boxes that are *sharing* their room, or may have columns as those *columned*."""
    waiting = [(root, 0)]
    while waiting:
        box, depth = waiting.pop()
        if isinstance(box, sharing):
            depth += 1
        elif isinstance(box, columned) and _has_columns(box.style):  # type: ignore[attr-defined]
            depth += 2
        if depth > DEEPEST:
            raise Overburdened("flex, grid and columns stand in one another too deep")
        waiting += [(inner, depth) for inner in getattr(box, "children", ())]


def _has_columns(style: Any) -> bool:
    return bool(style["column_width"] != "auto" or style["column_count"] != "auto")
