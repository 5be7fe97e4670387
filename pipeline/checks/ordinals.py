"""Ordinals: each language has its own, and an ending that belongs to the number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.register import Register
from pipeline.checks.sheet import ERROR, WARNING, Mark, Sheet
from pipeline.sought import sought

_ORDINAL = {
    "en": sought(r"(?<![\w.,-])(\d{1,3})(?:ère|ème|ième|eme|ieme)(?![\w])|(?<![\w.,-])(1)er(?!\w)"),
    "fr": sought(
        r"(?<![\w.,-])(\d{1,3})(?:st|rd|th|ème|ième|ieme|eme|éme|ier|ière|ère|ere)(s?)(?!\w)"
        r"|(?<![\w.,-])([IVX]{1,6})(?:ème|ième|ieme|eme|éme|ière|ère|ere|è)s?(?!\w)"
    ),
}


def t114_ordinal_of_another_language(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """8th, 8e, 8.: each language has its own way of saying which.
    Remedy: write the ordinal of the language; fix=1 does it."""
    for block in sheet.blocks:
        form = _ORDINAL.get(block.language[:2])
        is_french = block.language[:2] == "fr"
        if form is None or not (block.has_figures or is_french):
            continue
        for found in form.finditer(block.text):
            in_title = any(
                a <= found.start() < b and (a or b < len(block.text)) for a, b in block.italics
            )
            if block.is_foreign(found.start()) or in_title:
                continue
            right = _french(found) if is_french else english(int(found[1] or found[2]))
            yield block.mark(
                "T114", found.start(), found.end(), f"{found[0]!r} is not an ordinal of this "
                                                    f"language",
                f"write {right}", WARNING, right if not (found[0].endswith("s")) else None,
            )  # fmt: skip


def _french(found: re.Match[str]) -> str:
    number = found[1] or found[3]
    return f"{number}{('re' if 're' in found[0] else 'er') if number in ('1', 'I') else 'e'}"


def english(number: int) -> str:
    """
    >>> english(22), english(113), english(1)
    ('22nd', '113th', '1st')
    """
    ending = "th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


_ENGLISH = sought(r"(?<![\w.,/-])(\d{1,4})(st|nd|rd|th)(?![\w])")


def t115_wrong_ordinal(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """22th, 3th: the ending does not belong to the number.
    Remedy: write the right one; fix=1 does it."""
    for block in sheet.blocks:
        if block.language[:2] != "en" or not block.has_figures:
            continue
        for found in _ENGLISH.finditer(block.text):
            right = english(int(found[1]))
            if right != found[0]:
                yield block.mark(
                    "T115", found.start(), found.end(), f"{found[0]!r} should be {right!r}",
                    f"write {right}", ERROR, right,
                )  # fmt: skip
