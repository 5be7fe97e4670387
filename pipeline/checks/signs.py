"""Forms that need no look where the words they are made of are not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.checks.concordance import Form
from pipeline.checks.sheet import Block, Sheet


def found(
    sheet: Sheet, forms: Iterable[Form[str]], language: str
) -> Iterator[tuple[Block, re.Match[str], str]]:
    """Where a form stands in the running text of *language*, and what would be right."""
    for block, near in sheet.blocks_in(language).near(forms):
        for one in near if block.is_prose else ():
            yield from ((block, match, one.right) for match in one.form.finditer(block.text))
