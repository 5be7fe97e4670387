"""Names of well-known products, with the capitals that they have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.sheet import NOTE, Block, Mark, Sheet
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
_PARTED = {
    "Chat GPT": "ChatGPT", "You Tube": "YouTube", "Git Hub": "GitHub", "Linked In": "LinkedIn",
    "Whats App": "WhatsApp", "Power Point": "PowerPoint", "Word Press": "WordPress",
    "Tik Tok": "TikTok", "Java Script": "JavaScript", "Open Street Map": "OpenStreetMap",
    "Libre Office": "LibreOffice", "Open AI": "OpenAI",
}  # fmt: skip
_PROGRAMMES = {
    "Erasmus+": r"E(?:RASMUS|rasmus)(?: \+(?!\d)| [Pp]lus| PLUS)(?!\w)|ERASMUS\+",
    "Interreg": r"INTERREG(?!\w)",
    "eTwinning": r"E-?[Tt]winning(?!\w)|e-[Tt]winning(?!\w)",
    "Youthpass": r"Youth ?Pass(?!\w)|YOUTHPASS(?!\w)",
    "Europass": r"EUROPASS(?!\w)|Euro ?Pass(?!\w)",
    "Eurodesk": r"EURODESK(?!\w)|Euro ?Desk(?!\w)",
    "Europeana": r"EUROPEANA(?!\w)",
    "NextGenerationEU": r"Next[- ]Generation[- ]EU(?!\w)|Next Gen EU(?!\w)",
    "Horizon 2020": r"Horizon-2020(?!\w)|Horizon2020(?!\w)|HORIZON 2020(?!\w)",
    "Horizon Europe": r"Horizon europe(?!\w)|HORIZON EUROPE(?!\w)|HORIZON Europe(?!\w)",
}
"""Programmes of the Union, as the Commission writes them, and how others do."""
_FUNDS = frozenset(
    "erasmus interreg twinning etwinning youth youthpass europass euro eurodesk europeana "
    "generation gen horizon horizon2020".split()
)
_FUNDED = {right: sought(rf"(?<![\w@#/.’'-])(?:{form})") for right, form in _PROGRAMMES.items()}
_WITHOUT_PLUS = sought(
    r"(?<![\w@#/.’'-])Erasmus(?= (?:partners?|projects?|applications?|funding|grants?|mobility"
    r"|programme)\b(?! (?:Mundus|Student)))"
)
_PROGRAM = sought(
    r"(?<![\w@#/.’'-])(?:Erasmus\+|Horizon (?:2020|Europe)|Interreg|Creative Europe|Digital Europe)"
    r"(?: [A-Z][a-z]+)? (program)(?!\w)"
)
"""The Union writes British English."""
_ENDS = frozenset(name.split()[-1].lower() for name in _PARTED)
_TWO_WORDS = sought(rf"(?<![\w@#/.’'-])(?:{'|'.join(_PARTED)})(?![\w@/-])")
_RIGHT = {name.lower(): name for name in _NAMES}
_WORD = sought(r"(?<![\w@#/.’'-])(?=[\w]*[A-Z])[A-Za-z]\w{2,}(?![\w@/-]|\.\w|\()")


def products(sheet: Sheet) -> Iterator[Mark]:
    """*Javascript*, *Linkedin*: the name has its capitals elsewhere."""
    vocabulary = sheet.reading.vocabulary
    for block in () if vocabulary.isdisjoint(_ENDS) else sheet.blocks:
        for found in () if block.vocabulary.isdisjoint(_ENDS) else _TWO_WORDS.finditer(block.text):
            if not block.is_foreign(found.start()):
                yield _spelt(block, found, _PARTED[found[0]])
    yield from () if vocabulary.isdisjoint(_FUNDS) else _programmes(sheet)
    if vocabulary.isdisjoint(_RIGHT):
        return
    for block in sheet.blocks:
        if block.is_capitals or block.vocabulary.isdisjoint(_RIGHT):
            continue
        for found in _WORD.finditer(block.text):
            right = _RIGHT.get(found[0].lower(), found[0])
            is_shouted = found[0].isupper() and right != "edX"
            if right != found[0] and not is_shouted and not block.is_foreign(found.start()):
                yield _spelt(block, found, right)


def _programmes(sheet: Sheet) -> Iterator[Mark]:
    """*ERASMUS+*, *Erasmus Plus*; and *Erasmus* alone in a text that knows the plus."""
    has_plus = "Erasmus+" in sheet.source
    for block in sheet.blocks:
        if block.is_capitals or block.vocabulary.isdisjoint(_FUNDS):
            continue
        for right, form in _FUNDED.items():
            for found in form.finditer(block.text):
                if not block.is_foreign(found.start()):
                    yield _spelt(block, found, right)
        for found in _PROGRAM.finditer(block.text) if block.language[:2] == "en" else ():
            words = found[0].rsplit(" ", 1)[0]
            yield block.mark(
                "X118", *found.span(1), f"{found[0]!r} calls itself {words + ' programme'!r}",
                "write programme", NOTE, "programme",
            )  # fmt: skip
        for found in _WITHOUT_PLUS.finditer(block.text) if has_plus else ():
            yield _spelt(block, found, "Erasmus+")


def _spelt(block: Block, found: re.Match[str], right: str) -> Mark:
    return block.mark(
        "X118", *found.span(), f"{found[0]!r} is spelt {right!r} by its makers",
        f"write {right}", NOTE, right,
    )  # fmt: skip
