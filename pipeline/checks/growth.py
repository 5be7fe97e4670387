"""Growth: what doubles, falls by half or rises by so many per cent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.figured import PLAIN, SHARE, Figure, Figured, figured, has_any, shown
from pipeline.checks.register import Register
from pipeline.checks.sheet import WARNING, Mark, Sheet
from pipeline.sought import in_small, sought

_SIGNS = (
    "doubl", "tripl", "halv", "verdoppel", "verdreifach", "halbier", "by half", "by a ", "by one ",
    "moitié", "d'un ", "d’un ", "twice", "times as", "fois plus", "% more", "% less", "% fewer",
    "% higher", "% lower", "per cent more", "per cent less", "% de plus", "% de moins", "% from",
    "%, from", "cent from", "cent, from", "%, de", "% de ",
)  # fmt: skip
_NEARLY = r"(?:nearly|almost|over|more than|about|presque|plus que|fast|mehr als|quasi)"
_DOWN = (
    r"(?:f[ae]ll(?:en|s|ing)?|dropped|drops?|cut|down|declined?|decreased?|reduced|shr[aiu]nk"
    r"|diminu\w+|baiss\w+|rédui\w+|recul\w+|tomb\w+)"
)
_UP = (
    r"(?:risen|rose|rises?|gr[eo]w[ns]?|up|increased?|climbed"
    r"|augment\w+|progress\w+|cr[ûu]\w*|haus\w+)"
)
_FROM_TO = rf"[^.;‹›]{{0,60}}?\b(?:from|de|von) {PLAIN}(?: [^\W\d_]+){{0,2}}? (?:to|à|auf) {PLAIN}"


def _factor(words: str) -> re.Pattern[str]:
    return sought(words.replace("ALMOST", rf"(?P<nearly>{_NEARLY} )?") + _FROM_TO, re.IGNORECASE)


_FACTORS = (
    (2.0, _factor(r"(?<!\w)ALMOST(?:doubl(?:e|es|ed|ing|ent|é|ée|és|ées|er)|verdoppel\w+)(?!\w)")),
    (3.0, _factor(r"(?<!\w)ALMOST(?:tripl(?:e|es|ed|ing|ent|é|ée|és|ées|er)|verdreif\w+)(?!\w)")),
    (0.5, _factor(r"(?<!\w)ALMOST(?:halv(?:e|es|ed|ing)|halbier\w+)(?!\w)")),
    (0.5, _factor(rf"\b{_DOWN} (?:by|de) ALMOST(?:half|moitié)\b")),
    (2 / 3, _factor(rf"\b{_DOWN} (?:by|d['’]) ?ALMOST(?:a third|un tiers)\b")),
    (3 / 4, _factor(rf"\b{_DOWN} (?:by|d['’]) ?ALMOST(?:a quarter|un quart)\b")),
    (3 / 2, _factor(rf"\b{_UP} (?:by|de) ALMOST(?:half|moitié)\b")),
    (4 / 3, _factor(rf"\b{_UP} (?:by|d['’]) ?ALMOST(?:a third|un tiers)\b")),
    (5 / 4, _factor(rf"\b{_UP} (?:by|d['’]) ?ALMOST(?:a quarter|un quart)\b")),
)
_AGED = sought(r"\s*(?:years|ans|Jahre)\b", re.IGNORECASE)
Slip = tuple[int, int, str]


def f110_growth_is_miscounted(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """What doubles ends at twice its beginning, and 12% more than 420 are 470.
    Remedy: count again; correct the word or one of the figures."""
    if sheet.kind == "page":
        return
    for block in sheet.prose:
        if not (has_any(block) and block.says(*_SIGNS)):
            continue
        here = figured(block, register)
        if len(here.figures) < 2:
            continue
        for start, end, told in (*_multiplied(here), *_in_per_cent(here), *_as_many(here)):
            yield block.mark(
                "F110", start, end, f"{block.text[start:end]!r}: {told}",
                "count again; correct the word or one of the figures", WARNING,
            )  # fmt: skip


def _multiplied(here: Figured) -> Iterator[Slip]:
    """`Doubled from 300 to 500`, `fallen by half, from 84 to 48`."""
    for factor, form in _FACTORS:
        for found in form.finditer(here.text):
            first, last = (here.figures[int(number)] for number in found.groups()[-2:])
            if found["nearly"] or _AGED.match(here.block.text, last.end) or not first.value:
                continue
            if first.is_vague or last.is_vague or first.value != int(first.value):
                continue
            if not 0.9 <= last.value / first.value / factor <= 1.12:
                told = f"{last.value / first.value:.2g} times as much"
                yield first.start, last.end, told


_MORE_THAN = sought(
    rf"{PLAIN}(?: [^\W\d_][\w’'-]*){{0,4}}(?: (?:for|in|pour|en) «@\d+@»)?,? {SHARE} "
    rf"(?P<way>more|less|fewer|higher|lower|de plus|de moins) (?:than|que)"
    rf"(?: in| the| those| en| les?| la)?(?: «@\d+@» \()? {PLAIN}"
)
_BY = sought(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})) (?:by|de) {SHARE},? (?:from|de) {PLAIN}"
    rf"(?: [^\W\d_]+){{0,2}}? (?:to|à) {PLAIN}",
    re.IGNORECASE,
)


def _in_per_cent(here: Figured) -> Iterator[Slip]:
    """`1.84 million, 8% more than the 1.75 million of 2025`."""
    for found in _MORE_THAN.finditer(here.text):
        last, share, first = (here.figures[int(found[at])] for at in (1, 2, 4))
        sign = 1 if found["way"] in ("more", "higher", "de plus") else -1
        yield from _percentage(first, _compared(here, first, last, share, sign), share, sign)
    for found in _BY.finditer(here.text):
        share, first, last = (here.figures[int(number)] for number in found.groups()[2:])
        yield from _percentage(first, last, share, 1 if found["up"] else -1)


def _compared(here: Figured, first: Figure, last: Figure, share: Figure, sign: int) -> Figure:
    """Which is compared with the 480 in `512 people from 31 countries, 7% more than the 480`."""
    begin = here.block.around(share.start).start
    before = [one for one in here.plain_figures if begin <= one.start < share.start]
    awaited = first.value * (1 + sign * share.value / 100)
    return min(before, key=lambda one: abs(one.value - awaited), default=last)


def _percentage(first: Figure, last: Figure, share: Figure, sign: int) -> Iterator[Slip]:
    if first.is_vague or last.is_vague or share.is_vague or not first.value:
        return
    true = sign * 100 * (last.value - first.value) / first.value
    if abs(true - share.value) > max(1.0, 0.12 * abs(true)) and true < 500:
        told = f"from {shown(first.value)} to {shown(last.value)} are {true:.0f} per cent"
        yield share.start, share.end, told


_AS_MANY = sought(
    rf"{PLAIN}[^‹›;.]*?,? (?P<how>more than|over|nearly|almost|exactly|just)? ?"
    rf"(?P<times>twice|double|three times|four times) (?:as many|as much|the number)"
    rf"[^‹›;.]*?{PLAIN}",
    re.IGNORECASE,
)
_FOIS = sought(
    rf"{PLAIN}[^‹›;.]*?,? (?P<how>plus de|près de|presque|exactement)? ?"
    rf"(?P<times>deux|trois|quatre|‹\d+›) fois plus (?:que|qu['’])[^‹›;.]*?{PLAIN}"
)
_TIMES = {"twice": 2, "double": 2, "three times": 3, "four times": 4}


def _as_many(here: Figured) -> Iterator[Slip]:
    """`58 berths, more than twice as many as in 2021, when there were 31`."""
    for form in (_AS_MANY, _FOIS):
        for found in form.finditer(here.text):
            groups = [each for each in found.groups() if each and each.isdecimal()]
            last, first = here.figures[int(groups[0])], here.figures[int(groups[-1])]
            said = re.search(PLAIN, found["times"])
            times = here.figures[int(said[1])].value if said else _TIMES[in_small(found["times"])]
            if first.is_vague or last.is_vague or not first.value:
                continue
            true = last.value / first.value / times
            how = (found["how"] or "").lower()
            is_more, is_less = how in ("more than", "over", "plus de"), how in _ALMOST
            is_wrong = true <= 1 if is_more else true >= 1 if is_less else not 0.88 <= true <= 1.12
            if is_wrong and 0.5 < true < 2:
                told = f"{shown(last.value)} are {last.value / first.value:.2g} times"
                yield last.start, last.end, f"{told} {shown(first.value)}"


_ALMOST = ("nearly", "almost", "près de", "presque")
