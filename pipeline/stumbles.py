"""What YAML stumbled over, and what is nearly a fence, told to people who do not know YAML."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Any

from pipeline.errors import Finding, Location
from pipeline.frozen import dataclass

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


def no_fence(lines: list[str]) -> tuple[str, str]:
    """What is told of a text that does not begin with a fence."""
    if is_other_fence(lines[0]):
        return other_fence(lines[0])
    first = next((line for line in lines if line.strip()), "")
    message = "the file does not start with front matter"
    if first.rstrip() == FENCE:
        return message, f"take away the empty lines above the line {FENCE}"
    if not _KEY_BEGUN.match(first):
        return message, f"put a line {FENCE}, the title, and a line {FENCE} above the text"
    remedy = f"put a line {FENCE} above {first.split(':')[0].strip()!r}"
    is_closed = any(line.rstrip() == FENCE for line in lines)
    return message, remedy if is_closed else f"{remedy}, and another below the last key"


_QUOTE_WHOLE = "a value with a colon in it needs quotation marks around the whole of it"
_OTHER_QUOTES = "put the other kind of quotation marks around the whole value"
_STRAIGHT_QUOTES = (
    'these are the quotation marks of a text: YAML wants straight ones, " ", around the whole value'
)
_OPEN_QUOTE = "the quotation mark that opens here is never closed"
_CLOSE_QUOTE = (
    "close it; for a quotation mark inside the value, put the other kind around the whole"
)

# What YAML says -> what it means; the first that fits. {line} is the line, {mark} its letter there.
_MEANT = (
    (
        r"mapping values are not allowed[^:]*:\s+[“”„«»‘’]",
        "Y109",
        "a second colon in {line!r}",
        _STRAIGHT_QUOTES,
    ),
    (
        r"mapping values are not allowed",
        "Y109",
        "a second colon in {line!r}",
        _QUOTE_WHOLE,
    ),
    (
        r"cannot start any token|alphabetic or numeric character|comment or line break",
        "Y100",
        "a value cannot begin with {mark}",
        "put the whole value in quotation marks",
    ),
    (
        r"block sequence entries are not allowed.*:\s+-\s",
        "Y100",
        "a value cannot begin with -",
        "put the whole value in quotation marks",
    ),
    (
        r"did not find expected key.*:\s*(?:\[[^\]]*\]|\{[^}]*\})\s*\S",
        "Y100",
        "{line!r} goes on after its closing bracket",
        "put the whole value in quotation marks",
    ),
    (
        r"did not find expected key.*:\s*(?:\"[^\"]*\"|'[^']*')\s*\S",
        "Y110",
        "{line!r} goes on after its closing quotation mark",
        _OTHER_QUOTES,
    ),
    (
        r"quoted scalar.* end of",
        "Y110",
        _OPEN_QUOTE,
        _CLOSE_QUOTE,
    ),
    (
        r"flow (?:sequence|mapping)",
        "Y111",
        "the list or table that opens here is never closed",
        "close its bracket, and put a comma between the entries",
    ),
)
_HASHTAG = re.compile(r"(?:[\[,]|^)\s*(#[^\s#])")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stumble:
    """Where YAML stopped, and what it says of it."""

    lines: list[str]
    number: int
    column: int
    problem: str
    said: str
    inner: int | None
    """The line of a fault between brackets, of which YAML tells where they open."""

    @property
    def line(self) -> str:
        return self.lines[self.number] if self.number < len(self.lines) else ""

    @property
    def above(self) -> list[str]:
        """The lines as far as here."""
        return self.lines[: self.number + 1]

    @property
    def is_of_key(self) -> bool:
        """Whether it is its key's own colon; another one further on belongs to the value."""
        return "not allowed" in self.problem and self.line.find(":") == self.column


_Told = tuple[int, int, str, str, str]
"""Line and column from 0, code, message, remedy."""


def over(error: Any, text: str, path: PurePath, first_line: int) -> Finding:
    """The fault of a YAMLError in *text*, whose first line is the file's *first_line*."""
    here = _stumble(error, text.split("\n"))
    rules = (_in_its_rows, _in_its_spaces, _in_its_signs, _in_its_keys, _as_yaml_says)
    told = (rule(here) for rule in rules)
    number, column, code, message, remedy = next(filter(None, told))
    return Finding(code, message, remedy, Location(path, number + first_line, column + 1))


def _stumble(error: Any, lines: list[str]) -> _Stumble:
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
    said = f"{context} {problem}" if begun else f"{problem} {line}"
    inner = marks[0].line if begun and marks[0] else None
    return _Stumble(
        lines=lines, number=number, column=column, problem=problem, said=said, inner=inner
    )


_PASTED_ROW = re.compile(
    r"[^\s:;#\"'\[{-][^:;]*(?:;[^:;]*){2,}|[^\s:\t#\"'\[{-][^:\t]*(?:\t[^:\t]*){2,}"
)


def _in_its_rows(here: _Stumble) -> _Told | None:
    """A row of a table that was pasted, with semicolons or tabs between its cells."""
    for number in range(here.number, max(here.number - 3, -1), -1):
        if _PASTED_ROW.fullmatch(here.lines[number].rstrip()):
            message = f"a row of a table stands here, {here.lines[number].strip()!r}"
            remedy = "write each of its cells on a line of its own, as  key: value"
            return number, 0, "Y100", message, remedy
    return None


def _in_its_spaces(here: _Stumble) -> _Told | None:
    """Spaces that are missing, or others than YAML knows."""
    if "expected" in here.problem and (found := _tight(here.above)):
        number, tight = found
        message = f"no space stands behind the colon of {here.lines[number].strip()!r}"
        remedy = f"write  {tight[1].strip()} {tight[2]}"
        return number, tight.end(1), "Y100", message, remedy
    if found := _hard(here.above):
        number, hard = found
        message = "a no-break space stands here, as Word and web pages have it"
        return number, hard.start(1), "Y100", message, "type an ordinary space in its place"
    line = here.line
    if "\t" in line[: len(line) - len(line.lstrip())] or "\\t" in here.problem:
        remedy = "YAML wants spaces: replace it by two"
        return here.number, max(line.find("\t"), 0), "Y108", "a tab stands here", remedy
    return None


def _in_its_signs(here: _Stumble) -> _Told | None:
    """Quotation marks that nothing closes, and number signs."""
    if opened := _unclosed(here.above):
        return *opened, "Y110", _OPEN_QUOTE, _CLOSE_QUOTE
    if hashtag := _HASHTAG.search(here.line):
        message = f"YAML cannot read {here.line.strip()!r}"
        remedy = 'YAML reads # as a comment: put the hashtag in quotation marks, "#Example"'
        return here.number, hashtag.start(1), "Y107", message, remedy
    return None


def _in_its_keys(here: _Stumble) -> _Told | None:
    """Keys that stand too far in or out, or have no colon."""
    is_astray = "expected" in here.problem or here.is_of_key
    if is_astray and (depths := _depths(here.lines, here.number)):
        message = f"the line begins {_spaces(depths[0])} in, the one above {_spaces(depths[1])}"
        return here.number, here.column, "Y100", message, "begin the two below one another"
    if here.is_of_key and (open_ := _open(here.above)):
        number, name = open_
        column, message = len(here.lines[number].rstrip()), f"no colon stands behind {name!r}"
        return number, column, "Y100", message, f"write  {name}:"
    is_alone = re.search("not allowed|expected ':'", here.problem)
    if is_alone and (words := _colonless(here.lines, here.number)):
        number, key, value = words
        message, remedy = f"no colon stands behind {key!r}", f"write  {key}: {value}"
        if "expected" in here.problem and " " in value:
            # It may as well go on from the line above.
            remedy += ", or begin two spaces further in what goes on from the line above"
        return number, here.lines[number].index(key) + len(key), "Y100", message, remedy
    return None


def _as_yaml_says(here: _Stumble) -> _Told:
    if here.inner is not None and (told := _inside(here.lines[here.inner : here.inner + 1])):
        return here.inner, *told
    for pattern, code, message, remedy in _MEANT:
        if re.search(pattern, here.said):
            shown = message.format(line=here.line.strip(), mark=_opening(here.line, here.column))
            return here.number, here.column, code, shown, remedy
    message = f"YAML cannot read {here.line.strip()!r}: {here.problem}"
    remedy = "check the quotation marks, colons and indentation of this line and the one above"
    return here.number, here.column, "Y100", message, remedy


_QUOTE_BEGUN = re.compile(r"\s*(?:- )?[\w-]+:\s+(?:\"(?:[^\"\\]|\\.)*|'[^']*)$")
_KEY_BEGUN = re.compile(r"\s*(?:- )?[^\W\d_][\w-]*:(?:\s|$)")


def _unclosed(lines: list[str]) -> tuple[int, int] | None:
    """Where a quotation mark opens that no line closes before another key has one."""
    for number in range(len(lines) - 2, -1, -1):
        if _QUOTE_BEGUN.match(lines[number]):
            column = re.search("[\"']", lines[number]).start()  # type: ignore[union-attr]
            sign = lines[number][column]
            after = next((one for one in lines[number + 1 :] if sign in one), "")
            return (number, column) if _KEY_BEGUN.match(after) else None
    return None


_TWO_COLONS = re.compile(r"[{,]\s*[\w-]+:\s+([^\s\"'\[{][^,{}\[\]\"']*)(:)\s")
_GOES_ON = re.compile(r"[:,\[{]\s*(\"[^\"]*\"|'[^']*')\s*([^\s,\]}#:])")


def _inside(lines: list[str]) -> tuple[int, str, str, str] | None:
    """What is wrong with a value between brackets, where YAML tells of the brackets."""
    for line in lines:
        if two := _TWO_COLONS.search(line):
            return two.start(2), "Y109", f"a second colon in {two[0][1:].strip()!r}", _QUOTE_WHOLE
        if more := _GOES_ON.search(line):
            message = f"the text goes on after its closing quotation mark: {more[0][1:].strip()!r}"
            return more.start(2), "Y110", message, _OTHER_QUOTES
    return None


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
_WORDS = r"( *)([^\W\d_][\w-]*)(?: +|\uff1a *)([^:]+)$"


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
