"""Names of well-known products, with the capitals that they have."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.sheet import NOTE, Mark, Sheet
from pipeline.sought import sought

_NAMES = (
    "JavaScript TypeScript CoffeeScript GitHub GitLab YouTube LinkedIn WordPress PyCharm edX "
    "OpenMOLE LibreOffice OpenOffice OpenStreetMap PostgreSQL PostGIS MySQL SQLite MongoDB MariaDB "
    "PowerPoint WhatsApp TikTok PayPal iPhone iPad jQuery GraphQL Nextcloud OpenDocument "
    "BigBlueButton PeerTube XWiki GeoServer GeoNode OpenLayers ArcGIS GeoJSON TopoJSON DuckDuckGo "
    "ChatGPT OpenAI TYPO3 SharePoint OneDrive OneNote InDesign FileZilla phpMyAdmin SoundCloud "
    "WeTransfer VMware OpenFisca FranceConnect SurveyMonkey Eventbrite ResearchGate TweetDeck "
    "FullCalendar AngularJS ReactJS FastAPI NumPy SciPy PyTorch TensorFlow MediaWiki Wikidata "
    "DokuWiki OpenSSL QGIS MapLibre"
).split()
_RIGHT = {name.lower(): name for name in _NAMES}
_WORD = sought(r"(?<![\w@#/.’'-])(?=[\w]*[A-Z])[A-Za-z]\w{2,}(?![\w@/-]|\.\w|\()")


def products(sheet: Sheet) -> Iterator[Mark]:
    """*Javascript*, *Linkedin*: the name has its capitals elsewhere."""
    if sheet.reading.vocabulary.isdisjoint(_RIGHT):
        return
    for block in sheet.blocks:
        if block.is_capitals or block.vocabulary.isdisjoint(_RIGHT):
            continue
        for found in _WORD.finditer(block.text):
            right = _RIGHT.get(found[0].lower(), found[0])
            is_shouted = found[0].isupper() and right != "edX"
            if right != found[0] and not is_shouted and not block.is_foreign(found.start()):
                yield block.mark(
                    "X118", *found.span(), f"{found[0]!r} is spelt {right!r} by its makers",
                    f"write {right}", NOTE, right,
                )  # fmt: skip
