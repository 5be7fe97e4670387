"""Every regular expression of the house, and the texts on which each would lose its way."""

from __future__ import annotations

import ast
import importlib
import itertools
import math
import pkgutil
import re
import signal
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from re import _constants as signs
from re import _parser as parser
from types import FrameType
from typing import Any

import pipeline
from pipeline.checks import setting
from pipeline.sought import sought

ROOT = Path(pipeline.__file__).parent
ASKS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")
FROM_THE_START = {"match", "fullmatch"}
SHORT = 1000
"""Letters of a first try."""
PATIENCE = 1.0
ENDLESS = 16
"""A repeat that may go on for so long is one."""
POOL = "a 1A-.,é’\n'\"([<{/:@#&;|*_`=%€\\\tzZ0~"
COMMON = (
    "a", "A", " ", "1", "é", "-", ".", "\n", "a ", "A ", "1 ", "1.", "1,", "a.", "a-", "A a ",
    "the ", "de la ", "The harbour and its quay ", "Les ports sont ouverts ", "(", "[", "<", "{",
    "\"", "'", "’", "“", "«\u00a0", "a’", "1\n", "a\n", " \n", "- a\n", "| a ", "<a ", "{{ ", "a@",
    "/a", "a:", "1:", "€ ", "\u00a0", "1\u202f", "2025-05-06/", "12 May ", "le 3 mai, ",
)  # fmt: skip
ENDS = ("!", " a", "\n")
REPEATS = (signs.MAX_REPEAT, signs.MIN_REPEAT, signs.POSSESSIVE_REPEAT)
CATEGORIES = {
    signs.CATEGORY_DIGIT: r"\d",
    signs.CATEGORY_NOT_DIGIT: r"\D",
    signs.CATEGORY_SPACE: r"\s",
    signs.CATEGORY_NOT_SPACE: r"\S",
    signs.CATEGORY_WORD: r"\w",
    signs.CATEGORY_NOT_WORD: r"\W",
}


class TooLong(Exception):
    """It has lost its way."""


@dataclass(frozen=True, order=True)
class Form:
    """An expression, and how it is asked."""

    pattern: str
    flags: int
    room: str
    is_at_start: bool
    is_whole: bool

    @property
    def longest(self) -> int:
        """Letters of the longest text in which it is looked for."""
        return 4000 if self.room.startswith("checks") else 8000

    def reads(self, text: str) -> bool:
        """Whether it is ever given such a text: checks are not given what has no gap."""
        return not self.room.startswith("checks") or setting._legible(text) == text

    def seconds(self, text: str, limit: float = PATIENCE) -> float:
        pattern = re.compile(self.pattern, self.flags)
        began = time.process_time()
        try:
            with patience(limit):
                if self.is_whole:
                    pattern.fullmatch(text)
                elif self.is_at_start:
                    pattern.match(text)
                else:
                    for _ in pattern.finditer(text):
                        pass
        except TooLong:
            return limit
        return time.process_time() - began


# Which there are ------------------------------------------------------------------------------


def forms() -> list[Form]:
    """All that the rooms of the house compile, as they stand in their source or in their tables."""
    found: dict[tuple[str, int], tuple[str, set[str]]] = {}
    asked = {path: _asked(path.read_text("utf-8")) for path in sorted(ROOT.rglob("*.py"))}
    everywhere: dict[str, set[str]] = {}
    for path, told in asked.items():
        for name, asks in told.items():
            everywhere.setdefault(name, set()).update(asks)
        room = path.relative_to(ROOT).as_posix()
        for form, flags, ask in _typed(ast.parse(path.read_text("utf-8"))):
            found.setdefault((form, flags), (room, set()))[1].add(ask)
    for form, flags, room, name in _compiled():
        asks = everywhere.get(name, set()) if name else set()
        found.setdefault((form, flags), (room, set()))[1].update(asks or {"search"})
    return sorted(
        Form(pattern, flags, room, asks <= FROM_THE_START, asks == {"fullmatch"})
        for (pattern, flags), (room, asks) in found.items()
    )


def _typed(tree: ast.AST) -> Iterator[tuple[str, int, str]]:
    """Expressions that are written where they are asked: `re.sub("…", …)`."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        by, ask, given = node.func.value, node.func.attr, node.args
        if not (isinstance(by, ast.Name) and by.id == "re" and ask in ASKS and given):
            continue
        if isinstance(given[0], ast.Constant) and isinstance(given[0].value, str):
            yield given[0].value, _flags(node), ask


def _flags(node: ast.Call) -> int:
    words = {part.attr for part in ast.walk(node) if isinstance(part, ast.Attribute)}
    return sum(int(flag) for flag in re.RegexFlag if flag.name in words)


def _asked(source: str) -> dict[str, set[str]]:
    """Name -> what is asked of it: `_NAME.search(…)`."""
    told: dict[str, set[str]] = {}
    for name, ask in re.findall(r"\b(\w+)\.(\w+)\b", source):
        if ask in ASKS:
            told.setdefault(name, set()).add(ask)
    return told


def _compiled() -> Iterator[tuple[str, int, str, str]]:
    """Expression, flags, room and name of all that lie in the rooms' tables."""
    kind = type(sought(""))
    for found in pkgutil.walk_packages(pipeline.__path__, "pipeline."):
        if found.name.endswith("__main__"):
            continue
        room = found.name.removeprefix("pipeline.").replace(".", "/")
        for name, value in vars(importlib.import_module(found.name)).items():
            for one in _held(value, kind, 5):
                if isinstance(one.pattern, str):
                    flags = int(one.flags) & ~int(re.UNICODE)
                    yield one.pattern, flags, room, name if one is value else ""


def _held(value: Any, kind: type, deep: int) -> Iterator[Any]:
    """The expressions in a value, and in its tables."""
    if isinstance(value, kind | re.Pattern):
        yield value
    elif not deep:
        return
    elif isinstance(value, dict):
        yield from itertools.chain(*(_held(each, kind, deep - 1) for each in value.values()))
    elif isinstance(value, list | tuple | set | frozenset):
        yield from itertools.chain(*(_held(each, kind, deep - 1) for each in value))
    elif type(value).__module__.startswith("pipeline"):
        slots = (getattr(value, slot, None) for slot in getattr(value, "__dataclass_fields__", ()))
        yield from itertools.chain(*(_held(each, kind, deep - 1) for each in slots))


# What each would lose its way on ---------------------------------------------------------------


def units(form: Form, common: Iterable[str] = COMMON) -> list[tuple[str, str]]:
    """What stands before, and what is to be repeated, from the form's own repeats."""
    tree = parser.parse(form.pattern, form.flags)
    found: dict[tuple[str, str], None] = {}
    for choice in range(3):
        for before, body in _repeats(tree, choice, {}, ""):
            found |= dict.fromkeys([(before, body), ("", body), ("", before + body)])
        whole = _written(tree, choice, {})
        found |= dict.fromkeys([("", whole), ("", whole[: len(whole) // 2])])
    found |= dict.fromkeys(("", unit) for unit in common)
    return [(before, unit) for before, unit in found if unit]


def _repeats(
    tree: Any, choice: int, groups: dict[int, str], before: str
) -> Iterator[tuple[str, str]]:
    for operation, given in tree:
        for inner in _inside(operation, given):
            yield from _repeats(inner, choice, groups, before)
        if operation in REPEATS and given[1] >= ENDLESS:
            yield before, _written(given[2], choice, groups)
        before += _one(operation, given, choice, groups)


def _inside(operation: Any, given: Any) -> list[Any]:
    if operation in REPEATS:
        return [given[2]]
    if operation is signs.SUBPATTERN:
        return [given[3]]
    if operation is signs.BRANCH:
        return list(given[1])
    if operation is signs.ATOMIC_GROUP:
        return [given]
    return [given[1]] if operation in (signs.ASSERT, signs.ASSERT_NOT) else []


def _written(tree: Any, choice: int, groups: dict[int, str]) -> str:
    return "".join(_one(operation, given, choice, groups) for operation, given in tree)


def _one(operation: Any, given: Any, choice: int, groups: dict[int, str]) -> str:
    """The *choice*-th text that fits a part of a form."""
    if operation is signs.LITERAL:
        return chr(given)
    if operation in (signs.NOT_LITERAL, signs.ANY, signs.IN):
        return _letter(operation, given, choice)
    if operation is signs.BRANCH:
        return _written(given[1][choice % len(given[1])], choice, groups)
    if operation is signs.SUBPATTERN:
        groups[given[0]] = _written(given[3], choice, groups)
        return groups[given[0]]
    if operation is signs.GROUPREF:
        return groups.get(given, "")
    if operation is signs.ATOMIC_GROUP:
        return _written(given, choice, groups)
    if operation in REPEATS:
        times = max(given[0], min(given[1], 1) if choice != 1 else 0)
        return _written(given[2], choice, groups) * min(times, 50)
    return ""


def _letter(operation: Any, given: Any, choice: int) -> str:
    if operation is signs.NOT_LITERAL:
        fit = [one for one in POOL if ord(one) != given]
    elif operation is signs.ANY:
        fit = [one for one in POOL if one != "\n"]
    else:
        among = re.compile(_class(given))
        fit = [one for one in POOL if among.match(one)]
        fit = fit or [chr(value) for sign, value in given if sign is signs.LITERAL]
        fit = fit or [chr(value[0]) for sign, value in given if sign is signs.RANGE]
    return fit[choice % len(fit)] if fit else "a"


def _class(given: Any) -> str:
    """A class of letters as it was typed."""
    parts = []
    for sign, value in given:
        if sign is signs.NEGATE:
            parts.append("^")
        elif sign is signs.LITERAL:
            parts.append(re.escape(chr(value)))
        elif sign is signs.RANGE:
            parts.append(f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}")
        else:
            parts.append(CATEGORIES[value])
    return f"[{''.join(parts)}]"


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    def ring(_signal: int, _frame: FrameType | None) -> None:
        raise TooLong

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


# How long it takes ----------------------------------------------------------------------------


@dataclass(frozen=True, order=True)
class Ordeal:
    """What the worst text took, and by which power of its length that grows."""

    seconds: float
    growth: float
    before: str
    unit: str
    end: str

    def text(self, letters: int) -> str:
        return f"{self.before}{self.unit * max(1, letters // len(self.unit))}{self.end}"


def worst(form: Form) -> Ordeal:
    """The worst text for *form*, tried at a thousand letters and measured at its longest."""
    tried = []
    for before, unit in units(form):
        for end in ENDS:
            one = Ordeal(0, 0, before, unit, end)
            if form.reads(one.text(form.longest)):
                took = form.seconds(one.text(SHORT))
                if took >= PATIENCE:
                    return replace(one, seconds=took, growth=math.inf)
                tried.append((took, one))
    slowest = sorted(tried, key=lambda pair: -pair[0])[:3]
    return max((_measured(form, one) for _, one in slowest), default=Ordeal(0, 0, "", "", ""))


def _measured(form: Form, one: Ordeal) -> Ordeal:
    long = min(form.seconds(one.text(form.longest)) for _ in range(2))
    short = min(form.seconds(one.text(form.longest // 4)) for _ in range(3))
    growth = math.log(max(long, 1e-7) / max(short, 1e-7), 4)
    return replace(one, seconds=long, growth=growth)
