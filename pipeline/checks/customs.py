"""Customs of a language: its quotation marks, thousands, capitals."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator

from pipeline import cldr
from pipeline.checks import days, foreign_marks
from pipeline.checks.french import bodies, lands, peoples, raised, streets
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, WARNING, Block, Mark, Sheet
from pipeline.sought import sought


def t112_quotation_marks_of_another_language(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """Every language has its own quotation marks, and typed ones stay as they are.
    Remedy: type straight marks: they are set in the manner of the language."""
    for block in sheet.blocks:
        language = block.language[:2]
        signs, form = foreign_marks.marks(language)
        if not form or not block.says(*signs):
            continue
        for found in re.finditer(form, block.text):
            if language == "fr" and ("«" in block.text or (language == "fr" and found[0] in "“”")):
                level = NOTE
            else:
                level = NOTE if language in ("fr", "de", "nl") else WARNING
            if block.is_foreign(found.start()) or _is_loose(block.text, found):
                break
            shown = " ".join(block.text[found.start() :].split(None, 2)[:2])[:30]
            yield block.mark(
                "T112", found.start(), found.end(),
                f"{shown!r} has the quotation marks of another language",
                'type " instead: it is set as the language wants it', level,
            )  # fmt: skip
            break


def _is_loose(text: str, found: re.Match[str]) -> bool:
    """A guillemet that points the way: `Home » Files`."""
    return found[0] in "«»" and text.count("«") != text.count("»")


_WORD_AFTER = r"(?=[ \u00a0\u202f][^\W\d_]{3,})"
_GROUPED = {
    "en": sought(
        rf"(?<![\w.,/:-])[1-9]\d{{0,2}}(?:\.\d{{3}})+(?![\w,]|\.\w)(?:{_WORD_AFTER}|(?=\.$)"
        r"|(?=[ \u00a0]?[€$£]))"
    ),
    "fr": sought(
        rf"(?<![\w.,/:-])[1-9]\d{{0,2}}(?:[.,]\d{{3}})+(?![\w.,])(?:{_WORD_AFTER}"
        r"|(?=[ \u00a0\u202f]?€))"
        # No decimal ends in three noughts.
        r"|(?<![\w.,/:-])[1-9]\d{1,2}(?:,\d{3})*,000(?![\w,]|\.\w)"
    ),
    "de": sought(rf"(?<![\w.,/:-])[1-9]\d{{0,2}}(?:,\d{{3}})+(?![\w.,]){_WORD_AFTER}"),
    "es": sought(rf"(?<![\w.,/:-])[1-9]\d{{0,2}}(?:,\d{{3}})+(?![\w.,]){_WORD_AFTER}"),
    "it": sought(rf"(?<![\w.,/:-])[1-9]\d{{0,2}}(?:,\d{{3}})+(?![\w.,]){_WORD_AFTER}"),
    "nl": sought(rf"(?<![\w.,/:-])[1-9]\d{{0,2}}(?:,\d{{3}})+(?![\w.,]){_WORD_AFTER}"),
}
_SEPARATOR = {"en": ",", "fr": "\u202f", "de": ".", "es": ".", "it": ".", "nl": "."}
_MEASURED = sought(
    r"[ \u00a0\u202f](?:km|kg|metres?|meters?|litres?|liters?|grams?|tonnes?|tons?|seconds?"
    r"|secondes?|percent|per cent"
    r"|million|billion|milliards?|millions?|points?|degrees?|GHz|MHz|inch|inches|miles?"
    r"|[GMk]Wh?|(?:[Gg]iga|[Mm]ega|[Kk]ilo)\w+|toneladas|grados|por ciento|ha|m²|hect\w+)\b"
)
_NUMBERED = sought(
    r"\b(?:versions?|v|articles?|art|sections?|chapters?|chapitres?|figures?|tables?|tableaux?"
    r"|no|n°|rule|règle"
    r"|cfr|far|u\.?s\.?c|§|part|release|python|java|ubuntu|ios|android|wcag|iso|clauses?"
    r"|paragraphs?|annexe?)\.?\s*$",
    re.IGNORECASE,
)
_DECIMAL_COMMA = sought(
    r"(?<![\w.,/:-])\d{1,3},\d{1,2}(?![\w,.-])(?=[ \u00a0]?(?:%|°|[^\W\d_]{3,}))"
)


_DECIMAL_POINT = sought(
    r"(?<![\w.,/:-])\d{1,3}\.\d{1,2}(?=[ \u00a0\u202f](?:mètres?|kilomètres?|km|millions?"
    r"|milliards?|tonnes?|litres?|euros?|€|degrés?|hectares?|kilos?|heures?|points?)(?!\w))"
)
_SPACED = sought(
    r"(?<![\w.,/+:-])(?<!\d )[1-9]\d{0,2}(?: \d{3})+(?= (?:people|inhabitants|euros?|visitors"
    r"|members|residents|citizens|ships|boats|jobs|tonnes|kilometres|metres|copies|square"
    r"|passengers"
    r"|students|participants|readers|homes|households|vehicles|cars|trees|litres|berths|hours)\b)"
)


_GAP = sought(r"(?<![\w.,-])[1-9]\d{0,2}, 000(?![\w,.]\d|\w)")
_ROUND = sought(
    r"(?<![\w.,/:-])[1-9]\d{0,2}(?:\.\d{3})*\.000(?=[ \u00a0\u202f]?(?:k?m[²³23]|ha|t|tons?"
    r"|tonnes?|km|[kMG]Wh?)(?![\w/]))"
)
"""No surface and no road is measured to a thousandth, and ends in three noughts."""
_YEAR = sought(r"\b(?:in|since|until) ((?:1,9|2,0)\d\d)(?=[.,;:)]\s|[.;:)]?$)")


def t113_thousands_and_decimals(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """1.200 is a thousand in one language and one and a bit in another.
    Remedy: write the number in the manner of the language; fix=1 does it."""
    for block in sheet.blocks:
        language = block.language[:2]
        form = _GROUPED.get(language) or foreign_marks.THOUSANDS.get(language)
        if form is None or block.kind == "cell" or not block.has_figures:
            continue
        for found in form.finditer(block.text):
            if (
                _MEASURED.match(block.text, found.end())
                or _NUMBERED.search(block.text[: found.start()])
                or block.is_foreign(found.start())
            ):
                continue
            sign = _SEPARATOR.get(language) or cldr.of(language).symbols["group"]
            right = re.sub(r"[.,]", sign, found[0])
            yield block.mark(
                "T113", found.start(), found.end(), f"{found[0]} is not how this language "
                                                    f"writes thousands",
                f"write {right}", WARNING, right,
            )  # fmt: skip
        # Of prose, T128 tells them.
        yield from () if block.is_prose else _points_and_spaces(block)
        if language != "en":
            continue
        for found in _YEAR.finditer(block.text):
            right = found[1].replace(",", "")
            yield block.mark(
                "T113", found.start(1), found.end(1), f"{found[1]} is a year with a comma",
                f"write {right}", WARNING, right,
            )  # fmt: skip
        for found in _ROUND.finditer(block.text) if ".000" in block.text else ():
            right = found[0].replace(".", ",")
            yield block.mark(
                "T113", found.start(), found.end(), f"{found[0]} is not how this language "
                                                    f"writes thousands",
                f"write {right}", WARNING, right,
            )  # fmt: skip
        for found in _GAP.finditer(block.text) if ", 000" in block.text else ():
            right = found[0].replace(" ", "")
            yield block.mark(
                "T113", found.start(), found.end(), f"{found[0]} has a space in it",
                f"write {right}", WARNING, right,
            )  # fmt: skip
        for found in _DECIMAL_COMMA.finditer(block.text):
            before, after = block.text[: found.start()], block.text[found.end() :]
            if (
                _NUMBERED.search(before)
                or re.search(r"\d\s*,?\s*$", before)
                or re.match(r"\s*(?:and|or|to|&)\b", after)
            ):
                continue
            right = found[0].replace(",", ".")
            yield block.mark(
                "T113", found.start(), found.end(), f"{found[0]} has a decimal comma",
                f"write {right}", WARNING, right,
            )  # fmt: skip


def _points_and_spaces(block: Block) -> Iterator[Mark]:
    """*2.4 mètres* in French, *50 000 people* in English: each in the manner of the other."""
    is_french = block.language[:2] == "fr"
    if not is_french and block.language[:2] != "en":
        return
    for found in (_DECIMAL_POINT if is_french else _SPACED).finditer(block.text):
        if _NUMBERED.search(block.text[: found.start()]) or block.is_foreign(found.start()):
            continue
        right = found[0].replace(".", ",") if is_french else found[0].replace(" ", ",")
        told = "has a decimal point" if is_french else "has a space among its thousands"
        yield block.mark(
            "T113", found.start(), found.end(), f"{found[0]} {told}", f"write {right}", WARNING,
            right,
        )  # fmt: skip


_ADJECTIVES = (
    "german french english italian spanish dutch belgian european american british austrian "
    "hungarian portuguese swedish danish norwegian finnish greek russian chinese japanese african "
    "islamophobia islamophobic islamic muslim muslims jewish "
    "romanian bulgarian croatian czech irish scottish welsh catalan basque flemish slovak "
    "slovenian serbian albanian bosnian ukrainian turkish estonian latvian lithuanian maltese "
    "cypriot "
    "asian tunisian moroccan algerian libyan egyptian lebanese jordanian syrian iraqi "
    "israeli palestinian iranian afghan indian canadian australian brazilian mexican nigerian "
    "colombian senegalese korean vietnamese pakistani kurdish armenian icelandic mediterranean "
    "scandinavian"
).split()
_POLISH = sought(
    r"(?<![\w@#/.-])(polish)(?= (?:language|partners?|side|team|NGOs?|schools?|government|cit(?:y|"
    r"ies)"
    r"|towns?|version|citizens|youth|students|teachers|participants|volunteers|group|people|"
    r"children"
    r"|organi[sz]ations?|association|culture|cuisine|history|music|law|ministry|national|"
    r"municipalit"
    r"(?:y|ies)|companies|company|universit(?:y|ies))\b)"
    r"|\b(?:in|into|from|speak|speaks|learn|(?:English|German|French|Italian|Spanish|Czech) and)"
    r" (polish)(?=[.,;)]|$)"
)
"""What is polished otherwise."""
_LANDS = (
    "poland germany france spain italy portugal greece austria hungary romania bulgaria croatia "
    "slovenia slovakia estonia latvia lithuania finland sweden denmark norway ireland belgium "
    "netherlands switzerland ukraine serbia albania armenia cyprus malta iceland moldova europe"
).split()
_SMALL_LAND = sought(
    rf"\b(?:in|from|to|of|and|visited|across|for|within|around|throughout) ({'|'.join(_LANDS)})"
    r"(?![\w@/-]|\.\w)"
)
_SMALL_NATION = sought(rf"(?<![\w@#/.-])({'|'.join(_ADJECTIVES)})(?![\w@/-]|\.\w)")
_SMALL_DAY = sought(
    r"\b(?:on|in|since|by|until|from|next|last|of|every|early|late|mid|this|and|to|before|after"
    r"|\d{1,2})\s+(april|june|august)\b(?!-)"
    r"|(?<![\w@#/.-])((?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|july|september"
    r"|october|november|december)(?![\w@/-]|\.\w)"
    r"|\b(?:in|since|until|last|next|early|late|mid) (may|march)(?=[.,;)]|$| (?:19|20)\d\d\b)"
)


def t116_capitals_of_another_language(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """Months, days and nations have a capital in English, and none in French; *Groupe de Travail*
    and *Jeanne Roy, Directrice* have the capitals of English titles.
    Remedy: write it as the language does; fix=1 does it."""
    for block in sheet.blocks:
        language = block.language[:2]
        if language == "en":
            yield from _small(block)
        elif language in _LEADS:
            yield from _large(block, language)
    yield from bodies.small_letters(sheet, register)
    yield from bodies.offices(sheet)
    yield from bodies.premier(sheet)
    yield from peoples.large_letters(sheet)
    yield from peoples.small_letters(sheet)
    yield from peoples.languages(sheet)
    yield from lands.lands(sheet)
    yield from raised.common(sheet, register)
    yield from streets.streets(sheet, register)


_NATIONAL = frozenset(_ADJECTIVES)
_OF_TIME = frozenset(
    (
        *days.WEEKDAYS["en"].split(), *days.MONTHS["en"].split(),
        *(f"{day}s" for day in days.WEEKDAYS["en"].split()),
    )
)  # fmt: skip
_CAPITALS = _NATIONAL | _OF_TIME | {"polish", *_LANDS}


_FORMS_OF_CAPITALS = (
    (_SMALL_NATION, _NATIONAL), (_SMALL_DAY, _OF_TIME), (_POLISH, frozenset(["polish"])),
    (_SMALL_LAND, frozenset(_LANDS)),
)  # fmt: skip


def _small(block: Block) -> Iterator[Mark]:
    small = {word for word in block.vocabulary & _CAPITALS if word in block.text}
    for form, words in _FORMS_OF_CAPITALS:
        if words.isdisjoint(small):
            continue
        for found in form.finditer(block.text):
            at = found.lastindex or 1
            word = found[at]
            if block.is_foreign(found.start(at)) or (word == "czech" and "republic" in block.text):
                continue
            yield block.mark(
                "T116", found.start(at), found.end(at), f"{word!r} has a capital in English",
                f"write {word.capitalize()}", WARNING, word.capitalize(),
            )  # fmt: skip


_EVERY = {
    "fr": "chaque|tous les|un|le",
    "es": "cada|todos los|un",
    "it": "ogni|tutti i|un",
    "nl": "elke|iedere|een",
    "pt": "cada|todos os|todas as|num|numa",
}
"""What stands before a weekday that is no holiday's name."""
_LEADS = {
    "fr": "le|du|au|ce|les|chaque|jusqu[’']au",
    "es": "el|del|al|los",
    "it": "il|dal|al|del",
    "nl": "op|van|tot",
    "pt": "na|no|da|do|de|à|ao",
}
"""What stands before a weekday and its date."""


_MORE: dict[str, tuple[Callable[[str, str], re.Pattern[str]], ...]] = {
    "fr": (
        lambda date, _: sought(
            r"\b(?:[Ff]in|[Dd]ébut|[Cc]ourant|mois de|mois d[’']|[Mm]i-)"
            rf" ?({date})\b(?! \d{{1,2}}\b)"
        ),
        # `Mai 68`, and a space flight to Mars.
        lambda date, _: sought(
            rf"\b(?:[Ee]n|[Dd]epuis|[Dd]ès|[Dd][’']ici) ((?!Mars\b)(?:{date}))"
            r"(?=[,.;:)]| [a-zà-ÿ(]|$)"
        ),
        # `Lundi et Jeudi`: what stands behind another day begins no sentence.
        lambda _, day: sought(rf"\b(?i:{day})s?(?:,| et| ou| au| à) ({day})\b"),
    ),
}


def _dated(language: str) -> tuple[re.Pattern[str], ...]:
    """A month or a weekday with a capital, in a language that gives it none."""
    date = "|".join(word.capitalize() for word in days.MONTHS[language].split())
    day = "|".join(word.capitalize() for word in days.WEEKDAYS[language].split())
    # The 25 de Abril is a day of freedom, and a bridge.
    year = r"\sde\s(?:19|20)\d\d" if language == "pt" else ""
    return (
        sought(rf"\b\d{{1,2}}(?:er)?\s(?:de\s)?({date})\b{year}"),
        sought(rf"\b(?i:{_LEADS[language]})\s({day})\s\d"),
        sought(rf"\b(?i:{_EVERY[language]})\s({day})(?=[,.;:)]|\s[a-zà-ÿ]|$)"),
        sought(rf"\b(?:en|depuis|de|d[’']ici)\s({date})\s(?:19|20)\d\d"),
        *(form(date, day) for form in _MORE.get(language, ())),
    )


_LARGE = {language: _dated(language) for language in _LEADS}
_STREETS = (
    r"(?i:rue|boulevard|bd\.?|blvd|avenue|av\.|place|square|quai|cours|pont|station|stade|parc"
    r"|carrefour|rond-point|esplanade|impasse|allées?|lycée|collège|école|calle|plaza|avenida"
    r"|paseo|via|piazza|viale|corso|plein|straat)"
)


_OF_A_STREET = sought(rf"\b{_STREETS} (?:du |del |de )?(\d{{1,2}}(?:er)?\s(?:de\s)?[^\W\d_]+)\b")


@functools.lru_cache(maxsize=2)
def _of_streets(source: str) -> frozenset[str]:
    """`Boulevard du 11 Novembre`: a name, here and in the rest of the text."""
    return frozenset(_OF_A_STREET.findall(source))


def _large(block: Block, language: str) -> Iterator[Mark]:
    months, weekdays = days.MONTHS[language].split(), days.WEEKDAYS[language].split()
    if block.vocabulary.isdisjoint((*months, *weekdays)):
        return
    for form in _LARGE[language]:
        for found in form.finditer(block.text):
            word = found[1]
            if block.is_capitals or block.is_foreign(found.start(1)):
                continue
            if found[0][0].isdigit() and found[0] in _of_streets(block.sheet.source):
                continue
            yield block.mark(
                "T116", found.start(1), found.end(1), f"{word!r} has no capital in this language",
                f"write {word.lower()}", WARNING, word.lower(),
            )  # fmt: skip


_TWO_WAYS = sought(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten) (?:to|or) \d{1,3}(?= [a-z])"
    r"|(?<![\w.,])\d{1,3} (?:to|or) (?:one|two|three|four|five|six|seven|eight|nine|ten)\b"
)
_FIRST_FIGURE = sought(
    r"(?:(?<=[a-zà-ÿ]{5}[.!?] )|(?<=[a-z][”\")][.!?] )"
    r"|(?<=[a-z][.!?][”\"] ))\d{1,3}(?= [a-z]{4,} [a-z])"
)


def t117_figures_and_words(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Five to 10 years*: one number in words, its neighbour in figures; and a figure begins no
    sentence.
    Remedy: write both alike; begin the sentence with a word."""
    for block in sheet.prose:
        if block.language[:2] != "en" or not block.has_figures:
            continue
        for found in _TWO_WAYS.finditer(block.text):
            if block.is_own(found.start()):
                yield block.mark(
                    "T117", found.start(), found.end(),
                    f"{found[0]!r} is half in words, half in figures", "write both alike", NOTE,
                )  # fmt: skip
        for found in _FIRST_FIGURE.finditer(block.text):
            if block.is_own(found.start()):
                yield block.mark(
                    "T117", found.start(), found.end(), f"{found[0]} begins a sentence",
                    "write it in words, or begin with another word", NOTE,
                )  # fmt: skip
