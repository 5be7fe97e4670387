"""Tables: how wide their columns must be, and how they are set where the page is too narrow."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

from pipeline import columns

TABLE = re.compile(r"<table\b[^>]*>.*?</table>", re.DOTALL)
ROW = re.compile(r"<tr\b[^>]*>(.*?)</tr>", re.DOTALL)
CELL = re.compile(r"<t[dh]\b[^>]*>(.*?)</t[dh]>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
GAP = 0.85
"""What stands between two columns, in ems."""
SMALLER = 1.2
"""The step from one size to the next."""
DIVIDED = 4.6
"""How wide the halves of a long word are, in ems. A number is never divided."""


def fitted(html: str, *measures: float) -> str:
    """*html* whose tables say how they must be set to stand in one of the *measures*, in ems.

    As it is; over the margin beside the text too, where a second measure says how wide that is
    (`broad`); smaller (`tight`); or as small as can be read (`tight tightest`).

    >>> fitted("<table><tr><td>Einwohner</td><td>Gemeinde</td></tr></table>", 8, 12)
    '<table class="broad"><tr><td>Einwohner</td><td>Gemeinde</td></tr></table>'
    """
    return TABLE.sub(lambda table: _classed(table[0], measures), html)


def _classed(table: str, measures: Sequence[float]) -> str:
    told = by_column(table)
    whole = asked(told)
    if whole <= measures[0]:
        return table
    names = ["broad"] if len(measures) > 1 else []
    if not names or whole > measures[-1]:
        names.append("tight")
        if sum(map(_narrowest, told)) + GAP * (len(told) - 1) > measures[-1] * SMALLER:
            names.append("tightest")
    given = " ".join(names)
    if 'class="' in table[: table.index(">")]:
        return table.replace('class="', f'class="{given} ', 1)
    return table.replace("<table", f'<table class="{given}"', 1)


def scrolling(html: str, measure: float) -> str:
    """*html* whose tables of more than *measure* ems can be pushed to the side, by keys too.

    >>> scrolling("<table><tr><th>Einwohner</th></tr></table>", 4)[:62]
    '<div class="scroll" role="region" tabindex="0" aria-label="Ein'
    """

    return TABLE.sub(
        lambda table: (
            table[0] if asked(by_column(table[0])) <= measure else framed(table[0], "scroll")
        ),
        html,
    )


def framed(table: str, name: str) -> str:
    """A *table* in a frame of the class *name*, which says what its columns say."""
    first = ROW.search(table)
    heads = CELL.findall(first[1]) if first else []
    told = (" ".join(TAG.sub("", head).split()) for head in heads)
    label = ", ".join(filter(None, told)).replace(chr(34), "&quot;")
    return f'<div class="{name}" role="region" tabindex="0" aria-label="{label}">{table}</div>'


def by_column(table: str) -> list[list[str]]:
    """What the cells of each column say."""
    told: list[list[str]] = []
    for row in ROW.findall(table):
        for number, cell in enumerate(CELL.findall(row)):
            if number == len(told):
                told.append([])
            told[number].append(" ".join(unescape(TAG.sub("", cell)).split()))
    return told


def asked(told: Sequence[Sequence[str]]) -> float:
    """The least that a table asks for whose columns say this, in ems, if no word is divided."""
    return sum(map(widest, told)) + GAP * max(len(told) - 1, 0)


def widest(cells: Sequence[str]) -> float:
    """The widest word of a column, in ems."""
    return max((columns.width(word) for cell in cells for word in _words(cell)), default=0.0)


def _narrowest(cells: Sequence[str]) -> float:
    words = [word for cell in cells for word in _words(cell)]
    return max(
        (
            columns.width(word)
            if any(map(str.isdigit, word))
            else min(columns.width(word), DIVIDED)
            for word in words
        ),
        default=0.0,
    )


def _words(cell: str) -> list[str]:
    return [part for word in cell.split(" ") for part in columns.MAY_BREAK.split(word)]


def widths(told: Sequence[Sequence[str]], measure: float) -> list[float]:
    """How wide each column is that says this, in ems: none less than its widest word, where the
    *measure* allows that, and then as their cells ask for.

    >>> [round(width) for width in widths([["Ort", "Rom"], ["Ein langer Satz mit Worten"]], 20)]
    [3, 17]
    """
    least = [max(widest(cells), 1.0) for cells in told]
    whole = [max([low, *map(columns.width, cells)]) for low, cells in zip(least, told, strict=True)]
    room = measure - sum(least)
    if room <= 0:
        return [measure * low / sum(least) for low in least]
    wish = [high - low for low, high in zip(least, whole, strict=True)]
    if sum(wish) <= room:
        return [measure * high / sum(whole) for high in whole]
    return [low + room * more / sum(wish) for low, more in zip(least, wish, strict=True)]
