"""Make `pipeline/checks/english/sequences.txt` of English that many have read before us.

Unpack wordnet-base and Debian's packages that PACKAGES names (manuals under licences that let
anybody do anything with them, or nearly) into one folder, and
python -m tests.checks.press_sequences FOLDER/usr/share/wordnet FOLDER/usr/share/doc

Every sentence is read as it stands, and some are read again and again with one fault in them, made
by chance. What stands side by side where the fault is, but hardly ever in what is right, is
written down: rows of kinds of words (see `kinds`), some with one word as it is typed. Manuals say
neither *he* nor *who* as others do: what WordNet has in its examples is right, too.
"""

from __future__ import annotations

import random
import re
import sys
import textwrap
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lxml import etree, html

from pipeline.checks.english import kinds, sequences
from pipeline.checks.english.parsing import FIRST, SIGNS, UNKNOWN
from tests.checks import press_kinds
from tests.checks.faults import FAULTS

PACKAGES = (
    "sqlite3-doc postgresql-doc-15 python3.11-doc rust-doc apache2-doc cmake-doc python-django-doc "
    "python-sqlalchemy-doc sphinx-doc python-sklearn-doc python-pandas-doc python-pytest-doc "
    "python-flask-doc python-werkzeug-doc python-setuptools-doc twisted-doc "
    "llvm-14-doc erlang-doc"
)
NOTICE = """\
# {check:08x}: what English does not set side by side, made by tests/checks/press_sequences.py
# of {words} words of manuals of free programs. See words-licence.txt.
# Behind =: what is wrong then (`sequences.FAULTS`), and which word of those that follow. Below it:
# kinds of words in their order; $ begins or ends a sentence; what stands between / is a word as it
# is typed.
"""
_LONGEST = 5
_SAMPLE, _ROUNDS = 200_000, 4
_LIKELY = 2e-5
"""Of all faults: so many show this sequence."""
_LEAST = 0.02
"""Of so many with a fault, so many right ones may be: manuals have faults as well."""
_OFTEN, _KNOWN = 150, 5
"""A word that stands so often, in manuals and in examples, is looked at by itself."""
_ELSEWHERE = re.compile(r"[O#%“”\"()?']|^[^/]*Tg[^/]*$")
"""Names, figures and quotes stand otherwise in a manual than in a letter; and what has nothing to
do with purpose is *key to finding*, *an approach to building*."""
_BLOCKS = "//p|//dd|//li"
_SENTENCES = re.compile(r"(?<=[.?!:])\s+(?=[A-Z“\"(])")
Row = list[str]


class Read(NamedTuple):
    tokens: Row
    """With the end of a sentence before and behind it."""
    row: str


def pressed(wordnet: Path, folder: Path) -> str:
    examples = [_read(kinds.tokens(text)) for text in press_kinds.texts(wordnet)]
    manuals = [*_right(folder)]
    right = [*manuals, *examples]
    known = Counter(token for one in examples for token in one.tokens)
    often = Counter(token for one in manuals for token in one.tokens)
    own = {
        token
        for token, count in often.items()
        if count >= _OFTEN and known[token] >= _KNOWN and _is_own(token)
    }
    rng = random.Random(7)
    faults: dict[str, Counter[tuple[str, int]]] = defaultdict(Counter)
    total = 0
    sample = [one for one in manuals if 10 <= len(one.tokens) <= 42]
    for _ in range(_ROUNDS):
        rng.shuffle(sample)
        for number, one in enumerate(sample[:_SAMPLE]):
            fault = FAULTS[number % len(FAULTS)]
            if made := fault.make(one.tokens[1:-1], rng):
                total += 1
                for key, place in _new(one, *made, own):
                    faults[key][fault.told, place] += 1
    likely = {key: told for key, told in faults.items() if told.total() >= _LIKELY * total}
    met = Counter(
        key
        for one in right
        for key in {key for key, _ in _near(one.tokens, one.row, own, 0, len(one.row))}
        if key in likely
    )
    kept = {key: told for key, told in likely.items() if met[key] <= _LEAST * told.total()}
    body = "".join(f"{line}\n" for line in _lines(kept))
    words = sum(len(one.tokens) - 2 for one in manuals)
    return NOTICE.format(check=zlib.crc32(body.encode()), words=words) + body


def _is_own(token: str) -> bool:
    return token.isalpha() and token.islower() and ord(SIGNS[token]) >= FIRST


def _right(folder: Path) -> Iterator[Read]:
    for sentence in dict.fromkeys(_sentences(folder)):
        tokens = kinds.tokens(sentence[0].lower() + sentence[1:])
        if sum(SIGNS[token] == UNKNOWN for token in tokens) <= 0.06 * len(tokens) + 1:
            yield _read(tokens)


def _read(tokens: Row) -> Read:
    return Read(["\n", *tokens, "\n"], f"\n{kinds.row(tokens)}\n")


def _sentences(folder: Path) -> Iterator[str]:
    """Of paragraphs that hold nothing but text; a piece of code is a name."""
    for path in sorted(folder.rglob("*.htm*")):
        # Apache's manual is there in many languages.
        if path.suffix not in (".html", ".htm", ".en"):
            continue
        try:
            page = html.fromstring(path.read_bytes().decode("utf-8", "replace").encode())
        except (etree.ParserError, ValueError):
            continue
        etree.strip_elements(page, "pre", "script", "style", with_tail=False)
        for block in page.xpath(_BLOCKS):
            if block.xpath(".//p|.//li|.//ul"):
                continue
            for code in block.xpath(".//code|.//tt|.//kbd"):
                code[:] = []
                code.text = "Name"
            text = " ".join(block.text_content().split())
            for sentence in _SENTENCES.split(text):
                if sentence.count(" ") > 3 and sentence[0].isupper() and sentence[-1] in ".?!:":
                    yield sentence


def _new(one: Read, tokens: Row, at: int, own: set[str]) -> Iterator[tuple[str, int]]:
    """What stands about the fault, and not about its place when all was right; and which of its
    words is the one behind the fault."""
    wrong = _read(tokens)
    before = {key for key, _ in _near(one.tokens, one.row, own, at - 2, at + 3)}
    for key, begin in _near(wrong.tokens, wrong.row, own, at, at + 2):
        if key not in before and not _ELSEWHERE.search(key):
            yield key, at + 1 - begin


def _near(tokens: Row, row: str, own: set[str], begin: int, end: int) -> Iterator[tuple[str, int]]:
    """Every sequence that has a word from *begin* to *end* in it, and where it begins.

    Each token has its sign in the row, and so has the end of a sentence.
    """
    last = len(row)
    for size in range(sequences.SHORTEST, _LONGEST + 1):
        for at in range(max(0, begin - size + 1), min(end, last - size + 1)):
            yield row[at : at + size], at
    for at in range(max(1, begin - 2), min(end + 2, last - 1)):
        if tokens[at] in own:
            for key, first in sequences.about(tokens[at], row, at):
                if first < end and first + sequences.length(key) > begin:
                    yield key, first


def _lines(kept: dict[str, Counter[tuple[str, int]]]) -> Iterator[str]:
    listed: dict[str, list[str]] = defaultdict(list)
    for key, told in kept.items():
        if _shorter(key) & kept.keys():
            continue
        by: Counter[str] = Counter()
        places: Counter[int] = Counter()
        for (fault, place), count in told.items():
            by[fault] += count
            places[place] += count
        place = min(max(places.most_common(1)[0][0], 0), sequences.length(key) - 1)
        listed[f"= {by.most_common(1)[0][0]} {place}"].append(key.replace("\n", "$"))
    for head in sorted(listed):
        yield head
        yield from textwrap.wrap(
            " ".join(sorted(listed[head])), 100, break_long_words=False, break_on_hyphens=False
        )


def _shorter(key: str) -> set[str]:
    """What it holds that tells as much."""
    if "/" in key:
        return set()
    return {key[i:j] for i in range(len(key)) for j in range(i + 3, len(key) + 1)} - {key}


if __name__ == "__main__":
    sequences.TABLE.write_text(pressed(*map(Path, sys.argv[1:3])), "utf-8")
