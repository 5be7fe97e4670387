"""In which order a language puts its letters: where an index has *Łódź*, and where *Żary*."""

from __future__ import annotations

import functools
import re
import unicodedata

from pipeline.book import fragments

_BEHIND = {
    "cs": "c č, h ch, r ř, s š, z ž",
    "da": "z æ ø å",
    "es": "n ñ",
    "et": "s š z ž, w õ ä ö ü",
    "fi": "z å ä ö",
    "hr": "c č ć, d đ, s š, z ž",
    "hu": "o ö ő, u ü ű",
    "lt": "c č, s š, z ž",
    "lv": "c č, g ģ, k ķ, l ļ, n ņ, s š, z ž",
    "nb": "z æ ø å",
    "nn": "z æ ø å",
    "pl": "a ą, c ć, e ę, l ł, n ń, o ó, s ś, z ź ż",
    "ro": "a ă â, i î, s ș, t ț",
    "sk": "a ä, c č, h ch, o ô, s š, z ž",
    "sl": "c č ć, d đ, s š, z ž",
    "sv": "z å ä ö",
}
"""Letters that stand behind another, each of its own; all others only have an accent."""
_LAST = 0x9F00
"""Greater than any letter of these alphabets, and a letter itself."""


def ordered(text: str, language: str) -> str:
    """What entries of an index in *language* are sorted by.

    >>> towns = ["Żary", "Zwickau", "Łódź", "Lwówek", "Świdnica"]
    >>> sorted(towns, key=lambda town: ordered(town, "pl"))
    ['Lwówek', 'Łódź', 'Świdnica', 'Zwickau', 'Żary']
    >>> sorted(towns, key=lambda town: ordered(town, "de"))
    ['Łódź', 'Lwówek', 'Świdnica', 'Żary', 'Zwickau']
    """
    places = _places(language[:2])
    folded = unicodedata.normalize("NFC", text.casefold())
    if places:
        folded = _letters(language[:2]).sub(lambda found: places[found[0]], folded)
    return fragments.alphabetical(folded)


@functools.cache
def _places(language: str) -> dict[str, str]:
    rows = [row.split() for row in _BEHIND.get(language, "").split(",") if row]
    return {
        letter: f"{first}{chr(_LAST + number)}"
        for first, *others in rows
        for number, letter in enumerate(others)
    }


@functools.cache
def _letters(language: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _places(language))))
