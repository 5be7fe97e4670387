"""Back, spine and front in one piece: as wide as the paper inside says."""

from __future__ import annotations

import dataclasses
import io
import re

import pypdf
import pypdfium2
import pytest

from pipeline.errors import DeclarationError, Finding
from pipeline.renderers import cover, pdf
from tests import press_rules
from tests.books import MM
from tests.renderers.paper_jobs import job, opened, page
from tests.renderers.test_prepress import COATED, PROFILE

SHEET = "@page { bleed: 3mm; marks: crop; margin: 0 } body { margin: 0 }"
PLACED = """.spine { position: absolute; left: var(--page-width); width: var(--spine-width);
  height: 30mm; background: red }"""
BODY = '<p>Front</p><div class="spine"></div><p class="on-spine">Title</p>'


def block(pages: int) -> bytes:
    body = "".join(f"<h1>{n}</h1>" for n in range(pages))
    style = "@page { size: 148mm 210mm; bleed: 3mm } h1 { break-before: page }"
    return pdf.render(job(page(body, style), variant="print", bookmarks=False))


BLOCK = block(40)


def made(findings: list[Finding] | None = None, body: str = BODY, **options: object) -> bytes:
    head = page(body, SHEET + PLACED).replace("<body>", "</head><body>")
    wishes = {"block": "block.pdf", "output_intent": "coated.icc", **options}
    asked = job(head, findings, assets={COATED: PROFILE}, **wishes)
    return cover.render(dataclasses.replace(asked, made={"block.pdf": BLOCK}))


@pytest.mark.parametrize(
    ("paper", "spine"),
    [
        ({"paper_gsm": 130}, 2.6),
        ({"paper_gsm": 130, "paper_bulk": 1.25}, 3.3),
        ({"paper_thickness_mm": 0.3}, 6.0),
    ],
)
def test_the_spine_follows_from_the_pages_and_the_paper(
    paper: dict[str, float], spine: float
) -> None:
    (sheet,) = pypdf.PdfReader(io.BytesIO(made(**paper))).pages
    assert sheet.trimbox.width / MM == pytest.approx(296 + spine, abs=0.01)
    assert sheet.trimbox.height / MM == pytest.approx(210, abs=0.01)
    assert sheet.bleedbox.left / MM == pytest.approx(-3, abs=0.01)


def test_a_title_stands_on_the_spine_where_it_is_wide_enough() -> None:
    for options, is_shown in (
        ({"paper_thickness_mm": 0.3}, True),
        ({"paper_thickness_mm": 0.1}, False),
        ({"paper_thickness_mm": 0.1, "spine_title_from_mm": 2}, True),
    ):
        text = pypdfium2.PdfDocument(made(**options))[0].get_textpage().get_text_range()
        assert ("Title" in text) == is_shown


def test_what_the_template_places_on_the_spine_is_there() -> None:
    shown = pypdfium2.PdfDocument(made(paper_thickness_mm=0.3))[0]
    left = -shown.get_mediabox()[0]
    picture = shown.render(scale=4).to_pil()

    def inks(millimetres: float) -> tuple[int, ...]:
        return picture.getpixel((int((left + millimetres * MM) * 4), picture.height // 9))

    assert min(inks(147.5)) > 250
    assert min(inks(148.5)) < 80
    assert min(inks(153.5)) < 80
    assert min(inks(154.5)) > 250


def test_the_folds_are_marked_outside_the_bleed() -> None:
    with opened(made(paper_thickness_mm=0.3)) as file:
        marks = file.pages[0].Contents[0].read_bytes()
        top = float(file.pages[0].bleedbox[3])
    dashed = marks.partition(b"d\n")[2]
    lines = re.findall(rb"([-\d.]+) ([-\d.]+) [ml]\n", dashed)
    assert {round(float(x) / MM, 2) for x, _ in lines} == {148, 154}
    assert all(float(y) < -3 * MM or float(y) > top for _, y in lines)


def test_a_cover_goes_to_press() -> None:
    assert press_rules.faults(made(paper_gsm=130)) == []


def test_a_cover_that_runs_over_is_told_and_cut() -> None:
    findings: list[Finding] = []
    made(findings, BODY + '<p style="break-before: page">More</p>', paper_gsm=130)
    assert [finding.code for finding in findings] == ["P107"]


def test_what_is_turned_is_not_taken_for_what_stands_out() -> None:
    findings: list[Finding] = []
    spine = "position: absolute; left: 400mm"
    made(findings, f'{BODY}<p style="{spine}; transform: rotate(90deg)">Issuer</p>', paper_gsm=130)
    assert findings == []
    made(findings, f'{BODY}<p style="{spine}">Issuer</p>', paper_gsm=130)
    assert [finding.code for finding in findings] == ["P204"]


def test_a_cover_of_nothing_is_the_designers_fault() -> None:
    with pytest.raises(DeclarationError, match="'block' should be the name of a PDF"):
        made(block="other.pdf")
