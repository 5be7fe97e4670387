"""Words that hardly ever stand side by side where all is right."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.english import grammar
from pipeline.checks.register import Register
from pipeline.checks.sheet import Mark, Sheet


def x154_words_that_never_meet(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*We need to able to see*, *the event be held*: in millions of words nobody has put these
    side by side, but where a word was wrong.
    Remedy: read the sentence aloud: a word may be missing, wrong, or one too many."""
    yield from grammar.marks(sheet, grammar.STRANGERS)
