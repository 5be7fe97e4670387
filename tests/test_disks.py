"""A disk that cannot do all that others can loses nobody's work, whenever a build is stopped."""

from __future__ import annotations

import errno
import functools
import multiprocessing
import os
import shutil
import signal
from pathlib import Path, PurePosixPath

import pytest

from pipeline import disks, outputs, stamps

PLACE = PurePosixPath("newsletter", "2025-05")
OLD = {"en/a.txt": b"A", "fr/a.txt": b"F", outputs.RECEIPT: b"1"}
NEW = {"en/a.txt": b"B", outputs.RECEIPT: b"2"}
MINE = {"notes.txt": b"mine", "en/notes.txt": b"mine as well"}
KNOWN = {name: stamps.digest(content) for name, content in OLD.items()}
ASKED = ("rename", "rmdir", "unlink")
FORK = multiprocessing.get_context("fork")


def standing(folder: Path) -> dict[str, bytes]:
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def begun(root: Path) -> Path:
    """An edition, and what somebody has put among its files."""
    outputs.publish(root, PLACE, OLD)
    for name, content in MINE.items():
        (root / PLACE / name).write_bytes(content)
    return root / PLACE


def poor(patch: pytest.MonkeyPatch, *, is_layered: bool) -> None:
    """A disk that exchanges no folders, and does not even rename those of a lower layer."""
    patch.setattr(disks, "_swapped", lambda *_: False)
    rename = os.rename

    def renaming(old: Path, new: Path) -> None:
        if is_layered and Path(old).parts[-2:] == PLACE.parts and ".workshop" not in str(old):
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV), str(old))
        rename(old, new)

    patch.setattr(os, "rename", renaming)


def stopping(patch: pytest.MonkeyPatch, number: int, how: OSError | None) -> list[str]:
    """Refuse the step with that number, or end the process there; tells all that were taken."""
    taken: list[str] = []

    def carried_out(name: str) -> None:
        carry_out = getattr(os, name)

        def asked(*given: object, **named: object) -> object:
            taken.append(name)
            if len(taken) == number:
                if how:
                    raise how
                os.kill(os.getpid(), signal.SIGKILL)
            return carry_out(*given, **named)

        patch.setattr(os, name, asked)

    for name in ASKED:
        carried_out(name)
    return taken


def replaced(root: Path, number: int, how: OSError | None, *, is_layered: bool) -> int:
    with pytest.MonkeyPatch.context() as patch:
        poor(patch, is_layered=is_layered)
        taken = stopping(patch, number, how)
        outputs.publish(root, PLACE, NEW, ("fr",), KNOWN)
    return len(taken)


@pytest.mark.parametrize("is_layered", [False, True])
def test_who_is_stopped_between_two_steps_has_lost_nothing(
    tmp_path: Path, is_layered: bool
) -> None:
    whole = ({**OLD, **MINE}, {**OLD, **MINE, **NEW})
    begun(tmp_path / "alone")
    steps = replaced(tmp_path / "alone", 0, None, is_layered=is_layered)
    assert steps > 5
    assert standing(tmp_path / "alone" / PLACE) == whole[1]
    for number in range(1, steps + 1):
        root = tmp_path / str(number)
        begun(root)
        process = FORK.Process(
            target=replaced, args=(root, number, None), kwargs={"is_layered": is_layered}
        )
        process.start()
        process.join()
        assert process.exitcode == -signal.SIGKILL
        with outputs.at_work(root):
            assert standing(root / PLACE) in whole, number
            outputs.publish(root, PLACE, NEW, ("fr",), KNOWN)
        assert standing(root / PLACE) == whole[1], number
        assert [path.name for path in (root / PLACE.parent).iterdir()] == [PLACE.name], number


@pytest.mark.parametrize("is_taken_away", [False, True])
def test_a_folder_of_another_disk_keeps_what_cannot_leave_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_taken_away: bool
) -> None:
    place = begun(tmp_path)
    rename = os.rename

    def renaming(old: Path, new: Path) -> None:
        if len({outputs.WORKSHOP in Path(path).parts for path in (old, new)}) > 1:
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV), str(old))
        rename(old, new)

    monkeypatch.setattr(disks, "_swapped", lambda *_: False)
    monkeypatch.setattr(os, "rename", renaming)
    change = functools.partial(outputs.publish, made=NEW, kept=("fr",), known=KNOWN)
    if is_taken_away:
        change = functools.partial(outputs.withdraw, made=KNOWN)
    for _ in range(2):
        with outputs.at_work(tmp_path), pytest.raises(OSError, match="cross-device") as caught:
            change(tmp_path, PLACE)
        assert caught.value.filename == str(place)
        assert standing(place) == {**OLD, **MINE}
    for name in MINE:
        (place / name).unlink()
    # Nobody's but ours: that may go, link by link.
    outputs.withdraw(tmp_path, PLACE, KNOWN)
    assert not place.exists()


def test_what_may_not_be_taken_to_pieces_stays_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = begun(tmp_path)
    rmtree = shutil.rmtree

    def taking(path: Path, **named: bool) -> None:
        if path == place:
            (place / "en/a.txt").unlink()
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))
        rmtree(path, **named)

    with monkeypatch.context() as patch:
        poor(patch, is_layered=True)
        patch.setattr(shutil, "rmtree", taking)
        for _ in range(2):
            with outputs.at_work(tmp_path), pytest.raises(OSError, match="Read-only"):
                outputs.publish(tmp_path, PLACE, NEW, ("fr",), KNOWN)
            assert standing(place) == {**OLD, **MINE}


def test_what_a_disk_refuses_between_two_steps_leaves_the_old_edition(tmp_path: Path) -> None:
    whole = ({**OLD, **MINE}, {**OLD, **MINE, **NEW})
    begun(tmp_path / "alone")
    for number in range(1, replaced(tmp_path / "alone", 0, None, is_layered=False) + 1):
        root = tmp_path / str(number)
        begun(root)
        refused = OSError(errno.EIO, os.strerror(errno.EIO))
        try:
            replaced(root, number, refused, is_layered=False)
        except OSError as error:
            assert error is refused  # noqa: PT017 - it may be refused where it is not missed
        assert standing(root / PLACE) in whole, number


def test_what_is_saved_while_an_edition_is_put_together_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = begun(tmp_path)
    settle = outputs._settle

    def saved(workshop: Path) -> None:
        settle(workshop)
        # As editors do it: beside it, and then in its place.
        (place / "notes.txt~").write_bytes(b"mine, and more")
        (place / "notes.txt~").rename(place / "notes.txt")
        (place / "en/new.txt").write_bytes(b"just begun")

    monkeypatch.setattr(outputs, "_settle", saved)
    outputs.publish(tmp_path, PLACE, NEW, ("fr",), KNOWN)
    saved_there = {"notes.txt": b"mine, and more", "en/new.txt": b"just begun"}
    assert standing(place) == {**OLD, **MINE, **NEW, **saved_there}


def test_what_another_machine_sweeps_away_meanwhile_takes_no_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = begun(tmp_path)
    write = outputs._write

    def swept(path: Path, content: bytes, lasting: bool = True) -> None:
        if path.name == outputs.RECEIPT:
            shutil.rmtree(tmp_path / outputs.WORKSHOP)
        write(path, content, lasting)

    monkeypatch.setattr(outputs, "_write", swept)
    with pytest.raises(FileNotFoundError):
        outputs.publish(tmp_path, PLACE, NEW, ("fr",), KNOWN)
    assert standing(place) == {**OLD, **MINE}


def test_two_machines_that_no_disk_keeps_apart_put_nothing_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(tmp_path)
    write, other = outputs._write, {"en/a.txt": b"C", outputs.RECEIPT: b"3"}

    def meanwhile(path: Path, content: bytes, lasting: bool = True) -> None:
        monkeypatch.setattr(outputs, "_write", write)
        write(path, content, lasting)
        outputs.publish(tmp_path, PLACE, other, ("fr",), KNOWN)

    monkeypatch.setattr(outputs, "_write", meanwhile)
    outputs.publish(tmp_path, PLACE, NEW, ("fr",), KNOWN)
    assert standing(tmp_path / PLACE) == {**OLD, **MINE, **NEW}


def test_what_is_copied_for_want_of_links_is_on_the_disk_before_the_other_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(tmp_path)

    def refusing(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    synced: set[str] = set()
    sync = os.fsync

    def syncing(descriptor: int) -> None:
        synced.add(os.path.basename(os.readlink(f"/proc/self/fd/{descriptor}")))
        sync(descriptor)

    monkeypatch.setattr(os, "link", refusing)
    if not Path("/proc/self/fd").exists():
        pytest.skip("nothing tells here what a descriptor stands for")
    monkeypatch.setattr(os, "fsync", syncing)
    outputs.publish(tmp_path, PLACE, NEW, ("fr",), KNOWN)
    assert "notes.txt" in synced
    assert standing(tmp_path / PLACE) == {**OLD, **MINE, **NEW}
