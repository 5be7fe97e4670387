"""Short lines made of nothing but words that ask to wait, in whatever language.

Rows of forms hear what is usual. People write *Frei ab Mittwoch, 10 Uhr* as well, and *Közlési
tilalom július 1-ig*: no list of forms is ever long enough, but the words of which they are made are
few. A line in which there is any other word tells something, and asks for nothing.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pipeline.corpus import lettering
from pipeline.corpus.withheld import Stray
from pipeline.errors import Location
from pipeline.frontmatter import Node, Parts, Scalar, Table

LONGEST = 110
"""Letters of a line, or of a few."""
TABLE = Path(__file__).with_name("pleas.txt")
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i"})
"""What Unicode takes for letters of their own, and people type without their strokes."""
_TOKEN = re.compile(r"\d[\d.:/-]*\d|\d|[^\W\d_]+")
_MERIDIEM = re.compile(r"\b([ap])\. ?m\b\.?")
_TAG = re.compile(r"<[^<>\n]{1,60}>")
_ENTRY = re.compile(r"[-+*•] |\||```|~~~|:::|\[[^\]]*\]:|!\[")
"""What begins an entry of a list, a row of a table, a picture."""
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?")
_DATE = re.compile(
    r"\d{1,2}[./-]\d{1,2}(?:[./-](?:\d\d){1,2})?|\d{4}-\d\d-\d\d|(?:[01]?\d|2[0-4])[.][0-5]\d"
)
_BREAK = re.compile(r" [–—|-]{1,3} |[:.!?] |(?<=[\])]) ")
_EMPHASIS = re.compile(r"([*_]{1,3})(?=\S)([^*_\n]{8,110})\1")
_FAR = LONGEST + 4
_END = re.compile(r" [–—|-]{1,3} |[.!?] ")
_BRACKETS = re.compile(r"[\[(]([^\[\]()\n]{8,110})[\])]")
_EVERY = "*"
"""What is the same in each language."""
Roles = Mapping[str, frozenset[str]]
"""What a word does in a request, by language: `no`, `until`, `publish`, ..."""


def requests(parts: Parts) -> Iterator[Stray]:
    """Each request to wait that stands by itself in a text, or before or behind all else."""
    yield from headed(parts.head)
    blocks = [*_blocks(parts.body)]
    for number, (line, block) in enumerate(blocks):
        is_first, is_last = number == 0, number == len(blocks) - 1
        said = _said(block, is_first=is_first, is_last=is_last)
        if found := next(said, "").strip():
            where = Location(parts.head.where.path, parts.body_line + line, 1)
            yield Stray(found, "?", where, is_embargo=True, is_key=False)


def _said(block: list[str], *, is_first: bool, is_last: bool) -> Iterator[str]:
    """The requests of a paragraph: its whole text, or a part of the first or the last one."""
    text = " ".join(block)
    pieces = [text]
    if is_first or is_last:
        pieces += [block[0], block[-1], *_BRACKETS.findall(text)]
        pieces += (text[one.end() :] for one in _END.finditer(text, max(0, len(text) - _FAR)))
    if is_first:
        pieces += [one[2]] if (one := _EMPHASIS.match(text)) else []
        # A box, as Word and InDesign have it, is a table of one cell.
        pieces += block[0].split("|") if block[0].startswith("|") else []
    yield from (one for one in pieces if is_request(one, is_first=is_first))
    if is_first:
        yield from _asking(text)


def headed(node: Node) -> Iterator[Stray]:
    """What a title says of it, in brackets, before a dash or behind one."""
    if isinstance(node, Scalar):
        text = node.text
        ends = (text[one.end() :] for one in _BREAK.finditer(text, max(0, len(text) - _FAR)))
        asking = [*_asking(text), *filter(_is_apart, (text, *ends))]
        if asking:
            yield Stray(asking[0].strip(), "?", node.where, is_embargo=True, is_key=False)
    else:
        for one in node.entries.values() if isinstance(node, Table) else node.items:
            yield from headed(one)


def _asking(text: str) -> Iterator[str]:
    """What asks in brackets, or before a colon or a dash."""
    yield from (one for one in _BRACKETS.findall(text) if is_request(one, is_first=True))
    begins = (text[: one.start()] for one in _BREAK.finditer(text[:_FAR]))
    yield from filter(_is_apart, begins)


def _is_apart(piece: str) -> bool:
    return is_request(piece, is_apart=any(map(str.isdigit, piece)))


def _blocks(body: str) -> Iterator[tuple[int, list[str]]]:
    """What stands between empty lines: at which line it begins, and its lines."""
    begun: list[str] = []
    number = 0
    for number, line in enumerate([*body.split("\n"), ""]):
        if line.strip():
            begun.append(line.strip())
        elif begun:
            yield number - len(begun), begun
            begun = []


def is_request(line: str, *, is_first: bool = False, is_apart: bool = False) -> bool:
    """Whether a line says nothing but that its text is to wait.

    What names neither a day nor an hour does so before all else, or in capitals; what may be said
    of a door or a road, there or where it stands apart from other words.

    >>> [is_request(one) for one in ("Közlési tilalom július 1-ig", "Not before 10 am on 1 July")]
    [True, True]
    >>> [is_request(one) for one in ("Open from 10 am on 1 July", "Published on 1 July, 10:00")]
    [False, False]
    """
    if len(line) > LONGEST or _ENTRY.match(line):
        return False
    typed = _TAG.sub(" ", lettering.as_seen(line))
    tokens = _TOKEN.findall(_MERIDIEM.sub(r"\1m", _folded(typed)))
    is_loud = typed.isupper() or (is_first and not typed.startswith("#"))
    is_apart = is_apart or is_loud
    readings = _readings(tokens)
    return any(_is_asked(one, is_loud=is_loud, is_apart=is_apart) for one in readings)


def _readings(tokens: list[str]) -> Iterable[set[str]]:
    """What all the words do, for each language that has every one of them."""
    said: dict[str, set[str]] | None = None
    for token in tokens:
        known = _known(token)
        if said is None:
            said = {language: set(roles) for language, roles in known.items()}
        else:
            both = said.keys() & known.keys()
            said = {language: said[language] | known[language] for language in both}
        if not said:
            break
    return (said or {}).values()


def _is_asked(roles: set[str], *, is_loud: bool, is_apart: bool) -> bool:
    """What follows from its words: *no* and *before*, *held* and *until*, *publish* and *since*."""
    has_hour, is_limited = "hour" in roles, bool(roles & {"until", "before"})
    is_told = bool(roles & {"publish", "open"})
    if not roles & {"day", "hour"}:
        is_then = is_limited and "then" in roles
        is_denied = {"no", "publish"} <= roles or (is_told and {"no", "shut"} <= roles)
        return ("held" in roles or is_denied) and (is_then or is_loud)
    if "held" in roles:
        # *Embargo from 1 July* may be on oil.
        return is_limited or has_hour or (is_loud and "since" not in roles)
    is_exact = has_hour and is_apart and "day" in roles
    if "no" in roles:
        is_meant = is_told or "air" in roles or (has_hour and "use" in roles) or is_exact
        return ("before" in roles and is_meant) or ("until" in roles and is_told)
    if "shut" in roles:
        # A road may be as well: *gesperrt bis Freitag, 10 Uhr*.
        return is_limited and (is_told or "air" in roles or is_exact)
    return _is_free(roles, is_apart=is_apart)


def _is_free(roles: set[str], *, is_apart: bool) -> bool:
    """Whether it says from when a text may be used: *Free for publication from 10 am*."""
    is_told, has_hour, is_from = "publish" in roles, "hour" in roles, "since" in roles
    is_used = is_told or bool(roles & {"use", "air"})
    if roles & {"free", "only"} and is_used and (is_from or has_hour):
        return True
    is_exact = is_apart and has_hour and is_from and "day" in roles
    return (has_hour and is_from and is_told) or (is_exact and (is_used or "free" in roles))


@functools.lru_cache(maxsize=4096)
def _known(token: str) -> Roles:
    if token[0].isdigit():
        is_hour, is_day = _CLOCK.fullmatch(token), _DATE.fullmatch(token)
        return _everywhere("hour" if is_hour else "day" if is_day else "small")
    whole, stems, inside = _table()
    found: dict[str, set[str]] = {}
    begun = (stems.get(token[:length], {}) for length in range(1, len(token) + 1))
    within = (roles for part, roles in inside.items() if part in token)
    for known in (whole.get(token, {}), *begun, *within):
        for language, roles in known.items():
            for one in _languages() if language == _EVERY else (language,):
                found.setdefault(one, set()).update(roles)
    return {language: frozenset(roles) for language, roles in found.items()}


@functools.cache
def _everywhere(role: str) -> Roles:
    return dict.fromkeys(_languages(), frozenset({role}))


Words = dict[str, dict[str, set[str]]]


@functools.cache
def _table() -> tuple[Words, Words, Words]:
    """Whole words, how words begin, and what stands in them: by language, what they do."""
    whole: Words = {}
    stems: Words = {}
    inside: Words = {}
    language = role = ""
    for line in TABLE.read_text("utf-8").splitlines():
        if line.startswith("["):
            language = line.strip("[]")
        elif line and not line.startswith("#"):
            named, colon, words = line.rpartition(":")
            role = named if colon else role
            for word in words.split():
                kept = inside if word[0] == "*" else stems if word[-1] == "*" else whole
                kept.setdefault(word.strip("*"), {}).setdefault(language, set()).add(role)
    return whole, stems, inside


@functools.cache
def _languages() -> frozenset[str]:
    spoken = {language for kept in _table() for known in kept.values() for language in known}
    return frozenset(spoken - {_EVERY})


def _folded(text: str) -> str:
    """In small letters, without accents, as the table has them."""
    plain = text.casefold()
    if plain.isascii():
        return plain
    parted = unicodedata.normalize("NFKD", plain)
    return "".join(one for one in parted if unicodedata.category(one) != "Mn").translate(_LETTERS)
