"""How a picture looks: known again however it is scaled, pressed, turned or drained of colour."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from operator import mul
from typing import Any

from pipeline import pixels

SIDE = 24
"""Greys in a row and in a column; so many pixels a picture must have to be known again."""
ENOUGH = 8 * SIDE
"""Pixels across from which the greys are taken."""
ALIKE = 0.95
"""From here on it is the same picture: other photographs stay below 0.8, other charts, of so many
columns and with no words, below 0.946."""
STEEPEST = 0.08
"""How far the proportions of a copy may be out: small ones are rounded to whole pixels."""
FLAT = 2.0
"""Below it there is nothing to see but what a JPEG adds."""


@dataclass(frozen=True, slots=True)
class Likeness:
    proportion: float
    slopes: tuple[int, ...]
    """How much lighter each grey is than the one before it, across and down."""
    strength: float

    def to(self, other: Likeness) -> float:
        """1 for the same picture, about 0 for two that have nothing in common."""
        if abs(self.proportion / other.proportion - 1) > STEEPEST:
            return 0.0
        alike: int = sum(map(mul, self.slopes, other.slopes))
        return alike / (self.strength * other.strength)


def of(content: bytes) -> Likeness | None:
    """The looks of a picture file; none if it is flat, tiny, or cannot be read."""
    return next(iter(every_way(content)), None)


def every_way(content: bytes) -> tuple[Likeness, ...]:
    """The looks of a picture file as it is; and turned, and in a mirror."""
    try:
        # A file cut before its end is shown by every browser.
        image = pixels.decoded(content, ENOUGH, is_whole=False)
    except MemoryError:
        # What nobody had room to look at may look like anything.
        raise
    except Exception:
        # Pillow lets struct.error, IndexError, UnicodeDecodeError and more escape from bad files.
        return ()
    if min(image.size) < SIDE:
        return ()
    proportion = image.width / image.height
    seen = pixels.shades(image, SIDE)
    upright = _of_greys(seen, proportion)
    if upright is None:
        return ()
    others = (
        _of_greys(greys, 1 / proportion if is_lying else proportion)
        for greys, is_lying in pixels.turned(seen, SIDE)
    )
    return (upright, *filter(None, others))


def of_image(image: Any) -> Likeness | None:
    if min(image.size) < SIDE:
        return None
    return _of_greys(pixels.shades(image, SIDE), image.width / image.height)


def _of_greys(greys: bytes, proportion: float) -> Likeness | None:
    slopes = tuple(_slopes(greys))
    power = sum(map(mul, slopes, slopes))
    if power < FLAT * len(slopes):
        return None
    return Likeness(proportion, slopes, math.sqrt(power))


def _slopes(greys: bytes) -> Iterator[int]:
    for row in range(0, SIDE * SIDE, SIDE):
        yield from (greys[at + 1] - greys[at] for at in range(row, row + SIDE - 1))
    yield from (below - grey for grey, below in zip(greys, greys[SIDE:], strict=False))
