"""Names as file names that every machine can write."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable

LONGEST = 60
"""Letters; more is hard to read in a list."""
_LETTERS = {
    **dict(zip("абвгдезийклмнопрстуфыэ", "abvgdeziyklmnoprstufye", strict=True)),
    **dict(zip("αβγδεζηικλμνξοπρσςτυφω", "avgdeziiklmnxoprsstyfo", strict=True)),
    **dict(zip("єґøłđðıъь", ("ye", "g", "o", "l", "d", "d", "i", "", ""), strict=True)),
    **dict(zip("жхцчшщюяі", ["zh", "kh", "ts", "ch", "sh", "shch", "yu", "ya", "i"], strict=True)),
    **dict(
        zip(
            "θχψßæœþ&@", (*["th", "ch", "ps", "ss", "ae", "oe", "th"], " and ", " at "), strict=True
        )
    ),
}
"""Letters that are not an accent away from one of a to z."""

CONTRACTION = re.compile(r"(?<=[a-z])['’](?=(?:s|t|d|m|ll|re|ve)\b)")


def slug_of(title: str) -> str:
    """A title as a file name that every machine can write.

    >>> slug_of("Château d'Eau: l'été"), slug_of("Łódź & Ærø"), slug_of("It’s the city’s turn")
    ('chateau-d-eau-l-ete', 'lodz-and-aero', 'its-the-citys-turn')
    """
    lowered = unicodedata.normalize("NFC", title).casefold()
    spelt = "".join(_LETTERS.get(letter, letter) for letter in _bare(lowered))
    words = re.findall(r"[a-z0-9]+", CONTRACTION.sub("", spelt))
    slug = "-".join(words)
    while len(slug) > LONGEST and len(words) > 1:
        words.pop()
        slug = "-".join(words)
    return slug[:LONGEST]


def _bare(text: str) -> str:
    """*text* without its accents."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


_NEIGHBOURS = 50
"""So many names to each side; to look closely at a thousand takes a fiftieth of a second."""


def beside(wanted: str, names: Iterable[str]) -> Iterable[str]:
    """Of many *names* those that begin or end nearly as *wanted*, in their order."""
    told = list(names)
    if len(told) <= 4 * _NEIGHBOURS:
        return told
    near: set[str] = set()
    for turned in (slice(None), slice(None, None, -1)):
        ordered = sorted(told, key=lambda one: one[turned])
        at = bisect_left(ordered, wanted[turned], key=lambda one: one[turned])
        near.update(ordered[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS])
    return [one for one in told if one in near]
