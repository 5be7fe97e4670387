"""Shares: so many of so many, in per cent or as a half, a third, a quarter."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.checks import numerals
from pipeline.checks.figured import PLAIN, SHARE, Figure, Figured, figured, shown
from pipeline.checks.register import Register
from pipeline.checks.sheet import WARNING, Block, Mark, Sheet
from pipeline.sought import in_small, sought

_SIGNS = ("%", "per cent", "percent", "pour cent", "half", "third", "quarter", "fifth", "moitié",
          "tiers", "quart", "cinquième")  # fmt: skip
Slip = tuple[Figure, str]


def f112_share_is_miscounted(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*74 of 132 (58%)*: a share follows from its two figures.
    Remedy: count again; correct the share, or one of the figures."""
    if sheet.kind == "page":
        return
    yield from _in_tables(sheet)
    for block in sheet.prose:
        if not block.says(*_SIGNS):
            continue
        for start, end, told in (*_said_twice(block), *_beyond_all(block)):
            yield _mark(block, start, end, told)
        here, earlier = figured(block, register), list[Figure]()
        for sentence in here.sentences:
            for figure, told in _shares(here, sentence, earlier):
                yield _mark(block, figure.start, figure.end, told)
            earlier += here.plain(sentence)


def _mark(block: Block, start: int, end: int, told: str) -> Mark:
    return block.mark(
        "F112", start, end, f"{block.text[start:end]!r}: {told}",
        "count again; correct the share, or one of the figures", WARNING,
    )  # fmt: skip


_OUT_OF = sought(
    rf"(?:^|, |; )(?:of|out of|sur|parmi|des) (?:the |our |all |les |nos |ces )?{PLAIN}"
    r"(?: (?!that\b|which\b|who\b|qui\b|dont\b)[\w’'-]+){0,4}, (?:[\w’'-]+ ){0,3}?"
    rf"{PLAIN}(?: (?:of them|d['’]entre \w+))?,? \((?:or |soit )?{SHARE}",
    re.IGNORECASE,
)


_ROUNDED = 0.03
"""Of a share of two figures that may both be rounded in their last place."""


def _other_than(part: Figure, whole: Figure, share: Figure, off: float = 0) -> Iterator[Slip]:
    if share.is_vague or whole.value <= part.value:
        return
    true = 100 * part.value / whole.value
    if abs(true - share.value) > max(1, off * true):
        yield share, f"{shown(part.value)} of {shown(whole.value)} are {true:.0f} per cent"


def _out_of(here: Figured, sentence: str) -> Iterator[Slip]:
    """`Of 200 replies, 80 (45%) were positive`."""
    for found in _OUT_OF.finditer(sentence):
        whole, part, share = (here.figures[int(number)] for number in found.groups())
        if not (part.is_vague or whole.is_vague):
            yield from _other_than(part, whole, share, _ROUNDED)


def _shares(here: Figured, sentence: str, earlier: Sequence[Figure]) -> Iterator[Slip]:
    yield from _of_so_many(here, sentence)
    yield from _out_of(here, sentence)
    yield from _of_which(here, sentence)
    yield from _that_is(here, sentence, earlier)
    yield from _fractions(here, sentence, earlier)


_OF_SO_MANY = sought(
    rf"{PLAIN} (?:[\w’'-]+ )?(?:of|out of|de|des|sur|d['’]entre) "
    r"(?:the |our |its |their |les |nos |ses )?"
    rf"{PLAIN}(?: [\w’'-]+){{0,4}}(?:, (?:or|soit|that is|i\.e\.) | \((?:or |soit )?){SHARE}",
    re.IGNORECASE,
)


def _of_so_many(here: Figured, sentence: str) -> Iterator[Slip]:
    """`96 of our 132 members, or 83%`."""
    for found in _OF_SO_MANY.finditer(sentence):
        part, whole, share = (here.figures[int(number)] for number in found.groups())
        yield from _other_than(part, whole, share)


_THAT_IS = sought(
    rf"{SHARE}[^‹›«»;]{{0,30}}, (?:that is|i\.e\.|or|soit|c['’]est-à-dire),? {PLAIN}", re.IGNORECASE
)


def _that_is(here: Figured, sentence: str, earlier: Sequence[Figure]) -> Iterator[Slip]:
    """`It costs 2.4 million, of which the Union pays 80%, that is 1.82 million`."""
    for found in _THAT_IS.finditer(sentence):
        share, part = (here.figures[int(number)] for number in found.groups())
        known = [*earlier, *here.plain(sentence[: found.start()])]
        due = [(each.value * share.value / 100, each.value) for each in known if each.value]
        if not share.value or part.is_vague or share.is_vague or not due:
            continue
        off, whole = min((abs(part.value - one) / one, all_) for one, all_ in due)
        slack = max(0.02, 0.6 / share.value)
        if slack < off < 0.25:
            true = whole * share.value / 100
            yield part, f"{shown(share.value)} per cent of {shown(whole)} are {shown(true)}"


_OF_WHICH = sought(
    rf"{PLAIN}[^‹›«»;:.]{{0,30}}, (?:of|from|out of) which [^‹›«»;:.]{{0,20}}?{PLAIN}"
    rf"[^‹›«»;:.()]{{0,20}} \((?:or |that is )?{SHARE}\)"
    rf"|{PLAIN}[^‹›«»;:.]{{0,30}}, dont [^‹›«»;:.]{{0,20}}?{PLAIN}"
    rf"[^‹›«»;:.()]{{0,20}} \((?:soit )?{SHARE}\)",
    re.IGNORECASE,
)


def _of_which(here: Figured, sentence: str) -> Iterator[Slip]:
    """`Its budget is 3.5 million, of which 2.1 million (65%) comes from the Union`."""
    for found in _OF_WHICH.finditer(sentence):
        whole, part, share = (here.figures[int(number)] for number in found.groups() if number)
        if not (part.is_vague or whole.is_vague):
            yield from _other_than(part, whole, share, _ROUNDED)


_NAMED = {
    "half": 50, "a half": 50, "one half": 50, "a third": 33.3, "one third": 33.3,
    "two thirds": 66.7, "a quarter": 25, "one quarter": 25, "three quarters": 75, "a fifth": 20,
    "one fifth": 20, "two fifths": 40, "three fifths": 60, "four fifths": 80, "a tenth": 10,
    "one tenth": 10, "one in two": 50, "one in three": 33.3, "one in four": 25, "one in five": 20,
    "one in ten": 10, "la moitié": 50, "un tiers": 33.3, "le tiers": 33.3, "deux tiers": 66.7,
    "un quart": 25, "le quart": 25, "trois quarts": 75, "un cinquième": 20, "deux cinquièmes": 40,
    "trois cinquièmes": 60, "quatre cinquièmes": 80, "un dixième": 10, "un sur deux": 50,
    "une sur deux": 50, "un sur trois": 33.3, "un sur quatre": 25, "un sur cinq": 20,
}  # fmt: skip
_PART = "|".join(_NAMED)
_TWICE = sought(
    r"(?:\b(?P<how>more than|over|nearly|almost|under|less than|plus d[eu’']|près d[eu’']|presque"
    rf"|moins d[eu’']) ?)?\b(?P<part>{_PART})\b(?P<of>[^.;:,(%\d]{{0,60}}?)"
    r"(?:,? \((?:or |soit |i\.e\. )?|, (?:i\.e\.|that is|or|namely|soit|c['’]est-à-dire),? )"
    r"(?P<share>\d{1,3}(?:[.,]\d+)?)[ \u00a0\u202f]?(?:%|per cent|percent|pour cent)",
    re.IGNORECASE,
)
_MORE = ("more", "over", "plus")
_LESS = ("nearly", "almost", "under", "less", "près", "presque", "moins")


def _said_twice(block: Block) -> Iterator[tuple[int, int, str]]:
    """`Two thirds of the guests (58%)`: a part in words, and the same in per cent."""
    for found in _TWICE.finditer(block.text) if block.has_figures else ():
        part, share = _NAMED[in_small(found["part"])], float(found["share"].replace(",", "."))
        how = (found["how"] or "").lower()
        low = part if how.startswith(_MORE) else part - 15 if how.startswith(_LESS) else part - 4.5
        high = part if how.startswith(_LESS) else part + 15 if how.startswith(_MORE) else part + 4.5
        if not low <= share <= high and not any(word in found["of"].lower() for word in _NAMED):
            yield found.start("part"), found.end(), f"{found['part']} is {part:.0f} per cent"


_BEYOND = sought(
    r"(?<![\d.,])(?P<share>1[1-9]\d|1\d[1-9]|[2-9]\d\d)[ \u00a0\u202f]?"
    r"(?:%|per cent|percent|pour cent) (?:of|des|de) (?:the |our |its |all |nos |ses |les )?"
    r"(?:members|people|towns|respondents|voters|votes|pupils|students|participants|employees|households|residents|visitors|cities"
    r"|membres|personnes|villes|communes|répondants|votants|électeurs|élèves|participants"
    r"|habitants|ménages|foyers)\b(?![’'])"
)


def _beyond_all(block: Block) -> Iterator[tuple[int, int, str]]:
    """`120% of members voted`: nobody has more than all of them."""
    for found in _BEYOND.finditer(block.text) if block.has_figures else ():
        yield *found.span("share"), "more than all of them"


_FRACTIONS = {
    "half": 2, "a half": 2, "a third": 3, "one third": 3, "one-third": 3, "a quarter": 4,
    "one quarter": 4, "a fifth": 5, "one fifth": 5, "la moitié": 2, "un tiers": 3, "le tiers": 3,
    "un quart": 4, "le quart": 4, "un cinquième": 5,
}  # fmt: skip
_ONE_PART = sought(
    rf"{PLAIN} (?:of (?:them|these|those)|d['’]entre (?:eux|elles))(?:, | \((?:or |soit )?)"
    rf"(?:or |soit )?(?P<part>{'|'.join(_FRACTIONS)})[,).]",
    re.IGNORECASE,
)


def _fractions(here: Figured, sentence: str, earlier: Sequence[Figure]) -> Iterator[Slip]:
    """`The quay has twelve berths. Three of them, a third, …`."""
    for found in _ONE_PART.finditer(sentence):
        part, into = here.figures[int(found[1])], _FRACTIONS[in_small(found["part"])]
        wholes = [each for each in earlier if each.value > part.value]
        if part.is_vague or len(wholes) != 1 or wholes[0].is_vague:
            continue
        whole = wholes[0].value
        if abs(whole / into - part.value) > max(0.5, 0.05 * part.value):
            yield part, f"{found['part']} of {shown(whole)} is {shown(round(whole / into, 1))}"


_CELL = sought(
    r"^(\d{1,3}(?:[ \u00a0\u202f,.]\d{3})*)\s*\((\d{1,3}(?:[.,]\d)?)[\s\u00a0\u202f]*%\)$"
)


def _in_tables(sheet: Sheet) -> Iterator[Mark]:
    """Of the cells `74 (56%)` of a table, one has another whole than all the others."""
    cells: dict[str, list[tuple[Block, float, float]]] = defaultdict(list)
    wholes: dict[str, set[float]] = defaultdict(set)
    for block in sheet.blocks:
        if block.kind != "cell":
            continue
        if found := _CELL.match(block.text.strip()):
            part, share = numerals.parsed(found[1]), float(found[2].replace(",", "."))
            cells[block.section].append((block, part, share))
        elif block.text.strip().isdecimal():
            wholes[block.section].add(float(block.text))
    for section, rows in cells.items():
        whole = _common_whole(rows, wholes[section])
        odd = [row for row in rows if not _fits(row, whole)] if whole else []
        if len(odd) == 1 and len(rows) > 2:
            block, part, _ = odd[0]
            told = f"{shown(part)} of {shown(whole)} are {100 * part / whole:.0f} per cent"
            yield _mark(block, 0, len(block.text), told)


def _common_whole(rows: Sequence[tuple[Block, float, float]], typed: set[float]) -> float:
    """The whole that most of the shares are of: their sum, or a figure of the same table."""
    wholes = sorted(typed | {sum(part for _, part, _ in rows)})
    best = max(wholes, key=lambda whole: sum(_fits(row, whole) for row in rows))
    return best if best and sum(_fits(row, best) for row in rows) >= len(rows) - 1 else 0.0


def _fits(row: tuple[Block, float, float], whole: float) -> bool:
    return bool(whole) and abs(100 * row[1] / whole - row[2]) <= 1
