"""The clause in French: a subject, its verb, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.french import forms, lexicon
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
    nominal,
)
from pipeline.checks.french.groups import PLURAL, SINGULAR
from pipeline.checks.french.lexicon import DETERMINERS, LED, PARTS
from pipeline.checks.french.phrases import Fault, Phrase
from pipeline.frozen import commonplace
from pipeline.sought import sought

_PART = sought(rf"(?:{PARTS}|équipe|série|ensemble|gamme|liste|paire|vague|bande)s?")
_NO_SUBJECTS = frozenset(
    "jour jours soir soirs matin matins lundi mardi mercredi jeudi vendredi samedi dimanche fois "
    "mois semaine semaines année années an ans lundis mardis jeudis samedis dimanches temps nuit "
    "veille lendemain heure heures époque moment instant été hiver automne printemps".split()
)
"""They say when something happens, and stand where a subject does."""
_LINKS = frozenset(
    "de d’ d' du des au aux à en sur pour dans par avec sans entre chez vers contre sous selon "
    "parmi depuis hors".split()
)
_MUCH = frozenset("beaucoup trop peu tant assez bien nombre".split())
_CLITICS = frozenset(
    "ne n’ n' se s’ s' y en lui leur nous vous me m’ m' te t’ t' le la les l’ l'".split()
)
_REFLEXIVE = frozenset("se s’ s'".split())
_OBJECTS = frozenset("le la les l’ l' nous vous me m’ m' te t’ t' en".split())
_ADVERBS = frozenset(
    "déjà aussi toujours encore bien très désormais souvent ainsi donc maintenant parfois ensuite "
    "alors presque plus moins pas jamais peu trop tout tous toutes également notamment mieux assez "
    "si particulièrement enfin ici là partout ensemble désormais quasi tant ne n’ n'".split()
)
_OPENING = frozenset("que qu’ qu' lorsque lorsqu’ lorsqu' quand car mais puisque si où".split())
_NOT_OPENING = frozenset(
    "ainsi plus moins autant tel telle tels telles autre autres même mêmes".split()
)
_NEGATION = frozenset("ne n’ n'".split())
_BEING = frozenset(
    "est sont était étaient sera seront serait seraient fut furent soit soient reste restent "
    "demeure demeurent devient deviennent semble semblent".split()
)
_HAVING = frozenset("a ont avait avaient aura auront aurait auraient ait aient".split())
_PRONOUNS = {
    "ils": 0b0100, "elles": 0b1000, "il": 0b0001, "elle": 0b0010, "on": 0b0011, "cela": 0b0001,
    "ça": 0b0001, "ceci": 0b0001, "chacun": 0b0001, "chacune": 0b0010,
}  # fmt: skip
_BEFORE_PRONOUNS = frozenset(
    "que qu’ qu' lorsqu’ lorsqu' quand car mais puisqu’ puisqu' s’ s' où dont et , : ; "
    "comme".split()
)


@commonplace(frozen=True, slots=True)
class Subject:
    """Who the clause is about."""

    head: int
    """Where its noun stands."""
    last: int
    """Its last word: behind it comes the verb."""
    cells: int
    """Its gender and number; several where they are not known."""


def of_clauses(phrase: Phrase) -> Iterator[Fault]:
    """`Les participants au forum a`, `les villes sont invité`."""
    for subject in _subjects(phrase):
        verb = _verb(phrase, subject.last + 1)
        if verb is None:
            yield from _of_no_verb(phrase, subject)
            continue
        fault = _of_number(phrase, subject, verb)
        if fault:
            yield fault
        else:
            yield from _of_predicate(phrase, subject, verb)


def _subjects(phrase: Phrase) -> Iterator[Subject]:
    words = phrase.words
    for at, word in enumerate(words):
        if word in _PRONOUNS:
            if at == 0 or words[at - 1] in _BEFORE_PRONOUNS:
                yield Subject(at, at, _PRONOUNS[word])
        elif (word in DETERMINERS or word in _MUCH) and _opens(phrase, at):
            subject = _group(phrase, at)
            if subject:
                yield subject


def _opens(phrase: Phrase, at: int) -> bool:
    """Whether a clause may begin here, and its subject with it."""
    if at == 0:
        return True
    before = phrase.words[at - 1]
    if before in (":", "—", "–", "«", "-") and at <= 2:
        return True
    if not _NEGATION.isdisjoint(phrase.words[max(0, at - 6) : at]):
        return False  # `Une ville qui n’a que des murs oublie l’eau`.
    return before in _OPENING and phrase.word(at - 2) not in _NOT_OPENING


def _group(phrase: Phrase, at: int) -> Subject | None:
    """The subject that begins with a determiner, if all of it can be read."""
    small, head = phrase.words[at], at + 1
    if small in ("quel", "quelle", "quels", "quelles") or small in _LINKS - {"des"}:
        return None
    if small in _MUCH or phrase.word(head) == "plupart":
        head += small not in _MUCH
        if phrase.word(head) not in ("de", "d’", "d'", "des"):
            return None
        small, head = "des", head + 1
    wanted = DETERMINERS[small]
    while phrase.word(head) in LED or phrase.word(head) in DETERMINERS:
        wanted &= DETERMINERS.get(phrase.word(head), wanted) or wanted
        head += 1
    word, mask = phrase.word(head), phrase.mask(head)
    if not mask & CELLS or mask & OTHER or word in _NO_SUBJECTS:
        return None
    cells = mask & CELLS & wanted
    if not cells or (_PART.fullmatch(word) and not cells & PLURAL) or _PART.fullmatch(word):
        return None
    last = _end(phrase, head, cells)
    return Subject(head, last, cells) if last else None


def _end(phrase: Phrase, head: int, cells: int) -> int:
    """The last word of the group: nouns behind prepositions, adjectives, names."""
    at, is_linked = head, False
    while True:
        word, mask = phrase.word(at + 1), phrase.mask(at + 1)
        if not word or _is_verb(phrase, at + 1, is_linked):
            return at if word else 0
        if word in _LINKS:
            is_linked = True
        elif is_linked and (word in DETERMINERS or word in LED or word[0].isdigit()):
            pass
        elif word[0].isupper() or (nominal(mask) and not mask & OTHER):
            if mask & (INFINITIVE | PRESENT) and not mask & CELLS:
                return 0
            is_linked = False
        elif word == "et" and not cells & SINGULAR and phrase.word(at + 2) not in _OPENING:
            is_linked = True
        elif (word in _CLITICS and not is_linked) or word in _ADVERBS:
            return at
        else:
            return 0
        at += 1


def _is_verb(phrase: Phrase, at: int, is_linked: bool) -> bool:
    """Whether this is a verb in the third person and nothing else."""
    word, mask = phrase.words[at], phrase.masks[at]
    if is_linked:
        return False
    if word in _BEING or word in _HAVING:
        return True
    if mask & (ONE | MANY) and not mask & ~VERB:
        return True
    # A noun cannot stand between a noun and an article.
    return (
        bool(mask & (ONE | MANY))
        and phrase.word(at + 1) in _ARTICLES
        and not mask & (OTHER | INFINITIVE | CELLS << PARTICIPLE)
        and bool(mask & CELLS)
    )


_ARTICLES = frozenset("le la les l’ l' un une ce cette ces son sa ses leur leurs".split())


def _verb(phrase: Phrase, at: int) -> int | None:
    while phrase.word(at) in _CLITICS or phrase.word(at) in _ADVERBS:
        at += 1
    return at if phrase.mask(at) & (ONE | MANY) and _is_verb(phrase, at, False) else None


def _of_number(phrase: Phrase, subject: Subject, at: int) -> Fault | None:
    mask, verb = phrase.masks[at], phrase.words[at]
    if not subject.cells & SINGULAR and not mask & MANY:
        right = forms.of_many(verb)
    elif not subject.cells & PLURAL and not mask & ONE:
        right = forms.of_one(verb)
    else:
        return None
    noun = phrase.shown(subject.head)
    message = f"{verb!r} does not follow its subject {noun!r}"
    return at, at, message, right or "~another form"


def _of_predicate(phrase: Phrase, subject: Subject, verb: int) -> Iterator[Fault]:
    """`Les villes sont invité`, `la mesure a été publié`."""
    between = phrase.words[subject.last + 1 : verb]
    if not _REFLEXIVE.isdisjoint(between) or phrase.word(subject.head) == "on":
        return
    at = verb + 1
    if phrase.words[verb] in _HAVING:
        at = _behind_adverbs(phrase, at)
        if phrase.word(at) != "été":
            return
        at += 1
    elif phrase.words[verb] not in _BEING:
        return
    at = _behind_adverbs(phrase, at)
    word, mask = phrase.word(at), phrase.mask(at)
    found = adjectival(mask)
    is_person = phrase.word(subject.head) in lexicon.OF_BOTH
    wanted = (PLURAL if subject.cells & PLURAL else SINGULAR) if is_person else subject.cells
    if not found or found & wanted or mask & (OTHER | INFINITIVE | PRESENT):
        return
    if mask & CELLS & ~found or word in lexicon.ONLY_LED or phrase.mask(at + 1) & CELLS & found:
        return
    if phrase.word(subject.head) in ("il", "ils") and phrase.word(at + 1) in ("que", "qu’", "de"):
        return
    message = f"{word!r} does not agree with {phrase.shown(subject.head)!r}"
    yield at, at, message, forms.agreeing(word, wanted) or "~another form"


def _of_no_verb(phrase: Phrase, subject: Subject) -> Iterator[Fault]:
    """`On travail`, `ils approuver`: behind these a verb must follow."""
    pronoun, at = phrase.words[subject.head], subject.last + 1
    while phrase.word(at) in _CLITICS:
        at += 1
    mask = phrase.mask(at)
    if pronoun not in _PRONOUNS or not mask or mask & (VERB | OTHER | PRESENT):
        return
    if pronoun in ("il", "ils", "on") or mask & INFINITIVE:
        yield at, at, f"{phrase.words[at]!r} is no verb of {pronoun!r}", "~its verb"


def _behind_adverbs(phrase: Phrase, at: int) -> int:
    while phrase.word(at) in _ADVERBS or (
        phrase.word(at).endswith("ment") and phrase.mask(at) == OTHER
    ):
        at += 1
    return at
