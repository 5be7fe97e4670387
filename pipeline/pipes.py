"""Lines between two processes: what one of them sends, the other receives."""

from __future__ import annotations

import contextlib
import os
import pickle
import select
import time
from collections.abc import Iterable
from typing import Any


def readable(inlets: Iterable[int], until: float = 0) -> list[int]:
    """Those from which something can be read, or whose other end is closed."""
    # `select` knows no file beyond the 1,024th, and who started us may have left us as many.
    poll = select.poll()
    for inlet in inlets:
        poll.register(inlet, select.POLLIN)
    return [inlet for inlet, _ in poll.poll(max(0.0, until - time.monotonic()) * 1000)]


class Pipe:
    """One end of a line between two processes: what one of them sends, the other receives."""

    def __init__(self, inlet: int, outlet: int) -> None:
        self.inlet = inlet
        self.outlet = outlet

    @staticmethod
    def pair() -> tuple[Pipe, Pipe]:
        ours, to_us = os.pipe()
        try:
            theirs, to_them = os.pipe()
        except OSError:
            Pipe(ours, to_us).close()
            raise
        return Pipe(ours, to_them), Pipe(theirs, to_us)

    def send(self, told: Any) -> None:
        content = pickle.dumps(told)
        for part in (len(content).to_bytes(8), content):
            rest = memoryview(part)
            while rest:
                rest = rest[os.write(self.outlet, rest) :]

    def receive(self, until: float | None = None) -> Any:
        """What was sent; an EOFError if whoever sends has gone, a TimeoutError if he has stopped.

        He may be stopped in the midst of it.
        """
        # It comes from a process of ours, through a pipe that nobody else has.
        length = int.from_bytes(self._read(8, until))
        return pickle.loads(self._read(length, until))  # noqa: S301

    def _read(self, count: int, until: float | None) -> bytearray:
        content = bytearray()
        while len(content) < count:
            if until is not None and not readable((self.inlet,), until):
                raise TimeoutError
            part = os.read(self.inlet, min(count - len(content), 1 << 20))
            if not part:
                raise EOFError
            content += part
        return content

    def has_more(self) -> bool:
        return bool(readable((self.inlet,)))

    def close(self) -> None:
        for descriptor in (self.inlet, self.outlet):
            with contextlib.suppress(OSError):
                os.close(descriptor)
