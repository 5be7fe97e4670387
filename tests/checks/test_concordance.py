"""A form is looked for where its words stand, and finds nothing anywhere else."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest

from pipeline import checks
from pipeline.checks.concordance import Concordance, Form, Forms, has, spelt
from tests.checks.made_up import MadeUp


def _tables(told: object, name: str) -> Iterator[tuple[str, Forms[Any]]]:
    """The tables of forms among what is *told*, however deep they lie."""
    if isinstance(told, Forms):
        yield name, told
    elif isinstance(told, dict):
        for key, one in told.items():
            yield from _tables(one, f"{name} {key}" if isinstance(key, str) else name)
    elif isinstance(told, (list, tuple)):
        for one in told:
            yield from _tables(one, name)


def _every_table() -> Iterator[tuple[str, Forms[Any]]]:
    known = set()
    for found in pkgutil.walk_packages(checks.__path__, "pipeline.checks."):
        for name, told in vars(importlib.import_module(found.name)).items():
            for told_name, table in _tables(
                told, f"{found.name[len('pipeline.checks.') :]}.{name}"
            ):
                if id(table) not in known:
                    known.add(id(table))
                    yield told_name, table


LOOKED_UP = {"french.peoples._OF_PEOPLES", "french.verbs._FORMS"}
"""Their forms find any word, and it is looked up: their signs are those that are known."""
TABLES = [(name, table) for name, table in _every_table() if name not in LOOKED_UP]


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


def test_every_table_of_the_checks_is_tried() -> None:
    names = [name for name, _ in TABLES]
    assert len(names) > 30
    assert {"blunders._FORMS", "gaps._FORMS", "french.participles.FORMS"} <= {*names}


@pytest.mark.parametrize(("name", "table"), TABLES)
def test_the_signs_of_a_form_stand_in_whatever_it_finds(name: str, table: Forms[Any]) -> None:
    for form in table:
        _hold(form, 1)


@pytest.mark.soak
@pytest.mark.parametrize(("name", "table"), TABLES)
def test_the_signs_of_a_form_stand_in_all_that_it_finds(name: str, table: Forms[Any]) -> None:
    for form in table:
        _hold(form, 40)


def test_signs_that_leave_out_a_word_of_their_form_are_told() -> None:
    lacking = Form(spelt("act acts / as"), re.compile(r"\b(?:act|serve)s? as\b"), "serve")
    with pytest.raises(AssertionError, match="serve"):
        _hold(lacking, 1)


def _hold(form: Form[Any], times: int) -> None:
    """Every text that *form* finds has a word of each of its kinds of signs."""
    found = [text for text in MadeUp(form.form).texts(times) if form.form.search(text)]
    assert found, f"no text was made up in which {form.form.pattern} stands"
    for text in found:
        words = set(re.findall(r"[^\W\d_]+", text.lower()))
        lacking = [sorted(kind) for kind in form.signs if not has(words, kind)]
        assert not lacking, f"{text!r} has none of these signs, and is found: {lacking}"
        assert not form.letters or set(form.letters) & set(text), (form.right, text)
