"""Figures in two languages: numbers, shares, hours and terms that a translation must keep."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pipeline.checks import almanac, days, numerals
from pipeline.checks.numerals import Number
from pipeline.checks.sheet import Block
from pipeline.sought import sought

Place = tuple[int, int]
Slip = tuple[Place, Place]
"""Where in the original, and where in the translation."""


def differing(one: Block, other: Block) -> Iterator[Slip]:
    """The figures of *other* that are not those of *one*."""
    told: set[int] = set()
    for found in (_frequencies, _fractions, _hours, _numbers):
        for ours, theirs in found(one, other):
            if told.isdisjoint(range(*theirs)):
                told.update(range(*theirs))
                yield ours, theirs


# Numbers ----------------------------------------------------------------------------------


_GAP = r"[ \u00a0\u202f.()/-]"
_DIALLED = sought(rf"(?<!\w)(?:\+\(?\d(?:{_GAP}{{0,2}}\d){{6,14}}|0\d(?:{_GAP}?\d\d){{3,6}}|0\d)")


def _figures(block: Block) -> list[Number]:
    """The figures that a translator must keep, in their order."""
    text = block.text
    # A telephone number is no figure: one language may tell the desk behind it.
    found = list(numerals.written(text))
    if dialled := [one.span() for one in _DIALLED.finditer(text)]:
        found = [n for n in found if not any(s <= n.start < e for s, e in dialled)]
    found += [n for n in numerals.spoken(text, block.language) if n.value >= 2]
    # The days of a date are compared as dates.
    dated = [(span.start, span.end) for span in days.spans(text, block.language)]
    dated += [(one.start, one.end) for one in almanac.full(text, block.language)]
    figured = [range(one.start, one.end) for one in almanac.in_figures(text)]
    found = [n for n in found if not any(n.start in one for one in figured)]
    found = [n for n in found if n.value > 31 or not any(s <= n.start < e for s, e in dated)]
    return sorted(found, key=lambda number: number.start)


def _is_large(number: Number) -> bool:
    if number.is_word:
        return 11 <= number.value < 100
    return number.value >= 10 or number.value != int(number.value)


def all_numbers(block: Block) -> set[float]:
    """Every number that a block may be said to name."""
    text = block.text
    values = {n.value for n in numerals.written(text)}
    values |= {n.value for n in numerals.spoken(text, block.language)}
    values |= {float(n.value) for n in numerals.ordinals(text, block.language)}
    values |= {float(v) for v in re.findall(r"\d+", text)}
    values |= {value for form, said in _SAID if form.search(text) for value in said}
    halves = {v + 12 for v in values if v < 13} | {v - 12 for v in values if 12 < v <= 24}
    hours = {round(v, 2) for v in halves} if _CLOCK.search(text) else set()
    return values | {v * 1000 for v in values} | hours


_CLOCK = sought(r"\b[ap]\.?m\b|\d ?h\b|\d[:.]\d\d|o['’]clock|heures|Uhr")
_WORDS = (
    (
        r"both|twice|doubl\w+|couple|pairs?|bi(?:annual|lingual|ennial)\w*|les deux|beide\w*",
        (2.0,),
    ),
    (r"three times|thrice|tripl\w+|tri(?:lingual|ennial)\w*|thirds?|tiers", (3.0,)),
    (r"quarters?|quarts?|quadrupl\w+|Viertel", (4.0, 15.0)),
    (r"fortnight\w*|quinze jours|quinzaine|vierzehn Tage", (2.0, 14.0, 15.0)),
    (r"a week|huit jours", (7.0, 8.0)),
    (r"half|demie?s?|moitié|mi|halb\w*", (30.0, 6.0, 2.0, 0.5)),
    (r"centur\w+|siècles?|hundreds?|centaines?", (100.0,)),
    (r"decades?|décennies?|dizaines?", (10.0,)),
    (r"years?|ans?|années?|twelvemonth", (12.0,)),
    (
        r"midnight|minuit|Mitternacht|mezzanotte|medianoche|meia-noite|middernacht|północ\w*",
        (24.0,),
    ),
    (r"noon|midday|midi|Mittag|mezzogiorno|mediodía|meio-dia|południ\w*", (12.0,)),
)
_SAID = [(sought(rf"\b(?:{form})\b", re.IGNORECASE), said) for form, said in _WORDS]
"""Words that say a number without naming it."""


def _numbers(one: Block, other: Block) -> Iterator[Slip]:
    ours, theirs = _figures(one), _figures(other)
    if one.kind == "cell" or not ours or not theirs:
        return
    here, there = all_numbers(other), all_numbers(one)
    missing = [n for n in ours if n.value not in here]
    added = [n for n in theirs if n.value not in there]
    if not (missing and added):
        # Two figures of one text may be alike, and only one of them lost.
        yield from _places(_one_apart(ours, theirs))
        return
    if _stand_alike(ours, theirs):
        pairs = [(n, m) for n, m in zip(ours, theirs, strict=True) if n in missing and m in added]
        if pairs:
            yield from _places(pairs)
            return
    elif _are_all_others(ours, theirs, missing, added):
        yield from _places(zip(ours, theirs, strict=True))
        return
    else:
        missing, added = _only_large(missing), _only_large(added)
    if missing and added and len({n.value for n in missing}) <= 2:
        yield from _places([(missing[0], min(added, key=lambda number: number.value))])


def _are_all_others(
    ours: Sequence[Number],
    theirs: Sequence[Number],
    missing: Sequence[Number],
    added: Sequence[Number],
) -> bool:
    """`Nine walks, in ten of them` beside `sept, dont huit`: as many, and none of them the same."""
    is_all = len(ours) == len(theirs) == len(missing) == len(added) > 1
    return is_all and all(number.value > 2 for number in (*ours, *theirs))


def _places(pairs: Iterable[tuple[Number, Number]]) -> Iterator[Slip]:
    for mine, said in pairs:
        yield (mine.start, mine.end), (said.start, said.end)


def _one_apart(ours: Sequence[Number], theirs: Sequence[Number]) -> Iterator[tuple[Number, Number]]:
    """The one figure that is another in a row that is the same."""
    values = [n.value for n in ours], [n.value for n in theirs]
    if min(map(len, values)) < 2 or values[0] == values[1]:
        return
    steps = difflib.SequenceMatcher(None, *values).get_opcodes()
    same = sum(stop - start for kind, start, stop, _, _ in steps if kind == "equal")
    apart = [step for step in steps if step[0] == "replace"]
    if len(apart) != 1 or same < 0.6 * max(map(len, values)) - 0.2:
        return
    _, start, stop, begin, end = apart[0]
    mine, said = ours[start], theirs[begin]
    # `5 p.m.` is `17 h`.
    is_one = stop - start == end - begin == 1 and abs(mine.value - said.value) != 12
    if is_one and (same > 1 or _is_large(mine)):
        yield mine, said


def _only_large(numbers: Sequence[Number]) -> list[Number]:
    return [number for number in numbers if _is_large(number)]


def _stand_alike(ours: Sequence[Number], theirs: Sequence[Number]) -> bool:
    """Whether the two have as many figures, and nearly the same."""
    common = Counter(n.value for n in ours) & Counter(n.value for n in theirs)
    apart = len(ours) - sum(common.values())
    return len(ours) == len(theirs) and (apart == 1 or apart <= len(ours) / 2)


# Shares -----------------------------------------------------------------------------------

_PARTS = {
    "en": {
        r"(?:a|one)[ -]third": 1 / 3, r"two[ -]thirds": 2 / 3, r"(?:a|one)[ -]quarter": 1 / 4,
        r"three[ -]quarters": 3 / 4, r"(?:a|one)[ -]fifth": 1 / 5, r"(?:a|one)[ -]tenth": 1 / 10,
    },
    "fr": {
        r"(?:un|le) tiers": 1 / 3, r"deux tiers": 2 / 3, r"(?:un|le) quart": 1 / 4,
        r"trois quarts": 3 / 4, r"un cinquième": 1 / 5, r"un dixième": 1 / 10,
    },
}  # fmt: skip
_NO_PART = sought(r"\s(?:of an hour|of a century|d['’]heure|de siècle|final\w*)\b")


def _parts(block: Block) -> list[tuple[float, int, int]]:
    if not block.says("third", "quarter", "fifth", "tenth", "tiers", "quart", "ième"):
        return []
    found = [
        (value, match.start(), match.end())
        for words, value in _PARTS.get(block.language[:2], {}).items()
        for match in re.finditer(rf"\b{words}\b", block.lowered)
        if not _NO_PART.match(block.text, match.end())
    ]
    return sorted(found, key=lambda part: part[1])


def _fractions(one: Block, other: Block) -> Iterator[Slip]:
    yield from _unlike(one, _parts(one), _parts(other))


def _unlike(
    one: Block,
    ours: Sequence[tuple[float, int, int]],
    theirs: Sequence[tuple[float, int, int]],
) -> Iterator[Slip]:
    """What stands in the place of another, where both have as many."""
    if len(ours) != len(theirs):
        return
    known = {value for value, _, _ in ours}
    for (mine, start, end), (said, begin, stop) in zip(ours, theirs, strict=True):
        if mine != said and said not in known:
            yield (start, end), (begin, stop)


# Hours ------------------------------------------------------------------------------------

_HOUR = sought(
    r"(?<![\d.,:])(?P<hour>[01]?\d|2[0-3])(?:(?::|[ \u00a0\u202f]?h(?![a-z])[ \u00a0\u202f]?)"
    r"(?P<minute>[0-5]\d)?|[ \u00a0\u202f]?(?P<half>[ap])\.?m\b)(?!\d)"
)


_NAMED = sought(
    r"\b(?:at|after|before|by|until|from|to|and|till|around) (midnight|noon)\b"
    r"|(?:[àÀ]|\b(?:après|avant|vers|dès|et)) (?P<fr>midi|minuit)\b"
)


def _clock(block: Block) -> list[tuple[float, int, int]]:
    found: list[tuple[float, int, int]] = []
    for each in _HOUR.finditer(block.text) if block.has_figures else ():
        if each["minute"] or each["half"] or "h" in each[0]:
            hour = int(each["hour"]) % 12 if each["half"] else int(each["hour"])
            hour += 12 * (each["half"] == "p")
            found.append((hour * 60 + int(each["minute"] or 0), each.start(), each.end()))
    is_named = block.says("midnight", "noon", "midi", "minuit")
    for named in _NAMED.finditer(block.text) if is_named else ():
        at = 1 if named[1] else 2
        value = 0.0 if named[at] in ("midnight", "minuit") else 720.0
        found.append((value, named.start(at), named.end(at)))
    return sorted(found, key=lambda hour: hour[1])


def _hours(one: Block, other: Block) -> Iterator[Slip]:
    yield from _unlike(one, _clock(one), _clock(other))


# Terms ------------------------------------------------------------------------------------

_MONTHS_OF = {
    "year": 12.0, "month": 1.0, "week": 0.25, "day": 0.03, "an": 12.0, "année": 12.0, "mois": 1.0,
    "semaine": 0.25, "jour": 0.03,
}  # fmt: skip
_TIMES = {"twice": 2, "deux": 2, "three times": 3, "trois": 3}
_EVERY = {
    "en": sought(
        r"\b(?:(?:once )?every "
        r"(?:(?P<many>two|three|four|five|six|\d+) |(?P<other>other |second ))?"
        r"(?P<unit>year|month|week|day)s?"
        r"|(?P<times>once|twice|three times) (?:a|per|each) (?P<per>year|month|week|day))\b",
        re.IGNORECASE,
    ),
    "fr": sought(
        r"\b(?:(?:tous|toutes) les (?:(?P<many>deux|trois|quatre|cinq|six|\d+) )?(?P<other>\0)?"
        r"(?P<unit>an|année|mois|semaine|jour)s?"
        r"|(?P<times>une|deux|trois) fois par (?P<per>an|mois|semaine|jour))\b",
        re.IGNORECASE,
    ),
}


def _how_often(block: Block) -> list[tuple[float, int, int]]:
    form = _EVERY.get(block.language[:2])
    if form is None or not block.says("every ", "once ", "twice ", "times ", " les ", " fois "):
        return []
    return [(_months_between(each, block), *each.span()) for each in form.finditer(block.text)]


def _months_between(found: re.Match[str], block: Block) -> float:
    unit = _MONTHS_OF[(found["unit"] or found["per"]).lower()]
    many = found["many"]
    number = numerals.ending_at(many, len(many), block.language) if many else None
    count = number.value if number else 2.0 if found["other"] else 1.0
    return unit * count / _TIMES.get((found["times"] or "").lower(), 1)


def _frequencies(one: Block, other: Block) -> Iterator[Slip]:
    ours, theirs = _how_often(one), _how_often(other)
    if len(ours) == len(theirs) == 1:
        yield from _unlike(one, ours, theirs)


def cells(pairs: Sequence[tuple[Block, Block]]) -> Iterator[tuple[Block, Block, Slip]]:
    """Figures of tables: a row may stand elsewhere in the other language, its figure stays."""
    pairs = [pair for pair in pairs if pair[0].kind == "cell"]
    ours, theirs = (_in_cells([pair[side] for pair in pairs]) for side in (0, 1))
    values = [Counter(n.value for n in side if n) for side in (ours, theirs)]
    missing, added = values[0] - values[1], values[1] - values[0]
    for (one, other), mine, told in zip(pairs, ours, theirs, strict=True):
        if mine and told and mine.value in missing and told.value in added:
            yield one, other, ((mine.start, mine.end), (told.start, told.end))


def _in_cells(blocks: Sequence[Block]) -> list[Number | None]:
    every = [list(numerals.written(b.text)) if b.kind == "cell" else [] for b in blocks]
    return [found[0] if len(found) == 1 else None for found in every]


def weekdays(block: Block) -> list[tuple[int, int, int]]:
    """The days of the week that a block names, with where they stand."""
    names = days.WEEKDAYS.get(block.language[:2], "").split()
    found = []
    for number, name in enumerate(names):
        if block.says(name):
            spots = re.finditer(rf"\b{name}s?\b", block.lowered)
            found += [(number, spot.start(), spot.end()) for spot in spots]
    return sorted(found, key=lambda day: day[1])


def months(block: Block) -> list[tuple[int, int, int]]:
    """The months that a block names, with where they stand."""
    code = block.language[:2]
    found = []
    for number, name in enumerate(days.MONTHS.get(code, "").split(), start=1):
        # `May` is a verb as well.
        if name in block.vocabulary and (code, name) != ("en", "may"):
            typed = name.capitalize() if code in ("en", "de") else name
            spots = re.finditer(rf"\b{typed}\b", block.text)
            found += [(number, spot.start(), spot.end()) for spot in spots]
    return sorted(found, key=lambda month: month[1])
