"""The pictures that only what is held shows, known again in whatever they are pressed or put."""

from __future__ import annotations

import dataclasses
import errno
import hashlib
import html
import os
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import unquote

from pipeline import assets, likeness
from pipeline.embargo.waiting import is_kit
from pipeline.errors import CopyError, Finding, Location, is_of_machine
from pipeline.likeness import ALIKE, ENOUGH, Likeness
from pipeline.model.corpus import Broken, Corpus
from pipeline.model.sources import Kit
from pipeline.model.texts import Picture, Text
from pipeline.plates import bitmap_of

NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Hung:
    """A picture as it was filed, and who shows it."""

    picture: Picture
    owners: frozenset[str] = NOBODY

    def looks(self) -> tuple[frozenset[str], tuple[Likeness, ...]]:
        """The digests of the file, as it is and as it is published, and all that it looks like."""
        try:
            content = assets.load(Path(self.picture.path), self.picture.where)
        except CopyError as error:
            if is_of_machine(error):
                # What it shows may stand on any page, and nobody can say so now: not even its name.
                raise OSError(errno.EIO, os.strerror(errno.EIO)) from error
            return frozenset({self.picture.digest}), ()
        digests = frozenset({self.picture.digest, _digest(content)})
        if assets.sniff(content) == "svg":
            # Office files have drawings in pixels.
            from pipeline.renderers import plates

            content = plates.proof(self.picture, content, 2 * ENOUGH)
        return digests, likeness.every_way(content)


class Gallery:
    """Held pictures, and free ones that may be like them; opened when a picture is met."""

    def __init__(
        self,
        held: Iterable[Hung] = (),
        free: Iterable[Hung] = (),
        fresh: Collection[str] = (),
    ) -> None:
        self._held = tuple(held)
        self._free = tuple(free)
        self._fresh = frozenset(fresh)
        """What only texts of these days show of what is free."""
        self._looks: dict[str, tuple[frozenset[str], tuple[Likeness, ...]]] = {}
        self._known: dict[str, tuple[frozenset[str], ...]] = {}

    def owners(self, content: bytes) -> Iterator[frozenset[str]]:
        """Whom a picture, or a PDF by those on its pages, gives away."""
        # No picture of ours is opened for a page, a receipt or a list of words.
        if not self._held or not (_is_pdf(content) or assets.sniff(content)):
            return
        digest = _digest(content)
        if digest not in self._known:
            self._known[digest] = tuple(self._met(content, digest))
        yield from self._known[digest]

    def filed(self, digests: Iterable[str]) -> Iterator[frozenset[str]]:
        """Whom pictures give away by the files that they come from, in whatever they are drawn."""
        known = {hung.picture.digest: hung.owners for hung in self._held}
        yield from (known[digest] for digest in digests if digest in known)

    def copies(self) -> Iterator[tuple[Picture, str]]:
        """What is free by another name only, and one of those who hold it back."""
        for one in self._free if self._held else ():
            ways = self._of(one)[1] if one.picture.name in self._fresh else ()
            likest = self._likest(ways[0], self._held)[0] if ways else None
            if likest:
                yield one.picture, min(likest.owners)

    def _met(self, content: bytes, digest: str) -> Iterator[frozenset[str]]:
        for hung in self._held:
            if digest in self._of(hung)[0]:
                yield hung.owners
                return
        for met in _pictures(content):
            likest, how_much = self._likest(met, self._held)
            # What looks the same as something public is public.
            if likest and how_much > self._likest(met, self._free)[1]:
                yield likest.owners

    def _likest(self, met: Likeness, hung: Iterable[Hung]) -> tuple[Hung | None, float]:
        found: Hung | None = None
        most = ALIKE
        for one in hung:
            alike = max((looks.to(met) for looks in self._of(one)[1]), default=0.0)
            if alike > most:
                found, most = one, alike
        return found, most

    def _of(self, hung: Hung) -> tuple[frozenset[str], tuple[Likeness, ...]]:
        digest = hung.picture.digest
        if digest not in self._looks:
            self._looks[digest] = hung.looks()
        return self._looks[digest]


def _pictures(content: bytes) -> Iterator[Likeness]:
    if _is_pdf(content):
        from pipeline.checks import reading_back

        found = map(likeness.of_image, reading_back.pictures(content, ENOUGH))
    elif assets.sniff(content) not in ("", "svg"):
        found = map(likeness.of, [content])
    else:
        return
    yield from filter(None, found)


def _is_pdf(content: bytes) -> bool:
    return content.startswith(b"%PDF")


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def of(
    held: Mapping[str, Iterable[Picture]],
    free: Iterable[Any],
    corpus: Corpus,
    fresh: Collection[str] = (),
) -> Gallery:
    """The pictures of those who are *held*, but for what anybody who is *free* shows as well."""
    known = _known(corpus)
    public = {picture.digest: Hung(picture) for one in free for picture in _shown(one, known)}
    hung: dict[str, Hung] = {}
    for name, pictures in held.items():
        for picture in pictures:
            if picture.digest and picture.digest not in public:
                others = hung[picture.digest].owners if picture.digest in hung else NOBODY
                hung[picture.digest] = Hung(picture, others | {name})
    return Gallery(hung.values(), public.values(), fresh)


def shown(free: Iterable[Any], corpus: Corpus) -> list[Picture]:
    """The pictures of those who are *free*, as every language describes them."""
    known = _known(corpus)
    return _described((picture.name for one in free for picture in _shown(one, known)), corpus)


def lent(faulty: Iterable[Any], held: Iterable[Any], corpus: Corpus) -> list[Picture]:
    """The pictures of *faulty* texts that are not *held*: who mends a slip shows them again.

    What was published with them is no secret since the slip. What is nearly a name shows none.
    """
    files = _files([*faulty], corpus) - _files([*held], corpus)
    said = "\n".join(corpus.typed.get(path, "") for path in sorted(files))
    exact = f"{said}\n{unquote(html.unescape(said))}"
    return _described((name for name in named(said, _known(corpus)) if name in exact), corpus)


def emblems(held: Iterable[Picture], corpus: Corpus) -> list[Picture]:
    """Of *held* pictures those by which letters show the logo, which is no secret.

    What is only called like it may be the logo of tomorrow.
    """
    names = {one.name for one in held}
    found: dict[str, bool] = {}
    for copy in corpus.copies.values() if names else ():
        logo = copy.organisation.brand.logo
        bitmap = bitmap_of(logo, copy) if logo else None
        if logo and bitmap and bitmap.name in names and bitmap.name not in found:
            ways = Hung(bitmap).looks()[1], Hung(logo).looks()[1]
            found[bitmap.name] = any(one.to(two) > ALIKE for one, two in zip(*ways, strict=False))
    return _described((name for name, is_alike in found.items() if is_alike), corpus)


def told(held: Iterable[Any], typed: str, corpus: Corpus) -> list[Picture]:
    """The pictures of one that is *held*, with those that it names and nobody will see.

    They stand in HTML, in a remark, in a file of a language that nobody has declared.
    """
    known = _known(corpus)
    names = [picture.name for one in held for picture in _shown(one, known)]
    return _described([*names, *named(typed, known)], corpus)


def typed(held: Iterable[Any], corpus: Corpus) -> str:
    """All that stands in the files of one that is *held*, and of its parts, in any language."""
    held = [*held]
    said = [one.said for one in held if isinstance(one, Broken)]
    return "\n".join(
        [*said, *(corpus.typed.get(path, "") for path in sorted(_files(held, corpus)))]
    )


def typed_freely(held: Iterable[Any], corpus: Corpus) -> str:
    """All that stands in the other files."""
    files = _files([*held], corpus)
    return "\n".join(text for path, text in sorted(corpus.typed.items()) if path not in files)


def _files(held: Iterable[Any], corpus: Corpus) -> set[PurePath]:
    files = {*corpus.beside({one.where.path for one in held})}
    if kits := {one.where.path.parent for one in held if is_kit(one)}:
        files |= {path for path in corpus.typed if path.parent in kits}
    return files


def _known(corpus: Corpus) -> dict[str, Picture]:
    return {name: one for copy in corpus.copies.values() for name, one in copy.pictures.items()}


def _described(names: Iterable[str], corpus: Corpus) -> list[Picture]:
    copies = [copy.pictures for copy in corpus.copies.values()]
    return [one[name] for name in dict.fromkeys(names) for one in copies if name in one]


def _shown(value: Any, known: Mapping[str, Picture]) -> Iterator[Picture]:
    """Every picture that a record shows, in its keys and in its text."""
    if isinstance(value, Picture):
        yield value
    elif isinstance(value, Text):
        yield from (known[name] for name in value.shown() if name in known)
    elif isinstance(value, Broken):
        yield from (known[name] for name in named(value.said, known))
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _shown(item, known)
    elif dataclasses.is_dataclass(value) and not isinstance(value, (Location, Finding, Kit)):
        for field_ in dataclasses.fields(value):
            yield from _shown(getattr(value, field_.name), known)
    elif isinstance(value, Kit):
        for part in (value.body, value.sections):
            yield from _shown(part, known)


def named(said: str, names: Iterable[str]) -> Iterator[str]:
    """Those of the *names* of pictures that stand in a text that cannot be used, as it was typed.

    >>> names = ["lorry.png", "new lorry.png", "Lorry (1).jpg", "quay.png"]
    >>> list(named("![](new%20lorry.png) and images: [lorry (1).jpg]", names))
    ['Lorry (1).jpg', 'new lorry.png']
    """
    if not said:
        return
    text = _folded(f"{said}\n{unquote(html.unescape(said))}")
    # What is the end of a longer name is no name there.
    for name in sorted(names, key=lambda one: (-len(one), one)):
        if (folded := _folded(name)) in text:
            whole = re.compile(rf"(?<![\w.-]){re.escape(folded)}(?![\w-])")
            text, times = whole.subn(" ", text)
            if times:
                yield name


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()
