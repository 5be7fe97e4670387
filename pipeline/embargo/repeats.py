"""Texts that repeat most of a held one: they tell its news, whatever they are called."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator, Set
from dataclasses import dataclass
from typing import Any

from pipeline.embargo.phrases import Phrase, runs, words
from pipeline.model.corpus import Broken
from pipeline.model.sources import Deck, Source

MOST = 0.5
"""Of its rows of words: who has more of them has the text, and not a sentence of it."""
FEWEST = 30
"""Rows that two texts may have from a third, as a quotation or the terms of a call."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a held text says in one language."""

    since: dt.date
    """Who has said it before does not repeat it."""
    rows: frozenset[Phrase]
    beginning: frozenset[Phrase]
    """Those of its first paragraph: a text that ends like another is another."""


RECENT = dt.timedelta(days=30)
"""A text so near to a held one may have its news from it."""


def lately(day: dt.date) -> dt.date:
    """The first day that is near to another.

    >>> str(lately(dt.date(2025, 7, 1))), lately(dt.date.min) == dt.date.min
    ('2025-06-01', True)
    """
    return max(day, dt.date.min + RECENT) - RECENT


def of(sources: Iterable[Any], today: dt.date) -> Iterator[Told]:
    """What *sources* say; nobody has said lately what is dated ahead, as the day it goes out."""
    for source in sources:
        text = source.said if isinstance(source, Broken) else source.body.plain
        since = source.date.first if source.date else dt.date.min
        since = lately(today) if since > today else since
        paragraphs = (frozenset(runs(words(one))) for one in re.split(r"\n\s*\n", text))
        beginning = next(filter(None, paragraphs), frozenset[Phrase]())
        rows = frozenset(runs(words(text)))
        if len(rows) >= FEWEST:
            yield Told(since=since, rows=rows, beginning=beginning)


def of_held(
    one: Any, said: Set[Phrase], held: Iterable[Told], always: Collection[Phrase]
) -> set[Phrase]:
    """The rows of *held* texts that a free one repeats, if it has *said* most of any.

    What is said *always* counts for neither.
    """
    found: set[Phrase] = set()
    for text in held if isinstance(one, Source) else ():
        is_later = isinstance(one, Deck) or not one.date or one.date.last >= text.since
        rows = text.rows.difference(always)
        common = rows & said
        is_most = len(common) >= max(FEWEST, MOST * len(rows))
        if is_later and is_most and not common.isdisjoint(text.beginning & rows or rows):
            found |= common
    return found
