"""A text at a second look: its sentences, its words and its signs, each found once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pipeline.sought import sought


@dataclass(frozen=True, slots=True)
class Sentence:
    text: str
    start: int
    """Where in the block's text it begins."""

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def letters(self) -> list[str]:
        return _LETTERS.findall(self.text.lower())


class Reading:
    """What can be found again in a text, and is kept only as long as somebody asks."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def sentences(self) -> list[Sentence]:
        return list(_sentences(self.text))

    @cached_property
    def lowered(self) -> str:
        return self.text.lower()

    @cached_property
    def words(self) -> list[str]:
        return _WORD.findall(self.lowered)

    @cached_property
    def letters(self) -> list[str]:
        """Every run of letters in small letters: what a word is when nothing else counts."""
        return _LETTERS.findall(self.lowered)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        return frozenset(self.letters)

    @cached_property
    def has_figures(self) -> bool:
        return _FIGURE.search(self.text) is not None

    @cached_property
    def is_capitals(self) -> bool:
        if _SMALL_LETTERS.search(self.text):
            return False
        letters = [c for c in self.text if c.isalpha()]
        return bool(letters) and sum(c.isupper() for c in letters) > 0.8 * len(letters)


_LETTERS = sought(r"[^\W\d_]+")
_FIGURE = sought(r"\d")
_SMALL_LETTERS = sought(r"[a-zß-ÿ]{5}")
_WORD = sought(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_STOP = sought(r"[.!?…]+[\"'”’»)\]]*\s+")
_ABBREVIATED = sought(
    r"(?:\b(?:e\.g|i\.e|cf|vs|etc|approx|ca|no|nos|nr|art|vol|fig|pp?|ed|eds|al|st|ste|mr|mrs|ms"
    r"|dr|prof|rev|gen|col|sen|rep|hon|dept|inc|ltd|co|corp|jr|sr|mme|mlle|mm|av|bd|env|max|min"
    r"|tel|tél|réf|ref|sect|chap|ch|p\.ex|z\.b|d\.h|u\.a|bzw|usw|evtl|inkl|sog|jan|feb|apr|aug"
    r"|sept|sep|oct|nov|dec|bijv|o\.a|d\.w\.z|sig|sra|ecc|es|pag|n|s|c|m|resp|incl|excl|est|lit"
    r"|op|cit|ibid|ff|viz|para|paras|rn|v|u\.s|u\.k|u\.n|e\.u"
    r"|dot|itd|itp|tzn|tzw|odn|godz|pkt|ust|ordf|dvs|osv|uvm|bspw|ggf|vgl|kms|núm|pág|zgn|mevr|dhr"
    r"|cfr|dott)|(?<![^\W_])[^\W\d_]|\.[^\W\d_])\.$",
    re.IGNORECASE,
)


def _is_abbreviated(stop: str) -> bool:
    # No abbreviation ends in seven letters.
    if len(stop) >= 8 and stop[-8:-1].isalpha():
        return False
    return _ABBREVIATED.search(stop) is not None


def _sentences(text: str) -> Iterator[Sentence]:
    start = 0
    for found in _STOP.finditer(text):
        end = found.end()
        stop = text[max(start, found.start() - 14) : found.start() + 1]
        if found[0].rstrip() == "." and text[end : end + 1] != "" and _is_abbreviated(stop):
            continue
        if text[end : end + 1].isdigit() and text[found.start() - 1 : found.start()].isdigit():
            continue
        yield Sentence(text[start:end].rstrip(), start)
        start = end
    if text[start:].strip():
        yield Sentence(text[start:].rstrip(), start)
