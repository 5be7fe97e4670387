"""The second reader: what two find is what one finds, and a reader that falls over is replaced."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import proofreading, second_reader
from pipeline.checks.register import Register
from pipeline.checks.sheet import Mark
from pipeline.corpus import reading
from tests.bench.test_check import TODAY, sources

pytestmark = pytest.mark.skipif(
    not hasattr(os, "sched_getaffinity") or len(os.sched_getaffinity(0)) < 2,
    reason="it takes two cores to read with two",
)


def test_two_readers_find_what_one_finds_in_the_same_order(tmp_path: Path) -> None:
    root = sources(tmp_path / "sources", 8_000)
    corpus = reading.read(root)
    alone: list[Mark] = []

    def read_beside_others() -> None:
        alone.extend(proofreading.proofread(corpus, root, TODAY).marks)

    other = threading.Thread(target=read_beside_others)
    other.start()
    other.join()
    both = proofreading.proofread(corpus, root, TODAY).marks
    assert len(both) > 20
    assert list(both) == alone


def test_a_long_corpus_is_divided_and_a_short_one_is_not(tmp_path: Path) -> None:
    for words, is_divided in ((8_000, True), (800, False)):
        root = sources(tmp_path / str(words) / "sources", words)
        sheets = list(proofreading.gather(reading.read(root), root))
        assert (0 < second_reader.near(sheets) < len(sheets)) is is_divided


def test_nothing_is_divided_beside_another_thread(tmp_path: Path) -> None:
    root = sources(tmp_path / "sources", 8_000)
    sheets = list(proofreading.gather(reading.read(root), root))
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    try:
        assert second_reader.near(sheets) == len(sheets)
    finally:
        done.set()
        other.join()


def test_what_a_reader_that_was_killed_had_to_read_is_read_here(tmp_path: Path) -> None:
    root = sources(tmp_path / "sources", 800)
    register = Register(corpus=reading.read(root), today=TODAY)
    (*_, sheet) = proofreading.gather(register.corpus, root)
    here = os.getpid()
    mark = sheet.mark("X100", 0, 1, "a mark", "none")

    def far() -> Iterator[list[Mark]]:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        yield [mark]

    assert second_reader.read(far, 1, ()) == [mark]


def test_a_fault_of_ours_in_the_other_process_is_a_fault_here() -> None:
    def far() -> Iterator[list[Mark]]:
        raise ZeroDivisionError("no such check")

    with pytest.raises(ZeroDivisionError, match="no such check"):
        second_reader.read(far, 1, ())


def test_a_long_corpus_keeps_no_words_of_what_is_read(tmp_path: Path) -> None:
    root = sources(tmp_path / "sources", 800)
    for are_few in (True, False):
        (*_, sheet) = proofreading.gather(reading.read(root), root)
        sheet.is_one_of_few = are_few
        sheet.forget()
        assert sheet.reading.vocabulary
        assert ("reading" in sheet.noted) is are_few
