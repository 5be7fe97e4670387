"""A page as a Word document, in named styles only. The only room that knows python-docx."""

from __future__ import annotations

import datetime as dt
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from html import escape
from typing import Any
from urllib.parse import quote

import docx
import docx.document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Emu, Pt

from pipeline import calendar, notices, rasters, typography
from pipeline.renderers import measures, parcel, pictures, plates, prose, ruling, stationery, wishes
from pipeline.renderers.job import Job
from pipeline.renderers.prose import Image, Paragraph, Run, Table

A4 = (595.28, 841.89)
MARGIN = 71.0
WIDEST_MARGIN = 240.0
EMU_PER_PX = 9525
DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
NAMED = {"\n": "w:br", "\t": "w:tab", "\u00ad": "w:softHyphen", "\u2011": "w:noBreakHyphen"}
"""Signs that Word writes by their names: the letters of Unicode it takes from another face."""
SIGNS = re.compile(f"([{''.join(NAMED)}])")
# What python-docx's own template brings along that no document of ours needs.
BALLAST = ("thumbnail", "customXml", "stylesWithEffects", "webSettings", "theme")
PROPERTIES = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Microsoft Office Word</Application><Company>{company}</Company>"
    "<AppVersion>16.0000</AppVersion></Properties>"
)


def render(job: Job) -> bytes:
    wishes.only(job)
    with measures.told(job):
        return _written(job)


def _written(job: Job) -> bytes:
    sheet = stationery.sheet(prose.sheet_of(job.page))
    page = prose.read(job.page, sheet.rules)
    document = docx.Document()
    _furnish(document, job, sheet, page)
    _describe(document, job)
    writing = _Writing(document, job, sheet)
    writing.margin(document.sections[0].header, page.header)
    writing.margin(document.sections[0].footer, page.footer)
    for block in page.body:
        if isinstance(block, Table):
            writing.table(block)
        else:
            writing.paragraph(block, document.element.body)
    made = io.BytesIO()
    document.save(made)
    return parcel.repack(made.getvalue())


# The document around the words ------------------------------------------------------------


def _furnish(
    document: docx.document.Document, job: Job, sheet: stationery.Sheet, page: prose.Prose
) -> None:
    """Our styles, numbering and settings in the place of the library's."""
    language = job.edition.language
    is_rtl = calendar.direction(language) == "rtl"
    told = sorted({run.marks for run in _runs(page) if len(run.marks) > 1})
    sheet = _turned(sheet) if is_rtl else sheet
    written = stationery.styles(sheet, language, is_rtl=is_rtl, marks=told)
    _refill(document.styles.element, written)
    starts = [(listing.is_numbered, listing.level, listing.start) for listing in page.lists]
    _refill(document.part.numbering_part.element, stationery.numbering(starts))
    _refill(document.settings.element, stationery.settings(language))
    for holder in (document.part, document.part.package):
        assert holder is not None
        for name, relation in list(holder.rels.items()):
            if relation.reltype.rsplit("/", 1)[-1] in BALLAST:
                del holder.rels[name]
            elif relation.reltype == RT.FONT_TABLE:
                relation.target_part._blob = _xml(stationery.fonts(sheet))
            elif relation.reltype == RT.EXTENDED_PROPERTIES:
                company = escape(job.edition.organisation.name.plain)
                relation.target_part._blob = _xml(PROPERTIES.format(company=company))
    _size(document, sheet, is_rtl)


def _xml(text: str) -> bytes:
    return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text.encode()


def _refill(element: Any, written: str) -> None:
    fresh = parse_xml(written)
    for child in list(element):
        element.remove(child)
    element.extend(list(fresh))


def _turned(sheet: stationery.Sheet) -> stationery.Sheet:
    """The borders of paragraphs stand left and right of the page (ECMA-376, 17.3.1.17)."""
    ends = {"border-inline-start": "border-inline-end", "border-inline-end": "border-inline-start"}
    rules = {where: {ends.get(k, k): v for k, v in r.items()} for where, r in sheet.rules.items()}
    return replace(sheet, rules=rules)


def _size(document: docx.document.Document, sheet: stationery.Sheet, is_rtl: bool) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Pt(A4[0]), Pt(A4[1])
    for edge in ("left", "right", "top", "bottom"):
        name = {"left": "margin-left", "right": "margin-right"}.get(edge, f"margin-{edge}")
        setattr(section, f"{edge}_margin", Pt(_within(sheet.page(name, MARGIN))))
    line = Pt(_within(sheet.page("--margin-line", 34.0)))
    section.header_distance = section.footer_distance = line
    if is_rtl:
        (grid,) = section._sectPr.xpath("w:docGrid")
        grid.addprevious(OxmlElement("w:bidi"))


def _within(edge: float) -> float:
    """A margin that leaves some of the page."""
    return min(max(edge, 0.0), WIDEST_MARGIN)


def _describe(document: docx.document.Document, job: Job) -> None:
    edition = job.edition
    told = document.core_properties
    moment = dt.datetime.combine(edition.date, dt.time(), dt.UTC)
    house = _short(edition.organisation.name.plain)
    told.title, told.author, told.last_modified_by = _short(edition.title.plain), house, house
    told.subject = _short(edition.publication.title)
    told.language = stationery.language_tag(edition.language)
    told.created = told.modified = moment.replace(tzinfo=None)
    told.revision = 1
    told.keywords = told.category = ""
    told.comments = _short(notices.notice(edition, job.words))


def _short(text: str) -> str:
    """Office properties hold 255 letters."""
    return text if len(text) <= 255 else text[:254].rstrip() + "…"


def _runs(page: prose.Prose) -> Iterator[Run]:
    for block in (*page.header, *page.body, *page.footer):
        cells = [cell for row in block.rows for cell in row] if isinstance(block, Table) else []
        held = [p for cell in cells for p in cell.paragraphs]
        for paragraph in held or ([block] if isinstance(block, Paragraph) else []):
            yield from paragraph.runs


# The words --------------------------------------------------------------------------------


class _Writing:
    def __init__(self, document: docx.document.Document, job: Job, sheet: stationery.Sheet) -> None:
        self.document = document
        self.job = job
        self.sheet = sheet
        self.part: Any = document.part
        self.is_rtl = calendar.direction(job.edition.language) == "rtl"
        self.bookmarks = 0
        section = document.sections[0]
        edges = (section.page_width or 0, -(section.left_margin or 0), -(section.right_margin or 0))
        self.measure = sum(edges)

    def margin(self, area: Any, paragraphs: Sequence[Paragraph]) -> None:
        """What stands above or below every page."""
        area.is_linked_to_previous = False
        self.part = area.part
        element = area._element
        for child in list(element):
            element.remove(child)
        for paragraph in paragraphs or (Paragraph(selector="p", runs=()),):
            self.paragraph(paragraph, element)
        self.part = self.document.part

    def paragraph(self, paragraph: Paragraph, parent: Any) -> None:
        made = OxmlElement("w:p")
        # To count what a parent holds, lxml goes through it.
        last = next(parent.iterchildren(reversed=True), None)
        if last is not None and last.tag == qn("w:sectPr"):
            last.addprevious(made)
        else:
            parent.append(made)
        made.append(self._properties(paragraph))
        for name in paragraph.anchors:
            self._bookmark(made, name)
        for run in paragraph.runs:
            holder = self._link(made, run.link) if run.link else made
            self._run(holder, run)

    def _properties(self, paragraph: Paragraph) -> Any:
        properties = OxmlElement("w:pPr")
        _child(properties, "w:pStyle", stationery.identity(self._style(paragraph)))
        if paragraph.list_number > 0:
            numbered = _child(properties, "w:numPr")
            _child(numbered, "w:ilvl", str(min(paragraph.level, stationery.LEVELS - 1)))
            number = stationery.NUMBERS + paragraph.list_number
            _child(numbered, "w:numId", str(number))
        return properties

    def _style(self, paragraph: Paragraph) -> str:
        if paragraph.selector not in self.sheet.rules and not paragraph.list_number:
            return "Normal"
        if not paragraph.list_number or paragraph.selector not in ("li", "p"):
            return self.sheet.style(paragraph.selector)
        kind = "Continue"
        if paragraph.list_number > 0:
            kind = "Number" if self._is_numbered(paragraph.list_number) else "Bullet"
        level = min(paragraph.level, 2)
        return f"List {kind}" + (f" {level + 1}" if level else "")

    def _is_numbered(self, number: int) -> bool:
        numbers = self.document.part.numbering_part.element
        (num,) = numbers.xpath(f"w:num[@w:numId='{stationery.NUMBERS + number}']")
        return bool(num.xpath("w:abstractNumId/@w:val")[0] == "1")

    def _bookmark(self, made: Any, name: str) -> None:
        for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
            mark = OxmlElement(tag)
            mark.set(qn("w:id"), str(self.bookmarks))
            if tag == "w:bookmarkStart":
                mark.set(qn("w:name"), _anchor(name))
            made.append(mark)
        self.bookmarks += 1

    def _link(self, made: Any, address: str) -> Any:
        """The link that the run belongs to; one with several runs in it stays one."""
        link = OxmlElement("w:hyperlink")
        if address.startswith("#"):
            link.set(qn("w:anchor"), _anchor(address[1:]))
        else:
            target = quote(address, safe="%/:=&?~#+!$,;'@()*[]")
            link.set(qn("r:id"), self.part.relate_to(target, RT.HYPERLINK, is_external=True))
        link.set(qn("w:history"), "1")
        last = next(made.iterchildren(reversed=True), None)
        if last is not None and last.tag == link.tag and last.items() == link.items():
            return last
        made.append(link)
        return link

    def _run(self, holder: Any, run: Run) -> None:
        if run.field:
            field = _child(holder, "w:fldSimple")
            field.set(qn("w:instr"), f" {run.field} ")
            self._letters(field, "1", run, is_rtl=False)
        elif run.image:
            self._image(holder, run, run.image)
        else:
            words = typography.in_order(run.text) if self.is_rtl else run.text
            for text, is_rtl in _directions(words, self.is_rtl):
                self._letters(holder, text, run, is_rtl=is_rtl)

    def _letters(self, holder: Any, text: str, run: Run, *, is_rtl: bool) -> Any:
        made = _child(holder, "w:r")
        properties = OxmlElement("w:rPr")
        if run.marks:
            name = stationery.mark_style(self.sheet, run.marks)
            _child(properties, "w:rStyle", stationery.identity(name))
        if is_rtl:
            _child(properties, "w:rtl")
        if run.language and run.language != self.job.edition.language:
            tag = stationery.language_tag(run.language)
            _child(properties, "w:lang", tag).set(qn("w:bidi"), tag)
        if len(properties):
            made.append(properties)
        for piece in filter(None, SIGNS.split(text)):
            if piece in NAMED:
                _child(made, NAMED[piece])
            else:
                words = _child(made, "w:t")
                words.text = piece
                words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        return made

    # Pictures

    def _image(self, holder: Any, run: Run, image: Image) -> None:
        content = self._picture(image)
        if content is None:
            if image.alt:
                self._letters(holder, f"[{image.alt}]", run, is_rtl=False)
            return
        width = Emu(min(image.width * EMU_PER_PX or self.measure, self.measure))
        shape = self.part.new_pic_inline(io.BytesIO(content), width, None)
        for side in "TBLR":
            # What the library leaves open, LibreOffice fills with an eighth of an inch.
            shape.set(f"dist{side}", "0")
        told = shape.docPr
        told.set("name", f"Picture {told.id}")
        told.set("descr", image.alt)
        if not image.alt:
            told.append(parse_xml(DECORATIVE))
        made = _child(holder, "w:r")
        _child(made, "w:drawing").append(shape)

    def _picture(self, image: Image) -> bytes | None:
        """The picture at the size it is shown at; none if Word could not show it."""
        if image.address not in self.job.assets:
            return None
        width = image.width or round(self.measure / EMU_PER_PX)
        content = pictures.for_letter(self.job.assets[image.address], width)
        if not content.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8")):
            content = plates.engraved(self.job, image.address, width)
        return rasters.with_head(content) or None

    # Tables

    def table(self, table: Table) -> None:
        table = ruling.divided(table, self.job.edition.language)
        made = OxmlElement("w:tbl")
        self.document.element.body[-1].addprevious(made)
        properties = _child(made, "w:tblPr")
        _child(properties, "w:tblStyle", stationery.identity(self.sheet.style("table")))
        if self.is_rtl:
            _child(properties, "w:bidiVisual")
        whole = _child(properties, "w:tblW")
        whole.set(qn("w:w"), "5000")
        whole.set(qn("w:type"), "pct")
        look = _child(properties, "w:tblLook")
        look.set(qn("w:val"), "0620" if table.heads else "0600")
        look.set(qn("w:firstRow"), str(int(table.heads > 0)))
        look.set(qn("w:noHBand"), "1")
        look.set(qn("w:noVBand"), "1")
        widths = ruling.widths(table, self.sheet, self.measure / ruling.EMU_PER_TWIP)
        grid = _child(made, "w:tblGrid")
        for width in widths:
            _child(grid, "w:gridCol").set(qn("w:w"), str(width))
        for number, row in enumerate(table.rows):
            self._row(made, row, widths, is_head=number < table.heads)
        # Two tables that touch would become one.
        self.paragraph(Paragraph(selector="table + p", runs=()), self.document.element.body)

    def _row(
        self, made: Any, row: Sequence[prose.Cell], widths: Sequence[int], *, is_head: bool
    ) -> None:
        line = _child(made, "w:tr")
        properties = _child(line, "w:trPr")
        _child(properties, "w:cantSplit")
        if is_head:
            _child(properties, "w:tblHeader")
        place = 0
        for number, cell in enumerate(row):
            span = cell.span if number < len(row) - 1 else len(widths) - place
            box = _child(line, "w:tc")
            about = _child(box, "w:tcPr")
            width = _child(about, "w:tcW")
            width.set(qn("w:w"), str(sum(widths[place : place + span])))
            width.set(qn("w:type"), "dxa")
            if span > 1:
                _child(about, "w:gridSpan", str(span))
            for paragraph in cell.paragraphs:
                self.paragraph(paragraph, box)
            place += span


def _child(parent: Any, tag: str, value: str = "") -> Any:
    made = OxmlElement(tag)
    if value:
        made.set(qn("w:val"), value)
    parent.append(made)
    return made


def _anchor(name: str) -> str:
    """Names of bookmarks begin with a letter and have forty at most."""
    told = "".join(sign if sign.isalnum() else "_" for sign in name)
    return f"b_{told}"[:40]


def _directions(text: str, is_rtl: bool) -> Iterable[tuple[str, bool]]:
    """The text in stretches of one direction; what has none goes with what it follows."""
    found: list[tuple[int, bool]] = []
    for place, sign in enumerate(text):
        kind = unicodedata.bidirectional(sign)
        before = found[-1][1] if found else is_rtl
        own = True if kind in ("R", "AL") else False if kind == "L" else before
        if not (found and found[-1][1] == own):
            found.append((place, own))
    ends = [*(start for start, _ in found[1:]), len(text)]
    return [(text[start:end], own) for (start, own), end in zip(found, ends, strict=True)]
