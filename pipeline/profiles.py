"""ICC profiles that came with a picture: what turns its colours, and none of their words."""

from __future__ import annotations

import struct

LARGEST = 4_000_000
"""Bytes; the profile of a press has half a million, or two."""
MOST_TAGS = 100
_SPACES = (b"RGB ", b"GRAY", b"CMYK", b"Lab ")
_COLOURS = frozenset(
    b"A2B0 A2B1 A2B2 A2B3 B2A0 B2A1 B2A2 B2A3 D2B0 D2B1 D2B2 D2B3 B2D0 B2D1 B2D2 B2D3 bTRC gTRC"
    b" rTRC kTRC bXYZ gXYZ rXYZ wtpt bkpt chad chrm cicp gamt lumi meas pre0 pre1 pre2 vcgt".split()
)
"""Tags of figures; all others are words, or somebody's own."""
_FIGURES = (
    *(b"XYZ ", b"curv", b"para", b"sf32", b"mft1", b"mft2", b"mAB ", b"mBA ", b"mpet"),
    *(b"chrm", b"cicp", b"meas", b"vcgt"),
)
_NAME = b"colours"
"""What a reader of profiles wants to be told: each must have a name and terms."""


def bare(profile: bytes) -> bytes:
    """The profile with its figures only; nothing, if it is none, or larger than any.

    >>> bare(b"The harbour closes in June."), bare(b"")
    (b'', b'')
    """
    try:
        tags = _tags(profile)
    except (ValueError, struct.error):
        return b""
    is_late = profile[8] >= 4
    kept = {name: data for name, data in tags.items() if name in _COLOURS and data[:4] in _FIGURES}
    kept |= {b"desc": _said(is_late, b"desc"), b"cprt": _said(is_late, b"text")}
    return _bound(profile[:128], dict(sorted(kept.items())))


def _tags(profile: bytes) -> dict[bytes, bytes]:
    if not 132 <= len(profile) <= LARGEST or profile[36:40] != b"acsp":
        raise ValueError("this is no ICC profile")
    if profile[16:20] not in _SPACES:
        raise ValueError("no picture has such colours")
    (count,) = struct.unpack_from(">I", profile, 128)
    if count > MOST_TAGS:
        raise ValueError("no profile has so many tags")
    found: dict[bytes, bytes] = {}
    for number in range(count):
        name, start, length = struct.unpack_from(">4sII", profile, 132 + 12 * number)
        if start + length > len(profile):
            raise ValueError("the profile ends too early")
        found[name] = profile[start : start + length]
    return found


def _said(is_late: bool, kind: bytes) -> bytes:
    """A text as the fourth edition of the standard has it, or the second."""
    if is_late:
        text = _NAME.decode().encode("utf-16-be")
        return struct.pack(">4sIII4sII", b"mluc", 0, 1, 12, b"enUS", len(text), 28) + text
    if kind == b"text":
        return struct.pack(">4sI", b"text", 0) + _NAME + b"\0"
    # Once more in Unicode and for old Macs, which are empty.
    told = _NAME + b"\0"
    return struct.pack(">4sII", b"desc", 0, len(told)) + told + bytes(4 + 4 + 2 + 1 + 67)


def _bound(head: bytes, tags: dict[bytes, bytes]) -> bytes:
    """Curves that three colours share stand in it once."""
    table, body, places = b"", b"", dict[bytes, int]()
    start = 132 + 12 * len(tags)
    for name, data in tags.items():
        if data not in places:
            places[data] = start + len(body)
            body += data + bytes(-len(data) % 4)
        table += struct.pack(">4sII", name, places[data], len(data))
    whole = head[4:84] + bytes(44) + struct.pack(">I", len(tags)) + table + body
    return struct.pack(">I", len(whole) + 4) + whole
