"""What was cast of CLDR at set-up is what babel says."""

import subprocess
import sys

import pytest

from pipeline import casting, cldr, publications

LANGUAGES = tuple(publications.words(casting.TEMPLATES))


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    place = tmp_path_factory.mktemp("cast")
    for language in LANGUAGES:
        (place / cldr.name(language)).write_bytes(cldr.cast(language))
    return place


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_excerpt_says_what_babel_says(language, place, monkeypatch):
    known = cldr.excerpt(language)
    monkeypatch.setattr(cldr, "excerpt", None)
    assert cldr.of(language, place) == known
    assert len(known.territories) > 250
    assert all(len(names) == 12 for widths in known.months.values() for names in widths.values())


def test_a_language_that_was_not_cast_or_not_kept_whole_is_asked_of_babel(place, tmp_path):
    assert cldr.of("fr-CH", place).direction == "ltr"
    content = (place / cldr.name("fr")).read_bytes()
    (tmp_path / cldr.name("fr")).write_bytes(content.replace(b"janvier", b"Janvier"))
    assert cldr.of("fr", tmp_path) == cldr.of("fr", place)


def test_a_language_is_not_told_what_another_one_inherited():
    hebrew, croatian = (cldr.excerpt(each).months["stand-alone"] for each in ("he", "hr"))
    assert (hebrew["abbreviated"][9], croatian["abbreviated"][9]) == ("אוק׳", "lis")


def test_a_code_that_is_none_is_refused(place):
    with pytest.raises(ValueError, match="'xx' is not the code of a language we know"):
        cldr.of("xx", place)
    assert (cldr.is_known("xx"), cldr.is_known("en"), cldr.is_known("fr-CH")) == (0, 1, 1)


def test_a_date_in_a_language_that_was_cast_needs_no_babel(place):
    asked = (
        "import sys; from pathlib import Path; from pipeline import calendar, cldr;"
        "from pipeline.model.texts import Day;"
        "of = cldr.of; cldr.of = lambda language: of(language, Path(sys.argv[1]));"
        "print(calendar.day(Day(2024, 4, 1), 'fr'), calendar.number(1200.5, 'fr'));"
        "sys.exit('babel' in sys.modules)"
    )
    root = casting.TEMPLATES.parent
    command = [sys.executable, "-c", asked, str(place)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout == "1er avril 2024 1\u202f200,5\n"
