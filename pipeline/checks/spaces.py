"""Spaces: one that was lost between two words, and one that is too many."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.french import manner, spacing, strays
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, OBJECT, WARNING, Block, Mark, Sheet
from pipeline.sought import sought

_TWO = sought(r"(?<=\S) {2,3}(?=\S)")
_CUT = {
    "fr": (
        sought(r"(?<![\w’'])(?:[ldnsjmtc]|qu|jusqu|lorsqu|puisqu|aujourd)[’']( )(?=[\w«“\"])", 2),
        sought(r"(?<![\w’'])(?:[ldnsjmtc]|qu)( )[’'](?=[^\W\d_])", 2),
        sought(r"\b[Nn]( )°"),
    ),
    "en": (sought(r"(?<=[a-z]{2})( )[’'](?:s|t|re|ve|ll|d|m)(?= [a-z])"),),
    "it": (sought(r"(?<![\w’'])(?:[dl]|dell|all|nell|sull|un|quest)[’']( )(?=[\w«“\"])", 2),),
}
_NUMBERED = (
    "phase|article|chapitre|chapter|page|étape|step|annexe?|appendix|section|partie?|tome|volume"
    "|figure|tableau|table|niveau|level|axe|session|module|jour|day|week|semaine|objectifs?"
    "|objective|saison|season|salle|room|priorité|point|lot"
)
_LOST = (
    *(
        (
            f"{title}.",
            sought(rf"(?<!\w){title}\.()(?=[A-ZÀ-Þ][a-zà-ÿ])"),
            "no space stands before the name",
        )
        for title in ("Mr", "Mrs", "Ms", "Dr", "Prof")
    ),
    # Behind which sign or word the space was lost, and what clings to what.
    (
        "(",
        sought(r"()\((?<=[a-zà-ÿ]{3}\()(?=[^\W\d_]{2,}[^()=\n]* [^()=\n]*\))"),
        "no space stands before the bracket",
    ),
    (
        ")",
        sought(r"\([^()=\n]* [^()=\n]*\)()(?=[^\W\d_]{3,})"),
        "no space stands behind the bracket",
    ),
)
_GLUED = sought(r"[a-zé][1-9]")
_ONE_SIDED = (
    (
        ("–", "—"),
        sought(r"(?<=[a-z,])( )[–—](?=[A-Za-z(“\"])|(?<=[A-Za-z)”\"])[–—]( )(?=[A-Za-z(“\"])"),
    ),
    (("/",), sought(r"(?<=[a-z]{3})/( )(?=[a-zA-Z]{3})")),
)
_LOOSE = (
    sought(
        r"(?:(?<=[a-z])-( )(?=[A-Z0-9a-z])|(?<=[A-Z])-( )(?=\d))"
        r"(?!(?:and|or|to|nor|through|as|but|vs|versus|then|und|oder|et|y|e|bis|over|rather)\b)"
    ),
    sought(
        r"\b(?:CO2|CO₂|[Cc]arbon|[Ee]missions?|[Cc]ar|[Ss]moke|[Dd]rug|[Vv]iolence|[Tt]raffic"
        r"|[Ww]aste|[Pp]lastic|[Bb]arrier|[Uu]ser|[Ee]co|[Cc]ommunity|EU|[Cc]itizen)( - )"
        r"(?:free|based|neutral|friendly|driven|led|funded|oriented|centred)\b"
    ),
)
"""A hyphen with a space where a word goes on: `South- Tyrol`, `CO2 - free`."""
_RAYA = ("ca", "es", "eu", "gl")
"""Languages that set an aside –like this one– between dashes."""
_STUCK = sought(rf"(?<![\w/.#_:-])(?i:{_NUMBERED})()(?=[1-9]\d?(?![\w./_-]))")
_SET_OFF = sought(r"^[^*]+ [^*]*[\w.,;:!?)]$")
_MANY = 8


def x145_space_lost_or_too_many(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*L' institut*, *phase1*, *word(aside in brackets)*: a space is missing, or one is too many.
    Remedy: put it in, or take it out; fix=1 does it."""
    two = [
        (block, found.start(), found.end())
        for block in sheet.blocks
        if block.kind != "cell" and "  " in block.text
        for found in _TWO.finditer(block.text)
        if _is_slip(block, found.start(), found.end())
    ]
    two += _one_gap(sheet)
    for block, start, end in two if len(two) <= _MANY else two[:1]:
        words = _around(block.text, start, end)
        others = f", and {len(two) - 1} others stand in this text" if len(two) > _MANY else ""
        # The page shows one: only who works on the source sees them.
        yield block.mark(
            "X145", start, end, f"two spaces stand in {words!r}{others}", "keep one", NOTE, " "
        )
    for block in sheet.blocks:
        yield from _cut(block)
        yield from _lost(block)
        yield from _clinging(block)
        yield from _one_sided(block)
        yield from _loose(block)
        yield from manner.numbered(block)
        yield from spacing.signs(block)
        if block.language[:2] == "fr":
            yield from strays.hyphens(block)


_WIDE = sought(r"(?<=[a-z]{2}[.!?]) {2,3}(?=[A-Z])")
_NARROW = sought(r"[a-z]{2}[.!?] (?=[A-Z])")
_OFTEN = 6


def _one_gap(sheet: Sheet) -> list[tuple[Block, int, int]]:
    """The one wide gap behind a stop, where all the others are narrow."""
    if "  " not in sheet.reading.text or sheet.kind == "page":
        return []
    found = [
        (block, wide.start(), wide.end())
        for block in sheet.prose
        if block.language[:2] == "en"
        for wide in _WIDE.finditer(block.text)
        if block.sheet.source[block.at(wide.start()) : block.at(wide.end() - 1) + 1] == wide[0]
    ]
    is_one = len(found) == 1 and len(_NARROW.findall(sheet.reading.text)) >= _OFTEN
    return found if is_one else []


def _is_slip(block: Block, start: int, end: int) -> bool:
    """Neither the end of a line nor the wide gap that typists set behind a stop."""
    text = block.text
    if block.sheet.source[block.at(start) : block.at(end - 1) + 1] != text[start:end]:
        return False
    if OBJECT in (text[start - 1], text[end]):
        return False
    return text[start - 1] not in ".!?:" or block.language[:2] == "fr"


def _around(text: str, start: int, end: int) -> str:
    before, after = text[:start].rsplit(None, 1), text[end:].split(None, 1)
    return f"{before[-1] if before else ''}{text[start:end]}{after[0] if after else ''}"


def _cut(block: Block) -> Iterator[Mark]:
    if not block.says("’ ", "' ", " ’", " '", "n °"):
        return
    for form in _CUT.get(block.language[:2], ()):
        for found in form.finditer(block.text):
            at = found.start(1)
            if not block.is_foreign(at):
                yield block.mark(
                    "X145",
                    at,
                    at + 1,
                    f"a space stands in {found[0]!r}",
                    "take it out",
                    WARNING,
                    "",
                )


def _one_sided(block: Block) -> Iterator[Mark]:
    if not block.is_prose or not block.says(" –", "– ", " —", "— ", "/ "):
        return
    for letters, form in _ONE_SIDED[block.language[:2] in _RAYA :]:
        for found in form.finditer(block.text) if block.says(*letters) else ():
            at = found.start(found.lastindex or 0)
            if block.is_own(at) and block.sheet.source[block.at(at)] == " ":
                sign = found[0].strip()
                yield block.mark(
                    "X145", at, at + 1, f"{sign} has a space on one side only",
                    "put the other one in, or take this one out", WARNING,
                )  # fmt: skip


def _loose(block: Block) -> Iterator[Mark]:
    """A hyphen that a space parts from its word."""
    if block.language[:2] != "en" or block.kind == "cell" or "- " not in block.text:
        return
    for form, remedy in zip(_LOOSE, ("take it out", "take both out"), strict=True):
        for found in form.finditer(block.text):
            at, end = found.span(found.lastindex or 0)
            if block.is_own(at) and block.sheet.source[block.at(at)] == " ":
                yield block.mark(
                    "X145", at, end, f"a space stands at the hyphen in "
                    f"{_around(block.text, at, end)!r}", remedy, WARNING,
                )  # fmt: skip


def _lost(block: Block) -> Iterator[Mark]:
    forms = [(form, fault) for sign, form, fault in _LOST if sign in block.text]
    if block.has_figures and _GLUED.search(block.text):
        forms.append((_STUCK, "no space stands before the number"))
    for form, fault in forms:
        for found in form.finditer(block.text):
            at = found.start(1)
            if not block.is_foreign(at):
                words = _around(block.text, at, at)
                yield block.mark(
                    "X145", at, at, f"{fault} in {words!r}", "put a space in", WARNING, " "
                )


def _clinging(block: Block) -> Iterator[Mark]:
    """A word that clings to a link, or to words that are set off."""
    text = block.text
    for anchor in block.links:
        words = text[anchor.start : anchor.end]
        if len(words.strip()) < 3 or not words[:1].isalpha() or not words[-1:].isalpha():
            continue
        before, after = text[: anchor.start][-2:], text[anchor.end :][:3]
        if block.link_at(anchor.end) or block.link_at(anchor.start - 1):
            continue
        # On both sides: a part of a word was linked, and that was meant.
        if (len(before) == 2 and before.isalpha()) != (len(after) == 3 and after.isalpha()):
            yield block.mark(
                "X145", anchor.start, anchor.end,
                f"no space stands between the link {words!r} and the word beside it",
                "put a space in", WARNING,
            )  # fmt: skip
    # In German the star stands inside of words: Expert*innen.
    for start, end in block.emphasis if block.language[:2] != "de" else ():
        words, after = text[start:end], text[end : end + 3]
        if _SET_OFF.search(words) and len(after) == 3 and after.isalpha():
            yield block.mark(
                "X145", end, end + 3,
                f"no space stands behind {words!r}", "put a space in", WARNING,
            )  # fmt: skip
