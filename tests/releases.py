"""Releases of a network that knows what a press office does, and of one that is in a hurry."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree
from PIL import Image

from pipeline import editions, production, publications
from pipeline.corpus import reading
from pipeline.errors import Finding
from pipeline.model.editions import Edition
from pipeline.renderers import merge_tags
from pipeline.typesetting import Typesetter

TEMPLATES = Path(__file__).parent.parent / "templates"
BEFORE = dt.datetime.fromisoformat("2025-05-01T09:00+02:00")
AFTER = dt.datetime.fromisoformat("2025-06-01T09:00+02:00")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

ORGANISATION = """\
name: {en: Rivers and Harbours Alliance, fr: Alliance des rivières et des ports}
short_name: RHA
languages: [en, fr]
timezone: Europe/Amsterdam
website: https://www.rivers.example
phone: "+31 20 555 01 00"
"""
CONTACTS = """\
press:
  name: {en: Press desk, fr: Service de presse}
  role: {en: Enquiries and interviews, fr: Demandes et interviews}
  email: press@rivers.example
  phone: "+31 20 555 01 23"
  languages: [en, fr]
harbour:
  name: {en: Harbour office, fr: Bureau du port}
  email: harbour@rivers.example
"""
IMAGES = """\
quay.png:
  alt: {en: A quay at low water, fr: Un quai à marée basse}
  credit: {en: "J. Bakker", fr: "J. Bakker"}
  licence: CC-BY-4.0
  caption: {en: The *old* quay., fr: Le *vieux* quai.}
plan.svg:
  alt: {en: A plan of the harbour, fr: Un plan du port}
  credit: Harbour office
  licence: All rights reserved
"""
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200">'
    '<rect width="300" height="200" fill="#ffffff"/><rect width="90" height="90"/></svg>'
)
BOILERPLATE = {
    "boilerplate/short.md": "---\ntitle: About the Alliance\n---\nThe Alliance joins 40 ports.",
    "boilerplate/short.fr.md": "---\ntitle: L'Alliance en bref\n---\nL'Alliance réunit 40 ports.",
}
FULL = """\
---
title: "Rivers rise: *ports* ask for a common answer"
subtitle: Meeting of the ports, Rotterdam
date: 2025-05-12
embargo: 2025-05-12T11:30
standfirst: Forty ports will measure high water in the same way.
place: Rotterdam
country: NL
contacts: [press, harbour]
images: [quay.png, plan.svg]
notes: |
  1. The Alliance was founded in 1991.
  2. Its members are listed [on its site](https://www.rivers.example/members).
---
Forty ports signed [the protocol](https://www.rivers.example/protocol) today & will publish it.[^1]

> "We measured. **Now** we act."
> — Ada Vermeer, harbour master of Delfzijl

## What changes

1. Gauges are read *every hour*.
2. Readings are public:
    - on paper,
    - on line.

Then:

1. A second list begins at one.

| Port | Height |
|---|---:|
| Emden | 3 |
| Kehl | 4 |

### In detail

The word [Überlauf]{lang=de} stays German.

[^1]: In three languages.
"""
FRENCH = """\
---
title: "L'eau monte : les *ports* demandent une réponse commune"
subtitle: Réunion des ports, Rotterdam
standfirst: Quarante ports mesureront les crues de la même façon.
notes: |
  1. L'Alliance a été fondée en 1991.
---
Quarante ports ont signé [le protocole](https://www.rivers.example/protocole) aujourd'hui.[^1]

> "Nous avons mesuré. **Maintenant**, agissons."
> — Ada Vermeer, capitaine du port de Delfzijl

## Ce qui change

Les relevés sont publics.

[^1]: En trois langues.
"""
SLUG = "2025-05-12-high-water"


@dataclass(frozen=True)
class Made:
    edition: Edition
    files: Mapping[str, bytes]
    findings: tuple[Finding, ...]

    def text(self, name: str) -> str:
        return self.files[name].decode()


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """A folder of sources: the organisation's own and *files*."""
    (folder / "images").mkdir(parents=True)
    Image.new("RGB", (1200, 800), "navy").save(folder / "images/quay.png")
    (folder / "images/plan.svg").write_text(DRAWING, encoding="utf-8")
    for name, text in {"organisation.yaml": ORGANISATION, **files}.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def complete(folder: Path) -> Path:
    return write(
        folder,
        {
            "contacts.yaml": CONTACTS,
            "images.yaml": IMAGES,
            **BOILERPLATE,
            f"releases/{SLUG}.md": FULL,
            f"releases/{SLUG}.fr.md": FRENCH,
        },
    )


def make(
    sources: Path, language: str = "en", moment: dt.datetime = AFTER, named: str = SLUG
) -> Made:
    corpus = reading.read(sources)
    words = publications.words(TEMPLATES)
    publication = publications.load(TEMPLATES / "release" / "publication.toml", TEMPLATES)
    (edition,) = editions.make_up(
        publication, corpus, moment, words, named=named, languages=(language,)
    )
    assert isinstance(edition, Edition), [str(finding) for finding in edition.findings]
    setter = Typesetter(TEMPLATES, words, publications.brand(TEMPLATES), merge_tags.TOKENS)
    made = production.produce(edition, setter, lambda name, size: None)
    return Made(edition, made.files, made.findings)


# A Word document, read back ---------------------------------------------------------------


def part(document: bytes, name: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(document)) as parts:
        return etree.fromstring(parts.read(name))


def said(element: Any) -> str:
    """The words of a paragraph, or of several with a line for each."""
    told = []
    for paragraph in element.iter(f"{W}p"):
        marks = {f"{W}br": "\n", f"{W}tab": "\t"}
        pieces = (marks.get(node.tag, node.text or "") for node in paragraph.iter())
        told.append("".join(pieces).strip())
    return "\n".join(told)


def outline(document: bytes) -> list[tuple[str, str]]:
    """Every paragraph of the body: the name of its style, and its words."""
    names = {
        style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val")
        for style in part(document, "word/styles.xml").iter(f"{W}style")
    }
    return [
        (names[paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")], said(paragraph))
        for paragraph in part(document, "word/document.xml").iter(f"{W}p")
    ]
