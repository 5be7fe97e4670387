"""Where rules of signs find what cannot stand behind what, and what is said of it."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from pipeline.checks.english import (
    agreement,
    articles,
    bare,
    clauses,
    complements,
    groups,
    kinds,
    numbers,
    parsing,
    sequences,
    twins,
    usage,
    verbs,
)
from pipeline.checks.english.parsing import Found, Parsed, parsed
from pipeline.checks.english.rules import Rule
from pipeline.checks.sheet import NOTE, OBJECT, Mark, Sheet
from pipeline.errors import Level
from pipeline.sought import sought

RULES = (
    *groups.RULES,
    *verbs.RULES,
    *articles.RULES,
    *complements.RULES,
    *usage.RULES,
    *agreement.RULES,
    *clauses.RULES,
    *numbers.RULES,
    *twins.RULES,
    *bare.RULES,
)
STRANGERS = "X154"
"""What is told of words that no rule knows anything of."""
_OFTEN = 3
"""Who writes a word so often, or as a name, knows it."""

_MOST = 20
"""Places in one sentence that a rule is asked of: where it fits more often, there is none."""

_NEAR = 80
"""So many letters of what was read for a mark are quoted, the last ones."""

Told = tuple[Mark, int, int]
"""What is marked, and where all that was read for it begins and ends."""


class _Taken:
    """The words of which the checks of grammar have told something so far, in order; those of notes
    by themselves, as more may be told of them."""

    def __init__(self) -> None:
        self._noted: list[tuple[int, int]] = []
        self._warned: list[tuple[int, int]] = []

    def meets(self, start: int, end: int, *, is_note: bool) -> bool:
        """Whether as much is told of any of these words."""
        told = (self._noted, self._warned) if is_note else (self._warned,)
        return any(self._meet(spans, start, end) for spans in told)

    @staticmethod
    def _meet(spans: list[tuple[int, int]], start: int, end: int) -> bool:
        # They lie side by side: of those that begin before the end, the last one ends last.
        at = bisect_left(spans, (end,))
        return at > 0 and spans[at - 1][1] > start

    def add(self, mark: Mark) -> None:
        told = self._noted if mark.finding.level is NOTE else self._warned
        insort(told, (mark.start, mark.end))


def once(sheet: Sheet, told: Iterable[Mark]) -> Iterator[Mark]:
    """Those that are told of no words of which as much has been told, under whatever code."""
    taken = _taken(sheet)
    for mark in told:
        if not taken.meets(mark.start, mark.end, is_note=mark.finding.level is NOTE):
            taken.add(mark)
            yield mark


def marks(sheet: Sheet, code: str) -> Iterator[Mark]:
    """What the rules tell under a *code*, but for what lies where something is told already."""
    taken = _taken(sheet)
    for mark, begin, end in _by_code(sheet).get(code, ()):
        if not taken.meets(begin, end, is_note=True):
            taken.add(mark)
            yield mark


def _taken(sheet: Sheet) -> _Taken:
    return sheet.noted.setdefault("grammar told", _Taken())  # type: ignore[no-any-return]


def _by_code(sheet: Sheet) -> dict[str, list[Told]]:
    if "grammar" not in sheet.noted:
        found: dict[str, list[Told]] = defaultdict(list)
        text = parsed(sheet)
        row = kinds.row(text.tokens) if text.passages else ""
        for rule in RULES if text.passages else ():
            for told in _of_rule(text, rule, row if rule.is_of_kinds else text.signs):
                found[rule.code].append(told)
        found[STRANGERS] += _of_sequences(text, row) if row else ()
        sheet.noted["grammar"] = found
    return sheet.noted["grammar"]  # type: ignore[no-any-return]


def _of_rule(text: Parsed, rule: Rule, row: str) -> Iterator[Told]:
    times: dict[int, int] = defaultdict(int)
    for signs in rule.signs.finditer(row):
        if rule.marked and text.signs[signs.start(signs.lastindex or 0)] not in rule.marked:
            continue
        at = text.beginning(signs.start())
        times[at] += 1
        if times[at] <= _MOST and (found := _mark(text.found(at), rule, signs)):
            yield found


def _mark(found: Found, rule: Rule, signs: re.Match[str]) -> Told | None:
    begin, end = found.span(*signs.span())
    sentence = found.sentence.text
    if not rule.holds(sentence, sentence[begin:end]):
        return None
    first, last = found.span(*signs.span(signs.lastindex or 0))
    words = sentence[first:last]
    if rule.is_rare and _is_known(words, found.block.sheet.source):
        return None
    if rule.code == "X135" and not first and _is_name(words, found.block.sheet.source):
        return None
    if rule.code == "X120" and _is_no_fault(sentence[begin:first], words, sentence[last:]):
        return None
    said = (rule.code, rule.message, rule.remedy, rule.level)
    return _told(found, said, (begin, end), (first, last))


def _of_sequences(text: Parsed, row: str) -> Iterator[Told]:
    times: dict[int, int] = defaultdict(int)
    for one in sequences.found(text.tokens, row + "\n"):
        at = text.beginning(one.begin)
        times[at] += 1
        if times[at] > _MOST or not _are_words(text, one.begin, one.end):
            continue
        found = text.found(at)
        said = (STRANGERS, "{near!r} hardly ever stands so", sequences.FAULTS[one.fault], NOTE)
        whole, marked = found.span(one.begin, one.end), found.span(one.place, one.place + 1)
        if told := _told(found, said, whole, marked):
            yield told


def _are_words(text: Parsed, begin: int, end: int) -> bool:
    """Whether each is known, none stands twice, and no colon ends what a list goes on with."""
    tokens = text.tokens[begin:end]
    if any(one.lower() == other.lower() for one, other in pairwise(tokens)):
        return False
    signs = zip(text.signs[begin:end], tokens, strict=True)
    return not any(s == parsing.UNKNOWN or (s == parsing.STOP and t != ".") for s, t in signs)


def _told(
    found: Found, said: tuple[str, str, str, Level], whole: tuple[int, int], marked: tuple[int, int]
) -> Told | None:
    """Code, message, remedy and level of what is wrong in some words of a sentence."""
    code, message, remedy, level = said
    sentence, at = found.sentence.text, found.sentence.start
    (begin, end), (first, last) = whole, marked
    if OBJECT in sentence[begin:end] or "  " in sentence[begin:end]:
        return None
    if found.block.kind == "heading" and code in _OF_WHOLE_SENTENCES:
        return None
    is_own = found.block.is_own(at + first)
    if not is_own and not found.block.is_quoted(at + first):
        return None
    near = sentence[begin:end][-_NEAR:]
    text = message.format(words=sentence[first:last], near=near)
    mark = found.block.mark(code, at + first, at + last, text, remedy, level if is_own else NOTE)
    return mark, mark.start - (first - begin), mark.end + (end - last)


_OF_WHOLE_SENTENCES = (STRANGERS, "X135")
"""What may be left out of a heading, and the order of its words, is its own."""
_HELPS = sought(r"\bhelp(?:s|ed|ing)? (?:[\w-]+ ){0,3}$", re.IGNORECASE)
_VERB = sought(
    r" (?:[a-z]+s )?(?:also |now |then )?"
    r"(?:is|are|was|were|has|have|had|will|can|may|must|should)\b"
)


def _is_no_fault(before: str, words: str, behind: str) -> bool:
    """*Helps build*, *to help users understand*; *the refresh is*: that is no verb."""
    is_bare = words.isalpha() and words not in ("is", "has", "was", "does")
    is_noun = is_bare and words not in _AUXILIARY and _VERB.match(behind)
    return bool(is_noun or (is_bare and _HELPS.search(before)))


_AUXILIARY = frozenset("are have were do will can may must should".split())


def _is_name(words: str, source: str) -> bool:
    """Whether what begins a sentence has its capital elsewhere as well: *Mailman will send it*."""
    return re.search(rf"[a-z,] \W?{re.escape(words)}\b", source) is not None


def _is_known(word: str, source: str) -> bool:
    return source.count(word) >= _OFTEN or word.capitalize() in source
