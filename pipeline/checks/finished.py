"""Finished files read back: what was declared stands there, and nothing that was not meant."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from pipeline.checks import contacts, reading_back
from pipeline.checks.pencil import ERROR, WARNING, Mark
from pipeline.checks.reading_back import Finished, Page
from pipeline.checks.register import Register
from pipeline.errors import Finding
from pipeline.model.corpus import Copy
from pipeline.model.sources import Source
from pipeline.sought import sought

if TYPE_CHECKING:
    from pipeline.checks.sheet import Sheet

CLIPPED_AT = 102_400
OfSources = Callable[["Sheet", Register], Iterator[Mark]]
"""A check of what somebody wrote, asked of what was made of it."""


def _sheet(finished: Finished, register: Register) -> Sheet:
    """The words of a finished file, cut like a source; read once for all checks."""
    from pipeline.checks import cutting
    from pipeline.checks.sheet import Sheet

    key = ("finished", finished.path)
    known = register.memo.get(key)
    if isinstance(known, Sheet):
        return known
    text = _unbroken(finished.text, register) if finished.suffix == ".pdf" else finished.text
    made = re.match(r"\d{4}-\d{2}-\d{2}", finished.edition)
    sheet = Sheet(
        path=PurePath(finished.out, finished.path),
        source=text,
        kind="finished",
        language=finished.language,
        date=dt.date.fromisoformat(made[0]) if made else _date(finished, register),
    )
    # A line break of the printed page ends no paragraph; only a blank line does.
    sheet.blocks = cutting.plain(sheet)
    for block in sheet.blocks:
        block.language = finished.language
    register.memo[key] = sheet
    return sheet


_BREAKS = sought(r"[\r\n-]+")


def _unbroken(text: str, register: Register) -> str:
    """*text* with our addresses whole that a line of print has parted, at a hyphen or anywhere."""
    whole = _BREAKS.sub("", text).casefold()
    for mail in sorted(register.emails) if "@" in whole else ():
        if mail.replace("-", "") not in whole:
            continue
        parted = "[\r\n]*".join("-?" if letter == "-" else re.escape(letter) for letter in mail)
        for near in set(re.findall(rf"(?<![\w.+-]){parted}(?![\w-])", text, re.IGNORECASE)):
            if near.casefold() not in register.emails:
                text = text.replace(near, mail)
    return text


def _date(finished: Finished, register: Register) -> dt.date | None:
    copy = register.copy(finished.language)
    for one in (*copy.issues, *copy.releases, *copy.kits, *copy.manifestos, *copy.decks):
        if one.slug == finished.edition and one.date:
            return one.date.last
    return None


def _is_read(finished: Finished) -> bool:
    return finished.suffix in (".html", ".txt", ".eml", ".pdf", ".docx", ".pptx")


_LEFT = sought(
    r"\{\{|\}\}|\{%|build\.invalid|\blorem ipsum dolor\b|<built-in|\bobject at 0x[0-9a-f]+"
    r"|\bText\(html=|\[object Object\]",
    re.IGNORECASE,
)
_SIGNS = (
    *("{{", "}}", "{%", "build.invalid", "lorem ipsum dolor", "<built-in", "object at 0x"),
    *("text(html=", "[object object]"),
)
"""One of them stands in all of these, and to look for it is a tenth of the work."""
_CODE = sought(r"<(style|script)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
_MERGE = sought(r"\{\{\s*[.@#/]?\s*[\w.]+(?:\s+[\w.\"]+)*\s*\}\}")


def x130_placeholder_in_a_finished_file(finished: Finished, register: Register) -> Iterator[Mark]:
    """A look-up, a template's mark or a stand-in address was printed.
    Remedy: tell whoever keeps the templates; the edition must not go out."""
    if not _is_read(finished):
        return
    text = finished.content.decode() if finished.suffix == ".html" else finished.text
    if finished.suffix in (".html", ".txt", ".eml") and _may_be_filled_in(register):
        text = _MERGE.sub("", text)
    # A rule inside a rule, an object inside an object: two braces end many a style and script.
    text = _CODE.sub(lambda code: code[0].replace("}}", "} "), text)
    folded = text.casefold()
    found = any(sign in folded for sign in _SIGNS) and _LEFT.search(text)
    if found and not _is_typed(found[0], register):
        line = text.count("\n", 0, found.start()) + 1
        shown = text[found.start() : found.end() + 20].split("\n")[0].strip()
        message = f"{shown!r} was printed as it stands"
        yield finished.mark(
            "X130", message, "do not send it; tell whoever keeps the templates", line=line
        )


def _may_be_filled_in(register: Register) -> bool:
    """Whether a sending tool fills in what stands in braces; a faulty page leaves it open."""
    copy = register.any_copy
    is_unread = any(broken.kind == "organisation" for broken in copy.broken)
    return is_unread or copy.organisation.mail.profile in ("listmonk", "brevo")


def _is_typed(words: str, register: Register) -> bool:
    """Whether a writer wrote it: a text may speak of templates."""
    copies = register.corpus.copies.values()
    return any(words in unescape(source.markdown) for copy in copies for source in _sources(copy))


def _sources(copy: Copy) -> Iterator[Source]:
    yield from (*copy.news, *copy.releases, *copy.issues, *copy.kits, *copy.decks)
    yield from (part for kit in copy.kits for part in kit.sections)
    for manifesto in copy.manifestos:
        yield from (manifesto, *manifesto.chapters)


def f130_figure_in_a_finished_file(finished: Finished, register: Register) -> Iterator[Mark]:
    """A figure in the finished file contradicts the declared one.
    Remedy: mend the source, and build again."""
    if not _is_read(finished):
        return
    from pipeline.checks import facts

    checks = (facts.f102_typed_number_contradicts_a_fact, facts.f104_figure_that_is_refused)
    for finding in _errors(checks, finished, register):
        line = finding.location.line or 1
        remedy = "mend the source, and build again"
        yield finished.mark("F130", finding.message, remedy, WARNING, line)


def c130_contact_in_a_finished_file(finished: Finished, register: Register) -> Iterator[Mark]:
    """An address or a telephone in the finished file is nearly a registered one.
    Remedy: mend the source, and build again."""
    if not _is_read(finished) or not contacts.may_be_wrong(finished.text, register):
        return
    checks = (
        contacts.c102_email_is_not_ours,
        contacts.c105_telephone_is_not_ours,
        contacts.c103_domain_is_retired,
    )
    yield from _told_again("C130", checks, finished, register)


def d130_event_in_a_finished_file(finished: Finished, register: Register) -> Iterator[Mark]:
    """The dates of an event in the finished file are not those of the agenda.
    Remedy: mend the source, and build again."""
    if finished.suffix == ".ics":
        yield from _calendar(finished, register)
    elif _is_read(finished):
        from pipeline.checks import happenings

        checks = (happenings.f107_dates_of_an_event_differ,)
        yield from _told_again("D130", checks, finished, register)


def _told_again(
    code: str, checks: Iterable[OfSources], finished: Finished, register: Register
) -> Iterator[Mark]:
    for finding in _errors(checks, finished, register):
        line = finding.location.line or 1
        yield finished.mark(code, finding.message, finding.remedy, ERROR, line)


def _errors(
    checks: Iterable[OfSources], finished: Finished, register: Register
) -> Iterator[Finding]:
    """What *checks* of sources hold wrong in a finished file, beyond doubt."""
    sheet = _sheet(finished, register)
    for check in checks:
        for mark in check(sheet, register):
            if mark.finding.level is ERROR:
                yield mark.finding


def _calendar(finished: Finished, register: Register) -> Iterator[Mark]:
    text = finished.text
    known = {e.start.first.strftime("%Y%m%d") for e in register.events(finished.language)}
    for found in re.finditer(r"BEGIN:VEVENT(.*?)END:VEVENT", text, re.DOTALL):
        start = re.search(r"^DTSTART[^:]*:(\d{8})", found[1], re.MULTILINE)
        end = re.search(r"^DTEND[^:]*:(\d{8})", found[1], re.MULTILINE)
        summary = re.search(r"^SUMMARY[^:]*:(.*)$", found[1], re.MULTILINE)
        name = summary[1].strip() if summary else "an event"
        if not start or start[1] not in known:
            yield finished.mark(
                "D130",
                f"{name!r} begins on a day the agenda does not have",
                "build again",
            )
        elif end and end[1] <= start[1] and "VALUE=DATE" in found[1]:
            yield finished.mark("D130", f"{name!r} ends before it begins", "build again")


def l130_link_in_a_finished_file(finished: Finished, register: Register) -> Iterator[Mark]:
    """A link of the page leads to a place or a file that is not there.
    Remedy: mend the link, and build again."""
    if finished.suffix != ".html":
        return
    page = finished.page
    for href, words, line in page.links:
        why = _dead(href, page, finished)
        if why:
            shown = words or href
            yield finished.mark(
                "L130",
                f"the link {shown!r}: {why}",
                "mend the link, and build again",
                ERROR,
                line,
            )


def _dead(href: str, page: Page, finished: Finished) -> str:
    if not href or href == "#":
        return "it has no target"
    if re.match(r"^(?:[*{%$\[]|https?://[*{%$\[])|\{\{|\*\|", href):
        return ""
    try:
        parts = urlsplit(href)
    except ValueError:
        return f"{href} is no address"
    if parts.scheme in ("http", "https"):
        is_real = parts.hostname and "." in parts.hostname
        return "" if is_real else f"{href} is no address"
    if parts.scheme == "mailto":
        return "" if "@" in parts.path or not parts.path else f"{href} is no address"
    if parts.scheme:
        return ""
    if not parts.path:
        target = unquote(parts.fragment)
        is_there = target in page.identifiers or target == "top"
        return "" if is_there else f"there is no #{target} in the page"
    name = unquote(parts.path)
    if name.startswith(("/", "..")):
        return ""
    return "" if name in finished.siblings else f"there is no file {name} beside the page"


def m200_letter_is_clipped(finished: Finished, register: Register) -> Iterator[Mark]:
    """Gmail cuts a letter after 102,400 bytes, and the unsubscribe link with it.
    Remedy: take an item out."""
    if finished.path.name == "newsletter.html" and len(finished.content) > CLIPPED_AT:
        yield finished.mark(
            "M200",
            f"the letter has {len(finished.content):,} bytes, Gmail shows 102,400",
            "take an item out",
        )


_SAID_BY = {"From": "from:", "List-Unsubscribe": "unsubscribe:"}


def m201_letter_is_not_whole(finished: Finished, register: Register) -> Iterator[Mark]:
    """A letter has a subject, a sender, a text beside its HTML, and a way to leave the list.
    Remedy: complete `mail` in organisation.yaml."""
    if finished.suffix != ".eml":
        return
    letter = reading_back.letter(finished.content)
    lacks = [name for name in ("Subject", "From", "List-Unsubscribe") if not letter.get(name)]
    if lacks:
        yield finished.mark(
            "M201",
            f"the letter has no {' and no '.join(lacks)}",
            "write the issue's subject"
            if "Subject" in lacks
            else f"add {' and '.join(_SAID_BY[name] for name in lacks)}, below mail: in "
            "organisation.yaml",
            # A draft may go out of any mailbox: its mail program adds who sends it.
            ERROR if "Subject" in lacks else WARNING,
        )
    for kind in ("plain", "html"):
        if letter.get_body((kind,)) is None:
            yield finished.mark("M201", f"the letter has no {kind} part", "build again")


def x131_structured_data_broken(finished: Finished, register: Register) -> Iterator[Mark]:
    """Search engines and newsrooms read the JSON-LD; it must be whole, and say what the page says.
    Remedy: tell whoever keeps the templates."""
    if finished.suffix != ".html":
        return
    for script in finished.page.scripts:
        try:
            told = json.loads(script)
        except (ValueError, RecursionError):
            yield finished.mark(
                "X131",
                "the JSON-LD of the page cannot be read",
                "tell whoever keeps the templates",
            )
            continue
        yield from _told(finished, told, register)


def _told(finished: Finished, told: object, register: Register) -> Iterator[Mark]:
    if not isinstance(told, dict):
        return
    known = {e.start.first.isoformat() for e in register.events(finished.language)}
    begins = str(told.get("startDate", ""))[:10]
    if begins and len(begins) == 10 and begins not in known:
        yield finished.mark(
            "X131",
            f"the JSON-LD has an event on {begins}, the agenda has none",
            "build again",
        )
