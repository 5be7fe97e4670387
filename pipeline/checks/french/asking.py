"""What helps a French verb, and what says no to it, asks for one form of it."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.french import dictionary, lookalikes
from pipeline.checks.french.auxiliaries import ALL_HAVING
from pipeline.checks.french.dictionary import CELLS, INFINITIVE, MANY, PARTICIPLE, VERB
from pipeline.checks.french.phrases import Fault, Phrase
from pipeline.checks.french.subjects import CLITICS, behind_adverbs

_MODALS = frozenset(
    "peut peuvent doit doivent pourra pourront devra devront pourrait pourraient devrait "
    "devraient pouvait pouvaient devait devaient veut veulent voudrait voudraient faut faudra "
    "faudrait fallait".split()
)
_WHAT = frozenset("le l’ l' que qu’ qu'".split())
"""`Tous ceux qui le veulent peuvent venir`."""
_NOT = frozenset("pas jamais plus rien".split())
_NE = frozenset(["ne", "Ne"])
_É = ("é", "és", "ée", "ées")


def of_helpers(phrase: Phrase) -> Iterator[Fault]:
    """`Elle a du partir`, `ne jamais prélevé`, `devrait reconnaissent`."""
    words = phrase.words
    for at in range(len(words) - 1):
        word = words[at]
        if word == "du" and phrase.masks[at + 1] == INFINITIVE and _is_helped(phrase, at):
            yield at, at, "'du' before a verb", "dû"
        elif word in _NOT and at and words[at - 1] in _NE:
            yield from _of_refusal(phrase, _behind_clitics(phrase, at + 1))
        elif word in _MODALS and phrase.word(at - 1) not in _WHAT:
            yield from _of_modal(
                phrase, at, _behind_clitics(phrase, behind_adverbs(phrase, at + 1))
            )


def _is_helped(phrase: Phrase, at: int) -> bool:
    """Whether *avoir* stands before it, with no more than an adverb between them."""
    return any(
        phrase.word(near) in ALL_HAVING and behind_adverbs(phrase, near + 1) == at
        for near in range(max(0, at - 3), at)
    )


def _behind_clitics(phrase: Phrase, at: int) -> int:
    while phrase.word(at) in CLITICS:
        at += 1
    return at


def _of_refusal(phrase: Phrase, at: int) -> Iterator[Fault]:
    """Behind *ne pas*, in one piece, a verb has no other form."""
    word, mask = phrase.word(at), phrase.mask(at)
    right = f"{word.rstrip('es')[:-1]}er"
    is_done = word.endswith(_É) and mask >> PARTICIPLE & CELLS and not lookalikes.is_no_form(word)
    if is_done and dictionary.of(right) & INFINITIVE:
        yield at, at, f"{word!r} is not what was meant here", right


def _of_modal(phrase: Phrase, modal: int, at: int) -> Iterator[Fault]:
    """A verb in the plural cannot follow another verb."""
    mask, said = phrase.mask(at), phrase.words[modal]
    if mask & MANY and not mask & ~VERB and at > modal:
        yield at, at, f"{phrase.words[at]!r} cannot follow {said!r}", "~the infinitive"
