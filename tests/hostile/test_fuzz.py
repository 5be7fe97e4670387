"""Thousands of sources that nobody would write: no traceback, no waiting, no end of memory."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from random import Random

import pytest

from tests.conftest import ROOT
from tests.hostile import medley, readers, soup
from tests.hostile.test_hostile import MEMORY, SECONDS
from tests.hostile.watchman import FRESH
from tests.stopwatch import fair

SOAK = int(os.environ.get("BROADSIDE_SOAK_SECONDS", "600"))
"""How long each long test goes on."""
FOLDERS = {"folder": soup.folder, "desk": medley.proofread}
FEW = {"front": 4000, "looked_up": 2000, "marked": 300, "folder": 20, "desk": 40}


def stand(target: str, seed: int, sources: Path) -> None:
    """Fails with the seed to try again."""
    random = Random(f"{target} {seed}")
    began = time.process_time()
    try:
        if target in soup.TARGETS:
            soup.TARGETS[target](random)
        else:
            FOLDERS[target](random, sources)
    except Exception as error:
        raise AssertionError(f"BROADSIDE_SOAK_SEED={seed} shows it") from error
    took = fair(time.process_time() - began, SECONDS)
    assert took < SECONDS, f"BROADSIDE_SOAK_SEED={seed} shows it"


@pytest.mark.parametrize("target", FEW)
def test_no_soup_brings_a_traceback(target: str, tmp_path: Path) -> None:
    sources = soup.specimen(tmp_path)
    for seed in range(FEW[target]):
        stand(target, seed, sources)


ODD = (
    b"",
    b"\0",
    b"\xff\xfe" * 9,
    b"\xef\xbb\xbf---\r\n---",
    b"\x00- id: a\n  start: 2025-02-30",
    b"\x01a: {en: '{{ facts.a }}'}",
    b"\x04name: [",
    b"a = nan\n[[output]]\nname = 1e999",
    b"0000-00-00T24:60Z[",
    b"[a]{#\xcc\x81}\n: : {.}\n|\\||`|",
    b"=?utf-8?q?=0D=0A?=\r\nBcc: \xe2\x80\xa8",
    b"GIF89a\1\0\1\0\xff\0\0,",
    b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><style>a{b:url(#</style></svg>",
    b"{{{{{%{#}}}} \\{{ facts..members }}",
    b"\xe2\x80\xae\xcc\x81" * 99,
    b"> - 1. # **_`~[^1]:\n" * 30,
)


@pytest.mark.parametrize("reader", readers.READERS)
def test_whoever_reads_bytes_stands_any_bytes(reader: str) -> None:
    for content in ODD:
        readers.READERS[reader](content)


@pytest.mark.soak
@pytest.mark.parametrize("target", FEW)
def test_a_million_soups_bring_no_traceback_and_no_waiting(target: str, tmp_path: Path) -> None:
    sources = soup.specimen(tmp_path)
    end = time.monotonic() + SOAK
    # What tests before this one have held is not held by a soup.
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    seed = int(os.environ.get("BROADSIDE_SOAK_SEED", "0"))
    count = 0
    while time.monotonic() < end:
        stand(target, seed + count, sources)
        count += 1
    print(f"{target}: {count:,} soups")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert (most - held) * 1024 + FRESH < MEMORY


@pytest.mark.soak
@pytest.mark.parametrize("target", readers.READERS)
def test_what_looks_for_a_way_through_finds_none(target: str, tmp_path: Path) -> None:
    if not find_spec("atheris"):
        pytest.skip("atheris is not installed: pip install atheris")
    command = [sys.executable, "-m", "tests.hostile.fuzz", target, f"-max_total_time={SOAK}"]
    limits = ["-max_len=4000", "-timeout=10", "-rss_limit_mb=900", f"-artifact_prefix={tmp_path}/"]
    done = subprocess.run([*command, *limits], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
