"""One file as a proofreader has it on the desk: its letters, and what may be marked on them."""

from __future__ import annotations

import datetime as dt
from array import array
from bisect import bisect_right
from collections.abc import Set
from dataclasses import field
from functools import cached_property
from pathlib import PurePath
from typing import Any

from pipeline.checks.concordance import Concordance
from pipeline.checks.pencil import ERROR as ERROR
from pipeline.checks.pencil import NOTE as NOTE
from pipeline.checks.pencil import WARNING as WARNING
from pipeline.checks.pencil import Mark as Mark
from pipeline.checks.sentences import Reading
from pipeline.checks.sentences import Sentence as Sentence
from pipeline.errors import Finding, Level, Location
from pipeline.frozen import commonplace, mutable

OBJECT = "\ufffc"
"""Stands in a text for what is no text: code, a picture, an address, a look-up."""
_SAID = 6
"""So many spaces are in what somebody says, not in a title."""


@commonplace(frozen=True, slots=True)
class Address:
    """An address as it was typed: a link's target, a bare URL, an e-mail address."""

    text: str
    start: int
    """Where in the source of the sheet it begins."""
    kind: str
    """`target` of a link, `bare`, `pointed` (in angle brackets), `key` (in the front matter)."""
    label: str = ""


@mutable(kw_only=True, eq=False, repr=False)
class Sheet:
    """A source, or a page of YAML, cut into blocks; every block knows its lines."""

    path: PurePath
    source: str
    kind: str = ""
    slug: str = ""
    group: str = ""
    """The folder of a chapter or a part of a kit."""
    language: str = "en"
    date: dt.date | None = None
    is_dated: bool = False
    """Whether the date is the text's own: news, releases, issues."""
    event: str = ""
    """The agenda entry it is about."""
    body_start: int = 0
    blocks: list[Block] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)
    """Those of the keys; a block has its own."""
    keys: dict[str, str] = field(default_factory=dict)
    identifiers: set[str] = field(default_factory=set)
    noted: dict[str, Any] = field(default_factory=dict, repr=False)
    """What one check worked out and the next one asks again."""
    is_one_of_few: bool = False
    """Whether there is room for what can be found again in its blocks."""
    is_forgotten: bool = False

    def forget(self) -> None:
        """Lets go of what can be found again, and keeps no word of it unless there is room."""
        self.noted.clear()
        self.is_forgotten = not self.is_one_of_few
        for block in self.blocks if self.is_forgotten else ():
            block._reading = None

    @property
    def reading(self) -> Reading:
        """All its blocks at once: most words that a check looks for are in none of them."""
        if "reading" in self.noted:
            return self.noted["reading"]  # type: ignore[no-any-return]
        reading = Reading("\n".join([block.text for block in self.blocks]))
        if not self.is_forgotten:
            self.noted["reading"] = reading
        return reading

    def blocks_in(self, language: str) -> Concordance[Block]:
        """The words of the blocks of a language."""
        key = f"blocks {language}"
        if key not in self.noted:
            told = [block for block in self.blocks if block.language[:2] == language]
            self.noted[key] = Concordance(told, lambda block: block.vocabulary)
        return self.noted[key]  # type: ignore[no-any-return]

    def phrases_in(self, language: str) -> Concordance[tuple[Block, Sentence]]:
        """The words of each sentence in the blocks of a language."""
        key = f"phrases {language}"
        if key not in self.noted:
            told = [(b, one) for b in self.blocks_in(language).passages for one in b.sentences]
            self.noted[key] = Concordance(told, lambda phrase: phrase[1].letters)
        return self.noted[key]  # type: ignore[no-any-return]

    def saying(self, *parts: str) -> list[Block]:
        """The blocks in which one of *parts*, in small letters, stands."""
        lowered = self.reading.lowered
        found = [part for part in parts if part in lowered]
        return [block for block in self.blocks if block.says(*found)] if found else []

    def naming(self, words: frozenset[str]) -> list[Block]:
        """The blocks in which one of *words*, in small letters, stands as a word."""
        found = self.reading.vocabulary & words
        if not found:
            return []
        return [block for block in self.blocks if not block.vocabulary.isdisjoint(found)]

    @cached_property
    def starts(self) -> array[int]:
        starts = array("I", [0])
        position = self.source.find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = self.source.find("\n", position + 1)
        return starts

    def where(self, position: int) -> Location:
        line = bisect_right(self.starts, position)
        return Location(self.path, line, position - self.starts[line - 1] + 1)

    def line_of(self, position: int) -> str:
        line = bisect_right(self.starts, position)
        start = self.starts[line - 1]
        end = self.source.find("\n", start)
        return self.source[start : end if end >= 0 else len(self.source)]

    def mark(
        self,
        code: str,
        start: int,
        end: int,
        message: str,
        remedy: str,
        level: Level = WARNING,
        instead: str | None = None,
    ) -> Mark:
        """A mark on letters of the source itself."""
        line = self.line_of(start)
        left = start - self.starts[bisect_right(self.starts, start) - 1]
        finding = Finding(code, message, remedy, self.where(start), level)
        right = min(left + end - start, len(line))
        return Mark(
            finding=finding,
            start=start,
            end=end,
            instead=instead,
            excerpt=line[:400],
            word=(left, right),
        )

    @cached_property
    def prose(self) -> list[Block]:
        """The blocks that are running text."""
        return [block for block in self.blocks if block.is_prose]


@commonplace(frozen=True, slots=True)
class Anchor:
    """The words of a link, in the block's text."""

    start: int
    end: int
    url: str
    at: int
    """Where in the source the address begins."""


@mutable(kw_only=True, slots=True, eq=False, repr=False)
class Block:
    """A paragraph, an item, a cell: its text, and where in the source each letter stands."""

    sheet: Sheet
    kind: str
    """`paragraph`, `item`, `heading`, `quote`, `cell` or `field`."""
    fragments: list[tuple[int, int]]
    """Its lines in the source, without indents and markers."""
    level: int = 0
    """Of a heading; of an item, its depth."""
    marker: str = ""
    run: int = 0
    """Which list an item stands in."""
    key: str = ""
    language: str = ""
    section: str = ""
    """The heading it stands under."""
    text: str = ""
    links: tuple[Anchor, ...] = ()
    addresses: tuple[Address, ...] = ()
    lookups: tuple[tuple[int, str], ...] = ()
    foreign: tuple[tuple[int, int, str], ...] = ()
    """Stretches of the text that are marked with `{lang=…}`."""
    emphasis: tuple[tuple[int, int], ...] = ()
    italics: tuple[tuple[int, int], ...] = ()
    """The emphasis that may be a title or a foreign word; bold words are the author's own."""
    follows: bool = False
    """Whether more of the same item or quotation stands above it."""
    pictures: int = 0
    notes: int = 0
    """How many footnotes it calls."""
    _pieces: tuple[tuple[int, int], ...] = field(default=(), repr=False)
    """Where in the text a piece begins, and where in the source."""
    _reading: Reading | None = field(default=None, repr=False, compare=False)

    def at(self, position: int) -> int:
        """The place in the source of a letter of the text."""
        index = bisect_right(self._pieces, (position, 1 << 60)) - 1
        if index < 0:
            return self.fragments[0][0]
        start, source = self._pieces[index]
        return source + position - start

    @property
    def is_prose(self) -> bool:
        return self.kind in ("paragraph", "item", "quote")

    @property
    def start(self) -> int:
        return self.fragments[0][0]

    @property
    def raw(self) -> str:
        return self.sheet.source[self.fragments[0][0] : self.fragments[-1][1]]

    def mark(
        self,
        code: str,
        start: int,
        end: int,
        message: str,
        remedy: str,
        level: Level = WARNING,
        instead: str | None = None,
    ) -> Mark:
        first = self.at(start)
        last = self.at(end - 1) + 1 if end > start else first
        sentence = self.around(start)
        word = (start - sentence.start, min(end, sentence.end) - sentence.start)
        # A look-up or a picture is one letter to us, and none to whoever reads this.
        message, remedy = message.replace(OBJECT, "…"), remedy.replace(OBJECT, "…")
        finding = Finding(code, message, remedy, self.sheet.where(first), level)
        # A replacement must meet exactly the letters that were read.
        if instead is not None and self.sheet.source[first:last] != self.text[start:end]:
            instead = None
        return Mark(
            finding=finding,
            start=first,
            end=max(last, first),
            instead=instead,
            excerpt=sentence.text,
            word=word,
        )

    def around(self, position: int) -> Sentence:
        for sentence in self.sentences:
            if sentence.start <= position < sentence.end:
                return sentence
        return Sentence(self.text, 0)

    @property
    def reading(self) -> Reading:
        if self._reading:
            return self._reading
        reading = Reading(self.text)
        if not self.sheet.is_forgotten:
            self._reading = reading
        return reading

    @property
    def sentences(self) -> list[Sentence]:
        return self.reading.sentences

    @property
    def lowered(self) -> str:
        return self.reading.lowered

    @property
    def words(self) -> list[str]:
        return self.reading.words

    @property
    def letters(self) -> list[str]:
        return self.reading.letters

    @property
    def vocabulary(self) -> frozenset[str]:
        return self.reading.vocabulary

    @property
    def has_figures(self) -> bool:
        return self.reading.has_figures

    @property
    def is_capitals(self) -> bool:
        return self.reading.is_capitals

    def says(self, *parts: str) -> bool:
        """Whether one of *parts*, in small letters, stands in it: cheaper than any form."""
        return any(map(self.reading.lowered.__contains__, parts))

    def has_word(self, words: Set[str]) -> bool:
        """Whether one of *words*, in small letters, stands in it."""
        return not self.vocabulary.isdisjoint(words)

    def link_at(self, position: int) -> Anchor | None:
        return next((a for a in self.links if a.start <= position < a.end), None)

    def is_own(self, position: int) -> bool:
        """Whether these are the author's own words: no title, no italics, no quotation."""
        link = self.link_at(position)
        # A title has its capital; `[what all of us say](…)` is a part of the sentence.
        is_title = link and not self.text[link.start : link.start + 1].islower()
        return not is_title and self.is_said(position)

    def is_said(self, position: int) -> bool:
        """The same, but for links: whoever links half a sentence has written it."""
        if self.is_foreign(position):
            return False
        if any(start <= position < end for start, end in self.italics):
            return False
        return not self._open_quotation(position)

    def is_quoted(self, position: int) -> bool:
        """Whether somebody says them, in sentences of his own: who translated these can mend it."""
        opened = self._open_quotation(position)
        if not opened or self.link_at(position) or self.is_foreign(position):
            return False
        if any(start <= position < end for start, end in self.italics):
            return False
        begin = self.text.rfind(opened, 0, position) + 1
        end = self.text.find('"' if opened == '"' else "”", position)
        said = self.text[begin : end if end > 0 else None]
        return said[:1].isupper() and said.count(" ") >= _SAID

    def _open_quotation(self, position: int) -> str:
        """The mark that opened a quotation which has not ended there."""
        before = self.text[:position]
        if before.count('"') % 2:
            return '"'
        return "“" if before.count("“") > before.count("”") else ""

    def is_foreign(self, position: int) -> bool:
        return any(start <= position < end for start, end, _ in self.foreign)
