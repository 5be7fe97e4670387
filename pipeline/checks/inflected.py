"""Names in another of their cases, in languages that have them."""

from __future__ import annotations

import re

_LANGUAGES = frozenset("bg cs de el et fi ga hr hu is lt lv pl ro ru sk sl sr uk".split())
_GERMAN = re.compile(r"(?:e[mnrs]?|ern|s|(?<=[elr])n)?")
"""How a German case ends; elsewhere any few letters may be an ending."""
LONGEST = 4
"""Letters of both endings."""


def is_same(first: str, second: str, language: str) -> bool:
    """Whether two words may be one in two of its cases.

    >>> is_same("Festiwal", "Festiwalu", "pl"), is_same("Festiwal", "Festival", "pl")
    (True, False)
    >>> is_same("Neues", "Neuen", "de"), is_same("Schmidt", "Schmitt", "de")
    (True, False)
    >>> is_same("Bauer", "Bauern", "de"), is_same("Hofman", "Hofmann", "de")
    (True, False)
    """
    if language[:2] not in _LANGUAGES:
        return False
    words = first, second
    pairs = enumerate(zip(*words, strict=False))
    alike = next((at for at, (one, other) in pairs if one != other), min(map(len, words)))
    if language[:2] != "de":
        return alike > 2 and sum(map(len, words)) - 2 * alike <= LONGEST
    # What two endings begin with is no part of the stem: Neu-es, Neu-en.
    stems = range(max(3, alike - 2), alike + 1)
    return any(all(_GERMAN.fullmatch(word, stem) for word in words) for stem in stems)
