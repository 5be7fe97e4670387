"""Figures: what is typed against what is declared, and claims that the figures disprove."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator, Sequence

from pipeline.checks import numerals
from pipeline.checks.numerals import Number
from pipeline.checks.register import Register, Unit
from pipeline.checks.sheet import ERROR, NOTE, WARNING, Block, Mark, Sentence, Sheet
from pipeline.errors import Level
from pipeline.model import Fact

_YEAR = re.compile(r"(?<![\d.,/-])(1[89]\d\d|20\d\d)(?![\d]|[.,]\d)")
_IN_YEAR = re.compile(
    r"\b(?:in|by|until|back in|en|fin|début|jusqu[’']en|im Jahr|nel|around|vers|before|after"
    r"|avant|après"
    r"|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|janvier"
    r"|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\s+"
    r"(1[89]\d\d|20\d\d)\b",
    re.IGNORECASE,
)
_BIRTH = re.compile(
    r"\b(?:founded|established|created|set up|born|fondée?|créée?|née?|gegründet)\s+(?:in"
    r"|en)\s+\d{4}",
    re.IGNORECASE,
)
_JOINERS = frozenset(
    "of in from the a an and or for with among per to at by de des du en et dans parmi sur von aus "
    "und di da e van en".split()
)
_PARTIAL = re.compile(
    r"(?:\b(?:other|another|further|additional|new|more than one|first|last|next|some of|each of|"
    r"of the|among the|these|those|following|autres?|nouveaux|nouvelles|premiers?|premières"
    r"|dont|parmi les|des)\s+)$",
    re.IGNORECASE,
)


@functools.lru_cache(maxsize=64)
def _unit_form(words: tuple[str, ...]) -> re.Pattern[str]:
    joined = "|".join(
        re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True)
    )
    return re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])", re.IGNORECASE)


def counted(block: Block, units: dict[str, Unit]) -> Iterator[tuple[Number, Unit, int]]:
    """Each number that stands before a declared unit, the unit, and where the unit ends."""
    if not units:
        return
    for found in _unit_form(tuple(units)).finditer(block.text):
        unit = units[" ".join(found[0].lower().split())]
        number = _before(block, found.start())
        if number:
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


def _values(unit: Unit, date: dt.date) -> dict[float, Fact]:
    return {
        float(told.value): fact
        for fact in unit.facts
        if not isinstance((told := fact.on(date)).value, str)
    }


def _past(unit: Unit, sentence: str, date: dt.date) -> dict[float, Fact] | None:
    """The values of the years that the sentence itself names; none, where we do not know."""
    years = {int(year) for year in _IN_YEAR.findall(_BIRTH.sub("", sentence))} - {date.year}
    if not years:
        return {}
    values: dict[float, Fact] = {}
    for year in years:
        for fact in unit.facts:
            known = [f for f in (fact, *fact.history) if f.as_of]
            if not any(f.as_of and f.as_of.year <= year for f in known):
                return None
        values |= _values(unit, dt.date(year, 12, 31))
    return values


def _all_values(unit: Unit) -> set[float]:
    return {
        float(told.value)
        for fact in unit.facts
        for told in (fact, *fact.history)
        if not isinstance(told.value, str)
    }


def f102_typed_number_contradicts_a_fact(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """Two figures for one thing: a journalist will ask which one is true.
    Remedy: write the look-up instead of the figure, or correct facts.yaml."""
    for block, number, unit, end, sentence in _typed(sheet, register):
        date = sheet.date or register.today
        values = _values(unit, date)
        past = _past(unit, sentence.text, date)
        if past is None or number.value in values or number.value in past:
            continue
        if any(_refuses(fact, number.value) for fact in unit.facts):
            continue
        level = _gravity(block, number, sentence, set(values), unit, register)
        if level is None:
            continue
        told = " or ".join(
            _candidate(fact, date) for fact in {f.id: f for f in values.values()}.values()
        )
        typed = block.text[number.start : end]
        yield block.mark(
            "F102", number.start, end, f"{typed!r} contradicts facts.yaml, which has {told}",
            f"write {{{{ {_lookup(unit.facts[0])} }}}}, or correct the fact", level,
        )  # fmt: skip


def _refuses(fact: Fact, value: float) -> bool:
    """Whether the fact says itself that this figure is wrong: that is another finding."""
    typed = (words.strip() for words in fact.contraindications)
    return any(
        re.fullmatch(r"[\d.,]+", words) and numerals.parsed(words) == value for words in typed
    )


def _candidate(fact: Fact, date: dt.date) -> str:
    return f"{fact.on(date).text} ({fact.id})"


def _lookup(fact: Fact) -> str:
    return f"facts.{fact.id.replace('-', '_')}"


def _typed(sheet: Sheet, register: Register) -> Iterator[tuple[Block, Number, Unit, int, Sentence]]:
    if sheet.kind == "page":
        return
    for block in sheet.blocks:
        units = dict(register.units(block.language))
        for number, unit, end in counted(block, units):
            yield block, number, unit, end, block.around(number.start)


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
    if is_close:
        is_sure = is_ours or len(unit.words.split()) > 2 or _is_total(before, block)
        return ERROR if is_sure else WARNING
    if is_ours and _is_total(before, block):
        return ERROR
    return None


_TOTAL = re.compile(
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
    Remedy: write the look-up; --fix does it."""
    for block, number, unit, _, sentence in _typed(sheet, register):
        date = sheet.date or register.today
        fact = _values(unit, date).get(number.value)
        if fact is None or _past(unit, sentence.text, date) != {}:
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
        for refused in register.refused:
            if not refused.words[:1].isdigit() and refused.words.lower() not in block.lowered:
                continue
            yield from _refused(block, refused.words, refused.fact, register)


def _refused(block: Block, words: str, fact: Fact, register: Register) -> Iterator[Mark]:
    here = register.copy(block.language).facts.get(fact.id, fact)
    if re.fullmatch(r"[\d.,\u00a0\u202f ]+", words):
        value = numerals.parsed(words.strip())
        units = {unit.plain.lower(): Unit(unit.plain.lower(), (here,)) for unit in here.unit}
        spots = [
            (number.start, end) for number, _, end in counted(block, units) if number.value == value
        ]
    else:
        form = re.compile(rf"(?<![\w-]){re.escape(words)}(?![\w-])", re.IGNORECASE)
        spots = []
        for found in form.finditer(block.text):
            number = _before(block, found.start())
            if words[:1].isdigit():
                spots.append(found.span())
            elif number and _is_close(number.value, float(_number(here))):
                spots.append((number.start, found.end()))
    for start, end in spots:
        unit = here.unit[0].plain if here.unit else ""
        yield block.mark(
            "F104", start, end,
            f"{block.text[start:end]!r} is what facts.yaml refuses for {fact.id}",
            f"it is {here.text} {unit}: write {{{{ {_lookup(fact)} }}}}", ERROR,
        )  # fmt: skip


def _number(fact: Fact) -> float:
    return 0.0 if isinstance(fact.value, str) else float(fact.value)


# Claims -----------------------------------------------------------------------------------

_VERB_OF_BIRTH = (
    r"founded|established|created|set up|launched|born|fondée?|créée?|née?|gegründet|fundada"
    r"|fundado"
    r"|creada|creado|fondata|fondato|opgericht"
)
_FOUNDED_IN = re.compile(
    rf"\b(?:{_VERB_OF_BIRTH})\b(?:\s+(?:back|in Lyon|in Paris))?\s*(?:in|en|im Jahr|nel|el "
    rf"año)?\s+(1[89]\d\d|20\d\d)\b"
    rf"|\b(?:since|depuis|seit)\s+(1[89]\d\d|20\d\d)\b(?=[^.]{{0,30}}\b(?:was|were|fut|a été"
    rf"|est)?\s*(?:{_VERB_OF_BIRTH})\b)",
    re.IGNORECASE,
)
_DECADES = r"decades?|décennies?|Jahrzehnten?|décadas?|decenni|decennia"
_YEARS = r"years?|ans|années|Jahren?|años|anni|jaar"
_AGE = re.compile(
    rf"(?P<sign>over|more than|for over|for more than|plus de|depuis plus de|mehr als|seit über"
    rf"|más de|oltre"
    rf"|meer dan)\s+(?P<more>[\w-]+(?:[\s-]\w+){{0,2}}?)\s+(?P<unit>{_DECADES}|{_YEARS})\b",
    re.IGNORECASE,
)
_EXACT = re.compile(
    rf"(?:{_VERB_OF_BIRTH})\s+(?:il y "
    rf"a\s+)?(?P<ago>[\w-]+(?:[\s-]\w+){{0,2}}?)\s+(?P<unit>{_DECADES}|{_YEARS})(?:\s+ago)?\b"
    r"|\b(?P<ordinal>\d{1,3}(?:st|nd|rd|th|e|er|ème)|[\w-]+)\s+(?P<feast>anniversary"
    r"|anniversaire|birthday)\b",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    r"experience|expérience|career|carrière|\bold\b|aged|âgé|prison|sentence|mandate|mandat",
    re.IGNORECASE,
)


def f105_claim_of_age_is_wrong(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """How old the house is can be counted from the year of its foundation.
    Remedy: count again, or correct the founding year in facts.yaml."""
    founded = register.founded
    if founded is None or sheet.kind == "page":
        return
    year = int(_number(founded))
    date = sheet.date or register.today
    for block in sheet.blocks:
        for sentence in block.sentences:
            about = register.mention.search(sentence.text)
            if about is None or not re.search(
                r"\d|year|decade|ans|ann|Jahr|año|jaar", sentence.text
            ):
                continue
            if str(founded.value) in sentence.text:
                about_age = _EXACT.search(sentence.text)
                if not about_age or not about_age["feast"]:
                    continue
            yield from _claims(block, sentence, about.start(), year, date)


def _claims(
    block: Block, sentence: Sentence, about: int, year: int, date: dt.date
) -> Iterator[Mark]:
    text, age = sentence.text, date.year - year
    remedy = f"founded in {year}, it is {age} years old on the day of this text"
    for found in _FOUNDED_IN.finditer(text):
        typed = int(found[1] or found[2])
        if typed != year and _is_about_house(text, about, found):
            yield block.mark(
                "F105", sentence.start + found.start(), sentence.start + found.end(),
                f"{found[0]!r} contradicts the founding year "
                f"{year}", "correct one of the two", ERROR,
            )  # fmt: skip
    if _SOMEBODY.search(text) or not 0 < age < 3000:
        return
    for found in _AGE.finditer(text):
        number = _amount(found["more"], found["unit"], block.language)
        if number is not None and number > age and abs(found.start() - about) < 70:
            yield block.mark(
                "F105", sentence.start + found.start(), sentence.start + found.end(),
                f"{found[0]!r} is more than its age", remedy, ERROR,
            )  # fmt: skip
    for found in _EXACT.finditer(text):
        number = _exact(found, block.language)
        slack = 6 if found["unit"] and re.match(_DECADES, found["unit"], re.IGNORECASE) else 1
        if number is not None and abs(number - age) > slack - (1 if found["feast"] else 0):
            if number <= 3 or not _is_about_house(text, about, found):
                continue
            yield block.mark(
                "F105", sentence.start + found.start(), sentence.start + found.end(),
                f"{found[0]!r} does not agree with the founding year {year}", remedy,
                ERROR if not found["feast"] else WARNING,
            )  # fmt: skip


def _is_about_house(text: str, about: int, found: re.Match[str]) -> bool:
    """Whether nothing stands between the house and the verb that could have been founded itself."""
    if found.start() < about:
        gap = text[found.end() : about]
        return found.start() < 12 and len(gap) < 40
    gap = text[about : found.start()]
    others = (
        r"\b(?:project|projet|programme|committee|comité|group|groupe|fund|fonds|prize|prix"
        r"|which|that|qui)\b|;"
    )
    return len(gap) < 90 and not re.search(others, gap, re.IGNORECASE)


def _amount(words: str, unit: str, language: str) -> float | None:
    number = numerals.ending_at(words, len(words), language)
    if number is None or number.start != 0:
        return None
    is_decades = re.match(_DECADES, unit, re.IGNORECASE)
    return number.value * (10 if is_decades else 1)


def _exact(found: re.Match[str], language: str) -> float | None:
    if found["ago"]:
        return _amount(found["ago"], found["unit"], language)
    word = found["ordinal"]
    digits = re.match(r"\d+", word)
    if digits:
        return float(digits[0])
    return {"thirtieth": 30.0, "trentième": 30.0, "fortieth": 40.0, "twentieth": 20.0,
            "fiftieth": 50.0, "cinquantième": 50.0}.get(word.lower())  # fmt: skip


# Sums -------------------------------------------------------------------------------------

_LISTED = re.compile(r"^(?P<before>[^:;]*?[^\d\s:]?):\s+(?P<list>[^:]+?)[.!]?$")
_NOT_A_LIST = re.compile(
    r"\b(?:including|such as|among them|for example|e\.g|notably|etc|dont|notamment|par exemple"
    r"|and more"
    r"|is|are|was|were|has|have|will|can|est|sont|a été|ont|peut)\b|…|\.\.\.|[\"“«]",
    re.IGNORECASE,
)


def f106_count_and_list_differ(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A number announces a list, and the list has another number of things.
    Remedy: count again; add what is missing, or correct the number."""
    blocks = sheet.blocks
    for index, block in enumerate(blocks):
        if block.kind not in ("paragraph", "item", "quote"):
            continue
        for sentence in block.sentences:
            if ":" in sentence.text:
                yield from _inline_list(block, sentence)
        if block.text.rstrip().endswith(":"):
            yield from _list_below(block, blocks[index + 1 :])


def _announced(words: str, language: str) -> Number | None:
    """The one small number that a clause names."""
    words = words.rstrip()
    found = [n for n in numerals.written(words) if n.value == int(n.value)]
    found += [
        n
        for n in numerals.spoken(words, language)
        if words[n.start : n.end].lower()
        not in ("one", "un", "une", "a", "ein", "eine", "uno", "una", "een", "score")
    ]
    found += list(numerals.ordinals(words, language))
    if len(found) != 1 or not 2 <= found[0].value <= 20:
        return None
    number = found[0]
    if numerals.ordinal_table(language).get(words[number.start : number.end].lower()):
        return None
    if re.search(r"[%€$£°]|\d\s*(?:st|nd|rd|th|e|er)\b", words[number.start : number.end + 3]):
        return None
    return number


_MEASURES = re.compile(
    r"^\W*(?:years?|months?|weeks?|days?|hours?|minutes?|million|billion|thousand|percent|per "
    r"cent|euros?"
    r"|km|metres?|times?|ans?|années|mois|semaines?|jours?|heures?|fois|milliards?|millions?|pages?"
    r"|or|and|to|out|of|de|et|ou|à|o['’]clock|p\.?m|a\.?m|juin|mai|mars|other|more|autres)\b",
    re.IGNORECASE,
)


def _inline_list(block: Block, sentence: Sentence) -> Iterator[Mark]:
    found = _LISTED.match(sentence.text)
    if not found:
        return
    clause, listed = found["before"], found["list"]
    number = _announced(clause, block.language[:2])
    if number is None or _MEASURES.match(clause[number.end :]) or len(clause) > 110:
        return
    if not re.search(r"[^\W\d_]{3,}", clause[number.end :]):
        return
    if re.search(r"[,(]", clause[number.end :]) or _NOT_A_LIST.search(listed):
        return
    things = _things(listed)
    if re.match(r"(?:on|in|from|to|at|by|with|if|when|sur|dans|si)\b", listed, re.IGNORECASE):
        return
    if len(things) < 2 or len(things) == number.value or any(len(t.split()) > 4 for t in things):
        return
    if any(re.search(r"\d{2,}", thing) for thing in things) or abs(len(things) - number.value) > 3:
        return
    yield block.mark(
        "F106", sentence.start + number.start, sentence.start + len(found["before"]),
        f"{clause[number.start : number.end]!r} is announced, but {len(things)} are listed",
        "count again; add what is missing, or correct the number", WARNING,
    )  # fmt: skip


def _things(listed: str) -> list[str]:
    listed = re.sub(r"\([^)]*\)", "", listed)
    if ";" in listed:
        parts = listed.split(";")
    else:
        parts = re.split(r",|\s(?:and|et|und|y|e|en|&|or|ou)\s", listed)
    return [part.strip(" .") for part in parts if part.strip(" .")]


def _list_below(block: Block, following: Sequence[Block]) -> Iterator[Mark]:
    sentence = block.sentences[-1] if block.sentences else None
    if sentence is None or not following or following[0].kind != "item":
        return
    number = _announced(sentence.text.rstrip(": "), block.language[:2])
    if number is None or _MEASURES.match(sentence.text[number.end :]) or len(sentence.text) > 90:
        return
    if re.search(r"[,(]|including|such as|dont|notamment", sentence.text[number.end :]):
        return
    run, count = following[0].run, 0
    for item in following:
        if item.kind == "heading" or (item.kind != "item" and item.run == 0):
            break
        count += item.kind == "item" and item.run == run and not item.follows
    if count >= 2 and count != number.value and abs(count - number.value) <= 3:
        typed = sentence.text[number.start : number.end]
        yield block.mark(
            "F106", sentence.start + number.start, sentence.start + number.end,
            f"{typed!r} is announced, but the list has {count} items",
            "count again; add what is missing, or correct the number", WARNING,
        )  # fmt: skip


_PERCENT = re.compile(
    r"(\d{1,3}(?:[.,]\d+)?)[\s\u00a0\u202f]*(?:%|per cent|percent|pour cent|Prozent|procent)"
)


def f109_shares_do_not_make_a_whole(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """The shares of a whole make a hundred; a little more is a slip.
    Remedy: take the figures from the source again."""
    for block in sheet.prose:
        for sentence in block.sentences:
            shares = list(_PERCENT.finditer(sentence.text))
            if len(shares) < 3 or re.search(
                r"\b(?:dont|of which|of whom|of them|among them|including|up from|from)\b",
                sentence.text,
            ):
                continue
            total = sum(float(share[1].replace(",", ".")) for share in shares)
            if 100.5 < total <= 108:
                yield block.mark(
                    "F109", sentence.start + shares[0].start(), sentence.start + shares[-1].end(),
                    f"the shares make {total:g} per "
                    f"cent", "take them from the source again", WARNING,
                )  # fmt: skip
