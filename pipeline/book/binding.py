"""The chapters of a manifesto bound into a book, ready to be placed."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from pipeline.book import fragments, indexes, notes
from pipeline.book import practices as told
from pipeline.book.indexes import Entry, Work
from pipeline.book.practices import Practice
from pipeline.model.sources import SECTIONS, Chapter, Manifesto
from pipeline.model.texts import Text

STEM = re.compile(r"^\d+[-_. ]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Entries of one list, or whatever stands between two lists."""

    items: tuple[Any, ...] = ()
    html: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    name: str
    identity: str
    html: str = ""
    stretches: tuple[Stretch, ...] = ()
    """Of practices or of references."""
    language: str = ""
    """Its own, where it is not the book's."""

    @property
    def length(self) -> int:
        return len(fragments.words(self.html))


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundChapter:
    identity: str
    number: int
    title: Text
    sections: tuple[Section, ...] = ()
    notes: str = ""

    @property
    def practices(self) -> tuple[Practice, ...]:
        every = (one for s in self.sections for stretch in s.stretches for one in stretch.items)
        return tuple(one for one in every if isinstance(one, Practice))


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    foreword: str = ""
    """HTML."""
    chapters: tuple[BoundChapter, ...] = ()
    places: tuple[Entry, ...] = ()
    practices: tuple[Entry, ...] = ()
    bibliography: tuple[Work, ...] = ()

    def chapter(self, identity: str) -> BoundChapter:
        return next(chapter for chapter in self.chapters if chapter.identity == identity)


def bind(manifesto: Manifesto, language: str, countries: Callable[[str], Collection[str]]) -> Book:
    """*countries* gives the names of the countries in a language."""
    known = {*countries(language), *countries("en")}
    chapters = tuple(
        _chapter(chapter, identity, language, known)
        for chapter, identity in _identified(manifesto.chapters)
    )
    every = told.located(practice for chapter in chapters for practice in chapter.practices)
    works = ((c.identity, s.html) for c in chapters for s in c.sections if s.name == "references")
    return Book(
        foreword=fragments.composed(manifesto.body.html),
        chapters=chapters,
        places=indexes.places(every, language),
        practices=indexes.practices(every, language),
        bibliography=indexes.bibliography(works, language),
    )


def _identified(chapters: Iterable[Chapter]) -> Iterator[tuple[Chapter, str]]:
    taken: set[str] = set()
    for chapter in chapters:
        stem = STEM.sub("", chapter.slug) or chapter.slug
        # Two files may differ in nothing but their numbers.
        identity = chapter.slug if stem in taken else stem
        taken.add(identity)
        yield chapter, identity


def _chapter(
    chapter: Chapter, identity: str, language: str, countries: Collection[str]
) -> BoundChapter:
    texts = {name: getattr(chapter, name) for name in SECTIONS}
    bare = {name: fragments.unwrapped(text.html) for name, text in texts.items() if text}
    bare = {name: fragments.composed(html) for name, html in bare.items()}
    kept, gathered = notes.gather(bare)
    made = []
    for name, html in kept.items():
        own = texts[name].language
        section = Section(
            name=name,
            identity=f"{identity}-{name}",
            html=html,
            language=own if own != language else "",
        )
        if name == "practices":
            parts = told.practices(html, identity, countries)
            stretches = _stretches(parts, lambda part: isinstance(part, Practice))
            section = replace(section, stretches=stretches)
        elif name == "references":
            works = tuple(indexes.references(html))
            section = replace(section, stretches=_stretches(works, indexes.is_work))
        made.append(section)
    return BoundChapter(
        identity=identity,
        number=chapter.number,
        title=chapter.title,
        sections=tuple(made),
        notes=gathered,
    )


def _stretches(parts: Iterable[Any], is_item: Callable[[Any], bool]) -> tuple[Stretch, ...]:
    return tuple(
        Stretch(items=tuple(run)) if is_list else Stretch(html="".join(run))
        for is_list, run in itertools.groupby(parts, is_item)
    )
