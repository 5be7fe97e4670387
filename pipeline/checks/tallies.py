"""Counts and shares: the list below a number, the hundred of a whole."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from pipeline.checks import apposed, counted, numerals, retaken
from pipeline.checks.numerals import Number
from pipeline.checks.register import Register
from pipeline.checks.sheet import WARNING, Block, Mark, Sentence, Sheet
from pipeline.sought import sought

# Sums -------------------------------------------------------------------------------------

_LISTED = sought(
    r"^(?P<before>(?:[^:;.\d]{2,30}:\s+(?=\d))?[^:;]*?[^\d\s:]?)\s?:\s+(?P<list>[^:]+?)[.!]?$"
)
_NOT_A_LIST = sought(
    r"\b(?:including|such as|among them|for example|e\.g|notably|etc|dont|notamment|par exemple"
    r"|and more"
    r"|is|are|was|were|has|have|will|can|est|sont|a été|ont|peut)\b|…|\.\.\.|[\"“«]",
    re.IGNORECASE,
)


def f106_count_and_list_differ(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A number announces a list, and the list has another number of things.
    Remedy: count again; add what is missing, or correct the number."""
    blocks = sheet.blocks
    yield from retaken.beyond_the_last(sheet)
    for index, block in enumerate(blocks):
        if block.kind == "heading" and (number := _announced(block.text, block.language[:2])):
            yield from _list_under(block, number, blocks[index + 1 :])
        if block.kind == "heading":
            yield from counted.members_below(block, blocks[index + 1 : index + 4])
        if block.kind not in ("paragraph", "item", "quote"):
            continue
        for sentence in block.sentences:
            if ":" in sentence.text:
                yield from _inline_list(block, sentence)
        for sentence in block.sentences:
            yield from _apposed(block, sentence)
        yield from counted.lettered(block) if ")" in block.text else ()
        yield from apposed.named(block)
        yield from retaken.in_their_order(block)
        for before, sentence in itertools.pairwise(block.sentences):
            yield from _named_below(block, before, sentence)
        if block.text.rstrip().endswith(":"):
            yield from _list_below(block, blocks[index + 1 :])
        if block.kind == "paragraph" and index and blocks[index - 1].kind == "item":
            yield from _list_above(block, blocks[:index])


_LABELLED = re.compile(
    r"(?:\(|\b(?-i:[A-Z]\w*[A-Z]\w*)|\b(?:deel|part|partie|teil|parte|część|del|versione?|versie|wersja"
    r"|phase|fase|étape|stap|step|artic\w+|artikel|art|chapter|level|niveau|day|jour|tag|lot|topic"
    r"|role|goal|task|pillar|module|session|unit|room|hall|zone|axis|priority|objective|package"
    r"|principle|track|round|option|question|edition|annex|table|platform|objectif|axe|pilier"
    r"|figure|annexe?|no|nr|these|those|ces|diese|deze|estos|estas|questi|queste|estes|te))\s*$",
    re.IGNORECASE,
)
"""What makes a number a label, or sends it back to what was said."""


_NAMED = re.compile(r"\w[ \u00a0][A-ZÀ-Þ][a-zà-ÿ]+[ \u00a0]$")
"""`La Voie Lyonnaise 2`: the number is the end of a name."""
_THESE = re.compile(r"\b(?:these|those|ces|diese|deze|estos|estas|questi|queste|estes)\s*$", re.I)


def _announced(words: str, language: str, is_led: bool = False) -> Number | None:
    """The one small number that a clause names; it *is_led* to a list by *these*, too."""
    words = words.rstrip()
    found = [n for n in numerals.written(words) if n.value == int(n.value)]
    found += [
        n
        for n in numerals.spoken(words, language)
        if words[n.start : n.end].lower()
        not in ("one", "un", "une", "a", "ein", "eine", "uno", "una", "een", "score")
    ]
    found += list(numerals.ordinals(words, language))
    if len(found) > 1:
        # Of several, the one that stands before the last word.
        last = max(found, key=lambda number: number.start)
        found = [last] if len(words[last.end :].split()) == 1 else []
    if len(found) != 1 or not 2 <= found[0].value <= 20:
        return None
    number = found[0]
    if numerals.ordinal_table(language).get(words[number.start : number.end].lower()):
        return None
    if words[number.start].isdigit() and _NAMED.search(words[: number.start]):
        return None
    if is_led and _THESE.search(words[: number.start]):
        return number
    if _LABELLED.search(words[: number.start]) or re.search(r"\d[.,]\d", words[number.start :]):
        return None
    if re.search(r"[%€$£°]|\d\s*(?:st|nd|rd|th|e|er)\b", words[number.start : number.end + 3]):
        return None
    return number


_MEASURES = sought(
    r"^\W*(?:years?|months?|weeks?|days?|hours?|minutes?|million|billion|thousand|percent|per "
    r"cent|euros?|feet|foot|inch(?:es)?|miles?|yards?|centimet(?:re|er)s?"
    r"|km|metres?|times?|ans?|années|mois|semaines?|jours?|heures?|fois|milliards?|millions?|pages?"
    r"|or|and|to|out|of|de|et|ou|à|o['’]clock|p\.?m|a\.?m|juin|mai|mars|january|february|march"
    r"|april|may|june|july|august|september|october|november|december|other|more|autres)\b",
    re.IGNORECASE,
)


_BODY = sought(
    r"\b(?:jury|team|group|panel|committee|board|équipe|groupe|comité|bureau|Gruppe) "
    r"(?:of|de|von)\s*$"
)
"""`a jury of five` announces people without naming them."""
_EACH_ONE = sought(r"(?:(?:and|et|und) )?(?:one|another|l[’']une?|une?|eine[rs]?)\b")


def _inline_list(block: Block, sentence: Sentence) -> Iterator[Mark]:
    found = _LISTED.match(sentence.text)
    if not found:
        return
    clause, listed = found["before"], found["list"]
    number = _announced(clause, block.language[:2])
    if number is None or _MEASURES.match(clause[number.end :]):
        return
    # In a long clause the number stands right before what is listed.
    if len(clause) > 110 and len(clause[number.end :].split()) > 3:
        return
    if not re.search(r"[^\W\d_]{3,}", clause[number.end :]) and not _BODY.search(
        clause[: number.start]
    ):
        return
    if re.search(r"[,(]", clause[number.end :]) or _NOT_A_LIST.search(listed):
        return
    # Of two that each end with *and* nobody can tell where the list ends.
    if len(_LAST_ONE.findall(listed)) > 1:
        return
    things = _things(listed, block.language[:2])
    if re.match(r"(?:on|in|from|to|at|by|with|if|when|sur|dans|si)\b", listed, re.IGNORECASE):
        return
    short = all(len(thing.split()) <= 4 for thing in things)
    if len(things) < 2 or len(things) == number.value:
        return
    if not short and not all(_EACH_ONE.match(thing) for thing in things):
        return
    if any(re.search(r"\d{2,}", thing) for thing in things) or abs(len(things) - number.value) > 3:
        return
    yield block.mark(
        "F106", sentence.start + number.start, sentence.start + len(found["before"]),
        f"{clause[number.start : number.end]!r} is announced, but {len(things)} are listed",
        "count again; add what is missing, or correct the number", WARNING,
    )  # fmt: skip


_LAST_ONE = sought(r", (?:and|et|und|y) ")
_AND = {
    "en": "and|or|&",
    "fr": "et|ou",
    "de": "und|oder",
    "es": "y|e|o",
    "it": "e|o",
    "nl": "en|of",
}


_APPOSED = sought(
    r"^(?P<clause>(?:[^\s,]+ ){3,}[a-zà-ÿ]{3,}), (?P<list>(?:[^\W\d_]+, )+[^\W\d_]+,? "
    r"(?:and|et) [^\W\d_]+)\.$"
)


def _apposed(block: Block, sentence: Sentence) -> Iterator[Mark]:
    """`It works in three fields, learning, buildings and money.`"""
    if not sentence.text.endswith(".") or ", " not in sentence.text:
        return
    found = _APPOSED.match(sentence.text)
    number = _announced(found["clause"], block.language[:2]) if found else None
    if found is None or number is None or _MEASURES.match(sentence.text[number.end :]):
        return
    # The number stands before the last word, which names what is listed.
    if len(sentence.text[number.end : found.end("clause")].split()) != 1:
        return
    count = len(_things(found["list"], block.language[:2]))
    if number.value != count and abs(number.value - count) <= 2:
        start, end = sentence.start + number.start, sentence.start + found.end("clause")
        yield block.mark(
            "F106", start, end, f"{block.text[start:end]!r} are announced, but {count} are listed",
            "count again; add what is missing, or correct the number", WARNING,
        )  # fmt: skip


_THEY_ARE = sought(r"(?:They|These) are (?=[A-Z])|Ce sont (?=[A-ZÀ-Ö])|Es sind (?=[A-ZÄÖÜ])")


def _named_below(block: Block, before: Sentence, sentence: Sentence) -> Iterator[Mark]:
    """`Twelve towns take part. They are Basel, Linz …`: names, each with its capital."""
    told = _THEY_ARE.match(sentence.text)
    things = _things(sentence.text[told.end() :], block.language[:2]) if told else []
    if len(things) < 4 or not all(re.fullmatch(r"[A-ZÀ-Þ]\S*(?: \S+){0,3}", t) for t in things):
        return
    language = block.language[:2]
    counts = [n for n in numerals.spoken(before.text, language) if 3 <= n.value <= 40]
    counts += [n for n in numerals.written(before.text) if 3 <= n.value <= 40]
    number = counts[0] if len(counts) == 1 else None
    if number is None or number.value == len(things) or abs(number.value - len(things)) > 3:
        return
    start, end = before.start + number.start, before.start + number.end
    yield block.mark(
        "F106", start, end,
        f"{block.text[start:end]!r} is announced, but {len(things)} are named",
        "count again; add what is missing, or correct the number", WARNING,
    )  # fmt: skip


def _things(listed: str, language: str) -> list[str]:
    listed = re.sub(r"\([^)]*\)", "", listed)
    if ";" in listed:
        parts = listed.split(";")
    else:
        # Behind the last comma stands one `and`; what it joins further is of one thing.
        *first, last = listed.split(",")
        joint = _AND.get(language, "&")
        last = re.sub(rf"^\s*(?:{joint})\s", "\0", last)
        parts = first + (
            [last] if last.startswith("\0") else re.split(rf"\s(?:{joint})\s", last, maxsplit=1)
        )
    things = [part.strip(" .\0") for part in parts if part.strip(" .\0")]
    # `Learn, Look, Ask, as you like`: what hangs on behind is no thing.
    is_hung = len(things) > 2 and not parts[-1].startswith("\0") and things[-1][0].islower()
    return things[:-1] if is_hung and all(thing[0].isupper() for thing in things[:-1]) else things


def _list_under(block: Block, number: Number, following: Sequence[Block]) -> Iterator[Mark]:
    """`## Four steps`: the one numbered list before the next heading."""
    section = list(itertools.takewhile(lambda one: one.kind != "heading", following))
    items = [one for one in section if one.kind == "item" and not one.follows]
    is_first = not block.text[: number.start].strip() and not _MEASURES.match(
        block.text[number.end :]
    )
    is_numbered = all(one.marker[:1].isdigit() for one in items)
    count = len(items)
    if not (is_first and is_numbered and count >= 2 and len({one.run for one in items}) == 1):
        return
    if count != number.value and abs(count - number.value) <= 3:
        yield block.mark(
            "F106", number.start, number.end,
            f"{block.text[number.start : number.end]!r} is announced, but the list has {count} "
            f"items",
            "count again; add what is missing, or correct the number", WARNING,
        )  # fmt: skip


def _list_below(block: Block, following: Sequence[Block]) -> Iterator[Mark]:
    sentence = block.sentences[-1] if block.sentences else None
    if sentence is None or not following or following[0].kind != "item":
        return
    number = _announced(sentence.text.rstrip(": "), block.language[:2], is_led=True)
    if number is None or _MEASURES.match(sentence.text[number.end :]) or len(sentence.text) > 90:
        return
    if re.search(r"[,(]|including|such as|dont|notamment", sentence.text[number.end :]):
        return
    run, count = following[0].run, 0
    for item in following:
        if item.kind == "heading" or (item.kind != "item" and item.run == 0):
            break
        count += item.kind == "item" and item.run == run and not item.follows
    if count >= 2 and count != number.value and abs(count - number.value) <= 3:
        typed = sentence.text[number.start : number.end]
        yield block.mark(
            "F106", sentence.start + number.start, sentence.start + number.end,
            f"{typed!r} is announced, but the list has {count} items",
            "count again; add what is missing, or correct the number", WARNING,
        )  # fmt: skip


_BACK = sought(r"\b(?:[Tt]hese|[Cc]es) (\d{1,2}|[a-zà-ÿ]+) ([a-zà-ÿ]{4,}s)\b")


def _list_above(block: Block, before: Sequence[Block]) -> Iterator[Mark]:
    """`These three rules` below a list of four: the first sentence behind a list looks back."""
    first = block.sentences[0] if block.sentences else None
    found = _BACK.search(first.text) if first else None
    if first is None or found is None or _MEASURES.match(f" {found[2]}"):
        return
    number = _announced(found[1], block.language[:2])
    items = itertools.takewhile(lambda one: one.kind == "item", reversed(before))
    run = [item for item in items if not item.follows]
    count = sum(item.level == run[-1].level for item in run)
    if number and count >= 2 and count != number.value and abs(count - number.value) <= 2:
        yield block.mark(
            "F106", first.start + found.start(1), first.start + found.end(1),
            f"{found[0]!r} follow a list that has {count} items",
            "count again; add what is missing, or correct the number", WARNING,
        )  # fmt: skip


_PERCENT = sought(
    r"(\d{1,3}(?:[.,]\d+)?)[\s\u00a0\u202f]*(?:%|per cent|percent|pour cent|Prozent|procent)"
)


_OF_A_WHOLE = sought(
    r"\b(?:split|divided|shared out|breaks? down|broken down|breakdown|se réparti\w+|réparti\w*"
    r"|répartition|ventil\w+|se divise\w*|se décompose\w*"
    r"|(?:money|budget|funds?|funding|grants?|income|spending|votes)\b[^.]{0,120}?"
    r"\b(?:goes|go|went) to)\b",
    re.IGNORECASE,
)
"""Where these words stand, all the shares are of one thing."""


def f109_shares_do_not_make_a_whole(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """The shares of a whole make a hundred; a little more is a slip.
    Remedy: take the figures from the source again."""
    for block in sheet.prose:
        if not block.has_figures:
            continue
        for sentence in block.sentences:
            shares = list(_PERCENT.finditer(sentence.text))
            if len(shares) < 3 or re.search(
                r"\b(?:dont|of which|of whom|of them|among them|including|up from"
                r"|(?:rose|fell|grew|down)\s+from|from\s+\d)\b",
                sentence.text,
            ):
                continue
            total = sum(float(share[1].replace(",", ".")) for share in shares)
            most = 130 if _OF_A_WHOLE.search(sentence.text) else 108
            if 100.5 < total <= most:
                yield block.mark(
                    "F109", sentence.start + shares[0].start(), sentence.start + shares[-1].end(),
                    f"the shares make {total:g} per "
                    f"cent", "take them from the source again", WARNING,
                )  # fmt: skip
