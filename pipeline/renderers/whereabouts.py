"""Where in the sources the words of a page were written."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pipeline.errors import Finding, Location
from pipeline.model.editions import Edition, Publication
from pipeline.model.sources import Source
from pipeline.model.texts import Text

WORD = re.compile(r"\S+")
# What Markdown's marks and the typesetter's customs add to the words that a writer typed.
MARKS = str.maketrans({**dict.fromkeys("*_`\\|", None), "’": "'", "\u00a0": " ", "\u202f": " "})
MOST = 5
"""Of the same fault, so many places are told."""


def of(edition: Edition, sought: str) -> tuple[Location, ...]:
    """Every line that has what is sought: a letter, a name between brackets, an address."""
    lines = [where for where, words in _lines(edition) if sought in words]
    return tuple(dict.fromkeys(lines or _texts(edition, sought)))[:MOST]


def of_words(edition: Edition, words: str) -> tuple[Location, ...]:
    """The line that most of the words were typed on, as far as that can be told."""
    wanted = [_plain(word) for word in WORD.findall(words)]
    best: tuple[int, Location | None] = (0, None)
    for where, line in _lines(edition):
        typed = _plain(line)
        score = sum(len(word) for word in wanted if word in typed)
        if score > best[0]:
            best = (score, where)
    # Half of it may be a number that the page gave it, or stand on the next line.
    if best[1] and best[0] * 2 >= sum(map(len, wanted)):
        return (best[1],)
    return tuple(_texts(edition, words.strip()))[:1]


def of_picture(edition: Edition, name: str) -> tuple[Location, ...]:
    """Where a picture is asked for: by a line of a text, or by a key of its head."""
    named = of(edition, f"({name}") or of(edition, name)
    if named:
        return named
    sources = [source for source in _values(edition) if isinstance(source, Source)]
    keys = [
        source.at(key)
        for source in sources
        for key in ("image", "images")
        if name in {picture.name for picture in _pictures(getattr(source, key, None))}
    ]
    known = [picture.where for picture in edition.pictures if picture.name == name]
    return tuple(dict.fromkeys(keys or known))[:MOST]


def _plain(words: str) -> str:
    return unicodedata.normalize("NFC", words).translate(MARKS).casefold()


def _pictures(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,) if value else ()


def _lines(edition: Edition) -> Iterator[tuple[Location, str]]:
    for source in _values(edition):
        if isinstance(source, Source):
            for number, line in enumerate(source.markdown.split("\n"), source.body_line):
                if line.strip():
                    yield Location(source.where.path, number), line


def _texts(edition: Edition, sought: str) -> Iterator[Location]:
    """Titles, captions, values of YAML files."""
    for text in _values(edition):
        if isinstance(text, Text) and text.where.line and sought in text.plain:
            yield text.where


def _values(value: Any) -> Iterator[Any]:
    """Every source and text inside a value, the outer ones first."""
    if isinstance(value, (Source, Text)):
        yield value
    if isinstance(value, (Finding, Publication, Location)):
        return
    if dataclasses.is_dataclass(value):
        inside: Iterable[Any] = (getattr(value, field.name) for field in dataclasses.fields(value))
    elif isinstance(value, Mapping):
        inside = value.values()
    elif isinstance(value, (list, tuple)):
        inside = value
    else:
        return
    for item in inside:
        yield from _values(item)
