"""A form that is made ready when it is first looked for: most stand in no text of the day."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

_LETTERS = {"[^\\W\\d_a-zß-ÿ]": "[A-Z]", "[^\\W\\d_]": "[A-Za-z]", "[^\\W_]": "[A-Za-z0-9]"}
"""How letters are told among all there are, and among those of ASCII."""


class _Sought:
    """
    >>> sought(r"\\d+").findall("12 of 250")
    ['12', '250']
    """

    def __init__(self, form: str, flags: int = 0) -> None:
        self.pattern = form
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        """What is asked for the first time; from then on, the form itself answers."""
        found = getattr(self._made, name)
        setattr(self, name, found)
        return found

    @functools.cached_property
    def _made(self) -> re.Pattern[str]:
        return compiled(self.pattern, self.flags)


if TYPE_CHECKING:

    def sought(form: str, flags: int = 0) -> re.Pattern[str]: ...
else:
    # Thousands are named at every start: a function around it would be called as often.
    sought = _Sought


def compiled(form: str, flags: int) -> re.Pattern[str]:
    """The form made ready; another one may know it, as it was compiled at set-up."""
    return re.compile(form, flags)


_ALIKE = str.maketrans({"ı": "i", "ſ": "s", "\u0307": None})


def in_small(typed: str) -> str:
    """In the small letters of a table; an expression that minds no case takes more for them.

    >>> in_small("APRİL"), in_small("Auguſt")
    ('april', 'august')
    """
    return typed.lower().translate(_ALIKE)


class Worded:
    """A form of whole words: most texts are ASCII, and its letters are far sooner told."""

    def __init__(self, form: str) -> None:
        self._of_all = sought(form)
        for letters, plain in _LETTERS.items():
            form = form.replace(letters, plain)
        self._of_ascii = sought(form, re.ASCII)

    def findall(self, text: str) -> list[str]:
        """
        >>> [Worded(r"[^\\W\\d_]{3,}").findall(text) for text in ("an old inn_1", "an été")]
        [['old', 'inn'], ['été']]
        """
        return (self._of_ascii if text.isascii() else self._of_all).findall(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return (self._of_ascii if text.isascii() else self._of_all).finditer(text)
