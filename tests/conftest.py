"""What every test may use: the specimen, a folder of sources to break, the accept option."""

from __future__ import annotations

import contextlib
import ctypes
import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# As `broadside` itself does: what is imported stays, and looking through it again and again for
# what does not would take a quarter of the time.
gc.set_threshold(250_000, 20, 50)

# Each thread of a test would keep 64 MB of addresses for good, a gigabyte in all, and whoever is
# split off from this process afterwards is born with them.
_ARENAS = -8
"""M_ARENA_MAX of glibc."""
if sys.platform == "linux":
    with contextlib.suppress(AttributeError):
        ctypes.CDLL(None).mallopt(_ARENAS, 2)

# A machine that is busy fails no test: Hypothesis sets no deadline in CI, and none here.
settings.register_profile("unhurried", deadline=None)
if not os.environ.get("CI"):
    settings.load_profile("unhurried")

ROOT = Path(__file__).parent.parent
SPECIMEN = Path(__file__).parent / "specimen"

# No test: it needs Atheris, which `make test` does not install.
collect_ignore = ["hostile/fuzz.py"]


MEMORY = Path("/dev/shm")
"""A disk in memory, of Linux: a build waits for a real one some forty times."""
ROOM = 2 * 1024**3
"""Bytes of it that are free; a container may have very few."""


def pytest_configure(config: pytest.Config) -> None:
    if "TMPDIR" in os.environ or not os.access(MEMORY, os.W_OK | os.X_OK):
        return
    if shutil.disk_usage(MEMORY).free > ROOM:
        os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


DEAREST = ("test_reading_files.py", "test_trust.py", "test_composition.py", "test_manifesto.py")
"""Half a minute for a single test: come last, one process would wait for the other."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.path.name not in DEAREST)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="accept the proofs as they are now")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--accept"))


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A copy of the specimen that a test may break."""
    return Path(shutil.copytree(SPECIMEN, tmp_path / "sources"))


@pytest.fixture
def everybodys() -> Iterator[Path]:
    """A folder that not only its owner may enter, for tests of what may not be read or written."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
