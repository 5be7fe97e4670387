"""Names with a letter wrong: what stands once, a slip away from a name that stands elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipeline.checks.english import words as english
from pipeline.checks.english.derived import is_made
from pipeline.checks.forms import Spot, place
from pipeline.checks.french import dictionary as french
from pipeline.checks.register import Register, distance, folded
from pipeline.checks.sheet import WARNING, Block, Mark, Sheet
from pipeline.frozen import commonplace
from pipeline.sought import sought

_WORD = sought(r"(?<![\w@#/.’'])[^\W\d_]{3,}(?![\w@/]|[’'](?!s\b)|\.\w)")
_SMALL = frozenset(
    "the and for our its with from that this was are has have les des une aux par sur son ses leur "
    "dans pour avec est sont der die das und den dem von mit für auf het een van los las con por "
    "del della delle sur est were will who what when our your their all not but".split()
)
_VOWELS = frozenset("aeiouyàâäéèêëîïôöùûü")
_SHORT, _LONG, _OFTEN = 5, 7, 2
"""Long names are known by themselves; shorter ones if they are found more often than this, or by
what stands beside them."""


@commonplace(frozen=True, slots=True)
class Named:
    """One place of a name, and what stands beside it."""

    spot: Spot
    before: str
    after: str


Names = Mapping[str, Sequence[Named]]


def slips(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """`Duthilleul` twice, and once `Dutilleul`; `Pengyin Shan`, and once `Pengyin Chan`."""
    # Of registered names another check tells.
    known = {word for name in (*register.names, *register.variants) for word in name.split()}
    by_language: dict[str, dict[str, list[Named]]] = defaultdict(lambda: defaultdict(list))
    blocks = [block for sheet in sheets for block in sheet.blocks if _is_read(block)]
    for block in blocks:
        for name, one in _named(block):
            by_language[block.language[:2]][name].append(one)
    for language, names in by_language.items():
        partners, pairs = _partners(names), [*_pairs(names)]
        small = _without_capital(blocks, language) if pairs else frozenset()
        for name, usual in pairs:
            # What stands without its capital, too, is a word and no name.
            if name.lower() in small or not known.isdisjoint((name, usual)):
                continue
            is_told = _is_slip(name, usual, names, language)
            if is_told or (language != "de" and _is_beside(name, usual, names, partners)):
                for one in names[name]:
                    yield _mark(one.spot, usual, names[usual])


def _is_read(block: Block) -> bool:
    """Texts, and what the agenda has: a town there has no better spelling than elsewhere."""
    sheet = block.sheet
    return sheet.kind != "page" or (sheet.slug == "agenda" and block.key in ("place", "title"))


def _without_capital(blocks: Sequence[Block], language: str) -> frozenset[str]:
    texts = (block.text for block in blocks if block.language[:2] == language)
    return frozenset(word for text in texts for word in text.split() if word.islower())


def _named(block: Block) -> Iterator[tuple[str, Named]]:
    words = [*_WORD.finditer(block.text)]
    for at, found in enumerate(words):
        name = found[0]
        if len(name) < _LEAST or not name[0].isupper() or block.is_foreign(found.start()):
            continue
        start, end = found.span()
        before = words[at - 1] if at else None
        after = words[at + 1] if at + 1 < len(words) else None
        is_behind = before and block.text[before.end() : start] in _GAPS
        beside = (
            _neighbour(before[0]) if before and is_behind else "",
            _neighbour(after[0]) if after and block.text[end : after.start()] in _GAPS else "",
        )
        ahead = words[at - 2] if at > 1 and is_behind and not beside[0] else None
        if before and block.text[before.end() : start] in _JOINED:
            beside = _neighbour(before[0]), beside[1]
        if before and ahead and block.text[ahead.end() : before.start()] in _GAPS:
            # *Prix des Waldeck*: what it is stands before a small word.
            beside = _neighbour(ahead[0]), beside[1]
        yield name, Named((block, start, end), *beside)


_LEAST, _GAPS = 4, (" ", "-", "\u00a0", "\n")
_JOINED = frozenset(f" {word} " for word in "of de du le la à di da el en in".split())


def _neighbour(word: str) -> str:
    return "" if word.lower() in _SMALL else folded(word)


def _partners(names: Names) -> Mapping[str, set[str]]:
    """Beside what names a word stands."""
    partners: dict[str, set[str]] = defaultdict(set)
    for name, places in names.items():
        for one in places:
            for beside in (one.before, one.after):
                if beside:
                    partners[beside].add(name)
    return partners


def _pairs(names: Names) -> Iterator[tuple[str, str]]:
    """Names that stand once or twice, each with one that a slip parts from it and is usual."""
    seldom = [name for name in sorted(names) if len(names[name]) <= _FEW]
    less_one: dict[str, list[str]] = {key: [] for name in seldom for key in _less_one(name)}
    for name in names:
        for key in less_one.keys() & _less_one(name):
            less_one[key].append(name)
    for name in seldom:
        near = {
            other
            for key in _less_one(name)
            if len(less_one[key]) <= _CROWD
            for other in less_one[key]
            if other != name and name.isupper() == other.isupper()
            if folded(name) != folded(other) and distance(name, other, 1) == 1
        }
        usual = min(near, key=lambda other: (-len(names[other]), other), default="")
        count, others = len(names[name]), len(names[usual]) if usual else 0
        # Of two that stand once, a letter was lost rather than added.
        is_odd = count < others or len(name) <= len(usual)
        if usual and is_odd and (count == 1 or others >= _OFTENER * count):
            yield name, usual


_FEW, _OFTENER, _CROWD = 2, 4, 12
"""A slip may be copied; and where so many names are a letter apart, it is a series."""


def _less_one(name: str) -> set[str]:
    """A name, and the same with one letter less: what is a slip away has one of them, too."""
    return {name, *(name[:at] + name[at + 1 :] for at in range(len(name)))}


def _is_known(name: str, language: str) -> bool:
    word = name.lower()
    if language == "fr":
        return bool(french.of(word) or french.alike(word))
    return language == "en" and (english.knows(word) or is_made(word))


def _apart(one: str, other: str) -> tuple[int, int]:
    """How many letters two names have in common at their beginning, and at their end."""
    first, second = one.casefold(), other.casefold()
    shorter = min(len(first), len(second))
    head = next((at for at in range(shorter) if first[at] != second[at]), shorter)
    tail = next((at for at in range(shorter) if first[-1 - at] != second[-1 - at]), shorter)
    return head, tail


def _is_slip(name: str, usual: str, names: Names, language: str) -> bool:
    """Whether nobody knows it, and a letter of it was lost or turned."""
    shorter, count = min(len(name), len(usual)), len(names[usual])
    if language not in ("en", "fr", "de") or shorter < _SHORT or not _has_capitals(name, usual):
        return False
    head, tail = _apart(name, usual)
    is_known = _is_known(usual, language)
    is_dutch = "aa" in name or "uu" in name
    is_near = shorter > _LONG and _are_in_one_text(names[name], names[usual])
    # In one text, even so long a name with another vowel is the same one.
    is_vowel = not (is_near and shorter > _LONG + 1) and _is_vowel(name, usual, head)
    if _is_known(name, language) or ((not is_known or is_dutch) and is_vowel):
        return False
    is_turned = _is_turned(name, usual)
    if language == "de":
        # No dictionary is at hand: another consonant, or a vowel more, makes another word.
        is_longer = len(name) != len(usual) and _odd_letter(name, usual, head) not in _VOWELS
        is_sure = head > 0 and tail > 2 and shorter >= _LONG and count > _OFTEN
        return is_sure and (is_longer or is_turned)
    # *Johan* and *Johann* are two people.
    is_inside = head > 0 and (tail > (shorter < _LONG) or is_turned)
    is_often = is_near or (count > 1 if shorter >= _LONG else count > _OFTEN)
    return (is_inside and is_often) or ((is_inside or tail > 0) and _shares(name, usual, names))


def _are_in_one_text(some: Sequence[Named], others: Sequence[Named]) -> bool:
    sheets = {id(one.spot[0].sheet) for one in some}
    return any(id(one.spot[0].sheet) in sheets for one in others)


def _has_capitals(name: str, usual: str) -> bool:
    """Whether both are written as names are: no acronyms, which all are a letter apart."""
    count = sum(map(str.isupper, name))
    return count == sum(map(str.isupper, usual)) and 3 * count <= len(name)


def _shares(name: str, usual: str, names: Names) -> bool:
    """Whether both stand beside one word."""
    one = names[name][0]
    return any(
        (one.before and one.before == each.before) or (one.after and one.after == each.after)
        for each in names[usual]
    )


def _is_vowel(name: str, usual: str, head: int) -> bool:
    """Whether a vowel stands for another, or is doubled: *Petersen* and *Peterson* are two people.

    >>> _is_vowel("Peterson", "Petersen", 6), _is_vowel("Stellenbosh", "Stellenbosch", 9)
    (True, False)
    """
    if len(name) == len(usual):
        return not _is_turned(name, usual) and {name[head], usual[head]} <= _VOWELS
    letter = _odd_letter(name, usual, head)
    longer = max(name, usual, key=len).casefold()
    return letter in _VOWELS and letter in longer[head - 1] + longer[head + 1 : head + 2]


def _is_turned(name: str, usual: str) -> bool:
    return len(name) == len(usual) and sorted(name) == sorted(usual)


def _odd_letter(name: str, usual: str, head: int) -> str:
    return max(name, usual, key=len).casefold()[head]


def _is_beside(name: str, usual: str, names: Names, partners: Mapping[str, set[str]]) -> bool:
    """Whether it stands beside a word that stands beside no name but these two."""
    one = names[name][0]
    if _apart(name, usual)[1] == 0 or not _has_capitals(name, usual):
        return False
    for at in ("before", "after"):
        beside = getattr(one, at)
        is_name = beside and not (english.knows(beside) or french.of(beside))
        if is_name and partners[beside] == {name, usual}:
            return any(
                getattr(each, at) == beside and each.spot[0] is not one.spot[0]
                for each in names[usual]
            ) and not _is_vowel(name, usual, _apart(name, usual)[0])
    return False


def _mark(spot: Spot, usual: str, others: Sequence[Named]) -> Mark:
    block, start, end = spot
    return block.mark(
        "N102", start, end,
        f"{block.text[start:end]!r} is {usual!r} elsewhere (as in {place(others[0].spot)})",
        "choose one, and register it in names.yaml", WARNING,
    )  # fmt: skip
