"""Lines are filled before they are broken, wherever an element follows a space."""

from __future__ import annotations

import pytest

from pipeline.renderers import paper
from tests.renderers.paper_jobs import job, page

WORDS = "Compare methods and procedures"


@pytest.mark.parametrize("hyphens", ["auto", "none"])
def test_words_that_fit_on_a_line_stay_on_it_whatever_follows_them(hyphens: str) -> None:
    widths = [140 + step for step in range(100)]
    body = "".join(f'<p style="width: {width}px">{WORDS} <em>today.</em></p>' for width in widths)
    style = f"@page {{ size: 300px 20000px }} p {{ hyphens: {hyphens}; margin: 0 }}"
    document = paper.lay_out(job(page(body, style)))
    (body_box,) = document.pages[0]._page_box.children[0].children
    for paragraph in body_box.children:
        lines = ["".join(box.text for box in _texts(line)) for line in paragraph.children]
        assert lines[0] != "Compare", (paragraph.width, lines)


def _texts(box):  # type: ignore[no-untyped-def]
    if hasattr(box, "text"):
        yield box
    for child in getattr(box, "children", ()):
        yield from _texts(child)
