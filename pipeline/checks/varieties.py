"""Varieties of English: British, American and -ize, of which a document has one."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from pipeline.checks.register import Register
from pipeline.checks.sheet import WARNING, Block, Mark, Sheet
from pipeline.sought import sought

_BRITISH = {
    "colour": "color", "colours": "colors", "favour": "favor", "honour": "honor", "labour": "labor",
    "neighbour": "neighbor", "neighbours": "neighbors", "neighbourhood": "neighborhood",
    "neighbourhoods": "neighborhoods", "behaviour": "behavior", "behaviours": "behaviors",
    "harbour": "harbor", "centre": "center", "centres": "centers", "theatre": "theater",
    "metre": "meter", "metres": "meters", "defence": "defense", "offence": "offense",
    "licence": "license", "programme": "program", "programmes": "programs",
    "travelled": "traveled",
    "travelling": "traveling", "cancelled": "canceled", "modelling": "modeling",
    "analyse": "analyze",
    "analysed": "analyzed", "analysing": "analyzing", "catalogue": "catalog", "fulfil": "fulfill",
    "grey": "gray", "skilful": "skillful", "ageing": "aging",
}  # fmt: skip
_CERTAIN = frozenset(
    "colour colours favour honour labour neighbour neighbours neighbourhood neighbourhoods "
    "behaviour "
    "behaviours harbour analyse analysed analysing travelled travelling organise".split()
)
_IZE = sought(
    r"\b((?:organ|recogn|emphas|real|priorit|mobil|minim|maxim|util|standard|character|harmon"
    r"|modern|summar|special"
    r"|central|stigmat|polar|radical|categor|author|optim|general|familiar|victim|digital"
    r"|formal)i)([sz])"
    r"(e[ds]?|ing|ations?|ers?)\b"
)


Typed = tuple[Block, re.Match[str]]


def x114_two_spellings(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """British and American spelling in one document look like two authors.
    Remedy: keep to one; the house writes British English with -ise."""
    british: list[Typed] = []
    american: list[Typed] = []
    varied = {word for word in sheet.reading.vocabulary if _has_two_spellings(word)}
    for block in sheet.blocks if varied else ():
        if block.language[:2] != "en" or block.kind == "quote":
            continue
        if varied.isdisjoint(block.vocabulary):
            continue
        spans = [*((link.start, link.end) for link in block.links), *block.emphasis]
        for found in _VARIETY.finditer(block.text):
            if any(a <= found.start() < b for a, b in spans) or _in_quotes(
                block.text, found.start()
            ):
                continue
            (british if found[0].lower() in _CERTAIN else american).append((block, found))
        for found in _IZE.finditer(block.text):
            if any(a <= found.start() < b for a, b in spans) or _in_quotes(
                block.text, found.start()
            ):
                continue
            (british if found[2] == "s" else american).append((block, found))
    kinds = _pairs(british, american)
    for block, found, other in kinds:
        yield block.mark(
            "X114", found.start(), found.end(), f"{found[0]!r} beside {other!r}: two spellings "
                                                f"in one document",
            "keep to one of them", WARNING,
        )  # fmt: skip


_VARIED = (
    *(british for british in _BRITISH if british in _CERTAIN),
    *(american for british, american in _BRITISH.items() if british in _CERTAIN),
)
_VARIETY = sought(rf"\b(?:{'|'.join(_VARIED)})\b")


@functools.lru_cache(maxsize=1 << 13)
def _has_two_spellings(word: str) -> bool:
    if "is" not in word and "iz" not in word:
        return word in _VARIED
    return word in _VARIED or _IZE.fullmatch(word) is not None


def _in_quotes(text: str, position: int) -> bool:
    before = text[:position]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _pairs(
    british: list[Typed], american: list[Typed]
) -> Iterator[tuple[Block, re.Match[str], str]]:
    """The minority, where both occur; -ize alone beside British -our is Oxford's custom."""
    odd_ize = [m for _, m in american if _IZE.fullmatch(m[0])]
    ise = [m for _, m in british if _IZE.fullmatch(m[0])]
    plain_american = [(b, m) for b, m in american if not _IZE.fullmatch(m[0])]
    plain_british = [(b, m) for b, m in british if not _IZE.fullmatch(m[0])]
    if odd_ize and ise:
        less = american if len(odd_ize) <= len(ise) else british
        block, found = next((b, m) for b, m in less if _IZE.fullmatch(m[0]))
        yield block, found, (ise if less is american else odd_ize)[0][0]
    elif plain_american and plain_british:
        less = plain_american if len(plain_american) <= len(plain_british) else plain_british
        more = plain_british if less is plain_american else plain_american
        yield *less[0], more[0][1][0]
    elif plain_american and ise and not odd_ize and len(ise) >= len(plain_american):
        yield *plain_american[0], ise[0][0]
