"""Words as a reader sees them, whatever letters they were typed with."""

from __future__ import annotations

import difflib
import html
import re
import unicodedata

LOOKS = str.maketrans(
    "аеоркмвтнсхуігοαερκμβτνιγАВЕКМНОРСТУХІΑΒΕΗΙΚΜΝΟΡΤΥΧ",
    "aeopkmbthcxyiroaepkmbtvigABEKMHOPCTYXIABEHIKMNOPTYX",
)
"""Letters of Cyrillic and Greek that stand for those of the west, as they look."""
_HIDING = re.compile(
    "[\u00ad\u034f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
    "|[\uff01-\uff5e\U0001d400-\U0001d7ff]|[A-Za-z][\u0370-\u04ff]|[\u0370-\u04ff][A-Za-z]"
    "|&[#A-Za-z]"
)
"""What nobody sees, or looks like a letter of ours: most texts have none of it."""
_ENTITY = re.compile(r"&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});")
# Begun anew at each letter of a word without end, it would take the square of its length.
_MIXED = re.compile(
    r"(?<![A-Za-z\u0370-\u04ff])(?:[A-Za-z]++[\u0370-\u04ff]|[\u0370-\u04ff]++[A-Za-z])"
    r"[A-Za-z\u0370-\u04ff]*"
)

_ELSEWHERE = ("sperr", "sparrtid", "julkais", "мбарг", "حظر", "εμπαργκ", "embargo")
_NO_LETTERS = frozenset({"Mn", "Cf"})
_LETTERS = frozenset("embargo")


def as_seen(text: str) -> str:
    """The same lines as a reader sees them, whatever letters they were typed with.

    >>> as_seen("Em\\u00adbargo\\u0435d&nbsp;until Friday")
    'Embargoed until Friday'
    """
    if (text.isascii() and "&" not in text) or not _HIDING.search(text):
        return text
    named = _ENTITY.sub(lambda one: " ".join(html.unescape(one[0]).split()) or " ", text)
    plain = "".join(one for one in named if one in "\n\t" or unicodedata.category(one) != "Cf")
    return _MIXED.sub(lambda one: one[0].translate(LOOKS), _in_letters(plain))


def _in_letters(text: str) -> str:
    return "\n".join(unicodedata.normalize("NFKC", line) for line in text.split("\n"))


def is_embargo(key: str) -> bool:
    """
    >>> [is_embargo(key) for key in ("еmbargо", "sous embargo", "enbargo", "em-bargo", "cargo")]
    [True, True, True, True, False]
    """
    plain = key.casefold()
    if not key.isascii():
        parted = unicodedata.normalize("NFKD", key).casefold()
        shown = (one for one in parted if unicodedata.category(one) not in _NO_LETTERS)
        plain = "".join(shown)
    words = re.split(r"[\W_]+", plain)
    glued = "".join(words)
    if any(one in glued or one in glued.translate(LOOKS) for one in _ELSEWHERE):
        return True
    return any(_is_like(one.translate(LOOKS)) for one in (*words, glued))


def _is_like(word: str) -> bool:
    # What is so like it shares five of its seven letters, which are all different.
    if not 5 <= len(word) <= 9 or len(_LETTERS.intersection(word)) < 5:
        return False
    return difflib.SequenceMatcher(None, word, "embargo", autojunk=False).ratio() >= 0.8
