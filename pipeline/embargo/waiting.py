"""What waits for its hour: asked first, since nearly always nothing does."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pipeline.model.corpus import Copy, Corpus
from pipeline.model.sources import Kit
from pipeline.moments import NEVER

ALIKE = "E112"
"""Of a free text that tells, perhaps: who reads that it does knows what waits."""


def is_any_held(corpus: Corpus, moment: dt.datetime) -> bool:
    return any(True for _ in everything(corpus, moment))


def everything(corpus: Corpus, moment: dt.datetime) -> Iterator[tuple[Any, dt.datetime]]:
    """Everything that has an hour to wait for; a kit that names such a release waits with it.

    It waits in every language, though the release may be there in one only.
    This asks nobody else what is held: two locks with one key would be one.
    """
    waiting: dict[str, dt.datetime] = {}
    copies = corpus.copies.values()
    for one in (one for copy in copies for one in _all(copy)):
        embargo = getattr(one, "embargo", None)
        if embargo is not None and moment < embargo:
            # What cannot be read may be one, where it lies among them.
            if "releases" in one.where.path.parts[1:2]:
                waiting[slug_of(one)] = embargo
            yield one, embargo
    for kit in (kit for copy in copies for kit in copy.kits):
        named = kit.releases if isinstance(kit.releases, tuple) else ()
        hours = [waiting[name] for name in named if isinstance(name, str) and name in waiting]
        if hours:
            yield kit, max(hours)


def _all(copy: Copy) -> Iterator[Any]:
    for field_ in dataclasses.fields(copy):
        yield from members(getattr(copy, field_.name))


def is_kit(one: Any) -> bool:
    """Whether it is a press kit, faulty as it may be: its folder holds nothing else."""
    return isinstance(one, Kit) or getattr(one, "kind", "") == "kit"


def told(until: dt.datetime) -> str:
    """The hour of something held, as a finding says it."""
    return "an hour that cannot be read" if until == NEVER else until.isoformat()


def members(kept: Any) -> Iterable[Any]:
    if isinstance(kept, Mapping):
        return kept.values()
    return kept if isinstance(kept, tuple) else (kept,)


def slug_of(source: Any) -> str:
    return str(getattr(source, "slug", "") or getattr(source, "id", "")).split("/")[-1]
