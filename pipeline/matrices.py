"""Regular expressions as Python compiled them at set-up; to do so anew takes a sixth of a start.

Python keeps the byte code of modules and forgets that of the expressions in them. A thousand of
them, of libraries and of the house, are what a letter or a check looks for.
"""

from __future__ import annotations

import marshal
import sys
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from pipeline import stereotypes

MAKE = "1"
"""To be raised when a matrix changes: what lies there may be older than this room."""
Matrix = tuple[Any, ...]
"""The flags of an expression, its code in machine words, and its groups by number and name."""
Matrices = dict[tuple[str | bytes, int], Matrix]


def place(folder: Path = stereotypes.PLACE) -> Path:
    """Where they lie: for this very Python, since its code is nobody else's."""
    return folder / stereotypes.name("matrices", MAKE, sys.version)


def lay_out(path: Path) -> None:
    """Henceforth `re` takes from *path* what lies there, and compiles the rest as it always does.

    Code is code wherever it lies: this asks the two doors by which `re` itself goes in and out.
    """
    content = stereotypes.opened(stereotypes.read(path))
    if content is None:
        return
    import _sre  # type: ignore[import-not-found]
    from re import _compiler as compiler  # type: ignore[attr-defined]

    known: Matrices = marshal.loads(content)  # noqa: S302 - as safe as the packages beside it
    compiled: Callable[..., Any] = compiler.compile

    def cast(form: Any, flags: int = 0) -> Any:
        matrix = known.get((form, int(flags)))
        return _poured(_sre, form, matrix) if matrix else compiled(form, flags)

    compiler.compile = cast


def _poured(sre: Any, form: str | bytes, matrix: Matrix) -> Any:
    flags, code, *groups = matrix
    return sre.compile(form, flags, memoryview(code).cast("I").tolist(), *groups)


@contextmanager
def cut() -> Iterator[Matrices]:
    """The matrix of every expression that is compiled meanwhile, and that comes out the same."""
    import _sre
    from re import _compiler as compiler  # type: ignore[attr-defined]

    made: Matrices = {}
    told: list[Matrix] = []
    compiled: Callable[..., Any] = compiler.compile

    def engraved(form: Any, flags: int, code: list[int], *groups: Any) -> Any:
        told[:] = [(flags, array("I", code).tobytes(), *groups)]
        return _sre.compile(form, flags, code, *groups)

    def cast(form: Any, flags: int = 0) -> Any:
        pattern = compiled(form, flags)
        if type(form) in (str, bytes) and pattern == _poured(_sre, form, told[0]):
            made[form, int(flags)] = told[0]
        return pattern

    compiler._sre = SimpleNamespace(**{**vars(_sre), "compile": engraved})
    compiler.compile = cast
    try:
        yield made
    finally:
        compiler._sre, compiler.compile = _sre, compiled


def sealed(made: Matrices) -> bytes:
    return stereotypes.sealed(marshal.dumps(made))
