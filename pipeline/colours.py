"""The palette of a house: its two colours, and the tints that can be read on each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from pipeline.model.house import Organisation


def palette(brand: Mapping[str, Any], organisation: Organisation) -> dict[str, Markup]:
    """Colours and type by name, with the tints of the two brand colours."""
    made = {**brand.get("type", {}), **brand.get("colour", {})}
    own = organisation.brand
    for name, colour in (("primary", own.primary), ("accent", own.accent)):
        base = colour or made.get(name, "#123a6b")
        made[name] = base
        made[f"{name}_text"] = _darkened(base)
        inks = ("#ffffff", made.get("ink", "#000000"), "#000000")
        made[f"{name}_on"] = next(ink for ink in inks if contrast(base, ink) >= 4.5)
        made[f"{name}_tint"] = mixed(base, "#ffffff", 0.08)
        made[f"{name}_soft"] = mixed(base, "#ffffff", 0.2)
        made[f"{name}_mid"] = mixed(base, "#ffffff", 0.5)
        made[f"{name}_dark"] = mixed(base, "#000000", 0.75)
        made[f"{name}_night"] = mixed(made[f"{name}_text"], "#000000", 0.75)
        made[f"{name}_light"] = _lightened(base)
    # These go into style sheets, where an escaped quotation mark ends the rule.
    return {name: Markup(value) for name, value in made.items()}  # noqa: S704


def mixed(colour: str, other: str, share: float) -> str:
    """*share* of *colour* in *other*.

    >>> mixed("#000000", "#ffffff", 0.2)
    '#cccccc'
    """
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(one * share + two * (1 - share)):02x}" for one, two in pairs)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    def linear(channel: int) -> float:
        value = channel / 255
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

    red, green, blue = map(linear, _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _darkened(colour: str, ratio: float = 4.5) -> str:
    """The colour, darkened until it can be read as text on white and on its own tint."""
    share = 1.0
    while contrast(mixed(colour, "#000000", share), "#ffffff") < ratio + 0.7 and share > 0:
        share -= 0.05
    return mixed(colour, "#000000", share)


def _lightened(colour: str, ground: str = "#14181d", ratio: float = 7.0) -> str:
    """The colour, lightened until it can be read as text in the dark scheme."""
    share = 1.0
    while contrast(mixed(colour, "#ffffff", share), ground) < ratio and share > 0:
        share -= 0.05
    return mixed(colour, "#ffffff", max(share, 0))
