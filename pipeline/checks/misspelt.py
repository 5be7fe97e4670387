"""Words that are spelt wrongly often, in languages whose spelling no other room knows."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping

from pipeline.checks.register import Register
from pipeline.checks.sheet import WARNING, Mark, Sheet
from pipeline.sought import in_small

SLIPS = {
    "it": (
        "perchè:perché poichè:poiché affinchè:affinché finchè:finché benchè:benché sicchè:sicché "
        "anzichè:anziché giacchè:giacché cosicchè:cosicché nonchè:nonché purchè:purché "
        "nè:né sè:sé é:è c'é:c'è cioé:cioè caffé:caffè qual'è:qual_è qual'era:qual_era pò:po' "
        "stà:sta fà:fa sò:so quì:qui quà:qua sù:su un'altro:un_altro un'anno:un_anno "
        "daccordo:d'accordo propio:proprio propia:propria areoporto:aeroporto "
        "citta:città universita:università attivita:attività comunita:comunità societa:società "
        "qualita:qualità possibilita:possibilità gia:già cioe:cioè perche:perché poiche:poiché"
    ),
    "es": (
        "tambien:también despues:después segun:según ademas:además asi:así detras:detrás "
        "todavia:todavía pais:país paises:países dia:día dias:días aqui:aquí alli:allí "
        "fué:fue dió:dio vió:vio fuí:fui tí:ti haiga:haya atravez:a_través "
        "comunicacion:comunicación informacion:información organizacion:organización "
        "administracion:administración educacion:educación participacion:participación "
        "prevencion:prevención poblacion:población atencion:atención situacion:situación "
        "ciudadania:ciudadanía policia:policía energia:energía economia:economía"
    ),
    "pt": (
        "nao:não tambem:também voce:você atravez:através concerteza:com_certeza "
        "comunicacao:comunicação informacao:informação organizacao:organização "
        "associacao:associação educacao:educação participacao:participação "
        "prevencao:prevenção populacao:população regiao:região seguranca:segurança "
        "previlégio:privilégio previlégios:privilégios excessão:exceção"
    ),
    "de": (
        "daß:dass muß:muss mußte:musste mußten:mussten müßte:müsste müßten:müssten läßt:lässt "
        "wußte:wusste bißchen:bisschen gewiß:gewiss "
        "wiederspiegeln:widerspiegeln wiederspiegelt:widerspiegelt Wiederstand:Widerstand "
        "Standart:Standard Standarts:Standards vorraus:voraus Vorraussetzung:Voraussetzung "
        "Vorraussetzungen:Voraussetzungen garnicht:gar_nicht desweiteren:des_Weiteren "
        "nähmlich:nämlich Rhytmus:Rhythmus Addresse:Adresse Adressse:Adresse orginal:original"
    ),
    "nl": (
        "enigzins:enigszins onmiddelijk:onmiddellijk onmiddelijke:onmiddellijke "
        "burgermeester:burgemeester burgermeesters:burgemeesters interesant:interessant "
        "zowiezo:sowieso eigelijk:eigenlijk comissie:commissie accomodatie:accommodatie "
        "gemeentenraad:gemeenteraad geintereseerd:geïnteresseerd coordinatie:coördinatie "
        "financieël:financieel officeel:officieel"
    ),
    "pl": (
        "wogóle:w_ogóle napewno:na_pewno narazie:na_razie conajmniej:co_najmniej "
        "przedewszystkim:przede_wszystkim poprostu:po_prostu odrazu:od_razu wziąść:wziąć "
        "orginalny:oryginalny orginalna:oryginalna niewiem:nie_wiem naprzykład:na_przykład "
        "nadzieji:nadziei"
    ),
    "cs": "vyjímka:výjimka vyjímky:výjimky bysme:bychom abysme:abychom",
}
"""By language, what is written and what is right; `_` is a space."""
_LETTER = r"[\w’'-]"


@functools.cache
def _table(language: str) -> Mapping[str, str]:
    pairs = (pair.partition(":") for pair in SLIPS[language].split())
    return {wrong: right.replace("_", " ") for wrong, _, right in pairs}


@functools.cache
def _form(language: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(_table(language), key=len, reverse=True)))
    words = words.replace("'", "[’']")
    # A capital inside a sentence may be a name's.
    return re.compile(rf"(?<!{_LETTER})(?:{words})(?!{_LETTER})|(?:^|(?<=[.!?] ))[A-ZÈÉ][\w’']+")


def x156_misspelt_word(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Perchè*, *tambien*, *daß*, *wogóle*: what many write in Italian, Spanish, Portuguese,
    German, Dutch, Polish or Czech, and no dictionary has.
    Remedy: write it as dictionaries do; fix=1 does it."""
    for block in sheet.blocks:
        language = block.language[:2]
        for found in _form(language).finditer(block.text) if language in SLIPS else ():
            typed = found[0].replace("’", "'")
            right = _table(language).get(typed) or _table(language).get(in_small(typed), "")
            if not right or not block.is_own(found.start()):
                continue
            if typed.isupper():
                right = right.upper()
            elif typed[0].isupper():
                right = right[0].upper() + right[1:]
            yield block.mark(
                "X156", found.start(), found.end(), f"{found[0]!r} is spelt {right!r}",
                f"write {right}", WARNING, right,
            )  # fmt: skip
