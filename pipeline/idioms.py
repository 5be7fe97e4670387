"""What languages do with dates, hours, ordinals and headings that no locale library knows."""

from __future__ import annotations

import re
import unicodedata

from pipeline.model.sources import SECTIONS

# CLDR patterns that read wrongly on a page, by language.
PATTERNS = {
    "ca": {"short": "d LLL"},
    "en": {"full": "EEEE d MMMM y"},
    "hu": {"year": "y"},
    "lt": {"short": "MMM d 'd'."},
    "lv": {"month": "y. 'gada' LLLL", "year": "y. 'gads'"},
    "mt": {"short": "d MMM"},
    "pt": {"short": "d MMM"},
    "sl": {"full": "EEEE, d. LLLL y", "month": "LLLL y"},
}
# CLDR's months are nominative in Slovenian, where a date answers "when?" in the genitive.
MONTHS = {
    "sl": (
        "januarja",
        "februarja",
        "marca",
        "aprila",
        "maja",
        "junija",
        "julija",
        "avgusta",
        "septembra",
        "oktobra",
        "novembra",
        "decembra",
    )
}
FIRST_OF_MONTH = {"fr": "1er", "it": "1º"}
# Languages with spaces round the dash even between two numbers.
SPACED_DASH = {"bg", "hr", "sk"}
# What stands before a vowel, as patterns and replacements.
ELISIONS = {
    "fr": ((r"\bde (?=[aoAÂEÉIÎOU]|Helsinki)", "d’"),),
    "it": (
        (r"\b(d?al) (?=(?:8|11)\b)", r"\1l’"),
        (r"\bil (?=(?:8|11)\b)", "l’"),
        (r"\ba (?=a)", "ad "),
    ),
    "mt": ((r"\bta’ (?=[AO])", "t’"),),
}
# How running text names a day, days, a month, months, a year, years.
SPOKEN = {
    "de": (
        "am {0}",
        "vom {0} bis {1}",
        "im {0}",
        "von {0} bis {1}",
        "im Jahr {0}",
        "von {0} bis {1}",
    ),
    "en": (
        "on {0}",
        "from {0} to {1}",
        "in {0}",
        "from {0} to {1}",
        "in {0}",
        "from {0} to {1}",
    ),
    "es": ("el {0}", "del {0} al {1}", "en {0}", "de {0} a {1}", "en {0}", "de {0} a {1}"),
    "fr": ("le {0}", "du {0} au {1}", "en {0}", "de {0} à {1}", "en {0}", "de {0} à {1}"),
    "it": ("il {0}", "dal {0} al {1}", "a {0}", "da {0} a {1}", "nel {0}", "dal {0} al {1}"),
    "nl": (
        "op {0}",
        "van {0} tot en met {1}",
        "in {0}",
        "van {0} tot en met {1}",
        "in {0}",
        "van {0} tot en met {1}",
    ),
    "pt": ("em {0}", "de {0} a {1}", "em {0}", "de {0} a {1}", "em {0}", "de {0} a {1}"),
}
# A day and an hour of it; elsewhere `day, 10:00`.
HOURS = {
    "ar": "{day}، {hour}:{minute:02}",
    "bg": "{day}, {hour}:{minute:02} ч.",
    "ca": "{day}, {hour}.{minute:02} h",
    "cs": "{day}, {hour}:{minute:02}",
    "da": "{day} kl. {hour}.{minute:02}",
    "de": "{day}, {hour}:{minute:02} Uhr",
    "es": "{day}, {hour}:{minute:02} h",
    "et": "{day}, kell {hour}.{minute:02}",
    "fi": "{day} klo {hour}.{minute:02}",
    "fr": "{day} à {hour}\u00a0h\u00a0{minute:02}",
    "it": "{day}, ore {hour}:{minute:02}",
    "lt": "{day}, {hour}:{minute:02} val.",
    "lv": "{day}, plkst. {hour}.{minute:02}",
    "nb": "{day} kl. {hour}.{minute:02}",
    "nl": "{day}, {hour}.{minute:02} uur",
    "pl": "{day}, godz. {hour}:{minute:02}",
    "pt": "{day}, {hour}h{minute:02}",
    "ro": "{day}, ora {hour}:{minute:02}",
    "sl": "{day} ob {hour}.{minute:02}",
    "sv": "{day} kl. {hour}.{minute:02}",
}
# Languages that say whose clock it is by its city.
CITY_TIME = {
    "es": ", hora de {city}",
    "fr": ", heure de {city}",
    "it": ", ora di {city}",
    "pt": ", hora de {city}",
}
# Languages that group the digits of a number only from five on.
LATE_GROUPS = {"bg", "es", "et", "hu", "it", "lv", "pl", "pt", "sl"}

# Masculine and feminine; `{n}.` where a language is not named and writes a full stop.
_ORDINALS = {
    "el": ("{n}ος", "{n}η"),
    "es": ("{n}.º", "{n}.ª"),
    "ga": ("{n}ú", "{n}ú"),
    "it": ("{n}º", "{n}ª"),
    "nl": ("{n}e", "{n}e"),
    "pt": ("{n}.º", "{n}.ª"),
    "ro": ("al {n}-lea", "a {n}-a"),
    "uk": ("{n}-й", "{n}-а"),
}
_DOTTED = {"cs", "da", "de", "et", "fi", "hr", "hu", "lv", "nb", "nn", "pl", "sk", "sl"}
_ENDINGS = {
    "bg": {1: "-ви|-ва", 2: "-ри|-ра", 7: "-ми|-ма", 8: "-ми|-ма", 0: "-ти|-та"},
    "en": {1: "st|st", 2: "nd|nd", 3: "rd|rd", 0: "th|th"},
    "lt": {3: "-iasis|-ioji", 0: "-asis|-oji"},
    "sv": {1: ":a|:a", 2: ":a|:a", 0: ":e|:e"},
}
_FIRST_FEW = {
    "ca": {1: "1r|1a", 2: "2n|2a", 3: "3r|3a", 4: "4t|4a", 0: "{n}è|{n}a"},
    "fr": {1: "1er|1re", 0: "{n}e|{n}e"},
}

HEADINGS = {
    "en": ("Introduction", "Recommendations", "Practices", "References"),
    "fr": ("Introduction", "Recommandations", "Pratiques", "Références"),
    "de": ("Einleitung", "Empfehlungen", "Praxisbeispiele", "Quellen"),
    "es": ("Introducción", "Recomendaciones", "Prácticas", "Referencias"),
    "it": ("Introduzione", "Raccomandazioni", "Pratiche", "Riferimenti"),
    "nl": ("Inleiding", "Aanbevelingen", "Praktijken", "Referenties"),
    "pt": ("Introdução", "Recomendações", "Práticas", "Referências"),
    "ar": ("مقدمة", "التوصيات", "الممارسات", "الإحالات"),
    "bg": ("Въведение", "Препоръки", "Практики", "Източници"),
    "cs": ("Úvod", "Doporučení", "Příklady z praxe", "Odkazy na zdroje"),
    "da": ("Indledning", "Anbefalinger", "Praksis", "Henvisninger"),
    "el": ("Εισαγωγή", "Συστάσεις", "Πρακτικές", "Παραπομπές"),
    "et": ("Sissejuhatus", "Soovitused", "Praktikad", "Viited"),
    "fi": ("Johdanto", "Suositukset", "Käytännöt", "Viitteet"),
    "ga": ("Réamhrá", "Moltaí", "Cleachtais", "Tagairtí"),
    "he": ("מבוא", "המלצות", "דרכי פעולה", "הפניות"),
    "hr": ("Uvod", "Preporuke", "Prakse", "Reference"),
    "hu": ("Bevezetés", "Ajánlások", "Gyakorlatok", "Hivatkozások"),
    "lt": ("Įvadas", "Rekomendacijos", "Praktika", "Nuorodos"),
    "lv": ("Ievads", "Ieteikumi", "Prakse", "Atsauces"),
    "mt": ("Introduzzjoni", "Rakkomandazzjonijiet", "Prattiki", "Referenzi"),
    "pl": ("Wprowadzenie", "Zalecenia", "Praktyki", "Źródła"),
    "ro": ("Introducere", "Recomandări", "Practici", "Referințe"),
    "sk": ("Úvod", "Odporúčania", "Príklady z praxe", "Zdroje"),
    "sl": ("Uvod", "Priporočila", "Prakse", "Viri"),
    "sv": ("Inledning", "Rekommendationer", "Praktiska exempel", "Hänvisningar"),
    "uk": ("Вступ", "Рекомендації", "Практики", "Джерела"),
}
"""How the sections are headed in each language."""


def headed_in(language: str) -> dict[str, str]:
    """Each section by the heading that a chapter in *language* gives it."""
    return dict(zip(SECTIONS, HEADINGS.get(language[:2], ()), strict=False))


def ordinal(number: int, base: str, feminine: bool) -> str:
    """
    >>> ordinal(22, "en", False), ordinal(112, "en", False), ordinal(1, "fr", True)
    ('22nd', '112th', '1re')
    """
    if base in _ENDINGS:
        teen = number // 10 % 10 == 1
        endings = _ENDINGS[base]
        ending = endings.get(0 if teen else number % 10, endings[0])
        return f"{number}{ending.split('|')[feminine]}"
    if base in _FIRST_FEW:
        forms = _FIRST_FEW[base].get(number, _FIRST_FEW[base][0])
        return forms.split("|")[feminine].format(n=number)
    if base in _ORDINALS:
        return _ORDINALS[base][feminine].format(n=number)
    return f"{number}." if base in _DOTTED else str(number)


_RAISED = re.compile(r"(?<=\d)(\.?)[º°]")
_FIRST = re.compile(r"(?<!\d)1er(?!\w)")


def of_edition(nth: str, base: str) -> str:
    """An ordinal as it is said of an edition, which in these languages is a she.

    >>> of_edition("12.º", "pt"), of_edition("1er", "fr"), of_edition("8th", "en")
    ('12.ª', '1re', '8th')
    """
    if base in ("es", "it", "pt"):
        return _RAISED.sub("\\1ª", nth)
    return _FIRST.sub("1re", nth) if base == "fr" else nth


_TONOS = "\u0301"
_APART = re.compile(f"([αεηιουω]){_TONOS}([ιυ])(?!\u0308)", re.IGNORECASE)
"""Two vowels that only the accent on the first tells from one sound: `Μάιος` is `ΜΑΪΟΣ`."""
_ACCENTED = re.compile(f"([Α-Ωα-ω]\u0308?){_TONOS}")
_OR = re.compile(f"(?<!\\w)η{_TONOS}(?![\\w{_TONOS}])")


def capitals(text: str, language: str) -> str:
    """*text* in capitals, which have no accent in Greek but on the word for *or*.

    >>> capitals("Νέα και ημερομηνίες", "el"), capitals("été", "fr")
    ('ΝΕΑ ΚΑΙ ΗΜΕΡΟΜΗΝΙΕΣ', 'ÉTÉ')
    """
    if language.partition("-")[0] != "el":
        return text.upper()
    bare = _APART.sub("\\1\\2\u0308", unicodedata.normalize("NFD", text))
    bare = _ACCENTED.sub("\\1", _OR.sub("\0", bare)).upper().replace("\0", f"Η{_TONOS}")
    return unicodedata.normalize("NFC", bare)
