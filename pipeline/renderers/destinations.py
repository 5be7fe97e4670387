"""Links and bookmarks that lead to an element of the text, wherever a reader shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pydyf


def point(
    pdf: pydyf.PDF, places: Mapping[str, bytes], bookmarks: Iterable[tuple[str, bytes]]
) -> None:
    """Add to every destination the element that stands there.

    *places* are the elements by the names that links know them by, *bookmarks* those with an
    entry in the outline, by its words and in its order.
    """
    spots = _spots(pdf)
    left = iter(bookmarks)
    for thing in pdf.objects:
        if not isinstance(thing, dict) or "Dest" not in thing:
            continue
        target = thing["Dest"]
        if isinstance(target, pydyf.String):
            _lead(thing, target, spots[target.string], places[target.string])
        else:
            words = thing["Title"].string
            _lead(thing, target, target, next(place for told, place in left if told == words))


def _lead(thing: dict[str, Any], target: Any, spot: pydyf.Array, element: bytes) -> None:
    """Both the old way and the new: a reader that knows no elements goes to the page."""
    del thing["Dest"]
    there = pydyf.Array([element, *spot[1:]])
    thing["A"] = pydyf.Dictionary({"Type": "/Action", "S": "/GoTo", "D": target, "SD": there})


def _spots(pdf: pydyf.PDF) -> dict[str, pydyf.Array]:
    names = pdf.catalog.get("Names", {}).get("Dests", {}).get("Names", ())
    return {name.string: spot for name, spot in zip(names[::2], names[1::2], strict=True)}
