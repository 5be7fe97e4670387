"""Names in two spellings, neither of which is registered."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from pipeline.checks import inflected, misnamed, places
from pipeline.checks.english.derived import is_common
from pipeline.checks.forms import place
from pipeline.checks.possessed import possessed
from pipeline.checks.register import Register, distance, folded
from pipeline.checks.sheet import NOTE, OBJECT, WARNING, Block, Mark, Sheet
from pipeline.checks.structure import is_references
from pipeline.sought import sought

# Names nobody has registered --------------------------------------------------------------

_LARGE, _REST = "[A-ZÀ-ÖØ-Þ]", r"[\w’'-]*[^\W_]"
_CAPITAL = f"{_LARGE}{_REST}"
_FIRST = rf"{_LARGE}(?<![\w’'-].){_REST}"
_SMALL = r"(?:de|du|des|la|le|les|van|der|von|di|della|del|of|the|and|et|und|&|für|y|e|d[’']|l[’'])"
_CAPITALISED = sought(_CAPITAL)
_ANY_CAPITALISED = sought(_FIRST)
_SEQUENCE = sought(rf"{_FIRST}(?:(?:\s{_SMALL}){{0,2}}\s{_CAPITAL})*")


def n102_two_spellings_of_one_name(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """Two spellings of one name in one language: one of them is wrong.
    Remedy: choose one and register it in names.yaml, the other one under `not`."""
    told: set[tuple[PurePath, int]] = set()
    for mark in _spellings(sheets, register):
        told |= _letters_of(mark)
        yield mark
    for mark in misnamed.slips(sheets, register):
        # What is told of a name is told of its words.
        if told.isdisjoint(_letters_of(mark)):
            yield mark


def _letters_of(mark: Mark) -> set[tuple[PurePath, int]]:
    return {(mark.finding.location.path, at) for at in range(mark.start, mark.end)}


def _spellings(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    registered = {folded(name) for name in register.names} | {folded(v) for v in register.variants}
    spots: dict[str, dict[str, list[tuple[Block, int, int]]]] = defaultdict(dict)
    parts: dict[str, dict[str, list[tuple[Block, int, int]]]] = defaultdict(dict)
    for sheet in sheets:
        for block in sheet.blocks:
            if block.is_capitals or block.kind == "heading":
                continue
            named = spots[block.language[:2]]
            for words, start, end in _sequences(block):
                named.setdefault(words, []).append((block, start, end))
                for part, begin in _parts(words):
                    spot = block, start + begin, start + begin + len(part)
                    parts[block.language[:2]].setdefault(part, []).append(spot)
    yield from possessed(sheets)
    for language, surfaces in spots.items():
        yield from _accents(surfaces, registered)
        yield from _accents_inside(surfaces, registered)
        yield from _exchanged(surfaces)
        for part, found in parts[language].items():
            surfaces.setdefault(part, []).extend(found)
        yield from _letters(surfaces, registered)


def _sequences(block: Block) -> Iterator[tuple[str, int, int]]:
    for found in _SEQUENCE.finditer(block.text):
        words, start = found[0], found.start()
        if OBJECT in words or any(a <= start < b for a, b, _ in block.foreign):
            continue
        begins = (
            block.text[:start].endswith("(")
            or not block.text[:start].strip(' “"«‘(')
            or block.text[:start].rstrip(' “"«‘(')[-1:] in ".!?:…"
        )
        if begins:
            # The first word of a sentence has its capital for another reason.
            first, gap, rest = words.partition(" ")
            if not rest or len(rest) < 4 or not _CAPITALISED.match(rest):
                # So has an acronym, which has them all for its own.
                if " " not in words and not (words.isupper() and words.isalpha()):
                    continue
            elif first.lower() in _OPENERS:
                words, start = rest, start + len(first) + len(gap)
        words = re.sub(r"(?<=\w{3})['’]s$", "", words)
        yield words, start, start + len(words)


_JOINT = sought(r" (?:and|et|und|&|y|e) ")


def _parts(words: str) -> Iterator[tuple[str, int]]:
    """The names that are joined by *and*, each by itself, and the two words at the end of a
    longer one: *Museo Pietro Micca*."""
    at = 0
    for joint in (*_JOINT.finditer(words), None):
        part = words[at : joint.start() if joint else len(words)]
        if joint or at:
            yield part, at
        if part.count(" ") == 2 and not any(map(str.islower, part.split())):
            tail = part.index(" ") + 1
            yield part[tail:], at + tail
        at = joint.end() if joint else at


_OPENERS = frozenset(
    "the a an in on at for from with by to of and but as if when while after before since our its "
    "le la les un une des du de en dans pour par avec sur à au aux et mais si dès der die das im "
    "bei mit nach von zu zur zum am auf für aus wenn el los las con por para según gli nel nella "
    "het een op bij voor met w we na do od dla przez vid på för från och "
    "both all this that these those il elle ils cette ce ces l d".split()
)


def _accents(
    surfaces: dict[str, list[tuple[Block, int, int]]], registered: set[str]
) -> Iterator[Mark]:
    groups: dict[str, list[str]] = defaultdict(list)
    for words in surfaces:
        if len(words) >= 5:
            groups[folded(words)].append(words)
    for fold, forms in groups.items():
        if len(forms) < 2 or any(fold in name for name in registered):
            continue
        # An accent is lost more often than it is added.
        ordered = sorted(forms, key=lambda w: (-len(surfaces[w]), w.isascii(), w))
        best = ordered[0]
        for other in ordered[1:]:
            if _is_told(best, other):
                continue
            is_initial = best[0] != other[0] and " " not in best
            if is_initial and block_language(surfaces[other]) == "fr":
                yield from _bare_capitals(best, other, surfaces)
            if is_initial or block_language(surfaces[other]) == "de":
                continue
            if _is_title_of_a_work(surfaces[other]) and not _is_title_of_a_work(surfaces[best]):
                continue
            if block_language(surfaces[other]) == "pl" and _is_declined(best, other):
                continue
            if _is_mere_case(best, other) or not _counts(best, other, surfaces):
                continue
            spots = surfaces[other]
            block, start, end = next(
                (spot for spot in spots if not is_references(spot[0].section)), spots[0]
            )
            yield _spelt(block, start, end, other, best, len(surfaces[best]))


def _is_told(first: str, second: str) -> bool:
    """Whether it is told of places; of capitals nothing is, which often have no accents."""
    in_capitals = first.isupper() != second.isupper()
    return in_capitals or places.mended(first) == places.mended(second)


def _bare_capitals(
    best: str, other: str, surfaces: dict[str, list[tuple[Block, int, int]]]
) -> Iterator[Mark]:
    """*Ecrins* beside *Écrins*: a capital keeps its accent."""
    right, bare = sorted((best, other), key=str.isascii)
    if _plain(right) == bare and right[0] != bare[0]:
        for block, start, end in surfaces[bare]:
            yield block.mark(
                "N102", start, end, f"{bare!r} is {right!r} elsewhere "
                                    f"(as in {place(surfaces[right][0])})",
                "keep the accent on the capital", NOTE, right,
            )  # fmt: skip


def _is_declined(first: str, second: str) -> bool:
    """One noun, twice, in two of its cases.

    >>> _is_declined("Fundacja Rzeka", "Fundacją Rzeka"), _is_declined("Łódź", "Lódź")
    (True, False)
    """
    pairs = zip(first.split(), second.split(), strict=False)
    return all(a == b or (a[:-1] == b[:-1] and a[-1:] in "aąeęoó") for a, b in pairs)


def _accents_inside(
    surfaces: dict[str, list[tuple[Block, int, int]]], registered: set[str]
) -> Iterator[Mark]:
    """A word of a longer name that has its accents in another name: `Montréal's Police`."""
    words: dict[str, list[tuple[Block, int, int]]] = defaultdict(list)
    for name, spots in surfaces.items():
        for found in _ANY_CAPITALISED.finditer(name):
            word = re.sub(r"['’]s$", "", found[0])
            if len(word) >= 5:
                at = found.start()
                words[word] += [(b, s + at, s + at + len(word)) for b, s, _ in spots]
    accented: dict[str, str] = {}
    for word in sorted(words):
        if not word.isascii():
            accented.setdefault(_plain(word), word)
    whole = {folded(name) for name in surfaces if " " not in name}
    for plain, right in accented.items():
        is_told = folded(plain) in registered or (plain in surfaces and right in surfaces)
        if plain not in words or is_told or folded(plain) not in whole:
            continue
        if block_language(words[plain]) == "de" or len(words[plain]) > 3 * len(words[right]):
            continue
        for block, start, end in words[plain]:
            if not is_references(block.section):
                yield _spelt(block, start, end, plain, right, len(words[right]))


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def block_language(spots: list[tuple[Block, int, int]]) -> str:
    """German umlauts come with the plural; elsewhere an accent is part of the name."""
    return spots[0][0].language[:2]


def _is_title_of_a_work(spots: list[tuple[Block, int, int]]) -> bool:
    """Whether it stands only where publications are cited, with the spelling of their time."""
    return all(is_references(block.section) for block, _, _ in spots)


def _is_mere_case(first: str, second: str) -> bool:
    return first.casefold() == second.casefold()


def _typed(name: str) -> str:
    """A name without what the eye does not tell apart: accents typed apart, apostrophes, gaps."""
    letters = unicodedata.normalize("NFKC", name).replace("’", "'")
    return re.sub(r"[\s\u00ad\u200b-\u200f\u2060\ufeff]+", " ", letters)


def _counts(best: str, other: str, surfaces: dict[str, list[tuple[Block, int, int]]]) -> bool:
    """Hyphens and `and` vary for good reasons in single words; accents do not."""
    same_letters = re.sub(r"[^\w]", "", best).casefold() == re.sub(r"[^\w]", "", other).casefold()
    if _typed(best) == _typed(other):
        return False
    if same_letters:
        is_double = all(
            len(parts) > 1 and all(part[:1].isupper() for part in parts)
            for parts in (re.split(r"[\s-]", best), re.split(r"[\s-]", other))
        )
        return len(best) > 8 and (
            (" " in best and " " in other and best.count(" ") + other.count(" ") > 2)
            or (is_double and len(surfaces[best]) > 2 * len(surfaces[other]))
        )
    return len(surfaces[best]) >= len(surfaces[other])


def _spelt(block: Block, start: int, end: int, other: str, best: str, count: int) -> Mark:
    times = f"{count} times" if count > 1 else "once"
    return block.mark(
        "N102", start, end, f"{other!r} is {best!r} elsewhere ({times})",
        "choose one, and register it in names.yaml", WARNING,
    )  # fmt: skip


def _exchanged(surfaces: dict[str, list[tuple[Block, int, int]]]) -> Iterator[Mark]:
    """Acronyms of the same letters in another order."""
    groups: dict[str, list[str]] = defaultdict(list)
    for words in surfaces:
        if len(words) >= 6 and words.isalpha() and words.isupper():
            groups["".join(sorted(words))].append(words)
    for forms in groups.values():
        ordered = sorted(forms, key=lambda words: (-len(surfaces[words]), words))
        for other in ordered[1:]:
            block, start, end = surfaces[other][0]
            yield _spelt(block, start, end, other, ordered[0], len(surfaces[ordered[0]]))
            if len(surfaces[other]) == len(surfaces[ordered[0]]):
                # Nobody knows which of the two was meant.
                block, start, end = surfaces[ordered[0]][0]
                yield _spelt(block, start, end, ordered[0], other, len(surfaces[other]))


def _letters(
    surfaces: dict[str, list[tuple[Block, int, int]]], registered: set[str]
) -> Iterator[Mark]:
    """Names of two words and more of which one letter differs."""
    buckets: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for words in surfaces:
        parts = words.split()
        if not 2 <= len(parts) <= 5 or len(words) < 9 or folded(words) in registered:
            continue
        for index in range(len(parts)):
            rest = (*parts[:index], "", *parts[index + 1 :])
            if any(len(part) > 2 for part in rest):
                buckets[rest].append(words)
    told: set[str | tuple[Block, int]] = set()
    for rest, forms in buckets.items():
        if 2 <= len(forms) <= 40:
            yield from _pairs(forms, rest.index(""), surfaces, told)


def _pairs(
    forms: list[str],
    index: int,
    surfaces: dict[str, list[tuple[Block, int, int]]],
    told: set[str | tuple[Block, int]],
) -> Iterator[Mark]:
    """The names that are told, and where they end, are added to *told*."""
    # A letter is lost more often than it is added.
    ordered = sorted(forms, key=lambda words: (-len(surfaces[words]), -len(words), words))
    for position, best in enumerate(ordered):
        for other in ordered[position + 1 :]:
            first, second = best.split()[index], other.split()[index]
            is_water = index == 1 and best.split()[0] in _WATERS and len(surfaces[best]) > 2
            is_odd = is_water and len(surfaces[other]) == 1 and _is_longer(first, second)
            is_short = _is_short_slip(first, second, best) and (
                len(surfaces[best]) > 1 or _are_near(surfaces[best], surfaces[other], best)
            )
            if other in told or not (_is_slip(first, second) or is_odd or is_short):
                continue
            block, start, end = surfaces[other][0]
            if inflected.is_same(first, second, block.language):
                continue
            # The end of a longer name is told with it.
            if (block, end) not in told:
                told |= {other, (block, end)}
                yield _spelt(block, start, end, other, best, len(surfaces[best]))


def _are_near(
    first: list[tuple[Block, int, int]], second: list[tuple[Block, int, int]], name: str
) -> bool:
    """Whether both stand in one text, or beside a long name that nobody else has."""
    is_rare = max(map(len, name.split())) > _RARE
    return is_rare or first[0][0].sheet is second[0][0].sheet


def _is_short_slip(first: str, second: str, best: str) -> bool:
    """`Miranda Munt` beside `Miranda Mundt`: four letters, but those of a person.

    >>> _is_short_slip("Mundt", "Munt", "Miranda Mundt"), _is_short_slip("Day", "Days", "Open Day")
    (True, False)
    """
    short, long = sorted((first, second), key=len)
    beside = max((word for word in best.split() if word != first), key=len, default="")
    is_name = best.count(" ") == 1 and len(beside) > 4 and f"{first} {second}".istitle()
    is_lost = len(short) == 4 and short[0] == long[0] and short[-1] == long[-1]
    is_lost = is_name and is_lost and _is_longer(first, second)
    # Beside a long last name a first name may be a word as well: *Abbey*.
    words = (beside,) if len(beside) > _RARE else (first, second, beside)
    return is_lost and not any(is_common(word.lower()) for word in words)


_RARE = 6
_WATERS = frozenset("River Lake Lough Loch Mount Cape Lac Rivière Mont".split())


def _is_longer(first: str, second: str) -> bool:
    """Whether one is the other with a letter more: what stands behind *River* is not inflected."""
    short, long = sorted((first, second), key=len)
    return len(short) > 2 and len(long) == len(short) + 1 and distance(short, long, 1) == 1


def _is_slip(first: str, second: str) -> bool:
    """Whether one letter was lost or changed inside a word, and it is no ending."""
    short, long = sorted((first.strip("’'"), second.strip("’'")), key=len)
    if len(short) < 5 or folded(short) == folded(long) or distance(first, second, 1) != 1:
        return False
    if any(c.isdigit() for c in first + second) or first.isupper() != second.isupper():
        return False
    if first.isupper():
        # `Yves LICHKA`: behind a first name it is no acronym.
        return len(short) > 5 and short[0] == long[0] and short[:-1] != long[:-1]
    if long.startswith(short):
        return long[-1] not in "sesnaioyr" and short[0].isupper()
    return short[:-1] != long[:-1] and short[0] == long[0]
