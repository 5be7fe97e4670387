"""The ways of addresses: their parts against those of other addresses, and against the text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from pipeline.checks.english import words
from pipeline.checks.french import dictionary
from pipeline.checks.links import addresses
from pipeline.checks.lists import lists
from pipeline.checks.register import Register, distance, folded
from pipeline.checks.sheet import NOTE, OBJECT, WARNING, Address, Mark, Sheet
from pipeline.sought import sought

_LIST = 3
_PLACE = 6
"""Letters of a part of an address in which one wrong letter is seen."""


def l126_address_with_a_letter_wrong(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*…/publcations* where every other link leads to *…/publications*: a page that is not there.
    Remedy: copy the address again from the browser."""
    parts: dict[tuple[str, ...], list[tuple[Sheet, Address]]] = defaultdict(list)
    yield from _by_its_text(sheets, register)
    for sheet in sheets:
        for address in addresses(sheet) if sheet.kind != "finished" else ():
            if "://" in address.text and "{{" not in address.text:
                for way in _ways(address.text):
                    parts[way].append((sheet, address))
    beside: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for way in parts:
        beside[way[:-1]].append(way[-1])
    for way, names in beside.items():
        usual = [name for name in names if len(parts[*way, name]) > 1]
        for name in names if usual else ():
            near = next((one for one in usual if _is_slip(name, one)), None)
            if near is None or len(parts[*way, name]) > 1:
                continue
            sheet, address = parts[*way, name][0]
            found = address.text.find(name)
            start = address.start + found
            other, there = parts[*way, near][0]
            where = other.where(there.start)
            yield sheet.mark(
                "L126", start, start + len(name),
                f"{name!r} is {near!r} in {len(parts[*way, near])} other addresses (as in "
                f"{where.path.as_posix()}:{where.line})",
                "copy the address again from the browser", WARNING,
            )  # fmt: skip


def _by_its_text(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """`…/en/tartu-declarration`, in a text on the declaration: the address stands only here."""
    ours = [
        (sheet, address)
        for sheet in sheets
        for address in addresses(sheet)
        if any(f"{own}/" in address.text for own in register.domains)
    ]
    counts = Counter(address.text for _, address in ours)
    for sheet, address in ours:
        for start, name, near in _misspelt(sheet, address) if counts[address.text] == 1 else ():
            yield sheet.mark(
                "L126", start, start + len(name), f"{name!r} is {near!r} in the text",
                "copy the address again from the browser", WARNING,
            )  # fmt: skip


_SEGMENT = sought(r"[a-z]{7,}")


def _misspelt(sheet: Sheet, address: Address) -> Iterator[tuple[int, str, str]]:
    """A word of an address that is none, a letter from one that its text has."""
    path = address.text.partition("://")[2].partition("/")[2]
    if not path.islower() or sheet.language[:2] not in ("en", "fr"):
        return
    here = {word for word in map(folded, sheet.reading.vocabulary) if len(word) > 6}
    for found in _SEGMENT.finditer(re.split(r"[?#]", path)[0]):
        word = found[0]
        if word in here or words.knows(word) or dictionary.of(word) or dictionary.alike(word):
            continue
        near = [other for other in sorted(here) if abs(len(other) - len(word)) == 1
                and other[:3] == word[:3] and other[-2:] == word[-2:]
                and words.knows(other) and distance(word, other, 1) == 1]  # fmt: skip
        if near:
            at = address.start + len(address.text) - len(path) + found.start()
            yield at, word, near[0]


def _ways(address: str) -> Iterator[tuple[str, ...]]:
    """The parts of an address, each with those before it."""
    host, _, path = address.split("://", 1)[1].partition("/")
    parts = re.split(r"[?#]", path)[0].split("/")
    for count in range(1, len(parts) + 1):
        if len(parts[count - 1]) >= _PLACE:
            yield host.removeprefix("www."), *parts[:count]


def _is_slip(name: str, usual: str) -> bool:
    """One letter apart, within the word: no plural, no other year, no other language."""
    if name[0] != usual[0] or name[-1] != usual[-1] or abs(len(name) - len(usual)) > 1:
        return False
    if any(map(str.isdigit, name + usual)):
        return False
    return name != usual and distance(name, usual, 1) == 1


def l120_address_twice_in_a_list(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """Two items of a list lead to one page: one of them was copied, and was to lead elsewhere.
    Remedy: give it its own address, or take it out."""
    for items in lists(sheet) if "](" in sheet.source or "://" in sheet.source else ():
        if len(items) < _LIST:
            continue
        seen: dict[str, str] = {}
        for item in items:
            link = item.links[0] if len(item.links) == 1 else None
            if link is None or link.end - link.start < len(item.text.strip()) - _BESIDE:
                continue
            url = link.url.rstrip("/")
            words = item.text[link.start : link.end].strip()
            words = url if OBJECT in words else words
            if url in seen and not item.is_foreign(0):
                level = WARNING if seen[url] == words else NOTE
                yield item.mark(
                    "L120", link.start, link.end, f"{words!r} leads where {seen[url]!r} does",
                    "give it its own address, or take it out", level,
                )  # fmt: skip
            seen.setdefault(url, words)


_BESIDE = 12
"""Letters that may stand beside the link of an item: *page 37*, a date."""
