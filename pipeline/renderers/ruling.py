"""How the tables of a document are ruled: columns as wide as their words, which give way last."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline import tabular
from pipeline.renderers import burdens, narrow, stationery
from pipeline.renderers.prose import Cell, Run, Table
from pipeline.renderers.stationery import Sheet

EMU_PER_TWIP = 635
TWIPS = 20
"""In a point."""
GAP = 160
"""Between two columns, in twentieths of a point, as in the table's style."""
PIXEL = 15
WIDER = 1.1
"""Most machines show another face than ours, and a wider one."""
LONG, ENDS = 7, 3
"""Letters of a word that may be divided where there is no other way, and at either end of it."""
WORD = re.compile(r"[^\W\d_]{7,60}")


def divided(table: Table, language: str) -> Table:
    """The table with soft hyphens in its words, if it had to be set smaller already."""
    if not any(".tight " in p.selector for row in table.rows for c in row for p in c.paragraphs):
        return table

    def soft(run: Run) -> Run:
        spoken = run.language or language
        cut = WORD.sub(lambda word: narrow.divided(word[0], spoken, LONG, ENDS), run.text)
        return replace(run, text=cut)

    def cell(given: Cell) -> Cell:
        held = (replace(p, runs=tuple(map(soft, p.runs))) for p in given.paragraphs)
        return replace(given, paragraphs=tuple(held))

    return replace(table, rows=tuple(tuple(map(cell, row)) for row in table.rows))


def widths(table: Table, sheet: Sheet, measure: float) -> list[int]:
    """Columns as wide as their pictures, or as their words ask for, in twentieths of a point."""
    columns = max(sum(cell.span for cell in row) for row in table.rows)
    burdens.refuse_columns(columns)
    told: list[list[str]] = [[] for _ in range(columns)]
    found = [0] * columns
    for row in table.rows:
        for place, cell in enumerate(row[:columns]):
            runs = [run for paragraph in cell.paragraphs for run in paragraph.runs]
            shown = max((run.image.width for run in runs if run.image), default=0)
            found[place] = max(found[place], shown * PIXEL + GAP if shown else 0)
            if cell.span == 1:
                told[place].append("".join(run.text for run in runs))
    free = [place for place in range(columns) if not found[place]]
    letter = WIDER * _size(table, sheet) * TWIPS
    room = max(0.0, measure - sum(found) - len(free) * GAP)
    asked = tabular.widths([told[place] for place in free], room / letter)
    for place, ems in zip(free, asked, strict=True):
        found[place] = round(ems * letter) + GAP
    return found


def _size(table: Table, sheet: Sheet) -> float:
    """How large its words are, in points."""
    held = (p.selector for row in table.rows[::-1] for cell in row for p in cell.paragraphs)
    rule = sheet.rules.get(next(held, ""), {})
    return max(1.0, stationery.points(rule.get("font-size", ""), 9.5))
