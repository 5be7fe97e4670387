"""What a text may cost: its length, its marks, its depth, its time, and the place of a fault."""

from __future__ import annotations

import re
import signal
import threading
from bisect import bisect_right
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from pipeline.errors import Finding, Level, Location

Report = Callable[[Finding], None]

LONGEST = 200 * 1024
"""Bytes of one source; a long chapter has 60 KB."""
DEEPEST = 20
"""Lists in lists, quotations in quotations."""
SECONDS = 5.0

# Letters of a private plane stand for marks that must not be read as Markdown, and for
# passages that were set aside; none of them is ever printed.
_PRIVATE = 0xF0000
ATTRIBUTION = chr(_PRIVATE + 1)
BREAK = chr(_PRIVATE + 2)
_FIRST_ASIDE = 0xF1000
_PUNCTUATION = [*range(0x21, 0x30), *range(0x3A, 0x41), *range(0x5B, 0x61), *range(0x7B, 0x7F)]
_SHIELD = {**{code: chr(_PRIVATE + code) for code in _PUNCTUATION}, ord(BREAK): " "}
_UNSHIELD = {
    **{_PRIVATE + code: chr(code) for code in _PUNCTUATION},
    ord(ATTRIBUTION): "— ",
    ord(BREAK): " ",
}
_SHIELDED = re.compile("[\U000f0000-\U000fffff]")
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff"
    "\U000f0000-\U000fffff]"
)

_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_TICKS = re.compile(r"(?<!\\)(\\*)(`+)")
FENCE = re.compile(r"^( *)(`{3,}|~{3,})([^`\n]*)$")


def shielded(text: str) -> str:
    """*text* with every mark made inert until `unshielded` gives them back."""
    return text.translate(_SHIELD)


def unshielded(text: str) -> str:
    if text.isascii() or not _SHIELDED.search(text):
        return text
    return text.translate(_UNSHIELD)


def set_aside(number: int) -> str:
    """The letter that stands for the passage of that number."""
    return chr(_FIRST_ASIDE + number)


def number_aside(letter: str) -> int:
    """Which passage a letter stands for; -1 if for none."""
    is_one = len(letter) == 1 and ord(letter) >= _FIRST_ASIDE
    return ord(letter) - _FIRST_ASIDE if is_one and ord(letter) < 0xFFFFE else -1


def cleaned(source: str) -> str:
    """*source* with one kind of line end and without letters that nobody can print."""
    text = source.replace("\r\n", "\n").replace("\r", "\n")
    return _UNWANTED.sub("", text).replace("\u2028", " ").replace("\t", "    ")


def code_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where code stands between backticks."""
    start = 0
    for end in (*(gap.start() for gap in _PARAGRAPH.finditer(text)), len(text)):
        if "`" in text[start:end]:
            yield from _spans(text, start, end)
        start = end


def _spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    runs = [
        (run.start(2), run.end(2), len(run[1]) % 2) for run in _TICKS.finditer(text, start, end)
    ]
    last: dict[int, int] = {}
    closer = [-1] * len(runs)
    for number in range(len(runs) - 1, -1, -1):
        length = runs[number][1] - runs[number][0]
        closer[number] = last.get(length, -1)
        last[length] = number
    number = 0
    while number < len(runs):
        close = -1 if runs[number][2] else closer[number]
        if close >= 0:
            yield runs[number][0], runs[close][1]
            number = close
        number += 1


def closed_fences(lines: list[str]) -> tuple[dict[int, int], list[int]]:
    """First and last line of each fenced passage, and the fences that are never closed."""
    fences, unclosed = {}, []
    hopeless = {"`": 10**9, "~": 10**9}
    candidates = [
        (number, found) for number, line in enumerate(lines) if (found := FENCE.match(line))
    ]
    position = 0
    while position < len(candidates):
        number, opening = candidates[position]
        mark, length = opening[2][0], len(opening[2])
        close = -1 if length >= hopeless[mark] else _closing(candidates, position, mark, length)
        if close < 0:
            hopeless[mark] = min(hopeless[mark], length)
            unclosed.append(number)
            position += 1
        else:
            fences[number] = candidates[close][0]
            position = close + 1
    return fences, unclosed


def _closing(
    candidates: list[tuple[int, re.Match[str]]], position: int, mark: str, length: int
) -> int:
    for later in range(position + 1, len(candidates)):
        found = candidates[later][1]
        if found[2][0] == mark and len(found[2]) >= length and not found[3].strip():
            return later
    return -1


def without_code(text: str) -> str:
    """*text* with its code blanked out, letter for letter."""
    lines = text.split("\n")
    for first, last in closed_fences(lines)[0].items():
        lines[first : last + 1] = ["\0" * len(line) for line in lines[first : last + 1]]
    blanked = "\n".join(lines)
    pieces, after = [], 0
    for start, end in code_spans(blanked):
        pieces += [blanked[after:start], re.sub(r"[^\n]", "\0", blanked[start:end])]
        after = end
    return "".join((*pieces, blanked[after:]))


class Pointer:
    """Finds the line and the column of what is wrong, in the order of reading."""

    def __init__(self, source: str, where: Location) -> None:
        self.where = where
        self.source = source
        self._text: str | None = None
        self._starts = [0]
        self._after: dict[str, int] = {}

    @property
    def text(self) -> str:
        if self._text is None:
            self._text = without_code(self.source)
            self._starts += [found.end() for found in re.finditer("\n", self._text)]
        return self._text

    def at(self, *needles: str) -> Location:
        """The place of the next of *needles* that is there; else the place of the whole text."""
        for needle in filter(None, needles):
            start = self._after.get(needle, 0)
            found = self.text.find(needle, start) if start >= 0 else -1
            self._after[needle] = found + len(needle) if found >= 0 else -1
            if found >= 0:
                return self.offset(found)
        return self.where

    def address(self, typed: str, words: str) -> Location:
        """Where the address of a link was typed; headings and hashtags have a # too."""
        if typed != "#":
            return self.at(typed or f"[{words}](")
        where = self.at("](#)")
        if where == self.where or where.column is None:
            return self.at("#")
        return Location(where.path, where.line, where.column + 2)

    def offset(self, position: int) -> Location:
        """The place of the letter at *position*."""
        assert self.text is not None
        number = bisect_right(self._starts, position) - 1
        column = position - self._starts[number] + 1
        if number == 0 and self.where.column:
            column += self.where.column - 1
        return Location(self.where.path, (self.where.line or 1) + number, column)

    def line(self, number: int) -> Location:
        """The place of a line, counted from 0."""
        column = self.where.column if number == 0 else 1
        return Location(self.where.path, (self.where.line or 1) + number, column or 1)


def too_long(source: str, where: Location) -> Finding | None:
    size = len(source) if source.isascii() else len(source.encode("utf-8", "replace"))
    if size <= LONGEST:
        return None
    message = f"this text has {size // 1024} KB; {LONGEST // 1024} KB is the most for one source"
    return Finding("W100", message, "divide it into several files", where)


_MARK_LIMITS = {
    "*": 2000,
    "_": 2000,
    "`": 600,
    "<": 1000,
    "&": 4000,
    "|": 200,
    "\\": 4000,
    "[^": 300,
    BREAK: 500,
}
_LONGEST_MARKED = 4_000_000
"""Marks times letters: what the slowest rule of Markdown may have to look at in one paragraph."""
_UNMATCHED = 64
LONGEST_WORD = 4000
"""Letters between two places where a line may end; the longest addresses have 2,000."""
# Of scripts that part their words; a no-break space parts none.
_WORD = re.compile("[!-\u0dff\u2000-\u206f]+")


def too_many_marks(text: str) -> str:
    """What a paragraph has too many of to be read; nothing if it is all right."""
    if len(text) < _UNMATCHED:
        return ""
    if (longest := _longest_word(text)) > LONGEST_WORD:
        return f"a word of {longest} letters"
    opened, closed = _unmatched_brackets(text)
    if opened > _UNMATCHED or closed > 10 * _UNMATCHED:
        return f"{max(opened, closed)} square brackets without a partner"
    if (links := _unclosed_links(text)) > _UNMATCHED:
        return f"{links} links that are never closed"
    weighed = 0
    for mark, limit in _MARK_LIMITS.items():
        count = text.count(mark)
        weighed += count if mark in "*_`<" else 0
        if count > limit:
            return f"{count} breaks" if mark == BREAK else f"{count} of the mark {mark}"
    weighed += text.count("[")
    if weighed > 300 and weighed * len(text) > _LONGEST_MARKED:
        return f"{weighed} marks in {len(text)} letters"
    return ""


def _longest_word(text: str) -> int:
    if len(text) <= LONGEST_WORD:
        return 0
    return max(map(len, _WORD.findall(text)), default=0)


def overmarked(fault: str, where: Location) -> Finding:
    message = f"this paragraph cannot be read: it has {fault}"
    remedy = "divide it, or take out the marks that are not needed"
    return Finding("W102", message, remedy, where)


def _unmatched_brackets(text: str) -> tuple[int, int]:
    depth = unmatched = 0
    for bracket in re.findall(r"[\[\]]", text):
        if bracket == "[":
            depth += 1
        elif depth:
            depth -= 1
        else:
            unmatched += 1
    return depth, unmatched


def _unclosed_links(text: str) -> int:
    waiting = 0
    for mark in re.findall(r"\]\(|\)", text):
        waiting = waiting + 1 if mark == "](" else max(0, waiting - 1)
    return waiting


class OutOfTime(Exception):
    """A text took longer to read than any honest text does."""


@contextmanager
def stopwatch(seconds: float) -> Iterator[None]:
    """Ends the work with `OutOfTime`, where the system can interrupt it.

    Only its own work counts, so that a machine with much to do refuses no honest text.
    """
    is_main = threading.current_thread() is threading.main_thread()
    if not is_main or not hasattr(signal, "setitimer"):
        yield
        return

    def ring(_signal: int, _frame: FrameType | None) -> None:
        raise OutOfTime

    before = signal.signal(signal.SIGPROF, ring)
    remaining, interval = signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, remaining, interval)
        signal.signal(signal.SIGPROF, before)


def warning(code: str, message: str, remedy: str, where: Location) -> Finding:
    return Finding(code, message, remedy, where, Level.WARNING)
