"""How a Markdown source becomes what it is: chapters, decks, the places of their faults."""

from __future__ import annotations

import tomllib
from pathlib import Path

from pipeline.corpus import chapters, keys, numbering
from tests.desks import edit, english, told, write

TEMPLATES = Path(__file__).parents[2] / "templates"
CHAPTER = "manifesto/2025/01-quays.md"


def chapter(sources, body, head=""):
    write(sources, CHAPTER, f"---\ntitle: Quays\n{head}---\n{body}")
    return english(sources).manifestos[0].chapters[0]


def lines(sources, code):
    return [
        line.split("\n")[0].removeprefix("sources/manifesto/2025/") for line in told(sources, code)
    ]


def test_headings_as_people_type_them_are_recognised_and_told(sources):
    made = chapter(
        sources,
        "## Introduction:\n\nA.\n\n**Recommendation**\n\n1. B.\n\n"
        "### Best practices\n\n# PRACTICES\n\nC.\n\n## Reference\n\nD.\n",
    )
    assert made.introduction.plain == "A."
    assert made.references.plain == "D."
    assert "C." in made.practices.plain
    assert lines(sources, "S100") == [
        "01-quays.md:4:1: warning S100 the heading 'Introduction:' is not in the house form",
        "01-quays.md:8:1: warning S100 the heading 'Recommendation' is not in the house form",
        "01-quays.md:14:1: warning S100 the heading 'PRACTICES' is not in the house form",
        "01-quays.md:18:1: warning S100 the heading 'Reference' is not in the house form",
    ]


def test_a_section_that_is_missing_is_told_unless_it_is_declared(sources):
    chapter(
        sources, "## Introduction\n\nA.\n\n## Recommendations\n\n1. B.\n", "without: practices\n"
    )
    assert lines(sources, "S101") == [
        "01-quays.md:1:1: warning S101 the chapter has no section 'References'"
    ]


def test_a_section_declared_missing_that_is_there_is_told(sources):
    edit(sources, "manifesto/2025/03-storms.md", "[references]", "[practices]")
    assert [line.split(": warning ")[1] for line in lines(sources, "S10")] == [
        "S101 the chapter has no section 'References'",
        "S102 'practices' is declared missing but is there",
    ]


def test_nothing_of_a_chapter_is_lost(sources):
    made = chapter(sources, "Before.\n\n## Recommendations\n\n1. B.\n\n## Elsewhere\n\nE.\n")
    assert made.introduction.plain == "Before."
    assert "Elsewhere" in made.recommendations.plain
    assert "E." in made.recommendations.plain
    assert "S104 'Elsewhere' is not one of the four sections" in lines(sources, "S104")[0]


def test_a_chapter_of_another_plan_is_told_so_once(sources):
    chapter(sources, "## History\n\nA.\n\n## Tides\n\nB.\n\n## Our quays\n\nC.\n")
    (line,) = lines(sources, "S104")
    assert "'History' is not one of the four sections of a chapter, nor are 2 more" in line


def test_recommendations_are_numbered_through_and_lettered_inside(sources):
    made = chapter(
        sources,
        "## Recommendations\n\n- One\n    - a\n- Two\n\nBetween.\n\n1. Three {#third}\n2. Four\n",
    )
    html = made.recommendations.html
    assert [f'id="{name}"' in html for name in ("quays-1", "quays-2", "third", "quays-4")] == [
        True
    ] * 4
    assert 'start="3"' in html
    assert '<ol class="lettered" type="a">' in html


def test_the_stem_of_anchors_has_no_number():
    assert numbering.anchor_stem("03-security-continuum") == "security-continuum"
    assert numbering.anchor_stem("2025") == "2025"


def test_chapters_that_differ_only_in_their_numbers_have_anchors_of_their_own(sources):
    for number in ("05", "06"):
        text = "---\ntitle: Nets\n---\n## Recommendations\n\n1. One\n"
        write(sources, f"manifesto/2025/{number}-nets.md", text)
    *_, first, second = english(sources).manifestos[0].chapters
    assert 'id="nets-1"' in first.recommendations.html
    assert 'id="06-nets-1"' in second.recommendations.html
    assert not told(sources, "W118")


def test_a_picture_that_is_refused_is_told_once(sources):
    write(sources, "images/harbour.jpg", "no picture")
    described = "harbour.jpg: {alt: A, credit: B, licence: CC0-1.0}\nlogo.png:"
    edit(sources, "images.yaml", "logo.png:", described)
    write(sources, "news/storm.md", "---\ntitle: A\ndate: 2025-05-01\n---\n![](harbour.jpg)\n")
    copy = english(sources)
    assert not told(sources, "I102")
    (storm,) = [broken for broken in copy.broken if broken.id == "storm"]
    assert [finding.code for finding in storm.findings] == ["I105"]


def test_a_section_is_known_by_its_name_in_every_language():
    for name, typed in {
        "introduction": "EINFÜHRUNG",
        "recommendations": "Recommandations :",
        "practices": "__Prácticas__",
        "references": "Références",
        "": "Elsewhere",
    }.items():
        assert chapters.section_named(typed) == name


def test_a_fault_in_a_slide_keeps_its_place_below_a_note(sources):
    body = "# One\n\nNote: said\nand said\n\nText {{ facts.nothing }}\n"
    write(sources, "slides/harbours.md", f"---\ntitle: D\n---\n{body}")
    [line] = told(sources, "F100")
    assert line.startswith("sources/slides/harbours.md:9:6: error F100")


def test_what_stands_before_the_first_slide_is_told(sources):
    write(sources, "slides/harbours.md", "---\ntitle: D\n---\nLost words.\n\n# One\n\nText\n")
    [line] = told(sources, "S110")
    assert line.startswith("sources/slides/harbours.md:4:1: warning S110 this text stands before")


def test_headings_inside_a_slide_stay_in_it(sources):
    write(sources, "slides/harbours.md", "---\ntitle: D\n---\n# One\n\nA\n\n## Two\n\nB\n")
    [slide] = english(sources).decks[0].slides
    assert "Two" in slide.body.plain
    assert "B" in slide.body.plain


def test_a_source_remembers_its_words_with_the_look_ups_resolved(sources):
    story = english(sources).news[0]
    assert story.markdown == "The project has begun in 1,200 towns.\n"
    assert story.body_line == 7


def test_a_link_to_our_own_pages_leads_to_our_website(sources):
    made = chapter(sources, "## Introduction\n\nSee [the quays](/quays).\n")
    assert '<a href="https://www.harbours.example/quays">' in made.introduction.html
    assert lines(sources, "L100") == []


def test_the_words_of_every_language_of_the_templates_name_a_section() -> None:
    tables = tomllib.loads((TEMPLATES / "_shared/words.toml").read_text("utf-8"))
    for words in tables.values():
        for section in keys.SECTIONS:
            assert chapters.section_named(words[section]) == section, words["language"]


def test_a_missing_section_is_named_in_the_language_of_the_chapter(sources):
    write(
        sources, CHAPTER.replace(".md", ".fr.md"), "---\ntitle: Quais\n---\n## Introduction\n\nA.\n"
    )
    missing = told(sources, "S101")
    assert any(
        "has no section 'Références'" in line and "add  ## Références" in line for line in missing
    )


def test_a_missing_section_is_named_in_portuguese(sources):
    edit(sources, "organisation.yaml", "languages: [en, fr]", "languages: [en, pt]")
    write(sources, CHAPTER.replace(".md", ".pt.md"), "---\ntitle: Cais\n---\n## Introdução\n\nA.\n")
    assert any("add  ## Referências" in line for line in told(sources, "S101"))


def test_where_a_heading_is_printed_is_said_in_the_language_of_the_chapter(sources):
    text = "---\ntitle: Quais\n---\n## Recommandations\n\n1. A.\n\n## Ailleurs\n\nB.\n"
    write(sources, CHAPTER.replace(".md", ".fr.md"), text)
    assert any("printed inside Recommandations" in line for line in told(sources, "S104"))


def test_an_hour_in_the_agenda_is_told_where_to_go(sources):
    write(sources, "agenda.yaml", "- id: sale\n  title: Sale\n  start: 2025-06-01 18:00\n")
    assert "write  2025-06-01  here, and the hour in the title" in told(sources, "D100")[0]
