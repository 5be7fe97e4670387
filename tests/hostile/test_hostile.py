"""Whatever lies in `sources/`: nothing is read outside it, fetched or run, and the build ends."""

from __future__ import annotations

import io
import os
import re
import shutil
import socket
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pypdf
import pytest

from tests.conftest import SPECIMEN
from tests.desks import SMALL, write
from tests.hostile import pictures, texts
from tests.hostile.watchman import Watched, watched
from tests.stopwatch import fair

CANARY = "canary-7Q2"
SECRET = f"---\ntitle: {CANARY}\ndate: 2025-05-06\n---\n{CANARY}\n"
SERVER = "http://127.0.0.1:9/"
SECONDS = 5
MEMORY = 500_000_000
NEWS = "news/2025-05-06-ferry.md"
ODD = "news/2025-05-06-odd-{}.md"
STORY = "---\ntitle: A\ndate: 2025-05-06\nsection: network\n{}---\n{}\n"
DESCRIBED = "\n{}:\n  alt: A\n  credit: B\n  licence: C\n"
PLACED = re.compile(r"sources(/[^:\n]+)?(:\d+)*: (error|warning) [A-Z]\d{3} \S.*")


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """The specimen, and beside it what nobody may see."""
    (tmp_path / "secret.md").write_text(SECRET)
    return Path(shutil.copytree(SPECIMEN, tmp_path / "sources"))


def built(
    sources: Path, publication: str = "newsletter", *, templates: Path | None = SMALL
) -> Watched:
    order = [publication, "--language", "en", "--now", "2025-06-10T09:00Z"]
    if publication == "newsletter":
        order += ["--edition", "2025-05"]
    out = sources.parent / "build"
    done = watched(sources, out, *order, **({"templates": templates} if templates else {}))
    assert done.strayed == ()
    assert "Traceback" not in done.said
    assert not re.search(" P19[01] ", done.said), done.said
    assert all(sign.isprintable() for sign in done.said.replace("\n", ""))
    assert max(map(len, done.said.splitlines())) < 1000
    assert done.memory < MEMORY
    print("SECONDS", done.seconds)
    limit = SECONDS * (1 if templates else 2)
    assert fair(done.seconds, limit) < limit
    made = legible(out)
    for trace in (CANARY, SERVER, str(sources.parent)):
        assert trace not in made
    return done


def told(done: Watched, code: str) -> list[str]:
    """The lines with that code: one for each fault, with its place."""
    lines = [line for line in done.said.splitlines() if f" {code} " in line and ": " in line]
    found = [line for line in lines if PLACED.fullmatch(line)]
    assert found, done.said
    return found


def legible(out: Path) -> str:
    files = sorted(path for path in out.rglob("*") if path.is_file() and ".made" not in path.parts)
    return "\n".join(part for path in files for part in _inside(path.name, path.read_bytes()))


def _inside(name: str, content: bytes) -> Iterator[str]:
    yield content.decode("utf-8", "replace")
    if name.endswith((".zip", ".docx")):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for inner in archive.namelist():
                yield from _inside(inner, archive.read(inner))
    if name.endswith(".pdf"):
        with pypdf.PdfReader(io.BytesIO(content)) as reader:
            yield " ".join(page.extract_text() for page in reader.pages)
            assert "/EmbeddedFiles" not in str(reader.root_object.get("/Names"))
            assert not {"/OpenAction", "/AA"} & set(reader.root_object)


# What stands in a text ---------------------------------------------------------------------


def test_what_a_text_may_not_hold_refuses_its_edition_with_one_line(sources: Path) -> None:
    for number, (text, _) in enumerate(texts.REFUSED.values()):
        text = text.replace("SECRET", str(sources.parent / "secret.md")).replace("SERVER", SERVER)
        write(sources, ODD.format(number), STORY.format("", text))
    done = built(sources)
    assert done.code == 1
    assert untold(done, [(name, code) for name, (_, code) in texts.REFUSED.items()]) == []


def untold(done: Watched, asked: Iterable[tuple[str, str]]) -> list[str]:
    """The odd stories of which no error is told that has their code."""
    found = re.findall(rf"^sources/{ODD.format('(.+)')}:\S* error (\S+) ", done.said, re.MULTILINE)
    told = {(int(number), code) for number, code in found}
    return [name for n, (name, code) in enumerate(asked) if (n, code) not in told]


def test_html_does_nothing_in_any_form(sources: Path) -> None:
    html = "\n\n".join(texts.HTML)
    html = html.replace("SECRET", str(sources.parent / "secret.md")).replace("SERVER", SERVER)
    write(sources, NEWS, STORY.format("", html.replace("\n", "\n\n")))
    for publication in ("newsletter", "release"):
        write(
            sources,
            "releases/2025-06-09-html.md",
            STORY.format("", html).replace("section: network\n", ""),
        )
        done = built(sources, publication, templates=None)
        assert done.code == 0, done.said
    assert len(told(done, "W112")) >= 20
    folder = sources.parent / "build"
    pages = [*folder.rglob("*.html")]
    assert len(pages) >= 3
    for page in pages:
        assert texts.ACTIVE.findall(page.read_text("utf-8")) == [], page.name


@pytest.mark.parametrize("profile", ["generic", "listmonk", "mailchimp", "brevo"])
def test_what_only_looks_like_a_tag_of_the_sending_tool_is_inert(
    sources: Path, profile: str
) -> None:
    text = (sources / "organisation.yaml").read_text("utf-8")
    write(sources, "organisation.yaml", text.replace("profile: generic", f"profile: {profile}"))
    write(sources, NEWS, STORY.format("", "\n\n".join(texts.TAGS)))
    done = built(sources, templates=None)
    if done.code == 2:
        pytest.skip("no such profile")
    folder = sources.parent / "build/newsletter/2025-05/en"
    for name in ("newsletter.html", "newsletter.txt"):
        assert "Subscriber" in (made := (folder / name).read_text("utf-8"))
        assert not re.search(r"(\{\{|\*\||\{%)[^<]{0,20}(Subscriber|EMAIL|env)", made), name


@pytest.mark.parametrize("name", texts.ENDLESS)
def test_text_without_end_ends_in_time(sources: Path, name: str) -> None:
    text, code = texts.ENDLESS[name]
    write(sources, NEWS, STORY.format("", text()))
    done = built(sources)
    assert done.code == bool(code)
    assert not code or told(done, code)


@pytest.mark.parametrize("part", range(6))
def test_front_matter_without_end_or_sense_is_refused(sources: Path, part: int) -> None:
    written = list(texts.FRONT.items())[part::6]
    for number, (_, (text, _)) in enumerate(written):
        write(sources, ODD.format(number), STORY.format(f"{text}\n", "B"))
    done = built(sources)
    assert done.code == 1
    assert untold(done, [(name, code) for name, (_, code) in written]) == []


@pytest.mark.parametrize("name", texts.SHARED)
def test_a_shared_file_without_end_or_sense_is_refused(sources: Path, name: str) -> None:
    added, text, code = texts.SHARED[name]
    facts = (sources / "facts.yaml").read_text("utf-8")
    write(sources, "facts.yaml", facts + added)
    write(sources, NEWS, STORY.format("", text))
    done = built(sources)
    assert done.code == 1
    told(done, code)


# What is put into headers, calendars, tables and cards ---------------------------------------


@pytest.mark.parametrize("name", texts.HEADERS)
def test_no_name_and_no_subject_brings_a_header(sources: Path, name: str) -> None:
    file, old, new, code = texts.HEADERS[name]
    text = (sources / file).read_text("utf-8")
    assert old in text
    write(sources, file, text.replace(old, new, 1))
    done = built(sources, templates=None)
    letter = sources.parent / "build/newsletter/2025-05/en/newsletter.eml"
    assert done.code == letter.exists() - 1 + 2 * (not letter.exists())
    assert not code or told(done, code)
    if letter.exists():
        head = letter.read_bytes().split(b"\r\n\r\n")[0].decode("ascii")
        assert not re.search("(?mi)^(bcc|x-evil)", head)
        assert "\r" not in head.replace("\r\n", "")
        assert len(re.findall("(?m)^Subject:", head)) == 1


def test_no_date_brings_a_line_into_the_calendar(sources: Path) -> None:
    agenda = (sources / "agenda.yaml").read_text("utf-8")
    evil = '"A\\r\\nATTENDEE:mailto:x@y.org\\r\\nBEGIN:VALARM"'
    agenda = agenda.replace("Autumn school,", f"{evil},").replace("Norhavn", evil, 1)
    write(sources, "agenda.yaml", agenda)
    assert built(sources, templates=None).code == 0
    made = (sources.parent / "build/newsletter/2025-05/en/agenda.ics").read_bytes()
    assert not re.search(rb"(?m)^(ATTENDEE|BEGIN:VALARM)", made)
    assert b"ATTENDEE" in made


def test_no_figure_is_a_formula_and_no_name_a_second_card(sources: Path) -> None:
    facts = (sources / "facts.yaml").read_text("utf-8")
    for old, new in (("member towns", '"=cmd|calc"'), ("HTN register", '"\\t@SUM(1)"')):
        assert old in facts
        facts = facts.replace(old, new)
    write(sources, "facts.yaml", facts)
    contacts = (sources / "contacts.yaml").read_text("utf-8")
    evil = '"A\\r\\nEND:VCARD\\r\\nBEGIN:VCARD"'
    write(sources, "contacts.yaml", contacts.replace("Inês Duarte", evil))
    assert built(sources, "presskit", templates=None).code == 0
    with zipfile.ZipFile(sources.parent / "build/presskit/forum-2025/en/presskit.zip") as kit:
        names = {Path(name).suffix: name for name in kit.namelist()}
        cells = kit.read(names[".csv"]).decode("utf-8-sig").replace("\r\n", ",").split(",")
        cards = kit.read(names[".vcf"]).decode()
    assert [cell for cell in cells if cell[:1] in tuple("=+@\t")] == []
    assert "'=cmd|calc" in cells
    assert cards.count("\r\nEND:VCARD") == len(re.findall(r"(?m)^BEGIN:VCARD", cards)) == 2


# Pictures ----------------------------------------------------------------------------------


@pytest.mark.parametrize("part", [0, 1, 2])
def test_a_drawing_that_could_do_more_than_be_drawn_is_refused(sources: Path, part: int) -> None:
    # Of more than 25 a build tells only how many there are.
    all_of_them = list(pictures.drawings(str(sources.parent / "secret.md"), SERVER).items())
    drawings = dict(all_of_them[part::3])
    described = (sources / "images.yaml").read_text("utf-8")
    first = described.count("\n") + 1
    for number, drawing in enumerate(drawings.values()):
        name = f"x{number}.svg"
        write(sources, f"images/{name}", drawing)
        described += DESCRIBED.format(name)[1:]
        write(sources, ODD.format(number), STORY.format(f"image: {name}\n", "B"))
    write(sources, "images.yaml", described)
    done = built(sources)
    assert done.code == 1
    refused = {line.split(":")[1] for line in told(done, "I107") if " error " in line}
    lines = {name: str(first + 4 * number) for number, name in enumerate(drawings)}
    assert [name for name, line in lines.items() if line not in refused] == []


@pytest.mark.parametrize("name", pictures.PIXELS)
def test_a_picture_larger_than_it_seems_is_refused(sources: Path, name: str) -> None:
    make, code = pictures.PIXELS[name]
    done = with_picture(sources, "x.png", make(), templates=None)
    assert done.code == bool(code)
    assert not code or told(done, code)[0].startswith("sources/images.yaml:14:1: ")


def with_picture(
    sources: Path, name: str, content: bytes, templates: Path | None = SMALL
) -> Watched:
    write(sources, f"images/{name}", content)
    described = (sources / "images.yaml").read_text("utf-8") + DESCRIBED.format(name)
    write(sources, "images.yaml", described.replace("\n\n", "\n"))
    write(sources, NEWS, STORY.format(f"image: {name}\n", "B"))
    return built(sources, templates=templates)


def test_two_pictures_that_many_disks_hold_for_one_are_refused(sources: Path) -> None:
    done = with_picture(sources, "QUAY.png", (sources / "images/quay.png").read_bytes())
    assert done.code == 1
    [line] = told(done, "I110")
    assert line.startswith("sources/images.yaml:14:1: ")


def test_a_picture_in_the_opening_stands_beside_every_page(sources: Path) -> None:
    write(sources, "images/pier.png", (sources / "images/quay.png").read_bytes())
    described = (sources / "images.yaml").read_text("utf-8") + DESCRIBED.format("pier.png")
    write(sources, "images.yaml", described.replace("\n\n", "\n"))
    issue = (sources / "newsletters/2025-05.md").read_text("utf-8")
    write(sources, "newsletters/2025-05.md", f"{issue}\n![A pier](pier.png)\n")
    assert built(sources, templates=None).code == 0
    folder = sources.parent / "build/newsletter/2025-05/en"
    for name in ("newsletter.html", "web.html"):
        assert 'src="images/pier.png"' in (folder / name).read_text("utf-8"), name
    assert (folder / "images/pier.png").exists()


# Files that are none, and names that are more --------------------------------------------------


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        before = Path.cwd()
        os.chdir(path.parent)  # a socket's address may have a hundred letters
        try:
            one.bind(path.name)
        finally:
            os.chdir(before)


def _instead(path: Path, make: Callable[[Path], object]) -> None:
    path.rename(path.parents[1] / "gone") if path.is_dir() else path.unlink(missing_ok=True)
    make(path)


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(2**36)


PLANTED: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "pipe": ("news/x.md", os.mkfifo, "B104"),
    "pipe for facts": ("facts.yaml", os.mkfifo, "B104"),
    "pipe for a picture": ("images/quay.png", os.mkfifo, "I103"),
    "pipe aside": ("pipe", os.mkfifo, ""),
    "socket": ("news/x.md", _socket, "B104"),
    "endless": ("news/x.md", lambda path: path.symlink_to("/dev/zero"), "B104"),
    "input": ("news/x.md", lambda path: path.symlink_to("/dev/stdin"), "B104"),
    "secret": ("news/x.md", lambda path: path.symlink_to("../../secret.md"), "B104"),
    "secret facts": ("facts.yaml", lambda path: path.symlink_to("../secret.md"), "B104"),
    "secret picture": ("images/quay.png", lambda path: path.symlink_to("../../secret.md"), "I103"),
    "pictures elsewhere": ("images", lambda path: path.symlink_to("../gone"), "I103"),
    "folder elsewhere": ("news", lambda path: path.symlink_to("../gone"), "B104"),
    "loop": ("news/loop", lambda path: path.symlink_to(".."), "B104"),
    "the whole disk": ("presskits/etc", lambda path: path.symlink_to("/etc"), "B104"),
    "folder of a file's name": ("news/x.md", os.mkdir, "B104"),
    "folder for facts": ("facts.yaml", os.mkdir, "B104"),
    "folder of a kit's name": ("presskits/forum-2025/kit.md", os.mkdir, "B104"),
    "folder for a translation": ("news/2025-05-05-new-quay.fr.md", os.mkdir, "B104"),
    "folder of another name": ("news/2025", os.mkdir, ""),
    "64 GB of text": ("news/x.md", _sparse, "B103"),
    "64 GB of picture": ("images/quay.png", _sparse, "I104"),
    "64 GB of film": ("images/film.mov", _sparse, ""),
}


@pytest.mark.parametrize("name", PLANTED)
def test_what_is_no_file_of_ours_is_neither_followed_nor_waited_for(
    sources: Path, name: str
) -> None:
    place, make, code = PLANTED[name]
    _instead(sources / place, make)
    done = built(sources)
    assert done.code == bool(code)
    assert not code or told(done, code)


NAMES = {
    "escape": ("2025-05-07-\x1b[2J.md", "B105"),
    "a line": ("2025-05-07-a\nsources: error B100 x.md", "B105"),
    "turned": ("2025-05-07-a\u202egpj.md", "B105"),
    "mark": ("2025-05-07-\ufeffa.md", "B105"),
    "bytes": (os.fsdecode(b"2025-05-07-\xff.md"), "B105"),
    "tag": ('2025-05-07-"><script>alert(1)<.md', ""),
    "shell": ("2025-05-07-$(touch x)`touch x`;&|.md", ""),
    "option": ("--help.md", ""),
    "device": ("CON.md", ""),
    "dots": ("...md", ""),
    "long": (f"2025-05-07-{'y' * 240}.md", "B105"),
    "our own": ("provenance.json.md", ""),
    "our index": ("index.html.md", ""),
}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_a_name_and_nothing_else(sources: Path, name: str) -> None:
    typed, code = NAMES[name]
    write(sources, f"releases/{typed}", "---\ntitle: Named\ndate: 2025-05-07\n---\nB\n")
    out = sources.parent / "build"
    done = watched(sources, out, "--now", "2025-06-10T09:00Z", templates=SMALL)
    assert done.strayed == ()
    assert "Traceback" not in done.said
    assert not code or told(done, code)
    assert all(sign.isprintable() for sign in done.said.replace("\n", ""))
    assert not [path for path in out.rglob("*") if path.name == "x"]
    assert "<script>alert" not in (out / "index.html").read_text("utf-8")
    assert {path.name for path in out.iterdir()} <= {
        *(".lock", ".made", ".workshop", "index.html", "manifesto", "newsletter"),
        *("presskit", "release", "slides"),
    }
