"""Every colour of a PDF as inks: type, lines, shadings, drawings and pictures."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pydyf

from pipeline.renderers import inks
from pipeline.renderers.inks import Inks

RGB, CMYK = "/DeviceRGB", "/DeviceCMYK"
COLOUR = re.compile(rb"([-\d.]+) ([-\d.]+) ([-\d.]+) (rg|RG)")
CHOICE = re.compile(rb".* scn?|/\S+ cs|[-\d. ]+ (g|k|rg)", re.DOTALL)
"""What chooses the colour of fields and of type."""
SOLID_BLACK = (b"0 0 0 1 k", b"0 0 0 1 scn")
OVER, UNDER = b"overprint", b"knockout"


def separate(pdf: pydyf.PDF, mix: Inks, *, is_type_black: bool = False) -> None:
    """Leave no red, green and blue in the file, and print black type over what is below it."""
    for thing in list(pdf.objects):
        if isinstance(thing, pydyf.Stream):
            extra = thing.extra
            if extra.get("Subtype") == "/Image":
                _separate_picture(thing, mix)
            elif _is_content(pdf, thing):
                thing.stream = list(_separated(thing.stream, mix, is_type_black=is_type_black))
            if "Group" in extra:
                extra["Group"]["CS"] = CMYK
        elif isinstance(thing, dict):
            _separate_shading(thing, mix)
            if "ExtGState" in thing:
                _offer_overprint(thing["ExtGState"])


def _is_content(pdf: pydyf.PDF, stream: pydyf.Stream) -> bool:
    extra = stream.extra
    is_placed = extra.get("Subtype") == "/Form" or extra.get("Type") == "/Pattern"
    return is_placed or stream.number in _page_contents(pdf)


def _page_contents(pdf: pydyf.PDF) -> Iterator[int]:
    for number in pdf.pages["Kids"][::3]:
        contents = pdf.objects[number]["Contents"]
        parts = contents if isinstance(contents, list) else [contents]
        yield from (int(part.split()[0]) for part in parts)


# Type and lines ---------------------------------------------------------------------------


@dataclass(slots=True)
class Brush:
    """What type is painted with, while the operators of a page go by."""

    mix: Inks
    is_type_black: bool
    inks: bytes = b"0 g"
    type_inks: bytes = b"0 g"
    is_dipped: bool = False
    """Whether type is being painted otherwise than lines and fields."""

    def take(self, operator: bytes) -> bytes:
        """The operator that chooses a colour, in inks."""
        found = COLOUR.fullmatch(operator)
        if not found:
            if CHOICE.fullmatch(operator):
                self.inks = self.type_inks = operator
            return operator
        colour = tuple(float(part) for part in found.groups()[:3])
        parts = b" ".join(map(_number, self.mix.mixed(*colour)))
        if found[4] == b"RG":
            return parts + b" K"
        self.inks = self.type_inks = parts + b" k"
        if self.is_type_black:
            self.type_inks = b" ".join(map(_number, self.mix.grey(*colour))) + b" k"
        return self.inks

    def dip(self) -> Iterator[bytes]:
        """Before type: its own inks, and black over whatever is below.

        With the overprint mode 1, a colour without ink leaves what lies below: only solid
        black may print over it. White must not, or it would vanish.
        """
        if self.type_inks != self.inks:
            yield self.type_inks
        if self.type_inks in SOLID_BLACK:
            yield b"/%s gs" % OVER
        self.is_dipped = True

    def wipe(self) -> Iterator[bytes]:
        """After type, and before another colour: as it was."""
        if self.is_dipped:
            if self.type_inks in SOLID_BLACK:
                yield b"/%s gs" % UNDER
            if self.type_inks != self.inks:
                yield self.inks
        self.is_dipped = False


def _separated(lines: Iterable[Any], mix: Inks, *, is_type_black: bool) -> Iterator[Any]:
    """The operators of a page with inks for colours."""
    brush, kept = Brush(mix, is_type_black), list[tuple[bytes, bytes]]()
    for line in lines:
        told = line.encode() if isinstance(line, str) else line
        if not isinstance(told, bytes):
            yield line
            continue
        if told == b"q":
            kept.append((brush.inks, brush.type_inks))
        elif told == b"Q" and kept:
            brush.inks, brush.type_inks = kept.pop()
        elif told.endswith((b"TJ", b"Tj")):
            if not brush.is_dipped:
                yield from brush.dip()
        elif told == b"ET" or CHOICE.fullmatch(told):
            yield from brush.wipe()
        yield brush.take(told)


def _number(part: float) -> bytes:
    return f"{part:.4f}".rstrip("0").rstrip(".").encode()


def _offer_overprint(states: Any) -> None:
    for name, switch in ((OVER, "true"), (UNDER, "false")):
        states[name.decode()] = pydyf.Dictionary(
            {"Type": "/ExtGState", "OP": switch, "op": switch, "OPM": int(switch == "true")}
        )


# Shadings ---------------------------------------------------------------------------------


def _separate_shading(thing: dict[str, Any], mix: Inks) -> None:
    if "ShadingType" in thing and thing["ColorSpace"] == RGB:
        thing["ColorSpace"] = CMYK
        _separate_function(thing["Function"], mix)


def _separate_function(function: dict[str, Any], mix: Inks) -> None:
    for inner in function.get("Functions", ()):
        _separate_function(inner, mix)
    for end in ("C0", "C1"):
        if end in function:
            function[end] = pydyf.Array(mix.mixed(*map(float, function[end])))


# Pictures ---------------------------------------------------------------------------------


def _separate_picture(picture: pydyf.Stream, mix: Inks) -> None:
    extra = picture.extra
    if extra["ColorSpace"] != RGB:
        return
    is_photograph = extra["Filter"] == "/DCTDecode"
    content = b"".join(part if isinstance(part, bytes) else part.data for part in picture.stream)
    if not is_photograph:
        content = _png(extra["Width"], extra["Height"], content)
    converted = mix.converted(inks.opened(content).convert("RGB"))
    extra["ColorSpace"] = CMYK
    if is_photograph:
        extra["Decode"] = pydyf.Array((1, 0) * 4)
        picture.stream = [inks.as_jpeg(converted)]
    else:
        del extra["DecodeParms"]
        picture.stream = [zlib.compress(converted.tobytes())]


def _png(width: int, height: int, content: bytes) -> bytes:
    """The rows of a PNG, which is how WeasyPrint keeps a picture, with head and foot again."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", content), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )
