"""Title and standfirst against the text below: what they count, it counts as well."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pipeline.checks.figured import Figure, figured, has_any, shown
from pipeline.checks.register import Register
from pipeline.checks.sheet import WARNING, Block, Mark, Sheet
from pipeline.sought import sought

_KEYS = frozenset(["title", "subtitle", "standfirst", "subject"])
_COUNTED = sought(
    r"([€$£])?‹(\d+)›(?:[ \u00a0]([^\W\d_A-Z][^\W\d_]{3,}))?(?:[ \u00a0\u202f]?([€$£]))?"
)
_LEAST = 20
"""Of smaller figures a text has several for one thing."""
_NO_THINGS = frozenset(
    "years months weeks days hours minutes more other times ans jours mois heures".split()
)


def f117_head_and_text_differ(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*A fund of €250,000* in the standfirst, *€240,000* in the text: which one is true?
    Remedy: look it up, and write the same in both."""
    if sheet.kind == "page":
        return
    yield from _ranked(sheet)
    heads = [
        (block, thing, figure)
        for block in sheet.blocks
        if block.key in _KEYS and has_any(block)
        for thing, figure in _counted(block, register)
    ]
    if not heads:
        return
    said: dict[str, set[float]] = defaultdict(set)
    for block in sheet.prose:
        for thing, figure in _counted(block, register) if has_any(block) else ():
            said[thing].add(figure.value)
    for block, thing, figure in heads:
        known = said.get(thing, set())
        near = [value for value in known if _is_slip(figure.value, value)]
        if figure.value not in known and len(near) == 1 and not figure.is_vague:
            yield block.mark(
                "F117", figure.start, figure.end,
                f"{block.text[figure.start : figure.end]} stands here, {shown(near[0])} in the "
                f"text below", "look it up, and write the same in both", WARNING,
            )  # fmt: skip


_TOP = sought(
    r"\b(?P<top>[Tt]op)[ \u00a0‑-](?P<count>\d{1,3}) (?P<thing>[^\W\d_]{3,} [^\W\d_]{3,})"
)


def _ranked(sheet: Sheet) -> Iterator[Mark]:
    """`Among the Top 10 Key Achievements` in the title, `the Top 20 Key Achievements` below."""
    said = [
        (block, found)
        for block in sheet.blocks
        if block.key in _KEYS or block.is_prose
        for found in (_TOP.finditer(block.text) if block.has_figures else ())
    ]
    for found in [found for block, found in said if block.key in _KEYS]:
        same = [each for each in said if each[1]["thing"] == found["thing"] and not each[0].key]
        others = {each["count"] for _, each in same} - {found["count"]}
        if len(others) == 1 and len(same) == 1:
            ((below, each),) = same
            yield below.mark(
                "F117", *each.span("count"),
                f"{each['count']} stands here, {found['count']} in the title above",
                "look it up, and write the same in both", WARNING,
            )  # fmt: skip


def _counted(block: Block, register: Register) -> Iterator[tuple[str, Figure]]:
    """Each figure with what it counts: a thing, or money."""
    here = figured(block, register)
    for found in _COUNTED.finditer(here.text):
        thing = found[1] or found[4] or found[3]
        figure = here.figures[int(found[2])]
        if thing and thing not in _NO_THINGS and figure.value >= _LEAST:
            yield thing, figure


def _is_slip(one: float, other: float) -> bool:
    """Whether a figure is another or two have changed places, and none of the two is rounded.

    >>> _is_slip(250000, 240000), _is_slip(410000, 412000), _is_slip(321, 312), _is_slip(84, 88)
    (True, False, True, True)
    """
    first, second = f"{one:.10g}", f"{other:.10g}"
    if len(first) != len(second) or one == other:
        return False
    for typed, exact in ((first, second), (second, first)):
        digits = len(typed.rstrip("0"))
        if digits < len(exact.rstrip("0")):
            return False
    apart = [at for at, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    is_turned = len(apart) == 2 and apart[1] == apart[0] + 1 and sorted(first) == sorted(second)
    return is_turned or len(apart) == 1
