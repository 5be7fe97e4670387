"""No regular expression of the house loses its way, whatever it is given to read."""

from __future__ import annotations

import pytest

from pipeline import drawings, galley, grammarians, layouts, outputs, redrawn, typed, wording
from pipeline.book import indexes, notes, practices
from pipeline.checks import days, features, letterheads, programmes, totals
from pipeline.checks.french import genders
from pipeline.corpus import values, withheld
from pipeline.renderers import letter_faults, plain_css, stationery
from tests.hostile import forms
from tests.hostile.forms import Form

STEEPEST = 1.5
"""The power of its length by which the time for a text may grow."""
SOONEST = 0.3
"""Seconds below which nobody waits for the longest text that is ever read."""
LINE = 90
PATIENCE = 0.3
EXCUSED = (
    # Only matched, with a line of a text or the name of a time zone.
    r" {0,3}([-*_])(?: *\1){2,} *$",
    r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$",
    "( *)(>{3,})(.*)",
    r"(?:.*/)?GMT([+-])(\d{1,2})",
    # Only matched whole: with a word, the name of a file, a length.
    *(form.pattern for _, form in genders._ENDINGS),
    outputs._HALF.pattern,
    drawings.LENGTH.pattern,
    values._BARE.pattern,
    layouts._FIGURE.pattern,
    # Only matched where a rule, a table, a cell or a paragraph begins, or between two braces.
    plain_css._RULE.pattern,
    typed.ROW_RULE.pattern,
    totals._TOTAL.pattern,
    letterheads._LABEL.pattern,
    programmes._RANGE.pattern,
    galley._ATTRIBUTE.pattern,
    # Names of rules.
    *(one.counts.pattern for one in grammarians.GRAMMARIANS),
    # Whole texts, of which a source has 200 KB: they are known, and not mended.
    wording.LOOK_UP.pattern,
    wording._IN_ADDRESS.pattern,
    practices.PLACES.pattern,
)
MENDED = (
    withheld._EMBARGO,
    withheld._MOVED,
    redrawn._RULE,
    letter_faults.RULE,
    features.BLOCK,
    stationery.RULE,
    notes.RETURN,
    indexes.LAST_WORD,
    practices.BEFORE_NAME,
    *(first for first, _ in days._FORMS.values()),
)


def lost(one: Form) -> str:
    # A machine that is busy is slow for a moment: what loses its way does so again.
    for _ in range(2):
        worst = forms.worst(one)
        if worst.seconds < SOONEST or worst.growth < STEEPEST:
            return ""
    return f"{one.room}: {one.pattern[:100]!r} takes {worst}"


def test_no_form_of_the_house_tries_every_way_through_a_line() -> None:
    """What takes the power of a text's length shows at ninety letters already."""
    told = [
        f"{one.room}: {one.pattern[:100]!r} on {unit!r}"
        for one in forms.forms()
        for before, unit in forms.units(one, common=())
        if one.seconds(f"{before}{unit * (1 + LINE // len(unit))}!", PATIENCE) >= PATIENCE
    ]
    assert told == []


@pytest.mark.soak
def test_no_form_of_the_house_loses_its_way() -> None:
    told = [lost(one) for one in forms.forms() if one.pattern not in EXCUSED]
    assert list(filter(None, told)) == []


@pytest.mark.parametrize("form", MENDED)
def test_a_form_begins_anew_only_where_it_could_fit(form) -> None:
    assert not lost(Form(form.pattern, form.flags, "drawings", False, False))


def test_a_form_that_loses_its_way_is_found() -> None:
    assert "growth=inf" in lost(Form("(a|a)*b", 0, "drawings", False, False))


@pytest.mark.soak
def test_a_form_that_takes_the_square_is_found() -> None:
    # How long it takes is the machine's: a fast one is through before anybody waits.
    worst = forms.worst(Form("[^{}]*{", 0, "drawings", False, False))
    assert worst.growth > STEEPEST
