"""Whatever Markdown a writer types, its PDF is accessible, lasts, and reads as it was written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests import generated, reading_files
from tests.judges import verdicts
from tests.test_reading_files import LASTING, NEWER, read_through

LATER = dt.datetime(2032, 1, 1, tzinfo=dt.UTC)
QUICK = 5
"""So many of each standard in every run of the tests."""
PROMISED = {"ua-1": LASTING, "ua-2": NEWER}


def judge(folder: Path, numbers: Mapping[str, range]) -> None:
    """Releases of the standards that are named; they are judged together, which saves a start."""
    promised = {}
    for standard, some in numbers.items():
        for one in reading_files.make(
            generated.write(folder / standard, some),
            lambda one: one.publication.slug == "release",
            now=LATER,
            standard=standard,
        ):
            if standard == "ua-1":
                read_through(one)
            assert {finding.code for finding in one.findings} <= {"P203", "P205", "P208"}, one.name
            path = folder / f"{standard}.{one.name.replace('/', '.')}"
            path.write_bytes(one.content)
            promised[path] = PROMISED[standard]
    assert len(promised) == sum(map(len, numbers.values()))
    assert verdicts(promised) == {path.name: promise for path, promise in promised.items()}


def test_releases_that_chance_wrote_are_accessible_and_read_as_written(tmp_path: Path) -> None:
    judge(tmp_path, {"ua-1": range(QUICK), "ua-2": range(QUICK, 2 * QUICK)})


@pytest.mark.soak
@pytest.mark.parametrize("part", range(10))
@pytest.mark.parametrize("standard", ["ua-1", "ua-2"])
def test_five_hundred_of_them_are(tmp_path: Path, part: int, standard: str) -> None:
    judge(tmp_path, {standard: range(50 * part, 50 * (part + 1))})
