"""The structure tree of a PDF: what each thing on the pages is, in the order it is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

import pydyf

Order = tuple[int, int, int]

# Roles that PDF 1.7 does not know, and what a reader that knows no better takes them for.
STAND_FOR = {"Em": "Span", "Strong": "Span", "Aside": "Div"}
# Roles that PDF 2.0 knows only as those of PDF 1.7, and what it has renamed.
OLDER = frozenset({"Art", "BlockQuote", "Code", "Quote", "Reference", "TOC", "TOCI"})
RENAMED = {"Note": "FENote"}
NEWER = "http://iso.org/pdf2/ssn"
# Attributes, and values of them, that only PDF 2.0 knows.
NEWER_OWNERS = frozenset({"FENote"})
NEWER_VALUES = {"/Description": "/None"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of content that a content stream marks with a number."""

    page: int
    number: int
    group: Any = None
    """The transparency group it is painted in, if it is not the page itself."""


@dataclass(frozen=True, slots=True)
class Hook:
    """An annotation, such as a link's."""

    page: int
    annotation: Any


@dataclass(eq=False, slots=True)
class Node:
    """One structure element; it grows while the pages are read."""

    role: str
    parent: Node | None = None
    kids: list[tuple[Order, Node | Mark | Hook]] = field(default_factory=list)
    owners: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Attributes, by the kind of thing they belong to: `List`, `Table`, `Layout`."""
    language: str = ""
    alternative: str = ""
    expansion: str = ""
    refers: list[Node] = field(default_factory=list)
    """What it points to: a line of the contents to its heading, a note to its calls."""
    heir: Node | None = None
    """Where to look for what was here, if the element itself is not in the file."""
    is_implied: bool = False
    """No HTML element asked for it."""
    is_plain: bool = False
    """It tells a reader nothing: what it holds may as well stand in its parent."""

    def add(self, kid: Node | Mark | Hook, order: Order) -> None:
        self.kids.append((order, kid))
        if isinstance(kid, Node):
            kid.parent = self

    def hold(self, kids: Sequence[Node | Mark | Hook]) -> None:
        """Hold these, in this order, and nothing else."""
        self.kids = []
        for number, kid in enumerate(kids):
            self.add(kid, (number, 0, 0))

    def in_order(self) -> list[Node | Mark | Hook]:
        return [kid for _, kid in sorted(self.kids, key=itemgetter(0))]

    @property
    def present(self) -> Node:
        """Itself, or what is in the file in its place."""
        node = self
        while node.heir is not None:
            node = node.heir
        return node


def write(
    pdf: pydyf.PDF, document: Node, pages: int, *, is_second: bool = False
) -> Mapping[Node, bytes]:
    """Put the tree below *document* into the file, in the words of PDF 1.7 or of 2.0.

    What comes back are the references of its elements.
    """
    writer = _Writer(pdf, pages, is_second=is_second)
    writer.write(document)
    return {node: made.reference for node, made in writer.made.items()}


class _Writer:
    def __init__(self, pdf: pydyf.PDF, pages: int, *, is_second: bool) -> None:
        self.pdf = pdf
        self.is_second = is_second
        self.newer = b""
        """The name space of PDF 2.0."""
        self.made: dict[Node, pydyf.Dictionary] = {}
        self.pages = pdf.page_references
        self.root = self.add(Type="/StructTreeRoot")
        self.marked: dict[int, dict[int, bytes]] = {number: {} for number in range(pages)}
        self.groups: dict[int, int] = {}
        self.hooks: list[tuple[Any, bytes]] = []
        self.names: list[tuple[str, bytes]] = []
        self.roles: set[str] = set()

    def add(self, **entries: Any) -> pydyf.Dictionary:
        added = pydyf.Dictionary(entries)
        self.pdf.add_object(added)
        return added

    def write(self, document: Node) -> None:
        if self.is_second:
            space = self.add(Type="/Namespace", NS=pydyf.String(NEWER))
            self.newer = space.reference
            self.root["Namespaces"] = pydyf.Array([self.newer])
        top = self.element(document, self.root.reference)
        self.refer()
        numbers = pydyf.Array()
        for key, marks in sorted(self.marked.items()):
            numbers.extend((key, _row(marks)))
        for key, (annotation, reference) in enumerate(self.hooks, start=len(self.marked)):
            annotation["StructParent"] = key
            numbers.extend((key, reference))
        parents = self.add(Nums=numbers)
        self.root.update(K=pydyf.Array([top]), ParentTree=parents.reference)
        known = {role: f"/{STAND_FOR[role]}" for role in STAND_FOR if role in self.roles}
        if known and not self.is_second:
            self.root["RoleMap"] = pydyf.Dictionary(known)
        if self.names:
            listed = pydyf.Array()
            for name, reference in sorted(self.names):
                listed.extend((pydyf.String(name), reference))
            self.root["IDTree"] = self.add(Names=listed).reference
        self.pdf.catalog["StructTreeRoot"] = self.root.reference
        self.pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
        self.pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})

    def element(self, node: Node, parent: bytes) -> bytes:
        self.roles.add(node.role)
        role = RENAMED.get(node.role, node.role) if self.is_second else node.role
        made = self.made[node] = self.add(Type="/StructElem", S=f"/{role}", P=parent)
        if self.is_second and role not in OLDER:
            made["NS"] = self.newer
        reference: bytes = made.reference
        kids = node.in_order()
        own = next((kid.page for kid in kids if isinstance(kid, Mark)), None)
        if own is not None:
            made["Pg"] = self.pages[own]
        made["K"] = pydyf.Array([self.kid(kid, reference, own) for kid in kids])
        if node.role == "Note":
            name = f"note-{len(self.names) + 1:04d}"
            self.names.append((name, reference))
            made["ID"] = pydyf.String(name)
        texts = {"Lang": node.language, "Alt": node.alternative, "E": node.expansion}
        made.update((key, pydyf.String(text)) for key, text in texts.items() if text)
        if attributes := [*self.attributes(node)]:
            made["A"] = attributes[0] if len(attributes) == 1 else pydyf.Array(attributes)
        return reference

    def attributes(self, node: Node) -> Iterator[pydyf.Dictionary]:
        for owner, found in node.owners.items():
            if self.is_second:
                yield pydyf.Dictionary({"O": f"/{owner}", **found})
            elif owner not in NEWER_OWNERS:
                known = {key: NEWER_VALUES.get(str(one), one) for key, one in found.items()}
                yield pydyf.Dictionary({"O": f"/{owner}", **known})

    def refer(self) -> None:
        for node, made in self.made.items():
            targets = dict.fromkeys(target.present for target in node.refers)
            if known := [self.made[one].reference for one in targets if one in self.made]:
                made["Ref"] = pydyf.Array(known)

    def kid(self, kid: Node | Mark | Hook, parent: bytes, own_page: int | None) -> Any:
        if isinstance(kid, Node):
            return self.element(kid, parent)
        if isinstance(kid, Hook):
            self.hooks.append((kid.annotation, parent))
            return pydyf.Dictionary(
                {"Type": "/OBJR", "Obj": kid.annotation.reference, "Pg": self.pages[kid.page]}
            )
        if kid.group is not None:
            self.marked[self.group(kid.group)][kid.number] = parent
            return pydyf.Dictionary(
                {
                    "Type": "/MCR",
                    "Pg": self.pages[kid.page],
                    "Stm": kid.group.reference,
                    "MCID": kid.number,
                }
            )
        self.marked[kid.page][kid.number] = parent
        if kid.page == own_page:
            return kid.number
        return pydyf.Dictionary({"Type": "/MCR", "Pg": self.pages[kid.page], "MCID": kid.number})

    def group(self, stream: Any) -> int:
        if stream.number not in self.groups:
            key = len(self.marked)
            self.groups[stream.number] = key
            self.marked[key] = {}
            stream.extra["StructParents"] = key
        return self.groups[stream.number]


def _row(marks: dict[int, bytes]) -> pydyf.Array:
    return pydyf.Array(marks.get(n, b"null") for n in range(max(marks, default=-1) + 1))
