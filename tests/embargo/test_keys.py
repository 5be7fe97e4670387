"""An embargo that is typed where there can be none publishes nothing by mistake."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desks import build, edit, nobody, read, write

SPECIMEN = Path(__file__).parents[1] / "specimen"
HOUR = "embargo: 2030-01-01T09:00+01:00\n"
PLACES = {
    "newsletters/2025-05.md": ("newsletter", "Spring at the water."),
    "presskits/forum-2025/kit.md": ("presskit", ""),
    "presskits/forum-2025/02-the-town.md": ("presskit", "Norhavn is small."),
    "manifesto/2025/manifesto.md": ("manifesto", ""),
    "manifesto/2025/03-storms.md": ("manifesto", "Storms come."),
    "slides/harbours.md": ("slides", "Quays"),
}


@pytest.mark.parametrize("name", PLACES)
def test_an_embargo_where_there_can_be_none_refuses_the_edition(sources: Path, name: str) -> None:
    edit(sources, name, "---\n", f"---\n{HOUR}")
    publication, words = PLACES[name]
    made = build(sources, publication)
    assert made.code == 1
    assert f"sources/{name}:2:1: error K100 unknown key 'embargo'" in made.said
    assert [file for file, text in made.files.items() if words and words in text] == []


def test_an_event_with_an_embargo_is_in_no_letter(sources: Path) -> None:
    edit(
        sources,
        "agenda.yaml",
        "- id: members-day",
        "- embargo: 2030-01-01T09:00+01:00\n  id: members-day",
    )
    made = build(sources, "newsletter")
    assert made.code == 1
    assert "error K100 unknown key 'embargo'" in made.said
    assert made.files == {}


UNOPENED: dict[str, Callable[[Path], object]] = {
    "a folder": Path.mkdir,
    "a link": lambda path: path.symlink_to("/nowhere"),
    "locked": lambda path: (path.write_text(f"---\n{HOUR}---\nB\n"), path.chmod(0)),
}


@pytest.mark.parametrize("how", UNOPENED)
def test_a_file_that_cannot_be_opened_may_be_the_one_with_the_hour(
    everybodys: Path, how: str
) -> None:
    sources = Path(shutil.copytree(SPECIMEN, everybodys / "sources"))
    read(sources)  # what it needs is imported before rights are given away
    name = "releases/2025-06-03-forum-opens.fr.md"
    (sources / name).unlink()
    UNOPENED[how](sources / name)
    with nobody():
        told = read(sources)
    said = [str(finding) for finding in told.findings if finding.code == "B104"]
    assert len(said) == 1
    assert said[0].startswith(f"sources/{name}: error B104 ")
    for copy in told.copies.values():
        assert [one.id for one in copy.broken] == ["2025-06-03-forum-opens"]
        assert "2025-06-03-forum-opens" not in [one.slug for one in copy.releases]


NOTICES = {
    "EMBARGOED UNTIL FRIDAY": True,
    "**Embargo: Friday, 4 July, 10 am CET**": True,
    "# Under embargo until noon": True,
    "Sous embargo jusqu’au 4 juillet": True,
    "Sperrfrist: Freitag, 4. Juli": True,
    "Not for publication before tomorrow": True,
    "[STRICTLY EMBARGOED]": True,
    "*Embargoed*": True,
    "Hold for release": True,
    "Do not publish before the vote": True,
    "Sous embargo jusqu’à la signature": True,
    "Embargoed. Please do not share.": True,
    "Do not publish before you have the consent of all": False,
    "Embargoed until September": True,
    "Embargo: to be confirmed": True,
    "Embargoed goods": False,
    "Embargo to Maritime 2025": False,
    "Do not release balloons": False,
    "Embargo: what it means": False,
    "# Embargo": False,
    "Embargo on nets until Friday": False,
    "Embargo until the herring is back": False,
    "The embargo was lifted on Friday.": False,
}


@pytest.mark.parametrize("line", NOTICES)
def test_a_line_that_asks_to_wait_is_obeyed_without_a_year(sources: Path, line: str) -> None:
    story = f"---\ntitle: Nets\ndate: 2025-05-09\n---\n{line}\n\nThe nets are dry.\n"
    write(sources, "news/2025-05-09-nets.md", story)
    made = build(sources, "newsletter", languages=("en",))
    is_printed = any("nets are dry" in text for text in made.files.values())
    assert is_printed is not NOTICES[line]
    assert ("errors in what is under embargo" in made.said) is NOTICES[line]


SET_APART = {"*Embargoed*": True, "[Hold for release]": True, "**Do not publish**": False}


@pytest.mark.parametrize("line", SET_APART)
def test_a_line_set_apart_in_a_text_is_obeyed_if_it_can_be_nothing_else(
    sources: Path, line: str
) -> None:
    story = f"---\ntitle: Nets\ndate: 2025-05-09\n---\nThe nets are dry.\n\n{line}\n\nSo be it.\n"
    write(sources, "news/2025-05-09-nets.md", story)
    told = [one for one in read(sources).findings if one.code == "D107"]
    assert bool(told) is SET_APART[line]


ASKED = {
    "do not publish before: 1 July 2025": True,
    "do_not_publish_before: 2025-07-01": True,
    "ne pas diffuser avant: 1er juillet 2025 à 10h": True,
    "ne pas diffuser: oui": True,
    "frei ab: 1. Juli 2025, 10 Uhr": True,
    "confidentiel: oui": True,
    "time: 10:00": False,
    "first published: 2025-06-01": False,
    "note: free on 1 July": False,
}


@pytest.mark.parametrize("line", ASKED)
def test_a_key_that_asks_to_wait_holds_its_text_in_every_language(sources: Path, line: str) -> None:
    write(
        sources, "news/2025-05-09-nets.md", "---\ntitle: Nets\ndate: 2025-05-09\n---\nDry nets.\n"
    )
    write(sources, "news/2025-05-09-nets.fr.md", f"---\ntitle: Filets\n{line}\n---\nSecs.\n")
    made = build(sources, "newsletter", languages=("en",))
    assert any("Dry nets" in text for text in made.files.values()) is not ASKED[line]


def test_a_key_that_asks_to_wait_in_a_head_that_cannot_be_read_is_not_told(sources: Path) -> None:
    story = "---\ntitle: Vorm: dry\ndo_not_publish_before: 1 July 2025\n---\nDry nets.\n"
    write(sources, "news/2025-05-09-vorm.md", story)
    said = build(sources, "newsletter", languages=("en",)).said
    assert "errors in what is under embargo" in said
    assert "vorm" not in said.lower()


MOVED = {
    "standfirst: >\n  They are blue\n  embargo: 2025-07-01T09:00+01:00": True,
    "title: >\n  The nets\n  'Embargo': 2025-07-01T09:00": True,
    "title: The nets\n  embargo 2025-07-01 09:00": True,
    "notes: |\n  Nets are blue\n    embargoed: 2025-07-01T09:00": True,
    "notes: |\n  Nets are blue\n  Embargo on nets: 2025-07-01": False,
}


@pytest.mark.parametrize("lines", MOVED)
def test_a_key_that_slipped_into_the_words_above_it_holds_its_text(
    sources: Path, lines: str
) -> None:
    title = "" if lines.startswith("title") else "title: Nets\n"
    story = f"---\n{title}date: 2025-05-09\n{lines}\n---\nThe nets are dry.\n"
    write(sources, "releases/2025-05-09-nets.md", story)
    told = [one for one in read(sources).findings if one.code == "D107"]
    assert bool(told) is MOVED[lines]
    made = build(sources, "release", edition="2025-05-09-nets")
    assert any("nets are dry" in text for text in made.files.values()) is not MOVED[lines]


def test_an_old_line_that_asked_to_wait_is_printed_and_told(sources: Path) -> None:
    story = "---\ntitle: Nets\ndate: 2023-05-09\n---\nEMBARGOED UNTIL FRIDAY\n\nThe nets are dry.\n"
    write(sources, "releases/2023-05-09-nets.md", story)
    made = build(sources, "release", edition="2023-05-09-nets")
    assert "sources/releases/2023-05-09-nets.md:5:1: warning D107 " in made.said
    assert any("nets are dry" in text for text in made.files.values())


@pytest.mark.parametrize(
    ("hour", "minutes"),
    [
        ("2025-10-26T02:30+01:00[Europe/Paris]", 45),
        ("2025-10-26T01:30Z [Europe/Lisbon]", 45),
        ("2025-06-11T24:00", 60 * 23),
    ],
)
def test_nothing_is_told_a_second_before_its_hour(
    sources: Path, tmp_path: Path, hour: str, minutes: int
) -> None:
    """Clocks that go back show it twice; and at 24:00 a day ends, and no Python is to begin it."""
    zone = "Europe/Paris" if "Paris" in hour else "Europe/Lisbon"
    edit(sources, "organisation.yaml", "Europe/Lisbon", zone)
    told = "---\ntitle: The vorm of Zwarnhavn\ndate: 2025-06-01\nembargo: {}\n---\nVorm.\n"
    write(sources, "releases/vorm.md", told.format(hour))
    ends = dt.datetime(2025, 6, 11, 23, tzinfo=dt.UTC)
    ends = ends if "24:00" in hour else dt.datetime(2025, 10, 26, 1, 30, tzinfo=dt.UTC)
    second = dt.timedelta(seconds=1)
    for now in (ends - dt.timedelta(minutes=minutes), ends - second, ends, ends + second):
        made = build(sources, out=tmp_path / "out", now=now)
        assert ("release/vorm/en/release.txt" in made.files) == (now >= ends), now
        assert ("vorm" in made.said.lower()) == (now >= ends), now
