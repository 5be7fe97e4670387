"""The desk: arguments in, words out. The only room that prints, exits and knows the time."""

from __future__ import annotations

import argparse
import atexit
import contextlib
import datetime as dt
import gc
import io
import os
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

from pipeline.errors import (
    BroadsideError,
    Finding,
    Location,
    UsageError,
    of_disk,
    of_memory,
    of_ours,
)

OK, FAULTS, NOT_STARTED, STOPPED = 0, 1, 2, 130


def run() -> None:
    """The `broadside` command."""
    for stop in (signal.SIGTERM, signal.SIGHUP):
        # Who runs us with `nohup` wants the hang-up ignored.
        if signal.getsignal(stop) is signal.SIG_DFL:
            signal.signal(stop, _asked_to_end)
    # Who started us may not care how processes end; we do, and it is handed down.
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    _open_what_is_closed()
    # Pictures of pages are drawn as FreeType is told to, and a machine's habits have no say in it.
    os.environ.pop("FREETYPE_PROPERTIES", None)
    try:
        code = main(sys.argv[1:])
    except SystemExit as stop:
        code = int(stop.code or 0)
    _end(code)


def _end(code: int) -> NoReturn:
    """The process ends, and all of it with it: to take it to pieces first takes a while.

    Python would do so; and with PYTHONINSPECT it would show where we end, and ask for more.
    """
    atexit._run_exitfuncs()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        code = code or FAULTS
    os._exit(code)


def _open_what_is_closed() -> None:
    """Without a stream, as `>&-` leaves us, what is opened next would bear its number."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            with contextlib.suppress(OSError):
                os.close(number)
            os.open(os.devnull, os.O_RDWR)
            setattr(sys, name, os.fdopen(number, "w" if number else "r", encoding="utf-8"))


def _asked_to_end(number: int, _frame: FrameType | None) -> None:
    """End as after Ctrl-C, so that whatever works for us ends, too."""
    sys.exit(128 + number)


def _interrupted(_number: int, _frame: FrameType | None) -> NoReturn:
    """Ctrl-C; once more, from a hurried hand, it would cut off what is cleared away."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise KeyboardInterrupt


def main(argv: Sequence[str]) -> int:
    # What is read lives until the end: to look for what does not would take a tenth of the time.
    gc.set_threshold(250_000, 20, 50)
    from pipeline import telling

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that cannot show a letter is told of it, and the work goes on.
            stream.reconfigure(errors="backslashreplace")
            # Who started us may have told the pipe not to wait, and would lose what is said.
            with contextlib.suppress(OSError):
                os.set_blocking(stream.fileno(), True)
    desk = telling.Desk(sys.stdout, sys.stderr, "text", dict(os.environ))
    try:
        code = _ended(argv, desk)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        # All is done, and whoever reads us does not read on, as in `broadside check | less`.
        _say_no_more()
        return STOPPED
    except OSError as error:
        # Whoever read us has gone, as in `broadside build | head`, or what is said has no room.
        _say_no_more()
        if not isinstance(error, BrokenPipeError):
            with contextlib.suppress(OSError):
                sys.stderr.write(f"{of_disk(error)}\n")
        return FAULTS


def _say_no_more() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _ended(argv: Sequence[str], desk: Any) -> int:
    """How it ended; what stopped it is told."""
    from pipeline import options

    arguments = argparse.Namespace()
    try:
        # Until now, who stopped us had nothing to be told.
        if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
            signal.signal(signal.SIGINT, _interrupted)
        _speak(desk, options.asked_format(argv))
        arguments = options.read(argv)
        _speak(desk, arguments.format)
        return _RUN[arguments.command](arguments, desk)
    except BroadsideError as error:
        _tell(desk, error.findings)
        return NOT_STARTED if isinstance(error, UsageError) else FAULTS
    except KeyboardInterrupt:
        # From here on there is nothing to cut off, and whoever reads us may keep us waiting.
        if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
        desk.line("stopped; what was finished before is in its place")
        return STOPPED
    except BrokenPipeError:
        raise
    except MemoryError:
        desk.findings([of_memory()])
        return FAULTS
    except OSError as error:
        if error.errno is None:
            return _fallen(error, desk)
        named = (getattr(arguments, name, None) for name in ("sources", "templates", "out"))
        roots = [folder.resolve() for folder in named if isinstance(folder, Path)]
        _tell(desk, [of_disk(error, roots=roots)])
        return FAULTS
    except Exception as error:
        return _fallen(error, desk)


def _speak(desk: Any, format: str) -> None:
    desk.format = format
    # Programs read UTF-8, whatever letters a terminal has: an escape of ours would be no JSON.
    if format != "text" and isinstance(desk.out, io.TextIOWrapper):
        desk.out.reconfigure(encoding="utf-8", errors="backslashreplace")


def _fallen(error: Exception, desk: Any) -> int:
    """What nobody foresaw, an OSError of a library's, too, which no disk has said."""
    if os.environ.get("BROADSIDE_DEBUG"):
        raise error
    _tell(desk, [of_ours(error, Location(Path("broadside")))])
    return FAULTS


def _tell(desk: Any, findings: Sequence[Finding]) -> None:
    """What stopped it, in the form that was asked for: a code host reads no other."""
    if desk.format in ("text", "json"):
        desk.findings(findings)
        return
    from pipeline import reports

    told = [reports.sarif(findings)] if desk.format == "sarif" else reports.github(findings)
    desk.again(told)


def _check(arguments: argparse.Namespace, desk: Any) -> int:
    from pipeline import checking

    now = arguments.now or dt.datetime.now(dt.UTC)
    order = checking.Order(
        publications=tuple(arguments.publication),
        edition=arguments.edition,
        languages=tuple(code for code in arguments.language.split(",") if code),
        sources=arguments.sources.resolve(),
        out=arguments.out.resolve(),
        now=now,
        templates=arguments.templates.resolve(),
        format=arguments.format,
        fix=arguments.fix,
        notes=arguments.notes,
        voices=not arguments.no_voices,
    )
    return checking.check(order, desk)


def _explain(arguments: argparse.Namespace, desk: Any) -> int:
    from pipeline import checking

    return checking.explain(arguments.code, desk)


def _build(arguments: argparse.Namespace, desk: Any) -> int:
    from pipeline import building, orders

    now = arguments.now or dt.datetime.now(dt.UTC)
    order = orders.Order(
        publications=tuple(arguments.publication),
        edition=arguments.edition,
        newsroom=arguments.newsroom or "",
        languages=tuple(code for code in arguments.language.split(",") if code),
        sources=arguments.sources.resolve(),
        templates=arguments.templates.resolve(),
        out=arguments.out.resolve(),
        now=now,
        jobs=arguments.jobs,
        force=arguments.force,
    )
    return building.build(order, desk)


def _preview(arguments: argparse.Namespace, desk: Any) -> int:
    from pipeline import preview
    from pipeline.first_reading import FirstReader
    from pipeline.typesetting import Typesetter

    folders = [arguments.sources.resolve(), arguments.templates.resolve()]
    out = arguments.out.resolve()
    options = ["--sources", str(folders[0]), "--templates", str(folders[1]), "--out", str(out)]
    if arguments.now:
        options += ["--now", arguments.now.isoformat()]
    setter = Typesetter(folders[1], {}, {}, {})
    shown = preview.Desk(out, lambda told: setter.set_desk(**told))
    # A template that is not there is told now, not to the browser.
    shown.page({"folders": {}, **shown.told()})
    reader = FirstReader(
        folders[0], lambda: (arguments.now or dt.datetime.now().astimezone()).date()
    )
    say = desk.line
    preview.serve(folders, shown, options, say, reader, arguments.port)
    return OK


def _new(arguments: argparse.Namespace, desk: Any) -> int:
    import shlex

    from pipeline import forms

    today = (arguments.now or dt.datetime.now().astimezone()).date()
    sources = arguments.sources.resolve()
    made = forms.write(arguments.kind, arguments.title, sources, today, arguments.language)
    for path in made:
        inside = path.relative_to(sources.parent)
        desk.line(inside.as_posix())
    elsewhere = ""
    if arguments.sources != Path("sources"):
        elsewhere = f" sources={shlex.quote(str(arguments.sources))}"
    desk.line(f"fill it in, then type  make check{elsewhere}")
    return OK


_RUN: Mapping[str, Callable[[argparse.Namespace, Any], int]] = {
    "build": _build,
    "new": _new,
    "preview": _preview,
    "check": _check,
    "explain": _explain,
}
