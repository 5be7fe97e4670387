"""Markdown sources: head and body become a story, a release, an issue, a chapter, a deck."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from pipeline import calendar, markup
from pipeline.corpus import keys, numbering, records, sharing, values
from pipeline.corpus.reader import Reader, guess
from pipeline.corpus.versions import Version
from pipeline.errors import CopyError, Level, Location
from pipeline.model.house import Contact
from pipeline.model.sources import (
    Chapter,
    Deck,
    Issue,
    Kit,
    Manifesto,
    Release,
    Slide,
    Source,
    Story,
)
from pipeline.model.texts import NO_TEXT, Day, Text

HEADING = {
    "news": 4,
    "release": 2,
    "section": 3,
    "kit": 3,
    "manifesto": 3,
    "chapter": 4,
    "issue": 2,
}
"""The level at which the headings inside a body begin, below the page's own."""


def build(version: Version, reader: Reader, contacts: Mapping[str, Contact]) -> Source:
    kind = version.found.kind
    table = keys.MARKDOWN[kind]
    made = values.table(
        reader, version.head, table, f"a source in {version.where.path.parent.name}/"
    )
    if any(key.required and name not in made for name, key in table.items()):
        # The body is read all the same, so that one run tells everything.
        _body(version, reader)
        raise CopyError()
    _check_slug(version, reader, made.get("date"))
    if "contacts" in made:
        made["contacts"] = tuple(contacts[name] for name in made["contacts"] if name in contacts)
    made.update(_of(version, reader))
    return BUILDERS[kind](version, reader, made)


def _of(version: Version, reader: Reader) -> dict[str, Any]:
    return {
        "kind": version.found.kind,
        "slug": version.found.slug,
        "language": version.language,
        "where": version.where,
        "keys": version.head.keys,
        "markdown": reader.resolved(version.body, version.language, version.body_where),
        "body_line": version.body_where.line or 1,
    }


def _body(version: Version, reader: Reader, anchors: str = "") -> Text:
    level = HEADING.get(version.found.kind, 2)
    return passage(version, reader, version.body, version.body_where, level, anchors)


def passage(
    version: Version,
    reader: Reader,
    source: str,
    where: Location,
    heading: int,
    anchors: str = "",
    definitions: str = "",
) -> Text:
    if not source.strip():
        return NO_TEXT
    if not version.is_wanted:
        reader.resolved(source, version.language, where)
        return NO_TEXT
    known = reader.resolved(definitions, version.language, where)
    shared = {"definitions": known} if known else {}
    return reader.block(source, version.language, where, heading=heading, anchors=anchors, **shared)


def _check_slug(version: Version, reader: Reader, date: Day | None) -> None:
    found = re.match(r"\d{4}-\d{2}-\d{2}", version.found.slug)
    if found and date and date.is_exact and found[0] != str(date):
        reader.report(
            "D104",
            f"the file's name says {found[0]}, the key 'date' says {date}",
            "the key counts; rename the file, or correct the date",
            version.head.keys.get("date", version.where),
            Level.WARNING,
        )


def _story(version: Version, reader: Reader, made: dict[str, Any]) -> Story:
    records.link_without_text(reader, made, version.head)
    start, end = made.get("start"), made.get("end")
    if start and end and end.last < start.first:
        place = version.head.keys.get("end", version.where)
        reader.report("D102", "'end' is before 'start'", "exchange or correct them", place)
    made["country_name"] = _country(reader, made)
    made["dates"] = calendar.span(start, end, reader.language) if start else ""
    return Story(**made, body=_body(version, reader, f"{version.found.slug}-"))


def _country(reader: Reader, made: Mapping[str, Any]) -> str:
    code = made.get("country", "")
    return calendar.country(code, reader.language) if code else ""


def _release(version: Version, reader: Reader, made: dict[str, Any]) -> Release:
    made["country_name"] = _country(reader, made)
    made["images"] = tuple(picture for picture in made.get("images", ()) if picture)
    return Release(**made, body=_body(version, reader))


def _issue(version: Version, reader: Reader, made: dict[str, Any]) -> Issue:
    since, until = made.get("since"), made.get("until")
    if since and until and until < since:
        place = version.head.keys.get("until", version.where)
        reader.report("D102", "'until' is before 'since'", "exchange or correct them", place)
    return Issue(**made, body=_body(version, reader))


def _kit(version: Version, reader: Reader, made: dict[str, Any]) -> Kit:
    return Kit(**made, body=_body(version, reader))


def _part(version: Version, reader: Reader, made: dict[str, Any]) -> Source:
    return Source(**made, body=_body(version, reader, f"{version.found.slug}-"))


def _manifesto(version: Version, reader: Reader, made: dict[str, Any]) -> Manifesto:
    return Manifesto(**made, body=_body(version, reader, "foreword-"))


def _deck(version: Version, reader: Reader, made: dict[str, Any]) -> Deck:
    slides: list[tuple[markup.Part, list[str]]] = []
    for part in markup.sections(version.body):
        if part.level == 0 and part.text.strip():
            remedy = "begin the slide with a line  # Its title"
            message = "this text stands before the first slide and is not shown"
            where = _line(version, part.line)
            reader.report("S110", message, remedy, where, Level.WARNING)
        elif part.level == 1:
            slides.append((part, [part.text]))
        elif slides and part.level:
            title = f"**{part.title}**" if part.pseudo else f"{'#' * part.level} {part.title}"
            slides[-1][1].append(f"{title}\n{part.text}")
    shown = (_slide(version, reader, part, "\n".join(texts)) for part, texts in slides)
    return Deck(**made, slides=tuple(shown))


_NOTE = re.compile(r"(?:notes?|anmerkung|nota|notitie)\s*:\s*", re.IGNORECASE)


def _slide(version: Version, reader: Reader, part: markup.Part, text: str) -> Slide:
    where = _line(version, part.line)
    below = _line(version, part.line + 1)
    shown: list[str] = []
    notes: list[str] = []
    for paragraph in re.split(r"\n[ \t]*\n", text):
        words = paragraph.strip()
        said = _NOTE.match(words)
        # What is said leaves its lines empty, so that a fault below it keeps its place.
        shown.append("\n" * paragraph.count("\n") if said else paragraph)
        notes.append(words[said.end() :] if said else "\n" * paragraph.count("\n"))
    return Slide(
        title=reader.inline(part.title, version.language, _title_place(version, part)),
        body=passage(version, reader, "\n\n".join(shown), below, 3, f"{part.line}-"),
        notes=passage(version, reader, "\n\n".join(notes), below, 3, f"{part.line}-notes-"),
        where=where,
    )


def _title_place(version: Version, part: markup.Part) -> Location:
    """Where its words begin, behind the mark of the heading."""
    where = _line(version, part.line)
    written = version.body.split("\n")[part.line - 1] if part.line else ""
    return Location(where.path, where.line, max(0, written.find(part.title)) + 1)


def _line(version: Version, line: int) -> Location:
    """The place of the *line*-th line (from 1) of the body."""
    return Location(version.body_where.path, (version.body_where.line or 1) + line - 1, 1)


HEADINGS = {
    "introduction": "introduction introductions intro einleitung einfuhrung introduccion "
    "introduzione introducao inleiding",
    "recommendations": "recommendations recommendation recommandations recommandation empfehlungen "
    "empfehlung recomendaciones recomendacoes raccomandazioni "
    "aanbevelingen",
    "practices": "practices practice pratiques pratique praxis praxisbeispiele practicas pratiche "
    "praticas praktijken praktijkvoorbeelden",
    "references": "references reference referenzen quellen literatur referencias riferimenti "
    "referenties bibliography bibliographie bibliografia",
}
ELSEWHERE = {
    "introduction": "مقدمة, въведение, úvod, indledning, εισαγωγή, sissejuhatus, "
    "johdanto, réamhrá, מבוא, uvod, bevezetés, įvadas, ievads, "
    "introduzzjoni, wprowadzenie, introducere, inledning, вступ",
    "recommendations": "التوصيات, препоръки, doporučení, anbefalinger, συστάσεις, "
    "soovitused, suositukset, moltaí, המלצות, preporuke, ajánlások, "
    "rekomendacijos, ieteikumi, rakkomandazzjonijiet, zalecenia, "
    "recomandări, odporúčania, priporočila, rekommendationer, "
    "рекомендації",
    "practices": "الممارسات, практики, příklady z praxe, praksis, πρακτικές, "
    "praktikad, käytännöt, cleachtais, דרכי פעולה, prakse, gyakorlatok, "
    "praktika, prattiki, praktyki, practici, príklady z praxe, "
    "praktiska exempel",
    "references": "bronnen, الإحالات, източници, odkazy na zdroje, henvisninger, "
    "παραπομπές, viited, viitteet, tagairtí, הפניות, hivatkozások, "
    "nuorodos, atsauces, referenzi, przypisy, referințe, zdroje, viri, "
    "hänvisningar, джерела",
}
"""The same in the other languages whose words stand in the templates."""


def _letters(title: str) -> str:
    """A heading as it is compared: without accents, spaces and marks."""
    letters = unicodedata.normalize("NFD", title).casefold()
    return "".join(letter for letter in letters if letter.isalpha())


SECTION_OF = {word: name for name, words in HEADINGS.items() for word in words.split()} | {
    _letters(words): name for name, several in ELSEWHERE.items() for words in several.split(", ")
}
HOUSE_FORM = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")
_SEVERAL = {
    "reference": "references",
    "practice": "practices",
    "pratique": "pratiques",
    "recommendation": "recommendations",
    "recommandation": "recommandations",
    "empfehlung": "empfehlungen",
}
"""A section holds several of them."""


def section_named(title: str) -> str:
    """The section that a heading means, however it was typed; nothing if none.

    >>> section_named("**Practices:**"), section_named("Reference"), section_named("Références")
    ('practices', 'references', 'references')
    """
    return SECTION_OF.get(_letters(title), "")


def _chapter(version: Version, reader: Reader, made: dict[str, Any]) -> Chapter:
    gathered = _gather(version, reader)
    without = made.get("without", ())
    stem = numbering.anchor_stem(version.found.slug)
    texts: dict[str, Text] = {}
    joined = {name: _joined(gathered.get(name, []), version) for name in keys.SECTIONS}
    # A footnote may be called in one section and told in another.
    shared = sharing.share({name: source for name, (source, _) in joined.items()})
    for name, (_, where) in joined.items():
        source, known = shared[name]
        anchors = f"{stem}-{name[:3]}-"
        texts[name] = passage(version, reader, source, where, HEADING["chapter"], anchors, known)
        _check_section(version, reader, name, gathered.get(name, []), without)
    _check_order(version, reader, list(gathered))
    if recommendations := texts["recommendations"]:
        texts["recommendations"] = Text(
            html=numbering.recommendations(recommendations.html, stem),
            plain=recommendations.plain,
            language=recommendations.language,
            where=recommendations.where,
        )
    number = re.match(r"\d+", version.found.slug)
    made.update(texts, number=int(number[0]) if number else 0)
    return Chapter(**made)


def _joined(parts: list[tuple[str, Location]], version: Version) -> tuple[str, Location]:
    if not parts:
        return "", version.body_where
    return "\n\n".join(text for text, _ in parts), parts[0][1]


def _is_bare_heading(line: str) -> bool:
    return re.fullmatch(r"\w+ ?:?", line) is not None and bool(section_named(line))


def _gather(version: Version, reader: Reader) -> dict[str, list[tuple[str, Location]]]:
    """The body by sections, in the order of the file; nothing of it is lost."""
    gathered: dict[str, list[tuple[str, Location]]] = {}
    unknown: list[tuple[str, str, Location]] = []
    current = "introduction"
    for part in markup.sections(version.body, bare=_is_bare_heading):
        where = _line(version, part.line)
        below = Location(where.path, (where.line or 1) + (1 if part.level else 0), 1)
        name = section_named(part.title) if part.level else ""
        if name:
            current = name
            _check_heading(reader, part, name, where)
            gathered.setdefault(name, []).append((part.text, below))
        elif part.level:
            if part.level <= 2:
                unknown.append((part.title, current, where))
            marks = "#" * max(3, part.level)
            title = f"**{part.title}**" if part.pseudo else f"{marks} {part.title}"
            gathered.setdefault(current, []).append((f"{title}\n\n{part.text}", where))
        elif part.text.strip():
            gathered.setdefault(current, []).append((part.text, below))
    _unknown_sections(reader, unknown)
    return gathered


def _check_heading(reader: Reader, part: markup.Part, name: str, where: Location) -> None:
    typed = re.sub(r"[\W\d_]", "", part.title) or name
    is_one = typed.casefold() in _SEVERAL
    typed = _SEVERAL.get(typed.casefold(), typed)
    if part.pseudo or part.level != 2 or is_one or not HOUSE_FORM.fullmatch(part.title.strip()):
        reader.report(
            "S100",
            f"the heading {part.title!r} is not in the house form",
            f"it is printed in the house form; write  ## {typed.capitalize()}",
            where,
            Level.WARNING,
        )


def _unknown_sections(reader: Reader, unknown: list[tuple[str, str, Location]]) -> None:
    """A chapter that was written to another plan is told so once, not at each of its headings."""
    near = [guess(title.casefold(), SECTION_OF) for title, _, _ in unknown]
    others = near.count("") - 1
    for (title, current, where), hint in zip(unknown, near, strict=True):
        message = f"{title!r} is not one of the four sections of a chapter"
        if not hint:
            if others < 0:
                continue
            message += f", nor are {others} more of its headings" if others else ""
            current = keys.headed_in(reader.language).get(current, current)
            hint, others = f"it is printed inside {current}; write ### inside a section", -1
        reader.report("S104", message, hint, where, Level.WARNING)


def _check_section(
    version: Version,
    reader: Reader,
    name: str,
    parts: list[tuple[str, Location]],
    without: tuple[str, ...],
) -> None:
    where = parts[0][1] if parts else version.where
    has_text = any(text.strip() for text, _ in parts)
    if not parts and name not in without:
        headed = keys.headed_in(reader.language)
        reader.report(
            "S101",
            f"the chapter has no section {headed.get(name, name)!r}",
            f"add  ## {headed.get(name, name.capitalize())}  or declare  without: [{name}]",
            where,
            Level.WARNING,
        )
    elif parts and name in without:
        remedy = f"take {name} out of 'without', or the section out of the text"
        reader.report(
            "S102", f"{name!r} is declared missing but is there", remedy, where, Level.WARNING
        )
    elif parts and not has_text:
        message = f"the section {name!r} is empty and is not printed"
        reader.report("S103", message, "write it, or take its heading out", where, Level.WARNING)


def _check_order(version: Version, reader: Reader, order: list[str]) -> None:
    house = [name for name in keys.SECTIONS if name in order]
    if order != house:
        reader.report(
            "S105",
            f"the sections stand in the order {', '.join(order)}",
            f"they are printed in the house order: {', '.join(house)}",
            version.where,
            Level.WARNING,
        )


BUILDERS: Mapping[str, Callable[[Version, Reader, dict[str, Any]], Source]] = {
    "news": _story,
    "release": _release,
    "issue": _issue,
    "kit": _kit,
    "section": _part,
    "manifesto": _manifesto,
    "chapter": _chapter,
    "deck": _deck,
    "boilerplate": _part,
}
