"""Numbers as people write them, in digits and in the words of seven languages."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from pipeline.frozen import commonplace
from pipeline.sought import in_small, sought

_UNITS = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen",
    "fr": "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
    "seize dix-sept dix-huit dix-neuf",
    "de": "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn "
    "fünfzehn sechzehn siebzehn achtzehn neunzehn",
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce "
    "quince "
    "dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés "
    "veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve",
    "it": "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici "
    "quattordici quindici sedici diciassette diciotto diciannove",
    "nl": "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien "
    "vijftien zestien zeventien achttien negentien",
    "pt": "zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze "
    "dezasseis dezassete dezoito dezanove",
}
_TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "fr": "vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt",
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "it": "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    "pt": "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
}
_DOZENS = {
    "en": (("dozen", 12), ("dozens", 12), ("score", 20)),
    "fr": (("douzaine", 12), ("douzaines", 12), ("dizaine", 10), ("vingtaine", 20),
           ("trentaine", 30), ("quarantaine", 40), ("cinquantaine", 50), ("soixantaine", 60),
           ("centaine", 100)),
    "de": (("dutzend", 12),),
    "es": (("docena", 12), ("docenas", 12), ("decena", 10), ("veintena", 20), ("centenar", 100)),
    "it": (("dozzina", 12), ("dozzine", 12), ("decina", 10), ("ventina", 20), ("centinaio", 100)),
    "nl": (("dozijn", 12), ("tiental", 10), ("twintigtal", 20)),
    "pt": (("dúzia", 12), ("dúzias", 12), ("dezena", 10), ("vintena", 20), ("centena", 100)),
}  # fmt: skip
_ONE = {
    "en": ("a", "one"),
    "fr": ("une", "un"),
    "de": ("ein", "eine"),
    "es": ("una", "un"),
    "it": ("una", "un"),
    "nl": ("een",),
    "pt": ("uma", "um"),
}
_HALF = {
    "en": "half a dozen",
    "fr": "une demi-douzaine",
    "de": "halbes dutzend",
    "es": "media docena",
    "it": "mezza dozzina",
    "nl": "half dozijn",
    "pt": "meia dúzia",
}
_SPANISH_HUNDREDS = (
    "cien doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos "
    "novecientos"
).split()
_PORTUGUESE_HUNDREDS = (
    "cem duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos"
).split()
_BESIDE = {2: "duas", 14: "quatorze", 16: "dezesseis", 17: "dezessete", 19: "dezenove"}
"""What Portuguese says as well: of women and hours, and in Brazil."""
LANGUAGES = tuple(_UNITS)


@functools.cache
def _below_hundred(number: int, language: str) -> tuple[str, ...]:
    return tuple(_said(number, language))


def _said(number: int, language: str) -> Iterator[str]:
    units, tens = _UNITS[language].split(), _TENS[language].split()
    if number < len(units):
        yield units[number]
        if language == "de" and number == 1:
            yield "ein"
        if language == "pt" and number in _BESIDE:
            yield _BESIDE[number]
        return
    ten, one = divmod(number, 10)
    word = tens[ten - 2]
    if language == "fr":
        yield from _french(number, ten, one, units, word)
    elif one == 0:
        yield word
    elif language == "en":
        yield f"{word}-{units[one]}"
    elif language == "es":
        yield f"{word} y {units[one]}"
    elif language == "pt":
        yield from (f"{word} e {said}" for said in _below_hundred(one, "pt"))
    elif language == "it":
        yield (word[:-1] if one in (1, 8) else word) + units[one]
    elif language == "de":
        yield ("ein" if one == 1 else units[one]) + "und" + word
    else:
        yield units[one] + ("ën" if units[one].endswith("e") else "en") + word


def _french(number: int, ten: int, one: int, units: list[str], word: str) -> Iterator[str]:
    if ten in (7, 9):
        rest = units[number - (60 if ten == 7 else 80)]
        yield f"{word} et {rest}" if number == 71 else f"{word}-{rest}"
        swiss = {7: "septante", 9: "nonante"}[ten]
        yield swiss if one == 0 else f"{swiss} et un" if one == 1 else f"{swiss}-{units[one]}"
    elif number == 80:
        yield from ("quatre-vingts", "quatre-vingt", "huitante")
    elif one == 0:
        yield word
    elif one == 1 and ten < 8:
        yield f"{word} et un"
        yield f"{word} et une"
    else:
        yield f"{word}-{units[one]}"


def _hundreds(number: int, language: str) -> Iterator[str]:
    hundred, rest = divmod(number, 100)
    units = _UNITS[language].split()
    tails = _below_hundred(rest, language) if rest else ("",)
    for tail in tails:
        if language == "en":
            for one in ("a", "one") if hundred == 1 else (units[hundred],):
                yield f"{one} hundred{' and ' + tail if tail else ''}"
        elif language == "fr":
            head = "cent" if hundred == 1 else f"{units[hundred]} cent{'' if tail else 's'}"
            yield f"{head} {tail}".strip()
        elif language == "es":
            head = _SPANISH_HUNDREDS[hundred - 1] + ("to" if hundred == 1 and tail else "")
            yield f"{head} {tail}".strip()
            if hundred > 1:
                yield f"{head[:-2]}as {tail}".strip()
        elif language == "pt":
            head = "cento" if hundred == 1 and tail else _PORTUGUESE_HUNDREDS[hundred - 1]
            for said in (head, f"{head[:-2]}as") if hundred > 1 else (head,):
                yield f"{said}{' e ' + tail if tail else ''}"
        elif language == "it":
            yield ("" if hundred == 1 else units[hundred]) + "cento" + tail
        elif language == "de":
            for one in ("ein", "") if hundred == 1 else (units[hundred],):
                yield f"{one}hundert{tail}"
        else:
            yield ("" if hundred == 1 else units[hundred]) + "honderd" + tail


def _normal(words: str) -> str:
    return " ".join(words.casefold().replace("-", " ").replace("\u2011", " ").split())


_THOUSAND = {
    "en": "thousand",
    "fr": "mille",
    "de": "tausend",
    "es": "mil",
    "it": "mila",
    "nl": "duizend",
    "pt": "mil",
}


@functools.cache
def table(language: str) -> dict[str, float]:
    """Every number from 0 to 999, the round thousands and the dozens, as words -> value."""
    made: dict[str, float] = {}
    for number in range(1000):
        forms = _below_hundred(number, language) if number < 100 else _hundreds(number, language)
        for form in forms:
            made.setdefault(_normal(form), number)
    for number in range(1, 100):
        word = _THOUSAND[language]
        for form in _below_hundred(number, language):
            joined = form + word if language in ("de", "it", "nl") else f"{form} {word}"
            made.setdefault(_normal(joined), number * 1000)
    single = {"en": "a thousand", "it": "mille"}
    made.setdefault(single.get(language, _THOUSAND[language]), 1000)
    units = _UNITS[language].split()
    for word, value in _DOZENS[language]:
        made.setdefault(_normal(word), value)
        for one in _ONE[language]:
            made.setdefault(f"{one} {word}", value)
        for count in range(2, 11):
            made.setdefault(f"{units[count]} {word}", count * value)
    made[_normal(_HALF[language])] = 6
    return made


_DIGITS = sought(r"\d{1,3}(?:[ \u00a0\u202f.,'’]\d{3})+(?![\d])|\d+(?:[.,]\d{1,2})?(?!\d)")


def parsed(digits: str) -> float:
    """
    >>> parsed("1,200"), parsed("1 200"), parsed("2.5"), parsed("2,5"), parsed("1.200")
    (1200.0, 1200.0, 2.5, 2.5, 1200.0)
    """
    if re.fullmatch(r"\d{1,3}(?:[ \u00a0\u202f.,'’]\d{3})+", digits):
        return float(re.sub(r"\D", "", digits))
    return float(digits.replace(",", "."))


@commonplace(frozen=True, slots=True)
class Number:
    value: float
    start: int
    end: int
    is_word: bool


def ending_at(text: str, end: int, language: str) -> Number | None:
    """The number whose last letter stands just before *end*."""
    window = text[max(0, end - 24) : end]
    last = None
    for found in _DIGITS.finditer(window):
        if found.end() == len(window):
            last = found
    if last:
        start = end - len(window) + last.start()
        before = text[start - 1 : start]
        if before.isalnum() or (
            before and before in "/-–—.,#§°+" and text[start - 2 : start - 1].isdigit()
        ):
            return None
        return Number(parsed(last[0]), start, end, False)
    return _word_ending_at(text, end, language[:2])


_MOST_WORDS = 8


def _beginnings(text: str, end: int) -> list[int]:
    """Where the last words before *end* begin, the last one first; so many as numbers have."""
    window = text[max(0, end - 80) : end]
    first, at = end - len(window), len(window)
    found: list[int] = []
    while at and len(found) < _MOST_WORDS:
        start = at
        while start and window[start - 1].isalnum() and not window[start - 1].isdecimal():
            start -= 1
        if start == at:
            break
        found.append(first + start)
        at = len(window[:start].rstrip(_BETWEEN))
        if at == start:
            break
    return found


def _word_ending_at(text: str, end: int, language: str) -> Number | None:
    if language not in _UNITS:
        return None
    known = table(language)
    for start in reversed(_beginnings(text, end)):
        value = known.get(_normal(text[start:end]))
        if value is not None:
            return Number(value, start, end, True)
    return None


@functools.cache
def _first_words(language: str) -> dict[str, int]:
    """The words a number may begin with -> how many words it may have."""
    longest: dict[str, int] = {}
    for words in table(language):
        parts = words.split()
        if len(words) > 2:
            longest[parts[0]] = max(longest.get(parts[0], 0), len(parts))
    return longest


_PART = sought(r"[^\W\d_]+")


def spoken(text: str, language: str) -> tuple[Number, ...]:
    """The numbers in words that a text holds."""
    code = language[:2]
    return _spoken(text, code) if code in _UNITS else ()


# Many checks ask it of the same text.
@functools.lru_cache(maxsize=1 << 12)
def _spoken(text: str, code: str) -> tuple[Number, ...]:
    found = []
    known, first = table(code), _first_words(code)
    parts = [(m[0].casefold(), m.start(), m.end()) for m in _PART.finditer(text)]
    after = 0
    for index, (word, start, _) in enumerate(parts):
        if word not in first or start < after:
            continue
        for count in range(min(first[word], len(parts) - index), 0, -1):
            end = parts[index + count - 1][2]
            value = known.get(" ".join(part for part, _, _ in parts[index : index + count]))
            joined = re.sub(r"[-\s\u00a0\u2011]|[^\W\d_]", "", text[start:end])
            if value is not None and not joined:
                found.append(Number(value, start, end, True))
                after = end
                break
    return tuple(found)


_BETWEEN = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "-\u2011"
LONGEST = 40
_WRITTEN = sought(
    r"(?<![\w.,/:+@#-])\d{1,3}(?:[ \u00a0\u202f,.]\d{3})+(?![\w])"
    r"|(?<![\w.,/:+@#])\d+(?:[.,]\d{1,2})?(?![\w])"
)


@functools.lru_cache(maxsize=1 << 12)
def written(text: str) -> tuple[Number, ...]:
    """The numbers in digits that a text holds."""
    return tuple(
        Number(parsed(found[0]), found.start(), found.end(), False)
        for found in _WRITTEN.finditer(text)
        # More letters than any figure has count nothing, and no number holds them.
        if len(found[0]) <= LONGEST
    )


_ORDINALS = {
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    "fr": "première deuxième troisième quatrième cinquième sixième septième huitième neuvième "
    "dixième onzième douzième treizième quatorzième quinzième seizième dix-septième "
    "dix-huitième dix-neuvième vingtième",
    "de": "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte",
    "es": "primera segunda tercera cuarta quinta sexta séptima octava novena décima",
    "it": "prima seconda terza quarta quinta sesta settima ottava nona decima",
    "nl": "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde",
    "pt": "primeira segunda terceira quarta quinta sexta sétima oitava nona décima",
}


@functools.cache
def ordinal_table(language: str) -> dict[str, int]:
    words = _ORDINALS.get(language[:2], "").split()
    made = {word: number for number, word in enumerate(words, start=1)}
    if language[:2] == "fr":
        made |= {"premier": 1, "second": 2, "seconde": 2}
    if language[:2] == "de":
        made |= {word + ending: n for word, n in list(made.items()) for ending in ("n", "r", "s")}
    return made


_ORDINAL = sought(
    r"(\d{1,3})(?:st|nd|rd|th|er|re|ère|e|ème|ième|\.?[ºª]|\.)(?![\w])|([^\W\d_]+(?:-[^\W\d_]+)?)",
    re.IGNORECASE,
)


def ordinals(text: str, language: str) -> Iterator[Number]:
    """`8th`, `8e`, `eighth`: the ordinals in a text."""
    known = ordinal_table(language)
    for found in _ORDINAL.finditer(text):
        if found[1]:
            yield Number(int(found[1]), found.start(), found.end(), False)
        elif found[2].lower() in known:
            yield Number(known[in_small(found[2])], found.start(), found.end(), True)
