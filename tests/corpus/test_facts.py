"""Facts, dates and people: told once, looked up in every kind of text, as they were at its date."""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

import pytest

from pipeline import hours
from pipeline.corpus import reading
from tests.desks import NOW, edit, english, read, told, write

ARABIC = "\N{NARROW NO-BREAK SPACE}"


def story(sources, language="en", slug="2025-05-09-note"):
    [found] = [s for s in read(sources).copies[language].news if s.slug == slug]
    return found


def note(sources, text, date="2025-05-09", language=""):
    suffix = f".{language}" if language else ""
    head = f"---\ntitle: Note\ndate: {date}\n---\n"
    write(sources, f"news/2025-05-09-note{suffix}.md", f"{head}{text}\n")


@pytest.mark.parametrize(
    ("date", "figure"),
    [
        ("2019-12-31", "900"),
        ("2020-01-01", "900"),
        ("2024-06-01", "1,100"),
        ("2025-02-01", "1,200"),
    ],
)
def test_a_fact_is_told_as_it_was_on_the_day_of_the_document(sources, date, figure):
    note(sources, "{{ facts.members }}", date)
    assert story(sources).body.plain == figure


def test_a_new_figure_never_rewrites_an_old_letter(sources):
    note(sources, "{{ facts.members }}", "2024-06-01")
    before = story(sources).body
    edit(sources, "facts.yaml", "value: 1200", "value: 1300")
    assert story(sources).body == before


def test_the_question_mark_of_the_form_is_no_figure(sources):
    write(sources, "facts.yaml", 'members:\n  value: "?"\n')
    [line] = told(sources, "K102")
    assert line.startswith("sources/facts.yaml:2:10: error K102 'value' should be a number")


def test_a_fact_keeps_its_history(sources):
    members = english(sources).facts["members"]
    assert (members.value, members.text) == (1200, "1,200")
    assert members.on(dt.date(2023, 1, 1)).text == "900"
    assert members.on(dt.date(2023, 1, 1)).unit[0].plain == "member towns"
    assert members.contraindications == ("1200 ports",)


def test_a_history_needs_the_day_of_the_present_value(sources):
    edit(sources, "facts.yaml", "  as_of: 2025-01-15\n", "")
    assert told(sources, "K101") == [
        (
            "sources/facts.yaml:1:1: error K101 the fact 'members' has a history "
            "and needs 'as_of'\n"
            "    add the day from which its value holds"
        )
    ]


TOLD = [
    ("facts.members", "1,200", f"1{ARABIC}200"),
    ("facts.members.unit", "member towns", "villes membres"),
    ("facts.members.as_of", "15 January 2025", "15 janvier 2025"),
    ("facts.members.source", "HTN register", "Registre du RVP"),
    ("facts.founded", "1998", "1998"),
    ("facts.ferry_lines", "2.5", "2,5"),
    ("facts.motto", "Open water", "Eaux ouvertes"),
    ("events.forum_2025.dates", "3–5 June 2025", "3–5 juin 2025"),
    ("events.forum_2025.title", "Harbour Forum", "Forum des ports"),
    ("events.forum_2025.place", "Norhavn", "Norhavn"),
    ("events.forum_2025.country", "Norway", "Norvège"),
    ("events.forum_2025.year", "2025", "2025"),
    ("events.forum_2025.start", "3 June 2025", "3 juin 2025"),
    ("events.forum_2025.end", "5 June 2025", "5 juin 2025"),
    ("events.forum_2025.edition", "2nd", "2e"),
    ("events.autumn_school.dates", "July 2025", "juillet 2025"),
    ("contacts.press.name", "Inês Duarte", "Inês Duarte"),
    ("contacts.front_desk.name", "Front desk", "Accueil"),
    ("contacts.press.phone", "+351 21 234 56 79", "+351 21 234 56 79"),
    ("organisation.short_name", "HTN", "RVP"),
    ("organisation.timezone", "Europe/Lisbon", "Europe/Lisbon"),
]


def test_every_name_is_told_in_the_language_of_the_text(sources):
    for language in ("", "fr"):
        note(sources, "\n\n".join(f"So {{{{ {name} }}}}." for name, *_ in TOLD), language=language)
    for column, language in enumerate(("en", "fr"), start=1):
        html = re.sub(r"<(?!/p>)[^>]*>", "", story(sources, language).body.html)
        said = html.replace("\N{NO-BREAK SPACE}", " ").strip().removesuffix("</p>").split("</p>\n")
        assert said == [f"So {row[column]}." for row in TOLD]


def test_look_ups_work_in_titles_addresses_lists_and_every_yaml_file(sources):
    edit(sources, "news/2025-05-06-ferry.md", "A ferry for Ria", "Ferry of {{ facts.founded }}")
    edit(
        sources,
        "news/2025-05-05-new-quay.md",
        "link: https://www.harbours.example/quay",
        'link: "https://www.harbours.example/{{ facts.founded }}/quay"',
    )
    edit(sources, "agenda.yaml", "place: Old Quay", 'place: "Old Quay {{ facts.founded }}"')
    edit(
        sources, "contacts.yaml", "en: Press officer", 'en: "Press, {{ organisation.short_name }}"'
    )
    copy = english(sources)
    stories = {s.slug: s for s in copy.news}
    assert stories["2025-05-06-ferry"].title.plain == "Ferry of 1998"
    assert stories["2025-05-05-new-quay"].link == "https://www.harbours.example/1998/quay"
    assert {e.id: e.place.plain for e in copy.agenda}["autumn-school"] == "Old Quay 1998"
    assert copy.contacts["press"].role.plain == "Press, HTN"
    assert copy.pictures["quay.png"].caption.plain == "Brisa counts 1998 as its year."


def test_an_unknown_name_is_an_error_wherever_it_stands(sources):
    note(sources, "One\n{{ facts.memebrs }}")
    edit(sources, "agenda.yaml", "place: Old Quay", 'place: "{{ facts.nothing }}"')
    edit(
        sources,
        "news/2025-05-05-new-quay.md",
        "harbours.example/quay",
        "harbours.example/{{ facts.quays }}",
    )
    assert told(sources, "F100") == [
        (
            "sources/agenda.yaml:40:11: error F100 nothing is declared as 'facts.nothing'\n"
            "    did you mean 'facts.motto'?"
        ),
        (
            "sources/news/2025-05-05-new-quay.md:9:36: error F100 nothing is declared as "
            "'facts.quays'\n"
            "    declare it, or write the words themselves"
        ),
        (
            "sources/news/2025-05-09-note.md:6:1: error F100 nothing is declared as "
            "'facts.memebrs'\n"
            "    did you mean 'facts.members'?"
        ),
    ]


def test_a_name_with_hyphens_is_looked_up_with_underscores(sources):
    note(sources, "{{ facts.ferry-lines }}")
    [said] = told(sources, "F101")
    assert "{{ facts.ferry-lines }} is not a look-up" in said
    assert "write {{ facts.ferry_lines }}" in said


def test_a_fact_may_tell_another(sources):
    edit(
        sources, "facts.yaml", "motto: {en: Open", 'slogan: "{{ facts.motto }}!"\nmotto: {en: Open'
    )
    note(sources, "{{ facts.slogan }}")
    assert story(sources).body.plain == "Open water!"


def test_facts_that_tell_each_other_are_refused_and_end(sources):
    ring = 'a: "{{ facts.b }}{{ facts.b }}"\nb: "{{ facts.a }}{{ facts.a }}"\n'
    write(sources, "facts.yaml", (sources / "facts.yaml").read_text("utf-8") + ring)
    note(sources, "{{ facts.a }}")
    assert [line.split("\n")[0] for line in told(sources, "F100")] == [
        (
            "sources/facts.yaml:16:5: error F100 'facts.b' cannot be told: "
            "what it looks up is not there, or leads back to it"
        ),
        (
            "sources/facts.yaml:16:18: error F100 'facts.b' cannot be told: "
            "what it looks up is not there, or leads back to it"
        ),
        (
            "sources/facts.yaml:17:5: error F100 'facts.a' cannot be told: "
            "what it looks up is not there, or leads back to it"
        ),
        (
            "sources/facts.yaml:17:18: error F100 'facts.a' cannot be told: "
            "what it looks up is not there, or leads back to it"
        ),
    ]
    assert "2025-05-09-note" in [broken.id for broken in english(sources).broken]


def test_facts_that_tell_many_others_end_soon(sources):
    many = "".join(f'{chr(97 + n)}: "{f"{{{{ facts.{chr(98 + n)} }}}}" * 200}"\n' for n in range(4))
    write(sources, "facts.yaml", (sources / "facts.yaml").read_text("utf-8") + many + "e: x\n")
    assert told(sources, "F100")


def test_a_broken_fact_is_told_once_and_holds_up_only_who_tells_it(sources):
    edit(sources, "facts.yaml", "motto: {en: Open water, fr: Eaux ouvertes}", "motto: {valeu: 1}")
    note(sources, "{{ facts.motto }}")
    assert told(sources, "K") == [
        "sources/facts.yaml:15:9: error K100 unknown key 'valeu'\n    did you mean 'value'?"
    ]
    copy = english(sources)
    assert [(b.kind, b.id) for b in copy.broken] == [
        ("facts", "motto"),
        ("news", "2025-05-09-note"),
    ]
    assert len(copy.news) == 5


def test_a_boilerplate_is_told_as_of_the_day_of_its_edition(sources):
    copy = english(sources)
    assert {date.year for name, date in copy.boilerplates if name == "short"} == {2025, 9999}
    edit(sources, "releases/2025-04-14-register.md", "date: 2025-04-14", "date: 2023-04-14")
    kept = english(sources).boilerplates
    assert "900 member towns" in kept["short", dt.date(2023, 4, 14)].body.plain
    assert "1,200 member towns" in kept["short", dt.date(2025, 5, 12)].body.plain


PLACES = {
    "contacts.yaml": "en: Press officer",
    "images.yaml": "en: A quay at dawn",
    "agenda.yaml": "en: Town of Norhavn",
}


def test_a_figure_that_is_to_come_is_told_by_nothing_without_a_date(sources):
    edit(sources, "facts.yaml", "value: 1200", "value: 1300")
    edit(sources, "facts.yaml", "as_of: 2025-01-15", "as_of: 2025-07-01")
    edit(sources, "facts.yaml", "history:\n", "history:\n    - {value: 1200, as_of: 2025-01-15}\n")
    for name, typed in PLACES.items():
        edit(sources, name, typed, "en: '{{ facts.members }} towns'")
    corpus = reading.read(sources, now=NOW)
    copy = corpus.copies["en"]
    said = [copy.contacts["press"].role, copy.pictures["quay.png"].alt, copy.agenda[2].partner]
    said += [copy.boilerplates["short", dt.date.max].body]
    assert all("1,200" in text.plain for text in said)
    later = reading.read(sources, now=NOW.replace(month=8)).copies["en"]
    assert later.contacts["press"].role.plain == "1,300 towns"
    # The build of that day does not say again what it said before.
    assert dt.datetime(2025, 7, 1, tzinfo=ZoneInfo("Europe/Lisbon")) in hours.thresholds(corpus)


def test_a_part_tells_the_figures_of_the_day_of_the_whole(sources):
    edit(sources, "facts.yaml", "as_of: 2025-01-15", "as_of: 2026-01-15")
    for name in ("manifesto/2025/01-quays.md", "presskits/forum-2025/02-the-town.md"):
        with (sources / name).open("a") as part:
            part.write("\nThere are {{ facts.members }} towns.\n")
    copy = english(sources)
    assert "1,100 towns" in copy.manifestos[0].chapters[0].markdown
    assert "1,100 towns" in copy.kits[0].sections[1].markdown
