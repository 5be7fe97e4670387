"""One issue in one language by itself: what the other tools are given, as a folder of sources."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath
from typing import Any

import yaml

from pipeline import stamps, wording
from pipeline.model.editions import Edition


def folder(edition: Edition, sources: Path, place: Path) -> Path:
    """The sources of *edition* and nothing else, typed out of *sources*."""
    written = [path for path in _files(edition) if path.suffix == ".md"]
    for path in written:
        target = place.joinpath(*path.parts[1:])
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(sources.joinpath(*path.parts[1:]), target)
    looked_up = {n for path in written for n in wording.names(_text(sources.parent / path))}
    house = _typed(sources / "organisation.yaml", edition.language)
    _type(place / "organisation.yaml", {**house, "languages": [edition.language]})
    pictures = {picture.name for picture in edition.pictures}
    contacts = {contact.id for contact in edition.contacts}
    for name, wanted in (
        ("images", {*pictures, house["brand"]["logo"]}),
        ("contacts", contacts | _asked(looked_up, "contacts")),
        ("facts", _asked(looked_up, "facts")),
    ):
        told = _typed(sources / f"{name}.yaml", edition.language)
        _type(place / f"{name}.yaml", {key: told[key] for key in told if key in wanted})
    dates = {event.id for event in edition.agenda} | _asked(looked_up, "events")
    agenda = _typed(sources / "agenda.yaml", edition.language)
    _type(place / "agenda.yaml", [event for event in agenda if event["id"] in dates])
    (place / "images").mkdir()
    for name in pictures:
        shutil.copy(sources / "images" / name, place / "images")
    return place


def _files(edition: Edition) -> list[PurePath]:
    return sorted({where.path for where in stamps.places(edition)})


def _text(path: Path) -> str:
    return path.read_text("utf-8")


def _asked(names: Iterable[str], kind: str) -> set[str]:
    """The records that texts look up: `{{ events.nice_2020.place }}` is about nice-2020."""
    asked = (name.split(".") for name in names)
    return {parts[1].replace("_", "-") for parts in asked if parts[0] == kind}


def _typed(path: Path, language: str) -> Any:
    """What stands in a file, every value as it was typed, in one language."""
    return _in(yaml.load(_text(path), yaml.BaseLoader), language)


def _in(told: Any, language: str) -> Any:
    if isinstance(told, Mapping):
        if language in told:
            return told[language]
        return {key: _in(value, language) for key, value in told.items()}
    return [_in(value, language) for value in told] if isinstance(told, list) else told


def _type(path: Path, told: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(told, allow_unicode=True, sort_keys=False), "utf-8")
