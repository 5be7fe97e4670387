"""What is held is found however its words are set, coded, packed or broken."""

from __future__ import annotations

import base64
import datetime as dt
import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pikepdf
import pytest
from docx import Document

from pipeline.embargo import lock
from pipeline.embargo.lock import Lock
from pipeline.embargo.phrases import words
from tests.desks import SMALL, edit, read, write

BEFORE = dt.datetime(2025, 6, 10, 9, tzinfo=dt.UTC)
SECRET = "The lighthouse keeper of Brisa counts every herring that passes the quay at midnight"
EIGHT = "The lighthouse keeper of Brisa counts every herring"
TITLE = "Été & herring by night"
NAME = "2025-05-09-herring-night"
HELD = f"""\
---
title: {TITLE}
date: 2025-05-09
embargo: 2025-07-01T09:00+01:00
---
{SECRET}.
"""
ADDRESS = f"https://www.harbours.example/{NAME}"


@pytest.fixture
def guard(sources: Path) -> Lock:
    write(sources, f"news/{NAME}.md", HELD)
    return lock.of(read(sources), BEFORE, SMALL)


def in_pdf(change: Callable[[pikepdf.Pdf], object]) -> bytes:
    buffer = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        change(pdf)
        pdf.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return buffer.getvalue()


def among_operators(pdf: pikepdf.Pdf) -> None:
    # TJ is an operator of pages, and the code of Tajikistan.
    told = pikepdf.Dictionary(A=pikepdf.String(SECRET), B=pikepdf.String("Dushanbe, TJ"))
    pdf.Root.Told = pdf.make_indirect(told)


def noted(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as told:
        told["dc:description"] = f"{SECRET}. Dushanbe, TJ"


def packed(pdf: pikepdf.Pdf) -> None:
    content = gzip.compress(SECRET.encode())
    pdf.attachments["a"] = pikepdf.AttachedFileSpec(pdf, content, filename="a")


def printed(*pages: tuple[str, ...], spacing: float = 0) -> bytes:
    """Lines of a page, one under the other; with so many points between their letters."""

    def draw(pdf: pikepdf.Pdf) -> None:
        face = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        for lines in pages:
            page = pdf.add_blank_page(page_size=(900, 300)).obj
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=face))
            set_ = " ".join(f"({line}) Tj T*" for line in lines)
            shown = f"BT /F 12 Tf {spacing} Tc 20 TL 20 250 Td {set_} ET"
            page.Contents = pdf.make_stream(shown.encode())
        del pdf.pages[0]

    return in_pdf(draw)


def half_bold() -> bytes:
    document = Document()
    paragraph = document.add_paragraph()
    for number, piece in enumerate((EIGHT[:8], EIGHT[8:20], EIGHT[20:])):
        paragraph.add_run(piece).bold = number == 1
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def margined(number: int, *lines: str) -> tuple[str, ...]:
    return ("News of the towns", *lines, f"Page {number} of 2")


def note(kind: bytes, content: bytes) -> bytes:
    chunk = len(content).to_bytes(4, "big") + kind + content
    return b"\x89PNG\r\n\x1a\n" + chunk + zlib.crc32(kind + content).to_bytes(4, "big")


def filed(beside: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as folder:
        entry = zipfile.ZipInfo("a.txt")
        entry.extra = b"\x99\x99" + len(beside).to_bytes(2, "little") + beside
        folder.writestr(entry, "x")
    return buffer.getvalue()


PARTED = "Content-Type: multipart/mixed; boundary=b\n\n"
DEFLATED = zlib.compress(SECRET.encode())
ENCODED = base64.b64encode(SECRET.encode()).decode()
DRAWN = quote(f"<svg><text>{SECRET}</text></svg>")
CODED = "".join(f"\\u{ord(sign):04x}" for sign in SECRET)
BYTES = "".join(f"\\x{ord(sign):02x}" for sign in EIGHT)
POINTS = "".join(f"\\u{{{ord(sign):x}}}" for sign in EIGHT)
STYLED = SECRET.replace("e", "\\65 ")
PLACES: dict[str, tuple[str, bytes | str]] = {
    "an address without quotation marks": ("a.html", f"<a href={ADDRESS}>x</a>"),
    "an address in an address": ("a.txt", f"https://x.example/?to={quote(ADDRESS, safe='')}"),
    "that, coded twice": ("a.ics", f"URL:https://x.example/?to={quote(quote(ADDRESS, ''), '')}"),
    "spaces of an address": ("a.txt", quote(SECRET)),
    "a page in an address": ("a.html", f'<iframe src="data:text/html;base64,{ENCODED}">'),
    "a drawing in an address": ("a.html", f'<img src="data:image/svg+xml,{DRAWN}">'),
    "a script": ("a.html", f"<script>let x = '{CODED}'</script>"),
    "values for a script": ("a.html", f"<p data-x='{json.dumps(TITLE)}'>"),
    "a style sheet": ("a.css", f'p::after {{ content: "{STYLED}" }}'),
    "without accents": ("a.html", '<a href="#ete-herring-by-night">'),
    "accents that were none": ("a.txt", SECRET.replace("e", "é")),
    "signs that turn the writing": ("a.txt", SECRET.replace("h", "\u2066h\u2069")),
    "signs that choose a shape": ("a.txt", SECRET.replace("h", "h\ufe0f")),
    "words cut with a hyphen": (
        "a.txt",
        SECRET.replace("house", "-\nhouse").replace("ss", "s-\ns"),
    ),
    "letters of another script": ("a.txt", SECRET.translate(str.maketrans("aeop", "аеор"))),
    "capitals of another script": (
        "a.txt",
        SECRET.upper().translate(str.maketrans("AEOPCTHBKM", "АЕОРСТНВКМ")),
    ),
    "capitals of Greek": (
        "a.txt",
        SECRET.upper().translate(str.maketrans("AEIOTHBKM", "ΑΕΙΟΤΗΒΚΜ")),
    ),
    "fillers of Korean": ("a.txt", SECRET.replace("h", "h\u3164")),
    "letters in dark circles": (
        "a.txt",
        "".join(chr(0x1F150 + ord(a) - 65) if a.isalpha() else a for a in SECRET.upper()),
    ),
    "letters of flags": (
        "a.txt",
        "".join(chr(0x1F1E6 + ord(a) - 65) if a.isalpha() else a for a in SECRET.upper()),
    ),
    "small capitals": ("a.txt", SECRET.translate(str.maketrans("aeistn", "ᴀᴇɪꜱᴛɴ"))),
    "numbers of notes": ("a.html", SECRET.replace("herring", "herring<sup>12</sup>")),
    "numbers of notes after a stop": ("a.html", EIGHT.replace("Brisa", "Brisa.<sup>3</sup>")),
    "raised numbers": ("a.txt", EIGHT.replace("Brisa", "Brisa\u00b9\u00b2")),
    "numbers of notes in a letter": ("a.txt", EIGHT.replace("Brisa", "Brisa [12]")),
    "links of a letter": ("a.txt", EIGHT.replace("Brisa", "Brisa <https://brisa.example/a>")),
    "links in brackets": ("a.txt", EIGHT.replace("Brisa", "Brisa (https://brisa.example/a)")),
    "a comment in a word": ("a.html", EIGHT.replace("Brisa", "Bri<!-- x -->sa")),
    "coded twice": ("a.xml", f"<t>{EIGHT.replace('Brisa', 'Bri&amp;shy;sa')}</t>"),
    "marks in a date": ("a.ics", f"X-ALT-DESC:<p>{EIGHT.replace('er', '<b>er</b>')}</p>\r\n"),
    "a list of words": ("a.json", json.dumps(EIGHT.split())),
    "bytes of a script": ("a.html", f"<script>'{BYTES}'"),
    "points of a script": ("a.html", f"<script>'{POINTS}'"),
    "letters set apart": ("a.txt", " ".join(EIGHT)),
    "a title set apart": ("a.txt", " ".join(TITLE.upper())),
    "letters set apart in a PDF": ("a.pdf", printed((EIGHT,), spacing=6)),
    "words without spaces": ("a.txt", f"Inside:{EIGHT.replace(' ', '')}thatpasses".lower()),
    "words cut anywhere": ("a.txt", EIGHT.replace("house", "-house").replace("rr", "r r")),
    "a word half in bold": ("a.docx", half_bold()),
    "the end of a page": (
        "a.pdf",
        printed(margined(1, EIGHT[:22]), margined(2, EIGHT[22:])),
    ),
    "the address of a heading": ("a.html", "<h2 id='ete-and-herring-by-night'>Nets</h2>"),
    "the name of a layer": ("a.svg", f'<svg><g id="{EIGHT.replace(" ", "_x20_")}"/></svg>'),
    "before the parts of a letter": ("a.eml", f"{PARTED}{SECRET}\n--b\n\nx\n--b--\n"),
    "after the parts of a letter": ("a.eml", f"{PARTED}--b\n\nx\n--b--\n{SECRET}\n"),
    "the margin of an archive": ("a.zip", filed(SECRET.encode())),
    "a hashtag": ("a.txt", "#ÉtéHerringByNight"),
    "a page that forgets a space": ("a.html", f"<b>read</b>{TITLE}<i>Yesterday</i>"),
    "two bytes to a letter": ("a.csv", SECRET.encode("utf-16")),
    "a packed file": ("a.txt.gz", gzip.compress(SECRET.encode())),
    "a packed file in a PDF": ("a.pdf", in_pdf(packed)),
    "objects among operators": ("a.pdf", in_pdf(among_operators)),
    "a packet with an operator": ("a.pdf", in_pdf(noted)),
    "a packed note in a picture": ("a.png", note(b"zTXt", b"Comment\0\0" + DEFLATED)),
    "a packet in a picture": ("a.png", note(b"iTXt", b"XMP\0\x01\0\0\0" + DEFLATED)),
    "a note of Windows": ("a.png", note(b"eXIf", b"II*\0" + SECRET.encode("utf-16-le"))),
}


@pytest.mark.parametrize("place", PLACES)
def test_it_is_found_wherever_it_hides(place: str, guard: Lock) -> None:
    name, content = PLACES[place]
    content = content.encode() if isinstance(content, str) else content
    assert {owner for owner, _ in guard.leaks(name, content)} == {f"news/{NAME}"}


def test_a_hidden_picture_is_known_by_its_bytes(sources: Path) -> None:
    write(sources, f"news/{NAME}.md", HELD.replace("---\nThe", "image: ferry.png\n---\nThe"))
    edit(sources, "presskits/forum-2025/01-the-forum.md", "![A ferry](ferry.png)", "")
    guard = lock.of(read(sources), BEFORE, SMALL)
    picture = base64.b64encode((sources / "images/ferry.png").read_bytes()).decode()
    page = f'<img alt="" src="data:image/png;base64,{picture}">'.encode()
    assert [what for _, what in guard.leaks("a.html", page)] == ["its picture"]


def test_a_text_nobody_asked_for_is_known_without_its_links(sources: Path) -> None:
    body = "The [keeper](https://x.example/a) of [Brisa](https://x.example/b) counts every[^1] "
    body += "[herring](https://x.example/c) that {{ facts.members }} see.\n\n[^1]: Or nearly.\n"
    write(sources, f"news/{NAME}.md", HELD.replace(f"{SECRET}.\n", body))
    from pipeline.corpus import reading

    corpus = reading.read(sources, {"release"})
    guard = lock.of(corpus, BEFORE, SMALL)
    said = b"The keeper of Brisa counts every herring that"
    assert {owner for owner, _ in guard.leaks("a.txt", said)} == {f"news/{NAME}"}


def test_what_is_broken_or_coded_by_chance_is_no_name() -> None:
    assert words("Ça, l\u2019Été, Łódź") == words("CA L'ETE LODZ")
    assert words("100 % sure") == ["100", "sure"]


@pytest.mark.parametrize(
    "said",
    [
        # Seven words, and the beginning of the eighth.
        f"{EIGHT}s",
        f"{EIGHT[:-7]}herringbone",
        # Seven words that have lost their spaces.
        f"{EIGHT[:-8]} cod".replace(" ", ""),
        " ".join(EIGHT.split()[:7]),
    ],
)
def test_seven_words_are_anybodys_however_they_are_cut(said: str, guard: Lock) -> None:
    assert list(guard.leaks("a.txt", said.encode())) == []
