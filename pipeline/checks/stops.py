"""Stops: the one that ends a paragraph, that of an aside, and two colons in one sentence."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, OBJECT, WARNING, Block, Mark, Sheet
from pipeline.checks.structure import is_references
from pipeline.sought import sought

_STOPPED = sought(r"(?<!\betc)[.!?…:;,][)\]\"”»’'*_\s\u00a0\u202f]*$|\betc\.$")
_CERTAIN = frozenset("!?…:;,")
_LEAST = 4
"""So many paragraphs end with a stop before the one that does not is a slip."""
_CALLS = sought(
    r"(?:Lire|Lisez|Voir|Consulte[rz]|Retrouve[rz]|Découvr(?:ir|ez)|En savoir plus|En lire plus"
    r"|Plus d[e’']|Pour en savoir plus|Télécharge[rz]|Read|See|Find out|Learn more|Visit)\b"
)
_LABELLED = sought(
    r"(?:\S+ ){0,4}\S*[^\W\d_] ?[:|–—-] |\W|.*(?:©|CC[ -]BY|[Cc]rédits?\b|http|www\.)"
)
_ENDS = sought(
    r"(?:[^\W\d_]|\b(?:en|in|de|depuis|since) (?:19|20)\d\d)(?:[ \u00a0\u202f]?»|[”\"])?$|etc\.\)$"
)
_VERB = sought(
    r" (?:est|sont|a|ont|fait|font|permet|permettent|propose|nous|vous|il|elle|on|qui|is|are|has"
    r"|have|will|was|were|can|must|should|we|you|they|it|who|sera|seront|peut|peuvent|doit"
    r"|doivent|était|étaient) "
    r"|^(?:Veuillez|N[’']hésitez|Merci (?:de|à|d[’'])|Nous|Vous|Ils?|Elles?|On|Je|C[’']est|Please"
    r"|We|They|It|I) "
)
_IN_BRACKETS = sought(r"[a-zà-ÿ]\.? \([a-zà-ÿ][^()]*(?:[^\W\d_]|…)\)$")
"""An aside at the end, with its own points: the sentence has a stop behind it."""


def s152_paragraph_without_a_stop(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """The other paragraphs of the text end with a full stop, and this one with nothing.
    Remedy: end it with a stop; fix=1 does it."""
    if sheet.kind in ("page", "deck"):
        return
    # Most end with a stop, and need no second look.
    ends = [b for b in sheet.blocks if b.kind == "paragraph" and b.text[-1:] not in _CERTAIN]
    loose = [b for b in ends if _is_loose(b.text) and _is_sentence(b)]
    if not loose:
        return
    whole = [block for block in sheet.blocks if _is_sentence(block)]
    are_loose = {id(block) for block in loose}
    is_usual = len(whole) - len(loose) >= max(_LEAST, len(loose))
    for block, after in itertools.pairwise([*sheet.blocks, None]):
        if block is None or id(block) not in are_loose or (after and after.kind == "item"):
            continue
        is_sure = _runs_on(block) and not _leads_on(after)
        if not is_sure and not (is_usual and _wants_one(block)):
            continue
        end = len(block.text.rstrip())
        words = block.text.split()
        shown = f"{' '.join(words[:3])} … {' '.join(words[-3:])}"
        remedy = f"write {' '.join(words[-2:])}."
        message = f"no stop ends this paragraph: {shown!r}"
        level = WARNING if is_sure else NOTE
        yield block.mark("S152", end - 1, end, message, remedy, level)


def _is_loose(text: str) -> bool:
    return not _STOPPED.search(text[-16:]) or (
        text.endswith("…)") and _IN_BRACKETS.search(text) is not None
    )


def _is_sentence(block: Block) -> bool:
    """Whether it is running text by itself: no line that is set off as a whole."""
    text = block.text.strip()
    if block.kind != "paragraph" or len(text.split()) < 5 or "\n" in text or block.is_capitals:
        return False
    return not any(end - start > 0.8 * len(text) for start, end in block.emphasis)


_FINITE = sought(
    r"\b(?:is|are|was|were|has|have|had|will|can|could|should|must|may|do|does|did|[a-z]{3,}ed|took"
    r"|held|made|gave|est|sont|a|ont|sera|seront|était|étaient|peut|peuvent|doit|doivent)\b"
)


_SUBJECT = sought(r"(?:We|You|They|It|She|He|I|Nous|Vous|Ils?|Elles?|On|Je) [a-zà-ÿ]+ ")


def _runs_on(block: Block) -> bool:
    """Whether whole sentences with their stops stand before the last one, which has none."""
    text, sentences = block.text.rstrip(), block.sentences
    if not text[-1:].isalpha() or len(sentences) < 2:
        return False
    last = sentences[-1].text
    if not sentences[-2].text.rstrip().endswith(".") or not last[:1].isupper():
        return False
    if len(last.split()) < _ENOUGH or not (_FINITE.search(last) or _SUBJECT.match(last)):
        return False
    end = len(text) - 1
    return block.is_own(end) and OBJECT not in text[-12:] and not block.is_foreign(end)


_ENOUGH = 6
"""So many words a sentence has that is no label."""


def _leads_on(after: Block | None) -> bool:
    """Whether a list, a quotation or the rest of the sentence follows."""
    if after is None:
        return False
    return after.kind not in ("paragraph", "heading") or not after.text[:1].isupper()


def _wants_one(block: Block) -> bool:
    """Whether it is a sentence: no address, no signature, no entry of a list."""
    text = block.text.strip()
    if (
        OBJECT in text
        or is_references(block.section)
        or not (_ENDS.search(text) or _IN_BRACKETS.search(text))
    ):
        return False
    if _CALLS.match(text) and len(text.split()) > 4:
        return bool(block.links)
    if not text[0].isupper() or _LABELLED.match(text):
        return False
    last = block.sentences[-1].text
    # What has a stop within it is running text; of one sentence, the verb tells.
    is_running = len(block.sentences) > 1 and len(last.split()) > 4 and last[0].isupper()
    return is_running or (len(text.split()) > 11 and _VERB.search(text) is not None)


_ASIDE = sought(
    r"(?<=[a-zà-ÿ,\ufffc] )\((?=[^\W\dA-ZÀ-Þ_])[^().!?]{3,}[^\W\d_\ufffc](\.)\)(?=\s|$)"
)
_ABBREVIATED = sought(
    r"\b(?:etc|ed|eds|al|p|pp|ex|env|art|no|cf|dir|coord|inc|ltd|co|st|h|min|max|approx|a\.m|p\.m"
    r"|e\.g|i\.e|c|s|r|hrsg|vol|fig|[A-Z])$",
    2,
)


def of_asides(block: Block) -> Iterator[Mark]:
    """*The quay (see page 3.) is open*: the stop of the sentence stands within its aside."""
    for found in _ASIDE.finditer(block.text) if ".)" in block.text else ():
        if not _ABBREVIATED.search(found[0][:-2]) and block.is_own(found.start()):
            words = f"{found[0].split()[-1]}{block.text[found.end() : found.end() + 12]}"
            yield block.mark(
                "X106", found.start(1), found.end(1) + 1,
                f"the full stop stands inside the bracket: {words!r}",
                "set it behind the bracket, if it ends the sentence", NOTE,
            )  # fmt: skip


_COLON = sought(r"(?<=[^\W_)\]»”\"])[ \u00a0\u202f]?:(?=[ \u00a0]\S)")


def two_colons(block: Block) -> Iterator[Mark]:
    """*The aim: one thing: that*: what a colon brings in brings in no more."""
    if block.text.count(":") < 2 or block.is_capitals or is_references(block.section):
        return
    for sentence in block.sentences:
        text = _BRACKETS.sub(lambda found: "_" * len(found[0]), sentence.text)
        found = list(_COLON.finditer(text)) if text.count(":") > 1 else []
        if len(found) != 2 or not {OBJECT, "\n", ";", "|", "«", "“", '"'}.isdisjoint(text):
            continue
        first, second = found
        # Behind a label, the sentence may have a colon of its own.
        if len(text[: first.start()].split()) < 5:
            continue
        at = sentence.start + second.start()
        if block.is_own(at) and not any(a <= at <= b + 2 for a, b in block.emphasis):
            before = sentence.text[: first.start()].split()[-2:]
            words = " ".join((*before, *sentence.text[first.start() :].split()[:6]))
            yield block.mark(
                "X105", at, sentence.start + second.end(),
                f"two colons stand in one sentence: {words!r}",
                "make one of them a comma, a dash or a full stop", NOTE,
            )  # fmt: skip


_BRACKETS = sought(r"\([^()]*\)?")
