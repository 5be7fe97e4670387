"""Pages as pictures, for the preview and for the index."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from pipeline.renderers import page_pictures, pdf
from tests.renderers.paper_jobs import job, page


@pytest.fixture(scope="module")
def made() -> bytes:
    body = '<p>One</p><p style="break-before: page">Two</p>'
    return pdf.render(job(page(body, "@page { size: A5 }")))


def test_pages_are_counted(made: bytes) -> None:
    assert page_pictures.count(made) == 2


@pytest.mark.parametrize("width", [100, 333])
def test_a_picture_is_as_wide_as_asked(made: bytes, width: int) -> None:
    picture = Image.open(io.BytesIO(page_pictures.render_page(made, 1, width)))
    assert picture.format == "PNG"
    assert abs(picture.width - width) <= 1
    assert picture.height == pytest.approx(width * 210 / 148, abs=2)


def test_pages_count_from_one_and_always_look_the_same(made: bytes) -> None:
    one, two = (page_pictures.render_page(made, number, 200) for number in (1, 2))
    assert one != two
    assert one == page_pictures.render_page(made, 1, 200)
