"""A copy that waits says so, in every form and on every page, whatever its designer has set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from pipeline import calendar
from pipeline.embargo import legible
from pipeline.embargo.phrases import leftward, turned, words
from pipeline.errors import Finding
from pipeline.model.editions import Edition

CODE = "E113"
SPOKEN = frozenset({".csv", ".docx", ".eml", ".htm", ".html", ".ics", ".pdf", ".pptx", ".txt"})
"""Forms that have words to say it with."""
_PART = re.compile(r"\d+|\D+")
SPARE = 3
"""Words of a page that is left empty but for its number."""


def unmarked(edition: Edition, files: Mapping[str, bytes]) -> Iterator[Finding]:
    """What of *files* keeps silent about its hour, or about the newsroom it is for."""
    wanted = [_words(edition.newsroom)]
    if edition.embargo:
        zone = edition.organisation.timezone
        wanted.append(_words(calendar.moment(edition.embargo, zone, edition.language)))
    sought = [one for one in wanted if one]
    exact = edition.embargo.isoformat() if edition.embargo else ""
    for name, content in files.items() if sought else ():
        if PurePosixPath(name).suffix.lower() in SPOKEN:
            for page, text in _pages(name, content):
                has = _words(text.replace(exact, " ".join(sought[-1])) if exact else text)
                # In a margin a PDF keeps the shapes of Arabic letters, and of figures the meaning.
                all_ = [{w for w in one if not page or not leftward(w)} for one in sought]
                if len(has) > SPARE and any(not one <= has for one in all_):
                    yield _silent(edition, name, page)
                    break


def _words(text: str) -> set[str]:
    """The words in any order, as letters and as figures: a PDF turns Arabic lines round."""
    lines = (words(text), *turned(text))
    return {part for line in lines for word in line for part in _PART.findall(word)}


def _pages(name: str, content: bytes) -> Iterator[tuple[int, str]]:
    """The pages of a PDF; anything else has one."""
    if content.startswith(b"%PDF"):
        from pipeline.checks import reading_back

        yield from enumerate(reading_back.pages(content), 1)
    else:
        found = legible.read(name, content)
        yield 0, legible.BREAK.join(text for text in found if isinstance(text, str))


def _silent(edition: Edition, name: str, page: int) -> Finding:
    where = next((o.where for o in edition.publication.outputs if o.name == name), None)
    on = f"page {page} of {name}" if page else name
    what = "that it is under embargo, and until when" if edition.embargo else "whom it is for"
    return Finding(
        CODE,
        f"{on} does not say {what}",
        "its template should print  {{ edition | notice(words) }}  on every page",
        where or edition.publication.where,
    )
