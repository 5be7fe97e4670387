"""Telephone numbers that nobody has registered, against each other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

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
            numbers = list(_numbers(block, register))
            for number, spot in numbers:
                known[number].append(spot)
            for mail in _mails(block) if numbers else ():
                beside[mail].update(number for number, _ in numbers)
    meant = _Meant(known, {mail: count.most_common(1)[0] for mail, count in beside.items()})
    for number, spots in known.items():
        right = "" if len(spots) > 1 else meant.by(number, spots[0])
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


class _Meant:
    """What a number was meant to be: with its figures in order, or with its own country."""

    def __init__(self, known: Known, beside: Mapping[str, tuple[str, int]]) -> None:
        self._known = known
        self._beside = beside
        """The number that stands most often beside an address, and how often."""
        self._ranks = {number: rank for rank, number in enumerate(known)}
        self._lines: dict[str, list[str]] = defaultdict(list)
        """The numbers that stand twice, by all but their country and their extension."""
        for number in sorted(known):
            if len(known[number]) > 1:
                self._lines[number[2:-2]].append(number)

    def by(self, number: str, spot: Spot) -> str:
        """The number that was meant by this one, which stands once; nothing, if it was this."""
        swapped = {number[:at] + number[at : at + 2][::-1] + number[at + 2 :]
                   for at in range(len(number) - 1)} - {number}  # fmt: skip
        for other in sorted(swapped & self._known.keys(), key=self._ranks.__getitem__):
            if len(self._known[other]) > 1 or _is_translated(spot[0].sheet, self._known[other]):
                return other
        for other in self._lines[number[2:-2]]:
            # The same office, behind the code of another country.
            is_same_line = len(number) == len(other) and number[:2] != other[:2]
            if is_same_line and "0" not in (number[0], other[0]):
                return other
        for mail in sorted(_mails(spot[0])):
            other, count = self._beside[mail]
            apart = sum(a != b for a, b in zip(number, other, strict=False))
            if count > 2 and other != number and len(number) == len(other) and apart <= 2:
                return other
        return ""


def _is_translated(sheet: Sheet, spots: Sequence[Spot]) -> bool:
    """Whether the same text has it in another language."""
    mine = sheet.kind, sheet.group, sheet.slug
    others = (block.sheet for block, *_ in spots if block.sheet is not sheet)
    return any((other.kind, other.group, other.slug) == mine for other in others)


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
