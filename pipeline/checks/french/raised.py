"""Capitals that a common noun or a verb of French does not have."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.french import dictionary
from pipeline.checks.french.dictionary import CELLS, OTHER
from pipeline.checks.french.groups import PLURAL
from pipeline.checks.french.peoples import is_people
from pipeline.checks.french.phrases import Phrase, phrases
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, WARNING, Mark, Sheet
from pipeline.sought import sought

_MANY = frozenset("des aux ces nos vos leurs plusieurs quelques certains certaines".split())
_NAMES = frozenset(
    "état états alpes ardennes antilles landes caraïbes halles lumières jeux restos".split()
)
_NAMED = frozenset(
    "ministère ministre musée direction commission secrétariat office cour chambre fête maison "
    "centre institut loi code comité journée journées palais place rue avenue pont château "
    "cohésion festival salon union fédération ligue".split()
)
"""Behind one of them the capital may be that of a name."""
_OF = frozenset("de d’ d' des du".split())
_OFTEN = 4
"""What has its capital so often is a term of the house, or a name."""
_LED = sought(
    r"[A-ZÀ-Þ](?:(?<=es .)|(?<=[Aa]ux .)|(?<=[NnVv]os .)|(?<=urs .)|(?<=ins .)|(?<=aque .))[a-zà-ÿ]"
)
"""Behind `les`, `des`, `ces`, `quelques`, `plusieurs`, `certains`, `chaque` and their like."""
_INVERTED = sought(
    r"(?<=[a-zà-ÿ] )([A-ZÀ-Þ][a-zà-ÿ]+)-(?:nous|vous|t-(?:il|elle|on)|ils?|elles?|on)(?![\w’'-])"
)


def common(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*La gestion des Achats*, *chaque Association*, *Qui Sommes-nous*."""
    for block, start, text, phrase in phrases(sheet, register):
        for at in range(1, len(phrase.words)) if _LED.search(text) else ():
            if not _is_common(phrase, at):
                continue
            word = phrase.words[at]
            place = start + phrase.place(text, at)
            if block.is_own(place) and sheet.source.count(word) < _OFTEN:
                shown, small = phrase.shown(at - 1), word.lower()
                yield block.mark(
                    "T116", place, place + len(word),
                    f"{word!r} is a common noun in '{shown} {word}'", f"write {small}", NOTE,
                    small,
                )  # fmt: skip
    for block in sheet.blocks_in("fr").passages:
        for found in _INVERTED.finditer(block.text) if "-" in block.text else ():
            small = found[1].lower()
            if dictionary.of(small) & dictionary.VERB and block.is_said(found.start()):
                yield block.mark(
                    "T116", *found.span(1), f"{found[0]!r} has no capital in French",
                    f"write {small}", WARNING, small,
                )  # fmt: skip


def _is_common(phrase: Phrase, at: int) -> bool:
    word, before, behind = phrase.words[at], phrase.words[at - 1], phrase.word(at + 1)
    if not (word[0].isupper() and word[1:].islower()) or behind[:1].isupper() or behind == "-":
        return False
    mask = dictionary.of(word.lower())
    if not mask & CELLS or mask & OTHER or is_people(word.lower()) or word.lower() in _NAMES:
        return False
    if before == "les" and at == 1 and behind in _OF and mask & PLURAL:
        return True
    if before != "chaque" and not (before in _MANY and mask & PLURAL and word[-1] in "sx"):
        return False
    if behind in _OF and phrase.word(at + 2)[:1].isupper():
        return False  # `Les Startups d'État`.
    near = phrase.words[max(0, at - 8) : at - 1]
    return _NAMED.isdisjoint(near) and not any(one[:1].isupper() for one in near[1:][-5:])
