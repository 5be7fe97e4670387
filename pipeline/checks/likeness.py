"""Likeness: how much two passages of different texts have in common, in words that are rare."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from pipeline.checks.sheet import Block
from pipeline.checks.statements import Passage, around
from pipeline.frozen import commonplace

_RAREST = 8
"""The rarest words of a passage find what may speak of the same."""
_FEWEST = 60
"""With fewer passages than these, no word would be known to be rare."""
_CROSSED, _DISTANT, _MOST = 0.6, 0.2, 4
"""What a word counts for that stands in one of the passages and about the other, and what one
that only stands about both; so many of each count."""


@commonplace(frozen=True, slots=True)
class Likeness:
    """How surely two statements are about one thing."""

    own: float
    """The words that both passages have, in rare words: a word that stands everywhere is none."""
    share: float
    """How much that is of all that the shorter one says."""
    score: float
    """The same with what stands about them."""


class Scales:
    """Weighs what two passages have in common."""

    def __init__(self) -> None:
        self._often = Counter[str]()
        self._said = Counter[str]()
        self._passages = 0
        self._around: dict[int, frozenset[str]] = {}
        self._weights: dict[str, float] = {}
        self._wholes: dict[int, tuple[frozenset[str], float]] = {}

    def read(self, block: Block, passages: Iterable[Passage]) -> None:
        about = around(block)
        for each in passages:
            self._often.update(about.union(each.words))
            self._said.update(each.words)
            self._passages += 1

    def weight(self, word: str) -> float:
        """1 for a word of two passages, 0 for one that stands in all of them."""
        known = self._weights.get(word)
        if known is None:
            most = max(self._passages, _FEWEST)
            known = math.log(most / max(2, self._often[word])) / math.log(most / 2)
            self._weights[word] = known
        return known

    def likeness(self, one: Passage, other: Passage) -> Likeness:
        (first, whole), (second, other_whole) = self._weighed(one), self._weighed(other)
        both, least = first & second, min(whole, other_whole)
        about = self._about(one), self._about(other)
        crossed = (first & about[1] | second & about[0]) - both
        distant = about[0] & about[1] - crossed - both
        own = math.fsum(map(self.weight, both))
        soft = _CROSSED * self._rarest(crossed) + _DISTANT * self._rarest(distant)
        return Likeness(own, self._weigh(both) / least if least else 0.0, own + soft)

    def telling(self, passage: Passage) -> list[str]:
        """The rarest words that another passage has, too."""
        shared = [word for word in passage.words if self._said[word] > 1]
        return sorted(shared, key=lambda word: (-self.weight(word), word))[:_RAREST]

    def _rarest(self, words: Iterable[str]) -> float:
        return math.fsum(sorted(map(self.weight, words), reverse=True)[:_MOST])

    def _weighed(self, passage: Passage) -> tuple[frozenset[str], float]:
        known = self._wholes.get(id(passage))
        if known is None:
            words = frozenset(passage.words)
            known = self._wholes[id(passage)] = words, self._weigh(words)
        return known

    def _weigh(self, words: Iterable[str]) -> float:
        return math.fsum(self.weight(word) for word in words if word[0] != "#")

    def _about(self, passage: Passage) -> frozenset[str]:
        key = id(passage.block)
        if key not in self._around:
            self._around[key] = around(passage.block)
        return self._around[key]
