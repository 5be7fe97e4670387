"""What each word is in its sentence: of all that it may be, what is likeliest beside the others."""

from __future__ import annotations

import functools
from pathlib import Path

from pipeline.checks.english import parsing, words

TABLE = Path(__file__).with_name("kinds.txt")
KINDS = "\natsShKeqPH1kowTiBMdfbIRNGmVZDyUxXuQcCjLlAEO#.,?\"“”()'npFzYvgJrW"
"""The signs of small words and marks, and what any other word may be: n a noun in the singular, p
in the plural; of a verb F its bare form, z the one with s, Y the past, v the participle, g the one
in -ing; J an adjective, r an adverb, W what ends in -er or -est. A ' is we’re, that’s and such."""
_OF_WORDS = {"n": "n", "p": "p", "b": "F", "z": "z", "d": "Y", "v": "v", "g": "g", "j": "J",
             "r": "r", "e": "W"}  # fmt: skip
_ENDS = {"s": "pzn", "ed": "YvJ", "ing": "gn", "ly": "r"}
_JOINED = frozenset("re ve ll m d".split())
_WITH_IS = frozenset("it that there he she what here who".split())


def tokens(text: str) -> list[str]:
    return parsing.TOKEN.findall(text)


def readings(token: str) -> tuple[str, str]:
    """The name of all words that may be the same, and what that is.

    >>> readings("the"), readings("plans"), readings("we’re"), readings("citty")
    (('t', 't'), ('.pz', 'pz'), ("'", "'"), ('.%', 'nJFO'))
    """
    sign = parsing.SIGNS[token]
    if ord(sign) >= parsing.FIRST:
        told = words.TOLD[ord(sign) - parsing.FIRST]
        may_be = _of(told)
        return (f".{told}", may_be) if may_be else _unknown(token)
    if sign == parsing.UNKNOWN and token[0].isalpha():
        return _unknown(token)
    return (sign, sign) if sign in KINDS else (".", ".")


def _of(told: str) -> str:
    is_compared = "e" in told
    return "".join(k for t, k in _OF_WORDS.items() if t in told and not (is_compared and t in "jr"))


def _unknown(token: str) -> tuple[str, str]:
    small = token.lower().replace("’", "'")
    before, _, behind = small.partition("'")
    if behind in _JOINED or (behind == "s" and before in _WITH_IS):
        return "'", "'"
    if small.endswith("ics"):
        return ".%", "n"  # `Genomics is`.
    for end, may_be in _ENDS.items():
        if small.endswith(end):
            return f".%{end}", may_be
    return (".%-", "nJpvg") if "-" in small else (".%", "nJFO")


Orders = dict[str, dict[str, int]]
Dear = tuple[tuple[str, int], ...]


@functools.cache
def _table() -> tuple[Orders, dict[str, Dear]]:
    """How dear each kind is behind each, and what each word may be, in the same measure."""
    orders: Orders = {}
    named: dict[str, Dear] = {}
    told: Dear = ()
    for line in TABLE.read_text("utf-8").splitlines():
        if line.startswith(("# ", "= ")):
            continue
        if len(orders) < len(KINDS):
            left = KINDS[len(orders)]
            orders[left] = {kind: ord(one) - 48 for kind, one in zip(KINDS, line, strict=True)}
            continue
        first, *names = line.split()
        if not line.startswith(" "):
            dear = zip(first[::2], first[1::2], strict=True)
            told = tuple((kind, 2 * int(figure, 36)) for kind, figure in dear)
        else:
            names = [first, *names]
        named.update(dict.fromkeys(names, told))
    return orders, named


class _Said(dict[str, Dear]):
    """Each token as it is typed, once it was met."""

    def __missing__(self, token: str) -> Dear:
        _, named = _table()
        name, may_be = readings(token)
        even = tuple((kind, 0) for kind in may_be)
        # *Metadata* stand as *data* do.
        said = named.get(token.removeprefix("meta")) or named.get(name, even)
        if "-" in token:
            # *Inner-loop* is one, *take-homes* are many.
            never = "n" if token[-1:] == "s" and token[-2:-1] not in ("s", "u", "i") else "p"
            said = tuple(pair for pair in said if pair[0] != never or len(said) == 1)
        self[token] = said
        return said


_SAID = _Said()


def row(typed: list[str]) -> str:
    """The likeliest kind of each (the way that is cheapest from anchor to anchor: Viterbi's).

    >>> row("they measure the water and take measures".split())
    'yFtncFp'
    """
    told: list[str] = []
    run: list[str] = []
    left = "\n"
    for token in (*typed, "\n"):
        said = _SAID[token]
        if len(said) > 1:
            run.append(token)
            continue
        kind = said[0][0]
        if run:
            told.append(_between(left, tuple(run), kind))
            run = []
        told.append(kind)
        left = kind
    return "".join(told)[:-1]


@functools.lru_cache(maxsize=1 << 13)
def _between(left: str, run: tuple[str, ...], right: str) -> str:
    """The kinds of words that may be several, between two that are one."""
    orders, _ = _table()
    ways = [(orders[left], 0, "")]
    for said in map(_SAID.__getitem__, run):
        if len(ways) == 1:
            order, _, way = ways[0]
            ways = [(orders[kind], order[kind] + dear, way + kind) for kind, dear in said]
        else:
            ways = [_cheapest(orders, ways, kind, dear) for kind, dear in said]
    return _cheapest(orders, ways, right, 0)[2][:-1]


Way = tuple[dict[str, int], int, str]


def _cheapest(orders: Orders, ways: list[Way], kind: str, dear: int) -> Way:
    least, before = 1 << 20, ""
    for order, cost, way in ways:
        if cost + order[kind] < least:
            least, before = cost + order[kind], way
    return orders[kind], least + dear, before + kind
