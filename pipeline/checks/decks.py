"""Decks: slides that stand twice, and slides that show nothing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator

from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, WARNING, Block, Mark, Sheet
from pipeline.frozen import dataclass
from pipeline.sought import sought

_RETURNS = sought(
    r"^\W*(?:agenda|outline|contents|overview|program(?:me)?|questions?|sommaire|plan|au programme"
    r"|ordre du jour|inhalt|überblick|ablauf)\W*$",
    re.IGNORECASE,
)
"""What comes back between the parts of a talk, so that listeners know where they are."""
_FAREWELL = sought(
    r"[!?]\W*$|\b(?:thank|merci|danke|grazie|gracias|obrigad|bedankt)", re.IGNORECASE
)
_NOTE = sought(r"^Notes?\s?:")
_MANY = 3
"""So many lines on one slide are not the same by chance."""


@dataclass(frozen=True, slots=True)
class Slide:
    title: Block
    body: tuple[Block, ...]
    is_bare: bool
    """Whether nothing stands below the title: no text, picture or look-up."""

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(" ".join(b.text.casefold().split()) for b in (self.title, *self.body))


def _slides(sheet: Sheet) -> list[Slide]:
    tops = [b for b in sheet.blocks if b.kind == "heading" and b.level == 1]
    blocks = sorted(sheet.blocks, key=lambda block: block.start)
    starts = [block.start for block in blocks]
    found = []
    for number, title in enumerate(tops):
        end = tops[number + 1].start if number + 1 < len(tops) else len(sheet.source)
        below = sheet.source[title.fragments[-1][1] : end]
        body = blocks[bisect_right(starts, title.start) : bisect_left(starts, end)]
        shown = tuple(b for b in body if not _NOTE.match(b.text))
        found.append(Slide(title, shown, not re.sub(r"[\s#=*-]", "", below)))
    return found


def s156_slide_given_twice(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """One slide twice in a deck: it was copied, and was to become another.
    Remedy: take one out, or write what was to stand there."""
    if sheet.kind != "deck":
        return
    alike: dict[tuple[str, ...], list[Slide]] = defaultdict(list)
    for slide in _slides(sheet):
        if slide.body and not _RETURNS.match(slide.title.text):
            alike[slide.words].append(slide)
    for first, *others in alike.values():
        line = sheet.where(first.title.start).line
        # What comes back again and again does so on purpose.
        level = WARNING if len(others) == 1 and len(first.body) >= _MANY else NOTE
        for slide in others:
            yield slide.title.mark(
                "S156", 0, len(slide.title.text), f"the same slide stands on line {line}",
                "take one out, or write what was to stand here", level,
            )  # fmt: skip


def s157_slide_without_content(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A slide with its title alone, where the others show something: a picture was lost.
    Remedy: put in what it is to show, or take the slide out."""
    slides = _slides(sheet) if sheet.kind == "deck" else []
    bare = [s for s in slides[:-1] if s.is_bare and not _FAREWELL.search(s.title.text)]
    # A deck may have a title for each of its parts; the last slide says goodbye.
    if 3 * len(bare) > len(slides):
        return
    for slide in bare:
        yield slide.title.mark(
            "S157", 0, len(slide.title.text), "this slide shows nothing but its title",
            "put in what it is to show, or take it out", NOTE,
        )  # fmt: skip
