"""Tables of forms: where one of them stands in a text, and what is said of it there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from pipeline.checks.concordance import Form, Forms, spelt
from pipeline.checks.sheet import OBJECT, WARNING, Block, Mark, Sheet
from pipeline.errors import Level
from pipeline.frozen import commonplace
from pipeline.sought import sought

Right = TypeVar("Right")


@commonplace(frozen=True, slots=True)
class Place(Generic[Right]):
    """Where a form stands; what it is about is its last group, or all of it."""

    block: Block
    found: re.Match[str]
    right: Right
    """What the table says would be right."""
    at: int = 0
    """Where in the block the passage begins that was read."""

    @property
    def words(self) -> str:
        return self.found[self._group]

    @property
    def start(self) -> int:
        return self.at + self.found.start(self._group)

    @property
    def end(self) -> int:
        return self.at + self.found.end(self._group)

    @property
    def _group(self) -> int:
        return self.found.lastindex or 0

    @property
    def is_own(self) -> bool:
        """Whether these are the author's own words: no link, no italics, no quotation."""
        return self.block.is_own(self.start)

    @property
    def is_of_sentence(self) -> bool:
        """Whether they are the author's own, or stand in a link whose words are no title."""
        link = self.block.link_at(self.start)
        if link and not self.block.text[link.start : link.end][:1].islower():
            return False
        return self.block.is_said(self.start)

    @property
    def is_plain(self) -> bool:
        """Whether they are of the text's language, and no link."""
        return not (self.block.is_foreign(self.start) or self.block.link_at(self.start))

    @property
    def is_whole(self) -> bool:
        """Whether nothing stands among them that is no text."""
        return OBJECT not in self.found[0]

    def mark(
        self,
        code: str,
        message: str,
        remedy: str,
        level: Level = WARNING,
        instead: str | None = None,
    ) -> Mark:
        return self.block.mark(code, self.start, self.end, message, remedy, level, instead)

    def mistaken(self, code: str, right: str, level: Level = WARNING) -> Mark:
        """The mark on a word that was taken for another one."""
        message = f"{self.words.strip('-')!r} is not what was meant here"
        return self.mark(code, message, f"write {right}", level)


def table(rows: Iterable[tuple[Right, str, str]]) -> Forms[Right]:
    """Each row: what is right, words of which one of each kind is in it, where it is wrong.

    For words that are none (`%`), one of their letters is.
    """
    return Forms([_form(*row) for row in rows])


def _form(right: Right, words: str, form: str) -> Form[Right]:
    small = words.lower()
    # Hundreds of forms are made at every start: this tells letters without any.
    if small != words.upper():
        return Form(spelt(small), sought(form), right)
    return Form((), sought(form), right, words)


def _may_stand(form: Form[Right], text: str) -> bool:
    return not form.letters or any(map(text.__contains__, form.letters))


def is_running(block: Block) -> bool:
    """Whether it is prose: a table may hold some, too."""
    return block.is_prose or (block.kind == "cell" and len(block.words) >= _SENTENCE)


_SENTENCE = 12
"""So many words make a cell of a table a sentence."""


def is_lined(block: Block) -> bool:
    """Whether it is written in lines: no cell of a table, and not in capitals throughout."""
    return block.kind != "cell" and not block.is_capitals


def in_blocks(
    sheet: Sheet,
    forms: Forms[Right],
    language: str,
    reads: Callable[[Block], bool] = is_running,
) -> Iterator[Place[Right]]:
    """The places in the blocks of *language*, of those that are read."""
    for block, near in sheet.blocks_in(language).near(forms):
        for one in near if reads(block) else ():
            if _may_stand(one, block.text):
                for found in one.form.finditer(block.text):
                    yield Place(block, found, one.right)


def in_block(block: Block, forms: Forms[Right]) -> Iterator[Place[Right]]:
    """The same for one block and whole words: no concordance is made for what is read once."""
    words = block.vocabulary
    for one in forms.likely(words):
        if _may_stand(one, block.text) and not any(map(words.isdisjoint, one.signs)):
            for found in one.form.finditer(block.text):
                yield Place(block, found, one.right)


def in_sentences(
    sheet: Sheet,
    forms: Forms[Right],
    language: str,
    reads: Callable[[Block], bool] = is_running,
) -> Iterator[Place[Right]]:
    """The same, sentence by sentence: fewer have a word of each kind in them."""
    for (block, sentence), near in sheet.phrases_in(language).near(forms):
        for one in near if reads(block) else ():
            if _may_stand(one, sentence.text):
                for found in one.form.finditer(sentence.text):
                    yield Place(block, found, one.right, sentence.start)
