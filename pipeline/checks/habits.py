"""Habits of one house: how it types its marks, its lists, its small numbers and its ranges."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipeline.checks.english.vocabulary import MONTHS
from pipeline.checks.forms import Spot, place, times
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, OBJECT, Block, Mark, Sheet
from pipeline.checks.structure import is_references
from pipeline.sought import sought

Forms = Mapping[str, list[Spot]]


def _fewer(forms: Forms, least: int = 3) -> Iterator[tuple[str, list[Spot], str, list[Spot]]]:
    """Each form that is not the usual one, and the usual one, if there is one."""
    ordered = sorted((name for name in forms if forms[name]), key=lambda n: (-len(forms[n]), n))
    if len(ordered) < 2 or len(forms[ordered[0]]) < least:
        return
    for name in ordered[1:]:
        if len(forms[name]) < len(forms[ordered[0]]):
            yield name, forms[name], ordered[0], forms[ordered[0]]


def _prose(sheets: Sequence[Sheet], *signs: str) -> Iterator[Block]:
    """English running text in which one of the *signs* stands."""
    for sheet in sheets:
        for block in sheet.prose:
            if block.language[:2] == "en" and any(sign in block.text for sign in signs):
                yield block


# Marks ------------------------------------------------------------------------------------

_MARKS = {
    "curved quotation marks": sought("[“”]"),
    "straight quotation marks": sought('(?<!\\d)"'),
    "curved apostrophes": sought(r"(?<=\w)’(?=\w)|(?<=s)’(?=\s)"),
    "straight apostrophes": sought(r"(?<=[^\W\d_])'(?=\w)|(?<=s)'(?=\s)"),
}


def x132_straight_and_curved_marks(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """Some quotation marks and apostrophes were typed straight, others curved.
    Remedy: type straight ones: they are set in the manner of the language."""
    found: dict[str, list[Spot]] = defaultdict(list)
    for block in _prose(sheets, '"', "'", "“", "”", "’"):
        for name, form in _MARKS.items():
            first = form.search(block.text)
            if first and not block.is_foreign(first.start()):
                found[name].append((block, first.start(), first.end()))
    for noun in ("quotation marks", "apostrophes"):
        forms = {name: spots for name, spots in found.items() if name.endswith(noun)}
        for name, spots, usual, others in _fewer(forms):
            for block, start, end in spots:
                yield block.mark(
                    "X132", start, end,
                    f"{name} stand here, {usual} in {times(len(others)).replace('times', 'blocks')}"
                    f" (as in {place(others[0])})",
                    "type straight ones: they are set as the language wants them", NOTE,
                )  # fmt: skip


_STOP_INSIDE = sought(r"(?<=[a-zà-ÿ])[.,][”\"](?=\s|$)")
_TWO_STOPS = sought(r"(?<=[?!])[”\"]\.(?=\s|$)")
_STOP_OUTSIDE = sought(r"(?<=[a-zà-ÿ?!])[”\"][.,](?=\s|$)")


def x133_stop_and_closing_mark(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """Behind words in quotation marks one house sets the stop inside the marks, or outside.
    Remedy: set it as it is set elsewhere; a whole sentence keeps its stop inside."""
    forms: dict[str, list[Spot]] = defaultdict(list)
    for block in _prose(sheets, '"', "”"):
        if block.kind == "quote":
            continue
        for found in _TWO_STOPS.finditer(block.text):
            yield block.mark(
                "X133", found.start(), found.end(), "the quotation has its own stop already",
                "take the full stop out", NOTE,
            )  # fmt: skip
        for name, form in (("inside", _STOP_INSIDE), ("outside", _STOP_OUTSIDE)):
            for found in form.finditer(block.text):
                quoted = re.search(r"[“\"]([^“”\"]*)$", block.text[: found.start()])
                if quoted and not _is_sentence(quoted[1], block.text[: quoted.start()]):
                    forms[name].append((block, found.start(), found.end()))
    # Words that are no sentence leave the stop outside, if the house has no habit.
    usual = "inside" if len(forms["inside"]) > len(forms["outside"]) else "outside"
    name = "outside" if usual == "inside" else "inside"
    for block, start, end in forms[name] if forms[usual] else ():
        yield block.mark(
            "X133", start, end,
            f"the stop is {name} the quotation mark, {usual} it in {place(forms[usual][0])}",
            f"set it {usual}", NOTE,
        )  # fmt: skip


def _is_sentence(words: str, before: str) -> bool:
    """Whether the quotation is a sentence by itself: its stop belongs to it."""
    return len(words.split()) > 5 and words[:1].isupper() and not before.rstrip()[-1:].isalpha()


# Dashes ----------------------------------------------------------------------------------

_PARTS = sought(r"(?<=[^\W\d_]) ?([–—]) ?(?=[^\W\d_])")


def x148_two_forms_of_a_dash(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*The quays – all of them – are open* here, *the quays — all of them — are open* there: one
    house has one dash.
    Remedy: write the one that is more usual here."""
    forms: dict[tuple[str, str], list[Spot]] = defaultdict(list)
    for sheet in sheets:
        for block in sheet.prose:
            if "—" not in block.text and "–" not in block.text:
                continue
            for found in _PARTS.finditer(block.text):
                if found[1] == "—" or " " in found[0]:
                    spot = (block, found.start(1), found.end(1))
                    forms[block.language[:2], found[1]].append(spot)
    for (language, sign), spots in sorted(forms.items()):
        other = "–" if sign == "—" else "—"
        usual = forms.get((language, other), [])
        if len(usual) < 6 or len(usual) < 3 * len(spots):
            continue
        for block, start, end in spots:
            if block.is_own(start):
                yield block.mark(
                    "X148", start, end, f"{sign} stands here, {other} elsewhere "
                                        f"({times(len(usual))}, as in {place(usual[0])})",
                    f"write {other}", NOTE,
                )  # fmt: skip


# Lists in a sentence ----------------------------------------------------------------------

_ITEM = r"(?:[^\W\d_][\w’'/-]*(?: \((?:\d{4}|[A-Z][\w ]{1,20})\))?)"
_SHORT = rf"{_ITEM}(?: (?!(?:and|or|but|is|are|was|were|has|have|which|who|that)\b){_ITEM}){{0,3}}"
_SERIAL = sought(
    rf"(?<!, )\b{_SHORT}(?:, {_SHORT})+(,) (?:and|or) (?=[a-zà-ÿA-Z])(?!(?:it|they|we|he|she|you|i"
    r"|this|that|there|these|those|who|which|where|when|if|so|thus|therefore|then|is|are|was|were"
    r"|has|have|will|can|must|should|could|would|to|as|not|also|often|therefore)\b)",
    re.IGNORECASE,
)
_PLAIN = sought(rf"(?<!, )\b{_SHORT}(?:, {_SHORT})+ (and|or) (?={_SHORT}(?:[.;:)]|, |$| ))")


def x134_comma_before_and(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*A, B, and C* here, *A, B and C* there: one house has the comma before *and*, or has not.
    Remedy: keep to the form that is more usual here."""
    forms: dict[str, list[Spot]] = defaultdict(list)
    for block in _prose(sheets, ", "):
        if block.text.count(", ") < 2 and ", and " not in block.text:
            continue
        if not re.search(r", (?:[^,.;]{2,40}), (?:and|or) |, [^,.;]{2,30} (?:and|or) ", block.text):
            continue
        for sentence in block.sentences:
            if " and " in sentence.text or " or " in sentence.text:
                _gather_lists(block, sentence.text, sentence.start, forms)
    for name, spots, usual, others in _fewer(forms, 6):
        # Where both are usual, nothing is the custom of the house.
        if 2 * len(spots) > len(others):
            continue
        for block, start, end in spots:
            yield block.mark(
                "X134", start, end, f"this list is {name} a comma before 'and'; {len(others)} are "
                                    f"{usual} it (as in {place(others[0])})",
                "write it as the others", NOTE,
            )  # fmt: skip


def _gather_lists(block: Block, text: str, start: int, forms: dict[str, list[Spot]]) -> None:
    for name, form in (("with", _SERIAL), ("without", _PLAIN)):
        for found in form.finditer(text):
            inner = found[0][: found.start(1) - found.start()]
            if OBJECT in inner or re.search(r"\b(?:and|or)\b", inner):
                continue
            at = start + found.start(1)
            if block.is_own(at):
                forms[name].append((block, at, at + len(found[1])))


# Numbers ----------------------------------------------------------------------------------

_SMALL = "two|three|four|five|six|seven|eight|nine"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens|dozen"
_COUNTED = (
    r"(?= (?:(?!million|billion)[a-z-]{3,} )?"
    r"(?!(?:times|per|percent|of|out|million|billion)\b)[a-z]{3,}s\b)"
)
_NONE: frozenset[str] = frozenset()


def _signs(words: str) -> frozenset[str]:
    return frozenset(words.split("|"))


_NUMBERS = {
    "small": (
        ("a word", _signs(_SMALL), sought(rf"\b(?:{_SMALL}){_COUNTED}", re.IGNORECASE)),
        ("a figure", _NONE, sought(rf"(?<![\w.,:/°€$£#+-])(?<!to )[2-9]{_COUNTED}")),
    ),
    "tens": (
        ("a figure", _NONE, sought(rf"(?<![\w.,:/°€$£#+-])[2-9]\d{_COUNTED}")),
        ("a word", _signs(_TENS), sought(rf"\b(?:{_TENS}){_COUNTED}", re.IGNORECASE)),
    ),
}


def _likely(block: Block) -> Iterator[tuple[str, str, re.Pattern[str]]]:
    """The forms whose words or figures the block has."""
    words, has_figures = block.vocabulary, block.has_figures
    for kind, forms in _NUMBERS.items():
        for name, signs, form in forms:
            if words & signs if signs else has_figures:
                yield kind, name, form


def t118_numbers_in_words_and_figures(
    sheets: Sequence[Sheet], register: Register
) -> Iterator[Mark]:
    """*Five forums* here, *5 forums* there: small numbers are words in one house, or figures.
    Remedy: write it as the others."""
    spots: dict[str, dict[str, list[Spot]]] = {kind: defaultdict(list) for kind in _NUMBERS}
    for sheet in sheets:
        for block in sheet.prose:
            if block.language[:2] != "en" or is_references(block.section):
                continue
            for kind, name, form in _likely(block):
                for found in form.finditer(block.text):
                    if block.is_own(found.start()):
                        spots[kind][name].append((block, found.start(), found.end()))
    for kind in _NUMBERS:
        for name, odd, usual, others in _fewer(spots[kind], 4):
            if 3 * len(odd) > len(others) + 2:
                continue
            for block, start, end in odd:
                yield block.mark(
                    "T118", start, end, f"{block.text[start:end]!r} is {name}; {len(others)} "
                                        f"numbers like it are {usual} (as in {place(others[0])})",
                    f"write {usual}", NOTE,
                )  # fmt: skip


_RANGE = sought(
    r"(?<![\w/.-])(?:(?:19|20)\d\d( ?[-–—] ?)(?:19|20)?\d\d|\d{1,2}( ?[-–—] ?)\d{1,2}(?= [A-Z]"
    r"[a-z]{2,8}(?: (?:19|20)\d\d)?\b))(?![\w/-])"
)
_HALF = sought(
    rf"\b(?:{MONTHS}) (?:19|20)\d\d ?[-–—] ?(?:19|20)\d\d\b"
    rf"|(?<![\w.-])(?<![a-z] )(?:19|20)\d\d ?[-–—] ?(?:{MONTHS}) (?:19|20)\d\d\b"
)


def d119_two_forms_of_a_range(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*2019-2021* here, *2019 – 2021* there, and *January 2019 – 2021* that begins in a month and
    ends in a year.
    Remedy: write ranges in one form, and both ends alike."""
    forms: dict[str, list[Spot]] = defaultdict(list)
    for sheet in sheets:
        for block in sheet.blocks:
            if not block.has_figures or not ("-" in block.text or "–" in block.text):
                continue
            for found in _RANGE.finditer(block.text):
                spot = (block, found.start(), found.end())
                if not _HALF.search(block.text, max(0, found.start() - 10), found.end() + 10):
                    forms[found[1] or found[2]].append(spot)
            for found in _HALF.finditer(block.text):
                yield block.mark(
                    "D119", found.start(), found.end(), f"one end of {found[0]!r} has a month, the "
                                                        f"other has none",
                    "write both ends alike", NOTE,
                )  # fmt: skip
    for _, odd, usual, others in _fewer(forms):
        for block, start, end in odd:
            words = block.text[start:end]
            right = re.sub(r"(?<=\d) ?[-–—] ?(?=\d)", usual, words)
            yield block.mark(
                "D119", start, end, f"{words!r} is not written like the others "
                                    f"({times(len(others))}, as in {place(others[0])})",
                f"write {right}", NOTE, right,
            )  # fmt: skip
