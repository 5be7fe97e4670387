"""Where each page goes on the sheets that are folded and stapled; pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

PAGES_PER_SHEET = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a sheet: two pages beside the fold. Pages count from 1; None is a blank."""

    signature: int
    sheet: int
    """The place in its signature, from 0 for the outermost."""
    is_front: bool
    left: int | None
    right: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """The lower left corners of two pages on a sheet, from the sheet's own, in points."""

    width: float
    height: float
    left: float
    right: float
    bottom: float

    @property
    def fold(self) -> float:
        return self.width / 2


def padded(pages: int, multiple: int = PAGES_PER_SHEET) -> int:
    """The number of pages with the blanks that fill the last sheet.

    >>> padded(46), padded(48), padded(0)
    (48, 48, 0)
    """
    return -(-pages // multiple) * multiple


def impose(
    pages: int, *, signature: int | None = None, is_bound_right: bool = False
) -> Iterator[Side]:
    """The sides of the sheets in the order of printing.

    Without a signature the whole booklet is one, to be saddle-stitched:

    >>> [(side.left, side.right) for side in impose(8)]
    [(8, 1), (2, 7), (6, 3), (4, 5)]
    >>> [(side.left, side.right) for side in impose(3)]
    [(None, 1), (2, 3)]

    With one, sheets are folded in bundles of so many pages, to be sewn one after another:

    >>> [(side.left, side.right) for side in impose(7, signature=4)]
    [(4, 1), (2, 3), (None, 5), (6, 7)]

    A book in Arabic or Hebrew is bound on the right; its second page lies there beside its third:

    >>> [(side.left, side.right) for side in impose(8, is_bound_right=True)]
    [(1, 8), (7, 2), (3, 6), (5, 4)]
    """
    total = padded(pages)
    size = signature or max(total, PAGES_PER_SHEET)
    if size < PAGES_PER_SHEET or size % PAGES_PER_SHEET:
        raise ValueError(f"a signature has a multiple of {PAGES_PER_SHEET} pages, not {size}")
    for number, first in enumerate(range(0, total, size)):
        for side in _fold(number, first, min(first + size, total), pages):
            yield replace(side, left=side.right, right=side.left) if is_bound_right else side


def creep(sheet: int, thickness: float) -> float:
    """How far a page moves towards the spine.

    Folded into one another, inner sheets stand out at the fore-edge and lose it to the knife;
    each moves in by what the paper around it takes up.

    >>> creep(0, 0.1), creep(11, 0.1)
    (0.0, 1.1)
    """
    return round(sheet * thickness, 6)


def spread(page: tuple[float, float], sheet: tuple[float, float]) -> Spread:
    """Two pages back to back on the fold, centred on the sheet.

    >>> spread((148, 210), (297, 210))
    Spread(width=297, height=210, left=0.5, right=148.5, bottom=0.0)
    """
    (width, height), (sheet_width, sheet_height) = page, sheet
    fold = sheet_width / 2
    bottom = (sheet_height - height) / 2
    return Spread(
        width=sheet_width, height=sheet_height, left=fold - width, right=fold, bottom=bottom
    )


def _fold(signature: int, first: int, end: int, pages: int) -> Iterator[Side]:
    def page(offset: int) -> int | None:
        return offset + 1 if offset < pages else None

    for sheet in range((end - first) // PAGES_PER_SHEET):
        low, high = first + 2 * sheet, end - 1 - 2 * sheet
        place = {"signature": signature, "sheet": sheet}
        yield Side(**place, is_front=True, left=page(high), right=page(low))
        yield Side(**place, is_front=False, left=page(low + 1), right=page(high - 1))
