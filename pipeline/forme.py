"""The pieces of a text's tree: found, moved, set in their language, and written as HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import field
from xml.etree.ElementTree import Element, SubElement

from pipeline import bounds, typography
from pipeline.frozen import mutable

Tree = Element


def named(tags: str) -> frozenset[str]:
    """The tags of a list, with spaces between them."""
    return frozenset(tags.split())


HEADINGS = named("h1 h2 h3 h4 h5 h6")
BLOCKS = HEADINGS | named(
    "blockquote dd div dl dt figcaption figure hr li ol p pre table tbody td th thead tr ul"
)
_STASHED = re.compile("\x02(\\d{1,7})\x03")
_BLANKS = re.compile(r"[\t\r\n\f][ \t\r\n\f]*| [ \t\r\n\f]+")
"""Not the single space, which is what they become."""
_VOID = frozenset(("br", "hr", "img"))
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<![^\s@])[^\s@]+@[^\s@]+|[@#]\w+|\+?[\d\s().-]+")


def has_class(node: Tree, name: str) -> bool:
    return name in node.get("class", "").split()


def said(node: Tree) -> str:
    """The words of *node*."""
    return "".join(node.itertext()).strip()


def append_text(parent: Tree, position: int, text: str | None) -> None:
    """Adds *text* before the child at *position*."""
    if not text:
        return
    if position:
        before = parent[position - 1]
        before.tail = (before.tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def remove(parent: Tree, child: Tree) -> None:
    """Takes *child* out, not what follows it."""
    position = list(parent).index(child)
    parent.remove(child)
    append_text(parent, position, child.tail)


def unwrap(parent: Tree, child: Tree) -> None:
    """Takes *child* out and leaves its contents where it stood."""
    position = list(parent).index(child)
    parent.remove(child)
    append_text(parent, position, child.text)
    for offset, inner in enumerate(list(child)):
        parent.insert(position + offset, inner)
    append_text(parent, position + len(child), child.tail)


def last_inline(node: Tree) -> Tree | None:
    """The last element of a block's running text, before any block inside it."""
    last = None
    for child in node:
        if child.tag in BLOCKS:
            break
        last = child
    return last


def texts(root: Tree) -> Iterator[str]:
    """Every stretch of text outside code."""
    if root.text and root.tag != "code":
        yield root.text
    for child in root:
        yield from texts(child)
        if child.tail:
            yield child.tail


def edges(root: Tree) -> tuple[tuple[Tree, str], tuple[Tree, str]] | None:
    """Where the first and the last words of *root* are kept: an element, and `text` or `tail`."""
    places = [
        (node, place)
        for node in root.iter()
        for place in ("text", "tail")
        if node is not root or place == "text"
        if (getattr(node, place) or "").strip()
    ]
    if not places:
        return None
    return places[0], max(places, key=lambda found: _order(root, found))


def _order(root: Tree, found: tuple[Tree, str]) -> int:
    """Text comes when its element opens, a tail when it closes."""
    count = 0
    stack: list[tuple[Tree, bool]] = [(root, False)]
    while stack:
        node, is_closing = stack.pop()
        count += 1
        if node is found[0] and is_closing == (found[1] == "tail"):
            return count
        if not is_closing:
            stack.append((node, True))
            stack.extend((child, False) for child in reversed(node))
    return count


def table(node: Tree) -> None:
    """Heads get their scope, columns their alignment by class."""
    labels = node.find("thead/tr")
    has_row_heads = labels is not None and len(labels) > 1 and not said(labels[0])
    for row in node.iter("tr"):
        for place, cell in enumerate(row):
            align = cell.attrib.pop("align", "")
            if align:
                cell.set("class", f"align-{align} {cell.get('class', '')}".strip())
            if cell.tag == "th":
                cell.set("scope", "col")
            if has_row_heads and place == 0:
                cell.tag = "td" if row is labels else "th"
                cell.attrib.pop("scope", None)
                if row is not labels:
                    cell.set("scope", "row")


def tighten(node: Tree) -> None:
    """An item of one paragraph loses the paragraph, which PDF/UA does not allow in it."""
    paragraphs = [child for child in node if child.tag == "p"]
    if not paragraphs or node[0] is not paragraphs[0] or (node.text or "").strip():
        return
    first = paragraphs[0]
    if "id" in first.attrib:
        node.set("id", node.get("id") or first.attrib.pop("id"))
    if len(paragraphs) == 1:
        for name, value in first.attrib.items():
            node.set(name, value)
        node.text = None
        unwrap(node, first)


def figure(node: Tree) -> None:
    """A paragraph that holds only a picture, with its caption if there is one."""
    picture = node[0]
    caption = picture.attrib.pop("title", "")
    classes = f"picture {node.get('class', '')} {picture.attrib.pop('class', '')}".split()
    node.tag = "figure"
    node.set("class", " ".join(dict.fromkeys(classes)))
    node.text = picture.tail = None
    if caption:
        SubElement(node, "figcaption").text = caption


def name_and_role(caption: Tree) -> None:
    """Who said it: the name up to the first comma, then the role."""
    slots = [(None, caption.text or "")] + [(child, child.tail or "") for child in caption]
    name, role = Element("span", {"class": "name"}), Element("span", {"class": "role"})
    target, mark = name, ","
    for child, text in slots:
        if child is not None:
            child.tail = None
            target.append(child)
        if target is name and (comma := re.search(r"[,،，]", text)):
            append_text(name, len(name), text[: comma.start()])
            mark = "،" if comma[0] == "،" else ","
            target, text = role, text[comma.end() :].lstrip()
        append_text(target, len(target), text)
    caption.text = None
    caption[:] = [name]
    if said(role):
        name.tail = f"{mark} "
        caption.append(role)


def trim(node: Tree) -> None:
    """Takes out the spaces at the edges of blocks and around breaks."""
    previous: Tree | None = None
    if node.text and node.tag in BLOCKS and node.tag != "pre":
        node.text = node.text.lstrip(" ")
    for child in node:
        if child.tag == "br" or child.tag in BLOCKS:
            _trim_end(node, previous)
            child.tail = child.tail.lstrip(" ") if child.tail else child.tail
        if child.tag not in ("pre", "code"):
            trim(child)
        previous = child
    if node.tag in BLOCKS:
        _trim_end(node, previous)
        if previous is not None and previous.tag == "br" and not previous.tail:
            node.remove(previous)


def _trim_end(node: Tree, previous: Tree | None) -> None:
    if previous is not None:
        previous.tail = previous.tail.rstrip(" ") if previous.tail else previous.tail
    elif node.text:
        node.text = node.text.rstrip(" ")


@mutable(eq=False, repr=False)
class Setter:
    """Sets the typography of a tree: each block a run, each language by its own custom."""

    pieces: list[tuple[Tree, str, str]] = field(default_factory=list)
    """Element, place and text; a text without a place is not written back."""
    language: str = ""

    def block(self, node: Tree, language: str) -> None:
        self._close()
        before, self.language = self.language, language
        self._add(node, "text")
        self._children(node, language)
        self._close()
        self.language = before

    def _children(self, node: Tree, language: str) -> None:
        for child in node:
            own = child.get("lang", language)
            if child.tag in ("pre", "hr"):
                self._close()
            elif child.tag in BLOCKS:
                self.block(child, own)
            else:
                self._inline(child, own, language)
            self._add(child, "tail")

    def _inline(self, child: Tree, own: str, language: str) -> None:
        for name in ("alt", "title"):
            if child.get(name):
                child.set(name, typography.typeset(child.get(name, ""), own))
        if child.tag == "br":
            self.pieces.append((child, "", "\n"))
        elif _is_protected(child):
            self.pieces.append((child, "", typography.OBJECT))
        elif own != language:
            Setter().block(child, own)
            self.pieces.append((child, "", typography.OBJECT))
        elif not _is_call(child):
            self._add(child, "text")
            self._children(child, language)

    def _add(self, node: Tree, place: str) -> None:
        if text := getattr(node, place):
            self.pieces.append((node, place, text))

    def _close(self) -> None:
        run = typography.Run([text for _, _, text in self.pieces])
        typography.set_run(run, self.language)
        if run.is_changed:
            for (node, place, before), after in zip(self.pieces, run.pieces, strict=True):
                if place and after != before:
                    setattr(node, place, after)
        self.pieces = []


def _is_call(node: Tree) -> bool:
    """Whether it is the raised number of a footnote, which quotation marks do not notice."""
    return node.tag == "sup" and len(node) == 1 and has_class(node[0], "footnote-ref")


def _is_protected(node: Tree) -> bool:
    if node.tag in ("code", "img"):
        return True
    return node.tag == "a" and bool(_ADDRESS.fullmatch(said(node)))


def made_up(root: Tree, language: str, *, is_line: bool) -> str:
    """The HTML of what has its place; the tree is changed."""
    trim(root)
    Setter().block(root, language)
    if typography.is_right_to_left(language):
        _turn(root)
    for node in root.iter():
        node.text = bounds.unshielded(node.text) if node.text else node.text
        node.tail = bounds.unshielded(node.tail) if node.tail else node.tail
    return line(root) if is_line else written(root)


_WORD = re.compile(r"\w+")


def _has_words(text: str) -> bool:
    """
    >>> _has_words("CO2 Act"), _has_words("12 b"), _has_words("+33 1"), _has_words("Efus")
    (True, True, False, False)
    """
    return len(_WORD.findall(text)) > 1 and any(map(str.isalpha, text))


def _turn(root: Tree) -> None:
    """Among Arabic or Hebrew, a line of other letters alone and an address run from the left."""
    for node in list(root.iter()):
        if (node.tag not in BLOCKS and node.tag != "a") or "dir" in node.attrib:
            continue
        words = "".join(node.itertext())
        if typography.LEFTWARD.search(words) or not _has_words(words):
            continue
        if node.tag == "a":
            node.set("dir", "ltr")
        elif all(child.tag not in BLOCKS for child in node) and node.tag != "pre":
            inside = Element("span", {"dir": "ltr"})
            inside.text, node.text = node.text, None
            inside.extend(node)
            node[:] = [inside]


def written(root: Tree) -> str:
    """The contents of *root* as HTML, a line for each block."""
    out: list[str] = [_escaped(root.text)]
    for child in root:
        _write(child, out)
    return "".join(out).strip()


def line(root: Tree) -> str:
    """The one paragraph in *root* as HTML that may stand in a line."""
    if len(root) and root[0].attrib:
        root[0].tag = "span"
        return written(root)
    return written(root[0]) if len(root) else ""


def _write(node: Tree, out: list[str]) -> None:
    is_block = node.tag in BLOCKS
    if is_block and out and out[-1] and not out[-1].endswith("\n"):
        out.append("\n")
    attributes = "".join(
        f' {name}="{html.escape(value)}"' for name, value in sorted(node.attrib.items())
    )
    out.append(f"<{node.tag}{attributes}>")
    if node.tag not in _VOID:
        out.append(_escaped(node.text))
        for child in node:
            _write(child, out)
        out.append(f"</{node.tag}>")
    if is_block:
        out.append("\n")
    out.append(_escaped(node.tail))


def _escaped(text: str | None) -> str:
    return html.escape(text, quote=False) if text else ""


def plain_letters(text: str) -> str:
    """*text* with single spaces, and with what Python-Markdown hid in it."""
    if "\x02" in text:
        text = _STASHED.sub(lambda found: bounds.shielded(chr(int(found[1]) % 0x110000)), text)
        text = re.sub("\x02qq[^\x03]*\x03", typography.NO_BREAK, text)
        text = re.sub("\x02[^\x03]*\x03?", "", text)
    return _BLANKS.sub(" ", text.replace("\x03", ""))


def stands_alone(node: Tree) -> bool:
    """Whether a paragraph holds a picture and nothing else."""
    return (
        len(node) == 1
        and node[0].tag == "img"
        and not (node.text or "").strip()
        and not (node[0].tail or "").strip()
    )


def language_of(node: Tree, language: str) -> str:
    first = node[0] if len(node) else node
    return first.get("lang") or node.get("lang") or language
