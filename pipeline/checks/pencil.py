"""A mark: what a proofreader says of some letters, and what may be put in their place."""

from __future__ import annotations

from pipeline.errors import Finding, Level
from pipeline.frozen import commonplace

ERROR, WARNING, NOTE = Level.ERROR, Level.WARNING, Level.NOTE


@commonplace(frozen=True, slots=True, kw_only=True)
class Mark:
    """A finding with the letters it is about, and what may be put in their place."""

    finding: Finding
    start: int
    """Where in the source of the sheet it begins; `end` is one behind its last letter."""
    end: int
    instead: str | None = None
    excerpt: str = ""
    """The sentence as people read it."""
    word: tuple[int, int] = (0, 0)
    """The marked letters in the excerpt."""
