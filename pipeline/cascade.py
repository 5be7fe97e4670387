"""What it takes to know for which elements of a drawing each rule of its style is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

MOST = 10_000_000
"""Times that an element may be looked at; one second sees three million."""
Asked = tuple[int, int]
"""How often a selector goes through all elements, and through those above one."""

_QUOTED_BRACE = re.compile(r"""["'][^"'{}]*[{}][^"'{}]*["']""")
_COMBINED = re.compile(r"(?<=[^\s>+~])(?:\s*[>+~]\s*|\s+)(?=[^\s>+~])")
"""Where a selector goes on to what stands around an element."""
_AMONG_ALL = re.compile(r"~|:(?:has|nth|only)\b")
"""What asks for all that stands beside or in an element."""


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
