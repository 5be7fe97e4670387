"""What a designer asks of Word in numbers that are none, or that Word does not know."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from pipeline.errors import CopyError
from pipeline.renderers import docx
from tests.renderers.paper_jobs import PICTURE, job
from tests.stopwatch import spent

BODY = (
    f"<h1>T</h1><p>a <b>b</b><img src='{PICTURE}' alt='c'></p><ol><li>d</ol>"
    "<table><tr><th>e</th></tr><tr><td>f</td></tr></table>"
)
TAGS = ("body", "h1", "p", "b", "li", "table", "thead", "th", "td", "img")
PROPERTIES = (
    *("font-size", "font-weight", "line-height", "letter-spacing", "margin", "margin-top"),
    *("margin-inline-start", "border-bottom", "--tab-end", "--level", "--style", "--next"),
)
VALUES = (
    *("nan", "1e308pt", "999999999pt", "-999pt", "1.2.3pt", "..pt", "-", "0", "inherit", "bold"),
    *("14pt", "120%", "٣pt", '"/><x y="', "9" * 5000, "1 2", ""),
)


def part(made: bytes, name: str = "word/styles.xml") -> str:
    return zipfile.ZipFile(io.BytesIO(made)).read(name).decode()


@pytest.mark.parametrize("value", VALUES)
def test_a_style_that_word_does_not_know_breaks_no_document(value: str) -> None:
    asked = "; ".join(f"{name}: {value}" for name in PROPERTIES)
    sheet = "".join(f"{tag} {{ {asked} }}" for tag in TAGS)
    told = part(docx.render(job(f"<style>{sheet}</style>{BODY}")))
    assert "<x" not in told
    numbers = re.findall(r'w:(?:line|before|after|left|pos|sz)="(-?[0-9]+)"', told)
    assert all(abs(int(number)) <= 31_680 for number in numbers)


def test_lines_and_weights_may_be_given_as_in_any_sheet() -> None:
    sheet = "p { line-height: 14pt; font-weight: bold } h1 { line-height: 120% }"
    told = part(docx.render(job(f"<style>{sheet}</style><h1>T</h1><p>a")))
    assert 'w:line="280" w:lineRule="exact"' in told
    assert 'w:line="240" w:lineRule="auto"' in told
    assert "<w:b/>" in told


@pytest.mark.parametrize("edge", ["-999pt", "900pt", "1e308pt", "1.2.3mm"])
def test_margins_leave_some_of_the_page(edge: str) -> None:
    names = (*(f"margin-{side}" for side in ("left", "right", "top", "bottom")), "--margin-line")
    sheet = "; ".join(f"{name}: {edge}" for name in names)
    told = part(docx.render(job(f"<style>@page {{ {sheet} }}</style>{BODY}")), "word/document.xml")
    [margins] = re.findall("<w:pgMar[^>]*>", told)
    assert all(0 <= int(twips) <= 4800 for twips in re.findall(r'="(-?\d+)"', margins))


def test_no_number_is_too_long_for_a_list_or_a_picture() -> None:
    many = "9" * 5000
    page = f"<ol start='{many}'><li>a</ol><ol start='99999999'><li>b</ol>"
    made = docx.render(job(f"{page}<p><img src='{PICTURE}' width='{many}' alt='c'>"))
    starts = re.findall(r'startOverride w:val="(\d+)"', part(made, "word/numbering.xml"))
    assert starts == ["1", "32767"]


def test_a_table_of_more_columns_than_there_are_is_refused_in_time() -> None:
    page = "<table><tr>" + "<td colspan='50'>a</td>" * 5000 + "</tr></table>"
    with pytest.raises(CopyError, match=r"P109 .* has 250,000 columns, and may have 1,000"):
        docx.render(job(page))


def test_a_long_list_and_a_long_passage_are_written_in_time() -> None:
    assert spent(lambda: docx.render(job("<ul>" + "<li>a</li>" * 20_000 + "</ul>")), 8) < 8
    assert spent(lambda: docx.render(job("<p>" + "word " * 200_000)), 4) < 4
