"""A text as a row of signs, one for each word: what it is, or all that it may be."""

from __future__ import annotations

from collections import defaultdict

from pipeline.checks.english import words
from pipeline.checks.sheet import OBJECT, Block, Sentence, Sheet
from pipeline.checks.signs import is_running
from pipeline.frozen import dataclass
from pipeline.sought import sought

_SMALL = {
    "a": "a an",
    "t": "the",
    "s": "this",
    "S": "these those",
    "h": "that",
    "K": "which",
    "e": "each every another",
    "q": "many several few various numerous two three four five six seven eight nine ten eleven "
    "twelve fifteen twenty thirty forty fifty sixty eighty",
    "P": "my our your their its his whose",
    "H": "her",
    "1": "one",
    "k": "some any no all most more such enough much less other both either neither half fewer own",
    "o": "of",
    "w": "between",
    "T": "to",
    "i": "into at from with by for in on among amongst during within without towards toward "
    "against about across under over through throughout behind beyond beside besides near upon "
    "onto despite via per like off above below along around inside outside alongside up down out",
    "B": "after before since until till as than",
    "M": "will would can could may might must shall should cannot can't won't couldn't wouldn't "
    "shouldn't mustn't",
    "d": "do does did",
    "f": "don't doesn't didn't",
    "b": "be",
    "I": "is was isn't wasn't",
    "R": "are were aren't weren't",
    "N": "been",
    "G": "being having",
    "m": "am",
    "V": "have haven't",
    "Z": "has hasn't",
    "D": "had hadn't",
    "y": "we they",
    "U": "you i",
    "x": "he she",
    "X": "it",
    "u": "them us him me himself herself itself themselves ourselves yourself yourselves myself "
    "others ours theirs yours mine",
    "Q": "everyone everybody someone somebody anyone anybody nobody nothing everything something "
    "anything",
    "c": "and or nor",
    "C": "if when because while although though whereas unless once whether",
    "j": "but yet so except",
    "L": "who",
    "l": "whom where how why what whatever whichever whoever wherever",
    "A": "not never also always often still already now then just only even rather quite very too "
    "soon again ever here together almost perhaps however therefore thus instead maybe well",
    "E": "there",
}  # fmt: skip
_SIGN = {word: sign for sign, told in _SMALL.items() for word in told.split()}
_NAMES = frozenset(["May", "Will"])
"""Names that other words are written like."""
FIRST = 0x4000
"""What a word of none of these may be is told by this letter and those behind it."""
NAME, FIGURE, UNKNOWN, STOP = "O", "#", "%", "."
TOKEN = sought(
    r"[A-Za-zÀ-ɏ’'-]+(?:[/–][a-z]{4,}|\.[a-z]{2,})*(?:\(e?s\))?\+?|[0-9][0-9.,]*[0-9]|[^ \w]|\w"
)


class _Signs(dict[str, str]):
    """Each word as it is typed, once it was met."""

    def __missing__(self, typed: str) -> str:
        sign = self[typed] = _sign(typed)
        return sign


def _sign(typed: str) -> str:
    if not typed[0].isalpha():
        return _of_no_letters(typed)
    small = typed.lower().replace("’", "'")
    if small in _SIGN and typed not in _NAMES and not (typed.isupper() and typed != "I"):
        return _SIGN[small]
    if typed[0].lower() != typed[0]:
        return NAME
    if not (small.isascii() and small.isalpha()):
        return UNKNOWN
    told = words.of(small)
    return UNKNOWN if told == words.OTHER else chr(FIRST + told)


def _of_no_letters(typed: str) -> str:
    if typed[0].isdigit():
        return FIGURE
    if typed in ',?"“”()\n':
        return typed
    return UNKNOWN if typed[0] in f"{OBJECT}’'" and typed != "’" else STOP


SIGNS = _Signs()


@dataclass(frozen=True, slots=True)
class Found:
    """Where signs stand in a text."""

    block: Block
    sentence: Sentence
    places: list[tuple[int, int]]
    """Of each word of the sentence."""
    at: int
    """The sign of the first one."""

    def span(self, begin: int, end: int) -> tuple[int, int]:
        first, last = max(begin - self.at, 0), min(end - self.at, len(self.places)) - 1
        return self.places[first][0], self.places[last][1]


class Parsed:
    """The sentences of a sheet, each a line of signs."""

    def __init__(self, sheet: Sheet) -> None:
        passages = sheet.phrases_in("en").passages
        self.passages = [
            one for one in passages if is_running(one[0]) or one[0].kind in ("field", "heading")
        ]
        text = "".join([f"\n{_uncapped(sentence.text)}" for _, sentence in self.passages])
        self.tokens = TOKEN.findall(text)
        self.signs = "".join(map(SIGNS.__getitem__, self.tokens))
        self.unknown = sorted(token for token in set(self.tokens) if SIGNS[token] == UNKNOWN)
        self._found: dict[int, Found] = {}

    def beginning(self, sign: int) -> int:
        """The sign before the sentence in which one stands."""
        return self.signs.rfind("\n", 0, sign + 1)

    def found(self, at: int) -> Found:
        """The sentence behind that sign."""
        # Several rules look into one sentence, and most find that it is right.
        if at not in self._found:
            block, sentence = self.passages[self.signs.count("\n", 0, at)]
            places = [found.span() for found in TOKEN.finditer(_uncapped(sentence.text))]
            self._found[at] = Found(block, sentence, places, at + 1)
        return self._found[at]


def _uncapped(text: str) -> str:
    """The sentence with a small letter at its beginning, if its first word is no abbreviation."""
    text = text.replace("\n", " ")
    return text[0].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


def unknown_in_cells(sheet: Sheet) -> set[str]:
    """The words of short cells that no list has: these are no sentences."""
    cells = (one for one in sheet.blocks_in("en").passages if one.kind == "cell" and one.text)
    tokens = {token for one in cells for token in TOKEN.findall(_uncapped(one.text))}
    return {token for token in tokens if SIGNS[token] == UNKNOWN}


def parsed(sheet: Sheet) -> Parsed:
    if "parsed" not in sheet.noted:
        sheet.noted["parsed"] = Parsed(sheet)
    return sheet.noted["parsed"]  # type: ignore[no-any-return]


# Kinds of words, for rules --------------------------------------------------------------------


def kind(some: str, none: str = "") -> str:
    """The inside of a class of signs: words that may be one of *some*, and none of *none*."""
    told = set[str]().union(*map(_MAY_BE.__getitem__, some))
    return "".join(sorted(told.difference(*map(_MAY_BE.__getitem__, none))))


def _may_be() -> dict[str, set[str]]:
    """What a word may be, by its letter -> the signs that say so: hundreds of kinds are asked."""
    signs: dict[str, set[str]] = defaultdict(set)
    for number, told in enumerate(words.TOLD):
        for letter in told:
            signs[letter].add(chr(FIRST + number))
    return signs


_MAY_BE = _may_be()


def only(some: str, of: str = "") -> str:
    """Words that may be one of *some*, and nothing besides *of*, save persons and comparatives."""
    return kind(some, "".join(one for one in "npbzdvgjrmw" if one not in some + of))
