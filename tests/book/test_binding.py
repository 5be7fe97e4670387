"""Practices, places and works recognised in what many people wrote, and nothing of it lost."""

from __future__ import annotations

import re

import pytest

from pipeline import calendar
from pipeline.book import binding, fragments, indexes, notes
from pipeline.book.practices import Place, Practice, places, practices
from pipeline.model.sources import Chapter, Manifesto
from pipeline.model.texts import Text

COUNTRIES = calendar.countries("en")


def text(html: str, language: str = "en") -> Text:
    return Text(html=html, plain=fragments.words(html), language=language)


def told(html: str) -> list[tuple[str, tuple[Place, ...], str]]:
    found = practices(html, "police", COUNTRIES)
    return [(p.who, p.places, p.name) for p in found if isinstance(p, Practice)]


NICE_AND_TURIN = (Place("Nice", "France"), Place("Turin", "Italy"))
BRUSSELS = (Place("Brussels", "Belgium"), Place("Ixelles", "Belgium"))


@pytest.mark.parametrize(
    ("typed", "who", "where", "name"),
    [
        ("<strong>Nice (France)</strong> — <em>Angela</em>: a logo.",
         "Nice (France)", (Place("Nice", "France"),), "Angela"),
        ("<strong>Nice (France), Turin (Italy)</strong> — <em>Angela</em>: a logo.",
         "Nice (France), Turin (Italy)", NICE_AND_TURIN, "Angela"),
        ("<strong>Brussels, Ixelles (Belgium)</strong> — <em>EVA</em>: police.",
         "Brussels, Ixelles (Belgium)", BRUSSELS, "EVA"),
        ("<strong>Nice (France)</strong> — <em>Angela</em>&nbsp;: un logo.",
         "Nice (France)", (Place("Nice", "France"),), "Angela"),
        ("<strong>Belgium</strong> — <em lang=\"fr\">Partenariat</em>: residents.",
         "Belgium", (Place("Belgium"),), '<span lang="fr">Partenariat</span>'),
        ("<strong>FALPREV</strong> — <em>Training</em>: cities.", "FALPREV", (), "Training"),
        ("<strong>Riga (Latvia):</strong> boats at night.",
         "Riga (Latvia)", (Place("Riga", "Latvia"),), ""),
        ("Riga (Latvia) - Night boats – patrols.",
         "Riga (Latvia)", (Place("Riga", "Latvia"),), "Night boats"),
        ("City of Bologna: a night council.", "City of Bologna", (Place("Bologna"),), ""),
        ("Ville de Lyon : un conseil.", "Ville de Lyon", (Place("Lyon"),), ""),
        ("Three things matter: light, people, time.", "", (), ""),
        ("It began (in 2019): we counted.", "", (), ""),
    ],
)  # fmt: skip
def test_a_practice_is_told_by_its_place_and_its_name(
    typed: str, who: str, where: tuple[Place, ...], name: str
) -> None:
    assert told(f"<ul><li>{typed}</li></ul>") == [(who, where, name)]


def test_practices_may_be_paragraphs_with_other_text_between_them() -> None:
    html = (
        "<h4>North</h4><p>Some words.</p><p>City of Oslo: lights.</p>"
        "<ul><li><p><strong>Turku (Finland)</strong> – <em>Ice</em>: one.</p><p>Two.</p></li></ul>"
    )
    found = practices(html, "police", COUNTRIES)
    assert [part if isinstance(part, str) else (part.identity, part.who) for part in found] == [
        "<h4>North</h4>",
        "<p>Some words.</p>",
        ("police-practice-1", "City of Oslo"),
        ("police-practice-2", "Turku (Finland)"),
    ]
    assert isinstance(found[3], Practice)
    assert (found[3].text, found[3].rest) == ("<em>Ice</em>: one.", "<p>Two.</p>")


def test_what_stands_beside_a_practice_keeps_every_word_of_the_writer() -> None:
    (one, two) = practices(
        "<ul><li><strong>Nice (France), Turin (Italy)</strong> — a</li>"
        "<li><strong>City of Oslo and Bergen (Norway)</strong> — b</li></ul>",
        "x",
        COUNTRIES,
    )
    assert isinstance(one, Practice)
    assert isinstance(two, Practice)
    assert one.lines == (Place("Nice", "France"), Place("Turin", "Italy"))
    assert two.lines == (Place("City of Oslo and Bergen (Norway)"),)
    assert two.places == (Place("Oslo", "Norway"), Place("Bergen", "Norway"))


def test_two_places_that_the_text_joins_are_two_in_the_index() -> None:
    who = "Elvas (Portugal) e Badajoz (Espanha)"
    two = (Place("Elvas", "Portugal"), Place("Badajoz", "Espanha"))
    assert places(who) == two
    assert Practice(who=who, places=two).lines == two
    assert places("Nice (France) and Turin (Italy)")[1] == Place("Turin", "Italy")


def test_a_region_with_an_and_of_its_own_is_one_place() -> None:
    assert places("Castilla y León (España)") == (Place("Castilla y León", "España"),)


def test_a_country_of_two_names_is_one_place() -> None:
    name = "Bosnia & Herzegovina"
    assert places(name, {name}) == (Place(name),)


def book(*chapters: Chapter, language: str = "en") -> binding.Book:
    return binding.bind(
        Manifesto(kind="manifesto", slug="2025", language="en", chapters=chapters),
        language,
        calendar.countries,
    )


def chapter(number: int, slug: str, practices: str = "", references: str = "") -> Chapter:
    return Chapter(
        kind="chapter",
        slug=slug,
        language="en",
        number=number,
        title=text(slug),
        practices=text(practices),
        references=text(references),
    )


def test_places_and_practices_are_in_the_order_of_the_alphabet_with_all_their_pages() -> None:
    made = book(
        chapter(1, "01-a", "<ul><li><strong>Zürich (Switzerland)</strong> — <em>SIP</em>: x</li>"
                "<li><strong>Évora (Portugal)</strong> — <em>#light</em>: x</li></ul>"),
        chapter(2, "02-b", "<ul><li><strong>Évora, Zürich</strong> — <em>SIP</em>: x</li>"
                "<li><strong>Évora (Portugal), Turin (Italy)</strong> — <em>SIP</em>: y</li></ul>"),
    )  # fmt: skip
    assert [(e.words, e.aside, [m.identity for m in e.mentions]) for e in made.places] == [
        ("Évora", "Portugal", ["a-practice-2", "b-practice-1", "b-practice-2"]),
        ("Turin", "Italy", ["b-practice-2"]),
        ("Zürich", "Switzerland", ["a-practice-1", "b-practice-1"]),
    ]
    assert [(e.words, len(e.mentions)) for e in made.practices] == [("#light", 1), ("SIP", 3)]


def test_an_index_is_in_the_order_of_its_language() -> None:
    towns = ("Żary", "Zwickau", "Łódź", "Lwówek", "Świdnica")
    told = "".join(
        f"<li><strong>{town} (Poland)</strong> — <em>{town}</em>: x</li>" for town in towns
    )
    works = "".join(f"<li>{town}, 2020.</li>" for town in towns)
    for language, order in (
        ("pl", ["Lwówek", "Łódź", "Świdnica", "Zwickau", "Żary"]),
        ("de", ["Łódź", "Lwówek", "Świdnica", "Żary", "Zwickau"]),
    ):
        one = chapter(1, "01-a", f"<ul>{told}</ul>", references=f"<ul>{works}</ul>")
        made = book(one, language=language)
        assert [entry.words for entry in made.places] == order
        assert [entry.words for entry in made.practices] == order
        assert [work.html.partition(",")[0] for work in made.bibliography] == order


def test_a_work_cited_in_two_chapters_stands_once_in_the_bibliography() -> None:
    made = book(
        chapter(1, "01-a", references='<ul><li>Efus, <em><a href="https://e.eu/m/">Manifesto</a>'
                "</em>, 2017.</li><li>Abel, Nights.</li></ul>"),
        chapter(2, "02-b", references="<p>Efus, <em>Manifesto</em>, 2017.</p><h4>Films</h4>"),
    )  # fmt: skip
    words = [(fragments.words(work.html), work.chapters) for work in made.bibliography]
    assert words == [("Abel, Nights.", ("a",)), ("Efus, Manifesto, 2017. e.eu/m", ("a", "b"))]


def test_an_address_that_is_printed_already_is_not_printed_twice() -> None:
    bare = '<a href="https://a.eu/x">a.eu/x</a>'
    assert indexes.with_addresses(bare) == bare
    named = '<em><a href="https://a.eu/?a=1&amp;b=2">A</a></em>, 2020.'
    assert fragments.words(indexes.with_addresses(named)) == "A, 2020. a.eu/?a=1&b=2"


def test_notes_of_all_sections_are_counted_through_and_said_once() -> None:
    def section(anchor: str, *said: str) -> str:
        calls = "".join(
            f'<sup><a class="footnote-ref" href="#{anchor}-fn-{n}">{n}</a></sup>'
            for n in range(1, len(said) + 1)
        )
        items = "".join(f'<li id="{anchor}-fn-{n}"><p>{s}</p></li>' for n, s in enumerate(said, 1))
        return f'<p>Text{calls}</p><div class="footnotes"><ol>{items}</ol></div>'

    kept, gathered = notes.gather(
        {"one": section("a", "First"), "two": section("b", "Second", "First")}
    )
    assert re.findall(r'href="#([^"]*)">(\d)', kept["one"] + kept["two"]) == [
        ("a-fn-1", "1"),
        ("b-fn-1", "2"),
        ("a-fn-1", "1"),
    ]
    assert fragments.words(gathered.replace("</li>", "; ")) == "First; Second;"
    assert "footnotes" not in kept["one"] + kept["two"]


def test_chapters_with_the_same_name_have_anchors_of_their_own() -> None:
    made = book(chapter(1, "01-police", "<p>x</p>"), chapter(2, "02-police", "<p>x</p>"))
    assert [one.identity for one in made.chapters] == ["police", "02-police"]


def test_a_chapter_that_is_not_translated_says_its_language() -> None:
    made = book(
        Chapter(kind="chapter", slug="01-a", language="fr", title=text("A"),
                introduction=text('<div lang="fr" dir="ltr"><p>Bonjour à tous</p></div>', "fr"))
    )  # fmt: skip
    (section,) = made.chapters[0].sections
    assert (section.language, section.html) == (
        "fr",
        '<p>Bonjour <span class="end">à tous</span></p>',
    )
