"""French words that sound like others: what stands beside them allows only one of the two."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.french import dictionary
from pipeline.checks.french.dictionary import (
    CELLS,
    INFINITIVE,
    MANY,
    ONE,
    OTHER,
    PARTICIPLE,
    PRESENT,
    VERB,
)
from pipeline.checks.french.lexicon import DETERMINERS
from pipeline.checks.french.phrases import Fault, Phrase

_THIRD = ONE | MANY
_BEING = frozenset(
    "est sont sera seront serait seraient était étaient fut furent fût soit soient peut pourrait "
    "pourra doit doivent devrait devra devait pouvait semble dit dut put va vaut suffit peuvent "
    "pourraient devraient n’est devaient puisse".split()
)
"""What *ce* is the subject of: `ce doit être`."""
_RELATIVE = frozenset("qui que qu’ qu' dont où quand comme lorsque si".split())
_ELIDED = frozenset("s’ s' n’ n' l’ l' d’ d' c’ c' t’ t' m’ m' j’ j' qu’ qu' y".split())
_ENDS = (".", ",", ";", ":", "!", "?", "(", ")", "»", "")


def of_sounds(phrase: Phrase) -> Iterator[Fault]:
    """`Répond a`, `ils ce réunissent`, `pour développé`."""
    words = phrase.words
    for at, word in enumerate(words):
        rule = _RULES.get(word)
        if rule and 0 <= at < len(words) - 1:
            right = rule(phrase, at)
            if right:
                yield at, at, f"{phrase.shown(at)!r} is not what was meant here", right


def _only(mask: int, kinds: int) -> bool:
    """Whether it may be of these kinds, and of no other."""
    return bool(mask & kinds) and not mask & ~kinds


def _is_finite(mask: int) -> bool:
    return _only(mask, VERB) and bool(mask & _THIRD)


def _is_participle(mask: int) -> bool:
    """Whether it is a participle, an adjective at most."""
    return bool(mask >> PARTICIPLE & CELLS) and not mask & (
        CELLS | VERB | OTHER | INFINITIVE | PRESENT
    )


def _a(phrase: Phrase, at: int) -> str:
    """`Répond a la ville`, `a développer`."""
    before, behind = phrase.word(at - 1), phrase.mask(at + 1)
    if before in _ELIDED or phrase.shown(at) == "A":
        return ""
    if behind == INFINITIVE and before != "y":
        return "à"
    is_verb = _is_finite(phrase.mask(at - 1)) or before in ("est", "soit")
    if not is_verb or phrase.word(at + 1) in _ENDS:
        return ""
    near = phrase.words[max(0, at - 12) : at - 1]
    return "à" if at > 1 and _RELATIVE.isdisjoint(near) and not _is_participle(behind) else ""


def _à(phrase: Phrase, at: int) -> str:
    """`La ville à développé`."""
    mask, before = phrase.mask(at + 1), phrase.word(at - 1)
    is_é = phrase.word(at + 1).endswith(("é", "i", "u", "is", "it"))
    if phrase.word(at + 2) in DETERMINERS and phrase.word(at + 1)[-1] == "é":
        return ""  # It is told there: `à amélioré la vie`.
    if is_é and _is_participle(mask) and mask >> PARTICIPLE & 1 and before not in ("d’", "de"):
        return "~a, or the infinitive behind it"
    if before == "y":
        return "a"
    if before in ("il", "elle", "on") and phrase.word(at - 2) != "à" and mask:
        return "a" if phrase.word(at - 2) in _ENDS or at == 1 else ""
    return ""


def _ce(phrase: Phrase, at: int) -> str:
    if phrase.word(at + 1) in _BEING or phrase.word(at - 1) in ("sur", "pour", "et", "en", "de"):
        return ""
    return "se" if _is_finite(phrase.mask(at + 1)) else ""


def _se(phrase: Phrase, at: int) -> str:
    mask = phrase.mask(at + 1)
    is_noun = _only(mask, CELLS) and mask & 0b0001
    return "ce" if is_noun and phrase.word(at + 1)[0] not in "aeiouyhéèêà" else ""


def _leurs(phrase: Phrase, at: int) -> str:
    return "leur" if _only(phrase.mask(at + 1), VERB | INFINITIVE) else ""


def _on(phrase: Phrase, at: int) -> str:
    """`Les élus on voté`."""
    mask = phrase.mask(at - 1)
    is_many = bool(mask & CELLS) and not mask & 0b0011
    is_many = is_many or phrase.word(at - 1) in ("ils", "elles", "qui")
    return "ont" if at and is_many and _is_participle(phrase.mask(at + 1)) else ""


def _ont(phrase: Phrase, at: int) -> str:
    """`Ont peut venir`."""
    return "on" if _is_finite(phrase.mask(at + 1)) and phrase.word(at + 1) != "a" else ""


def _sa(phrase: Phrase, at: int) -> str:
    return "ça" if _is_finite(phrase.mask(at + 1)) else ""


def _ça(phrase: Phrase, at: int) -> str:
    mask = phrase.mask(at + 1)
    return "sa" if _only(mask, CELLS) and mask == 0b0010 else ""


def _la(phrase: Phrase, at: int) -> str:
    """`Elle la développé`."""
    mask, before = phrase.mask(at + 1), phrase.word(at - 1)
    is_said = before in ("il", "elle", "on", "qui") and _is_participle(mask)
    return "l’a" if is_said and mask >> PARTICIPLE & 1 else ""


def _itself(phrase: Phrase, at: int) -> str:
    """`S’est doter`."""
    behind = at + 1
    while phrase.mask(behind) == OTHER and phrase.word(behind) not in _RELATIVE:
        behind += 1
    is_itself = phrase.word(at - 1) in ("s’", "s'", "se")
    is_wrong = is_itself and phrase.mask(behind) == INFINITIVE and behind < at + 4
    return f"~the participle of {phrase.word(behind)!r} behind it" if is_wrong else ""


def _ces(phrase: Phrase, at: int) -> str:
    return "c’est" if phrase.word(at + 1) in ("un", "une", "le", "la", "l’", "l'") else ""


def _ou(phrase: Phrase, at: int) -> str:
    """`Ou est la gare ?`."""
    is_asked = not at and phrase.words[-1] == "?"
    return "où" if is_asked and phrase.word(1) in ("est", "sont", "se", "trouver", "aller") else ""


def _touts(phrase: Phrase, at: int) -> str:
    return "tous" if phrase.word(at + 1) in DETERMINERS else ""


_RULES = {
    "a": _a, "à": _à, "ce": _ce, "se": _se, "leurs": _leurs, "on": _on, "ont": _ont, "sa": _sa,
    "ça": _ça, "la": _la, "touts": _touts, "ces": _ces, "ses": _ces, "ou": _ou,
    **dict.fromkeys(("est", "sont", "était", "étaient"), _itself),
}  # fmt: skip


def of_infinitives(phrase: Phrase) -> Iterator[Fault]:
    """`Pour développé`, `sans oublié`."""
    words = phrase.words
    if _BEFORE_ANY.isdisjoint(words):
        return
    for at in range(len(words) - 1):
        is_asked = words[at] in ("de", "d’", "d'") and words[at + 1] in _OBJECTS
        if words[at] in _BEFORE_INFINITIVES or is_asked:
            behind = at + 1
            while phrase.word(behind) in _CLITICS:
                behind += 1
            word = phrase.word(behind)
            if word.endswith(_É) and _is_participle(phrase.mask(behind)):
                right = f"{word.rstrip('es')[:-1]}er"
                if dictionary.of(right) & INFINITIVE and not _is_noun_group(phrase, at, behind):
                    yield behind, behind, f"{word!r} is not what was meant here", right


_É = ("é", "és", "ée", "ées")
_BEFORE_INFINITIVES = frozenset("pour sans afin".split())
_BEFORE_ANY = _BEFORE_INFINITIVES | frozenset("de d’ d'".split())
_OBJECTS = frozenset("nous vous se s’ s'".split())
_CLITICS = frozenset("de d’ d' le la les l’ l' y en lui leur se s’ s' nous vous ne pas".split())


def _is_noun_group(phrase: Phrase, at: int, behind: int) -> bool:
    """`Pour les délégués`."""
    return phrase.word(behind - 1) in DETERMINERS and phrase.word(behind)[-1] in "es"
