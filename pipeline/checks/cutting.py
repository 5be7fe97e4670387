"""A body cut into its blocks, by the same signs as Markdown, with the place of every line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import field

from pipeline.checks.setting import set_block
from pipeline.checks.sheet import Block, Sheet
from pipeline.frozen import mutable
from pipeline.sought import sought

_FENCE = sought(r" {0,3}(`{3,}|~{3,})")
_HEADING = sought(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?[ \t]*#*[ \t]*$")
_UNDERLINE = sought(r" {0,3}(=+|-{2,})\s*$")
_RULE = sought(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_SPACE = sought(r"\s+")
_ITEM = sought(r"(\s*)([-*+]|\d{1,9}[.)])(?:[ \t]+(?:\[[ xX]\][ \t]+)?|$)")
_QUOTE = sought(r" {0,3}(?:>(?!>)[ \t]?)+")
_DEFINED = sought(r" {0,3}\[([^\]^][^\]]*)\]:[ \t]*(\S+)")
_NOTE = sought(r" {0,3}\[\^[^\]]+\]:[ \t]*")
_TABLE_RULE = sought(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_LEFT_OUT = sought(r" {0,3}(?::{3,}|!{3}|\?{3}|={3} |\{[:%<]|\[\[|</?[A-Za-z][^>]*>\s*$)")
_RAW_HTML = sought(r"\s*<(script|style|pre|svg|iframe|textarea)\b", re.IGNORECASE)
_TERM = sought(r" {0,3}:[ \t]+")
_ONLY_ATTRIBUTES = sought(r"\s*\{:?[^{}]*\}\s*$")


@mutable(eq=False, repr=False)
class Cutter:
    """Goes through the lines of a body, and knows what stands open above each."""

    sheet: Sheet
    names: frozenset[str] = frozenset()
    blocks: list[Block] = field(default_factory=list)
    lists: int = 0
    section: str = ""
    stack: list[tuple[int, int]] = field(default_factory=list)
    """Indent and number of each open list."""
    open: Block | None = None
    quoted: bool = False
    unended: dict[str, int] = field(default_factory=dict)
    """What ends nowhere below: marks, and how many signs of a fence at the least."""

    def cut(self, start: int, end: int) -> list[Block]:
        lines = list(self._lines(start, end))
        self.unended.clear()
        number = 0
        while number < len(lines):
            number = self._line(lines, number)
        self._close()
        return self.blocks

    def _lines(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        source = self.sheet.source
        while start <= end:
            stop = source.find("\n", start, end)
            stop = end if stop < 0 else stop
            yield start, stop
            start = stop + 1

    def _line(self, lines: list[tuple[int, int]], number: int) -> int:
        start, end = lines[number]
        line = self.sheet.source[start:end]
        if not line.strip():
            self._close()
            self.quoted = False
            return number + 1
        if fence := _FENCE.match(line.lstrip(" >") if self.stack or self.quoted else line):
            return self._skip_fence(lines, number, fence[1])
        if raw := _RAW_HTML.match(line):
            return self._skip_until(lines, number, f"</{raw[1].lower()}")
        if line.lstrip().startswith("<!--"):
            self._close()
            return self._skip_until(lines, number, "-->")
        if quote := _QUOTE.match(line):
            return self._quotation(line, start, end, quote, number)
        return self._plain(lines, number, line)

    def _plain(self, lines: list[tuple[int, int]], number: int, line: str) -> int:
        start, end = lines[number]
        if heading := _HEADING.match(line):
            self._head(len(heading[1]), start + heading.start(2), start + heading.end(2))
            return number + 1
        if self._is_setext(lines, number, line):
            following = self.sheet.source[slice(*lines[number + 1])]
            indent = len(line) - len(line.lstrip())
            self._head(1 if "=" in following else 2, start + indent, start + len(line.rstrip()))
            return number + 2
        if _RULE.match(line) or _DEFINED.match(line) or _LEFT_OUT.match(line):
            self._close()
            return number + 1
        if "|" in line and (taken := self._table(lines, number)):
            return number + taken
        if item := _ITEM.match(line):
            if self._item(item, start, end):
                return number + 1
        elif note := _NOTE.match(line):
            self._new("paragraph", start + note.end(), end)
            return number + 1
        elif term := _TERM.match(line):
            self._new("paragraph", start + term.end(), end)
            return number + 1
        self._text(line, start, end)
        return number + 1

    def _is_setext(self, lines: list[tuple[int, int]], number: int, line: str) -> bool:
        if self.open is not None or number + 1 >= len(lines) or _ITEM.match(line):
            return False
        following = self.sheet.source[slice(*lines[number + 1])]
        return bool(_UNDERLINE.match(following)) and "|" not in line and not line.startswith("    ")

    def _skip_fence(self, lines: list[tuple[int, int]], number: int, mark: str) -> int:
        self._close()
        # To look for the end of each that has none would take the square of their number.
        for later in range(number + 1, len(lines)) if self._may_end(mark[0], len(mark)) else ():
            line = self.sheet.source[slice(*lines[later])].strip(" >\t")
            if line.startswith(mark) and not line.strip(mark[0]):
                return later + 1
        self.unended[mark[0]] = min(len(mark), self.unended.get(mark[0], len(mark)))
        return number + 1

    def _skip_until(self, lines: list[tuple[int, int]], number: int, mark: str) -> int:
        self._close()
        for later in range(number, len(lines)) if self._may_end(mark, 1) else ():
            if mark in self.sheet.source[slice(*lines[later])].lower():
                return later + 1
        self.unended[mark] = 1
        return number + 1

    def _may_end(self, mark: str, signs: int) -> bool:
        return mark not in self.unended or signs < self.unended[mark]

    def _head(self, level: int, start: int, end: int) -> None:
        self._close()
        self.stack.clear()
        block = self._new("heading", start, end)
        block.level = level
        self._close()
        self.section = block.text.strip()

    def _quotation(self, line: str, start: int, end: int, quote: re.Match[str], number: int) -> int:
        rest = line[quote.end() :]
        begin = start + quote.end()
        if not rest.strip():
            self._close()
            return number + 1
        item = _ITEM.match(rest)
        if item and rest[:1] in "-–—" and self.open is not None and self.open.kind == "quote":
            item = None
        if heading := _HEADING.match(rest):
            self._head(len(heading[1]), begin + heading.start(2), begin + heading.end(2))
        elif re.match(r"\s*(?:[—–―]|--?\s)\s*\S", rest) and self.quoted:
            self._close()
            self._new("speaker", begin, end)
            self._close()
        elif item:
            self._close()
            self._new("item", begin + item.end(), end).marker = item[2]
        elif self.open is not None and self.quoted:
            self.open.fragments.append((begin, end))
        else:
            self._close()
            block = self._new("quote", begin, end)
            block.follows = self.quoted
        self.quoted = True
        return number + 1

    def _table(self, lines: list[tuple[int, int]], number: int) -> int:
        following = self.sheet.source[slice(*lines[number + 1])] if number + 1 < len(lines) else ""
        if "-" not in following or not _TABLE_RULE.match(following) or "|" not in following:
            return 0
        self._close()
        taken = 0
        for start, end in lines[number:]:
            row = self.sheet.source[start:end]
            if not row.strip() or "|" not in row:
                break
            taken += 1
            if taken == 2:
                continue
            for cell in re.finditer(r"(?:[^|\\]|\\.)+", row):
                words = cell[0].strip()
                if words:
                    begin = start + cell.start() + len(cell[0]) - len(cell[0].lstrip())
                    self._new("cell", begin, begin + len(words))
                    self._close()
        return taken

    def _item(self, item: re.Match[str], start: int, end: int) -> bool:
        indent, sign = len(item[1].expandtabs(4)), item[2]
        number = sign[:-1]
        if not self.stack and indent >= 4 and self.open is None:
            return False
        runs_on = self.open is not None and self.open.kind == "paragraph" and not self.stack
        if runs_on and number.isdigit() and number != "1":
            return False
        while self.stack and indent < self.stack[-1][0]:
            self.stack.pop()
        if not self.stack or indent >= self.stack[-1][0] + 2:
            self.lists += 1
            self.stack.append((indent, self.lists))
        self._close()
        block = self._new("item", start + item.end(), end)
        block.level, block.marker, block.run = len(self.stack), sign, self.stack[-1][1]
        return True

    def _text(self, line: str, start: int, end: int) -> None:
        indent = len(line) - len(line.lstrip())
        if self.open is not None and self.open.kind in ("paragraph", "item", "quote"):
            self.open.fragments.append((start + indent, start + len(line.rstrip())))
            return
        if self.stack and indent < 2 and not _ONLY_ATTRIBUTES.match(line):
            self.stack.clear()
        if indent >= 4 and not self.stack:
            return
        if _ONLY_ATTRIBUTES.match(line) and self.blocks:
            found = re.search(r"\blang=[\"']?([A-Za-z]{2,3}(?:-\w+)*)", line)
            if found:
                self.blocks[-1].language = found[1]
            return
        block = self._new("paragraph", start + indent, start + len(line.rstrip()))
        if self.stack:
            block.kind, block.follows = "item", True
            block.level, block.run = len(self.stack), self.stack[-1][1]

    def _new(self, kind: str, start: int, end: int) -> Block:
        self._close()
        if kind == "paragraph" and self.stack and not self.open:
            pass
        self.open = Block(
            sheet=self.sheet, kind=kind, fragments=[(start, max(start, end))], section=self.section
        )
        self.blocks.append(self.open)
        return self.open

    def _close(self) -> None:
        if self.open is not None:
            self.blocks += set_block(self.open, self.names)[1:]
            self.open = None


def cut(sheet: Sheet, start: int, end: int) -> list[Block]:
    """The blocks of the body between two places of the source."""
    names = frozenset(
        found[1].casefold()
        for line in sheet.source[start:end].split("\n")
        if "]:" in line and (found := _DEFINED.match(line))
    )
    return Cutter(sheet, names).cut(start, end)


def field_block(sheet: Sheet, start: int, words: str, key: str, language: str) -> Iterable[Block]:
    """A value of the front matter as blocks; several, where it is Markdown of several lines."""
    parts = words.split()
    if not parts:
        return []
    first, last = _spot(sheet.source, parts, start, start + len(words) * 3 + 400)
    if first == last:
        return []
    if "\n" in words.strip():
        line_start = sheet.source.rfind("\n", 0, first) + 1
        made = _unindented(sheet, line_start, last)
    else:
        lines = re.finditer(r"[^\n]*[^\s]", sheet.source[first:last])
        spans = [
            (first + line.start() + len(line[0]) - len(line[0].lstrip()), first + line.end())
            for line in lines
        ]
        made = set_block(Block(sheet=sheet, kind="field", fragments=spans))
    for block in made:
        block.key, block.language = key, block.language or language
    return made


def _spot(source: str, parts: list[str], start: int, end: int) -> tuple[int, int]:
    """Where these words stand first, whatever the spaces and line breaks between them."""
    first = source.find(parts[0], start, end)
    while first >= 0:
        last = _behind(source, parts, first, end)
        if last >= 0:
            return first, last
        first = source.find(parts[0], first + 1, end)
    return start, start


def _behind(source: str, parts: list[str], at: int, end: int) -> int:
    """Where these words end, if they stand at this place; else -1."""
    words = " ".join(parts)
    if source.startswith(words, at, end):
        return at + len(words)
    for number, part in enumerate(parts):
        space = _SPACE.match(source, at, end) if number else None
        at = space.end() if space else at
        if not source.startswith(part, at, end) or (number and not space):
            return -1
        at += len(part)
    return at


def _unindented(sheet: Sheet, start: int, end: int) -> list[Block]:
    """Blocks of an indented passage: each line of a list or each paragraph one."""
    cutter = Cutter(sheet)
    margin = len(sheet.source[start:end]) - len(sheet.source[start:end].lstrip(" "))
    position = start
    for line in sheet.source[start:end].split("\n"):
        first = position + min(margin, len(line) - len(line.lstrip()))
        last = position + len(line)
        item = _ITEM.match(sheet.source[first:last])
        if not line.strip():
            cutter._close()
        elif item:
            cutter._item(item, first, last)
        else:
            cutter._text(sheet.source[first:last], first, last)
        position = last + 1
    cutter._close()
    return cutter.blocks


def plain(sheet: Sheet) -> list[Block]:
    """Text without marks as blocks: a blank line parts them, a line break does not."""
    made = []
    for found in re.finditer(r"\S(?:[^\n]|\n(?![ \t\r]*\n))*", sheet.source):
        spans = [
            (found.start() + line.start(), found.start() + line.end())
            for line in re.finditer(r"[^\s](?:[^\r\n]*[^\s])?", found[0])
        ]
        made += set_block(Block(sheet=sheet, kind="paragraph", fragments=spans))
    return made
