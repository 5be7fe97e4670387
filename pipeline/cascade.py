"""What the style of a drawing says, and for which elements each of its rules is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

MOST = 10_000_000
"""Times that an element may be looked at; one second sees three million."""
MOST_PROPERTIES = 200
"""In all its styles; the engine copies each for each element."""
LONGEST, LONGEST_DASHES = 500, 200
"""Letters of what is handed down, and read anew, from element to element."""
Asked = tuple[int, int]
"""How often a selector goes through all elements, and through those above one."""

_QUOTED_BRACE = re.compile(r"""["'][^"'{}]*[{}][^"'{}]*["']""")
_COMBINED = re.compile(r"(?<=[^\s>+~])(?:\s*[>+~]\s*|\s+)(?=[^\s>+~])")
"""Where a selector goes on to what stands around an element."""
_AMONG_ALL = re.compile(r"~|:(?:has|nth|only)\b")
"""What asks for all that stands beside or in an element."""

_OF_ELEMENTS = frozenset({"d", "points", "href", "id", "class", "style"})
"""What a style must not set: an engine that lets it would draw what nobody has counted."""
_LISTS = frozenset(
    ("d", "points", "href", "id", "class", "style", "x", "y", "dx", "dy", "rotate", "values")
)
"""What may be long, since no element hands it down."""
_TRANSFORM = re.compile(r"[\s,]*+(?:[a-zA-Z-]{1,20}+(?![a-zA-Z-])\s*+(?:\([^()]*+\))?+[\s,]*+)*+")


def declared(style: str) -> Iterator[tuple[str, str]]:
    """
    >>> list(declared("fill: red; d: M0"))
    [('fill', ' red'), ('d', ' M0')]
    """
    for piece in re.split("[;{}]", style):
        name, colon, value = piece.partition(":")
        if colon and name.strip():
            yield name.split()[-1].casefold(), value


def unfit(style: str) -> Iterator[str]:
    """What a style says that none may."""
    for name, value in declared(style):
        if name in _OF_ELEMENTS:
            yield f"sets '{name}' in a style, which only an attribute can"
        yield from unread(name, value)


def unread(name: str, value: str) -> Iterator[str]:
    """A transformation that is none: an engine looks for one from each of its letters."""
    if name.casefold().endswith("transform") and not _TRANSFORM.fullmatch(value):
        yield f"has no transformation in '{name}': {value.strip()[:40]!r}"


def endless(name: str, value: str) -> Iterator[str]:
    """A value too long to be read anew for each element that has it from another."""
    most = LONGEST_DASHES if name == "stroke-dasharray" else LONGEST
    if name not in _LISTS and len(value) > most:
        yield f"has {len(value):,} letters in '{name}'; {most} is the most"


def asked(sheet: str) -> Iterator[Asked]:
    """What each selector of a style asks for; of one whose end is not its end, more than may be."""
    if _QUOTED_BRACE.search(sheet):
        yield MOST, MOST
        return
    for rule in sheet.split("}"):
        for one in re.split("[,(]", rule.partition("{")[0]):
            yield len(_AMONG_ALL.findall(one)), len(_COMBINED.findall(one.strip()))


def is_endless(selectors: Iterable[Asked], elements: int, deepest: int) -> bool:
    """Whether more elements would be looked at than anybody can wait for.

    >>> is_endless([(0, 1)] * 200, 5_000, 4), is_endless([(0, 3)], 5_000, 40)
    (False, True)
    >>> is_endless([(2, 0)], 5_000, 4)
    True
    """
    total = 0
    for among_all, above in selectors:
        # As a power of its own, what nobody would wait for has no end of figures.
        power = elements ** min(among_all, 3) * deepest ** min(above, 9)
        total += max(1, power) * elements
        if total > MOST or max(among_all, above) > 9:
            return True
    return False
