"""Acronyms of all texts against each other: two letters turned, a nought for an O."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipeline.checks.acronyms import KNOWN
from pipeline.checks.forms import Spot, place, times
from pipeline.checks.register import Register, folded
from pipeline.checks.sheet import NOTE, WARNING, Block, Mark, Sheet
from pipeline.errors import Level
from pipeline.sought import sought

_SIGN = sought(
    r"(?<![\w@#/.&-])(?=[A-Z][A-Za-z0-9]{0,3}[A-Z0-9])[A-Z][A-Za-z0-9]{1,7}(?![\w@/&-]|\.\w)"
)
_OFTEN = 3
"""So often the others must have it, before one that stands once is called wrong."""
_HEADING = 30
"""What is shorter may be a heading that is nothing but an acronym."""
_NOUGHT = str.maketrans("01", "OI")
Spots = Mapping[str, Sequence[Spot]]


def across(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """The acronyms that stand once, and are nearly another one."""
    said: dict[str, dict[str, list[Spot]]] = defaultdict(lambda: defaultdict(list))
    for sheet in sheets:
        for block in sheet.blocks if sheet.kind != "page" else ():
            is_bare = len(block.text) < _HEADING or not block.is_capitals
            for found in _SIGN.finditer(block.text) if is_bare else ():
                said[block.language[:2]][found[0]].append((block, *found.span()))
    known = {folded(name) for name in register.names}
    for spots in said.values():
        alike: dict[str, list[str]] = defaultdict(list)
        for name in spots:
            alike[name.translate(_NOUGHT)].append(name)
        for name in spots:
            if folded(name) not in known and name not in KNOWN:
                yield from _turned(name, spots)
                yield from _noughts(name, alike[name.translate(_NOUGHT)], spots)
                yield from _small(name, spots)


def _turned(name: str, spots: Spots) -> Iterator[Mark]:
    """`CERHT` once, `CERTH` three times."""
    if len(spots[name]) > 1 or len(name) < 3 or not (name.isupper() and name.isalpha()):
        return
    for at in range(len(name) - 1):
        other = f"{name[:at]}{name[at + 1]}{name[at]}{name[at + 2 :]}"
        usual = spots.get(other, ())
        # Of three letters, or in another text, it may well be another one.
        is_beside = any(one[0].sheet is spots[name][0][0].sheet for one in usual)
        is_long = len(name) > 4 or (is_beside and len(name) > 3)
        if other != name and (len(usual) >= _OFTEN or (usual and is_long)):
            is_sure = is_beside and len(name) > 3
            yield _mark(spots[name][0], usual, WARNING if is_sure else NOTE)
            return


def _noughts(name: str, alike: Sequence[str], spots: Spots) -> Iterator[Mark]:
    """`COM05`, which is `COMO5` in another text: nobody can tell them apart by eye."""
    is_mixed = len(name) > 3 and name.isupper() and re.search(r"[A-Z].*[01]", name)
    others = [other for other in alike if other != name] if is_mixed else []
    if others and len(spots[others[0]]) >= len(spots[name]) / 3:
        for spot in spots[name]:
            yield _mark(spot, spots[others[0]], WARNING)


def _small(name: str, spots: Spots) -> Iterator[Mark]:
    """`GoC`, where all else has `GC`."""
    large = re.sub("[a-z]", "", name)
    # What stands at the end is a plural.
    is_within = len(large) == len(name) - 1 and name[-1:].isupper()
    usual = spots.get(large, ()) if is_within else ()
    if len(usual) >= _OFTEN * len(spots[name]) and len(large) > 1:
        for spot in spots[name]:
            yield _mark(spot, usual, NOTE)


def _mark(spot: Spot, usual: Sequence[Spot], level: Level) -> Mark:
    block, start, end = spot
    right = _words(usual[0])
    return block.mark(
        "N112", start, end, f"{block.text[start:end]} stands here, {right} elsewhere "
                            f"({times(len(usual))}, as in {place(usual[0])})",
        f"write {right}, if it is the same", level,
    )  # fmt: skip


def _words(spot: tuple[Block, int, int]) -> str:
    block, start, end = spot
    return block.text[start:end]
