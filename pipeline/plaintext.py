"""HTML of ours as a person would type it in a letter: text that needs no markup to be read."""

from __future__ import annotations

import re
import textwrap
from dataclasses import field

from pipeline import hypertext
from pipeline.frozen import mutable

INDENT = 4
_BLOCKS = (
    " address article aside blockquote body caption center dd div dl dt figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th "
    "thead tr ul "
)
_VOID = " area base br col embed hr img input link meta source track wbr "
_SILENT = " head script style template title "
_RAISED = str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ")
_SPACES = "\u00a0\u202f\u2007"
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_HOLD = "\ue000"
"""Stands for a typed space that must not break while lines are wrapped."""


@mutable(slots=True, eq=False, repr=False)
class _Node:
    """An element, and all that stands in it."""

    tag: str
    attributes: dict[str, str]
    children: list[_Node | str] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    @property
    def nodes(self) -> list[_Node]:
        return [child for child in self.children if isinstance(child, _Node)]

    def all(self, *tags: str) -> list[_Node]:
        """Every node with one of these tags below this one, in order."""
        found = []
        for child in self.nodes:
            if child.tag in tags:
                found.append(child)
            else:
                found += child.all(*tags)
        return found


class _Reader(hypertext.Hearer):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = _Node("body", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = _Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if f" {tag} " not in _VOID and len(self.open) < 200:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        if any(node.tag == tag for node in self.open[1:]):
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def plain(html: str, width: int | None = None, *, links: bool = True) -> str:
    """*html* as typed text, wrapped at *width*; without *links*, the words alone.

    >>> plain('<p>Read <a href="https://a.org/b">the report</a>.</p>')
    'Read the report <https://a.org/b>.'
    """
    if "<" not in html and "&" not in html:
        return _typed(_Setter(width, links).paragraph(html, width))
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return _typed("\n\n".join(_Setter(width, links).blocks(reader.root, width)))


def _typed(text: str) -> str:
    for space in (_HOLD, *_SPACES):
        text = text.replace(space, " ")
    if not text.isascii():
        text = _INVISIBLE.sub("", text)
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")


_BLANKS = re.compile(r"[\t\r\n\f][ \t\r\n\f]*| [ \t\r\n\f]+")
"""Not the single space, which is what they become."""


def _spaced(text: str) -> str:
    """*text* with one space where there was any number of blanks."""
    if "  " not in text and text.isprintable():
        return text
    return _BLANKS.sub(" ", text)


@mutable(slots=True, eq=False, repr=False)
class _Setter:
    """Sets elements as lines of a width, with addresses beside their links or without."""

    width: int | None
    links: bool

    def blocks(self, node: _Node, width: int | None) -> list[str]:
        """The blocks in *node*, each ready but for the blank lines between them."""
        found: list[str] = []
        loose: list[_Node | str] = []
        for child in (*node.children, None):
            if child is not None and not _is_block(child):
                loose.append(child)
                continue
            if words := self.paragraph(self.inline(loose), width):
                found.append(words)
            loose = []
            if isinstance(child, _Node):
                found += self.block(child, width)
        return [text for text in found if text.strip()]

    def block(self, node: _Node, width: int | None) -> list[str]:
        tag = node.tag
        if f" {tag} " in _SILENT:
            return []
        if tag in ("ul", "ol"):
            return ["\n".join(self.items(node, width))]
        if tag == "dl":
            return ["\n".join(self.terms(node, width))]
        if tag == "table":
            return [self.table(node, width)]
        if tag == "pre":
            return [textwrap.indent("".join(_letters(node)).strip("\n"), " " * INDENT)]
        if tag == "hr":
            return ["* * *"]
        if tag == "blockquote":
            return [self.indented(node, width)]
        if tag == "figure" and "quotation" in node.classes:
            return [self.quotation(node, width)]
        if "footnotes" in node.classes:
            return ["\n".join(self.notes(node, width))]
        return self.blocks(node, width)

    def indented(self, node: _Node, width: int | None) -> str:
        inner = "\n\n".join(self.blocks(node, _narrower(width)))
        return textwrap.indent(inner, " " * INDENT)

    def quotation(self, node: _Node, width: int | None) -> str:
        parts = []
        for child in node.nodes:
            if child.tag == "figcaption":
                said_by = "—" + _HOLD + self.inline(child.children).strip()
                words = self.paragraph(said_by, _narrower(width))
                parts.append(textwrap.indent(words, " " * INDENT))
            else:
                parts += self.block(child, width)
        return "\n".join(parts)

    def items(self, node: _Node, width: int | None) -> list[str]:
        start = node.attributes.get("start", "1")
        number = int(start) if start.isdecimal() else 1
        entries = [child for child in node.nodes if child.tag == "li"]
        signs = [
            f"{number + place}. " if node.tag == "ol" else "- " for place in range(len(entries))
        ]
        margin = max(map(len, signs), default=0)
        told = [
            self.hanging(entry, sign.ljust(margin), width)
            for entry, sign in zip(entries, signs, strict=True)
        ]
        is_loose = any(_paragraphs(entry) > 1 for entry in entries)
        return ["\n\n".join(told)] if is_loose else told

    def hanging(self, node: _Node, sign: str, width: int | None) -> str:
        blocks = self.blocks(node, _narrower(width, len(sign)))
        gap = "\n\n" if _paragraphs(node) > 1 else "\n"
        text = textwrap.indent(gap.join(blocks), " " * len(sign))
        return sign + text[len(sign) :] if text else sign.rstrip()

    def terms(self, node: _Node, width: int | None) -> list[str]:
        lines = []
        for child in node.nodes:
            if child.tag == "dt":
                lines.append(self.paragraph(self.inline(child.children), width))
            else:
                lines.append(self.indented(child, width))
        return lines

    def notes(self, node: _Node, width: int | None) -> list[str]:
        entries = node.all("li")
        return [
            self.hanging(entry, f"[{number}] ", width) for number, entry in enumerate(entries, 1)
        ]

    def table(self, node: _Node, width: int | None) -> str:
        lines = [[cell for cell in row.nodes if cell.tag in ("td", "th")] for row in node.all("tr")]
        if not any(lines):
            return ""
        has_head = bool(node.all("thead")) or all(cell.tag == "th" for cell in lines[0])
        columns = max(map(len, lines))
        rows = [[" ".join(self.inline(cell.children).split()) for cell in line] for line in lines]
        rows = [row + [""] * (columns - len(row)) for row in rows]
        return _aligned(rows, has_head, width) or self.rows(rows, has_head, width)

    def rows(self, rows: list[list[str]], has_head: bool, width: int | None) -> str:
        """A table too wide for its columns: a paragraph for each row."""
        head = rows[0] if has_head else [""] * len(rows[0])
        told = []
        for row in rows[1:] if has_head else rows:
            cells = [
                f"{label}: {cell}" if label else cell
                for label, cell in zip(head, row, strict=True)
                if cell
            ]
            told.append("\n".join(self.paragraph(cell, width) for cell in cells))
        return "\n\n".join(told)

    def paragraph(self, text: str, width: int | None) -> str:
        lines = [_spaced(line).strip(" ") for line in text.split("\n")]
        if width is None:
            return "\n".join(lines).strip("\n")
        return "\n".join(_wrapped(line, width) for line in lines).strip("\n")

    def inline(self, children: list[_Node | str]) -> str:
        out: list[str] = []
        for child in children:
            if isinstance(child, str):
                out.append(_spaced(child))
            elif f" {child.tag} " not in _SILENT:
                out.append(self.element(child))
        told = "".join(out)
        return re.sub(r" *\n *", "\n", told) if "\n" in told else told

    def element(self, node: _Node) -> str:
        words = self.inline(node.children)
        if node.tag == "br":
            return "\n"
        if node.tag == "img":
            alt = node.attributes.get("alt", "").strip()
            return f"[{alt}]" if alt else ""
        if node.tag == "a":
            return self.link(node, words)
        if node.tag == "sup" and words.isdecimal():
            return words.translate(_RAISED)
        return f"{words} " if _is_block(node) else words

    def link(self, node: _Node, words: str) -> str:
        classes = node.classes
        if "footnote-backref" in classes:
            return ""
        if "footnote-ref" in classes:
            return f"[{words}]"
        address = node.attributes.get("href", "")
        if not self.links or not address or address.startswith("#"):
            return words
        shown = re.sub(r"^(?:mailto|tel):", "", address)
        if not words.strip():
            return shown
        return words if _says(words, address) else f"{words} <{shown}>"


def _is_block(child: _Node | str) -> bool:
    return isinstance(child, _Node) and f" {child.tag} " in _BLOCKS


def _paragraphs(node: _Node) -> int:
    return sum(child.tag not in ("ul", "ol") for child in node.nodes if _is_block(child))


def _letters(node: _Node) -> list[str]:
    found: list[str] = []
    for child in node.children:
        found += [child] if isinstance(child, str) else _letters(child)
    return found


def _narrower(width: int | None, by: int = INDENT) -> int | None:
    return None if width is None else max(10, width - by)


def _says(words: str, address: str) -> bool:
    """Whether a link's words already are its address."""

    def bare(text: str) -> str:
        text = re.sub(r"^(?:https?://|mailto:|tel:)?(?:www\.)?", "", text.strip().casefold())
        return text.rstrip("/")

    if address.startswith("tel:"):
        return re.sub(r"\D", "", words) == re.sub(r"\D", "", address)
    return bare(words) == bare(address)


def _wrapped(line: str, width: int) -> str:
    wrapped = textwrap.wrap(
        line, width, break_long_words=False, break_on_hyphens=False, drop_whitespace=True
    )
    return "\n".join(wrapped)


def _aligned(rows: list[list[str]], has_head: bool, width: int | None) -> str:
    """The rows in columns; nothing if they are wider than *width*."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    if width is not None and sum(widths) + 2 * (len(widths) - 1) > width:
        return ""
    lines = ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]
    if has_head and len(rows) > 1:
        lines.insert(1, "  ".join("-" * size for size in widths))
    return "\n".join(lines)
