"""The ticket that travels with a page to its renderer."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pipeline.errors import Finding, Location
from pipeline.frozen import dataclass
from pipeline.model.editions import Edition, Output
from pipeline.model.texts import NOWHERE

PROFILES = "https://build.invalid/press/"
"""Before the name of an ICC profile: its address among the assets."""


@dataclass(frozen=True, slots=True)
class Job:
    edition: Edition
    output: Output
    page: str
    """The template, set: HTML or text."""
    made: Mapping[str, bytes]
    """What the outputs declared above this one gave, by name."""
    assets: Mapping[str, bytes]
    """Every address that a page may name, and the bytes that answer to it."""
    words: Mapping[str, str]
    """The interface labels of the edition's language."""
    report: Callable[[Finding], None]
    """Where a renderer says what it noticed: a library's warning, an overfull page."""
    design: Callable[[str], Location | None] = lambda words: None
    """The line of the publication's templates that has these words."""
    set_in: Location = NOWHERE
    """The template that the page was set in."""

    @property
    def sheet(self) -> Location:
        """What a designer opens to mend it."""
        return self.output.where if self.set_in == NOWHERE else self.set_in
