"""What stands without its partner: stars that make nothing bold, a question that never began."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.register import Register
from pipeline.checks.sheet import WARNING, Mark, Sheet
from pipeline.sought import sought

_SET = sought(
    r"`+[^`]*`+|\\\*|\*{3}(?=[^\s*])[^*]+(?<=\S)\*{3}|\*\*(?=[^\s*])(?:[^*]|\*(?!\*))+?(?<=\S)\*\*"
)
"""What is code, what is bold already, and stars that are meant."""
_OPENING = sought(r"(?<![\w*/.])\*\*(?=[^\W_][^*]*$)")
_APART = sought(r"(?<![\w*])\*\* (?P<words>(?=[^*]*[^\W\d_])[^*\n]{1,80}?) ?\*\*(?![\w*])")
_FOOTNOTE = sought(r"[\w)]\*\*(?![\w*])")
_SHOWN = frozenset(("paragraph", "item", "quote", "heading", "cell"))


def s166_stars_that_would_be_printed(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """Two stars that nobody closes make nothing bold, nor do two with a space inside: they are
    printed.
    Remedy: write two stars behind the last bold word, and no space inside them."""
    if "**" not in sheet.source:
        return
    shown = [block for block in sheet.blocks if block.kind in _SHOWN and "**" in block.raw]
    left = [(block, _SET.sub(lambda one: " " * len(one[0]), block.raw)) for block in shown]
    # Two stars at the end of a price call a note, and begin it.
    has_notes = any(_FOOTNOTE.search(raw) for _, raw in left)
    for block, raw in left:
        for found in _APART.finditer(raw):
            yield sheet.mark(
                "S166", block.start + found.start(), block.start + found.end(),
                "** would be printed as it stands",
                f"take the spaces inside out:  **{found['words'].strip()}**", WARNING,
            )  # fmt: skip
        for found in _OPENING.finditer(raw) if not has_notes else ():
            yield sheet.mark(
                "S166", block.start + found.start(), block.start + found.end(),
                "** would be printed as it stands",
                "write  **  behind the last bold word, too, or take it out", WARNING,
            )  # fmt: skip


_ENDED = sought(r"(?<=[^\W\d_])(?P<sign>[?!])(?=[»”\"’)]?(?:\s+[\"“«(¿¡]?[A-ZÁÉÍÓÚÑ¿¡]|\s*$))")
_BEGINS = re.compile(r"(?:^|[.:;!?…»”\"]\s+|\n|[-–—•]\s*)(?=[^.:;!?…\n]*$)")
_BEGUN_WITH = {"?": "¿", "!": "¡"}
_WORDS = sought(r"[^\W\d_]{2,}")
_FARTHEST = 400
"""Letters of the longest question."""


def x155_question_that_never_began(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """In Spanish a question begins with ¿, an exclamation with ¡: without it a reader learns too
    late how to read it.
    Remedy: write it before the first word of the question; after a comma, if that begins it."""
    for block in sheet.blocks:
        if block.language[:2] != "es" or block.kind == "cell":
            continue
        text = block.text
        for found in _ENDED.finditer(text) if "?" in text or "!" in text else ():
            start = _beginning(text, found.start())
            asked = text[start : found.start()]
            # Nobody asks with one word that may be a name: Yahoo!
            if "¿" in asked or "¡" in asked or len(_WORDS.findall(asked)) < 2:
                continue
            if not all(map(block.is_own, (start, found.start() - 1))):
                continue
            sign = found["sign"]
            yield block.mark(
                "X155", found.start(), found.end(), f"nothing begins what ends with {sign}",
                f"write  {_BEGUN_WITH[sign]}  before its first word", WARNING,
            )  # fmt: skip


def _beginning(text: str, end: int) -> int:
    """Where the sentence begins that ends there."""
    first = max(0, end - _FARTHEST)
    places = [found.end() for found in _BEGINS.finditer(text[first:end])]
    return first + places[-1] if places else 0


_LATE = {
    "de": sought(r"\b(?:um|ab|bis|gegen|von) (?P<hour>\d\d)[.:](?P<minute>\d\d) Uhr"),
    "en": sought(r"\b(?:at|from|until|by|to) (?P<hour>\d\d):(?P<minute>\d\d)(?![\w%-]|[.,:]\d)"),
    "es": sought(r"\ba las (?P<hour>\d\d)[:.](?P<minute>\d\d)(?![\w%-]|[.,:]\d)"),
    "fr": sought(r"(?:\bà|\bdès|\bvers|jusqu['’]à) (?P<hour>\d\d) ?h ?(?P<minute>\d\d)(?!\w)"),
    "it": sought(r"\b(?:alle|dalle|ore) (?P<hour>\d\d)[.:](?P<minute>\d\d)(?![\w%-]|[.,:]\d)"),
    "nl": sought(r"\b(?:om|vanaf|tot) (?P<hour>\d\d)[.:](?P<minute>\d\d)(?= uur)"),
    "pl": sought(r"\bgodz\. (?P<hour>\d\d)[.:](?P<minute>\d\d)(?![\w%-]|[.,:]\d)"),
    "pt": sought(r"(?:\bàs|\bdas) (?P<hour>\d\d)(?:[:.]|h)(?P<minute>\d\d)(?![\w%-]|[.,:]\d)"),
}
_CLOCK = r"(?:\d{1,2}(?:[.:]\d\d)?[-–])?(?P<hour>\d\d)[.:](?P<minute>\d\d)"
_NO_FIGURE = r"(?![\w%-]|[.,:]\d)"
_LATE |= {
    language: sought(rf"\b(?:{before}) {_CLOCK}{behind or _NO_FIGURE}")
    for language, before, behind in (
        ("fi", "klo", ""),
        ("sv", r"kl\.?|klockan", ""),
        ("da", r"kl\.?", ""),
        ("nb", r"kl\.?", ""),
        ("et", "kell", ""),
        ("lv", r"plkst\.", ""),
        ("ro", "ora|orele", ""),
        ("cs", "v|ve|od|do", "(?= ?h)"),
        ("sk", "o|od|do", "(?= ?h)"),
        ("hr", "u|od|do", "(?= ?(?:h|sati))"),
        ("sl", "ob|od|do", "(?= ?(?:uri|h))"),
        ("bg", "в|от|до", "(?= ?ч)"),
        ("el", "στις|από τις", ""),
    )
}
_WEEKLY = sought(r"\s*(?:par|hebdo|per|pro|je|por|an? |video|audio)", re.IGNORECASE)
_SPACES = {0xA0: " ", 0x202F: " "}


def d131_hour_that_no_clock_has(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*À 25h30*, *at 18:75*: a day has 24 hours, and an hour 60 minutes.
    Remedy: look up when it begins."""
    for block in sheet.blocks:
        form = _LATE.get(block.language[:2])
        if form is None or not block.has_figures:
            continue
        text = block.text.translate(_SPACES)
        for found in form.finditer(text):
            if not _is_impossible(found) or _WEEKLY.match(text, found.end()):
                continue
            start, end = found.start("hour"), found.end("minute")
            yield block.mark(
                "D131", start, end, f"no clock shows {text[start:end]}",
                "look up when it is, and correct it", WARNING,
            )  # fmt: skip


def _is_impossible(found: re.Match[str]) -> bool:
    """Past 30 it is how long something takes, or a sum of money."""
    hour, minute = int(found["hour"]), int(found["minute"])
    return 24 < hour < 30 or (hour == 24 and minute > 0) or (6 < hour < 24 and minute > 59)
