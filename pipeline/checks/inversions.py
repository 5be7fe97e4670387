"""Names whose words stand in another order than elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.checks.forms import Spot, place, times
from pipeline.checks.register import Register, folded
from pipeline.checks.sheet import WARNING, Block, Mark, Sheet
from pipeline.checks.structure import is_references
from pipeline.sought import sought

_NAME = sought(
    r"(?<![\w@#/.’'-])(?!(?:The|An?|In|On|At|By|To|For|From|With|And|But|As|If|When|Our|This|These"
    r"|All|L[ea]s?|Une?|Des|Du|En|Aux?|Pour|Par|Sur|Dans|Avec|Et|Ces?|Cette|Nos|Notre)\b)"
    r"[^\W\d_a-zß-ÿ][^\W\d_]+"
    r"(?:(?: (?:of|for|on|the|and|de|du|des|la|pour|et|à))* [^\W\d_a-zß-ÿ][^\W\d_]{2,}){1,5}"
    r"(?![\w@-]|\.\w)"
)

_TAIL = sought(r" ([^\W\d_a-zß-ÿ]\S* .*)$")


def n115_words_in_another_order(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*General Secretary* where all else has *Secretary General*, *Ruiz Ana* where she is *Ana
    Ruiz*: the same words in another order.
    Remedy: write them in the order of the others."""
    found: dict[tuple[str, ...], dict[str, list[Spot]]] = defaultdict(lambda: defaultdict(list))
    for sheet in sheets:
        for block in sheet.prose:
            if not (block.is_capitals or block.kind == "heading" or is_references(block.section)):
                for name, start in _names(block):
                    spot = (block, start, start + len(name))
                    found[_words(name)][folded(name)].append(spot)
    for orders in found.values():
        if len(orders) < 2:
            continue
        usual, *rest = sorted(orders.values(), key=len, reverse=True)
        for spots in rest if len(usual) > 2 else ():
            block, start, end = spots[0]
            if len(spots) == 1 and block.is_own(start) and block.sheet.language == _tongue(usual):
                name = usual[0][0].text[usual[0][1] : usual[0][2]]
                yield block.mark(
                    "N115", start, end, f"{block.text[start:end]!r} is {name!r} elsewhere "
                                        f"({times(len(usual))}, as in {place(usual[0])})",
                    f"write {name}", WARNING,
                )  # fmt: skip


def _tongue(spots: Sequence[Spot]) -> str:
    return spots[0][0].sheet.language


def _names(block: Block) -> Iterator[tuple[str, int]]:
    for found in _NAME.finditer(block.text):
        yield found[0], found.start()
        # `Then the` has its capital from the sentence.
        tail = _TAIL.search(found[0])
        if tail:
            yield tail[1], found.start() + tail.start(1)


def _words(name: str) -> tuple[str, ...]:
    # With their small words: a State Department is a Department of State as well.
    return tuple(sorted(map(folded, name.split())))
