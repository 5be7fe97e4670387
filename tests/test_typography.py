"""The characters of each language, set and left alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.typography import CUSTOMS, Run, set_run, typeset


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "“He said ‘yes’”"),
        ("fr", "«\u00a0He said “yes”\u00a0»"),
        ("de", "„He said ‚yes‘“"),
        ("es", "«He said “yes”»"),
        ("it", "«He said “yes”»"),
        ("pt", "«He said “yes”»"),
        ("pt-BR", "“He said ‘yes’”"),
        ("nl", "‘He said “yes”’"),
        ("pl", "„He said «yes»”"),
        ("de-CH", "«He said ‹yes›»"),
        ("xx", "“He said ‘yes’”"),
    ],
)
def test_typed_marks_become_the_languages_own(language: str, expected: str) -> None:
    assert typeset("\"He said 'yes'\"", language) == expected
    assert typeset('"He said "yes""', language) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("It's the cities' and l'Europe", "It’s the cities’ and l’Europe"),
        ("the '90s, 'tis rock 'n' roll", "the ’90s, ’tis rock ’n’ roll"),
        ("'It's here', 'there'", "‘It’s here’, ‘there’"),
        ('("a") ["b"] -- "c"', "(“a”) [“b”] – “c”"),
        ('a 24" screen', 'a 24" screen'),
    ],
)
def test_apostrophes_are_told_from_quotation_marks(typed: str, expected: str) -> None:
    assert typeset(typed, "en") == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("sv", "112\u00a0400, 1\u00a0234\u00a0567,5 and 12\u00a0500."),
        ("fr", "112\u202f400, 1\u202f234\u202f567,5 and 12\u202f500."),
    ],
)
def test_no_line_ends_within_a_number(language: str, expected: str) -> None:
    assert typeset("112 400, 1 234 567,5 and 12 500.", language) == expected
    for other in ("2 500-3 000", "+46 123 456", "12 345 67", "123 456.789", "2019 400"):
        assert typeset(other, language).replace("–", "-") == other


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("a -- b - c", "a – b – c"),
        ("a---b", "a—b"),
        ("wait...", "wait…"),
        ("well-known, COVID-19", "well-known, COVID-19"),
        ("use --force", "use --force"),
        ("14-16 March, pp. 3-5", "14–16 March, pp.\u00a03–5"),
        ("2019-2020, 2019-20", "2019–2020, 2019–20"),
        ("ul. Łużycka 7, 59-900 Zgorzelec", "ul. Łużycka 7, 59-900 Zgorzelec"),
        ("59-900 Zgorzelec", "59-900 Zgorzelec"),
        ("1000-205 Lisboa", "1000-205 Lisboa"),
        ("od 10-150 osób, mit 10-150 Gästen", "od 10–150 osób, mit 10–150 Gästen"),
        ("3,5 mln zł, 180 zł", "3,5\u00a0mln zł, 180\u00a0zł"),
        ("um 10.00 Uhr", "um 10.00\u00a0Uhr"),
        ("(20-22 March 2024)", "(20–22 March 2024)"),
    ],
)
def test_dashes_and_ranges_are_set(typed: str, expected: str) -> None:
    assert typeset(typed, "en") == expected


@pytest.mark.parametrize(
    "typed",
    [
        *("2020-03-26", "2020-03", "1-0", "+33 1 40-64", "01-42-33-44", "Tel. 555-1234"),
        *("ISO 9001-9002", "ISSN 1234-5678", "https://a.org/1-2", "A4-5", "1-2-3", "x@1-2.org"),
        *("12/14-16", "3.1-3.2", "978-92-79"),
    ],
)
def test_what_only_looks_like_a_range_is_left_alone(typed: str) -> None:
    assert typeset(typed, "en") == typed


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Quoi ? Oui! Non; bon: voilà", "Quoi\u202f? Oui\u202f! Non\u202f; bon\u00a0: voilà"),
        ("Quoi ?! À 14:30, 16:9", "Quoi\u202f?! À 14:30, 16:9"),
        ("«mot» et « mot »", "«\u00a0mot\u00a0» et «\u00a0mot\u00a0»"),
        ("12% de 10 000 villes, 5€", "12\u00a0% de 10\u202f000 villes, 5\u00a0€"),
        ("01 40 64 49 00", "01 40 64 49 00"),
        ("voir https://a.org/?b=c!d", "voir https://a.org/?b=c!d"),
        ('"Allez!"', "«\u00a0Allez\u202f!\u00a0»"),
    ],
)
def test_french_spaces(typed: str, expected: str) -> None:
    assert typeset(typed, "fr") == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("12 %, 10 km, 3 million", "12\u00a0%, 10\u00a0km, 3\u00a0million"),
        ("5 €, € 5", "5\u00a0€, €\u00a05"),
        ("No 12, J. R. Tolkien, Art. 5", "No\u00a012, J.\u00a0R.\u00a0Tolkien, Art.\u00a05"),
        ("10 members, 12%!", "10 members, 12%!"),
    ],
)
def test_numbers_keep_to_their_units(typed: str, expected: str) -> None:
    assert typeset(typed, "en") == expected


def test_a_run_is_set_over_its_pieces() -> None:
    run = Run(['"', "Yes", '," she said -', "- 14-", "16", " cities"])
    set_run(run, "en")
    assert run.pieces == ["“", "Yes", ",” she said –", " 14–16", "", " cities"]


SET = st.lists(
    st.sampled_from(
        [*"\"'«»“”‘’-–—.…!?:;%€() \u00a0\u202f", "a", "B", "14", "2020", "mot", "l'", "No", "km"]
    ),
    max_size=24,
).map("".join)


@settings(max_examples=200, deadline=None)
@given(SET, st.sampled_from(sorted(CUSTOMS)))
def test_what_is_set_stays_set(typed: str, language: str) -> None:
    once = typeset(typed, language)
    assert typeset(once, language) == once
