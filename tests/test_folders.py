"""Folders that stand in one another, as a program leaves them that copies what it has copied."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from pipeline import cli, folders, preview
from tests.conftest import SPECIMEN
from tests.desks import SMALL

DEEP = 1200
"""Their way is short enough for every call; Python 3.11 would stand on itself at each."""


@pytest.fixture
def sources(tmp_path):
    root = shutil.copytree(SPECIMEN, tmp_path / "sources")
    before = Path.cwd()
    os.chdir(root / "news")
    for _ in range(DEEP):
        os.mkdir("d")
        os.chdir("d")
    Path("2025-05-06-deep.md").write_text("---\ntitel: Deep\n---\nWords.\n")
    os.chdir(before)
    yield root
    # Nor can pytest take them away.
    subprocess.run(["rm", "-r", root / "news/d"], check=True)


@pytest.mark.parametrize("words", [("build", "newsletter"), ("check",), ("check", "--fix")])
def test_a_source_is_read_however_deep_it_lies(sources, tmp_path, capsys, words):
    places = ["--sources", str(sources), "--templates", str(SMALL), "--out", str(tmp_path / "out")]
    assert cli.main([*words, *places, "--now", "2025-06-10T09:00"]) == 1
    said = capsys.readouterr().out
    assert "d/2025-05-06-deep.md:2:1: error K100" in said
    assert "P191" not in said


def test_a_save_is_noticed_however_deep_it_lies(sources):
    assert any(name.endswith("deep.md") for name, _, _ in preview.state([sources]))


def test_folders_are_gone_through_as_python_does(tmp_path):
    for name in ("b/y", "a/x/deep", "a/w", "c"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "f").write_text("")
    (tmp_path / "b/round").symlink_to("..")

    def shown(walk):
        for above, inner, names in walk:
            inner[:] = sorted(name for name in inner if name != "w")
            yield above, list(inner), sorted(names)

    assert [*shown(folders.walk(tmp_path))] == [*shown(os.walk(tmp_path))]
