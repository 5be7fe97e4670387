"""Hands: processes that do the work and may be stopped, so that no page can hang the house."""

from __future__ import annotations

import contextlib
import ctypes
import gc
import math
import os
import resource
import signal
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from pipeline.errors import BroadsideError, Finding, Location, of_disk, of_ours
from pipeline.frozen import dataclass
from pipeline.model.texts import NOWHERE
from pipeline.pipes import Pipe, readable

Say = Callable[[str, int], None]
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one task may cost before it is stopped."""

    seconds: float = 60
    """Of the processor for one output, and for every 5,000 letters of its page one more."""
    patience: float = 5
    """So many times as long by the clock: other work on the machine is nobody's fault."""
    memory: int = 3 * 1024**3 // 2
    """Bytes of address space: a book of 400 pages takes a third of it."""


LIMITS = Limits()
AT_WORK = object()
STOPPED = "P190"
STOPS = (signal.SIGTERM, signal.SIGHUP)
"""What asks a program to end, other than Ctrl-C."""
_FILES = 65_536
"""More than who starts us leaves open; where the system can, they are closed in one call."""
_DIE_WITH_PARENT = 1
"""Linux's PR_SET_PDEATHSIG."""


def run(
    task: Callable[[int, Say], Any],
    count: int,
    jobs: int,
    tell: Callable[[int, str], None] = lambda *_: None,
    limits: Limits = LIMITS,
    chores: Iterable[object] = (),
) -> Iterator[tuple[int, Any]]:
    """Do tasks 0 to *count* - 1 in at most *jobs* processes; yield each with its outcome.

    *chores* are done here, one by one, as long as all processes are busy.

    An outcome is what the task returned, or a BroadsideError: its own, or the one that says that
    it took too long, too much memory, or fell over, or that the machine gives us no process.
    """
    left, chores = deque(range(count)), iter(chores)
    hands = [_Hand(task, limits) for _ in range(min(jobs, count))]
    try:
        # One is enough to do it all.
        busy = [hand for hand in hands if hand.take(left)]
        while busy:
            for hand in _ready(busy, chores):
                outcome = hand.outcome(tell)
                if outcome is AT_WORK:
                    continue
                number = hand.number
                # There was no room for all of them: what it did is done again by fewer.
                if hand.was_killed and len(busy) > 1:
                    busy.remove(hand)
                    left.append(number)
                    continue
                # It goes on, or ends, while what it has made is put in its place.
                if not hand.take(left):
                    busy.remove(hand)
                    hand.dismiss()
                yield number, outcome
        yield from ((number, hands[0].refused) for number in left)
    finally:
        for hand in hands:
            hand.leave()


def apart(task: Callable[[], T], name: str, where: Location, limits: Limits = LIMITS) -> T:
    """What one task returns, done by a process of its own; *name* is what it makes of *where*."""

    def named(_: int, say: Say) -> T:
        say(name, 0)
        return task()

    [(_, outcome)] = run(named, 1, 1, limits=limits)
    if isinstance(outcome, BroadsideError):
        placeless = [one for one in outcome.findings if one.location == NOWHERE]
        if placeless:
            raise BroadsideError(*(_placed(one, where) for one in placeless))
        raise outcome
    done: T = outcome
    return done


def _placed(finding: Finding, where: Location) -> Finding:
    """No source goes into a page of its own; what stopped it stands in its template."""
    remedy = "look for a loop or a text without end in it" if finding.code == STOPPED else ""
    return replace(finding, location=where, remedy=remedy or finding.remedy)


def _ready(busy: list[_Hand], chores: Iterator[object]) -> list[_Hand]:
    by_pipe = {hand.pipe.inlet: hand for hand in busy}
    while not readable(by_pipe) and next(chores, AT_WORK) is not AT_WORK:
        pass
    ready = readable(by_pipe, min(hand.deadline for hand in busy))
    late = [hand for hand in busy if hand.deadline <= time.monotonic()]
    return list(dict.fromkeys([*(by_pipe[inlet] for inlet in ready), *late]))


class _Hand:
    """One process; a new one takes its place when it had to be stopped."""

    def __init__(self, task: Callable[[int, Say], Any], limits: Limits) -> None:
        self._task = task
        self._limits = limits
        self._process = 0
        self.pipe: Pipe = None  # type: ignore[assignment]
        self.number = -1
        self.deadline = 0.0
        self.doing = ""
        self.was_killed = False
        """Whether the system, or somebody, has ended it."""
        self.refused: BroadsideError | None = None
        """What the machine said when it was asked for a process in vain."""

    def take(self, left: deque[int]) -> bool:
        """Begin what is next, if there is something, and a process for it."""
        if not left:
            return False
        try:
            self._start()
        except OSError as error:
            self.refused = BroadsideError(of_disk(error))
            return False
        self.number, self.doing, self.was_killed = left.popleft(), "", False
        self._wait_for(self._limits.seconds)
        # That it has gone is noticed when it is asked for what it has made.
        with contextlib.suppress(BrokenPipeError):
            self.pipe.send(self.number)
        return True

    def _wait_for(self, seconds: float) -> None:
        self.deadline = time.monotonic() + seconds * self._limits.patience

    def _is_alive(self) -> bool:
        if self._process and os.waitpid(self._process, os.WNOHANG)[0]:
            self.pipe.close()
            self._process = 0
        return bool(self._process)

    def _start(self) -> None:
        if self._is_alive():
            return
        self.pipe, theirs = Pipe.pair()
        # A stop that came while the process divides would reach it before it is at work.
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, *STOPS})
        try:
            self._process = os.fork()
            if not self._process:
                _work(theirs, self._task, self._limits)
        except OSError:
            self.pipe.close()
            raise
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
            theirs.close()

    def outcome(self, tell: Callable[[int, str], None]) -> Any:
        """What the process has to say; `AT_WORK` as long as it goes on."""
        if not self.pipe.has_more():
            if time.monotonic() < self.deadline:
                return AT_WORK
            self.leave()
            return self._stopped("took too long")
        try:
            kind, *said = self.pipe.receive(self.deadline)
        except TimeoutError:
            self.leave()
            return self._stopped("took too long")
        except (EOFError, OSError):
            end = self.leave()
            self.was_killed = end == signal.SIGKILL
            if end == signal.SIGXCPU:
                return self._stopped("took too long")
            return self._stopped("could not be finished: too much memory, or a program fell over")
        if kind == "doing":
            self.doing = said[0]
            self._wait_for(_seconds(self._limits, said[1]))
            tell(self.number, self.doing)
            return AT_WORK
        return said[0]

    def _stopped(self, what: str) -> BroadsideError:
        name = self.doing or "the edition"
        remedy = "look for very deep nesting, huge tables or pictures in its sources"
        return BroadsideError(Finding(STOPPED, f"{name} {what}", remedy, NOWHERE))

    def dismiss(self) -> None:
        """End the process without waiting until it has given back its memory."""
        if self._process:
            os.kill(self._process, signal.SIGKILL)

    def leave(self) -> int:
        """End the process. Returns the signal it died of, 0 if it had ended by itself."""
        if not self._process:
            return 0
        self.pipe.close()
        self.dismiss()
        _, status = os.waitpid(self._process, 0)
        self._process = 0
        return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0


def _seconds(limits: Limits, letters: int) -> float:
    return limits.seconds + letters / 5_000


def _unforeseen(error: Exception) -> BroadsideError:
    """Our own fault, said in a line; with BROADSIDE_DEBUG=1 the whole of it is shown."""
    if os.environ.get("BROADSIDE_DEBUG"):
        traceback.print_exc()
    return BroadsideError(of_ours(error, NOWHERE))


def _work(pipe: Pipe, task: Callable[[int, Say], Any], limits: Limits) -> NoReturn:
    """What a process does until nobody asks for more; it ends here, whatever happens."""
    try:
        _prepare(pipe, limits)
        _serve(pipe, task, limits)
    finally:
        os._exit(0)


def _prepare(pipe: Pipe, limits: Limits) -> None:
    _let_go(pipe)
    _hush()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for stop in STOPS:
        signal.signal(stop, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPS)
    with contextlib.suppress(ValueError, OSError):
        room = _inherited() + limits.memory
        resource.setrlimit(resource.RLIMIT_AS, (room, room))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Nearly all that a page is made of lives until it is done: looking for what does not costs
    # a tenth of the time.
    gc.freeze()
    gc.set_threshold(250_000, 20, 50)


def _hush() -> None:
    """Libraries of C grumble between our lines, in words for their makers; we say what is wrong."""
    if not os.environ.get("BROADSIDE_DEBUG"):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 2)
        os.close(nowhere)


def _inherited() -> int:
    """Bytes of addresses that a process is born with: one that has read much for long, such as a
    desk that was open all day, must not leave its children without room."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except (OSError, ValueError):
        # Not Linux: nothing is counted there.
        return 0
    return pages * resource.getpagesize()


def _serve(pipe: Pipe, task: Callable[[int, Say], Any], limits: Limits) -> None:
    def say(name: str, letters: int) -> None:
        _allow(_seconds(limits, letters))
        pipe.send(("doing", name, letters))

    while True:
        try:
            number = pipe.receive()
        except (EOFError, OSError):
            return
        _allow(limits.seconds)
        try:
            pipe.send(("done", task(number, say)))
        except BroadsideError as error:
            pipe.send(("done", error))
        except MemoryError:
            return
        except OSError as error:
            # A picture that was taken away while we read it, a disk without room for a moment. What
            # has no number was said by a library, of something that it could not write.
            is_of_disk = error.errno is not None
            pipe.send(
                ("done", BroadsideError(of_disk(error)) if is_of_disk else _unforeseen(error))
            )
        except Exception as error:
            pipe.send(("done", _unforeseen(error)))


def _allow(seconds: float) -> None:
    """From now on, so much time of the processor; then the process ends by SIGXCPU."""
    end = math.ceil(time.process_time() + seconds)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (end, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _let_go(pipe: Pipe) -> None:
    """Close what was inherited: the lock on the folder, and the pipes of the other processes.

    Else a build that was killed would hold its folder for as long as one of its processes works.
    """
    first, second = sorted((pipe.inlet, pipe.outlet))
    os.closerange(3, first)
    os.closerange(first + 1, second)
    os.closerange(second + 1, _FILES)
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
        return
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()


def _end_with(parent: int) -> None:
    """Where the kernel does not say that the parent is dead, look for it."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)
