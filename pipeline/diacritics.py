"""More marks on one letter than any letter bears: to put them in order takes the square of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

MOST = 30
"""Unicode's own bound for whoever reads a text as it comes (UAX 15)."""
_SIGNS = re.compile(rf"[^\w\s!-~]{{{MOST + 1},}}")
"""What such marks stand among: signs that are no letters."""


def piled(text: str) -> tuple[int, int] | None:
    """Where the first marks begin that are too many for one letter, and where they end.

    >>> piled("re\\u0301sume\\u0301"), piled("e" + "\\u0301" * 31 + "te")
    (None, (1, 32))
    """
    return next(_piles(text), None)


def without(text: str) -> str:
    """*text* without such marks, for who asks only what it says.

    >>> without("e" + "\\u0301" * 31 + "te")
    'ete'
    """
    kept, after = [], 0
    for start, end in _piles(text):
        kept.append(text[after:start])
        after = end
    return "".join((*kept, text[after:])) if kept else text


def _piles(text: str) -> Iterator[tuple[int, int]]:
    # Every thirty-first letter is asked first: so many in a row cannot all be missed.
    is_free = text.isascii() or not any(map(unicodedata.combining, text[:: MOST + 1]))
    for signs in () if is_free else _SIGNS.finditer(text):
        start = signs.start()
        for at in range(start, signs.end() + 1):
            if at == signs.end() or not unicodedata.combining(text[at]):
                if at - start > MOST:
                    yield start, at
                start = at + 1
