"""How fast `check` reads, and how much memory it takes, beside Python-Markdown on the same words.

The text is made of the sample's own words, each chosen among those that follow the one before it
there: no two runs differ, and hardly any two sentences are alike.
"""

from __future__ import annotations

import datetime as dt
import itertools
import os
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

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


def _spent(*command: str | Path) -> tuple[float, float]:
    """Seconds of the processor and megabytes that a process took."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as one:
        _, _, used = os.wait4(one.pid, 0)
        one.returncode = 0
    kilobytes = used.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return used.ru_utime + used.ru_stime, kilobytes / 1024


def _checked(folder: Path, tmp_path: Path) -> tuple[float, float]:
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


@pytest.mark.bench
def test_a_check_keeps_pace_with_reading_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    short = sources(tmp_path / "short" / "sources", 18_000)
    long = sources(tmp_path / "long" / "sources", 200_000)
    cold, small = _checked(short, tmp_path)
    seconds, large = _checked(long, tmp_path)
    plain, _ = _spent(sys.executable, "-c", _PLAIN, long)
    edited = _edited(short)
    grown = large + (large - small) / 182 * 800
    with capsys.disabled():
        print(f"\n\n18,000 words cold: {cold:.2f} s of the processor, {small:.0f} MB")
        print(f"200,000 words: {seconds:.1f} s, {200_000 / seconds:,.0f} words a second, ", end="")
        print(f"{large:.0f} MB; a million by that: {seconds * 5:.0f} s, {grown:.0f} MB")
        print(f"Python-Markdown alone: {plain:.1f} s; the check takes {seconds / plain:.1f} times")
        print(f"one edited file of {WORDS_OF_A_FILE} words: {edited:.0f} ms")
    assert seconds < 30 * plain
    assert edited < 100
    # By the line through two points, which is above what a million words are measured to take.
    assert grown < 230


@pytest.mark.soak
def test_a_million_words_are_read_in_little_memory(tmp_path: Path) -> None:
    seconds, megabytes = _checked(sources(tmp_path / "sources", 1_000_000), tmp_path)
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


def _in_two_languages(folder: Path, words: int) -> Path:
    sources(folder / "sources", words)
    return sources(folder / "sources", words, ".fr.md")
