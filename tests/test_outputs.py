"""Files appear whole or not at all, an edition as a set, one build at a time."""

from __future__ import annotations

import errno
import fcntl
import functools
import multiprocessing
import os
import signal
import subprocess
import tempfile
import time
from pathlib import PurePath, PurePosixPath

import pytest

from pipeline import outputs, premises, stamps, workers
from pipeline.errors import BroadsideError, of_disk
from tests.desks import nobody

PLACE = PurePosixPath("newsletter", "2025-05")
FORK = multiprocessing.get_context("fork")
PATIENCE = 300


def standing(root):
    found = sorted(path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def test_an_edition_is_put_in_its_place(tmp_path):
    outputs.publish(tmp_path, PLACE, {"en/a.txt": b"A", "en/images/b.png": b"B"})
    assert standing(tmp_path) == {
        "newsletter/2025-05/en/a.txt": b"A",
        "newsletter/2025-05/en/images/b.png": b"B",
    }


def test_of_the_old_edition_nothing_stays(tmp_path):
    old = {outputs.RECEIPT: b"1", "en/a.txt": b"A", "en/old.txt": b"O"}
    outputs.publish(tmp_path, PLACE, old)
    known = {name: stamps.digest(old[name]) for name in old}
    outputs.publish(tmp_path, PLACE, {outputs.RECEIPT: b"2", "en/a.txt": b"B"}, known=known)
    assert standing(tmp_path) == {
        "newsletter/2025-05/en/a.txt": b"B",
        f"newsletter/2025-05/{outputs.RECEIPT}": b"2",
    }


def test_languages_that_are_kept_are_taken_over(tmp_path):
    outputs.publish(tmp_path, PLACE, {"en/a.txt": b"A", "fr/a.txt": b"F"})
    outputs.publish(tmp_path, PLACE, {"en/a.txt": b"B"}, kept=("fr", "de"))
    assert standing(tmp_path) == {
        "newsletter/2025-05/en/a.txt": b"B",
        "newsletter/2025-05/fr/a.txt": b"F",
    }


def test_everybody_may_read_what_was_made(tmp_path):
    before = os.umask(0o077)
    try:
        outputs.publish(tmp_path, PLACE, {"en/a.txt": b"A"})
    finally:
        os.umask(before)
    file = tmp_path / "newsletter/2025-05/en/a.txt"
    assert oct(file.stat().st_mode)[-3:] == "644"
    assert oct(file.parent.stat().st_mode)[-3:] == "755"


def _rewrite(root):
    number = 0
    while True:
        number += 1
        content = str(number % 2).encode() * 5_000
        outputs.publish(root, PLACE, {f"en/{name}.txt": content for name in "abc"})


def test_a_build_that_is_killed_leaves_the_old_set_or_the_new_one(tmp_path):
    for attempt in range(8):
        with outputs.at_work(tmp_path):
            outputs.publish(tmp_path, PLACE, {f"en/{name}.txt": b"0" for name in "abc"})
        process = FORK.Process(target=_rewrite, args=(tmp_path,))
        process.start()
        time.sleep(0.05 + attempt * 0.013)
        os.kill(process.pid, signal.SIGKILL)
        process.join()
        with outputs.at_work(tmp_path):
            found = {name: c for name, c in standing(tmp_path).items() if name != outputs.LOCK}
        assert len(found) == 3
        assert len(set(found.values())) == 1


def _hold(root, begun, done):
    with outputs.at_work(root):
        begun.set()
        done.wait(PATIENCE)


def let_go(monkeypatch, done):
    """Who holds a folder goes on as soon as somebody stands behind him."""
    lock = fcntl.flock

    def waiting(descriptor, how):
        if not how & fcntl.LOCK_NB:
            done.set()
        lock(descriptor, how)

    monkeypatch.setattr(fcntl, "flock", waiting)


def test_a_second_build_waits_for_the_first(tmp_path, monkeypatch):
    begun, done = FORK.Event(), FORK.Event()
    process = FORK.Process(target=_hold, args=(tmp_path, begun, done))
    process.start()
    begun.wait(PATIENCE)
    with outputs.at_work(tmp_path / "elsewhere") as waited:
        assert waited is False
    let_go(monkeypatch, done)
    with outputs.at_work(tmp_path) as waited:
        assert waited is True
    process.join()


def test_a_build_that_is_killed_holds_nothing(tmp_path):
    begun, done = FORK.Event(), FORK.Event()
    process = FORK.Process(target=_hold, args=(tmp_path, begun, done))
    process.start()
    begun.wait(PATIENCE)
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    with outputs.at_work(tmp_path) as waited:
        assert waited is False


def test_what_a_killed_build_left_is_swept_away(tmp_path):
    (tmp_path / outputs.WORKSHOP / "half").mkdir(parents=True)
    with outputs.at_work(tmp_path):
        assert not (tmp_path / outputs.WORKSHOP).exists()


def test_one_file_is_replaced_whole(tmp_path):
    outputs.replace(tmp_path / "deep" / "index.html", b"one")
    outputs.replace(tmp_path / "deep" / "index.html", b"two")
    assert standing(tmp_path) == {"deep/index.html": b"two"}


def test_a_file_that_is_replaced_stays_everybodys_who_had_it(tmp_path):
    page = tmp_path / "index.html"
    page.write_bytes(b"one")
    page.chmod(0o640)
    theirs = 4242 if os.getuid() == 0 else (os.getgroups() or [os.getgid()])[-1]
    os.chown(page, -1, theirs)
    outputs.replace(page, b"two")
    assert page.stat().st_gid == theirs
    assert page.stat().st_mode & 0o777 == 0o640


def test_what_is_not_there_reads_as_nothing(tmp_path):
    assert outputs.read(tmp_path / "nothing") is None
    assert outputs.read(tmp_path) is None


def test_somebodys_own_folder_is_never_replaced(tmp_path):
    own = tmp_path / "slides" / "network"
    own.mkdir(parents=True)
    (own / "holiday.jpg").write_bytes(b"photograph")
    with pytest.raises(BroadsideError, match=r"B123 this folder holds 'holiday\.jpg', which no"):
        outputs.publish(tmp_path, PurePosixPath("slides", "network"), {"en/slides.pdf": b"%PDF"})
    assert standing(tmp_path) == {"slides/network/holiday.jpg": b"photograph"}


def test_somebodys_own_file_among_ours_is_never_replaced(tmp_path):
    own = tmp_path / "slides/network/en/mine/holiday.jpg"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"photograph")
    with pytest.raises(BroadsideError, match=r"B123 this folder holds 'en/mine/holiday\.jpg'"):
        outputs.publish(tmp_path, PurePosixPath("slides", "network"), {"en/slides.pdf": b"%PDF"})
    assert standing(tmp_path) == {"slides/network/en/mine/holiday.jpg": b"photograph"}


def test_what_others_put_beside_our_files_stays_where_it_is(tmp_path):
    made = {"en/a.txt": b"a", "en/b.txt": b"b", "fr/a.txt": b"f", outputs.RECEIPT: b"{}"}
    outputs.publish(tmp_path, PLACE, made)
    known = {name: stamps.digest(made[name]) for name in made}
    (tmp_path / PLACE / "en/b.txt").write_bytes(b"worked on")
    for name in ("notes.txt", "en/deep/notes.txt", "fr/notes.txt"):
        path = tmp_path / PLACE / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"mine")
    (tmp_path / PLACE / "en/link").symlink_to("/nowhere")
    outputs.publish(tmp_path, PLACE, {"en/a.txt": b"n", outputs.RECEIPT: b"{}"}, ("fr",), known)
    found = standing(tmp_path / PLACE)
    assert found == {
        "en/a.txt": b"n",
        "en/b.txt": b"worked on",
        "en/deep/notes.txt": b"mine",
        "fr/a.txt": b"f",
        "fr/notes.txt": b"mine",
        "notes.txt": b"mine",
        outputs.RECEIPT: b"{}",
    }
    assert (tmp_path / PLACE / "en/link").is_symlink()
    outputs.withdraw(tmp_path, PLACE, {**known, "en/a.txt": stamps.digest(b"n")})
    assert {*standing(tmp_path / PLACE)} == {*found} - {"en/a.txt", "fr/a.txt", outputs.RECEIPT}


def test_where_a_receipt_is_damaged_nothing_is_thrown_away(tmp_path):
    outputs.publish(tmp_path, PLACE, {outputs.RECEIPT: b"1", "en/a.txt": b"A", "fr/a.txt": b"F"})
    (tmp_path / PLACE / "en/notes.txt").write_bytes(b"mine")
    outputs.publish(tmp_path, PLACE, {outputs.RECEIPT: b"2", "en/a.txt": b"B"})
    assert standing(tmp_path / PLACE) == {
        "en/a.txt": b"B",
        "en/notes.txt": b"mine",
        "fr/a.txt": b"F",
        outputs.RECEIPT: b"2",
    }


def test_an_edition_with_a_folder_that_cannot_be_listed_stays_as_it_was(everybodys):
    out = everybodys / "out"
    out.mkdir()
    out.chmod(0o777)
    made = {outputs.RECEIPT: b"1", "en/a.txt": b"A"}
    known = {name: stamps.digest(made[name]) for name in made}
    private = out / PLACE / "private"
    with nobody():
        outputs.publish(out, PLACE, made)
        private.mkdir()
        (private / "notes.txt").write_bytes(b"mine")
        private.chmod(0)
        with pytest.raises(PermissionError):
            outputs.publish(out, PLACE, {outputs.RECEIPT: b"2", "en/a.txt": b"B"}, known=known)
        private.chmod(0o755)
    assert standing(out / PLACE) == {**made, "private/notes.txt": b"mine"}


def test_two_that_write_one_page_at_once_do_not_hinder_each_other(tmp_path):
    page = tmp_path / "check.html"

    def write(number, _):
        for _ in range(150):
            outputs.replace(page, bytes([number]) * 200_000, lasting=False)
            content = page.read_bytes()
            if len(content) != 200_000 or len(set(content)) != 1:
                return "torn"
        return "whole"

    assert [said for _, said in workers.run(write, 2, 2)] == ["whole", "whole"]
    assert [path.name for path in tmp_path.iterdir()] == ["check.html"]


def test_two_of_one_number_in_two_containers_write_one_page_whole(tmp_path, monkeypatch):
    page, write = tmp_path / "check.html", outputs._write
    monkeypatch.setattr(os, "getpid", lambda: 1)

    def meanwhile(path, content, lasting=True):
        write(path, content, lasting)
        monkeypatch.setattr(outputs, "_write", half)
        with pytest.raises(OSError, match="No space left"):
            outputs.replace(page, b"another", lasting=False)

    def half(path, content, lasting=True):
        write(path, content[:3], lasting)
        refusing(errno.ENOSPC)

    monkeypatch.setattr(outputs, "_write", meanwhile)
    outputs.replace(page, b"one page", lasting=False)
    assert standing(tmp_path) == {"check.html": b"one page"}


def test_what_somebody_who_was_killed_has_begun_is_cleared_away(tmp_path):
    dead = subprocess.Popen(["true"])
    dead.wait()
    ours = [f".index.html.{dead.pid}.part", f"newsletter/.feed.xml.{dead.pid}.part"]
    others = [f".check.html.{os.getpid()}.part", ".film.mp4.part", "newsletter/a.1.part"]
    for name in (*ours, *others):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("half")
    outputs.sweep(tmp_path)
    assert [name for name in (*ours, *others) if (tmp_path / name).exists()] == others


@pytest.mark.parametrize(
    ("number", "remedy"),
    [
        (errno.EXDEV, "is another disk, or a link to one"),
        (errno.EBUSY, "is another disk"),
        (errno.EACCES, "the right to read"),
        (errno.EMFILE, "ulimit"),
        (errno.ENOSPC, "make room"),
    ],
)
def test_what_a_disk_refused_is_told_at_its_place_with_what_helps(number, remedy):
    error = OSError(number, os.strerror(number), "/home/ana/sources/news/a.md")
    told = of_disk(error, roots=[PurePath("/srv/build"), PurePath("/home/ana/sources")])
    assert told.location.file == "sources/news/a.md"
    assert remedy in told.remedy


def test_a_folder_made_anew_under_a_build_is_known_as_its_own(tmp_path):
    root = tmp_path / "out"
    with outputs.at_work(root):
        root.rename(tmp_path / "away")
        outputs.replace(root / "index.html", b"page")
    premises.refuse_others(root, [])


def refusing(number, *_, **__):
    raise OSError(number, os.strerror(number))


@pytest.mark.parametrize("number", [errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL])
def test_a_disk_without_rights_links_and_syncing_takes_an_edition_all_the_same(
    tmp_path, monkeypatch, number
):
    made = {"en/a.txt": b"A", "fr/a.txt": b"F", "fr/images/b.png": b"B"}
    outputs.publish(tmp_path, PLACE, made | {outputs.RECEIPT: b"1"})
    (tmp_path / PLACE / "mine.txt").write_bytes(b"M")
    for name in ("chmod", "fchmod", "fsync", "link"):
        monkeypatch.setattr(os, name, functools.partial(refusing, number))
    known = {name: stamps.digest(content) for name, content in made.items()}
    new = {"en/a.txt": b"B", outputs.RECEIPT: b"2"}
    outputs.publish(tmp_path, PLACE, new, ("fr",), known)
    outputs.replace(tmp_path / "index.html", b"page")
    outputs.replace(tmp_path / "index.html", b"another")
    assert standing(tmp_path) == {
        "index.html": b"another",
        **{f"{PLACE}/{name}": content for name, content in (made | new).items()},
        f"{PLACE}/mine.txt": b"M",
    }


@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC, errno.EROFS])
def test_what_a_disk_can_do_and_refuses_stops_an_edition(tmp_path, monkeypatch, number):
    monkeypatch.setattr(os, "fsync", functools.partial(refusing, number))
    with pytest.raises(OSError, match=os.strerror(number)):
        outputs.publish(tmp_path, PLACE, {"en/a.txt": b"A"})
    assert standing(tmp_path) == {}


def test_on_a_disk_that_does_not_lock_a_second_build_waits_as_well(tmp_path, monkeypatch):
    folder, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    folder.mkdir()
    elsewhere.mkdir()
    lock = fcntl.flock

    def locked(descriptor, how):
        if os.path.samestat(os.fstat(descriptor), (folder / outputs.LOCK).stat()):
            refusing(errno.ENOLCK)
        lock(descriptor, how)

    monkeypatch.setattr(fcntl, "flock", locked)
    monkeypatch.setattr(tempfile, "tempdir", str(elsewhere))
    begun, done = FORK.Event(), FORK.Event()
    process = FORK.Process(target=_hold, args=(folder, begun, done))
    process.start()
    begun.wait(PATIENCE)
    let_go(monkeypatch, done)
    with outputs.at_work(folder) as waited:
        assert waited is True
    process.join()
    with outputs.at_work(folder) as waited:
        assert waited is False
