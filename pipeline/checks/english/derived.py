"""Words that no list has, and that are made of known ones: compounds, prefixes and endings."""

from __future__ import annotations

import functools
import re

from pipeline.checks.english import words

_PREFIXES = tuple(
    "non sub bio geo eco over under multi micro mini mega super semi anti auto counter cyber inter "
    "intra trans extra fore hyper infra macro meta mid mis mono neo neuro omni out para photo poly "
    "post pre proto pseudo quasi step tele tri ultra vice video dis techno thermo turbo electro "
    "hydro agri agro aero crypto socio psycho radio homo hetero up down cross back off".split()
)
_SHORT = tuple("re un co de en be bi".split())
"""Those that a word of any letters may begin with: behind them stands a verb, or a long word."""
_ANY = ("re", "un", "co", "de")
_WITHOUT_E = re.compile(
    "ing|ings|ed|ers?|ors?|able|ably|abilit(?:y|ies)|ations?|ational"
    "|i[sz](?:e|ed|es|ing|ations?|ers?|able)"
    "|isms?|ists?|istic|al|ally|ity|ities|ians?|ish|ic|ical|ically"
    "|if(?:y|ied|ying|ies)|y|ier|iest"
)
"""Endings before which a silent e is lost."""
_BEHIND_ALL = re.compile(
    "ments?|ness|nesses|less|lessly|ly|ful|fully|ships?|hood|like|wise|wards?|s|dom|fest|some"
)
_NEVER = re.compile("bl-it|e-(?!d)|[^aeiouyw]l-ly")
"""What becomes another word: *possibility* of *possible*."""
_HISSED = ("s", "x", "z", "ch", "sh")
_LONGEST = 9
"""Letters of an ending."""
_ONCE_MORE = ("s", "ed", "ing", "er", "ly", "ness")
_SHORTEST, _HALF, _WHOLE = 3, 4, 5
"""How long what stands behind a prefix is, half a compound, and what has an ending besides."""


def is_common(word: str) -> bool:
    """Whether it is known, and what it may be.

    >>> is_common("harbour"), is_common("citty")
    (True, False)
    """
    return words.of(word) != words.OTHER


@functools.lru_cache(maxsize=1 << 13)
def is_made(word: str) -> bool:
    """Whether it is two words, or one with a prefix or an ending.

    >>> is_made("roadmaps"), is_made("customisable"), is_made("unticked"), is_made("improvment")
    (True, True, True, False)
    """
    if _is_inflected(word):
        return True
    for prefix in _PREFIXES:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= _WHOLE and _is_inflected(rest, 1):
            return True
    for prefix in _SHORT:
        rest = word.removeprefix(prefix)
        if rest != word and (_is_done(rest) or (len(rest) >= _WHOLE and _is_begun(rest, prefix))):
            return True
    return _is_compound(word, _WHOLE)


@functools.lru_cache(maxsize=1 << 13)
def may_be_made(word: str) -> bool:
    """The same, but of short words; so is many a slip by chance.

    >>> may_be_made("geodata"), may_be_made("telescop"), is_made("telescop")
    (True, True, False)
    """
    rests = (word.removeprefix(one) for one in _PREFIXES if word.startswith(one))
    return any(len(rest) >= _HALF and _is_inflected(rest, 1) for rest in rests) or _is_compound(
        word, _SHORTEST
    )


def _is_compound(word: str, shortest: int) -> bool:
    """Whether it is two words, none of which is shorter than so many letters."""
    halves = ((word[:at], word[at:]) for at in range(shortest, len(word) - shortest + 1))
    return any(
        is_common(one) and (is_common(two) or (len(two) >= _WHOLE and _is_inflected(two)))
        for one, two in halves
    )


def _is_begun(rest: str, prefix: str) -> bool:
    return words.knows(rest) or (prefix in _ANY and _is_inflected(rest, 1))


def _is_done(word: str) -> bool:
    """Whether it is a verb."""
    return not set("bdvgz").isdisjoint(words.TOLD[words.of(word)])


def _is_inflected(word: str, endings: int = 2) -> bool:
    """Whether it is known, or is when it has lost one or two of its *endings*."""
    if words.knows(word):
        return True
    if not endings:
        return False
    cuts = range(len(word) - 1, max(2, len(word) - _LONGEST), -1)
    if any(_has_ending(word[:at], word[at:]) for at in cuts):
        return True
    return any(
        len(stem) >= _WHOLE and not words.knows(stem) and _is_inflected(stem, endings - 1)
        for end in _ONCE_MORE
        if word.endswith(end)
        for stem in _stems(word.removesuffix(end), end)
    )


def _has_ending(stem: str, end: str) -> bool:
    if _BEHIND_ALL.fullmatch(end):
        is_whole = is_common(stem) and not (end == "s" and stem.endswith(_HISSED))
        return is_whole or (end == "ly" and words.knows(f"{stem}le"))
    if end == "es":
        is_named = not set("nbp").isdisjoint(words.TOLD[words.of(stem)])
        return is_named and stem.endswith((*_HISSED, "o"))
    if end == "ies":
        return is_common(f"{stem}y")
    if not _WITHOUT_E.fullmatch(end) or _NEVER.search(f"{stem}-{end}"):
        return False
    is_doubled = stem[-1] == stem[-2] and is_common(stem[:-1])
    is_softened = stem[-1] == "i" and end[0] in "eao" and is_common(f"{stem[:-1]}y")
    is_plain = stem[-1] != "e" and is_common(stem)
    return is_plain or is_doubled or is_softened or is_common(f"{stem}e")


def _stems(stem: str, end: str) -> tuple[str, ...]:
    if end not in ("ed", "ing", "er"):
        return (stem,)
    return (f"{stem}e", *(() if stem[-1:] == "e" else (stem,)))
