"""How fast `check` reads, and how much memory it takes, beside Python-Markdown on the same words.

The text is made of the sample's own words, each chosen among those that follow the one before it
there: no two runs differ, and hardly any two sentences are alike.
"""

from __future__ import annotations

import datetime as dt
import itertools
import os
import re
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from pipeline import proofreading
from pipeline.checks.register import Register
from pipeline.corpus import reading
from tests.bench import costs

ROOT = Path(__file__).parents[2]
TODAY = dt.date(2026, 6, 12)
WORDS_OF_A_FILE = 800
_PLAIN = (
    "import markdown, pathlib, sys\nfor path in sorted(pathlib.Path(sys.argv[1]).rglob('*.md')):"
)
_PLAIN += "\n    markdown.markdown(path.read_text('utf-8'))"


class Chance:
    """The same numbers every time, on every machine."""

    def __init__(self) -> None:
        self.state = 1

    def below(self, most: int) -> int:
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % most


def _followers(suffixes: list[str]) -> dict[str, list[str]]:
    after: dict[str, list[str]] = defaultdict(list)
    for path in sorted((ROOT / "sources").rglob("*.md")):
        if path.suffixes == suffixes:
            told = (word.strip(".,").lower() for word in path.read_text("utf-8").split())
            words = [word for word in told if word.isalpha() and len(word) > 1]
            for word, following in itertools.pairwise(words):
                after[word].append(following)
    return after


def _sentences(chance: Chance, suffixes: list[str]) -> Iterator[str]:
    after = _followers(suffixes)
    every = sorted(after)
    while True:
        words = [every[chance.below(len(every))]]
        for _ in range(8 + chance.below(16)):
            choice = after.get(words[-1]) or every
            words.append(choice[chance.below(len(choice))])
        yield " ".join(words).capitalize() + "."


def sources(folder: Path, words: int, suffix: str = ".md") -> Path:
    """The sample's shared pages, and *words* words of news."""
    news = folder / "news"
    news.mkdir(parents=True, exist_ok=True)
    for page in (ROOT / "sources").glob("*.yaml"):
        shutil.copy(page, folder)
    sentences = _sentences(Chance(), Path(f"story{suffix}").suffixes)
    for number in range(max(1, words // WORDS_OF_A_FILE)):
        lines, count = [], 0
        while count < WORDS_OF_A_FILE:
            paragraph = " ".join(next(sentences) for _ in range(4))
            count += len(paragraph.split())
            lines.append(f"## Part {len(lines)}" if len(lines) % 12 == 6 else paragraph)
        head = f"---\ntitle: Story {number}\ndate: 2026-05-{1 + number % 28:02}\n---\n"
        told = "\n\n".join(lines)
        (news / f"story-{number:04}{suffix}").write_text(f"{head}\n{told}\n", "utf-8")
    return folder


class Spent(NamedTuple):
    """What a process took, together with those it had divided off."""

    seconds: float
    """Of the processor."""
    clock: float
    megabytes: float


def _spent(*command: str | Path) -> Spent:
    began, most = time.monotonic(), 0.0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as one:
        while not (ended := os.wait4(one.pid, os.WNOHANG))[0]:
            most = max(most, _held(one.pid))
            time.sleep(0.01)
        used, one.returncode = ended[2], 0
    clock = time.monotonic() - began
    # Linux adds what we held when it began; where there is no /proc, nothing else is told.
    held = most or used.ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)
    return Spent(used.ru_utime + used.ru_stime, clock, held)


def _held(process: int) -> float:
    """Megabytes of a process and of those it has divided off; what they share counts once."""
    try:
        others = Path("/proc", f"{process}/task/{process}/children").read_text("utf-8").split()
        told = [
            Path("/proc", n, "smaps_rollup").read_text("utf-8") for n in (f"{process}", *others)
        ]
        return (
            sum(int(line) for one in told for line in re.findall(r"(?m)^Pss: *(\d+)", one)) / 1024
        )
    except OSError:
        return 0.0


def _checked(folder: Path, tmp_path: Path) -> Spent:
    # What other programs take to read it is theirs.
    command = (sys.executable, "-m", "pipeline", "check", "--no-voices", "--sources", folder)
    return _spent(*command, "--out", tmp_path / "build", "--now", "2026-06-12T10:00")


def _edited(folder: Path) -> float:
    """Milliseconds for one file again, while everything else is known."""
    corpus = reading.read(folder)
    register = Register(corpus=corpus, today=TODAY)
    shown = Path(folder.name, "news", "story-0000.md")
    proofreading.of_file(corpus, folder, shown, TODAY, register)
    started = time.process_time()
    proofreading.of_file(corpus, folder, shown, TODAY, register)
    return (time.process_time() - started) * 1000


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nobody tells what is shared")
def test_what_we_hold_ourselves_counts_for_nobody_else() -> None:
    ours = bytearray(b"a") * (200 << 20)
    theirs = _spent(sys.executable, "-c", "import time; time.sleep(0.1)").megabytes
    assert 1 < theirs < len(ours) / 2**20 / 2


@pytest.mark.bench
def test_a_check_keeps_pace_with_reading_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    short = sources(tmp_path / "short" / "sources", 18_000)
    long = sources(tmp_path / "long" / "sources", 200_000)
    cold, clock, small = _checked(short, tmp_path)
    seconds, slow, large = _checked(long, tmp_path)
    plain = _spent(sys.executable, "-c", _PLAIN, long).seconds
    edited = _edited(short)
    grown = large + (large - small) / 182 * 800
    with capsys.disabled():
        print(f"\n\n18,000 words cold: {clock:.2f} s, {cold:.2f} of the processor, {small:.0f} MB")
        print(
            f"200,000 words: {slow:.1f} s, {seconds:.1f} of the processor, {large:.0f} MB; ", end=""
        )
        print(f"a million by that: {slow * 5:.0f} s, {grown:.0f} MB")
        print(f"Python-Markdown alone: {plain:.1f} s; the check takes {seconds / plain:.1f} times")
        print(f"one edited file of {WORDS_OF_A_FILE} words: {edited:.0f} ms")
    assert seconds < 30 * plain
    assert edited < 100
    # By the line through two points, which is above what a million words are measured to take:
    # 196 MB.
    assert grown < 240


@pytest.mark.soak
def test_a_million_words_are_read_in_little_memory(tmp_path: Path) -> None:
    seconds, _, megabytes = _checked(sources(tmp_path / "sources", 1_000_000), tmp_path)
    assert seconds < 90
    assert megabytes < 200


@pytest.mark.bench
def test_what_each_check_costs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shares = costs.shares(_in_two_languages(tmp_path, 9_000))
    with capsys.disabled():
        print("\n\nof the time of all checks, on 18,000 words in English and French:")
        for code, share in itertools.islice(shares.items(), 20):
            print(f"  {code} {share:6.1%}")


def test_no_check_takes_more_than_its_share(tmp_path: Path) -> None:
    shares = costs.shares(_in_two_languages(tmp_path, 2_400))
    dear = {code: f"{share:.1%}" for code, share in shares.items() if share > costs.MOST}
    assert not dear, "the words that a form is made of are asked for before the form"


def test_reading_takes_no_more_than_its_share(tmp_path: Path) -> None:
    share = costs.of_reading(_in_two_languages(tmp_path, 2_400))
    assert share < costs.MOST_TO_READ, "what is looked for in every text is dear"


def _in_two_languages(folder: Path, words: int) -> Path:
    sources(folder / "sources", words)
    return sources(folder / "sources", words, ".fr.md")
