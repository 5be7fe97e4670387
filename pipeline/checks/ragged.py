"""Ragged tables: a row with a cell less than all others, or one too many, or an empty one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.checks.sheet import NOTE, WARNING, Mark, Sheet
from pipeline.sought import sought

_RULE = sought(r"^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$", re.MULTILINE)
_BAR = sought(r"(?<!\\)\|")
_FIGURE = sought(r"\d")
_LEAST = 3
Row = tuple[int, Sequence[str]]
"""Where it begins in the source, and its cells."""


def ragged(sheet: Sheet) -> Iterator[Mark]:
    """`| Lille | 42,000 m² |` in a table of three columns: all that follows stands in a column that
    is not its own."""
    lines = {sheet.where(block.start).line for block in sheet.blocks if block.kind == "cell"}
    over = 0
    for rule in _RULE.finditer(sheet.source) if lines else ():
        # A table may have such a line among its rows.
        if rule.start() < over:
            continue
        head, rows = _rows(sheet, rule)
        over = rows[-1][0] if rows else rule.end()
        # A table that is shown as code has no cells.
        if not head or sheet.where(head[0]).line not in lines:
            continue
        yield from _of_another_length(sheet, len(head[1]), rows)
        yield from _empty(sheet, len(head[1]), rows)


def _rows(sheet: Sheet, rule: re.Match[str]) -> tuple[Row | None, list[Row]]:
    source, before = sheet.source, rule.start() - 1
    begin = source.rfind("\n", 0, max(before, 0)) + 1
    head = (begin, _cells(source[begin:before])) if before > 0 else None
    rows: list[Row] = []
    at = rule.end() + 1
    while at < len(source):
        end = source.find("\n", at)
        line = source[at : end if end >= 0 else len(source)]
        if "|" not in line:
            break
        rows.append((at + len(line) - len(line.lstrip(" |")), _cells(line)))
        at += len(line) + 1
    return head, rows


def _cells(line: str) -> list[str]:
    """
    >>> _cells("| Ghent |  | 12 |"), _cells("a | b")
    (['Ghent', '', '12'], ['a', 'b'])
    """
    inner = line.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return [cell.strip() for cell in _BAR.split(inner)]


def _of_another_length(sheet: Sheet, count: int, rows: Sequence[Row]) -> Iterator[Mark]:
    # One cell alone is a heading between the rows.
    odd = [(at, cells) for at, cells in rows if len(cells) != count and len(cells) > 1]
    if len(rows) < _LEAST or len(odd) != 1:
        return
    at, cells = odd[0]
    stranger = _stranger(cells, [row for _, row in rows if len(row) == count])
    begin = sheet.source.find(stranger, at)
    yield sheet.mark(
        "S150", begin, begin + len(stranger),
        f"this row has {len(cells)} cells, the others have {count}",
        "look which one is missing" if len(cells) < count else "look which one is too many",
        WARNING,
    )  # fmt: skip


def _stranger(cells: Sequence[str], others: Sequence[Sequence[str]]) -> str:
    """The first cell that is of another make than its column: what lacks stands before it."""
    for column, cell in enumerate(cells):
        makes = {_make(row[column]) for row in others if column < len(row) and row[column]}
        if cell and len(makes) == 1 and _make(cell) not in makes:
            return cell
    return next((cell for cell in cells if cell), "|")


def _make(cell: str) -> str:
    """Its figures as one sign, and what is no word behind them.

    >>> _make("42,000 m²"), _make("30,000"), _make("9h30-10h"), _make("Ghent")
    ('# m²', '#', '#h#-#h', 'words')
    """
    made = _FIGURES.sub("#", cell)
    return made if "#" in made and len(made) < _SHORT else "words"


_FIGURES = sought(r"\d[\d.,\u00a0\u202f]*")
_SHORT = 12


def _empty(sheet: Sheet, count: int, rows: Sequence[Row]) -> Iterator[Mark]:
    """The one empty cell in a column of figures."""
    full = [row for row in rows if len(row[1]) == count]
    for column in range(1, count) if len(full) > _LEAST else ():
        empty = [at for at, (_, cells) in enumerate(full) if not cells[column]]
        filled = [cells[column] for _, cells in full if cells[column]]
        if len(empty) != 1 or empty[0] == len(full) - 1 or not all(map(_FIGURE.search, filled)):
            continue
        at = full[empty[0]][0]
        first = len(full[empty[0]][1][0]) or 1
        yield sheet.mark(
            "S150", at, at + first, f"the cell of this row in column {column + 1} is empty",
            "fill it in, or put a dash there", NOTE,
        )  # fmt: skip
