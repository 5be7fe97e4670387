"""Lists: numbers that count, items that begin and end alike."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator

from pipeline.checks.register import Register, folded
from pipeline.checks.sheet import NOTE, OBJECT, WARNING, Block, Mark, Sheet
from pipeline.checks.structure import is_references


def s138_number_left_out(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """The numbers of a list jump; the printed list counts on, and references go astray.
    Remedy: number the items in their order; --fix does it."""
    for items in lists(sheet):
        numbers = [int(item.marker[:-1]) for item in items if item.marker[:1].isdigit()]
        if len(numbers) != len(items) or len(items) < 3 or len(set(numbers)) < 2:
            continue
        for index in range(1, len(numbers)):
            if numbers[index] != numbers[index - 1] + 1:
                if numbers[index] in (1, numbers[index - 1]) or not _is_jump(numbers, index):
                    break
                item = items[index]
                start = sheet.source.rfind(item.marker, 0, item.start)
                wanted = numbers[index - 1] + 1
                yield sheet.mark(
                    "S138", start, start + len(item.marker),
                    f"number {numbers[index]} follows number {numbers[index - 1]}",
                    f"write {wanted}, and look whether an item was lost", WARNING,
                )  # fmt: skip
                break


def _is_jump(numbers: list[int], index: int) -> bool:
    """Whether all the other numbers count well."""
    steps = [b - a for a, b in itertools.pairwise(numbers)]
    return sum(step != 1 for step in steps) <= 2 and numbers[0] in (0, 1) and index >= 2


def s134_item_begins_differently(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """One item begins with a small letter, all the others with a capital.
    Remedy: write the capital; --fix does it."""
    for items in lists(sheet):
        starts = [item for item in items if item.text[:1].isalpha()]
        small = [item for item in starts if item.text[0].islower()]
        yield from _one_capital(sheet, starts, small)
        if len(starts) < 4 or len(small) != 1 or len(starts) - 1 < 3:
            continue
        item = small[0]
        word = re.match(r"\S+", item.text)
        if (
            word is None
            or re.search(r"[A-Z\d_./@]", word[0])
            or (item.links and item.links[0].start == 0)
        ):
            continue
        if item.is_foreign(0) or any(start == 0 for start, _ in item.emphasis) or OBJECT in word[0]:
            continue
        yield item.mark(
            "S134", 0, 1, f"this item begins with a small letter: {word[0]!r}",
            "write the capital, like the other items", WARNING, item.text[0].upper(),
        )  # fmt: skip


def _one_capital(sheet: Sheet, starts: list[Block], small: list[Block]) -> Iterator[Mark]:
    """One item begins with a capital, the others with small letters, and it is no name."""
    if len(small) < 2 or len(starts) - len(small) != 1 or len({i.marker for i in starts}) > 1:
        return
    item = next(one for one in starts if one not in small)
    word = re.match(r"[A-ZÀ-Ö][a-zà-ÿ]+(?= [a-zà-ÿ]|, )", item.text)
    if word is None or item.language[:2] == "de" or item.links or item.is_foreign(0):
        return
    if any(start == 0 for start, _ in item.emphasis) or len(item.text.split()) < 3:
        return
    # That it is an ordinary word is seen where it stands without its capital.
    is_common = re.search(rf"(?<!\w){word[0].lower()}(?!\w)", sheet.source)
    yield item.mark(
        "S134", 0, 1, f"this item begins with a capital: {word[0]!r}",
        "write a small letter, like the other items", WARNING if is_common else NOTE,
    )  # fmt: skip


_IMPERATIVE = frozenset(
    "develop ensure promote support encourage create provide improve strengthen foster train raise "
    "implement establish build include involve use set make give keep open publish adopt increase "
    "reduce share invest facilitate integrate guarantee recognise recognize define identify "
    "organise "
    "organize cooperate collaborate protect prevent adapt maintain consider engage take work draw "
    "teach collect print ask name plant measure rebuild write reinforce seek intensify".split()
)


def r115_list_not_parallel(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """The items of a list are read one after the other: they begin with the same kind of word.
    Remedy: begin this item as the others begin."""
    for items in lists(sheet):
        english = [item for item in items if item.language[:2] == "en" and len(item.words) > 3]
        verbs = [item for item in english if item.words[0] in _IMPERATIVE]
        yield from _gerunds(english, verbs)
        if len(english) < 5 or len(verbs) < 0.8 * len(english) or len(verbs) == len(english):
            continue
        odd = [item for item in english if item.words[0] not in _IMPERATIVE | _GERUNDS]
        for item in [one for one in odd if _is_no_verb(one)][:2]:
            word = re.match(r"\S+", item.text)
            yield item.mark(
                "R115", 0, word.end() if word else 0, "the other items begin with what to do",
                "begin this one with a verb too", NOTE,
            )  # fmt: skip


def _gerund(verb: str) -> str:
    return f"{verb[:-1] if verb.endswith('e') and not verb.endswith('ee') else verb}ing"


_GERUNDS = frozenset(_gerund(verb) for verb in _IMPERATIVE) - {"training", "planting", "building"}


_FINITE = re.compile(
    r"^[^.,;:]*\b(?:should|must|is|are|can|will|may|has|have|remains?|requires?)\b"
)


def _gerunds(items: list[Block], verbs: list[Block]) -> Iterator[Mark]:
    """*Developing* among *develop*: the fewer of the two are told."""
    doing = [item for item in items if item.words[0] in _GERUNDS and not _FINITE.search(item.text)]
    if not doing or not verbs or len(doing) + len(verbs) < 4:
        return
    less, more = (doing, verbs) if len(doing) < len(verbs) else (verbs, doing)
    if len(less) * 2 > len(more) + 1:
        return
    for item in less:
        word, other = item.text.split()[0], more[0].text.split()[0]
        yield item.mark(
            "R115", 0, len(word), f"{word!r} stands in one list with {other!r}",
            "begin this one as the others begin", NOTE,
        )  # fmt: skip


def _is_no_verb(item: Block) -> bool:
    return item.words[0] in ("the", "a", "an", "this", "there", "it", "to") or item.words[
        0
    ].endswith("ing")


def s133_full_stops_in_a_list(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """The items of one list end alike.
    Remedy: give all of them a full stop, or none."""
    for items in lists(sheet):
        ends = [(item, _end_of(item)) for item in items if len(item.text.split()) >= 5]
        ends = [(item, end) for item, end in ends if end != "?"]
        least = 3 if is_references(items[0].section) else 4
        if len(ends) < least or _is_one_sentence([end for _, end in ends]):
            continue
        counts = Counter(end for _, end in ends)
        usual, count = counts.most_common(1)[0]
        # Three kinds of ending in one list are never meant.
        if count < (0.6 if len(counts) < 3 else 0.34) * len(ends):
            continue
        for item, end in ends:
            if end != usual:
                at = len(item.text.rstrip())
                yield item.mark(
                    "S133", max(0, at - 1), at,
                    f"this item ends {_ENDS[end]}, the others {_ENDS[usual]}",
                    "let all items end alike", NOTE,
                )  # fmt: skip


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


_LISTED = re.compile(
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
    if len(words) < 8 or len({word[:1] for word in words}) < 5:
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


def lists(sheet: Sheet) -> list[list[Block]]:
    """The items of each list, without their further paragraphs."""
    found: dict[int, list[Block]] = {}
    for block in sheet.blocks:
        if block.kind == "item" and block.run and not block.follows and not block.key:
            found.setdefault(block.run, []).append(block)
    return list(found.values())
