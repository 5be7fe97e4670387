"""When things may be told: what is held, until when, and the moments at which that changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import PurePath
from zoneinfo import ZoneInfo

from pipeline.copydesk import is_held
from pipeline.errors import Finding, UsageError
from pipeline.model.corpus import Broken, Corpus
from pipeline.model.sources import Release, Source, Story
from pipeline.moments import at


def thresholds(corpus: Corpus) -> tuple[dt.datetime, ...]:
    """The moments at which another choice may be made: embargoes end, dates arrive."""
    moments: set[dt.datetime] = set(corpus.over)
    for copy in corpus.copies.values():
        zone = ZoneInfo(copy.organisation.timezone)
        dated: tuple[Source | Broken, ...] = (
            *copy.issues,
            *copy.releases,
            *copy.kits,
            *copy.manifestos,
            *copy.decks,
        )
        for source in (*dated, *copy.news, *copy.broken):
            if embargo := getattr(source, "embargo", None):
                moments.add(embargo)
            if source.date:
                moments.add(dt.datetime.combine(source.date.first, dt.time(), zone))
        rule = copy.organisation.governance
        if rule and rule.as_of:
            moments.add(dt.datetime.combine(rule.as_of.first, dt.time(), zone))
        for fact in copy.facts.values():
            for told in (fact, *fact.history):
                if told.as_of:
                    moments.add(dt.datetime.combine(told.as_of.first, dt.time(), zone))
        for event in copy.agenda:
            # What is over is no longer upcoming.
            after = event.last_day + dt.timedelta(days=1)
            moments.add(dt.datetime.combine(after, dt.time(), zone))
    return tuple(sorted(moments))


def is_dated_ahead(corpus: Corpus, moment: dt.datetime) -> bool:
    """Whether something waits whose date has not come: what is near to it is told by today."""
    return any(one.date and one.date.first > moment.date() for one in _waiting(corpus, moment))


def zoned(now: dt.datetime, corpus: Corpus) -> dt.datetime:
    """A clock without a zone is the organisation's; any other is told as that one shows it."""
    copy = next(iter(corpus.copies.values()))
    zone = ZoneInfo(copy.organisation.timezone)
    if now.tzinfo is not None:
        return now.astimezone(zone)
    try:
        return at(now, zone)
    except ValueError as error:
        remedy = "add its offset to now, like +01:00"
        raise UsageError(Finding("O124", str(error), remedy, copy.organisation.where)) from error


def held(corpus: Corpus, moment: dt.datetime) -> frozenset[PurePath]:
    """The files of which nothing may be said in public at *moment*."""
    return frozenset(until(corpus, moment))


def until(corpus: Corpus, moment: dt.datetime) -> dict[PurePath, dt.datetime]:
    """The files that are held at *moment*, and until when."""
    found = {one.where.path: one.embargo for one in _waiting(corpus, moment) if one.embargo}
    return {path: found[mine] for path, mine in corpus.beside(found).items()}


def names(corpus: Corpus, moment: dt.datetime) -> dict[str, dt.datetime]:
    """The same by folder and name, `news/gala`, as letters and kits know them."""
    return {
        "/".join((*one.where.path.parts[1:2], _name(one))): one.embargo
        for one in _waiting(corpus, moment)
        if one.embargo
    }


def _waiting(corpus: Corpus, moment: dt.datetime) -> Iterator[Story | Release | Broken]:
    for copy in corpus.copies.values():
        told: tuple[Story | Release | Broken, ...] = (*copy.news, *copy.releases, *copy.broken)
        yield from (one for one in told if is_held(one, moment))


def _name(source: Story | Release | Broken) -> str:
    return source.id if isinstance(source, Broken) else source.slug
