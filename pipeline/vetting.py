"""Whether the receipt of an edition is as a build wrote it: anybody may edit one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from pipeline.errors import Level


def is_whole(entry: Any) -> bool:
    """Whether each key of *entry* is what a build writes: somebody may have edited it, and sealed
    it anew."""
    return isinstance(entry, dict) and all(
        is_as_written(entry[key]) for key, is_as_written in _KEYS.items() if key in entry
    )


def _is_text(told: Any) -> bool:
    return isinstance(told, str)


def is_name(told: Any) -> bool:
    """Whether it is the place of a file below the folder it is told of."""
    return _is_text(told) and "\0" not in told and {"", ".", ".."}.isdisjoint(told.split("/"))


def _is_count(told: Any) -> bool:
    return type(told) is int and 0 <= told < 1 << 53


def _is_moment(told: Any) -> bool:
    try:
        return told == "" or dt.datetime.fromisoformat(told).tzinfo is not None
    except (TypeError, ValueError):
        return False


def _is_day(told: Any) -> bool:
    try:
        return bool(dt.date.fromisoformat(told))
    except (TypeError, ValueError):
        return False


def _is_said(told: Any) -> bool:
    """Whether it is a finding."""
    if not isinstance(told, list) or len(told) != 7:
        return False
    place = all(one is None or _is_count(one) for one in told[4:6])
    return place and all(map(_is_text, (*told[:4], told[6]))) and told[6] in set(Level)


def _each(*forms: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """What knows a list of one form, or a table of two."""

    def is_all(told: Any) -> bool:
        if len(forms) == 1:
            return isinstance(told, list) and all(map(forms[0], told))
        is_table = isinstance(told, dict)
        return is_table and all(forms[0](key) and forms[1](one) for key, one in told.items())

    return is_all


_KEYS: Mapping[str, Callable[[Any], bool]] = {
    **dict.fromkeys(("house", "title", "subject", "preheader", "number", "lines"), _is_text),
    **dict.fromkeys(("dated", "newsroom"), _is_text),
    "date": _is_day,
    "embargo": _is_moment,
    **dict.fromkeys(("sizes", "pages"), _each(is_name, _is_count)),
    "files": _each(is_name, _is_text),
    **dict.fromkeys(("pictures", "inputs"), _each(_is_text, _is_text)),
    **dict.fromkeys(("sources", "names"), _each(_is_text)),
    "findings": _each(_is_said),
}
"""What stands in the receipt of an edition in one language."""
