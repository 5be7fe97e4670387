"""The same thing said twice: recommendations, practices, references."""

from __future__ import annotations

import functools
import itertools
import operator
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pipeline.checks import titles
from pipeline.checks.parallels import Said, differ, is_labelled, is_parallel, is_step
from pipeline.checks.register import Register, folded
from pipeline.checks.sentences import letters_of
from pipeline.checks.sheet import NOTE, OBJECT, WARNING, Block, Mark, Sheet
from pipeline.checks.structure import is_references
from pipeline.errors import Level
from pipeline.frozen import dataclass
from pipeline.sought import sought


def long_words(text: str) -> list[str]:
    return [word for word in letters_of(text.lower()) if len(word) >= 4]


def _said(sheets: Sequence[Sheet]) -> list[Said]:
    """Every item and sentence of eight words and more, once."""
    found = []
    for sheet in sheets:
        if sheet.kind in ("page", "deck"):
            continue
        for block in sheet.prose:
            if block.key or is_references(block.section) or block.kind == "quote":
                continue
            sentences = block.sentences
            if block.kind == "item" and len(sentences) < 4:
                spans = [(0, len(block.text))]
            else:
                spans = [(s.start, s.end) for s in sentences]
            for start, end in spans:
                text = block.text[start:end].strip()
                words = long_words(text)
                if len(text.split()) >= 8 and len(words) >= 4 and text.count(OBJECT) < 3:
                    each = tuple(dict.fromkeys(map(sys.intern, words)))
                    found.append(Said(block, start, end, each))
    return found


_LAST = 40
"""How many sentences with one word are looked at: those that stand nearest."""


def _pairs(every: list[Said], floor: float) -> Iterator[tuple[Said, Said, float]]:
    """Those that are alike, found by the rarest of their words."""
    counts = Counter(word for one in every for word in one.words)
    buckets: dict[str, list[int]] = defaultdict(list)
    words = [one.words for one in every]
    signs = _signs(words, counts)
    order = sorted(counts, key=lambda word: (counts[word], word))
    rank = {word: number for number, word in enumerate(order)}
    for index, one in enumerate(every):
        mine, size, sign = frozenset(one.words), len(one.words), signs[index]
        rarest = sorted(one.words, key=rank.__getitem__)[:6]
        rare = [buckets[word] for word in rarest]
        least, most = 0.6 * size, size / 0.6
        # Words that fell on one bit may all be shared.
        bits = least - (size - sign.bit_count())
        near = dict.fromkeys(itertools.chain(*rare))
        for other in [o for o in near if (sign & signs[o]).bit_count() >= bits]:
            theirs = words[other]
            if not least - 1 <= len(theirs) <= most + 1:
                continue
            if sum(map(mine.__contains__, theirs)) < 0.6 * max(len(theirs), size):
                continue
            first = every[other]
            if first.block.language[:2] != one.block.language[:2]:
                continue
            ratio = _likeness(first.text, one.text, floor)
            if ratio:
                yield first, one, ratio
        for bucket in rare:
            bucket.append(index)
            del bucket[:-_LAST]


_LONG = 2_000
"""Letters of two sentences: those that have more are compared by their words, which are fewer."""


def _likeness(first: str, second: str, floor: float = 0.0) -> float:
    """How many letters of a hundred stand in both, in the same order; 0 if it is below the floor.

    >>> _likeness("colour", "Color"), _likeness("colour", "flavour", 80.0)
    (90.9..., 0.0)
    """
    one: Sequence[str]
    other: Sequence[str]
    one, other = first.lower(), second.lower()
    if one == other:
        return 100.0
    if len(one) + len(other) > _LONG:
        one, other = one.split(), other.split()
    size = len(one) + len(other)
    if 200 * min(len(one), len(other)) < floor * size:
        return 0.0
    where: dict[str, int] = defaultdict(int)
    for number, letter in enumerate(one):
        where[letter] |= 1 << number
    # Hyyrö, 2004: a bit for each letter of the first, which falls when it is taken.
    whole = left = (1 << len(one)) - 1
    for letter in other:
        here = left & where.get(letter, 0)
        left = (left + here) | (left - here)
    taken = len(one) - (left & whole).bit_count()
    ratio = (1 - (size - 2 * taken) / size) * 100
    return ratio if ratio >= floor else 0.0


def _signs(sentences: Iterable[Sequence[str]], known: Iterable[str]) -> list[int]:
    """The words of each sentence as bits: two that share few bits share few words."""
    bit = {word: 1 << (number % 120) for number, word in enumerate(known)}
    return [functools.reduce(operator.or_, map(bit.__getitem__, words)) for words in sentences]


def said(sheets: Sequence[Sheet], register: Register) -> list[Said]:
    """Every item and sentence of some length, read once."""
    key = ("said", id(sheets))
    if key not in register.memo:
        register.memo[key] = _said(sheets)
    return register.memo[key]  # type: ignore[return-value]


def forget(sheets: Sequence[Sheet], register: Register) -> None:
    """Lets go of what was read, once nobody asks for it."""
    register.memo.pop(("said", id(sheets)), None)


def _told(sheets: Sequence[Sheet], register: Register) -> list[tuple[Said, Said, float]]:
    key = ("duplicates", id(sheets))
    if key not in register.memo:
        register.memo[key] = list(_pairs(said(sheets, register), 80.0))
    return register.memo[key]  # type: ignore[return-value]


def told_twice(
    sheets: Sequence[Sheet], register: Register
) -> frozenset[tuple[tuple[int, int], tuple[int, int]]]:
    """Where what is nearly the same in its letters stands: it has been told."""
    return frozenset((_spot(one), _spot(other)) for one, other, _ in _told(sheets, register))


def r110_said_twice(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """The same recommendation, practice or sentence stands twice in one document.
    Remedy: keep one."""
    told: set[tuple[int, int]] = set()
    pairs = _told(sheets, register)
    copies = Counter((id(first.block), first.start) for first, _, ratio in pairs if ratio < 98)
    for first, second, ratio in pairs:
        spot = (id(second.block), second.start)
        if first.block.sheet is not second.block.sheet or spot in told:
            continue
        told.add(spot)
        if differ(first.text, second.text) or (ratio < 84 and len(second.words) < 6):
            continue
        line = first.block.sheet.where(first.block.at(first.start)).line
        same = "the same" if ratio > 98 else "nearly the same"
        level = WARNING if second.block.kind == "item" or ratio > 90 else NOTE
        is_series = ratio < 98 and copies[id(first.block), first.start] > 2
        # In one list, what goes alike goes alike on purpose: *Do:* and *Avoid:*.
        is_list = ratio < 98 and first.block.run == second.block.run and is_labelled(first, second)
        is_form = is_series or is_list or (ratio < 98 and is_parallel(first, second))
        if first.block.section != second.block.section or is_form or is_step(first, second):
            level = NOTE
        yield second.block.mark(
            "R110",
            second.start,
            second.end,
            f"{same} stands on line {line}",
            "keep one of the two",
            level,
        )


def r111_said_in_another_document(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """The same recommendation or practice stands in two chapters.
    Remedy: keep it where it belongs, and point to it from the other."""
    for (first, *others), level in _groups(_told(sheets, register)):
        second, *rest = others
        message = f"it stands in {_place(first)} too"
        if rest:
            shown = [_place(one) for one in rest[:_MOST]]
            left = f" and {len(rest) - _MOST} more" if len(rest) > _MOST else ""
            message += f", and again in {', '.join(shown)}{left}"
        remedy = "keep it where it belongs, and point to it from the other"
        remedy += "s" if rest else ""
        yield second.block.mark("R111", second.start, second.end, message, remedy, level)


_MOST = 5
"""How many places are named of a sentence that stands in many."""


def _groups(pairs: Iterable[tuple[Said, Said, float]]) -> Iterator[tuple[list[Said], Level]]:
    """What stands in several documents, once for all of them, in the order of reading."""
    groups: dict[tuple[int, int], tuple[list[Said], list[Level]]] = {}
    for first, second, ratio in pairs:
        one, other = first.block.sheet, second.block.sheet
        if one is other or ratio < 90 or differ(first.text, second.text):
            continue
        both = {one.kind, other.kind} <= {"chapter"} and one.group == other.group
        if not both and ratio < 97:
            continue
        group = groups.get(_spot(first)) or groups.get(_spot(second)) or ([], [])
        new = [said for said in (first, second) if _spot(said) not in groups]
        group[0].extend(new)
        group[1].append(WARNING if both else NOTE)
        groups |= {_spot(said): group for said in new}
    for members, levels in {id(group[0]): group for group in groups.values()}.values():
        yield members, WARNING if WARNING in levels else NOTE


def _spot(said: Said) -> tuple[int, int]:
    return id(said.block), said.start


def _place(said: Said) -> str:
    where = said.block.sheet.where(said.block.at(said.start))
    return f"{where.path.as_posix()}:{where.line}"


# References -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Cited:
    block: Block
    title: str
    letters: str
    """Those of the title, without signs, gaps and accents."""
    url: str


def _cited(sheets: Sequence[Sheet]) -> list[Cited]:
    found = []
    for sheet in sheets:
        for block in sheet.blocks:
            if block.kind == "item" and is_references(block.section) and not block.follows:
                title = " ".join(
                    re.sub(r"\([^()]*\d{4}[^()]*\)|https?://\S+|￼+", " ", block.text).split()
                )
                title = re.sub(r",?\s*[\w\s]{0,80}\b(?:19|20)\d\d\W{0,9}$", "", title).strip(
                    " .,;:–—-"
                )
                url = block.links[0].url if block.links else ""
                if len(title) > 5:
                    letters = re.sub(r"[^\w]", "", folded(title))
                    found.append(Cited(block, title, letters, url))
    return found


def _same_work(first: Cited, second: Cited) -> bool:
    if (
        first.url
        and second.url
        and _bare(first.url) == _bare(second.url)
        and len(_bare(first.url)) > 20
    ):
        return _likeness(first.title, second.title) > 55
    one, other = sorted((first.letters, second.letters), key=len)
    if one == other:
        return len(first.title) > 8
    # A place of publication more or less does not make it another work.
    has_author = re.match(r"[A-ZÀ-Ö][\w’'-]+, [A-ZÀ-Ö]\w+[,:]", first.title)
    is_longer = other.startswith(one) and len(one) > 24 and len(other) - len(one) <= 12
    return bool(has_author and is_longer and not re.search(r"\d", other[len(one) :]))


def _bare(url: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|[/#?]+$", "", url)


def _references(sheets: Sequence[Sheet], register: Register) -> list[tuple[Cited, Cited]]:
    key = ("references", id(sheets))
    if key not in register.memo:
        register.memo[key] = list(_alike(_cited(sheets)))
    return register.memo[key]  # type: ignore[return-value]


def _alike(every: Iterable[Cited]) -> Iterator[tuple[Cited, Cited]]:
    """Each with the first one before it that is the same work."""
    buckets: dict[tuple[str, str], dict[tuple[str, str], Cited]] = defaultdict(dict)
    for one in every:
        keys = {one.letters[:24], *((_bare(one.url),) if len(_bare(one.url)) > 20 else ())}
        mine = [buckets[one.block.language[:2], key] for key in sorted(keys)]
        # What begins alike is many works, of an author of many: those that stand first are asked.
        earlier = itertools.chain(*(itertools.islice(each.values(), _FIRST) for each in mine))
        if same := next((other for other in earlier if _same_work(other, one)), None):
            yield same, one
        for each in mine:
            each.setdefault((one.title, one.url), one)


_FIRST = 200
"""How many references that begin alike are laid beside one."""


def r116_cited_in_two_ways(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """One publication, two references: readers will look for two.
    Remedy: cite it in the same words, with the same year, everywhere."""
    for first, second in _references(sheets, register):
        if " ".join(first.block.text.split()) == " ".join(second.block.text.split()):
            continue
        if first.block.sheet is second.block.sheet and _years(first) == _years(second):
            continue
        if _places(first) != _places(second):
            continue
        where = first.block.sheet.where(first.block.start)
        is_real = _years(first) != _years(second) or folded(first.title) != folded(second.title)
        yield second.block.mark(
            "R116", 0, len(second.block.text),
            f"{where.path.as_posix()}:{where.line} cites it as {first.block.text.strip()!r}",
            "cite it in the same words everywhere", WARNING if is_real else NOTE,
        )  # fmt: skip


def _years(cited: Cited) -> list[str]:
    return re.findall(r"\b(?:19|20)\d\d\b", cited.block.text)


_PLACE = sought(r"\b(?:[A-Z]{1,5}[.-])?\d[\d.]*(?:\([a-z0-9]+\))?")


def _places(cited: Cited) -> list[str]:
    """The articles, pages and paragraphs that are cited: of one work, many may be."""
    found = _PLACE.findall(re.sub(r"https?://\S+", " ", cited.block.text))
    return [place for place in found if not re.fullmatch(r"(?:19|20)\d\d\.?", place)]


def r117_reference_given_twice(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """The list of references names one work twice.
    Remedy: keep one."""
    pairs = [
        (first.block, second.block)
        for first, second in _references(sheets, register)
        if _places(first) == _places(second) and _years(first) == _years(second)
    ]
    told: set[int] = set()
    for first, second in (*pairs, *titles.listed_twice(sheets)):
        if first.sheet is second.sheet and id(second) not in told:
            told.add(id(second))
            line = first.sheet.where(first.start).line
            yield second.mark(
                "R117", 0, len(second.text), f"it is named on line {line} already",
                "keep one of the two", WARNING,
            )  # fmt: skip
