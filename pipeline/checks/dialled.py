"""Telephone numbers that nobody has registered, against each other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from pipeline.checks.contacts import PHONE
from pipeline.checks.forms import Spot, place, times
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, WARNING, Block, Mark, Sheet
from pipeline.errors import Level
from pipeline.sought import sought

_LEAST, _MOST = 9, 14
_MAIL = sought(r"(?<![\w.+-])[\w.+-]{2,64}@[\w-]+(?:\.[\w-]+)+")
_SIGNED = sought(r"^(?:\+|00|0|\(0|\(\+)")
Known = dict[str, list[Spot]]
"""The figures of each number, without what a country puts before them, and where it stands."""


def c114_telephone_differs_elsewhere(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*+32 81 55 10 47* here, *+32 81 55 01 47* twice elsewhere: two figures have changed places,
    or the country is another. *081/55.01.47* where all other numbers look like +32 81 55 01 47.
    Remedy: look it up, and write the same everywhere; better a look-up of contacts.yaml."""
    known: Known = defaultdict(list)
    beside: dict[str, Counter[str]] = defaultdict(Counter)
    for sheet in sheets:
        for block in sheet.blocks if sheet.kind != "page" else ():
            for number, spot in _numbers(block, register):
                known[number].append(spot)
                beside |= {mail: beside[mail] + Counter([number]) for mail in _mails(block)}
    usual = {number for number, spots in known.items() if len(spots) > 1}
    for number, spots in known.items():
        right = "" if len(spots) > 1 else _meant(number, spots[0], known, usual, beside)
        for spot in spots if right else ():
            told = f"{_typed(known[right][0])} stands elsewhere"
            if number[:2] != right[:2]:
                told = f"the others of this office begin with +{right[:2]}"
            yield _mark(spot, told, known[right], WARNING)
    yield from _styles([spot for spots in known.values() for spot in spots])


def _numbers(block: Block, register: Register) -> Iterator[tuple[str, Spot]]:
    for found in PHONE.finditer(block.text) if block.has_figures else ():
        typed = found[0].strip()
        digits = re.sub(r"\D", "", typed.replace("(0)", "")).removeprefix("00")
        is_one = _SIGNED.match(typed) and _LEAST <= len(digits) <= _MOST
        if is_one and digits not in register.phones:
            yield digits, (block, found.start(), found.start() + len(found[0].rstrip()))


def _mails(block: Block) -> set[str]:
    typed = [address.text.removeprefix("mailto:") for address in block.addresses]
    return {mail[0].casefold() for text in (*typed, block.text) if (mail := _MAIL.search(text))}


def _typed(spot: Spot) -> str:
    block, start, end = spot
    return block.text[start:end]


def _meant(
    number: str, spot: Spot, known: Known, usual: Set[str], beside: Mapping[str, Counter[str]]
) -> str:
    """The number that was meant: with its figures in order, with its own country."""
    sheet = spot[0].sheet
    for other, spots in known.items():
        is_translated = any(
            each.sheet is not sheet
            and (each.sheet.kind, each.sheet.group, each.sheet.slug)
            == (sheet.kind, sheet.group, sheet.slug)
            for each, *_ in spots
        )
        if (other in usual or is_translated) and _is_turned(number, other):
            return other
    for other in sorted(usual):
        # The same office, behind the code of another country.
        is_same_line = len(number) == len(other) and number[2:-2] == other[2:-2]
        if is_same_line and number[:2] != other[:2] and "0" not in (number[0], other[0]):
            return other
    for mail in _mails(spot[0]):
        other, count = beside[mail].most_common(1)[0]
        apart = sum(a != b for a, b in zip(number, other, strict=False))
        if count > 2 and other != number and len(number) == len(other) and apart <= 2:
            return other
    return ""


def _is_turned(number: str, other: str) -> bool:
    """
    >>> _is_turned("3281551047", "3281550147"), _is_turned("3281550140", "3281550147")
    (True, False)
    """
    apart = [at for at, (a, b) in enumerate(zip(number, other, strict=False)) if a != b]
    is_swap = len(apart) == 2 and apart[1] == apart[0] + 1
    return len(number) == len(other) and is_swap and sorted(number) == sorted(other)


def _styles(spots: Sequence[Spot]) -> Iterator[Mark]:
    """The one number that is parted by other signs, or begins otherwise, than all the others."""
    shapes = Counter(_style(_typed(spot)) for spot in spots)
    usual, most = next(iter(shapes.most_common(1)), ("", 0))
    right = [spot for spot in spots if _style(_typed(spot)) == usual]
    for spot in spots:
        style = _style(_typed(spot))
        if style != usual and shapes[style] == 1 and most >= max(_USUAL, 0.7 * len(spots)):
            yield _mark(spot, f"other numbers look like {_typed(right[0])}", right, NOTE)


_USUAL = 4


def _style(typed: str) -> str:
    """How it begins, and by what it is parted: `+ `, `0/.`."""
    begins = _BEGINS.match(typed)
    return (begins[0] if begins else "") + "".join(sorted(set(re.findall(r"[()./–-]", typed))))


_BEGINS = sought(r"\+|00|0")


def _mark(spot: Spot, told: str, right: Sequence[Spot], level: Level) -> Mark:
    block, start, end = spot
    where = f"{times(len(right))}, as in {place(right[0])}"
    return block.mark(
        "C114", start, end, f"{_typed(spot)}: {told} ({where})",
        "look it up, and write the same everywhere", level,
    )  # fmt: skip
