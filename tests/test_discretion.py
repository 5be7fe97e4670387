"""What is told of the sources: once for a whole build, however many editions it has."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import Any

from pipeline import discretion
from pipeline.errors import Finding, Location
from pipeline.provenance import Report
from tests.desks import read


def test_a_hundred_editions_are_held_against_all_that_is_told_but_once(sources: Path) -> None:
    (sources / "news/2025-05-09-no.md").write_text("---\ntitel: No\n---\n", "utf-8")
    corpus = read(sources)
    counted: list[int] = []

    class Read(list[Finding]):
        def __iter__(self) -> Any:
            counted.append(1)
            return super().__iter__()

    aside = Finding("E110", "aside", "", Location(PurePath("sources/a.md")))
    report = Report(publication="a", slug="b", language="en", status="refused", findings=(aside,))
    told = [*discretion.discreet([report] * 100, Read(corpus.findings), corpus)]
    assert told == [report] * 100
    assert len(counted) <= 2
