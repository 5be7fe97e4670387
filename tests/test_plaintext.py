"""Text as a person would type it in a letter."""

from __future__ import annotations

from pathlib import PurePath

from pipeline import markup
from pipeline.errors import Location
from pipeline.plaintext import plain


def typed(source: str, width: int | None = None, *, links: bool = True) -> str:
    """A Markdown text as it is typed in a letter."""
    marked = markup.block(source, "en", where=Location(PurePath("a.md"), 1, 1))
    return plain(marked.html, width, links=links)


def test_paragraphs_are_wrapped_at_the_width() -> None:
    assert typed("Cities *are* safer\nwhen they talk.\n\nMore.", 16) == (
        "Cities are safer\nwhen they talk.\n\nMore."
    )
    assert typed("Cities *are* safer\nwhen they talk.") == "Cities are safer when they talk."


def test_a_no_break_space_holds_while_wrapping_and_is_an_ordinary_one_after() -> None:
    assert plain("<p>more than 12&nbsp;% of it</p>", 12) == "more than\n12 % of it"


def test_long_addresses_are_never_broken() -> None:
    address = "https://www.example.org/a-very-long-address/that-goes-on"
    assert typed(f"See {address} now", 20) == f"See\n{address}\nnow"


def test_a_link_tells_its_address_unless_its_words_do() -> None:
    assert typed("[Report](https://a.org/b)") == "Report <https://a.org/b>"
    assert typed("www.a.org, https://b.org/ and press@a.org") == (
        "www.a.org, https://b.org/ and press@a.org"
    )
    assert typed("[Write](mailto:press@a.org), [+33 1 40](tel:+33140)") == (
        "Write <press@a.org>, +33 1 40"
    )
    assert typed("[above](#police-3)") == "above"


def test_without_links_only_the_words_remain() -> None:
    assert typed("[Report](https://a.org/b) of *Efus*", links=False) == "Report of Efus"


def test_lists_hang_from_their_marks() -> None:
    assert typed("- one two three\n  - four five\n- six\n\n1. a\n2. b", 12) == (
        "- one two\n  three\n  - four five\n- six\n\n1. a\n2. b"
    )


def test_numbers_of_different_length_hang_alike() -> None:
    assert typed("9. nine\n10. ten") == "9.  nine\n10. ten"


def test_items_with_several_paragraphs_stand_apart() -> None:
    assert typed("- a\n\n  b\n- c") == "- a\n\n  b\n\n- c"


def test_a_quotation_is_set_in_with_its_speaker_behind_a_dash() -> None:
    assert typed('> "We act."\n> - Jo, Mayor') == "    “We act.”\n    — Jo, Mayor"


def test_a_block_quote_is_set_in() -> None:
    assert typed("> a\n>\n> b") == "    a\n\n    b"


def test_headings_stand_apart() -> None:
    assert typed("## One\ntext\n### Two\nmore") == "One\n\ntext\n\nTwo\n\nmore"


def test_a_table_that_fits_stands_in_columns() -> None:
    assert typed("| City | Members |\n|--|--|\n| Riga | 1 |\n| Nice | 22 |", 40) == (
        "City  Members\n----  -------\nRiga  1\nNice  22"
    )


def test_a_table_that_does_not_fit_is_told_row_by_row() -> None:
    assert typed("| City | Motto |\n|--|--|\n| Riga | Safe for all |\n| Nice | |", 16) == (
        "City: Riga\nMotto: Safe for\nall\n\nCity: Nice"
    )


def test_footnotes_are_numbers_in_brackets() -> None:
    assert typed("A[^x] b.\n\n[^x]: The note.") == "A[1] b.\n\n[1] The note."


def test_pictures_are_their_descriptions() -> None:
    assert typed("![A map of Riga](a.png)") == "[A map of Riga]"


def test_breaks_code_and_definitions() -> None:
    assert typed("Efus\\\n10, rue\\\nParis") == "Efus\n10, rue\nParis"
    assert typed("```\na  b\n```") == "    a  b"
    assert typed("Term\n: Meaning") == "Term\n    Meaning"


def test_raised_figures_keep_their_meaning() -> None:
    assert plain("<p>10 m<sup>2</sup>, CO<sub>2</sub>, 1<sup>er</sup></p>") == "10 m², CO2, 1er"


def test_entities_are_letters() -> None:
    assert plain("a &amp; b&nbsp;&lt;c&gt;&shy;") == "a & b <c>"


def test_a_page_of_its_own_leaves_out_what_is_not_read() -> None:
    page = "<html><head><title>T</title><style>p{}</style></head><body><p>a</p></body></html>"
    assert plain(page) == "a"


def test_broken_html_is_read_all_the_same() -> None:
    assert plain("</p><ul><li>a<li>b</i></ul>c<td>d") == "- a\n\n  - b\n\nc\n\nd" or plain("<b>a")


def test_nothing_gives_nothing() -> None:
    assert plain("") == plain("<p> </p>") == ""
