"""Faults as people make them, one in a sentence, by chance: a word dropped, put in, or changed.

What the desk tells of them, and how often it tells of the sentence as it was, says more of it than
any list of marks that somebody has read before.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import NamedTuple

from pipeline.checks.english import words

Tokens = list[str]
Made = tuple[Tokens, int] | None
"""The sentence with the fault, and which word it is at; nothing where none can be made."""


class Fault(NamedTuple):
    name: str
    told: str
    """What the desk should say of it: one of `sequences.FAULTS`."""
    make: Callable[[Tokens, random.Random], Made]


def _dropped(some: str) -> Callable[[Tokens, random.Random], Made]:
    named = frozenset(some.split())

    def make(tokens: Tokens, rng: random.Random) -> Made:
        places = [at for at, token in enumerate(tokens) if at and token in named]
        if not places or tokens[-1] in named:
            return None
        at = rng.choice(places)
        return [*tokens[:at], *tokens[at + 1 :]], at

    return make


def _changed(one: Callable[[str, random.Random], str | None]) -> Callable[..., Made]:
    def make(tokens: Tokens, rng: random.Random) -> Made:
        order = [at for at, token in enumerate(tokens) if token.isalpha() and token.islower()]
        rng.shuffle(order)
        for at in order:
            other = one(tokens[at], rng)
            if other and other != tokens[at]:
                return [*tokens[:at], other, *tokens[at + 1 :]], at
        return None

    return make


def _among(*groups: str) -> Callable[[str, random.Random], str | None]:
    others: dict[str, list[str]] = {}
    for group in groups:
        for word in group.split():
            others.setdefault(word, []).extend(one for one in group.split() if one != word)
    return lambda word, rng: rng.choice(others[word]) if word in others else None


def _is(word: str, letter: str) -> bool:
    told = words.of(word)
    return told != words.OTHER and letter in words.TOLD[told]


def _form(one: str, other: str, make: Callable[[str], str]) -> Callable[..., Made]:
    def changed(word: str, _: random.Random) -> str | None:
        found = make(word)
        return found if len(word) > 2 and _is(word, one) and _is(found, other) else None

    return _changed(changed)


def _behind_to(ending: str, letter: str) -> Callable[[Tokens, random.Random], Made]:
    def make(tokens: Tokens, rng: random.Random) -> Made:
        places = [
            at
            for at in range(1, len(tokens))
            if tokens[at - 1] == "to" and len(tokens[at]) > 2 and _is(tokens[at], "b")
        ]
        if not places:
            return None
        at = rng.choice(places)
        found = tokens[at].rstrip("e") + ending
        return [*tokens[:at], found, *tokens[at + 1 :]], at if _is(found, letter) else 0

    return make


_PLACES = "of in on to by at with from"


def _article_put_in(tokens: Tokens, rng: random.Random) -> Made:
    before = frozenset(_PLACES.split())
    places = [
        at for at in range(1, len(tokens)) if tokens[at - 1] in before and tokens[at].islower()
    ]
    if not places:
        return None
    at = rng.choice(places)
    return [*tokens[:at], "the", *tokens[at:]], at


def _out_of_order(tokens: Tokens, rng: random.Random) -> Made:
    places = [
        at
        for at in range(1, len(tokens) - 2)
        if tokens[at].isalpha() and tokens[at + 1].isalpha() and tokens[at] != tokens[at + 1]
    ]
    if not places:
        return None
    at = rng.choice(places)
    return [*tokens[:at], tokens[at + 1], tokens[at], *tokens[at + 2 :]], at


def _bare(word: str) -> str:
    """*Planned* is not undone: what is doubled is left to others."""
    return word[:-2] if _is(word[:-2], "b") else word[:-1]


def _without_ing(word: str) -> str:
    return word[:-3] if _is(word[:-3], "b") else f"{word[:-3]}e"


LOOKALIKES = (
    "their there", "than then", "affect effect", "lead led", "to too", "form from", "were where",
    "your you", "quite quiet", "advice advise", "of off", "passed past", "weather whether",
    "loss lose", "who which how", "and an", "are our or", "as has", "is his in it", "on one",
    "by be", "for four", "if of", "the they", "them then", "not now new", "with will",
    "world would", "through though", "know now",
)  # fmt: skip
FAULTS = (
    Fault("article dropped", "missing", _dropped("a an the")),
    Fault("preposition dropped", "missing", _dropped("of in for on at by with from about")),
    Fault("to dropped", "missing", _dropped("to")),
    Fault(
        "auxiliary dropped",
        "missing",
        _dropped("is are was were be been has have had will can must should"),
    ),
    Fault("article put in", "article", _article_put_in),
    Fault(
        "preposition changed", "preposition", _changed(_among("of in for on at by with from about"))
    ),
    Fault(
        "one or many, auxiliary",
        "number",
        _changed(_among("is are", "was were", "has have", "does do")),
    ),
    Fault("s of a verb dropped", "number", _form("z", "b", lambda word: word[:-1])),
    Fault("s of a verb put in", "number", _form("b", "z", "{}s".format)),
    Fault("s of a noun dropped", "many", _form("p", "n", lambda word: word[:-1])),
    Fault("s of a noun put in", "many", _form("n", "p", "{}s".format)),
    Fault("ing behind to", "form", _behind_to("ing", "g")),
    Fault("ed behind to", "form", _behind_to("ed", "d")),
    Fault("ed dropped", "form", _form("v", "b", _bare)),
    Fault("ing dropped", "form", _form("g", "b", _without_ing)),
    Fault("ly dropped", "manner", _form("r", "j", lambda word: word[:-2])),
    Fault("lookalike", "word", _changed(_among(*LOOKALIKES))),
    Fault(
        "how many",
        "many",
        _changed(_among("many much", "fewer less", "each all", "every all", "this these",
                        "that those")),
    ),
    Fault("out of order", "order", _out_of_order),
)  # fmt: skip
