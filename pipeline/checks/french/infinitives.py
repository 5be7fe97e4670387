"""The infinitive and the participle in French sound alike: what stands before asks for one."""

from __future__ import annotations

import re

from pipeline.checks import signs
from pipeline.checks.concordance import Forms
from pipeline.checks.french import dictionary, lookalikes
from pipeline.checks.french.pieces import ADVERBS, END, IN_É, LETTER, Right, Row, turned
from pipeline.checks.register import Register

_IN_ER = rf"{LETTER}{{2,}}er"
_MODALS = (
    "va vont allons allez peut peuvent pouvons pouvez doit doivent devons devez veut veulent "
    "voulons faut faudra faudrait pourra pourront pourrait pourraient devra devront devrait "
    "devraient voudrait voudraient souhaite souhaitent souhaitons espère espèrent permettra pourrez"
).split()
_CLITIC = r"(?:(?:le|la|les|lui|leur|y|en|se|nous|vous) |[lsmt][’']|s[’']y )?"
_DETERMINED = (
    r"(?= (?:les?|la|une?|des|leurs?|son|sa|ses|nos|notre|vos|votre|cette|ces|ce|cet)\b| l[’'])"
)


def _participle(word: str) -> str:
    if dictionary.of(word) & ~dictionary.CELLS != dictionary.INFINITIVE:
        return ""  # `Hier`, `cher`.
    return f"{word[:-2]}é, or what agrees"


def _without_t(word: str) -> str:
    """`A aboutit`: a past that stands where the participle must."""
    is_verb = not dictionary.of(word) & ~dictionary.VERB and dictionary.of(word)
    return word[:-1] if is_verb and dictionary.of(word[:-1]) >> dictionary.PARTICIPLE & 1 else ""


def _accented(word: str) -> str:
    """`Il est recommande de`: a verb, and nothing else, that stands where its participle must."""
    is_verb = not dictionary.of(word) & ~dictionary.VERB and dictionary.of(word)
    done = f"{word[:-1]}é"
    return done if is_verb and dictionary.of(done) >> dictionary.PARTICIPLE & 1 else ""


def _infinitive(found: re.Match[str], register: Register) -> str:
    word = found[found.lastindex or 0]
    if lookalikes.is_no_form(word):
        return ""
    return f"{word.rstrip('es')[:-1]}er"


_BEING: tuple[Row, ...] = (
    # Behind être, but for `c’est` and `être, c’est …`, a verb is a participle.
    (turned(_participle),
     "sont étaient seront seraient soient furent été être sommes serez serons êtes seriez / -er",
     (r"(?<![\w’'-])(?<!\bavais )(?<!\bai )(?<![’']ai )"
      r"(?:sont|étaient|seront|seraient|soient|furent|été|être|sommes|serez|serons|êtes|seriez) "
      rf"{ADVERBS}"
      rf"({_IN_ER}){END}")),
    (turned(_participle), "est était sera serait / -er",
     (r"(?<![\w’'-])(?<![Cc]e )(?<![Çç]a )(?<![Cc]ela )(?<!\bn[’'])(?<!que )(?<!but )"
      r"(?<!défi )(?<!enjeu )(?<!objectif )(?<!idée )(?<!mission )(?<!rôle )"
      r"(?:est|était|sera|serait) "
      rf"{ADVERBS}({_IN_ER}){END}")),
)  # fmt: skip
_HAVING = (
    "avoir ai avons avez ont avait avaient auront aurait auraient ayant avions aviez avais aurons "
    "aurez"
)
_BETWEEN = "donc ainsi également aussi déjà toujours enfin ensuite récemment depuis".split()
_ROWS: tuple[Row, ...] = (
    (turned(_accented), "il / est était sera serait / de d que qu",
     (rf"(?<![\w’'-])[Ii]l (?:est|était|sera|serait) (?:également |aussi |fortement |vivement )?"
      rf"({LETTER}{{3,}}e)(?= (?:de|que)\b| (?:d|qu)[’'])")),
    (turned(_participle), f"{_HAVING} / -er",
     (rf"(?:(?<![\w’'-])|(?<=\b[njd][’']))(?:{_HAVING.replace(' ', '|')}) {ADVERBS}"
      rf"({_IN_ER}){END}")),
    (turned(_without_t), "a ont avait avaient avons ai / -it",
     (r"(?<![\w’'-])(?:a|ont|avait|avaient|avons|ai) "
      rf"(?:donc |ainsi |également |aussi |déjà |toujours )?({LETTER}{{3,}}it){END}")),
    (turned(_participle), f"a avait aura / {' '.join(_BETWEEN)} / -er",
     (rf"(?<![\w’'-])(?:a|avait|aura) (?:{'|'.join(_BETWEEN)}) ({_IN_ER}){END}")),
    (turned(_participle), "les des ces la le une un nos cette / par / -er",
     (rf"\b(?:[Ll]es|[Dd]es|[Cc]es|[Ll]a|[Ll]e|[Uu]ne?|[Nn]os|[Cc]ette)"
      rf" (?!(?:faire|laisser|voir|entendre) ){LETTER}{{3,}} ({_IN_ER})"
      r"(?= par (?:les?|la|une?|des|notre|nos|ce|cette)\b| par l[’'])")),
    (turned(_participle), "par / -er",
     (rf"{LETTER}{{3,}}, (?!(?:passer|commencer|terminer|débuter|remplacer|continuer|se)\b)"
      rf"({_IN_ER})(?= par (?:les?|la|une?|des|notre|nos|son|l[’'])[^,;:]{{2,60}}, )")),
    (turned(_participle), "par / et / été est sont sera seront était étaient / -er",
     (r"(?<![\w’'-])(?:été|est|sont|sera|seront|était|étaient) "
      r"(?:(?!pour )[^,;:.]){3,80}?"
      rf"{LETTER}+(?:é|i|u)e?s? par [^,;:.]{{3,40}} et "
      r"(?!(?:passer|commencer|terminer|débuter|remplacer|continuer)\b)"
      rf"({_IN_ER})(?= par (?:les?|la|une?|des|notre|nos|son)\b| par l[’'])")),
    (_infinitive, f"{' '.join(_MODALS)} / -é -ée -és -ées",
     (rf"(?<![\w’'-])(?:{'|'.join(_MODALS)}) {ADVERBS}{_CLITIC}((?!malgré|côté|été\b){IN_É}"
      rf"(?:es?|s)?){END}(?! par\b)")),
    (_infinitive, "pour sans afin avant lieu de d / -é",
     (rf"(?<![\w’'-])(?:[Pp]our |[Ss]ans |de |d[’']){_CLITIC}((?!gré\b|blé\b|clé\b)"
      rf"{IN_É}(?<!té)){END}{_DETERMINED}")),
)  # fmt: skip
OF_BEING: Forms[Right] = signs.table(_BEING)
FORMS: Forms[Right] = signs.table(_ROWS)
