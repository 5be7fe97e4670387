"""What earlier builds and checks have left says nothing of what is held by now."""

from __future__ import annotations

import datetime as dt
import io
import json
import shutil
from pathlib import Path

import pytest

from pipeline import checking
from pipeline.telling import Desk
from tests.desks import NOW, build, unread, write
from tests.embargo.weeks import CODES, Shot, drawn, lay_templates

LATER = dt.datetime(2025, 7, 10, 9, tzinfo=dt.UTC)
WORDS = "The lighthouse keeper counts every herring that that passes the quay at midnight"
STORY = f"---\ntitle: Herring by night at sea\ndate: 2025-05-09\n{{}}---\n{WORDS}.\n"
HELD = "embargo: 2025-07-01T09:00\n"


def telling(out: Path) -> list[str]:
    """The files below *out* that tell of the herring."""
    found = [path for path in out.rglob("*") if path.is_file()]
    told = [p for p in found if b"herring" in p.read_bytes().lower() or "herring" in str(p)]
    return sorted(path.relative_to(out).as_posix() for path in told)


def checked(sources: Path, out: Path, now: dt.datetime = NOW) -> None:
    desk = Desk(io.StringIO(), io.StringIO(), "text", {})
    checking.check(checking.Order(sources=sources, out=out, now=now), desk)


def test_the_page_of_an_earlier_check_goes(sources: Path) -> None:
    write(sources, "news/2025-05-09-herring-night.md", STORY.format(""))
    out = build(sources, "slides").out
    checked(sources, out)
    assert telling(out) == ["check.html"]
    write(sources, "news/2025-05-09-herring-night.md", STORY.format(HELD))
    again = build(sources, "slides")
    assert "check.html  taken away: it told of what is under embargo" in again.lines
    assert telling(out) == []
    checked(sources, out)
    assert (out / "check.html").exists()
    assert "taken away" not in build(sources, "slides", force=True).said


@pytest.mark.parametrize("name", ["en/newsletter.txt", "provenance.json"])
def test_what_a_disk_does_not_give_for_a_while_is_taken_away_the_next_time(
    sources: Path, name: str
) -> None:
    """It was taken for somebody's own, left without its receipt, and never touched again."""
    write(sources, "news/2025-05-09-herring-night.md", STORY.format(""))
    out = build(sources, "newsletter").out
    (place,) = {out / name.partition("/en/")[0] for name in telling(out) if "/en/" in name}
    write(sources, "news/2025-05-09-herring-night.md", STORY.format(HELD))
    with unread(place / name):
        assert "error B121 " in build(sources, "newsletter", edition="2025-03").said
    build(sources, "newsletter", edition="2025-03")
    assert telling(out) == []


def test_the_page_of_an_earlier_check_goes_that_names_a_file_only(sources: Path) -> None:
    write(sources, "news/gala.md", STORY.format("").replace("Herring by night", "Gala"))
    out = build(sources, "slides").out
    checked(sources, out)
    write(sources, "news/gala.md", "---\ntitle: Soon\ndate: 2025-05-09\n" + HELD + "---\nSoon.\n")
    build(sources, "slides")
    assert not (out / "check.html").exists()


def test_the_page_of_a_check_of_others_goes_with_the_edition_that_it_names(
    sources: Path, tmp_path: Path
) -> None:
    """By one word nobody knows a name: their check named its folder when it was out."""
    release = "---\ntitle: A boat\ndate: 2025-05-09\nimages: [quay.png]\n{}---\nA boat.\n"
    write(sources, "releases/herring.md", release.format(HELD))
    others = tmp_path / "others"
    shutil.copytree(sources, others)
    (others / "releases/herring.md").unlink()
    templates = lay_templates(tmp_path / "templates")
    out = build(sources, "release", edition="herring", now=LATER, templates=templates).out
    checked(others, out, LATER)
    assert "check.html" in telling(out)
    build(others, "slides", templates=templates)
    assert (out / "check.html").exists(), "nothing of it is gone"
    build(sources, "slides", templates=templates)
    assert telling(out) == []
    assert not (out / "check.html").exists()


def test_a_language_goes_that_a_later_clock_has_made_and_the_other_is_made(sources: Path) -> None:
    """Its receipt would name what waits: the edition is not refused for that."""
    name = "2025-05-09-herring-night"
    write(sources, f"news/{name}.md", STORY.format(HELD))
    out = build(sources, "newsletter", edition="2025-05", now=LATER).out
    (sources / f"news/{name}.md").rename(sources / "news/2025-05-09-herring-anew.md")
    again = build(sources, "newsletter", edition="2025-05", languages=("fr",), force=True)
    assert again.code == 0, again.said
    assert again.lines[0] == "1 edition taken away that tells of what is under embargo"
    assert telling(out) == []
    assert sorted(
        path.name for path in (out / "newsletter/2025-05").iterdir() if path.is_dir()
    ) == ["fr"]


def test_what_an_earlier_build_remembers_goes(sources: Path) -> None:
    write(sources, "releases/2025-05-09-herring-night.md", STORY.format(""))
    out = build(sources, "release", edition="2025-05-09-herring-night").out
    assert any(name.startswith(".made/") for name in telling(out))
    write(sources, "releases/2025-05-09-herring-night.md", STORY.format(HELD))
    build(sources, "slides")
    assert telling(out) == []


def test_a_build_by_name_is_remembered_nowhere(sources: Path) -> None:
    """The name of its edition would stand beside what is public until the next build of all."""
    write(sources, "releases/hake.md", STORY.format(HELD).replace("Herring", "Hake"))
    out = build(sources, "release", edition="hake").out
    assert (out / "release/hake").is_dir()
    assert [path for path in out.rglob("*.json") if ".made" in path.parts] == []
    build(sources, "slides")
    assert [b"hake" in path.read_bytes() for path in out.glob(".made/*.json")] == [False]


def test_until_when_something_waits_is_remembered_and_read_by_nobody(sources: Path) -> None:
    write(sources, "news/2025-05-09-herring-night.md", STORY.format(HELD))
    hour = dt.datetime(2025, 7, 1, 8, tzinfo=dt.UTC)
    early, late = hour - dt.timedelta(seconds=90), hour - dt.timedelta(seconds=1)
    first = build(sources, "newsletter", edition="2025-05", now=early)
    [record] = first.out.glob(".made/*.json")
    assert not [p for p in first.out.rglob("*") if p.is_file() and b"2025-07-01" in p.read_bytes()]
    before = record.stat().st_ino
    build(sources, "newsletter", edition="2025-05", now=late)
    build(sources, "slides", now=late)
    assert record.stat().st_ino == before
    build(sources, "newsletter", edition="2025-05", now=hour)
    assert record.stat().st_ino != before


def test_what_is_remembered_of_two_days_is_not_veiled_alike(sources: Path) -> None:
    """Of the first everybody knew what it says: an event ends. That told the second one, too."""
    write(sources, "news/2025-05-09-herring-night.md", STORY.format(HELD))
    fair = "- {id: fair, title: Boat fair, start: 2025-06-20, place: Norhavn}\n"
    write(sources, "agenda.yaml", fair + (sources / "agenda.yaml").read_text("utf-8"))
    veiled = []
    for day in (10, 27):
        out = build(sources, "slides", now=NOW.replace(day=day)).out
        [record] = out.glob(".made/*.json")
        veiled.append(bytes.fromhex(json.loads(record.read_bytes())["while"].split()[-1]))
        before = record.stat().st_ino
        build(sources, "slides", now=NOW.replace(day=day))
        assert record.stat().st_ino == before
    # Years, hyphens and blanks are the same in both.
    assert sum(one == other for one, other in zip(*veiled, strict=True)) < len(veiled[0]) / 4


def test_that_something_waits_is_told_by_no_length_of_what_is_remembered(sources: Path) -> None:
    shutil.copytree(sources, sources.parent / "without" / "sources")
    waits = HELD.replace("2025", "2099")
    write(sources, "news/2025-05-09-herring-night.md", STORY.format(waits))
    now = dt.datetime(2099, 6, 30, 9, tzinfo=dt.UTC)
    sizes = []
    for folder in (sources, sources.parent / "without" / "sources"):
        [record] = build(folder, "slides", now=now).out.glob(".made/*.json")
        sizes.append(record.stat().st_size)
    assert sizes[0] == sizes[1]


@pytest.mark.parametrize(
    ("name", "typed", "code"),
    [
        ("news/2025-05-09-herring-night.md", STORY.format(f"{HELD}colour: red\n"), "E111"),
        ("news/2025-05-10-quay.md", STORY.format("").replace("Herring", "Quays"), "E112"),
    ],
)
@pytest.mark.parametrize("format", ["text", "json"])
def test_what_a_writer_hears_of_what_waits_is_remembered_nowhere(
    sources: Path, name: str, typed: str, code: str, format: str
) -> None:
    """That something does, until when, and on which line its words stand, was."""
    write(sources, "news/2025-05-09-herring-night.md", STORY.format(HELD))
    write(sources, name, typed)
    for _ in range(2):
        made = build(sources, "slides", format=format)
        assert code in made.said
        assert not [path for path in made.out.glob(".made/*") if b"embargo" in path.read_bytes()]


def test_what_a_build_of_another_time_remembers_goes(sources: Path) -> None:
    write(sources, "releases/hake.md", STORY.format(HELD).replace("Herring", "Hake"))
    out = build(sources, now=LATER).out
    assert any(b"release hake en" in path.read_bytes() for path in out.glob(".made/*.json"))
    build(sources, "slides")
    assert [b"hake" in path.read_bytes() for path in out.glob(".made/*.json")] == [False]


def test_a_letter_goes_whose_story_is_held_under_another_name(sources: Path) -> None:
    write(sources, "news/2025-05-09-herring-night.md", STORY.format(""))
    out = build(sources, "newsletter").out
    assert "newsletter/2025-05/en/newsletter.txt" in telling(out)
    (sources / "news/2025-05-09-herring-night.md").unlink()
    write(sources, "releases/2025-05-10-herring.md", STORY.format(HELD))
    again = build(sources, "slides")
    assert again.lines[0] == "1 edition taken away that tells of what is under embargo"
    # The name that it had is no name of what is held.
    assert [name for name in telling(out) if not name.startswith(".made/")] == []


def test_a_marked_copy_stays_for_as_long_as_it_is_marked(sources: Path) -> None:
    name = "2025-05-09-herring-night"
    write(sources, f"releases/{name}.md", STORY.format(HELD))
    out = build(sources, "release", edition=name, languages=("en",)).out
    build(sources, "slides")
    assert f"release/{name}/en/release.txt" in telling(out)
    write(sources, f"releases/{name}.md", STORY.format(HELD.replace("07-01", "08-01")))
    build(sources, "slides")
    assert telling(out) == []


def test_what_a_later_clock_has_made_is_not_there_at_an_earlier_one(sources: Path) -> None:
    write(sources, "news/2025-05-09-herring-night.md", STORY.format(HELD))
    out = build(sources, "newsletter", edition="2025-05", now=LATER).out
    checked(sources, out, LATER)
    assert len(telling(out)) > 1
    build(sources, "slides")
    assert telling(out) == []


def test_a_receipt_goes_that_lists_a_picture_which_waits_by_now(sources: Path) -> None:
    """By one word nobody knows a name, and a digest is no word: both stood there."""
    listed = (sources / "images.yaml").read_text("utf-8")
    entry = "zander.png: {alt: Fish, credit: A, licence: CC0-1.0}\n"
    write(sources, "images.yaml", f"{listed}{entry}")
    write(sources, "images/zander.png", drawn(Shot(name="zander.png", word="", dark=CODES[0])))
    story = STORY.replace("---\n", "---\nimage: zander.png\n", 1)
    write(sources, "news/2025-05-09-herring-night.md", story.format(""))
    out = build(sources, "newsletter", edition="2025-05").out
    assert "zander" in (out / "newsletter/2025-05/provenance.json").read_text("utf-8")
    (sources / "news/2025-05-09-herring-night.md").unlink()
    held = f"---\ntitle: Nets\ndate: 2025-05-10\nimage: zander.png\n{HELD}---\nNets.\n"
    write(sources, "news/2025-05-10-nets.md", held)
    build(sources, "slides")
    stands = b"".join(path.read_bytes() for path in out.rglob("*") if path.is_file())
    assert b"zander" not in stands
