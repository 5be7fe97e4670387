"""Agreement in French: whatever belongs together has one gender and one number."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.french import endings, participles, phrases
from pipeline.checks.french.clauses import RULES
from pipeline.checks.french.groups import of_groups
from pipeline.checks.french.pieces import disagreeing
from pipeline.checks.french.verbs import of_verbs
from pipeline.checks.register import Register
from pipeline.checks.sheet import Mark, Sheet


def x138_french_agreement(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Les ville*, *une projet européen*, *Les villes est*: in French the article, the noun, the
    adjective and the verb agree.
    Remedy: give them one gender and one number."""
    told: dict[int, Mark] = {}
    for mark in (
        *phrases.marks(sheet, register, "X138", of_groups, *RULES),
        *of_verbs(sheet, register),
        *disagreeing(sheet, participles.FORMS, register),
        *disagreeing(sheet, endings.FORMS, register),
    ):
        if not any(one.start <= mark.start < one.end for one in told.values()):
            told[mark.start] = mark
    yield from told.values()
