"""What writers have excused on the block, why, and for how long."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter, itemgetter
from pathlib import PurePath

from pipeline.checks.sheet import ERROR, WARNING, Mark, Sheet
from pipeline.errors import OURS
from pipeline.frozen import dataclass
from pipeline.sought import sought

REASONS = {
    "X190": (
        "excuse without a reason",
        "Who reads it next year wants to know why.",
        "write why it may stay.",
    ),
    "X191": ("excuse without use", "It hides the next mistake on its block.", "take it out."),
    "X192": ("excuse past its end", "Its time is over.", "mend the block, or give a new date."),
}
"""Code -> name, reason and remedy of what an excuse itself may be told."""
_COMMENT = sought(
    r"(?:<!--[ \t]*|^[ \t]*#[ \t]*)ok[ \t]+(?P<codes>[A-Z]\d{3}(?:[ \t,]+[A-Z]\d{3})*)[ \t]*"
    r"(?P<rest>[^\n]*?)(?:-->|$)",
    re.MULTILINE,
)
_UNTIL = sought(r"(?:;|(?<![ \t]))[ \t]*until:?[ \t]+(\S+)")
_BLANK = sought(r"\n[ \t]*\n")
_INK = sought(r"\S")


@dataclass(frozen=True, slots=True)
class Excuse:
    sheet: Sheet
    codes: tuple[str, ...]
    reason: str
    until: dt.date | None
    start: int
    end: int
    first: int
    """The stretch of the source it speaks for."""
    last: int


def excuses(sheet: Sheet) -> Iterator[Excuse]:
    if " ok " not in sheet.source and "--ok " not in sheet.source and "#ok" not in sheet.source:
        return
    gaps = [gap.span() for gap in _BLANK.finditer(sheet.source)]
    for found in _COMMENT.finditer(sheet.source):
        rest = found["rest"].strip()
        typed = _UNTIL.search(rest)
        reason = _UNTIL.sub("", rest).strip(" :;-–—.")
        first, last = _stretch(sheet.source, gaps, found.start(), found.end())
        yield Excuse(
            sheet,
            tuple(re.findall(r"[A-Z]\d{3}", found["codes"])),
            reason,
            _day(typed[1]) if typed else None,
            found.start(),
            found.end(),
            first,
            last,
        )


def _day(words: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(words.strip(" .;"))
    except ValueError:
        return dt.date.min


def _stretch(source: str, gaps: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """The block the comment stands on: its own lines, or, standing alone, the next block too.

    *gaps* are the blank lines of *source*, each from its beginning to its end.
    """
    before = bisect_right(gaps, start, key=itemgetter(1))
    after = bisect_left(gaps, end, key=itemgetter(0))
    line = source[source.rfind("\n", 0, start) + 1 : start].strip()
    close = source.find("\n", end)
    rest = source[end : close if close >= 0 else len(source)].strip()
    if not line and not rest and after < len(gaps):
        ink = _INK.search(source, end)
        after += ink is None or ink.start() >= gaps[after][0]
    return (
        gaps[before - 1][1] if before else 0,
        gaps[after][0] if after < len(gaps) else len(source),
    )


def heard(sheets: Iterable[Sheet], marks: Sequence[Mark], today: dt.date) -> list[Mark]:
    """The marks that no excuse covers, and those that excuses deserve themselves; in order."""
    given = [excuse for sheet in sheets for excuse in excuses(sheet)]
    kept: list[Mark] = []
    used: set[tuple[PurePath, int, str]] = set()
    by_code: dict[tuple[PurePath, str], list[Excuse]] = {}
    for excuse in given:
        for code in dict.fromkeys(excuse.codes):
            by_code.setdefault((excuse.sheet.path, code), []).append(excuse)
    for mark in marks:
        told = by_code.get((mark.finding.location.path, mark.finding.code), [])
        covering = _covering(told, mark.start)
        used.update((excuse.sheet.path, excuse.start, mark.finding.code) for excuse in covering)
        if not any(e.reason and (e.until is None or e.until >= today) for e in covering):
            kept.append(mark)
    # Who fell over may have been about to tell what is excused.
    has_fallen = any(mark.finding.code == OURS for mark in marks)
    for excuse in given:
        faults = _faults(excuse, used, today)
        kept += (one for one in faults if not (has_fallen and one.finding.code == "X191"))
    return sorted(dict.fromkeys(kept), key=lambda mark: mark.finding.order)


def _covering(told: Sequence[Excuse], place: int) -> Sequence[Excuse]:
    """Those of one file, in its order, that speak for a place: none of them ends before another
    that begins earlier does."""
    first = bisect_left(told, place, key=attrgetter("last"))
    return told[first : bisect_right(told, place, key=attrgetter("first"))]


def _faults(excuse: Excuse, used: set[tuple[PurePath, int, str]], today: dt.date) -> Iterator[Mark]:
    sheet, start, end = excuse.sheet, excuse.start, excuse.end
    if not excuse.reason:
        remedy = "write why:  <!-- ok F102: conference topics, not chapters; until 2026-12-31 -->"
        yield sheet.mark("X190", start, end, "this excuse gives no reason", remedy, ERROR)
        return
    for code in excuse.codes:
        if (sheet.path, start, code) not in used:
            message = f"nothing here needs to be excused from {code}"
            yield sheet.mark("X191", start, end, message, "take the excuse out", WARNING)
        elif excuse.until == dt.date.min:
            remedy = "write a day like 2026-12-31"
            yield sheet.mark("X192", start, end, "its end is not a date", remedy, WARNING)
        elif excuse.until is not None and excuse.until < today:
            message = f"the excuse from {code} ended on {excuse.until}"
            yield sheet.mark("X192", start, end, message, "mend it, or give a new date", WARNING)
