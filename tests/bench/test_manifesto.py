"""The manifesto beside what other tools print of the same page: time, weight and tags."""

from __future__ import annotations

import functools
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from pipeline import assets
from tests import composition, judges, told
from tests.bench import printers

pytestmark = pytest.mark.bench
TURNS = 3
DECLARED = re.compile(r"(.*?\[\[output\]\].*?)\n(?:#[^\n]*\n)*\[\[output\]\]", re.DOTALL)
PARAGRAPH = re.compile(r"(\n\n[A-Z][^\n]*)")
BLOCKS = ("H", "L", "LI", "Table", "TR")
"""What every tool calls the same, so that more of them than the page has were split."""
IN_CONTENTS = {"TOC": "L", "TOCI": "LI"}
HEADED = "           clock     cpu    memory      size  pages  elements  split  UA-1"


@dataclass(frozen=True)
class Run:
    wall: float
    busy: float
    memory: int
    """Of the largest of its processes, in kilobytes."""


@dataclass(frozen=True)
class Printed:
    best: Run
    pdf: bytes
    breaches: int


def test_the_manifesto_beside_what_others_print(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = _page(tmp_path / "page")
    asked = told.Page(page.read_text("utf-8")).counts
    rows: dict[str, Printed | str] = {}
    for name, turn, made in _ours(tmp_path):
        rows[name] = _best(turn, made)
    for name, printer in printers.PRINTERS.items():
        rows[name] = _printed(printer, page, tmp_path / "theirs" / name.split(",")[0])
    with capsys.disabled():
        print(f"\n\nthe manifesto in English, whole processes, the best of {TURNS} turns")
        print(f"{'':<29}{HEADED}")
        for name, row in rows.items():
            print(f"  {name:<27}{row if isinstance(row, str) else _line(row, asked)}")
        print(" the same page for all but Typst and pandoc, which get its words and blocks;")
        print(" split: headings, lists, items, tables and rows beyond those of the page;")
        print(" Typst makes contents of its own; memory is that of the largest process, and of")
        print(" the processor's time, what a browser's children took may be missing")
    cold, plain = rows["Broadside, cold"], rows["WeasyPrint, pdf/ua-1"]
    assert isinstance(cold, Printed)
    assert isinstance(plain, Printed)
    assert cold.breaches == _split(cold.pdf, asked) == 0
    assert len(cold.pdf) < len(plain.pdf)
    assert cold.best.busy <= 2 * plain.best.busy


def _page(folder: Path) -> Path:
    """The page of the book with its pictures beside it, as any tool can take it."""
    made = composition.edition("manifesto", "en", "2025", composition.ROOT / "sources")
    page = composition.setter().set(made, "manifesto.html")
    (folder / "images").mkdir(parents=True)
    for picture in made.pictures:
        (folder / "images" / picture.name).write_bytes(assets.load(Path(picture.path)))
    written = folder / "page.html"
    written.write_text(page.replace("https://build.invalid/", ""), "utf-8")
    return written


def _ours(folder: Path) -> Iterator[tuple[str, Callable[[int], Run], Path]]:
    """Broadside, with the one file of the book that is read on a screen."""
    sources, templates = folder / "sources", folder / "templates"
    shutil.copytree(composition.ROOT / "sources", sources)
    for name in ("_shared", "manifesto"):
        shutil.copytree(composition.TEMPLATES / name, templates / name)
    declared = templates / "manifesto" / "publication.toml"
    [alone] = DECLARED.findall(declared.read_text("utf-8"))[:1]
    declared.write_text(alone, "utf-8")
    out = folder / "build"
    made = out / "manifesto" / "2025" / "en" / "manifesto.pdf"
    asked = ("build", "manifesto", "--language", "en", "--jobs", "1")
    places = ("--sources", sources, "--templates", templates, "--out", out)
    command = (sys.executable, "-m", "pipeline", *asked, *map(str, places))
    chapter = sources / "manifesto" / "2025" / "01-police.md"
    build = functools.partial(_run, command, composition.ROOT)

    def cold(_: int) -> Run:
        shutil.rmtree(out, ignore_errors=True)
        return build()

    def edited(turn: int) -> Run:
        text = chapter.read_text("utf-8")
        chapter.write_text(PARAGRAPH.sub(rf"\1 Turn {turn}.", text, count=1), "utf-8")
        return build()

    yield "Broadside, cold", cold, made
    yield "Broadside, a chapter edited", edited, made
    yield "Broadside, nothing changed", lambda _: build(), made


def _printed(
    printer: Callable[[Path, Path], printers.Printer | str], page: Path, folder: Path
) -> Printed | str:
    folder.mkdir(parents=True)
    made = folder / "made.pdf"
    asked = printer(page, made)
    if isinstance(asked, str):
        return f"not measured: {asked}"
    around = printers.surroundings(asked, folder)
    try:
        return _best(lambda _: _run(asked.command, folder, around), made)
    except OSError as error:
        return f"not measured: {error}"


def _best(work: Callable[[int], Run], made: Path) -> Printed:
    runs = [work(turn) for turn in range(TURNS)]
    best = Run(*(min(getattr(run, name) for run in runs) for name in Run.__annotations__))
    return Printed(best, made.read_bytes(), len(judges.breaches(made, "ua1")))


def _run(command: tuple[str, ...], place: Path, around: dict[str, str] | None = None) -> Run:
    started = time.perf_counter()
    with (
        tempfile.TemporaryFile() as words,
        subprocess.Popen(command, cwd=place, env=around, stdout=words, stderr=words) as child,
    ):
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            words.seek(0)
            raise OSError(words.read().decode(errors="replace").strip()[-200:])
    memory = used.ru_maxrss // (1024 if sys.platform == "darwin" else 1)
    return Run(time.perf_counter() - started, used.ru_utime + used.ru_stime, memory)


def _line(row: Printed, asked: Counter[str]) -> str:
    best, tags = row.best, _tags(row.pdf)
    with pikepdf.open(io.BytesIO(row.pdf)) as pdf:
        pages = len(pdf.pages)
    split = _split(row.pdf, asked) if tags else "-"
    verdict = f"{row.breaches} rules failed" if row.breaches else "passed"
    return (
        f"{best.wall:10.2f} s{best.busy:6.2f} s{best.memory / 1024:7.0f} MB"
        f"{len(row.pdf) / 1000:7.0f} kB{pages:7}{tags.total():10,}{split:>7}  {verdict}"
    )


def _split(content: bytes, asked: Counter[str]) -> int:
    """How many blocks more there are than the page has."""
    made = _tags(content)
    wanted = Counter({role: _together(asked, role) for role in BLOCKS})
    return sum(max(0, _together(made, role) - wanted[role]) for role in BLOCKS)


def _together(counted: Counter[str], role: str) -> int:
    others = [other for other, same in IN_CONTENTS.items() if same == role]
    return sum(counted[name] for name in (role, *others))


def _tags(content: bytes) -> Counter[str]:
    """The structure elements of a file by what the standard calls them."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        root = pdf.Root.get("/StructTreeRoot")
        if root is None:
            return Counter()
        roles = {str(own): str(known) for own, known in dict(root.get("/RoleMap", {})).items()}
        return Counter(_role(str(tag.S), roles) for tag in _elements(root))


def _role(own: str, roles: dict[str, str]) -> str:
    return re.sub(r"^H\d$", "H", roles.get(own, own)[1:])


def _elements(tag: Any) -> Iterator[Any]:
    kids = tag.get("/K", ())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _elements(kid)
