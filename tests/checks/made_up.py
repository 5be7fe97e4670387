"""Texts that a form finds, made up of its own pieces."""

from __future__ import annotations

import importlib
import random
import re
from collections.abc import Iterator
from typing import Any

_parser: Any = importlib.import_module("re._parser")
_MOST = 400
_LETTERS = "aetnsrioluédcpmvfbghqzyxwkjàèçêôûîœABCDEFGHIJKLMNOPQRSTUVWXYZÉÀ"
_OTHERS = " 0123456789.,;:!?'’\"“”«»()-–—/%€&\u00a0\u202f…“„[]*_+=#@£$\n\ufffc"


class MadeUp:
    """Each alternative of a form is taken in its turn, and they are mixed anew every time."""

    def __init__(self, form: re.Pattern[str]) -> None:
        self.tree = _parser.parse(form.pattern, form.flags & ~re.UNICODE)
        self.is_any_case = bool(form.flags & re.IGNORECASE)
        self.chance = random.Random(1)
        self.turns: dict[int, list[int]] = {}
        self.classes: dict[int, re.Pattern[str]] = {}
        self.groups: dict[int, str] = {}

    def texts(self, times: int) -> Iterator[str]:
        for number in range(min(_MOST, self._ways(self.tree)) * times + 8):
            self.groups.clear()
            text = self._sequence(self.tree)
            if self.is_any_case and number % 3 == 2:
                text = text.capitalize()
            yield text
            yield f"{text} "
            yield f"{text}a"
            yield f" {text}."
            yield f"a{text}"
            yield f"Aa {text} aa"

    def _ways(self, tree: Any) -> int:
        """Of how many alternatives it must be asked, so that each word is spelt in each way."""
        most = word = 1
        for kind, of in tree:
            match str(kind):
                case "LITERAL" if not chr(of).isalpha():
                    ways = word = 1
                case "BRANCH":
                    ways = sum(map(self._ways, of[1]))
                case "SUBPATTERN":
                    ways = self._ways(of[3])
                case "ATOMIC_GROUP":
                    ways = self._ways(of)
                case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                    ways = (of[0] == 0) + self._ways(of[2])
                case "ASSERT":
                    ways = 1 + self._ways(of[1])
                case _:
                    ways = 1
            word *= ways
            most = max(most, word)
        return min(most, _MOST)

    def _turn(self, of: object, count: int) -> int:
        turns = self.turns.setdefault(id(of), [])
        if not turns:
            turns += self.chance.sample(range(count), count)
        return turns.pop()

    def _sequence(self, tree: Any) -> str:
        return "".join([self._one(str(kind), of) for kind, of in tree])

    def _one(self, kind: str, of: Any) -> str:
        match kind:
            case "LITERAL":
                return chr(of)
            case "NOT_LITERAL":
                return self._letter(lambda c: c != chr(of))
            case "ANY":
                return self._letter(lambda c: c != "\n")
            case "IN":
                return self._letter(self._class(of).fullmatch)
            case "BRANCH":
                return self._sequence(of[1][self._turn(of, len(of[1]))])
            case "SUBPATTERN":
                told = self._sequence(of[3])
                if of[0]:
                    self.groups[of[0]] = told
                return told
            case "ATOMIC_GROUP":
                return self._sequence(of)
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                least, most, told = of
                few = min(int(most), max(least, 1) + (3 if least < 3 < most else 0))
                return "".join(
                    self._sequence(told) for _ in range(least + self._turn(of, few - least + 1))
                )
            case "ASSERT":
                return self._sequence(of[1]) if self._turn(of, 2) else ""
            case "GROUPREF":
                return self.groups.get(of, "")
            case _:
                return ""

    def _class(self, of: Any) -> re.Pattern[str]:
        if id(of) not in self.classes:
            self.classes[id(of)] = _spelt(of)
        return self.classes[id(of)]

    def _letter(self, is_one: Any) -> str:
        letters = _LETTERS if self.chance.random() < 0.8 else _OTHERS
        for told in (letters, _LETTERS + _OTHERS):
            few = [c for c in told if is_one(c)]
            if few:
                return self.chance.choice(few[:30])
        return "?"


_CATEGORIES = {
    "CATEGORY_DIGIT": r"\d", "CATEGORY_NOT_DIGIT": r"\D", "CATEGORY_SPACE": r"\s",
    "CATEGORY_NOT_SPACE": r"\S", "CATEGORY_WORD": r"\w", "CATEGORY_NOT_WORD": r"\W",
}  # fmt: skip


def _spelt(of: Any) -> re.Pattern[str]:
    told = ""
    for kind, one in of:
        match str(kind):
            case "NEGATE":
                told += "^"
            case "LITERAL":
                told += re.escape(chr(one))
            case "RANGE":
                told += f"{re.escape(chr(one[0]))}-{re.escape(chr(one[1]))}"
            case "CATEGORY":
                told += _CATEGORIES[str(one)]
    return re.compile(f"[{told}]")
