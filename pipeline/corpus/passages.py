"""The texts of a source: its body, or a passage of it, with the place of each line."""

from __future__ import annotations

from typing import Any

from pipeline.corpus.reader import Reader
from pipeline.corpus.versions import Version
from pipeline.errors import Location
from pipeline.model.texts import NO_TEXT, Text

HEADING = {
    "news": 4,
    "release": 2,
    "section": 3,
    "kit": 3,
    "manifesto": 3,
    "chapter": 4,
    "issue": 2,
}
"""The level at which the headings inside a body begin, below the page's own."""


def body(version: Version, reader: Reader, anchors: str = "") -> Text:
    level = HEADING.get(version.found.kind, 2)
    return passage(version, reader, version.body, version.body_where, level, anchors)


def passage(
    version: Version,
    reader: Reader,
    source: str,
    where: Location,
    heading: int,
    anchors: str = "",
    definitions: str = "",
) -> Text:
    if not source.strip():
        return NO_TEXT
    if not version.is_wanted:
        reader.resolved(source, version.language, where)
        return NO_TEXT
    known = reader.resolved(definitions, version.language, where)
    shared: dict[str, Any] = {"definitions": known} if known else {}
    shared |= {} if version.is_placed else {"is_placed": False}
    return reader.block(source, version.language, where, heading=heading, anchors=anchors, **shared)


def line(version: Version, line: int) -> Location:
    """The place of the *line*-th line (from 1) of the body."""
    return Location(version.body_where.path, (version.body_where.line or 1) + line - 1, 1)
