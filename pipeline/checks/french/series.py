"""Several names before one verb in French: together they are many."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.french import forms
from pipeline.checks.french.dictionary import CELLS, MANY, ONE, OTHER, VERB
from pipeline.checks.french.phrases import Fault, Phrase

_JOINTS = frozenset([",", "et"])
_WITHIN = frozenset("le la les l’ l' de d’ d' du des ( ) -".split())
_CLITICS = frozenset("se s’ s' ne n’ n' y en lui leur".split())
_FEWEST = 3


def of_series(phrase: Phrase) -> Iterator[Fault]:
    """`Ptuj, Tampere et Mayo remporte le prix`."""
    words, names, joints = phrase.words, 0, []
    if phrase.masks[0] or not phrase.first[:1].isupper():
        return
    for at, word in enumerate(words):
        mask = phrase.masks[at]
        if word in _JOINTS:
            if "et" in joints:
                return
            joints.append(word)
        elif word[:1].isupper():
            names += at == 0 or words[at - 1] in _JOINTS or words[at - 1] in _WITHIN
        elif (mask & VERB and not mask & (CELLS | OTHER)) or word in _CLITICS:
            yield from _of_verb(phrase, at, names, joints)
            return
        elif not (word in _WITHIN or (mask & CELLS and not mask & (OTHER | VERB))):
            return


def _of_verb(phrase: Phrase, at: int, names: int, joints: list[str]) -> Iterator[Fault]:
    while phrase.word(at) in _CLITICS:
        at += 1
    mask, is_whole = phrase.mask(at), joints[-1:] == ["et"] and joints.count(",") >= 1
    if is_whole and names >= _FEWEST and mask & ONE and not mask & (MANY | ~VERB):
        right = forms.of_many(phrase.words[at]) or "~the plural"
        yield at, at, f"{phrase.words[at]!r} does not follow its subjects", right
