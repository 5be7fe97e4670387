"""Programs of this machine that know a language: a speller, a grammarian, or neither."""

from __future__ import annotations

import functools
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

PATIENCE = 120
"""Seconds that a program may think; one that takes longer has said nothing."""
_DICTIONARIES = {
    "en": ("en_GB",),
    "en-US": ("en_US",),
    "fr": ("fr", "fr_FR"),
    "de": ("de_DE",),
    "es": ("es_ES",),
    "it": ("it_IT",),
    "nl": ("nl_NL", "nl"),
    "pt": ("pt_PT",),
    "pl": ("pl_PL",),
    "sv": ("sv_SE",),
}
"""Language -> the names that its dictionary goes by. Finnish and others build words at will."""
_DEAF = (
    *("apos", "esp", "nbsp", "tab", "tu", "typo", "unit", "virg", "num", "nf"),
    *("chim", "date", "eepi", "html", "latex", "md", "maj", "minis"),
)
"""What a grammarian may keep to itself: marks and spaces are ours, or set by the house."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A stretch of a passage, and what a grammarian has against it."""

    passage: int
    start: int
    end: int
    rule: str
    message: str
    instead: tuple[str, ...]


def forget() -> None:
    """Looks again what is installed."""
    _dictionary.cache_clear()
    _dictionaries.cache_clear()


def has_speller(language: str) -> bool:
    return bool(_dictionary(language))


def unknown(words: Collection[str], language: str) -> frozenset[str]:
    """The *words* that hunspell does not find in its dictionary of *language*."""
    if not (words and has_speller(language)):
        return frozenset()
    said = _heard(["hunspell", "-d", _dictionary(language), "-i", "utf-8", "-l"], words)
    return frozenset(said.split("\n")) & frozenset(words)


def suggestions(words: Collection[str], language: str) -> Mapping[str, tuple[str, ...]]:
    """Unknown word -> what hunspell would write, the likeliest first. Slow: tens of ms a word."""
    if not (words and has_speller(language)):
        return {}
    asked = [f"^{word}" for word in words]
    said = _heard(["hunspell", "-d", _dictionary(language), "-i", "utf-8", "-a"], asked)
    found = {}
    for line in said.split("\n"):
        head, _, tail = line.partition(": ")
        if head.startswith("& "):
            found[head.split()[1]] = tuple(tail.replace("’", "'").split(", "))
    return found


def has_grammarian(language: str) -> bool:
    return language == "fr" and shutil.which("grammalecte-cli") is not None


def slips(passages: Sequence[str], language: str) -> Iterator[Slip]:
    """What Grammalecte has against *passages*, each of one line."""
    if not passages or not has_grammarian(language):
        return
    with tempfile.TemporaryDirectory() as folder:
        # It reads files alone, no pipe.
        name = os.path.join(folder, "passages")
        with open(name, "w", encoding="utf-8") as file:
            file.write("\n".join(passages) + "\n")
        said = _heard(["grammalecte-cli", "-f", name, "-j", "-off", *_DEAF], ())
    try:
        told = json.loads(said)["data"]
    except (ValueError, KeyError, TypeError):
        return
    for paragraph in told:
        for one in paragraph["lGrammarErrors"]:
            yield Slip(
                passage=paragraph["iParagraph"] - 1,
                start=one["nStart"],
                end=one["nEnd"],
                rule=one["sRuleId"],
                message=one["sMessage"],
                instead=tuple(one["aSuggestions"]),
            )


@functools.cache
def _dictionary(language: str) -> str:
    """The name of the dictionary, or nothing where there is none."""
    names = _DICTIONARIES.get(language) or _DICTIONARIES.get(language[:2], ())
    return next((name for name in names if name in _dictionaries()), "")


@functools.cache
def _dictionaries() -> frozenset[str]:
    return frozenset(PurePath(line).name for line in _heard(["hunspell", "-D"], ()).splitlines())


def _heard(command: Sequence[str], lines: Collection[str]) -> str:
    """What a program answers; nothing if it is not there, fails or takes too long."""
    program = shutil.which(command[0])
    if not program:
        return ""
    # Away from the folders of the house: a dictionary that lies among the sources is not ours.
    alone = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "HOME": os.sep}
    try:
        done = subprocess.run(  # noqa: S603 - known programs, and no word of a source among the options
            [program, *command[1:]],
            input="".join(f"{line}\n" for line in lines),
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            cwd=os.sep,
            env=alone,
            timeout=PATIENCE,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    # What it lists comes on one stream or the other.
    return done.stdout or done.stderr if done.returncode in (0, 1) else ""
