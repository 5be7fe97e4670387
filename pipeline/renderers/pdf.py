"""Pages in reading order: for the screen, accessible; for the printer, with bleed and marks."""

from __future__ import annotations

from pipeline.renderers import marks, paper, prepress, wishes
from pipeline.renderers.job import Job

OPTIONS = ("variant", "multiple", "cover", "bookmarks")
VARIANTS = ("screen", "print")


def render(job: Job) -> bytes:
    wishes.only(job, *OPTIONS, *paper.OPTIONS, *prepress.OPTIONS)
    variant = wishes.choice(job, "variant", VARIANTS)
    prepress.refuse_unheard(job, is_for_press=variant == "print")
    multiple = wishes.count(job, "multiple", paper.MOST_FOLDED)
    has_bookmarks = wishes.switch(job, "bookmarks")
    document = paper.lay_out(job)
    paper.fill(document, multiple or 1, has_cover=wishes.switch(job, "cover", default=False))
    if variant == "print":
        paper.still(document)
        return paper.print_pdf(document, job, finisher=marks.drawn(paper.take_marks(document)))
    paper.trim(document)
    if not has_bookmarks:
        for page in document.pages:
            page.bookmarks = []
    return paper.print_pdf(document, job, is_tagged=True)
