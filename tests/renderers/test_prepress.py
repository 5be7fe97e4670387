"""Files for the press: PDF/X-4, black type in black ink, no more ink than the paper takes."""

from __future__ import annotations

import dataclasses
import io
import re
import subprocess
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from pipeline.errors import DeclarationError
from pipeline.renderers import pdf
from pipeline.renderers.inks import Inks
from pipeline.renderers.job import PROFILES
from tests import press_rules
from tests.books import MM
from tests.judges import ghostscript, needs, qpdf
from tests.renderers.paper_jobs import SPECIMEN, job, opened, page, picture

ROOT = Path(__file__).parent.parent.parent
PROFILE = (ROOT / "templates/_shared/press/FOGRA39L_coated.icc").read_bytes()
COATED = f"{PROFILES}coated.icc"
SHEET = "@page { size: A5; margin: 15mm; bleed: 3mm; marks: crop }"
COLOURFUL = """
body { color: #1b1f24 } h1 { color: #123a6b; background: #000; color: #fff }
.shade { height: 20mm; background: linear-gradient(red, #00f 40%, rgba(0, 255, 0, .3)) }
.ring { height: 20mm; background: radial-gradient(#123a6b, white) }
.faint { opacity: .4; color: #c4411a } .light { background: #000; color: #fffffe }
"""
DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40"><defs>
<linearGradient id="a"><stop offset="0" stop-color="#f00"/>
<stop offset="1" stop-color="#00f" stop-opacity=".2"/></linearGradient></defs>
<rect width="80" height="30" fill="url(#a)" stroke="#0f0"/>
<g opacity=".5"><circle r="9" cx="20" cy="20" fill="#808"/></g>
<text x="4" y="20" fill="#123456">Words</text></svg>"""
NAMES = ("photograph.jpg", "flat.png", "see-through.png", "grey.png")
IMAGES = {f"https://build.invalid/images/{name}": name for name in NAMES}


def photograph() -> Image.Image:
    """Every colour there is, black among them."""
    ramp = Image.linear_gradient("L")
    return Image.merge("RGB", (ramp, ramp.rotate(90), ramp)).resize((128, 128))


def assets() -> dict[str, bytes]:
    jpeg = io.BytesIO()
    photograph().save(jpeg, "JPEG", quality=90)
    modes = {"flat.png": "RGB", "see-through.png": "RGBA", "grey.png": "L"}
    shown = {name: picture(mode) for name, mode in modes.items()}
    shown["photograph.jpg"] = jpeg.getvalue()
    return {COATED: PROFILE} | {url: shown[name] for url, name in IMAGES.items()}


def printed(body: str, style: str = SHEET, **options: object) -> bytes:
    wishes = {"variant": "print", "output_intent": "coated.icc", "condition": "FOGRA39"}
    return pdf.render(job(page(body, style), assets=assets(), **{**wishes, **options}))


@pytest.fixture(scope="module")
def colourful() -> bytes:
    shown = "".join(f'<img src="{url}" alt="A square">' for url in IMAGES)
    body = f"""<h1>White on black</h1><p>Black words.</p><p class="faint">Faint</p>{DRAWING}
    <p class="light">Light</p><div class="shade"></div><div class="ring"></div>{shown}"""
    return printed(body, SHEET + COLOURFUL)


def walk(made: bytes) -> press_rules.Walk:
    with opened(made) as file:
        return press_rules.walked(file)


def test_a_file_for_the_press_keeps_the_rules_of_pdf_x_4(colourful: bytes, tmp_path: Path) -> None:
    assert press_rules.faults(colourful) == []
    path = tmp_path / "print.pdf"
    path.write_bytes(colourful)
    judged = subprocess.run([needs(qpdf), "--check", path], capture_output=True, text=True)
    assert judged.returncode == 0, judged.stdout + judged.stderr


def test_the_rules_find_what_a_press_cannot_print() -> None:
    plain = pdf.render(job(page("<p style='color: red'>Hello", SHEET), variant="print"))
    told = press_rules.faults(plain)
    assert "the operator rg" in told
    assert "0 output intents" in told
    assert "XMP GTS_PDFXVersion is None" in told


def test_everything_that_is_painted_is_painted_with_inks(colourful: bytes) -> None:
    with opened(colourful) as file:
        assert not any(b"DeviceRGB" in thing.unparse() for thing in file.objects)
        spaces = sorted(press_rules.walked(file).pictures)
    # The mask of a picture is no picture of its own.
    assert spaces == ["/DeviceCMYK"] * 3 + ["/DeviceGray"]


def test_black_type_is_of_black_ink_and_prints_over_what_is_below(colourful: bytes) -> None:
    met = walk(colourful)
    assert (0, 0, 0, 1) in met.types
    assert met.over == {(0, 0, 0, 1)}, "white that printed over black would vanish"
    assert (0, 0, 0, 0) in met.types
    assert not met.faults


@pytest.mark.parametrize("words", ["black", "#1b1f24", "#222", "rgb(10 14 22)"])
def test_what_is_nearly_black_is_solid_black(words: str) -> None:
    assert walk(printed(f'<p style="color: {words}">Words')).types == {(0, 0, 0, 1)}


def test_greys_are_tints_of_black_and_colours_are_mixed() -> None:
    inks = Inks(PROFILE, 3.0)
    assert inks.mixed(1, 1, 1) == (0, 0, 0, 0)
    for grey in ((0.5, 0.5, 0.5), (0.29, 0.32, 0.37), (0.79, 0.81, 0.84)):
        *colours, black = inks.mixed(*grey)
        assert colours == [0, 0, 0]
        assert 0.2 < black < 0.9
    cyan, magenta, yellow, black = inks.mixed(0.07, 0.23, 0.42)
    assert cyan > magenta > black > yellow == 0


def test_colours_look_on_paper_as_they_did_on_the_screen() -> None:
    """The profile, asked the other way round, gives the colour that was meant."""
    from PIL import ImageCms

    made = Inks(PROFILE, 3.0)
    profile = ImageCms.ImageCmsProfile(io.BytesIO(PROFILE))
    proof = ImageCms.buildTransform(profile, ImageCms.createProfile("sRGB"), "CMYK", "RGB",
                                    renderingIntent=1, flags=0x2000)  # fmt: skip
    for colour in ((18, 58, 107), (160, 60, 50), (120, 140, 90), (190, 170, 210)):
        inks = made.mixed(*(part / 255 for part in colour))
        swatch = Image.new("CMYK", (1, 1), tuple(round(part * 255) for part in inks))
        seen = ImageCms.applyTransform(swatch, proof)
        assert seen is not None
        assert seen.getpixel((0, 0)) == pytest.approx(colour, abs=12)


def test_where_type_is_to_be_black_its_colours_are_tints_of_black() -> None:
    body = '<p style="color: #c4411a; background: #c4411a">Hid<b style="color: #fff">den</b></p>'
    met = walk(printed(body, type_inks="black"))
    assert all(inks[:3] == (0, 0, 0) for inks in met.types)
    assert (0, 0, 0, 0) in met.types
    assert any(inks[1] > 0.5 for inks in met.fills), "the field keeps its colour"


@pytest.mark.parametrize("limit", [300, 240])
def test_no_place_has_more_ink_than_the_paper_takes(limit: int) -> None:
    body = "".join(f'<img src="{url}" alt="A square">' for url in IMAGES)
    body += '<p style="background: #000a00; color: #00000c">Dark</p>'
    met = walk(printed(body, ink_limit=limit))
    assert 150 < met.heaviest <= limit + 2


def test_a_photograph_is_still_the_same_photograph() -> None:
    style = "@page { size: 128px 128px; margin: 0 } body { margin: 0 } img { display: block }"
    url = next(iter(IMAGES))
    made = printed(f'<img src="{url}" alt="Colours">', style)
    with opened(made) as file:
        (found,) = (thing for thing in file.objects if isinstance(thing, pikepdf.Stream)
                    and thing.get("/Subtype") == "/Image")  # fmt: skip
        assert [int(part) for part in found.Decode] == [1, 0] * 4
    seen = pypdfium2.PdfDocument(made)[0].render(scale=96 / 72).to_pil().convert("L")
    wanted = photograph().convert("L")
    for place in ((4, 124), (64, 64), (124, 4), (30, 90)):
        assert abs(seen.getpixel(place) - wanted.getpixel(place)) < 60, place


@pytest.mark.parametrize("marks", ["none", "crop", "crop cross"])
def test_the_boxes_are_exact_and_marks_stand_outside_the_bleed(marks: str) -> None:
    style = f"@page {{ size: 148mm 210mm; bleed: 3mm; marks: {marks}; background: #123a6b }}"
    with opened(printed("<p>Hello", style)) as file:
        sheet = file.pages[0]
        trim, bleed = sheet.trimbox, sheet.bleedbox
        size = [float(trim[n + 2] - trim[n]) / MM for n in (0, 1)]
        assert size == pytest.approx([148, 210], abs=0.01)
        grown = [float(b - t) / MM for t, b in zip(trim, bleed, strict=True)]
        assert grown == pytest.approx([-3, -3, 3, 3], abs=0.01)
        first = sheet.Contents[0].read_bytes()
    drawn = re.findall(rb"([-\d.]+) ([-\d.]+) [ml]\n", first)
    assert bool(drawn) == (marks != "none")
    left, bottom, right, top = map(float, bleed)
    for x, y in ((float(x), float(y)) for x, y in drawn):
        assert not (left < x < right and bottom < y < top), (x, y)


def test_an_outside_judge_finds_black_ink_alone_on_pages_of_type(tmp_path: Path) -> None:
    path = tmp_path / "print.pdf"
    body = '<p>Words</p><p style="color: #4a5260">Quiet</p><h1>Colour</h1>'
    path.write_bytes(printed(body, SHEET + "h1 { break-before: page; color: #c4411a }"))
    command = [needs(ghostscript), "-q", "-o", "-", "-sDEVICE=inkcov", path]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    words, colour = ([float(part) for part in line.split()[:4]] for line in told.splitlines())
    assert words[:3] == [0, 0, 0]
    assert words[3] > 0
    assert colour[1] > 0


def test_the_same_file_is_made_again_byte_for_byte(colourful: bytes) -> None:
    shown = "".join(f'<img src="{url}" alt="A square">' for url in IMAGES)
    assert printed(shown) == printed(shown)
    assert re.findall(rb"<xmp:CreateDate>(\S+)<", colourful) == [b"2025-03-04T00:00:00Z"]


def test_other_content_has_another_identity() -> None:
    ids = [re.findall(rb"(?:Document|Instance)ID>(\S+)<", printed(body)) for body in ("a", "b")]
    assert ids[0][0] == ids[1][0]
    assert ids[0][1] != ids[1][1]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"output_intent": "mine.icc"}, "there is no ICC profile 'mine.icc'"),
        ({"ink_limit": "much"}, "'ink_limit' should be a number"),
        ({"condition": 39}, "'condition' should be words"),
        ({"type_inks": "red"}, "'type_inks' should be one of as designed, black"),
    ],
)
def test_a_press_that_cannot_be_is_the_designers_fault(
    options: dict[str, object], told: str
) -> None:
    with pytest.raises(DeclarationError, match=told):
        printed("<p>Hello", **options)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"output_intent": "coated.icc"}, "'output_intent' is for a press, and this PDF is to be"),
        ({"variant": "print", "ink_limit": 280}, "'ink_limit' needs the press it is for"),
    ],
)
def test_what_no_press_would_hear_is_told(options: dict[str, Any], told: str) -> None:
    with pytest.raises(DeclarationError, match=told):
        pdf.render(dataclasses.replace(job(page("<p>Hello"), **options), assets={COATED: PROFILE}))


def test_a_profile_of_a_screen_is_refused() -> None:
    screen = PROFILE[:16] + b"RGB " + PROFILE[20:]
    wishes = {"variant": "print", "output_intent": "coated.icc"}
    asked = dataclasses.replace(job(page("<p>"), **wishes), assets={COATED: screen})
    with pytest.raises(DeclarationError, match="not the ICC profile of a press"):
        pdf.render(asked)


def test_a_whole_document_goes_to_press() -> None:
    wishes = {"variant": "print", "output_intent": "coated.icc", "multiple": 4}
    shown = {**job("").assets, COATED: PROFILE}
    made = pdf.render(job(SPECIMEN, assets=shown, **wishes))
    assert press_rules.faults(made) == []
    with opened(made) as file:
        intent = file.Root.OutputIntents[0]
        assert str(intent.OutputConditionIdentifier) == "Custom"
        assert str(intent.Info) == "FOGRA39L Coated"
