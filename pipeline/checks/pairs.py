"""Brackets and quotation marks: each has its partner."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from pipeline.checks.register import Register
from pipeline.checks.sheet import ERROR, OBJECT, WARNING, Block, Mark, Sheet
from pipeline.sought import sought

_PAIRS = {")": "(", "]": "[", "}": "{"}
_BRACKET = sought(r"[()\[\]{}]")
_LISTED = sought(
    r"(?:^|[\s;:(]|(?<!\S)[—–-]|(?<!\d)[,.])(?:[a-zA-Z]|[ivxIVX]{1,5}|\d{1,3}|[a-z]\d|\d[a-z])\)"
)
SMILEY = re.compile(r"(?:[:;=]|(?<![\w.,])[8xX])['’]?-?[)(\]\[DPp]|<3")


def x101_bracket_without_partner(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A bracket that opens and never closes swallows the rest of the sentence.
    Remedy: put its partner where the aside ends, or take it out."""
    odd: list[tuple[Block, int]] = []
    for blocks in _joined_items(sheet):
        # An aside may run over several paragraphs or items.
        if len(blocks) == 1 or _unpaired("\n".join(block.text for block in blocks)) is not None:
            odd += [(block, at) for block in blocks if (at := _unpaired(block.text)) is not None]
    places = {id(block): number for number, block in enumerate(sheet.blocks)}
    while odd:
        block, position = odd.pop(0)
        is_half = bool(odd) and _PAIRS.get(odd[0][0].text[odd[0][1]]) == block.text[position]
        if is_half and places[id(odd[0][0])] - places[id(block)] <= _NEAR:
            odd.pop(0)  # A page ended between the two, or a picture stood there.
        else:
            yield from _odd_mark(block, position)


_NEAR = 4
"""How many blocks may stand between the halves of an aside that was copied."""


def _joined_items(sheet: Sheet) -> Iterator[list[Block]]:
    """Blocks that may share a bracket: an item with its paragraphs, a quotation with its own."""
    group: list[Block] = []
    for block in sheet.blocks:
        if group and not (block.follows or _spans(group[-1], block)):
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def _spans(first: Block, second: Block) -> bool:
    """Whether an aside begins in one block and ends in the next, as copied lists have it."""
    if "(" not in first.text or ")" not in second.text:
        return False
    # Where a page of a PDF ended, the second half may have become a paragraph of its own.
    if first.kind != second.kind and not (
        {first.kind, second.kind} == {"item", "paragraph"} and second.text[:1].islower()
    ):
        return False
    opened, closed = _unpaired(first.text), _unpaired(second.text)
    if opened is None or closed is None:
        return False
    return first.text[opened] == "(" and second.text[closed] == ")"


def _odd_mark(block: Block, position: int) -> Iterator[Mark]:
    if block.kind == "cell" and OBJECT in block.text:
        return
    sign = block.text[position]
    message = f"the bracket {sign} has no partner"
    level = WARNING if _is_doubtful(block, position) else ERROR
    yield block.mark(
        "X101", position, position + 1, message, "put its partner in, or take it out", level
    )


def _is_doubtful(block: Block, position: int) -> bool:
    """Code, sums and legal references have brackets of their own kind."""
    text = block.text
    around = text[max(0, position - 2) : position + 3]
    is_sign = text[position] in "{}[]" and (OBJECT in text or re.search(r"[=<>|\\/_]", text))
    is_interval = re.search(r"[\[\](]\s*-?\d[\d.]*\s*[,;]\s*-?\d", text)
    has_braces = "{" in text or "}" in text
    # Where a sentence was cut, in a label or at the end of a page, its partner may be elsewhere.
    is_cut = not re.search(r"[.!?…:;][\s”»\"’)\]*_]*$", text) or (
        text[position] in ")]}" and text[:1].islower()
    )
    return bool(
        is_sign
        or is_cut
        or is_interval
        or has_braces
        or re.search(r"[=<>|\\]", around)
        or block.kind in ("heading", "field", "cell")
        or "\n" in text
    )


def _unpaired(text: str) -> int | None:
    """The place of the first bracket without a partner."""
    if not _BRACKET.search(text):
        return None
    text = _TURNED.sub(_without_turned, text)
    listed = _LISTED.sub(_without_bracket, text)
    hidden = _without_smileys(listed)
    if any(map(_balanced, (text, _without_smileys(text), listed, hidden))):
        return None
    stack: list[int] = []
    for found in _BRACKET.finditer(hidden):
        sign = found[0]
        if sign in "([{":
            stack.append(found.start())
        elif stack and hidden[stack[-1]] == _PAIRS[sign]:
            stack.pop()
        else:
            return found.start()
    return stack[0] if stack else None


_TURNED = sought(r"\](?=\w)(\w+)(?<=\w)\[")
"""`]init[`, `]0, 1[`: brackets that look outwards on purpose."""


def _without_turned(found: re.Match[str]) -> str:
    return f" {found[1]} "


def _without_smileys(text: str) -> str:
    return SMILEY.sub(lambda found: " " * len(found[0]), text)


def _without_bracket(found: re.Match[str]) -> str:
    """`b)` begins an item; in `fifteen (15)` the figure only repeats the word."""
    return found[0] if found[0].startswith("(") else found[0][:-1] + " "


def _balanced(text: str) -> bool:
    depth: list[str] = []
    for found in _BRACKET.finditer(text):
        sign = found[0]
        if sign in "([{":
            depth.append(sign)
        elif not depth or depth.pop() != _PAIRS[sign]:
            return False
    return not depth


_CURLY = sought(r"[“”„«»]")


def x102_quotation_mark_without_partner(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A quotation that opens and never closes makes everybody a speaker.
    Remedy: put the closing mark behind the last word that was said."""
    texts = [block.text for block in sheet.blocks]
    whole = {id(block) for quoted in _quotations(sheet) for block in quoted}
    for number, block in enumerate(sheet.blocks):
        if block.kind == "cell":
            continue
        if block.kind == "quote" and '"' in block.text:
            yield from _half_french(block)
            continue
        if id(block) in whole:
            continue
        yield from _turned_round(block)
        following = texts[number + 1] if number + 1 < len(texts) else ""
        before = texts[number - 1] if number else ""
        if (single := _open_single(block, following)) is not None:
            yield block.mark(
                "X102", single, single + 1, "the quotation mark ‘ has no partner",
                "put its partner in, or take it out", WARNING,
            )  # fmt: skip
        position = _open_quotation(block, following, before)
        if position is None or _has_far_partner(sheet.blocks, number, position):
            continue
        sign = block.text[position]
        is_sure = sign in "“«»„" and not block.notes and block.kind != "heading"
        message = f"the quotation mark {sign} has no partner"
        remedy = "put its partner in, or take it out"
        level = ERROR if is_sure else WARNING
        yield block.mark("X102", position, position + 1, message, remedy, level)


_CLOSES_FIRST = sought(
    r"(?:^|(?<=[\s(]))”(?=\w[^“”\"\n]{1,200}”)|(?<=\w)”(?= \w[^“”\"\n]{1,200}\w”)"
)


def _turned_round(block: Block) -> Iterator[Mark]:
    """`She said ”no”`: the mark that closes stands where the quotation opens."""
    if "”" in block.text and block.language[:2] in ("en", "es", "it", "pt"):
        for found in _CLOSES_FIRST.finditer(block.text):
            before = block.text[: found.start()]
            if before[-1:].isalnum() and any(sign in before for sign in '“"”„'):
                continue
            yield block.mark(
                "X102", found.start(), found.end(), "a closing mark opens the quotation",
                "write “", WARNING, "“",
            )  # fmt: skip


_FAR = 12
"""How many blocks a quotation may run over."""


def _has_far_partner(blocks: Sequence[Block], number: int, position: int) -> bool:
    """Whether what opens here closes in a later block, or the other way round."""
    text = blocks[number].text
    sign, before, after = text[position], text[:position].strip(), text[position + 1 :].strip(" .")
    if sign in "“«„" or (sign == '"' and not before):
        below = (_surplus(block, sign) for block in blocks[number + 1 : number + 1 + _FAR])
        return next(filter(None, below), 1) < 0
    if sign in "”»" or not after:
        above = (_surplus(block, sign) for block in reversed(blocks[:number][-_FAR:]))
        return next(filter(None, above), -1) > 0
    return False


def _surplus(block: Block, sign: str) -> int:
    """How many more quotations of one kind of mark it opens than it closes."""
    text = block.text.strip()
    if sign == '"':
        is_odd = text.count('"') % 2
        return is_odd * (text.startswith(sign) - text.rstrip(" .").endswith(sign))
    if sign in "«»":
        return text.count("«") - text.count("»")
    return text.count("“") + text.count("„") - text.count("”")


def _quotations(sheet: Sheet) -> Iterator[list[Block]]:
    """Quotations of several paragraphs that open in the first and close in the last."""
    group: list[Block] = []
    for block in [*sheet.blocks, None]:
        if block is not None and block.kind == "quote" and (block.follows or not group):
            group.append(block)
            continue
        text = "\n".join(one.text for one in group)
        if len(group) > 1 and [text.count(sign) for sign in "“«"] == [text.count(s) for s in "”»"]:
            yield group
        group = [block] if block is not None and block.kind == "quote" else []


def _open_quotation(block: Block, following: str, before: str) -> int | None:
    text = block.text
    if '"' in text and not _CURLY.search(text):
        marks = [m.start() for m in re.finditer('"', text) if not _is_inch(text, m.start())]
        if len(marks) % 2 == 0 or _goes_on(text, following, before):
            return None
        odd = marks[0] if len(marks) == 1 else marks[-1]
        around = (text[odd - 1 : odd] or " ") + (text[odd + 1 : odd + 2] or " ")
        return odd if around[0].isspace() != (not around[1].isalnum()) else None
    if '"' in text and ("«" not in text or text.count('"') % 2):
        return text.find('"') if _is_half_straight(text) else None
    if not _CURLY.search(text) or block.language[:2] in ("de", "pl", "cs", "nl"):
        return None
    if block.language[:2] in ("fi", "sv") and "«" not in text and text.count("»") % 2 == 0:
        # They open with the mark that closes: »ord».
        text = text.replace("»", " ")
    if "«" in text or "»" in text:
        return _guillemets(text, following, before)
    opened = [m.start() for m in re.finditer("[“„]", text)]
    closed = [m.start() for m in re.finditer("(?<![’′']\\d)(?<![’′'] \\d)”", text)]
    if "„" in text or (opened and not closed and len(opened) % 2 == 0):
        return None
    if len(opened) > len(closed) and not _goes_on(text, following, before):
        return opened[-1]
    if len(closed) > len(opened) and not _goes_on(text, following, before):
        # Some hands close with the mark they should have opened with.
        return closed[0] if (len(opened) + len(closed)) % 2 else None
    return None


_SINGLE = sought(
    r"(?:^|(?<=[\s(–—]))‘(?!(?i:tis|twas|em|til|cause|round|n|[st](?=-))\b)(?=[^\W\d_])"
)
_CLOSED = sought(r"’(?![^\W\d_])|['‘](?=[\s.,;:!?)]|$)|[”\"»]")


def _open_single(block: Block, following: str) -> int | None:
    """`The theme is ‘After dark.`: nothing behind it could close it, not even a plural's sign."""
    if "‘" not in block.text or block.language[:2] != "en" or following.lstrip()[:1] == "‘":
        return None
    opened = [found.start() for found in _SINGLE.finditer(block.text)]
    # Of two that open one behind the other, the first was left open.
    is_short = len(opened) > sum(1 for _ in _CLOSED.finditer(block.text))
    for one, other in itertools.pairwise(opened) if is_short else ():
        if not _CLOSED.search(block.text, one + 1, other):
            return one
    return opened[-1] if opened and not _CLOSED.search(block.text, opened[-1] + 1) else None


_HALF_STRAIGHT = sought(r'(?:^|[\s(])"\w[^"“”]*”|“[^"“”]*[\w.,!?]"(?!\w)')
_HALF_FRENCH = sought(r'(?:^|[\s(])" ?\w[^"«»]{3,}»|«[^"«»]{3,}"(?!\w)')


def _is_half_straight(text: str) -> bool:
    """`"Europe for Citizens”`: a straight mark opens, a curved one closes, or the other way."""
    if text.count('"') != 1:
        return False
    if text.count("«") + text.count("»") == 1 and _HALF_FRENCH.search(text):
        return True
    return _HALF_STRAIGHT.search(text) is not None


def _half_french(block: Block) -> Iterator[Mark]:
    """`"It is so. »`: a straight mark opens what a guillemet closes."""
    if block.text.count('"') == 1 and _HALF_FRENCH.search(block.text):
        at = block.text.index('"')
        if block.text.count("«") + block.text.count("»") == 1:
            yield block.mark(
                "X102", at, at + 1, "the quotation mark \" has no partner",
                "write the guillemet that its partner has", WARNING,
            )  # fmt: skip


def _guillemets(text: str, following: str, before: str) -> int | None:
    opened, closed = text.count("«"), text.count("»")
    if opened == closed or _goes_on(text, following, before):
        return None
    if re.fullmatch(r"[^«»]+»\s*|\s*«[^«»]+", text) and len(text) < 30:
        # `Read on »` points the way.
        return None
    if re.search(r"»[^«»]+«", text) and text.find("»") < text.find("«"):
        return None
    if opened > closed:
        # « at the start of each line of a long quotation is a French custom.
        return text.rfind("«") if not _is_opened_anew(text) else None
    return text.find("»")


def _is_opened_anew(text: str) -> bool:
    """
    >>> _is_opened_anew("« A long one, « and on. »"), _is_opened_anew("« One » and « two")
    (True, False)
    """
    *closed, _ = text.split("»")
    end = 0
    for said in closed:
        end += len(said) + 1
        if said.count("«") > 1 and not _WORD.search(text, end):
            return True
    return False


_WORD = sought(r"\w")


def _is_inch(text: str, position: int) -> bool:
    """Whether it measures something, or stands alone as the sign that is spoken of."""
    around = text[max(0, position - 1) : position + 2]
    if len(around) == 3 and around[0].isspace() and around[2].isspace():
        return True
    if _SECONDS.search(text[:position]):
        return True
    return text[position - 1 : position].isdigit() and not re.search(r'"[^"]*$', text[:position])


_SECONDS = sought(r"\d ?['’′] ?\d{1,2}$")
"""`2h06'35"`"""


_OPENING = '“"«„‘‟'
_CLOSING = '”"»“’'


_LEFT_OPEN = sought(r"[:,] [“„«\"][^“”„«»\"]*[.!?…]\s*$")


def _is_left_open(text: str) -> bool:
    """`She said: “It is so.`, and the next paragraph opens again: one speech of several."""
    return _LEFT_OPEN.search(text) is not None


def _goes_on(text: str, following: str, before: str) -> bool:
    """Whether the quotation goes on in the next block, or began in the one before."""
    begins = following.lstrip()[:1] in _OPENING and bool(following.strip())
    opens = text.lstrip()[:1] in _OPENING
    count = sum(before.count(sign) for sign in '“"«') - sum(before.count(s) for s in "”»")
    return (
        (begins and (opens or _is_left_open(text)))
        or (bool(before) and count % 2 == 1 and '"' not in before.strip()[-1:])
        or (bool(following) and text.rstrip().endswith(":"))
    )
