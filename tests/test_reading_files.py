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
NEWER = {"PDF/A-4": (), "PDF/UA-2": ()}


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


def test_all_of_it_can_be_had_in_the_newer_standard_too(tmp_path: Path) -> None:
    made = reading_files.make(
        ROOT / "sources",
        # The English book takes six times as long as the French; `make soak` has it, too.
        lambda one: one.slug in LATEST and (one.language == "en") != (one.slug == "2025"),
        standard="ua-2",
    )
    newer = {one.name: one for one in made}
    assert {name.partition("/")[0] for name in newer} == PUBLICATIONS
    told = verdicts(laid_down(newer, tmp_path))
    assert told == {name.replace("/", "."): NEWER for name in newer}


@pytest.mark.soak
def test_every_edition_in_every_language_can_be_had_in_both(tmp_path: Path) -> None:
    for standard, promise in (("ua-1", LASTING), ("ua-2", NEWER)):
        made = {one.name: one for one in reading_files.make(ROOT / "sources", standard=standard)}
        told = verdicts(laid_down(made, tmp_path))
        assert told == {name.replace("/", "."): promise for name in made}


def test_nothing_of_the_sample_gives_the_layout_cause_for_complaint(
    files: dict[str, ReadingFile],
) -> None:
    assert [str(finding) for one in files.values() for finding in one.findings] == []
