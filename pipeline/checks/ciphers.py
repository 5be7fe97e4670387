"""Hours and numbers typed in the manner of another language, or in two manners."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.french import manner, spacing, strays
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, WARNING, Block, Mark, Sheet
from pipeline.sought import sought

_MIXED = sought(
    r"(?<![\d.:])(?:\d{1,2}:\d\d\s?(?:to|and|until|à|et|[-–])\s?(?P<point>\d{1,2}\.\d\d)"
    r"|(?P<first>\d{1,2}\.\d\d)\s?(?:to|and|until|à|et|[-–])\s?\d{1,2}:\d\d)(?!\d|%|[.:]\d)"
)
_LONG_DAY = sought(r"(?<![\d.:])(?:0\d|1[3-9]|2[0-3]):[0-5]\d(?!\s?[ap]\.?m|[\d:])")
_TWELVE, _GAP = sought(r"[\d.:]+\s?[ap]m", re.IGNORECASE), sought(r"\s")
_HALF_DAY = sought(r"(?<![\d.:])\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\b\.?", re.IGNORECASE)


def t127_two_forms_of_an_hour(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*From 09:00 to 17.00*, *06:00* and *7 p.m.*, *9pm* and *3 am* in one text: an hour is written
    in one way.
    Remedy: write it as the others."""
    if sheet.kind == "page":
        return
    clocks: tuple[list[tuple[Block, re.Match[str]]], ...] = ([], [])
    for block in sheet.blocks:
        if not block.has_figures or not (block.is_prose or block.kind == "cell"):
            continue
        for found in _MIXED.finditer(block.text):
            yield _hour(block, found, found["point"] or found["first"])
        if block.language[:2] == "en" and block.is_prose:
            for form, spots in zip((_LONG_DAY, _HALF_DAY), clocks, strict=True):
                spots += [(block, found) for found in form.finditer(block.text)]
    halves = [
        (block, found) for block, found in clocks[1] if _TWELVE.fullmatch(found[0].rstrip("."))
    ]
    close = [spot for spot in halves if not _GAP.search(spot[1][0])]
    apart = [spot for spot in halves if _GAP.search(spot[1][0])]
    for block, found in min(apart, close, key=len) if apart and close else ():
        yield _hour(block, found, found[0])
    if all(clocks):
        for block, found in min(reversed(clocks), key=len):
            yield _hour(block, found, found[0])


def _hour(block: Block, found: re.Match[str], typed: str) -> Mark:
    start = found.start() + found[0].index(typed)
    return block.mark(
        "T127", start, start + len(typed), f"{typed}: the other hours here have another form",
        "write it as the others", WARNING,
    )  # fmt: skip


_SPACED = sought(
    r"(?<![\w.,/:+()–-])(?<!\d )[1-9]\d{0,2}(?: \d{3})+(?= (?:[a-z]{3}|EUR\b|USD\b|GBP\b|CHF\b))"
)
_POINT = sought(
    r"(?<![\w.,/:–-])\d{1,3}\.\d{1,2}(?=[ \u00a0\u202f](?:%|€|mètres?|millions?|milliards?|euros?"
    r"|tonnes?|kilomètres?|km|hectares?|litres?|degrés?|heures?|points?|kilos?|fois)(?!\w))"
)


_POINT_ABROAD = sought(
    r"(?<![\w.,/:+()–-])\d{1,3}\.\d{1,2}"
    r"(?=[ \u00a0\u202f]?(?:[%‰€]|zł|Kč)|[ \u00a0\u202f](?:EUR|[Ee]uros?|mln|mld|Mio|Mrd"
    r"|Million(?:en)?|Milliarden?|milion[eiy]?|milionów|miliard[ioy]|miljoen|miljard|milhões"
    r"|bilhões|milioane|miliarde|miljon(?:er)?|millioner|milij[ou]n\w{0,3}|milion\w{0,2}"
    r"|miljoona\w{0,2}|miljardi\w{0,2}|Prozent|procent\w{0,2}|prosentti\w{0,2}|odstot\w{2,4}"
    r"|per cento|por cento|la sută|euroa|eur[aiu]|korun\w?|kronor|lei|tonnia|tun\w?|tone"
    r"|metriä|metr[uůy]|kilometriä|kilometr[uůy]|hehtaaria|km|kg|ha)"
    r"(?!\w))"
)
_WITH_A_COMMA = frozenset("bg cs da de el et fi hr hu it lt lv nb nl pl pt ro sk sl sv uk".split())


def _points_abroad(sheet: Sheet) -> Iterator[Mark]:
    """*38.4 %* and *3.5 milioni* where decimals have a comma; Switzerland has a point."""
    for block in sheet.blocks:
        code = block.language
        if code[:2] not in _WITH_A_COMMA or code.endswith(("CH", "LI")) or not block.has_figures:
            continue
        for found in _POINT_ABROAD.finditer(block.text) if "." in block.text else ():
            if block.is_foreign(found.start()):
                continue
            right = found[0].replace(".", ",")
            yield block.mark(
                "T128", found.start(), found.end(), f"{found[0]!r} is not how this language has it",
                f"write {right}", WARNING, right,
            )  # fmt: skip


_CELL = sought(r"\s*(?P<number>\d{1,3}\.\d{1,2})\s*")
_CELL_WITH_A_COMMA = sought(r"\s*\d{1,3}(?:[.\s]\d{3})*,\d{1,2}\s*")


def _points_in_cells(sheet: Sheet) -> Iterator[Mark]:
    """*187.5* in a table that has *1,8*, too; 14.30 is an hour, and 24.11 a day."""
    cells = [block for block in sheet.blocks if block.kind == "cell" and block.has_figures]
    usual = {block.language for block in cells if _CELL_WITH_A_COMMA.fullmatch(block.text)}
    for block in cells:
        found = _CELL.fullmatch(block.text) if block.language in usual else None
        if found is None or block.language[:2] not in _WITH_A_COMMA:
            continue
        whole, _, rest = found["number"].partition(".")
        if len(rest) == 1 or int(whole) > 31:
            right = found["number"].replace(".", ",")
            yield block.mark(
                "T128", *found.span("number"), f"{found['number']!r} is not how this language "
                                               f"has it",
                f"write {right}", WARNING, right,
            )  # fmt: skip


def t128_number_in_another_manner(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*50 000* and *30 million €* in English, *2.4 mètres* and *9h30* in French, *38.4 %* in
    Italian: each language has its own way with numbers.
    Remedy: write 50,000, €30 million, 2,4 mètres and 9 h 30; fix=1 does it."""
    yield from _points_abroad(sheet)
    yield from _points_in_cells(sheet)
    for block in sheet.prose:
        if not block.has_figures:
            continue
        if block.language[:2] == "fr" and ("h" in block.text or "H" in block.text):
            yield from manner.hours(block)
        if block.language[:2] == "fr":
            yield from spacing.measures(block)
            yield from strays.dialled(block)
        if block.language[:2] == "en" and "€" in block.text:
            yield from _euros(block)
        form, old, new = {"en": (_SPACED, " ", ","), "fr": (_POINT, ".", ",")}.get(
            block.language[:2], (None, "", "")
        )
        for found in form.finditer(block.text) if form else ():
            if block.is_foreign(found.start()):
                continue
            right = found[0].replace(old, new)
            yield block.mark(
                "T128", found.start(), found.end(), f"{found[0]!r} is not how this language has it",
                f"write {right}", WARNING, right,
            )  # fmt: skip


_BEHIND = sought(
    r"(?<![\w.,/€$£+–-])(?<!\d[ \u00a0\u202f])"
    r"(?P<sum>\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d[\d,.]*(?<![,.]))[ \u00a0\u202f]?"
    r"(?P<scale>million|billion)?[ \u00a0\u202f]?€(?![\d\w/])"
)


def _euros(block: Block) -> Iterator[Mark]:
    """`30 million €`: the sign stands before its sum; beside `€8 million` it is wrong."""
    level = WARNING if _BEFORE.search(block.sheet.reading.text) else NOTE
    for found in _BEHIND.finditer(block.text):
        if block.is_own(found.start()):
            total = _GAP.sub(",", found["sum"])
            right = f"€{total}{' ' + found['scale'] if found['scale'] else ''}"
            yield block.mark(
                "T128", found.start(), found.end(), f"{found[0]!r} is not how this language has it",
                f"write {right}", level, right,
            )  # fmt: skip


_BEFORE = sought(r"(?<![\d ] )(?<!\d)€ ?\d")
