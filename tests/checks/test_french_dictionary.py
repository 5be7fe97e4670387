"""The words of French: made of Dicollecte's dictionary, cast at set-up, looked up one by one."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from pipeline import casting, stereotypes
from pipeline.checks.dictionary import Dictionary
from pipeline.checks.french import dictionary
from tests.checks import press_dictionary

DIC = """9
ville/S.() po:nom is:fem
organiser/a0() po:v1_it_q_zz
porter/a0() po:v1_it_q_zz
porte/S.() po:nom is:fem
très po:adv
Paris po:npr
mi- po:pfx
"""
AFF = """
SFX S. Y 2
SFX S. 0 0/L'D'Q' [^sxz] is:sg
SFX S. 0 s/D'Q' [^sxz] is:pl
SFX a0 Y 2
SFX a0 er er/n' er po:infi
SFX a0 er e/j'n' [^y]er po:ipre po:1sg po:3sg
"""


def test_words_that_go_alike_stand_together_and_names_stand_apart() -> None:
    assert press_dictionary.pressed(DIC, AFF).splitlines()[6:] == [
        *("= :Nfs s:Nfp", "porte ville", "= :O", "très", "= :V13 r:I", "organise porte"),
    ]


def test_the_table_tells_its_own_checksum() -> None:
    table = dictionary.WORDS.table.read_text("utf-8")
    body = table[table.index("\n= ") + 1 :]
    assert table.startswith(f"# {zlib.crc32(body.encode()):08x}: ")
    assert len(table.encode()) < 1_000_000


def test_what_a_word_may_be_is_all_that_its_homographs_are() -> None:
    feminine = 0b0010 << dictionary.NOUN
    assert dictionary.of("ville") == feminine
    assert dictionary.of("porte") & dictionary.CELLS == feminine
    assert dictionary.of("porte") & dictionary.ONE
    assert dictionary.of("public") >> dictionary.ADJECTIVE & dictionary.CELLS == 0b0001
    assert dictionary.of("ils") == dictionary.of("très") == dictionary.OTHER


@pytest.mark.parametrize("word", ["", "vill", "ville\t", "\nville", "\ud800", "москва"])
def test_what_is_no_word_is_nothing(word: str) -> None:
    assert dictionary.of(word) == 0


def test_a_table_that_is_damaged_is_not_believed(tmp_path: Path) -> None:
    casting.lay(tmp_path)
    path = tmp_path / dictionary.WORDS.name()
    cast = path.read_bytes()
    assert dictionary.WORDS.laid(tmp_path)
    for damaged in (b"", cast[:1000], cast[:-1], b"x" + cast[1:], cast[:20] + b"!" + cast[21:]):
        path.write_bytes(damaged)
        assert dictionary.WORDS.laid(tmp_path) is None


def test_a_table_that_nobody_cast_is_read_all_the_same(tmp_path: Path) -> None:
    table = tmp_path / "words.txt"
    table.write_text("# another sum\n= a:1 as:2\ngar mé\n= :4\ngara .\n", "utf-8")
    words = Dictionary(table, int, dictionary.bare)
    assert words.laid() is None
    assert [words.of(word) for word in ("gara", "garas", "méas", "gar", "")] == [5, 2, 2, None, 4]
    assert words.alike("mea") == ("méa",)


def test_templates_that_are_cast_anew_leave_the_words(tmp_path: Path) -> None:
    place = tmp_path / "stereotypes"
    place.mkdir()
    (place / dictionary.WORDS.name()).write_bytes(b"words")
    (tmp_path / "templates").mkdir()
    casting.cast(tmp_path / "templates", place)
    assert stereotypes.read(place / dictionary.WORDS.name()) == b"words"
