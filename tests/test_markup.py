"""Markdown as staff type it, HTML as it may be placed."""

from __future__ import annotations

import re
import time
from pathlib import PurePath
from typing import Any

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import bounds, markup
from pipeline.errors import Level, Location
from tests.stopwatch import spent

WHERE = Location(PurePath("sources/news/a.md"), 10, 1)
LIMIT = 1.5
"""Seconds of the processor for 32 KB of the worst."""


def html(source: str, language: str = "en", **options: Any) -> str:
    """The HTML of a faultless text, on one line."""
    marked = markup.block(source, language, where=WHERE, **options)
    assert marked.findings == ()
    return flat(marked.html)


def line(source: str, language: str = "en") -> str:
    marked = markup.inline(source, language, where=WHERE)
    assert marked.findings == ()
    return marked.html


def flat(text: str) -> str:
    return text.replace("\n", "").replace("&nbsp;", "\u00a0")


def found(source: str, **options: Any) -> list[str]:
    """What is wrong with a text: place, level and code."""
    marked = markup.block(source, "en", where=WHERE, **options)
    return [
        f"{each.location.line}:{each.location.column} {each.level} {each.code}"
        for each in marked.findings
    ]


@pytest.mark.parametrize("title", ["84\u00a0500 people", "*All* 84\u00a0500\npeople"])
def test_a_space_that_holds_a_figure_together_stays_in_a_title(title: str) -> None:
    assert "84&nbsp;500 people" in line(title).replace("\u00a0", "&nbsp;")


# Lists


@pytest.mark.parametrize("indent", ["  ", "    "])
def test_lists_nest_by_two_or_by_four_spaces(indent: str) -> None:
    source = f"- a\n{indent}- b\n{indent * 2}- c\n{indent}- d\n- e"
    assert html(source) == (
        "<ul><li>a<ul><li>b<ul><li>c</li></ul></li><li>d</li></ul></li><li>e</li></ul>"
    )


def test_bullets_nest_in_numbers_by_two_spaces() -> None:
    assert html("1. a\n  - b\n2. c") == "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"


def test_a_list_may_follow_a_paragraph_without_a_blank_line() -> None:
    assert html("We ask for:\n- a\n- b") == "<p>We ask for:</p><ul><li>a</li><li>b</li></ul>"


def test_a_line_that_begins_with_a_number_stays_in_its_paragraph() -> None:
    assert html("It was founded in\n1987. And so on") == "<p>It was founded in 1987. And so on</p>"


def test_a_paragraph_that_begins_with_a_year_or_a_date_is_no_list() -> None:
    assert html("2019. A good year.") == "<p>2019. A good year.</p>"
    assert html("20. März 2024: los", "de") == "<p>20. März 2024: los</p>"


def test_another_kind_of_list_is_another_list() -> None:
    assert html("- a\n1. b") == "<ul><li>a</li></ul><ol><li>b</li></ol>"


def test_a_list_goes_on_with_its_own_number() -> None:
    assert html("3) c\n4) d") == '<ol start="3"><li>c</li><li>d</li></ol>'


def test_bullets_pasted_from_a_word_processor_are_bullets() -> None:
    assert html("• a\n• b") == "<ul><li>a</li><li>b</li></ul>"


def test_items_of_one_paragraph_lose_the_paragraph_even_with_blank_lines_between() -> None:
    assert html("- a\n\n- b\n\n  - c") == "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>"


def test_items_of_two_paragraphs_keep_them() -> None:
    assert html("- a\n\n  more\n- b") == "<ul><li><p>a</p><p>more</p></li><li>b</li></ul>"


def test_the_anchor_of_an_item_is_the_items() -> None:
    assert html("- one {#police-3}\n\n  more\n- two {#b}") == (
        '<ul><li id="police-3"><p>one</p><p>more</p></li><li id="b">two</li></ul>'
    )


# Headings


def test_the_highest_heading_gets_the_level_asked_for() -> None:
    assert html("# A\n\n## B\n\ntext", heading=3) == "<h3>A</h3><h4>B</h4><p>text</p>"
    assert html("### A ###\ntext", heading=2) == "<h2>A</h2><p>text</p>"


def test_a_skipped_level_is_repaired_and_told() -> None:
    source = "## A\n\n#### B\n\n### C"
    marked = markup.block(source, "en", where=WHERE)
    assert flat(marked.html) == "<h2>A</h2><h3>B</h3><h3>C</h3>"
    assert found(source) == ["12:1 warning W111"]
    assert marked.findings[0].remedy == "write ### instead of ####; it is set that way"


def test_underlined_headings_are_headings() -> None:
    assert html("A\n===\n\nB\n---\ntext") == "<h2>A</h2><h3>B</h3><p>text</p>"


def test_a_hashtag_at_the_start_of_a_line_is_text() -> None:
    assert html("#UrbanSecurity matters") == "<p>#UrbanSecurity matters</p>"


# Links and pictures


@pytest.mark.parametrize(
    ("typed", "address", "shown"),
    [
        ("https://a.org/x_y_z.", "https://a.org/x_y_z", "https://a.org/x_y_z"),
        ("(www.a.org)", "https://www.a.org", "www.a.org"),
        ("https://a.org/b_(c),", "https://a.org/b_(c)", "https://a.org/b_(c)"),
        ("press@a.org;", "mailto:press@a.org", "press@a.org"),
        ("<https://a.org>", "https://a.org", "https://a.org"),
        ("**https://a.org**", "https://a.org", "https://a.org"),
    ],
)
def test_bare_addresses_become_links(typed: str, address: str, shown: str) -> None:
    assert f'<a href="{address}">{shown}</a>' in html(f"See {typed} now")


def test_addresses_in_code_and_in_links_are_left_alone() -> None:
    assert html("`www.a.org` and [www.b.org](https://b.org)") == (
        '<p><code>www.a.org</code> and <a href="https://b.org">www.b.org</a></p>'
    )


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("www.a.org", "https://www.a.org"),
        ("press@a.org", "mailto:press@a.org"),
        ("tel:+33 1 40 64", "tel:+3314064"),
        ("#police-3", "#police-3"),
        ("#présentation", "#présentation"),
        ("HTTPS://a.org/B", "https://a.org/B"),
    ],
)
def test_links_may_lead_to_the_web_to_mail_to_a_telephone_or_to_an_anchor(
    typed: str, address: str
) -> None:
    marked = markup.block(f"A [b]({typed})", "en", where=WHERE)
    assert marked.html == f'<p>A <a href="{address}">b</a></p>'
    assert marked.links == ((address, Location(WHERE.path, 10, 7)),)


def test_a_link_that_begins_with_a_stroke_leads_to_the_house_s_own_website() -> None:
    marked = markup.block("A [b](/topics/#c)", "en", where=WHERE, home="https://www.a.example/en")
    assert marked.html == '<p>A <a href="https://www.a.example/topics/#c">b</a></p>'
    assert not marked.findings


def test_the_spaces_of_a_letter_s_subject_are_written_for_the_mail_program() -> None:
    marked = markup.block("A [b](mailto:a@b.example?subject=One more)", "en", where=WHERE)
    assert marked.links[0][0] == "mailto:a@b.example?subject=One%20more"


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "javascript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "page.html",
            "//a.org",
            "/a",
        ),
        *("java&#115;cript:x", "https://", "ftp://a.org", "../a.pdf", "vbscript:x"),
    ],
)
def test_any_other_link_is_an_error_and_its_words_stay(typed: str) -> None:
    marked = markup.block(f"One\n\nA [b]({typed})", "en", where=WHERE)
    assert flat(marked.html) == "<p>One</p><p>A b</p>"
    assert [(each.code, each.level) for each in marked.findings] == [("L100", Level.ERROR)]
    assert marked.findings[0].location.line == 12
    assert marked.links == ()


@pytest.mark.parametrize(
    ("typed", "remedy"),
    [
        (r"[\[1\]](#_ftn1)", "write  [^1]  in place of this link, and begin the note with  [^1]:"),
        ("[[2]](#_edn2)", "write  [^2]  in place of this link, and begin the note with  [^2]:"),
        (
            "[3](#sdfootnote3sym)",
            "write  [^3]  in place of this link, and begin the note with  [^3]:",
        ),
        ("[[4]](#ftnt4)", "write  [^4]  in place of this link, and begin the note with  [^4]:"),
        (r"[\[1\]](#_ftnref1)", "begin the note with  [^1]:  in place of this link"),
        ("[3](#sdfootnote3anc)", "begin the note with  [^3]:  in place of this link"),
        ("[[4]](#ftnt_ref4)", "begin the note with  [^4]:  in place of this link"),
    ],
)
def test_a_footnote_of_another_program_is_told_how_to_write_it(typed: str, remedy: str) -> None:
    [finding] = markup.block(f"A word.{typed}", "en", where=WHERE).findings
    assert (finding.code, finding.remedy) == ("L100", remedy)


def test_an_empty_link_is_an_error() -> None:
    assert found("A\n[read more]()") == ["11:1 error L101"]
    assert found("[read more](#)") == ["10:13 error L101"]
    assert found("## Number #1\n[read more](#)") == ["11:13 error L101"]


def test_a_link_that_does_not_work_is_told() -> None:
    assert found("A [b](https://a.org/b c.pdf") == ["10:5 warning L102"]


def test_pictures_are_named_below_images_and_collected() -> None:
    marked = markup.block("See ![A map](maps/riga.png) here", "en", where=WHERE)
    picture = '<img alt="A map" src="https://build.invalid/images/maps/riga.png">'
    assert marked.html == f"<p>See {picture} here</p>"
    assert marked.pictures == (("maps/riga.png", Location(WHERE.path, 10, 14)),)


def test_a_picture_alone_is_a_figure_with_its_caption() -> None:
    assert html('![A map](a.png "It\'s Riga"){.wide}') == (
        '<figure class="picture wide"><img alt="A map" src="https://build.invalid/images/a.png">'
        "<figcaption>It’s Riga</figcaption></figure>"
    )


@pytest.mark.parametrize(
    "name",
    [
        *("https://a.org/p.png", "/etc/p.png", "../p.png", "a/../../p.png", "file:///p.png", ""),
        *("data:image/png;base64,AA", "//a.org/p.png", "a\\p.png", "C:/p.png", ".p.png", "x.pdf"),
    ],
)
def test_a_picture_from_elsewhere_is_an_error_and_is_left_out(name: str) -> None:
    marked = markup.block(f"See ![x]({name}) here", "en", where=WHERE)
    assert "img" not in marked.html
    assert [each.code for each in marked.findings] == ["I101"]
    assert marked.pictures == ()


def test_a_picture_without_a_description_is_told() -> None:
    assert found("![](a.png)") == ["10:5 warning I102"]


# Languages and attributes


def test_foreign_passages_carry_their_language_and_its_quotation_marks() -> None:
    assert html('*Par drošu Rīgu!*{lang=lv} and [dit "oui"]{lang=fr} "ok"') == (
        '<p><em lang="lv">Par drošu Rīgu!</em> and '
        '<span lang="fr">dit «\u00a0oui\u00a0»</span> “ok”</p>'
    )


@pytest.mark.parametrize("typed", ['"Oui" {lang=fr}', '"Oui"\n{: lang=fr }', '"Oui"\n{lang="fr"}'])
def test_a_whole_paragraph_may_be_foreign(typed: str) -> None:
    assert html(typed) == '<p lang="fr">«\u00a0Oui\u00a0»</p>'


def test_a_language_from_right_to_left_brings_its_direction() -> None:
    assert html("*x*{lang=ar}") == '<p><em dir="rtl" lang="ar">x</em></p>'


def test_a_language_that_is_no_code_is_an_error() -> None:
    assert found("A *b*{lang=french}") == ["10:7 error T100"]
    assert markup.block("*b*{lang=pt-br}", "en", where=WHERE).html == (
        '<p><em lang="pt-BR">b</em></p>'
    )


def test_classes_come_from_a_short_list() -> None:
    assert html("text {.lead}\n\n- a\n- b\n{.columns}") == (
        '<p class="lead">text</p><ul class="columns"><li>a</li><li>b</li></ul>'
    )
    marked = markup.block("text {.evil style=color:red .small}", "en", where=WHERE)
    assert marked.html == '<p class="small">text</p>'
    assert [each.code for each in marked.findings] == ["W113", "W113"]


def test_braces_that_hold_no_attributes_are_text() -> None:
    assert html("A {note} and *b*{see below}") == "<p>A {note} and <em>b</em>{see below}</p>"


def test_an_anchor_stands_once() -> None:
    assert found("a {#x}\n\nb {#x}") == ["12:4 warning W118"]


# Typography


def test_typography_reads_over_tags() -> None:
    assert html('"*Yes*," she said -- 14-16 March') == (
        "<p>“<em>Yes</em>,” she said – 14–16 March</p>"
    )
    assert html("Quoi *donc*? **Oui**: 5 %", "fr") == (
        "<p>Quoi <em>donc</em>\u202f? <strong>Oui</strong>\u00a0: 5\u00a0%</p>"
    )


def test_code_addresses_and_escaped_marks_are_not_set() -> None:
    assert html('`"a" -- b` https://a.org/1-2?x=3 \\"c\\" &quot;d&quot;', "fr") == (
        '<p><code>"a" -- b</code> <a href="https://a.org/1-2?x=3">https://a.org/1-2?x=3</a> '
        '"c" "d"</p>'
    )


# Quotations


def test_a_block_quote_that_ends_with_a_dash_is_a_quotation_with_its_speaker() -> None:
    for dash in ("-", "–", "—", "--"):
        assert html(f"> We act.\n> {dash} Willy Demeyer, Mayor of Liège, President of Efus") == (
            '<figure class="quotation"><blockquote><p>We act.</p></blockquote>'
            '<figcaption><span class="name">Willy Demeyer</span>, '
            '<span class="role">Mayor of Liège, President of Efus</span></figcaption></figure>'
        )


@pytest.mark.parametrize("marks", ['""', "“”", "«»", "„“", "‘’", "''"])
def test_the_marks_typed_around_a_quotation_become_the_languages(marks: str) -> None:
    source = f"> {marks[0]}L'Europe.{marks[1]}\n> — Jo"
    assert "<p>«\u00a0L’Europe.\u00a0»</p>" in html(source, "fr")
    assert "<p>“L’Europe.”</p>" in html(source, "en")


def test_two_quotations_stay_two() -> None:
    assert html("> A\n> — B\n\n> C\n> — D").count("<figure") == 2


def test_a_list_in_a_quotation_stays_a_list() -> None:
    assert html("> - a\n> - b") == "<blockquote><ul><li>a</li><li>b</li></ul></blockquote>"


def test_three_arrows_are_text_and_told() -> None:
    marked = markup.block("text\n>>> Read more", "en", where=WHERE)
    assert flat(marked.html) == "<p>text</p><p>&gt;&gt;&gt; Read more</p>"
    assert found("text\n>>> Read more") == ["11:1 warning W110"]


# Tables, notes and what else Markdown has


def test_tables_tell_their_heads_and_align_by_class() -> None:
    assert html("Text\n| A | B |\n|---|--:|\n| 1 | 2 |") == (
        "<p>Text</p><table><thead><tr>"
        '<th scope="col">A</th><th class="align-right" scope="col">B</th></tr></thead>'
        '<tbody><tr><td>1</td><td class="align-right">2</td></tr></tbody></table>'
    )


def test_a_table_with_an_empty_corner_has_heads_of_rows() -> None:
    assert '<td></td><th scope="col">B</th>' in html("| | B |\n|-|-|\n| r | 2 |")
    assert '<th scope="row">r</th><td>2</td>' in html("| | B |\n|-|-|\n| r | 2 |")


def test_a_table_whose_rule_does_not_match_its_head_is_told() -> None:
    assert found("| a | b |\n|---|\n| 1 | 2 |") == ["11:1 warning W116"]


def test_footnotes_are_numbered_as_they_are_called_with_anchors_of_their_own() -> None:
    source = "A[^z] b[^my note]\n\n[^my note]: Two\n[^z]: One"
    made = html(source, anchors="police-")
    assert 'A<sup id="police-fnref-1"><a class="footnote-ref" href="#police-fn-1">1</a>' in made
    assert '<li id="police-fn-1">One' in made
    assert '<li id="police-fn-2">Two' in made


def test_a_footnote_without_text_or_without_a_call_is_told() -> None:
    assert found("A[^1]") == ["10:2 warning W117"]
    assert found("A\n\n[^1]: B") == ["12:1 warning W117"]
    assert found("A[^1]\n\n[^1]:") == ["10:2 warning W117"]


def test_definitions_may_stand_in_another_part() -> None:
    shared = markup.definitions("text\n\n[^1]: Note\n[^2]: Other\n\n[a]: https://a.org\n")
    assert html("B[^1] [a]", definitions=shared).count("<li") == 1


def test_definition_lists_and_abbreviations() -> None:
    assert html("Term\n: Meaning\nOther\n: Also\n\n*[EU]: European Union\n\nThe EU") == (
        "<dl><dt>Term</dt><dd>Meaning</dd><dt>Other</dt><dd>Also</dd></dl>"
        '<p>The <abbr title="European Union">EU</abbr></p>'
    )


def test_breaks_are_two_spaces_or_a_backslash() -> None:
    assert html("a  \nb\\\nc") == "<p>a<br>b<br>c</p>"


def test_fenced_code_is_kept_letter_for_letter() -> None:
    assert html('```\n# "a"\n- b\n```') == '<pre><code># "a"- b</code></pre>'
    assert found("a\n\n```\nb") == ["12:1 warning W114"]


# HTML


def test_comments_vanish() -> None:
    assert html("a\n<!-- ok F102: because -->\nb <!-- x\n\ny --> c") == "<p>a b c</p>"


def test_html_is_taken_out_and_told_but_its_words_stay() -> None:
    marked = markup.block("A <u>b</u> <div>c</div>", "en", where=WHERE)
    assert marked.html == "<p>A b c</p>"
    assert found("A <u>b</u>") == ["10:3 warning W112"]
    assert found("a\n\n<script>\nalert(1)\n\nb\n</script>") == ["12:1 warning W112"]
    [told] = markup.block('A <img src="quay.jpg"> b', "en", where=WHERE).findings
    assert told.remedy == "it was left out; write a picture as ![what it shows](name.jpg)"


def typed(source: str) -> str:
    return markup.block(source, "en", where=WHERE).html


def test_what_word_puts_around_words_is_not_printed() -> None:
    pasted = "<p class=MsoNormal><span style='color:red'>By <b>68</b> d&iacute;as<o:p></o:p></span>"
    assert typed(pasted) == "<p>By 68 días</p>"
    assert found(pasted) == ["10:1 warning W112"]
    assert typed("x<sup><b>2</b></sup>") == "<p>x<sup>2</sup></p>"


def test_cells_of_a_pasted_table_do_not_run_together() -> None:
    row = "<tr>{0}<td>{1}</td>{0}<td>{2}</td>{0}</tr>"
    for gap in ("", "\n"):
        pasted = (
            f"<table>{gap}{row.format(gap, 'Oslo', 1996)}{gap}{row.format(gap, 12, 49)}</table>"
        )
        assert typed(pasted) == "<p>Oslo 1996<br>12 49</p>"
        [told] = markup.block(pasted, "en", where=WHERE).findings
        assert "has a | between its cells" in told.remedy
    assert typed("<ul><li>one</li><li>two</li></ul><p>three</p>") == "<p>one<br>two<br>three</p>"


def test_html_is_told_once_in_a_line() -> None:
    assert found("A <b>b</b> <i>i</i>\n<b>c</b>") == ["10:3 warning W112", "11:1 warning W112"]


def test_a_few_tags_may_stand_in_a_line() -> None:
    assert html('H<sub>2</sub>O <abbr title="x">X</abbr><br><span lang="fr">"o"</span>') == (
        '<p>H<sub>2</sub>O <abbr title="x">X</abbr><br><span lang="fr">«\u00a0o\u00a0»</span></p>'
    )


def test_signs_that_are_no_tags_are_text() -> None:
    assert html("a < b, 3 <4 &lt;i&gt; &amp; & I <3 U") == (
        "<p>a &lt; b, 3 &lt;4 &lt;i&gt; &amp; &amp; I &lt;3 U</p>"
    )


@pytest.mark.parametrize("number", [0x202E, 0x2066, 0x8])
@pytest.mark.parametrize(
    "form", ["a{}b", 'a<abbr title="x{}y">b</abbr>', "*[b]: x{}y\n\na b", "`a{}b`", "> a\n> — {}b"]
)
def test_what_may_not_be_typed_comes_in_by_no_number(number: int, form: str) -> None:
    made = markup.block(form.format(f"&#{number};"), "en", where=WHERE)
    assert chr(number) not in made.html + made.plain


# One line


def test_a_line_is_set_without_a_paragraph() -> None:
    assert line('The *new* "house"') == "The <em>new</em> “house”"
    assert line('Plain & "simple"') == "Plain &amp; “simple”"


def test_what_begins_a_block_is_text_in_a_line() -> None:
    for source in ("# a", "- a", "1. a", "> a", "a\n===", "    a"):
        assert markup.inline(source, "en", where=WHERE).plain == " ".join(source.split())


def test_a_line_may_be_foreign() -> None:
    assert line('"Oui" {lang=fr}') == '<span lang="fr">«&nbsp;Oui&nbsp;»</span>'


def test_columns_in_a_line_count_from_where_it_stands() -> None:
    place = Location(WHERE.path, 3, 8)
    marked = markup.inline("A [b](x)", "en", where=place)
    assert str(marked.findings[0].location) == "sources/news/a.md:3:14"


def test_the_words_are_the_words_alone() -> None:
    marked = markup.block("A [b](https://c.org) *d*\n\n- e", "en", where=WHERE)
    assert marked.plain == "A b d\n\n- e"


# Bounds

HOSTILE = {
    "[": "[", "![": "![", "[a][": "[a][", "[a](": "[a](", "[[": "[[", "](": "](",
    "tag": "<a ", "cdata": "<![CDATA[", "comment": "<!--", "script": "<script>", "sub": "<sub>a",
    "setext": "a\n=\n", "fence": "``` ", "fences": "```\n", "table": "|", "rows": "a|b\n",
    "quote": '"', "quotes": ' "a', "apostrophes": " 'a", "star": "*a ", "strong": "**a *b ",
    "under": "_a ", "both": "*_", "ticks": "`a", "runs": "`` ` ", "amp": "&a;", "slash": "\\",
    "attributes": "a{.x}", "lone": "{.x}\n", "arrow": ">", "arrows": "> ", "list": "- ",
    "numbers": "1. ", "items": "- a\n", "heads": "# a\n", "meaning": "a\n: b\n", "def": ": a\n",
    "url": "http://a.b(", "mail": "a@b.c ", "dots": "a.", "notes": "[^1]: a\n", "refs": "[a]: b\n",
    "abbr": "*[A]: b\n", "breaks": "a\\\n", "rules": "---\n", "range": "1-2 ", "space": " ",
    "shouts": "!", "links": "[a](https://b.c) ", "em": "*a*{lang=fr}", "word": "word ",
}  # fmt: skip


@pytest.mark.parametrize("mark", list(HOSTILE))
@pytest.mark.parametrize(
    "before", ["", "- ", "[^9]: a\n", pytest.param("x ", marks=pytest.mark.soak)]
)
def test_hostile_text_is_read_or_refused_at_once(mark: str, before: str) -> None:
    source = (before + HOSTILE[mark] * 32768)[:32768]
    codes: set[str] = set()

    def read() -> None:
        for mark in (markup.block, markup.inline):
            codes.update(each.code for each in mark(source, "fr", where=WHERE).findings)

    assert spent(read, LIMIT) < LIMIT
    assert not codes & {"W101", "W104"}


def test_deep_nesting_is_flattened_and_told() -> None:
    lists = "".join("  " * depth + "- a\n" for depth in range(60))
    quotes = "".join("> " * depth + "a\n" for depth in range(60))
    for source in (lists, quotes, "**a *b " * 200 + "c* d**" * 200):
        marked = markup.block(source, "en", where=WHERE)
        assert marked.html.count("<li>") <= 60
        assert depth_of(marked.html) < 70


def depth_of(text: str) -> int:
    deepest = depth = 0
    for sign in re.findall(r"<(/?)(?!br|img|hr)\w", text):
        depth += -1 if sign else 1
        deepest = max(deepest, depth)
    return deepest


def test_a_text_that_is_too_long_is_refused() -> None:
    marked = markup.block("word " * 50_000, "en", where=WHERE)
    assert [each.code for each in marked.findings] == ["W100"]
    assert marked.html == ""


def test_a_text_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "SECONDS", 0.001)
    marked = markup.block("word *word*\n\n" * 4000, "en", where=WHERE)
    assert [each.code for each in marked.findings] == ["W101"]
    assert markup.plain(marked.html).startswith("word *word*")


def test_a_book_is_read_in_a_moment() -> None:
    chapter = '## Police\n\nSome *words* on "security" in 14-16 cities.\n\n- one\n- two\n\n'
    assert spent(lambda: markup.block(chapter * 1000, "en", where=WHERE), LIMIT) < LIMIT


# Whatever is typed

TOKENS = [
    *("[", "]", "(", ")", "![", "](", "**", "*", "_", "`", "```", "\n", "\n\n", " ", "    "),
    *("\n- ", "\n1. ", "\n> ", "\n# ", "\n| ", "|-|-|", "\n: ", "===", "---", "--", "-", ">>>"),
    *("\\", "{", "}", "<sub>", "</sub>", '<abbr title="', '"', "'", "<!--", "-->", "<![CDATA["),
    *("<script>", "</script>", "<b onclick=x>", "<style>", "<svg onload=x>", "<img src=x>", "]]>"),
    *('<a href="javascript:alert(1)">', "javascript:alert(1)", "data:text/html,x", "x@y.org"),
    *("{lang=fr}", "{.lead}", "{style=x}", "{#id}", "[^1]", "\n[^1]: ", "\n*[EU]: ", "\n[a]: "),
    *("EU", "&lt;", "&#60;", "&#x3c;", "&#2;", "\x02", "\x03", "\x02klzzwxh:0001\x03", "\x00"),
    *("\U000f003c", "\ud800", "«", "»", "— Name, role", "word", "é", "5 %", "14-16", "!", "?", ":"),
    "https://a.org",
]
ACTIVE = {"script", "style", "iframe", "object", "embed", "svg", "math", "form", "base", "link"}


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(TOKENS), max_size=30).map("".join), st.sampled_from(["en", "fr"]))
def test_whatever_is_typed_nothing_active_comes_out(source: str, language: str) -> None:
    for mark in (markup.block, markup.inline):
        marked = mark(source, language, where=WHERE)
        assert not {"W101", "W104"} & {each.code for each in marked.findings}
        assert active(marked.html) == []
        assert not re.search("[\x02\x03\U000f0000-\U000fffff]", marked.html)
        markup.plain(marked.html, 40)
    markup.sections(source)


def active(text: str) -> list[str]:
    """What a browser would run or fetch in *text*."""
    told = []
    tree = html5lib.parseFragment(text, treebuilder="etree", namespaceHTMLElements=False)
    for node in tree.iter():
        told += [str(node.tag)] if str(node.tag) in ACTIVE else []
        for name, value in node.attrib.items():
            if name.startswith("on") or name == "style":
                told.append(name)
            if name == "href" and not re.match(r"https?://|mailto:|tel:|#", value):
                told.append(value)
            if name == "src" and not value.startswith("https://build.invalid/images/"):
                told.append(value)
    return told


# Parts


def test_a_text_is_divided_at_its_headings() -> None:
    source = "intro\n\n# One {#x}\ntext\n```\n# no\n```\n\nSub\n---\nz\n"
    assert [(p.level, p.title, p.line, p.text) for p in markup.sections(source)] == [
        (0, "", 1, "intro\n"),
        (1, "One {#x}", 3, "text\n```\n# no\n```\n"),
        (2, "Sub", 9, "\nz\n"),
    ]


def test_a_line_in_bold_type_is_a_heading_below_the_last_one() -> None:
    source = "## Introduction:\na\n**Practices:**\nb\n__Reference__:\nc **not** this"
    assert [(p.level, p.title, p.pseudo) for p in markup.sections(source)] == [
        (2, "Introduction:", False),
        (3, "Practices:", True),
        (3, "Reference:", True),
    ]
    assert len(markup.sections(source, bold=lambda title: title == "Practices:")) == 2


def test_every_line_of_a_text_is_in_one_part_at_its_own_line() -> None:
    source = "a\n# B\nc\n\nD\n===\ne\n**F**\ng"
    lines = source.split("\n")
    for part in markup.sections(source):
        first = part.line if part.level else part.line - 1
        for offset, told in enumerate(part.text.split("\n")):
            assert told in (lines[first + offset], "")


def test_a_bare_line_is_a_heading_only_where_the_caller_knows_it():
    typed = "## Praxis\n\nText\n\nQuellen\n\n- one\n\nQuellen\nof many lines\n"
    found = markup.sections(typed, bare=lambda line: line == "Quellen")
    assert [(part.title, part.line) for part in found] == [("Praxis", 1), ("Quellen", 5)]
    assert [part.title for part in markup.sections(typed)] == ["Praxis"]


def test_only_its_own_work_counts_against_a_text() -> None:
    with bounds.stopwatch(0.05):
        time.sleep(0.1)
    with pytest.raises(bounds.OutOfTime), bounds.stopwatch(0.05):
        all(n >= 0 for n in range(10**10))
