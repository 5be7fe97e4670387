"""Sources of one name: what waits makes way for what is free, and nobody sees that it is there."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from pipeline.corpus import copies, files, keys
from pipeline.corpus.files import Found
from pipeline.errors import CopyError
from pipeline.frontmatter import Parts

if TYPE_CHECKING:
    from pipeline.corpus.house import House

_ANYWHERE = ("news", "release")
"""Kinds that may lie in folders of folders."""
Source = tuple[str, str, str, PurePath | None]
"""The kind, the group and the name, by which files in all languages are one; and where they lie."""


def check(house: House) -> None:
    """Refuse those that a reference cannot tell apart: what waits, or all of them."""
    pairs = [*files.duplicates(house.folder.found)]
    if not pairs:
        return
    apart = _apart(house.folder.found)
    waiting = _waiting(house, apart)
    called = _set_aside(house, apart, waiting)
    for pair in pairs:
        hours = [waiting.get(_source(one, apart), ()) for one in pair]
        # What waits makes way: nobody may see by what becomes of the other that it is there.
        pair = pair[::-1] if hours[0] and not hours[1] else pair
        finding = copies.of_one_name(*pair)
        stays, goes = (called.get(one, one) for one in pair)
        house.findings.append(finding)
        house.parts[goes], told = CopyError(finding), house.parts[goes]
        if any(hours) and not all(hours) and stays.slug != goes.slug:
            if not _is_alike(house.parts[stays], told):
                continue
            # The same words under the same name are the same text: they wait together.
            house.embargoes[stays] = (*hours[0], *hours[1])
        house.parts[stays] = CopyError(finding)


def _apart(found: Collection[Found]) -> frozenset[tuple[str, str]]:
    """Names of several sources: each lies in a folder of its own, with the text that leads.

    A translation that lies elsewhere may have the hour of any of them.
    """
    folders: dict[tuple[str, str], dict[PurePath, bool]] = {}
    for one in found:
        if one.kind in _ANYWHERE:
            whole = folders.setdefault((one.kind, one.slug), {})
            whole[one.shown.parent] = whole.get(one.shown.parent, False) or not one.language
    return frozenset(
        name for name, whole in folders.items() if whole.keys() and all(whole.values())
    )


def _source(found: Found, apart: Collection[tuple[str, str]]) -> Source:
    is_apart = (found.kind, found.slug) in apart
    return found.kind, found.group, found.slug, found.shown.parent if is_apart else None


def _waiting(house: House, apart: Collection[tuple[str, str]]) -> Mapping[Source, tuple[str, ...]]:
    """The sources that wait, whichever of their files says so, and until when."""
    waiting: dict[Source, tuple[str, ...]] = {}
    for found, hours in house.embargoes.items():
        ahead = tuple(typed for typed in hours if not house.ended(typed))
        if ahead and "embargo" in keys.MARKDOWN[found.kind]:
            source = _source(found, apart)
            waiting[source] = (*waiting.get(source, ()), *ahead)
    for found in house.strays:
        waiting.setdefault(_source(found, apart), ("?",))
    return waiting


def _set_aside(
    house: House, apart: Collection[tuple[str, str]], waiting: Collection[Source]
) -> Mapping[Found, Found]:
    """What waits under a name of what is free gets another one: it is refused under that."""
    found = house.folder.found
    free = {(one.kind, one.slug) for one in found if _source(one, apart) not in waiting}
    called = {
        one: replace(one, slug=f"{one.slug} ({'-'.join(one.shown.parent.parts[1:])})")
        for one in found
        if (one.kind, one.slug) in free.intersection(apart) and _source(one, apart) in waiting
    }
    if called:
        house.folder = replace(house.folder, found=tuple(called.get(one, one) for one in found))
        house.parts = {called.get(one, one): part for one, part in house.parts.items()}
        house.typed = {called.get(one, one): part for one, part in house.typed.items()}
        house.dates = {called.get(one, one): typed for one, typed in house.dates.items()}
        house.embargoes = {called.get(one, one): said for one, said in house.embargoes.items()}
        house.strays = {called.get(one, one): said for one, said in house.strays.items()}
    return called


def _is_alike(one: Parts | CopyError, other: Parts | CopyError) -> bool:
    """Whether they say the same; what cannot be read may."""
    if isinstance(one, CopyError) or isinstance(other, CopyError):
        return True
    titles = [str(getattr(part.head.entries.get("title"), "text", "")) for part in (one, other)]
    is_called_alike = titles[0].strip().casefold() == titles[1].strip().casefold()
    return is_called_alike or copies.have_words_in_common(one.body, other.body)
