"""Lay pages out and print them. The only room that knows WeasyPrint."""

from __future__ import annotations

import inspect
import io
import re
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from importlib.resources import files
from typing import Any
from urllib.parse import unquote

import pydyf

from pipeline import calendar
from pipeline.errors import BroadsideError, CopyError, Finding, Level, Location, is_of_machine
from pipeline.model.texts import NOWHERE
from pipeline.renderers import (
    burdens,
    complaints,
    copyfitting,
    linebreaks,
    lineends,
    observations,
    pictures,
    prepress,
    tags,
    typecase,
    whereabouts,
    wishes,
)
from pipeline.renderers.job import Job
from pipeline.renderers.standards import STANDARDS, Standard

with typecase.opened(), warnings.catch_warnings():
    # That HarfBuzz-Subset is missing is said again, as a finding, when a page is printed.
    warnings.simplefilter("ignore")
    import weasyprint
    import weasyprint.document
    import weasyprint.layout.inline
    import weasyprint.pdf
    from weasyprint.css import ColorProfile
    from weasyprint.formatting_structure import boxes
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher, URLFetcherResponse

weasyprint.layout.inline.split_first_line = linebreaks.bounded(
    linebreaks.whole(linebreaks.mended(weasyprint.layout.inline.split_first_line))
)
weasyprint.layout.inline.split_text_box = lineends.remembered(
    weasyprint.layout.inline.split_text_box
)

_lay_out_boxes = weasyprint.document.layout_document


def _lay_out_bounded(html: Any, root: Any, context: Any) -> Any:
    sharing = boxes.FlexContainerBox, boxes.GridContainerBox
    burdens.refuse_nesting(root, sharing, boxes.BlockContainerBox)
    return _lay_out_boxes(html, root, context)


weasyprint.document.layout_document = _lay_out_bounded

Finisher = Callable[[Any, pydyf.PDF], None]

BASE = "https://build.invalid/"
# Not every face of ours has the true hyphens; between word joiners, a line does not break.
HYPHENS = {0x2010: "-", 0x2011: "\u2060-\u2060"}
SPACE = re.compile(
    rb"(<\w{4}> )<(?:%s)+>" % b"|".join(b"%04x" % space for space in (0xA0, *typecase.SPACES))
)
COLOURS = "srgb2014"
SCHEMES = ("https", "http", "mailto", "tel")
PLAIN, STOCK = "pdf/a-3b", "pdf/ua-1"
OPTIONS = ("compress", "dpi", "pixels", "standard")
"""What may be asked of every file on paper."""
MOST_FOLDED = 128
"""Pages that are folded into one another; 64 leaves are more than any machine folds."""
MOST_PIXELS, MOST_DPI = 20_000, 4_800
VERSION = "70.0"
"""The WeasyPrint whose insides the tags and the crop marks rely on."""
SLACK = 6
"""How far, in pixels, an element may stand out of the link it belongs to."""


class Manifest(URLFetcher):  # type: ignore[misc]
    """Answers for the addresses it was given, and never asks the disk or the network."""

    def __init__(self, assets: Mapping[str, bytes], pixels: int = 0) -> None:
        super().__init__(allowed_protocols=())
        self.assets = assets
        self.pixels = pixels
        """No picture is set with more pixels across; 0: each as it is."""

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002
        # The engine writes every letter beyond ASCII as bytes: o%C3%AD.
        asked = url if url in self.assets else unquote(url)
        if asked not in self.assets:
            raise ValueError("it is not among the pictures of this edition")
        content = self.assets[asked]
        if self.pixels:
            content = pictures.for_letter(content, self.pixels // pictures.DENSITY)
        return URLFetcherResponse(url, pictures.for_paper(content))


def lay_out(job: Job) -> Any:
    """The page of the job as a WeasyPrint document."""
    burdens.refuse_nothing(job)
    with _told(job), typecase.opened():
        document = copyfitting.fitted(lambda: _read(job), _set, job.assets)
    _keep_good_links(document, job)
    _describe(document.metadata, job)
    return document


def _read(job: Job) -> Any:
    html = weasyprint.HTML(
        string=job.page.translate(HYPHENS),
        base_url=BASE,
        url_fetcher=Manifest(job.assets, wishes.count(job, "pixels", MOST_PIXELS) or 0),
    )
    html.etree_element.attrib.setdefault("lang", job.edition.language)
    burdens.refuse_styles(html.etree_element)
    _count_on(html.etree_element)
    burdens.lighten(html.etree_element)
    return html


def _set(html: Any) -> Any:
    return html.render(
        font_config=FontConfiguration(),
        stylesheets=[weasyprint.CSS(string='html { hyphenate-character: "-" }')],
        color_profiles={COLOURS: _colours()},
        output_intent=COLOURS,
    )


def _count_on(root: Any) -> None:
    """WeasyPrint reads the first number of a list in its style only."""
    for numbered in root.iter("ol"):
        start, style = numbered.get("start", ""), numbered.get("style", "")
        if re.fullmatch(r"-?\d{1,9}", start) and "counter-reset" not in style:
            numbered.set("style", f"counter-reset: list-item {int(start) - 1}; {style}")


def bare(page: str, assets: Mapping[str, bytes]) -> bytes:
    """A page of no edition as a PDF, or nothing; what the engine says of it is told to nobody."""
    silence = complaints.heard(lambda _: None, lambda _: (), lambda _: None, NOWHERE)
    with silence, typecase.opened():
        html = weasyprint.HTML(string=page, base_url=BASE, url_fetcher=Manifest(assets))
        try:
            return bytes(html.write_pdf(font_config=FontConfiguration()))
        except Exception:
            # As for a whole edition: it breaks in more ways than can be listed.
            return b""


def fill(document: Any, multiple: int, *, has_cover: bool = False) -> None:
    """Add blank pages until their number is a multiple: paper is folded before it is bound.

    They come last, or before the last page where that is the back of the cover.
    """
    last, missing = document.pages[-1], -len(document.pages) % multiple
    style = f"@page {{ size: {last.width}px {last.height}px; margin: 0 }}"
    with typecase.opened():
        for _ in range(missing):
            html = weasyprint.HTML(string=f"<style>{style}</style>", base_url=BASE)
            (blank,) = html.render(font_config=FontConfiguration()).pages
            blank.bleed = dict(last.bleed)
            document.pages.insert(len(document.pages) - has_cover, blank)


def still(document: Any) -> None:
    """Take away what only works on a screen: links and bookmarks."""
    for page in document.pages:
        page.links, page.bookmarks, page.anchors = [], [], {}


def trim(document: Any) -> None:
    """Cut the pages to their final size."""
    take_marks(document)
    for page in document.pages:
        page.bleed = dict.fromkeys(page.bleed, 0.0)


def take_marks(document: Any) -> tuple[str, ...]:
    """The printer's marks that the style sheet asks for, to be drawn where they belong.

    WeasyPrint draws them inside the bleed, where the knife may leave them on the page.
    """
    asked: dict[str, None] = {}
    for page in document.pages:
        style = page._page_box.style
        asked.update(dict.fromkeys(style["marks"] or ()))
        style["marks"] = ()
    return tuple(asked)


def print_pdf(
    document: Any, job: Job, *, is_tagged: bool = False, finisher: Finisher | None = None
) -> bytes:
    """The bytes of the file: PDF/A-3, and if tagged PDF/UA-1 as well, or the newer of both.

    For a printing condition that the declaration names, it is PDF/X-4 instead.
    """
    variant: str | None = PLAIN
    tagging: AbstractContextManager[None] = nullcontext()
    if is_tagged and _can_tag(document, job):
        standard = STANDARDS[wishes.choice(job, "standard", tuple(STANDARDS))]
        variant, tagging = standard.variant, _tagging(document, job, standard)
    elif is_tagged:
        variant = STOCK

    is_for_press = not is_tagged and prepress.is_wanted(job)
    if is_for_press:
        document.color_profiles, document.output_intent, variant = {}, None, None

    def finish(document: Any, pdf: pydyf.PDF) -> None:
        _forbid_interpolation(pdf)
        _say_spaces(pdf)
        if finisher:
            finisher(document, pdf)
        if calendar.direction(job.edition.language) == "rtl":
            told = pdf.catalog.setdefault("ViewerPreferences", pydyf.Dictionary())
            told["Direction"] = "/R2L"
        if is_for_press:
            prepress.prepare(pdf, job)

    with _told(job), tagging, typecase.undated():
        content: bytes = document.write_pdf(
            pdf_variant=variant,
            pdf_tags=is_tagged,
            pdf_identifier=True,
            pdf_version=prepress.VERSION if is_for_press else None,
            output_intent=None if is_for_press else COLOURS,
            finisher=finish,
            uncompressed_pdf=not wishes.switch(job, "compress"),
            dpi=wishes.count(job, "dpi", MOST_DPI),
        )
    observations.tell(document, job, where(job))
    return content


def where(job: Job) -> Location:
    """The source that an edition is made from, or else the template of the file."""
    place: Location = getattr(job.edition.lead, "where", job.sheet)
    return place


@contextmanager
def _told(job: Job) -> Iterator[None]:
    """The engine's complaints are reported; where it breaks, the writer gets a letter."""

    def places(sought: str) -> tuple[Location, ...]:
        if found := whereabouts.of(job.edition, sought) if sought else ():
            return found
        # What no source says, a template may.
        return ((sought and job.design(sought.strip("()"))) or where(job),)

    with complaints.heard(job.report, places, job.design, job.output.where):
        try:
            yield
        except BroadsideError:
            raise
        except burdens.Overburdened as error:
            raise burdens.refusal(job, error) from error
        # It breaks on hostile copy in more ways than can be listed: too deep a nesting, a
        # division by zero, its own assertions. None of them may stop the other editions.
        except Exception as error:
            if is_of_machine(error):
                raise
            raise CopyError(burdens.unforeseen(job, error, where(job))) from error


@contextmanager
def _tagging(document: Any, job: Job, standard: Standard) -> Iterator[None]:
    """Our tags in the place of WeasyPrint's, and PDF/UA named beside PDF/A."""
    metadata, stock = document.metadata, weasyprint.pdf.add_tags

    def add_tags(pdf: pydyf.PDF, document: Any, _version: str, streams: Sequence[Any]) -> None:
        for name in tags.write(pdf, document, streams, is_second=standard.is_second):
            message = f"the picture '{name}' has no words for those who cannot see it"
            remedy = 'describe it in alt="…"; alt="" if it says nothing'
            # A picture of the sources has its words in images.yaml: a template left them out.
            job.report(Finding("P103", message, remedy, job.design(name) or job.sheet))

    def generate_rdf_metadata(family: str, *_: Any) -> bytes:
        identity = family, standard.part, standard.conformance
        rdf: bytes = type(metadata).generate_rdf_metadata(metadata, *identity)
        return rdf.replace(b"</rdf:RDF>", standard.claim + b"</rdf:RDF>")

    weasyprint.pdf.add_tags = add_tags
    metadata.generate_rdf_metadata = generate_rdf_metadata
    try:
        yield
    finally:
        weasyprint.pdf.add_tags = stock
        del metadata.generate_rdf_metadata


def _can_tag(document: Any, job: Job) -> bool:
    """Whether this WeasyPrint is still built as ours expects it."""
    stock = getattr(weasyprint.pdf, "add_tags", None)
    arguments = tuple(inspect.signature(stock).parameters) if stock else ()
    one = document.pages[0]._page_box
    if (
        arguments == ("pdf", "document", "pdf_version", "page_streams")
        and all(hasattr(boxes, kind) for kind in tags.KINDS)
        and all(hasattr(one, trait) for trait in tags.TRAITS)
        and hasattr(document, "_html")
    ):
        return True
    message = f"WeasyPrint {weasyprint.VERSION} is built otherwise than {VERSION}"
    remedy = f"the file has plainer tags; install WeasyPrint {VERSION}"
    job.report(Finding("P202", message, remedy, job.output.where, Level.WARNING))
    return False


def _colours() -> ColorProfile:
    """What red, green and blue mean here. WeasyPrint has it, too, but leaves its file open."""
    profile = files("weasyprint.pdf") / "sRGB2014.icc"
    components = (["r"], ["g"], ["b"])
    return ColorProfile(
        io.BytesIO(profile.read_bytes()), profile.name, "relative-colorimetric", components
    )


def _describe(metadata: Any, job: Job) -> None:
    """What the file says of itself: nothing of this machine, nothing of this moment."""
    edition = job.edition
    metadata.title = metadata.title or edition.title.plain
    metadata.authors = [edition.organisation.name.plain]
    metadata.lang = metadata.lang or edition.language
    metadata.created = metadata.modified = edition.date.isoformat()
    metadata.generator = "Broadside"
    metadata.attachments = []


def _keep_good_links(document: Any, job: Job) -> None:
    refused: dict[str, None] = {}
    for page in document.pages:
        kept: list[Any] = []
        for link in page.links:
            kind, target, (left, top, right, bottom), box = link = _with_height(link)
            if kind == "attachment" or (kind == "external" and not _is_public(target)):
                refused[target.removeprefix(BASE)] = None
            # Each inline element within a link brings the link again.
            elif right > left and bottom > top and (box.link or not _is_within(link, kept)):
                kept.append(link)
        page.links = kept
    for target in refused:
        message = f"the link to '{target}' leads nowhere outside this house"
        remedy = "give the whole address, with https://, or name a place in the text as #place"
        for place in whereabouts.of(job.edition, f"({target}") or (where(job),):
            job.report(Finding("P104", message, remedy, place))


def _with_height(link: Any) -> Any:
    """The call of a note takes no room on its line, and must be there for a finger all the same."""
    kind, target, (left, top, right, bottom), box = link
    if bottom > top or right <= left or box.border_height() <= 0:
        return link
    top = box.border_box_y()
    return kind, target, (left, top, right, top + box.border_height()), box


def _is_public(target: str) -> bool:
    return target.partition(":")[0].lower() in SCHEMES and not target.startswith(BASE)


def _is_within(link: Any, others: Sequence[Any]) -> bool:
    _, target, (left, top, right, bottom), _ = link
    return any(
        target == other[1]
        and other[2][0] - SLACK <= left
        and other[2][1] - SLACK <= top
        and right <= other[2][2] + SLACK
        and bottom <= other[2][3] + SLACK
        for other in others
    )


def _forbid_interpolation(pdf: pydyf.PDF) -> None:
    """PDF/A leaves no choice to the viewer, and WeasyPrint lets it smooth every picture."""
    for thing in pdf.objects:
        if isinstance(thing, pydyf.Stream):
            thing.extra.pop("Interpolate", None)


def _say_spaces(pdf: pydyf.PDF) -> None:
    """All spaces are one glyph, which must not be read as the narrow one that came first."""
    fonts = (thing for thing in pdf.objects if isinstance(thing, dict) and "ToUnicode" in thing)
    for font in fonts:
        lines = pdf.objects[int(font["ToUnicode"].split()[0])].stream
        for position, line in enumerate(lines):
            if found := SPACE.fullmatch(line):
                lines[position] = found[1] + b"<0020>"
