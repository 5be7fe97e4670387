"""Where rules of signs find what cannot stand behind what, and what is said of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from pipeline.checks.english import agreement, groups, verbs
from pipeline.checks.english.parsing import Found, Parsed, parsed
from pipeline.checks.english.rules import Rule
from pipeline.checks.sheet import OBJECT, Mark, Sheet

RULES = (*groups.RULES, *verbs.RULES, *agreement.RULES)


def marks(sheet: Sheet, code: str, told: Iterable[Mark] = ()) -> Iterator[Mark]:
    """What is told under a *code*, but for what lies where something is *told* already."""
    taken = [(mark.start, mark.end) for mark in told]
    for mark in _by_code(sheet).get(code, ()):
        if not any(start < mark.end and mark.start < end for start, end in taken):
            taken.append((mark.start, mark.end))
            yield mark


def _by_code(sheet: Sheet) -> dict[str, list[Mark]]:
    if "grammar" not in sheet.noted:
        found: dict[str, list[Mark]] = defaultdict(list)
        text = parsed(sheet)
        for rule in RULES if text.passages else ():
            for mark in _of_rule(text, rule):
                found[rule.code].append(mark)
        sheet.noted["grammar"] = found
    return sheet.noted["grammar"]  # type: ignore[no-any-return]


def _of_rule(text: Parsed, rule: Rule) -> Iterator[Mark]:
    for signs in rule.signs.finditer(text.signs):
        mark = _mark(text.found(signs.start()), rule, signs)
        if mark:
            yield mark


def _mark(found: Found, rule: Rule, signs: re.Match[str]) -> Mark | None:
    sentence = found.sentence.text
    begin, end = found.span(*signs.span())
    if not rule.holds(sentence, sentence[begin:end]):
        return None
    first, last = found.span(*signs.span(signs.lastindex or 0))
    at = found.sentence.start
    if (
        OBJECT in sentence[begin:end]
        or "  " in sentence[begin:end]
        or not found.block.is_own(at + first)
    ):
        return None
    words = sentence[first:last]
    said = rule.message.format(words=words, near=sentence[begin:end])
    return found.block.mark(rule.code, at + first, at + last, said, rule.remedy, rule.level)
