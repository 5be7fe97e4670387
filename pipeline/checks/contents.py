"""Contents: what a kit or a booklet says of its own parts."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.checks import numerals
from pipeline.checks.register import Register
from pipeline.checks.sheet import WARNING, Block, Mark, Sheet
from pipeline.sought import sought

_PARTS = sought(
    r"\s+(?:chapters?|parts?|sections?|chapitres?|parties?|Kapiteln?|Teilen?|capítulos?|capitoli"
    r"|hoofdstukken)\b(?!\s+(?:of|de|du|des)\b)",
    re.IGNORECASE,
)
_ITSELF = sought(
    r"\b(?:this|the) (?:press )?(?:kit|manifesto|booklet|brochure|document|file)\b"
    r"|\bit (?:has|is|was)\b"
    r"|\b(?:ce|le) (?:manifeste|dossier|document|livret)|\bil (?:a|est|compte)\b"
    r"|\b(?:Dieses?|Das) (?:Manifest|Heft)|\bEs (?:hat|wurde|besteht)\b",
    re.IGNORECASE,
)  # fmt: skip


def s144_parts_are_miscounted(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """The opening announces as many chapters, or numbered headings, as follow.
    Remedy: count again, or look for the one that is missing."""
    default = register.languages[0]
    parts = Counter(
        (s.kind, s.group) for s in sheets if s.kind in ("chapter", "section") and s.group
    )
    known = Counter(
        (s.kind, s.group)
        for s in sheets
        if s.kind in ("chapter", "section") and s.language == default
    )
    for sheet in sheets:
        yield from _numbered_headings(sheet)
        yield from _led_to(sheet) if ":" in sheet.reading.text else ()
        kind = {"manifesto": "chapter", "kit": "section"}.get(sheet.kind)
        if kind is None:
            continue
        count = next((known[key] for key in sorted(parts) if _belongs(sheet, kind, key)), 0)
        for block in sheet.prose:
            if count > 1:
                yield from _announced(block, count)
        if sheet.kind == "manifesto":
            yield from _recommendations(sheet, sheets, default)


_HERE = sought(
    r"\b(?:[Tt]he|[LlCc]es) (?P<the>[^\W\d_]+|\d{1,2}) [^\W\d_]+ (?:in|of|de|dans) (?:this|ce|cet"
    r"|cette) (?:chapter|section|article|text|guide|page|document|chapitre|texte)\b"
    r"|^(?:.*[.!?] )?(?:This (?:chapter|section|article|text|guide|page|document)|It|Ce (?:chapitre"
    r"|texte|guide|document)|Il) (?:contains|has|gives|lists|sets out|presents|contient|compte"
    r"|comporte|présente|propose) (?P<its>[^\W\d_]+|\d{1,2}) "
    r"(?:recommendations?|steps|rules|principles|tips|chapters|questions|recommandations|étapes"
    r"|règles|principes|conseils)\b"
)
_ORDERED = sought(r"\d{1,2}(?:[.)]| ?[–—-]) \S")


_AROUND = sought(
    r"\b(?P<the>[^\W\d_]+|\d{1,2}) (?:(?:main|key|core|overarching|guiding|strategic|big|basic"
    r"|grands?|grandes?) )?(?:goals|objectives|pillars|priorities|principles|themes|steps|axes"
    r"|strands|areas|rules|stages|phases|chapters|modules|lessons|objectifs|piliers|priorités"
    r"|principes|thèmes|étapes|volets|règles|chantiers|chapitres|défis|Ziele|Schritte|Säulen"
    r"|Prinzipien|Phasen|objetivos|pilares|principios|pasos|obiettivi|pilastri|principi|fasi"
    r"|doelen|pijlers|stappen|fasen)"
    r"(?: (?:principaux|principales|stratégiques|prioritaires|principali|principales|estratégicos"
    r"|strategici))?\b"
)
_NOT_ALL = sought(r"\b(?:first|last|other|of the|premi\w+|derni\w+|autres|ersten?|letzten?)\b", 2)


def _numbered_headings(sheet: Sheet) -> Iterator[Mark]:
    """`The three recommendations in this chapter`, and two headings that have numbers."""
    body = [block for block in sheet.blocks if not block.key]
    heads = [block for block in body if block.kind == "heading" and _ORDERED.match(block.text)]
    count, levels = len(heads), {block.level for block in heads}
    for place, block in enumerate(body[:2] if count > 1 else ()):
        is_text = block.kind == "paragraph" and not any(b.kind == "heading" for b in body[:place])
        found = _HERE.search(block.text) if block.kind == "paragraph" else None
        if found is None and is_text and len(levels) == 1:
            found = _AROUND.search(block.text)
            if found and _NOT_ALL.search(block.around(found.start()).text):
                continue
        if found is None:
            continue
        at = "the" if found["the"] else "its"
        number = numerals.ending_at(found[at], len(found[at]), block.language)
        if number and number.value != count and abs(number.value - count) <= 3:
            yield block.mark(
                "S144", found.start(at), found.end(at),
                f"{found[at]!r} is announced, and {count} headings have a number",
                "count again, or look for the one that is missing", WARNING,
            )  # fmt: skip


_LED = sought(r"(?P<words>(?:[\w’'-]+ ){1,3})[^\W\d_]{3,}[sx] ?:$")


def _ordered(following: Sequence[Block], level: int) -> int:
    """How many headings of this level have a number, one behind the other."""
    heads = (one for one in following if one.kind == "heading")
    below = itertools.takewhile(lambda one: one.level >= level, heads)
    own = (one for one in below if one.level == level)
    return len(list(itertools.takewhile(lambda one: _ORDERED.match(one.text), own)))


def _led_to(sheet: Sheet) -> Iterator[Mark]:
    """`Recommendations for two areas:`, and right below it three headings that have numbers."""
    body = [block for block in sheet.blocks if not block.key]
    for place, (block, head) in enumerate(itertools.pairwise(body)):
        is_led = head.kind == "heading" and block.is_prose and _ORDERED.match(head.text)
        found = _LED.search(block.text.rstrip()) if is_led and place > 1 else None
        if found is None:
            continue
        count = _ordered(body[place + 1 :], head.level)
        for word in _WORD.finditer(block.text, *found.span("words")):
            number = numerals.ending_at(word[0], len(word[0]), block.language)
            if number and count > 1 and number.value != count and abs(number.value - count) <= 3:
                yield block.mark(
                    "S144", *word.span(),
                    f"{word[0]!r} is announced, and {count} headings have a number",
                    "count again, or look for the one that is missing", WARNING,
                )  # fmt: skip


_WORD = sought(r"[^\W_]+")


def _belongs(sheet: Sheet, kind: str, key: tuple[str, str]) -> bool:
    return key[0] == kind and (key[1] == sheet.group or key[1] == sheet.slug)


def _announced(block: Block, count: int) -> Iterator[Mark]:
    for sentence in block.sentences:
        if not _ITSELF.search(sentence.text):
            continue
        every = [
            *numerals.written(sentence.text),
            *numerals.spoken(sentence.text, block.language[:2]),
        ]
        for number in every:
            named = _PARTS.match(sentence.text, number.end)
            if named and number.value != count and 2 <= number.value <= 60:
                start, end = sentence.start + number.start, sentence.start + named.end()
                yield block.mark(
                    "S144", start, end,
                    f"{block.text[start:end]!r} are announced, and {count} follow",
                    "count again, or look for the one that is missing", WARNING,
                )  # fmt: skip


_CONTENTS = sought(
    r"^\W*(?:(?:table of )?contents|sommaire|table des matières|inhalt(?:sverzeichnis)?|índice"
    r"|indice|inhoud(?:sopgave)?|spis treści)\W*$",
    re.IGNORECASE,
)
_FOLIO = sought(r"[^\W\d_)].*?[\s.…_]+(\d{1,3})$")


def s158_contents_typed(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A table of contents typed with its pages: books and kits make their own, with other pages.
    Remedy: take it out."""
    folios: list[int] = []
    head: Block | None = None
    for block in (*sheet.blocks, None):
        if block is not None and block.kind in ("item", "paragraph") and head:
            lines = block.text.split("\n")
            folios += [int(f[1]) for line in lines if (f := _FOLIO.match(line.strip()))]
            continue
        if head and len(folios) >= 3 and folios == sorted(folios):
            yield head.mark(
                "S158", 0, len(head.text), "these contents were typed, with pages of another print",
                "take them out: a booklet and a kit make their own", WARNING,
            )  # fmt: skip
        is_head = block is not None and block.kind == "heading" and _CONTENTS.match(block.text)
        head, folios = (block if is_head else None), []


_RECOMMENDED = sought(r"\s+(?:recomm[ae]ndations|Empfehlungen|recomendaciones)\b", re.IGNORECASE)


def _recommendations(sheet: Sheet, sheets: Sequence[Sheet], language: str) -> Iterator[Mark]:
    """`Twenty-three recommendations`, where the chapters number 22."""
    count = sum(
        block.marker[:1].isdigit() and not block.follows and block.level == 1
        for chapter in sheets
        if chapter.kind == "chapter" and chapter.language == language
        if chapter.group in (sheet.group, sheet.slug)
        for block in chapter.blocks
        if block.kind == "item" and re.match(r"\W*recomm", block.section, re.IGNORECASE)
    )
    for block in sheet.blocks:
        every = [
            *numerals.written(block.text),
            *numerals.spoken(block.text, block.language[:2]),
        ]
        for number in every:
            named = _RECOMMENDED.match(block.text, number.end)
            if named and count > 2 and 0 < abs(number.value - count) <= 5:
                yield block.mark(
                    "S144", number.start, named.end(),
                    f"{block.text[number.start : named.end()]!r} are announced, and the chapters "
                    f"have {count}", "count again, or look for the one that is missing", WARNING,
                )  # fmt: skip


_REFERRED = sought(
    r"\b[Rr]ecomm[ae]ndations? (?:no\.? |n° ?)?(\d{1,2})\b(?= (?:of|in) this chapter|"
    r" (?:de|dans) ce chapitre|,? (?:above|below|ci-dessus|ci-dessous))"
    r"|\b(?:[Ss]ee|[Cc]f\.?|[Vv]oir) (?:also |aussi )?(?:la )?recomm[ae]ndation (\d{1,2})(?=[.;)])"
)


def s145_recommendation_not_there(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A number that refers to a recommendation of its own chapter must meet one.
    Remedy: look which one was meant."""
    if sheet.kind != "chapter":
        return
    numbered = [b for b in sheet.blocks if b.kind == "item" and b.marker[:1].isdigit()]
    runs = Counter(block.run for block in numbered if not block.follows)
    most = max(runs.values(), default=0)
    for block in sheet.prose:
        for found in _REFERRED.finditer(block.text):
            if most and int(found[1] or found[2]) > most:
                yield block.mark(
                    "S145", found.start(), found.end(), f"this chapter has {most} recommendations",
                    "look which one was meant", WARNING,
                )  # fmt: skip
