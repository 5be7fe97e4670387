"""A build asks nobody: no socket is opened, by no process of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.renderers.mail_jobs import ROOT

# Every process of the build runs this before anything else; an audit hook cannot be taken off.
WATCH = """
import os, socket, sys

def watch(event, given):
    if event == "socket.__new__" and given[1] in (socket.AF_INET, socket.AF_INET6):
        told = f"a socket by {sys.argv}"
    elif event in ("socket.connect", "socket.bind") and isinstance(given[1], tuple):
        told = f"{event} {given[1]}"
    elif event in ("socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"):
        told = f"{event} {given[0]}"
    else:
        return
    with open(os.environ["WATCHED"], "a") as file:
        file.write(told + "\\n")
    raise OSError("no network here")

sys.addaudithook(watch)
with open(os.environ["WATCHED"], "a"):
    pass
"""


def without_a_network() -> list[str]:
    """What takes the network away from a process and its children, where the system lets us."""
    apart = ["unshare", "--map-root-user", "--net"]
    if not shutil.which("unshare"):
        return []
    tried = subprocess.run([*apart, "true"], capture_output=True, check=False)
    return apart if tried.returncode == 0 else []


def watched(command: list[str], folder: Path) -> tuple[int, str, Path]:
    (folder / "sitecustomize.py").write_text(WATCH)
    record = folder / "watched.txt"
    environment = {**os.environ, "PYTHONPATH": str(folder), "WATCHED": str(record)}
    done = subprocess.run(
        [*without_a_network(), *command],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr, record


def test_the_watchman_is_awake(tmp_path: Path) -> None:
    script = "import urllib.request as r; r.urlopen('http://127.0.0.1:9/')"
    code, _, record = watched([sys.executable, "-c", script], tmp_path)
    assert code != 0
    assert record.read_text()


def test_a_newsletter_is_made_without_any_network(tmp_path: Path) -> None:
    asked = ["build", "newsletter", "--edition", "2024-03", "--jobs", "2"]
    command = [sys.executable, "-m", "pipeline", *asked, "--out", str(tmp_path / "build")]
    code, said, record = watched(command, tmp_path)
    assert code == 0, said
    assert record.read_text() == ""
    made = tmp_path / "build" / "newsletter" / "2024-03"
    assert sorted(path.name for path in made.glob("*/newsletter.*")) == sorted(
        2 * ["newsletter.eml", "newsletter.html", "newsletter.pdf", "newsletter.txt"]
    )
