"""Participles behind *avoir* in French: they follow an object that stands before, and no other."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.french import dictionary, forms, lookalikes
from pipeline.checks.french.dictionary import CELLS, INFINITIVE, OTHER, PARTICIPLE
from pipeline.checks.french.lexicon import DETERMINERS
from pipeline.checks.french.phrases import Fault, Phrase
from pipeline.checks.french.subjects import HAVING, NO_SUBJECTS, behind_adverbs

ALL_HAVING = HAVING | frozenset("ai as avons avez avais avions aviez aurai aurons ayant".split())
_OBJECTS = frozenset("le la les l’ l' nous vous me m’ m' te t’ t' en".split())
_OURS = frozenset("avons avez avions aviez aurons".split())
_TO_US = frozenset("nous vous m’ m' t’ t'".split())
_THEIR = frozenset("leur leurs son sa ses une un des".split())
"""Behind the participle they begin its object."""
_ASKING = frozenset("que qu’ qu' quel quelle quels quelles combien lesquels lesquelles".split())
_WHO = frozenset("nous vous ils elles on il elle j’ j'".split())
_ARTICLES = frozenset("le la les l’ l' un une notre nos votre vos".split())
_BEHIND = DETERMINERS.keys() | frozenset(
    "à au aux dans en par pour sur plus près comment pourquoi combien que qu’ qu' et . , ;".split()
)


def of_auxiliaries(phrase: Phrase) -> Iterator[Fault]:
    """`Ceux qui ont relus le texte`: behind avoir only an object that stands before counts."""
    if ALL_HAVING.isdisjoint(phrase.words):
        return
    for at, word in enumerate(phrase.words):
        if word not in ALL_HAVING:
            continue
        verb = behind_adverbs(phrase, at + 1)
        mask = phrase.mask(verb)
        found = mask >> PARTICIPLE & CELLS
        right = _invariable(phrase.word(verb), mask)
        if right:
            message = f"{phrase.words[verb]!r} never agrees"
            yield verb, verb, message, right
        if not found or found & 1 or mask & OTHER:
            continue
        if mask & CELLS and lookalikes.is_no_form(phrase.words[verb]):
            continue
        is_theirs = (
            word in HAVING and phrase.word(at - 1) in _TO_US and phrase.word(verb + 1) in _THEIR
        )
        if is_theirs or (not _has_object_before(phrase, at) and _has_object_behind(phrase, verb)):
            right = forms.agreeing(phrase.words[verb], 1)
            message = f"{phrase.words[verb]!r} does not agree behind {word!r}"
            yield verb, verb, message, right or "~it without agreement"


def _invariable(word: str, mask: int) -> str:
    """`Nous avons adhérés`: of what has no object, the dictionary has one form."""
    right = f"{word.rstrip('es')[:-1]}é" if word.endswith(("és", "ée", "ées")) else ""
    is_alone = right and dictionary.of(right) >> PARTICIPLE & CELLS == CELLS and not mask
    return right if is_alone else ""


def _has_object_before(phrase: Phrase, at: int) -> bool:
    before, is_subject = phrase.word(at - 1), phrase.words[at] in _OURS
    if is_subject and before in ("nous", "vous"):
        before = phrase.word(at - 2)
    if before in _OBJECTS:
        return True
    return not _ASKING.isdisjoint(phrase.words[:at]) and not _is_told(phrase, at)


def _is_told(phrase: Phrase, at: int) -> bool:
    """`En même temps que nous avons élargis les quais`: the object stands behind."""
    done = behind_adverbs(phrase, at + 1)
    is_theirs = phrase.word(at - 1) in _WHO and phrase.word(done + 1) in _ARTICLES
    return is_theirs and phrase.word(done + 2) not in NO_SUBJECTS


def _has_object_behind(phrase: Phrase, at: int) -> bool:
    behind = phrase.word(at + 1)
    if phrase.mask(at + 1) == INFINITIVE:
        return True  # `Ont dues adapter`.
    return behind in _BEHIND or behind[:1].isdigit() or at + 1 >= len(phrase.words)
