"""Regular expressions as Python compiled them at set-up, so that a start need not do so anew.

Python keeps the byte code of modules and forgets that of the expressions in them. `re` has no way
to keep it, so this replaces `compile` in its private `re._compiler`: known expressions are made of
their code, all others go on to Python's own. A Python that keeps it elsewhere compiles as always.
How nouns begin, which is written when their rooms are read, lies here too.
"""

from __future__ import annotations

import marshal
import sys
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType, SimpleNamespace
from typing import Any

from pipeline import frozen, sought, stereotypes, volume
from pipeline.initials import Initials

MAKE = "5"
"""To be raised when a matrix changes: what lies there may be older than this room."""
Matrix = tuple[Any, ...]
"""The flags of an expression, its code in machine words, and its groups by number and name."""
NOUN = -1
"""Stands for the flags of an expression where what is kept is how a noun begins."""
Matrices = dict[tuple[str | bytes, int], Matrix | CodeType]


def place(folder: Path = stereotypes.PLACE) -> Path:
    """Where they lie: for this very Python, since its code is nobody else's."""
    return folder / stereotypes.plain_name("matrices", MAKE, sys.version)


def lay_out(path: Path) -> None:
    """Henceforth `re` takes from *path* what lies there, and compiles the rest as always."""
    content = volume.mapped(str(path))
    head = 8 + int.from_bytes(content[:8], "big")
    index = stereotypes.opened(content[8:head])
    rooms = _rooms()
    if index is None or rooms is None:
        return
    compiler, engine = rooms
    known: dict[tuple[Any, int], tuple[int, int]] = marshal.loads(index)  # noqa: S302
    compiled: Callable[..., Any] = compiler.compile
    written = frozen.compiled

    def found(told: Any, flags: int) -> Any:
        begin, end = known.get((told, flags), (0, 0))
        matrix = stereotypes.opened(content[head + begin : head + end])
        # As safe as the packages beside it.
        return None if matrix is None else marshal.loads(matrix)  # noqa: S302

    def cast(form: Any, flags: int = 0) -> Any:
        matrix = found(form, int(flags))
        return compiled(form, flags) if matrix is None else _poured(engine, form, matrix)

    compiler.compile = cast
    # What is kept here, `re` need not keep.
    sought.compiled = cast
    frozen.compiled = lambda text: found(text, NOUN) or written(text)


def _rooms() -> tuple[Any, Any] | None:
    """The compiler of `re` and the engine it works for, where this Python has both."""
    try:
        import _sre  # type: ignore[import-not-found]
        from re import _compiler  # type: ignore[attr-defined]
    except ImportError:
        return None
    known = getattr(_compiler, "_sre", None) is _sre
    known = known and hasattr(_compiler, "compile") and hasattr(_compiler, "_get_charset_prefix")
    return (_compiler, _sre) if known else None


def _poured(engine: Any, form: str | bytes, matrix: Matrix) -> Any:
    flags, code, *groups = matrix
    return engine.compile(form, flags, memoryview(code).cast("I").tolist(), *groups)


@contextmanager
def cut() -> Iterator[Matrices]:
    """The matrix of every expression that is compiled meanwhile, and that comes out the same.

    And what nouns begin with whose rooms are read.
    """
    made: Matrices = {}
    rooms = _rooms()
    if rooms is None:
        yield made
        return
    compiler, engine = rooms
    told: list[Matrix] = []
    compiled: Callable[..., Any] = compiler.compile

    def engraved(form: Any, flags: int, code: list[int], *groups: Any) -> Any:
        told.append((flags, array("I", code).tobytes(), *groups))
        return engine.compile(form, flags, code, *groups)

    def cast(form: Any, flags: int = 0) -> Any:
        told.clear()
        pattern = compiled(form, flags)
        if told and type(form) in (str, bytes) and pattern == _poured(engine, form, told[0]):
            made[form, int(flags)] = told[0]
        return pattern

    written = frozen.compiled

    def noted(text: str) -> CodeType:
        code = made[text, NOUN] = written(text)
        return code

    frozen.compiled = noted
    compiler._sre = SimpleNamespace(**{**vars(engine), "compile": engraved})
    compiler.compile = cast
    usual = compiler._get_charset_prefix
    compiler._get_charset_prefix = _widened(usual, Initials(compiler, engine))
    try:
        yield made
    finally:
        compiler._sre, compiler.compile = engine, compiled
        frozen.compiled = written
        compiler._get_charset_prefix = usual


def _widened(usual: Callable[..., Any], initials: Initials) -> Callable[..., Any]:
    """What an expression may begin with: set-up has the time to look further than a start has."""
    return lambda pattern, flags: usual(pattern, flags) or initials.of(pattern, flags)


def sealed(made: Matrices) -> bytes:
    """All of them, each by itself: few are asked for."""
    index: dict[tuple[str | bytes, int], tuple[int, int]] = {}
    told: list[bytes] = []
    begin = 0
    for asked, matrix in made.items():
        told.append(stereotypes.sealed(marshal.dumps(matrix)))
        index[asked] = (begin, begin + len(told[-1]))
        begin += len(told[-1])
    head = stereotypes.sealed(marshal.dumps(index))
    return b"".join([len(head).to_bytes(8, "big"), head, *told])
