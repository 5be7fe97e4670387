"""Which file speaks for a source in a language, and what it takes over from the others."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePath

from pipeline import calendar, encodings
from pipeline.corpus import files, keys, numbering, particulars, withheld
from pipeline.corpus.files import Found
from pipeline.corpus.house import House
from pipeline.corpus.reader import not_translated, stands_in
from pipeline.corpus.records import Outcome
from pipeline.errors import CopyError, Finding, Level, Location, printable
from pipeline.frontmatter import Parts, Scalar, Table
from pipeline.frozen import dataclass
from pipeline.model.corpus import Broken
from pipeline.model.texts import Day
from pipeline.moments import HALF_A_YEAR, NEVER

_NAME = re.compile(r"[^\s\[\],:\"'#]+")
"""A word that may be the name of a source, wherever it stands."""
WHOLES = frozenset({"kit", "section", "manifesto", "chapter"})
"""What stands in one edition with others: their anchors are compared."""


@dataclass(frozen=True, slots=True)
class Version:
    """A source in one language: its keys, and a body that may be in another one."""

    found: Found
    head: Table
    body: str
    body_where: Location
    language: str
    """The language of the body."""
    head_language: str
    where: Location
    stem: str
    """What its anchors begin with."""
    is_wanted: bool = True
    """Whether anybody asked for its kind: else the body is not turned to HTML."""
    is_placed: bool = True
    """Whether anybody asks what its body says: else it is only looked over."""


def grouped(found: Iterable[Found]) -> Iterator[tuple[Found, ...]]:
    """The files of one source together, whatever their languages."""
    groups: dict[tuple[str, str, str], list[Found]] = {}
    for file in found:
        groups.setdefault((file.kind, file.group, file.slug), []).append(file)
    return (tuple(group) for group in groups.values())


def name_of(found: Found) -> str:
    """What a source is called among those of its kind."""
    return f"{found.group}/{found.slug}" if found.group else found.slug


def readable_date(head: Table, slug: str, typed: str = "") -> Day | None:
    """The date of a source whose head may be faulty; the file name's, if nothing can be read."""
    node = head.entries.get("date")
    for candidate in (getattr(node, "text", ""), typed, slug[:10], slug[:7]):
        try:
            return calendar.parse_day(candidate)
        except ValueError:
            continue
    return None


def readable_embargo(house: House, files_of: tuple[Found, ...]) -> dt.datetime | None:
    """Until when a source is held that may be faulty otherwise.

    For good, if it names an embargo, however it is spelt, and no hour that can be read.
    """
    said = [node for node, _ in _embargoes(house, files_of)]
    if not said and "embargo" in keys.MARKDOWN[files_of[0].kind]:
        typed = [one for found in files_of for one in house.embargoes.get(found, ())]
        said = [Scalar(text, Location(files_of[0].shown)) for text in typed]
    strays = _strays(house, files_of)
    said += [Scalar(one.typed, one.where) for one in strays if one.is_key or not said]
    told = [node for node in said if node.text.strip()] or said
    until = max((_hour(house, node) for node in told), default=None)
    return NEVER if until and _is_slip(house, files_of, until) else until


def hours(house: House) -> Iterator[tuple[tuple[str, str], dt.datetime]]:
    """The kind, the name and the hour of each source that has one."""
    for files_of in grouped(house.folder.found):
        if not house.embargoes.keys().isdisjoint(files_of):
            until = readable_embargo(house, files_of)
            if until and until != NEVER:
                yield (files_of[0].kind, files_of[0].slug), until


def _strays(house: House, files_of: tuple[Found, ...]) -> Iterator[withheld.Stray]:
    """What holds a source back, though no key of ours says so."""
    for found in files_of if "embargo" in keys.MARKDOWN[files_of[0].kind] else ():
        for one in house.strays.get(found, ()):
            if withheld.is_held(one, house.timezone):
                yield one


def _embargoes(house: House, files_of: tuple[Found, ...]) -> list[tuple[Scalar, Location]]:
    """The embargo as each file of a source has it, in whatever language."""
    said: list[tuple[Scalar, Location]] = []
    for found in files_of if "embargo" in keys.MARKDOWN[files_of[0].kind] else ():
        part = house.parts[found]
        node = part.head.entries.get("embargo") if isinstance(part, Parts) else None
        if node is not None and isinstance(part, Parts):
            typed = node if isinstance(node, Scalar) else Scalar("?", node.where)
            said.append((typed, part.head.keys["embargo"]))
        elif found in house.embargoes and not isinstance(part, Parts):
            where = Location(found.shown)
            said += [(Scalar(typed, where), where) for typed in house.embargoes[found]]
    return said


def _hour(house: House, node: Scalar) -> dt.datetime:
    try:
        return calendar.parse_moment(node.text, house.timezone)
    except ValueError:
        return NEVER


def _is_slip(house: House, files_of: tuple[Found, ...], until: dt.datetime) -> bool:
    """Whether an hour is over long before its text is told, as with the year before in January."""
    typed = (house.dates.get(found, found.slug[:10]) for found in files_of)
    days = [day.first for one in typed if (day := _day(one))]
    return bool(days) and until.date() < max(min(days), dt.date(1, 7, 2)) - HALF_A_YEAR


def _day(typed: str) -> Day | None:
    try:
        return calendar.parse_day(typed)
    except ValueError:
        return None


def _held_back(
    house: House, files_of: tuple[Found, ...], version: Version, outcome: Outcome
) -> Version:
    """A source has one hour for all its languages: the latest that is named in any of them."""
    told = [one for one in _embargoes(house, files_of) if one[0].text.strip()]
    if not told:
        return version
    hours = [_hour(house, node) for node, _ in told]
    node, where = told[hours.index(max(hours))]
    if len(set(hours)) > 1:
        outcome.findings.append(_several_hours(node, where))
    head = version.head
    entries, places = {**head.entries, "embargo": node}, {**head.keys, "embargo": where}
    return replace(version, head=Table(entries, places, head.where))


def _no_hour(where: Location) -> Finding:
    remedy = "give it one, like 2024-03-01T09:00+01:00, or take the line out"
    message = "'embargo' names no hour: nobody can tell until when this is held"
    return Finding("D107", message, remedy, where)


def _over(node: Scalar, where: Location) -> Finding:
    message = f"'embargo' is over long before the 'date': {node.text}"
    remedy = "correct the year of the one that is wrong, or take the embargo out"
    return Finding("D107", message, remedy, where)


def _several_hours(node: Scalar, where: Location) -> Finding:
    message = f"'embargo' is not the same in every language: all of them wait for {node.text}"
    return Finding("D108", message, "give it once, in the file that leads", where, Level.WARNING)


def choose(
    house: House, files_of: tuple[Found, ...], language: str, outcome: Outcome
) -> Version | None:
    """The file that speaks for this source in *language*, with the keys it does not repeat."""
    version = _chosen(house, files_of, language, outcome)
    if version and (finding := _unheld(house, files_of, version)):
        outcome.findings.append(finding)
        outcome.broken.append(_broken(house, files_of[0], files_of, (finding,)))
        return None
    return _held_back(house, files_of, version, outcome) if version else None


def _unheld(house: House, files_of: tuple[Found, ...], version: Version) -> Finding | None:
    """Why nobody can tell until when a source is held that reads as held, or that may be."""
    if "embargo" in keys.MARKDOWN[files_of[0].kind]:
        for part in (house.parts[found] for found in files_of):
            for finding in part.findings if isinstance(part, CopyError) else ():
                if finding.code == files.UNOPENED:
                    return finding
    said = _embargoes(house, files_of)
    is_named = any(node.text.strip() for node, _ in said)
    if said and not is_named:
        return _no_hour(said[0][1])
    latest = max(said, key=lambda one: _hour(house, one[0]), default=None)
    if latest and _is_slip(house, files_of, _hour(house, latest[0])):
        return _over(*latest)
    # A key of this language is told where its keys are read.
    read = {*version.head.keys.values()}
    for found in files_of:
        for stray in house.strays.get(found, ()):
            if stray.where not in read and (stray.is_key or not is_named):
                return withheld.told(stray, keys.MARKDOWN[files_of[0].kind])
    return None


def _chosen(
    house: House, files_of: tuple[Found, ...], language: str, outcome: Outcome
) -> Version | None:
    by_language = {found.language or house.languages[0]: found for found in files_of}
    if language == house.languages[0]:
        unknown = (f for code, f in by_language.items() if code not in house.languages)
        outcome.findings.extend(_no_language(found, house.languages) for found in unknown)
    known = [code for code in house.languages if code in by_language]
    if not known:
        if hour := readable_embargo(house, files_of):
            faults = tuple(_no_language(found, house.languages) for found in files_of)
            outcome.broken.append(_unread(files_of[0].slug, faults, hour))
        return None
    base = by_language[known[0]]
    chosen = by_language.get(language)
    if chosen is None and house.policy != "fallback":
        _leave_out(house, base, files_of, language, outcome)
        return None
    faulty = [house.parts[found] for found in dict.fromkeys((base, chosen or base))]
    if errors := [part for part in faulty if isinstance(part, CopyError)]:
        findings = tuple(dict.fromkeys(f for error in errors for f in error.findings))
        outcome.broken.append(_broken(house, base, files_of, findings))
        return None
    if chosen is None:
        where, file = Location(base.shown), _file_of(house, base, language)
        outcome.omitted.append(not_translated(where, language, stands_in(known[0]), file=file))
        return _merged(house, base, base, known[0])
    return _spoken(house, base, chosen, files_of, language, outcome)


def _broken(
    house: House, base: Found, files_of: tuple[Found, ...], findings: tuple[Finding, ...]
) -> Broken:
    part = house.parts[base]
    head = part.head if isinstance(part, Parts) else Table({}, {}, Location(base.shown))
    date = readable_date(head, base.slug, house.dates.get(base, ""))
    return held_back(
        Broken(kind=base.kind, id=name_of(base), findings=findings, date=date), house, files_of
    )


def typed(house: House) -> dict[PurePath, str]:
    """Every file that can be read as it was typed, if any of them names an hour."""
    aside = {finding.location.path for _, finding, _ in house.waiting()}
    if not (house.embargoes or house.strays or aside):
        return {}
    told = {found.shown: parts.text for found, parts in house.typed.items()}
    for path, finding in house.folder.unread:
        shown = finding.location.path
        with contextlib.suppress(CopyError):
            if shown in aside:
                told[shown] = encodings.made_out(files.content(path, shown))
    return told


def unread(house: House) -> Iterator[Broken]:
    """What waits where nobody reads it holds nothing up, and is not named either."""
    for name, finding, typed in house.waiting():
        yield _unread(name, (finding,), _hour(house, Scalar(typed, finding.location)))


def _unread(name: str, faults: tuple[Finding, ...], hour: dt.datetime) -> Broken:
    return Broken(kind="", id=name, findings=faults, embargo=hour, where=faults[0].location)


def held_back(broken: Broken, house: House, files_of: tuple[Found, ...]) -> Broken:
    """A faulty source with its hour, if it has one, and all that it says."""
    broken = replace(broken, where=Location(files_of[-1].shown, 1, 1))
    is_kit = files_of[0].kind == "kit"
    typed = _typed(files_of) if is_kit else ""
    embargo = _hour_of_named(house, typed) if is_kit else readable_embargo(house, files_of)
    if embargo is None:
        return broken
    return replace(broken, embargo=embargo, said=typed or _typed(files_of))


def _typed(files_of: tuple[Found, ...]) -> str:
    typed: list[str] = []
    for found in files_of:
        with contextlib.suppress(CopyError):
            typed.append(encodings.made_out(files.content(found.path, found.shown)))
    return "\n\n".join(typed)


def _hour_of_named(house: House, typed: str) -> dt.datetime | None:
    """A kit waits with the releases that it names, however faulty it is."""
    named = {*_NAME.findall(typed)}
    releases = (one for one in grouped(house.folder.found) if one[0].kind == "release")
    hours = (readable_embargo(house, one) for one in releases if one[0].slug in named)
    return max(filter(None, hours), default=None)


def _leave_out(
    house: House, base: Found, files_of: tuple[Found, ...], language: str, outcome: Outcome
) -> None:
    if house.policy == "fail":
        name = _file_of(house, base, language)
        remedy = f"add {name} beside it, or set missing_translation in organisation.yaml"
        message = f"not translated into {language}"
        finding = Finding("T102", message, remedy, Location(base.shown))
        outcome.findings.append(finding)
        outcome.broken.append(_broken(house, base, files_of, (finding,)))
    else:
        file = _file_of(house, base, language)
        outcome.omitted.append(not_translated(Location(base.shown), language, file=file))


def _file_of(house: House, base: Found, language: str) -> str:
    """The name under which a text of *language* stands beside another."""
    stem = printable(base.path.name.split(".")[0])
    return f"{stem}.md" if language == house.languages[0] else f"{stem}.{language}.md"


def _spoken(
    house: House,
    base: Found,
    chosen: Found,
    files_of: tuple[Found, ...],
    language: str,
    outcome: Outcome,
) -> Version | None:
    """The version of a language that has its file; the body may have been left for later."""
    told, first = house.parts[chosen], house.parts[base]
    assert isinstance(told, Parts)
    assert isinstance(first, Parts)
    outcome.findings.extend(particulars.differing(first, told, printable(base.path.name)))
    if chosen is base or told.body.strip() or not first.body.strip():
        return _merged(house, base, chosen, language)
    where = Location(chosen.shown, told.body_line)
    if house.policy == "fail":
        remedy = "write it, or set missing_translation in organisation.yaml"
        finding = Finding("T102", f"the text is not translated into {language}", remedy, where)
        outcome.findings.append(finding)
        outcome.broken.append(_broken(house, base, files_of, (finding,)))
        return None
    if house.policy == "omit":
        outcome.omitted.append(not_translated(where, language, subject="the text is "))
        return _merged(house, base, chosen, language)
    spoken = base.language or house.languages[0]
    outcome.omitted.append(not_translated(where, language, stands_in(spoken), "the text is "))
    return _merged(house, base, chosen, language, body_of=base)


def _merged(
    house: House, base: Found, chosen: Found, language: str, body_of: Found | None = None
) -> Version:
    first, told, spoken = (house.parts[found] for found in (base, chosen, body_of or chosen))
    assert isinstance(first, Parts)
    assert isinstance(told, Parts)
    assert isinstance(spoken, Parts)
    return Version(
        found=chosen,
        head=Table(
            {**first.head.entries, **told.head.entries},
            {**first.head.keys, **told.head.keys},
            first.head.where,
        ),
        body=spoken.body,
        body_where=Location((body_of or chosen).shown, spoken.body_line, 1),
        language=language if body_of is None else base.language or house.languages[0],
        head_language=language,
        where=Location(chosen.shown, 1, 1),
        stem=_stem_of(house, chosen),
        is_wanted=chosen.kind in house.kinds,
        is_placed=house.are_bodies_placed or chosen.kind in WHOLES,
    )


def _stem_of(house: House, found: Found) -> str:
    """What its anchors begin with; two files may differ in nothing but their numbers."""
    stem = numbering.anchor_stem(found.slug)
    return stem if house.first_of[found.kind, found.group, stem] == found.slug else found.slug


def _no_language(found: Found, languages: tuple[str, ...]) -> Finding:
    known = ", ".join(languages)
    return Finding(
        "T103",
        f"{found.language!r} is not one of the languages of organisation.yaml ({known})",
        "the file is not read; add the language there, or rename the file",
        Location(found.shown),
        Level.WARNING,
    )
