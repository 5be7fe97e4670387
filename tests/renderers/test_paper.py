"""What leaves the paper rooms, and what those who read and print it may rely on."""

from __future__ import annotations

import dataclasses
import errno
import functools
import hashlib
import io
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pytest

from pipeline.calendar import direction
from pipeline.errors import CopyError, DeclarationError, Finding, Level
from pipeline.renderers import beside, paper, pdf, stock, tags, typecase, web
from pipeline.typesetting import Typesetter
from tests import tagged
from tests.judges import verdicts
from tests.renderers.paper_jobs import DECLARED, PICTURE, SPECIMEN, job, opened, page
from tests.stopwatch import fair

ROOT = Path(__file__).parent.parent.parent
MM = 72 / 25.4
PRINT = "@page { size: A5; bleed: 3mm; marks: crop cross; background: #eef }"


def codes(body: str, style: str = "") -> list[tuple[str, str]]:
    findings: list[Finding] = []
    pdf.render(job(page(body, style), findings))
    return [(finding.code, finding.message) for finding in findings]


@functools.cache
def specimen(variant: str) -> bytes:
    return pdf.render(job(SPECIMEN, variant=variant, multiple=4))


def test_a_file_to_read_is_accessible_and_made_to_last_and_one_to_print_lasts(
    tmp_path: Path,
) -> None:
    findings: list[Finding] = []
    paths = [tmp_path / "ua-1.pdf", tmp_path / "ua-2.pdf"]
    for path in paths:
        path.write_bytes(pdf.render(job(SPECIMEN, findings, standard=path.stem)))
    assert findings == []
    paths.append(tmp_path / "print.pdf")
    paths[-1].write_bytes(specimen("print"))
    assert verdicts(paths) == {
        "ua-1.pdf": {"PDF/A-3A": (), "PDF/UA-1": ()},
        "ua-2.pdf": {"PDF/A-4": (), "PDF/UA-2": ()},
        "print.pdf": {"PDF/A-3B": ()},
    }


def test_the_file_says_what_it_is_and_from_when() -> None:
    made = opened(pdf.render(job(page("<h1>Hello</h1>", lang="fr"))))
    assert str(made.docinfo["/Title"]) == "The manifesto"
    assert str(made.docinfo["/Author"]) == "City Network"
    assert str(made.docinfo["/CreationDate"]).startswith("D:20250304")
    assert made.Root.Lang == "fr"
    with made.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
        assert metadata["xmp:CreateDate"] == "2025-03-04"


def test_a_page_without_a_language_has_that_of_its_edition() -> None:
    made = opened(pdf.render(job("<title>Own title</title><p>Hello")))
    assert (made.Root.Lang, str(made.docinfo["/Title"])) == ("en", "Own title")


def test_only_our_own_type_is_embedded() -> None:
    reader = pypdf.PdfReader(_stream(pdf.render(job(SPECIMEN))))
    names = {
        font["/BaseFont"].split("+")[1]
        for sheet in reader.pages
        for font in (one.get_object() for one in sheet["/Resources"]["/Font"].values())
    }
    assert names
    assert {name[:12] for name in names} <= {"Source-Serif", "Source-Sans-"}


@pytest.mark.parametrize("family", [*typecase.FAMILIES, "Arial", "monospace"])
@pytest.mark.parametrize("style", ["", "font-style: italic", "font-weight: 600"])
def test_hyphens_and_spaces_of_every_kind_are_set_in_our_type(family: str, style: str) -> None:
    words = "a\u202f: 2024\u20112025 b\u2009c, d‐e; internationalisation of communications f\u200bg"
    body = f'<p style="font-family: {family}; hyphens: auto; width: 5em; {style}">{words}'
    findings: list[Finding] = []
    document = paper.lay_out(job(page(body), findings))
    made = paper.print_pdf(document, job("", findings))
    assert {font.family for font in document.fonts.values()} <= set(typecase.FAMILIES)
    assert {finding.code for finding in findings} <= ({"P207"} if family == "Arial" else set())
    (sheet,) = pypdf.PdfReader(_stream(made)).pages
    assert not set(sheet.extract_text()) & {"\u202f", "\u2009", "\u200b", "\u2010"}
    assert "2024-2025" in sheet.extract_text()


def test_greek_and_cyrillic_stay_in_the_family_even_in_italics() -> None:
    findings: list[Finding] = []
    pdf.render(job(page("<p><i>Αθήνα, София, Łódź, Brăila</i> — Αθήνα, София"), findings))
    assert findings == []


@pytest.mark.parametrize("family", typecase.FAMILIES)
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("el", "Οι πόλεις συναντώνται στην Αθήνα· «γιατί όχι;», ρώτησε η δήμαρχος. ΐΰϊϋ"),
        ("bg", "Градовете се срещат в София, а кметът щъка из парка"),
        ("uk", "Міста зустрічаються у Києві; її ґанок, об’їзд, щодня"),
        ("sr", "Градови се сусрећу у Београду; Ђорђе, Љиљана, Њујорк, Џеп"),
        ("pl", "Zażółć gęślą jaźń w Łodzi"),
        ("ro", "Orașele se întâlnesc în Brăila, în țară"),
        ("lv", "Pilsētas tiekas Rīgā, Jūrmalā, Ķekavā, Ņujorkā, Ģērķēnos"),
        ("mt", "Il-bliet jiltaqgħu f’Ħal Għaxaq, Ċirkewwa, Żabbar u Ġgantija"),
        ("hu", "Árvíztűrő tükörfúrógép"),
        ("vi", "Các thành phố gặp nhau ở Hà Nội, Đà Nẵng, Huế"),
        ("ar", "تلتقي المدن في القاهرة، ١٢ مدينة؛ مَدِينَةٌ آمِنَةٌ لِلْجَمِيع؟ لا إله"),
        ("fa", "شهرها در تهران گرد هم می‌آیند؛ پژوهش، گفتگو، چاپ"),
        ("he", "הערים נפגשות בירושלים, בתל־אביב ובחיפה; ״שלום״, שָׁלוֹם"),
    ],
)
def test_every_language_of_our_readers_has_its_letters_in_our_type(
    language: str, words: str, family: str
) -> None:
    findings: list[Finding] = []
    body = f"<p>{words} <b>{words}</b> <i>{words}</i> <b><i>{words}</i></b></p>"
    style = f"p {{ font-family: '{family}', serif; direction: {direction(language)} }}"
    asked = job(page(body, style, language), findings)
    document = paper.lay_out(asked)
    paper.print_pdf(document, asked)
    assert {font.family for font in document.fonts.values()} <= set(typecase.OURS)
    assert findings == []


@pytest.mark.parametrize("start", [0, 7, 40])
def test_a_list_begins_with_the_number_its_writer_gave_it(start: int) -> None:
    body = f'<ol start="{start}" style="color: red"><li>Seventh<li>Eighth</ol><ol><li>First</ol>'
    document = tagged.read(pdf.render(job(page(body))))
    labels = [one.kids[0] for one in document.walk() if one.role == "Lbl"]
    assert labels == [f"{start}. ", f"{start + 1}. ", "1. "]


def test_our_type_is_found_by_every_edition_of_fontconfig_from_every_folder() -> None:
    """2.17 does not find `/folder/*.ttf`; 2.15 looks for `*.ttf` where the command was typed."""
    globs = re.findall("<glob>(.+?)</glob>", typecase.configuration())
    assert len(globs) == 5 + len(typecase.REFUSED)
    assert all(re.fullmatch(r"/[*](/[\w-]+){0,2}[\w/*.]+", one) for one in globs), globs


def test_words_in_the_type_of_another_script_are_no_page_of_ours() -> None:
    told = codes('<p style="font-family: Broadside Arabic">Riga hosts the assembly')
    assert [code for code, _ in told if code < "P200"] == ["P108"]


def test_letters_that_our_type_lacks_are_named() -> None:
    assert {code for code, _ in codes("<p>თბილისი")} in ({"P203"}, {"P105"})


@pytest.mark.parametrize(
    "hostile",
    [
        '<img alt="x" src="file:///etc/hostname">',
        '<img alt="x" src="http://127.0.0.1:9/x.png">',
        '<img alt="x" src="/images/unknown.png">',
        '<svg><title>x</title><image href="file:///etc/hostname" width="9" height="9"/></svg>',
        '<object data="file:///etc/hostname">x</object>',
        '<div style="background: url(file:///etc/hostname)">x</div>',
    ],
)
def test_nothing_is_fetched_that_was_not_handed_over(hostile: str) -> None:
    findings = codes(f"<p>Here</p>{hostile}")
    assert [code for code, _ in findings] == ["P101"]


@pytest.mark.parametrize(
    "hostile",
    [
        '<link rel="attachment" href="file:///etc/hostname">',
        '<a rel="attachment" href="file:///etc/hostname">x</a>',
        f'<link rel="attachment" href="{PICTURE}">',
    ],
)
def test_nothing_is_attached(hostile: str) -> None:
    made = opened(pdf.render(job(page(f"<p>Here</p>{hostile}"))))
    assert "/EmbeddedFiles" not in made.Root.get("/Names", {})
    assert "/AF" not in made.Root


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            '<a href="#nowhere">there</a>',
            ("P102", "a link leads to '#nowhere', and nothing on these pages has that name"),
        ),
        (
            '<a href="javascript:alert(1)">there</a>',
            ("P104", "the link to 'javascript:alert(1)' leads nowhere outside this house"),
        ),
        (
            '<a href="about.html">there</a>',
            ("P104", "the link to 'about.html' leads nowhere outside this house"),
        ),
        (
            f'<img src="{PICTURE}">',
            ("P103", "the picture 'square.png' has no words for those who cannot see it"),
        ),
        (
            "\ue000",
            ("P105", "no font has the character '\ue000' (U+E000); a box is printed in its place"),
        ),
        (
            '<p id="here">Hello</p><p id="here">again</p>',
            ("P209", "'#here' stands twice on these pages, and a link to it leads to the first"),
        ),
        (
            "<p>Hello",
            ("P200", "the style `hue: red` (line 2 of its sheet) has no effect: unknown property"),
        ),
    ],
)
def test_whatever_the_engine_grumbles_about_is_told_in_plain_words(
    body: str, told: tuple[str, str], capfd: pytest.CaptureFixture[str]
) -> None:
    style = "\np { hue: red }" if told[0] == "P200" else ""
    assert codes(body, style) == [told]
    assert capfd.readouterr() == ("", "")


def test_a_designers_fault_is_a_warning_at_the_declaration() -> None:
    findings: list[Finding] = []
    pdf.render(job(page("<p>Hello", "p { colour: red }"), findings))
    assert [(one.location, one.level) for one in findings] == [(DECLARED, Level.WARNING)]


def test_a_designers_fault_is_told_at_its_line_where_a_template_has_it(tmp_path: Path) -> None:
    sheet = tmp_path / "templates" / "flyer" / "flyer.css.j2"
    sheet.parent.mkdir(parents=True)
    sheet.write_text("h1 { color: red }\n\np {\n  colour:  red;\n}\n", "utf-8")
    setter = Typesetter(tmp_path / "templates", {}, {}, {})
    findings: list[Finding] = []
    ticket = job(page("<p>Hello", "p {\n  colour: red;\n}"), findings)
    ticket = dataclasses.replace(ticket, design=functools.partial(setter.place, "flyer"))
    pdf.render(ticket)
    [finding] = findings
    assert str(finding.location) == "templates/flyer/flyer.css.j2:4"
    assert finding.message == "the style `colour: red` has no effect: unknown property"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (f'<img src="{PICTURE}">', "P103"),
        ('<img src="https://build.invalid/images/absent.png" alt="A">', "P101"),
        ('<a href="#nowhere">there</a>', "P102"),
    ],
)
def test_what_a_template_says_itself_is_told_at_its_line(
    tmp_path: Path, typed: str, code: str
) -> None:
    sheet = tmp_path / "templates" / "flyer" / "flyer.html"
    sheet.parent.mkdir(parents=True)
    sheet.write_text(f"<h1>Hello</h1>\n{typed}\n", "utf-8")
    setter = Typesetter(tmp_path / "templates", {}, {}, {})
    findings: list[Finding] = []
    ticket = job(page(f"<p>Hello{typed}"), findings)
    pdf.render(dataclasses.replace(ticket, design=functools.partial(setter.place, "flyer")))
    assert [(str(one.location), one.code) for one in findings] == [
        ("templates/flyer/flyer.html:2", code)
    ]


@pytest.mark.parametrize("renderer", [pdf, web])
def test_an_empty_page_is_told(renderer: Any) -> None:
    with pytest.raises(DeclarationError, match="the page is empty"):
        renderer.render(job(" \n"))


def test_refused_links_are_not_in_the_file() -> None:
    body = '<a href="file:///etc/hostname">a</a><a href="about.html">b</a><a href="tel:+321">c</a>'
    made = opened(pdf.render(job(page(body))))
    assert [str(one.A.URI) for one in made.pages[0].Annots] == ["tel:+321"]


def test_a_link_with_emphasis_in_it_is_one_link_a_line() -> None:
    body = '<a href="https://example.org/">one <em>two</em> <b>three</b></a>'
    made = opened(pdf.render(job(page(body))))
    (link,) = made.pages[0].Annots
    assert link.Contents == "one two three"


def test_the_call_of_a_note_can_be_touched_though_it_takes_no_room_on_its_line() -> None:
    style = "sup { font-size: .7em; line-height: 0; vertical-align: super }"
    body = '<p style="font-size: 12px">Word<sup><a href="#n">12</a></sup></p><p id=n>Note</p>'
    with opened(pdf.render(job(page(body, style)))) as made:
        left, top, right, bottom = map(float, made.pages[0].Annots[0].Rect)
    assert 4 < right - left < 8
    assert 6 < top - bottom < 10


@pytest.mark.parametrize(
    "hostile",
    ["<div>" * 300 + "x", '<p style="font-size: 1e9px">x', "<ul><li>" * 200 + "x"],
    ids=["deep", "huge", "nested lists"],
)
def test_copy_that_breaks_the_engine_gets_a_letter(hostile: str) -> None:
    with pytest.raises(CopyError, match=r"P100 manifesto\.pdf cannot be laid out"):
        pdf.render(job(page(hostile)))


@pytest.mark.parametrize("error", [MemoryError(), OSError(errno.EMFILE, "Too many open files")])
def test_a_machine_that_is_short_of_something_is_no_fault_of_the_copy(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def short(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(paper.weasyprint.HTML, "render", short)
    with pytest.raises(type(error)):
        pdf.render(job(page("<p>Words")))


def test_the_same_copy_gives_the_same_bytes_wherever_it_is_made(tmp_path: Path) -> None:
    away = {
        "PYTHONHASHSEED": "2",
        "TZ": "Asia/Tokyo",
        "LC_ALL": "",
        "LANG": "ar_EG.UTF-8",
        "PYTHONPATH": str(ROOT),
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
    }
    command = [sys.executable, "-m", "tests.renderers.paper_jobs"]
    there = subprocess.check_output(command, cwd=tmp_path, env=away, text=True).split()
    here = [specimen(variant) for variant in ("screen", "print")]
    assert [hashlib.sha256(made).hexdigest() for made in here] == there


def test_a_font_cut_to_its_weight_does_not_say_when(monkeypatch: pytest.MonkeyPatch) -> None:
    made = set()
    for moment in ("1", "999999999"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", moment)
        made.add(pdf.render(job(page("<p>שלום <b>عالم</b>"))))
        assert os.environ["SOURCE_DATE_EPOCH"] == moment
    assert len(made) == 1


def test_uncompressed_is_for_those_who_want_to_look_inside() -> None:
    small = pdf.render(job(page("<p>Hello")))
    assert len(pdf.render(job(page("<p>Hello"), compress=False))) > len(small)


def test_bookmarks_follow_the_headings_unless_they_are_not_wanted() -> None:
    body = "<h1>One</h1><h2>Two</h2>"
    with opened(pdf.render(job(page(body)))).open_outline() as kept:
        assert [one.title for one in kept.root] == ["One"]
        assert [one.title for one in kept.root[0].children] == ["Two"]
    assert "/Outlines" not in opened(pdf.render(job(page(body), bookmarks=False))).Root


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ({"variant": "prnt"}, "'variant' should be one of screen, print, not 'prnt'"),
        ({"varient": "print"}, "unknown option 'varient'"),
        ({"multiple": "4"}, "'multiple' should be a whole number from 1 to 128, not '4'"),
        ({"multiple": 10**20}, "from 1 to 128, not 100000000000000000000"),
        ({"dpi": 10**9}, "'dpi' should be a whole number from 1 to 4800"),
        ({"pixels": int("9" * 4000)}, "'pixels' should be a whole number .*, not 9{57}…"),
        ({"bookmarks": "no"}, "'bookmarks' should be true or false, not 'no'"),
        ({"standard": "ua-3"}, "'standard' should be one of ua-1, ua-2, not 'ua-3'"),
    ],
)
def test_a_wish_that_cannot_be_granted_is_the_designers_fault(
    wish: dict[str, object], told: str
) -> None:
    with pytest.raises(DeclarationError, match=told):
        pdf.render(job(page("<p>Hello"), **wish))


@pytest.mark.parametrize("wish", [float("nan"), float("inf"), -1, 10**9, True, "thin"])
def test_a_measure_is_a_number_that_paper_can_have(wish: object) -> None:
    with pytest.raises(DeclarationError, match="'paper_gsm' should be a number such as"):
        stock.thickness(job(page("<p>Hello"), paper_gsm=wish))


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        (3, "'of' should be a list of names, not 3"),
        ("page.html", "'of' should be a list of names, not 'page.html'"),
        (["gone.html"], "'of' should name files declared above it, not 'gone.html'"),
    ],
)
def test_files_that_nobody_makes_are_the_designers_fault(wish: object, told: str) -> None:
    with pytest.raises(DeclarationError, match=re.escape(told)):
        beside.render(job(page("<p>Hello"), of=wish))


def test_with_another_weasyprint_the_file_is_still_tagged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tags, "TRAITS", ("gone",))
    findings: list[Finding] = []
    made = opened(pdf.render(job(SPECIMEN, findings)))
    assert findings[0].code == "P202"
    assert made.Root.MarkInfo.Marked
    assert "/StructTreeRoot" in made.Root


def test_the_seams_of_weasyprint_hold() -> None:
    findings: list[Finding] = []
    task = job(SPECIMEN, findings)
    assert paper.weasyprint.VERSION == paper.VERSION
    assert paper._can_tag(paper.lay_out(task), task)
    assert findings == []


def test_a_print_page_has_its_boxes_to_the_hundredth_of_a_millimetre() -> None:
    sheet = _sheet(pdf.render(job(page("<p>Hello", PRINT), variant="print")))
    assert _millimetres(sheet.trimbox) == [0, 0, 148, 210]
    assert _millimetres(sheet.bleedbox) == [-3, -3, 151, 213]
    assert _millimetres(sheet.mediabox) == [-8.5, -8.5, 156.5, 218.5]


def test_printers_marks_stand_outside_the_bleed() -> None:
    made = opened(pdf.render(job(page("<p>Hello", PRINT), variant="print")))
    left, bottom, right, top = (float(edge) for edge in made.pages[0].BleedBox)
    strokes = _strokes(made.pages[0].Contents[0])
    assert len(strokes) == 8 + 8
    for x, y in (end for stroke in strokes for end in stroke):
        assert not (left < x < right and bottom < y < top)
    corners = {(round(x / MM), round(y / MM)) for (x, y), _ in strokes}
    assert {x for x, _ in corners} >= {0, 148}
    assert {y for _, y in corners} >= {0, 210}


def test_a_page_without_marks_is_as_large_as_its_bleed() -> None:
    style = "@page { size: A5; bleed: 3mm }"
    sheet = _sheet(pdf.render(job(page("<p>Hello", style), variant="print")))
    assert _millimetres(sheet.mediabox) == _millimetres(sheet.bleedbox) == [-3, -3, 151, 213]


def test_what_is_printed_has_no_links() -> None:
    made = opened(pdf.render(job(SPECIMEN, variant="print")))
    assert all("/Annots" not in sheet for sheet in made.pages)
    assert "/Outlines" not in made.Root


def test_on_the_screen_there_is_neither_bleed_nor_mark() -> None:
    sheet = _sheet(pdf.render(job(page("<p>Hello", PRINT))))
    assert _millimetres(sheet.mediabox) == [0, 0, 148, 210]


@pytest.mark.parametrize(("pages", "printed"), [(1, 4), (4, 4), (5, 8)])
def test_blank_pages_fill_the_last_sheet(pages: int, printed: int) -> None:
    style = PRINT + "@page { @bottom-left { content: counter(page) } } h1 { break-before: page }"
    body = "<h1>Page</h1>" * pages
    reader = pypdf.PdfReader(
        _stream(pdf.render(job(page(body, style), variant="print", multiple=4)))
    )
    texts = [sheet.extract_text().split() for sheet in reader.pages]
    assert texts == [["Page", str(n + 1)] for n in range(pages)] + [[]] * (printed - pages)
    assert len({tuple(sheet.mediabox) for sheet in reader.pages}) == 1


def _sheet(made: bytes) -> pypdf.PageObject:
    (sheet,) = pypdf.PdfReader(_stream(made)).pages
    return sheet


def _millimetres(box: pypdf.generic.RectangleObject) -> list[float]:
    return [round(float(edge) / MM, 2) for edge in box]


def _strokes(content: pikepdf.Object) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    found, start = [], (0.0, 0.0)
    for operands, operator in pikepdf.parse_content_stream(content):
        if str(operator) == "m":
            start = (float(operands[0]), float(operands[1]))
        elif str(operator) == "l":
            found.append((start, (float(operands[0]), float(operands[1]))))
    return found


def _stream(made: bytes) -> io.BytesIO:
    return io.BytesIO(made)


HEAVY = {
    "flex": ('<div style="display: flex">' * 8, ""),
    "grid in lines": ('<span style="display: inline-grid">' * 8, ""),
    "columns": ('<div style="columns: 2">' * 4, ""),
    "a counter": ("<p>a", "p { counter-reset: c 99999999 } p::before { content: counter(c, x) }"),
    "a counter of its own": ('<p style="counter-set: page 1000000">a', ""),
    "a counter with signs before it": ("<p>a", "@counter-style x { pad: 99999999 x }"),
    "a tab": ('<p style="white-space: pre; tab-size: 99999999">\t\t\ta', ""),
    "selectors": ("<p>a", ",".join(f".a{n}" for n in range(10_001)) + "{color: red}"),
}


@pytest.mark.parametrize("name", HEAVY)
def test_what_the_engine_would_take_without_end_is_refused_before(name: str) -> None:
    body, style = HEAVY[name]
    began = time.process_time()
    with pytest.raises(CopyError) as told:
        codes(body, style)
    assert fair(time.process_time() - began, 2) < 2
    [finding] = told.value.findings
    assert finding.code == "P109"
    assert finding.location == DECLARED


def test_a_row_spans_no_more_columns_than_in_a_browser() -> None:
    wide = '<table><tr><td colspan="1000000">Wide<td colspan="999999">Wider</table>'
    began = time.process_time()
    codes(wide)
    assert fair(time.process_time() - began, 3) < 3
