"""The stopwatch: a slow machine fails nothing, and what grows too steeply fails everywhere."""

from __future__ import annotations

import pytest

from tests import stopwatch


def test_what_takes_long_is_held_against_work_that_is_always_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stopwatch, "slowness", lambda: 3.0)
    assert [stopwatch.fair(seconds, 5) for seconds in (4, 12, 60)] == [4, 4, 20]


def test_a_machine_at_half_speed_is_twice_as_slow_and_a_quick_one_is_not_too_quick(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    turns: list[int] = []
    monkeypatch.setattr(stopwatch, "_turn", lambda: turns.append(0))
    monkeypatch.setattr(stopwatch.time, "process_time", lambda: len(turns) * stopwatch.USUAL * 2)
    assert stopwatch.slowness() == pytest.approx(2)
    monkeypatch.setattr(stopwatch.time, "process_time", lambda: len(turns) * stopwatch.USUAL / 2)
    assert stopwatch.slowness() == 1
