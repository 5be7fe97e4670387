"""What a text promises and cannot keep: chapters, annexes, attachments, an hour of release."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.checks import days
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
_IN_ANNEX = sought(
    # *A line in an annex* is a way of speaking.
    r"\b(?:see|in|to) the annex(?= ?[.;,)]|$)|\bThe annex (?:lists|contains|gives|shows|has)\b"
    r"|\b(?:see|found|listed|given|set out) in an annex(?= ?[.;,)]|$)"
    r"|\b(?:voir|dans) l['’]annexe(?= ?[.;,)]|$)|\bL['’]annexe (?:liste|contient|donne|présente)\b"
    r"|\b(?:voir|figurent?|trouver(?:ez)?|(?:donn|list|présent|détaill)ée?s?|jointe?s?) en annexe"
    r"(?= ?[.;,)]|$)"
)
_FIGURE = sought(
    r"(?:\(|\b)(?:see|cf\.?|voir) (?:also |aussi )?(?:the |la |le )?(?:fig(?:ure|\.)?|table"
    r"|tableau|graph"
    r"|graphique|chart|photo)s? \d{1,2}\b(?:\))?",
    re.IGNORECASE,
)
_BELOW = sought(
    r"\b(?:see|as described|as listed|listed|as shown|shown) below(?= ?[.;,)!]|$)"
    r"|\b(?:voir|comme indiqué|détaillée?s?) ci-dessous(?= ?[.;,)!]|$)",
    re.IGNORECASE,
)
_ABOVE = sought(
    r"\b(?:[Aa]s (?:mentioned|described|explained|said|stated|shown|noted|announced) (?:above"
    r"|before)|mentioned"
    r" above|[Aa]bove-?mentioned|(?:see|voir) (?:above|plus haut)|(?:mentionnée?s?|citée?s?"
    r"|décrite?s?"
    r"|évoquée?s?|indiquée?s?) (?:ci-dessus|plus haut))\b"
)
_TABLE = sought(
    r"\b(?:(?:the|this|following) table (?:below|above|opposite)"
    r"|(?:see|in) (?:the )?table (?:below|above)|tableau (?:ci-dessous|ci-dessus|ci-contre))\b",
    re.IGNORECASE,
)
_SLIDE = sought(
    r"\b(?:see|on|as on|cf\.?|voir(?: la)?|sur la) (?:slide|diapo(?:sitive)?) (\d{1,3})\b",
    re.IGNORECASE,
)
_HAS_ANNEX = sought(r"^\W*(?:annex|annexe|appendix|anhang)\b", re.IGNORECASE)
_PAGE = sought(r"\b(?:see|voir|cf\.?)\s+(?:on |à la )?(?:page|p\.)\s?(\d{1,3})\b", re.IGNORECASE)
_OTHER = sought(r"\s+(?:of|in|du|de|des|dans)\s+(?:the |la |le |l['’])?\W?[A-ZÀ-Ö\ufffc«\"“*]")


def s149_reference_to_what_is_not_there(
    sheets: Sequence[Sheet], register: Register
) -> Iterator[Mark]:
    """*See chapter 5* of three, *annex 4* of none, *the table below* where none is, *page 14* of a
    text that is set anew each time.
    Remedy: name the heading, and link it."""
    chapters = Counter((s.group, s.language) for s in sheets if s.kind == "chapter" and _number(s))
    is_annexed = any(_is_annex(block) for sheet in sheets for block in sheet.blocks)
    for sheet in sheets:
        if sheet.kind not in ("chapter", "manifesto", "section", "kit", "release", "news", "deck"):
            continue
        most = max((chapters[sheet.group, language] for language in register.languages), default=0)
        saying = [b for b in sheet.saying(*_SAID) if b.kind in ("paragraph", "item", "quote")]
        body = [block for block in sheet.blocks if not block.key] if saying else []
        tables = [block.start for block in body if block.kind == "cell"]
        has_figures = "![" in sheet.source or any(block.kind == "cell" for block in body)
        for block in saying:
            near = (
                *_not_there(block, most, is_annexed),
                *(_not_around(block, body[0], body[-1]) if body and not block.key else ()),
                *(_no_figure(block) if not has_figures and not block.key else ()),
                *_no_slide(block),
                *_on_the_other_side(block, tables),
            )
            for found, told in near:
                yield block.mark(
                    "S149", found.start(), found.end(), f"{found[0].strip()!r}: {told}",
                    "name the heading, and link it", WARNING,
                )  # fmt: skip


_SAID = (
    "chapter", "chapitre", "annex", "appendix", "page", "p.", "below", "above", "ci-dess",
    "plus haut", "fig", "tabl", "graph", "chart", "photo", "before", "slide", "diapo",
)  # fmt: skip


def _not_around(block: Block, first: Block, last: Block) -> Iterator[tuple[re.Match[str], str]]:
    """What is said to stand above the first words, or below the last."""
    for found in _BELOW.finditer(block.text) if block is last else ():
        if not block.text[found.end() :].strip(" .;,)!").count(" ") > 2:
            yield found, "nothing stands below"
    for found in _ABOVE.finditer(block.text) if block is first else ():
        if len(block.text[: found.start()].split()) < 8:
            yield found, "nothing stands above"


_TABLE_BELOW = sought(r"\b(?:the|this) table below\b|\btableau ci-dessous\b", re.IGNORECASE)
_TABLE_ABOVE = sought(r"\b(?:the|this) table above\b|\btableau ci-dessus\b", re.IGNORECASE)


def _on_the_other_side(block: Block, tables: Sequence[int]) -> Iterator[tuple[re.Match[str], str]]:
    """`The table below`, and the only one stands above."""
    if not tables or "![" in block.sheet.source:
        return
    for found in _TABLE_BELOW.finditer(block.text) if tables[-1] < block.start else ():
        yield found, "the table stands above"
    for found in _TABLE_ABOVE.finditer(block.text) if tables[0] > block.start else ():
        yield found, "the table stands below"


def _no_figure(block: Block) -> Iterator[tuple[re.Match[str], str]]:
    for found in _TABLE.finditer(block.text):
        yield found, "the text has no table"
    for found in _FIGURE.finditer(block.text):
        if not _OTHER.match(block.text, found.end()) and not block.links:
            yield found, "the text has no figure and no table"


def _not_there(block: Block, most: int, is_annexed: bool) -> Iterator[tuple[re.Match[str], str]]:
    kind = block.sheet.kind
    for found in _CHAPTER.finditer(block.text) if most and kind in ("chapter", "manifesto") else ():
        rest = block.text[found.end() :]
        if int(found[1]) > most and not (_OTHER.match(rest) or _ELSEWHERE.match(rest)):
            yield found, f"there are {most} chapters"
    for form in (_ANNEX, _IN_ANNEX) if not (is_annexed or block.links) else ():
        for found in form.finditer(block.text):
            if not _OTHER.match(block.text, found.end()):
                yield found, "there is no annex"
    # Beside a link it is a page of what is linked.
    for found in _PAGE.finditer(block.text) if not block.links else ():
        if not _OTHER.match(block.text, found.end()):
            yield found, "every form of this text has pages of its own"


def _no_slide(block: Block) -> Iterator[tuple[re.Match[str], str]]:
    if block.sheet.kind != "deck":
        return
    slides = 1 + sum(one.kind == "heading" and one.level == 1 for one in block.sheet.blocks)
    for found in _SLIDE.finditer(block.text):
        # Behind the last one, contacts may have a slide of their own.
        if int(found[1]) > slides + 1 and not _OTHER.match(block.text, found.end()):
            yield found, f"the deck has {slides} slides"


def _number(sheet: Sheet) -> bool:
    return bool(re.match(r"\d", sheet.slug))


def _is_annex(block: Block) -> bool:
    return block.kind in ("heading", "field") and bool(_HAS_ANNEX.match(block.text))


_ATTACHED = sought(
    r"\b(?:please find attached|find attached|attached (?:you will find|please find)|(?:is|are) "
    r"attached to this (?:newsletter|release|letter|e-?mail|message|mail)|see attached"
    r"|the attached (?:file|document|programme|pdf|press release|photo\w*|picture\w*|letter)"
    r"|(?:please )?(?:see|find) (?:the )?enclosed|enclosed (?:please find|you will find)"
    r"|the enclosed (?:file|document|programme|report|leaflet|photo\w*|letter|form|list|map)"
    r"|(?:programme|report|document|form|photo\w*|list|agenda|map|leaflet|invitation|statement|kit"
    r"|pictures?|copy|letter) (?:is|are) (?:enclosed|attached)(?= ?[.;,)]| (?:below|here|to this))"
    r"|in the attachment|ci-inclus\w*|ci-annexé\w*"
    r"|en pièces? jointes?|ci-joint(?:e|s|es)?|joint(?:e|s|es)? à (?:ce|cet|cette|la présente) "
    r"(?:communiqué|lettre|courriel|message|infolettre|newsletter)|im Anhang finden|anbei)\b",
    re.IGNORECASE,
)


def r123_attachment_that_is_not_there(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Please find attached*: what is made here for many readers carries no attachment.
    Remedy: link the document, and say where it is."""
    if sheet.kind not in ("release", "news", "issue", "section", "kit", "boilerplate"):
        return
    for block in sheet.saying("attach", "enclosed", "joint", "ci-", "anhang", "anbei"):
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


_TYPED = sought(
    r"\b(?:embargo(?:ed)?(?:\s+until|\s+till|\s+jusqu['’]au|\s+jusqu['’]à|\s+bis"
    r"|\s+from|\s+à\s+partir\s+du|\s+dès\s+le)?\s*:?"
    r"|not (?:for|to be) (?:publication|published|released?) before|sperrfrist:?)\s",
    re.IGNORECASE,
)
_FROM = sought(r"\b(?:from|partir|dès)\b", re.IGNORECASE)
"""`Under embargo from Tuesday`: until then, it is meant."""
_NOTHING = sought(r"\W*(?:(?:until|till|jusqu['’]au|le|the|bis)\W*)?$")
_AT = sought(r"\b(\d{1,2})(?:[:.h]| h ?)(\d{2})\b|\b(\d{1,2}) ?h\b")


def r127_typed_embargo_is_another(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Embargo: 3 December, 11:00* in the text, and another hour under `embargo:`: only the key
    holds the release back, and a newsroom reads the text.
    Remedy: take the words out: the key prints its own notice; or correct the key."""
    if sheet.kind not in ("release", "news") or "embargo" not in sheet.reading.lowered:
        return
    held = register.corpus.embargoes.get((sheet.kind, sheet.slug))
    for block in sheet.blocks:
        found = _TYPED.search(block.text) if block.says("embargo", "before", "sperrfrist") else None
        told = [
            s for s in days.spans(block.text, block.language) if found and s.start >= found.end()
        ]
        if not found or not told or not _NOTHING.match(block.text[found.end() : told[0].start]):
            continue
        span = told[0]
        hour = _AT.search(block.text, span.end, span.end + 14)
        if _FROM.search(found[0]) and not span.is_range:
            message = "an embargo ends at its hour, and does not begin there"
        elif not held and not sheet.keys.get("embargo"):
            message = "the text speaks of an embargo, and no key `embargo` holds it back"
        elif not held or _is_same(held, span, hour):
            continue
        else:
            message = f"the key says {held:%Y-%m-%d %H:%M}"
        end = hour.end() if hour else span.end
        yield block.mark(
            "R127", found.start(), end, f"{block.text[found.start() : end]!r}: {message}",
            "take the words out, or correct the key", WARNING,
        )  # fmt: skip


def _is_same(moment: dt.datetime, span: days.Span, hour: re.Match[str] | None) -> bool:
    if (moment.day, moment.month) != (span.first, span.month) or span.year not in (
        None,
        moment.year,
    ):
        return False
    return hour is None or (int(hour[1] or hour[3]) % 12, int(hour[2] or 0)) == (
        moment.hour % 12,
        moment.minute,
    )


_FILE = sought(r"^\S+\.(?:png|jpe?g|gif|webp|svg|tiff?|heic)$|^(?:IMG|DSC|DSCN|P)[_-]?\d{3,}\S*$"
               r"|^(?:photo|image|picture|illustration|graphic|untitled|sans titre"
               r"|screenshot)\W*\d*$",
               re.IGNORECASE)  # fmt: skip
_PICTURE_OF = sought(
    r"^(?:an? )?(?:image|picture|photo(?:graph)?|graphic) (?:of|showing)\b"
    r"|^(?:une )?(?:image|photo(?:graphie)?) (?:de|du|des|d['’])",
    re.IGNORECASE,
)


_IN_TEXT = sought(r"!\[([^\]\[\n]+)\]\(")


def a105_alternative_text_says_nothing(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*IMG_2041.jpg*, *Image of …*: that it is a picture is told anyway; what it shows is not.
    Remedy: say what is to be seen, in one sentence."""
    for shown in _IN_TEXT.finditer(sheet.source) if "![" in sheet.source else ():
        if _FILE.match(shown[1].strip()):
            yield sheet.mark(
                "A105", shown.start(1), shown.end(1), f"{shown[1]!r} tells nothing of the picture",
                "say what is to be seen, in one sentence", WARNING,
            )  # fmt: skip
    for block in sheet.blocks:
        if block.key != "alt":
            continue
        words = block.text.strip()
        if _FILE.match(words):
            told = (
                f"{words!r} is the name of a file" if words[-4:-3] == "." else f"{words!r} is all"
            )
        elif found := _PICTURE_OF.match(words):
            told = f"it begins with {found[0]!r}"
        else:
            continue
        yield block.mark(
            "A105", 0, len(block.text), told, "say what is to be seen, in one sentence", WARNING
        )
