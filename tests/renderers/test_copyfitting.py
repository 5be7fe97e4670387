"""A page with a few lines only is seen where a text runs over to it, and nowhere else."""

from __future__ import annotations

import functools
from typing import Any

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
.recto { break-before: right }
.close p:first-child { margin-top: -10mm }
.closer { line-height: 9mm }
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


def fitted(body: str) -> Any:
    html = f"<html><head><style>{CSS}</style></head><body>{body}</body></html>"
    return copyfitting.fitted(lambda: weasyprint.HTML(string=html), lambda page: page.render(), {})


def part(count: int, opens: str = "new", steps: str = "close closer") -> str:
    return f"<section class='{opens}' data-fit='{steps}'>{lines(count)}</section>"


def classes(document: Any) -> list[str]:
    found: dict[int, str] = {}
    for page in document.pages:
        for box in page._page_box.descendants():
            if box.element_tag == "section":
                found.setdefault(id(box.element), box.element.get("class"))
    return list(found.values())


@pytest.mark.parametrize(
    ("count", "pages", "set_in"),
    [
        (FULL + 1, 1, "new close"),
        (FULL + 3, 1, "new close closer"),
        (FULL + 6, 2, "new"),
        (FULL + 16, 2, "new"),
        (FULL, 1, "new"),
        (3, 1, "new"),
    ],
    ids=["one line", "three lines", "six lines", "half a page", "a full page", "a short part"],
)
def test_a_part_is_set_only_as_close_as_saves_a_page(count: int, pages: int, set_in: str) -> None:
    document = fitted(part(count) + part(5))
    assert classes(document) == [set_in, "new"]
    assert len(document.pages) == pages + 1


def test_the_rest_of_the_book_moves_up_and_stays_as_it_was() -> None:
    document = fitted(part(5) + part(FULL + 1, steps="close") + part(FULL + 9, steps="") + part(7))
    assert classes(document) == ["new", "new close", "new", "new"]
    assert len(document.pages) == 5


@pytest.mark.parametrize(
    ("count", "set_in"),
    [(FULL + 2, "recto close closer"), (FULL + 9, "recto"), (2 * FULL + 5, "recto close closer")],
    ids=["a few lines", "more than a few", "a leaf is saved"],
)
def test_where_a_blank_page_would_follow_only_a_few_lines_are_taken_back(
    count: int, set_in: str
) -> None:
    closest = "<style>.closer { line-height: 7.5mm }</style>"
    assert classes(fitted(closest + part(count, "recto") + part(1)))[0] == set_in


def test_what_is_only_tried_says_nothing(caplog: pytest.LogCaptureFixture) -> None:
    document = fitted(
        f"<p id='a'>here</p>{part(FULL)}".replace("line 5<", "<a href='#a'>there</a><")
    )
    assert len(document.pages) == 2
    fitted(f"<p id='a'>here</p>{part(FULL + 1)}".replace("line 5<", "<a href='#a'>there</a><"))
    assert caplog.text == ""


def test_what_was_tried_in_one_form_of_a_book_is_not_tried_again_in_another() -> None:
    laid: list[Any] = []

    def lay_out(page: Any) -> Any:
        laid.append(page)
        return page.render()

    def told(front: str, address: str, picture: bytes = b"") -> int:
        body = f"{front}{part(FULL + 1, steps='close').replace('line 3<', address + '<')}"
        html = f"<html><head><style>{CSS}</style></head><body>{body}</body></html>"
        before = len(laid)
        read = functools.partial(weasyprint.HTML, string=html)
        document = copyfitting.fitted(read, lay_out, {"a:b": picture})
        assert classes(document) == ["new close"]
        return len(laid) - before

    assert told("", "one") == 3
    assert told("<p>A cover</p>", "one") == 1
    assert told("", "two") == 3
    assert told("", "a:b") == 3
    assert told("", "a:b", b"another") == 3
    assert told("<p>A cover</p>", "a:b", b"another") == 1
