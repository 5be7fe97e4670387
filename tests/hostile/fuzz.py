"""Atheris, which looks for the input that reaches one more line: `python -m tests.hostile.fuzz`."""

from __future__ import annotations

import sys
from pathlib import PurePath

import atheris

with atheris.instrument_imports(include=["pipeline", "markdown", "yaml"]):
    from pipeline import frontmatter
    from pipeline.errors import BroadsideError
    from tests.hostile import soup


def front(content: bytes) -> None:
    path = PurePath("sources/news/a.md")
    try:
        frontmatter.split(frontmatter.decode(content, path), path)
    except BroadsideError as error:
        soup.check_told(error)


def marked(content: bytes) -> None:
    soup.check_marked(content.decode("utf-8", "replace"), "fr")


def looked_up(content: bytes) -> None:
    soup.check_looked_up(content.decode("utf-8", "replace"))


if __name__ == "__main__":
    target = {"front": front, "looked_up": looked_up, "marked": marked}[sys.argv.pop(1)]
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()
