"""One ZIP for a newsroom: what was made above it, and all that a desk asks for."""

from __future__ import annotations

import dataclasses
import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from html import escape
from pathlib import PurePosixPath
from typing import Any

from pipeline import assets, calendar, idioms, licences, notices
from pipeline.errors import Finding, Level
from pipeline.model.editions import Edition
from pipeline.model.texts import Picture
from pipeline.renderers import factsheet, vcard
from pipeline.renderers.job import Job

RELEASES = "releases/"
RELEASE_SUFFIXES = (".docx", ".pdf", ".txt")
PRINT_WIDTH = 2400
"""Pixels: twenty centimetres in print."""
RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
LONGEST_NAME = 120
WIDTH = 24
"""Letters of the first column of the README."""


def render(job: Job) -> bytes:
    edition = job.edition
    _check_releases(job)
    files: dict[str, bytes] = {}
    for name, content in _files(job):
        files.setdefault(free_name(safe_name(name), files), content)
    files["README.txt"] = _readme(job, files).encode()
    files["manifest.json"] = _manifest(job, files)
    folder = safe_name(f"{edition.folder}-{edition.language}")
    return _zipped({f"{folder}/{name}": content for name, content in files.items()}, edition)


def _check_releases(job: Job) -> None:
    wanted = [entry.release for entry in job.edition.announcements if entry.release]
    if wanted and "editions" in job.output.options and not job.edition.enclosed:
        publication = job.output.options["editions"]
        message = f"there is no publication {publication!r}: the kit has no files of its releases"
        remedy = f"add the folder templates/{publication}/, or take 'editions' out"
        job.report(Finding("O121", message, remedy, job.output.where, Level.WARNING))


def _files(job: Job) -> Iterator[tuple[str, bytes]]:
    edition = job.edition
    for name, content in job.made.items():
        if "/" not in name:
            yield name, content
    yield from _releases(job.made)
    yield from _pictures(job)
    yield from _logos(job)
    if edition.figures:
        heading = f"{edition.title.plain}\n{_notice(job)}\n"
        told = factsheet.as_text(edition.figures, job.words, edition.language)
        yield "facts.txt", f"{heading}{told}".encode()
        notice = notices.notice(edition, job.words)
        yield "facts.csv", factsheet.as_table(edition.figures, job.words, edition.language, notice)
    if edition.contacts:
        notice = notices.notice(edition, job.words)
        date, house = edition.date, edition.organisation
        yield "contacts.vcf", vcard.cards(edition.contacts, house, date, notice)


def _releases(made: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Each release under its own name, so that a file says what it is wherever it is saved."""
    for name, content in made.items():
        path = PurePosixPath(name)
        if name.startswith(RELEASES) and len(path.parts) == 3 and path.suffix in RELEASE_SUFFIXES:
            yield f"{RELEASES}{path.parts[1]}{path.suffix}", content


# Pictures ---------------------------------------------------------------------------------


def _pictures(job: Job) -> Iterator[tuple[str, bytes]]:
    pictures = _shown(job.edition)
    for picture in pictures:
        yield from _picture(picture, f"pictures/{picture.name}", PRINT_WIDTH, job)
    if pictures:
        told = "\n\n".join(_credit(picture, job) for picture in pictures)
        yield "pictures/credits.txt", f"{_notice(job)}{told}\n".encode()


def _shown(edition: Edition) -> tuple[Picture, ...]:
    logo = edition.organisation.brand.logo
    return tuple(picture for picture in edition.pictures if not logo or picture.name != logo.name)


def _logos(job: Job) -> Iterator[tuple[str, bytes]]:
    logo = job.edition.organisation.brand.logo
    if logo:
        yield from _picture(logo, f"logos/{PurePosixPath(logo.name).name}", PRINT_WIDTH, job)


def _picture(picture: Picture, name: str, width: int, job: Job) -> Iterator[tuple[str, bytes]]:
    """The file with its credit inside; a drawing as pixels, too, for those who cannot open it."""
    content = job.assets[picture.url]
    yield name, _credited(content, picture)
    if assets.sniff(content) == "svg":
        yield f"{name.removesuffix('.svg')}.png", _credited(_drawn(picture, width, job), picture)


def _credited(content: bytes, picture: Picture) -> bytes:
    caption = picture.caption.plain or picture.alt.plain
    return assets.with_credit(content, picture.credit.plain, picture.licence, caption)


def _drawn(picture: Picture, width: int, job: Job) -> bytes:
    """A drawing as pixels, see-through where nothing is drawn."""
    from pipeline.renderers import page_pictures, paper

    across, down = max(picture.width, 1), max(picture.height, 1)
    style = f"@page{{size:{across}px {down}px;margin:0}}img{{display:block;width:{across}px}}"
    image = f'<img src="{escape(picture.url)}" alt="">'
    page = f"<!DOCTYPE html><style>{style}</style>{image}"
    alone = dataclasses.replace(job, page=page)
    drawn = paper.print_pdf(paper.lay_out(alone), alone)
    return page_pictures.render_page(drawn, 1, width, see_through=True)


def _credit(picture: Picture, job: Job) -> str:
    licence = licences.shown(picture.licence)
    lines = [
        picture.name,
        f"    {picture.caption.plain or picture.alt.plain}",
        f"    {factsheet.labelled(job.words, 'credit', picture.credit.plain)}",
        f"    {factsheet.labelled(job.words, 'licence', licence)}",
    ]
    if picture.format != "svg" and picture.width:
        lines.append(f"    {picture.width} × {picture.height} px")
    return "\n".join(lines)


# What is said of it -----------------------------------------------------------------------


def _notice(job: Job) -> str:
    """The line that goes before everything else, and a blank one; nothing without an embargo."""
    said = [idioms.capitals(notices.embargo(job.edition, job.words), job.edition.language)]
    said.append(notices.newsroom(job.edition, job.words))
    line = " · ".join(filter(None, said))
    return f"{line}\n\n" if line else ""


def _readme(job: Job, files: Mapping[str, bytes]) -> str:
    edition, words = job.edition, job.words
    date = calendar.day(edition.date, edition.language)
    title, house = edition.title.plain, edition.organisation
    names = {"title": title, "name": house.name.plain, "date": date}
    opening = re.sub(r"\{(\w+)\}", lambda found: names.get(found[1], ""), words["kit_is"])
    lines = [
        idioms.capitals(words["press_kit"], edition.language),
        title,
        "",
        f"{_notice(job)}{opening}",
        "",
    ]
    lines += [f"{name:<{WIDTH}}{words[said]}" for name, said in _entries(files)]
    if _shown(edition):
        lines += ["", words["kit_credit"]]
    for contact in edition.contacts:
        phone = contact.phone or house.phone
        lines += [
            "",
            *filter(None, (contact.label.plain, contact.name.plain, phone, contact.email)),
        ]
    if house.website:
        lines += ["", house.website]
    return "\n".join(lines) + "\n"


def _entries(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """What stands in the folder, and the name of the words that explain it."""
    for name in files:
        if "/" not in name and name.endswith(".pdf"):
            yield name, "kit_pdf"
    folders = {name.split("/")[0] for name in files if "/" in name}
    for folder in ("releases", "pictures", "logos"):
        if folder in folders:
            yield f"{folder}/", f"kit_{folder}"
    if "facts.txt" in files:
        yield "facts.txt, facts.csv", "kit_facts"
    if "contacts.vcf" in files:
        yield "contacts.vcf", "kit_contacts"
    yield "manifest.json", "kit_manifest"


def _manifest(job: Job, files: Mapping[str, bytes]) -> bytes:
    edition = job.edition
    by_name = {safe_name(f"pictures/{picture.name}"): picture for picture in edition.pictures}
    told: dict[str, Any] = {
        "title": edition.title.plain,
        "edition": edition.slug,
        "language": edition.language,
        "date": edition.date.isoformat(),
        "publisher": edition.organisation.name.plain,
    }
    if edition.embargo:
        told["embargo"] = edition.embargo.isoformat()
    if edition.newsroom:
        told["newsroom"] = edition.newsroom
    told["files"] = [_entry(name, files[name], by_name.get(name)) for name in sorted(files)]
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def _entry(name: str, content: bytes, picture: Picture | None) -> dict[str, Any]:
    entry = {"name": name, "bytes": len(content), "sha256": sha256(content).hexdigest()}
    if picture:
        entry |= {"credit": picture.credit.plain, "licence": picture.licence}
    return entry


# The archive ------------------------------------------------------------------------------


def safe_name(name: str) -> str:
    """A relative path that every system can unpack, and only below the folder it is unpacked in.

    >>> safe_name("../pictures//Café: Riga?.png"), safe_name("aux.txt")
    ('pictures/Café- Riga-.png', '_aux.txt')
    """
    parts = re.split(r"[/\\]", unicodedata.normalize("NFC", name))
    kept = [_safe_part(part) for part in parts if part.strip(". ")]
    return "/".join(kept) or "unnamed"


def _safe_part(part: str) -> str:
    written = "".join(
        "-" if sign in '<>:"|?*' or unicodedata.category(sign)[0] == "C" else sign for sign in part
    )
    stem, dot, suffix = written.strip(" ").rstrip(". ").rpartition(".")
    short = f"{stem[:LONGEST_NAME]}{dot}{suffix[:LONGEST_NAME]}"
    return f"_{short}" if RESERVED.match(short) else short


def free_name(name: str, taken: Mapping[str, Any]) -> str:
    """The name, or one like it if it is taken: some systems do not tell capitals apart."""
    others = {other.casefold() for other in taken}
    stem, dot, suffix = name.rpartition(".")
    tries: Sequence[str] = [name, *(f"{stem}-{n}{dot}{suffix}" for n in range(2, 1000))]
    return next(other for other in tries if other.casefold() not in others)


def _zipped(files: Mapping[str, bytes], edition: Edition) -> bytes:
    """The same bytes from the same files, on any machine."""
    date = (max(edition.date.year, 1980), edition.date.month, edition.date.day, 0, 0, 0)
    buffer = io.BytesIO()
    # Not deflated: what is large in it is compressed already, and no two zlibs write alike.
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, date)
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, files[name])
    return buffer.getvalue()
