"""What a French verb has behind it: *de* or *à* before an infinitive, an object, or none."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.french import lookalikes
from pipeline.checks.french.dictionary import (
    CELLS,
    INFINITIVE,
    ONE,
    OTHER,
    PARTICIPLE,
    PRESENT,
    VERB,
    adjectival,
    nominal,
    of,
)
from pipeline.checks.french.lexicon import DETERMINERS
from pipeline.checks.french.phrases import Fault, Phrase
from pipeline.checks.french.subjects import NO_SUBJECTS

_OF, _TO = frozenset("de d’ d'".split()), frozenset(["à"])
_WANT_DE = (
    "permet", "essay", "tent", "refus", "évit", "accept", "promet", "risqu", "oubli", "cess",
    "envisag", "recommand", "suggér", "empêch", "prévoi",
)  # fmt: skip
_WANT_À = (
    "contribu", "parvien", "parven", "réussi", "aid", "incit", "encourag", "hésit", "cherch",
    "autoris", "appren", "renonc", "habitu", "visent", "viser",
)  # fmt: skip
_ASKING = ("demand", "permet", "recommand", "conseill", "suggér", "propos")
"""What is asked for is asked of somebody."""
_HELPING = ("aid", "incit", "encourag", "invit")
_PERSONS = frozenset(
    "gouvernement ville commune collectivité membre habitant citoyen élu maire député parent "
    "visiteur partenaire entreprise association usager participant étudiant élève enseignant agent "
    "lecteur ministre préfet riverain locataire adhérent bénévole conseiller".split()
)
_CLITICS = frozenset("en y le la les l’ l' se s’ s' nous vous leur lui ne pas".split())
_MOST = 6
"""So many of them stand in a row at most."""
_ARTICLES = frozenset("le la les l’ l' nos vos leurs ses ces".split())
_TOWARDS = frozenset("dont où que qu’ qu' auquel auxquels auxquelles à laquelle duquel".split())
_WITH_À = frozenset("participer accéder procéder contribuer remédier nuire adhérer".split())
_WITH_DE = frozenset("bénéficier profiter jouir".split())
_NOT_LED = frozenset("de d’ d' du des".split())
_NEEDING = frozenset(
    "besoin disposons disposez dispose disposent bénéficions bénéficiez bénéficie bénéficient "
    "rappelons souvenons souvient parlé".split()
)


def of_patterns(phrase: Phrase) -> Iterator[Fault]:
    """`Permet à voir`, `avant en parler`, `les demander de venir`."""
    for at, mask in enumerate(phrase.masks):
        if mask & (VERB | INFINITIVE | PRESENT | CELLS << PARTICIPLE):
            yield from _of_verb(phrase, at)
        if phrase.words[at] == "en":
            yield from _of_gerund(phrase, at)
        elif phrase.words[at] in ("avant", "afin"):
            yield from _of_conjunction(phrase, at)
        elif phrase.words[at] in ("que", "qu’", "qu'") and at:
            yield from _of_relative(phrase, at)


def _is_only_infinitive(phrase: Phrase, at: int) -> bool:
    """Whether an infinitive stands there, perhaps behind its pronouns."""
    first = at
    while phrase.word(at) in _CLITICS and at < first + _MOST:
        at += 1
    mask = phrase.mask(at)
    is_led = at > first and phrase.word(at - 1) not in DETERMINERS  # `En parler`.
    return mask == INFINITIVE or bool(mask & INFINITIVE and is_led)


def _of_verb(phrase: Phrase, at: int) -> Iterator[Fault]:
    word, mask, behind = phrase.words[at], phrase.masks[at], phrase.word(at + 1)
    is_done = mask >> PARTICIPLE & CELLS and not _HAVING.isdisjoint(
        phrase.words[max(0, at - 3) : at]
    )
    is_verb = is_done or not mask & (CELLS | OTHER | CELLS << 4)
    if behind in _TO and is_verb and word.startswith(_WANT_DE):
        if _is_only_infinitive(phrase, at + 2) and phrase.word(at - 1) not in DETERMINERS:
            yield at + 1, at + 1, f"'à' behind {word!r}", "de"
    elif behind in _OF and is_verb and word.startswith(_WANT_À):
        is_led = _is_only_infinitive(phrase, at + 2)
        yield from [(at + 1, at + 1, f"{behind!r} behind {word!r}", "à")] if is_led else ()
    if word.startswith(_ASKING):
        yield from _of_asking(phrase, at)
    elif is_verb and word.startswith(_HELPING) and behind == "aux":
        is_led = _is_person(phrase.word(at + 2)) and "à" in phrase.words[at + 3 : at + 7]
        yield from [(at + 1, at + 1, f"'aux' behind {word!r}", "les")] if is_led else ()
    if mask == INFINITIVE and (word in _WITH_À or word in _WITH_DE):
        yield from _of_object(phrase, at)


def _is_person(word: str) -> bool:
    return word in _PERSONS or word.removesuffix("s") in _PERSONS


def _of_asking(phrase: Phrase, at: int) -> Iterator[Fault]:
    """`Les demander de venir`, `demande les villes de venir`, `permet aux villes à venir`."""
    word, before, behind = phrase.words[at], phrase.word(at - 1), phrase.word(at + 1)
    is_said = bool(phrase.masks[at] & (VERB | INFINITIVE)) and not word.endswith("s")
    if before == "les" and behind in _OF and is_said and _is_only_infinitive(phrase, at + 2):
        yield at - 1, at - 1, f"'les' before {word!r}", "leur"
    if before in DETERMINERS or before in _OF or not phrase.masks[at] & ~CELLS:
        return
    asked = at + 2
    if behind in _ARTICLES and _is_person(phrase.word(asked)):
        at_once, right, to = _OF, "~à, au or aux", asked
    elif behind in ("aux", "au") and nominal(phrase.mask(asked)):
        at_once, right, to = _TO, "de", 0
    else:
        return
    last = asked
    while nominal(phrase.mask(last + 1)) and last < asked + 2:
        last += 1
    if phrase.word(last + 1) in at_once and _is_only_infinitive(phrase, last + 2):
        place = to - 1 if to else last + 1
        yield place, place, f"{phrase.words[place]!r} behind {word!r}", right


def _of_conjunction(phrase: Phrase, at: int) -> Iterator[Fault]:
    """`Avant partir`, `afin réduire`: *de* stands between."""
    word = phrase.words[at]
    if phrase.word(at + 1) != "pas" and _is_only_infinitive(phrase, at + 1):
        small = "d’" if phrase.word(at + 1)[0] in "aeiouéêèhyâî" else "de"
        yield at, at, f"{word!r} before an infinitive", f"~{word} {small}"


def _of_gerund(phrase: Phrase, at: int) -> Iterator[Fault]:
    """`Éclairer, en consommer peu et en nuisant peu`, `tout en faire`: another form is meant."""
    word, mask, before = phrase.word(at + 1), phrase.mask(at + 1), phrase.word(at - 1)
    if mask != INFINITIVE or before not in ("tout", ","):
        return
    is_twice = any(
        phrase.words[near - 2 : near] == ["et", "en"] and phrase.masks[near] & PRESENT
        for near in range(at + 3, min(at + 30, len(phrase.words)))
    )
    if before == "tout" or is_twice:
        yield at + 1, at + 1, f"{word!r} behind 'en'", "~the form in -ant"


def _of_object(phrase: Phrase, at: int) -> Iterator[Fault]:
    """`Bénéficier un tarif`, `participer l'atelier`."""
    word, article, noun = phrase.words[at], phrase.word(at + 1), phrase.mask(at + 2)
    if article not in ("un", "une", "la", "les", "l’", "l'", "cette", "ce", "leurs"):
        return
    is_thing = noun & CELLS and not noun & OTHER and phrase.word(at + 2) not in NO_SUBJECTS
    is_made = not _MAKING.isdisjoint(phrase.words[max(0, at - 2) : at])  # `Faire bénéficier`.
    if is_thing and not is_made and _TOWARDS.isdisjoint(phrase.words[max(0, at - 10) : at]):
        right = "de" if word in _WITH_DE else "à"
        yield at + 1, at + 1, f"{word!r} has no object", f"~{right} before it"


def _of_relative(phrase: Phrase, at: int) -> Iterator[Fault]:
    """`Le dossier que je vous ai parlé`, `les moyens que nous avons besoin`."""
    noun = phrase.mask(at - 1)
    if phrase.word(at - 1) in _TOLD:
        return  # `L’hypothèse que nous disposons déjà de tout`.
    is_thing = noun & CELLS and not noun & (VERB | OTHER | INFINITIVE)
    if not is_thing or phrase.word(at - 2) not in DETERMINERS:
        return
    who = phrase.word(at + 1)
    if who not in ("nous", "vous", "je", "j’", "il", "elle", "on", "ils", "elles"):
        return
    for near in range(at + 2, min(at + 8, len(phrase.words))):
        word = phrase.words[near]
        if word in _NEEDING and _is_without_its_own(phrase, at, near):
            yield at, at, f"{phrase.words[at]!r} before {word!r}", "dont"
            return
        if not (word in _CLITICS or phrase.masks[near] & (VERB | OTHER)) or word == "en":
            return


def _is_without_its_own(phrase: Phrase, that: int, at: int) -> bool:
    """Whether nothing behind a verb is what it is about."""
    word, near = phrase.words[at], phrase.words[that:at]
    if word == "besoin" and near[-1] not in ("avons", "avez", "a", "ont", "ai", "aviez", "avait"):
        return False
    if word == "parlé" and not {"vous", "nous", "leur", "lui", "t’"} & set(near[2:]):
        return False
    return phrase.word(at + 1) not in _NOT_LED and "en" not in near


_TOLD = frozenset("hypothèse fait idée preuve avantage constat principe condition signe".split())
"""What is told behind them is whole."""
_MAKING = frozenset("faire fera feront font faisant fait ferait feraient".split())
_HAVING = frozenset("a ont avait avaient avons aura auront".split())


def of_making(phrase: Phrase) -> Iterator[Fault]:
    """`N'a pas fait fuit`, `faire participé`: behind *faire* stands an infinitive."""
    for at, word in enumerate(phrase.words):
        if word not in _MAKING or not at:
            continue
        if word == "fait" and _HAVING.isdisjoint(phrase.words[max(0, at - 3) : at]):
            continue
        behind, mask = phrase.word(at + 1), phrase.mask(at + 1)
        right = _infinitive(behind, mask)
        if right:
            yield at + 1, at + 1, f"{behind!r} behind {word!r}", right


def _infinitive(word: str, mask: int) -> str:
    if mask & (CELLS | OTHER) or lookalikes.is_no_form(word):
        return ""
    if mask & ONE and not mask & ~VERB and word.endswith("it"):
        right = f"{word[:-1]}r"
    elif word.endswith(("é", "ée", "és", "ées")) and adjectival(mask) and not mask & CELLS << 4:
        right = f"{word.rstrip('es')[:-1]}er"
    else:
        return ""
    return right if of(right) & INFINITIVE else ""
