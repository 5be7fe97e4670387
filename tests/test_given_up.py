"""What designers give up: publications whose folder is gone, archives nobody declares."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from pipeline import publications
from tests.desks import SMALL, build, edit, write

REAL = Path(__file__).parent.parent / "templates"
GONE = "taken away: there is no publication {} any more"


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "templates"))


def test_what_is_given_up_goes_with_the_next_build_of_all(sources: Path, templates: Path) -> None:
    out = build(sources, templates=templates).out
    for name in ("slides", "release"):
        (templates / name).rename(templates.parent / name)
    mine = write(out, "release/2025-04-14-register/en/letter.txt", "Mine.\n")
    assert "taken away" not in build(sources, "newsletter", templates=templates).said
    said = build(sources, templates=templates).lines
    assert said[:3] == [
        f"release 2025-04-14-register  {GONE.format('release')}",
        f"release 2025-06-03-forum-opens  {GONE.format('release')}",
        f"slides harbours  {GONE.format('slides')}",
    ]
    assert not (out / "slides").exists()
    assert [path for path in (out / "release").rglob("*") if path.is_file()] == [mine]
    assert "taken away" not in build(sources, templates=templates).said
    (templates.parent / "slides").rename(templates / "slides")
    assert "slides harbours en  made" in build(sources, templates=templates).said


def test_who_brings_templates_of_his_own_tidies_up_after_nobody_else(
    sources: Path, templates: Path, tmp_path: Path
) -> None:
    made = build(sources, templates=templates)
    other, none = tmp_path / "other", tmp_path / "none"
    none.mkdir()
    for name in ("_shared", "newsletter"):
        shutil.copytree(templates / name, other / name)
    for folder in (other, none):
        assert "taken away" not in build(sources, templates=folder).said
    assert made.files.keys() == build(sources, templates=templates).files.keys()
    # A share of a network that is away for a while has given up nothing.
    for path in templates.iterdir():
        shutil.rmtree(path)
    assert "taken away" not in build(sources, templates=templates).said


def test_a_faulty_declaration_gives_nothing_up(sources: Path, templates: Path) -> None:
    out = build(sources, templates=templates).out
    write(templates, "slides/publication.toml", "per = \n")
    assert "taken away" not in build(sources, templates=templates).said
    assert (out / "slides/harbours/en/slides.txt").exists()


def test_what_a_disk_does_not_show_now_is_not_given_up(
    templates: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert publications.is_given_up(templates, "flyer")
    assert not publications.is_given_up(templates, "slides")

    def refusing(path: Path) -> os.stat_result:
        raise OSError(5, os.strerror(5), str(path))

    monkeypatch.setattr(Path, "lstat", refusing)
    assert not publications.is_given_up(templates, "flyer")


@pytest.mark.parametrize("change", ["given up", "for the press", "without an archive"])
def test_an_archive_that_nobody_wants_any_more_goes(
    sources: Path, tmp_path: Path, change: str
) -> None:
    templates = Path(shutil.copytree(REAL, tmp_path / "templates"))
    out = build(sources, "newsletter", templates=templates).out
    assert (out / "newsletter/feed.fr.json").exists()
    declaration = "newsletter/publication.toml"
    if change == "given up":
        shutil.rmtree(templates / "newsletter")
        for name in ("manifesto", "presskit", "slides"):
            shutil.rmtree(templates / name)
        build(sources, templates=templates)
        assert not (out / "newsletter").exists()
        return
    if change == "for the press":
        edit(templates, declaration, 'audience = "public"', 'audience = "press"')
    else:
        edit(templates, declaration, "archive = ", "# archive = ")
    build(sources, "newsletter", templates=templates)
    assert [*(out / "newsletter").glob("*.*")] == []
