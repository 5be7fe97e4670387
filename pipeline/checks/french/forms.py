"""Other forms of a French word: its feminine, its plural, what it is with another subject."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.french import dictionary
from pipeline.checks.french.dictionary import CELLS, MANY, ONE

_FAMILIES = (
    # Masculine and feminine of one, then of many.
    ("", "e", "s", "es"), ("", "", "s", "s"), ("", "", "x", "x"), ("al", "ale", "aux", "ales"),
    ("eux", "euse", "eux", "euses"), ("f", "ve", "fs", "ves"), ("l", "lle", "ls", "lles"),
    ("n", "nne", "ns", "nnes"), ("er", "ère", "ers", "ères"), ("c", "que", "cs", "ques"),
    ("s", "se", "s", "ses"), ("s", "sse", "s", "sses"), ("teur", "trice", "teurs", "trices"),
    ("eur", "euse", "eurs", "euses"), ("eau", "elle", "eaux", "elles"),
    ("et", "ète", "ets", "ètes"), ("et", "ette", "ets", "ettes"), ("c", "che", "cs", "ches"),
    ("ail", "", "aux", ""), ("g", "gue", "gs", "gues"), ("s", "", "s", ""), ("x", "", "x", ""),
    ("ec", "èche", "ecs", "èches"),
)  # fmt: skip
_VERBS = (
    # The rarer ones first: `serve` is one, too, but not what was meant.
    ("it", "issent"), ("it", "ivent"), ("it", "isent"), ("oit", "oivent"), ("ient", "iennent"),
    ("end", "ennent"), ("eut", "euvent"), ("eut", "eulent"), ("ert", "ervent"), ("met", "mettent"),
    ("est", "sont"), ("d", "dent"), ("e", "ent"), ("ait", "aient"), ("ra", "ront"), ("t", "tent"),
    ("t", "ent"), ("ît", "issent"), ("aît", "aissent"), ("int", "ignent"), ("oit", "oient"),
    ("t", "lvent"), ("a", "ont"), ("ait", "ont"), ("it", "irent"), ("a", "èrent"),
)  # fmt: skip


def agreeing(word: str, cells: int) -> str:
    """The form of *word* that is of one of *cells*, or nothing.

    >>> agreeing("local", 0b0100), agreeing("réunie", 0b0001), agreeing("bleu", 0b1000)
    ('locaux', 'réuni', 'bleues')
    """
    own = dictionary.of(word)
    return next((one for one in _others(word) if _is_of(one, own, cells)), "")


def _is_of(form: str, own: int, cells: int) -> bool:
    other = dictionary.of(form)
    return any(own >> at & CELLS and other >> at & CELLS & cells for at in (0, 4, 8))


def _others(word: str) -> Iterator[str]:
    for family in _FAMILIES:
        for end in dict.fromkeys(family):
            if word.endswith(end):
                stem = word[: len(word) - len(end)]
                yield from (stem + other for other in dict.fromkeys(family) if other != end)


def of_many(verb: str) -> str:
    """
    >>> of_many("organise"), of_many("peut"), of_many("finira"), of_many("est")
    ('organisent', 'peuvent', 'finiront', 'sont')
    """
    return _turned(verb, _VERBS, MANY)


def of_one(verb: str) -> str:
    """
    >>> of_one("organisent"), of_one("ont"), of_one("finissent")
    ('organise', 'a', 'finit')
    """
    return _turned(verb, tuple((many, one) for one, many in _VERBS), ONE)


def _turned(verb: str, pairs: tuple[tuple[str, str], ...], person: int) -> str:
    turned = (verb.removesuffix(end) + other for end, other in pairs if verb.endswith(end))
    return next((one for one in turned if dictionary.of(one) & person), "")
