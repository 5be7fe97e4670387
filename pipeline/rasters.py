"""PNG, JPEG, GIF and WebP files, read and thinned by their structure; no pixel is decoded."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

from pipeline import profiles
from pipeline.frozen import dataclass

PNG_START = b"\x89PNG\r\n\x1a\n"
ADAM7 = (
    (0, 8, 0, 8),
    (4, 8, 0, 8),
    (0, 4, 4, 8),
    (2, 4, 0, 4),
    (0, 2, 2, 4),
    (1, 2, 0, 2),
    (0, 1, 1, 2),
)
"""The passes of an interlaced PNG: first column and every which, first row and every which."""
PNG_KEPT = frozenset(b"IHDR PLTE tRNS cHRM gAMA iCCP sRGB sBIT cICP pHYs bKGD IDAT IEND".split())
WEBP_KEPT = frozenset([b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"])
SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The JPEG markers that tell the size."""
NEXT_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
JPEG_KEPT = {0xE0: (b"JFIF\x00", 18), 0xEE: (b"Adobe", 16)}
"""Of the application segments, those without which the colours would be others: how each begins,
and its bytes without a smaller picture at its end. The profile is bound anew."""
JPEG_PROFILE = b"ICC_PROFILE\x00"
XMP_JPEG = b"http://ns.adobe.com/xap/1.0/\x00"
XMP_PNG = b"XML:com.adobe.xmp\x00\x00\x00\x00\x00"


MOST_PARTS = 20_000
"""Chunks, segments or blocks of one file; the longest film has 2,000."""
MOST_SCANS = 100
"""Times that a JPEG may go over its pixels; no program goes over them more than twenty times."""
T = TypeVar("T")


def _bounded(
    divide: Callable[[bytes], Iterator[tuple[T, bytes]]],
) -> Callable[[bytes], Iterator[tuple[T, bytes]]]:
    """*divide*, but not into more parts than any program writes."""

    def parts(content: bytes) -> Iterator[tuple[T, bytes]]:
        for number, part in enumerate(divide(content)):
            if number > MOST_PARTS:
                raise ValueError("the file has too many parts")
            yield part

    return parts


@dataclass(frozen=True, slots=True)
class Header:
    width: int
    height: int
    moves: bool = False
    is_drawn: bool = False
    """It has a palette or is see-through, so it cannot be a photograph."""


def header(content: bytes, format: str) -> Header | None:
    """Size, and whether it moves; none if the file is damaged or ends too early."""
    readers = {"png": _png, "jpeg": _jpeg, "gif": _gif, "webp": _webp}
    try:
        found = readers[format](content)
        if turn(content, format) > 4:
            found = replace(found, width=found.height, height=found.width)
    except (ValueError, IndexError, struct.error):
        return None
    return found if found.width and found.height else None


def lacks_rows(content: bytes, format: str) -> bool:
    """Whether a PNG ends before its last row does; who shows it would leave the rest blank."""
    if format != "png":
        return False
    unpacker = zlib.decompressobj()
    length = 0
    packed = b"".join(chunk[8:-4] for kind, chunk in _png_chunks(content) if kind == b"IDAT")
    least = _png_length(content)
    while packed and length < least and not unpacker.eof:
        length += len(unpacker.decompress(packed, 1 << 20))
        packed = unpacker.unconsumed_tail
    return length < least


def is_exact(content: bytes, format: str) -> bool:
    """Whether a WebP has every pixel as it was drawn; those of photographs have not."""
    return format == "webp" and any(kind == b"VP8L" for kind, _ in _webp_chunks(content))


def _png_length(content: bytes) -> int:
    """The bytes of all rows, with the one that goes before each."""
    width, height, depth, kind = struct.unpack_from(">IIBB", content, 16)
    bits = depth * {2: 3, 4: 2, 6: 4}.get(kind, 1)
    length = 0
    for first, every, top, down in ADAM7 if content[28] else ((0, 1, 0, 1),):
        across, rows = max(0, -((first - width) // every)), max(0, -((top - height) // down))
        length += rows * (1 + (across * bits + 7) // 8) if across else 0
    return length


def bare(content: bytes, format: str) -> bytes:
    """The same pixels without place, camera, author, comment or anything after the end."""
    if format == "png":
        chunks = [(kind, chunk) for kind, chunk in _png_chunks(content) if kind in PNG_KEPT]
        return PNG_START + b"".join(
            _png_profile(chunk) if kind == b"iCCP" else chunk for kind, chunk in chunks
        )
    if format == "jpeg":
        return b"\xff\xd8" + b"".join(_bare_jpeg(content))
    if format == "gif":
        return b"".join(part for kind, part in _gif_parts(content) if kind != "told")
    return _bare_webp(content)


def turn(content: bytes, format: str) -> int:
    """How the camera was held (EXIF orientation, 1 to 8): above 4 the sides change places."""
    if format == "jpeg":
        parts = (part[4:] for marker, part in _jpeg_parts(content) if marker == 0xE1)
        exif = next((part for part in parts if part.startswith(b"Exif\x00\x00")), b"")[6:]
    elif format == "png":
        exif = next((part[8:-4] for kind, part in _png_chunks(content) if kind == b"eXIf"), b"")
    elif format == "webp":
        exif = next((part for kind, part in _webp_chunks(content) if kind == b"EXIF"), b"")
        exif = exif.removeprefix(b"Exif\x00\x00")
    else:
        return 1
    found = _orientation(exif) if len(exif) > 14 else 1
    return found if 1 <= found <= 8 else 1


def with_packet(content: bytes, format: str, packet: bytes) -> bytes:
    """The PNG or JPEG with an XMP packet, and no other metadata."""
    content = bare(content, format)
    if format == "png":
        after = len(PNG_START) + 25
        return content[:after] + png_chunk(b"iTXt", XMP_PNG + packet) + content[after:]
    segment = XMP_JPEG + packet
    segment = b"\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment
    after = 4 + int.from_bytes(content[4:6], "big") if content[2:4] == b"\xff\xe0" else 2
    return content[:after] + segment + content[after:]


NO_EXIF = b"Exif\0\0MM\0*\0\0\0\x08" + bytes(6)
"""Exif that tells nothing."""


def with_head(content: bytes) -> bytes:
    """A JPEG with the head by which some know one; of inks, and out of many a tool, it has none.

    JFIF would say as well what its colours are.
    """
    if not content.startswith(b"\xff\xd8\xff") or content[6:10] in (b"JFIF", b"Exif"):
        return content
    return content[:2] + b"\xff\xe1" + struct.pack(">H", len(NO_EXIF) + 2) + NO_EXIF + content[2:]


def png_chunk(kind: bytes, content: bytes) -> bytes:
    checksum = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)


def _png_profile(chunk: bytes) -> bytes:
    _, _, packed = chunk[8:-4].partition(b"\0")
    try:
        profile = zlib.decompressobj().decompress(packed[1:], profiles.LARGEST + 1)
    except zlib.error:
        profile = b""
    told = profiles.bare(profile)
    return png_chunk(b"iCCP", b"colours\0\0" + zlib.compress(told)) if told else b""


def _orientation(exif: bytes) -> int:
    order = "<" if exif.startswith(b"II") else ">"
    try:
        (start,) = struct.unpack_from(f"{order}I", exif, 4)
        (entries,) = struct.unpack_from(f"{order}H", exif, start)
        for entry in range(entries):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", exif, start + 2 + 12 * entry)
            if tag == 0x0112:
                return int(value)
    except struct.error:
        pass
    return 1


@_bounded
def _png_chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(PNG_START)
    kind = b""
    while kind != b"IEND":
        (length,) = struct.unpack_from(">I", content, at)
        kind = content[at + 4 : at + 8]
        chunk = content[at : at + 12 + length]
        if len(chunk) < 12 + length:
            raise ValueError("the file ends inside a chunk")
        at += 12 + length
        if zlib.crc32(chunk[4:-4]) == int.from_bytes(chunk[-4:], "big"):
            yield kind, chunk
        elif kind[:1].isupper():
            raise ValueError("a chunk does not match its checksum")


def _png(content: bytes) -> Header:
    width, height = struct.unpack_from(">II", content, 16)
    kinds = [kind for kind, _ in _png_chunks(content)]
    if kinds[0] != b"IHDR" or kinds.count(b"IHDR") > 1 or b"IDAT" not in kinds:
        raise ValueError("there is no picture in the PNG")
    # Of the five kinds of pixels, grey (0) and colours (2) may be a photograph's.
    is_drawn = content[25] not in (0, 2) or b"tRNS" in kinds
    return Header(width, height, b"acTL" in kinds, is_drawn)


@_bounded
def _jpeg_parts(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Marker and segment, each scan with its coded pixels, up to the end marker."""
    at = 2
    marker = 0
    while marker != 0xD9:
        while content[at : at + 2] == b"\xff\xff":
            at += 1
        if content[at] != 0xFF:
            raise ValueError("there is no marker where one must be")
        marker = content[at + 1]
        end = at + 2
        if marker not in (0x01, 0xD9, *range(0xD0, 0xD9)):
            end += int.from_bytes(content[end : end + 2], "big")
            if end < at + 4 or end > len(content):
                raise ValueError("the file ends inside a segment")
        if marker == 0xDA:
            found = NEXT_MARKER.search(content, end)
            if not found:
                raise ValueError("the file ends inside the pixels")
            end = found.start()
        yield marker, content[at:end]
        at = end


def _jpeg(content: bytes) -> Header:
    found: Header | None = None
    scans = 0
    for marker, part in _jpeg_parts(content):
        if marker in SIZES and not found:
            height, width = struct.unpack_from(">HH", part, 5)
            found = Header(width, height)
        scans += marker == 0xDA
    if not found or not 0 < scans <= MOST_SCANS:
        raise ValueError("there is no picture in the JPEG, or more than one over the other")
    return found


def _bare_jpeg(content: bytes) -> Iterator[bytes]:
    parts = list(_jpeg_parts(content))
    pieces = [part for marker, part in parts if marker == 0xE2 and part[4:16] == JPEG_PROFILE]
    # In what order they are joined stands behind their name.
    profile = b"".join(piece[18:] for piece in sorted(pieces, key=lambda piece: piece[16:17]))
    for marker, part in parts:
        begins, length = JPEG_KEPT.get(marker, (b"-", 0))
        if part[4:].startswith(begins):
            short = part[4:length] if marker != 0xE0 else part[4 : length - 2] + bytes(2)
            yield part[:2] + struct.pack(">H", len(short) + 2) + short
        elif pieces and part is pieces[0]:
            yield from _jpeg_profile(profiles.bare(profile))
        elif not _is_told(marker):
            yield part


def _jpeg_profile(profile: bytes) -> Iterator[bytes]:
    each = 65_000
    pieces = [profile[at : at + each] for at in range(0, len(profile), each)]
    for number, piece in enumerate(pieces, 1):
        told = JPEG_PROFILE + bytes([number, len(pieces)]) + piece
        yield b"\xff\xe2" + struct.pack(">H", len(told) + 2) + told


def _is_told(marker: int) -> bool:
    """Whether a segment is nothing that a picture is made of: notes, and what no program writes."""
    return marker == 0xFE or 0xE0 <= marker <= 0xEF or 0xF0 <= marker <= 0xFD or marker <= 0xBF


@_bounded
def _gif_parts(content: bytes) -> Iterator[tuple[str, bytes]]:
    """`screen`, `frame`, `control`, `told` and `end`, with their bytes."""
    at = 13 + _gif_table(content[10])
    yield "screen", content[:at]
    while content[at] != 0x3B:
        start = at
        if content[at] == 0x2C:
            kind = "frame"
            at = _gif_blocks(content, at + 11 + _gif_table(content[at + 9]))
        elif content[at] == 0x21:
            label, name = content[at + 1], content[at + 3 : at + 14]
            loops = label == 0xFF and name == b"NETSCAPE2.0"
            kind = "control" if label == 0xF9 or loops else "told"
            at = _gif_blocks(content, at + 2)
        else:
            raise ValueError("there is no block where one must be")
        yield kind, content[start:at]
    yield "end", b";"


def _gif_table(flags: int) -> int:
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _gif_blocks(content: bytes, at: int) -> int:
    while length := content[at]:
        at += 1 + length
    return at + 1


def _gif(content: bytes) -> Header:
    width, height = struct.unpack_from("<HH", content, 6)
    frames = [part for kind, part in _gif_parts(content) if kind == "frame"]
    if not frames:
        raise ValueError("there is no picture in the GIF")
    # A frame larger than the screen it is shown on would be drawn all the same.
    for frame in frames:
        left, top, across, down = struct.unpack_from("<HHHH", frame, 1)
        width, height = max(width, left + across), max(height, top + down)
    return Header(width, height, len(frames) > 1)


@_bounded
def _webp_chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    end = 8 + int.from_bytes(content[4:8], "little")
    if end > len(content):
        raise ValueError("the file ends too early")
    at = 12
    while at < end:
        kind, length = struct.unpack_from("<4sI", content, at)
        if at + 8 + length > end:
            raise ValueError("the file ends inside a chunk")
        yield kind, content[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def _webp(content: bytes) -> Header:
    chunks = dict(reversed(list(_webp_chunks(content))))
    # The frames of an animation say nothing of the canvas they move on.
    if not chunks.keys() & {b"VP8 ", b"VP8L", b"ANMF" if b"VP8X" in chunks else b""}:
        raise ValueError("there is no picture in the WebP")
    if b"VP8X" in chunks:
        canvas = chunks[b"VP8X"]
        width, height = (int.from_bytes(canvas[at : at + 3], "little") + 1 for at in (4, 7))
        return Header(width, height, b"ANMF" in chunks)
    if b"VP8L" in chunks:
        (bits,) = struct.unpack_from("<I", chunks[b"VP8L"], 1)
        return Header((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    width, height = struct.unpack_from("<HH", chunks[b"VP8 "], 6)
    return Header(width & 0x3FFF, height & 0x3FFF)


def _bare_webp(content: bytes) -> bytes:
    chunks = list(_webp_chunks(content))
    profile = b"".join(profiles.bare(part) for kind, part in chunks if kind == b"ICCP")
    # The flags that announce EXIF and XMP, which are gone, and a profile, which may be.
    unsaid = 0x0C if profile else 0x2C
    kept = b""
    for kind, part in chunks:
        if kind not in WEBP_KEPT or (kind == b"ICCP" and not profile):
            continue
        silent = bytes([part[0] & ~unsaid]) + part[1:] if kind == b"VP8X" else part
        silent = profile if kind == b"ICCP" else silent
        kept += struct.pack("<4sI", kind, len(silent)) + silent + b"\x00" * (len(silent) % 2)
    return b"RIFF" + struct.pack("<I", len(kept) + 4) + b"WEBP" + kept
