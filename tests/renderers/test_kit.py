"""The ZIP of a press kit, unpacked as a newsroom would."""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from PIL import Image

from pipeline.errors import Finding
from pipeline.model.editions import Edition
from pipeline.model.house import Contact, Fact, Organisation
from pipeline.model.texts import Day, Text
from pipeline.production import Answers
from pipeline.renderers import factsheet, kit, vcard
from pipeline.renderers.job import Job
from tests import press_kits

FIGURES = "figures: [members, share]\n"
FACTS = """\
members:
  value: 1200
  unit: [local authorities]
  as_of: 2023-12-01
  source: Register of members
share:
  value: 2.5
  unit: ["=HYPERLINK(1)"]
"""
PICTURES = """\
logo.svg: {alt: Northbridge, credit: Northbridge, licence: All rights reserved}
bridge.png: {alt: A bridge, credit: "Ana Example", licence: CC-BY-SA-4.0, caption: The bridge}
plan.svg: {alt: A plan, credit: "Jo Example", licence: CC0-1.0}
"""
SECTION = "---\ntitle: One\n---\n![A bridge](bridge.png)\n\n![A plan](plan.svg)\n"
RELEASE = "---\ntitle: {title}\ndate: {date}\nplace: Northbridge\n---\nWe say so.\n"


def picture() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (24, 16), "#123a6b").save(buffer, "PNG")
    return buffer.getvalue()


FULL: Mapping[str, str | bytes] = {
    "organisation.yaml": press_kits.HOUSE + "brand: {logo: logo.svg}\n",
    "contacts.yaml": press_kits.PRESS,
    "facts.yaml": FACTS,
    "images.yaml": PICTURES,
    "images/logo.svg": press_kits.LOGO,
    "images/plan.svg": press_kits.LOGO,
    "images/bridge.png": picture(),
    "presskits/open/kit.md": press_kits.KIT.replace("2024-02-15\n", f"2024-02-15\n{FIGURES}"),
    "presskits/open/01-one.md": SECTION,
}


def zipped(
    edition: Edition, made: Mapping[str, bytes] | None = None
) -> tuple[bytes, list[Finding]]:
    findings: list[Finding] = []
    output = edition.publication.outputs[-1]
    words = press_kits.typesetter().words(edition.language)
    made = {"presskit.pdf": b"%PDF-1.7", **(made or {})}
    answers = Answers(edition.pictures)
    content = kit.render(Job(edition, output, "", made, answers, words, findings.append))
    return content, findings


def unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return press_kits.edition(press_kits.write(tmp_path_factory.mktemp("full"), FULL))


@pytest.fixture(scope="module")
def files(full: Edition) -> dict[str, bytes]:
    return unpacked(zipped(full)[0])


def test_a_kit_holds_what_a_newsroom_asks_for(files: dict[str, bytes]) -> None:
    assert list(files) == [
        "open-en/README.txt",
        "open-en/contacts.vcf",
        "open-en/facts.csv",
        "open-en/facts.txt",
        "open-en/logos/logo.png",
        "open-en/logos/logo.svg",
        "open-en/manifest.json",
        "open-en/pictures/bridge.png",
        "open-en/pictures/credits.txt",
        "open-en/pictures/plan.png",
        "open-en/pictures/plan.svg",
        "open-en/presskit.pdf",
    ]


def test_the_least_of_kits_is_a_pdf_a_note_and_a_list(tmp_path: Path) -> None:
    content, findings = zipped(press_kits.edition(press_kits.write(tmp_path)))
    assert [name.removeprefix("open-en/") for name in unpacked(content)] == [
        "README.txt",
        "manifest.json",
        "presskit.pdf",
    ]
    assert findings == []


def test_the_same_kit_gives_the_same_bytes(full: Edition) -> None:
    assert zipped(full)[0] == zipped(full)[0]


def test_the_archive_knows_no_clock_and_no_machine(full: Edition) -> None:
    with zipfile.ZipFile(io.BytesIO(zipped(full)[0])) as archive:
        entries = archive.infolist()
    assert {entry.date_time for entry in entries} == {(2024, 2, 15, 0, 0, 0)}
    assert {(entry.create_system, entry.external_attr >> 16) for entry in entries} == {
        (3, 0o100644)
    }
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)


def test_the_manifest_counts_every_other_file(files: dict[str, bytes]) -> None:
    told = json.loads(files["open-en/manifest.json"])
    listed = {f"open-en/{entry['name']}": entry for entry in told["files"]}
    assert listed.keys() == files.keys() - {"open-en/manifest.json"}
    for name, entry in listed.items():
        assert entry["sha256"] == hashlib.sha256(files[name]).hexdigest()
        assert entry["bytes"] == len(files[name])
    bridge = listed["open-en/pictures/bridge.png"]
    assert (bridge["credit"], bridge["licence"]) == ("Ana Example", "CC-BY-SA-4.0")
    assert (told["title"], told["date"]) == ("Open streets", "2024-02-15")


def test_a_picture_carries_its_credit_wherever_it_goes(files: dict[str, bytes]) -> None:
    for name, credit in (("bridge", b"Ana Example"), ("plan", b"Jo Example")):
        assert credit in files[f"open-en/pictures/{name}.png"]
    assert files["open-en/pictures/credits.txt"].decode() == (
        "bridge.png\n    The bridge\n    Credit: Ana Example\n    Licence: CC BY-SA 4.0\n"
        "    24 × 16 px\n\n"
        "plan.svg\n    A plan\n    Credit: Jo Example\n    Licence: CC0 1.0\n"
    )


def test_a_drawn_logo_comes_as_pixels_on_no_ground(files: dict[str, bytes]) -> None:
    logo = Image.open(io.BytesIO(files["open-en/logos/logo.png"]))
    assert (logo.width, logo.height) == (2400, 1200)
    assert logo.getpixel((2300, 600)) == (255, 255, 255, 0)
    assert logo.getpixel((600, 600)) == (0x12, 0x3A, 0x6B, 255)


def test_the_fact_sheet_tells_date_and_source(files: dict[str, bytes]) -> None:
    assert files["open-en/facts.txt"].decode() == (
        "Open streets\n\n1,200 local authorities\n    As of 1 December 2023\n"
        "    Source: Register of members\n\n2.5 =HYPERLINK(1)\n"
    )


def test_no_cell_of_the_table_is_a_formula(files: dict[str, bytes]) -> None:
    text = files["open-en/facts.csv"].decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text))) == [
        ["Figure", "What it counts", "Date", "Source"],
        ["1200", "local authorities", "2023-12-01", "Register of members"],
        ["2.5", "'=HYPERLINK(1)", "", ""],
    ]


def test_a_table_is_parted_as_spreadsheets_of_its_country_part_it() -> None:
    facts = [Fact(id="a", value=38.4, text="38,4"), Fact(id="b", value=1200, text="1.200")]
    words = dict.fromkeys(("figure", "what_it_counts", "date", "source"), "x")
    rows = factsheet.as_table(facts, words, "it").decode("utf-8-sig").split("\r\n")
    assert rows[1:3] == ["38,4;a;;", "1200;b;;"]
    rows = factsheet.as_table(facts, words, "en").decode("utf-8-sig").split("\r\n")
    assert rows[1:3] == ["38.4,a,,", "1200,b,,"]


@pytest.mark.parametrize("words", ["=1", "+1", "-1", "@a", "\t=1", "  =1", "|x", "＝1"])
def test_words_that_begin_like_a_formula_are_inert(words: str) -> None:
    assert factsheet.inert(words) == f"'{words}"


def test_the_note_says_what_stands_where(files: dict[str, bytes]) -> None:
    assert files["open-en/README.txt"].decode() == (
        "PRESS KIT\nOpen streets\n\n"
        "Press kit of Northbridge Together: Open streets (15 February 2024).\n\n"
        "presskit.pdf            the press kit, to read and to print\n"
        "pictures/               the pictures at print size; credits.txt says whose they are "
        "and on what terms\n"
        "logos/                  the logo, as a drawing (SVG) and as a picture (PNG)\n"
        "facts.txt, facts.csv    the key figures with date and source, as text and as a table\n"
        "contacts.vcf            whom to ask, for your address book\n"
        "manifest.json           every file with its size and its SHA-256 checksum\n\n"
        "Please print the credit with each picture.\n\n"
        "Press office\n+33 1 40 64 49 00\npress@northbridge.example\n"
    )


def test_an_embargo_stands_before_everything_else(full: Edition) -> None:
    held = dataclasses.replace(full, embargo=dt.datetime(2024, 3, 22, 11, tzinfo=dt.UTC))
    made = unpacked(zipped(held)[0])
    line = "EMBARGOED UNTIL 22 MARCH 2024, 12:00 CET (UTC+1)"
    for name in ("README.txt", "facts.txt", "pictures/credits.txt"):
        assert line in made[f"open-en/{name}"].decode()
    assert json.loads(made["open-en/manifest.json"])["embargo"] == "2024-03-22T11:00:00+00:00"


def test_each_release_is_named_after_itself(full: Edition) -> None:
    made = {
        "releases/2024-02-10-told/release.pdf": b"one",
        "releases/2024-02-10-told/release.docx": b"two",
        "releases/2024-02-10-told/release.txt": b"three",
        "releases/2024-02-10-told/release.html": b"four",
        "releases/2024-02-10-told/images/bridge.png": b"five",
    }
    names = [name for name in unpacked(zipped(full, made)[0]) if "releases" in name]
    assert names == [
        f"open-en/releases/2024-02-10-told.{suffix}" for suffix in ("docx", "pdf", "txt")
    ]


def with_releases(folder: Path) -> Path:
    named = press_kits.KIT.replace("2024-02-15\n", "2024-02-15\nreleases: 5\n")
    told = RELEASE.format(title="Told", date="2024-02-10")
    first = RELEASE.format(title="First", date="2024-01-10")
    return press_kits.write(
        folder,
        {
            "presskits/open/kit.md": named,
            "releases/2024-02-10-told.md": told,
            "releases/2024-01-10-first.md": first,
        },
    )


def test_a_kit_makes_the_releases_that_it_lists(tmp_path: Path) -> None:
    edition = press_kits.edition(with_releases(tmp_path), others=("release",))
    assert [inner.slug for inner in edition.enclosed] == ["2024-02-10-told", "2024-01-10-first"]
    made = press_kits.produced(edition)
    assert list(made.files) == ["presskit.pdf", "presskit.zip"]
    files = unpacked(made.files["presskit.zip"])
    assert files["open-en/presskit.pdf"] == made.files["presskit.pdf"]
    for slug in ("2024-02-10-told", "2024-01-10-first"):
        assert b"We say so." in files[f"open-en/releases/{slug}.txt"]
        assert files[f"open-en/releases/{slug}.pdf"].startswith(b"%PDF")
        assert files[f"open-en/releases/{slug}.docx"].startswith(b"PK")


def test_without_a_release_publication_the_kit_says_what_it_lacks(tmp_path: Path) -> None:
    edition = press_kits.edition(with_releases(tmp_path))
    content, findings = zipped(edition)
    assert not any("releases" in name for name in unpacked(content))
    assert [(finding.code, finding.message) for finding in findings] == [
        ("O121", "there is no publication 'release': the kit has no files of its releases")
    ]


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("pictures/Café.png", "pictures/Café.png"),
        ("/etc/passwd", "etc/passwd"),
        ("../../up.png", "up.png"),
        ("a\\..\\b.png", "a/b.png"),
        ("C:/win.png", "C-/win.png"),
        ("a/con.txt", "a/_con.txt"),
        ("tail. .", "tail"),
        ("bell\x07\u202e.png", "bell--.png"),
        ("..", "unnamed"),
        ("x" * 300 + ".png", "x" * 120 + ".png"),
    ],
)
def test_no_name_leads_out_of_the_folder(name: str, safe: str) -> None:
    assert kit.safe_name(name) == safe


def test_names_that_some_systems_take_for_one_are_told_apart() -> None:
    assert kit.free_name("a/B.png", {"a/b.PNG": 0, "A/b-2.png": 0}) == "a/B-3.png"


HOUSE = Organisation(
    name=Text(html="X", plain="Forum; for, all\nof us"),
    short_name=Text(html="X", plain="Forum"),
    languages=("en",),
    timezone="UTC",
    phone="+33 1 40 64 49 00",
)


def cards(**given: str) -> list[str]:
    name = Text(html="x", plain=given.get("name", "Desk"))
    contact = Contact(id="press", name=name, email="a@b.example", phone=given.get("phone", ""))
    return vcard.cards([contact], HOUSE, dt.date(2024, 2, 15)).decode().split("\r\n")


def test_a_card_is_written_as_address_books_want_it() -> None:
    lines = cards(phone="+32 (0)2 55")
    assert lines[:3] == ["BEGIN:VCARD", "VERSION:4.0", "PRODID:-//Broadside//Press kit//EN"]
    assert "FN:Desk" in lines
    assert 'TEL;VALUE=uri;TYPE="work,voice":tel:+32255' in lines
    assert "ORG:Forum\\; for\\, all\\nof us" in lines
    assert lines[-2:] == ["END:VCARD", ""]


def test_who_has_no_telephone_is_reached_through_the_house() -> None:
    assert 'TEL;VALUE=uri;TYPE="work,voice":tel:+33140644900' in cards()


def test_a_long_line_is_folded_between_letters() -> None:
    name = "Service de presse à côté de l’hôtel de ville " * 4
    lines = cards(name=name)
    assert max(len(line.encode()) for line in lines) <= 75
    unfolded = "\r\n".join(lines).replace("\r\n ", "")
    assert f"FN:{name}" in unfolded


def test_nothing_in_a_contact_can_begin_a_line_of_its_own() -> None:
    hostile = "Desk\r\nTEL:123\u2028EMAIL:x\x85URL:y"
    assert [line.split(":")[0] for line in cards(name=hostile)].count("TEL") == 0


def test_a_figure_without_words_is_told_by_its_name() -> None:
    fact = Fact(id="field-visits", value=5, text="5", as_of=Day(2024))
    assert factsheet.as_text([fact], {"as_of": "as of {date}"}, "en") == (
        "5 field visits\n    As of 2024\n"
    )
