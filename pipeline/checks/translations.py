"""Translations: nothing that the original says is lost on the way."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from pipeline.checks import almanac, days, language, renderings
from pipeline.checks.couples import Pair, aligned, couples, headed
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, WARNING, Block, Mark, Sheet
from pipeline.sought import sought


def t120_translation_lost_a_link(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """A link of the original is missing in its translation.
    Remedy: link the same words here."""
    for first, second in couples(sheets, register):
        lost = _count_links(first) - _count_links(second)
        told = 0
        for one, other in aligned(first, second, register):
            missing = len(one.links) - len(other.links)
            is_one = missing > 0 and one.kind == other.kind
            # Where the translation has as many in all, the words of the link tell: a name.
            if is_one and (lost > 0 or _is_named(one, other)):
                told += missing
                yield other.mark(
                    "T120", 0, min(60, len(other.text)),
                    f"the original has {_counted(len(one.links))} here, the translation "
                    f"{_counted(len(other.links))}",
                    f"link {one.links[-1].url} here too", WARNING,
                )  # fmt: skip
        if lost > 0 and not told:
            body = next(b for b in second.blocks if not b.key)
            yield body.mark(
                "T120", 0, min(60, len(body.text)), f"the translation has "
                                                    f"{_counted(_count_links(second))}, the "
                                                    f"original {_count_links(first)}",
                "compare the two", WARNING,
            )  # fmt: skip


def _is_named(one: Block, other: Block) -> bool:
    """Whether the words of the one link that is gone still stand there, without it."""
    known = {link.url for link in other.links}
    gone = [link for link in one.links if link.url not in known]
    name = one.text[gone[0].start : gone[0].end] if len(gone) == 1 else ""
    return " " in name and name[0].isupper() and name in other.text


def _counted(number: int) -> str:
    return "no link" if not number else "one link" if number == 1 else f"{number} links"


def _count_links(sheet: Sheet) -> int:
    return sum(len(block.links) for block in sheet.blocks if not block.key)


def t121_translation_changed_a_figure(
    sheets: Sequence[Sheet], register: Register
) -> Iterator[Mark]:
    """A figure, a share, an hour or a look-up differs between a text and its translation.
    Remedy: write the same figure in both."""
    for first, second in couples(sheets, register):
        for one, other in (*aligned(first, second, register), *headed(first, second)):
            for slip in renderings.differing(one, other):
                yield from unlike("T121", one, other, slip, sheets, "figure")
        for one, other, slip in renderings.cells(aligned(first, second, register)):
            yield from unlike("T121", one, other, slip, sheets, "figure")
        lost = _lookups(first, "facts.", register) - _lookups(second, "facts.", register)
        for name in sorted(lost):
            if not _is_typed(name, second, register):
                yield from _lost_lookup("T121", second, name)


def unlike(
    code: str, one: Block, other: Block, slip: renderings.Slip, sheets: Sequence[Sheet], what: str
) -> Iterator[Mark]:
    """Told where it is wrong; in both texts, if no other text tells which one that is."""
    sides = (
        (one, slip[0], other, slip[1], "translation"),
        (other, slip[1], one, slip[0], "original"),
    )
    known = [_stands_elsewhere(block, place, sheets) for block, place, *_ in sides]
    for (block, (start, end), beside, (begin, stop), whose), is_known in zip(
        sides, known, strict=True
    ):
        if not is_known or all(known):
            yield block.mark(
                code, start, end,
                f"{block.text[start:end]} stands here, {beside.text[begin:stop]} in the {whose}",
                f"write the same {what} in both", WARNING,
            )  # fmt: skip


_IS_RARE = sought(r"\d{2}|\d[.,]|[^\W\d]{7}")


def _stands_elsewhere(block: Block, place: renderings.Place, sheets: Sequence[Sheet]) -> bool:
    """Whether another text of this language says the same of the same thing."""
    start, end = place
    after = block.lowered[end : end + 24].split()
    said = " ".join([block.lowered[start:end], *after[:2]])
    # Of small numbers every text has some.
    if len(after) < 2 or not after[0].isalpha() or not _IS_RARE.match(said):
        return False
    return any(
        said in sheet.reading.lowered
        for sheet in sheets
        if sheet is not block.sheet and sheet.language == block.language
    )


def _is_typed(name: str, sheet: Sheet, register: Register) -> bool:
    """Whether the value of a look-up stands in the text, though typed."""
    facts = {
        fact.id.replace("-", "_"): fact for fact in register.copy(sheet.language).facts.values()
    }
    fact = facts.get(name.split(".")[1])
    if fact is None or isinstance(fact.value, str):
        return False
    told = fact.on(sheet.date or register.today).value
    return any(told in renderings.all_numbers(block) for block in sheet.blocks if not block.key)


def _lookups(sheet: Sheet, kind: str, register: Register) -> set[str]:
    """What the text looks up; a name that nothing has is told where it stands."""
    copy = register.any_copy
    known = {"facts.": copy.facts, "events.": [event.id for event in copy.agenda]}[kind]
    ids = {one.replace("-", "_") for one in known}
    names = {name for b in sheet.blocks if not b.key for _, name in b.lookups}
    return {name for name in names if name.startswith(kind) and name.split(".")[1] in ids}


def _lost_lookup(code: str, sheet: Sheet, name: str) -> Iterator[Mark]:
    body = [b for b in sheet.blocks if not b.key]
    yield body[0].mark(
        code, 0, min(60, len(body[0].text)), f"the original tells {name}, the translation does not",
        f"write {{{{ {name} }}}} where it belongs", WARNING,
    )  # fmt: skip


def t122_translation_lost_an_event(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """The original names an event of the agenda, its translation does not.
    Remedy: write the look-up here too."""
    for first, second in couples(sheets, register):
        theirs = {name.split(".")[1] for name in _lookups(second, "events.", register)}
        lost = {name.split(".")[1]: name for name in sorted(_lookups(first, "events.", register))}
        for event, name in sorted(lost.items()):
            if event not in theirs:
                yield from _lost_lookup("T122", second, name)


def t123_translation_lost_a_section(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """The original has headings, items or paragraphs that its translation lacks.
    Remedy: translate them, or say that it is an abridged version."""
    for first, second in couples(sheets, register):
        ours = [b for b in first.blocks if not b.key]
        theirs = [b for b in second.blocks if not b.key]
        pairs = aligned(first, second, register)
        # Of much that is missing the writer knows.
        if 0 < len(ours) - len(theirs) <= 2 and len(pairs) >= 0.8 * len(ours):
            yield from _lost_blocks(ours, theirs, pairs)
        else:
            yield from _fewer(ours, theirs)


def _lost_blocks(
    ours: Sequence[Block], theirs: Sequence[Block], pairs: Sequence[Pair]
) -> Iterator[Mark]:
    """Each block without a partner, told at the one before its place."""
    partners = {one.start: other for one, other in pairs}
    taken = {other.start for _, other in pairs}
    last = theirs[0]
    if any(block.start not in taken for block in theirs):
        return
    for block in ours:
        last = partners.get(block.start, last)
        if block.start not in partners and len(block.words) > 2 and block.kind != "cell":
            stop = len(last.text.rstrip())
            yield last.mark(
                "T123", max(0, stop - 30), stop,
                f"behind this the original goes on: {' '.join(block.text.split())[:50]!r}",
                "translate it too", WARNING,
            )  # fmt: skip


def _fewer(ours: Sequence[Block], theirs: Sequence[Block]) -> Iterator[Mark]:
    for kind, word in (("heading", "headings"), ("item", "items")):
        mine, other = (sum(b.kind == kind for b in side) for side in (ours, theirs))
        if other and mine > other:
            body = theirs[0]
            yield body.mark(
                "T123", 0, min(60, len(body.text)),
                f"the original has {mine} {word}, the translation {other}",
                "translate what is missing", NOTE,
            )  # fmt: skip


def t124_translation_changed_a_date(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """A date or a day of the week differs between a text and its translation.
    Remedy: look it up, and write the same in both."""
    for first, second in couples(sheets, register):
        for one, other in (*aligned(first, second, register), *headed(first, second)):
            ours = list(days.spans(one.text, one.language))
            theirs = list(days.spans(other.text, other.language))
            told = _months(one, other) if not ours and not theirs else _dates(ours, theirs)
            for slip in list(told) or _full_dates(one, other):
                yield from unlike("T124", one, other, slip, sheets, "date")


def _dates(ours: Sequence[days.Span], theirs: Sequence[days.Span]) -> Iterator[renderings.Slip]:
    known = {(s.first, s.last, s.month): s for s in ours}
    said = {(s.first, s.last, s.month) for s in theirs}
    if len(ours) != len(theirs):
        return
    for mine, span in zip(ours, theirs, strict=True):
        same = known.get((span.first, span.last, span.month))
        place = (span.start, span.end)
        if same is None:
            is_said = (mine.first, mine.last, mine.month) in said
            lost = [s for s in ours if (s.first, s.last, s.month) not in said]
            meant = lost[0] if is_said and lost else mine
            yield (meant.start, meant.end), place
        elif same.year and span.year and same.year != span.year and len(ours) == len(known):
            yield (same.start, same.end), place


def _full_dates(one: Block, other: Block) -> Iterator[renderings.Slip]:
    """Days with their years, in whatever language and form: *24.11.2026*, *24 november 2026*."""
    ours, theirs = (list(almanac.full(side.text, side.language)) for side in (one, other))
    known, said = ({day.date for day in side} for side in (ours, theirs))
    lost = [day for day in ours if day.date not in said]
    added = [day for day in theirs if day.date not in known]
    if len(ours) == len(theirs) and len(lost) == len(added):
        for mine, day in zip(lost, added, strict=True):
            yield (mine.start, mine.end), (day.start, day.end)


def _months(one: Block, other: Block) -> Iterator[renderings.Slip]:
    """`The first Saturday of June`: a month without a day, a weekday without a date."""
    for named in (renderings.months, renderings.weekdays):
        ours, theirs = named(one), named(other)
        known = {name for name, _, _ in ours}
        is_turned = len(ours) == 2 and [n for n, *_ in ours] == [n for n, *_ in reversed(theirs)]
        for (mine, *place), (said, *there) in zip(ours, theirs, strict=False):
            if len(ours) == len(theirs) and mine != said and (said not in known or is_turned):
                yield (place[0], place[1]), (there[0], there[1])
                if is_turned:
                    break


SHORT = 0.84
"""Of the usual length beside the original: less, and a sentence fewer, is a loss."""


def _median(numbers: Sequence[float]) -> float:
    """
    >>> _median([3.0, 1.0, 2.0]), _median([4.0, 1.0, 2.0, 3.0])
    (2.0, 2.5)
    """
    ordered, middle = sorted(numbers), len(numbers) // 2
    return (ordered[middle] + ordered[~middle]) / 2


_MANY = 4
"""Of so many sentences one is too little for the whole to be short without it."""
_SURE, _CLOSE = 0.75, 0.1


def _has_a_gap(one: Block, other: Block, usual: float) -> bool:
    """Whether the sentences agree in length where one is left out, and better than where any two
    of them were made one."""
    wanted = [len(sentence.text) for sentence in one.sentences]
    typed = [len(sentence.text) for sentence in other.sentences]
    if len(wanted) < _MANY:
        return False
    rows = range(len(wanted))
    left_out = min(
        (_apart([*wanted[:at], *wanted[at + 1 :]], typed, usual) for at in rows), key=sum
    )
    joined = min(
        (
            _apart([*wanted[:at], wanted[at] + wanted[at + 1], *wanted[at + 2 :]], typed, usual)
            for at in rows[:-1]
        ),
        key=sum,
    )
    return sum(left_out) < _SURE * sum(joined) and left_out[0] < _CLOSE


def _apart(wanted: Sequence[int], typed: Sequence[int], usual: float) -> tuple[float, float]:
    """How far the sentences are from the length of their originals, each in its share, and how far
    all of them from what is usual."""
    scale = sum(typed) / sum(wanted)
    pairs = zip(wanted, typed, strict=True)
    shares = sum(abs(scale * one - other) for one, other in pairs) / sum(typed)
    return shares, abs(math.log(scale / usual))


def t126_translation_lost_a_sentence(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """A paragraph has a sentence less than in the original, and is shorter for it.
    Remedy: translate the sentence too."""
    by_language: dict[str, list[tuple[float, Pair]]] = {}
    for first, second in couples(sheets, register):
        told = by_language.setdefault(second.language, [])
        for one, other in aligned(first, second, register):
            if one.kind in ("paragraph", "item", "quote") and len(one.text) > 60:
                told.append((len(other.text) / len(one.text), (one, other)))
    for told in by_language.values():
        usual = _median([ratio for ratio, _ in told] or [1.0])
        for ratio, (one, other) in told:
            count, all_ = len(other.sentences), len(one.sentences)
            all_ = language.own_sentences(one, register) if count < all_ else all_
            is_short = ratio <= SHORT * usual
            if count < all_ and (is_short or (count == all_ - 1 and _has_a_gap(one, other, usual))):
                stop = len(other.text.rstrip())
                yield other.mark(
                    "T126", max(0, stop - 30), stop,
                    f"of the {all_} sentences of the original here, "
                    f"{'one is' if count == 1 else f'{count} are'} left",
                    "translate the sentence too", WARNING,
                )  # fmt: skip
