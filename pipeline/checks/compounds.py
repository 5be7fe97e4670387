"""Compounds: hyphens that were lost, and words that are written in two ways."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.checks.english.parsing import SIGNS, kind
from pipeline.checks.french import strays
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, OBJECT, WARNING, Block, Mark, Sheet
from pipeline.checks.structure import is_references
from pipeline.sought import sought

Spot = tuple[Block, int, int]

_PREFIX = sought(
    r"(?<![\w’'-])(?:(co|multi|hyper|semi|socio|inter|anti|pseudo|quasi|non) (?=[a-z]{4,})"
    r"|(cross) (?=(?:border|sector)\b|(?:cutting|cultural|disciplinary|functional|sectional"
    r"|sectoral|national)\w*)"
    r"|(?<!\bas )(?<!\bAs )(well) (?=being\b)|(under) (?=age\b)"
    r"|(counter) (?=extremis|narrativ)"
    r"|(self) (?=(?:esteem|defence|evaluation|assessment|employed|determination|confidence)\b)"
    r"|(long|short|medium) (?=term (?:strateg|plan|goal|project|programme|effect|impact|solution"
    r"|vision|commitment|partner|approach|investment|perspective))"
    r"|(mid) (?=(?:19|20)\d0s|[a-z]+(?:ies|teens)\b)"
    r"|([Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]ixty|[Ss]eventy|[Ee]ighty|[Nn]inety) "
    r"(?=(?:one|two|three|four|five|six|seven|eight|nine) [a-z]))"
)
_PREFIXES = frozenset(
    "co multi hyper semi socio inter anti pseudo quasi non cross well under counter self long "
    "short medium mid twenty thirty forty fifty sixty seventy eighty ninety".split()
)
"""One of these words stands in whatever the form finds."""
_LATIN = sought(r"\b(?:lorem|dolor|amet|cupidatat|accumsan)\b")
_NO_PREFIX = frozenset("grata plus ultra compos profit-making and or".split())
_BASED = sought(
    r"(?<![\w’'-])([a-z]{3,}) (based|led|oriented|funded|driven|run|friendly|wide)"
    r"(?= ([a-z]{4,})\b)"
)
_BASED_WORDS = frozenset("based led oriented funded driven run friendly wide".split())
_BEFORE_BASED = frozenset(
    "is are was were be been being and or not also often mainly largely that which who has have "
    "had then thus more very most well newly now partly fully directly strongly firmly usually in "
    "the a an it they we so as still only just both all always being solely entirely since "
    "hence jointly locally "
    "community environmentally user centrally world nationally directly primarily".split()
)
_AFTER_BASED = frozenset(
    "upon around onto within from into with over open range array ranging variety them they their "
    "that this these those out away back your our its the his her through under along across "
    "towards toward mainly solely partly purely".split()
)


_NOUNS = frozenset("family youth volunteer data home faith peer nature needs tech goal".split())
"""Nouns that no ending shows."""
_BY_A_NAME = sought(
    r"(?:\b(?:[Aa]n?|of|other|many|several|these|two|three|new|for|through|by|with|and|under|on|in"
    r"|all|such|like|smart) (?=[A-Z]{2,} |[A-Z][a-z]+ based)"
    r"|(?<!the )(?<!The )\b(?=[A-Z]\w*[A-Z] based))"
    r"([A-Z]\w+ (?:funded|led|backed|based|wide|run))"
    r"(?= (?!the\b|an?\b|its\b|their\b|in\b|on\b|by\b|to\b|and\b|of\b|with\b|for\b|upon\b|at\b"
    r"|off\b|around\b|across\b|his\b|her\b|itself\b|or\b|is\b|are\b|was\b|were\b"
    r"|from\b)[a-z]{3,})"
)


def x107_hyphen_lost(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Co production*: what stands before a noun as one word has its hyphen.
    Remedy: put the hyphen in; fix=1 does it."""
    for block in sheet.blocks:
        if block.language[:2] == "fr":
            yield from strays.years(block)
        if block.language[:2] != "en":
            continue
        prefixed = () if block.vocabulary.isdisjoint(_PREFIXES) else _PREFIX.finditer(block.text)
        for found in prefixed:
            word = re.match(r"[\w-]*", block.text[found.end() :])
            if word and re.match(r" \d", block.text[found.end() + word.end() :]):
                continue  # `under age 13`
            if word and word[0] not in _NO_PREFIX and not _LATIN.search(block.text):
                yield from _lost(block, found.end() - 1, found[0] + word[0], found.start())
        if not is_references(block.section):
            yield from _before_nouns(block)


def _before_nouns(block: Block) -> Iterator[Mark]:
    if block.vocabulary.isdisjoint(_BASED_WORDS):
        return
    for found in _BY_A_NAME.finditer(block.text):
        yield from _lost(block, found.start(1) + found[1].index(" "), found[1], found.start(1))
    for found in _BASED.finditer(block.text):
        first, last = found[1], found[2]
        is_noun = re.search(r"(?:ity|ment|ness|ence|ance|der|ion|ism|ket|ject|dia|lth)$", first)
        is_known = is_noun is not None or (first in _NOUNS and last not in ("funded", "wide"))
        if first in _BEFORE_BASED or found[3] in _AFTER_BASED or not is_known:
            continue
        if first.endswith("ion") and last in ("run", "led"):
            continue
        yield from _lost(block, found.start(2) - 1, f"{first} {last}", found.start())


def _lost(block: Block, gap: int, words: str, start: int) -> Iterator[Mark]:
    if block.is_foreign(start) or OBJECT in words or block.kind == "cell":
        return
    right = "-".join(words.split())
    yield block.mark(
        "X107", gap, gap + 1, f"{words!r} has lost its hyphen", f"write {right}", WARNING, "-"
    )


_HYPHENED = sought(r"(?<![\w/@.-])(?<!\w\w[’'])([a-zà-ÿ]{2,})-([a-zà-ÿ]{3,})(?![\w’'/@-]|\.\w)")
_WORD = sought(r"(?<![\w/@.#-])(?<!\w\w[’'])[a-zà-ÿ]{5,}(?![\w’'/@-]|\.\w)")
_PAIR = sought(r"(?<![\w’'/@.#-])([a-z]{2,}) (?=([a-z]{3,})(?![\w’'/@-]|\.\w))")
_LOOSE = frozenset(
    "up out on in off down over by away back through under to for of the and or free term time "
    "level based scale side rate end day year month week hour range class size quality known "
    "established designed written defined documented being side specific wide ready old step "
    "stage scale way page source only risk impact income profile depth person site world life"
    " line long short high low first last full real open small large early late".split()
)
"""Second words that have a hyphen before a noun, and none behind the verb."""


def x108_two_forms_of_a_compound(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """One house writes *reoffending* or *re-offending*, and not both.
    Remedy: keep to the form that is more usual here."""
    for language in ("en", "fr"):
        blocks = list(_in_language(sheets, language))
        hyphened, solid = _compounds(blocks)
        yield from _closed(hyphened, solid)
        if language == "en":
            for words, apart in _apart(blocks, hyphened).items():
                yield from _minority(apart, hyphened[words], "X108")
            yield from _several(blocks, hyphened)
            yield from _electronic(blocks)


_MANY = kind("p", "jvr")
_NAMED = kind("n", "jr")
_TWO = sought(
    r"(?<![\w’'/@.#-])([a-z]{3,})([ -])(?=([a-z]{3,}s)"
    r"(?:[.,;:)!?]|$| (?:of|and|or|in|for|on|from|with|to|are|were|will|that|which|who|have|can|at"
    r"|as|by|is|was)\b))"
)
"""The second belongs to no third noun: nothing asks for a hyphen there."""


def _several(
    blocks: Sequence[Block], hyphened: dict[tuple[str, str], list[Spot]]
) -> Iterator[Mark]:
    """*Case-studies* here, *case studies* there: two nouns, and no third one behind them."""
    wanted = {
        words for words in hyphened
        if SIGNS[words[1]] in _MANY and SIGNS[words[0]] in _NAMED and words[1] not in _LOOSE
    }  # fmt: skip
    firsts = {first for first, _ in wanted}
    found: dict[tuple[str, str], tuple[list[Spot], list[Spot]]] = defaultdict(lambda: ([], []))
    for block in blocks if wanted else ():
        for place in _TWO.finditer(block.text) if block.has_word(firsts) else ():
            words = place[1], place[3]
            if words in wanted:
                found[words][place[2] == "-"].append((block, place.start(), place.end(3)))
    for _, forms in sorted(found.items()):
        if all(forms):
            yield from _worse(*forms)


_E = sought(r"(?<![\w@/.#’'-])(?:[Ee]-[A-Za-z]|e[A-Z])[a-z]{3,}(?![\w’'/@-]|\.\w)")
_NOT_OF_THESE = frozenset("mail mails".split())
"""Told as one thing in two forms."""


def _electronic(blocks: Sequence[Block]) -> Iterator[Mark]:
    """*E-book* here, *eBook* there."""
    found: dict[str, dict[str, list[Spot]]] = defaultdict(lambda: defaultdict(list))
    for block in blocks:
        for place in _E.finditer(block.text) if block.is_prose else ():
            word = place[0][1:].lstrip("-").lower()
            if word not in _NOT_OF_THESE and block.is_own(place.start()):
                found[word][f"e{place[0][1:]}"].append((block, *place.span()))
    for _, forms in sorted(found.items()):
        hyphened = [form for form in forms if "-" in form]
        for form in forms if len(hyphened) == 1 else ():
            if form not in hyphened:
                yield from _worse(forms[hyphened[0]], forms[form])


def _worse(good: list[Spot], bad: list[Spot]) -> Iterator[Mark]:
    """What the dictionary does not have, if it is not by far the more usual one."""
    less, more = (good, bad) if len(bad) > _FAR * len(good) else (bad, good)
    yield from _minority(less, more, "X108", is_usual=len(more) > len(less))


_FAR = 2


def _closed(
    hyphened: dict[tuple[str, str], list[Spot]], solid: dict[str, list[Spot]]
) -> Iterator[Mark]:
    for (first, second), spots in sorted(hyphened.items()):
        closed = solid.get(first + second, [])
        if closed:
            less, more = (spots, closed) if len(spots) <= len(closed) else (closed, spots)
            yield from _minority(less, more, "X108")
            # Where both are as usual, nobody knows which of them is the custom of the house.
            if 2 * len(less) >= len(more):
                yield from _minority(more[:3], less, "X108", is_usual=False)


def _compounds(
    blocks: Sequence[Block],
) -> tuple[dict[tuple[str, str], list[Spot]], dict[str, list[Spot]]]:
    hyphened: dict[tuple[str, str], list[Spot]] = defaultdict(list)
    for block in blocks:
        if "-" in block.text:
            for found in _HYPHENED.finditer(block.text):
                hyphened[found[1], found[2]].append((block, found.start(), found.end()))
    wanted = {first + second for first, second in hyphened}
    solid: dict[str, list[Spot]] = defaultdict(list)
    for block in blocks:
        if not block.has_word(wanted):
            continue
        for found in _WORD.finditer(block.text):
            if found[0] in wanted:
                solid[found[0]].append((block, found.start(), found.end()))
    return hyphened, solid


def _in_language(sheets: Sequence[Sheet], language: str) -> Iterator[Block]:
    for sheet in sheets:
        for block in sheet.blocks:
            if block.language[:2] == language and not is_references(block.section):
                yield block


def _apart(
    blocks: Sequence[Block], hyphened: dict[tuple[str, str], list[Spot]]
) -> dict[tuple[str, str], list[Spot]]:
    """Where the two words of a usual compound stand side by side, before one more word."""
    usual = {
        words for words, spots in hyphened.items() if len(spots) > 1
        and words[1] not in _LOOSE and not words[0].endswith("ly")
        and (words[1] in ("making", "cutting") or not words[1].endswith(("ed", "ing", "en")))
    }  # fmt: skip
    apart: dict[tuple[str, str], list[Spot]] = defaultdict(list)
    if usual:
        firsts = {first for first, _ in usual}
        for block in blocks:
            if not block.has_word(firsts):
                continue
            for found in _PAIR.finditer(block.text):
                if (found[1], found[2]) in usual:
                    spot = (block, found.start(), found.end() + len(found[2]))
                    apart[found[1], found[2]].append(spot)
    return {w: s for w, s in sorted(apart.items()) if 2 * len(s) <= len(hyphened[w])}


def _minority(
    less: list[Spot], more: list[Spot], code: str, is_usual: bool = True
) -> Iterator[Mark]:
    block, start, end = more[0]
    usual = block.text[start:end]
    where = block.sheet.where(block.at(start))
    times = f"{len(more)} times" if len(more) > 1 else "once"
    for block, start, end in less:
        if block.is_own(start):
            yield block.mark(
                code, start, end, f"{block.text[start:end]!r} is {usual!r} elsewhere ({times}, as "
                                  f"in {where.path.as_posix()}:{where.line})",
                f"write {usual}, or the other way everywhere", NOTE,
                usual if is_usual and len(more) > len(less) else None,
            )  # fmt: skip
