"""Orders that nobody gives in earnest: odd names, odd folders, links where we write."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline import checking, cli, forms, mending, outputs, preview
from pipeline.corpus import reading
from pipeline.errors import UsageError
from tests.conftest import ROOT, SPECIMEN
from tests.desks import NOW, SMALL, build, edit, write

TRAP = 'open("sprung", "w").close()\nraise SystemExit\n'
NAMES = [os.fsdecode(b"a\xff"), "a\x1b[2J\nb", "a\u202eb", "a" * 300]
NEWS = "news/2025-05-06-ferry.md"


def order(command: str, sources: Path, *more: str) -> list[str]:
    folders = ["--sources", str(sources), "--templates", str(SMALL)]
    out = ["--out", str(sources.parent / "build")]
    return [command, *more, *folders, *out, "--now", "2025-06-10T09:00"]


def carried_out(capsys: pytest.CaptureFixture[str], words: list[str]) -> tuple[int, str]:
    """The exit code and what was said, as a terminal that knows UTF-8 shows it."""
    code = cli.main(words)
    said = capsys.readouterr().out
    assert " P191 " not in said
    assert all(sign.isprintable() for sign in said.replace("\n", "")), said
    return code, said


# Names ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("option", ["--edition", "--language", ""])
def test_what_is_not_there_is_told_however_it_is_called(
    sources: Path, capsys: pytest.CaptureFixture[str], option: str, name: str
) -> None:
    more = ["newsletter", option, name] if option else [name]
    code, said = carried_out(capsys, order("build", sources, *more))
    assert (code, len(said.splitlines())) == (2, 2)


@pytest.mark.parametrize("name", NAMES[:3])
def test_a_folder_may_have_any_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    sources = Path(shutil.copytree(SPECIMEN, tmp_path / name / name))
    edit(sources, NEWS, "order: 1", "order: one")
    for command in ("build", "check"):
        code, said = carried_out(capsys, order(command, sources))
        assert code == 1
        assert " K102 'order' should be a whole number" in said


NONE = [
    ["preview", "--port", "99999"],
    ["preview", "--port", "-1"],
    ["build", "--jobs", "²"],
    ["build", "--now", "0001-01-01T00:00+14:00"],
    ["build", "--now", "9999-12-31T23:59-12:00"],
]


@pytest.mark.parametrize("words", NONE)
def test_a_number_or_a_moment_that_is_none_is_told(words: list[str]) -> None:
    assert cli.main(words) == 2


@pytest.mark.parametrize("option", ["--sources", "--templates", "--out"])
def test_a_link_that_leads_back_to_itself_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    (tmp_path / "round").symlink_to(tmp_path / "round")
    assert cli.main(["build", option, f"{tmp_path}/round"]) == 2
    assert "round', a link that leads back to itself" in capsys.readouterr().out


def test_a_folder_that_is_gone_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert cli.main(["build", "--sources", "texts"]) == 2
    said = capsys.readouterr().out
    assert "'sources' is looked for in a folder that is not there any more; go to" in said


def test_a_desk_without_its_template_does_not_open(
    sources: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = carried_out(capsys, order("preview", sources))
    assert code == 1
    assert said.startswith("templates_small/_shared: error O110 there is no template 'desk.html'")


# Nothing in the folder takes our place ---------------------------------------------------------


def test_no_program_among_the_texts_is_run(tmp_path: Path) -> None:
    for name in ("yaml.py", "pipeline.py", "argparse.py"):
        (tmp_path / name).write_text(TRAP)
    command = [Path(sys.executable).with_name("broadside"), "explain", "S141"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    (tmp_path / "pipeline.py").unlink()
    command = [sys.executable, "-m", "pipeline", "explain", "S141"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "sprung").exists()


def test_no_linker_among_the_texts_is_run(sources: Path, tmp_path: Path) -> None:
    for name in ("ld", "gcc", "cc", "ldconfig", "objdump", "fc-list", "hunspell", "git"):
        (tmp_path / name).write_text("#!/bin/sh\n>sprung\n")
        (tmp_path / name).chmod(0o755)
    command = [sys.executable, "-m", "pipeline", *order("build", sources, "release")]
    command += ["--templates", str(ROOT / "templates")]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    assert "release.pdf" in done.stdout
    assert not (tmp_path / "sprung").exists()


def test_the_desk_runs_no_program_among_the_texts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("yaml.py", "pipeline.py", "argparse.py"):
        (tmp_path / name).write_text(TRAP)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PYTHONPATH", raising=False)
    desk = preview.Desk(tmp_path / "build", lambda _: "")
    preview.remake(desk, ["--sources", str(tmp_path / "none")])
    assert "B110 there is no such sources folder" in desk.said
    assert not (tmp_path / "sprung").exists()


STREAMS = {"2>&-": 0, "<&- >&- 2>&-": 0, "> /dev/full": 1}


@pytest.mark.parametrize("streams", STREAMS)
def test_who_cannot_be_heard_works_all_the_same(sources: Path, streams: str) -> None:
    if "full" in streams and not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    words = [sys.executable, "-m", "pipeline", *order("build", sources, "slides")]
    done = subprocess.run(
        f"{shlex.join(words)} {streams}", shell=True, cwd=ROOT, capture_output=True, text=True
    )
    assert "Traceback" not in done.stderr
    assert " P191 " not in done.stdout + done.stderr
    assert done.returncode == STREAMS[streams]
    assert ("B121 No space left" in done.stderr) is (streams == "> /dev/full")
    made = sources.parent / "build/slides/harbours/en/slides.txt"
    assert made.read_text("utf-8").startswith("Harbour towns")


@pytest.mark.parametrize(("words", "code"), [(["--help"], 0), (["build", "--jobs", "x"], 2)])
def test_who_wants_to_look_inside_is_shown_nothing(words: list[str], code: int) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONINSPECT": "1"},
    )
    assert done.returncode == code
    assert ("usage: " if code == 0 else " O126 ") in done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("hour", ["2025-10-26T01:30", "2025-03-30T01:30"])
def test_an_hour_that_clocks_show_twice_or_never_is_no_now(
    sources: Path, capsys: pytest.CaptureFixture[str], hour: str
) -> None:
    """The specimen is at home in Lisbon; an embargo would end an hour early, or late."""
    words = order("build", sources, "slides")[:-1]
    for now, wanted in ((hour, 2), (f"{hour}+01:00", 0), (hour, 2)):
        code, said = carried_out(capsys, [*words, now])
        assert code == wanted
        assert (" error O124 " in said) is (wanted == 2)


ODD = {
    "TZ": ":/etc/passwd",
    "LC_ALL": "tr_TR.ISO-8859-9",
    "LANGUAGE": "../..",
    "SOURCE_DATE_EPOCH": "-5",
    "COLUMNS": "0",
    "MAKEFLAGS": "-n",
    "PATH": "",
    "HOME": "/nonexistent",
    "TMPDIR": "/nonexistent",
    "XDG_CACHE_HOME": "/dev/null",
    "FONTCONFIG_FILE": "/etc/passwd",
    "PYTHONHASHSEED": "7",
    "PYTHONIOENCODING": "ascii",
    "http_proxy": "http://127.0.0.1:9",
}


PAGE = "<!DOCTYPE html><html lang='en'><title>x</title><p>« 1\u202f200 » à l’œil, ïö, Été"
DECLARED = """title = "Flyer"
per = "deck"
[[output]]
name = "flyer.pdf"
renderer = "pdf"
template = "flyer.html"
"""


def test_however_a_machine_draws_letters_pictures_of_pages_are_the_same(
    sources: Path, tmp_path: Path
) -> None:
    templates = shutil.copytree(SMALL, tmp_path / "templates")
    write(templates, "flyer/publication.toml", DECLARED)
    write(templates, "flyer/flyer.html", PAGE)
    drawn = []
    for name, habit in (("one", ""), ("two", "truetype:interpreter-version=35")):
        folders = ("--sources", sources, "--templates", templates, "--out", tmp_path / name)
        words = ("build", "flyer", *map(str, folders), "--now", "2025-06-10T09:00")
        environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
        environment |= {"FREETYPE_PROPERTIES": habit}
        command = [sys.executable, "-m", "pipeline", *words]
        done = subprocess.run(command, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout
        drawn.append((tmp_path / name / "flyer/harbours/en/.preview.png").read_bytes())
    assert drawn[0] == drawn[1]


def test_whatever_is_in_the_environment_the_same_is_made(sources: Path, tmp_path: Path) -> None:
    usual = build(sources, "newsletter", out=tmp_path / "usual")
    words = order("build", sources, "newsletter", "--now", NOW.isoformat())
    words[words.index("--out") + 1] = str(tmp_path / "odd")
    command = [sys.executable, "-m", "pipeline", *words[:-2]]
    environment = {**ODD, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    for name, text in usual.files.items():
        assert (tmp_path / "odd" / name).read_text("utf-8") == text, name
    asked = "from pipeline import cldr; print(cldr.excerpt('en').direction)"
    command = [sys.executable, "-c", asked]
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("ltr\n", "")


# Where we write ----------------------------------------------------------------------------------


def test_nothing_is_written_through_a_link(
    sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "urandom", bytes)
    victim = tmp_path / "victim"
    victim.write_text("mine")
    (tmp_path / "elsewhere").mkdir()
    out = tmp_path / "build"
    out.mkdir()
    (out / outputs.LOCK).touch()
    for name in (f".index.html.{'0' * 16}.{os.getpid()}.part", "index.html"):
        (out / name).symlink_to(victim)
    for name in (outputs.WORKSHOP, outputs.RECORDS):
        (out / name).symlink_to(tmp_path / "elsewhere")
    assert build(sources, "newsletter", out=out).code == 0
    assert victim.read_text() == "mine"
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert not (out / "index.html").is_symlink()


@pytest.mark.parametrize("name", [outputs.WORKSHOP, outputs.RECORDS])
def test_a_file_where_we_work_is_taken_away(sources: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / name).write_text("x")
    assert build(sources, "newsletter", out=tmp_path / "build").code == 0


@pytest.mark.parametrize("title", [os.fsdecode(b"caf\xff"), "a\u202eb", "a\x1b[2Jb"])
def test_no_source_is_begun_with_what_cannot_be_read(
    sources: Path, capsys: pytest.CaptureFixture[str], title: str
) -> None:
    code, said = carried_out(capsys, order("new", sources, "news", title))
    assert code == 2
    assert " O131 " in said


def test_no_source_is_begun_outside(
    sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "elsewhere").mkdir()
    (sources / "slides").rename(tmp_path / "slides")
    (sources / "slides").symlink_to(tmp_path / "elsewhere")
    code, said = carried_out(capsys, order("new", sources, "deck", "Linked"))
    assert (code, said.splitlines()[0]) == (
        2,
        "sources/slides: error B104 this folder is a link",
    )
    assert list((tmp_path / "elsewhere").iterdir()) == []


def spoilt(sources: Path) -> Path:
    """A text with something that mends itself."""
    source = sources / "news/2025-05-08-salt.md"
    source.write_text(source.read_text("utf-8").rstrip() + "\n\nWe  met the the mayor .\n", "utf-8")
    return source


def test_mending_writes_through_no_link_and_shows_nobody_more_than_before(
    sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    victim = tmp_path / "victim"
    victim.write_text("mine")
    source = spoilt(sources)
    source.chmod(0o600)
    monkeypatch.setattr(os, "urandom", bytes)
    half = f".{source.name}.{'0' * 16}.{os.getpid()}.part"
    source.with_name(half).symlink_to(victim)
    assert mending.fix(sources, NOW.date())
    assert victim.read_text() == "mine"
    assert source.stat().st_mode & 0o777 == 0o600
    assert "the the" not in source.read_text("utf-8")


def test_what_a_killed_mending_has_begun_goes_with_the_next(sources: Path) -> None:
    dead = subprocess.Popen(["true"])
    dead.wait()
    source = spoilt(sources)
    begun = source.with_name(f".{source.name}.{'0' * 16}.{dead.pid}.part")
    begun.write_bytes(source.read_bytes()[:40])
    assert mending.fix(sources, NOW.date())
    assert not begun.exists()


def test_a_full_disk_leaves_nothing_among_the_texts(
    sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = spoilt(sources)
    before = source.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(outputs.os, "fsync", full)
    faults: list[OSError] = []
    assert mending.fix(sources, NOW.date(), faults=faults).total() == 0
    assert [fault.errno for fault in faults] == [28]
    assert source.read_bytes() == before
    assert [path.name for path in source.parent.iterdir() if path.name[0] == "."] == []


def test_mending_leaves_what_somebody_saves_meanwhile(
    sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = spoilt(sources)
    proofread = checking.proofreading.proofread

    def slowly(*given):  # type: ignore[no-untyped-def]
        proof = proofread(*given)
        source.write_text(f"{source.read_text('utf-8')}A last thought.\n", "utf-8")
        return proof

    monkeypatch.setattr(checking.proofreading, "proofread", slowly)
    mending.fix(sources, NOW.date())
    assert source.read_text("utf-8").endswith("A last thought.\n")
    assert reading.read(sources)


def test_what_is_saved_while_the_disk_writes_is_not_written_over(
    sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = {spoilt(sources): "", sources / "facts.yaml": ""}
    before = {path: path.read_text("utf-8") for path in typed}
    grant = outputs.disks.grant

    def slowly(half: Path | int, mode: int) -> None:
        grant(half, mode)
        for path in typed:
            typed[path] += "\n# A last thought.\n"
            path.write_text(before[path] + typed[path], "utf-8")

    monkeypatch.setattr(outputs.disks, "grant", slowly)
    with pytest.raises(UsageError, match="O132 somebody has saved this file just now"):
        forms.write("fact", "Quays", sources, NOW.date())
    mending.fix(sources, NOW.date())
    for path in typed:
        assert path.read_text("utf-8") == before[path] + typed[path]
    assert not list(sources.rglob("*.part"))


def test_a_check_writes_nothing_among_the_texts(
    sources: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = order("check", sources)
    words[words.index("--out") + 1] = str(sources / "build")
    code, said = carried_out(capsys, words)
    assert code == 2
    assert said.startswith("build: error B122 this is inside sources/")
    assert not (sources / "build").exists()


@pytest.mark.parametrize(("command", "name"), [("build", "index.html"), ("check", "check.html")])
def test_somebodys_own_page_is_never_replaced(
    sources: Path, capsys: pytest.CaptureFixture[str], command: str, name: str
) -> None:
    page = sources.parent / "build" / name
    page.parent.mkdir()
    page.write_text("<title>Holidays</title>")
    code, said = carried_out(capsys, order(command, sources))
    assert code == 2
    assert said.startswith(
        f"build: error B123 '{name}' stands here, which no build has put there\n"
    )
    assert page.read_text() == "<title>Holidays</title>"
    page.unlink()
    assert carried_out(capsys, order(command, sources))[0] == 0
    assert carried_out(capsys, order(command, sources))[0] == 0
