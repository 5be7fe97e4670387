"""A turn of phrase that English does not have, and how one is written down."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.checks.sheet import WARNING
from pipeline.errors import Level


class Turn(NamedTuple):
    code: str
    """The check that tells it."""
    right: str
    """What would be right, behind *write*."""
    signs: str
    """Words of which one of each kind is in it; a stroke parts the kinds."""
    form: str
    """Where it is wrong: an expression, of which the last group is marked, or all of it."""
    level: Level = WARNING
    unless: frozenset[str] = frozenset()
    """Words before it with which it is right."""


def not_behind(words: str) -> str:
    """That none of *words* stands right before.

    >>> not_behind("a the")
    '(?<!\\\\b(?i:a) )(?<!\\\\b(?i:the) )'
    """
    return "".join([f"(?<!\\b(?i:{word}) )" for word in words.split()])
