"""The subject of a French clause, with all that belongs to it, and the verb behind it."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.french import lookalikes
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
from pipeline.checks.french.groups import PLURAL, SINGULAR
from pipeline.checks.french.lexicon import DETERMINERS, LED, PARTS
from pipeline.checks.french.phrases import Phrase
from pipeline.frozen import commonplace
from pipeline.sought import sought

_GROUPS = "équipe|équivalent|série|gamme|liste|paire|vague|bande"
_PART = sought(rf"(?:demi-)?(?:{PARTS}|{_GROUPS})s?")
_SHARES = frozenset("tiers quarts moins plus mieux".split())
NO_SUBJECTS = frozenset(
    "jour jours soir soirs matin matins lundi mardi mercredi jeudi vendredi samedi dimanche fois "
    "mois semaine semaines année années an ans lundis mardis jeudis samedis dimanches temps nuit "
    "veille lendemain heure heures époque moment instant été hiver automne printemps".split()
)
"""They say when something happens, and stand where a subject does."""
LINKS = frozenset(
    "de d’ d' du des au aux à en sur pour dans par avec sans entre chez vers contre sous selon "
    "parmi depuis hors".split()
)
_WHEN = frozenset("lors auprès grâce avant après pendant durant via malgré face".split())
_LEADING = LINKS | _WHEN | frozenset("comme grâce dès afin fort forte forts fortes".split())
_APART = LINKS - frozenset("de d’ d' du des à au aux".split())
_OF_THEM = frozenset("de d’ d' des du".split())
_ONE_OF, _THE = frozenset("aucun aucune chacun chacune un une".split()), frozenset(["l’", "l'"])
_MUCH = frozenset("beaucoup trop peu tant assez bien nombre".split())
CLITICS = frozenset(
    "ne n’ n' se s’ s' y en lui leur nous vous me m’ m' te t’ t' le la les l’ l'".split()
)
ADVERBS = frozenset(
    "déjà aussi toujours encore bien très désormais souvent ainsi donc maintenant parfois ensuite "
    "alors presque plus moins pas jamais peu trop tout tous toutes également notamment mieux assez "
    "si particulièrement enfin ici là partout ensemble désormais quasi tant ne n’ n'".split()
)
_OPENING = frozenset(
    "que qu’ qu' lorsque lorsqu’ lorsqu' quand car mais puisque si où dont".split()
)
_ONLY = frozenset("seul seule seuls seules tous toutes même".split())
"""`Seules les villes`: before the article of the first subject."""
_NOT_OPENING = frozenset(
    "ainsi plus moins autant tel telle tels telles autre autres même mêmes".split()
)
_NEGATION = frozenset("ne n’ n'".split())
BEING = frozenset(
    "est sont était étaient sera seront serait seraient fut furent soit soient reste restent "
    "demeure demeurent devient deviennent semble semblent".split()
)
HAVING = frozenset("a ont avait avaient aura auront aurait auraient ait aient".split())
_PRONOUNS = {
    "ils": 0b0100, "elles": 0b1000, "il": 0b0001, "elle": 0b0010, "on": 0b0011, "cela": 0b0001,
    "ça": 0b0001, "ceci": 0b0001, "chacun": 0b0001, "chacune": 0b0010,
}  # fmt: skip
PRONOUNS = _PRONOUNS.keys()
_BEFORE_PRONOUNS = frozenset(
    "que qu’ qu' si lorsqu’ lorsqu' quand car mais puisqu’ puisqu' s’ s' où dont et , : ; "
    "comme".split()
)
ENDING = frozenset("qui que qu’ qu' dont où ; : ( » quand lorsque si mais car".split())
_ARTICLES = frozenset(
    "le la les l’ l' un une ce cette ces son sa ses leur leurs notre nos votre vos".split()
)
_BEHIND_VERBS = _ARTICLES | frozenset(
    "que qu’ qu' aux au également notamment désormais aujourd’ aujourd' environ plus près".split()
)
_AGAIN = PRONOUNS | frozenset(
    ", et ou ni lorsqu’ lorsqu' puisque puisqu’ puisqu' comme nous vous".split()
)
"""Behind one of them comes another verb than that of the subject."""
_ASIDE, _LONG_ASIDE = 12, 30
"""So many words stand between two commas at most, without a verb and with one."""


@commonplace(frozen=True, slots=True)
class Subject:
    """Who the clause is about."""

    head: int
    """Where its noun stands."""
    last: int
    """Its last word: behind it comes the verb."""
    cells: int
    """Its gender and number; several where they are not known."""


def subjects(phrase: Phrase) -> Iterator[Subject]:
    words = phrase.words
    for at, word in enumerate(words):
        if word in _PRONOUNS and words[at + 1 : at + 2] not in (["des"], ["de"]):
            if at == 0 or words[at - 1] in _BEFORE_PRONOUNS:
                yield Subject(at, at, _PRONOUNS[word])
        elif word in _ONE_OF and words[at + 1 : at + 2] in (["des"], ["de"]):
            is_first = _opens(phrase, at) or (words[at - 1] in _THE and _opens(phrase, at - 1))
            last = _end(phrase, at, SINGULAR) if is_first else 0
            if last > at + 1:
                yield Subject(at, last, SINGULAR)
        elif not at and _is_bare(phrase):
            subject = _whole(phrase, 0, phrase.masks[0] & CELLS)
            if subject:
                yield subject
        elif (word in DETERMINERS or word in _MUCH) and _opens(phrase, at):
            subject = of_group(phrase, at)
            if subject:
                yield subject


def _is_bare(phrase: Phrase) -> bool:
    """`Membres et amis du réseau`: many at the beginning, and no article."""
    cells = phrase.masks[0] & CELLS
    is_noun = cells and not (cells & SINGULAR or phrase.masks[0] & (OTHER | PRESENT | INFINITIVE))
    return bool(is_noun) and phrase.word(1) == "et" and phrase.word(2).islower()


def _opens(phrase: Phrase, at: int) -> bool:
    """Whether a clause may begin here, and its subject with it."""
    if at == 0:
        return True
    before = phrase.words[at - 1]
    if at == 1 and before in _ONLY:
        return True
    if before == ";" or (before in (":", "—", "–", "«", "-") and at <= 2):
        return True
    if before == "et" and phrase.word(at - 2) == ",":
        return _is_second(phrase, at - 2)
    if before == ",":
        is_led = phrase.words[0] in _LEADING or not NO_SUBJECTS.isdisjoint(phrase.words[: at - 1])
        return is_led and is_verbless(phrase, 0, at - 1)
    if not _NEGATION.isdisjoint(phrase.words[max(0, at - 6) : at]):
        return False  # `Une ville qui n’a que des murs oublie l’eau`.
    return before in _OPENING and phrase.word(at - 2) not in _NOT_OPENING


def _is_second(phrase: Phrase, comma: int) -> bool:
    """`La rue est longue, et les quais`: a clause stands before the comma, and no list."""
    before = phrase.words[:comma]
    return "," not in before and not is_verbless(phrase, 0, comma)


def is_verbless(phrase: Phrase, first: int, last: int) -> bool:
    """Whether no verb in a person, no other clause and no comma stands there."""
    return not any(
        phrase.words[at] in ENDING or phrase.words[at] == "," or is_verb(phrase, at, False)
        for at in range(first, last)
    )


def of_group(phrase: Phrase, at: int) -> Subject | None:
    """The subject that begins with a determiner, if all of it can be read."""
    small, head = phrase.words[at], at + 1
    is_several = at == 0 and small in ("de", "d’", "d'") and phrase.word(head) in LED
    if small in ("quel", "quelle", "quels", "quelles"):
        return None
    if small in LINKS - {"des"} and not is_several:
        return None
    if small in _MUCH or phrase.word(head) == "plupart":
        head += small not in _MUCH
        if phrase.word(head) not in ("de", "d’", "d'", "des"):
            return None
        small, head = "des", head + 1
    wanted = DETERMINERS[small]
    while phrase.word(head) in LED or phrase.word(head) in DETERMINERS:
        wanted &= DETERMINERS.get(phrase.word(head), wanted) or wanted
        head += 1
    word, mask = phrase.word(head), phrase.mask(head)
    is_when = word in NO_SUBJECTS and phrase.word(head + 1) not in ("se", "s’", "s'")
    is_used = not mask & ~(CELLS << ADJECTIVE) and is_verb(phrase, head + 1, False)
    if not (mask & CELLS or (mask and is_used)) or mask & OTHER or is_when:
        return None
    cells = (mask & CELLS or adjectival(mask)) & wanted  # `Ce manuel`: not always one, alone.
    is_alone = word in _GROUPS.split("|") and phrase.word(head + 1) not in _OF_THEM
    is_alone = is_alone or (word == "nombre" and small in ("le", "ce"))  # They are one number.
    if _PART.fullmatch(word) and not is_alone:
        # What they are a part of has the gender: `des milliers d’heures sont perdues`.
        cells = 0 if cells & SINGULAR or word in _SHARES else PLURAL
    if not cells:
        return None
    return _whole(phrase, head, cells)


def _whole(phrase: Phrase, head: int, cells: int) -> Subject | None:
    """The subject with what belongs to its noun, another noun, and an aside between commas."""
    at = head
    while nominal(phrase.mask(at + 1)) & cells and not is_verb(phrase, at + 1, False):
        at += 1
    if phrase.word(at + 1) == "et" and phrase.word(at + 2) in DETERMINERS and cells & SINGULAR:
        other = phrase.mask(at + 3)
        last = _end(phrase, at + 3, 0b0100) if other & CELLS and not other & OTHER else 0
        return Subject(head, last, PLURAL) if last else None
    last = _end(phrase, head, cells)
    if "avec" in phrase.words[head:last]:
        cells |= PLURAL
    if last and phrase.word(last + 1) == "et" and cells & SINGULAR:
        return _with_another(phrase, head, last + 1)
    if phrase.word(last + 1) == "qui" and last:
        last = _behind_relative(phrase, last + 1)
    elif phrase.word(last + 1) == "," and last:
        last = _behind_aside(phrase, last + 1)
    if "et" in phrase.words[head:last]:
        cells = _of_both(phrase, head, phrase.words.index("et", head), cells)
    return Subject(head, last, cells) if last else None


def _of_both(phrase: Phrase, head: int, joint: int, cells: int) -> int:
    """`Les rues et les jardins`: with one that is masculine, both are."""
    second = phrase.mask(joint + 2)
    is_apart = LINKS.isdisjoint(phrase.words[head:joint]) and not second & (OTHER | VERB)
    is_masculine = second & CELLS and not second & 0b1010
    if is_apart and is_masculine and phrase.word(joint + 1) in _ARTICLES:
        return 0b0100
    return cells | cells >> 1 & 0b0100


def _with_another(phrase: Phrase, head: int, joint: int) -> Subject | None:
    """`Le recrutement des élus et la formation des équipes`: two things, with all of theirs."""
    other = phrase.mask(joint + 2)
    if not _APART.isdisjoint(phrase.words[head:joint]):
        return None  # `L’écart entre les femmes et les hommes`.
    if phrase.word(joint + 1) not in _ARTICLES or not other & CELLS or other & OTHER:
        return None
    last = _end(phrase, joint + 2, 0b0100)
    return Subject(head, last, PLURAL) if last and phrase.word(last + 1) != "," else None


def _behind_aside(phrase: Phrase, comma: int) -> int:
    """`Le budget, voté hier, prévoit`: where the second comma stands."""
    first, mask = phrase.word(comma + 1), phrase.mask(comma + 1)
    is_clause = first in ("qui", "dont") or (
        first == "comme" and phrase.mask(comma + 3) & (ONE | MANY)
    )
    is_plain = not mask & CELLS or mask >> PARTICIPLE & CELLS or phrase.word(comma + 2) in LINKS
    is_said = (adjectival(mask) and is_plain) or first in ("un", "une")
    is_aside = first in LINKS - {"avec", "des", "de"} or is_said
    if not (is_clause or is_aside):
        return 0
    longest = _LONG_ASIDE if is_clause else _ASIDE
    for at in range(comma + 2, min(comma + longest, len(phrase.words))):
        word = phrase.words[at]
        if word == "," and (not is_clause or verb(phrase, at + 1)):
            return at
        if word in ENDING and not (word == "que" and phrase.words[at - 1] == "tant"):
            return 0
        if not is_clause and is_verb(phrase, at, False):
            return 0
    return 0


def _behind_relative(phrase: Phrase, at: int) -> int:
    """`Les villes qui participent au projet reçoivent`: what stands before the second verb."""
    first = verb(phrase, at + 1)
    for second in range(first + 1, len(phrase.words)) if first else ():
        word = phrase.words[second]
        if word in ENDING or word in _AGAIN:
            return 0
        if is_verb(phrase, second, False):
            while phrase.words[second - 1] in CLITICS:
                second -= 1
            return second - 1
    return 0


def _end(phrase: Phrase, head: int, cells: int) -> int:
    """The last word of the group: nouns behind prepositions, adjectives, names."""
    at, is_linked = head, False
    while True:
        word, mask = phrase.word(at + 1), phrase.mask(at + 1)
        if not word or word in (",", "qui") or is_verb(phrase, at + 1, is_linked):
            return at if word else 0
        if word in LINKS or word in _WHEN:
            is_linked = True
        elif is_linked and (word in DETERMINERS or word in LED or word[0].isdigit()):
            # `Sept villes sur dix`.
            is_linked = not (phrase.word(at) == "sur" and is_verb(phrase, at + 2, False))
        elif word[0].isupper() or (nominal(mask) and not mask & OTHER):
            is_said = adjectival(mask) & cells and is_verb(phrase, at + 2, False)
            if mask & (INFINITIVE | PRESENT) and not mask & CELLS and not is_said:
                return 0
            is_linked = False
        elif word == "et" and _goes_on(phrase, head, at + 2, cells):
            is_linked = True
        elif word in _THE_MOST and _is_superlative(phrase, at + 1):
            at += 2
        elif word in ADVERBS or (not is_linked and (word in CLITICS or word == "et")):
            return at
        else:
            return 0
        at += 1


_THE_MOST = frozenset("le la les".split())


def _is_superlative(phrase: Phrase, at: int) -> bool:
    """`Les averses les plus violentes`."""
    is_most = phrase.word(at + 1) in ("plus", "moins", "mieux")
    return is_most and bool(adjectival(phrase.mask(at + 2)))


def _goes_on(phrase: Phrase, head: int, behind: int, cells: int) -> bool:
    """Whether the same subject goes on behind *et*: `la montée des prix et des loyers`."""
    word = phrase.word(behind)
    if cells & SINGULAR:
        return word in _OF and word in phrase.words[head + 1 : behind - 1]
    return word not in _OPENING


_OF = frozenset(["des", "de", "du"])


def is_verb(phrase: Phrase, at: int, is_linked: bool) -> bool:
    """Whether this is a verb in the third person and nothing else."""
    word, mask = phrase.word(at), phrase.mask(at)
    if is_linked or not word:
        return False
    if word in BEING or word in HAVING:
        return True
    if mask and not mask & ~VERB:
        return True
    # A noun cannot stand between a noun and an article.
    return (
        bool(mask & (ONE | MANY))
        and phrase.word(at + 1) in _BEHIND_VERBS
        and _may_end(phrase, at - 1)
        and not mask & (OTHER | INFINITIVE | CELLS << PARTICIPLE)
        and bool(mask & CELLS)
        and not lookalikes.is_no_adjective(word)
    )


def _may_end(phrase: Phrase, at: int) -> bool:
    """Whether a group may end here: `les communes rurales`, but not `l’immense`, `en`."""
    word, is_noun = phrase.word(at), phrase.mask(at) & CELLS
    if word in LINKS or word in DETERMINERS or word in LED:
        return False
    return bool(is_noun) or (phrase.word(at - 1) not in DETERMINERS)


def verb(phrase: Phrase, at: int) -> int | None:
    """Where the verb stands of which only small words and adverbs stand before it."""
    while phrase.word(at) in CLITICS or phrase.word(at) in ADVERBS:
        at += 1
    return at if phrase.mask(at) & VERB and is_verb(phrase, at, False) else None


_IN_ALL = frozenset("effet outre fait général réalité moyenne principe particulier".split())
"""`En effet`, `en général`."""


def behind_adverbs(phrase: Phrase, at: int) -> int:
    while True:
        word = phrase.word(at)
        if word == "en" and phrase.word(at + 1) in _IN_ALL:
            at += 2
            continue
        is_sure = word == "sûr" and phrase.word(at - 1) == "bien"
        is_manner = word.endswith("ment") and phrase.mask(at) == OTHER
        if not (word in ADVERBS or is_sure or is_manner):
            return at
        at += 1
