"""What a held text has in common with others: what may be said all the same, and who tells on."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import html
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pipeline.embargo import repeats, titles, waiting
from pipeline.embargo.phrases import RUN, Phrase, Phrases, is_called, words
from pipeline.errors import Finding, Level, Location
from pipeline.model.house import Contact, Event, Fact, Organisation
from pipeline.model.sources import Deck, Issue, Kit, Release, Source, Story
from pipeline.model.texts import NOWHERE, Picture, Text

DATED = (Story, Release, Issue, Kit, Deck)
"""What tells news; all the rest is what a house says always."""
REFERENCES = frozenset({"items", "releases", "figures", "event", "sections"})
"""Fields in which others are named: a letter that waits for a story does not publish its name."""
FORMS = frozenset({"markdown", "html"})
"""Fields that say again what stands beside them."""
ADDRESS = re.compile(r"(?:https?:/|www\.|mailto:|(?<![\w/])/)[^\s<>\")]+", re.IGNORECASE)
"""What is nobody's words, however many there are in it."""
_HREF = re.compile(r"href=\"([^\"]+)")
_LINK = re.compile(r"(?:\]\(<?|https?://)[^\s()<>]+")
_SHOWN = 3
"""Places that a line tells of, beside the first."""
_FEW = 3
"""Words by which a line is found again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """The phrases of what is held, each with those whom it gives away, and how firmly."""

    owners: Mapping[Phrase, Iterable[str]]
    firm: frozenset[Phrase]
    """Dated names of files: whoever says one means it."""
    names: frozenset[Phrase]
    """Names of files that may be words, too: those mean them who say them in an address."""
    loose: frozenset[Phrase]
    """Those of them that lack their date: the page of an event may be called so, too."""
    news: frozenset[Phrase]
    """What a text has to tell: no other of these days says it by chance."""
    titles: Mapping[Phrase, str]
    """Titles of few words as they are typed: with their capitals they may be meant."""
    headlines: frozenset[Phrase]
    """What a title says: who writes it where no day stands may be telling it, or have said it."""
    since: Mapping[str, dt.date]
    """From when on each can have been told on."""
    told: tuple[repeats.Told, ...] = ()
    """All that they say, each in one language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo:
    """A free text of these days with words of a held one."""

    name: str
    """Of the held one."""
    where: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What is left to look for, and what others say of it."""

    phrases: Mapping[Phrase, Iterable[str]]
    told_on: Mapping[str, Location] = field(default_factory=dict)
    """A held source -> the free text that gives it away."""
    alike: tuple[Echo, ...] = ()
    """What may be told on or may be anybody's: nothing is refused for it."""


def share(
    sought: Sought, public: Iterable[str], free: Iterable[Any], fresh: Collection[str] = ()
) -> Shared:
    """Look for the phrases in what is *public* anyway, and in what is *free*.

    Pictures that are *fresh* are shown by texts of these days only, and can tell their news.
    """
    phrases = Phrases.of(sought.owners)
    free = tuple(free)
    always = {phrase for text in public for phrase in phrases.found(text)} - sought.firm
    always |= _reachable(sought, free)
    lately: set[Phrase] = set()
    heard: list[_Heard] = []
    for one in free:
        heard += _leading(one, phrases, sought)
        for text, where in (*sayings(one, NOWHERE), *_listed(one)):
            if found := set(phrases.found(text)):
                recent = {
                    p for p in found if any(_is_recent(one, sought, n) for n in sought.owners[p])
                }
                is_fresh = isinstance(one, Picture) and one.name in fresh
                recent |= found & (sought.news | sought.titles.keys()) if is_fresh else set()
                meant = _meant(text, found, phrases, sought)
                meant -= sought.loose if isinstance(one, Event) else set()
                meant |= recent & sought.news if isinstance(one, DATED) or is_fresh else set()
                if not isinstance(one, (*DATED, Event)):
                    recent |= found & sought.headlines
                    # A fact, a boilerplate: nobody can tell since when it says so.
                    recent |= {p for p in found if len(p) >= RUN} if _is_timeless(one) else set()
                lately |= recent - meant
                always |= found - recent - meant
                told = sorted(recent | meant)
                heard += [_Heard(one, where, text, phrase, phrase in meant) for phrase in told]
        older, rows = _addressed(one, phrases, sought)
        always |= older
        lately |= rows
        place = getattr(one, "where", NOWHERE)
        heard += [_Heard(one, place, " ".join(row), row, False) for row in sorted(rows)]
    heard, repeated = _repeated(heard, sought, always)
    lately -= repeated
    # What somebody may say stops nobody: all who say it are told.
    heard = [
        replace(one, is_meant=one.is_meant and one.phrase not in lately)
        for one in heard
        if one.phrase not in always
    ]
    heard, called = _called(heard, sought, free)
    lately -= called
    left = {p: names for p, names in sought.owners.items() if p not in always}
    told_on: dict[str, Location] = {}
    for one in reversed([one for one in heard if one.is_meant]):
        told_on |= dict.fromkeys(left[one.phrase], _place(one))
    alike = dict.fromkeys(
        Echo(name=name, where=_place(one))
        for one in heard
        if not one.is_meant and _is_worth_telling(one, sought)
        for name in left[one.phrase]
    )
    kept = {phrase: names for phrase, names in left.items() if phrase not in lately}
    return Shared(phrases=kept, told_on=told_on, alike=tuple(alike))


def _repeated(
    heard: list[_Heard], sought: Sought, always: Collection[Phrase]
) -> tuple[list[_Heard], set[Phrase]]:
    """What was heard, with all that those say who repeat most of a held text; and these rows.

    What others say as well is no more sure than it was.
    """
    said: dict[int, set[Phrase]] = {}
    for one in heard:
        if isinstance(one.source, DATED) and one.phrase not in always:
            said.setdefault(id(one.source), set()).add(one.phrase)
    sources = {id(one.source): one.source for one in heard}
    rows = {
        key: repeats.of_held(sources[key], each, sought.told, always) for key, each in said.items()
    }
    by_others = {one.phrase for one in heard if one.phrase not in rows.get(id(one.source), ())}
    sure = {phrase for each in rows.values() for phrase in each} - by_others
    return [replace(one, is_meant=one.is_meant or one.phrase in sure) for one in heard], sure


def _called(
    heard: list[_Heard], sought: Sought, free: Iterable[Any]
) -> tuple[list[_Heard], set[Phrase]]:
    """What was heard, with the titles of few words that are meant; and these titles."""
    callers: dict[Phrase, list[_Heard]] = {}
    for one in heard:
        if one.phrase in sought.titles and _is_worth_telling(one, sought):
            callers.setdefault(one.phrase, []).append(one)

    @functools.cache
    def known() -> set[str]:
        return {word for text in _older(sought, free) for word in words(text)}

    sure = {
        phrase
        for phrase, by in callers.items()
        # What an agenda announces is public.
        if not any(isinstance(one.source, Event) for one in by)
        and titles.is_sure(
            sought.titles[phrase], [waiting.slug_of(one.source) for one in by], known
        )
    }
    meant = {id(one) for phrase in sure for one in callers[phrase]}
    return [replace(one, is_meant=one.is_meant or id(one) in meant) for one in heard], sure


def _older(sought: Sought, free: Iterable[Any]) -> Iterator[str]:
    """All that no held text can have told."""
    for one in free:
        if not any(_is_recent(one, sought, name) for name in sought.since):
            yield from (text for text, _ in sayings(one, NOWHERE))


def _is_worth_telling(one: _Heard, sought: Sought) -> bool:
    if one.phrase in sought.titles:
        return is_called(one.text, sought.titles[one.phrase])
    return len(one.phrase) >= RUN or one.phrase in sought.news


_ARTICLES = "the der die das dem den des la le les il el los o a as os het det"


def _reachable(sought: Sought, free: Iterable[Any]) -> set[Phrase]:
    """What the house is called, and how it is reached, in whatever order a page says it."""
    said = {*_ARTICLES.split()}
    for one in free:
        if isinstance(one, Contact):
            said.update(words(f"{one.name.plain} {one.role.plain} {one.phone} {one.email}"))
        elif isinstance(one, Organisation):
            said.update(words(f"{one.name.plain} {one.short_name.plain}"))
            said.update(words(f"{one.phone} {one.address.plain} {one.website}"))
    return {phrase for phrase in sought.owners if len(phrase) >= RUN and said.issuperset(phrase)}


@dataclass(frozen=True, slots=True)
class _Heard:
    """A phrase that stands in a free source, and whether it can come from nowhere else."""

    source: Any
    where: Location
    text: str
    phrase: Phrase
    is_meant: bool


def _meant(text: str, found: set[Phrase], phrases: Phrases, sought: Sought) -> set[Phrase]:
    """Those of the phrases *found* in a free *text* that can come from nowhere else."""
    meant = found & sought.firm
    if names := found & sought.names:
        meant |= names - set(phrases.found(ADDRESS.sub(" ", text)))
    return meant


def _is_timeless(one: Any) -> bool:
    return isinstance(one, Fact) or getattr(one, "kind", "") == "boilerplate"


def _is_recent(one: Any, sought: Sought, name: str) -> bool:
    """Whether it can have its words from what is held; an event is public, if it is told.

    Slides are written on and keep their date.
    """
    return is_since(one, sought.since[name])


def is_since(one: Any, since: dt.date) -> bool:
    """The same, of what can be told on from that day on."""
    if isinstance(one, Deck):
        return True
    if isinstance(one, Event):
        return one.last_day >= since
    return isinstance(one, DATED) and (not one.date or one.date.last >= since)


def sayings(value: Any, where: Location) -> Iterator[tuple[str, Location]]:
    """Every word of something free with its place, but for the names of others in it.

    Contacts and pictures are no part of an old text that shows them: they are written on.
    """
    if isinstance(value, str):
        yield value, where
    elif isinstance(value, (list, tuple)):
        for item in value:
            if not isinstance(item, (Contact, Picture)):
                yield from sayings(item, where)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from sayings(item, where)
    elif dataclasses.is_dataclass(value) and not isinstance(value, (Location, Finding)):
        here = getattr(value, "where", NOWHERE)
        here = where if here == NOWHERE else here
        for field_ in dataclasses.fields(value):
            inside = getattr(value, field_.name)
            if field_.name in REFERENCES:
                members = inside if isinstance(inside, tuple) else (inside,)
                inside = [one for one in members if not isinstance(one, str)]
            if field_.name not in FORMS and not isinstance(inside, (Contact, Picture)):
                yield from sayings(inside, here)


def _leading(one: Any, phrases: Phrases, sought: Sought) -> Iterator[_Heard]:
    """The lines of a text that lead to a held one: its name stands in their addresses alone."""
    known = sought.names | sought.firm | (sought.news if isinstance(one, DATED) else frozenset())
    for part in _whole(one):
        lines = part.markdown.split("\n") if _LINK.search(part.markdown) else ()
        for number, line in enumerate(lines):
            for address in _LINK.findall(line):
                where = Location(part.where.path, part.body_line + number, 1)
                for phrase in set(phrases.found(address)) & known:
                    yield _Heard(one, where, address, phrase, True)


def _addressed(one: Any, phrases: Phrases, sought: Sought) -> tuple[set[Phrase], set[Phrase]]:
    """Rows in the addresses to which it leads, of older texts and of these days.

    They are the words of a page that stands somewhere; a name, and what is told first, are news.
    A letter without markup says addresses among the words, as they are typed.
    """
    typed = [part.markdown for part in _whole(one)]
    rows = {p for said in (*typed, *_linked(one)) for p in phrases.found(said) if len(p) >= RUN}
    rows -= sought.firm | sought.names
    is_new = _is_timeless(one)
    recent = {
        p for p in rows if is_new or any(_is_recent(one, sought, n) for n in sought.owners[p])
    }
    older = rows - recent
    if recent:
        recent -= {p for said, _ in sayings(one, NOWHERE) for p in phrases.found(said)}
    return older, recent - sought.news


def _whole(one: Any) -> tuple[Source, ...]:
    """A source with its parts, as far as they are typed elsewhere."""
    parts = (one, *getattr(one, "sections", ()))
    return tuple(part for part in parts if isinstance(part, Source))


def _linked(value: Any) -> Iterator[str]:
    """Every address to which something free leads."""
    if isinstance(value, Text):
        yield from map(html.unescape, _HREF.findall(value.html))
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _linked(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, (Location, Finding)):
        for field_ in dataclasses.fields(value):
            yield from _linked(getattr(value, field_.name))


def _listed(one: Any) -> Iterator[tuple[str, Location]]:
    """An event as agendas have it: what it is called, and where it is, side by side."""
    if isinstance(one, Event) and one.place:
        yield f"{one.title.plain} {one.place.plain}", one.where
        yield f"{one.place.plain} {one.title.plain}", one.where


def _place(heard: _Heard) -> Location:
    """The line of a source on which the phrase begins, as near as can be told."""
    one = heard.source
    for part in _whole(one):
        lines = part.markdown.split("\n")
        for number, line in enumerate(lines):
            if _begins(words(line), heard.phrase[:_FEW]):
                return Location(part.where.path, part.body_line + number, 1)
    return heard.where


def _begins(line: list[str], phrase: Phrase) -> bool:
    size = len(phrase)
    return any(tuple(line[at : at + size]) == phrase for at in range(len(line) - size + 1))


def findings(shared: Iterable[Echo], until: Mapping[str, dt.datetime]) -> Iterator[Finding]:
    """One warning of all of them, until the hour comes: only a writer can tell what is news."""
    echoes = sorted(shared, key=lambda echo: (str(echo.where.path), echo.where.line or 0))
    places = list(dict.fromkeys(echo.where for echo in echoes))
    if not places:
        return
    others = [f"{where.path.as_posix()}:{where.line}" for where in places[1:]]
    shown = [*others[:_SHOWN], *([f"{len(others) - _SHOWN} more"] if others[_SHOWN:] else [])]
    yield Finding(
        waiting.ALIKE,
        "words of a text stand here that is under embargo "
        f"until {waiting.told(until[echoes[0].name])}"
        f"{'; and at ' if shown else ''}{', '.join(shown)}",
        "if they are its news, take them out, or give this text the same hour",
        places[0],
        Level.WARNING,
    )


def of_picture(picture: Picture, until: dt.datetime) -> Finding:
    """Who files one again under another name shows it, perhaps without knowing whose it is."""
    return Finding(
        waiting.ALIKE,
        "this is a picture of a text that is under embargo "
        f"until {waiting.told(until)}, filed once more",
        "if it is its news, show another one, or give the text that shows it the same hour",
        picture.where,
        Level.WARNING,
    )
