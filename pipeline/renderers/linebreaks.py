"""WeasyPrint's lines, mended: none breaks after its first word or in a range of figures, and none
looks at a whole book."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any

Split = Callable[..., Any]
"""WeasyPrint's `split_first_line`: layout, length, where the next line begins, and sizes."""
SPACES = (" ", "\u00a0")
"""What a text may end with before an element; the second, before the way back of a footnote."""
LEAST = 128
"""Letters that are looked at for one line, however narrow it is."""
NARROWER = 0.999
"""Of a line: its last break no longer fits."""
RANGE = re.compile(r"\d\.?–\Z")
RATIO = 8
"""Letters in a line as wide as the type is high; twice what WeasyPrint looks at first."""


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
        is_suspect = resume is not None and text.endswith(SPACES) and max_width is not None
        if not is_suspect or " " in text.encode()[:length].decode().strip(" "):
            return found
        bare = text.rstrip("".join(SPACES))
        if " " not in bare or split(bare, style, context, max_width, *rest, **more)[2] is not None:
            return found
        return split(text, style, context, math.inf, *rest, **more)

    return split_first_line


def whole(split: Split) -> Split:
    """*split*, which takes a range of figures, *20–22*, over to the next line as one word.

    Pango may break behind any dash. In Portuguese, where a hyphen that ends a line is said again
    at the beginning of the next, *serená-* above *-los*, it breaks behind none that is typed, and
    nowhere behind one that has no word or one letter before it: *Suomi 2030 -ohjelma*, *s-au*.
    """

    def split_first_line(
        text: str, style: Any, context: Any, max_width: Any, *rest: Any, **more: Any
    ) -> Any:
        found = split(text, style, context, max_width, *rest, **more)
        parts = _parts_range if "–" in text else None
        if "-" in text and style is not None:
            parts = _PARTS.get((style["lang"] or "")[:2], _parts_range_or_letter)
        while max_width is not None and parts and found[2] is not None and parts(text, found[2]):
            width = found[3] * NARROWER
            other = split(text, style, context, width, *rest, **more)
            if other[2] is None or other[2] >= found[2]:
                break
            found = other
        return found

    return split_first_line


def _parts_range(text: str, resume: int) -> bool:
    letters = text.encode()
    return bool(RANGE.search(letters[:resume].decode())) and letters[resume : resume + 1].isdigit()


_LETTER = re.compile(r"(?:^|[^\w’'-])[^\W\d_]?-\Z")
"""A hyphen behind one letter, or behind none."""


def _parts_range_or_letter(text: str, resume: int) -> bool:
    letters = text.encode()
    line, rest = letters[:resume].decode(), letters[resume:].decode()
    return _parts_range(text, resume) or bool(rest[:1].isalpha() and _LETTER.search(line))


_SHORT = re.compile(r"(?:^|[^\w-])[^\W\d_]{1,5}-\Z")
_SHORT_BEHIND = re.compile(r"[^\W\d_]{1,3}(?!\w)")


def _parts_range_or_small_words(text: str, resume: int) -> bool:
    """*dintr-o*, *ne-am*, *ducându-se*: Romanian parts no small word from the one it leans on."""
    letters = text.encode()
    line, rest = letters[:resume].decode(), letters[resume:].decode()
    is_joined = line.endswith("-") and line[-2:-1].isalpha() and rest[:1].isalpha()
    is_small = bool(_SHORT.search(line) or _SHORT_BEHIND.match(rest))
    return _parts_range_or_letter(text, resume) or (is_joined and is_small)


def _parts_range_or_compound(text: str, resume: int) -> bool:
    letters = text.encode()
    line, rest = letters[:resume].decode(), letters[resume:].decode()
    is_compound = line.endswith("-") and line[-2:-1].isalpha() and rest[:1].isalpha()
    return is_compound or _parts_range(text, resume)


def bounded(split: Split) -> Split:
    """*split*, shown no more of a text than one line needs.

    Where the letters take no room or the words no end, WeasyPrint 70.0 lays out all that is left
    of the text for each of its lines, and tries each hyphen in it from the last to the first.
    """

    def split_first_line(
        text: str, style: Any, context: Any, max_width: Any, *rest: Any, **more: Any
    ) -> Any:
        size = style["font_size"]
        is_open = max_width is None or max_width == math.inf or not size
        most = len(text) if is_open else max(LEAST, int(max_width / size * RATIO))
        while most < len(text):
            shown = text[:most].rstrip(" ")
            found = split(shown, style, context, max_width, *rest, **more)
            # What is so far from the end of the line has no part in where it breaks.
            if found[2] is not None and 3 * found[2] <= 2 * len(shown.encode()):
                return found
            most *= 2
        return split(text, style, context, max_width, *rest, **more)

    return split_first_line


_PARTS = {"pt": _parts_range_or_compound, "ro": _parts_range_or_small_words}
"""What no line parts in these languages."""
