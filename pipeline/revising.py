"""The last proof: the finished files of an edition are read before it may take its place."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from pipeline.checks import access, finished
from pipeline.checks.reading_back import READ_BACK, Finished, tried
from pipeline.checks.register import Register
from pipeline.errors import Finding, Level
from pipeline.model.corpus import Corpus
from pipeline.model.editions import Edition
from pipeline.model.texts import NOWHERE

STOPS = {
    "A100": access.a100_picture_without_words,
    "A101": access.a101_page_without_language,
    "C130": finished.c130_contact_in_a_finished_file,
    "D130": finished.d130_event_in_a_finished_file,
    "L130": finished.l130_link_in_a_finished_file,
    "M201": finished.m201_letter_is_not_whole,
    "X130": finished.x130_placeholder_in_a_finished_file,
    "X131": finished.x131_structured_data_broken,
}
"""The checks of finished files without which an edition is not published.

Those that guess, like which page is a contents page, only speak up in `make check`.
"""


def of_edition(
    edition: Edition, files: Mapping[str, bytes], corpus: Corpus, root: Path, today: dt.date
) -> Iterator[Finding]:
    """Why an edition must not be published: its files say what no source says.

    What a writer typed wrong stands in the sources too, and is told there, by `make check`.
    """
    register = Register(corpus=corpus, today=today)
    written = ""
    for name, finding in _stopped(edition, files, register):
        if finding.code == "C130":
            written = written or _written(corpus, root)
            if _is_written(finding.message, written):
                continue
        message = f"{name}: {finding.message}"
        yield dataclasses.replace(finding, message=message, location=NOWHERE)


def _stopped(
    edition: Edition, files: Mapping[str, bytes], register: Register
) -> Iterator[tuple[str, Finding]]:
    folder = PurePosixPath(edition.publication.slug, edition.folder, edition.language)
    for name, content in files.items():
        if PurePosixPath(name).suffix not in READ_BACK:
            continue
        file = Finished(path=folder / name, content=content, siblings=frozenset(files))
        for code, check in STOPS.items():
            # Beside a title on a page there may stand another event's dates; in a calendar, never.
            if code == "D130" and file.suffix != ".ics":
                continue
            for mark in tried(code, check, file, register):
                if mark.finding.level is Level.ERROR:
                    yield name, mark.finding


def _written(corpus: Corpus, root: Path) -> str:
    """All that stands in the sources, in small letters."""
    # Nearly never: a build need not wait until all that cuts sources is loaded.
    from pipeline import proofreading

    return "\n".join(sheet.source.casefold() for sheet in proofreading.gather(corpus, root))


def _is_written(message: str, written: str) -> bool:
    """Whether the address or the number that a message is about stands in a source."""
    mails = re.findall(r"(?<![\w.+-])[\w.+-]+@[\w.-]*\w", message.casefold())
    number = re.sub(r"\D", "", message)
    return any(mail in written for mail in mails) or (
        len(number) > 5 and number in re.sub(r"[^\d\n]", "", written)
    )
