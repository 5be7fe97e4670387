"""The tree of a text put into house form: languages, headings, links, pictures, quotations."""

from __future__ import annotations

import html
import re
from dataclasses import field
from xml.etree.ElementTree import Element, SubElement

from pipeline import bounds, forme, typography
from pipeline.addresses import foreign_note, is_picture, link_address, short
from pipeline.bounds import ATTRIBUTION, Pointer, warning
from pipeline.errors import Finding, Location
from pipeline.forme import BLOCKS, HEADINGS, Tree
from pipeline.frozen import mutable
from pipeline.model.texts import PICTURES
from pipeline.typed import ATTRIBUTES

Named = tuple[str, Location]

CLASSES = ("lead", "small", "note", "figure", "wide", "columns", "pull")
_DEEPEST_TREE = 64
_LEADING = re.compile(ATTRIBUTES)
_TRAILING = re.compile(rf"(?:(?<!\s)\s+)?({ATTRIBUTES})$")
_ATTRIBUTE = re.compile(r"""\s*(?:([#.])([\w-]+)|([\w:-]+)=("[^"]*"|'[^']*'|[^\s"']+))(?=\s|$)""")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
_IDENTIFIER = re.compile(r"[^\W\d][\w-]{0,99}")


@mutable(eq=False, repr=False)
class Galley:
    """One text on its way from Python-Markdown's tree to the page."""

    language: str
    pointer: Pointer
    anchors: str = ""
    home: str = ""
    """The house's website, to which `/topics` leads."""
    heading: int = 2
    is_line: bool = False
    """Whether it is one line, that stands in somebody else's block."""
    codes: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    pictures: list[Named] = field(default_factory=list)
    links: list[Named] = field(default_factory=list)
    identifiers: set[str] = field(default_factory=set)

    def report(self, finding: Finding) -> None:
        self.findings.append(finding)

    def arrange(self, root: Tree) -> None:
        """Puts everything in *root* in its place, and tells all that is wrong with it."""
        self._trim_depth(root)
        self._letters(root, is_code=False)
        self._notes(root)
        self._places(root)
        self._attributes(root)
        self._headings(root)
        for node in list(root.iter()):
            self._point(node)
        for node in list(root.iter()):
            self._form(node)
        self._tidy(root)

    def _warn(self, code: str, message: str, remedy: str, needle: str) -> None:
        self.report(warning(code, message, remedy, self.pointer.at(needle)))

    def _err(self, code: str, message: str, remedy: str, where: Location) -> None:
        self.report(Finding(code, message, remedy, where))

    # What Python-Markdown left in the letters

    def _trim_depth(self, root: Tree) -> None:
        level, is_told = [root], False
        for _ in range(_DEEPEST_TREE):
            level = [child for node in level for child in node]
        for node in level:
            if not is_told and len(node):
                is_told = True
                message, remedy = "marks stand too deep in one another", "take some of them out"
                self._err("W103", message, remedy, self.pointer.where)
            node.text = "".join(node.itertext())
            del node[:]

    def _letters(self, node: Tree, is_code: bool) -> None:
        """The writer's own letters, with one space where there were several."""
        is_code = is_code or node.tag == "code"
        if node.text:
            node.text = html.unescape(node.text) if is_code else forme.plain_letters(node.text)
        for name, value in node.attrib.items():
            node.set(name, bounds.unshielded(forme.plain_letters(value)))
        for child in node:
            self._letters(child, is_code)
            if child.tail:
                child.tail = forme.plain_letters(child.tail)

    # Footnotes

    def _notes(self, root: Tree) -> None:
        """Footnotes numbered, with anchors that are unique on the page."""
        for parent in list(root.iter()):
            for child in parent:
                if child.tag == "div" and child.get("class") == "footnote":
                    self._number_notes(root, parent, child)
                    return

    def _number_notes(self, root: Tree, parent: Tree, notes: Tree) -> None:
        called = {
            link.get("href", "") for link in root.iter("a") if forme.has_class(link, "footnote-ref")
        }
        listed = notes.find("ol")
        names: dict[str, str] = {}
        for item in list(listed if listed is not None else ()):
            name = item.get("id", "")
            if f"#{name}" not in called and listed is not None:
                listed.remove(item)
                self._tell_uncalled(name.removeprefix("fn-"))
                continue
            names[name.removeprefix("fn-")] = str(len(names) + 1)
            if not forme.said(item):
                self._tell_silent(name.removeprefix("fn-"))
        notes.set("class", "footnotes")
        if (rule := notes.find("hr")) is not None:
            notes.remove(rule)
        if not names:
            parent.remove(notes)
        for node in root.iter():
            self._rename(node, names)

    def _tell_uncalled(self, name: str) -> None:
        if f"[^{name}]:" in self.pointer.text:
            remedy = f"write [^{name}] where it belongs, or take the note out"
            message = f"the footnote {name!r} is never called, and is left out"
            self._warn("W117", message, remedy, f"[^{name}]:")

    def _tell_silent(self, name: str) -> None:
        remedy = f"write the note on a line of its own:  [^{name}]: its text"
        self._warn("W117", f"the footnote {name!r} has no text", remedy, f"[^{name}]")

    def _rename(self, node: Tree, names: dict[str, str]) -> None:
        for key in ("id", "href"):
            found = re.fullmatch(r"(#?)(fn|fnref\d*)-(.*)", node.get(key, ""), re.DOTALL)
            if found and found[3] in names and (key == "id" or "class" in node.attrib):
                node.set(key, f"{found[1]}{self.anchors}{found[2]}-{names[found[3]]}")
        if forme.has_class(node, "footnote-backref"):
            node.text = "↑"
            node.attrib.pop("title", None)

    # Code that was set aside

    def _places(self, root: Tree) -> None:
        """Fenced code put back, and empty paragraphs taken out."""
        for parent in list(root.iter()):
            for child in list(parent):
                number = bounds.number_aside((child.text or "").strip())
                if 0 <= number < len(self.codes) and child.tag == "p" and not len(child):
                    child.tag = "pre"
                    child.text = None
                    SubElement(child, "code").text = self.codes[number] + "\n"
                elif child.tag in ("p", *HEADINGS) and not len(child) and not forme.said(child):
                    forme.remove(parent, child)

    # Attributes

    def _attributes(self, root: Tree) -> None:
        for node in root.iter():
            if code := node.attrib.pop("lang", ""):
                self._give_language(code, node)
        for parent in list(root.iter()):
            above: Tree | None = None
            for child in list(parent):
                if child.tag in BLOCKS:
                    above = self._block_attributes(parent, child, above)
                    continue
                found = _LEADING.match(child.tail or "")
                if found and self._apply(found[0], child):
                    child.tail = (child.tail or "")[found.end() :]

    def _block_attributes(self, parent: Tree, node: Tree, above: Tree | None) -> Tree | None:
        """Attributes at the end of a block are its own; alone, they belong to the one above.

        Gives the block that later ones stand below.
        """
        if node.tag not in ("p", "li", "dt", "dd", "td", "th", *HEADINGS):
            return node
        last = forme.last_inline(node)
        text = (node.text if last is None else last.tail) or ""
        found = _TRAILING.search(text) if text.rstrip().endswith("}") else None
        if not found or (last is not None and not found.start() and found[0][0] == "{"):
            # Directly behind an inline element, they belong to that.
            return node
        rest = text[: found.start()]
        if last is None and not rest.strip() and node.tag == "p":
            return self._lone_attributes(parent, node, above, found[1])
        if self._apply(found[1], node):
            if last is None:
                node.text = rest
            else:
                last.tail = rest
        return node

    def _lone_attributes(
        self, parent: Tree, node: Tree, above: Tree | None, typed: str
    ) -> Tree | None:
        if above is None:
            self._warn("W119", f"{typed} has nothing to apply to", "take it out", typed)
        elif not self._apply(typed, above):
            return node
        forme.remove(parent, node)
        return above

    def _apply(self, typed: str, node: Tree) -> bool:
        """Gives *node* what stands between braces; False if they hold no attributes."""
        inner = typed[1:-1].removeprefix(":")
        found = list(_ATTRIBUTE.finditer(inner))
        if not found or sum(len(each[0]) for each in found) != len(inner.rstrip()):
            return False
        for sign, word, name, value in (each.groups() for each in found):
            if sign == "." or name == "class":
                for each in (word or value.strip("\"'")).split():
                    self._give_class(each, node)
            elif sign == "#" or name == "id":
                self._give_identifier(word or value.strip("\"'"), node)
            elif name in ("lang", "xml:lang"):
                self._give_language(value.strip("\"'"), node)
            else:
                remedy = "only lang, # and . may stand between braces; it was left out"
                self._warn(
                    "W113", f"the attribute {name} has no place in a text", remedy, f"{name}="
                )
        return True

    def _give_class(self, name: str, node: Tree) -> None:
        if name not in CLASSES:
            remedy = f"choose one of {', '.join(CLASSES)}; it was left out"
            self._warn("W113", f"there is no class {name!r}", remedy, f".{name}")
        elif name not in node.get("class", "").split():
            node.set("class", f"{node.get('class', '')} {name}".strip())

    def _give_identifier(self, name: str, node: Tree) -> None:
        if not _IDENTIFIER.fullmatch(name):
            remedy = "begin it with a letter, then letters, digits and hyphens; it was left out"
            self._warn("W113", f"{name!r} cannot be an anchor", remedy, name)
        elif name in self.identifiers:
            remedy = "give each anchor a name of its own; the second was left out"
            self._warn("W118", f"the anchor {name!r} stands twice in this text", remedy, f"#{name}")
        else:
            self.pointer.at(f"#{name}")
            self.identifiers.add(name)
            node.set("id", name)

    def _give_language(self, code: str, node: Tree) -> None:
        if not _LANGUAGE.fullmatch(code):
            remedy = "write its code, like {lang=fr} for French or {lang=lv} for Latvian"
            where = self.pointer.at(f"lang={code}")
            self._err("T100", f"{code!r} is not a code of a language", remedy, where)
            return
        base, *rest = code.split("-")
        subtags = [part.upper() if len(part) == 2 else part for part in rest]
        node.set("lang", "-".join((base.lower(), *subtags)))
        if typography.is_right_to_left(code):
            node.set("dir", "rtl")
        elif typography.is_right_to_left(self.language):
            node.set("dir", "ltr")

    # Headings

    def _headings(self, root: Tree) -> None:
        """The highest heading at the level asked for, none skipped below it."""
        above: list[int] = []
        levels = [int(node.tag[1]) for node in root.iter() if node.tag in HEADINGS]
        top = min(levels, default=1)
        for node in root.iter():
            if node.tag not in HEADINGS:
                continue
            typed = int(node.tag[1])
            while above and above[-1] >= typed:
                above.pop()
            expected = above[-1] + 1 if above else top
            if typed > expected:
                words = "".join(node.itertext()).strip()
                remedy = f"write {'#' * expected} instead of {'#' * typed}; it is set that way"
                message = f"a heading level is skipped before {bounds.unshielded(words)!r}"
                self._warn("W111", message, remedy, "#" * typed + " ")
            above.append(typed)
            node.tag = f"h{min(6, max(1, self.heading + len(above) - 1))}"

    # Links, pictures, tables, lists, quotations

    def _point(self, node: Tree) -> None:
        for child in list(node):
            if child.tag == "img":
                self._picture(node, child)
            elif child.tag == "a" and not child.get("class", "").startswith("footnote"):
                self._link(child)

    def _form(self, node: Tree) -> None:
        if node.tag == "table":
            forme.table(node)
        elif node.tag in ("li", "dd"):
            forme.tighten(node)
        elif node.tag == "blockquote":
            self._quotation(node)
        elif node.tag == "p" and forme.stands_alone(node) and not self.is_line:
            forme.figure(node)

    def _link(self, node: Tree) -> None:
        typed = node.attrib.pop("href", "").strip()
        node.attrib.pop("title", None)
        words = bounds.unshielded("".join(node.itertext())).strip()
        where = self.pointer.address(typed, words)
        note = foreign_note(typed)
        address = "" if note else link_address(typed, self.home)
        if typed in ("", "#"):
            remedy = "put its address between the brackets, or take the brackets out"
            self._err("L101", f"the link {words!r} has no address", remedy, where)
        elif not address:
            remedy = (
                "links begin with https://, http://, mailto:, tel: or #; this one was taken out"
            )
            message = f"the link {short(typed)!r} leads nowhere a reader can go"
            self._err("L100", message, note or remedy, where)
        elif not words and not node.findall(".//img"):
            remedy = "write the words of the link between the square brackets"
            self._err("L103", f"the link to {short(typed)} has no words", remedy, where)
            node.tag = "span"
            return
        if not address:
            node.tag = "span"
            return
        node.set("href", address)
        self.links.append((address, where))

    def _picture(self, parent: Tree, node: Tree) -> None:
        name = node.get("src", "").strip()
        where = self.pointer.at(name) if name else self.pointer.at("![")
        if not is_picture(name):
            remedy = "put the picture into images/, describe it in images.yaml, and write its name"
            message = f"the picture {short(name)!r} is not one from images/"
            self._err("I101", message, remedy, where)
            forme.remove(parent, node)
            return
        if not node.get("alt", "").strip():
            remedy = "write what it shows between the square brackets"
            self.report(warning("I102", f"the picture {name!r} is not described", remedy, where))
        node.set("src", PICTURES + name)
        self.pictures.append((name, where))

    def _quotation(self, node: Tree) -> None:
        """A block quote that ends with its speaker becomes a figure."""
        last = node[-1] if len(node) else None
        if last is None or last.tag != "p" or not (last.text or "").startswith(ATTRIBUTION):
            return
        quote = Element("blockquote", dict(node.attrib))
        for child in list(node)[:-1]:
            node.remove(child)
            quote.append(child)
        self._enclose(quote)
        node.tag = "figure"
        node.attrib.clear()
        node.set("class", "quotation")
        node.insert(0, quote)
        last.tag = "figcaption"
        last.text = (last.text or "")[1:].lstrip()
        forme.name_and_role(last)

    def _enclose(self, quote: Tree) -> None:
        """The quotation marks typed around a quotation replaced by the language's."""
        said = forme.said(quote)
        edges = forme.edges(quote)
        if not edges or not typography.enclosing_marks(said[0], said[-1], said):
            return
        first, last = edges
        opens, closes = typography.custom(forme.language_of(quote, self.language)).outer
        node, place = first
        text = (getattr(node, place) or "").lstrip()
        setattr(node, place, opens + text[1:].lstrip(" \u00a0\u202f"))
        node, place = last
        text = (getattr(node, place) or "").rstrip()
        setattr(node, place, text[:-1].rstrip(" \u00a0\u202f") + closes)

    # The end of the work

    def _tidy(self, root: Tree) -> None:
        """Spans without a purpose taken out, and marks of links that did not work told."""
        for parent in list(root.iter()):
            for child in list(parent):
                if child.tag == "span" and not child.attrib:
                    forme.unwrap(parent, child)
                elif child.tag == "p" and not len(child) and not forme.said(child):
                    forme.remove(parent, child)
        for text in forme.texts(root):
            if "](" in text:
                remedy = "write [words](https://…) without spaces in the address"
                self._warn("L102", "a link is not closed, or its address has a space", remedy, "](")
            for name in re.findall(r"\[\^([^\]\s]{1,40})\]", text):
                self._tell_silent(name)
