"""What a printer asks of a file: PDF/X-4 (ISO 15930-7), for one printing condition."""

from __future__ import annotations

import hashlib
import uuid
from typing import Any
from xml.sax.saxutils import escape

import pydyf

from pipeline.renderers import inks, separations, wishes
from pipeline.renderers.job import PROFILES, Job

OPTIONS = ("output_intent", "condition", "ink_limit", "type_inks")
REGISTRY = "http://www.color.org"
VERSION = "1.6"
"""The PDF that PDF/X-4 is made of."""
IDENTITY = "PDF/X-4"
TYPE_INKS = ("as designed", "black")
INK_LIMIT = 300
"""Per cent: what coated paper can take."""

PACKET = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
<pdfxid:GTS_PDFXVersion>{identity}</pdfxid:GTS_PDFXVersion>
<xmp:CreateDate>{moment}</xmp:CreateDate>
<xmp:CreatorTool>Broadside</xmp:CreatorTool>
<xmp:MetadataDate>{moment}</xmp:MetadataDate>
<xmp:ModifyDate>{moment}</xmp:ModifyDate>
<xmpMM:DocumentID>uuid:{document}</xmpMM:DocumentID>
<xmpMM:InstanceID>uuid:{instance}</xmpMM:InstanceID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<xmpMM:VersionID>1</xmpMM:VersionID>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def is_wanted(job: Job) -> bool:
    """Whether the declaration names a printing condition."""
    return "output_intent" in job.output.options


def refuse_unheard(job: Job, *, is_for_press: bool) -> None:
    """What is asked of a press where none prints would be lost in silence."""
    asked = [name for name in OPTIONS if name in job.output.options]
    if asked and not is_for_press:
        message = f"'{asked[0]}' is for a press, and this PDF is to be read on a screen"
        raise wishes.refusal(job, message, 'write  variant = "print"  below it, or take it out')
    if asked and not is_wanted(job):
        message = f"'{asked[0]}' needs the press it is for"
        raise wishes.refusal(job, message, 'write  output_intent = "FOGRA39L_coated.icc"  below it')


def prepare(pdf: pydyf.PDF, job: Job) -> None:
    """Make the finished pages ready for the press that the declaration names."""
    profile = _profile(job)
    limit = wishes.measure(job, "ink_limit", INK_LIMIT) / 100
    is_type_black = wishes.choice(job, "type_inks", TYPE_INKS) == "black"
    separations.separate(pdf, inks.Inks(profile, limit), is_type_black=is_type_black)
    _intend(pdf, job, profile)
    _identify(pdf, job)


def _profile(job: Job) -> bytes:
    name = job.output.options["output_intent"]
    address = f"{PROFILES}{name}"
    remedy = "put the printer's .icc file beside publication.toml, or into templates/_shared/press"
    if address not in job.assets:
        raise wishes.refusal(job, f"there is no ICC profile {name!r}", remedy)
    profile = job.assets[address]
    if not inks.is_for_print(profile):
        message = f"{name!r} is not the ICC profile of a press with four inks"
        raise wishes.refusal(job, message, remedy)
    return profile


def _intend(pdf: pydyf.PDF, job: Job, profile: bytes) -> None:
    """Say for which press and paper the inks were mixed."""
    embedded = pydyf.Stream([profile], pydyf.Dictionary({"N": 4}), compress=True)
    pdf.add_object(embedded)
    name = inks.description(profile)
    condition = wishes.text(job, "condition")
    intent = pydyf.Dictionary(
        {
            "Type": "/OutputIntent",
            "S": "/GTS_PDFX",
            "OutputConditionIdentifier": pydyf.String(condition or "Custom"),
            "OutputCondition": pydyf.String(name),
            "Info": pydyf.String(name),
            "DestOutputProfile": embedded.reference,
        }
    )
    if condition:
        intent["RegistryName"] = pydyf.String(REGISTRY)
    pdf.catalog["OutputIntents"] = pydyf.Array([intent])


def _identify(pdf: pydyf.PDF, job: Job) -> None:
    """What the file says of itself; the same content has the same identity, on any day."""
    edition = job.edition
    title, author = edition.title.plain, edition.organisation.name.plain
    moment = f"{edition.date.isoformat()}T00:00:00Z"
    stamp = pydyf.String(f"D:{edition.date:%Y%m%d}000000Z")
    pdf.info.update(
        Title=pydyf.String(title),
        Author=pydyf.String(author),
        Creator=pydyf.String("Broadside"),
        Producer=pydyf.String("Broadside"),
        CreationDate=stamp,
        ModDate=stamp,
        Trapped="/False",
        GTS_PDFXVersion=pydyf.String(IDENTITY),
    )
    packet = PACKET.format(
        title=escape(title),
        author=escape(author),
        language=escape(edition.language),
        producer="Broadside",
        identity=IDENTITY,
        moment=moment,
        document=_identity(f"{edition.publication.slug}/{edition.slug}/{job.output.name}".encode()),
        instance=_identity(_content(pdf)),
    )
    extra = pydyf.Dictionary({"Type": "/Metadata", "Subtype": "/XML"})
    metadata = pydyf.Stream([packet.encode()], extra)
    pdf.add_object(metadata)
    pdf.catalog["Metadata"] = metadata.reference


def _content(pdf: pydyf.PDF) -> bytes:
    """All that the streams of the file hold, before it is compressed."""
    streams = (thing.stream for thing in pdf.objects if isinstance(thing, pydyf.Stream))
    parts = (part for stream in streams for part in stream)
    return b"\n".join(_bytes(part) for part in parts)


def _bytes(part: Any) -> bytes:
    """An operator, or a picture that WeasyPrint has not read yet."""
    held = getattr(part, "data", part)
    return held if isinstance(held, bytes) else str(held).encode()


def _identity(content: bytes) -> uuid.UUID:
    return uuid.UUID(bytes=hashlib.sha256(content).digest()[:16], version=5)
