"""What a text hides: its comments, and the scripts it may not have."""

from __future__ import annotations

import re

from pipeline import bounds
from pipeline.bounds import Pointer, Report, warning
from pipeline.errors import Finding, Location

_HIDDEN = re.compile(r"<(script|style|iframe|object|noscript|template|svg|math)\b", re.IGNORECASE)


def without_hidden(text: str, pointer: Pointer, report: Report) -> str:
    """*text* without its comments, and without scripts and their like."""
    if "<" not in text:
        return text
    seen, pieces, position = bounds.without_code(text), [], 0
    lowered, missing = seen.lower(), set[str]()
    while (start := seen.find("<", position)) >= 0:
        opening = _HIDDEN.match(seen, start)
        is_comment = seen.startswith("<!--", start)
        closing = "-->" if is_comment else f"</{opening[1].lower()}>" if opening else ""
        end = lowered.find(closing, start) if closing and closing not in missing else -1
        if end < 0:
            _tell_open_comment(is_comment and closing not in missing, pointer, report)
            missing.update([closing] if closing else [])
            pieces.append(text[position : start + 1])
            position = start + 1
            continue
        if not is_comment:
            report(_html(opening[0] + ">" if opening else "", pointer.at(seen[start : start + 4])))
        pieces.append(text[position:start])
        position = end + len(closing)
        if _is_alone(text, start, position):
            position += 1
    return "".join((*pieces, text[position:]))


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands on the lines from *start* to *end*: they vanish whole."""
    return (start == 0 or text[start - 1] == "\n") and text[end : end + 1] == "\n"


def _tell_open_comment(is_open: bool, pointer: Pointer, report: Report) -> None:
    if is_open:
        remedy = "end it with  -->  or take the  <!--  out"
        report(warning("W115", "a comment is never closed", remedy, pointer.at("<!--")))


def _html(tag: str, where: Location) -> Finding:
    remedy = "it was left out; write the text in Markdown"
    return warning("W112", f"the HTML {tag} has no place in a text", remedy, where)


def without_comments(text: str) -> str:
    """One line of text without its comments."""
    pieces, position = [], 0
    while (start := text.find("<!--", position)) >= 0 and (end := text.find("-->", start)) >= 0:
        pieces.append(text[position:start])
        position = end + 3
    return "".join((*pieces, text[position:]))
