"""What goes into a press release and into a press kit."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator
from typing import Any

from pipeline.copydesk import CopyDesk, first, is_held
from pipeline.errors import Finding, Level
from pipeline.model.corpus import Broken, Copy
from pipeline.model.house import Event, Fact
from pipeline.model.sources import Announcement, Kit, Release
from pipeline.model.texts import Day


def release(desk: CopyDesk, lead: Release) -> dict[str, Any]:
    return {
        "contacts": lead.contacts or desk.press(),
        "boilerplate": lead.boilerplate,
        "embargo": lead.embargo if is_held(lead, desk.moment) else None,
    }


def kit(desk: CopyDesk, lead: Kit) -> dict[str, Any]:
    desk.blame("section", lambda broken: broken.id.startswith(f"{lead.slug}/"))
    event = next((event for event in desk.copy.agenda if event.id == lead.event), None)
    announcements = _announcements(desk, lead)
    mine = [entry.release for entry in announcements if entry.release]
    held = [release.embargo for release in mine if is_held(release, desk.moment)]
    held += [desk.waiting[name] for name in _named(lead) if name in desk.waiting]
    return {
        "lead": as_told(desk, lead),
        "event": event,
        "previous": _previous(desk, event),
        "figures": _figures(desk, lead),
        "contacts": lead.contacts or desk.press(),
        "announcements": announcements,
        "boilerplate": lead.boilerplate,
        "embargo": max(filter(None, held), default=None),
    }


def as_told(desk: CopyDesk, lead: Kit) -> Kit:
    """The kit without the names of releases that it may not hold, or has in another language."""
    if isinstance(lead.releases, int):
        return lead
    mine = {release.slug for release in desk.copy.releases if _may_hold(desk, lead, release)}
    named = tuple(one for one in lead.releases if isinstance(one, Announcement) or one in mine)
    return dataclasses.replace(lead, releases=named)


def holds(lead: Any, waiting: Collection[str]) -> bool:
    """Whether a kit names a release that is *waiting* for its hour, in whatever language."""
    return isinstance(lead, Kit) and any(name in waiting for name in _named(lead))


def _named(lead: Kit) -> Iterator[str]:
    """The releases that a kit lists itself, as `releases/gala`."""
    named = lead.releases if isinstance(lead.releases, tuple) else ()
    yield from (f"releases/{name}" for name in named if isinstance(name, str))


def _figures(desk: CopyDesk, lead: Kit) -> tuple[Fact, ...]:
    date = lead.date.last if lead.date else desk.today
    facts = desk.copy.facts
    return tuple(facts[name].on(date) for name in lead.figures if name in facts)


def _previous(desk: CopyDesk, event: Event | None) -> tuple[Event, ...]:
    if event is None or not event.series:
        return ()
    desk.blame("events")
    earlier = [
        other
        for other in desk.copy.agenda
        if other.series == event.series
        and other.start.first < event.start.first
        and other.status not in ("cancelled", "postponed")
    ]
    return tuple(sorted(earlier, key=lambda other: other.start, reverse=True))


def _announcements(desk: CopyDesk, lead: Kit) -> tuple[Announcement, ...]:
    if isinstance(lead.releases, int):
        return _recent(desk, lead, lead.releases)
    named = lead.releases
    by_slug = {release.slug: release for release in desk.copy.releases}
    desk.blame("release", lambda broken: broken.id in named)
    listed = []
    for entry in named:
        if isinstance(entry, Announcement):
            listed.append(entry)
        elif entry in by_slug and _is_ahead(desk, lead, by_slug[entry]):
            desk.findings.append(_too_late(lead, by_slug[entry]))
        elif entry in by_slug and _may_hold(desk, lead, by_slug[entry]):
            listed.append(_announced(by_slug[entry], desk.copy))
    return tuple(listed)


def _may_hold(desk: CopyDesk, lead: Kit, release: Release) -> bool:
    if _is_ahead(desk, lead, release):
        return False
    return desk.publication.audience == "press" or not is_held(release, desk.moment)


def _is_ahead(desk: CopyDesk, lead: Kit, release: Release) -> bool:
    """Whether its day comes after that of the kit, and has not come; what waits says its hour."""
    if is_held(release, desk.moment):
        return False
    day = max(lead.date.last, desk.today) if lead.date else desk.today
    return first(release.date) > day


def _too_late(lead: Kit, release: Release) -> Finding:
    return Finding(
        "D105",
        f"{'/'.join(release.where.path.parts[-2:])} is dated after the kit and is left out until "
        "its day",
        "correct one of the two dates, or give the release an 'embargo': the kit waits with it",
        lead.at("releases"),
        Level.WARNING,
    )


def _recent(desk: CopyDesk, lead: Kit, count: int) -> tuple[Announcement, ...]:
    """The newest releases up to the day of the kit; a faulty one among them is not passed over."""
    date = first(lead.date) if lead.date else desk.today

    def is_before(day: Day | None) -> bool:
        return day is not None and day.first <= min(date, desk.today)

    broken = [b for b in desk.free(desk.copy.broken) if b.kind == "release" and is_before(b.date)]
    fitting = [r for r in desk.free(desk.copy.releases) if is_before(r.date)]
    dated: list[tuple[Day, str, Release | Broken]] = [
        *((b.date, b.id, b) for b in broken if b.date),
        *((r.date, r.slug, r) for r in fitting if r.date),
    ]
    newest = sorted(dated, key=lambda entry: entry[:2], reverse=True)[:count]
    chosen = [source for _, _, source in newest]
    for source in chosen:
        if isinstance(source, Broken):
            desk.faults.extend(source.findings)
    return tuple(_announced(r, desk.copy) for r in chosen if isinstance(r, Release))


def _announced(lead: Release, copy: Copy) -> Announcement:
    return Announcement(
        title=lead.title,
        date=lead.date,
        issuer=copy.organisation.short_name,
        release=lead,
    )
