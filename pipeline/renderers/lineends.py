"""What the end of a line tells a reader: that a space is there, or that a word goes on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Any

Split = Callable[..., Any]
"""WeasyPrint's `split_text_box`: a piece of a text that fits on a line, and where it goes on."""

GOES_ON = b"<FEFF00AD>"
SHOWN = re.compile(rb"\[(?P<before>.*)<(?P<glyphs>[0-9a-f]*)(?P<last>[0-9a-f]{4})>"
                   rb"(?P<after>[^<>]*)\] TJ", re.DOTALL)  # fmt: skip
FONT = re.compile(rb"/(\S+) \S+ Tf")
FROM_RIGHT = frozenset({"R", "AL"})


def remembered(split: Split) -> Split:
    """*split*, whose pieces know what they were cut from.

    A line is set without the space that ended it, and with a hyphen that nobody wrote.
    """

    def split_text_box(
        context: Any, box: Any, width: Any, skip: Any, *rest: Any, **more: Any
    ) -> Any:
        piece, resume, is_preserved = split(context, box, width, skip, *rest, **more)
        if piece is not None:
            letters = box.text.encode()
            piece.told = letters[skip:resume].decode()
            piece.is_led = bool(skip) and letters[:skip].isspace()
        return piece, resume, is_preserved

    return split_text_box


class Piece:
    """A stretch of text on a line, as it was told and as it is shown."""

    def __init__(self, box: Any, stream: Any, number: int) -> None:
        self.stream = stream
        self.number = number
        """That its content is marked with."""
        self.shown: str = box.pango_layout.text
        self.told: str = box.told
        self.hyphen: str = box.style["hyphenate_character"]

    @property
    def goes_on(self) -> bool:
        return bool(self.hyphen) and self.shown == self.told + self.hyphen

    @property
    def lacks_space(self) -> bool:
        return self.told[-1:].isspace() and not self.shown[-1:].isspace() and not self.goes_on


def tell(pieces: Iterable[Piece], fonts: Mapping[Any, Any]) -> None:
    """Put into the streams what the lines leave out.

    What is read from right to left is set from left to right, and needs its words apart.
    """
    spaces = {font.hash.encode(): _space(font) for font in fonts.values() if not font.bitmap}
    wanted: dict[int, dict[int, Piece]] = {}
    streams: dict[int, Any] = {}
    for one in pieces:
        if one.goes_on or one.lacks_space or is_from_right(one.told):
            wanted.setdefault(id(one.stream), {})[one.number] = one
            streams[id(one.stream)] = one.stream
    for identity, numbers in wanted.items():
        _amend(streams[identity].stream, numbers, spaces)


def is_from_right(text: str) -> bool:
    return any(unicodedata.bidirectional(letter) in FROM_RIGHT for letter in text)


def _space(font: Any) -> bytes:
    known = (glyph for glyph, text in font.to_unicode.items() if text and text.isspace())
    return b"%04x" % next(known, 0)


def _amend(items: list[Any], numbers: Mapping[int, Piece], spaces: Mapping[bytes, bytes]) -> None:
    current: Piece | None = None
    space = b""
    shown: list[int] = []
    for position, item in enumerate(items):
        if isinstance(item, dict):
            current, shown = numbers.get(item.get("MCID", -1)), []
            if current and is_from_right(current.told):
                words = current.told.removesuffix("\u00ad") + "\u00ad" * current.goes_on
                item["ActualText"] = _spelt(words)
                current = None
        elif not isinstance(item, bytes):
            continue
        elif found := FONT.fullmatch(item):
            space = spaces.get(found[1], b"")
        elif item.endswith(b" TJ"):
            shown.append(position)
        elif item == b"EMC" and current and shown:
            is_whole = len(shown) == 1
            items[shown[-1]] = _ended(items[shown[-1]], current, space, is_whole=is_whole)
            current = None


def _ended(shown: bytes, piece: Piece, space: bytes, *, is_whole: bool) -> bytes:
    found = SHOWN.fullmatch(shown)
    if found is None:
        return shown
    if piece.lacks_space and space.strip(b"0"):
        return shown.removesuffix(b"] TJ") + b"<%s>] TJ" % space
    if piece.lacks_space and is_whole:
        # A font without a space; many readers begin a line where a word is told in two parts.
        return b"/Span <</ActualText %s>> BDC %s EMC" % (_spelt(piece.shown.rstrip() + " "), shown)
    # A hyphen that is not to be said.
    says = GOES_ON if piece.goes_on else _spelt(piece.told.rstrip()[-1:] + " ")
    before = found["before"] + (b"<%s>" % found["glyphs"] if found["glyphs"] else b"")
    return b"%s/Span <</ActualText %s>> BDC [<%s>%s] TJ EMC" % (
        b"[%s] TJ " % before if before else b"",
        says,
        found["last"],
        found["after"],
    )


def _spelt(words: str) -> bytes:
    """A string of the file that is Unicode even where Latin letters would do."""
    return b"<FEFF%s>" % words.encode("utf-16-be").hex().encode()
