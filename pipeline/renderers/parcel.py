"""Files in a ZIP that depends on nothing but them: no clock, no machine, no order of writing."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Mapping

EPOCH = (1980, 1, 1, 0, 0, 0)
PERMISSIONS = 0o100644 << 16


def pack(files: Mapping[str, bytes]) -> bytes:
    """The files by their names, in the order of the names."""
    parcel = io.BytesIO()
    with zipfile.ZipFile(parcel, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = PERMISSIONS
            entry.create_system = 3
            made.writestr(entry, files[name])
    return parcel.getvalue()


def repack(content: bytes) -> bytes:
    """A ZIP that a library made, without its time and its whims.

    >>> repack(pack({"b": b"2", "a": b"1"})) == pack({"a": b"1", "b": b"2"})
    True
    """
    return pack(unpack(content))


def unpack(content: bytes) -> dict[str, bytes]:
    """The files of a ZIP, by their names."""
    with zipfile.ZipFile(io.BytesIO(content)) as made:
        return {name: made.read(name) for name in made.namelist()}


def still_workbook(content: bytes, date: dt.date) -> bytes:
    """The table behind a chart, made on *date* rather than at this moment."""
    parts = unpack(content)
    moment = rb"\g<1>%sT00:00:00Z<" % date.isoformat().encode()
    told = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*<")
    parts["docProps/core.xml"] = told.sub(moment, parts["docProps/core.xml"])
    return pack(parts)
