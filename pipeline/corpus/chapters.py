"""A chapter: its four sections, however their headings were typed, in the order of the house."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from pipeline import idioms, markup
from pipeline.corpus import numbering, sharing
from pipeline.corpus.passages import HEADING, line, passage
from pipeline.corpus.reader import Reader, likeliest
from pipeline.corpus.versions import Version
from pipeline.errors import Level, Location
from pipeline.model.sources import SECTIONS, Chapter
from pipeline.model.texts import Text

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
    "introduction": "مقدمة, المقدمة, הקדמה, въведение, úvod, indledning, εισαγωγή, sissejuhatus, "
    "johdanto, réamhrá, מבוא, uvod, bevezetés, įvadas, ievads, "
    "introduzzjoni, wprowadzenie, introducere, inledning, вступ",
    "recommendations": "التوصيات, توصيات, ההמלצות, препоръки, doporučení, anbefalinger, συστάσεις, "
    "soovitused, suositukset, moltaí, המלצות, preporuke, ajánlások, "
    "rekomendacijos, ieteikumi, rakkomandazzjonijiet, zalecenia, "
    "recomandări, odporúčania, priporočila, rekommendationer, "
    "рекомендації",
    "practices": "الممارسات, ممارسات, التجارب, практики, příklady z praxe, praksis, πρακτικές, "
    "praktikad, käytännöt, cleachtais, דרכי פעולה, prakse, gyakorlatok, "
    "praktika, prattiki, praktyki, practici, príklady z praxe, "
    "praktiska exempel",
    "references": "bronnen, الإحالات, المراجع, مراجع, المصادر, מקורות, "
    "източници, odkazy na zdroje, henvisninger, "
    "παραπομπές, viited, viitteet, tagairtí, הפניות, hivatkozások, "
    "nuorodos, atsauces, referenzi, przypisy, źródła, "
    "odniesienia, referințe, zdroje, viri, "
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


def build(version: Version, reader: Reader, made: dict[str, Any]) -> Chapter:
    gathered = _gather(version, reader)
    without = made.get("without", ())
    stem = version.stem
    texts: dict[str, Text] = {}
    joined = {name: _joined(gathered.get(name, []), version) for name in SECTIONS}
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
        where = line(version, part.line)
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
    _unknown_sections(reader, version.language, unknown)
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


def _unknown_sections(
    reader: Reader, language: str, unknown: list[tuple[str, str, Location]]
) -> None:
    """A chapter that was written to another plan is told so once, not at each of its headings."""
    headed = idioms.headed_in(language)
    meant = [SECTION_OF.get(likeliest(title.casefold(), SECTION_OF), "") for title, _, _ in unknown]
    near = [f"did you mean {headed.get(one, one)!r}?" if one else "" for one in meant]
    others = near.count("") - 1
    for (title, current, where), hint in zip(unknown, near, strict=True):
        message = f"{title!r} is not one of the four sections of a chapter"
        if not hint:
            if others < 0:
                continue
            message += f", nor are {others} more of its headings" if others else ""
            current = headed.get(current, current)
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
        headed = idioms.headed_in(version.language)
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
    house = [name for name in SECTIONS if name in order]
    if order != house:
        reader.report(
            "S105",
            f"the sections stand in the order {', '.join(order)}",
            f"they are printed in the house order: {', '.join(house)}",
            version.where,
            Level.WARNING,
        )
