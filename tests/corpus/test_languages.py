"""What becomes of a text that exists in one language only."""

from __future__ import annotations

import pytest

from tests.desks import edit, english, read, told, write


@pytest.fixture
def fallback(sources):
    edit(sources, "organisation.yaml", "missing_translation: omit", "missing_translation: fallback")
    return sources


@pytest.fixture
def fail(sources):
    edit(sources, "organisation.yaml", "missing_translation: omit", "missing_translation: fail")
    return sources


def french(sources):
    return read(sources).copies["fr"]


def test_a_translation_repeats_only_what_differs(sources):
    [story] = [s for s in french(sources).news if s.slug == "2025-05-05-new-quay"]
    assert story.title.plain == "Brisa ouvre son nouveau quai"
    assert story.body.plain == "Le quai est ouvert."
    assert (story.place.plain, story.country_name) == ("Brisa", "Espagne")
    assert str(story.where) == "sources/news/2025-05-05-new-quay.fr.md:1:1"
    assert str(story.at("country")) == "sources/news/2025-05-05-new-quay.md:7:1"


def test_a_source_without_translation_is_left_out_and_told(sources):
    assert "2025-05-06-ferry" not in [story.slug for story in french(sources).news]
    assert "2025-05-06-ferry" in [story.slug for story in english(sources).news]
    assert told(sources, "T101")[-1] == (
        "sources/news/2025-05-06-ferry.md: warning T101 not translated into French, "
        "and is left out\n    write it in 2025-05-06-ferry.fr.md, beside this file, "
        "or set missing_translation in organisation.yaml"
    )


def test_a_source_falls_back_and_says_in_what_language_it_is(fallback):
    [ferry] = [story for story in french(fallback).news if story.slug == "2025-05-06-ferry"]
    assert ferry.title.html == '<span lang="en" dir="ltr">A ferry for Ria</span>'
    assert ferry.body.html.startswith('<div lang="en" dir="ltr">')
    assert ferry.body.language == "en"
    assert any("05-06-ferry.md: warning T101" in line for line in told(fallback))
    assert any("and stands in English" in line for line in told(fallback))


def test_a_text_of_yaml_falls_back_and_says_so(fallback):
    edit(fallback, "agenda.yaml", "en: Autumn school, fr: École d'automne", "en: Autumn school")
    [school] = [event for event in french(fallback).agenda if event.id == "autumn-school"]
    assert school.title.html == '<span lang="en" dir="ltr">Autumn school</span>'


def test_a_body_that_is_left_for_later_falls_back(fallback):
    write(fallback, "news/2025-05-06-ferry.fr.md", "---\ntitle: Un ferry\n---\n")
    [ferry] = [story for story in french(fallback).news if story.slug == "2025-05-06-ferry"]
    assert ferry.title.html == "Un ferry"
    assert ferry.body.html.startswith('<div lang="en"')


def test_a_missing_translation_fails_where_that_is_asked_for(fail):
    [broken] = [b for b in french(fail).broken if b.id == "2025-05-06-ferry"]
    assert str(broken.findings[0]) == (
        "sources/news/2025-05-06-ferry.md: error T102 not translated into fr\n"
        "    add 2025-05-06-ferry.fr.md beside it, or set missing_translation in organisation.yaml"
    )
    assert english(fail).broken == ()


def test_an_optional_text_of_yaml_is_left_out_alone(sources):
    edit(sources, "contacts.yaml", "{en: Press, fr: Presse}", "{en: Press}")
    assert french(sources).contacts["press"].label.plain == ""
    assert english(sources).contacts["press"].label.plain == "Press"
    assert "'label' is not translated into French, and is left out" in told(sources, "T101")[0]


def test_an_optional_text_of_yaml_fails_where_that_is_asked_for(fail):
    edit(fail, "contacts.yaml", "{en: Press, fr: Presse}", "{en: Press}")
    assert "press" in [broken.id for broken in french(fail).broken]
    assert told(fail, "T102")[0].startswith(
        "sources/contacts.yaml:6:10: error T102 'label' is not translated into fr\n"
    )


def test_a_required_text_of_yaml_leaves_out_its_record(sources):
    edit(sources, "agenda.yaml", "{en: Autumn school, fr: École d'automne}", "{en: Autumn school}")
    assert "autumn-school" not in [event.id for event in french(sources).agenda]
    assert "'autumn-school' is not translated into French" in told(sources, "T101")[0]


def test_one_entry_of_a_list_is_left_out_alone(sources):
    edit(sources, "organisation.yaml", "[Brisa, Norhavn]", "[{en: Brisa}, Norhavn]")
    places = french(sources).organisation.governance.vice_presidents
    assert [place.plain for place in places] == ["Norhavn"]


def test_a_look_up_without_translation_stands_in_another_and_says_so(sources):
    edit(sources, "facts.yaml", "{en: Open water, fr: Eaux ouvertes}", "{en: Open water}")
    write(sources, "news/2025-05-08-salt.fr.md", "---\ntitle: Le sel\n---\n{{ facts.motto }}\n")
    [salt] = [story for story in french(sources).news if story.slug == "2025-05-08-salt"]
    assert salt.body.plain == "Open water"
    assert any("stands in English where it is looked up" in line for line in told(sources, "T101"))


def test_a_look_up_without_translation_fails_where_that_is_asked_for(fail):
    edit(fail, "facts.yaml", "{en: Open water, fr: Eaux ouvertes}", "{en: Open water}")
    write(fail, "news/2025-05-08-salt.fr.md", "---\ntitle: Le sel\n---\n{{ facts.motto }}\n")
    assert "2025-05-08-salt" in [broken.id for broken in french(fail).broken]


def test_a_source_in_one_other_language_is_read_in_that_one(sources):
    write(
        sources, "news/2025-05-09-pont.fr.md", "---\ntitle: Un pont\ndate: 2025-05-09\n---\nUn.\n"
    )
    assert "2025-05-09-pont" in [story.slug for story in french(sources).news]
    assert "2025-05-09-pont" not in [story.slug for story in english(sources).news]
    assert any("pont.fr.md: warning T101 not translated into English" in t for t in told(sources))


def test_a_language_that_is_not_declared_is_told(sources):
    write(sources, "news/2025-05-08-salt.de.md", "---\ntitle: Salz\n---\nSalz.\n")
    assert told(sources, "T103") == [
        (
            "sources/news/2025-05-08-salt.de.md: warning T103 'de' is not one of the languages of "
            "organisation.yaml (en, fr)\n"
            "    the file is not read; add the language there, or rename the file"
        )
    ]


def test_a_translation_into_no_language_is_told(sources):
    write(sources, "news/2025-05-06-ferry.du.md", "---\ntitle: Fähre\n---\nFähre.\n")
    assert told(sources, "T103") == [
        (
            "sources/news/2025-05-06-ferry.du.md: error T103 'du' is no language, and this stands "
            "beside 2025-05-06-ferry.md\n"
            "    if it is its translation, call it 2025-05-06-ferry.fr.md"
        )
    ]


def test_a_misspelt_language_in_a_text_is_an_error(sources):
    edit(sources, "contacts.yaml", "{en: Press, fr: Presse}", "{en: Press, french: Presse}")
    [line] = told(sources, "K100")
    assert line.startswith("sources/contacts.yaml:6:22: error K100 unknown language 'french'\n")


def test_a_comma_that_ends_a_text_between_braces_is_told(sources):
    edit(
        sources, "contacts.yaml", "{en: Press, fr: Presse}", "{en: Press, 1,200 cards, fr: Presse}"
    )
    for line in told(sources, "K100"):
        assert ": error K100 a comma ends the text before '" in line
        assert line.endswith("\n    put the whole text in quotation marks")
    assert told(sources, "K100")


def test_one_language_alone_needs_no_suffix_and_no_tables(sources):
    edit(sources, "organisation.yaml", "languages: [en, fr]", "languages: fr")
    copies = read(sources).copies
    assert list(copies) == ["fr"]
    assert "2025-05-06-ferry" in [story.slug for story in copies["fr"].news]


def test_the_name_of_the_house_is_never_left_out(sources):
    edit(sources, "organisation.yaml", "{en: HTN, fr: RVP}", "{en: HTN}")
    house = french(sources).organisation
    assert (house.short_name.plain, house.short_name.language) == ("HTN", "en")
    assert any("organisation.yaml:2:13: warning T101" in line for line in told(sources))
    edit(sources, "organisation.yaml", "missing_translation: omit", "missing_translation: fail")
    assert [broken.kind for broken in french(sources).broken[:1]] == ["organisation"]


def test_what_a_stand_in_looks_up_is_said_in_its_own_language(fallback):
    body = "Since {{ facts.members }} towns sail.\n"
    write(fallback, "facts.yaml", "members: {value: 12500, as_of: 2024-01-01}\n")
    write(fallback, "news/2025-05-07-buoys.md", f"---\ntitle: Buoys\ndate: 2025-05-07\n---\n{body}")
    write(fallback, "news/2025-05-07-buoys.fr.md", "---\ntitle: Des bouées\n---\n")
    [buoys] = [story for story in french(fallback).news if story.slug == "2025-05-07-buoys"]
    assert buoys.title.plain == "Des bouées"
    assert buoys.body.plain == "Since 12,500 towns sail."


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("date: 2025-05-06\n", "'date' is 2025-05-06 here, and 2025-05-05 in "),
        ("country: FR\n", "'country' is FR here, and ES in "),
        ("date: 2025-05-05\n", ""),
        ("country: es\n", ""),
        ("place: Brise\n", ""),
    ],
)
def test_a_day_or_a_country_is_the_same_in_every_language(sources, line, said):
    edit(sources, "news/2025-05-05-new-quay.fr.md", "---\n", f"---\n{line}")
    findings = told(sources, "T105")
    assert len(findings) == bool(said)
    for one in findings:
        assert f".fr.md:2:{line.index(' ') + 2}: warning T105 {said}2025-05-05-new-quay.md" in one


def test_a_chapter_that_stands_in_for_its_translation_is_told_of_once(sources):
    edit(sources, "organisation.yaml", "[en, fr]", "[en, ca]\nmissing_translation: fallback")
    chapter = "---\ntitle: Quays\n---\n## Introduction\n\nWords.\n"
    write(sources, "manifesto/2025/01-streets.md", chapter)
    lines = [line for line in told(sources, "S101") if "01-streets" in line]
    assert sorted(line.split("no section ")[1].split("\n")[0] for line in lines) == [
        "'Practices'",
        "'Recommendations'",
        "'References'",
    ]
