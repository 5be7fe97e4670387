"""Programs of this machine that know a language: how they are heard, and what a speller says."""

from __future__ import annotations

import atexit
import contextlib
import functools
import os
import resource
import select
import shutil
import signal
import sys
import threading
import time
from collections.abc import Collection, Mapping, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

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
_MOST = 64_000_000
"""Bytes of an answer; a program that says more has lost its way."""
_PAUSE = 0.5
"""Seconds in which nothing comes, and whoever was asked has gone: nothing more will."""
_speaking: set[subprocess.Popen[bytes]] = set()
_leaving = threading.Event()
_starting = threading.Lock()
"""Held while a program is called, until it can be ended."""


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
    lines = [f"^{word}" for word in words]
    said = heard(["hunspell", "-d", _dictionary(language), "-i", "utf-8", "-a"], lines)
    found = {}
    for line in said.split("\n"):
        head, _, tail = line.partition(": ")
        asked = head.split(" ")
        if head.startswith("& ") and len(asked) > 2:
            found[asked[1]] = tuple(tail.replace("’", "'").split(", "))
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
    import subprocess
    import tempfile

    # Away from the folders of the house: a dictionary that lies among the sources is not ours.
    alone = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "HOME": os.sep}
    alone["JAVA_TOOL_OPTIONS"] = _JAVA
    # Grammalecte names what it would write in the order of a hash.
    alone["PYTHONHASHSEED"] = "0"
    question = "".join(f"{line}\n" for line in lines)
    try:
        # Some read files alone, and no pipe. It has no name: whoever is killed leaves nothing.
        with tempfile.TemporaryFile() as asked:
            asked.write(question.encode("utf-8", "replace"))
            asked.seek(0)
            with _starting:
                if _leaving.is_set():
                    return ""
                speaking = subprocess.Popen(  # noqa: S603 - known programs, and no word of a source among the options
                    [program, *command[1:]],
                    stdin=asked,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    cwd=os.sep,
                    env=alone,
                    # Who speaks is ended with all that work for him.
                    start_new_session=True,
                )
                _speaking.add(speaking)
    except OSError:
        return ""
    return _answer(speaking)


def _answer(speaking: subprocess.Popen[bytes]) -> str:
    from subprocess import TimeoutExpired

    try:
        with speaking:
            try:
                return _listened(speaking)
            finally:
                _end(speaking)
    except (OSError, TimeoutExpired):
        return ""
    finally:
        _speaking.discard(speaking)


def _listened(speaking: subprocess.Popen[bytes]) -> str:
    """All that is said, by its end; an OSError for what has none."""
    _bound(speaking.pid)
    if _leaving.is_set():
        return ""
    deadline = time.monotonic() + PATIENCE
    streams = [stream.fileno() for stream in (speaking.stdout, speaking.stderr) if stream]
    parts: list[tuple[int, bytes]] = []
    length, still = 0, set(streams)
    while still:
        ready, _, _ = select.select(still, (), (), _PAUSE)
        for stream in ready:
            part = os.read(stream, 1 << 16)
            parts.append((stream, part))
            length += len(part)
            if not part:
                still.discard(stream)
        if length > _MOST or time.monotonic() > deadline:
            raise TimeoutError
        if not ready and speaking.poll() is not None:
            # What he has left behind holds the line, and has nothing to say.
            break
    code = speaking.wait(max(0.0, deadline - time.monotonic()))
    # What it lists comes on one stream or the other.
    told = (b"".join(part for stream, part in parts if stream == each) for each in streams)
    answer = next(filter(None, told), b"").decode("utf-8", "replace")
    return answer.replace("\r\n", "\n") if code in (0, 1) else ""


def _bound(program: int) -> None:
    if sys.platform == "linux":
        with contextlib.suppress(OSError, ValueError):
            resource.prlimit(program, resource.RLIMIT_AS, (_MEMORY, _MEMORY))
            resource.prlimit(program, resource.RLIMIT_CPU, (PATIENCE, PATIENCE))


def _end(speaking: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(speaking.pid, signal.SIGKILL)


@atexit.register
def hush() -> None:
    """Ends whoever still speaks when somebody has heard enough."""
    _leaving.set()
    # Who is just being called can be ended when he is there.
    if _starting.acquire(timeout=_PAUSE):
        _starting.release()
    for speaking in tuple(_speaking):
        _end(speaking)
