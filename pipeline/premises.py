"""Whose a folder is: a build writes in its own, and nowhere else."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from pipeline import outputs
from pipeline.errors import Finding, Location, UsageError, printable


def refuse_unwritable(root: Path) -> None:
    """Say before the work begins that its result has nowhere to go."""
    # `out=$FOLDER/`, and FOLDER is empty.
    if root.parent == root:
        raise _elsewhere("B122", "this is the whole disk, not a folder of it", root)
    existing = root
    while not existing.exists():
        existing = existing.parent
    as_who_we_are = os.access in os.supports_effective_ids
    may_write = os.access(existing, os.W_OK | os.X_OK, effective_ids=as_who_we_are)
    if not may_write or not existing.is_dir():
        raise _elsewhere("B120", "nothing can be written here", root)


def refuse_overlap(root: Path, *kept: Path) -> None:
    """Never write among what people write: an edition replaces the whole folder of its name."""
    for folder in kept:
        if root.is_relative_to(folder) or any(
            is_same(one, folder) for one in (root, *root.parents)
        ):
            raise _elsewhere("B122", f"this is inside {folder.name}/, where people write", root)


def is_same(one: Path, other: Path) -> bool:
    """Whether two names lead to one folder, as `A` and `a` do on a disk without case."""
    try:
        return one.samefile(other)
    except OSError:
        return False


def _elsewhere(code: str, message: str, root: Path) -> UsageError:
    remedy = "give another folder: make newsletter out=FOLDER"
    where = Location(PurePosixPath(printable(root.name or root.anchor)))
    return UsageError(Finding(code, message, remedy, where))


def refuse_others(root: Path, slugs: Iterable[str]) -> None:
    """Where no build has been, a page that bears the name of one of ours is somebody's work."""
    if (root / outputs.LOCK).exists() or any(root.glob(f"*/*/{outputs.RECEIPT}")):
        return
    shelves = (root / slug for slug in slugs)
    pages = (path for shelf in shelves for path in sorted(shelf.glob("*.*")))
    for path in (root / "index.html", *pages):
        if path.is_file() and re.fullmatch(r"index.*\.html|feed.*\.(xml|json)", path.name):
            raise taken(path, root)


def taken(path: Path, root: Path) -> UsageError:
    name = printable(path.relative_to(root).as_posix())
    return _elsewhere("B123", f"{name!r} stands here, which no build has put there", root)
