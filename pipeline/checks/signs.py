"""Forms that need no look where the words they are made of are not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.checks.sheet import Block, Sheet

Form = tuple[frozenset[str], re.Pattern[str], str]
"""Words of which one is in every find, the form, and what would be right."""


def found(
    sheet: Sheet, forms: Sequence[Form], language: str
) -> Iterator[tuple[Block, re.Match[str], str]]:
    """Where a form stands in the running text of *language*, and what would be right."""
    words = sheet.reading.vocabulary
    near = [form for form in forms if not words.isdisjoint(form[0])]
    for block in sheet.prose if near else ():
        if block.language[:2] != language:
            continue
        for signs, form, right in near:
            if not signs.isdisjoint(block.vocabulary):
                yield from ((block, match, right) for match in form.finditer(block.text))
