"""The marked sets: the defects of three invented organisations, and clean text around them.

Every defect of a set has a line in its `expected.tsv`: file, line, code, perhaps a word on it.

`marked` (river towns) grew along with the checks. `museums` was written before anybody looked at
what the checks find: of its 304 marks, 184 (61 %) were told on their line on the first day. Twenty
marks of what is no fault here were taken out since, among them the space before a French colon,
which is set and not typed. The checks have learnt from it: it is no longer blind.

`ports` was written by somebody who never saw a check: of its 314 marks, 24 % were told under the
code that fits best on the first day, and 44 % were told at all on their line; of its clean twin,
`ports/clean`, nothing but notes. A `-` stands for what no check looks for. Codes were corrected
since where another one tells the same, and marks moved to the translation where it is told there;
one mark was no fault, for the words of a picture stand in images.yaml.
A change may raise a floor, never lower it.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections import defaultdict
from pathlib import Path

import pytest

from pipeline import proofreading
from pipeline.corpus import reading
from pipeline.errors import Finding, Level

HERE = Path(__file__).parent
TODAY = dt.date(2026, 1, 1)
BESIDE = ("T101", "T121", "T123", "T124", "T126")
"""What is seen from a translation: the mark is on the line of the original, or it is abridged.

Of whole translations that say the same nothing is told: `ports/clean` shows it.
"""
FLOORS = {"marked": 0.9, "museums": 0.9, "ports": 0.83}
"""The share of the defects of each set that must be found on their line under their code."""


@functools.cache
def findings(name: str) -> list[Finding]:
    corpus = reading.read(HERE / name / "sources")
    told = proofreading.of_corpus(corpus, HERE / name / "sources", TODAY)
    return [*corpus.findings, *told]


@functools.cache
def expected(name: str) -> list[tuple[str, str, str]]:
    lines = (HERE / name / "expected.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    return [(file, line, code) for file, line, code, *_ in rows]


def _by_line(told: list[Finding]) -> dict[tuple[str, str], set[str]]:
    lines: dict[tuple[str, str], set[str]] = defaultdict(set)
    for finding in told:
        place = (finding.location.path.as_posix(), str(finding.location.line))
        lines[place].add(finding.code)
    return lines


def _on_clean_lines(name: str, level: Level) -> list[str]:
    """What is told of lines without a mark."""
    marked = {(file, line) for file, line, _ in expected(name)}
    return [
        str(finding)
        for finding in findings(name)
        if finding.level is level
        and finding.code not in BESIDE
        and (finding.location.path.as_posix(), str(finding.location.line)) not in marked
    ]


@pytest.mark.parametrize("name", FLOORS)
def test_the_set_is_large_enough(name: str) -> None:
    assert len(expected(name)) >= 280
    assert len({code for _, _, code in expected(name)}) >= 50


@pytest.mark.parametrize("name", FLOORS)
def test_defects_are_found_on_their_line_under_their_code(name: str) -> None:
    told = _by_line(findings(name))
    missed = [row for row in expected(name) if row[2] not in told[row[0], row[1]]]
    assert len(missed) <= len(expected(name)) * (1 - FLOORS[name]), missed


@pytest.mark.parametrize("name", FLOORS)
def test_no_error_is_told_of_a_line_that_is_clean(name: str) -> None:
    assert [alarm for alarm in _on_clean_lines(name, Level.ERROR) if ".md:" in alarm] == []


def test_of_a_clean_text_nothing_but_notes_is_told() -> None:
    told = [str(found) for found in findings("ports/clean") if found.level is not Level.NOTE]
    assert told == []


@pytest.mark.parametrize("name", FLOORS)
def test_hardly_a_warning_is_told_of_a_line_that_is_clean(name: str) -> None:
    alarms = _on_clean_lines(name, Level.WARNING)
    pages = (HERE / name / "sources").rglob("*.md")
    words = sum(len(page.read_text("utf-8").split()) for page in pages)
    assert len(alarms) <= 2 * words / 1000, alarms
