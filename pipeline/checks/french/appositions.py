"""Participles and adjectives in French that stand behind a noun, or before it with a comma."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.french import forms, lexicon, lookalikes
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
    adjectival,
    nominal,
)
from pipeline.checks.french.groups import (
    NEVER_BEHIND,
    PLURAL,
    SINGULAR,
    is_bare,
    is_ending,
    is_manifold,
    is_shared,
)
from pipeline.checks.french.lexicon import DETERMINERS, ONLY_LED
from pipeline.checks.french.phrases import Fault, Phrase
from pipeline.checks.french.subjects import BEING, HAVING, LINKS, is_verbless, of_group, verb

_NOT_ADJECTIVES = VERB | OTHER | INFINITIVE | PRESENT
_VERBS = VERB | INFINITIVE | PRESENT
_NOT_NOUNS = VERB | OTHER | CELLS << PARTICIPLE
_NO_HEADS = frozenset("fois été air suite minimum maximum".split())
_DEGREES = frozenset("non plus très moins bien mieux peu trop assez".split())
_JOINED = frozenset("et ou , / - – — & ni".split())
_AGENTS = frozenset("par de d’ d' du des à au aux en dans pour sur avec".split())
_SET = frozenset(
    "vu excepté passé passée attendu entendu supposé compris mis dit fini terminé inclus joint "
    "étant considéré contrairement pris venu venue".split()
)
"""At the beginning of a sentence they belong to what follows, or to nothing."""
_THEIRS = frozenset("mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs".split())
_CONTRACTED = frozenset("des aux au du".split())
_HE = {"il": 0b0001, "elle": 0b0010, "ils": 0b0100, "elles": 0b1000}


def of_behind(phrase: Phrase) -> Iterator[Fault]:
    """`Les données recueilli auprès des usagers`, `des espaces publics accessible`."""
    words = phrase.words
    for at, mask in enumerate(phrase.masks):
        found = adjectival(mask)
        if not found or not at or (mask & _NOT_ADJECTIVES and not _is_done(phrase, at)):
            continue
        is_after = words[at - 1] == "," and mask >> PARTICIPLE & CELLS
        if not is_after and _is_noun(words[at], mask) and not is_ending(phrase, at, PLURAL):
            continue
        is_led = (words[at - 1] in _DEGREES or _is_manner(phrase, at - 1)) and not found & PLURAL
        before = at - 2 if is_led else at - 1
        if words[before] == "," and mask >> PARTICIPLE & CELLS and phrase.word(at + 1) in _AGENTS:
            is_said = unfitting(phrase, before - 1, found) == 0 and phrase.first[:1].isupper()
        elif words[before] == "et":
            is_said = _is_second(phrase, at, found)
        else:
            is_agent = phrase.word(at + 1) == "par"
            may = _may_stand(phrase, at, found)
            start = unfitting(phrase, before, found, is_agent) if may else None
            is_said = start is not None and not _is_of_verb(phrase, start, mask)
        if is_said:
            yield from _told(phrase, at)


_OFTEN = frozenset("parfois souvent toujours encore déjà".split())


def _is_manner(phrase: Phrase, at: int) -> bool:
    """`Des impacts parfois dramatique`, `les villes fortement touchée`."""
    word = phrase.words[at]
    return word in _OFTEN or (word.endswith("ment") and phrase.masks[at] == OTHER)


_OBJECTLESS = frozenset(", . ; : )".split())


def _is_done(phrase: Phrase, at: int) -> bool:
    """`Une liste d’usages interdit.`: as a verb it would need an object."""
    mask = phrase.masks[at]
    is_verb = mask & ONE and not mask & (_NOT_ADJECTIVES & ~VERB | MANY)
    is_done = mask >> PARTICIPLE & 0b0001 and phrase.mask(at - 1) & CELLS & PLURAL
    return bool(is_verb and is_done) and phrase.word(at + 1) in _OBJECTLESS


def _is_noun(word: str, mask: int) -> bool:
    """Whether it may be one: `un employé`, but hardly `un développé`."""
    if not adjectival(mask) & PLURAL and is_bare(word, mask, PLURAL):
        return False
    return bool(mask & CELLS) and (
        not mask >> PARTICIPLE & CELLS or lookalikes.is_no_form(word) or not word.endswith(_É)
    )


def _is_of_verb(phrase: Phrase, start: int, mask: int) -> bool:
    """`Sera par la suite testé`, `a pour la ville compté`."""
    near = phrase.words[max(0, start - 3) : start]
    is_helped = not (HAVING.isdisjoint(near) and BEING.isdisjoint(near))
    return bool(mask >> PARTICIPLE & CELLS) and is_helped


_É = ("é", "és", "ée", "ées")


def _may_stand(phrase: Phrase, at: int, found: int) -> bool:
    word, behind = phrase.words[at], phrase.word(at + 1)
    if word in NEVER_BEHIND or word in ONLY_LED or is_manifold(word):
        return False
    if is_shared(phrase, at, found):
        return False
    # `Un covoiturage courte distance`.
    return not nominal(phrase.mask(at + 1)) & found or behind in LINKS or behind in DETERMINERS


def unfitting(phrase: Phrase, last: int, found: int, is_bare: bool = False) -> int | None:
    """Where the nouns begin to which a word behind *last* may belong, if it fits none of them.

    If it *is_bare*, the first noun of the sentence may do without an article.
    """
    if not phrase.masks[last] & _NOMINAL or phrase.words[last] in DETERMINERS:
        return None
    is_noun, start = False, None
    for at in range(last, -1, -1):
        word, mask = phrase.words[at], phrase.masks[at]
        before = phrase.word(at - 1)
        if word in DETERMINERS and (word not in LINKS or word in _CONTRACTED):
            is_free = word not in LINKS or not (at and nominal(phrase.mask(at - 1)))
            if not _genders(nominal(phrase.mask(at + 1))) & _genders(DETERMINERS[word]):
                return None  # `Le litre`: the dictionary knows less.
            if before in _JOINED or before == "puis" or before[:1].isupper():
                return None
            start = at if is_free else None
            if is_free and (before not in LINKS or word in _CONTRACTED):
                break
        elif at and (word in LINKS or word[0].isdigit()):  # `Un sentier de 4,5 kilomètres`.
            if phrase.masks[at - 1] & _VERBS and not nominal(phrase.masks[at - 1]):
                break
            start = None
        elif nominal(mask) and not mask & (OTHER | ONE | MANY | INFINITIVE):
            if nominal(mask) & found or word in _NO_HEADS:
                return None
            is_noun = is_noun or bool(mask & CELLS)
            is_alone = is_bare or not mask & SINGULAR
            if not at and is_alone and not mask & _NOT_NOUNS and phrase.first[:1].isupper():
                start = 0  # `Rétrospectives hebdomadaire`.
        else:
            return None
    return start if is_noun else None


def _genders(cells: int) -> int:
    return (cells | cells >> 2) & SINGULAR


_NOMINAL = CELLS | CELLS << ADJECTIVE | CELLS << PARTICIPLE


def _is_second(phrase: Phrase, at: int, found: int) -> bool:
    """`Une stratégie globale et cohérent`."""
    first, noun = phrase.mask(at - 2), phrase.mask(at - 3)
    cells, is_done = noun & CELLS, phrase.masks[at] >> PARTICIPLE & CELLS
    if not cells or is_done or noun & (OTHER | VERB) or first & _NOT_ADJECTIVES:
        return False
    if nominal(phrase.mask(at + 1)) or unfitting(phrase, at - 3, found) is None:
        return False
    cells &= DETERMINERS.get(phrase.word(at - 4), cells)
    is_shared_by_two = adjectival(first) & found  # `Les ministres français et italien`.
    return bool(adjectival(first) & cells) and not (found & cells or is_shared_by_two)


def _told(phrase: Phrase, at: int) -> Iterator[Fault]:
    noun = next(
        near
        for near in range(at - 1, -1, -1)
        if phrase.masks[near] & CELLS and not phrase.masks[near] & OTHER
    )
    cells = phrase.masks[noun] & CELLS
    cells &= DETERMINERS.get(phrase.word(noun - 1), cells) or cells
    right = forms.agreeing(phrase.words[at], cells) or "~another form"
    yield at, at, f"{phrase.words[at]!r} does not agree with {phrase.shown(noun)!r}", right


def of_first(phrase: Phrase) -> Iterator[Fault]:
    """`Fondé en 1987, l'association compte 250 membres`."""
    mask, words = phrase.mask(0), phrase.words
    found = adjectival(mask)
    if not found or mask & (ONE | MANY | OTHER | PRESENT | INFINITIVE) or words[0] in _SET:
        return
    if (mask | phrase.mask(1)) & CELLS and not mask >> PARTICIPLE & CELLS:
        return  # `Chers collègues, notre ville reçoit`.
    start = 1
    for at in range(1, len(words) - 2):
        if words[at] != ",":
            continue
        if not is_verbless(phrase, start, at):
            return
        start = at + 1
        wanted, noun = _who(phrase, at + 1)
        if wanted:
            if not found & wanted:
                message = f"{phrase.shown(0)!r} does not agree with {noun!r}"
                yield 0, 0, message, forms.agreeing(words[0], wanted) or "~another form"
            return


def _who(phrase: Phrase, at: int) -> tuple[int, str]:
    """The gender and number of the subject that begins there."""
    word = phrase.words[at]
    if word in _HE:
        return _HE[word], word
    is_group = word in DETERMINERS and word not in _THEIRS
    subject = of_group(phrase, at) if is_group else None
    if subject is None or verb(phrase, subject.last + 1) is None:
        return 0, ""
    head, cells = phrase.words[subject.head], subject.cells
    if head in lexicon.OF_BOTH or head.rstrip("s") in lexicon.OF_BOTH:
        cells = PLURAL if cells & PLURAL else SINGULAR
    return cells, head
