"""A text and its translation, block beside block."""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Iterator, Sequence

from pipeline.checks import numerals
from pipeline.checks.register import Register, folded
from pipeline.checks.sheet import Block, Sheet

Pair = tuple[Block, Block]


def couples(sheets: Sequence[Sheet], register: Register) -> Iterator[tuple[Sheet, Sheet]]:
    """Each translation with its original."""
    default = register.languages[0]
    originals = {
        (s.kind, s.group, s.slug): s for s in sheets if s.language == default and s.kind != "page"
    }
    for sheet in sheets:
        original = originals.get((sheet.kind, sheet.group, sheet.slug))
        if original is None or original is sheet or sheet.language == default:
            continue
        if all(any(not b.key for b in one.blocks) for one in (sheet, original)):
            yield original, sheet


def aligned(first: Sheet, second: Sheet, register: Register) -> list[Pair]:
    """The blocks of two bodies that stand for each other."""
    key = ("aligned", second.path)
    if key not in register.memo:
        register.memo[key] = list(_aligned(first, second))
    return register.memo[key]  # type: ignore[return-value]


def _aligned(first: Sheet, second: Sheet) -> Iterator[Pair]:
    one = [b for b in first.blocks if not b.key]
    other = [b for b in second.blocks if not b.key]
    if [_shape(b) for b in one] == [_shape(b) for b in other]:
        yield from zip(one, other, strict=True)
    elif len(one) * len(other) <= MOST:
        yield from _likeliest(one, other)
    else:
        yield from _by_signature(one, other)


MOST = 10_000
"""Beyond so many pairs of blocks, weighing each takes too long."""


def _likeliest(one: Sequence[Block], other: Sequence[Block]) -> list[Pair]:
    """The pairs, in their order, that have most in common."""
    traits = [[_traits(block) for block in side] for side in (one, other)]
    best = [[0.0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for row in range(len(one) - 1, -1, -1):
        for column in range(len(other) - 1, -1, -1):
            alike = _alike(one[row], other[column], traits[0][row], traits[1][column])
            best[row][column] = max(
                best[row + 1][column], best[row][column + 1], best[row + 1][column + 1] + alike
            )
    row = column = 0
    pairs: list[Pair] = []
    while row < len(one) and column < len(other):
        if best[row][column] == best[row + 1][column]:
            row += 1
        elif best[row][column] == best[row][column + 1]:
            column += 1
        else:
            pairs.append((one[row], other[column]))
            row, column = row + 1, column + 1
    return pairs


def _alike(first: Block, second: Block, one: frozenset[str], other: frozenset[str]) -> float:
    if _shape(first) != _shape(second):
        return 0.0
    common = len(one & other) / (len(one | other) or 1)
    apart = abs(math.log((len(second.text) + 10) / (len(first.text) + 10) / 1.1))
    return max(0.0, 0.6 + 2 * common - 0.6 * apart)


def _traits(block: Block) -> frozenset[str]:
    """What a block keeps in any language: its links, its figures, its names."""
    names = re.findall(r"(?<!^)(?<![.!?:] )\b[^\W\d_a-zß-ÿ][\w’'-]+", block.text)
    return frozenset(
        [
            *(_url(link.url) for link in block.links),
            *(f"{number.value:g}" for number in numerals.written(block.text)),
            *(f"{number.value:g}" for number in numerals.spoken(block.text, block.language)),
            *(folded(name) for name in names),
            *(name for _, name in block.lookups),
        ]
    )


def _by_signature(one: Sequence[Block], other: Sequence[Block]) -> Iterator[Pair]:
    signatures = [_signature(b) for b in one], [_signature(b) for b in other]
    matcher = difflib.SequenceMatcher(None, *signatures)
    for tag, start, end, begin, stop in matcher.get_opcodes():
        if tag == "equal" or (
            # A longer stretch without a common figure may be another list of other things.
            tag == "replace"
            and end - start <= 3
            and [_shape(b) for b in one[start:end]] == [_shape(b) for b in other[begin:stop]]
        ):
            yield from zip(one[start:end], other[begin:stop], strict=True)


def headed(first: Sheet, second: Sheet) -> Iterator[Pair]:
    """The texts of the keys that both have."""
    for key in ("title", "subtitle", "standfirst", "subject", "preheader", "notes"):
        one = [b for b in first.blocks if b.key == key]
        other = [b for b in second.blocks if b.key == key]
        if len(one) == len(other):
            yield from zip(one, other, strict=True)


def _shape(block: Block) -> tuple[str, int]:
    return block.kind, block.level


def _signature(block: Block) -> tuple[object, ...]:
    urls = tuple(sorted(_url(link.url) for link in block.links))
    numbers = tuple(sorted(n.value for n in numerals.written(block.text) if n.value >= 10))
    return block.kind, block.level, urls, numbers


def _url(url: str) -> str:
    return re.sub(r"/(?:en|fr|de|es|it|nl)(?=/|$)|^https?://(?:www\.)?|/$", "", url)
