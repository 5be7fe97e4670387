"""A second reader: another process, which reads the far part of a long corpus meanwhile."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Sequence

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


def read(far: Callable[[], list[Mark]], letters: int, chores: Iterable[object]) -> list[Mark]:
    """What *far* finds, in another process, while *chores* are done here.

    If that process comes to nothing, *far* is read here, and what goes wrong is told as always.
    """
    from pipeline import workers

    limits = workers.Limits(seconds=60 + letters / 5_000)
    for _, found in workers.run(lambda number, say: far(), 1, 1, limits=limits, chores=chores):
        if not isinstance(found, BroadsideError):
            return found  # type: ignore[no-any-return]
    return far()
