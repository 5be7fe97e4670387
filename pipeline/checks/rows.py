"""Rows: years that step out of their order, and names that stand twice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, OBJECT, WARNING, Block, Mark, Sheet
from pipeline.checks.structure import is_references
from pipeline.errors import Level
from pipeline.sought import sought

_YEAR = sought(r"\W*((?:19|20)\d\d)\b(?![-–/])")
_IN_BRACKETS = sought(r"[^\W\d_]\w*,? \(((?:19|20)\d\d)\)(?=, |,? (?:and|et|und|y|e|en) |[.;]|$)")
_LEAST = 4
"""So many years make an order."""


def s160_year_out_of_order(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*1994, 2001, 1998, 2026*: a row of years runs one way, and one of them steps out.
    Remedy: put it where it belongs, or look the year up again."""
    lists: dict[int, list[tuple[Block, int, int]]] = defaultdict(list)
    bare: set[int] = set()
    for block in sheet.blocks:
        if block.kind == "item" and not block.follows and block.level == 1:
            found = _YEAR.match(block.text)
            lists[block.run].append((block, *(found.span(1) if found else (0, 0))))
            bare |= set() if found else {block.run}
        elif block.text.count("(") >= _LEAST and block.is_prose:
            if is_references(block.section):
                continue
            yield from _told([(block, *f.span(1)) for f in _IN_BRACKETS.finditer(block.text)])
    for run, items in lists.items():
        if run not in bare and not is_references(items[0][0].section):
            yield from _told(items)


def _told(row: Sequence[tuple[Block, int, int]]) -> Iterator[Mark]:
    years = [int(block.text[start:end]) for block, start, end in row]
    if len(years) < _LEAST or _runs(years):
        return
    odd = [at for at in range(len(years)) if _runs([*years[:at], *years[at + 1 :]])]
    # Of two neighbours that are exchanged either may be the one.
    if odd and len(odd) <= 2 and odd[-1] - odd[0] <= 1:
        block, start, end = row[odd[-1]]
        level: Level = WARNING if len(years) > _LEAST else NOTE
        yield block.mark(
            "S160", start, end, f"{block.text[start:end]} steps out of the order of years",
            "put it where it belongs, or look the year up again", level,
        )  # fmt: skip


def _runs(years: Sequence[int]) -> bool:
    """
    >>> _runs([1994, 2001, 2001]), _runs([2001, 1994]), _runs([1994, 2001, 1998])
    (True, True, False)
    """
    return list(years) in (sorted(years), sorted(years, reverse=True))


_LARGE = r"[^\W\d_a-zß-ÿ][\w’'.-]*"
_NAME = rf"{_LARGE}(?: (?:{_LARGE}|of|de|du|la|le|am|im|der|della)){{0,4}} \([^()\d]{{2,30}}\)"
_ROW = sought(rf"{_NAME}(?:, {_NAME}){{3,60}}")
_LAST = sought(rf",? (?:and|et|und|y|e|en) ({_NAME})(?=[.,;)]|$)")


def s161_name_twice_in_a_row(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Ghent (Belgium), Porto (Portugal), … and Ghent (Belgium)*: a member that is listed twice.
    Remedy: take one out, or look who was meant."""
    for block in sheet.prose:
        if block.text.count("), ") < _LEAST - 1 or OBJECT in block.text:
            continue
        for found in _ROW.finditer(block.text):
            last = _LAST.match(block.text, found.end())
            names = [f"{name})" for name in found[0][:-1].split("), ")]
            names += [last[1]] if last else []
            twice = [n for n, count in Counter(names).items() if count == 2]
            if len(twice) == 1 and not block.is_foreign(found.start()):
                start = block.text.rindex(twice[0], found.start(), (last or found).end())
                yield block.mark(
                    "S161", start, start + len(twice[0]), f"{twice[0]!r} stands twice in this row",
                    "take one out, or look who was meant", WARNING,
                )  # fmt: skip
