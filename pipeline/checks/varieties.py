"""Varieties of English: British, American and -ize, of which a document has one."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.checks.forms import Spot, place, times
from pipeline.checks.french import reformed
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, WARNING, Block, Mark, Sheet
from pipeline.checks.structure import is_references
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
    """British and American spelling in one document look like two authors, and so do *connaitre*
    and *connaît* in French.
    Remedy: keep to one; the house writes British English with -ise."""
    yield from reformed.mixed(sheet, register)
    for block, found, other in _pairs(*_spelt(sheet)):
        yield block.mark(
            "X114", found.start(), found.end(), f"{found[0]!r} beside {other!r}: two spellings "
                                                f"in one document",
            "keep to one of them", WARNING,
        )  # fmt: skip


def _spelt(sheet: Sheet) -> tuple[list[Typed], list[Typed]]:
    """What is spelt in the British manner, and what in the American."""
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
    return british, american


_VARIED = (
    *(british for british in _BRITISH if british in _CERTAIN),
    *(american for british, american in _BRITISH.items() if british in _CERTAIN),
)
_EVERY = frozenset(_VARIED)
_VARIETY = sought(rf"\b(?:{'|'.join(_VARIED)})\b")


@functools.lru_cache(maxsize=1 << 13)
def _has_two_spellings(word: str) -> bool:
    if "is" not in word and "iz" not in word:
        return word in _EVERY
    return word in _EVERY or _IZE.fullmatch(word) is not None


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


# The house --------------------------------------------------------------------------------

_OUR = (
    "(arb|ard|arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|harb|hon|hum|lab|misdemean|neighb"
    "|od|parl|ranc|rum|sav|splend|tum|val|vap|vig)"
)
_TAIL = "(|s|ed|ing|able|ably|ful|fully|hoods?|ly|less|ers?)"
_DOUBLED = "(travel|cancel|model|label|fuel|counsel|level|channel|tunnel)"
_ENDED = "(cent|theat|lit|fib|calib|lust|somb|spect)"
_SPELLINGS = (
    # American and British, and how one becomes the other.
    (f"{_OUR}or{_TAIL}", f"{_OUR}our{_TAIL}", r"\1our\2", r"\1or\2"),
    (f"{_ENDED}er(s?)", f"{_ENDED}re(s?)", r"\1re\2", r"\1er\2"),
    ("(centi|kilo|milli)meter(s?)", "(centi|kilo|milli)metre(s?)", r"\1metre\2", r"\1meter\2"),
    ("(def|off|pret)ense(s?)", "(def|off|pret)ence(s?)", r"\1ence\2", r"\1ense\2"),
    (f"{_DOUBLED}(ed|ing|ers?)", f"{_DOUBLED}l(ed|ing|ers?)", r"\1l\2", r"\1\2"),
    ("(fulfil|enrol)l(s|ments?)", "(fulfil|enrol)(s|ments?)", r"\1\2", r"\1l\2"),
    ("(anal|catal|paral)yz(e[ds]?|ing)", "(anal|catal|paral)ys(e[ds]?|ing)", r"\1ys\2", r"\1yz\2"),
    # Who writes American English may write *catalogue*.
    ("(catal)og(s?)", "", r"\1ogue\2", ""),
    (("re(elect|enter|establish|evaluat|examin|emerg|enact|employ|educat|engag)"
     "(e?[sd]?|ing|ions?|ment)"), "", r"re-\1\2", ""),
    ("program()(s?)", "programme()(s?)", r"programme\2", r"program\2"),
    (_IZE.pattern[2:-2].replace("([sz])", "z"), _IZE.pattern[2:-2].replace("([sz])", "s"),
     r"\1s\2", r"\1z\2"),
)  # fmt: skip
_MANNERS = tuple(
    (re.compile(american), re.compile(british), as_british, as_american)
    for american, british, as_british, as_american in _SPELLINGS
)

_EITHER = sought("|".join(f"(?:{one})" for way in _SPELLINGS for one in way[:2] if one))
"""Most words are neither, which is told at once."""


@functools.lru_cache(maxsize=1 << 13)
def _variety(word: str) -> tuple[str, str]:
    """Whether a word is British or American, with its other form; nothing, if it is neither.

    >>> _variety("neighboring"), _variety("centre"), _variety("tensor")
    (('American', 'neighbouring'), ('British', 'center'), ('', ''))
    """
    for american, british, as_british, as_american in _MANNERS if _EITHER.fullmatch(word) else ():
        if found := american.fullmatch(word):
            return "American", found.expand(as_british)
        if found := british.fullmatch(word):
            return "British", found.expand(as_american)
    return "", ""


def of_the_house(sheets: Sequence[Sheet]) -> Iterator[Mark]:
    """*Neighboring* in a house that writes *neighbour*, *colour* and *centre*.

    Of the endings -ise and -ize a house has one for itself: Oxford writes *colour* and *organize*.
    """
    spots: dict[tuple[bool, str], list[tuple[Spot, str]]] = defaultdict(list)
    for sheet in sheets:
        british, american = _spelt(sheet)
        is_told = bool(british and american)
        is_english = sheet.language[:2] == "en"
        odd = {word for word in sheet.reading.vocabulary if _variety(word)[0]} if is_english else ()
        for block in sheet.saying(*odd):
            if not (block.is_prose or block.kind in ("heading", "field")):
                continue
            for found in _WORD.finditer(block.text):
                word = found[0].lower()
                if word not in odd or (is_told and _IZE.fullmatch(word)):
                    continue
                if block.is_own(found.start()) and not is_references(block.section):
                    variety, other = _variety(word)
                    other = other.capitalize() if found[0][0].isupper() else other
                    is_ize = _IZE.fullmatch(word) is not None
                    spots[is_ize, variety].append(((block, *found.span()), other))
    for is_ize in (False, True):
        for variety, usual in (("American", "British"), ("British", "American")):
            less, more = spots[is_ize, variety], spots[is_ize, usual]
            if len(more) < _WITNESSES or len(more) < 2 * len(less):
                continue
            for (block, start, end), other in less:
                shown = " ".join(block.text[one:two] for (block, one, two), _ in more[:1])
                yield block.mark(
                    "X126", start, end,
                    f"{block.text[start:end]!r} is {variety}, and {times(len(more))} the house "
                    f"writes {usual} English ({shown!r} in {place(more[0][0])})",
                    f"write {other}", NOTE, other,
                )  # fmt: skip


_WITNESSES = 4
_WORD = sought(
    r"(?:(?<![\w@#/.’'-])[a-z]|^(?:[Tt]he )?[A-Z](?=[a-z]+(?: [a-z]|$)))[a-z]{4,}(?![\w@/’'-]|\.\w)"
)
"""A capital stands before it only where a line begins: elsewhere it is a name's."""
