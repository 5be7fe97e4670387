"""Loans: words and titles of another language in a sentence, and nothing that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks import tongues
from pipeline.checks.french import anglicisms
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, OBJECT, Block, Mark, Sheet
from pipeline.sought import sought

_SPOKEN = {
    "fr": "French", "de": "German", "es": "Spanish", "it": "Italian", "nl": "Dutch",
    "pt": "Portuguese", "pl": "Polish", "en": "English",
}  # fmt: skip
_ACCENTED = sought(r"(?<![\w@#/.’'-])[a-z]*[à-öø-ÿœłńśźżąęăâîșțřčšžěů][a-zà-öø-ÿœ]+(?![\w@/’-])")
_ADOPTED = frozenset(
    "café cafés résumé résumés cliché clichés façade façades naïve fiancé fiancée décor protégé "
    "protégés exposé exposés élite élites rôle régime régimes matinée soirée soirées entrée "
    "attaché attachés crèche crèches fête fêtes vis-à-vis déjà détente première communiqué "
    "communiqués blasé touché purée señor piñata jalapeño über émigré émigrés raison "
    "prêt-à-porter née coup coopération coördinate coöperate reëlect naïveté précis tête-à-tête "
    "mêlée mélange étagère dérive bête passé risqué outré consommé papier-mâché sautéed appliqué "
    "château châteaux à la là très où crêpe crêpes piqué séance chargé voilà fiancés".split()
)
_OFFICIAL = sought(
    r"(?<![\w@/.-])(?:Livre [Bb]lanc|[Ll]oi (?:de )?1901|asbl|ASBL|mairies?|Observatoire|Police de"
    r"|Hôtel de [Vv]ille|ayuntamientos?|Landkreise?|Gemeinden?|Landrat|Regierungsbezirk)(?![\w@/-])"
)
"""Words of offices that have an English name: *White Paper*, *non-profit association*."""
_OFFICES = (
    "Livre ", "1901", "asbl", "ASBL", "mairie", "Observatoire", "Police de", "Hôtel de ",
    "ayuntamiento", "Landkreis", "Gemeinde", "Landrat", "Regierungsbezirk",
)  # fmt: skip
"""One of these stands in whatever is found."""
_ASIDE = sought(r"\(([^()]{6,80})\)|[“\"]([^“”\"]{6,80})[”\"]|‘([^‘’]{6,60})’(?!\w)")


def t125_foreign_words(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A word or a title in another language, in a sentence that does not say so: a reading machine
    speaks it as its own.
    Remedy: translate it, or mark it: [its words]{lang=fr}."""
    yield from anglicisms.anglicisms(sheet)
    yield from _dates(sheet)
    if sheet.language[:2] != "en":
        return
    offices = [part for part in _OFFICES if part in sheet.reading.text]
    for block in sheet.blocks:
        if block.language[:2] != "en" or block.kind in ("cell", "speaker"):
            continue
        if not block.text.isascii():
            yield from _accented(block)
        official = any(map(block.text.__contains__, offices))
        for found in _OFFICIAL.finditer(block.text) if official else ():
            yield from _loan(block, *found.span(), "a foreign word")
        for start, end in _titles(block):
            words = block.text[start:end]
            if OBJECT in words or not re.search(r"[a-zà-ÿ] [a-zA-Zà-ÿ]", words):
                continue
            language, foreign, mine, count = tongues.votes(words, "en", is_whole=True)
            if foreign and not mine and 2 <= count <= 16 and language in _SPOKEN:
                yield from _loan(block, start, end, _SPOKEN[language])


def _accented(block: Block) -> Iterator[Mark]:
    """The first word with a foreign letter of each sentence; a title in a link is told whole."""
    for sentence in block.sentences:
        found = [
            match
            for match in _ACCENTED.finditer(sentence.text)
            if match[0] not in _ADOPTED and len(match[0]) > 3
        ]
        # A whole sentence in another language is told by itself.
        if found and len(found) < 4:
            start = sentence.start + found[0].start()
            link = block.link_at(start)
            if link is None:
                yield from _loan(block, start, start + len(found[0][0]), "a foreign word")
            elif not tongues.votes(block.text[link.start : link.end], "en", is_whole=True)[1]:
                yield from _loan(block, link.start, link.end, "a foreign title")


def _titles(block: Block) -> Iterator[tuple[int, int]]:
    """What stands by itself: the words of a link, of a bracket, between quotation marks."""
    for link in block.links:
        yield link.start, link.end
    if "(" in block.text or '"' in block.text or "“" in block.text or "‘" in block.text:
        for found in _ASIDE.finditer(block.text):
            yield found.span(found.lastindex or 0)


_DATE = sought(
    r"(?<![\w-])(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|January|February|March|April"
    r"|June|July|August|September|October|November|December)\.? \d{1,2}(?:st|nd|rd|th)?,? "
    r"(?:19|20)\d\d(?!\d)"
    r"|(?<!\d)\d{1,2} (?:Jan|Feb|Apr|Jul|Aug|Dec|January|February|March|April|May|June|July|August"
    r"|October|December) (?:19|20)\d\d(?!\d)"
)


def _dates(sheet: Sheet) -> Iterator[Mark]:
    """*Feb 10, 2019* in a French text: a program set it, or a form."""
    for block in sheet.blocks_in("fr").passages:
        for found in _DATE.finditer(block.text) if block.has_figures else ():
            if block.is_own(found.start()):
                yield block.mark(
                    "T125", *found.span(), f"{found[0]!r} is a date of English",
                    "write it as the language does, or mark it: [its words]{lang=en}",
                )  # fmt: skip


def _loan(block: Block, start: int, end: int, spoken: str) -> Iterator[Mark]:
    if block.is_foreign(start) or any(a <= start < b for a, b in block.emphasis):
        return
    yield block.mark(
        "T125", start, end, f"{block.text[start:end]!r} is {spoken}, and is not marked",
        "translate it, or mark it: [its words]{lang=…}", NOTE,
    )  # fmt: skip
