"""Make `pipeline/checks/english/kinds.txt` of the definitions and examples of WordNet 3.0.

Install wordnet-base, and
python -m tests.checks.press_kinds /usr/share/wordnet

Nobody has said of these sentences what each word is in them. `words.txt` says what it may be, and
how often a noun stands behind an article is learnt from the words that can be one thing only: what
is likely is counted again and again until it changes no more (Baum and Welch, with Kupiec's
classes of words).
"""

from __future__ import annotations

import math
import re
import sys
import textwrap
import zlib
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

from pipeline.checks.english import kinds
from tests.checks.press_words import uses

NOTICE = """\
# {check:08x}: what words of English are in their sentences, made by tests/checks/press_kinds.py
# of the definitions and examples of WordNet 3.0 (Princeton University). See words-licence.txt.
# Behind =: all kinds, then for each how dear each is behind it: a letter more is 0.25 of the
# natural logarithm. Behind them: what a word may be, how dear each is in half of it, and of which
# words that is true; behind a dot: of all that are told so in words.txt, or look so.
"""
_EVERY = 3
"""Of so many definitions one is read: they are many, and all alike."""
_ROUNDS = 6
_OWN = 40
"""A word that stands so often is counted by itself."""
_LEAST = 1e-6
_FOLLOWS, _SAYS = 4, 2
"""Steps of the natural logarithm."""
Chances = dict[str, dict[str, float]]
Row = list[str]
Key = TypeVar("Key", bound=Hashable)


def pressed(wordnet: Path) -> str:
    rows = [_tokens(text) for text in texts(wordnet)]
    often = Counter(token for row in rows for token in row)
    readings = {token: kinds.readings(token) for token in often}
    names = {
        token: token if often[token] >= _OWN and _is_own(token, may_be) else name
        for token, (name, may_be) in readings.items()
    }
    may_be = {names[token]: of for token, (_, of) in readings.items()} | {"\n": "\n"}
    named = [["\n", *(names[token] for token in row), "\n"] for row in rows]
    says = _guessed(wordnet, Counter(name for row in named for name in row), may_be)
    follows = _beside(named, may_be)
    for _ in range(_ROUNDS):
        follows, says = _counted(named, may_be, follows, says)
    body = "".join(f"{line}\n" for line in (*_orders(follows), *_words(says, may_be)))
    return NOTICE.format(check=zlib.crc32(body.encode())) + body


def _is_own(token: str, may_be: str) -> bool:
    return len(may_be) > 1 and token.islower() and token.isalpha()


def texts(wordnet: Path) -> Iterator[str]:
    """What says a whole, and not a word or two."""
    number = 0
    for kind in ("noun", "verb", "adj", "adv"):
        for line in (wordnet / f"data.{kind}").read_text().splitlines():
            gloss = line.partition(" | ")[2]
            yield from (said for said in re.findall('"([^"]+)"', gloss) if said.count(" ") > 2)
            for told in re.sub(r'"[^"]*"|\([^)]*\)', "", gloss).split(";"):
                number += 1
                if number % _EVERY == 0 and told.count(" ") > 2:
                    yield told.strip(" :,-")


def _tokens(text: str) -> Row:
    tokens = kinds.tokens(text)
    while tokens and tokens[-1] in ".!":
        tokens.pop()
    return tokens


def _guessed(wordnet: Path, often: Counter[str], may_be: dict[str, str]) -> Chances:
    """How each kind is said, before anything was counted: what WordNet's own readers have met."""
    met = uses(wordnet)
    says: Chances = defaultdict(dict)
    for name, count in often.items():
        for kind in may_be[name]:
            share = (1 + met.get((name, _TAGS.get(kind, "")), 0)) if kind in _TAGS else 1
            says[kind][name] = count * share / len(may_be[name])
    return {kind: _shares(of) for kind, of in says.items()}


_TAGS = {"n": "n", "F": "b"}


def _beside(rows: list[Row], may_be: dict[str, str]) -> Chances:
    """How often each kind follows another, as if all that a word may be were as likely."""
    pairs = Counter(pair for row in rows for pair in pairwise(row))
    follows: Chances = defaultdict(lambda: dict.fromkeys(kinds.KINDS, 0.5))
    for (one, other), count in pairs.items():
        share = count / (len(may_be[one]) * len(may_be[other]))
        for left in may_be[one]:
            for right in may_be[other]:
                follows[left][right] += share
    return {kind: _shares(of) for kind, of in follows.items()}


def _shares(of: dict[Key, float]) -> dict[Key, float]:
    total = sum(of.values())
    return {key: count / total for key, count in of.items()}


def _counted(
    rows: list[Row], may_be: dict[str, str], follows: Chances, says: Chances
) -> tuple[Chances, Chances]:
    """Both counted anew, each row of kinds as often as it is likely."""
    behind: Chances = {kind: dict.fromkeys(kinds.KINDS, 0.5) for kind in kinds.KINDS}
    said: Chances = defaultdict(lambda: defaultdict(float))
    for row in rows:
        forward = [{"\n": 1.0}]
        for other in row[1:]:
            forward.append(_ahead(forward[-1], other, may_be[other], follows, says))
        rest = {"\n": 1.0}
        for at in range(len(row) - 1, 0, -1):
            ahead = {right: says[right][row[at]] * chance for right, chance in rest.items()}
            before = forward[at - 1]
            joint = {
                (left, right): before[left] * follows[left][right] * ahead[right]
                for left in before
                for right in ahead
            }
            for (left, right), chance in _shares(joint).items():
                behind[left][right] += chance
                said[right][row[at]] += chance
            rest = _shares({
                left: sum(follows[left][right] * more for right, more in ahead.items())
                for left in before
            })  # fmt: skip
    for kind, of in said.items():
        for name in says[kind]:
            of[name] = of.get(name, 0.0) + _LEAST
    return {k: _shares(of) for k, of in behind.items()}, {k: _shares(of) for k, of in said.items()}


def _ahead(
    last: dict[str, float], name: str, of: str, follows: Chances, says: Chances
) -> dict[str, float]:
    """How likely each kind of a word is, after all that stands before it."""
    return _shares({
        right: says[right][name] * sum(c * follows[left][right] for left, c in last.items())
        for right in of
    })  # fmt: skip


def _orders(follows: Chances) -> Iterator[str]:
    yield "= " + kinds.KINDS.replace("\n", "$")
    for left in kinds.KINDS:
        of = follows["R" if left == "'" else left]
        yield "".join(chr(48 + min(60, round(-_FOLLOWS * math.log(of[k])))) for k in kinds.KINDS)


def _words(says: Chances, may_be: dict[str, str]) -> Iterator[str]:
    found: dict[str, list[str]] = defaultdict(list)
    for name, of in may_be.items():
        if len(of) > 1:
            dear = {kind: -_SAYS * math.log(says[kind][name]) for kind in of}
            least = min(dear.values())
            told = "".join(f"{k}{_figure(dear[k] - least)}" for k in of)
            found[told].append(name)
    for told in sorted(found):
        yield from textwrap.wrap(" ".join([told, *sorted(found[told])]), 100, subsequent_indent=" ",
                                 break_on_hyphens=False)  # fmt: skip


def _figure(dear: float) -> str:
    return "0123456789abcdefghijklmnopqrstuvwxyz"[min(35, round(dear))]


if __name__ == "__main__":
    kinds.TABLE.write_text(pressed(Path(sys.argv[1])), "utf-8")
