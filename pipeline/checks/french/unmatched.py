"""What agrees with nothing in its French sentence, wherever the noun may stand."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.french import forms, kinds
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
from pipeline.checks.french.groups import NEVER_BEHIND, PLURAL, SINGULAR, is_manifold, is_shared
from pipeline.checks.french.lexicon import DETERMINERS, LED, ONLY_LED
from pipeline.checks.french.phrases import Fault, Phrase
from pipeline.checks.french.subjects import BEING, CLITICS, HAVING, LINKS, behind_adverbs
from pipeline.sought import sought

_DEGREES = frozenset("plus moins très non souvent plutôt trop déjà bien peu mal".split())
_GOVERNING = frozenset("en par sans avec sous et ou ,".split())
_NO_HEADS = frozenset("fois chose choses part suite air".split())
_PRONOUNS = {
    "il": 0b0001, "elle": 0b0010, "lui": 0b0011, "ils": 0b0100, "elles": 0b1000, "eux": 0b0100,
    "celui": 0b0001, "celle": 0b0010, "ceux": 0b0100, "celles": 0b1000, "l’": 0b0011,
    "l'": 0b0011, "le": 0b0001, "la": 0b0010, "les": PLURAL, "cela": 0b0001, "ce": 0b0001,
    "ça": 0b0001, "c’": 0b0001, "c'": 0b0001, "qui": CELLS, "chacun": 0b0001, "chacune": 0b0010,
    "un": 0b0001, "une": 0b0010, "tout": 0b0001, "rien": 0b0001, "personne": 0b0001,
    **dict.fromkeys("je j’ j' tu nous vous on me m’ m' te t’ t' se s’ s'".split(), CELLS),
}  # fmt: skip
"""Who may be meant without a noun."""


def _is_said(phrase: Phrase, at: int) -> bool:
    """Whether an adjective or a participle stands there, and nothing else."""
    mask = phrase.mask(at)
    return bool(adjectival(mask)) and not mask & (CELLS | VERB | OTHER | INFINITIVE | PRESENT)


def of_unmatched(phrase: Phrase) -> Iterator[Fault]:
    """`Un flux d’informations accumulé ici`: no noun before is of its gender and number."""
    seen = 0
    for at, word in enumerate(phrase.words):
        if at > 1 and _is_said(phrase, at) and not _is_apart(word):
            noun, found = _noun_before(phrase, at), adjectival(phrase.masks[at])
            head = phrase.masks[noun]
            is_leading = nominal(phrase.mask(at + 1)) & found or is_shared(phrase, at, found)
            is_many = found & PLURAL and not {"et", "ou"}.isdisjoint(phrase.words[:at])
            is_matched = found & (seen | nominal(head))
            if _is_head(phrase, noun) and not (is_matched or is_leading or is_many):
                right = forms.agreeing(word, head & CELLS) or "~another form"
                message = f"{word!r} does not agree with {phrase.shown(noun)!r}"
                yield at, at, message, right
        seen |= _meant(phrase, at)


def _is_apart(word: str) -> bool:
    return word in NEVER_BEHIND or word in ONLY_LED or is_manifold(word)


def _noun_before(phrase: Phrase, at: int) -> int:
    noun = at - 1
    while noun > 0 and (phrase.words[noun] in _DEGREES or phrase.words[noun].endswith("ment")):
        if not phrase.masks[noun] & OTHER:
            break
        noun -= 1
    return noun


def _is_head(phrase: Phrase, at: int) -> bool:
    mask = phrase.masks[at]
    is_noun = mask & CELLS and not mask & ~(CELLS | CELLS << ADJECTIVE)
    is_free = at > 0 and phrase.words[at - 1] not in _GOVERNING
    return bool(is_noun) and is_free and phrase.words[at] not in _NO_HEADS


def _meant(phrase: Phrase, at: int) -> int:
    """Which genders and numbers a word may stand for."""
    word, mask = phrase.words[at], phrase.masks[at]
    if word in _PRONOUNS and not nominal(phrase.mask(at + 1)):
        return _PRONOUNS[word]
    is_name = not mask and word[:1].isalpha() and len(word) > 2 and word not in _PRONOUNS
    return CELLS if is_name or word[:1].isdigit() else nominal(mask)


def of_who(phrase: Phrase) -> Iterator[Fault]:
    """`Une route qui évitent le port`: nothing before is of the number of the verb."""
    seen = 0
    for at, word in enumerate(phrase.words):
        if word == "qui" and at > 1 and phrase.words[at - 1] not in LINKS:
            verb = at + 1
            while phrase.word(verb) in CLITICS:
                verb += 1
            mask, noun = phrase.mask(verb), phrase.masks[at - 1]
            is_verb = not mask & ~VERB or phrase.word(verb) in BEING | HAVING
            wanted = _NUMBERS.get(mask & (ONE | MANY)) if is_verb else None
            is_thing = nominal(noun) and not noun & (OTHER | VERB | INFINITIVE)
            if wanted and is_thing and not seen & wanted and not _is_joined(phrase, at):
                right = (forms.of_one if wanted == PLURAL else forms.of_many)(phrase.words[verb])
                message = f"{phrase.words[verb]!r} does not follow {phrase.words[at - 1]!r}"
                yield verb, verb, message, right or "~another form"
        seen |= _meant(phrase, at)


_NUMBERS = {ONE: SINGULAR, MANY: PLURAL}


def _is_joined(phrase: Phrase, until: int) -> bool:
    """`La ville et le port, qui`."""
    return not {"et", "ou", "ni", "&", "qui", "("}.isdisjoint(phrase.words[:until])


_MANY_ABLE = frozenset(
    "doivent peuvent devront pourront devraient pourraient devaient pouvaient veulent semblent "
    "paraissent".split()
)
_ONE_ABLE = frozenset("doit peut devra pourra devrait pourrait devait pouvait".split())
_US = frozenset("on nous vous".split())
_OBJECTS = frozenset("l’ l' les la le en nous vous m’ m' t’ t' s’ s' se".split())
_THAT = frozenset("que qu’ qu' quels quelles".split())


def of_able(phrase: Phrase) -> Iterator[Fault]:
    """`Les plans doivent toujours être publié`, `après avoir réalisés`."""
    for at, word in enumerate(phrase.words):
        wanted = 0
        if word == "être":
            wanted = _able(phrase, at)
        elif word == "sommes" and phrase.word(at - 1) in ("nous", "ne"):
            wanted = PLURAL
        elif word == "avoir" and _THAT.isdisjoint(phrase.words[:at]):
            wanted = 0b0001 if phrase.word(at - 1) not in _OBJECTS else 0
        said = behind_adverbs(phrase, at + 1)
        mask = phrase.mask(said)
        found = mask >> PARTICIPLE & CELLS if word == "avoir" else adjectival(mask)
        if not wanted or not found or found & wanted or not _is_said(phrase, said):
            continue
        if not nominal(phrase.mask(said + 1)) & found:
            same = (found & 0b1010 and 0b1010) or 0b0101
            right = forms.agreeing(phrase.words[said], wanted & same or wanted)
            message = f"{phrase.words[said]!r} does not agree behind {word!r}"
            yield said, said, message, right or "~another form"


def _able(phrase: Phrase, at: int) -> int:
    """How many it is said of: `peuvent parfois être`."""
    verb = at - 1
    while verb > 0 and phrase.masks[verb] == OTHER:
        verb -= 1
    if phrase.word(verb) in _MANY_ABLE:
        return PLURAL
    is_one = phrase.word(verb) in _ONE_ABLE and _US.isdisjoint(phrase.words[:verb])
    return SINGULAR if is_one else 0


_LEADING = frozenset(["et", "ou", ","]) | (DETERMINERS.keys() - {"de", "d’", "d'"})
_NEVER_LED = frozenset("grand seul seuls demi premiers premier tout certain même".split())


def of_bare_led(phrase: Phrase) -> Iterator[Fault]:
    """`En comparant différent modes`: an adjective before its noun, and no article."""
    for at in range(1, len(phrase.words) - 1):
        word, mask, noun = phrase.words[at], phrase.masks[at], phrase.masks[at + 1]
        if word not in LED or word in _NEVER_LED or mask & VERB:
            continue
        before, behind = phrase.masks[at - 1], phrase.words[at + 1]
        is_noun = noun & CELLS and not noun & ~CELLS
        is_free = not nominal(before) and phrase.words[at - 1] not in _LEADING
        if is_noun and is_free and not adjectival(mask) & noun:
            right = forms.agreeing(word, noun & CELLS) or "~another form"
            yield at, at, f"{word!r} does not agree with {behind!r}", right


_TWO = sought(r"[EB][M+]*([AF])&[M+]*([AF])")


def of_two(phrase: Phrase) -> Iterator[Fault]:
    """`Est gratuite et ouvertes`, `de manière sécurisé`."""
    for found in _TWO.finditer(kinds.row(phrase)):
        first, second = found.start(1), found.start(2)
        one, other = adjectival(phrase.masks[first]), adjectival(phrase.masks[second])
        if not (one & PLURAL and other & PLURAL) and not (one & SINGULAR and other & SINGULAR):
            message = f"{phrase.words[second]!r} does not agree as {phrase.words[first]!r} does"
            yield second, second, message, forms.agreeing(phrase.words[second], one) or "~the same"
    for at, word in enumerate(phrase.words):
        if word in ("manière", "façon") and phrase.word(at - 1) == "de":
            said = behind_adverbs(phrase, at + 1)
            is_wrong = _is_said(phrase, said) and not adjectival(phrase.masks[said]) & 0b0010
            if is_wrong and phrase.words[said] not in NEVER_BEHIND:
                right = forms.agreeing(phrase.words[said], 0b0010) or "~the feminine"
                yield said, said, f"{phrase.words[said]!r} does not agree with {word!r}", right
