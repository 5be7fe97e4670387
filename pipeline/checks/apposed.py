"""Apposed: *the three towns, Ghent and Lille, …*: the names behind a number, and how many."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks import numerals
from pipeline.checks.sheet import WARNING, Block, Mark
from pipeline.sought import sought

_LARGE = r"[^\W\d_a-zß-ÿ][\w’'-]*"
_NAME = rf"(?:(?:the|la|le|les) |l[’'])?{_LARGE}(?: (?:{_LARGE}|sur|en|de|du|la|le|upon|am)){{0,4}}"
_NAMES = rf"{_NAME}(?:, {_NAME}){{0,8}},? (?:and|et|&) {_NAME}"
_COUNTED = {
    "en": r"(?P<the>\b(?:[Tt]he|[Oo]ur|[Ii]ts|[Tt]heir|[Tt]hese|[Aa]ll) )?"
    r"\b(?P<count>[Bb]oth|[Tt]wo|[Tt]hree|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|\d{1,2}) "
    r"(?P<things>(?:[a-z-]{3,} ){0,2}[a-z]{3,}(?:s|people|women|men|children))",
    "fr": r"(?P<the>\b(?:[Ll]es|[Nn]os|[Ss]es|[Cc]es|[Ll]eurs|[Aa]ux|[Dd]es) )?"
    r"\b(?P<count>deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|\d{1,2}) "
    r"(?P<things>[a-zà-ÿ]{3,}s(?: [a-zà-ÿ-]{3,}s){0,2})",
}
_FORMS = {
    # Commas hold an aside as well as brackets and dashes do, where a comma closes it.
    language: sought(
        rf"{counted}(?: ?\((?P<held>{_NAMES})\)| ?[–—] ?(?P<dashed>{_NAMES})(?: ?[–—]|\.$)"
        rf"|, (?P<between>{_NAMES})(?:,|\.(?=\s|$)))"
    )
    for language, counted in _COUNTED.items()
}
_OF_ONE = sought(
    r"\b(?:of|for|in|at|du|de l|des|pour|Mayor|Director|President|Professor|Minister|Head|Chair\w*"
    r"|Maire|Directrice|Directeur|Présidente?)\b"
)
"""`Ann Roy, Mayor of Ghent, and …`: an office between the names."""
_SOME_OF = sought(
    r"\b(?:[Oo]f|[Ff]rom|[Aa]mong|[Ii]n|[Ff]or|[Pp]armi|[Ss]ur|[Dd]ans|[Pp]our|[Dd]e) $"
)
"""`Of the five towns, Ghent and Lille, …` names some."""
_SINGLE = sought(r",? (?:and|et|&) |, ")
_MOST = 12


def named(block: Block) -> Iterator[Mark]:
    """`The three towns, Ghent and Lille, have signed`; `both partners (Ghent, Porto and Lille)`."""
    form = _FORMS.get(block.language[:2]) if block.says(" and ", " et ", " & ") else None
    for found in form.finditer(block.text) if form else ():
        names = found["held"] or found["dashed"] or found["between"]
        typed = found["count"].lower()
        number = 2.0 if typed == "both" else _value(typed, block.language[:2])
        count = len(_SINGLE.split(names))
        if not 2 <= number <= _MOST or number == count or abs(number - count) > 3:
            continue
        # Without its article only brackets say that these are all.
        if not (found["held"] or found["the"] or typed == "both"):
            continue
        if found["between"] and _SOME_OF.search(block.text, 0, found.start()):
            continue
        if _OF_ONE.search(names) or _MEASURES.search(found["things"]):
            continue
        start = found.start("count")
        typed = block.text[start : found.end("things")]
        yield block.mark(
            "F106", start, found.end("things"), f"{typed!r} are announced, but {count} are named",
            "count again; add what is missing, or correct the number", WARNING,
        )  # fmt: skip


def _value(word: str, language: str) -> float:
    return float(word) if word.isdecimal() else numerals.table(language).get(word.lower(), 0.0)


_MEASURES = sought(
    r"\b(?:years|months|weeks|days|hours|times|euros|ans|années|mois|semaines|jours|heures|fois"
    r"|dernières|derniers|prochains|prochaines|past|last|next)\b"
)
