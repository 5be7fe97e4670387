"""Pages that hold a few lines only, because a part of the text ends just after a full one.

A template says in `data-fit` by which classes a part may be set closer, each on top of the ones
before. Where the last page of a part is nearly empty they are tried; the first that saves it stays.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

from pipeline import stamps
from pipeline.renderers import complaints

FEW = 12
"""So many lines an editor can save by cutting words; more is a matter of another design."""
ROOM = 0.25
"""Of the height of a page: what reaches lower does not look forgotten."""
WORTHY = 0.4
"""A part that ends above is tried in a closer setting; above ROOM, where a blank page would take
the place of the saved one."""
WISH = "data-fit"

Read = Callable[[], Any]
LayOut = Callable[[Any], Any]
Assets = Mapping[str, bytes]
Stretches = list[tuple[Any, Any]]
MOST_KNOWN = 64
ON_LEAVES = ("left", "right", "recto", "verso")


@dataclass(frozen=True, slots=True)
class Overrun:
    """The end of a text that runs over to a page of its own."""

    page: int
    lines: int
    words: str
    """All of the page."""


_known: dict[str, dict[int, str]] = {}
"""The parts of a book -> how those are set that save a page; two forms of a book have the same."""


def fitted(read: Read, lay_out: LayOut, assets: Assets) -> Any:
    """The document of the page that is *read*, with parts set closer where that saves a page.

    Parts are tried by themselves, without the rest of the book; each has to begin on a page.
    So the same parts in the same style, with the same pictures of *assets*, are tried once.
    """
    html = read()
    if not _parts(html):
        return lay_out(html)
    mark = _mark(read(), assets)
    if mark not in _known:
        document, chosen = _chosen(html, read, lay_out)
        while len(_known) >= MOST_KNOWN:
            del _known[next(iter(_known))]
        _known[mark] = chosen
        if not chosen:
            return document
        del document
        html = read()
    _set(_parts(html), _known[mark])
    return lay_out(html)


def _chosen(html: Any, read: Read, lay_out: LayOut) -> tuple[Any, dict[int, str]]:
    """The document as it is, and in which classes its parts save a page."""
    document = lay_out(html)
    parts = _parts(html)
    standing = _standing(document, parts)
    lengths = {place: len(stretches) for place, stretches in standing.items()}
    waiting = {place: parts[place] for place in parts if _ends_early(standing[place])}
    chosen: dict[int, str] = {}
    for step in itertools.count(1):
        steps = {place: part.get(WISH).split() for place, part in waiting.items()}
        classes = {
            place: " ".join(known[:step]) for place, known in steps.items() if known[step - 1 :]
        }
        if not classes:
            break
        now = _tried(read, lay_out, classes)
        chosen |= {place: name for place, name in classes.items() if now[place] < lengths[place]}
        waiting = {place: waiting[place] for place in classes if place not in chosen}
    return document, chosen


def _parts(html: Any) -> dict[int, Any]:
    """What may be set closer, by its place in the book."""
    return dict(enumerate(one for one in html.etree_element.iter() if one.get(WISH)))


def _set(parts: Mapping[int, Any], classes: Mapping[int, str]) -> None:
    for place, name in classes.items():
        parts[place].set("class", f"{parts[place].get('class', '')} {name}")


def _tried(read: Read, lay_out: LayOut, classes: Mapping[int, str]) -> dict[int, int]:
    """How many pages each of some parts takes in a class, by its place."""
    html = read()
    parts = {place: part for place, part in _parts(html).items() if place in classes}
    _set(parts, classes)
    _cut(html.etree_element.find("body"), list(parts.values()))
    # Links to what was cut out lead nowhere, and nobody has to hear of it.
    with complaints.unheard():
        document = lay_out(html)
    return {place: len(stretches) for place, stretches in _standing(document, parts).items()}


def _mark(html: Any, assets: Assets) -> str:
    """A digest of what decides how the parts are set: their words, their sheet, their pictures."""
    page = html.etree_element
    parts = list(_parts(html).values())
    for part in parts:
        # What stands behind a part is not of it.
        part.tail = None
    _cut(page.find("body"), parts)
    page.find("body").text = page.find("body").tail = None
    told = ElementTree.tostring(page)
    shown = (assets[address] for address in sorted(assets) if address.encode() in told)
    return " ".join(map(stamps.digest, (told, *shown)))


def _cut(element: Any, kept: list[Any]) -> bool:
    """Leave of *element* only what is to be *kept*; whether there is any."""
    if any(element is one for one in kept):
        return True
    for child in list(element):
        if not _cut(child, kept):
            element.remove(child)
    return len(element) > 0


def _standing(document: Any, parts: Mapping[int, Any]) -> dict[int, Stretches]:
    """For each part the box of every page on which it stands, and its own box there."""
    places = {id(part): place for place, part in parts.items()}
    found: dict[int, Stretches] = {place: [] for place in parts}
    for page in document.pages:
        waiting = [page._page_box]
        while waiting:
            box = waiting.pop()
            if id(box.element) in places:
                found[places[id(box.element)]].append((page._page_box, box))
            elif type(box).__name__ not in ("LineBox", "MarginBox"):
                waiting += getattr(box, "children", ())
    return found


def _ends_early(stretches: Stretches) -> bool:
    """Whether a part runs over to a page that it hardly fills."""
    if len(stretches) < 2:
        return False
    page, own = stretches[-1]
    is_blank_instead = (
        stretches[0][1].style["break_before"] in ON_LEAVES and len(stretches) % 2 == 0
    )
    return not _is_filled(list(_blocks(own)), page, ROOM if is_blank_instead else WORTHY)


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


def _is_filled(blocks: list[Any], page: Any, room: float = ROOM) -> bool:
    """Whether lines or pictures reach below the part of the page that looks forgotten."""
    lowest = page.content_box_y() + room * page.height
    return any(
        one.position_y + one.margin_height() > lowest
        for one in blocks
        if type(one).__name__ == "LineBox" or hasattr(one, "replacement")
    )
