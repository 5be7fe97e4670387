"""The noun group in French: a determiner, its noun, and the adjectives about it."""

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
from pipeline.checks.french.lexicon import DETERMINERS, LED, NUMERALS, ONLY_LED
from pipeline.checks.french.phrases import Fault, Phrase
from pipeline.sought import sought

SINGULAR, PLURAL = 0b0011, 0b1100
_ADJECTIVES = CELLS << ADJECTIVE
_THIRD = ONE | MANY | INFINITIVE
_PRONOUNS = frozenset("le la les l’ l' leur plusieurs certains certaines aucun aucune".split())
"""Determiners that stand before a verb, or in the place of a noun, as well."""
_BEFORE_PRONOUNS = frozenset("que qu’ qu' et ou à pour de d’ d' dont sans comme ni puis".split())
_MANY_OF = frozenset(["plusieurs", "certains", "certaines"])
_OF, _ELIDED = frozenset("de d’ d'".split()), frozenset("l’ l'".split())
_PERSONS = frozenset("je j’ j' tu nous vous ne n’ n' me te m’ m' t’ t'".split())
_GOVERNING = frozenset(
    "de d’ d' du des au aux à en sur pour par dans avec sans sous chez vers entre contre selon "
    "après avant depuis pendant comme et ou durant via hors parmi malgré que qu’ qu' ni dès puis "
    "toute tout toutes tous dont".split()
)
"""What stands behind one of them is part of something else, which may have the adjective."""
_LINKING = frozenset("de d’ d' du des au aux à en pour sur par sans avec sous".split())
_STOPS = frozenset([".", ",", ";", ":", ")", "!", "?", "", "et", "pour"])
_JOINED = frozenset("et ou , / - – — & ni".split())
_AUXILIARIES = frozenset(
    "a ont avait avaient aura auront ai avons avez est sont était étaient sera seront été".split()
)
_HOURS = frozenset("vingt trente quarante cinquante soixante cent mille".split())
_JUDGING = frozenset("juge montre nomme garde porte laisse note marque".split())
"""`Il le juge nécessaire`: nouns that are verbs with an adjective, too."""
_NO_HEADS = frozenset("fois chose choses part suite air".split())
NEVER_BEHIND = frozenset(
    "possible compris comprise passé passée vu excepté exceptée demi demie bon bonne fort haut "
    "bas plein clair foncé pâle vif marine fin net même mêmes tel telle tels telles standard max "
    "maximum minimum super pile court type clé vecteur client utilisateur".split()
)
"""They may stand behind a noun and belong to something else."""
_ADJECTIVE_ENDS = tuple(
    f"{end}{many}"
    for end in (
        *("al", "ale", "el", "elle", "if", "ive", "ique", "eux", "euse", "ien", "ienne", "éen"),
        *("éenne", "ais", "aise", "ain", "aine", "é", "ée", "aire", "ier", "ière", "ant"),
        "ic",
        "aux",
    )
    for many in ("", "s")
)


def of_groups(phrase: Phrase) -> Iterator[Fault]:
    """`Les ville`, `une réunion important`."""
    masks, words = phrase.masks, phrase.words
    for at in range(len(words) - 1):
        wanted = DETERMINERS.get(words[at])
        if wanted and masks[at + 1]:
            yield from _of_group(phrase, at, wanted)
            if words[at - 1] in _ALL and at:
                yield from _of_all(phrase, at)
        elif words[at] in _FIRST and _is_apposed(phrase, at):
            yield from _of_adjective(phrase, at, masks[at + 1] & CELLS & adjectival(masks[at]))
        elif words[at] in _BARE and _is_noun(masks[at + 1]):
            yield from _of_adjective(phrase, at, masks[at + 1] & CELLS)


_FIRST = frozenset("premier première second seconde dernier dernière".split())


def _is_apposed(phrase: Phrase, at: int) -> bool:
    """`Kaunas, première ville de Lituanie`: a noun and its first adjective, and no article."""
    return phrase.word(at - 1) in (",", "(", "") and _is_noun(phrase.masks[at + 1])


_BARE = frozenset("en par sans avec sous".split())
"""Behind them a noun stands without its article: `en milieu rural`."""
_ALL = {"tous": 0b0100, "toutes": 0b1000, "Tous": 0b0100, "Toutes": 0b1000}
_ALL_OF_US = frozenset(
    "ai avons avez ont a avait avaient auront nous vous sont sommes êtes ils elles eux".split()
)
"""`Ils ont tous les outils`: it is they who are all."""


def _of_all(phrase: Phrase, at: int) -> Iterator[Fault]:
    """`Tous les villes`."""
    cells, wanted = nominal(phrase.masks[at + 1]) & PLURAL, _ALL[phrase.words[at - 1]]
    if not cells or cells & wanted or not phrase.masks[at + 1] & CELLS:
        return
    is_alone = phrase.words[at] in _LINKING or phrase.word(at - 2) in _ALL_OF_US
    if not is_alone and not _may_be_verb(phrase, at):
        message = f"{phrase.shown(at - 1)!r} does not agree: {phrase.words[at + 1]!r}"
        yield at - 1, at - 1, message, "toutes" if cells == 0b1000 else "tous"


def _of_group(phrase: Phrase, at: int, wanted: int) -> Iterator[Fault]:
    small, word, mask = phrase.words[at], phrase.words[at + 1], phrase.masks[at + 1]
    cells = nominal(mask)
    if word in _MANY_LED and _is_single(phrase, at + 2) and not wanted & SINGULAR:
        right = forms.agreeing(phrase.words[at + 2], PLURAL)
        message = f"{phrase.words[at + 2]!r} does not agree with '{small} {word}'"
        yield at + 2, at + 2, message, right or "~the plural"
    elif word in LED and (_is_noun(phrase.mask(at + 2)) or _must_lead(phrase, at)):
        yield from _of_led(phrase, at, wanted)
    elif not cells or mask & OTHER or small in _OF:
        return
    elif _may_be_verb(phrase, at):
        if mask & CELLS and not mask & (INFINITIVE | PRESENT) and word not in _JUDGING:
            yield from _of_adjective(phrase, at, mask & wanted)
    elif not cells & wanted:
        yield from _of_determiner(phrase, at, wanted, cells)
    elif mask & CELLS and word not in _NO_HEADS:
        yield from _of_adjective(phrase, at, mask & wanted)


_LEADING = frozenset(
    form for word in ("meilleur", "mauvais", "vrai") for form in lexicon.regular(word)
) | frozenset("nouveau nouveaux nouvel nouvelle nouvelles bon bons bonne bonnes".split())


def _must_lead(phrase: Phrase, at: int) -> bool:
    """`Une meilleur image`: what stands behind such a word is a noun, though a verb elsewhere."""
    mask = phrase.mask(at + 2)
    is_noun = mask & CELLS and not mask & (OTHER | PRESENT | INFINITIVE)
    is_led = phrase.words[at + 1] in _LEADING and phrase.words[at] not in _PRONOUNS
    return bool(is_noun) and is_led


_MANY_LED = frozenset(
    "mêmes nouveaux nouvelles différents différentes principaux principales nombreux nombreuses "
    "prochains prochaines divers diverses anciens anciennes".split()
)


def _is_single(phrase: Phrase, at: int) -> bool:
    """`Les mêmes horaire`: a noun or an adjective of one, and nothing else."""
    mask = phrase.mask(at)
    return bool(nominal(mask) and not nominal(mask) & PLURAL and not mask & ~_NOMINAL)


_NOMINAL = CELLS | CELLS << ADJECTIVE


def _is_noun(mask: int) -> bool:
    """Whether it is a noun, and neither an adjective of other things nor a verb of a third."""
    is_other = mask >> ADJECTIVE & CELLS & ~mask or mask & (_THIRD | OTHER | PRESENT)
    return bool(mask & CELLS) and not is_other


def _may_be_verb(phrase: Phrase, at: int) -> bool:
    """`Les porte`, `les avoir`: but *le projets* cannot be a verb, nor *dans les rencontre*."""
    small, mask, before = phrase.words[at], phrase.masks[at + 1], phrase.word(at - 1)
    if small not in _PRONOUNS and small not in NUMERALS:
        return (small in ("quel", "quelle") and phrase.words[at + 1] == "est") or before in _ELIDED
    if mask & (INFINITIVE | PRESENT) or (mask & VERB and before in _PERSONS):
        return True
    if small in _MANY_OF and not mask & MANY:
        return False
    if small in NUMERALS:
        return bool(mask & _THIRD)  # `Un sur cinq est venu`.
    return bool(mask & _THIRD) and (before not in _GOVERNING or before in _BEFORE_PRONOUNS)


def _of_led(phrase: Phrase, at: int, wanted: int) -> Iterator[Fault]:
    """`Le premier réunion`, `les nouveaux ville`, `de grande villes`."""
    small, word, noun = phrase.words[at], phrase.words[at + 1], phrase.masks[at + 2] & CELLS
    fits = adjectival(phrase.masks[at + 1])
    if small in _OF:
        is_many = word in ("nombreux", "nombreuses")
        if (fits & noun and (noun & PLURAL or not is_many)) or not (fits | noun) & PLURAL:
            return
        wanted = noun & PLURAL or PLURAL
    if noun & wanted & fits:
        yield from _of_adjective(phrase, at + 1, noun & wanted)
    elif noun & wanted and word not in ("grand", "seul", "seuls", "demi", "premiers"):
        right = forms.agreeing(word, noun & wanted)
        message = f"{word!r} does not agree with {phrase.words[at + 2]!r}"
        yield at + 1, at + 1, message, right or "~another form"
    elif not noun & wanted and word not in ("grand", "seul", "seuls", "demi", "premiers"):
        yield from _told(phrase, at, at + 2, noun)


def _of_determiner(phrase: Phrase, at: int, wanted: int, cells: int) -> Iterator[Fault]:
    """`Les ville`, `une projet`."""
    if phrase.words[at + 1] in lexicon.INVARIABLE:
        return
    word, mask, behind = phrase.words[at + 1], phrase.masks[at + 1], phrase.mask(at + 2)
    if phrase.word(at + 2) == "." and word == "art":
        return  # `Des art. 60 à 62`.
    if word.endswith("er") and _is_pronoun(phrase, at):
        return
    if phrase.word(at + 2) == "et" and word in LED and phrase.mask(at + 3):
        return  # `Les premier et deuxième ateliers`.
    if any(cells & number and wanted & number for number in (SINGULAR, PLURAL)):
        if not mask & CELLS or word.rstrip("s") in lexicon.OF_BOTH:
            return
        if mask & _ADJECTIVES and behind & CELLS:
            return
        if not behind and phrase.word(at + 2).isalpha() and phrase.word(at + 2).islower():
            return  # `La mailing list`, but not `quels villes aimes-tu`.
    if phrase.word(at - 2) in _HOURS and phrase.word(at - 1) == "et":
        return
    if word in (phrase.word(at - 2), phrase.word(at + 3)) and "à" in (
        phrase.word(at - 1),
        phrase.word(at + 2),
    ):
        return  # `Au porte à porte`.
    if word == "bouche" and phrase.word(at + 3) == "oreille":
        return
    yield from _told(phrase, at, at + 1, cells)


def _is_pronoun(phrase: Phrase, at: int) -> bool:
    """`De les challenger`: verbs of today are in no dictionary."""
    before, mask = phrase.word(at - 1), phrase.mask(at - 1)
    is_led = before in ("de", "à", "pour", "sans") or mask & VERB or mask == OTHER
    return phrase.words[at] in lexicon.PRONOUNS and bool(is_led)


_RIGHT = ("un, le, ce", "une, la, cette", "les, des, ces", "les, des, ces")


def _told(phrase: Phrase, at: int, last: int, cells: int) -> Iterator[Fault]:
    word = phrase.words[last]
    right = _RIGHT[(cells & -cells).bit_length() - 1]
    message = f"{phrase.shown(at)} {word!r} does not agree"
    yield at, last, message, f"~{right} {word}, or change the noun"


_OTHER_CELL = {0b0001: 0b1000, 0b0010: 0b0100, 0b0100: 0b0010, 0b1000: 0b0001}


def _of_adjective(phrase: Phrase, at: int, cells: int) -> Iterator[Fault]:
    """`Une réunion important`, behind the noun at *at* + 1."""
    word, mask = phrase.word(at + 2), phrase.mask(at + 2)
    found = adjectival(mask)
    if not found or found & cells or mask & (OTHER | _THIRD):
        return
    behind = phrase.mask(at + 3)
    is_last = phrase.word(at + 3) in _STOPS or (behind & _THIRD and not behind & ~VERB)
    if mask & PRESENT and (not is_last or phrase.word(at + 3) == ","):
        return  # `Une lettre important du blé`.
    if phrase.mask(at + 3) & CELLS & found and not phrase.mask(at + 3) & _THIRD:
        return  # `Un covoiturage courte distance`.
    if not cells or word in NEVER_BEHIND or word in ONLY_LED or is_manifold(word):
        return
    if mask & CELLS and phrase.masks[at + 1] & _ADJECTIVES:
        return  # `Ses propres directives`.
    if mask & CELLS == found == _OTHER_CELL.get(cells) and not word.endswith("aux"):
        return  # `La mission logiciels`: an adjective would be wrong twice.
    is_noun = (mask | phrase.masks[at + 1] >> ADJECTIVE) & CELLS
    if is_noun and not is_bare(word, mask, cells) and not is_ending(phrase, at + 2, cells):
        return
    near = phrase.words[max(0, at - 5) : at]
    if phrase.word(at - 1) in _GOVERNING and not _AUXILIARIES.isdisjoint(near):
        return  # `Ils ont par ailleurs dans la ville voté`.
    if not _may_be_of_another(phrase, at, cells, found):
        right = forms.agreeing(word, cells)
        noun = phrase.words[at + 1]
        yield at + 2, at + 2, f"{word!r} does not agree with {noun!r}", right or "~another form"


def is_manifold(word: str) -> bool:
    """Whether it may be of one thing, too: `une recherche multicritères`."""
    return word.startswith(("multi", "pluri")) and word.endswith("s")


def is_bare(word: str, mask: int, cells: int) -> bool:
    """Whether it lacks an ending: `les agents public`, but not `le pôle logiciels`."""
    found = adjectival(mask)
    lacks = (cells & PLURAL and not found & PLURAL) or (
        cells == cells & 0b1010 and not found & 0b1010
    )
    if mask >> PARTICIPLE & found and bool(found & PLURAL) == bool(cells & PLURAL):
        return word not in ("donnée", "données") and not word.endswith(
            ("ise", "ises", "ite", "ites")
        )
    is_of_number = bool(found & PLURAL) == bool(cells & PLURAL)
    if mask & CELLS & ~found or not word.endswith(_ADJECTIVE_ENDS):
        return False
    return bool(lacks or is_of_number)


def is_ending(phrase: Phrase, at: int, cells: int) -> bool:
    """`Des jardins sec.`: a noun would need an article; *plastique* and *jeune* are said of many.

    *sec* has a feminine that is not the same word, and nothing follows that it could lead.
    """
    found, mask = adjectival(phrase.masks[at]), phrase.masks[at]
    cells &= phrase.masks[at - 1]
    is_one = found == 0b0001 and cells & PLURAL and not mask & CELLS & ~found
    return bool(is_one) and _is_left(phrase, at) and bool(forms.agreeing(phrase.words[at], 0b1000))


def _is_left(phrase: Phrase, at: int) -> bool:
    behind, beyond = phrase.word(at + 1), phrase.word(at + 2)
    if behind in _JOINED and behind not in (",", "–", "—", "-"):
        return beyond in DETERMINERS or beyond in _LINKING
    return behind in _ENDS or behind in _LINKING


_ENDS = frozenset([".", ",", ";", ":", ")", "!", "?", "»", "", "qui", "que", "dont"])


def is_shared(phrase: Phrase, at: int, found: int) -> bool:
    """`Les secteurs public et privé`: each of them has its own adjective."""
    behind = phrase.word(at + 1)
    beyond = phrase.word(at + 2)
    is_one = not adjectival(phrase.mask(at + 2)) and (behind == "," or beyond in DETERMINERS)
    return not found & PLURAL and behind in _JOINED and not is_one


_SIGN = sought(r"[.;:()«»]")


def _may_be_of_another(phrase: Phrase, at: int, cells: int, found: int) -> bool:
    """`La modification des règles nécessaire`: it may belong to a noun before, or to several."""
    small, before, behind = phrase.words[at], phrase.word(at - 1), phrase.word(at + 3)
    if behind in ("par", "à") and phrase.word(at + 4) == phrase.word(at + 2):
        return True  # `Commune par commune`.
    if cells & PLURAL and is_shared(phrase, at + 2, found):
        return True
    is_governed = before in _GOVERNING or small in _LINKING
    if is_governed and not found & SINGULAR and not cells & PLURAL:
        return True
    if before in ("et", "ou") and found == 0b0100:
        return True  # `Les usagers et les collectivités impliqués`.
    if small not in _LINKING and before not in _LINKING:
        return False
    for near in range(at - 1, max(-1, at - 12), -1):
        word, mask = phrase.words[near], phrase.masks[near]
        if mask & CELLS & found or (not mask and word not in _LINKING and word[0].isalpha()):
            return True
        if not (word in _LINKING or word in DETERMINERS or nominal(mask)):
            return False
    return False
