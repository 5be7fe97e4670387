"""What is read on a screen is accessible and made to last, and says what its page says."""

from __future__ import annotations

import fcntl
import os
import pickle
from pathlib import Path

import pytest

from tests import reading_files
from tests.judges import verdicts
from tests.reading_files import ROOT, ReadingFile

LATEST = ("2025", "2024-03", "sdc-2024", "2024-03-22-brussels-recommendations", "network")
PUBLICATIONS = {"manifesto", "newsletter", "presskit", "release", "slides"}
LASTING = {"PDF/A-3A": (), "PDF/UA-1": ()}


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, ReadingFile]:
    """The latest edition of each, in every language; two processes of tests make it once."""
    folder = tmp_path_factory.getbasetemp()
    folder = folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder
    shared = folder / "reading-files"
    with shared.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not shared.exists():
            made = reading_files.make(ROOT / "sources", lambda one: one.slug in LATEST)
            shared.write_bytes(pickle.dumps({one.name: one for one in made}))
    loaded: dict[str, ReadingFile] = pickle.loads(shared.read_bytes())
    return loaded


def laid_down(files: dict[str, ReadingFile], folder: Path) -> list[Path]:
    paths = [folder / name.replace("/", ".") for name in files]
    for path, made in zip(paths, files.values(), strict=True):
        path.write_bytes(made.content)
    return paths


def test_all_that_is_read_on_a_screen_is_accessible_and_made_to_last(
    files: dict[str, ReadingFile], tmp_path: Path
) -> None:
    assert {name.partition("/")[0] for name in files} == PUBLICATIONS
    told = verdicts(laid_down(files, tmp_path))
    assert told == {name.replace("/", "."): LASTING for name in files}


def test_nothing_of_the_sample_gives_the_layout_cause_for_complaint(
    files: dict[str, ReadingFile],
) -> None:
    assert [str(finding) for one in files.values() for finding in one.findings] == []
