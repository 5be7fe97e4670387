"""Totals: what the last row of a table, or its last column, says that the others make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.checks import numerals
from pipeline.checks.figured import is_slip, shown
from pipeline.checks.register import Register
from pipeline.checks.sheet import WARNING, Block, Mark, Sheet
from pipeline.frozen import commonplace
from pipeline.sought import sought

_TOTAL = sought(
    r"\W*(?:(?:grand |overall )?total(?:e|en|es|s|aux)?|sum|summe|gesamt|insgesamt|ensemble|suma"
    r"|somma|totaal)\b(?: (?:général|genera[lu]\w*|in all|[^\W\d_]+))?\W*",
    re.IGNORECASE,
)
_FIGURE = sought(
    r"[€$£]? ?(?P<figure>\d{1,3}(?:[ \u00a0\u202f,.]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?)"
    r"[ \u00a0\u202f]?(?P<unit>%|€|EUR|k€|M€|euros?|[^\W\d_]{0,3})"
)


@commonplace(frozen=True, slots=True)
class Cell:
    block: Block
    row: int
    column: int

    @property
    def value(self) -> float | None:
        found = _FIGURE.fullmatch(self.block.text.strip(" *_"))
        return numerals.parsed(found["figure"]) if found else None


def f123_total_of_a_table_differs(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Total | 134*, where the rows above make 132: readers reckon, and then trust no figure.
    Remedy: count again; correct the total, or one of its parts."""
    for table in _tables(sheet):
        rows = sorted({cell.row for cell in table.values()})
        for found in (*_below(table, rows), *_beside(table, rows)):
            cell, made = found
            yield cell.block.mark(
                "F123", 0, len(cell.block.text),
                f"{cell.block.text.strip()!r} is said to be the total; the parts make "
                f"{shown(round(made, 2))}", "count again; correct the total, or one of its parts",
                WARNING,
            )  # fmt: skip


Table = Mapping[tuple[int, int], Cell]


def _tables(sheet: Sheet) -> Iterator[Table]:
    """The cells of each table by their row and column."""
    table: dict[tuple[int, int], Cell] = {}
    last = 0
    for block in sheet.blocks:
        if block.kind != "cell":
            continue
        row = sheet.where(block.start).line or 0
        if table and row > last + 2:
            yield table
            table = {}
        line = sheet.source[sheet.starts[row - 1] : block.start].lstrip(" |")
        column = line.count("|") - line.count("\\|")
        table[row, column] = Cell(block, row, column)
        last = row
    yield table


def _below(table: Table, rows: Sequence[int]) -> Iterator[tuple[Cell, float]]:
    """Columns whose last figure is the total of those above it."""
    for at, row in enumerate(rows):
        head = table.get((row, 0))
        if at < 3 or head is None or not _TOTAL.fullmatch(head.block.text):
            continue
        above = rows[1:at]
        if any(_is_total(table.get((each, 0))) for each in above) or at != len(rows) - 1:
            continue
        for (line, column), cell in table.items():
            if line == row and column and (total := cell.value) is not None:
                parts = [table.get((each, column)) for each in above]
                yield from _apart(cell, total, parts)


def _is_total(cell: Cell | None) -> bool:
    return cell is not None and bool(_TOTAL.match(cell.block.text))


def _apart(cell: Cell, total: float, parts: Sequence[Cell | None]) -> Iterator[tuple[Cell, float]]:
    values = [part.value for part in parts if part is not None]
    known = [value for value in values if value is not None]
    if len(known) != len(values) or len(known) < 2:
        return
    made = sum(known)
    is_whole = all(value.is_integer() for value in (*known, total)) and "%" not in cell.block.text
    slack = 0 if is_whole else 0.06 * len(known) if "%" not in cell.block.text else 1.6
    if abs(made - total) > slack and is_slip(total, made):
        yield cell, made


def _beside(table: Table, rows: Sequence[int]) -> Iterator[tuple[Cell, float]]:
    """The one row whose last cell is not the sum of its others, as it is in all other rows."""
    heads = {column: cell for (row, column), cell in table.items() if row == rows[0]}
    last = max(heads, default=0)
    if last < 3 or not _is_total(heads[last]):
        return
    odd: list[tuple[Cell, float]] = []
    right = 0
    for row in rows[1:]:
        cell = table.get((row, last))
        values = [table[row, at].value for at in range(1, last) if (row, at) in table]
        total = cell.value if cell else None
        known = [value for value in values if value is not None]
        if cell is None or total is None or len(known) != len(values) or len(known) < 2:
            continue
        if abs(sum(known) - total) < 0.06 * len(known):
            right += 1
        else:
            odd.append((cell, sum(known)))
    if len(odd) == 1 and right > 1:
        yield from odd
