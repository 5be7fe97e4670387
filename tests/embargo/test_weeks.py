"""However builds follow each other, nothing that stands anywhere says what waits for its hour."""

from __future__ import annotations

import dataclasses
import datetime as dt
import email
import email.policy
import functools
import io
import os
import random
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pypdfium2 as pdfium
import pytest
from PIL import Image

from pipeline import building, checking, orders
from pipeline.errors import BroadsideError
from pipeline.telling import Desk
from pipeline.workers import Limits
from tests.embargo.weeks import Shot, Told, Week, lay_out, lay_templates, turned, week_of

MARKED = re.compile(rb"EMBARGO ([\d:T.+-]+)")
STEPS = [-1, 0, 0, 1, -1_800_000_000, 3_600_000_000, -(10**12), 10**12, 10**13]
"""Microseconds between an hour and a build."""


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_templates(tmp_path_factory.mktemp("week") / "templates")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_templates(tmp_path_factory.mktemp("office") / "templates", with_office=True)


# What stands there, read by nobody of the house ---------------------------------------------


def opened(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """A file, and every file in it."""
    yield name, content
    if name.endswith((".zip", ".docx", ".pptx")):
        with zipfile.ZipFile(io.BytesIO(content)) as folder:
            for inner in folder.namelist():
                yield from opened(f"{name}/{inner}", folder.read(inner))
    elif name.endswith(".eml"):
        letter = email.message_from_bytes(content, policy=email.policy.default)
        yield f"{name}/head", "\n".join(map(str, letter.values())).encode()
        for part in letter.walk():
            inner_content = part.get_payload(decode=True)
            if isinstance(inner_content, bytes):
                yield from opened(f"{name}/{part.get_filename() or 'part'}", inner_content)
    elif name.endswith(".pdf"):
        with pdfium.PdfDocument(content) as paper:
            told = [str(paper.get_metadata_dict()), *(str(b.get_title()) for b in paper.get_toc())]
            told += [page.get_textpage().get_text_range() for page in paper]
            yield f"{name}/text", "\n".join(told).encode("utf-8", "replace")
            for number, shown in enumerate(one for page in paper for one in page.get_objects()):
                if isinstance(shown, pdfium.PdfImage):
                    buffer = io.BytesIO()
                    shown.get_bitmap().to_pil().convert("RGB").save(buffer, "PNG")
                    yield f"{name}/{number}.png", buffer.getvalue()


@functools.lru_cache(maxsize=1024)
def fields(content: bytes) -> frozenset[int]:
    """Which of its sixteen fields are dark."""
    with Image.open(io.BytesIO(content)) as image:
        inked = image.convert("RGBA")
        white = Image.alpha_composite(Image.new("RGBA", inked.size, "white"), inked)
        small = white.convert("L").resize((4, 4), Image.Resampling.BOX)
        return frozenset(at for at, grey in enumerate(small.tobytes()) if grey < 128)


def boxes(drawing: str) -> frozenset[int]:
    """The same of a drawing."""
    places = [
        tuple(
            int(found[1]) // 80 if (found := re.search(rf' {key}="(\d+)"', box)) else 0
            for key in "xy"
        )
        for box in re.findall(r"<rect\b[^>]*", drawing)
    ]
    return frozenset(across + 4 * down for across, down in places)


def shows(content: bytes, shot: Shot) -> bool:
    if content.startswith((b"\x89PNG", b"\xff\xd8\xff")):
        return fields(content) == shot.dark
    if b"<svg" in content:
        return boxes(content.decode("utf-8", "replace")) == shot.dark
    return False


def standing(out: Path) -> dict[str, bytes]:
    found = sorted(path for path in out.rglob("*") if path.is_file())
    whole = {path.relative_to(out).as_posix(): path.read_bytes() for path in found}
    return {n: c for name, content in whole.items() for n, c in opened(name, content)}


def marked_until(name: str, files: dict[str, bytes]) -> dt.datetime | None:
    """Until when the edition is marked in which a file stands."""
    parts = PurePosixPath(name).parts
    if len(parts) < 3 or parts[0] not in ("release", "presskit"):
        return None
    folder = "/".join(parts[: 2 if parts[2] == "provenance.json" else 3]) + "/"
    texts = [content for file, content in files.items() if file.startswith(folder)]
    hours = [found[1].decode() for content in texts if (found := MARKED.search(content))]
    return max(map(dt.datetime.fromisoformat, hours), default=None)


def leaks(week: Week, files: dict[str, bytes], moment: dt.datetime) -> Iterator[str]:
    held = [one for one in week.told if one.is_held(moment)]
    free = [one for one in week.told if not one.is_held(moment)]
    for name, content in files.items():
        low = name.encode() + b"\n" + content.lower()
        until = marked_until(name, files)
        may = [one for one in held if until and one.until and one.until <= until]
        shown = {shot for one in (*free, *may) for shot in one.shots}
        for one in held:
            if one in may:
                continue
            if one.word.encode() in low or one.slug.encode() in low:
                yield f"{name}: {one.word}"
            for shot in set(one.shots) - shown:
                if shot.word.encode() in low or shows(content, shot):
                    yield f"{name}: {shot.name} of {one.word}"


# The builds ---------------------------------------------------------------------------------


def ordered(chance: random.Random, week: Week) -> tuple[tuple[str, ...], str, str]:
    """Publications, an edition, a newsroom: what somebody asks for."""
    releases = [one.slug for one in week.told if one.folder == "releases"]
    match chance.choice(["all", "all", "some", "release", "kit", "newsroom"]):
        case "some":
            return (chance.choice(["newsletter", "flyer", "slides", "presskit"]),), "", ""
        case "release" if releases:
            return ("release",), chance.choice(releases), ""
        case "newsroom" if releases:
            return ("release",), chance.choice(releases), "The Gazette"
        case "kit":
            return ("presskit",), "kit", ""
    return (), "", ""


def built(
    chance: random.Random,
    week: Week,
    sources: Path,
    out: Path,
    templates: Path,
    moment: dt.datetime,
) -> tuple[str, list[Told], str]:
    """What a build says, of what it may, and what a check tells a code host after it."""
    names, edition, newsroom = ordered(chance, week)
    desk = Desk(io.StringIO(), io.StringIO(), chance.choice(["text", "json"]), {})
    order = orders.Order(
        publications=names,
        edition=edition,
        newsroom=newsroom,
        languages=chance.choice([(), (), (), ("fr",)]),
        sources=sources,
        templates=templates,
        out=out,
        now=moment,
        jobs=1,
        force=chance.random() < 0.15,
        limits=Limits(seconds=30),
    )
    try:
        building.build(order, desk)
    except BroadsideError as error:
        # It was not begun: what stood there stands there.
        assert "there is no edition" in str(error)  # noqa: PT017
        return "", [], ""
    said = f"$ {names} {edition} {newsroom}\n"
    host = io.StringIO()
    if chance.random() < 0.1:
        sought = checking.Order(
            sources=order.sources,
            out=order.out,
            now=moment,
            voices=False,
            notes=True,
            format=checking.CODE_HOSTS[len(week.told) % 2],
        )
        checking.check(sought, Desk(host, io.StringIO(), sought.format, {}))
    asked = [o for o in week.told if o.slug == edition or (edition == "kit" and o.is_held(moment))]
    assert isinstance(desk.out, io.StringIO)
    return said + desk.out.getvalue(), asked, host.getvalue()


def judge(seed: int, place: Path, templates: Path, *, houses: int = 1) -> int:
    """How many builds were made, none of which told anything."""
    chance = random.Random(seed)
    weeks = [week_of(chance, mark) for mark in "qy"[:houses]]
    if houses > 1 and chance.random() < 0.5:
        weeks[1] = dataclasses.replace(weeks[1], house="Villages")
    count = chance.randint(2, 4) * houses
    for number in range(count):
        house = chance.randrange(houses) if houses > 1 else 0
        week = weeks[house]
        if number and chance.random() < 0.4:
            week = weeks[house] = turned(chance, week)
        sources = place / str(house) / "sources"
        lay_out(week, sources)
        known = [one.until for one in week.told if one.until] or [
            dt.datetime(2025, 4, 1, tzinfo=dt.UTC)
        ]
        moment = chance.choice(known) + dt.timedelta(microseconds=chance.choice(STEPS))
        said, asked, noted = built(chance, week, sources, place / "build", templates, moment)
        at = f"week {seed}, build {number} of {house} at {moment.isoformat()}:\n{said}"
        if not said:
            continue
        told = list(leaks(week, standing(place / "build"), moment))
        assert told == [], f"{told} in {at}"
        assert "E110" not in said, at
        for one in week.told:
            if one.is_held(moment):
                assert one.word not in noted, f"{noted}\n{at}"
                assert one.slug not in noted, f"{noted}\n{at}"
            if one.is_held(moment) and one not in asked:
                assert one.word not in said.partition("\n")[2], at
                assert one.slug not in said.partition("\n")[2], at
    return count


@pytest.mark.parametrize("seed", range(6))
def test_nothing_that_stands_after_a_build_says_what_waits(
    seed: int, tmp_path: Path, templates: Path
) -> None:
    judge(seed, tmp_path, templates)


@pytest.mark.parametrize("seed", range(2))
def test_nothing_says_it_where_two_houses_build_into_one_folder(
    seed: int, tmp_path: Path, templates: Path
) -> None:
    judge(seed, tmp_path, templates, houses=2)


@pytest.mark.parametrize("seed", [100])
def test_nothing_says_it_on_paper_or_in_an_office(seed: int, tmp_path: Path, office: Path) -> None:
    judge(seed, tmp_path, office)


@pytest.mark.soak
def test_nothing_says_it_on_paper_or_in_an_office_in_a_thousand_weeks(
    tmp_path: Path, office: Path
) -> None:
    for seed in range(50_000, 50_000 + int(os.environ.get("WEEKS", "1000"))):
        judge(seed, tmp_path / str(seed), office)
        shutil.rmtree(tmp_path / str(seed))


@pytest.mark.soak
def test_nothing_says_it_where_two_houses_build_in_a_thousand_weeks(
    tmp_path: Path, templates: Path
) -> None:
    for seed in range(90_000, 90_000 + int(os.environ.get("WEEKS", "1000"))):
        judge(seed, tmp_path / str(seed), templates, houses=2)
        shutil.rmtree(tmp_path / str(seed))


@pytest.mark.soak
def test_nothing_says_it_in_ten_thousand_weeks(tmp_path: Path, templates: Path) -> None:
    first = int(os.environ.get("WEEKS_FROM", "1000"))
    for seed in range(first, first + int(os.environ.get("WEEKS", "10000"))):
        judge(seed, tmp_path / str(seed), templates)
        shutil.rmtree(tmp_path / str(seed))


def test_the_judge_sees_what_is_told_in_every_form(tmp_path: Path, office: Path) -> None:
    week = week_of(random.Random(5))
    day = week.issued - dt.timedelta(days=1)
    hour = dt.datetime(2025, 5, 1, tzinfo=dt.UTC)
    same: dict[str, Any] = {
        "fault": "",
        "day": day,
        "hour": hour,
        "french": None,
        "shots": week.shots,
    }
    folders = ("news", "releases")
    told = [
        dataclasses.replace(one, **same, folder=folders[n % 2]) for n, one in enumerate(week.told)
    ]
    week = dataclasses.replace(week, told=tuple(told), items=(), listed=3)
    lay_out(week, tmp_path / "sources")
    order = orders.Order(
        sources=tmp_path / "sources",
        templates=office,
        out=tmp_path / "build",
        now=hour,
        jobs=1,
    )
    building.build(order, Desk(io.StringIO(), io.StringIO(), "text", {}))
    early = hour - dt.timedelta(seconds=1)
    stands = standing(tmp_path / "build")
    seen = list(leaks(week, stands, early))
    assert list(leaks(week, stands, hour)) == []
    kinds = {PurePosixPath(one.partition(":")[0]).suffix for one in seen}
    assert kinds >= {".txt", ".html", ".json", ".xml"}
    assert {shot.name for shot in week.shots} == {
        found[1] for one in seen if (found := re.search(r": (s\d.*) of ", one))
    }
    inside = {found[0] for one in seen if (found := re.search(r"\.(zip|eml|docx|pdf)/", one))}
    assert inside == {".zip/", ".eml/", ".docx/", ".pdf/"}
    assert any(re.search(r"\.docx/word/media/.*: s\d", one) for one in seen)
