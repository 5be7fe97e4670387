"""A machine that is full, bare, locked, or wrong about the day."""

from __future__ import annotations

import errno
import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.renderers import typecase
from tests import judges
from tests.conftest import ROOT, SPECIMEN
from tests.desks import SMALL, build, edit
from tests.test_faults import LETTER, SUBJECTS, shown

HELD = "2025-06-03-forum-opens"


@functools.cache
def namespace() -> tuple[str, ...]:
    """The command that gives a process disks of its own."""
    unshare = shutil.which("unshare")
    command = (unshare or "", "--map-root-user", "--mount")
    if not unshare or subprocess.run([*command, "true"], check=False).returncode:
        pytest.skip("this kernel lets nobody have a disk of their own")
    return command


def alone(task: str, *given: object) -> str:
    """What a function of this file prints, among disks of its own."""
    script = f"import sys, tests.test_machine as t; t.{task}(*sys.argv[1:])"
    command = [*namespace(), sys.executable, "-c", script, *map(str, given)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def mount(place: Path | str, size: str = "1M") -> None:
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", place], check=True)


def started(*asked: object, before: tuple[str, ...] = (), home: object = "/") -> tuple[int, str]:
    done = subprocess.run(
        [*before, sys.executable, "-m", "pipeline", "build", *map(str, asked)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stdout
    return done.returncode, done.stdout


# A full disk ---------------------------------------------------------------------------------


def fill(place: str) -> None:
    """Build on a disk of a megabyte that is full but for some blocks, more of them each time."""
    folder = Path(place)
    sources = Path(shutil.copytree(SPECIMEN, folder / "sources"))
    disk = folder / "disk"
    disk.mkdir()
    mount(disk)
    out = disk / "out"
    order = ["newsletter", "--sources", sources, "--templates", SMALL, "--out", out]
    order += ["--now", "2025-06-10T09:00Z", "--jobs", 1]
    assert started(*order)[0] == 0
    now, ended = 0, []
    for blocks in (0, 1, 3, 5, 8, 13):
        before = editions(out)
        edit(sources, LETTER, SUBJECTS[now], SUBJECTS[1 - now])
        now = 1 - now
        take(disk / "filler", blocks)
        code, told = started(*order)
        assert len([line for line in told.splitlines() if " error B121 " in line]) <= 1, told
        ended.append(code)
        left = editions(out)
        (disk / "filler").unlink()
        assert started(*order)[0] == 0
        whole = editions(out)
        assert left in (before, whole), blocks
        assert whole != before
        assert left == whole or (code == 1 and " error B121 " in told), told
    print(*ended)


def editions(out: Path) -> dict[str, bytes]:
    return {name: text for name, text in shown(out).items() if name.count("/") > 1}


def take(filler: Path, blocks: int) -> None:
    """All of the disk but for so many blocks of four kilobytes."""
    with open(filler, "wb", buffering=0) as file:
        try:
            while file.write(b"x" * 4096):
                pass
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
        size = file.tell()
        file.truncate(max(0, size - 4096 * blocks))


def test_a_disk_that_is_really_full_keeps_the_old_edition_whole(everybodys: Path) -> None:
    ended = alone("fill", everybodys).split()
    assert len(ended) == 6
    # It was full at first, and at last it was not.
    assert (ended[0], ended[-1]) == ("1", "0")


# A folder of a container's image --------------------------------------------------------------


def lend(place: str) -> None:
    """Build where an image of a container has the last build: its folders cannot be renamed."""
    folder = Path(place)
    sources = Path(shutil.copytree(SPECIMEN, folder / "sources"))
    mount(folder / "disk", "4M")
    lower, upper, work, out = (folder / "disk" / name for name in ("low", "up", "work", "out"))
    for each in (upper, work, out):
        each.mkdir()
    order = ["newsletter", "--sources", sources, "--templates", SMALL]
    order += ["--now", "2025-06-10T09:00Z", "--jobs", 1]
    assert started(*order, "--edition", "2025-03", "--out", lower)[0] == 0
    assert started(*order, "--out", lower)[0] == 0
    layers = f"lowerdir={lower},upperdir={upper},workdir={work},userxattr"
    done = subprocess.run(["mount", "-t", "overlay", "overlay", "-o", layers, out], check=False)
    if done.returncode:
        print("no layers")
        return
    edit(sources, LETTER, *SUBJECTS)
    for path in sources.glob("newsletters/2025-03*"):
        path.unlink()
    code, told = started(*order, "--out", out)
    assert code == 0, told
    assert started(*order, "--out", folder / "fresh")[0] == 0
    print(editions(out) == editions(folder / "fresh"))


def test_a_folder_that_cannot_be_renamed_is_replaced(everybodys: Path) -> None:
    (everybodys / "disk").mkdir()
    told = alone("lend", everybodys).strip()
    if told == "no layers":
        pytest.skip("this kernel lets nobody lay one disk over another")
    assert told == "True"


# No fonts ------------------------------------------------------------------------------------


def strip(place: str) -> None:
    """A machine whose shelves have no type on them, whatever stood there."""
    empty = Path(place, "home")
    empty.mkdir()
    for shelf in (*typecase.SHELVES, "/var/cache/fontconfig"):
        if Path(shelf).is_dir():
            mount(shelf)
            assert not list(Path(shelf).iterdir())
    print(started(*typeset(Path(place, "bare")), home=empty))


def typeset(out: Path) -> Iterator[object]:
    yield from ("release", "slides", "--edition=", "--language", "en", "--sources", SPECIMEN)
    yield from ("--out", out, "--now", "2025-06-10T09:00Z", "--jobs", 1)


def test_a_machine_without_any_fonts_sets_the_same_pages(everybodys: Path) -> None:
    bare = alone("strip", everybodys)
    code, told = started(*typeset(everybodys / "clad"))
    assert code == 0, told
    assert bare.strip() == str((code, told.replace("clad/", "bare/")))
    pages, other = shown(everybodys / "clad"), shown(everybodys / "bare")
    assert [name for name in pages if pages[name] != other.get(name)] == []
    assert {Path(name).suffix for name in pages} >= {".pdf", ".pptx", ".docx", ".png"}


def test_a_house_whose_own_fonts_are_gone_says_so(
    sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for package in typecase.PACKAGES:
        write = tmp_path / "packages" / package / "files"
        write.mkdir(parents=True)
        write.with_name("__init__.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path / "packages")
    made = build(sources, "release", languages=("en",), templates=ROOT / "templates")
    assert made.code == 1
    [line] = [line for line in made.lines if ": error " in line]
    assert line.endswith(
        "error P108 the fonts of the house are not installed: Source Serif Pro, Source Sans Pro"
    )
    assert made.lines[made.lines.index(line) + 1] == "    type: make setup"


# Locked folders ------------------------------------------------------------------------------


@functools.cache
def bound() -> tuple[str, ...]:
    """The command that binds the superuser by the rights of files, as everybody else is.

    To be somebody else is not enough: Python may lie where nobody else may read it.
    """
    if os.geteuid():
        return ()
    setpriv = shutil.which("setpriv")
    command = (setpriv or "", "--bounding-set=-dac_override,-dac_read_search")
    if not setpriv or subprocess.run([*command, "true"], check=False).returncode:
        pytest.skip("nothing here binds the superuser")
    return command


def test_an_edition_whose_folder_is_locked_stays_and_that_is_said(
    sources: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    order = ("newsletter", "--sources", sources, "--templates", SMALL, "--out", out)
    order += ("--now", "2025-06-10T09:00Z")
    assert started(*order, before=bound())[0] == 0
    before = editions(out)
    (out / "newsletter").chmod(0o555)
    (out / "newsletter/2025-05").chmod(0o555)
    edit(sources, LETTER, *SUBJECTS)
    code, told = started(*order, before=bound())
    assert code == 1
    assert len([line for line in told.splitlines() if " error B121 " in line]) == 1, told
    assert editions(out) == before
    (out / "newsletter").chmod(0o755)
    (out / "newsletter/2025-05").chmod(0o755)
    assert started(*order, before=bound())[0] == 0
    assert editions(out) != before


# A wrong clock -------------------------------------------------------------------------------


def test_a_clock_that_is_set_back_takes_back_what_is_not_due(tmp_path: Path) -> None:
    clock = judges.needs(judges.faketime)
    order = ("release", "--sources", SPECIMEN, "--templates", SMALL, "--out", tmp_path / "out")
    told = {}
    for day in ("2025-06-02", "2025-06-04", "2025-06-01"):
        code, told[day] = started(*order, before=(clock, "-f", f"@{day} 12:00:00"))
        assert code == 0, told
        is_there = (tmp_path / "out/release" / HELD).exists()
        assert is_there == (day == "2025-06-04")
        assert (HELD in told[day]) == is_there
