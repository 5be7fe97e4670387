"""Sections that a text lacks, and all its siblings have."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from pipeline.checks.register import Register, distance
from pipeline.checks.sheet import NOTE, WARNING, Block, Mark, Sheet
from pipeline.checks.structure import is_references

_LEAST = 4
"""So many siblings make a form."""
_USUAL = 0.75
"""The share of them that have a section which belongs to the form."""


def s162_section_left_out(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """Every other chapter has its *References*, and this one none: were they forgotten?
    Remedy: write the section, or leave it out on purpose."""
    families: dict[tuple[str, str, str], list[tuple[Sheet, dict[str, Block]]]] = defaultdict(list)
    # A translation need not say again what its original lacks.
    declared = {(sheet.group, sheet.slug) for sheet in sheets if "without" in sheet.keys}
    for sheet in sheets:
        if sheet.kind not in ("page", "deck", "finished") and sheet.group:
            families[sheet.kind, sheet.group, sheet.language].append((sheet, _sections(sheet)))
    for family in families.values():
        yield from _of_family([(sheet, mine) for sheet, mine in family if mine], declared)


def _sections(sheet: Sheet) -> dict[str, Block]:
    """Its headings of the second level, by their words."""
    found: dict[str, Block] = {}
    for block in sheet.blocks:
        if block.kind == "heading" and block.level == 2:
            found.setdefault(" ".join(block.words), block)
    return found


def _of_family(
    family: list[tuple[Sheet, dict[str, Block]]], declared: set[tuple[str, str]]
) -> Iterator[Mark]:
    counts = Counter(words for _, mine in family for words in mine)
    form = [words for words, count in counts.items() if count >= max(_LEAST, _USUAL * len(family))]
    for sheet, mine in family:
        missing = [words for words in form if not _has(mine, words)]
        # A text that lacks more than one section has another form.
        if len(missing) != 1 or len(form) < 2 or (sheet.group, sheet.slug) in declared:
            continue
        last = list(mine.values())[-1]
        example = next(theirs[missing[0]] for _, theirs in family if missing[0] in theirs)
        is_alone = counts[missing[0]] == len(family) - 1
        yield last.mark(
            "S162", 0, len(last.text),
            f"no section {example.text.strip(': ')!r} stands here; {counts[missing[0]]} of "
            f"{len(family)} have one",
            "write the section, or leave it out on purpose", WARNING if is_alone else NOTE,
        )  # fmt: skip


def _has(mine: dict[str, Block], words: str) -> bool:
    """Whether a text has a section, with a letter more or less or under another usual name."""
    if words in mine or any(distance(words, own) == 1 for own in mine):
        return True
    return is_references(words) and any(map(is_references, mine))
