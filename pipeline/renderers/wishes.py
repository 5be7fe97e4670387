"""What a designer may ask of a renderer, in the declaration of an output."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from pipeline.entries import shown
from pipeline.errors import DeclarationError, Finding
from pipeline.model.editions import Output
from pipeline.renderers.job import Job

_BARE = "write a number without quotation marks, or leave the line out"
MOST = 10_000
"""No thickness, no weight and no share of ink is greater."""


def only(job: Job, *names: str) -> None:
    """Refuse wishes that nobody will grant: a wish misspelt would be lost in silence."""
    for name in job.output.options:
        if name not in names:
            raise refusal(job, f"unknown option '{name}'", f"known are {', '.join(names)}")


def choice(job: Job, name: str, choices: Sequence[str]) -> str:
    """One of the choices, by default the first."""
    wish = job.output.options.get(name, choices[0])
    if wish not in choices:
        message = f"'{name}' should be one of {', '.join(choices)}, not {shown(wish)}"
        raise refusal(job, message, f'write  {name} = "{choices[0]}"')
    return str(wish)


def switch(job: Job, name: str, *, default: bool = True) -> bool:
    wish = job.output.options.get(name, default)
    if not isinstance(wish, bool):
        message = f"'{name}' should be true or false, not {shown(wish)}"
        raise refusal(job, message, f"write  {name} = true")
    return wish


def count(job: Job, name: str, most: int, *, multiple: int = 1) -> int | None:
    wish = job.output.options.get(name)
    if wish is None:
        return None
    is_whole = isinstance(wish, int) and not isinstance(wish, bool)
    if not is_whole or not 1 <= wish <= most or wish % multiple:
        wanted = f"a multiple of {multiple}" if multiple > 1 else "a whole number from 1"
        message = f"'{name}' should be {wanted} to {most}, not {shown(wish)}"
        raise refusal(job, message, _BARE)
    return int(wish)


def measure(job: Job, name: str, default: float = 0) -> float:
    """A length or a weight that is not negative; nothing, if it was not asked for."""
    wish = job.output.options.get(name, default)
    is_number = isinstance(wish, int | float) and not isinstance(wish, bool)
    # What TOML calls nan is neither less nor more.
    if not is_number or not 0 <= wish <= MOST:
        message = f"'{name}' should be a number such as 0.1, not {shown(wish)}"
        raise refusal(job, message, _BARE)
    return float(wish)


def text(job: Job, name: str) -> str:
    """Words; none, if they were not asked for."""
    wish = job.output.options.get(name, "")
    if not isinstance(wish, str):
        message = f"'{name}' should be words in quotation marks, not {shown(wish)}"
        raise refusal(job, message, f'write  {name} = "…"')
    return wish


def names(output: Output, name: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
    """A list of words; *default*, if it was not asked for."""
    wish = output.options.get(name, default)
    if not isinstance(wish, list | tuple) or not all(isinstance(one, str) for one in wish):
        message = f"'{name}' should be a list of names, not {shown(wish)}"
        raise _fault(output, message, f'write  {name} = ["one", "another"]')
    return tuple(wish)


def files(job: Job, name: str) -> tuple[str, ...]:
    """The names of pages that were made above."""
    wanted = names(job.output, name)
    for one in wanted:
        if not _is_text(job.made.get(one, _NOTHING)):
            message = f"'{name}' should name files declared above it, not {shown(one)}"
            raise refusal(job, message, f"above it stand {', '.join(job.made) or 'none'}")
    return wanted


def file(job: Job, name: str, kind: str) -> bytes:
    """What was made above under the one name that is asked for: a text, or a PDF."""
    wish = text(job, name)
    content = job.made.get(wish, _NOTHING)
    if not _IS[kind](content):
        message = f"'{name}' should be the name of a {kind} declared above it, not {shown(wish)}"
        above = ", ".join(one for one in job.made if _IS[kind](job.made[one]))
        raise refusal(job, message, f"above it stand {above or 'none'}")
    return content


_NOTHING = b"\xff"
"""What is neither a text nor a PDF."""


def _is_text(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


_IS: Mapping[str, Callable[[bytes], bool]] = {
    "text": _is_text,
    "PDF": lambda content: content.startswith(b"%PDF-"),
}


def refusal(job: Job, message: str, remedy: str) -> DeclarationError:
    return _fault(job.output, message, remedy)


def _fault(output: Output, message: str, remedy: str) -> DeclarationError:
    return DeclarationError(Finding("P300", f"{output.name}: {message}", remedy, output.where))
