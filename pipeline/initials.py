"""The letters that what a regular expression finds may begin with, though it looks about first.

`re` leaps from one such letter to the next where an expression begins with a set of them. One that
begins with `\\b`, or with a look at what stands before, is tried at every letter of a text; here
it is read past what takes no letter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

BEYOND = 0x100
"""Stands for every letter that is not of Latin-1."""
_LAST = 0x10FFFF
_TOO_MANY = 16
"""Of the 26: who may begin with more of them gains nothing."""
Told = tuple[set[int], bool]
"""What may stand first, and whether there may be nothing."""


class Initials:
    """Reads expressions as the *compiler* of `re` has them, which knows them by the *engine*."""

    def __init__(self, compiler: Any, engine: Any) -> None:
        self._re = compiler
        self._lower = engine.unicode_tolower
        self._nothing = (compiler.AT, compiler.ASSERT, compiler.ASSERT_NOT)
        self._repeats = (compiler.MAX_REPEAT, compiler.MIN_REPEAT, compiler.POSSESSIVE_REPEAT)
        self._kinds: dict[Any, Callable[[str], bool]] = {
            compiler.CATEGORY_DIGIT: str.isdecimal,
            compiler.CATEGORY_SPACE: str.isspace,
            compiler.CATEGORY_WORD: lambda letter: letter.isalnum() or letter == "_",
        }
        self._others = {
            compiler.CATEGORY_NOT_DIGIT: compiler.CATEGORY_DIGIT,
            compiler.CATEGORY_NOT_SPACE: compiler.CATEGORY_SPACE,
            compiler.CATEGORY_NOT_WORD: compiler.CATEGORY_WORD,
        }

    def of(self, pattern: Iterable[Any], flags: int) -> list[Any] | None:
        """A set as the compiler writes it; nothing, where most letters may begin it."""
        first, is_empty = self._sequence(pattern, flags) or (set(), True)
        if is_empty or not first or len(first & {*b"abcdefghijklmnopqrstuvwxyz"}) > _TOO_MANY:
            return None
        bits = bytearray(256)
        for code in first - {BEYOND}:
            bits[code] = 1
        charset: list[Any] = [(self._re.CHARSET, self._re._mk_bitmap(bits))]
        return [*charset, (self._re.RANGE, (BEYOND, _LAST))] if BEYOND in first else charset

    def _sequence(self, pattern: Iterable[Any], flags: int) -> Told | None:
        found: set[int] = set()
        for op, told in pattern:
            one = self._one(op, told, flags)
            if one is None:
                return None
            found |= one[0]
            if not one[1]:
                return found, False
        return found, True

    def _one(self, op: Any, told: Any, flags: int) -> Told | None:
        """What one piece of an expression may begin with, where that can be told."""
        if op in self._nothing:
            return set(), True
        if op is self._re.LITERAL:
            return self._lettered([(op, told)], flags)
        if op is self._re.IN:
            return self._lettered(told, flags)
        if op is self._re.ATOMIC_GROUP:
            return self._sequence(told, flags)
        if op is self._re.SUBPATTERN:
            _, more, less, inner = told
            return self._sequence(inner, self._re._combine_flags(flags, more, less))
        if op is self._re.BRANCH:
            ways = [self._sequence(way, flags) for way in told[1]]
            known = [way for way in ways if way is not None]
            first = set[int]().union(*(way[0] for way in known))
            return (first, any(way[1] for way in known)) if len(known) == len(ways) else None
        if op in self._repeats:
            least, _, inner = told
            one = self._sequence(inner, flags)
            return one and (one[0], one[1] or least == 0)
        return None

    def _lettered(self, charset: list[Any], flags: int) -> Told | None:
        is_unicode = bool(flags & self._re.SRE_FLAG_UNICODE)
        if flags & self._re.SRE_FLAG_IGNORECASE:
            first = self._of_both_cases(charset) if is_unicode else None
        else:
            first = self._of_set(charset, is_unicode)
        return None if first is None else (first, False)

    def _of_set(self, charset: list[Any], is_unicode: bool) -> set[int] | None:
        found: set[int] = set()
        is_negated = False
        for op, told in charset:
            if op is self._re.NEGATE:
                is_negated = True
            elif op is self._re.CATEGORY and is_unicode:
                found |= self._of_kind(told)
            elif op in (self._re.LITERAL, self._re.RANGE):
                low, high = told if op is self._re.RANGE else (told, told)
                found |= {*range(low, min(high, 0xFF) + 1)} | ({BEYOND} if high > 0xFF else set())
            else:
                return None
        return {*range(BEYOND)} - found | {BEYOND} if is_negated else found

    def _of_kind(self, kind: Any) -> set[int]:
        is_other = kind in self._others
        is_one = self._kinds[self._others.get(kind, kind)]
        return {code for code in range(BEYOND) if is_one(chr(code)) is not is_other} | {BEYOND}

    def _of_both_cases(self, charset: list[Any]) -> set[int] | None:
        small: set[int] = set()
        for op, told in charset:
            low, high = told if op is self._re.RANGE else (told, told)
            if op not in (self._re.LITERAL, self._re.RANGE) or high > 0x2FFF:
                return None
            small |= {self._lower(code) for code in range(low, high + 1)}
        for code in tuple(small):
            small.update(self._re._EXTRA_CASES.get(code, ()))
        return {code for code in range(BEYOND) if self._lower(code) in small} | {BEYOND}
