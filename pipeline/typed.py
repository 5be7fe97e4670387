"""What one typed line is: a heading, a list item, a rule, a speaker, or running text."""

from __future__ import annotations

import re

from pipeline import bounds
from pipeline.bounds import ATTRIBUTION, BREAK
from pipeline.sought import sought

ATTRIBUTES = r"\{:?[ ]*(?=[#.]?\w)[^{}\n]*\}"
HEADING = sought(r" {0,3}(#{1,6})(?: (.*))?$")
UNDERLINE = sought(r" {0,3}(=+|-+) *$")
MARKER = sought(r"( *)([-*+•◦▪‣●]|\d{1,9}[.)])( +|$)(.*)")
RULE = sought(r" {0,3}([-*_])(?: *\1){2,} *$")
ROW_RULE = sought(r"\|?(?: *:?-+:? *\|)+(?: *:?-+:? *)?$")
DEFINITION = sought(r" {0,3}(?:\[\^?[^\[\]]+\]:|\*\[[^\]]+\] ?:)")
ONLY_ATTRIBUTES = sought(rf" {{0,3}}{ATTRIBUTES} *$")
MEANING = sought(r" {0,3}: {1,3}\S")
# Where a day is written "20." a line may begin with one.
MONTH = sought(
    r"(?:januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember"
    r"|marts|mars|maj|desember|december|ledna|února|března|dubna|května|června|července|srpna"
    r"|září|října|listopadu|prosince|(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka"
    r"|marras|joulu)kuuta)\b",
    re.IGNORECASE,
)
ARROWS = sought(r"( *)(>{3,})(.*)")
QUOTED = sought(r" *> ?")
DASHED = sought(r" *(?:([-–—]{1,3}) +|([–—]))(?=[^\s\-–—])")
_MARKERS = sought(r"(?:(?:[-*+]|\d{1,9}\.) +|> *)+")
LARGEST_NUMBER = 999


def title_of(heading: re.Match[str]) -> str:
    """The words of a heading, without the number signs that may close it."""
    title = (heading[2] or "").strip()
    opened = title.rstrip("#")
    return opened.rstrip() if not opened or opened.endswith(" ") else title


def attributed(lines: list[str]) -> list[str]:
    """A quotation whose last line names the speaker: that line marked and apart."""
    last = len(lines) - 1
    while last > 0 and not lines[last].strip():
        last -= 1
    dash = DASHED.match(lines[last]) if last > 0 else None
    above = next((line for line in reversed(lines[:last]) if line.strip()), "")
    if not dash or not above:
        return lines
    is_list = dash[1] == "-" and MARKER.match(above)
    if is_list:
        return lines
    return [*lines[:last], "", ATTRIBUTION + lines[last][dash.end() :].strip()]


def words_of(line: str) -> str:
    """A line without the spaces around it; a break typed at its end becomes a mark."""
    words = line.strip()
    backslashes = len(words) - len(words.rstrip("\\"))
    if backslashes % 2:
        return words[:-1] + BREAK
    return words + BREAK if words and line.endswith("  ") else words


def one_marker(words: str) -> str:
    """The words of a list item; `- - - x` is at most a list in a list."""
    markers = _MARKERS.match(words)
    if not markers:
        return words
    first = words.find(" ") + 1 or 1
    return words[:first] + bounds.shielded(words[first : markers.end()]) + words[markers.end() :]


def columns(row: str, head: str) -> int:
    """How many columns Python-Markdown sees in a simple row below this head."""
    row, head = row.strip(), head.strip()
    inner = row.count("|") + 1
    if head.startswith("|") or head.endswith("|"):
        return inner - row.startswith("|") - (row.endswith("|") and len(row) > 1)
    return inner


def plain_start(words: str) -> str:
    """Running text, with marks at its start that are no headings or lists made inert."""
    if words.startswith("#"):
        return bounds.shielded("#") + words[1:]
    if UNDERLINE.match(words) or MEANING.match(words):
        return bounds.shielded(words[0]) + (
            bounds.shielded(words[1:]) if words[0] != ":" else words[1:]
        )
    year = re.match(r"\d{1,9}[.)] ", words)
    if year:
        return (
            words[: year.end() - 2]
            + bounds.shielded(words[year.end() - 2])
            + words[year.end() - 1 :]
        )
    if words[:2] in ("- ", "+ ", "* "):
        return bounds.shielded(words[0]) + words[1:]
    return words
