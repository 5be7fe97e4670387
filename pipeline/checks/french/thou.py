"""Orders to one person where French readers are many: *Choisis* in a text that says *vous*."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from pipeline.checks.french import dictionary
from pipeline.checks.french.dictionary import ONE, OTHER, adjectival
from pipeline.checks.french.phrases import phrases
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, Mark, Sheet

_YOU = frozenset("vous votre vos".split())
_THOU = frozenset("tu te toi ton ta tes".split())
_BEHIND = frozenset("le la les l’ l' un une des ce cet cette ces nos tous toutes".split())
_SECOND = ONE >> 1


def orders(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """`Choisis des lampes. Fixez-les aussi bas que vous le pouvez.`"""
    for sheet in sheets:
        if sheet.language[:2] != "fr" or "vous" not in sheet.reading.lowered:
            continue
        words = sheet.reading.words
        if sum(map(words.count, _YOU)) <= sum(map(words.count, _THOU)):
            continue
        ordered = set(filter(_is_second, sheet.reading.vocabulary))
        for block, start, text, phrase in phrases(sheet, register) if ordered else ():
            if phrase.words[0] not in ordered or phrase.word(1) not in _BEHIND:
                continue
            begin = start + phrase.place(text, 0)
            if block.is_own(begin) and block.is_said(begin):
                yield block.mark(
                    "X142", begin, begin + len(phrase.first),
                    f"{phrase.first!r} speaks to one reader, 'vous' elsewhere to all",
                    "write the form in -ez", NOTE,
                )  # fmt: skip


@functools.lru_cache(maxsize=1 << 13)
def _is_second(word: str) -> bool:
    """Whether it is a verb of the second person, and nothing besides.

    >>> _is_second("choisis"), _is_second("choisit"), _is_second("avis")
    (True, False, False)
    """
    if word[-1] not in "es":
        return False
    mask = dictionary.of(word)
    is_second = mask & _SECOND and not mask & (ONE | OTHER)
    return bool(is_second and not adjectival(mask) & 0b0011)
