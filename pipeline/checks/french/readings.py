"""What a French word may be where it stands: the word before it often leaves one reading."""

from __future__ import annotations

from pipeline.checks.french.dictionary import (
    ADJECTIVE,
    CELLS,
    INFINITIVE,
    PARTICIPLE,
    PRESENT,
    VERB,
)

NOMINAL = CELLS | CELLS << ADJECTIVE | CELLS << PARTICIPLE
_BEFORE_NOUNS = frozenset(
    "un une des du au aux cet cette ces mon ton son ma ta sa mes tes ses notre nos votre vos leurs "
    "chaque quelques de d’ d' à par pour sans avec dans sur sous chez vers parmi selon depuis "
    "quel quelle quels quelles".split()
)
"""No verb in a person follows them."""
_BEFORE_VERBS = frozenset("il on ils je j’ j' tu n’ n' ne se s’ s' qui".split())
"""Nothing but a verb follows them, or another small word."""
_EITHER = frozenset("le la les l’ l' leur".split())
_SAY_NOUN = frozenset(
    "de d’ d' à par pour sans avec dans sur sous chez vers parmi selon depuis entre contre "
    "après avant pendant durant malgré dès hors via lorsque lorsqu’ quand si puisque "
    "tous toutes tout toute est sont ; : . « –".split()
)
"""Behind one of them, an article is no pronoun before a verb in a person."""
_SAY_VERB = _BEFORE_VERBS | frozenset("nous vous y me m’ m' te t’ t'".split())
_EACH = frozenset("une la cette chaque toute aucune quelle".split())
_PRONOUNS = frozenset(["elle", "elles", "cela"])
_BEFORE_SUBJECTS = frozenset(
    "que qu’ qu' lorsqu’ lorsqu' quand car mais puisqu’ puisqu' où dont et , : ; « ".split()
)


def narrow(words: list[str], masks: list[int], is_begun: bool) -> None:
    """Takes from words that may be noun and verb what they cannot be behind their neighbours.

    It *is_begun* with a capital: before its first article there is no subject.
    """
    for at, mask in enumerate(masks):
        if words[at] == "personne" and at and words[at - 1] in _EACH:
            masks[at] = mask & NOMINAL  # Not nobody.
        elif mask & VERB and mask & NOMINAL and at:
            before = words[at - 1]
            if before in _BEFORE_NOUNS or (before == "ce" and mask & 1 and words[at] != "reste"):
                masks[at] = mask & ~VERB
            elif before in _BEFORE_VERBS or (at == 1 and before in ("nous", "vous")):
                masks[at] = mask & ~NOMINAL
            elif before in _EITHER:
                masks[at] = mask & _behind_either(words, masks, at, is_begun)
            elif before in _PRONOUNS and (at == 1 or words[at - 2] in _BEFORE_SUBJECTS):
                masks[at] = mask & ~NOMINAL


def _behind_either(words: list[str], masks: list[int], at: int, is_begun: bool) -> int:
    """What a word may be behind *les*, which is article or pronoun."""
    if at == 1:
        return ~VERB if is_begun else ~0
    if words[at - 2] in _SAY_NOUN:
        return ~VERB
    if words[at - 2] in _SAY_VERB:
        return ~NOMINAL
    is_verb = masks[at - 2] and not masks[at - 2] & ~(VERB | INFINITIVE | PRESENT)
    return ~VERB if is_verb else ~0
