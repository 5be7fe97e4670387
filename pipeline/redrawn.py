"""How often the parts of a drawing are drawn: what is called, handed down, or looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field

from pipeline import cascade
from pipeline.frozen import commonplace, mutable

MOST_ELEMENTS = 20_000
DEEPEST = 50
MOST_FIGURES = 100_000
"""In all its paths; a coastline has 30,000."""
MOST_CALLS = 300_000
"""Of ids and of classes, from all its elements; five classes for each of the most elements."""
MOST_LOOKED_FOR = 5_000_000
"""Elements at which the engine looks for the ids that are called: one second sees three million."""
MOST_INSIDE = 100_000
"""Elements whose bounds are sought anew for each that is half transparent and holds them."""
_FEW = 4
"""Colours of a gradient that cost as much as an element."""
_FIGURES = 25
"""Figures of a path that do, where it is drawn again."""
_STEPS = "ACHLMQSTVZachlmqstvz"
_FIGURE = re.compile(
    rf"[0-9.]+|[-+eE](?![0-9.])|[^\s,0-9.+eE{_STEPS}-]|[{_STEPS}](?=\s*(?:[{_STEPS}]|$))"
)
"""What the engine takes for a point, or draws without any."""
_CALLED = re.compile(r"url\(\s*['\"]?#([^'\")]+)")
# A form that begins anew at each letter takes hours for a style sheet without braces.
_RULE = re.compile(r"(?<![^{}])([^{}]*)\{([^{}]*)\}")
_CLASS = re.compile(r"\.([\w-]+)\s*$")
_UNSHOWN = re.compile(r"(?:display:none|(?<![\w-])opacity:(?:0?\.)?0+%?)(?:[;!}]|$)")
_FAINT = re.compile(r"(?<![\w-])opacity\s*:", re.IGNORECASE)
_DECLARED = re.compile(r"(?:([\w-]{1,40})\s*:\s*+)?url\(\s*['\"]?#([^'\")]+)")
_PAINT = frozenset({"linearGradient", "radialGradient", "filter"})
_KEPT = frozenset({"mask", "clip-path", "filter"})
"""What an element does not hand down to all that is inside it."""
Class = tuple[str, str]
"""What a class calls: `.` for itself, `<` handed down, `>` at each point of a path."""
Name = str | Class
Call = tuple[Name, int, tuple[str, ...]]
"""An id, or a class; how often it is drawn, and as often again as each of these."""


@commonplace(frozen=True, slots=True)
class Begun:
    """An element that is open, and where all that is inside it begins."""

    identity: str
    is_paint: bool
    elements: int
    calls: int
    placed: int
    figures: int
    handed: tuple[tuple[Name, bool], ...] = ()
    """What it hands down, and whether that is drawn at each point."""
    is_faint: bool = False


@mutable(slots=True, eq=False, repr=False)
class Tally:
    """What the elements of one drawing ask for."""

    elements: int = 0
    figures: int = 0
    deepest: int = 0
    inside: int = 0
    """How many half transparent elements hold one, for all of them together."""
    levels: int = 0
    """How many elements hold one, for all of them together."""
    calls: list[Call] = field(default_factory=list)
    placed: list[str] = field(default_factory=list)
    """The ids that `<use>` draws again."""
    contents: dict[str, tuple[int, tuple[Call, ...]]] = field(default_factory=dict)
    """Id -> how many elements it holds, and what those call."""
    styled: dict[Class, list[Call]] = field(default_factory=dict)
    open: list[Begun] = field(default_factory=list)
    asked: list[cascade.Asked] = field(default_factory=list)
    hidden: set[str] = field(default_factory=set)
    """Classes that are not shown, as the layers that somebody has switched off."""
    is_faint: bool = False
    """Whether its style makes anything half transparent, wherever that is."""


def begin(tally: Tally, tag: str, given: Mapping[str, str], *, is_drawn: bool) -> None:
    tally.elements += 1
    tally.levels += len(tally.open)
    tally.inside += sum(one.is_faint for one in tally.open)
    style = given.get("style", "")
    begun = Begun(
        given.get("id", ""),
        tag in _PAINT,
        tally.elements,
        len(tally.calls),
        len(tally.placed),
        tally.figures,
        tuple(dict.fromkeys(_handed(given))) if is_drawn else (),
        "opacity" in given or bool(_FAINT.search(style)),
    )
    tally.open.append(begun)
    tally.deepest = max(tally.deepest, len(tally.open))
    if is_drawn:
        _count(tally, tag, given)


def _handed(given: Mapping[str, str]) -> Iterator[tuple[Name, bool]]:
    for key, value in given.items():
        has_marker = _has_marker(key, value)
        for named, identity in _DECLARED.findall(value):
            if (named if key == "style" else key).casefold() not in _KEPT:
                yield identity, False
                yield from [(identity, True)] if has_marker else []
    for name in given.get("class", "").split():
        yield from ((("<", name), False), ((">", name), True))


def _has_marker(key: str, value: str) -> bool:
    return key.startswith("marker") or "marker" in value


def _count(tally: Tally, tag: str, given: Mapping[str, str]) -> None:
    """What is drawn again and again because of one element, and how much it asks for."""
    points = len(_FIGURE.findall(given.get("d", "") + given.get("points", "")))
    tally.figures += points
    for key, value in given.items():
        if key.rpartition(" ")[2] == "href" and value.strip().startswith("#"):
            tally.calls.append((value.strip()[1:], 1, ()))
            tally.placed += [value.strip()[1:]] if tag == "use" else []
        times = max(1, points) if _has_marker(key, value) else 1
        tally.calls += [(name, times, ()) for name in _CALLED.findall(value)]
    # The style stands where it likes.
    for name in dict.fromkeys(given.get("class", "").split()):
        tally.calls += [((".", name), 1, ()), ((">", name), max(1, points), ())]


def end(tally: Tally) -> None:
    begun = tally.open.pop()
    inside = tally.elements - begun.elements
    again = tuple(tally.placed[begun.placed :])
    for name, is_marker in begun.handed if inside or again else ():
        times = tally.figures - begun.figures if is_marker else inside
        # Nobody knows yet how many points there are in what is drawn again.
        times += MOST_FIGURES if is_marker and again else 0
        tally.calls.append((name, times, again))
    if begun.identity and begun.identity not in tally.contents:
        # A gradient is no picture of its own.
        drawn = (inside + 1) // _FEW if begun.is_paint else inside + 1
        drawn += (tally.figures - begun.figures) // _FIGURES
        tally.contents[begun.identity] = drawn, tuple(tally.calls[begun.calls :])


def read_sheet(tally: Tally, sheet: str) -> None:
    """What the rules of a style call, by their classes; without one, any element may."""
    tally.asked += cascade.asked(sheet)
    tally.is_faint |= bool(_FAINT.search(sheet))
    for selectors, rules in _RULE.findall(sheet):
        if is_unshown(rules):
            tally.hidden.update(
                found[1] for one in selectors.split(",") if (found := _CLASS.search(one))
            )
        called = {
            ".": _CALLED.findall(rules),
            "<": [name for key, name in _DECLARED.findall(rules) if key.casefold() not in _KEPT],
            ">": _CALLED.findall(rules) if "marker" in rules else [],
        }
        for selector in selectors.split(","):
            found = _CLASS.search(selector)
            for sign, names in called.items():
                mine = (sign, found[1] if found else "")
                tally.styled.setdefault(mine, []).extend((name, 1, ()) for name in names)


def is_unshown(style: str) -> bool:
    return bool(_UNSHOWN.search(re.sub(r"\s", "", style).casefold()))


def faults(tally: Tally) -> Iterator[str]:
    """What is too much, when all has been read."""
    if _drawn(tally) > MOST_ELEMENTS:
        yield f"repeats itself (<use>, marker, mask …) into more than {MOST_ELEMENTS:,} elements"
    if cascade.is_endless(tally.asked, tally.elements, tally.deepest):
        yield "has so many rules in its <style> that nobody can follow"
    if (tally.levels if tally.is_faint else tally.inside) > MOST_INSIDE:
        yield "has transparent layers in one another, with too much in them"
    if _looked_for(tally) * tally.elements > MOST_LOOKED_FOR:
        yield f"calls {_looked_for(tally):,} parts of itself by their ids, too many to look for"


def _looked_for(tally: Tally) -> int:
    """How often an id is looked for: each once, and what is nowhere each time."""
    called = (*tally.calls, *(call for calls in tally.styled.values() for call in calls))
    ids = {name for name, _, _ in called if isinstance(name, str)}
    return len(ids) + sum(name not in tally.contents for name in tally.placed)


def _drawn(tally: Tally) -> int:
    """How many elements it becomes when all that is drawn again is followed.

    Too many, if that never ends.
    """
    known: dict[Name, int] = {}

    def weight(name: Name, above: frozenset[Name]) -> int:
        if name in above or len(above) > DEEPEST:
            return MOST_ELEMENTS + 1
        if name not in known:
            own, calls = tally.contents.get(name, (0, ())) if isinstance(name, str) else (0, ())
            styled = () if isinstance(name, str) else tally.styled.get(name, ())
            known[name] = own + total((*calls, *styled), above | {name})
        return known[name]

    def total(calls: Iterable[Call], above: frozenset[Name]) -> int:
        found = 0
        for name, times, again in calls:
            if each := weight(name, above):
                found += each * (times + sum(weight(one, above) for one in again))
            if found > MOST_ELEMENTS:
                break
        return found

    again = total(tally.calls, frozenset())
    anywhere = weight((".", ""), frozenset()) * (tally.elements + again)
    at_points = weight((">", ""), frozenset()) * (tally.figures + again * _FIGURES)
    return tally.elements + again + anywhere + at_points
