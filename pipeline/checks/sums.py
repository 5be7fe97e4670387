"""Sums: parts that make a whole, what was added, what is left."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence

from pipeline.checks.figured import PLAIN, SHARE, Figure, Figured, figured, has_any, is_slip, shown
from pipeline.checks.register import Register
from pipeline.checks.sheet import WARNING, Block, Mark, Sheet
from pipeline.sought import sought

_SIGNS = (
    "of th", "of our", "of its", " make", " making", "total", " in all", "altogether", "together",
    "bring", "than in", " when ", "%", ": ", "parmi", "sur les", "d'entre", "d’entre", " fait ",
    " portant", " porte ", " passer ", "de plus", "de moins", " où ",
)  # fmt: skip
"""One of these is in whatever is reckoned here."""
Slip = tuple[Figure, str]
Rule = Callable[[Figured, str, Sequence[Figure]], Iterator[Slip]]


def f111_sum_is_miscounted(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*27 more than the 31 before make 59*: readers reckon, and then trust no other figure.
    Remedy: count again; correct the sum, or one of its parts."""
    if sheet.kind == "page":
        return
    last: Block | None = None
    for block in sheet.prose:
        before, last = last, block
        if not (has_any(block) and (block.says(*_SIGNS) or _REPEATED.search(block.lowered))):
            continue
        here = figured(block, register)
        if not here.figures:
            continue
        earlier = list(figured(before, register).plain_figures) if before else []
        for figure, told in dict.fromkeys(_reckoned(here, earlier)):
            yield block.mark(
                "F111", figure.start, figure.end,
                f"{block.text[figure.start : figure.end]!r}: {told}",
                "count again; correct the sum, or one of its parts", WARNING,
            )  # fmt: skip


def _reckoned(here: Figured, earlier: list[Figure]) -> Iterator[Slip]:
    known: list[Figure] = []
    for sentence in here.sentences:
        for rule in _RULES:
            yield from rule(here, sentence, known)
        # `In 61 of them`: what they are may stand in the paragraph before.
        yield from _of_the_whole(here, sentence, [*earlier, *known])
        known += here.plain(sentence)


_REPEATED = sought(r"\w (from|in|for|de|des|en|pour) [^\W\d_]+, \S+ (?:\S+ )?\1 ")
"""`29 from towns, 19 from cities …`."""
_AND = r"(?:and|et|und)"
_LISTED = sought(
    rf":\s+([€$£]?{PLAIN}[^‹›:;]*(?:,\s+[€$£]?{PLAIN}[^‹›:;]*)+,?\s+{_AND}\s+[€$£]?{PLAIN}[^‹›:;]*)$"
)


def _parts(here: Figured, sentence: str, earlier: Sequence[Figure]) -> Iterator[Slip]:
    """`It has 132 members in 21 countries: 74 towns, 41 ports and 19 regions`."""
    found = _LISTED.search(sentence)
    if not found:
        return
    parts, wholes = here.plain(found[1]), here.plain(sentence[: found.start()])
    yield from _whole(parts, [whole for whole in wholes if not whole.is_vague])


_TWO = sought(
    rf"{PLAIN} [^\W\d_]{{3,}}(?: [^\W\d_]{{2,}}){{0,2}}[ \u00a0\u202f]?: "
    rf"(?P<one>{PLAIN}) [^:;.]{{3,80}}?,? {_AND} (?P<two>{PLAIN}) [^‹›:;.]{{3,60}}\.?$"
)


def _of_two(here: Figured, sentence: str, earlier: Sequence[Figure]) -> Iterator[Slip]:
    """`134 people came: 117 students aged 15 to 17 and 19 teachers`."""
    found = _TWO.search(sentence)
    if not found or ", ‹" in found[0]:
        return
    (whole,), parts = here.plain(found[0])[:1], here.plain(f"{found['one']}{found['two']}")
    if not whole.is_vague and not any("%" in found[at] for at in ("one", "two")):
        yield from _whole(parts, [whole])


def _whole(parts: Sequence[Figure], wholes: Sequence[Figure]) -> Iterator[Slip]:
    total = sum(part.value for part in parts)
    if any(part.is_vague for part in parts) or any(whole.value == total for whole in wholes):
        return
    for whole in wholes:
        if whole.value > max(part.value for part in parts) and is_slip(total, whole.value):
            words = _joined(parts)
            yield parts[-1], f"{words} make {shown(total)}, not {shown(whole.value)}"
            return


_BY_PLACE = sought(
    rf"{PLAIN} (?P<thing>[^\W\d_]+) (?P<at>from|in|for|de|des|en|pour) [^‹›;:,.]{{2,30}}"
    rf"(?:, {PLAIN} (?:(?P=thing) )?(?P=at) [^‹›;:,.]{{2,30}}?)+,? {_AND} {PLAIN} (?:(?P=thing) )?"
    rf"(?P=at) [^‹›;:,.]{{2,30}}\.?$"
)


def _from_each(here: Figured, sentence: str, earlier: Sequence[Figure]) -> Iterator[Slip]:
    """`63 applications came: 29 applications from towns, 19 from cities, and 16 from others`."""
    found = _BY_PLACE.search(sentence)
    parts = here.plain(found[0]) if found else []
    if found is None or len(parts) < 3:
        return
    before = here.text[: here.text.find(sentence)]
    told = re.findall(rf"{PLAIN} {re.escape(found['thing'])}\b", before)
    wholes = [here.figures[int(number)] for number in told]
    if len(wholes) == 1 and not wholes[0].is_vague:
        yield from _whole(parts, wholes)


_EACH = sought(
    rf"{PLAIN} [^\W\d_]+ (?:in all|in total|altogether|au total|en tout)[,:;]? {PLAIN} "
    r"(?:[^\W\d_]+ )?(?:on|in|for|at|per|to|a|pour|par|dans|sur) (?:each |every |chaque )?"
    r"(?P<thing>[^\W\d_]{3,})\b"
)


def _times_each(here: Figured, sentence: str, earlier: Sequence[Figure]) -> Iterator[Slip]:
    """`Three courses are offered. There are 36 places in all, 15 on each course`."""
    found = _EACH.search(sentence)
    if found is None:
        return
    thing = found["thing"].lower()
    form = rf"{PLAIN} (?:[^\W\d_]+ )?{re.escape(thing)}e?s\b"
    before = here.text[: here.text.find(sentence) + found.start()].lower()
    counts = {here.figures[int(number)].value for number in re.findall(form, before)}
    whole, each = (here.figures[int(found[at])] for at in (1, 2))
    if len(counts) == 1 and not (whole.is_vague or each.is_vague):
        count = counts.pop()
        made = count * each.value
        if made != whole.value and 0.5 * whole.value <= made <= 2 * whole.value:
            told = f"{shown(count)} times {shown(each.value)} are {shown(made)}"
            yield each, f"{told}, not {shown(whole.value)}"


def _joined(parts: Sequence[Figure]) -> str:
    told = [shown(part.value) for part in parts]
    return f"{', '.join(told[:-1])} and {told[-1]}"


_OF_THE = sought(
    rf"^(?:Of|Out of|Sur|Parmi|Des) (?:the|these|those|our|its|les|ces|nos|ses)?\s*{PLAIN}"
)
_OF_THEM = sought(rf"{PLAIN} (?:\w+ )?(?:of (?:them|these|those)|d['’]entre (?:eux|elles))\b")
_THE_REST = sought(
    r"\b(?:against|not|abst\w+|rest|remaining|others|none|contre|pas|autres|reste|aucune?)\b|n['’]t\b"
)
"""A word for those who are left: then the parts are all there are."""


_VACANT = sought(
    r"\b(?:vacant|empty|unfilled|left over|the (?:others|rest)|remain\w*|vacants|libres|vides"
    r"|les autres|rest(?:e|ent)|à pourvoir)\b"
)


def _is_of_all(sentence: str) -> bool:
    return bool(_THE_REST.search(sentence) or _VACANT.search(sentence))


def _of_the_whole(here: Figured, sentence: str, earlier: Sequence[Figure]) -> Iterator[Slip]:
    """`Of the 78 votes, 71 were in favour, five against`, `61 of them are open, 29 are not`."""
    first = _OF_THE.search(sentence)
    them = None if first else _OF_THEM.search(sentence)
    if not (first or them) or not _is_of_all(sentence) or re.search(SHARE, sentence):
        return
    figures = here.plain(sentence)
    if first:
        parts, wholes = figures[1:], figures[:1]
    else:
        parts, wholes = figures, [each for each in earlier if not each.is_vague]
    total = sum(part.value for part in parts)
    is_too_much = len(parts) == 2 and bool(first) and not parts[0].is_vague
    if is_too_much and _VACANT.search(sentence) and wholes[0].value < total:
        yield from _whole(parts, wholes)
    if len(parts) > 2 and any(abs(total - whole.value) <= 3 for whole in wholes):
        yield from _whole(parts, wholes)


_MAKES = sought(
    rf"(?:\b(?:makes?|making|add(?:s|ing)? up to|(?:for |in )?a total of|in all|altogether|together"
    rf"|ce qui (?:en )?fait|cela fait|au total|en tout|total de)(?: a total of)?,? {PLAIN}"
    rf"(?! (?:\w+ )?(?:more|fewer|less|de plus|de moins)\b)"
    rf"|{PLAIN} (?:[\w’'-]+ ){{0,3}}(?:in all|in total|altogether|au total|en tout)\b)",
    re.IGNORECASE,
)


def _made(here: Figured, sentence: str, earlier: Sequence[Figure]) -> Iterator[Slip]:
    """`They added 27 berths to the 31 that they had, which makes 59`."""
    found = _MAKES.search(sentence)
    if not found:
        return
    whole = here.figures[int(found[1] or found[2])]
    parts = [each for each in here.plain(sentence[: found.start()]) if not each.is_vague]
    if not 2 <= len(parts) <= 6 or whole.is_vague:
        return
    total = sum(part.value for part in parts)
    if whole.value in _makeable(parts, earlier) or not is_slip(whole.value, total):
        return
    yield whole, f"{_joined(parts)} make {shown(total)}"


def _makeable(parts: Sequence[Figure], earlier: Sequence[Figure]) -> set[float]:
    """What some of the figures make, added, taken away or multiplied."""
    values = [part.value for part in parts]
    made = {each.value for each in earlier}
    for count in range(1, len(values) + 1):
        made |= {sum(some) for some in itertools.combinations(values, count)}
    for one, other in itertools.permutations(values, 2):
        made |= {one - other, one * other}
    return made


_FROM_TO = sought(
    rf"{PLAIN} (?:(?:more|new|further|additional|nouveaux|nouvelles|nouvel) )\w[^‹›;:]*"
    rf"\b(?:brings?|bringing|brought|takes?|taking|raises?|raising|portant|porte|fait passer"
    rf"|faisant passer)\b[^‹›;:]*\b(?:from|de) {PLAIN} (?:\w+ )?(?:to|à) {PLAIN}"
)


def _brought(here: Figured, sentence: str, earlier: Sequence[Figure]) -> Iterator[Slip]:
    """`Three new members, which brings the network from 128 to 132`."""
    for found in _FROM_TO.finditer(sentence):
        new, first, last = (here.figures[int(number)] for number in found.groups())
        more = last.value - first.value
        if not (new.is_vague or first.is_vague or last.is_vague) and is_slip(more, new.value):
            told = f"from {shown(first.value)} to {shown(last.value)} are {shown(more)} more"
            yield first, f"{told}, not {shown(new.value)}"


_THAN = sought(
    rf"{PLAIN} (?:[\w’'-]+ )?(?:more|fewer|less|de plus|de moins) (?:than|que|qu['’])\s?"
    rf"(?:in |en )?«@\d+@»,? (?:when|where|où|quand|which had)\b[^‹›;:.]*{PLAIN}"
)


def _compared(here: Figured, sentence: str, earlier: Sequence[Figure]) -> Iterator[Slip]:
    """`Nine more than in 2024, when 86 did`: than the 96 of the sentence before."""
    for found in _THAN.finditer(sentence):
        more, then = here.figures[int(found[1])], here.figures[int(found[2])]
        known = [*earlier, *here.plain(sentence[: found.start()])]
        apart = {abs(each.value - then.value): each for each in known if not each.is_vague}
        if more.value in apart or more.is_vague or then.is_vague:
            continue
        near = [gap for gap in apart if gap and abs(gap - more.value) <= 2]
        if near:
            gap = min(near, key=lambda each: abs(each - more.value))
            now = apart[gap].value
            yield more, f"from {shown(then.value)} to {shown(now)} are {shown(gap)}"


_MORE = sought(
    rf"^(?:That|This|Cela|Ce qui|Which) (?:makes?|is|means|fait|représente) {PLAIN} "
    rf"(?:[\w’'-]+ )?(?:more|fewer|less|de plus|de moins)\b"
)


def _left(here: Figured, sentence: str, earlier: Sequence[Figure]) -> Iterator[Slip]:
    """`Members have 58. In 2021 there were 31. That makes 37 more.`"""
    found = _MORE.search(sentence)
    known = [each.value for each in earlier[-4:] if not each.is_vague]
    if not found:
        return
    more = here.figures[int(found[1])]
    gaps = {
        abs(one - other): (one, other)
        for one, other in itertools.combinations(known, 2)
        if one != other
    }
    if more.value in gaps or more.is_vague:
        return
    near = [gap for gap in gaps if is_slip(more.value, gap) and gap > 2]
    if near:
        gap = min(near, key=lambda each: abs(each - more.value))
        one, other = sorted(gaps[gap])
        yield more, f"from {shown(one)} to {shown(other)} are {shown(gap)}"


_SAVED = sought(
    rf"\b(?:saves?|discount|reduction|reduced|less|off|cheaper|économis\w+|réduction|remise|rabais)"
    rf"\b[^‹›]{{0,60}}?{SHARE}[^‹›]{{0,80}}\b(?:pays?|paie(?:nt)?|paye|costs?|coûte|for|pour|alors|then)\s+{PLAIN}"
    rf"|{SHARE} (?:less|off|discount|de moins|de réduction|de remise)\b[^‹›]{{0,80}}?"
    rf"\b(?:pays?|paie(?:nt)?|paye|costs?|coûte|for|pour|alors|then|is|=)\s+{PLAIN}",
    re.IGNORECASE,
)


def _saved(here: Figured, sentence: str, earlier: Sequence[Figure]) -> Iterator[Slip]:
    """`Members pay 180 euros. Those who register early save 20 %, and pay 154 euros.`"""
    for found in _SAVED.finditer(sentence):
        share, price = [here.figures[int(number)] for number in found.groups() if number]
        known = [*earlier, *here.plain(sentence[: found.start()])]
        reckoned = {each.value * (1 - share.value / 100): each.value for each in known}
        if not 0 < share.value < 90 or any(abs(price.value - due) < 1.01 for due in reckoned):
            continue
        near = [due for due in reckoned if is_slip(price.value, due) and due > 2]
        if near:
            due = min(near, key=lambda each: abs(each - price.value))
            full = shown(reckoned[due])
            yield price, f"{full} less {shown(share.value)} per cent is {shown(due)}"


_RULES: tuple[Rule, ...] = (
    _parts, _of_two, _from_each, _times_each, _made, _brought, _compared, _left, _saved,
)  # fmt: skip
