"""Claims: what a house says of itself on one page, and on another with other figures."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.checks.forms import place
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, WARNING, Block, Mark, Sheet
from pipeline.frozen import commonplace
from pipeline.sought import sought

_CLAIM = {
    "en": sought(
        r"\b(?:more than|over|almost|nearly|about|around|some|at least|approximately|up to)"
        r" (\d[\d,.]*) ([a-z]{4,})"
    ),
    "fr": sought(
        r"\b(?:plus de|près de|environ|quelque|au moins|presque|jusqu[’']à)"
        r"[ \u00a0\u202f](\d[\d.\u00a0\u202f ]*)[ \u00a0\u202f]([a-zà-ÿ]{4,})"
    ),
}
_SIGNS = frozenset(
    "more over almost nearly about around some least approximately plus près environ quelque moins "
    "presque jusqu".split()
)
_UNITS = frozenset(
    "years months weeks days hours minutes people percent million billion euros million millions "
    "mois jours heures minutes semaines".split()
)
"""Of which every page has another number."""
_LEAST, _SAME = 4, 0.6
"""So many words, and this share of them, two sentences have in common that speak of one thing."""


@commonplace(frozen=True, slots=True)
class Claim:
    value: int
    words: frozenset[str]
    block: Block
    start: int
    end: int


def f119_two_figures_of_one_thing(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*More than 1,200 students go abroad every year* on one page, *almost 1,000 students* on
    another: readers believe neither.
    Remedy: write the figure of today on both; better a look-up of facts.yaml."""
    by_thing: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for sheet in sheets:
        for block in sheet.prose if sheet.kind != "page" else ():
            for thing, claim in _claims(block):
                by_thing[block.language[:2], thing].append(claim)
    for claims in by_thing.values():
        for one in claims:
            other = next((each for each in claims if _differ(one, each)), None)
            if other:
                is_sure = one.block.sheet.date == other.block.sheet.date
                typed = other.block.text[other.start : other.end]
                yield one.block.mark(
                    "F119", one.start, one.end,
                    f"{one.block.text[one.start : one.end]!r} stands here, {typed!r} elsewhere "
                    f"(as in {place((other.block, other.start, other.end))})",
                    "write the figure of today on both", WARNING if is_sure else NOTE,
                )  # fmt: skip


def _claims(block: Block) -> Iterator[tuple[str, Claim]]:
    form = _CLAIM.get(block.language[:2])
    if not form or not block.has_figures or block.vocabulary.isdisjoint(_SIGNS):
        return
    for sentence in block.sentences:
        for found in form.finditer(sentence.text):
            if found[2] in _UNITS or not block.is_own(sentence.start + found.start()):
                continue
            value = int(re.sub(r"\D", "", found[1]))
            at = sentence.start
            words = frozenset(word for word in sentence.letters if len(word) > 3)
            yield found[2], Claim(value, words, block, at + found.start(), at + found.end())


def _differ(one: Claim, other: Claim) -> bool:
    """Whether two sentences say one thing with two figures, on two pages of one time."""
    dates = [claim.block.sheet.date for claim in (one, other)]
    is_one_time = not all(dates) or len({date.year for date in dates if date}) == 1
    if one.block.sheet is other.block.sheet or one.value == other.value or not is_one_time:
        return False
    common = len(one.words & other.words)
    return common >= _LEAST and common >= _SAME * min(len(one.words), len(other.words))
