"""What a file promises to those who read it and to those who keep it, in the words it says it."""

from __future__ import annotations

from dataclasses import dataclass

# PDF/A-3 allows no name space that it is not told about; PDF/A-4 no longer asks.
EXTENSION = b"""\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>\
<rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>\
</rdf:Description>"""
FIRST = b"""\
<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="" \
pdfuaid:part="1" />"""
SECOND = b"""\
<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="" \
pdfuaid:part="2" pdfuaid:rev="2024" />\
<rdf:Description xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" rdf:about="" \
pdfaid:rev="2020" />"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    variant: str
    """What WeasyPrint is asked for."""
    part: int
    conformance: str | None
    """Of PDF/A: its part, and its level where the part has levels."""
    claim: bytes
    """What the file says of itself beyond that, in its metadata."""
    is_second: bool = False
    """Whether it is PDF 2.0, whose elements are more and whose links lead to elements."""


STANDARDS = {
    "ua-1": Standard(variant="pdf/a-3a", part=3, conformance="A", claim=FIRST + EXTENSION),
    # Of the three kinds of PDF/A-4 WeasyPrint knows, this one asks for nothing more.
    "ua-2": Standard(variant="pdf/a-4e", part=4, conformance=None, claim=SECOND, is_second=True),
}
"""By the part of PDF/UA: what most readers know today, and what comes after it."""
