"""What was typed: commands, options and their values; what is wrong with them is said as all is."""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, NoReturn

from pipeline.errors import Finding, Location, UsageError, printable

EXAMPLE = "as in  make newsletter edition=2019-12 language=fr"


class Options(argparse.ArgumentParser):
    """One command and what may be typed after it."""

    def __init__(self, **how: Any) -> None:
        # Half a name is that of another option tomorrow.
        super().__init__(**how, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """What argparse has to say, in our words."""
        said = re.match(r"argument (?:-\w/)?(?:--)?([\w-]+): (.*)", message, re.DOTALL)
        name, why = (said[1], said[2]) if said else ("", message)
        if name and why.startswith("expected"):
            self.refuse("O126", f"{name!r} needs a value", EXAMPLE)
        if why.startswith("ignored explicit"):
            self.refuse("O126", f"{name!r} takes no value", f"write --{name}")
        if name:
            self.refuse("O126", f"{name!r} {why}", EXAMPLE)
        lacking = why.rpartition(": ")[2]
        self.refuse("O126", f"{lacking!r} is missing", f"type  {self.prog} --help")

    def refuse(self, code: str, message: str, remedy: str) -> NoReturn:
        where = Location(PurePosixPath(self.prog.split()[-1]))
        raise UsageError(Finding(code, message, remedy, where))

    def strange(self, word: str) -> NoReturn:
        """What stands there and belongs to nothing."""
        odd = printable(word.partition("=")[0])
        if not odd.startswith("-"):
            self.refuse("O127", f"{odd!r} is a word too many", f"type  {self.prog} --help")
        known = [one.option_strings[-1] for one in self._actions if one.option_strings]
        meant = _guess(odd.lstrip("-"), [name.lstrip("-") for name in known])
        remedy = meant.replace("'", "'--", 1) or f"known are {' '.join(known)}"
        self.refuse("O127", f"nothing is called {odd!r}", remedy)


def read(typed: Sequence[str]) -> argparse.Namespace:
    """The order in what was *typed*; `command` is its first word.

    Raises UsageError.
    """
    root = Options(
        prog="broadside",
        description="One folder of Markdown in, everything a communications team publishes out.",
    )
    name = next(iter(typed), "")
    commands = root.add_subparsers(metavar="COMMAND")
    if name and name not in (*_COMMANDS, "-h", "--help"):
        remedy = _guess(name, _COMMANDS) or f"known are {', '.join(_COMMANDS)}"
        root.refuse("O127", f"there is no command {printable(name)!r}", remedy)
    # To know the options of all of them takes longer than to know that this one is asked.
    for known in [name] if name in _COMMANDS else _COMMANDS:
        told, options = _COMMANDS[known]
        command = commands.add_parser(known, help=told)
        if known == name:
            options(command)
    if not typed:
        root.print_usage()
        root.exit(2)
    order, rest = root.parse_known_args(typed)
    if rest:
        commands.choices[name].strange(rest[0])
    order.command = name
    return order


def asked_format(typed: Sequence[str]) -> str:
    """How faults of what was *typed* are to be told: `json`, where that much can be read."""
    pairs = itertools.pairwise(typed)
    return "json" if "--format=json" in typed or ("--format", "json") in pairs else "text"


def _guess(name: str, known: Iterable[str]) -> str:
    from pipeline.corpus.reader import guess

    return guess(name, known)


_FOR = "a copy with the name of a newsroom on each page"
_ONE = "one edition by its name"


def _for_build(build: Options) -> None:
    build.add_argument("publication", nargs="*", help="newsletter, presskit, release …")
    build.add_argument("--edition", type=_composed, default="", metavar="E", help=_ONE)
    build.add_argument("--newsroom", type=_newsroom, default=None, metavar="N", help=_FOR)
    build.add_argument("--language", default="", metavar="L", help="one language, or en,fr")
    build.add_argument("--jobs", type=_count, default=0, metavar="N", help="how many at a time")
    build.add_argument("--force", action="store_true", help="make again what is there already")
    _common(build)


def _for_new(new: Options) -> None:
    known = "news, release, newsletter, presskit, chapter, deck, fact, contact, event or picture"
    new.add_argument("kind", nargs="?", default="", help=known)
    new.add_argument("title", nargs="?", default="")
    new.add_argument("--language", default="", metavar="L", help="a translation: fr")
    _common(new)


def _for_preview(preview: Options) -> None:
    preview.add_argument("--port", type=_port, default=8613, metavar="N")
    _common(preview)


def _for_check(check: Options) -> None:
    check.add_argument("publication", nargs="*", help="only what belongs to these")
    check.add_argument("--edition", type=_composed, default="", metavar="E", help=_ONE)
    check.add_argument("--language", default="", metavar="L", help="one language, or en,fr")
    check.add_argument("--fix", action="store_true", help="mend what is mechanical, in the files")
    check.add_argument("--notes", action="store_true", help="show the notes as well")
    check.add_argument("--no-voices", action="store_true", help="ask no speller or grammarian")
    _common(check, ("text", "json", "sarif", "github"))


def _for_explain(explain: Options) -> None:
    explain.add_argument("code", help="F102")
    explain.set_defaults(format="text")


def _common(command: Options, formats: Sequence[str] = ("text", "json")) -> None:
    command.add_argument("--sources", type=_folder, default=Path("sources"), metavar="DIR")
    command.add_argument("--templates", type=_folder, default=_templates(), metavar="DIR")
    command.add_argument("--out", type=_folder, default=Path("build"), metavar="DIR")
    command.add_argument("--now", type=_moment, default=None, metavar="ISO", help="another clock")
    command.add_argument(
        "--format", type=_one_of(formats), default="text", metavar="F", help=", ".join(formats)
    )


def _templates() -> Path:
    """The folder beside this program, wherever the command is typed."""
    here = Path("templates")
    return (
        here if any(here.glob("*/publication.toml")) else Path(__file__).parent.parent / "templates"
    )


def _one_of(known: Sequence[str]) -> Callable[[str], str]:
    def named(text: str) -> str:
        if text not in known:
            told = f"should be {', '.join(known[:-1])} or {known[-1]}, not {printable(text)!r}"
            raise argparse.ArgumentTypeError(told)
        return text

    return named


def _count(text: str) -> int:
    if not re.fullmatch("[0-9]{1,2}", text) or not 1 <= int(text) <= 64:
        raise argparse.ArgumentTypeError(f"should be a number from 1 to 64, not {text!r}")
    return int(text)


def _folder(text: str) -> Path:
    path = Path(text)
    try:
        path.resolve()
    except FileNotFoundError as error:
        told = "is looked for in a folder that is not there any more; go to another one"
        raise argparse.ArgumentTypeError(told) from error
    except (RuntimeError, OSError) as error:
        told = f"is {printable(text)!r}, a link that leads back to itself"
        raise argparse.ArgumentTypeError(told) from error
    return path


def _port(text: str) -> int:
    if not re.fullmatch("[0-9]{1,5}", text) or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"should be a number from 0 to 65535, not {text!r}")
    return int(text)


def _composed(text: str) -> str:
    """As all names are read: a shell completes an é as the disk has it, as two letters."""
    return unicodedata.normalize("NFC", text)


def _newsroom(text: str) -> str:
    from pipeline.slugs import slug_of

    name = " ".join(_composed(text).split())
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


_COMMANDS: Mapping[str, tuple[str, Callable[[Options], None]]] = {
    "build": ("make publications: all of them, or those named", _for_build),
    "new": ("a new source from a commented form", _for_new),
    "preview": ("see everything in a browser while you write", _for_preview),
    "check": ("proofread the sources and what was built", _for_check),
    "explain": ("the reason of a check, and its remedy", _for_explain),
}
