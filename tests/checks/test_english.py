"""The words of English, and what is told of them without a list."""

from __future__ import annotations

import importlib
import pkgutil
import zlib
from pathlib import Path

import pytest

from pipeline.checks.dictionary import forms
from pipeline.checks.english import phrasebook, turns, words
from pipeline.checks.french import dictionary as french
from tests.checks import press_words

FOLDER = Path(words.__file__).parent


def table() -> str:
    return (FOLDER / "words.txt").read_text("utf-8")


def test_the_table_is_light_and_carries_its_licences() -> None:
    assert len(table()) < 550_000
    licence = (FOLDER / "words-licence.txt").read_text("utf-8")
    assert "Princeton University" in licence
    assert "Kevin Atkinson" in licence
    assert "Brad Jascob" in licence


def test_the_table_begins_with_its_checksum_and_tells_what_is_known_and_nothing_else() -> None:
    body = "".join(line for line in table().splitlines(keepends=True) if line[:2] != "# ")
    assert table().startswith(f"# {zlib.crc32(body.encode()):08x}: ")
    assert {told for _, told in forms(table().splitlines())} == set(words.TOLD)


@pytest.mark.parametrize(
    ("word", "told"),
    [
        *(("city", "nt"), ("advice", "nu"), ("advices", "x"), ("cities", "p"), ("measures", "pz")),
        *(("shown", "v"), ("develop", "b"), ("suggest", "bi")),
    ],
)
def test_a_word_is_all_that_it_may_be(word: str, told: str) -> None:
    assert words.TOLD[words.of(word)] == told


def test_what_was_cast_says_what_the_table_says() -> None:
    told = dict(forms(table().splitlines()))
    assert all(words.TOLD[words.of(word)] == told[word] for word in sorted(told)[::500])
    assert not words.knows("citty")


def test_many_words_are_asked_at_once() -> None:
    assert words.WORDS.known(["city", "citty", "towns", ""]) == ["city", "towns"]
    assert french.WORDS.known(iter(["été", "etté", "ville"])) == ["été", "ville"]


def test_a_verb_doubles_its_last_letter_where_it_may() -> None:
    assert dict(press_words.inflected("plan", "b"))["planning"] == "g"
    assert dict(press_words.inflected("try", "b"))["tried"] == "dv"


def test_every_chapter_of_the_phrasebook_is_read_by_a_check_that_tells_it() -> None:
    read = {form.right for forms in turns._FORMS.values() for form in forms}
    for found in pkgutil.iter_modules(phrasebook.__path__, f"{phrasebook.__name__}."):
        assert {*getattr(importlib.import_module(found.name), "TURNS", ())} <= read, found.name
    assert set(turns._FORMS) == {"X119", "X120", "X127", "X135", "X143", "X146"}
