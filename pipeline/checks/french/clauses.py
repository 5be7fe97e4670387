"""The clause in French: a subject, its verb, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.french import forms, lexicon
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
_ONE_OF, _THE = frozenset("aucun aucune chacun chacune un une".split()), frozenset(["l’", "l'"])
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
        if word in _PRONOUNS and words[at + 1 : at + 2] not in (["des"], ["de"]):
            if at == 0 or words[at - 1] in _BEFORE_PRONOUNS:
                yield Subject(at, at, _PRONOUNS[word])
        elif word in _ONE_OF and words[at + 1 : at + 2] in (["des"], ["de"]):
            is_first = _opens(phrase, at) or (words[at - 1] in _THE and _opens(phrase, at - 1))
            last = _end(phrase, at, SINGULAR) if is_first else 0
            if last > at + 1:
                yield Subject(at, last, SINGULAR)
        elif (word in DETERMINERS or word in _MUCH) and _opens(phrase, at):
            subject = _group(phrase, at)
            if subject:
                yield subject


def _opens(phrase: Phrase, at: int) -> bool:
    """Whether a clause may begin here, and its subject with it."""
    if at == 0:
        return True
    before = phrase.words[at - 1]
    if before == ";" or (before in (":", "—", "–", "«", "-") and at <= 2):
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
    if not cells or _PART.fullmatch(word):
        return None
    return _whole(phrase, head, cells)


def _whole(phrase: Phrase, head: int, cells: int) -> Subject | None:
    """The subject with what belongs to its noun, another noun, and an aside between commas."""
    at = head
    while nominal(phrase.mask(at + 1)) & cells and not _is_verb(phrase, at + 1, False):
        at += 1
    if phrase.word(at + 1) == "et" and phrase.word(at + 2) in DETERMINERS and cells & SINGULAR:
        other = phrase.mask(at + 3)
        last = _end(phrase, at + 3, 0b0100) if other & CELLS and not other & OTHER else 0
        return Subject(head, last, PLURAL) if last else None
    last = _end(phrase, head, cells)
    if phrase.word(last + 1) == "," and last:
        last = _behind_aside(phrase, last + 1)
    return Subject(head, last, cells) if last else None


def _behind_aside(phrase: Phrase, comma: int) -> int:
    """`Le budget, voté hier, prévoit`: where the second comma stands."""
    first, mask = phrase.word(comma + 1), phrase.mask(comma + 1)
    is_aside = first in _LINKS or (adjectival(mask) and not mask & CELLS)
    for at in range(comma + 2, min(comma + 10, len(phrase.words))) if is_aside else ():
        if phrase.words[at] in _ENDING or _is_verb(phrase, at, False):
            return 0
        if phrase.words[at] == ",":
            return at
    return 0


def _end(phrase: Phrase, head: int, cells: int) -> int:
    """The last word of the group: nouns behind prepositions, adjectives, names."""
    at, is_linked = head, False
    while True:
        word, mask = phrase.word(at + 1), phrase.mask(at + 1)
        if not word or word == "," or _is_verb(phrase, at + 1, is_linked):
            return at if word else 0
        if word in _LINKS:
            is_linked = True
        elif is_linked and (word in DETERMINERS or word in LED or word[0].isdigit()):
            # `Sept villes sur dix`.
            is_linked = not (phrase.word(at) == "sur" and _is_verb(phrase, at + 2, False))
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
    word, mask = phrase.word(at), phrase.mask(at)
    if is_linked or not word:
        return False
    if word in _BEING or word in _HAVING:
        return True
    if mask and not mask & ~VERB:
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
    return at if phrase.mask(at) & VERB and _is_verb(phrase, at, False) else None


def _of_number(phrase: Phrase, subject: Subject, at: int) -> Fault | None:
    mask, verb = phrase.masks[at], phrase.words[at]
    if not (mask & (ONE | MANY) or _ME.isdisjoint(phrase.words[subject.last + 1 : at])):
        return None  # `Une nouvelle, si vous aimez le port`.
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
    """`Les villes sont invité`, `la mesure peut être publié`, `le quai est long et sont payée`."""
    if not _REFLEXIVE.isdisjoint(phrase.words[subject.last + 1 : verb]):
        return
    at = _predicate(phrase, verb)
    if phrase.word(subject.head) != "on" and at:
        yield from _of_attribute(phrase, subject, at)
    if subject.head > 2:
        return
    for again in range(verb + 2, len(phrase.words)):
        if phrase.words[again] in _ENDING:
            return
        if phrase.words[again - 1] == "et" and phrase.words[again] in _BEING:
            yield from _of_attribute(phrase, subject, _behind_adverbs(phrase, again + 1))


_ENDING = frozenset("qui que qu’ qu' dont où ; : ( » quand lorsque si mais car".split())


def _predicate(phrase: Phrase, verb: int) -> int:
    """Where it is said what the subject is, or what was done to it."""
    at = _behind_adverbs(phrase, verb + 1)
    if phrase.words[verb] in _HAVING:
        return _behind_adverbs(phrase, at + 1) if phrase.word(at) == "été" else 0
    if phrase.word(at) == "être" and phrase.word(verb) in _MODAL:
        return _behind_adverbs(phrase, at + 1)
    return at if phrase.words[verb] in _BEING else 0


_MODAL = frozenset(
    "peut peuvent doit doivent va vont pourra pourront devra devront pourrait pourraient devrait "
    "devraient pouvait pouvaient devait devaient semble semblent paraît paraissent".split()
)


def _of_attribute(phrase: Phrase, subject: Subject, at: int) -> Iterator[Fault]:
    word, mask = phrase.word(at), phrase.mask(at)
    found = adjectival(mask)
    is_person = phrase.word(subject.head) in lexicon.OF_BOTH
    wanted = (PLURAL if subject.cells & PLURAL else SINGULAR) if is_person else subject.cells
    if not found or found & wanted or mask & (OTHER | INFINITIVE | PRESENT):
        return
    if mask & CELLS & ~found or phrase.mask(at + 1) & CELLS & found:
        return
    is_nobody = phrase.word(subject.head) in ("il", "ils")
    if is_nobody and phrase.word(at + 1) in ("que", "qu’", "qu'", "de"):
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


def of_persons(phrase: Phrase) -> Iterator[Fault]:
    """`Qui réponds`, `vous y trouverai`, `je peut`: each person has its own form."""
    if _PERSONS.keys().isdisjoint(phrase.words):
        return
    for at, word in enumerate(phrase.words):
        wanted = _PERSONS.get(word)
        if not wanted or (at and word in ("nous", "vous")):
            continue
        verb = at + 1
        while phrase.word(verb) in _CLITICS:
            verb += 1
        mask, before = phrase.mask(verb), phrase.word(at - 1)
        if word == "qui":
            wanted = _antecedent(phrase, at)
            mask &= VERB if wanted in (ONE, MANY) and not mask & OTHER else ~0
        if not mask & VERB or mask & (~VERB | wanted):
            continue
        is_ours = before in _ME or not _ME.isdisjoint(phrase.words[at + 1 : verb])
        if not (word == "qui" and (is_ours or before in _LINKS)):
            said = phrase.words[verb]
            turned = {MANY: forms.of_many, ONE: forms.of_one}.get(wanted)
            right = (turned(said) if turned else "") or "~its person"
            yield verb, verb, f"{said!r} does not follow {word!r}", right


def _antecedent(phrase: Phrase, at: int) -> int:
    """Which persons may follow *qui*: `les enfants qui`, but not `un des enfants qui`."""
    before, mask, small = phrase.word(at - 1), phrase.mask(at - 1), phrase.word(at - 2)
    is_named = before in ("celui", "celle", "ceux", "celles") or small in ("est", "sont")
    if before in _ALONE and is_named:
        return _ALONE[before]
    cells = mask & CELLS & DETERMINERS.get(small, 0)
    is_free = phrase.word(at - 3) not in _LINKS and phrase.word(at - 3) not in ("et", "ou", ",")
    if not cells or mask & (ADJECTIVES | OTHER | VERB) or small in _LINKS or not is_free:
        return ONE | MANY
    return MANY if not cells & SINGULAR else ONE if not cells & PLURAL else ONE | MANY


_ALONE = {
    **dict.fromkeys("elle lui celui celle".split(), ONE),
    **dict.fromkeys("elles eux ceux celles".split(), MANY),
}
ADJECTIVES = CELLS << ADJECTIVE
_FIRST = ONE >> 2
_PERSONS = {
    "qui": ONE | MANY, "je": _FIRST, "j’": _FIRST, "j'": _FIRST, "tu": _FIRST << 1,
    "nous": ONE | MANY | _FIRST << 3, "vous": ONE | MANY | _FIRST << 4,
}  # fmt: skip
_ME = frozenset("moi toi nous vous".split())


def of_auxiliaries(phrase: Phrase) -> Iterator[Fault]:
    """`Ceux qui ont relus le texte`: behind avoir only an object that stands before counts."""
    if _ALL_HAVING.isdisjoint(phrase.words):
        return
    for at, word in enumerate(phrase.words):
        if word not in _ALL_HAVING:
            continue
        verb = _behind_adverbs(phrase, at + 1)
        mask = phrase.mask(verb)
        found = mask >> PARTICIPLE & CELLS
        if not found or found & 1 or mask & (CELLS | OTHER):
            continue
        if not _has_object_before(phrase, at) and _has_object_behind(phrase, verb):
            right = forms.agreeing(phrase.words[verb], 1)
            message = f"{phrase.words[verb]!r} does not agree behind {word!r}"
            yield verb, verb, message, right or "~it without agreement"


_ALL_HAVING = _HAVING | frozenset("ai as avons avez avais avions aviez aurai aurons ayant".split())
_ASKING = frozenset("que qu’ qu' quel quelle quels quelles combien lesquels lesquelles".split())
_BEHIND = DETERMINERS.keys() | frozenset("à au aux dans en par pour sur . ,".split())


def _has_object_before(phrase: Phrase, at: int) -> bool:
    return phrase.word(at - 1) in _OBJECTS or not _ASKING.isdisjoint(phrase.words[:at])


def _has_object_behind(phrase: Phrase, at: int) -> bool:
    behind = phrase.word(at + 1)
    return behind in _BEHIND or behind[:1].isdigit() or at + 1 >= len(phrase.words)


def _behind_adverbs(phrase: Phrase, at: int) -> int:
    while phrase.word(at) in _ADVERBS or (
        phrase.word(at).endswith("ment") and phrase.mask(at) == OTHER
    ):
        at += 1
    return at


RULES = (of_clauses, of_persons, of_auxiliaries)
