"""Text as staff type it, put in the form that Python-Markdown reads."""

from __future__ import annotations

import re
from dataclasses import field

from pipeline import asides, bounds, typed
from pipeline.bounds import Pointer, Report, warning
from pipeline.errors import Finding
from pipeline.frozen import mutable


@mutable(eq=False, repr=False)
class Prepared:
    """A text that Python-Markdown reads as its writer meant it."""

    text: str
    codes: list[str]
    """What stood between fences; a private letter in *text* marks the place of each."""


def prepare(source: str, pointer: Pointer, report: Report) -> Prepared:
    """*source* with its lists, quotations and headings where Python-Markdown looks for them."""
    text = asides.without_hidden(bounds.cleaned(source), pointer, report)
    layout = _Layout(pointer, report)
    layout.lay(text.split("\n"))
    return Prepared(_bounded(layout, pointer, report), layout.codes)


@mutable(eq=False, repr=False)
class _Layout:
    """Lays lines out anew: every block apart, every list four spaces deeper than its own."""

    pointer: Pointer
    report: Report
    depth: int = 0
    """How many quotations it stands in."""
    codes: list[str] = field(default_factory=list)
    out: list[tuple[str, str]] = field(default_factory=list)
    """Kind and text of each line."""
    stack: list[int] = field(default_factory=list)
    """The indents of the markers of the open list items."""
    numbered: list[bool] = field(default_factory=list)
    """Whether the last list of each level is a numbered one."""
    indent: int = 0
    """Where the last line of running text was put."""
    is_paragraph: bool = False
    """Whether it was a paragraph of its own, not the rest of a list item."""
    is_flat: bool = False

    @property
    def kind(self) -> str:
        return self.out[-1][0] if self.out else "blank"

    def put(self, kind: str, line: str) -> None:
        self.out.append((kind, line))

    def part(self) -> None:
        """Ends the block, as a blank line does."""
        if self.kind != "blank":
            self.put("blank", "")

    def lay(self, lines: list[str]) -> None:
        fences, unclosed = bounds.closed_fences(lines)
        self._tell_unclosed(lines, unclosed)
        number = 0
        while number < len(lines):
            line = lines[number]
            if number in fences:
                number = self._fence(lines, number, fences[number])
            elif not line.strip():
                self.part()
                number += 1
            else:
                number = self._line(lines, number)

    def _tell_unclosed(self, lines: list[str], unclosed: list[int]) -> None:
        for number in unclosed[:1]:
            mark = lines[number].strip()[:3]
            message = f"a passage of code begins with {mark} but never ends"
            remedy = f"put {mark} on a line below it, or take it out"
            self.report(warning("W114", message, remedy, self.pointer.at(mark)))
        for number in unclosed:
            lines[number] = bounds.shielded(lines[number])

    def _fence(self, lines: list[str], first: int, last: int) -> int:
        margin = len(lines[first]) - len(lines[first].lstrip())
        code = [re.sub(rf"^ {{0,{margin}}}", "", line) for line in lines[first + 1 : last]]
        self.codes.append("\n".join(code))
        self._leave(margin)
        self.part()
        self.put("text", " " * 4 * len(self.stack) + bounds.set_aside(len(self.codes) - 1))
        self.part()
        return last + 1

    def _leave(self, indent: int) -> None:
        """Closes the list items that a line with this indent does not belong to."""
        while self.stack and indent < self.stack[-1] + 2:
            self.stack.pop()

    def _line(self, lines: list[str], number: int) -> int:
        line = lines[number]
        if arrows := typed.ARROWS.match(line):
            line = self._arrows(arrows)
        elif typed.QUOTED.match(line):
            return self._quotation(lines, number)
        for lay in (self._block, self._item, self._row, self._definition):
            if taken := lay(line, lines, number):
                return number + taken
        self._text(line)
        return number + 1

    def _arrows(self, arrows: re.Match[str]) -> str:
        marks = arrows[2]
        message = f"{marks} at the beginning of a line is printed as it stands"
        remedy = "for a quotation write one >; for a link write [its words](https://…)"
        self.report(warning("W110", message, remedy, self.pointer.at(marks)))
        if not self.stack:
            self.part()
        return arrows[1] + bounds.shielded(marks) + arrows[3]

    def _block(self, line: str, lines: list[str], number: int) -> int:
        """A heading, a rule, a definition or a line of attributes: how many lines it took."""
        after = lines[number + 1] if number + 1 < len(lines) else ""
        if heading := typed.HEADING.match(line):
            return self._alone("head", f"{heading[1]} {typed.title_of(heading)}", 1)
        if self.kind == "blank" and self._is_underlined(line, after):
            level = "#" if "=" in after else "##"
            return self._alone("head", f"{level} {line.strip()}", 2)
        if typed.RULE.match(line):
            return self._alone("rule", "---", 1)
        if typed.DEFINITION.match(line):
            if self.kind != "define":
                self.part()
            self.stack.clear()
            self.put("define", line.lstrip())
            return 1
        if typed.ONLY_ATTRIBUTES.match(line) and (self.stack or self.kind != "text"):
            return self._alone("attributes", line.strip(), 1)
        return 0

    def _alone(self, kind: str, line: str, taken: int) -> int:
        self.stack.clear()
        self.part()
        self.put(kind, line)
        self.part()
        return taken

    def _is_underlined(self, line: str, after: str) -> bool:
        return bool(
            typed.UNDERLINE.match(after)
            and not self.stack
            and not line.startswith("    ")
            and not typed.MARKER.match(line)
            and "|" not in line
        )

    def _item(self, line: str, _lines: list[str], _number: int) -> int:
        marker = typed.MARKER.match(line)
        if not marker or not self._begins_item(marker):
            return 0
        indent, sign, words = len(marker[1]), marker[2], marker[4]
        is_numbered = sign[0].isdigit()
        if not self.stack:
            self.numbered.clear()
        if not self.stack or self.is_paragraph:
            self.part()
        self.is_paragraph = False
        self._leave(indent)
        level = min(len(self.stack), bounds.DEEPEST - 1)
        if level < len(self.stack):
            self._tell_depth(line)
        else:
            self.stack.append(indent)
        if self.numbered[level : level + 1] == [not is_numbered]:
            self.part()
        self.numbered[level:] = [is_numbered]
        sign = f"{int(sign[:-1])}." if is_numbered else "-"
        self.indent = 4 * level
        self.put("item", f"{' ' * self.indent}{sign} {typed.one_marker(typed.words_of(words))}")
        return 1

    def _begins_item(self, marker: re.Match[str]) -> bool:
        number = marker[2][:-1]
        if number.isdigit() and int(number) > typed.LARGEST_NUMBER:
            return False
        if number and typed.MONTH.match(marker[4]):
            return False
        if self.stack:
            return True
        if len(marker[1]) >= 4 and self.kind != "item":
            return False
        if self.kind == "text":
            return bool(marker[4]) and number in ("", "1")
        return True

    def _tell_depth(self, line: str) -> None:
        if self.is_flat:
            return
        self.is_flat = True
        message = f"this stands more than {bounds.DEEPEST} levels deep"
        remedy = "bring it to a higher level"
        self.report(Finding("W103", message, remedy, self.pointer.at(line.strip()[:40])))

    def _row(self, line: str, lines: list[str], number: int) -> int:
        """A table, from its head to its last line."""
        rule = lines[number + 1].strip() if number + 1 < len(lines) else ""
        if "|" not in line or not typed.ROW_RULE.match(rule):
            return 0
        if typed.columns(line, line) != typed.columns(rule, line):
            message = "the line below the head of this table has another number of columns"
            remedy = "write as many  ---  as the head has columns, with  |  between them"
            self.report(warning("W116", message, remedy, self.pointer.at(rule)))
            return 0
        self.stack.clear()
        self.part()
        taken = 0
        # Marks in the head decide what is a column: Python-Markdown may see another number.
        kind = "text" if "`" in line or "\\" in line else "row"
        for row in lines[number:]:
            if not row.strip() or typed.ONLY_ATTRIBUTES.match(row):
                break
            self.put(kind, row.strip())
            taken += 1
        self.part()
        return taken

    def _definition(self, line: str, lines: list[str], number: int) -> int:
        """A term, or what it means, apart from the one before."""
        after = lines[number + 1] if number + 1 < len(lines) else ""
        is_meaning = bool(typed.MEANING.match(line)) and self.kind in ("text", "def", "blank")
        if self.stack or not (is_meaning or (self.kind == "def" and typed.MEANING.match(after))):
            return 0
        if self.kind == "def":
            self.part()
        self.put("def" if is_meaning else "text", typed.words_of(line))
        return 1

    def _text(self, line: str) -> None:
        words = typed.words_of(line)
        indent = len(line) - len(line.lstrip())
        if self.kind in ("text", "item"):
            self.put("text", " " * self.indent + typed.plain_start(words))
        elif self.kind == "define":
            self.put("define", "    " + typed.plain_start(words))
        elif self.kind == "def":
            self.put("def", "    " + words)
        else:
            self._paragraph(line, words, indent)

    def _paragraph(self, line: str, words: str, indent: int) -> None:
        self._leave(indent)
        if self.kind != "blank" and (self.kind != "code" or indent < 4):
            self.part()
        if not self.stack and indent >= 4:
            # Code, or the continuation of a footnote or a definition: as it is.
            self.put("code", line.rstrip())
            return
        self.indent = 4 * len(self.stack)
        self.is_paragraph = True
        self.put("text", " " * self.indent + typed.plain_start(words))

    def _quotation(self, lines: list[str], number: int) -> int:
        first = number
        while number < len(lines) and typed.QUOTED.match(lines[number]):
            if typed.ARROWS.match(lines[number]):
                break
            number += 1
        quoted = [typed.QUOTED.sub("", line, count=1) for line in lines[first:number]]
        while number < len(lines) and self._is_lazy(quoted, lines[number]):
            quoted.append(lines[number])
            number += 1
        self._leave(len(lines[first]) - len(lines[first].lstrip()))
        self.part()
        for kind, line in self._inside(quoted):
            self.put("quote", f"{' ' * 4 * len(self.stack)}> {line}" if kind != "blank" else ">")
        self.part()
        return number

    def _is_lazy(self, quoted: list[str], line: str) -> bool:
        """Whether a line without its mark still belongs to the quotation above it."""
        if not line.strip() or not quoted[-1].strip() or typed.DASHED.match(quoted[-1]):
            return False
        begins = (
            typed.HEADING,
            typed.RULE,
            typed.MARKER,
            typed.DEFINITION,
            bounds.FENCE,
            typed.ARROWS,
            typed.UNDERLINE,
        )
        last = (typed.HEADING, typed.RULE, typed.QUOTED)
        return not any(form.match(line) for form in begins) and not any(
            form.match(quoted[-1]) for form in last
        )

    def _inside(self, quoted: list[str]) -> list[tuple[str, str]]:
        if self.depth + 1 >= bounds.DEEPEST:
            self._tell_depth(quoted[0])
            quoted = [line.lstrip("> ") for line in quoted]
        inner = _Layout(self.pointer, self.report, self.depth + 1, self.codes, is_flat=self.is_flat)
        inner.lay(typed.attributed(quoted))
        self.is_flat = inner.is_flat
        while inner.out and inner.out[-1][0] == "blank":
            inner.out.pop()
        return [(kind, line) for kind, line in inner.out]


def _bounded(layout: _Layout, pointer: Pointer, report: Report) -> str:
    """The lines joined, each paragraph with too many marks made inert and told."""
    if not _needs_weighing(layout.out):
        return "\n".join(line for _, line in layout.out)
    out: list[str] = []
    block: list[str] = []

    def close() -> None:
        fault = bounds.too_many_marks("\n".join(block))
        if fault:
            report(bounds.overmarked(fault, pointer.at(_first_words(block))))
        out.extend(map(bounds.shielded, block) if fault else block)
        block.clear()

    for kind, line in layout.out:
        if kind in ("item", "head", "row", "blank") or _is_apart(line):
            close()
        block.append(line)
    close()
    return "\n".join(out)


def _is_apart(line: str) -> bool:
    """Whether a line of a quotation begins something new."""
    inner = line.lstrip(" >")
    return line.startswith(">") and (not inner or bool(typed.MARKER.match(inner)))


def _needs_weighing(lines: list[tuple[str, str]]) -> bool:
    return sum(len(line) for _, line in lines) > 64


def _first_words(block: list[str]) -> str:
    return bounds.unshielded(next((line.strip() for line in block if line.strip()), ""))[:60]
