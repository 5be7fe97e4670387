"""The two spellings of French: *connaître*, and *connaitre* as it may be written since 1990."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.french import dictionary, letters
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, Block, Mark, Sheet
from pipeline.sought import sought

_KEPT = frozenset("sûr sûre sûrs sûres sûrement mûr mûrs dû jeûne jeûnes île".split())
"""Their circumflex tells them from other words."""
_ENDS = ("îmes", "îtes", "ûmes", "ûtes", "ît", "ût")
_LETTERS = sought(r"[^\W\d_]*[îûÎÛ][^\W\d_]*")


def mixed(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Connaitre* in a text that writes *connaît*: one of the two spellings is enough."""
    if sheet.reading.lowered.find("î") < 0 and sheet.reading.lowered.find("û") < 0:
        return
    old = _traditional(sheet)
    if old is None:
        return
    for block, start, word in letters.unknown(sheet, register):
        small = word.lower()
        if letters.is_reformed(small) and "è" not in small:
            right = next(
                one for one in dictionary.alike(small)
                if one.replace("î", "i").replace("û", "u") == small
            )  # fmt: skip
            line = old[0].sheet.where(old[0].at(old[1])).line
            yield block.mark(
                "X114", start, start + len(word),
                f"{word!r} is spelt as since 1990, {old[2]!r} on line {line} as before",
                f"write {right}, or keep to the other everywhere", NOTE,
            )  # fmt: skip


def _traditional(sheet: Sheet) -> tuple[Block, int, str] | None:
    """The first word with a circumflex that the spelling of 1990 has given up."""
    for block in sheet.blocks_in("fr").passages:
        for found in _LETTERS.finditer(block.text):
            small = found[0].lower()
            is_old = small not in _KEPT and not small.endswith(_ENDS)
            is_old = (is_old or small.endswith("aît")) and bool(dictionary.of(small))
            if is_old and block.is_own(found.start()):
                return block, found.start(), found[0]
    return None
