"""What a French clause lacks: its verb, half of its negation, a small word."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.french import kinds
from pipeline.checks.french.dictionary import (
    CELLS,
    INFINITIVE,
    MANY,
    ONE,
    OTHER,
    PARTICIPLE,
    PRESENT,
    VERB,
    adjectival,
)
from pipeline.checks.french.groups import PLURAL, SINGULAR
from pipeline.checks.french.lexicon import DETERMINERS
from pipeline.checks.french.phrases import Fault, Phrase
from pipeline.checks.french.subjects import (
    BEING,
    CLITICS,
    HAVING,
    behind_adverbs,
    is_verb,
    is_verbless,
    subjects,
)
from pipeline.sought import sought

_NE = frozenset("ne n’ n'".split())
_DENYING = frozenset(
    "pas plus jamais rien personne aucun aucune aucunement nul nulle nullement guère point ni "
    "goutte mot autre".split()
)
_THAT = frozenset("que qu’ qu'".split())
_ALONE = (
    "pe", "pu", "sa", "su", "cess", "os", "import", "daign", "dout", "nie", "manqu", "ser",
    "empêch", "vaill", "tien", "bouge", "veuill",
)  # fmt: skip
"""So begin the verbs that may do with *ne* alone: `elle ne cesse de croître`."""
_I_HAVE = HAVING | frozenset("ai as avons avez".split())
_UNLESS = frozenset(
    "avant moins davantage mieux autrement pire meilleur meilleure crainte peur craindre sans si "
    "pourquoi qui depuis".split()
)
_PREVENTING = ("évit", "empêch", "craign")
"""Behind one of them, or a verb that begins so, *ne* denies nothing: `avant qu’il ne parte`."""
_STOPS = frozenset(". ; : ! ? ( ) …".split())


def of_half_negations(phrase: Phrase) -> Iterator[Fault]:
    """`Cela ne permet de conclure`: nothing follows *ne*."""
    words = phrase.words
    for at, word in enumerate(words):
        if word not in _NE:
            continue
        verb = at + 1
        while phrase.word(verb) in CLITICS:
            verb += 1
        done = verb + (phrase.word(verb) in _I_HAVE)
        if not phrase.mask(verb) & (VERB | INFINITIVE) or phrase.word(done).startswith(_ALONE):
            continue
        before, behind, stop = _clause(phrase, at)
        is_denied = not (_DENYING.isdisjoint(before + behind) and _THAT.isdisjoint(behind))
        is_free = _UNLESS.isdisjoint(before) and not any(w.startswith(_PREVENTING) for w in before)
        if not is_denied and is_free and stop not in ("?", "(", ":"):
            shown = phrase.words[verb]
            yield at, verb, f"nothing denies behind {word} {shown}".replace("’ ", "’"), "~pas"


def _clause(phrase: Phrase, at: int) -> tuple[list[str], list[str], str]:
    """The words before it and behind it, as far as the stops, and the stop at its end."""
    words, first, last = phrase.words, at, at
    while first and words[first - 1] not in _STOPS:
        first -= 1
    while last + 1 < len(words) and words[last + 1] not in _STOPS:
        last += 1
    return words[first:at], words[at : last + 1], phrase.word(last + 1)


_RELATIVES = frozenset("qui où parce lorsque puisque il ils".split())
_NO_RELATIVES = frozenset(
    "à de d’ d' sur pour par avec chez vers contre entre et ou là que n’importe importe ?".split()
)
_FEWEST = 2


def of_verbless_clauses(phrase: Phrase) -> Iterator[Fault]:
    """`Des services qui le tout autant.`: until the full stop no word could be a verb."""
    words = phrase.words
    if _RELATIVES.isdisjoint(words):
        return
    for at, word in enumerate(words):
        if word not in _RELATIVES or (at and words[at - 1] in _NO_RELATIVES):
            continue
        _, behind, stop = _clause(phrase, at)
        last = at + len(behind)
        if stop != "." or len(behind) <= _FEWEST:
            continue
        if word in ("il", "ils") and words[at + 1] in DETERMINERS:
            continue
        kinds = VERB | INFINITIVE if word == "où" else VERB
        if not any(_may_be_verb(phrase, near, kinds) for near in range(at + 1, last)):
            right = "~ou" if word == "où" else "~its verb"
            yield at, at, f"no verb stands behind {word!r}", right


def _may_be_verb(phrase: Phrase, at: int, kinds: int) -> bool:
    word, mask = phrase.words[at], phrase.masks[at]
    is_unknown = not mask and word[0].isalpha()
    is_known = word in BEING or word in HAVING or word in ("voici", "voilà")
    return bool(mask & kinds) or is_known or is_unknown


def of_and(phrase: Phrase) -> Iterator[Fault]:
    """`La sécurité et garantie par la loi.`: a subject, what is said of it, and no verb."""
    if "et" not in phrase.words:
        return
    if phrase.words[0] in ("le", "la", "l’", "l'", "notre", "leur", "son"):
        at = phrase.words.index("et")
        is_aim = phrase.word(at + 1) in _OF and phrase.mask(at + 2) == INFINITIVE
        if is_aim and is_verbless(phrase, 0, at) and not _has_aim(phrase, at):
            yield at, at, "'et' is not what was meant here", "est"
    for subject in subjects(phrase):
        joint = subject.last + 1
        if phrase.word(joint) != "et":
            continue
        said = behind_adverbs(phrase, joint + 1)
        mask = phrase.mask(said)
        if not adjectival(mask) & subject.cells or mask & (CELLS | OTHER | INFINITIVE):
            continue
        *_, behind, _ = _clause(phrase, joint)
        near = range(said + 1, joint + len(behind))
        if not any(is_verb(phrase, one, False) for one in near):
            is_many = not subject.cells & SINGULAR
            yield joint, joint, "'et' is not what was meant here", "sont" if is_many else "est"


_OF = frozenset("de d’ d'".split())


def _has_aim(phrase: Phrase, until: int) -> bool:
    """`L’occasion de voir et de faire`, `la ville, qui veut`."""
    kinds = VERB | INFINITIVE | PRESENT
    return any(mask & kinds and not mask & CELLS for mask in phrase.masks[1:until])


_BARE = frozenset(
    "faire fait font faisait fera feront ferait fasse fassent peut peuvent doit doivent veut "
    "veulent sait savent va vont faut".split()
)
_LIKE_BARE = tuple(
    "laiss pouv pourr pui dev doi voul voud veu sav sau sach all ir aill vien vienn ven faud fall "
    "os pens croi croy espèr espér souhait préf compt désir sembl parai paraî entend voi voy ver "
    "sen estim déclar affirm reconn prétend faill envoi cour descend mont sor rentr aim ador "
    "détest daign avou assur di part emm mèn vau revien reven retourn indiqu regard écout imagin "
    "suppos expliqu jug confirm garanti pass signifi mèn amèn dem vis conduis fai".split()
)
"""So begin the verbs that take an infinitive without a small word."""
_THEIRS = frozenset("les ces nos vos mes ses leurs".split())
_WANT_DE = frozenset(
    "afin capable capables besoin possibilité obligation nécessité possible impossible "
    "nécessaire utile moyen droit intérêt permis façon occasion capacité".split()
)

_WHICH = frozenset("quel quelle quels quelles même mêmes autre".split())
"""`Dans quel intérêt publier ?`, `par la même occasion élargir`."""


def of_small_words(phrase: Phrase) -> Iterator[Fault]:
    """`Cela permet améliorer`, `afin travailler`, `dans domaine`, `veiller à que`."""
    words, masks = phrase.words, phrase.masks
    for at in range(len(words) - 1):
        word, mask, behind = words[at], masks[at], masks[at + 1]
        lost = ""
        if mask == behind == INFINITIVE and not _may_stand_before(word):
            lost = "et"
        elif behind == INFINITIVE:
            is_finite = mask & (ONE | MANY) and not mask & ~VERB
            if is_finite and not _may_stand_before(word):
                lost = "de or à"
            elif word in _WANT_DE and (not at or words[at - 1] not in _WHICH):
                lost = "de"
        elif mask & (ONE | MANY | INFINITIVE):
            lost = _article(phrase, at)
        elif word == "dans" and behind & SINGULAR and not behind & ~CELLS:
            lost = "the article"
        elif word == "plupart" and (
            words[at + 1] in _THEIRS or (behind & PLURAL and not behind & ~CELLS)
        ):
            lost = "des"
        elif word == "à" and words[at + 1] in _THAT:
            yield at, at + 1, f"'ce' is missing between 'à' and {words[at + 1]!r}", "~à ce que"
        elif word == "quelque" and behind & PLURAL and not behind & ~(PLURAL & CELLS):
            yield at, at, "'quelque' is not what was meant here", "quelques"
        if lost:
            message = f"a word is missing before {words[at + 1]!r}"
            yield at + 1, at + 1, message, f"~{lost} before it"


def _article(phrase: Phrase, at: int) -> str:
    """Which one a verb's object lacks."""
    if _lacks_article(phrase, at):
        return "des or les"
    return "le, la, un or une" if _lacks_its_article(phrase, at) else ""


def _lacks_article(phrase: Phrase, at: int) -> bool:
    """`Ces corrections concernent critères`: many, and nothing before them."""
    mask, behind = phrase.masks[at], phrase.masks[at + 1]
    is_verb = not mask & ~VERB or mask == INFINITIVE
    is_many = behind & CELLS and not behind & ~(PLURAL & CELLS)
    if phrase.words[at] in BEING or phrase.words[at].startswith(_BECOMING):
        return False  # `Sont partenaires`.
    return bool(is_verb and is_many) and phrase.word(at + 2) not in ("et", "ou", ",")


_WITH_BARE = tuple(
    "pren appren fai font fass fer avoir port mett met ten tien rend rec accus prêt parl demand "
    "pos perd donn trouv laiss cour gard livr imp entr ajout chang jou pa ren por sour obt obéi "
    "tir repren apport pens cherch intent déclar signifi appel".split()
)
"""So begin the verbs with which a noun may stand without its article: `prendre part`."""
_TURNS = frozenset("suite début fin tête face étape voix centre phase côte merci".split())
"""Nouns that stand without one in a turn: `avancer suite aux travaux`."""


def _lacks_its_article(phrase: Phrase, at: int) -> bool:
    """`Améliorer qualité de l’eau`: one thing, and nothing before it."""
    word, mask, behind = phrase.words[at], phrase.masks[at], phrase.masks[at + 1]
    is_verb = mask == INFINITIVE or (mask & (ONE | MANY) and not mask & ~VERB)
    is_noun = behind & SINGULAR and not behind & ~(SINGULAR & CELLS)
    if not (is_verb and is_noun) or phrase.words[at + 1] in _TURNS:
        return False
    if phrase.words[at + 1].endswith("er") and _may_stand_before(word):
        return False  # `Devra hacker`: that is a verb, which few lists have.
    near = phrase.words[at + 2 : at + 7]
    if near and near[0][0].isdigit():
        return False  # `Désigne mai 2020`.
    is_pair = "et" in near or phrase.words[at + 1] in near  # `Côte à côte`, `pas à pas`.
    is_bare = word == "voir" or word.startswith((*_WITH_BARE, *_BECOMING))
    return not (is_pair or is_bare or word in BEING | HAVING)


_BECOMING = ("deven", "devien", "rest", "demeur", "être", "sembl", "nomm", "él")
_BEGUN = sought(r"^[TDUSK][^VvEHIXGBQquwdm,.OC#^?]*[NA][MO+]*s?(I)")


def of_no_verb(phrase: Phrase) -> Iterator[Fault]:
    """`La solution essayer de répondre`: no verb stands before an infinitive."""
    for found in _BEGUN.finditer(kinds.row(phrase)):
        at = found.start(1)
        yield at, at, f"no verb stands before {phrase.words[at]!r}", "~a verb before it"


def of_been(phrase: Phrase) -> Iterator[Fault]:
    """`La réunion été annulée`: a noun, what was done to it, and no *a*."""
    for at in range(2, len(phrase.words) - 1):
        if phrase.words[at] != "été" or phrase.words[at - 2] not in DETERMINERS:
            continue
        noun, said = phrase.masks[at - 1], phrase.mask(behind_adverbs(phrase, at + 1))
        is_thing = noun & CELLS and not noun & OTHER and phrase.words[at - 1] not in HAVING
        if is_thing and said >> PARTICIPLE & CELLS & noun & DETERMINERS[phrase.words[at - 2]]:
            right = "ont" if noun & PLURAL else "a"
            yield at, at, "a word is missing before 'été'", f"~{right} été"


def _may_stand_before(word: str) -> bool:
    return word in _BARE or word in HAVING or word in BEING or word.startswith(_LIKE_BARE)
