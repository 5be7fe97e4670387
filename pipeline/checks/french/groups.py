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
    r"(?: ([a-zà-ÿœ]{5,})(?![\w’'·⋅/(-]|\.\w| (?:et|ou)\b|, | [-–/]))?",
    re.IGNORECASE,
)
_ELIDED = sought(
    r"(?<![\w’'-])([Ll][’'])([A-Za-zÀ-ÿœ][a-zà-ÿœ]{2,})(?![\w’'·⋅/(-]|\.\w)"
    r"(?: ([a-zà-ÿœ]{5,})(?![\w’'·⋅/(-]|\.\w| (?:et|ou)\b|, ))?"
)
_LED = sought(
    rf"(?<![\w’'-])(?:({'|'.join(DETERMINERS)}|de) |[dD][’'])([a-zà-ÿœ]{{3,}}) ([a-zà-ÿœ]{{3,}})"
    r"(?![\w’'·⋅/(-]|\.\w)",
    re.IGNORECASE,
)
_ALL = sought(
    r"(?<![\w’'-])(tous|toutes) (?:les|ces|nos|vos|leurs|ses) ([a-zà-ÿœ]{3,})(?![\w’'·⋅/(-]|\.\w)",
    re.IGNORECASE,
)
_ALL_OF_US = sought(
    r"\b(?:ai|avons|avez|ont|a|avait|avaient|auront|nous|vous|sont|sommes|êtes|ils|elles|eux) $"
)
"""`Ils ont tous les outils`: it is they who are all."""
_RIGHT = {
    (0, 0): "un, le, ce", (1, 0): "une, la, cette",
    (0, 1): "les, des, ces", (1, 1): "les, des, ces",
}  # fmt: skip
_OF_HOURS = sought(r"\b(?i:vingt|trente|quarante|cinquante|soixante|cent|mille) et $")
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
        near = _near(block.letters) if signs.is_lined(block) else ""
        if "group" in near:
            for found in _GROUP.finditer(block.text):
                if not found[2][0].isupper():  # A name: `le Territoires Store`.
                    yield from _of_group(block, found, register)
        if "elided" in near:
            yield from _of_elided(block)
        if "led" in near:
            yield from _of_led(block)
        if "all" in near:
            yield from _of_all(block)


_OF_MANY = frozenset(["de", "d"])
_ALL_FORMS = frozenset(["tous", "toutes"])
_ASKING = frozenset([*DETERMINERS, "l", *_OF_MANY, *_ALL_FORMS])


def _near(words: Sequence[str]) -> set[str]:
    """Which kinds of groups may not agree there."""
    near: set[str] = set()
    nouns, adjectives = lexicon.nouns(), lexicon.adjectives()
    for small, noun, word in zip(words, words[1:], [*words[2:], ""], strict=False):
        if small not in _ASKING:
            continue
        if noun in adjectives and word in nouns and nouns[word] not in adjectives[noun][1]:
            near.add("led")
        if small in DETERMINERS:
            if "group" not in near and _may_disagree(small, noun, word):
                near.add("group")
        elif small == "l":
            known = nouns.get(noun)
            if known and (known[1] or (word in adjectives and known not in adjectives[word][1])):
                near.add("elided")
        elif small in _ALL_FORMS and word in nouns:
            near.add("all")
    return near


def _may_disagree(small: str, noun: str, word: str) -> bool:
    """Whether a determiner stands before words that may ask for another one."""
    nouns, adjectives, asked = lexicon.nouns(), lexicon.adjectives(), DETERMINERS[small]
    known = nouns.get(noun)
    if known and (asked[1] != known[1] or asked[0] not in (None, known[0])):
        return True
    if known and word in adjectives and known not in adjectives[word][1]:
        return True
    if asked[1] and noun[-1] not in "sxz" and small in COUNTING:
        return True
    if len(word) < 5:
        return False
    if word.endswith(_ENDINGS.get(small, ())):
        return True
    return small in PLURAL and noun[-1] == "s" and word.endswith(("e", "és", "ées"))


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
    if word.rstrip("s") in lexicon.OF_BOTH and gender is not None:
        noun = (gender, noun[1])
    if lexicon.many(word) == word and noun[1] == 0:
        noun = (noun[0], number)
    disagrees = number != noun[1] or (gender is not None and noun[1] == 0 and gender != noun[0])
    if number != noun[1] and word in ("élu", "expert"):
        return
    if block.text[found.end(2) :].startswith((f" à {word}", " à oreille")):
        return  # `Au porte à porte`.
    if determiner in ("un", "une") and _OF_HOURS.search(block.text[: found.start()]):
        return
    if disagrees:
        yield block.mark(
            "X138", found.start(1), found.end(2), f"{found[1]} {found[2]!r} does not agree",
            f"write {_RIGHT[noun]} {found[2]}, or change the noun",
        )  # fmt: skip
        return
    if found[3] and not is_doubtful:
        yield from _of_adjective(block, found, noun)


def _of_adjective(
    block: Block, found: re.Match[str], noun: tuple[int, int], at: int = 3, of: int = 2
) -> Iterator[Mark]:
    adjective = lexicon.adjectives().get(found[at].lower())
    if adjective is None or noun in adjective[1]:
        return
    if at == 3 and adjective[0][0] in lexicon.ONLY_BEFORE:
        return  # `Des solutions grand public`.
    if block.text[found.end(at) :].startswith((f" par {found[at]}", f" à {found[at]}")):
        return  # `Commune par commune`.
    if found[of].lower().rstrip("s") in lexicon.OF_BOTH and any(
        fit[1] == noun[1] for fit in adjective[1]
    ):
        return
    if at == 3 and noun[1] == 0 and all(fit[1] for fit in adjective[1]):
        # `Les membres du conseil européens`: they may belong to what stands before.
        before = block.text[max(0, found.start() - 12) : found.start()]
        if found[1].lower() in ("du", "au") or _BEHIND_PREPOSITION.search(before):
            return
    if at == 3 and _may_be_of_another(block, found, adjective[1]):
        return
    right = adjective[0][noun[0] + 2 * noun[1]]
    yield block.mark(
        "X138", found.start(at), found.end(at), f"{found[at]!r} does not agree with {found[of]!r}",
        f"write {right}", instead=right,
    )  # fmt: skip


_NEVER_ALONE = frozenset("différent nombreux nouveau ancien principal véritable".split())
_BEFORE_ITS_OWN = sought(r"(?<!\w)([a-zà-ÿœ]{3,}) (?:de )?$")


def _may_be_of_another(
    block: Block, found: re.Match[str], fits: frozenset[tuple[int, int]]
) -> bool:
    """`La modification des règles nécessaire`: it may belong to the noun before."""
    if found[1].lower() not in ("des", "du", "de", "la", "l’", "l'"):
        return False
    before = _BEFORE_ITS_OWN.search(block.text[max(0, found.start() - 25) : found.start()])
    if before is None or (found[1].lower() in ("la", "l’", "l'") and before[0][-4:] != " de "):
        return False
    kind = genders.by_ending(before[1])
    known = lexicon.nouns().get(before[1], None if kind is None else (kind, 0))
    return known in fits


def _of_elided(block: Block) -> Iterator[Mark]:
    """`L’espaces`, `l’assemblée départemental`."""
    nouns = lexicon.nouns()
    for found in _ELIDED.finditer(block.text):
        noun = nouns.get(found[2].lower())
        if noun is None or block.is_foreign(found.start()) or OBJECT in found[0]:
            continue
        if noun[1] and found[2].islower():
            yield block.mark(
                "X138", found.start(2), found.end(2), f"{found[0]!r} does not agree",
                f"write {_RIGHT[noun]} {found[2]}, or change the noun",
            )  # fmt: skip
        elif not noun[1] and found[3] and found[2].lower() not in lexicon.ALSO_VERBS:
            before = block.text[max(0, found.start() - 12) : found.start()]
            if not _BEHIND_PREPOSITION.search(before):
                yield from _of_adjective(block, found, noun)


def _of_led(block: Block) -> Iterator[Mark]:
    """`Les différent acteurs`, `le premier réunion`, `de nombreux villes`."""
    nouns, adjectives = lexicon.nouns(), lexicon.adjectives()
    for found in _LED.finditer(block.text):
        noun, adjective = nouns.get(found[3].lower()), adjectives.get(found[2].lower())
        if noun is None or adjective is None or adjective[0][0] not in lexicon.BEFORE_NOUNS:
            continue
        if block.is_foreign(found.start()) or OBJECT in found[0] or not found[3].islower():
            continue
        word = found[3].lower()
        is_led = found[1] is not None and found[1].lower() != "de"
        if not noun[1] and lexicon.many(word) == word:
            continue
        # `Cette dernière annonce la fête`.
        if adjective[0][0] not in _NEVER_ALONE and not lexicon.ALSO_VERBS.isdisjoint(
            (word, word.rstrip("sx"))
        ):
            continue
        if is_led or noun[1]:
            yield from _of_adjective(block, found, noun, 2, 3)


def _of_all(block: Block) -> Iterator[Mark]:
    """`Tous les villes`."""
    for found in _ALL.finditer(block.text):
        noun = lexicon.nouns().get(found[2].lower())
        wrong = 1 if found[1].lower() == "tous" else 0
        if noun != (wrong, 1) or found[2].lower().rstrip("s") in lexicon.OF_BOTH:
            continue
        if not block.is_foreign(found.start()) and not _ALL_OF_US.search(
            block.text[max(0, found.start() - 10) : found.start()]
        ):
            yield block.mark(
                "X138", found.start(1), found.end(1), f"{found[1]!r} does not agree: {found[0]!r}",
                f"write {'toutes' if wrong else 'tous'}",
            )  # fmt: skip


def _beside(block: Block, found: re.Match[str], register: Register) -> Iterator[Mark]:
    """`La ville jumelé`, `les acteurs local`: whatever the noun, by the endings."""
    small, noun, word = (each.lower() if each else "" for each in found.groups())
    word = word if found[3] and found[3].islower() else ""  # `La médiathèque André Labarrère`.
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
