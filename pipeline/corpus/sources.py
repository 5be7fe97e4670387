"""Markdown sources: head and body become a story, a release, an issue, a chapter, a deck."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Any

from pipeline import calendar
from pipeline.corpus import chapters, decks, keys, records, values
from pipeline.corpus.passages import body
from pipeline.corpus.reader import Reader
from pipeline.corpus.versions import Version
from pipeline.errors import CopyError, Level
from pipeline.model.house import Contact
from pipeline.model.sources import (
    Issue,
    Kit,
    Manifesto,
    Release,
    Source,
    Story,
)
from pipeline.model.texts import Day

PUT_OFF = 31
"""So many days apart, a date was changed and not mistyped."""


def build(version: Version, reader: Reader, contacts: Mapping[str, Contact]) -> Source:
    kind = version.found.kind
    table = keys.MARKDOWN[kind]
    made = values.table(
        reader, version.head, table, f"a source in {version.where.path.parent.name}/"
    )
    if any(key.required and name not in made for name, key in table.items()):
        # The body is read all the same, so that one run tells everything.
        body(version, reader)
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


def _check_slug(version: Version, reader: Reader, date: Day | None) -> None:
    found = re.match(r"\d{4}-\d{2}-\d{2}", version.found.slug)
    if found and date and date.is_exact and found[0] != str(date):
        reader.report(
            "D104",
            f"the file's name says {found[0]}, the key 'date' says {date}",
            "the key counts; rename the file, or correct the date",
            version.head.keys.get("date", version.where),
            Level.NOTE if _is_put_off(found[0], date.first) else Level.WARNING,
        )


def _is_put_off(named: str, date: dt.date) -> bool:
    """Whether the day only moved by some weeks; the file's name may be an address by now."""
    try:
        return abs((date - dt.date.fromisoformat(named)).days) <= PUT_OFF
    except ValueError:
        return False


def _story(version: Version, reader: Reader, made: dict[str, Any]) -> Story:
    records.link_without_text(reader, made, version.head)
    start, end = made.get("start"), made.get("end")
    if start and end and end.last < start.first:
        place = version.head.keys.get("end", version.where)
        reader.report("D102", "'end' is before 'start'", "exchange or correct them", place)
    made["country_name"] = _country(reader, made)
    made["dates"] = calendar.span(start, end, reader.language) if start else ""
    return Story(**made, body=body(version, reader, f"{version.found.slug}-"))


def _country(reader: Reader, made: Mapping[str, Any]) -> str:
    code = made.get("country", "")
    return calendar.country(code, reader.language) if code else ""


def _release(version: Version, reader: Reader, made: dict[str, Any]) -> Release:
    made["country_name"] = _country(reader, made)
    made["images"] = tuple(picture for picture in made.get("images", ()) if picture)
    return Release(**made, body=body(version, reader))


def _issue(version: Version, reader: Reader, made: dict[str, Any]) -> Issue:
    since, until = made.get("since"), made.get("until")
    if since and until and until < since:
        place = version.head.keys.get("until", version.where)
        reader.report("D102", "'until' is before 'since'", "exchange or correct them", place)
    return Issue(**made, body=body(version, reader))


def _kit(version: Version, reader: Reader, made: dict[str, Any]) -> Kit:
    return Kit(**made, body=body(version, reader))


def _part(version: Version, reader: Reader, made: dict[str, Any]) -> Source:
    return Source(**made, body=body(version, reader, f"{version.found.slug}-"))


def _manifesto(version: Version, reader: Reader, made: dict[str, Any]) -> Manifesto:
    return Manifesto(**made, body=body(version, reader, "foreword-"))


BUILDERS: Mapping[str, Callable[[Version, Reader, dict[str, Any]], Source]] = {
    "news": _story,
    "release": _release,
    "issue": _issue,
    "kit": _kit,
    "section": _part,
    "manifesto": _manifesto,
    "chapter": chapters.build,
    "deck": decks.build,
    "boilerplate": _part,
}
