"""The facts in a text: what is looked up, how it is written where it stands, and what is told."""

from __future__ import annotations

from pathlib import PurePath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import markup, wording
from pipeline.errors import Location
from pipeline.wording import Value
from tests.stopwatch import spent

HERE = Location(PurePath("sources/a.md"), 5, 3)
VALUES = {
    "facts.members": Value("1,200"),
    "facts.founded": Value("1998"),
    "facts.odd": Value("a_b *c* <d> [e] & f|g"),
    "events.forum.title": Value("Harbour *Forum*", "markdown"),
    "contacts.press.email": Value("press@harbours.example", "email"),
    "contacts.press.phone": Value("+351 21 234"),
    "organisation.website": Value("https://www.harbours.example/a_b", "url"),
    "organisation.place": Value("Old Quay (north)"),
    "facts.loop": Value("", "untold"),
}


def resolved(text):
    made, findings = wording.resolve(text, VALUES.get, lambda: VALUES, HERE)
    assert findings == ()
    return made


def html(text):
    """*text* as a reader's program gets it, through the real Markdown."""
    return markup.block(resolved(text), "en", where=HERE).html.strip()


def plain(text):
    return wording.plain(text, VALUES.get, lambda: VALUES, HERE)[0]


def told(text):
    return [str(f) for f in wording.resolve(text, VALUES.get, lambda: VALUES, HERE)[1]]


def test_a_look_up_is_replaced_wherever_it_stands():
    assert html("We are {{ facts.members }} towns.") == "<p>We are 1,200 towns.</p>"
    assert html("**{{facts.members}}** towns") == "<p><strong>1,200</strong> towns</p>"


def test_a_value_is_never_read_as_markdown():
    assert "a_b *c* &lt;d&gt; [e] &amp; f|g" in html("See {{ facts.odd }} now.")


def test_the_emphasis_of_a_title_is_kept_in_a_text_and_dropped_in_an_address():
    assert html("The {{ events.forum.title }}.") == "<p>The Harbour <em>Forum</em>.</p>"
    assert plain("{{ events.forum.title }}") == "Harbour Forum"
    assert resolved("[x](/{{ events.forum.title }})") == "[x](/Harbour%20Forum)"


def test_an_address_that_stands_alone_becomes_a_link():
    assert 'href="mailto:press@harbours.example"' in html("Write to {{ contacts.press.email }}.")
    assert 'href="https://www.harbours.example/a_b"' in html("See {{ organisation.website }}.")


@pytest.mark.parametrize(
    "typed",
    [
        "[our site]({{ organisation.website }})",
        "<{{ organisation.website }}>",
        "[{{ organisation.website }}]({{ organisation.website }})",
        "[a][b]\n\n[b]: {{ organisation.website }}",
    ],
)
def test_an_address_may_be_looked_up_inside_a_link(typed):
    made = html(typed)
    assert made.count('href="https://www.harbours.example/a_b"') == 1
    assert made.count("<a ") == 1


def test_a_part_of_an_address_may_be_looked_up():
    made = html("https://www.harbours.example/{{ facts.founded }}/{{ organisation.place }}")
    assert "https://www.harbours.example/1998/Old%20Quay%20%28north%29" in made


def test_a_value_at_the_start_of_a_line_begins_no_list():
    assert html("{{ facts.founded }}. A good year.") == "<p>1998. A good year.</p>"
    assert html("{{ contacts.press.phone }} is the number") == "<p>+351 21 234 is the number</p>"


def test_braces_can_be_printed():
    assert html("Write \\{{ facts.members }} for it.") == "<p>Write {{ facts.members }} for it.</p>"
    assert plain("\\{{ x }}") == "{{ x }}"


def test_a_text_without_look_ups_stays_as_it_is():
    assert resolved("a { b } c }} d") == "a { b } c }} d"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "Of {{ facts.member }}",
            (
                "5:6: error F100 nothing is declared as 'facts.member'\n"
                "    did you mean 'facts.members'?"
            ),
        ),
        (
            "Of\n{{ nobody.knows }}",
            (
                "6:1: error F100 nothing is declared as 'nobody.knows'\n"
                "    declare it, or write the words themselves"
            ),
        ),
        ("{{ 7 * 7 }}", "5:3: error F101 {{ 7 * 7 }} is not a look-up"),
        ("{{ facts.members | upper }}", "5:3: error F101 {{ facts.members | upper }} is not"),
        ("{{ facts.__class__.x() }}", "5:3: error F101 {{ facts.__class__.x() }} is not"),
        ("{ facts.members }", "5:3: error F101 { facts.members } stands between single braces"),
        ("{{ }}", "5:3: error F101 {{  }} is not a look-up"),
        (
            "{{ members }}",
            "5:3: error F101 {{ members }} is not a look-up\n    write {{ facts.members }}",
        ),
        ("a {{ facts.members b", "5:5: error F101 the look-up that begins here is never closed"),
        ("{{ facts.loop }}", "5:3: error F100 'facts.loop' cannot be told: what it looks up"),
    ],
)
def test_what_cannot_be_looked_up_is_told_at_its_place(typed, said):
    [line] = told(typed)
    assert line.startswith(f"sources/a.md:{said}")


def test_the_names_in_a_text_are_known_without_looking_them_up():
    assert list(wording.names("{{ a.b }} {{c.d}} \\{{ e.f }} {{ g }}")) == ["a.b", "c.d"]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(["{{", "}}", "{", "\\", " facts.members ", "\n", "a.b", "x", "|"])))
def test_no_text_hangs_or_breaks_the_look_ups(parts):
    text = "".join(parts)
    made, findings = wording.resolve(text, VALUES.get, lambda: VALUES, HERE)
    assert all(finding.location.line for finding in findings)
    assert findings or "{{ facts.members }}" not in made


def test_a_guess_among_very_many_names_takes_no_time() -> None:
    known = [f"events.e{number}.{key}" for number in range(20_000) for key in ("dates", "place")]

    def guess() -> None:
        for number in range(20):
            _, findings = wording.resolve(
                f"{{{{ events.e{number}.plaec }}}}", lambda _: None, lambda: known, HERE
            )
            assert [one.code for one in findings] == ["F100"]
        assert findings[0].remedy == "did you mean 'events.e19.place'?"

    assert spent(guess, 5) < 5


def test_very_many_unknown_names_take_no_time() -> None:
    known = [f"facts.number_{number}" for number in range(900)]
    text = "".join(f"{{{{ facts.{kind}{n} }}}} " for n in range(2_000) for kind in ("x", "same"))

    def guess() -> None:
        _, findings = wording.resolve(text, lambda _: None, lambda: known, HERE)
        assert len(findings) == 4_000

    assert spent(guess, 5) < 5


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        ("on {{ x.day }}.", "on január 2."),
        ("on {{ x.day }}. Then", "on január 2. Then"),
        ("on {{ x.day }}, and", "on január 2., and"),
        ("{{ x.day }}...", "január 2...."),
        ("{{ x.day }}.5", "január 2..5"),
    ],
)
def test_a_sentence_that_ends_with_a_stop_has_one(typed, made):
    values = {"x.day": Value("január 2.")}
    assert wording.plain(typed, values.get, lambda: values, HERE) == (made, ())
    assert wording.resolve(typed, values.get, lambda: values, HERE) == (made, ())
