"""Decks as a speaker has them: made of sources, then read back from their files."""

from __future__ import annotations

import datetime as dt
import io
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pptx
import pypdfium2
import pypdfium2.raw as pdfium

from pipeline import deck, editions, production, publications
from pipeline.corpus import reading
from pipeline.errors import Finding
from pipeline.frames import Frame
from pipeline.model.editions import Edition
from pipeline.renderers import merge_tags
from pipeline.typesetting import Typesetter

ROOT = Path(__file__).parent.parent
TEMPLATES = ROOT / "templates"
SPECIMEN = Path(__file__).parent / "specimen"
NOW = dt.datetime(2032, 1, 1, tzinfo=dt.UTC)
HEAD = "---\ntitle: Harbour towns\ndate: 2025-05-01\n---\n"


@dataclass(frozen=True)
class Made:
    edition: Edition
    frames: tuple[Frame, ...]
    findings: tuple[Finding, ...] = ()
    files: dict[str, bytes] = field(default_factory=dict)

    @property
    def pages(self) -> list[str]:
        """The words of each page of the PDF."""
        document = pypdfium2.PdfDocument(self.files["slides.pdf"])
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]

    @property
    def show(self) -> Any:
        return pptx.Presentation(io.BytesIO(self.files["slides.pptx"]))


def sources(folder: Path, body: str | None = None, **others: str) -> Path:
    """The specimen, with one deck in one language instead of its own; *others* are YAML files."""
    copied = Path(shutil.copytree(SPECIMEN, folder / "sources"))
    if body is not None:
        shutil.rmtree(copied / "slides")
        (copied / "slides").mkdir()
        (copied / "slides" / "harbours.md").write_text(HEAD + body, encoding="utf-8")
    for name, text in others.items():
        (copied / f"{name}.yaml").write_text(text, encoding="utf-8")
    return copied


def set_in_frames(folder: Path, language: str = "en", now: dt.datetime = NOW) -> Made:
    """The deck laid out, but in no file yet."""
    edition, setter = _edition(folder, language, now)
    return Made(edition, deck.slides(edition, setter.words(language)))


def make(folder: Path, language: str = "en", now: dt.datetime = NOW) -> Made:
    edition, setter = _edition(folder, language, now)
    made = production.produce(edition, setter, lambda name, size: None)
    frames = deck.slides(edition, setter.words(language))
    return Made(edition, frames, made.findings, dict(made.files))


def _edition(folder: Path, language: str, now: dt.datetime) -> tuple[Edition, Typesetter]:
    words = publications.words(TEMPLATES)
    publication = publications.load(TEMPLATES / "slides" / "publication.toml", TEMPLATES)
    corpus = reading.read(folder)
    (edition,) = editions.make_up(publication, corpus, now, words, languages=(language,))
    assert isinstance(edition, Edition), [str(finding) for finding in edition.findings]
    brand = publications.brand(TEMPLATES)
    return edition, Typesetter(TEMPLATES, words, brand, merge_tags.TOKENS)


def sizes(pdf: bytes, page: int) -> set[int]:
    """In how many points the words of a page (from 1) are set, its foot left out."""
    shown = pypdfium2.PdfDocument(pdf)[page - 1]
    text = shown.get_textpage()
    found = set()
    for number in range(text.count_chars()):
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(text.raw, number, matrix)
        size = pdfium.FPDFText_GetFontSize(text.raw, number) * matrix.d
        _, bottom, _, _ = text.get_charbox(number)
        if text.get_text_range(number, 1).strip() and bottom > 60:
            found.add(round(size))
    return found


def words(slide: Any) -> list[str]:
    """What stands in the boxes of a slide, in their order."""
    told = []
    for shape in slide.shapes:
        if shape.has_text_frame:
            told.append(shape.text_frame.text.replace("\v", " "))
        elif getattr(shape, "has_table", False) and shape.has_table:
            told += [cell.text for row in shape.table.rows for cell in row.cells]
        elif getattr(shape, "has_chart", False) and shape.has_chart:
            told += list(shape.chart.plots[0].categories)
    return told
