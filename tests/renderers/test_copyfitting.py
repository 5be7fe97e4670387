"""A page with a few lines only is seen where a text runs over to it, and nowhere else."""

from __future__ import annotations

import pytest
import weasyprint

from pipeline.renderers import copyfitting
from pipeline.renderers.copyfitting import Overrun

CSS = """\
@page { size: 100mm 320mm; margin: 10mm; @bottom-left { content: "foot" } }
body { font: 5mm/10mm serif; margin: 0 }
p, ul { margin: 0; padding: 0; orphans: 1; widows: 1 }
.new { break-before: page }
.columns { columns: 2 }
"""
PICTURE = "<img src='data:image/svg+xml,<svg/>' style='width:50mm;height:150mm'>"
FULL = 30
"""Lines of a page."""


def told(body: str) -> list[Overrun]:
    html = f"<html><head><style>{CSS}</style></head><body>{body}</body></html>"
    return list(copyfitting.overruns(weasyprint.HTML(string=html).render()))


def lines(count: int) -> str:
    return "".join(f"<p>line {number}</p>" for number in range(1, count + 1))


def test_the_end_of_a_text_alone_on_a_page_is_seen_with_its_words() -> None:
    body = f"<section>{lines(FULL + 2)}</section>"
    assert told(body) == [Overrun(2, 2, "line 31 line 32")]


@pytest.mark.parametrize(
    "body",
    [
        f"<section>{lines(FULL)}</section>",
        f"<section>{lines(FULL)}</section><section class='new'>{lines(2)}</section>",
        f"<section>{lines(FULL + 9)}</section>",
        f"<section>{lines(2)}</section>",
        f"<section>{lines(FULL + 1)}{PICTURE}</section>",
    ],
    ids=["a full page", "a page that begins", "a good part", "one page", "a picture"],
)
def test_other_pages_are_as_they_should_be(body: str) -> None:
    assert told(body) == []


def test_lines_side_by_side_are_one_to_cut() -> None:
    body = f"<section>{lines(FULL - 1)}<div class='columns'>{lines(8)}</div></section>"
    assert [(one.page, one.lines) for one in told(body)] == [(2, 3)]
