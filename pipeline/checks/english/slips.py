"""Slips of the hand: unknown words that are one letter away from one word that is known."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from pipeline.checks.english import words
from pipeline.checks.english.parsing import parsed
from pipeline.checks.register import Register
from pipeline.checks.sheet import WARNING, Mark, Sheet

_LOST = "aeiouhnrstlcd"
"""The letters that are left out, besides one of two that are alike."""
_KEYS = "qwertyuiop asdfghjkl zxcvbnm aeiou sc sz cs ck mn nm iy yi gj ae ea"
_BESIDE = {
    one: {
        *(keys[at + step] for keys in _KEYS.split() for at in range(len(keys)) for step in (-1, 1)
          if keys[at] == one and 0 <= at + step < len(keys)),
        *("aeiou" if one in "aeiou" else ""),
    } - {one}
    for one in "abcdefghijklmnopqrstuvwxyz"
}  # fmt: skip
"""The letters beside each on a keyboard, and those that sound like it."""
_SHORTEST = 7
_OFTEN = 3
"""What somebody types so often is meant."""
_UNKNOWN = 0.08
"""So many unknown words of all make another language of a passage."""
_ENDS = re.compile(r"(?:s|rs?|ers?|ise|ize|isation|ization|ism|able|ably|like|ly|less|ness)$")
_LATIN = re.compile(r"(?:and|end)(?:i|um|a|is)$|(?:orum|arum|ibus)$")
_DOUBLED = re.compile(r"([ptlgmn])\1(?:ed|ing|er|ers)$")
"""Some write *benefitted*."""


def slips(sheet: Sheet, register: Register) -> Iterator[Mark]:
    doubtful = (word for word in _doubtful(sheet) if word not in register.small_names)
    found = {word: right for word in doubtful if (right := meant(word))}
    if not found:
        return
    unknown = frozenset(parsed(sheet).unknown)
    form = re.compile(rf"(?<![\w@#/.’'-])(?:{'|'.join(sorted(found))})(?![\w@/’'-]|\.\w)")
    for block in sheet.blocks_in("en").passages:
        if found.keys().isdisjoint(block.vocabulary) or _is_strange(block.letters, unknown):
            continue
        for place in form.finditer(block.text):
            if block.is_own(place.start()):
                right = found[place[0]]
                yield block.mark(
                    "X118", *place.span(), f"{place[0]!r} is no word of English",
                    f"write {right}, if that was meant", WARNING, right,
                )  # fmt: skip


def _doubtful(sheet: Sheet) -> list[str]:
    """Words in small letters that no list has, and that stand there once or twice."""
    return [
        word
        for word in parsed(sheet).unknown
        if len(word) >= _SHORTEST
        and word.isascii()
        and word.isalpha()
        and word.islower()
        and not words.knows(word)
        and sheet.source.count(word) < _OFTEN
    ]


def _is_strange(letters: list[str], unknown: frozenset[str]) -> bool:
    return sum(1 for word in letters if word in unknown) > max(3, _UNKNOWN * len(letters))


@functools.lru_cache(maxsize=1 << 13)
def meant(word: str) -> str:
    """The only word from which one slip makes *word*, unless it may be one of its own.

    >>> meant("visiblity"), meant("roadmaps"), meant("cofounder"), meant("benefitted")
    ('visibility', '', '', '')
    >>> meant("operandi")
    ''
    """
    if _is_made(word) or _DOUBLED.search(word) or _LATIN.search(word):
        return ""
    near = [one for one in _near(word) if words.knows(one)]
    return near[0] if len(near) == 1 and words.of(near[0]) != words.OTHER else ""


def _is_made(word: str) -> bool:
    """Whether it is two words, or one with an ending."""
    stem = _ENDS.sub("", word)
    if stem != word and (words.knows(stem) or words.knows(f"{stem}e")):
        return True
    halves = ((word[:at], word[at:]) for at in range(2, len(word) - 2))
    return any(
        words.knows(last) and (len(first) < 4 or words.knows(first)) for first, last in halves
    )


def _near(word: str) -> set[str]:
    """What one slip behind the first letter is likely to have made it of."""
    halves = [(word[:at], word[at:]) for at in range(1, len(word) + 1)]
    return {
        *(one + two[1:] for one, two in halves if two),
        *(one + two[1] + two[0] + two[2:] for one, two in halves if len(two) > 1),
        *(one + key + two[1:] for one, two in halves if two for key in _BESIDE[two[0]]),
        *(one + letter + two for one, two in halves for letter in _LOST + one[-1] + two[:1]),
    } - {word}
