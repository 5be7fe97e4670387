"""What the layout engine grumbles about, told to whoever can mend it."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from pipeline.errors import Finding, Level, Location

LOGGERS = ("weasyprint", "fontTools")


@dataclass(frozen=True, slots=True)
class _Complaint:
    code: str
    pattern: re.Pattern[str]
    message: str
    remedy: str
    level: Level = Level.ERROR
    is_copy: bool = True
    """Whether the writer can mend it, or the designer."""
    sought: str = ""
    """What stands in the source or in the template where it was caused."""


def _complaint(code: str, pattern: str, message: str, remedy: str, sought: str = "") -> _Complaint:
    is_error = code < "P200"
    return _Complaint(
        code,
        re.compile(pattern, re.DOTALL),
        message,
        remedy,
        Level.ERROR if is_error else Level.WARNING,
        is_error,
        sought,
    )


COMPLAINTS = (
    _complaint(
        "P101",
        r"Failed to (?:load|render) (?:SVG )?image (?:at )?'?(?:https://build\.invalid/)?(.*?)'?"
        r"(?:: .*)?",
        "the picture '{0}' cannot be printed",
        "name a picture that is in sources/images/ and opens in a picture viewer",
        "{0}",
    ),
    _complaint(
        "P102",
        r"(?:No anchor #(.*) for internal URI reference"
        r"|Content discarded: target points to undefined anchor '#?(.*)')",
        "a link leads to '#{0}', and nothing on these pages has that name",
        "correct the link, or give the place it means {{#{0}}}",
        "(#{0})",
    ),
    _complaint(
        "P105",
        r'\.notdef glyph rendered for Unicode string unsupported by fonts: "(.*)" \((U\+\w+)\)',
        "no font has the character '{0}' ({1}); a box is printed in its place",
        "use another character, or install the Noto fonts for this script",
        "{0}",
    ),
    _complaint(
        "P200",
        r"(?:Ignored|Deprecated) `(.*?)\s*` at (\d+):(\d+), (.*?)\.?",
        "the style `{0}` (line {1} of its sheet) has no effect: {3}",
        "correct or remove it in the template's style sheet",
        "{0}",
    ),
    _Complaint(
        "P209",
        re.compile(r"Anchor defined twice: '(.*)'", re.DOTALL),
        "'#{0}' stands twice on these pages, and a link to it leads to the first",
        "give each anchor a name of its own",
        Level.WARNING,
        sought="{{#{0}}}",
    ),
    _complaint(
        "P201",
        r"(.*?)\.?",
        "while laying out: {0}",
        "look at the page; if it is right, tell the designer all the same",
    ),
)


Search = Callable[[str], Iterable[Location]]
"""The places of the sources that have what is sought; the edition's own, for nothing."""
Design = Callable[[str], Location | None]
"""The line of a template that has what is sought."""
_IN_THE_SHEET = re.compile(r" \(line \d+ of its sheet\)")


@contextmanager
def heard(
    report: Callable[[Finding], None], copy: Search, design: Design, declared: Location
) -> Iterator[None]:
    """Everything the engine logs becomes a finding, told once, and nothing is printed."""
    ears = _Ears(report, copy, design, declared)
    loggers = [logging.getLogger(name) for name in LOGGERS]
    before = [(logger, logger.propagate, logger.level) for logger in loggers]
    for logger, _, _ in before:
        logger.addHandler(ears)
        logger.propagate = False
        logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        for logger, propagate, level in before:
            logger.removeHandler(ears)
            logger.propagate = propagate
            logger.setLevel(level)


@contextmanager
def unheard() -> Iterator[None]:
    """What is only tried says nothing."""
    loggers = [logging.getLogger(name) for name in LOGGERS]
    before = [logger.disabled for logger in loggers]
    for logger in loggers:
        logger.disabled = True
    try:
        yield
    finally:
        for logger, was in zip(loggers, before, strict=True):
            logger.disabled = was


def translated(message: str, copy: Search, design: Design, declared: Location) -> Iterator[Finding]:
    """The findings that say in plain words what a line of the log means, and where it is meant."""
    complaint, found = next(
        (one, found) for one in COMPLAINTS if (found := one.pattern.fullmatch(message))
    )
    parts = [part for part in found.groups() if part is not None]
    sought, told = complaint.sought.format(*parts), complaint.message.format(*parts)
    typed = design(sought) if sought and not complaint.is_copy else None
    if typed:
        told = _IN_THE_SHEET.sub("", told)
    for place in copy(sought) if complaint.is_copy else (typed or declared,):
        yield Finding(complaint.code, told, complaint.remedy.format(*parts), place, complaint.level)


class _Ears(logging.Handler):
    def __init__(
        self,
        report: Callable[[Finding], None],
        copy: Search,
        design: Design,
        declared: Location,
    ) -> None:
        super().__init__(logging.WARNING)
        self.report, self.copy, self.design, self.declared = report, copy, design, declared
        self.told: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if message not in self.told:
            self.told.add(message)
            for finding in translated(message, self.copy, self.design, self.declared):
                self.report(finding)
