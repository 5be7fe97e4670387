"""The second lock sees what is held in every kind of file, and nothing where nothing is held."""

from __future__ import annotations

import datetime as dt
import html
import io
import json
import shutil
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from xml.sax.saxutils import escape

import pikepdf
import pptx
import pytest
from docx import Document

from pipeline import assets, checking, copydesk, production, publications
from pipeline.embargo import legible, lock
from pipeline.embargo.lock import Lock
from pipeline.embargo.phrases import words
from pipeline.model.editions import Edition
from pipeline.renderers import merge_tags
from pipeline.telling import Desk
from pipeline.typesetting import Typesetter
from tests.desks import SMALL, build, edit, edition_of, read, write

ROOT = Path(__file__).parent.parent.parent
SPECIMEN = ROOT / "tests/specimen"
REAL = ROOT / "templates"
BEFORE = dt.datetime(2025, 6, 10, 9, tzinfo=dt.UTC)
SECRET = "The lighthouse keeper of Brisa counts every herring that passes the quay at midnight"
HELD = f"""\
---
title: Herring by night
date: 2025-05-09
embargo: 2025-07-01T09:00+01:00
image: ferry.png
---
{SECRET}.
"""


def closed(sources: Path, templates: Path = SMALL, named: str = "") -> Lock:
    return lock.of(read(sources), BEFORE, templates, named)


def opened(name: str, content: bytes, guard: Lock) -> list[str]:
    """Whom a file gives away."""
    return sorted({owner for owner, _ in guard.leaks(name, content)})


@pytest.fixture(scope="module")
def guard(tmp_path_factory: pytest.TempPathFactory) -> Lock:
    sources = Path(shutil.copytree(SPECIMEN, tmp_path_factory.mktemp("held") / "sources"))
    write(sources, "news/2025-05-09-herring.md", HELD)
    edit(sources, "presskits/forum-2025/01-the-forum.md", "![A ferry](ferry.png)", "")
    return closed(sources, REAL)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every file that any publication makes, the first lock forced: all of them say it."""
    sources = Path(shutil.copytree(SPECIMEN, tmp_path_factory.mktemp("told") / "sources"))
    write(
        sources,
        "news/2025-05-09-herring.md",
        HELD.replace("embargo: 2025-07-01", "start: 2025-05-01 #"),
    )
    edit(sources, "releases/2025-04-14-register.md", "---\n", f"---\nsubtitle: {SECRET}\n")
    edit(sources, "agenda.yaml", "{en: Members' day, fr: Journée des membres}", SECRET)
    edit(sources, "manifesto/2025/03-storms.md", "Storms come.", SECRET)
    edit(sources, "slides/harbours.md", "- Quays", f"- {SECRET}")
    edit(sources, "presskits/forum-2025/02-the-town.md", "Norhavn is small.", SECRET)
    corpus = read(sources)
    brand = publications.brand(REAL)
    setter = Typesetter(REAL, publications.words(REAL), brand, merge_tags.TOKENS)
    files: dict[str, bytes] = {}
    for slug in ("newsletter", "release", "presskit", "manifesto", "slides"):
        named = "2025-04-14-register" if slug == "release" else ""
        made = edition_of(corpus, slug, named, now=BEFORE, templates=REAL)
        assert isinstance(made, Edition), made
        finished = production.produce(made, setter, lambda *_: None).files
        files |= {f"{slug}/{made.slug}/en/{name}": content for name, content in finished.items()}
    return files


def test_every_kind_of_file_is_read(told: dict[str, bytes], guard: Lock) -> None:
    silent = [name for name, content in told.items() if not opened(name, content, guard)]
    # Pictures have no words, and a cover has the book's title only.
    speaking = [name for name in silent if "/images/" not in name and "-cover." not in name]
    assert speaking == []
    kinds = {Path(name).suffix for name in told}
    assert kinds >= {".txt", ".html", ".eml", ".pdf", ".ics", ".docx", ".pptx", ".zip"}


def test_a_picture_is_known_by_its_bytes_and_by_its_name(
    guard: Lock, told: dict[str, bytes]
) -> None:
    ferry = (SPECIMEN / "images/ferry.png").read_bytes()
    assert opened("a/b/en/images/x.png", ferry, guard) == ["news/2025-05-09-herring"]
    assert opened("a.zip", zipped("x.png", ferry), guard) == ["news/2025-05-09-herring"]
    quay = (SPECIMEN / "images/quay.png").read_bytes()
    assert opened("images/quay.png", quay, guard) == []


def zipped(name: str, content: bytes, comment: bytes = b"") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as folder:
        folder.writestr(name, content)
        folder.comment = comment
    return buffer.getvalue()


def in_pdf(change: Callable[[pikepdf.Pdf], object]) -> bytes:
    buffer = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        change(pdf)
        pdf.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return buffer.getvalue()


def xmp(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as told:
        told["dc:description"] = SECRET


def bookmark(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(SECRET.replace("Brisa", "Brísa") + " é", 0))
        outline.root.append(pikepdf.OutlineItem(SECRET, 0))


def enclosed(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["a.txt"] = pikepdf.AttachedFileSpec(pdf, SECRET.encode(), filename="a.txt")


def described(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot = pikepdf.Dictionary(Alt=pikepdf.String(SECRET + " – é"))


def titled(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = SECRET


def docx_with(change: Callable[[object], object]) -> bytes:
    document = Document()
    change(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def over_the_page(document: object) -> None:
    paragraph = document.sections[0].header.paragraphs[0]  # type: ignore[attr-defined]
    # Word cuts a sentence into runs wherever it likes.
    for piece in (SECRET[:17], SECRET[17:40], SECRET[40:]):
        paragraph.add_run(piece)


def in_properties(document: object) -> None:
    document.core_properties.subject = SECRET  # type: ignore[attr-defined]


def spoken() -> bytes:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    slide.notes_slide.notes_text_frame.text = SECRET
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def letter(subject: str = "News", text: str = "Hello", attached: bytes = b"") -> bytes:
    message = EmailMessage()
    message["Subject"] = subject
    message.set_content(text, cte="quoted-printable")
    if attached:
        message.add_attachment(attached, maintype="application", subtype="pdf", filename="a.pdf")
    return message.as_bytes()


def folded(text: str) -> bytes:
    lines = [text[at : at + 20] for at in range(0, len(text), 20)]
    return ("SUMMARY:" + "\r\n ".join(lines) + "\r\n").encode()


SAID = SECRET.upper().replace("S ", "s\u00a0")
TAGGED = SECRET.replace(" ", "<\\u0062> ")
HIDING = {
    "words cut by the end of a line": ("a.txt", SECRET.replace(" ", "\n").encode()),
    "soft hyphens": ("a.html", SECRET.replace("e", "e\u00ad").encode()),
    "tags between the letters": ("a.html", SECRET.replace("h", "<b>h</b>").encode()),
    "another case": ("a.html", SAID.encode()),
    "entities": ("a.html", "".join(f"&#{ord(sign)};" for sign in SECRET).encode()),
    "what a picture shows": ("a.html", f'<img alt="{SECRET}">'.encode()),
    "what a page says of itself": ("a.html", f"<meta content='{SECRET}'>".encode()),
    "a comment": ("a.html", f"<!-- {SECRET} -->".encode()),
    "JSON-LD": ("a.html", f'<script type="application/ld+json">["{SECRET}"]</script>'.encode()),
    "JSON-LD behind a sign": (
        "a.html",
        f'<script data-x="<>" type="application/ld+json">["{TAGGED}"]</script>'.encode(),
    ),
    "JSON": ("feed.json", json.dumps({"items": [{"content_html": f"<p>{SECRET}</p>"}]}).encode()),
    "a feed": ("feed.xml", f"<content>{escape('<i>' + SECRET + '</i>')}</content>".encode()),
    "a drawing": ("a.svg", f"<svg><text>{SECRET}</text></svg>".encode()),
    "an address": ("a.html", b'<a href="https://x.example/2025-05-09-herring">x</a>'),
    "an address without its date": ("a.html", b'<a href="?q=herring-by-night">x</a>'),
    "its title": ("index.html", b"<p>Soon: herring  by night</p>"),
    "the name of its picture's file": ("a.html", b'<img src="images/2025-05-09-herring-640.png">'),
    "a folded date": ("a.ics", folded(SECRET)),
    "a note on a card": ("a.vcf", b"NOTE:" + folded(SECRET)[8:]),
    "a table": ("a.csv", f'1,"{SECRET}"\r\n'.encode()),
    "the subject of a letter": ("a.eml", letter(subject=SECRET + " é")),
    "the text of a letter": ("a.eml", letter(text=SECRET + " é")),
    "what a letter carries": ("a.eml", letter(attached=in_pdf(titled))),
    "the title of a PDF": ("a.pdf", in_pdf(titled)),
    "the packet in a PDF": ("a.pdf", in_pdf(xmp)),
    "a bookmark": ("a.pdf", in_pdf(bookmark)),
    "a file in a PDF": ("a.pdf", in_pdf(enclosed)),
    "what a PDF reads out": ("a.pdf", in_pdf(described)),
    "over a page of Word": ("a.docx", docx_with(over_the_page)),
    "the properties of Word": ("a.docx", docx_with(in_properties)),
    "what a speaker says": ("a.pptx", spoken()),
    "a file in a ZIP": ("a.zip", zipped("a.txt", SECRET.encode())),
    "a ZIP in a ZIP": ("a.zip", zipped("b.zip", zipped("a.txt", SECRET.encode()))),
    "the name of a file in a ZIP": ("a.zip", zipped("releases/2025-05-09-herring.txt", b"x")),
    "the note on a ZIP": ("a.zip", zipped("a.txt", b"x", SECRET.encode())),
    "the credit in a picture": (
        "a.png",
        assets.with_credit((SPECIMEN / "images/quay.png").read_bytes(), SECRET, "CC0", "x"),
    ),
    "the name of a file": ("newsletter/2025-05/en/2025-05-09-herring.txt", b"x"),
}


@pytest.mark.parametrize("place", HIDING)
def test_it_is_found_wherever_it_hides(place: str, guard: Lock) -> None:
    name, content = HIDING[place]
    assert opened(name, content, guard) == ["news/2025-05-09-herring"]


def test_what_is_public_elsewhere_is_no_leak(sources: Path) -> None:
    write(sources, "news/2025-05-09-herring.md", HELD)
    quoted = f"---\ntitle: Night\ndate: 2025-05-08\n---\n{SECRET}.\n"
    write(sources, "news/2025-05-08-night.md", quoted)
    guard = closed(sources)
    assert opened("a.txt", SECRET.encode(), guard) == []
    assert opened("a.txt", b"Herring by night", guard) == ["news/2025-05-09-herring"]


def test_a_link_in_a_free_text_gives_a_held_file_away(sources: Path) -> None:
    write(sources, "news/2025-05-09-herring.md", HELD)
    link = "See [this](https://www.harbours.example/news/2025-05-09-herring)."
    edit(sources, "news/2025-05-06-ferry.md", "The ferry sails every hour.", link)
    page = b'<a href="https://www.harbours.example/news/2025-05-09-herring">this</a>'
    assert opened("web.html", page, closed(sources)) == ["news/2025-05-09-herring"]
    # Until a free source has the same name.
    write(
        sources,
        "releases/2025-05-09-herring.md",
        "---\ntitle: Nets\ndate: 2025-05-09\n---\nNets.\n",
    )
    assert opened("web.html", page, closed(sources)) == []


def test_an_address_of_many_words_that_two_texts_link_to_is_nobodys(sources: Path) -> None:
    far = "https://www.w3.example/wai/tips/designing/ensure-that-all-is-labelled"
    linked = f"See [the tips]({far}) and <{far}?x=2>.\n\n{far}\n\n{SECRET}."
    write(sources, "news/2025-05-09-herring.md", HELD.replace(f"{SECRET}.", linked))
    guard = closed(sources)
    assert (
        opened("a.html", f'<a href="{far}">x</a> <a href="{far}?x=2">y</a>'.encode(), guard) == []
    )
    assert opened("a.txt", SECRET.encode(), guard) == ["news/2025-05-09-herring"]


def test_seven_words_and_words_by_themselves_are_anybodys(guard: Lock) -> None:
    seven = " ".join(SECRET.split()[:7])
    assert opened("a.txt", f"{seven}, he said. At night, by herring.".encode(), guard) == []


@pytest.mark.parametrize("title", ["PRACTICIES", "SafeQuays", "Quay2030"])
def test_a_title_of_one_word_that_somebody_made_up_is_a_trace(sources: Path, title: str) -> None:
    named = HELD.replace("Herring by night", title)
    write(sources, "news/2025-05-09-net.md", named.replace(SECRET, "Nets"))
    page = f"<h2>{title.upper()}</h2>".encode()
    told = [what for _, what in closed(sources).leaks("index.html", page)]
    assert told == ["its name"]
    assert opened("index.html", b"<h2>Practices, safe quays, 2030</h2>", closed(sources)) == []
    # Until somebody who is free says it.
    edit(sources, "news/2025-05-06-ferry.md", "The ferry sails", f"{title} sails")
    assert opened("index.html", page, closed(sources)) == []


@pytest.mark.parametrize(
    ("title", "text", "said", "other"),
    [
        (
            "港町の新しい橋が開通します",
            "新しい橋は来週の月曜日に開通し、市長が最初に渡ります。",
            "ニュース:来週の月曜日に開通し、市長が",
            "年次報告書は来週の火曜日に出ます。",
        ),
        (
            "สะพานใหม่ของเมืองท่าเปิดแล้ว",
            "สะพานใหม่จะเปิดในวันจันทร์หน้าโดยนายกเทศมนตรี",
            "ข่าว: จะเปิดในวันจันทร์หน้าโดย",
            "รายงานประจำปีออกในวันอังคาร",
        ),
    ],
)
def test_words_without_spaces_are_known(
    sources: Path, title: str, text: str, said: str, other: str
) -> None:
    head = HELD.split("---\n")[1].replace("Herring by night", title)
    write(sources, "news/2025-05-09-bridge.md", f"---\n{head}---\n{text}\n")
    guard = closed(sources)
    assert guard.is_said(said)
    assert guard.is_said(f"<p>{title}</p>")
    assert not guard.is_said(other)


def test_nothing_is_read_when_nothing_is_held(sources: Path) -> None:
    (sources / "releases/2025-06-03-forum-opens.md").unlink()
    (sources / "releases/2025-06-03-forum-opens.fr.md").unlink()
    assert closed(sources) is lock.OPEN
    assert not list(lock.OPEN.leaks("a.pdf", b"%PDF not even a PDF"))


def test_at_its_hour_it_may_be_said(sources: Path) -> None:
    write(sources, "news/2025-05-09-herring.md", HELD)
    at = dt.datetime(2025, 7, 1, 8, tzinfo=dt.UTC)
    for moment, count in ((at - dt.timedelta(microseconds=1), 1), (at, 0)):
        assert len(lock.of(read(sources), moment, SMALL).held) == count


def test_if_the_first_lock_fails_nothing_is_written(
    sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(sources, "newsletter", "slides")
    write(sources, "news/2025-05-09-herring.md", HELD)
    monkeypatch.setattr(copydesk, "is_held", lambda *_: False)
    before = contents(sources.parent / "build")
    made = build(sources, "newsletter", "slides")
    assert made.code == 1
    assert "newsletter 2025-05 en  refused: E110 sources/news/2025-05-09-herring.md" in made.said
    assert "error E110 newsletter.txt would say" in made.said
    assert "slides harbours en  unchanged" in made.said
    assert contents(sources.parent / "build") == before
    assert "lighthouse" not in made.said


def contents(out: Path) -> dict[str, bytes]:
    return {
        path.as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and ".made" not in path.parts
    }


def test_a_line_that_would_name_it_is_not_said(sources: Path) -> None:
    write(sources, "releases/2025-05-09-herring.md", HELD)
    tell = closed(sources).veil(())
    assert tell("release 2025-05-09-herring en  made") == lock.UNSAID
    assert tell("release 2025-04-14-register en  made") != lock.UNSAID
    asked = closed(sources, named="2025-05-09-herring").veil(())
    assert asked("release 2025-05-09-herring en  made") != lock.UNSAID


def test_a_refusal_says_why_in_colour_and_to_programs_and_no_title_looks_like_one(
    sources: Path,
) -> None:
    title = "Ministers ban E110 in fish"
    write(sources, "news/2025-05-09-herring.md", HELD.replace("Herring by night", title))
    tell = closed(sources).veil(())
    where = "sources/news/2025-05-09-herring.md"
    for line in (
        f"{where}:1:1: error E110 a.txt would say",
        f"{where}:1:1: \x1b[31;1merror E110\x1b[0m a.txt would say",
        f"newsletter 2025-05 en  refused: E110 {where}:1:1",
        f'{{"file": "{where}", "line": 1, "column": 1, "level": "error", "code": "E110", "x": 1}}',
    ):
        assert tell(line) == line
    for line in (
        f"    subject    {title}",
        f"{where}: warning T101 not translated",
        f"a\\n{title}",
    ):
        assert tell(line) == lock.UNSAID


def test_the_page_of_a_check_says_nothing_of_it(sources: Path) -> None:
    fault = SECRET.replace("herring", "herring herring")
    write(sources, "news/2025-05-09-herring.md", HELD.replace(SECRET, fault))
    write(
        sources,
        "news/2025-05-08-night.md",
        "---\ntitle: Night\ndate: 2025-05-08\n---\nThe the sea.\n",
    )
    out = sources.parent / "build"
    desk = Desk(io.StringIO(), io.StringIO(), "text", {})
    order = checking.Order(sources=sources, out=out, now=BEFORE.replace(tzinfo=None))
    checking.check(order, desk)
    said, page = desk.out.getvalue(), (out / "check.html").read_bytes()  # type: ignore[attr-defined]
    assert "sources/news/2025-05-09-herring.md:" in said
    assert b"herring" not in page.lower()
    assert b"what is under embargo is told in the terminal only" in page
    assert b"2025-05-08-night" in page
    late = checking.Order(sources=sources, out=out, now=BEFORE + dt.timedelta(days=90))
    checking.check(late, desk)
    assert b"2025-05-09-herring" in (out / "check.html").read_bytes()


def checked(sources: Path, look: str = "text") -> tuple[str, str]:
    """What a check tells in the terminal, and on its page."""
    desk = Desk(io.StringIO(), io.StringIO(), look, {})
    out = sources.parent / "build"
    checking.check(checking.Order(sources=sources, out=out, now=BEFORE, format=look), desk)
    page = html.unescape((out / "check.html").read_text("utf-8"))
    return desk.out.getvalue(), page  # type: ignore[attr-defined]


@pytest.mark.parametrize("look", ["sarif", "github"])
def test_no_free_text_is_told_in_public_what_a_held_one_has_otherwise(
    sources: Path, look: str
) -> None:
    """The place of a release, an office, a number: fewer words than any lock may know."""
    head = "---\ntitle: Night\ndate: 2025-05-08\n---\n"
    write(
        sources,
        "news/2025-05-08-night.md",
        f"{head}We meet in Maastrciht. Call +32 81 55 10 47.\n\nWe meet in Norhvan.\n",
    )
    write(
        sources,
        "releases/2025-05-09-herring.md",
        HELD.replace("date:", "place: Maastricht\ndate:").replace(
            SECRET, f"{SECRET}\n\nCall +32 81 55 01 47.\n\nOr call +32 81 55 01 47.\n"
        ),
    )
    said, page = checked(sources)
    assert "agenda or datelines have 'Maastricht'" in said
    assert "Maastricht" not in page
    assert "55 01 47" not in page
    assert "agenda or datelines have 'Norhavn'" in page
    assert "Maastricht" not in checked(sources, look)[0]


def test_of_a_copy_for_one_newsroom_no_finding_tells_in_public(sources: Path) -> None:
    """A short name is a word like any other, and gives nobody away by itself."""
    gala = HELD.replace("Herring by night", "Gala").replace("image: ferry.png", "place: Brisa")
    write(sources, "releases/gala.md", gala)
    copy = sources.parent / "build/release/gala-for-le-monde"
    made = build(sources, "release", edition="gala", newsroom="Le Monde", templates=REAL)
    assert made.code == 0, made.said
    (copy / "en/release.html").write_text("<html><body><p>The tide.</p></body></html>")
    said, page = checked(sources)
    assert "build/release/gala-for-le-monde/en/release.html:1:1: error A101" in said
    assert "le-monde" not in page
    assert "le-monde" not in checked(sources, "github")[0]


def test_of_a_kit_that_waits_with_its_release_nothing_is_told_in_public(sources: Path) -> None:
    write(sources, "releases/2025-05-09-herring.md", HELD)
    head = "---\ntitle: Keys\ndate: 2025-05-09\nreleases: [2025-05-09-herring]\n---\nKeys.\n"
    write(sources, "presskits/keys/kit.md", head)
    write(sources, "presskits/keys/01-wardens.md", "---\ntitle: Wardens\n---\nThe the wardens.\n")
    said, page = checked(sources)
    assert "sources/presskits/keys/01-wardens.md:" in said
    assert "wardens" not in page.lower()


def test_a_check_tells_of_a_sentence_in_common_and_its_page_does_not(sources: Path) -> None:
    write(sources, "news/2025-05-09-herring.md", HELD)
    write(
        sources,
        "news/2025-05-08-night.md",
        f"---\ntitle: Night\ndate: 2025-05-08\n---\n{SECRET}\n",
    )
    out = sources.parent / "build"
    desk = Desk(io.StringIO(), io.StringIO(), "text", {})
    checking.check(checking.Order(sources=sources, out=out, now=BEFORE), desk)
    said = desk.out.getvalue()  # type: ignore[attr-defined]
    assert "sources/news/2025-05-08-night.md:5:1: warning E112 words of a text" in said
    assert b"E112" not in (out / "check.html").read_bytes()


def test_a_slip_of_the_finger_is_told_no_secret(sources: Path) -> None:
    from pipeline.errors import UsageError

    write(sources, "releases/2025-05-09-herring.md", HELD)
    with pytest.raises(UsageError) as slip:
        build(sources, "release", edition="2025-05-09-hering")
    assert "herring" not in str(slip.value)
    with pytest.raises(UsageError, match="did you mean '2025-04-14-register'"):
        build(sources, "release", edition="2025-04-14-registre")


def test_built_by_its_name_a_release_may_say_it_and_nothing_else_that_is_held(
    sources: Path,
) -> None:
    write(sources, "news/2025-05-09-herring.md", HELD)
    release = HELD.replace("Herring by night", "Cod by day").replace("herring", "cod")
    write(sources, "releases/2025-05-09-cod.md", release.replace("image: ferry.png\n", ""))
    made = build(sources, "release", edition="2025-05-09-cod", languages=("en",))
    assert made.code == 0, made.said
    write(
        sources, "releases/2025-05-09-cod.md", release.replace("---\nThe", f"---\n{SECRET}.\n\nThe")
    )
    edit(sources, "releases/2025-05-09-cod.md", "image: ferry.png\n", "")
    guard = closed(sources, named="2025-05-09-cod")
    made_up = edition_of(sources, "release", "2025-05-09-cod")
    assert isinstance(made_up, Edition)
    assert guard.may_hold(made_up) == {"release/2025-05-09-cod"}
    assert closed(sources).may_hold(made_up) == lock.NOBODY


def test_words_are_the_same_however_they_are_typed() -> None:
    assert words("Ça, l\u2019Été — ﬁn") == words("ÇA L'ÉTÉ; FIN")
    found = [one for one in legible.read("a.eml", letter(text="Grüße")) if isinstance(one, str)]
    assert any("Grüße" in one for one in found)


@pytest.mark.parametrize("fault", ["colour: red\n", "title: again\n", "date: [\n"])
def test_what_is_faulty_is_held_with_all_its_words(sources: Path, fault: str) -> None:
    write(sources, "news/2025-05-09-herring.md", HELD.replace("image: ferry.png\n", fault))
    guard = closed(sources)
    assert opened("a.txt", SECRET.encode(), guard) == ["news/2025-05-09-herring"]
    assert opened("a.txt", b"Soon: herring by night", guard) == ["news/2025-05-09-herring"]


def test_a_letter_does_not_know_the_names_of_what_it_waits_for(sources: Path) -> None:
    write(sources, "news/2025-05-09-gala.md", HELD)
    named = "items: [2025-05-09-gala, 2025-05-06-ferry]\n"
    edit(sources, "newsletters/2025-05.md", "---\n", f"---\n{named}")
    early = edition_of(sources, "newsletter", "2025-05", now=BEFORE)
    late = edition_of(sources, "newsletter", "2025-05", now=BEFORE + dt.timedelta(days=90))
    assert isinstance(early, Edition)
    assert isinstance(late, Edition)
    assert early.lead.items == ("2025-05-06-ferry",)
    assert late.lead.items == ("2025-05-09-gala", "2025-05-06-ferry")


def test_a_letter_does_not_know_the_names_of_what_waits_in_another_language(sources: Path) -> None:
    write(sources, "news/2025-05-09-gala.md", HELD)
    named = "items: [2025-05-09-gala, 2025-05-08-salt]\n"
    edit(sources, "newsletters/2025-05.md", "---\n", f"---\n{named}")
    assert not (sources / "news/2025-05-09-gala.fr.md").exists()
    french = edition_of(sources, "newsletter", "2025-05", now=BEFORE, language="fr")
    assert isinstance(french, Edition)
    assert french.lead.items == ("2025-05-08-salt",)


def test_a_kit_does_not_know_the_names_of_what_waits_in_another_language(sources: Path) -> None:
    write(sources, "releases/2025-05-09-gala.md", HELD.replace("image: ferry.png\n", ""))
    edit(sources, "presskits/forum-2025/kit.md", "releases: 5", "releases: [2025-05-09-gala]")
    french = edition_of(sources, "presskit", "forum-2025", now=BEFORE, language="fr")
    assert isinstance(french, Edition)
    assert french.lead.releases == ()


FLYER = """\
title = "Flyer"
per = "standing"
[section.kits]
kinds = ["presskits"]
[[output]]
name = "flyer.txt"
renderer = "plain"
template = "flyer.txt"
"""


@pytest.mark.parametrize("fault", ["", "colour: red\n"])
def test_a_list_of_letters_does_not_know_them_either(
    sources: Path, tmp_path: Path, fault: str
) -> None:
    write(sources, "news/2025-05-09-gala.md", HELD.replace("image: ferry.png\n", fault))
    named = "items: [2025-05-09-gala, 2025-05-06-ferry]\n"
    edit(sources, "newsletters/2025-05.md", "number: 2\n", f"number: 2\n{named}")
    folder = tmp_path / "templates"
    shutil.copytree(SMALL / "_shared", folder / "_shared")
    write(folder, "flyer/publication.toml", FLYER.replace("presskits", "newsletters"))
    page = (
        "{% for letter in edition.sections.kits['items'] %}{{ letter['items'] | join }}{% endfor %}"
    )
    write(folder, "flyer/flyer.txt", page)
    made = build(sources, "flyer", templates=folder, languages=("en",))
    assert made.files["flyer/flyer/en/flyer.txt"].strip() == "2025-05-06-ferry"


@pytest.mark.parametrize("fault", ["colour: red\n", "title: again\n"])
def test_a_kit_waits_with_a_release_that_is_faulty(sources: Path, fault: str) -> None:
    release = HELD.replace("image: ferry.png\n", fault)
    write(sources, "releases/2025-05-09-gala.md", release)
    edit(sources, "presskits/forum-2025/kit.md", "releases: 5", "releases: [2025-05-09-gala]")
    made = build(sources, languages=("en",))
    assert not any(name.startswith("presskit/") for name in made.files)
    assert "presskit" not in made.said


def test_a_kit_may_list_in_one_language_what_waits_in_the_other(sources: Path) -> None:
    edit(sources, "organisation.yaml", "languages: [en, fr]", "languages: [fr, en]")
    kit = "---\ntitle: {}\ndate: 2025-06-08\nreleases: [2025-05-09-herring]\n---\nNets.\n"
    write(sources, "presskits/nets/kit.md", kit.format("Dossier des filets"))
    write(sources, "presskits/nets/kit.en.md", kit.format("A kit of nets"))
    write(sources, "releases/2025-05-09-herring.en.md", HELD.replace("image: ferry.png\n", ""))
    made = build(sources, "presskit", edition="nets")
    assert "presskit nets en  made" in made.said
    assert "presskit nets fr  made" in made.said
    again = build(sources, "presskit", edition="nets", languages=("fr",), force=True)
    assert "presskit nets fr  made" in again.said


def test_a_list_of_kits_leaves_out_the_one_that_waits(sources: Path, tmp_path: Path) -> None:
    templates = Path(shutil.copytree(SMALL, tmp_path / "templates"))
    write(templates, "flyer/publication.toml", FLYER)
    page = "{% for kit in edition.sections.kits['items'] %}{{ kit.title }}{% endfor %}"
    write(templates, "flyer/flyer.txt", page)
    made = build(sources, "flyer", templates=templates, languages=("en",))
    assert "Harbour Forum" in made.files["flyer/flyer/en/flyer.txt"]
    write(sources, "releases/2025-05-09-herring.md", HELD.replace("image: ferry.png\n", ""))
    edit(sources, "presskits/forum-2025/kit.md", "releases: 5", "releases: [2025-05-09-herring]")
    made = build(sources, "flyer", templates=templates, languages=("en",))
    assert made.code == 0, made.said
    assert "Forum" not in made.files["flyer/flyer/en/flyer.txt"]
