"""Whatever lies in `templates/`: a line says what is wrong, and nothing else is read or said."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline import cli
from pipeline.workers import Limits
from tests.desks import SMALL, build

FLYER = """title = "Flyer"
per = "deck"

[[output]]
name = "flyer.pdf"
renderer = "pdf"
template = "flyer.html"
"""
SECRET = "canary-7Q2"
DECLARED = (SMALL / "newsletter/publication.toml").read_text("utf-8")
ORDER = ["--now", "2025-06-10T09:00Z", "--jobs", "1", "--language", "en"]


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """Templates of one text each, and beside them what nobody may see."""
    (tmp_path / "secret.txt").write_text(SECRET)
    return Path(shutil.copytree(SMALL, tmp_path / "templates"))


def told(
    sources: Path, templates: Path, capsys: pytest.CaptureFixture[str], *words: str
) -> tuple[int, list[str]]:
    """The exit code and the errors; nothing that was said moves a cursor or tells a secret."""
    folders = ["--sources", str(sources), "--templates", str(templates)]
    out = templates.parent / "build"
    code = cli.main(["build", *words, *folders, "--out", str(out), *ORDER])
    said = capsys.readouterr().out
    assert all(sign.isprintable() for sign in said.replace("\n", "")), ascii(said)
    assert not {"Traceback", " P190 ", " P191 "} & set(said.split("\n"))
    assert " P19" not in said
    made = b"".join(p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file())
    assert SECRET not in said
    assert SECRET.encode() not in made
    assert b"\x1b" not in made
    return code, [line for line in said.splitlines() if " error " in line]


def flyer(templates: Path, page: str, declared: str = FLYER) -> None:
    """A publication of one page."""
    (templates / "flyer").mkdir()
    (templates / "flyer/publication.toml").write_text(declared)
    (templates / "flyer/flyer.html").write_text(page)


# What a folder of templates is called ---------------------------------------------------------

NAMES = (
    *("a\x1b[2J", "a\nb", "a\u202eb", "..a", "CON", ".hidden", "-x", "a:b", 'a"><script>', "a."),
    *("x" * 200, os.fsdecode(b"a\xff"), ".made", ".workshop", "index.html", "check.html", "a\tb"),
)


def test_a_folder_that_no_folder_of_ours_can_be_named_after_is_refused(
    sources: Path, templates: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in NAMES:
        shutil.copytree(SMALL / "newsletter", templates / name)
    code, errors = told(sources, templates, capsys)
    assert code == 1
    refused = [line for line in errors if " O105 " in line and "no name for a publication" in line]
    assert len(refused) == len(set(refused)) == len(NAMES)
    assert errors == refused
    assert (templates.parent / "build/newsletter/2025-05/en/newsletter.txt").exists()


def test_other_folders_may_be_called_as_they_like(
    sources: Path, templates: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ["x", "é", "a b", "flyer.2", "$(x)"]
    for name in names:
        shutil.copytree(SMALL / "newsletter", templates / name)
    assert told(sources, templates, capsys) == (0, [])
    for name in names:
        assert (templates.parent / "build" / name / "2025-05/en/newsletter.txt").exists()


@pytest.mark.parametrize("name", ["NEWSLETTER", "Newsletter"])
def test_two_folders_that_some_disks_hold_for_one_are_refused(
    sources: Path, templates: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    shutil.copytree(SMALL / "newsletter", templates / name)
    code, errors = told(sources, templates, capsys)
    assert (code, len(errors)) == (1, 1)
    assert "O105 two publications are called 'newsletter'" in errors[0]


# What stands in them ----------------------------------------------------------------------------

RAW = "\x1b[2J"
WRITTEN = {
    "a title": ("publication.toml", DECLARED.replace('title = "', 'title = "\\u001b[2J'), "O102"),
    "a title in code": (
        "publication.toml",
        DECLARED.replace('title = "', f'title = "{RAW}'),
        "O102",
    ),
    "half of nothing": (
        "publication.toml",
        DECLARED.replace('title = "', 'title = "\\uFFFE'),
        "O102",
    ),
    "labels": ("../_shared/words.toml", '[en]\nagenda = "\\u0007"\n', "O102"),
    "deep lists": ("../_shared/words.toml", "[en]\nagenda = " + "[" * 5000 + "]" * 5000, "O102"),
    "deep tables": ("publication.toml", "a = " + "{a=" * 5000 + "1" + "}" * 5000, "O102"),
    "a deep name": ("../_shared/words.toml", ".".join("a" * 9000) + " = 1", "O102"),
    "an endless number": ("../_shared/words.toml", "[en]\nagenda = 1" + "0" * 5000, "O102"),
    "a number to the sixteenth": (
        "../_shared/words.toml",
        f"[en]\nagenda = 0x{'f' * 9999}",
        "O102",
    ),
    "labels of nobody": ("../_shared/words.toml", '["en"]\nagenda = "Agenda"', "O103"),
    "labels of a word": ("../_shared/words.toml", 'en = "Agenda"', "O103"),
    "a colour by name": ("../_shared/brand.toml", '[colour]\nink = "red"', "O103"),
    "half a colour": ("../_shared/brand.toml", '[colour]\nprimary = "#12"', "O103"),
    "a number of a colour": ("../_shared/brand.toml", "[colour]\naccent = 3", "O103"),
    "no table of colours": ("../_shared/brand.toml", 'colour = "red"', "O103"),
    "tables of colours": ("../_shared/brand.toml", '[[colour]]\nink = "#000000"', "O103"),
    "no table of type": ("../_shared/brand.toml", "type = 3", "O103"),
    "a day for type": ("../_shared/brand.toml", "[type]\nserif = 2025-01-01", "O103"),
    "a large number for type": (
        "../_shared/brand.toml",
        f"[type]\nserif = 0x{'f' * 9999}",
        "O102",
    ),
    "a large number": ("publication.toml", DECLARED + f"a = 0x{'f' * 9999}\n", "O102"),
    "one kind without end": (
        "publication.toml",
        DECLARED + '[section.a]\nkinds = ["news"' + ', "news"' * 9999 + "]\n",
        "O103",
    ),
    "a sign": ("newsletter.txt", f"a\n{RAW}", "O110"),
    "a spelt sign": ("newsletter.txt", '{{ "\\x1b[2J" }}', "O110"),
    "half a letter": ("newsletter.txt", '{{ "\\ud800" }}', "O110"),
    "a sign in an order": ("newsletter.txt", f"{{% {RAW} %}}", "O110"),
    "a key": ("newsletter.txt", '{{ edition["\x1b[2J"] }}', "O110"),
    "a file above": ("newsletter.txt", '{% include "../../secret.txt" %}', "O110"),
    "a file of the disk": ("newsletter.txt", '{% include "/etc/passwd" %}', "O110"),
    "itself": ("newsletter.txt", '{% include "newsletter.txt" %}', "O110"),
    "its own head": ("newsletter.txt", '{% extends "newsletter.txt" %}', "O110"),
    "five hundred ifs": ("newsletter.txt", "{% if 1 %}" * 500 + "{% endif %}" * 500, "O110"),
    "raw without end": ("newsletter.txt", "a\n{% raw %}\nb", "O110"),
    "brackets": ("newsletter.txt", "{{ " + "(" * 300 + "1" + ")" * 300 + " }}", "O110"),
    "a class": ("newsletter.txt", '{{ ""|attr("__class__") }}', "O110"),
    "a file of the sources' disk": (
        "newsletter.txt",
        '{{ edition.pictures[0].path.parents[2].joinpath("secret.txt").read_text() }}',
        "O110",
    ),
    "a file by a filter": (
        "newsletter.txt",
        '{{ edition.pictures|map(attribute="path")|map("string")|first }}',
        "O110",
    ),
    "a file to be written": (
        "newsletter.txt",
        '{{ (edition.pictures[0]|attr("path")).with_name("new.png").write_text("x") }}',
        "O110",
    ),
    "the hour": ("newsletter.txt", "{{ edition.date.today() }}", "O110"),
    "bytes": ("newsletter.txt", '{{ "a".encode().ljust(2000000000) }}', "O110"),
    "more bytes": ("newsletter.txt", '{{ (3).to_bytes(2000000000, "big") }}', "O110"),
}


SHARED = [name for name, (file, _, _) in WRITTEN.items() if file.startswith("../")]


@pytest.mark.parametrize("name", SHARED)
def test_what_the_shared_words_may_not_hold_is_told_at_their_file(
    sources: Path, templates: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    file, text, code = WRITTEN[name]
    path = templates / "newsletter" / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    ended, errors = told(sources, templates, capsys, "newsletter")
    assert ended == 1
    assert [f" error {code} " in line for line in errors] == [True]
    assert errors[0].startswith(("templates/newsletter/", f"templates/{file[3:]}"))


def test_what_a_template_may_not_hold_is_told_at_its_file(
    sources: Path, templates: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [name for name in WRITTEN if name not in SHARED]
    for name in names:
        file, text, _ = WRITTEN[name]
        shutil.copytree(SMALL / "newsletter", templates / name)
        (templates / name / file).write_text(text, "utf-8")
    ended, errors = told(sources, templates, capsys, *names)
    assert ended == 1
    assert len(errors) == len(names)
    for name in names:
        [line] = [line for line in errors if line.startswith(f"templates/{name}/")]
        assert f" error {WRITTEN[name][2]} " in line


# What is no file of a designer's --------------------------------------------------------------


def _to_secret(path: Path) -> None:
    path.symlink_to(path.parents[2] / "secret.txt")


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(2**36)


PLANTED: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "a declaration elsewhere": ("newsletter/publication.toml", _to_secret, "O102"),
    "a declaration without end": (
        "newsletter/publication.toml",
        lambda path: path.symlink_to("/dev/zero"),
        "O102",
    ),
    "a pipe for a declaration": ("newsletter/publication.toml", os.mkfifo, "O102"),
    "a pipe for labels": ("_shared/words.toml", os.mkfifo, "O102"),
    "colours elsewhere": ("_shared/brand.toml", _to_secret, "O102"),
    "a template elsewhere": ("newsletter/newsletter.txt", _to_secret, "O110"),
    "a pipe for a template": ("newsletter/newsletter.txt", os.mkfifo, "O110"),
    "a folder for a template": ("newsletter/newsletter.txt", os.mkdir, "O110"),
    "a template without end": (
        "newsletter/newsletter.txt",
        lambda path: path.symlink_to("/dev/zero"),
        "O110",
    ),
    "64 GB of template": ("newsletter/newsletter.txt", _sparse, "O110"),
    "64 GB of index": ("_shared/index.html", _sparse, "O110"),
    "64 GB of labels": ("_shared/words.toml", _sparse, "O102"),
    "a pipe for the index": ("_shared/index.html", os.mkfifo, "O110"),
    "a folder elsewhere": (
        "newsletter",
        lambda path: path.symlink_to(
            Path(shutil.copytree(SMALL / "newsletter", path.parents[1] / "n"))
        ),
        "O102",
    ),
}


SHARED_TOO = [name for name, (place, _, _) in PLANTED.items() if place.startswith("_shared")]


def plant(templates: Path, place: str, make: Callable[[Path], object]) -> None:
    path = templates / place
    path.parent.mkdir(exist_ok=True)
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    make(path)


@pytest.mark.parametrize("name", SHARED_TOO)
def test_no_link_is_followed_and_no_pipe_is_waited_for_in_what_is_shared(
    sources: Path, templates: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    place, make, code = PLANTED[name]
    plant(templates, place, make)
    ended, errors = told(sources, templates, capsys, "newsletter")
    assert ended in (1, 2)
    assert [line for line in errors if f" error {code} " in line and place in line], errors


def test_no_link_is_followed_and_no_pipe_is_waited_for(
    sources: Path, templates: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [name for name in PLANTED if name not in SHARED_TOO]
    for name in names:
        place, make, _ = PLANTED[name]
        shutil.copytree(SMALL / "newsletter", templates / name)
        plant(templates, place.replace("newsletter", name, 1), make)
    ended, errors = told(sources, templates, capsys, *names)
    assert ended in (1, 2)
    for name in names:
        place, _, code = PLANTED[name]
        place = place.replace("newsletter", name, 1)
        assert [line for line in errors if f" error {code} " in line and place in line], errors


def test_a_press_that_fills_a_disk_is_none(
    sources: Path, templates: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (templates / "_shared/press").mkdir()
    for path in (templates / "_shared/press/x.icc", templates / "newsletter/y.icc"):
        _sparse(path)
    declared = (templates / "newsletter/publication.toml").read_text("utf-8")
    page = '\n[[output]]\nname = "images"\nrenderer = "pictures"\nof = ["newsletter.txt"]\n'
    (templates / "newsletter/publication.toml").write_text(declared + page, "utf-8")
    assert told(sources, templates, capsys, "newsletter") == (0, [])


def test_a_file_in_a_folder_that_is_a_link_is_not_read(
    sources: Path, templates: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (templates / "newsletter/parts").symlink_to(templates.parent)
    (templates / "newsletter/newsletter.txt").write_text('{% include "parts/secret.txt" %}')
    ended, errors = told(sources, templates, capsys, "newsletter")
    assert ended == 1
    [said] = errors
    assert said.startswith(
        "templates/newsletter/parts/secret.txt: error O110 this is a link, or no"
    )


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1 << 40)


UNREAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "another alphabet": (
        lambda path: path.write_bytes("a\né".encode("latin-1")),
        "newsletter.txt:2: error O110 this is not UTF-8: byte 3",
    ),
    "another form of Unicode": (
        lambda path: path.write_bytes("a".encode("utf-16")),
        "newsletter.txt:1: error O110 this is not UTF-8: byte 1",
    ),
    "a disk full": (_sparse, "newsletter.txt: error O110 this has more than the 4,000,000 bytes"),
}


@pytest.mark.parametrize("name", UNREAD)
def test_what_no_template_is_is_told_in_words(
    sources: Path, templates: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    make, said = UNREAD[name]
    plant(templates, "newsletter/newsletter.txt", make)
    ended, [error] = told(sources, templates, capsys, "newsletter")
    assert ended == 1
    assert error.startswith(f"templates/newsletter/{said}")


def test_the_mark_of_windows_is_no_word_of_a_template(sources: Path, templates: Path) -> None:
    page = templates / "newsletter/newsletter.txt"
    page.write_text("One\nTwo", "utf-8-sig", newline="\r\n")
    files = build(sources, "newsletter", templates=templates, languages=("en",)).files
    assert files["newsletter/2025-05/en/newsletter.txt"] == "One\nTwo\n"


def test_a_profile_without_end_is_none(
    sources: Path, templates: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    press = 'variant = "print"\noutput_intent = "press.icc"\n'
    flyer(templates, "<p>a", FLYER + press)
    _sparse(templates / "flyer/press.icc")
    ended, [error] = told(sources, templates, capsys, "flyer")
    assert ended == 1
    assert "P300 flyer.pdf: 'press.icc' is not the ICC profile of a press" in error


def test_no_link_is_read_where_a_line_of_a_template_is_looked_for(
    sources: Path, templates: Path
) -> None:
    flyer(templates, "<style>p { colour: red }</style><p>a")
    (templates.parent / "secret.css").write_text("p { colour: red }")
    (templates / "flyer/a.css").symlink_to(templates.parent / "secret.css")
    made = build(sources, "flyer", templates=templates, languages=("en",))
    assert "templates/flyer/flyer.html:1: warning P200" in made.said
    assert "a.css" not in made.said


PRINTED = ("edition.pictures", "edition|json", "edition|pprint", "'%r' % edition", "edition ~ ''")


def test_no_value_shows_where_a_picture_lies_on_the_disk(sources: Path, templates: Path) -> None:
    for number, said in enumerate(PRINTED):
        # What is read back of a page is not what a template may print.
        made = f"{{% set told = ({said})|string %}}{{{{ told.count('quay.png') }}}}"
        looked = f"{{{{ told.count({str(sources.parent)!r}) }}}}"
        shutil.copytree(SMALL / "newsletter", templates / f"n{number}")
        (templates / f"n{number}/newsletter.txt").write_text(f"{made} {looked}")
    names = [f"n{number}" for number in range(len(PRINTED))]
    files = build(sources, *names, templates=templates, languages=("en",)).files
    pages = [files[f"{name}/2025-05/en/newsletter.txt"].split() for name in names]
    assert all(int(shown) and not int(lies) for shown, lies in pages), pages


# What the engine would take without end -------------------------------------------------------

ENDLESS = {
    "a list": "{% set ns = namespace(a=[1]) %}{% for i in range(40) %}"
    "{% set ns.a = ns.a + ns.a %}{% endfor %}",
    "texts that are kept": "{% set t = ('a' * 10000).replace('a', 'b' * 1900) %}"
    "{% set ns = namespace(a=[]) %}{% for i in range(900) %}{% set ns.a = ns.a + [t[i:]] %}"
    "{% endfor %}",
    "a comparison": "{% set ns = namespace(a=[1], b=[1]) %}{% for i in range(40) %}"
    "{% set ns.a = [ns.a, ns.a] %}{% set ns.b = [ns.b, ns.b] %}{% endfor %}{{ ns.a == ns.b }}",
}


@pytest.mark.parametrize("name", ENDLESS)
def test_a_page_over_all_that_is_never_done_costs_one_line(
    sources: Path, templates: Path, name: str
) -> None:
    # No edition is refused, and no other work stops, for the page that only lists them.
    page = templates / "_shared/index.html"
    page.write_text(ENDLESS[name] + page.read_text())
    made = build(sources, "newsletter", templates=templates, limits=Limits(seconds=2))
    errors = [line for line in made.lines if " error " in line]
    assert len(errors) == 1, made.said
    assert errors[0].startswith("templates/_shared/index.html: error P190 index.html ")
    assert "look for a loop or a text without end in it" in made.said
    assert "newsletter 2025-05 en  made" in made.said
    assert made.code == 1


STYLES = {
    "a variable": ":root { --a0: aaaaaaaaaa; "
    + "".join(f"--a{n + 1}: var(--a{n}) var(--a{n}); " for n in range(40))
    + "} p { font-family: var(--a40) }",
}


@pytest.mark.parametrize("name", STYLES)
def test_pages_that_are_never_done_cost_one_line(sources: Path, templates: Path, name: str) -> None:
    flyer(templates, f"<style>{STYLES[name]}</style><p>a</p>")
    made = build(sources, "flyer", templates=templates, limits=Limits(seconds=2), languages=("en",))
    errors = [line for line in made.lines if " error " in line]
    assert len(errors) == 1, made.said
    assert " error P190 flyer.pdf " in errors[0]
    # Who uses the pages of others may have written nothing wrong.
    assert "for what has no end in templates/flyer/flyer.html" in made.said
    assert made.code == 1


BROKEN = {
    "brackets": f"p {{ width: {'calc(' * 2000}1px{')' * 2000} }}",
    "choices": f"{':not(' * 2000}p{')' * 2000} {{ color: red }}",
    "a way down": f"{'div ' * 3000}{{ color: red }}",
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_style_sheet_that_nothing_reads_is_told_at_its_template(
    sources: Path, templates: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    flyer(templates, f"<style>{BROKEN[name]}</style><p>a</p>")
    ended, [said] = told(sources, templates, capsys, "flyer")
    assert ended == 1
    assert said.startswith("templates/flyer/flyer.html: error P100 flyer.pdf cannot be laid out")


def test_what_belongs_to_no_source_is_told_at_its_template(
    sources: Path, templates: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    flyer(templates, "<div>" * 2000, FLYER.replace("deck", "standing"))
    ended, [said] = told(sources, templates, capsys, "flyer")
    assert ended == 1
    assert said.startswith("templates/flyer/flyer.html: error P100 flyer.pdf cannot be laid out")


def test_a_group_of_columns_spans_no_more_than_in_a_browser(sources: Path, templates: Path) -> None:
    flyer(templates, '<table><colgroup span="9999999"><col span="99999999999"><tr><td>a</table>')
    assert build(sources, "flyer", templates=templates, languages=("en",)).code == 0
