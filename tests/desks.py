"""What tests of the core share: sources to write in, editions made up, orders carried out."""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import building, editions, orders, publications
from pipeline.corpus import reading
from pipeline.errors import Finding
from pipeline.model.corpus import Copy, Corpus
from pipeline.model.editions import Edition, Refused
from pipeline.telling import Desk
from pipeline.workers import Limits

SMALL = Path(__file__).parent / "templates_small"
"""Publications of one text file each, so that a whole build takes no time."""
NOW = dt.datetime(2025, 6, 10, 9, tzinfo=dt.UTC)


def write(sources: Path, name: str, text: str | bytes) -> Path:
    path = sources / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def edit(sources: Path, name: str, old: str, new: str) -> None:
    path = sources / name
    text = path.read_text("utf-8")
    assert old in text, f"{name} has no {old!r}"
    path.write_text(text.replace(old, new, 1), "utf-8")


def read(sources: Path) -> Corpus:
    return reading.read(sources)


def english(sources: Path) -> Copy:
    return read(sources).copies["en"]


def told(sources: Path, code: str = "") -> list[str]:
    """The findings as people read them, of one *code* or all."""
    return [str(finding) for finding in read(sources).findings if finding.code.startswith(code)]


def edition_of(
    sources: Path | Corpus,
    publication: str,
    slug: str = "",
    now: dt.datetime = NOW,
    language: str = "en",
    templates: Path = SMALL,
) -> Edition | Refused:
    """The named edition, or the latest."""
    [made] = editions.make_up(
        publications.load(templates / publication / publications.DECLARATION, templates),
        sources if isinstance(sources, Corpus) else read(sources),
        now,
        publications.words(templates),
        named=slug,
        latest=not slug,
        languages=(language,),
    )
    return made


@contextlib.contextmanager
def unread(path: Path) -> Iterator[None]:
    """A disk that does not give one file for a while."""
    opened = os.open

    def failing(name: str | Path, *how: int, **more: int) -> int:
        if os.fspath(name) == os.fspath(path):
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))
        return opened(name, *how, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "open", failing)
        yield


class Built:
    """What an order gave: its exit code, its words, its files."""

    def __init__(self, out: Path, code: int, said: str) -> None:
        self.out = out
        self.code = code
        self.said = said

    @property
    def files(self) -> dict[str, str]:
        found = sorted(path for path in self.out.glob("*/*/*/*") if path.is_file())
        return {p.relative_to(self.out).as_posix(): p.read_text("utf-8") for p in found}

    @property
    def lines(self) -> list[str]:
        return self.said.splitlines()


def build(
    sources: Path,
    *names: str,
    out: Path | None = None,
    now: dt.datetime = NOW,
    edition: str = "",
    languages: tuple[str, ...] = (),
    templates: Path = SMALL,
    format: str = "text",
    force: bool = False,
    newsroom: str = "",
    limits: Limits = Limits(seconds=20),  # noqa: B008, RUF100
) -> Built:
    place = out or sources.parent / "build"
    desk = Desk(io.StringIO(), io.StringIO(), format, {})
    order = orders.Order(
        publications=names,
        edition=edition,
        languages=languages,
        sources=sources,
        templates=templates,
        out=place,
        now=now,
        jobs=1,
        force=force,
        newsroom=newsroom,
        limits=limits,
    )
    code = building.build(order, desk)
    assert isinstance(desk.out, io.StringIO)
    return Built(place, code, desk.out.getvalue())


@contextlib.contextmanager
def nobody() -> Iterator[None]:
    """Without the rights of the superuser, whom no lock stops."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(before)


def lines_of(findings: tuple[Finding, ...]) -> list[str]:
    return [str(finding).split("\n")[0] for finding in findings]
