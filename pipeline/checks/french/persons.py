"""The persons of a verb in French: what follows `je`, `nous`, `qui`."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.french import forms
from pipeline.checks.french.dictionary import (
    ADJECTIVE,
    CELLS,
    INFINITIVE,
    MANY,
    ONE,
    OTHER,
    PRESENT,
    VERB,
    nominal,
)
from pipeline.checks.french.groups import PLURAL, SINGULAR
from pipeline.checks.french.lexicon import DETERMINERS
from pipeline.checks.french.phrases import Fault, Phrase
from pipeline.checks.french.subjects import CLITICS, LINKS, behind_adverbs

_ALONE = {
    **dict.fromkeys("elle lui celui celle".split(), ONE),
    **dict.fromkeys("elles eux ceux celles".split(), MANY),
}
_ADJECTIVES = CELLS << ADJECTIVE
_FIRST = ONE >> 2
_PERSONS = {
    "qui": ONE | MANY, "je": _FIRST, "j’": _FIRST, "j'": _FIRST, "tu": _FIRST << 1,
    "nous": ONE | MANY | _FIRST << 3, "vous": ONE | MANY | _FIRST << 4,
}  # fmt: skip
ME = frozenset("moi toi nous vous".split())


def of_persons(phrase: Phrase) -> Iterator[Fault]:
    """`Qui réponds`, `vous y trouverai`, `je peut`: each person has its own form."""
    if _PERSONS.keys().isdisjoint(phrase.words):
        return
    for at, word in enumerate(phrase.words):
        if word == "nous":
            yield from _of_us(phrase, at)
        wanted = _PERSONS.get(word)
        if not wanted or (at and word in ("nous", "vous")):
            continue
        verb = at + 1
        if phrase.word(verb) == "," and "," in phrase.words[verb + 1 : verb + 8]:
            verb = phrase.words.index(",", verb + 1) + 1  # `Les rameurs qui, le soir, rament`.
        while phrase.word(verb) in CLITICS:
            verb += 1
        mask, before = phrase.mask(verb), phrase.word(at - 1)
        if word == "qui":
            wanted = _antecedent(phrase, at)
            mask &= VERB if wanted in (ONE, MANY) and not mask & OTHER else ~0
            if phrase.word(verb) in ("sommes", "êtes") and phrase.word(verb + 1) in ME:
                continue  # `Qui sommes nous`.
        if word in _I and _is_no_verb(mask) and not phrase.mask(at - 1) & VERB:
            yield verb, verb, f"{phrase.words[verb]!r} is no verb of {word!r}", "~its verb"
        if not mask & VERB or mask & (~VERB | wanted):
            continue
        is_ours = before in ME or not ME.isdisjoint(phrase.words[at + 1 : verb])
        is_ours = is_ours and before not in ("ce", "ceux", "celles")
        if not (word == "qui" and (is_ours or before in LINKS)):
            said = phrase.words[verb]
            turned = {MANY: forms.of_many, ONE: forms.of_one}.get(wanted)
            right = (turned(said) if turned else "") or "~its person"
            yield verb, verb, f"{said!r} does not follow {word!r}", right


_I = frozenset("je j’ j' tu".split())


def _is_no_verb(mask: int) -> bool:
    """`Je début`, `j’enrichie`, `je créé`."""
    return bool(mask) and not mask & (VERB | OTHER | PRESENT | INFINITIVE)


_SUBJECTS = frozenset("ils elles qui que qu’ qu' dont où eux".split())


def _of_us(phrase: Phrase, at: int) -> Iterator[Fault]:
    """`Nous obtiendront un résultat`: nobody else is there who could do it."""
    verb = at + 1
    while phrase.word(verb) in _BETWEEN:
        verb += 1
    said, behind = phrase.word(verb), phrase.word(behind_adverbs(phrase, verb + 1))
    if not said.endswith("ront") or phrase.mask(verb) != MANY or behind in _MANY:
        return
    first = at
    while first and phrase.words[first - 1][:1].isalpha():
        first -= 1
    before = [near for near in range(first, at) if phrase.words[near] not in _ALL]
    is_alone = not any(
        phrase.words[near] in _SUBJECTS
        or phrase.words[near][:1].isupper()
        or nominal(phrase.masks[near]) & PLURAL
        for near in before
    )
    if is_alone and not behind[:1].isupper():
        yield verb, verb, f"{said!r} does not follow 'nous'", f"{said[:-1]}s"


_ALL = frozenset("tous toutes".split())
_BETWEEN = frozenset("ne n’ n' y en".split())
_MANY = frozenset(
    "les des ces nos ses leurs deux trois quatre plusieurs certains ceux celles".split()
)
"""`Nous manqueront toujours les amis`: the subject comes behind."""


def _antecedent(phrase: Phrase, at: int) -> int:
    """Which persons may follow *qui*: `les enfants qui`, but not `un des enfants qui`."""
    before, mask, small = phrase.word(at - 1), phrase.mask(at - 1), phrase.word(at - 2)
    further = phrase.word(at - 3)
    is_named = before in ("celui", "celle", "ceux", "celles") or small in ("est", "sont")
    if before == "ce" and small != "est":
        return ONE
    if before in _ALONE and is_named:
        return _ALONE[before]
    cells = mask & CELLS & DETERMINERS.get(small, 0)
    if small == "des" and further in ("sont", "étaient", "seront"):
        return MANY if cells and not mask & (_ADJECTIVES | OTHER | VERB) else ONE | MANY
    is_free = further not in LINKS and further not in ("et", "ou", "ni", ",")
    if not cells or mask & (_ADJECTIVES | OTHER | VERB) or small in LINKS or not is_free:
        return ONE | MANY
    return MANY if not cells & SINGULAR else ONE if not cells & PLURAL else ONE | MANY
