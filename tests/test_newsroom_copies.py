"""A copy that is not for everybody says so in every form: until when, and whose it is."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import shutil
import zipfile
from pathlib import Path

import pikepdf
import pypdf
import pytest
from docx import Document

from pipeline import building, cli, orders
from pipeline.telling import Desk
from tests.desks import NOW, build, edit, write
from tests.embargo import weeks

ROOT = Path(__file__).parent.parent
SPECIMEN = ROOT / "tests/specimen"
KIT = "presskit/forum-2025-for-le-monde/en"
RELEASE = "release/2025-06-18-tide-for-le-monde/en"
EMBARGO = "Embargoed until 1 July 2025, 09:00 WEST (UTC+1)"
WHOSE = "Copy for Le Monde"
LETTER = "{{ edition | notice(words) }}\n{{ edition.title.plain }}\n"
TIDE = """\
---
title: The tide will turn
date: 2025-06-18
embargo: 2025-07-01T09:00
---
"""


def ordered(sources: Path, templates: Path, *names: str, edition: str, newsroom: str) -> Path:
    out = sources.parent / "build"
    desk = Desk(io.StringIO(), io.StringIO(), "text", {})
    order = orders.Order(
        publications=names,
        edition=edition,
        newsroom=newsroom,
        languages=("en",),
        sources=sources,
        templates=templates,
        out=out,
        now=NOW,
        jobs=1,
    )
    assert building.build(order, desk) == 0, desk.out.getvalue()  # type: ignore[attr-defined]
    return out


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release and a kit for one newsroom, the kit with a letter and dates besides."""
    folder = tmp_path_factory.mktemp("newsroom")
    sources = Path(shutil.copytree(SPECIMEN, folder / "sources"))
    templates = Path(shutil.copytree(ROOT / "templates", folder / "templates"))
    body = "\n\n".join(f"Paragraph {number} of a long release. " * 9 for number in range(20))
    write(sources, "releases/2025-06-18-tide.md", f"{TIDE}{body}\n")
    edit(sources, "presskits/forum-2025/kit.md", "releases: 5", "releases: [2025-06-18-tide]")
    (templates / "presskit/letter.txt").write_text(LETTER)
    with (templates / "presskit/publication.toml").open("a") as declared:
        declared.write(
            '\n[[output]]\nname = "letter.txt"\nrenderer = "plain"\ntemplate = "letter.txt"\n'
            '\n[[output]]\nname = "agenda.ics"\nrenderer = "ics"\n'
        )
    for publication, name in (("release", "2025-06-18-tide"), ("presskit", "forum-2025")):
        ordered(sources, templates, publication, edition=name, newsroom="Le Monde")
    return sources.parent / "build"


def spaced(text: str) -> str:
    return " ".join(text.split())


def test_each_page_of_each_pdf_says_it(made: Path) -> None:
    for name in (f"{KIT}/presskit.pdf", f"{RELEASE}/release.pdf"):
        pages = [spaced(page.extract_text()) for page in pypdf.PdfReader(made / name).pages]
        assert len(pages) > 1
        for line in (EMBARGO, WHOSE):
            assert [number for number, page in enumerate(pages) if line not in page] == [], name
        with pikepdf.open(made / name) as pdf:
            told = spaced(str(pdf.docinfo["/Subject"]))
            assert told.startswith(f"{EMBARGO} · {WHOSE}. ")


def test_text_web_page_and_word_file_say_it(made: Path) -> None:
    assert f"{EMBARGO} · {WHOSE}".upper() in spaced((made / RELEASE / "release.txt").read_text())
    page = spaced((made / RELEASE / "release.html").read_text())
    assert f'<meta name="rights" content="{EMBARGO} · {WHOSE}">' in page
    assert page.count(f"{EMBARGO} · {WHOSE}") == 2
    document = Document(str(made / RELEASE / "release.docx"))
    for section in document.sections:
        heads = {spaced("".join(p.text for p in section.header.paragraphs))}
        if section.different_first_page_header_footer:
            heads.add(spaced("".join(p.text for p in section.first_page_header.paragraphs)))
        assert heads == {f"{EMBARGO} · {WHOSE}"}
    assert document.core_properties.comments == f"{EMBARGO} · {WHOSE}"


def test_everything_in_the_zip_says_it(made: Path) -> None:
    with zipfile.ZipFile(made / KIT / "presskit.zip") as folder:
        names = folder.namelist()
        assert {name.split("/")[0] for name in names} == {"forum-2025-for-le-monde-en"}
        files = {name.split("/", 1)[1]: folder.read(name) for name in names}
    line = f"{EMBARGO.upper()} · {WHOSE}"
    for name in ("README.txt", "facts.txt", "pictures/credits.txt"):
        assert line in files[name].decode(), name
    rows = list(csv.reader(io.StringIO(files["facts.csv"].decode("utf-8-sig"))))
    assert [row[-1] for row in rows] == ["Embargo", *[f"{EMBARGO} · {WHOSE}"] * (len(rows) - 1)]
    cards = files["contacts.vcf"].decode().replace("\r\n ", "")
    assert cards.count("NOTE:") == cards.count("BEGIN:VCARD")
    assert cards.replace("\\", "").count(f"{EMBARGO} · {WHOSE}") == cards.count("BEGIN:VCARD")
    told = json.loads(files["manifest.json"])
    assert (told["embargo"], told["newsroom"]) == ("2025-07-01T09:00:00+01:00", "Le Monde")
    text = spaced(files["releases/2025-06-18-tide.txt"].decode())
    assert f"{EMBARGO} · {WHOSE}".upper() in text
    inner = pypdf.PdfReader(io.BytesIO(files["releases/2025-06-18-tide.pdf"]))
    assert all(WHOSE in spaced(page.extract_text()) for page in inner.pages)


def test_a_calendar_says_it(made: Path) -> None:
    dates = (made / KIT / "agenda.ics").read_bytes().decode().replace("\r\n ", "")
    assert f"{EMBARGO} · {WHOSE}" in dates.replace("\\", "").split("BEGIN:VEVENT")[0]


def test_its_record_names_the_newsroom_and_no_page_for_everybody_does(made: Path) -> None:
    told = json.loads((made / KIT).parent.joinpath("provenance.json").read_bytes())
    assert told["languages"]["en"]["newsroom"] == "Le Monde"
    assert "Monde" not in (made / "index.html").read_text()
    assert "tide" not in (made / "index.html").read_text()


def test_after_its_hour_a_copy_still_says_whose_it_is(sources: Path) -> None:
    small = ROOT / "templates"
    name = "2025-04-14-register"
    out = ordered(sources, small, "release", edition=name, newsroom="Ærø  Avis")
    text = spaced((out / f"release/{name}-for-aero-avis/en/release.txt").read_text())
    assert "For immediate release · Copy for Ærø Avis" in text.replace("  ", " ")
    assert "Ærø" not in (out / "index.html").read_text()


def test_a_copy_goes_when_its_hour_is_ahead_again(sources: Path, tmp_path: Path) -> None:
    """The clock was set back to that of a build which knows of no copy."""
    write(sources, "releases/2025-06-05-nets.md", TIDE.replace("tide", "net") + "The nets.\n")
    templates = weeks.lay_templates(tmp_path / "templates")
    newsroom = {"edition": "2025-06-05-nets", "newsroom": "Le Monde"}
    build(sources, templates=templates)
    after = dt.datetime(2027, 1, 1, tzinfo=dt.UTC)
    made = build(sources, "release", templates=templates, now=after, **newsroom).out
    assert (made / "release/2025-06-05-nets-for-le-monde/en/release.txt").exists()
    build(sources, templates=templates)
    assert not (made / "release/2025-06-05-nets-for-le-monde").exists()


@pytest.fixture
def copied(tmp_path: Path) -> list[str]:
    """The options of every command, where a release that everybody may read has a copy, too."""
    sources = Path(shutil.copytree(SPECIMEN, tmp_path / "sources"))
    text = "---\ntitle: Nets\ndate: 2025-06-05\nimages: [quay.png]\n---\nNets.\n"
    write(sources, "releases/2025-06-05-nets.md", text)
    edit(sources, "organisation.yaml", "languages: [en, fr]", "languages: [en]")
    templates = str(weeks.lay_templates(tmp_path / "templates"))
    folders = ["--sources", str(sources), "--out", str(tmp_path / "build")]
    folders += ["--templates", templates, "--now", "2025-06-10T09:00"]
    asked = ["build", "release", "--edition", "2025-06-05-nets", "--newsroom", "Le Monde"]
    assert cli.main([*asked, *folders]) == 0
    return folders


@pytest.mark.parametrize("look", ["github", "sarif"])
def test_no_check_tells_others_who_has_a_copy(
    look: str, copied: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where nothing is under embargo, its folder was named."""
    capsys.readouterr()
    cli.main(["check", "--no-voices", *copied])
    assert "nets-for-le-monde/en/release.html:" in capsys.readouterr().out
    cli.main(["check", "--no-voices", "--notes", "--format", look, *copied])
    told = capsys.readouterr().out + (tmp_path / "build/check.html").read_text("utf-8")
    assert "monde" not in told


def test_no_build_tells_who_had_a_copy_of_what_is_gone(
    copied: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "sources/releases/2025-06-05-nets.md").unlink()
    capsys.readouterr()
    cli.main(["build", "release", *copied])
    said = capsys.readouterr().out
    assert "1 copy for a newsroom taken away: no source accounts for it" in said.splitlines()
    assert "monde" not in said
    assert not (tmp_path / "build/release/2025-06-05-nets-for-le-monde").exists()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["release"], "a copy for a newsroom is made of one edition"),
        (["newsletter", "--edition", "2025-05"], "newsletter is for everybody"),
    ],
)
def test_a_copy_is_of_one_edition_for_the_press(
    sources: Path, capsys: pytest.CaptureFixture[str], asked: list[str], said: str
) -> None:
    order = ["build", *asked, "--newsroom", "Le Monde", "--sources", str(sources)]
    assert cli.main([*order, "--out", str(sources.parent / "b"), "--now", "2025-06-10"]) == 2
    assert said in capsys.readouterr().out


@pytest.mark.parametrize("name", ["…", "a" * 41, "Le\x07Monde"])
def test_a_newsroom_has_a_name_that_can_be_printed(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["build", "release", "--newsroom", name]) == 2
    assert "'newsroom' should be a name of at most 40 letters" in capsys.readouterr().out


def test_a_copy_takes_the_place_of_no_other_edition(tmp_path: Path) -> None:
    sources = Path(shutil.copytree(SPECIMEN, tmp_path / "sources"))
    write(sources, "releases/2025-06-18-tide.md", f"{TIDE}Soon.\n")
    write(sources, "releases/2025-06-18-tide-for-le-monde.md", TIDE.replace("embargo", "#"))
    for newsroom, code in (("LE MONDE", 2), ("AFP", 0)):
        asked = ["build", "release", "--edition", "2025-06-18-tide", "--newsroom", newsroom]
        folders = ["--sources", str(sources), "--out", str(tmp_path / "build")]
        assert cli.main([*asked, *folders, "--now", "2025-06-10T09:00"]) == code
    assert not (tmp_path / "build/release/2025-06-18-tide-for-le-monde").exists()


def test_a_newsroom_whose_copy_is_replaced_by_that_of_another_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sources = Path(shutil.copytree(SPECIMEN, tmp_path / "sources"))
    asked = ["build", "release", "--edition", "2025-04-14-register", "--language", "en"]
    folders = ["--sources", str(sources), "--out", str(tmp_path / "build")]
    folders += [
        "--templates",
        str(weeks.lay_templates(tmp_path / "t")),
        "--now",
        "2025-06-10T09:00",
    ]
    said = []
    for newsroom in ("La Presse", "LA PRESSE", "La Presse+"):
        assert cli.main([*asked, *folders, "--newsroom", newsroom]) == 0
        said.append("B124" in capsys.readouterr().out)
    assert said == [False, False, True]
