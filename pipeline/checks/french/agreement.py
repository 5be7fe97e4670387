"""Agreement in French: whatever belongs together has one gender and one number."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.french import participles, phrases
from pipeline.checks.french.antecedents import of_labels, of_those
from pipeline.checks.french.appositions import of_behind, of_first
from pipeline.checks.french.auxiliaries import of_auxiliaries
from pipeline.checks.french.clauses import of_being, of_clauses
from pipeline.checks.french.compounds import of_heaps
from pipeline.checks.french.groups import of_groups
from pipeline.checks.french.objects import of_objects
from pipeline.checks.french.particles import of_questions
from pipeline.checks.french.persons import of_persons
from pipeline.checks.french.pieces import disagreeing
from pipeline.checks.french.questions import of_whatever
from pipeline.checks.french.series import of_either, of_listed, of_series
from pipeline.checks.french.superlatives import of_couples, of_superlatives
from pipeline.checks.french.unmatched import of_able, of_bare_led, of_two, of_unmatched, of_who
from pipeline.checks.french.verbs import of_verbs
from pipeline.checks.register import Register
from pipeline.checks.sheet import Mark, Sheet

_RULES = (
    of_groups,
    of_clauses,
    of_persons,
    of_auxiliaries,
    of_behind,
    of_first,
    of_objects,
    of_questions,
    of_being,
    of_whatever,
    of_superlatives,
    of_couples,
    of_series,
    of_either,
    of_able,
    of_bare_led,
    of_two,
    of_unmatched,
    of_who,
    of_heaps,
    of_listed,
)


def x138_french_agreement(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Les ville*, *une projet européen*, *Les villes est*: in French the article, the noun, the
    adjective and the verb agree.
    Remedy: give them one gender and one number."""
    told: dict[int, Mark] = {}
    for mark in (
        *phrases.marks(sheet, register, "X138", *_RULES),
        *of_verbs(sheet, register),
        *of_those(sheet, register),
        *of_labels(sheet),
        *disagreeing(sheet, participles.FORMS, register),
    ):
        if not any(one.start <= mark.start < one.end for one in told.values()):
            told[mark.start] = mark
    yield from told.values()
