"""A new source begins as a form that needs nothing but words."""

from __future__ import annotations

import datetime as dt
import errno
import io
import os
import re
import shutil
import unicodedata

import pytest

from pipeline import forms, idioms, outputs, proofreading, slugs
from pipeline.corpus import keys
from pipeline.corpus.chapters import section_named
from pipeline.errors import UsageError
from pipeline.model.sources import SECTIONS
from tests.conftest import ROOT, SPECIMEN
from tests.desks import build, english, nobody, read, told

TODAY = dt.date(2025, 6, 9)
KINDS = {
    "news": ["news/2025-06-09-oslo-joins.md"],
    "release": ["releases/2025-06-09-oslo-joins.md"],
    "newsletter": ["newsletters/2025-06.md"],
    "presskit": ["presskits/oslo-joins/kit.md", "presskits/oslo-joins/01-about.md"],
    "chapter": ["manifesto/2025/04-oslo-joins.md"],
    "deck": ["slides/oslo-joins.md"],
}


def made(sources, kind, title="Oslo joins", language=""):
    paths = forms.write(kind, title, sources, TODAY, language)
    return [path.relative_to(sources).as_posix() for path in paths]


def test_every_kind_has_its_form(sources):
    assert {kind: made(sources, kind) for kind in forms.FORMS} == KINDS


def test_what_was_begun_can_be_built_at_once(sources):
    for kind in forms.FORMS:
        made(sources, kind)
    assert [line for line in told(sources) if " error " in line] == []
    built = build(sources, languages=("en",))
    assert built.code == 0
    assert "newsletter/2025-06/en/newsletter.txt" in built.files
    assert "Oslo joins" in built.files["newsletter/2025-06/en/newsletter.txt"]


def test_a_form_offers_every_key_its_kind_has(sources):
    tables = {"news": "news", "release": "release", "newsletter": "issue", "deck": "deck"}
    for form, kind in tables.items():
        [path] = made(sources, form)
        text = (sources / path).read_text("utf-8")
        for name in keys.MARKDOWN[kind]:
            assert f"\n{name}: " in text or f"\n# {name}: " in text


def test_what_is_offered_works_when_its_mark_is_taken_away(sources):
    [path] = made(sources, "news")
    text = (sources / path).read_text("utf-8")
    for name in ("place", "country", "link", "link_text", "section", "audience", "order", "end"):
        text = text.replace(f"# {name}: ", f"{name}: ").replace("# start: ", "start: ")
    (sources / path).write_text(text, "utf-8")
    assert [line for line in told(sources) if " error " in line] == []
    story = next(story for story in english(sources).news if story.slug == "2025-06-09-oslo-joins")
    assert (story.country_name, story.order) == ("France", 1)


@pytest.mark.parametrize(
    "title", ['He said: "come" #1', "L'eau \\ l'été", "*Tide* {x} [y] & more", "- 12: a", "Ω/../Ω"]
)
def test_a_title_is_kept_letter_for_letter(sources, title):
    [path] = made(sources, "deck", title)
    assert "/" not in path.removeprefix("slides/")
    deck = next(deck for deck in english(sources).decks if deck.slug == path[7:-3])
    source = (sources / path).read_text("utf-8")
    assert deck.title.plain
    assert [line for line in told(sources) if " error " in line] == []
    assert source.count("\n---\n") == 1


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Château d'Eau: l'été", "chateau-d-eau-l-ete"),
        (unicodedata.normalize("NFD", "São João"), "sao-joao"),
        ("Straße, Łódź & Ærø", "strasse-lodz-and-aero"),
        ("Київ і Одеса", "kiiv-i-odesa"),
        ("Αθήνα", "athina"),
        ("../../etc/passwd", "etc-passwd"),
        ("  --  ", ""),
        ("word " * 40, "word-" * 11 + "word"),
        ("x" * 200, "x" * 60),
    ],
)
def test_a_file_is_named_with_letters_that_every_machine_can_write(title, slug):
    assert slugs.slug_of(title) == slug


def test_a_translation_stands_beside_its_original(sources):
    assert made(sources, "news", language="fr") == ["news/2025-06-09-oslo-joins.fr.md"]
    assert made(sources, "deck", language="en") == ["slides/oslo-joins.md"]
    assert "2025-06-09-oslo-joins" in [story.slug for story in read(sources).copies["fr"].news]


def test_a_second_issue_of_a_month_is_named_by_its_day(sources):
    assert made(sources, "newsletter") == ["newsletters/2025-06.md"]
    assert made(sources, "newsletter") == ["newsletters/2025-06-09.md"]


def test_a_first_chapter_begins_the_book(sources):
    for path in sorted(sources.glob("manifesto/2025/*")):
        path.unlink()
    assert made(sources, "chapter") == [
        "manifesto/2025/01-oslo-joins.md",
        "manifesto/2025/manifesto.md",
    ]
    assert len(english(sources).manifestos[0].chapters) == 1


@pytest.mark.parametrize("language", idioms.HEADINGS)
def test_a_chapter_is_begun_with_the_headings_of_its_language(sources, language):
    house = sources / "organisation.yaml"
    was = house.read_text()
    house.write_text(re.sub(r"(?m)^languages: .*", f"languages: [{language}, tr]", was))
    (path,) = made(sources, "chapter")
    told = re.findall("(?m)^## (.*)", (sources / path).read_text())
    assert tuple(told) == idioms.HEADINGS[language]
    assert [section_named(one) for one in told] == list(SECTIONS)
    assert "## References" in (sources / made(sources, "chapter", "Two", "tr")[0]).read_text()


def test_nothing_is_ever_written_over(sources):
    [path] = made(sources, "news")
    (sources / path).write_text("mine", "utf-8")
    with pytest.raises(UsageError) as caught:
        made(sources, "news")
    assert str(caught.value).startswith(f"sources/{path}: error O132 this file is there already\n")
    assert (sources / path).read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("kind", "title", "language", "said"),
    [
        ("newz", "A", "", "new: error O130 there is no form for 'newz'\n    did you mean 'news'?"),
        ("slides", "A", "", "O130 there is no form for 'slides'\n    write kind=deck"),
        ("", "", "", "new: error O130 say what is to be begun\n    make new kind=news title="),
        ("news", "", "", "new: error O131 the new news has no title\n    give it one: make new"),
        ("x", "A", "", "O130 there is no form for 'x'\n    known are news, release, newsletter"),
        (
            "picture",
            "Oslo joins",
            "",
            "O131 'Oslo joins' is not the name of a picture\n    give it",
        ),
        ("news", "…", "", "new: error O131 '…' is no title that a file can be named after\n"),
        (
            "deck",
            "Keys",
            "",
            "O131 'Keys' is no title that a file can be named after\n    a file of",
        ),
        ("news", "A", "de", "sources/organisation.yaml: error K104 there is no language 'de'\n"),
    ],
)
def test_what_cannot_be_begun_is_told(sources, kind, title, language, said):
    with pytest.raises(UsageError) as caught:
        made(sources, kind, title, language)
    assert said in str(caught.value)


def test_the_page_of_keys_is_the_one_in_the_code(accept):
    page = ROOT / "sources" / "KEYS.md"
    if accept:
        page.write_text(forms.page_of_keys(), "utf-8")
    assert page.read_text("utf-8") == forms.page_of_keys()


ENTRIES = {
    "fact": ("facts.yaml", "Member harbours", "\nmember-harbours:\n  value: "),
    "contact": ("contacts.yaml", "The archive", '\nthe-archive:\n  name: "The archive"\n'),
    "event": (
        "agenda.yaml",
        "Night of quays",
        '\n- id: night-of-quays\n  title: "Night of quays"\n',
    ),
    "picture": ("images.yaml", "new quay.jpg", '\n"new quay.jpg":\n  alt: "?"\n'),
}


@pytest.mark.parametrize("kind", ENTRIES)
@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
def test_an_entry_stands_below_all_that_was_there(sources, kind, ends):
    name, title, begun = ENTRIES[kind]
    path = sources / name
    path.write_bytes(path.read_bytes().strip().replace(b"\n", ends) if path.exists() else b"")
    before = path.read_bytes()
    assert made(sources, kind, title) == [name]
    after = path.read_bytes()
    assert after.startswith(before)
    assert begun in f"\n{after.decode()}".replace("\r\n", "\n")
    assert after.count(b"\n") == after.count(ends)


@pytest.mark.parametrize("kind", ENTRIES)
def test_a_first_entry_begins_its_file_and_can_be_read(sources, kind):
    name, title, begun = ENTRIES[kind]
    (sources / name).unlink(missing_ok=True)
    made(sources, kind, title)
    text = (sources / name).read_text("utf-8")
    assert f"\n{text}".startswith(begun)
    errors = [line for line in told(sources) if name in line and "error K" in line]
    assert all("not '?'" in line for line in errors), "what is to be filled in, and nothing else"
    for key in forms.ENTRIES[kind].keys:
        assert f"{key}: " in text


@pytest.mark.parametrize(
    ("kind", "title", "key"),
    [("picture", "Fe\u0301te.jpg", '"F\u00e9te.jpg":'), ("fact", "null", '"null":')],
)
def test_an_entry_is_begun_whatever_it_is_called(sources, kind, title, key):
    [name] = made(sources, kind, title)
    assert f"\n{key}\n" in (sources / name).read_text("utf-8")


def test_an_event_that_was_begun_is_on_the_agenda(sources):
    made(sources, "event", "Night of quays")
    [event] = [one for one in english(sources).agenda if one.id == "night-of-quays"]
    assert (event.title.plain, str(event.start)) == ("Night of quays", "2025-06-09")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- id: oslo-joins\n  title: Oslo\n  start: 2025\n", "O132 'oslo-joins' is there already"),
        ("  - id: a\n    title: A\n    start: 2025\n", "agenda.yaml: error O132 nothing"),
        ("[{id: a, title: A, start: 2025}]\n", "O132 nothing can be added"),
        ("a:\n  title: A\n", "O132 nothing can be added"),
        ("[]\n...\n", "O132 nothing can be added"),
        ("- id: [\n", "error Y100"),
    ],
)
def test_a_file_that_takes_no_entry_stays_as_it_is(sources, text, said):
    (sources / "agenda.yaml").write_text(text, "utf-8")
    with pytest.raises(UsageError) as caught:
        made(sources, "event")
    assert said in str(caught.value)
    assert (sources / "agenda.yaml").read_text("utf-8") == text


def test_what_may_not_be_read_is_not_written_over(everybodys):
    sources = shutil.copytree(SPECIMEN, everybodys / "sources")
    (sources / "facts.yaml").chmod(0)
    with nobody(), pytest.raises(UsageError, match="B104 the file cannot be opened"):
        made(sources, "fact")
    (sources / "facts.yaml").chmod(0o644)
    assert "Open water" in (sources / "facts.yaml").read_text("utf-8")


@pytest.mark.parametrize("lay", [os.mkdir, os.mkfifo])
def test_what_is_no_file_takes_no_entry(sources, lay):
    (sources / "facts.yaml").unlink()
    lay(sources / "facts.yaml")
    with pytest.raises(UsageError, match=r"facts\.yaml: error B104 this is not a file"):
        made(sources, "fact")
    assert not (sources / "facts.yaml").is_file()


@pytest.mark.parametrize("number", [1, 2])
def test_a_form_for_which_there_is_no_room_leaves_nothing(sources, monkeypatch, number):
    before = sorted(sources.rglob("*"))
    opened = []

    class Full(io.FileIO):
        def write(self, content):
            opened.append(self.name)
            if len(opened) == number:
                super().write(content[:9])
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return super().write(content)

    with monkeypatch.context() as patch:
        patch.setattr(outputs, "open", Full, raising=False)
        with pytest.raises(OSError, match="No space left"):
            made(sources, "presskit")
    assert sorted(sources.rglob("*")) == before
    assert len(made(sources, "presskit")) == 2


def test_the_words_of_a_form_do_not_go_to_print(sources):
    for kind in forms.FORMS:
        made(sources, kind)
    for kind in ("fact", "contact"):
        made(sources, kind)
    made(sources, "picture", "oslo.jpg")
    marks = proofreading.of_corpus(read(sources), sources)
    where = {mark.location.path.name for mark in marks if mark.code == "X112"}
    assert where == {
        *("2025-06-09-oslo-joins.md", "2025-06.md", "kit.md", "01-about.md", "04-oslo-joins.md"),
        *("oslo-joins.md", "facts.yaml", "contacts.yaml", "images.yaml"),
    }
