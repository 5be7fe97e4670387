"""A build writes in a folder of its own, and says so before the work begins."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import outputs, premises
from pipeline.errors import UsageError
from tests.desks import nobody


def test_a_folder_that_may_not_be_written_is_told_before_the_work(everybodys):
    locked = everybodys / "locked"
    locked.mkdir(mode=0o555)
    with nobody(), pytest.raises(UsageError) as caught:
        premises.refuse_unwritable(locked / "build")
    assert str(caught.value) == (
        "build: error B120 nothing can be written here\n"
        "    give another folder: make newsletter out=FOLDER"
    )


def test_the_whole_disk_is_no_folder_for_a_build():
    with pytest.raises(UsageError, match="this is the whole disk"):
        premises.refuse_unwritable(Path("/"))


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path):
    (tmp_path / "build").write_text("x")
    with pytest.raises(UsageError, match="B120"):
        premises.refuse_unwritable(tmp_path / "build")
    premises.refuse_unwritable(tmp_path / "new" / "build")


def test_nothing_is_written_among_what_people_write(tmp_path):
    for out in (tmp_path / "sources", tmp_path / "sources" / "build"):
        with pytest.raises(UsageError, match="B122 this is inside sources/, where people write"):
            premises.refuse_overlap(out, tmp_path / "sources")
    (tmp_path / "sources").mkdir()
    (tmp_path / "SOURCES").symlink_to("sources")
    with pytest.raises(UsageError, match="B122 this is inside sources/, where people write"):
        premises.refuse_overlap(tmp_path / "SOURCES" / "build", tmp_path / "sources")
    premises.refuse_overlap(tmp_path, tmp_path / "sources")


OTHERS = ("index.html", "newsletter/index.html", "newsletter/feed.fr.xml")


@pytest.mark.parametrize("name", OTHERS)
def test_where_no_build_has_been_a_page_is_somebodys(tmp_path, name):
    path = tmp_path / "site" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(b"mine")
    with pytest.raises(UsageError, match=r"site: error B123 .* stands here, which no"):
        premises.refuse_others(tmp_path / "site", ["newsletter"])
    (tmp_path / "site" / outputs.LOCK).touch()
    premises.refuse_others(tmp_path / "site", ["newsletter"])
