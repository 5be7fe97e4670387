"""Numbers of headings, figures and tables: none left out, and none named that is not there."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.checks.register import Register, distance
from pipeline.checks.sheet import WARNING, Block, Mark, Sheet
from pipeline.frozen import commonplace
from pipeline.sought import sought

_HEADED = sought(
    r"(?P<kind>(?:[^\W\d_]{3,}(?: [^\W\d_]{3,})? )?)(?P<over>(?:\d{1,2}\.)*)(?P<number>\d{1,2})"
    r"(?:[.):] ?| ?[–—-] | )(?=\W*[^\W\d_])"
)
_CAPTION = sought(
    r"(?P<kind>Figure|Fig\.|Table|Tableau|Graphique|Graph|Chart|Box|Encadré|Abbildung|Abb\."
    r"|Tabelle|Figura|Tabla|Tabella|Figuur|Tabel) (?P<number>\d{1,2})(?: ?[.:–—-]|$)"
)
_TIME = frozenset(
    "the day jour tag year année top and january february march april may june july august "
    "september october november december janvier février mars avril mai juin juillet août "
    "septembre octobre novembre décembre version release sprint week semaine covid windows".split()
)


@commonplace(frozen=True, slots=True)
class Numbered:
    number: int
    block: Block
    start: int
    end: int


def s163_number_of_a_heading_left_out(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Step 1*, *Step 2*, *Step 4*; *Figure 3* twice: what was between, or behind it?
    Remedy: number them in their order, and look whether one was lost."""
    if sheet.kind == "page":
        return
    for row in _rows(sheet):
        at = _odd_one([one.number for one in row])
        if not at:
            continue
        one, before = row[at], row[at - 1].number
        right = before + 1
        # What is told of equal neighbours elsewhere, is told there.
        if one.number == before > 1 and _TYPED_AS_ITEM.match(one.block.text):
            continue
        what = "look whether one was lost" if one.number > right else "look at those behind it"
        yield one.block.mark(
            "S163", one.start, one.end, f"number {one.number} follows number {before}",
            f"write {right}, and {what}", WARNING,
        )  # fmt: skip


_TYPED_AS_ITEM = sought(r"\d{1,2}[.)]\)? (?=\S)")


def _odd_one(numbers: Sequence[int]) -> int:
    """Which number breaks a row that is right but for it, or but for all behind it.

    >>> _odd_one([1, 2, 4]), _odd_one([1, 2, 2, 4]), _odd_one([1, 3, 3]), _odd_one([1, 2, 2, 3])
    (2, 2, 1, 2)
    >>> _odd_one([1, 2, 3]), _odd_one([1, 1, 1]), _odd_one([1, 5, 9, 2])
    (0, 0, 0)
    """
    if len(numbers) < 2 or numbers[0] not in (0, 1):
        return 0
    apart = [at for at, number in enumerate(numbers, start=numbers[0]) if number != at]
    if len(apart) == 1 and (len(numbers) > 2 or numbers == [1, 3]):
        return apart[0] - numbers[0]
    steps = [later - number for number, later in itertools.pairwise(numbers)]
    odd = [at for at, step in enumerate(steps, start=1) if step != 1]
    is_one = len(numbers) > 2 and len(odd) == 1 and steps[odd[0] - 1] in (0, 2)
    return odd[0] if is_one else 0


def _rows(sheet: Sheet) -> Iterator[Sequence[Numbered]]:
    """Headings of one level and one kind below one roof, and captions of one kind."""
    captions: dict[str, list[Numbered]] = defaultdict(list)
    rows: dict[tuple[object, ...], list[Numbered]] = {}
    for block in sheet.blocks:
        if block.kind == "heading":
            # A heading of a higher level begins anew.
            for key in [key for key in rows if isinstance(key[0], int) and key[0] > block.level]:
                yield rows.pop(key)
            found = _HEADED.match(block.text)
            if found and found["kind"].strip().lower() not in _TIME:
                key = block.level, found["kind"].lower(), found["over"]
                span = found.start("over"), found.end("number")
                rows.setdefault(key, []).append(Numbered(int(found["number"]), block, *span))
        elif block.kind == "paragraph" and (found := _CAPTION.match(block.text)):
            captions[found["kind"]].append(
                Numbered(int(found["number"]), block, *found.span("number"))
            )
    yield from rows.values()
    yield from captions.values()


_TO = sought(
    r"\b(?P<kind>[Ss]ections?|[Ff]igures?|[Tt]ables?|[Ss]teps?|[Aa]nnex|[Éé]tapes?|[Tt]ableaux?|§)"
    r" ?(?P<number>\d{1,2}(?:\.\d{1,2}){0,2})\b(?![.,]\d|\w|%| ?%)"
)
_OTHERS = sought(
    r"[ ,]{1,2}(?:of|in|du|de|des|dans|on) (?:the |la |le |l[’'])?(?:\W?[A-ZÀ-Ö\ufffc«\"“*]"
    r"|(?:act|law|report|code|regulation|directive|loi|règlement|their|his|its))"
)


def s164_reference_to_a_number_not_there(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*See section 4.3*, and the headings run from 1 to 4.2; *figure 5* of four.
    Remedy: look which one was meant."""
    if sheet.kind == "page":
        return
    known = _numbers(sheet)
    yield from _of_sections(sheet, register) if "section" not in known else ()
    for block in sheet.prose if known else ():
        for found in _TO.finditer(block.text) if block.has_figures else ():
            kind = _KINDS[_PLURAL.sub("", found["kind"].lower())]
            numbers = known.get(kind, set())
            before = block.text[max(0, found.start() - 1) : found.start()]
            if len(numbers) < _LEAST or found["number"] in numbers or block.link_at(found.start()):
                continue
            if _OTHERS.match(block.text, found.end()) or before in ("/", "-"):
                continue
            if not found.start() and _CAPTION.match(block.text):
                continue
            depth = found["number"].count(".")
            if not any(number.count(".") == depth for number in numbers):
                continue
            yield block.mark(
                "S164", found.start(), found.end(),
                f"{found[0]!r} is not there; the last is {_last(numbers, depth)}",
                "look which one was meant", WARNING,
            )  # fmt: skip


_SEE = sought(
    r"\b(?:[Ss]ee|[Vv]oir|[Cc]f\.?|[Ii]n|[Dd]ans) (?:also |aussi )?(?:the |la )?"
    r"(?P<to>(?:section|partie) (?P<number>\d{1,2}))\b(?![.,]\d|\w|%)(?=[.,;:)]|$)"
)


def _of_sections(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """`(see section 7)`, where no heading has a number, and there are not seven either."""
    if sheet.kind in ("chapter", "manifesto", "finished"):
        return
    heads = sum(block.kind == "heading" for block in sheet.blocks)
    kits = (kit for copy in register.corpus.copies.values() for kit in copy.kits)
    beside = max((len(kit.sections) for kit in kits if kit.slug == sheet.group), default=0)
    for block in sheet.saying("section ", "partie "):
        for found in _SEE.finditer(block.text) if block.is_prose and block.has_figures else ():
            if int(found["number"]) > max(heads, beside) and not block.links:
                yield block.mark(
                    "S164", *found.span("to"), f"{found['to']!r} is not there: no heading has a "
                    "number", "name the heading, and link it", WARNING,
                )  # fmt: skip


_LEAST = 3
_KINDS = {
    "section": "section", "§": "section", "figure": "figure", "table": "table", "step": "step",
    "annex": "annex", "étape": "step", "tableau": "table",
}  # fmt: skip
_PLURAL = sought(r"s$|(?<=u)x$")
"""`sections`, `tableaux`; `annex` is but one."""


def _last(numbers: set[str], depth: int) -> str:
    same = [number for number in numbers if number.count(".") == depth]
    return max(same, key=lambda number: [int(part) for part in number.split(".")])


def _numbers(sheet: Sheet) -> dict[str, set[str]]:
    """The numbers of the headings and of the captions."""
    known: dict[str, set[str]] = defaultdict(set)
    for block in sheet.blocks:
        if block.kind == "heading" and (found := _HEADED.match(block.text)):
            word = found["kind"].strip().lower()
            kind = _KINDS.get(word, "section" if not word else "")
            if kind:
                known[kind].add(found["over"] + found["number"])
        elif block.kind == "paragraph" and (found := _CAPTION.match(block.text)):
            known[_KINDS.get(found["kind"].lower(), "figure")].add(found["number"])
    return known


# Contents that are links ------------------------------------------------------------------

_LETTERS = sought(r"[^\W_]+")


def s165_contents_differ_from_headings(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A list of links to the headings of its page calls one otherwise, leaves one out, or has two
    in another order.
    Remedy: write the heading as it stands below."""
    heads = [block for block in sheet.blocks if block.kind == "heading"]
    by_anchor = {_slug(block.text): block for block in heads}
    lists: dict[int, list[tuple[Block, Block, str]]] = defaultdict(list)
    for block in sheet.blocks:
        if block.kind != "item" or len(block.links) != 1 or not block.links[0].url.startswith("#"):
            continue
        link = block.links[0]
        label = block.text[link.start : link.end]
        head = by_anchor.get(_slug(link.url[1:]))
        if head is not None and len(block.text) - len(label) < 4 and head.start > block.start:
            lists[block.run].append((block, head, label))
    # A page has one list of contents; what else is linked in a row is not all of it.
    contents = next((entries for entries in lists.values() if len(entries) > 2), ())
    yield from _of_contents(contents, heads) if contents else ()


def _slug(words: str) -> str:
    return "".join(_LETTERS.findall(words.casefold()))


def _of_contents(
    entries: Sequence[tuple[Block, Block, str]], heads: Sequence[Block]
) -> Iterator[Mark]:
    for block, head, label in entries:
        one, other = _slug(label), _slug(head.text)
        if one != other and distance(one, other, 2) <= 2 and not (one + other).isdigit():
            link = block.links[0]
            yield block.mark(
                "S165", link.start, link.end, f"{label!r}: the heading is {head.text!r}",
                "write the heading as it stands below", WARNING,
            )  # fmt: skip
    levels = {head.level for _, head, _ in entries}
    named = [head for _, head, _ in entries]
    level = levels.pop() if len(levels) == 1 else 0
    first = min(head.start for head in named)
    between = [head for head in heads if head.level == level and first <= head.start]
    known = {head.start for head in named}
    missing = [head for head in between if head.start not in known]
    if level and len(missing) == 1 and len(named) > 3:
        head = missing[0]
        yield head.mark(
            "S165", 0, len(head.text), f"{head.text!r} is not in the list of contents above",
            "add it to the list, or take the heading out", WARNING,
        )  # fmt: skip
    odd = [at for at in range(1, len(named)) if named[at].start < named[at - 1].start]
    if len(odd) == 1 and len(named) > 3:
        block = entries[odd[0]][0]
        yield block.mark(
            "S165", 0, len(block.text), f"{block.text!r} stands before {named[odd[0] - 1].text!r}",
            "list the headings in their order", WARNING,
        )  # fmt: skip
