"""Neighbours in French: words that never stand beside each other, and so one of them is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.french import dictionary, kinds
from pipeline.checks.french.dictionary import CELLS, INFINITIVE, PARTICIPLE
from pipeline.checks.french.phrases import Fault, Phrase
from pipeline.sought import sought

_SOUNDS = (
    # A word, the signs of `kinds.row` one of which stands before it, what stands behind it, and
    # what was meant. Where nothing is said, anything may stand there.
    ("là", "", "[NAX](?!,)", "la"),
    ("là", "[opaHEVI]", "[NX]", "la"),
    ("la", "[NAFXVE]", "[poa.]", "là"),
    ("et", "[Jc]", "[^JLWCcZ|]", "est"),
    ("et", "L", "[AF]", "est"),
    ("est", "[NA]", "V", "et"),
    ("est", "", "e", "et"),
    ("où", "[NAFXVI]", "[NaoFp]|n(?![EHVy])", "ou"),
    ("son", "[NAXJqefF]", "[MPTDpanEUe]|[+][^NAX]", "sont"),
    ("son", "[eJq]", ".", "sont"),
    ("sont", "[poa]", "[NAX]", "son"),
    ("peu", "[^U]", "[IB]", "peut"),
    ("peu", "[JCL]", "", "peut"),
    ("peut", "U", "o[NX]", "peu"),
    ("dont", "E", "", "donc"),
    ("quant", "", "[^aDm]", "quand"),
    ("dû", "[NAVIp]", "[NA]", "du"),
    ("du", "H", "[IB]", "dû"),
    ("sûr", "[^+E]", "[TDUSZ#^]", "sur"),
    ("voire", "[paI]", "", "voir"),
    ("nôtre", "[^T]", "[NAX]", "notre"),
    ("vôtre", "[^T]", "[NAX]", "votre"),
    ("mes", "", "[TDJUWpeLCc]", "mais"),
    ("celle", "", "[EHVe]", "~cela, or celle-ci"),
    ("cela", "", "[qo]", "celle"),
    ("à", "[eT]", "[FPMUDT]", "a"),
    ("à", "q", "[FMPUD]", "a"),
    ("on", "[JLqN]", "[FUD]", "ont"),
    ("se", "[poan]", "[NA]", "ce"),
    ("se", "", "[uqd]", "ce"),
    ("ont", "", "[VEH]", "on"),
    ("tous", "", "nG", "tout"),
    ("toutes", "", "nG", "tout"),
)  # fmt: skip
_Turn = tuple[re.Pattern[str] | None, re.Pattern[str] | None, str]


def _turns() -> dict[str, list[_Turn]]:
    found: dict[str, list[_Turn]] = {}
    for word, before, behind, meant in _SOUNDS:
        sides = (re.compile(side) if side else None for side in (before, behind))
        found.setdefault(word, []).append((*sides, meant))  # type: ignore[arg-type]
    return found


_TURNS = _turns()


def of_heard(phrase: Phrase) -> Iterator[Fault]:
    """`C'et une ville`, `les services son ouverts`, `sûr la carte`: what stands beside them allows
    only the other word of the same sound."""
    if _TURNS.keys().isdisjoint(phrase.words):
        return
    row = kinds.row(phrase)
    for at, word in enumerate(phrase.words):
        for before, behind, meant in _TURNS.get(word, ()):
            is_led = before is None or (at and before.match(row, at - 1))
            if is_led and (behind is None or behind.match(row, at + 1)):
                yield at, at, f"{phrase.shown(at)!r} is not what was meant here", meant
                break


_MODAL = frozenset("pouvoir devoir vouloir savoir aller venir falloir".split())
_À = frozenset("côté titre travers partir propos savoir nouveau terme distance but".split())
_ENDED = sought(
    # A verb in *-ez* that nobody is told; an infinitive where something is said of a thing.
    r"[DToapEHBMVIGqsuJyX](v)|[NAF](v)(?=[o,.p&])|T[+](I)|(?:[TDU]N)(I)(?=[,.E])|[AF]a(F)(?=[.,])"
    r"|[^oapIVvn]W(?<=WW)(I)|e(I)P"
)


def of_endings(phrase: Phrase) -> Iterator[Fault]:
    """`Les frais sont autorisez`, `les données les plus utiliser`, `a côté`."""
    words = phrase.words
    for found in _ENDED.finditer(kinds.row(phrase)):
        at = found.start(found.lastindex or 0)
        word = words[at]
        if word.endswith("ez") and ("vous" in words or _is_told_them(phrase, at)):
            continue
        if word.endswith("er") and phrase.word(at + 1) in _BEHIND_ORDERS:
            yield at, at, f"{word!r} is not what was meant here", f"{word[:-2]}ez"
        elif word.endswith(("ez", "er")):
            right = f"{word[:-2]}é"
            is_done = dictionary.of(right) >> PARTICIPLE & CELLS
            message = f"{word!r} is not what was meant here"
            yield at, at, message, f"~{right}, or what agrees" if is_done else "~another form"
        elif word.endswith("ons") and words[at - 1] in ("pour", "sans"):
            yield at, at, f"{word!r} is not what was meant here", "~the infinitive"
        elif word.endswith("é") and dictionary.of(f"{word[:-1]}er") & INFINITIVE:
            yield at, at, f"{word!r} is not what was meant here", f"{word[:-1]}er"
    yield from _of_small(phrase)


_TO = sought(r"(?<![NXA][oa])I(H)[UTDSK#o]")


def _of_small(phrase: Phrase) -> Iterator[Fault]:
    """`Parler a une rameuse`, `a côté`, `pouvoir réparé`."""
    words, row = phrase.words, kinds.row(phrase)
    for found in _TO.finditer(row):
        if words[found.start(1)] == "a":
            yield found.start(1), found.start(1), "'a' is not what was meant here", "à"
    for at, word in enumerate(words[:-1]):
        if (
            word in _MODAL
            and row[at - 1] not in "TDUSK"
            and words[at + 1].endswith("é")
            and row[at + 1] == "F"
        ):
            message = f"{words[at + 1]!r} is not what was meant here"
            yield at + 1, at + 1, message, f"{words[at + 1][:-1]}er"
        if word == "a" and phrase.shown(at) == "a" and words[at + 1] in _À:
            yield at, at, "'a' is not what was meant here", "à"


def _is_told_them(phrase: Phrase, at: int) -> bool:
    """`Et les exportez`, `ne les laissez pas`."""
    return phrase.words[at - 1] in ("le", "la", "les", "l’", "l'") and (
        phrase.word(at + 1) in _BEHIND_ORDERS or phrase.word(at - 2) in ("ne", "et", "ou")
    )


_BEHIND_ORDERS = frozenset("pas plus jamais".split())
_NEVER = sought(
    # What stands beside each other here never does; `kinds.row` tells the signs.
    r"(?<![yVWrsIGv])T[op](?!&)"  # `un aperçu la de portée`
    r"|T[a&](?![TaDoU])"  # `les et objectifs`
    r"|D(?:[opa]|n(?![VEHIG])|[VvEHqdw]|&(?![TDUSKoa]))"  # `répondre ces à questions`
    r"|[oap]J(?!yH)|[oa][VEH](?![aA])|p[VE]|ap"
    r"|J[DUpo]|e[FNADUpo]|[sr][FNADUpo]"  # `ils un employé`, `se développés pour`
    r"|Q[Vv](?![TDUSKZ])"
    r"|(?:^|[oap])T[VEH]|[DU]I(?!\?)|eP[NADUpoFV]"
    r"|(?<=.)(?<![DT])[TKaoSn]\.$"
)


def of_neighbours(phrase: Phrase) -> Iterator[Fault]:
    """`Ils un employé`, `répondre ces à questions`, `en fonction de.`"""
    row = kinds.row(phrase)
    for found in _NEVER.finditer(row):
        first, last = found.start(), found.end() - 1
        shown = " ".join(phrase.words[first : last + 1]).replace("’ ", "’").replace("' ", "'")
        if row[last] == "." and phrase.words[last] == "…":
            continue
        if row[last] == ".":
            yield first, first, f"the sentence breaks off behind {shown[:-2]!r}", "~its end"
        else:
            message = f"a word is missing or out of place in {shown!r}"
            yield first, last, message, "~what belongs there"
