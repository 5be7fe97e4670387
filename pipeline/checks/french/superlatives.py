"""Superlatives in French, and an adjective about two nouns."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.french import forms
from pipeline.checks.french.dictionary import (
    CELLS,
    INFINITIVE,
    OTHER,
    PARTICIPLE,
    PRESENT,
    VERB,
    adjectival,
)
from pipeline.checks.french.groups import NEVER_BEHIND
from pipeline.checks.french.lexicon import DETERMINERS
from pipeline.checks.french.phrases import Fault, Phrase

_THE = {"les": 0b1100, "aux": 0b1100, "la": 0b0010}
_DEGREES = frozenset("plus moins mieux".split())
_NO_ADJECTIVES = OTHER | INFINITIVE
_FEMININE_MANY, _MASCULINE = 0b1000, 0b0101


def of_superlatives(phrase: Phrase) -> Iterator[Fault]:
    """`Les réponses les plus fréquente`: the article says how many there are."""
    words = phrase.words
    for at in range(len(words) - 2):
        if words[at + 1] not in _DEGREES or words[at] not in _THE:
            continue
        word, mask, wanted = words[at + 2], phrase.masks[at + 2], _THE[words[at]]
        found = adjectival(mask)
        if not found or found & wanted or mask & _NO_ADJECTIVES or word in NEVER_BEHIND:
            continue
        if mask & PRESENT and phrase.word(at + 3) in DETERMINERS:
            continue
        before = phrase.mask(at - 1) & CELLS if at else 0
        cells = (before & wanted) or (phrase.mask(at + 3) & CELLS & wanted) or wanted
        message = f"{word!r} does not agree with '{words[at]} {words[at + 1]}'"
        yield at + 2, at + 2, message, forms.agreeing(word, cells) or "~another form"


def of_couples(phrase: Phrase) -> Iterator[Fault]:
    """`Les villes et comtés interrogées`: of a masculine and a feminine, it is masculine."""
    for at in range(3, len(phrase.words)):
        mask = phrase.masks[at]
        if adjectival(mask) != _FEMININE_MANY or mask & (VERB | _NO_ADJECTIVES):
            continue
        if mask & CELLS and not phrase.words[at].endswith("ées"):
            continue
        near, first = phrase.masks[at - 1], at - 3
        if phrase.words[at - 2] in DETERMINERS and phrase.words[at - 2] not in ("des", "aux"):
            first -= 1
        if phrase.word(first + 1) != "et" or first < 0:
            continue
        other = phrase.masks[first]
        is_masculine = near & CELLS and not near & (CELLS & ~_MASCULINE | OTHER | VERB)
        is_feminine = other & CELLS and not other & (_MASCULINE | OTHER | VERB | CELLS << 4)
        if is_masculine and is_feminine and not near >> PARTICIPLE & CELLS:
            word = phrase.words[at]
            message = f"{word!r} does not agree with {phrase.words[at - 1]!r}"
            yield at, at, message, forms.agreeing(word, 0b0100) or "~the masculine"
