"""Agendas that are written as a list."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from pipeline.checks import days
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, OBJECT, WARNING, Block, Mark, Sheet
from pipeline.sought import sought

_AGENDA = sought(
    r"\b(?:agenda|calendar|upcoming|events|(?:key|save the|important) dates?|diary"
    r"|calendrier|dates clés|rendez-vous|à venir|événements|termine|kalender|veranstaltungen)\b",
    re.IGNORECASE,
)
_NUMBERS = sought(r"\b\d{1,2}[./]\d{1,2}\b|\b(?:19|20)\d\d\b|\b\d{4}-\d\d-\d\d\b")
_LEAST = 3
"""So many entries make an agenda, and so many words an entry."""


def d125_entry_without_a_date(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """One entry of an agenda has no date, where the others have theirs: nobody can come.
    Remedy: give it its date."""
    if sheet.kind in ("page", "deck", "finished"):
        return
    lists: dict[int, list[Block]] = defaultdict(list)
    for block in sheet.blocks:
        is_entry = block.kind == "item" and block.level == 1 and not block.follows
        if is_entry and _AGENDA.search(block.section):
            lists[block.run].append(block)
    for items in lists.values():
        bare = [item for item in items if not _is_dated(item)]
        if len(items) < _LEAST or not bare:
            continue
        if 3 * len(bare) > len(items):
            yield from _undated(bare, len(items))
            continue
        for item in bare:
            if len(item.words) >= _LEAST and OBJECT not in item.text:
                yield item.mark(
                    "D125", 0, len(item.text), "this entry has no date; the others have theirs",
                    "give it its date", NOTE if item.links else WARNING,
                )  # fmt: skip


_DIARY = sought(
    r"\W*(?:(?:our|the|nos|notre|unsere?) )?(?:agenda|calendar|diary|upcoming events|events"
    r"|(?:key|save the|important) dates?|calendrier|dates (?:clés|à retenir)|événements"
    r"|termine|kalender|veranstaltungen)\W*",
    re.IGNORECASE,
)
"""A heading that promises dates, and nothing else."""


def _undated(bare: list[Block], count: int) -> Iterator[Mark]:
    """A diary of which most entries lost their dates, which is told once."""
    first = bare[0]
    are_events = all(len(item.words) >= _LEAST and not item.links for item in bare)
    if are_events and _DIARY.fullmatch(first.section):
        yield first.mark(
            "D125", 0, len(first.text), f"{len(bare)} of {count} entries have no date, this one "
                                        f"first",
            "give each its date", WARNING if first.sheet.kind == "issue" else NOTE,
        )  # fmt: skip


def _is_dated(item: Block) -> bool:
    """Whether it names a day, a month or a year, in words or in figures."""
    months = days.month_numbers(item.language[:2])
    return (
        bool(_NUMBERS.search(item.text))
        or not item.vocabulary.isdisjoint(months)
        or any(True for _ in days.spans(item.text, item.language))
    )
