"""Every check has a folder of examples: what is in it, and what is told of it."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from pipeline import proofreading, reports
from pipeline.checks import rota, suppressions
from pipeline.corpus import reading
from tests import judges

HERE = Path(__file__).parent
HOUSE = HERE / "marked" / "sources"
TODAY = dt.date(2026, 1, 1)
VOICES = {"X150": (judges.hunspell,), "X151": (judges.grammalecte, judges.harper)}
"""The checks that repeat what another program says."""
PLACES = {
    "in.md": "news/2024-05-20-example.md",
    "in.fr.md": "news/2024-05-20-example.fr.md",
    "release.md": "releases/2024-05-20-example.md",
    "issue.md": "newsletters/2024-05.md",
    "earlier.md": "newsletters/2024-04.md",
    "kit.md": "presskits/example/kit.md",
    "section.md": "presskits/example/01-example.md",
    "deck.md": "slides/example.md",
    "manifesto.md": "manifesto/2025/manifesto.md",
    "chapter.md": "manifesto/2025/01-example.md",
    "other.md": "manifesto/2025/02-other.md",
    "third.md": "manifesto/2025/03-third.md",
    "fourth.md": "manifesto/2025/04-fourth.md",
    "fifth.md": "manifesto/2025/05-fifth.md",
}
FOLDERS = sorted(path for path in HERE.iterdir() if len(path.name) == 4 and path.name[1:].isdigit())


def told(folder: Path, tmp: Path) -> str:
    """What is said of the files of a folder under its own code, a line each."""
    sources = tmp / "sources"
    sources.mkdir()
    for page in (*HOUSE.glob("*.yaml"), *folder.glob("*.yaml")):
        shutil.copy(page, sources)
    names = {}
    for name, place in PLACES.items():
        if (folder / name).is_file():
            (sources / place).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(folder / name, sources / place)
            names[f"sources/{place}"] = name
    if (folder / "images").is_dir():
        shutil.copytree(folder / "images", sources / "images")
    corpus = reading.read(sources)
    heard = VOICES.get(folder.name, ())
    for judge in heard:
        judges.needs(judge)
    proof = proofreading.proofread(corpus, sources, TODAY, voices=bool(heard))
    marks = [*proof.marks, *proofreading.of_finished(folder / "build", proof.register)]
    lines = []
    for mark in marks:
        found = mark.finding
        if found.code == folder.name:
            path = found.location.path.as_posix()
            place = f"{names.get(path, path)}:{found.location.line}:{found.location.column}"
            lines.append(f"{place}: {found.level} {found.message}\n    {found.remedy}\n")
    return "".join(lines)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_check_tells_of_its_examples_and_of_nothing_else(
    folder: Path, tmp_path: Path, accept: bool
) -> None:
    said = told(folder, tmp_path)
    expected = folder / "expected.txt"
    if accept:
        expected.write_text(said, encoding="utf-8")
    assert said, "the check is silent on its own example"
    assert said == expected.read_text("utf-8")


def test_a_section_that_is_declared_missing_is_not_forgotten(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(HERE / "S162", tmp_path / "S162"))
    text = (folder / "fifth.md").read_text("utf-8")
    (folder / "fifth.md").write_text(
        text.replace("title: Ferries\n", "title: Ferries\nwithout: [introduction, references]\n"),
        encoding="utf-8",
    )
    assert told(folder, tmp_path) == ""


def test_every_check_has_a_folder_and_every_folder_a_check() -> None:
    known = {*rota.checks(), *suppressions.REASONS}
    assert {folder.name for folder in FOLDERS} == known


def test_every_check_has_one_reason_and_one_remedy() -> None:
    silent = [code for code, check in rota.checks().items() if not (check.reason and check.remedy)]
    assert silent == []


def test_the_page_of_checks_is_complete(accept: bool) -> None:
    page = HERE.parent.parent / "sources" / "CHECKS.md"
    if accept:
        page.write_text(reports.reference(), encoding="utf-8")
    assert page.read_text("utf-8") == reports.reference()


def test_a_link_that_moved_within_a_translation_is_missed_by_its_words(tmp_path: Path) -> None:
    folder = tmp_path / "T120"
    folder.mkdir()
    address = "https://www.rivertowns.example"
    head = "---\ntitle: An example\n{}---\n\n"
    (folder / "in.md").write_text(
        head.format("date: 2024-05-20\n")
        + f"We learn from the [Open Quays Board]({address}/board).\n\nThe pilots are here.\n",
        encoding="utf-8",
    )
    (folder / "in.fr.md").write_text(
        head.format("")
        + f"Nous apprenons du Open Quays Board.\n\nLes [pilotes]({address}/p) sont ici.\n",
        encoding="utf-8",
    )
    assert told(folder, tmp_path).startswith("in.fr.md:5:1: warning the original has one link")
