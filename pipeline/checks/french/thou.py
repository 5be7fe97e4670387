"""Orders to one person where French readers are many: *Choisis* in a text that says *vous*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.checks.french import dictionary
from pipeline.checks.french.dictionary import ONE, OTHER, VERB, adjectival
from pipeline.checks.french.phrases import Phrase, phrases
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, Mark, Sheet

_YOU = frozenset("vous votre vos".split())
_THOU = frozenset("tu te toi ton ta tes".split())
_BEHIND = frozenset("le la les l’ l' un une des ce cet cette ces nos tous toutes".split())
_SECOND = ONE >> 1


def orders(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """`Choisis des lampes. Fixez-les aussi bas que vous le pouvez.`"""
    for sheet in sheets:
        words = sheet.reading.words
        if sum(map(words.count, _YOU)) <= sum(map(words.count, _THOU)):
            continue
        for block, start, text, phrase in phrases(sheet, register):
            begin = start + phrase.place(text, 0)
            if _is_order(phrase) and block.is_own(begin) and block.is_said(begin):
                yield block.mark(
                    "X142", begin, begin + len(phrase.first),
                    f"{phrase.first!r} speaks to one reader, 'vous' elsewhere to all",
                    "write the form in -ez", NOTE,
                )  # fmt: skip


def _is_order(phrase: Phrase) -> bool:
    mask = dictionary.of(phrase.words[0])
    is_second = mask & _SECOND and not mask & (ONE | OTHER) and mask & VERB
    return bool(is_second and phrase.word(1) in _BEHIND and not adjectival(mask) & 0b0011)
