"""Digests: of bytes, of values, of folders, of what the work is done with."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
import functools
import glob
import hashlib
import json
import os
import platform
import stat
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath
from typing import Any

from pipeline.errors import Finding, Location

MOST_READ = 16_000_000
"""Bytes of one file; no room uses as many, and somebody's film may lie among the pictures."""


SEAL = "seal"


def digest(content: bytes) -> str:
    """SHA-256, hexadecimal."""
    return hashlib.sha256(content).hexdigest()


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
    hashed = hashlib.sha256()
    for piece in _told(value):
        hashed.update(piece.encode("utf-8", "surrogatepass"))
        hashed.update(b"\0")
    return hashed.hexdigest()


def _told(value: Any) -> Iterator[str]:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        yield type(value).__name__
        for field in dataclasses.fields(value):
            # Where a picture lies on this machine does not change what is made of it.
            if not (field.name == "path" and type(value).__name__ == "Picture"):
                yield field.name
                yield from _told(getattr(value, field.name))
    elif isinstance(value, Mapping):
        yield f"{{{len(value)}"
        for key, item in value.items():
            yield from _told(key)
            yield from _told(item)
    elif isinstance(value, (list, tuple)):
        yield f"[{len(value)}"
        for item in value:
            yield from _told(item)
    elif isinstance(value, enum.Enum):
        yield str(value.value)
    elif isinstance(value, (str, int, float, bool, type(None), dt.date)):
        yield f"{type(value).__name__}:{value}"
    elif isinstance(value, PurePath):
        yield value.as_posix()
    else:
        raise TypeError(f"no digest for {type(value).__name__}")


def places(value: Any) -> Iterator[Location]:
    """Every location inside a value: the files that went into it."""
    if isinstance(value, Location):
        if value.line:
            yield value
    elif isinstance(value, Finding):
        return
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            if field.name != "keys":
                yield from places(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from places(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from places(item)


def of_folder(root: Path) -> str:
    """A digest of every file below *root*: names and contents, not times."""
    hashed = hashlib.sha256()
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            path = Path(folder, name)
            inside = path.relative_to(root).as_posix()
            hashed.update(inside.encode("utf-8", "surrogateescape") + b"\0")
            hashed.update(_of_file(path))
    return hashed.hexdigest()


def _of_file(path: Path) -> bytes:
    try:
        mode = path.lstat().st_mode
        if not stat.S_ISREG(mode):
            return b"not a file"
        with open(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
            size = os.fstat(file.fileno()).st_size
            return size.to_bytes(8, "big") + hashlib.sha256(file.read(MOST_READ)).digest()
    except OSError as error:
        return str(error.errno).encode()


@functools.cache
def environment() -> str:
    """A digest of what renders: this program, its packages, the text engine and the fonts."""
    parts = [platform.python_version(), of_folder(Path(__file__).parent)]
    for folder in sorted(set(sys.path)):
        if os.path.basename(folder) in ("site-packages", "dist-packages"):
            parts += sorted(name for name in os.listdir(folder) if name.endswith(".dist-info"))
    for library in ("libpango-1.0.so.*", "libharfbuzz*.so.*", "libpango-1.0.*.dylib"):
        for place in ("/usr/lib/*", "/usr/lib", "/opt/homebrew/lib", "/usr/local/lib"):
            parts += sorted(os.path.basename(p) for p in glob.glob(f"{place}/{library}"))
    return digest("\n".join(parts).encode())
