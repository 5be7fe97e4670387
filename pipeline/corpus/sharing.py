"""Notes, abbreviations and addresses that one section of a text defines and another uses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field

from pipeline import markup
from pipeline.frozen import mutable

NOTE = re.compile(r" {0,3}\[\^([^\[\]]+)\]:")
CALL = re.compile(r"\[\^([^\[\]]+)\](?!:)")


@mutable(slots=True, eq=False, repr=False)
class _Section:
    """A part of a text, and what it shares with the others."""

    source: str
    notes: dict[str, str] = field(default_factory=dict)
    """Name -> the lines of the note."""
    others: list[str] = field(default_factory=list)
    """Abbreviations and addresses."""

    @property
    def called(self) -> set[str]:
        return set(CALL.findall(self.source))


def share(sections: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Each section with the definitions that it needs from the others.

    A note that is called elsewhere only leaves its lines empty, so that faults below it keep
    their places.
    """
    read = {name: _read(source) for name, source in sections.items()}
    calls = {name: section.called for name, section in read.items()}
    shared = {}
    for name, section in read.items():
        others = [other for key, other in read.items() if key != name]
        source = section.source
        for note, lines in section.notes.items():
            is_elsewhere = any(note in calls[key] for key in calls if key != name)
            if note not in calls[name] and is_elsewhere:
                source = source.replace(lines, "\n" * lines.count("\n"), 1)
        notes = {note: lines for other in others for note, lines in other.notes.items()}
        needed = [
            lines
            for note, lines in notes.items()
            if note in calls[name] and note not in section.notes
        ]
        needed += [line for other in others for line in other.others]
        shared[name] = (source, "\n".join(line.rstrip() for line in needed))
    return shared


def _read(source: str) -> _Section:
    section = _Section(source)
    note = ""
    for line in markup.definitions(source).split("\n"):
        if found := NOTE.match(line):
            note = found[1]
            section.notes[note] = line
        elif note and (line.startswith("    ") or not line.strip()):
            section.notes[note] += f"\n{line}"
        elif line.strip():
            note = ""
            section.others.append(line)
    return section
