"""Figures: what is typed against what is declared."""

from __future__ import annotations

import datetime as dt
import functools
import math
import re
from collections.abc import Iterator, Mapping

from pipeline.checks import numerals
from pipeline.checks.english.vocabulary import MONTHS
from pipeline.checks.numerals import Number
from pipeline.checks.register import Refused, Register, Unit
from pipeline.checks.sheet import ERROR, NOTE, WARNING, Block, Mark, Sentence, Sheet
from pipeline.errors import Level
from pipeline.model.house import Fact
from pipeline.sought import sought

_IN_YEAR = sought(
    r"\b(?:in|by|until|back in|en|fin|début|jusqu[’']en|im Jahr|nel|around|vers|before|after"
    r"|avant|après"
    rf"|{MONTHS}|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\s+"
    r"(1[89]\d\d|20\d\d)\b",
    re.IGNORECASE,
)
_BIRTH = sought(
    r"\b(?:founded|established|created|set up|born|fondée?|créée?|née?|gegründet)\s+(?:in"
    r"|en)\s+\d{4}",
    re.IGNORECASE,
)
_LETTERS = sought(r"[^\W\d_]+")
_JOINERS = frozenset(
    "of in from the a an and or for with among per to at by de des du en et dans parmi sur von aus "
    "und di da e van en".split()
)
_PARTIAL = sought(
    r"(?:\b(?:other|another|further|additional|new|more than one|first|last|next|some of|each of|"
    r"of the|among the|these|those|following|autres?|nouveaux|nouvelles|premiers?|premières"
    r"|dont|parmi les|des|(?:survey|poll|sample) of|answers? (?:from|of)|auprès d[eu]s?"
    r"|réponses? d[eu]s?)\s+)$",
    re.IGNORECASE,
)
_DEFINITE = sought(r"\b(?:the|les|des|aux|die|den|los|las|gli|i|le|de)\s+$", re.IGNORECASE)
_WHICH = sought(
    r"\s+(?:that|who|which|whose|having|qui|dont|ayant|ont|die|welche|que|che)\b", re.IGNORECASE
)
_TAKING_PART = sought(
    r"\b(?:t(?:ake|ook)s? part|participat|answer|repl(?:y|ied)|respon[ds]|survey|polled|attend"
    r"|sign(?:ed|atories)|voted|interviewed|enqu[êe]te|sondage|répond|répons|pris part|signé|voté"
    r"|interrog|teilgenommen|Umfrage|beantwort|unterzeichn|encuesta|sondaggio|hanno risposto)",
    re.IGNORECASE,
)
_SHARE = sought(r"(\d{1,2}(?:[.,]\d)?)\s?(?:%|per cent|percent|pour cent|Prozent)")


@functools.lru_cache(maxsize=64)
def _unit_form(words: tuple[str, ...]) -> re.Pattern[str]:
    joined = "|".join(
        re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True)
    )
    return re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])", re.IGNORECASE)


@functools.cache
def _words_of(unit: str) -> frozenset[str]:
    return frozenset(_LETTERS.findall(unit))


def counted(block: Block, units: Mapping[str, Unit]) -> Iterator[tuple[Number, Unit, int]]:
    """Each number that stands before a declared unit, the unit, and where the unit ends."""
    if not any(block.vocabulary.issuperset(_words_of(unit)) for unit in units):
        return
    for found in _unit_form(tuple(units)).finditer(block.text):
        # What minds no case takes more letters for one than small letters do: `ı`, `ſ`.
        unit = units.get(" ".join(found[0].lower().split()))
        number = _before(block, found.start())
        if unit and number:
            yield number, unit, found.end()


def _before(block: Block, position: int) -> Number | None:
    """The number before a unit, with at most two words like `European` or `member` between."""
    text = block.text
    end = len(text[:position].rstrip())
    for step in range(3):
        number = numerals.ending_at(text, end, block.language)
        if number:
            if text[number.end : position].strip() and step == 0:
                return None
            return number
        word = re.search(r"[^\W\d_][\w-]*\s+$", text[:end] + " ")
        if not word or word[0].strip().lower() in _JOINERS:
            return None
        end = len(text[: word.start()].rstrip())
        if text[end : word.start()].strip() or not end or text[end - 1] in ",.;:!?()":
            return None
    return None


def _values(unit: Unit, date: dt.date, register: Register) -> Mapping[float, Fact]:
    """The figures that are declared for a unit on a day, worked out once for all texts."""
    known: dict[object, Mapping[float, Fact]]
    known = register.memo.setdefault("values", {})  # type: ignore[assignment]
    key = id(unit), date
    if key not in known:
        known[key] = _worked_out(unit, date)
    return known[key]


def _worked_out(unit: Unit, date: dt.date) -> dict[float, Fact]:
    return {
        float(told.value): fact
        for fact in unit.facts
        if not isinstance((told := fact.on(date)).value, str)
    }


def _past(unit: Unit, sentence: str, date: dt.date, register: Register) -> dict[float, Fact] | None:
    """The values of the years that the sentence itself names; none, where we do not know."""
    years = {int(year) for year in _IN_YEAR.findall(_BIRTH.sub("", sentence))} - {date.year}
    if not years:
        return {}
    values: dict[float, Fact] = {}
    for year in years:
        if year < _known_since(unit, register):
            return None
        values |= _values(unit, dt.date(year, 12, 31), register)
    return values


def _known_since(unit: Unit, register: Register) -> float:
    """The first year in which all facts of a unit are known."""
    known: dict[int, float] = register.memo.setdefault("known since", {})  # type: ignore[assignment]
    if id(unit) not in known:
        days = ([f.as_of.year for f in (fact, *fact.history) if f.as_of] for fact in unit.facts)
        known[id(unit)] = max((min(years, default=math.inf) for years in days), default=-math.inf)
    return known[id(unit)]


def f102_typed_number_contradicts_a_fact(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """Two figures for one thing: a journalist will ask which one is true.
    Remedy: write the look-up instead of the figure, or correct facts.yaml."""
    for block, number, unit, end, sentence in _typed(sheet, register):
        date = sheet.date or register.today
        values = _values(unit, date, register)
        past = _past(unit, sentence.text, date, register)
        if past is None or number.value in values or number.value in past:
            continue
        if number.value in _refused_of(unit, register):
            continue
        if _is_told_of_some(block, number, end, sentence, set(values)):
            continue
        level = _gravity(block, number, sentence, set(values), unit, register)
        if level is None:
            continue
        known = {fact.id: fact for fact in values.values()}
        told = " or ".join(_candidate(fact, date) for fact in [*known.values()][:_TOLD])
        typed = block.text[number.start : end]
        yield block.mark(
            "F102", number.start, end, f"{typed!r} contradicts facts.yaml, which has {told}",
            f"write {{{{ {_lookup(unit.facts[0])} }}}}, or correct the fact", level,
        )  # fmt: skip


_TOLD = 5
"""So many facts are named of those that bear one unit."""


def _refused_of(unit: Unit, register: Register) -> frozenset[float | None]:
    """The figures of which its facts say themselves that they are wrong: that is told elsewhere."""
    known: dict[int, frozenset[float | None]]
    known = register.memo.setdefault("refused", {})  # type: ignore[assignment]
    if id(unit) not in known:
        typed = (words.strip() for fact in unit.facts for words in fact.contraindications)
        figures = (words for words in typed if re.fullmatch(r"[\d.,]+", words))
        known[id(unit)] = frozenset(map(_parsed, figures))
    return known[id(unit)]


def _candidate(fact: Fact, date: dt.date) -> str:
    return f"{fact.on(date).text} ({fact.id})"


def _lookup(fact: Fact) -> str:
    return f"facts.{fact.id.replace('-', '_')}"


Typed = tuple[Block, Number, Unit, int, Sentence]


def _typed(sheet: Sheet, register: Register) -> list[Typed]:
    if "typed" not in sheet.noted:
        sheet.noted["typed"] = list(_found(sheet, register))
    return sheet.noted["typed"]  # type: ignore[no-any-return]


def _found(sheet: Sheet, register: Register) -> Iterator[Typed]:
    if sheet.kind == "page":
        return
    for block in sheet.blocks:
        for number, unit, end in counted(block, register.units(block.language)):
            yield block, number, unit, end, block.around(number.start)


_FEW = 10


def _gravity(
    block: Block,
    number: Number,
    sentence: Sentence,
    values: set[float],
    unit: Unit,
    register: Register,
) -> Level | None:
    """How sure it is that the figure means the declared thing, and not part of it."""
    before = block.text[max(0, number.start - 24) : number.start]
    is_ours = bool(register.mention.search(sentence.text))
    is_close = any(_is_close(number.value, value) for value in values)
    if _PARTIAL.search(before) or number.value <= 1:
        return None
    is_of_some = bool(_TAKING_PART.search(sentence.text))
    if is_close:
        is_named = is_ours or len(unit.words.split()) > 2
        # Two of one thing and three of it may well be two things.
        is_many = min(values) >= _FEW
        is_sure = (is_named or (is_many and _is_total(before, block))) and not is_of_some
        return ERROR if is_sure else WARNING
    if is_ours and _is_total(before, block) and not is_of_some:
        return ERROR
    return None


def _is_told_of_some(
    block: Block, number: Number, end: int, sentence: Sentence, values: set[float]
) -> bool:
    """Whether it counts those who did something: *the 141 members that answered*, or 84% of all."""
    before = block.text[: number.start]
    if _DEFINITE.search(before) and _WHICH.match(block.text, end):
        return True
    told = {float(found[1].replace(",", ".")) for found in _SHARE.finditer(sentence.text)}
    return any(
        abs(number.value / value * 100 - share) <= 0.5
        for value in values
        if value
        for share in told
    )


_TOTAL = sought(
    r"(?:\b(?:our|its|all|the|nos|ses|tous les|toutes les|les|network of|association of|represents?"
    r"|gathers?|counts?|has|have|brings? together|unites?|comprises?|in|across|réseau de|compte"
    r"|rassemble|réunit|fédère|représente|regroupe|unsere|vereint|zählt)\s+"
    r"(?:(?:about|some|over|around|more than|nearly|quelque|environ|plus de|près de)\s+)?)$",
    re.IGNORECASE,
)


def _is_total(before: str, block: Block) -> bool:
    return bool(_TOTAL.search(before)) or (
        block.kind in ("field", "heading") and not before.strip()
    )


def _is_close(typed: float, declared: float) -> bool:
    """Whether one figure may be an old, rounded or mistyped form of the other."""
    if sorted(f"{typed:g}") == sorted(f"{declared:g}"):
        return True
    return 0.58 <= typed / declared <= 1.8 if declared else False


def f103_typed_number_equals_a_fact(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A figure that is typed stays as it is when the fact changes.
    Remedy: write the look-up; fix=1 does it."""
    for block, number, unit, _, sentence in _typed(sheet, register):
        date = sheet.date or register.today
        fact = _values(unit, date, register).get(number.value)
        if fact is None or _past(unit, sentence.text, date, register) != {}:
            continue
        lookup = f"{{{{ {_lookup(fact)} }}}}"
        # A number in words is style, not a figure to be looked up.
        instead = None if number.is_word else lookup
        yield block.mark(
            "F103", number.start, number.end,
            f"{block.text[number.start : number.end]!r} is typed, and equals {fact.id}",
            f"write {lookup}", NOTE, instead,
        )  # fmt: skip


def f104_figure_that_is_refused(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """Somebody has declared under `not` that this figure, or this unit, is the wrong one.
    Remedy: use the fact."""
    if sheet.kind == "page" or not register.refused:
        return
    for block in sheet.blocks:
        units, refusing = _refused_figures(block, register)
        for number, unit, end in counted(block, units) if units else ():
            for fact in refusing.get((unit.words, number.value), ()):
                yield _refusal(block, number.start, end, fact, register)
        for refused in _refused_words(block, register):
            for start, end in _spots(block, refused, register):
                yield _refusal(block, start, end, refused.fact, register)


def _parsed(digits: str) -> float | None:
    """Of `1.2.3`, nothing: it is a version, or a slip."""
    try:
        return numerals.parsed(digits)
    except ValueError:
        return None


_BARE = sought(r"[\d.,\u00a0\u202f ]+")
_FIRST = sought(r"\w+")
_Refusing = Mapping[tuple[str, float | None], list[Fact]]


def _refused_figures(block: Block, register: Register) -> tuple[Mapping[str, Unit], _Refusing]:
    """The units of which facts refuse a bare figure; a unit and a figure -> who refuses it."""
    key = "refused figures", block.language
    if key not in register.memo:
        units: dict[str, Unit] = {}
        refusing: dict[tuple[str, float | None], list[Fact]] = {}
        for fact in register.any_copy.facts.values():
            here = register.copy(block.language).facts.get(fact.id, fact)
            typed = [words.strip() for words in fact.contraindications if _BARE.fullmatch(words)]
            for unit in here.unit if typed else ():
                words = " ".join(unit.plain.lower().split())
                units[words] = Unit(words, ())
                for value in dict.fromkeys(map(_parsed, typed)):
                    refusing.setdefault((words, value), []).append(fact)
        register.memo[key] = units, refusing
    return register.memo[key]  # type: ignore[return-value]


def _refused_words(block: Block, register: Register) -> Iterator[Refused]:
    """What is refused in words and may stand in a block, by the first word of each."""
    if "refused words" not in register.memo:
        by_first: dict[str, list[Refused]] = {}
        for refused in register.refused:
            if not _BARE.fullmatch(refused.words):
                begins = [*_FIRST.findall(refused.words.lower()), ""]
                by_first.setdefault(begins[0], []).append(refused)
        register.memo["refused words"] = by_first
    by_first = register.memo["refused words"]  # type: ignore[assignment]
    here = by_first.keys() & {"", *_FIRST.findall(block.lowered)} if by_first else ()
    for first in sorted(here):
        yield from (one for one in by_first[first] if one.words.lower() in block.lowered)


def _spots(block: Block, refused: Refused, register: Register) -> Iterator[tuple[int, int]]:
    words = refused.words
    here = register.copy(block.language).facts.get(refused.fact.id, refused.fact)
    form = re.compile(rf"(?<![\w-]){re.escape(words)}(?![\w-])", re.IGNORECASE)
    for found in form.finditer(block.text):
        number = _before(block, found.start())
        if words[:1].isdigit():
            yield found.span()
        elif number and _is_close(number.value, float(figure(here))):
            yield number.start, found.end()


def _refusal(block: Block, start: int, end: int, fact: Fact, register: Register) -> Mark:
    here = register.copy(block.language).facts.get(fact.id, fact)
    unit = here.unit[0].plain if here.unit else ""
    return block.mark(
        "F104", start, end,
        f"{block.text[start:end]!r} is what facts.yaml refuses for {fact.id}",
        f"it is {here.text} {unit}: write {{{{ {_lookup(fact)} }}}}", ERROR,
    )  # fmt: skip


def figure(fact: Fact) -> float:
    return 0.0 if isinstance(fact.value, str) else float(fact.value)
