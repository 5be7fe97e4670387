"""Headings and labels: their capitals, their signs, and what parts a label from its text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.checks.forms import Spot, place, times
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, OBJECT, WARNING, Block, Mark, Sheet
from pipeline.checks.structure import is_references

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SMALL = frozenset(
    "and or but for nor the a an of in on at to by with from into over under between as via per vs "
    "against about than that is are its our your their without".split()
)


def _headings(sheets: Sequence[Sheet]) -> Iterator[tuple[str, Block]]:
    """The English headings and titles, with the family in which they are alike."""
    for sheet in sheets:
        if sheet.kind in ("page", "finished"):
            continue
        for block in sheet.blocks:
            is_title = block.key == "title"
            if block.language[:2] != "en" or not (block.kind == "heading" or is_title):
                continue
            if block.text.strip() and not block.is_capitals:
                yield f"{sheet.kind} {'title' if is_title else block.level}", block


def s147_headings_in_two_manners(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*Crisis Management* here, *Organised crime* there, *PRACTICES* in a third place: headings of
    one kind have their capitals, and their *and* or *&*, in one manner.
    Remedy: write it as most headings are written."""
    yield from _loud(sheets, register)
    manners: dict[str, dict[str, list[Spot]]] = defaultdict(lambda: defaultdict(list))
    ordinary = _ordinary(sheets)
    for family, block in _headings(sheets):
        spot = (block, 0, len(block.text))
        manner = _manner(block.text, ordinary)
        if manner:
            manners[f"{family} capitals"][manner].append(spot)
        sign = re.search(r"(?<=\w) & (?=\w)|(?<=\w) and (?=\w)", block.text)
        if sign:
            at = (block, sign.start() + 1, sign.end() - 1)
            manners[f"{family} signs"][sign[0].strip()].append(at)
    for forms in manners.values():
        yield from _fewer("S147", forms, "write it as most headings are written")


def _loud(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """A heading in nothing but capitals, where those of its kind have small letters."""
    quiet: dict[tuple[str, str], list[Spot]] = defaultdict(list)
    loud: list[Block] = []
    for sheet in sheets:
        for block in sheet.blocks if sheet.kind not in ("page", "finished") else ():
            if block.kind != "heading" or not block.text.strip():
                continue
            if not block.text.isupper():
                quiet[sheet.kind, block.language[:2]].append((block, 0, len(block.text)))
            elif max(map(len, _RUN.findall(block.text)), default=0) > _ACRONYM:
                loud.append(block)
    for block in loud:
        others = quiet[block.sheet.kind, block.language[:2]]
        if len(others) < 3 or block.text in register.names:
            continue
        yield block.mark(
            "S147", 0, len(block.text),
            f"{block.text!r} is all in capitals; {times(len(others))} a heading has small letters "
            f"(as in {place(others[0])})",
            "write it as most headings are written", NOTE,
        )  # fmt: skip


_RUN = re.compile(r"[^\W\d_]+")
_ACRONYM = 6
"""Letters of the longest acronym."""


def _ordinary(sheets: Sequence[Sheet]) -> frozenset[str]:
    """The words that stand somewhere in running text without a capital: no names."""
    found: set[str] = set()
    for sheet in sheets:
        for block in sheet.prose:
            found.update(block.text.split())
    return frozenset(word.strip(".,;:()") for word in found if word.islower())


def _manner(text: str, ordinary: frozenset[str]) -> str:
    """Whether its words have capitals; nothing, if it has none that could be without."""
    words = [word for word in _WORD.findall(text)[1:] if word.lower() not in _SMALL]
    if not words or ":" in text or "?" in text or OBJECT in text:
        return ""
    if all(word[0].isupper() for word in words):
        return "a capital on every word" if all(w.lower() in ordinary for w in words) else ""
    return "one capital" if all(word[0].islower() for word in words) else ""


def _fewer(code: str, forms: dict[str, list[Spot]], remedy: str) -> Iterator[Mark]:
    ordered = sorted(forms, key=lambda name: (-len(forms[name]), name))
    if len(ordered) < 2 or len(forms[ordered[0]]) < 3:
        return
    usual = forms[ordered[0]]
    for name in ordered[1:]:
        for block, start, end in forms[name]:
            words = block.text[start:end]
            yield block.mark(
                code, start, end,
                f"{words!r} has {name}; {times(len(usual))} it is {ordered[0]} (as in "
                f"{place(usual[0])})",
                remedy, NOTE,
            )  # fmt: skip


def s135_heading_level_left_out(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """Who moves by headings looks for the level that is missing.
    Remedy: use the next level."""
    if sheet.kind in ("deck", "page", "finished"):
        return
    last = 0
    yield from _one_too_high(sheet)
    yield from _all_too_low(sheet)
    for block in sheet.blocks:
        if block.kind != "heading":
            continue
        if last and block.level > last + 1:
            yield block.mark(
                "S135", 0, len(block.text), f"level {block.level} follows level {last}",
                f"write {'#' * (last + 1)}", NOTE,
            )  # fmt: skip
        last = block.level


def _one_too_high(sheet: Sheet) -> Iterator[Mark]:
    """`# Next`, a chapter among sections: all the others have two signs, the first one too."""
    headings = [block for block in sheet.blocks if block.kind == "heading"]
    high = [block for block in headings if block.level == 1]
    is_usual = sum(block.level == 2 for block in headings) >= 2
    if len(high) == 1 and is_usual and headings[0].level == 2:
        yield high[0].mark(
            "S135", 0, len(high[0].text), "level 1 stands among headings of level 2",
            "write ##", WARNING,
        )  # fmt: skip


_LOW = 4
"""Below its title, a text begins with level 2; many begin with 3, for its looks."""


def _all_too_low(sheet: Sheet) -> Iterator[Mark]:
    """`#### The first meeting`, and nothing above it but the title."""
    headings = [block for block in sheet.blocks if block.kind == "heading"]
    top = min((block.level for block in headings), default=0)
    if top >= _LOW:
        yield headings[0].mark(
            "S135", 0, len(headings[0].text), f"the highest heading here is of level {top}",
            "write ##, and those below it one sign more", NOTE,
        )  # fmt: skip


_LABEL = re.compile(
    r"(?=[A-ZÀ-Þ“\"‘])((?:[^:.!?\s–—-][^:.!?\s]*|-)(?: (?![–—-] )[^:.!?\s]+){0,9}?)"
    r"(: | – | — | - )(?=[^\W\d_])"
)


def s148_label_parted_in_two_ways(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*Lisbon: a scheme* here, *Lisbon – a scheme* there: one sign parts the labels of the items.
    Remedy: part it as the others are parted."""
    forms: dict[str, dict[str, list[Spot]]] = defaultdict(lambda: defaultdict(list))
    for sheet in sheets:
        for block in sheet.blocks:
            if block.kind != "item" or block.follows or block.language[:2] != "en":
                continue
            found = _LABEL.match(block.text)
            if found is None or is_references(block.section) or len(block.words) < 7:
                continue
            sign = "a colon" if found[2] == ": " else "a dash"
            spot = (block, found.start(2), found.end(2))
            forms[f"{sheet.kind} {block.section.casefold()}"][sign].append(spot)
    for kinds in forms.values():
        # Where both are as usual, the colon is the sign of a label.
        usual, odd = "a colon", "a dash"
        if len(kinds[odd]) > len(kinds[usual]):
            usual, odd = odd, usual
        if len(kinds[usual]) < 4:
            continue
        for block, start, end in kinds[odd]:
            yield block.mark(
                "S148", start, end,
                f"{odd} stands behind the label; {times(len(kinds[usual]))} it is {usual} (as in "
                f"{place(kinds[usual][0])})",
                f"write {usual}, or the other one everywhere", NOTE,
            )  # fmt: skip


def l124_address_without_words(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A bare address in a sentence is read out letter by letter, and tells nobody where it leads.
    Remedy: link the words that say where it leads."""
    for block in sheet.prose:
        for address in block.addresses:
            is_bare = address.kind in ("bare", "pointed") and "@" not in address.text
            if is_bare and "/" in address.text.removeprefix("https://").removeprefix("http://"):
                at = address.start
                yield sheet.mark(
                    "L124", at, at + len(address.text),
                    f"{address.text[:60]!r} stands where words should",
                    "link the words that say where it leads", NOTE,
                )  # fmt: skip
