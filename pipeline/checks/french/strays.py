"""Signs that stray in French: a hyphen apart from its word, marks apart from what they quote."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.french import dictionary
from pipeline.checks.sheet import NOTE, WARNING, Block, Mark
from pipeline.sought import sought

_APART = sought(r"(?<![\w’'-])([A-Za-zà-ÿœÀ-Þ][a-zà-ÿœ]+)(- | -)([a-zà-ÿœ]{2,})(?![\w’'-])")
_FIRST = frozenset("vice ex non mi semi demi sous avant après auto post micro contre".split())
"""With a word behind them they make a compound that no dictionary need have."""
_HANGING = frozenset("et ou à ni au".split())
"""Behind one of them goes on what a hyphen leaves open: `pré- et post-natal`."""


def hyphens(block: Block) -> Iterator[Mark]:
    """*La- bas*, *vice- président*: a space parts the two halves of a compound."""
    if "- " not in block.text and " -" not in block.text:
        return
    for found in _APART.finditer(block.text):
        if found[3] in _HANGING or not block.is_own(found.start()):
            continue
        right = _compound(found[1].lower(), found[3])
        if right:
            yield block.mark(
                "X145", *found.span(2), f"a space stands at the hyphen in {found[0]!r}",
                f"write {right}", WARNING, "-",
            )  # fmt: skip


def _compound(first: str, last: str) -> str:
    """
    >>> _compound("la", "bas"), _compound("vice", "présidente"), _compound("ville", "nous")
    ('là-bas', 'vice-présidente', '')
    """
    word = f"{first}-{last}"
    if dictionary.of(word) or (first in _FIRST and dictionary.of(last)):
        return word
    return next(iter(dictionary.alike(word)), "")


_QUOTED = sought(r"(?<![^\s(])(?<!\d )\"([ \u00a0])(?=\w)[^\"]*?[\w.,!?…]([ \u00a0])\"(?!\w)")
_BRACED = sought(r"(\{)[ \u00a0\u202f]?[«“]|[»”][ \u00a0\u202f]?(\})")


def quoted(block: Block) -> Iterator[Mark]:
    """*" sur les pas "*, *{« Oui »}*: straight marks cling to their words, and need no braces."""
    if block.language[:2] == "fr" and block.text.count('"') % 2 == 0:
        for found in _QUOTED.finditer(block.text):
            if block.is_said(found.start()):
                words = " ".join(found[0].split()[:4])
                yield block.mark(
                    "X106", *found.span(1), f"a space stands inside the quotation: {words!r}",
                    "take it out: the page sets its own", WARNING, "",
                )  # fmt: skip
    for found in _BRACED.finditer(block.text) if "{" in block.text or "}" in block.text else ():
        yield block.mark(
            "X106", *found.span(found.lastindex or 0),
            f"a brace stands at the quotation mark: {found[0]!r}", "take it out", WARNING, "",
        )  # fmt: skip


_OPEN = sought(r"(?<=[\wà-ÿ])(,)[ \u00a0\u202f]?(?:…|\.\.\.)(?=[ )]|$)")


def points(block: Block) -> Iterator[Mark]:
    """*Une république, une armée, …*: the points take the place of the comma."""
    if ",…" in block.text or ", …" in block.text or ",..." in block.text or ", ..." in block.text:
        for found in _OPEN.finditer(block.text):
            if block.is_own(found.start()):
                words = f"{block.text[: found.start()].split()[-1]}{found[0]}"
                yield block.mark(
                    "X105", *found.span(1), f"a comma stands before the points: {words!r}",
                    "keep the points alone", NOTE,
                )  # fmt: skip


_UNPAIRED = sought(r"(?<![\w.,/+=-])0[1-9]\d{8}(?![\w-]|[.,]\d)")


def dialled(block: Block) -> Iterator[Mark]:
    """*0123456789*: who dials a number reads it in pairs."""
    for found in _UNPAIRED.finditer(block.text) if block.has_figures else ():
        right = " ".join(found[0][at : at + 2] for at in range(0, 10, 2))
        yield block.mark(
            "T128", *found.span(), f"{found[0]} is not parted in pairs", f"write {right}", NOTE,
            right,
        )  # fmt: skip


_YEARS = sought(
    r"(?:(?i:années?|saisons?|exercices?|scolaires?|rentrée|budget) )((?:19|20)\d\d)( )"
    r"((?:19|20)\d\d)(?!\d| (?:19|20)\d\d)"
)


def years(block: Block) -> Iterator[Mark]:
    """*L'année 2019 2020*: something joins two years that make one."""
    for found in _YEARS.finditer(block.text) if block.has_figures else ():
        if int(found[3]) == int(found[1]) + 1:
            right = f"{found[1]}-{found[3]}"
            yield block.mark(
                "X107", found.start(1), found.end(3),
                f"nothing joins the two years in {found[0]!r}", f"write {right}", WARNING, right,
            )  # fmt: skip
