"""Slips of the hand: unknown words that are one letter away from one that is known."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from pipeline.checks.english import words
from pipeline.checks.english.derived import is_common, is_made, may_be_made
from pipeline.checks.english.parsing import parsed, unknown_in_cells
from pipeline.checks.french import dictionary as french
from pipeline.checks.register import Register
from pipeline.checks.sheet import WARNING, Block, Mark, Sheet

_LOST = "aeiouhnrstlcd"
"""The letters that are left out most."""
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
_SHORTEST, _SHORT, _LONG = 5, 6, 7
"""Of so few letters a word is told if it is one word whatever the slip; if the slip is likely; if
it is any."""
_LONGEST = 40
"""Letters of a word that may be a slip of one; each of them costs as many tries as the alphabet."""
_OFTEN = 3
"""What somebody types so often is meant."""
_UNKNOWN = 0.08
"""So many unknown words of all, besides slips, make another language of a passage."""
_STRANGERS = 600
"""Such words of one text, above which it is in no English."""
_LATIN = re.compile(r"(?:and|end)(?:i|um|a|is)$|(?:orum|arum|ibus|eris|us)$")
_INFLECTED = ("ed", "ing", "er", "ers", "ly")
_DOUBLED = re.compile(r"([ptlgmn])\1(?:ed|ing|er|ers)$")
"""Some write *benefitted*."""


def slips(sheet: Sheet, register: Register) -> Iterator[Mark]:
    found = {
        word: right
        for word in _doubtful(sheet, register)
        if (right := meant(word)) and not _is_used(word, register)
    }
    if not found:
        return
    unknown = frozenset({*parsed(sheet).unknown, *unknown_in_cells(sheet)}) - found.keys()
    form = re.compile(rf"(?<![\w@#/.’'-])(?:{'|'.join(sorted(found))})(?![\w@/’'-]|\.\w)")
    for block in sheet.blocks_in("en").passages:
        if found.keys().isdisjoint(block.vocabulary) or _is_strange(block, unknown):
            continue
        for place in form.finditer(block.text):
            if block.is_own(place.start()):
                near = found[place[0]]
                # Which word was meant only its writer knows.
                yield block.mark(
                    "X118", *place.span(), f"{place[0]!r} is no word of English",
                    f"write {' or '.join(near)}, if that was meant", WARNING,
                )  # fmt: skip


def _doubtful(sheet: Sheet, register: Register) -> list[str]:
    """Words in small letters that no list has, and that the house does not use."""
    found = [
        word
        for word in sorted({*parsed(sheet).unknown, *unknown_in_cells(sheet)})
        if _SHORTEST <= len(word) <= _LONGEST
        and word.isascii()
        and word.isalpha()
        and word.islower()
        and word not in register.small_names
        and not words.knows(word)
        and sheet.source.count(word) < _OFTEN
    ]
    return found if len(found) <= _STRANGERS else []


def _is_used(word: str, register: Register) -> bool:
    return sum(sheet.source.count(word) for sheet in register.texts) > _OFTEN


def _is_strange(block: Block, unknown: frozenset[str]) -> bool:
    """Whether so many of its words are unknown that it may be of another language."""
    few = 0 if block.kind in ("heading", "cell") else 3
    letters = block.letters
    return sum(1 for word in letters if word in unknown) > max(few, _UNKNOWN * len(letters))


@functools.lru_cache(maxsize=1 << 13)
def meant(word: str) -> tuple[str, ...]:
    """The words from which one slip makes *word*, unless it may be one of its own.

    >>> meant("visiblity"), meant("oposite"), meant("uneeded"), meant("choosen")
    (('visibility',), ('opposite',), ('unneeded',), ('chosen',))
    >>> meant("roadmaps"), meant("cofounder"), meant("benefitted"), meant("operandi")
    ((), (), (), ())
    """
    doubling = _doubling(word)
    once = tuple(sorted((*_common(doubling), *filter(_is_negated, doubling))))
    if is_made(word):
        # `Prefered` is as it is made, and wrong: *preferred* is known, and it is not.
        longer = tuple(one for one in once if len(one) > len(word))
        return longer if word.endswith(_INFLECTED) else ()
    if _DOUBLED.search(word) or _LATIN.search(word) or (not once and french.of(word)):
        return ()
    likely = _common(_likely(word) - {*once})
    if (once or likely) and len(word) >= _SHORT:
        return once or likely
    rare = _common(_rare(word) - {*once})
    if once or likely:
        return (*once, *likely) if len({*once, *likely, *rare}) == 1 else ()
    is_alone = len(word) >= _LONG and not may_be_made(word)
    if rare:
        return rare if is_alone and len(rare) == 1 else ()
    return _unmade(word) if is_alone else ()


_UNMADE = re.compile(r"([a-z]{4,})at(e|es|ed|ing)$")


def _unmade(word: str) -> tuple[str, ...]:
    """The verb of a noun in -ation that another verb was made of.

    >>> _unmade("publicated"), _unmade("implementated"), _unmade("classificate")
    (('published',), ('implemented',), ('classify',))
    """
    found = _UNMADE.match(word)
    if not found or not is_common(f"{found[1]}ation"):
        return ()
    stem, end = found[1], found[2]
    verbs = (stem, f"{stem}e", re.sub("ic$", "y", stem), re.sub("ic$", "ish", stem))
    verb = next((one for one in verbs if is_common(one) and is_common(_past(one))), "")
    forms = {"e": verb, "ed": _past(verb), "es": _third(verb), "ing": _going(verb)}
    return (forms[end],) if verb else ()


def _past(verb: str) -> str:
    return re.sub(r"y$", "i", verb).removesuffix("e") + "ed"


def _third(verb: str) -> str:
    return re.sub(r"y$", "ie", verb) + ("es" if verb.endswith("sh") else "s")


def _going(verb: str) -> str:
    return verb.removesuffix("e") + "ing"


def _common(some: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(filter(is_common, words.WORDS.known(some))))


def _is_negated(word: str) -> bool:
    return word.startswith("unn") and not is_common(word) and is_common(word[2:])


def _halves(word: str) -> list[tuple[str, str]]:
    return [(word[:at], word[at:]) for at in range(1, len(word) + 1)]


def _doubling(word: str) -> set[str]:
    """One letter twice, or once of two."""
    return {
        *(one + one[-1] + two for one, two in _halves(word)),
        *(one + two[1:] for one, two in _halves(word) if two[:1] == one[-1]),
    }


def _likely(word: str) -> set[str]:
    """Two letters that changed places, and one that is left out."""
    halves = _halves(word)
    return {
        *(one + two[1] + two[0] + two[2:] for one, two in halves if len(two) > 1),
        *(one + letter + two for one, two in halves for letter in _LOST),
    } - {word}


def _rare(word: str) -> set[str]:
    """One letter too many, one for another, and one of those that are seldom lost."""
    halves = _halves(word)
    seldom = set(_BESIDE) - set(_LOST)
    return {
        *(one + two[1:] for one, two in halves if two),
        *(one + key + two[1:] for one, two in halves if two for key in _BESIDE[two[0]]),
        *(one + letter + two for one, two in halves for letter in seldom),
    } - {word}
