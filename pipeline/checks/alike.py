"""Lists whose items do not begin alike."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks import ranks
from pipeline.checks.english import words
from pipeline.checks.lists import lists
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, Block, Mark, Sheet
from pipeline.checks.structure import is_references
from pipeline.sought import sought

_IMPERATIVE = frozenset(
    "develop ensure promote support encourage create provide improve strengthen foster train raise "
    "implement establish build include involve use set make give keep open publish adopt increase "
    "reduce share invest facilitate integrate guarantee recognise recognize define identify "
    "organise "
    "organize cooperate collaborate protect prevent adapt maintain consider engage take work draw "
    "teach collect print ask name plant measure rebuild write reinforce seek intensify "
    "mobilise mobilize assume allow contribute respect empower educate "
    "inform combine undertake tailor foresee prioritise prioritize avoid advocate invite "
    "roll roll-out systematise embed evaluate monitor assess allocate enable address design "
    "understand turn check strive collaborate add select go run stop start review choose submit "
    "enter click save send tell think talk look learn consult celebrate".split()
)


def r115_list_not_parallel(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """The items of a list are read one after the other: they begin with the same kind of word.
    Remedy: begin this item as the others begin."""
    told: set[int] = set()
    for mark in _of_kinds(sheet):
        told.add(mark.start)
        yield mark
    for mark in ranks.of_lists(sheet):
        if mark.start not in told:
            told.add(mark.start)
            yield mark


def _of_kinds(sheet: Sheet) -> Iterator[Mark]:
    for items in lists(sheet):
        # Steps that are numbered may say what to do, and what will be seen.
        is_numbered = items[0].marker[:1].isdigit()
        if len(items) < 4 or is_references(items[0].section):
            continue
        english = [item for item in items if item.language[:2] == "en" and len(item.words) > 3]
        kinds: dict[str, list[Block]] = {}
        for item in english:
            kinds.setdefault(_kind(item), []).append(item)
        kinds.pop("", None)
        ordered = sorted(kinds, key=lambda kind: -len(kinds[kind]))
        if len(ordered) < 2 or len(kinds[ordered[0]]) < 3:
            continue
        for kind in ordered[1:]:
            if {kind, ordered[0]} == {"thing", "sentence"} or (
                is_numbered and "sentence" in (kind, ordered[0])
            ):
                continue
            # Of two kinds that are both usual, only the change from one to the other is told.
            most = len(kinds[kind]) if 2 * len(kinds[kind]) <= len(kinds[ordered[0]]) + 1 else 1
            for item in kinds[kind][:most]:
                yield _odd_item(item, kind, ordered[0], kinds[ordered[0]][0])


_KINDS = {
    "verb": "what to do", "doing": "a form in -ing", "sentence": "a sentence", "thing": "a thing",
    "to": "a form with to",
}  # fmt: skip


def _odd_item(item: Block, kind: str, usual: str, other: Block) -> Mark:
    word, first = item.text.split()[0], other.text.split()[0]
    return item.mark(
        "R115", 0, len(word),
        f"{word!r} begins {_KINDS[kind]}, most items of this list {_KINDS[usual]} ({first!r})",
        "begin this one as the others begin", NOTE,
    )  # fmt: skip


def _kind(item: Block) -> str:
    """Whether an item begins as an order, with a form in -ing, or is a sentence."""
    first, second = item.words[:2]
    if first == "better":
        first, second = item.words[1:3]
    if _is_order(first, second):
        return "verb"
    if first == "to" and _is_order(second, item.words[2]):
        return "to"
    has_verb = item.text[0].isupper() and _FINITE.search(" ".join(item.words[:25]))
    if first.endswith("ing") and len(first) > 5 and not has_verb:
        return "doing" if first in _GERUNDS or second in _BEHIND_VERBS else ""
    if first in ("the", "a", "an", "this", "these") and not has_verb:
        return "thing"
    if _DEED.search(first) and second in _BEHIND_DEEDS and not has_verb:
        return "thing"
    return "sentence" if has_verb else ""


def _is_order(word: str, following: str) -> bool:
    """Whether it is a verb in its first form, by itself or by what follows it."""
    if word in _IMPERATIVE:
        return following not in _BEHIND_NOUNS
    told = "" if word in _HELPING else words.TOLD[words.of(word)]
    is_sure = told == "b" or "m" in told
    return "b" in told and (following in _OBJECTS or (is_sure and following not in _BEHIND_NOUNS))


_DEED = sought(r"[a-z]{3,}(?:tion|sion|ment|ance)s?$")
"""A deed said as a noun: *collaboration with*, *establishment of*."""
_BEHIND_DEEDS = frozenset("of with between among".split())
_BEHIND_NOUNS = frozenset(
    "of from for in is are was were should must to and by at on has have with will can may".split()
)
_HELPING = frozenset("can will may must might".split())
_OBJECTS = frozenset("the a an their our its your this these those all every each".split())
_BEHIND_VERBS = _OBJECTS | frozenset("and up on out into".split())


def _gerund(verb: str) -> str:
    return f"{verb[:-1] if verb.endswith('e') and not verb.endswith('ee') else verb}ing"


_GERUNDS = frozenset(_gerund(verb) for verb in _IMPERATIVE) - {"training", "planting", "building"}


_FINITE = sought(
    r"^(?!(?:do|don[’']?t?|please|never|always)\b)(?:(?!\b(?:that|to|who|which|how|if|where|so|when|what"
    r"|until|while)\b).)*?\b(?:should|must|is|are|can|will|may|has|have|remains?|requires?|needs?"
    r"|cannot)\b"
)
