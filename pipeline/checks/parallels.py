"""What goes alike on purpose: steps, rules of one form, one thing and its contrary."""

from __future__ import annotations

import re

from pipeline.checks.sheet import Block
from pipeline.frozen import commonplace


@commonplace(frozen=True, slots=True)
class Said:
    block: Block
    start: int
    end: int
    words: tuple[str, ...]
    """The long ones, each once."""

    @property
    def text(self) -> str:
        return self.block.text[self.start : self.end].strip()


def differ(first: str, second: str) -> bool:
    """Whether they differ on purpose: by a number, a name, a negation."""

    def telling(text: str) -> list[str]:
        return re.findall(
            r"\d+|(?<=[a-z,;] )[A-Z]\w+|\b(?:not|no|never|ne|pas|before|after|avant|après)\b", text
        )

    return telling(first) != telling(second)


def is_parallel(first: Said, second: Said) -> bool:
    """Whether one telling word was exchanged for another: two rules of one form."""
    one = set(first.words).difference(second.words)
    other = set(second.words).difference(first.words)
    small = {"every", "each", "once", "also", "within", "their", "chaque", "tous", "toutes"}
    if 1 <= len(one) == len(other) <= 2:
        return not (one | other) & small
    return not one and not other and _exchanged(first.text, second.text)


def is_labelled(first: Said, second: Said) -> bool:
    """Whether each begins with a label of its own."""
    one, other = (said.text.partition(":")[0] for said in (first, second))
    return one != other and max(len(one), len(other)) < 20


def _exchanged(first: str, second: str) -> bool:
    """Whether it is a letter or a short word that stands in another one's place.

    >>> _exchanged("If G is small, G is cut", "If R is small, R is cut"), _exchanged("a b", "b")
    (True, False)
    """
    one, other = first.split(), second.split()
    return len(one) == len(other) and 1 <= sum(a != b for a, b in zip(one, other, strict=True)) <= 3


def is_step(first: Said, second: Said) -> bool:
    """Whether it is one step, or one short line, of two lists of one form."""
    one, other = first.block, second.block
    if one.run == other.run:
        return False
    is_numbered = other.sheet.kind != "chapter" and other.marker[:1].isdigit()
    return is_numbered or (one.kind == other.kind == "item" and len(other.text.split()) < 12)
