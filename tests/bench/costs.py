"""What each check costs, as a share of all of them, and what reading costs beside them."""

from __future__ import annotations

import datetime as dt
import time
from collections import defaultdict
from pathlib import Path

from pipeline import proofreading
from pipeline.checks import rota
from pipeline.checks.register import Register
from pipeline.corpus import reading

TODAY = dt.date(2026, 6, 12)
MOST = 0.12
"""Of the time of all checks; the dearest takes a fourteenth."""
MOST_TO_READ = 0.4
"""Of the time of all checks, to read the same sources; it takes a quarter."""
_RUNS = 3


def shares(sources: Path) -> dict[str, float]:
    """Code -> its share of the time, the dearest first; the best of some runs counts."""
    corpus = reading.read(sources)
    best: dict[str, float] = defaultdict(lambda: float("inf"))
    for _ in range(_RUNS):
        for code, spent in _spent(Register(corpus=corpus, today=TODAY), sources).items():
            best[code] = min(best[code], spent)
    whole = sum(best.values())
    return {code: best[code] / whole for code in sorted(best, key=lambda code: -best[code])}


def of_reading(sources: Path) -> float:
    """What it takes to read *sources*, as a share of what it takes to check them."""
    best = {"read": float("inf"), "checked": float("inf")}
    for _ in range(_RUNS):
        began = time.process_time()
        corpus = reading.read(sources)
        best["read"] = min(best["read"], time.process_time() - began)
        checked = sum(_spent(Register(corpus=corpus, today=TODAY), sources).values())
        best["checked"] = min(best["checked"], checked)
    return best["read"] / best["checked"]


def _spent(register: Register, sources: Path) -> dict[str, float]:
    """Code -> seconds of the processor, in the order in which a check is run."""
    spent: dict[str, float] = defaultdict(float)
    sheets = tuple(proofreading.gather(register.corpus, sources))
    for sheet in sheets:
        for check in rota.of_scope("sheet"):
            began = time.process_time()
            list(check.run(sheet, register))
            spent[check.code] += time.process_time() - began
        sheet.forget()
    for check in rota.of_scope("corpus"):
        began = time.process_time()
        list(check.run(sheets, register))
        spent[check.code] += time.process_time() - began
    return spent
