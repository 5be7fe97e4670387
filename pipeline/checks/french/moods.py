"""The mood of a French verb: what *afin que*, *après que* and *si* ask for."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.french import dictionary
from pipeline.checks.french.dictionary import INFINITIVE, VERB
from pipeline.checks.french.phrases import Fault, Phrase
from pipeline.checks.french.subjects import ENDING, is_verb

_THAT = frozenset("que qu’ qu'".split())
_WISHED = frozenset("afin pour condition pourvu sans".split())
_WISHED_WITH = {"moins": "à", "peur": "de", "crainte": "de", "attendant": "en", "temps": "est"}
_AS = frozenset("lorsque lorsqu’ lorsqu' puisque puisqu’ puisqu'".split())
_TOLD = frozenset("dès aussitôt parce pendant tandis depuis après".split())
"""Behind one of them *que* tells what is or was."""
_ALTHOUGH = frozenset("quoique quoiqu’ quoiqu'".split())
_TO_BE_WISHED = frozenset(
    "nécessaire essentiel important indispensable souhaitable impératif primordial crucial "
    "fondamental urgent possible impensable".split()
)
_WISHING = frozenset(
    "faut faudra faudrait fallait fallu souhaite souhaitent souhaitons souhaitez exige exigent "
    "voudrait voudrions voudraient veut veulent voulons demandent demandons proposent proposons "
    "suggèrent recommandent convient importe".split()
)
_INDICATIVE = frozenset(
    "est sont a ont va vont fait font peut peuvent sait savent veut veulent "
    "sommes êtes avons avez".split()
)
_SUBJUNCTIVE = frozenset(
    "soit soient ait aient fasse fassent puisse puissent aille aillent "
    "soyons soyez ayons ayez".split()
)
_IRREGULAR = tuple(
    f"{stem}r{end}"
    for stem in "au se fe i ver pour voud dev sau viend tiend faud recev enver cour".split()
    for end in ("ait", "aient", "ais", "ions", "iez")
)
_RIGHT = {
    "est": "soit", "sont": "soient", "a": "ait", "ont": "aient", "va": "aille", "vont": "aillent",
    "fait": "fasse", "font": "fassent", "peut": "puisse", "peuvent": "puissent", "sait": "sache",
    "savent": "sachent", "veut": "veuille", "veulent": "veuillent", "sommes": "soyons",
    "êtes": "soyez", "avons": "ayons", "avez": "ayez",
}  # fmt: skip
_NOT_TOLD = ("ait", "soit", "ent", "ont", "ât", "ît", "ût")
"""The subjunctive of one ends otherwise than in -d and -t but for these; the imperfect is old."""
_TURNED = {right: wrong for wrong, right in _RIGHT.items()}
_NOT = frozenset("ne n’ n'".split())
_FAR = 12
"""So many words stand between the conjunction and its verb at most."""


def of_moods(phrase: Phrase) -> Iterator[Fault]:
    """`Afin qu'elles peuvent`, `après que le maire ait`, `si la ville aurait`."""
    words = phrase.words
    if words[0] in ("si", "s’", "s'"):
        yield from _of_if(phrase, 0)
    for at, word in enumerate(words):
        if word in _THAT and at:
            is_hoped = words[at - 1].startswith("espér") and _NOT.isdisjoint(
                words[max(0, at - 9) : at]
            )
            if words[at - 1] in _TOLD or (is_hoped and words[-1] != "?"):
                yield from _of_mood(phrase, at, _SUBJUNCTIVE, "the indicative")
            elif _is_wished(phrase, at):
                yield from _of_mood(phrase, at, _INDICATIVE, "the subjunctive")
        elif word in _ALTHOUGH:
            yield from _of_mood(phrase, at, _INDICATIVE, "the subjunctive")
        elif word in _AS:
            yield from _of_mood(phrase, at, _SUBJUNCTIVE, "the indicative")
        elif word in _IF and at and (words[at - 1] in _EVEN or _is_condition(phrase, at)):
            yield from _of_if(phrase, at)


def _is_wished(phrase: Phrase, that: int) -> bool:
    """Whether what follows *que* is wanted, not told."""
    before, further = phrase.word(that - 1), phrase.word(that - 2)
    if before in _TO_BE_WISHED:
        return _is_said_of(phrase, that - 2)
    if before in _WISHED_WITH:
        return further == _WISHED_WITH[before]
    if before == "bien":
        return not further or further in (",", ";", "(", "et", "mais")
    if before == "ce":
        return further == "à" and phrase.word(that - 3) in ("jusqu’", "jusqu'", "veiller", "veille")
    return before in _WISHED or before in _WISHING or (before == "avant" and further != "plus")


def _is_said_of(phrase: Phrase, at: int) -> bool:
    """`Il est essentiel que`, `il est plus que jamais important que`."""
    near = phrase.words[max(0, at - 4) : at + 1]
    is_said = "est" in near and bool({"il", "c’", "c'"} & set(near))
    return is_said and "autant" not in near  # `C’est d’autant plus important que`.


def _of_mood(phrase: Phrase, that: int, wrong: frozenset[str], mood: str) -> Iterator[Fault]:
    verb = _verb(phrase, that + 1)
    said = phrase.words[verb]
    is_wrong = _is_indicative(said) if wrong is _INDICATIVE else _is_subjunctive(said)
    if verb and (said in wrong or (is_wrong and phrase.masks[verb] & ~VERB == 0)):
        right = _RIGHT.get(said) or _TURNED.get(said) or f"~{mood}"
        is_one = phrase.words[that] in _ALTHOUGH or phrase.words[that] in _AS
        first = that if is_one else that - 1
        asked = " ".join(phrase.words[first : that + 1])
        yield verb, verb, f"{asked!r} asks for {mood}: {said!r}", right


def _is_indicative(word: str) -> bool:
    """
    >>> _is_indicative("prend"), _is_indicative("donnons"), _is_indicative("donnions")
    (True, True, False)
    """
    if word.endswith(("ons", "ez")):
        return not word.endswith(("ions", "iez", "soyons", "soyez", "ayons", "ayez"))
    return word.endswith(("d", "t")) and not word.endswith(_NOT_TOLD)


def _is_subjunctive(word: str) -> bool:
    """
    >>> _is_subjunctive("réfléchisse"), _is_subjunctive("glisse"), _is_subjunctive("vienne")
    (True, False, True)
    """
    if word.endswith("isse"):
        stem = word.removesuffix("sse")
        return bool(dictionary.of(f"{stem}r") & INFINITIVE) and not dictionary.of(f"{word}r")
    return word.endswith(("vienne", "tienne", "prenne", "veuille", "sache", "doive"))


def _is_condition(phrase: Phrase, at: int) -> bool:
    """`Les villes acceptent si`: nothing is asked, and so it is no *whether*."""
    before = phrase.words[max(0, at - 30) : at]
    is_asked = any(word.startswith(_ASKED) for word in before)
    who = phrase.word(at + 1) in _WHO
    return who and not is_asked and phrase.word(at - 1) not in _NO_CONDITION


_IF = frozenset("si s’ s'".split())
_EVEN = frozenset("même comme sauf".split())
_WHO = frozenset("ils il elle elles on nous vous le la les l’ l'".split())
_NO_CONDITION = frozenset("un une et ou que de d’ ne pas".split())
_ASKED = (
    "demand", "sav", "sai", "sach", "ignor", "voir", "voi", "vu", "dire", "dit", "dis", "décid",
    "vérifi", "question", "doute", "pens", "évalu", "examin", "étudi", "déterm", "pein", "cherch",
    "test", "regard", "montr", "compren", "compris", "indiqu", "précis", "estim", "jug", "inform",
    "appren", "interrog", "hésit", "débat", "discut", "réfléch", "connaît", "connaitr", "explor",
    "mesur", "certain", "clair", "sûr", "sembl", "aussi", "verr", "guett", "attend",
)  # fmt: skip
"""So begin words of asking, knowing and saying: behind them *si* is another one."""


def _of_if(phrase: Phrase, at: int) -> Iterator[Fault]:
    """`Si la ville aurait`: a condition is no conditional."""
    verb = _verb(phrase, at + 1)
    if verb and _is_conditional(phrase.words[verb]):
        said = phrase.words[verb]
        yield verb, verb, f"no conditional stands behind 'si': {said!r}", "~the imperfect"


def _is_conditional(word: str) -> bool:
    """
    >>> _is_conditional("aurait"), _is_conditional("participeraient"), _is_conditional("entrait")
    (True, True, False)
    """
    if word in _IRREGULAR:
        return True
    end = next((end for end in ("aient", "ait", "ions", "iez") if word.endswith(end)), "")
    stem = word.removesuffix(end)
    return stem != word and bool(
        (dictionary.of(stem) | dictionary.of(f"{stem}e")) & INFINITIVE and stem.endswith("r")
    )


def _verb(phrase: Phrase, first: int) -> int:
    """Where the verb of the clause stands that begins there."""
    for at in range(first, min(first + _FAR, len(phrase.words))):
        word, mask = phrase.words[at], phrase.masks[at]
        if word in ENDING or word == ",":
            return 0
        if is_verb(phrase, at, False) or (mask and not mask & ~VERB):
            return at
        if mask & VERB and word not in _SMALL and at > first and phrase.masks[at - 1]:
            return 0  # It may be the verb, or a noun.
    return 0


_SMALL = frozenset("le la les entre contre plus puis sous vers soit".split())
