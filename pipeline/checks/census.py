"""Census: how many there are of one thing, here and elsewhere, though nobody has declared it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from pipeline.checks import days, numerals
from pipeline.checks.figured import is_slip
from pipeline.checks.forms import place
from pipeline.checks.register import Register
from pipeline.checks.sheet import WARNING, Block, Mark, Sheet
from pipeline.frozen import commonplace
from pipeline.sought import sought

_THING = sought(
    r"[ \u00a0\u202f‑-](?P<first>[^\W\d_]{4,}(?:-[^\W\d_]+)*)"
    r"(?:[ \u00a0](?P<of>(?:of|de|du|des|d[’'])[ ]?)?(?P<next>[^\W\d_]{4,}))?"
)
_UNIT = sought(
    r"[ \u00a0\u202f]?(?P<unit>%|€|°C|[kMGT]?(?:Hz|bit/s|bps|W|Wh|B)|k?m²?|ha|kg|t)(?![\w/])"
)
_THE = sought(
    r"\b(?:the|our|its|all|les|nos|ses|leurs|die|unsere|alle|los|las|nuestros|sus|nostri|onze) $",
    re.IGNORECASE,
)
_VAGUE = sought(
    r"\b(?:more than|over|at least|up to|less than|fewer than|nearly|almost|around|about|some|first"
    r"|next|last|other|another|new|plus de|moins de|près de|environ|jusqu[’']à|au moins|quelque|par"
    r"|premi\w+|derni\w+|autres?|nouve\w+|mindestens|über|rund|weitere|neue|von|to|per|every|each"
    r"|between|entre) $|\d\w* (?:and|or|to|et|ou|à) $|[\d–/+~<>≥≤-] ?$",
    re.IGNORECASE,
)
_LABEL = sought(
    rf"(?:\b(?:{'|'.join(' '.join(days.MONTHS.values()).split())}|art(?:icle|ículo|icolo|ikel)s?"
    r"|part|page|chapter|chapitre|section|step|étape|level|niveau|version|number|n°|no\.|grade"
    r"|top) ?|(?-i:[A-Z]{2,})[ -])$",
    re.IGNORECASE,
)
_TIME = frozenset(
    "year years month months week weeks day days hour hours minute minutes second seconds mois ans "
    "années jours heures semaines minutes secondes jahre jahren monate monaten wochen tage tagen "
    "stunden minuten mesi anni giorni meses años días maanden jaar weken dagen".split()
)
_LEFT = frozenset(
    "left remaining remain remains restants restantes restant restent verbleiben verbleibende "
    "verbleibenden restanti rimanenti restantes resterende".split()
)
_NO_THINGS = frozenset(
    "times percent cent more other others euros dollars pounds people pages points steps fois "
    "pour autres personnes million millions billion milliards milliard thousand hundred point "
    "page ways things parts sides types kinds characters caractères words signes clicks".split()
)
_OTHERS = frozenset(
    "more other others new further additional last first next previous different main autres "
    "nouveaux nouvelles derniers dernières premiers premières prochains prochaines principaux "
    "weitere neue letzten ersten days weeks months years hours minutes ways with from that which "
    "have were will this avec dans pour sont".split()
)
_NOT_COUNTED = _NO_THINGS | _OTHERS
_LEAST, _SHORT = 400, 4
"""Days between two texts of one time."""


@commonplace(frozen=True, slots=True)
class Count:
    value: float
    block: Block
    start: int
    end: int
    is_definite: bool
    words: frozenset[str]
    """The long words of its sentence."""


Counts = dict[tuple[str, ...], list[Count]]


def f122_count_of_one_thing_differs(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*Our 24 member towns* here, *the 26 member towns* in a text of the same year; *six months
    left* above, *eight months remaining* below: one thing has two figures.
    Remedy: look it up, and write the same in both; better a look-up of facts.yaml."""
    known: Counts = defaultdict(list)
    units = (unit for language in register.languages for unit in register.units(language))
    declared = {word for unit in units for word in unit.split()}
    for sheet in sheets:
        if sheet.kind != "page":
            here: Counts = defaultdict(list)
            for block in sheet.blocks:
                is_text = block.is_prose or block.kind == "heading" or block.key == "title"
                for keys, count in _counts(block) if is_text and not block.is_capitals else ():
                    # What facts.yaml counts, other checks tell of.
                    for key in keys if declared.isdisjoint(keys[-1]) else ():
                        (here if key[0] in ("unit", "left") else known)[key].append(count)
            yield from _told(here, _in_one_text, register.told_figures)
    yield from _told(known, _of_one_time, register.told_figures)


def _counts(block: Block) -> Iterator[tuple[list[tuple[str, ...]], Count]]:
    language, text = block.language[:2], block.text
    every = [*(numerals.written(text) if block.has_figures else ())]
    every += [number for number in numerals.spoken(text, language) if number.value > 2]
    for number in every:
        before = text[max(0, number.start - 16) : number.start]
        is_label = not before or _LABEL.search(before) or 1900 <= number.value < 2100
        if number.value < 2 or is_label or _VAGUE.search(before):
            continue
        keys = list(_keys(text, number.end, language, float(number.value).is_integer()))
        if keys:
            sentence, is_definite = block.around(number.start), bool(_THE.search(before))
            words = frozenset(word for word in sentence.letters if len(word) > 4)
            where = number.start, number.end
            yield keys, Count(number.value, block, *where, is_definite, words)


def _keys(text: str, end: int, language: str, is_whole: bool) -> Iterator[tuple[str, ...]]:
    """What is counted: a thing of two words, a thing, a unit, or the time that is left."""
    if unit := _UNIT.match(text, end):
        yield "unit", unit["unit"]
        return
    found = _THING.match(text, end)
    if found is None or not is_whole:
        return
    first, following = found["first"].lower(), (found["next"] or "").lower()
    if found["first"].isupper() or first in days.month_numbers(language):
        return
    if first in _TIME:
        if following in _LEFT:
            yield "left", first
    elif first not in _NOT_COUNTED and (language != "en" or first[0] == found["first"][0]):
        if following and following not in _OTHERS and following not in _TIME:
            yield "two", language, first, "of" if found["of"] else "", following
        yield "one", language, first


def _told(
    every: Mapping[tuple[str, ...], Sequence[Count]], do_meet: Meet, told: set[tuple[int, int]]
) -> Iterator[Mark]:
    for key, counts in every.items():
        values: dict[float, list[Count]] = defaultdict(list)
        for count in counts:
            values[count.value].append(count)
        if not 2 <= len(values) <= (2 if key[0] == "unit" else 4):
            continue
        for value, here in values.items():
            others = [
                there
                for other, there in values.items()
                if is_slip(value, other) and len(there) >= len(here) and do_meet(key, here, there)
            ]
            spot = id(here[0].block), here[0].start
            if len(here) == 1 and len(others) == 1 and spot not in told:
                told.add(spot)
                yield _mark(here[0], others[0][0])


Meet = Callable[[tuple[str, ...], Sequence[Count], Sequence[Count]], bool]


def _in_one_text(key: tuple[str, ...], here: Sequence[Count], there: Sequence[Count]) -> bool:
    """Of a unit a text has many figures: how often they stand tells which of two is a slip."""
    if key[0] == "left":
        return True
    one, other = f"{here[0].value:g}", f"{there[0].value:g}"
    return len(there) > 2 and len(one) == len(other) and not one.endswith("0")


def _of_one_time(key: tuple[str, ...], here: Sequence[Count], there: Sequence[Count]) -> bool:
    one = here[0]
    for other in there:
        dates = one.block.sheet.date, other.block.sheet.date
        if dates[0] and dates[1] and abs((dates[0] - dates[1]).days) > _LEAST:
            continue
        # A copy with another figure is told as one.
        if one.words == other.words and len(one.words) > _SHORT:
            continue
        common = len((one.words & other.words) - {*key})
        both = one.is_definite and other.is_definite
        if key[0] == "two" and (both or common > 0):
            return True
        is_said = (one.is_definite or other.is_definite) and common > 2
        if key[0] == "one" and (is_said or both):
            return True
    return False


def _mark(one: Count, other: Count) -> Mark:
    typed, there = (each.block.text[each.start : each.end] for each in (one, other))
    return one.block.mark(
        "F122", one.start, one.end,
        f"{typed} stands here, {there} elsewhere (as in "
        f"{place((other.block, other.start, other.end))})",
        "look it up, and write the same in both", WARNING,
    )  # fmt: skip
