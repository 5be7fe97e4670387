"""Manners of one house: how it names countries, sets off its titles, and shortens its verbs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.checks import varieties
from pipeline.checks.forms import Spot, place, times
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, Block, Mark, Sheet
from pipeline.checks.structure import is_references
from pipeline.sought import sought

_COUNTRIES = {
    "AT": "Austria", "BE": "Belgium", "BG": "Bulgaria", "CH": "Switzerland", "CY": "Cyprus",
    "CZ": "Czechia", "DE": "Germany", "DK": "Denmark", "EE": "Estonia", "ES": "Spain",
    "FI": "Finland", "FR": "France", "GR": "Greece", "HR": "Croatia", "HU": "Hungary",
    "IE": "Ireland", "IT": "Italy", "LT": "Lithuania", "LU": "Luxembourg", "LV": "Latvia",
    "MT": "Malta", "NL": "Netherlands", "NO": "Norway", "PL": "Poland", "PT": "Portugal",
    "RO": "Romania", "SE": "Sweden", "SI": "Slovenia", "SK": "Slovakia", "UA": "Ukraine",
    "UK": "United Kingdom", "US": "United States",
}  # fmt: skip
Found = tuple[Block, re.Match[str]]
_CODE = sought(rf"(?<=[a-zà-ÿ] )\(({'|'.join(_COUNTRIES)})\)")
_BEHIND_COMMA = sought(
    rf"(?<=[a-zà-ÿ])(, (?:{'|'.join(_COUNTRIES.values())}))(?=[.;]|,? [a-z(–-]|,?$)"
)
_COUNTRY = sought(rf"(?<=[a-zà-ÿ] )\((?:{'|'.join(_COUNTRIES.values())})\)")


def n105_country_in_two_ways(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*Riga (LV)* here, *Riga (Latvia)* or *Riga, Latvia* there: one house gives its countries one
    form.
    Remedy: write the form that is more usual here."""
    forms: tuple[list[Found], ...] = ([], [], [])
    for block in _prose(sheets):
        if ")" in block.text:
            forms[0].extend((block, found) for found in _CODE.finditer(block.text))
            forms[1].extend((block, found) for found in _COUNTRY.finditer(block.text))
        if ", " in block.text:
            forms[2].extend((block, m) for m in _BEHIND_COMMA.finditer(block.text) if _is_town(m))
    usual = max(forms, key=len)
    if len(usual) < 4:
        return
    spot = (usual[0][0], usual[0][1].start(), usual[0][1].end())
    for less in forms:
        if less is usual or len(less) * 2 > len(usual):
            continue
        for block, found in less:
            is_sure = less is forms[0] and usual is forms[1]
            right = f"({_COUNTRIES[found[1]]})" if is_sure else None
            yield block.mark(
                "N105", found.start(), found.end(),
                f"{found[0].strip(', ')}: most countries are given like {usual[0][1][0]} "
                f"({times(len(usual))}, as in {place(spot)})",
                f"write {right}" if right else "write it as the others", NOTE, right,
            )  # fmt: skip


def _is_town(found: re.Match[str]) -> bool:
    """Whether a town stands before the country, and no list of countries."""
    before = re.search(r"(\S+ )?([A-ZÀ-Þ][\w-]+)$", found.string[: found.start()])
    return bool(before and before[2] not in _COUNTRIES.values() and before[1] != "the ")


def _prose(sheets: Sequence[Sheet]) -> Iterator[Block]:
    """The English running text of the house, without its lists of references."""
    for sheet in sheets:
        for block in sheet.prose:
            if block.language[:2] == "en" and not is_references(block.section):
                yield block


def n106_title_set_off_in_some_places(
    sheets: Sequence[Sheet], register: Register
) -> Iterator[Mark]:
    """A registered title is in italics in most places, and plain in this one.
    Remedy: set it off everywhere; fix=1 does it."""
    titles = sorted(name for name in register.names if " " in name)
    apart: dict[str, list[Spot]] = defaultdict(list)
    plain: dict[str, list[Spot]] = defaultdict(list)
    form = re.compile("|".join(re.escape(title) for title in reversed(titles)))
    for sheet in sheets if titles else ():
        for block in sheet.prose:
            for found in form.finditer(block.text):
                start, end = found.span()
                if block.link_at(start) or block.is_foreign(start):
                    continue
                is_apart = any(a <= start and end <= b for a, b in block.emphasis)
                (apart if is_apart else plain)[found[0]].append((block, start, end))
    for title in titles:
        count = len(apart[title])
        if count < 3 or len(plain[title]) * 2 > count:
            continue
        for block, start, end in plain[title]:
            yield block.mark(
                "N106", start, end, f"{title!r} is set off elsewhere ({times(count)}, as in "
                                    f"{place(apart[title][0])})",
                f"write *{title}*", NOTE, f"*{title}*",
            )  # fmt: skip


_SHORT = sought(
    r"(?<![\w'‘])(?:do|does|did|is|are|was|were|ca|wo|would|should|could|has|have|had)n['’]t\b",
    re.IGNORECASE,
)
_LONG = sought(
    r"\b(?:(?:do|does|did|is|are|was|were|will|would|should|could|has|have|had) not|cannot)\b",
    re.IGNORECASE,
)


def r119_shortened_verb(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*Don't* in a house that writes *do not* everywhere else.
    Remedy: write the verb in full."""
    short: list[Spot] = []
    full: list[Spot] = []
    for block in _prose(sheets):
        if "n't" in block.text or "n’t" in block.text:
            short += [(b, m.start(), m.end()) for b, m in _own(block, _SHORT)]
    for block in _prose(sheets) if short else ():
        if "not" in block.text:
            full += [(block, m.start(), m.end()) for m in _LONG.finditer(block.text)]
    if len(full) < 4 * len(short):
        return
    for block, start, end in short:
        yield block.mark(
            "R119", start, end, f"{block.text[start:end]!r} stands among {len(full)} verbs with a "
                                f"full 'not' (as in {place(full[0])})",
            "write the verb in full", NOTE,
        )  # fmt: skip


def _own(block: Block, form: re.Pattern[str]) -> Iterator[tuple[Block, re.Match[str]]]:
    return ((block, found) for found in form.finditer(block.text) if block.is_own(found.start()))


_PAIRS = (
    "preventive/preventative combating/combatting focused/focussed focusing/focussing "
    "targeted/targetted benefited/benefitted adviser/advisor advisers/advisors "
    "judgement/judgment amongst/among whilst/while learned/learnt centre/center centres/centers "
    "percent/per_cent nightclub/night_club nightclubs/night_clubs firefighter/fire_fighter "
    "firefighters/fire_fighters policymaker/policy_maker policymakers/policy_makers "
    "website/web_site websites/web_sites cybersecurity/cyber_security cybercrime/cyber_crime "
    "healthcare/health_care organisation/organization organisations/organizations "
    "organised/organized recognised/recognized recognise/recognize organise/organize "
    "prioritise/prioritize analyse/analyze defence/defense behaviour/behavior "
    "neighbourhood/neighborhood neighbourhoods/neighborhoods"
)
_TWINS: dict[str, str] = {}
for _first, _, _second in (_pair.replace("_", " ").partition("/") for _pair in _PAIRS.split()):
    _TWINS[_first], _TWINS[_second] = _second, _first
_TWIN_FORMS = {
    twin: sought(rf"{twin}(?<![\w@#/.’'-]{twin})(?![\w@/’'-]|\.\w)", re.IGNORECASE)
    for twin in sorted(_TWINS)
}
_BEGINNINGS: dict[str, list[str]] = defaultdict(list)
"""The first words of all twins -> the twins."""
for _first in _TWINS:
    _BEGINNINGS[_first.split()[0]].append(_first)
_IN_A_NAME = sought(r"[A-Z]\w* $")


def x126_two_spellings_in_one_house(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*Centre* in one text of the house, *center* in another; *neighboring* where all the rest is
    British.
    Remedy: write the one that is more usual here."""
    told = set()
    for mark in varieties.of_the_house(sheets):
        told.add((mark.finding.location.path, mark.start))
        yield mark
    found: dict[str, list[Spot]] = defaultdict(list)
    for block in _prose(sheets):
        for beginning in _BEGINNINGS.keys() & block.vocabulary:
            for twin in _BEGINNINGS[beginning]:
                spots = _TWIN_FORMS[twin].finditer(block.text)
                found[twin] += [(block, spot.start(), spot.end()) for spot in spots]
    for word in sorted(found):
        more, less = found.get(_TWINS[word], []), found[word]
        if len(less) * 2 > len(more):
            continue
        # Where both stand in one text, X114 has told it.
        both = {id(block.sheet) for block, _, _ in more}
        for block, start, end in less:
            if block.text[start].isupper() and _IN_A_NAME.search(block.text[:start]):
                continue
            if (block.sheet.path, block.at(start)) in told:
                continue
            if block.is_own(start) and (" " in word or id(block.sheet) not in both):
                yield block.mark(
                    "X126", start, end,
                    f"{block.text[start:end]!r} is {_TWINS[word]!r} elsewhere "
                    f"({times(len(more))}, as in {place(more[0])})",
                    f"write {_TWINS[word]}", NOTE,
                )  # fmt: skip
