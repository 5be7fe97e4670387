"""Words that no dictionary of French has, and that are one slip away from some it has."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.english import words as english
from pipeline.checks.french import letters
from pipeline.checks.french.peoples import is_people
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, Mark, Sheet

_NEW = frozenset("covid chatbot chatbots podcast podcasts visio toustes ariane".split())


def doubtful(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Sciècle*, *buget*: who knows the word leaves it; the others look it up."""
    for block, start, word in letters.unknown(sheet, register, with_links=True):
        if not word.islower() or english.knows(word) or word in _NEW or is_people(word):
            continue
        if (letters.lettered(word) or letters.corrected(word)) and block.is_own(start):
            continue  # It is told as what it is.
        near = (*letters.lettered(word), letters.corrected(word), *letters.guessed(word))
        found = list(dict.fromkeys(filter(None, near)))[: letters.MOST]
        if found and not letters.is_of_the_house(word, register):
            yield block.mark(
                "X118", start, start + len(word), f"{word!r} is in no dictionary of French",
                f"write {' or '.join(found)}, if that was meant", NOTE,
            )  # fmt: skip
