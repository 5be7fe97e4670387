"""Pages in printer's order: two to a side, to fold and staple."""

from __future__ import annotations

from dataclasses import dataclass

import pydyf

from pipeline import calendar
from pipeline.renderers import imposition, marks, paper, prepress, stock, wishes
from pipeline.renderers.imposition import Side, Spread
from pipeline.renderers.job import Job

MM, PX = 72 / 25.4, 72 / 96
SHEETS = {
    "A4": (297 * MM, 210 * MM),
    "A3": (420 * MM, 297 * MM),
    "SRA4": (320 * MM, 225 * MM),
    "SRA3": (450 * MM, 320 * MM),
}
"""SRA has room for bleed and marks around two pages of A."""
OPTIONS = ("sheet", "signature", "cover")
TICK = 3 * MM
SLACK = 0.1 * MM
"""A page may be this much larger than its half of the sheet: millimetres are not points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folding:
    """How pages become sheets; lengths in points."""

    spread: Spread
    signature: int | None = None
    """Pages folded into one another; None: all of them."""
    thickness: float = 0.0
    bleed: float = 0.0
    is_bound_right: bool = False
    """As books are that are read from the right."""


def render(job: Job) -> bytes:
    wishes.only(job, *OPTIONS, *stock.OPTIONS, *paper.OPTIONS, *prepress.OPTIONS)
    sheet = SHEETS[wishes.choice(job, "sheet", tuple(SHEETS))]
    signature = wishes.count(job, "signature", paper.MOST_FOLDED, multiple=4)
    document = paper.lay_out(job)
    if wishes.switch(job, "cover", default=False):
        paper.fill(document, signature or imposition.PAGES_PER_SHEET, has_cover=True)
    paper.take_marks(document)
    paper.still(document)
    page = document.pages[0]
    folding = Folding(
        spread=_spread(job, (page.width * PX, page.height * PX), sheet),
        signature=signature,
        thickness=stock.thickness(job) * MM,
        bleed=min(page.bleed.values()) * PX,
        is_bound_right=calendar.direction(job.edition.language) == "rtl",
    )
    return paper.print_pdf(document, job, finisher=lambda _document, pdf: gather(pdf, folding))


def gather(pdf: pydyf.PDF, folding: Folding) -> None:
    """Put the pages of a file on sheets, in the place of the pages themselves."""
    pages = [pdf.objects[number] for number in pdf.pages["Kids"][::3]]
    forms = [_form(pdf, page) for page in pages]
    pdf.pages.update(Kids=pydyf.Array(), Count=0)
    sides = imposition.impose(
        len(forms), signature=folding.signature, is_bound_right=folding.is_bound_right
    )
    for side in sides:
        _print(pdf, side, folding, forms)
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary(
        {"DisplayDocTitle": "true", "Duplex": "/DuplexFlipShortEdge"}
    )


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


def _print(pdf: pydyf.PDF, side: Side, folding: Folding, forms: list[pydyf.Stream]) -> None:
    content, used = pydyf.Stream(compress=True), pydyf.Dictionary()
    spread, creep = folding.spread, imposition.creep(side.sheet, folding.thickness)
    for number, left, shift in (
        (side.left, spread.left, creep),
        (side.right, spread.right, -creep),
    ):
        if number is not None:
            used[f"P{number}"] = forms[number - 1].reference
            _place(content, f"P{number}", spread, left, shift)
    media, bleed, trim = _boxes(folding)
    _mark(content, media, bleed, trim)
    pdf.add_object(content)
    sheet = {
        "Type": "/Page",
        "Parent": pdf.pages.reference,
        "Contents": content.reference,
        "Resources": pydyf.Dictionary({"XObject": used}),
    }
    for name, box in (("MediaBox", media), ("BleedBox", bleed), ("TrimBox", trim)):
        sheet[name] = pydyf.Array(round(edge, 4) for edge in box)
    pdf.add_page(pydyf.Dictionary(sheet))


def _boxes(folding: Folding) -> tuple[marks.Box, marks.Box, marks.Box]:
    """The sheet, and on it the two pages with their bleed and without; never beyond the sheet."""
    spread, bleed = folding.spread, folding.bleed
    media = (0.0, 0.0, spread.width, spread.height)
    right, top = spread.width - spread.left, spread.height - spread.bottom
    pages = (spread.left, spread.bottom, right, top)
    wet = (pages[0] - bleed, pages[1] - bleed, right + bleed, top + bleed)
    return media, _within(wet, media), _within(pages, media)


def _within(box: marks.Box, media: marks.Box) -> marks.Box:
    return (
        max(box[0], media[0]), max(box[1], media[1]), min(box[2], media[2]), min(box[3], media[3]),
    )  # fmt: skip


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


def _mark(content: pydyf.Stream, media: marks.Box, bleed: marks.Box, trim: marks.Box) -> None:
    """Where the sheet is folded and, if it is larger than the pages, where it is cut."""
    content.push_state()
    content.set_line_width(marks.LINE)
    has_room = min(bleed[0], bleed[1]) > marks.GAP
    if has_room:
        marks.stroke(content, marks.corners(trim, bleed, media))
    fold, top = media[2] / 2, media[3]
    # Without room the marks stand on the pages: short, and in the fold.
    reach = bleed[1] - marks.GAP if has_room else TICK
    marks.stroke(content, [(fold, 0, fold, reach), (fold, top, fold, top - reach)])
    content.pop_state()
