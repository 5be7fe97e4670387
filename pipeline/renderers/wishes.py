"""What a designer may ask of a renderer, in the declaration of an output."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.errors import DeclarationError, Finding
from pipeline.renderers.job import Job


def only(job: Job, *names: str) -> None:
    """Refuse wishes that nobody will grant: a wish misspelt would be lost in silence."""
    for name in job.output.options:
        if name not in names:
            raise refusal(job, f"unknown option '{name}'", f"known are {', '.join(names)}")


def choice(job: Job, name: str, choices: Sequence[str]) -> str:
    """One of the choices, by default the first."""
    wish = job.output.options.get(name, choices[0])
    if wish not in choices:
        raise refusal(job, f"'{name}' should be one of {', '.join(choices)}, not {wish!r}")
    return str(wish)


def switch(job: Job, name: str, *, default: bool = True) -> bool:
    wish = job.output.options.get(name, default)
    if not isinstance(wish, bool):
        raise refusal(job, f"'{name}' should be true or false, not {wish!r}")
    return wish


def count(job: Job, name: str, *, multiple: int = 1) -> int | None:
    wish = job.output.options.get(name)
    if wish is None:
        return None
    if isinstance(wish, bool) or not isinstance(wish, int) or wish < 1 or wish % multiple:
        wanted = f"a multiple of {multiple}" if multiple > 1 else "a whole number from 1"
        raise refusal(job, f"'{name}' should be {wanted}, not {wish!r}")
    return wish


def measure(job: Job, name: str, default: float = 0) -> float:
    """A length or a weight that is not negative; nothing, if it was not asked for."""
    wish = job.output.options.get(name, default)
    if isinstance(wish, bool) or not isinstance(wish, int | float) or wish < 0:
        raise refusal(job, f"'{name}' should be a number such as 0.1, not {wish!r}")
    return float(wish)


def text(job: Job, name: str) -> str:
    """Words; none, if they were not asked for."""
    wish = job.output.options.get(name, "")
    if not isinstance(wish, str):
        raise refusal(job, f"'{name}' should be words in quotation marks, not {wish!r}")
    return wish


def refusal(job: Job, message: str, remedy: str = "") -> DeclarationError:
    place = f"{job.output.name}: {message}"
    return DeclarationError(Finding("P300", place, remedy, job.output.where))
