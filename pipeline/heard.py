"""What a build tells of the sources it read: every error, and the warnings of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from pipeline.errors import Finding, Level, Location
from pipeline.model.corpus import Corpus
from pipeline.model.editions import Publication


def told(
    corpus: Corpus, read: Iterable[Finding], chosen: Iterable[Publication]
) -> Iterator[Finding]:
    """Of what is found, what a build of *chosen* tells if it may tell what was *read*."""
    yield from _sayable(read, spoken_of(chosen))
    yield from _hushed(corpus, read)


def _sayable(findings: Iterable[Finding], kinds: set[str]) -> list[Finding]:
    """What is told of the sources: every error, and the warnings of those that were asked for."""
    return [
        one
        for one in findings
        if (one.level is Level.ERROR and one.code != UNTRANSLATED) or _is_about(one, kinds)
    ]


def _hushed(corpus: Corpus, told: Iterable[Finding]) -> list[Finding]:
    """Of what is under embargo, only that it has errors: they must be mended before its hour comes.

    How many would tell how much is held. That it is not translated yet is none.
    """
    untold = {*corpus.findings}.difference(told)
    if not any(one.level is Level.ERROR and one.code != UNTRANSLATED for one in untold):
        return []
    copy = next(iter(corpus.copies.values()))
    root = PurePosixPath(copy.organisation.where.path.parts[0])
    remedy = "'make check' tells which and where, before its hour comes"
    return [Finding(UNTOLD, "there are errors in what is under embargo", remedy, Location(root))]


UNTRANSLATED = "T102"
UNTOLD = "E111"
"""Of errors in what is under embargo: who reads it knows that something is."""
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
