"""Words that English writes as one, and that stand here in two with a hyphen."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.english.derived import is_common
from pipeline.checks.sheet import NOTE, Block, Mark
from pipeline.sought import sought

_PARTED = sought(r"(?<![\w/@.’'-])([A-Za-z][a-z]+)-([a-z]{4,})(?![\w/@’'-]|\.\w)")
_PREFIXES = frozenset(
    "co re non multi socio inter intra anti semi bi sub counter cross self well half mid micro "
    "macro cyber mini over under extra ultra infra trans electro post super hyper neuro bio geo "
    "e de un eco photo radio tele vice ex quasi".split()
)
"""What many a house joins with a hyphen; X108 asks for one form only."""
_PARTICLES = frozenset("up out in off down over by away back through on all to".split())
_EITHER = frozenset("one first long top catch on-board on-line in-house in-depth by-law".split())
"""What dictionaries write in two ways."""


def marks(block: Block) -> Iterator[Mark]:
    """*Life-long*, *on-going*, *pre-conceived*: the dictionary has them as one word.

    >>> is_parted("life", "long"), is_parted("start", "up"), is_parted("pre", "existing")
    (True, False, False)
    """
    for found in _PARTED.finditer(block.text):
        if is_parted(found[1].lower(), found[2]) and block.is_own(found.start()):
            right = found[1] + found[2]
            yield block.mark(
                "X137", *found.span(), f"{found[0]!r} is one word", f"write {right}", NOTE, right
            )


def is_parted(first: str, second: str) -> bool:
    """Whether the dictionary has both as one word, and no house writes the hyphen."""
    if first in _PREFIXES or first in _EITHER or second in _PARTICLES:
        return False
    is_hiatus = first[-1] in "aeiou" and second[0] in "aeiou"
    return not is_hiatus and f"{first}-{second}" not in _EITHER and is_common(first + second)
