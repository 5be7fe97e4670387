"""All that a publication has brought out: a page, an Atom feed and a JSON feed in each language."""

from __future__ import annotations

import datetime as dt
import json
import re
import uuid
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin
from xml.sax.saxutils import escape, quoteattr
from zoneinfo import ZoneInfo

from pipeline import outputs, provenance
from pipeline.embargo.lock import OPEN, Lock
from pipeline.model.corpus import Corpus
from pipeline.model.editions import Publication
from pipeline.model.house import Organisation
from pipeline.renderers import eml, ics, letter
from pipeline.typesetting import Typesetter

PAGE = "web.html"
"""An issue that has no such page cannot be linked, and is not listed."""
VERSION = "https://jsonfeed.org/version/1.1"
RELATIVE = re.compile(r"(?![a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """An edition that has come out, in one language."""

    slug: str
    masthead: str
    """What the publication calls itself; nothing, where its issues have subjects alone."""
    title: str
    summary: str
    number: str
    date: dt.date
    folder: str
    """Where its files are, seen from the archive: `2019-12/en`."""
    files: tuple[str, ...]
    content: str
    """What its page says, its addresses made whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The issues of a publication in one language, newest first."""

    publication: Publication
    language: str
    house: Organisation
    issues: tuple[Issue, ...]
    mark: str
    """What the names of the files of this language have before their ending."""

    @property
    def base(self) -> str:
        """The address of the archive; empty if nobody has said where it is put."""
        online = self.house.mail.online.rstrip("/")
        return f"{online}/" if online else ""

    @property
    def title(self) -> str:
        return self.issues[0].masthead or self.house.name.plain

    def moment(self, issue: Issue) -> str:
        """The morning on which it came out, where the house is (RFC 3339)."""
        zone = ZoneInfo(self.house.timezone)
        return dt.datetime.combine(issue.date, eml.HOUR_OF_SENDING, zone).isoformat()

    def identity(self, slug: str = "") -> str:
        """A name for ever, wherever the files are moved and whatever is added."""
        place = (ics.domain_of(self.house), self.publication.slug, slug, self.language)
        return uuid.uuid5(uuid.NAMESPACE_URL, "/".join(place)).urn


def write(
    out: Path,
    corpus: Corpus,
    publications: Sequence[Publication],
    typesetter: Typesetter,
    now: dt.datetime,
    lock: Lock = OPEN,
) -> None:
    for publication in publications:
        is_shown = publication.archive and publication.audience == "public"
        all_ = _shelves(out, corpus, publication, now) if is_shown else ()
        shelves = [shelf for shelf in all_ if shelf.issues]
        take_down(out / publication.slug, {shelf.mark for shelf in shelves})
        for shelf in shelves:
            for name, content in files(shelf, shelves, typesetter):
                path = out / publication.slug / name
                if outputs.read(path) != content:
                    lock.refuse_file(f"{publication.slug}/{name}", content)
                    outputs.replace(path, content)


def take_down(place: Path, marks: Collection[str] = ()) -> None:
    """Take the archives away, but for those of languages that have these *marks*."""
    for feed in sorted(place.glob("feed*.json")):
        mark = feed.name.removeprefix("feed").removesuffix(".json")
        if mark not in marks and VERSION.encode() in (outputs.read(feed) or b""):
            for name in (f"index{mark}.html", f"feed{mark}.xml", f"feed{mark}.json"):
                outputs.remove(place / name)


def files(
    shelf: Shelf, shelves: Sequence[Shelf], typesetter: Typesetter
) -> Iterator[tuple[str, bytes]]:
    page = typesetter.set_archive(
        shelf.publication,
        shelf.language,
        shelf.house,
        issues=shelf.issues,
        masthead=shelf.title,
        pages=tuple((other.language, f"index{other.mark}.html") for other in shelves),
        atom=f"feed{shelf.mark}.xml",
        json=f"feed{shelf.mark}.json",
    )
    yield f"index{shelf.mark}.html", page.strip().encode() + b"\n"
    yield f"feed{shelf.mark}.xml", atom(shelf).encode()
    yield f"feed{shelf.mark}.json", json_feed(shelf).encode()


def _shelves(
    out: Path, corpus: Corpus, publication: Publication, now: dt.datetime
) -> Iterator[Shelf]:
    houses = {copy.organisation.name.plain for copy in corpus.copies.values()}
    standing = [
        (folder.name, told["languages"])
        for folder, told in provenance.standing(out)
        if folder.parts[0] == publication.slug and provenance.is_of(told, houses)
    ]
    for number, (language, copy) in enumerate(corpus.copies.items()):
        base = copy.organisation.mail.online.rstrip("/")
        # A day begins when it does where the house is, as it does for the choice of an issue.
        here = now.astimezone(ZoneInfo(copy.organisation.timezone))
        issues = [
            _issue(out / publication.slug, slug, language, languages[language], base)
            for slug, languages in standing
            if language in languages and _is_out(languages[language], here)
        ]
        yield Shelf(
            publication=publication,
            language=language,
            house=copy.organisation,
            issues=tuple(sorted(issues, key=lambda issue: (issue.date, issue.slug), reverse=True)),
            mark=f".{language}" if number else "",
        )


def _is_out(entry: provenance.Provenance, now: dt.datetime) -> bool:
    """Whether the day of an edition has come, and the end of every embargo in it."""
    embargo = str(entry.get("embargo") or "")
    if entry.get("newsroom"):
        return False
    if embargo and now < dt.datetime.fromisoformat(embargo):
        return False
    return PAGE in entry.get("sizes", {}) and str(entry.get("date")) <= now.date().isoformat()


def _issue(place: Path, slug: str, language: str, entry: provenance.Provenance, base: str) -> Issue:
    folder = f"{slug}/{language}"
    page = (outputs.seen(place / slug / language / PAGE) or b"").decode()
    main = page.partition("<main")[2].partition(">")[2].rpartition("</main>")[0]
    masthead, subject = str(entry.get("title") or slug), str(entry.get("subject") or "")
    return Issue(
        slug=slug,
        masthead=masthead if masthead != subject else "",
        title=subject or masthead,
        summary=str(entry.get("preheader", "")),
        number=str(entry.get("number", "")),
        date=dt.date.fromisoformat(str(entry["date"])),
        folder=folder,
        files=tuple(sorted(entry["sizes"])),
        content=_whole(main.strip(), f"{base}/{folder}/{PAGE}" if base else ""),
    )


def _whole(content: str, address: str) -> str:
    """A passage of a page as it can stand elsewhere: its links and pictures lead to the same."""

    def change(_: str, given: dict[str, str]) -> dict[str, str]:
        for key in ("href", "src"):
            if address and key in given and RELATIVE.match(given[key]):
                given[key] = urljoin(address, given[key])
        return given

    return letter.retag(content, change)


def atom(shelf: Shelf) -> str:
    """RFC 4287."""
    newest = shelf.issues[0]
    address = f"{shelf.base}feed{shelf.mark}.xml"
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(shelf.language)}>',
        f"<id>{escape(shelf.identity())}</id>",
        f"<title>{escape(shelf.title)}</title>",
        f"<updated>{shelf.moment(newest)}</updated>",
        f"<author><name>{escape(shelf.house.name.plain)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(address)}/>',
        f"<link href={quoteattr(f'{shelf.base}index{shelf.mark}.html')}/>",
    ]
    for issue in shelf.issues:
        lines += [
            "<entry>",
            f"<id>{escape(shelf.identity(issue.slug))}</id>",
            f"<title>{escape(issue.title)}</title>",
            f"<published>{shelf.moment(issue)}</published>",
            f"<updated>{shelf.moment(issue)}</updated>",
            f"<link href={quoteattr(f'{shelf.base}{issue.folder}/{PAGE}')}/>",
            *([f"<summary>{escape(issue.summary)}</summary>"] if issue.summary else []),
            f'<content type="html">{escape(issue.content)}</content>',
            "</entry>",
        ]
    return "\n".join([*lines, "</feed>", ""])


def json_feed(shelf: Shelf) -> str:
    """JSON Feed 1.1."""
    items = [
        {
            "id": shelf.identity(issue.slug),
            "url": f"{shelf.base}{issue.folder}/{PAGE}",
            "title": issue.title,
            "summary": issue.summary,
            "content_html": issue.content,
            "date_published": shelf.moment(issue),
            "language": shelf.language,
        }
        for issue in shelf.issues
    ]
    told = {
        "version": VERSION,
        "title": shelf.title,
        "home_page_url": f"{shelf.base}index{shelf.mark}.html",
        "feed_url": f"{shelf.base}feed{shelf.mark}.json",
        "description": shelf.house.tagline.plain,
        "language": shelf.language,
        "authors": [{"name": shelf.house.name.plain, "url": shelf.house.website}],
        "items": [{key: value for key, value in item.items() if value} for item in items],
    }
    filled = {key: value for key, value in told.items() if value}
    return json.dumps(filled, ensure_ascii=False, indent=1) + "\n"
