"""Units of measurement in the letters that the trade and the law give them."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, WARNING, Mark, Sheet
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
    and no plural; *80 kmh* has lost its stroke, *9,000 m2* its height.
    Remedy: write MWh, km, kg, km/h, m²; fix=1 does it."""
    yield from _raised(sheet)
    yield from _cramped(sheet) if sheet.language[:2] == "en" else ()
    for block in sheet.blocks:
        for found in _MEASURED.finditer(block.text) if block.has_figures else ():
            typed = found["unit"]
            right = _BY_LETTERS[typed.casefold().removesuffix("s")]
            if typed != right:
                yield block.mark(
                    "X153", *found.span("unit"), f"{typed!r} is written {right!r}",
                    f"write {right}", WARNING, right,
                )  # fmt: skip
        for found in _OCTETS.finditer(block.text) if block.language[:2] == "en" else ():
            right = f"{found['unit'][0].replace('K', 'k')}B"
            yield block.mark(
                "X153", *found.span("unit"), f"{found['unit']!r} is French for {right!r}",
                f"write {right}", WARNING, right,
            )  # fmt: skip
        for found in _PER_HOUR.finditer(block.text) if block.says("kmh", "kmph") else ():
            yield block.mark(
                "X153", *found.span("unit"), f"{found['unit']!r} is written 'km/h'", "write km/h",
                WARNING, "km/h",
            )  # fmt: skip


_OCTETS = sought(r"(?<![\w.,])\d+[ \u00a0\u202f]?(?P<unit>[MKk]o)(?![\w-])")
_PER_HOUR = sought(r"(?<![\w.,])\d{1,3}[ \u00a0\u202f]?(?P<unit>[Kk]mp?[hH])(?![\w-])")
_HEIGHTS = {"2": "²", "3": "³"}
_LOW = sought(r"(?<=[\d\u00a0\u202f ])(?P<unit>[kcm]?m)(?P<power>[23])(?![\w²³/.-]|\.\w)")


def _raised(sheet: Sheet) -> Iterator[Mark]:
    """`9,000 m2`: a note, and a warning beside `4,000 m²`."""
    level = WARNING if sheet.saying("m²", "m³") else NOTE
    for block in sheet.saying("m2", "m3"):
        for found in _LOW.finditer(block.text):
            if not _FIGURE.search(block.text, max(0, found.start() - 4), found.start()):
                continue
            right = f"{found['unit']}{_HEIGHTS[found['power']]}"
            yield block.mark(
                "X153", *found.span(), f"{found[0]!r} is written {right!r}", f"write {right}",
                level, right,
            )  # fmt: skip


_FIGURE = sought(r"\d\W{0,2}$")


_MEASURE = sought(
    r"(?<![\w.,/#+€$£-])\d[\d.,]*(?P<gap>[ \u00a0\u202f]?)"
    r"(?:[kMGT]W[hpe]?|[ckm]?m[²³]?|kg|ha|km/h|[kMGT]B)(?![\w²³/-])"
)


def _cramped(sheet: Sheet) -> Iterator[Mark]:
    """`5km` beside `60 kW`: measures have their space, or none has."""
    spots = [
        (block, found)
        for block in sheet.prose
        if block.has_figures
        for found in _MEASURE.finditer(block.text)
    ]
    tight = [spot for spot in spots if not spot[1]["gap"]]
    # The space is what the trade asks for, however often it is left out.
    for block, found in tight if len(tight) < len(spots) else ():
        at = found.end("gap")
        yield block.mark(
            "X153", found.start(), found.end(),
            f"{found[0]!r}: other measures here have a space", "put a space in", NOTE,
            f"{block.text[found.start() : at]} {block.text[at : found.end()]}",
        )  # fmt: skip
