"""The page that shows and links all that has been made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pipeline import calendar, outputs, provenance
from pipeline.embargo.lock import OPEN, Lock
from pipeline.frozen import dataclass
from pipeline.model.corpus import Corpus
from pipeline.model.editions import Publication
from pipeline.model.texts import Day
from pipeline.telling import size
from pipeline.typesetting import Typesetter


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A finished file, as the index tells of it."""

    name: str
    href: str
    size: str
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """An edition in one language."""

    language: str
    title: str
    """The subject of a letter, the title of anything else."""
    dated: Day | None
    """As exact as it was typed: a day, a month or a year."""
    files: tuple[Entry, ...]
    picture: str
    """The address of its first page's picture; empty if it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An edition with its languages."""

    slug: str
    date: str
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """A publication with its editions, newest first."""

    title: str
    """In the language of the page."""
    rows: tuple[Row, ...]


def write(
    out: Path,
    corpus: Corpus,
    publications: Sequence[Publication],
    typesetter: Typesetter,
    now: dt.datetime,
    lock: Lock = OPEN,
) -> None:
    copy = next(iter(corpus.copies.values()))
    words = typesetter.words(copy.language)
    shelves = tuple(shelves_of(out, publications, now, tuple(corpus.copies), words))
    page = typesetter.set_index(copy.language, copy.organisation, shelves=shelves)
    content = page.strip().encode() + b"\n"
    if outputs.read(out / "index.html") != content:
        lock.refuse_file("index.html", content)
        outputs.replace(out / "index.html", content, lasting=False)


def shelves_of(
    out: Path,
    publications: Sequence[Publication],
    now: dt.datetime,
    languages: tuple[str, ...],
    words: Mapping[str, str],
) -> Iterator[Shelf]:
    """What stands in *out*, but for what nobody may hear of yet; in the order of *languages*."""
    rows: dict[str, list[Row]] = {}
    for folder, told in provenance.standing(out):
        row = _row(folder.as_posix(), folder.name, told, now, languages)
        if row.versions:
            rows.setdefault(folder.parts[0], []).append(row)
    for publication in publications:
        mine = sorted(rows.get(publication.slug, ()), key=lambda r: (r.date, r.slug), reverse=True)
        if mine:
            title = words.get(publication.word, publication.title)
            yield Shelf(title=title, rows=tuple(mine))


def _row(
    folder: str,
    slug: str,
    told: provenance.Provenance,
    now: dt.datetime,
    languages: tuple[str, ...],
) -> Row:
    made = told.get("languages", {})
    ordered = [*(code for code in languages if code in made), *sorted(made.keys() - set(languages))]
    open_ones = {code: made[code] for code in ordered if not provenance.is_held(made[code], now)}
    dates = [str(entry.get("date", "")) for entry in open_ones.values()]
    return Row(
        slug=slug,
        date=max(dates, default=""),
        versions=tuple(_version(folder, code, entry) for code, entry in open_ones.items()),
    )


def _version(folder: str, language: str, entry: provenance.Provenance) -> Version:
    sizes, pages = entry.get("sizes", {}), entry.get("pages", {})
    files = tuple(
        Entry(
            name=name,
            href=f"{folder}/{language}/{name}",
            size=size(count),
            pages=pages.get(name, 0),
        )
        for name, count in sizes.items()
        if "/" not in name and name != provenance.PREVIEW
    )
    picture = f"{folder}/{language}/{provenance.PREVIEW}" if provenance.PREVIEW in sizes else ""
    return Version(
        language=language,
        title=str(entry.get("subject") or entry.get("title", "")),
        dated=_dated(str(entry.get("dated") or entry.get("date", ""))),
        files=files,
        picture=picture,
    )


def _dated(typed: str) -> Day | None:
    """The date of an edition; one that somebody else has written there may be none."""
    try:
        return calendar.parse_day(typed)
    except ValueError:
        return None
