"""HTML is read as Python's own parser reads it, tag for tag, whatever stands in it."""

import html.parser

from hypothesis import given
from hypothesis import strategies as st

from pipeline import hypertext
from pipeline.checks.reading_back import Page
from tests.renderers.mail_jobs import edition, rendered, typesetter


def events(parser, page):
    """All that somebody who reads *page* is told, with the places."""

    class Listener(parser):
        def __init__(self):
            super().__init__(convert_charrefs=True)
            self.told = []

        def handle_starttag(self, tag, attrs):
            self.told.append((self.getpos(), self.lasttag, tag, attrs))

        def handle_endtag(self, tag):
            self.told.append((self.getpos(), "/", tag))

        def handle_data(self, data):
            self.told.append((self.getpos(), data))

        def handle_comment(self, data):
            self.told.append((self.getpos(), "!", data))

    listener = Listener()
    listener.feed(page)
    listener.close()
    return listener.told


def same(page):
    whole = events(html.parser.HTMLParser, page)
    assert events(hypertext.Reader, page) == whole
    # The place comes first.
    heard = events(hypertext.Hearer, page)
    assert [one[1:] for one in heard] == [one[1:] for one in whole]


PIECES = [
    *('<a href="x">', "<td class=a align=left>", "<br>", "<br/>", "</a>", "</td >", "</TD>"),
    *('<i title="a&amp;b">', '<i title="&copy">', '<i\u00a0a="b">', '<i a="b"c="d">', "<i a=b/>"),
    *('<i\na="b\nc" d>', '<i a = "b">', "<i a='b'>", '<I A="b">', '<i a="<b>">', '<i a="b', "<i "),
    *(
        "<script>",
        "</script>",
        '<style media="all">',
        "</style>",
        "<title>",
        "</title>",
        "<textarea>",
    ),
    *(
        "</textarea>",
        "<plaintext>",
        "<!--",
        "-->",
        "<!-- <b> -->",
        "<?x",
        ">",
        "<",
        "&",
        "&lt;",
        "&#60",
    ),
    *("a", "=", '"', "'", " ", "\n", "/", "é", "<svg:a>", '<h1 id="a">', "</h1>", '<a-b c-d="e">'),
]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_a_page_of_any_pieces_is_read_as_python_reads_it(page):
    same(page)


def test_a_letter_is_read_as_python_reads_it():
    letter = rendered(typesetter().set(edition(), "newsletter.html"))
    same(letter)
    assert Page(letter).links


def test_plain_tags_do_not_go_the_long_way(monkeypatch):
    def never(*_):
        raise AssertionError("this tag is plain")

    monkeypatch.setattr(html.parser.HTMLParser, "parse_starttag", never)
    monkeypatch.setattr(html.parser.HTMLParser, "parse_endtag", never)
    told = events(hypertext.Reader, '<td class=a style="color:#000" title="">x</td>')
    attributes = [("class", "a"), ("style", "color:#000"), ("title", "")]
    assert told == [((1, 0), "td", "td", attributes), ((1, 40), "x"), ((1, 41), "/", "td")]
