"""What we say to the person whose file we cannot use."""

from __future__ import annotations

import enum
import errno
import functools
import os
import re
import unicodedata
from collections.abc import Iterable
from pathlib import PurePath

from pipeline.frozen import commonplace


class Level(enum.StrEnum):
    """How much a finding matters: an error refuses the editions that contain it."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@commonplace(frozen=True, slots=True)
class Location:
    """A place in a source or a template, as people are shown it.

    *path* is relative to the parent of the sources folder; lines and columns count from 1.
    """

    path: PurePath
    line: int | None = None
    column: int | None = None

    @property
    def file(self) -> str:
        """The path as any terminal can show it: a designer's folder may be called anything."""
        return _shown(self.path)

    def __str__(self) -> str:
        place = [self.file, self.line, self.line and self.column]
        return ":".join(str(part) for part in place if part)


@functools.lru_cache(maxsize=256)
def _shown(path: PurePath) -> str:
    return unordered(printable(path.as_posix()))


LONGEST = 500
"""Letters of a message: it quotes what somebody wrote, and that may be a book."""
_UNPRINTABLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


_ORDER = re.compile(r"^\s*:(?=:)|#(?=#(?:\[|vso\[|teamcity\[))", re.MULTILINE)


def unordered(words: str) -> str:
    """*words* without what a machine that builds, and reads what is printed, takes for an order.

    >>> unordered("  ::add-mask::a"), unordered("in C##[x"), unordered("a::b ##")
    ('  : :add-mask::a', 'in C# #[x', 'a::b ##')
    """
    return _ORDER.sub(lambda found: f"{found[0]} ", words)


def _sayable(words: str) -> str:
    """*words* as any terminal can print them: nothing in them moves its cursor."""
    if len(words) > LONGEST:
        words = f"{words[: LONGEST - 1]}…"
    words = unordered(words)
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", words)


def printable(name: str) -> str:
    """The name of a file or folder as any terminal and any page can show it."""
    told = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    told = _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", told.replace("\n", "\\u000a"))
    return unicodedata.normalize("NFC", told.replace("\ufeff", "\\ufeff"))


@commonplace(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, where, and what to do about it.

    >>> print(Finding("K100", "unknown key 'titel'", "did you mean 'title'?",
    ...               Location(PurePath("sources/news/a.md"), 2, 1)))
    sources/news/a.md:2:1: error K100 unknown key 'titel'
        did you mean 'title'?
    """

    code: str
    message: str
    remedy: str
    location: Location
    level: Level = Level.ERROR

    def __post_init__(self) -> None:
        object.__setattr__(self, "message", _sayable(self.message).replace("\n", " "))
        object.__setattr__(self, "remedy", _sayable(self.remedy))

    def __str__(self) -> str:
        line = f"{self.location}: {self.level} {self.code} {self.message}"
        return f"{line}\n    {self.remedy}" if self.remedy else line

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Findings are told by file, then by line."""
        where = self.location
        return (
            where.path.as_posix(),
            where.line or 0,
            where.column or 0,
            self.code,
            self.message,
        )


DISK = "B121"
_OF_THE_WHOLE_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG, errno.EIO)
"""Faults that are those of every file: they are told once."""
_WRITE = "nothing half-written was left; make room or ask for the right to write, and try again"
_AWAY = "the disk, or the share, did not answer: see whether it is there, and try again"
_FEWER = "close other programs, or ask for a higher limit (ulimit), and try again"
_RIGHTS = "nothing half-written was left; ask for the right to read and to write it, and try again"
_ONE_DISK = (
    "a folder in there is another disk, or a link to one: put a folder in its place, "
    "or give another one: out=FOLDER"
)
_REMEDIES = {
    errno.EACCES: _RIGHTS,
    errno.EPERM: _RIGHTS,
    errno.EXDEV: _ONE_DISK,
    errno.EBUSY: _ONE_DISK,
    errno.EMFILE: _FEWER,
    errno.ENFILE: _FEWER,
    errno.ENOMEM: _FEWER,
    errno.EAGAIN: _FEWER,
    **dict.fromkeys((errno.EIO, errno.ESTALE, errno.ETIMEDOUT, errno.ENOTCONN), _AWAY),
    **dict.fromkeys((errno.EHOSTDOWN, errno.EHOSTUNREACH, errno.ECONNABORTED), _AWAY),
    errno.ENOENT: "somebody has taken it away meanwhile, or nobody has put it there; try again",
    errno.ELOOP: "links are not followed: put what it leads to in its place",
    errno.ENAMETOOLONG: "give a folder with a shorter path: out=FOLDER",
}
"""What helps where it is not room on a disk that is wanted."""


def of_disk(
    error: OSError, where: PurePath | None = None, roots: Iterable[PurePath] = ()
) -> Finding:
    """What a disk refused, told where it did: below one of the *roots*, if it is there."""
    told = error.strerror or str(error)
    path = os.fsdecode(error.filename) if isinstance(error.filename, (str, bytes)) else ""
    name = printable(os.path.basename(path))
    if name and not (where and error.errno in _OF_THE_WHOLE_DISK):
        told = f"{name}: {told}"
    below = (
        PurePath(path).relative_to(r.parent) for r in roots if PurePath(path).is_relative_to(r)
    )
    place = where or next(below, PurePath(name or "the disk"))
    return Finding(DISK, told, _REMEDIES.get(error.errno or 0, _WRITE), Location(place))


OURS = "P191"


def of_ours(error: Exception, where: Location, level: Level = Level.ERROR) -> Finding:
    """What nobody foresaw, told by its place in our code; with BROADSIDE_DEBUG=1 it is not caught.

    >>> try:
    ...     1 / 0
    ... except ZeroDivisionError as error:
    ...     print(of_ours(error, Location(PurePath("a.md"))).message.partition(" in ")[0])
    ZeroDivisionError
    """
    import traceback

    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{os.path.basename(frame.filename)}:{frame.lineno}"
    message = f"{type(error).__name__} in {place}: {error}"
    remedy = "this is a fault of Broadside; please report it with the source that shows it"
    return Finding(OURS, message, remedy, where, level)


def of_memory() -> Finding:
    """What is told where there was none left."""
    return of_disk(OSError(errno.ENOMEM, os.strerror(errno.ENOMEM)), PurePath("the memory"))


_OF_THE_FILE = frozenset(
    (
        *(errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ELOOP, errno.ENXIO, errno.ENODEV),
        *(errno.EACCES, errno.EPERM, errno.EINVAL, errno.ENAMETOOLONG, errno.EILSEQ),
        *(errno.EFBIG, errno.EOVERFLOW, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP),
    )
)
"""What is said of a file. With all else a disk, a share or the machine speaks of itself."""


def is_fleeting(error: OSError) -> bool:
    """Whether it may be over tomorrow, and says nothing about a file: what cannot be seen now is
    not gone, and what was said of it is not said again.

    >>> is_fleeting(OSError(errno.ESTALE, "")), is_fleeting(OSError(errno.ENOENT, ""))
    (True, False)
    """
    return error.errno is not None and error.errno not in _OF_THE_FILE


def advice(error: OSError, own: str) -> str:
    """What to do about a file that was not read: its *own* remedy, unless the machine needs one."""
    return _REMEDIES.get(error.errno or 0, own) if is_fleeting(error) else own


def is_of_machine(error: BaseException) -> bool:
    """Whether the machine had no memory, no room or nothing to read: no copy is at fault, and
    tomorrow it may go well.

    >>> is_of_machine(MemoryError()), is_of_machine(OSError("image file is truncated"))
    (True, False)
    """
    cause = error.__cause__ if isinstance(error, BroadsideError) else error
    return isinstance(cause, MemoryError) or (isinstance(cause, OSError) and is_fleeting(cause))


class BroadsideError(Exception):
    """Work cannot go on until somebody edits a file."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__("\n".join(map(str, findings)))
        self.findings = findings

    def __reduce__(self) -> tuple[type[BroadsideError], tuple[Finding, ...]]:
        return type(self), self.findings


class CopyError(BroadsideError):
    """A file in `sources/` is wrong: its writer can mend it."""


class DeclarationError(BroadsideError):
    """A file in `templates/` is wrong: its designer can mend it."""


class UsageError(BroadsideError):
    """The command cannot start as it was typed."""
