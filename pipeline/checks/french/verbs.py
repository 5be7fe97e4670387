"""Verbs of French in a form that nobody has, and numbers that the dictionary cannot tell."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks import signs
from pipeline.checks.concordance import Forms
from pipeline.checks.french.lexicon import MEASURED, NUMBERS
from pipeline.checks.french.pieces import (
    CLITICS,
    END,
    LETTER,
    Right,
    Row,
    disagreeing,
    of_place,
    told,
    turned,
)
from pipeline.checks.register import Register
from pipeline.checks.sheet import Mark, Sheet

# None of these ends in -s or -x because it is a verb.
_NO_SMALL_WORD = (
    r"(?!(?:dans|sans|plus|mais|puis|depuis|toujours|jamais|pas|sous|vers|très|moins|alors|après"
    r"|dès|tous|toutes|hors|lors|ailleurs|parfois|certes|désormais|nous|vous|les|leurs|ses|des|ces"
    r"|puis|près|volontiers|exprès|néanmoins|ainsi|mêmes|seuls|seules|fois|cas|deux|trois)\b)"
)
_ROWS: tuple[Row, ...] = (
    (turned(lambda word: word[:-1]), "toutes / l",
     (r"(?<![\w-])([Tt]outes) l[’'](?:Europe|Afrique|Asie|Amérique|Italie|Espagne|Allemagne"
      r"|Alsace|Union|année|équipe|assemblée|association|organisation|histoire|actualité|information"
      r"|agglomération|économie|école|énergie|attention|opération|action|offre|aide)\b")),
    # Whatever the verb: its ending tells.
    (told("the third person"), "on il elle / -es -as -ts -xs -ez -ons",
     (r"(?<![\w-])(?:[Oo]n|[Ii]l|[Qq]u[’'](?:on|il|elle)|(?:^|(?<=[.;:] ))[Ee]lle)"
      rf" {CLITICS}({_NO_SMALL_WORD}{LETTER}{{2,}}(?:[eatx]s|ez|ons)){END}")),
    (turned(lambda word: f"{word}s"), MEASURED,
     (r"(?<![\w.,/°-])(?<!\bn° )(?<!\barticle )(?<!\bchapitre )(?:(?!(?:19|20)\d\d )(?:[2-9]|[1-9]"
      rf"\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}})*)|{NUMBERS})"
      rf"[ \u00a0]({MEASURED})"
      r"(?= (?:de|par|et|en|à|sont|ont|dans|sur|pour|du)\b| d[’']|[.,;](?!\w))")),
    (turned(lambda word: word[:-1]), "par / € euros kilos litres tonnes",
     rf"(?:€|\b(?:euro|kilo|litre|tonne)s) par ((?:{MEASURED})s){END}"),
    (told("the singular"),
     "ensemble / sont ont seront auront étaient peuvent doivent feront permettent",
     (r"\b[Ll][’']ensemble (?:des|de (?:ces|ses|nos|vos|leurs)) "
      r"(?:(?!(?:qui|que|dont|où|et|ou)\b)[\w’-]+ ){1,4}?(?:se |ne |n[’'])?"
      r"(sont|ont|seront|auront|étaient|peuvent|doivent|feront|permettent)\b")),
)  # fmt: skip
_FORMS: Forms[Right] = signs.table(_ROWS)
_THOU = frozenset("tu te toi ton ta tes".split())
_OF_THOU = signs.table([(
    told("the third person"), "-eras -iras -dras -vras -rras",
    rf"(?<![\w’'-])((?!embarras){LETTER}{{2,}}(?:er|ir|dr|vr|rr)as){END}",
)])  # fmt: skip
"""`Ils décidas`: right only where somebody is called *tu*."""


def of_verbs(sheet: Sheet, register: Register) -> Iterator[Mark]:
    yield from disagreeing(sheet, _FORMS, register)
    for place in signs.in_sentences(sheet, _OF_THOU, "fr", signs.is_lined):
        if place.block.vocabulary.isdisjoint(_THOU):
            yield from of_place(place, register)
