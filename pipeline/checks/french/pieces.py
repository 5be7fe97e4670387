"""Pieces that the forms of French agreement are made of, and how a form is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pipeline.checks import signs
from pipeline.checks.concordance import Forms
from pipeline.checks.french import lookalikes
from pipeline.checks.register import Register
from pipeline.checks.sheet import Mark, Sheet
from pipeline.sought import sought

LETTER = r"[a-zà-ÿœ]"
END = r"(?![\w’'·⋅/(-]|\.\w)"
IN_É, IN_ÉE = rf"{LETTER}{{2,}}é", rf"{LETTER}{{2,}}ée"
ADVERBS = (
    r"(?:(?:déjà|aussi|toujours|encore|bien|très|désormais|souvent|ainsi|donc|maintenant|parfois"
    r"|ensuite|alors|presque|plus|moins|pas|jamais|peu|trop|tout|tous|toutes"
    rf"|{LETTER}+ment) )*"
)
CLITICS = r"(?:(?:ne|se|me|te|nous|vous|le|la|les|lui|leur|y|en) |[nsmtl][’'](?:y |en )?)*"
COMPLEMENT = (
    r"(?:(?!(?:qui|que|où|dont|quand|et|ou|est|a|sera|était)\b)"
    rf"(?:{LETTER}|[A-ZÀ-Þ’'-])+ ){{0,6}}?"
)
"""What may stand between a noun and its verb: `la ville de Riga`."""

Right = Callable[[re.Match[str], Register], str]
"""What the words found should be, or nothing where they are right."""
Row = tuple[Right, str, str]


def told(words: str) -> Right:
    """The same in every place, but for nouns that only look like a participle or a verb."""
    return lambda found, _: "" if lookalikes.is_no_form(_last(found).lower()) else words


def turned(turn: Callable[[str], str]) -> Right:
    """Another form of the word that was found."""
    return lambda found, _: turn(_last(found))


def _last(found: re.Match[str]) -> str:
    return str(found[found.lastindex or 0])


def disagreeing(sheet: Sheet, forms: Forms[Right], register: Register) -> Iterator[Mark]:
    """A mark on each word that does not agree, by a table of forms."""
    for place in signs.in_sentences(sheet, forms, "fr", signs.is_lined):
        yield from of_place(place, register)


def of_place(place: signs.Place[Right], register: Register) -> Iterator[Mark]:
    found = place.found
    if place.is_plain and place.is_whole and not _is_one_of(found):
        right = place.right(found, register)
        if right:
            message = f"{place.words!r} does not agree: {found[0].strip()!r}"
            yield place.mark("X138", message, f"write {right}")


_ONE_OF = sought(
    r"\b(?:[Cc]hacun|[Cc]hacune|[Aa]ucun|[Ll][’']un|[Uu]n|[Uu]ne|[Nn]i) (?:de|d[’'])?\s*$"
)


def _is_one_of(found: re.Match[str]) -> bool:
    """`Chacun des projets est`: what stands in front is the subject."""
    return _ONE_OF.search(found.string[max(0, found.start() - 20) : found.start()]) is not None
