"""Deadlines: what must come before what, and years that cannot be."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from pipeline.checks import closings, days, programmes
from pipeline.checks.days import Span, spans_of
from pipeline.checks.register import Register
from pipeline.checks.sheet import WARNING, Block, Mark, Sheet
from pipeline.moments import parse_day
from pipeline.sought import sought

_FACT = sought(r"^([\w-]+):", re.MULTILINE)
_HISTORY = sought(r"^[ ]+history:", re.MULTILINE)
_GOVERNED = sought(r"\bas_of:[ \t]*[\"']?(?P<day>[\d-]{4,10})")
_AS_OF = sought(r"^(?P<indent>[ -]+)as_of:[ \t]*[\"']?(?P<day>[\d-]{4,10})", re.MULTILINE)


def d120_past_value_after_the_present(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A value of the `history` of a fact is dated later than the value of today, or a fact
    without history, or the governance, has a date that is still to come.
    Remedy: look the date up again; what is so until then goes into history."""
    if sheet.kind == "page" and sheet.slug == "organisation":
        yield from _early(sheet, register)
    if sheet.kind != "page" or sheet.slug != "facts":
        return
    facts = [*(found.start() for found in _FACT.finditer(sheet.source)), len(sheet.source)]
    for start, end in itertools.pairwise(facts):
        dated = [(len(f["indent"]), f) for f in _AS_OF.finditer(sheet.source, start, end)]
        outer = min((indent for indent, _ in dated), default=0)
        now = next((f for indent, f in dated if indent == outer), None)
        for indent, found in dated:
            if now is not None and indent > outer and _is_later(found["day"], now["day"]):
                yield sheet.mark(
                    "D120", found.start("day"), found.end("day"),
                    f"{found['day']} is later than {now['day']}, the date of the present value",
                    "look the date up again", WARNING,
                )  # fmt: skip
        is_alone = now is not None and not _HISTORY.search(sheet.source, start, end)
        if now is not None and is_alone and _is_later(now["day"], register.today.isoformat()):
            yield sheet.mark(
                "D120", now.start("day"), now.end("day"),
                f"{now['day']} is still to come, and the value is told already",
                "look the date up again, or keep in history what is so until then", WARNING,
            )  # fmt: skip


def _early(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """Who leads the house from a day to come is not told yet."""
    for found in _GOVERNED.finditer(sheet.source):
        if _is_later(found["day"], register.today.isoformat()):
            yield sheet.mark(
                "D120", found.start("day"), found.end("day"),
                f"{found['day']} is still to come: no kit shows the governance before that day",
                "look the date up again, or write here until then who leads now", WARNING,
            )  # fmt: skip


def _is_later(past: str, present: str) -> bool:
    try:
        return parse_day(past).first > parse_day(present).last
    except ValueError:
        return False


_SENT = sought(
    r"\b(?:proposals?|applications?|abstracts?|contributions|candidatures?|propositions|dossiers?"
    r"|call|appel|deadline|date limite|submit\w*|apply|send|envoy\w+|welcome|attendues?)\b",
    re.IGNORECASE,
)
_ANSWERED = sought(
    r"\b(?:answers?|repl(?:y|ies)|informed|notified|notifications?|decisions?|results?|selected"
    r"|réponses?|informée?s|décisions?|résultats?|sélection\w*)\b",
    re.IGNORECASE,
)
_REGISTER = sought(
    r"\b(?:register|registrations?|sign up|book|inscri\w+|enregistr\w+)\b[^.]{0,60}?"
    r"\b(?:by|until|before|no later than|avant|jusqu['’]au|au plus tard)\b[^.\d]{0,20}$",
    re.IGNORECASE,
)
_TAKES_PLACE = sought(
    r"\b(?:takes? place|will (?:be held|take place)|is held|are held|aura lieu|auront lieu|a lieu"
    r"|se tiendra|se tient)\b",
    re.IGNORECASE,
)


def d121_deadline_out_of_order(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """The answer comes before the deadline, one may register when all is over, or until a day that
    was over when this was written.
    Remedy: look both dates up again."""
    if sheet.kind == "page":
        return
    yield from _opened_after_its_end(sheet)
    told: set[int] = set()
    for mark in itertools.chain(_out_of_order(sheet), closings.registered_late(sheet)):
        if mark.start not in told:
            yield mark
        told.add(mark.start)


def _out_of_order(sheet: Sheet) -> Iterator[Mark]:
    for block in sheet.prose:
        if not block.has_figures:
            continue
        spans = [span for span in days.spans(block.text, block.language) if span.year]
        yield from _over(block, spans)
        for first, second in itertools.pairwise(spans):
            told = _disorder(block, first, second)
            if told:
                yield block.mark(
                    "D121", second.start, second.end,
                    f"{block.text[second.start : second.end]} {told} "
                    f"{block.text[first.start : first.end]}",
                    "look both dates up again", WARNING,
                )  # fmt: skip


_OPENS = sought(
    r"\b(?:opens?|opening|starts?|begins?|ouverture|ouvrent?|début|Beginn|Start|apertura|inicio)\b",
    re.IGNORECASE,
)
_CLOSES = sought(
    r"\b(?:closes?|closing|ends?|deadline|due|clôture|fin|date limite|Ende|Schluss|cierre)\b",
    re.IGNORECASE,
)


def _opened_after_its_end(sheet: Sheet) -> Iterator[Mark]:
    """*Nominations open: 2 August*, and in the next item *Nominations close: 11 July*."""
    labelled = [
        (block, span, block.text[: span.start])
        for block, span in spans_of(sheet)
        if block.kind == "item" and span.year and span.start < _LABEL
    ]
    for (block, first, opens), (other, last, closes) in itertools.pairwise(labelled):
        is_pair = other.run == block.run and block is not other and first.year == last.year
        if not (is_pair and _OPENS.search(opens) and _CLOSES.search(closes)):
            continue
        begins, ends = first.dates(first.year or 0), last.dates(last.year or 0)
        if begins and ends and ends[1] < begins[0] and not _CLOSES.search(opens):
            yield block.mark(
                "D121", first.start, first.end,
                f"{block.text[first.start : first.end]} is the beginning, and lies behind the "
                f"end, {other.text[last.start : last.end]}",
                "look both dates up again", WARNING,
            )  # fmt: skip


_LABEL = 60
_OPEN = sought(
    r"\b(?:(?:is|are|remains?|stays?) (?:still )?open(?: to all)?|appl(?:y|ications?)|submi\w+"
    r"|regist\w+|sign up|sen[dt] (?:us|your|their|in|them)|deadline|write to us"
    r"|reste(?:nt)? ouverte?s?"
    r"|est ouverte?|sont ouverte?s|candidatures?|inscri\w+|envoye[rz]|écrivez|date limite"
    r"|dépos(?:er|ez)|répond(?:re|ez))\b[^.!?]{0,80}?"
    r"\b(?:until|by|before|no later than|is|on|jusqu['’]au|avant le|au plus tard le|est le|:)\s+"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? |le |(?:lun|mar|mercre|jeu|vendre|same)di )?"
    r"$",
    re.IGNORECASE,
)
_PAST = sought(
    r"\b(?:was|were|had|until then|closed|ended|étai(?:t|ent)|fut|avai(?:t|ent)|clos\w*)\b"
    r"|\w+ed by\b",
    re.IGNORECASE,
)


def _over(block: Block, spans: Sequence[Span]) -> Iterator[Mark]:
    """What is still open, by its words, and was closed on the day of the text."""
    date = block.sheet.date if block.sheet.is_dated else None
    if date is None:
        return
    for span in spans:
        until = span.dates(span.year or 0)
        before = block.text[max(0, span.start - 140) : span.start]
        sentence = re.split(r"[.!?]\s", before)[-1]
        if until and until[1] < date and _OPEN.search(sentence) and not _PAST.search(sentence):
            yield block.mark(
                "D121", span.start, span.end,
                f"{block.text[span.start : span.end]} was over on the day of this text, {date}",
                "look both dates up again", WARNING,
            )  # fmt: skip


def _disorder(block: Block, first: Span, second: Span) -> str:
    one, other = (span.dates(span.year or 0) for span in (first, second))
    if one is None or other is None:
        return ""
    before = block.text[max(0, first.start - 120) : first.start]
    between = block.text[first.end : second.start]
    if other[1] < one[0] and _SENT.search(before) and _ANSWERED.search(between):
        return "is the answer, and lies before the deadline of"
    if other[0] > one[1] and _TAKES_PLACE.search(before) and _REGISTER.search(between):
        return "is the last day to register for what takes place on"
    return ""


_SINCE = sought(r"\b(?:since|depuis|seit)\s+(20\d\d)\b(?![-–])", re.IGNORECASE)
_TOO_LONG = sought(
    r"\b(?:in|by|since|until|from|en|depuis|dès|d['’]ici(?: à)?|jusqu['’]en)\s+((?:19|20)\d{3})\b"
    r"(?![.,:/-]?\d)(?=\s*[.,;:)]|\s+(?:the|it|we|and|to|with|le|la|les|et|il)\b|\s*$)",
    re.IGNORECASE,
)


def d122_year_that_cannot_be(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Since 2035*, *by 20262*: no calendar of today has this year.
    Remedy: look it up again."""
    if sheet.kind == "page":
        return
    year = (sheet.date or register.today).year
    for block in sheet.prose:
        if not block.has_figures:
            continue
        for found in _SINCE.finditer(block.text):
            if int(found[1]) > max(year, register.today.year if register.today.year < 9999 else 0):
                yield _impossible(block, found, "is still to come")
        for found in _TOO_LONG.finditer(block.text):
            yield _impossible(block, found, "has a figure too many")
    # An old text may have been brought up to date.
    now = max(year, register.today.year)
    for block, span in spans_of(sheet):
        is_turn = (span.month, span.first) in ((1, 1), (12, 31))
        if span.year and now + _FAR < span.year < now + 100 and not is_turn:
            yield block.mark(
                "D122", span.start, span.end, f"{span.year} is {span.year - now} years ahead",
                "look it up again", WARNING,
            )  # fmt: skip


_FAR = 8
"""So many years ahead nobody names the day."""


def _impossible(block: Block, found: re.Match[str], told: str) -> Mark:
    return block.mark(
        "D122", found.start(1), found.end(1), f"{found[1]} {told}", "look it up again", WARNING
    )


_HOURS = sought(
    r"\b(?:from|between|de|entre)\s+(?P<first>\d{1,2})(?P<sign>:|\s?h\s?|\.)(?P<minute>\d\d)?\s+"
    r"(?:to|and|until|à|et)\s+(?P<last>\d{1,2})(?::|\s?h\s?|\.)(?P<end>\d\d)?(?!\d)"
    r"(?!\s?[ap]\.?m)",
    re.IGNORECASE,
)


_ALONE = sought(
    r"^\W*(?P<first>\d{1,2})(?P<sign>[:.h])(?P<minute>\d\d)?\s?[-–—]\s?(?P<last>\d{1,2})[:.h](?P<end>\d\d)?\W*$"
)
"""The hours of a row, in a cell of their own."""
_TWELVE = sought(
    r"(?<![\d.,:/-])(?P<hour>1[3-9]|2[0-4])(?:[.:]\d\d)?[ \u00a0]?(?:[ap]\.?m|[AP]M)\b"
)
"""Hours of the long day with those of the short one."""


def d123_hours_the_wrong_way_round(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*From 15:00 to 14:30*: what ends before it begins. *10:00–11:30*, and in the next line of
    the programme *11:00–12:00*.
    Remedy: exchange the two, or correct one."""
    if sheet.kind == "page":
        return
    for block in sheet.blocks:
        form = _ALONE if block.kind == "cell" else _HOURS
        for found in form.finditer(block.text) if block.has_figures else ():
            first, last = (
                int(found[hour]) * 60 + int(found[minute] or 0)
                for hour, minute in (("first", "minute"), ("last", "end"))
            )
            # From evening to morning is a night.
            if last < first < 18 * 60 and last >= 6 * 60 and max(first, last) < 24 * 60:
                if found["sign"] == "." and not found["minute"]:
                    continue
                yield _backwards(block, found)
    yield from _dashed(sheet)
    yield from programmes.overlapping(sheet)
    for block in sheet.saying("start", "begin", "open", "commence", "débute", "ouvre"):
        yield from programmes.ends_before_it_starts(block)


_DASHED = sought(
    r"(?<![\w.,:/–-])(?P<first>\d{1,2})(?:(?::|\s?h)(?P<minute>\d\d)?)?\s?(?P<am>[ap]\.?m\.?)?"
    r"\s?[-–—]\s?(?P<last>\d{1,2})(?P<sign>:|\s?h)?(?P<end>\d\d)?\s?(?P<pm>[ap]\.?m\.?)?"
    r"(?![\w:/-]|[.,]\d)",
    re.IGNORECASE,
)
_LONG_DAY = sought(r"(?<![\d.,:/-])(?:1[3-9]|2[0-3])(?::\d\d|\s?h)(?!\w|:)")


def _dashed(sheet: Sheet) -> Iterator[Mark]:
    """`12:30 - 11:00`: in a text that counts to twelve only where am and pm stand."""
    has_long_day: bool | None = None
    for block in sheet.blocks:
        found_here = _DASHED.finditer(block.text) if block.has_figures else ()
        for found in found_here if block.kind != "cell" else ():
            if not (found["am"] and found["pm"]):
                if found["am"] or found["pm"] or not found["sign"]:
                    continue
                if found["sign"] == ":" and not (found["minute"] and found["end"]):
                    continue
                if has_long_day is None:
                    has_long_day = bool(_LONG_DAY.search(sheet.reading.text))
                if not has_long_day:
                    continue
            first, last = (
                _minutes(found, "first", "minute", "am"),
                _minutes(found, "last", "end", "pm"),
            )
            if 6 * 60 <= last < first < 18 * 60:
                yield _backwards(block, found)


def _minutes(found: re.Match[str], hour: str, minute: str, half: str) -> int:
    """
    >>> _minutes(re.match("(?P<h>12)(?P<m>30)(?P<half>pm)", "1230pm"), "h", "m", "half")
    750
    """
    hours = int(found[hour])
    if found[half]:
        hours = hours % 12 + 12 * found[half].lower().startswith("p")
    return hours * 60 + int(found[minute] or 0)


def _backwards(block: Block, found: re.Match[str]) -> Mark:
    return block.mark(
        "D123", found.start(), found.end(), f"{found[0]!r} ends before it begins",
        "exchange the two, or correct one", WARNING,
    )  # fmt: skip


def d124_hour_of_no_clock(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*17 pm*: am and pm count to twelve.
    Remedy: write 5 pm, or 17:00."""
    for block in sheet.blocks:
        for found in _TWELVE.finditer(block.text) if block.has_figures else ():
            yield block.mark(
                "D124", found.start(), found.end(), f"no clock shows {found[0]!r}",
                f"write {int(found['hour']) - 12 or 12} pm, or {found['hour']}:00", WARNING,
            )  # fmt: skip
