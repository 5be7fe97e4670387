"""The gender of a French noun: by the dictionary, or what the texts and its ending tell of it."""

from __future__ import annotations

import re

from pipeline.checks.french import dictionary, lexicon
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
    told_by_dictionary = lexicon.place(noun)
    if told_by_dictionary or dictionary.of(noun):
        return told_by_dictionary and told_by_dictionary[0]
    singular = re.sub(r"(?<=eau)x$|s$", "", re.sub("(?<!e)aux$", "al", noun))
    known, ending = told(register).get(singular), by_ending(singular)
    if ending is None:
        return known
    return ending if known in (None, ending) else None


def by_ending(singular: str) -> int | None:
    """
    >>> by_ending("modification"), by_ending("règlement"), by_ending("chat")
    (1, 0, None)
    """
    return next((kind for kind, end in _ENDINGS if end.fullmatch(singular)), None)
