"""A copy that waits says so on every page, or it is not made."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from pipeline.checks import reading_back
from pipeline.embargo import lock
from pipeline.embargo.phrases import words
from tests.desks import NOW, SMALL, build, edit, read, write

REAL = Path(__file__).parent.parent.parent / "templates"
NAME = "2025-06-09-nets"
HELD = "---\ntitle: Nets of the coast\ndate: 2025-06-09\nembargo: 2025-07-01T09:00\n---\nNets.\n"
SILENT = "{{ edition.title.plain }} and all the other words of it\n"


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    copied = Path(shutil.copytree(SMALL, tmp_path / "templates"))
    shutil.copy(REAL / "_shared/words.toml", copied / "_shared/words.toml")
    return copied


def test_a_template_that_keeps_silent_is_refused(sources: Path, templates: Path) -> None:
    write(sources, f"releases/{NAME}.md", HELD)
    write(templates, "release/release.txt", SILENT)
    made = build(sources, "release", edition=NAME, templates=templates, languages=("en",))
    assert made.code == 1
    assert "error E113 release.txt does not say that it is under embargo, and until" in made.said
    assert not made.files
    for line in ("{{ edition | notice(words) | upper }}", "{{ edition.embargo | iso }}"):
        write(templates, "release/release.txt", f"{line}\n{SILENT}")
        assert build(sources, "release", edition=NAME, templates=templates).code == 0


def test_it_may_keep_silent_when_the_hour_has_come(sources: Path, templates: Path) -> None:
    write(sources, f"releases/{NAME}.md", HELD)
    write(templates, "release/release.txt", SILENT)
    late = NOW.replace(month=8)
    assert build(sources, "release", edition=NAME, templates=templates, now=late).code == 0


def test_seconds_are_not_told_too_early(sources: Path, templates: Path) -> None:
    write(sources, f"releases/{NAME}.md", HELD.replace("09:00", "09:00:30"))
    write(templates, "release/release.txt", "{{ edition | notice(words) }}\n")
    made = build(sources, "release", edition=NAME, templates=templates, languages=("en",))
    assert "09:01" in made.files[f"release/{NAME}/en/release.txt"]


ARABIC = "الفقرة من قصة الرنجة تروي ما رآه حراس المنارة على الرصيف تلك الليلة"


@pytest.fixture
def leftward(sources: Path) -> Path:
    edit(sources, "organisation.yaml", "languages: [en, fr]", "languages: [en, fr, ar]")
    edit(sources, "organisation.yaml", "missing_translation: omit", "missing_translation: fallback")
    write(sources, f"releases/{NAME}.md", HELD)
    body = "\n\n".join([ARABIC] * 80)
    write(sources, f"releases/{NAME}.ar.md", f"---\ntitle: رنجة في الليل على البحر\n---\n{body}\n")
    made = build(sources, "release", edition=NAME, templates=REAL, languages=("ar",))
    assert made.code == 0, made.said
    return made.out / f"release/{NAME}/ar/release.pdf"


def test_the_line_stands_over_every_page_from_right_to_left(sources: Path, leftward: Path) -> None:
    leaves = [set(words(page)) for page in reading_back.pages(leftward.read_bytes())]
    assert len(leaves) > 2
    assert all({"2025", "9", "00"} <= leaf for leaf in leaves)


def test_what_is_written_from_right_to_left_is_read_in_a_pdf(sources: Path, leftward: Path) -> None:
    guard = lock.of(read(sources), dt.datetime(2025, 6, 10, tzinfo=dt.UTC), SMALL)
    found = [what for _, what in guard.leaks("release.pdf", leftward.read_bytes())]
    assert "8 of its words in a row" in found
