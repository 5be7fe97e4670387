"""Faults that only show on paper are told at the line of the source that caused them."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import re
from pathlib import Path

import pytest
from PIL import Image

from pipeline import building, checking, editions, orders, production, publications
from pipeline.corpus import reading
from pipeline.errors import Finding, Level
from pipeline.model.editions import Edition
from pipeline.renderers import merge_tags, paper, pdf
from pipeline.telling import Desk
from pipeline.typesetting import Typesetter
from tests.renderers.paper_jobs import DECLARED, job, page

TEMPLATES = Path(__file__).parent.parent / "templates"
NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
FOREIGN = "Vastuu yhteisistä tiloista kuuluu kaikille niille, jotka niissä liikkuvat. " * 3
TABLE = "\n".join(
    [
        "| " + " | ".join(f"Column{n}" for n in range(24)) + " |",
        "|" + "---|" * 24,
        "| " + " | ".join(f"Uninterruptedmeasurement{n}" for n in range(24)) + " |",
    ]
)
BODY = f"""\
It begins well.

A letter that only one machine has: \uf8ff.

See [the table](#nowhere-at-all), and [the other one](#nowhere-at-all).

![A small harbour](small.png)

{FOREIGN}
{{lang=ga}}

{TABLE}
"""
IMAGES = """\
small.png:
  alt: A small harbour
  credit: Port archive
  licence: CC-BY-4.0
"""
HOUSE = """\
name: Rivers and Harbours Alliance
short_name: RHA
languages: [en]
timezone: Europe/Amsterdam
website: https://www.rivers.example
"""
HEADS = {
    "manifesto": ("manifesto/2025/manifesto.md", "title: Shores\ndate: 2025-05"),
    "presskit": ("presskits/open/kit.md", "title: Open shores\ndate: 2025-05-06"),
    "release": ("releases/2025-05-06-shores.md", "title: Shores\ndate: 2025-05-06"),
    "newsletter": ("news/2025-05-06-shores.md", "title: Shores\ndate: 2025-05-06"),
}
FIRST = 5
"""The line on which a body begins."""


def written(folder: Path, publication: str, body: str) -> Path:
    name, head = HEADS[publication]
    sources = folder / "sources"
    path = sources / name
    path.parent.mkdir(parents=True)
    path.write_text(f"---\n{head}\n---\n{body}", "utf-8")
    if publication == "newsletter":
        (sources / "newsletters").mkdir()
        issue = "---\nsubject: Shores\ndate: 2025-05-07\n---\n"
        (sources / "newsletters" / "2025-05.md").write_text(issue, "utf-8")
    (sources / "organisation.yaml").write_text(HOUSE, "utf-8")
    (sources / "images.yaml").write_text(IMAGES, "utf-8")
    (sources / "images").mkdir()
    Image.new("RGB", (200, 150), "navy").save(sources / "images" / "small.png")
    return sources


def told(sources: Path, publication: str) -> list[str]:
    """What is said of the PDF of an edition for the screen, a line each."""
    words = publications.words(TEMPLATES)
    declared = publications.load(TEMPLATES / publication / "publication.toml", TEMPLATES)
    first = next(one for one in declared.outputs if one.name.endswith(".pdf"))
    declared = dataclasses.replace(declared, outputs=(first,))
    (edition,) = editions.make_up(declared, reading.read(sources), NOW, words)
    assert isinstance(edition, Edition), edition.findings
    brand = publications.brand(TEMPLATES)
    setter = Typesetter(TEMPLATES, words, brand, merge_tags.TOKENS)
    made = production.produce(edition, setter, lambda name, size: None)
    return [str(f).split("\n")[0] for f in made.findings if f.code.startswith("P")]


@pytest.mark.parametrize("publication", HEADS)
def test_what_cannot_be_printed_is_told_where_it_was_written(
    publication: str, tmp_path: Path
) -> None:
    said = told(written(tmp_path, publication, BODY), publication)
    where = f"sources/{HEADS[publication][0]}"
    dead = "a link leads to '#nowhere-at-all', and nothing on these pages has that name"
    boxed = "no font has the character '\uf8ff' (U+F8FF); a box is printed in its place"
    coarse = "the picture 'small.png' is printed 53 mm wide, at 96 dots to the inch"
    assert f"{where}:{FIRST + 4}: error P102 {dead}" in said
    assert f"{where}:{FIRST + 2}: error P105 {boxed}" in said
    assert f"{where}:{FIRST + 6}: warning P205 {coarse}" in said


@pytest.mark.parametrize("publication", ["presskit", "release"])
def test_a_table_that_is_too_wide_is_told_at_its_rows(publication: str, tmp_path: Path) -> None:
    said = [
        line for line in told(written(tmp_path, publication, BODY), publication) if "P204" in line
    ]
    assert [line.split(": warning")[0].split(":")[1] for line in said] == ["16", "18"]
    first = {"presskit": "Column3", "release": "Colum-"}[publication]
    assert f"'{first}' stands out of its place on page" in said[0]


def test_a_book_says_which_words_it_cannot_divide(tmp_path: Path) -> None:
    said = told(written(tmp_path, "manifesto", BODY), "manifesto")
    assert said[-1] == (
        "sources/manifesto/2025/manifesto.md:13: warning P206 "
        "words in Irish cannot be divided at the ends of lines"
    )


@pytest.mark.parametrize("code", ["ga", "mt"])
def test_a_whole_edition_without_rules_for_dividing_says_so(code: str, tmp_path: Path) -> None:
    sources = written(tmp_path, "manifesto", FOREIGN)
    (sources / "organisation.yaml").write_text(HOUSE.replace("[en]", f"[{code}]"), "utf-8")
    (said,) = (line for line in told(sources, "manifesto") if "P206" in line)
    assert said.startswith(f"sources/manifesto/2025/manifesto.md:{FIRST}: warning P206 words in")


def test_a_script_that_never_divides_its_words_is_no_warning(tmp_path: Path) -> None:
    sources = written(tmp_path, "manifesto", "المسؤولية عن الأماكن المشتركة تقع على الجميع. " * 6)
    (sources / "organisation.yaml").write_text(HOUSE.replace("[en]", "[ar]"), "utf-8")
    assert not [line for line in told(sources, "manifesto") if "P206" in line]


def test_letters_of_a_script_that_our_type_lacks_are_told_at_their_line(tmp_path: Path) -> None:
    sources = written(tmp_path, "release", "It begins well.\n\nWe meet in თბილისი.\n")
    said = told(sources, "release")
    assert said
    assert all(line.startswith("sources/releases/2025-05-06-shores.md:7: ") for line in said)
    assert {line.split()[2] for line in said} <= {"P105", "P203"}


def test_an_address_that_fits_nowhere_is_divided_and_not_told(tmp_path: Path) -> None:
    address = "https://files.example/" + "0123456789abcdef" * 17
    assert told(written(tmp_path, "release", f"See <{address}>.\n"), "release") == []


def test_a_word_that_cannot_be_divided_is_told(tmp_path: Path) -> None:
    body = "| Measured | Remark |\n|---|---|\n| " + "Donaudampfschiff" * 9 + " | none |\n"
    said = told(written(tmp_path, "presskit", body), "presskit")[-1]
    assert said.startswith("sources/presskits/open/kit.md:7: warning P204 'DonaudampfschiffDonau")


def test_a_font_that_is_not_in_the_house_is_the_designers_to_mend(tmp_path: Path) -> None:
    findings: list[Finding] = []
    pdf.render(job(page("<p style='font-family: Futura'>Hello"), findings))
    (finding,) = findings
    assert (finding.code, finding.location, finding.level) == ("P207", DECLARED, Level.WARNING)
    assert finding.message == "there is no font 'Futura' in the house; another is set in its place"


def test_a_check_repeats_what_the_build_saw_on_paper(tmp_path: Path) -> None:
    sources = written(tmp_path, "release", "Begins.\n\n![A small harbour](small.png)\n")
    out, said = tmp_path / "build", io.StringIO()
    desk = Desk(said, io.StringIO(), "text", {})
    paths = {"sources": sources, "out": out, "now": NOW}
    building.build(orders.Order(publications=("release",), templates=TEMPLATES, **paths), desk)
    coarse = f"sources/{HEADS['release'][0]}:7: warning P205 the picture 'small.png' is printed"
    assert coarse in said.getvalue()
    said.truncate(0)
    checking.check(checking.Order(**paths), desk)
    assert coarse in said.getvalue()


@pytest.mark.parametrize(("paragraphs", "is_alone"), [(12, False), (33, True), (45, False)])
def test_a_few_lines_alone_on_a_page_are_told_where_they_are_written(
    paragraphs: int, is_alone: bool, tmp_path: Path
) -> None:
    said = told(written(tmp_path, "release", "A street is quiet.\n\n" * paragraphs), "release")
    notes = [line for line in said if "P208" in line]
    assert len(notes) == is_alone
    pattern = r"shores\.md:\d+: note P208 \d+ lines? stands? alone on page 2 of release\.pdf$"
    assert all(re.search(pattern, note) for note in notes)


def test_a_picture_may_bear_the_name_of_a_town() -> None:
    """The engine asks for it in the form that a server would understand."""
    answers = paper.Manifest({"https://build.invalid/images/Cádiz 1.png": b"picture"})
    asked = "https://build.invalid/images/C%C3%A1diz%201.png"
    assert answers.fetch(asked).read() == b"picture"
