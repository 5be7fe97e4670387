"""What *celui* and *celles* stand for: a noun of their gender; and one label above several."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from pipeline.checks.french.dictionary import CELLS, OTHER, nominal
from pipeline.checks.french.phrases import Phrase, phrases
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, Block, Mark, Sheet
from pipeline.sought import sought

_MASCULINE, _FEMININE = 0b0101, 0b1010
_GENDERS = {
    "celui": _MASCULINE, "ceux": _MASCULINE, "celle": _FEMININE, "celles": _FEMININE,
}  # fmt: skip
_OF = frozenset("de d’ d' du des".split())
_LEAST = 2
"""So few nouns stand before it at least, or nobody knows what it is about."""


def of_those(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Les dépenses de la fête et celui des travaux*: no noun of that gender stands before it."""
    last: Block | None = None
    before: Phrase | None = None
    for block, start, text, phrase in phrases(sheet, register):
        earlier = before if block is last and before else None
        last, before = block, phrase
        for at, word in enumerate(phrase.words):
            if word not in _GENDERS or phrase.word(at + 1) not in _OF or not at:
                continue
            nouns = [*_nouns(phrase, at), *(_nouns(earlier) if earlier else ())]
            is_any = any(not cells or cells & _GENDERS[word] for cells in nouns)
            if len(nouns) >= _LEAST and not is_any and block.is_own(start):
                place = start + phrase.place(text, at)
                shown = " ".join(phrase.words[at : at + 3]).replace("’ ", "’")
                yield block.mark(
                    "X138", place, place + len(word),
                    f"no noun before {shown!r} has its gender", "write another pronoun", NOTE,
                )  # fmt: skip


def _nouns(phrase: Phrase, until: int | None = None) -> Iterator[int]:
    """Gender and number of what may be a noun; nothing of what nobody knows."""
    for word, mask in zip(phrase.words[:until], phrase.masks[:until], strict=True):
        if nominal(mask) and not mask & OTHER:
            yield mask & CELLS or nominal(mask)
        elif not mask and word[:1].isalpha() and len(word) > 2:
            yield 0


_LABEL = sought(
    r"(Tarif|Horaire|Date|Adresse|Condition|Partenaire|Intervenant|Participant|Document|Lien"
    r"|Étape|Objectif|Atelier|Invité)[ \u00a0\u202f]?:$",
    2,
)


def of_labels(sheet: Sheet) -> Iterator[Mark]:
    """*Tarif :* above four of them."""
    for number, block in enumerate(sheet.blocks):
        found = _LABEL.match(block.text.rstrip()) if block.language[:2] == "fr" else None
        if not found or block.kind == "heading":
            continue
        count = _items_below(sheet.blocks[number + 1 :], block.level if block.kind == "item" else 0)
        if count > 1:
            yield block.mark(
                "X138", 0, found.end(1), f"{found[1]!r} stands above {count} of them",
                f"write {found[1]}s", NOTE, f"{found[1]}s",
            )  # fmt: skip


def _items_below(blocks: Sequence[Block], depth: int) -> int:
    """How many items stand there, deeper than what leads them."""
    below = itertools.takewhile(lambda one: one.kind == "item" and one.level > depth, blocks)
    return sum(not one.follows for one in below)
