"""Groups of words: one or many, articles, and small words that are missing or stand there twice."""

from __future__ import annotations

from pipeline.checks.english.parsing import kind, only
from pipeline.checks.english.rules import (
    BARE,
    BESIDE,
    END,
    FIRST,
    MANNER,
    OFFICES,
    THING,
    THINGS,
    rule,
)

_ADJ = kind("j", "pbnvg")
_THING = kind("t", "pzvgjr")
"""One thing that is counted, though it may be a verb elsewhere."""
_PERSONS = (
    "people|visitors|participants|tourists|citizens|members|residents|students|children|cities"
    "|towns|countries|projects|events|jobs|users|partners|women"
)
_SOMEBODY = kind("c", "pj")
_TIME = "year|month|week|day|hour|minute|decade"
RULES = (
    # One or many.
    rule(
        "X143",
        f"(?<![#O])a[{BESIDE}]{{0,2}}([{only('p', 'z')}]){END}",
        "one of them, or no article",
        never=r"\bthumbs up\b|\bterms of (?:use|service|reference)\b",
    ),
    # `This troubled visitors`: a sentence may begin with what somebody did.
    rule(
        "X143",
        f"(?:(?<!\\n)[es]|\\n[es](?![{kind('d')}]))[{BESIDE}]{{0,2}}([{THINGS}]){END}",
        "one, or many, in both words",
    ),
    rule("X143", f"S[{_ADJ}]?([{THING}]){END}", "the plural"),
    rule("X143", f"S[{kind('j', 'pb')}]?([{_THING}])(?=[MIRVZDo])", "the plural"),
    rule("X143", f"(s)[{BESIDE}]{{0,2}}[{THINGS}](?=[{only('b')}])", "these"),
    rule(
        "X143", f"[tPS]q[{BESIDE}]{{0,2}}([{_THING}])(?:{END}|(?=[{kind('d', 'n')}]))", "the plural"
    ),
    rule(
        "X143",
        f"q[{BESIDE}]{{0,2}}(?:([{THING}])(?:(?=[at])|{END})|([{kind('n', 'pjvgr')}])(?=[RIVZMo]))",
        "the plural, or much of it",
        never="joint and several",
    ),
    rule(
        "X143",
        f"[1q]o[tPS][{BESIDE}{kind('n', 'p')}kq]{{0,3}}([{kind('n', 'pjv')}{kind('t', 'p')}]){END}",
        "the plural",
        said=r"^(?!one of (?:your|my|his)\b)",
        never=r"\b(?:day|side|part|phase|step) one\b",
    ),
    rule(
        "X143",
        f"k(?:o[tPS]|t|)[{_ADJ}]?([{kind('c', 'pjb')}]){END}",
        "the plural",
        said=r"^(?:both|all|most(?! \w+ \w+$))\b",
    ),
    rule("X143", f"k([{THING}{_THING}])[RV]", "the plural", said="^both"),
    rule("X143", f"R(k)[{kind('p')}]", "fewer", said=r"^\w+ less "),
    rule(
        "X143",
        f"([{kind('n')}])o[{_ADJ}]?[{kind('p')}]",
        "number",
        said=rf"^amount of (?:\w+ )?(?:{_PERSONS})$",
    ),
    rule(
        "X143",
        f"[{kind('np')}]o(?:[tPS]|)[{BESIDE}]?([{kind('c', 'pjb')}]){END}",
        "the plural",
        said=r"^(?:lots?|number|majority|plenty|variety|range|dozens|hundreds|thousands) of ",
    ),
    rule(
        "X143",
        f"a[{BESIDE}]?.o[{BESIDE}]{{0,2}}([{THING}]){END}",
        "the plural",
        said=r"^an? (?:\w+ )?(?:number|couple|dozen|handful|pair|multitude) of\b",
    ),
    rule(
        "X143",
        f"(?<=[oiwcVZDRkt{kind('bzdvg', 'n')}])#[{BESIDE}]{{0,2}}([{THING}]){END}",
        "the plural",
        said=r"^(?!1 |404 |0|1[5-9]\d\d |20\d\d |\d*[.,]\d\d?\b)\d",
    ),
    rule(
        "X143",
        f"[q#]([{THING}])[{kind('r')}B]",
        "the plural",
        said=rf"(?:{_TIME}) (?:later|ago|earlier|before|after|since)$",
    ),
    rule(
        "X143",
        f"[at]q([{THINGS}])[{kind('n', 'v')}]",
        "the singular with a hyphen before it",
        said=(
            rf"^a \w+ (?:{_TIME})s |(?:{_TIME})s (?:meeting|conference|event|workshop|course|trip"
            rf"|visit|tour|festival|programme|project)$"
        ),
    ),
    rule(
        "X143",
        f"[q#]([{kind('p')}])",
        "it without s",
        said=r" (?:hundreds|thousands|millions|billions)$",
    ),
    rule(
        "X135",
        f"([{kind('p')}])[{THINGS}{kind('np')}]{END}",
        "of behind it",
        said="^(?:hundreds|thousands|dozens) ",
    ),
    rule("X143", f"k[{kind('e', 'rnb')}]", "one of the two", said="^(?:more|most) "),
    rule(
        "X143",
        f"(k)[{_ADJ}]?[{THINGS}]{END}",
        "many, or fewer",
        said="^(?:much|less) ",
        never="more or less|no less|less and less",
    ),
    # What does not belong together.
    rule("X119", f"[taP]([{BARE}]){END}", "a noun", said="(?<! thank)(?<! refresh)(?<! merge)$"),
    rule(
        "X119",
        f"[taP]([{MANNER}])[{THING}{THINGS}]{END}",
        "the adjective",
        said=(
            r"^\w+ (?!(?:main|most|large|part|predominant|primari|pure|entire|former|previous"
            r"|historical|traditional|exclusive|main|chief|general|normal|early|only|usual|main"
            r"|essential|approximate|near|rough|exact|particular|especial|rather|quite|then|almost"
            r"|once|typical|nominal|virtual|effective|sole|mere|simp|real|whole)(?:ly)?\b)\w+ly "
        ),
    ),
    rule(
        "X135",
        f"a[{_ADJ}]?.([{THINGS}]){END}",
        "of before it",
        said=r"^a (?:\w+ )?(?:number|lot|variety|range|couple|majority|wealth|handful) \w",
    ),
    rule("X135", f"(1t)(?=[k{_ADJ}])", "one of the"),
    rule("X135", r"([kq]t)", "of between them", said="^(?:some|most|many|several|few) the"),
    rule(
        "X135",
        "([ta][oTIRVZDNyx]|oT|P[taoPRVDTyx]|To)",
        "the word that is missing, or one of these",
        never=r"(?-i:\b[Tt]he (?:We|They|He|She|Is|To|Of|In)\b)|\da of\b",
    ),
    rule("X135", r"(([MIRZVDoi])[AtaP]\2)", "it once", said=r"^(\w+) (?!then)\w+ \1$"),
    rule(
        "X135",
        f"[IRbNm]([{_SOMEBODY}])o",
        "a, an or the before it",
        said=rf"^(?:is|are|was|were|be|been|am) (?!{OFFICES})",
    ),
    rule("X135", f"{FIRST}[tP][{BESIDE}]?[{_SOMEBODY}](X)[IRMZ]", "the subject once"),
    rule(
        "X127",
        f"{FIRST}C[^\\n.]{{2,60}},(j)",
        "one of the two",
        said="^(?:although|though)\\b.* but$",
    ),
)
