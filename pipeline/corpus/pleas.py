"""Short lines made of nothing but words that ask to wait, in whatever language.

Rows of forms hear what is usual. People write *Frei ab Mittwoch, 10 Uhr* as well, and *Közlési
tilalom július 1-ig*: no list of forms is ever long enough, but the words of which they are made are
few. A line in which there is any other word tells something, and asks for nothing.
"""

from __future__ import annotations

import functools
import operator
import re
import unicodedata
from collections.abc import Iterator, Mapping
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
_LIFTED = re.compile(r"\b(?:to|will) be lifted\b")
"""Of what was lifted nobody asks anything."""
_OTHER = re.compile(r"\b(?:s[ie][nm]|from|about|zum|vom|beim) (?:the )?embargo\b", re.IGNORECASE)
"""*Sin embargo, el 3 de diciembre …* has nothing to do with one, nor has a study *zum Embargo*."""
_TAG = re.compile(r"<[^<>\n]{1,60}>")
_ENTRY = re.compile(r"[-+*•] |\||```|~~~|:::|\[[^\]]*\]:|!\[")
"""What begins an entry of a list, a row of a table, a picture."""
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?")
_DATE = re.compile(
    r"\d{1,2}[./-]\d{1,2}(?:[./-](?:\d\d){1,2})?|\d{4}-\d\d-\d\d|(?:[01]?\d|2[0-4])[.][0-5]\d"
)
_BREAK = re.compile(r" [–—|-]{1,3} |[:.!?] |(?<=[\])]) ")
_END = re.compile(r" [–—|-]{1,3} |[.!?] ")
"""Where a sentence of a text ends; what follows a colon there may be an example."""
_FAR = LONGEST + 4
"""Letters from either end of a text within which a request begins or ends, with its dash."""
_SENTENCE = 200
"""Letters of a sentence that says of its text that it waits: it does so at its beginning."""
_ENDS_THERE = re.compile(r"(?:[^\w.,;!–—(]|_)*+(?:[.,;!–—(]|$)")
"""Behind *This text is under embargo*: nobody asks what for, or until when."""
_EMPHASIS = re.compile(r"([*_]{1,3})(?=\S)([^*_\n]{8,110})\1")
_BRACKETS = re.compile(r"[\[(]([^\[\]()\n]{8,110})[\])]")
Languages = int
"""A set of languages, one bit for each."""
ALL: Languages = -1
Words = dict[str, dict[str, Languages]]
"""Words, what they do in a request, and in which languages."""
ROLES = (
    *("no", "before", "until", "since", "publish", "open", "use", "air", "held", "shut", "secret"),
    *("hold", "copy", "this", "is", "of", "free", "only", "then", "hour", "day", "small"),
)


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

    >>> [is_request(one) for one in ("Közlési tilalom július 1-ig", "Not for use before 10 am")]
    [True, True]
    >>> [is_request(one) for one in ("Open from 10 am on 1 July", "Published on 1 July, 10:00")]
    [False, False]
    """
    if len(line) > LONGEST or _ENTRY.match(line):
        return False
    typed = _TAG.sub(" ", lettering.as_seen(line))
    if _OTHER.search(typed):
        return False
    alive, said = ALL, dict.fromkeys(ROLES, 0)
    for token in _TOKEN.findall(_LIFTED.sub("lifts", _MERIDIEM.sub(r"\1m", _folded(typed)))):
        anything, roles = _known(token)
        alive &= anything
        if not alive:
            return False
        for role, languages in roles:
            said[role] |= languages
    is_loud = typed.isupper() or (is_first and not typed.startswith("#"))
    return bool(alive & _asked(said, is_loud=is_loud, is_apart=is_apart or is_loud))


def is_of_itself(sentence: str) -> bool:
    """Whether a sentence begins with nothing but that its text waits, until whatever occasion.

    >>> is_of_itself("This text is under embargo until the mayor has spoken.")
    True
    >>> is_of_itself("The text of the oil embargo."), is_of_itself("A text under embargo is none.")
    (False, False)
    """
    folded = _MERIDIEM.sub(r"\1m", _folded(sentence[:_SENTENCE]))
    if _OTHER.search(folded):
        return False
    alive, said = ALL, dict.fromkeys(ROLES, 0)
    linked = waits = 0
    for token in _TOKEN.finditer(folded):
        anything, roles = _known(token[0])
        told = dict(roles)
        if waits & anything & _onward(told):
            return True
        alive &= anything
        if not alive:
            return False
        for role, languages in roles:
            said[role] |= languages
        # *This text is of the embargo* tells of another one.
        linked = (linked | told.get("is", 0)) & ~(told.get("of", 0) & ~said["held"])
        waits = alive & linked & said["held"] & said["copy"] & said["this"] & ~said["no"]
        if waits and told.get("held", 0) and _ENDS_THERE.match(folded, token.end()):
            return True
    return bool(waits)


def _onward(told: Mapping[str, Languages]) -> Languages:
    """In which languages a word says until when."""
    onward = ("until", "before", "then", "hour", "day")
    return functools.reduce(operator.or_, (told.get(role, 0) for role in onward), 0)


def _asked(said: Mapping[str, Languages], *, is_loud: bool, is_apart: bool) -> Languages:
    """In which languages the words ask: *no* and *before*, *held* and *until*, ..."""
    no, held, shut, hour = said["no"], said["held"], said["shut"], said["hour"]
    timed, limited = said["day"] | hour, said["until"] | said["before"]
    told, exact = said["publish"] | said["open"], hour & said["day"] & _where(is_apart)
    denied = (no & said["publish"]) | (no & shut & told)
    awaited = limited & said["then"]
    # A road may be closed until Friday, and nothing but words is confidential.
    secret = said["secret"] & limited & ~no
    untimed = ((held | denied) & (awaited | _where(is_loud))) | (shut & said["publish"] & awaited)
    untimed |= (secret | (said["only"] & said["publish"] & said["since"])) & said["then"]
    # *Embargo from 1 July* may be on oil.
    waits = held & (limited | hour | (_where(is_loud) & ~said["since"]))
    waits |= secret | (said["hold"] & ~no & (said["publish"] | (said["copy"] & limited)))
    meant = told | said["air"] | (hour & said["use"]) | exact
    not_yet = no & ~held & ((said["before"] & meant) | (said["until"] & told))
    # A road may be as well: *gesperrt bis Freitag, 10 Uhr*.
    closed = shut & ~(held | no) & limited & meant
    free = _freed(said, exact) & ~(held | no | shut)
    return (timed & (waits | not_yet | closed | free)) | (untimed & ~timed)


def _freed(said: Mapping[str, Languages], exact: Languages) -> Languages:
    """In which they say from when a text may be used: *Free for publication from 10 am*."""
    publish, hour, since = said["publish"], said["hour"], said["since"]
    used = publish | said["use"] | said["air"]
    allowed = (said["free"] | said["only"]) & used & (since | hour)
    return allowed | (publish & hour & since) | (exact & since & (used | said["free"]))


def _where(is_so: bool) -> Languages:
    return ALL if is_so else 0


@functools.lru_cache(maxsize=4096)
def _known(token: str) -> tuple[Languages, tuple[tuple[str, Languages], ...]]:
    """Which languages have a word, and what it does in each."""
    if token[0].isdigit():
        is_hour, is_day = _CLOCK.fullmatch(token), _DATE.fullmatch(token)
        return ALL, (("hour" if is_hour else "day" if is_day else "small", ALL),)
    whole, stems, inside = _table()
    begun = (stems.get(token[:length], {}) for length in range(1, len(token) + 1))
    within = (roles for part, roles in inside.items() if part in token)
    found: dict[str, Languages] = {}
    for roles in (whole.get(token, {}), *begun, *within):
        for role, languages in roles.items():
            found[role] = found.get(role, 0) | languages
    anything = functools.reduce(operator.or_, found.values(), 0)
    return anything, tuple(found.items())


@functools.cache
def _table() -> tuple[Words, Words, Words]:
    """Whole words, how words begin, and what stands in them: what they do, and where."""
    whole: Words = {}
    stems: Words = {}
    inside: Words = {}
    language, role, following = ALL, "", 1
    for line in TABLE.read_text("utf-8").splitlines():
        if line.startswith("["):
            language, following = (ALL, 1) if line == "[*]" else (following, following << 1)
        elif line and not line.startswith("#"):
            named, colon, words = line.rpartition(":")
            role = named if colon else role
            for word in words.split():
                kept = inside if word[0] == "*" else stems if word[-1] == "*" else whole
                roles = kept.setdefault(word.strip("*"), {})
                roles[role] = roles.get(role, 0) | language
    return whole, stems, inside


def _folded(text: str) -> str:
    """In small letters, without accents, as the table has them."""
    plain = text.casefold()
    if plain.isascii():
        return plain
    parted = unicodedata.normalize("NFKD", plain)
    return "".join(one for one in parted if unicodedata.category(one) != "Mn").translate(_LETTERS)
