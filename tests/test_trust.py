"""What may be relied on: the same bytes anywhere, silence before the hour, no torn edition."""

from __future__ import annotations

import contextlib
import datetime as dt
import email
import email.policy
import functools
import io
import json
import multiprocessing as mp
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

import pypdf
import pytest

from pipeline import cli, stamps
from tests import judges
from tests.desks import SMALL, build, edit, nobody, write

ROOT = Path(__file__).parent.parent
SPECIMEN = Path(__file__).parent / "specimen"
HELD = "2025-06-03-forum-opens"
SECRETS = (
    "forum-opens",
    "Ministers meet",
    "Des ministres",
    "The forum opens",
    "Nobody may know",
    "Personne ne doit",
)
BEFORE, AT = "2025-06-03T09:59:59+01:00", "2025-06-03T10:00:00+01:00"
HERE = {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C", "PYTHONPATH": str(ROOT)}
ELSEWHERE = {
    "PYTHONHASHSEED": "4242",
    "TZ": "Pacific/Apia",
    "LC_ALL": "tr_TR.UTF-8",
    "LANGUAGE": "tr",
    "PYTHONPATH": str(ROOT),
    "SOURCE_DATE_EPOCH": "1",
}


ANOTHER_DAY = ("-f", "@2031-02-03 04:05:06")
FONTS = """\
<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<match target="pattern">
<edit name="family" mode="assign" binding="strong"><string>monospace</string></edit>
</match>
<match target="font"><edit name="embolden" mode="assign"><bool>true</bool></edit></match>
</fontconfig>
"""


def home(folder: Path) -> dict[str, str]:
    """Somebody's home, with tastes of their own in type and in Python."""
    for name in (".config/fontconfig/fonts.conf", ".fonts.conf"):
        write(folder, name, FONTS)
    write(folder, ".config/pip/pip.conf", "[global]\nno-index = true\n")
    write(folder, ".pythonrc", "raise SystemExit(9)\n")
    return {
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / ".config"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "PYTHONSTARTUP": str(folder / ".pythonrc"),
        "TMPDIR": str(folder),
        "COLUMNS": "40",
        "USER": "somebody",
    }


def started(
    *asked: object,
    cwd: Path = ROOT,
    umask: int = 0o022,
    environment: dict[str, str] = HERE,
    before: Iterable[str] = (),
) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*before, sys.executable, "-m", "pipeline", "build", *map(str, asked)],
        cwd=cwd,
        umask=umask,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def said(process: subprocess.Popen[str], code: int = 0) -> str:
    told = process.communicate()[0]
    assert process.returncode == code, told
    return told


def contents(out: Path, *, also_records: bool = False) -> dict[str, bytes]:
    """Every file by its place; the memory of what was asked from where is not a result."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file()
        and (also_records or path.relative_to(out).parts[0] not in (".made", ".lock"))
    }


@functools.lru_cache(maxsize=256)
def legible(name: str, content: bytes) -> str:
    """All that a reader, a search engine or a curious person finds in a file, and its name."""
    found = [name, content.decode("utf-8", "replace"), *_inside(name, content)]
    return " ".join(" ".join(found).replace("\u00ad", "").split())


def _inside(name: str, content: bytes) -> Iterator[str]:
    if name.endswith(".pdf"):
        with pypdf.PdfReader(io.BytesIO(content)) as reader:
            yield str(reader.metadata)
            yield reader.xmp_metadata.stream.get_data().decode() if reader.xmp_metadata else ""
            yield str([item.get("/Title", "") for item in reader.outline if isinstance(item, dict)])
            yield from (page.extract_text() for page in reader.pages)
    elif name.endswith((".docx", ".pptx", ".zip")):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield from (legible(inner, archive.read(inner)) for inner in archive.namelist())
    elif name.endswith(".eml"):
        message = email.message_from_bytes(content, policy=email.policy.default)
        yield str(message.items())
        yield from (
            part.get_content() for part in message.walk() if part.get_content_type()[:5] == "text/"
        )


def all_legible(out: Path) -> str:
    files = contents(out, also_records=True).items()
    return "\n".join(legible(name, content) for name, content in files)


@dataclass(frozen=True)
class Twice:
    """The same order on two machines that have little in common, a second before the hour."""

    sources: Path
    one: Path
    other: Path
    told: str
    other_told: str


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Twice:
    folder = tmp_path_factory.mktemp("trust")
    here = Path(shutil.copytree(SPECIMEN, folder / "here/sources"))
    away = Path(shutil.copytree(SPECIMEN, folder / "far away é/deep/sources"))
    for number, path in enumerate(sorted(away.rglob("*"), reverse=True)):
        os.utime(path, (10**8 + number, 10**9 - number))
    one, other = folder / "one", folder / "elsewhere/other"
    every = ["newsletter", "release", "presskit", "manifesto", "slides"]
    order = [*every, "--force", "--now", BEFORE]
    clock = judges.faketime()
    first = started(*order, "--sources", here, "--out", one, "--jobs", 1)
    second = started(
        *order,
        *("--sources", "deep/sources", "--out", other, "--jobs", 3),
        *("--templates", ROOT / "templates"),
        cwd=away.parent.parent,
        umask=0o077,
        environment={**ELSEWHERE, **home(folder / "home")},
        before=[clock, *ANOTHER_DAY] if clock else (),
    )
    told, other_told = said(first), said(second)
    return Twice(here, one, other, told, other_told)


PROMISED = {
    "newsletter/2025-05": "newsletter.html newsletter.txt newsletter.eml web.html newsletter.pdf "
    "agenda.ics",
    "presskit/forum-2025": "presskit.pdf presskit.zip",
    "release/2025-04-14-register": "release.html release.pdf release.docx release.txt",
    "manifesto/2025": "manifesto.pdf manifesto-print.pdf manifesto-cover.pdf manifesto-booklet.pdf",
    "slides/harbours": "slides.pdf slides.pptx",
}


def test_from_a_small_folder_every_publication_is_made_in_every_language(twice: Twice) -> None:
    for folder, files in PROMISED.items():
        for language in ("en", "fr"):
            standing = {path.name for path in (twice.one / folder / language).iterdir()}
            assert set(files.split()) <= standing
    assert ": error " not in twice.told


# The same bytes ---------------------------------------------------------------------------


def test_every_file_is_the_same_wherever_and_however_it_is_made(twice: Twice) -> None:
    one, other = contents(twice.one), contents(twice.other)
    assert list(one) == list(other)
    assert [name for name in one if one[name] != other[name]] == []
    kinds = {Path(name).suffix for name in one}
    assert kinds >= {".html", ".txt", ".eml", ".pdf", ".ics", ".docx", ".json", ".png"}
    assert kinds >= {".pptx", ".zip", ".xml"}


def test_the_other_machine_had_another_clock() -> None:
    clock = judges.needs(judges.faketime)
    script = "import datetime as dt, time; print(dt.datetime.now().year, time.monotonic() > 0)"
    told = subprocess.check_output([clock, *ANOTHER_DAY, sys.executable, "-c", script], text=True)
    assert told == "2031 True\n"


def test_what_is_told_is_the_same_too(twice: Twice) -> None:
    assert twice.told.replace("one/", "other/") == twice.other_told


def test_a_narrow_umask_hides_no_edition_from_the_web_server(twice: Twice) -> None:
    for path in sorted(twice.other.rglob("*")):
        if not path.relative_to(twice.other).parts[0].startswith("."):
            assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644), path


def test_no_file_knows_the_machine(twice: Twice) -> None:
    for name, content in contents(twice.one).items():
        told = legible(name, content)
        for place in (str(twice.sources), str(twice.one), str(ROOT)):
            assert place not in told, name


# Before the hour --------------------------------------------------------------------------


def test_a_second_before_the_hour_no_public_file_and_no_line_knows_of_it(twice: Twice) -> None:
    public = all_legible(twice.one) + twice.told
    assert "counts 1,200 towns" in public
    assert [secret for secret in SECRETS if secret in public] == []


def test_at_the_hour_it_is_there(twice: Twice, tmp_path: Path) -> None:
    out = Path(shutil.copytree(twice.one, tmp_path / "out"))
    order = ["release", "--sources", twice.sources, "--out", out, "--language", "en"]
    told = said(started(*order, "--now", AT))
    assert HELD in told
    made = {name: legible(name, text) for name, text in contents(out).items()}
    for kind in ("txt", "html", "pdf", "docx"):
        text = made[f"release/{HELD}/en/release.{kind}"]
        assert "Nobody may know this before ten." in text
        assert "embargoed until" not in text.lower(), kind
    assert f"release/{HELD}/en/release.pdf" in made["index.html"]


def test_built_by_its_name_it_says_so_everywhere_and_the_public_pages_do_not(
    twice: Twice, tmp_path: Path
) -> None:
    long = "\n\n".join(f"Paragraph {number} of a long release. " * 9 for number in range(20))
    sources = Path(shutil.copytree(twice.sources, tmp_path / "sources"))
    edit(sources, f"releases/{HELD}.md", "before ten.", f"before ten.\n\n{long}")
    out = tmp_path / "out"
    order = ["release", "--sources", sources, "--out", out, "--now", BEFORE, "--language", "en"]
    said(started(*order, "--edition", HELD))
    made = contents(out)
    for kind in ("txt", "html", "docx"):
        name = f"release/{HELD}/en/release.{kind}"
        assert "embargoed until" in legible(name, made[name]).lower(), kind
    with pypdf.PdfReader(io.BytesIO(made[f"release/{HELD}/en/release.pdf"])) as reader:
        pages = [" ".join(page.extract_text().lower().split()) for page in reader.pages]
    assert len(pages) > 1
    assert [number for number, page in enumerate(pages) if "embargoed until" not in page] == []
    index = legible("index.html", made["index.html"])
    assert [secret for secret in SECRETS if secret in index] == []


NEWS = """\
---
title: A hushed matter
date: {date}
embargo: {embargo}
---
Hush, hush.
"""
RELEASE = NEWS.replace("A hushed matter", "Hushed words")
ISSUE = "---\ndate: {date}\nsubject: Letter\n{items}---\nHello.\n"
HOURS = {
    # The clocks go from 02:00 to 03:00 on this day, an hour before and after it.
    "Europe/Paris": ("2025-03-30T03:30", "2025-03-30T01:30:00+00:00"),
    # 02:30 comes twice on this day; the second is meant.
    "Europe/Brussels": ("2025-10-26T02:30+01:00", "2025-10-26T01:30:00+00:00"),
    "America/New_York": ("2025-03-09T03:30", "2025-03-09T07:30:00+00:00"),
    "Pacific/Auckland": ("2025-09-28T03:30", "2025-09-27T14:30:00+00:00"),
}


@pytest.mark.parametrize("named", [False, True])
@pytest.mark.parametrize("zone", HOURS)
def test_the_hour_is_kept_to_the_second_when_the_clocks_change(
    sources: Path, zone: str, named: bool
) -> None:
    typed, meant = HOURS[zone]
    hour = dt.datetime.fromisoformat(meant)
    day = hour.astimezone(ZoneInfo(zone)).date()
    edit(sources, "organisation.yaml", "Europe/Lisbon", zone)
    write(sources, "news/hush.md", NEWS.format(date=day, embargo=typed))
    write(sources, "news/hush.fr.md", "---\ntitle: Chut\n---\nChut, hush.\n")
    write(sources, "releases/hushed.md", RELEASE.format(date=day, embargo=typed))
    items = "items: [hush, 2025-05-08-salt, 2025-03-03-first-tide]\n" if named else ""
    write(sources, f"newsletters/{day}.md", ISSUE.format(date=day, items=items))
    write(sources, "news/plain.md", f"---\ntitle: Plain\ndate: {day}\n---\nPlain.\n")
    out = sources.parent / "build"
    for moment in (hour - dt.timedelta(seconds=1), hour - dt.timedelta(microseconds=1)):
        early = build(sources, "newsletter", "release", "presskit", now=moment)
        known = all_legible(out) + early.said
        assert f"newsletter/{day}/en/newsletter.txt" in known
        for secret in ("hush", "Hush", "Chut"):
            assert secret not in known.replace("items: [hush", "")
    late = build(sources, "newsletter", "release", now=hour)
    assert "A hushed matter" in late.files[f"newsletter/{day}/en/newsletter.txt"]
    assert "Hushed words" in late.files["release/hushed/en/release.txt"]
    assert "release/hushed" in (out / "index.html").read_text()


@pytest.mark.parametrize(
    "fault",
    ["order: one\n", "titel: Hush\n", "place: [\n", ""],
    ids=["type", "key", "YAML", "none"],
)
def test_what_is_held_holds_up_nobody_else_however_faulty_it_is(sources: Path, fault: str) -> None:
    edit(sources, "organisation.yaml", "missing_translation: omit", "missing_translation: fail")
    write(sources, "news/2025-05-06-ferry.fr.md", "---\ntitle: Un ferry\n---\nLe ferry.\n")
    hushed = NEWS.format(date="2025-05-09", embargo="2025-07-01T09:00")
    write(sources, "news/hush.md", hushed.replace("---\nHush", f"{fault}---\nHush"))
    hushed = RELEASE.format(date="2025-05-20", embargo="2025-07-01T09:00")
    write(sources, "releases/hushed.md", hushed.replace("---\nHush", f"{fault}---\nHush"))
    made = build(sources, "newsletter", "release", "presskit")
    assert "refused" not in made.said
    assert len(made.files) == 6
    assert "hush" not in made.said
    assert ("error E111 " in made.said) == bool(fault)
    after = build(sources, "newsletter", now=dt.datetime(2025, 7, 1, 8, tzinfo=dt.UTC))
    assert "newsletter 2025-05 fr  refused: " in after.said


# Never torn -------------------------------------------------------------------------------


def at_work(task: Callable[[], object]) -> mp.process.BaseProcess:
    process = mp.get_context("fork").Process(target=task)
    process.start()
    return process


def test_a_build_killed_at_any_moment_leaves_the_old_or_the_new_and_the_next_one_repairs(
    sources: Path, tmp_path: Path
) -> None:
    subjects = ["First subject", "Second subject"]
    edit(sources, "newsletters/2025-05.md", "A quay, a ferry, a forum", subjects[1])
    whole = []
    took = 0.0
    for number, subject in enumerate(subjects):
        edit(sources, "newsletters/2025-05.md", subjects[1 - number], subject)
        began = time.monotonic()
        whole.append(contents(build(sources, "newsletter", out=tmp_path / str(number)).out))
        took = time.monotonic() - began
    out = tmp_path / "out"
    now = 1
    for moment in range(12):
        wanted = whole[now]
        killed = at_work(lambda: build(sources, "newsletter", out=out, force=True))
        time.sleep(took * (moment + 1) / 11)
        assert killed.pid
        with contextlib.suppress(ProcessLookupError):
            os.kill(killed.pid, signal.SIGKILL)
        killed.join()
        left = editions_in(out)
        assert left in ({}, editions_of(whole[0]), editions_of(whole[1])), moment
        again = build(sources, "newsletter", out=out)
        assert again.code == 0
        assert contents(out) == wanted, moment
        now = 1 - now
        edit(sources, "newsletters/2025-05.md", subjects[1 - now], subjects[now])


def editions_in(out: Path) -> dict[str, bytes]:
    return editions_of(contents(out)) if out.exists() else {}


def editions_of(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files in their places; what lies in the workshop nobody has been shown."""
    return {name: files[name] for name in files if name.startswith("newsletter/2025-05/")}


def test_two_builds_at_once_into_one_folder_both_succeed(sources: Path, tmp_path: Path) -> None:
    alone = contents(build(sources, "newsletter", "slides", out=tmp_path / "alone").out)
    out = tmp_path / "out"
    order = ["--sources", sources, "--templates", SMALL, "--out", out, "--now", "2025-06-10T09:00Z"]
    both = [started("newsletter", *order), started("slides", "newsletter", *order)]
    for process in both:
        assert "newsletter 2025-05 en" in said(process)
    assert contents(out) == alone


def test_a_folder_that_may_not_be_written_ends_in_one_line(
    everybodys: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sources = Path(shutil.copytree(SPECIMEN, everybodys / "sources"))
    out = everybodys / "out"
    out.mkdir(0o555)
    order = ["build", "--sources", str(sources), "--templates", str(SMALL), "--out", str(out)]
    with nobody():
        code = cli.main(order)
    lines = capsys.readouterr().out.splitlines()
    assert code == 2
    assert lines == [
        "out: error B120 nothing can be written here",
        "    give another folder: make newsletter out=FOLDER",
    ]
    assert list(out.iterdir()) == []


def test_a_check_reads_for_whoever_may_write_nothing(
    everybodys: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sources = Path(shutil.copytree(SPECIMEN, everybodys / "sources"))
    edit(sources, "news/2025-05-06-ferry.md", "The ferry sails", "The the ferry sails")
    out = everybodys / "out"
    out.mkdir(0o555)
    order = ["check", "--no-voices", "--sources", str(sources), "--out", str(out)]
    with nobody():
        code = cli.main(order)
    told = capsys.readouterr().out
    assert code == 1
    assert "sources/news/2025-05-06-ferry.md:" in told
    assert "out: warning B121 " in told
    assert "the same as a page" not in told


def test_an_edition_is_what_its_record_says(twice: Twice) -> None:
    receipts = sorted(twice.one.glob("*/*/provenance.json"))
    assert len(receipts) == 5
    for receipt in receipts:
        for language, entry in json.loads(receipt.read_bytes())["languages"].items():
            for name, digest in entry["files"].items():
                assert stamps.digest((receipt.parent / language / name).read_bytes()) == digest
