"""The newsletter beside what other tools make of the same words: weight and time, in one run."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from pipeline.model import Edition
from pipeline.renderers import email
from tests import rivals
from tests.renderers.mail_jobs import ROOT, rendered, typesetter

HERE = Path(__file__).parent
Row = tuple[str, int, float | str]
"""A name, bytes, and seconds; or why there are none."""
pytestmark = pytest.mark.bench


def sample() -> Edition:
    return rivals.issue(ROOT / "sources", "2019-12", "en")


def test_the_letter_keeps_to_its_weight_beside_what_others_make(
    capsys: pytest.CaptureFixture[str],
) -> None:
    edition = sample()
    page = typesetter().set(edition, "newsletter.html")
    started = time.perf_counter()
    ours = rendered(page, made_up=edition)
    same = [("Broadside", len(ours.encode()), time.perf_counter() - started), *inliners(page)]
    words = {"page": email.bare(page), **rivals.told(edition)}
    same.append(weighed("juice", words))
    own = [weighed(name, words) for name in rivals.PACKAGES if name != "juice"]
    with capsys.disabled():
        print(f"\n\n{edition.slug}: {len(words['items'])} items, {len(edition.agenda)} dates")
        print(" the same page, its styles put beside the elements")
        print("\n".join(map(line, same)))
        # Not the same letter, so nothing is asserted of them.
        print(" the same words, each tool's plainest letter: neither dark colours nor a phone's")
        print(" layout of its own, no contacts, imprint, language switch, campaign tags")
        print("\n".join(map(line, own)))
        print(" seconds: of Node's tools with the start of Node, of Python's without")
    # Thirteen dates: five more than the budget of 36,000 bytes is for.
    assert same[0][1] <= 36_000
    assert all(same[0][1] < weight for _, weight, _ in same[1:] if weight)


def weighed(name: str, words: Mapping[str, Any]) -> Row:
    tool = rivals.rival(name)
    made = tool if isinstance(tool, str) else tool.letter(words)
    if isinstance(tool, str) or isinstance(made, str):
        return name, 0, str(made)
    return f"{name} {tool.version}", len(made[0].encode()), made[1]


def line(row: Row) -> str:
    name, weight, took = row
    if isinstance(took, str):
        return f"  {name:<28}not measured: {took}"
    return f"  {name:<28}{weight:>9,} bytes {took:6.2f} s"


def inliners(page: str) -> Iterator[Row]:
    """Our own page by the inliners that others use, without what we do before and after."""
    import premailer

    started = time.perf_counter()
    with email.quiet_cssutils():
        made = premailer.Premailer(email.bare(page), disable_validation=True).transform()
    yield "premailer, as it comes", len(made.encode()), time.perf_counter() - started
    try:
        import css_inline
    except ImportError:
        yield "css-inline", 0, "pip install css-inline, and it is"
        return
    started = time.perf_counter()
    made = css_inline.inline(email.bare(page))
    yield "css-inline", len(made.encode()), time.perf_counter() - started


def test_a_cold_build_takes_no_longer_than_a_bare_script(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """From nothing to a letter and a PDF; processor time, so that neighbours do not count."""
    bare = [sys.executable, str(HERE / "bare.py"), "sources", "2019-12"]
    asked = ["newsletter", "--edition", "2019-12", "--language", "en", "--jobs", "1"]
    ours = [sys.executable, "-m", "pipeline", "build", *asked, "--out"]
    took: dict[str, list[tuple[float, float]]] = {"Broadside": [], "bare script": []}
    for turn in range(3):
        for name, command in (("bare script", bare), ("Broadside", ours)):
            took[name].append(_seconds([*command, str(tmp_path / name / str(turn))]))
    best = {name: min(times) for name, times in took.items()}
    ratio = best["Broadside"][0] / best["bare script"][0]
    with capsys.disabled():
        print("\n\ncold build of 2019-12 in English: letter and print edition")
        for name, (busy, wall) in best.items():
            print(f"  {name:<28}{busy:6.2f} s of the processor, {wall:6.2f} s by the clock")
        print(f"  {'ratio':<28}{ratio:6.2f}")
    assert ratio <= 1.3


def _seconds(command: list[str]) -> tuple[float, float]:
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    after, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - started
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall
