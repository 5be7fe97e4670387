"""Titles of books and papers: one title, in the same words wherever it is cited."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from pipeline.checks.forms import place
from pipeline.checks.register import Register
from pipeline.checks.sheet import WARNING, Block, Mark, Sheet
from pipeline.checks.structure import is_references
from pipeline.sought import sought

_WORD = sought(r"[^\W_]+(?:[’'][^\W_]+)*")
_SMALL = frozenset(
    "the a an of for in on to and at by with from le la les l un une des du de d en pour dans sur "
    "et à au aux avec par der die das und für von el los las y il lo e het een".split()
)
_COUNTED = sought(r"\d|^(?:[ivx]+|one|two|three|first|second|third|un|deux|trois|premi\w+)$")
Cited = tuple[Block, int, int]


def r125_title_in_other_words(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*Open Quays: a Manual* here, *Open Quays: a Handbook* there: readers look for two books.
    Remedy: write the title as it stands on the cover, everywhere."""
    yield from _linked(sheets)
    yield from _quoted(sheets)
    cited, own = _titles(sheets)
    words = {title: tuple(_words(title)) for title in sorted({*cited, *own})}
    ours = {words[title] for title in own}
    weights: Counter[tuple[str, ...]] = Counter()
    for title, spots in cited.items():
        weights[words[title]] += len(spots)
    less_one: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for title in words:
        for key in _less_one(words[title]):
            less_one[key].append(title)
    for title, spots in sorted(cited.items()):
        keys = [key for key in _less_one(words[title]) if len(less_one[key]) <= _SERIES]
        alike = {other for key in keys for other in less_one[key]}
        near = {other for other in alike if _is_nearly(words[title], words[other])}
        weight = {other: weights[words[other]] for other in (title, *near)}
        better = _better(title, near, cited, own, weight) if words[title] not in ours else ""
        years = {y for other in cited.get(better, ()) for y in _years(other[0])}
        years |= own.get(better, set())
        for block, start, end in spots if better else ():
            # The second edition of a work may have another title.
            if not (years and _years(block) and years.isdisjoint(_years(block))):
                yield block.mark(
                    "R125", start, end, f"elsewhere it is called {better!r}",
                    "write the title as it stands on the cover", WARNING,
                )  # fmt: skip


_SERIES = 12
"""Of so many titles that one word parts, each is meant: the works of a series."""


def _less_one(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    """The title, and what it is without each of its words: two that one word parts share one.

    >>> sorted(_less_one(("open", "quays")))
    [('open',), ('open', 'quays'), ('quays',)]
    """
    return {words, *(words[:at] + words[at + 1 :] for at in range(len(words)))}


_LARGE = sought(r"(?<![\w-])[^\W\d_a-zß-ÿ][^\W\d_]")
_WHOLE = 4
"""So many words make the title of a page."""


def _linked(sheets: Sequence[Sheet]) -> Iterator[Mark]:
    """`Guide to Culture Change` and `Guide to Cultural Change`, which lead to one page."""
    said: dict[str, dict[tuple[str, ...], list[Cited]]] = defaultdict(lambda: defaultdict(list))
    for sheet in sheets:
        for block in sheet.blocks if sheet.kind != "page" else ():
            for link in block.links:
                label = block.text[link.start : link.end]
                words = tuple(_words(label))
                is_title = len(words) >= _WHOLE and len(_LARGE.findall(label)) > 1
                if is_title and link.url.count("/") > 2:
                    said[link.url][words].append((block, link.start, link.end))
    for labels in said.values():
        told = sorted(labels, key=lambda words: -len(labels[words]))
        for at, words in enumerate(told if len(told) <= _SERIES else ()):
            spots = labels[words]
            # Of two that stand as often, the one that stands first is taken for right.
            if usual := next((one for one in told[:at] if _is_slip(words, one)), None):
                block, start, end = spots[0]
                other, begin, stop = labels[usual][0]
                yield block.mark(
                    "R125", start, end,
                    f"the link to this page is called {other.text[begin:stop]!r} elsewhere",
                    "write the title as it stands on the page", WARNING,
                )  # fmt: skip


_QUOTED = sought(r"[“«\"][ \u00a0\u202f]?([^“”«»\"]{16,120}?)[ \u00a0\u202f.,]?[”»\"]")


def _quoted(sheets: Sequence[Sheet]) -> Iterator[Mark]:
    """`The theme “Science in the Age of Sail”` here, `Sciences` there; bold, or in a head."""
    said: dict[tuple[str, ...], list[Cited]] = defaultdict(list)
    for sheet in sheets:
        for block in sheet.blocks if sheet.kind != "page" else ():
            for start, end in dict(_set_off(block)).items():
                words = tuple(_words(block.text[start:end]))
                if _WHOLE <= len(words) <= _LONGEST:
                    said[block.language[:2], *words].append((block, start, end))
    less_one: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for words in said:
        for key in _less_one(words):
            less_one[key].append(words)
    for words in sorted(said):
        near = {
            other
            for key in _less_one(words)
            if len(less_one[key]) <= _SERIES
            for other in less_one[key]
            if _is_slip(words, other) and len(said[other]) >= len(said[words])
        }
        if len(near) == 1 and len(said[words]) == 1:
            block, start, end = said[words][0]
            other, begin, stop = said[near.pop()][0]
            if block.kind == other.kind == "heading":
                continue  # *Update from the office*, *Updates from the office*: each its own.
            yield block.mark(
                "R125", start, end, f"elsewhere it is {other.text[begin:stop]!r} (as in "
                                    f"{place((other, begin, stop))})",
                "write it in the same words everywhere", WARNING,
            )  # fmt: skip


_LONGEST = 16


def _set_off(block: Block) -> Iterator[tuple[int, int]]:
    """What is quoted, what is bold and has its capitals, and whole titles."""
    if block.kind == "heading" or block.key == "title":
        yield 0, len(block.text.rstrip(" .!?"))
    if not block.is_prose:
        return
    for found in _QUOTED.finditer(block.text):
        if found[1][0].isupper():
            yield found.span(1)
    for start, end in block.emphasis:
        words = block.text[start:end].strip(' .,:;”“»«"')
        large = [word for word in _WORD.findall(words) if word.casefold() not in _SMALL]
        if words and sum(word[0].isupper() for word in large) >= 0.7 * len(large):
            begin = block.text.index(words, start)
            yield begin, begin + len(words)


def _is_slip(words: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one word has another ending, or a letter more or less."""
    pairs = zip(words, other, strict=False)
    apart = [pair for pair in pairs if pair[0] != pair[1]]
    if len(words) != len(other) or len(apart) != 1:
        return False
    one, two = apart[0]
    return min(len(one), len(two)) > 4 and one[:4] == two[:4] and not (one + two).isdigit()


def _better(
    title: str,
    near: Set[str],
    cited: Mapping[str, Sequence[Cited]],
    own: Mapping[str, object],
    weight: Mapping[str, int],
) -> str:
    """Of titles that are nearly this one: our own, the one cited more often, or the first."""
    right = sorted(near & own.keys()) or sorted(
        other
        for other in near
        if (weight[other], _place(cited[title])) > (weight[title], _place(cited[other]))
    )
    return right[0] if right else ""


def _years(block: Block) -> set[str]:
    return set(re.findall(r"\b(?:19|20)\d\d\b", block.text))


def _titles(sheets: Sequence[Sheet]) -> tuple[Mapping[str, list[Cited]], dict[str, set[str]]]:
    """The titles that are set off in italics, and those of our own manifestos."""
    cited: dict[str, list[Cited]] = defaultdict(list)
    own: dict[str, set[str]] = {}
    for sheet in sheets:
        if sheet.kind in ("manifesto", "deck"):
            years = {str(sheet.date.year)} if sheet.date else set[str]()
            own |= {" ".join(b.text.split()): years for b in sheet.blocks if b.key == "title"}
        for block in sheet.prose:
            for start, end in block.emphasis:
                words = block.text[start:end].strip("*_ .,;:?!")
                if _is_title(words, block, start):
                    at = block.text.index(words, max(0, start - 1))
                    cited[" ".join(words.split())].append((block, at, at + len(words)))
    return cited, {title: years for title, years in own.items() if len(_words(title)) > 2}


def _is_title(words: str, block: Block, start: int) -> bool:
    """Whether these italics are a work: capitals, or a place in the list of references."""
    before = block.sheet.source[max(0, block.at(start) - 2) : block.at(start) + 2]
    if len(_words(words)) < 3 or not words[:1].isupper() or "**" in before or "__" in before:
        return False
    if is_references(block.section):
        return True
    large = [word for word in _WORD.findall(words) if word.casefold() not in _SMALL]
    is_capital = sum(word[0].isupper() for word in large) >= 0.7 * len(large)
    return is_capital and not block.link_at(start)


def _words(title: str) -> list[str]:
    found = [word.casefold() for word in _WORD.findall(title)]
    return [word for word in found if word not in ("and", "et", "und")]


def _place(spots: Sequence[Cited]) -> tuple[str, int]:
    block = spots[0][0]
    return block.sheet.path.as_posix(), block.start


def _is_nearly(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one word parts two titles: a small one, or one of many."""
    if one == other or abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < 3:
        return False
    head = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    head = min(len(one), len(other)) if head is None else head
    tail = next(
        (at for at, (a, b) in enumerate(zip(one[::-1], other[::-1], strict=False)) if a != b),
        min(len(one), len(other)),
    )
    first, second = (list(side[head : len(side) - tail]) for side in (one, other))
    odd = [*first, *second]
    if len(first) > 1 or len(second) > 1 or any(_COUNTED.search(word) for word in odd):
        return False
    return all(word in _SMALL for word in odd) or (len(one) == len(other) and len(one) > 5)


def r126_title_with_another_stop(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*Open Quays: a Handbook* here, *Open Quays. A Handbook* there: one title, one stop.
    Remedy: write the title with the same stop everywhere."""
    cited, _ = _titles(sheets)
    forms: dict[str, list[str]] = defaultdict(list)
    for title in cited:
        forms[" ".join(_words(title))].append(title)
    for titles in forms.values():
        stops = {re.sub(r"[\w\s’'&]", "", title) for title in titles}
        if len(stops) < 2:
            continue
        usual = max(sorted(titles), key=lambda title: len(cited[title]))
        for title in sorted(titles):
            same = re.sub(r"[\w\s’'&]", "", title) == re.sub(r"[\w\s’'&]", "", usual)
            for block, start, end in () if same else cited[title]:
                yield block.mark(
                    "R126", start, end, f"elsewhere it is written {usual!r}",
                    "write the title with the same stop everywhere", WARNING,
                )  # fmt: skip


def listed_twice(sheets: Sequence[Sheet]) -> Iterator[tuple[Block, Block]]:
    """Two items of one list of references with one author, one title and one year."""
    cited, _ = _titles(sheets)
    for spots in cited.values():
        items = [(b, at) for b, at, _ in spots if b.kind == "item" and is_references(b.section)]
        for (one, at), (other, stop) in itertools.pairwise(items):
            # Chapters of one book name it behind their own titles.
            is_alike = one.text[:at] == other.text[:stop] and _years(one) == _years(other)
            if one is not other and one.sheet is other.sheet and is_alike:
                yield one, other
