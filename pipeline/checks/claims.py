"""Claims: what a house says of itself on one page, and on another with other figures."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.checks import counted, retaken
from pipeline.checks.forms import place
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, WARNING, Block, Mark, Sentence, Sheet
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
_COUNT = {
    "en": sought(r"(?<![\w.,/–-])(\d{2,3}|\d{1,3}(?:,\d{3})+) ((?:[a-z]+ and )?[a-z]{3,}s)\b"),
    "fr": sought(
        r"(?<![\w.,/–-])(\d{2,3}|\d{1,3}(?:[ .\u00a0\u202f]\d{3})+)[ \u00a0\u202f]"
        r"((?:[a-zà-ÿ]+s et )?[a-zà-ÿ]{3,}s)\b"
    ),
}
_YEAR = sought(r"\b(?:19|20)\d\d\b")
_LEAST, _SAME = 4, 0.6
"""So many words, and this share of them, two sentences have in common that speak of one thing."""
_ALIKE = 0.5
"""The share, where both name the year of what was counted."""


@commonplace(frozen=True, slots=True)
class Claim:
    value: int
    words: frozenset[str]
    block: Block
    start: int
    end: int
    at: int
    """Where its figure begins."""


def f119_two_figures_of_one_thing(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*More than 1,200 students go abroad every year* on one page, *almost 1,000 students* on
    another; in Nice in 2021 there were *150 cities* here, *140* there; *five projects*, and then
    *the four projects*: readers believe neither.
    Remedy: write the figure of today on both; better a look-up of facts.yaml."""
    by_thing: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for sheet in sheets:
        yield from counted.the_same_things(sheet) if sheet.kind != "page" else ()
        yield from retaken.taken_up(sheet) if sheet.kind != "page" else ()
        for block in sheet.prose if sheet.kind != "page" else ():
            for thing, year, claim in _claims(block):
                by_thing[block.language[:2], thing, year].append(claim)
    known = set[tuple[int, int]]()
    for key, claims in by_thing.items():
        for one in claims:
            other = next((each for each in claims if _differ(one, each, key[2])), None)
            if other and (id(one.block), one.end) not in known:
                known.add((id(one.block), one.end))
                register.told_figures.add((id(one.block), one.at))
                is_sure = key[2] or one.block.sheet.date == other.block.sheet.date
                typed = other.block.text[other.start : other.end]
                yield one.block.mark(
                    "F119", one.start, one.end,
                    f"{one.block.text[one.start : one.end]!r} stands here, {typed!r} elsewhere "
                    f"(as in {place((other.block, other.start, other.end))})",
                    "write the figure of today on both", WARNING if is_sure else NOTE,
                )  # fmt: skip


def _claims(block: Block) -> Iterator[tuple[str, str, Claim]]:
    """What is counted, in which year if the sentence has one, and how many they are."""
    language = block.language[:2]
    if language not in _CLAIM or not block.has_figures:
        return
    is_hedged = not block.vocabulary.isdisjoint(_SIGNS)
    for sentence in block.sentences:
        years = sorted({*_YEAR.findall(sentence.text)})
        for found in _CLAIM[language].finditer(sentence.text) if is_hedged else ():
            if found[2] not in _UNITS and block.is_own(sentence.start + found.start()):
                yield found[2], "", _claim(block, sentence, found)
        for found in _COUNT[language].finditer(sentence.text) if len(years) == 1 else ():
            if found[2].split()[-1] not in _UNITS:
                yield found[2], years[0], _claim(block, sentence, found)


def _claim(block: Block, sentence: Sentence, found: re.Match[str]) -> Claim:
    value = int(re.sub(r"\D", "", found[1]))
    words = frozenset(word for word in sentence.letters if len(word) > 3)
    start, end, at = (sentence.start + at for at in (*found.span(), found.start(1)))
    return Claim(value, words, block, start, end, at)


def _differ(one: Claim, other: Claim, year: str) -> bool:
    """Whether two sentences say one thing with two figures, on two pages of one time."""
    if one.block.sheet is other.block.sheet or one.value == other.value:
        return False
    common, fewer = len(one.words & other.words), min(len(one.words), len(other.words))
    if year:
        return common >= 2 * _LEAST and common >= _ALIKE * fewer
    dates = [claim.block.sheet.date for claim in (one, other)]
    is_one_time = not all(dates) or len({date.year for date in dates if date}) == 1
    return is_one_time and common >= _LEAST and common >= _SAME * fewer
