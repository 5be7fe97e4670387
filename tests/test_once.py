"""What takes long is made by one process, and read by the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.once import once


def test_it_is_made_once_and_every_process_gets_it_with_its_sources(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = tmp_path_factory.mktemp("workers")
    made: list[Path] = []

    def make(folder: Path) -> dict[str, Path]:
        made.append(folder)
        (folder / "source").write_text("a")
        return {"source": folder / "source"}

    for name in ("gw0", "gw1"):
        monkeypatch.setenv("PYTEST_XDIST_WORKER", name)
        monkeypatch.setattr(tmp_path_factory, "getbasetemp", lambda name=name: worker / name)
        told = once(tmp_path_factory, "a-book", make)
        assert told["source"].read_text() == "a"
    assert made == [worker / "a-book"]


def test_what_could_not_be_made_is_tried_again(tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(ZeroDivisionError):
        once(tmp_path_factory, "a-failure", lambda _: 1 // 0)
    assert once(tmp_path_factory, "a-failure", lambda _: 1) == 1
