"""A PowerPoint file that somebody can work on: layouts, words, notes, pictures, charts."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pptx
import pytest
from pptx.enum.shapes import PP_PLACEHOLDER

from pipeline.errors import CopyError, DeclarationError
from pipeline.renderers import pptx as room
from tests.renderers.paper_jobs import PICTURE, job, picture
from tests.stopwatch import spent

PAGE = f"""<!DOCTYPE html><html lang="en"><body data-house="CN" data-primary="#123a6b"
 data-accent="#c4411a" data-serif="Source Serif Pro" data-sans="Source Sans Pro">
<section data-layout="cover"><svg viewBox="0 0 100 100"><line x1="0" y1="9" x2="9" y2="0"
 stroke="#123a6b"/><circle cx="5" cy="5" r="2" fill="#c4411a"/></svg>
<h1>Cities &amp; <em>towns</em></h1><p>City Network</p></section>
<section data-layout="content" data-step="1"><h1>List</h1>
<ul><li>One <strong>bold</strong><ul><li>Inner</li></ul></li>
<li><span lang="fr">Deux</span></li></ul>
<aside><p>Say it.</p><p>Twice.</p></aside></section>
<section data-layout="content"><h1>Links</h1><ol start="3"><li><a href="https://example.org/">Web</a></li>
<li><a href="#inside">in</a> H<sub>2</sub>O</li></ol></section>
<section data-layout="picture" data-side="400"><h1>Picture</h1><p>Beside</p>
<img src="{PICTURE}" alt="A blue square" data-box="500 60 400 300">
<p class="credit" data-box="500 368 400 16">Who</p></section>
<section data-layout="picture"><h1>Ornament</h1><img src="{PICTURE}" alt="" data-box="500 60 40 30">
</section>
<section data-layout="table"><h1>Table</h1><table><thead><tr><th>City</th>
<th>Number</th></tr></thead>
<tbody><tr><td>Genoa</td><td class="align-right">12</td></tr></tbody></table></section>
<section data-layout="chart"><h1>Chart</h1><table class="chart">
<tr><th>Genoa</th><td data-number="12.0">12 %</td></tr>
<tr><th>Split</th><td data-number="30.0">30 %</td></tr></table></section>
<section data-layout="drawing"><h1>Drawing</h1><svg viewBox="0 0 100 50"><title>1989 Genoa</title>
<line x1="0" y1="9" x2="90" y2="9" stroke="#123a6b" stroke-width="1"/>
<text x="3" y="20" font-size="3">Genoa</text></svg></section>
<section data-layout="section"><h1>Part</h1></section>
</body></html>"""


@pytest.fixture(scope="module")
def made() -> bytes:
    return room.render(job(PAGE))


@pytest.fixture(scope="module")
def show(made: bytes) -> Any:
    return pptx.Presentation(io.BytesIO(made))


def runs(shape: Any) -> list[Any]:
    return [run for paragraph in shape.text_frame.paragraphs for run in paragraph.runs]


def test_the_show_is_wide_and_has_our_layouts_only(show: Any) -> None:
    assert (show.slide_width, show.slide_height) == (12192000, 6858000)
    names = [layout.name for layout in show.slide_layouts]
    assert names[:3] == ["Title Slide", "Section Header", "Title and Content"]
    assert [slide.slide_layout.name for slide in show.slides][:2] == [names[0], names[2]]
    assert len(names) == len(set(names)) == 13


def test_every_slide_has_a_title_and_no_empty_place(show: Any) -> None:
    for slide in show.slides:
        assert slide.shapes.title.text_frame.text
        for place in slide.placeholders:
            if place.has_text_frame:
                assert place.text_frame.text


def test_words_keep_their_form_and_their_language(show: Any) -> None:
    title = runs(show.slides[0].shapes.title)
    assert [(run.text, run.font.italic) for run in title] == [("Cities & ", None), ("towns", True)]
    body = show.slides[1].placeholders[1]
    assert [p.text for p in body.text_frame.paragraphs] == ["One bold", "Inner", "Deux"]
    assert [run.font.bold for run in runs(body)][:2] == [None, True]
    assert [run._r.rPr.get("lang") for run in runs(body)] == ["en-GB"] * 3 + ["fr-FR"]


def test_the_speaker_finds_the_notes(show: Any) -> None:
    notes = show.slides[1].notes_slide.notes_text_frame
    assert [paragraph.text for paragraph in notes.paragraphs] == ["Say it.", "Twice."]
    assert not show.slides[2].has_notes_slide


def test_links_lead_out_of_the_house_or_nowhere(show: Any) -> None:
    told = {run.text: run.hyperlink.address for run in runs(show.slides[2].placeholders[1])}
    assert told["Web"] == "https://example.org/"
    assert told["in"] is None


def test_a_list_begins_at_its_number(show: Any) -> None:
    xml = show.slides[2].placeholders[1]._element.xml
    assert xml.count('<a:buAutoNum type="arabicPlain" startAt="3"/>') == 2


def test_a_picture_has_its_words_and_is_not_cut(show: Any) -> None:
    (shown,) = [s for s in show.slides[3].placeholders if s.placeholder_format.idx == 13]
    assert shown.placeholder_format.type == PP_PLACEHOLDER.PICTURE
    assert shown._element.nvPicPr.cNvPr.get("descr") == "A blue square"
    assert (shown.left, shown.top, shown.width, shown.height) == (
        *(edge * 12700 for edge in (500, 60, 400, 300)),
    )
    assert shown.crop_left == shown.crop_top == 0
    assert show.slides[3].shapes.title.width == 400 * 12700
    (ornament,) = [s for s in show.slides[4].placeholders if s.placeholder_format.idx == 13]
    assert ornament._element.nvPicPr.cNvPr.get("descr") == ""
    assert "decorative" in ornament._element.xml


def test_a_table_is_a_table_and_a_chart_a_chart(show: Any) -> None:
    (table,) = [shape.table for shape in show.slides[5].shapes if shape.has_table]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["City", "Number"],
        ["Genoa", "12"],
    ]
    assert table.first_row
    (frame,) = [shape for shape in show.slides[6].shapes if shape.has_chart]
    plot = frame.chart.plots[0]
    assert (list(plot.categories), list(plot.series[0].values)) == (["Genoa", "Split"], [12, 30])
    assert frame._element.xpath("./p:nvGraphicFramePr/p:cNvPr/@descr") == ["Genoa 12 %, Split 30 %"]


def test_a_drawing_can_be_changed(show: Any) -> None:
    (group,) = [s for s in show.slides[7].shapes if s._element.tag.endswith("grpSp")]
    assert group._element.nvGrpSpPr.cNvPr.get("descr") == "1989 Genoa"
    assert [s.text_frame.text for s in group.shapes if s.has_text_frame] == ["Genoa"]
    (cover,) = [layout for layout in show.slide_layouts if layout.name == "Title Slide"]
    assert "ellipse" in cover._element.xml


def test_slides_are_numbered_but_the_first(show: Any) -> None:
    path = ".//a:fld[@type='slidenum']/a:t/text()"
    numbers = [slide._element.xpath(path) for slide in show.slides]
    assert numbers == [[], *([str(n)] for n in range(2, len(numbers) + 1))]
    for slide in show.slides:
        ids = slide._element.xpath(".//p:cNvPr/@id")
        assert len(ids) == len(set(ids))


def test_colours_and_faces_are_those_of_the_house(made: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        themes = [file.read(n).decode() for n in file.namelist() if "/theme/theme" in n]
    assert len(themes) == 2
    for theme in themes:
        assert '<a:accent1><a:srgbClr val="123A6B"/></a:accent1>' in theme
        assert 'typeface="Source Serif Pro"' in theme


def test_the_file_says_whose_it_is_and_nothing_of_this_machine(made: bytes, show: Any) -> None:
    told = show.core_properties
    assert (told.title, told.author, told.language) == ("The manifesto", "City Network", "en-GB")
    assert told.created.isoformat() == told.modified.isoformat() == "2025-03-04T00:00:00"
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [n for n in file.namelist() if "printerSettings" in n or "thumbnail" in n]
        assert b"python-pptx" not in b"".join(map(file.read, file.namelist()))


def test_the_same_page_gives_the_same_bytes(made: bytes) -> None:
    assert room.render(job(PAGE)) == made


def test_a_picture_that_is_not_there_leaves_no_hole() -> None:
    page = PAGE.replace(PICTURE, "https://build.invalid/images/none.png")
    show = pptx.Presentation(io.BytesIO(room.render(job(page))))
    assert [s.placeholder_format.idx for s in show.slides[4].placeholders] == [0, 10, 11]


def test_words_that_xml_cannot_hold_are_left_out() -> None:
    page = "<html lang=en><section data-layout=content><h1>A\x0bB\x01 &lt;c&gt;</h1></section>"
    show = pptx.Presentation(io.BytesIO(room.render(job(page))))
    assert show.slides[0].shapes.title.text_frame.text == "AB <c>"


def test_arabic_runs_from_the_right() -> None:
    page = PAGE.replace('lang="en"', 'lang="ar"')
    given = job(page, assets={PICTURE: picture()})
    edition = __import__("dataclasses").replace(given.edition, language="ar")
    given = __import__("dataclasses").replace(given, edition=edition)
    show = pptx.Presentation(io.BytesIO(room.render(given)))
    assert show.slides[1].placeholders[1]._element.xml.count('rtl="1"') == 3


def test_words_begin_below_a_heading_of_many_lines() -> None:
    long = "Was wir uns für die Bibliotheksverbundsgeneralversammlung vorgenommen haben " * 3
    slide = (
        f'<section data-layout="content" data-scale="2"><h1>{long}</h1><p>a</p></section></body>'
    )
    page = PAGE.replace("</body>", slide)
    last = pptx.Presentation(io.BytesIO(room.render(job(page)))).slides[-1]
    title, body = last.placeholders[0], last.placeholders[1]
    assert title.height.pt > 120
    assert body.top >= title.top + title.height
    assert body.top + body.height == pptx.util.Pt(472)
    narrow = PAGE.replace('data-side="400"><h1>Picture', f'data-side="60"><h1>{long * 3}')
    shown = pptx.Presentation(io.BytesIO(room.render(job(narrow)))).slides[3]
    credit = next(one for one in shown.placeholders if one.placeholder_format.idx == 20)
    assert (credit.top.pt, credit.height.pt) == (368, 16)
    assert all(one.height > 0 for one in shown.placeholders)
    plain = pptx.Presentation(io.BytesIO(room.render(job(PAGE)))).slides[2]
    assert plain.placeholders[1].top.pt == 142


def test_a_wide_table_is_set_smaller_and_no_word_of_it_is_broken() -> None:
    heads = "".join(f"<th>{word}</th>" for word in ("Bibliotheksausweise", *["Entlehnungen"] * 6))
    figures = "<td>1.234.567</td>" * 7
    body = f"<thead><tr>{heads}</tr></thead><tbody><tr>{figures}</tr></tbody>"
    wide = f'<section data-layout="table"><h1>Wide</h1><table>{body}</table></section></body>'
    last = pptx.Presentation(io.BytesIO(room.render(job(PAGE.replace("</body>", wide))))).slides[-1]
    (frame,) = [shape for shape in last.shapes if shape.has_table]
    cell = frame.table.cell(0, 1)
    assert cell.text_frame.paragraphs[0].runs[0].font.size.pt == 14
    assert frame.table.columns[1].width.pt > 14 * 0.56 * len("Entlehnungen")
    assert frame.table.columns[0].width > frame.table.columns[1].width
    assert frame.width.pt == pytest.approx(852, abs=1)


def test_a_table_of_very_many_columns_is_made_in_time() -> None:
    cells = "<td>a</td>" * 199
    body = f"<tr>{cells}</tr>" * 2
    wide = f'<section data-layout="table"><h1>Wide</h1><table>{body}</table></section></body>'
    page = PAGE.replace("</body>", wide)
    assert spent(lambda: room.render(job(page)), 4) < 4
    last = pptx.Presentation(io.BytesIO(room.render(job(page)))).slides[-1]
    (frame,) = [shape for shape in last.shapes if shape.has_table]
    assert frame.width == sum(column.width for column in frame.table.columns)
    assert frame.height == sum(row.height for row in frame.table.rows)


MISREAD = {
    "a step": '<section data-step="x">',
    "a step that no sheet has": '<section data-step="3">',
    "a size without end": '<section data-scale="99999999999999999999999">',
    "a side of nothing": '<section data-side="nan">',
    "air": '<section data-air="1e400">',
    "columns": '<section data-columns="0">',
    "half a box": '<section><img src="x" data-box="1 2 3">',
    "a box that turns back": '<section><img src="x" data-box="0 0 -1 -1">',
    "letters": '<section><h1><span class="value" data-size="1e308">1</span></h1>',
    "a chart": '<section><table class="chart"><tr><td>1</td></tr></table>',
    "a worth": '<section><table class="chart"><tr><td>1</td><td data-number="inf">',
    "a drawing of nothing": '<section><svg viewBox="0 0 0 0"><rect/></svg>',
    "half a drawing": '<section><svg viewBox="0 0 1"><rect/></svg>',
    "a measure": '<section><svg viewBox="0 0 9 9"><circle r="5px"/></svg>',
    "a line": '<section><svg><line stroke="#000000" stroke-width="1em"/></svg>',
    "a colour by its name": '<section><svg><rect fill="red"/></svg>',
    "more than a colour": "<section><svg><rect fill='\"/><x y=\"'/></svg>",
    "a colour of the house": '<body data-ink="black"><section><h1>A</h1>',
}


@pytest.mark.parametrize("name", MISREAD)
def test_what_no_slide_can_be_made_of_is_told_to_the_designer(name: str) -> None:
    with pytest.raises(DeclarationError) as told:
        room.render(job(MISREAD[name]))
    [finding] = told.value.findings
    assert finding.code == "P111"
    assert finding.message.startswith("manifesto.pdf cannot be made: '")


def test_a_table_that_nobody_could_read_is_refused_in_time() -> None:
    for row, times in (("<tr>" + "<td>1</td>" * 10_000, 1), ("<tr><td>1</td></tr>", 5_001)):
        page = f'<section data-layout="table"><h1>Wide</h1><table>{row * times}</table></section>'
        with pytest.raises(CopyError, match=r"P109 .* cells, and may have 5,000 in all"):
            room.render(job(page))


DEEP = ("<div>", "<p><b>", "<ul><li>", "<table><tr><td>", "<svg><g>")


@pytest.mark.parametrize("tag", DEEP)
def test_no_depth_is_too_deep(tag: str) -> None:
    made = room.render(job(f'<section data-layout="content"><h1>A</h1>{tag * 1000}a'))
    assert pptx.Presentation(io.BytesIO(made)).slides


def test_a_slide_ends_where_the_next_begins() -> None:
    page = "<section><h1>One</h1><p>1<section><h1>Two</h1><p>2"
    show = pptx.Presentation(io.BytesIO(room.render(job(page))))
    assert [one.shapes.title.text_frame.text for one in show.slides] == ["One", "Two"]


def test_what_stands_behind_a_number_never_breaks_the_file() -> None:
    cells = '<th>A</th><td data-number="5">5 &lt;"&amp;%</td>'
    table = f'<table class="chart"><tr>{cells}</tr></table>'
    page = f'<section data-layout="chart"><h1>A</h1>{table}</section>'
    show = pptx.Presentation(io.BytesIO(room.render(job(page))))
    assert [shape.has_chart for shape in show.slides[0].shapes if shape.has_chart] == [True]
