"""Forms a house uses side by side: capitals, dashes, quotation marks, references, and so on."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipeline.checks import casing
from pipeline.checks.french import manner
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, OBJECT, WARNING, Block, Mark, Sheet
from pipeline.checks.structure import is_references
from pipeline.sought import sought

Spot = tuple[Block, int, int]


def place(spot: Spot) -> str:
    where = spot[0].sheet.where(spot[0].at(spot[1]))
    return f"{where.path.as_posix()}:{where.line}"


def _words(spot: Spot) -> str:
    return spot[0].text[spot[1] : spot[2]]


def times(count: int) -> str:
    return f"{count} times" if count > 1 else "once"


def _odd(code: str, spot: Spot, usual: list[Spot], remedy: str, instead: str | None) -> Mark:
    block, start, end = spot
    first, begin, stop = usual[0]
    message = (
        f"{block.text[start:end]!r} is {first.text[begin:stop]!r} elsewhere "
        f"({times(len(usual))}, as in {place(usual[0])})"
    )
    return block.mark(code, start, end, message, remedy, NOTE, instead)


# Capitals ---------------------------------------------------------------------------------

_MIXED = sought(
    r"(?<![\w@#/.’'-])(?=[\w-]*[A-Z])[A-Za-z][\w-]{3,}(?<!-)(?![\w@/’'-]|\.\w)|\b[A-Z]{5,}(?=-\d)"
)
_INNER = sought(r"[\w-][A-Z]")
_LARGE = sought(r"[A-Za-z][\w-]{3,}")
_TERM = sought(r"(?<![\w@#/.’'-])[A-Za-z][a-z]+ [A-Za-z][a-z]{3,}(?![\w@/’'-])")
_TITLE = sought(
    r"\b(?!(?:The|A|An|Our|This|Its|Their|Each|Every|In|At|By|For|On|To|From|With|And|But) )"
    r"[A-Z][a-z]+ [A-Z][a-z]+"
)
_CAPITAL_NEAR = sought(r"(?:[A-ZÀ-Ý]\S*|&)(?: (?:of|the|and|for|&|on|in))? ?$")


def x109_two_uses_of_capitals(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*COVID* beside *Covid*, *Member States* beside *member states*: one of them is enough.
    Remedy: keep to the form that is more usual here."""
    registered = {name.casefold(): name for name in register.names}
    for language in register.languages:
        blocks = [
            block for sheet in sheets for block in sheet.prose
            if block.language[:2] == language[:2] and not block.is_capitals
            and not is_references(block.section)
        ]  # fmt: skip
        yield from _odd_words(blocks, registered)
        yield from casing.of_names(sheets, language)
        if language[:2] == "en":
            yield from _odd_terms(blocks)


def _odd_words(blocks: list[Block], registered: Mapping[str, str]) -> Iterator[Mark]:
    """Names and acronyms with capitals inside that differ only by them."""
    groups: dict[str, dict[str, list[Spot]]] = defaultdict(dict)
    for block, found in _mixed(blocks):
        if not (block.is_foreign(found.start()) or _is_shouted(block.text, found)):
            spot = (block, found.start(), found.end())
            groups[found[0].casefold()].setdefault(found[0], []).append(spot)
    for key, forms in sorted(groups.items()):
        if len(forms) < 2 or not any(map(_INNER.search, forms)):
            continue
        if _is_common(key, blocks):
            continue
        ordered = sorted(
            forms, key=lambda form: (form != registered.get(key), -len(forms[form]), form)
        )
        usual = forms[ordered[0]]
        for form in ordered[1:]:
            if form[1:] == ordered[0][1:] and not form.isupper():
                continue
            for spot in forms[form]:
                if spot[0].is_own(spot[1]):
                    yield _odd("X109", spot, usual, f"write {ordered[0]}", ordered[0])


def _mixed(blocks: list[Block]) -> Iterator[tuple[Block, re.Match[str]]]:
    """Every form of the words that have a capital inside somewhere."""
    inner = [block for block in blocks if _INNER.search(block.text)]
    wanted = {
        word.casefold() for b in inner for word in _MIXED.findall(b.text) if _INNER.search(word)
    }
    for block in blocks if wanted else ():
        large = map(str.casefold, _LARGE.findall(block.text))
        if not wanted.isdisjoint(large) or _INNER.search(block.text):
            yield from (
                (block, found)
                for found in _MIXED.finditer(block.text)
                if found[0].casefold() in wanted
            )


def _is_shouted(text: str, found: re.Match[str]) -> bool:
    """Whether its neighbour is written in capitals too."""
    if not found[0].isupper():
        return False
    before = re.search(r"\b[A-ZÀ-Ý]{2,} $", text[: found.start()])
    return bool(before or re.match(r" [A-ZÀ-Ý]{2,}\b", text[found.end() :]))


def _is_common(key: str, blocks: list[Block]) -> bool:
    """Whether it is an ordinary word as well, as BRIDGE and PREPARE are."""
    form = re.compile(rf"(?<![\w@#/.-]){re.escape(key)}s?(?![\w@/-]|\.\w)")
    return any(key in block.text and form.search(block.text) for block in blocks)


def _odd_terms(blocks: list[Block]) -> Iterator[Mark]:
    large: dict[str, list[Spot]] = defaultdict(list)
    for block in blocks:
        for found in _TITLE.finditer(block.text):
            if _is_lonely(block, found):
                large[found[0].lower()].append((block, found.start(), found.end()))
    small: dict[str, list[Spot]] = defaultdict(list)
    for block in blocks:
        for term in sorted(large.keys() & _pairs_of(block)):
            for found in re.finditer(re.escape(term), block.lowered):
                at, end = found.span()
                # `European cities` has the capital of its nation, and no other.
                is_small = block.text[at:end].split(" ")[1].islower()
                if is_small and _is_whole(block.text, at, len(term)):
                    small[term].append((block, at, end))
    for term, spots in sorted(large.items()):
        others = small.get(term, [])
        if not others:
            continue
        less, more = (spots, others) if len(spots) <= len(others) else (others, spots)
        block, start, end = more[0]
        for spot in less:
            yield _odd("X109", spot, more, f"write {block.text[start:end]}", None)


def _pairs_of(block: Block) -> set[str]:
    return {f"{a} {b}" for a, b in itertools.pairwise(block.letters)}


def _is_whole(text: str, at: int, length: int) -> bool:
    around = text[at - 1 : at] + text[at + length : at + length + 1]
    return not re.search(r"[\w’'@/-]", around)


_FIRST_WORD = sought(
    r"(?:^|(?<=[.!?] ))(?:The|A|An|Our|This|Its|Their|Each|Every|(?:In|At|By|For|On|To|From|With)"
    r"(?: the)?) $"
)
_BEGINNERS = frozenset(
    "The A An This That These Those Our Your Their Its His Her My In On At For With From To By And "
    "But Or So As If When While Where Why How What Who All Some Many Most Each Every No Not".split()
)


def _is_lonely(block: Block, found: re.Match[str]) -> bool:
    """Whether the two capitals are all there are: neither a sentence's nor a longer name's."""
    text = block.text
    # Nothing farther away counts: a row of names would be read anew for each of them.
    before, after = text[: found.start()][-80:], text[found.end() : found.end() + 12]
    begins = not before.strip() or before.endswith((". ", "! ", "? "))
    if begins and (not re.match(r" \(?[a-z]", after) or found[0].split()[0] in _BEGINNERS):
        return False
    if not begins and (not before.endswith(" ") or re.search(r"[:;“\"‘'(–—-]\s*$", before)):
        return False
    before = _FIRST_WORD.sub("", before)
    goes_on = re.match(r"[\w’'@/-]|\.\w|(?: (?:for|and|on|in|the|&))* ?[(A-ZÀ-Ý\d]", after)
    return block.is_own(found.start()) and not (goes_on or _CAPITAL_NEAR.search(before))


# Dashes -----------------------------------------------------------------------------------

_HYPHEN = sought(r"(?<=[\w)\]”’\"'!?,.…]) -(?: (?=[\w“\"‘'(])|$)")
_DASH = sought(r"(?<=[\w)”’\"']) [–—] (?=[\w“\"‘'(])|(?<=[a-z)])—(?=[a-z])")


def x115_hyphen_for_a_dash(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """A hyphen joins, a dash parts; some texts of the house have the one, some the other.
    Remedy: write a dash; fix=1 does it."""
    dashes: dict[str, list[Spot]] = defaultdict(list)
    hyphens: list[Spot] = []
    for sheet in sheets:
        for block in sheet.blocks:
            if block.kind == "cell":
                continue
            if " -" in block.text:
                yield from _stuck(block)
            if "–" in block.text or "—" in block.text:
                for found in _DASH.finditer(block.text):
                    dashes[block.language[:2]].append((block, found.start(), found.end()))
            # Three and more in one block: a list that was typed by hand.
            if 0 < block.text.count(" - ") < 4:
                hyphens += [(block, m.start(), m.end()) for m in _HYPHEN.finditer(block.text)]
    for block, start, end in hyphens:
        usual = dashes[block.language[:2]]
        if block.is_foreign(start) or _is_sum(block.text, start, end):
            continue
        if len(usual) < 3 and (not block.is_prose or len(block.words) < 8 or block.links):
            continue
        sign = _words(usual[0]).strip() if usual else "–"
        message = f"a hyphen stands for a dash in {' '.join(block.text[start:].split()[:4])!r}"
        at = block.text.index("-", start)
        yield block.mark("X115", at, at + 1, message, f"write {sign}", NOTE, sign)


_STUCK = sought(
    r"(?<=[\w,] )-(?=[^\W\d_]{2})(?:[^-–—.;:!?()\n]|(?<=\w)-(?=\w)){4,120}?(?<=[^\W\d_])-"
    r"(?=[ ,.;:)]|$)(?! ?(?:and|or|et|ou|und|oder|y|e|en)\b)"
)


def _stuck(block: Block) -> Iterator[Mark]:
    """`les communes -et leurs écoles- votent`: hyphens hold an aside as if they were brackets."""
    for found in _STUCK.finditer(block.text):
        words = found[0]
        if " " in words and OBJECT not in words and not block.is_foreign(found.start()):
            yield block.mark(
                "X115", found.start(), found.end(),
                f"hyphens stand for dashes around {words[1:-1]!r}",
                f"write – {words[1:-1]} –", WARNING, f"– {words[1:-1]} –",
            )  # fmt: skip


def _is_sum(text: str, start: int, end: int) -> bool:
    """`12 - 3`, and what a machine wrote."""
    if OBJECT in text[max(0, start - 2) : end + 2] or text[end : end + 1] == "-":
        return True
    return bool(re.search(r"\d$", text[:start]) and re.match(r"\d{1,3}(?!\d)", text[end:]))


# Quotation marks --------------------------------------------------------------------------

_SINGLE = sought(
    r"(?<![\w’”\"“])(['‘])(?=\w)([^'’‘“”\"\n]{2,60}?(?:['’](?=[a-z])[^'’‘“”\"\n]{1,40}?)*)(?<=[\w.,!?)])(['’])(?!\w)"
)
_DOUBLE = sought(r"[“\"](?=\w)[^“”\"\n]{2,80}[”\"]")


def x117_single_marks_among_double(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """Single quotation marks stand inside double ones; alone, they look like another house.
    Remedy: write double ones; fix=1 does it."""
    singles: list[tuple[Block, re.Match[str]]] = []
    doubles: list[Spot] = []
    for sheet in sheets:
        for block in sheet.prose:
            if block.language[:2] != "en":
                continue
            if '"' in block.text or "“" in block.text:
                doubles += [(block, m.start(), m.end()) for m in _DOUBLE.finditer(block.text)]
            if "‘" in block.text or "'" in block.text:
                singles += [(block, found) for found in _SINGLE.finditer(block.text)]
    singles = [(block, found) for block, found in singles if _is_quoted(block, found)]
    if not doubles or len(doubles) <= len(singles):
        return
    for block, found in singles:
        words = found[2].strip()
        yield block.mark(
            "X117", found.start(), found.end(),
            f"{found[0]!r} has single marks; they are double elsewhere ({times(len(doubles))}, as "
            f"in {place(doubles[0])})",
            f'write "{words}"', NOTE, f'"{found[2]}"',
        )  # fmt: skip


def _is_quoted(block: Block, found: re.Match[str]) -> bool:
    """Whether it is a quotation: no genitive at its end, and not inside another one."""
    before = block.text[: found.start()]
    if before.count('"') % 2 or before.count("“") > before.count("”"):
        return False
    if block.is_foreign(found.start()) or is_references(block.section) or OBJECT in found[0]:
        return False
    # `'the cities' parks`: the second mark may be a genitive.
    return not (
        re.search(r"s['’]$", found[0]) and re.search(r"\w['’](?!\w)", block.text[found.end() :])
    )


# References -------------------------------------------------------------------------------

_BY_YEAR = sought(
    r"\(([A-ZÀ-Ý][^\W\d_]+(?: (?:and|et|&) [A-ZÀ-Ý][^\W\d_]+)?)(,? )((?:19|20)\d\d)\)"
)


def r118_two_forms_of_citation(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*(Forum 2012)* and *(Forum, 2012)*: references are cited in one form.
    Remedy: write the form that is more usual here; fix=1 does it."""
    forms: dict[str, list[Spot]] = defaultdict(list)
    for sheet in sheets:
        for block in sheet.blocks:
            if "20)" not in block.text and not re.search(r"\d\d\)", block.text):
                continue
            for found in _BY_YEAR.finditer(block.text):
                if re.match(
                    r"(?:January|February|March|April|May|June|July|August|September"
                    r"|October|November|December|Spring|Summer|Autumn|Winter)\b",
                    found[1],
                ):
                    continue
                forms[found[2]].append((block, found.start(), found.end()))
    if len(forms) < 2:
        return
    ordered = sorted(forms, key=lambda gap: (-len(forms[gap]), gap))
    usual = forms[ordered[0]]
    for block, start, end in forms[ordered[1]]:
        words = block.text[start:end]
        right = f"{words[:-6].rstrip(', ')}{ordered[0]}{words[-5:]}"
        yield block.mark(
            "R118", start, end, f"{words} is not cited like {_words(usual[0])}"
            f" ({times(len(usual))}, as in {place(usual[0])})",
            f"write {right}", NOTE, right,
        )  # fmt: skip


# And so on --------------------------------------------------------------------------------

_AND_SO_ON = {
    "...": re.compile(r"(?<=[a-zà-ÿ])(?:\.\.\.|…)(?=\))"),
    ", etc.": re.compile(r"(?<=[a-zà-ÿ)]), etc\b\.?"),
    " etc.": re.compile(r"(?<=[a-zà-ÿ)]) etc\b\.?"),
}


def x125_and_so_on_in_two_ways(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*Etc.*, with a comma or without, and three points: a list goes on in one way.
    Remedy: write it in the way that is more usual here; fix=1 does it."""
    for language in register.languages:
        forms: dict[str, list[Spot]] = defaultdict(list)
        for sheet in sheets:
            for block in sheet.prose:
                if block.language[:2] != language[:2]:
                    continue
                if "etc" in block.text or "...)" in block.text or "…)" in block.text:
                    for name, form in _AND_SO_ON.items():
                        spots = [(block, m.start(), m.end()) for m in form.finditer(block.text)]
                        forms[name] += [spot for spot in spots if block.is_own(spot[1])]
                    if language[:2] == "fr":
                        yield from manner.and_so_on(block)
        ordered = sorted((n for n in forms if forms[n]), key=lambda n: (-len(forms[n]), n))
        for name in ordered[1:]:
            if len(forms[name]) * 2 <= len(forms[ordered[0]]) + 1:
                for spot in forms[name]:
                    stop = "" if _words(spot) in (", etc", " etc") else ordered[0]
                    remedy = f"write {ordered[0].strip()}"
                    yield _odd("X125", spot, forms[ordered[0]], remedy, stop or None)
