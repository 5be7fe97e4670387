"""Sentences of French that have no end, and those that have no verb."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.french.dictionary import (
    CELLS,
    INFINITIVE,
    OTHER,
    PARTICIPLE,
    PRESENT,
    VERB,
    nominal,
)
from pipeline.checks.french.lexicon import DETERMINERS
from pipeline.checks.french.phrases import Phrase, phrases
from pipeline.checks.french.subjects import LINKS, is_verb
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, OBJECT, WARNING, Block, Mark, Sheet
from pipeline.sought import sought

_BEGINNINGS = frozenset(
    "Un Une Le La Les Il Elle Ils Elles Nous Ce Cette Ces Cet Des Dans Pour Notre Nos On Vous Leur "
    "Leurs Après Avec Chaque Depuis".split()
)
_OF_TITLES = frozenset("Un Une Le La Les Des".split())
"""With one of them begins many a title of a play or a bar: *ce soir Un air de famille*."""
_TITLED = frozenset(
    "journal revue film livre chanson roman spectacle magazine site blog restaurant café groupe "
    "association collectif exposition programme hebdomadaire quotidien mensuel pièce tableau conte "
    "album article ouvrage guide outil projet rapport".split()
)
"""What has a title behind it."""
_SMALL = sought(r"[a-zà-ÿœ]{2,}")
_LEAST = 3
"""So many words follow that a title would not have."""


def unended(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*C'est possible Un marin poursuit sa route*: the first of the two has lost its stop."""
    for block, start, text, phrase in phrases(sheet, register):
        if not block.is_prose or _BEGINNINGS.isdisjoint(phrase.words[1:]):
            continue
        for at in range(2, len(phrase.words) - _LEAST):
            if phrase.words[at] in _BEGINNINGS and _begins(phrase, at):
                place = start + phrase.place(text, at)
                if _is_in_line(block, place) and not _is_name(sheet, phrase, at):
                    words = " ".join(phrase.words[at - 1 : at + 2])
                    level = NOTE if phrase.words[at] in _OF_TITLES else WARNING
                    yield block.mark(
                        "X121", place, place + len(phrase.words[at]),
                        f"a sentence begins here, and none has ended: {words!r}",
                        "set a full stop before it, or write a small letter", level,
                    )  # fmt: skip


def _begins(phrase: Phrase, at: int) -> bool:
    """Whether a noun or an adjective stands before, and behind a clause with its verb."""
    before, behind = phrase.masks[at - 1], phrase.words[at + 1]
    is_thing = nominal(before) and not before & (OTHER | INFINITIVE | PRESENT)
    if phrase.words[at - 1] in _TITLED:
        return False
    if not is_thing or not _SMALL.fullmatch(behind):
        return False
    return any(is_verb(phrase, near, False) for near in range(at + 1, len(phrase.words)))


def _is_in_line(block: Block, place: int) -> bool:
    """Whether the two stand in one line, and are the author's own."""
    is_gap = block.sheet.source[block.at(place - 1)] == " " and block.text[place - 1] == " "
    is_set_off = any(start <= place <= end + 1 for start, end in block.emphasis)
    return is_gap and not is_set_off and block.is_own(place) and block.is_own(place - 2)


def _is_name(sheet: Sheet, phrase: Phrase, at: int) -> bool:
    """`La bonne alternance`: what has its capital more than once is what something is called."""
    return sheet.source.count(f"{phrase.words[at]} {phrase.words[at + 1]}") > 1


_FEWEST = 5
_NO_SENTENCE = frozenset("voici voilà merci bravo bienvenue attention non oui nous vous je".split())


def verbless(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Le texte, dévoilé ce matin et amendé toute la journée.* Among whole sentences stands one
    that only has participles."""
    for block, start, text, phrase in phrases(sheet, register):
        if block.kind != "paragraph" or len(block.sentences) < 2 or OBJECT in text:
            continue
        is_led = phrase.first[:1].isupper() and phrase.words[0] in DETERMINERS
        if is_led and text.rstrip().endswith(".") and _is_verbless(phrase) and block.is_own(start):
            yield block.mark(
                "S146", start, start + len(text.rstrip()), "this sentence has no verb",
                "give it one, or join it to the sentence before it", NOTE,
            )  # fmt: skip


def _is_verbless(phrase: Phrase) -> bool:
    """Whether all its words are known, one is a participle and none a verb in a person."""
    words, masks = phrase.words[:-1], phrase.masks[:-1]
    if len(words) < _FEWEST or not _NO_SENTENCE.isdisjoint(words):
        return False
    is_done = any(mask >> PARTICIPLE & CELLS and not mask & (CELLS | OTHER) for mask in masks)
    are_known = all(
        mask or word == "," or word[0].isdigit() for word, mask in zip(words, masks, strict=True)
    )
    if not (is_done and are_known):
        return False
    return not any(
        is_verb(phrase, at, False) or mask & INFINITIVE or (mask & VERB and not _is_led(phrase, at))
        for at, mask in enumerate(masks)
    )


def _is_led(phrase: Phrase, at: int) -> bool:
    """Whether a noun stands there, which could be a verb elsewhere: `du texte`."""
    before = phrase.word(at - 1)
    return bool(phrase.masks[at] & CELLS) and (before in DETERMINERS or before in LINKS)
