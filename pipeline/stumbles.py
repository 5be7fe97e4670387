"""What YAML stumbled over, and what is nearly a fence, told to people who do not know YAML."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Any

from pipeline.errors import Finding, Location

FENCE = "---"

_DASHES = re.compile("[-\u2010-\u2015\u2212_*=~]{1,40}")
"""What a word processor makes of three hyphens, or a hand that typed two or four of them."""


def is_other_fence(line: str) -> bool:
    return _DASHES.fullmatch(line.strip()) is not None


def other_fence(line: str) -> tuple[str, str]:
    return (
        f"this line is {line.strip()!r}, not {FENCE}",
        f"type three hyphens, {FENCE}, alone on it",
    )


# What YAML says -> what it means; the first that fits. {line} is the line, {mark} its letter there.
_MEANT = (
    (
        r"mapping values are not allowed",
        "Y109",
        "a second colon in {line!r}",
        "a value with a colon in it needs quotation marks around the whole of it",
    ),
    (
        r"cannot start any token|alphabetic or numeric character|comment or line break",
        "Y100",
        "a value cannot begin with {mark}",
        "put the whole value in quotation marks",
    ),
    (
        r"did not find expected key.*:\s*(?:\"[^\"]*\"|'[^']*')\s*\S",
        "Y110",
        "{line!r} goes on after its closing quotation mark",
        "put the other kind of quotation marks around the whole value",
    ),
    (
        r"quoted scalar.* end of",
        "Y110",
        "the quotation mark that opens here is never closed",
        "close it; for a quotation mark inside the value, put the other kind around the whole",
    ),
    (
        r"flow (?:sequence|mapping)",
        "Y111",
        "the list or table that opens here is never closed",
        "close its bracket, and put a comma between the entries",
    ),
)
_HASHTAG = re.compile(r"(?:[\[,]|^)\s*(#[^\s#])")


def over(error: Any, text: str, path: PurePath, first_line: int) -> Finding:
    """The fault of a YAMLError in *text*, whose first line is the file's *first_line*."""
    lines = text.split("\n")
    problem = str(getattr(error, "problem", "") or error).split("\n")[0]
    context = str(getattr(error, "context", "") or "")
    marks = [getattr(error, name, None) for name in ("problem_mark", "context_mark")]
    begun = re.search("quoted scalar.* end of|flow ", f"{context} {problem}") and marks[1]
    mark = begun or marks[0] or marks[1]
    number, column = (mark.line, mark.column) if mark else (0, 0)
    while number and not "".join(lines[number : number + 1]).strip():
        # YAML tells of the end of the text; people look for the last thing they wrote.
        number, column = number - 1, 0
    line = lines[number] if number < len(lines) else ""

    def fault(code: str, message: str, remedy: str, column: int = column) -> Finding:
        return Finding(code, message, remedy, Location(path, number + first_line, column + 1))

    if "expected" in problem and (found := _tight(lines[: number + 1])):
        number, tight = found
        message = f"no space stands behind the colon of {lines[number].strip()!r}"
        remedy = f"write  {tight[1].strip()} {tight[2]}"
        return fault("Y100", message, remedy, tight.end(1))
    if found := _hard(lines[: number + 1]):
        number, hard = found
        message = "a no-break space stands here, as Word and web pages have it"
        return fault("Y100", message, "type an ordinary space in its place", hard.start(1))
    if "\t" in line[: len(line) - len(line.lstrip())] or "\\t" in problem:
        column = max(line.find("\t"), 0)
        return fault("Y108", "a tab stands here", "YAML wants spaces: replace it by two", column)
    if hashtag := _HASHTAG.search(line):
        remedy = 'YAML reads # as a comment: put the hashtag in quotation marks, "#Example"'
        return fault("Y107", f"YAML cannot read {line.strip()!r}", remedy, hashtag.start(1))
    is_astray = "expected" in problem or ("not allowed" in problem and line.count(":") < 2)
    if is_astray and (depths := _depths(lines, number)):
        message = f"the line begins {_spaces(depths[0])} in, the one above {_spaces(depths[1])}"
        return fault("Y100", message, "begin it below the keys that it belongs to")
    if "not allowed" in problem and line.count(":") == 1 and (open_ := _open(lines[: number + 1])):
        above, name = open_
        number, remedy = above, f"write  {name}:"
        return fault("Y100", f"no colon stands behind {name!r}", remedy, len(lines[above].rstrip()))
    if "not allowed" in problem and (words := _colonless(lines, number)):
        number, key, value = words
        message = f"no colon stands behind {key!r}"
        return fault("Y100", message, f"write  {key}: {value}", lines[number].index(key) + len(key))
    said = f"{context} {problem}" if begun else f"{problem} {line}"
    for pattern, code, message, remedy in _MEANT:
        if re.search(pattern, said):
            shown = message.format(line=line.strip(), mark=_opening(line, column))
            return fault(code, shown, remedy)
    remedy = "check the quotation marks, colons and indentation of this line and the one above"
    return fault("Y100", f"YAML cannot read {line.strip()!r}: {problem}", remedy)


_TIGHT = re.compile(r"(\s*(?:- )?[^\W\d_][\w-]*:)([^\s:/\\].*)")


def _tight(lines: list[str]) -> tuple[int, re.Match[str]] | None:
    """The number of a line just above whose colon has no space behind it."""
    for number in range(len(lines) - 1, max(len(lines) - 4, -1), -1):
        if tight := _TIGHT.match(lines[number]):
            return number, tight
    return None


_HARD = re.compile(r"(?: *(?:- )?[^\W\d_][\w-]*:| *|-)([\u00a0\u2007\u202f\u3000])")


def _hard(lines: list[str]) -> tuple[int, re.Match[str]] | None:
    """The number of a line just above that has another space than YAML knows."""
    for number in range(len(lines) - 1, max(len(lines) - 4, -1), -1):
        if hard := _HARD.match(lines[number]):
            return number, hard
    return None


def _open(lines: list[str]) -> tuple[int, str] | None:
    """The line above the last that should begin a table and ends without a colon, and its name."""
    above = len(lines) - 2
    while above >= 0 and not lines[above].strip():
        above -= 1
    name = lines[above].strip().removeprefix("- ") if above >= 0 else ""
    depth, other = (len(one) - len(one.lstrip(" ")) for one in (lines[-1], lines[above]))
    return (above, name) if depth > other and re.fullmatch(r"[\w.-]+", name) else None


def _colonless(lines: list[str], number: int) -> tuple[int, str, str] | None:
    """The line above a key that is as far in and has no colon: its number, key and value."""
    above = number - 1
    while above >= 0 and not lines[above].strip():
        above -= 1
    key, astray = (re.match(form, lines[n]) for form, n in ((_KEY, number), (_WORDS, above)))
    if above < 0 or not key or not astray or len(key[1]) != len(astray[1]):
        return None
    # A value that runs over several lines is no key.
    is_begun = above == 0 or re.match(rf"{_KEY}.*\S", lines[above - 1])
    return (above, astray[2], astray[3].strip()) if is_begun else None


_KEY = r"( *)[\w-]+:(?= )"
_WORDS = r"( *)([^\W\d_][\w-]*) +([^:]+)$"


def _depths(lines: list[str], number: int) -> tuple[int, int] | None:
    """How far a line stands in and the one above it, if they differ and both hold a key."""
    above = number - 1
    while above >= 0 and not lines[above].strip():
        above -= 1
    if above < 0 or not all(re.match(r"\s*(?:- )?[\w-]+:", lines[n]) for n in (above, number)):
        return None
    depth, other = (len(lines[n]) - len(lines[n].lstrip(" -")) for n in (number, above))
    return (depth, other) if depth != other else None


def _spaces(count: int) -> str:
    return f"{count} space{'' if count == 1 else 's'}"


def _opening(line: str, column: int) -> str:
    """The letter that YAML stumbled over, at *column* or just before it."""
    around = line[max(0, column - 1) : column + 1]
    return next((letter for letter in around if letter in "*&@`%!|>"), line[column : column + 1])
