"""A judge that cannot find a fault is no judge: each is shown one."""

from __future__ import annotations

import subprocess
from pathlib import Path

import docx
import pikepdf
import pytest

from tests.judges import (
    barriers,
    breaches,
    converted,
    misspelt,
    needs,
    opened,
    pdftotext,
    qpdf,
)


@pytest.fixture
def blank(tmp_path: Path) -> Path:
    path = tmp_path / "blank.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path)
    return path


@pytest.mark.parametrize("flavour", ["ua1", "3a"])
def test_verapdf_tells_an_untagged_pdf(blank: Path, flavour: str) -> None:
    assert any("Marked, whose" in breach for breach in breaches(blank, flavour))


def test_qpdf_tells_a_torn_pdf(blank: Path) -> None:
    command = [needs(qpdf), "--check", str(blank)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    blank.write_bytes(blank.read_bytes()[:200])
    assert subprocess.run(command, capture_output=True, check=False).returncode != 0


def test_an_office_opens_a_docx_and_poppler_reads_what_it_made(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Oslo joins the network.")
    document.save(str(tmp_path / "release.docx"))
    pdf = converted(tmp_path / "release.docx", tmp_path)
    words = subprocess.run([needs(pdftotext), pdf, "-"], capture_output=True, text=True, check=True)
    assert words.stdout.strip() == "Oslo joins the network."


@pytest.mark.parametrize(
    ("text", "language", "wrong"),
    [
        ("The organisation favours colour, not a programe.", "en_GB", ("programe",)),
        ("Le réseau européen se réunit à l’automne, vrayment.", "fr", ("vrayment",)),
    ],
)
def test_the_speller_knows_a_language(text: str, language: str, wrong: tuple[str, ...]) -> None:
    assert misspelt(text, language) == wrong


def test_axe_tells_a_picture_without_words() -> None:
    page = "<!DOCTYPE html><html lang=en><title>News</title><main><h1>News</h1>{}</main></html>"
    with opened(page.format('<img src="x.png">'), width=320, dark=True) as screen:
        assert [barrier.split(":")[0] for barrier in barriers(screen)] == ["image-alt"]
        screen.set_content(page.format('<img src="x.png" alt="Oslo">'))
        assert barriers(screen) == []
