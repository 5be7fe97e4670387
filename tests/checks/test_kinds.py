"""What each word of English is in its sentence."""

from __future__ import annotations

import zlib

import pytest

from pipeline.checks.english import kinds


def test_the_table_is_small_and_begins_with_its_checksum() -> None:
    told = kinds.TABLE.read_text("utf-8")
    body = "".join(line for line in told.splitlines(keepends=True) if line[:2] != "# ")
    assert told.startswith(f"# {zlib.crc32(body.encode()):08x}: ")
    assert len(told) < 20_000
    licence = kinds.TABLE.with_name("words-licence.txt").read_text("utf-8")
    assert "kinds.txt was made of\nthe definitions and examples of WordNet 3.0" in licence


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("the town plans a bridge", "tnzan"),
        ("the plans of the town", "tpotn"),
        ("they open the open door", "yFtJn"),
        ("the bridge was opened by the mayor", "tnIvitn"),
        ("we opened it, and we’re building another", "yYX,c'ge"),
        ("the Wolnica bridge in the old town", "tOnitJn"),
    ],
)
def test_a_word_is_what_its_neighbours_make_of_it(sentence: str, told: str) -> None:
    assert kinds.row(kinds.tokens(sentence)).startswith(told)


def test_as_many_kinds_are_told_as_there_are_words() -> None:
    for text in ("", "\n", "a", "\n\nplans plan\n%$ ÿ 4 (“x”)\n"):
        typed = kinds.tokens(text)
        assert len(kinds.row(typed)) == len(typed)
