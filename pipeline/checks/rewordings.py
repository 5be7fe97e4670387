"""Rewordings: the same thing said again in one text, in other words."""

from __future__ import annotations

import difflib
import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pipeline.checks import duplicates
from pipeline.checks.parallels import Said, differ
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, Block, Mark, Sheet

_STEM = 6
"""So many letters of a word outlive its endings: *develop*, *developing*, *development*."""
_LEAST = 6
"""How many stems two sentences share before they may say the same."""
_FEW = 5
"""How many, if one stands right behind the other."""
_WHOLE = 9
"""How many words a sentence has that its longer neighbour may say again."""
_OFTEN = 30
"""A word that stands in so many sentences of a text tells nothing."""
_SMALL = frozenset(
    "should must could would their there these those which while where when with from into that "
    "this have been being more most other such than then they them also about between through "
    "within among including particularly order well both each local regional "
    "dans avec pour cette leur leurs plus entre sont être avoir mais comme ainsi aussi afin".split()
)


def r128_said_again_in_other_words(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*Better evaluate the use of cameras* here, *better evaluating how they are used* further on:
    one recommendation in two wordings.
    Remedy: keep the better of the two."""
    texts: dict[int, list[Said]] = defaultdict(list)
    for one in duplicates.said(sheets, register):
        texts[id(one.block.sheet)].append(one)
    known = duplicates.told_twice(sheets, register)
    for every in texts.values():
        for first, second in _alike(every):
            if (_spot(first), _spot(second)) not in known:
                yield _mark(first, second)
    duplicates.forget(sheets, register)
    for sheet in sheets:
        for block in sheet.prose if sheet.kind not in ("page", "deck") else ():
            yield from _neighbours(block)


def _mark(first: Said, second: Said) -> Mark:
    line = first.block.sheet.where(first.block.at(first.start)).line
    return second.block.mark(
        "R128", second.start, second.end, f"line {line} says the same in other words",
        "keep the better of the two", NOTE,
    )  # fmt: skip


def _spot(said: Said) -> tuple[int, int]:
    return id(said.block), said.start


def _stems(words: Iterable[str]) -> frozenset[str]:
    """
    >>> sorted(_stems(["developing", "develop", "should", "quays"]))
    ['develo', 'quays']
    """
    return frozenset([word[:_STEM] for word in words if word not in _SMALL])


def _alike(every: Sequence[Said]) -> Iterator[tuple[Said, Said]]:
    """Two sentences of one text, each with its nearest if there are more."""
    stems = [_stems(one.words) for one in every]
    counts = Counter(stem for few in stems for stem in few)
    where: dict[str, list[int]] = defaultdict(list)
    for number, mine in enumerate(stems):
        telling = [stem for stem in mine if counts[stem] <= _OFTEN]
        shared = Counter(itertools.chain.from_iterable(map(where.__getitem__, telling)))
        for stem in telling:
            where[stem].append(number)
        near = [other for other, count in shared.items() if count >= _LEAST // 2]
        near = [other for other in near if _say_the_same(stems[other], mine)]
        near = [other for other in near if not differ(every[other].text, every[number].text)]
        if near:
            yield every[max(near)], every[number]


def _say_the_same(first: frozenset[str], second: frozenset[str], least: int = _LEAST) -> bool:
    """Whether the shorter is nearly all in the longer, and the longer no paragraph."""
    both = len(first & second)
    short, long = sorted((len(first), len(second)))
    return both >= least and both >= 0.75 * short and both >= 0.5 * long


def _is_within(one: str, other: str, first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether a longer sentence says again, word for word, nearly all that its neighbour has."""
    if 5 * len(first & second) < 4 * min(len(first), len(second)):
        return False
    short, long = sorted((one.lower().split(), other.lower().split()), key=len)
    runs = difflib.SequenceMatcher(None, short, long).get_matching_blocks()
    return len(short) >= _WHOLE and sum(run.size for run in runs) >= 0.75 * len(short)


def _neighbours(block: Block) -> Iterator[Mark]:
    """A sentence that says again what the one before it has said."""
    if block.key or block.kind == "quote" or ". " not in block.text:
        return
    stems = Counter([word[:_STEM] for word in duplicates.long_words(block.text)])
    if sum(times > 1 for times in stems.values()) < _FEW:
        return
    last: frozenset[str] = frozenset()
    text = ""
    for sentence in block.sentences:
        mine = _stems(duplicates.long_words(sentence.text))
        is_again = _say_the_same(last, mine, _FEW) or _is_within(text, sentence.text, last, mine)
        is_again = is_again and not differ(text, sentence.text)
        if is_again:
            yield block.mark(
                "R128", sentence.start, sentence.end,
                "the sentence before it says the same in other words",
                "keep the better of the two", NOTE,
            )  # fmt: skip
        last, text = mine, sentence.text
