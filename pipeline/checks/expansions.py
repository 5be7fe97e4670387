"""Acronyms against their own words: a letter wrong, or explained in other words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

from pipeline.checks import sigla
from pipeline.checks.acronyms import KNOWN
from pipeline.checks.places import plain_text as plain
from pipeline.checks.register import Register, distance, folded
from pipeline.checks.sheet import NOTE, WARNING, Block, Mark, Sheet
from pipeline.sought import sought

_CAPITALS = sought(r"(?<![\w@#/.&-])[A-ZÀ-Þ]{3,7}(?![\w@/&-]|\.\w)")
_DEFINED = sought(r"\(([A-ZÀ-Þ]{3,7})\)")


def n112_acronym_with_a_letter_wrong(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*OPP*, where this text has brought in OPS: nobody knows the other one. *CERHT* once, *CERTH*
    in all other texts; *COM05* and *COMO5*.
    Remedy: write it as it was brought in."""
    told = set[tuple[PurePath, int]]()
    for mark in sigla.across(sheets, register):
        told.add((mark.finding.location.path, mark.start))
        yield mark
    for sheet in sheets:
        for mark in _beside_its_own(sheet, register):
            if (mark.finding.location.path, mark.start) not in told:
                yield mark


def _beside_its_own(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """Against those that the same text brings in."""
    if sheet.kind == "page" or "(" not in sheet.source:
        return
    defined = {word for block in sheet.blocks for word in _DEFINED.findall(block.text)}
    if not defined:
        return
    spots = [
        (found[0], block, found.start())
        for block in sheet.blocks
        if not block.is_capitals
        for found in _CAPITALS.finditer(block.text)
    ]
    counts = Counter(word for word, _, _ in spots)
    known = {folded(name) for name in register.names}
    for word, block, start in spots:
        if word in defined or counts[word] > 1 or folded(word) in known or word in KNOWN:
            continue
        near = [each for each in sorted(defined) if _is_slip(word, each, counts[each])]
        if near:
            is_accent = folded(word) == folded(near[0])
            yield block.mark(
                "N112", start, start + len(word), f"{near[0]} was brought in here, not {word}",
                f"write {near[0]}, or spell {word} out", WARNING if is_accent else NOTE,
            )  # fmt: skip


def _is_slip(word: str, acronym: str, times: int) -> bool:
    if folded(word) == folded(acronym):
        return True
    return (
        times > 1
        and len(word) == len(acronym)
        and word[0] == acronym[0]
        and distance(word, acronym, 1) == 1
    )


_TOLD = sought(r"(?<![\w@#/])(?P<name>[^\W\d_][\w-]{2,20}) \((?P<words>[^()\n]{8,120})\)")
_WORD = sought(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


def n113_explained_in_other_words(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """What a short name stands for is said in names.yaml, or above: here it is something else.
    Remedy: write the same words."""
    if sheet.kind == "page":
        return
    here: dict[str, str] = {}
    for block in sheet.saying("stands for", "short for", "acrony", "signifie", "sigle"):
        yield from _out_of_order(block)
    for block in sheet.blocks:
        if "(" not in block.text:
            continue
        meanings = _meanings(block.language, register)
        for start, end, name in sorted(_explained(block, meanings)):
            words, right = block.text[start:end], meanings.get(name) or here.get(name, "")
            # Without names.yaml, the letters must be those of the words.
            if name not in meanings and _initials(words) != name:
                continue
            if right and _is_nearly(words, right):
                yield block.mark(
                    "N113", start, end, f"{name} stands for {right!r}",
                    "write the same words", WARNING,
                )  # fmt: skip
            here.setdefault(name, words)


_STANDS_FOR = sought(
    r"(?<![\w@/-])(?P<name>[A-ZÀ-Þ]{3,10}),? (?:stands for|is short for|is (?:the|an) acronym"
    r" (?:of|for)|signifie|est (?:le sigle|l[’']acronyme) (?:de|du|pour))"
    r" ?(?:the |la |le |l[’'])?[‘“«\"]?\s?(?P<words>[^‘“”«».;:()\"]{8,120})"
)


def _out_of_order(block: Block) -> Iterator[Mark]:
    """`EROP stands for European Port Research Office`: its words have the letters, in no order."""
    for found in _STANDS_FOR.finditer(block.text):
        words = [word for word in re.findall(r"[^\W\d_]+", found["words"]) if len(word) > 1]
        initials = "".join(plain(word[0].upper()) for word in words)
        name = plain(found["name"])
        is_whole = not Counter(name) - Counter(initials)
        if is_whole and not _follow(initials, name) and found["name"] not in KNOWN:
            yield block.mark(
                "N113", found.start("words"), found.end("words"),
                f"the words do not begin in the order of {found['name']}",
                "write the words in the order of its letters", WARNING,
            )  # fmt: skip


def _follow(initials: str, name: str) -> bool:
    """
    >>> _follow("NTCOOTISL", "NOCTIS"), _follow("NTOACOTISL", "NOCTIS")
    (False, True)
    """
    at = -1
    for letter in name:
        at = initials.find(letter, at + 1)
        if at < 0:
            return False
    return True


_SMALL = frozenset("of the and for in on de des du la le les et pour en d l".split())


def _initials(words: str) -> str:
    return "".join(w[0].upper() for w in _WORD.findall(words) if w.casefold() not in _SMALL)


def _meanings(language: str, register: Register) -> Mapping[str, str]:
    key = ("meanings", language)
    if key not in register.memo:
        names = register.copy(language).names
        register.memo[key] = {name.name: name.means.plain for name in names if name.means.plain}
    return register.memo[key]  # type: ignore[return-value]


def _explained(block: Block, known: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """Where the words stand that explain a short name, before it or behind it, and the name."""
    text = block.text
    for found in _TOLD.finditer(text):
        if found["name"] in known or found["name"].isupper():
            yield found.start("words"), found.end("words"), found["name"]
    for found in _IN_BRACKETS.finditer(text):
        name = found[1]
        if name not in known and not name.isupper():
            continue
        count = len(_WORD.findall(known[name])) if name in known else len(name)
        before = list(_WORD.finditer(text, max(0, found.start() - 140), found.start()))[-count:]
        start = before[0].start() if before else found.start()
        if len(before) == count and not re.search(r"[.;:!?]", text[start : found.start()]):
            yield start, found.start(), name


_IN_BRACKETS = sought(r" \(([^\W\d_][\w-]{2,20})\)")


def _is_nearly(words: str, right: str) -> bool:
    """Whether the two say nearly the same, and one or two words are others."""
    one, other = (
        [folded(re.sub("['’]s$", "", word)) for word in _WORD.findall(side.casefold())]
        for side in (words, right)
    )
    if one == other or not one or not other:
        return False
    common = sum((Counter(one) & Counter(other)).values())
    apart = max(len(one), len(other)) - common
    return 0 < apart <= 2 and common >= 2 and common / max(len(one), len(other)) >= 0.6
