"""Questions in French inside a sentence, and *quel que soit*."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.french.dictionary import CELLS, OTHER, VERB
from pipeline.checks.french.lexicon import DETERMINERS, LED
from pipeline.checks.french.phrases import Fault, Phrase

_ASKING = frozenset("quand où comment pourquoi combien".split())
_WHAT = {"quel": 0b0001, "quelle": 0b0010, "quels": 0b0100, "quelles": 0b1000}
_THAT = frozenset("que qu’ qu'".split())
_BE = {"soit": 0b0011, "soient": 0b1100}
_ASKED_BY = (
    "demand", "sav", "sai", "expliqu", "compren", "compris", "ignor", "montr", "dire", "disent",
    "voir", "découvr", "connaît", "précis", "indiqu",
)  # fmt: skip
_PRONOUNS = ("-il", "-ils", "-elle", "-elles", "-on", "-t-il", "-t-elle", "-t-on", "-nous", "-vous")
_FAR = 5
_ASKED, _SAID = frozenset("? ! …".split()), frozenset('« “ " ? ! … ( :'.split())


def of_whatever(phrase: Phrase) -> Iterator[Fault]:
    """`Quel que soit les résultats`."""
    words = phrase.words
    for at, word in enumerate(words):
        if word not in _WHAT or phrase.word(at + 1) not in _THAT:
            continue
        verb, small = phrase.word(at + 2), phrase.word(at + 3)
        if verb not in _BE or small not in DETERMINERS or small in ("de", "d’", "d'"):
            continue
        noun = at + 4
        while phrase.word(noun) in LED:
            noun += 1
        mask = phrase.mask(noun)
        cells = mask & CELLS & DETERMINERS[small]
        is_one_of_many = cells & 0b0011 and phrase.word(noun + 1) in ("et", "ou", ",")
        if not cells or mask & (OTHER | VERB) or is_one_of_many:
            continue
        if not (cells & _WHAT[word] and cells & _BE[verb]):
            right = next((one for one, cell in _WHAT.items() if cells == cell), "")
            be = "soit" if cells & 0b0011 else "soient"
            said = f"{word} {words[at + 1]}"
            message = f"{said!r} does not agree with {words[noun]!r}"
            yield at, at + 2, message, f"~{right or 'another form'} que {be}"


def of_indirect(phrase: Phrase) -> Iterator[Fault]:
    """`Elle demande où sont-elles`, `savoir qu’est-ce qui change`: no question, and so no turn."""
    words = phrase.words
    if words[-1] in _ASKED or words[-2:-1] == ["?"]:
        return
    for at in range(1, len(words) - 1):
        word = words[at]
        if not _SAID.isdisjoint(words[max(0, at - _FAR) : at]):
            continue
        if word in _ASKING and words[at + 1].endswith(_PRONOUNS) and "-" in words[at + 1]:
            turned = words[at + 1].replace("-t-", "-").split("-")
            if len(turned) == 2:
                right = f"{word} {turned[1]} {turned[0]}"
                yield at, at + 1, f"{words[at + 1]!r} asks where nobody is asked", right
        elif word in ("qu’", "qu'") and words[at + 1] == "est-ce":
            near = words[max(0, at - _FAR) : at]
            if any(one.startswith(_ASKED_BY) for one in near) and phrase.word(at + 2)[:2] == "qu":
                right = "ce qui" if phrase.word(at + 2) == "qui" else "ce que"
                yield at, at + 2, "'qu’est-ce' asks where nobody is asked", f"~{right}"
