"""Labels: what *UC8* is called, wherever it is named, and the number in a title."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.checks import numerals
from pipeline.checks.forms import Spot, place
from pipeline.checks.register import Register, folded
from pipeline.checks.sheet import NOTE, OBJECT, WARNING, Block, Mark, Sheet
from pipeline.frozen import commonplace
from pipeline.sought import sought

_KIND = (
    r"[Ww]ork [Pp]ackage|[Uu]se [Cc]ase|[Tt]ask|[Dd]eliverable|[Oo]bjective|[Aa]ction|[Pp]riority"
    r"|[Pp]illar|[Cc]hapter|[Pp]art|[Mm]odule|[Cc]luster|[Aa]xe|[Oo]bjectif|[Ll]ot|[Cc]hantier"
    r"|[Ff]iche|[Mm]esure|[Cc]hapitre|[Pp]artie|[Cc]as d[’']usage|[Vv]olet|Arbeitspaket|Kapitel"
    r"|Maßnahme|[Hh]oofdstuk|[Ww]erkpakket|[Cc]apítulo|[Ee]je|[Aa]sse|[Cc]apitolo|[Aa]zione"
)
_LARGE = r"[^\W\d_a-zß-ÿ](?:[^\W\d_]|[’'-])*\b"
_SMALL = r"(?:of|the|and|for|in|on|to|with|de|du|des|la|le|les|et|pour|dans|en|à|und|für|der|die|y)"
_ROW = rf"{_LARGE}(?: (?:{_SMALL} ){{0,2}}{_LARGE}){{1,8}}"
_LABEL = rf"(?P<kind>[A-Z]{{1,4}}|(?:{_KIND}) )(?P<number>\d{{1,2}}(?:\.\d{{1,2}})?)"
_CALLED = sought(
    rf"(?<![\w.@#/-]){_LABEL}\b(?:,? ?[“\"«(][ \u00a0\u202f]?(?P<quoted>[^“”\"«»()]{{6,90}}?)"
    rf"[ \u00a0\u202f]?[”\"»)]|(?: ?[:–—] ?| - |,? )(?P<plain>{_ROW}))"
)
_BEFORE = sought(rf"(?P<plain>{_ROW})[”\"»]? \({_LABEL}\)")
_HEADED = sought(rf"^{_LABEL}(?: ?[:.–—] ?| - )(?P<plain>[^\n]{{6,120}})$")
_WORD = sought(r"[^\W_]+")
_LITTLE = frozenset(
    "the a an of for in on to and le la les l un une des du de d en pour dans sur et à au aux der "
    "die das und für y e".split()
)


@commonplace(frozen=True, slots=True)
class Called:
    """A label, and what it is called there."""

    kind: str
    number: str
    words: tuple[str, ...]
    block: Block
    label: tuple[int, int]
    title: tuple[int, int]

    @property
    def is_head(self) -> bool:
        return self.block.kind in ("heading", "field")

    def spot(self) -> Spot:
        return self.block, *self.label


def n119_label_of_something_else(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*UC9 “Smart Ambulance”* here, *UC8 “Smart Ambulance”* elsewhere; *UC4* in the text below the
    title *UC3 is completed*: readers look up another thing.
    Remedy: look the number up, and write the same everywhere."""
    by_title: dict[tuple[object, ...], list[Called]] = defaultdict(list)
    by_number: dict[tuple[str, str, str], list[Called]] = defaultdict(list)
    for sheet in sheets:
        if sheet.kind == "page":
            continue
        for one in _called(sheet):
            if len(one.words) > 1:
                by_title[one.kind, one.words].append(one)
                by_number[one.kind, one.number, sheet.language].append(one)
    for same in by_title.values():
        yield from _other_number(same, by_number)
    for same in by_number.values():
        yield from _other_words(same)


def _called(sheet: Sheet) -> Iterator[Called]:
    for block in sheet.blocks:
        if not (block.has_figures and (block.is_prose or block.kind in ("heading", "field"))):
            continue
        taken = set[int]()
        for form in (_HEADED, _CALLED, _BEFORE):
            if form is _HEADED and not (block.kind == "heading" or block.key == "title"):
                continue
            for found in form.finditer(block.text):
                group = "quoted" if "quoted" in form.groupindex and found["quoted"] else "plain"
                if found.start("number") in taken or OBJECT in found[group]:
                    continue
                taken.add(found.start("number"))
                words = tuple(
                    folded(word)
                    for word in _WORD.findall(re.sub(r" ?\([^)]*\)", "", found[group]))
                    if word.lower() not in _LITTLE
                )
                kind = found["kind"].strip()
                yield Called(
                    kind if kind.isupper() else kind.lower(), found["number"], words, block,
                    (found.start("kind"), found.end("number")), found.span(group),
                )  # fmt: skip


def _other_number(
    same: Sequence[Called], by_number: dict[tuple[str, str, str], list[Called]]
) -> Iterator[Mark]:
    """One title, two numbers."""
    numbers: dict[str, list[Called]] = defaultdict(list)
    for one in same:
        numbers[one.number].append(one)
    if len(numbers) != 2:
        return
    odd, usual = sorted(numbers.values(), key=lambda each: _weight(each, by_number))
    if len(odd) == 1 and _reaches(odd[0], usual[0]):
        yield _numbered_otherwise(odd[0], usual[0])
        # Nobody knows which of the two was meant.
        if _weight(odd, by_number) == _weight(usual, by_number):
            yield _numbered_otherwise(usual[0], odd[0])


def _numbered_otherwise(one: Called, other: Called) -> Mark:
    typed, there = (each.block.text[slice(*each.label)] for each in (one, other))
    return one.block.mark(
        "N119", *one.label,
        f"{typed!r} stands here, {there!r} elsewhere with this title (as in "
        f"{place(other.spot())})", "look the number up, and write the same everywhere", WARNING,
    )  # fmt: skip


def _weight(
    same: Sequence[Called], by_number: dict[tuple[str, str, str], list[Called]]
) -> tuple[int, int]:
    """How sure a number is of this title: whether it has another, and how often it has this one."""
    one = same[0]
    others = [
        each
        for each in by_number[one.kind, one.number, one.block.sheet.language]
        if each.words != one.words
    ]
    return -bool(others), len(same) + sum(each.is_head for each in same)


def _reaches(one: Called, other: Called) -> bool:
    """Parts of a book have the numbers of that book; labels of letters those of the house."""
    return one.kind.isupper() or one.block.sheet is other.block.sheet


def _other_words(same: Sequence[Called]) -> Iterator[Mark]:
    """One number, and its title with another ending of one word."""
    titles: dict[tuple[str, ...], list[Called]] = defaultdict(list)
    for one in same:
        titles[one.words].append(one)
    for first, second in itertools.combinations(titles, 2) if len(titles) < 6 else ():
        if not _is_inflected(first, second):
            continue
        odd, usual = sorted((titles[first], titles[second]), key=_prominence)
        if _reaches(odd[0], usual[0]):
            yield _called_otherwise(odd[0], usual[0])
            if _prominence(odd) == _prominence(usual):
                yield _called_otherwise(usual[0], odd[0])


def _prominence(same: Sequence[Called]) -> int:
    return len(same) + sum(one.is_head for one in same)


def _called_otherwise(one: Called, other: Called) -> Mark:
    typed, there = (each.block.text[slice(*each.title)] for each in (one, other))
    return one.block.mark(
        "N119", *one.title,
        f"{typed!r} is {there!r} elsewhere (as in {place((other.block, *other.title))})",
        "write the title as it is, everywhere", WARNING if one.kind.isupper() else NOTE,
    )  # fmt: skip


def _is_inflected(first: Sequence[str], second: Sequence[str]) -> bool:
    """
    >>> _is_inflected(("smart", "museum"), ("smart", "museums"))
    True
    >>> _is_inflected(("smart", "museum"), ("smart", "muses"))
    False
    """
    pairs = zip(first, second, strict=False)
    apart = [pair for pair in pairs if pair[0] != pair[1]]
    if len(first) != len(second) or not apart or len(apart) > 2:
        return False
    return all(_stem(one) == _stem(other) for one, other in apart)


def _stem(word: str) -> str:
    return word.rstrip("s") if len(word) > 4 else word


# Numbers of a title -----------------------------------------------------------------------

_CODE = sought(r"(?<![\w.@#/-])(?P<kind>[A-Z]{2,6})[ -]?(?P<number>\d{1,3})(?!\w|[.,-]\w)")
_TH = sought(r"[ \u00a0][^\W\d_]{4,}(?: [^\W\d_]{4,})?")
_NUMBER = sought(
    r"(?P<kind>[^\W\d_]{4,}(?: [^\W\d_]{4,})?) (?:[Nn]umber|[Nn]o\.|[Nn]uméro|[Nn]°|[Nn]r\.) ?"
    r"(?P<number>\d{1,3})\b"
)


def f121_number_of_the_title_differs(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*The 8th plenary* in the title, *its 9th Plenary Meeting* in the text; *UC3* above, *UC4*
    below: one of the two was typed from memory.
    Remedy: look the number up, and write the same in both."""
    if sheet.kind == "page":
        return
    heads = [block for block in sheet.blocks if block.key == "title"]
    titled = {kind: number for block in heads for kind, number, *_ in _numbered(block)}
    said: dict[str, dict[str, list[Spot]]] = defaultdict(lambda: defaultdict(list))
    for block in sheet.blocks if titled else ():
        if block.kind in ("field", "cell") or not (block.is_prose or block.kind == "heading"):
            continue
        for kind, number, start, end in _numbered(block):
            if kind in titled:
                said[kind][number].append((block, start, end))
    told = set[Spot]()
    for kind, numbers in said.items():
        if len(numbers) == 1 and titled[kind] not in numbers:
            ((spots),) = numbers.values()
            block, start, end = spots[0]
            if spots[0] not in told and (len(spots) == 1 or kind.isupper()):
                told.add(spots[0])
                yield block.mark(
                    "F121", start, end,
                    f"{block.text[start:end]!r} stands here, {titled[kind]} in the title",
                    "look the number up, and write the same in both", WARNING,
                )  # fmt: skip


def _numbered(block: Block) -> Iterator[tuple[str, str, int, int]]:
    """Labels with their numbers, and ordinals with what they count."""
    for found in _CODE.finditer(block.text):
        yield found["kind"], found["number"], found.start(), found.end()
    for number in numerals.ordinals(block.text, block.language):
        counted = _TH.match(block.text, number.end)
        if counted and block.text[number.end - 1].isalpha():
            for kind in counted[0].split():
                yield kind.lower(), f"{number.value:g}", number.start, counted.end()
    for found in _NUMBER.finditer(block.text):
        for kind in found["kind"].split():
            yield kind.lower(), found["number"], found.start(), found.end()
