"""Commas in French: one that is missing behind what leads a sentence, or is too little."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.french.dictionary import CELLS, MANY, ONE, VERB
from pipeline.checks.french.lexicon import DETERMINERS
from pipeline.checks.french.phrases import Phrase, phrases
from pipeline.checks.french.subjects import CLITICS, ENDING, LINKS, is_verb, verb
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, OBJECT, Mark, Sheet

_LEADING = frozenset(
    "afin pour malgré grâce suite face lorsque lorsqu’ quand si s’ après avant depuis concernant "
    "dans avec sans parmi selon durant pendant dès outre conformément comme en au aux à sur "
    "sauf hors via".split()
)
_FEWEST = 5
"""Before so few words nobody misses a comma: `En mai nous ramons`."""
_SUBJECTS = {
    "nous": MANY >> 2, "vous": MANY >> 1, "ils": MANY, "elles": MANY, "il": ONE, "elle": ONE,
    "on": ONE,
}  # fmt: skip
_HOWEVER = frozenset("cependant toutefois néanmoins".split())
_HELD = ENDING | LINKS | frozenset("et ou ni comme lorsqu’ puisque puisqu’ c’ parce".split())
"""Behind one of them a subject has no comma before it."""
_ARTICLES = frozenset("le la les l’ l' un une ce cette ces nos notre".split())


def commas(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Malgré la pluie et le vent nous ramons*; *il pleut, cependant nous ramons*."""
    for block, start, text, phrase in phrases(sheet, register):
        if not block.is_said(start) or OBJECT in text:
            continue
        if missing := _missing(phrase):
            at = start + phrase.place(text, missing) - 1
            shown = " ".join(phrase.words[missing - 2 : missing + 1])
            message = f"no comma stands before the subject: {shown!r}"
            yield block.mark("X136", at, at, message, "put a comma in", NOTE, ",")
        if splice := _splice(phrase):
            at = start + phrase.place(text, splice)
            shown = " ".join(phrase.words[splice + 1 : splice + 3])
            message = f"a comma joins two sentences: ', {shown}'"
            yield block.mark("X136", at, at + 1, message, "write a semicolon or a full stop", NOTE)


def _missing(phrase: Phrase) -> int:
    """Where the subject stands that what leads the sentence runs into."""
    words = phrase.words
    if words[0] not in _LEADING or not phrase.first[:1].isupper():
        return 0
    for at, word in enumerate(words):
        if not (word[:1].isalnum() or word[:1] in "’'") or (at and word in ENDING):
            return 0
        if word in _SUBJECTS and at:
            is_free = words[at - 1] not in _HELD and phrase.masks[at - 1]
            return at if at >= _FEWEST and is_free and _has_its_verb(phrase, at) else 0
    return 0


def _has_its_verb(phrase: Phrase, at: int) -> bool:
    verb = at + 1
    while phrase.word(verb) in CLITICS:
        verb += 1
    mask, said = phrase.mask(verb), phrase.word(verb)
    is_plain = not mask & ~VERB or said.endswith(("ons", "ez", "mes"))
    return bool(mask & _SUBJECTS[phrase.words[at]]) and is_plain


def _splice(phrase: Phrase) -> int:
    """Where the comma stands with which *cependant* begins a sentence of its own."""
    words = phrase.words
    for at in range(3, len(words) - 3):
        if words[at] in ENDING:
            return 0
        if words[at] == "," and words[at + 1] in _HOWEVER:
            is_said = any(is_verb(phrase, near, False) for near in range(at))
            return at if is_said and _begins(phrase, at + 2) else 0
    return 0


def _begins(phrase: Phrase, at: int) -> bool:
    """Whether a subject and its verb stand there."""
    word = phrase.word(at)
    if word in _SUBJECTS:
        return _has_its_verb(phrase, at)
    is_group = word in _ARTICLES and word in DETERMINERS and phrase.mask(at + 1) & CELLS
    return bool(is_group) and any(
        verb(phrase, near) is not None for near in range(at + 2, min(at + 8, len(phrase.words)))
    )
