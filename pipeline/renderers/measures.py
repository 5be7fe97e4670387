"""What a page says of itself in numbers and colours, and what is neither."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree.ElementTree import Element

from pipeline.errors import DeclarationError, Finding
from pipeline.renderers import burdens
from pipeline.renderers.job import Job

WIDEST = 10_000.0
"""Points, of a sheet or of what stands on it; ten times a slide."""
TALLEST = 31_680
"""Twentieths of a point, of a line in Word."""
_WHOLE = re.compile(r"[0-9]{1,9}", re.ASCII)
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?", re.ASCII)
_COLOUR = re.compile("#[0-9A-Fa-f]{6}")


class Misread(Exception):
    """An attribute of the page says what nobody can make a slide or a drawing of."""

    def __init__(self, name: str, found: str, wanted: str) -> None:
        super().__init__(f"'{name}' should be {wanted}, not {_shown(found)}")
        self.words = f'{name}="{found}"'
        """As they would stand in a template."""


@contextmanager
def told(job: Job) -> Iterator[None]:
    """A letter to the designer, at the line of the template if what is wrong stands there."""
    try:
        yield
    except burdens.Overburdened as error:
        raise burdens.refusal(job, error) from error
    except Misread as error:
        message = f"{job.output.name} cannot be made: {error}"
        where = job.design(error.words) or job.sheet
        told = Finding("P111", message, "correct it in the template", where)
        raise DeclarationError(told) from error


def whole(node: Element, name: str, default: int, most: int, least: int = 0) -> int:
    """
    >>> whole(Element("section", {"data-step": "2"}), "data-step", 0, 2)
    2
    """
    found = node.get(name)
    if found is None:
        return default
    if not _WHOLE.fullmatch(found) or not least <= int(found) <= most:
        raise Misread(name, found, f"a whole number from {least} to {most}")
    return int(found)


def number(
    node: Element, name: str, default: float = 0, least: float = -WIDEST, most: float = WIDEST
) -> float:
    found = node.get(name)
    return default if found is None else _number(name, found, found, least, most)


def box(node: Element, name: str) -> tuple[float, ...]:
    """Left, top, width and height in points; nothing, if it says none.

    >>> box(Element("img", {"data-box": "1 2 3.5 4"}), "data-box")
    (1.0, 2.0, 3.5, 4.0)
    """
    found = node.get(name)
    if found is None:
        return ()
    parts = found.split()
    if len(parts) != 4:
        raise Misread(name, found, "four numbers: left, top, width and height")
    return tuple(
        _number(name, part, found, least, WIDEST)
        for part, least in zip(parts, (-WIDEST, -WIDEST, 1, 1), strict=True)
    )


def leading(written: str, single: float) -> list[str]:
    """The height of lines as Word is told it: a share of a *single* one, or so many points.

    >>> leading("1.2", 1.2), leading("14pt", 1.2), leading("normal", 1.2)
    (['w:line="240" w:lineRule="auto"'], ['w:line="280" w:lineRule="exact"'], [])
    """
    found = re.fullmatch(r"([0-9]{1,4}(?:\.[0-9]+)?)(pt|%|)", written.strip())
    if not found:
        return []
    height, unit = float(found[1]), found[2]
    if unit == "pt":
        return [f'w:line="{min(round(height * 20), TALLEST)}" w:lineRule="exact"']
    lines = height / 100 if unit == "%" else height
    return [f'w:line="{min(round(lines / single * 240), TALLEST)}" w:lineRule="auto"']


def is_bold(weight: str) -> bool:
    """
    >>> is_bold("600"), is_bold("bold"), is_bold("normal")
    (True, True, False)
    """
    return weight in ("bold", "bolder") or bool(re.fullmatch("[6-9][0-9][0-9]|1000", weight))


def colour(found: str, name: str) -> str:
    """*found* without its sign, as offices write it.

    >>> colour("#1b1f24", "data-ink")
    '1B1F24'
    """
    if not _COLOUR.fullmatch(found):
        raise Misread(name, found, "a colour such as #123a6b")
    return found[1:].upper()


def _number(name: str, part: str, found: str, least: float, most: float) -> float:
    if not _NUMBER.fullmatch(part) or not least <= float(part) <= most:
        raise Misread(name, found, f"a number from {least:,.0f} to {most:,.0f}")
    return float(part)


def _shown(found: str) -> str:
    told = repr(found)
    return told if len(told) <= 60 else f"{told[:57]}…"
