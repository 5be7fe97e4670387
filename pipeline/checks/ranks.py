"""Lists of which one item steps out of the rank: a sentence among things, a thing among orders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from pipeline.checks.english import words
from pipeline.checks.french import dictionary
from pipeline.checks.lists import lists
from pipeline.checks.sheet import NOTE, Block, Mark, Sheet
from pipeline.checks.structure import is_references
from pipeline.sought import sought

Rule = Callable[[Sequence[Block], str], Iterator[tuple[Block, str]]]


def of_lists(sheet: Sheet) -> Iterator[Mark]:
    """The one item that is of another make than all the others, and what they are."""
    before = {second.start: first for first, second in _pairs(sheet)}
    for items in lists(sheet):
        language = items[0].language[:2]
        if len(items) < 3 or language not in ("en", "fr") or is_references(items[0].section):
            continue
        above = before.get(items[0].start)
        intro = above.text.rstrip() if above is not None and above.kind == "paragraph" else ""
        for rule in _RULES:
            found = list(rule(items, intro))
            for item, told in found if len(found) == 1 else ():
                if not item.is_foreign(0):
                    yield item.mark(
                        "R115", 0, max(1, len(item.text.split()[0])) if item.text.strip() else 1,
                        f"{' '.join(item.text.split()[:4])!r} {told}",
                        "begin this one as the others begin", NOTE,
                    )  # fmt: skip


def _pairs(sheet: Sheet) -> Iterator[tuple[Block, Block]]:
    yield from zip(sheet.blocks, sheet.blocks[1:], strict=False)


_HELPS = (
    r"(?:can|could|will|would|may|might|must|should|shall|are|is|have|has|had|do|don[’']t|was|were)"
)
_CLAUSE = {
    "en": sought(rf"(?:you|we|they|it|he|she|I|there) (?:(?:also|still|then|each) )?{_HELPS}\b", 2),
    "fr": sought(
        r"(?:vous|nous|ils|elles|elle|il|on) (?:ne |n[’'])?(?:[a-zà-ÿ]+(?:ons|ez|ent|era|ont)|est|a"
        r"|peut|doit)\b",
        2,
    ),
}
_FINITE = {
    "en": sought(rf"\b{_HELPS}\b", 2),
    "fr": sought(r"\b(?:est|sont|a|ont|peut|peuvent|doit|doivent|sera|seront|nous|vous)\b", 2),
}


def _sentence_among_things(items: Sequence[Block], intro: str) -> Iterator[tuple[Block, str]]:
    """`- a poster`, `- a short text`, `- we can lend you a lamp`."""
    language = items[0].language[:2]
    clauses = [item for item in items if _is_clause(item)]
    others = [item for item in items if item not in clauses]
    plain = [each for each in others if not _FINITE[language].search(_head(each.text))]
    is_open = any(item.text.rstrip().endswith((".", "!", "?")) for item in others)
    is_step = any(_may_order(item) for item in others)
    is_short = len(clauses) == 1 and len(clauses[0].words) <= _SHORT
    if is_short and len(plain) == len(others) and not (is_open or is_step):
        yield clauses[0], "is a sentence, the others are not"


_SHORT = 20
_SUBJECTS = frozenset("we you they i".split())


def _is_clause(item: Block) -> bool:
    """`You can vote`, `we speak for small houses`."""
    language = item.language[:2]
    if language not in _CLAUSE:
        return False
    first, second = [*item.words[:2], "", ""][:2]
    is_plain = language == "en" and first in _SUBJECTS and "b" in words.TOLD[words.of(second)]
    return is_plain or _CLAUSE[language].match(item.text) is not None


def _may_order(item: Block) -> bool:
    """Whether it may begin with a verb: a step, and no thing."""
    first = item.words[0] if item.words else ""
    if item.language[:2] == "fr":
        return bool(dictionary.of(first) & (dictionary.INFINITIVE | dictionary.VERB))
    return "b" in words.TOLD[words.of(first)]


def _head(text: str) -> str:
    """What stands before the first clause that hangs on something."""
    return _HUNG.split(text, maxsplit=1)[0]


_HUNG = sought(r"[,:;(–—]|\b(?:that|which|who|whose|where|how|what|if|when|qui|que|dont|où|si)\b")
_ASKING = {
    "en": sought(
        r"(?:when|where|how|why|what|whether) to [a-z]+|(?:when|where|how|why|whether) \w+", 2
    ),
    "fr": sought(r"(?:quand|comment|pourquoi|où) [a-zà-ÿ]+", 2),
}
_THING = {
    "en": sought(r"(?:an?|the|our|your|some|\d+|[a-z]+s (?:of|for|on|to|in|with)) ", 2),
    "fr": sought(r"(?:une?|des|les?|la|l[’']|nos|vos|du|de la|\d+ )", 2),
}


def _question_among_things(items: Sequence[Block], intro: str) -> Iterator[tuple[Block, str]]:
    """`- a map of the streets`, `- limits for brightness`, `- when to dim`."""
    language = items[0].language[:2]
    asked = [item for item in items if _ASKING[language].match(item.text)]
    things = [item for item in items if _THING[language].match(item.text)]
    if len(asked) == 1 and len(things) == len(items) - 1 > 2:
        yield asked[0], "asks, the others name things"


_TO_DO = sought(r"\b(?:to|will|must|should|shall|can|may|cannot)[ :;…]*$")
_NO_VERB = frozenset(
    "no the a an our your their its this these that those fewer any some every each".split()
)
_ADVERBS = frozenset("not also always never only then please better first fully directly".split())


def _no_verb_behind_to(items: Sequence[Block], intro: str) -> Iterator[tuple[Block, str]]:
    """`Each town will:`, `- use less`, `- no lamp installed`, `- dim its lamps`."""
    if items[0].language[:2] != "en" or not _TO_DO.search(intro):
        return
    firsts = [(item, item.words[0] if item.words else "") for item in items]
    verbs = [item for item, word in firsts if "b" in words.TOLD[words.of(word)]]
    odd = [
        item
        for item, word in firsts
        if (word in _NO_VERB or (word.endswith("ing") and "b" not in words.TOLD[words.of(word)]))
        and word not in _ADVERBS
    ]
    if len(odd) == 1 and len(verbs) == len(items) - 1:
        yield odd[0], f"does not go on from {' '.join(intro.split()[-3:])!r}"


_FRENCH_TO_DO = sought(
    r"\b(?:de|à|pour|doit|doivent|devra|devront|devrait|peut|peuvent|pourra|pourront|faut|faudra"
    r"|va|vont|afin de)[ \u00a0\u202f]*:$"
)
_NOT = frozenset("ne pas plus jamais se s n y en".split())


def _infinitive(item: Block) -> bool:
    first = next((word for word in item.words if word not in _NOT), "")
    return bool(dictionary.of(first) & dictionary.INFINITIVE)


def _no_infinitive_among(items: Sequence[Block], intro: str) -> Iterator[tuple[Block, str]]:
    """`Chaque signataire devra :`, `- plus aucune lampe`; `- une carte`, `- lister les lieux`."""
    if items[0].language[:2] != "fr":
        return
    deeds = [item for item in items if _infinitive(item)]
    things = [item for item in items if _THING["fr"].match(item.text)]
    if len(things) == len(items) - 1 > 2 and len(deeds) == 1:
        yield deeds[0], "is a verb, the others name things"
    others = [item for item in items if item not in deeds]
    is_asked = len(deeds) > 1 or _FRENCH_TO_DO.search(intro)
    if len(deeds) == len(items) - 1 > 1 and is_asked and len(others) == 1:
        first = others[0].words[0] if others[0].words else ""
        begin = others[0].words[:_CLAUSE_BEGINS]
        is_later = any(dictionary.of(word) & dictionary.INFINITIVE for word in begin)
        is_thing = (first in _THINGS_FR or first == "plus") and not is_later
        if (is_thing and (len(deeds) > 2 or _FRENCH_TO_DO.search(intro))) or _is_deed(first):
            yield others[0], "names a thing, the others are verbs"


_CLAUSE_BEGINS = 6
"""`Le comité doit élire …` is a sentence; `une veille sur les marchés pour détecter …` is none."""
_DEED_FR = sought(r"[a-zà-ÿ]{3,}(?:tions?|sions?|ments?|tures?|ages?|ances?|ences?)$")


def _is_deed(word: str) -> bool:
    """`Fourniture`, `mise`: a noun for what is done, that can be no verb and no adverb."""
    told = dictionary.of(word)
    may_be_else = told & (dictionary.VERB | dictionary.INFINITIVE | dictionary.OTHER)
    return bool(told) and not may_be_else and _DEED_FR.match(word) is not None


_HOW = {"en": sought(r"how to [a-z]+", 2), "fr": sought(r"comment [a-zà-ÿ]{2,}(?:er|ir|re)\b", 2)}
_DOING = {"en": sought(r"[a-z]{3,}ing (?:the|a|an|and|our|your|their|its|[a-z]+s?)\b", 2)}


def _not_how_to(items: Sequence[Block], intro: str) -> Iterator[tuple[Block, str]]:
    """`- how to measure light`, `- how to pay for it`, `- identifying partners`."""
    language = items[0].language[:2]
    asked = [item for item in items if _HOW[language].match(item.text)]
    others = [item for item in items if item not in asked]
    if len(others) != 1 or len(asked) < 2 or others[0].text.rstrip().endswith("?"):
        return
    odd = others[0]
    is_deed = _infinitive(odd) if language == "fr" else _DOING["en"].match(odd.text)
    if is_deed or _THING[language].match(odd.text):
        yield odd, f"does not begin with {' '.join(asked[0].text.split()[:2])!r}"


_DEED_OF = sought(r"[a-z]{2,}(?:tion|sion|ment|ance|sign|al|ch)s? of\b", 2)


def _deed_among_doings(items: Sequence[Block], intro: str) -> Iterator[tuple[Block, str]]:
    """`- creating a website`, `- running campaigns`, `- design of a logo`."""
    doing = [item for item in items if _DOING["en"].match(item.text)]
    others = [item for item in items if item not in doing]
    is_one = items[0].language[:2] == "en" and len(doing) > 1 and len(others) == 1
    if is_one and _DEED_OF.match(others[0].text):
        yield others[0], "is a noun, the others are forms in -ing"


_THINGS_FR = frozenset("le la les un une des aucun aucune l".split())


def _other_opening(items: Sequence[Block], intro: str) -> Iterator[tuple[Block, str]]:
    """`- We **compare**: …` three times, and once `- **Training**: …`."""
    firsts = ["".join(item.text.split()[:1]).casefold() for item in items]
    [(usual, count)] = Counter(firsts).most_common(1)
    if len(items) > 3 and usual in _PRONOUNS and count == len(items) - 1:
        item = next(one for one, first in zip(items, firsts, strict=True) if first != usual)
        # Another sentence may have another subject.
        if _label(item) == ":":
            yield item, f"begins with a label, the others with {usual!r}"


_PRONOUNS = frozenset("we you they nous vous i je".split())
_BOLD = sought(r"(?:\*\*|__)[^*_\n]+(?:\*\*|__)")


def _label(item: Block) -> str:
    """How the bold words go on with which an item begins: `:`, `a` for a word; nothing if none."""
    raw = item.raw.lstrip()
    found = _BOLD.match(raw)
    if found is None:
        return ""
    if found[0].rstrip("*_ ")[-1:] in ":.!?":
        return ":"
    after = raw[found.end() :].lstrip(" \u00a0\u202f")
    return "a" if after[:1].isalpha() else ":" if after[:1] in (":", "–", "—", "-") else "?"


def _other_label(items: Sequence[Block], intro: str) -> Iterator[tuple[Block, str]]:
    """`- **Crossings** may be lit.`, `- **Roads** can be dimmed.`, `- **Parks**: sensors`."""
    labels = [_label(item) for item in items]
    for usual, other, told in (
        ("a", ":", "sets a colon behind its bold words, the others go on from theirs"),
        (":", "a", "goes on from its bold words, the others set a colon behind theirs"),
        (":", "", "has no bold label, all the others have"),
    ):
        if labels.count(usual) == len(items) - 1 and labels.count(other) == 1:
            yield items[labels.index(other)], told


def _without_a_verb(items: Sequence[Block], intro: str) -> Iterator[tuple[Block, str]]:
    """Sentences with their stops, and one that has no verb: `Complaints mainly at first.`"""
    is_stopped = all(item.text.rstrip().endswith(".") for item in items)
    if items[0].language[:2] != "en" or len(items) < 4 or not is_stopped:
        return
    bare = [item for item in items if not any(_may_be_verb(word) for word in item.words)]
    if len(bare) == 1 and not bare[0].links and len(bare[0].words) > 3:
        yield bare[0], "has no verb, the others are sentences"


def _may_be_verb(word: str) -> bool:
    told = words.TOLD[words.of(word)]
    # Of *complaints* nobody knows; what ends in -s and complains is nearly always a thing.
    is_deed = not {"b", "d", "g"}.isdisjoint(told) or ("z" in told and "p" not in told)
    is_unknown = told == "o" and len(word) > 3 and word not in _NO_VERBS
    return is_deed or is_unknown or word in _SMALL_VERBS or not word.isalpha()


_NO_VERBS = frozenset(
    "that this than then when what with from them they their there these those which while about "
    "into upon also some such each both more most much many your ours because although".split()
)
_SMALL_VERBS = frozenset(
    "is are was were be been am has have had do does did can could will would may might must shall "
    "should cannot need ought".split()
)
_RULES: tuple[Rule, ...] = (
    _sentence_among_things,
    _question_among_things,
    _no_verb_behind_to,
    _no_infinitive_among,
    _not_how_to,
    _deed_among_doings,
    _other_opening,
    _other_label,
    _without_a_verb,
)
