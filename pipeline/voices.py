"""Programs of this machine that know a language: how they are heard, and what a speller says."""

from __future__ import annotations

import atexit
import contextlib
import functools
import os
import resource
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Collection, Mapping, Sequence
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
_MEMORY = 4 * 1024**3
"""Bytes that a program may set aside; Java asks for much more than it takes."""
_JAVA = "-Xmx1g -XX:CompressedClassSpaceSize=128m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
"""A Java that begins soon and ends soon, on one core."""
_speaking: set[subprocess.Popen[str]] = set()
_leaving = threading.Event()


def forget() -> None:
    """Looks again what is installed."""
    _dictionary.cache_clear()
    _dictionaries.cache_clear()


def has_speller(language: str) -> bool:
    return bool(_dictionary(language))


def dictionary(language: str) -> tuple[str, ...]:
    """The files of the dictionary of *language*, if there is one."""
    place = _dictionaries().get(_dictionary(language))
    return (f"{place}.dic", f"{place}.aff") if place else ()


def unknown(words: Collection[str], language: str) -> frozenset[str]:
    """The *words* that hunspell does not find in its dictionary of *language*."""
    if not (words and has_speller(language)):
        return frozenset()
    said = heard(["hunspell", "-d", _dictionary(language), "-i", "utf-8", "-l"], words)
    return frozenset(said.split("\n")) & frozenset(words)


def suggestions(words: Collection[str], language: str) -> Mapping[str, tuple[str, ...]]:
    """Unknown word -> what hunspell would write, the likeliest first. Slow: tens of ms a word."""
    if not (words and has_speller(language)):
        return {}
    asked = [f"^{word}" for word in words]
    said = heard(["hunspell", "-d", _dictionary(language), "-i", "utf-8", "-a"], asked)
    found = {}
    for line in said.split("\n"):
        head, _, tail = line.partition(": ")
        if head.startswith("& "):
            found[head.split()[1]] = tuple(tail.replace("’", "'").split(", "))
    return found


@functools.cache
def _dictionary(language: str) -> str:
    """The name of the dictionary, or nothing where there is none."""
    names = _DICTIONARIES.get(language) or _DICTIONARIES.get(language[:2], ())
    return next((name for name in names if name in _dictionaries()), "")


@functools.cache
def _dictionaries() -> Mapping[str, str]:
    """The name of each dictionary -> where it lies."""
    listed = heard(["hunspell", "-D"], ()).splitlines()
    return {PurePath(line).name: line for line in reversed(listed)}


def heard(command: Sequence[str], lines: Collection[str]) -> str:
    """What a program answers; nothing if it is not there, fails or takes too long."""
    program = shutil.which(command[0])
    if not program:
        return ""
    # Away from the folders of the house: a dictionary that lies among the sources is not ours.
    alone = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "HOME": os.sep}
    alone["JAVA_TOOL_OPTIONS"] = _JAVA
    # Grammalecte names what it would write in the order of a hash.
    alone["PYTHONHASHSEED"] = "0"
    try:
        speaking = subprocess.Popen(  # noqa: S603 - known programs, and no word of a source among the options
            [program, *command[1:]],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            cwd=os.sep,
            env=alone,
            # Who speaks is ended with all that work for him.
            start_new_session=True,
        )
    except OSError:
        return ""
    return _answer(speaking, "".join(f"{line}\n" for line in lines))


def _answer(speaking: subprocess.Popen[str], question: str) -> str:
    _speaking.add(speaking)
    try:
        _bound(speaking.pid)
        if _leaving.is_set():
            return ""
        out, err = speaking.communicate(question, timeout=PATIENCE)
        # What it lists comes on one stream or the other.
        return out or err if speaking.returncode in (0, 1) else ""
    except (OSError, subprocess.TimeoutExpired):
        _end(speaking)
        speaking.communicate()
        return ""
    finally:
        _end(speaking)
        _speaking.discard(speaking)


def _bound(program: int) -> None:
    if sys.platform == "linux":
        with contextlib.suppress(OSError, ValueError):
            resource.prlimit(program, resource.RLIMIT_AS, (_MEMORY, _MEMORY))
            resource.prlimit(program, resource.RLIMIT_CPU, (PATIENCE, PATIENCE))


def _end(speaking: subprocess.Popen[str]) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(speaking.pid, signal.SIGKILL)


@atexit.register
def hush() -> None:
    """Ends whoever still speaks when somebody has heard enough."""
    _leaving.set()
    for speaking in tuple(_speaking):
        _end(speaking)
