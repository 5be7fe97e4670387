"""Pages looked over before they are printed: what stands out, what is coarse, what is strange."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from pipeline.model.texts import Picture
from pipeline.renderers import hyphens, typecase

INCH = 96
SLACK = 2
"""In pixels: ink does not fill the room of a letter."""
PER_INCH = 200
"""Dots on an inch of paper: below, a reader sees them."""
GENERIC = ("serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "inherit")


@dataclass(slots=True)
class Seen:
    """What was found on the pages of a document, each thing once."""

    overfull: dict[str, int] = field(default_factory=dict)
    """Words that stand out of their place -> the page on which they do."""
    coarse: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Name of a picture -> its width in millimetres, its dots to the inch."""
    undivided: dict[str, str] = field(default_factory=dict)
    """A language without rules for dividing words -> words in it."""
    families: dict[str, None] = field(default_factory=dict)
    """Fonts that were asked for and that we do not have."""


def look_over(document: Any, pictures: dict[str, Picture]) -> Seen:
    """*pictures* by their addresses."""
    seen = Seen()
    for number, page in enumerate(document.pages, 1):
        box = page._page_box
        sheet = (-page.bleed["left"] - SLACK, page.width + page.bleed["right"] + SLACK)
        for block in _blocks(box):
            _look_at_lines(seen, block, number, sheet)
        for shown in _walk(box, lambda one: hasattr(one, "replacement")):
            _look_at_picture(seen, shown, pictures)
    return seen


def _walk(box: Any, wanted: Callable[[Any], bool]) -> Iterator[Any]:
    """The boxes of a page; not what the designer puts into its margins and behind its words.

    Of what is turned, like a title on a spine, nobody but the printer's eye knows the place.
    """
    for child in getattr(box, "children", ()):
        is_hidden = child.element is not None and child.element.get("aria-hidden") == "true"
        if type(child).__name__ == "MarginBox" or is_hidden or child.style["transform"]:
            continue
        if wanted(child):
            yield child
        yield from _walk(child, wanted)


def _blocks(page: Any) -> Iterator[Any]:
    """The boxes that hold lines."""
    return _walk(page, lambda box: any(map(_is_line, getattr(box, "children", ()))))


def _is_line(box: Any) -> bool:
    return type(box).__name__ == "LineBox"


def _texts(line: Any) -> list[Any]:
    return [box for box in line.descendants() if type(box).__name__ == "TextBox" and box.text]


def _look_at_lines(seen: Seen, block: Any, page: int, sheet: tuple[float, float]) -> None:
    style, lines = block.style, [child for child in block.children if _is_line(child)]
    left = block.content_box_x() - SLACK
    right = left + block.width + 2 * SLACK
    is_rtl = style["direction"] == "rtl"
    for line in lines:
        texts = [box for box in _texts(line) if box.text.strip()]
        if not texts:
            continue
        first = min(box.position_x for box in texts)
        last = max(box.position_x + box.width for box in texts)
        stands_out = first < left if is_rtl else last > right
        if stands_out or first < sheet[0] or last > sheet[1]:
            seen.overfull.setdefault(" ".join(box.text.strip() for box in texts), page)
        for box in texts:
            _look_at_style(seen, box, len(lines) > 1)


def _look_at_style(seen: Seen, box: Any, is_long: bool) -> None:
    style = box.style
    family = style["font_family"][0]
    if family not in typecase.FAMILIES and family.casefold() not in GENERIC:
        seen.families.setdefault(family)
    language = style["lang"]
    if not (is_long and language and style["hyphens"] == "auto") or language in seen.undivided:
        return
    # Arabic and Hebrew never divide a word.
    if hyphens.language_fallback(language) is None and style["direction"] != "rtl":
        seen.undivided[language] = box.text.strip()


def _look_at_picture(seen: Seen, box: Any, pictures: dict[str, Picture]) -> None:
    address = unquote((box.element.get("src") or "") if box.element is not None else "")
    picture = pictures.get(address)
    if picture is None or picture.format == "svg" or not box.width or not box.height:
        return
    # A picture that only fits into its box is as fine as its finer side.
    dots = max(picture.width / box.width, picture.height / box.height) * INCH
    if round(dots) < PER_INCH:
        width = round(picture.width / dots * 25.4)
        known = seen.coarse.get(picture.name)
        if known is None or dots < known[1]:
            seen.coarse[picture.name] = (width, round(dots))
