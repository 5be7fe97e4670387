"""The folder as it was written: every file read once, before anything is said in a language."""

from __future__ import annotations

import contextlib
import datetime as dt
import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import Any

from pipeline import assets, encodings, frontmatter, markup
from pipeline.addresses import link_address
from pipeline.corpus import (
    copies,
    files,
    keys,
    lettering,
    namesakes,
    records,
    remarks,
    values,
    withheld,
)
from pipeline.corpus.files import Found
from pipeline.corpus.numbering import anchor_stem
from pipeline.corpus.reader import Missing, Reader
from pipeline.errors import CopyError, Finding, Level, Location, UsageError, printable
from pipeline.frontmatter import Listing, Node, Parts, Scalar, Table
from pipeline.frozen import mutable
from pipeline.moments import parse_day, parse_moment, zone_of

ORGANISATION = "organisation.yaml"
WAITLESS = frozenset({"issue", "manifesto", "chapter", "deck", "boilerplate"})
"""What has no hour, and inherits none; a kit has that of its releases."""
TEXTS = frozenset({".md", ".markdown", ".txt"})
"""What a text may be called by who does not know how it must be."""
_DATE = re.compile(r"^date:[ \t]*[\"']?(\d{4}(?:-\d\d){0,2})\b", re.MULTILINE)


@mutable(eq=False, repr=False)
class House:
    """Nodes and parts of every file, and what was wrong with them."""

    folder: files.Folder
    kinds: frozenset[str]
    """The kinds of sources whose bodies are wanted."""
    now: dt.datetime | None = None
    is_printed: bool = True
    """Whether anything is made of it; who only checks it lays no page."""
    findings: list[Finding] = field(default_factory=list)
    memo: dict[tuple[object, ...], markup.Marked] = field(default_factory=dict)
    measured: dict[str, tuple[Path, Any] | CopyError] = field(default_factory=dict)
    nodes: dict[str, Node] = field(default_factory=dict)
    unreadable: dict[str, Finding] = field(default_factory=dict)
    """Name of a shared file, without its ending -> why nothing of it can be used."""
    marks: dict[str, Mapping[Location, tuple[Finding, ...]]] = field(default_factory=dict)
    """Name of a shared file -> the records that YAML found fault with."""
    parts: dict[Found, Parts | CopyError] = field(default_factory=dict)
    typed: dict[Found, Parts] = field(default_factory=dict)
    """Every source that could be cut, whatever is wrong with it."""
    dates: dict[Found, str] = field(default_factory=dict)
    """The date that stands in a source, whatever else is wrong with it."""
    embargoes: dict[Found, tuple[str, ...]] = field(default_factory=dict)
    """And its embargo, or all of them: two versions of a line may stand there."""
    strays: dict[Found, tuple[withheld.Stray, ...]] = field(default_factory=dict)
    """What holds it back for who reads it, and is no key of ours."""
    over: list[dt.datetime] = field(default_factory=list)
    """Hours that old texts name, and after which nothing is held for them."""
    of_kits: list[tuple[Found, Finding]] = field(default_factory=list)
    """Notices in kits: they are right if a release waits that the kit lists."""
    languages: tuple[str, ...] = ()
    timezone: str = "UTC"
    policy: str = "omit"
    home: str = ""
    """Its website, if it has one."""

    def __post_init__(self) -> None:
        self.findings.extend(self.folder.findings)
        for name in self.folder.shared:
            self._load(name)
        self._read_organisation()
        for found in self.folder.found:
            self.parts[found] = self._split(found)
        namesakes.check(self)
        self._check_unread()
        self._check_copies()
        self.findings.extend(told for kit, told in self.of_kits if not self._waits(kit))

    @property
    def today(self) -> dt.date | None:
        """What day it is where the house is; nothing, where nobody asks what is true now."""
        if self.now is None:
            return None
        if self.now.tzinfo is None:
            return self.now.date()
        return self.now.astimezone(zone_of(self.timezone)).date()

    @functools.cached_property
    def first_of(self) -> dict[tuple[str, str, str], str]:
        """The first source of a kind, in a folder, that has a name but for its number."""
        ordered = sorted(self.folder.found, key=lambda one: one.slug, reverse=True)
        return {(one.kind, one.group, anchor_stem(one.slug)): one.slug for one in ordered}

    @functools.cached_property
    def are_bodies_placed(self) -> bool:
        """Whether anybody asks what they say: who prints them does, and who looks for what waits.

        What cannot be read may wait.
        """
        is_read = all(isinstance(part, Parts) for part in self.parts.values())
        may_wait = self.embargoes or self.strays or self.folder.unread or not is_read
        return self.is_printed or bool(may_wait)

    def node(self, name: str) -> Table:
        """The table of a shared file; an empty one if it is not there or no table."""
        node = self.nodes.get(name)
        return node if isinstance(node, Table) else Table({}, {}, Location(self.folder.shown(name)))

    def _load(self, name: str) -> None:
        shown, bare = self.folder.shown(name), name.removesuffix(".yaml")
        try:
            text = files.page(self.folder, name)
            node, findings = frontmatter.load(text, shown)
        except CopyError as error:
            self.findings.extend(error.findings)
            self.unreadable[bare] = error.findings[0]
            return
        self.nodes[name] = node
        self.findings.extend([*findings, *withheld.unheld(node, text)])
        marks = records.marked(node, (f for f in findings if f.level is Level.ERROR))
        if node.where in marks and not isinstance(node, frontmatter.Listing):
            self.unreadable[bare] = marks[node.where][0]
        self.marks[bare] = marks

    def _read_organisation(self) -> None:
        """Languages, zone and policy come first: everything else is read by them."""
        node = self.nodes.get(ORGANISATION)
        if not isinstance(node, Table):
            raise UsageError(self.unreadable.get("organisation") or self._no_keys())
        reader = _first_reader()
        made: dict[str, Any] = {}
        for name in ("languages", "timezone"):
            key = keys.ORGANISATION[name]
            if name in node.entries:
                try:
                    values.read_key(reader, name, node.entries[name], key, made)
                except Missing as missing:
                    message = f"{name!r} should be {key.wanted}, not a table of keys"
                    reader.report("K102", message, f"write  {name}: {key.wanted}", missing.where)
            else:
                remedy = f"add a line  {name}: {key.wanted}"
                reader.report("K101", f"organisation.yaml needs {name!r}", remedy, node.where)
        if errors := [found for found in reader.findings if found.level is Level.ERROR]:
            raise UsageError(*errors)
        self.languages = tuple(dict.fromkeys(made["languages"]))
        self.timezone = made["timezone"]
        policy = node.entries.get("missing_translation")
        if isinstance(policy, frontmatter.Scalar) and policy.text in keys.POLICIES:
            self.policy = policy.text
        website = node.entries.get("website")
        if isinstance(website, frontmatter.Scalar):
            self.home = link_address(website.text.strip())

    def _no_keys(self) -> Finding:
        remedy = "write lines like  name: The full name"
        where = Location(self.folder.shown(ORGANISATION))
        return Finding("K102", "organisation.yaml should hold keys and values", remedy, where)

    def _split(self, found: Found) -> Parts | CopyError:
        text = ""
        try:
            content = files.content(found.path, found.shown)
            text = encodings.made_out(content)
            self._note(found, text)
            decoded = frontmatter.decode(content, found.shown)
            parts = self.typed[found] = files.cut(found, decoded)
        except CopyError as error:
            self.findings.extend(error.findings)
            return self._unusable(found, text, error)
        self.findings.extend(parts.findings)
        if errors := tuple(f for f in parts.findings if f.level is Level.ERROR):
            return self._unusable(found, text, CopyError(*errors))
        seen = replace(parts, text=lettering.as_seen(parts.body), start=0)
        strays = [*withheld.strays(seen, keys.MARKDOWN[found.kind], decoded)]
        if "embargo" in keys.MARKDOWN[found.kind] and "embargo" not in parts.head.entries:
            said = (*remarks.keyed(seen.head, keys.MARKDOWN[found.kind]), *remarks.all_of(seen))
            told = {one.where.line for one in strays}
            strays += [one for one in said if one.where.line not in told]
            strays += [] if strays else remarks.named(found.shown)
        self._hold(found, strays)
        if found.kind in (*WAITLESS, "kit", "section"):
            unheld = withheld.unheld(parts.head, decoded, seen, remarks.all_of(seen))
            if found.kind in WAITLESS:
                self.findings.extend(unheld)
            else:
                self.of_kits.extend((found, finding) for finding in unheld)
        return parts

    def _hold(self, found: Found, strays: Iterable[withheld.Stray]) -> None:
        """What old texts say of their hour is told, and holds nothing back any more."""
        strays = list(strays)
        with contextlib.suppress(ValueError):
            told_on = parse_day(self.dates.get(found, found.slug[:10])).last
            strays = [withheld.over(one, told_on, self.timezone) for one in strays]
        for one in strays:
            if not one.is_key and (until := self.ended(one.typed)):
                self.over.append(until)
                self.findings.append(withheld.since(one))
            else:
                self.strays[found] = (*self.strays.get(found, ()), one)

    def ended(self, typed: str) -> dt.datetime | None:
        """The moment, if there is one and it is over."""
        with contextlib.suppress(ValueError):
            until, now = parse_moment(typed, self.timezone), self.now
            if now and until <= (now if now.tzinfo else now.replace(tzinfo=zone_of(self.timezone))):
                return until
        return None

    def _waits(self, kit: Found) -> bool:
        """Whether a release has an hour that a kit lists by its name."""
        heads = [
            part.head
            for one, part in self.parts.items()
            if one.kind == "kit" and one.group == kit.group and isinstance(part, Parts)
        ]
        listed = [head.entries.get("releases") for head in heads]
        items = [item for one in listed if isinstance(one, Listing) for item in one.items]
        names = {item.text for item in items if isinstance(item, Scalar)}
        return any(one.kind == "release" and one.slug in names for one in self.embargoes)

    def _unusable(self, found: Found, text: str, error: CopyError) -> CopyError:
        said = {*self.embargoes.get(found, ()), *withheld.likely_hours(text)}
        self.embargoes |= {found: tuple(sorted(said))} if said else {}
        if not said and "embargo" in keys.MARKDOWN[found.kind]:
            self._hold(found, remarks.of_faulty(text, found.shown))
        return error

    def waiting(self) -> Iterator[tuple[str, Finding, str]]:
        """The name, the fault and the embargo of files that nobody reads: they may wait, too.

        What has the name of a source, as its Word file has, waits with it.
        """
        held: dict[str, list[str]] = {}
        for found, hours in self.embargoes.items():
            held.setdefault(_stem(found.path), []).extend(hours)
        for path, finding in self.folder.unread:
            for name in sorted({_stem(path), copies.original_of(_stem(path))} & held.keys()):
                yield from ((name, finding, typed) for typed in held[name])
            for typed in _hours(path, finding):
                yield _stem(path), finding, typed

    def _note(self, found: Found, text: str) -> None:
        """When it was told, and may be, whatever else is wrong with it."""
        if date := _DATE.search(text):
            self.dates[found] = date[1]
        if typed := withheld.hours(text):
            self.embargoes[found] = typed

    def _check_copies(self) -> None:
        found = self.folder.found
        hours = self._hours_of_all()
        made = [(*both, copies.told(*both)) for both in copies.made(found, self._titles())]
        beside = {copy for copy, _, _ in made}
        lone = ((*both, copies.lone(*both)) for both in copies.apart_from(found, beside))
        meant = ((*both, copies.misnamed(*both, self.languages)) for both in copies.astray(found))
        for copy, original, finding in (*made, *lone, *meant, *self._parted()):
            self.findings.append(finding)
            self.parts[copy] = CopyError(finding)
            # What is said of it names the other one, too.
            named = filter(None, (copy, original))
            both = tuple(dict.fromkeys(typed for one in named for typed in hours(one)))
            self.embargoes |= {copy: both} if both else {}

    def _hours_of_all(self) -> Callable[[Found], list[str]]:
        """What tells the hour of a source, by key or otherwise, in whichever of its files."""
        said: dict[tuple[str, str, str], list[str]] = {}
        for one in self.folder.found:
            strays = (s for s in self.strays.get(one, ()) if withheld.is_held(s, self.timezone))
            typed = [*self.embargoes.get(one, ()), *(stray.typed for stray in strays)]
            said.setdefault((one.kind, one.group, one.slug), []).extend(typed)
        return lambda one: said[one.kind, one.group, one.slug]

    def _parted(self) -> Iterator[tuple[Found, Found, Finding]]:
        """Texts without an hour that stand under another day than their language that waits."""
        told: set[Found] = set()
        for pair in copies.apart(self.folder.found, self.languages):
            for one, other in (pair, pair[::-1]):
                if self._is_ahead(other) and not self._has_hour(one):
                    told.add(one)
                    yield one, other, copies.parted(one, other)
        ahead = [*filter(self._is_ahead, self.folder.found)]
        for one, other in copies.forgotten(self.folder.found, ahead, self.dates.keys()):
            if one not in told and not self._has_hour(one):
                yield one, other, copies.parted_perhaps(one, other)

    def _has_hour(self, found: Found) -> bool:
        return bool(self.embargoes.get(found) or self.strays.get(found))

    def _is_ahead(self, found: Found) -> bool:
        waits = [typed for typed in self.embargoes.get(found, ()) if not self.ended(typed)]
        return bool(waits or self.strays.get(found))

    def _check_unread(self) -> None:
        """A translation that is called so that nobody reads it may be the one with the hour."""
        texts = [one for one in self.folder.unread if one[0].suffix.lower() in TEXTS]
        named: dict[tuple[Path, str], list[Found]] = {}
        for found in self.parts if texts else ():
            named.setdefault((found.path.parent, _stem(found.path)), []).append(found)
        for path, finding in texts:
            beside = named.get((path.parent, _stem(path)), [])
            for typed in _hours(path, finding) if beside else ():
                if until := self.ended(typed):
                    self.over.append(until)
                    continue
                name = f"embargo in {printable(path.name)}"
                stray = withheld.Stray(name, typed, finding.location, True, is_key=False)
                for found in beside:
                    self.strays[found] = (*self.strays.get(found, ()), stray)

    def _titles(self) -> dict[Found, str]:
        heads = {one: part.head for one, part in self.parts.items() if isinstance(part, Parts)}
        titles = {one: head.entries.get("title") for one, head in heads.items()}
        return {one: node.text for one, node in titles.items() if isinstance(node, Scalar)}

    def measure(self, name: str, where: Location) -> tuple[Path, Any]:
        """The path and the measurements of a picture below `images/`, taken once."""
        if name not in self.measured:
            try:
                path = assets.resolve(self.folder.root / "images", name, where)
                self.measured[name] = (path, assets.measure(path, where))
            except CopyError as error:
                self.measured[name] = error
        outcome = self.measured[name]
        if isinstance(outcome, CopyError):
            raise outcome
        return outcome


def _stem(path: Path) -> str:
    return path.name.split(".")[0]


def _hours(path: Path, unread: Finding) -> Iterator[str]:
    """The embargoes of a file that nobody reads."""
    with contextlib.suppress(CopyError):
        content = files.content(path, unread.location.path)
        yield from withheld.hours_of_head(encodings.made_out(content))


def _first_reader() -> Reader:
    """Reads what is the same in every language, before the languages are known."""
    return Reader(
        language="en",
        default="en",
        languages=("en",),
        policy="omit",
        timezone="UTC",
        find_in=lambda _: lambda _: None,
        known=lambda: (),
    )
