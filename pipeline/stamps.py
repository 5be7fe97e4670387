"""Digests: of bytes, of values, of folders, of what the work is done with."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
import enum
import errno
import functools
import glob
import hashlib
import json
import os
import re
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path, PurePath
from typing import Any

from pipeline.errors import Finding, Location, is_fleeting
from pipeline.folders import walk
from pipeline.frozen import fields_of

_PIECE = 1 << 20
MOST_READ = 16_000_000
"""Bytes of one file; no room uses as many, and somebody's film may lie among the pictures."""


SEAL = "seal"
PICTURE = "Picture"
_WORDS_OF_PICTURES = ("alt", "caption", "credit")


def digest(content: bytes) -> str:
    """SHA-256, hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def through(veil: str, content: bytes) -> bytes:
    """What only reads it who knows what the *veil* is made of; it both puts it on and takes it off.

    >>> through("a", through("a", b"nets")), through("b", through("a", b"nets")) == b"nets"
    (b'nets', False)
    """
    made = hashlib.shake_256(veil.encode()).digest(len(content))
    return bytes(one ^ other for one, other in zip(content, made, strict=True))


def sealed(told: Mapping[str, Any]) -> bytes:
    """*told* as JSON that bears its own digest, so that one flipped bit is noticed."""
    return _written({**told, SEAL: digest(_written(told))})


def unsealed(content: bytes | None) -> dict[str, Any]:
    """What was sealed; nothing if it is not as it was written."""
    try:
        told = json.loads(content) if content else None
        whole = isinstance(told, dict) and sealed({k: told[k] for k in told if k != SEAL})
        return told if isinstance(told, dict) and whole == content else {}
    except (ValueError, RecursionError):
        return {}


def _written(told: Mapping[str, Any]) -> bytes:
    return f"{json.dumps(told, indent=1, sort_keys=True, ensure_ascii=False)}\n".encode()


def of_value(value: Any) -> str:
    """A digest of a frozen value by what it says, the same on every machine."""
    pieces: list[str] = []
    _tell(value, pieces.append)
    pieces.append("")
    return digest("\0".join(pieces).encode("utf-8", "surrogatepass"))


def _tell(value: Any, say: Callable[[str], None]) -> None:
    kind = value.__class__
    if names := _fields(kind):
        value = _unplaced(value) if kind.__name__ == PICTURE else value
        say(kind.__name__)
        for name in names:
            say(name)
            _tell(getattr(value, name), say)
        return
    match _form(kind):
        case "plain":
            say(f"{kind.__name__}:{value}")
        case "list":
            say(f"[{len(value)}")
            for item in value:
                _tell(item, say)
        case "mapping":
            say(f"{{{len(value)}")
            for key, item in value.items():
                _tell(key, say)
                _tell(item, say)
        case "choice":
            say(str(value.value))
        case "path":
            say(value.as_posix())


_FORMS: Mapping[str, tuple[type, ...]] = {
    "choice": (enum.Enum,),
    "plain": (str, int, float, bool, type(None), dt.date, dt.time),
    "list": (list, tuple),
    "mapping": (Mapping,),
    "path": (PurePath,),
}


@functools.cache
def _form(kind: type) -> str:
    """How a value of this kind is told."""
    for form, kinds in _FORMS.items():
        if issubclass(kind, kinds):
            return form
    raise TypeError(f"no digest for {kind.__name__}")


@functools.cache
def _fields(kind: type) -> tuple[str, ...]:
    # Where a picture lies on this machine does not change what is made of it.
    hidden = "path" if kind.__name__ == PICTURE else ""
    return tuple(name for name in fields_of(kind) if name != hidden)


def _unplaced(picture: Any) -> Any:
    """A picture without the lines of its entry: above it somebody may have filed what is held."""
    nowhere = Location(picture.where.path)
    texts = {name: getattr(picture, name) for name in _WORDS_OF_PICTURES}
    texts = {name: dataclasses.replace(text, where=nowhere) for name, text in texts.items()}
    return dataclasses.replace(picture, where=nowhere, keys={}, **texts)


def entries(edition: Any, findings: Iterable[Finding]) -> str:
    """A digest of the lines on which its pictures are described, if anything is found there."""
    told = {finding.location.path for finding in findings}
    pictures = [one for each in (edition, *edition.enclosed) for one in each.pictures]
    found = [(one.name, one.where, one.keys) for one in pictures if one.where.path in told]
    return of_value(found) if found else ""


def places(value: Any) -> Iterator[Location]:
    """Every location inside a value: the files that went into it."""
    if isinstance(value, (str, int, type(None))):
        return
    if isinstance(value, Location):
        if value.line:
            yield value
    elif isinstance(value, Finding):
        return
    elif names := _fields(value.__class__):
        for name in names:
            if name != "keys":
                yield from places(getattr(value, name))
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from places(item)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from places(item)


Footprint = tuple[int, int, int]
"""Inode, size and time of a file, unopened: another one of them is a save."""


def footprints(root: Path) -> dict[str, Footprint]:
    """Every file below *root*, but for what programs keep for themselves."""
    found: dict[str, Footprint] = {}
    top = os.fspath(root)
    for folder, folders, names in walk(top):
        folders[:] = [name for name in folders if not name.startswith(_UNREAD)]
        for name in names:
            path = os.path.join(folder, name)
            if not is_of_a_program(name):
                with contextlib.suppress(OSError):
                    found[path[len(top) + 1 :]] = _footprint(os.lstat(path))
    return found


_UNREAD = (".", "_")
"""How folders begin that the reader of sources goes past."""
_ENDS = ("~", ".tmp", "Icon\r")
"""Of names that programs give: what an editor keeps, the picture of a folder on a Mac."""


def is_of_a_program(name: str) -> bool:
    """Whether an editor or a system keeps this for itself: it is nobody's source.

    >>> [is_of_a_program(name) for name in (".git/a", "news/.#a.md", "a.md~", "news/a.md")]
    [True, True, True, False]
    """
    begins = any(part.startswith((".", "~", "#")) for part in name.split("/"))
    return begins or name.endswith(_ENDS)


def _may_be_read(above: str, name: str) -> bool:
    """As `footprints` goes through folders: a kit's may be called `#2026`."""
    return not any(part.startswith(_UNREAD) for part in above.split("/")) and (
        not is_of_a_program(name)
    )


def _footprint(it: os.stat_result) -> Footprint:
    return it.st_ino, it.st_size, it.st_mtime_ns


def of_folder(root: Path, prints: dict[str, Footprint] | None = None) -> str:
    """A digest of every file below *root*: names and contents, not times.

    The *prints* of all are noted where somebody wants to compare them later.
    """
    hashed = hashlib.sha256()
    top = os.fspath(root)
    for folder, folders, names in walk(top):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        above = folder[len(top) :].lstrip("/").replace(os.sep, "/")
        for name in sorted(names):
            inside = f"{above}/{name}" if above else name
            hashed.update(inside.encode("utf-8", "surrogateescape") + b"\0")
            path = os.path.join(folder, name)
            try:
                it = os.lstat(path)
            except OSError as error:
                hashed.update(str(error.errno).encode())
                continue
            if prints is not None and _may_be_read(above, name):
                prints[inside] = _footprint(it)
            hashed.update(_of_file(path) if stat.S_ISREG(it.st_mode) else b"not a file")
    return hashed.hexdigest()


def of_folders(root: Path) -> dict[str, str]:
    """Digests of the folders in *root*, by their names; of a link, of what it leads to."""
    folders = (root / name for name in sorted(_listed(os.fspath(root))))
    return {folder.name: of_folder(folder) for folder in folders if os.path.isdir(folder)}


def mode(path: str | Path) -> int | None:
    """What lies there, if something does; an OSError where a disk does not show it now."""
    try:
        return os.lstat(path).st_mode
    except ValueError:
        return None
    except OSError as error:
        if is_fleeting(error):
            raise
        return None


def content(path: Path, most: int = 1 << 62) -> bytes:
    """What a file holds; an OSError for what is none: a link, a pipe, a device, a disk of text."""
    with _opened(path) as (descriptor, size):
        if size > most:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
        return b"".join([read(descriptor, size), *_pieces(descriptor)])


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[tuple[int, int]]:
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "this is not a file", str(path))
        yield descriptor, status.st_size
    finally:
        os.close(descriptor)


def of_one(path: Path) -> str:
    """The digest of what one file holds; it may be somebody's film, more than the memory does."""
    hashed = hashlib.sha256()
    with _opened(path) as (descriptor, _):
        for piece in _pieces(descriptor):
            hashed.update(piece)
    return hashed.hexdigest()


def ends(path: Path, length: int) -> tuple[int, bytes]:
    """How many bytes a file has, and so many of them at its beginning and at its end."""
    with _opened(path) as (descriptor, size):
        begins = read(descriptor, min(size, length))
        os.lseek(descriptor, max(len(begins), size - length), os.SEEK_SET)
        return size, begins + read(descriptor, min(size, length))


def _of_file(path: str) -> bytes:
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            size = os.fstat(descriptor).st_size
            content = read(descriptor, min(size, MOST_READ))
        finally:
            os.close(descriptor)
        return size.to_bytes(8, "big") + hashlib.sha256(content).digest()
    except OSError as error:
        return str(error.errno).encode()


def read(descriptor: int, length: int) -> bytes:
    """So many bytes, or all that there are.

    A file of Python's would give half of them, or none, where a share asks for another try.
    """
    content = os.read(descriptor, length)
    while len(content) < length and (more := os.read(descriptor, length - len(content))):
        content += more
    return content


def _pieces(descriptor: int) -> Iterator[bytes]:
    """All that has not been read yet, also of what grows meanwhile."""
    while piece := os.read(descriptor, _PIECE):
        yield piece


@functools.cache
def environment() -> str:
    """A digest of what renders: this program, its packages, the text engine and the fonts."""
    parts = [".".join(map(str, sys.version_info)), of_folder(Path(__file__).parent)]
    for folder in sorted(set(sys.path)):
        if os.path.basename(folder) in ("site-packages", "dist-packages"):
            parts += sorted(name for name in os.listdir(folder) if name.endswith(".dist-info"))
    for place in ("/usr/lib", "/opt/homebrew/lib", "/usr/local/lib"):
        # Debian has a folder for each kind of machine: x86_64-linux-gnu.
        for folder in (place, *sorted(glob.glob(f"{place}/*-linux-*/"))):
            parts += sorted(filter(_LIBRARY.match, _listed(folder)))
    return digest("\n".join(parts).encode())


_LIBRARY = re.compile(r"libpango-1\.0\.so\.|libharfbuzz.*\.so\.|libpango-1\.0\..*\.dylib")
"""The engine of text."""


def _listed(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []
