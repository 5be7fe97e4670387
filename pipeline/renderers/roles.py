"""What an HTML element is in the words of a PDF; it knows elements, not pages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

SVG = "{http://www.w3.org/2000/svg}"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
ROLES = {
    "main": "Part",
    "article": "Art",
    "section": "Sect",
    "nav": "Sect",
    "aside": "Aside",
    "blockquote": "BlockQuote",
    "li": "LI",
    "dt": "Lbl",
    "dd": "LBody",
    "table": "Table",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "a": "Link",
    "em": "Em",
    "strong": "Strong",
    "q": "Quote",
    **dict.fromkeys(("div", "header", "footer", "hgroup", "address", "figure", "form"), "Div"),
    **dict.fromkeys(("p", "pre", "summary"), "P"),
    **{heading: heading.upper() for heading in HEADINGS},
    **dict.fromkeys(("ul", "ol", "dl", "menu"), "L"),
    **dict.fromkeys(("caption", "figcaption"), "Caption"),
    **dict.fromkeys(("img", f"{SVG}svg"), "Figure"),
    **dict.fromkeys(("code", "kbd", "samp"), "Code"),
}
GROUPS = frozenset({"Document", "Part", "Art", "Sect", "Div", "Aside", "BlockQuote", "TOCI"})
"""Roles that hold other elements only: words in them need a paragraph."""
INLINE = frozenset({"Span", "Em", "Strong", "Quote", "Code", "Link"})
EMPHASIS = ("b", "em", "i", "strong")
IN_A_LINE = INLINE | {"Reference"}
"""Roles whose words go on from those before them."""
PLAIN = ("div", "header", "footer", "hgroup")
"""Elements that are there for the layout, and tell a reader nothing."""
WORDLESS = GROUPS | {"L", "TOC", "Table", "THead", "TBody", "TFoot", "TR"}
ALSO_INLINE = INLINE | {"Figure"}
TABLE_PARTS = frozenset({"THead", "TBody", "TFoot", "TR", "TH", "TD", "Caption"})
CAPTIONED = frozenset({"Sect", "Table"})
"""Roles of what may have a caption."""
LISTS = {"ol": "Decimal", "dl": "Description"}
"""How lists are numbered, if nothing else is known."""
IN_CONTENTS = {"L": "TOC", "LI": "TOCI"}
NUMBERING = {
    "disc": "Disc",
    "circle": "Circle",
    "square": "Square",
    "decimal": "Decimal",
    "decimal-leading-zero": "Decimal",
    "upper-roman": "UpperRoman",
    "lower-roman": "LowerRoman",
    "upper-alpha": "UpperAlpha",
    "upper-latin": "UpperAlpha",
    "lower-alpha": "LowerAlpha",
    "lower-latin": "LowerAlpha",
}
NOT_SHOWN = ("presentation", "none")


class Html:
    """The elements of one page, and what each of them is."""

    def __init__(self, root: Element) -> None:
        self.parents = {child: parent for parent in root.iter() for child in parent}
        self.index = {element: number for number, element in enumerate(root.iter())}
        self.blocks: set[Element] = set()
        """Elements without a role of their own that the style sheet makes paragraphs."""
        self.footnotes: set[Element] = set()
        """Elements that the style sheet sends to the foot of the page."""

    def lineage(self, element: Element) -> Iterator[Element]:
        """The element, its parent, and so on to the root."""
        found: Element | None = element
        while found is not None:
            yield found
            found = self.parents.get(found)

    def role(self, element: Element, around: str) -> str | None:
        """The role of an element *around* which is another; None where it adds nothing."""
        aria, role = element.get("role", ""), ROLES.get(element.tag)
        if element.tag == "body" or around == "Figure":
            return None
        if aria == "img":
            return "Figure"
        if self.is_note(element):
            return "Note"
        if aria in NOT_SHOWN:
            return None
        if role is None:
            return self._nameless(element, around)
        if role == "Link":
            return "Link" if element.get("href") else None
        if role in TABLE_PARTS and self.is_layout(element):
            return "Div" if role in ("TH", "TD") else None
        return self._in_lists(element, role)

    def _nameless(self, element: Element, around: str) -> str | None:
        if element in self.blocks and around in GROUPS:
            return "P"
        is_told = element.tag == "abbr" and element.get("title")
        return "Span" if is_told or self.language(element) else None

    def _in_lists(self, element: Element, role: str) -> str | None:
        if role in IN_CONTENTS and self.is_contents(element):
            return IN_CONTENTS[role]
        if role == "L" and self.holds_notes(element):
            return None
        return "LI" if role == "Div" and self.parents[element].tag == "dl" else role

    def is_hidden(self, element: Element) -> bool:
        return any(one.get("aria-hidden") == "true" for one in self.lineage(element))

    def is_in_picture(self, element: Element) -> bool:
        return any(one.get("role") == "img" for one in self.lineage(element))

    def is_note(self, element: Element) -> bool:
        if element in self.footnotes or element.get("role") in ("doc-footnote", "doc-endnote"):
            return True
        return element.tag == "li" and self.holds_notes(self.parents[element])

    def holds_notes(self, element: Element) -> bool:
        return element.tag == "ol" and any(
            _has_class(one, "footnote", "footnotes") or one.get("role") == "doc-endnotes"
            for one in (element, self.parents[element])
        )

    def is_reference(self, element: Element) -> bool:
        """Whether a link points from one place of the document to another, like a note's."""
        is_call = _has_class(element, "footnote-ref") or element.get("role") == "doc-noteref"
        return is_call or self.is_contents(element)

    def is_contents(self, element: Element) -> bool:
        return any(
            one.tag == "nav"
            and (_has_class(one, "toc", "contents") or one.get("role") == "doc-toc")
            for one in self.lineage(element)
        )

    def is_layout(self, element: Element) -> bool:
        table = next((one for one in self.lineage(element) if one.tag == "table"), None)
        return table is not None and table.get("role") in NOT_SHOWN

    def is_led(self, element: Element) -> bool:
        """Whether a space stands before it, even if no line has room for one there."""
        parent = self.parents[element]
        before = next((one for one, two in pairwise(parent) if two is element), None)
        text = (parent.text if before is None else before.tail) or ""
        if text or before is not None or parent.tag not in ("a", "span", *EMPHASIS):
            return text[-1:].isspace()
        return self.is_led(parent)

    def language(self, element: Element) -> str:
        """The element's language, if it is not the one around it."""
        own = element.get("lang", "")
        around = (one.get("lang") for one in self.lineage(element) if one is not element)
        return own if own and own != next(filter(None, around), "") else ""

    def scope(self, head: Element) -> str:
        """What the head of a table is the head of."""
        if scope := head.get("scope"):
            return "Row" if scope.startswith("row") else "Column"
        row = self.parents[head]
        is_head = self.parents[row].tag == "thead" or all(cell.tag == "th" for cell in row)
        return "Column" if is_head else "Row"

    def numbering(self, item: Element, style: object) -> str:
        """How the list of an item is numbered; some style sheets count for themselves."""
        known = NUMBERING.get(style) if isinstance(style, str) else None
        return known or ("Decimal" if self.parents[item].tag == "ol" else "Disc")

    def first_term(self, element: Element) -> Element:
        """The term that begins the entry of a `dl` in which *element* stands."""
        entry = [one for one in self.parents[element] if self.index[one] <= self.index[element]]
        while entry and entry[-1].tag == "dd":
            entry.pop()
        first = element
        while entry and entry[-1].tag == "dt":
            first = entry.pop()
        return first


def holds_blocks(element: Element) -> bool:
    return any(ROLES.get(one.tag, "Span") not in ALSO_INLINE for one in element.iter())


def alternative(element: Element) -> str:
    """The words for those who cannot see it."""
    drawn = (element.findtext(f"{SVG}{name}") for name in ("title", "desc"))
    told = (element.get("aria-label"), element.get("alt"), *drawn)
    return next((words.strip() for words in told if words and words.strip()), "")


def spoken(link: Element) -> str:
    """What a link says; what stands in a `span` stands apart, as a number before its title."""
    words = " ".join("".join(_words(link)).split())
    pictures = (alternative(one) for one in link.iter() if one is not link)
    return link.get("aria-label") or words or " ".join(filter(None, pictures))


def _words(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        gap = " " if child.tag == "span" else ""
        yield gap
        yield from _words(child)
        yield gap + (child.tail or "")


def _has_class(element: Element, *names: str) -> bool:
    return not {*names}.isdisjoint(element.get("class", "").split())
