"""A French sentence as a row of signs, one for each word: what kind of word stands there."""

from __future__ import annotations

from pipeline.checks.french.dictionary import (
    ADJECTIVE,
    CELLS,
    INFINITIVE,
    MANY,
    ONE,
    OTHER,
    PARTICIPLE,
    PRESENT,
    VERB,
)
from pipeline.checks.french.phrases import Phrase

_SMALL = {
    # Small words, each by its sign: these are the same in whatever sentence.
    "D": "cet cette ces mon ma mes ta tes sa ses notre nos votre vos leurs chaque au aux du des",
    "U": "un une",
    "Z": "ce",
    "S": "son ton",
    "K": "leur",
    "T": "le la les l’ l'",
    "o": "de d’ d'",
    "a": "à",
    "n": "en",
    "p": "dans sur par avec sans pour chez vers sous selon parmi malgré",
    "s": "se s’ s'",
    "r": "me m’ m' te t’ t'",
    "e": "ne n’ n'",
    "y": "y",
    "J": "il ils on je j’ j'",
    "L": "elle elles",
    "W": "nous vous",
    "c": "c’ c'",
    "C": "ça cela ceci",
    "q": "qui",
    "d": "dont",
    "w": "où",
    "u": "que qu’ qu'",
    "&": "et",
    "|": "ou",
    "m": "mais donc car or ni",
    "P": "pas jamais guère",
    "+": "plus très moins trop si aussi bien peu mieux assez tout tous toute toutes",
    "Q": "quand lorsque lorsqu’ lorsqu' puisque puisqu’ puisqu'",
    "E": "suis étais étions serai serais est sont était étaient sera seront serait seraient soit "
    "soient fut furent",
    "H": "a ont avait avaient aura auront aurait auraient ait aient",
    "B": "être",
    "b": "avoir",
    "t": "été",
    "G": "étant ayant",
    ".": ". ! ? …",
    ",": ', ; : ( ) – — - « » " “ ” / & [ ] | * + = % €',
}
_SIGNS = {word: sign for sign, words in _SMALL.items() for word in words.split()}
_KINDS = (
    # What a word may be, and the sign of one that may be nothing else.
    (CELLS, "N"),
    (CELLS << ADJECTIVE, "A"),
    (CELLS << PARTICIPLE | CELLS << ADJECTIVE, "F"),
    (ONE | MANY | VERB, "V"),
    (INFINITIVE, "I"),
    (PRESENT, "G"),
)
MIXED, UNKNOWN, NAME, FIGURE, MANNER, OF_OTHERS, SMALL = "X?^#MvO"


def row(phrase: Phrase) -> str:
    """The signs of its words.

    N noun, A adjective, F participle, V verb in a third person, v in another one, I infinitive,
    G present participle, M adverb in *-ment*, O another small word; X what may be several.
    """
    return "".join(map(_sign, phrase.words, phrase.masks))


def _sign(word: str, mask: int) -> str:
    small = _SIGNS.get(word)
    if small:
        return small
    if not mask:
        return FIGURE if word[0].isdigit() else NAME if word[0].isupper() else UNKNOWN
    if mask & OTHER:
        return MANNER if mask == OTHER and word.endswith("ment") else SMALL
    for kinds, sign in _KINDS:
        if not mask & ~kinds:
            return OF_OTHERS if sign == "V" and not mask & (ONE | MANY) else sign
    return MIXED
