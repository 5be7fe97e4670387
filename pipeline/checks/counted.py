"""Counts within a text: letters that part a sentence, members below a heading, and what is said
to be *the four* of something that was five."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from pipeline.checks import numerals
from pipeline.checks.sheet import NOTE, WARNING, Block, Mark, Sheet
from pipeline.frozen import commonplace
from pipeline.sought import sought

_LETTERED = sought(r"(?<![\w(])\(?(?P<sign>[a-h]|[ivx]{1,4}|\d)\)\s")
_ORDER = {
    **{letter: at for at, letter in enumerate("abcdefgh", start=1)},
    **{sign: at for at, sign in enumerate("i ii iii iv v vi vii viii ix x".split(), start=1)},
    **{str(number): number for number in range(1, 10)},
}
_SMALL = 12


def lettered(block: Block) -> Iterator[Mark]:
    """`Three domains, identified as i) transport, ii) health, and iii) culture.`"""
    for sentence in block.sentences:
        signs = list(_LETTERED.finditer(sentence.text)) if ")" in sentence.text else []
        if len(signs) < 2 or not _counts_on([found["sign"] for found in signs]):
            continue
        clause = sentence.text[: signs[0].start()]
        numbers = [n for n in _numbers(clause, block.language) if 2 <= n.value <= _SMALL]
        behind = clause[numbers[0].end :] if len(numbers) == 1 else ""
        # Between the number and the list stands what is counted, and no other list.
        is_led = re.match(r" (?:[\w’'-]+ ){0,3}[\w’'-]+s\b", behind) and behind.count(",") < 2
        if is_led and numbers[0].value != len(signs) and "(" not in clause[numbers[0].start - 1 :]:
            start, end = numbers[0].start, numbers[0].end
            yield _miscounted(
                block, sentence.start + start, sentence.start + end,
                f"{clause[start:end]!r} is announced, but {len(signs)} are listed",
            )  # fmt: skip


def _counts_on(signs: list[str]) -> bool:
    # A lone i) is the Roman one; behind a) to h) it is not met.
    return [_ORDER.get(sign, 0) for sign in signs] == list(range(1, len(signs) + 1))


def _numbers(text: str, language: str) -> list[numerals.Number]:
    every = [*numerals.written(text), *numerals.spoken(text, language[:2])]
    return [number for number in every if number.value == int(number.value)]


_OF_MEMBERS = sought(r"\b(?P<count>\d{1,2}) (?P<what>[a-zà-ÿ]{5,}s)\b\W*$", re.IGNORECASE)
_CAPITAL = r"[^\W\d_a-zß-ÿ][\w’'.-]+"
_PERSON = rf"{_CAPITAL}(?: (?:{_CAPITAL}|de|du|van|von|der|la|le|di)){{1,4}}"
_PEOPLE = sought(
    rf"(?P<people>{_PERSON}(?:, {_PERSON}){{2,40}}(?:,? (?:and|et|und) {_PERSON})?)"
    r"(?=\.?$|\.? [A-Z])"
)
_AND = sought(r"[^,] (?:and|et|und) ")


def members_below(block: Block, following: list[Block]) -> Iterator[Mark]:
    """`Committee of 8 members`, and under that heading a row that names seven."""
    found = _OF_MEMBERS.search(block.text) if block.kind == "heading" else None
    if not found or not following or following[0].kind == "heading":
        return
    what = re.escape(found["what"].lower())
    for other in following:
        if other.kind == "heading":
            return
        for label in re.finditer(rf"\b{what}[^:.,]{{0,20}}:\s+", other.lowered):
            people = _PEOPLE.match(other.text, label.end())
            count = people["people"].count(",") + 1 + bool(_AND.search(people[0])) if people else 0
            if count and count != int(found["count"]):
                yield _miscounted(
                    block, found.start("count"), found.end("count"),
                    f"{found['count']} {found['what']} are announced, but {count} are named",
                )  # fmt: skip


def _miscounted(block: Block, start: int, end: int, told: str) -> Mark:
    remedy = "count again; add what is missing, or correct the number"
    return block.mark("F106", start, end, told, remedy, WARNING)


# The four of five -------------------------------------------------------------------------

_THE = {
    "en": sought(
        r"\b(?P<the>[Tt]he|[Tt]hese|[Aa]ll|[Oo]ur) (?P<count>[a-z]{3,9}|\d{1,2}) "
        r"(?P<thing>[a-z]{4,}s)\b(?! (?:of|in|from|that|which|who|whose|with|at|for|on|by|to|above"
        r"|below|listed|mentioned|where|we|they|you|I|he|she|it)\b)"
    ),
    "fr": sought(
        r"\b(?P<the>[Ll]es|[Cc]es|[Nn]os) (?P<count>[a-zà-ÿ]{3,9}|\d{1,2}) (?P<thing>[a-zà-ÿ]{4,}s)"
        r"\b(?! (?:de|du|des|d[’']|qui|que|dont|où|à|au|aux|en|pour|sur|par|avec|ci)\b)"
    ),
}
_SAID = {
    "en": sought(
        r"(?<![\w.,/:–-])(?P<count>[A-Za-z]{3,9}|\d{1,2}) (?P<like>(?:[a-z-]{3,} ){0,2})"
        r"(?P<thing>[a-z]{4,}s)\b"
    ),
    "fr": sought(
        r"(?<![\w.,/:–-])(?P<count>[A-Za-zà-ÿ]{3,9}|\d{1,2}) (?P<thing>[a-zà-ÿ]{4,}s)\b"
        r"(?P<like>(?: [a-zà-ÿ]{4,}s){0,2})"
    ),
}
_LED = sought(
    r"\b(?:the|these|those|all|our|other|last|first|next|another|following|les|ces|nos|autres"
    r"|to|and|or|than|least|most|about|up|every|et|ou|à|than|per|of) $",
    re.IGNORECASE,
)
_NO_THINGS = frozenset(
    "years months weeks days hours minutes times ways weekends ans jours mois heures semaines fois "
    "parts sides others autres euros dollars points pages percent seconds millions thousands "
    "hundreds".split()
)


@commonplace(frozen=True, slots=True)
class Count:
    value: float
    block: Block
    start: int
    end: int

    @property
    def typed(self) -> str:
        return self.block.text[self.start : self.end]


def the_same_things(sheet: Sheet) -> Iterator[Mark]:
    """`Five projects discuss …`, and in the next sentence `The four projects`."""
    language = sheet.language[:2]
    if language not in _THE:
        return
    taken_up = [
        (found["thing"], Count(value, block, *found.span("count")))
        for block in sheet.prose
        for found in _THE[language].finditer(block.text)
        if (value := _value(found["count"], language)) and found["thing"] not in _NO_THINGS
    ]
    said: dict[str, list[Count]] = defaultdict(list)
    for block in sheet.prose if taken_up else ():
        for found in _SAID[language].finditer(block.text):
            value = _value(found["count"], language)
            if value and not _LED.search(block.text[max(0, found.start() - 12) : found.start()]):
                said[found["thing"]].append(Count(value, block, *found.span("count")))
    things = Counter(thing for thing, _ in taken_up)
    for thing, count in taken_up:
        first = said.get(thing, ())
        if len(first) == 1 and things[thing] == 1 and _is_apart(first[0], count):
            yield from _both(first[0], count, thing)


def _value(word: str, language: str) -> float:
    """A small number of several things; nothing, of other words."""
    if word.isdecimal():
        value = float(word)
    else:
        value = numerals.table(language).get(word.lower(), 0.0)
    return value if 2 < value <= _SMALL else 0.0


_REACH = 6000


def _is_apart(one: Count, other: Count) -> bool:
    places = one.block.at(one.start), other.block.at(other.start)
    is_near = 0 < places[1] - places[0] < _REACH
    return is_near and one.value != other.value and abs(one.value - other.value) <= 2


def _both(one: Count, other: Count, thing: str) -> Iterator[Mark]:
    for here, there in ((one, other), (other, one)):
        yield here.block.mark(
            "F119", here.start, here.end,
            f"{here.typed} {thing} stand here, {there.typed} in this text elsewhere",
            "count again, and write the same in both places",
            WARNING if here.value < there.value or here is one else NOTE,
        )  # fmt: skip
