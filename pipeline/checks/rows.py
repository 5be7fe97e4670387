"""Rows: years that step out of their order, and names that stand twice."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from pipeline.checks.days import Span, spans_of
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
    for dated in _days(sheet):
        yield from _told_of_days(dated)


Dated = tuple[Block, Span]


def _days(sheet: Sheet) -> Iterator[list[Dated]]:
    """The days of lists that begin each item with one, and of columns with one in each cell."""
    lists: dict[object, list[Dated | None]] = defaultdict(list)
    spans = defaultdict[int, list[Span]](list)
    for block, span in spans_of(sheet):
        spans[block.start].append(span)
    rows: dict[int, int] = defaultdict(int)
    for block in sheet.blocks if len(spans) > _LEAST else ():
        here = [span for span in spans[block.start] if span.year]
        if block.kind == "item" and not block.follows and block.level == 1:
            is_first = len(here) > 0 and not block.text[: here[0].start].strip(' *_([“‘"')
            lists[block.run].append((block, here[0]) if is_first else None)
        elif block.kind == "cell":
            line = sheet.where(block.start).line or 0
            rows[line] += 1
            is_whole = len(here) == 1 and len(block.text) - (here[0].end - here[0].start) < 4
            if is_whole:
                lists["column", block.section, rows[line]].append((block, here[0]))
    for row in lists.values():
        if len(row) > _LEAST and all(row):
            yield [one for one in row if one]


def _told_of_days(row: Sequence[Dated]) -> Iterator[Mark]:
    days = [span.dates(span.year or 0) for _, span in row]
    if None in days:
        return
    numbers = [each[0].toordinal() for each in days if each]
    if _runs(numbers):
        return
    odd = [at for at in range(len(numbers)) if _runs([*numbers[:at], *numbers[at + 1 :]])]
    if odd and len(odd) <= 2 and odd[-1] - odd[0] <= 1:
        block, span = row[odd[-1]]
        yield block.mark(
            "S160", span.start, span.end,
            f"{block.text[span.start : span.end]} steps out of the order of days",
            "put it where it belongs, or look the day up again",
            WARNING if len(row) > _LEAST + 1 else NOTE,
        )  # fmt: skip


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
    """*Ghent (Belgium), Porto (Portugal), … and Ghent (Belgium)*, *Ana Ruiz, Jan Vos, …, Ana
    Ruiz*, one item twice in a list: a member that is listed twice.
    Remedy: take one out, or look who was meant."""
    yield from _items_twice(sheet)
    for block in sheet.prose:
        yield from _people_twice(block)
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


def _items_twice(sheet: Sheet) -> Iterator[Mark]:
    """An item in the same words as another of its list."""
    lists: dict[int, dict[str, list[Block]]] = defaultdict(lambda: defaultdict(list))
    if sheet.kind == "page":
        return
    for block in sheet.blocks:
        if block.kind == "item" and block.run and not block.follows and not block.key:
            lists[block.run][f"{block.level} {block.lowered.strip(' .;,')}"].append(block)
    for items in lists.values():
        twice = [same for same in items.values() if len(same) > 1]
        # Where more than one comes again, it is a table typed as a list, or a refrain.
        if len(items) > 2 and len(twice) == 1 and len(twice[0]) == 2:
            first, block = twice[0]
            # A step may come again.
            is_step = block.marker[:1].isdigit()
            is_alone = (
                not is_step
                and first.links == ()
                and OBJECT not in block.text
                and not block.pictures
            )
            if is_alone and len(block.text.split()) < _SHORT and _NAMED.search(block.text):
                yield block.mark(
                    "S161", 0, len(block.text.rstrip()),
                    f"{block.text.strip()!r} stands twice in this list",
                    "take one out, or look what was meant", WARNING,
                )  # fmt: skip


_SHORT = 25
_NAMED = sought(r"[^\W\d_]{3}")
_PERSON = rf"{_LARGE}(?: (?:{_LARGE}|de|du|la|le|van|von|der|di|da|et)){{1,4}}"
_PEOPLE = sought(rf"(?<![\w-]){_PERSON}(?:, {_PERSON}){{3,60}}")


def _people_twice(block: Block) -> Iterator[Mark]:
    """Somebody who is named twice in a row of people."""
    for found in _PEOPLE.finditer(block.text) if block.text.count(", ") >= _LEAST - 1 else ():
        names = [re.sub(r"\.$", "", name) for name in found[0].split(", ")]
        twice = [name for name, count in Counter(names).items() if count == 2]
        if len(twice) == 1 and not block.is_foreign(found.start()):
            start = block.text.rindex(twice[0], found.start(), found.end())
            yield block.mark(
                "S161", start, start + len(twice[0]), f"{twice[0]!r} stands twice in this row",
                "take one out, or look who was meant", WARNING,
            )  # fmt: skip
