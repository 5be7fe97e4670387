"""A long text in its parts: what stands under each heading, and what all of them share."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline import bounds
from pipeline.frozen import dataclass
from pipeline.typed import DEFINITION, HEADING, MARKER, QUOTED, RULE, UNDERLINE, title_of


def definitions(markdown: str) -> str:
    """The footnotes, abbreviations and addresses that a text defines, for its parts to share."""
    kept: list[str] = []
    is_note = False
    for line in bounds.cleaned(markdown).split("\n"):
        if DEFINITION.match(line):
            is_note = True
        elif line.strip() and not line.startswith("    "):
            is_note = False
        if is_note:
            kept.append(line)
    return "\n".join(kept).strip()


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a text under its heading."""

    level: int
    """0 for what stands before the first heading."""
    title: str
    line: int
    """The line of its heading, counted from 1; the text begins on the line below."""
    text: str
    pseudo: bool = False
    """Whether the heading is only a line in bold type, one level below the last real one."""


_BOLD = re.compile(r"(?:\*\*([^*]+)\*\*|__([^_]+)__) *(:?)$")


def _never(_: str) -> bool:
    return False


def sections(
    markdown: str,
    bold: Callable[[str], bool] = bool,
    bare: Callable[[str], bool] = _never,
) -> list[Part]:
    """*markdown* divided at its headings; *bold* says which lines in bold type are headings.

    *bare* says it of lines that stand alone and bear no mark at all.

    >>> [(part.level, part.title, part.line) for part in sections("Hello\\n## One\\n\\nText")]
    [(0, '', 1), (2, 'One', 2)]
    """
    lines = bounds.cleaned(markdown).split("\n")
    fences, _ = bounds.closed_fences(list(lines))
    parts: list[Part] = []
    level, title, start, first, pseudo = 0, "", 1, 0, False
    real = 1
    number = 0
    while number < len(lines):
        found = None if number in fences else _heading(lines, number, real, bold, bare)
        if found is None:
            number = fences.get(number, number) + 1
            continue
        if parts or level or "".join(lines[first:number]).strip():
            parts.append(Part(level, title, start, "\n".join(lines[first:number]), pseudo))
        level, title, pseudo, taken = found
        real = real if pseudo else level
        start, first = number + 1, number + 1
        if taken == 2:
            # The line below the heading keeps its number, emptied.
            lines[number + 1] = ""
        number += taken
    if parts or level or "".join(lines[first:]).strip():
        parts.append(Part(level, title, start, "\n".join(lines[first:]), pseudo))
    return parts


def _heading(
    lines: list[str],
    number: int,
    real: int,
    bold: Callable[[str], bool],
    bare: Callable[[str], bool],
) -> tuple[int, str, bool, int] | None:
    """Level, title, whether it is only bold, and how many lines it takes."""
    line = lines[number]
    if heading := HEADING.match(line):
        return len(heading[1]), title_of(heading), False, 1
    found = _BOLD.match(line.strip())
    if found and bold(title := (found[1] or found[2]).strip() + found[3]):
        return min(real + 1, 6), title, True, 1
    after = lines[number + 1] if number + 1 < len(lines) else ""
    is_first = number == 0 or not lines[number - 1].strip()
    if is_first and not after.strip() and line[:1].strip() and bare(line.strip()):
        return min(real + 1, 6), line.strip(), True, 1
    if line.strip() and is_first and UNDERLINE.match(after) and not _is_block(line):
        return (1 if "=" in after else 2), line.strip(), False, 2
    return None


def _is_block(line: str) -> bool:
    others = (MARKER, QUOTED, RULE, bounds.FENCE)
    return line.startswith("    ") or "|" in line or any(other.match(line) for other in others)
