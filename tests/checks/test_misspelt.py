"""Words that many misspell: each is told, and mended into what dictionaries have."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from pipeline import mending, proofreading
from pipeline.checks import misspelt
from pipeline.corpus import reading
from tests.desks import write

HOUSE = "name: Port\nshort_name: Port\nlanguages: [{}]\ntimezone: Europe/Rome\n"
HEAD = "---\ntitle: Port\ndate: 2025-04-01\n---\n\n"
TODAY = dt.date(2025, 6, 1)


@pytest.mark.parametrize("language", sorted(misspelt.SLIPS))
def test_every_word_is_mended_into_one_that_is_not_told(language: str, tmp_path: Path) -> None:
    pairs = [pair.split(":") for pair in misspelt.SLIPS[language].split()]
    body = "".join(f"Xx {wrong} yy.\n\n" for wrong, _ in pairs)
    write(tmp_path, "organisation.yaml", HOUSE.format(language))
    story = write(tmp_path, "news/2025-04-01-port.md", HEAD + body)
    proof = proofreading.proofread(reading.read(tmp_path), tmp_path, TODAY)
    found = [mark.finding for mark in proof.marks if mark.finding.code == "X156"]
    assert len(found) == len(pairs)
    mending.fix(tmp_path, TODAY, lambda finding: finding.code == "X156")
    mended = "".join(f"Xx {right.replace('_', ' ')} yy.\n\n" for _, right in pairs)
    assert story.read_text("utf-8") == HEAD + mended
