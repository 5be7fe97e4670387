"""The marked set: the defects of an invented network of river towns, and clean text around them.

Every defect of `marked/sources` has a line in `marked/expected.tsv`: file, line, code.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from pathlib import Path

import pytest

from pipeline import proofreading
from pipeline.corpus import reading
from pipeline.errors import Finding, Level

HERE = Path(__file__).parent / "marked"
TODAY = dt.date(2026, 1, 1)
EXPECTED = [
    tuple(line.split("\t")) for line in (HERE / "expected.tsv").read_text("utf-8").splitlines()
]


@pytest.fixture(scope="module")
def findings() -> list[Finding]:
    corpus = reading.read(HERE / "sources")
    told = proofreading.of_corpus(corpus, HERE / "sources", TODAY)
    return [*corpus.findings, *told]


def _by_line(findings: list[Finding]) -> dict[tuple[str, str], set[str]]:
    told: dict[tuple[str, str], set[str]] = defaultdict(set)
    for finding in findings:
        place = (finding.location.path.as_posix(), str(finding.location.line))
        told[place].add(finding.code)
    return told


def test_the_set_is_large_enough() -> None:
    assert len(EXPECTED) >= 300
    assert len({code for _, _, code in EXPECTED}) >= 50


def test_nine_of_ten_defects_are_found_on_their_line_under_their_code(
    findings: list[Finding],
) -> None:
    told = _by_line(findings)
    missed = [(file, line, code) for file, line, code in EXPECTED if code not in told[file, line]]
    assert len(missed) <= len(EXPECTED) // 10, missed


def test_no_error_is_told_of_a_line_that_is_clean(findings: list[Finding]) -> None:
    marked = {(file, line) for file, line, _ in EXPECTED}
    alarms = [
        str(finding)
        for finding in findings
        if finding.level is Level.ERROR
        and finding.location.path.suffix == ".md"
        and (finding.location.path.as_posix(), str(finding.location.line)) not in marked
    ]
    assert alarms == []


def test_hardly_a_warning_is_told_of_a_line_that_is_clean(findings: list[Finding]) -> None:
    marked = {(file, line) for file, line, _ in EXPECTED}
    alarms = [
        str(finding)
        for finding in findings
        if finding.level is Level.WARNING
        and finding.code != "T101"
        and (finding.location.path.as_posix(), str(finding.location.line)) not in marked
    ]
    words = sum(len(path.read_text("utf-8").split()) for path in HERE.rglob("*.md"))
    assert len(alarms) <= 2 * words / 1000, alarms
