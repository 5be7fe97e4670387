"""How a rule of English is written down: signs of words, and what these words are."""

from __future__ import annotations

import re

from pipeline.checks.english.parsing import kind, only
from pipeline.checks.sheet import WARNING
from pipeline.errors import Level
from pipeline.frozen import commonplace
from pipeline.sought import sought

ONE = kind("n", "pj")
"""One thing, where a noun must stand."""
THING = only("n", "w")
MANY = kind("p", "n")
THINGS = only("p")
DO, BARE, DOES = only("b", "m"), only("b"), only("z")
NOT_DO = kind("ndvzgpj", "bwr")
DONE = only("dv", "j")
MANNER = only("r")
OBJECT = "(?=[tasPH])"
"""Behind a verb: what tells it from a noun."""
WENT = kind("d", "vnbjprw")
END = rf"(?=[,.)”\noiwTBMIRVZDNmGCKhLlyxXUAEjdfQ{WENT}]|$)"
"""Behind a noun: what cannot belong to it."""
BESIDE = kind("j", "pb") + kind("r", "npb") + kind("vg", "p")
"""What belongs to the noun behind it."""
BEFORE = BESIDE + kind("n")
NP = f"[taskPSHqe1]?[{kind('njvgrp')}O#%A]{{1,4}}"
_TO = rf"T(?![A{MANNER}])(?:[{kind('b')}](?:{NP})?|(?![{kind('b')}]){NP})"
TAIL = rf"(?:(?:[oi]{NP}|{_TO}|w{NP}(?:c{NP})?){{1,3}})"
"""What hangs on a noun with small words."""
START = rf"(?:[\nC]|\n[iBCT{kind('rgvj', 'npb')}][^\n.,?]{{0,12}},)"
"""Where a clause begins, perhaps behind an opening."""
FIRST = r"\n"
SAME = (
    r"^(?!.* (?:hurt|set|cut|put|let|read|cost|hit|shut|spread|bet|beat|become|come|overcome|run"
    r"|rerun|quit|split|cast|upset|[\w’']+-[\w’'-]+)$)"
)
"""Not what is the same in the past, nor what no list knows."""
OFFICES = (
    "professor|president|mayor|director|chair|head|chairman|chairwoman|chairperson|secretary"
    "|minister"
    "|treasurer|coordinator|manager|leader|king|queen|author|part|host|commissioner|deputy|editor"
    "|governor|prefect|ambassador|patron|curator|founder|co-founder|captain|dean|rector"
)
"""What one holds without an article."""


@commonplace(frozen=True, slots=True)
class Rule:
    code: str
    signs: re.Pattern[str]
    """The last group is what is marked."""
    message: str
    remedy: str
    said: re.Pattern[str] | None = None
    """What the words are, where signs do not tell enough."""
    never: re.Pattern[str] | None = None
    """What no sentence says of which this is told."""
    level: Level = WARNING
    is_rare: bool = False
    """Whether it is let be where the word stands often, or as a name."""
    is_of_kinds: bool = False
    """Whether it asks what each word is (`kinds`), not all that it may be."""
    marked: str = ""
    """What the first word that is marked may be, by its sign; empty for anything."""

    def holds(self, sentence: str, words: str) -> bool:
        if self.said and not self.said.search(words):
            return False
        return not (self.never and self.never.search(sentence))


def rule(
    code: str,
    signs: str,
    right: str,
    said: str = "",
    never: str = "",
    level: Level = WARNING,
    *,
    is_rare: bool = False,
    is_of_kinds: bool = False,
    marked: str = "",
) -> Rule:
    return Rule(
        code,
        sought(signs),
        _MESSAGE[code],
        _REMEDY.get(code, "write {}").format(right),
        sought(said, re.IGNORECASE) if said else None,
        sought(never, re.IGNORECASE) if never else None,
        level,
        is_rare,
        is_of_kinds,
        marked,
    )


_MESSAGE = {  # Code -> what is said of the words, and of those near by.
    "X119": "{words!r} is not what was meant here: {near!r}",
    "X120": "{words!r} does not agree: {near!r}",
    "X127": "English does not say it like this: {near!r}",
    "X135": "a word is missing, or one too many: {near!r}",
    "X136": "a comma joins two sentences: {near!r}",
    "X143": "{words!r} cannot stand here: {near!r}",
}
_REMEDY = {"X120": "give the verb the number of its subject: {}"}
