"""What stands side by side where a word is wrong, and hardly ever in what is right.

No rule says why: of millions of words that are right, and of as many sentences in which one fault
was made by chance, it was counted (`sequences.txt`).
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).with_name("sequences.txt")
SHORTEST = 3
FAULTS = {
    "missing": "look for a small word that is missing",
    "article": "take the article away, or write another word",
    "preposition": "write another small word, or none",
    "number": "make verb and subject agree",
    "many": "write all of it for one, or all for many",
    "form": "write another form of the verb",
    "manner": "write the adverb",
    "word": "look whether another word was meant",
    "order": "look at the order of the words, and whether one is missing",
}
"""What may be wrong -> the remedy."""


class Told(NamedTuple):
    """What a sequence shows, by its key: kinds alone, or `kinds/word/kinds`."""

    fault: str
    place: int
    """Which of the words is wrong, or stands behind what is missing."""


Tokens = Sequence[str]


def about(word: str, row: str, at: int) -> Iterator[tuple[str, int]]:
    """The keys of a word with the kinds of those beside it, and where each begins."""
    yield f"/{word}/{row[at + 1]}", at
    yield f"{row[at - 1]}/{word}/", at - 1
    yield f"{row[at - 1]}/{word}/{row[at + 1]}", at - 1
    if at + 2 < len(row):
        yield f"/{word}/{row[at + 1 : at + 3]}", at
    if at >= 2:
        yield f"{row[at - 2 : at]}/{word}/", at - 2


def length(key: str) -> int:
    """How many words a key is of."""
    before, word, behind = key.split("/") if "/" in key else (key, "", "")
    return len(before) + bool(word) + len(behind)


class Found(NamedTuple):
    begin: int
    """The first sign of the row that it is of, and the one behind the last."""
    end: int
    place: int
    """That of the word at fault."""
    fault: str


def found(tokens: Tokens, row: str) -> Iterator[Found]:
    """All that stands in the tokens of whole sentences and their row of kinds."""
    by_start, by_word = table()
    for at in range(len(row) - SHORTEST + 1):
        start = row[at : at + SHORTEST]
        for key, told in by_start.get(start, ()):
            if row.startswith(key, at):
                yield Found(at, at + len(key), at + told.place, told.fault)
                break
    for at, token in enumerate(tokens):
        if token in by_word and 0 < at < len(row) - 1:
            known = by_word[token]
            for key, first in about(token, row, at):
                if key in known:
                    told = known[key]
                    yield Found(first, first + length(key), first + told.place, told.fault)
                    break


Known = dict[str, Told]


@functools.cache
def table() -> tuple[dict[str, list[tuple[str, Told]]], dict[str, Known]]:
    """Those of kinds alone by their first three, the shortest first; the others by their word."""
    by_start: dict[str, list[tuple[str, Told]]] = {}
    by_word: dict[str, Known] = {}
    told = Told("", 0)
    for line in TABLE.read_text("utf-8").splitlines():
        if line.startswith("# "):
            continue
        if line.startswith("= "):
            fault, place = line[2:].split(" ")
            told = Told(fault, int(place))
            continue
        for key in line.replace("$", "\n").split(" "):
            if "/" in key:
                by_word.setdefault(key.split("/")[1], {})[key] = told
            else:
                by_start.setdefault(key[:SHORTEST], []).append((key, told))
    for keys in by_start.values():
        keys.sort(key=lambda one: len(one[0]))
    return by_start, by_word
