"""What the machine reads otherwise than it was meant: half a link, half a table, half a number."""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from pipeline.calendar import months
from pipeline.checks import ragged
from pipeline.checks.register import Register, distance
from pipeline.checks.sheet import WARNING, Block, Mark, Sheet
from pipeline.sought import sought

_PARTED = sought(
    r"(?<![`!\]\\])(\[(?=[^\]\n]*[^\W\d_]{2})[^\]\[\n]{2,120}\])"
    r"(?:[ \u00a0]+|[ \u00a0]*\n[ \u00a0]*)(\((?:https?://|www\.|mailto:|(?=[\w./-]+\.(?:pdf|html?|docx?|odt|jpe?g|png)\)))[^\s()]+\))"
)

_TURNED = sought(
    r"(?<![`\\\w)\]])(\((?=[^()\n]{0,118}[^\W\d_]{2})([^()\[\]\n]{2,120})\))"
    r"\[((?:https?://|www\.|mailto:)[^\s\[\]]+)\](?!\()"
)

_SPACES = {0x00A0: " ", 0x0A: " "}


def l125_link_apart_from_its_address(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """With a space between its words and its address, or with its brackets exchanged, a link is
    none: the brackets are printed.
    Remedy: write `[words](address)`; fix=1 does it."""
    for block in sheet.blocks:
        if "]" not in block.text or block.kind == "field":
            continue
        for found in _TURNED.finditer(block.raw) if ")[" in block.text else ():
            start, words = block.start + found.start(), f"[{found[2]}]"
            yield sheet.mark(
                "L125", start, start + len(found[0]),
                "the brackets of a link are exchanged, and would be printed",
                f"write  {words}(…)", WARNING, f"{words}({found[3]})",
            )  # fmt: skip
        if "] (" not in block.text.translate(_SPACES):
            continue
        for found in _PARTED.finditer(block.raw):
            start = block.start + found.start()
            yield sheet.mark(
                "L125", start, start + len(found[0]),
                "a space parts the link from its address, and its brackets would be printed",
                f"write  {found[1]}(…)  without a space", WARNING, f"{found[1]}{found[2]}",
            )  # fmt: skip


_ROW = sought(r"\|(?:[^|\n]*\|){2,}")
_OPEN_ROW = sought(r"\|(?:[^|\n]+\|)+[^|\n]*")


def s150_table_without_its_line(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """Without a line of hyphens below its heading a table is none: its bars are printed; and a row
    with a cell less than the others has its figures in the wrong columns.
    Remedy: put a line like |---|---| below the first one, and a bar for each cell."""
    yield from ragged.ragged(sheet)
    for block in sheet.blocks:
        rows = [sheet.source[start:end].strip() for start, end in block.fragments]
        if block.kind != "paragraph" or len(rows) < 2:
            continue
        yield from _cells_parted_by_tabs(block, rows)
        bars = [row.count("|") for row in rows]
        if any(re.fullmatch(r"[|\s:-]+", row) for row in rows):
            continue
        is_full = len(set(bars)) == 1 and all(_ROW.fullmatch(row) for row in rows)
        # A hurried hand leaves out the last bar of a line.
        is_open = max(bars) - min(bars) == 1 and all(_OPEN_ROW.fullmatch(row) for row in rows)
        if is_full or (is_open and min(bars) > 1):
            dashes = "|".join(["---"] * (max(bars) - 1))
            yield block.mark(
                "S150", 0, block.text.find("|", 1) + 1,
                "these lines would be printed with their bars: a table has a line of hyphens "
                "below its heading",
                f"put a line  |{dashes}|  below this one", WARNING,
            )  # fmt: skip


_LEAST_PARTED = 2
"""Rows with as many tabs each, and so many of them: no typist sets a tab in every line."""


def _cells_parted_by_tabs(block: Block, rows: Sequence[str]) -> Iterator[Mark]:
    """`Joan XXIII⇥412⇥68`: rows of a table, as they are pasted from a spreadsheet or from Word."""
    tabs = [len(re.findall(r"\S[ ]*\t+(?=[ ]*\S)", row)) for row in rows]
    if len(rows) < _LEAST_PARTED or not tabs[0] or len(set(tabs)) > 1:
        return
    dashes = "|".join(["---"] * (tabs[0] + 1))
    yield block.mark(
        "S150", 0, len(rows[0].split("\t")[0]) or 1,
        "these lines would run together: they are rows of a table that was pasted",
        f"put a  |  around every cell, and a line  |{dashes}|  below the first row", WARNING,
    )  # fmt: skip


_TIGHT = sought(r"(#{1,6})(?=[^\W\d_])[^#\n]+")


def s155_heading_without_its_space(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """Signs with no space behind them make no heading, and are printed.
    Remedy: put a space behind the last #."""
    for block in sheet.blocks:
        found = _TIGHT.fullmatch(block.text.strip()) if block.text.lstrip()[:1] == "#" else None
        if not found or block.kind != "paragraph" or len(block.fragments) > 1:
            continue
        # One word is a hashtag, and so is the first of a sentence.
        words = found[0].rstrip()
        if len(found[1]) > 1 or (" " in words and words[-1] not in ".!?…"):
            at = block.text.find("#")
            yield block.mark(
                "S155", at, at + len(found[1]), f"{found[1]} would be printed as it stands",
                f"put a space behind it:  {found[1]} {words[len(found[1]) :]}", WARNING,
            )  # fmt: skip


_ITEM = sought(r"^ {0,3}(\d{1,3})[.)] ", re.MULTILINE)
_NUMBERED = sought(r"\n[ ]{0,3}(?P<day>\d{1,2})\.[ \u00a0]+(?P<month>[^\W\d_]{3,})")


def s154_date_that_makes_a_list(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A paragraph that begins with *12. Dezember* is read as the twelfth item of a list.
    Remedy: put a backslash before the stop, 12\\. Dezember, or begin with another word."""
    items: set[str] = set()
    # So that the first line, too, stands behind the end of another.
    for found in _NUMBERED.finditer(f"\n{sheet.source}", sheet.body_start):
        day = found["day"]
        items = items or set(_ITEM.findall(sheet.source))
        # With an item before or after it, it is a list that somebody meant.
        is_item = not items.isdisjoint((str(int(day) - 1), str(int(day) + 1)))
        if is_item or not _is_month(found["month"], sheet.language):
            continue
        yield sheet.mark(
            "S154", found.start("day") - 1, found.end("month") - 1,
            f"{day}. {found['month']} is read as item {day} of a list",
            f"write  {day}\\. {found['month']}", WARNING,
        )  # fmt: skip


def _is_month(word: str, language: str) -> bool:
    """Months are inflected: detsember, detsembril; the short ones begin many other words."""
    names = [name.casefold() for name in months(language)]
    return any(word.casefold().startswith(name[:4]) for name in names if len(name) > 4) or (
        word.casefold() in names
    )


_MAIL_APART = sought(
    r"\b[\w.+-]+(?:@[ \u00a0]|[ \u00a0]@[ \u00a0])[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b"
)


def c112_space_in_an_email(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """An address of e-mail with a space in it opens no letter.
    Remedy: write it without a space."""
    for block in sheet.saying("@"):
        for found in _MAIL_APART.finditer(block.text):
            whole = re.sub(r"[ \u00a0]", "", found[0])
            yield block.mark(
                "C112", found.start(), found.end(), f"a space stands in {found[0]!r}",
                f"write {whole}", WARNING, whole,
            )  # fmt: skip


_POINTED = sought(
    r"^[ \t-]*(?:\{[ \t]*)?value:[ \t]*[\"']?(?P<value>[1-9]\d{0,2}(?:\.\d{3})+)[\"']?"
    r"[ \t]*(?:[,}#].*)?$",
    re.MULTILINE,
)
_LARGE = re.compile(r"(?i)milli|milh|mili[oó]n|miljo|mio\b|mrd\b|billi|bn\b|bilh")
"""What decimals may stand before: 2.125 million."""


_TYPED = sought(
    r"^[ \t-]*value:[ \t]*[\"']?"
    r"(?P<value>(?P<number>[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+|\d+,\d{1,2})"
    r"|\d+[.,]\d+[ \u00a0\u202f]?(?:%|[^\W\d_]{2,}[^\"'{}#\n]*?))[\"']?[ \t]*(?:#.*)?$",
    re.MULTILINE,
)


def _typed_values(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*12 500*, *3,5*, *3.5 million*: words, which no language sets in its own way."""
    for found in _TYPED.finditer(sheet.source):
        value, number = found["value"], found["number"]
        if not number and len(register.languages) < 2:
            continue
        plain = re.sub(r"\s", "", value).replace(",", ".")
        yield sheet.mark(
            "F116", found.start("value"), found.end("value"),
            f"{value} is no number: it is printed as it stands"
            + (", in every language" if len(register.languages) > 1 else ""),
            f"write {plain}" if number
            else "write one for each language:  "
            f"{{{', '.join(f'{one}: …' for one in register.languages)}}}",
            WARNING,
        )  # fmt: skip


def f116_point_that_may_part_thousands(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """In facts.yaml a point begins the decimals: 1.380 is one and a bit, and printed so. What
    is no number, as 12 500, 3,5 and 3.5 million, is printed as typed in every language.
    Remedy: write the thousands without a sign, 1380, or a decimal without a nought at its end."""
    if sheet.path.name != "facts.yaml":
        return
    yield from _typed_values(sheet, register)
    for found in _POINTED.finditer(sheet.source):
        entry = re.split(r"\n(?=\S)", sheet.source[found.start() :], maxsplit=1)[0]
        if _LARGE.search(entry):
            continue
        value = found["value"]
        plain = value.replace(".", "")
        yield sheet.mark(
            "F116", found.start("value"), found.end("value"),
            f"{value} is read as {float(value):g}, with decimals"
            if value.count(".") == 1 else f"{value} is no number: it is printed as it stands",
            f"write {plain}, if thousands are meant", WARNING,
        )  # fmt: skip


_SECTION = sought(r"^section:[ \t]*[\"']?([\w-]+)[\"']?[ \t]*(?:#.*)?$", re.MULTILINE)
_USUAL = (
    "news", "projects", "network", "exchanges", "conference", "events", "publications", "members",
    "local-practices", "did-you-know",
)  # fmt: skip
"""Those whose headings stand in the templates in every language."""
_SECTIONS = sought(r"^sections:[ \t]*\[([^\]\n]*)\]", re.MULTILINE)


def s151_section_nearly_as_another(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """A letter wrong in `section:` makes a new section of the letter, with that heading.
    Remedy: write the name as the others do."""
    places: dict[str, list[tuple[Sheet, int]]] = defaultdict(list)
    for sheet in sheets:
        for name, at in _sections(sheet):
            places[name].append((sheet, at))
    often = Counter({name: len(spots) for name, spots in places.items()})
    often.update(dict.fromkeys(_USUAL, sys.maxsize))
    for name, spots in places.items():
        if name in _USUAL:
            continue
        near = [
            other
            for other, times in often.most_common()
            if times > 2 * len(spots) - 1 and other != name and _is_slip(name, other)
        ]
        for sheet, at in spots if near else ():
            yield sheet.mark(
                "S151", at, at + len(name), f"no other text has the section {name!r}",
                f"did you mean {near[0]!r}?", WARNING,
            )  # fmt: skip


_NUMBER = sought(r"^number:[ \t]*[\"']?(\d+)", re.MULTILINE)


def s153_number_of_another_issue(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """Two issues of one year have one number: readers who keep them believe that one is missing.
    Remedy: count again."""
    taken: dict[tuple[str, int], str] = {}
    issues = [sheet for sheet in sheets if sheet.kind == "issue" and sheet.date]
    for sheet in sorted(issues, key=lambda one: (one.date or dt.date.min, one.slug)):
        found = _NUMBER.search(sheet.source[: sheet.body_start])
        if not found or not sheet.date:
            continue
        first = taken.setdefault((found[1], sheet.date.year), sheet.slug)
        if first != sheet.slug:
            yield sheet.mark(
                "S153", found.start(1), found.end(1),
                f"the issue {first} has the number {found[1]}, too", "count again", WARNING,
            )  # fmt: skip


_CURLED = sought(
    r"^(?:title|subtitle|subject|preheader|standfirst):[ \t]*"
    r"(?P<marks>“[^“”\n]*”|«[^«»\n]*»|„[^„“”\n]*[“”])[ \t]*$",
    re.MULTILINE,
)


def x152_title_in_quotation_marks(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A word processor curls the quotation marks around a value: then they are printed with it.
    Remedy: take them away, or, around what somebody said, put straight ones around them."""
    for found in _CURLED.finditer(sheet.source[: sheet.body_start]):
        yield sheet.mark(
            "X152", found.start("marks"), found.end("marks"),
            f"the quotation marks of {found['marks']} are printed",
            "take them away; if somebody said it, put straight ones around the whole", WARNING,
        )  # fmt: skip


def _is_slip(name: str, other: str) -> bool:
    """One letter, or two exchanged; a year or a number makes another section."""
    if len(other) < 5 or re.sub(r"\D", "", name) != re.sub(r"\D", "", other):
        return False
    return name.casefold() == other.casefold() or distance(name, other, 1) <= 1


def _sections(sheet: Sheet) -> Iterator[tuple[str, int]]:
    head = sheet.source[: sheet.body_start]
    if sheet.kind == "news":
        for found in _SECTION.finditer(head):
            yield found[1], found.start(1)
    for found in _SECTIONS.finditer(head):
        for name in re.finditer(r"[\w-]+", found[1]):
            yield name[0], found.start(1) + name.start()
