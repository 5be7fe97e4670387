"""Four times as much of what a check looks for takes it about four times as long."""

from __future__ import annotations

import math
import re
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline import proofreading
from pipeline.checks import rota
from pipeline.checks.register import Register
from pipeline.corpus import reading
from pipeline.errors import UsageError
from tests import stopwatch
from tests.checks.test_checks import FOLDERS, HOUSE, PLACES, TODAY

SHORT = 40_000
"""Letters of the shorter text; the longer one has four times as many."""
PATIENCE = 1
"""Seconds for the shorter one."""
STEEPEST = 1.5
"""The power of the length of a text by which the time of a check may grow."""
SOONEST = 0.5
"""Seconds below which nobody waits for a check."""
FRONT = re.compile(r"(?:---\r?\n.*?\n---\r?\n)?", re.DOTALL)
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
FIGURE = re.compile(r"\b[1-9]\d{0,2}\b(?![\d./:-])")
PARAGRAPHS: dict[str, Callable[[str, int], str]] = {
    "the same": lambda text, number: text,
    "other names": lambda text, number: NAME.sub(lambda found: found[0] + letters(number), text),
    "other figures": lambda text, number: FIGURE.sub(lambda m: str(int(m[0]) + number), text),
}


def letters(number: int) -> str:
    return number.to_bytes(3, "big").hex().translate(str.maketrans("0123456789", "ghijklmnop"))


def laid(folder: Path, sources: Path, times: int, kind: str) -> None:
    """The examples of a check as sources, each text so many times."""
    sources.mkdir()
    for page in (*HOUSE.glob("*.yaml"), *folder.glob("*.yaml")):
        shutil.copy(page, sources)
    if (folder / "images").is_dir():
        shutil.copytree(folder / "images", sources / "images")
    for name, place in PLACES.items():
        if not (folder / name).is_file():
            continue
        text = (folder / name).read_text("utf-8")
        front = FRONT.match(text)[0]  # type: ignore[index]
        body = text[len(front) :].strip("\n")
        bodies = (PARAGRAPHS[kind](body, number) for number in range(times))
        (sources / place).parent.mkdir(parents=True, exist_ok=True)
        (sources / place).write_text(front + "\n\n".join(bodies) + "\n", encoding="utf-8")


def seconds(code: str, sources: Path) -> float:
    """Of the processor, for the one check."""
    check = rota.checks()[code]
    corpus = reading.read(sources)
    register = Register(corpus=corpus, today=TODAY)
    sheets = tuple(proofreading.gather(corpus, sources))
    began = time.process_time()
    for given in sheets if check.scope == "sheet" else (sheets,):
        list(check.run(given, register))
    return time.process_time() - began


def taken(folder: Path, tmp: Path, length: int, kind: str) -> float:
    """Seconds for so many letters; none if they are no sources."""
    size = sum(path.stat().st_size for path in folder.glob("*.md"))
    sources = tmp / f"{folder.name}-{length}"
    laid(folder, sources, max(4, length // max(1, size)), kind)
    try:
        return seconds(folder.name, sources)
    except UsageError:
        return 0
    finally:
        shutil.rmtree(sources)


def patient(folder: Path, tmp: Path) -> float:
    """Fair seconds for the shorter text: few enough, or the least of some tries."""
    least = math.inf
    for _ in range(stopwatch.TRIES):
        least = min(least, stopwatch.fair(taken(folder, tmp, SHORT, "the same"), PATIENCE))
        if least < PATIENCE:
            break
    return least


def steep(folder: Path, tmp: Path, kind: str) -> str:
    """How its time grows, if that is too steep each time that it is asked."""
    for _ in range(3):
        short, long = (taken(folder, tmp, length, kind) for length in (SHORT, 4 * SHORT))
        power = math.log(max(long, 0.001) / max(short, 0.001), 4)
        if long < SOONEST or power < STEEPEST:
            return ""
    return f"{long:.1f} s, by the power of {power:.1f}"


def of_sources() -> list[Path]:
    """The folders of the checks that read sources."""
    checks = rota.checks()
    known = [folder for folder in FOLDERS if folder.name in checks]
    return [folder for folder in known if checks[folder.name].scope != "finished"]


@pytest.mark.parametrize("family", sorted({folder.name[0] for folder in of_sources()}))
def test_no_check_loses_its_way_in_what_it_looks_for(tmp_path: Path, family: str) -> None:
    folders = [folder for folder in of_sources() if folder.name[0] == family]
    took = {folder.name: patient(folder, tmp_path) for folder in folders}
    assert {code: round(each, 1) for code, each in took.items() if each > PATIENCE} == {}


@pytest.mark.soak
@pytest.mark.parametrize("kind", PARAGRAPHS)
def test_no_check_takes_the_square_of_what_it_reads(tmp_path: Path, kind: str) -> None:
    told = {folder.name: steep(folder, tmp_path, kind) for folder in of_sources()}
    assert {code: each for code, each in told.items() if each} == {}


# What is declared, and what is said of it: each by itself is short ------------------------------

MANY = 600
"""Entries of a page, and paragraphs that say something near each of them."""
HEAD = "---\ntitle: An example\ndate: 2024-05-20\n---\n"
PAIRED: dict[str, tuple[str, str, Callable[[str, int], str], Callable[[str, int], str]]] = {
    "addresses": (
        "C102",
        "contacts.yaml",
        lambda word, n: f"c{word}: {{name: Ana {word}, email: {word}.{word}@town.example}}",
        lambda word, n: f"Write to {word}.{word[::-1]}{n}@town.example or {word}@tawn.example.",
    ),
    "telephones": (
        "C105",
        "contacts.yaml",
        lambda word, n: f'c{word}: {{name: Ana {word}, phone: "+351 21 {n * 7:07}"}}',
        lambda word, n: f"Call +351 21 {n * 13 + 5:07}.",
    ),
    "domains that are retired": (
        "C103",
        "names.yaml",
        lambda word, n: f"new{word}.example: {{not: [old{word}.example]}}",
        lambda word, n: f"See https://www.ald{word}.example/old{word}.",
    ),
    "names that end alike": (
        "N101",
        "names.yaml",
        lambda word, n: f"{word.title()} Quay House: {{}}",
        lambda word, n: f"We met {word.title()} Quay Hause.",
    ),
    "figures that are refused": (
        "F104",
        "facts.yaml",
        lambda word, n: f"f{word}: {{value: 7, unit: [{{en: boats}}], not: ['{n}', '{n} ships']}}",
        lambda word, n: f"There are {n + 3} boats, and {n + 9} ships.",
    ),
    "facts with one unit": (
        "F102",
        "facts.yaml",
        lambda word, n: f"f{word}: {{value: {n + 5000}, unit: [{{en: boats}}]}}",
        lambda word, n: f"Our network has {n + 4000} boats.",
    ),
}


@pytest.mark.parametrize("kind", PAIRED)
def test_what_is_said_is_not_held_against_each_entry(tmp_path: Path, kind: str) -> None:
    code, page, entry, sentence = PAIRED[kind]
    words = [letters(number) for number in range(MANY)]
    entries = "\n".join(entry(word, number) for number, word in enumerate(words))
    said = "\n\n".join(sentence(word, number) for number, word in enumerate(words))
    sources = tmp_path / "sources"
    (sources / "news").mkdir(parents=True)
    for other in HOUSE.glob("*.yaml"):
        shutil.copy(other, sources)
    (sources / page).write_text(f"{entries}\n", "utf-8")
    (sources / PLACES["in.md"]).write_text(f"{HEAD}{said}\n", "utf-8")
    assert min(seconds(code, sources) for _ in range(2)) < PATIENCE


def test_a_fact_with_a_long_history_is_looked_up_once(tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    (sources / "news").mkdir(parents=True)
    for other in HOUSE.glob("*.yaml"):
        shutil.copy(other, sources)
    told = "".join(f"    - {{value: {n}, as_of: {1000 + n}}}\n" for n in range(MANY))
    head = "boats:\n  value: 9\n  unit: [{en: boats}]\n  as_of: 2024-01-01\n  history:\n"
    (sources / "facts.yaml").write_text(f"{head}{told}", "utf-8")
    said = "\n\n".join(f"There are {n + 13} boats." for n in range(MANY))
    (sources / PLACES["in.md"]).write_text(f"{HEAD}{said}\n", "utf-8")
    for code in ("F102", "F103"):
        assert min(seconds(code, sources) for _ in range(2)) < PATIENCE, code
