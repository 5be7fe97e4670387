"""Names that stand in two forms: with a capital and without, joined and apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.checks.french import bodies
from pipeline.checks.sheet import NOTE, Block, Mark, Sheet
from pipeline.checks.structure import is_references
from pipeline.sought import sought

Spot = tuple[Block, int, int]

_NAMED = sought(
    r"([A-ZÀ-Þ][a-zà-ÿ-]{3,}) "
    r"((?:de la |de l[’']|du |des |de |d[’'])?[A-ZÀ-Þ][\w-]+"
    r"|[a-zà-ÿ]{4,} (?:de|du|des|pour|d[’'])(?: la| l[’']| les)? ?[\w-]+)(?![\w-])"
)


_INSIDE = frozenset("abcdefghijklmnopqrstuvwxyzàâçèéêëîïôùûü,")


def of_names(sheets: Sequence[Sheet], language: str) -> Iterator[Mark]:
    blocks = [
        block for sheet in sheets for block in sheet.blocks
        if block.language[:2] == language[:2] and block.kind != "cell"
        and not (block.is_capitals or is_references(block.section))
    ]  # fmt: skip
    yield from _joined(blocks)
    yield from _of_acronyms(blocks)
    if language[:2] == "fr":
        yield from _of_bodies(blocks)
        yield from _of_last(blocks)
    if language[:2] in _THINGS:
        yield from _of_things(blocks, language[:2])
    if language[:2] == "en":
        yield from _of_one_text(blocks)


_ACRONYM = sought(r"[A-Z](?<![\w@#/.’'-].)(?:[A-Z][a-rt-z]|[a-z][A-Z])(?![\w@/’'-]|\.\w)")
_WHOLE = sought(r"(?<![\w@#/.-])[A-Z]{3}(?![\w@/-])")


def _of_acronyms(blocks: Sequence[Block]) -> Iterator[Mark]:
    """*FTe* here, *FTE* three times elsewhere: so short a word is compared with capitals alone."""
    odd: dict[str, list[Spot]] = defaultdict(list)
    for block in blocks:
        for found in _ACRONYM.finditer(block.text):
            if block.is_own(found.start()):
                odd[found[0].upper()].append((block, *found.span()))
    usual: dict[str, list[Spot]] = defaultdict(list)
    for block in blocks if odd else ():
        for found in _WHOLE.finditer(block.text):
            if found[0] in odd:
                usual[found[0]].append((block, *found.span()))
    for word, spots in odd.items():
        if len(usual[word]) >= _OFTEN:
            yield from _told(spots, usual[word])


_OFTEN = 3
_OF_ONE_KIND = frozenset(
    "constitution convention charte charter traité treaty commission assemblée assembly parlement "
    "parliament union fédération federation congrès congress sénat senate".split()
)
"""Of other things a house may mean its own by the capital, and any by the small letter."""
_ENDS = r"(?![\w’'-]| [A-ZÀ-Þ]| d[eu’'][^ ]* ?[A-ZÀ-Þ])"
_THINGS = {
    "fr": (
        "[Ll]a|[Ll]e|[Uu]ne?|[Cc]ette|[Cc]e|[Dd]u|[Nn]otre",
        sought(
            r"[A-ZÀ-Þ](?<=[a-zà-ÿ,] .)(?:(?<=\b[Ll][ae] .)|(?<=\b[Uu]n .)|(?<=\b[Uu]ne .)"
            r"|(?<=\b[Cc]e .)|(?<=\b[Cc]ette .)|(?<=\b[Dd]u .)|(?<=\b[Nn]otre .))"
            rf"[a-zà-ÿ]{{4,}}{_ENDS}"
        ),
    ),
    "en": (
        "[Tt]he|[Tt]his|[Oo]ur",
        sought(
            r"[A-Z](?:(?<=\b[Tt]he .)|(?<=\b[Tt]his .)|(?<=\b[Oo]ur .))[a-z]{3,}"
            r"(?![\w’'-]| [A-Z]| (?:of|for|on)(?: the)? [A-Z])"
        ),
    ),
}
"""By language: what stands before a thing, and the thing with a capital behind it."""


def _of_things(blocks: Sequence[Block], language: str) -> Iterator[Mark]:
    """*La constitution* in a text that has *la Constitution* three times."""
    ones, thing = _THINGS[language]
    spots: dict[tuple[int, str], list[Spot]] = defaultdict(list)
    texts: dict[int, list[Block]] = defaultdict(list)
    for block in blocks:
        texts[id(block.sheet)].append(block)
        for found in thing.finditer(block.text) if block.has_word(_OF_ONE_KIND) else ():
            if found[0].lower() in _OF_ONE_KIND and bodies.is_said(block, found.start()):
                spots[id(block.sheet), found[0]].append((block, *found.span()))
    for (sheet, word), large in spots.items():
        if len(large) >= _OFTEN:
            form = re.compile(rf"(?<=[a-zà-ÿ,] )(?:{ones}) ({word.lower()}){_ENDS}")
            small = [
                (block, *found.span(1))
                for block in texts[sheet]
                for found in form.finditer(block.text)
            ]  # fmt: skip
            if small and len(large) >= _OFTEN * len(small):
                yield from _told(small, large)


_SMALL = sought(r"\b(?:the|this|our|an?|each|every|your|its) ([a-z]{4,})\b")
_PRESSED = sought(r"[>\\|]")
"""In a row of what is pressed on a screen, capitals are those of the screen."""


def _of_one_text(blocks: Sequence[Block]) -> Iterator[Mark]:
    """*The Book* in a text that has *the book* three times, in English."""
    large: dict[tuple[int, str], list[Spot]] = defaultdict(list)
    for block in blocks:
        for found in _THINGS["en"][1].finditer(block.text) if block.is_prose else ():
            word = found[0].lower()
            before = block.text[: found.start()].rstrip().rpartition(" ")[0]
            is_within = before[-1:].isalpha() and block.is_own(found.start())
            if is_within and word not in _OF_ONE_KIND and _is_alone(block.text, found.end()):
                large[id(block.sheet), word].append((block, *found.span()))
    wanted = {word for _, word in large}
    small: dict[tuple[int, str], list[Spot]] = defaultdict(list)
    for block in blocks if wanted else ():
        for found in _SMALL.finditer(block.text) if block.has_word(wanted) else ():
            if found[1] in wanted:
                small[id(block.sheet), found[1]].append((block, *found.span(1)))
    for key, spots in large.items():
        if len(small[key]) >= _OFTEN * len(spots):
            yield from _told(spots, small[key])


_BEHIND = frozenset(
    "and or of in on at for to from with by is are was were will has have had can that which who "
    "as but when where if we you they".split()
)


def _is_alone(text: str, end: int) -> bool:
    """Whether no other noun stands behind it, and nothing is pressed."""
    if _PRESSED.search(text):
        return False
    behind = text[end : end + 12].split()
    return not behind or text[end] in ".,;:)!?" or behind[0].rstrip(".,;:") in _BEHIND


def _of_bodies(blocks: Sequence[Block]) -> Iterator[Mark]:
    """*L'Université de Lille* here, *l'université de Lille* there, in French."""
    large: dict[str, list[Spot]] = defaultdict(list)
    for block in blocks:
        for found in _NAMED.finditer(block.text):
            before = block.text[max(0, found.start() - 2) : found.start()]
            if not before or before[-1] not in " ’'" or before[0] not in _INSIDE:
                continue
            if _is_name(found) and bodies.is_said(block, found.start()):
                large[_plain(found[0])].append((block, *found.span()))
    small: dict[str, list[Spot]] = defaultdict(list)
    for block in blocks if large else ():
        text = _plain(block.text)
        for term in large:
            for found in re.finditer(re.escape(term), text) if term in text else ():
                at, end = found.span()
                if block.text[at].islower() and not _goes_on(text, end):
                    small[term].append((block, at, end))
    for term, spots in large.items():
        if term in small:
            others = small[term]
            # Of two that are as usual, the small letter is the better one.
            is_usual = len(spots) > len(others)
            yield from _told(*((others, spots) if is_usual else (spots, others)))


_LAST = sought(
    r"[A-ZÀ-Þ][a-zà-ÿ-]{3,}(?: [a-zà-ÿ-]{4,}){1,2} (?:de la |de l[’']|des |du |d[’']|de )"
    r"([^\W\d_][a-zà-ÿ]{3,})(?![\w-])"
)


def _of_last(blocks: Sequence[Block]) -> Iterator[Mark]:
    """*La Convention européenne de la jeunesse*, where it is *de la Jeunesse* elsewhere."""
    spots: dict[str, tuple[list[Spot], list[Spot]]] = defaultdict(lambda: ([], []))
    for block in blocks:
        for found in _LAST.finditer(block.text):
            if bodies.is_said(block, found.start()):
                both = spots[_plain(found[0])]
                both[found[1][0].islower()].append((block, *found.span()))
    for large, small in spots.values():
        if small and len(large) >= _OFTEN and len(large) > len(small):
            yield from _told(small, large)


_BODIES = frozenset(
    "agence assemblée association autorité bureau centre chambre comité commission conseil "
    "délégation direction école fédération fondation institut laboratoire observatoire office "
    "secrétariat syndicat union université référentiel parc".split()
)
_NO_NAMES = frozenset("open data france paris base bases haut haute".split())
"""What names of many things begin with."""


def _is_name(found: re.Match[str]) -> bool:
    """Whether it is one body: of an ordinary thing the capital is told by itself."""
    last = found[2].split()[-1].split("’")[-1].split("'")[-1]
    if found[2][0].islower() and last[0].islower():
        return found[1].lower() in _BODIES
    is_plain = bodies.is_ordinary(last) or not _NO_NAMES.isdisjoint(
        (found[1].lower(), last.lower())
    )
    return bodies.is_head(found[1]) and not is_plain


def _plain(words: str) -> str:
    return words.lower().replace("’", "'")


def _goes_on(text: str, end: int) -> bool:
    return text[end : end + 1].isalnum() or text[end : end + 1] == "-"


def _told(odd: list[Spot], usual: list[Spot]) -> Iterator[Mark]:
    first, begin, stop = usual[0]
    where = first.sheet.where(first.at(begin))
    shown = first.text[begin:stop]
    count = f"{len(usual)} times" if len(usual) > 1 else "once"
    for block, start, end in odd[:5]:
        yield block.mark(
            "X109", start, end,
            f"{block.text[start:end]!r} is {shown!r} elsewhere ({count}, as in "
            f"{where.path.as_posix()}:{where.line})",
            f"write {shown}, or the other way everywhere", NOTE,
        )  # fmt: skip


_JOINED = sought(
    r"([A-ZÀ-Þ](?<![\w@#/.’'-].)[a-zà-ÿ]{2,})([A-ZÀ-Þ][a-zà-ÿ]{3,})(?![\w@/-]|\.\w|\()"
)


def _joined(blocks: Sequence[Block]) -> Iterator[Mark]:
    """*FranceRelance* here, *France Relance* there."""
    one: dict[str, list[Spot]] = defaultdict(list)
    for block in blocks:
        for found in _JOINED.finditer(block.text):
            if block.is_own(found.start()):
                one[f"{found[1]} {found[2]}"].append((block, *found.span()))
    two: dict[str, list[Spot]] = defaultdict(list)
    for block in blocks if one else ():
        for words in one:
            at = block.text.find(words)
            if at >= 0 and not _goes_on(block.text, at + len(words)):
                two[words].append((block, at, at + len(words)))
    for words, spots in one.items():
        if words in two:
            ordered = sorted((spots, two[words]), key=len)
            yield from _told(*ordered)
