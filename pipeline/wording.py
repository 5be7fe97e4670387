"""The facts in a text: `{{ facts.members }}` is looked up, escaped and put in its place.

A source is never a template. Between the braces stands the name of a value and nothing else.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator

from pipeline.errors import Finding, Location
from pipeline.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Value:
    """What a look-up found: the words, and what kind of words they are."""

    text: str
    kind: str = "text"
    """`text`; `markdown`, a text with emphasis; `url` or `email`, which become links where they
    stand alone; or `untold`: it is declared, but what it looks up itself cannot be found."""


Find = Callable[[str], Value | None]
"""The value of a dotted name, or None."""
Known = Callable[[], Iterable[str]]
"""Every name there is, for a guess at what was meant."""

MOST_COMPARED = 1000
MOST_GUESSED = 20
"""Unknown names in one text for which we look for what was meant: each is compared with all."""

LOOK_UP = re.compile(r"(\\?)\{\{((?:(?!\{\{).)*?)\}\}", re.DOTALL)
"""Up to the next that begins: else each that is never closed would be looked for to the end."""
_NAME = re.compile(r"(?<!\w)[A-Za-z_]\w*(?:\.\w+)+")
_SINGLE = re.compile(rf"(?<![{{\\])\{{[ \t]*({_NAME.pattern})[ \t]*\}}(?!\}})")
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~^{}])")
_IN_ADDRESS = re.compile(
    r"(?:\]\(|<|^\[[^\]]+\]:\s*|https?://|www\.|mailto:)[^\s)>]*$", re.MULTILINE
)
_IN_LINK = re.compile(r"(?<!\\)\[[^\[\]\n]*$")
_EMPHASIS = re.compile(r"(?<!\w)(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)")
_STOP = re.compile(r"\.(?![.\w])")
_LIST = re.compile(r"\d+[.)]?|[+-]")
"""What Markdown takes for the beginning of a list where it stands first in a line."""


def one_line(text: str) -> str:
    """*text* without its line ends; the spaces that do not break stay as they are."""
    if "  " in text or not text.isprintable():
        text = re.sub(r"[ \t\r\n]+", " ", text)
    return text.strip(" ")


def names(text: str) -> Iterable[str]:
    """The dotted names that *text* looks up."""
    for braces in LOOK_UP.finditer(text):
        if not braces[1] and _NAME.fullmatch(braces[2].strip()):
            yield braces[2].strip()


def resolve(
    text: str, find: Find, known: Known, where: Location
) -> tuple[str, tuple[Finding, ...]]:
    """*text* as Markdown with every look-up replaced, and what could not be found.

    *where* is the place of the first letter of *text*.
    """

    def written(value: Value, before: str) -> str:
        return _escaped(value, before)

    return _replaced(text, find, known, where, written, "&#123;&#123;{}&#125;&#125;")


def plain(text: str, find: Find, known: Known, where: Location) -> tuple[str, tuple[Finding, ...]]:
    """*text* with its look-ups replaced and nothing escaped, for values that are not Markdown."""

    def written(value: Value, before: str) -> str:
        return _in_address(value) if _IN_ADDRESS.search(before) else _bare(value)

    return _replaced(text, find, known, where, written, "{{{{{}}}}}")


def _replaced(
    text: str,
    find: Find,
    known: Known,
    where: Location,
    written: Callable[[Value, str], str],
    braces: str,
) -> tuple[str, tuple[Finding, ...]]:
    findings: list[Finding] = []
    meant: dict[str, str] = {}

    def guessed(name: str) -> str:
        if name not in meant:
            meant[name] = _meant(name, known()) if len(meant) < MOST_GUESSED else ""
        return meant[name]

    def replaced(found: re.Match[str]) -> str:
        if found[1]:
            return braces.format(found[2])
        name = found[2].strip()
        place = _place(text, found.start(), where)
        if not _NAME.fullmatch(name):
            findings.append(_no_look_up(name, place, known))
            return ""
        value = find(name)
        if value is None or value.kind == "untold":
            findings.append(_untold(name, place) if value else _unknown(name, guessed(name), place))
            return ""
        before = text[max(0, found.start() - 500) : found.start()]
        words = written(value, LOOK_UP.sub("x", before))
        # A day in Hungarian ends in a stop, and so does *Ltd.*: a sentence that it ends has one.
        return words.removesuffix(".") if _STOP.match(text, found.end()) else words

    if "{" not in text:
        return text, ()
    made = LOOK_UP.sub(replaced, text)
    return made, (*findings, *_unclosed(text, where), *_halved(text, find, where))


def _escaped(value: Value, before: str) -> str:
    if _IN_ADDRESS.search(before):
        return _in_address(value)
    words = one_line(value.text)
    is_address = value.kind in ("url", "email") and not re.search(r"[<>\s]", words)
    if is_address and not _IN_LINK.search(before):
        return f"<{words}>"
    if value.kind == "markdown":
        escaped = words
    else:
        escaped = _SPECIAL.sub(r"\\\1", words.replace("&", "&amp;"))
    if not before.rpartition("\n")[2].strip(" >") and _LIST.match(words):
        return f"&#{ord(words[0])};{escaped[1:]}"
    return escaped


def _bare(value: Value) -> str:
    return _EMPHASIS.sub(r"\2", value.text) if value.kind == "markdown" else value.text


def _in_address(value: Value) -> str:
    return re.sub(r"[()<>\s]", lambda found: f"%{ord(found[0]):02X}", _bare(value).strip())


@functools.lru_cache(maxsize=1)
def _line_ends(text: str) -> list[int]:
    return [end.start() for end in re.finditer("\n", text)]


def _place(text: str, start: int, where: Location) -> Location:
    ends = _line_ends(text)
    line = bisect_left(ends, start)
    column = start - (ends[line - 1] if line else -1)
    if line == 0 and where.column:
        column += where.column - 1
    return Location(where.path, (where.line or 1) + line, column)


def _untold(name: str, place: Location) -> Finding:
    message = f"{name!r} cannot be told: what it looks up is not there, or leads back to it"
    return Finding("F100", message, "mend its own entry", place)


def _unclosed(text: str, where: Location) -> Iterator[Finding]:
    rest = LOOK_UP.sub(lambda found: " " * len(found[0]), text)
    if begun := re.search(r"(?<!\\)\{\{", rest):
        remedy = "write }} after the name; to print two braces, write \\{{"
        message = "the look-up that begins here is never closed"
        yield Finding("F101", message, remedy, _place(text, begun.start(), where))


def _halved(text: str, find: Find, where: Location) -> Iterator[Finding]:
    for braces in _SINGLE.finditer(text):
        if find(braces[1]):
            message = f"{braces[0]} stands between single braces, and would be printed so"
            remedy = f"write {{{{ {braces[1]} }}}}"
            yield Finding("F101", message, remedy, _place(text, braces.start(), where))


def _no_look_up(name: str, place: Location, known: Known) -> Finding:
    shown = " ".join(name.split())
    shown = shown if len(shown) <= 40 else f"{shown[:40]}…"
    # An id of the agenda or of contacts.yaml may have a hyphen, its look-up never.
    joined = name.replace("-", "_")
    remedy = (
        f"write {{{{ {joined} }}}}: in a look-up an underscore stands for the hyphen"
        if joined != name and "." in name and _NAME.fullmatch(joined)
        else "only names stand between braces, like {{ facts.members }}; "
        "to print two braces, write \\{{"
    )
    if _WORD.fullmatch(joined) and (meant := _entries(joined, known())):
        remedy = f"write {' or '.join(meant)}"
    return Finding("F101", f"{{{{ {shown} }}}} is not a look-up", remedy, place)


_WORD = re.compile(r"[A-Za-z_]\w*")


def _entries(name: str, known: Iterable[str]) -> list[str]:
    """The look-ups of what somebody names without saying where it is declared."""
    return [f"{{{{ {one} }}}}" for one in sorted(known) if one.partition(".")[2] == name][:2]


def likely(name: str, known: Iterable[str]) -> list[str]:
    """Of very many names those that begin alike: looking closely at all takes too long."""
    names = list(known)
    if len(names) > MOST_COMPARED:
        head, dot, rest = name.partition(".")
        names = [one for one in names if one.startswith(f"{head}{dot}{rest[:1]}")]
    return names[:MOST_COMPARED]


def _meant(name: str, known: Iterable[str]) -> str:
    import difflib

    return "".join(difflib.get_close_matches(name, likely(name, known), n=1, cutoff=0.6))


def _unknown(name: str, meant: str, place: Location) -> Finding:
    remedy = f"did you mean {meant!r}?" if meant else "declare it, or write the words themselves"
    return Finding("F100", f"nothing is declared as {name!r}", remedy, place)
