"""Closings: the last day to register, and the days that one registers for."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from pipeline.checks.days import Span, spans_of
from pipeline.checks.sheet import WARNING, Block, Mark, Sheet
from pipeline.sought import sought

_WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? |(?:lun|mar|mercre|jeu|vendre|same)di )?"
)
_CLOSES = sought(
    r"\b(?:(?:registrations?|sign-?up|bookings?|ticket sales?)\b(?:(?! opens?\b)[^.!?]){0,50}?"
    r"\b(?:closes?(?: on)?|ends?(?: on)?|until|by|before|deadline(?: is)?:?|due(?: by| on)?)"
    r"|(?:register|sign up|book your \w+)\b[^.!?]{0,60}?\b(?:by|until|before|no later than)"
    r"|(?:inscri\w+|réserv(?:ez|ations?|er))\b(?:(?! ouv)[^.!?]){0,60}?"
    r"(?:\bjusqu['’]au|\bavant le|\bau plus tard le|\bclose? le|\bcl[oô]\w+ le|\bfin \w+ le"
    r"|\btermin\w+ le|\bferm\w+ le))"
    rf" (?:the )?{_WEEKDAY}$",
    re.IGNORECASE,
)
_AROUND = 90
_ON_THE_WAY = sought(
    r"\b(?:until|by|before|deadline|apply|submi\w+|since|jusqu['’]au|avant le|date limite|au plus"
    r" tard le|dès le|depuis le)\b[^.!?]{0,12}$",
    re.IGNORECASE,
)
_TO_COME = sought(
    r"\b(?:takes? place|held|meets?|kicks? off|conference|congress|summit|forum|workshop|seminar"
    r"|school|assembly|fair|festival|webinar|training|course|event|hackathon|first day|tour"
    r"|aura lieu|auront lieu|a lieu|se tien\w+|se déroul\w+|colloque|congrès|sommet|atelier"
    r"|séminaire|assemblée|journées?|rencontres?|webinaire|formation|stage|salon|université d)",
    re.IGNORECASE,
)
"""What one registers for."""
_NEXT = sought(r"\b(?:next|second|following|other|prochain\w*|second\w*|suivant\w*|autre)\b")


def registered_late(sheet: Sheet) -> Iterator[Mark]:
    """*The conference is on 2 and 3 October. Registration closes on 10 November*: all the days to
    come that a text names are over by then."""
    date = sheet.date
    if not sheet.is_dated or date is None or not sheet.saying("regist", "book", "inscri", "réserv"):
        return
    ends: list[tuple[Block, Span, dt.date]] = []
    days: list[tuple[Block, Span, dt.date]] = []
    for block, span in spans_of(sheet):
        run = span.dates(span.year or date.year)
        before = block.text[max(0, span.start - _AROUND) : span.start]
        if run is None or run[1] < date:
            continue
        if _CLOSES.search(before):
            ends.append((block, span, run[0]))
        elif not _ON_THE_WAY.search(before):
            days.append((block, span, run[1]))
    last = max((day for _, _, day in days), default=None)
    told = [one for one in days if _TO_COME.search(f"{one[0].section} {one[0].text}")]
    for block, span, end in ends:
        if last is None or not told or end <= last or (end - last).days > _LONG:
            continue
        if not _NEXT.search(block.around(span.start).text):
            first = told[0]
            words = first[0].text[first[1].start : first[1].end].rstrip(".")
            yield block.mark(
                "D121", span.start, span.end,
                f"{block.text[span.start : span.end].rstrip('.')} is the last day to register for "
                f"what takes place on {words}",
                "look both dates up again", WARNING,
            )  # fmt: skip


_LONG = 200
"""So many days later it is about something else."""
