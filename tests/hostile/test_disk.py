"""A disk that refuses the N-th thing asked of it, for every N: each edition is whole, and heals."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline import cli, outputs
from tests.conftest import SPECIMEN
from tests.desks import SMALL, edit

ASKED = ("chmod", "fchmod", "fsync", "link", "mkdir", "rename", "replace", "rmdir", "unlink")
REFUSALS = (errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EACCES)
ORDER = ["--now", "2025-06-10T09:00Z", "--jobs", "1", "--templates", str(SMALL)]


class Disk:
    """Refuses the call with that number, and half of what was to be written."""

    def __init__(self, refused: int = 0, reason: int = errno.EIO) -> None:
        self.refused = refused
        self.reason = reason
        self.asked: list[str] = []

    def ask(self, what: str, path: object) -> None:
        self.asked.append(what)
        if len(self.asked) == self.refused:
            # Of an open file Python tells the number, if it tells anything.
            named = (path,) if isinstance(path, (str, Path)) or what == "chmod" else ()
            raise OSError(self.reason, os.strerror(self.reason), *named)

    def asking(self, name: str) -> Callable[..., Any]:
        carry_out = getattr(os, name)

        def asked(path: object, *given: Any, **named: Any) -> Any:
            self.ask(name, path)
            return carry_out(path, *given, **named)

        return asked

    def open(self, path: Path, mode: str) -> File:
        return File(self, path, mode)


class File(io.FileIO):
    def __init__(self, disk: Disk, path: Path, mode: str) -> None:
        super().__init__(path, mode)
        self.disk = disk

    def write(self, content: Any) -> int:
        try:
            self.disk.ask("write", Path(str(self.name)))
        except OSError:
            super().write(content[: len(content) // 2])
            raise
        return super().write(content)


def carried_out(disk: Disk, sources: Path, out: Path) -> tuple[int, str]:
    said = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(said):
        for name in ASKED:
            patch.setattr(os, name, disk.asking(name))
        patch.setattr(outputs, "open", disk.open, raising=False)
        code = cli.main(["build", *ORDER, "--sources", str(sources), "--out", str(out)])
    return code, said.getvalue()


def editions(out: Path) -> dict[str, dict[str, bytes]]:
    """What stands in each edition's folder."""
    found: dict[str, dict[str, bytes]] = {}
    for path in sorted(path for path in out.glob("[!.]*/*/**/*") if path.is_file()):
        place = path.relative_to(out).parts
        found.setdefault("/".join(place[:2]), {})["/".join(place[2:])] = path.read_bytes()
    return found


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sources, and what was made of them before one text changed and one edition went."""
    top = tmp_path_factory.mktemp("desks")
    sources = Path(shutil.copytree(SPECIMEN, top / "sources"))
    assert carried_out(Disk(), sources, top / "out")[0] == 0
    shutil.copytree(top / "out", top / "old")
    edit(sources, "newsletters/2025-05.md", "A quay, a ferry", "Another quay")
    for path in sources.glob("slides/*"):
        path.unlink()
    assert carried_out(Disk(), sources, top / "out")[0] == 0
    (top / "out").rename(top / "new")
    return top


def steps(desks: Path) -> int:
    """How much the build that brings the old folder up to date asks of the disk."""
    disk, out = Disk(), desks / "out"
    shutil.copytree(desks / "old", out)
    carried_out(disk, desks / "sources", out)
    shutil.rmtree(out)
    assert {"write", "fsync", "mkdir", "replace", "unlink"} <= set(disk.asked)
    return len(disk.asked)


def refused(desks: Path, number: int, reason: int) -> None:
    out = desks / "out"
    old, new = (editions(desks / name) for name in ("old", "new"))
    shutil.copytree(desks / "old", out)
    disk = Disk(number, reason)
    code, said = carried_out(disk, desks / "sources", out)
    at = f"{number} {disk.asked[number - 1]}: {said}"
    assert "Traceback" not in said, at
    assert " P19" not in said, at
    told = [line for line in said.splitlines() if " error B121 " in line]
    assert len(told) == code <= 1, at
    left = editions(out)
    for place in old.keys() | new.keys() | left.keys():
        assert left.get(place) in (old.get(place), new.get(place)), at
    assert code or left == new, at
    assert carried_out(Disk(), desks / "sources", out)[0] == 0
    assert editions(out) == new, at
    assert (out / "index.html").read_bytes() == (desks / "new/index.html").read_bytes(), at
    assert not [path for path in out.rglob("*") if path.name.endswith((".part", ".old"))], at
    shutil.rmtree(out)


def test_whatever_the_disk_refuses_each_edition_is_old_or_new_and_mends_itself(desks: Path) -> None:
    for number in range(1, steps(desks) + 1, 3):
        refused(desks, number, REFUSALS[number // 3 % len(REFUSALS)])


@pytest.mark.soak
@pytest.mark.parametrize("reason", REFUSALS)
def test_whatever_the_disk_refuses_for_every_call(desks: Path, reason: int) -> None:
    for number in range(1, steps(desks) + 1):
        refused(desks, number, reason)
