"""The pictures of a letter: small enough to travel, sharp enough for a good screen."""

from __future__ import annotations

import functools
import html
import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from urllib.parse import quote, unquote

from pipeline import assets
from pipeline.model.texts import PICTURES as SOURCE
from pipeline.model.texts import Picture
from pipeline.renderers import letter

FOLDER = "images/"
DENSITY = 2
PHONE = 320
"""Beside the words on a desk, above them on a phone: a picture may grow to this width."""
ORNAMENT = 120
"""Nothing that narrow grows."""
WIDEST = 528
"""The measure of the column; a picture in running text gets no wider."""
SUFFIXES = {
    "png": (".png",),
    "jpeg": (".jpg", ".jpeg"),
    "gif": (".gif",),
    "svg": (".svg",),
    "webp": (".webp",),
}
IMG = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
SRC = re.compile(r"""\bsrc\s*=\s*["']([^"']*)["']""", re.IGNORECASE)
WIDTH = re.compile(r"""\bwidth\s*=\s*["'](\d+)["']""", re.IGNORECASE)


# A picture is asked for by the letter, the message and every language; scaled, it is small.
@functools.lru_cache(maxsize=64)
def for_letter(asset: bytes, width_css: int) -> bytes:
    """The picture at twice the width it is shown at; a drawing (SVG) stays as it is."""
    return assets.scale(asset, pixels(width_css))


@functools.lru_cache(maxsize=16)
def for_paper(asset: bytes) -> bytes:
    """The picture as a PDF takes it up."""
    return assets.pressed(asset)


def pixels(width_css: int) -> int:
    """So many a picture may have across."""
    return DENSITY * (max(width_css, PHONE) if width_css > ORNAMENT else width_css)


def letter_name(name: str, format: str) -> str:
    """The file's name in a letter: a suffix that is not true gets the true one behind it."""
    suffixes = SUFFIXES.get(format, ("",))
    return name if PurePosixPath(name).suffix.lower() in suffixes else name + suffixes[0]


def measured(page: str, known: Iterable[Picture]) -> str:
    """The page with a width for pictures in running text: Outlook and the scaling go by it."""
    own = {one.url: (one.width, one.height) for one in known if one.width and one.height}

    def change(_: str, given: dict[str, str]) -> dict[str, str]:
        if "width" not in given and given.get("src", "").startswith(SOURCE):
            width, height = own.get(given["src"], (WIDEST, 0))
            shown = min(WIDEST, width)
            given["width"] = str(shown)
            if height:
                given["height"] = str(round(height * shown / width))
        return given

    return letter.retag(page, change, ["img"])


def widths(page: str) -> Mapping[str, int]:
    """Every picture of the page by its address, with the largest width it is shown at."""
    found: dict[str, int] = {}
    for tag in IMG.findall(page):
        source, width = SRC.search(tag), WIDTH.search(tag)
        if source and width:
            address = html.unescape(source[1])
            found[address] = max(int(width[1]), found.get(address, 0))
    return found


def names(page: str, known: Iterable[Picture], answers: Mapping[str, bytes]) -> dict[str, str]:
    """Each address of the page's pictures -> the name that its file gets in the letter."""
    by_address = {picture.url: picture for picture in known}
    made: dict[str, str] = {}
    for address, width in sorted(widths(page).items()):
        if address.startswith(SOURCE) and address in answers:
            format = _format(by_address.get(address), width)
            # What nobody can tell beforehand is made and looked at.
            format = format or assets.sniff(for_letter(answers[address], width))
            made[address] = letter_name(unquote(address.removeprefix(SOURCE)), format)
    return made


def _format(picture: Picture | None, width: int) -> str:
    if picture is None:
        return ""
    if picture.format in ("png", "jpeg") and picture.width <= pixels(width):
        return picture.format
    return picture.scaled


def beside(letter: str, answers: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The files a finished letter refers to by `images/<name>`: name -> bytes.

    >>> beside('<img src="https://example.org/a.png" width="9">', {})
    {}
    """
    wanted = {
        unquote(address.removeprefix(FOLDER)): width
        for address, width in widths(letter).items()
        if address.startswith(FOLDER)
    }
    made: dict[str, bytes] = {}
    for address in sorted(address for address in answers if address.startswith(SOURCE)):
        name = unquote(address.removeprefix(SOURCE))
        for candidate in [name, *(name + suffix[0] for suffix in SUFFIXES.values())]:
            if candidate in wanted and candidate not in made:
                picture = for_letter(answers[address], wanted[candidate])
                if letter_name(name, assets.sniff(picture)) == candidate:
                    made[candidate] = picture
    return made


def link(name: str, base: str) -> str:
    """Where the letter looks for a picture: at the organisation's host, or beside itself."""
    return (base.rstrip("/") + "/" if base else FOLDER) + quote(name)
