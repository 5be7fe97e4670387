"""Whatever Markdown a writer types, its PDF is accessible, lasts, and reads as it was written."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests import generated, reading_files
from tests.judges import verdicts
from tests.test_reading_files import LASTING, NEWER, read_through

LATER = dt.datetime(2032, 1, 1, tzinfo=dt.UTC)
QUICK = 12
"""So many in every run of the tests, in each of two parts."""


def judge(folder: Path, numbers: range, standard: str = "ua-1") -> None:
    sources = generated.write(folder, numbers)
    made = reading_files.make(
        sources, lambda one: one.publication.slug == "release", now=LATER, standard=standard
    )
    promise = {"ua-1": LASTING, "ua-2": NEWER}[standard]
    paths = []
    for one in made:
        if standard == "ua-1":
            read_through(one)
        assert {finding.code for finding in one.findings} <= {"P203", "P205"}, one.name
        paths.append(folder / one.name.replace("/", "."))
        paths[-1].write_bytes(one.content)
    assert len(paths) == len(numbers)
    assert verdicts(paths) == {path.name: promise for path in paths}


def test_releases_that_chance_wrote_are_accessible_and_read_as_written(tmp_path: Path) -> None:
    judge(tmp_path, range(QUICK))


def test_releases_that_chance_wrote_are_so_in_the_newer_standard_too(tmp_path: Path) -> None:
    judge(tmp_path, range(QUICK, 2 * QUICK), "ua-2")


@pytest.mark.soak
@pytest.mark.parametrize("part", range(10))
@pytest.mark.parametrize("standard", ["ua-1", "ua-2"])
def test_five_hundred_of_them_are(tmp_path: Path, part: int, standard: str) -> None:
    judge(tmp_path, range(50 * part, 50 * (part + 1)), standard)
