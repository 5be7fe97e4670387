"""Fence and lines: YAML as text with the place of every key, and a source cut into head and body.

Every scalar is text; the key decides what the text means, so that `NO` stays Norway and `0123` a
telephone number. Anchors, tags and keys given twice are refused: they surprise people, and an
alias is how a small file becomes a very large one.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import PurePath
from typing import Any

import yaml

from pipeline import diacritics, encodings, stumbles
from pipeline.errors import CopyError, Finding, Level, Location
from pipeline.frozen import commonplace, dataclass
from pipeline.stumbles import FENCE

LARGEST = 1_000_000
"""Bytes in one source."""
DEEPEST = 12
MOST_NODES = 100_000


@commonplace(frozen=True, slots=True)
class Scalar:
    text: str
    where: Location
    is_plain: bool = True
    """Typed without quotation marks."""
    begins: Location | None = None
    """Where its first letter stands, if not at `where`."""


@commonplace(frozen=True, slots=True)
class Listing:
    items: tuple[Node, ...]
    where: Location


@dataclass(frozen=True, slots=True)
class Table:
    entries: Mapping[str, Node]
    keys: Mapping[str, Location]
    where: Location
    twice: Mapping[str, Location] = field(default_factory=dict)
    """Where a key is given again."""


Node = Scalar | Listing | Table


@dataclass(frozen=True, slots=True)
class Parts:
    """A source: its front matter, all of its text, and the line on which the body begins."""

    head: Table
    text: str
    body_line: int
    findings: tuple[Finding, ...]
    start: int = 0
    """Where in the text the body begins."""

    @property
    def body(self) -> str:
        return self.text[self.start :]


def decode(content: bytes, path: PurePath, *, without_controls: bool = False) -> str:
    """The text of a file: UTF-8, without BOM, LF, NFC; anything else is refused with its place.

    *Without controls* these are taken out, and piled-up accents, and not refused.
    """
    where = Location(path, 1)
    if len(content) > LARGEST:
        raise _fault(
            "B103",
            f"the file has over {LARGEST:,} bytes, and no source may have so many",
            "split it, or move what does not belong here",
            where,
        )
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or content[:200].count(0) > 40:
        raise _fault("B101", "the file is UTF-16, not UTF-8", "save it as UTF-8", where)
    try:
        text = content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise _undecodable(content, path, error.start) from error
    text = _one_line_end(text.replace("\r\n", "\n").replace("\r", "\n"))
    if without_controls:
        text = diacritics.without(CONTROLS.sub("", text))
    _refuse_controls(text, path)
    _refuse_unmerged(text, path)
    return unicodedata.normalize("NFC", text)


def _undecodable(content: bytes, path: PurePath, start: int) -> CopyError:
    line = content.count(b"\n", 0, start) + 1
    begin = content.rfind(b"\n", 0, start) + 1
    before = content[begin:start].removeprefix(b"\xef\xbb\xbf")
    column = len(before.decode("utf-8", "replace")) + 1
    guess = before[-12:] + content[start : start + 12].split(b"\n")[0]
    remedy = "save the file as UTF-8"
    code, name = encodings.likely(content)
    word = guess.decode(code, "replace").strip()
    if "\ufffd" not in word and word.isprintable():
        remedy += f"; near {word!r} it looks like {name}"
    message = f"byte {start} (0x{content[start]:02X}) is not UTF-8"
    return _fault("B100", message, remedy, Location(path, line, column))


# Word and InDesign leave these; YAML would count each as the end of a line, and editors do not.
_LINE_ENDS = "\u0085\u2028\u2029"

# Controls break files further on; the bidirectional ones can make a line read as what it is not.
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")

# Letters nobody sees, and programs read; they make flags (Scotland's has six), and nothing else.
_TAG = "[\U000e0000-\U000e007f]"
_HIDDEN = re.compile(f"{_TAG}(?:(?<!\U0001f3f4{_TAG})(?<!{_TAG}{_TAG})|(?<=\U0001f3f4{_TAG}{{8}}))")


def _one_line_end(text: str) -> str:
    for end in _LINE_ENDS:
        text = text.replace(end, " ")
    return text


def _refuse_controls(text: str, path: PurePath) -> None:
    for start, code, message in _unreadable(text):
        line = text.count("\n", 0, start) + 1
        column = start - text.rfind("\n", 0, start)
        remedy = "delete it and type the words around it again"
        raise _fault(code, message, remedy, Location(path, line, column))


_UNMERGED = re.compile(r"^(?:<{7}(?: .*)?|>{7} (?:\S+(?: \(.*)?|Stashed changes))$", re.MULTILINE)
"""What Git leaves above and below, where two people have changed the same lines; the `=======`
between them is a heading's rule, too."""


def unmerged(text: str) -> tuple[int, str, str] | None:
    r"""The line on which two versions begin, or what is left of them, with message and remedy.

    >>> unmerged("Nets\n>>>>>>> 1a2b3c4 (Boats)")[0], unmerged("Nets\n=======\n>>>>>>> she wrote:")
    (2, None)
    """
    found = _UNMERGED.search(text) if "<<<<<<<" in text or ">>>>>>>" in text else None
    if not found:
        return None
    message = "two versions of these lines stand here, as Git leaves them for somebody to choose"
    remedy = "keep what is right, and delete the lines with <<<<<<<, ======= and >>>>>>>"
    return text.count("\n", 0, found.start()) + 1, message, remedy


def _refuse_unmerged(text: str, path: PurePath) -> None:
    if found := unmerged(text):
        line, message, remedy = found
        raise _fault("B106", message, remedy, Location(path, line, 1))


def _control(text: str) -> re.Match[str] | None:
    # What Python can print has none, and Python knows at a glance.
    if text.isprintable():
        return None
    return CONTROLS.search(text) or (None if text.isascii() else _HIDDEN.search(text))


def _unreadable(text: str) -> Iterator[tuple[int, str, str]]:
    """Where something stands that no text may hold, its code, and what it is."""
    if found := _control(text):
        letter = f"U+{ord(found[0]):04X}"
        yield found.start(), "B102", f"an invisible control character ({letter}) stands here"
    if pile := diacritics.piled(text):
        count = f"{pile[1] - pile[0]:,} accents"
        yield pile[0], "B107", f"a letter with {count} stands here; {diacritics.MOST} is the most"


def split(text: str, path: PurePath, *, needs_head: bool = True) -> Parts:
    """Cut a Markdown source at its fences; without a head, all of it may be body."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        if not needs_head:
            return Parts(Table({}, {}, Location(path, 1, 1)), text, 1, ())
        raise _fault("Y101", *stumbles.no_fence(lines), Location(path, 1, 1))
    for number, line in enumerate(lines[1:], start=2):
        if line.rstrip() == FENCE:
            head, findings = load("\n".join(lines[1 : number - 1]), path, first_line=2)
            if not isinstance(head, Table):
                raise _fault(
                    "Y100",
                    "the front matter should be keys and values",
                    "write lines like  title: The title",
                    Location(path, 2, 1),
                )
            start = sum(map(len, lines[:number])) + number
            return Parts(head, text, number + 1, findings, start)
    for number, line in enumerate(lines[1:], start=2):
        if stumbles.is_other_fence(line):
            raise _fault("Y102", *stumbles.other_fence(line), Location(path, number, 1))
    raise _fault(
        "Y102",
        "the front matter is never closed",
        f"put a line {FENCE} after its last key",
        Location(path, 1, 1),
    )


def load(text: str, path: PurePath, first_line: int = 1) -> tuple[Node, tuple[Finding, ...]]:
    """One YAML document as nodes; an empty one is an empty table.

    Who reads the sources and who proofreads them read the same, one soon after the other.
    """
    node, findings = _loaded(text, path, first_line)
    if node is None:
        raise CopyError(*findings)
    return node, findings


@functools.lru_cache(maxsize=128)
def _loaded(text: str, path: PurePath, first_line: int) -> tuple[Node | None, tuple[Finding, ...]]:
    """What cannot be read takes the longest: it is tried once, and there is no node."""
    builder = _Builder(text, path, first_line)
    try:
        return builder.document(), tuple(builder.findings)
    except yaml.YAMLError as error:
        return None, (stumbles.over(error, text, path, first_line),)
    except CopyError as error:
        return None, error.findings
    except RecursionError:
        where = Location(path)
        return None, (Finding("Y104", "the keys are nested too deep", "flatten them", where),)


class _Builder:
    """Nodes from YAML's events: no constructor runs, so no value is ever more than text."""

    def __init__(self, text: str, path: PurePath, first_line: int) -> None:
        self._lines = text.split("\n")
        self._path = path
        self._offset = first_line
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        self._events: Iterator[Any] = yaml.parse(text, Loader=loader)
        self._count = 0
        self.findings: list[Finding] = []

    def document(self) -> Node:
        event = next(self._events)
        while isinstance(event, (yaml.StreamStartEvent, yaml.DocumentStartEvent)):
            event = next(self._events)
        if isinstance(event, yaml.StreamEndEvent):
            return Table({}, {}, Location(self._path, self._offset, 1))
        node = self._node(event, 0)
        next(self._events)
        if not isinstance(after := next(self._events), yaml.StreamEndEvent):
            raise _fault(
                "Y103", "a second document begins here", "delete the line ---", self._where(after)
            )
        if isinstance(node, Scalar) and not node.text:
            return Table({}, {}, node.where)
        return node

    def _where(self, event: Any) -> Location:
        mark = event.start_mark
        return Location(self._path, mark.line + self._offset, mark.column + 1)

    def _node(self, event: Any, depth: int) -> Node:
        where = self._where(event)
        self._count += 1
        if depth > DEEPEST or self._count > MOST_NODES:
            raise _fault("Y104", "the keys are nested too deep or too many", "flatten them", where)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _fault(
                "Y105",
                "an anchor or alias (& or *) begins here",
                "put the text in quotation marks, or write the value out",
                where,
            )
        if getattr(event, "tag", None) not in (None, "!"):
            raise _fault("Y106", f"a tag ({event.tag}) begins here", "put it in quotes", where)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, where)
        if isinstance(event, yaml.SequenceStartEvent):
            return Listing(tuple(self._items(depth)), where)
        return self._table(where, depth)

    def _scalar(self, event: Any, where: Location) -> Scalar:
        is_plain = not event.style
        text = _one_line_end(str(event.value))
        for _, code, message in _unreadable(text):
            # Between double quotation marks YAML lets them be spelt: "\x1b".
            raise _fault(code, message, "delete it", where)
        text = unicodedata.normalize("NFC", text)
        if is_plain and text in ("~", "null"):
            text = ""
        self._notice_comment(event, is_plain, where)
        return Scalar(text, where, is_plain, self._begins(event, where))

    def _begins(self, event: Any, where: Location) -> Location:
        line, column = where.line or 1, where.column or 1
        if event.style in ("'", '"'):
            return Location(self._path, line, column + 1)
        below = event.start_mark.line + 1
        if event.style in ("|", ">") and below < len(self._lines):
            first = self._lines[below]
            return Location(self._path, line + 1, len(first) - len(first.lstrip()) + 1)
        return where

    def _notice_comment(self, event: Any, is_plain: bool, where: Location) -> None:
        end = event.end_mark
        rest = self._lines[end.line][end.column :] if end.line < len(self._lines) else ""
        if is_plain and "#" in rest and (swallowed := re.match(r"\s*(#[^\s#].*)", rest)):
            self.findings.append(
                Finding(
                    "Y107",
                    f"YAML reads {swallowed[1].strip()!r} as a comment and drops it",
                    "put the whole value in quotation marks",
                    where,
                    Level.WARNING if event.value else Level.ERROR,
                )
            )

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            yield self._node(event, depth + 1)

    def _table(self, where: Location, depth: int) -> Table:
        entries: dict[str, Node] = {}
        keys: dict[str, Location] = {}
        twice: dict[str, Location] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            if not isinstance(key, Scalar):
                raise _fault("Y100", *self._no_key(key.where), key.where)
            value = self._node(next(self._events), depth + 1)
            if key.text in entries:
                message = f"{key.text!r} is given twice, first on line {keys[key.text].line}"
                self.findings.append(Finding("K103", message, "keep one of the two", key.where))
                twice[key.text] = key.where
            else:
                entries[key.text], keys[key.text] = value, key.where
        return Table(entries, keys, where, twice)

    def _no_key(self, where: Location) -> tuple[str, str]:
        """What is told of braces in braces, which people write for a look-up."""
        at = (where.line or 1) - self._offset
        if "{{" in "".join(self._lines[at : at + 1]):
            return "a value cannot begin with {{", "put the whole value in quotation marks"
        return "a key should be a word", "write  key: value"


def _fault(code: str, message: str, remedy: str, where: Location) -> CopyError:
    return CopyError(Finding(code, message, remedy, where))
