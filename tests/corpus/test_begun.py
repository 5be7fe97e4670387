"""A folder that is begun: its shared pages are read first, its sources once somebody asks."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from pipeline import proofreading
from pipeline.corpus import files, reading
from tests.bench.test_check import sources
from tests.desks import edit, write

NOW = dt.datetime(2026, 6, 12, 9, tzinfo=dt.UTC)
HELD = "title: A bridge\ndate: 2026-06-10\nplace: Riga\nembargo: 2026-07-01T09:00"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Something is wrong in a shared page, in a source, and in what a source looks up."""
    # So many words that a second reader helps, where there are two cores.
    root = sources(tmp_path / "sources", 12_000)
    write(root, "releases/2026-06-10-bridge.md", f"---\n{HELD}\n---\nIt opens.\n")
    write(root, "news/odd.md", "---\ntitle: Odd\ndate: 32 May\n---\nThe the {{ facts.towns }}.\n")
    edit(root, "facts.yaml", "members:", "membres:")
    return root


def test_what_is_begun_becomes_what_is_read_at_once(root: Path) -> None:
    begun = reading.Begun(root, now=NOW)
    assert begun.whole == reading.read(root, now=NOW)
    assert begun.whole is begun.whole
    told = {finding.location.path.name for finding in begun.whole.findings}
    assert {"odd.md", "images.yaml"} <= told


def test_what_is_begun_knows_its_shared_pages_and_what_is_held_and_no_source(root: Path) -> None:
    begun = reading.Begun(root, now=NOW)
    shared, whole = begun.shared, begun.whole
    pages = ("language", "organisation", "facts", "contacts", "names", "agenda", "pictures")
    for copy, read in zip(shared.copies.values(), whole.copies.values(), strict=True):
        assert [getattr(copy, one) for one in pages] == [getattr(read, one) for one in pages]
    assert shared.embargoes == whole.embargoes
    assert list(whole.embargoes) == [("release", "2026-06-10-bridge")]
    assert whole.copies["en"].news
    assert not shared.copies["en"].news


def test_sources_that_are_read_meanwhile_change_nothing_of_what_is_found(root: Path) -> None:
    begun = reading.Begun(root, now=NOW)
    both = proofreading.proofread(
        begun.shared, root, NOW.date(), meanwhile=lambda: begun.whole
    ).marks
    assert both == proofreading.proofread(reading.read(root, now=NOW), root, NOW.date()).marks
    assert any(mark.finding.code == "X100" for mark in both)


def test_what_is_done_meanwhile_is_done_once_and_here(root: Path) -> None:
    done: list[int] = []
    corpus = reading.Begun(root, now=NOW).shared
    proofreading.proofread(corpus, root, NOW.date(), meanwhile=lambda: done.append(os.getpid()))
    assert done == [os.getpid()]


def test_files_that_are_opened_are_not_read_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = reading.Begun(root, now=NOW)
    marks = proofreading.proofread(begun.shared, root, NOW.date()).marks
    monkeypatch.setattr(files, "cut", None)
    told = proofreading.proofread(begun.shared, root, NOW.date(), opened=begun.opened).marks
    assert told == marks


@pytest.mark.parametrize("is_held", [True, False])
def test_who_prints_nothing_is_told_the_same_and_keeps_what_says_what_waits(
    root: Path, *, is_held: bool
) -> None:
    write(
        root, "news/notes.md", "---\ntitle: Notes\ndate: 2026-05-01\n---\nA [^1] {#a}\n\nB {#a}\n"
    )
    write(root, "presskits/fair/kit.md", "---\ntitle: Fair\ndate: 2026-05-01\n---\nIt *opens*.\n")
    if not is_held:
        (root / "releases/2026-06-10-bridge.md").unlink()
    printed = reading.read(root, now=NOW)
    checked = reading.Begun(root, now=NOW, is_printed=False).whole
    assert checked.findings == printed.findings
    assert {"W118", "D100"} <= {finding.code for finding in checked.findings}
    one, other = printed.copies["en"], checked.copies["en"]
    assert one.kits == other.kits
    assert (one.news == other.news) is is_held
    assert [story.markdown for story in one.news] == [story.markdown for story in other.news]
