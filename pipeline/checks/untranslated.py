"""What was left in the original's language: a title, a label, the words of a link."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence

from pipeline.checks.couples import aligned, couples, headed
from pipeline.checks.english import words
from pipeline.checks.french import dictionary
from pipeline.checks.register import Register
from pipeline.checks.sheet import WARNING, Block, Mark, Sheet
from pipeline.sought import sought

_CALLS = {
    "en": sought(
        r"^\W*(?:read more|find out more|learn more|see more|more information|click here|download"
        r"|register(?: here| now)?|sign up|read on|subscribe|here)\W*$",
        re.IGNORECASE,
    ),
    "fr": sought(
        r"^\W*(?:en savoir plus|lire la suite|plus d['’]informations?|cliquez ici|télécharger"
        r"|s['’]inscrire|voir plus|ici)\W*$",
        re.IGNORECASE,
    ),
}


def t129_left_untranslated(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """A title that reads the same in two languages, *Read more* among French words.
    Remedy: translate it."""
    for sheet in sheets:
        if sheet.kind == "page" and sheet.slug in ("agenda", "images", "contacts", "organisation"):
            yield from _same_in_a_page(sheet)
        for block in sheet.prose:
            yield from _calls(block)
            yield from _credits(block)
    for first, second in couples(sheets, register):
        for one, other in aligned(first, second, register):
            if other.text == one.text and _is_a_word_of(other.text, one, other):
                yield _left(other, 0, len(other.text))
        for one, other in headed(first, second):
            if _is_same(one, other):
                yield _left(other, 0, len(other.text))


def _same_in_a_page(sheet: Sheet) -> Iterator[Mark]:
    """`{en: …, fr: …}` with the same words in both."""
    for one, other in itertools.pairwise(sheet.blocks):
        if one.key == other.key and one.key != "place" and _is_same(one, other):
            yield _left(other, 0, len(other.text))


def _is_same(one: Block, other: Block) -> bool:
    if one.language[:2] == other.language[:2] or one.text.strip() != other.text.strip():
        return False
    # Names are the same everywhere; three words with small letters are no name.
    return len(re.findall(r"(?<![^\W\d_])[a-zß-ÿ]{2,}", one.text)) > 2


def _calls(block: Block) -> Iterator[Mark]:
    for language, form in _CALLS.items():
        if language == block.language[:2] or block.language[:2] not in _CALLS:
            continue
        for link in block.links:
            if form.match(block.text[link.start : link.end]) and not block.is_foreign(link.start):
                yield _left(block, link.start, link.end)


_KNOWS: dict[str, Callable[[str], object]] = {"en": words.knows, "fr": dictionary.of}


def _is_a_word_of(text: str, one: Block, other: Block) -> bool:
    """`**Ends**`, as it stands in the original: a word of that language, and of this one none."""
    ours, theirs = (_KNOWS.get(block.language[:2]) for block in (one, other))
    word = text.strip(" -–—.:*")
    if ours is None or theirs is None or not word.isalpha() or word.isupper() or one is other:
        return False
    return ours is not theirs and bool(ours(word.lower())) and not theirs(word.lower())


_CREDIT = {
    "fr": sought(r"\b(?:Photo|Image|Picture|Photograph|Illustration|Text)s? by(?= [A-ZÀ-Ý©])"),
    "en": sought(r"\b(?:Crédits?(?: photo)?|(?:Photo|Image|Texte)s? (?:de|par))(?= [A-ZÀ-Ý©:])"),
}


def _credits(block: Block) -> Iterator[Mark]:
    """`Photo by Ana Ruiz` below a French picture."""
    form = _CREDIT.get(block.language[:2])
    for found in form.finditer(block.text) if form else ():
        if not block.is_foreign(found.start()):
            yield _left(block, *found.span())


def _left(block: Block, start: int, end: int) -> Mark:
    return block.mark(
        "T129", start, end, f"{block.text[start:end].strip()[:60]!r} was left untranslated",
        "translate it", WARNING,
    )  # fmt: skip
