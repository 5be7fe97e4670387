"""What a text counts, and takes up again: *46 applications*, *of the 64 applications*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pipeline.checks import numerals
from pipeline.checks.counted import Count
from pipeline.checks.figured import is_slip
from pipeline.checks.sheet import WARNING, Block, Mark, Sheet
from pipeline.sought import sought

_FIGURE = r"(?P<count>\d{1,3}(?:[,\u00a0\u202f]\d{3})+|\d{2,5})"
_COUNTED = {
    "en": sought(
        rf"(?:\b(?P<the>[Tt]he|[Tt]hese|[Aa]ll|[Tt]hose) |(?<![\w.,/:–$€£#-])){_FIGURE}"
        r" (?P<thing>[a-z]{5,}s)\b"
    ),
    "fr": sought(
        rf"(?:\b(?P<the>[Ll]es|[Cc]es|[Dd]es|[Nn]os) |(?<![\w.,/:–$€£#-])){_FIGURE}"
        r"[ \u00a0\u202f](?P<thing>[a-zà-ÿ]{5,}s)\b"
    ),
}
_MEASURES = frozenset(
    "years months weeks hours minutes seconds times euros pounds dollars points pages percent "
    "metres meters miles tonnes grams degrees millions années semaines heures secondes mètres "
    "degrés autres others".split()
)


def taken_up(sheet: Sheet) -> Iterator[Mark]:
    """`The school has 700 pupils`, and further on `The 770 pupils`: the only two figures of it."""
    form = _COUNTED.get(sheet.language[:2])
    said: dict[str, list[tuple[Count, bool]]] = defaultdict(list)
    for block in sheet.prose if form else ():
        for found in form.finditer(block.text) if form and block.has_figures else ():
            if found["thing"] not in _MEASURES:
                count = Count(numerals.parsed(found["count"]), block, *found.span("count"))
                said[found["thing"]].append((count, found["the"] is not None))
    for thing, counts in said.items():
        if [is_taken_up for _, is_taken_up in counts] != [False, True]:
            continue
        (one, _), (other, _) = counts
        is_year = any(1900 <= count.value < 2100 for count in (one, other))
        if not is_year and _is_slip(one.value, other.value):
            yield other.block.mark(
                "F119", other.start, other.end,
                f"{other.typed} {thing} stand here, {one.typed} in this text above",
                "count again, and write the same in both places", WARNING,
            )  # fmt: skip


def _is_slip(one: float, other: float) -> bool:
    """
    >>> _is_slip(46, 64), _is_slip(700, 770), _is_slip(700, 684), _is_slip(120, 12)
    (True, True, False, False)
    """
    first, second = f"{one:.0f}", f"{other:.0f}"
    same = len(first) == len(second) and sum(a != b for a, b in zip(first, second, strict=True))
    return same in (1, 2) and is_slip(one, other) and (same == 1 or sorted(first) == sorted(second))


# First, second, third ---------------------------------------------------------------------

_ORDINALS = {
    "en": ("first", "second", "third", "fourth", "fifth", "sixth"),
    "fr": (
        "premièrement", "deuxièmement", "troisièmement", "quatrièmement", "cinquièmement",
        "sixièmement",
    ),
}  # fmt: skip
_OPENING = sought(r"[\W_]*(?P<word>[^\W\d_]+?)(?:ly)?,")
_LAST = frozenset(
    "final finally last lastly enfin finalement also moreover next then ensuite".split()
)


def in_their_order(block: Block) -> Iterator[Mark]:
    """`There are three reasons. First, … Second, … Third, … Fourth, …`"""
    order = _ORDINALS.get(block.language[:2], ())
    if not order or not block.says(f"{order[0]},", f"{order[0]}ly,"):
        return
    openings = [
        found["word"].lower() if (found := _OPENING.match(sentence.text)) else ""
        for sentence in block.sentences
    ]
    if order[0] not in openings[1:]:
        return
    at = openings.index(order[0], 1)
    told = [word for word in openings[at:] if word in order]
    lead = block.sentences[at - 1]
    numbers = [n for n in numerals.spoken(lead.text, block.language[:2]) if 2 <= n.value <= 6]
    if told != list(order[: len(told)]) or len(told) < 2 or len(numbers) != 1:
        return
    number = numbers[0]
    is_open = number.value > len(told) and not _LAST.isdisjoint(openings[at:])
    if number.value != len(told) and not is_open and abs(number.value - len(told)) <= 2:
        start, end = lead.start + number.start, lead.start + number.end
        yield block.mark(
            "F106", start, end,
            f"{block.text[start:end]!r} is announced, but {len(told)} are told in their order",
            "count again; add what is missing, or correct the number", WARNING,
        )  # fmt: skip


_RANKS = {
    "en": {"third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8},
    "fr": {"troisième": 3, "quatrième": 4, "cinquième": 5, "sixième": 6, "septième": 7,
           "huitième": 8},
}  # fmt: skip
_RANKED = {
    "en": sought(
        r"\b[Tt]he (?P<rank>third|fourth|fifth|sixth|seventh|eighth) (?P<thing>[a-z]{4,})\b"
    ),
    "fr": sought(
        r"\b(?:[Ll]e|[Ll]a) (?P<rank>troisième|quatrième|cinquième|sixième|septième|huitième) "
        r"(?P<thing>[a-zà-ÿ]{4,})\b"
    ),
}
_OWNED = {
    "en": sought(
        r"\b(?:has|have|into|in|of|are|with) (?P<count>[a-z]{3,5}) (?P<thing>[a-z]{4,}s)\b"
    ),
    "fr": sought(
        r"\b(?:a|ont|en|de|compte|comporte|sur|y a) (?P<count>[a-z]{4,6}) "
        r"(?P<thing>[a-zà-ÿ]{4,}s)\b"
    ),
}
_NO_PARTS = frozenset(
    "edition editions meeting time year month week century quarter day hour party person place "
    "prize round édition fois année mois semaine siècle trimestre jour heure place prix tour "
    "personne partie-prenante".split()
)


def beyond_the_last(sheet: Sheet) -> Iterator[Mark]:
    """`The plan has four pillars`, and in the same paragraph `The fifth pillar`."""
    language = sheet.language[:2]
    for block in sheet.prose if language in _RANKED else ():
        if not block.has_word(_RANKS[language].keys()):
            continue
        counts: dict[str, float] = {}
        for found in _OWNED[language].finditer(block.text):
            number = numerals.table(language).get(found["count"], 0.0)
            if 2 <= number <= 7:
                counts[found["thing"]] = 0.0 if found["thing"] in counts else number
        for found in _RANKED[language].finditer(block.text):
            thing, rank = found["thing"], _RANKS[language][found["rank"]]
            count = counts.get(f"{thing}s", 0.0)
            if count and rank == count + 1 and thing not in _NO_PARTS:
                yield block.mark(
                    "F106", found.start("rank"), found.end(),
                    f"{found['rank']!r} {thing}: there are {count:.0f}",
                    "count again; correct one of the two", WARNING,
                )  # fmt: skip
