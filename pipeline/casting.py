"""What is done once, when Broadside is set up: templates, expressions, CLDR and words are cast."""

from __future__ import annotations

import ast
import gc
import importlib
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pipeline
from pipeline import matrices, outputs, stereotypes, volume
from pipeline.sought import sought

if TYPE_CHECKING:
    from pipeline.checks.dictionary import Dictionary

TEMPLATES = Path(__file__).parent.parent / "templates"
USUAL = (
    *("building", "checking", "clearing", "cli", "columns", "desk_index", "drawings", "heard"),
    *("production", "publications", "revising"),
)
_ANEW = """
import sys
from pipeline import matrices
with matrices.cut() as made:
    from pipeline import casting
    casting.look_for_all()
sys.stdout.buffer.write(matrices.sealed(made))
"""


_ALL = """
import sys
import pipeline
sys.path.pop(0)
from pipeline import casting, volume
casting.import_usual()
sys.stdout.buffer.write(volume.bound())
"""


def cast(templates: Path = TEMPLATES, place: Path = stereotypes.PLACE) -> None:
    """Write the byte code of *templates* and what CLDR knows of their languages into *place*.

    What lay there is cleared away.
    """
    from pipeline import calendar, cldr, publications
    from pipeline.renderers import merge_tags
    from pipeline.typesetting import Typesetter

    made = dict(Typesetter(templates, {}, {}, merge_tags.TOKENS).cast())
    tongues = filter(calendar.is_language, publications.words(templates))
    made |= {cldr.name(one): cldr.cast(one) for one in tongues}
    kept = {*made, matrices.place(place).name, Path(volume.PLACE).name}
    kept |= {one.name() for one in _dictionaries()}
    if place.is_dir():
        for path in place.iterdir():
            if path.name not in kept:
                outputs.remove(path)
    for name, content in made.items():
        outputs.replace(place / name, content)


def cut(place: Path = stereotypes.PLACE) -> None:
    """Write into *place* what Python makes of the expressions of the house and its libraries."""
    outputs.replace(matrices.place(place), _anew(_ANEW))


def lay(place: Path = stereotypes.PLACE) -> None:
    """Lay the words of English and French into *place*, each where it is found at once."""
    for one in _dictionaries():
        if stereotypes.read(place / one.name()) is None:
            outputs.replace(place / one.name(), one.cast())


def _dictionaries() -> tuple[Dictionary, ...]:
    from pipeline.checks.english.words import WORDS as ENGLISH
    from pipeline.checks.french.dictionary import WORDS as FRENCH

    return ENGLISH, FRENCH


def bind(path: Path = Path(volume.PLACE)) -> None:
    """Write to *path* the byte code of the house and of the libraries that a letter needs."""
    outputs.replace(path, _anew(_ALL))


def _anew(work: str) -> bytes:
    """What is told by a process that has imported and compiled nothing yet."""
    root = Path(__file__).parent.parent
    command = [sys.executable, "-c", work]
    return subprocess.run(command, cwd=root, check=True, stdout=subprocess.PIPE).stdout  # noqa: S603


def import_usual() -> None:
    """Import the rooms that every build and check goes through, and the libraries of a letter."""
    for name in USUAL:
        importlib.import_module(f"pipeline.{name}")
    from pipeline import press
    from pipeline.checks import rota
    from pipeline.renderers import email

    rota.checks()
    press.Press()
    email.inliner()


def look_for_all() -> None:
    """Compile every expression of the house, and those of the libraries that a letter needs."""
    for found in pkgutil.walk_packages(pipeline.__path__, "pipeline."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)
    importlib.import_module("premailer")
    import_usual()
    kind = type(sought(""))
    for one in gc.get_objects():
        if isinstance(one, kind):
            _ = one.flags, one.search("")
    for path in Path(__file__).parent.rglob("*.py"):
        for form in typed(path.read_text("utf-8")):
            re.compile(form)


def typed(module: str) -> Iterator[str]:
    """The expressions that stand in calls of `re`, which compiles them when they are met.

    >>> list(typed("re.sub(' +', ' ', text); re.search(form, text); re.sub('a', '', b, flags=2)"))
    [' +']
    """
    for node in ast.walk(ast.parse(module)):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="re"), attr=asked),
                args=[ast.Constant(value=str(form)), *_],
                keywords=[],
            ) if asked != "escape":
                yield form
