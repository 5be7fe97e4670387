"""The line: what is made of the same things is kept, and nothing can hang the house."""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import functools
import inspect
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time

import pytest

from pipeline import (
    assets,
    memory,
    outputs,
    preview,
    production,
    provenance,
    publications,
    stamps,
    telling,
    workers,
)
from pipeline.errors import CopyError, Finding
from pipeline.memory import Record
from pipeline.model.texts import NOWHERE
from pipeline.workers import Limits
from tests.conftest import ROOT
from tests.desks import NOW, SMALL, build, edit, read, write

TEXT = "newsletter/2025-05/en/newsletter.txt"
QUICK = Limits(seconds=0.6)
UNHURRIED = Limits(seconds=0.6, patience=500)
"""As little work, on a machine that may have much else to do."""


def times(out):
    return {path: path.stat().st_mtime_ns for path in sorted(out.glob("*/*/*/*")) if path.is_file()}


def statuses(made):
    return {
        tuple(line.split("  ")[0].split()): line.split("  ")[1].split(":")[0]
        for line in made.lines
        if line[:1].isalpha() and line.count("  ") and not line.startswith("sources")
    }


@pytest.fixture
def templates(tmp_path):
    return shutil.copytree(SMALL, tmp_path / "templates")


def test_the_same_sources_give_the_same_bytes(sources):
    first = build(sources).files
    assert build(sources, out=sources.parent / "again").files == first
    assert len(first) == 14


def test_no_machine_makes_other_bytes(sources):
    made = []
    for number, surroundings in enumerate(
        (
            {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
            {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "C.UTF-8"},
        )
    ):
        out = sources.parent / f"out{number}"
        paths = ["--sources", sources, "--templates", SMALL, "--out", out]
        command = [sys.executable, "-m", "pipeline", "build", *map(str, paths)]
        subprocess.run(
            [*command, "--now", "2025-06-10T09:00"],
            cwd=ROOT,
            env={**os.environ, **surroundings},
            check=True,
            capture_output=True,
        )
        found = sorted(
            path for path in out.rglob("*") if path.is_file() and ".made" not in path.parts
        )
        made.append({path.relative_to(out): path.read_bytes() for path in found})
    assert made[0] == made[1]


def test_what_is_unchanged_is_not_made_again(sources):
    first = build(sources, "newsletter")
    before = times(first.out)
    second = build(sources, "newsletter")
    assert times(second.out) == before
    assert set(statuses(first).values()) == {"made"}
    assert set(statuses(second).values()) == {"unchanged"}
    assert (
        second.lines[1:] == [line.replace("  made  ", "  unchanged  ") for line in first.lines][1:]
    )


def test_slides_without_a_date_bear_that_of_the_day(sources):
    edit(sources, "slides/harbours.md", "date: 2025-05-01\n", "")
    first = build(sources, "slides")
    assert set(statuses(build(sources, "slides")).values()) == {"unchanged"}
    assert set(statuses(build(sources, "slides", now=NOW + dt.timedelta(days=1))).values()) == {
        "made"
    }
    [(_, told)] = provenance.standing(first.out)
    assert {entry["date"] for entry in told["languages"].values()} == {"2025-06-11"}


def test_what_is_unchanged_tells_its_files_in_the_order_of_what_was_made(sources, templates):
    declared = (templates / "newsletter/publication.toml").read_text()
    write(templates, "newsletter/publication.toml", declared.replace("letter.txt", "z.txt", 1))
    output = declared[declared.index("[[output]]") :].replace("letter.txt", "a.txt", 1)
    with (templates / "newsletter/publication.toml").open("a") as added:
        added.write(f"\n{output}")
    first = build(sources, templates=templates)
    edit(sources, "slides/harbours.md", "Say hello first.", "Say hello.")
    second = build(sources, templates=templates)

    def told(made):
        names = (line.split()[0] for line in made.lines if line.startswith("    "))
        return [name for name in names if name.endswith(".txt")]

    assert statuses(second)["newsletter", "2025-05", "en"] == "unchanged"
    assert told(second) == told(first)
    assert told(first)[2:4] == ["newsz.txt", "newsa.txt"]


def test_what_is_unchanged_is_made_again_where_that_is_asked_for(sources):
    first = build(sources, "newsletter")
    before = times(first.out)
    assert set(statuses(build(sources, "newsletter", force=True)).values()) == {"made"}
    assert all(times(first.out)[path] > stamp for path, stamp in before.items())


def test_only_what_a_change_concerns_is_made_again(sources):
    build(sources)
    edit(sources, "slides/harbours.md", "Say hello first.", "Say hello.")
    made = statuses(build(sources))
    assert [edition for edition, status in made.items() if status == "made"] == [
        ("slides", "harbours", "en")
    ]


def test_a_change_of_a_template_makes_its_publication_again(sources, templates):
    build(sources, templates=templates)
    write(templates, "slides/slides.txt", "{{ edition.title.plain }}\n")
    made = statuses(build(sources, templates=templates))
    assert {edition[0] for edition, status in made.items() if status == "made"} == {"slides"}


def test_a_change_of_shared_pieces_that_a_link_leads_to_is_noticed(sources, templates, tmp_path):
    pieces = (templates / "_shared").rename(tmp_path / "pieces")
    (templates / "_shared").symlink_to(pieces)
    build(sources, templates=templates)
    before = preview.state([templates])
    edit(pieces, "words.toml", '"Projects"', '"Undertakings"')
    assert preview.state([templates]) != before
    assert "# Undertakings" in build(sources, templates=templates).files[TEXT]


def test_what_a_designer_saves_while_a_build_reads_is_made_by_the_next(
    sources, templates, monkeypatch
):
    write(templates, "slides/slides.txt", "{{ words['about'] }}\n")

    def brand(root):
        if "About" in (root / "_shared/words.toml").read_text():
            edit(root, "_shared/words.toml", "About", "Concerning")
        return publications.brand.__wrapped__(root)

    # All words have been read by now, and nothing has been made of them.
    monkeypatch.setattr(publications, "brand", functools.wraps(publications.brand)(brand))
    name = "slides/harbours/en/slides.txt"
    assert build(sources, templates=templates).files[name] == "About {name}\n"
    assert build(sources, templates=templates).files[name] == "Concerning {name}\n"


def test_a_change_of_a_picture_makes_again_what_shows_it(sources):
    build(sources)
    shutil.copy(sources / "images/ferry.png", sources / "images/quay.png")
    made = statuses(build(sources))
    assert ("slides", "harbours", "en") in [e for e, status in made.items() if status == "made"]
    assert made["manifesto", "2025", "en"] == "unchanged"


def test_an_entry_above_those_of_other_pictures_makes_nothing_again(sources):
    """It may be of a picture that waits, and every receipt became another one."""
    before = {path: path.read_bytes() for path in build(sources).out.glob("*/*/*.json")}
    typed = "gate.png: {alt: '', credit: HTN, licence: CC0-1.0}\n"
    write(sources, "images.yaml", typed + (sources / "images.yaml").read_text("utf-8"))
    shutil.copy(sources / "images/ferry.png", sources / "images/gate.png")
    made = build(sources)
    assert {path: path.read_bytes() for path in made.out.glob("*/*/*.json")} == before
    assert set(statuses(made).values()) == {"unchanged"}


def test_what_was_found_of_a_picture_is_told_at_its_line_as_it_is_now(sources, templates):
    page = "<!DOCTYPE html><html lang=en><title>T</title><h1>T</h1>"
    logo = "<img alt=L style='width: 16cm' src='{{ edition.organisation.brand.logo.url }}'>"
    write(templates, "slides/slides.txt", page + logo)
    declared = (templates / "slides/publication.toml").read_text("utf-8")
    paper = declared.replace("slides.txt", "slides.pdf", 1).replace('"plain"', '"pdf"')
    write(templates, "slides/publication.toml", paper)
    made = build(sources, "slides", templates=templates, limits=Limits(seconds=30))
    assert "sources/images.yaml:1:1: warning P205 " in made.said
    typed = (sources / "images.yaml").read_text("utf-8")
    write(sources, "images.yaml", f"# Ours\n\n{typed}")
    made = build(sources, "slides", templates=templates, limits=Limits(seconds=30))
    assert "sources/images.yaml:3:1: warning P205 " in made.said


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b'{"languages": 3}', b'{"languages": {"en": 3}}']
)
def test_a_damaged_record_of_an_edition_is_made_again(sources, damage):
    made = build(sources, "newsletter")
    receipt = made.out / "newsletter/2025-05" / provenance.RECEIPT
    receipt.write_bytes(damage)
    shutil.rmtree(made.out / ".made")
    again = build(sources, "newsletter")
    assert again.code == 0
    assert again.files == made.files
    assert json.loads(receipt.read_bytes())["edition"] == "2025-05"


def test_a_damaged_memory_of_a_build_is_built_again(sources):
    made = build(sources, "newsletter")
    [record] = (made.out / ".made").glob("*.json")
    for damage in (b"", b"[]", b"{}", record.read_bytes()[:40]):
        record.write_bytes(damage)
        assert build(sources, "newsletter").code == 0


def test_the_index_shows_the_languages_as_the_house_orders_them(tmp_path):
    sources = tmp_path / "sources"
    house = "name: N\nshort_name: N\nlanguages: [nl, de]\ntimezone: Europe/Brussels\n"
    write(sources, "organisation.yaml", house)
    for name in ("a.md", "a.de.md"):
        write(sources, f"slides/{name}", "---\ntitle: A\n---\n# A\n\nA.\n")
    page = (build(sources, "slides").out / "index.html").read_text()
    assert page.index("/nl/slides.txt") < page.index("/de/slides.txt")


def test_the_index_says_titles_and_dates_in_the_first_language(tmp_path, templates):
    sources = tmp_path / "sources"
    house = "name: N\nshort_name: N\nlanguages: [de, fr]\ntimezone: Europe/Brussels\n"
    write(sources, "organisation.yaml", house)
    write(sources, "slides/a.md", "---\ntitle: A\ndate: 2024-03-01\n---\n# A\n\nA.\n")
    edit(templates, "slides/publication.toml", "per =", 'word = "deck"\nper =')
    edit(templates, "_shared/words.toml", "[en]", '[de]\ndeck = "Präsentation"\n\n[en]')
    told = "{% for row in shelf.rows %}, {{ row.versions[0].dated | day }}{% endfor %}"
    page = "{% for shelf in shelves %}{{ shelf.title }}" + told + "{% endfor %}"
    write(templates, "_shared/index.html", page)
    made = build(sources, "slides", templates=templates)
    assert (made.out / "index.html").read_text() == "Präsentation, 1. März 2024\n"


def test_a_damaged_or_lost_file_is_made_again(sources):
    made = build(sources, "newsletter")
    wanted = made.files
    (made.out / TEXT).write_text("scribble")
    assert build(sources, "newsletter").files == wanted
    (made.out / TEXT).unlink()
    assert build(sources, "newsletter").files == wanted
    shutil.rmtree(made.out / "newsletter")
    assert build(sources, "newsletter").files == wanted
    (made.out / "index.html").unlink()
    build(sources, "newsletter")
    assert (made.out / "index.html").exists()


def test_what_is_saved_while_a_build_is_at_work_is_not_taken_for_built(sources):
    def record():
        return Record(["newsletter"], sources, SMALL, sources.parent / "build")

    record().keep(read(sources), NOW, [], [], ["made"], 0)
    assert record().known(NOW) == (["made"], 0)
    at_work = record()
    with (sources / "organisation.yaml").open("a") as saved:
        saved.write("# saved meanwhile\n")
    at_work.keep(read(sources), NOW, [], [], ["made"], 0)
    assert record().known(NOW) is None


def test_one_language_made_alone_leaves_the_other_in_place(sources):
    first = build(sources, "newsletter").files
    edit(sources, "newsletters/2025-05.md", "Spring at the water.", "Summer.")
    edit(sources, "newsletters/2025-05.fr.md", "Le printemps", "L'été")
    second = build(sources, "newsletter", languages=("en",)).files
    assert second[TEXT] != first[TEXT]
    assert second[TEXT.replace("/en/", "/fr/")] == first[TEXT.replace("/en/", "/fr/")]


def test_an_edition_that_is_refused_leaves_the_old_one_in_place(sources):
    first = build(sources, "newsletter").files
    edit(sources, "news/2025-05-06-ferry.md", "order: 1", "order: one")
    second = build(sources, "newsletter")
    assert (second.code, second.files) == (1, first)


def test_an_embargo_that_ends_is_noticed(sources):
    before = dt.datetime(2025, 6, 3, 8, 59, tzinfo=dt.UTC)
    name = "release/2025-06-03-forum-opens/en/release.txt"
    assert name not in build(sources, now=before).files
    assert name not in build(sources, now=before).files
    assert name in build(sources, now=before + dt.timedelta(minutes=1)).files


def test_nothing_is_said_of_what_is_under_embargo(sources):
    (sources / "releases/2025-06-03-forum-opens.fr.md").unlink()
    edit(sources, "releases/2025-06-03-forum-opens.md", "date: 2025-06-03", "date: 2025-06-02")
    before = dt.datetime(2025, 6, 3, 8, 59, tzinfo=dt.UTC)
    for names in ((), ("release",), ("presskit",)):
        made = build(sources, *names, now=before, out=sources.parent / f"out{len(names)}")
        kept = "".join(p.read_text("utf-8") for p in made.out.rglob("*") if p.is_file())
        for secret in ("forum-opens", "Ministers", "Nobody may know"):
            assert secret not in made.said
            assert secret not in kept
    after = build(sources, "release", now=before + dt.timedelta(minutes=1))
    assert "2025-06-03-forum-opens.md: warning T101" in after.said


def test_what_waits_for_a_translation_is_told_once_and_where_it_stands(sources):
    said = build(sources, "manifesto").said
    assert said.count("T101") == said.count("02-ferries.md: warning T101") == 1
    assert "; one other is not either" in said
    for name in ("slides", "newsletter"):
        assert "02-ferries.md" not in build(sources, name).said


def test_a_release_under_embargo_is_built_by_name_and_marked(sources):
    before = dt.datetime(2025, 6, 3, 8, 59, tzinfo=dt.UTC)
    made = build(sources, "release", edition="2025-06-03-forum-opens", now=before)
    assert made.code == 0
    text = made.files["release/2025-06-03-forum-opens/en/release.txt"]
    assert text.startswith("EMBARGO 2025-06-03T10:00:00+01:00")


def test_a_template_that_never_ends_refuses_only_its_edition(sources, templates):
    # No more turns than may be, and each of them takes long.
    loop = "{% for a in range(99999) %}{{ ('a ' * 4999)|wordwrap(1)|length }}{% endfor %}"
    page = "{% if edition.slug == '2025-05' %}" + loop + "{% endif %}done\n"
    write(templates, "newsletter/newsletter.txt", page)
    began = time.monotonic()
    made = build(sources, "newsletter", "slides", templates=templates, limits=QUICK)
    assert made.code == 1
    assert time.monotonic() - began < 600
    assert (
        "sources/newsletters/2025-05.md:1:1: error P190 newsletter.txt took too long\n"
        "    look for very deep nesting"
    ) in made.said
    assert {name.split("/")[0] for name in made.files} == {"slides"}


def test_what_took_too_long_once_is_tried_again(sources, templates):
    loop = "{% for a in range(99999) %}{{ ('a ' * 4999)|wordwrap(1)|length }}{% endfor %}"
    write(templates, "newsletter/newsletter.txt", loop)
    work = []
    for _ in range(2):
        began = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        said = build(sources, "newsletter", templates=templates, limits=QUICK).said
        work.append(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - began)
        assert "took too long" in said
    assert min(work) > QUICK.seconds


# Hands ------------------------------------------------------------------------------------


def outcomes(task, count, jobs=2, limits=QUICK):
    told = {}
    for number, outcome in workers.run(task, count, jobs, limits=limits):
        told[number] = str(outcome).split("\n")[0] if isinstance(outcome, Exception) else outcome
    return told


def test_tasks_are_done_and_told_by_their_numbers():
    assert outcomes(lambda number, say: number * number, 5) == {0: 0, 1: 1, 2: 4, 3: 9, 4: 16}
    assert outcomes(lambda number, say: number, 0) == {}


def test_a_task_that_crashes_hangs_or_fails_is_told_and_the_others_are_done():
    def task(number, say):
        say(f"page{number}.pdf", 10)
        if number == 1:
            os.abort()
        if number == 2:
            time.sleep(60)
        if number == 3:
            raise CopyError(Finding("I106", "'a.png' is damaged", "replace it", NOWHERE))
        if number == 4:
            raise ZeroDivisionError("our own fault")
        if number == 6:
            return len(bytearray(1 << 36))
        if number == 7:
            raise FileNotFoundError(2, "No such file or directory", "/press/coated.icc")
        return "done"

    told = outcomes(task, 8)
    assert told[0] == told[5] == "done"
    assert "P190 page1.pdf could not be finished" in told[1]
    assert "P190 page2.pdf took too long" in told[2]
    assert "I106 'a.png' is damaged" in told[3]
    assert "P191 ZeroDivisionError in test_production.py:" in told[4]
    assert "P190 page6.pdf could not be finished: too much memory" in told[6]
    assert told[7] == "coated.icc: error B121 coated.icc: No such file or directory"


def test_an_outcome_that_cannot_be_handed_over_is_told():
    [outcome] = outcomes(lambda number, say: (yield), 1).values()
    assert "error P19" in outcome


def test_what_the_system_had_no_room_for_is_done_again_by_fewer(tmp_path):
    killed = tmp_path / "killed"

    def task(number, say):
        say(f"page{number}.pdf", 10)
        if number == 0 and not killed.is_symlink():
            killed.symlink_to(str(os.getpid()))
            os.kill(os.getpid(), signal.SIGKILL)
        if number == 3:
            # It dies when it is alone: what was killed beside it has been buried.
            with contextlib.suppress(ProcessLookupError):
                while True:
                    os.kill(int(os.readlink(killed)) if killed.is_symlink() else os.getpid(), 0)
                    time.sleep(0.01)
            os.kill(os.getpid(), signal.SIGKILL)
        return "done"

    told = outcomes(task, 5)
    assert "P190 page3.pdf could not be finished: too much memory" in told.pop(3)
    assert told == dict.fromkeys((0, 1, 2, 4), "done")


def test_a_process_that_stops_in_the_midst_of_its_answer_is_not_waited_for():
    def task(number, say):
        if number == 0:
            pipe = inspect.getclosurevars(say).nonlocals["pipe"]
            os.write(pipe.outlet, (9).to_bytes(8) + b"half")
            os.kill(os.getpid(), signal.SIGSTOP)
        return "done"

    told = outcomes(task, 3)
    assert "P190 the edition took too long" in told[0]
    assert told[1] == told[2] == "done"


@pytest.mark.parametrize("given", [0, 1])
def test_one_process_does_the_work_of_two_and_without_any_that_is_told(monkeypatch, given):
    fork, forked = os.fork, []

    def sparing():
        forked.append(1)
        if len(forked) > given:
            raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
        return fork()

    monkeypatch.setattr(os, "fork", sparing)
    told = outcomes(lambda number, say: "done", 3)
    refused = f"the disk: error B121 {os.strerror(errno.EAGAIN)}"
    assert told == dict.fromkeys(range(3), "done" if given else refused)


def test_who_starts_us_may_have_left_a_thousand_files_open():
    least = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (2_000, least[1]))
    left = [os.open(os.devnull, os.O_RDONLY) for _ in range(1_100)]
    try:
        told = outcomes(lambda number, say: len(os.listdir("/dev/fd")) < 20, 2)
    finally:
        for one in left:
            os.close(one)
        resource.setrlimit(resource.RLIMIT_NOFILE, least)
    assert told == {0: True, 1: True}


def test_who_starts_us_may_not_care_how_processes_end(sources):
    order = ["build", "--sources", sources, "--templates", SMALL, "--now", NOW.isoformat()]
    said = subprocess.run(
        [sys.executable, "-m", "pipeline", *order, "--out", sources.parent / "build"],
        cwd=ROOT,
        preexec_fn=lambda: signal.signal(signal.SIGCHLD, signal.SIG_IGN),
        capture_output=True,
        text=True,
    )
    assert (said.returncode, said.stderr) == (0, "")


def test_who_waits_is_told_what_is_done():
    said = []
    task = lambda number, say: say("a.pdf", 1)  # noqa: E731
    list(workers.run(task, 2, 1, lambda number, name: said.append((number, name))))
    assert said == [(0, "a.pdf"), (1, "a.pdf")]


def test_chores_are_done_while_all_are_busy_and_nobody_waits_for_them():
    done = []
    chores = iter(lambda: done.append(0) or len(done), 3)
    list(workers.run(lambda number, say: time.sleep(0.5), 1, 1, chores=chores))
    assert len(done) == 3
    never = (pytest.fail("nobody is busy") for _ in "1")
    assert list(workers.run(lambda number, say: 1, 0, 1, chores=never)) == []


def test_no_disk_is_blamed_for_what_a_library_could_not_write():
    def task(number, say):
        raise OSError(*(("broken data stream",), (errno.ENOSPC, "No space left"))[number])

    told = [outcome.findings[0].code for _, outcome in workers.run(task, 2, 1)]
    assert told == ["P191", "B121"]


def test_what_a_library_of_c_grumbles_is_not_said(capfd):
    def task(number, say):
        os.write(2, b"Pango-CRITICAL **: assertion failed")
        return number

    assert list(workers.run(task, 1, 1)) == [(0, 0)]
    assert capfd.readouterr() == ("", "")


def test_a_long_page_has_more_time():
    def task(number, say):
        say("long.pdf", 10_000 if number else 10)
        while time.process_time() < 1.5:
            pass
        return "done"

    told = outcomes(task, 2, limits=UNHURRIED)
    assert "P190 long.pdf took too long" in told[0]
    assert told[1] == "done"


def test_a_busy_machine_is_nobodys_fault():
    # Asleep, it uses no more of the processor than a process that others keep waiting.
    def task(number, say):
        time.sleep(1)
        return "done"

    assert outcomes(task, 1, limits=UNHURRIED) == {0: "done"}


def test_an_order_of_nothing_is_no_error(sources):
    shutil.rmtree(sources / "slides")
    made = build(sources, "slides")
    assert made.code == 0
    assert "slides: there is nothing to make in these sources" in made.lines


def test_a_house_without_sources_is_told_how_to_begin(tmp_path):
    house = "name: A\nshort_name: A\nlanguages: [en]\ntimezone: Europe/Lisbon\n"
    (tmp_path / "organisation.yaml").write_text(house, "utf-8")
    made = build(tmp_path)
    assert made.code == 0
    assert made.lines[-1].startswith("there is nothing to make yet; begin with  make new kind=news")


def test_a_clock_that_was_set_back_is_told(sources):
    shutil.rmtree(sources / "manifesto")
    made = build(sources, now=dt.datetime(2015, 1, 1, tzinfo=dt.UTC))
    assert made.code == 0
    assert "nothing is due on 2015-01-01: what is here has a later day, or waits" in made.lines


def test_what_is_not_due_is_not_named(sources):
    made = build(sources, "release", now=dt.datetime(2025, 1, 1, tzinfo=dt.UTC))
    assert made.code == 0
    assert made.lines[-1] == (
        "release: nothing is due yet; what is, build by its name: edition=NAME"
    )


def test_a_build_that_is_killed_leaves_no_process_and_no_lock(sources, templates):
    loop = "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}"
    write(templates, "slides/slides.txt", loop * 40)
    out = sources.parent / "build"
    paths = ["--sources", sources, "--templates", templates, "--out", out]
    command = [sys.executable, "-m", "pipeline", "build", "slides", *map(str, paths)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    while not (out / outputs.LOCK).exists():
        time.sleep(0.05)
    time.sleep(1.5)
    process.kill()
    process.wait()
    began = time.monotonic()
    with outputs.at_work(out):
        assert time.monotonic() - began < 300


def test_the_profiles_of_printers_are_answered_for_beside_the_pictures(tmp_path):
    profile = write(tmp_path, "flyer/mine.icc", "a press")
    answers = production.Answers((), {"mine.icc": profile})
    url = "https://build.invalid/press/mine.icc"
    assert url in answers
    assert answers[url] == b"a press"
    assert list(answers) == [url]
    assert "https://build.invalid/press/other.icc" not in answers


def test_a_picture_that_a_disk_does_not_give_now_is_not_blamed(sources, templates, monkeypatch):
    edit(templates, "release/publication.toml", '"plain"', '"pdf"')
    edit(templates, "release/publication.toml", "release.txt", "release.pdf")
    edit(templates, "release/publication.toml", "release.txt", "release.html")
    shown = '<html lang="en"><title>A</title><img src="{{ edition.pictures[0].url }}" alt="">'
    write(templates, "release/release.html", shown)
    load = assets.load

    def refused(path, *_):
        raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))

    def unread(path, where):
        with monkeypatch.context() as patch:
            patch.setattr(stamps, "content", refused)
            return load(path, where)

    with monkeypatch.context() as patch:
        patch.setattr(assets, "load", unread)
        made = build(sources, "release", templates=templates, languages=("en",))
    assert made.code == 1
    assert "error I103 'logo.png' cannot be opened\n    the disk, or the share, did" in made.said
    assert "P101" not in made.said
    assert build(sources, "release", templates=templates, languages=("en",)).code == 0


def test_what_is_wrong_a_thousand_times_is_counted(sources):
    text = "---\ntitle: A\ndate: 2025-05-06\n---\n" + "[a](javascript:b)\n\n" * 1000
    path = "news/2025-05-06-ferry.md"
    write(sources, path, text + "![a](http://a.org/b.png)\n")
    made = build(sources, "newsletter", edition="2025-05", languages=("en",))
    assert len([line for line in made.lines if " error L100 " in line]) == telling.MOST_ALIKE
    assert [line for line in made.lines if " error I101 " in line]
    assert f"sources/{path}: L100: and 975 more like it" in made.lines
    programs = build(
        sources, "newsletter", edition="2025-05", languages=("en",), format="json", force=True
    )
    assert programs.said.count('"L100"') == 1000


# What somebody has edited -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("sizes", "/etc/passwd"),
        ("sizes", {"newsletter.txt": "a"}),
        ("sizes", {"newsletter.txt": float("inf")}),
        ("embargo", "9999-12-31"),
        ("embargo", "soon"),
        ("sources", [{}]),
        ("date", "0"),
        ("files", {"../../../../etc/passwd": "x"}),
        ("files", {"a\0b": "x"}),
        ("findings", [["P100", 3, "", "a", "b", None, "error"]]),
        ("findings", [["P100", "a", "", "a", 1, None, "loud"]]),
        ("pages", {"newsletter.txt": True}),
    ],
)
def test_a_record_that_somebody_edited_and_sealed_is_made_again(sources, key, value):
    made = build(sources, "newsletter")
    path = made.out / "newsletter/2025-05" / provenance.RECEIPT
    told = json.loads(path.read_bytes())
    told["languages"]["en"][key] = value
    path.write_bytes(stamps.sealed({name: told[name] for name in told if name != stamps.SEAL}))
    assert list(provenance.standing(made.out)) == []
    assert list(memory.of_pages(made.out)) == []
    again = build(sources, "newsletter", edition="2025-05")
    assert again.code == 0
    assert again.files == made.files


@pytest.mark.parametrize(
    ("key", "value"),
    [("code", float("inf")), ("zone", "Europe"), ("zone", "../x"), ("while", 1), ("while", "00")],
)
def test_a_memory_that_somebody_edited_and_sealed_is_built_again(sources, key, value):
    made = build(sources, "newsletter")
    [path] = (made.out / ".made").glob("*.json")
    told = json.loads(path.read_bytes()) | {key: value}
    path.write_bytes(stamps.sealed({name: told[name] for name in told if name != stamps.SEAL}))
    # A clock without a zone is looked up in the one that is remembered.
    assert build(sources, "newsletter", now=NOW.replace(tzinfo=None)).code == 0
