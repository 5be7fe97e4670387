"""What was seen on the pages of a file, said to whoever wrote it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline import calendar
from pipeline.errors import Finding, Level, Location
from pipeline.renderers import copyfitting, inspection, typecase, whereabouts
from pipeline.renderers.inspection import Seen
from pipeline.renderers.job import Job

SHOWN = 60
"""So many letters of an overfull line are quoted."""


def tell(document: Any, job: Job, otherwise: Location) -> None:
    """Report it at the lines that caused it, *otherwise* where nobody knows."""
    if _is_told_already(job):
        return
    pictures = {picture.url: picture for picture in job.edition.pictures}
    seen = inspection.look_over(document, pictures)
    for finding in (
        *_stand_ins(document, job, otherwise),
        *_overfull(seen, job, otherwise),
        *(_coarse(seen, job) if job.output.renderer != "slides" else ()),
        *_undivided(seen, job, otherwise),
        *_families(seen, job),
        *(_overruns(document, job, otherwise) if job.output.renderer != "slides" else ()),
    ):
        job.report(finding)


def _is_told_already(job: Job) -> bool:
    """Whether the same pages are printed before, as they are read."""
    others = [o for o in job.edition.publication.outputs if o.template == job.output.template]
    return job.output.renderer == "booklet" and any(o.renderer == "pdf" for o in others)


def _stand_ins(document: Any, job: Job, otherwise: Location) -> Iterator[Finding]:
    """Letters that our type lacks look different wherever other fonts are installed."""
    for font in document.fonts.values():
        letters = sorted({letter for text in font.to_unicode.values() for letter in text.strip()})
        # Ours come first for every letter they have: where they do not, they are not found.
        if font.family in typecase.SCRIPTS and any(map(str.isalpha, filter(str.isascii, letters))):
            message = f"Fontconfig does not find {' and '.join(typecase.FAMILIES)}"
            remedy = "type: make setup; if that does not help, tell us the version of Fontconfig"
            yield Finding("P108", message, remedy, job.output.where)
        if font.family not in typecase.OURS and letters:
            lacking = " ".join(letters)
            message = f"{font.family} stands in for letters that our type lacks: {lacking}"
            remedy = "elsewhere they may look otherwise; use other letters if that matters"
            places = whereabouts.of(job.edition, letters[0])[:1] or (otherwise,)
            yield Finding("P203", message, remedy, places[0], Level.WARNING)


def _overfull(seen: Seen, job: Job, otherwise: Location) -> Iterator[Finding]:
    """Once for each line of a source: a table has many cells."""
    told: set[Location] = set()
    for words, page in seen.overfull.items():
        # The first half of a word that was divided has a hyphen that nobody has typed.
        halves = (words, words.removesuffix("-"))
        places = [at for half in halves for at in whereabouts.of_words(job.edition, half)]
        place = (places or [otherwise])[0]
        if place in told:
            continue
        told.add(place)
        shown = words if len(words) <= SHOWN else words[:SHOWN].rstrip() + "…"
        message = f"{shown!r} stands out of its place on page {page} of {job.output.name}"
        remedy = "shorten it, or divide it: a long word with &shy;, a wide table into two"
        yield Finding("P204", message, remedy, place, Level.WARNING)


def _coarse(seen: Seen, job: Job) -> Iterator[Finding]:
    for name, (width, dots) in seen.coarse.items():
        message = f"the picture '{name}' is printed {width} mm wide, at {dots} dots to the inch"
        needed = -(-width * inspection.PER_INCH * 10 // 254)
        remedy = f"use one that is at least {needed:,} pixels wide"
        for place in whereabouts.of_picture(job.edition, name):
            yield Finding("P205", message, remedy, place, Level.WARNING)


def _undivided(seen: Seen, job: Job, otherwise: Location) -> Iterator[Finding]:
    for language, words in seen.undivided.items():
        name = calendar.language_name(language, "en")
        message = f"words in {name} cannot be divided at the ends of lines"
        remedy = "nothing to do if its lines look even; a long word may be divided with &shy;"
        place = (whereabouts.of_words(job.edition, words) or (otherwise,))[0]
        yield Finding("P206", message, remedy, place, Level.WARNING)


def _families(seen: Seen, job: Job) -> Iterator[Finding]:
    for family in seen.families:
        message = f"there is no font '{family}' in the house; another is set in its place"
        remedy = f"ask for {' or '.join(typecase.FAMILIES)}"
        yield Finding("P207", message, remedy, job.output.where, Level.WARNING)


def _overruns(document: Any, job: Job, otherwise: Location) -> Iterator[Finding]:
    for overrun in copyfitting.overruns(document):
        lines = "1 line stands" if overrun.lines == 1 else f"{overrun.lines} lines stand"
        message = f"{lines} alone on page {overrun.page} of {job.output.name}"
        remedy = "shorten what comes before by about as many, and the page is saved"
        place = (whereabouts.of_words(job.edition, overrun.words) or (otherwise,))[0]
        yield Finding("P208", message, remedy, place, Level.NOTE)
