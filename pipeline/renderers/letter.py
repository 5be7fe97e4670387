"""The anatomy of a letter's HTML: its words, its depth, its comments and its start tags."""

from __future__ import annotations

import functools
import html
import re
from collections.abc import Callable, Collection, Mapping
from itertools import product
from string import ascii_lowercase

from pipeline import hypertext

EMPTY = frozenset(
    [
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"),
        *("param", "source", "track", "wbr"),
    ]
)
SILENT = frozenset(("style", "script"))

_VALUE = r"""(?:"[^"]*"|'[^']*'|[^\s"'>]+)"""
PLAIN_WORD = re.compile(
    r'(?<=\s)((?:class|align|valign|scope|colspan|role|cellspacing|cellpadding)=)"([a-z0-9]+)"(?=[\s>])'
)
PIECE = re.compile(
    rf"""<!--.*?-->|<(?P<raw>style|script|pre)\b[^>]*>.*?</(?P=raw)\s*>"""
    rf"""|<(?P<name>[a-zA-Z][\w:-]*)(?P<attributes>(?:\s+[^\s=<>"'/]++(?:\s*=\s*{_VALUE})?)*+)\s*/?>""",
    re.DOTALL | re.IGNORECASE,
)
CLASS = re.compile(r"\.([A-Za-z_][\w-]*)(?![^{}]*\})")
ATTRIBUTE = re.compile(rf"""([^\s=>"'/]+)(?:\s*=\s*({_VALUE}))?""")

Change = Callable[[str, dict[str, str]], Mapping[str, str]]
"""The attributes that a start tag shall have, out of its name and those it has."""


class Anatomy(hypertext.Hearer):
    """What a reader gets from a page, whatever its markup."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.comments: list[str] = []
        self.depth = 0
        self._open: list[str] = []
        self._text: list[str] = []
        self.feed(page)
        self.close()
        self._break()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._break()
        if attrs:
            self.words += (dict(attrs).get("alt") or "").split()
        if tag not in EMPTY:
            self._open.append(tag)
            self.depth = max(self.depth, len(self._open))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self._break()
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not self._open or self._open[-1] not in SILENT:
            self._text.append(data)

    def handle_comment(self, data: str) -> None:
        self.comments.append(" ".join(data.split()))

    def _break(self) -> None:
        if self._text:
            self.words += "".join(self._text).split()
            self._text.clear()


@functools.lru_cache(maxsize=1)
def anatomy(page: str) -> Anatomy:
    """The page as it was set is asked about more than once."""
    return Anatomy(page)


def lost(before: list[str], after: list[str]) -> list[str]:
    """The words of *before* that *after* does not give back in the same order."""
    missing = []
    place = 0
    for word in before:
        try:
            place = after.index(word, place) + 1
        except ValueError:
            missing.append(word)
    return missing


def retag(page: str, change: Change, names: Collection[str] = ()) -> str:
    """The page with the attributes of every start tag, or of *names*, as *change* wants them.

    >>> retag('<a href="x" id=b>', lambda name, given: {"href": given["href"]})
    '<a href="x">'
    >>> retag('<a id=b><IMG id=b>', lambda name, given: {}, ["img"])
    '<a id=b><IMG>'
    """

    def changed(piece: re.Match[str]) -> str:
        if piece["name"] is None or (names and piece["name"].lower() not in names):
            return piece[0]
        given = _attributes(piece["attributes"])
        wanted = change(piece["name"].lower(), dict(given))
        if wanted == given:
            return piece[0]
        written = "".join(f' {key}="{_escaped(value)}"' for key, value in wanted.items())
        return f"<{piece['name']}{written}{'/' if piece[0].endswith('/>') else ''}>"

    return PIECE.sub(changed, page)


def unquoted(page: str) -> str:
    """The page without quotation marks around what is one plain word; there are hundreds of them.

    >>> unquoted('<td class="a" align="left" title="b"><!--<i class="a">-->')
    '<td class=a align=left title="b"><!--<i class="a">-->'
    """

    def changed(piece: re.Match[str]) -> str:
        return piece[0] if piece["name"] is None else _unquoted(piece[0])

    return PIECE.sub(changed, page)


@functools.lru_cache(maxsize=4096)
def _unquoted(tag: str) -> str:
    return PLAIN_WORD.sub(r"\1\2", tag)


def _escaped(value: str) -> str:
    return html.escape(value, quote=False).replace('"', "&quot;")


def attributes(written: str) -> dict[str, str]:
    """
    >>> attributes(' href="a?b&amp;c" hidden')
    {'href': 'a?b&c', 'hidden': ''}
    """
    return dict(_attributes(written))


@functools.lru_cache(maxsize=4096)
def _attributes(written: str) -> Mapping[str, str]:
    # A letter is gone over several times, and most of its tags are alike.
    found: dict[str, str] = {}
    for name, value in ATTRIBUTE.findall(written):
        bare = value[1:-1] if value[:1] in ("'", '"') else value
        found.setdefault(name.lower(), html.unescape(bare))
    return found


def tighten(page: str) -> str:
    """The page without the blanks that only the template needed."""
    place, parts = 0, []
    for piece in re.finditer(r"<!--.*?-->|<(style|pre)\b.*?</\1\s*>", page, re.DOTALL | re.I):
        parts += [_narrow(page[place : piece.start()]), piece[0]]
        place = piece.end()
    return "".join([*parts, _narrow(page[place:])])


def _narrow(markup: str) -> str:
    """
    >>> _narrow("a  b \\t\\n \\r\\n\\t<i>c \\n")
    'a b\\n<i>c\\n'
    """
    # A line break is a blank too: words stay apart, and quoted-printable lines stay short.
    # What an expression begins with is looked for fast if it is not optional.
    single = re.sub(r"[ \t][ \t]+", " ", markup)
    return re.sub(r"\n\s*", "\n", single).replace(" \n", "\n").replace("\t\n", "\n")


def pressed(sheet: str) -> str:
    """A style sheet without the blanks that only its writer needed.

    >>> pressed(".a, .b { color: red !important; }\\n  i > b { top: 0 }")
    '.a,.b{color:red!important}\\ni > b{top:0}'
    """
    sheet = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    spaces = r"(?:(?<!\s)\s+)?[{;,]\s*|:\s+|(?<!\s)\s+(?=!important|\})"
    sheet = re.sub(spaces, lambda found: found[0].strip(), sheet)
    return re.sub(r"\s*\n\s*", "\n", sheet.replace(";}", "}")).strip()


def classes(sheet: str) -> frozenset[str]:
    """The class names that a style sheet speaks of."""
    return frozenset(CLASS.findall(sheet))


def renamed(sheet: str, names: Mapping[str, str]) -> str:
    """
    >>> renamed(".page .button{top:.5em}", {"button": "a"})
    '.page .a{top:.5em}'
    """
    return CLASS.sub(lambda found: f".{names.get(found[1], found[1])}", sheet)


def short_names(used: Mapping[str, int], known: frozenset[str]) -> Mapping[str, str]:
    """One or two letters for each class of a page that is longer, the shortest for the commonest.

    >>> short_names({"button": 1, "rule": 9, "m": 2}, frozenset(("m", "a")))
    {'rule': 'b', 'button': 'c'}
    """
    letters = [*ascii_lowercase, *map("".join, product(ascii_lowercase, repeat=2))]
    free = iter(name for name in letters if name not in known)
    commonest = sorted(used, key=lambda name: (-used[name], name))
    return {name: next(free) for name in commonest if len(name) > 2}
