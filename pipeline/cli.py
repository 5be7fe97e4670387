"""The desk: arguments in, words out. The only room that prints, exits and knows the time."""

from __future__ import annotations

import argparse
import atexit
import contextlib
import datetime as dt
import gc
import io
import os
import re
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

from pipeline.errors import (
    BroadsideError,
    Location,
    UsageError,
    of_disk,
    of_memory,
    of_ours,
    printable,
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


def main(argv: Sequence[str]) -> int:
    # What is read lives until the end: to look for what does not would take a tenth of the time.
    gc.set_threshold(250_000, 20, 50)
    arguments = _parser(argv).parse_args(argv)
    from pipeline import telling

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that cannot show a letter is told of it, and the work goes on.
            stream.reconfigure(errors="backslashreplace")
            # Who started us may have told the pipe not to wait, and would lose what is said.
            with contextlib.suppress(OSError):
                os.set_blocking(stream.fileno(), True)
    desk = telling.Desk(sys.stdout, sys.stderr, arguments.format, dict(os.environ))
    try:
        code = _ended(arguments, desk)
        sys.stdout.flush()
        return code
    except OSError as error:
        # Whoever read us has gone, as in `broadside build | head`, or what is said has no room.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            with contextlib.suppress(OSError):
                sys.stderr.write(f"{of_disk(error)}\n")
        return FAULTS


def _ended(arguments: argparse.Namespace, desk: Any) -> int:
    """How it ended; what stopped it is told."""
    try:
        # Until now, who stopped us had nothing to be told.
        if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        return int(arguments.run(arguments, desk))
    except BroadsideError as error:
        desk.findings(error.findings)
        return NOT_STARTED if isinstance(error, UsageError) else FAULTS
    except KeyboardInterrupt:
        desk.line("stopped; what was finished before is in its place")
        return STOPPED
    except BrokenPipeError:
        raise
    except MemoryError:
        desk.findings([of_memory()])
        return FAULTS
    except OSError as error:
        named = (getattr(arguments, name, None) for name in ("sources", "templates", "out"))
        roots = [folder.resolve() for folder in named if isinstance(folder, Path)]
        desk.findings([of_disk(error, roots=roots)])
        return FAULTS
    except Exception as error:
        if os.environ.get("BROADSIDE_DEBUG"):
            raise
        desk.findings([of_ours(error, Location(Path("broadside")))])
        return FAULTS


_FOR = "a copy with the name of a newsroom on each page"


def _parser(argv: Sequence[str]) -> argparse.ArgumentParser:
    root = argparse.ArgumentParser(
        prog="broadside",
        description="One folder of Markdown in, everything a communications team publishes out.",
    )
    commands = root.add_subparsers(required=True, metavar="COMMAND")
    # To know the options of all of them takes longer than to know that this one is asked.
    asked = [name for name in argv[:1] if name in _COMMANDS]
    for name in asked or _COMMANDS:
        told, options = _COMMANDS[name]
        command = commands.add_parser(name, help=told)
        if name in argv:
            options(command)
    return root


def _for_build(build: argparse.ArgumentParser) -> None:
    build.add_argument("publication", nargs="*", help="newsletter, presskit, release …")
    build.add_argument("--edition", default="", metavar="E", help="one edition by its name")
    build.add_argument("--newsroom", type=_newsroom, default=None, metavar="N", help=_FOR)
    build.add_argument("--language", default="", metavar="L", help="one language, or en,fr")
    build.add_argument("--jobs", type=_count, default=0, metavar="N", help="how many at a time")
    build.add_argument("--force", action="store_true", help="make again what is there already")
    _common(build)
    build.set_defaults(run=_build)


def _for_new(new: argparse.ArgumentParser) -> None:
    known = "news, release, newsletter, presskit, chapter, deck, fact, contact, event or picture"
    new.add_argument("kind", nargs="?", default="", help=known)
    new.add_argument("title", nargs="?", default="")
    new.add_argument("--language", default="", metavar="L", help="a translation: fr")
    _common(new)
    new.set_defaults(run=_new)


def _for_preview(preview: argparse.ArgumentParser) -> None:
    preview.add_argument("--port", type=_port, default=8613, metavar="N")
    _common(preview)
    preview.set_defaults(run=_preview)


def _for_check(check: argparse.ArgumentParser) -> None:
    check.add_argument("publication", nargs="*", help="only what belongs to these")
    check.add_argument("--edition", default="", metavar="E", help="one edition by its name")
    check.add_argument("--language", default="", metavar="L", help="one language, or en,fr")
    check.add_argument("--fix", action="store_true", help="mend what is mechanical, in the files")
    check.add_argument("--notes", action="store_true", help="show the notes as well")
    check.add_argument("--no-voices", action="store_true", help="ask no speller or grammarian")
    _common(check, ("text", "json", "sarif", "github"))
    check.set_defaults(run=_check)


def _for_explain(explain: argparse.ArgumentParser) -> None:
    explain.add_argument("code", help="F102")
    explain.set_defaults(run=_explain, format="text")


def _common(command: argparse.ArgumentParser, formats: Sequence[str] = ("text", "json")) -> None:
    command.add_argument("--sources", type=_folder, default=Path("sources"), metavar="DIR")
    command.add_argument("--templates", type=_folder, default=_templates(), metavar="DIR")
    command.add_argument("--out", type=_folder, default=Path("build"), metavar="DIR")
    command.add_argument("--now", type=_moment, default=None, metavar="ISO", help="another clock")
    command.add_argument("--format", choices=formats, default="text")


_COMMANDS: Mapping[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "build": ("make publications: all of them, or those named", _for_build),
    "new": ("a new source from a commented form", _for_new),
    "preview": ("see everything in a browser while you write", _for_preview),
    "check": ("proofread the sources and what was built", _for_check),
    "explain": ("the reason of a check, and its remedy", _for_explain),
}


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


def _templates() -> Path:
    """The folder beside this program, wherever the command is typed."""
    here = Path("templates")
    return (
        here if any(here.glob("*/publication.toml")) else Path(__file__).parent.parent / "templates"
    )


def _count(text: str) -> int:
    if not re.fullmatch("[0-9]{1,2}", text) or not 1 <= int(text) <= 64:
        raise argparse.ArgumentTypeError(f"should be a number from 1 to 64, not {text!r}")
    return int(text)


def _folder(text: str) -> Path:
    path = Path(text)
    try:
        path.resolve()
    except FileNotFoundError as error:
        told = "the folder in which this was typed is not there any more; go to another one"
        raise argparse.ArgumentTypeError(told) from error
    except (RuntimeError, OSError) as error:
        told = f"{printable(text)!r} is a link that leads back to itself"
        raise argparse.ArgumentTypeError(told) from error
    return path


def _port(text: str) -> int:
    if not re.fullmatch("[0-9]{1,5}", text) or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"should be a number from 0 to 65535, not {text!r}")
    return int(text)


def _newsroom(text: str) -> str:
    from pipeline.slugs import slug_of

    name = " ".join(text.split())
    if not name.isprintable() or len(name) > 40 or not slug_of(name):
        raise argparse.ArgumentTypeError('should be a name of at most 40 letters: "Le Monde"')
    return name


def _moment(text: str) -> dt.datetime:
    try:
        moment = dt.datetime.fromisoformat(text)
        if not 1000 <= moment.year <= 9000:
            raise ValueError("at the ends of the calendar there is no day before, or none after")
        return moment
    except ValueError as error:
        wanted = "a moment like 2024-03-01T09:00"
        raise argparse.ArgumentTypeError(f"should be {wanted}, not {text!r}") from error


def _build(arguments: argparse.Namespace, desk: object) -> int:
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
    return building.build(order, desk)  # type: ignore[arg-type]


def _preview(arguments: argparse.Namespace, desk: object) -> int:
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
    say = desk.line  # type: ignore[attr-defined]
    preview.serve(folders, shown, options, say, reader, arguments.port)
    return OK


def _new(arguments: argparse.Namespace, desk: object) -> int:
    import shlex

    from pipeline import forms

    today = (arguments.now or dt.datetime.now().astimezone()).date()
    sources = arguments.sources.resolve()
    made = forms.write(arguments.kind, arguments.title, sources, today, arguments.language)
    for path in made:
        inside = path.relative_to(sources.parent)
        desk.line(inside.as_posix())  # type: ignore[attr-defined]
    elsewhere = ""
    if arguments.sources != Path("sources"):
        elsewhere = f" sources={shlex.quote(str(arguments.sources))}"
    desk.line(f"fill it in, then type  make check{elsewhere}")  # type: ignore[attr-defined]
    return OK
