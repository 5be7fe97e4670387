"""Python-Markdown with our own rules: the only room that knows it."""

from __future__ import annotations

import abc
import html as entities
import re
import threading
from pathlib import PurePath
from xml.etree.ElementTree import Element, SubElement

import markdown
from markdown.blockprocessors import BlockQuoteProcessor
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import InlineProcessor as LineProcessor
from markdown.util import AtomicString

from pipeline import bounds
from pipeline.addresses import BARE, POINTED, without_stops
from pipeline.bounds import Pointer, Report, warning
from pipeline.errors import Location
from pipeline.typed import ATTRIBUTES


class Press:
    """Python-Markdown, made once and used for every text."""

    def __init__(self) -> None:
        self.report: Report = lambda _: None
        self.pointer = Pointer("", Location(PurePath()))
        self.told = set[tuple[int | None, str]]()
        notes = _Notes(SEPARATOR="-", BACKLINK_TITLE="", USE_DEFINITION_ORDER=False)
        self.markdown = markdown.Markdown(
            extensions=[
                TableExtension(use_align_attribute=True),
                notes,
                DefListExtension(),
                AbbrExtension(),
                SaneListExtension(),
            ]
        )
        for room in (self.markdown.preprocessors, self.markdown.treeprocessors):
            for name in ("normalize_whitespace", "html_block", "prettify", "unescape"):
                if name in room:
                    room.deregister(name)
        self.markdown.treeprocessors.register(_Lines(self.markdown), "inline", 20)
        quotations = _Quotations(self.markdown.parser)
        self.markdown.parser.blockprocessors.register(quotations, "quote", 20)
        for name in ("automail", "linebreak"):
            self.markdown.inlinePatterns.deregister(name)
        for form, name, priority in (
            (_Escaped, "escape", 180),
            (_Span, "span", 165),
            (_Pointed, "autolink", 120),
            (_Bare, "bare", 115),
            (_Break, "break", 100),
            (_Tag, "html", 90),
            (_Entity, "entity", 80),
        ):
            self.markdown.inlinePatterns.register(form(self), name, priority)

    def reset(self) -> None:
        self.markdown.reset()
        if reset := getattr(self.markdown.inlinePatterns["em_strong"], "reset", None):
            reset()

    def document(self, text: str) -> Element:
        self.reset()
        # A root of our own: the types of Python-Markdown's allow for none.
        root = Element("div")
        self.markdown.parser.root = root
        self.markdown.parser.parseChunk(root, text)
        for step in self.markdown.treeprocessors:
            step.run(root)
        return root

    def line(self, text: str) -> Element:
        self.reset()
        root = Element("div")
        SubElement(root, "p").text = text
        self.markdown.treeprocessors["inline"].run(root)
        return root


class _Notes(FootnoteExtension):
    """Footnotes; one without words gets its way back too, which Python-Markdown relies on."""

    def makeFootnotesDiv(self, root: Element) -> Element | None:  # noqa: N802
        notes = super().makeFootnotesDiv(root)
        for item in notes.findall("ol/li") if notes is not None else ():
            if item.find(".//a[@class='footnote-backref']") is None:
                target = item.get("id", "").replace("fn-", "#fnref-", 1)
                way_back = {"href": target, "class": "footnote-backref"}
                SubElement(SubElement(item, "p"), "a", way_back)
        return notes


class _Lines(LineProcessor):
    """Python-Markdown's rules for what stands in a line, spared for lines without a mark."""

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        calm = [node for node in tree.iter() if node.text and not _is_marked(node.text)]
        for node in calm:
            node.text = AtomicString(node.text)
        super().run(tree, ancestors)
        for node in calm:
            node.text = str(node.text)
        return tree


_MARKS = re.compile(f"[\\\\`*_\\[<&{{@\x02{bounds.BREAK}]")


def _is_marked(text: str) -> bool:
    return "://" in text or "www." in text or _MARKS.search(text) is not None


_shop = threading.local()
"""One press for each thread: Python-Markdown keeps what it reads in itself."""


def press_for(report: Report, pointer: Pointer) -> Press:
    if not hasattr(_shop, "press"):
        _shop.press = Press()
    machine: Press = _shop.press
    machine.report, machine.pointer, machine.told = report, pointer, set()
    return machine


def discard() -> None:
    """Throws away what a text may have left in disorder."""
    _shop.__dict__.clear()


Match = tuple[Element | str | None, int | None, int | None]
_NO_MATCH: Match = (None, None, None)


class _Rule(InlineProcessor, abc.ABC):
    FORM = ""

    def __init__(self, press: Press) -> None:
        super().__init__(self.FORM, press.markdown)
        self.press = press

    def handleMatch(self, m: re.Match[str], data: str) -> Match:  # type: ignore[override] # noqa: N802
        return self.found(m, data)

    @abc.abstractmethod
    def found(self, m: re.Match[str], _data: str) -> Match:
        """What stands for a match, and where the match begins and ends."""


class _Escaped(_Rule):
    """A mark behind a backslash."""

    FORM = r"\\(.)"

    def found(self, m: re.Match[str], _data: str) -> Match:
        inert = bounds.shielded(m[1])
        return (inert if inert != m[1] else None), m.start(), m.end()


class _Span(_Rule):
    """`[words]{lang=fr}`: words with a language of their own."""

    FORM = r"(?<!!)\[([^\[\]]+)\](?=\{[^{}\n=#.]*[=#.][^{}\n]*\})"

    def found(self, m: re.Match[str], data: str) -> Match:
        if not re.match(ATTRIBUTES, data[m.end() : m.end() + 200]):
            return _NO_MATCH
        node = Element("span")
        node.text = m[1]
        return node, m.start(), m.end()


class _Pointed(_Rule):
    """An address between pointed brackets."""

    FORM = POINTED

    def found(self, m: re.Match[str], _data: str) -> Match:
        return _address(entities.unescape(self.unescape(m[1]))), m.start(), m.end()


class _Bare(_Rule):
    """An address typed into the text."""

    FORM = BARE
    ANCESTOR_EXCLUDES = ("a",)

    def found(self, m: re.Match[str], _data: str) -> Match:
        address = entities.unescape(without_stops(m[0]))
        if len(address) < 5:
            return _NO_MATCH
        return _address(address), m.start(), m.start() + len(without_stops(m[0]))


def _address(address: str) -> Element:
    node = Element("a", {"href": address})
    node.text = AtomicString(re.sub(r"^(?:mailto|tel):", "", address))
    return node


class _Break(_Rule):
    FORM = f"{bounds.BREAK}[ \\n]*"

    def found(self, m: re.Match[str], _data: str) -> Match:
        return Element("br"), m.start(), m.end()


class _Tag(_Rule):
    """The few tags of HTML that may stand in a line; all others are taken out and told."""

    FORM = r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)(?=[\s/>])([^<>]*)>"
    WITH_WORDS = ("sub", "sup", "abbr", "span")
    _VALUE = re.compile(r"\b(title|lang)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)")
    _CELLS = ("td", "th", "caption")
    _APART = (*_CELLS, "table", "tr", "ul", "ol", "li", "p", "div", "blockquote", "dt", "dd")
    """What stands apart from its neighbours: without a space its words and figures would run
    into theirs."""
    _OF_TABLE = (*_CELLS, "tr", "thead", "tbody", "tfoot", "col", "colgroup")
    _HEADING = re.compile(r"h[1-6]")
    _NEXT = re.compile(r"\s*<(?:tr|li|p|div|h[1-6]|dt)\b", re.IGNORECASE)

    def found(self, m: re.Match[str], data: str) -> Match:
        name = m[2].lower()
        if name == "br":
            return Element("br"), m.start(), m.end()
        values = self._VALUE.findall(m[3])
        # Word and web pages put a span around everything: without a value it says nothing.
        is_kept = name in self.WITH_WORDS and not m[1] and (values or name != "span")
        closing = f"</{name}>"
        end = data.lower().find(closing, m.end()) if is_kept else -1
        if end < 0:
            self._tell(name, m[0])
            return self._instead(name, m, data), m.start(), m.end()
        node = Element(name)
        for key, value in values:
            told = entities.unescape(self.unescape(value.strip("\"'")))
            node.set(key, bounds.cleaned(told))
        node.text = re.sub(self.FORM, self._inner, data[m.end() : end])
        return node, m.start(), end + len(closing)

    def _instead(self, name: str, m: re.Match[str], data: str) -> Element | str:
        """What stands for a tag that was taken out: a line for a row, a space for a cell."""
        if not self._is_apart(name):
            return ""
        is_row = m[1] and name not in ("td", "th", "table")
        return Element("br") if is_row and self._NEXT.match(data, m.end()) else " "

    def _inner(self, tag: re.Match[str]) -> str:
        """A tag between those of `<sup>` and its like, which are read no more: taken out."""
        name = tag[2].lower()
        if name != "br":
            self._tell(name, tag[0])
        return " " if name == "br" or self._is_apart(name) else ""

    def _is_apart(self, name: str) -> bool:
        return name in self._APART or self._HEADING.fullmatch(name) is not None

    def _tell(self, name: str, tag: str) -> None:
        """That a tag has no place: once in a line, for who mends it reads the whole of it."""
        if tag.startswith("</") and name not in self.WITH_WORDS[:-1]:
            return
        remedy = "its words were kept; write them in Markdown"
        if name == "a":
            remedy = "its words were kept; write a link as [words](https://…)"
        elif name == "img":
            remedy = "it was left out; write a picture as ![what it shows](name.jpg)"
        elif name in ("table", *self._OF_TABLE):
            remedy = "its words were kept; a table has a | between its cells, and |---|---| below"
            remedy += " its heading"
        where = self.press.pointer.at(f"<{name}", f"</{name}", f"<{name.upper()}")
        line = None if name in self._OF_TABLE else where.line
        if (line, remedy) in self.press.told:
            return
        self.press.told.update([(line, remedy), (None, remedy)])
        self.press.report(
            warning("W112", f"the HTML <{name}> has no place in a text", remedy, where)
        )


class _Entity(_Rule):
    """A character by its name: it is text, whatever it is."""

    FORM = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});"

    def found(self, m: re.Match[str], _data: str) -> Match:
        letters = entities.unescape(m[0])
        if letters == m[0]:
            return None, m.start(), m.end()
        return bounds.shielded(bounds.cleaned(letters)), m.start(), m.end()


class _Quotations(BlockQuoteProcessor):
    """Two quotations with a blank line between them stay two."""

    def run(self, parent: Element, blocks: list[str]) -> None:
        text = blocks.pop(0)
        found = self.RE.search(text)
        if found:
            self.parser.parseBlocks(parent, [text[: found.start()]])
            lines = text[found.start() :].lstrip("\n").split("\n")
            text = "\n".join(map(self.clean, lines))
        self.parser.state.set("blockquote")
        self.parser.parseChunk(SubElement(parent, "blockquote"), text)
        self.parser.state.reset()
