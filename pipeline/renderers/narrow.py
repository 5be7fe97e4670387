"""What a page needs on a narrow screen: long words that divide, ranges of figures that do not."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from pipeline import columns, tabular
from pipeline.renderers import hyphens, letter

SOFT = "\u00ad"
LONG, LONG_IN_HEADING = 18, 14
"""Letters of a word that may be wider than the column of a telephone."""
LONG_IN_CELL, LEFT_IN_CELL = 5, 2
LEFT = 5
"""Letters that stay together at either end."""
MOST = 60
"""Beyond, it is no word: nobody has divided it before us."""
_HEADINGS = frozenset(("h1", "h2", "h3"))
_WHOLE = frozenset(("title", "code", "textarea"))
"""What is no running text."""
_PIECE = re.compile(
    r"<!--.*?-->|<(?P<raw>style|script|pre)\b[^>]*>.*?</(?P=raw)\s*>"
    r"|<(?P<end>/)?(?P<name>[a-zA-Z][\w:-]*)(?P<given>[^>]*)>|(?P<text>[^<]+)",
    re.DOTALL | re.IGNORECASE,
)
_LANGUAGE = re.compile(r"""\slang=["']?([\w-]+)""")
_BEFORE, _BEHIND = r"(?<![\w&#@/.\u00ad-])", r"(?![\w;@/\u00ad-]|\.\w)"
"""What stands around a word that is no part of an address."""
_WORD = re.compile(rf"{_BEFORE}[^\W\d_]{{{LONG_IN_HEADING},{MOST}}}{_BEHIND}")
_CELL_WORD = re.compile(rf"{_BEFORE}[^\W\d_]{{{LONG_IN_CELL},{MOST}}}{_BEHIND}")
_RANGE = re.compile(r"(?<![\w–.,/:-])\d{1,4}\.?–\d{1,4}\.?(?![\w–/:-])")
_KEPT = '<span class="kept">'
"""What a style sheet keeps on one line: some mail programs would not, and tell so of the letter."""


def fitted(page: str, language: str) -> str:
    """*page* with soft hyphens in its long words, and its ranges of figures on one line.

    >>> fitted("<h1>Ein Bibliotheksausweis</h1><p>20–22 March", "de").replace(SOFT, "|")
    '<h1>Ein Biblio|theks|ausweis</h1><p><span class="kept">20–22</span> March'
    """
    open_: list[tuple[str, str]] = [("", language)]

    def changed(piece: re.Match[str]) -> str:
        if piece["name"]:
            _follow(open_, piece)
        if not piece["text"] or any(name in _WHOLE for name, _ in open_):
            return piece[0]
        least = LONG_IN_HEADING if any(name in _HEADINGS for name, _ in open_) else LONG
        spoken = open_[-1][1]
        text = _WORD.sub(lambda word: divided(word[0], spoken, least), piece["text"])
        if open_[-1][0] == "th":
            return text
        return _RANGE.sub(lambda found: f"{_KEPT}{found[0]}</span>", text)

    return _TABLE.sub(
        lambda table: _with_whole_figures(
            table[0] if table["frame"] else _with_divided_words(table[0], language)
        ),
        _PIECE.sub(changed, page),
    )


_TABLE = re.compile(
    r"(?P<frame><div class=\"(?:across|scroll)\"[^<>]*>)?"
    r"<table(?![^<>]*\b(?:role|class)\b)[^<>]*>(?:[^<]|<(?!/?table\b))*+</table\s*>",
    re.IGNORECASE,
)
"""One that was typed, and not one that lays out a letter; its words are whole in a frame."""
_NUMBER = r"\d+(?:[.,:’\u00a0\u202f]\d+| \d{3}(?!\d))*(?:[\u00a0\u202f ]?[€$£%])?"
_FIGURE = re.compile(
    r"(?<![\w.,/:@+±–−-])[+±–−-]?[€$£]?"
    rf"{_NUMBER}(?:[\u00a0\u202f ]?[/–][\u00a0\u202f ]?{_NUMBER})?(?![\w/@–-])"
)
"""A figure, or a pair of them: `68 / 300`, `9:30–11:00`."""
_TEXT = re.compile(r'<span class="kept">[^<]*</span>|(?<=>)[^<>]+(?=<)')
_ROOM = 17.0
"""What the smallest telephone leaves a table, in ems."""
_WIDER, _GAP = 1.12, 0.75
"""How much wider than ours the faces of mail programs are, and what parts two columns."""
_HALF = 4.0
"""How wide a column of words is at least, so that it reads as words."""
_SHORT = 4


def _with_divided_words(table: str, language: str) -> str:
    """A table whose columns may be narrower than their words, which a browser cuts anywhere.

    >>> _with_divided_words("<table><td>Especialidade</td>", "pt").replace(SOFT, "|")
    '<table><td>Es|pe|cia|li|da|de</td>'
    """
    if " lang=" in table:
        return table
    return re.sub(
        r"(?<=>)[^<>]+(?=<)",
        lambda text: _CELL_WORD.sub(
            lambda word: divided(word[0], language, LONG_IN_CELL, LEFT_IN_CELL), text[0]
        ),
        table,
    )


def _with_whole_figures(table: str) -> str:
    """A table whose figures stay whole.

    >>> table = "<table><tr><td>Freiburg im Breisgau</td><td>68 / 300</td></tr></table>"
    >>> _with_whole_figures(table).partition("Breisgau")[2]
    '</td><td><span class="kept">68 / 300</span></td></tr></table>'
    """
    return _TEXT.sub(
        lambda text: text[0] if text[0][0] == "<" else _FIGURE.sub(_whole, text[0]), table
    )


def _whole(figure: re.Match[str]) -> str:
    return f"{_KEPT}{figure[0]}</span>" if len(figure[0]) >= _SHORT else figure[0]


def scrolling(page: str) -> str:
    """*page* whose tables that no telephone has room for can be pushed to the side.

    Their figures would be cut anywhere, or push the letter over the edge.
    """

    def framed(table: re.Match[str]) -> str:
        told = tabular.by_column(table[0])
        asked = sum(map(_least, told)) + _GAP * len(told)
        return tabular.framed(table[0], "across") if asked > _ROOM else table[0]

    return _TABLE.sub(framed, page)


def _least(cells: Sequence[str]) -> float:
    """About how wide a column is at least, in ems: figures are whole, words may be divided."""
    figures = max(
        (columns.width(f[0]) for cell in cells for f in _FIGURE.finditer(cell)), default=0
    )
    words = max((columns.width(word) for cell in cells for word in cell.split()), default=0)
    return max(_WIDER * figures, min(_WIDER * words, _HALF))


def _follow(open_: list[tuple[str, str]], tag: re.Match[str]) -> None:
    """Enter the element that begins here, or leave the one that ends."""
    name = tag["name"].lower()
    if tag["end"]:
        while len(open_) > 1 and any(name == other for other, _ in open_):
            if open_.pop()[0] == name:
                break
    elif name not in letter.EMPTY and not tag["given"].endswith("/"):
        spoken = _LANGUAGE.search(tag["given"])
        open_.append((name, spoken[1] if spoken else open_[-1][1]))


@functools.lru_cache(maxsize=4096)
def divided(word: str, language: str, least: int, ends: int = LEFT) -> str:
    """*word* with soft hyphens, if it has as many letters; so many stay together at either end."""
    known = _hyphens(language, ends) if len(word) >= least else None
    if known is None:
        return word
    places = {*known.positions(word)}
    # Between two of them a letter would stand alone: one of the two is a slip of the patterns, or
    # in Portuguese the letter is a syllable, va-ri-a-ção, that stays with the one before it.
    beside = (1,) if language[:2] == "pt" else (-1, 1)
    for place in sorted(places, reverse=True):
        if any(place + step in places for step in beside):
            continue
        word = f"{word[:place]}{SOFT}{word[place:]}"
    return word


@functools.cache
def _hyphens(language: str, ends: int) -> hyphens.Pyphen | None:
    known = hyphens.language_fallback(language)
    return hyphens.Pyphen(lang=known, left=ends, right=ends) if known else None
