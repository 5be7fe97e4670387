"""Institutions: the small words of their names, their order, and the whole name of the house."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from pipeline.checks.english.derived import is_common
from pipeline.checks.forms import Spot, place, times
from pipeline.checks.register import Register, folded
from pipeline.checks.sheet import NOTE, WARNING, Block, Mark, Sheet
from pipeline.checks.structure import is_references
from pipeline.errors import Level
from pipeline.sought import sought

_CAPITAL = r"[^\W\d_a-zß-ÿ][^\W\d_]+(?:-[^\W\d_]+)*"
_SMALL = r"(?:of|for|on|at|the|and|de|du|des|la|le|les|pour|et|sur|&)"
_NAME = sought(
    r"(?<![\w@#/.’'-])(?!(?:The|An?|In|On|At|By|To|For|From|With|And|But|As|If|When|Our|This|These"
    r"|All|L[ea]s?|Une?|Des|Du|En|Aux?|Pour|Par|Sur|Dans|Avec|Et|Ces?|Cette|Nos|Notre)\b)"
    rf"{_CAPITAL}(?:(?: {_SMALL}){{0,2}} {_CAPITAL}){{2,9}}(?![\w@-]|\.\w)"
)
_JOINED = frozenset(["and", "et", "&"])
_JOINTS = frozenset("of for on at de du des pour sur".split())


def n117_institution_in_other_words(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*Institute of Night Ecology* here, *Institute for Night Ecology* twice elsewhere: is it one?
    The house itself has the name of organisation.yaml.
    Remedy: write the name as its bearer does, everywhere."""
    names: dict[tuple[str, ...], dict[str, list[Spot]]] = defaultdict(lambda: defaultdict(list))
    orders: dict[tuple[str, ...], dict[str, list[Spot]]] = defaultdict(lambda: defaultdict(list))
    numbers: dict[tuple[str, ...], dict[str, list[Spot]]] = defaultdict(lambda: defaultdict(list))
    for sheet in sheets:
        for block in sheet.blocks if sheet.kind != "page" else ():
            if block.is_capitals or block.kind == "heading" or is_references(block.section):
                continue
            yield from _own(block, register)
            for start, end in _spans(block):
                words = block.text[start:end].split()
                large = tuple(folded(word) for word in words if not word.islower())
                spot = (block, start, end)
                names[block.language, *large][folded(" ".join(words))].append(spot)
                if len(large) > _FEW and block.language[:2] in ("en", "fr"):
                    numbers[block.language, *map(_single, large)][" ".join(large)].append(spot)
                # Two that are named together may be named in either order.
                if len(large) > 3 and _JOINED.isdisjoint(words):
                    orders[block.language, *sorted(large)][" ".join(large)].append(spot)
    yield from _odd(names, _differ_by_joints, WARNING)
    yield from _shortened(sheets, names)
    yield from _odd(orders, lambda one, other: True, NOTE, least=1)
    yield from _odd(numbers, _is_other_number, WARNING, least=1)


_FEW = 2
"""Of two words one is often the plural of itself: *Open Days*."""


def _is_other_number(one: str, other: str) -> bool:
    """*UK Open Standard Board*: there may be several *Members of the Board* and *Open Data Days*.

    >>> _is_other_number("UK Open Standard Board", "UK Open Standards Board")
    True
    >>> _is_other_number("Open Data Days", "Open Data Day")
    False
    """
    first, second = ([word for word in name.split() if not word.islower()] for name in (one, other))
    apart = [at for at, pair in enumerate(zip(first, second, strict=False)) if len({*pair}) > 1]
    return apart != [0] and (apart != [len(first) - 1] or len(first) > _FEW + 1)


def _single(word: str) -> str:
    """
    >>> _single("technologies"), _single("standards"), _single("business")
    ('technology', 'standard', 'business')
    """
    if word.endswith("ies") and len(word) > 5:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _spans(block: Block) -> Iterator[tuple[int, int]]:
    for found in _NAME.finditer(block.text):
        yield found.span()
        # `Ana Ruiz of the Institute for Night Ecology`: the institution begins behind the article.
        tail = found[0].rfind(" the ") + len(" the ")
        if found[0].count(" the ") and len(found[0][tail:].split()) > 2:
            yield found.start() + tail, found.end()


def _odd(
    groups: dict[tuple[str, ...], dict[str, list[Spot]]],
    is_told: Callable[[str, str], bool],
    level: Level,
    least: int = 2,
) -> Iterator[Mark]:
    """What stands once, where the same words stand otherwise, and more often."""
    for forms in groups.values():
        usual = max(forms.values(), key=len)
        for spots in forms.values() if len(usual) >= least else ():
            words, right = _words(spots[0]), _words(usual[0])
            if spots is usual or len(spots) > 1:
                continue
            if spots[0][0].is_own(spots[0][1]) and is_told(words, right):
                block, start, end = spots[0]
                yield block.mark(
                    "N117", start, end, f"{words!r} is {right!r} elsewhere "
                                        f"({times(len(usual))}, as in {place(usual[0])})",
                    f"write {right}, if it is the same", level if len(usual) > 1 else NOTE,
                )  # fmt: skip


def _differ_by_joints(one: str, other: str) -> bool:
    first, second = ([word for word in name.split() if word in _JOINTS] for name in (one, other))
    return first != second and bool(first) and bool(second)


def _words(spot: Spot) -> str:
    block, start, end = spot
    return block.text[start:end]


_INSTITUTION = (
    "Institute|Foundation|Association|Agency|Academy|Federation|Museum|Fund|School|Centre|Center"
    "|Institut|Fondation|Agence|Fédération"
)
_TWO = sought(
    rf"(?<=[a-zà-ÿ] )({_CAPITAL}) ({_INSTITUTION})(?![\w@-]|\.\w| (?:of|for|de|pour)\b| {_CAPITAL})"
)


def _shortened(
    sheets: Sequence[Sheet], names: dict[tuple[str, ...], dict[str, list[Spot]]]
) -> Iterator[Mark]:
    """*The Malik Institute*, which is the *Malik Management Institute* elsewhere."""
    whole = {
        (key[0], key[1], key[-1]): spots
        for key, forms in names.items()
        for spots in forms.values()
        if len(key) == _THREE_WORDS and not is_common(key[1])
    }
    for sheet in sheets if whole else ():
        for block in sheet.blocks if sheet.kind != "page" else ():
            for found in _TWO.finditer(block.text):
                usual = whole.get((block.language, folded(found[1]), folded(found[2])))
                if usual and len(usual) < _OFTEN and not block.is_foreign(found.start()):
                    yield block.mark(
                        "N117", *found.span(), f"{found[0]!r} is {_words(usual[0])!r} elsewhere "
                                               f"({times(len(usual))}, as in {place(usual[0])})",
                        f"write {_words(usual[0])}, if it is the same", NOTE,
                    )  # fmt: skip


_THREE_WORDS, _OFTEN = 4, 20
"""The language, and three words; what is named so often is known by its short name."""


# The house --------------------------------------------------------------------------------

_LEAST = 5
_STOPS = frozenset(",.;:()")
_WORD = sought(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|&")


def _own(block: Block, register: Register) -> Iterator[Mark]:
    """The whole name of the house with another word in it."""
    for name in register.own_names:
        wanted = name.split()
        if len(wanted) < _LEAST or wanted[0] not in block.text:
            continue
        for start, end in _beginning(block, wanted):
            typed = block.text[start:end]
            one, other = ([folded(word) for word in each.split()] for each in (typed, name))
            if one != other and _nearly(one, other):
                yield block.mark(
                    "N117", start, end, f"{typed!r}: organisation.yaml has {name!r}",
                    f"write {name}", WARNING,
                )  # fmt: skip


def _beginning(block: Block, wanted: Sequence[str]) -> Iterator[tuple[int, int]]:
    """As many words as the name has, wherever its first two stand."""
    words = list(_WORD.finditer(block.text))
    for at, word in enumerate(words):
        if [each[0] for each in words[at : at + 2]] != list(wanted[:2]):
            continue
        for count in (len(wanted), len(wanted) - 1, len(wanted) + 1):
            last = words[min(at + count, len(words)) - 1]
            text = block.text[word.start() : last.end()]
            # A name ends in no small word, and runs over no comma.
            is_whole = last[0].casefold() == wanted[-1].casefold() or count == len(wanted)
            if is_whole and _STOPS.isdisjoint(text):
                yield word.start(), last.end()
                break


def _nearly(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one or two words are others, and not only at the end, where a sentence goes on."""
    steps = difflib.SequenceMatcher(None, one, other).get_opcodes()
    apart = sum(max(stop - start, end - begin) for kind, start, stop, begin, end in steps
                if kind != "equal")  # fmt: skip
    return apart == 1 or (apart == 2 and len(other) > 8 and one[-1] == other[-1])
