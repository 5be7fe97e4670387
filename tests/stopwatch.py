"""How long something takes, whoever else is at work on the machine and however slow it is."""

from __future__ import annotations

import math
import re
import time
from collections.abc import Callable

TRIES = 3
STINT = 10
"""Turns of the yardstick: a quarter of a second."""
USUAL = 0.0244
"""Seconds of a turn on the machine that the limits are meant for."""
YARD = "".join(
    f"The harbour of town {n} has {n * 7} boats, {n % 13} cranes. " for n in range(2_000)
)
YARD_WORD = re.compile(r"\b([A-Z]?[a-z]+)\b(?=[ ,.])")


def spent(work: Callable[[], object], enough: float) -> float:
    """Fair seconds of the processor: the first that are fewer than *enough*, or the least of three.

    A busy machine counts some of others' time as ours, but hardly three times.
    """
    least = math.inf
    for _ in range(TRIES):
        began = time.process_time()
        work()
        least = min(least, fair(time.process_time() - began, enough))
        if least < enough:
            break
    return least


def fair(seconds: float, enough: float) -> float:
    """What just took so many *seconds* of the processor here, on the machine of the limits.

    Only what seems to take too long is held against the yardstick, which takes a while itself.
    """
    return seconds if seconds < enough else seconds / slowness()


def slowness() -> float:
    """How many times as long as usual a piece of work takes that is always the same; 1 or more."""
    began = time.process_time()
    for _ in range(STINT):
        _turn()
    return max(1.0, (time.process_time() - began) / STINT / USUAL)


def _turn() -> None:
    counts: dict[str, int] = {}
    for found in YARD_WORD.finditer(YARD):
        counts[found[1]] = counts.get(found[1], 0) + 1
    " ".join(sorted(YARD.split(), key=len))
