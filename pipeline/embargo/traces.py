"""What gives a held source away: its runs of words, its titles and names, its pictures."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from pipeline import slugs
from pipeline.embargo import echoes, gallery, people, repeats
from pipeline.embargo.echoes import ADDRESS, Echo, Sought
from pipeline.embargo.gallery import Gallery
from pipeline.embargo.phrases import (
    NOTHING,
    RUN,
    SHORTEST,
    Phrase,
    Phrases,
    is_coined,
    readings,
    runs,
    tells,
    words,
)
from pipeline.embargo.waiting import everything, members, slug_of
from pipeline.errors import Location
from pipeline.model.corpus import Broken, Copy, Corpus
from pipeline.model.house import Contact, Event, Fact, Organisation
from pipeline.model.sources import Kit, Release, Source, Story
from pipeline.model.texts import NO_TEXT, NOWHERE, Picture, Record, Text

NAMES = frozenset({"title", "subtitle", "subject"})
"""Fields of which every word together is a name."""
SHARED = frozenset(
    {"place", "project", "link_text", "credit", "edition", "partner", "keys", "findings", "path"}
)
"""Fields whose words belong to nobody."""
HEADLINES = ("title", "subtitle", "standfirst")
HEADLINE = 5
"""Words of a title that no other text of these days has by chance."""
DATED_WORDS = 4
"""The three of a day, and one more: fewer could be anybody's."""
_DATED = re.compile(r"^\d{4}(?:-\d\d){0,2}-")
_TYPED = re.compile(r"^[ \t]*(title|subtitle|standfirst):[ \t]*(.+)$", re.MULTILINE)
_MARKS = re.compile(r"\]\([^)]*\)|\[\^[^\]]*\]|\{[^}]*\}")
"""What stands between the words of Markdown: addresses, calls of notes, attributes."""
_FILED = re.compile(
    r"(?<![^\s\"'()\[\]{}<>,:])[^\s\"'()\[\]{}<>,:]+\.(?:gif|jpe?g|png|svg|webp)\b", re.IGNORECASE
)
"""A picture as a text names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A source before its hour, in all its languages."""

    name: str
    """`release/2025-06-03-forum-opens`"""
    until: dt.datetime
    where: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    """All that may stand in nothing that is published now, and whom it would give away."""

    held: Mapping[str, Held] = field(default_factory=dict)
    phrases: Phrases = NOTHING
    pictures: Gallery = field(default_factory=Gallery)
    told_on: Mapping[str, Location] = field(default_factory=dict)
    """A held source -> the free text that gives it away."""
    alike: tuple[Echo, ...] = ()
    strangers: tuple[people.Stranger, ...] = ()
    called: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """What only they are called, as a finding says it, and whose it is: any word may be a name."""


def of(corpus: Corpus, moment: dt.datetime, public: Iterable[str] = ()) -> Traces:
    """What is held at *moment*; what *public* words or any free source say is no trace."""
    held: dict[str, list[Any]] = {}
    until: dict[str, Held] = {}
    for source, embargo in everything(corpus, moment):
        one = _named(source, embargo)
        held.setdefault(one.name, []).append(source)
        until[one.name] = max(until.get(one.name, one), one, key=lambda each: each.until)
    if not held:
        return Traces()
    hidden = {id(source) for sources in held.values() for source in sources}
    free = [one for copy in corpus.copies.values() for one in _free(copy, hidden)]
    # What a free text shows is known by its name, its caption and what is said of it.
    broken = [one for copy in corpus.copies.values() for one in copy.broken]
    slips = (one for one in broken if id(one) not in hidden)
    lent = gallery.lent(slips, (one for each in held.values() for one in each), corpus)
    typed = {name: gallery.typed(each, corpus) for name, each in held.items()}
    hung = {name: gallery.told(each, typed[name], corpus) for name, each in held.items()}
    emblems = gallery.emblems((one for each in hung.values() for one in each), corpus)
    lent += emblems
    shown = [*gallery.shown(free, corpus), *lent]
    told = {name: [*each, *hung[name]] for name, each in held.items()}
    sought = _sought(held, told, free, dict(_paths(held, free, corpus)), moment.date())
    since = min(sought.since.values())
    older = [one for one in free if not echoes.is_since(one, since)]
    fresh = {one.name for one in shown}
    fresh -= {one.name for one in (*gallery.shown(older, corpus), *emblems)}
    faulty = {one.id for one in broken if one.kind == "pictures"}
    # Nobody shows what is faulty: who names it wants to.
    freely = gallery.typed_freely((one for each in held.values() for one in each), corpus)
    open_ = {one.name for one in shown} | {*gallery.named(freely, faulty)}
    public = (*public, *_figures(corpus, moment.date()))
    shared = echoes.share(sought, public, [*shown, *free], fresh)
    return Traces(
        held=until,
        phrases=Phrases.of(shared.phrases),
        told_on=shared.told_on,
        alike=shared.alike,
        strangers=tuple(people.strangers(corpus, typed, [freely, *_shared(free)])),
        pictures=gallery.of(hung, [*free, *lent], corpus, fresh),
        called=_called(told, typed, free, open_, faulty),
    )


def _named(source: Any, until: dt.datetime) -> Held:
    kind = getattr(source, "kind", "") or type(source).__name__.lower()
    return Held(name=f"{kind}/{slug_of(source)}", until=until, where=source.where)


def _free(copy: Copy, hidden: set[int]) -> Iterator[Any]:
    for field_ in dataclasses.fields(copy):
        if field_.name in ("pictures", "broken", "omitted"):
            continue
        for one in members(getattr(copy, field_.name)):
            if id(one) not in hidden:
                yield one


def _shared(free: Iterable[Any]) -> Iterator[str]:
    """What stands beside the texts, but for the contacts themselves."""
    for one in free:
        if isinstance(one, (Organisation, Event, Fact)):
            yield " ".join(said for said, _ in echoes.sayings(one, NOWHERE))


def _figures(corpus: Corpus, today: dt.date) -> Iterator[str]:
    """Facts as pages have them, the figure beside what it counts; none that is to come."""
    for copy in corpus.copies.values():
        for fact in copy.facts.values():
            for told in (fact, *fact.history):
                if not told.as_of or told.as_of.first <= today:
                    yield from (f"{told.text} {unit.plain}" for unit in told.unit or fact.unit)


# Words ------------------------------------------------------------------------------------


def _phrases(held: Mapping[str, list[Any]]) -> dict[Phrase, set[str]]:
    owners: dict[Phrase, set[str]] = {}
    for name, sources in held.items():
        for source in sources:
            for phrase in _telling(source):
                owners.setdefault(phrase, set()).add(name)
    return owners


def _sought(
    held: Mapping[str, list[Any]],
    told: Mapping[str, list[Any]],
    free: Iterable[Any],
    paths: Mapping[Phrase, str],
    today: dt.date,
) -> Sought:
    """What gives away those who are *held*: what is *told* by them and on their pictures."""
    owners = _phrases(told)
    for path, name in paths.items():
        owners.setdefault(path, set()).add(name)
    dated, bare = _file_names(held, free)
    sources = [source for each in held.values() for source in each]
    return Sought(
        owners=owners,
        firm=frozenset(dated) | paths.keys(),
        names=frozenset(bare & owners.keys()),
        loose=frozenset(bare - {_whole(slug_of(source)) for source in sources}),
        titles=dict(each for source in sources for each in _titles(source)),
        news=frozenset(phrase for source in sources for phrase in _news(source)) & owners.keys(),
        headlines=frozenset(p for source in sources for p in _news(source, ("title",)))
        & owners.keys(),
        since={name: _since(each, today) for name, each in held.items()},
        told=tuple(repeats.of((one for one in sources if not isinstance(one, Kit)), today)),
    )


def _paths(
    held: Mapping[str, list[Any]], free: Iterable[Any], corpus: Corpus
) -> Iterator[tuple[Phrase, str]]:
    """Where they lie, as findings and receipts say it, however short their names are."""
    named = {source.where.path: name for name, sources in held.items() for source in sources}
    public = {_lies(one.where.path) for one in free if isinstance(one, Source)}
    for path, mine in corpus.beside(named).items():
        if _lies(path) not in public:
            yield _lies(path), named[mine]


def _lies(path: PurePath) -> Phrase:
    return tuple(words("/".join(path.parts[-2:])))


def _since(sources: Iterable[Any], today: dt.date) -> dt.date:
    """From when on others can have told on them.

    What is dated ahead, as the day on which it goes out, may have been known long before that.
    """
    days = (min(source.date.first, today) for source in sources if source.date)
    return repeats.lately(min(days, default=dt.date.min))


def _file_names(
    held: Mapping[str, list[Any]], free: Iterable[Any]
) -> tuple[set[Phrase], set[Phrase]]:
    """The names of held files, dated and bare: a link in a free text gives one away."""
    parts = [part for one in free for part in (one, *_parts(one))]
    public = {name for one in parts for name in (slug_of(one), _DATED.sub("", slug_of(one)))}
    folded = {name.casefold() for name in public}
    named = {slug_of(source) for sources in held.values() for source in sources}
    slugs = {slug for slug in named if slug.casefold() not in folded}
    dated = {s for s in slugs if _DATED.match(s) and len(words(s)) >= DATED_WORDS}
    bare = {_DATED.sub("", slug) for slug in slugs} - public
    several = {phrase for phrase in map(_whole, bare) if len(phrase) > 1}
    return set(map(_whole, dated)), several


def _parts(whole: Any) -> Iterator[Any]:
    """The sections of a kit, the chapters of a book: files with names of their own."""
    for name in ("sections", "chapters"):
        yield from (part for part in getattr(whole, name, ()) if isinstance(part, Source))


def _news(source: Any, names: Collection[str] = HEADLINES) -> Iterator[Phrase]:
    """What it says first of all, if that is long enough to be nobody else's."""
    if isinstance(source, Broken):
        headlines = [text for name, text in _typed(source) if name in names]
    else:
        told = names if isinstance(source, (Story, Release)) else ()
        headlines = [getattr(source, name, NO_TEXT).plain for name in told]
    for said in map(words, headlines):
        if HEADLINE <= len(said) < RUN:
            yield tuple(said)
        yield from runs(said)


def _called(
    told: Mapping[str, list[Any]],
    typed: Mapping[str, str],
    free: Iterable[Any],
    open_: Collection[str],
    faulty: Collection[str],
) -> dict[str, frozenset[str]]:
    """Their names between the signs of a finding, and those of pictures that only they show.

    Pictures may be *faulty*, too, and stand where they are *typed* and nobody will see them.
    """
    public = {slug_of(part) for one in free for part in (one, *_parts(one))}
    owners: dict[str, set[str]] = {}
    for name, sources in told.items():
        pictures = {source.name for source in sources if isinstance(source, Picture)}
        pictures |= {*_FILED.findall(typed[name]), *gallery.named(typed[name], faulty)}
        slugs = {slug_of(source) for source in sources if not isinstance(source, Picture)}
        for one in (*(pictures - {*open_}), *map(repr, slugs - public)):
            owners.setdefault(one, set()).add(name)
    return {called: frozenset(names) for called, names in owners.items()}


def _titles(source: Any) -> Iterator[tuple[Phrase, str]]:
    """Its title, where it is too short to be nobody else's."""
    if isinstance(source, Broken):
        named = [text for name, text in _typed(source) if name == "title"]
    else:
        named = [source.title.plain] if isinstance(source, (Story, Release)) else []
    for title in named:
        said = tuple(words(title))
        if len(said) < HEADLINE and tells(said):
            yield said, title


def _whole(slug: str) -> Phrase:
    return tuple(words(slug))[: RUN - 1]


def _telling(source: Any) -> Iterator[Phrase]:
    slug = slug_of(source)
    names = [_DATED.sub("", slug)]
    # One word is, as a file's name or as a title, a word like any other, unless somebody made it
    # up: a page says *January* of itself, and every Word file *library*.
    if len(words(slug)) > 1 or is_coined(slug):
        yield _whole(slug)
    for name, text in _typed(source) if isinstance(source, Broken) else _texts(source):
        if name in NAMES or name == "picture":
            # As the address of a heading has it.
            cut = slugs.slug_of(text)
            names += [text, *([cut] if len(cut) < slugs.LONGEST else [])]
        if name in NAMES and is_coined(text.strip()):
            yield tuple(words(text))
        text = ADDRESS.sub(" ", text)
        for said in readings(text):
            yield from runs(said)
        for passage in re.split(r"\n\s*\n", text):
            short = tuple(words(passage))
            if SHORTEST <= len(short) < RUN and tells(short):
                yield short
    for name in names:
        phrase = tuple(words(name))
        if phrase and len(phrase) < RUN and tells(phrase):
            yield phrase
        elif len(phrase) >= RUN:
            yield from runs(list(phrase))


def _typed(broken: Broken) -> Iterator[tuple[str, str]]:
    """Every passage of a faulty one, as far as it can be told from its keys."""
    yield from (("markdown", said) for said in (broken.said, _MARKS.sub("", broken.said)))
    yield from _TYPED.findall(broken.said)


def _texts(value: Any) -> Iterator[tuple[str, str]]:
    """Every passage of a held source with the name of its field."""
    if isinstance(value, (list, tuple)):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, Picture):
        yield "picture", PurePath(value.name).stem
        yield from (("caption", said.plain) for said in (value.alt, value.caption) if said)
    elif isinstance(value, Record) and not isinstance(value, Contact):
        for field_ in dataclasses.fields(value):
            inside = getattr(value, field_.name)
            if field_.name in SHARED:
                continue
            if isinstance(inside, Text):
                yield field_.name, inside.plain
            elif field_.name == "markdown":
                yield field_.name, str(inside)
                yield field_.name, _MARKS.sub("", str(inside))
            elif not isinstance(inside, str):
                yield from _texts(inside)
