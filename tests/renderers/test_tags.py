"""What a screen reader is told: the HTML's own structure, whatever the layout did with it."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from textwrap import dedent

import pikepdf
import pypdf
import pytest

from pipeline.renderers import pdf
from tests import tagged
from tests.renderers.paper_jobs import PARAGRAPH, PICTURE, SPECIMEN, job, opened, outline, page

FOOT = ".note { float: footnote }"
SMALL = "@page { size: A6; margin: 10mm }"
CONTENTS = "nav a::after { content: leader('.') target-counter(attr(href), page) }"


def tree(body: str, style: str = "", lang: str = "en") -> str:
    return outline(pdf.render(job(page(body, style, lang))))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "<p>Plain <em>stressed <strong>strongly</strong></em>, <b>bold</b>, <q>quoted</q></p>",
            """
            Document
              P 4
                Em 1
                  Strong 1
                Quote 3
            """,
        ),
        (
            "<ul><li>Tight</li><li><p>Loose</p><p>again</p><ol><li>Deep</li></ol></li></ul>",
            """
            Document
              L ListNumbering=/Disc
                LI
                  Lbl 1
                  LBody 1
                LI
                  Lbl 1
                  LBody
                    P 1
                    P 1
                    L ListNumbering=/Decimal
                      LI
                        Lbl 1
                        LBody 1
            """,
        ),
        (
            "<dl><dt>A</dt><dt>B</dt><dd>Both</dd><dd>More</dd><div><dt>C</dt><dd>One</dd></div></dl>",
            """
            Document
              L ListNumbering=/None
                LI
                  Lbl 1
                  Lbl 1
                  LBody 1
                  LBody 1
                LI
                  Lbl 1
                  LBody 1
            """,
        ),
        (
            """<table><caption>T</caption><thead><tr><th>A</th><th>B</th></tr></thead>
            <tr><th>C</th><td></td></tr><tr><td colspan=2>D</td></tr></table>""",
            """
            Document
              Table
                Caption 1
                THead
                  TR
                    TH 1 Scope=/Column
                    TH 1 Scope=/Column
                TBody
                  TR
                    TH 1 Scope=/Row
                    TD
                  TR
                    TD 1 ColSpan=2
            """,
        ),
        (
            '<table role="presentation"><tr><td>Left</td><td>Right</td></tr></table>',
            """
            Document
              P 1
              P 1
            """,
        ),
        (
            f"""<figure><img src="{PICTURE}" alt="A square"><figcaption>Blue</figcaption></figure>
            <img src="{PICTURE}" alt=""><p>By <img src="{PICTURE}" alt="a dot"></p>""",
            """
            Document
              Sect
                Figure 1 Alt=A square
                Caption 1
              P 1
                Figure 1 Alt=a dot
            """,
        ),
        (
            """<svg width=9 height=9><title>A bar</title><rect width=9 height=9 /></svg>
            <svg width=9 height=9 aria-hidden=true><rect width=9 height=9 /></svg>
            <div role="img" aria-label="A chart"><span>50</span> <b>60</b></div>""",
            """
            Document
              Figure 1 Alt=A bar
              Figure 3 Alt=A chart
            """,
        ),
        (
            """<p>He said <i lang="fr">bonjour</i> and <i lang="en">hello</i></p>
            <div lang="fr"><p>Bonjour</p><p lang="en">Hello</p></div>""",
            """
            Document
              P 3
                Span 1 Lang=fr
              Div Lang=fr
                P 1
                P 1 Lang=en
            """,
        ),
        (
            '<p>The <abbr title="European Union">EU</abbr> <span aria-hidden="true">*</span></p>',
            """
            Document
              P 2
                Span 1 E=European Union
            """,
        ),
        (
            '<p>See <a href="https://example.org/">the <em>site</em></a> or <a>nothing</a></p>',
            """
            Document
              P 3
                Link 1
                  -> the site
                  Em 1
            """,
        ),
        (
            f'<p><a href="https://example.org/"><img src="{PICTURE}" alt="Home"></a></p>',
            """
            Document
              P
                Link
                  -> Home
                  Figure 1 Alt=Home
                  -> Home
            """,
        ),
        (
            '<p>Said. <a href="https://example.org" aria-label="Back to the text">↑</a></p>',
            """
            Document
              P 1
                Link 1 Alt=Back to the text
                  -> Back to the text
            """,
        ),
        (
            "<table><thead><tr><th>Only</th></tr></thead></table>",
            """
            Document
              Table
                TBody
                  TR
                    TH 1 Scope=/Column
            """,
        ),
        (
            "<div>Words <b>only</b></div><div>Words<p>and a paragraph</p>and words</div>",
            """
            Document
              P 2
              P 1
              P 1
              P 1
            """,
        ),
        (
            "<aside><h2>Told<br>us</h2></aside><blockquote>Said<footer>Who</footer></blockquote>",
            """
            Document
              Aside
                H1 2
              BlockQuote
                P 1
                P 1
            """,
        ),
    ],
    ids=[
        "inline",
        "lists",
        "definitions",
        "table",
        "layout table",
        "pictures",
        "drawings",
        "languages",
        "abbreviation",
        "link",
        "linked picture",
        "link with other words",
        "head without body",
        "bare words",
        "aside",
    ],
)
def test_the_tree_is_that_of_the_html(body: str, expected: str) -> None:
    assert tree(body) == dedent(expected).strip()


def test_a_heading_level_is_never_left_out() -> None:
    told = tree("<h2>A</h2><h4>B</h4><h4>C</h4><h3>D</h3><h1>E</h1><h2>F</h2>").split("\n")
    assert [line.split()[0] for line in told[1:]] == ["H1", "H2", "H2", "H2", "H1", "H2"]


def test_the_contents_are_contents_and_their_dots_are_silent() -> None:
    body = (
        '<nav class="toc"><h2>Contents</h2><ol><li><a href="#a">First</a>'
        '<ol><li><a href="#b">Second</a></li></ol></li></ol></nav>'
        "<h2 id=a>First</h2><h3 id=b>Second</h3>"
    )
    made = pdf.render(job(page(body, "nav ol { list-style: none }" + CONTENTS)))
    assert (
        outline(made)
        == dedent("""
            Document
              Sect
                H1 1
                TOC
                  TOCI
                    Reference
                      Link 2
                        -> First
                    TOC
                      TOCI
                        Reference
                          Link 2
                            -> Second
              H1 1
              H2 1
        """).strip()
    )
    assert _words(made, "Artifact").count(".") > 40
    assert "." not in _words(made, "Span")


def test_a_footnote_is_read_after_the_paragraph_that_calls_it() -> None:
    body = '<p>Before<span class="note">At the foot</span> and after</p><p>Next</p>'
    assert (
        tree(body, FOOT)
        == dedent("""
            Document
              P 2
                Reference 1
              Note 1 ID=note-0001
                Lbl 1
              P 1
        """).strip()
    )


def test_notes_at_the_end_are_notes_too() -> None:
    body = (
        '<p>Word<sup><a class="footnote-ref" href="#n1" id="r1">1</a></sup></p>'
        '<div class="footnote"><ol><li id="n1"><p>Said <a href="#r1">back</a></p></li></ol></div>'
    )
    assert (
        tree(body)
        == dedent("""
            Document
              P 1
                Reference
                  Link 1
                    -> 1
              Note ID=note-0001
                Lbl 1
                P 1
                  Link 1
                    -> back
        """).strip()
    )


def test_a_line_of_the_contents_knows_its_heading_and_a_note_its_calls() -> None:
    body = (
        '<nav class="toc"><ol><li><a href="#a">First</a></li></ol></nav><h1 id=a>First</h1>'
        '<p>Word<sup><a class="footnote-ref" href="#n1">1</a></sup> and again'
        '<sup><a class="footnote-ref" href="#n1">1</a></sup>, foot<i class="note">Foot</i></p>'
        '<div class="footnotes"><ol><li id="n1">Said</li></ol></div>'
    )
    made = opened(pdf.render(job(page(body, FOOT))))
    assert _references(made) == [
        ("Reference", "H1"),
        ("Reference", "Note"),
        ("Reference", "Note"),
        ("Reference", "Note"),
        ("Note", "Reference"),
        ("Note", "Reference", "Reference"),
    ]


def test_in_the_newer_standard_links_and_bookmarks_lead_to_elements() -> None:
    body = (
        '<nav class="toc"><ol><li><a href="#a">First</a></li><li><a href="#b">Second</a></li></ol>'
        '</nav><h1 id=a>First</h1><div id=b><p>Second</p></div><p>To <a href="#c">it</a></p>'
        "<h2><i id=c>Third</i></h2>"
    )
    made = opened(pdf.render(job(page(body), standard="ua-2")))
    assert str(made.pdf_version) == "2.0"
    links = [(str(one.Contents), str(one.A.SD[0].S)) for one in made.pages[0].Annots]
    assert links == [("First", "/H1"), ("Second", "/P"), ("it", "/H2")]
    first = made.Root.Outlines.First
    assert [str(one.A.SD[0].S) for one in (first, first.First)] == ["/H1", "/H2"]
    assert [str(one.A.SD[1]) for one in (first, first.First)] == ["/XYZ", "/XYZ"]


def test_the_newer_standard_has_its_own_words_for_what_the_older_one_lacks() -> None:
    body = '<p>A <em>word</em><i class="note">Said</i></p><dl><dt>A</dt><dd>B</dd></dl>'
    made = pdf.render(job(page(body, FOOT), standard="ua-2"))
    assert (
        outline(made)
        == dedent("""
            Document
              P 1
                Em 1
                Reference 1
              FENote 1 ID=note-0001 NoteType=/Footnote
                Lbl 1
              L ListNumbering=/Description
                LI
                  Lbl 1
                  LBody 1
        """).strip()
    )
    with opened(made) as file:
        assert "/RoleMap" not in file.Root.StructTreeRoot
        elements = _elements(file.Root.StructTreeRoot.K[0])
        named = {str(one.S): "/NS" in one for one in elements}
    assert {role for role, is_newer in named.items() if not is_newer} == {"/Reference"}


def test_a_caption_stands_first_or_last_or_is_only_words() -> None:
    body = (
        f'<figure><img src="{PICTURE}" alt="A"><figcaption>One</figcaption><p>By us</p></figure>'
        f"<figcaption>Nobody's</figcaption>"
    )
    assert (
        tree(body)
        == dedent("""
            Document
              Sect
                Figure 1 Alt=A
                P 1
                P 1
              P 1
        """).strip()
    )


def test_what_is_broken_over_pages_stays_one() -> None:
    body = f"<section><ul><li>{PARAGRAPH * 4}</li><li>End</li></ul></section>"
    made = pdf.render(job(page(body, SMALL)))
    assert len(opened(made).pages) > 2
    roles = [line.split()[0] for line in outline(made).split("\n")]
    assert Counter(roles) == {
        "Document": 1,
        "Sect": 1,
        "L": 1,
        "LI": 2,
        "Lbl": 2,
        "LBody": 2,
        "P": 4,
    }


def test_a_table_head_is_read_once_however_often_it_is_printed() -> None:
    rows = "".join(f"<tr><td>{n}</td></tr>" for n in range(80))
    body = f"<table><thead><tr><th>Number</th></tr></thead><tbody>{rows}</tbody></table>"
    made = pdf.render(job(page(body, SMALL)))
    roles = Counter(line.split()[0] for line in outline(made).split("\n"))
    assert (roles["Table"], roles["THead"], roles["TH"], roles["TR"]) == (1, 1, 1, 81)
    assert len(opened(made).pages) > 2


def test_running_heads_and_their_links_are_furniture() -> None:
    style = ".head { position: running(head) } @page { @top-left { content: element(head) } }"
    body = '<p class="head">Head <a href="https://example.org/">x</a></p><p>Text</p>'
    made = pdf.render(job(page(body, style)))
    assert outline(made) == "Document\n  P 1"
    with opened(made) as file:
        assert "/Annots" not in file.pages[0]


def test_what_is_painted_through_a_group_is_read_like_the_rest() -> None:
    body = '<p>Solid</p><p style="opacity: .5">Faint <em>too</em></p><p>Solid</p>'
    made = opened(pdf.render(job(page(body))))
    assert outline(pdf.render(job(page(body)))) == "Document\n  P 1\n  P 1\n    Em 1\n  P 1"
    faint = made.Root.StructTreeRoot.K[0].K[1].K[0]
    assert faint.Stm.Subtype == "/Form"
    assert "/StructParents" in faint.Stm


def test_things_are_read_in_the_order_of_the_html_wherever_they_stand() -> None:
    style = (
        ".b { position: absolute; top: 0 } .c { float: right } main { display: flex } "
        ".d { order: 2 }"
    )
    body = (
        '<main><h1 class="d">One</h1><p>Two</p></main>'
        '<p class="b">Three <em>four</em></p><p class="c">Five</p><p>Six</p>'
    )
    assert " ".join(tree(body, style).split()) == "Document Part H1 1 P 1 P 1 Em 1 P 1 P 1"


def test_a_number_that_the_style_sheet_counts_is_a_label() -> None:
    style = "li { list-style: none; counter-increment: n } li::before { content: counter(n) '. ' }"
    assert (
        tree("<ol><li>One</li><li><p>Two</p></li></ol>", style)
        == dedent("""
            Document
              L ListNumbering=/Decimal
                LI
                  Lbl 1
                  LBody 1
                LI
                  Lbl 1
                  LBody
                    P 1
        """).strip()
    )


NARROW = "@page { size: 30mm 200mm; margin: 5mm }"


def read(body: str, style: str = NARROW) -> str:
    return tagged.read(pdf.render(job(page(body, style)))).text.strip()


def test_between_two_lines_there_is_a_space_unless_the_word_goes_on() -> None:
    assert read("<p>Cities that listen</p>") == "Cities that listen"
    assert read("<p>Cities <em>that</em> <b>listen</b> well</p>") == "Cities that listen well"
    assert read("<p>Cities that<br>listen</p>") == "Cities that listen"
    justified = "<p style='text-align: justify'>Cities that listen to those who talk</p>"
    assert read(justified) == "Cities that listen to those who talk"
    long = "<p style='overflow-wrap: anywhere'>www.rivers.example/members</p>"
    assert read(long) == "www.rivers.example/members"


def test_a_hyphen_that_nobody_wrote_is_a_soft_one() -> None:
    body = "<p style='hyphens: auto'>Responsibility, well-known responsibilities</p>"
    told = read(body)
    assert told.replace("\u00ad", "") == "Responsibility, well-known responsibilities"
    assert "\u00ad" in told


def test_what_is_read_from_right_to_left_is_read_in_its_own_order() -> None:
    family = " body { font-family: serif }"
    body = '<p>See <span lang="he" dir="rtl">שלום עולם טוב</span> there</p>'
    assert read(body, NARROW + family) == "See שלום עולם טוב there"


def test_words_that_stand_apart_are_not_read_as_one() -> None:
    style = "b { display: inline-block; width: 9mm }"
    assert read("<p><b>1</b> Police</p>", style) == "1 Police"


def test_the_text_of_an_item_is_one_whatever_is_set_apart_in_it() -> None:
    body = "<ul><li>Ask <span class=end>for more</span><ul><li>Deep</li></ul></li></ul>"
    assert (
        tree(body)
        == dedent("""
            Document
              L ListNumbering=/Disc
                LI
                  Lbl 1
                  LBody 2
                    L ListNumbering=/Circle
                      LI
                        Lbl 1
                        LBody 1
        """).strip()
    )


def test_every_mark_belongs_to_one_element_or_is_an_artifact() -> None:
    made = opened(pdf.render(job(SPECIMEN)))
    numbers = made.Root.StructTreeRoot.ParentTree.Nums
    parents = {int(numbers[n]): numbers[n + 1] for n in range(0, len(numbers), 2)}
    for sheet in made.pages:
        row = parents[int(sheet.StructParents)]
        marked = {
            int(operands[1].MCID)
            for operands, operator in pikepdf.parse_content_stream(sheet)
            if str(operator) == "BDC" and "/MCID" in operands[1]
        }
        assert marked == {n for n, one in enumerate(row) if isinstance(one, pikepdf.Dictionary)}
        for link in sheet.get("/Annots", ()):
            assert parents[int(link.StructParent)].S == "/Link"


def _references(made: pikepdf.Pdf) -> list[tuple[str, ...]]:
    """Each element that refers to others, and those."""
    return [
        (str(one.S)[1:], *(str(other.S)[1:] for other in one.Ref))
        for one in _elements(made.Root.StructTreeRoot.K[0])
        if "/Ref" in one
    ]


def _elements(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    yield element
    for kid in element.get("/K", ()):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _elements(kid)


def _words(made: bytes, tag: str) -> str:
    """What is shown between a tag's BDC and its EMC, through the fonts' own tables."""
    found: list[str] = []
    reader = pypdf.PdfReader(io.BytesIO(made))
    open_tags: list[str] = []

    def before(operator: bytes, operands: list, *_: object) -> None:
        if operator in (b"BDC", b"BMC"):
            open_tags.append(str(operands[0])[1:])
        elif operator == b"EMC":
            open_tags.pop()

    def text(words: str, *_: object) -> None:
        if open_tags and open_tags[-1] == tag:
            found.append(words)

    for sheet in reader.pages:
        sheet.extract_text(visitor_operand_before=before, visitor_text=text)
    return "".join(found)
