"""What can be counted: of the SPECIALIST Lexicon, as LemmInflect carries it, and of SCOWL.

Its line of a noun names the plural, the noun itself where it has none, or both: `certificates`,
`furniture`, `experiences/experience`.
"""

from __future__ import annotations

import gzip
import zipfile
from collections import defaultdict
from collections.abc import Callable, Mapping, Set
from pathlib import Path

Readings = Mapping[str, set[str]]
_UNCOUNTED = "access evidence progress research"
"""Whose plural is a verb as well, and so known to all lists."""
_BOTH = (
    "heritage place case hand yes goodbye context capacity consensus goodwill eye click load "
    "capability configuration setup formula contribution takeover video syntax placement adoption "
    "lookup hassle"
)
"""What the lexicon counts, and others do not."""
_COUNTED = (
    "agency approach article association bank campaign challenge committee company conference "
    "council country crisis deadline department event examination festival film forum function "
    "guideline institution issue letter meeting message method ministry network "
    "opportunity option organisation organization panel proposal question range recommendation "
    "report room seminar session solution station statement study summit survey system "
    "team university village visit website workplace"
)
"""What the lexicon does not always count, and writers of such texts do."""
_USUAL = "trainings fundings learnings automations gratitudes"
"""Plurals that many write and few mind."""
_MISTAKEN = "advices equipments"
"""Those that a large list has all the same."""


def plurals(wheel: Path) -> dict[str, set[str]]:
    """Each noun, and what it is in the plural; itself, where it cannot be counted."""
    found: dict[str, set[str]] = defaultdict(set)
    with zipfile.ZipFile(wheel) as whole:
        told = gzip.decompress(whole.read("lemminflect/resources/infl_lu.csv.gz")).decode()
    for line in told.splitlines():
        word, kind, *rest = line.split(",")
        if kind == "noun" and rest and rest[0]:
            found[word] |= set(rest[0].split("/"))
    return found


def counted(
    found: Readings, known: Readings, spelt: Set[str], rare: Set[str], with_s: Callable[[str], str]
) -> dict[str, str]:
    """What is told of nouns besides: `t` it is always counted, `u` never; `x` is no plural."""
    told: dict[str, str] = {}
    for word, is_ in found.items():
        of, plural = known.get(word, set()), with_s(word)
        if "n" not in is_ or not of or word in _BOTH.split():
            continue
        is_never = word in _UNCOUNTED.split() or not {plural, *of} & (spelt - {word})
        is_mistaken = plural in _MISTAKEN.split() or plural not in {*rare, *_USUAL.split()}
        if word in _COUNTED.split() or (word not in of and "p" not in is_):
            told[word] = "t"
        elif "p" not in is_ and is_never and is_mistaken:
            told |= {word: "u", plural: "x"}
    return told
