"""How the desk speaks: findings a line each, a summary per edition, progress for those who wait."""

from __future__ import annotations

import json
import os
import time
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from itertools import groupby
from typing import Any, TextIO

from pipeline.errors import Finding, Level, printable, unordered
from pipeline.frozen import mutable

GMAIL = 102_400
"""Bytes of HTML after which Gmail cuts a message off, and the unsubscribe link with it."""
MOST_ALIKE = 25
"""Findings of one code in one file that people are shown; the rest are counted."""
COLOURS = {Level.ERROR: "31", Level.WARNING: "33", Level.NOTE: "36"}


def _bare(text: str, _: bool = False) -> str:
    return text


def _as_line(told: Mapping[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False)


@mutable(eq=False, repr=False)
class Desk:
    """Speaks text to people and JSON to programs."""

    out: TextIO
    err: TextIO
    format: str
    environment: Mapping[str, str]
    said: list[str] = field(default_factory=list)
    veil: Callable[..., str] = _bare
    """A line as it may be told: what is held is in none."""
    known: Container[Finding] = frozenset()
    """What would be told as well if nothing were held."""
    _began: float = field(default_factory=time.monotonic)
    _progress: int = 0

    @property
    def is_coloured(self) -> bool:
        is_wanted = not self.environment.get("NO_COLOR") and not self._is_plain
        return self.out.isatty() and is_wanted

    @property
    def _is_plain(self) -> bool:
        """Whether the terminal shows letters and nothing else, as an editor's does."""
        return self.environment.get("TERM") == "dumb"

    def line(self, text: str) -> None:
        """A line for people; programs that read JSON do not get it."""
        if self.format == "text":
            self._write(unordered(text))

    def once(self, text: str) -> None:
        """A line about what was done: if nothing has changed it is not said again."""
        if self.format == "text":
            self._write(unordered(text))
            self.said.pop()

    def json(self, told: Mapping[str, Any]) -> None:
        if self.format == "json":
            self._write(_as_line(told))

    def again(self, lines: Iterable[str]) -> None:
        for text in lines:
            self._write(text)

    def _write(self, text: str, is_known: bool = False) -> None:
        self._clear()
        text = self.veil(text, is_known)
        self.said.append(text)
        print(text, file=self.out)

    def findings(self, findings: Iterable[Finding]) -> None:
        """One by one to programs; people are told how many more there are of a kind in a file."""
        if self.format == "json":
            for finding in findings:
                self._write(_as_line(as_json(finding)), finding in self.known)
            return
        for path, here in groupby(findings, key=lambda finding: finding.location.path):
            alike: Counter[str] = Counter()
            for finding in here:
                alike[finding.code] += 1
                if alike[finding.code] <= MOST_ALIKE:
                    self._write(self._painted(finding), finding in self.known)
            for code, count in alike.items():
                if count > MOST_ALIKE:
                    more = f"and {count - MOST_ALIKE:,} more like it"
                    self._write(f"{printable(path.as_posix())}: {code}: {more}")

    def _painted(self, finding: Finding) -> str:
        text = str(finding)
        if not self.is_coloured:
            return text
        word = f" {finding.level} {finding.code} "
        paint = f" \x1b[{COLOURS[finding.level]};1m{finding.level} {finding.code}\x1b[0m "
        return text.replace(word, paint, 1)

    def progress(self, text: str) -> None:
        """What is being made just now, on a terminal, once the wait is over a second."""
        if self._is_plain or not self.err.isatty() or time.monotonic() - self._began < 1:
            return
        self._clear()
        # What goes over the end of a line is not taken back.
        wide = os.get_terminal_size(self.err.fileno()).columns or 79
        shown = self.veil(text)[: min(wide, 79) - 1]
        self._progress = len(shown)
        print(shown, end="\r", file=self.err, flush=True)

    def _clear(self) -> None:
        if self._progress:
            print(" " * self._progress, end="\r", file=self.err, flush=True)
            self._progress = 0


def as_json(finding: Finding) -> dict[str, Any]:
    where = finding.location
    return {
        "file": where.file,
        "line": where.line,
        "column": where.column,
        "level": finding.level.value,
        "code": finding.code,
        "message": finding.message,
        "remedy": finding.remedy,
    }


def size(count: int) -> str:
    """A size as people read it.

    >>> size(900), size(36_400), size(2_400_000)
    ('900 B', '36 KB', '2.4 MB')
    """
    if count < 1_000:
        return f"{count} B"
    return f"{count / 1_000:.0f} KB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"


def waiting_once(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Files that wait for a translation are told once for each language; the rest are notes."""
    waiting = Counter(finding.message for finding in findings if _is_untranslated(finding))
    told: set[str] = set()
    for finding in findings:
        message = finding.message
        others = waiting[message] - 1
        if not _is_untranslated(finding) or others < 1:
            yield finding
        elif message in told:
            yield replace(finding, level=Level.NOTE)
        else:
            told.add(message)
            so = "one other is not" if others == 1 else f"{others} others are not"
            yield replace(finding, message=f"{message}; {so} either")


def noted(findings: Iterable[Finding], most: int) -> Iterator[str]:
    """The notes among them, a line each: only they are told nowhere else."""
    notes = [finding for finding in findings if finding.level is Level.NOTE]
    for finding in notes[:most]:
        yield f"{finding.location}: {finding.code} {finding.message}"
    if len(notes) > most:
        yield f"and {len(notes) - most} more"


def _is_untranslated(finding: Finding) -> bool:
    where = finding.location
    return finding.code == "T101" and where.path.suffix == ".md" and where.line in (None, 1)
