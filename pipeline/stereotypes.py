"""Templates as byte code, cast when Broadside is set up, so that a build need not compile them."""

from __future__ import annotations

import hashlib
import marshal
import sys
import zlib
from pathlib import Path
from types import CodeType
from typing import TypeVar

Cast = TypeVar("Cast", bytes, memoryview)
PLACE = Path(sys.prefix, "stereotypes")
"""Beside the packages, whose byte code lies there too; a build only ever reads it."""


def name(*parts: str) -> str:
    """The file in which the byte code lies of what is told by *parts*: how, what, which source."""
    told = "\0".join((sys.implementation.cache_tag or sys.version, *parts))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def plain_name(kind: str, *parts: str) -> str:
    """The same where few of a *kind* lie: to load what makes digests takes longer than to ask."""
    told = "\0".join(parts)
    return f"{kind}-{zlib.crc32(told.encode('utf-8', 'surrogatepass')):08x}"


def read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def sealed(content: bytes) -> bytes:
    """*content* with its checksum before it."""
    return zlib.crc32(content).to_bytes(4) + content


def opened(cast: Cast | None) -> Cast | None:
    """What was sealed; nothing if it is not whole."""
    whole = cast and zlib.crc32(cast[4:]).to_bytes(4) == cast[:4]
    return cast[4:] if cast and whole else None


def cast(code: CodeType) -> bytes:
    return sealed(marshal.dumps(code))


def placed(cast: bytes | None, filename: str) -> CodeType | None:
    """The byte code as if it had been compiled from *filename*; nothing if it is not whole."""
    content = opened(cast)
    if content is None:
        return None
    code = marshal.loads(content)  # noqa: S302 - as safe as the packages beside it
    return _called(code, filename) if isinstance(code, CodeType) else None


def _called(code: CodeType, filename: str) -> CodeType:
    parts = tuple(
        _called(one, filename) if isinstance(one, CodeType) else one for one in code.co_consts
    )
    return code.replace(co_filename=filename, co_consts=parts)
