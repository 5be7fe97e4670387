"""The shared files: organisation, facts, contacts, names, agenda and pictures, in one language."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from pipeline import calendar
from pipeline.corpus import keys, lookups, values
from pipeline.corpus.reader import Missing, Reader, wrong
from pipeline.errors import CopyError, Finding, Level, Location
from pipeline.frontmatter import Listing, Node, Scalar, Table
from pipeline.frozen import mutable
from pipeline.model.corpus import Broken
from pipeline.model.house import Contact, Event, Fact, Name, Organisation
from pipeline.model.texts import Day, Picture, Text

ReaderOf = Callable[[], Reader]


@mutable(eq=False, repr=False)
class Outcome:
    """What became of the records of one file."""

    made: dict[str, Any]
    broken: list[Broken]
    omitted: list[Finding]
    findings: list[Finding]
    marks: Mapping[Location, tuple[Finding, ...]]
    """What YAML found wrong with a record, by the place of the record."""

    def take(self, other: Outcome) -> None:
        """Add what is told of another outcome; its records stay where they are."""
        self.broken.extend(other.broken)
        self.omitted.extend(other.omitted)
        self.findings.extend(other.findings)


def nothing_yet(marks: Mapping[Location, tuple[Finding, ...]] | None = None) -> Outcome:
    return Outcome({}, [], [], [], marks or {})


def attempt(
    outcome: Outcome,
    kind: str,
    name: str,
    where: Location,
    reader: Reader,
    build: Callable[[], Any],
    dates: tuple[Day | None, Day | None] = (None, None),
) -> None:
    """Build one record; with an error in it, it is broken, and without its translation left out."""
    record = None
    reader.findings.extend(outcome.marks.get(where, ()))
    try:
        record = build()
    except Missing as missing:
        values.untranslated(reader, missing, f"{name!r} is ")
    except CopyError as error:
        reader.findings.extend(error.findings)
    reader.findings[:] = [_of_entry(finding, name) for finding in reader.findings]
    errors = tuple(f for f in dict.fromkeys(reader.findings) if f.level is Level.ERROR)
    outcome.findings.extend(reader.findings)
    outcome.omitted.extend(reader.omitted)
    if errors:
        date, end = dates
        outcome.broken.append(Broken(kind=kind, id=name, findings=errors, date=date, end=end))
    elif record is not None:
        outcome.made[name] = record


def _of_entry(finding: Finding, name: str) -> Finding:
    """What is wrong with all of an entry, told with its name; nobody else gives it another."""
    if not finding.message.startswith("should be"):
        return finding
    subject, remedy = repr(name), "write it in one line, in quotation marks"
    if finding.message.startswith("should be the keys"):
        subject, remedy = "here", "indent its keys below it, each on a line of its own"
    return replace(finding, message=f"{subject} {finding.message}", remedy=finding.remedy or remedy)


def organisation(node: Node, new: ReaderOf, outcome: Outcome) -> None:
    reader = new()

    def build() -> Organisation:
        made = values.table(reader, node, keys.ORGANISATION, "organisation.yaml")
        if any(name not in made for name in ("name", "short_name", "languages", "timezone")):
            raise CopyError()
        return Organisation(**made, where=node.where, keys=_places(node))

    for findings in outcome.marks.values():
        reader.findings.extend(findings)
    attempt(outcome, "organisation", "organisation", node.where, reader, build)


def _places(node: Node) -> Mapping[str, Location]:
    return node.keys if isinstance(node, Table) else {}


def _entries(node: Node, what: str, new: ReaderOf) -> Iterator[tuple[str, Node, Location, Reader]]:
    """The entries of a file that is a table of records, each with a reader of its own."""
    if not isinstance(node, Table):
        fault = wrong(node, f"one entry for each of the {what}, by its id")
        remedy = "begin each with an id of its own and a colon, and indent its keys below it"
        raise CopyError(*(replace(found, remedy=remedy) for found in fault.findings))
    for name, value in node.entries.items():
        yield name, value, node.keys[name], new()


def facts(node: Node, new: ReaderOf, outcome: Outcome) -> None:
    for name, value, where, reader in _entries(node, "facts", new):
        build = functools.partial(_fact, reader, name, value, where)
        attempt(outcome, "facts", name, where, reader, build)


def _fact(reader: Reader, name: str, node: Node, where: Location) -> Fact:
    if isinstance(node, Scalar) or _is_by_language(node, reader):
        typed = values.word(reader, node)
        if not typed:
            raise wrong(node, "a number or a text")
        return _told(reader, name, {"value": typed}, where, False)
    made = values.table(reader, node, keys.FACT, f"the fact {name!r}")
    if "value" not in made:
        raise CopyError()
    if "history" in made and "as_of" not in made:
        # Without it nobody can tell which of the values a document of some day should carry.
        message = f"the fact {name!r} has a history and needs 'as_of'"
        reader.report("K101", message, "add the day from which its value holds", where)
    fact = _told(reader, name, made, where, "unit" in made)
    earlier = tuple(
        _told(reader, name, {**entry, "unit": made.get("unit", ())}, where, "unit" in made)
        for entry in made.get("history", ())
    )
    return replace(fact, history=earlier, keys=_places(node))


def _is_by_language(node: Node, reader: Reader) -> bool:
    """Whether a fact is no more than its text in several languages."""
    if not isinstance(node, Table) or "value" in node.entries:
        return False
    return any(name in reader.languages for name in node.entries)


def _told(
    reader: Reader, name: str, made: Mapping[str, Any], where: Location, has_unit: bool
) -> Fact:
    return Fact(
        id=name,
        value=lookups.number(made["value"]),
        text=lookups.figure(made["value"], reader.language, has_unit),
        unit=made.get("unit", ()),
        contraindications=made.get("not", ()),
        as_of=made.get("as_of"),
        source=made.get("source", Text()),
        where=where,
    )


def contacts(node: Node, new: ReaderOf, outcome: Outcome) -> None:
    for name, value, where, reader in _entries(node, "contacts", new):
        build = functools.partial(_contact, reader, name, value, where)
        attempt(outcome, "contacts", name, where, reader, build)


def _contact(reader: Reader, name: str, node: Node, where: Location) -> Contact:
    made = values.table(reader, node, keys.CONTACT, f"the contact {name!r}")
    if "name" not in made or "email" not in made:
        raise CopyError()
    return Contact(id=name, **made, where=where, keys=_places(node))


def names(node: Node, new: ReaderOf, outcome: Outcome) -> None:
    for name, value, where, reader in _entries(node, "names", new):
        build = functools.partial(_name, reader, name, value, where)
        attempt(outcome, "names", name, where, reader, build)


def _name(reader: Reader, name: str, node: Node, where: Location) -> Name:
    if isinstance(node, Scalar) and not node.text:
        return Name(name=name, where=where)
    made = values.table(reader, node, keys.NAME, f"the name {name!r}")
    made["variants"] = made.pop("not", ())
    return Name(name=name, **made, where=where, keys=_places(node))


def agenda(node: Node, new: ReaderOf, outcome: Outcome) -> None:
    if isinstance(node, Table) and not node.entries:
        return
    if not isinstance(node, Listing):
        raise wrong(node, "a list: each entry begins with  - id: …")
    seen: dict[str, Location] = {}
    for number, entry in enumerate(node.items, start=1):
        reader = new()
        name = event_id(entry) or f"#{number}"
        where = entry.where
        if name in seen:
            message = f"the id {name!r} is given twice, first on line {seen[name].line}"
            reader.report("K105", message, "give each entry an id of its own", where)
        seen.setdefault(name, where)
        dates = (_readable(entry, "start"), _readable(entry, "end"))
        build = _event_builder(reader, entry, name, where)
        attempt(outcome, "events", name, where, reader, build, dates)


def event_id(entry: Node) -> str:
    """The id of an agenda entry, before anything else of it is read."""
    found = entry.entries.get("id") if isinstance(entry, Table) else None
    return found.text if isinstance(found, Scalar) else ""


def _readable(entry: Node, key: str) -> Day | None:
    found = entry.entries.get(key) if isinstance(entry, Table) else None
    try:
        return calendar.parse_day(found.text) if isinstance(found, Scalar) else None
    except ValueError:
        return None


def _event_builder(reader: Reader, entry: Node, name: str, where: Location) -> Callable[[], Event]:
    def build() -> Event:
        made = values.table(reader, entry, keys.EVENT, "an agenda entry")
        if any(key not in made for key in ("id", "title", "start")):
            raise CopyError()
        start, end = made["start"], made.get("end")
        if end and end.last < start.first:
            place = _places(entry).get("end", where)
            reader.report("D102", "'end' is before 'start'", "exchange or correct them", place)
        link_without_text(reader, made, entry)
        if not made.get("place"):
            message = f"the entry {name!r} has no place"
            reader.report("D103", message, "add  place: and country:", where, Level.NOTE)
        code = made.get("country", "")
        return Event(
            **made,
            dates=calendar.span(start, end, reader.language),
            country_name=calendar.country(code, reader.language) if code else "",
            where=where,
            keys=_places(entry),
        )

    return build


def link_without_text(reader: Reader, made: Mapping[str, Any], node: Node) -> None:
    """A call to action that leads nowhere is an error."""
    if "link_text" in made and "link" not in made:
        place = _places(node).get("link_text", node.where)
        text = str(made["link_text"])
        reader.report("L101", f"{text!r} has no link", "add  link: https://…", place)


Measure = Callable[[str, Location], tuple[Any, Any]]
"""The path and measurements of a picture below `images/`, or a CopyError."""


def pictures(node: Node, new: ReaderOf, outcome: Outcome, measure: Measure) -> None:
    taken: dict[str, str] = {}
    for name, value, where, reader in _entries(node, "pictures", new):
        other = taken.setdefault(name.casefold(), name)
        build = functools.partial(_picture, reader, name, value, where, measure, other)
        attempt(outcome, "pictures", name, where, reader, build)


def _picture(
    reader: Reader, name: str, node: Node, where: Location, measure: Measure, other: str
) -> Picture:
    if other != name:
        message = f"{name!r} and {other!r} are one file to many disks, which know no capitals"
        raise CopyError(Finding("I110", message, "rename one of them", where))
    made = values.table(reader, node, keys.PICTURE, f"the picture {name!r}")
    path, size = measure(name, where)
    reader.findings.extend(size.findings)
    if any(key not in made for key in ("alt", "credit", "licence")):
        raise CopyError()
    return Picture(
        name=name,
        **made,
        width=size.width,
        height=size.height,
        format=size.format,
        digest=size.digest,
        scaled=size.scaled,
        path=path,
        where=where,
        keys=_places(node),
    )


def marked(node: Node, findings: Iterable[Finding]) -> dict[Location, tuple[Finding, ...]]:
    """Faults of a file's YAML by the record they stand in; those before the first are kept apart
    under the place of the file itself.
    """
    if isinstance(node, Table):
        starts = list(node.keys.values())
        again = {place: node.keys[name] for name, place in node.twice.items()}
    else:
        starts = [item.where for item in node.items] if isinstance(node, Listing) else []
        again = {}
    made: dict[Location, tuple[Finding, ...]] = {}
    for finding in findings:
        line = finding.location.line or 0
        above = [start for start in starts if (start.line or 0) <= line]
        record = again.get(finding.location) or (above[-1] if above else node.where)
        made[record] = (*made.get(record, ()), finding)
    return made
