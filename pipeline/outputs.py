"""Write finished files whole or not at all. The only room that writes."""

from __future__ import annotations

import contextlib
import functools
import os
import re
import shutil
import stat
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from pathlib import Path, PurePath, PurePosixPath
from types import MappingProxyType

from pipeline import disks, stamps
from pipeline.errors import BroadsideError, Finding, Location, is_fleeting, printable
from pipeline.folders import walk

WORKSHOP = ".workshop"
"""Where an edition is put together before it takes its place; emptied by the next build."""
ASIDE, TORN = ".aside", ".torn"
"""There, what has left its place for a moment; and what is taken to pieces in its place."""
RECORDS = ".made"
"""Where a build remembers what it said."""
LOCK = ".lock"
RECEIPT = "provenance.json"
"""What lies in every folder that a build has put in place."""
PROOF = "check.html"
"""The page of a check, beside the publications."""
_HALF = re.compile(r"\..+\.(\d{1,9})\.part")
"""A file that a process, which it names, has not finished."""


@contextlib.contextmanager
def at_work(root: Path) -> Iterator[bool]:
    """Hold *root* for one build; True if another one had to be waited for.

    The kernel frees the lock when the process ends, however it ends.
    """
    root.mkdir(parents=True, exist_ok=True)
    descriptor, waited = disks.locked(root / LOCK)
    try:
        sweep(root)
        yield waited
    finally:
        os.close(descriptor)
        # Moved away under a build and made anew, it is no less ours.
        with contextlib.suppress(OSError):
            os.close(os.open(root / LOCK, os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o644))


def sweep(root: Path) -> None:
    """Clear away what a build that was stopped has left, and carry back what it had set aside."""
    for place in (root / WORKSHOP, root / RECORDS):
        if os.path.lexists(place) and not _is_folder(place):
            place.unlink()
    # What was remembered is in files; whatever else bears such a name, none can be written there.
    for folder in filter(_is_folder, root.glob(f"{RECORDS}/*")):
        shutil.rmtree(folder, ignore_errors=True)
    for waiting in sorted(root.glob(f"{WORKSHOP}/.*/*/*")):
        place = root.joinpath(*waiting.parts[-2:])
        # What cannot be carried back now is carried by the next build.
        with contextlib.suppress(OSError):
            _open(place.parent)
            disks.carry_back(waiting, place, is_torn=waiting.parts[-3] == TORN)
    for begun in (*root.glob(f"{WORKSHOP}/[!.]*"), *root.glob(f"*/.{'[0-9a-f]' * 16}")):
        shutil.rmtree(begun, ignore_errors=True)
    if not any(root.glob(f"{WORKSHOP}/.*/*/*")):
        shutil.rmtree(root / WORKSHOP, ignore_errors=True)
    forget([*root.glob(".*.part"), *root.glob("*/.*.part")])


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def forget(halves: Iterable[Path]) -> None:
    """Clear away what `replace` had begun when it was stopped."""
    for half in halves:
        if (named := _HALF.fullmatch(half.name)) and not _is_running(int(named[1])):
            with contextlib.suppress(OSError):
                half.unlink()


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def publish(
    root: Path,
    folder: PurePosixPath,
    made: Mapping[str, bytes],
    kept: tuple[str, ...] = (),
    known: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Put the files of one edition in its place, all of them at one moment.

    *folder* is below *root*; *made* maps paths below *folder* to contents. Of what stands there
    already the sub-folders *kept* are taken over, and what is none of the files *known*, by their
    digests, to come from a build: where its receipt is damaged, nobody can tell. Before the last
    step everything is the old edition, after it everything is the new one.
    """
    place = root.joinpath(*folder.parts)
    if not (place / RECEIPT).exists():
        _refuse_strangers(place, made, kept)
    with _bench(root, place) as workshop:
        for name, content in made.items():
            _write(workshop.joinpath(*PurePosixPath(name).parts), content)
        others = functools.partial(_taken_over, kept=kept, known=known, made=made)
        taken = [*others(place)]
        for name in taken:
            disks.link(place / name, workshop / name)
        _settle(workshop)
        _refuse_gaps(workshop, (*made, *taken))
        _put(root, workshop, folder, others)


def _taken_over(
    place: Path, kept: tuple[str, ...], known: Mapping[str, str], made: Container[str]
) -> Iterator[str]:
    """The files of the languages *kept*, and what others have put beside all the rest."""
    for path in (path for name in kept for path in below(place / name)):
        if path.is_symlink() or not path.is_dir():
            yield path.relative_to(place).as_posix()
    for name in _of_others(place, known, made):
        if PurePosixPath(name).parts[0] not in kept:
            yield name


def _refuse_gaps(workshop: Path, names: Iterable[str]) -> None:
    """Where no disk keeps two builds apart, one may sweep away what the other puts together."""
    for name in names:
        (workshop / name).lstat()


@contextlib.contextmanager
def _bench(root: Path, place: Path) -> Iterator[Path]:
    """An empty folder in which what *place* is for is put together; it gives its room back."""
    # Where no disk keeps two builds apart, neither takes up what the other has begun.
    workshop = root / WORKSHOP / os.urandom(8).hex()
    try:
        workshop.mkdir(parents=True)
        yield workshop
    except OSError as error:
        # What was asked of an open file names its number.
        named = error.filename if isinstance(error.filename, (str, bytes)) else ""
        if WORKSHOP in PurePath(os.fsdecode(named)).parts:
            error.filename = os.fspath(place)
        raise
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def _put(
    root: Path, workshop: Path, folder: PurePosixPath, others: Callable[[Path], Iterable[str]]
) -> None:
    place = root.joinpath(*folder.parts)
    _open(place.parent)
    disks.exchange(workshop, place, *_asides(root, folder))
    # What somebody has saved there since it was taken over.
    for name in others(workshop):
        if not disks.is_one(workshop / name, place / name):
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            os.replace(workshop / name, place / name)
    disks.sync_at(place.parent)


def _asides(root: Path, folder: PurePosixPath) -> tuple[Path, Path]:
    """Where what stands in a place may wait for a moment: under its own way, so that a build that
    comes later knows whereto it is carried back."""
    workshop = root / WORKSHOP
    return workshop.joinpath(ASIDE, *folder.parts), workshop.joinpath(TORN, *folder.parts)


def withdraw(root: Path, folder: PurePosixPath, made: Mapping[str, str]) -> None:
    """Take a folder away that a build has made, at one moment; what others put there stays.

    *made* maps paths below *folder* to the digests of what was written. A file that is not as it
    was written is somebody's work, too.
    """
    place = root.joinpath(*folder.parts)
    others = functools.partial(_of_others, known=made)
    left = [*others(place)]
    with _bench(root, place) as workshop:
        for name in left:
            disks.link(place / name, workshop / name)
        if left:
            _settle(workshop)
            _put(root, workshop, folder, others)
            return
        workshop.rmdir()
        with contextlib.suppress(FileNotFoundError):
            disks.set_aside(place, workshop, _asides(root, folder)[1])
            disks.sync_at(place.parent)


def _of_others(place: Path, known: Mapping[str, str], made: Container[str] = ()) -> Iterator[str]:
    """What stands there and is no file *known* by its digest: somebody's own, or worked on.

    What is *made* anew is not asked for.
    """
    for path in below(place):
        name = path.relative_to(place).as_posix()
        if name == RECEIPT or name in made or (path.is_dir() and not path.is_symlink()):
            continue
        if not (name in known and _is_as(path, known[name])):
            yield name


def _unless_gone(error: OSError) -> None:
    if not isinstance(error, (FileNotFoundError, NotADirectoryError)):
        raise error


def if_fleeting(error: OSError) -> None:
    """An error that may be over tomorrow is none of a folder: `Path.glob` would pass over it."""
    if is_fleeting(error):
        raise error


def below(folder: Path, unlisted: Callable[[OSError], None] = _unless_gone) -> list[Path]:
    """All that lies below *folder*, which may not be there; links are not followed."""
    found: list[Path] = []
    for above, folders, names in walk(folder, unlisted):
        found += (Path(above, name) for name in (*folders, *names))
    return sorted(found)


def listed(folder: Path) -> list[Path]:
    """What lies in a folder; nothing in what is none, or nobody may list."""
    try:
        return sorted(folder / name for name in os.listdir(folder))
    except OSError as error:
        if_fleeting(error)
        return []


def is_open(path: Path) -> bool:
    """Whether we may read what is there."""
    try:
        os.close(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK))
    except PermissionError:
        return False
    except OSError as error:
        if_fleeting(error)
    return True


def is_ours_to_write(path: Path) -> bool:
    as_who_we_are = os.access in os.supports_effective_ids
    return os.access(path, os.W_OK, effective_ids=as_who_we_are)


def stands(path: Path) -> bool:
    """Whether it is there, for who would do without it."""
    try:
        path.stat()
    except OSError as error:
        if_fleeting(error)
        return False
    return True


def remove(path: Path) -> None:
    """Take one file away that stands by itself."""
    path.unlink(missing_ok=True)


def remove_empty(folder: Path) -> None:
    """Take a folder away in which nothing stands any more."""
    with contextlib.suppress(OSError):
        folder.rmdir()


def _is_as(path: Path, digest: str) -> bool:
    content = seen(path)
    return content is not None and stamps.digest(content) == digest


def replace(
    path: Path, content: bytes, *, lasting: bool = True, instead: bytes | None = None
) -> bool:
    """Write one file that stands by itself, such as the index; who may read it stays the same.

    What is not *lasting* may be lost when the power fails: the next run writes it anew. Where it
    is told *instead* of what, nothing is written over what somebody has saved since.
    """
    _open(path.parent)
    # Two checks at once write one page: neither takes away what the other has begun. In two
    # containers they may have one number.
    half = path.with_name(f".{path.name}.{os.urandom(8).hex()}.{os.getpid()}.part")
    try:
        _write(half, content, lasting)
        with contextlib.suppress(FileNotFoundError):
            if stat.S_ISREG((old := path.lstat()).st_mode):
                disks.bequeath(half, old)
        if instead is None:
            os.replace(half, path)
        elif not disks.put_instead(half, path, instead):
            half.unlink()
            return False
    except BaseException as error:
        with contextlib.suppress(OSError):
            half.unlink()
        if isinstance(error, OSError) and error.filename:
            error.filename = os.fspath(path)
        raise
    if lasting:
        disks.sync_at(path.parent)
    return True


def create(files: Mapping[Path, bytes]) -> None:
    """Write files that must not be there yet, all of them or none."""
    begun: list[Path] = []
    try:
        for path, content in files.items():
            for folder in reversed([one for one in path.parents if not one.exists()]):
                folder.mkdir()
                begun.append(folder)
            with open(path, "xb") as file:
                begun.append(path)
                file.write(content)
                file.flush()
                disks.sync(file.fileno())
    except BaseException:
        with contextlib.suppress(OSError):
            for one in reversed(begun):
                one.rmdir() if one.is_dir() else one.unlink()
        raise


def read(path: Path) -> bytes | None:
    """What was written before; nothing if it is not there or cannot be read."""
    try:
        return stamps.content(path)
    except OSError:
        return None


def seen(path: Path) -> bytes | None:
    """The same for who takes away, or leaves out, what is not there: an error that may be over
    tomorrow says nothing about a file."""
    try:
        return stamps.content(path)
    except OSError as error:
        if is_fleeting(error):
            raise
        return None


def _write(path: Path, content: bytes, lasting: bool = True) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # A link that somebody has put there is taken away: what it leads to is not ours to write.
    path.unlink(missing_ok=True)
    with open(path, "xb") as file:
        file.write(content)
        file.flush()
        disks.grant(file.fileno(), 0o644)
        if lasting:
            disks.sync(file.fileno())


def _open(folder: Path) -> None:
    """Make a folder that a web server may read, however shy the umask is."""
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        disks.grant(folder, 0o755)


def _settle(folder: Path) -> None:
    for path in [folder, *(p for p in folder.rglob("*") if p.is_dir())]:
        disks.grant(path, 0o755)
        disks.sync_at(path)


def _refuse_strangers(place: Path, made: Mapping[str, bytes], kept: tuple[str, ...]) -> None:
    """A folder that holds what no build has put there is somebody's work."""
    found = _of_others(place, {}, made)
    strangers = [name for name in found if PurePosixPath(name).parts[0] not in kept]
    if strangers:
        where = Location(PurePosixPath(*map(printable, place.parts[-2:])))
        message = f"this folder holds {printable(strangers[0])!r}, which no build has put there"
        remedy = "take it away, or give another folder: out=FOLDER"
        raise BroadsideError(Finding("B123", message, remedy, where))
