"""French words that sound like others: what stands beside them allows only one of the two."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from pipeline.checks.french import dictionary, lookalikes
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
    nominal,
)
from pipeline.checks.french.lexicon import DETERMINERS
from pipeline.checks.french.phrases import Fault, Phrase
from pipeline.checks.french.subjects import HAVING, is_verbless

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
                last = at + right.startswith("~")  # The word behind it is told of, too.
                yield at, last, f"{phrase.shown(at)!r} is not what was meant here", right


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


_TO_IT = frozenset("n’ n' l’ l' m’ m' t’ t'".split())


def _a(phrase: Phrase, at: int) -> str:
    """`Répond a la ville`, `a développer`, `n’a cesser`."""
    before, behind = phrase.word(at - 1), phrase.mask(at + 1)
    if before in _TO_IT and behind == INFINITIVE and phrase.word(at + 1).endswith("er"):
        return f"~a {phrase.word(at + 1)[:-2]}é"
    if before in _ELIDED or phrase.shown(at) == "A":
        return ""
    if behind == INFINITIVE and before != "y":
        is_er = phrase.word(at + 1).endswith("er")
        return f"~à, or {phrase.word(at + 1)[:-2]}é behind it" if is_er else "à"
    is_verb = _is_finite(phrase.mask(at - 1)) or before in ("est", "soit")
    if not is_verb or phrase.word(at + 1) in _ENDS:
        return ""
    near = phrase.words[max(0, at - 12) : at - 1]
    return "à" if at > 1 and _RELATIVE.isdisjoint(near) and not _is_participle(behind) else ""


def _à(phrase: Phrase, at: int) -> str:
    """`La ville à développé`."""
    verb = at + 2 if phrase.word(at + 1) in ("aussi", "également", "déjà") else at + 1
    mask, before = phrase.mask(verb), phrase.word(at - 1)
    if before in ("est", "sont") and phrase.word(at + 1).endswith(_É) and _is_participle(mask):
        return f"~à {phrase.word(at + 1).rstrip('es')[:-1]}er"
    if phrase.word(verb).endswith(("ée", "és", "ées")) and _is_participle(mask):
        is_thing = (
            _only(phrase.mask(at - 1), CELLS) and "de" not in phrase.words[max(0, at - 9) : at]
        )
        return "~a, and the participle" if is_thing and at > 1 else ""
    is_é = phrase.word(verb).endswith(("é", "i", "u", "is", "it"))
    is_done = _is_participle(mask) or (
        phrase.word(verb + 1) in _THE and not lookalikes.is_no_form(phrase.word(verb))
    )
    if is_é and is_done and mask >> PARTICIPLE & 1 and before not in ("d’", "de"):
        return "~a, or the infinitive behind it"
    if before == "y":
        return "a"
    if before in ("il", "elle", "on") and phrase.word(at - 2) != "à" and mask:
        return "a" if phrase.word(at - 2) in _ENDS or at == 1 else ""
    return ""


def _ce(phrase: Phrase, at: int) -> str:
    mask = phrase.mask(at + 1)
    if phrase.word(at + 1) in ("sont", "étaient"):
        return "se" if _is_of_subject(phrase, at) else ""
    if phrase.word(at + 1) in _BEING or phrase.word(at - 1) in ("sur", "pour", "et", "en", "de"):
        return ""
    before = phrase.mask(at - 1) & (VERB | CELLS << PARTICIPLE) and phrase.word(at - 1) != "est"
    return "se" if _is_finite(mask) or (mask == INFINITIVE and before) else ""


def _se(phrase: Phrase, at: int) -> str:
    mask = phrase.mask(at + 1)
    is_noun = _only(mask, CELLS) and mask & 0b0001
    return "ce" if is_noun and phrase.word(at + 1)[0] not in "aeiouyhéèêà" else ""


def _leurs(phrase: Phrase, at: int) -> str:
    return "leur" if _only(phrase.mask(at + 1), VERB | INFINITIVE) else ""


def _et(phrase: Phrase, at: int) -> str:
    """`Le concert et gratuit pour tous.`"""
    if at != 2 or phrase.words[0] not in DETERMINERS or phrase.words[-1] != ".":
        return ""
    noun, said = phrase.masks[1], phrase.mask(3)
    is_said = said >> ADJECTIVE & noun & CELLS and not said & (CELLS | VERB | OTHER)
    is_bare = _only(noun, CELLS) and not any(
        mask & _THIRD and not mask & (CELLS | OTHER) for mask in phrase.masks
    )
    return "est" if is_said and is_bare and phrase.word(4) in _BEHIND_SAID else ""


_BEHIND_SAID = frozenset("pour . à et dans de".split())


def _on(phrase: Phrase, at: int) -> str:
    """`Les élus on voté`."""
    mask, behind = nominal(phrase.mask(at - 1)), phrase.mask(at + 1)
    is_many = mask and not mask & 0b0011
    is_many = is_many or phrase.word(at - 1) in ("ils", "elles", "qui")
    is_done = behind >> PARTICIPLE & 1 and not behind & (VERB | OTHER | INFINITIVE)
    is_had = is_done or phrase.word(at + 1) in _HAD
    return "ont" if at and ((is_many and is_had) or phrase.word(at - 1) in ("n’", "n'")) else ""


_HAD = frozenset("besoin lieu accès droit tendance recours".split())


def _ma(phrase: Phrase, at: int) -> str:
    """`Elle ma transmis`."""
    mask = phrase.mask(at + 1)
    is_done = _is_participle(mask) and mask >> PARTICIPLE & 1
    return f"{phrase.word(at)[0]}’a" if is_done else ""


def _c(phrase: Phrase, at: int) -> str:
    """`La commission c'est prononcée`, `ils c'étaient habitués`."""
    is_being = phrase.word(at + 1) in ("est", "était", "étaient")
    return "~s’" if is_being and _is_of_subject(phrase, at) else ""


def _is_of_subject(phrase: Phrase, at: int) -> bool:
    """Whether a subject stands before, and behind the auxiliary what it did."""
    before, mask = phrase.word(at - 1), phrase.mask(at - 1)
    if not at or before in _APART or phrase.word(at - 2) in _HOW:
        return False
    done = at + 2
    while phrase.mask(done) == OTHER and phrase.word(done) not in _RELATIVE and done < at + 4:
        done += 1
    said = phrase.mask(done)
    is_noun = _only(mask, CELLS | CELLS << ADJECTIVE | CELLS << PARTICIPLE) or before in _HE
    is_sure = before in _HE and before != "elle"
    is_done = said >> PARTICIPLE & CELLS and not said & (VERB | OTHER | INFINITIVE)
    if is_done and said & CELLS and phrase.word(at + 1) != "étaient":
        is_done = is_sure
    return bool(is_noun and is_done)


_HE = frozenset("ils elles il elle qui on".split())
_HOW = frozenset("par en sans".split())
"""`Par téléphone c’est compliqué`."""
_APART = frozenset("important essentiel principal but objectif tout mieux pire dur reste".split())


def _ont(phrase: Phrase, at: int) -> str:
    """`Ont peut venir`."""
    if phrase.word(at + 1) in ("ne", "n’", "n'"):
        return "on"
    return "on" if _is_finite(phrase.mask(at + 1)) and phrase.word(at + 1) != "a" else ""


def _sa(phrase: Phrase, at: int) -> str:
    is_subject = phrase.word(at + 1) in _BEFORE_VERBS or _is_finite(phrase.mask(at + 1))
    return "ça" if is_subject else ""


_BEFORE_VERBS = frozenset("vous nous ne n’ n' se me te m’ m'".split())


def _ça(phrase: Phrase, at: int) -> str:
    mask = phrase.mask(at + 1)
    return "sa" if _only(mask, CELLS) and mask == 0b0010 else ""


def _la(phrase: Phrase, at: int) -> str:
    """`Elle la développé`."""
    mask, before = phrase.mask(at + 1), phrase.word(at - 1)
    is_said = before in ("il", "elle", "on", "qui") and _is_participle(mask)
    return "l’a" if is_said and mask >> PARTICIPLE & 1 else ""


def _itself(phrase: Phrase, at: int) -> str:
    """`S’est doter`, `se sont réunit`."""
    if phrase.words[at] == "est" and _is_and(phrase, at):
        return "et"
    behind = at + 1
    while phrase.mask(behind) == OTHER and phrase.word(behind) not in _RELATIVE:
        behind += 1
    is_itself = phrase.word(at - 1) in ("s’", "s'", "se")
    is_wrong = is_itself and phrase.mask(behind) == INFINITIVE and behind < at + 4
    if is_itself and behind == at + 1 and phrase.word(at) != "être":
        mask = phrase.mask(behind)
        is_no_form = mask & VERB and not (mask & OTHER or mask >> PARTICIPLE & CELLS)
        is_wrong = is_wrong or (bool(is_no_form) and phrase.word(behind) != "peut")  # `Plains`.
    if _is_finite(phrase.mask(behind)) and phrase.word(behind).endswith(_PAST):
        is_wrong = not phrase.word(behind).endswith(_PRESENTS) and behind == at + 1
    return f"~the participle of {phrase.word(behind)!r} behind it" if is_wrong else ""


def _is_and(phrase: Phrase, at: int) -> bool:
    """`Est maintenant ?`, `l’entrée est libre est gratuite`."""
    if not at:
        return phrase.word(1) in _AND
    first, second = phrase.mask(at - 1), phrase.mask(at + 1)
    is_said = phrase.word(at - 2) == "est" and _RELATIVE.isdisjoint(phrase.words[:at])
    are_adjectives = first >> ADJECTIVE & second >> ADJECTIVE & CELLS
    is_last = phrase.word(at + 2) in _ENDS or phrase.word(at + 2) == "pour"
    return bool(is_said and are_adjectives and is_last and not (first | second) & (VERB | OTHER))


_AND = frozenset("maintenant puis comment pourquoi ensuite".split())
_PAST, _PRESENTS = ("it", "ut"), ("ait", "oit", "eut", "aut", "uit", "voit")


def _ces(phrase: Phrase, at: int) -> str:
    return "c’est" if phrase.word(at + 1) in ("un", "une", "le", "la", "l’", "l'") else ""


def _ou(phrase: Phrase, at: int) -> str:
    """`Ou est la gare ?`."""
    if phrase.word(at - 1) in ("moment", "cas") and phrase.word(at - 2) == "au":
        return "où" if phrase.word(at + 1) in DETERMINERS else ""
    is_asked = not at and phrase.words[-1] == "?"
    return "où" if is_asked and phrase.word(1) in ("est", "sont", "se", "trouver", "aller") else ""


def _quand(phrase: Phrase, at: int) -> str:
    """`Quand aux villes, elles`."""
    is_first = at == 0 or phrase.word(at - 1) in (",", ";")
    behind = phrase.word(at + 1)
    if not is_first or behind not in ("au", "aux", "à"):
        return ""
    # `Quand au printemps tout revit`: a verb stands before the comma.
    until = phrase.words.index(",", at) if "," in phrase.words[at:] else 0
    return "" if not is_verbless(phrase, at + 1, until) or not until else "quant"


def _quant(phrase: Phrase, at: int) -> str:
    is_wrong = phrase.word(at + 1) in DETERMINERS or phrase.word(at + 1) in ("il", "elle", "on")
    return "quand" if is_wrong and phrase.word(at + 1) not in _TO else ""


_TO = frozenset(["au", "aux", "à"])


def _avantage(phrase: Phrase, at: int) -> str:
    """`Il faut investir d'avantage`."""
    if phrase.word(at - 1) not in ("d’", "d'") or at < 2:
        return ""
    mask, behind = phrase.mask(at - 2), phrase.word(at + 1)
    near = phrase.words[max(0, at - 6) : at]
    is_verb = mask & (VERB | INFINITIVE | PRESENT) and (mask & INFINITIVE or not mask & CELLS)
    is_free = behind in _ENDS or behind in _BEHIND_MORE
    return "~davantage" if is_verb and is_free and _LITTLE.isdisjoint(near) else ""


_BEHIND_MORE = frozenset("dans vers sur en pour par avec à au aux les la le l’ de des que".split())
_LITTLE = frozenset("ne n’ n' pas peu point plus tirer tire servir".split())


def _sur(phrase: Phrase, at: int) -> str:
    """`Un espace plus sur.`"""
    is_led = phrase.word(at - 1) in ("plus", "très", "moins", "aussi", "bien")
    is_last = phrase.word(at + 1) in (".", ",", ";", "!", "?") or _is_finite(phrase.mask(at + 1))
    return "sûr" if at and is_led and is_last else ""


def _été(phrase: Phrase, at: int) -> str:
    """`A été mit en place`."""
    is_done = phrase.word(at - 1) in HAVING and _is_finite(phrase.mask(at + 1))
    return f"~été with the participle of {phrase.word(at + 1)!r}" if is_done else ""


def _s(phrase: Phrase, at: int) -> str:
    """`S'est dans ce but que`."""
    is_first = not at and phrase.word(1) == "est"
    return "~c’est" if is_first and phrase.word(2) in _BEHIND_IT_IS else ""


_BEHIND_IT_IS = frozenset(
    "dans pour avec un une le la les par grâce sur donc l’ l' ce cette".split()
)


def _touts(phrase: Phrase, at: int) -> str:
    return "tous" if phrase.word(at + 1) in DETERMINERS else ""


_RULES = {
    "a": _a, "à": _à, "ce": _ce, "se": _se, "leurs": _leurs, "on": _on, "ont": _ont, "sa": _sa,
    "ça": _ça, "la": _la, "touts": _touts, "ces": _ces, "ses": _ces, "ou": _ou,
    "quand": _quand, "quant": _quant, "avantage": _avantage, "sur": _sur, "ma": _ma, "ta": _ma,
    "été": _été, "et": _et, "s’": _s, "s'": _s, "c’": _c, "c'": _c,
    **dict.fromkeys("est sont était étaient être".split(), _itself),
}  # fmt: skip


def of_infinitives(phrase: Phrase) -> Iterator[Fault]:
    """`Pour développé`, `sans oublié`."""
    words = phrase.words
    if _BEFORE_ANY.isdisjoint(words):
        return
    for at in range(len(words) - 1):
        is_asked = words[at] in ("de", "d’", "d'") and words[at + 1] in _OBJECTS
        is_hoped = words[at].endswith("ons") and words[at + 1] == "vous" and phrase.masks[at] & VERB
        if (
            words[at] == "comment"
            and words[at + 1].endswith("é")
            and _is_participle(phrase.masks[at + 1])
        ):
            yield at + 1, at + 1, f"{words[at + 1]!r} is not what was meant here", "~the infinitive"
        if words[at] in _LEADING or is_hoped:
            yield from _of_order(phrase, at + 1)
        if words[at] in _BEFORE_INFINITIVES or is_asked:
            behind = _behind_clitics(phrase, at + 1)
            word = phrase.word(behind)
            if word.endswith(_É) and _is_participle(phrase.mask(behind)):
                right = f"{word.rstrip('es')[:-1]}er"
                if dictionary.of(right) & INFINITIVE and not _is_noun_group(phrase, at, behind):
                    yield behind, behind, f"{word!r} is not what was meant here", right


def _behind_clitics(phrase: Phrase, at: int) -> int:
    """Three may stand in a row, *pour ne pas nous y*, and no more."""
    few = itertools.takewhile(lambda one: phrase.word(one) in _CLITICS, range(at, at + 6))
    return at + len(list(few))


def _of_order(phrase: Phrase, at: int) -> Iterator[Fault]:
    """`Pour participez`, `à nous contactez`."""
    is_to = phrase.word(at - 1) == "à"  # What is told of there.
    before = phrase.word(at - 2)
    at = _behind_clitics(phrase, at)
    word = phrase.word(at)
    right = f"{word[:-1]}r"
    if word.endswith("ez") and _only(phrase.mask(at), VERB) and dictionary.of(right) & INFINITIVE:
        yield at, at, f"{word!r} is not what was meant here", right
    elif word.endswith("é") and phrase.mask(at) == _NEVER_AGREES and before not in _NO_ORDER:
        yield at, at, f"{word!r} is not what was meant here", f"{word[:-1]}er"
    elif word.endswith(_É) and phrase.mask(at) >> PARTICIPLE & CELLS:
        is_led = phrase.word(at + 1) in _THE and not is_to
        right = f"{word.rstrip('es')[:-1]}er"
        if is_led and not lookalikes.is_no_form(word) and dictionary.of(right) & INFINITIVE:
            yield at, at, f"{word!r} is not what was meant here", right


_NEVER_AGREES = CELLS << PARTICIPLE
"""Only verbs without an object have all forms in one."""
_NO_ORDER = frozenset("rien peu beaucoup quoi plus jamais".split())
_LEADING = frozenset("de d’ d' à pour sans".split())
_THE = frozenset("le la les l’ l' un une leur leurs votre vos notre nos ce cet cette ces".split())
_É = ("é", "és", "ée", "ées")
_BEFORE_INFINITIVES = frozenset("pour sans afin".split())
_BEFORE_ANY = _BEFORE_INFINITIVES | frozenset("de d’ d' à vous comment".split())
_OBJECTS = frozenset("nous vous se s’ s'".split())
_CLITICS = frozenset("de d’ d' le la les l’ l' y en lui leur se s’ s' nous vous ne pas".split())


def _is_noun_group(phrase: Phrase, at: int, behind: int) -> bool:
    """`Pour les délégués`."""
    return phrase.word(behind - 1) in DETERMINERS and phrase.word(behind)[-1] in "es"
