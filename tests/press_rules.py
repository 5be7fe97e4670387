"""What a printer's preflight refuses: the rules of PDF/X-4 (ISO 15930-7), and ink by ink.

No free judge of PDF/X exists, so these are written down from the standard, rule by rule, on top
of PDF 1.6; stricter than it in one thing: not even tagged red, green and blue may be left.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pikepdf
from pikepdf import Name
from PIL import Image, ImageChops

XMP = {
    "GTS_PDFXVersion": r"PDF/X-4",
    "Trapped": r"True|False",
    "CreateDate": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ",
    "ModifyDate": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ",
    "MetadataDate": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ",
    "DocumentID": r"uuid:[0-9a-f-]{36}",
    "VersionID": r".+",
    "RenditionClass": r".+",
}
PAINTS = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Tj", "TJ", "'", '"', "sh", "Do"}
SHOWS = {"Tj", "TJ", "'", '"'}
FORBIDDEN = ("/AA", "/OpenAction", "/AcroForm", "/OCProperties", "/Outlines")
ADDED = 1e-4


@dataclass
class Walk:
    """What a walk over every content stream has met."""

    faults: list[str] = field(default_factory=list)
    fills: set[tuple[float, ...]] = field(default_factory=set)
    """The inks of each field and line."""
    types: set[tuple[float, ...]] = field(default_factory=set)
    """The inks that type is painted with; grey counts as black ink."""
    over: set[tuple[float, ...]] = field(default_factory=set)
    """The inks of the type that prints over what is below it."""
    heaviest: float = 0.0
    """The most ink in one place, in per cent."""
    pictures: list[str] = field(default_factory=list)
    seen: set[tuple[int, int]] = field(default_factory=set)


def faults(content: bytes) -> list[str]:
    """Everything for which a preflight would send the file back."""
    with pikepdf.open(io.BytesIO(content)) as file:
        walk = walked(file)
        return [
            *_structure(file),
            *_identity(file),
            *_intent(file),
            *(fault for number, page in enumerate(file.pages, 1) for fault in _boxes(page, number)),
            *_fonts(file),
            *_objects(file),
            *walk.faults,
        ]


def _structure(file: pikepdf.Pdf) -> Iterator[str]:
    if file.pdf_version > "1.6":
        yield f"version {file.pdf_version} is later than 1.6"
    if file.is_encrypted:
        yield "encrypted"
    if len(file.trailer.get("/ID", [])) != 2:
        yield "no file identifier"
    yield from (f"{key} in the catalogue" for key in FORBIDDEN if key in file.Root)
    if "/Names" in file.Root and {"/JavaScript", "/EmbeddedFiles"} & set(file.Root.Names.keys()):
        yield "scripts or attachments"


def _identity(file: pikepdf.Pdf) -> Iterator[str]:
    metadata = file.Root.get("/Metadata")
    if metadata is None:
        yield "no XMP"
        return
    if "/Filter" in metadata:
        yield "the XMP is compressed"
    packet = metadata.read_bytes().decode()
    said = dict(re.findall(r"<\w+:(\w+)>([^<]+)</", packet))
    for key, wanted in XMP.items():
        if not re.fullmatch(wanted, said.get(key, "")):
            yield f"XMP {key} is {said.get(key)!r}"
    if 'x-default">' not in packet:
        yield "no dc:title"
    info = file.docinfo
    for key, other in (("/CreationDate", "CreateDate"), ("/ModDate", "ModifyDate")):
        if re.sub(r"\D", "", str(info.get(key))) != re.sub(r"\D", "", said.get(other, "")):
            yield f"{key} is not {other}"
    if str(info.get("/Trapped")) != f"/{said.get('Trapped')}":
        yield "Trapped is said in two ways"
    if "/Title" not in info:
        yield "no title"


def _intent(file: pikepdf.Pdf) -> Iterator[str]:
    intents = [one for one in file.Root.get("/OutputIntents", []) if one.S == Name.GTS_PDFX]
    if len(intents) != 1:
        yield f"{len(intents)} output intents"
        return
    (intent,) = intents
    for key in ("/OutputConditionIdentifier", "/Info", "/DestOutputProfile"):
        if key not in intent:
            yield f"no {key} in the output intent"
    profile = intent.DestOutputProfile.read_bytes()
    if intent.DestOutputProfile.N != 4 or profile[12:20] != b"prtrCMYK" or profile[8] > 4:
        yield "the profile is not one of a press with four inks"
    if int.from_bytes(profile[:4], "big") != len(profile):
        yield "the profile is not whole"
    if "/RegistryName" not in intent and str(intent.OutputConditionIdentifier) != "Custom":
        yield "a condition of no registry"


def _boxes(page: pikepdf.Page, number: int) -> Iterator[str]:
    if "/TrimBox" not in page.obj or "/ArtBox" in page.obj:
        yield f"page {number}: neither TrimBox nor ArtBox, or both"
    nested = [tuple(map(float, box)) for box in (page.trimbox, page.bleedbox, page.mediabox)]
    for inner, outer in pairwise(nested):
        signs = (1, 1, -1, -1)
        gaps = [s * (i - o) for s, i, o in zip(signs, inner, outer, strict=True)]
        if min(gaps) < -ADDED:
            yield f"page {number}: {inner} stands out of {outer}"
    if page.obj.get("/Annots"):
        yield f"page {number}: annotations"
    if float(page.obj.get("/UserUnit", 1)) != 1:
        yield f"page {number}: a unit of its own"


def _fonts(file: pikepdf.Pdf) -> Iterator[str]:
    for thing in file.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == Name.Font:
            if thing.get("/Subtype") in (Name.Type0, Name.Type3):
                continue
            described = thing.get("/FontDescriptor", {})
            if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(described.keys()):
                yield f"{thing.get('/BaseFont')} is not embedded"


def _objects(file: pikepdf.Pdf) -> Iterator[str]:
    """Rules that hold wherever the object stands."""
    for thing in file.objects:
        if isinstance(thing, pikepdf.Stream):
            if {"/OPI", "/Ref", "/PS", "/Alternates", "/F"} & set(thing.keys()):
                yield "content that is elsewhere"
            if thing.get("/Subtype") == Name.PS:
                yield "PostScript"
        if isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
            for key in ("/TR", "/HTP"):
                if key in thing:
                    yield f"{key}: the press decides that"
            group = thing.get("/Group")
            if group is not None and "RGB" in str(group.get("/CS")):
                yield "a transparency group in RGB"
    if any(b"DeviceRGB" in thing.unparse() for thing in file.objects):
        yield "DeviceRGB somewhere"


# Ink by ink -------------------------------------------------------------------------------


def walked(file: pikepdf.Pdf) -> Walk:
    walk = Walk()
    for page in file.pages:
        _walk(page.obj, page.obj.get("/Resources"), walk)
    walk.heaviest = max([walk.heaviest, *(sum(inks) * 100 for inks in walk.fills | walk.types)])
    return walk


@dataclass
class Painter:
    """The state in which the operators of one stream paint."""

    resources: Any
    walk: Walk
    fill: tuple[float, ...] = (0, 0, 0, 1)
    is_over: bool = False
    kept: list[tuple[tuple[float, ...], bool]] = field(default_factory=list)

    def follow(self, operands: Any, name: str) -> None:
        if name in ("rg", "RG", "ri"):
            self.walk.faults.append(f"the operator {name}")
        elif name in ("k", "K", "g", "G"):
            self.take([float(part) for part in operands], is_fill=name.islower())
        elif name in ("cs", "CS") and str(operands[0]) != "/Pattern":
            self.walk.faults.append(f"the colour space {operands[0]}")
        elif name == "gs":
            state = self.resources.ExtGState[str(operands[0])]
            self.is_over = bool(state.get("/op", self.is_over)) and int(state.get("/OPM", 0)) == 1
        elif name == "q":
            self.kept.append((self.fill, self.is_over))
        elif name == "Q":
            self.fill, self.is_over = self.kept.pop()
        elif name == "sh":
            _shading(self.resources.Shading[str(operands[0])], self.walk)

    def take(self, given: list[float], *, is_fill: bool) -> None:
        inks = tuple(given) if len(given) == 4 else (0, 0, 0, round(1 - given[0], 4))
        self.walk.fills.add(inks)
        self.fill = inks if is_fill else self.fill

    def paint(self, name: str) -> None:
        if name in SHOWS:
            self.walk.types.add(self.fill)
            if self.is_over:
                self.walk.over.add(self.fill)
        elif name in PAINTS and self.is_over:
            self.walk.faults.append(f"{name} prints over what is below")


def _walk(stream: Any, resources: Any, walk: Walk) -> None:
    painter = Painter(resources, walk)
    for operands, operator in pikepdf.parse_content_stream(stream):
        painter.follow(operands, str(operator))
        painter.paint(str(operator))
    for kind in ("/XObject", "/Pattern"):
        for inner in dict(resources.get(kind, {})).values():
            _inner(inner, resources, walk)


def _inner(inner: Any, resources: Any, walk: Walk) -> None:
    if inner.objgen in walk.seen:
        return
    walk.seen.add(inner.objgen)
    if inner.get("/Subtype") == Name.Image:
        _picture(inner, walk)
    elif "/Shading" in inner:
        _shading(inner.Shading, walk)
    else:
        _walk(inner, inner.get("/Resources", resources), walk)


def _shading(shading: Any, walk: Walk) -> None:
    if shading.ColorSpace not in (Name.DeviceCMYK, Name.DeviceGray):
        walk.faults.append(f"a shading in {shading.ColorSpace}")


def _picture(picture: Any, walk: Walk) -> None:
    space = str(picture.ColorSpace)
    walk.pictures.append(space)
    if space not in ("/DeviceCMYK", "/DeviceGray"):
        walk.faults.append(f"a picture in {space}")
    if space != "/DeviceCMYK":
        return
    size = (int(picture.Width), int(picture.Height))
    if picture.Filter == Name.DCTDecode:
        # Pillow turns the inks of a JPEG round once; the file says that they are turned.
        shown = Image.open(io.BytesIO(picture.read_raw_bytes()))
    else:
        shown = Image.frombytes("CMYK", size, picture.read_bytes())
    halves = [band.point(lambda part: part // 4) for band in shown.split()]
    total = halves[0]
    for band in halves[1:]:
        total = ImageChops.add(total, band)
    walk.heaviest = max(walk.heaviest, total.getextrema()[1] * 4 / 2.55)
