"""The contents page of a finished file: each title stands on the page that it names."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator

from pipeline.checks.pencil import Mark
from pipeline.checks.reading_back import Finished
from pipeline.checks.register import Register
from pipeline.sought import sought

Entry = tuple[str, int]
"""A title, and the folio that the contents name for it."""
_ENTRY = sought(
    r"^(?P<title>[^\W\d_].{3,90}?)[\s.…·]{1,120}(?P<folio>\d{1,3})$"
    r"|^(?:\d{1,2}\.?\s+)(?P<other>[^\W\d_].{3,90}?)[\s.…·]{1,120}(?P<page>\d{1,3})$"
)
_RUN_IN = sought(r"(?P<title>[^\W\d_]\D{0,200}?)[\s.…·]{1,120}(?P<folio>\d{1,3})(?=\s|$)")
_PAGE_OF = sought(r"\d\s+\w{1,4}$")
_FIGURES = sought(r"\d+")
_RUNNING = 3
"""On so many pages a line stands that runs at their feet: `2. oldal, összesen 5`."""


def p400_contents_page_is_untrue(finished: Finished, register: Register) -> Iterator[Mark]:
    """Who turns to the page that the contents name finds another chapter.
    Remedy: build again; tell whoever keeps the templates."""
    if finished.suffix != ".pdf" or "booklet" in finished.path.name:
        return
    texts = finished.leaves
    wrong = [entry for told in _contents(texts) for entry in _untrue_of(told, texts)]
    for title, folio in wrong[:5]:
        yield finished.mark(
            "P400",
            f"{title!r} is not on page {folio}, where the contents have it",
            "build again; tell whoever keeps the templates",
        )


def _contents(texts: list[str]) -> Iterator[list[Entry]]:
    """The lines of each page that end in a figure, where the figures grow as folios do."""
    lines = [[line.strip() for line in text.splitlines()] for text in texts]
    forms = Counter(form for page in lines for form in {*map(_form, page)})
    for page in lines[:8]:
        own = (line for line in page if forms[_form(line)] < _RUNNING)
        entries = [entry for line in own for entry in _entries(line)]
        falls = sum(later < folio for (_, folio), (_, later) in itertools.pairwise(entries))
        if len(entries) >= 4 and falls <= 1:
            yield entries


def _form(line: str) -> str:
    return _FIGURES.sub("0", line)


def _untrue_of(told: list[Entry], texts: list[str]) -> list[Entry]:
    wrong = _untrue(told, texts, _shift(told, texts))
    # Where most lines of a page are untrue, it is a table, a list of prices, or a cover.
    return wrong if 2 * len(wrong) <= len(told) else []


def _shift(told: list[Entry], texts: list[str]) -> int:
    """The folio may begin on another sheet: one shift for the whole book."""
    return min(range(-3, 12), key=lambda shift: len(_untrue(told, texts, shift)))


def _entries(line: str) -> list[Entry]:
    """What a line of the contents names: one heading, or the parts of a chapter, run in."""
    whole = _ENTRY.match(line)
    if not whole:
        return []
    parts = [(part["title"], int(part["folio"])) for part in _RUN_IN.finditer(line)]
    folios = [folio for _, folio in parts]
    # "Top 5 demands 12" is one heading; "Introduction 5 Recommendations 6" are two.
    begins_anew = len(parts) == 2 and not parts[1][0][0].islower()
    if (begins_anew or len(parts) > 2) and folios == sorted(folios):
        return parts
    title = (whole["title"] or whole["other"]).strip(" .")
    # The foot of the page itself: page 2 of 14.
    return [] if _PAGE_OF.search(title) else [(title, int(whole["folio"] or whole["page"]))]


def _untrue(told: list[Entry], texts: list[str], shift: int) -> list[Entry]:
    return [(title, folio) for title, folio in told if not _has(texts, folio - 1 + shift, title)]


def _has(texts: list[str], leaf: int, title: str) -> bool:
    return 0 <= leaf < len(texts) and _letters(title) in _letters(texts[leaf])


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text.casefold())
