"""Pages as a compositor sees them: lines, where they stand, and what they belong to."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline import editions, production, publications
from pipeline.corpus import reading
from pipeline.model.editions import Edition, Output
from pipeline.renderers import merge_tags, paper
from pipeline.renderers.job import Job
from pipeline.typesetting import Typesetter

ROOT = Path(__file__).parent.parent
TEMPLATES = ROOT / "templates"
NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
DIVIDED = re.compile(r"\w[-‐]$")


@dataclass(frozen=True)
class Line:
    words: str
    top: float
    bottom: float
    left: float
    right: float
    is_divided: bool = False
    """Whether its last word goes on in the next line."""

    @property
    def width(self) -> float:
        return self.right - self.left


@dataclass(frozen=True)
class Block:
    """The lines of an element that stand together in one column of one page."""

    page: int
    element: Any = field(repr=False)
    tag: str
    lines: tuple[Line, ...]
    style: Any = field(repr=False)
    is_free: bool = False
    """Whether it stands where a designer put it, outside the flow."""

    @property
    def words(self) -> str:
        return " ".join(line.words for line in self.lines)


@dataclass(frozen=True)
class Sheet:
    number: int
    blocks: tuple[Block, ...]
    box: Any = field(repr=False)

    @property
    def flow(self) -> list[Block]:
        return [block for block in self.blocks if not block.is_free]

    @property
    def fill(self) -> float:
        """How far down its area words and pictures reach."""
        top = self.box.content_box_y()
        ends = [top] + [
            min(one.position_y + one.height, top + self.box.height)
            for one in self.box.descendants()
            if type(one).__name__ in ("LineBox", "BlockReplacedBox", "InlineReplacedBox")
        ]
        return float((max(ends) - top) / self.box.height)


def edition(publication: str, language: str, named: str, sources: Path) -> Edition:
    words = publications.words(TEMPLATES)
    declared = publications.load(TEMPLATES / publication / "publication.toml", TEMPLATES)
    corpus = reading.read(sources)
    (made,) = editions.make_up(declared, corpus, NOW, words, named=named, languages=(language,))
    assert isinstance(made, Edition), made.findings
    return made


def setter() -> Typesetter:
    words, brand = publications.words(TEMPLATES), publications.brand(TEMPLATES)
    return Typesetter(TEMPLATES, words, brand, merge_tags.TOKENS)


def laid_out(made: Edition, output: Output, added: str = "") -> Any:
    """Its pages; *added* is set before the end of the text."""
    at_work = setter()
    assert output.template
    page = at_work.set(made, output.template).replace("</main>", f"{added}</main>")
    answers = production.Answers(made.pictures, at_work.profiles(made.publication.slug))
    labels = at_work.words(made.language)
    return paper.lay_out(Job(made, output, page, {}, answers, labels, lambda finding: None))


def sheets(document: Any) -> tuple[Sheet, ...]:
    return tuple(
        Sheet(number, tuple(_blocks(page._page_box, number, is_free=False)), page._page_box)
        for number, page in enumerate(document.pages, 1)
    )


def _blocks(box: Any, page: int, *, is_free: bool) -> Iterator[Block]:
    for child in getattr(box, "children", ()):
        if type(child).__name__ == "MarginBox":
            continue
        free = is_free or child.style["position"] in ("absolute", "fixed") or _is_hidden(child)
        free = free or type(child).__name__ == "FootnoteAreaBox"
        lines = tuple(_lines(child))
        if lines:
            tag = child.element_tag.split("::")[0]
            yield Block(page, child.element, tag, lines, child.style, free)
        yield from _blocks(child, page, is_free=free)


def _is_hidden(box: Any) -> bool:
    return box.element is not None and box.element.get("aria-hidden") == "true"


def _lines(block: Any) -> Iterator[Line]:
    for child in block.children if hasattr(block, "children") else ():
        if type(child).__name__ != "LineBox":
            continue
        texts = [box for box in child.descendants() if type(box).__name__ == "TextBox" and box.text]
        words = "".join(box.text for box in texts)
        if not words.strip():
            continue
        left = min(box.position_x for box in texts)
        right = max(box.position_x + box.width for box in texts)
        bottom = child.position_y + child.height
        divided = bool(DIVIDED.search(words)) and _has_soft_end(child)
        yield Line(words.strip(), child.position_y, bottom, left, right, divided)


def _has_soft_end(line: Any) -> bool:
    """Whether the hyphen at its end is ours: a writer's own ends a word."""
    last = [box for box in line.descendants() if type(box).__name__ == "TextBox"][-1]
    element = "".join(last.element.itertext()) if last.element is not None else ""
    return last.text.rstrip()[-12:] not in " ".join(element.split())
