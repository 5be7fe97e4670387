"""Where an entry of a TOML file stands, and what it says as a person would write it."""

from __future__ import annotations

import datetime as dt
import re

from pipeline.errors import Location

LONGEST = 60
"""Letters of a value that are shown."""
_TABLE = re.compile(r"[ \t]*\[\[?[ \t]*([^\]\n]+?)[ \t]*\]")
_KEY = re.compile(r"[ \t]*(\"[^\"\n]*\"|'[^'\n]*'|[\w-]+)[ \t]*[.=]")


class Entries:
    """The lines of a file that declares something, by the names in it.

    >>> from pathlib import PurePath
    >>> where = Location(PurePath("a.toml"))
    >>> told = Entries('title = "a"\\n[[output]]\\n[[output]]\\nname = "b"', where)
    >>> [str(told.at(*one)) for one in (("", "title"), ("output", "name", 2), ("section",))]
    ['a.toml:1', 'a.toml:4', 'a.toml']
    """

    def __init__(self, written: str, where: Location) -> None:
        self._where = where
        self._lines: dict[tuple[str, str, int], int] = {}
        table, times = "", {"": 1}
        for number, line in enumerate(written.split("\n"), start=1):
            if found := _TABLE.match(line):
                table = ".".join(part.strip().strip("\"'") for part in found[1].split("."))
                times[table] = times.get(table, 0) + 1
                self._lines[table, "", times[table]] = number
            elif found := _KEY.match(line):
                key = found[1].strip("\"'")
                self._lines.setdefault((table, key, times[table]), number)

    def at(self, table: str = "", key: str = "", number: int = 1) -> Location:
        """The line of a key, or else of its table, or else the file."""
        line = self._lines.get((table, key, number)) or self._lines.get((table, "", number))
        return Location(self._where.path, line) if line else self._where


def shown(value: object) -> str:
    """
    >>> shown(True), shown(dt.date(2025, 1, 1)), shown("a")
    ('true', '2025-01-01', "'a'")
    """
    told = repr(value)
    if isinstance(value, bool):
        told = told.lower()
    elif isinstance(value, (dt.date, dt.time)):
        told = value.isoformat()
    return told if len(told) <= LONGEST else f"{told[: LONGEST - 3]}…"


_STUMBLES = (
    (
        "Cannot overwrite a value",
        "the name of this line stands above it, too",
        "take one of the two out",
    ),
    ("Cannot declare", "this table stands above it, too", "bring the two together"),
    ("Illegal character '\\n'", "a quotation mark is not closed", 'end the words with  "'),
)
"""What the reader of TOML says of what designers do most."""


def stumbled(told: str) -> tuple[str, str]:
    """What is wrong, and what to do.

    >>> stumbled("Cannot overwrite a value (at line 2, column 9)")
    ('the name of this line stands above it, too', 'take one of the two out')
    """
    for sign, message, remedy in _STUMBLES:
        if told.startswith(sign):
            return message, remedy
    return f"cannot be read: {told}", "correct the line"
