"""Copies that programs leave beside a source: nobody has chosen which of the two is right."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath

from pipeline.corpus.files import Found
from pipeline.errors import Finding, Location, printable

_COPY = "(?:copy|copie|kopie|kopia|copia|cópia)"
_NAME = re.compile(
    rf"{_COPY}(?: \(?\d+\)?)? (?:of|de|von|van|di) (?P<before>.+)"
    r"|(?P<after>.+?)(?:"
    r"[ _]?\(\d{1,3}\)"
    rf"|[ _]-[ _]{_COPY}|[ _]{_COPY}(?:[ _]\d+)?"
    r"|[ _]?\([^()]*(?:conflict|konflikt|conflit)[^()]*\)"
    r"|\.sync-conflict-[\w-]+"
    r"|_(?:backup|base|local|remote)_\d+"
    r"|-(?:desktop|laptop)-[a-z0-9]{7}"
    r")+",
    re.IGNORECASE,
)
"""As Windows, macOS, Dropbox, Nextcloud, OneDrive, Syncthing, Git and browsers call them."""
_CONFLICT = re.compile(
    r".*(?:\([^()]*(?:conflict|konflikt|conflit)[^()]*\)|\.sync-conflict-[\w-]+"
    r"|_(?:backup|base|local|remote)_\d+)",
    re.IGNORECASE,
)
"""As no person calls a file."""
_SECOND = re.compile(r"(.+) \d{1,2}")
"""As iCloud does; people count so, too."""


def made(found: Sequence[Found], titles: Mapping[Found, str]) -> Iterator[tuple[Found, Found]]:
    """Each copy with the source that it was made of."""
    known = {(folder, name.casefold()): one for one in found for folder, name in _places(one)}
    for one in found:
        for folder, name in _places(one):
            original = known.get((folder, original_of(name).casefold()))
            if original is None and (counted := _SECOND.fullmatch(name)):
                first = known.get((folder, counted[1].casefold()))
                original = first if first and _is_alike(one, first, titles) else None
            if original is not None:
                yield one, original
                break


def apart_from(
    found: Sequence[Found], beside: Collection[Found]
) -> Iterator[tuple[Found, Found | None]]:
    """Each copy that is not *beside* its original: news that lies elsewhere by now, or is gone.

    Of those whose original is gone, only what no person would call so: others are texts.
    """
    known = {one.slug.casefold(): one for one in found if one.kind in _WAITING}
    for one in found:
        name = one.group if one.kind in ("kit", "manifesto") else one.path.name.removesuffix(".md")
        original = original_of(name).partition(".")[0].casefold()
        is_told = _CONFLICT.fullmatch(name) or (one.kind in _WAITING and original in known)
        if original and one not in beside and is_told:
            yield one, known.get(original)


def _is_alike(one: Found, other: Found, titles: Mapping[Found, str]) -> bool:
    return one in titles and titles[one] == titles.get(other)


def _places(found: Found) -> Iterator[tuple[PurePath, str]]:
    """Where it lies, and by what name: a kit and a book are whole folders, too."""
    stem = found.path.name.removesuffix(".md")
    yield found.shown.parent, stem
    if found.language:
        yield found.shown.parent, stem.rpartition(".")[0]
    if found.kind in ("kit", "manifesto"):
        yield found.shown.parent.parent, found.group


def astray(found: Sequence[Found]) -> Iterator[tuple[Found, Found]]:
    """Each translation whose name ends in two letters that are no language, with its original."""
    known = {(one.kind, one.group, one.slug): one for one in found if not one.language}
    for one in found:
        slug, dot, code = one.slug.rpartition(".")
        original = known.get((one.kind, one.group, slug))
        if dot and original and re.fullmatch("[A-Za-z]{2}", code):
            yield one, original


_DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?")


def apart(found: Sequence[Found], languages: Sequence[str]) -> Iterator[tuple[Found, Found]]:
    """Each translation without an original, with what has its name on another day or elsewhere.

    What ends in a language otherwise than our names do, like `ferry_fr.md`, may be one, too.
    """
    spoken = re.compile(rf"-(?:{'|'.join(each.casefold() for each in languages)})$")
    named: dict[str, list[Found]] = {}
    for one in _originals(found):
        name = "-".join(_undated(one.slug))
        for each in {name, spoken.sub("", name)}:
            named.setdefault(each, []).append(one)
    orphans = {*_orphans(found)}
    for one in found:
        name = "-".join(_undated(one.slug))
        if one.kind in _WAITING and (one in orphans or spoken.search(name)):
            others = named.get(spoken.sub("", name), ())
            yield from ((one, other) for other in others if other is not one)


def forgotten(
    found: Sequence[Found], waiting: Collection[Found], dated: Collection[Found]
) -> Iterator[tuple[Found, Found]]:
    """Each translation without an original, with one that is *waiting* and that it may have had.

    Who gives an original a longer name may forget the translation; and what is not *dated* by
    itself is the translation of something, of which nobody can tell what it is called by now.
    """
    spoken = {(one.kind, one.slug, one.language) for one in found}
    originals = [*_originals(waiting)]
    for one in _orphans(found) if originals else ():
        for original in originals:
            is_free = (original.kind, original.slug, one.language) not in spoken
            is_like = one not in dated or _begin_alike(one.slug, original.slug)
            if one.kind == original.kind and is_free and is_like:
                yield one, original
                break


def _begin_alike(slug: str, other: str) -> bool:
    """
    >>> _begin_alike("2025-06-05-salt-fish", "2025-06-05-salt-fish-sold")
    True
    >>> _begin_alike("2025-06-05-salt", "2025-06-05-salt-sold"), _begin_alike("a-b", "a-b-c")
    (False, False)
    """
    day, names = _DAY.match(slug), (_undated(slug), _undated(other))
    few = min(map(len, names))
    is_same_day = day is not None and other.startswith(day[0])
    return is_same_day and few > 1 and names[0][:few] == names[1][:few]


def _originals(found: Iterable[Found]) -> Iterator[Found]:
    return (one for one in found if not one.language and one.kind in _WAITING)


def _orphans(found: Sequence[Found]) -> Iterator[Found]:
    places = {(one.kind, one.slug) for one in _originals(found)}
    for one in found:
        if one.language and one.kind in _WAITING and (one.kind, one.slug) not in places:
            yield one


_WAITING = ("news", "release")


def _undated(slug: str) -> tuple[str, ...]:
    """
    >>> _undated("2025-06-05-herring") == _undated("2025-06-06_Herring")
    True
    """
    return tuple(re.findall(r"[^\W_]+", _DAY.sub("", slug, count=1).casefold()))


def parted(one: Found, other: Found) -> Finding:
    return Finding(
        "T103",
        f"by its name this is {printable(other.path.name)} in another language, which waits for "
        "its hour",
        "give both names the same day, or this one an 'embargo' or a name of its own",
        Location(one.shown),
    )


def parted_perhaps(one: Found, other: Found) -> Finding:
    return Finding(
        "T103",
        f"this may be {printable(other.path.name)} in another language, which waits for its hour",
        "call both by one name, or give this one an 'embargo', or a 'date' and a name of its own",
        Location(one.shown),
    )


def of_one_name(stays: Found, goes: Found) -> Finding:
    return Finding(
        "R101",
        f"another source has the name {goes.slug!r}: {stays.shown.as_posix()}",
        "rename one of the two: references are by name",
        Location(goes.shown),
    )


_RUN = 8
"""Words in a row that two texts do not have by chance."""


def have_words_in_common(one: str, other: str) -> bool:
    """
    >>> have_words_in_common("a b c d e f g h i", "x A b c, d e f g h y")
    True
    """
    return not _runs(one).isdisjoint(_runs(other))


def _runs(text: str) -> set[tuple[str, ...]]:
    said = re.findall(r"\w+", text.casefold())
    return {tuple(said[at : at + _RUN]) for at in range(len(said) - _RUN + 1)}


def misnamed(one: Found, original: Found, languages: Sequence[str]) -> Finding:
    code = one.slug.rpartition(".")[2]
    others = [f"{original.slug}.{each}.md" for each in languages[1:]]
    return Finding(
        "T103",
        f"{code!r} is no language, and this stands beside {printable(original.path.name)}",
        f"if it is its translation, call it {' or '.join(others) or 'by its language'}",
        Location(one.shown),
    )


def original_of(name: str) -> str:
    """
    >>> [original_of(name) for name in ("a (1)", "Copie de a", "a - Copy (2)", "a-2", "copyright")]
    ['a', 'a', 'a', '', '']
    """
    said = _NAME.fullmatch(name)
    return (said["before"] or said["after"]) if said else ""


def unnamed(folder: PurePath, finding: Finding) -> Finding:
    """What is told of a folder; one called like a copy is not named: the other one may wait."""
    if not original_of(folder.name):
        return finding
    message = "by its name a folder in here is a copy of another, and nothing is made of it"
    remedy = "take it away, or give it a name of its own"
    return replace(finding, message=message, remedy=remedy, location=Location(folder.parent))


def lone(copy: Found, original: Found | None) -> Finding:
    message = "by its name this is a copy that a program has left of a file which is gone"
    if original:
        message = f"by its name this is a copy of {original.shown.as_posix()}"
    remedy = "take it away, or give it a name of its own"
    return Finding("B116", message, remedy, Location(copy.shown))


def told(copy: Found, original: Found) -> Finding:
    is_folder = copy.path.name == original.path.name
    name = f"{original.group}/" if is_folder else original.path.name
    return Finding(
        "B116",
        f"by its name this is a copy of {printable(name)}, which stands beside it",
        "keep there what is right, and take the copy away; or give it a name of its own",
        Location(copy.shown),
    )
