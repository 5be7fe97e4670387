"""Citations: the references of one house have one form, and each has its year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.checks.forms import Spot, place, times
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, OBJECT, Block, Mark, Sheet
from pipeline.checks.structure import is_references
from pipeline.sought import sought

_YEAR = sought(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BEHIND = sought(r"\((?:[^()]*\D)?(?:19|20)\d\d\)\W*$")
_BEFORE = sought(r"^\W*[^()]{2,70}\((?:19|20)\d\d[a-z]?\)")
_FORMS = {
    "behind": "its year in brackets at the end",
    "before": "the year behind its author",
    "none": "no year",
    "other": "its year at another place",
}


def r121_reference_in_another_form(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*Title (Publisher 2012)* here, *Publisher (2012). Title* there, and one without its year:
    the references of one house have one form.
    Remedy: cite it as the others are cited."""
    forms: dict[str, list[Spot]] = defaultdict(list)
    for sheet in sheets:
        for block in sheet.blocks:
            if block.kind != "item" or block.follows or not is_references(block.section):
                continue
            text = block.text.strip()
            if len(text) > 8 and OBJECT not in text[:8]:
                forms[_form(text)].append((block, 0, len(text)))
    every = sum(map(len, forms.values()))
    usual = max(forms, key=lambda name: (len(forms[name]), name), default="none")
    if every < 6 or usual in ("none", "other") or 2 * len(forms[usual]) < every:
        return
    for name, spots in forms.items():
        for block, start, end in spots if name != usual else ():
            yield _told(block, start, end, name, forms[usual])


def _told(block: Block, start: int, end: int, name: str, usual: list[Spot]) -> Mark:
    first = usual[0]
    kind = _FORMS[_form(first[0].text.strip())]
    return block.mark(
        "R121", start, end,
        f"this reference has {_FORMS[name]}; most have {kind} ({times(len(usual))}, as in "
        f"{place(first)})",
        "cite it as the others are cited", NOTE,
    )  # fmt: skip


def _form(text: str) -> str:
    if _BEFORE.match(text) and not _BEHIND.search(text):
        return "before"
    if _BEHIND.search(text):
        return "behind"
    return "other" if _YEAR.search(text) else "none"


_AND_OR = sought(r"\b(and/or)\b")
_OTHER = sought(r"(?<![\w/])([a-z]{3,})/([a-z]{3,})(?![\w/])")


def r122_slash_for_a_word(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*And/or*, *boys/men*: a slash leaves it to the reader which word is meant.
    Remedy: write and, or, or both."""
    for block in sheet.prose:
        if "/" not in block.text or block.language[:2] != "en" or is_references(block.section):
            continue
        for form in (_AND_OR, _OTHER):
            for found in form.finditer(block.text):
                if form is _OTHER and found[0] in ("and/or", "either/or", "input/output"):
                    continue
                if block.is_own(found.start()):
                    yield block.mark(
                        "R122", found.start(), found.end(), f"{found[0]!r} has a slash for a word",
                        "write and, or, or both", NOTE,
                    )  # fmt: skip
