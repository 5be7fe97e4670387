"""The agenda as a calendar file that any calendar takes up (RFC 5545)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from pipeline import idioms, notices
from pipeline.addresses import host_of
from pipeline.errors import Finding, Level
from pipeline.model.house import Event, Organisation
from pipeline.model.texts import Text
from pipeline.renderers.job import Job

STATUSES = {"postponed": "TENTATIVE", "cancelled": "CANCELLED"}
# RFC 5545 §3.1 counts octets, the blank that begins a continuation among them.
LINE = 75
# A reader may take any of these for the end of a line, and what follows for a property.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
# The grammar wants one component at least, also from an agenda with nothing exact in it.
_NOTHING = (
    "BEGIN:VTIMEZONE",
    "TZID:UTC",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0000",
    "END:STANDARD",
    "END:VTIMEZONE",
)


def render(job: Job) -> bytes:
    edition = job.edition
    for event in edition.agenda:
        if not _is_dated(event):
            job.report(_undated(event))
    organisation, agenda = edition.organisation, job.words["agenda"]
    notice = notices.notice(edition, job.words)
    return calendar_of(
        edition.agenda,
        name=" – ".join(filter(None, (organisation.short_name.plain, agenda, notice))),
        domain=domain_of(organisation),
        stamp=edition.date,
        language=edition.language,
        words=job.words,
        notice=notice,
    )


def calendar_of(
    events: Iterable[Event],
    *,
    name: str,
    domain: str,
    stamp: dt.date,
    language: str,
    words: Mapping[str, str],
    notice: str = "",
) -> bytes:
    """The *events* with exact days as one calendar, as it stood on the day of the *stamp*.

    The *notice* goes with each of them: calendars forget which file an event came from.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Broadside//Agenda//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(name)}",
    ]
    dated = [event for event in events if _is_dated(event)]
    for event in dated:
        lines += _entry(event, domain, stamp, language, words, notice)
    lines += [*(() if dated else _NOTHING), "END:VCALENDAR"]
    return b"".join(_folded(line) for line in lines)


def domain_of(organisation: Organisation) -> str:
    """Whose ids these are: `efus.eu`, or `efus.invalid` of a house without a website."""
    website = organisation.website
    if host := host_of(website if "//" in website else f"//{website}"):
        return host.removeprefix("www.")
    slug = re.sub(r"[^a-z0-9]+", "-", organisation.short_name.plain.lower()).strip("-")
    return f"{slug or 'house'}.invalid"


def _is_dated(event: Event) -> bool:
    return event.start.is_exact and (event.end is None or event.end.is_exact)


def _undated(event: Event) -> Finding:
    return Finding(
        "M410",
        f"'{event.title.plain}' is not in the calendar file: its days are not known",
        "give 'start' and 'end' as days, like 2020-03-26, once they are fixed",
        event.at("start"),
        Level.NOTE,
    )


def _entry(
    event: Event,
    domain: str,
    stamp: dt.date,
    language: str,
    words: Mapping[str, str],
    notice: str,
) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(f'{event.id}@{domain}')}"
    yield f"DTSTAMP:{_date(stamp)}T000000Z"
    # A later issue corrects an earlier one, whatever a calendar has stored of it.
    yield f"SEQUENCE:{max(0, (stamp - dt.date(1970, 1, 1)).days)}"
    yield f"DTSTART;VALUE=DATE:{_date(event.start.first)}"
    last = max(event.start.first, event.last_day)
    if last < dt.date.max:
        # The end is the first day that is free again.
        yield f"DTEND;VALUE=DATE:{_date(last + dt.timedelta(days=1))}"
    yield f"STATUS:{STATUSES.get(event.status, 'CONFIRMED')}"
    # An invitation to read about is not an hour taken.
    yield "TRANSP:TRANSPARENT"
    yield _worded("SUMMARY", _summary(event, words), event.title, language)
    if place := ", ".join(filter(None, [event.place.plain, event.country_name])):
        yield _worded("LOCATION", place, event.place, language)
    if description := "\n".join(filter(None, [notice, _description(event, words, language)])):
        yield _worded("DESCRIPTION", description, event.link_text, language)
    if event.project.plain:
        yield _worded("CATEGORIES", event.project.plain, event.project, language)
    if address := _address(event.link):
        yield f"URL:{address}"
    yield "END:VEVENT"


def _summary(event: Event, words: Mapping[str, str]) -> str:
    """`PRACTICIES: Final conference (members only)`: all that a month's view shows."""
    title, project = event.title.plain, event.project.plain
    if project and project.casefold() not in title.casefold():
        title = f"{project}: {title}"
    marks = [words["members_only"]] if event.audience == "members" else []
    # Few calendars show the status of what they took up.
    marks += [words[event.status]] if event.status in STATUSES else []
    return f"{title} ({', '.join(marks)})" if marks else title


def _description(event: Event, words: Mapping[str, str], language: str) -> str:
    nth = idioms.of_edition(event.edition.plain, language.partition("-")[0])
    edition = words["nth_edition"].format(nth=nth) if nth else ""
    partner = words["with_partner"].format(name=event.partner.plain) if event.partner else ""
    link = "\n".join(filter(None, [event.link_text.plain, _address(event.link)]))
    return "\n".join(filter(None, [edition, partner, link if event.link else ""]))


def _worded(name: str, words: str, text: Text, language: str) -> str:
    tongue = re.sub(r"[^A-Za-z0-9-]", "", text.language or language)
    return f"{name};LANGUAGE={tongue}:{_text(words)}" if tongue else f"{name}:{_text(words)}"


def _address(link: str) -> str:
    """*link* as a URI of the web in ASCII, or nothing."""
    if not link.lower().startswith(("https://", "http://")):
        return ""
    return quote(link, safe="%/:?#[]@!$&'()*+,;=~", errors="replace")


def _text(words: str) -> str:
    r"""
    >>> _text("Riga, 26–27 March;\r\nall day")
    'Riga\\, 26–27 March\\;\\nall day'
    """
    words = _CONTROLS.sub(" ", re.sub(r"\r\n?", "\n", words))
    return re.sub(r"([\\,;])", r"\\\1", words).replace("\n", r"\n")


def _date(date: dt.date) -> str:
    return date.isoformat().replace("-", "")


def _folded(line: str) -> bytes:
    """*line* with its ends, in pieces of 75 octets that break no letter."""
    rest, pieces = line.encode(), []
    while len(rest) > LINE:
        cut = LINE
        while rest[cut] & 0xC0 == 0x80:
            cut -= 1
        pieces.append(rest[:cut])
        rest = b" " + rest[cut:]
    return b"\r\n".join([*pieces, rest, b""])
