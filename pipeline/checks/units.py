"""Units of measurement in the letters that the trade and the law give them."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.register import Register
from pipeline.checks.sheet import WARNING, Mark, Sheet
from pipeline.sought import sought

_UNITS = ("kWh", "MWh", "GWh", "TWh", "kW", "MW", "GW", "kg", "km", "kHz", "MHz", "GHz", "cm")
_BY_LETTERS = {unit.casefold(): unit for unit in _UNITS}
_MEASURED = sought(
    r"(?<![\w.,])\d[\d.,\u00a0\u202f ]{0,20}"
    r"(?P<unit>[KMGTkmgt][Ww][Hh]|[Kk][Ww]|[Kk][Gg]s?|[Kk][Mm]s?|[kmgKMG][Hh][Zz]|C[Mm]s?)"
    r"(?![\w²³-])"
)


def x153_unit_in_other_letters(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*180 Mwh*, *5 Km*, *12 kgs*: a unit has letters of its own (SI brochure, 9th edition, 5.2),
    and no plural.
    Remedy: write MWh, km, kg; --fix does it."""
    for block in sheet.blocks:
        for found in _MEASURED.finditer(block.text) if block.has_figures else ():
            typed = found["unit"]
            right = _BY_LETTERS[typed.casefold().removesuffix("s")]
            if typed != right:
                yield block.mark(
                    "X153", *found.span("unit"), f"{typed!r} is written {right!r}",
                    f"write {right}", WARNING, right,
                )  # fmt: skip
