"""A second reader: another process, which reads the far part of a long corpus meanwhile."""

from __future__ import annotations

import os
import pickle
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence

from pipeline.checks.sheet import Mark, Sheet
from pipeline.errors import BroadsideError

ENOUGH = 60_000
"""Letters: of fewer, to divide the work takes longer than to do it."""
_NEAR = 0.27
"""Of the letters; whoever reads them compares all sheets with each other as well."""


def near(sheets: Sequence[Sheet]) -> int:
    """How many of *sheets* are read here: all, where nobody else could read at the same time."""
    letters = [len(sheet.source) for sheet in sheets]
    if sum(letters) < ENOUGH or not _has_time():
        return len(sheets)
    left, count = sum(letters) * _NEAR, 0
    while left > 0:
        left -= letters[count]
        count += 1
    return count


def _has_time() -> bool:
    # Where this cannot be asked, a process that has been divided is not safe either.
    cores = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else ()
    return len(cores) > 1 and threading.active_count() == 1


def read(
    far: Callable[[], Iterator[list[Mark]]], letters: int, chores: Iterable[object]
) -> list[Mark]:
    """What *far* finds, in another process, while *chores* are done here.

    If that process comes to nothing, *far* is read here, and what goes wrong is told as always.
    """
    from pipeline import workers

    limits = workers.Limits(seconds=60 + letters / 5_000)

    # Sheet by sheet: packed, what is found of one takes a third of the room.
    def packed() -> list[bytes]:
        return [pickle.dumps(marks) for marks in far()]

    for _, found in workers.run(lambda number, say: packed(), 1, 1, limits=limits, chores=chores):
        if not isinstance(found, BroadsideError):
            # They come from a process of ours, through a pipe that nobody else has.
            return [mark for marks in found for mark in pickle.loads(marks)]  # noqa: S301
    return [mark for marks in far() for mark in marks]
