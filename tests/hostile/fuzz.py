"""Atheris, which looks for the input that reaches one more line: `python -m tests.hostile.fuzz`."""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["pipeline", "markdown", "yaml", "tomllib"]):
    from tests.hostile.readers import READERS

if __name__ == "__main__":
    target = READERS[sys.argv.pop(1)]
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()
