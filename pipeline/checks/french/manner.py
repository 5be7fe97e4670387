"""How French types a number, an hour and the items of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.checks.sheet import NOTE, Block, Mark, Sheet
from pipeline.sought import sought

_ONE = r"(?:[01]?\d|2[0-4])h(?:[0-5]\d)?"
_HOUR = sought(rf"(?<![\w.:/-]){_ONE}(?: ?[–-] ?{_ONE}| (?:à|et) {_ONE})?(?![\w-])")
_LOUD = sought(r"(?<![\w.:/-])([01]?\d|2[0-4])[ \u00a0\u202f]?H[ \u00a0\u202f]?([0-5]\d)?(?![\w-])")
_SIGN = sought(r"(?<=\d)h(?=(\d?))")


_TWO_SIGNS = sought(r"(?<![\w.:/-])([01]?\d|2[0-4]):([0-5]\d)[ \u00a0\u202f]?h(?![\w-])")


def hours(block: Block) -> Iterator[Mark]:
    """*9h30*, *9:30 h*: an hour has its spaces, as a measure has, and one sign."""
    for found in _TWO_SIGNS.finditer(block.text):
        right = f"{int(found[1])} h" + (f" {found[2]}" if found[2] != "00" else "")
        if block.is_own(found.start()):
            yield block.mark(
                "T128", *found.span(), f"{found[0]!r} parts hour and minutes twice",
                f"write {right}", NOTE, right,
            )  # fmt: skip
    for found in _LOUD.finditer(block.text):
        right = f"{found[1]} h" + (f" {found[2]}" if found[2] else "")
        if block.is_own(found.start()):
            yield block.mark(
                "T128", *found.span(), f"{found[0]!r} has a capital for its hours",
                f"write {right}", NOTE, right,
            )  # fmt: skip
    for found in _HOUR.finditer(block.text):
        right = _SIGN.sub(lambda sign: " h " if sign[1] else " h", found[0])
        if block.is_own(found.start()):
            yield block.mark(
                "T128", *found.span(), f"{found[0]!r} has lost its spaces", f"write {right}",
                NOTE, right,
            )  # fmt: skip


_NUMBERED = sought(r"(?<![\w°])[Nn]°()(?=\d)")


def numbered(block: Block) -> Iterator[Mark]:
    """*n°1*: a space stands behind the sign."""
    if block.language[:2] != "fr" or "°" not in block.text:
        return
    for found in _NUMBERED.finditer(block.text):
        shown = block.text[found.start() : found.end() + 2].strip()
        yield block.mark(
            "X145", found.end(), found.end(), f"no space stands in {shown!r}", "put a space in",
            NOTE, " ",
        )  # fmt: skip


_ETC = sought(r"(?<=[ (])etc(?:(?![.\w…])| ?(?:\.? ?…|\.\.\.))")


def and_so_on(block: Block) -> Iterator[Mark]:
    """*etc)*, *etc…*: an abbreviation, with one full stop."""
    for found in _ETC.finditer(block.text):
        before = block.text[: found.start()].rsplit(None, 1)[-1:]
        shown = " ".join((*before, block.text[found.start() : found.end() + 1].strip()))
        yield block.mark(
            "X125", *found.span(), f"one full stop ends the abbreviation: {shown!r}",
            "write etc.", NOTE, "etc.",
        )  # fmt: skip


_GOES_ON = sought(r"(?:\b(?:de|à|pour|en|par|que|afin de)|\b(?:d|qu)[’'])[ \u00a0\u202f]?:\s*$")
_CAPITAL = sought(
    r"(?:[A-ZÀ-Þ][a-zà-ÿ]+(?:er|ir|re|ant)|Les?|La|Des|Une?)(?= (?!-)[a-zà-ÿ])|L[’'](?=[a-zà-ÿ])"
)


def goes_on(sheet: Sheet, items: Sequence[Block]) -> Iterator[Mark]:
    """*Il s'agit de :* and *Réunir*: the items end the sentence that the line above begins."""
    lead = _before(sheet, items[0])
    if lead is None or lead.language[:2] != "fr" or len(items) < 2:
        return
    if _GOES_ON.search(lead.text):
        found = _CAPITAL.match(items[0].text)
        if found and items[0].is_own(0):
            words = " ".join(items[0].text.split()[:3])
            yield items[0].mark(
                "S134", 0, 1, f"the sentence above goes on in this item: {words!r}",
                "write a small letter", NOTE,
            )  # fmt: skip


def parted(sheet: Sheet, items: Sequence[Block]) -> Iterator[Mark]:
    """Small letters, and full stops between them: the items of one sentence have semicolons."""
    lead = _before(sheet, items[0])
    if lead is None or not lead.text.rstrip().endswith(":") or lead.language[:2] != "fr":
        return
    if len(items) < 2 or not all(item.text[:1].islower() for item in items):
        return
    for item in items[:-1]:
        text = item.text.rstrip()
        if (
            text.endswith(".")
            and ":" not in text
            and not text.endswith(("etc.", "..."))
            and len(item.sentences) == 1
        ):
            words = text.split()[-1]
            yield item.mark(
                "S133", len(text) - 1, len(text),
                f"a full stop parts the items of one sentence: {' '.join(text.split()[-2:])!r}",
                f"write {words[:-1]} ;", NOTE,
            )  # fmt: skip


def _before(sheet: Sheet, item: Block) -> Block | None:
    at = next((at for at, block in enumerate(sheet.blocks) if block is item), 0)
    lead = sheet.blocks[at - 1] if at else None
    return lead if lead and lead.kind == "paragraph" else None
