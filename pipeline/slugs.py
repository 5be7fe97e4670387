"""Names as file names that every machine can write."""

from __future__ import annotations

import re
import unicodedata

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
