"""A body as a designed page needs it."""

from __future__ import annotations

import pytest

from pipeline import columns
from pipeline.model.texts import Picture, Text


def picture(name: str = "bridge.png", caption: str = "") -> Picture:
    return Picture(
        name=name,
        alt=Text(html="A bridge", plain="A bridge"),
        credit=Text(html="Ana &amp; Jo", plain="Ana & Jo"),
        licence="CC-BY-4.0",
        caption=Text(html=caption, plain=caption),
    )


FIGURE = (
    '<figure class="picture"><img alt="" src="https://build.invalid/images/bridge.png">{}</figure>'
)


def test_a_text_is_cut_at_its_highest_headings_only() -> None:
    html = '<p>a</p><h3 id="one">One</h3><p>b</p><h4>Below</h4><p>c</p><h3>Two</h3>'
    assert [(part.identity, part.heading, part.body) for part in columns.passages(html)] == [
        ("", "", "<p>a</p>"),
        ("one", "One", "<p>b</p><h4>Below</h4><p>c</p>"),
        ("", "Two", ""),
    ]


def test_a_heading_in_a_quotation_or_a_list_cuts_nothing() -> None:
    html = "<blockquote><h3>In it</h3></blockquote><ul><li><h3>In it</h3></li></ul>"
    assert [part.body for part in columns.passages(html)] == [html]


def test_a_headline_whose_word_is_wider_than_the_line_is_set_smaller() -> None:
    long = "Akkreditierungsbedingungen"
    assert columns.balanced(long, 20) == long
    assert columns.balanced(f"Alle {long}", 13) == (
        f'<span style="font-size: 91%; display: inline-block">Alle <br>{long}</span>'
    )
    # What may be divided is as wide as its parts, and nothing is set too small to be read.
    assert "<span" not in columns.balanced("Zehn-Punkte-Plan-Vorlage", 7)
    assert "font-size: 50%" in columns.balanced(long * 5, 13)


def test_a_text_without_headings_is_one_passage_and_no_text_is_none() -> None:
    assert [part.body for part in columns.passages("<p>a</p>")] == ["<p>a</p>"]
    assert columns.passages("") == ()


def test_a_picture_gets_its_caption_and_its_credit() -> None:
    made = columns.credited(FIGURE.format(""), [picture(caption="Ours")])
    assert made.endswith(
        '<figcaption><span class="caption">Ours</span> <span class="credit">Ana &amp; Jo\u00a0· '
        '<span class="tail">CC BY 4.0</span></span></figcaption></figure>'
    )


def test_a_caption_in_the_text_goes_before_the_picture_s_own() -> None:
    made = columns.credited(
        FIGURE.format("<figcaption>Here</figcaption>"), [picture(caption="Ours")]
    )
    assert '<span class="caption">Here</span>' in made
    assert "Ours" not in made


def test_a_picture_that_nobody_knows_stays_as_it_is() -> None:
    assert columns.credited(FIGURE.format(""), [picture("other.png")]) == FIGURE.format("")


@pytest.mark.parametrize(
    ("html", "tied"),
    [
        ("<p>Only 5 visits remain to be seen</p>",
         '<p>Only 5\u00a0visits remain to be\u00a0seen</p>'),
        ("<p>alone</p>", "<p>alone</p>"),
        ("<p>so extraordinarily long</p>", "<p>so extraordinarily long</p>"),
        ("<ul><li>a <em>b</em></li></ul>", "<ul><li>a <em>b</em></li></ul>"),
        ('<p><a href="/5 x">a b c</a></p>', '<p><a href="/5 x">a b\u00a0c</a></p>'),
    ],
)  # fmt: skip
def test_words_that_belong_together_stay_together(html: str, tied: str) -> None:
    assert columns.tied(html) == tied


def test_a_link_is_told_once_with_its_words() -> None:
    html = (
        '<p><a href="https://a.example/?x=1&amp;y=2">The <em>map</em></a>, again '
        '<a href="https://a.example/?x=1&amp;y=2">here</a>, <a href="mailto:a@b.example">we</a></p>'
    )
    assert columns.links(html) == (("The map", "https://a.example/?x=1&y=2"),)
