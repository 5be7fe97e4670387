"""A page as a Word document: named styles, real links and lists, and nothing lost."""

from __future__ import annotations

import dataclasses
import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import docx as word
import pypdfium2
import pytest
from PIL import Image

from pipeline.errors import Finding
from pipeline.model.texts import Picture, Text
from pipeline.renderers import docx, parcel, prose, stationery
from pipeline.renderers.job import Job
from tests.judges import converted
from tests.releases import W, outline, part, said
from tests.renderers.paper_jobs import PICTURE, job, picture

ROOT = Path(__file__).parent.parent.parent
STYLES = """
@page { margin-top: 20mm; margin-left: 25mm }
body { --style: Normal; font-family: 'Source Sans Pro', Calibri, sans-serif; font-size: 10pt;
  color: #111111 }
p { --style: Body Text; margin: 0 0 6pt }
h1 { --style: Title; --next: Body Text; font-size: 20pt; break-after: avoid }
h2 { --style: Heading 1; --level: 0 } h3 { --style: Heading 2; --level: 1 }
p.label { text-transform: uppercase; letter-spacing: 1pt }
blockquote p { --style: Quote; border-inline-start: 2pt solid #c4411a }
.quotation figcaption { --style: Attribution } figcaption { --style: Caption }
dt { --style: Term } dd { --style: Definition } pre { --style: HTML Preformatted }
img { --style: Picture } caption { --style: Table Caption } hr { --style: Rule }
table { --style: House Table; border-bottom: 0.5pt solid #cccccc }
thead { border-bottom: 1pt solid #000000 }
th { --style: Table Heading } td, td p { --style: Table Text }
.footnotes li { --style: Endnote } .second p { --style: Second Text }
header p { --style: Header } footer p { --style: Footer; --tab-end: 150mm }
a { --style: Hyperlink; color: #123a6b; text-decoration: underline }
em { --style: Emphasis; font-style: italic } strong { --style: Strong; font-weight: 600 }
code { --style: HTML Code; font-family: 'Courier New', monospace }
sup { --style: Superscript; vertical-align: super } sub { --style: Subscript }
span.dateline { font-variant: small-caps }
"""
BODY = f"""
<header><p>Above every page</p></header>
<footer><p>Below<span class="tab"></span>Page <span class="page"></span> of
<span class="pages"></span></p></footer>
<main><p class="label">Press release</p><h1>Cities <em>meet</em></h1>
<p><span class="dateline">Riga, 3 May –</span> See <em><a href="https://e.org/?a=1&amp;b=c d">the
page</a></em>, <strong>now <em>or</em> never</strong>.<sup><a class="footnote-ref"
href="#fn-1">1</a></sup><br>New line with <code>code</code>, H<sub>2</sub>O.</p>
<h2>Lists</h2>
<ol start="3"><li>Third</li><li><p>Fourth</p><p>goes on</p><ul><li>Deep<ul><li>Deeper</li></ul>
</li></ul></li></ol><p>Between</p><ol><li>First again</li></ol>
<figure class="quotation"><blockquote><p>“We listened.”</p></blockquote>
<figcaption>A mayor</figcaption></figure>
<figure><img src="{PICTURE}" width="120" alt="A blue square"><figcaption>Blue</figcaption></figure>
<p>An ornament <img src="{PICTURE}" width="10" alt=""> in a line</p>
<h3>Tables</h3>
<table><caption>Heights</caption><thead><tr><th>Port</th><th>Metres</th></tr></thead><tbody>
<tr><td>Emden</td><td>3</td></tr><tr><td colspan="2">Both ports together</td></tr></tbody></table>
<dl><dt>Term</dt><dd>Meaning</dd></dl><pre>one
  two</pre><hr><section class="second"><p>Quietly, <span lang="de">auf Deutsch</span></p></section>
<div class="footnotes"><ol><li id="fn-1">A note <a class="footnote-backref" href="#r">↑</a></li>
</ol></div></main>"""


def told(body: str = BODY, styles: str = STYLES, lang: str = "en", **options: Any) -> Job:
    html = (
        f'<!DOCTYPE html><html lang="{lang}"><head><title>T</title><style>{styles}</style></head>'
    )
    made = job(f"{html}<body>{body}</body></html>", **options)
    return dataclasses.replace(made, edition=dataclasses.replace(made.edition, language=lang))


@pytest.fixture(scope="module")
def specimen() -> bytes:
    return docx.render(told())


def test_every_paragraph_has_the_style_of_what_it_is(specimen: bytes) -> None:
    assert outline(specimen) == [
        ("Label", "Press release"),
        ("Title", "Cities meet"),
        (
            "Body Text",
            "Riga, 3 May – See the page, now or never.1\nNew line with code, H2O.",
        ),
        ("heading 1", "Lists"),
        ("List Number", "Third"),
        ("List Number", "Fourth"),
        ("List Continue", "goes on"),
        ("List Bullet 2", "Deep"),
        ("List Bullet 3", "Deeper"),
        ("Body Text", "Between"),
        ("List Number", "First again"),
        ("Quote", "“We listened.”"),
        ("Attribution", "A mayor"),
        ("Picture", ""),
        ("caption", "Blue"),
        ("Body Text", "An ornament  in a line"),
        ("heading 2", "Tables"),
        ("Table Caption", "Heights"),
        ("Table Heading", "Port"),
        ("Table Heading", "Metres"),
        ("Table Text", "Emden"),
        ("Table Text", "3"),
        ("Table Text", "Both ports together"),
        ("Normal", ""),
        ("Term", "Term"),
        ("Definition", "Meaning"),
        ("HTML Preformatted", "one\n  two"),
        ("Rule", ""),
        ("Second Text", "Quietly, auf Deutsch"),
        ("Endnote", "A note"),
    ]


def test_nothing_is_formatted_but_by_a_named_style(specimen: bytes) -> None:
    known = {
        style.get(f"{W}styleId") for style in part(specimen, "word/styles.xml").iter(f"{W}style")
    }
    for name in ("document", "header1", "footer1"):
        root = part(specimen, f"word/{name}.xml")
        for properties in root.iter(f"{W}rPr"):
            assert {child.tag for child in properties} <= {f"{W}rStyle", f"{W}lang"}
        for properties in root.iter(f"{W}pPr"):
            assert {child.tag for child in properties} <= {f"{W}pStyle", f"{W}numPr"}
        for tag in ("pStyle", "rStyle", "tblStyle"):
            used = {style.get(f"{W}val") for style in root.iter(f"{W}{tag}")}
            assert used <= known


def test_marks_within_marks_have_a_style_of_their_own(specimen: bytes) -> None:
    styles = {
        "".join(run.itertext()): run.find(f"{W}rPr/{W}rStyle").get(f"{W}val")
        for run in part(specimen, "word/document.xml").iter(f"{W}r")
        if run.find(f"{W}rPr/{W}rStyle") is not None
    }
    assert styles == {
        "meet": "Emphasis",
        "Riga, 3 May –": "Dateline",
        "the page": "HyperlinkEmphasis",
        "now ": "Strong",
        "or": "StrongEmphasis",
        " never": "Strong",
        "1": "Superscript",
        "code": "HTMLCode",
        "2": "Subscript",
    }
    combined = next(
        style
        for style in part(specimen, "word/styles.xml").iter(f"{W}style")
        if style.get(f"{W}styleId") == "StrongEmphasis"
    )
    assert [child.tag.removeprefix(W) for child in combined.find(f"{W}rPr")] == [
        *("b", "bCs", "i", "iCs")
    ]


def test_links_lead_where_they_say(specimen: bytes) -> None:
    root = part(specimen, "word/document.xml")
    targets = {
        relation.get("Id"): (relation.get("Target"), relation.get("TargetMode"))
        for relation in part(specimen, "word/_rels/document.xml.rels")
    }
    key = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    out, inner = root.iter(f"{W}hyperlink")
    assert targets[out.get(key)] == ("https://e.org/?a=1&b=c%20d", "External")
    marks = [mark.get(f"{W}name") for mark in root.iter(f"{W}bookmarkStart")]
    assert marks == [inner.get(f"{W}anchor")]


def test_each_list_counts_for_itself(specimen: bytes) -> None:
    numbers = part(specimen, "word/numbering.xml")
    starts = {
        num.get(f"{W}numId"): [s.get(f"{W}val") for s in num.iter(f"{W}startOverride")]
        for num in numbers.iter(f"{W}num")
    }
    used = [
        (
            said(paragraph),
            starts[paragraph.find(f".//{W}numId").get(f"{W}val")],
            paragraph.find(f".//{W}ilvl").get(f"{W}val"),
        )
        for paragraph in part(specimen, "word/document.xml").iter(f"{W}p")
        if paragraph.find(f".//{W}numId") is not None
    ]
    assert used == [
        ("Third", ["3"], "0"),
        ("Fourth", ["3"], "0"),
        ("Deep", [], "1"),
        ("Deeper", [], "2"),
        ("First again", ["1"], "0"),
        ("A note", ["1"], "0"),
    ]


def test_pictures_are_described_or_declared_ornaments(specimen: bytes) -> None:
    root = part(specimen, "word/document.xml")
    shown = [node for node in root.iter() if node.tag.endswith("}docPr")]
    assert [node.get("descr") for node in shown] == ["A blue square", ""]
    assert [len(list(node.iter("{*}decorative"))) for node in shown] == [0, 1]
    assert len({node.get("id") for node in shown}) == 2


def test_a_table_says_which_rows_are_heads(specimen: bytes) -> None:
    (table,) = word.Document(io.BytesIO(specimen)).tables
    assert table.style is not None
    assert table.style.name == "House Table"
    assert [len(row._tr.xpath("w:trPr/w:tblHeader")) for row in table.rows] == [1, 0, 0]
    assert [[cell.text for cell in row.cells] for row in table.rows][2] == [
        "Both ports together"
    ] * 2


def test_every_page_has_its_head_its_foot_and_its_number(specimen: bytes) -> None:
    assert said(part(specimen, "word/header1.xml")) == "Above every page"
    foot = part(specimen, "word/footer1.xml")
    assert said(foot) == "Below\tPage 1 of 1"
    fields = [field.get(f"{W}instr").strip() for field in foot.iter(f"{W}fldSimple")]
    assert fields == ["PAGE", "NUMPAGES"]


def test_the_document_says_what_it_is_and_from_when(specimen: bytes) -> None:
    core = word.Document(io.BytesIO(specimen)).core_properties
    assert (core.title, core.author, core.language) == ("The manifesto", "City Network", "en-GB")
    assert str(core.created) == str(core.modified) == "2025-03-04 00:00:00+00:00"
    section = word.Document(io.BytesIO(specimen)).sections[0]
    size = [section.page_width, section.page_height, section.top_margin, section.left_margin]
    assert [round(length.mm) for length in size if length is not None] == [210, 297, 20, 25]
    languages = [
        node.get(f"{W}val") for node in part(specimen, "word/document.xml").iter(f"{W}lang")
    ]
    assert languages == ["de-DE"]


def test_names_that_fill_a_line_of_properties_are_shortened() -> None:
    made = told()
    long = Text(html="x", plain="House " * 100, language="en")
    house = dataclasses.replace(made.edition.organisation, name=long)
    edition = dataclasses.replace(made.edition, organisation=house, title=long)
    written = docx.render(dataclasses.replace(made, edition=edition))
    core = word.Document(io.BytesIO(written)).core_properties
    assert core.title == core.author == core.last_modified_by
    assert core.author == f"{long.plain[:254].rstrip()}…"


def test_styles_follow_the_sheet(specimen: bytes) -> None:
    styles = {s.name: s for s in word.Document(io.BytesIO(specimen)).styles}
    title: Any = styles["Title"]
    assert title.font.size.pt == 20
    assert title.paragraph_format.keep_with_next
    assert title.next_paragraph_style.name == "Body Text"
    fonts = part(specimen, "word/fontTable.xml")
    faces = {font.get(f"{W}name"): font.find(f"{W}altName") for font in fonts.iter(f"{W}font")}
    assert faces["Source Sans Pro"].get(f"{W}val") == "Calibri"


def test_the_same_page_gives_the_same_bytes(specimen: bytes) -> None:
    code = (
        "import sys, hashlib; from tests.renderers.test_docx import told; "
        "from pipeline.renderers import docx; "
        "sys.stdout.write(hashlib.sha256(docx.render(told())).hexdigest())"
    )
    given = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    made = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=given, capture_output=True, check=True
    )
    assert made.stdout.decode() == hashlib.sha256(specimen).hexdigest()
    with zipfile.ZipFile(io.BytesIO(specimen)) as parts:
        assert {entry.date_time for entry in parts.infolist()} == {parcel.EPOCH}
        names = parts.namelist()
    assert names == sorted(names)
    assert not [n for n in names if "thumbnail" in n or "customXml" in n or "theme" in n]


def test_an_office_opens_it_and_loses_no_word(specimen: bytes, tmp_path: Path) -> None:
    document = tmp_path / "specimen.docx"
    document.write_bytes(specimen)
    pdf = pypdfium2.PdfDocument(converted(document, tmp_path).read_bytes())
    shown = " ".join(page.get_textpage().get_text_range() for page in pdf)
    words = re.findall(r"\w+", " ".join(words for _, words in outline(specimen)))
    assert [word for word in words if word.casefold() not in shown.casefold()] == []
    assert "Above every page" in shown
    assert f"Page 1 of {len(pdf)}" in shown
    assert re.search(r"3\.\s+Third", shown)
    assert re.search(r"1\.\s+First again", shown)


def test_letters_that_xml_cannot_hold_are_left_out() -> None:
    made = docx.render(told("<p>A\x0bB&#1;C\ufffeD &amp; &lt;E&gt; 𝄞</p>"))
    assert outline(made) == [("Body Text", "ABCD & <E> 𝄞")]


def test_arabic_runs_from_right_to_left_and_latin_in_it_from_left() -> None:
    made = docx.render(
        told("<p>مدن أوروبا (Efus) تجتمع</p><table><tr><td>أ</td></tr></table>", lang="ar")
    )
    runs = [
        ("".join(run.itertext()), run.find(f"{W}rPr/{W}rtl") is not None)
        for run in part(made, "word/document.xml").iter(f"{W}r")
    ]
    assert runs == [("مدن أوروبا (", True), ("Efus) ", False), ("تجتمع", True), ("أ", True)]
    assert part(made, "word/styles.xml").find(f".//{W}pPrDefault//{W}bidi") is not None
    assert part(made, "word/document.xml").find(f".//{W}sectPr/{W}bidi") is not None
    assert part(made, "word/document.xml").find(f".//{W}bidiVisual") is not None


def test_an_arabic_number_keeps_its_groups_and_a_border_stands_at_the_right() -> None:
    style = ".pull { border-inline-start: 2pt solid #cc0000 }"
    made = docx.render(told('<p class="pull">اتصل: +216 71 123 456</p>', style, "ar"))
    assert "\u200e+216 71 123 456" in "".join(part(made, "word/document.xml").itertext())
    styles = part(made, "word/styles.xml")
    assert styles.find(f".//{W}pBdr/{W}right") is not None
    assert styles.find(f".//{W}pBdr/{W}left") is None


def test_a_drawing_becomes_pixels() -> None:
    drawing = (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40">'
        b'<rect width="60" height="40" fill="#123456"/></svg>'
    )
    address = "https://build.invalid/images/plan.svg"
    shown = Picture(
        name="plan.svg", alt=Text(), credit=Text(), licence="x", width=60, height=40, format="svg"
    )
    made = told(f'<figure><img src="{address}" width="60" alt="A plan"></figure>')
    with_it = dataclasses.replace(
        made,
        assets={address: drawing},
        edition=dataclasses.replace(made.edition, pictures=(shown,)),
    )
    with zipfile.ZipFile(io.BytesIO(docx.render(with_it))) as parts:
        (name,) = (n for n in parts.namelist() if n.startswith("word/media/"))
        assert parts.read(name).startswith(b"\x89PNG")


def test_a_picture_that_is_not_there_leaves_its_words() -> None:
    made = docx.render(told('<p>See <img src="https://elsewhere.example/a.png" alt="a map">.</p>'))
    assert outline(made) == [("Body Text", "See [a map].")]


@pytest.mark.parametrize(
    "body", ["", "<p></p>", "<table></table>", "<ul></ul>", "<h1>", "</p></div>"]
)
def test_a_page_with_next_to_nothing_is_a_document_all_the_same(body: str) -> None:
    assert word.Document(io.BytesIO(docx.render(told(body)))).sections


def test_a_page_without_a_sheet_keeps_its_words() -> None:
    made = docx.render(told("<h1>One</h1><p class=x>Two <b>three</b></p>", styles=""))
    assert outline(made) == [("Normal", "One"), ("Normal", "Two three")]


def test_deep_nesting_is_written_all_the_same() -> None:
    deep = "<ul><li>x" * 150 + "</li></ul>" * 150
    made = outline(docx.render(told(deep + "<em>" * 300 + "y")))
    assert "".join(words for _, words in made) == "x" * 150 + "y"


def test_a_long_document_is_made_in_good_time() -> None:
    findings: list[Finding] = []
    words = "<p>" + "word <em>and</em> word " * 20 + "</p>"
    made = docx.render(told(words * 500, findings=findings))
    assert (len(outline(made)), findings) == (500, [])


def test_a_sheet_is_read_as_a_designer_writes_it() -> None:
    sheet = stationery.sheet("/* h1 { color: red } */ h1, p.big-note { margin: 1pt 2pt 3pt }")
    assert sheet.style("p.big-note") == "Big Note"
    assert [sheet.style(name) for name in sheet.rules] == ["H1", "Big Note"]
    assert stationery.points("1in") == stationery.points("72pt") == 72
    assert stationery.points("1.5em", em=12) == 18
    assert stationery.points("wide", 7) == 7


def test_blanks_are_those_that_a_browser_shows() -> None:
    page = prose.read("<p>  a \n <b> b </b> c<br>  d </p>", {"p"})
    (paragraph,) = page.body
    assert isinstance(paragraph, prose.Paragraph)
    assert "".join(run.text for run in paragraph.runs) == "a b c\nd"


@pytest.mark.parametrize("mode", ["CMYK", "RGB", "L"])
def test_a_jpeg_without_the_head_that_most_have_is_shown(mode: str) -> None:
    """One in inks, or saved for the web in Photoshop, refused its release with a fault of ours."""
    buffer = io.BytesIO()
    Image.effect_noise((90, 60), 40).convert(mode).save(buffer, "JPEG")
    content = buffer.getvalue()
    if content[6:10] == b"JFIF":
        content = content[:2] + content[4 + int.from_bytes(content[4:6], "big") :]
    page = f'<p><img src="{PICTURE}" width="90" alt="x"></p>'
    made = docx.render(told(page, assets={PICTURE: content}))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        [name] = [one for one in archive.namelist() if one.endswith(".jpg")]
        shown = Image.open(io.BytesIO(archive.read(name)))
        assert (shown.mode, shown.size) == (mode, (90, 60))
        assert shown.tobytes() == Image.open(io.BytesIO(content)).tobytes()
    [extent] = part(made, "word/document.xml").iter("{*}extent")
    assert int(extent.get("cx")) * 2 == int(extent.get("cy")) * 3


def test_where_nothing_is_declared_pictures_are_as_wide_as_the_text() -> None:
    made = docx.render(told(f'<p><img src="{PICTURE}" alt="x"></p>', assets={PICTURE: picture()}))
    (extent,) = (n for n in part(made, "word/document.xml").iter() if n.tag.endswith("}extent"))
    assert 4_000_000 < int(extent.get("cx")) < 6_000_000


def test_a_wide_table_divides_its_words_and_no_number() -> None:
    heads = "<th>Bibliotheksausweise</th>" * 8
    figures = "<td>1.234.567</td>" * 8
    table = f'<table class="tight"><thead><tr>{heads}</tr></thead><tbody><tr>{figures}</tr></table>'
    sheet = f"{STYLES} .tight td {{ font-size: 7.5pt }} .tight th {{ --style: Head }}"
    root = part(docx.render(told(table, sheet, lang="de")), "word/document.xml")
    cells = [node for node in root.iter() if node.tag.endswith("}tc")]
    assert len(list(cells[0].iter("{*}softHyphen"))) > 1
    assert len({node.get(f"{W}w") for cell in cells for node in cell.iter("{*}tcW")}) == 1
    assert not list(cells[-1].iter("{*}softHyphen"))
    assert sum(int(n.get(f"{W}w", 0)) for n in root.iter("{*}gridCol")) == pytest.approx(
        9060, abs=40
    )


def test_signs_that_do_not_break_or_may_are_written_by_their_names() -> None:
    root = part(docx.render(told("<p>E\u2011mail Gemein\u00addehaus</p>")), "word/document.xml")
    assert [len(list(root.iter(f"{{*}}{name}Hyphen"))) for name in ("noBreak", "soft")] == [1, 1]


def test_what_no_style_of_word_can_be_has_no_effect() -> None:
    odd = """
    p { line-height: 1.4mm; font-weight: bold; font-size: 1..2pt; margin: 1e9px } h1 { font-weight:
    x; line-height: normal; border-bottom: ; --level: "/><x> } h2 { border-top: 99999pt solid }
    @page { margin-left: 9999mm; margin-right: -3mm } td { font-size: 0pt }
    """
    numbered = f"<ol start={'9' * 5000}><li>A</li></ol><ol start=-3><li>B</li></ol>"
    shown = f'<img src="{PICTURE}" width="{"9" * 5000}" alt="">'
    table = "<table><tr><td>C</td></tr></table>"
    page = f"<style>{STYLES}{odd}</style><h1>Title</h1><p>Text</p>{numbered}{shown}{table}"
    made = docx.render(job(page))
    styles = part(made, "word/styles.xml")
    paragraph = styles.find(f".//{W}style[@{W}styleId='BodyText']")
    assert paragraph is not None
    assert paragraph.find(f".//{W}b") is not None
    starts = part(made, "word/numbering.xml").findall(f".//{W}startOverride")
    assert [start.get(f"{W}val") for start in starts] == ["1", "1"]
    document = word.Document(io.BytesIO(made))
    section = document.sections[0]
    edges = (section.page_width or 0, -(section.left_margin or 0), -(section.right_margin or 0))
    assert sum(edges) > 0
