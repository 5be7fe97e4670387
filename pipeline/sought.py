"""A form that is made ready when it is first looked for: most stand in no text of the day."""

from __future__ import annotations

import re
from typing import Any, cast

_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")


class _Sought:
    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        """What is asked for the first time; from then on, the form itself answers."""
        made = re.compile(self.pattern, self.flags)
        for each in _ASKED:
            setattr(self, each, getattr(made, each))
        return getattr(made, name)


def sought(form: str, flags: int = 0) -> re.Pattern[str]:
    """
    >>> sought(r"\\d+").findall("12 of 250")
    ['12', '250']
    """
    return cast("re.Pattern[str]", _Sought(form, flags))
