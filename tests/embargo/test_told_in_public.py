"""What builds and checks tell of free texts is the same, whatever is held beside them."""

from __future__ import annotations

import datetime as dt
import html
import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import checking, proofreading
from pipeline.checks import rota
from pipeline.checks.register import Register
from pipeline.checks.sheet import Sheet
from pipeline.corpus import reading
from pipeline.telling import Desk
from tests import judges
from tests.desks import NOW, build, edit, write
from tests.embargo.test_lock import REAL

GALA = """\
---
title: Gala
date: 2025-06-05
embargo: 2025-07-01T09:00+02:00
---
Only nets, and nets, and the nets of nets.
"""
SHOWN = "![The hall](vorm.png)\n"
ENTRY = "vorm.png:\n  alt: Vormquay\n  credit: HTN\n  licence: CC0-1.0\n"


def checked(sources: Path, look: str = "text", *, voices: bool = False) -> tuple[list[str], str]:
    """What a check tells code hosts, and the page that it lays beside what is public."""
    desk = Desk(io.StringIO(), io.StringIO(), look, {})
    out = sources.parent / "build"
    order = checking.Order(
        sources=sources, out=out, now=NOW, format=look, notes=True, voices=voices
    )
    checking.check(order, desk)
    page = html.unescape((out / "check.html").read_text("utf-8"))
    lines = desk.out.getvalue().splitlines()  # type: ignore[attr-defined]
    return [line for line in lines if checking.HIDDEN not in line], page


def shown(sources: Path, entry: str = ENTRY) -> None:
    """A picture that the held text shows, and no other."""
    write(sources, "releases/gala.md", GALA + SHOWN)
    shutil.copy(sources / "images/quay.png", sources / "images/vorm.png")
    pictures = sources / "images.yaml"
    pictures.write_text(pictures.read_text("utf-8") + entry, "utf-8")


def counted(page: str) -> str:
    return re.findall(r"in [\d,]+ words in \d+ files", page)[0]


def test_no_count_tells_how_long_a_held_text_is_or_in_which_languages(sources: Path) -> None:
    said, page = checked(sources, "github")
    write(sources, "releases/gala.md", GALA)
    with_it, page_with_it = checked(sources, "github")
    assert with_it == said
    assert counted(page_with_it) == counted(page)
    assert re.findall(r"\w+ others? \w+ not", page_with_it) == re.findall(
        r"\w+ others? \w+ not", page
    )


def test_what_is_told_once_is_told_of_a_free_text(sources: Path) -> None:
    """Of all that wait for a translation one is a warning, and the others are notes."""
    shutil.rmtree(sources / "manifesto")
    edit(sources, "news/2025-05-06-ferry.md", "---\n", "---\nembargo: 2025-07-01T09:00+02:00\n")
    write(sources, "releases/gull.md", "---\ntitle: Gull\ndate: 2025-06-05\n---\nA gull.\n")
    said, _ = checked(sources, "github")
    [told] = [line for line in said if "T101" in line]
    assert told.startswith("::warning file=sources/releases/gull.md,")


BERTH = "The harbor has a berht for each boat, and all like its color. The nets are mended.\n"
OUTVOTED = {
    "a word that a house writes often": (BERTH, "One berht is here. Another berht, a third berht."),
    "the spelling of another country": (BERTH, "We analyze the theater, the center, the labor."),
    "more words than are looked up": (
        BERTH,
        "".join(
            f"The a{one}{other}berht of the town stands by the sea and waits for all of the boats. "
            for one in "abcdefghi"
            for other in "lmnopqrst"
        ),
    ),
}


@pytest.mark.parametrize("voices", [False, True])
@pytest.mark.parametrize("held", OUTVOTED)
def test_no_held_text_makes_anybody_silent_on_a_free_one(
    sources: Path, held: str, voices: bool
) -> None:
    """What is told of it said how often a word stands in what waits."""
    if voices:
        judges.needs(judges.hunspell)
    free, waits = OUTVOTED[held]
    write(sources, "releases/gull.md", f"---\ntitle: Gull\ndate: 2025-06-05\n---\n{free}")
    said = checked(sources, "github", voices=voices)
    assert "X118::'berht' is no word of English" in "\n".join(said[0])
    write(sources, "releases/gala.md", f"{GALA}{waits}\n")
    assert checked(sources, "github", voices=voices) == said


def test_an_excuse_for_what_only_a_held_text_has_too_is_told(sources: Path) -> None:
    passage = "The harbour welcomes twelve hundred boats each summer before the night comes down.\n"
    ok = "<!-- ok R111: it stands there on purpose -->\n"
    head = "---\ntitle: Gull\ndate: 2025-06-09\n---\n"
    write(sources, "releases/gull.md", f"{head}{ok}{passage}")
    said = checked(sources, "github")
    assert "nothing here needs to be excused from R111" in said[1]
    write(sources, "releases/gala.md", f"{GALA}{passage}")
    assert checked(sources, "github") == said


def test_who_looks_at_all_texts_is_read_again_where_some_are_held() -> None:
    root = Path(__file__).parents[1] / "checks/ports/sources"
    corpus = reading.read(root)
    sheets = list(proofreading.gather(corpus, root))
    looked: set[str] = set()

    class All(tuple[Sheet, ...]):
        code = ""

        def __iter__(self) -> Iterator[Sheet]:
            looked.add(All.code)
            return super().__iter__()

    register = Register(corpus=corpus, today=NOW.date(), texts=All(sheets))
    for sheet in sheets:
        for check in rota.of_scope("sheet"):
            All.code = check.code
            list(check.read(sheet, register))
    assert looked
    assert looked <= proofreading.OUTVOTED


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "presskits/k/kit.md",
            "---\ntitle: K\ndate: 2025-06-04\nreleases: [galla]\n---\nWords.\n",
        ),
        (
            "presskits/k/kit.md",
            "---\ntitle: K\ndate: 2025-06-04\nreleases: [Gala]\n---\nWords.\n",
        ),
        ("news/2025-06-04-night.md", "---\ntitle: N\ndate: 2025-06-04\n---\n![x](worm.png)\n"),
        (
            "news/2025-06-04-night.md",
            "---\ntitle: N\ndate: 2025-06-04\nimage: Vorm.PNG\n---\nWords.\n",
        ),
    ],
)
def test_no_slip_of_the_finger_is_told_the_name_of_what_is_held(
    sources: Path, name: str, text: str
) -> None:
    shown(sources)
    write(sources, name, text)
    said = build(sources).said
    assert f"sources/{name}:" in said
    assert not re.search(r"'gala'|vorm\.png", said)
    for look in ("github", "sarif"):
        told, page = checked(sources, look)
        assert not re.search(r"'gala'|vorm\.png", "\n".join(told) + page)
    assert re.search(r"did you mean '(gala|vorm\.png)'", "\n".join(checked(sources)[0]))


@pytest.mark.parametrize(
    "entry",
    [
        ENTRY,
        ENTRY.replace("Vormquay", "Image of Vormquay"),
        ENTRY.replace("Vormquay", "the the Vormquay"),
        ENTRY.replace("  licence: CC0-1.0\n", ""),
        ENTRY.replace("  alt", "  altt: Vormquay\n  alt"),
    ],
)
def test_of_a_picture_that_only_a_held_text_shows_nothing_is_told(
    sources: Path, entry: str
) -> None:
    shown(sources, entry)
    assert "vorm" not in build(sources).said.lower()
    told, page = checked(sources, "github")
    assert "vorm" not in "\n".join(told).lower()
    assert "vorm" not in page.lower()


@pytest.mark.parametrize("name", ["vorm" * 51, "vo\nrm"])
def test_of_a_held_text_with_a_name_of_no_file_nothing_is_told(sources: Path, name: str) -> None:
    write(sources, f"releases/{name}.md", GALA)
    said = build(sources).said
    assert "error E111 there are errors in what is under embargo" in said
    told, page = checked(sources, "github")
    assert "vorm" not in f"{said}{told}{page}".replace("\\u000a", "")
    assert "B105" not in f"{said}{told}{page}"
    assert "B105" in "".join(checked(sources)[0])


def test_of_the_pages_of_a_copy_that_waits_nothing_is_told_though_its_source_is_renamed(
    sources: Path,
) -> None:
    write(sources, "releases/gala.md", GALA.replace("Only", "Only Vorm\u1234 has"))
    made = build(sources, "release", edition="gala", languages=("en",), templates=REAL)
    assert "sources/releases/gala.md:6: warning P203" in made.said
    (sources / "releases/gala.md").rename(sources / "releases/fest.md")
    told, page = checked(sources, "github")
    assert "gala" not in f"{told}{page}"
    assert "P203" not in f"{told}{page}"
    assert "P203" in "".join(checked(sources)[0])


@pytest.mark.parametrize("name", ["releases/._gala.md", "news/.gala.md", ".git/gala.md"])
def test_what_a_program_keeps_beside_a_held_text_is_no_save(sources: Path, name: str) -> None:
    write(sources, "releases/gala.md", GALA)
    write(sources, name, b"\0\5\x16\7")
    assert "B125" not in build(sources).said


def test_of_what_is_put_there_meanwhile_no_name_is_told(
    sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = reading.read

    def slowly(*given: object, **named: object) -> object:
        corpus = read(*given, **named)  # type: ignore[arg-type]
        write(sources, "releases/gala.md", GALA)
        return corpus

    monkeypatch.setattr(reading, "read", slowly)
    said = build(sources).said
    assert "sources/releases: warning B125 a file was put here while the build read" in said
    assert "gala" not in said


def test_of_the_sections_of_a_kit_that_waits_a_build_tells_only_that_they_have_errors(
    sources: Path,
) -> None:
    write(sources, "releases/gala.md", GALA)
    head = "---\ntitle: K\ndate: 2025-06-04\nreleases: [gala]\n---\nWords.\n"
    write(sources, "presskits/vorm/kit.md", head)
    write(sources, "presskits/vorm/01-zwarn.md", "---\ntitle: Z\n---\n{{ facts.zwarn }}\n")
    said = build(sources).said
    assert "error E111 there are errors in what is under embargo" in said
    assert "zwarn" not in said
    assert "01-zwarn.md:4:1: error F100" in build(sources, "presskit", edition="vorm").said


def test_a_faulty_kit_waits_with_the_release_that_it_names(sources: Path) -> None:
    write(sources, "releases/gala.md", GALA)
    head = "---\ntitel: K\ndate: 2025-06-04\nreleases: [gala]\n---\nWords.\n"
    write(sources, "presskits/vorm/kit.md", head)
    write(sources, "presskits/vorm/01-zwarn.md", "---\ntitle: Z\n---\nThe the nets.\n")
    said = build(sources).said
    assert "in what is under embargo" in said
    assert "vorm" not in said
    told, page = checked(sources, "github")
    assert "vorm" not in f"{told}{page}"
    said = build(sources, "presskit", edition="vorm").said
    assert "presskits/vorm/kit.md:2:1: error K100 unknown key 'titel'" in said
    assert build(sources, now=NOW + dt.timedelta(60)).said.count("vorm/kit.md:2:1: error K100") == 1


def test_what_a_free_text_shows_too_is_told(sources: Path) -> None:
    shown(sources, ENTRY.replace("Vormquay", "Image of Vormquay"))
    write(sources, "news/2025-06-04-n.md", f"---\ntitle: N\ndate: 2025-06-04\n---\n{SHOWN}")
    assert "Vormquay" in checked(sources)[1]


def test_of_a_picture_that_a_held_text_shows_no_fault_is_told_however_it_is_typed(
    sources: Path,
) -> None:
    shown(sources, "vorm.png: [Vormquay]\n")
    said = build(sources).said
    assert "vorm" not in said.lower()
    assert "there are errors in what is under embargo" in said
    assert "K102" in "\n".join(checked(sources)[0])


NAMED = {
    "vorm night.png": "images: [vorm night.png]\n",
    "IMG (1).png": "images: ['img (1).PNG']\n",
    "Señor.png": "images: [Sen\u0303or.png]\n",
    "quay o'clock.png": "![](<quay o'clock.png>)\n",
    "of night.png": "![](of%20night.png)\n",
}


@pytest.mark.parametrize("name", NAMED)
@pytest.mark.parametrize("entry", ["[Vormquay]", "{alt: Image of Vormquay, credit: Z, licence: X}"])
def test_no_picture_of_a_text_that_cannot_be_used_is_told_whatever_its_name(
    sources: Path, name: str, entry: str
) -> None:
    """Names with spaces and brackets were not known in it, and what is said of them was told."""
    head, body = (NAMED[name], "") if NAMED[name][0] == "i" else ("", NAMED[name])
    before = counted(checked(sources)[1])
    shutil.copy(sources / "images/quay.png", sources / "images" / name)
    pictures = sources / "images.yaml"
    pictures.write_text(f'{pictures.read_text("utf-8")}"{name}": {entry}\n', "utf-8")
    assert re.search(f"Vormquay|{re.escape(name)}", checked(sources)[1])
    head = f"title: Night\ndate: 2025-06-05\n{head}embargo: 1 July, 9:00\n"
    write(sources, "releases/2025-06-05-night.md", f"---\n{head}---\nNets.\n\n{body}")
    told, page = checked(sources, "sarif")
    for words in (build(sources).said, page, "\n".join(told)):
        assert name not in words
        assert "Vormquay" not in words
    assert counted(page) == before


def test_an_ordinary_word_that_is_the_name_of_a_held_file_hides_nothing(sources: Path) -> None:
    head = "---\ntitle: Night\ndate: 2025-06-04\ngala: x\n---\nWe call it 'gala'.\n"
    write(sources, "news/2025-06-04-night.md", head)
    write(sources, "releases/gala.md", GALA)
    said = build(sources).said
    assert "sources/news/2025-06-04-night.md:4:1: error K100 unknown key 'gala'" in said
    assert "left out: it names" not in said
    told, page = checked(sources, "github")
    assert "unknown key 'gala'" in page
    assert any("unknown key 'gala'" in line for line in told)


FAULTY = {
    "a colon in its title": "---\ntitle: EMBARGOED until 1 July 2025, 9:00: Hake\n---\nHake.\n",
    "a notice above its words": "---\ntitle: Hake: so\n---\nEmbargo: 1 July 2025, 9:00\n\nX.\n",
    "a sentence": "---\ntitle: [Hake\n---\nX. This release is under embargo until 1 July 2025.\n",
    "a quotation mark": '---\ntitle: "EMBARGO: Hake\n---\nHake.\n',
    "no fence": "title: Hake\n---\nThis release is under embargo until 1 July 2025.\n",
    "two versions": "---\ntitle: Hake\n---\n<<<<<<< HEAD\nEmbargoed until Friday\n\n>>>>>>> b\n",
}


@pytest.mark.parametrize("fault", FAULTY)
def test_what_asks_to_wait_and_cannot_be_read_is_not_told(sources: Path, fault: str) -> None:
    """Its first line was told, whole, to everybody, with its name."""
    write(sources, "releases/2025-06-09-hake.md", FAULTY[fault])
    told = build(sources)
    assert "hake" not in told.said.lower()
    assert "error E111 there are errors in what is under embargo" in told.said
    assert "release 2025-04-14-register en  made" in told.said


def test_a_fault_in_what_waited_long_ago_is_told(sources: Path) -> None:
    old = "---\ntitle: Hake: it opens\ndate: 2019-06-30\n---\nEmbargo: 1 July 2019, 9:00\n\nX.\n"
    write(sources, "releases/2019-06-30-hake.md", old)
    assert "releases/2019-06-30-hake.md:2:12: error Y109 " in build(sources).said


def test_what_is_wrong_with_a_picture_of_both_is_told(sources: Path) -> None:
    """Nobody shows a faulty one: it was taken for that of the text that waits alone."""
    known = (sources / "images.yaml").read_text("utf-8")
    write(sources, "images.yaml", f"{known}vorm.png: {{alt: A quay, credit: A}}\n")
    shutil.copy(sources / "images/quay.png", sources / "images/vorm.png")
    edit(sources, "news/2025-05-06-ferry.md", "---\n", "---\nimage: vorm.png\n")
    write(sources, "releases/gala.md", f"{GALA}<img src='vorm.png'>\n")
    assert "error K101 the picture 'vorm.png' needs 'licence'" in build(sources).said
    write(sources, "presskits/gala/kit.md", GALA.replace("embargo: 2", "releases: [gala] # "))
    write(sources, "presskits/gala/01-a.md", "---\ntitle: A\n---\n<!-- ![](vorm.png) -->\n")
    edit(sources, "news/2025-05-06-ferry.md", "---\nimage: vorm.png\n", "---\n")
    assert "vorm" not in build(sources).said


@pytest.mark.parametrize(
    "slip",
    [
        ("alt: Vormquay", "alt: Vormquay: the opening"),
        ("  alt: Vormquay", "   alt: [Vormquay"),
        ("vorm.png:\n  alt: Vormquay", "- vorm.png: Vormquay"),
        ("vorm.png:\n  alt: Vormquay", "vorm.png {alt: Vormquay}"),
    ],
)
def test_what_yaml_stumbles_over_in_the_entry_of_a_held_picture_is_not_quoted(
    sources: Path, slip: tuple[str, str]
) -> None:
    """Its words stood in the log of a build, for code hosts, and on the page of a check."""
    shown(sources, ENTRY.replace(*slip))
    made = build(sources)
    assert made.code == 1
    assert "error E111 " in made.said
    told = [made.said, build(sources, format="json", force=True).said]
    for look in ("github", "sarif"):
        lines, page = checked(sources, look)
        told += [*lines, page]
    assert not re.search(r"(?i)vorm", "\n".join(told))
    [line] = [line for line in checked(sources)[0] if "images.yaml:" in line and "error" in line]
    assert "something is wrong here" not in line
