"""The gender of a French noun: what the texts themselves tell of it, and what its ending does."""

from __future__ import annotations

import re

from pipeline.checks.french.lexicon import FEMININE
from pipeline.checks.register import Register
from pipeline.sought import sought

# What it begins with is what is looked for first, and fast.
_ARTICLE_AND_NOUN = sought(
    r"([UuLlCc](?<!\w.)(?:(?<=[Uu])ne?|(?<=[Ll])[ae]|(?<=[Cc])ette)) ([a-zà-ÿœ]{4,})"
)
_OF_BOTH = sought(
    r"être|\w+(?:aire|iste|ève|naute|logue|aste|gue|ent|ont)|membre|adulte|jeune|collègue|guide"
)
_NO_NOUNS = frozenset(
    "même plus moins très tout toute bien peu fort quart demi cent mille autre seul seule mieux "
    "assez presque encore aussi tellement vraiment tant trop super mini open data fake".split()
)
_ENDINGS = (
    # 1 is feminine, 0 masculine.
    (1, sought(r".+(?:[st]ion|xion|té|ette|[ae]nce|ude|esse|logie|ure|erie|ière|euse|rice|aine)")),
    (0, sought(r".+(?:ment|isme|eau|oir|teur|age|ail|et|ier)")),
)
_IN_S = frozenset(
    "cours corps temps cas bras bois mois pays fonds repas pas avis accès progrès procès succès "
    "tas bas gros discours concours parcours recours secours processus refus dos os poids puits "
    "tapis colis devis permis compromis sous-bois abus".split()
)
"""They end so in the singular too: *la cour* is another word."""
_EXCEPTIONS = frozenset(
    "bastion silence squelette prélude interlude cimetière derrière arrière image page plage cage "
    "rage nage eau peau côté été comité comté traité arrêté pâté député murmure mercure augure "
    "capitaine domaine architecte sage soutien forêt"
    .split()
)  # fmt: skip


def told(register: Register) -> dict[str, int]:
    """What the articles in the texts tell of their nouns: 0 is masculine, 1 feminine."""
    if "genders" not in register.memo:
        counts: dict[str, list[int]] = {}
        for sheet in register.texts:
            if sheet.language[:2] == "fr":
                for article, noun in _ARTICLE_AND_NOUN.findall(sheet.source):
                    counts.setdefault(noun, [0, 0])[article.lower() in FEMININE] += 1
        register.memo["genders"] = {
            noun: int(count[1] > count[0])
            for noun, count in counts.items()
            if not min(count) and noun not in _NO_NOUNS and not _OF_BOTH.fullmatch(noun)
        }
    return register.memo["genders"]  # type: ignore[return-value]


def gender(noun: str, register: Register) -> int | None:
    """Nothing where text and ending tell two genders, or none."""
    if noun in _IN_S:
        return 0
    singular = re.sub(r"(?<=eau)x$|s$", "", re.sub("(?<!e)aux$", "al", noun))
    known = told(register).get(singular)
    ending = by_ending(singular)
    if ending is None or singular in _EXCEPTIONS:
        return known
    return ending if known in (None, ending) else None


def by_ending(singular: str) -> int | None:
    """
    >>> by_ending("modification"), by_ending("règlement"), by_ending("chat")
    (1, 0, None)
    """
    return next((kind for kind, end in _ENDINGS if end.fullmatch(singular)), None)
