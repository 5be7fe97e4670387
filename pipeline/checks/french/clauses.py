"""The clause in French: a subject, its verb, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.french import forms, lexicon, lookalikes
from pipeline.checks.french.dictionary import (
    CELLS,
    INFINITIVE,
    MANY,
    ONE,
    OTHER,
    PARTICIPLE,
    PRESENT,
    VERB,
    adjectival,
)
from pipeline.checks.french.groups import PLURAL, SINGULAR
from pipeline.checks.french.lexicon import DETERMINERS
from pipeline.checks.french.persons import ME
from pipeline.checks.french.phrases import Fault, Phrase
from pipeline.checks.french.subjects import (
    BEING,
    CLITICS,
    ENDING,
    HAVING,
    LINKS,
    NO_SUBJECTS,
    PRONOUNS,
    Subject,
    behind_adverbs,
    is_verbless,
    subjects,
    verb,
)

_ENDS = frozenset(". , ; : ! ? ) car et ou puisque".split()) | {"pour", ""}
_REFLEXIVE = frozenset("se s’ s'".split())
_MODAL = frozenset(
    "peut peuvent doit doivent va vont pourra pourront devra devront pourrait pourraient devrait "
    "devraient pouvait pouvaient devait devaient semble semblent paraît paraissent".split()
)
_MODAL_PARTICIPLES = frozenset(["pu", "dû"])


def of_clauses(phrase: Phrase) -> Iterator[Fault]:
    """`Les participants au forum a`, `les villes sont invité`."""
    for subject in subjects(phrase):
        at = verb(phrase, subject.last + 1)
        if at is None:
            yield from _of_no_verb(phrase, subject)
            continue
        fault = _of_number(phrase, subject, at)
        if fault:
            yield fault
        else:
            yield from _of_predicate(phrase, subject, at)


def _of_number(phrase: Phrase, subject: Subject, at: int) -> Fault | None:
    mask, said = phrase.masks[at], phrase.words[at]
    is_ours = mask & (MANY >> 1 | MANY >> 2)
    if is_ours and not (mask & (ONE | MANY) or ME.isdisjoint(phrase.words[subject.last + 1 : at])):
        return None  # `Une nouvelle, si vous aimez le port`.
    if not subject.cells & SINGULAR and not mask & MANY:
        right = forms.of_many(said)
    elif not subject.cells & PLURAL and not mask & ONE:
        right = forms.of_one(said)
    else:
        return None
    noun = phrase.shown(subject.head)
    message = f"{said!r} does not follow its subject {noun!r}"
    return at, at, message, right or "~another form"


def _of_predicate(phrase: Phrase, subject: Subject, at: int) -> Iterator[Fault]:
    """`Les villes sont invité`, `la mesure peut être publié`, `le quai est long et sont payée`."""
    if not _REFLEXIVE.isdisjoint(phrase.words[subject.last + 1 : at]):
        yield from _of_itself(phrase, subject, behind_adverbs(phrase, at + 1))
        return
    said = _predicate(phrase, at)
    if phrase.word(subject.head) != "on" and said:
        yield from _of_attribute(phrase, subject, said)
    if subject.head > 2:
        return
    for again in range(at + 2, len(phrase.words)):
        if phrase.words[again] in ENDING:
            return
        if phrase.words[again] == "être" and phrase.words[again - 1] in ("et", "ou"):
            if phrase.words[at] in _MODAL:
                yield from _of_attribute(phrase, subject, behind_adverbs(phrase, again + 1))
        elif phrase.words[again - 1] == "et":
            if phrase.words[again] in BEING and not _of_number(phrase, subject, again):
                yield from _of_attribute(phrase, subject, behind_adverbs(phrase, again + 1))
            elif is_verbless(phrase, at + 1, again) and not phrase.masks[again] & ~VERB:
                fault = _of_number(phrase, subject, again)
                if fault and phrase.masks[again] & (ONE | MANY):
                    yield fault  # `Les villes rament et recevra un quai`.


def _predicate(phrase: Phrase, verb: int) -> int:
    """Where it is said what the subject is, or what was done to it."""
    at = behind_adverbs(phrase, verb + 1)
    if phrase.words[verb] in HAVING:
        if phrase.word(at) in _MODAL_PARTICIPLES and phrase.word(at + 1) == "être":
            return behind_adverbs(phrase, at + 2)
        return behind_adverbs(phrase, at + 1) if phrase.word(at) == "été" else 0
    if phrase.word(at) == "être" and phrase.word(verb) in _MODAL:
        return behind_adverbs(phrase, at + 1)
    return at if phrase.words[verb] in BEING else 0


def _of_attribute(phrase: Phrase, subject: Subject, at: int) -> Iterator[Fault]:
    word, mask = phrase.word(at), phrase.mask(at)
    found = adjectival(mask)
    is_person = phrase.word(subject.head) in lexicon.OF_BOTH
    wanted = (PLURAL if subject.cells & PLURAL else SINGULAR) if is_person else subject.cells
    if not found or found & wanted or mask & (OTHER | INFINITIVE):
        return
    if mask & PRESENT and phrase.word(at + 1) not in _ENDS:
        return
    behind = phrase.mask(at + 1)
    if mask & CELLS & ~found or (behind | (adjectival(behind) if mask & CELLS else 0)) & found:
        return  # `Sera partie prenante`.
    is_nobody = phrase.word(subject.head) == "ils"
    if is_nobody and phrase.word(at + 1) in ("que", "qu’", "qu'", "de"):
        return
    message = f"{word!r} does not agree with {phrase.shown(subject.head)!r}"
    yield at, at, message, forms.agreeing(word, wanted) or "~another form"


def _of_itself(phrase: Phrase, subject: Subject, at: int) -> Iterator[Fault]:
    """`La ville s'est doté d'un plan`, but not `elle s'est donné un but`."""
    if phrase.word(subject.head) != "on" and _agrees(phrase, at):
        yield from _of_attribute(phrase, subject, at)


def _agrees(phrase: Phrase, at: int) -> bool:
    """Whether the participle of a reflexive verb there has no object but itself."""
    word, behind, mask = phrase.word(at), phrase.word(at + 1), phrase.mask(at + 1)
    if word in _TO_ITSELF or mask & INFINITIVE or behind == "compte":
        return False
    is_when = phrase.word(at + 2)[:1].isdigit() or phrase.word(at + 2) in NO_SUBJECTS
    is_object = behind in DETERMINERS and behind not in LINKS and not is_when
    is_object = is_object or bool(mask & CELLS and behind not in LINKS and behind != "autour")
    return bool(phrase.mask(at) >> PARTICIPLE & CELLS) and not is_object


_TO_ITSELF = frozenset(
    "donné succédé parlé fixé assigné imposé octroyé attribué accordé procuré demandé dit promis "
    "posé permis plu complu nui ri souri ressemblé suffi menti survécu téléphoné imaginé "
    "écrit fait laissé vu senti réparti partagé réservé offert acheté constitué adjoint approprié "
    "juré avoué répondu interdit épargné refusé représenté rappelé".split()
)
"""Their *se* may be to whom it was done: then nothing agrees."""


def _of_no_verb(phrase: Phrase, subject: Subject) -> Iterator[Fault]:
    """`On travail`, `ils approuver`: behind these a verb must follow."""
    pronoun, at = phrase.words[subject.head], subject.last + 1
    while phrase.word(at) in CLITICS:
        at += 1
    mask = phrase.mask(at)
    if pronoun not in PRONOUNS or not mask or mask & (VERB | OTHER | PRESENT):
        return
    if pronoun in ("il", "ils", "on") or mask & INFINITIVE:
        yield at, at, f"{phrase.words[at]!r} is no verb of {pronoun!r}", "~its verb"


def of_being(phrase: Phrase) -> Iterator[Fault]:
    """`500 000 personnes qui sont accompagné`, `le plan a été lancés`: whoever it is about."""
    words = phrase.words
    for at, word in enumerate(words):
        wanted = _BEING.get(word) if word != "été" else _HAVING.get(words[at - 1])
        if word == "être" and words[at - 2] == "qui" and at > 1:
            wanted = _BEING_ABLE.get(words[at - 1])  # `Qui doivent être signé`.
        if phrase.word(at - 1) == phrase.word(at - 2) == "nous":
            continue  # `Nous nous sommes donné un but`.
        if wanted is None or words[at - 1] in _NOBODY or "on" in words[max(0, at - 6) : at]:
            continue
        said = behind_adverbs(phrase, at + 1)
        if not _REFLEXIVE.isdisjoint(words[max(0, at - 1) : at]) and not _agrees(phrase, said):
            continue
        found, mask = adjectival(phrase.mask(said)), phrase.mask(said)
        mask &= ~VERB if word == "été" else ~0  # `Mise`, from *miser*, does not stand there.
        if not found or found & wanted or mask & (VERB | OTHER | INFINITIVE):
            continue
        if _may_be_noun(phrase, said, mask) or (
            mask & PRESENT and phrase.word(said + 1) not in _ENDS
        ):
            continue
        behind = phrase.mask(said + 1)
        if behind & CELLS & found and not behind & OTHER:
            continue  # `Des villes qui sont grand public`.
        if any(fault[0] in (at, at - 1) for fault in of_clauses(phrase)):
            continue  # The verb is wrong, not what is behind it.
        right = forms.agreeing(words[said], wanted & 0b0101) or "~another form"
        yield said, said, f"{words[said]!r} does not agree behind {word!r}", right


_NOBODY = frozenset("ce c’ c' ça".split())
_BEING = {
    **dict.fromkeys("est était sera serait fut".split(), SINGULAR),
    **dict.fromkeys(
        "sont étaient seront seraient soient furent restent deviennent demeurent semblent "
        "paraissent sommes restons étions serons demeurons".split(),
        PLURAL,
    ),
}
_BEING_ABLE = {
    **dict.fromkeys("doit peut devra pourra devrait pourrait".split(), SINGULAR),
    **dict.fromkeys("doivent peuvent devront pourront devraient pourraient".split(), PLURAL),
}
_HAVING = {
    **dict.fromkeys("a avait aura aurait ait".split(), SINGULAR),
    **dict.fromkeys("ont avaient auront auraient aient".split(), PLURAL),
}


_SAID_OF = frozenset("présent présente absent absente nécessaire nécessaires".split())


def _may_be_noun(phrase: Phrase, at: int, mask: int) -> bool:
    word = phrase.words[at]
    is_done = mask >> PARTICIPLE & CELLS and word.endswith(("é", "és", "ée", "ées", "i", "is"))
    if word in _SAID_OF or (phrase.word(at - 1) == "été" and word.endswith(("ise", "ises"))):
        return False
    return bool(mask & CELLS) and (not is_done or lookalikes.is_no_form(word))
