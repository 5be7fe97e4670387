"""The desk as people and programs use it: words, exit codes, options."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import subprocess
import sys
import termios
import time

import pytest

from pipeline import building, cli, telling
from tests.conftest import ROOT
from tests.desks import SMALL, edit, write

NEWS = "news/2025-05-06-ferry.md"


def options(sources, out=None, now="2025-06-10T09:00"):
    place = out or sources.parent / "build"
    paths = ["--sources", sources, "--templates", SMALL, "--out", place]
    return [*map(str, paths), "--now", now]


def run(capsys, *words):
    code = cli.main([str(word) for word in words])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_all_well_is_0(sources, capsys):
    code, out, err = run(capsys, "build", "release", *options(sources))
    assert (code, err) == (0, "")
    assert out == (
        "release 2025-06-03-forum-opens en  made  build/release/2025-06-03-forum-opens/en/\n"
        "    release.txt                 113 B\n"
        "release 2025-06-03-forum-opens fr  made  build/release/2025-06-03-forum-opens/fr/\n"
        "    release.txt                 140 B\n"
    )


def test_an_error_to_mend_is_1(sources, capsys):
    edit(sources, NEWS, "order: 1", "order: one")
    code, out, _ = run(capsys, "build", "newsletter", *options(sources))
    assert code == 1
    assert (
        "sources/news/2025-05-06-ferry.md:5:8: error K102 'order' should be a whole number, "
        "not 'one'\n    write it like  order: 1\n"
    ) in out
    assert "newsletter 2025-05 en  refused: K102 sources/news/2025-05-06-ferry.md:5:8" in out


def test_an_error_elsewhere_in_the_sources_is_told_too(sources, capsys):
    edit(sources, NEWS, "order: 1", "order: one")
    code, out, _ = run(capsys, "build", "slides", *options(sources))
    assert code == 1
    assert "slides harbours en  made" in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["newsleter"], "templates_small: error O109 there is no publication 'newsleter'\n    did"),
        (
            ["slides", "fr"],
            "publication 'fr'\n    a language is asked for so:  language=fr",
        ),
        (["2019-12"], "publication '2019-12'\n    an edition is asked for so:  edition=2019-12"),
        (
            ["slides", "--edition", "harbour"],
            "sources: error O120 there is no edition 'harbour'\n    did",
        ),
        (["slides", "--edition", "x"], "O120 there is no edition 'x'\n    known are harbours"),
        (["--language", "de"], "sources/organisation.yaml: error K104 there is no language 'de'\n"),
        (["--templates", "/nowhere"], "nowhere: error O100 there is no such templates folder\n"),
        (["--sources", "/nowhere"], "nowhere: error B110 there is no such sources folder\n"),
    ],
)
def test_what_cannot_start_is_2_with_a_guess(sources, capsys, words, said):
    code, out, _ = run(capsys, "build", *options(sources), *words)
    assert code == 2
    assert said in out


def test_an_edition_that_is_not_translated_is_there_in_another_language(sources, capsys):
    (sources / "releases/2025-04-14-register.fr.md").unlink()
    asked = ["release", "--edition", "2025-04-14-register", "--language", "fr"]
    code, out, _ = run(capsys, "build", *options(sources), *asked)
    assert code == 2
    assert "O120 there is no edition '2025-04-14-register' in French\n    it is th" in out
    assert out.endswith("it is there in English\n")


def test_an_empty_folder_is_2(tmp_path, capsys):
    (tmp_path / "sources").mkdir()
    code, out, _ = run(capsys, "build", *options(tmp_path / "sources"))
    assert code == 2
    assert out.startswith("sources: error B111 there is no organisation.yaml in this folder\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("bild", "broadside: error O127 there is no command 'bild'\n    did you mean 'build'?"),
        (
            "build --now noon",
            "'now' should be a moment like 2024-03-01T09:00, not 'noon'\n    as in",
        ),
        (
            "build --jobs none",
            "build: error O126 'jobs' should be a number from 1 to 64, not 'none'",
        ),
        ("build --jobs 0", "'jobs' should be a number from 1 to 64, not '0'"),
        ("build --jobs", "'jobs' needs a value\n    as in"),
        ("build --format xml", "'format' should be text or json, not 'xml'\n    as in"),
        ("check --format xml", "'format' should be text, json, sarif or github, not 'xml'"),
        ("build --force=1", "'force' takes no value\n    write --force"),
        ("build --edtion=x", "nothing is called '--edtion'\n    did you mean '--edition'?"),
        (
            "check --xyz",
            "check: error O127 nothing is called '--xyz'\n    known are --help --edition",
        ),
        # Half a name is none: it would be another one tomorrow.
        ("check --no", "nothing is called '--no'\n    did you mean '--now'?"),
        ("explain", "explain: error O126 'code' is missing\n    type  broadside explain --help"),
        ("explain F102 x", "'x' is a word too many\n    type  broadside explain --help"),
        (
            "--edition x",
            "broadside: error O127 there is no command '--edition'\n    known are build,",
        ),
    ],
)
def test_what_is_mistyped_is_told_in_a_line_and_is_2(capsys, words, said):
    code, out, err = run(capsys, *words.split())
    assert (code, err) == (2, "")
    assert said in out
    assert len(out.splitlines()) == 2


def test_a_code_host_is_told_what_stops_a_check_as_all_else(capsys, tmp_path):
    (tmp_path / "sources").mkdir()
    for form in ("sarif", "github"):
        code, out, _ = run(capsys, "check", "--format", form, *options(tmp_path / "sources"))
        assert code == 2
        (first,) = json.loads(out)["runs"][0]["results"] if form == "sarif" else [out]
        assert "there is no organisation.yaml" in str(first)
    assert out.startswith("::error file=sources,line=1,col=1,title=B111::")


def test_a_program_is_told_in_json_what_it_mistyped(capsys):
    for asked in (["--format", "json"], ["--format=json"]):
        code, out, _ = run(capsys, "build", "--jobs", "0", *asked)
        assert code == 2
        assert json.loads(out)["message"] == "'jobs' should be a number from 1 to 64, not '0'"


def test_nothing_typed_shows_how_to_begin(capsys):
    with pytest.raises(SystemExit) as left:
        cli.main([])
    assert left.value.code == 2
    assert capsys.readouterr().out.startswith("usage: broadside")


def test_writing_among_the_sources_is_2(sources, capsys):
    before = sorted(sources.rglob("*"))
    code, out, _ = run(capsys, "build", *options(sources, out=sources))
    assert code == 2
    assert "B122 this is inside sources/, where people write" in out
    assert sorted(sources.rglob("*")) == before


def test_json_is_an_object_a_line(sources, capsys):
    edit(sources, NEWS, "order: 1", "order: one")
    code, out, _ = run(capsys, "build", "newsletter", *options(sources), "--format", "json")
    told = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    assert next(line for line in told if line.get("level") == "error") == {
        "file": "sources/news/2025-05-06-ferry.md",
        "line": 5,
        "column": 8,
        "level": "error",
        "code": "K102",
        "message": "'order' should be a whole number, not 'one'",
        "remedy": "write it like  order: 1",
    }
    assert [(line["edition"], line["language"], line["status"]) for line in told[-2:]] == [
        ("2025-05", "en", "refused"),
        ("2025-05", "fr", "made"),
    ]


def test_json_tells_what_is_unchanged(sources, capsys):
    words = ("build", "release", *options(sources), "--format", "json")
    run(capsys, *words)
    _, out, _ = run(capsys, *words)
    assert [json.loads(line)["status"] for line in out.splitlines()] == ["unchanged", "unchanged"]


def test_an_edition_and_a_language_can_be_chosen(sources, capsys):
    words = ("--edition", "2025-03", "--language", "fr", "--jobs", "1", "--force")
    code, out, _ = run(capsys, "build", "newsletter", *options(sources), *words)
    assert code == 0
    made = sorted((sources.parent / "build" / "newsletter").glob("*/*"))
    assert [path.relative_to(sources.parent).as_posix() for path in made if path.is_dir()] == [
        "build/newsletter/2025-03/fr"
    ]
    assert "subject    La marée arrive (15 characters)" in out


def test_a_clock_without_zone_is_the_organisations(sources, capsys):
    for now, is_there in (("2025-06-03T09:59", False), ("2025-06-03T10:00", True)):
        _, out, _ = run(capsys, "build", "release", *options(sources, now=now))
        assert ("2025-06-03-forum-opens" in out) is is_there


@pytest.mark.parametrize(("hour", "count"), [("19:59", 1), ("20:00", 0)])
def test_a_day_begins_where_the_house_is(sources, capsys, hour, count):
    house = sources / "organisation.yaml"
    house.write_text(house.read_text("utf-8").replace("Europe/Lisbon", "Asia/Dubai"), "utf-8")
    (sources / "facts.yaml").write_text("boats:\n  value: 417\n  as_of: 2025-06-10\n", "utf-8")
    now = f"2025-06-09T{hour}Z"
    _, out, _ = run(capsys, "check", *options(sources, now=now))
    assert out.count("2025-06-10 is still to come") == count


def test_a_language_that_nobody_declared_is_told_and_not_found_free_of_faults(sources, capsys):
    code, told, _ = run(capsys, "check", *options(sources), "--language=fz")
    assert (code, len(told.splitlines())) == (2, 2)
    assert "organisation.yaml: error K104 there is no language 'fz'" in told
    edit(sources, "news/2025-05-08-salt.md", "\n---\n", "\n---\nThe the quay.\n")
    before = (sources / "news/2025-05-08-salt.md").read_bytes()
    assert run(capsys, "check", "--fix", *options(sources), "--language=fz")[:2] == (code, told)
    assert (sources / "news/2025-05-08-salt.md").read_bytes() == before
    edit(sources, "organisation.yaml", "languages: [en, fr]", "languages: 3")
    code, out, _ = run(capsys, "check", *options(sources), "--language=fr")
    assert "K104 there is no language" not in out


def test_an_edition_that_is_nowhere_is_told_and_not_found_free_of_faults(sources, capsys):
    code, out, _ = run(capsys, "check", *options(sources), "--edition=2025-13")
    assert code == 2
    assert out.startswith("sources: error O120 there is no edition '2025-13'\n    no source has")
    agenda = sources / "agenda.yaml"
    agenda.write_text("quay:\n  title: The the quay\n  start: 2025-06-20\n", "utf-8")
    run(capsys, "check", "--fix", *options(sources), "--edition=2025-13")
    assert "The the quay" in agenda.read_text("utf-8")
    for known in ("2025-06", "2025-06-03-forum-opens"):
        _, out, _ = run(capsys, "check", *options(sources), f"--edition={known}")
        assert "O120" not in out
    (sources / "news/2025-06-11-broken.md").write_bytes(b"---\n\xff")
    _, out, _ = run(capsys, "check", *options(sources), "--edition=2025-06-11-broken")
    assert "2025-06-11-broken.md:" in out


def test_no_name_means_every_edition_of_every_publication(sources, capsys):
    _, out, _ = run(capsys, "build", *options(sources))
    assert out.count("  made  ") == 14
    assert (sources.parent / "build" / "index.html").exists()


def test_labels_that_are_in_no_table_of_words_are_told_to_stand_in_english(sources, capsys):
    edit(sources, "organisation.yaml", "languages: [en, fr]", "languages: [en, ca]")
    _, said, _ = run(capsys, "build", "newsletter", *options(sources))
    assert "T104 the words around the copy are not there in Catalan" in said
    assert said.count("T104") == 1


def test_a_new_source_is_begun(sources, capsys):
    words = ("new", "news", "Oslo joins", "--sources", sources, "--now", "2025-06-09")
    code, out, _ = run(capsys, *words)
    assert code == 0
    begun = "sources/news/2025-06-09-oslo-joins.md"
    assert out == f"{begun}\nfill it in, then type  make check sources={sources}\n"
    assert run(capsys, *words)[0] == 2


def broadside(*words, **environment):
    command = [sys.executable, "-m", "pipeline", *map(str, words)]
    inherited = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR")}
    return command, {**inherited, "TERM": "xterm", **environment}


def on_a_terminal(*words, **environment):
    command, surroundings = broadside(*words, **environment)
    ours, theirs = pty.openpty()
    subprocess.run(command, cwd=ROOT, env=surroundings, stdout=theirs, stderr=theirs, check=False)
    os.close(theirs)
    said = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break
        if not piece:
            break
        said += piece
    os.close(ours)
    return said.decode()


def test_colours_are_for_terminals_that_want_them(sources):
    edit(sources, NEWS, "order: 1", "order: one")
    words = ("build", "newsletter", *options(sources))
    assert "\x1b[31;1merror K102\x1b[0m" in on_a_terminal(*words)
    assert "\x1b[3" not in on_a_terminal(*words, NO_COLOR="1")
    assert "\x1b[3" not in on_a_terminal(*words, TERM="dumb")
    command, surroundings = broadside(*words)
    piped = subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, check=False)
    assert b"\x1b" not in piped.stdout
    assert piped.stderr == b""
    assert piped.returncode == 1


@pytest.mark.parametrize(
    ("columns", "kind", "shown"),
    [
        (20, "xterm", "reading the sources"),
        (12, "xterm", "reading the"),
        (0, "xterm", "reading the sources"),
        (20, "dumb", ""),
    ],
)
def test_what_is_being_made_stays_on_its_line(columns, kind, shown):
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, columns))
    with open(theirs, "w", encoding="utf-8") as terminal, open(ours, "rb", buffering=0) as seen:
        desk = telling.Desk(terminal, terminal, "text", {"TERM": kind}, _began=0)
        desk.progress("reading the sources")
        desk.line("Done.")
        terminal.flush()
        told = ""
        while not told.endswith("Done.\r\n"):
            told += seen.read(200).decode()
    assert told == (f"{shown}\r{' ' * len(shown)}\r" if shown else "") + "Done.\r\n"


def test_a_terminal_that_cannot_show_a_letter_gets_the_line_all_the_same(sources):
    write(sources, "news/2025-05-09-ł.md", "---\ntitel: Ł\n---\n")
    command, surroundings = broadside(
        "build", "slides", *options(sources), PYTHONIOENCODING="ascii", PYTHONUTF8="0"
    )
    said = subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, check=False)
    assert said.returncode == 1
    assert b"sources/news/2025-05-09-\\u0142.md:2:1: error K100 unknown key 'titel'" in said.stdout
    assert said.stderr == b""


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_program_gets_its_json_whatever_a_terminal_can_show(sources, command):
    write(sources, "news/2025-05-09-é.md", "---\ntitel: É\n---\n")
    words = (command, *options(sources), "--format", "json")
    command, surroundings = broadside(*words, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    said = subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, check=False)
    told = [json.loads(line) for line in said.stdout.decode().splitlines()]
    assert "sources/news/2025-05-09-é.md" in [line.get("file") for line in told], told[-1]


def test_a_machine_without_memory_is_told_as_such(sources, capsys, monkeypatch):
    def short(*_):
        raise MemoryError

    monkeypatch.setattr(building, "build", short)
    assert cli.main(["build", "--sources", str(sources)]) == 1
    assert capsys.readouterr().out == (
        "the memory: error B121 Cannot allocate memory\n"
        "    close other programs, or ask for a higher limit (ulimit), and try again\n"
    )


def test_who_stops_listening_gets_no_traceback(sources):
    command, surroundings = broadside("build", *options(sources))
    process = subprocess.Popen(
        command, cwd=ROOT, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    process.stdout.close()
    with process.stderr:
        said = process.stderr.read()
    process.wait()
    assert said == b""


def test_who_listens_slowly_hears_all(sources):
    for number in range(300):
        write(sources, f"news/2025-05-09-{number}.md", "---\ntitel: Salt\n---\n")
    command, surroundings = broadside("build", "slides", *options(sources))
    heard, said = os.pipe()
    os.set_blocking(said, False)
    fcntl.fcntl(said, getattr(fcntl, "F_SETPIPE_SZ", fcntl.F_GETFL), 4096)
    process = subprocess.Popen(
        command, cwd=ROOT, env=surroundings, stdout=said, stderr=subprocess.PIPE
    )
    os.close(said)
    while process.poll() is None and _waiting(heard) < 2000:
        time.sleep(0.05)
    time.sleep(0.5)
    with os.fdopen(heard, encoding="utf-8") as pipe:
        lines = pipe.read().splitlines()
    assert process.communicate()[1] == b""
    assert sum("unknown key 'titel'" in line for line in lines) == 300
    assert any(line.startswith("slides harbours en  made") for line in lines)


def _waiting(pipe: int) -> int:
    """How many bytes nobody has read yet."""
    count = fcntl.ioctl(pipe, termios.FIONREAD, bytes(4))
    return int.from_bytes(count, sys.byteorder)


def test_notes_are_told_with_their_places_and_no_more_than_a_few():
    from pathlib import PurePath

    from pipeline.errors import Finding, Level, Location
    from pipeline.telling import noted

    where = Location(PurePath("sources/agenda.yaml"), 3, 1)
    told = [Finding("M410", f"no. {n}", "", where, Level.NOTE) for n in range(4)]
    told.append(Finding("D100", "an error", "", where))
    assert list(noted(told, 2)) == [
        "sources/agenda.yaml:3:1: M410 no. 0",
        "sources/agenda.yaml:3:1: M410 no. 1",
        "and 2 more",
    ]
