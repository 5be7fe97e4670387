"""A page of simple HTML as a word processor takes it: paragraphs, runs and tables, by style."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"]
)
SILENT = frozenset(("script", "style", "template", "title"))
INLINE = frozenset(
    [
        *("a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "dfn", "em", "i", "img", "kbd"),
        *("mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "wbr"),
    ]
)
ALIASES = {"b": "strong", "i": "em", "cite": "em", "kbd": "code", "samp": "code"}
ORDER = ("a", "sup", "sub", "code", "strong", "em")
"""Which of the marks on a run comes first in the name of its style."""
FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}
DEEPEST = 200
LAST = 32_767
"""The most that Word counts to in a list."""
_WHOLE = re.compile("[0-9]{1,9}")
BLANKS = re.compile(r"[ \t\r\n\f]+")
# What XML 1.0 has no letters for; a file with one of them does not open.
UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    address: str
    alt: str = ""
    width: int = 0
    """In CSS pixels; 0: as wide as the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    text: str = ""
    """A line break is a `\\n`, a leap to the next tab stop a `\\t`."""
    marks: tuple[str, ...] = ()
    """The selectors of what it stands in: `a`, `em`, `span.dateline`."""
    link: str = ""
    language: str = ""
    image: Image | None = None
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    selector: str
    runs: tuple[Run, ...]
    anchors: tuple[str, ...] = ()
    list_number: int = 0
    """Which of the page's lists it is an item of, counted from 1."""
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    paragraphs: tuple[Paragraph, ...]
    span: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    rows: tuple[tuple[Cell, ...], ...]
    heads: int = 0
    """How many rows at the top say what the columns hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list: what stands before its items."""

    is_numbered: bool
    start: int = 1
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    body: tuple[Paragraph | Table, ...]
    header: tuple[Paragraph, ...]
    footer: tuple[Paragraph, ...]
    lists: tuple[Listing, ...]


@dataclass(slots=True)
class _Node:
    tag: str
    given: dict[str, str]
    children: list[_Node | str] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        return self.given.get("class", "").split()

    def all(self, *tags: str) -> Iterator[_Node]:
        for child in self.children:
            if isinstance(child, _Node):
                if child.tag in tags:
                    yield child
                else:
                    yield from child.all(*tags)

    def words(self) -> str:
        said = (child if isinstance(child, str) else child.words() for child in self.children)
        return "".join(said)


class _Tree(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.root = _Node("html", {})
        self._open = [self.root]
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = _Node(tag, {name: _writable(value or "") for name, value in attrs})
        self._open[-1].children.append(node)
        if tag not in VOID and len(self._open) < DEEPEST:
            self._open.append(node)

    def handle_endtag(self, tag: str) -> None:
        if any(node.tag == tag for node in self._open[1:]):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(_writable(data))


def _writable(text: str) -> str:
    return UNWRITABLE.sub("", text)


def sheet_of(page: str) -> str:
    """What stands in the page's `<style>`."""
    return "".join(node.words() for node in _Tree(page).root.all("style"))


def read(page: str, selectors: Collection[str]) -> Prose:
    """The page, each paragraph with the closest of the *selectors* that the sheet speaks of."""
    root = _Tree(page).root
    body = next(root.all("body"), root)
    tops: dict[str, list[_Node | str]] = {"header": [], "footer": []}
    rest: list[_Node | str] = []
    for child in body.children:
        is_margin = isinstance(child, _Node) and child.tag in tops
        (tops[child.tag] if is_margin else rest).append(child)  # type: ignore[union-attr]
    reading = _Reading(selectors, frozenset(a.given.get("href", "") for a in root.all("a")))
    language = next((node.given.get("lang", "") for node in root.all("html")), "")
    start = _Place(language=language)
    margins = {
        name: tuple(
            block
            for node in nodes
            if isinstance(node, _Node)
            for block in reading.blocks(node, replace(start, above=(name,)))
            if isinstance(block, Paragraph)
        )
        for name, nodes in tops.items()
    }
    body_node = _Node("body", {}, rest)
    return Prose(
        body=tuple(reading.blocks(body_node, start)),
        header=margins["header"],
        footer=margins["footer"],
        lists=tuple(reading.lists),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where on the page something stands."""

    above: tuple[str, ...] = ()
    """Tags and classes of what it stands in, the innermost last."""
    language: str = ""
    marks: tuple[str, ...] = ()
    link: str = ""
    list_number: int = 0
    level: int = 0
    depth: int = 0

    def inside(self, node: _Node) -> _Place:
        names = (*(f".{name}" for name in node.classes), node.tag)
        language = node.given.get("lang", self.language)
        return replace(self, above=(*self.above, *names), language=language)


class _Reading:
    def __init__(self, selectors: Collection[str], targets: frozenset[str]) -> None:
        self.selectors = selectors
        self.targets = targets
        self.lists: list[Listing] = []
        self.anchors: list[str] = []

    # Blocks

    def blocks(self, node: _Node, place: _Place) -> Iterator[Paragraph | Table]:
        """The blocks of *node*; loose words in it make paragraphs of its own kind."""
        self._note_anchor(node)
        inner = place.inside(node)
        loose: list[Run] = []
        for child in node.children:
            if isinstance(child, str) or (child.tag in INLINE and not _is_shown(node, child)):
                loose += self._runs(child, inner)
            elif child.tag not in SILENT:
                yield from self._paragraph(loose, node, place)
                loose = []
                yield from self._block(child, inner)
        yield from self._paragraph(loose, node, place)

    def _block(self, node: _Node, place: _Place) -> Iterator[Paragraph | Table]:
        if node.tag in ("ul", "ol"):
            yield from self._list(node, place)
        elif node.tag == "table":
            yield from self._table(node, place)
        elif node.tag == "pre":
            text = node.words().strip("\n")
            runs = (Run(text=text, language=node.given.get("lang", place.language)),)
            yield Paragraph(selector=self._selector(node, place), runs=runs)
        elif node.tag == "hr":
            yield Paragraph(selector=self._selector(node, place), runs=())
        elif node.tag == "img":
            yield from self._paragraph(list(self._runs(node, place)), node, place)
        else:
            yield from self.blocks(node, place)

    def _list(self, node: _Node, place: _Place) -> Iterator[Paragraph | Table]:
        start = node.given.get("start", "1")
        self.lists.append(
            Listing(
                is_numbered=node.tag == "ol",
                start=min(int(start), LAST) if _WHOLE.fullmatch(start) else 1,
                level=place.depth,
            )
        )
        inner = replace(place.inside(node), depth=place.depth + 1)
        number = len(self.lists)
        for item in _items(node):
            is_first = True
            for block in self.blocks(item, inner):
                if isinstance(block, Paragraph) and not block.list_number:
                    # Only the first paragraph has the number; the others stand below it.
                    own = number if is_first else -1
                    block = replace(block, list_number=own, level=place.depth)
                    is_first = False
                yield block

    def _table(self, node: _Node, place: _Place) -> Iterator[Paragraph | Table]:
        self._note_anchor(node)
        inner = place.inside(node)
        for caption in node.all("caption"):
            yield from self.blocks(caption, inner)
        heads = [row for head in node.all("thead") for row in head.all("tr")]
        rows = [self._row(row, inner) for row in node.all("tr")]
        if any(rows):
            yield Table(rows=tuple(filter(None, rows)), heads=len(heads))

    def _row(self, row: _Node, place: _Place) -> tuple[Cell, ...]:
        cells = []
        for cell in row.children:
            if isinstance(cell, _Node) and cell.tag in ("td", "th"):
                held = tuple(b for b in self.blocks(cell, place) if isinstance(b, Paragraph))
                empty = Paragraph(selector=self._selector(cell, place), runs=())
                span = cell.given.get("colspan", "1")
                width = min(max(int(span), 1), 50) if re.fullmatch("[0-9]{1,9}", span) else 1
                cells.append(Cell(paragraphs=held or (empty,), span=width))
        return tuple(cells)

    def _paragraph(self, runs: list[Run], node: _Node, place: _Place) -> Iterator[Paragraph]:
        told = _trimmed(runs)
        if told:
            anchors, self.anchors = tuple(self.anchors), []
            yield Paragraph(selector=self._selector(node, place), runs=told, anchors=anchors)

    def _note_anchor(self, node: _Node) -> None:
        name = node.given.get("id", "")
        if name and f"#{name}" in self.targets:
            self.anchors.append(name)

    def _selector(self, node: _Node, place: _Place) -> str:
        """The closest selector that the sheet speaks of; `p` if it speaks of none."""
        for leaf in (*(f"{node.tag}.{name}" for name in node.classes), node.tag):
            for above in reversed(place.above):
                if f"{above} {leaf}" in self.selectors:
                    return f"{above} {leaf}"
            if leaf in self.selectors:
                return leaf
        return next((f"{a} p" for a in reversed(place.above) if f"{a} p" in self.selectors), "p")

    # Lines

    def _runs(self, child: _Node | str, place: _Place) -> Iterator[Run]:
        if isinstance(child, str):
            yield Run(
                text=BLANKS.sub(" ", child),
                marks=place.marks,
                link=place.link,
                language=place.language,
            )
            return
        self._note_anchor(child)
        plain = Run(marks=place.marks, link=place.link, language=place.language)
        if child.tag == "br":
            yield replace(plain, text="\n")
        elif child.tag == "img":
            yield replace(plain, image=_image(child))
        elif child.tag == "span" and (named := FIELDS.keys() & set(child.classes)):
            yield replace(plain, field=FIELDS[named.pop()])
        elif child.tag == "span" and "tab" in child.classes:
            yield replace(plain, text="\t")
        elif "footnote-backref" not in child.classes and child.tag not in SILENT:
            inner = self._marked(child, place)
            for grandchild in child.children:
                yield from self._runs(grandchild, inner)

    def _marked(self, node: _Node, place: _Place) -> _Place:
        """The place inside an inline element."""
        tag = ALIASES.get(node.tag, node.tag)
        named = [f"{tag}.{name}" for name in node.classes] + [tag]
        mark = next((name for name in named if name in self.selectors), "")
        link = node.given.get("href", "") if tag == "a" else ""
        if "footnote-ref" in node.classes:
            mark = ""
        marks = {*place.marks, mark} - {""}
        return replace(
            place,
            marks=tuple(sorted(marks, key=lambda m: (ORDER.index(m) if m in ORDER else -1, m))),
            link=link or place.link,
            language=node.given.get("lang", place.language),
        )


def _items(node: _Node) -> Iterator[_Node]:
    """What a list lists; words that stand in it without an item are one."""
    for child in node.children:
        if isinstance(child, _Node) and child.tag == "li":
            yield child
        elif not isinstance(child, str) or child.strip():
            yield _Node("li", {}, [child])


def _is_shown(node: _Node, child: _Node) -> bool:
    """Whether a picture stands for itself and not in a line."""
    return child.tag == "img" and node.tag in ("figure", "div", "section", "main", "body", "td")


def _image(node: _Node) -> Image:
    width = node.given.get("width", "")
    return Image(
        address=node.given.get("src", ""),
        alt=" ".join(node.given.get("alt", "").split()),
        width=int(width) if _WHOLE.fullmatch(width) else 0,
    )


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    """The runs of a line without blanks at its ends, around breaks, and after other blanks."""
    kept: list[Run] = []
    is_open = True
    for run in runs:
        text = run.text
        if text and is_open:
            text = text.lstrip(" ")
        if text in ("\n", "\t") and kept and kept[-1].text:
            kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip(" "))
        if text or run.image or run.field:
            kept.append(replace(run, text=text))
            is_open = text.endswith((" ", "\n", "\t"))
    while kept and not (kept[-1].image or kept[-1].field):
        text = kept[-1].text.rstrip(" \n\t")
        kept[-1:] = [replace(kept[-1], text=text)] if text else []
        if text:
            break
    return tuple(run for run in kept if run.text or run.image or run.field)
