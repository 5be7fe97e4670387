"""What goes into an issue of the newsletter, and in what order."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from pipeline.calendar import language_name
from pipeline.copydesk import CopyDesk, day_at, first, is_held
from pipeline.errors import Finding, Level
from pipeline.model.corpus import Broken, Copy
from pipeline.model.editions import Run
from pipeline.model.house import Event
from pipeline.model.sources import Issue, Story
from pipeline.model.texts import Day

DID_YOU_KNOW = "did-you-know"
ELSEWHERE = "news"
"""The section of a story that names none."""
AGENDA_MONTHS = 3


def issue(desk: CopyDesk, lead: Issue) -> dict[str, Any]:
    desk.blame("agenda")
    desk.blame("contacts")
    stories = _stories(desk, lead)
    told = [story for story in stories if story.section != DID_YOU_KNOW]
    if not stories and not desk.faults:
        desk.faults.append(_empty(lead))
    return {
        "lead": as_told(desk.copy, desk.moment, lead),
        "sections": _sections(desk, lead, told),
        "did_you_know": tuple(story for story in stories if story.section == DID_YOU_KNOW),
        "agenda": _agenda(desk, lead),
    }


def as_told(copy: Copy, moment: dt.datetime, lead: Issue) -> Issue:
    """The letter without the names of stories that wait: a template may print them, too.

    Nor of those whose day has not come, or that this language has not: what waits in another waits.
    """
    today = day_at(copy, moment)
    latest = min(lead.date.last, today) if lead.date else today
    due = (story for story in copy.news if first(story.date) <= latest)
    free = {story.slug for story in due if not is_held(story, moment)}
    items = tuple(name for name in lead.items if name in free)
    return dataclasses.replace(lead, items=items) if items != lead.items else lead


def _day_of(desk: CopyDesk, lead: Issue) -> dt.date:
    return lead.date.last if lead.date else desk.today


def window(desk: CopyDesk, lead: Issue) -> tuple[dt.date, dt.date]:
    """The first and the last day of the news that an issue takes up."""
    date = _day_of(desk, lead)
    others = [other.date for other in desk.copy.issues if other.slug != lead.slug]
    others += [broken.date for broken in desk.copy.broken if broken.kind == "issue"]
    earlier = [other.last for other in others if other and other.last < date]
    after_the_last = max(earlier) + dt.timedelta(days=1) if earlier else dt.date.min
    return lead.since or after_the_last, min(lead.until or date, date)


def _stories(desk: CopyDesk, lead: Issue) -> list[Story]:
    if lead.items:
        return _named_stories(desk, lead)
    since, until = window(desk, lead)

    def is_in(date: Day | None) -> bool:
        return date is not None and since <= date.first <= min(until, desk.today)

    def may_be_in(broken: Broken) -> bool:
        if is_held(broken, desk.moment):
            return False
        # Nobody can tell where an undated one belongs: it holds up the newest issue only.
        is_undated = broken.date is None and broken.id != "*"
        return is_in(broken.date) or (is_undated and desk.is_newest(lead))

    desk.blame("news", may_be_in)
    return desk.free(story for story in desk.copy.news if is_in(story.date))


def _named_stories(desk: CopyDesk, lead: Issue) -> list[Story]:
    by_slug = {story.slug: story for story in desk.copy.news}
    desk.blame("news", lambda b: b.id in lead.items and not is_held(b, desk.moment))
    latest = min(_day_of(desk, lead), desk.today)
    named = desk.free(by_slug[name] for name in lead.items if name in by_slug)
    late = [story for story in named if first(story.date) > latest]
    desk.findings.extend(_too_late(lead, story) for story in late)
    return [story for story in named if story not in late]


def _sections(desk: CopyDesk, lead: Issue, stories: Sequence[Story]) -> dict[str, Run]:
    if lead.items:
        return {"": Run(name="", label="", items=tuple(stories))} if stories else {}
    by_section: dict[str, list[Story]] = {}
    for story in stories:
        by_section.setdefault(story.section or ELSEWHERE, []).append(story)
    declared = {section.name: section for section in desk.publication.sections}
    order = dict.fromkeys((*lead.sections, *declared, *sorted(by_section)))
    desk.findings.extend(
        _without_a_name(desk.copy.language, stories[0])
        for name, stories in by_section.items()
        if stories[0].section
        and desk.copy.language not in desk.copy.organisation.languages[:1]
        and not desk.is_named(name, declared)
    )
    return {
        name: Run(name=name, label=desk.label(name, declared), items=_in_order(by_section[name]))
        for name in order
        if name in by_section
    }


def _in_order(stories: Iterable[Story]) -> tuple[Story, ...]:
    newest = sorted(stories, key=lambda story: (first(story.date), story.slug), reverse=True)
    return tuple(sorted(newest, key=lambda story: story.order))


def _agenda(desk: CopyDesk, lead: Issue) -> tuple[Event, ...]:
    begins = _day_of(desk, lead)
    ends = lead.agenda_until or months_later(begins, AGENDA_MONTHS)

    def is_in(start: Day, end: Day | None) -> bool:
        return begins <= (end or start).last and start.first <= ends

    def may_be_in(broken: Broken) -> bool:
        start = broken.date or broken.end
        return is_in(start, broken.end) if start else desk.is_newest(lead)

    desk.blame("events", may_be_in)
    coming = [event for event in desk.copy.agenda if is_in(event.start, event.end)]
    return tuple(sorted(coming, key=lambda e: (e.start.first, not e.start.is_exact, e.last_day)))


def months_later(date: dt.date, months: int) -> dt.date:
    """The same day of a later month, or its last.

    >>> months_later(dt.date(2019, 11, 30), 3)
    datetime.date(2020, 2, 29)
    """
    month = date.month - 1 + months
    year, month = date.year + month // 12, month % 12 + 1
    return dt.date(year, month, min(date.day, Day(year, month).last.day))


def _empty(lead: Issue) -> Finding:
    return Finding(
        "S120",
        f"the issue {lead.slug} has no items",
        "add news dated in its window, name them in 'items', or change 'since' and 'until'",
        lead.where,
    )


def _too_late(lead: Issue, story: Story) -> Finding:
    return Finding(
        "D105",
        # By its file: should it be held one day, this line is known by that.
        f"{'/'.join(story.where.path.parts[-2:])} is dated after the issue and is left out",
        "correct one of the two dates",
        lead.at("items"),
        Level.WARNING,
    )


def _without_a_name(language: str, story: Story) -> Finding:
    """A heading that is made of a name in another language."""
    return Finding(
        "S121",
        f"the section {story.section!r} has no heading in {language_name(language, 'en')}: "
        "its own name is printed",
        f"under [{language}] in templates/_shared/words.toml, write "
        f'"section.{story.section}" = "…"',
        story.at("section"),
        Level.WARNING,
    )
