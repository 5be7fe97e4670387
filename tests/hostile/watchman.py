"""Carries out a build under watch: what it opens, whom it calls, what it costs."""

from __future__ import annotations

import contextlib
import io
import json
import mimetypes
import multiprocessing
import os
import re
import resource
import site
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline import cli
from pipeline.renderers import paper
from tests.conftest import ROOT

# What libraries look for when they are imported has nothing to do with what is in the sources.
assert paper
mimetypes.init()

PATIENCE = 300
"""Seconds on the clock until a build counts as hanging; what it works is counted apart."""
FRESH = 60_000_000
"""Bytes that a program of its own holds before it begins."""
OUTSIDE = (
    "ftplib.connect",
    "http.client.connect",
    "os.exec",
    "os.posix_spawn",
    "os.startfile",
    "os.system",
    "pty.spawn",
    "smtplib.connect",
    "socket.bind",
    "socket.connect",
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "subprocess.Popen",
    "urllib.Request",
    "webbrowser.open",
)
MACHINE = (
    sys.prefix,
    sys.base_prefix,
    *site.getsitepackages(),
    str(ROOT / "pipeline"),
    "/dev/null",
    "/dev/urandom",
    "/usr/share/zoneinfo",
)
"""Where the interpreter and its packages are, and what every process reads."""

OWN_SIZE = re.compile(r"/proc/\d+/statm")
"""Where Linux tells a process how large it was born."""


@dataclass(frozen=True, kw_only=True)
class Watched:
    code: int
    said: str
    strayed: tuple[str, ...]
    """What was opened outside the folders of the order, and every call to the outside."""
    seconds: float
    """Of work by all its processes together."""
    memory: int
    """The most bytes that one of its processes had."""


def watched(sources: Path, out: Path, *order: str, templates: Path = ROOT / "templates") -> Watched:
    """Build in a process of its own, from which nobody can take the watch off."""
    told = out.parent / "told.json"
    desk = out.parent / "desk"
    desk.mkdir(exist_ok=True)
    opened = out.parent / "opened.txt"
    opened.write_bytes(b"")
    command = ["build", *order, "--sources", str(sources), "--templates", str(templates)]
    command += ["--out", str(out), "--force"]
    process = multiprocessing.get_context("fork").Process(
        target=_build, args=(command, told, opened, desk)
    )
    process.start()
    process.join(PATIENCE)
    if process.exitcode is None:
        process.kill()
        process.join()
        raise TimeoutError(f"no end after {PATIENCE} seconds")
    known = [*map(str, (sources, templates, out, desk, told)), *MACHINE]
    lines = sorted(set(opened.read_text("utf-8", "replace").splitlines()))
    strayed = tuple(
        line for line in lines if not _is_within(line, known) and not OWN_SIZE.fullmatch(line)
    )
    return Watched(strayed=strayed, **json.loads(told.read_text()))


def _is_within(line: str, known: list[str]) -> bool:
    return any(line == place or line.startswith(f"{place}/") for place in known)


def _resident() -> int:
    """Bytes that this process holds: of a split-off one, what its parent had read before."""
    if sys.platform != "linux":
        return FRESH
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize()


def _build(command: list[str], told: Path, opened: Path, desk: Path) -> None:
    tempfile.tempdir = str(desk)
    before = resource.getrusage(resource.RUSAGE_SELF)
    # A process that was split off begins with all that its parent had: count from there.
    if sys.platform == "linux":
        Path("/proc/self/clear_refs").write_text("5")
    held = _resident()
    sys.addaudithook(_watch(str(opened)))
    words = io.StringIO()
    with contextlib.redirect_stdout(words), contextlib.redirect_stderr(words):
        code = cli.main(command)
    own, others = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    spent = [usage.ru_utime + usage.ru_stime for usage in (own, others, before)]
    told.write_text(
        json.dumps(
            {
                "code": code,
                "said": words.getvalue(),
                "seconds": spent[0] + spent[1] - spent[2],
                "memory": max(own.ru_maxrss, others.ru_maxrss) * 1024 - held + FRESH,
            }
        )
    )


def _watch(opened: str) -> Any:
    def note(line: str) -> None:
        descriptor = os.open(opened, os.O_WRONLY | os.O_APPEND)
        os.write(descriptor, line.replace("\n", "\\n").encode("utf-8", "replace") + b"\n")
        os.close(descriptor)

    def watch(event: str, given: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(given[0], (str, bytes)):
            path = os.fsdecode(given[0])
            if path != opened:
                note(_place(path, given[2]))
        elif event in OUTSIDE:
            note(f"{event} {given[:2]}")

    return watch


def _place(path: str, flags: int) -> str:
    """Where a path leads: a link at its end counts unless it was opened not to be followed."""
    if flags & os.O_NOFOLLOW:
        return os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path))
    return os.path.realpath(path)
