"""Capitals that a sentence does not ask for."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.checks.forms import Spot, place, times
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, OBJECT, Block, Mark, Sheet
from pipeline.checks.structure import is_references
from pipeline.sought import sought

_RAISED = sought(r"(?:(?<=[a-z] )|(?<=[a-z], ))[A-Z][a-z]{2,}(?:-[a-z]+)* [a-z]{3,}(?![\w’'@/-])")
"""Within a sentence, a capital and a word in small letters: *by Police officers*."""
_SMALL_WORDS = "The|Of|And|For|From|In|To|On|With|At|By|An"
_RUN = sought(r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){4,}")
_LITTLE = sought(rf"(?<=[a-z] )(?:{_SMALL_WORDS}) (?=[A-Z])")
_SHOUTED = sought(r"(?<![\w-])[A-Z]{3,}(?: [A-Z]{2,}){2,}(?![\w-])")
_OFTEN = 3
_NO_CAPITAL = frozenset("and or of for from with who that which is are was were has have".split())


def x147_capital_without_a_reason(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*By Police officers* where the house writes *police officers*, *The Results From The Survey*,
    *GENERAL ASSEMBLY MEETING*: a capital that no sentence asks for.
    Remedy: write small letters."""
    blocks = [
        block
        for sheet in sheets
        for block in sheet.prose
        if block.language[:2] == "en" and not block.is_capitals
    ]
    yield from _raised(blocks, register)
    for block in blocks:
        yield from _titles(block)
        yield from _shouted(block, register)


def _raised(blocks: Sequence[Block], register: Register) -> Iterator[Mark]:
    """Two words of which the first has a capital here, and none in most other places."""
    spots: dict[str, list[Spot]] = defaultdict(list)
    names = {word for name in register.names for word in name.lower().split()}
    for block in blocks:
        if is_references(block.section):
            continue
        for found in _RAISED.finditer(block.text):
            first, second = found[0].lower().split(" ", 1)
            if second not in _NO_CAPITAL and first not in names and block.is_own(found.start()):
                spots[found[0].lower()].append((block, found.start(), found.start() + len(first)))
    small: dict[str, list[Spot]] = defaultdict(list)
    for block in blocks if spots else ():
        for term in sorted(
            spots.keys() & {" ".join(two) for two in itertools.pairwise(_words(block))}
        ):
            at = block.text.find(term)
            if at >= 0:
                small[term].append((block, at, at + len(term)))
    for term, odd in sorted(spots.items()):
        usual = small[term]
        if len(usual) < _OFTEN * len(odd) or len({id(spot[0].sheet) for spot in usual}) < 2:
            continue
        for block, start, end in odd:
            word = block.text[start:end]
            yield block.mark(
                "X147", start, end, f"{word!r} has a capital; {term!r} has none elsewhere "
                                    f"({times(len(usual))}, as in {place(usual[0])})",
                f"write {word.lower()}", NOTE, word.lower(),
            )  # fmt: skip


_WORD = sought(r"[a-z]+(?:-[a-z]+)*")


def _words(block: Block) -> list[str]:
    return _WORD.findall(block.text)


def _titles(block: Block) -> Iterator[Mark]:
    """Small words with a capital in the middle of a title."""
    if "The " not in block.text and "Of " not in block.text and "For " not in block.text:
        return
    for found in _RUN.finditer(block.text):
        little = list(_LITTLE.finditer(block.text, *found.span()))
        if len(little) > 1 and OBJECT not in found[0]:
            first, last = little[0].start(), little[-1].end() - 1
            words = ", ".join(dict.fromkeys(repr(one[0].strip()) for one in little))
            yield block.mark(
                "X147", first, last, f"small words have a capital in this title: {words}",
                "write them small; only the first word of a title keeps its capital", NOTE,
            )  # fmt: skip


def _shouted(block: Block, register: Register) -> Iterator[Mark]:
    """Words in nothing but capitals among words that are not."""
    for found in _SHOUTED.finditer(block.text) if block.text.isupper() is False else ():
        words = found[0].split()
        if sum(len(word) > 3 for word in words) < 2 or found[0] in register.names:
            continue
        if re.match(r" ?[(—–-]", block.text[found.end() :]) or not block.is_own(found.start()):
            continue
        yield block.mark(
            "X147", found.start(), found.end(), f"{found[0]!r} is all in capitals",
            "write small letters: capitals are read letter by letter", NOTE,
        )  # fmt: skip
