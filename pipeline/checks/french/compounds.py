"""Compounds and numbers of French, whose parts have an ending too many or too few."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.french import dictionary, forms
from pipeline.checks.french.dictionary import CELLS, INFINITIVE, OTHER, PRESENT, nominal
from pipeline.checks.french.groups import PLURAL, SINGULAR
from pipeline.checks.french.phrases import Fault, Phrase

_UNITS = frozenset("deux trois quatre cinq six sept huit neuf".split())
_COLOURS = {"oranges": "orange", "marrons": "marron"}
_ARTICLES = frozenset("le la les l’ l' un une des son sa ses leur leurs".split())
_MANY = ("s", "x")


def of_compounds(phrase: Phrase) -> Iterator[Fault]:
    """`Les chef-lieux`, `quatre-vingt logements`, `les villes souhaitants`, `gilets oranges`."""
    masks, words = phrase.masks, phrase.words
    for at, word in enumerate(words):
        if not masks[at]:
            right = _joined(word) if "-" in word else _invariable(word)
            is_governing = "-" in word or _governs(phrase, at + 1)
            if right and word.islower() and is_governing:
                yield at, at, f"{word!r} has an ending too many or too few", right
        elif word == "quatre-vingt" or (word == "cent" and at and words[at - 1] in _UNITS):
            mask = phrase.mask(at + 1)
            if nominal(mask) & PLURAL and not mask & OTHER and not nominal(mask) & SINGULAR:
                yield at, at, f"{word!r} has an -s before what is counted", f"{word}s"
        elif word in _COLOURS and at and _is_thing(masks[at - 1]):
            yield at, at, f"{word!r} has no plural as a colour", _COLOURS[word]


_HEAPS = frozenset(
    "dizaine dizaines douzaine quinzaine vingtaine trentaine quarantaine cinquantaine soixantaine "
    "centaine centaines millier milliers multitude nombre".split()
)
_OF = frozenset("de d’ d'".split())
_MONTHS = frozenset(
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)
_ALL = frozenset("tous toutes".split())
_BEFORE_ALL = frozenset("à de en pour contre sur avec par".split())


def of_heaps(phrase: Phrase) -> Iterator[Fault]:
    """`Une dizaine de personne`, `pour tous renseignement`: what is counted is many."""
    words = phrase.words
    for at in range(1, len(words) - 1):
        is_heap = words[at - 1] in _HEAPS and words[at] in _OF
        is_all = words[at] in _ALL and words[at - 1] in _BEFORE_ALL
        mask = phrase.masks[at + 1]
        is_one = mask & CELLS and not mask & OTHER and not nominal(mask) & PLURAL
        is_month = words[at - 1] == "quinzaine" and words[at + 1] in _MONTHS
        if (
            (is_heap or is_all)
            and is_one
            and not is_month
            and not nominal(phrase.mask(at + 2)) & PLURAL
        ):
            right = forms.agreeing(words[at + 1], PLURAL) or "~the plural"
            message = f"{words[at + 1]!r} does not agree behind {words[at - is_heap]!r}"
            yield at + 1, at + 1, message, right


def _governs(phrase: Phrase, at: int) -> bool:
    """Whether what stands there can only be the object of a verb."""
    return phrase.word(at) in _ARTICLES or bool(phrase.mask(at) & INFINITIVE)


def _is_thing(mask: int) -> bool:
    return bool(mask & CELLS & PLURAL) and not mask & (OTHER | PRESENT)


def _joined(word: str) -> str:
    """The compound in which the first part has an ending more or less, or the last one more.

    >>> _joined("chef-lieux"), _joined("savoirs-faire"), _joined("vices-présidents")
    ('chefs-lieux', 'savoir-faire', 'vice-présidents')
    >>> _joined("garde-fous"), _joined("vice-présidents")
    ('', '')
    """
    first, _, last = word.partition("-")
    if last.startswith("rendu"):
        return ""  # `Comptes rendus` has no hyphen.
    if not word.endswith(_MANY) and not first.endswith(_MANY):
        return ""
    others = [f"{first}s-{last}", f"{first}-{last}s", f"{first}-{last}x"]
    if first.endswith(_MANY):
        others.append(f"{first[:-1]}-{last}")
    known = [one for one in others if nominal(dictionary.of(one)) & PLURAL]
    return known[0] if len(known) == 1 and not dictionary.of(word) else ""


def _invariable(word: str) -> str:
    """
    >>> _invariable("souhaitants"), _invariable("participants")
    ('souhaitant', '')
    """
    stem = word.removesuffix("s").removesuffix("e")
    is_ended = stem != word and stem.endswith("ant") and word[-1] in "es"
    return stem if is_ended and dictionary.of(stem) == PRESENT else ""
