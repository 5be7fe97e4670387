"""How a notice asks to wait in one language or another, where a table of words is enough."""

from __future__ import annotations

UNDER = (
    *("under", "sous", "unter", "bajo", "sotto", "onder", "sob", "sub", "com", "pod"),
    *("под", "під", "υπό", "υπο"),
)
"""What stands before an embargo of ours; others are on arms, or on oil."""
_EMBARGO = r"(?:embarg(?:o|i?em|om)|[еэ]мбарго|εμπ[αά]ργκο)"
EMBARGOED = rf"(?:(?:{'|'.join(UNDER)}) {_EMBARGO}|embargoed|embarga[dt][oa]|embargós|באמברגו)"
"""As a text says it of itself, whatever follows."""
LABEL = (
    r"(?:embarg(?:o(?:ed|ado|['’]?d|e)?|eod|0(?:ed)?|as|i?em|om)|embargós?|[еэ]мбарго|εμπ[αά]ργκο"
    r"|ב?אמברגו|(?:sende)?sperrfrist|sp[eæ]rrefrist|klausuleret|julkaisuvapaa)"
)
UNTIL = (
    *("indtil", "til", "kuni", "līdz", "iki", "până", "do dnia", "עד", "حتى", "t.o.m", "t/m"),
    *("εως", "μεχρι"),
)
WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche"
    r"|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lunes|martes|mi[eé]rcoles|jueves|viernes"
    r"|(?:luned|marted|mercoled|gioved|venerd)[iì]|(?:maan|dins|woens|donder|vrij)dag"
    r"|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?"
    r"|poniedział(?:ek|ku)|wtor(?:ek|ku)|środ[ay]|czwart(?:ek|ku)|piąt(?:ek|ku)"
    r"|pondělí|úter[ýí]|střed[ayu]|čtvrt(?:ek|ka)|pát(?:ek|ku)"
    r"|(?:maanan|tiis|tors|perjan|lauan|sunnun)tai\w*|keskiviik\w*"
    r"|(?:mån|tis|ons|tors|fre|lör|sön|man|tirs|lør|søn)dag(?:en)?"
    r"|luni|marți|miercuri|joi|vineri|понеделник|вторник|сряда|четвъртък|петък"
    r"|понеділ(?:ок|ка)|вівтор(?:ок|ка)|серед[аи]|четвер(?:га)?|п.ятниц[яі]"
    r"|(?:τη |την )?(?:δευτέρα|τρίτη|τετάρτη|πέμπτη|παρασκευή))"
)
AFTER = r"(?:after|après|nach|después|depois|dopo|na|po|efter|след|після|μετά)"
OCCASIONS = (
    r"(?:\w*(?:vot[eoai]|voting|votación|votação|votazion|abstimmung|afstemning|гласуване|голосуван)"
    r"|press\W?(?:conferen|konferen|briefing|träff|møde)|pressekonferen|conférence de presse"
    r"|(?:rueda|conferencia) de prensa|conferenza stampa|conferência de imprensa|persconferentie"
    r"|konferenc|пресконференц|speech|speak|address(?:es)?\b|delivery|briefing|signing|signature"
    r"|ceremon|cérémoni|launch|unveil|announcement|meeting|session|sitting|hearing"
    r"|\w*rede\b|\w{3,}beginn\b|\w*sitzung|verkündung|vorstellung|discurso|discours"
    r"|toespraak|julkistamis|tiedotustilaisu|заседани)"
)
"""What a text may wait for instead of an hour: a vote, a speech; no herring that come back."""
_REQUESTS = {
    "nie publikować": "przed|do",
    "nie rozpowszechniać": "przed|do",
    "zakaz publikacji": "przed|do",
    "nezveřejňovat": "před|do",
    "nepublikovat": "před|do",
    "nezverejňovať": "pred|do",
    "nepublikovať": "pred|do",
    "ne objaviti": "pred|do",
    "ne objavljati": "pred|do",
    "ne objavljivati": "prije|do",
    "zabranjeno objavljivanje": "prije|do",
    "ei saa julkaista": "ennen",
    "ei julkisuuteen": "ennen",
    "ei julkaistavaksi": "ennen",
    "vapaa julkaistavaksi": "",
    "julkaisukielto": "",
    "får inte publiceras": "före|innan",
    "får publiceras": "tidigast",
    "publiceras": "tidigast",
    "ej för publicering": "före",
    "fritt för publicering": "",
    "publiceringsförbud": "till",
    "må først offentliggøres": "",
    "må ikke publiceres": "før",
    "ikke til offentliggørelse": "før",
    "ikke for publisering": "før",
    "må ikke publiseres": "før",
    "mitte avaldada": "enne",
    "nepublicēt": "pirms",
    "neskelbti": "iki",
    "neplatinti": "iki",
    "a nu se publica": "înainte",
    "a nu se difuza": "înainte",
    "да не се публикува": "преди",
    "не за публикуване": "преди",
    "да не се разпространява": "преди",
    "не публікувати": "до",
    "не для публікації": "до",
    "να μη δημοσιευθεί": "πριν",
    "να μην δημοσιευθεί": "πριν",
    "να μη δημοσιευθει": "πριν",
    "όχι για δημοσίευση": "πριν",
    "απαγόρευση δημοσίευσης": "έως|μέχρι|πριν",
    "não divulgar": "antes",
    "não difundir": "antes",
    "لا ينشر": "قبل",
    "حظر النشر": "حتى|قبل",
    "محظور النشر": "حتى|قبل",
    "לא לפרסום": "לפני|עד",
    "לא לפרסם": "לפני|עד",
    "אין לפרסם": "לפני|עד",
}
"""What nobody is to do, and the word that says before which day."""
SIGNS = (*_REQUESTS, "אמברגו")
BEFORE = "".join(
    rf"|{request}{rf' (?:{before})' if before else ''}\b" for request, before in _REQUESTS.items()
)
