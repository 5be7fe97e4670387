"""Every word of French, and what each may be: noun, adjective, participle, verb, or another one."""

from __future__ import annotations

import functools
import marshal
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path

from pipeline import stereotypes, volume

TABLE = "dictionary.txt"
MAKE = "2"
"""To be raised when what is cast changes: what lies there may be older than this room."""
CELLS = 0b1111
"""One of a kind for each gender and number: masculine and feminine of one, then of many."""
NOUN, ADJECTIVE, PARTICIPLE = 0, 4, 8
"""How far their cells are shifted."""
_PERSON = 12
ONE, MANY = 0b100 << _PERSON, 0b100000 << _PERSON
"""The third persons of a verb."""
VERB = 0b111111 << _PERSON
INFINITIVE, PRESENT, OTHER = (1 << at for at in (18, 19, 20))
_BUCKETS = 1 << 15


def of(word: str) -> int:
    """What *word*, in small letters, may be, a bit for each; nothing if it is unknown.

    >>> bin(of("ville")), of("sont") == MANY, of("développer") == INFINITIVE, of("vill")
    ('0b10', True, True, 0)
    """
    masks, _, _ = known()
    bucket, key = _bucket(bare(word)), word.encode("utf-8", "surrogatepass")
    found = bucket.find(b"\n%b\t" % key) + 1
    return masks[int(bucket[found + len(key) + 1 :][:3], 16)] if found else 0


def alike(word: str) -> tuple[str, ...]:
    """The words that are *word* but for their accents, cedillas and ligatures.

    >>> alike("evenement"), alike("coeur"), alike("ville"), alike("vill")
    (('évènement', 'événement'), ('cœur',), (), ())
    """
    plain = bare(word)
    lines = _bucket(plain)[1:].decode("utf-8", "surrogatepass").split("\n")
    forms = (line.partition("\t")[0] for line in lines)
    return tuple(form for form in forms if form != word and bare(form) == plain)


_PLAIN = str.maketrans("àâäáãéèêëîïíôöóùûüúçñÿ", "aaaaaeeeeiiiooouuuucny") | {
    ord("œ"): "oe",
    ord("æ"): "ae",
}


def bare(word: str) -> str:
    """*word* as it is typed where no accents are at hand."""
    return word if word.isascii() else word.translate(_PLAIN)


def _bucket(plain: str) -> bytes:
    _, starts, words = known()
    at = zlib.crc32(plain.encode("utf-8", "surrogatepass")) % _BUCKETS * 4
    begin, end = int.from_bytes(starts[at : at + 4]), int.from_bytes(starts[at + 4 : at + 8])
    return bytes(words[begin:end])


def nominal(mask: int) -> int:
    """The cells of a word as a noun, an adjective or a participle."""
    return (mask | mask >> ADJECTIVE | mask >> PARTICIPLE) & CELLS


def adjectival(mask: int) -> int:
    """Its cells as an adjective or a participle."""
    return (mask >> ADJECTIVE | mask >> PARTICIPLE) & CELLS


@functools.cache
def known(place: Path = stereotypes.PLACE) -> tuple[tuple[int, ...], bytes, memoryview]:
    """What each number means, where each bucket begins, and the words, as they lie on the disk."""
    return _opened(volume.mapped(str(place / name()))) or _opened(memoryview(cast()))  # type: ignore[return-value]


def _opened(content: memoryview) -> tuple[tuple[int, ...], bytes, memoryview] | None:
    head = 8 + int.from_bytes(content[:8])
    told = stereotypes.opened(content[8:head])
    if told is None:
        return None
    masks, starts, length = marshal.loads(told)  # noqa: S302 - as safe as the packages beside it
    return (masks, starts, content[head:]) if len(content) == head + length else None


def cast() -> bytes:
    """All forms in buckets by the checksum of their plain letters: one is found at once."""
    words: dict[str, int] = defaultdict(int)
    for form, mask in forms(_lines()):
        words[form] |= mask
    masks = tuple(sorted(set(words.values())))
    numbers = {mask: b"%03x" % number for number, mask in enumerate(masks)}
    buckets: list[list[bytes]] = [[] for _ in range(_BUCKETS)]
    for form, mask in words.items():
        at = zlib.crc32(bare(form).encode()) % _BUCKETS
        buckets[at].append(b"\n%b\t%b" % (form.encode(), numbers[mask]))
    starts, told = [0], [b"".join(bucket) for bucket in buckets]
    for bucket in told:
        starts.append(starts[-1] + len(bucket))
    places = b"".join(start.to_bytes(4) for start in starts)
    head = stereotypes.sealed(marshal.dumps((masks, places, starts[-1])))
    return b"".join([len(head).to_bytes(8), head, *told])


def name() -> str:
    """The file of what was cast; another one when the table, which begins with its checksum, is."""
    with resources.files(__package__).joinpath(TABLE).open("rb") as table:
        return stereotypes.name("dictionary", MAKE, table.readline().decode())


def _lines() -> Iterator[str]:
    yield from resources.files(__package__).joinpath(TABLE).read_text("utf-8").splitlines()


def forms(lines: Iterable[str]) -> Iterator[tuple[str, int]]:
    """
    >>> [(form, bin(mask)) for form, mask in forms(["= l:Ams ux:Amp", "loca nationa"])]
    [('local', '0b10000'), ('locaux', '0b1000000'), ('national', '0b10000'), ('nationaux', '0b1000000')]
    """  # noqa: E501
    ends: list[tuple[str, int]] = []
    for line in lines:
        if line.startswith("= "):
            pairs = (each.partition(":") for each in line[2:].split(" "))
            ends = [(end, _mask(told)) for end, _, told in pairs]
        elif not line.startswith("# "):
            for stem in line.replace(".", "").split(" "):
                for end, mask in ends:
                    yield stem + end, mask


_KINDS = {"N": NOUN, "A": ADJECTIVE, "P": PARTICIPLE}
_GENDERS, _NUMBERS = {"m": 0b0101, "f": 0b1010, "e": CELLS}, {"s": 0b0011, "p": 0b1100, "i": CELLS}
_OTHERS = {"I": INFINITIVE, "G": PRESENT, "O": OTHER}


@functools.cache
def _mask(told: str) -> int:
    found = 0
    for one in told.split(","):
        if one[0] in _KINDS:
            found |= (_GENDERS[one[1]] & _NUMBERS[one[2]]) << _KINDS[one[0]]
        elif one[0] == "V":
            found |= sum(1 << _PERSON + int(person) - 1 for person in one[1:])
        else:
            found |= _OTHERS[one]
    return found
