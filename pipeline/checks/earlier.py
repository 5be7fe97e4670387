"""What other programs said of a passage, kept so that only who has its words can read it."""

from __future__ import annotations

import base64
import importlib.util
import json
import os
import shutil
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from pipeline import grammarians, stamps, voices

_PROGRAMS = ("hunspell", "grammalecte-cli", "languagetool", "languagetool-commandline")


def edition(languages: Iterable[str], names: Collection[str]) -> str:
    """A digest of whatever answers, by its size and age, and of the names it is told."""
    harper = importlib.util.find_spec("harper")
    files = list(map(shutil.which, _PROGRAMS))
    files.append(harper.origin if harper else None)
    files += [name for language in languages for name in voices.dictionary(language)]
    asked = stamps.digest(Path(grammarians.__file__).read_bytes())
    return stamps.digest(
        "\n".join([asked, *map(_age, filter(None, files)), *sorted(names)]).encode()
    )


def _age(path: str) -> str:
    try:
        found = os.stat(path)
    except OSError:
        return path
    return f"{path} {found.st_size} {found.st_mtime_ns}"


class Passage:
    """A passage, and what has been said of it."""

    def __init__(self, text: str, edition: str, heard: Mapping[str, str]) -> None:
        self.text = text
        self.spelt = text.replace("’", "'")
        """As a speller reads it."""
        self.key = stamps.digest(f"{edition}\0{text}".encode())
        self.remedies: dict[str, Sequence[str]] = {}
        """A word that is in no dictionary -> what a speller would write."""
        self.slips: dict[str, list[grammarians.Slip]] = {}
        """A grammarian -> what it has against the passage."""
        self._recall(heard.get(self.key, ""))

    def veiled(self) -> str:
        slips = {name: [_told(slip) for slip in said] for name, said in self.slips.items()}
        said = json.dumps([self.remedies, slips], sort_keys=True).encode()
        return base64.b64encode(self._through(said)).decode()

    def _recall(self, veiled: str) -> None:
        """A record that is damaged is none: the passage is heard again."""
        try:
            remedies, slips = json.loads(self._through(base64.b64decode(veiled)) or b"[{}, {}]")
            self.slips = {name: [_slip(*one) for one in said] for name, said in dict(slips).items()}
            if not all(
                slip.is_inside([self.text]) for said in self.slips.values() for slip in said
            ):
                raise ValueError("it is of another passage")
            self.remedies = {word: list(map(str, said)) for word, said in dict(remedies).items()}
        except (ValueError, TypeError, OverflowError, RecursionError):
            self.remedies, self.slips = {}, {}

    def _through(self, said: bytes) -> bytes:
        """A veil made of the passage itself, which both puts it on and takes it off."""
        return stamps.through(f"{self.key}\0{self.text}", said)


def _told(slip: grammarians.Slip) -> tuple[object, ...]:
    return slip.start, slip.end, slip.rule, slip.reason, slip.instead


def _slip(start: int, end: int, rule: str, reason: str, instead: Iterable[str]) -> grammarians.Slip:
    return grammarians.Slip(
        passage=0, start=int(start), end=int(end), rule=rule, reason=reason, instead=tuple(instead)
    )
