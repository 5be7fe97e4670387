"""Commas in French that part a verb from its subject, and those that a group lacks."""

from __future__ import annotations

from pipeline.checks.french.dictionary import CELLS, MANY, ONE, OTHER, PARTICIPLE, VERB, nominal
from pipeline.checks.french.groups import PLURAL, SINGULAR
from pipeline.checks.french.lexicon import DETERMINERS, LED
from pipeline.checks.french.phrases import Phrase
from pipeline.checks.french.subjects import (
    BEING,
    ENDING,
    HAVING,
    LINKS,
    NO_SUBJECTS,
    is_verb,
    is_verbless,
    of_group,
    verb,
)

_ROWED = frozenset("les nos vos ces leurs ses".split())
_IT_IS = (["c’", "est"], ["c'", "est"], ["ce", "sont"], ["c’", "était"], ["c'", "était"])
_LONGEST = 12
"""So many words a subject has that is brought in before *c'est*."""


def parted(phrase: Phrase) -> int:
    """`Le conseil municipal, a voté`: where the comma stands between a subject and its verb."""
    words = phrase.words
    if words[0] not in DETERMINERS or words[0] in LINKS or "," not in words[2:]:
        return 0
    comma = words.index(",", 2)
    is_sure = phrase.word(comma + 1) in BEING | HAVING
    if "," in words[comma + 1 :] and not is_sure:
        return 0  # `Le vent, dit le maire, tombe`.
    joined = Phrase(words[:comma] + words[comma + 1 :], _without(phrase, comma), phrase.first)
    subject = of_group(joined, 0)
    if subject is None or subject.last != comma - 1:
        return 0
    said = verb(joined, comma)
    if said is None:
        return 0
    wanted = (ONE if subject.cells & SINGULAR else 0) | (MANY if subject.cells & PLURAL else 0)
    return comma if joined.masks[said] & wanted else 0


def _without(phrase: Phrase, at: int) -> list[int]:
    return phrase.masks[:at] + phrase.masks[at + 1 :]


def of_row(phrase: Phrase) -> int:
    """`Passer les caps les îles et les ports`: where the second of three stands, and no comma."""
    words = phrase.words
    for at in range(2, len(words) - 3):
        article = words[at]
        if article not in _ROWED or not _is_noun(phrase, at + 1):
            continue
        first = at - 1 if words[at - 2] == article else at - 2
        begins = phrase.word(first - 1) == article and _is_noun(phrase, first)
        if not begins or words[first] in NO_SUBJECTS:
            continue
        if first < at - 1 and not nominal(phrase.masks[at - 1]):
            continue
        behind = at + 2 if phrase.word(at + 2) == "et" else at + 3
        is_row = phrase.word(behind) == "et" and phrase.word(behind + 1) == article
        if is_row and (behind == at + 2 or nominal(phrase.masks[at + 2])):
            return at
    return 0


def _is_noun(phrase: Phrase, at: int) -> bool:
    mask = phrase.mask(at)
    return bool(mask & CELLS) and not mask & (ONE | MANY | OTHER)


def before_it_is(phrase: Phrase) -> int:
    """`Le sport c'est la santé`: where *c'est* takes up a subject, and no comma stands."""
    words = phrase.words
    for at in range(1, min(len(words) - 1, _LONGEST)):
        if words[at] in ENDING or words[at] == ",":
            return 0
        if words[at : at + 2] in _IT_IS and _is_brought_in(phrase, at):
            return at
    return 0


def _is_brought_in(phrase: Phrase, at: int) -> bool:
    words = phrase.words
    if at == 1:
        is_name = not phrase.masks[0] and phrase.first[:1].isupper() and len(phrase.first) > 2
        return is_name and words[0] not in LINKS
    if words[0] not in DETERMINERS or words[0] in LINKS or words[1] in NO_SUBJECTS:
        return False
    is_group = is_verbless(phrase, 0, at) and all(
        nominal(mask) or word in DETERMINERS or word in LINKS or word in LED or word.istitle()
        for word, mask in zip(words[:at], phrase.masks[:at], strict=True)
    )
    return is_group and bool(nominal(phrase.masks[at - 1]) or words[at - 1].istitle())


def behind_aside(phrase: Phrase) -> int:
    """`Le parc, ouvert en mai accueille`: where the verb stands before which a comma is missing."""
    words = phrase.words
    if words[0] not in DETERMINERS or words[0] in LINKS or words.count(",") != 1:
        return 0
    comma, head = words.index(","), 2 if words[1] in LED else 1
    cells = phrase.mask(head) & CELLS & DETERMINERS[words[0]]
    if not cells or phrase.mask(head) & OTHER or not is_verbless(phrase, 0, comma):
        return 0
    if words[head] in NO_SUBJECTS:
        return 0
    if phrase.word(comma + 1) == "qui":
        return _second_verb(phrase, comma + 1, cells)
    mask = phrase.mask(comma + 1)
    is_done = mask >> PARTICIPLE & cells and not mask & (CELLS | OTHER | VERB)
    for at in range(comma + 2, len(words)) if is_done else ():
        if words[at] in ENDING or words[at] in ("et", "ou"):
            return 0
        if is_verb(phrase, at, False):
            return _first_word(phrase, at) if _follows(phrase, at, cells) else 0
    return 0


def _second_verb(phrase: Phrase, at: int, cells: int) -> int:
    """`La ville, qui a un port rame`."""
    first = verb(phrase, at + 1)
    for near in range(first + 1, len(phrase.words)) if first else ():
        if phrase.words[near] in ENDING or phrase.words[near] in ("et", "ou"):
            return 0
        if is_verb(phrase, near, False):
            return _first_word(phrase, near) if _follows(phrase, near, cells) else 0
    return 0


def _follows(phrase: Phrase, at: int, cells: int) -> bool:
    wanted = (ONE if cells & SINGULAR else 0) | (MANY if cells & PLURAL else 0)
    before = phrase.words[_first_word(phrase, at) - 1]
    return bool(phrase.masks[at] & wanted) and before not in DETERMINERS and before not in LINKS


def _first_word(phrase: Phrase, at: int) -> int:
    while phrase.words[at - 1] in _SMALL:
        at -= 1
    return at


_SMALL = frozenset("ne n’ n' se s’ s' y en lui leur nous vous".split())
