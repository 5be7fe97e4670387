"""Words in the boxes of a slide: runs, paragraphs, cells, the labels of a chart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from pipeline import tabular
from pipeline.renderers.slide_copy import BREAK, Cell, Paragraph, Run, Section, Table
from pipeline.renderers.slide_master import EMU
from pipeline.renderers.stationery import language_tag

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
# Without this, an office shows every link in the one colour of links, on grounds of any colour.
LINKS = "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor"
SCHEMES = ("https://", "http://", "mailto:", "tel:")
COLOURS = {
    "term": "accent2",
    "accent": "accent2",
    "value": "tx2",
    "words": "tx1",
    "quiet": "accent5",
}
STEPS = {
    "statement": (58, 46, 38),
    "quotation": (46, 38, 30),
    "serif": (36, 32, 26),
    "": (30, 27, 24),
}
TABLE_SIZES = (27, 24, 22, 20, 18, 16, 14, 12)
TABLE_WIDTH, CELL_GAP = 852, 12
OFFICE_FACE = 1.08
"""How much wider than ours is the face that most machines show."""
TITLES = {
    "cover": (58, 46, 32),
    "section": (58, 46, 38),
    "contact": (58, 46, 46),
    "statement": (24, 24, 24),
    "quotation": (24, 24, 24),
    "number": (24, 24, 24),
    "figure": (30, 30, 30),
    "figures": (30, 30, 30),
    "": (38, 30, 24),
}


def sizes(section: Section) -> tuple[float, str]:
    """The size of the text and its face, where they are not those of the layout."""
    kind = section.layout if section.layout in STEPS else ""
    if section.paragraphs and section.paragraphs[0].kind == "serif":
        return STEPS["serif"][section.step], "mj"
    return (STEPS[kind][section.step] if section.step else 0), ""


def title_size(section: Section) -> float:
    known = TITLES.get(section.layout, TITLES[""])
    return known[section.scale]


def write(
    frame: Any,
    paragraphs: Sequence[Paragraph],
    language: str,
    *,
    is_rtl: bool = False,
    size: float = 30,
    air: float = 0,
) -> None:
    """*paragraphs* in a text frame, instead of what it holds."""
    frame.text = ""
    stop = _stop(paragraphs, size)
    for number, paragraph in enumerate(paragraphs):
        made = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        properties = made._p.get_or_add_pPr()
        if is_rtl:
            properties.set("rtl", "1")
            properties.set("algn", "r")
        _space(properties, paragraph, size, air, is_first=number == 0)
        _mark(properties, paragraph, size, stop)
        for run in paragraph.runs:
            _run(made, run, language, paragraph.kind)


def _space(properties: Any, paragraph: Paragraph, size: float, air: float, is_first: bool) -> None:
    before = 0.0
    if paragraph.kind in ("bullet", "number", "term"):
        before = size * (0.7 if paragraph.kind == "term" else 0.5) + air
    elif paragraph.kind in ("attribution", "heading") or paragraph.kind == "":
        before = size * 0.55
    if not is_first and before:
        spaced = _child(properties, "spcBef")
        _child(spaced, "spcPts").set("val", str(round(before * 100)))


def _mark(properties: Any, paragraph: Paragraph, size: float, stop: float) -> None:
    """What stands before an item, and how far its words are set in."""
    if paragraph.kind == "term":
        _indent(properties, stop, stop)
        tabs = _child(properties, "tabLst")
        tab = _child(tabs, "tab")
        tab.set("pos", str(round(stop * EMU)))
        tab.set("algn", "l")
    elif paragraph.kind in ("bullet", "number"):
        hang = size * (1.5 if paragraph.kind == "number" else 0.9)
        _indent(properties, hang * (paragraph.level + 1), hang)
        colour = _child(_child(properties, "buClr"), "schemeClr")
        colour.set("val", "accent2")
        face = "+mj-lt" if paragraph.kind == "number" else "Arial"
        _child(properties, "buFont").set("typeface", face)
        if paragraph.kind == "bullet":
            _child(properties, "buChar").set("char", "–")
        else:
            numbers = _child(properties, "buAutoNum")
            numbers.set("type", "arabicPlain")
            if paragraph.start > 1:
                numbers.set("startAt", str(paragraph.start))


def _indent(properties: Any, margin: float, hang: float) -> None:
    properties.set("marL", str(round(margin * EMU)))
    properties.set("indent", str(-round(hang * EMU)))


def _stop(paragraphs: Iterable[Paragraph], size: float) -> float:
    """Where what is said of the terms begins: beyond the longest of them."""
    terms = [p.words.split("\t")[0] for p in paragraphs if p.kind == "term"]
    longest = max((len(term) for term in terms), default=0)
    return min(max(longest * size * 0.54 + 24, 150), 330)


def _run(made: Any, run: Run, language: str, kind: str) -> None:
    for position, words in enumerate(run.text.split(BREAK)):
        if position:
            made.add_line_break()
        if words:
            _letters(made, words, run, language, kind)


def _letters(made: Any, words: str, run: Run, language: str, kind: str) -> None:
    piece = made.add_run()
    piece.text = words
    properties = piece._r.get_or_add_rPr()
    properties.set("lang", language_tag(run.language or language))
    size = run.size or (24 if kind == "attribution" else 30 if run.role == "words" else 0)
    if size:
        properties.set("sz", str(round(size * 100)))
    if run.role == "value":
        properties.set("b", "0")
    elif run.bold or run.role in ("name", "words") or kind == "heading":
        properties.set("b", "1")
    if run.italic:
        properties.set("i", "1")
    if run.raised:
        properties.set("baseline", "30000" if run.raised > 0 else "-25000")
    if run.role in COLOURS:
        _child(_child(properties, "solidFill"), "schemeClr").set("val", COLOURS[run.role])
    if run.role in ("value", "words") or kind == "attribution":
        face = "+mj-lt" if run.role == "value" else "+mn-lt"
        _child(properties, "latin").set("typeface", face)
    if run.role == "code":
        _child(properties, "latin").set("typeface", "Courier New")
    if run.link.startswith(SCHEMES):
        _link(piece, run.link)


def _link(piece: Any, address: str) -> None:
    piece.hyperlink.address = address
    found = piece._r.rPr.find(f"{{{A}}}hlinkClick")
    extension = _child(_child(found, "extLst"), "ext")
    extension.set("uri", "{A12FA001-AC4F-418D-AE19-62706E023703}")
    names = {"ahyp": LINKS}
    extension.append(extension.makeelement(f"{{{LINKS}}}hlinkClr", {"val": "tx"}, names))


def _child(parent: Any, name: str) -> Any:
    made = parent.makeelement(f"{{{A}}}{name}", {})
    parent.append(made)
    return made


def restyle(frame: Any, size: float, face: str) -> None:
    """Another size for all of a box's words, in its own style, where people change it."""
    style = frame._txBody.find(f"{{{A}}}lstStyle")
    for level in (1, 2, 3):
        properties = _child(style, f"lvl{level}pPr")
        letters = _child(properties, "defRPr")
        if size:
            letters.set("sz", str(round(size * 100)))
        if face:
            _child(_child(letters, "solidFill"), "schemeClr").set("val", "tx2")
            _child(letters, "latin").set("typeface", f"+{face}-lt")


# Tables and charts ------------------------------------------------------------------------


def table_size(told: Sequence[Sequence[str]], rows: int) -> float:
    """The largest at which no word of a table is broken: rather small than cut."""
    most = 24 if rows > 6 or len(told) > 3 else 27
    asked = sum(map(tabular.widest, told)) * OFFICE_FACE
    room = TABLE_WIDTH - len(told) * CELL_GAP
    fits = (size for size in TABLE_SIZES if size <= most and size * asked <= room)
    return next(fits, TABLE_SIZES[-1])


def column_widths(told: Sequence[Sequence[str]], size: float) -> list[float]:
    """In points, with what stands between two of them."""
    letter = size * OFFICE_FACE
    room = max(TABLE_WIDTH - len(told) * CELL_GAP, 1)
    return [ems * letter + CELL_GAP for ems in tabular.widths(told, room / letter)]


def cell(made: Any, given: Cell, language: str, size: float, *, is_rtl: bool) -> None:
    """A cell with a rule below it."""
    write(made.text_frame, (Paragraph(runs=given.runs),), language, is_rtl=is_rtl)
    for paragraph in made.text_frame.paragraphs:
        if given.align in ("right", "center"):
            paragraph._p.get_or_add_pPr().set("algn", {"right": "r", "center": "ctr"}[given.align])
        for run in paragraph.runs:
            run._r.get_or_add_rPr().set("sz", str(round(size * 100)))
            if given.is_head:
                run._r.rPr.set("b", "1")
    made.margin_left, made.margin_right = 0, CELL_GAP * EMU
    properties = made._tc.get_or_add_tcPr()
    line = _child(properties, "lnB")
    line.set("w", str(round((1.5 if given.is_head else 0.75) * EMU)))
    colour = _child(_child(line, "solidFill"), "schemeClr")
    colour.set("val", "tx2" if given.is_head else "accent6")
    _child(properties, "noFill")


def number_format(table: Table) -> str:
    """How the numbers of a chart are written: with their decimals and what stands behind them."""
    numbers = [row[1].number or 0 for row in table.rows]
    decimals = 0 if all(number == int(number) for number in numbers) else 1
    words = "".join(run.text for run in table.rows[0][1].runs)
    # Neither the file nor the words within a format can hold these.
    tail = re.sub(r"^[\d.,\s]*\d|[\"<>&\\]", "", words)
    whole = "#,##0" if max(numbers, default=0) >= 1000 else "0"
    return whole + ("." + "0" * decimals if decimals else "") + (f'"{tail}"' if tail else "")
