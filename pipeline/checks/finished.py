"""Finished files read back: what was declared stands there, and nothing that was not meant."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from pipeline.checks import contacts, reading_back
from pipeline.checks.pencil import ERROR, WARNING, Mark
from pipeline.checks.reading_back import Finished, Page
from pipeline.checks.register import Register
from pipeline.model.corpus import Copy
from pipeline.model.sources import Source
from pipeline.sought import sought

if TYPE_CHECKING:
    from pipeline.checks.sheet import Sheet

CLIPPED_AT = 102_400


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


def _unbroken(text: str, register: Register) -> str:
    """*text* with the hyphens of our addresses that a line of print ended in, and lost."""
    for mail in sorted(mail for mail in register.emails if "-" in mail):
        parted = re.escape(mail).replace(r"\-", "-?")
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
    text = finished.text if finished.suffix not in (".html",) else finished.content.decode()
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

    sheet = _sheet(finished, register)
    for check in (facts.f102_typed_number_contradicts_a_fact, facts.f104_figure_that_is_refused):
        for mark in check(sheet, register):
            if mark.finding.level is ERROR:
                where = mark.finding.location
                yield finished.mark(
                    "F130",
                    mark.finding.message,
                    "mend the source, and build again",
                    WARNING,
                    where.line or 1,
                )


def c130_contact_in_a_finished_file(finished: Finished, register: Register) -> Iterator[Mark]:
    """An address or a telephone in the finished file is nearly a registered one.
    Remedy: mend the source, and build again."""
    if not _is_read(finished) or not contacts.may_be_wrong(finished.text, register):
        return
    sheet = _sheet(finished, register)
    for check in (
        contacts.c102_email_is_not_ours,
        contacts.c105_telephone_is_not_ours,
        contacts.c103_domain_is_retired,
    ):
        for mark in check(sheet, register):
            if mark.finding.level is ERROR:
                yield finished.mark(
                    "C130",
                    mark.finding.message,
                    mark.finding.remedy,
                    ERROR,
                    mark.finding.location.line or 1,
                )


def d130_event_in_a_finished_file(finished: Finished, register: Register) -> Iterator[Mark]:
    """The dates of an event in the finished file are not those of the agenda.
    Remedy: mend the source, and build again."""
    if finished.suffix == ".ics":
        yield from _calendar(finished, register)
    elif _is_read(finished):
        from pipeline.checks import happenings

        sheet = _sheet(finished, register)
        for mark in happenings.f107_dates_of_an_event_differ(sheet, register):
            if mark.finding.level is ERROR:
                yield finished.mark(
                    "D130",
                    mark.finding.message,
                    mark.finding.remedy,
                    ERROR,
                    mark.finding.location.line or 1,
                )


def _calendar(finished: Finished, register: Register) -> Iterator[Mark]:
    text = finished.text
    titles = {event.title.plain: event for event in register.events(finished.language)}
    by_start: dict[str, set[str]] = {}
    for event in titles.values():
        by_start.setdefault(event.start.first.strftime("%Y%m%d"), set()).add(event.id)
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
        return (
            ""
            if target in page.identifiers or target == "top"
            else f"there is no #{target} in the page"
        )
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


def p400_contents_page_is_untrue(finished: Finished, register: Register) -> Iterator[Mark]:
    """Who turns to the page that the contents name finds another chapter.
    Remedy: build again; tell whoever keeps the templates."""
    if finished.suffix != ".pdf" or "booklet" in finished.path.name:
        return
    texts = finished.leaves
    wrong = [entry for told in _contents(texts) for entry in _untrue_of(told, texts)]
    for title, folio in wrong[:5]:
        yield finished.mark(
            "P400",
            f"{title!r} is not on page {folio}, where the contents have it",
            "build again; tell whoever keeps the templates",
        )


_ENTRY = sought(
    r"^(?P<title>[^\W\d_].{3,90}?)[\s.…·]{1,120}(?P<folio>\d{1,3})$"
    r"|^(?:\d{1,2}\.?\s+)(?P<other>[^\W\d_].{3,90}?)[\s.…·]{1,120}(?P<page>\d{1,3})$"
)


_RUN_IN = sought(r"(?P<title>[^\W\d_]\D{0,200}?)[\s.…·]{1,120}(?P<folio>\d{1,3})(?=\s|$)")
_PAGE_OF = sought(r"\d\s+\w{1,4}$")


def _contents(texts: list[str]) -> Iterator[list[tuple[str, int]]]:
    """The lines of each page that end in a figure, where the figures grow as folios do."""
    for text in texts[:8]:
        entries = [entry for line in text.splitlines() for entry in _entries(line.strip())]
        falls = sum(later < folio for (_, folio), (_, later) in itertools.pairwise(entries))
        if len(entries) >= 4 and falls <= 1:
            yield entries


def _untrue_of(told: list[tuple[str, int]], texts: list[str]) -> list[tuple[str, int]]:
    wrong = _untrue(told, texts, _shift(told, texts))
    # Where most lines of a page are untrue, it is a table, a list of prices, or a cover.
    return wrong if 2 * len(wrong) <= len(told) else []


def _shift(told: list[tuple[str, int]], texts: list[str]) -> int:
    """The folio may begin on another sheet: one shift for the whole book."""
    return min(range(-3, 12), key=lambda shift: len(_untrue(told, texts, shift)))


def _entries(line: str) -> list[tuple[str, int]]:
    """What a line of the contents names: one heading, or the parts of a chapter, run in."""
    whole = _ENTRY.match(line)
    if not whole:
        return []
    parts = [(part["title"], int(part["folio"])) for part in _RUN_IN.finditer(line)]
    folios = [folio for _, folio in parts]
    # "Top 5 demands 12" is one heading; "Introduction 5 Recommendations 6" are two.
    begins_anew = len(parts) == 2 and not parts[1][0][0].islower()
    if (begins_anew or len(parts) > 2) and folios == sorted(folios):
        return parts
    title = (whole["title"] or whole["other"]).strip(" .")
    # The foot of the page itself: page 2 of 14.
    return [] if _PAGE_OF.search(title) else [(title, int(whole["folio"] or whole["page"]))]


def _untrue(told: list[tuple[str, int]], texts: list[str], shift: int) -> list[tuple[str, int]]:
    wrong = []
    for title, folio in told:
        index = folio - 1 + shift
        page = _letters(texts[index]) if 0 <= index < len(texts) else ""
        if _letters(title) not in page:
            wrong.append((title, folio))
    return wrong


def _letters(text: str) -> str:
    return re.sub(r"[^\w]", "", text.casefold())


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
