"""Whoever reads bytes from outside, each as one call: what it may say of them, and nothing else."""

from __future__ import annotations

import atexit
import contextlib
import functools
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePath

from pipeline import assets, drawings, frontmatter, moments, proofreading, publications, typed
from pipeline.checks.register import Register
from pipeline.corpus import reading
from pipeline.errors import BroadsideError
from pipeline.model.corpus import Corpus
from pipeline.model.texts import NOWHERE
from pipeline.renderers import eml, ics, merge_tags, plain_css, vcard
from tests.desks import NOW
from tests.hostile import soup

HOUSE = "name: A\nshort_name: B\nlanguages: [en, fr]\ntimezone: Europe/Lisbon\n"
STORY = "news/2025-05-06-a.md"
FILES = ("agenda.yaml", "facts.yaml", "contacts.yaml", "names.yaml", "organisation.yaml", STORY)


@functools.cache
def _desk() -> Path:
    """A folder that is there as long as this process."""
    desk = Path(tempfile.mkdtemp(prefix="readers-"))
    atexit.register(shutil.rmtree, desk, ignore_errors=True)
    (desk / "sources" / "news").mkdir(parents=True)
    (desk / "sources" / "organisation.yaml").write_text(HOUSE)
    (desk / "templates" / "flyer").mkdir(parents=True)
    return desk


def _words(content: bytes) -> str:
    return content.decode("utf-8", "replace")


def front(content: bytes) -> None:
    path = PurePath("sources/news/a.md")
    with _told():
        frontmatter.split(frontmatter.decode(content, path), path)


@contextlib.contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except BroadsideError as error:
        soup.check_told(error)


def marked(content: bytes) -> None:
    soup.check_marked(_words(content), "fr")


def looked_up(content: bytes) -> None:
    soup.check_looked_up(_words(content))


def typed_beside(content: bytes) -> None:
    """Attribute lists, headings that are none, rows."""
    lines = _words(content).split("\n")
    typed.attributed(lines)
    for line in lines:
        typed.words_of(line)
        typed.one_marker(line)
        typed.plain_start(line)
        typed.columns(line, lines[0])


def dated(content: bytes) -> None:
    text = _words(content)
    for read in (moments.parse_day, lambda one: moments.parse_moment(one, "Europe/Lisbon")):
        with contextlib.suppress(ValueError):
            read(text)
    moments.meant(text, ("janvier", "février", "mars"))


def folder(content: bytes) -> None:
    """The first byte says which file of the sources is so."""
    sources = _desk() / "sources"
    name = FILES[content[0] % len(FILES)] if content else STORY
    path = sources / name
    path.write_bytes(content[1:])
    try:
        with _told():
            corpus = reading.read(sources)
            assert all(str(one).startswith("sources") for one in corpus.findings)
    finally:
        path.unlink()
        (sources / "organisation.yaml").write_text(HOUSE)


def proofread(content: bytes) -> None:
    sources = _desk() / "sources"
    path = sources / STORY
    path.write_bytes(b"---\ntitle: A\n---\n" + content)
    try:
        with _told():
            corpus = _corpus()
            shown = PurePath("sources", STORY)
            register = Register(corpus=corpus, today=NOW.date())
            proofreading.of_file(corpus, sources, shown, NOW.date(), register)
    finally:
        path.unlink()


@functools.cache
def _corpus() -> Corpus:
    return reading.read(_desk() / "sources")


def declared(content: bytes) -> None:
    root = _desk() / "templates"
    path = root / "flyer" / publications.DECLARATION
    path.write_bytes(content)
    with contextlib.suppress(BroadsideError):
        publications.load(path, root)
    path.rename(root / "brand.toml")
    (root / "_shared").mkdir(exist_ok=True)
    (root / "brand.toml").rename(root / "_shared" / "brand.toml")
    with contextlib.suppress(BroadsideError):
        publications.brand(root)


def drawn(content: bytes) -> None:
    if drawings.faults(content):
        return
    bare = drawings.bare(content)
    assert drawings.faults(bare) == ()
    assert drawings.bare(bare) == bare


def pictured(content: bytes) -> None:
    path = _desk() / "picture"
    path.write_bytes(content)
    with contextlib.suppress(BroadsideError):
        assets.load(path)


def posted(content: bytes) -> None:
    """Headers, calendars and cards keep to their lines."""
    words = _words(content)
    with contextlib.suppress(BroadsideError):
        lines = eml.folded("Subject", eml.checked(words, "subject", NOWHERE)).split(b"\r\n")
        assert all(line.startswith(b" ") for line in lines[1:])
        assert not [line for line in lines if b"\r" in line or b"\n" in line or len(line) > 998]
    for form in (ics, vcard):
        line = form._folded(f"NOTE:{form._text(words)}")
        assert line.endswith(b"\r\n")
        pieces = line[:-2].split(b"\r\n")
        assert all(piece.startswith(b" ") and len(piece) <= 75 for piece in pieces[1:])
        assert not [piece for piece in pieces if b"\r" in piece or b"\n" in piece]
    merge_tags.split(words)


def styled(content: bytes) -> None:
    with contextlib.suppress(plain_css.NotPlain):
        plain_css.parseString(_words(content), validate=False)


READERS: Mapping[str, Callable[[bytes], None]] = {
    "dated": dated,
    "declared": declared,
    "drawn": drawn,
    "folder": folder,
    "front": front,
    "looked_up": looked_up,
    "marked": marked,
    "pictured": pictured,
    "posted": posted,
    "proofread": proofread,
    "styled": styled,
    "typed_beside": typed_beside,
}
