"""Make up editions: choose what goes into a publication, and in what order. Pure."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from pipeline import hours, newsdesk, plates, pressdesk
from pipeline.copydesk import CopyDesk, anchored_twice, day_at, first, is_held
from pipeline.errors import Finding
from pipeline.model.corpus import Broken, Corpus
from pipeline.model.editions import Edition, Publication, Refused, Run, Section
from pipeline.model.house import Event
from pipeline.model.sources import Chapter, Issue, Kit, Manifesto, Release, Source
from pipeline.model.texts import NO_TEXT, Text
from pipeline.slugs import slug_of

LEADS: Mapping[str, tuple[str, str]] = {
    "issue": ("issues", "issue"),
    "release": ("releases", "release"),
    "kit": ("kits", "kit"),
    "manifesto": ("manifestos", "manifesto"),
    "deck": ("decks", "deck"),
}
"""What an edition is about -> where the corpus keeps it, and its kind."""
FOLDERS: Mapping[str, tuple[str, str]] = {
    "news": ("news", "news"),
    "releases": LEADS["release"],
    "newsletters": LEADS["issue"],
    "presskits": LEADS["kit"],
    "slides": LEADS["deck"],
}
"""The `kinds` of a declared section, by the folders that people know."""
Words = Mapping[str, Mapping[str, str]]


def make_up(
    publication: Publication,
    corpus: Corpus,
    moment: dt.datetime,
    words: Words,
    *,
    named: str = "",
    latest: bool = False,
    languages: Sequence[str] = (),
    others: Sequence[Publication] = (),
) -> Iterator[Edition | Refused]:
    """The editions of *publication* at *moment*, or why one is refused.

    One by its name, dated or embargoed as it may be; or the latest; or every one. *others* are
    the publications whose editions it may enclose.
    """
    slugs = [named] if named else occasions(publication, corpus, moment)
    if publication.per == "standing" and slugs != [publication.slug]:
        return
    if latest:
        slugs = slugs[-1:]
    waiting = hours.names(corpus, moment)
    for slug in slugs:
        for language, copy in corpus.copies.items():
            if languages and language not in languages:
                continue
            desk = CopyDesk(publication, copy, moment, words.get(language, {}), waiting)
            made = _edition(desk, corpus, slug)
            if made is not None:
                yield _enclosing(made, desk, corpus, others)


def copied(edition: Edition, newsroom: str) -> Edition:
    """The same edition as a copy for one newsroom, which says so."""
    return dataclasses.replace(
        edition,
        newsroom=newsroom,
        place=f"{edition.slug}-for-{slug_of(newsroom)}",
        enclosed=tuple(copied(inner, newsroom) for inner in edition.enclosed),
    )


def occasions(
    publication: Publication, corpus: Corpus, moment: dt.datetime, until: dt.date | None = None
) -> list[str]:
    """The names of the editions that may be made at *moment*, oldest first.

    Those of a later day, too, *until* which one is told.
    """
    if publication.per == "standing":
        return [publication.slug]
    folder, kind = LEADS[publication.per]
    dated: dict[str, dt.date] = {}
    held: set[str] = set()
    waiting = hours.names(corpus, moment)
    for copy in corpus.copies.values():
        now = until or day_at(copy, moment)
        for lead in getattr(copy, folder):
            if is_held(lead, moment) or pressdesk.holds(lead, waiting):
                held.add(lead.slug)
            elif first(lead.date) <= now:
                dated[lead.slug] = first(lead.date)
        for broken in copy.broken:
            if broken.kind != kind or broken.id == "*":
                continue
            if is_held(broken, moment):
                held.add(_own_name(broken.id))
            elif first(broken.date) <= now:
                dated.setdefault(_own_name(broken.id), first(broken.date))
    return sorted(dated.keys() - held, key=lambda slug: (dated[slug], slug))


def names(publication: Publication, corpus: Corpus, moment: dt.datetime) -> list[str]:
    """Every edition that can be named, the future ones too; none that waits at *moment*."""
    return occasions(publication, corpus, moment, dt.date.max)


def accounted(publication: Publication, corpus: Corpus) -> dict[str, frozenset[str]]:
    """Every edition that the sources account for, faulty or held as it may be: its languages.

    `*` is among them if nobody can tell what there is.
    """
    if publication.per == "standing":
        return {publication.slug: frozenset(corpus.copies)}
    folder, kind = LEADS[publication.per]
    found: dict[str, set[str]] = {}
    for language, copy in corpus.copies.items():
        slugs = [lead.slug for lead in getattr(copy, folder)]
        slugs += [_own_name(broken.id) for broken in copy.broken if broken.kind == kind]
        for slug in slugs:
            found.setdefault(slug, set()).add(language)
    return {slug: frozenset(languages) for slug, languages in found.items()}


def _own_name(name: str) -> str:
    return name.split("/")[-1]


def _edition(desk: CopyDesk, corpus: Corpus, slug: str) -> Edition | Refused | None:
    """The edition, or why it is refused; nothing if it does not exist in this language."""
    lead = _lead(desk, slug)
    if lead is None and desk.publication.per != "standing" and not desk.faults:
        return None
    desk.blame("organisation")
    if is_held(lead, desk.moment) and desk.publication.audience != "press":
        desk.faults.append(_embargoed(lead))
    made = None if desk.faults else _made_up(desk, corpus, lead, slug)
    if made is not None:
        return made
    return Refused(
        publication=desk.publication,
        slug=slug,
        language=desk.copy.language,
        findings=tuple(dict.fromkeys(desk.faults)),
    )


def _enclosing(
    made: Edition | Refused, desk: CopyDesk, corpus: Corpus, others: Sequence[Publication]
) -> Edition | Refused:
    """With the editions that an output asks for (`editions`), of the releases that it lists."""
    if isinstance(made, Refused):
        return made
    wanted = [output.options.get("editions") for output in made.publication.outputs]
    leads = [entry.release for entry in made.announcements if entry.release]
    enclosed = []
    for publication in others:
        if publication.slug not in wanted or publication.per != "release":
            continue
        for lead in leads:
            inner = CopyDesk(publication, desk.copy, desk.moment, desk.words, desk.waiting)
            one = _edition(inner, corpus, lead.slug)
            if isinstance(one, Refused):
                return dataclasses.replace(one, publication=made.publication, slug=made.slug)
            enclosed += [one] if one else []
    return dataclasses.replace(made, enclosed=tuple(enclosed))


def _lead(desk: CopyDesk, slug: str) -> Any:
    if desk.publication.per == "standing":
        return None
    folder, kind = LEADS[desk.publication.per]
    for lead in getattr(desk.copy, folder):
        if lead.slug == slug:
            return lead
    desk.blame(kind, lambda broken: _own_name(broken.id) == slug)
    return None


def _manifesto(desk: CopyDesk, lead: Manifesto) -> dict[str, Any]:
    _chapters(desk, lead)
    return {}


def _nothing_else(_desk: CopyDesk, _lead: Any) -> dict[str, Any]:
    return {}


def _standing(_desk: CopyDesk, _lead: Any) -> dict[str, Any]:
    return {"boilerplate": "short"}


CHOOSE: Mapping[str, Callable[[CopyDesk, Any], dict[str, Any]]] = {
    "issue": newsdesk.issue,
    "release": pressdesk.release,
    "kit": pressdesk.kit,
    "manifesto": _manifesto,
    "deck": _nothing_else,
    "standing": _standing,
}


def _made_up(desk: CopyDesk, corpus: Corpus, lead: Any, slug: str) -> Edition | None:
    date = lead.date.last if lead and lead.date else desk.today
    chosen = CHOOSE[desk.publication.per](desk, lead)
    lead = chosen.pop("lead", lead)
    sections = chosen.pop("sections", None)
    if sections is None:
        sections = {s.name: _run(desk, s) for s in desk.publication.sections}
    title = getattr(lead, "title", NO_TEXT) or getattr(lead, "subject", NO_TEXT)
    passage = _boilerplate(desk, chosen.pop("boilerplate", ""), date)
    if desk.faults:
        return None
    together = (one for one in plates.inside((lead, sections), []) if isinstance(one, Source))
    desk.findings += anchored_twice(one for one in together if one is lead or not _is_apart(one))
    made = Edition(
        publication=desk.publication,
        slug=slug,
        language=desk.copy.language,
        title=title or desk.copy.organisation.name,
        date=date,
        organisation=desk.house(date),
        lead=lead,
        sections=sections,
        boilerplate=passage.body if passage else NO_TEXT,
        boilerplate_title=_about(desk, passage),
        facts={name: fact.on(date) for name, fact in desk.copy.facts.items()},
        languages=_languages(desk.publication, corpus, slug),
        findings=tuple(desk.findings),
        **{"contacts": tuple(desk.copy.contacts.values()), **chosen},
    )
    return plates.with_pictures(made, desk.copy)


def _is_apart(source: Source) -> bool:
    """Whether it is only named by others, or numbers its notes as they do."""
    return isinstance(source, (Release, Issue))


def _languages(publication: Publication, corpus: Corpus, slug: str) -> tuple[str, ...]:
    if publication.per == "standing":
        return tuple(corpus.copies)
    folder, _ = LEADS[publication.per]
    return tuple(
        language
        for language, copy in corpus.copies.items()
        if any(lead.slug == slug for lead in getattr(copy, folder))
    )


def _boilerplate(desk: CopyDesk, name: str, date: dt.date) -> Source | None:
    desk.blame("boilerplate", lambda broken: broken.id == name)
    kept = desk.copy.boilerplates
    return kept.get((name, date)) or kept.get((name, dt.date.max))


def _about(desk: CopyDesk, passage: Source | None) -> Text:
    if passage is None or passage.title:
        return passage.title if passage else NO_TEXT
    short = desk.copy.organisation.short_name
    about = desk.words.get("about", "About {name}")
    return Text(
        html=about.replace("{name}", short.html),
        plain=about.replace("{name}", short.plain),
        language=desk.copy.language,
    )


def _run(desk: CopyDesk, section: Section) -> Run:
    items: list[Any] = []
    for kind in section.kinds:
        if kind == "manifesto":
            for book in _dated(desk, "manifestos", "manifesto")[:1]:
                items += [book] if isinstance(book, Broken) else _chapters(desk, book)
        elif kind in ("agenda", "series"):
            items += _events(desk, kind)
        else:
            items += _dated(desk, *FOLDERS[kind])
    limited = items[: section.limit] if section.limit is not None else items
    for item in limited:
        # A faulty one is not passed over: another would stand in its place today, not tomorrow.
        desk.faults.extend(item.findings if isinstance(item, Broken) else ())
    told = tuple(item for item in limited if not isinstance(item, Broken))
    return Run(
        name=section.name, label=desk.label(section.name, {section.name: section}), items=told
    )


def _chapters(desk: CopyDesk, book: Manifesto) -> tuple[Chapter, ...]:
    desk.blame("chapter", lambda broken: broken.id.startswith(f"{book.slug}/"))
    return book.chapters


def _events(desk: CopyDesk, kind: str) -> list[Event]:
    """What is to come; or every date that is one of a series. The oldest first."""
    desk.blame("agenda")
    if kind == "series":
        desk.blame("events")
        chosen = [event for event in desk.copy.agenda if event.series]
    else:
        desk.blame("events", lambda broken: _may_come(broken, desk.today))
        chosen = [event for event in desk.copy.agenda if event.last_day >= desk.today]
    return sorted(chosen, key=lambda event: event.start)


def _may_come(broken: Broken, day: dt.date) -> bool:
    last = broken.end or broken.date
    return last is None or last.last >= day


def _dated(desk: CopyDesk, folder: str, kind: str) -> list[Any]:
    """Newest first, and none that is still under embargo or in the future; faulty ones too."""
    broken = [b for b in desk.free(desk.copy.broken) if b.kind == kind and b.id != "*"]
    kept = desk.free(getattr(desk.copy, folder))
    free = [source for source in kept if not pressdesk.holds(source, desk.waiting)]
    due = [source for source in (*free, *broken) if first(source.date) <= desk.today]
    return sorted((_as_told(desk, one) for one in due), key=_by_date, reverse=True)


def _as_told(desk: CopyDesk, one: Any) -> Any:
    """What names others, without the names of what waits."""
    if isinstance(one, Issue):
        return newsdesk.as_told(desk.copy, desk.moment, one)
    return pressdesk.as_told(desk, one) if isinstance(one, Kit) else one


def _by_date(source: Any) -> tuple[dt.date, str]:
    return first(source.date), source.id if isinstance(source, Broken) else source.slug


def _embargoed(lead: Any) -> Finding:
    return Finding(
        "E100",
        f"{lead.slug!r} is under embargo until {lead.embargo.isoformat()}",
        "wait, or build a publication for the press: its audience may hold it, marked",
        lead.at("embargo"),
    )
