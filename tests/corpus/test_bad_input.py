"""What people get wrong: each is told in one clear line, with its place and what to do."""

from __future__ import annotations

import contextlib
import os
import shutil
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.corpus import reading
from pipeline.errors import BroadsideError, Level, UsageError
from tests.conftest import SPECIMEN
from tests.desks import build, edit, english, nobody, read, told, write

NEWS = "news/2025-05-06-ferry.md"
ISSUE = "newsletter/2025-05/en/newsletter.txt"


def first_line(finding):
    return finding.split("\n")[0]


# A faulty news item refuses the issue that would contain it, and nothing else -------------

FAULTS = {
    "no front matter": (
        ("---\ntitle: A ferry for Ria", "title: A ferry for Ria"),
        "news/2025-05-06-ferry.md:1:1: error Y101 the file does not start with front matter",
    ),
    "never closed": (
        ("    audience: members\n---", "    audience: members"),
        "news/2025-05-06-ferry.md:1:1: error Y102 the front matter is never closed",
    ),
    "wrong type": (
        ("order: 1", "order: first"),
        "news/2025-05-06-ferry.md:5:8: error K102 'order' should be a whole number, not 'first'",
    ),
    "a list where a text belongs": (
        ("title: A ferry for Ria", "title: [A, B]"),
        (
            "news/2025-05-06-ferry.md:2:8: error K102 'title' should be a text, or one for each "
            "language like {en: …, fr: …}, not a list"
        ),
    ),
    "unknown key": (
        ("title: A ferry", "titel: A ferry"),
        "news/2025-05-06-ferry.md:2:1: error K100 unknown key 'titel'",
    ),
    "missing key": (
        ("title: A ferry for Ria\n", ""),
        "news/2025-05-06-ferry.md:2:1: error K101 a source in news/ needs 'title'",
    ),
    "empty key": (
        ("title: A ferry for Ria", "title:"),
        "news/2025-05-06-ferry.md:2:7: error K102 'title' should be some text, not 'nothing'",
    ),
    "key given twice": (
        ("section: network", "section: network\nsection: projects"),
        "news/2025-05-06-ferry.md:5:1: error K103 'section' is given twice, first on line 4",
    ),
    "unknown choice": (
        ("    audience: members", "    audience: membres"),
        (
            "news/2025-05-06-ferry.md:11:15: error K104 'audience' should be one of public, "
            "members, not 'membres'"
        ),
    ),
    "unknown fact": (
        ("every hour", "{{ facts.hourly }}"),
        "news/2025-05-06-ferry.md:13:17: error F100 nothing is declared as 'facts.hourly'",
    ),
    "missing picture": (
        ("order: 1", "image: fery.png"),
        "news/2025-05-06-ferry.md:5:8: error I100 there is no picture 'fery.png' in images.yaml",
    ),
    "missing picture in the text": (
        ("The ferry sails", "![A boat](boat.png)\n\nThe ferry sails"),
        "news/2025-05-06-ferry.md:13:11: error I100 there is no picture 'boat.png' in images.yaml",
    ),
    "30 February": (
        ("date: 2025-05-06", "date: 2025-05-06\nstart: 2025-02-30"),
        (
            "news/2025-05-06-ferry.md:4:8: error D100 'start' should be a date like 2020-03-26, "
            "not '2025-02-30'"
        ),
    ),
    "day first": (
        ("date: 2025-05-06", "date: 2025-05-06\nstart: 32/01/2020"),
        (
            "news/2025-05-06-ferry.md:4:8: error D100 'start' should be a date like 2020-03-26, "
            "not '32/01/2020'"
        ),
    ),
    "the end before the start": (
        ("date: 2025-05-06", "date: 2025-05-06\nstart: 2025-02-03\nend: 2025-02-01"),
        "news/2025-05-06-ferry.md:5:1: error D102 'end' is before 'start'",
    ),
    "no country": (
        ("order: 1", "country: Portugal"),
        (
            "news/2025-05-06-ferry.md:5:10: error K102 'country' should be a country code like "
            "FR or GB-SCT (ISO 3166), not 'Portugal'"
        ),
    ),
    "no address": (
        ("order: 1", "link: harbours.example/ferry"),
        (
            "news/2025-05-06-ferry.md:5:7: error K102 'link' should be an address like "
            "https://www.example.org, not 'harbours.example/ferry'"
        ),
    ),
    "words without a link": (
        ("order: 1", "link_text: Read more"),
        "news/2025-05-06-ferry.md:5:1: error L101 'Read more' has no link",
    ),
    "a colon in a title": (
        ("title: A ferry for Ria", "title: Ria: a ferry"),
        "news/2025-05-06-ferry.md:2:11: error Y109 a second colon in 'title: Ria: a ferry'",
    ),
    "a tab": (
        ("  - url: https://www.harbours", "\t- url: https://www.harbours"),
        "news/2025-05-06-ferry.md:7:1: error Y108 a tab stands here",
    ),
    "an alias": (
        ("title: A ferry for Ria", "title: &t A ferry\nplace: *t"),
        "news/2025-05-06-ferry.md:2:8: error Y105 an anchor or alias (& or *) begins here",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_in_a_story_is_told_and_refuses_its_issue_alone(sources, name):
    (old, new), line = FAULTS[name]
    edit(sources, NEWS, old, new)
    made = build(sources, "newsletter", edition="2025-05", languages=("en",))
    assert f"sources/{line}" in made.lines
    remedy = made.lines[made.lines.index(f"sources/{line}") + 1]
    assert remedy.startswith("    ")
    assert remedy.strip()
    assert made.code == 1
    assert made.files == {}
    assert made.lines[-1].startswith("newsletter 2025-05 en  refused: ")


MEANT = {
    "a key in the writer's language": (("order: 1", "Plaats: Ria"), "did you mean 'place'?"),
    "a key in capitals": (("title: A", "Title: A"), "did you mean 'title'?"),
    "a country by its name": (("order: 1", "country: Pays-Bas"), "write  country: NL"),
    "a country by its habit": (("order: 1", "country: UK"), "write  country: GB"),
    "a picture in capitals": (("order: 1", "image: Quay.PNG"), "did you mean 'quay.png'?"),
    "a space in an address": (
        ("order: 1", "link: https://harbours.exam ple"),
        "take the space out, or copy it again from the browser",
    ),
    "no space behind the colon": (("order: 1", "place:Ria\norder: 1"), "write  place: Ria"),
    "no colon at all": (("title: A ferry", "title A ferry"), "write  title: A ferry"),
    "another picture": (("order: 1", "image: spital.png"), "describe it in images.yaml and put it"),
    "a key that stands in": (
        ("order: 1", "  order: 1\nplace: Ria"),
        "begin the two below one another",
    ),
    "hyphens as Word joins them": (("---\ntitle", "———\ntitle"), "type three hyphens, ---"),
    "the second hyphens as Word joins them": (
        ("    audience: members\n---", "    audience: members\n—"),
        "type three hyphens, ---, alone on it",
    ),
}


@pytest.mark.parametrize("name", MEANT)
def test_what_was_meant_is_said_once(sources, name):
    (old, new), remedy = MEANT[name]
    edit(sources, NEWS, old, new)
    errors = [one for one in map(str, reading.read(sources).findings) if " error " in one]
    assert len(errors) == 1
    assert remedy in errors[0]


def test_an_agenda_that_knows_days_only_says_where_an_hour_goes(sources):
    edit(sources, "agenda.yaml", "  place:", "  time: 10.00\n  place:")
    assert "write it in the title or in the text" in told(sources, "K100")[0]


def test_languages_in_one_string_are_shown_as_a_list(sources):
    edit(sources, "organisation.yaml", "languages: [en, fr]", "languages: en, fr")
    with pytest.raises(UsageError, match=r"write  \[en, fr\]"):
        reading.read(sources)


def test_a_language_of_three_letters_is_a_slip_for_its_own_of_two(sources):
    edit(sources, "contacts.yaml", "{en: Press,", "{eng: Press, de: Presse, en: Press,")
    assert "did you mean 'en'?" in told(sources, "K100")[0]


def test_every_other_edition_is_still_built(sources):
    edit(sources, NEWS, "order: 1", "order: first")
    made = build(sources)
    assert made.code == 1
    built = {"/".join(name.split("/")[:3]) for name in made.files}
    assert built == {
        f"{edition}/{language}"
        for edition in (
            "newsletter/2025-03",
            "newsletter/2025-05",
            "release/2025-04-14-register",
            "release/2025-06-03-forum-opens",
            "presskit/forum-2025",
            "manifesto/2025",
            "slides/harbours",
        )
        for language in ("en", "fr")
    } - {"newsletter/2025-05/en"}


def test_everything_is_told_in_one_run(sources):
    for number in range(3):
        write(sources, f"news/2025-05-0{number + 1}-x.md", "---\nxyz: A\ndate: tomorrow\n---\n")
    codes = [
        line.split(" ")[2] for line in told(sources, "K") + told(sources, "D1") if "x.md" in line
    ]
    assert codes.count("K100") == codes.count("K101") == codes.count("D100") == 3


# Bytes and files --------------------------------------------------------------------------


def test_a_wrong_encoding_is_told_with_its_byte(sources):
    text = (sources / NEWS).read_text("utf-8").replace("A ferry", "Le café")
    write(sources, NEWS, text.encode("cp1252"))
    made = build(sources, "newsletter", edition="2025-05", languages=("en",))
    assert (
        "sources/news/2025-05-06-ferry.md:2:14: error B100 byte 17 (0xE9) is not UTF-8"
        in made.lines
    )
    assert made.code == 1


def test_utf_16_is_told(sources):
    write(sources, NEWS, (sources / NEWS).read_text("utf-8").encode("utf-16"))
    assert "sources/news/2025-05-06-ferry.md:1: error B101 the file is UTF-16, not UTF-8" in map(
        first_line, told(sources, "B")
    )


def test_a_bom_and_windows_line_ends_change_nothing(sources):
    before = build(sources, "newsletter", edition="2025-05").files
    for path in sources.rglob("*.md"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    for path in sources.glob("*.yaml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    after = build(sources, "newsletter", edition="2025-05", out=sources.parent / "again")
    assert (after.code, after.files) == (0, before)


def test_names_with_decomposed_letters_are_the_same_names(sources):
    decomposed = unicodedata.normalize("NFD", "2025-05-09-québec")
    write(sources, f"news/{decomposed}.md", "---\ntitle: A\ndate: 2025-05-09\n---\nB\n")
    (sources / "images" / "quay.png").rename(
        sources / "images" / unicodedata.normalize("NFD", "quai-été.png")
    )
    edit(sources, "images.yaml", "quay.png", "quai-été.png")
    for name in ("news/2025-05-05-new-quay.md", "releases/2025-04-14-register.md"):
        edit(sources, name, "quay.png", "quai-été.png")
    for name in ("slides/harbours.md", "slides/harbours.fr.md"):
        edit(sources, name, "quay.png", "quai-été.png")
    edit(sources, "newsletters/2025-05.md", "number: 2", "items: [2025-05-09-québec]")
    made = build(sources, "newsletter", languages=("en",))
    assert (made.code, list(made.files)) == (0, [ISSUE])


def test_a_link_is_not_followed(sources):
    secret = write(sources.parent, "secret.md", "---\ntitle: Secret\ndate: 2025-05-06\n---\nS\n")
    (sources / NEWS).unlink()
    (sources / NEWS).symlink_to(secret)
    line = (
        "sources/news/2025-05-06-ferry.md: error B104 this file is a link to another place "
        "and is not read"
    )
    [finding] = told(sources, "B104")
    assert finding == f"{line}\n    links are not followed: put the file itself here"


def test_a_folder_that_is_a_link_is_told(sources):
    (sources / "news").rename(sources.parent / "elsewhere")
    (sources / "news").symlink_to(sources.parent / "elsewhere")
    [finding] = told(sources, "B104")
    assert first_line(finding) == "sources/news: error B104 this folder is a link and is not read"


def test_a_linked_picture_is_refused(sources):
    (sources / "images" / "ferry.png").unlink()
    (sources / "images" / "ferry.png").symlink_to(sources / "images" / "quay.png")
    [finding] = told(sources, "I")
    assert first_line(finding).startswith("sources/images.yaml:10:1: error I103")
    assert "ferry.png" in finding


def test_what_is_no_file_is_not_waited_for(sources):
    (sources / NEWS).unlink()
    os.mkfifo(sources / NEWS)
    [finding] = told(sources, "B104")
    assert first_line(finding) == "sources/news/2025-05-06-ferry.md: error B104 this is not a file"


def test_a_name_that_is_not_utf_8_is_told(sources):
    os.rename(os.fsencode(sources / NEWS), os.fsencode(sources / "news") + b"/2025-caf\xe9.md")
    [finding] = told(sources, "B105")
    assert finding == (
        "sources/news/2025-caf\\xe9.md: error B105 the name of this file is not UTF-8\n"
        "    rename it with letters, digits and hyphens"
    )


def test_a_file_that_may_not_be_read_is_told(everybodys):
    sources = shutil.copytree(SPECIMEN, everybodys / "sources")
    (sources / NEWS).chmod(0)
    with nobody():
        [finding] = told(sources, "B104")
    assert finding.endswith("Permission denied\n    check that the file may be read")


def test_a_folder_whose_files_nobody_may_open_is_told_at_each_of_them(everybodys):
    sources = shutil.copytree(SPECIMEN, everybodys / "sources")
    (sources / "news").chmod(0o744)
    with nobody():
        findings = told(sources, "B104")
    assert len(findings) == len([*(sources / "news").glob("*.md")])
    assert findings[0].startswith("sources/news/2025-03-03-first-tide.fr.md: error B104 ")


def test_two_sources_of_one_name_are_told(sources):
    write(sources, "news/2025/2025-05-06-ferry.md", (sources / NEWS).read_text("utf-8"))
    [finding] = told(sources, "R101")
    assert (
        first_line(finding)
        == (
            "sources/news/2025/2025-05-06-ferry.md: error R101 another source has the name "
            "'2025-05-06-ferry': sources/news/2025-05-06-ferry.md"
        )
        or "R101 another source has the name '2025-05-06-ferry'" in finding
    )
    made = build(sources, "newsletter", edition="2025-05", languages=("en",))
    assert (made.code, made.files) == (1, {})


CONFLICT = """\
<<<<<<< HEAD
The ferry sails at nine.
=======
The ferry sails at ten.
>>>>>>> evening
"""


def test_what_git_leaves_for_somebody_to_choose_is_published_by_nobody(sources):
    path = sources / NEWS
    path.write_text(path.read_text() + CONFLICT)
    write(sources, "names.yaml", CONFLICT)
    assert "sources/names.yaml:1:1: error B106 two versions of these " in told(sources, "B106")[0]
    made = build(sources)
    assert f"newsletter 2025-05 en  refused: B106 sources/{NEWS}:14:1" in made.said
    # Whoever takes out one mark has not chosen yet.
    edit(sources, NEWS, "<<<<<<< HEAD\n", "")
    assert [one for one in told(sources, "B106") if f"{NEWS}:17:1" in one]
    # A rule of equals signs under a heading is Markdown, and so is a letter quoted seven times.
    edit(sources, NEWS, ">>>>>>> evening\n", "\n>>>>>>> She wrote:\n")
    assert not [one for one in told(sources, "B106") if NEWS in one]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("releases/2025-05-06-ferry (1).md", f"a copy of sources/{NEWS}"),
        ("news/2025-05-06-boat_REMOTE_123.md", "a copy that a program has left of a file which"),
        ("slides/pier (Ana's conflicted copy 2025-06-01).md", "a copy that a program has left"),
    ],
)
def test_a_copy_whose_original_has_moved_or_is_gone_is_not_published(sources, name, line):
    write(sources, name, "---\ntitle: Piers\ndate: 2025-05-06\n---\n# Piers\n\nIt sails.\n")
    made = build(sources)
    assert f"sources/{name}: error B116 by its name this is {line}" in made.said
    assert not [text for text in made.files.values() if "It sails" in text]
    # People count, too.
    write(sources, "releases/2025-05-07-piers (2).md", "---\ntitle: P\ndate: 2025-05-07\n---\nX.\n")
    assert not [one for one in told(sources, "B116") if "piers (2)" in one]


COPIES = {
    "news/2025-05-06-ferry (1).md": "2025-05-06-ferry.md",
    "news/2025-05-06-ferry - Copie.md": "2025-05-06-ferry.md",
    "news/2025-05-06-ferry copy 2.md": "2025-05-06-ferry.md",
    "news/2025-05-06-ferry 2.md": "2025-05-06-ferry.md",
    "news/Kopie von 2025-05-06-ferry.md": "2025-05-06-ferry.md",
    "news/2025-05-06-ferry (Ana's conflicted copy 2025-06-01).md": "2025-05-06-ferry.md",
    "news/2025-05-06-ferry.sync-conflict-20250601-120000-ABC.md": "2025-05-06-ferry.md",
    "news/2025-05-06-ferry_REMOTE_123.md": "2025-05-06-ferry.md",
    "news/2025-05-06-ferry-DESKTOP-AB12CD3.md": "2025-05-06-ferry.md",
    "newsletters/2025-05 - Copy.fr.md": "2025-05.md",
    "newsletters/2025-05.fr (1).md": "2025-05.fr.md",
    "presskits/forum-2025/kit (1).md": "kit.md",
    "presskits/forum-2025 (1)/kit.md": "forum-2025/",
}


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_that_a_program_has_left_is_not_published_beside_its_original(sources, name):
    was = {"new": NEWS, "pre": "presskits/forum-2025/kit.md"}[name[:3]]
    was = "newsletters/2025-05.md" if "letter" in name else was
    write(sources, name, (sources / was).read_text())
    line = f"sources/{name}: error B116 by its name this is a copy of {COPIES[name]}, "
    assert next(one for one in told(sources) if "error" in one).startswith(line)
    made = build(sources)
    assert f"refused: B116 sources/{name}" in made.said
    assert not [path for path in made.files if "(" in path or "Cop" in path]


@pytest.mark.parametrize(
    "name", ["news/2025-05-06-ferry-2.md", "news/copy.md", "news/2025-05-06-ferry copyright.md"]
)
def test_what_is_called_like_another_is_no_copy(sources, name):
    write(sources, name, (sources / NEWS).read_text())
    write(sources, "news/2025-05-06-ferry 3.md", "---\ntitle: Third\ndate: 2025-05-06\n---\nX.\n")
    assert not told(sources, "B116")


def test_what_a_mac_puts_into_its_folders_is_no_source(sources):
    write(sources, "Icon\r", b"")
    assert not told(sources, "B1")


def test_a_file_of_a_word_processor_among_the_news_is_told(sources):
    write(sources, "news/2025-05-07-ferry.docx", b"PK")
    assert told(sources, "B114") == [
        (
            "sources/news/2025-05-07-ferry.docx: warning B114 this file is not read\n"
            "    paste its text into a file whose name ends in .md"
        )
    ]


def test_what_an_editor_leaves_aside_is_no_translation_into_bashkir(sources):
    for left in (".md.bak", ".md.orig", ".md~", ".md.rej"):
        write(sources, f"news/2025-05-07-ferry{left}", "It sails.")
    [said] = told(sources, "B114")
    assert said.startswith("sources/news/2025-05-07-ferry.md.bak: warning B114 ")
    assert said.endswith("take it away, or give it a name that ends in .md")


def test_a_translation_without_its_last_ending_is_told(sources):
    write(sources, "news/2025-05-06-ferry.fr", "---\ntitle: Le bac\n---\nIl est revenu.\n")
    [said] = told(sources, "B114")
    assert said.endswith("give it a name that ends in .fr.md")


def test_a_language_among_the_keys_is_told_where_it_stands_instead(sources):
    write(sources, "news/2025-05-07-ferry.md", "---\ntitle: A\ndate: 2025-05-07\nlang: pt\n---\n")
    [said] = told(sources, "K100")
    assert "the name of the file says its language: 2025-05-07-ferry.pt.md" in said
    write(sources, "news/2025-05-07-ferry.md", "---\ntitle: A\ndate: 2025-05-07\nlang: en\n---\n")
    [said] = told(sources, "K100")
    assert said.endswith("take it out; the name of the file says its language already")


def test_a_summary_of_news_is_told_that_the_text_says_it(sources):
    write(sources, "news/2025-05-07-ferry.md", "---\ntitle: A\ndate: 2025-05-07\nsummary: B\n---\n")
    [said] = told(sources, "K100")
    assert said.endswith("let its first paragraph say this")


def test_quotation_marks_that_a_word_processor_has_curled_are_quotation_marks(sources):
    written = "press:\n  name: “Ana”\n  email: “ana@harbours.example”\n  phone: „+385 1 234 5678“\n"
    write(sources, "contacts.yaml", written)
    one = english(sources).contacts["press"]
    assert (one.email, one.phone) == ("ana@harbours.example", "+385 1 234 5678")


def test_a_space_in_an_email_is_told_as_such(sources):
    write(sources, "contacts.yaml", "press:\n  name: A\n  email: ana babic@harbours.example\n")
    [said] = told(sources, "K102")
    assert "no space stands in an e-mail address" in said
    assert "write it like  email: press@example.org" not in said


def test_the_language_of_a_file_may_be_typed_in_capitals(sources):
    write(sources, "news/2025-05-06-ferry.FR.md", "---\ntitle: Le bac\n---\nIl est revenu.\n")
    french = read(sources).copies["fr"]
    assert "Le bac" in {item.title.plain for item in french.news}


def test_contacts_typed_as_a_list_are_told_how_to_be_typed(sources):
    write(sources, "contacts.yaml", "- name: A\n  email: a@harbours.example\n")
    [said] = told(sources, "K102")
    assert said.endswith(
        "begin each with an id of its own and a colon, and indent its keys below it"
    )


def test_a_kit_whose_head_has_another_name_is_told_once(sources):
    kit = next(sources.glob("presskits/*/kit.md"))
    kit.with_name("kit.fr.md").unlink()
    kit.rename(kit.with_name("00-start.md"))
    folder = kit.parent.relative_to(sources.parent).as_posix()
    [said] = [line for line in told(sources) if " error " in line]
    assert said.startswith(f"{folder}: error B115 no press kit is made of this folder: there is no")


def test_chapters_without_a_book_are_told(sources):
    write(sources, "manifesto/2026/01-a.md", "---\ntitle: A\nwithout: all\n---\n")
    assert "sources/manifesto/2026: warning B115 no manifesto is made of" in told(sources, "B")[0]


def test_a_folder_called_like_the_copy_of_a_kit_is_not_named(sources):
    write(sources, "presskits/forum-2025 (1)/01-part.md", "---\ntitle: A\n---\nText.\n")
    [said] = told(sources, "B115")
    assert said.startswith("sources/presskits: warning B115 by its name a folder in here is a")


def test_a_file_in_the_wrong_place_is_told(sources):
    write(sources, "nwes/2025-05-01-x.md", "---\ntitle: A\n---\n")
    write(sources, "organization.yml", "a: b\n")
    write(sources, "news/2025-05-01-x.txt", "A\n")
    write(sources, "Facts.txt", "a: b\n")
    assert told(sources, "B114") == [
        ("sources/Facts.txt: warning B114 this file is not read\n    did you mean 'facts.yaml'?"),
        (
            "sources/news/2025-05-01-x.txt: warning B114 this file is not read\n"
            "    give it a name that ends in .md"
        ),
        (
            "sources/nwes/2025-05-01-x.md: warning B114 this file is not read\n"
            "    did you mean 'news'?"
        ),
        (
            "sources/organization.yml: warning B114 this file is not read\n"
            "    did you mean 'organisation.yaml'?"
        ),
    ]


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda folder: folder.mkdir(), "empty: error B111 there is no organisation.yaml in this"),
        (lambda folder: None, "empty: error B110 there is no such sources folder"),
        (lambda folder: folder.write_text("x"), "empty: error B110 there is no such sources"),
        (
            lambda folder: write(folder, "organization.yaml", "name: A\n"),
            "empty: error B111 there is no organisation.yaml in this folder\n    did you mean",
        ),
        (
            lambda folder: write(folder, "organisation.yaml", ""),
            "empty/organisation.yaml:1:1: error K101 organisation.yaml needs 'languages'",
        ),
        (
            lambda folder: write(folder, "organisation.yaml", "- a\n"),
            "empty/organisation.yaml: error K102 organisation.yaml should hold keys and values",
        ),
        (
            lambda folder: write(folder, "organisation.yaml", "name: [\n"),
            "empty/organisation.yaml:1:1: error Y100 YAML cannot read 'name: ['",
        ),
        (
            lambda folder: write(
                folder, "organisation.yaml", "languages: [en]\ntimezone: Europe/Pariss\n"
            ),
            (
                "empty/organisation.yaml:2:11: error K104 unknown time zone 'Europe/Pariss'\n"
                "    did you mean 'Europe/Paris'?"
            ),
        ),
        (
            lambda folder: write(
                folder, "organisation.yaml", "languages: [english]\ntimezone: Europe/Paris\n"
            ),
            "empty/organisation.yaml:1:12: error K104 unknown language 'english'",
        ),
        (
            lambda folder: write(
                folder, "organisation.yaml", "languages: [gr, en]\ntimezone: Europe/Athens\n"
            ),
            (
                "empty/organisation.yaml:1:12: error K104 unknown language 'gr'\n"
                "    write 'el', the code of the language and not of the country"
            ),
        ),
    ],
)
def test_a_folder_that_cannot_be_read_is_told(tmp_path, make, said):
    make(tmp_path / "empty")
    with pytest.raises(UsageError) as caught:
        reading.read(tmp_path / "empty")
    assert str(caught.value).startswith(said)


# Shared files -----------------------------------------------------------------------------


def refused(made):
    return {tuple(line.split("  ")[0].split()) for line in made.lines if "  refused: " in line}


def test_an_unreadable_agenda_refuses_only_who_needs_it(sources):
    write(sources, "agenda.yaml", "- id: a\n  title: [\n")
    made = build(sources, languages=("en",))
    assert made.code == 1
    assert refused(made) == {
        ("newsletter", "2025-03", "en"),
        ("newsletter", "2025-05", "en"),
        ("presskit", "forum-2025", "en"),
    }
    assert "sources/agenda.yaml:2:1: error Y100" in made.said


@pytest.mark.parametrize(
    ("typed", "remedy"),
    [
        ("3 May 2025", "write  2025-05-03"),
        ("03/05/2025", "write  2025-05-03 or 2025-03-05, whichever is meant"),
        ("31.11.2025", "there is no 2025-11-31 in the calendar"),
        (
            "next spring",
            "write the year, the month and the day in figures, with hyphens between them",
        ),
    ],
)
def test_a_date_in_another_form_is_told_as_it_should_be_typed(sources, typed, remedy):
    edit(sources, NEWS, "date: 2025-05-06", f"date: 2025-05-06\nstart: {typed}")
    assert f"    {remedy}" in build(sources, "newsletter", edition="2025-05").lines


def test_a_faulty_entry_refuses_the_issues_that_would_announce_it(sources):
    edit(sources, "agenda.yaml", "  start: 2025-07\n", "  start: 32/07/2025\n")
    made = build(sources, "newsletter", edition="2025-05", languages=("en",))
    assert (
        "sources/agenda.yaml:39:10: error D100 'start' should be a date like 2020-03-26, "
        "not '32/07/2025'\n    write the year, the month and the day in figures"
    ) in made.said
    assert made.code == 1


def test_a_faulty_entry_of_another_time_refuses_no_issue(sources):
    edit(sources, "agenda.yaml", "  place: Brisa\n  country: ES", "  place: Brisa\n  country: XX")
    made = build(sources, "newsletter", languages=("en",))
    assert (made.code, list(made.files)) == (1, [ISSUE])
    made = build(sources, "presskit", languages=("en",))
    assert refused(made) == {("presskit", "forum-2025", "en")}


def test_an_entry_without_country_or_place_is_no_error(sources):
    edit(sources, "agenda.yaml", "  place: Brisa\n  country: ES\n", "")
    assert build(sources, "newsletter").code == 0


def test_an_id_given_twice_is_told(sources):
    edit(sources, "agenda.yaml", "id: autumn-school", "id: members-day")
    assert told(sources, "K105") == [
        (
            "sources/agenda.yaml:37:3: error K105 the id 'members-day' is given twice, "
            "first on line 29\n    give each entry an id of its own"
        )
    ]


@pytest.mark.parametrize(
    ("tag", "remedy"),
    [
        ("{{ unsubscribe }}", "take this line out and write  profile: brevo"),
        ("{{ ManageURL }}", "take this line out and write  profile: listmonk"),
        ("*|UNSUB|*", "take this line out and write  profile: mailchimp"),
        ("[[UNSUB_LINK_EN]]", "write an address, or choose a tool by  profile:"),
    ],
)
def test_the_tag_of_a_sending_tool_is_told_once_and_which_profile_has_it(sources, tag, remedy):
    edit(sources, "organisation.yaml", "https://www.harbours.example/leave", f"'{tag}'")
    [said] = [str(finding) for finding in read(sources).findings if finding.location.line == 31]
    assert said.startswith("sources/organisation.yaml:31:16: error K102 'unsubscribe' should be")
    assert remedy in said


def test_a_key_given_twice_breaks_its_own_entry_alone(sources):
    edit(sources, "agenda.yaml", "  place: Brisa\n", "  place: Brisa\n  place: Ria\n")
    assert [(b.kind, b.id) for b in read(sources).copies["en"].broken] == [("events", "forum-2023")]
    edit(sources, "facts.yaml", "founded: 1998", "founded: 1998\nfounded: 1999")
    broken = {(b.kind, b.id) for b in read(sources).copies["en"].broken}
    assert ("facts", "founded") in broken
    assert ("facts", "members") not in broken


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            "  email: press@harbours.example\n",
            "  email: press at harbours.example\n",
            (
                "sources/contacts.yaml:4:10: error K102 'email' should be an e-mail address like "
                "press@example.org, not 'press at harbours.example'"
            ),
        ),
        (
            "  name: Inês Duarte\n",
            "",
            "sources/contacts.yaml:2:3: error K101 the contact 'press' needs 'name'",
        ),
        (
            '  phone: "+351 21 234 56 79"\n',
            "  phone: at noon\n",
            (
                "sources/contacts.yaml:5:10: error K102 'phone' should be a telephone number like "
                "+33 1 23 45 67 89, not 'at noon'"
            ),
        ),
    ],
)
def test_a_broken_contact_refuses_who_shows_it(sources, old, new, line):
    edit(sources, "contacts.yaml", old, new)
    made = build(sources, languages=("en",))
    assert line in made.lines
    assert ("release", "2025-04-14-register", "en") in refused(made)
    assert "slides/harbours/en/slides.txt" not in made.files, "its last slide tells the address"
    assert "manifesto/2025/en/manifesto.txt" in made.files


def test_a_telephone_number_without_country_gets_a_hint(sources):
    edit(sources, "contacts.yaml", '"+351 21 234 56 79"', "0212345679")
    [finding] = told(sources, "C101")
    assert finding == (
        "sources/contacts.yaml:5:10: warning C101 the telephone number 0212345679 has no country "
        'code\n    write it in quotation marks and internationally, "+33 1 23 45 67 89"'
    )
    assert read(sources).copies["en"].contacts["press"].phone == "0212345679"


def test_a_fault_of_the_organisation_refuses_everything_and_all_is_read(sources):
    edit(sources, "organisation.yaml", 'primary: "#0B4F6C"', "primary: blue")
    edit(sources, NEWS, "order: 1", "order: first")
    made = build(sources)
    assert made.code == 1
    assert made.files == {}
    assert (
        "sources/organisation.yaml:19:12: error K102 'primary' should be a colour in quotation "
        "marks like \"#123A6B\", not 'blue'"
    ) in made.lines
    assert any("2025-05-06-ferry.md:5:8: error K102" in line for line in made.lines)


def test_a_policy_that_does_not_exist_is_told(sources):
    edit(sources, "organisation.yaml", "missing_translation: omit", "missing_translation: omitt")
    made = build(sources)
    assert (made.code, made.files) == (1, {})
    assert "    did you mean 'omit'?" in made.lines


@pytest.mark.parametrize("key", ["alt", "credit", "licence"])
def test_a_picture_is_not_published_without_what_must_be_known(sources, key):
    lines = (sources / "images.yaml").read_text("utf-8").splitlines()
    begin = lines.index("quay.png:")
    place = next(i for i in range(begin, begin + 5) if lines[i].strip().startswith(f"{key}:"))
    del lines[place]
    write(sources, "images.yaml", "\n".join(lines) + "\n")
    made = build(sources, languages=("en",))
    line = f"sources/images.yaml:6:3: error K101 the picture 'quay.png' needs '{key}'"
    assert line in made.lines
    assert refused(made) == {
        ("newsletter", "2025-05", "en"),
        ("release", "2025-04-14-register", "en"),
        ("presskit", "forum-2025", "en"),
        ("slides", "harbours", "en"),
    }


def test_a_picture_that_is_not_there_is_told(sources):
    (sources / "images" / "quay.png").unlink()
    [finding] = told(sources, "I")
    assert first_line(finding).startswith("sources/images.yaml:5:1: error I")
    assert "quay.png" in finding


def test_a_picture_of_40_megabytes_is_refused(sources):
    with (sources / "images" / "quay.png").open("ab") as file:
        file.truncate(40_000_000)
    [finding] = told(sources, "I")
    assert first_line(finding).startswith("sources/images.yaml:5:1: error I103") or "MB" in finding


# References -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "old", "new", "line"),
    [
        (
            "presskits/forum-2025/kit.md",
            "event: forum-2025",
            "event: forum-2052",
            (
                "5:8: error R100 there is no 'forum-2052' in agenda.yaml\n"
                "    did you mean 'forum-2025'?"
            ),
        ),
        (
            "presskits/forum-2025/kit.md",
            "contacts: [press, front-desk]",
            "contacts: [press, boss]",
            "6:19: error R100 there is no 'boss' in contacts.yaml\n    declare it there",
        ),
        (
            "presskits/forum-2025/kit.md",
            "figures: [members,",
            "figures: [member,",
            "7:11: error R100 there is no 'member' in facts.yaml\n    did you mean 'members'?",
        ),
        (
            "presskits/forum-2025/kit.md",
            "releases: 5",
            "releases: [2025-04-14-registre]",
            (
                "8:12: error R100 there is no '2025-04-14-registre' in releases/\n    did you mean "
                "'2025-04-14-register'?"
            ),
        ),
        (
            "newsletters/2025-05.md",
            "number: 2",
            "items: [2025-05-06-ferri]",
            (
                "3:9: error R100 there is no '2025-05-06-ferri' in news/\n    did you mean "
                "'2025-05-06-ferry'?"
            ),
        ),
        (
            "releases/2025-04-14-register.md",
            "contacts: [press]",
            "boilerplate: shrot",
            "7:14: error R100 there is no 'shrot' in boilerplate/\n    did you mean 'short'?",
        ),
    ],
)
def test_a_dead_reference_is_told_with_a_guess(sources, name, old, new, line):
    edit(sources, name, old, new)
    assert told(sources, "R100")[0].startswith(f"sources/{name}:{line}")


@pytest.mark.parametrize(
    ("date", "level"),
    [("2025-05-07", "note"), ("2025-07-07", "warning"), ("2024-05-06", "warning")],
)
def test_a_date_far_from_the_files_name_is_a_warning(sources, date, level):
    edit(sources, NEWS, "date: 2025-05-06", f"date: {date}")
    assert told(sources, "D104") == [
        (
            f"sources/news/2025-05-06-ferry.md:3:1: {level} D104 the file's name says 2025-05-06, "
            f"the key 'date' says {date}\n    the key counts; "
            "rename the file, or correct the date"
        )
    ]


def test_an_issue_with_no_items_is_told(sources):
    edit(sources, "newsletters/2025-05.md", "number: 2", "since: 2025-05-11")
    made = build(sources, "newsletter", languages=("en",))
    line = "sources/newsletters/2025-05.md:1:1: error S120 the issue 2025-05 has no items"
    assert made.lines[made.lines.index(line) + 1] == (
        "    add news dated in its window, name them in 'items', or change 'since' and 'until'"
    )
    assert (made.code, made.files) == (1, {})


@pytest.mark.parametrize("typed", ["hashtags: [#Sea]", "hashtags: #Sea", "hashtags:\n  - #Sea"])
def test_an_unquoted_hashtag_gets_a_hint(sources, typed):
    edit(sources, "presskits/forum-2025/kit.md", 'hashtags: ["#Harbours25", Forum]', typed)
    [finding] = told(sources, "Y107")
    assert ": error Y107 YAML " in finding
    assert "quotation marks" in finding


def test_norway_is_a_country(sources):
    forum = next(e for e in read(sources).copies["en"].agenda if e.id == "forum-2025")
    assert forum.country_name == "Norway"


# Too much ---------------------------------------------------------------------------------


def test_ten_thousand_unknown_keys_are_told_in_few_lines(sources):
    many = "\n".join(f"key{number}: x" for number in range(10_000))
    edit(sources, NEWS, "order: 1", many)
    assert len(told(sources, "K100")) < 30


def test_ten_thousand_facts_are_read(sources):
    facts = (sources / "facts.yaml").read_text("utf-8")
    many = "\n".join(f"fact-{number}: {number}" for number in range(10_000))
    write(sources, "facts.yaml", f"{facts}{many}\n")
    assert len(read(sources).copies["en"].facts) == 10_004


KEYS = ("title", "date", "links", "country", "image", "embargo", "order", "url")
MARKS = (": ", ":\n  ", "\n", "- ", "[", "]", "{", "}", ", ", '"', "'", "|\n  ", "#")
VALUES = ("2025-05-06", "2025-02-30", "NO", "quay.png", "press", "https://a.example", "3", "é")
SOUP = st.lists(
    st.sampled_from((*KEYS, *MARKS, *VALUES, "~", " #x", "&a", "*a", "\t", "{{ facts.members }}")),
    max_size=30,
).map("".join)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(head=SOUP, body=SOUP)
def test_no_soup_of_front_matter_brings_a_traceback(sources, head, body):
    for name in (NEWS, "presskits/forum-2025/kit.md", "manifesto/2025/01-quays.md"):
        write(sources, name, f"---\n{head}\n---\n{body}\n")
    for finding in read(sources).findings:
        assert "\n" not in finding.message
        assert finding.remedy or finding.level is not Level.ERROR


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    soup=SOUP,
    name=st.sampled_from(["facts", "contacts", "agenda", "images", "names", "organisation"]),
)
def test_no_soup_in_a_shared_file_brings_a_traceback(sources, soup, name):
    original = (sources / f"{name}.yaml").read_text("utf-8")
    write(sources, f"{name}.yaml", soup)
    with contextlib.suppress(BroadsideError):
        read(sources)
    write(sources, f"{name}.yaml", original)


def test_a_year_that_ends_the_calendar_stops_nobody_else(sources):
    write(sources, "newsletters/9999.md", "---\ndate: 9999-12-31\nsubject: Late\n---\nBye.\n")
    finding = told(sources, "D100")[0]
    assert first_line(finding).startswith("sources/newsletters/9999.md:2:7: error D100 'date'")
    assert ISSUE in build(sources, "newsletter", edition="2025-05").files


def test_a_list_without_brackets_is_told_how_to_be_written(sources):
    edit(sources, "presskits/forum-2025/kit.md", "[press, front-desk]", "press, front-desk")
    (line,) = told(sources, "R100")
    assert line.endswith(
        "there is no 'press, front-desk' in contacts.yaml\n    write  [press, front-desk]"
    )


def test_an_address_without_a_domain_is_told_where_it_is_declared(sources):
    edit(sources, "contacts.yaml", "press@harbours.example", "press@harbours")
    assert any("should be an e-mail address" in line for line in told(sources, "K"))


def test_a_date_in_the_words_of_one_language_is_told_once(sources):
    write(
        sources,
        "newsletters/2025-09.md",
        "---\ndate: 15 octobre 2025\nsubject: Nets\n---\nDear all.\n",
    )
    lines = [line for line in told(sources, "D100") if "2025-09" in line]
    assert len(lines) == 1
    assert lines[0].endswith("write  2025-10-15")


def test_a_look_up_in_a_slides_title_is_told_at_its_place_once(sources):
    write(sources, "slides/more.md", "---\ntitle: More\n---\n# {{ facts.nothing }} boats\n\n- a\n")
    assert len([line for line in told(sources, "F100") if "more.md:4:3" in line]) == 1
    assert len([line for line in told(sources, "F100") if "more.md" in line]) == 1


def test_a_moment_that_does_not_exist_holds_its_story_back_and_is_told_to_its_writer(sources):
    edit(sources, NEWS, "order: 1", "embargo: 2025-03-30T01:30")
    (line,) = told(sources, "D101")
    assert line.startswith("sources/news/2025-05-06-ferry.md:5:10: error D101 'embargo' should be")
    made = build(sources, "newsletter", edition="2025-05", languages=("en",))
    assert "sources: error E111 there are errors in what is under embargo" in made.lines


@pytest.mark.parametrize(
    ("typed", "remedy"),
    [
        ("2025-11-30 8 Uhr", "write  2025-11-30T08:00"),
        ("30.11.2025 à 18h30", "write  2025-11-30T18:30"),
        ("2025-11-30", "add the hour:  2025-11-30T09:00"),
        ("2025-11-30 8 pm", "write it like  embargo: 2024-03-01T09:00+01:00"),
    ],
)
def test_a_moment_in_another_form_is_told_as_it_should_be_typed(sources, typed, remedy):
    edit(sources, NEWS, "order: 1", f"embargo: {typed}")
    (line,) = told(sources, "D101")
    assert line.endswith(remedy)


def test_the_code_of_a_country_is_told_where_its_language_is_wanted(sources):
    edit(sources, "organisation.yaml", "[en, fr]", "[en, sv]")
    edit(sources, "organisation.yaml", "Network, fr:", "Network, se:")
    assert "sources/organisation.yaml:1:35: error K100 unknown language 'se'\n    write 'sv'" in (
        "".join(told(sources, "K100"))
    )


def test_a_name_without_its_colon_is_told_at_its_own_line(sources):
    (sources / "images.yaml").write_text("quay.jpg\n  alt: A quay\n", "utf-8")
    assert [line for line in told(sources) if "images.yaml" in line and " Y" in line] == [
        (
            "sources/images.yaml:1:9: error Y100 no colon stands behind 'quay.jpg'\n"
            "    write  quay.jpg:"
        )
    ]


@pytest.mark.parametrize(
    ("name", "entry", "line"),
    [
        ("facts.yaml", "founded: [1998]\n", "1:10: error K102 here should be the keys of the fact"),
        ("facts.yaml", "motto: {en: {a: b}}\n", "1:13: error K102 'motto' should be a text, not"),
        ("names.yaml", "TIDEWISE: held\n", "1:11: error K102 here should be the keys of the name"),
    ],
)
def test_an_entry_that_is_of_another_kind_is_told_once_and_with_a_remedy(
    sources, name, entry, line
):
    (sources / name).write_text(entry, "utf-8")
    [finding] = [f"{one}" for one in dict.fromkeys(read(sources).findings) if one.code == "K102"]
    assert finding.startswith(f"sources/{name}:{line}")
    assert len(finding.splitlines()) == 2
