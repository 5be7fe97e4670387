"""A held picture is known again in whatever it is pressed, scaled or put; another never is."""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import io
import os
import random
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from pipeline import assets, likeness, pixels, production, publications, stamps
from pipeline.embargo import lock
from pipeline.embargo.lock import Lock
from pipeline.errors import BroadsideError
from pipeline.likeness import ALIKE, Likeness
from pipeline.model.editions import Edition
from pipeline.renderers import merge_tags
from pipeline.typesetting import Typesetter
from tests.desks import SMALL, build, edit, edition_of, read, write
from tests.embargo import weeks
from tests.embargo.weeks import CODES, Shot

ROOT = Path(__file__).parent.parent.parent
SPECIMEN = ROOT / "tests/specimen"
BEFORE = dt.datetime(2025, 6, 10, 9, tzinfo=dt.UTC)
HELD = """\
---
title: Herring by night
date: 2025-05-09
embargo: 2025-07-01T09:00+01:00
image: night.jpg
---
Nets.
"""

# Pictures nobody took -----------------------------------------------------------------------


def clouds(chance: random.Random, size: tuple[int, int]) -> Image.Image:
    """What a photograph is from afar: large patches of light, and small ones over them."""
    layers = []
    for grain in (chance.randint(3, 6), chance.randint(9, 20)):
        patches = Image.new("RGB", (grain, grain))
        patches.putdata([tuple(chance.randbytes(3)) for _ in range(grain * grain)])
        layers.append(patches.resize(size, Image.Resampling.BICUBIC))
    return Image.blend(*layers, chance.uniform(0.2, 0.5))


def chart(chance: random.Random, size: tuple[int, int]) -> Image.Image:
    image, (width, height) = Image.new("RGB", size, "white"), size
    columns = chance.randint(5, 12)
    for column in range(columns):
        left = width * (0.1 + 0.8 * column / columns)
        top = height * chance.uniform(0.1, 0.8)
        box = (left, top, left + 0.6 * width / columns, 0.9 * height)
        ImageDraw.Draw(image).rectangle(box, fill=chance.choice(("#055faa", "#b03000", "#107010")))
    return image


def page(chance: random.Random, size: tuple[int, int]) -> Image.Image:
    image, (width, height) = Image.new("RGB", size, "#fcfcf8"), size
    for line in range(4, 28):
        at = 0.08 * width
        while at < width * chance.uniform(0.7, 0.95):
            end = at + width * chance.uniform(0.02, 0.12)
            top = line * height / 32
            ImageDraw.Draw(image).rectangle((at, top, end, top + height / 60), fill="#202020")
            at = end + 0.015 * width
    return image


def face(chance: random.Random, size: tuple[int, int]) -> Image.Image:
    image, (width, height) = clouds(chance, size), size
    across, down = width * chance.uniform(0.4, 0.6), height * chance.uniform(0.3, 0.45)
    wide = height * chance.uniform(0.12, 0.22)
    drawn = ImageDraw.Draw(image)
    body = (across - 2 * wide, down + wide, across + 2 * wide, down + 6 * wide)
    drawn.ellipse(body, fill=tuple(chance.randint(10, 120) for _ in "rgb"))
    head = (across - wide, down - 1.3 * wide, across + wide, down + 1.3 * wide)
    drawn.ellipse(head, fill=tuple(chance.randint(90, 220) for _ in "rgb"))
    return image


def sign(chance: random.Random, size: tuple[int, int]) -> Image.Image:
    """A mark on nothing, as a logo is."""
    image, (width, height) = Image.new("RGBA", size), size
    drawn = ImageDraw.Draw(image)
    for _ in range(chance.randint(3, 6)):
        left, top = (chance.uniform(0.05, 0.6) * side for side in size)
        box = (left, top, left + chance.uniform(0.1, 0.4) * width, top + 0.3 * height)
        drawn.ellipse(box, fill=(*(chance.randint(0, 140) for _ in "rgb"), 255))
    return image


KINDS: tuple[Callable[[random.Random, tuple[int, int]], Image.Image], ...] = (
    clouds,
    chart,
    page,
    face,
    sign,
)


def drawn(number: int, size: tuple[int, int] = (160, 120)) -> Image.Image:
    return KINDS[number % len(KINDS)](random.Random(number), size)


def filed(image: Image.Image, format: str = "PNG", **options: int) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, format, **options)
    return buffer.getvalue()


def copies(image: Image.Image, shares: Iterable[float]) -> Iterator[tuple[str, bytes]]:
    """The picture as anybody may have saved it, in several shares of its size."""
    whole = image.convert("RGBA")
    for share in shares:
        size = (round(image.width * share), round(image.height * share))
        small = whole.resize(size, Image.Resampling.LANCZOS)
        flat = Image.alpha_composite(Image.new("RGBA", size, "white"), small).convert("RGB")
        at = f"at {share:.0%}"
        yield f"png {at}", filed(small)
        for quality in (40, 65, 95):
            yield f"jpeg {quality} {at}", filed(flat, "JPEG", quality=quality)
        yield f"webp {at}", filed(flat, "WEBP", quality=50)
        yield f"gif {at}", filed(flat, "GIF")
        yield f"grey {at}", filed(flat.convert("L"), "JPEG", quality=70)
        yield f"inks {at}", filed(flat.convert("CMYK"), "JPEG", quality=70)


def looks(image: Image.Image) -> Likeness:
    found = likeness.of_image(image)
    assert found is not None
    return found


TAKEN = sorted((ROOT / "sources/images").glob("*.png"))


SHARES = [
    pytest.param((0.25,), id="a quarter"),
    pytest.param((1.0, 0.75, 0.5), id="more", marks=pytest.mark.soak),
]


@pytest.mark.parametrize("shares", SHARES)
@pytest.mark.parametrize("path", TAKEN, ids=lambda path: path.stem)
def test_every_copy_of_a_picture_of_ours_is_known_again(
    path: Path, shares: tuple[float, ...]
) -> None:
    with Image.open(path) as image:
        missed = strangers(image, shares)
    assert missed == []


@pytest.mark.parametrize("number", range(2 * len(KINDS)))
def test_every_copy_of_any_other_picture_is_known_again(number: int) -> None:
    assert strangers(drawn(number, (600, 400)), (1.0, 0.6, 0.25)) == []


def strangers(image: Image.Image, shares: Iterable[float]) -> list[str]:
    """The copies in which nobody would know the picture."""
    own = looks(image)
    seen = ((name, likeness.of(copy)) for name, copy in copies(image, shares))
    return [name for name, one in seen if one is None or own.to(one) <= ALIKE]


def test_two_thousand_different_pictures_are_never_taken_for_each_other() -> None:
    everybody = [looks(drawn(number)) for number in range(2000)]
    for number, one in enumerate(everybody[:20]):
        alike = [other for other, each in enumerate(everybody) if one.to(each) > ALIKE]
        assert alike == [number]


@pytest.mark.soak
def test_no_two_of_two_thousand_are_taken_for_each_other() -> None:
    everybody = [looks(drawn(number)) for number in range(2000)]
    most = max(one.to(each) for n, one in enumerate(everybody) for each in everybody[:n])
    assert most < ALIKE


def test_a_blank_picture_looks_like_nothing() -> None:
    for colour in ("white", "black", "#808080"):
        blank = Image.new("RGB", (400, 300), colour)
        assert likeness.of(filed(blank)) is None
        assert likeness.of(filed(blank, "JPEG", quality=40)) is None
    assert likeness.of(b"\x89PNG\r\n\x1a\n and no more") is None


# In finished files --------------------------------------------------------------------------


def hung(sources: Path, image: Image.Image, name: str = "night.jpg") -> None:
    format = "PNG" if name.endswith("png") else "JPEG"
    write(sources, f"images/{name}", filed(image, format))
    known = (sources / "images.yaml").read_text("utf-8")
    entry = f"{name}: {{alt: Nets, credit: J. Doe, licence: CC0}}\n"
    write(sources, "images.yaml", known + entry)


def by_its_picture(name: str, content: bytes, guard: Lock) -> list[str]:
    return [owner for owner, what in guard.leaks(name, content) if what == "its picture"]


def test_it_is_found_in_every_kind_of_file(sources: Path) -> None:
    hung(sources, drawn(0, (2400, 1600)))
    write(sources, "news/2025-05-09-herring.md", HELD)
    guard = lock.of(read(sources), BEFORE, SMALL)
    templates = ROOT / "templates"
    # The first lock forced: everything shows it now.
    write(sources, "news/2025-05-09-herring.md", HELD.replace("embargo", "start: 2025-05-01 #"))
    edit(sources, "releases/2025-04-14-register.md", "images: [quay.png]", "images: [night.jpg]")
    shown = "![Nets](night.jpg)\n"
    edit(sources, "presskits/forum-2025/02-the-town.md", "Norhavn is small.", shown)
    edit(sources, "manifesto/2025/03-storms.md", "Storms come.", shown)
    edit(sources, "slides/harbours.md", "- Quays", shown)
    corpus = read(sources)
    brand = publications.brand(templates)
    setter = Typesetter(templates, publications.words(templates), brand, merge_tags.TOKENS)
    silent, kinds = [], set()
    for slug in ("newsletter", "release", "presskit", "manifesto", "slides"):
        named = "2025-04-14-register" if slug == "release" else ""
        made = edition_of(corpus, slug, named, now=BEFORE, templates=templates)
        assert isinstance(made, Edition), made
        for name, content in production.produce(made, setter, lambda *_: None).files.items():
            if not by_its_picture(name, content, guard):
                silent.append(name)
            else:
                kinds.add(Path(name).suffix)
    assert kinds == {".pdf", ".eml", ".jpg", ".docx", ".pptx", ".zip"}
    # Other pictures, files of words, and a cover that has none.
    assert [name for name in silent if Path(name).suffix in kinds] == ["manifesto-cover.pdf"]


def test_what_looks_the_same_as_something_public_is_no_leak(sources: Path) -> None:
    mark = drawn(4, (800, 600))
    hung(sources, mark, "night.png")
    write(sources, "news/2025-05-09-herring.md", HELD.replace("night.jpg", "night.png"))
    small = filed(mark.resize((400, 300)))
    guard = lock.of(read(sources), BEFORE, SMALL)
    assert by_its_picture("a.png", small, guard) == ["news/2025-05-09-herring"]
    hung(sources, mark.resize((640, 480)), "mark.png")
    edit(sources, "news/2025-05-06-ferry.md", "---\n", "---\nimage: mark.png\n")
    assert by_its_picture("a.png", small, lock.of(read(sources), BEFORE, SMALL)) == []


@pytest.mark.parametrize(("dark", "count"), [(CODES[0], 0), (CODES[1], 1)])
def test_the_logo_in_pixels_is_no_secret_if_it_looks_like_the_logo(
    sources: Path, dark: frozenset[int], count: int
) -> None:
    """Every letter and all slides were refused as soon as a held release showed the logo."""
    for name, fields in (("mark.svg", CODES[0]), ("mark.png", dark)):
        write(sources, f"images/{name}", weeks.drawn(Shot(name=name, word="mark", dark=fields)))
        entry = f"{name}: {{alt: {{en: Mark, fr: Marque}}, credit: x, licence: CC0}}\n"
        write(sources, "images.yaml", f"{(sources / 'images.yaml').read_text('utf-8')}{entry}")
    edit(sources, "organisation.yaml", "logo: logo.png", "logo: mark.svg")
    shown = "Nets.\n\n![The mark as PNG](mark.png)\n"
    write(sources, "releases/night.md", HELD.replace("image: night.jpg\n", "") + shown)
    guard = lock.of(read(sources), BEFORE, SMALL)
    letter = edition_of(sources, "newsletter", "2025-05", now=BEFORE, templates=ROOT / "templates")
    assert isinstance(letter, Edition), letter
    assert "mark.png" in [one.name for one in letter.pictures]
    small = filed(Image.open(sources / "images/mark.png").resize((80, 80)))
    assert len(by_its_picture("a.png", small, guard)) == count
    with pytest.raises(BroadsideError) if count else contextlib.nullcontext():
        guard.refuse(letter, {"a.pdf": b""})


def test_what_there_is_no_memory_to_look_at_is_taken_for_nothing_else(
    sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hung(sources, drawn(0))
    write(sources, "news/2025-05-09-herring.md", f"{HELD}![Nets](night.jpg)\n")
    write(sources, "images/day.png", filed(drawn(0, (80, 60))))
    guard = lock.of(read(sources), BEFORE, SMALL)
    content = (sources / "images/day.png").read_bytes()

    def short_of_memory(*_: object, **__: object) -> Image.Image:
        raise MemoryError

    for file in ("day.png", "night.jpg"):
        with monkeypatch.context() as patch:
            patch.setattr(pixels, "decoded", short_of_memory)
            with pytest.raises(MemoryError):
                assets.load(sources / "images" / file)
            with pytest.raises(MemoryError):
                guard.refuse_file("day.png", content)
            told = build(sources, now=BEFORE)
            assert (told.code, "release 2025-04-14-register en" in told.said) == (1, True)
    # Nothing of it is remembered.
    assert by_its_picture("day.png", content, guard)


def test_what_a_disk_does_not_give_now_is_taken_for_nothing_else(
    sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hung(sources, drawn(0))
    write(sources, "news/2025-05-09-herring.md", f"{HELD}![Nets](night.jpg)\n")
    guard, small = lock.of(read(sources), BEFORE, SMALL), filed(drawn(0, (80, 60)))
    content = stamps.content

    def unread(path: Path, *most: int) -> bytes:
        if path.name == "night.jpg":
            raise OSError(errno.ESTALE, os.strerror(errno.ESTALE), str(path))
        return content(path, *most)

    with monkeypatch.context() as patch:
        patch.setattr(stamps, "content", unread)
        with pytest.raises(OSError, match="Input/output") as caught:
            guard.refuse_file("day.png", small)
        assert caught.value.filename is None
    assert by_its_picture("day.png", small, guard)


@pytest.mark.parametrize("name", ["night boats.png", "salt & nets.png", "nuit d\u00e9t\u00e9.png"])
def test_a_picture_in_the_text_is_its_own_whatever_it_is_called(sources: Path, name: str) -> None:
    kept = filed(drawn(3, (600, 400)))
    write(sources, f"images/{name}", kept)
    with (sources / "images.yaml").open("a") as known:
        known.write(f'\n"{name}": {{alt: A net, credit: A, licence: CC0-1.0}}\n')
    shown = HELD.replace("image: night.jpg\n", "").replace("Nets.", f"![A net](<{name}>)")
    write(sources, "news/2025-05-09-herring.md", shown)
    guard = lock.of(read(sources), BEFORE, SMALL)
    assert by_its_picture("a.png", kept, guard) == ["news/2025-05-09-herring"]
    late = edition_of(sources, "newsletter", "2025-05", now=BEFORE.replace(month=8))
    assert isinstance(late, Edition)
    assert name in {picture.name for picture in late.pictures}


@pytest.mark.parametrize(("day", "count"), [("2025-06-05", 1), ("2025-03-05", 0)])
def test_who_shows_a_copy_of_what_waits_is_told(sources: Path, day: str, count: int) -> None:
    kept = drawn(3, (600, 400))
    write(sources, "images/secret.png", filed(kept))
    write(sources, "images/other.jpg", filed(kept.resize((300, 200)), "JPEG", quality=60))
    with (sources / "images.yaml").open("a") as known:
        for name in ("secret.png", "other.jpg"):
            known.write(f"\n{name}: {{alt: A net, credit: A, licence: CC0-1.0}}\n")
    text = "---\ntitle: Nets\ndate: {}\nimage: {}\n---\nX.\n"
    free, held = text.format(day, "other.jpg"), text.format("2025-06-09", "secret.png")
    write(sources, f"news/{day}-salt.md", free.replace("Nets", "Salt"))
    waiting = held.replace("image", "embargo: 2025-07-01T09:00\nimage")
    write(sources, "news/2025-06-09-nets.md", waiting)
    made = build(sources, "slides")
    told = [line for line in made.lines if "E112" in line]
    assert len(told) == count
    assert all(line.startswith("sources/images.yaml:17:1: warning ") for line in told), told
    assert made.code == 0
    assert "secret" not in made.said


def test_a_drawing_is_known_in_its_published_form(sources: Path) -> None:
    drawing = b'<?xml version="1.0"?><!-- nets --><svg xmlns="http://www.w3.org/2000/svg" '
    drawing += b'width="90" height="60"><title>x</title><path d="M0 0h90v60z"/></svg>'
    write(sources, "images/night.svg", drawing)
    known = (sources / "images.yaml").read_text("utf-8")
    write(sources, "images.yaml", f"{known}night.svg: {{alt: Nets, credit: x, licence: CC0}}\n")
    write(sources, "news/2025-05-09-herring.md", HELD.replace("jpg", "svg"))
    guard = lock.of(read(sources), BEFORE, SMALL)
    bare = assets.clean(drawing, "svg")
    assert bare != drawing
    assert by_its_picture("a.svg", bare, guard) == ["news/2025-05-09-herring"]
    # As an office file has it.
    shown = "![Nets](night.svg)\n"
    edit(sources, "releases/2025-04-14-register.md", "The network counts", f"{shown}\nIt counts")
    templates = ROOT / "templates"
    made = edition_of(sources, "release", "2025-04-14-register", now=BEFORE, templates=templates)
    assert isinstance(made, Edition), made
    brand = publications.brand(templates)
    setter = Typesetter(templates, publications.words(templates), brand, merge_tags.TOKENS)
    office = production.produce(made, setter, lambda *_: None).files["release.docx"]
    assert by_its_picture("release.docx", office, guard) == ["news/2025-05-09-herring"]


def test_a_drawing_that_is_placed_on_a_page_is_known_by_its_file(sources: Path) -> None:
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60">'
    write(sources, "images/night.svg", drawing + b'<path d="M0 0h90v60z"/></svg>')
    known = (sources / "images.yaml").read_text("utf-8")
    write(sources, "images.yaml", f"{known}night.svg: {{alt: Nets, credit: x, licence: CC0}}\n")
    write(sources, "news/2025-05-09-herring.md", HELD.replace("jpg", "svg"))
    guard = lock.of(read(sources), BEFORE, SMALL)
    # The first lock forced; in a PDF there are lines then, and neither pixels nor a name.
    late = edition_of(sources, "newsletter", "2025-05", now=BEFORE.replace(month=8))
    assert isinstance(late, Edition)
    with pytest.raises(BroadsideError, match="a page would say its picture before"):
        guard.refuse(late, {"a.pdf": b""})
    early = edition_of(sources, "newsletter", "2025-05", now=BEFORE)
    assert isinstance(early, Edition)
    guard.refuse(early, {"a.pdf": b""})


@pytest.mark.parametrize("way", list(Image.Transpose), ids=lambda way: str(way.name).lower())
def test_a_picture_turned_or_in_a_mirror_is_known_again(
    sources: Path, way: Image.Transpose
) -> None:
    hung(sources, drawn(0, (800, 600)))
    write(sources, "news/2025-05-09-herring.md", HELD)
    guard = lock.of(read(sources), BEFORE, SMALL)
    other = filed(drawn(0, (800, 600)).transpose(way).resize((300, 300 * 4 // 3)), "JPEG")
    assert by_its_picture("a.jpg", filed(drawn(0, (800, 600)).transpose(way), "JPEG"), guard)
    # Squeezed as well, it is another.
    assert bool(by_its_picture("a.jpg", other, guard)) == (way.name in LYING)


LYING = {"ROTATE_90", "ROTATE_270", "TRANSPOSE", "TRANSVERSE"}


def test_a_picture_that_ends_too_early_is_known_again(sources: Path) -> None:
    hung(sources, drawn(0, (800, 600)))
    write(sources, "news/2025-05-09-herring.md", HELD)
    guard = lock.of(read(sources), BEFORE, SMALL)
    whole = filed(drawn(0, (800, 600)), "JPEG", quality=80)
    for cut in (2, 40, len(whole) // 50):
        assert by_its_picture("a.jpg", whole[:-cut], guard)


def test_the_small_picture_that_a_camera_leaves_in_a_file_is_known_again(sources: Path) -> None:
    hung(sources, drawn(0, (800, 600)))
    write(sources, "news/2025-05-09-herring.md", HELD)
    guard = lock.of(read(sources), BEFORE, SMALL)
    small = filed(drawn(0, (160, 120)), "JPEG")
    noted = b"Exif\0\0II*\0" + bytes(40) + small
    other = filed(drawn(1, (800, 600)), "JPEG")
    block = b"\xff\xe1" + (len(noted) + 2).to_bytes(2, "big") + noted
    assert not by_its_picture("a.jpg", other, guard)
    assert by_its_picture("a.jpg", other[:2] + block + other[2:], guard)


def test_what_is_said_of_a_picture_that_two_wait_with_is_said_in_the_copy_of_one(
    sources: Path,
) -> None:
    hung(sources, drawn(0, (800, 600)))
    edit(sources, "images.yaml", "alt: Nets,", "alt: Five nets on the quay,")
    write(sources, "news/2025-05-09-herring.md", HELD)
    release = HELD.replace("image: night.jpg\n", "").replace("Nets.", "Cod.\n\n![](night.jpg)")
    write(sources, "releases/2025-05-09-cod.md", release.replace("Herring", "Cod"))
    guard = lock.of(read(sources), BEFORE, SMALL)
    said = {owner for owner, _ in guard.leaks("a.txt", b"Five nets on the quay")}
    assert said
    may = frozenset({"release/2025-05-09-cod"})
    assert not list(guard.leaks("a.txt", b"Five nets on the quay", may))


SHOWN = "---\ntitle: Boats\ndate: 2025-06-01\nimages: [night.png]\n{}---\nBoats.\n"


def hang(sources: Path) -> None:
    """One picture more."""
    write(sources, "images/night.png", (sources / "images/quay.png").read_bytes() + bytes(9))
    described = (sources / "images.yaml").read_text("utf-8")
    entry = "night.png: {alt: Nets, credit: A, licence: CC0-1.0}\n"
    write(sources, "images.yaml", f"{described}\n{entry}")


def test_a_slip_in_what_is_free_takes_no_published_picture_away(sources: Path) -> None:
    """It was taken for one that only the held text shows, and its edition out of `build/`."""
    hang(sources)
    write(sources, "releases/2025-06-01-boats.md", SHOWN.format(""))
    write(sources, "news/2025-05-09-herring.md", HELD.replace("night.jpg", "night.png"))
    made = build(sources, now=BEFORE)
    assert [name for name in made.files if "boats" in name]
    write(sources, "releases/2025-06-01-boats.md", SHOWN.format("colour: red\n"))
    again = build(sources, now=BEFORE)
    assert "K100 unknown key 'colour'" in again.said
    assert "taken away" not in again.said
    assert [name for name in again.files if "boats" in name]
    assert lock.of(read(sources), BEFORE, SMALL).pictures() == frozenset()


def test_a_slip_in_a_kit_that_waits_shows_nothing(sources: Path) -> None:
    hang(sources)
    release = HELD.replace("image: night.jpg\n", "")
    write(sources, "releases/2025-05-09-herring.md", release)
    kit = "---\ntitle: Nets\ndate: 2025-05-10\nreleases: [2025-05-09-herring]\n---\nNets.\n"
    write(sources, "presskits/nets/kit.md", kit)
    write(sources, "presskits/nets/01-x.md", "---\ntitel: X\n---\n![Nets](night.png)\n")
    assert lock.of(read(sources), BEFORE, SMALL).pictures() == {"night.png"}
