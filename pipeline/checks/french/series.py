"""Several names before one verb in French: together they are many."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from pipeline.checks.french import forms
from pipeline.checks.french.dictionary import (
    CELLS,
    INFINITIVE,
    MANY,
    ONE,
    OTHER,
    PRESENT,
    VERB,
    adjectival,
    nominal,
)
from pipeline.checks.french.groups import PLURAL, SINGULAR
from pipeline.checks.french.lexicon import DETERMINERS, LED, NUMERALS
from pipeline.checks.french.phrases import Fault, Phrase
from pipeline.checks.french.subjects import LINKS, NO_SUBJECTS, is_verbless, of_group, verb

_JOINTS = frozenset([",", "et"])
_WITHIN = frozenset("le la les l’ l' de d’ d' du des ( ) -".split())
_CLITICS = frozenset("se s’ s' ne n’ n' y en lui leur".split())
_FEWEST = 3
_LISTING = frozenset(
    "le la les l’ l' un une des ce cette ces son sa ses leur leurs notre nos".split()
)


def of_series(phrase: Phrase) -> Iterator[Fault]:
    """`Ptuj, Tampere et Mayo remporte le prix`."""
    words, names, joints = phrase.words, 0, []
    if not phrase.masks[0] & VERB and phrase.masks[0] & PLURAL:
        yield from _of_nouns(phrase)
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


def _of_nouns(phrase: Phrase) -> Iterator[Fault]:
    """`Pêcheurs, élus et services municipaux se réunit`: many, and none has an article."""
    joints: list[str] = []
    at = 0
    while nominal(phrase.mask(at)) & PLURAL and not phrase.mask(at) & (OTHER | VERB):
        while nominal(phrase.mask(at)) & PLURAL and not phrase.mask(at) & (OTHER | VERB):
            at += 1
        if phrase.word(at) not in _JOINTS or "et" in joints:
            yield from _of_verb(phrase, at, len(joints) + 1, joints)
            return
        joints.append(phrase.words[at])
        at += 1


def _of_verb(phrase: Phrase, at: int, names: int, joints: list[str]) -> Iterator[Fault]:
    while phrase.word(at) in _CLITICS:
        at += 1
    mask, is_whole = phrase.mask(at), joints[-1:] == ["et"] and joints.count(",") >= 1
    if is_whole and names >= _FEWEST and mask & ONE and not mask & (MANY | ~VERB):
        right = forms.of_many(phrase.words[at]) or "~the plural"
        yield at, at, f"{phrase.words[at]!r} does not follow its subjects", right


def of_listed(phrase: Phrase) -> Iterator[Fault]:
    """`Un port, des quais et une rue fera`: each of them has its article."""
    words = phrase.words
    if words[0] not in _LISTING or "," not in words or "et" not in words:
        return
    joint = words.index("et")
    parts = [0, *(at + 1 for at in range(joint) if words[at] == ","), joint + 1]
    if len(parts) < _FEWEST or not all(phrase.word(at) in _LISTING for at in parts):
        return
    if phrase.word(parts[-1]) == "des" != words[0]:
        return  # `La note des rameurs, des élus et des villes`.
    ends = [*(at - 1 for at in parts[1:]), joint]
    nouns = [phrase.mask(at + 1) for at in parts]
    are_things = all(mask & CELLS and not mask & OTHER for mask in nouns)
    if not are_things or not all(map(partial(is_verbless, phrase), parts, ends)):
        return
    last = of_group(phrase, parts[-1])
    at = verb(phrase, last.last + 1) if last and words[1] not in NO_SUBJECTS else None
    if at is not None and phrase.masks[at] & ONE and not phrase.masks[at] & MANY:
        right = forms.of_many(words[at]) or "~the plural"
        yield at, at, f"{words[at]!r} does not follow its subjects", right


def of_either(phrase: Phrase) -> Iterator[Fault]:
    """`Quatre villes rejoint le réseau`: neither as a verb nor as a participle it fits."""
    cells, at = DETERMINERS.get(phrase.words[0], 0), 1
    if not cells & PLURAL or cells & SINGULAR or phrase.words[0] in LINKS - {"des"}:
        return
    while phrase.word(at) in LED or phrase.word(at) in NUMERALS:
        at += 1
    cells &= phrase.mask(at) & CELLS
    mask, behind = phrase.mask(at + 1), phrase.word(at + 2)
    found = adjectival(mask)
    is_either = mask & ONE and found and not mask & (MANY | OTHER | INFINITIVE | PRESENT | CELLS)
    is_object = behind in _OBJECTS or behind[:1].isupper()
    if not (cells and is_either and is_object) or found & cells:
        return
    if is_verbless(phrase, at + 2, len(phrase.words)):
        said, noun = phrase.words[at + 1], phrase.words[at]
        right = forms.of_many(said) or "~another form"
        yield at + 1, at + 1, f"{said!r} does not follow its subject {noun!r}", right


_OBJECTS = frozenset("le la les l’ l' un une ce cette ces son sa ses leur leurs".split())
