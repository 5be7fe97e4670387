from __future__ import annotations

import contextlib
import hashlib
import io
import os
import random
import struct
import subprocess
import sys
import unicodedata
import zlib
from importlib.resources import files
from pathlib import Path, PurePath

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from PIL import Image, ImageChops, ImageCms, ImageDraw, ImageStat, PngImagePlugin

from pipeline import assets, drawings, profiles, rasters
from pipeline.assets import (
    Measured,
    clean,
    load,
    measure,
    pressed,
    resolve,
    scale,
    sniff,
    with_credit,
)
from pipeline.errors import CopyError, Finding, Level, Location
from tests.stopwatch import spent

WHERE = Location(PurePath("sources/news/riga.md"), 4, 8)
ROOT = Path(__file__).parents[1]
BLUE = (18, 58, 107)


def drawn(format: str = "PNG", size: tuple[int, int] = (60, 40), **options: object) -> bytes:
    image = Image.new("RGB", size, BLUE)
    ImageDraw.Draw(image).ellipse((5, 5, size[0] - 5, size[1] - 5), fill=(255, 255, 255))
    return written(image, format, **options)


def written(image: Image.Image, format: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, format, **options)
    return out.getvalue()


def photograph(size: tuple[int, int] = (90, 60)) -> Image.Image:
    shades = Image.radial_gradient("L").resize(size)
    return Image.merge("RGB", (shades, shades.rotate(90, expand=False), shades.rotate(180)))


def opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def saved(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def refusal(action: object, *given: object) -> Finding:
    with pytest.raises(CopyError) as caught:
        action(*given)  # type: ignore[operator]
    (finding,) = caught.value.findings
    return finding


PICTURES = {
    "png": drawn("PNG"),
    "jpeg": drawn("JPEG"),
    "gif": drawn("GIF"),
    "webp": drawn("WEBP"),
    "lossless.webp": drawn("WEBP", lossless=True),
    "progressive.jpeg": drawn("JPEG", progressive=True),
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_measured_by_what_is_in_it(tmp_path: Path, name: str) -> None:
    format = name.rpartition(".")[2]
    content = PICTURES[name]
    assert measure(saved(tmp_path, f"a.{format}", content), WHERE) == Measured(
        width=60,
        height=40,
        format=format,
        digest=hashlib.sha256(content).hexdigest(),
        scaled="jpeg" if format == "jpeg" else "",
    )


def test_what_a_picture_becomes_is_known_before_it_is_made(tmp_path: Path) -> None:
    for mode in ("1", "L", "P", "LA", "RGB", "RGBA"):
        content = written(photograph().convert(mode), "PNG")
        known = measure(saved(tmp_path, "a.png", content), WHERE).scaled
        assert known in ("", sniff(scale(content, 30))), mode
        assert bool(known) == (mode in ("P", "LA", "RGBA")), mode


def test_a_drawing_is_measured_in_css_pixels(tmp_path: Path) -> None:
    drawing = b"<svg xmlns='http://www.w3.org/2000/svg' width='1in' height='12pt'><path/></svg>"
    found = measure(saved(tmp_path, "logo.svg", drawing), WHERE)
    assert (found.width, found.height, found.format) == (96, 16, "svg")


def test_measuring_does_not_wait_for_the_imaging_library() -> None:
    asked = "import sys, pipeline.assets; sys.exit('PIL' in sys.modules)"
    home = Path(assets.__file__).parents[1]
    assert subprocess.run([sys.executable, "-c", asked], cwd=home, check=False).returncode == 0


def test_a_photograph_held_upright_is_measured_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    for format in ("jpeg", "png", "webp"):
        path = saved(tmp_path, f"a.{format}", drawn(format.upper(), exif=exif))
        found = measure(path, WHERE)
        assert (found.width, found.height) == (40, 60)
        assert opened(load(path)).size == (40, 60)


def test_a_photograph_held_upright_stays_as_light_and_a_drawing_exact(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    taken = Image.effect_noise((900, 600), 12).convert("RGB")
    content = written(taken, "WEBP", quality=60, exif=exif)
    assert len(load(saved(tmp_path, "taken.webp", content))) < 3 * len(content)
    exact = written(photograph(), "WEBP", lossless=True, exif=exif)
    shown = opened(load(saved(tmp_path, "drawn.webp", exact)))
    turned = photograph().transpose(Image.Transpose.ROTATE_270)
    assert ImageChops.difference(shown.convert("RGB"), turned).getbbox() is None


def test_a_web_photograph_is_pressed_for_paper_and_nothing_else_is(tmp_path: Path) -> None:
    taken = Image.effect_noise((900, 600), 12).convert("RGB")
    content = written(taken, "WEBP", quality=80)
    assert sniff(pressed(content)) == "jpeg"
    assert len(pressed(content)) < 3 * len(content)
    see_through = written(Image.new("RGBA", (9, 9), (1, 2, 3, 9)), "WEBP", quality=80)
    exact = written(photograph(), "WEBP", lossless=True)
    for other in (see_through, exact, drawn("JPEG"), drawn("PNG"), drawn("GIF")):
        assert pressed(other) is other


# --- names -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "../secret.png",
        "a/../../secret.png",
        "/etc/passwd",
        "//server/share.png",
        "C:/a.png",
        "C:a.png",
        "a\\b.png",
        "",
        ".",
        "a//b.png",
        "a.png\x00.svg",
        "a\n.png",
        "a\u202egnp.exe",
        "\ud800.png",
        "https://example.org/a.png",
    ],
)
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    assert refusal(resolve, tmp_path, name, WHERE).code == "I101"


def test_a_picture_in_a_folder_of_the_folder_is_found(tmp_path: Path) -> None:
    (tmp_path / "maps").mkdir()
    path = saved(tmp_path / "maps", "riga.png", b"")
    assert resolve(tmp_path, "maps/riga.png", WHERE) == path


def test_a_missing_picture_is_guessed_from_its_neighbours(tmp_path: Path) -> None:
    saved(tmp_path, "conference-hall.png", b"")
    for name in ("conference_hall.png", "conference-hall.jpg", "confrence-hall.png"):
        finding = refusal(resolve, tmp_path, name, WHERE)
        assert (finding.code, finding.remedy) == ("I102", "Did you mean 'conference-hall.png'?")
    assert refusal(measure, tmp_path / "conference.png", WHERE).code == "I102"


def test_a_very_long_name_is_a_missing_picture(tmp_path: Path) -> None:
    assert refusal(resolve, tmp_path, "a" * 5000, WHERE).code == "I102"


def test_accents_and_case_are_found_however_they_are_stored(tmp_path: Path) -> None:
    saved(tmp_path, unicodedata.normalize("NFD", "Liège.PNG"), b"")
    assert resolve(tmp_path, unicodedata.normalize("NFC", "liège.png"), WHERE).exists()


def test_of_two_names_that_differ_in_case_only_the_exact_one_is_taken(tmp_path: Path) -> None:
    saved(tmp_path, "a.png", b"")
    saved(tmp_path, "A.png", b"")
    if len(list(tmp_path.iterdir())) == 2:
        assert resolve(tmp_path, "A.png", WHERE).name == "A.png"
        assert refusal(resolve, tmp_path, "a.PNG", WHERE).code == "I102"


def test_no_link_is_followed_to_a_file_or_through_a_folder(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    secret = saved(outside, "secret.png", PICTURES["png"])
    root = tmp_path / "images"
    root.mkdir()
    (root / "link.png").symlink_to(secret)
    (root / "folder").symlink_to(outside)
    (root / "nowhere.png").symlink_to("nowhere")
    for name in ("link.png", "folder/secret.png", "nowhere.png"):
        assert refusal(resolve, root, name, WHERE).code == "I103"
    assert refusal(measure, root / "link.png", WHERE).code == "I103"


def test_a_pipe_a_device_and_a_folder_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    (tmp_path / "folder.png").mkdir()
    for path in (tmp_path / "pipe.png", tmp_path / "folder.png", Path("/dev/zero")):
        assert refusal(measure, path, WHERE).code == "I103"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.png", PICTURES["png"])
    path.chmod(0)
    assert refusal(measure, path, WHERE).code == "I103"


# --- contents ----------------------------------------------------------------------------------


def test_forty_megabytes_are_told_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "huge.png"
    with path.open("wb") as file:
        file.truncate(40_000_000)
    finding = refusal(measure, path, WHERE)
    assert str(finding) == (
        "sources/news/riga.md:4:8: error I104 "
        "'huge.png' weighs 40.0 MB; a picture may weigh 8 MB\n"
        "    Save it about 2,400 pixels wide, as JPEG for a photograph or PNG for a drawing"
    )


def test_a_picture_of_a_hundred_megapixels_is_refused_by_its_header(tmp_path: Path) -> None:
    bomb = written(Image.new("1", (13300, 13300)), "PNG")
    finding = refusal(measure, saved(tmp_path, "bomb.png", bomb), WHERE)
    assert finding.code == "I104"
    assert "13,300 × 13,300 pixels" in finding.message


def test_a_frame_larger_than_its_screen_counts(tmp_path: Path) -> None:
    gif = bytearray(PICTURES["gif"])
    frame = gif.index(b",", 13 + 3 * 2 ** ((gif[10] & 7) + 1))
    gif[frame + 5 : frame + 9] = struct.pack("<HH", 60000, 60000)
    assert refusal(measure, saved(tmp_path, "a.gif", bytes(gif)), WHERE).code == "I104"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "an empty file"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", "an EPS file"),
        (b"\xc5\xd0\xd3\xc6\x00", "an EPS file"),
        (b"%PDF-1.7", "a PDF"),
        (b"II*\x00", "a TIFF picture"),
        (b"\x00\x00\x00\x18ftypheic", "a HEIC picture or a film"),
        (b"\x00\x00\x00\x18ftypavif", "an AVIF picture"),
        (b"<!DOCTYPE html><html>", "a web page"),
        (b"version https://git-lfs.github.com/spec/v1\n", "a Git LFS pointer"),
        (b"PK\x03\x04", "a ZIP or an Office document"),
        (b"hello", "not a picture that can be read"),
        (b"\x89PNG\r\n", "not a picture that can be read"),
    ],
)
def test_what_is_no_picture_is_called_by_its_name(
    tmp_path: Path, content: bytes, kind: str
) -> None:
    finding = refusal(measure, saved(tmp_path, "a.png", content), WHERE)
    assert finding.code == "I105"
    assert f"is {kind}" in finding.message


def test_an_animation_without_its_canvas_is_damaged(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (30, 20), shade) for shade in ("red", "blue")]
    buffer = io.BytesIO()
    frames[0].save(buffer, "WEBP", save_all=True, append_images=frames[1:])
    torn = buffer.getvalue().replace(b"VP8X", b"VP\xffX")
    for read in (measure, load):
        assert refusal(read, saved(tmp_path, "a.webp", torn), WHERE).code == "I106"


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_that_ends_too_early_is_refused(tmp_path: Path, name: str) -> None:
    content = PICTURES[name]
    for end in (16, len(content) // 3, len(content) * 2 // 3, len(content) - 3):
        path = saved(tmp_path, "a", content[:end])
        assert refusal(load, path, WHERE).code == "I106"
        assert refusal(measure, path, WHERE).code == "I106"


def test_what_pillow_thinks_of_notes_in_a_picture_is_not_told(
    recwarn: pytest.WarningsRecorder, tmp_path: Path
) -> None:
    image = io.BytesIO()
    Image.new("RGB", (60, 40), "red").save(image, "PNG", exif=b"MM\0*\0\0\0\x08" + b"\xff" * 99)
    (tmp_path / "a.png").write_bytes(image.getvalue())
    assert measure(tmp_path / "a.png", WHERE).width == 60
    assert sniff(scale(image.getvalue(), 30)) == "png"
    assert list(recwarn) == []


def test_a_picture_whose_pixels_are_damaged_is_refused_before_it_is_printed(tmp_path: Path) -> None:
    header = PICTURES["png"][:33]
    noise = rasters.png_chunk(b"IDAT", b"noise") + rasters.png_chunk(b"IEND", b"")
    path = saved(tmp_path, "a.png", header + noise)
    assert measure(path, WHERE).width == 60
    assert refusal(load, path, WHERE).code == "I106"


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "I;16"])
@pytest.mark.parametrize("size", [(1, 1), (5, 3), (60, 40), (61, 7)])
def test_a_png_without_its_last_row_is_refused_before_it_is_printed(
    tmp_path: Path, mode: str, size: tuple[int, int]
) -> None:
    buffer = io.BytesIO()
    Image.new(mode, size).save(buffer, "PNG")
    content = buffer.getvalue()
    assert load(saved(tmp_path, "whole.png", content), WHERE)
    at = content.index(b"IDAT") - 4
    packed = content[at + 8 : at + 8 + int.from_bytes(content[at : at + 4], "big")]
    rows = zlib.decompress(packed)
    for end in (len(rows) - 1, len(rows) // 2):
        short = rasters.png_chunk(b"IDAT", zlib.compress(rows[:end]))
        torn = content[:at] + short + rasters.png_chunk(b"IEND", b"")
        path = saved(tmp_path, "torn.png", torn)
        assert refusal(load, path, WHERE).message == "'torn.png' is damaged or incomplete"


def test_an_interlaced_png_has_as_many_bytes_as_its_passes(tmp_path: Path) -> None:
    for width, height in ((1, 1), (3, 5), (8, 8), (9, 17), (60, 40)):
        passes = [(a, b, c, d) for a, b, c, d in rasters.ADAM7 if width > a and height > c]
        rows = b"".join(
            (b"\0" + b"\x55" * (3 * -(-(width - a) // b))) * -(-(height - c) // d)
            for a, b, c, d in passes
        )
        head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 1)
        for end in (len(rows), len(rows) - 1):
            content = rasters.PNG_START + rasters.png_chunk(b"IHDR", head)
            content += rasters.png_chunk(b"IDAT", zlib.compress(rows[:end]))
            content += rasters.png_chunk(b"IEND", b"")
            assert rasters.lacks_rows(content, "png") == (end < len(rows))
            with Image.open(io.BytesIO(content)) as image:
                assert image.size == (width, height)


def test_a_changed_byte_is_noticed(tmp_path: Path) -> None:
    content = bytearray(PICTURES["png"])
    content[content.index(b"IDAT") + 12] ^= 1
    assert refusal(measure, saved(tmp_path, "a.png", bytes(content)), WHERE).code == "I106"


def test_an_animation_is_usable_with_a_warning(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (60, 40), colour) for colour in ("red", "blue")]
    for format in ("GIF", "WEBP", "PNG"):
        content = written(frames[0], format, save_all=True, append_images=frames[1:])
        (warning,) = measure(saved(tmp_path, f"a.{format.lower()}", content), WHERE).findings
        assert (warning.code, warning.level) == ("I108", Level.WARNING)


def test_a_picture_under_a_wrong_suffix_is_usable_with_a_warning(tmp_path: Path) -> None:
    (warning,) = measure(saved(tmp_path, "a.png", PICTURES["jpeg"]), WHERE).findings
    assert (warning.code, warning.remedy) == ("I109", "Rename it to 'a.jpg'")


@settings(
    max_examples=150,
    deadline=2000,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    name=some.sampled_from(sorted(PICTURES)),
    changes=some.lists(
        some.tuples(some.integers(0, 900), some.integers(0, 255), some.integers(0, 3)),
        min_size=1,
        max_size=12,
    ),
)
def test_a_mutated_picture_is_used_or_refused_and_nothing_else(
    tmp_path: Path, name: str, changes: list[tuple[int, int, int]]
) -> None:
    content = bytearray(PICTURES[name])
    for at, byte, kind in changes:
        at %= len(content)
        if kind == 0:
            content[at:at] = bytes([byte])
        elif kind == 1 and len(content) > 20:
            del content[at : at + byte % 9]
        else:
            content[at] = byte
    path = saved(tmp_path, "a", bytes(content))
    for action in (measure, load):
        with contextlib.suppress(CopyError):
            action(path, WHERE)


# --- metadata ----------------------------------------------------------------------------------


def told() -> dict[str, bytes]:
    exif = Image.Exif()
    exif[0x010F] = "SECRET CAMERA"
    exif.get_ifd(0x8825)[1] = "N"
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", "SECRET PLACE")
    notes.add_itxt("XML:com.adobe.xmp", "SECRET AUTHOR")
    return {
        "png": drawn("PNG", pnginfo=notes, exif=exif) + b"SECRET TAIL",
        "jpeg": drawn("JPEG", exif=exif, comment=b"SECRET COMMENT", xmp=b"SECRET") + b"SECRET",
        "gif": drawn("GIF", comment=b"SECRET COMMENT") + b"SECRET TAIL",
        "webp": drawn("WEBP", exif=exif, xmp=b"SECRET AUTHOR"),
    }


@pytest.mark.parametrize("format", ["png", "jpeg", "gif", "webp"])
def test_place_camera_author_and_comment_stay_here(tmp_path: Path, format: str) -> None:
    content = told()[format]
    assert b"SECRET" in content
    cleaned = load(saved(tmp_path, f"a.{format}", content))
    assert b"SECRET" not in cleaned
    assert opened(cleaned).convert("RGB").tobytes() == opened(content).convert("RGB").tobytes()
    assert clean(cleaned, format) == cleaned


def test_a_picture_without_metadata_keeps_its_bytes() -> None:
    for name, content in PICTURES.items():
        assert clean(content, name.rpartition(".")[2]) == content


def telling() -> dict[str, bytes]:
    """Profiles of a screen and of a press, with words of somebody's own."""
    screen = (files("weasyprint.pdf") / "sRGB2014.icc").read_bytes()
    late = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    press = (ROOT / "templates/_shared/press/FOGRA39L_coated.icc").read_bytes()
    return {
        "RGB": screen.replace(b"IEC 61966", b"SECRET 61"),
        "RGBA": late.replace("sRGB".encode("utf-16-be"), "SECR".encode("utf-16-be")),
        "CMYK": press.replace(b"Offset", b"SECRET"),
    }


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "CMYK"])
def test_a_profile_turns_colours_and_says_nothing(mode: str) -> None:
    profile = telling()[mode]
    bare = profiles.bare(profile)
    for text in ("SECR", "Copyright", "International", "LittleCMS"):
        assert text.encode() not in bare
        assert text.encode("utf-16-be") not in bare
    assert profiles.bare(bare) == bare
    assert ImageCms.ImageCmsProfile(io.BytesIO(bare)).profile.profile_description == "colours"
    photo = photograph((90, 60)).convert("RGB" if mode == "RGBA" else mode)
    for format in ("JPEG",) if mode == "CMYK" else ("JPEG", "PNG", "WEBP"):
        typed = written(photo, format, icc_profile=profile)
        kept = clean(typed, format.lower())
        assert opened(kept).info["icc_profile"] == bare
        assert clean(kept, format.lower()) == kept
        assert scale(kept, 45) == scale(typed, 45)


def test_a_letter_in_the_place_of_a_profile_goes() -> None:
    screen = telling()["RGB"]
    for profile in (b"SECRET" * 40, screen[:400], screen + b"SECRET" * 700_000):
        for format in ("JPEG", "PNG", "WEBP"):
            typed = written(photograph((90, 60)), format, icc_profile=profile)
            kept = clean(typed, format.lower())
            assert "icc_profile" not in opened(kept).info
            assert b"SECRET" not in kept
            assert clean(kept, format.lower()) == kept


def test_what_stands_behind_the_words_of_a_segment_goes() -> None:
    jpeg = written(photograph((90, 60)), "JPEG")
    end = 4 + int.from_bytes(jpeg[4:6], "big")
    small = jpeg[:4] + (16 + 8).to_bytes(2, "big") + jpeg[6:end] + b"a SECRET"
    for more in (b"\xff\xf4\x00\x08SECRET", b"\xff\x42\x00\x08SECRET"):
        kept = clean(small + more + jpeg[end:], "jpeg")
        assert b"SECRET" not in kept
        assert kept == jpeg


def test_credit_licence_and_caption_travel_inside_the_picture() -> None:
    for format in ("png", "jpeg"):
        words = ("Ana & Zoë <studio>", "CC-BY-4.0", "The hall\x00 “before”")
        credited = with_credit(told()[format], *words)
        packet = opened(credited).info["xmp" if format == "jpeg" else "XML:com.adobe.xmp"]
        text = packet.decode() if isinstance(packet, bytes) else packet
        assert "<photoshop:Credit>Ana &amp; Zoë &lt;studio&gt;</photoshop:Credit>" in text
        assert "CC-BY-4.0" in text
        assert ">The hall “before”<" in text
        assert b"SECRET" not in credited
        assert with_credit(credited, *words) == credited
        assert clean(credited, format) == clean(told()[format], format)


def test_a_caption_too_long_for_a_jpeg_segment_is_cut_and_not_fatal() -> None:
    credited = with_credit(PICTURES["jpeg"], "a", "b", "é" * 100_000)
    assert opened(credited).size == (60, 40)


def test_a_drawing_or_an_animation_carries_no_packet() -> None:
    assert with_credit(PICTURES["gif"], "a", "b", "c") == PICTURES["gif"]


# --- sizes -------------------------------------------------------------------------------------


def test_a_flat_picture_stays_a_png_in_its_own_colours() -> None:
    colours = [BLUE, (196, 65, 26), (255, 255, 255), (250, 225, 214), (220, 229, 240)]
    image = Image.new("RGB", (600, 400), colours[0])
    for at, colour in enumerate(colours):
        ImageDraw.Draw(image).ellipse((at * 110, 50, at * 110 + 150, 300), fill=colour)
    flat = written(image.quantize(16), "PNG")
    smaller = scale(flat, 300)
    assert (sniff(smaller), opened(smaller).size) == ("png", (300, 200))
    counted = opened(smaller).convert("RGB").getcolors(60_000) or []
    assert {colour for _, colour in sorted(counted)[-5:]} == set(colours)
    assert scale(flat, 300) == smaller


def test_a_photograph_becomes_a_jpeg() -> None:
    photo = photograph((600, 400))
    for format in ("PNG", "JPEG", "WEBP"):
        smaller = scale(written(photo, format), 300)
        assert (sniff(smaller), opened(smaller).size) == ("jpeg", (300, 200))


def test_a_picture_small_enough_keeps_its_pixels() -> None:
    assert scale(PICTURES["png"], 600) == PICTURES["png"]
    assert scale(PICTURES["jpeg"], 600) == PICTURES["jpeg"]
    assert sniff(scale(PICTURES["webp"], 600)) in ("png", "jpeg")


def test_a_photograph_of_gravel_is_made_like_any_other() -> None:
    # No two pixels alike: a JPEG of it has more bytes than Pillow thinks that one can have.
    gravel = Image.frombytes("RGB", (400, 400), random.Random(1).randbytes(480_000))
    for mode, form in (("RGB", "PNG"), ("CMYK", "JPEG")):
        content = io.BytesIO()
        gravel.convert(mode).save(content, form)
        made = scale(content.getvalue(), 380)
        assert sniff(made) == "jpeg"
        assert Image.open(io.BytesIO(made)).size == (380, 380)


def test_a_heavy_photograph_is_made_lighter_even_if_it_is_narrow() -> None:
    grain = Image.effect_noise((300, 200), 12).convert("RGB")
    photo = Image.blend(photograph((300, 200)), grain, 0.3)
    heavy = written(photo, "JPEG", quality=100, subsampling=0)
    lighter = scale(heavy, 600)
    assert (sniff(lighter), opened(lighter).size) == ("jpeg", (300, 200))
    assert len(lighter) < 0.6 * len(heavy)
    changed = ImageStat.Stat(ImageChops.difference(opened(lighter), opened(heavy))).mean
    assert max(changed) < 3
    assert scale(lighter, 600) == lighter
    light = written(photo, "JPEG", quality=85)
    assert scale(light, 600) == light


def test_what_can_be_seen_through_stays_so() -> None:
    image = Image.new("RGBA", (600, 400), (*BLUE, 0))
    smaller = opened(scale(written(image, "PNG"), 300))
    assert smaller.convert("RGBA").getpixel((0, 0))[3] == 0  # type: ignore[index]


def test_print_colours_become_screen_colours() -> None:
    cmyk = photograph((600, 400)).convert("CMYK")
    assert opened(scale(written(cmyk, "JPEG"), 300)).mode == "RGB"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    tagged = written(photograph((600, 400)), "JPEG", icc_profile=profile)
    assert "icc_profile" not in opened(scale(tagged, 300)).info


def test_scaling_keeps_nothing_that_was_told() -> None:
    for content in told().values():
        assert b"SECRET" not in scale(content, 30)


# --- drawings ----------------------------------------------------------------------------------


def drawing(inside: str, outside: str = "") -> bytes:
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'{outside}<svg {names} viewBox="0 0 30 20">{inside}</svg>'.encode()


PUBLIC = """<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"
  "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">"""
LAUGHS = '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (drawing("<script>alert(1)</script>"), "<script>"),
        (drawing("<foreignObject><p/></foreignObject>"), "<foreignObject>"),
        (drawing('<image href="file:///etc/passwd"/>'), "<image>"),
        (drawing('<use href="https://example.org/a.svg#a"/>'), "points outside"),
        (drawing('<use xlink:href="other.svg#a"/>'), "points outside"),
        (drawing('<rect onclick="alert(1)"/>'), "script attribute"),
        (drawing('<rect fill="url(https://example.org/a)"/>'), "from elsewhere"),
        (drawing("<rect style=\"fill:url( 'http://example.org/a' )\"/>"), "from elsewhere"),
        (drawing('<rect style="fill:u\\72l(//example.org/a)"/>'), "from elsewhere"),
        (drawing("<style>@import 'a.css';</style>"), "from elsewhere"),
        (drawing("<style>a{fill:ur<!-- -->l(b)}</style>"), "from elsewhere"),
        (drawing("<style>a{fill:<![CDATA[url]]>(b)}</style>"), "from elsewhere"),
        (drawing("<animate attributeName='href'/>"), "<animate>"),
        (drawing('<a href="javascript:alert(1)"><rect/></a>'), "<a>"),
        (drawing('<h:b xmlns:h="http://www.w3.org/1999/xhtml"/>'), "<b>"),
        (drawing("", LAUGHS), "DOCTYPE"),
        (drawing("<text>10&euro;</text>", PUBLIC), "&euro;"),
        (drawing("", '<?xml-stylesheet href="a.css"?>'), "style sheet"),
        (drawing("<g>" * 60 + "</g>" * 60), "nested more than 50"),
        (drawing("<g/>" * 20_001), "more than 20,000 elements"),
        (drawing(" " * 1_000_001), "weighs 1.0 MB"),
        (drawing("<g>"), "is not whole"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "how large it is"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' width='0' height='1'/>", "how large it is"),
        (b"<a><svg/></a>", "not an SVG drawing"),
    ],
)
def test_a_drawing_that_could_do_more_than_be_drawn_is_refused(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    path = saved(tmp_path, "a.svg", content)
    with pytest.raises(CopyError) as caught:
        measure(path, WHERE)
    assert {finding.code for finding in caught.value.findings} == {"I107"}
    assert reason in str(caught.value)


def test_a_drawing_may_name_the_document_type_of_svg_which_is_not_fetched(tmp_path: Path) -> None:
    exported = drawing("<style>*{stroke-linecap:butt}</style><text>A</text>", PUBLIC)
    assert load(saved(tmp_path, "a.svg", exported), WHERE) == drawings.bare(exported)
    assert b"DOCTYPE" not in drawings.bare(exported)


@pytest.mark.parametrize(
    "inside", ["<g/>" * 20_001, "<text>A</text>" * 2_001, " " * 1_000_000, "<g/>" + "a" * 999_900]
)
def test_a_drawing_of_too_much_is_to_be_simplified(inside: str) -> None:
    (found,) = assets.check_svg(drawing(f"<text>{inside}</text>"), WHERE)
    assert "Simplify it" in found.remedy
    (found,) = assets.check_svg(drawing("<script/>"), WHERE)
    assert "plain SVG" in found.remedy


def test_a_drawing_that_repeats_itself_a_milliard_times_is_refused(tmp_path: Path) -> None:
    tens = "".join(
        f'<g id="g{level}">' + f'<use href="#g{level - 1}"/>' * 10 + "</g>"
        for level in range(1, 10)
    )
    bomb = drawing(f'<defs><rect id="g0"/>{tens}</defs><use href="#g9"/>')
    assert "repeats itself" in refusal(measure, saved(tmp_path, "a.svg", bomb), WHERE).message
    circle = drawing('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>')
    assert "repeats itself" in refusal(measure, saved(tmp_path, "b.svg", circle), WHERE).message


def test_what_a_drawing_program_leaves_behind_is_taken_out(tmp_path: Path) -> None:
    exported = drawing(
        '<metadata><r:RDF xmlns:r="r">SECRET</r:RDF></metadata><!-- SECRET -->'
        '<i:view xmlns:i="http://www.inkscape.org/" i:x="SECRET"><rect/></i:view>'
        '<g id="a" data-name="SECRET"><title>SECRET</title><desc>SECRET</desc>'
        '<path d="M0 0h9"/></g>'
        '<use xlink:href="#a" fill="url(#b)" style="fill: url( \'#b\' )"/>'
        "<style>.a{fill:#123a6b}</style>"
    )
    cleaned = load(saved(tmp_path, "a.svg", exported))
    assert cleaned.decode() == (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        ' viewBox="0 0 30 20"><g id="a"><path d="M0 0h9"></path></g>'
        '<use xlink:href="#a" fill="url(#b)" style="fill: url( \'#b\' )"></use>'
        "<style>.a{fill:#123a6b}</style></svg>"
    )
    assert clean(cleaned, "svg") == cleaned


def test_what_others_would_have_from_an_element_by_mistake_is_taken_out() -> None:
    cleaned = drawings.bare(
        drawing('<g d="M0 0h9" points="1,1 2,2"><path/></g><path style="a:b;/* d:M0 */fill:red"/>')
    )
    assert b'<g><path></path></g><path style="a:b; fill:red"></path>' in cleaned


@pytest.mark.parametrize(
    "inside",
    [
        # As Matplotlib hatches and Illustrator and Inkscape lay out their drawings.
        '<pattern id="h" width="9" height="9"><path d="M0 0h9"/><path d="M0 0v9"/></pattern>'
        '<path id="a" d="M0 0h9v9z"/><g clip-path="url(#c)">'
        + '<use href="#a" style="fill: url(#h); stroke: #000"/>' * 2_000
        + "</g>",
        (
            "<style>.a{clip-path:url(#c);} .b{fill:url(#g);}</style>"
            '<clipPath id="c"><rect/></clipPath>'
            '<linearGradient id="g"><stop/><stop offset="1"/></linearGradient>'
            f'<g class="a b"><g class="a">{"<path/>" * 9_000}</g></g>'
        ),
        f'<g opacity=".9"><g opacity=".9">{"<g><path/></g>" * 9_000}</g></g>',
        f'<path id="g" d="{"M1 1q2 2 3 3" * 9}z"/>{"""<use href="#g"/>""" * 3_000}',
        f'<path d="M0 0{"-1.5,2.25 " * 40_000}"/>',
        (
            '<path transform="translate(1,2) rotate(30, 1 1)" d="M0 0"/><g transform="none"/>'
            '<g style="transform: translateX(9px)"/>'
        ),
    ],
)
def test_what_drawing_programs_write_is_not_too_much(inside: str) -> None:
    assert drawings.faults(drawing(inside)) == ()


CLASSES = [f"a{number}" for number in range(40_000)]


@pytest.mark.parametrize(
    "inside",
    [
        f'<path style="{"fill:url(#p);" * 60_000}"/>',
        (
            f"<style>{','.join(f'.{name}' for name in CLASSES)}{{fill:url(#p)}}</style>"
            f'<pattern id="p"/><g class="{" ".join(CLASSES)}">{"""<use href="#g"/>""" * 9_000}</g>'
        ),
    ],
)
def test_the_heaviest_drawing_is_read_at_once(inside: str) -> None:
    assert spent(lambda: drawings.read(drawing(f'<g id="g"/>{inside}')), 2) < 2


@pytest.mark.parametrize(
    "inside",
    [
        '<g style="display:none"><text>SECRET<tspan>SECRET</tspan></text></g>',
        '<g display="none"><g><text>SECRET</text></g></g>',
        '<text visibility="hidden">SECRET</text>',
        '<text style="visibility : collapse ; fill:red">SECRET</text>',
        '<g opacity="0"><text visibility="visible">SECRET</text></g>',
        '<text style="opacity:0.0">SECRET</text>',
        '<style>.st0{display:none;}</style><text class="x st0">SECRET</text>',
        '<style>.a, .b{opacity:0}</style><g class="b"><text>SECRET</text></g>',
        "<style>/* SECRET */ .a{fill:red} /* SECRET </style>",
        '<rect aria-label="SECRET"/>',
    ],
)
def test_words_that_a_drawing_does_not_show_are_taken_out(inside: str) -> None:
    cleaned = drawings.bare(drawing(f"{inside}<text>shown</text>"))
    assert b"SECRET" not in cleaned
    assert b">shown<" in cleaned
    assert drawings.bare(cleaned) == cleaned


def test_words_that_it_shows_stay() -> None:
    for inside in (
        '<g visibility="hidden"><text visibility="visible">shown</text></g>',
        '<text opacity="0.5" display="inline" style="fill-opacity:0;opacity:.05">shown</text>',
        '<style>.a{display:block} text.b{stroke-opacity:0}</style><text class="a b">shown</text>',
    ):
        assert b">shown<" in drawings.bare(drawing(inside))


@pytest.mark.parametrize("opening", ["\ufeff", '<?xml version="1.0"?>\n', "<!-- a -->\n"])
def test_a_drawing_is_known_however_it_begins(opening: str) -> None:
    assert sniff(opening.encode() + drawing("")) == "svg"


@settings(max_examples=100, deadline=2000, derandomize=True)
@given(content=some.binary(max_size=300))
def test_any_bytes_after_the_opening_of_a_drawing_are_survived(content: bytes) -> None:
    for opening in (b"<svg ", b"<svg viewBox='0 0 1 1'>", b"<svg viewBox='0 0 1 1'><style>"):
        found = assets.check_svg(opening + content, WHERE)
        if not found:
            cleaned = clean(opening + content, "svg")
            assert clean(cleaned, "svg") == cleaned


def test_a_damaged_note_beside_the_pixels_does_no_harm(tmp_path: Path) -> None:
    note = b"tEXtComment\x00odd"
    chunk = struct.pack(">I", 11) + note + struct.pack(">I", zlib.crc32(note) ^ 1)
    content = PICTURES["png"][:33] + chunk + PICTURES["png"][33:]
    assert measure(saved(tmp_path, "a.png", content), WHERE).width == 60


def test_a_torn_picture_is_refused_after_the_pdf_engine_was_loaded(tmp_path):
    import weasyprint  # noqa: F401

    path = saved(tmp_path, "a.png", PICTURES["png"][:33] + rasters.png_chunk(b"IDAT", b"noise"))
    assert refusal(load, path, WHERE).code == "I106"


GRADIENT = '<linearGradient id="g"><stop offset="0"/><stop offset="1"/></linearGradient>'
RULES = ".a{fill:none}.b{clip-path:url(#c)}.d{fill:url(#g)}path{stroke:url(#g)}"
MATPLOTLIB = "*{stroke-linejoin: round; stroke-linecap: butt}"
EXPORTED = {
    "a chart of matplotlib": f"<metadata/><defs><style>{MATPLOTLIB}</style></defs>"
    '<defs><path id="m"/></defs>' + '<use xlink:href="#m" x="1" style="fill: #246"/>' * 5000,
    "a slide of LibreOffice": '<defs><font id="f"><font-face/><missing-glyph d="M0 0"/>'
    '<glyph unicode="a" d="M0 0"/></font></defs><text font-family="Calibri embedded">A</text>',
    "an illustration": f"<style>{RULES}</style>{GRADIENT}"
    '<clipPath id="c"><rect class="a"/></clipPath>'
    + f'<g class="b"><path class="d" d="{"M1 1L2 2" * 50}"/></g>'
    * 300,
    "a painting": GRADIENT + '<path fill="url(#g)" d="M1 1L2 2"/>' * 15_000,
    "a diagram": '<marker id="m"><path d="M0 0L1 1"/></marker>'
    + '<path marker-end="url(#m)" d="M1 1L2 2L3 3"/>' * 500,
    "a map": '<symbol id="s"><path/><path/></symbol>' + '<use href="#s"/>' * 3000,
}


@pytest.mark.parametrize("name", EXPORTED)
def test_what_drawing_programs_export_may_be_drawn(name):
    space = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    space += ' width="9" height="9"'
    assert assets.check_svg(f"{PUBLIC}<svg {space}>{EXPORTED[name]}</svg>".encode(), WHERE) == ()
