"""A deck: each first heading begins a slide, and notes are for the one who speaks."""

from __future__ import annotations

import re
from typing import Any

from pipeline import markup
from pipeline.corpus.passages import line, passage
from pipeline.corpus.reader import Reader
from pipeline.corpus.versions import Version
from pipeline.errors import Level, Location
from pipeline.model.sources import Deck, Slide


def build(version: Version, reader: Reader, made: dict[str, Any]) -> Deck:
    slides: list[tuple[markup.Part, list[str]]] = []
    for part in markup.sections(version.body):
        if part.level == 0 and _LAST_RULE.sub("", part.text).strip():
            remedy = "begin the slide with a line  # Its title"
            message = "this text stands before the first slide and is not shown"
            where = line(version, part.line)
            reader.report("S110", message, remedy, where, Level.WARNING)
        elif part.level == 1:
            slides.append((part, [part.text]))
        elif slides and part.level:
            title = f"**{part.title}**" if part.pseudo else f"{'#' * part.level} {part.title}"
            slides[-1][1].append(f"{title}\n{part.text}")
    shown = (_slide(version, reader, part, "\n".join(texts)) for part, texts in slides)
    return Deck(**made, slides=tuple(shown))


_NOTES = (
    *("notes?", "speaker(?:[’']?s)? notes?", "notas?"),
    *("anmerkung(?:en)?", "notiz(?:en)?", "notities?", "noot", "notat(?:er)?", "noter"),
    *("anteckning(?:ar)?", "anmärkning(?:ar)?", "muistiinpanot?", "huomautus", "märk(?:us|med)"),
    *("huom(?:autukset|ioita)?", "puhujan muistiinpanot", "tal(?:ar)?anteckning(?:ar)?"),
    *(
        "(?:sprecher|vortrags|referenten)notiz(?:en)?",
        "note(?:le)? (?:vorbitorului|prezentatorului)",
    ),
    *("poznámk[ay]", "notatk[ai]", "napomen[ae]", "bilješk[ae]", "opomb[ae]", "beležk[ae]"),
    *("jegyzet(?:ek)?", "megjegyzés(?:ek)?", "pastab(?:a|os)", "piezīmes?", "notă", "nóta(?:í)?"),
    *("σημείωση", "σημειώσεις", "бележк[аи]", "примітк[аи]", "нотатк[аи]", "заметк[аи]"),
    *("примечани[ея]", "ملاحظة", "ملاحظات", "הערה", "הערות"),
)
"""What a speaker writes before what is said and not shown: in the language of the deck, too."""
_NOTE = re.compile(
    rf"(?P<open>[*_]{{1,2}})?(?:{'|'.join(_NOTES)})(?P<close>(?P=open))?\s*:(?P<end>(?P=open))?\s*",
    re.IGNORECASE,
)
_LAST_RULE = re.compile(r"^[ \t]*(?:-{3,}|\*{3,}|_{3,})[ \t]*(?=\n*\Z)", re.MULTILINE)


def _slide(version: Version, reader: Reader, part: markup.Part, text: str) -> Slide:
    where = line(version, part.line)
    below = line(version, part.line + 1)
    shown: list[str] = []
    notes: list[str] = []
    for paragraph in re.split(r"\n[ \t]*\n", text):
        words = paragraph.strip()
        said = _NOTE.match(words)
        # What is said leaves its lines empty, so that a fault below it keeps its place.
        shown.append("\n" * paragraph.count("\n") if said else paragraph)
        notes.append(_said(words, said) if said else "\n" * paragraph.count("\n"))
    _take_out_the_last_rule(shown)
    return Slide(
        title=reader.inline(part.title, version.language, _title_place(version, part)),
        body=passage(version, reader, "\n\n".join(shown), below, 3, f"{part.line}-"),
        notes=passage(version, reader, "\n\n".join(notes), below, 3, f"{part.line}-notes-"),
        where=where,
    )


def _said(words: str, label: re.Match[str]) -> str:
    """What stands behind *label*; stars that it opens and does not close go with the words."""
    is_closed = label["close"] or label["end"]
    return ("" if is_closed else label["open"] or "") + words[label.end() :]


def _take_out_the_last_rule(paragraphs: list[str]) -> None:
    """Other tools part their slides with `---`; here the next heading begins one already."""
    last = next((n for n in reversed(range(len(paragraphs))) if paragraphs[n].strip()), None)
    if last is not None:
        paragraphs[last] = _LAST_RULE.sub("", paragraphs[last])


def _title_place(version: Version, part: markup.Part) -> Location:
    """Where its words begin, behind the mark of the heading."""
    where = line(version, part.line)
    written = version.body.split("\n")[part.line - 1] if part.line else ""
    return Location(where.path, where.line, max(0, written.find(part.title)) + 1)
