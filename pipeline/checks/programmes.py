"""Programmes: the hours of a list or a table, one behind the other."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.checks import numerals
from pipeline.checks.sheet import WARNING, Block, Mark, Sheet
from pipeline.frozen import commonplace
from pipeline.sought import sought

_HOUR = r"(?P<{0}>\d{{1,2}})(?:[:.]|\s?h\s?)?(?P<{0}_past>[0-5]\d)?\s?(?P<{0}_half>[ap]\.?m\.?)?"
_RANGE = sought(
    r"\W*(?:from |between |de |entre )?"
    rf"(?P<hours>{_HOUR.format('first')}\s?(?:[-–—]|to|until|à)\s?{_HOUR.format('last')})(?![\w/]|:\d)",
    re.IGNORECASE,
)
_CLOCK = sought(r"\d[:.][0-5]\d|\dh|\d h\b|\d\s?[ap]\.?m", re.IGNORECASE)
_NOON = 12 * 60


@commonplace(frozen=True, slots=True)
class Slot:
    block: Block
    start: int
    end: int
    begins: int
    ends: int


def overlapping(sheet: Sheet) -> Iterator[Mark]:
    """`10:00–11:30`, and in the next line `11:00–12:00`."""
    rows: dict[object, list[Slot]] = defaultdict(list)
    line = 0
    for block in sheet.blocks:
        if block.kind not in ("item", "cell") or block.follows:
            continue
        if block.kind == "cell":
            here = sheet.where(block.start).line or 0
            if here == line:
                continue  # Only the first cell of a row.
            line = here
        slot = _slot(block) if block.has_figures else None
        if slot is not None:
            rows[block.kind, block.run, block.section].append(slot)
    for slots in rows.values():
        yield from _told(_of_one_day(slots))


def _slot(block: Block) -> Slot | None:
    found = _RANGE.match(block.text)
    if found is None or not _CLOCK.search(found["hours"]):
        return None
    first, last = (int(found[at]) * 60 + int(found[f"{at}_past"] or 0) for at in ("first", "last"))
    if (found["last_half"] or "")[:1].lower() == "p":
        last = last % _NOON + _NOON
        is_morning = (found["first_half"] or "")[:1].lower() == "a"
        if not is_morning and (found["first_half"] or first % _NOON + _NOON < last):
            first = first % _NOON + _NOON
    return Slot(block, *found.span("hours"), first, last)


def _of_one_day(slots: Sequence[Slot]) -> list[Slot]:
    """`1:30` behind `12:00` is half past one in the afternoon."""
    day: list[Slot] = []
    for slot in slots:
        begins, ends = slot.begins, slot.ends
        if day and begins < day[-1].begins and begins < 8 * 60:
            begins, ends = begins + _NOON, ends + _NOON
        if ends < begins and ends + _NOON - begins <= 4 * 60:
            ends += _NOON
        day.append(Slot(slot.block, slot.start, slot.end, begins, ends))
    return day


def _told(day: Sequence[Slot]) -> Iterator[Mark]:
    """The one entry that begins before the last has ended: several are sessions side by side."""
    pairs = list(itertools.pairwise(day))
    if len(day) < 3 or any(later.begins <= one.begins for one, later in pairs):
        return
    if any(slot.ends <= slot.begins for slot in day):
        return
    odd = [(one, later) for one, later in pairs if later.begins < one.ends]
    if len(odd) == 1 and odd[0][1].ends > odd[0][0].ends:
        one, later = odd[0]
        words = one.block.text[one.start : one.end].strip()
        typed = later.block.text[later.start : later.end].strip()
        yield later.block.mark(
            "D123", later.start, later.start + len(typed),
            f"{typed!r} begins before {words!r} has ended", "look both hours up again", WARNING,
        )  # fmt: skip


_FROM_TO = sought(
    r"\b(?:starts?|begins?|opens?|commence|débute|ouvre) (?:at|à) "
    rf"{_HOUR.format('first')}[^.;!?]{{0,60}}?\b(?:ends?|closes?|finishes|finit|termine|ferme"
    rf"|s[’']achève) (?:at|à) (?P<end>{_HOUR.format('last')})",
    re.IGNORECASE,
)
_NEXT = sought(r"\b(?:next|following|lendemain|morning|matin|night|nuit|opens?|ouvre)\b", re.I)
_AT_NIGHT = 8 * 60


def ends_before_it_starts(block: Block) -> Iterator[Mark]:
    """`It starts at 20:00 and ends at 18:30`."""
    for found in _FROM_TO.finditer(block.text) if block.has_figures else ():
        first, last = (_minutes(found, at) for at in ("first", "last"))
        is_half = bool(found["first_half"]) != bool(found["last_half"])
        is_next = _NEXT.search(block.text, found.end("first"), found.end() + 20)
        if _AT_NIGHT <= last < first and not is_half and not is_next:
            yield block.mark(
                "D123", *found.span("end"), f"{found['end'].strip()!r} is the end, and lies before "
                "the beginning", "look both hours up again", WARNING,
            )  # fmt: skip


def _minutes(found: re.Match[str], at: str) -> int:
    hours = int(found[at])
    if half := found[f"{at}_half"]:
        hours = hours % 12 + 12 * half.lower().startswith("p")
    return hours * 60 + int(found[f"{at}_past"] or 0)


_LASTING = sought(
    r"\b(?P<count>[a-zà-ÿ]{3,9}|\d{1,3})[ -](?P<unit>hours?|minutes?|heures?)\b"
    r"(?: [^\W\d_][\w’'-]*){0,3}[ ,(]{1,2}(?=(?:from |de )?\d)"
)
_VAGUE = sought(
    r"\b(?:about|around|some|nearly|almost|over|than|environ|près de|plus de|every|each|per"
    r"|toutes les|tous les|chaque|of|de|two|three|four|five|six|deux|trois|quatre|cinq|\d+) $",
    re.IGNORECASE,
)
"""What may be more or less, or comes several times."""
_A_DAY = sought(
    r"\b(?:a (?:day|week|month)|per (?:day|week)|daily|par (?:jour|semaine)|before|after"
    r"|later|avant|après|plus tard)\b"
)


def miscounted_hours(block: Block) -> Iterator[Mark]:
    """`It lasts two hours, from 14:00 to 15:30`; `a 90-minute walk (18:00–19:00)`."""
    for found in _LASTING.finditer(block.text) if block.has_figures else ():
        hours = _RANGE.match(block.text, found.end())
        typed = found["count"].lower()
        known = numerals.table(block.language[:2]) if block.language[:2] in ("en", "fr") else {}
        number = float(typed) if typed.isdecimal() else known.get(typed, 0.0)
        if hours is None or not _CLOCK.search(hours["hours"]) or not number:
            continue
        is_vague = _VAGUE.search(block.text, max(0, found.start() - 12), found.start())
        if is_vague or _A_DAY.search(found[0]):
            continue
        first, last = (_minutes(hours, at) for at in ("first", "last"))
        is_of_hours = found["unit"][0].lower() == "h"
        said = number * 60 if is_of_hours else number
        true = (last - first) % (24 * 60)
        is_half = bool(hours["first_half"]) != bool(hours["last_half"])
        if not is_half and 0 < true < 10 * 60 and 10 <= abs(said - true) <= 3 * 60:
            told = f"{found['count']} {found['unit']}"
            yield block.mark(
                "F113", *found.span("count"),
                f"{hours['hours'].strip()!r} are {true // 60} h {true % 60:02}, not {told}",
                "count again; correct the number, or one of the hours", WARNING,
            )  # fmt: skip
