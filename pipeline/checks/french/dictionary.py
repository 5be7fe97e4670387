"""Every word of French, and what each may be: noun, adjective, participle, verb, or another one."""

from __future__ import annotations

import functools
from pathlib import Path

from pipeline.checks.dictionary import Dictionary

CELLS = 0b1111
"""One of a kind for each gender and number: masculine and feminine of one, then of many."""
NOUN, ADJECTIVE, PARTICIPLE = 0, 4, 8
"""How far their cells are shifted."""
_PERSON = 12
ONE, MANY = 0b100 << _PERSON, 0b100000 << _PERSON
"""The third persons of a verb."""
VERB = 0b111111 << _PERSON
INFINITIVE, PRESENT, OTHER = (1 << at for at in (18, 19, 20))


def of(word: str) -> int:
    """What *word*, in small letters, may be, a bit for each; nothing if it is unknown.

    >>> bin(of("ville")), of("sont") == MANY, of("développer") == INFINITIVE, of("vill")
    ('0b10', True, True, 0)
    """
    return WORDS.of(word) or 0


def alike(word: str) -> tuple[str, ...]:
    """The words that are *word* but for their accents, cedillas and ligatures.

    >>> alike("evenement"), alike("coeur"), alike("ville"), alike("vill")
    (('évènement', 'événement'), ('cœur',), (), ())
    """
    return WORDS.alike(word)


_PLAIN = str.maketrans("àâäáãéèêëîïíôöóùûüúçñÿ", "aaaaaeeeeiiiooouuuucny") | {
    ord("œ"): "oe",
    ord("æ"): "ae",
}


def bare(word: str) -> str:
    """*word* as it is typed where no accents are at hand."""
    return word if word.isascii() else word.translate(_PLAIN)


def nominal(mask: int) -> int:
    """The cells of a word as a noun, an adjective or a participle."""
    return (mask | mask >> ADJECTIVE | mask >> PARTICIPLE) & CELLS


def adjectival(mask: int) -> int:
    """Its cells as an adjective or a participle."""
    return (mask >> ADJECTIVE | mask >> PARTICIPLE) & CELLS


_KINDS = {"N": NOUN, "A": ADJECTIVE, "P": PARTICIPLE}
_GENDERS, _NUMBERS = {"m": 0b0101, "f": 0b1010, "e": CELLS}, {"s": 0b0011, "p": 0b1100, "i": CELLS}
_OTHERS = {"I": INFINITIVE, "G": PRESENT, "O": OTHER}


@functools.cache
def _mask(told: str) -> int:
    found = 0
    for one in told.split(","):
        if one[0] in _KINDS:
            found |= (_GENDERS[one[1]] & _NUMBERS[one[2]]) << _KINDS[one[0]]
        elif one[0] == "V":
            found |= sum(1 << _PERSON + int(person) - 1 for person in one[1:])
        else:
            found |= _OTHERS[one]
    return found


WORDS = Dictionary(Path(__file__).with_name("dictionary.txt"), _mask, bare)
