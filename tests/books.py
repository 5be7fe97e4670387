"""Books as a reader has them: made of sources, then read back from their PDFs."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pypdfium2
import pytest

from pipeline import calendar, editions, production, publications
from pipeline.book import binding
from pipeline.book.binding import Book
from pipeline.corpus import reading
from pipeline.model.editions import Edition
from pipeline.renderers import merge_tags
from pipeline.typesetting import Typesetter
from tests import manifestos
from tests.once import once

ROOT = Path(__file__).parent.parent
TEMPLATES = ROOT / "templates"
NOW = dt.datetime(2032, 1, 1, tzinfo=dt.UTC)
MM = 72 / 25.4
WORD = re.compile(r"\w+")
TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Line:
    top: float
    """Points from the foot of the page."""
    words: str


@dataclass(frozen=True)
class Made:
    edition: Edition
    book: Book
    files: dict[str, bytes]
    codes: Counter[str]
    words: dict[str, str]

    def label(self, name: str) -> str:
        return self.words[name]


def of_other_hands(factory: pytest.TempPathFactory) -> Made:
    """The book of an organisation whose writers agreed on nothing."""
    return once(factory, "rough-book", lambda place: make(manifestos.write(place, 4), "en"))


def make(sources: Path, language: str) -> Made:
    corpus = reading.read(sources)
    words = publications.words(TEMPLATES)
    publication = publications.load(TEMPLATES / "manifesto" / "publication.toml", TEMPLATES)
    (edition,) = editions.make_up(publication, corpus, NOW, words, languages=(language,))
    assert isinstance(edition, Edition), [str(finding) for finding in edition.findings]
    setter = Typesetter(TEMPLATES, words, publications.brand(TEMPLATES), merge_tags.TOKENS)
    made = production.produce(edition, setter, lambda name, size: None)
    codes = Counter(finding.code for finding in (*corpus.findings, *made.findings))
    book = binding.bind(edition.lead, language, calendar.countries)
    return Made(edition, book, dict(made.files), codes, dict(setter.words(language)))


def pages(content: bytes) -> list[str]:
    """The text of each page."""
    document = pypdfium2.PdfDocument(content)
    return [page.get_textpage().get_text_range() for page in document]


def halves(content: bytes) -> list[tuple[str, str]]:
    """The text left and right of the fold of each side of a sheet."""
    cut = []
    for page in pypdfium2.PdfDocument(content):
        width, height = page.get_size()
        text = page.get_textpage()
        left = text.get_text_bounded(0, 0, width / 2, height)
        cut.append((left, text.get_text_bounded(width / 2, 0, width, height)))
    return cut


def lines(content: bytes, page: int) -> list[Line]:
    """What stands on a page (from 1), from top to bottom."""
    text = pypdfium2.PdfDocument(content)[page - 1].get_textpage()
    found: dict[int, list[tuple[float, str]]] = {}
    for number in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(number)
        words = text.get_text_bounded(left, bottom, right, top).strip()
        if words:
            found.setdefault(round((top + bottom) / 2 / 3), []).append((left, words))
    return [
        Line(row * 3.0, " ".join(words for _, words in sorted(found[row])))
        for row in sorted(found, reverse=True)
    ]


def squeezed(text: str) -> str:
    """*text* as letters and digits only: hyphens and line ends do not tell."""
    plain = unescape(TAG.sub("", text)).replace("\ufffe", "").replace("\x02", "")
    return "".join(c for c in plain.casefold() if c.isalnum())


def counted(text: str) -> Counter[str]:
    """How often each word stands in *text*; a word divided at a line's end is one."""
    return Counter(word.casefold() for word in WORD.findall(text))
