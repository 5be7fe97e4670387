"""What the HTML says a thing is, kept in the PDF: one structure element for one HTML element."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any
from xml.etree.ElementTree import Element

import pydyf

from pipeline.renderers import destinations, lineends, marking, roles, settling, structure
from pipeline.renderers.structure import Hook, Mark, Node, Order

KINDS = (
    "BlockLevelBox",
    "MarginBox",
    "ReplacedBox",
    "TableCellBox",
    "TableRowGroupBox",
    "TextBox",
)
TRAITS = (
    "bookmark_label",
    "children",
    "element",
    "element_tag",
    "is_leader",
    "link_annotation",
    "style",
)
"""What the boxes of the layout are called, and what must be known of each."""
LABELS = ("::marker", "::footnote-marker")
PX = 72 / 96


def write(
    pdf: pydyf.PDF, document: Any, streams: Sequence[Any], *, is_second: bool = False
) -> list[str]:
    """Tag the file, as PDF 1.7 or as 2.0; what comes back are the pictures nobody described."""
    reading = Reading(document._html.etree_element)
    for number, (page, stream) in enumerate(zip(document.pages, streams, strict=True)):
        reading.learn(page._page_box)
        reading.read(number, page, [stream, *marking.groups(pdf, stream)])
    marking.unlink(pdf, reading.furniture)
    lineends.tell(reading.pieces, document.fonts)
    written = structure.write(pdf, reading.finished(), len(streams), is_second=is_second)
    if is_second:
        bookmarks = [(words, written[node.present]) for words, node in reading.bookmarks()]
        places = {name: written[node.present] for name, node in reading.places().items()}
        destinations.point(pdf, places, bookmarks)
    return reading.undescribed


class Reading:
    """The pages read in order, and the tree that grows from them.

    Nodes stand in the order of their elements, wherever on the pages their boxes are.
    """

    def __init__(self, root: Element) -> None:
        self.html = roles.Html(root)
        self.document = Node("Document")
        self.nodes: dict[Element, Node] = {root: self.document}
        self.parts: dict[tuple[Element, str], Node] = {}
        self.last: dict[Node, int] = {}
        """The element that was put into a node last, by its place in the HTML."""
        self.paragraphs: dict[Node, Node] = {}
        """The paragraph that is open in a group of blocks."""
        self.headings: list[tuple[int, Node]] = []
        self.marked: list[tuple[str, Element | None]] = []
        """What has a bookmark, by its words, in the order of the pages."""
        self.first_page: dict[Element, int] = {}
        self.undescribed: list[str] = []
        self.furniture: set[bytes] = set()
        """Links in running heads and the like, which no reader reaches."""
        self.pieces: list[lineends.Piece] = []
        self.piece: dict[Node, lineends.Piece] = {}
        """The last stretch of text in a block."""
        self.begun: set[Element] = set()
        self.sequence = 0

    def learn(self, page_box: Any) -> None:
        """See what the style sheet made of elements that could be anything."""
        for box, _ in _boxes(page_box, lambda _: False):
            tag, pseudo = _names(box)
            if pseudo == "::footnote-call":
                self.html.footnotes.add(box.element)
            elif _is(box, "BlockLevelBox") and not pseudo and tag not in roles.ROLES:
                self.html.blocks.add(box.element)

    def read(self, number: int, page: Any, streams: Sequence[Any]) -> None:
        """Give every marked stretch of a page its element, or make it an artifact."""
        tags, *_ = (stream._tags for stream in streams)
        groups = {mark["MCID"]: group for group in streams[1:] for mark in marking.marks(group)}
        artifacts: dict[int, str] = {}
        for box, is_furniture in _boxes(page._page_box, lambda box: self.is_repeated(box, number)):
            mark = tags.pop(box, {}).get("mcid")
            if box.bookmark_label and box.style["bookmark_level"] != "none":
                self.marked.append((box.bookmark_label, box.element))
            if box.element is None or is_furniture or self.is_silent(box):
                if mark is not None:
                    is_head = is_furniture and not box.is_leader
                    artifacts[mark] = "Pagination" if is_head else "Layout"
                if box.link_annotation is not None:
                    self.furniture.add(box.link_annotation.reference)
                continue
            if _is(box, "TableCellBox") and not _names(box)[1]:
                self._span(box)
            if mark is not None:
                node = self._place(box, Mark(number, mark, groups.get(mark)), page)
                if _is(box, "TextBox"):
                    self._follow(box, node, mark, groups.get(mark, streams[0]))
            elif _names(box) == ("br", ""):
                self._break(box.element)
            if box.link_annotation is not None:
                self._hook(box.element, Hook(number, box.link_annotation))
        artifacts.update((left["mcid"], "Layout") for left in tags.values())
        tags.clear()
        for stream in streams:
            marking.make_artifacts(stream, artifacts)

    def finished(self) -> Node:
        self._level_headings()
        self._refer()
        settling.settle(self.document)
        return self.document

    def places(self) -> dict[str, Node]:
        """What stands where links inside of the document lead."""
        named = [(element.get("id"), element) for element in self.html.index]
        return {name: self._shown(element) for name, element in reversed(named) if name}

    def bookmarks(self) -> list[tuple[str, Node]]:
        return [
            (words, self.document if element is None else self._shown(element))
            for words, element in self.marked
        ]

    def _shown(self, element: Element) -> Node:
        """The innermost node around an element that is on the pages."""
        return next(self.nodes[one] for one in self.html.lineage(element) if one in self.nodes)

    def is_repeated(self, box: Any, page: int) -> bool:
        """Whether it was there on an earlier page: a table's head, a thing fixed to the page."""
        is_rows = _is(box, "TableRowGroupBox") and (box.is_header or box.is_footer)
        if box.element is None or not (is_rows or box.style["position"] == "fixed"):
            return False
        return self.first_page.setdefault(box.element, page) != page

    def is_silent(self, box: Any) -> bool:
        """Whether it says nothing: hidden, only decoration, or a space between two blocks."""
        element = box.element
        if self.html.is_hidden(element):
            return True
        if _is(box, "TextBox"):
            node = self.node(element)
            is_between = node.role in roles.WORDLESS and node not in self.paragraphs
            return is_between and not box.text.strip()
        if _is(box, "ReplacedBox"):
            return bool(_names(box)[1]) or not self.is_described(element)
        return False

    def is_described(self, element: Element) -> bool:
        if element.get("role") in roles.NOT_SHOWN:
            return False
        if self.html.is_in_picture(element) or roles.alternative(element):
            return True
        name = element.get("src", "a drawing").rpartition("/")[2]
        if "alt" not in element.attrib and name not in self.undescribed:
            self.undescribed.append(name)
        return False

    def node(self, element: Element) -> Node:
        if element not in self.nodes:
            parent = self.html.parents[element]
            role = self.html.role(element, self.node(parent).role)
            self.nodes[element] = self._grow(element, role) if role else self.node(parent)
        return self.nodes[element]

    def slot(self, element: Element, *, is_inline: bool = False) -> Node:
        """Where things that stand in *element* go."""
        node = self.node(element)
        if node.role == "LI":
            node = self._part(self._owner(element), "LBody", node)
        if is_inline and node.role in roles.GROUPS:
            return self._paragraph(node)
        return node

    def _owner(self, element: Element) -> Element:
        """The element whose node it is, of those around *element* that share it."""
        parent = self.html.parents[element]
        return self._owner(parent) if self.node(parent) is self.node(element) else element

    def _grow(self, element: Element, role: str) -> Node:
        node = Node(role, language=self.html.language(element))
        node.is_plain = element.tag in roles.PLAIN and role == "Div" and not node.language
        if role == "Figure":
            node.alternative = roles.alternative(element)
        elif role == "Link":
            node.alternative = element.get("aria-label", "")
        elif role == "Span":
            node.expansion = element.get("title", "") if element.tag == "abbr" else ""
        elif role == "TH":
            node.owners["Table"] = {"Scope": f"/{self.html.scope(element)}"}
        elif role == "L":
            node.owners["List"] = {"ListNumbering": f"/{roles.LISTS.get(element.tag, 'None')}"}
        elif role == "Note":
            kind = "Footnote" if element in self.html.footnotes else "Endnote"
            node.owners["FENote"] = {"NoteType": f"/{kind}"}
        elif element.tag in roles.HEADINGS:
            self.headings.append((self.html.index[element], node))
        self._attach(node, element, self._holder(element, role))
        return node

    def _holder(self, element: Element, role: str) -> Node:
        """The node that a new one for *element* goes into."""
        parent = self.html.parents[element]
        if role in ("Lbl", "LBody") and parent.tag == "dl":
            return self._part(self.html.first_term(element), "LI", self.node(parent))
        if role in ("Lbl", "LBody", "LI", "TOCI", "TOC"):
            return self.node(parent)
        if role == "Note" and element in self.html.footnotes:
            return self._beside_paragraph(parent)
        if role == "Link" and self.html.is_reference(element):
            is_contents = self.html.is_contents(element)
            return self._part(element, "Reference", self.slot(parent, is_inline=not is_contents))
        is_inline = role in roles.INLINE and not roles.holds_blocks(element)
        return self.slot(parent, is_inline=is_inline)

    def _beside_paragraph(self, element: Element) -> Node:
        """A footnote is read after the paragraph that calls it, not in its midst."""
        for one in self.html.lineage(element):
            if roles.ROLES.get(one.tag) == "P" or one.tag in roles.HEADINGS:
                return self.slot(self.html.parents[one])
        return self.slot(element)

    def _part(self, element: Element, role: str, holder: Node) -> Node:
        """A node that PDF wants and HTML does not have, such as the body of a list item."""
        if (element, role) not in self.parts:
            node = self.parts[element, role] = Node(role)
            self._attach(node, element, holder)
        return self.parts[element, role]

    def _attach(self, node: Node, element: Element, holder: Node) -> None:
        order = self._before(element)
        holder.add(node, order)
        self.last[holder] = max(self.last.get(holder, 0), order[0])
        self.last[node] = order[0]
        if node.role not in roles.INLINE:
            self.paragraphs.pop(holder, None)

    def _paragraph(self, group: Node) -> Node:
        if group not in self.paragraphs:
            paragraph = self.paragraphs[group] = Node("P", is_implied=True)
            group.add(paragraph, self._after(group))
            self.last[paragraph] = self.last.get(group, 0)
        return self.paragraphs[group]

    def _before(self, element: Element) -> Order:
        self.sequence += 1
        return (self.html.index[element], 0, self.sequence)

    def _after(self, node: Node) -> Order:
        """The place after all that is in *node* so far."""
        self.sequence += 1
        return (self.last.get(node, 0), 1, self.sequence)

    def _place(self, box: Any, mark: Mark, page: Any) -> Node:
        element, (_, pseudo) = box.element, _names(box)
        if pseudo == "::footnote-call":
            around = self.slot(self.html.parents[element], is_inline=True)
            node = self._part(element, "Reference", around)
        elif self.is_label(box, pseudo):
            node = self._part(element, "Lbl", self.node(element))
            self._number(box)
        elif _is(box, "ReplacedBox"):
            node = self.node(element)
            node.owners.setdefault("Layout", {"BBox": _frame(box, page)})
        else:
            node = self.slot(element, is_inline=True)
        node.add(mark, self._after(node))
        return node

    def _follow(self, box: Any, node: Node, mark: int, stream: Any) -> None:
        """Where a line ends between two words, the first of them ends in a space."""
        while node.role in roles.IN_A_LINE and node.parent is not None:
            node = node.parent
        is_first = box.element not in self.begun and not _names(box)[1]
        # What stands within an element begins it, as the name does before a comma of its caption.
        self.begun.update(self.html.lineage(box.element))
        # Nothing is painted of a text that is only a space.
        is_space = not box.text.strip()
        is_led = is_space or box.is_led or (is_first and self.html.is_led(box.element))
        if node in self.piece and is_led:
            self.piece[node].told += " "
        if not is_space:
            self.piece[node] = lineends.Piece(box, stream, mark)
            self.pieces.append(self.piece[node])

    def _break(self, element: Element) -> None:
        """The words before a line break that the writer asked for are not the next ones."""
        node = self.node(element)
        node = self.parts.get((self._owner(element), "LBody"), node)
        node = self.paragraphs.get(node, node)
        while node not in self.piece and node.role in roles.IN_A_LINE and node.parent is not None:
            node = node.parent
        if node in self.piece:
            self.piece[node].told += " "

    def is_label(self, box: Any, pseudo: str) -> bool:
        role = self.node(box.element).role
        if pseudo in LABELS:
            return role in ("LI", "Note")
        # A number that the style sheet counts and hangs in the margin is a label, too.
        is_item = box.element.tag == "li" and role == "LI" and pseudo == "::before"
        return is_item and (box.element, "LBody") not in self.parts

    def _number(self, box: Any) -> None:
        holder = self.node(box.element).parent
        if holder is not None and "List" in holder.owners:
            numbering = self.html.numbering(box.element, box.style["list_style_type"])
            holder.owners["List"]["ListNumbering"] = f"/{numbering}"

    def _span(self, box: Any) -> None:
        node = self.node(box.element)
        if node.role in ("TH", "TD"):
            spans = {"ColSpan": box.colspan, "RowSpan": box.rowspan}
            if wide := {key: span for key, span in spans.items() if span != 1}:
                node.owners.setdefault("Table", {}).update(wide)

    def _hook(self, element: Element, hook: Hook) -> None:
        # A picture that stands out of its link brings an annotation of its own.
        link = next((one for one in self.html.lineage(element) if one.tag == "a"), element)
        if words := roles.spoken(link):
            hook.annotation["Contents"] = pydyf.String(words)
        node = self.node(link)
        if node.role != "Link":
            node = self._part(link, "Link", node)
        node.add(hook, self._after(node))

    def _refer(self) -> None:
        """A line of the contents knows its heading; a note and its calls know each other."""
        places = self.places()
        for (element, role), node in self.parts.items():
            name = element.get("href", "").removeprefix("#")
            if role != "Reference" or (name and name not in places):
                continue
            target = places[name] if name else self.node(element)
            node.refers.append(target)
            if target.role == "Note":
                target.refers.append(node)

    def _level_headings(self) -> None:
        """No level is left out: a reader's keys would stop at the gap."""
        levels: list[int] = []
        for _, node in sorted(self.headings, key=lambda found: found[0]):
            level = int(node.role[1:])
            while levels and levels[-1] >= level:
                levels.pop()
            levels.append(level)
            node.role = f"H{len(levels)}"


def _boxes(box: Any, is_repeated: Callable[[Any], bool]) -> Iterator[tuple[Any, bool]]:
    """Every box of a page in order, and whether it is only furniture."""
    stack = [(box, False)]
    while stack:
        box, is_furniture = stack.pop()
        if _is(box, "AbsolutePlaceholder"):
            box = box._box
        is_furniture = is_furniture or _is(box, "MarginBox") or box.is_leader or is_repeated(box)
        yield box, is_furniture
        stack.extend((child, is_furniture) for child in reversed(box.children))


def _is(box: object, kind: str) -> bool:
    return any(one.__name__ == kind for one in type(box).__mro__)


def _names(box: Any) -> tuple[str, str]:
    tag, colons, pseudo = (box.element_tag or "").partition("::")
    return tag, colons + pseudo


def _frame(box: Any, page: Any) -> pydyf.Array:
    """Where a picture stands, in points from the lower left corner."""
    left, top = box.content_box_x(), box.content_box_y()
    corners = left, page.height - top - box.height, left + box.width, page.height - top
    return pydyf.Array(round(corner * PX, 3) for corner in corners)
