"""A second reader: another process, which reads a long corpus from its end meanwhile."""

from __future__ import annotations

import gc
import mmap
import os
import pickle
import threading
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence

from pipeline.checks.sheet import Mark, Sheet
from pipeline.errors import BroadsideError

ENOUGH = 60_000
"""Letters: of fewer, to divide the work takes longer than to do it."""


def read(
    sheets: Sequence[Sheet], marks_on: Callable[[Sheet], list[Mark]], chores: Iterable[object]
) -> list[list[Mark]]:
    """The marks on each of *sheets*; *chores* are done before the first of them is read here.

    What a second reader that comes to nothing had taken is read here, and what goes wrong is told
    as always.
    """
    pile = Pile(laid(sheets))
    made: dict[int, list[Mark]] = {}

    def here() -> Iterator[object]:
        yield from chores
        for number in pile.from_top():
            made[number] = marks_on(sheets[number])
            yield number

    work = here()
    there = _beside(sheets, marks_on, pile, work) if has_use(sheets) else {}
    # What was not done while the other one read.
    for _ in work:
        pass
    made |= there
    numbers = range(len(sheets))
    return [made[n] if n in made else marks_on(sheets[n]) for n in numbers]


def has_use(sheets: Iterable[Sheet]) -> bool:
    """Whether there is enough to read for two, and time of a processor for the second."""
    if sum(len(sheet.source) for sheet in sheets) < ENOUGH:
        return False
    # Where this cannot be asked, a process that has been divided is not safe either.
    cores = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else ()
    return len(cores) > 1 and threading.active_count() == 1


def laid(sheets: Sequence[Sheet]) -> list[int]:
    """Their numbers, the longest first and last: when two readers meet, neither has long to read.

    >>> from types import SimpleNamespace
    >>> laid([SimpleNamespace(source="a" * length) for length in (1, 5, 2, 9, 3)])
    [3, 4, 0, 2, 1]
    """
    falling = sorted(range(len(sheets)), key=lambda number: -len(sheets[number].source))
    return [*falling[::2], *falling[1::2][::-1]]


class Pile:
    """What two readers have before them: one takes from the top, the other one from below.

    Neither waits for the other: where they meet, both may read the same, and find the same.
    """

    def __init__(self, numbers: Sequence[int]) -> None:
        self._numbers = numbers
        # It is one memory for both, also after the process has been divided.
        self._ends = memoryview(mmap.mmap(-1, mmap.PAGESIZE)).cast("i")
        self._ends[0], self._ends[1] = 0, len(numbers)

    def from_top(self) -> Iterator[int]:
        """
        >>> pile = Pile(range(5))
        >>> below = pile.from_below()
        >>> next(below), list(pile.from_top()), list(below)
        (4, [0, 1, 2, 3], [])
        """
        while self._ends[0] < self._ends[1]:
            self._ends[0] += 1
            yield self._numbers[self._ends[0] - 1]

    def from_below(self) -> Iterator[int]:
        while self._ends[0] < self._ends[1]:
            self._ends[1] -= 1
            yield self._numbers[self._ends[1]]


def _beside(
    sheets: Sequence[Sheet],
    marks_on: Callable[[Sheet], list[Mark]],
    pile: Pile,
    work: Iterable[object],
) -> dict[int, list[Mark]]:
    """What another process finds while *work* is done here; nothing if it comes to nothing."""
    from pipeline import workers

    letters = sum(len(sheet.source) for sheet in sheets)
    limits = workers.Limits(seconds=60 + letters / 5_000)

    # Sheet by sheet: packed, what is found of one takes a sixth of the room.
    def packed() -> dict[int, bytes]:
        return {
            number: zlib.compress(pickle.dumps(marks_on(sheets[number])), 1)
            for number in pile.from_below()
        }

    # Both have it in one place as long as neither of them looks it through for what is no more.
    gc.freeze()
    try:
        for _, found in workers.run(lambda number, say: packed(), 1, 1, limits=limits, chores=work):
            if not isinstance(found, BroadsideError):
                # They come from a process of ours, through a pipe that nobody else has.
                return {n: pickle.loads(zlib.decompress(m)) for n, m in found.items()}  # noqa: S301
    finally:
        gc.unfreeze()
    return {}
