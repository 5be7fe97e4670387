"""Structure: headings, items and paragraphs that are whole and in their place."""

from __future__ import annotations

import functools
import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, OBJECT, WARNING, Block, Mark, Sheet
from pipeline.sought import sought

_DANGLING = {
    "en": "the a an of to and or for with by from that which their its our whose into upon between "
    "such than because although can shall",
    "fr": "le la les de des du et ou pour avec par que qui dont leur leurs aux ces ses dans chez "
    "entre afin",
    # Not what a verb is parted from: *lädt ein*, *macht mit*, *stelt voor*.
    "de": "der die das den dem und oder für von deren eine",
    "es": "el la los las de del y o para con por que cuyo un una",
    "it": "il lo la gli di del della e o per con che dei delle un una",
    "nl": "de het een en of met van",
}


def s130_cut_off(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """The text stops in the middle of a sentence: the rest was lost on the way.
    Remedy: find the rest."""
    for index, block in enumerate(sheet.blocks):
        if block.kind not in ("paragraph", "item"):
            continue
        following = sheet.blocks[index + 1] if index + 1 < len(sheet.blocks) else None
        if found := _dangling(block, following):
            yield block.mark(
                "S130", found.start(), found.end(), f"it stops in the middle, after "
                                                    f"{found[0].strip()!r}",
                "find the rest of the sentence", WARNING,
            )  # fmt: skip
        elif _begins_in_the_middle(sheet, index):
            word = re.match(r"\S+", block.text)
            assert word
            if word[0] in register.small_names or word[0].upper() in ("PS", "PS.", "P.S."):
                continue
            yield block.mark(
                "S130", 0, word.end(), f"it begins in the middle, with {word[0]!r}",
                "find the beginning of the sentence", WARNING,
            )  # fmt: skip


_LAST_WORD = sought(r"(?<=[\w,;] )[^\W\d_]+$|(?<=\w), ?$|[a-z]{3,}- ?$|(?<=[\w)]) [–—-]$")


def _dangling(block: Block, following: Block | None) -> re.Match[str] | None:
    text = block.text.rstrip()
    is_dash = text.endswith((" –", " —", " -")) and not text.split()[0].rstrip(",").isupper()
    if len(block.words) < (3 if is_dash else 5) or text.endswith(OBJECT) or "\n" in text:
        return None
    ends_open = text[-1:].isalpha() or text[-1:] in (",", "-", "–", "—")
    found = _LAST_WORD.search(text) if ends_open else None
    if not found:
        return None
    goes_on = following is not None and (
        following.kind in ("item", "quote", "cell") or following.follows
    )
    # The sentence may go on in a list or a quotation.
    if goes_on and following and (block.kind == "paragraph" or following.level != block.level):
        return None
    if following is None or (
        following.start - block.fragments[-1][1] > 3 and _code_between(block, following)
    ):
        rest = block.sheet.source[block.fragments[-1][1] : (following.start if following else None)]
        if re.sub(r"[\s>*_#\d.)-]", "", rest):
            return None
    word = found[0].strip()
    if is_dash or word == "," or word.endswith("-"):
        is_deeper = following is not None and following.level > block.level
        return None if word == "," or (is_deeper if is_dash else block.kind == "item") else found
    if (
        word in ("and", "or", "et", "ou", "und", "y", "e", "en", "o", "oder", "of")
        and block.kind == "item"
    ):
        # `; and` closes the last but one item of a legal list.
        is_joint = re.search(r"[;,]\s*\w+$", text) or len(text) < 100
        if is_joint and following is not None and following.run == block.run:
            return None
    if block.links and block.links[-1].end >= found.end():
        return None
    if word in _STRANDED and _may_be_stranded(block, text):
        return None
    if word == "that" and _POINTS.search(text):
        return None
    dangling = _DANGLING.get(block.language[:2], "").split()
    return found if word in dangling else None


_POINTS = sought(
    r"\b(?:about|after|all|and|at|before|beyond|by|do|does|did|doing|done|for|from|in|into|just|like"
    r"|of|on|over|than|to|under|use|with|without|is|was|not|love|see|know|need|want|support|change"
    r"|discuss|said|say|like) that$"
)
"""`Ask her to do that`: it points, and begins nothing."""
_STRANDED = frozenset("of to for with by from into upon can shall".split())
_CLAUSE = sought(
    r"\b(?:they|you|we|it|us|them|will|is|are|was|were|being|been|have|has|had)\s"
    r"(?:[\w’'-]+\s){0,5}[\w’'-]+$"
)


_RELATIVE = sought(
    r"\b(?:what|which|that|whom?|whose|where)\b(?:\s[\w’'-]+){2,8}$"
    r"|\bthe\s[\w-]+\s(?:you|we|they|it)\s(?:[\w’'-]+\s){1,5}[\w’'-]+$"
)


def _may_be_stranded(block: Block, text: str) -> bool:
    """`the services they have access to`: English ends a clause so, where no full stop is set."""
    if block.kind == "item" and _RELATIVE.search(text):
        return True
    siblings = [b for b in block.sheet.blocks if b.kind == "item" and b.run == block.run]
    is_open_list = block.kind == "item" and all(
        not re.search(r"[.;]$", sibling.text.rstrip()) for sibling in siblings
    )
    is_label = block.kind == "paragraph" and len(block.words) <= 15
    return (is_open_list or is_label) and bool(_CLAUSE.search(text))


def _code_between(block: Block, following: Block) -> bool:
    return bool(block.sheet.source[block.fragments[-1][1] : following.start].strip())


def _begins_in_the_middle(sheet: Sheet, index: int) -> bool:
    """A paragraph with a small letter whose neighbours, and all others, begin with a capital."""
    block = sheet.blocks[index]
    if block.kind != "paragraph" or not block.text[:1].islower() or len(block.words) < 6:
        return False
    if (
        not re.search(r"[.!?]$", block.text.rstrip())
        or block.is_foreign(0)
        or (block.links and block.links[0].start < 3)
    ):
        return False
    if re.match(r"[^\W\d_]+(?:[./@_]\w|[A-Z])", block.text):
        return False  # `beta.example.org`, `eHealth`: a name with its own small letter.
    before = sheet.blocks[index - 1] if index else None
    if before is None or before.kind not in ("paragraph", "heading"):
        return False
    between = sheet.source[before.fragments[-1][1] : block.start]
    if (
        between.strip(" \n#*_>")
        or re.search(r"[:,;–—-]$", before.text.rstrip())
        or (before.kind == "paragraph" and not re.search(r"[.!?…»”\")]$", before.text.rstrip()))
    ):
        return False
    return all(
        b.text[:1].isupper() or not b.text[:1].isalpha()
        for b in sheet.blocks
        if b is not block and b.kind == "paragraph"
    )


_FOLIO = sought(r"\d{1,3}|[-–] ?\d{1,3} ?[-–]|Page \d{1,3}(?: (?:of|sur|/) \d{1,3})?")


def s131_stray_number(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A number alone in its paragraph: the folio of a page the text was copied from.
    Remedy: take it out."""
    alone = [
        block
        for block in sheet.blocks
        if block.kind == "paragraph" and _FOLIO.fullmatch(block.text.strip())
    ]
    # Where many stand alone, a table or a whole book was pasted: it is told once.
    others = len(alone) - 1 if len(alone) > 5 else 0
    for block in alone[:1] if others else alone:
        message = f"the number {block.text.strip()} stands alone"
        yield block.mark(
            "S131", 0, len(block.text), message + (f", and {others} more below" if others else ""),
            "take it out, if it is the number of a page", WARNING,
        )  # fmt: skip


_REFERENCE_END = sought(
    r"\((?:[^()]*\W)?(?:19|20)\d\d\)\s+(?=[A-ZÀ-Ö][^()]{8,}\((?:[^()]*\W)?(?:19|20)\d\d\)\s*\.?$)"
)


def s132_two_references_in_one_item(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """Two titles in one item of the list of references: the second will not be found.
    Remedy: give each its own item."""
    for block in sheet.blocks:
        if block.kind != "item" or not is_references(block.section):
            continue
        start = _second_reference(block)
        if start:
            yield block.mark(
                "S132", start, len(block.text), "a second reference stands in this item",
                "give it an item of its own", WARNING,
            )  # fmt: skip


_AUTHORED = sought(r"\((?:19|20)\d\d[a-z]?\)\.\s+(?=[\w‘“\"'«])")


def _second_reference(block: Block) -> int:
    """Where a second work begins: behind a year, after an author's year, or with its own link."""
    found = _REFERENCE_END.search(block.text)
    if found:
        return found.end()
    named = _NAMED_AUTHOR.search(block.text)
    if named:
        return named.end()
    authored = list(_AUTHORED.finditer(block.text))
    if len(authored) > 1:
        return authored[1].start()
    for one, other in itertools.pairwise(block.links):
        titles = (block.text[one.start : one.end], block.text[other.start : other.end])
        gap = block.text[one.end : other.start].strip()
        if gap in ("", "-", "–", "—", ";", ",") and all(_CITED_YEAR.search(t) for t in titles):
            return other.start
    return 0


_NAMED_AUTHOR = sought(
    r"\b(?:19|20)\d\d\.\s+(?=[A-ZÀ-Ö][\w'’-]+, [A-ZÀ-Ö][\w'’.-]+[,:] [^.]{8,}(?:19|20)\d\d\.?$)"
)
_CITED_YEAR = sought(r"\(?(?:19|20)\d\d\)?\W*$")


_REFERENCES = sought(
    r"\W*(?:references?|bibliograph|sources|further reading|références?|quellen"
    r"|literatur|referencias"
    r"|riferimenti|referenties|bronnen|bibliographie|publications)\b",
    re.IGNORECASE,
)


@functools.lru_cache(maxsize=1 << 12)
def is_references(section: str) -> bool:
    return _REFERENCES.match(section) is not None


_EMPTY = sought(r"(?<=\n\n)#{2,6}[ \t]*(?=\n\n|\n?\Z)")


def s136_heading_without_text(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A heading promises a text, and none comes.
    Remedy: write it, or take the heading out."""
    if sheet.kind in ("deck", "page", "finished"):
        return
    for found in _EMPTY.finditer(sheet.source, sheet.body_start):
        yield sheet.mark(
            "S136", found.start(), found.end(), "a heading without words",
            "write it, or take it out", WARNING,
        )  # fmt: skip
    for index, block in enumerate(sheet.blocks):
        if block.kind != "heading" or not block.text.strip():
            continue
        following = sheet.blocks[index + 1] if index + 1 < len(sheet.blocks) else None
        if following is not None and (following.kind != "heading" or following.level > block.level):
            continue
        end = following.start if following else len(sheet.source)
        # Code, tables, pictures and includes are text of a kind.
        between = sheet.source[block.fragments[-1][1] : end]
        if re.sub(r"[\s#=*-]", "", between) or re.fullmatch(r"\w|.*!", block.text.strip()):
            continue  # A letter of an index, or a word of farewell.
        yield block.mark(
            "S136", 0, len(block.text), f"nothing stands under the heading {block.text.strip()!r}",
            "write it, or take the heading out", WARNING,
        )  # fmt: skip


def s137_heading_given_twice(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """Two headings with the same words under one roof: a reader cannot tell them apart.
    Remedy: rename one, or bring the two together."""
    if sheet.kind in ("deck", "page", "finished"):
        return
    repeated = [same for same in _alike(sheet) if len(same) > 1]
    for first, *others in repeated:
        # What comes back again and again is the form of the text: *Who they are*, *Checklist*.
        level = NOTE if len(others) > 1 else WARNING
        line = sheet.where(first.start).line
        for block in others:
            yield block.mark(
                "S137", 0, len(block.text), f"the heading {block.text.strip()!r} is there "
                                            f"already, on line {line}",
                "rename one, or bring the two together", level,
            )  # fmt: skip


def _alike(sheet: Sheet) -> Iterable[list[Block]]:
    """The headings of some length under one roof, those of the same words together."""
    path: list[tuple[int, str]] = []
    found: dict[tuple[str, ...], list[Block]] = defaultdict(list)
    for block in sheet.blocks:
        if block.kind != "heading" or not block.text.strip() or OBJECT in block.text:
            continue
        while path and path[-1][0] >= block.level:
            path.pop()
        words = " ".join(block.text.casefold().split())
        key = (*(title for _, title in path), f"{block.level} {words}")
        path.append((block.level, words))
        if len(words) > 3:
            found[key].append(block)
    return found.values()


def s141_heading_with_a_stop(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A heading needs no full stop and no colon.
    Remedy: take it out; fix=1 does it."""
    if sheet.kind == "finished":
        return
    for block in sheet.blocks:
        if block.kind != "heading" and block.key != "title":
            continue
        found = re.search(
            r"(?<=[^\W\d_])[ \u00a0\u202f]?[:;,](?=\s*$)|(?<=[a-zà-ÿ]{3})\.(?=\s*$)", block.text
        )
        if not found or re.search(r"\b(?:etc|Inc|Ltd|Co)\.$", block.text.strip()):
            continue
        is_sentence = found[0].strip() == "." and len(block.sentences) > 1
        if is_sentence:
            continue
        yield block.mark(
            "S141", found.start(), found.end(), f"the heading ends with {found[0].strip()}",
            "take it out", WARNING if found[0].strip() != "." else NOTE, "",
        )  # fmt: skip


_TYPED_BULLET = sought(r"[•●◦▪■►➢‣·∙]\s*\S|>{2,3}\s+\S")


def s143_list_typed_by_hand(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A bullet that was typed is a letter to the machine: the items run together.
    Remedy: begin each line with a hyphen and a space."""
    was_typed = False
    for block in sheet.blocks:
        if block.kind != "paragraph":
            was_typed = False
            continue
        typed = [
            (start, found[0][:-1].strip())
            for start, end in block.fragments
            if (found := _TYPED_BULLET.match(block.sheet.source[start:end]))
        ]
        if typed and not was_typed:
            start, bullet = typed[0]
            yield sheet.mark(
                "S143", start, start + 1, f"{bullet!r} was typed as a bullet",
                "begin the line with  -  and a space", WARNING,
            )  # fmt: skip
        was_typed = bool(typed)
        yield from _hours(sheet, block)
        for start, end in block.fragments if not typed else ():
            if _TIGHT_DASH.match(block.sheet.source, start, end):
                yield sheet.mark(
                    "S143", start, start + 1, "a hyphen without its space begins no item",
                    "put a space behind it, or write a dash", WARNING,
                )  # fmt: skip


_TIGHT_DASH = sought(r"-(?=[A-ZÀ-Þ][a-zà-ÿ]{2,}[ ,]|\*\*[^\s*][^*\n]*\*\*)")
_HOUR = sought(
    r"\*{0,2}(?:[01]?\d|2[0-3])"
    r"(?:[ ]?(?:[:h][0-5]\d|h)(?!\w|[.:]\d)|(?P<dot>\.[0-5][05])(?![\w.:]))\W+(?P<next>\w)"
)


def _hours(sheet: Sheet, block: Block) -> Iterator[Mark]:
    """A programme typed line by line: `9:00 Coffee`, and `9:30 Opening` below it."""
    lines = [sheet.source[start:end] for start, end in block.fragments]
    begun = [found for line in lines if (found := _HOUR.match(line))]
    if len(begun) < 2 or len(begun) < len(lines) - 1:
        return
    # In running text an hour may begin a line, too, but no sentence goes on there in capitals.
    goes_on = [hour["next"].islower() for hour in begun]
    if any(goes_on) and (len(begun) < 3 or len(begun) < len(lines) or any(h["dot"] for h in begun)):
        return
    if any(line.endswith(("  ", "\\")) for line in lines):
        return
    start = next(at for at, _ in block.fragments if _HOUR.match(sheet.source, at))
    yield sheet.mark(
        "S143", start, start + 4, "these lines would run together: each has its hour",
        "begin each of them with  -  and a space", WARNING,
    )  # fmt: skip
