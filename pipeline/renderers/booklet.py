"""Pages in printer's order: two to a side, to fold and staple."""

from __future__ import annotations

from typing import Any

import pydyf

from pipeline.renderers import imposition, paper, wishes
from pipeline.renderers.imposition import Side, Spread
from pipeline.renderers.job import Job

MM, PX = 72 / 25.4, 72 / 96
SHEETS = {"A4": (297 * MM, 210 * MM), "A3": (420 * MM, 297 * MM)}
OPTIONS = ("sheet", "signature", "paper_thickness_mm", "cover")
TICK = 3 * MM
SLACK = 0.1 * MM
"""A page may be this much larger than its half of the sheet: millimetres are not points."""


def render(job: Job) -> bytes:
    wishes.only(job, *OPTIONS, *paper.OPTIONS)
    sheet = SHEETS[wishes.choice(job, "sheet", tuple(SHEETS))]
    signature = wishes.count(job, "signature", multiple=4)
    thickness = wishes.measure(job, "paper_thickness_mm") * MM
    document = paper.lay_out(job)
    if wishes.switch(job, "cover", default=False):
        paper.fill(document, signature or imposition.PAGES_PER_SHEET, has_cover=True)
    paper.take_marks(document)
    paper.still(document)
    page = document.pages[0]
    spread = _spread(job, (page.width * PX, page.height * PX), sheet)

    def finish(_document: Any, pdf: pydyf.PDF) -> None:
        pages = [pdf.objects[number] for number in pdf.pages["Kids"][::3]]
        forms = [_form(pdf, page) for page in pages]
        pdf.pages.update(Kids=pydyf.Array(), Count=0)
        for side in imposition.impose(len(forms), signature=signature):
            _print(pdf, side, spread, forms, imposition.creep(side.sheet, thickness))
        pdf.catalog["ViewerPreferences"] = pydyf.Dictionary(
            {"DisplayDocTitle": "true", "Duplex": "/DuplexFlipShortEdge"}
        )

    return paper.print_pdf(document, job, finisher=finish)


def _spread(job: Job, page: tuple[float, float], sheet: tuple[float, float]) -> Spread:
    if 2 * page[0] > sheet[0] + SLACK or page[1] > sheet[1] + SLACK:
        sizes = [f"{width / MM:.0f} × {height / MM:.0f} mm" for width, height in (page, sheet)]
        message = f"two pages of {sizes[0]} do not fit on a sheet of {sizes[1]}"
        remedy = "lay the booklet out with @page { size: A5 }, or choose a larger 'sheet'"
        raise wishes.refusal(job, message, remedy)
    return imposition.spread(page, sheet)


def _form(pdf: pydyf.PDF, page: pydyf.Dictionary) -> pydyf.Stream:
    """The content of a page as something that can be placed; the page itself is emptied."""
    form = pdf.objects[int(page["Contents"].split()[0])]
    form.extra.update(
        Type="/XObject", Subtype="/Form", BBox=page["MediaBox"], Resources=page["Resources"]
    )
    page.clear()
    return form


def _print(
    pdf: pydyf.PDF, side: Side, spread: Spread, forms: list[pydyf.Stream], creep: float
) -> None:
    content, used = pydyf.Stream(compress=True), pydyf.Dictionary()
    for number, left, shift in (
        (side.left, spread.left, creep),
        (side.right, spread.right, -creep),
    ):
        if number is not None:
            used[f"P{number}"] = forms[number - 1].reference
            _place(content, f"P{number}", spread, left, shift)
    _mark_fold(content, spread)
    pdf.add_object(content)
    sheet = pydyf.Array([0, 0, round(spread.width, 4), round(spread.height, 4)])
    pdf.add_page(
        pydyf.Dictionary(
            {
                "Type": "/Page",
                "Parent": pdf.pages.reference,
                "MediaBox": sheet,
                "TrimBox": sheet,
                "Contents": content.reference,
                "Resources": pydyf.Dictionary({"XObject": used}),
            }
        )
    )


def _place(content: pydyf.Stream, name: str, spread: Spread, left: float, shift: float) -> None:
    """Place a page; what creeps over the fold is cut there."""
    content.push_state()
    half = 0.0 if left < spread.fold - SLACK else spread.fold
    content.rectangle(round(half, 4), 0, round(spread.fold, 4), round(spread.height, 4))
    content.clip()
    content.end()
    content.set_matrix(1, 0, 0, 1, round(left + shift, 4), round(spread.bottom, 4))
    content.draw_x_object(name)
    content.pop_state()


def _mark_fold(content: pydyf.Stream, spread: Spread) -> None:
    content.push_state()
    content.set_line_width(0.25)
    for end in (TICK, spread.height - TICK):
        content.move_to(round(spread.fold, 4), 0 if end == TICK else round(spread.height, 4))
        content.line_to(round(spread.fold, 4), round(end, 4))
        content.stroke()
    content.pop_state()
