"""Words as they compare, however they are set: no case, no marks, no hyphens of a line's end."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

RUN = 8
"""So many words in a row are nobody's by chance."""
SHORTEST = 4
"""Words of a short passage that give it away when all of them stand together."""
LONG_WORD = 6
"""Letters from which on a file's name of one word is found."""
_WORD = re.compile(r"[^\W_]+")
_UNSEEN = re.compile("[\u00ad\u034f\u200b-\u200f\u2060-\u2064\ufeff\ufffe]")

Phrase = tuple[str, ...]


def words(text: str) -> list[str]:
    """
    >>> words("Wa\\u00adter’s <b>EDGE</b>, 2025-06_salt")
    ['water', 's', 'b', 'edge', 'b', '2025', '06', 'salt']
    """
    return _WORD.findall(unicodedata.normalize("NFKC", _UNSEEN.sub("", text)).casefold())


def runs(said: list[str]) -> Iterator[Phrase]:
    return (tuple(said[at : at + RUN]) for at in range(len(said) - RUN + 1))


def tells(phrase: Phrase) -> bool:
    """Whether so few words name one thing only; a date or a single word does not.

    >>> tells(("9", "june", "2025")), tells(("the", "forum", "opens")), tells(("herring",))
    (False, True, False)
    """
    letters = [word for word in phrase if not word.isdigit()]
    return len(letters) > 1 or (len(phrase) >= SHORTEST and bool(letters))


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases that are looked for, each with those whom it gives away."""

    owners: Mapping[Phrase, frozenset[str]]
    by_beginning: Mapping[str, frozenset[int]]
    """First word -> how long the phrases are that begin with it."""

    @classmethod
    def of(cls, owners: Mapping[Phrase, Iterable[str]]) -> Phrases:
        lengths: dict[str, set[int]] = {}
        for phrase in owners:
            lengths.setdefault(phrase[0], set()).add(len(phrase))
        return cls(
            {phrase: frozenset(names) for phrase, names in owners.items()},
            {word: frozenset(found) for word, found in lengths.items()},
        )

    def found(self, text: str) -> Iterator[Phrase]:
        """Every phrase that stands in *text*."""
        said = words(text)
        for at, word in enumerate(said):
            for length in self.by_beginning.get(word, ()):
                phrase = tuple(said[at : at + length])
                if phrase in self.owners:
                    yield phrase


NOTHING = Phrases({}, {})
