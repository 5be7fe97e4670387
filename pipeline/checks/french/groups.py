"""The noun group in French: a determiner, its noun, and the adjective behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.checks import signs
from pipeline.checks.french import genders, lexicon, lookalikes
from pipeline.checks.french.lexicon import (
    COUNTING,
    DETERMINERS,
    FEMININE,
    MASCULINE,
    PARTS,
    PLURAL,
)
from pipeline.checks.french.participles import PLURAL_PARTICIPLE, other_gender
from pipeline.checks.french.pieces import IN_É, IN_ÉE, LETTER
from pipeline.checks.register import Register
from pipeline.checks.sheet import OBJECT, Block, Mark, Sheet
from pipeline.sought import sought

_GROUP = sought(
    r"(?<![\w’'-])(?:(?:dix|vingt|trente|quarante|cinquante|soixante)-)?"
    rf"({'|'.join(DETERMINERS)}) ([a-zà-ÿœ]{{3,}})(?![\w’'·⋅/(-]|\.\w)"
    r"(?: ([a-zà-ÿœ]{5,})(?![\w’'·⋅/(-]|\.\w| (?:et|ou)\b|, ))?",
    re.IGNORECASE,
)
_RIGHT = {
    (0, 0): "un, le, ce", (1, 0): "une, la, cette",
    (0, 1): "les, des, ces", (1, 1): "les, des, ces",
}  # fmt: skip
_OF_HOURS = sought(r"\b(?:vingt|trente|quarante|cinquante|soixante|cent|mille) et $")
"""`Vingt et une heures`: the number is not one."""
_IS_PART = sought(rf"(?:{PARTS})s?")
_BEHIND_PREPOSITION = sought(
    r"(?:\b(?:de|à|en|sur|pour|par|dans|avec|sans|sous|chez|vers|entre|contre|selon|après|avant"
    r"|depuis|pendant|dont|comme|et|ou|toute|toutes|tous|durant|via|puis|hors|parmi|malgré|jusque"
    r"|que|si|au|aux|du|des|dès|voire|ni) |\b[dl][’'])$",
    re.IGNORECASE,
)
"""What stands behind a preposition is part of something else, and may have another gender."""
_MASCULINE_ADJECTIVE = (
    r"(?:(?!(?:lieux|cieux|vieux|mieux|ceux|deux|yeux|jeux|enjeux|feux|vœux|creux|aïeux"
    rf"|eux)$){LETTER}+eux"
    rf"|{LETTER}+(?:rat|mat|gat|lat|rmat|cat|nat|duc|str|pula|ges|sess|spor)if(?<!collectif)"
    rf"|{LETTER}{{2,}}(?:tionnel|turel|[nt]uel|iciel(?<!logiciel)|ional|cial|cipal|éral|éen))"
)
_FEMININE_ADJECTIVE = (
    rf"(?:{LETTER}+(?:euse|tionnelle|turelle|[nt]uelle|ionale|ciale|cipale|éenne|cienne|rative"
    r"|tative|gative|ducative|ctive))(?<!perspective)(?<!directive)(?<!alternative)(?<!statuelle)"
    r"(?<!narrative)(?<!rédactive)"
)
_SINGULAR_ADJECTIVE = (
    rf"(?:{LETTER}{{2,}}(?:tionnel|turel|[nt]uel|ional|cial|cipal|éral|éen|atif(?<!adjectif)"
    rf"|iste)|{_FEMININE_ADJECTIVE})"
)
_BESIDE = (
    # What stands before the noun, how the wrong word ends, what it is, and what is right.
    (FEMININE, ("é", "eux", "if", "el", "al", "éen"),
     sought(rf"(?:{IN_É}|{_MASCULINE_ADJECTIVE})"), "the feminine"),
    (MASCULINE, ("ée", "euse", "elle", "ale", "enne", "ive"),
     sought(rf"(?:{IN_ÉE}|{_FEMININE_ADJECTIVE})"), "the masculine"),
    (PLURAL, ("é", "if", "el", "al", "éen", "iste", "euse", "elle", "ale", "enne", "ive"),
     sought(rf"(?:{IN_É}|{_SINGULAR_ADJECTIVE})"), "the plural"),
)  # fmt: skip
_ENDINGS = {small: ends for smalls, ends, _, _ in _BESIDE for small in smalls}
_ADJECTIVE_ENDS = tuple({end for ends in _ENDINGS.values() for end in ends})


def of_groups(sheet: Sheet, register: Register) -> Iterator[Mark]:
    for block in sheet.blocks_in("fr").passages:
        if signs.is_lined(block) and _may_disagree(block.letters):
            for found in _GROUP.finditer(block.text):
                if not found[2][0].isupper():  # A name: `le Territoires Store`.
                    yield from _of_group(block, found, register)


def _may_disagree(words: Sequence[str]) -> bool:
    """Whether a determiner stands there before words that may ask for another one."""
    nouns, adjectives = lexicon.nouns(), lexicon.adjectives()
    for small, noun, word in zip(words, words[1:], [*words[2:], ""], strict=False):
        asked = DETERMINERS.get(small)
        if asked is None:
            continue
        known = nouns.get(noun)
        if known and (asked[1] != known[1] or asked[0] not in (None, known[0])):
            return True
        if known and word in adjectives and known not in adjectives[word][1]:
            return True
        if asked[1] and noun[-1] not in "sxz" and small in COUNTING:
            return True
        if len(word) < 5:
            continue
        if word.endswith(_ENDINGS.get(small, ())):
            return True
        if small in PLURAL and noun[-1] == "s" and word.endswith(("e", "és", "ées")):
            return True
    return False


def _of_group(block: Block, found: re.Match[str], register: Register) -> Iterator[Mark]:
    noun = lexicon.nouns().get(found[2].lower())
    told = []
    if noun and not block.is_foreign(found.start()) and OBJECT not in found[0]:
        told = list(_of_known(block, found, noun))
    yield from told or _beside(block, found, register)


def _of_known(block: Block, found: re.Match[str], noun: tuple[int, int]) -> Iterator[Mark]:
    determiner, word = found[1].lower(), found[2].lower()
    gender, number = DETERMINERS[determiner]
    is_doubtful = not lexicon.ALSO_VERBS.isdisjoint((word, word.rstrip("sx")))
    if is_doubtful and (
        determiner in lexicon.PRONOUNS or word in ("public", "politique", "jeune", "membre")
    ):
        return
    if word.rstrip("s") == "partenaire" and gender is not None:
        noun = (gender, noun[1])
    if lexicon.many(word) == word and noun[1] == 0:
        noun = (noun[0], number)
    disagrees = number != noun[1] or (gender is not None and noun[1] == 0 and gender != noun[0])
    if number != noun[1] and word in ("élu", "expert"):
        return
    if determiner in ("un", "une") and _OF_HOURS.search(block.text[: found.start()]):
        return
    if disagrees:
        yield block.mark(
            "X138", found.start(1), found.end(2), f"{found[1]} {found[2]!r} does not agree",
            f"write {_RIGHT[noun]} {found[2]}, or change the noun",
        )  # fmt: skip
        return
    adjective = lexicon.adjectives().get(found[3].lower()) if found[3] else None
    if adjective and noun not in adjective[1] and not is_doubtful:
        right = adjective[0][noun[0] + 2 * noun[1]]
        yield block.mark(
            "X138", found.start(3), found.end(3), f"{found[3]!r} does not agree with {found[2]!r}",
            f"write {right}", instead=right,
        )  # fmt: skip


def _beside(block: Block, found: re.Match[str], register: Register) -> Iterator[Mark]:
    """`La ville jumelé`, `les acteurs local`: whatever the noun, by the endings."""
    small, noun, word = (each.lower() if each else "" for each in found.groups())
    if _IS_PART.fullmatch(noun) or _BEHIND_PREPOSITION.search(
        block.text[max(0, found.start() - 10) : found.start()]
    ):
        return
    if small in COUNTING and noun[-1] not in "sxz":
        if noun in genders.told(register) and noun[-3:] != "ent":
            yield from _told(block, found, "the plural", 2)
    elif word.endswith(_ADJECTIVE_ENDS) and not noun.endswith(("er", "ir")):
        right = next(
            (r for smalls, _, form, r in _BESIDE if small in smalls and form.fullmatch(word)), ""
        )
        if small not in PLURAL or noun[-1] in "sx":
            yield from _told(block, found, right, 3)
    elif word[-1:] == "e" and small in PLURAL and noun[-1] == "s":
        # Where the sentence begins with the noun, nothing else can be its verb.
        if found[1][0].isupper() and found[3].islower() and not lookalikes.is_no_adjective(word):
            yield from _told(block, found, "the plural", 3)
    elif word.endswith(("és", "ées")) and small in PLURAL and PLURAL_PARTICIPLE.fullmatch(word):
        yield from _told(block, found, other_gender(noun, word, register), 3)


def _told(block: Block, found: re.Match[str], right: str, group: int) -> Iterator[Mark]:
    start, end = found.span(group)
    if not right or lookalikes.is_no_form(found[group].lower()):
        return
    if OBJECT not in found[0] and block.is_own(start):
        yield block.mark(
            "X138", start, end, f"{found[group]!r} does not agree: {found[0]!r}", f"write {right}"
        )
