"""Lists: numbers that count, items and labels that begin and end alike."""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline import calendar
from pipeline.checks.forms import Spot, place
from pipeline.checks.french import manner
from pipeline.checks.register import Register, folded
from pipeline.checks.sheet import NOTE, OBJECT, WARNING, Block, Mark, Sheet
from pipeline.checks.structure import is_references
from pipeline.errors import Level
from pipeline.sought import sought


def s138_number_left_out(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """The numbers of a list jump; the printed list counts on, and references go astray.
    Remedy: number the items in their order; fix=1 does it."""
    yield from _numbered_twice(sheet)
    for block in sheet.prose:
        yield from _ranked_twice(block) if ":" in block.text and block.has_figures else ()
    for items in lists(sheet):
        numbers = [int(item.marker[:-1]) for item in items if item.marker[:1].isdigit()]
        if len(numbers) != len(items) or len(items) < 3 or len(set(numbers)) < 2:
            continue
        if at := _jump(numbers):
            item, before = items[at], numbers[at - 1]
            start = sheet.source.rfind(item.marker, 0, item.start)
            yield sheet.mark(
                "S138", start, start + len(item.marker),
                f"number {numbers[at]} follows number {before}",
                f"write {before + 1}, and look whether an item was lost", WARNING,
            )  # fmt: skip


def _jump(numbers: list[int]) -> int:
    """Where the first number stands that does not count on, if all the others count well."""
    steps = [later - number for number, later in itertools.pairwise(numbers)]
    at = next((at for at, step in enumerate(steps, start=1) if step != 1), 0)
    # What begins anew, or stays as it is, was left to Markdown to number.
    if at < 2 or numbers[at] in (1, numbers[at - 1]) or numbers[0] not in (0, 1):
        return 0
    return at if sum(step != 1 for step in steps) <= 2 else 0


_NUMBERED = sought(r"(\d{1,2})[.)]\)? (?=\S)")


def _numbered_twice(sheet: Sheet) -> Iterator[Mark]:
    """`### 4) Boats`, and `### 4) Quays` behind it."""
    last: dict[int, int] = {}
    for block in sheet.blocks:
        found = _NUMBERED.match(block.text) if block.kind == "heading" else None
        if not found:
            continue
        number = int(found[1])
        if number > 1 and last.get(block.level) == number:
            yield block.mark(
                "S138", 0, found.end() - 1, f"two headings have the number {number}",
                f"write {number + 1}, and look at those behind it", WARNING,
            )  # fmt: skip
        last[block.level] = number


_RANKED = sought(
    r"(?:^|(?<= ))(\d{1,2})(?:re|er|ère|ème|e|st|nd|rd|th|\.)[ \u00a0]([^\W\d_]{4,})"
    r"[ \u00a0]?:"
)


def _ranked_twice(block: Block) -> Iterator[Mark]:
    """`1er adjoint :`, `2e adjoint :`, `2e adjoint :`, each on its line."""
    for first, second in itertools.pairwise(_RANKED.finditer(block.text)):
        if first.groups() == second.groups() and int(first[1]) > 1:
            yield block.mark(
                "S138", *second.span(1), f"{second[0].rstrip(' :')!r} stands twice",
                f"write {int(second[1]) + 1}, and look at those behind it", WARNING,
            )  # fmt: skip


_PARTICLE = sought(
    r"(?:van|von|vom|zu|de|del|della|di|da|dos|du|des|le|la|al|el|ben|bin|af|av|ten|ter|op)"
    r"(?: (?:der|den|de|la|las|los|het|'t))? [A-ZÀ-Þ]"
)
"""`van Mensch, P.`: a name may begin with a small letter."""


def s134_item_begins_differently(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """One item begins with a small letter, all the others with a capital.
    Remedy: write the capital; fix=1 does it."""
    for items in lists(sheet):
        yield from manner.goes_on(sheet, items)
        starts = [item for item in items if item.text[:1].isalpha()]
        small = [item for item in starts if item.text[0].islower()]
        yield from _one_capital(sheet, starts, small)
        if len(starts) < 4 or len(small) != 1 or len(starts) - 1 < 3:
            continue
        item = small[0]
        word = re.match(r"\S+", item.text)
        if word and not _may_be_small(item, word[0]):
            yield item.mark(
                "S134", 0, 1, f"this item begins with a small letter: {word[0]!r}",
                "write the capital, like the other items", WARNING, item.text[0].upper(),
            )  # fmt: skip


def _may_be_small(item: Block, word: str) -> bool:
    """Whether it begins with a name, an address or other words that are written as they are."""
    is_name = re.search(r"[A-Z\d_./@]", word) or _PARTICLE.match(item.text) or OBJECT in word
    is_set_off = any(link.start == 0 for link in item.links[:1]) or any(
        start == 0 for start, _ in item.emphasis
    )
    return bool(is_name or is_set_off or item.is_foreign(0))


def _one_capital(sheet: Sheet, starts: list[Block], small: list[Block]) -> Iterator[Mark]:
    """One item begins with a capital, the others with small letters, and it is no name; or some do,
    of many."""
    known = {one.start for one in small}
    large = [one for one in starts if one.start not in known]
    if len(small) < 2 or len({i.marker for i in starts}) > 1 or 2 * len(large) > len(small) + 1:
        return
    for item in large:
        yield from _raised(sheet, item, is_alone=len(large) == 1)


def _raised(sheet: Sheet, item: Block, is_alone: bool) -> Iterator[Mark]:
    word = re.match(r"[A-ZÀ-Ö][a-zà-ÿ]+(?= [a-zà-ÿ]|, )", item.text)
    if word is None or item.language[:2] == "de" or item.links or item.is_foreign(0):
        return
    if any(start == 0 for start, _ in item.emphasis) or len(item.text.split()) < 3:
        return
    # That it is an ordinary word is seen where it stands without its capital.
    is_common = word[0].lower() in _words(sheet.source)
    if is_common or is_alone:
        yield item.mark(
            "S134", 0, 1, f"this item begins with a capital: {word[0]!r}",
            "write a small letter, like the other items", WARNING if is_common else NOTE,
        )  # fmt: skip


def s133_full_stops_in_a_list(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """The items of one list end alike.
    Remedy: give all of them a full stop, or none."""
    every: list[tuple[Block, str]] = []
    for items in lists(sheet):
        broken = list(_in_one_sentence([(item, _end_of(item)) for item in items]))
        broken = broken or list(manner.parted(sheet, items))
        if broken:
            yield from broken
            continue
        ends = [(item, _end_of(item)) for item in items if len(item.text.split()) >= 5]
        ends = [(item, end) for item, end in ends if end != "?"]
        least = 3 if is_references(items[0].section) else 4
        if least == 4:
            every += ends if len(ends) >= least else []
        if len(ends) < 2 <= least < 5:
            yield from _of_short_items(items)
        if len(ends) < least or _is_one_sentence([end for _, end in ends]):
            yield from _short_list(ends if least == 4 else [], every)
            continue
        counts = Counter(end for _, end in ends)
        usual, count = counts.most_common(1)[0]
        # Three kinds of ending in one list are never meant.
        if count < (0.6 if len(counts) < 3 else 0.34) * len(ends):
            continue
        for item, end in ends:
            if end != usual:
                said = f"this item ends {_ENDS[end]}, the others {_ENDS[usual]}"
                yield _ends_unlike(item, said, NOTE)


_NO_WORD = sought(r"(?:\.\.|…|\betc\.|\b\w\.)\W*$")
"""A stop that is none: that of an abbreviation, or of what is left out."""


def _of_short_items(items: Sequence[Block]) -> Iterator[Mark]:
    """`- lamps.`, `- masts.`, `- cables`, `- posts.`: the one that ends unlike all the others."""
    ends = [(item, _end_of(item)) for item in items]
    counts = Counter(end for _, end in ends)
    if len(ends) < 4 or len(counts) != 2 or set(counts) - {".", ""}:
        return
    usual, count = counts.most_common(1)[0]
    longest = max(len(item.words) for item, end in ends if end == usual)
    for item, end in ends:
        is_word = _NO_WORD.search(item.text) is None
        if count == len(ends) - 1 and end != usual and is_word and len(item.words) <= longest:
            said = f"this item ends {_ENDS[end]}, the others {_ENDS[usual]}"
            yield _ends_unlike(item, said, NOTE)


def _ends_unlike(item: Block, said: str, level: Level) -> Mark:
    end = len(item.text.rstrip())
    return item.mark("S133", max(0, end - 1), end, said, "let all items end alike", level)


def _in_one_sentence(ends: list[tuple[Block, str]]) -> Iterator[Mark]:
    """A list that is one sentence, with a semicolon behind each item but one."""
    inner = [end for _, end in ends[:-1]]
    if len(inner) < 3 or inner.count(";") < len(inner) - 1 or ends[-1][1] == ";":
        return
    for item, end in ends[:-1]:
        if end != ";" and item.text.rstrip()[-1:] not in ",:?!":
            said = f"this item ends {_ENDS[end]}, the others with a semicolon"
            yield _ends_unlike(item, said, WARNING)


def _short_list(ends: list[tuple[Block, str]], every: list[tuple[Block, str]]) -> Iterator[Mark]:
    """Sentences without a stop in a short list, where those of the longer lists have theirs."""
    stops = sum(end == "." for _, end in every)
    if stops < 6 or stops < 0.7 * len(every) or {end for _, end in ends} == {";", "."}:
        return
    for item, end in ends:
        if end == "" and len(item.words) >= 7 and not _is_mostly_link(item):
            said = f"this item ends without a stop, {stops} others of this text with one"
            yield _ends_unlike(item, said, NOTE)


def _is_mostly_link(item: Block) -> bool:
    """Whether it names a work or a page, and does not only link some of its words."""
    text = item.text.rstrip()
    linked = sum(link.end - link.start for link in item.links)
    return 3 * linked > len(text) or any(link.end >= len(text) - 1 for link in item.links)


_ENDS = {".": "with a full stop", ";": "with a semicolon", "": "without a stop"}


def _end_of(item: Block) -> str:
    """How an item ends: with a full stop, a semicolon, nothing, or in another way."""
    text = item.text.rstrip()
    if text.endswith((":", "?", "!", ",", OBJECT)):
        return "?"
    if re.search(r"\.[)\"”»]?$", text):
        return "."
    return ";" if re.search(r";(?:\s(?:and|or|et|ou|und|oder|y|o|e|en|of))?$", text) else ""


def _is_one_sentence(ends: list[str]) -> bool:
    """Semicolons to the last item but one, and a full stop: that is a sentence in items."""
    return set(ends[:-1]) == {";"} and ends[-1] in (".", "")


_LISTED = sought(
    r"(?:^|(?:[:,;] |,? and ))"
    r"((?:[A-ZÀ-ÖØ-Þ][\w.’'-]+)(?: (?:[a-z]{1,3} )?[A-ZÀ-ÖØ-Þ][\w’'-]+){0,3})"
    r"(?: \([^()]{2,30}\))?(?=[,;.]|,? and |$)"
)


def s139_out_of_the_alphabet(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A list of names runs from A to Z, and one of them stands in a stranger's place.
    Remedy: put it where its letter is."""
    for block in sheet.prose:
        if block.text.count(",") + block.text.count(";") < 8:
            continue
        found = list(_LISTED.finditer(block.text))
        yield from _misplaced([(block, m.start(1), m.end(1)) for m in found])
    for items in lists(sheet):
        if len(items) >= 8 and all(len(item.text.split()) <= 6 for item in items):
            yield from _misplaced([(item, 0, len(item.text)) for item in items])


def _misplaced(spots: list[tuple[Block, int, int]]) -> Iterator[Mark]:
    """What is left outside the longest run in order, if nearly all are in it."""
    words = [folded(block.text[start:end]) for block, start, end in spots]
    if len(words) < 8 or len({word[:1] for word in words}) < 5 or _has_its_own_order(spots, words):
        return
    best: list[tuple[int, ...]] = []
    for index, word in enumerate(words):
        runs = [run for run in best if words[run[-1]] <= word]
        best.append((*sorted(runs, key=len, reverse=True)[0], index) if runs else (index,))
    kept = set(sorted(best, key=len, reverse=True)[0])
    if len(kept) == len(words) or len(words) - len(kept) > max(1, 0.2 * len(words)):
        return
    for index, (block, start, end) in enumerate(spots):
        if index not in kept:
            yield block.mark(
                "S139", start, end,
                f"{block.text[start:end]!r} is out of the alphabet; the other "
                f"{len(kept)} are in order",
                "put it where its letter is", NOTE,
            )  # fmt: skip


_UNION = (
    "BE BG CZ DK DE EE IE GR ES FR HR IT CY LV LT LU HU MT NL AT PL PT RO SI SK FI SE"
).split()
"""The members of the European Union as its protocol lists them: each by its own name."""
_LANGUAGES = (
    "bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv ar bs ca cy eu gd gl "
    "hy is ka lb mk nb no nn ru sq sr tr uk"
).split()


def _has_its_own_order(spots: list[tuple[Block, int, int]], words: Sequence[str]) -> bool:
    """Whether most are languages, which stand by their own names or their codes; or the protocol's
    members."""
    language = spots[0][0].language
    names = _names_of_languages(language)
    if 2 * sum(word in names for word in words) > len(words):
        return True
    order = _protocol(language)
    placed = [order[word] for word in words if word in order]
    return 2 * len(placed) > len(words) and placed == sorted(placed)


@functools.cache
def _names_of_languages(language: str) -> frozenset[str]:
    named = [calendar.language_name(code, by) for code in _LANGUAGES for by in (language, code)]
    return frozenset(map(folded, named))


@functools.cache
def _protocol(language: str) -> dict[str, int]:
    return {folded(calendar.country(code, language)): at for at, code in enumerate(_UNION)}


def lists(sheet: Sheet) -> list[list[Block]]:
    """The items of each list, without their further paragraphs."""
    found: dict[int, list[Block]] = {}
    for block in sheet.blocks:
        if block.kind == "item" and block.run and not block.follows and not block.key:
            found.setdefault(block.run, []).append(block)
    return list(found.values())


_WORD = sought(r"[^\W\d_][\w’'-]*")
_LABEL = sought(r"[^:.!?]{3,90}: ([^\W\d_][\w’'-]*)(?=,? [\w“])")


def s140_capitals_behind_a_colon(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """Behind the label of an item, one house goes on with a capital or with a small letter.
    Remedy: begin as the other items begin."""
    for language in register.languages:
        spots = list(_behind_labels(sheets, language[:2])) if language[:2] != "de" else []
        large = [spot for spot in spots if _word(spot)[0].isupper()]
        small = [spot for spot in spots if not _word(spot)[0].isupper()]
        less, more = (small, large) if len(small) <= len(large) else (large, small)
        if len(more) < 4 or len(less) == len(more):
            continue
        shown = f"{_word(more[0])!r} ({place(more[0])})"
        for block, start, end in less:
            word = block.text[start:end]
            # What never stands in small letters may be a name.
            if more is small and word.lower() not in _words(block.sheet.source):
                continue
            yield block.mark(
                "S140", start, end, f"{word!r} stands behind the label; most begin like {shown}",
                "begin as the other items begin", NOTE,
            )  # fmt: skip


def _behind_labels(sheets: Sequence[Sheet], language: str) -> Iterator[Spot]:
    """The first word behind the label of each item."""
    for block in itertools.chain.from_iterable(sheet.blocks for sheet in sheets):
        found = _LABEL.match(block.text) if block.kind == "item" and not block.follows else None
        if not found or block.language[:2] != language or is_references(block.section):
            continue
        if block.is_own(found.start(1)):
            yield block, found.start(1), found.end(1)


def _word(spot: Spot) -> str:
    block, start, end = spot
    return block.text[start:end]


@functools.lru_cache(maxsize=4)
def _words(source: str) -> frozenset[str]:
    return frozenset(_WORD.findall(source))
