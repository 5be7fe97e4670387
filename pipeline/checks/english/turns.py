"""Turns of phrase: small words, their order and their neighbours, where English has one way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pipeline.checks import signs
from pipeline.checks.concordance import Forms
from pipeline.checks.english.phrasebook import (
    articles,
    circumstances,
    comparison,
    complements,
    loans,
    lookalikes,
    negation,
    nouns,
    number,
    order,
    pronouns,
    spelling,
    tenses,
    verbs,
)
from pipeline.checks.english.phrasebook.turn import Turn
from pipeline.checks.sheet import NOTE, Mark, Sheet

_CHAPTERS = (
    *(verbs, nouns, circumstances, complements, tenses, articles, number, pronouns),
    *(order, comparison, negation, lookalikes, loans, spelling),
)


def _by_code() -> dict[str, Forms[Turn]]:
    """The turns that each check tells, in the order of the chapters."""
    rows = defaultdict(list)
    for chapter in _CHAPTERS:
        for turn in chapter.TURNS:
            rows[turn.code].append((turn, turn.signs, turn.form))
    return {code: signs.table(of_code) for code, of_code in rows.items()}


_FORMS = _by_code()


def turns(sheet: Sheet, code: str) -> Iterator[Mark]:
    """What is told under a *code*."""
    for place in signs.in_sentences(sheet, _FORMS[code], "en", signs.is_lined):
        turn, level = place.right, place.right.level
        if not place.is_whole:
            continue
        if not place.is_of_sentence:
            if not place.block.is_quoted(place.start):
                continue
            level = NOTE
        before = place.found.string[: place.found.start()]
        if turn.unless and not turn.unless.isdisjoint(before.lower().split()):
            continue
        near = "" if place.words == place.found[0] else f": {place.found[0]!r}"
        message = f"{place.words!r} is not what English has here{near}"
        yield place.mark(code, message, f"write {turn.right}", level)
