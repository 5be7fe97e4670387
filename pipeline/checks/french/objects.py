"""Participles behind *avoir* in French whose object stands before, and those of reflexive verbs."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.french import forms
from pipeline.checks.french.auxiliaries import ALL_HAVING
from pipeline.checks.french.dictionary import CELLS, INFINITIVE, OTHER, PARTICIPLE, VERB, nominal
from pipeline.checks.french.groups import PLURAL
from pipeline.checks.french.lexicon import DETERMINERS
from pipeline.checks.french.phrases import Fault, Phrase
from pipeline.checks.french.subjects import LINKS, NO_SUBJECTS, behind_adverbs, is_verb

_THAT = frozenset("que qu’ qu'".split())
_FREE = frozenset(
    "à au aux en dans par pour sur avec lors depuis auprès pendant avant après afin ensemble hier "
    "et comme . , ; : ? ! ( )".split()
)
"""What stands behind a participle whose object does not."""
_NO_OBJECTS = frozenset(
    "duré coûté pesé demandé souhaité pensé décidé estimé espéré jugé voulu pu dû su cru dit vécu "
    "fallu fait eu plu laissé été existé paru semblé suffi convenu réussi permis".split()
)
_NO_THINGS = frozenset(
    "fois impression idée preuve façon sorte chance certitude garantie conviction sensation "
    "nouvelle condition raison manière vérité possibilité fierté mesure point fait".split()
)
"""What stands behind them is said, not done: `l’idée que la ville a changé`."""
_TOLD = ("inform", "préven", "avert", "assur", "convain", "persuad", "rappel", "dire", "dit")
_ALONE = frozenset(
    "succédé parlé plu complu déplu nui ri souri ressemblé suffi menti survécu téléphoné".split()
)
"""The reflexive pronoun is none of their objects: nothing agrees."""
_THOSE = {"ceux": 0b0100, "celles": 0b1000, "celle": 0b0010}
_WE = frozenset("se s’ s' nous vous".split())
_ARE = frozenset("sont étaient seront sommes êtes seraient soient furent".split())

_OF_OTHERS = frozenset("a ont avait avaient aura auront".split())
_DONE_TO_US = frozenset(
    "accompagné aidé soutenu accueilli invité rejoint encouragé convaincu reçu remercié "
    "guidé inspiré surpris contraint obligé motivé impressionné contacté poussé incité "
    "sollicité formé réuni rassemblé".split()
)
"""With these *nous* is the object, and not the one for whom it was done."""


def of_objects(phrase: Phrase) -> Iterator[Fault]:
    """`Les actions que nous avons mené`, `quelles solutions avez-vous trouvé`."""
    for at, word in enumerate(phrase.words):
        if word in ALL_HAVING or ("-" in word and word.partition("-")[0] in ALL_HAVING):
            verb = behind_adverbs(phrase, at + 1)
            mask = phrase.mask(verb)
            found = mask >> PARTICIPLE & CELLS
            if found and not mask & OTHER and phrase.words[verb] not in _NO_OBJECTS:
                wanted = _object(phrase, at, verb)
                if wanted and not found & wanted:
                    said = phrase.words[verb]
                    message = f"{said!r} does not agree with its object, which stands before"
                    yield verb, verb, message, forms.agreeing(said, wanted) or "~another form"
        elif word in _ARE and phrase.word(at - 1) in _WE:
            yield from _of_alone(phrase, behind_adverbs(phrase, at + 1))


def _of_alone(phrase: Phrase, at: int) -> Iterator[Fault]:
    """`Elles se sont succédées`."""
    word = phrase.word(at)
    right = word.rstrip("s").removesuffix("e") if word.endswith(("ées", "és", "es")) else ""
    if right in _ALONE:
        yield at, at, f"{word!r} never agrees behind 'se'", right


def _object(phrase: Phrase, at: int, verb: int) -> int:
    """The gender and number of the object that stands before, if it is known; or nothing."""
    word, before, behind = phrase.words[at], phrase.word(at - 1), phrase.word(verb + 1)
    is_led = behind in ("à", "de", "d’", "d'") and phrase.mask(verb + 2) & INFINITIVE
    if is_led or phrase.mask(verb + 1) & INFINITIVE:
        return 0
    if before == "les" and "-" not in word:
        return PLURAL
    if before == "nous" and word in _OF_OTHERS and phrase.words[verb] in _DONE_TO_US:
        return 0 if behind in DETERMINERS and behind not in ("de", "d’", "d'") else PLURAL
    is_free = not behind or behind in _FREE or is_verb(phrase, verb + 1, False)
    is_free = is_free or behind in NO_SUBJECTS or phrase.word(verb + 2) in NO_SUBJECTS
    if not is_free and not (before in _THAT and behind in DETERMINERS):
        return 0
    for near in range(at - 1, max(-1, at - 8), -1):
        if phrase.words[near] in _THAT:
            return 0 if "il" in phrase.words[near:at] else _antecedent(phrase, near, verb)
        if near < at - 1 and phrase.words[near] in ALL_HAVING:
            return 0
    if "-" in word:
        return _asked(phrase, at)
    return _in_front(phrase, at) if before in ("l’", "l'") else 0


def _in_front(phrase: Phrase, at: int) -> int:
    """`Cette enquête, nous l'avons mené`."""
    words, masks = phrase.words, phrase.masks
    if "," not in words[2:5] or words[0] not in DETERMINERS or words[at - 2] == ",":
        return 0
    comma = words.index(",")
    is_said = at - 3 == comma and words[at - 2] in ("nous", "vous", "il", "elle", "on", "ils")
    return masks[1] & CELLS & DETERMINERS[words[0]] if is_said else 0


def _asked(phrase: Phrase, at: int) -> int:
    """`Quelles solutions avez-vous`, `combien de villes a-t-elle`."""
    for near in range(at - 1, max(-1, at - 10), -1):
        word = phrase.words[near]
        if word in ("quelles", "quelle", "quels"):
            return phrase.mask(near + 1) & CELLS & DETERMINERS[word]
        if word == "combien" and phrase.word(near + 1) in ("de", "d’", "d'"):
            return phrase.mask(near + 2) & PLURAL
    return 0


def _antecedent(phrase: Phrase, that: int, verb: int) -> int:
    """What *que* stands for: nouns with their article, none of which has what the verb has."""
    found, cells = phrase.masks[verb] >> PARTICIPLE & CELLS, 0
    if phrase.word(that - 1) in _THOSE:
        return _THOSE[phrase.words[that - 1]]
    for at in range(that - 1, -1, -1):
        word, mask = phrase.words[at], phrase.masks[at]
        if nominal(mask) and not mask & (OTHER | VERB | INFINITIVE):
            if nominal(mask) & found or word in _NO_THINGS or word in NO_SUBJECTS:
                return 0
            cells = cells or mask & CELLS
        elif word in DETERMINERS and word not in LINKS:
            cells &= DETERMINERS[word] if at + 1 == that - 1 else cells
            before = phrase.word(at - 1)
            if before not in LINKS:
                is_told = any(one.startswith(_TOLD) for one in phrase.words[max(0, at - 3) : at])
                return 0 if is_told or before in ("ou", ",", "que") else cells
            if before not in ("de", "d’", "d'"):
                return 0
        elif word not in ("des", "du", "de", "d’", "d'"):
            return 0
    return 0
