"""Hyphens: one that is missing between words, and one that is too many."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, OBJECT, Block, Mark, Sheet
from pipeline.sought import sought

_NATIONS = (
    "French|German|Belgian|Dutch|Spanish|Italian|Portuguese|Polish|Czech|Swiss|Austrian|Swedish"
    "|Danish|Finnish|Hungarian|Romanian|Greek|British|Irish"
)
_TOO_FEW = (
    (("french", "german", "belgian", "dutch", "spanish", "italian", "polish", "swedish",
      "portuguese", "finnish", "hungarian", "romanian"),
     sought(rf"\b(?:{_NATIONS})( )(?:{_NATIONS})(?= (?:border|relations|cooperation|treaty"
                r"|partnership|summit|project|friendship|agreement|programme|region)\b)")),
    (("term", "scale", "level", "risk"),
     sought(r"\b(?:[Ss]hort|[Mm]edium|[Ll]arge|[Ss]mall|[Ll]ow|[Hh]igh)(?=, | and | or )"
                r"()(?:, (?:short|medium|long|small|low|mid))?,? (?:and|or|to) (?:short|medium|long"
                r"|large|small|low|high)-(?:term|scale|level|risk|income)\b")),
    (("directorate", "secretary"),
     sought(r"\b(?:Directorate|Secretary)( )General(?= (?:for|of)\b)")),
)  # fmt: skip
_TOO_MANY = sought(
    r"\b(?:(?!(?:family|early|daily|weekly|monthly|yearly|hourly|only|friendly|likely|elderly|user"
    r"|multiply|supply|reply|apply|assembly|anomaly|italy|july|fly)\b)[a-z]{3,}ly)(-)[a-z]+(?:ed|ing"
    r"|en|own|lt|de|ght|nt|ible|able|ive)\b"
    r"|\b(?:is|are|was|were|be|been)(?: all| also)? well(-)(?:placed|known|established|defined"
    r"|documented|suited|equipped|informed|trained|prepared)(?= (?:to|in|for|by|and|that|as|on)\b"
    r"|[.,;])"
)
_CLOSED = {
    "fire fighter": "firefighter", "fire fighters": "firefighters", "night club": "nightclub",
    "night clubs": "nightclubs", "policy maker": "policymaker", "policy makers": "policymakers",
    "web site": "website", "web sites": "websites", "news letter": "newsletter",
    "work shop": "workshop", "work shops": "workshops", "data base": "database",
    "data bases": "databases", "cyber attack": "cyberattack", "cyber attacks": "cyberattacks",
    "cyber criminals": "cybercriminals", "cyber crime": "cybercrime",
    "cyber security": "cybersecurity", "cyber space": "cyberspace", "stake holders": "stakeholders",
    "guide lines": "guidelines", "road map": "roadmap", "life style": "lifestyle",
    "work place": "workplace", "child care": "childcare", "health care": "healthcare",
    "tool kit": "toolkit", "tool box": "toolbox", "feed back": "feedback", "home page": "homepage",
    "year book": "yearbook", "hand book": "handbook", "guide book": "guidebook",
    "key note": "keynote", "green houses": "greenhouses", "over view": "overview",
    "mean while": "meanwhile", "further more": "furthermore", "never the less": "nevertheless",
}  # fmt: skip
_CLOSED_FIRST = frozenset(words.split()[0] for words in _CLOSED)
_CLOSED_LAST = frozenset(words.split()[-1] for words in _CLOSED)
_CLOSED_FORM = sought(
    rf"(?<![\w’'-])(?:{'|'.join(sorted(_CLOSED, key=len, reverse=True))})(?![\w’'-])", re.IGNORECASE
)


def x137_hyphen_out_of_place(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Short- and long-term*, *the French-Belgian border*, *newly built*, *website*: a hyphen that
    is missing, one that is too many, and words that have grown together.
    Remedy: write it as the dictionary does."""
    for block in sheet.prose:
        if block.language[:2] != "en":
            continue
        words = block.vocabulary
        for signs, form in _TOO_FEW:
            if words.isdisjoint(signs):
                continue
            for found in form.finditer(block.text):
                yield from _misplaced(block, found, found.start(1), "lacks a hyphen", "put it in")
        if "-" in block.text:
            for found in _TOO_MANY.finditer(block.text):
                at = found.start(found.lastindex or 0)
                yield from _misplaced(block, found, at, "needs no hyphen", "take the hyphen out")
        if not (words.isdisjoint(_CLOSED_FIRST) or words.isdisjoint(_CLOSED_LAST)):
            for found in _CLOSED_FORM.finditer(block.text):
                right = _CLOSED[found[0].lower()]
                yield from _misplaced(
                    block, found, found.start(), "is one word", f"write {right}", len(found[0])
                )


def _misplaced(
    block: Block, found: re.Match[str], at: int, fault: str, remedy: str, length: int = 1
) -> Iterator[Mark]:
    if block.is_own(at) and OBJECT not in found[0]:
        yield block.mark("X137", at, at + length, f"{found[0]!r} {fault}", remedy, NOTE)
