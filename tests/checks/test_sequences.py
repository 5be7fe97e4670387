"""What English does not set side by side, and what the desk tells of faults made by chance."""

from __future__ import annotations

import datetime as dt
import random
import re
import shutil
import zlib
from pathlib import Path

import pytest

from pipeline import proofreading
from pipeline.checks.english import kinds, sequences
from pipeline.corpus import reading
from tests.checks.faults import FAULTS

SAMPLE = Path(__file__).parents[2] / "sources"
HOUSE = Path(__file__).parent / "marked" / "sources"
GRAMMAR = {"X154", "X119", "X120", "X127", "X135", "X136", "X143", "X146"}
PLAIN = re.compile(r"[A-Z][A-Za-z ,.()-]+$")
TODAY = dt.date(2026, 6, 12)


def found(sentence: str) -> list[str]:
    tokens = ["\n", *kinds.tokens(sentence), "\n"]
    row = "\n".join(["", kinds.row(tokens[1:-1]), ""])
    return [" ".join(tokens[one.begin : one.end]).strip() for one in sequences.found(tokens, row)]


def test_the_table_is_light_and_begins_with_its_checksum() -> None:
    told = sequences.TABLE.read_text("utf-8")
    body = "".join(line for line in told.splitlines(keepends=True) if line[:2] != "# ")
    assert told.startswith(f"# {zlib.crc32(body.encode()):08x}: ")
    assert len(told) < 70_000
    licence = sequences.TABLE.with_name("words-licence.txt").read_text("utf-8")
    assert "sequences.txt holds none of the text it was counted in" in licence


def test_each_sequence_has_a_fault_and_the_place_of_a_word() -> None:
    by_start, by_word = sequences.table()
    told = [one for keys in by_start.values() for one in keys]
    told += [one for keys in by_word.values() for one in keys.items()]
    assert len(told) > 1_000
    for key, one in told:
        assert one.fault in sequences.FAULTS
        assert 0 <= one.place < sequences.length(key)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("this mean that the town pays", "this means that the town pays"),
        ("we need to able to see it", "we need to be able to see it"),
        ("the event be held in the hall", "the event will be held in the hall"),
        ("the mayor wants to visited the school", "the mayor wants to visit the school"),
        ("they has to see whose plan it is", "they have to see whose plan it is"),
    ],
)
def test_what_never_stands_side_by_side_is_found(wrong: str, right: str) -> None:
    assert found(wrong)
    assert not found(right)


def sentences() -> list[str]:
    """Those of the sample, as they stand."""
    passages = [
        sentence.text
        for sheet in proofreading.gather(reading.read(SAMPLE), SAMPLE)
        for _, sentence in sheet.phrases_in("en").passages
    ]
    plain = (text for text in dict.fromkeys(passages) if text.isascii() and text.endswith("."))
    return [text for text in plain if 10 <= text.count(" ") <= 40 and PLAIN.match(text)]


def told(lines: list[str], place: Path) -> set[int]:
    """The numbers of those of whose grammar anything is told."""
    (place / "news").mkdir(parents=True)
    for page in HOUSE.glob("*.yaml"):
        shutil.copy(page, place)
    head = "---\ntitle: An example\ndate: 2024-05-20\n---\n"
    news = place / "news" / "2024-05-20-example.md"
    news.write_text(head + "\n\n".join(lines) + "\n", encoding="utf-8")
    marks = proofreading.proofread(reading.read(place), place, TODAY, voices=False).marks
    found = (mark.finding for mark in marks if mark.finding.code in GRAMMAR)
    places = (one.location.line or 0 for one in found)
    return {(line - 1 - head.count("\n")) // 2 for line in places}


def test_of_faults_made_by_chance_many_are_told(tmp_path: Path) -> None:
    rng = random.Random(1)
    right, wrong = [], []
    for number, sentence in enumerate(sentences()):
        fault = FAULTS[number % len(FAULTS)]
        if made := fault.make(kinds.tokens(sentence[0].lower() + sentence[1:]), rng):
            right.append(sentence)
            wrong.append(set_again(sentence, made[0]))
    assert len(wrong) > 200
    before = told(right, tmp_path / "right" / "sources")
    after = told(wrong, tmp_path / "wrong" / "sources") - before
    assert len(before) < 0.03 * len(right)
    assert len(after) > 0.2 * len(wrong)


def set_again(sentence: str, tokens: list[str]) -> str:
    """The words with what stood between them, as far as it is known."""
    text = " ".join(tokens)
    for mark in ",.;:?!)":
        text = text.replace(f" {mark}", mark)
    return sentence[0] + text.replace("( ", "(")[1:]
