"""Acronyms: spelt out once, and always in the same words."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from pipeline.checks.forms import place
from pipeline.checks.register import Register, distance, folded
from pipeline.checks.sheet import NOTE, WARNING, Block, Mark, Sheet
from pipeline.sought import sought

# Acronyms ---------------------------------------------------------------------------------

_ACRONYM = sought(r"(?<![\w@#/.&-])([A-Z][A-Z]{2,7})(?:s|’s|'s)?(?![\w@/&-]|\.\w)")
_PAIR = sought(
    r"(?<=[a-z’'] )([A-Z]{2})(?= (?!-)(?:[a-z]{3,}|[A-Z][a-z]+)|[.,;:)]| – [a-z])(?!\.[A-Z])"
)
"""Two letters in a sentence; behind a comma or in brackets, they are a country or a state."""
KNOWN_PAIRS = frozenset(
    "EU UN UK US AI IT TV CV PR HR ID OK NO UX UI QA PC IP PO AM PM VR ML II IV VI IX XI XX VS "
    "PA IS AN BE MB KB GB TB DC NY UE RH IA TI NB PS CD DJ ER OS QR MP".split()
)
_SHOUTED = sought(r"(?<![\w-])[A-Z]{3,} $")
_CAPITALS = sought(r"[A-Z]{2}")
KNOWN = frozenset(
    "EU UN UK USA NATO UNESCO UNICEF OECD WHO NGO NGOS PDF HTML CSS URL FAQ CEO AIDS HIV COVID BBC"
    " GDPR RGPD CCTV GPS SMS LGBT LGBTQ LGBTQI ISBN ISSN TV IT AI IA DNA ADN GDP PIB VAT TVA "
    "USB XML"
    " CSV JSON API APIS HTTP HTTPS WWW ICT TIC SME SMES PME NHS MP MPS MEP MEPS ISO FIFA UEFA NASA"
    " EUR USD GBP CET CEST GMT UTC RSS RER SNCF ONU OTAN OMS OCDE ONG UE CNIL INSEE DVD CD ID SDG"
    " SDGS ODD PHD BSC MSC RSVP ASAP DIY FYI IP PC HR PR QA QR UX UI SEO CMS DOI OS III VII VIII"
    " XIII XIV XVI XVII XVIII XIX XXI XII TODO TBC TBD NOTE OK NB PS II IV VI IX XI XV XX END ENDS"
    .split()
)  # fmt: skip


def n103_acronym_never_expanded(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """An acronym that is nowhere spelt out speaks to insiders only.
    Remedy: write it out once, with the acronym in brackets, or give names.yaml its meaning."""
    known = KNOWN | {name.upper() for name in register.names} | register.meanings
    first: dict[str, tuple[Block, int, int]] = {}
    expanded: set[str] = set()
    for sheet in sheets:
        for block in sheet.blocks:
            if block.is_capitals:
                continue
            text = block.text
            if not _CAPITALS.search(text):
                continue
            for found in itertools.chain(_ACRONYM.finditer(text), _PAIR.finditer(text)):
                word = found[1]
                if len(word) == 2 and word in KNOWN_PAIRS:
                    continue
                if _is_told(text, found):
                    expanded.add(word)
                elif (
                    word not in known
                    and not _ROMAN.fullmatch(word)
                    and not _SHOUTED.search(text[: found.start()])
                ):
                    first.setdefault(word, (block, found.start(1), found.end(1)))
    for word, (block, start, end) in first.items():
        if word not in expanded:
            yield block.mark(
                "N103", start, end, f"{word} is nowhere spelt out",
                f"write it out once, with ({word}) behind it, or give names.yaml its meaning", NOTE,
            )  # fmt: skip


_ROMAN = sought(r"(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def _is_told(text: str, found: re.Match[str]) -> bool:
    """`EIB (…)`, or `(EIB)` behind its words: one that begins a row in brackets is not told."""
    start, end = found.span()
    if re.match(r"\s?\(", text[end : end + 2]):
        return True
    before = _WORDS_BEFORE.search(text, max(0, start - 140), start - 1)
    is_alone = text[end : end + 1] in ")/;–-" or (
        before is not None and _spelt_out(before[0], found[1]) != ""
    )
    return text[start - 1 : start] == "(" and is_alone


_TOLD = sought(r"(?<=\s)\(([A-Z][A-Za-z]{1,7}[A-Z])\)")
_WORDS_BEFORE = sought(r"(?:[^\W\d_][\w’']*(?:-\d[\w’']*)*[\s/-]+){1,12}$")


def n104_acronym_with_two_meanings(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """One acronym is spelt out in two ways, or one name has two: readers will look for two bodies.
    Remedy: write the same words everywhere."""
    yield from _two_of_one_name(sheets)
    meanings: dict[tuple[str, str], dict[str, tuple[str, Block, int, int]]] = defaultdict(dict)
    counts: Counter[tuple[str, str, str]] = Counter()
    for sheet in sheets:
        for block in sheet.blocks:
            for found in _TOLD.finditer(block.text) if "(" in block.text else ():
                before = _WORDS_BEFORE.search(
                    block.text, max(0, found.start() - 140), found.start()
                )
                words = _spelt_out(before[0], found[1]) if before else ""
                if not words:
                    continue
                key = (block.language[:2], found[1])
                start = found.start() - len(words) - 1
                counts[(*key, folded(words))] += 1
                meanings[key].setdefault(folded(words), (words, block, start, found.end()))
    for key, told in meanings.items():
        if len(told) < 2:
            continue
        ordered = sorted(told.items(), key=lambda pair: -counts[(*key, pair[0])])
        best = ordered[0][1][0]
        for _, (words, block, start, end) in ordered[1:]:
            if not _is_other(best, words):
                continue
            yield block.mark(
                "N104", start, end, f"{key[1]} is spelt out as {words!r}, elsewhere as {best!r}",
                "write the same words everywhere", WARNING,
            )  # fmt: skip


_SHORT_NAME = sought(r"(?<![\w@#/-])[A-Z][A-Z0-9-]{3,15}")
_NAMED = sought(
    r"(?<![\w@#/-])([A-Z][A-Z0-9-]{3,15})(?: \(| [–—-] )([A-Z][^()\n.,;:]{12,100}?)(?=[).,;:]|$)"
)


def _two_of_one_name(sheets: Sequence[Sheet]) -> Iterator[Mark]:
    """*PRACTICIES (Partnership Against …)* here, *PRACTICES – Partnership Against …* there."""
    names: dict[str, dict[str, list[tuple[Block, int]]]] = defaultdict(lambda: defaultdict(list))
    for sheet in sheets:
        for block in sheet.blocks if sheet.kind != "page" else ():
            for found in _NAMED.finditer(block.text):
                if found[2].count(" ") >= 2:
                    names[folded(found[2])][found[1]].append((block, found.start()))
    several = [told for told in names.values() if len(told) > 1]
    times: Counter[str] = Counter()
    for sheet in sheets if several else ():
        for block in sheet.blocks:
            times.update(_SHORT_NAME.findall(block.text))
    for told in several:
        usual, *others = sorted(told, key=lambda name: (-times[name], name))
        for name in others:
            if folded(name) == folded(usual) or distance(name, usual) > 2:
                continue
            elsewhere = place((*told[usual][0], 0))
            for block, start in told[name]:
                yield block.mark(
                    "N104", start, start + len(name),
                    f"what {name!r} stands for here is {usual!r} elsewhere (as in {elsewhere})",
                    "write the one that is right everywhere", WARNING,
                )  # fmt: skip


def _spelt_out(before: str, acronym: str) -> str:
    """The words before a bracket whose first letters the acronym has; nothing, if they do not."""
    words = [(m[0], m.start()) for m in re.finditer(r"(?!\b[lLdD][’'])[^\s’'](?:\S*)", before)]
    letters = list(acronym.upper())
    for count in range(len(letters), len(letters) + 4):
        taken = [word for word, _ in words[-count:]]
        if len(taken) < count:
            return ""
        initials = "".join(
            part[0].upper() for word in taken for part in re.split(r"[-/’']", word) if part
        )
        first = taken[0]
        if len(first) < 4 and first.islower():
            continue
        if first[0].upper() == letters[0] and _contains(initials, letters):
            return before[words[-count][1] :].strip()
    return ""


def _contains(initials: str, letters: list[str]) -> bool:
    position = 0
    for letter in letters:
        position = initials.find(letter, position) + 1
        if not position:
            return False
    return True


def _is_other(first: str, second: str) -> bool:
    """Whether two expansions differ by more than number or an article."""

    def bare(words: str) -> set[str]:
        plain = re.sub(r"[’']s\b|\b\w{1,6}[’'](?=\w)", "", words.casefold().replace("-", " "))
        return {re.sub(r"(?:ies|y|s)$", "", word) for word in plain.split() if len(word) > 3}

    one, other = bare(first), bare(second)
    return not (one >= other or other >= one)
