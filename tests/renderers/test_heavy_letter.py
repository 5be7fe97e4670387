"""A letter that Gmail would cut is not made: the whole way, from the sources to the exit code."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline import cli
from tests.renderers.mail_jobs import ROOT, TEMPLATES

DECLARED = """title = "Newsletter"
per = "issue"
audience = "public"

[[output]]
name = "newsletter.html"
renderer = "email"
template = "newsletter.html"
"""


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "tests" / "specimen", tmp_path / "sources"))


@pytest.fixture
def build(tmp_path: Path, sources: Path) -> list[str]:
    for name in ("_shared", "newsletter"):
        shutil.copytree(TEMPLATES / name, tmp_path / "templates" / name)
    (tmp_path / "templates" / "newsletter" / "publication.toml").write_text(DECLARED, "utf-8")
    folders = [
        word
        for name, folder in (("sources", sources), ("templates", tmp_path / "templates"))
        for word in (f"--{name}", str(folder))
    ]
    asked = ["build", "newsletter", "--edition", "2025-05", "--language", "en"]
    return [*asked, *folders, "--out", str(tmp_path / "build"), "--now", "2025-06-10T09:00Z"]


def add(sources: Path, name: str, words: int) -> None:
    story = (
        f"---\ntitle: The long story of {name}\ndate: 2025-05-06\n---\n{'Salt and tide. ' * words}"
    )
    (sources / "news" / f"2025-05-06-{name}.md").write_text(story, "utf-8")


def test_an_issue_over_a_hundred_thousand_bytes_is_refused_and_nothing_is_written(
    build: list[str], sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, words in (("dyke", 4000), ("lock", 2500), ("weir", 1000)):
        add(sources, name, words)
    assert cli.main(build) == 1
    said = capsys.readouterr().out
    assert "error M100" in said
    assert "Gmail cuts it off at 102,400" in said
    remedy = next(line for line in said.splitlines() if "shorten or leave out" in line)
    order = [remedy.index(name) for name in ("dyke", "lock", "weir")]
    assert order == sorted(order)
    assert not (tmp_path / "build" / "newsletter" / "2025-05").exists()


def test_the_same_issue_without_them_is_made(build: list[str], tmp_path: Path) -> None:
    assert cli.main(build) == 0
    assert (tmp_path / "build" / "newsletter" / "2025-05" / "en" / "newsletter.html").exists()
