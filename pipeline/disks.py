"""What is asked of a disk that not every disk can do: rights, syncing, links, locks, exchanging
folders.

Sticks, shares of a network and folders of another system lack one or the other. What they hold is
as good as they make it, and that is no reason to write nothing.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import shutil
import stat
import sys
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
_EXCHANGE = 2
_AT_FDCWD = -100


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


def bequeath(path: Path, old: os.stat_result) -> None:
    """Let those read and write it who could before; a group, too, if it is one of ours."""
    for owner in (old.st_uid, -1):
        with contextlib.suppress(OSError):
            os.chown(path, owner, old.st_gid)
            break
    grant(path, stat.S_IMODE(old.st_mode))


def sync(descriptor: int) -> None:
    with _if_it_can():
        os.fsync(descriptor)


def sync_at(path: Path) -> None:
    """The same of what lies there, a folder as well as a file."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        sync(descriptor)
    finally:
        os.close(descriptor)


def exchange(new: Path, place: Path, aside: Path, torn: Path) -> None:
    """Put *new* where *place* stands, and what stood there where *new* was.

    In one step where the system can; else what stands there is *aside* for a moment, from where
    it is carried back if the second step fails, or by the next build.
    """
    if not os.path.lexists(place):
        os.rename(new, place)
    elif not _swapped(new, place):
        # What comes from another disk cannot take its place: then nothing may leave it, either.
        beside = place.with_name(f".{new.name}")
        os.rename(new, beside)
        os.rename(beside, new)
        try:
            set_aside(place, aside, torn)
            os.rename(new, place)
        except BaseException:
            with contextlib.suppress(OSError):
                os.rename(aside, place)
            raise
        os.rename(aside, new)


def put_instead(new: Path, place: Path, old: bytes) -> bool:
    """Put a file where one stands that holds *old*; not over what somebody has saved since."""
    # As late as can be: a disk takes its time.
    if not _holds(place, old):
        return False
    if not _swapped(new, place):
        os.replace(new, place)
    elif _holds(new, old):
        new.unlink()
    else:
        # What somebody has saved at this very moment came out, and goes back.
        _swapped(new, place)
        return False
    return True


def _holds(path: Path, content: bytes) -> bool:
    try:
        return stamps.content(path) == content
    except OSError:
        return False


def set_aside(place: Path, aside: Path, torn: Path) -> None:
    """Rename a folder, also one of a container's image, which may only be copied and taken away.

    As long as it is taken away the copy is called *torn*: it is whole, and *place* is not.
    """
    aside.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.rename(place, aside)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        shutil.copytree(place, aside, symlinks=True)
        torn.parent.mkdir(parents=True, exist_ok=True)
        os.rename(aside, torn)
        try:
            shutil.rmtree(place)
        except BaseException:
            _mend(place, torn)
            raise
        os.rename(torn, aside)


def carry_back(waiting: Path, place: Path, *, is_torn: bool) -> None:
    """Put what was set aside where it stood, unless that has been done."""
    if is_torn and place.is_dir():
        shutil.rmtree(place)
    if not place.exists():
        try:
            os.rename(waiting, place)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            shutil.copytree(waiting, place, symlinks=True)
    shutil.rmtree(waiting, ignore_errors=True)


def _mend(place: Path, torn: Path) -> None:
    """What could not be taken away as a whole gets back what was taken of it."""
    for folder, folders, names in os.walk(torn):
        there = place / Path(folder).relative_to(torn)
        there.mkdir(exist_ok=True)
        links = (name for name in folders if Path(folder, name).is_symlink())
        for name in (*names, *links):
            if not os.path.lexists(there / name):
                shutil.copy2(Path(folder, name), there / name, follow_symlinks=False)
    shutil.rmtree(torn)


def _swapped(one: Path, other: Path) -> bool:
    """Linux renameat2(RENAME_EXCHANGE), macOS renamex_np(RENAME_SWAP)."""
    import ctypes

    library = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return bool(library.renamex_np(first, second, _EXCHANGE) == 0)
    if hasattr(library, "renameat2"):
        done = library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _EXCHANGE)
        return bool(done == 0)
    return False


def link(old: Path, new: Path) -> None:
    """One file in two places; two files, where that cannot be."""
    new.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError:
        shutil.copyfile(old, new, follow_symlinks=False)
        with contextlib.suppress(OSError):
            shutil.copystat(old, new, follow_symlinks=False)
        # The other one is about to be taken away.
        if not new.is_symlink():
            sync_at(new)


def is_one(file: Path, linked: Path) -> bool:
    """Whether the second is still what `link` has made of the first."""
    try:
        one, other = file.lstat(), linked.lstat()
    except FileNotFoundError:
        return False
    is_copy = (one.st_size, one.st_mtime_ns) == (other.st_size, other.st_mtime_ns)
    return is_copy or os.path.samestat(one, other)


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
