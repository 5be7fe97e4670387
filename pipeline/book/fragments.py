"""HTML of ours taken apart into its outermost elements."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from pipeline import tabular

TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][\w-]*+)(?P<given>(?:\"[^\"]*\"|[^\">])*)>")
VOID = frozenset({"br", "hr", "img", "wbr"})
BLOCKS = frozenset(
    {"blockquote", "dl", "div", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr"}
    | {"ol", "p", "pre", "table", "ul"}
)


@dataclass(frozen=True, slots=True)
class Piece:
    """An element with its contents, or a stretch of bare text."""

    tag: str
    """Nothing for bare text."""
    opening: str
    inner: str

    @property
    def html(self) -> str:
        if not self.tag or self.tag in VOID:
            return self.opening + self.inner
        return f"{self.opening}{self.inner}</{self.tag}>"


def pieces(html: str) -> tuple[Piece, ...]:
    """The outermost elements of *html* and the text between them.

    >>> [(piece.tag, piece.inner) for piece in pieces("a <p>b <i>c</i></p><hr>")]
    [('', 'a '), ('p', 'b <i>c</i>'), ('hr', '')]
    """
    return tuple(piece for piece in _pieces(html) if piece.tag or piece.inner.strip())


def _pieces(html: str) -> Iterator[Piece]:
    depth, after, opening = 0, 0, None
    for tag in TAG.finditer(html):
        name = tag["name"].lower()
        if depth == 0 and not tag["close"]:
            yield Piece("", "", html[after : tag.start()])
            after, opening = tag.end(), tag
            if name in VOID:
                yield Piece(name, tag[0], "")
                continue
        if name in VOID or (depth == 0 and tag["close"]):
            continue
        depth += -1 if tag["close"] else 1
        if depth == 0 and opening is not None:
            yield Piece(opening["name"].lower(), opening[0], html[after : tag.start()])
            after, opening = tag.end(), None
    yield Piece("", "", html[after:])


def unwrapped(html: str) -> str:
    """*html* out of the box that says which language all of it is in."""
    parts = pieces(html)
    is_boxed = len(parts) == 1 and parts[0].tag == "div" and " lang=" in parts[0].opening
    return parts[0].inner if is_boxed else html


def lead(html: str) -> tuple[str, str]:
    """The running text that an item begins with, and the blocks after it.

    >>> lead("Words <em>here</em><ul><li>a</li></ul>"), lead("<p>One</p><p>Two</p>")
    (('Words <em>here</em>', '<ul><li>a</li></ul>'), ('One', '<p>Two</p>'))
    """
    parts = pieces(html)
    if parts and parts[0].tag == "p":
        return parts[0].inner, "".join(piece.html for piece in parts[1:])
    first = next((n for n, piece in enumerate(parts) if piece.tag in BLOCKS), len(parts))
    return (
        "".join(piece.html for piece in parts[:first]).strip(),
        "".join(piece.html for piece in parts[first:]),
    )


LAST_WORDS = re.compile(
    r"(?<=[^\s>] )(?P<words>[^ \n<>]{1,24} [^ \n<>]{1,24})(?=\s*(?:</p>|</li>|<[ou]l\b))"
)
MEASURE = 36
"""Of a table in the book, in its own ems."""


def composed(html: str) -> str:
    """*html* whose paragraphs do not end in a lonely word, and whose tables fit on a page.

    >>> composed("<p>No last line of one word.</p>")
    '<p>No last line of <span class="end">one word.</span></p>'
    """
    fitted = tabular.fitted(html, MEASURE)
    return LAST_WORDS.sub('<span class="end">\\g<words></span>', fitted)


def words(html: str) -> str:
    """What *html* says, on one line."""
    return " ".join(unescape(TAG.sub("", html)).split())


_PLAIN = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ħ": "h", "Ħ": "H"}
    | {"æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ı": "i"}
)
"""Letters that Unicode does not take apart."""


def alphabetical(text: str) -> str:
    """What entries are sorted by: letters without accents, without quotation marks and articles.

    >>> sorted(["Zürich", "Élan", "Ghent", "#wamitoo"], key=alphabetical)
    ['Élan', 'Ghent', '#wamitoo', 'Zürich']
    """
    decomposed = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    bare = "".join(c for c in decomposed if c.isalnum() or c in " -'’")
    return re.sub(r"[\s'’-]+", " ", bare).strip().casefold()
