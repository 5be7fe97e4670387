"""Names in a text and its translation: the same countries, and nobody's letters changed."""

from __future__ import annotations

import difflib
import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from pipeline.checks import towns
from pipeline.checks.couples import Pair, aligned, couples, headed
from pipeline.checks.english import words
from pipeline.checks.french import dictionary
from pipeline.checks.register import Register, distance, folded
from pipeline.checks.renderings import Slip
from pipeline.checks.sheet import Block, Mark, Sheet
from pipeline.checks.translations import unlike
from pipeline.sought import sought

Named = tuple[str, int, int]
"""The code of a country, and where it is named."""
Place = tuple[str, str]
"""What kind of block it is, and in which section."""
_LISTED = ("item", "cell")


def t130_translation_names_another(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*Slovenia* in the original, *Slovaquie* in its translation; *Kelemen* here, *Kelemann* there.
    Remedy: look it up, and write the same in both."""
    for first, second in couples(sheets, register):
        pairs = [*aligned(first, second, register), *headed(first, second)]
        lists = _lists(pairs)
        for one, other in pairs:
            for slip in _countries_apart(one, other, lists):
                yield from unlike("T130", one, other, slip, sheets, "country")
        if {first.language[:2], second.language[:2]} == {"en", "fr"}:
            for one, other, slip in _respelt(first, second, pairs):
                yield from unlike("T130", one, other, slip, sheets, "name")


_NAMES = "|".join(map(re.escape, sorted(towns.countries(), key=len, reverse=True)))
_SHORT = sought(r"(?<![\w-])USA?(?![\w-])")
_COUNTRY = sought(rf"(?<![\w-])(?:{_NAMES})(?![\w-])")


def _lists(pairs: Sequence[Pair]) -> dict[Place, tuple[set[str], set[str]]]:
    """The countries that each list names, and its translation. A list has the order of its
    language: all its items are read as one."""
    lists: dict[Place, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for pair in pairs:
        if pair[0].kind in _LISTED:
            for block, named in zip(pair, lists[_place(pair[0])], strict=True):
                named.update(code for code, *_ in _countries(block))
    return lists


def _countries_apart(
    one: Block, other: Block, lists: Mapping[Place, tuple[set[str], set[str]]]
) -> Iterator[Slip]:
    """Where each of the two names one country that the other does not."""
    ours, theirs = ([*_countries(block)] for block in (one, other))
    if not ours or not theirs:
        return
    here, there = ({code for code, *_ in named} for named in (ours, theirs))
    if one.kind in _LISTED:
        here, there = lists[_place(one)]
    lost = [name for name in ours if name[0] not in there]
    added = [name for name in theirs if name[0] not in here]
    if len({code for code, *_ in lost}) == len({code for code, *_ in added}) == 1:
        yield lost[0][1:], added[0][1:]
    elif lost and added and len(ours) < _MANY and len(theirs) < _MANY:
        yield from _in_its_place(sorted(ours, key=_where), sorted(theirs, key=_where))


_MANY = 60
"""Of so many countries each language has its own order."""


def _where(name: Named) -> int:
    return name[1]


def _in_its_place(ours: Sequence[Named], theirs: Sequence[Named]) -> Iterator[Slip]:
    """`France, Spain, Estonia` beside `France, l’Italie, l’Estonie`, where a text names others."""
    mine, said = [code for code, *_ in ours], [code for code, *_ in theirs]
    steps = difflib.SequenceMatcher(None, mine, said).get_opcodes()
    for at, (kind, start, stop, begin, end) in enumerate(steps):
        beside = [each[0] for each in (*steps[max(0, at - 1) : at], *steps[at + 1 : at + 2])]
        is_one = kind == "replace" and stop - start == end - begin == 1
        is_other = is_one and mine[start] not in said and said[begin] not in mine
        if is_other and beside == ["equal", "equal"]:
            yield ours[start][1:], theirs[begin][1:]


def _place(block: Block) -> Place:
    return block.kind, block.section


def _countries(block: Block) -> Iterator[Named]:
    for found in _COUNTRY.finditer(block.text):
        yield towns.countries()[found[0]], found.start(), found.end()
    for found in _SHORT.finditer(block.text) if block.language[:2] == "en" else ():
        yield "US", found.start(), found.end()


# Names ------------------------------------------------------------------------------------

_CAPITAL = r"[^\W\d_a-zß-ÿ][^\W\d_]{2,}"
_PAIRED = sought(rf"(?<![\w@/.’'])({_CAPITAL})([ -])({_CAPITAL})(?![\w@/’'])")
_TRANSCRIBED = sought(r"ou|tch|ch|kh|gu|sk[yi]+$|in?e$|ev$|ov$|ff?$|ij")
"""Where one language writes the sounds of another alphabet in its own way."""


def _names(block: Block) -> Iterator[re.Match[str]]:
    """Two words with capitals side by side."""
    at = 0
    while found := _PAIRED.search(block.text, at):
        yield found
        at = found.start(3)


def _respelt(
    first: Sheet, second: Sheet, pairs: Sequence[Pair]
) -> Iterator[tuple[Block, Block, Slip]]:
    """`András Kelemen` in the original, `Andras Kelemann` in its translation."""
    ours, theirs = ({folded(w) for w in _WORD.findall(s.source)} for s in (first, second))
    for one, other in pairs:
        known = list(_names(one))
        for said, mine in itertools.product(_names(other) if known else (), known):
            for same, odd in ((1, 3), (3, 1)):
                is_beside = said[2] == mine[2] and folded(said[same]) == folded(mine[same])
                if is_beside and _is_other(mine[odd], said[odd], ours, theirs):
                    yield one, other, (mine.span(odd), said.span(odd))


_WORD = sought(r"[^\W\d_]+")


def _is_other(mine: str, said: str, ours: Set[str], theirs: Set[str]) -> bool:
    """Whether one is the other with a letter or two changed, and stands in its own text only."""
    one, other = folded(mine), folded(said)
    if one == other or one in theirs or other in ours or min(len(one), len(other)) < 4:
        return False
    if words.knows(mine.lower()) or dictionary.of(said.lower()) or other == f"{one}e":
        return False
    if set(_TRANSCRIBED.findall(other)) != set(_TRANSCRIBED.findall(one)):
        return False
    most = 2 if len(one) > 5 else 1
    return one[0] == other[0] and distance(one, other, most) <= most
