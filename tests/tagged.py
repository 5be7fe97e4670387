"""A PDF as a screen reader has it: element after element, through the tags and nothing else."""

from __future__ import annotations

import functools
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from tests import told

HEADING = re.compile(r"^H[1-6]$")
INLINE = frozenset({"Span", "Em", "Strong", "Quote", "Code", "Link", "Reference", "Figure"})
FURNITURE = -1
OF_TERMS = ("/None", "/Description")
MAPPED = re.compile(rb"<(\w+)>\s*<(\w+)>")
RANGE = re.compile(rb"<(\w+)>\s*<(\w+)>\s*<(\w+)>")


@dataclass
class Element:
    role: str
    lang: str = ""
    alt: str = ""
    kids: list[Element | str] = field(default_factory=list)
    attributes: dict[str, str] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)
    """Where its annotations lead: the name of a place, or an address."""
    own_pages: set[int] = field(default_factory=set)
    refers: list[Element] = field(default_factory=list)
    is_number: bool = False
    """Whether it is the mark of a list's item or the number of a note, which nobody typed."""

    def walk(self) -> Iterator[Element]:
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    @property
    def page(self) -> int:
        """The first page on which it stands, from 1; none: 0."""
        return min((page for one in self.walk() for page in one.own_pages), default=0)

    @property
    def text(self) -> str:
        """All that it says; a picture says its words."""
        if self.is_number:
            return " "
        if self.role == "Figure":
            return f" {self.alt} "
        told = "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)
        return told if self.role in INLINE else f" {told} "

    @property
    def words(self) -> str:
        return told.words(self.text)


def counts(document: Element) -> Counter[str]:
    """How many elements of each kind there are, headings of all levels taken together.

    A link without words is one that leads back from a note.
    """
    found = (one for one in document.walk() if one.role != "Link" or one.words)
    roles = (HEADING.sub("H", one.role) for one in found)
    return Counter(role for role in roles if role in told.COUNTED)


def texts(document: Element, role: str) -> list[str]:
    """The words of each element of a kind, if it has any."""
    elements = (one for one in document.walk() if HEADING.sub("H", one.role) == role)
    return [element.words for element in elements if element.words]


def passages(document: Element) -> list[tuple[str, str]]:
    return [(one.lang, one.words) for one in document.walk() if one.lang]


@functools.lru_cache(maxsize=16)
def read(content: bytes) -> Element:
    """The structure tree of a file, with the words that its marked content shows."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        reader = _Reader(pdf)
        document = reader.element(pdf.Root.StructTreeRoot.K[0])
        for element, others in reader.references:
            element.refers = [reader.elements[other] for other in others]
        return document


def furniture(content: bytes) -> list[str]:
    """What stands on each page and is not read: heads, feet and page numbers."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        reader = _Reader(pdf)
        return [reader.show(page.obj)[FURNITURE] for page in pdf.pages]


class _Reader:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.numbers = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
        self.fonts: dict[tuple[int, int], Mapping[int, str]] = {}
        self.marked: dict[tuple[int, int], dict[int, str]] = {}
        self.elements: dict[tuple[int, int], Element] = {}
        self.references: list[tuple[Element, list[tuple[int, int]]]] = []

    def element(self, tag: Any, page: Any = None) -> Element:
        page = tag.get("/Pg", page)
        made = Element(str(tag.S)[1:], str(tag.get("/Lang", "")), str(tag.get("/Alt", "")))
        self.elements[tag.objgen] = made
        if "/Ref" in tag:
            self.references.append((made, [other.objgen for other in tag.Ref]))
        for one in _listed(tag.get("/A")):
            made.attributes |= {key[1:]: str(value) for key, value in one.items() if key != "/O"}
        for kid in _listed(tag.get("/K")):
            self.kid(made, kid, page)
        if made.role == "L" and made.attributes.get("ListNumbering") not in OF_TERMS:
            _number(kid for kid in made.kids if isinstance(kid, Element))
        elif made.role in ("Note", "FENote"):
            _number([made])
        return made

    def kid(self, made: Element, kid: Any, page: Any) -> None:
        if isinstance(kid, int):
            self.content(made, page, page, kid)
        elif kid.get("/Type") == "/MCR":
            self.content(made, kid.get("/Stm", kid.Pg), kid.Pg, int(kid.MCID))
        elif kid.get("/Type") == "/OBJR":
            made.links.append(_target(kid.Obj))
        else:
            made.kids.append(self.element(kid, page))

    def content(self, made: Element, stream: Any, page: Any, number: int) -> None:
        made.own_pages.add(self.numbers[page.objgen])
        if stream.objgen not in self.marked:
            self.marked[stream.objgen] = self.show(stream)
        made.kids.append(self.marked[stream.objgen][number])

    def show(self, stream: Any) -> dict[int, str]:
        """What each mark of a content stream holds, as text."""
        shown: dict[int, str] = {FURNITURE: ""}
        open_marks: list[tuple[int | None, str | None]] = []
        font: Mapping[int, str] = {}
        for operands, operator in pikepdf.parse_content_stream(stream):
            name = str(operator)
            if name in ("BDC", "BMC"):
                properties = operands[1] if name == "BDC" else {}
                number = int(properties["/MCID"]) if "/MCID" in properties else None
                if str(operands[0]) == "/Artifact":
                    number = FURNITURE
                    shown[FURNITURE] += " "
                elif number is not None:
                    shown[number] = ""
                instead = properties.get("/ActualText")
                open_marks.append((number, None if instead is None else str(instead)))
            elif name == "EMC":
                _, instead = open_marks.pop()
                if instead is not None:
                    _say(shown, [*open_marks, (_, None)], instead)
            elif name == "Tf":
                font = self.font(stream.Resources.Font[str(operands[0])])
            elif name in ("TJ", "Tj") and all(instead is None for _, instead in open_marks):
                _say(shown, open_marks, _decoded(operands[0], font))
        return shown

    def font(self, font: Any) -> Mapping[int, str]:
        if font.objgen not in self.fonts:
            self.fonts[font.objgen] = _to_unicode(font.ToUnicode.read_bytes())
        return self.fonts[font.objgen]


def _number(items: Iterable[Element]) -> None:
    labels = (kid for item in items for kid in item.kids if isinstance(kid, Element))
    for label in labels:
        label.is_number = label.role == "Lbl"


def _say(shown: dict[int, str], open_marks: list[tuple[int | None, str | None]], said: str) -> None:
    for number, _ in reversed(open_marks):
        if number is not None:
            shown[number] += said
            return


def _decoded(operand: Any, font: Mapping[int, str]) -> str:
    strings = operand if isinstance(operand, pikepdf.Array) else [operand]
    letters = b"".join(bytes(one) for one in strings if isinstance(one, pikepdf.String))
    glyphs = (int.from_bytes(letters[n : n + 2]) for n in range(0, len(letters), 2))
    return "".join(font[glyph] for glyph in glyphs)


def _to_unicode(table: bytes) -> dict[int, str]:
    found: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for glyph, letters in MAPPED.findall(block):
            found[int(glyph, 16)] = bytes.fromhex(letters.decode()).decode("utf-16-be")
    assert not RANGE.search(b"".join(re.findall(rb"beginbfrange(.*?)endbfrange", table, re.S)))
    return found


def _target(annotation: Any) -> str:
    if "/Dest" in annotation:
        return f"#{annotation.Dest}"
    return f"#{annotation.A.D}" if "/D" in annotation.A else str(annotation.A.URI)


def _listed(found: Any) -> list[Any]:
    if found is None:
        return []
    return list(found) if isinstance(found, pikepdf.Array) else [found]
