"""The Makefile and the locks: what people type reaches the command as they typed it."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

HOME = Path(__file__).parent.parent
LOCKS = ("requirements.lock", "requirements-test.lock")


def _make(*words: str) -> str:
    made = subprocess.run(
        ["make", "--no-print-directory", *words],
        cwd=HOME,
        # Not the variables of a make that these tests may be running under.
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=True,
    )
    return made.stdout


def _command(*words: str) -> list[str]:
    line = _make("--dry-run", *words).splitlines()[-1]
    return shlex.split(line.partition(" -m pipeline ")[2])


def _name(requirement: str) -> str:
    return re.split(r"[^\w.-]", requirement)[0].lower().replace("_", "-")


def test_make_lists_every_publication_on_a_line_of_its_own() -> None:
    declared = {path.parent.name for path in HOME.glob("templates/*/publication.toml")}
    listed = re.findall(r"^  make ([\w-]+)  ", _make(), flags=re.MULTILINE)
    assert declared <= set(listed)
    assert len(listed) == len(set(listed))


def test_make_alone_changes_nothing_it_only_tells() -> None:
    assert "make newsletter edition=2019-12" in _make("help")


def test_make_empties_no_folder_but_its_own() -> None:
    assert _make("--dry-run", "clean") == "rm -rf build\n"
    assert "rm -rf" not in _make("--dry-run", "clean", "out=/some/other")


def test_make_hands_options_on() -> None:
    typed = ["edition=2019-12", "language=fr", "jobs=2", "sources=/a b/c", "out=o", "force=1"]
    handed = _command("all", *typed, "now=2024-03-01T09:00", "format=json", "templates=t")
    assert shlex.join(handed) == (
        "build --edition=2019-12 --language=fr --jobs=2 --force"
        " '--sources=/a b/c' --out=o --now=2024-03-01T09:00 --format=json --templates=t"
    )


def test_a_misspelt_variable_is_told(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError) as told:
        _make("--dry-run", "release", "editon=2019-12")
    assert "nothing is called 'editon': known are edition fix force" in told.value.stderr
    assert " -- release\n" in _make("--dry-run", "release", "V=1")
    outer = tmp_path / "Makefile"
    outer.write_text(f"all:\n\t$(MAKE) --dry-run -C {HOME} release\n")
    assert " -- release\n" in _make("-f", str(outer), "prefix=/usr")


@pytest.mark.parametrize("target", ["check", "preview"])
def test_make_says_nothing_that_was_not_typed(target: str) -> None:
    assert _command(target) == [target]


def test_make_check_shows_its_notes_when_asked() -> None:
    assert _command("check", "notes=1") == ["check", "--notes"]
    assert _command("check", "notes=0") == ["check"]


def test_make_hands_a_title_on_as_it_was_typed() -> None:
    title = """L'été à "Oslo": $5 & more (100 %) #1"""
    assert _command("new", "kind=news", f"title={title}") == ["new", "--", "news", title]


# What is typed to make is carried out by nobody ------------------------------------------------


@pytest.fixture
def workshop(tmp_path: Path) -> Path:
    """The Makefile, in a folder of its own, with a program that only says what it was told."""
    (tmp_path / "Makefile").write_bytes((HOME / "Makefile").read_bytes())
    said = '#!/bin/sh\nfor word in "$@"; do printf "<%s>" "$word"; done\n'
    for name, script in {"pipeline/setup.sh": "#!/bin/sh\n", ".venv/bin/python": said}.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.write_text(script)
        path.chmod(0o755)
    declared(tmp_path, "flyer")
    return tmp_path


def declared(workshop: Path, name: str, title: str = "Flyer") -> None:
    folder = workshop / "templates" / name
    folder.mkdir(parents=True)
    (folder / "publication.toml").write_text(f'title = "{title}"\nper = "issue"\n')


def _told(workshop: Path, *words: str) -> str:
    """What the program was told, or make said; nothing that was typed may have been carried out."""
    before = {path.name for path in workshop.iterdir()}
    made = subprocess.run(
        ["make", "--no-print-directory", *words],
        cwd=workshop,
        env={"PATH": os.environ["PATH"], "CDPATH": str(workshop)},
        capture_output=True,
        text=True,
    )
    assert {path.name for path in workshop.iterdir()} == before
    assert made.returncode == 0, made.stderr
    return made.stdout


TYPED = (
    "$(shell touch sprung)",
    "${shell touch sprung}",
    "$(touch sprung)",
    "`touch sprung`",
    "'; touch sprung; '",
    '"; touch sprung; "',
    "a & touch sprung | x > sprung # \\",
    "$(error x)",
)
NAMES = ("edition", "language", "newsroom", "jobs", "sources", "out", "now", "format")


@pytest.mark.parametrize("typed", TYPED)
def test_what_is_typed_to_make_is_handed_on_and_never_carried_out(
    workshop: Path, typed: str
) -> None:
    said = _told(workshop, "flyer", *(f"{name}={typed}" for name in NAMES))
    assert [f"<--{name}={typed}>" in said for name in NAMES] == [True] * len(NAMES)
    assert f"<new><--><{typed}><{typed}>" in _told(
        workshop, "new", f"kind={typed}", f"title={typed}"
    )
    assert "<--force>" in _told(workshop, "flyer", f"force={typed}")
    assert f"<--templates={typed}>" in _told(workshop, "check", f"templates={typed}")


def test_what_is_typed_may_begin_with_a_hyphen(workshop: Path) -> None:
    assert "<new><--><news><- 5 %>" in _told(workshop, "new", "kind=news", "title=- 5 %")
    assert "<--edition=--help>" in _told(workshop, "flyer", "edition=--help")


@pytest.mark.parametrize("typed", ["flyr", "a'; touch sprung; '", "`touch sprung`", "--x"])
def test_what_nobody_has_declared_is_handed_on_to_who_can_guess(workshop: Path, typed: str) -> None:
    assert f"<build><--templates=/none><--><{typed}>" in _told(
        workshop, "templates=/none", "--", typed
    )


@pytest.mark.parametrize("typed", ["build", "sources", "tests"])
def test_no_folder_of_that_name_is_called_up_to_date(workshop: Path, typed: str) -> None:
    (workshop / typed).mkdir(exist_ok=True)
    handed_on = "" if typed == "build" else f"<--><{typed}>"
    assert _told(workshop, typed) == f"<-m><pipeline><build>{handed_on}"


def test_a_publication_may_be_called_like_a_folder(workshop: Path) -> None:
    declared(workshop, "sources")
    (workshop / "sources").mkdir()
    assert _told(workshop, "sources") == "<-m><pipeline><build><--><sources>"


def test_what_is_mechanical_is_mended_when_asked_for(workshop: Path) -> None:
    assert _told(workshop, "check") == "<-m><pipeline><check>"
    assert _told(workshop, "check", "fix=1", "notes=1") == "<-m><pipeline><check><--notes><--fix>"
    assert _told(workshop, "check", "fix=0") == "<-m><pipeline><check>"


def test_a_title_of_two_lines_is_one_line(workshop: Path) -> None:
    for typed in ("a\ntouch sprung", "'\ntouch sprung\n'"):
        shown = typed.replace("\n", " ")
        assert f"<new><--><news><{shown}>" in _told(workshop, "new", "kind=news", f"title={typed}")


ODD = (
    *("a;touch${IFS}sprung;b", "a$(touch${IFS}sprung)", "$(shell touch sprung)", "a`touch sprung`"),
    *("a b", "help: x", "a:b", "a%b", "x=y", "a#b", "-j", "check", "a\tb", "a\nb", "a'b", "a\\b"),
)


@pytest.mark.parametrize("name", ODD)
def test_a_folder_of_templates_may_have_any_name_and_is_no_order(workshop: Path, name: str) -> None:
    declared(workshop, name)
    assert "<build><--><flyer>" in _told(workshop, "flyer")
    assert re.findall(r"^  make (\S+) +Flyer", _told(workshop), re.MULTILINE) == ["flyer"]


def test_a_title_does_nothing_to_the_terminal(workshop: Path) -> None:
    declared(workshop, "loud", "Loud\x1b[2J\x07 $(touch sprung)`touch sprung`")
    declared(workshop, "été", "Été")
    said = _told(workshop)
    assert "  make loud           Loud[2J $(touch sprung)`touch sprung`: the latest issue\n" in said
    assert "Été: the latest issue\n" in said


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_registry_and_hashes_everything(lock: str) -> None:
    text = (HOME / lock).read_text(encoding="utf-8")
    assert "//" not in text
    packages = re.findall(r"^[\w.-]+==.*(?:\n    --hash=.*)?", text, flags=re.MULTILINE)
    assert packages
    assert [package for package in packages if "--hash=" not in package] == []


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {_name(requirement) for requirement in project["dependencies"]}
    for_tests = {_name(requirement) for requirement in project["optional-dependencies"]["test"]}
    for lock, wanted in zip(LOCKS, (asked, asked | for_tests), strict=True):
        lines = (HOME / lock).read_text(encoding="utf-8").splitlines()
        assert wanted <= {_name(line) for line in lines if line[:1].isalnum()}


def test_the_locks_agree() -> None:
    run, test = (
        set(re.findall(r"^([\w.-]+==\S+)", (HOME / lock).read_text("utf-8"), flags=re.MULTILINE))
        for lock in LOCKS
    )
    assert run <= test


# Set-up ---------------------------------------------------------------------------------------


@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
def test_another_commit_is_cast_once_and_what_is_edited_is_not(tmp_path: Path) -> None:
    """As after `git pull`: else builds would take modules and templates from where they lie."""
    home = tmp_path.resolve()
    script = home / "pipeline/setup.sh"
    python = home / ".venv/bin/python"
    for path in (script, python):
        path.parent.mkdir(parents=True)
    shutil.copy(HOME / "pipeline/setup.sh", script)
    python.write_text('#!/bin/sh\necho "$*" >>asked\n')
    python.chmod(0o755)
    parts = [home / "requirements.lock", home / "pyproject.toml", script]
    for path in parts[:2]:
        path.write_text("")
    told = b"".join(path.read_bytes() for path in parts) + f"{home}\n{python}\n".encode()
    key = subprocess.run(["cksum"], input=told, capture_output=True, check=True).stdout
    (home / ".venv/.ready-requirements.lock").write_bytes(key)
    (home / ".venv/.whole").touch()

    def is_cast() -> bool:
        asked = home / "asked"
        asked.unlink(missing_ok=True)
        subprocess.run([script], check=True, capture_output=True)
        return asked.exists() and "casting.cast()" in asked.read_text()

    def git(*words: str) -> None:
        who = ("-c", "user.name=A", "-c", "user.email=a@b.example")
        subprocess.run(["git", "-C", home, *who, *words], check=True, capture_output=True)

    assert [is_cast(), is_cast()] == [True, False]
    git("init")
    git("commit", "--allow-empty", "-m", "Begin")
    assert [is_cast(), is_cast()] == [True, False]
    (home / "pipeline/edited.py").touch()
    assert not is_cast()
    git("commit", "--allow-empty", "-m", "Go on")
    assert [is_cast(), is_cast()] == [True, False]


PYTHON = f"""#!/bin/sh
case "$*" in
*_base_executable*) echo "$0" ;;
"-m venv"*) mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
*"install"*"--require-hashes"*) meet pip apt ;;
"-m pip"* | "-m compileall"* | *casting*) ;;
*) exec {shlex.quote(sys.executable)} "$@" ;;
esac
"""
PROGRAMS = {
    "python3": PYTHON,
    "id": "#!/bin/sh\necho 0\n",
    "apt-cache": "#!/bin/sh\n",
    # What it installs are programs that say that they were asked.
    "apt-get": '#!/bin/sh\ncase "$*" in *" install "*) echo "$*" >>"$BIN/asked"; meet apt pip\n'
    'for new in npm mvn; do printf "#!/bin/sh\\necho $new >>$BIN/asked\\n" >"$BIN/$new"\n'
    'chmod +x "$BIN/$new"; done ;; esac\n',
    # Each waits until the other one is at work as well.
    "meet": "#!/bin/sh\ntouch at-work-$1\nfor n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16; do\n"
    '[ ! -f at-work-$2 ] || { echo "$1 meets $2" >>"$BIN/asked"; exit 0; }; sleep 0.5; done\n',
}
PLAIN = "sh cat cksum readlink grep mkdir cp rm mv tr tail touch env cmp dirname sleep chmod"


def bare(tmp_path: Path) -> tuple[Path, Path]:
    """A copy of what sets up, and programs of which none installs anything."""
    home, programs = tmp_path / "home", tmp_path / "programs"
    (home / "pipeline").mkdir(parents=True)
    programs.mkdir()
    shutil.copy(HOME / "pipeline/setup.sh", home / "pipeline")
    shutil.copytree(HOME / "tests/checks/caniemail", home / "tests/checks/caniemail")
    for name in (*LOCKS, "pyproject.toml"):
        (home / name).write_text("")
    for name in PLAIN.split():
        (programs / name).symlink_to(shutil.which(name) or name)
    for name, script in PROGRAMS.items():
        (programs / name).write_text(script)
        (programs / name).chmod(0o755)
    return home, programs


def set_up(home: Path, programs: Path, *what: str, **also: str) -> subprocess.CompletedProcess[str]:
    own = {"PATH": str(programs), "BIN": str(programs), "PYTHON": str(programs / "python3")}
    return subprocess.run(
        [home / "pipeline/setup.sh", *what],
        env={**own, **also},
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize(("has_packages", "is_new"), [("exit 1", True), (":", False)])
def test_an_environment_that_was_made_for_another_python_is_made_anew(
    tmp_path: Path, has_packages: str, is_new: bool
) -> None:
    home, programs = bare(tmp_path)
    meet = PROGRAMS["python3"].replace("meet pip apt", ":")
    (programs / "python3").write_text(meet)
    python = home / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    (home / ".venv/.whole").touch()
    old = meet.replace('case "$*" in\n', f'case "$*" in\n*"import pip"*) {has_packages} ;;\n')
    python.write_text(old)
    python.chmod(0o755)
    done = set_up(home, programs)
    assert (done.returncode, done.stderr.endswith("all is there\n")) == (0, True), done.stderr
    assert (python.read_text() == meet) is is_new


OTHERS = {"PYTHONPATH": "/opt/x", "PYTHONHOME": "/opt", "PIP_USER": "1", "PIP_TARGET": "/opt/y"}
"""What somebody has set for other programs: a cluster, a robot, a studio."""


def test_packages_come_to_us_whatever_is_set_for_other_programs(tmp_path: Path) -> None:
    home, programs = bare(tmp_path)
    script = PROGRAMS["python3"].replace("meet pip apt", ":")
    (programs / "python3").write_text(script.replace("\n", '\nenv >>"$BIN/set"\n', 1))
    done = set_up(home, programs, **OTHERS, PIP_CERT="/opt/cert")
    assert done.returncode == 0, done.stderr
    told = (programs / "set").read_text().splitlines()
    assert not {f"{name}={value}" for name, value in OTHERS.items()} & {*told}
    assert {"PIP_USER=0", "PIP_CERT=/opt/cert"} <= {*told}


def test_no_library_of_another_program_takes_the_place_of_ours(workshop: Path) -> None:
    (workshop / ".venv/bin/python").write_text("#!/bin/sh\nenv\n")
    env = {"PATH": os.environ["PATH"], **OTHERS}
    made = subprocess.run(["make", "flyer"], cwd=workshop, env=env, capture_output=True, text=True)
    assert "PATH=" in made.stdout
    assert "PYTHONPATH=" not in made.stdout
    assert "PYTHONHOME=" not in made.stdout


def test_what_could_not_be_cast_is_told_in_a_line(tmp_path: Path) -> None:
    home, programs = bare(tmp_path)
    failing = "*casting*) echo Traceback >&2; echo 'OSError: No space left' >&2; exit 1 ;;\n"
    script = PROGRAMS["python3"].replace("meet pip apt", ":")
    (programs / "python3").write_text(script.replace('case "$*" in\n', f'case "$*" in\n{failing}'))
    done = set_up(home, programs)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert "without them, as OSError: No space left; every start takes longer" in done.stderr


def test_the_judges_of_the_tests_arrive_while_the_packages_do(tmp_path: Path) -> None:
    home, programs = bare(tmp_path)
    done = set_up(home, programs, "tests")
    assert done.returncode == 0, done.stderr
    asked = (programs / "asked").read_text().splitlines()
    assert {"pip meets apt", "apt meets pip", "npm", "mvn"} < set(asked)
    assert [line.count(" chromium ") for line in asked if " install " in line] == [1]
    assert done.stderr.endswith("all is there\n")
