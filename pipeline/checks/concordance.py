"""A concordance: in which passages of a text each of its words stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Passage = TypeVar("Passage")
Right = TypeVar("Right")
Signs = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Form(Generic[Right]):
    """A form that is looked for, and only where words stand of which it is made."""

    signs: Signs
    """Of each of these, one word in small letters stands in whatever the form finds."""
    form: re.Pattern[str]
    right: Right
    """What would be right, or what is to be said of it."""


def spelt(words: str) -> Signs:
    """Signs as a table gives them: words, and behind a stroke words of another kind.

    >>> spelt("is|was / there") == (frozenset({"is", "was"}), frozenset({"there"}))
    True
    """
    return tuple(frozenset(re.split(r"[\s|]+", kind.strip())) for kind in words.split("/"))


class Concordance(Generic[Passage]):
    """Word in small letters -> the passages that have it, each a bit of one number."""

    def __init__(
        self, passages: Sequence[Passage], words: Callable[[Passage], Iterable[str]]
    ) -> None:
        self.passages = passages
        self.where: dict[str, int] = defaultdict(int)
        for number, passage in enumerate(passages):
            bit = 1 << number
            for word in words(passage):
                self.where[word] |= bit

    def near(self, forms: Iterable[Form[Right]]) -> Iterator[tuple[Passage, list[Form[Right]]]]:
        """Each passage in which one of *forms* may stand, with those that may."""
        found: dict[int, list[Form[Right]]] = defaultdict(list)
        for form in forms if self.passages else ():
            bits = self._bits(form.signs)
            while bits:
                last = bits & -bits
                found[last.bit_length()].append(form)
                bits ^= last
        for number in sorted(found):
            yield self.passages[number - 1], found[number]

    def _bits(self, lines: Signs) -> int:
        """The passages with a word of every line."""
        bits = (1 << len(self.passages)) - 1
        for line in lines:
            here = 0
            for word in self.where.keys() & line:
                here |= self.where[word]
            bits &= here
            if not bits:
                break
        return bits
