"""Sources of small press kits, and what is made of them."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Mapping
from pathlib import Path

from pipeline import editions, production, publications
from pipeline.corpus import reading
from pipeline.model.editions import Edition, Publication, Refused
from pipeline.renderers import merge_tags
from pipeline.typesetting import Typesetter

ROOT = Path(__file__).parent.parent
TEMPLATES = ROOT / "templates"
NOW = dt.datetime(2024, 3, 1, 9, tzinfo=dt.UTC)
HOUSE = """\
name: Northbridge Together
short_name: Northbridge
languages: [en]
timezone: Europe/Paris
"""
KIT = """\
---
title: Open streets
date: 2024-02-15
---
"""
PRESS = """\
press:
  name: Press office
  email: press@northbridge.example
  phone: "+33 1 40 64 49 00"
"""
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60">'
    '<circle cx="30" cy="30" r="28" fill="#123a6b"/></svg>'
)


def write(folder: Path, files: Mapping[str, str | bytes] | None = None) -> Path:
    """The least a kit needs, and *files* beside it or in its place."""
    least = {"organisation.yaml": HOUSE, "presskits/open/kit.md": KIT}
    for name, content in {**least, **(files or {})}.items():
        path = folder / "sources" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder / "sources"


def edition(
    sources: Path, *, language: str = "en", named: str = "", others: tuple[str, ...] = ()
) -> Edition:
    made = made_up(sources, language=language, named=named, others=others)
    assert isinstance(made, Edition), made.findings
    return made


def made_up(
    sources: Path, *, language: str = "en", named: str = "", others: tuple[str, ...] = ()
) -> Edition | Refused:
    """The latest kit, or the one that is named."""
    (made,) = editions.make_up(
        declared("presskit"),
        reading.read(sources),
        NOW,
        publications.words(TEMPLATES),
        named=named,
        latest=True,
        languages=(language,),
        others=tuple(map(declared, others)),
    )
    return made


def declared(name: str) -> Publication:
    return publications.load(TEMPLATES / name / publications.DECLARATION, TEMPLATES)


@functools.cache
def typesetter() -> Typesetter:
    words, brand = publications.words(TEMPLATES), publications.brand(TEMPLATES)
    return Typesetter(TEMPLATES, words, brand, merge_tags.TOKENS)


def page(kit: Edition) -> str:
    return typesetter().set(kit, "presskit.html")


def produced(kit: Edition) -> production.Made:
    return production.produce(kit, typesetter(), lambda *_: None)
