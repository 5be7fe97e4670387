"""What an edition shows: every picture that its pages may name. Pure."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from pipeline.errors import Finding, Location
from pipeline.frozen import fields_of
from pipeline.model.corpus import Copy
from pipeline.model.editions import Edition
from pipeline.model.texts import Picture, Text


def bitmap_of(logo: Picture, copy: Copy) -> Picture | None:
    """The picture by which letters show a logo that is a drawing: it has the same name."""
    stem = PurePath(logo.name).with_suffix("")
    alike = [one for name, one in copy.pictures.items() if PurePath(name).with_suffix("") == stem]
    return next((one for one in (logo, *alike) if one.format != "svg"), None)


def _with_bitmap(edition: Edition, copy: Copy) -> Edition:
    brand = edition.organisation.brand
    if not brand.logo or all(output.renderer != "email" for output in edition.publication.outputs):
        return edition
    bitmap = bitmap_of(brand.logo, copy)
    house = dataclasses.replace(
        edition.organisation, brand=dataclasses.replace(brand, bitmap=bitmap)
    )
    return dataclasses.replace(edition, organisation=house)


def with_pictures(edition: Edition, copy: Copy) -> Edition:
    """The edition with every picture that its pages may name."""
    found: dict[str, Picture] = {}
    parts = (
        edition.lead,
        edition.sections,
        edition.did_you_know,
        edition.boilerplate,
        edition.announcements,
    )
    for value in inside(parts, []):
        if isinstance(value, Picture):
            found.setdefault(value.name, value)
        elif isinstance(value, Text):
            for name in value.shown():
                if name in copy.pictures:
                    found.setdefault(name, copy.pictures[name])
    edition = _with_bitmap(edition, copy)
    logo, bitmap = edition.organisation.brand.logo, edition.organisation.brand.bitmap
    if bitmap:
        found[bitmap.name] = bitmap
    if logo:
        found.pop(logo.name, None)
        found[logo.name] = logo
    return dataclasses.replace(edition, pictures=tuple(found.values()))


def inside(value: Any, found: list[Any]) -> list[Any]:
    """*found*, and every value inside *value*, itself first."""
    found.append(value)
    if isinstance(value, (list, tuple)):
        for item in value:
            inside(item, found)
    elif isinstance(value, (str, int, type(None), Location, Finding)):
        return found
    elif isinstance(value, Mapping):
        for item in value.values():
            inside(item, found)
    else:
        for name in fields_of(value.__class__):
            inside(getattr(value, name), found)
    return found
