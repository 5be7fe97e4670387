"""What is asked of a disk that not every disk can do: rights, syncing, links, locks.

Sticks, shares of a network and folders of another system lack one or the other. What they hold is
as good as they make it, and that is no reason to write nothing.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from pipeline import stamps

_WANTING = frozenset(
    (
        *(errno.EPERM, errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP),
        *(errno.ENOLCK, errno.EBADF),
    )
)
"""What a disk says of what it cannot do."""


@contextlib.contextmanager
def _if_it_can() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno not in _WANTING:
            raise


def grant(path: Path | int, mode: int) -> None:
    """Say who may read it; where a disk knows no such rights, all of it is alike."""
    with _if_it_can():
        os.chmod(path, mode)


def sync(descriptor: int) -> None:
    with _if_it_can():
        os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        sync(descriptor)
    finally:
        os.close(descriptor)


def link(old: Path, new: Path) -> None:
    """One file in two places; two files, where that cannot be."""
    new.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError:
        shutil.copyfile(old, new, follow_symlinks=False)
        with contextlib.suppress(OSError):
            shutil.copystat(old, new, follow_symlinks=False)


def locked(path: Path) -> tuple[int, bool]:
    """A file that is held until it is closed, and whether somebody else had it before.

    Where a disk does not lock, builds of one person on one machine are kept apart.
    """
    try:
        return _held(path)
    except OSError as error:
        if error.errno not in _WANTING:
            raise
    import tempfile

    # Who it is stands in the name: in a folder that all may write, nobody opens another's file.
    name = stamps.digest(os.fsencode(path.resolve()))[:16]
    return _held(Path(tempfile.gettempdir(), f"broadside-{os.getuid()}-{name}.lock"))


def _held(path: Path) -> tuple[int, bool]:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o644)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        return descriptor, True
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor, False
