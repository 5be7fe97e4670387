"""French compounds that have lost their hyphen, and turns that were strung together by some."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.french import dictionary
from pipeline.checks.french.dictionary import CELLS, ONE, OTHER, VERB
from pipeline.checks.french.lexicon import DETERMINERS
from pipeline.checks.french.phrases import Fault, Phrase

_LEADING = frozenset("après avant sous arrière contre non sans demi mi".split())
_NOT_LEADING = frozenset(["compte", "est", "a", "centre"])
"""`Un compte rendu`, with a hyphen or without one."""
_BETWEEN = frozenset("à en au".split())
_TURNS = frozenset("bien-sûr compte-tenu quand-même malgré-tout peu-importe sans-doute".split())


def of_parted(phrase: Phrase) -> Iterator[Fault]:
    """`Un vide grenier`, `le couvre feu`: what begins as a verb does is one word."""
    words = phrase.words
    for at in range(1, len(words) - 1):
        wanted = DETERMINERS.get(words[at - 1], 0)
        if not wanted or not words[at + 1].islower() or words[at] in _NOT_LEADING:
            continue
        if not (words[at] in _LEADING or dictionary.of(words[at]) & ONE):
            continue
        right = f"{words[at]}-{words[at + 1]}"
        whole = dictionary.of(right)
        if whole & CELLS & wanted and not whole & (VERB | OTHER):
            yield at, at + 1, f"'{words[at]} {words[at + 1]}' lacks its hyphen", right


def of_strung(phrase: Phrase) -> Iterator[Fault]:
    """`Parce-que`, `tout-à-fait`: no dictionary joins these words."""
    for at, word in enumerate(phrase.words):
        if "-" not in word or phrase.masks[at] or not (word.islower() or not at):
            continue
        parts = word.lower().split("-")
        if phrase.word(at - 1)[-1:] in ("’", "'"):
            continue  # `C’est-à-dire`.
        # Behind a verb *en* hangs on it: `Parlez-en`.
        is_strung = (
            word.lower() in _TURNS or parts[-1] == "que" or not _BETWEEN.isdisjoint(parts[1:-1])
        )
        known = all(dictionary.of(part) for part in parts) and not dictionary.of(word.lower())
        if is_strung and known and dictionary.of(parts[0]) != dictionary.INFINITIVE:
            shown = " ".join(parts)
            yield at, at, f"{word!r} needs no hyphen", shown
