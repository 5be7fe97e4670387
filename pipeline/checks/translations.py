"""Translations: nothing that the original says is lost on the way."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.checks import days, numerals
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, WARNING, Block, Mark, Sheet


def _couples(sheets: Sequence[Sheet], register: Register) -> Iterator[tuple[Sheet, Sheet]]:
    """Each translation with its original."""
    default = register.languages[0]
    originals = {
        (s.kind, s.group, s.slug): s for s in sheets if s.language == default and s.kind != "page"
    }
    for sheet in sheets:
        original = originals.get((sheet.kind, sheet.group, sheet.slug))
        if original is None or original is sheet or sheet.language == default:
            continue
        if all(any(not b.key for b in one.blocks) for one in (sheet, original)):
            yield original, sheet


def _aligned(first: Sheet, second: Sheet) -> Iterator[tuple[Block, Block]]:
    """The blocks of two bodies that stand for each other."""
    one = [b for b in first.blocks if not b.key]
    other = [b for b in second.blocks if not b.key]
    if [_shape(b) for b in one] == [_shape(b) for b in other]:
        yield from zip(one, other, strict=True)
        return
    matcher = difflib.SequenceMatcher(
        None, [_signature(b) for b in one], [_signature(b) for b in other], autojunk=False
    )
    for tag, start, end, begin, stop in matcher.get_opcodes():
        if tag == "equal" or (
            # A longer stretch without a common figure may be another list of other things.
            tag == "replace"
            and end - start <= 3
            and [_shape(b) for b in one[start:end]] == [_shape(b) for b in other[begin:stop]]
        ):
            yield from zip(one[start:end], other[begin:stop], strict=True)


def _headed(first: Sheet, second: Sheet) -> Iterator[tuple[Block, Block]]:
    """The texts of the keys that both have."""
    for key in ("title", "subtitle", "standfirst", "subject", "preheader"):
        one = [b for b in first.blocks if b.key == key]
        other = [b for b in second.blocks if b.key == key]
        if len(one) == len(other):
            yield from zip(one, other, strict=True)


def _shape(block: Block) -> tuple[str, int]:
    return block.kind, block.level


def _signature(block: Block) -> tuple[object, ...]:
    """What a block keeps in any language: its kind, its links, its numbers."""
    urls = tuple(sorted(_url(link.url) for link in block.links))
    numbers = tuple(sorted(n.value for n in numerals.written(block.text) if n.value >= 10))
    return block.kind, block.level, urls, numbers


def _url(url: str) -> str:
    return re.sub(r"/(?:en|fr|de|es|it|nl)(?=/|$)|^https?://(?:www\.)?|/$", "", url)


def t120_translation_lost_a_link(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """A link of the original is missing in its translation.
    Remedy: link the same words here."""
    for first, second in _couples(sheets, register):
        lost = _count_links(first) - _count_links(second)
        if lost <= 0:
            continue
        told = 0
        for one, other in _aligned(first, second):
            missing = len(one.links) - len(other.links)
            if missing > 0 and one.kind == other.kind:
                told += missing
                yield other.mark(
                    "T120", 0, min(60, len(other.text)),
                    f"the original has {_counted(len(one.links))} here, the translation "
                    f"{_counted(len(other.links))}",
                    f"link {one.links[-1].url} here too", WARNING,
                )  # fmt: skip
        if not told:
            body = next(b for b in second.blocks if not b.key)
            yield body.mark(
                "T120", 0, min(60, len(body.text)), f"the translation has "
                                                    f"{_counted(_count_links(second))}, the "
                                                    f"original {_count_links(first)}",
                "compare the two", WARNING,
            )  # fmt: skip


def _counted(number: int) -> str:
    return "no link" if not number else "one link" if number == 1 else f"{number} links"


def _count_links(sheet: Sheet) -> int:
    return sum(len(block.links) for block in sheet.blocks if not block.key)


def _figures(block: Block) -> Counter[float]:
    """The figures that a translator must keep: those of two digits and more."""
    # A telephone number is no figure: one language may tell the desk behind it.
    found = [n for n in numerals.written(block.text) if not re.match(r"0\d", block.text[n.start :])]
    found += [n for n in numerals.spoken(block.text, block.language) if 11 <= n.value < 100]
    return Counter(n.value for n in found if n.value >= 10 or n.value != int(n.value))


def _all_numbers(block: Block) -> set[float]:
    values = {n.value for n in numerals.written(block.text)}
    values |= {n.value for n in numerals.spoken(block.text, block.language)}
    values |= {float(n.value) for n in numerals.ordinals(block.text, block.language)}
    values |= {float(v) for v in re.findall(r"\d+", block.text)}
    is_hour = re.search(r"\b[ap]\.?m\b|\d ?h\b|\d[:.]\d\d|o['’]clock|heures|Uhr", block.text)
    hours = {v + 12 for v in values if v < 13} if is_hour else set()
    return values | {v * 1000 for v in values} | hours


def t121_translation_changed_a_figure(
    sheets: Sequence[Sheet], register: Register
) -> Iterator[Mark]:
    """A figure, or a look-up of one, differs between a text and its translation.
    Remedy: write the same figure in both."""
    for first, second in _couples(sheets, register):
        for one, other in (*_aligned(first, second), *_headed(first, second)):
            yield from _differing(one, other)
        lost = _lookups(first, "facts.") - _lookups(second, "facts.")
        for name in sorted(lost):
            if not _is_typed(name, second, register):
                yield from _lost_lookup("T121", second, name)


def _is_typed(name: str, sheet: Sheet, register: Register) -> bool:
    """Whether the value of a look-up stands in the text, though typed."""
    facts = {
        fact.id.replace("-", "_"): fact for fact in register.copy(sheet.language).facts.values()
    }
    fact = facts.get(name.split(".")[1])
    if fact is None or isinstance(fact.value, str):
        return False
    told = fact.on(sheet.date or register.today).value
    return any(told in _all_numbers(block) for block in sheet.blocks if not block.key)


def _differing(one: Block, other: Block) -> Iterator[Mark]:
    if one.kind == "cell":
        return
    mine, theirs = _figures(other), _figures(one)
    missing = {v for v in theirs if v not in _all_numbers(other)}
    added = {v for v in mine if v not in _all_numbers(one)}
    if not missing or not added or len(missing) > 2:
        return
    wrong = sorted(added)[0]
    every = [*numerals.written(other.text), *numerals.spoken(other.text, other.language)]
    at = next(n for n in every if n.value == wrong)
    told = " and ".join(f"{value:.10g}" for value in sorted(missing))
    yield other.mark(
        "T121", at.start, at.end, f"{other.text[at.start : at.end]} stands here, {told} in the "
                                  f"original",
        "write the same figure in both", WARNING,
    )  # fmt: skip


def _lookups(sheet: Sheet, kind: str) -> set[str]:
    names = {name for b in sheet.blocks if not b.key for _, name in b.lookups}
    return {name for name in names if name.startswith(kind)}


def _lost_lookup(code: str, sheet: Sheet, name: str) -> Iterator[Mark]:
    body = [b for b in sheet.blocks if not b.key]
    yield body[0].mark(
        code, 0, min(60, len(body[0].text)), f"the original tells {name}, the translation does not",
        f"write {{{{ {name} }}}} where it belongs", WARNING,
    )  # fmt: skip


def t122_translation_lost_an_event(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """The original names an event of the agenda, its translation does not.
    Remedy: write the look-up here too."""
    for first, second in _couples(sheets, register):
        ours = {name.split(".")[1] for name in _lookups(first, "events.")}
        theirs = {name.split(".")[1] for name in _lookups(second, "events.")}
        for name in sorted(ours - theirs):
            yield from _lost_lookup("T122", second, f"events.{name}.dates")


def t123_translation_lost_a_section(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """The original has headings or items that its translation lacks.
    Remedy: translate them, or say that it is an abridged version."""
    for first, second in _couples(sheets, register):
        for kind, word in (("heading", "headings"), ("item", "items")):
            ours = sum(b.kind == kind and not b.key for b in first.blocks)
            theirs = sum(b.kind == kind and not b.key for b in second.blocks)
            if theirs and ours > theirs:
                body = next(b for b in second.blocks if not b.key)
                yield body.mark(
                    "T123", 0, min(60, len(body.text)),
                    f"the original has {ours} {word}, the translation {theirs}",
                    "translate what is missing", NOTE,
                )  # fmt: skip


def t124_translation_changed_a_date(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """A date differs between a text and its translation.
    Remedy: look it up, and write the same in both."""
    for first, second in _couples(sheets, register):
        for one, other in _aligned(first, second):
            ours = list(days.spans(one.text, one.language))
            theirs = list(days.spans(other.text, other.language))
            if len(ours) != len(theirs) or not ours:
                continue
            told = {(s.first, s.last, s.month, s.year) for s in ours}
            for span in theirs:
                if (span.first, span.last, span.month, span.year) not in told and _is_full(
                    span, ours
                ):
                    shown = " and ".join(one.text[s.start : s.end] for s in ours)
                    yield other.mark(
                        "T124", span.start, span.end,
                        f"{other.text[span.start : span.end]} stands here, {shown} in the original",
                        "write the same date in both", WARNING,
                    )  # fmt: skip


def _is_full(span: days.Span, ours: list[days.Span]) -> bool:
    """Whether the difference is one of day or month, not of a year left out."""
    return all((s.first, s.last, s.month) != (span.first, span.last, span.month) for s in ours)
