"""Offices: who holds which, as organisation.yaml and contacts.yaml have it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipeline.checks import bearers
from pipeline.checks.register import Register, distance, folded
from pipeline.checks.sheet import ERROR, WARNING, Block, Mark, Sheet
from pipeline.sought import in_small, sought

_OFFICES = {
    "president": "president présidente président präsident präsidentin",
    "director": "director directeur directrice direktor direktorin",
    "chair": "chair chairman chairwoman chairperson vorsitzender vorsitzende",
    "treasurer": "treasurer trésorier trésorière schatzmeister",
    "secretary": "secretary-general",
}
_WORDS = {word: office for office, words in _OFFICES.items() for word in words.split()}
_OFFICE = "|".join(sorted(_WORDS, key=len, reverse=True))
_NAME = (
    r"[^\W\d_a-zß-ÿ][\w’'-]{1,40}"
    r"(?: (?:van|de|der|von|le|la|di|da|[^\W\d_a-zß-ÿ][\w’'-]{0,40})){1,3}"
)
_BEHIND = sought(
    rf"(?P<name>{_NAME}), (?:(?i:the|la|le) )?(?P<office>(?i:{_OFFICE}))\b(?P<rest>.{{0,12}})"
)
_BEFORE = sought(
    rf"[TtLl](?<!\w.)(?i:(?<=t)he|(?<=l)[ae]) (?P<office>(?i:{_OFFICE})),(?P<rest>) "
    rf"(?P<name>{_NAME})"
)
_KEY = sought(rf"^\s+(?P<office>president|director):(?P<rest>) +(?P<name>{_NAME})", re.MULTILINE)
Spot = tuple[Sheet, int, str, str]
"""Where an office stands, its word, and which it is."""


def n110_office_of_somebody_else(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """The director is called chairman here: elsewhere, and in organisation.yaml, she is not.
    Remedy: write the office that is true, everywhere."""
    told = list(_of_the_house(sheets))
    yield from told
    lines = {mark.finding.location for mark in told}
    yield from (mark for mark in bearers.elsewhere(sheets) if mark.finding.location not in lines)


def _of_the_house(sheets: Sequence[Sheet]) -> Iterator[Mark]:
    held: dict[str, list[Spot]] = defaultdict(list)
    for sheet in sheets:
        for name, spot in _offices(sheet):
            held[folded(name)].append(spot)
    for spots in held.values():
        counts = Counter(office for *_, office in spots)
        usual, most = counts.most_common(1)[0]
        if len(counts) != 2 or most < 2 or most < len(spots) - 1:
            continue
        odd, start, word, _ = next(spot for spot in spots if spot[3] != usual)
        # In another year somebody may have held another office.
        if any(_same_year(odd, sheet) for sheet, *_, office in spots if office == usual):
            yield odd.mark(
                "N110", start, start + len(word), f"elsewhere this is the {usual} ({most} times)",
                "write the office that is true, everywhere", WARNING,
            )  # fmt: skip


def _offices(sheet: Sheet) -> Iterator[tuple[str, Spot]]:
    forms = (_KEY,) if sheet.kind == "page" else (_BEHIND, _BEFORE)
    for form in forms if sheet.kind != "page" or sheet.slug == "organisation" else ():
        for found in form.finditer(sheet.source):
            word, start = found["office"], found.start("office")
            is_lesser = sheet.source[start - 1] == "-" or found["rest"].startswith("-")
            if not is_lesser:
                yield found["name"], (sheet, start, word, _WORDS[in_small(word)])


def _same_year(one: Sheet, other: Sheet) -> bool:
    return not (one.date and other.date) or one.date.year == other.date.year


def n111_name_of_a_person_in_another_form(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Thomas Wisnicki*, where contacts.yaml has Tomasz Wiśnicki: a name is not translated.
    Remedy: write it as its bearer does."""
    people = _people(register)
    if sheet.kind == "page" or not people:
        return
    words = {form for last, _ in people for form in (last.lower(), folded(last))}
    for block in sheet.naming(frozenset(words)):
        for found in re.finditer(r"(?<![\w-])([^\W\d_a-zß-ÿ][^\W\d_]+) ([^\W\d_]+)", block.text):
            yield from _other_form(block, found, people)


def _other_form(
    block: Block, found: re.Match[str], people: Mapping[tuple[str, str], str]
) -> Iterator[Mark]:
    for (last, first), name in people.items():
        if folded(found[2]) != folded(last) or folded(found[1]) == folded(first):
            continue
        is_near = folded(found[1])[:1] == folded(first)[:1]
        if is_near and distance(folded(found[1]), folded(first), 3) <= 3:
            yield block.mark(
                "N111", found.start(), found.end(), f"{name!r} is registered",
                f"write {name}, or register {found[0]}", ERROR, name,
            )  # fmt: skip


def _people(register: Register) -> dict[tuple[str, str], str]:
    """The plain last and the first name of each person that is registered."""
    found = {}
    for name in register.names:
        parts = name.split()
        if len(parts) == 2 and all(part[:1].isupper() and len(part) > 3 for part in parts):
            plain = re.sub(r"[^\w]", "", parts[1])
            found[plain, parts[0]] = name
    return found
