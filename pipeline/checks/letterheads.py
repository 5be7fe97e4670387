"""Releases: what their page sets by itself, and was typed once more."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks import days
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, WARNING, Block, Mark, Sheet
from pipeline.sought import sought

_END = sought(
    r"\W*(?:ends?|end of (?:the )?(?:press )?release|fin|fin du communiqué|ende)\W*", re.IGNORECASE
)
_LABEL = sought(
    r"\W*(?:(?:press|media|news) release|communiqué(?: de presse)?|pressemitteilung"
    r"|nota de prensa|comunicato stampa|persbericht)\W*",
    re.IGNORECASE,
)
_PLACE = sought(
    r"(?!(?:On|From|Since|Until|By|In|Between|At|During|After|Before|Today|For|This|The|Last|Next"
    r"|Le|Du|Au|Entre|Depuis|Dès|Am|Vom|Ab|Seit|Zwischen)\b)[A-ZÀ-Þ][^\W\d_]*"
    r"(?:[ ,.()/-]{1,2}(?:[A-ZÀ-Þ][^\W\d_]*|and|et|und|de|du|la|le|sur|upon)){0,5}"
    r"(?:\)?,(?: (?:le|the|on|den))? |\)? \(?)"
)
_STROKE = sought(r"\)?[,.]? ?[–—:-] ?(?=\S)|\) ?")
_CITY = sought(r"[A-ZÀ-Þ]{3,}(?:[ -][A-ZÀ-Þ]{2,}){0,2}(?:, [A-ZÀ-Þ][\w. ]{1,20})? ?[–—] ")


def s159_set_by_the_page(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A dateline, *Press release* or *ENDS* that was typed: the page of a release has its own, and
    prints it twice.
    Remedy: take it out, and give the release its `place` and `date`."""
    blocks = [b for b in sheet.blocks if b.kind in ("paragraph", "heading")]
    if sheet.kind != "release" or not blocks:
        return
    for block in blocks[:2]:
        if _LABEL.fullmatch(block.text):
            yield _typed(block, len(block.text), "the page has its own label")
    opening = next((b for b in blocks if b.kind == "paragraph" and len(b.words) > 5), None)
    if opening is not None:
        yield from _dateline(opening)
    for block in blocks:
        if _END.fullmatch(block.text):
            yield _typed(block, len(block.text), "the page sets its own end mark")


def _dateline(block: Block) -> Iterator[Mark]:
    span = next((s for s in days.spans(block.text[:90], block.language) if not s.is_range), None)
    if span is None or not _PLACE.fullmatch(block.text, 0, span.start):
        city = _CITY.match(block.text)
        if city:
            yield _typed(
                block, city.end(), "the page sets its own dateline, from `place` and `date`"
            )
        return
    stroke = _STROKE.match(block.text, span.end)
    if stroke:
        typed = span.dates(span.year) if span.year else None
        own = block.sheet.date
        if typed and own and block.sheet.is_dated and typed[0] != own:
            said = f"the dateline says {block.text[span.start : span.end]}, `date` is {own}"
        else:
            said = "the page sets its own dateline, from `place` and `date`"
        yield _typed(block, stroke.end(), said)


def _typed(block: Block, end: int, said: str) -> Mark:
    # Twice the same is no fault of the words; two dates are.
    level = WARNING if "`date` is" in said else NOTE
    return block.mark(
        "S159", 0, end, said, "take it out, or it is printed twice", level,
    )  # fmt: skip
