"""Fence and lines: what YAML is read as, and how each slip of the pen is told."""

from __future__ import annotations

import unicodedata
from pathlib import PurePath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import encodings, frontmatter
from pipeline.errors import CopyError
from pipeline.frontmatter import Listing, Scalar, Table

HERE = PurePath("sources/a.md")


def words(text):
    """Every scalar of *text* by its key."""
    node, findings = frontmatter.load(text, HERE)
    assert findings == ()
    return {key: value.text for key, value in node.entries.items()}


def fault(text):
    with pytest.raises(CopyError) as caught:
        frontmatter.load(text, HERE)
    return str(caught.value)


def test_every_scalar_is_text():
    typed = "country: NO\nphone: 0123\ntime: 12:30\nvalue: 1_000\nnothing: ~\nday: 2020-03-26\n"
    assert words(typed) == {
        "country": "NO",
        "phone": "0123",
        "time": "12:30",
        "value": "1_000",
        "nothing": "",
        "day": "2020-03-26",
    }


def test_every_key_keeps_its_place():
    parts = frontmatter.split("---\ntitle: A\n\ndate: 2020\n---\nText\n", HERE)
    head = parts.head
    assert [str(place) for place in head.keys.values()] == [
        "sources/a.md:2:1",
        "sources/a.md:4:1",
    ]
    assert str(head.entries["date"].where) == "sources/a.md:4:7"
    assert (parts.body, parts.body_line) == ("Text\n", 6)


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("a: word", "1:4"),
        ('a: "word"', "1:5"),
        ("a: |\n  word", "2:3"),
        ("a: >-\n    word", "2:5"),
    ],
)
def test_a_text_knows_where_its_first_letter_stands(typed, place):
    node, _ = frontmatter.load(typed, HERE)
    assert str(node.entries["a"].begins) == f"sources/a.md:{place}"


def test_what_was_quoted_is_known():
    node, _ = frontmatter.load("a: 12\nb: \"12\"\nc: '12'", HERE)
    assert [value.is_plain for value in node.entries.values()] == [True, False, False]


def test_an_empty_document_is_an_empty_table():
    for text in ("", "\n", "# only a comment\n", "---\n"):
        node, _ = frontmatter.load(text, HERE)
        assert isinstance(node, Table)
        assert node.entries == {}


def test_lists_and_tables_are_read_as_they_are():
    node, _ = frontmatter.load("a: [x, {b: y}]", HERE)
    assert isinstance(node.entries["a"], Listing)
    first, second = node.entries["a"].items
    assert isinstance(first, Scalar)
    assert second.entries["b"].text == "y"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("title: A\n", "1:1: error Y101 the file does not start with front matter"),
        ("---\ntitle: A\n", "1:1: error Y102 the front matter is never closed"),
        ("---\njust words\n---\n", "2:1: error Y100 the front matter should be keys and values"),
        ("", "1:1: error Y101 the file does not start with front matter"),
    ],
)
def test_a_source_without_its_fences_is_told(text, line):
    with pytest.raises(CopyError) as caught:
        frontmatter.split(text, HERE)
    assert str(caught.value).startswith(f"sources/a.md:{line}\n    ")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "title: Riga: the meeting",
            "1:12: error Y109 a second colon in 'title: Riga: the meeting'",
        ),
        ("a:\n\tb: 1", "2:1: error Y108 a tab stands here"),
        ("a: 1\nb:\u00a0x\nc: 2", "2:3: error Y100 a no-break space stands here"),
        ("title:\u202f“Riga”\ndate: 2", "1:7: error Y100 a no-break space stands here"),
        ("a:\n\u00a0 b: 1\n  c: 2", "2:1: error Y100 a no-break space stands here"),
        ("hashtags: [#Sea]", "1:12: error Y107 YAML cannot read 'hashtags: [#Sea]'"),
        ("hashtags: [a,\n  #Sea]", "2:3: error Y107 YAML cannot read '#Sea]'"),
        ('a: "x', "1:4: error Y110 the quotation mark that opens here is never closed"),
        (
            'title: "Open" water',
            "1:15: error Y110 'title: \"Open\" water' goes on after its closing",
        ),
        ("a: [1, 2\nb: 3", "1:4: error Y111 the list or table that opens here is never closed"),
        ("a: *Sea* and land", "1:8: error Y100 a value cannot begin with *"),
        ("a: @sea", "1:4: error Y100 a value cannot begin with @"),
        ("a: `sea`", "1:4: error Y100 a value cannot begin with `"),
        ("a: >>> sea", "1:5: error Y100 a value cannot begin with >"),
        ("a: &x 1\nb: *x", "1:4: error Y105 an anchor or alias (& or *) begins here"),
        ("a: !!python/object:os.system x", "1:4: error Y106 a tag (tag:yaml.org,2002:python"),
        ("a: - sea", "1:4: error Y100 a value cannot begin with -"),
        (
            "a: [Sea] land\nb: 1",
            "1:10: error Y100 'a: [Sea] land' goes on after its closing bracket",
        ),
        ("a: {{ facts.sea }} land", "1:5: error Y100 a value cannot begin with {{"),
        ("a: {en: Sea: land, fr: Mer}", "1:12: error Y109 a second colon in 'en: Sea:'"),
        ("a: {fr: 'L'eau', en: Sea}", "1:12: error Y110 the text goes on after its closing"),
        ("a:\n  b: 1\n   c: {en: Sea}", "3:5: error Y100 the line begins 3 spaces in, the one"),
        (
            "title: A\n  embargo: 2026-12-24T10:00\nb: 1",
            "2:10: error Y100 the line begins 2 spaces",
        ),
        ("date 2026-12-24\nb: 1", "1:5: error Y100 no colon stands behind 'date'"),
        ("a: 1\ndate\uff1a2026-12-24\nb: 1", "2:5: error Y100 no colon stands behind 'date'"),
        (
            'a: "Sea\nb:\n  - c: "@sea"',
            "1:4: error Y110 the quotation mark that opens here is never",
        ),
        (
            'a: "Sea\nb: 1\nc: [d, "e"]',
            "1:4: error Y110 the quotation mark that opens here is never",
        ),
        ("a: 1\n---\nb: 2", "2:1: error Y103 a second document begins here"),
        ("? [a]\n: 1", "1:3: error Y100 a key should be a word"),
        ("[" * 30, "1:14: error Y104 the keys are nested too deep or too many"),
        ('a: "\\ud800"', "1:7: error Y100 YAML cannot read"),
    ],
)
def test_each_slip_is_told_with_its_place_and_a_remedy(typed, said):
    line, remedy = fault(typed).split("\n")
    assert line.startswith(f"sources/a.md:{said}")
    assert remedy.strip()


def test_a_text_that_goes_on_below_is_told_what_it_may_be():
    _, remedy = fault("title: Study day\non libraries and books\ndate: 1").split("\n")
    assert remedy.endswith("or begin two spaces further in what goes on from the line above")


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("\n\n---\ntitle: A\n---\nB", "take away the empty lines above the line ---"),
        ("title: A\n---\nB", "put a line --- above 'title'"),
        ("title: A\n\nB", "put a line --- above 'title', and another below the last key"),
        ("Just words.", "put a line ---, the title, and a line --- above the text"),
    ],
)
def test_what_lacks_its_first_fence_is_told_where_it_belongs(text, remedy):
    with pytest.raises(CopyError) as caught:
        frontmatter.split(text, HERE)
    assert str(caught.value).split("\n    ")[1] == remedy


def test_a_key_given_twice_is_told_and_the_first_stays():
    node, findings = frontmatter.load("a: 1\nb: 2\na: 3", HERE)
    assert node.entries["a"].text == "1"
    assert [str(finding) for finding in findings] == [
        "sources/a.md:3:1: error K103 'a' is given twice, first on line 1\n    keep one of the two"
    ]
    assert list(node.twice) == ["a"]


@pytest.mark.parametrize(
    ("typed", "level"),
    [("title: C# #1", "warning"), ("title: #Sea", "error"), ("tags:\n  - #Sea", "error")],
)
def test_a_number_sign_that_yaml_swallows_is_told(typed, level):
    _, [finding] = frontmatter.load(typed, HERE)
    assert f"{level} Y107 YAML reads '#" in str(finding)


def test_a_comment_is_no_fault():
    _, findings = frontmatter.load("title: A  # an ordinary comment\n# another\nb: #\n", HERE)
    assert findings == ()


def test_aliases_cannot_grow():
    bomb = "a: &a [x, x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [*a, *a]\n" for n in range(9))
    assert "Y105" in fault(bomb)


def test_more_keys_than_anybody_writes_are_read_or_refused():
    ten_thousand = "\n".join(f"key{number}: x" for number in range(10_000))
    assert len(words(ten_thousand)) == 10_000
    assert "Y104" in fault("\n".join(f"key{number}: x" for number in range(60_000)))


# Bytes ------------------------------------------------------------------------------------


def test_a_bom_and_windows_line_ends_are_accepted():
    assert frontmatter.decode(b"\xef\xbb\xbfa: 1\r\nb: 2\r", HERE) == "a: 1\nb: 2\n"


def test_letters_are_composed():
    decomposed = unicodedata.normalize("NFD", "é")
    assert frontmatter.decode(decomposed.encode(), HERE) == "é"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            b"a: 1\ntitle: Caf\xe9 noir",
            (
                "2:11: error B100 byte 15 (0xE9) is not UTF-8\n    save the file as UTF-8; "
                "near 'title: Café noir' it looks like Windows-1252"
            ),
        ),
        *(
            (
                f"title: {words}".encode(code),
                (
                    f"1:{at + 1}: error B100 byte {at} (0x{byte}) is not UTF-8\n"
                    f"    save the file as UTF-8; near 'title: {words}' it looks like {name}"
                ),
            )
            for words, code, at, byte, name in (
                ("zasłania", "cp1250", 10, "B3", "Windows-1250"),
                ("bóść", "iso8859_2", 8, "F3", "ISO-8859-2"),
                ("λιμάνι", "cp1253", 7, "EB", "Windows-1253"),
                ("Столица", "cp1251", 7, "D1", "Windows-1251"),
            )
        ),
        (b"\xef\xbb\xbfa\xff", "1:2: error B100 byte 4 (0xFF) is not UTF-8"),
        ("a: é".encode("utf-16"), "1: error B101 the file is UTF-16, not UTF-8"),
        (("a: 1\n" * 20).encode("utf-16-le"), "1: error B101 the file is UTF-16, not UTF-8"),
        (b"a: 1\nb: \x07", "2:4: error B102 an invisible control character (U+0007) stands here"),
        ("a: \u202eb".encode(), "1:4: error B102 an invisible control character (U+202E)"),
        (("a: b\nc: e" + "\u0301" * 31).encode(), "2:5: error B107 a letter with 31 accents"),
        (b"a" * 1_000_001, "1: error B103 the file has over 1,000,000 bytes"),
    ],
)
def test_what_is_not_utf_8_is_refused_with_its_place(content, said):
    with pytest.raises(CopyError) as caught:
        frontmatter.decode(content, HERE)
    assert f"sources/a.md:{said}" in str(caught.value)


def test_lines_are_counted_as_editors_count_them():
    text = frontmatter.decode("a: one\u2028two\nb: [".encode(), HERE)
    assert "sources/a.md:2:1" in fault(text)


def test_nobody_waits_for_accents_without_end_to_be_put_in_order():
    pile = "e" + "\u0301\u0327" * 200_000
    assert encodings.made_out(f"a{pile}b".encode()) == "aeb"
    assert frontmatter.decode(f"a{pile}b".encode(), HERE, without_controls=True) == "aeb"
    honest = "Tie\u0302\u0301ng Vie\u0323\u0302t"
    assert frontmatter.decode(honest.encode(), HERE) == "Tiếng Việt"


# Soup -------------------------------------------------------------------------------------

MARKS = ("---", "\n", "title", ": ", ":", "- ", "[", "]", "{", "}", "#", "&a", "*a", "!x", "|\n")
WORDS = (">\n", '"', "'", "\t", "  ", "é", "{{ facts.a }}", "NO", "~", "? ", "%", "@", "\\", "a")
TOKENS = st.sampled_from((*MARKS, *WORDS, "\u2028"))


@settings(max_examples=300, deadline=None)
@given(st.lists(TOKENS, max_size=40).map("".join))
def test_no_soup_brings_anything_but_findings(soup):
    for read in (frontmatter.load, frontmatter.split):
        try:
            read(soup, HERE)
        except CopyError as error:
            for finding in error.findings:
                assert "\n" not in finding.message
                assert finding.remedy
                assert finding.location.line is None or finding.location.line >= 1


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=60))
def test_no_bytes_bring_anything_but_findings(content):
    try:
        text = frontmatter.decode(content, HERE)
    except CopyError:
        return
    assert text == unicodedata.normalize("NFC", text)


def test_the_flag_of_scotland_has_letters_that_nobody_sees() -> None:
    scotland = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"
    text = f"title: {scotland} and {scotland}{scotland}"
    assert frontmatter.decode(text.encode(), HERE) == text
    for hidden in (f"a{scotland[1:]}", f"{scotland[:6] * 2}{scotland[1:4] * 2}", scotland[1:]):
        with pytest.raises(CopyError, match="B102 an invisible control character"):
            frontmatter.decode(hidden.encode(), HERE)
