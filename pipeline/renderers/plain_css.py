"""Style sheets plain enough to be read at once, by the names that premailer knows of cssutils."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from typing import Any

_NUMBER = r"(?:0|-?(?:[1-9]\d{0,4}(?:\.\d{0,2}[1-9])?|0\.\d{0,2}[1-9])(?:px|em|pt|%)?)"
_WORD = r"-?[A-Za-z][A-Za-z-]*"
_PIECE = rf"(?:#[0-9a-f]{{6}}|{_NUMBER}(?:/{_NUMBER})?|{_WORD}|'[A-Za-z ]+'|\"[A-Za-z ]+\")"
_SIMPLE = r"(?:[a-z][a-z0-9]*(?:\.[A-Za-z][\w-]*)*|(?:\.[A-Za-z][\w-]*)+)"
_SELECTOR = rf"{_SIMPLE}(?: {_SIMPLE})*"
_SELECTORS = re.compile(_SELECTOR, re.ASCII)
_CLASS = re.compile("[^ \\t\\r\\n]+")
_BLANK = "[ \\t\\n]"
_GAP = re.compile(rf"{_BLANK}+|/\*[^*]*\*/")
_RULE = re.compile(
    rf"(?P<selectors>{_SELECTOR}(?:,{_BLANK}*{_SELECTOR})*){_BLANK}*\{{(?P<style>[^{{}}]*)\}}",
    re.ASCII,
)
_DECLARATION = re.compile(
    rf"{_BLANK}*(?P<name>-?[a-z]+(?:-[a-z]+)*){_BLANK}*:{_BLANK}*"
    rf"(?P<value>{_PIECE}(?:(?:{_BLANK}+|{_BLANK}*,{_BLANK}*){_PIECE})*){_BLANK}*",
    re.ASCII,
)
_BETWEEN = re.compile(rf"{_BLANK}*(,){_BLANK}*|{_BLANK}+")


Simple = tuple[str, frozenset[str]]
"""The element that a selector asks for, if any, and the classes."""


class NotPlain(Exception):
    """A style sheet that only cssutils can read."""


class Property:
    """A property of a rule, as premailer asks for it."""

    priority = ""

    def __init__(self, name: str, value: str) -> None:
        self.name = name
        self.value = self.cssText = value
        self.propertyValue = self


class Rule:
    """A rule of a style sheet, as premailer asks for it."""

    STYLE_RULE = type = 1
    MEDIA_RULE = 4

    def __init__(self, selectors: str, style: str) -> None:
        self.selectorText = ", ".join(one.strip(" \t\n") for one in selectors.split(","))
        self.style = self
        self._properties = parseStyle(style, validate=False)

    def getProperties(self) -> list[Property]:  # noqa: N802
        return self._properties


def parseString(sheet: str, *, validate: bool) -> list[Rule]:  # noqa: ARG001, N802
    """The rules of a sheet of plain selectors and plain values."""
    made: list[Rule] = []
    at = 0
    while at < len(sheet):
        gap = _GAP.match(sheet, at)
        rule = None if gap else _RULE.match(sheet, at)
        if rule:
            made.append(Rule(rule["selectors"], rule["style"]))
        found = gap or rule
        if not found:
            raise NotPlain
        at = found.end()
    return made


def parseStyle(style: str, *, validate: bool) -> list[Property]:  # noqa: N802
    """The properties that stand beside an element, or in a rule.

    >>> [font] = parseStyle("font: 16px/1.5 'Segoe UI',Arial", validate=False)
    >>> font.name, font.value
    ('font', '16px/1.5 "Segoe UI", Arial')
    """
    if validate:
        # What it has to say of values that are wrong, cssutils alone knows.
        raise NotPlain
    made: dict[str, Property] = {}
    for one in style.strip(" \t\n").removesuffix(";").split(";"):
        declaration = _DECLARATION.fullmatch(one)
        if not declaration or declaration["name"] in made:
            raise NotPlain
        value = _BETWEEN.sub(r"\1 ", declaration["value"]).replace("'", '"')
        made[declaration["name"]] = Property(declaration["name"], value)
    return list(made.values())


def selector(plain: str) -> Callable[[Any], list[Any]]:
    """What chooses elements of a tree, as lxml.cssselect.CSSSelector does, by a plain selector."""
    if not _SELECTORS.fullmatch(plain):
        raise NotPlain
    *above, own = (_simple(one) for one in plain.split(" "))

    def chosen(page: Any) -> list[Any]:
        root = page.getroot() if hasattr(page, "getroot") else page
        found = _alike(root, own)
        return [one for one in found if _stands_in(one, above)] if above else found

    return chosen


def _simple(written: str) -> Simple:
    name, *classes = written.split(".")
    return name, frozenset(classes)


def _alike(root: Any, wanted: Simple) -> list[Any]:
    name, classes = wanted
    if not classes:
        return list(root.iter(name))
    found = min((_by_class(root).get(one, []) for one in classes), key=len)
    return [one for one in found if _is(one, wanted)]


def _is(element: Any, wanted: Simple) -> bool:
    name, classes = wanted
    return (not name or element.tag == name) and classes <= _classes(element.get("class", ""))


def _stands_in(element: Any, above: list[Simple]) -> bool:
    """Whether some elements around it are those, from the outermost on."""
    left = [*above]
    for around in element.iterancestors():
        if left and _is(around, left[-1]):
            left.pop()
    return not left


@functools.lru_cache(maxsize=1)
def _by_class(root: Any) -> Mapping[str, list[Any]]:
    """The elements of each class, as they follow each other."""
    found: dict[str, list[Any]] = {}
    for element in root.iter("*"):
        for name in _classes(element.get("class", "")):
            found.setdefault(name, []).append(element)
    return found


@functools.lru_cache(maxsize=4096)
def _classes(written: str) -> frozenset[str]:
    return frozenset(_CLASS.findall(written))
