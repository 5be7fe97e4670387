"""A form is looked for where its words stand, and finds nothing anywhere else."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from pipeline.checks import (
    blunders,
    calques,
    confusions,
    gaps,
    homophones,
    hyphens,
    joints,
    mistaken,
    persons,
    subjects,
    twins,
)
from pipeline.checks.concordance import Concordance, Form, Forms, has, spelt
from pipeline.checks.french import endings, participles, verbs

TABLES: dict[str, list[Form[Any]]] = {
    "blunders": blunders._FORMS,
    "calques": calques._FORMS,
    "confusions": [form for forms in confusions._FORMS.values() for form in forms],
    "endings": endings.FORMS,
    "gaps": gaps._FORMS,
    "homophones": homophones._FORMS,
    "hyphens": [*hyphens._PARTED, *hyphens._ENGLISH_FORMS, *hyphens._FRENCH_FORMS],
    "joints": joints._FORMS,
    "mistaken": mistaken._FORMS,
    "participles": participles.FORMS,
    "persons": [form for forms in persons._FORMS.values() for form in forms],
    "sounding alike": homophones._HEARD,
    "subjects": subjects._MADE,
    "verbs": [*verbs._FORMS, *verbs._OF_THOU, *verbs._KNOWN],
    "twins": [form for forms in twins._FORMS.values() for form in forms],
}


_LONG = {"confusions", "gaps", "hyphens", "joints", "sounding alike"}
"""Their examples take long to be made up."""


def test_a_concordance_names_the_passages_that_have_a_word_of_each_kind() -> None:
    texts = ("there were two", "they were there", "there is one", "")
    forms = [
        Form(spelt("were|was / there"), re.compile("x"), "both"),
        Form(spelt("one"), re.compile("x"), "one"),
        Form((), re.compile("x"), "anywhere"),
        Form(spelt("-wo -wos / -ere"), re.compile("x"), "endings"),
    ]
    found = Concordance(texts, str.split).near(Forms(forms))
    assert [(text, [form.right for form in near]) for text, near in found] == [
        ("there were two", ["both", "anywhere", "endings"]),
        ("they were there", ["both", "anywhere"]),
        ("there is one", ["one", "anywhere"]),
        ("", ["anywhere"]),
    ]


@pytest.mark.parametrize("table", sorted(TABLES.keys() - _LONG))
def test_the_signs_of_a_form_stand_in_whatever_it_finds(table: str) -> None:
    for form in TABLES[table]:
        _hold(form, 3)


@pytest.mark.soak
@pytest.mark.parametrize("table", TABLES)
def test_the_signs_of_a_form_stand_in_all_that_it_finds(table: str) -> None:
    for form in TABLES[table]:
        _hold(form, 200)


def _hold(form: Form[Any], examples: int) -> None:
    letters = some.characters(
        min_codepoint=32, max_codepoint=0x24F, include_characters="’–—€”\u202f"
    )

    @settings(max_examples=examples, database=None, deadline=None, derandomize=True,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(some.from_regex(form.form.pattern, alphabet=letters))
    def holds(text: str) -> None:
        if form.form.search(text):
            words = set(re.findall(r"[^\W\d_]+", text.lower()))
            assert all(has(words, kind) for kind in form.signs), (form.right, text)
            assert not form.letters or set(form.letters) & set(text), (form.right, text)

    holds()
