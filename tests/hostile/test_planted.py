"""Whatever somebody has put into `build/`: a check says so in a line, and a build goes on."""

from __future__ import annotations

import io
import shutil
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline import checking, stamps
from pipeline.telling import Desk
from tests.conftest import SPECIMEN
from tests.desks import NOW, build, nobody, write
from tests.stopwatch import fair

PLACE = "newsletter/2025-05/en"
STORY = "---\ntitle: Herring by night\ndate: 2025-05-09\n{}---\nThey are counted at midnight.\n"
HELD = "embargo: 2025-07-01T09:00\n"


def nested(depth: int) -> bytes:
    opened = (f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(depth))
    closed = (f"--b{n}--\n" for n in reversed(range(depth)))
    return f"{''.join(opened)}Content-Type: text/plain\n\nHello\n{''.join(closed)}".encode()


def packed(name: str, said: int = 0) -> bytes:
    """A folder of one file that says of itself that it is so long."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as folder:
        folder.writestr(name, "a")
    made = bytearray(content.getvalue())
    if said:
        directory = made.index(b"PK\x01\x02")
        made[directory + 24 : directory + 28] = said.to_bytes(4, "little")
    return bytes(made)


PLANTED: dict[str, Callable[[], bytes]] = {
    "parts in parts.eml": lambda: nested(3_000),
    "many parts.eml": lambda: b"\n--b\n\nx" * 300_000,
    "a long head.eml": lambda: b"To: " + b'"' * 100_000 + b"\n\nx",
    "no folder.zip": lambda: b"PK\x03\x04 and no more",
    "a folder without end.zip": lambda: packed("a.html", 900_000_000),
    "a page without end.zip": lambda: packed("a.html", 90_000_000),
    "no text.docx": lambda: b"PK\x03\x04 and no more",
    "a text without end.docx": lambda: packed("word/document.xml", 900_000_000),
    "no pages.pdf": lambda: b"%PDF-1.4 and no more",
    "without end.txt": lambda: b"a " * 5_000_001,
}


def test_a_file_that_cannot_be_read_back_is_told_once_and_in_time(sources: Path) -> None:
    out = sources.parent / "site"
    for name, make in PLANTED.items():
        write(out, f"{PLACE}/{name}", make())
    # As if builds had made them: what is somebody's own is not read.
    told = {"languages": {"en": {"files": dict.fromkeys(PLANTED, "")}}}
    write(out, "newsletter/2025-05/provenance.json", stamps.sealed(told))
    began = time.process_time()
    code, said = checked(sources, out)
    assert fair(time.process_time() - began, 5) < 5
    assert code == 1
    told = [line for line in said.splitlines() if " X130 " in line]
    assert len(told) == len(PLANTED), said
    for name, line in zip(sorted(PLANTED), told, strict=True):
        place = f"site/{PLACE}/{name}:1:1: error X130 the file cannot be read back: "
        assert line.startswith(place)


def test_what_no_build_has_made_is_not_read(sources: Path) -> None:
    out = build(sources, "newsletter").out
    _, before = checked(sources, out)
    strange = "<p>{{ facts.members }} <a href='nowhere.html'>here</a> <img src='a.png'>"
    for name in (f"{PLACE}/mine.html", "newsletter/mine/en/a.html", "mine/a.html", "mine.html"):
        write(out, name, strange)
    assert checked(sources, out)[1] == before
    write(out, f"{PLACE}/newsletter.txt", "{{ facts.members }}")
    assert f"build/{PLACE}/newsletter.txt:1:1: error X130" in checked(sources, out)[1]


def checked(sources: Path, out: Path) -> tuple[int, str]:
    desk = Desk(io.StringIO(), io.StringIO(), "text", {})
    order = checking.Order(sources=sources, out=out, now=NOW, voices=False)
    code = checking.check(order, desk)
    assert isinstance(desk.out, io.StringIO)
    return code, desk.out.getvalue()


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"%PDF-1.4", b"\x89PNG\r\n"])
def test_a_damaged_file_stops_no_build_while_something_is_held(
    sources: Path, content: bytes
) -> None:
    out = build(sources, "newsletter").out
    page = out / PLACE / "newsletter.txt"
    whole = page.read_bytes()
    write(sources, "releases/2025-05-09-herring.md", STORY.format(HELD))
    page.write_bytes(content)
    assert build(sources, "slides").code == 0
    assert page.read_bytes() == content
    assert build(sources, "newsletter").code == 0
    assert page.read_bytes() == whole


# Who has built here before ----------------------------------------------------------------------


def test_two_folders_of_one_house_that_make_one_edition_are_told_of_each_other(
    sources: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copytree(sources, tmp_path / "other"))
    out = tmp_path / "site"
    write(other, "news/2025-05-07-cod.md", STORY.format("section: network\n"))
    assert "B124" not in build(sources, "newsletter", out=out).said
    told = build(other, "newsletter", out=out)
    said = "warning B124 this edition was made from another folder of sources"
    assert [line for line in told.lines if line.startswith(f"site/newsletter/2025-05: {said}")]
    assert told.code == 0
    assert "B124" not in build(other, "newsletter", out=out).said
    assert "B124" in build(sources, "newsletter", out=out).said
    assert str(tmp_path) not in told.said


def test_a_record_that_tells_of_what_is_held_and_cannot_be_taken_away_is_told(
    everybodys: Path,
) -> None:
    sources = Path(shutil.copytree(SPECIMEN, everybodys / "sources"))
    write(sources, "releases/2025-05-09-herring.md", STORY.format(""))
    out = build(sources, "release", edition="2025-05-09-herring").out
    write(sources, "releases/2025-05-09-herring.md", STORY.format(HELD))
    for path in out.rglob("*"):
        path.chmod(0o777 if path.is_dir() else 0o666)
    out.chmod(0o777)
    (out / ".made").chmod(0o755)
    with nobody():
        made = build(sources, "slides")
    assert "error B121 " in made.said
    assert made.code == 1
    assert "B121" not in build(sources, "slides").said
    assert not [path for path in out.glob(".made/*.json") if b"herring" in path.read_bytes()]
