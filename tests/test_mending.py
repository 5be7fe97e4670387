"""What `make check fix=1` may touch, and what a disk, a name or a person's stop makes of it."""

from __future__ import annotations

import errno
import gc
import os
import shutil
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from pipeline import cli, disks, mending, outputs, proofreading
from pipeline.checks.sheet import Sheet
from tests.conftest import SPECIMEN
from tests.desks import NOW, nobody

WORDS = ["--no-voices", "--now", NOW.isoformat()]


def spoilt(sources: Path, *names: str) -> list[Path]:
    """News with something that mends itself."""
    text = "---\ntitle: {0}\ndate: 2025-05-09\n---\nThe the quay of {0}.\n"
    paths = [sources / "news" / name for name in names]
    for path in paths:
        path.write_text(text.format(path.stem[11:].title()), "utf-8")
    return paths


def is_mended(path: Path) -> bool:
    return "The the" not in path.read_text("utf-8")


def test_a_name_is_found_however_the_disk_has_its_letters(sources: Path) -> None:
    [path] = spoilt(sources, unicodedata.normalize("NFD", "2025-05-09-été.md"))
    assert mending.fix(sources, NOW.date()).total() == 1
    assert is_mended(path)


@pytest.mark.parametrize("command", ["build", "check"])
def test_an_edition_is_found_however_its_letters_are_typed(
    sources: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    text = (sources / "slides/harbours.md").read_text("utf-8")
    name = unicodedata.normalize("NFD", "été")
    (sources / f"slides/{name}.md").write_text(f"{text}\n# Quay\n\nThe the quay.\n", "utf-8")
    shutil.rmtree(sources / "manifesto")
    for typed in (name, "été"):
        out = ["--sources", str(sources), "--out", str(sources.parent / "build")]
        small = ["--templates", str(SPECIMEN.parent / "templates_small")]
        code = cli.main([command, f"--edition={typed}", *out, *small, "--now", NOW.isoformat()])
        said = capsys.readouterr().out
        assert "O120" not in said
        assert ("X100" in said) if command == "check" else (code == 0), said
        shutil.rmtree(sources.parent / "build")


def test_who_is_blamed_for_what_another_has_brought_is_mended_in_the_same_run(
    sources: Path,
) -> None:
    more = {
        "2025-05-08-salt.fr.md": "Tous viennent à l’Université de Lille. Le le quai attend.",
        "2025-05-07-handbook.fr.md": "Tous sortent de l’université de de Lille.",
    }
    for name, words in more.items():
        path = sources / "news" / name
        path.write_text(f"{path.read_text('utf-8')}\n{words}\n", "utf-8")
    # Once the other one is mended, X109 says that the first one has a capital.
    assert mending.fix(sources, NOW.date()).total() == 2
    assert not mending.fix(sources, NOW.date())


def test_what_was_read_in_a_pass_does_not_lie_in_memory_until_the_end(
    sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Of a text and its translation one is mended in a pass.
    spoilt(sources, "2025-05-09-one.md", "2025-05-09-one.fr.md", "2025-05-09-one.it.md")
    proofread, at_once = proofreading.proofread, []

    def counted(*given: Any) -> proofreading.Proof:
        proof = proofread(*given)
        sheets = sum(isinstance(thing, Sheet) for thing in gc.get_objects())
        at_once.append(sheets / len(proof.sheets))
        return proof

    monkeypatch.setattr(proofreading, "proofread", counted)
    gc.collect()
    # As in a run of `broadside`, which hardly ever looks for what has become free.
    gc.disable()
    try:
        mending.fix(sources, NOW.date())
    finally:
        gc.enable()
    assert len(at_once) > 2
    assert max(at_once) <= 2


def test_a_folder_that_is_locked_keeps_nothing_else_from_being_mended(
    everybodys: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sources = Path(shutil.copytree(SPECIMEN, everybodys / "sources"))
    locked, free = spoilt(sources, "2025-05-09-locked.md", "2025-05-09-free.md")
    (sources / "news/old").mkdir()
    locked = locked.rename(sources / "news/old" / locked.name)
    for path in (locked, free, free.parent, everybodys):
        path.chmod(0o777)
    locked.parent.chmod(0o755)
    out = ["--sources", str(sources), "--out", str(everybodys / "build")]
    if os.geteuid():
        locked.parent.chmod(0o555)
    with nobody():
        cli.main(["check", "--fix", *WORDS, *out])
    said = capsys.readouterr().out
    locked.parent.chmod(0o755)
    assert (is_mended(locked), is_mended(free)) == (False, True)
    assert said.startswith("sources/news/2025-05-09-free.md: mended 1 place\n")
    assert f"sources/news/old/{locked.name}: warning B121 {locked.name}: Permission denied" in said
    assert "words in" in said


@pytest.mark.skipif(os.geteuid() != 0, reason="only the superuser has files of others")
def test_what_we_may_not_write_stays_whose_it_is(everybodys: Path) -> None:
    sources = Path(shutil.copytree(SPECIMEN, everybodys / "sources"))
    path, free = spoilt(sources, "2025-05-09-theirs.md", "2025-05-09-free.md")
    for folder in (path.parent, free):
        folder.chmod(0o777)
    before = path.stat()
    with nobody():
        mending.fix(sources, NOW.date())
    assert (is_mended(path), is_mended(free)) == (False, True)
    assert (path.stat().st_ino, path.stat().st_uid) == (before.st_ino, before.st_uid)


def test_nothing_stays_of_what_was_tried_when_somebody_stopped_it(
    sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = spoilt(sources, "2025-05-09-one.md", "2025-05-09-two.md", "2025-05-09-three.md")
    replace, written = outputs.replace, []

    def stopped(path: Path, *given: bytes, instead: bytes) -> bool:
        done = replace(path, *given, instead=instead)
        written.append(path)
        if len(written) == 2:
            raise KeyboardInterrupt
        return done

    monkeypatch.setattr(outputs, "replace", stopped)
    with pytest.raises(KeyboardInterrupt):
        mending.fix(sources, NOW.date())
    assert len(written) == 4
    assert not any(map(is_mended, paths))


@pytest.mark.parametrize("how", ["in its place", "beside it, and renamed"])
def test_what_is_saved_in_the_last_moment_is_not_written_over(
    sources: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    [path] = spoilt(sources, "2025-05-09-quay.md")
    before, swapped, told = path.read_bytes(), disks._swapped, []
    if not swapped(path, sources / "facts.yaml"):
        pytest.skip("this disk exchanges nothing")
    swapped(path, sources / "facts.yaml")

    def saved_first(new: Path, place: Path) -> bool:
        if not told:
            told.append(place)
            beside = place if how == "in its place" else place.with_name("quay.md~")
            beside.write_bytes(before + b"A last thought.\n")
            beside.replace(place)
        return swapped(new, place)

    monkeypatch.setattr(disks, "_swapped", saved_first)
    mending.fix(sources, NOW.date())
    assert told == [path]
    assert path.read_bytes().endswith(b"A last thought.\n")
    assert [one.name for one in path.parent.iterdir() if one.name.startswith(".")] == []


def test_what_was_written_before_a_disk_refused_is_mended_to_the_end(
    sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [path] = spoilt(sources, "2025-05-09-ferry.md")
    path.write_text(path.read_text("utf-8").replace("quay", "quay  , the the ferry"), "utf-8")
    faults, sync_at = list[OSError](), disks.sync_at

    def refusing(folder: Path) -> None:
        sync_at(folder)
        if not faults:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(disks, "sync_at", refusing)
    assert mending.fix(sources, NOW.date(), faults=faults).total() > 1
    assert len(faults) == 1
    assert path.read_text("utf-8").endswith("The quay, the ferry of Ferry.\n")


def test_where_a_disk_exchanges_nothing_a_file_is_mended_as_well(
    sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [path] = spoilt(sources, "2025-05-09-quay.md")
    monkeypatch.setattr(disks, "_swapped", lambda *_: False)
    assert mending.fix(sources, NOW.date()).total() == 1
    assert is_mended(path)
