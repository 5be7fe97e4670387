"""What a build tells of the sources it read: every error, and the warnings of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath, PurePosixPath

from pipeline import hours, pressdesk, stamps
from pipeline.copydesk import is_held
from pipeline.errors import Finding, Level, Location
from pipeline.model.corpus import Corpus
from pipeline.model.editions import Edition, Publication, Refused


def sayable(
    corpus: Corpus, now: dt.datetime, orders: Iterable[Edition | Refused], kinds: set[str]
) -> list[Finding]:
    """What is told of the sources: every error, and the warnings of those that were asked for.

    Of one that is under embargo and not in the work, only that it has errors: they must be mended
    before its hour comes. That it is not translated yet is none.
    """
    held = hours.held(corpus, now)
    kits: set[PurePath] = set()
    if held:
        asked = {place.path for order in orders for place in stamps.places(order)}
        held -= corpus.beside(asked).keys()
        kits = {folder for folder, kit in _waiting_kits(corpus, now) if kit not in asked}
    told, hushed = [], 0
    for finding in corpus.findings:
        is_error = finding.level is Level.ERROR and finding.code != UNTRANSLATED
        if finding.location.path in held or finding.location.path.parent in kits:
            hushed += is_error
        elif is_error or _is_about(finding, kinds):
            told.append(finding)
    return [*told, *([_hushed(hushed, corpus)] if hushed else [])]


def _waiting_kits(corpus: Corpus, now: dt.datetime) -> Iterator[tuple[PurePath, PurePath]]:
    """The folders of kits that wait with a release, and where each says what it is."""
    for copy in corpus.copies.values():
        for kit in copy.kits:
            if pressdesk.holds(kit, copy, now):
                yield kit.where.path.parent, kit.where.path
        for broken in copy.broken:
            if broken.kind == "kit" and is_held(broken, now):
                yield broken.where.path.parent, broken.where.path


def _hushed(count: int, corpus: Corpus) -> Finding:
    message = f"{count} error{'s' if count > 1 else ''} in what is under embargo"
    copy = next(iter(corpus.copies.values()))
    root = PurePosixPath(copy.organisation.where.path.parts[0])
    return Finding(
        "E111", message, "'make check' tells where, before its hour comes", Location(root)
    )


UNTRANSLATED = "T102"
FOLDERS = {
    "news": "news",
    "releases": "release",
    "newsletters": "issue",
    "presskits": "kit",
    "manifesto": "manifesto",
    "slides": "deck",
}
"""Folder of sources -> the kind that stands in it."""


def _is_about(finding: Finding, kinds: set[str]) -> bool:
    parts = finding.location.path.parts
    kind = FOLDERS.get(parts[1]) if len(parts) > 2 else None
    return kind is None or kind in kinds


_OWN = {
    "issue": {"issue", "news"},
    "release": {"release"},
    "kit": {"kit", "section", "release"},
    "manifesto": {"manifesto", "chapter"},
    "deck": {"deck"},
}
"""What an edition is about -> the kinds of sources that it prints."""
_PRINTED = {**FOLDERS, "presskits": "kit", "manifesto": "chapter"}
"""What a section takes in -> the kind of source whose words it prints."""


def kinds_of(chosen: Sequence[Publication]) -> set[str] | None:
    """The kinds of sources whose bodies are wanted; all, where a section may take any."""
    if any(one.per not in _OWN or any(part.kinds for part in one.sections) for one in chosen):
        return None
    return {"boilerplate"}.union(*(_OWN[publication.per] for publication in chosen))


def spoken_of(chosen: Iterable[Publication]) -> set[str]:
    """The kinds of sources that stand in these publications, and whose warnings are theirs."""
    kinds = {"boilerplate"}
    for publication in chosen:
        kinds |= _OWN.get(publication.per, set())
        taken = (kind for section in publication.sections for kind in section.kinds)
        kinds |= {_PRINTED[kind] for kind in taken if kind in _PRINTED}
    # The folder of a chapter is the folder of its book.
    return kinds | ({"manifesto"} if "chapter" in kinds else set())
