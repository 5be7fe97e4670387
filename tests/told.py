"""A page as it should be read aloud: its HTML, word for word and block for block."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import takewhile
from xml.etree.ElementTree import Element

import html5lib

WORD = re.compile(r"\w+")
HIDDEN = re.compile(r"^((?:\s*\.[\w-]+)+)\s*\{[^}]*display: none", re.MULTILINE)
SILENT = ("head", "style", "script")
INLINE = frozenset(
    ["a", "abbr", "b", "bdi", "cite", "code", "em", "i", "kbd", "q", "span", "strong", "sub", "sup"]
)
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
ROLES = {
    **dict.fromkeys(HEADINGS, "H"),
    **dict.fromkeys(("ul", "ol", "dl"), "L"),
    "a": "Link",
    "aside": "Aside",
    "blockquote": "BlockQuote",
    "code": "Code",
    "em": "Em",
    "img": "Figure",
    "li": "LI",
    "q": "Quote",
    "strong": "Strong",
    "svg": "Figure",
    "table": "Table",
    "td": "TD",
    "th": "TH",
    "tr": "TR",
}
IN_CONTENTS = {"L": "TOC", "LI": "TOCI"}
COUNTED = frozenset({*ROLES.values(), *IN_CONTENTS.values(), "Note"})


def words(text: str) -> str:
    """The words of a text, whatever stands between them and whatever their case.

    >>> words("Neigh\\u00adbour’s ﬁre")
    'neighbour s fire'
    """
    plain = unicodedata.normalize("NFKC", text.replace("\u00ad", "")).casefold()
    return " ".join(WORD.findall(plain))


class Page:
    """What a page says; *number* gives the page on which a place stands that a link leads to."""

    def __init__(self, html: str, number: Callable[[str], str] = lambda _: "") -> None:
        self.root: Element = html5lib.parse(html, namespaceHTMLElements=False)
        self.number = number
        self.parents = {child: parent for parent in self.root.iter() for child in parent}
        styles = "".join(one.text or "" for one in self.root.iter("style"))
        self.hidden = [rule[1].split(".")[1:] for rule in HIDDEN.finditer(styles)]
        """The classes of what the style sheet hides, from the outermost to its own."""

    @property
    def words(self) -> str:
        return words(self.text(self.root))

    @cached_property
    def told(self) -> tuple[Element, ...]:
        """The elements that are read, in their order."""
        return tuple(self._told(self.root))

    @property
    def counts(self) -> Counter[str]:
        return Counter(role for one in self.told if (role := self.role(one)))

    def texts(self, role: str) -> list[str]:
        """The words of each element of a kind, if it has any."""
        found = (
            one for one in self.told if (one.tag == "p" if role == "P" else self.role(one) == role)
        )
        said = (words(" ".join(map(self.text, self._entry(one)))) for one in found)
        return [text for text in said if text]

    @property
    def passages(self) -> list[tuple[str, str]]:
        """What is in another language than the text around it."""
        found = (one for one in self.told if self._is_foreign(one))
        return [(one.get("lang", ""), words(self.text(one))) for one in found]

    def text(self, element: Element) -> str:
        if self.is_silent(element):
            return " "
        tag = element.tag
        if tag == "br":
            return " "
        if tag in ("img", "svg") or element.get("role") == "img":
            return f" {_alternative(element)} "
        said = [element.text or ""]
        for child in element:
            said += [self.text(child), child.tail or ""]
        if self._has_number(element):
            said.append(f" {self.number(element.get('href', '')[1:])}")
        whole = "".join(said)
        return whole if tag in INLINE else f" {whole} "

    def role(self, element: Element) -> str:
        role = ROLES.get(element.tag, "")
        if element.get("role") == "img":
            return "Figure"
        if role == "Figure":
            return role if _alternative(element) else ""
        if element.tag in ("dt", "dd"):
            return "LI" if self._begins_entry(element) else ""
        if role in IN_CONTENTS and self._around(element, "nav") is not None:
            return IN_CONTENTS[role]
        if self._is_note(element):
            return "Note"
        if role == "L" and any(map(self._is_note, element)):
            return ""
        is_link = element.get("href") and words(self.text(element))
        return role if role != "Link" or is_link else ""

    def is_silent(self, element: Element) -> bool:
        if not isinstance(element.tag, str) or element.tag in SILENT:
            return True
        if element.get("aria-hidden") == "true" or _has_class(element, "running"):
            return True
        return any(self._is_within(element, classes) for classes in self.hidden)

    def _is_within(self, element: Element, classes: list[str]) -> bool:
        *outer, own = (name.strip() for name in classes)
        around: Element | None = self.parents.get(element)
        while outer and around is not None:
            if _has_class(around, outer[-1]):
                outer.pop()
            around = self.parents.get(around)
        return not outer and _has_class(element, own)

    def _told(self, element: Element) -> Iterator[Element]:
        if self.is_silent(element):
            return
        yield element
        if element.tag != "svg" and element.get("role") != "img":
            for child in element:
                yield from self._told(child)

    def _is_note(self, element: Element) -> bool:
        holder = self.parents.get(element)
        return (
            element.tag == "li"
            and holder is not None
            and any(
                _has_class(one, "footnotes", "footnote")
                for one in (holder, self.parents.get(holder, holder))
            )
        )

    def _begins_entry(self, element: Element) -> bool:
        siblings = [one for one in self.parents[element] if one.tag in ("dt", "dd")]
        place = siblings.index(element)
        before = siblings[place - 1].tag if place else ""
        return before != "dt" if element.tag == "dt" else not before

    def _entry(self, element: Element) -> list[Element]:
        """The element, or the terms and what they mean of which it is the first."""
        if element.tag not in ("dt", "dd"):
            return [element]
        siblings = [one for one in self.parents[element] if one.tag in ("dt", "dd")]
        rest = siblings[siblings.index(element) + 1 :]
        return [element, *takewhile(lambda one: not self._begins_entry(one), rest)]

    def _has_number(self, element: Element) -> bool:
        """Whether the style sheet prints the number of a page after it or in it."""
        is_within = element.tag == "a" and element.get("href", "").startswith("#")
        is_empty = not "".join(element.itertext()).strip()
        return is_within and (is_empty or self._around(element, "nav") is not None)

    def _around(self, element: Element, tag: str) -> Element | None:
        found: Element | None = element
        while found is not None and found.tag != tag:
            found = self.parents.get(found)
        return found

    def _is_foreign(self, element: Element) -> bool:
        own, parent = element.get("lang"), self.parents.get(element)
        while parent is not None and not parent.get("lang"):
            parent = self.parents.get(parent)
        return bool(own) and parent is not None and own != parent.get("lang")


def _alternative(element: Element) -> str:
    title = next((one.text for one in element if str(one.tag).endswith("title")), None)
    return element.get("aria-label") or element.get("alt") or title or ""


def _has_class(element: Element, *names: str) -> bool:
    return not {*names}.isdisjoint(element.get("class", "").split())
