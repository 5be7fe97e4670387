"""Slides: a page for each section, set smaller where it does not fit, told where it never does."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from pipeline.errors import Finding, Level, Location
from pipeline.renderers import paper
from pipeline.renderers.job import Job

SLIDE = re.compile(
    r'<section\b[^>]*\bid="(?P<name>[^"]+)"(?: data-again)* data-step="(?P<step>\d)"'
    r' data-where="(?P<where>[^"]*)"'
)
SMALLEST = 2
"""The last of the steps that the style sheet knows."""
SLACK = 1.5
"""How far, in pixels, a line may stand out of the page's area: its ink does not reach so far."""


def render(job: Job) -> bytes:
    document = paper.lay_out(job)
    for _ in range(SMALLEST):
        smaller = _smaller(job, overfull(document))
        if smaller.page == job.page:
            break
        job = smaller
        document = paper.lay_out(job)
    full = set(overfull(document))
    for name, where in wheres(job.page).items():
        if name in full:
            job.report(_too_much(where))
    return paper.print_pdf(document, job, is_tagged=True)


def overfull(document: Any) -> Iterator[str]:
    """The names of the slides that take more than their page."""
    current = ""
    for page in document.pages:
        begun = [name for name in page.anchors if re.fullmatch(r"slide-\d+", name)]
        if not begun or begun[0] == current:
            # The slide before goes on here.
            yield current
            continue
        current = begun[0]
        if _is_overfull(page._page_box):
            yield current


def wheres(page: str) -> dict[str, Location]:
    """Which line of which source each slide is made from."""
    return {found["name"]: _location(found["where"]) for found in SLIDE.finditer(page)}


def _location(where: str) -> Location:
    path, *numbers = where.split(":")
    places = [int(one) for one in numbers[:2] if re.fullmatch("[0-9]{1,9}", one)]
    return Location(PurePosixPath(path), *places)


def _smaller(job: Job, names: Iterator[str]) -> Job:
    full = set(names)

    def next_step(found: re.Match[str]) -> str:
        step = min(int(found["step"]) + 1, SMALLEST)
        if found["name"] not in full:
            return found[0]
        return found[0].replace(f'data-step="{found["step"]}"', f'data-again data-step="{step}"')

    return dataclasses.replace(job, page=SLIDE.sub(next_step, job.page)) if full else job


def _is_overfull(page: Any) -> bool:
    """Whether a line of words stands outside the area that the margins leave."""
    right = page.content_box_x() + page.width
    bottom = page.content_box_y() + page.height
    return any(
        line.position_y + line.height > bottom + SLACK
        or line.position_x + line.width > right + SLACK
        for line in _lines(page)
    )


def _lines(box: Any) -> Iterator[Any]:
    """The lines of the page, those in its margins left out."""
    for child in getattr(box, "children", ()):
        kind = type(child).__name__
        if kind == "MarginBox" or (child.element is not None and _is_free(child.element)):
            continue
        if kind == "LineBox":
            yield child
        else:
            yield from _lines(child)


def _is_free(element: Any) -> bool:
    """Whether it may stand where it likes: a drawing behind the words, a line in the foot."""
    return bool(element.get("aria-hidden") == "true" or element.get("class") == "credit")


def _too_much(where: Location) -> Finding:
    return Finding(
        "P110",
        "this slide holds more than a page, at the smallest size",
        "divide it with another heading, or move words to a paragraph that begins with Note:",
        where,
        Level.WARNING,
    )
