"""The files of the sample that are read on a screen, and the pages they are made from."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pypdf

from pipeline import editions, production, publications
from pipeline.corpus import reading
from pipeline.errors import Finding
from pipeline.model.editions import Edition, Output
from pipeline.renderers import merge_tags, prepress, typecase
from pipeline.renderers.job import Job
from pipeline.typesetting import Typesetter

ROOT = Path(__file__).parent.parent
TEMPLATES = ROOT / "templates"
NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
RENDERERS = ("pdf", "slides")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingFile:
    name: str
    """`presskit/sdc-2024/en/presskit.pdf`"""
    page: str
    """The HTML it is made from."""
    content: bytes
    findings: tuple[Finding, ...]


def make(
    sources: Path,
    chosen: Callable[[Edition], bool] = lambda _: True,
    now: dt.datetime = NOW,
    **options: object,
) -> Iterator[ReadingFile]:
    """The reading files of every edition that is chosen, made as `broadside build` makes them.

    With a *variant*, what is made for the printer is made, too, as if it were to be read.
    """
    corpus = reading.read(sources)
    words, setter = publications.words(TEMPLATES), typesetter()
    for declared in sorted(TEMPLATES.glob("*/publication.toml")):
        publication = publications.load(declared, TEMPLATES)
        for edition in editions.make_up(publication, corpus, now, words):
            assert isinstance(edition, Edition), [str(finding) for finding in edition.findings]
            if chosen(edition):
                outputs = [one for one in publication.outputs if is_to_read(one, options)]
                yield from (_made(edition, output, setter, options) for output in outputs)


def is_to_read(output: Output, options: Mapping[str, object]) -> bool:
    variant = {**output.options, **options}.get("variant")
    return output.renderer in RENDERERS and variant != "print"


def made(edition: Edition, output: Output, **options: object) -> ReadingFile:
    return _made(edition, output, typesetter(), options)


def read_from(edition: Edition, output: Output, content: bytes) -> ReadingFile:
    """A file that is there already, beside the page it is made from."""
    assert output.template
    page = typesetter().set(edition, output.template)
    return ReadingFile(name=_name(edition, output), page=page, content=content, findings=())


def typesetter() -> Typesetter:
    words, brand = publications.words(TEMPLATES), publications.brand(TEMPLATES)
    return Typesetter(TEMPLATES, words, brand, merge_tags.TOKENS)


def _name(edition: Edition, output: Output) -> str:
    return f"{edition.publication.slug}/{edition.slug}/{edition.language}/{output.name}"


def _made(
    edition: Edition, output: Output, setter: Typesetter, options: Mapping[str, object]
) -> ReadingFile:
    assert output.template
    kept = output.options if "variant" not in options else _without_a_press(output)
    output = dataclasses.replace(output, options={**kept, **options})
    page, findings = setter.set(edition, output.template), list[Finding]()
    words, answers = setter.words(edition.language), production.Answers(edition.pictures)
    job = Job(edition, output, page, {}, answers, words, findings.append)
    content = production.renderer(output.renderer, output.where)(job)
    assert isinstance(content, bytes)
    name = _name(edition, output)
    return ReadingFile(name=name, page=page, content=content, findings=tuple(findings))


def _without_a_press(output: Output) -> Mapping[str, object]:
    """The wishes of an output that are no printer's: on a screen they are refused."""
    return {name: told for name, told in output.options.items() if name not in prepress.OPTIONS}


def strange_fonts(content: bytes) -> list[str]:
    """The fonts of a file that are none of ours, whole, or not in it."""
    allowed = tuple(family.replace(" ", "-") for family in typecase.OURS)
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    used = {one for page in pages for one in (page["/Resources"].get("/Font") or {}).values()}
    assert used
    strange = []
    for font in (one.get_object() for one in used):
        tag, _, family = font["/BaseFont"][1:].partition("+")
        (inside,) = (one.get_object() for one in font["/DescendantFonts"])
        is_embedded = {"/FontFile2", "/FontFile3"} & set(inside["/FontDescriptor"].get_object())
        if not (re.fullmatch("[A-Z]{6}", tag) and family.startswith(allowed) and is_embedded):
            strange.append(font["/BaseFont"])
    return strange
