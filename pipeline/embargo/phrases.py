"""Words as they compare, however they are set: no case, no accents, no hyphens of a line's end."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from urllib.parse import unquote

from pipeline.typography import LEFTWARD

RUN = 8
"""So many words in a row are nobody's by chance."""
SHORTEST = 4
"""Words of a short passage that give it away when all of them stand together."""
COINED = 5
"""Letters of a name that somebody made, at the least."""
HASHTAG = 10
"""Letters from which on several words are known that stand together, as a hashtag says them."""
ENDLESS = 30
"""Letters of what is no word, but words between which a page has lost its spaces."""
_WORD = re.compile(r"[^\W_]+")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Letters of Thai, Lao, Burmese, Khmer, Japanese and Chinese, which put no spaces between words."""
_PIECE = 3
"""Letters that stand for a word there, beginning at each letter."""
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u3164\uffa0\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufffe]"
)
_ACCENTS = re.compile(
    "[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u1dc0-\u1dff\u20d0-\u20f0]"
)
"""Marks over, under and between letters: a file's name and many a heading go without."""
_ALIKE = (
    ("асеорхуіјѕһԁԛԝ", "aceopxyijshdqw"),
    ("внкмт", "bhkmt"),
    ("οανιρκβεημτυχζ", "oavipkbehmtyxz"),
    ("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz"),
)
"""Letters of other scripts that look like Latin ones, and small capitals that are letters."""
_SPELT = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i"}
    | {0x1F150 + at: chr(97 + at) for at in range(26)}
    | {0x1F170 + at: chr(97 + at) for at in range(26)}
    | {0x1F1E6 + at: chr(97 + at) for at in range(26)}
    | {ord(theirs): ours for pair in _ALIKE for theirs, ours in zip(*pair, strict=True)}
)
_CUT = re.compile(r"(?<=\w)[-\u2010]\r?\n[ \t]*(?=\w)")
"""A word that goes on in the next line."""
_NOTED = re.compile(
    r"(?<=[^\W\d_])\d{1,2}\b|(?<=[^\W\d_][.,;:!?\u2019\u201d\u00bb)\"'])\d{1,2}\b"
    "|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+"
)
"""The number of a footnote, at the word or the sentence that it is about."""
_ASIDE = re.compile(r"\[\d{1,3}\]|[<(](?:https?://|mailto:|www\.)[^\s<>()]*[>)]")
"""What a letter without markup puts between words: numbers of notes, addresses of links."""
_GLUED = re.compile("(?<=[a-z0-9ß-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])")
"""Where a name stands at the end of another, as in a hashtag or where a page forgets a space."""
_CODED = re.compile(
    r"\\(?:u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{2})|([0-9a-fA-F]{2,6}) ?|[nrt])"
    r"|_x([0-9a-fA-F]{2,4})_"
)
"""Letters as scripts, style sheets and names in drawings and office files write them."""

Phrase = tuple[str, ...]


def words(text: str) -> list[str]:
    """
    >>> words("Wa\\u00adter’s <b>ÉDGE</b>, 2025-06_salt")
    ['water', 's', 'b', 'edge', 'b', '2025', '06', 'salt']
    """
    if not text.isascii():
        bare = unicodedata.normalize("NFKD", _UNSEEN.sub("", text))
        text = _ACCENTS.sub("", bare).casefold().translate(_SPELT)
        if _UNSPACED.search(text):
            return [piece for word in _WORD.findall(text) for piece in _pieces(word)]
    return _WORD.findall(text.casefold())


def _pieces(word: str) -> list[str]:
    """
    >>> _pieces("新しい橋"), _pieces("harbour")
    (['新しい', 'しい橋'], ['harbour'])
    """
    if len(word) <= _PIECE or not _UNSPACED.search(word):
        return [word]
    return [word[at : at + _PIECE] for at in range(len(word) - _PIECE + 1)]


def is_called(text: str, name: str) -> bool:
    """Whether *text* says the words of *name* with its capitals, or with more of them.

    >>> [is_called(said, "Zero waste Riga") for said in ("Our ZERO WASTE RIGA", "Zero waste riga")]
    [True, False]
    """
    plain, sought = _cased(text), _cased(name)
    for at, first in enumerate(plain):
        here = plain[at : at + len(sought)]
        if first.casefold() == sought[0].casefold() and len(here) == len(sought):
            pairs = list(zip(here, sought, strict=True))
            if all(
                a.casefold() == b.casefold() and a[0].isupper() >= b[0].isupper() for a, b in pairs
            ):
                return True
    return False


def _cased(text: str) -> list[str]:
    bare = unicodedata.normalize("NFKD", _UNSEEN.sub("", text))
    return _WORD.findall(_ACCENTS.sub("", bare))


def readings(text: str) -> Iterator[list[str]]:
    r"""The words as they stand; and as they are meant, where something stands between them.

    >>> [" ".join(said) for said in readings("the wa-\nter1 salt%20freeEdge")]
    ['the wa ter1 salt 20freeedge', 'the water salt free edge']
    >>> [" ".join(said) for said in readings("quay/2025%2D05%2Dsalt")]
    ['quay 2025 2d05 2dsalt', 'quay 2025 05 salt']
    """
    yield words(text)
    meant = _CODED.sub(_letter, text)
    for _ in range(3):
        if "%" in meant:
            meant = unquote(meant)
    meant = _GLUED.sub(" ", _NOTED.sub("", _CUT.sub("", meant)))
    if meant != text:
        yield words(meant)
    if (bare := _ASIDE.sub("", meant)) != meant:
        yield words(bare)


def turned(text: str) -> Iterator[list[str]]:
    """Arabic and Hebrew as they come out of a PDF: words or letters from left to right.

    >>> [" ".join(said) for said in turned("אבג דהו x")]
    ['גבא והד x', 'x דהו אבג', 'x והד גבא']
    """
    if leftward(text):
        lines = [words(line) for line in text.splitlines()]
        mirrored = [[w[::-1] if leftward(w) else w for w in line] for line in lines]
        yield [word for line in mirrored for word in line]
        yield [word for line in lines for word in reversed(line)]
        yield [word for line in mirrored for word in reversed(line)]


def leftward(text: str) -> bool:
    """Whether any of it is written from right to left."""
    return LEFTWARD.search(text) is not None


def _letter(code: re.Match[str]) -> str:
    number = int(next(filter(None, code.groups()), "20"), 16)
    return chr(number) if number < 0x110000 else " "


def runs(said: list[str]) -> Iterator[Phrase]:
    return (tuple(said[at : at + RUN]) for at in range(len(said) - RUN + 1))


def tells(phrase: Phrase) -> bool:
    """Whether so few words name one thing only; a date or a single word does not.

    >>> tells(("9", "june", "2025")), tells(("the", "forum", "opens")), tells(("herring",))
    (False, True, False)
    """
    letters = [word for word in phrase if not word.isdigit()]
    return len(letters) > 1 or (len(phrase) >= SHORTEST and bool(letters))


def is_coined(name: str) -> bool:
    """Whether one word by itself is a name that somebody made: no text says it by chance.

    >>> [is_coined(name) for name in ("PRACTICIES", "SafeQuays", "Quay2030", "Herring")]
    [True, True, True, False]
    """
    made = sum(letter.isupper() for letter in name) > 1 or any(map(str.isdigit, name))
    return made and len(name) >= COINED and any(map(str.isalpha, name)) and len(words(name)) == 1


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases that are looked for, each with those whom it gives away."""

    owners: Mapping[Phrase, frozenset[str]]
    by_beginning: Mapping[str, frozenset[int]]
    """First word -> how long the phrases are that begin with it."""

    run_together: Mapping[str, tuple[Phrase, ...]] = field(default_factory=dict)
    """First letters -> the phrases that begin with them, if nothing is between their words."""

    @classmethod
    def of(cls, owners: Mapping[Phrase, Iterable[str]]) -> Phrases:
        lengths: dict[str, set[int]] = {}
        spelt: dict[str, list[Phrase]] = {}
        for phrase in owners:
            lengths.setdefault(phrase[0], set()).add(len(phrase))
            if len(letters := "".join(phrase)) >= COINED:
                spelt.setdefault(letters[:COINED], []).append(phrase)
        return cls(
            {phrase: frozenset(names) for phrase, names in owners.items()},
            {word: frozenset(found) for word, found in lengths.items()},
            {beginning: tuple(found) for beginning, found in spelt.items()},
        )

    def found(self, text: str) -> Iterator[Phrase]:
        """Every phrase that stands in *text*."""
        for said in (*readings(text), *turned(text)):
            for at, word in enumerate(said):
                for length in self.by_beginning.get(word, ()):
                    phrase = tuple(said[at : at + length])
                    if phrase in self.owners:
                        yield phrase
            yield from self._spelt(said)

    def _spelt(self, said: list[str]) -> Iterator[Phrase]:
        """Every phrase whose words are cut, or joined: by a designer's wide letters, by a tag."""
        text = "".join(said)
        ends = {end: number for number, end in enumerate(accumulate(map(len, said)), 1)}
        at = 0
        for number, word in enumerate(said):
            is_endless = len(word) > ENDLESS
            for begin in range(at, at + (len(word) if is_endless else 1)):
                for phrase in self.run_together.get(text[begin : begin + COINED], ()):
                    letters = "".join(phrase)
                    if text.startswith(letters, begin):
                        pieces = ends.get(begin + len(letters), 0) - number
                        is_whole = begin == at and pieces > 0 and _is_cut(phrase, pieces)
                        if is_whole or (is_endless and len(phrase) >= RUN):
                            yield phrase
            at += len(word)


def _is_cut(phrase: Phrase, pieces: int) -> bool:
    """Whether so many pieces can be nothing else than the phrase."""
    letters = sum(map(len, phrase))
    are_apart = pieces > 2 and 2 * pieces >= letters
    return are_apart or (len(phrase) > 2 and letters >= HASHTAG)


NOTHING = Phrases({}, {})
