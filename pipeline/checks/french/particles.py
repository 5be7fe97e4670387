"""Small words of French before a noun or a verb: contracted, negated, asking, comparing."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.french import dictionary, forms
from pipeline.checks.french.appositions import unfitting
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
from pipeline.checks.french.lexicon import DETERMINERS, LED
from pipeline.checks.french.phrases import Fault, Phrase
from pipeline.checks.french.subjects import CLITICS, of_group

_CONTRACTED = {
    ("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux",
}  # fmt: skip
_PLACES = frozenset(["Mans"])
_OF_ONE = {"au": "aux", "du": "des"}
_NO_VERBS = INFINITIVE | ONE | MANY | OTHER | PRESENT
_NEGATED = frozenset("ne n’ n' n sans ni non pourquoi ou".split())
_STOPS = frozenset(", ; : . ( ) « » ! ? — – …".split())
_BEHIND_PAS = frozenset("à mal un une seulement que de moins plus exemple".split())
_ASKED = {"quel": 0b0001, "quelle": 0b0010, "quels": 0b0100, "quelles": 0b1000}
_COMPARED = {"tel": 0b0001, "telle": 0b0010, "tels": 0b0100, "telles": 0b1000}
_NAMES = {cells: word for word, cells in _ASKED.items()}
_ARE_ONE = frozenset("est sera était serait".split())
_ARE_MANY = frozenset("sont seront étaient seraient".split())
_ARE = _ARE_ONE | _ARE_MANY
_THAT = frozenset("que qu’ qu'".split())
_ITSELF = {
    "eux-même": "eux-mêmes", "elles-même": "elles-mêmes", "lui-mêmes": "lui-même",
    "elle-mêmes": "elle-même", "soi-mêmes": "soi-même",
}  # fmt: skip


def of_contractions(phrase: Phrase) -> Iterator[Fault]:
    """`L'échange de les bonnes pratiques`, `versée à le service`, `dans réduire`."""
    words = phrase.words
    for at in range(1, len(words) - 1):
        word = words[at]
        if word in ("le", "les") and words[at - 1] in ("de", "à"):
            noun = at + 2 if words[at + 1] in LED and phrase.mask(at + 2) & CELLS else at + 1
            mask = phrase.mask(noun)
            is_verb = mask & _NO_VERBS or words[at + 1].endswith("er")
            if mask & CELLS and not is_verb:
                right = _CONTRACTED[words[at - 1], word]
                said = f"{words[at - 1]} {word}"
                yield at - 1, at, f"{said!r} is one word", right
        elif word in _OF_ONE and words[at + 1][:1].isupper() and not _is_name(phrase, at):
            cells = dictionary.of(words[at + 1].lower()) & CELLS
            if cells and not cells & SINGULAR and words[at + 1] not in _PLACES:
                yield at, at, f"{word!r} does not agree with {words[at + 1]!r}", _OF_ONE[word]
        elif word == "dans" and phrase.masks[at + 1] == INFINITIVE:
            yield at, at, f"'dans' before {words[at + 1]!r}", "~d’en, or à"
        elif word in _ITSELF:
            yield at, at, f"{word!r} does not agree", _ITSELF[word]
        elif word in _OF and _is_between(phrase, at):
            said = f"{word} {words[at + 1]}".replace("’ ", "’")
            yield at, at + 1, f"{said!r} behind {words[at - 1]!r}", words[at + 1]


def _is_name(phrase: Phrase, at: int) -> bool:
    """`Du Territoires Store`."""
    return phrase.word(at + 2)[:1].isupper()


_OF = frozenset("de d’ d'".split())


def _is_between(phrase: Phrase, at: int) -> bool:
    """`L'agence de régionale de santé`: what follows belongs to the noun before."""
    noun, found, behind = phrase.masks[at - 1], phrase.masks[at + 1], phrase.word(at + 2)
    is_noun = noun & CELLS and not noun & (OTHER | VERB | INFINITIVE)
    is_adjective = found >> ADJECTIVE & CELLS and not found & ~(CELLS << ADJECTIVE)
    if not (is_noun and is_adjective and phrase.word(at - 2) in DETERMINERS):
        return False
    is_first = phrase.words[at + 1] in LED or behind not in (*_OF, "du", "des")
    return bool(found >> ADJECTIVE & noun & CELLS) and not is_first


def of_negations(phrase: Phrase) -> Iterator[Fault]:
    """`Les communes peuvent pas agir`."""
    words = phrase.words
    yield from _of_nobody(phrase)
    for at in range(1, len(words) - 1):
        if words[at] == "pas" and words[at + 1] in ("aucun", "aucune"):
            yield at, at + 1, f"'pas {words[at + 1]}' denies twice", words[at + 1]
        if words[at] != "pas" or words[at + 1] in _BEHIND_PAS or words[at + 1] in _STOPS:
            continue
        mask = phrase.masks[at - 1]
        if not mask & (ONE | MANY) or mask & ~VERB or words[at - 1] in ("est", "a"):
            continue
        near = _clause(phrase, at)
        if _NEGATED.isdisjoint(near) and not any("-" in word for word in near):
            said = f"{words[at - 1]} pas"
            small = "n’" if words[at - 1][0] in "aeiouéêh" else "ne "
            yield at - 1, at, f"{said!r} has lost its 'ne'", f"~{small}{said}"


def _of_nobody(phrase: Phrase) -> Iterator[Fault]:
    """`Personne remarque`, `aucune ville a répondu`: *ne* stands before their verb."""
    for at, word in enumerate(phrase.words):
        is_led = at == 0 or phrase.words[at - 1] in _OPENING
        if word not in _NOBODY or not (is_led or _is_clause(phrase, at)):
            continue
        verb = at + 1
        if word in ("aucun", "aucune", "nul", "nulle") and phrase.mask(verb) & CELLS:
            subject = of_group(phrase, at) if word in DETERMINERS else None
            verb = subject.last + 1 if subject else verb + 1
        first = verb
        while phrase.word(verb) in _BEFORE_VERBS or phrase.mask(verb) == OTHER:
            verb += 1
            if verb > first + 6:
                break
        mask, said = phrase.mask(verb), phrase.word(verb)
        is_plain = not mask & ~VERB or phrase.word(verb + 1) in DETERMINERS or said == "est"
        is_sure = mask & ONE and is_plain
        if is_sure and _NEGATED.isdisjoint(phrase.words[at:verb]) and said[-2:] != "re":
            small = "n’" if said[0] in "aeiouéêh" else "ne "
            message = f"{said!r} has lost its 'ne' behind {phrase.shown(at)!r}"
            yield verb, verb, message, f"~{small}{said}"
            return


def _is_clause(phrase: Phrase, at: int) -> bool:
    """`Pendant trente ans, personne s’est approché`."""
    is_led = phrase.words[at - 1] == "," and phrase.words[at] in ("personne", "rien")
    return is_led and phrase.word(at + 1) in ("s’", "s'", "se", "a", "avait", "était")


_BEFORE_VERBS = CLITICS - _NEGATED
_NOBODY = frozenset("personne rien aucun aucune nul nulle".split())
_OPENING = frozenset("; que qu’ qu' car mais".split())


def _clause(phrase: Phrase, at: int) -> list[str]:
    """The words before it, as far as the last comma."""
    first = at
    while first and phrase.words[first - 1] not in _STOPS:
        first -= 1
    return phrase.words[max(first, at - 14) : at]


def of_questions(phrase: Phrase) -> Iterator[Fault]:
    """`Quelles sont les enjeux`, `tels est l'objectif`, `des outils tel que`."""
    for at, word in enumerate(phrase.words):
        if word in _ASKED:
            yield from _of_asked(phrase, at)
        elif word in _COMPARED:
            yield from _of_compared(phrase, at)
        elif word in _INVERTING:
            yield from _of_inverted(phrase, at)
        elif word == "tout" and phrase.word(at + 1) in ("ceux", "celles"):
            right = "tous" if phrase.word(at + 1) == "ceux" else "toutes"
            yield at, at, "'tout' does not agree", right


def _of_asked(phrase: Phrase, at: int) -> Iterator[Fault]:
    """`Quelles sont les principaux enjeux`."""
    verb, small = phrase.word(at + 1), phrase.word(at + 2)
    if verb in _ARE and small in DETERMINERS and small not in ("de", "d’", "d'"):
        cells = _named(phrase, at + 2)
        if cells and not cells & _ASKED[phrase.words[at]]:
            right = _NAMES[cells & -cells] if cells in (1, 2, 4, 8) else "~another form"
            yield at, at, f"{phrase.shown(at)!r} does not agree", right


def _named(phrase: Phrase, at: int) -> int:
    """Gender and number of the noun behind an article."""
    noun = at + 1
    while phrase.word(noun) in LED:
        noun += 1
    mask = phrase.mask(noun)
    if mask & OTHER or phrase.mask(noun + 1) & CELLS:
        return 0
    return mask & CELLS & DETERMINERS[phrase.words[at]]


def _of_compared(phrase: Phrase, at: int) -> Iterator[Fault]:
    found, behind = _COMPARED[phrase.words[at]], phrase.word(at + 1)
    if behind in _THAT and phrase.word(at + 2) in DETERMINERS:
        before = at - 2 if phrase.word(at - 1) == "," else at - 1
        is_any = any(nominal(mask) & found and not mask & OTHER for mask in phrase.masks[:at])
        if not is_any and unfitting(phrase, before, found) is not None:
            yield at, at, f"{phrase.words[at]!r} does not agree", "~tel, telle, tels or telles"
    elif (behind in _ARE_ONE and found & PLURAL) or (behind in _ARE_MANY and found & SINGULAR):
        yield at + 1, at + 1, f"{behind!r} does not follow {phrase.shown(at)!r}", "~another form"


_INVERTING = frozenset("où que dont".split())


def _of_inverted(phrase: Phrase, at: int) -> Iterator[Fault]:
    """`Les lieux où se croise les publics`, `ce que permet les outils`."""
    verb = at + 2 if phrase.word(at + 1) == "se" else at + 1
    mask, small = phrase.mask(verb), phrase.word(verb + 1)
    if not mask & ONE or mask & (MANY | ~VERB) or small not in ("les", "ces", "nos", "leurs"):
        return
    if phrase.word(verb) == "faut" or phrase.word(at - 1) in ("plus", "moins", "ainsi"):
        return
    noun = verb + 2
    while phrase.word(noun) in LED:
        noun += 1
    cells = phrase.mask(noun) & CELLS
    if cells & PLURAL and not phrase.mask(noun) & (OTHER | INFINITIVE | VERB):
        said = phrase.words[verb]
        message = f"{said!r} does not follow its subject {phrase.words[noun]!r}"
        yield verb, verb, message, forms.of_many(said) or "~the plural"
