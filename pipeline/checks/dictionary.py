"""Dictionaries: every form of a language's words, and a number for all that each may be."""

from __future__ import annotations

import functools
import marshal
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from pipeline import stereotypes, volume

MAKE = "3"
"""To be raised when what is cast changes: what lies there may be older than this room."""
_BUCKETS = 1 << 15
_NO_STEM = ("-", ".")
"""What stands for the stem of words that are wholly their endings."""
Opened = tuple[tuple[int, ...], "memoryview[int]", Any, int]


class Dictionary:
    """The words of a table: behind `=` endings and what a word with each may be, below it stems.

    *number* makes a number of what is said behind an ending; of a word that is said twice, the
    numbers are joined bit by bit. Words that *plain* makes one lie beside each other.
    """

    def __init__(
        self, table: Path, number: Callable[[str], int], plain: Callable[[str], str] = str
    ) -> None:
        self.table = table
        self.number = number
        self.plain = plain

    def of(self, word: str) -> int | None:
        """What *word*, in small letters, may be; nothing if it is unknown."""
        masks, starts, words, first = self._known
        told = word.encode("utf-8", "surrogatepass")
        plain = self.plain(word)
        at = _bucket(told if plain == word else plain.encode("utf-8", "surrogatepass"))
        key = b"\n%b\t" % told
        found = words.find(key, first + starts[at], first + starts[at + 1])
        begin = found + len(key)
        return masks[int(words[begin : begin + 3], 16)] if found >= 0 else None

    def known(self, words: Iterable[str]) -> list[str]:
        """Those of *words*, in small letters, that it has; of many that are asked at once."""
        _, starts, told, first = self._known
        plain, found = self.plain, []
        for word in words:
            typed, bare = word.encode("utf-8", "surrogatepass"), plain(word)
            at = _bucket(typed if bare is word else bare.encode("utf-8", "surrogatepass"))
            if told.find(b"\n%b\t" % typed, first + starts[at], first + starts[at + 1]) >= 0:
                found.append(word)
        return found

    def alike(self, word: str) -> tuple[str, ...]:
        """The other words that *plain* makes the same of as of *word*."""
        _, starts, words, first = self._known
        plain = self.plain(word)
        at = _bucket(plain.encode("utf-8", "surrogatepass"))
        lines = words[first + starts[at] + 1 : first + starts[at + 1]].decode().split("\n")
        forms = (line.partition("\t")[0] for line in lines)
        return tuple(form for form in forms if form != word and self.plain(form) == plain)

    @functools.cached_property
    def _known(self) -> Opened:
        """What each number means, where each bucket begins, and the words, where they begin."""
        return self.laid() or _opened(memoryview(self.cast()))  # type: ignore[return-value]

    def laid(self, place: Path = stereotypes.PLACE) -> Opened | None:
        """What set-up has cast into *place*; nothing if it is damaged, or not there."""
        return _opened(volume.mapped(str(place / self.name())))

    def cast(self) -> bytes:
        """All forms in buckets by their checksum, so that one is found without the others."""
        buckets: list[dict[bytes, int]] = [{} for _ in range(_BUCKETS)]
        for stems, ends in families(self.table.read_text("utf-8").splitlines()):
            family = [(end.encode(), self.plain(end).encode(), self.number(n)) for end, n in ends]
            for stem in stems:
                # A checksum goes on where that of the stem ends.
                begun, beginning = zlib.crc32(self.plain(stem).encode()), stem.encode()
                for end, plain, mask in family:
                    here, form = buckets[zlib.crc32(plain, begun) % _BUCKETS], beginning + end
                    here[form] = here.get(form, 0) | mask
        masks = tuple(sorted({mask for bucket in buckets for mask in bucket.values()}))
        numbers = {mask: b"\t%03x" % number for number, mask in enumerate(masks)}
        told_of = [
            b"".join(b"\n%b%b" % (form, numbers[mask]) for form, mask in bucket.items())
            for bucket in buckets
        ]
        starts = [0]
        for bucket in told_of:
            starts.append(starts[-1] + len(bucket))
        head = stereotypes.sealed(marshal.dumps((masks, array("I", starts).tobytes())))
        return b"".join([len(head).to_bytes(8), head, *told_of])

    def name(self) -> str:
        """The file of what was cast; another one when the table is, which begins with its sum."""
        with self.table.open("rb") as table:
            return stereotypes.plain_name("dictionary", MAKE, table.readline().decode())


def _bucket(plain: bytes) -> int:
    return zlib.crc32(plain) % _BUCKETS


def _opened(content: memoryview) -> Opened | None:
    head = 8 + int.from_bytes(content[:8])
    told = stereotypes.opened(content[8:head])
    if told is None:
        return None
    masks, places = marshal.loads(told)  # noqa: S302 - as safe as the packages beside it
    starts = memoryview(places).cast("I")
    return (masks, starts, content.obj, head) if len(content) == head + starts[-1] else None


def families(lines: Iterable[str]) -> Iterator[tuple[list[str], list[tuple[str, str]]]]:
    """Stems that have the same endings, and what a word with each of these may be.

    >>> list(families(["= :n s:p", "town port", "= :o", "-"]))
    [(['town', 'port'], [('', 'n'), ('s', 'p')]), ([''], [('', 'o')])]
    """
    ends: list[tuple[str, str]] = []
    for line in lines:
        if line.startswith("= "):
            pairs = (each.partition(":") for each in line[2:].split(" "))
            ends = [(end, told) for end, _, told in pairs]
        elif not line.startswith("# "):
            yield ["" if stem in _NO_STEM else stem for stem in line.split(" ")], ends


def forms(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """
    >>> list(forms(["= :n s:p", "town port", "= :o", "-"]))
    [('town', 'n'), ('towns', 'p'), ('port', 'n'), ('ports', 'p'), ('', 'o')]
    """
    for stems, ends in families(lines):
        for stem in stems:
            for end, told in ends:
                yield stem + end, told
