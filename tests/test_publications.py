"""The folder is the registration: a publication needs no line of Python."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from pipeline import editions, publications
from pipeline.errors import DeclarationError, Finding, Location, UsageError
from pipeline.model.editions import Output, Section
from tests.conftest import ROOT
from tests.desks import SMALL, build, edit, nobody, write

FLYER = """
title = "Doorstep flyer"
per = "standing"

[section.planks]
title = "Our planks"
kinds = ["manifesto"]
limit = 2

[section.dates]
kinds = ["agenda"]

[[output]]
name = "flyer.txt"
renderer = "plain"
template = "flyer.txt"
"""
PAGE = """{{ edition.organisation.name.plain }}
{% for run in edition.sections.values() %}
{{ run.label }}: {% for item in run.items %}{{ item.title.plain }}; {% endfor %}

{% endfor %}
"""


@pytest.fixture
def templates(tmp_path):
    return shutil.copytree(SMALL, tmp_path / "templates")


def declare(templates, text):
    write(templates, "flyer/publication.toml", text)
    return publications.load(templates / "flyer" / "publication.toml", templates)


def test_a_publication_is_one_folder_and_no_python(sources, templates):
    write(templates, "flyer/publication.toml", FLYER)
    write(templates, "flyer/flyer.txt", PAGE)
    made = build(sources, "flyer", templates=templates)
    assert made.code == 0
    assert made.files == {
        "flyer/flyer/en/flyer.txt": (
            "Harbour Towns Network\nOur planks: Quays; Ferries;\n"
            "Dates: Call for dredging plans closes; Autumn school;\n"
        ),
        "flyer/flyer/fr/flyer.txt": (
            "Réseau des villes portuaires\nOur planks: Quais;\n"
            "Dates: Fin de l’appel à plans de dragage; École d’automne;\n"
        ),
    }


def test_it_is_found_among_the_others(templates):
    declare(templates, FLYER)
    assert [publication.slug for publication in publications.discover(templates)] == [
        "flyer",
        "manifesto",
        "newsletter",
        "presskit",
        "release",
        "slides",
    ]


def test_a_declaration_is_read_whole(templates):
    flyer = declare(
        templates,
        FLYER.replace("limit = 2", "limit = 2\n").replace(
            'template = "flyer.txt"', 'template = "flyer.txt"\nwide = true'
        ),
    )
    assert (flyer.title, flyer.per, flyer.audience) == ("Doorstep flyer", "standing", "public")
    assert flyer.sections[0] == Section(
        name="planks", title="Our planks", kinds=("manifesto",), limit=2
    )
    assert flyer.outputs == (
        Output(
            name="flyer.txt",
            renderer="plain",
            template="flyer.txt",
            options={"wide": True},
            where=Location(flyer.where.path, 14),
        ),
    )


def test_our_own_publications_are_read():
    slugs = [publication.slug for publication in publications.discover(ROOT / "templates")]
    assert {"newsletter", "presskit", "release", "manifesto", "slides"} <= set(slugs)


def test_every_kind_of_a_section_is_known_to_the_editions():
    assert {*editions.FOLDERS, "manifesto", "agenda", "series"} == set(publications.KINDS)
    assert {*editions.LEADS, "standing"} == set(publications.OCCASIONS)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            'title = "Doorstep',
            'titel = "Doorstep',
            "O107 unknown key 'titel'\n    did you mean 'title'?",
        ),
        (
            '"standing"',
            '"isue"',
            "O106 'per' should be one of issue, release, kit, manifesto, deck",
        ),
        ("limit = 2", 'limit = "2"', "O103 'limit' should be a number, not '2'\n    write"),
        (
            '["manifesto"]',
            '["manifestos"]',
            "O111 there is no kind 'manifestos' of sources\n    did",
        ),
        ('["manifesto"]', '"manifesto"', "O103 'kinds' should be a list, not 'manifesto'"),
        ('name = "flyer.txt"', 'name = "../flyer.txt"', "O105 '../flyer.txt' is not a file name"),
        (
            'renderer = "plain"',
            "",
            "O104 an [[output]] needs a name and a renderer\n    write name",
        ),
        (
            "[[output]]",
            "[output]",
            "O101 the publication declares no [[output]]\n    add [[output]]",
        ),
        ("[section.planks]", "[section.planks", "O102 cannot be read: Expected ']'"),
    ],
)
def test_a_fault_of_a_declaration_is_told(templates, old, new, said):
    with pytest.raises(DeclarationError) as caught:
        declare(templates, FLYER.replace(old, new, 1))
    assert str(caught.value).startswith("templates/flyer/publication.toml")
    assert f"error {said}" in str(caught.value)


@pytest.mark.parametrize(
    "name",
    [
        *("/etc/x", "a/b", ".hidden", "..", "-f", "a:b.txt", "a?.txt", "x.", " x", "CON.txt"),
        *(r"a\\b", r"..\\x", r"\u0000x", r"\u001b[2J.txt", r"a\nb.txt", r"\u202egpj.txt"),
        *("x" * 300, " "),
    ],
)
def test_a_name_that_no_machine_can_write_or_show_is_refused(templates, name):
    with pytest.raises(DeclarationError) as caught:
        declare(templates, FLYER.replace("flyer.txt", name, 1))
    assert caught.value.findings[0].code in ("O102", "O105")
    assert all(sign.isprintable() for sign in str(caught.value).replace("\n", ""))


@pytest.mark.parametrize("other", ["flyer.txt", "FLYER.txt", "e\u0301.txt"])
def test_two_outputs_of_one_name_are_refused(templates, other):
    first = FLYER if other.casefold() == "flyer.txt" else FLYER.replace("flyer.txt", "é.txt", 1)
    more = f'[[output]]\nname = "{other}"\nrenderer = "plain"\n'
    with pytest.raises(DeclarationError, match=r"O105 two .* are called"):
        declare(templates, first + more)


def test_outputs_without_end_are_refused(templates):
    more = "".join(f'[[output]]\nname = "f{n}.txt"\nrenderer = "plain"\n' for n in range(100))
    with pytest.raises(DeclarationError, match="O101 there are 101 "):
        declare(templates, FLYER + more)


def test_a_faulty_declaration_stops_no_other(sources, templates):
    write(templates, "flyer/publication.toml", "per = ?\n")
    made = build(sources, templates=templates, languages=("en",))
    assert made.code == 1
    assert "slides/harbours/en/slides.txt" in made.files
    assert any(
        line.startswith("templates/flyer/publication.toml:1:7: error O102") for line in made.lines
    )


def test_a_publication_asked_for_by_name_that_is_faulty_is_told(sources, templates):
    write(templates, "flyer/publication.toml", "per = [")
    made = build(sources, "flyer", templates=templates)
    assert made.code == 1
    assert "error O102" in made.said


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (
            "{{ edition.titel }}",
            "1: error O110 there is no 'titel' in a value of the kind 'edition'",
        ),
        ("{{ edition.titel }}", "    did you mean 'title'?\n"),
        ("{{ editon.title }}", "    did you mean 'edition'?\n"),
        ("{{ brand.primarry }}", "    did you mean 'primary'?\n"),
        ("{{ 'a' | uper }}", "    did you mean 'upper'?\n"),
        ("a\n{{ none.title }}", "slides.txt:2: error O110 'title' is asked of nothing\n"),
        ("ok\n{% if %}", "templates/slides/slides.txt:2: error O110 "),
        ("ok\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> eve\n", ":2: error O110 two versions "),
        (
            '{% include "nowhere.txt" %}',
            "slides.txt:1: error O110 there is no template 'nowhere.txt'",
        ),
        ("{{ 1 / 0 }}", "templates/slides/slides.txt:1: error O110 division by zero"),
        ("{{ ''.__class__.__mro__ }}", "templates/slides/slides.txt:1: error O110 "),
    ],
)
def test_a_fault_of_a_template_refuses_its_publication_alone(sources, templates, page, said):
    write(templates, "slides/slides.txt", page)
    made = build(sources, templates=templates, languages=("en",))
    assert made.code == 1
    assert said in made.said
    assert "Traceback" not in made.said
    assert "manifesto/2025/en/manifesto.txt" in made.files
    assert "slides/harbours/en/slides.txt" not in made.files


def test_a_renderer_that_does_not_exist_is_told(sources, templates):
    text = (templates / "slides/publication.toml").read_text("utf-8")
    write(templates, "slides/publication.toml", text.replace('"plain"', '"plane"'))
    made = build(sources, "slides", templates=templates)
    assert (
        "templates/slides/publication.toml:5: error O108 there is no renderer 'plane'" in made.lines
    )
    assert made.code == 1


def test_a_folder_of_templates_that_is_not_there_is_told(tmp_path):
    with pytest.raises(UsageError, match="O100 there is no such templates folder"):
        publications.discover(tmp_path / "nowhere")


def test_a_faulty_declaration_is_told_when_an_edition_is_named(
    sources: Path, tmp_path: Path
) -> None:
    templates = Path(shutil.copytree(SMALL, tmp_path / "templates"))
    write(templates, "release/publication.toml", 'title = "x\n')
    for name in ("2025-04-14-register", "2025-04-14-registre"):
        made = build(sources, "release", edition=name, templates=templates)
        assert made.code == 1
        assert made.lines[0].startswith("templates/release/publication.toml:1:11: error O102 ")
        assert " O120 " not in made.said


def test_a_folder_that_nobody_may_enter_is_told_and_does_not_vanish(everybodys: Path) -> None:
    root = Path(shutil.copytree(SMALL, everybodys / "templates"))
    for name in ("release", "_shared"):
        (root / name).chmod(0)
    faults: list[Finding] = []
    with nobody():
        found = [one.slug for one in publications.discover(root, faults)]
    assert "slides" in found
    [fault] = map(str, faults)
    assert fault.startswith("templates/release/publication.toml: error O102 cannot be read: Perm")


def test_a_declaration_may_begin_with_the_mark_of_windows(sources, templates):
    for name in ("newsletter/publication.toml", "_shared/words.toml"):
        path = templates / name
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    made = build(sources, "newsletter", templates=templates)
    assert made.code == 0, made.said


def test_an_hour_among_the_wishes_is_refused_as_any_other(sources, templates):
    path = templates / "newsletter/publication.toml"
    path.write_text(path.read_text().replace('"plain"', '"docx"') + "at = 09:00:00\n")
    made = build(sources, "newsletter", templates=templates)
    assert "error P300 newsletter.txt: unknown option 'at'" in made.said


def declare_outputs(templates, *outputs):
    path = templates / "newsletter/publication.toml"
    head = path.read_text().partition("[[output]]")[0]
    path.write_text(head + "".join(f"[[output]]\n{output}\n" for output in outputs))


@pytest.mark.parametrize(
    ("output", "label"),
    [
        ('name = "a.ics"\nrenderer = "ics"', "agenda"),
        ('name = "a.txt"\nrenderer = "plain"\ntemplate = "newsletter.txt"', "contact"),
    ],
)
def test_a_label_that_is_nowhere_is_told_at_its_file(sources, templates, output, label):
    declare_outputs(templates, output)
    (templates / "newsletter/newsletter.txt").write_text("{{ edition | slides(words) }}")
    made = build(sources, "newsletter", templates=templates, languages=("en",))
    [said] = [line for line in made.lines if " error " in line]
    assert said == f"templates/_shared/words.toml:1: error O112 there is no label '{label}'"


LETTER = 'name = "a.html"\nrenderer = "web"\ntemplate = "newsletter.txt"'
FILE = 'name = "a.docx"\nrenderer = "docx"\ntemplate = "newsletter.txt"'


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ('name = "a.eml"\nrenderer = "eml"', "'text' should be the name of a text"),
        ('name = "a.eml"\nrenderer = "eml"\ntext = "a.html"', "'html' should be the name of a"),
        ('name = "a.eml"\nrenderer = "eml"\ntext = "a.docx"', "'text' should be the name of a"),
        ('name = "a.eml"\nrenderer = "eml"\ntext = 3', "'text' should be words in quotation"),
        ('name = "aa"\nrenderer = "pictures"\nof = ["a.docx"]', "'of' should name files"),
        (
            'name = "a.pdf"\nrenderer = "cover"\ntemplate = "newsletter.txt"\nblock = "a.html"',
            "'block' should be the name of a PDF",
        ),
        (
            'name = "a.pdf"\nrenderer = "pdf"\ntemplate = "newsletter.txt"\npixels = "a"',
            "'pixels' should be a whole number",
        ),
        (
            'name = "a.pdf"\nrenderer = "pdf"\ntemplate = "newsletter.txt"\nstandard = 3',
            "'standard' should be one of",
        ),
    ],
)
def test_a_wish_that_cannot_be_granted_says_why_and_what_to_write(sources, templates, output, said):
    declare_outputs(templates, LETTER, FILE, output)
    made = build(sources, "newsletter", templates=templates, languages=("en",))
    [number] = [number for number, line in enumerate(made.lines) if " error " in line]
    assert made.lines[number].startswith("templates/newsletter/publication.toml:13: error P300 ")
    assert said in made.lines[number]
    assert re.match(r"    \S", made.lines[number + 1])


LINES = [
    ("newsletter/publication.toml", 'title = "A"\nper = "issue"\ntitel = "B"', "3: error O107"),
    ("newsletter/publication.toml", 'title = "A"\nper = "weekly"', "2: error O106 'per'"),
    ("newsletter/publication.toml", 'title = "A"', " error O106 'per' is missing"),
    ("newsletter/publication.toml", "[section.a]\nkinds = [2025-01-01]", "5: error O111"),
    ("newsletter/publication.toml", "[section.a]\n\nlimit = 2025-01-01", "6: error O103 'limit'"),
    ("newsletter/publication.toml", '[[output]]\nname = "b/c"\nrenderer = "a"', "4: error O105"),
    ("newsletter/publication.toml", '[[output]]\nname = "a"\nrenderer = "a"', "4: error O105"),
    ("_shared/brand.toml", '[type]\nserif = "A"\n[colour]\nquiet = "a"\nink = "red"', "5: error"),
    ("_shared/brand.toml", "[type]\nserif = true", "2: error O103 'serif' should be words"),
    ("_shared/brand.toml", "a = 1\ncolour = 3", "2: error O103 'colour' should be a table"),
]


@pytest.mark.parametrize(("file", "text", "said"), LINES)
def test_a_fault_of_a_declaration_is_told_at_its_line(sources, templates, file, text, said):
    if "[[output]]" in text or "[section" in text:
        text = f'title = "A"\nper = "issue"\naudience = "public"\n{text}'
    if file.startswith("newsletter") and "[[output]]" not in text:
        text += '\n[[output]]\nname = "a.txt"\nrenderer = "plain"\n'
    write(templates, file, text)
    try:
        told = build(sources, "newsletter", templates=templates).said
    except DeclarationError as error:
        told = str(error)
    assert f"templates/{file}:{said}" in told
    assert "datetime" not in told
    assert "True" not in told


def test_a_label_whose_braces_nothing_fills_in_is_told_at_its_line(sources, tmp_path):
    templates = shutil.copytree(ROOT / "templates", tmp_path / "templates")
    edit(templates, "_shared/words.toml", '"N°\\u00a0{number}"', '"N° {numero}"')
    made = build(sources, "newsletter", templates=templates)
    line = (templates / "_shared/words.toml").read_text().split("{numero}")[0].count("\n") + 1
    assert (
        f"templates/_shared/words.toml:{line}: error O103 nothing fills in {{numero}} in 'number'"
        in made.said
    )


def test_a_label_that_a_language_lacks_is_told_to_stand_in_english(sources, tmp_path):
    templates = shutil.copytree(ROOT / "templates", tmp_path / "templates")
    edit(templates, "_shared/words.toml", 'calendar = "Calendrier"\n', "")
    made = build(sources, "newsletter", templates=templates)
    assert "warning T104 there is no 'calendar' in French" in made.said


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("[fr]\n", '[fr]\nagenda = "A"\n', "the name of this line stands above it, too"),
        ('calendar = "Calendrier"', 'calendar = "Calendrier', "a quotation mark is not closed"),
    ],
)
def test_a_slip_in_toml_is_told_in_plain_words(sources, tmp_path, old, new, told):
    templates = shutil.copytree(ROOT / "templates", tmp_path / "templates")
    edit(templates, "_shared/words.toml", old, new)
    with pytest.raises(DeclarationError, match=told):
        build(sources, "newsletter", templates=templates)
