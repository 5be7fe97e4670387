"""Statements: each figure, year and day that a text gives, and what it gives them for."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.checks import days, numerals
from pipeline.checks.days import Span, spans_of
from pipeline.checks.numerals import Number
from pipeline.checks.sentences import letters_of
from pipeline.checks.sheet import Block, Sentence, Sheet
from pipeline.frozen import commonplace
from pipeline.sought import in_small, sought

_NAME = sought(r"(?<=[^\W_][ ’'-])[^\W\d_a-zß-ÿ][^\W\d_]{2,}")
_NAMED = sought(r"(?<![^\W_])([^\W\d_a-zß-ÿ][^\W\d_]+)[ \u00a0]$")
_SIGN = sought(r"(?<![^\W_])[^\W\d_]{1,5}\d{1,3}(?![^\W_])")
"""`CO2`, `M4`: letters and a figure."""
_GAP = r"[ \u00a0\u202f]"
_SCALE = sought(
    rf"(?:{_GAP}|-)?(millions?|billions?|milliards?|Millionen|Milliarden|millones|milioni|miljoen"
    r"|thousand|hundred|bn|m|k)(?![^\W\d_])"
)
_SCALES = {"mi": 1e6, "m": 1e6, "bi": 1e9, "bn": 1e9, "th": 1e3, "hu": 1e2, "k": 1e3}
_MEASURE = sought(
    rf"(?:{_GAP}d(?:e{_GAP}|[’']))?(?:{_GAP}|-)?"
    r"(?:(?P<money>€|[Ee]uros?\b|EUR\b|\$|dollars?\b|USD\b|£|pounds\b|francs?\b|CHF\b)"
    r"|(?P<share>%|per ?cents?\b|pour cent\b|Prozent\b)"
    r"|(?P<unit>°C|[kMGT]?(?:Hz|bit/s|bps|Wh|Wp|W)|[kKMGT]o|[kMGT]B|[kcm]?m[²³23]?|ha|kg|t)"
    r"(?![\w/])|(?P<hours>kilowatt[- ]?hours?\b|kilowatt[- ]?heures?\b|Kilowattstunden?\b))",
)
_PREFIXES = {"k": 1e3, "K": 1e3, "M": 1e6, "G": 1e9, "T": 1e12}
_STREET = sought(
    r",? (?:[\w.’'-]+ ){0,3}?(?:street|st\.|road|rd\.|drive|dr\.|avenue|ave\.?|lane|square|blvd"
    r"|boulevard|rue|quai|place|allée|cours|chemin|impasse|via|viale|piazza|calle|plaza|straat|laan|plein)\b"
    r"|,? [\w.-]*(?:straße|strasse|platz|weg)\b",
    re.IGNORECASE,
)
"""A figure is the number of a house."""
_BEFORE = sought(r"(€|\$|£|\b(?:EUR|USD|GBP|CHF))[ \u00a0\u202f]?$")
_MONEY = {"€": "€", "$": "$", "£": "£", "e": "€", "d": "$", "u": "$", "p": "£", "g": "£"}
_LABEL = sought(
    r"(?:\b(?:arts?\.|artt\.|art(?:icle|ículo|icolo|icoli|ikel)?|alinéa|part|page|p\.|chapter"
    r"|chapitre|section|step|étape|level|niveau|version|number|numéro|n°|no\.|grade|figure|fig\."
    r"|phase|issue|lot|ligne|line|top|volume|vol\.|day|jour|week|semaine|group|groupe|type|sprint"
    r"|episode|question|appendix|annexe|rule|règle|option|table|tableau|lesson|exercise|windows"
    r"|android|covid|under|age|room|salle|bus|tram|route|rue|avenue|point|paragraphe?)s?[ -]?"
    r"|(?-i:[A-Z]{2,})[ -]|[#/+<>=~] ?|[–:.,-]|\d ?(?:and|to|or|et|ou|à|und|bis|&|[–-])? ?)$",
    re.IGNORECASE,
)
_PART = sought(
    r"\b(?:first|next|last|other|another|new|additional|further|least|up to|less than|fewer than"
    r"|below|every|each|between|entre|per|par|premi\w+|derni\w+|autres?|nouve\w+|supplémentaires?"
    r"|moins(?: de)?|jusqu[’']à|chaque|mindestens|bis zu|weitere|of the|dont les|the other"
    r"|les autres)[ \u00a0]$",
    re.IGNORECASE,
)
"""Some of them, not all."""
_MORE = sought(
    rf"{_GAP}(?:more|other|others|further|additional|new|autres?|nouve\w+|weitere\w?|de plus)\b",
    re.IGNORECASE,
)
_VAGUE = sought(
    r"(?:\b(?:more than|over|nearly|almost|around|about|some|approximately|roughly|close to"
    r"|plus de|près de|environ|quelque|presque|über|rund|etwa|fast|más de|oltre|circa|ruim)"
    r"|\bune?) ?[€$£]?$",
    re.IGNORECASE,
)
_RANGE = sought(
    rf"{_GAP}?(?:[-–—/:.+]|to|and|or|à|et|ou|bis|und|&){_GAP}?\d|[:h]\d|{_GAP}?[×x]{_GAP}?\d"
)
_ROUGH = sought(
    r"(?:dozens?|scores?|\w+aines?|dutzend|docenas?|decenas?|decine?|decina)$", re.IGNORECASE
)
_BESIDE = sought(rf"(?:{_GAP}|-)([^\W\d_](?:[^\W_]|[’'-](?=\w))*)")
_KEYS = frozenset(("title", "subtitle", "standfirst", "subject", "preheader", "notes"))
_SMALL = frozenset(
    "the and for not but are was has had can may its our your her his who how why all any one two "
    "out off per via too now new see get use let yes own few now due "
    "that this with from have been were will their they them these those than then also more most "
    "such some many much other others only over under about around which while where when what "
    "your ours ourselves into onto through across during between after before since until there "
    "here each every would could should must being both very just like even still already year "
    "years annual les des une est pas par sur qui que aux ses son nos vos mes ces ont été "
    "dans avec pour cette leur leurs plus moins entre sont être avoir mais comme ainsi aussi afin "
    "elle elles nous vous ceux tout tous toute toutes depuis lors lorsque dont quand dès chaque "
    "près environ selon sous vers chez sans déjà encore très bien fait font peut peuvent année "
    "années ans der die das und den dem des ein ist mit von für auf aus bei zum zur als "
    "nicht sich auch oder eine einer eines einem einen sind wird werden wurde wurden haben kann "
    "durch über unter nach beim dass aber mehr para como este esta estos estas desde hasta "
    "sobre entre también della delle degli dalla nella sono come anche del los las una con por "
    "million millions billion milliard milliards thousand hundred euro euros het een van voor "
    "met zijn".split()
)
_TIMES = frozenset(
    "year years month months week weeks day days hour hours minute minutes second seconds mois an "
    "ans année années jour jours heure heures minute minutes semaine semaines seconde secondes "
    "jahr jahre jahren monat monate monaten woche wochen tag tage tagen stunden minuten anni mesi "
    "giorni ore años meses días horas jaar maanden weken dagen uur".split()
)
_PEOPLE = frozenset(
    "people persons residents inhabitants citizens participants attendees visitors personnes "
    "habitants habitantes participantes citoyens citoyennes visiteurs".split()
)
_STAFF = frozenset("employees staff workers salariés salariées".split())
_CALENDAR = frozenset(" ".join((*days.MONTHS.values(), *days.WEEKDAYS.values())).split())
_ENDINGS = (
    "ings", "ing", "ées", "ers", "ed", "es", "er", "ée", "és", "é", "s", "e", "x",
)  # fmt: skip


@commonplace(frozen=True, slots=True)
class Passage:
    """A sentence or an item that has a figure, and what it speaks of."""

    block: Block
    start: int
    words: tuple[str, ...]
    """The stems of its own words, and its figures."""
    names: frozenset[str]
    years: frozenset[int]
    months: frozenset[int]


@commonplace(frozen=True, slots=True)
class Statement:
    kind: str
    """`n`, a unit of measure, `year`, `month`, `day`."""
    value: float
    heads: tuple[str, ...]
    """The stems of what is counted."""
    passage: Passage
    start: int
    end: int
    is_vague: bool
    span: Span | None
    shown: str = ""
    """The figure, where it is not what is typed there."""

    @property
    def sheet(self) -> Sheet:
        return self.passage.block.sheet

    @property
    def is_time(self) -> bool:
        """Whether it counts years, days or minutes, of which everything has its own."""
        after = _BESIDE.match(self.passage.block.text, self.end)
        return self.kind == "n" and after is not None and after[1].lower() in _TIMES

    @property
    def typed(self) -> str:
        return self.shown or self.passage.block.text[self.start : self.end].strip(" .")


@commonplace(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    kind: str
    value: float
    heads: tuple[str, ...] = ()
    is_vague: bool = False
    span: Span | None = None
    year: int = 0

    @property
    def token(self) -> str:
        return f"#{self.kind[0]}{self.value:g}"


class _Stems(dict[str, str]):
    """Word -> what outlives its endings; nothing of small words and of those of the calendar.

    >>> [_Stems()[word] for word in ("saved", "savings", "créée", "employees", "staff", "the")]
    ['sav', 'sav', 'cré', '¤staff', '¤staff', '']
    """

    def __missing__(self, word: str) -> str:
        self[word] = made = self._made(word)
        return made

    def _made(self, word: str) -> str:
        if word in _PEOPLE:
            return "¤people"
        if word in _STAFF:
            return "¤staff"
        if len(word) < 3 or word in _SMALL or word in _CALENDAR:
            return ""
        if word.endswith("ies"):
            word = f"{word[:-3]}y"
        elif word.endswith(_ENDINGS):
            ending = next(each for each in _ENDINGS if word.endswith(each))
            word = word[: -len(ending)] if len(word) - len(ending) > 2 else word
        return word[:6]


_STEMS = _Stems()


def stems(words: Iterable[str]) -> frozenset[str]:
    if len(_STEMS) > 1 << 16:
        _STEMS.clear()
    return frozenset(map(_STEMS.__getitem__, words)) - {""}


def around(block: Block) -> frozenset[str]:
    """The stems of a paragraph, of its heading, and of the title of its text."""
    title = letters_of(block.sheet.keys.get("title", "").lower())
    return stems((*block.vocabulary, *letters_of(block.section.lower()), *title))


def statements(sheet: Sheet) -> Iterator[Statement]:
    """What a text gives in figures, sentence by sentence."""
    spans: dict[int, list[Span]] = {}
    for block, span in spans_of(sheet):
        spans.setdefault(id(block), []).append(span)
    for block in sheet.blocks:
        is_read = block.is_prose or block.kind == "heading" or block.key in _KEYS
        words = _numbers(block.language[:2])
        if is_read and (block.has_figures or not block.vocabulary.isdisjoint(words)):
            yield from _of_block(block, spans.get(id(block), []))


@functools.cache
def _numbers(language: str) -> frozenset[str]:
    """Words that are numbers, and the months."""
    known = numerals.table(language) if language in numerals.LANGUAGES else {}
    return frozenset(word for word, value in known.items() if word.isalpha() and value > 1)


def _of_block(block: Block, spans: Sequence[Span]) -> Iterator[Statement]:
    found = [*_figures(block, spans), *_days(spans), *_months(block, spans)]
    if not found:
        return
    for sentence in block.sentences:
        here = [one for one in found if sentence.start <= one.start < sentence.end]
        if here:
            made = _passage(block, sentence, here)
            for one in here:
                yield Statement(
                    one.kind, one.value, one.heads, made, one.start, one.end, one.is_vague, one.span
                )


def _passage(block: Block, sentence: Sentence, here: Sequence[_Found]) -> Passage:
    years = frozenset(one.year for one in here if one.year)
    months = frozenset(one.span.month for one in here if one.span)
    months |= {int(one.value) for one in here if one.kind == "month"}
    words = stems(sentence.letters) | {one.token for one in here}
    words |= {sign.lower() for sign in _SIGN.findall(sentence.text)}
    names = stems(name.lower() for name in _NAME.findall(sentence.text))
    return Passage(block, sentence.start, tuple(sorted(words)), names, years, months)


def _figures(block: Block, spans: Sequence[Span]) -> Iterator[_Found]:
    text = block.text
    every = [*(numerals.written(text) if block.has_figures else ())]
    every += [number for number in numerals.spoken(text, block.language) if number.value > 1]
    for number in every:
        if any(span.start <= number.start < span.end for span in spans):
            continue
        before = text[max(0, number.start - 20) : number.start]
        if _is_year(number, text):
            if not _RANGE.match(text, number.end) and before[-1:] not in ("-", "–", "/", "©"):
                value, name = int(number.value), _NAMED.search(before)
                heads = (_STEMS[name[1].lower()],) if name else ()
                yield _Found(number.start, number.end, "year", value, heads, year=value)
        elif number.value >= 2 and not (_LABEL.search(before) or _PART.search(before)):
            yield from _figure(block, number, before)


def _is_year(number: Number, text: str) -> bool:
    return 1900 <= number.value < 2100 and text[number.start : number.end].isdigit()


def _figure(block: Block, number: Number, before: str) -> Iterator[_Found]:
    text, end, value = block.text, number.end, number.value
    if _RANGE.match(text, end) or _MORE.match(text, end):
        return
    if number.is_word and _ROUGH.search(text, number.start, end):
        return
    money = _BEFORE.search(before)
    scale = _SCALE.match(text, end)
    if scale and (len(scale[1]) > 1 or money):
        value, end = value * _SCALES[scale[1][:2].lower()], scale.end()
        value *= 1000 if scale[1].lower().startswith("milliar") else 1
    heads: tuple[str, ...] = ()
    if money:
        kind = _MONEY.get(money[1][0].lower(), money[1])
    elif measure := _MEASURE.match(text, end):
        (kind, times), end = _measured(measure), measure.end()
        value *= times
    else:
        # *280 Charles E. Young Drive*; *12, rue de la Gare*.
        is_house = text[end + 1 : end + 2].isupper() or text[end : end + 1] == ","
        is_house = is_house or number.value < 1000
        kind, heads = "n", () if is_house and _STREET.match(text, end) else tuple(_heads(text, end))
    if heads or kind != "n":
        yield _Found(number.start, end, kind, value, heads, _VAGUE.search(before) is not None)


def _measured(found: re.Match[str]) -> tuple[str, float]:
    """What is measured, and how many of it one of the unit is: a kWh is 1,000 Wh."""
    if found["money"]:
        return _MONEY.get(found["money"][0].lower(), "CHF"), 1
    if found["share"]:
        return "%", 1
    unit = found["unit"] or "kWh"
    if found["unit"] and unit.endswith(("²", "³", "2", "3")):
        return unit.replace("2", "²").replace("3", "³"), 1
    times = _PREFIXES.get(unit[0], 1) if len(unit) > 1 and unit not in ("ha", "kg") else 1
    return (unit[1:], times) if times > 1 else (unit, 1)


_WIDE = 4
"""So many words behind a figure may say what it counts."""


def _heads(text: str, end: int) -> Iterator[str]:
    """`12 local schools`: the stems of both words."""
    for _ in range(_WIDE):
        found = _BESIDE.match(text, end)
        if found is None:
            return
        end = found.end()
        if stem := _STEMS[in_small(found[1])]:
            yield stem


def _days(spans: Sequence[Span]) -> Iterator[_Found]:
    for span in spans:
        value = span.month * 100 + span.first
        yield _Found(span.start, span.end, "day", value, span=span, year=span.year or 0)


@functools.cache
def _month_and_year(language: str) -> re.Pattern[str]:
    months = "|".join(days.MONTHS.get(language, days.MONTHS["en"]).split())
    return re.compile(rf"\b({months})(?: (?:of |de |del )?((?:19|20)\d\d))?\b", re.IGNORECASE)


def _months(block: Block, spans: Sequence[Span]) -> Iterator[_Found]:
    language = block.language[:2]
    known = days.month_numbers(language if language in days.MONTHS else "en")
    if block.vocabulary.isdisjoint(known):
        return
    for found in _month_and_year(language).finditer(block.text):
        start, end = found.span(1)
        is_verb = language == "en" and found[1].lower() in ("may", "march") and not found[2]
        if not is_verb and not any(span.start <= start < span.end for span in spans):
            yield _Found(start, end, "month", known[in_small(found[1])])
