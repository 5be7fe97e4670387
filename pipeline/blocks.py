"""The pieces of a passage of HTML that markup has made: blocks, items, rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

_TAG = re.compile(r"<(?P<end>/?)(?P<tag>[a-z0-9]+)(?P<given>(?:\s+[\w:-]+(?:=\"[^\"]*\")?)*)\s*/?>")
_EMPTY = frozenset({"br", "hr", "img"})


@dataclass(frozen=True, slots=True)
class Block:
    """An element that stands on its own."""

    tag: str
    given: str
    """Its attributes as they are written."""
    inner: str
    html: str

    @property
    def words(self) -> str:
        return _words(self.inner)

    @property
    def letters(self) -> int:
        return len(self.words)

    @property
    def classes(self) -> list[str]:
        return self.attribute("class").split()

    @property
    def picture(self) -> str:
        """The address of the one picture that it is; nothing if it is something else."""
        found = re.findall(r'<img\b[^<>]*?\bsrc="([^"]*)"', self.html)
        is_alone = self.tag in ("figure", "p") and len(found) == 1 and not _said(self.html)
        return unescape(found[0]) if is_alone else ""

    @property
    def alt(self) -> str:
        found = re.search(r'<img\b[^<>]*?\balt="([^"]*)"', self.html)
        return unescape(found[1]) if found else ""

    @property
    def start(self) -> int:
        return int(self.attribute("start") or 1)

    @property
    def lines(self) -> list[str]:
        """What begins on a line of its own."""
        if self.tag in ("ul", "ol", "dl", "table", "blockquote", "figure"):
            parts = re.split(r"<(?:li|tr|dt|dd|p)\b[^>]*>", self.inner)
            return [part for part in parts if _said(part)]
        return [self.inner]

    def attribute(self, name: str) -> str:
        found = re.search(rf'\b{name}="([^"]*)"', self.given)
        return unescape(found[1]) if found else ""


@dataclass(frozen=True, slots=True)
class Row:
    html: str
    cells: tuple[str, ...]

    @property
    def letters(self) -> int:
        return sum(len(_words(cell)) for cell in self.cells)


def cut(html: str) -> list[Block]:
    """*html* in its outermost elements.

    >>> [(block.tag, block.inner) for block in cut("<p>a <em>b</em></p><hr><ul><li>c</li></ul>")]
    [('p', 'a <em>b</em>'), ('hr', ''), ('ul', '<li>c</li>')]
    """
    return list(_outermost(html))


def items(html: str) -> tuple[str, ...]:
    """What the items of a list hold.

    >>> items("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>")
    ('a<ul><li>b</li></ul>', 'c')
    """
    (listed,) = cut(html)
    return tuple(_unwrapped(item.inner.strip()) for item in cut(listed.inner) if item.tag == "li")


def table(html: str) -> tuple[str, tuple[Row, ...]]:
    """The head row of a table, and the others."""
    head = ""
    rows: list[Row] = []
    for row in re.finditer(r"<tr\b[^>]*>(?P<cells>.*?)</tr>", html, re.DOTALL):
        cells = cut(row["cells"])
        if not rows and not head and all(cell.tag == "th" for cell in cells):
            head = row[0]
        elif any(_said(cell.inner) for cell in cells):
            rows.append(Row(row[0], tuple(cell.inner for cell in cells)))
    return (head if _said(head) else ""), tuple(rows)


def _outermost(html: str) -> Iterator[Block]:
    depth, opening = 0, None
    for mark in _TAG.finditer(html):
        if mark["tag"] in _EMPTY:
            if depth == 0:
                yield Block(mark["tag"], mark["given"], "", mark[0])
        elif not mark["end"]:
            opening = mark if depth == 0 else opening
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and opening:
                inner, whole = (
                    html[opening.end() : mark.start()],
                    html[opening.start() : mark.end()],
                )
                yield Block(mark["tag"], opening["given"], inner, whole)


def _unwrapped(item: str) -> str:
    """A loose item is a paragraph and nothing else."""
    parts = cut(item)
    is_loose = len(parts) == 1 and parts[0].html == item and parts[0].tag == "p"
    return parts[0].inner if is_loose else item


def _words(html: str) -> str:
    # Spaces that do not break stay as they are.
    return re.sub(r"[ \n]+", " ", unescape(re.sub(r"<[^>]*>", "", html))).strip()


def _said(html: str) -> str:
    return _words(html)
