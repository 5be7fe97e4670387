"""How French spaces its signs, its measures and its dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks import days
from pipeline.checks.sheet import NOTE, WARNING, Block, Mark
from pipeline.sought import sought

_ENDS = "[a-zà-ÿœA-ZÀ-Þ0-9»)\\]%€²°’']"
_BARE = sought(rf"(?<={_ENDS})[:;!?]+(?=[\s»)]|$)|(?<={_ENDS}{_ENDS}\"):(?=\s|$)")
"""Signs that have a space before them; an address or an hour goes on behind its colon."""
_OURS = ("Note:", "Notes:")
"""The marks of what a speaker says; with a space they are read as well."""
_INSIDE = sought(r"«(?=[^\s\u00a0\u202f])|(?<=[^\s\u00a0\u202f])»")
_BEHIND_DOTS = sought(r"(?<=[a-zà-ÿA-ZÀ-Þ]{2})(?:\.\.\.|…)(?=[A-ZÀ-Þ]{2}|[A-ZÀ-Þ][a-zà-ÿ])")
_ORDINAL = sought(
    r"(?<![\w.,/-])(?:1 (?:er|re|ère)|[2-9] (?:e|ème|nde?))(?= [a-zà-ÿ]{3,})"
    r"|(?<![\w.,/-])(?:1 ère|(?:[2-9]|[1-9]\d) i?ème)(?= [a-zà-ÿ]|[.,;:)]|$)"
)


def signs(block: Block) -> Iterator[Mark]:
    """*Vous: venez!*, *«Ici»*: printed with their spaces, and better typed with them."""
    text = block.text
    if block.language[:2] != "fr":
        return
    if any(sign in text for sign in ":;!?"):
        yield from _before(block)
    if "«" in text or "»" in text:
        for found in _INSIDE.finditer(text):
            at = found.start() + (found[0] == "«")
            yield from _lost(block, at, "inside the quotation marks")
    for found in _BEHIND_DOTS.finditer(text) if "..." in text or "…" in text else ():
        yield from _lost(block, found.end(), "behind the points")
    yield from elisions(block)
    yield from former(block) if block.says("ex ") else ()
    for found in _ORDINAL.finditer(text) if block.has_figures else ():
        at = found.start() + 1
        yield block.mark(
            "X145", at, at + 1, f"a space stands in {found[0]!r}", "take it out", WARNING, ""
        )


_LETTER_ALONE = sought(
    r"(?<![\w’'./@–-])(?:(?:[LlDdJj]|[Qq]u) (?=[aeiouyàâéèêëîôœ][a-zà-ÿ]|h(?:abit|eure|iver|istoire"
    r"|omme|onneur|ôpital|umain|ygiène))|n (?=y (?:a|avait|aura)\b|est pas\b|a pas\b|ont pas\b))"
    r"|\b[Aa]ujourd (?=hui\b)"
)


def elisions(block: Block) -> Iterator[Mark]:
    """`L eau manque`, `il n y a pas`: the apostrophe was lost on the way."""
    for found in _LETTER_ALONE.finditer(block.text):
        before = block.text[: found.start()].rstrip()[-1:]
        # `Le point D est là`, `l et d`: a letter that stands for itself.
        is_begun = found[0][0].islower() or before in ("", ".", "!", "?", "«", ":")
        if is_begun and not _ITSELF.match(block.text, found.end()) and block.is_own(found.start()):
            yield block.mark(
                "X145", *found.span(), f"the apostrophe behind {found[0][:-1]!r} is lost",
                "put it in", WARNING, f"{found[0][:-1]}’",
            )  # fmt: skip


_FORMER = sought(
    r"(?<![\w.-])(?<!par )(?P<ex>ex|(?<=^)Ex)(?P<gap>[ \u00a0])(?!(?:aequo|æquo|nihilo|ante"
    r"|post|voto|libris|situ|vivo|cathedra|abrupto|officio|professo|silentio|tempore|novo|machina)\b)"
    r"(?=[a-zà-ÿ]{4,}|[A-ZÀ-Þ][\w-]+)"
)


def former(block: Block) -> Iterator[Mark]:
    """`L’ex maire`, `l’ex RN7`: *ex* has its hyphen."""
    for found in _FORMER.finditer(block.text):
        if block.is_own(found.start()):
            yield block.mark(
                "X145", *found.span(), f"{found['ex']!r} has its hyphen", "write ex-", NOTE,
                f"{found['ex']}-",
            )  # fmt: skip


_ITSELF = sought(r"(?:et|ou|est|à|en|a|ont|avec)\b")


def _before(block: Block) -> Iterator[Mark]:
    # In Québec the high signs cling to their word.
    here = ":" if block.language.lower() == "fr-ca" else ":;!?"
    for found in _BARE.finditer(block.text):
        if found[0][0] in here and block.text[: found.end()] not in _OURS:
            yield from _lost(block, found.start(), f"before {found[0]}")


def _lost(block: Block, at: int, where: str) -> Iterator[Mark]:
    if block.is_foreign(at):
        return
    before, after = block.text[:at].rsplit(None, 1)[-1:], block.text[at:].split(None, 1)[:1]
    words = "".join((*before, *after))
    yield block.mark(
        "X145", at, at, f"no space stands {where} in {words!r}", "put a space in", NOTE, " "
    )


_MONTHS = days.MONTHS["fr"].replace(" ", "|")
_UNIT = sought(
    r"(?<![\w.,/#+-])\d+(?:[ \u00a0\u202f]\d{3})*(?:[.,]\d+)?"
    r"((?:[MKk]?€|%|[ck]?m[²2]?|kg|km/h|[kMGT]Wh?|ha|mn|[KMG]o)(?![\w²-]))"
)
_UNPARTED = sought(
    r"(?<![\w.,:/#+-])(?<!\d )[1-9]\d{4,7}(?= (?:euros?|€|habitant|personne|visiteur|exemplaire"
    r"|élève|étudiant|emploi|logement|entreprise|adhérent|membre|signature|arbre|kilomètre|tonne"
    r"|foyer|salarié|agent|spectateur|participant)(?:e?s)?\b)"
)
_MILLIONS = sought(r"(?<![\w.,])\d+(?:,\d+)?(M)(?= ?€| (?:de|d[’']))")
_DAY = sought(rf"(?<![\d/.-])(?:0([1-9])) ({_MONTHS})\b", re.IGNORECASE)


def measures(block: Block) -> Iterator[Mark]:
    """*10€*, *3km*, *02 mai*: as French writes them."""
    text = block.text
    for found in _UNIT.finditer(text):
        right = f"{found[0][: found.start(1) - found.start()]} {found[1]}"
        yield from _written(block, *found.span(), right)
    for found in _UNPARTED.finditer(text):
        yield from _written(block, *found.span(), f"{int(found[0]):,}".replace(",", " "))
    for found in _MILLIONS.finditer(text) if "M" in text else ():
        yield from _written(block, *found.span(), f"{found[0][:-1]} millions")
    if block.vocabulary.isdisjoint(_MONTHS.split("|")):
        return
    for found in _DAY.finditer(text):
        day = "1er" if found[1] == "1" else found[1]
        yield from _written(block, found.start(), found.end(1), f"{day} {found[2]}", found[0])


def _written(block: Block, start: int, end: int, right: str, typed: str = "") -> Iterator[Mark]:
    if block.is_own(start):
        typed, instead = typed or block.text[start:end], right.split()[0] if typed else right
        yield block.mark(
            "T128", start, end, f"{typed!r} is not how French has it", f"write {right}", NOTE,
            instead,
        )  # fmt: skip
