"""A concordance: in which passages of a text each of its words stands."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import cached_property
from typing import Generic, TypeVar

from pipeline.frozen import commonplace

Passage = TypeVar("Passage")
Right = TypeVar("Right")
Signs = tuple[frozenset[str], ...]


@commonplace(frozen=True, slots=True)
class Form(Generic[Right]):
    """A form that is looked for, and only where words stand of which it is made."""

    signs: Signs
    """Of each of these, one word in small letters stands in whatever the form finds, or a word
    that ends as it does behind a hyphen: `-tion`."""
    form: re.Pattern[str]
    right: Right
    """What would be right, or what is to be said of it."""
    letters: str = ""
    """One of these stands in it, where words do not tell enough: `%`, `’`, figures."""


def spelt(words: str) -> Signs:
    """Signs as a table gives them: words, and behind a stroke words of another kind.

    >>> spelt("is|was / -tion") == (frozenset({"is", "was"}), frozenset({"-tion"}))
    True
    """
    kinds = words.replace("|", " ").split("/")
    return tuple([frozenset(told) for kind in kinds if (told := kind.split())])


def has(words: Iterable[str], kind: frozenset[str]) -> bool:
    """Whether one of *words* is of a *kind* of signs.

    >>> has(["nation"], frozenset(["-tion"])), has(["tion"], frozenset(["nation"]))
    (True, False)
    """
    plain, endings = _parted(kind)
    return any(word in plain or word.endswith(endings) for word in words)


@functools.cache
def _parted(kind: frozenset[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Whole words, and endings."""
    endings = frozenset(sign for sign in kind if sign[0] == "-")
    return kind - endings, tuple(sorted(ending[1:] for ending in endings))


class Forms(list[Form[Right]]):
    """A table of forms, with an index of its own: few of them can stand in any one text."""

    def likely(self, words: Set[str]) -> list[Form[Right]]:
        """Those that may stand where these words do, in the order of the table.

        >>> table = Forms([Form(spelt("was|were"), re.compile("x"), "be")])
        >>> [form.right for form in table.likely({"we", "were"})], table.likely({"we"})
        (['be'], [])
        """
        by_word, here = self._index
        for word in by_word.keys() & words:
            here = here | by_word[word]
        return [self[number] for number in sorted(here)]

    @cached_property
    def _index(self) -> tuple[dict[str, frozenset[int]], frozenset[int]]:
        """Word -> the numbers of the forms that need it or its like; those that need none."""
        by_word: dict[str, frozenset[int]] = defaultdict(frozenset)
        others = set()
        for number, form in enumerate(self):
            kinds = [kind for kind in form.signs if not _parted(kind)[1]]
            if not kinds:
                others.add(number)
            for word in min(kinds, key=len, default=()):
                by_word[word] |= {number}
        return dict(by_word), frozenset(others)


class Concordance(Generic[Passage]):
    """Word in small letters -> the passages that have it, each a bit of one number."""

    def __init__(
        self, passages: Sequence[Passage], words: Callable[[Passage], Iterable[str]]
    ) -> None:
        self.passages = passages
        self.where: dict[str, int] = defaultdict(int)
        self._known: dict[frozenset[str], int] = {}
        for number, passage in enumerate(passages):
            bit = 1 << number
            for word in words(passage):
                self.where[word] |= bit

    def near(self, forms: Forms[Right]) -> Iterator[tuple[Passage, list[Form[Right]]]]:
        """Each passage in which one of *forms* may stand, with those that may."""
        found: dict[int, list[Form[Right]]] = defaultdict(list)
        for form in forms.likely(self.where.keys()) if self.passages else ():
            bits = self._bits(form.signs)
            while bits:
                last = bits & -bits
                found[last.bit_length()].append(form)
                bits ^= last
        for number in sorted(found):
            yield self.passages[number - 1], found[number]

    def _bits(self, signs: Signs) -> int:
        """The passages with a word of every kind."""
        bits = (1 << len(self.passages)) - 1
        for kind in signs:
            if kind not in self._known:
                self._known[kind] = self._having(kind)
            bits &= self._known[kind]
            if not bits:
                break
        return bits

    def _having(self, kind: frozenset[str]) -> int:
        words, endings = _parted(kind)
        here = 0
        for word in self.where.keys() & words:
            here |= self.where[word]
        if endings:
            for word, bits in self.where.items():
                if word.endswith(endings):
                    here |= bits
        return here
