"""A line that ends in a space is not broken after its first word."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

Split = Callable[..., Any]
"""WeasyPrint's `split_first_line`: layout, length, where the next line begins, and sizes."""


def mended(split: Split) -> Split:
    """*split*, without its fault.

    Where words fit on a line but the space after them does not, and an element follows,
    WeasyPrint 70.0 keeps the first word only and leaves the rest of the line empty.
    """

    def split_first_line(
        text: str, style: Any, context: Any, max_width: Any, *rest: Any, **more: Any
    ) -> Any:
        found = split(text, style, context, max_width, *rest, **more)
        _, length, resume, *_ = found
        is_suspect = resume is not None and text.endswith(" ") and max_width is not None
        if not is_suspect or " " in text.encode()[:length].decode().strip(" "):
            return found
        bare = text.rstrip(" ")
        if " " not in bare or split(bare, style, context, max_width, *rest, **more)[2] is not None:
            return found
        return split(text, style, context, math.inf, *rest, **more)

    return split_first_line
