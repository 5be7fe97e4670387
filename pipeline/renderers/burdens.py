"""What a page may ask of the layout engine, counted before it would take it without end."""

from __future__ import annotations

import re
import traceback
from typing import Any

from pipeline.errors import CopyError, DeclarationError, Finding, Location
from pipeline.renderers.job import Job

WIDEST = 1_000
"""Columns that one row spans, as in every browser."""
MOST_SELECTORS = 10_000
"""Our largest sheet has some hundreds."""
DEEPEST = 7
"""Each box that shares out its room lays what is in it out three times; columns, nine times."""
MOST_CELLS = 5_000
"""Of a table on a slide; a reader sees fifty."""
_STYLE = re.compile(r"[/\\](?:cssselect2|tinycss2|weasyprint[/\\]css)[/\\]")
_FAR = re.compile(
    r"(?:counter-(?:reset|set|increment)|pad)\s*:[^;{}]*[0-9]{6}|tab-size\s*:\s*[0-9]{4}",
    re.IGNORECASE,
)
_HEADS = re.compile(r"(?<![^{}])[^{}]*\{")


class Overburdened(Exception):
    """The page asks for more than can be laid out in time."""


def refusal(job: Job, error: Overburdened) -> CopyError:
    message = f"{job.output.name} cannot be laid out: {error}"
    return CopyError(Finding("P109", message, "take some of it out of the template", job.sheet))


def unforeseen(job: Job, error: Exception, lead: Location) -> Finding:
    """What the engine broke on: the template's alone if it is style, else it may be the copy's."""
    message = f"{job.output.name} cannot be laid out ({type(error).__name__})"
    if _is_of_style(error):
        remedy = "look for something unusual in its style sheet: brackets or selectors without end"
        return Finding("P100", message, remedy, job.sheet)
    place = "" if lead == job.sheet else f" and in {job.sheet}"
    remedy = f"look for something unusual here{place}: very deep nesting, an endless table"
    return Finding("P100", message, remedy, lead)


def _is_of_style(error: Exception) -> bool:
    """Whether most of what was at work read a style sheet, which no writer writes."""
    frames = [frame.filename for frame in traceback.extract_tb(error.__traceback__)]
    return sum(map(bool, map(_STYLE.search, frames))) * 2 > len(frames)


def refuse_nothing(job: Job) -> None:
    """A template that was saved empty, or whose every word depends on what is not so."""
    if not job.page.strip():
        remedy = "write something in the template"
        raise DeclarationError(Finding("P113", "the page is empty", remedy, job.sheet))


def refuse_cells(rows: int, columns: int) -> None:
    if rows * columns > MOST_CELLS:
        raise Overburdened(
            f"a table has {rows:,} by {columns:,} cells, and may have {MOST_CELLS:,} in all"
        )


def refuse_columns(count: int) -> None:
    if count > WIDEST:
        raise Overburdened(f"a table has {count:,} columns, and may have {WIDEST:,}")


def lighten(root: Any) -> None:
    """Let no row and no group span more columns than browsers let them."""
    for group in (*root.iter("col"), *root.iter("colgroup")):
        if re.fullmatch("[0-9]{4,}", group.get("span", "").strip()):
            group.set("span", str(WIDEST))
    for row in root.iter("tr"):
        left = WIDEST
        for cell in (one for one in row if one.tag in ("td", "th")):
            asked = cell.get("colspan", "1").strip()
            span = int(asked) if re.fullmatch("[0-9]{1,9}", asked) else 1
            left -= span
            if left < 0 and span > 1:
                cell.set("colspan", str(max(1, left + span)))
                left = 0


def refuse_styles(root: Any) -> None:
    _refuse_counters(root)
    _refuse_selectors(root)


def _refuse_counters(root: Any) -> None:
    """A counter may be written with a sign for each of what it counts, and a tab is its blanks."""
    written = [style.text or "" for style in root.iter("style")]
    written += (node.get("style", "") for node in root.iter() if node.get("style"))
    if any(_FAR.search(sheet) for sheet in written):
        raise Overburdened("a counter of its styles has six digits or more, or a tab has four")


def _refuse_selectors(root: Any) -> None:
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
