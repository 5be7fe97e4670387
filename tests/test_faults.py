"""Whatever breaks under a build, the old or the new stands there, and the next one repairs."""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import functools
import io
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterable
from pathlib import Path, PurePath
from typing import Any

import pytest

from pipeline import building, orders, outputs, stamps, workers
from pipeline.corpus import files
from pipeline.errors import CopyError, Finding
from pipeline.memory import Record
from pipeline.provenance import Report
from pipeline.telling import Desk
from tests.conftest import ROOT
from tests.desks import NOW, SMALL, build, edit, unread

SUBJECTS = ("A quay, a ferry, a forum", "Another subject")
LETTER = "newsletters/2025-05.md"
PATIENCE = 200
"""Seconds on the clock for what would otherwise never come: a machine may be busy with others."""


def standing(out: Path) -> dict[str, bytes]:
    """All that people are shown."""
    found = (path for path in sorted(out.rglob("*")) if path.is_file()) if out.exists() else ()
    inside = {path.relative_to(out).as_posix(): path.read_bytes() for path in found}
    return {name: inside[name] for name in inside if not name.startswith((".workshop", ".lock"))}


def shown(out: Path) -> dict[str, bytes]:
    return {name: told for name, told in standing(out).items() if not name.startswith(".made")}


def started(sources: Path, out: Path, *more: str, full: int = 0) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "pipeline", "build", "newsletter", "--sources", str(sources)]
    command += ["--templates", str(SMALL), "--out", str(out), "--now", NOW.isoformat(), *more]

    def limit() -> None:
        if full:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (full, full))

    return subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=limit,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


@pytest.fixture
def whole(sources: Path, tmp_path: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """All files with the first subject, and with the other."""
    first = shown(build(sources, "newsletter", out=tmp_path / "first").out)
    edit(sources, LETTER, *SUBJECTS)
    other = shown(build(sources, "newsletter", out=tmp_path / "other").out)
    edit(sources, LETTER, *reversed(SUBJECTS))
    return first, other


# What was made is never trusted --------------------------------------------------------------

DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "emptied": lambda content: b"",
    "cut in half": lambda content: content[: len(content) // 2],
    "first bit": lambda content: bytes([content[0] ^ 1]) + content[1:],
    "a bit in the middle": lambda content: _flipped(content, len(content) // 2),
    "last bit": lambda content: _flipped(content, len(content) - 1),
    "nothing": lambda content: b"null",
    "a list": lambda content: b"[]",
    "a number": lambda content: b"1e999",
    "deep": lambda content: b"[" * 100_000,
    "wrong types": lambda content: (
        b'{"languages": [1], "files": 1, "said": {}, "code": "x", "inputs": [], "while": 1}'
    ),
    "types inside": lambda content: (
        b'{"languages": {"en": 1, "fr": {"inputs": [], "files": 3, "findings": {}, "pages": 0}}}'
    ),
}


def _flipped(content: bytes, place: int) -> bytes:
    return content[:place] + bytes([content[place] ^ 4]) + content[place + 1 :]


@pytest.mark.parametrize("name", DAMAGE)
def test_whatever_is_damaged_is_made_again(sources: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    first = build(sources, "newsletter", out=out)
    again = build(sources, "newsletter", out=out)
    before = standing(out)
    assert "  unchanged  " in again.said
    for file in before:
        (out / file).write_bytes(DAMAGE[name](before[file]))
        repaired = build(sources, "newsletter", out=out)
        assert repaired.code == first.code
        assert shown(out) == {k: v for k, v in before.items() if not k.startswith(".made")}, file
        assert repaired.said.replace("  made  ", "  unchanged  ") == again.said, file


def test_what_is_taken_away_is_made_again(sources: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(sources, "newsletter", out=out)
    before = shown(out)
    for file in before:
        (out / file).unlink()
        build(sources, "newsletter", out=out)
        assert shown(out) == before, file


@pytest.mark.parametrize("name", [".made/{}.json", ".made/origins", ".made", ".workshop"])
def test_what_is_no_file_among_what_was_remembered_hinders_nothing(
    sources: Path, tmp_path: Path, name: str
) -> None:
    out = tmp_path / "out"
    build(sources, "newsletter", out=out)
    [record] = (out / ".made").glob("*.json")
    place, before = out / name.format(record.stem), shown(out)
    for begin in (lambda: (place / "within").mkdir(parents=True), lambda: os.mkfifo(place)):
        shutil.rmtree(place) if place.is_dir() else place.unlink(missing_ok=True)
        begin()
        assert " B121 " not in build(sources, "newsletter", out=out).said
        assert shown(out) == before


def test_a_seal_holds_only_what_was_sealed() -> None:
    told = {"b": [1, "é"], "a": None}
    content = stamps.sealed(told)
    assert stamps.unsealed(content) == {**told, "seal": json.loads(content)["seal"]}
    for place in range(len(content)):
        assert stamps.unsealed(_flipped(content, place)) == {}
    assert stamps.unsealed(None) == stamps.unsealed(b"\xff") == {}


def test_a_film_among_what_was_made_does_not_fill_the_memory(sources: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(sources, "newsletter", out=out)
    film = out / "newsletter/film.mp4"
    film.write_bytes(b"\0")
    os.truncate(film, 100_000_000)
    tracemalloc.start()
    try:
        made = [build(sources, "newsletter", out=out, force=force) for force in (True, False)]
        assert tracemalloc.get_traced_memory()[1] < 50_000_000
    finally:
        tracemalloc.stop()
    assert "  unchanged  " in made[1].said


# Stopped, cut off, moved away ------------------------------------------------------------------


def test_who_stops_a_build_gets_one_line_and_no_leftovers(sources: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(sources, "newsletter", out=out)
    before = shown(out)
    ended = set()
    for moment in (0.3, 0.5, 0.7):
        process = started(sources, out, "--force")
        time.sleep(moment)
        process.send_signal(signal.SIGINT)
        told = process.communicate(timeout=PATIENCE)[0]
        ended.add(process.returncode)
        assert "Traceback" not in told
        if process.returncode == 130:
            assert told.splitlines()[-1] == "stopped; what was finished before is in its place"
        assert shown(out) == before
        assert not [path for path in out.rglob("*") if path.name.endswith((".part", ".tmp"))]
    # On a machine with much else to do, a command may not have begun by then.
    assert ended <= {0, 130, -signal.SIGINT}


BEGINNING = """
import os, runpy, signal
from pipeline import volume
# Who runs the tests in the background may have them ignore it.
signal.signal(signal.SIGINT, signal.default_int_handler)
volume.lay_open = lambda: os.kill(os.getpid(), 2)
runpy.run_module("pipeline", run_name="__main__")
"""


def test_who_stops_a_command_before_it_has_begun_gets_no_traceback() -> None:
    command = [sys.executable, "-P", "-c", BEGINNING]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, b"", b"")


HURRIED = """
import os, runpy, signal, sys
from pipeline import building
signal.signal(signal.SIGINT, signal.default_int_handler)
stop = lambda *_: os.kill(os.getpid(), signal.SIGINT)
def build(*_):
    try:
        stop()
    finally:
        stop()
        print("cleared away")
building.build = build
sys.argv[1:] = ["build"]
runpy.run_module("pipeline", run_name="__main__")
"""


def test_who_stops_a_command_twice_cuts_off_nothing() -> None:
    command = [sys.executable, "-P", "-c", HURRIED]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    told = b"cleared away\nstopped; what was finished before is in its place\n"
    assert (done.returncode, done.stdout, done.stderr) == (130, told, b"")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what a process waits for")
def test_who_stops_a_command_that_waits_for_its_reader_gets_no_traceback() -> None:
    inlet, outlet = os.pipe()
    os.set_blocking(outlet, False)
    with contextlib.suppress(BlockingIOError):
        while os.write(outlet, b"x" * 4096):
            pass
    process = subprocess.Popen(
        [sys.executable, "-m", "pipeline", "explain", "X104"], cwd=ROOT, stdout=outlet,
        stderr=subprocess.PIPE, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    waits_for = Path(f"/proc/{process.pid}/wchan")
    wait_until(lambda: "pipe_write" in waits_for.read_text("ascii"))
    # The first one is told, and nobody reads it.
    for _ in range(2):
        process.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(1)
    assert process.communicate(timeout=PATIENCE)[1] == b""
    assert process.returncode in (130, -signal.SIGINT)
    os.close(inlet)
    os.close(outlet)


ENDED = {signal.SIGINT: 0, signal.SIGTERM: 128 + signal.SIGTERM, signal.SIGHUP: 128 + signal.SIGHUP}


def those_at_work(mark: str) -> set[int]:
    """Processes that were started with *mark* among their words."""
    told = subprocess.run(["ps", "-wweo", "pid,args"], capture_output=True, text=True, check=True)
    lines = (line.split(None, 1) for line in told.stdout.splitlines())
    return {int(pid) for pid, words in lines if mark in words}


def wait_until(is_so: Callable[[], bool], seconds: float = PATIENCE) -> None:
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.mark.parametrize(
    ("command", "stop"), [("build", signal.SIGTERM), *(("preview", stop) for stop in ENDED)]
)
def test_who_is_asked_to_end_takes_all_that_work_for_him_along(
    sources: Path, tmp_path: Path, command: str, stop: signal.Signals
) -> None:
    out = str(tmp_path / "out")
    words = [sys.executable, "-m", "pipeline", command, "--sources", str(sources), "--out", out]
    if command == "preview":
        words += ["--port", "0"]
    process = subprocess.Popen(
        words, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True,
        # Where the tests themselves run in the background, Ctrl-C is not heard.
        preexec_fn=lambda: signal.signal(stop, signal.SIG_DFL),
    )  # fmt: skip
    # The program, its build if it is the desk, and that one's hand.
    wait_until(lambda: len(those_at_work(out)) >= 2 + (command == "preview"))
    process.send_signal(stop)
    assert process.communicate(timeout=PATIENCE)[1] == b""
    wait_until(lambda: not those_at_work(out))
    assert process.returncode == ENDED[stop]


def test_a_hand_ends_with_its_parent_where_no_kernel_sees_to_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    left = []
    monkeypatch.setattr(os, "_exit", left.append)
    workers._end_with(os.getppid() + 1)
    assert left == [1]


@pytest.mark.parametrize("full", [1, 200, 600])
def test_a_full_disk_ends_in_one_line_and_keeps_what_stood_there(
    sources: Path, tmp_path: Path, whole: tuple[dict[str, bytes], dict[str, bytes]], full: int
) -> None:
    out = tmp_path / "out"
    build(sources, "newsletter", out=out)
    assert shown(out) == whole[0]
    edit(sources, LETTER, *SUBJECTS)
    process = started(sources, out, full=full)
    told = process.communicate(timeout=PATIENCE)[0]
    assert process.returncode == 1
    assert "Traceback" not in told
    assert len([line for line in told.splitlines() if " error B121 " in line]) == 1
    left = {name: text for name, text in shown(out).items() if name.startswith("newsletter/2025")}
    assert left in [{k: v for k, v in one.items() if k in left} for one in whole]
    # What did not fit takes no room from the others.
    assert not any(path.is_file() for path in (out / outputs.WORKSHOP).rglob("*"))
    assert build(sources, "newsletter", out=out).code == 0
    assert shown(out) == whole[1]


def test_an_edition_that_a_disk_does_not_give_for_a_while_stays_on_the_index(
    sources: Path,
) -> None:
    out = build(sources).out
    edit(sources, LETTER, *SUBJECTS)
    with unread(out / "presskit/forum-2025/provenance.json"):
        faulty = build(sources, "newsletter")
    assert faulty.code == 1
    assert "error B121 " in faulty.said
    assert b"presskit/forum-2025" in (out / "index.html").read_bytes()
    assert build(sources, "newsletter").code == 0
    assert SUBJECTS[1].encode() in (out / "index.html").read_bytes()


@pytest.mark.parametrize("is_damaged", [False, True])
def test_what_others_put_there_outlives_a_receipt_that_cannot_be_read(
    sources: Path, is_damaged: bool
) -> None:
    place = build(sources, "newsletter").out / "newsletter/2025-05"
    receipt, note = place / "provenance.json", place / "en/notes.txt"
    note.write_text("mine")
    edit(sources, LETTER, *SUBJECTS)
    if is_damaged:
        receipt.write_bytes(receipt.read_bytes()[:-9])
    else:
        with unread(receipt):
            faulty = build(sources, "newsletter")
        assert faulty.code == 1
        assert "error B121 " in faulty.said
        assert SUBJECTS[1] not in (place / "en/newsletter.txt").read_text("utf-8")
    french = (place / "fr/newsletter.txt").read_bytes()
    assert build(sources, "newsletter", languages=("en",)).code == 0
    assert note.read_text() == "mine"
    assert (place / "fr/newsletter.txt").read_bytes() == french
    assert SUBJECTS[1] in (place / "en/newsletter.txt").read_text("utf-8")


@pytest.mark.parametrize("reason", [errno.EIO, errno.EAGAIN])
@pytest.mark.parametrize("asked", ["open", "read"])
def test_a_source_that_a_disk_did_not_give_for_a_moment_is_read_by_the_next_build(
    sources: Path, monkeypatch: pytest.MonkeyPatch, asked: str, reason: int
) -> None:
    opened, read, mine = files._opened, os.read, set[int]()

    def failing(path: Path) -> int:
        if path.match(LETTER) and asked == "open":
            raise OSError(reason, os.strerror(reason), str(path))
        descriptor = opened(path)
        (mine.add if path.match(LETTER) else mine.discard)(descriptor)
        return descriptor

    def unread(descriptor: int, length: int) -> bytes:
        if descriptor in mine:
            raise OSError(reason, os.strerror(reason))
        return read(descriptor, length)

    with monkeypatch.context() as patch:
        patch.setattr(files, "_opened", failing)
        patch.setattr(os, "read", unread)
        faulty = build(sources, "newsletter")
    assert faulty.code == 1
    assert f"{LETTER}: error B104 the file cannot be opened: {os.strerror(reason)}" in faulty.said
    assert build(sources, "newsletter").code == 0


UNSEEN = {
    "tpl/newsletter/publication.toml": 1,
    "tpl/newsletter/newsletter.txt": 1,
    "sources/images/logo.png": 2,
}
"""What is looked at, and the look at which it counts."""


@pytest.mark.parametrize("unseen", UNSEEN)
def test_what_a_disk_did_not_show_for_a_moment_is_looked_for_by_the_next_build(
    sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, unseen: str
) -> None:
    templates = Path(shutil.copytree(SMALL, tmp_path / "tpl"))
    # What has been looked at is not looked at again.
    others = Path(shutil.copytree(sources, tmp_path / "whole/sources"))
    whole = shown(build(others, "newsletter", "release", templates=templates).out)
    order = functools.partial(build, sources, "newsletter", "release", templates=templates)
    looked, begin, faults = os.stat, Record.__init__, list[str]()

    def looking(path: Any, **named: Any) -> os.stat_result:
        if faults and os.fsdecode(path) == str(tmp_path / unseen) and faults.pop() == unseen:
            raise OSError(errno.ESTALE, os.strerror(errno.ESTALE), path)
        return looked(path, **named)

    def begun(record: Record, *given: Any) -> None:
        begin(record, *given)
        faults[:] = [unseen, *[""] * (UNSEEN[unseen] - 1)]

    with monkeypatch.context() as patch:
        patch.setattr(os, "stat", looking)
        patch.setattr(os, "lstat", functools.partial(looking, follow_symlinks=False))
        patch.setattr(Record, "__init__", begun)
        faulty = order()
    assert faulty.code == 1
    assert "did not answer" in faulty.said
    assert order().code == 0
    assert shown(faulty.out) == whole


@pytest.mark.parametrize("folder", ["", "newsletter", "newsletter/2025-05"])
def test_editions_that_a_disk_does_not_list_for_a_while_stay_on_the_index(
    sources: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    out = build(sources).out
    before, listing = shown(out), os.listdir
    place = out / folder if folder != "newsletter/2025-05" else out / folder / "provenance.json"
    looked = Path.stat

    def failing(path: str | Path = ".") -> list[str]:
        if Path(path) == place:
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))
        return listing(path)

    def unseen(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if path == place and path.suffix:
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))
        return looked(path, follow_symlinks=follow_symlinks)

    with monkeypatch.context() as patch:
        patch.setattr(os, "listdir", failing)
        patch.setattr(Path, "stat", unseen)
        faulty = build(sources, "release", force=True)
    assert faulty.code == 1
    assert "error B121 " in faulty.said
    assert shown(out) == before


def test_a_folder_moved_away_under_a_build_is_told_or_made_anew(
    sources: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    alone = shown(build(sources, "newsletter", out=tmp_path / "alone").out)
    for moment in (0.2, 0.4, 0.6, 0.8):
        process = started(sources, out, "--force")
        time.sleep(moment)
        if out.exists():
            out.rename(tmp_path / f"away-{moment}")
        told = process.communicate(timeout=PATIENCE)[0]
        assert "Traceback" not in told
        assert process.returncode in (0, 1)
        assert build(sources, "newsletter", out=out).code == 0
        assert shown(out) == alone
        shutil.rmtree(out)


class _Mover(Desk):
    """Somebody moves the folder away when all is made, before that is remembered."""

    out_folder: Path

    def findings(self, found: Iterable[Finding]) -> None:
        super().findings(found)
        self.out_folder.rename(self.out_folder.with_name("away"))


def test_what_is_moved_away_after_it_was_put_in_place_is_made_anew(
    sources: Path, tmp_path: Path
) -> None:
    alone = shown(build(sources, "newsletter", out=tmp_path / "alone").out)
    out = tmp_path / "out"
    desk = _Mover(io.StringIO(), io.StringIO(), "text", {})
    desk.out_folder = out
    order = orders.Order(
        publications=("newsletter",), sources=sources, templates=SMALL, out=out, now=NOW
    )
    assert building.build(order, desk) == 0
    assert build(sources, "newsletter", out=out).code == 0
    assert shown(out) == alone


class _Meddler(Desk):
    """What was put in place is another by the time that it is told and remembered."""

    meddle: Callable[[], object]

    def findings(self, found: Iterable[Finding]) -> None:
        super().findings(found)
        self.meddle()


@pytest.mark.parametrize("is_other_build", [False, True])
def test_what_is_another_before_it_is_remembered_is_made_anew(
    sources: Path, tmp_path: Path, is_other_build: bool
) -> None:
    alone = shown(build(sources, "newsletter", out=tmp_path / "alone").out)
    edit(sources, LETTER, *SUBJECTS)
    other = build(sources, "newsletter", out=tmp_path / "other").out / "newsletter"
    edit(sources, LETTER, *reversed(SUBJECTS))
    out = tmp_path / "out"

    def meddle() -> None:
        if is_other_build:
            shutil.rmtree(out / "newsletter")
            shutil.copytree(other, out / "newsletter")
        else:
            (out / "newsletter/2025-05/en/newsletter.txt").write_bytes(b"\0")

    desk = _Meddler(io.StringIO(), io.StringIO(), "text", {})
    desk.meddle = meddle
    order = orders.Order(
        publications=("newsletter",), sources=sources, templates=SMALL, out=out, now=NOW
    )
    assert building.build(order, desk) == 0
    assert build(sources, "newsletter", out=out).code == 0
    assert shown(out) == alone


def test_what_was_moved_away_while_others_were_made_is_told(sources: Path, tmp_path: Path) -> None:
    out = build(sources, "newsletter", out=tmp_path / "out").out
    made = Report(
        publication="newsletter",
        slug="2025-05",
        language="en",
        status="made",
        files={"newsletter.txt": 1},
    )
    assert not [*building.gone(out, [made])]
    out.rename(tmp_path / "away")
    (told,) = building.gone(out, [made, made])
    assert str(told).startswith("out/newsletter/2025-05: error B126 this edition was put in")


class _Busy(Desk):
    """Somebody saves while the build is told to be at work."""

    save: Callable[[], object]

    def progress(self, told: str) -> None:
        self.save()


def _of_releases(sources: Path) -> orders.Order:
    return orders.Order(
        publications=("release",),
        sources=sources,
        templates=SMALL,
        out=sources.parent / "b",
        now=NOW,
    )


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (LETTER, f"{LETTER}: warning B125 this file was saved while the build read it"),
        ("news/2025-05-30-new.md", "news: warning B125 a file was put here while the build read"),
    ],
)
def test_a_source_that_is_saved_while_it_is_read_is_told(
    sources: Path, name: str, told: str
) -> None:
    out = io.StringIO()
    desk = _Busy(out, io.StringIO(), "text", {})
    path = sources / name
    text = (sources / LETTER).read_text()
    asides = [sources / "newsletters" / name for name in ("4913", "2025-05.md.bak")]

    def save() -> None:
        # Vim tries whether it may write here, others keep what was there before.
        for one in (path, *asides):
            one.write_text(text.replace("A quay", "Half a"))

    desk.save = save
    order = _of_releases(sources)
    building.build(order, desk)
    assert f"sources/{told}" in out.getvalue()
    assert out.getvalue().count("B125") == 1
    again = Desk(io.StringIO(), io.StringIO(), "text", {})
    building.build(order, again)
    assert "B125" not in again.out.getvalue()  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["#2026", "~older", "_old", "__pycache__"])
def test_a_folder_that_stood_there_before_is_told_of_no_save(sources: Path, name: str) -> None:
    shutil.copytree(sources / "releases", sources / "releases" / name / "kept")
    desk = Desk(io.StringIO(), io.StringIO(), "text", {})
    order = _of_releases(sources)
    building.build(order, desk)
    assert "B125" not in desk.out.getvalue()  # type: ignore[attr-defined]


def test_a_source_that_an_editor_takes_away_before_it_saves_it_is_waited_for(
    sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, aside = sources / LETTER, sources / "newsletters/2025-05.md~"
    path.rename(aside)

    waited = []

    def save(seconds: float) -> None:
        waited.append(seconds)
        if sum(waited) > 0.05:
            aside.rename(path)

    monkeypatch.setattr(time, "sleep", save)
    assert files.content(path, PurePath("sources", LETTER)).startswith(b"---")
    assert len(waited) > 1


def test_what_is_gone_is_not_waited_for(sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "sleep", lambda _: pytest.fail("it is waited for"))
    os.utime(sources / "news", (0, 0))
    for number in range(3):
        path = sources / f"news/{number}.md"
        with pytest.raises(CopyError, match="B104 the file cannot be opened: No such file"):
            files.content(path, PurePath("sources", path.name))


def test_what_an_editor_keeps_for_itself_is_no_save(sources: Path) -> None:
    before = stamps.footprints(sources)
    for name in (".2025-05.md.swp", "2025-05.md~", "#2025-05.md#"):
        (sources / "newsletters" / name).write_text("x")
    (sources / "newsletters/.#2025-05.md").symlink_to("ana@desk.123")
    assert stamps.footprints(sources) == before


def test_sources_moved_away_under_a_build_are_told(sources: Path, tmp_path: Path) -> None:
    for moment in (0.2, 0.3, 0.4):
        process = started(sources, tmp_path / "out", "--force")
        time.sleep(moment)
        sources.rename(tmp_path / "away")
        told = process.communicate(timeout=PATIENCE)[0]
        (tmp_path / "away").rename(sources)
        assert "Traceback" not in told
        assert " P191 " not in told
        assert process.returncode in (0, 1, 2)


def test_a_clock_set_back_takes_back_what_is_not_due(sources: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    early = shown(build(sources, "newsletter", "release", now=NOW, out=out).out)
    later = build(sources, "newsletter", "release", now=NOW + dt.timedelta(days=900), out=out)
    assert later.code == 0
    for path in out.rglob("*"):
        os.utime(path, (2**31, 2**31))
    build(sources, "newsletter", "release", now=NOW, out=out)
    assert shown(out) == early


@pytest.mark.soak
def test_three_hundred_kills_never_leave_a_mixture(
    sources: Path, tmp_path: Path, whole: tuple[dict[str, bytes], dict[str, bytes]]
) -> None:
    out = tmp_path / "out"
    chance = random.Random(1)
    sets = [{k: v for k, v in one.items() if k.startswith("newsletter/2025-05/")} for one in whole]
    hits = 0
    begun = time.monotonic()
    started(sources, out, "--force").communicate()
    whole_build = time.monotonic() - begun
    for number in range(300):
        edit(sources, LETTER, SUBJECTS[number % 2], SUBJECTS[1 - number % 2])
        process = started(sources, out, "--force")
        try:
            process.wait(chance.uniform(0.1, 1.1) * whole_build)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            hits += 1
        process.communicate()
        left = {k: v for k, v in shown(out).items() if k.startswith("newsletter/2025-05/")}
        assert left in ({}, *sets), number
        if number % 10 == 9:
            build(sources, "newsletter", out=out)
            assert shown(out) == whole[1 - number % 2], number
            assert not (out / outputs.WORKSHOP).exists() or not any(
                (out / outputs.WORKSHOP).iterdir()
            )
    print(f"{hits} of 300 builds were killed")
    assert hits > 100
