"""What a style sheet says of letters, as an office program counts it; the rest has no effect."""

from __future__ import annotations

import re

LENGTH = re.compile(r"(-?(?:[0-9]{1,6}\.?[0-9]{0,6}|\.[0-9]{1,6}))(pt|mm|cm|in|px|em|%)?")
LONGEST = 1584.0
"""Points: Word knows no page that is longer."""
WEIGHTS = {"normal": 400, "lighter": 300, "bold": 700, "bolder": 700}
POINTS = {"pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "px": 0.75}


def points(length: str, default: float = 0.0, em: float = 10.0) -> float:
    found = LENGTH.fullmatch(length.strip())
    if not found:
        return default
    unit = found[2] or "pt"
    long = float(found[1]) * (em if unit == "em" else em / 100 if unit == "%" else POINTS[unit])
    return min(max(long, -LONGEST), LONGEST)


def leading(height: str, size: float) -> float:
    """How high a line is, as a multiple of the size of the letters; 0, if it is as it will.

    >>> leading("1.4", 10), leading("140%", 10), leading("14pt", 10), leading("normal", 10)
    (1.4, 1.4, 1.4, 0.0)
    """
    is_bare = re.fullmatch(r"[0-9.]+", height)
    found = points(height, em=size or 10.0) / (1.0 if is_bare else size or 10.0)
    return found if 0.1 <= found <= 100 else 0.0


def weight(given: str) -> int:
    """What a style sheet says of how bold letters are; 0, if it says nothing that is known."""
    return WEIGHTS.get(given, int(given) if re.fullmatch("[0-9]{1,4}", given) else 0)
