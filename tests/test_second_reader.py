"""The second reader: what two find is what one finds, and a reader that falls over is replaced."""

from __future__ import annotations

import errno
import gc
import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import proofreading, second_reader
from pipeline.checks.sheet import Mark, Sheet
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
        assert second_reader.has_use(sheets) is is_divided


def test_nothing_is_divided_beside_another_thread(tmp_path: Path) -> None:
    sheets = _long(tmp_path)
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    try:
        assert not second_reader.has_use(sheets)
    finally:
        done.set()
        other.join()


def test_the_second_reader_takes_what_the_first_does_not_come_to(tmp_path: Path) -> None:
    sheets, here = _long(tmp_path), os.getpid()
    last = sheets[-1]
    is_read = Path(tmp_path / "read")

    def marks_on(sheet: Sheet) -> list[Mark]:
        if sheet is last and os.getpid() != here:
            is_read.touch()
        return [sheet.mark("X100", 0, 1, f"a mark of {os.getpid() == here}", "none")]

    def chores() -> Iterator[None]:
        while not is_read.exists():
            yield

    found = second_reader.read(sheets, marks_on, chores())
    assert [marks[0].finding.location.path for marks in found] == [one.path for one in sheets]
    assert found[-1][0].finding.message == "a mark of False"


def test_what_a_reader_that_was_killed_had_to_read_is_read_here(tmp_path: Path) -> None:
    sheets, here = _long(tmp_path), os.getpid()

    def marks_on(sheet: Sheet) -> list[Mark]:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return [sheet.mark("X100", 0, 1, "a mark", "none")]

    found = second_reader.read(sheets, marks_on, ())
    assert found == [marks_on(sheet) for sheet in sheets]


def test_where_there_is_no_process_for_a_second_reader_one_reads_it_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheets, done = _long(tmp_path), list[int]()

    def refused() -> int:
        raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    monkeypatch.setattr(os, "fork", refused)
    marks_on = lambda sheet: [sheet.mark("X100", 0, 1, "a mark", "none")]  # noqa: E731
    found = second_reader.read(sheets, marks_on, (done.append(n) for n in range(3)))
    assert (found, done) == ([marks_on(sheet) for sheet in sheets], [0, 1, 2])


def test_what_was_gathered_is_not_looked_through_while_two_read_it(tmp_path: Path) -> None:
    sheets, frozen = _long(tmp_path), list[int]()
    second_reader.read(sheets, lambda _: [], (frozen.append(gc.get_freeze_count()) for _ in [0]))
    assert frozen[0] > 1_000
    assert not gc.get_freeze_count()


def test_a_fault_of_ours_in_the_other_process_is_a_fault_here(tmp_path: Path) -> None:
    sheets, here = _long(tmp_path), os.getpid()

    def marks_on(sheet: Sheet) -> list[Mark]:
        if os.getpid() != here:
            raise ZeroDivisionError("no such check")
        return list(sheet.noted["no such check"])

    with pytest.raises(KeyError, match="no such check"):
        second_reader.read(sheets, marks_on, ())


def _long(folder: Path) -> list[Sheet]:
    root = sources(folder / "sources", 8_000)
    return list(proofreading.gather(reading.read(root), root))


def test_a_long_corpus_keeps_no_words_of_what_is_read(tmp_path: Path) -> None:
    root = sources(tmp_path / "sources", 800)
    for are_few in (True, False):
        (*_, sheet) = proofreading.gather(reading.read(root), root)
        sheet.is_one_of_few = are_few
        sheet.forget()
        assert sheet.reading.vocabulary
        assert ("reading" in sheet.noted) is are_few
        block = sheet.blocks[0]
        assert (block.reading is block.reading) is are_few


def test_a_long_corpus_keeps_no_words_of_what_has_still_to_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, seen = sources(tmp_path / "sources", 800), list[Sheet]()
    monkeypatch.setattr(proofreading, "_ROOM", 0)
    monkeypatch.setattr(second_reader, "read", lambda sheets, *_: seen.extend(sheets) or [])
    proofreading.proofread(reading.read(root), root, TODAY)
    # As a check does that asks whether the other texts have a word, too.
    assert max(len(sheet.reading.vocabulary) for sheet in seen) > 100
    assert not any("reading" in sheet.noted for sheet in seen)
