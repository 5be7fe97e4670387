"""Who is who: one person with one name and one office, as the texts tell it of each other."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.checks.forms import Spot, place, times
from pipeline.checks.register import Register, folded
from pipeline.checks.sheet import NOTE, WARNING, Block, Mark, Sheet
from pipeline.frozen import commonplace
from pipeline.sought import sought

_OFFICE = (
    r"(?:vice-?)?presidents?|mayor(?:ess)?|directors?|managers?|head|secretary|officer|treasurer"
    r"|chair(?:man|woman|person)?|commissioner|minister|councillor|alderman|engineer|coordinator"
    r"|researcher|professor|spokes(?:person|man|woman)|editor|advis[eo]r|assistant|curator"
    r"|librarian|archivist|lecturer|consultant|rector|chancellor|governor|prefect|ambassador"
    r"|vice-présidente?|présidente?|maire|adjointe?|direct(?:eur|rice)|responsable|cheff?e?"
    r"|secrétaire|trésori(?:er|ère)|commissaire|ministre|conseill(?:er|ère)|échevine?|ingénieure?"
    r"|coordinat(?:eur|rice)|cherche(?:ur|use)|professeure?|porte-parole|rédact(?:eur|rice)"
    r"|chargée?|déléguée?|bibliothécaire|conservat(?:eur|rice)|attachée?"
)
_CAPITAL = r"[^\W\d_a-zß-ÿ][^\W\d_]+(?:[-’'][^\W\d_]+)*"
_NAME = (
    rf"(?<![\w@/.’'-])(?P<name>{_CAPITAL} (?:(?:van|de|der|von|den|la|le|di|da|del|of) ){{0,2}}"
    rf"{_CAPITAL})"
)
_TITLE = rf"(?P<office>(?:[^\W\d_][\w’'-]* ){{0,3}}(?i:{_OFFICE})\b[^,.;:!?()\n\[\]“”«»\"‘]*)"
_HELD = sought(rf"{_NAME}, (?:the |la |le |l['’])?{_TITLE}")
_SIGNED = sought(rf"^{_NAME} {_TITLE}$")
"""A signature: the name on its own line, and the office below it."""
_NEXT = sought(rf" (?:and|et) (?=(?:[^\W\d_][\w-]* ){{0,2}}(?i:{_OFFICE})\b)")
_OF = sought(r" (?=(?:of|for|at|in|de|du|des|d['’]|au|à|aux|en)\b)")
_TOO_LONG = 8


@commonplace(frozen=True, slots=True)
class Held:
    """An office behind a name: its words, and what it is of."""

    first: str
    last: str
    head: str
    of: str
    spot: Spot
    named: Spot

    @property
    def sheet(self) -> Sheet:
        return self.spot[0].sheet


def held(sheets: Sequence[Sheet]) -> dict[str, list[Held]]:
    """The offices that stand behind names, by the language and the last name."""
    found: dict[str, list[Held]] = defaultdict(list)
    for sheet in sheets:
        for block in sheet.blocks if sheet.kind != "page" else ():
            for each in _held(block):
                found[f"{block.language[:2]} {folded(each.last)}"].append(each)
    return found


def _held(block: Block) -> Iterator[Held]:
    is_short = block.kind == "paragraph" and len(block.text) < 90
    form = _SIGNED if is_short and "," not in block.text else _HELD
    for found in form.finditer(block.text) if is_short or "," in block.text else ():
        first, _, last = found["name"].partition(" ")
        at = found.start("office")
        for part in _NEXT.split(found["office"]):
            words = part.strip(" –—-")
            start = block.text.find(words, at)
            head, *rest = _OF.split(words, maxsplit=1)
            if 0 < len(words.split()) <= _TOO_LONG and words:
                yield Held(
                    first, last, head, "".join(rest), (block, start, start + len(words)),
                    (block, found.start("name"), found.end("name")),
                )  # fmt: skip


def n116_person_of_another_name(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*Jean-Marc Roy, Treasurer of the network* here, *Jean-Luc Roy* twice elsewhere.
    Remedy: look it up, and write the same everywhere; better register it in names.yaml."""
    for offices in held(sheets).values():
        names: dict[str, list[Held]] = defaultdict(list)
        for each in offices:
            names[folded(each.first)].append(each)
        counts = {first: _times_named(one[0], sheets) for first, one in names.items()}
        for odd, usual in itertools.permutations(names, 2):
            if counts[odd] == 1 < counts[usual] and _offices(names[odd]) & _offices(names[usual]):
                block, start, end = names[odd][0].named
                other = names[usual][0].named
                yield block.mark(
                    "N116", start, end,
                    f"{block.text[start:end]!r} is {_words(other)!r} elsewhere, with the same "
                    f"office (as in {place(other)})",
                    "look it up, and write the same everywhere", WARNING,
                )  # fmt: skip


def _offices(every: Sequence[Held]) -> set[tuple[str, str]]:
    return {(folded(each.head), folded(each.of)) for each in every if each.of}


def _times_named(one: Held, sheets: Sequence[Sheet]) -> int:
    return sum(sheet.reading.text.count(_words(one.named)) for sheet in sheets)


def _words(spot: Spot) -> str:
    block, start, end = spot
    return block.text[start:end]


def other_offices(sheets: Sequence[Sheet]) -> Iterator[tuple[Held, list[Held]]]:
    """Where somebody holds another office than everywhere else in that year."""
    for offices in held(sheets).values():
        people: dict[str, list[Held]] = defaultdict(list)
        for each in offices:
            people[folded(each.first)].append(each)
        for own in people.values():
            yield from _apart(own)


def _apart(own: Sequence[Held]) -> Iterator[tuple[Held, list[Held]]]:
    named: dict[tuple[str, str, int | None], set[Spot]] = defaultdict(set)
    for each in own:
        named[_key(each)].add(each.named)
    for each in own:
        if len(named[_key(each)]) > 1:
            continue
        near = [one for one in own if one.named != each.named and _same_year(each, one)]
        if any(_is_same(one, each) for one in near):
            continue
        # The same house, with another office in it.
        of = [one for one in near if each.of and folded(one.of) == folded(each.of)]
        usual = of or (near if _is_alone(each, own) else [])
        if len(usual) > 1 and all(_is_same(one, usual[0]) for one in usual):
            # A mayor may preside over a network, too.
            is_of_another = bool(each.of and usual[0].of and not of)
            if not is_of_another or f"{each.of}{usual[0].of}".islower():
                yield each, usual


def _key(each: Held) -> tuple[str, str, int | None]:
    """Two that have it equal are the same office, in the same year."""
    year = each.sheet.date.year if each.sheet.date else None
    return folded(each.head), folded(each.of), year


def _is_same(one: Held, other: Held) -> bool:
    is_of = not one.of or not other.of or folded(one.of) == folded(other.of)
    return folded(one.head) == folded(other.head) and is_of


def _has_common(one: Held, other: Held) -> bool:
    """`Communication Manager`, `Head of Communications`: a long word that begins alike."""
    first, second = (
        {folded(word)[:6] for word in f"{each.head} {each.of}".split() if len(word) > 5}
        for each in (one, other)
    )
    return not first.isdisjoint(second)


def _is_alone(each: Held, own: Sequence[Held]) -> bool:
    """Whether it is all that stands behind the name."""
    block, start, end = each.spot
    is_one = sum(other.named == each.named for other in own) == 1
    return is_one and start - each.named[2] < 6 and block.text[end : end + 1] in (",", ".", "", ")")


def _same_year(one: Held, other: Held) -> bool:
    dates = one.sheet.date, other.sheet.date
    return not all(dates) or dates[0].year == dates[1].year  # type: ignore[union-attr]


def elsewhere(sheets: Sequence[Sheet]) -> Iterator[Mark]:
    for each, usual in other_offices(sheets):
        block, start, end = each.spot
        is_near = folded(each.of) == folded(usual[0].of) or _has_common(each, usual[0])
        is_sure = len(usual) > 2 and is_near
        yield block.mark(
            "N110", start, end,
            f"{block.text[start:end]!r}: elsewhere this is {_words(usual[0].spot)!r} "
            f"({times(len(usual))}, as in {place(usual[0].spot)})",
            "write the office that is true, everywhere", WARNING if is_sure else NOTE,
        )  # fmt: skip
