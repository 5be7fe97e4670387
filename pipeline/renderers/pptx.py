"""A page of slides as a PowerPoint file. The only room that knows python-pptx."""

from __future__ import annotations

import datetime as dt
import io
import re
from html import escape
from typing import Any
from xml.etree.ElementTree import Element

import pptx
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.parts.slide import SlideLayoutPart
from pptx.table import _Cell
from pptx.util import Emu, Pt

from pipeline import calendar, notices
from pipeline.renderers import (
    burdens,
    measures,
    parcel,
    pictures,
    plates,
    slide_boxes,
    slide_copy,
    slide_drawing,
    slide_master,
    slide_parts,
    slide_text,
)
from pipeline.renderers.job import Job
from pipeline.renderers.slide_copy import Placed, Section, Show, Table
from pipeline.renderers.stationery import language_tag

TITLE, BODY = slide_boxes.TITLE, slide_boxes.BODY
TABLE, CHART = slide_boxes.TABLE, slide_boxes.CHART
PICTURE, CREDIT = 13, 20
"""The numbers of the placeholders, as the layouts have them."""
PX = 96 / 72
LOGO = (54, 0, 22)
"""Where the ground of the logo begins, and how far it reaches beyond it."""
# What python-pptx's own template brings along that no file of ours needs.
BALLAST = ("thumbnail", "printerSettings")
BARE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The style of a table without lines and grounds."""


def render(job: Job) -> bytes:
    with measures.told(job):
        return _bound(job)


def _bound(job: Job) -> bytes:
    show = slide_copy.read(job.page)
    presentation = pptx.Presentation()
    slide_parts.count(presentation.part.package, PackURI)
    _describe(presentation, job)
    binding = _Binding(presentation, job, show)
    for number, section in enumerate(show.sections, 1):
        binding.slide(section, number)
    _dress(presentation, show)
    _own_notes(presentation)
    made = io.BytesIO()
    presentation.save(made)
    parts = parcel.unpack(made.getvalue())
    for name in [name for name in parts if name.endswith(".xlsx")]:
        parts[name] = parcel.still_workbook(parts[name], job.edition.date)
    return parcel.pack(parts)


# The file around the slides ---------------------------------------------------------------


def _describe(presentation: Any, job: Job) -> None:
    edition, told = job.edition, presentation.core_properties
    house = edition.organisation.name.plain
    told.title, told.subject = edition.title.plain[:255], edition.publication.title[:255]
    told.author = told.last_modified_by = house[:255]
    told.language = language_tag(edition.language)
    moment = dt.datetime.combine(edition.date, dt.time())
    told.created = told.modified = moment
    told.revision = 1
    told.keywords = told.category = ""
    told.comments = notices.notice(edition, job.words)[:255]
    for holder in (presentation.part, presentation.part.package):
        for name, relation in list(holder._rels.items()):
            if relation.reltype.rsplit("/", 1)[-1] in BALLAST:
                holder._rels.pop(name)
            elif relation.reltype == RELATIONSHIP_TYPE.EXTENDED_PROPERTIES:
                relation.target_part._blob = slide_master.PROPERTIES.format(
                    company=escape(house)
                ).encode()
    size = presentation._element.sldSz
    size.attrib.pop("type", None)
    presentation.slide_width = Emu(slide_master.WIDTH)
    presentation.slide_height = Emu(slide_master.HEIGHT)
    for style in presentation._element.iter(qn("a:defRPr")):
        if style.get("lang"):
            style.set("lang", told.language)


def _dress(presentation: Any, show: Show) -> None:
    """The colours and the faces of the house, for slides and for notes."""
    for part in presentation.part.package.iter_parts():
        if not str(part.partname).startswith("/ppt/theme/"):
            continue
        text = part.blob.decode()
        for tag, written in (
            ("clrScheme", slide_master.scheme(show.given)),
            ("fontScheme", slide_master.faces(show.given)),
        ):
            found = re.compile(rf"<a:{tag}\b.*?</a:{tag}>", re.DOTALL)
            text = found.sub(written.replace("\\", ""), text, count=1)
        text = re.sub(r'(<a:theme\b[^>]*\bname=")[^"]*', r"\g<1>House", text, count=1)
        if hasattr(part, "_element"):
            part._element = parse_xml(text.encode())
        else:
            part._blob = text.encode()


def _own_notes(presentation: Any) -> None:
    """The library makes a master for notes, and does not say in the file that it is there."""
    for name, relation in presentation.part._rels.items():
        if relation.reltype == RELATIONSHIP_TYPE.NOTES_MASTER:
            listed = f'<p:notesMasterIdLst {slide_master.NAMES}><p:notesMasterId r:id="{name}"/>'
            masters = presentation._element.find(qn("p:sldMasterIdLst"))
            masters.addnext(parse_xml(f"{listed}</p:notesMasterIdLst>"))


class _Binding:
    """One presentation, with the layouts it has by name."""

    def __init__(self, presentation: Any, job: Job, show: Show) -> None:
        # Slides that are asked for anew are all named anew.
        self.presentation, self.job, self.slides = presentation, job, presentation.slides
        self.language = job.edition.language
        self.is_rtl = calendar.direction(self.language) == "rtl"
        self.house = show.given.get("house", job.edition.organisation.short_name.plain)
        self.colours = {
            value.lower(): name
            for name, key in reversed(slide_master.COLOURS.items())
            if (value := show.given.get(key))
        }
        placed = (p for s in show.sections for p in s.pictures if p.is_logo and p.box)
        self.logo = next(placed, None)
        self.layouts: dict[str, Any] = {}
        self._lay_out(next((s for s in show.sections if s.layout == "cover"), None))

    def _lay_out(self, cover: Section | None) -> None:
        """Our layouts in the place of the library's."""
        master = self.presentation.slide_master
        for layout in list(master.slide_layouts):
            master.slide_layouts.remove(layout)
        shapes = slide_master.master_shapes(self.house)
        tree = f"<p:spTree {slide_master.NAMES}>{slide_master.GROUP}{shapes}</p:spTree>"
        _put_in_place(master._element.cSld.find(qn("p:spTree")), tree)
        _put_in_place(master._element.find(qn("p:txStyles")), slide_master.text_styles())
        listed = master._element.get_or_add_sldLayoutIdLst()
        for number, (name, layout) in enumerate(slide_master.LAYOUTS.items(), 1):
            ornament = self._ornament(cover) if name == "cover" and cover else ""
            written = slide_master.layout(layout, self.house, ornament)
            part = SlideLayoutPart.load(
                PackURI(f"/ppt/slideLayouts/slideLayout{number}.xml"),
                CONTENT_TYPE.PML_SLIDE_LAYOUT,
                self.presentation.part.package,
                written.encode(),
            )
            part.relate_to(master.part, RELATIONSHIP_TYPE.SLIDE_MASTER)
            entry = listed._add_sldLayoutId()
            entry.rId = master.part.relate_to(part, RELATIONSHIP_TYPE.SLIDE_LAYOUT)
            entry.set("id", str(2147483648 + number))
            self.layouts[name] = part.slide_layout

    def _ornament(self, cover: Section) -> str:
        """What stands behind the words of the cover: the drawing, and the ground of the logo."""
        written = ""
        if cover.drawing is not None:
            written = self._shapes(cover.drawing, (320, 0, 640), 100)
        if self.logo is None or not (size := self._size(self.logo)):
            return written
        width, height = size[0] + 2 * LOGO[2], self.logo.box[1] + size[1] + LOGO[2]
        paper = next((c for c, name in self.colours.items() if name == "lt1"), "#ffffff")
        ground = slide_drawing.ground((LOGO[0], LOGO[1], width, height), paper)
        return written + self._shapes(ground, (0, 0, 960), 90)

    def _shapes(self, svg: Element, corner: slide_drawing.Corner, first: int) -> str:
        language = language_tag(self.language)
        return slide_drawing.shapes(svg, corner, self.colours, language, first)

    def _size(self, placed: Placed) -> tuple[float, float] | None:
        """The picture within its box."""
        known = {picture.url: picture for picture in self.job.edition.pictures}
        picture = known.get(placed.address)
        if picture is None or not (picture.width and picture.height and placed.box):
            return None
        width, height = placed.box[2:]
        scale = min(width / picture.width, height / picture.height)
        return picture.width * scale, picture.height * scale

    # One slide

    def slide(self, section: Section, number: int) -> None:
        known = self.layouts.get(section.layout) or self.layouts["content"]
        slide = self.slides.add_slide(known)
        places = {place.placeholder_format.idx: place for place in slide.placeholders}
        size, face = slide_text.sizes(section)
        if section.heading:
            self._write(places.pop(TITLE), (slide_copy.Paragraph(runs=section.heading),), section)
        if section.paragraphs and BODY in places:
            body = places.pop(BODY)
            self._write(body, section.paragraphs, section, size=size, face=face)
            self._columns(body, section)
        for picture in section.pictures:
            self._picture(slide, places.pop(PICTURE, None), picture)
        if section.credit and CREDIT in places:
            self._credit(places.pop(CREDIT), section.credit)
        if section.table:
            self._table(places, section.table)
        for place in places.values():
            place._element.getparent().remove(place._element)
        if section.drawing is not None and section.layout != "cover":
            self._drawing(slide, section.drawing)
        if section.side:
            slide_boxes.narrow(slide, section.side)
        if section.layout not in ("figure", "figures"):
            slide_boxes.make_room(slide, slide_text.title_size(section))
        if section.layout != "cover":
            self._foot(slide, number)
        if section.notes:
            frame = slide.notes_slide.notes_text_frame
            slide_text.write(frame, section.notes, self.language, is_rtl=self.is_rtl)
        _number(slide)

    def _write(
        self, place: Any, paragraphs: Any, section: Section, size: float = 0, face: str = ""
    ) -> None:
        frame = place.text_frame
        slide_text.write(
            frame, paragraphs, self.language, is_rtl=self.is_rtl, size=size or 30, air=section.air
        )
        if place.placeholder_format.idx == TITLE:
            size = slide_text.title_size(section) if section.scale else 0
        if size or face:
            slide_text.restyle(frame, size, face)

    def _columns(self, place: Any, section: Section) -> None:
        if section.columns > 1:
            properties = place.text_frame._txBody.bodyPr
            properties.set("numCol", str(section.columns))
            properties.set("spcCol", str(36 * slide_master.EMU))
            # An office fills the first column to its foot before it begins the next.
            rows = -(-len(section.paragraphs) // section.columns)
            size = slide_text.STEPS[""][section.step]
            slide_boxes.put(place, (*slide_boxes.box(place)[:3], rows * size * 1.76 + 6))

    def _picture(self, slide: Any, place: Any, placed: Placed) -> None:
        content = self._content(placed)
        if not content:
            if place is not None:
                place._element.getparent().remove(place._element)
            return
        left, top, width, height = placed.box or (354.0, 60.0, 606.0, 404.0)
        if placed.is_logo:
            width, height = self._size(placed) or (width, height)
        if place is None:
            made = slide.shapes.add_picture(
                io.BytesIO(content), Pt(left), Pt(top), Pt(width), Pt(height)
            )
        else:
            made = place.insert_picture(io.BytesIO(content))
            made.crop_left = made.crop_right = made.crop_top = made.crop_bottom = 0
            made.left, made.top, made.width, made.height = (
                Emu(round(edge * slide_master.EMU)) for edge in (left, top, width, height)
            )
        _say(made._element, placed.alt)

    def _content(self, placed: Placed) -> bytes:
        """The picture at twice the size it is shown at; nothing if no office could show it."""
        if placed.address not in self.job.assets:
            return b""
        width = round((placed.box[2] if placed.box else 600) * PX)
        content = pictures.for_letter(self.job.assets[placed.address], width)
        if not content.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8")):
            content = plates.engraved(self.job, placed.address, width)
        return content

    def _credit(self, place: Any, credit: Placed) -> None:
        paragraphs = (slide_copy.Paragraph(runs=credit.runs),)
        slide_text.write(place.text_frame, paragraphs, self.language, is_rtl=self.is_rtl)
        if credit.box:
            slide_boxes.put(place, credit.box)

    def _drawing(self, slide: Any, svg: Element) -> None:
        corner = (54.0, 112.0, 852.0)
        group = slide_drawing.grouped(svg, self._shapes(svg, corner, 1000), corner, 999)
        slide.shapes._spTree.append(_named(group))

    def _foot(self, slide: Any, number: int) -> None:
        for written in slide_master.own_foot(self.house, number, language_tag(self.language)):
            slide.shapes._spTree.append(_named(written))

    # Tables and charts

    def _table(self, places: dict[int, Any], table: Table) -> None:
        if table.is_chart and CHART in places:
            self._chart(places.pop(CHART), table)
        elif TABLE in places and table.rows:
            self._grid(places.pop(TABLE), table)

    def _grid(self, place: Any, table: Table) -> None:
        columns = max(map(len, table.rows))
        burdens.refuse_cells(len(table.rows), columns)
        told = [[row[n].words for row in table.rows if n < len(row)] for n in range(columns)]
        size = slide_text.table_size(told, len(table.rows))
        frame = place.insert_table(rows=len(table.rows), cols=columns)
        made = frame.table
        made.first_row = all(cell.is_head for cell in table.rows[0])
        made.horz_banding = False
        made._tbl.tblPr.find(qn("a:tableStyleId")).text = BARE
        wide = slide_text.column_widths(told, size)
        # Told one by one, each column and each row would have all of them counted anew.
        for column, width in zip(made._tbl.tblGrid.gridCol_lst, wide, strict=True):
            column.w = Emu(round(width * slide_master.EMU))
        for row in made._tbl.tr_lst:
            row.h = Pt(size * 1.75)
        made.notify_width_changed()
        made.notify_height_changed()
        for row, cells in zip(made._tbl.tr_lst, table.rows, strict=True):
            for cell, given in zip(row.tc_lst, cells, strict=False):
                held = _Cell(cell, made)
                slide_text.cell(held, given, self.language, size, is_rtl=self.is_rtl)
        _say(frame._element, ", ".join(cell.words for cell in table.rows[0]))

    def _chart(self, place: Any, table: Table) -> None:
        burdens.refuse_cells(len(table.rows), 2)
        chosen: Any = CategoryChartData(  # type: ignore[no-untyped-call]
            number_format=slide_text.number_format(table)
        )
        names = [row[0].words for row in table.rows]
        chosen.categories = names
        chosen.add_series(self.job.edition.title.plain[:31], [row[1].number for row in table.rows])
        frame = place.insert_chart(XL_CHART_TYPE.BAR_CLUSTERED, chosen)
        _plain_chart(frame.chart)
        values = (row[1].words for row in table.rows)
        told = (f"{name} {value}" for name, value in zip(names, values, strict=True))
        _say(frame._element, ", ".join(told))


def _plain_chart(chart: Any) -> None:
    """Bars with their numbers, and nothing else."""
    chart.has_legend = chart.has_title = False
    chart.font.size = Pt(24)
    chart.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    values, names = chart.value_axis, chart.category_axis
    values.visible = values.has_major_gridlines = False
    values.minimum_scale = 0
    names.reverse_order = True
    names.format.line.fill.background()
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    plot = chart.plots[0]
    plot.gap_width = 45
    plot.has_data_labels = True
    plot.data_labels.show_value = True
    plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
    plot.data_labels.font.size = Pt(24)
    plot.data_labels.font.bold = True
    fill = plot.series[0].format.fill
    fill.solid()
    fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1


def _say(element: Any, alt: str) -> None:
    """What a picture shows, for those who cannot see it; said to be an ornament if nothing."""
    told = next(element.iter(qn("p:cNvPr")))
    told.set("descr", alt)
    if not alt:
        told.append(parse_xml(slide_master.DECORATIVE))


def _named(written: str) -> Any:
    """A shape that is written without its name spaces."""
    return parse_xml(written.replace(">", f" {slide_master.NAMES}>", 1))


def _put_in_place(old: Any, written: str) -> None:
    old.getparent().replace(old, parse_xml(written))


def _number(slide: Any) -> None:
    """Every shape of a slide has a number of its own, in reading order."""
    for number, shape in enumerate(slide.shapes._spTree.iter(qn("p:cNvPr")), 1):
        shape.set("id", str(number))
