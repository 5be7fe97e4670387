"""The words of French: made of Dicollecte's dictionary, cast at set-up, looked up one by one."""

from __future__ import annotations

import zlib
from importlib import resources
from pathlib import Path

import pytest

from pipeline import casting, stereotypes
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
    table = resources.files(dictionary.__package__).joinpath(dictionary.TABLE).read_text("utf-8")
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


def test_a_table_that_is_damaged_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast = dictionary.cast()
    monkeypatch.setattr(dictionary, "cast", lambda: cast)
    casting.lay(tmp_path)
    path = tmp_path / dictionary.name()
    assert path.read_bytes() == cast
    for damaged in (b"", cast[:1000], cast[:-1], b"x" + cast[1:], cast[:20] + b"!" + cast[21:]):
        path.write_bytes(damaged)
        assert dictionary.known(tmp_path)[2] == cast[-len(dictionary.known(tmp_path)[2]) :]
        dictionary.known.cache_clear()


def test_templates_that_are_cast_anew_leave_the_words(tmp_path: Path) -> None:
    place = tmp_path / "stereotypes"
    place.mkdir()
    (place / dictionary.name()).write_bytes(b"words")
    (tmp_path / "templates").mkdir()
    casting.cast(tmp_path / "templates", place)
    assert stereotypes.read(place / dictionary.name()) == b"words"
