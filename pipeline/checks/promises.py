"""What a text promises and cannot keep: chapters, annexes, attachments, an hour of release."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.checks.register import Register
from pipeline.checks.sheet import WARNING, Block, Mark, Sheet
from pipeline.sought import sought

_TO = (
    r"(?:\b(?:see|in|and|to|cf\.?|voir|dans|au|du|le|vgl\.|siehe|explained in|described in)\s+"
    r"|\()"
)
_CHAPTER = sought(rf"(?i:{_TO}(?:chapter|chapitre|Kapitel)\s+)(\d{{1,2}})\b(?!\s*%)")
_ELSEWHERE = sought(
    r"\s+(?:of (?:the|their|his|her|its|that|this|[A-Z])|du|de (?:la|l['’])|des|in (?:the|their))\b"
)
_ANNEX = sought(
    r"(?i:\b(?:see|cf\.?|voir)\s(?:also |aussi )?(?:l['’]|in )?(?:annexe?|appendix)\s+)"
    r"(\d{1,2}|[A-H]|[IVX]{1,4})\b"
)
_HAS_ANNEX = sought(r"^\W*(?:annex|annexe|appendix|anhang)\b", re.IGNORECASE)
_PAGE = sought(r"\b(?:see|voir|cf\.?)\s+(?:on |à la )?(?:page|p\.)\s?(\d{1,3})\b", re.IGNORECASE)
_OTHER = sought(r"\s+(?:of|in|du|de|des|dans)\s+(?:the |la |le |l['’])?\W?[A-ZÀ-Ö\ufffc«\"“*]")


def s149_reference_to_what_is_not_there(
    sheets: Sequence[Sheet], register: Register
) -> Iterator[Mark]:
    """*See chapter 5* of three, *annex 4* of none, *page 14* of a text that is set anew each time.
    Remedy: name the heading, and link it."""
    chapters = Counter((s.group, s.language) for s in sheets if s.kind == "chapter" and _number(s))
    is_annexed = any(_is_annex(block) for sheet in sheets for block in sheet.blocks)
    for sheet in sheets:
        if sheet.kind not in ("chapter", "manifesto", "section", "kit", "release"):
            continue
        most = max((chapters[sheet.group, language] for language in register.languages), default=0)
        for block in sheet.saying("chapter", "chapitre", "annex", "appendix", "page", "p."):
            if block.kind not in ("paragraph", "item", "quote"):
                continue
            for found, told in _not_there(block, most, is_annexed):
                yield block.mark(
                    "S149", found.start(), found.end(), f"{found[0].strip()!r}: {told}",
                    "name the heading, and link it", WARNING,
                )  # fmt: skip


def _not_there(block: Block, most: int, is_annexed: bool) -> Iterator[tuple[re.Match[str], str]]:
    kind = block.sheet.kind
    for found in _CHAPTER.finditer(block.text) if most and kind in ("chapter", "manifesto") else ():
        rest = block.text[found.end() :]
        if int(found[1]) > most and not (_OTHER.match(rest) or _ELSEWHERE.match(rest)):
            yield found, f"there are {most} chapters"
    for found in _ANNEX.finditer(block.text) if not is_annexed else ():
        if not _OTHER.match(block.text, found.end()):
            yield found, "there is no annex"
    # Beside a link it is a page of what is linked.
    for found in _PAGE.finditer(block.text) if not block.links else ():
        if not _OTHER.match(block.text, found.end()):
            yield found, "every form of this text has pages of its own"


def _number(sheet: Sheet) -> bool:
    return bool(re.match(r"\d", sheet.slug))


def _is_annex(block: Block) -> bool:
    return block.kind in ("heading", "field") and bool(_HAS_ANNEX.match(block.text))


_ATTACHED = sought(
    r"\b(?:please find attached|find attached|attached (?:you will find|please find)|(?:is|are) "
    r"attached to this (?:newsletter|release|letter|e-?mail|message|mail)|see attached"
    r"|the attached (?:file|document|programme|pdf|press release|photo\w*|picture\w*|letter)"
    r"|en pièces? jointes?|ci-joint(?:e|s|es)?|joint(?:e|s|es)? à (?:ce|cet|cette|la présente) "
    r"(?:communiqué|lettre|courriel|message|infolettre|newsletter)|im Anhang finden|anbei)\b",
    re.IGNORECASE,
)


def r123_attachment_that_is_not_there(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Please find attached*: what is made here for many readers carries no attachment.
    Remedy: link the document, and say where it is."""
    if sheet.kind not in ("release", "news", "issue", "section", "kit", "boilerplate"):
        return
    for block in sheet.saying("attached", "joint", "anhang", "anbei"):
        for found in _ATTACHED.finditer(block.text):
            # A link may stand beside the words.
            if block.kind in ("heading", "cell") or block.links:
                continue
            yield block.mark(
                "R123", found.start(), found.end(), f"{found[0]!r}, and nothing is attached",
                "link the document, and say where it is", WARNING,
            )  # fmt: skip


_AT_ONCE = sought(
    r"\b(?:for immediate release|immediate release|for immediate use|pour diffusion immédiate"
    r"|diffusion immédiate|zur sofortigen Veröffentlichung)\b",
    re.IGNORECASE,
)
_HELD = sought(
    r"\b(?:embargo(?:ed)?|not (?:for|to be) (?:publication|published|release[d]?) before"
    r"|sous embargo|Sperrfrist)\b",
    re.IGNORECASE,
)


def r124_immediate_and_under_embargo(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*For immediate release*, and an embargo beside it: a newsroom cannot obey both.
    Remedy: keep the one that is true; an embargo is the key `embargo`."""
    if sheet.kind != "release":
        return
    for block in sheet.saying("immediate", "immédiate", "sofortig"):
        for found in _AT_ONCE.finditer(block.text):
            if _HELD.search(block.text) or sheet.keys.get("embargo"):
                yield block.mark(
                    "R124", found.start(), found.end(),
                    f"{found[0]!r} stands beside an embargo",
                    "keep the one that is true", WARNING,
                )  # fmt: skip


_FILE = sought(r"^\S+\.(?:png|jpe?g|gif|webp|svg|tiff?|heic)$|^(?:IMG|DSC|DSCN|P)[_-]?\d{3,}\S*$",
               re.IGNORECASE)  # fmt: skip
_PICTURE_OF = sought(
    r"^(?:an? )?(?:image|picture|photo(?:graph)?|graphic) (?:of|showing)\b"
    r"|^(?:une )?(?:image|photo(?:graphie)?) (?:de|du|des|d['’])",
    re.IGNORECASE,
)


def a105_alternative_text_says_nothing(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*IMG_2041.jpg*, *Image of …*: that it is a picture is told anyway; what it shows is not.
    Remedy: say what is to be seen, in one sentence."""
    for block in sheet.blocks:
        if block.key != "alt":
            continue
        words = block.text.strip()
        if _FILE.match(words):
            told = f"{words!r} is the name of a file"
        elif found := _PICTURE_OF.match(words):
            told = f"it begins with {found[0]!r}"
        else:
            continue
        yield block.mark(
            "A105", 0, len(block.text), told, "say what is to be seen, in one sentence", WARNING
        )
