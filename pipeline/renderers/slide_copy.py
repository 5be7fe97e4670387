"""A page of slides as an office program takes it: sections, paragraphs, runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, SubElement

from pipeline.renderers import measures

VOID = frozenset({"br", "hr", "img", "link", "meta", "input", "wbr"})
BLANKS = re.compile(r"[ \t\r\n\f]+")
# What XML 1.0 has no letters for; a file with one of them does not open.
UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
BREAK = "\v"
ENDS = {
    "section": ("section", ""),
    "tr": ("tr", "table"),
    "td": ("td th", "tr table"),
    "th": ("td th", "tr table"),
    "li": ("li", "ul ol"),
}
"""What an element ends that nobody has ended, unless something else stands between the two."""
DEEPEST = 200
"""Elements in one another; what stands deeper stands beside."""
STEPS, COLUMNS, LAST = 2, 16, 32_767
"""The last of the sizes, and the most that an office has of columns and counts in a list."""
GREATEST = 1e15
LARGEST = 4_000
"""Points of a letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    text: str
    """A line break is a `\\v`, a leap to the next stop a `\\t`."""
    bold: bool = False
    italic: bool = False
    raised: int = 0
    """1 above the line, -1 below."""
    link: str = ""
    language: str = ""
    role: str = ""
    """`value`, `words`, `term`, `accent`, `name`, `quiet` or `code`."""
    size: float = 0
    """In points; 0: as its place has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    runs: tuple[Run, ...]
    kind: str = ""
    """`bullet`, `number`, `term`, `quotation`, `attribution`, `serif`, `heading` or nothing."""
    level: int = 0
    start: int = 1

    @property
    def words(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A picture, or a line of words, at a place of its own."""

    box: tuple[float, ...] = ()
    """Left, top, width and height in points."""
    address: str = ""
    alt: str = ""
    is_logo: bool = False
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    runs: tuple[Run, ...]
    is_head: bool = False
    number: float | None = None
    align: str = ""

    @property
    def words(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    rows: tuple[tuple[Cell, ...], ...]
    is_chart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    layout: str
    where: str = ""
    step: int = 0
    scale: int = 0
    """How far down the sizes of headings."""
    side: float = 0
    air: float = 0
    columns: int = 1
    heading: tuple[Run, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    pictures: tuple[Placed, ...] = ()
    credit: Placed | None = None
    table: Table | None = None
    drawing: Element | None = field(default=None, compare=False)
    notes: tuple[Paragraph, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Show:
    given: dict[str, str]
    """What the body says of itself: colours and faces."""
    sections: tuple[Section, ...]


def read(page: str) -> Show:
    root = _Tree(page).root
    body = next(root.iter("body"), root)
    language = next((node.get("lang", "") for node in root.iter("html")), "")
    given = {key.removeprefix("data-"): value for key, value in body.attrib.items()}
    sections = tuple(_section(node, language) for node in body.iter("section"))
    return Show(given=given, sections=sections)


class _Tree(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("page")
        self._open = [self.root]
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: UNWRITABLE.sub("", value or "") for name, value in attrs}
        self._close_before(tag)
        node = SubElement(self._open[-1], tag, given)
        if tag not in VOID and len(self._open) < DEEPEST:
            self._open.append(node)

    def _close_before(self, tag: str) -> None:
        """End what cannot hold another of its kind: a slide, a row, a cell, an item."""
        ended, within = ENDS.get(tag, ("", ""))
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag in within.split():
                return
            if self._open[depth].tag in ended.split():
                del self._open[depth:]
                return

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: UNWRITABLE.sub("", value or "") for name, value in attrs}
        SubElement(self._open[-1], tag, given)

    def handle_endtag(self, tag: str) -> None:
        if any(node.tag == tag for node in self._open[1:]):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        words, here = UNWRITABLE.sub("", data), self._open[-1]
        if len(here):
            here[-1].tail = (here[-1].tail or "") + words
        else:
            here.text = (here.text or "") + words


def _section(node: Element, language: str) -> Section:
    plain = Run(text="", language=node.get("lang", language))
    pictures: list[Placed] = []
    paragraphs: list[Paragraph] = []
    made = Section(
        layout=node.get("data-layout", "content"),
        where=node.get("data-where", ""),
        step=measures.whole(node, "data-step", 0, STEPS),
        scale=measures.whole(node, "data-scale", 0, STEPS),
        side=measures.number(node, "data-side", least=0),
        air=measures.number(node, "data-air", least=0),
        columns=measures.whole(node, "data-columns", 1, COLUMNS, least=1),
    )
    for child in node:
        if child.tag == "h1":
            made = replace(made, heading=_runs(child, plain))
        elif child.tag == "svg":
            made = replace(made, drawing=child)
        elif child.tag == "table":
            made = replace(made, table=_table(child, plain))
        elif child.tag == "aside":
            made = replace(made, notes=tuple(_paragraphs(child, plain)))
        elif child.get("class") == "credit":
            made = replace(
                made, credit=Placed(box=measures.box(child, "data-box"), runs=_runs(child, plain))
            )
        elif child.tag == "img":
            pictures.append(_picture(child))
        else:
            pictures += map(_picture, child.iter("img"))
            paragraphs += _block(child, plain)
    return replace(made, paragraphs=tuple(paragraphs), pictures=tuple(pictures))


def _picture(node: Element) -> Placed:
    return Placed(
        box=measures.box(node, "data-box"),
        address=node.get("src", ""),
        alt=node.get("alt", ""),
        is_logo=node.get("class") == "logo",
    )


def _table(node: Element, plain: Run) -> Table:
    rows = []
    for row in node.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        rows.append(tuple(_cell(cell, plain) for cell in cells))
    is_chart = node.get("class") == "chart"
    if is_chart and not all(len(row) > 1 for row in rows or [()]):
        raise measures.Misread(
            "class", "chart", "that of a table with a name and a number in each row"
        )
    return Table(rows=tuple(filter(None, rows)), is_chart=is_chart)


def _cell(node: Element, plain: Run) -> Cell:
    align = node.get("class", "")
    return Cell(
        runs=_runs(node, plain),
        is_head=node.tag == "th",
        number=_worth(node),
        align=align.removeprefix("align-") if align.startswith("align-") else "",
    )


def _worth(node: Element) -> float | None:
    if not node.get("data-number"):
        return None
    return measures.number(node, "data-number", least=-GREATEST, most=GREATEST)


# Paragraphs -------------------------------------------------------------------------------


def _paragraphs(node: Element, plain: Run) -> Iterator[Paragraph]:
    """The paragraphs of something that holds blocks; words between them are one, too."""
    if (node.text or "").strip():
        yield from _paragraph(node, plain)
        return
    for child in node:
        yield from _block(child, plain)


def _block(node: Element, plain: Run, level: int = 0) -> Iterator[Paragraph]:
    plain = replace(plain, language=node.get("lang", plain.language))
    if node.tag in ("ul", "ol"):
        kind = "bullet" if node.tag == "ul" else "number"
        yield from _items(node, plain, kind, level)
    elif node.tag == "dl":
        yield from _terms(node, plain)
    elif node.tag in ("figure", "blockquote", "div"):
        kind = "quotation" if node.tag == "blockquote" else ""
        for child in node:
            made = _block(child, plain, level)
            yield from (replace(paragraph, kind=paragraph.kind or kind) for paragraph in made)
    elif node.tag == "figcaption":
        yield from _paragraph(node, plain, "attribution")
    elif node.tag in ("h2", "h3", "h4", "h5", "h6"):
        yield from _paragraph(node, replace(plain, bold=True), "heading")
    elif node.tag == "table":
        for row in node.iter("tr"):
            cells = [_runs(cell, plain) for cell in row if cell.tag in ("td", "th")]
            joined = [run for cell in cells for run in (*cell, replace(plain, text="\t"))]
            yield Paragraph(runs=tuple(joined[:-1]))
    elif node.tag != "hr":
        yield from _paragraph(node, plain, "serif" if node.get("class") == "serif" else "")


def _paragraph(node: Element, plain: Run, kind: str = "") -> Iterator[Paragraph]:
    if runs := _runs(node, plain):
        yield Paragraph(runs=runs, kind=kind)


def _items(node: Element, plain: Run, kind: str, level: int) -> Iterator[Paragraph]:
    start = node.get("start", "")
    first = min(int(start), LAST) if re.fullmatch("[0-9]{1,9}", start) else 1
    for item in node:
        own = Element(item.tag, item.attrib)
        own.text = item.text
        inner = []
        for child in item:
            if child.tag in ("ul", "ol"):
                inner.append(child)
            else:
                own.append(child)
        if runs := _runs(own, plain):
            yield Paragraph(runs=runs, kind=kind, level=level, start=max(first, 1))
        for child in inner:
            yield from _block(child, plain, level + 1)


def _terms(node: Element, plain: Run) -> Iterator[Paragraph]:
    """A term, a leap, and what is said of it: one paragraph."""
    terms: list[Run] = []
    for child in node:
        if child.tag == "dt":
            role = replace(plain, role="term", bold=True)
            terms += [*([replace(role, text=BREAK)] if terms else []), *_runs(child, role)]
        elif child.tag == "dd":
            runs = (*terms, replace(plain, text="\t"), *_runs(child, plain))
            yield Paragraph(runs=runs, kind="term")
            terms = []


# Runs -------------------------------------------------------------------------------------


def _runs(node: Element, plain: Run) -> tuple[Run, ...]:
    """The words of an element, blanks as a browser shows them."""
    made: list[Run] = []
    for run in _spoken(node, plain):
        text = run.text if run.text in (BREAK, "\t") else BLANKS.sub(" ", run.text)
        if text.startswith(" ") and (not made or made[-1].text[-1:] in (" ", BREAK, "\t")):
            text = text.lstrip(" ")
        if not text:
            continue
        if text == BREAK and made:
            made[-1] = replace(made[-1], text=made[-1].text.rstrip(" "))
        if made and replace(made[-1], text=text) == replace(run, text=text):
            made[-1] = replace(run, text=made[-1].text + text)
        else:
            made.append(replace(run, text=text))
    if made:
        made[-1] = replace(made[-1], text=made[-1].text.rstrip(" "))
    return tuple(run for run in made if run.text)


def _spoken(node: Element, plain: Run) -> Iterator[Run]:
    style = _styled(node, plain)
    if node.tag == "br":
        yield replace(style, text=BREAK)
    elif node.text:
        yield replace(style, text=node.text)
    for child in node:
        if child.get("class") not in ("footnotes", "footnote-ref", "footnote-backref"):
            yield from _spoken(child, style)
        if child.tail:
            yield replace(style, text=child.tail)


ROLES = ("value", "words", "accent", "name", "where", "members")


def _styled(node: Element, plain: Run) -> Run:
    made = replace(plain, language=node.get("lang", plain.language))
    tag = node.tag
    if tag in ("strong", "b"):
        made = replace(made, bold=True)
    elif tag in ("em", "i", "cite"):
        made = replace(made, italic=not made.italic)
    elif tag in ("sup", "sub"):
        made = replace(made, raised=1 if tag == "sup" else -1)
    elif tag == "code":
        made = replace(made, role="code")
    elif tag == "a":
        made = replace(made, link=node.get("href", ""))
    if node.get("class") in ROLES:
        role = {"where": "quiet", "members": "quiet"}.get(node.get("class", ""), node.get("class"))
        size = measures.number(node, "data-size", made.size, least=0, most=LARGEST)
        made = replace(made, role=role or "", size=size)
    return made
