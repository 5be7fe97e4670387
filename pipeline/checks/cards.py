"""What stands on a visiting card: the postal address, the form of a number, the hashtag."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from pipeline.checks.contacts import PHONE
from pipeline.checks.forms import place, times
from pipeline.checks.places import plain_text
from pipeline.checks.register import Register, distance
from pipeline.checks.sheet import NOTE, WARNING, Block, Mark, Sheet
from pipeline.sought import sought


def c109_telephone_in_another_form(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*+33 1 40 64 49 00* here, *+33 1 40 64 4900* there: one number looks like two.
    Remedy: write the look-up, or the number as it is registered."""
    if sheet.kind != "page":
        yield from _cut_short_or_long(sheet)
    if sheet.kind == "page" or not register.phones:
        yield from _of_odd_length(sheet) if sheet.slug == "contacts" else ()
        return
    known = _registered(register)
    for block in sheet.blocks:
        for found in PHONE.finditer(block.text) if block.has_figures else ():
            typed = " ".join(found[0].split())
            digits = re.sub(r"\D", "", typed)
            right = known.get(digits) or known.get(digits.lstrip("0"))
            if right and typed != right and len(digits) > 6:
                is_national = not typed.startswith(("+", "00")) and right.startswith("+")
                yield block.mark(
                    "C109", found.start(), found.end(), f"{typed} is registered as {right}",
                    f"write {right}", NOTE if is_national else WARNING,
                )  # fmt: skip


_IN_PAIRS = sought(
    r"(?<![\w+/.,-])0[1-9](?P<gap>[ .\u00a0\u202f])(?:\d\d(?P=gap)){3}(?:\d|\d{3})(?![\w-]|[ .,]\d)"
)
"""A French number, but for the last pair of its figures."""


def _cut_short_or_long(sheet: Sheet) -> Iterator[Mark]:
    """`06 06 43 46 0`: five pairs make a number in France."""
    for block in sheet.blocks if sheet.language == "fr" else ():
        for found in _IN_PAIRS.finditer(block.text) if block.has_figures else ():
            count = sum(map(str.isdigit, found[0]))
            yield block.mark(
                "C109", found.start(), found.end(), f"{found[0]} has {count} figures, and not ten",
                "look the number up", WARNING,
            )  # fmt: skip


_TYPED = sought(r"^[ \t-]*phone:[ \t]*[\"']?(\+\d[\d ()./-]{6,})", re.MULTILINE)


def _of_odd_length(sheet: Sheet) -> Iterator[Mark]:
    """A registered number with a figure less than those that begin as it does."""
    every = [(found, re.sub(r"\D", "", found[1])) for found in _TYPED.finditer(sheet.source)]
    lengths: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for _, digits in every:
        lengths[digits[:5]][len(digits)] += 1
    same = Counter(digits for _, digits in every)
    for found, digits in every:
        others = lengths[digits[:5]] - Counter({len(digits): same[digits]})
        usual = next(iter(others), 0)
        if others.total() >= 2 and len(others) == 1 and abs(usual - len(digits)) == 1:
            yield sheet.mark(
                "C109", found.start(1), found.start(1) + len(found[1].rstrip()),
                f"{found[1].strip()} has {len(digits)} figures, the others like it {usual}",
                "look the number up", WARNING,
            )  # fmt: skip


_NATIONAL = sought(r"^[ \t-]*phone:[ \t]*[\"']?(\(?\d[\d ()./-]{7,}\d)", re.MULTILINE)


def c113_telephone_without_its_country(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """Where other numbers have their country, who calls from abroad cannot dial this one.
    Remedy: write the number with the + of its country."""
    if sheet.path.name != "contacts.yaml":
        return
    ours = (register.any_copy.organisation.phone, *_TYPED.findall(sheet.source))
    if not any(number.startswith("+") for number in ours):
        return
    for found in _NATIONAL.finditer(sheet.source):
        if len(re.sub(r"\D", "", found[1])) > 7 and not found[1].startswith("00"):
            yield sheet.mark(
                "C113", found.start(1), found.end(1),
                f"{found[1]} does not say its country; other numbers here do",
                "write it as it is dialled from abroad, with + and the country", WARNING,
            )  # fmt: skip


def _registered(register: Register) -> dict[str, str]:
    """The digits of each number, with its country and without -> the number as it is typed."""
    if "telephones" not in register.memo:
        copy = register.any_copy
        made: dict[str, str] = {}
        typed = [copy.organisation.phone, *(each.phone for each in copy.contacts.values())]
        typed += register.faulty_phones
        for phone in filter(None, typed):
            shown = " ".join(phone.split())
            digits = re.sub(r"\D", "", phone.replace("(0)", ""))
            made[digits] = shown
            if phone.startswith("+") and " " in shown:
                made[re.sub(r"\D", "", shown.split(" ", 1)[1].replace("(0)", ""))] = shown
        register.memo["telephones"] = made
    return register.memo["telephones"]  # type: ignore[return-value]


# The postal address -----------------------------------------------------------------------

_ADDRESS = sought(r"^address:[ \t]*[\"']?(?P<address>[^\"'\n]+)", re.MULTILINE)
_STREET = sought(r"[^\W\d_][^\d,;\n]{5,}")
Spot = tuple[Sheet, int, int, str]


def c110_postal_address_differs(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """Another house number, another postcode: a letter that does not arrive.
    Remedy: write the address as organisation.yaml has it, or correct it there."""
    house = next((s for s in sheets if s.kind == "page" and s.slug == "organisation"), None)
    found = _ADDRESS.search(house.source) if house else None
    street = _STREET.search(found["address"]) if found else None
    if house is None or street is None:
        return
    form = _form(street[0].strip())
    numbers: list[Spot] = []
    codes: list[Spot] = []
    words = street[0].strip().lower()
    # The longest run of plain letters stands there with the accents and without.
    sign = words if words.isascii() else max(re.findall(r"[a-z]+", words), key=len, default=words)
    for sheet in sheets:
        if sheet is not house:
            yield from _misspelt(sheet, street[0].strip())
        if sign not in sheet.source.lower():
            continue
        plain = plain_text(sheet.source)
        for each in form.finditer(plain):
            for name, spots in (("number", numbers), ("code", codes)):
                if each[name]:
                    spots.append((sheet, each.start(name), each.end(name), each[name]))
            words = sheet.source[each.start("street") : each.end("street")]
            if words.casefold() != street[0].strip().casefold():
                yield _differs(sheet, each.start("street"), words, street[0].strip())
    for spots in (numbers, codes):
        yield from _odd(spots, house)


_CODED = sought(
    r"(?<![\w-])(?P<code>\d{5})[ \u00a0](?P<town>[A-ZÀ-Þ][^\W\d_]+(?:-[^\W\d_]+)*)"
    r"|(?P<place>[A-Z][a-z]{2,})[ ,]{1,2}(?P<post>[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})(?!\w)"
)


def c118_postcode_of_a_town(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*70040 Héricourt* here, *70400 Héricourt* everywhere else: two figures have changed places.
    Remedy: look it up, and write the same everywhere."""
    spots: dict[str, dict[str, list[tuple[Block, int, int]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for sheet in sheets:
        for block in sheet.blocks if sheet.kind != "page" else ():
            for found in _CODED.finditer(block.text) if block.has_figures else ():
                name = "code" if found["code"] else "post"
                town = plain_text(found["town"] or found["place"]).casefold()
                spots[town][found[name]].append((block, *found.span(name)))
    for codes in spots.values():
        for code, (first, *more) in codes.items():
            usual = [other for other in _exchanged(code) if len(codes.get(other, ())) > 1]
            if usual and not more:
                block, start, end = first
                yield block.mark(
                    "C118", start, end, f"{code} stands here, {usual[0]} elsewhere "
                                        f"({times(len(codes[usual[0]]))}, as in "
                                        f"{place(codes[usual[0]][0])})",
                    "look it up, and write the same everywhere", WARNING,
                )  # fmt: skip


def _exchanged(code: str) -> Iterator[str]:
    """A code with two of its figures in each other's place.

    >>> "70400" in _exchanged("70040"), "75011" in _exchanged("75012"), "11" in _exchanged("11")
    (True, False, False)
    """
    for one, other in itertools.combinations(range(len(code)), 2):
        if code[one] != code[other]:
            letters = list(code)
            letters[one], letters[other] = code[other], code[one]
            yield "".join(letters)


def _misspelt(sheet: Sheet, street: str) -> Iterator[Mark]:
    """`Rue des Réliures` in a house that stands in the rue des Relieurs."""
    first, *rest = street.split()
    if len(street) < 10 or not rest or first not in sheet.source:
        return
    form = rf"(?<!\w){re.escape(first)}((?:[ \n]+[^\W\d_][\w’'-]*){{{len(rest)}}})(?!\w)"
    wanted = plain_text(" ".join(rest)).casefold()
    for found in re.finditer(form, sheet.source):
        typed = plain_text(" ".join(found[1].split())).casefold()
        if typed != wanted and typed[0] == wanted[0] and distance(typed, wanted) <= 2:
            yield _differs(sheet, found.start(), found[0], street)


def _form(street: str) -> re.Pattern[str]:
    words = re.escape(plain_text(street)).replace(r"\ ", r"\s+")
    return re.compile(
        rf"(?:(?<!\w)(?P<number>\d{{1,4}}\w?),?\s+)?(?P<street>{words})(?!\w)"
        rf"(?:,?\s+\d{{1,4}}(?!\d))?(?:\s*,\s*|\s*\n\s*|\s+[–-]\s+)?"
        rf"(?P<code>(?:[A-Z]{{1,2}}-)?\d{{4,5}})?(?!\d)",
        re.IGNORECASE,
    )


def _odd(spots: Sequence[Spot], house: Sheet) -> Iterator[Mark]:
    """The ones that differ from most, or, of two, from the one of the house."""
    counts = Counter(words for *_, words in spots)
    if len(counts) < 2:
        return
    own = next((words for sheet, _, _, words in spots if sheet is house), "")
    (usual, most), (_, second) = counts.most_common(2)
    right = usual if most > second else own or usual
    for sheet, start, _, words in spots:
        if words != right:
            yield _differs(sheet, start, words, right)


def _differs(sheet: Sheet, start: int, words: str, right: str) -> Mark:
    return sheet.mark(
        "C110", start, start + len(words), f"{words!r} is {right!r} elsewhere in the address",
        "write the address as organisation.yaml has it, or correct it there", WARNING,
    )  # fmt: skip


# Hashtags ---------------------------------------------------------------------------------

_HASHTAG = sought(r"(?<![\w/&#])#([^\W\d_]\w{4,40})")
_HANDLE = sought(r"(?<![\w@./-])@([A-Za-z][\w]{4,30})(?![\w@-]|\.\w)")


def c111_hashtag_with_a_letter_wrong(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*#QuaysDay26* beside *#QuaysDays26*: half of the talk is lost. *@quay_days* beside
    *@quaydays* is somebody else.
    Remedy: write it as it is written elsewhere."""
    yield from _handles(sheets, register)
    spots: dict[str, list[tuple[Block, int, int]]] = defaultdict(list)
    declared: set[str] = set()
    for sheet in sheets:
        declared |= set(_HASHTAG.findall(sheet.source[: sheet.body_start]))
        for block in sheet.saying("#"):
            for found in _HASHTAG.finditer(block.text):
                spots[found[1]].append((block, found.start(), found.end()))
    for sheet in sheets:
        for block in sheet.saying("#"):
            yield from _cut_short(block)
    for word, places in sorted(spots.items()):
        near = [] if word in declared else _near(word, spots, declared)
        for block, start, end in places if near else ():
            yield block.mark(
                "C111", start, end, f"#{word} is #{near[0]} elsewhere",
                "write it as it is written elsewhere", WARNING,
            )  # fmt: skip


def _handles(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """A handle that stands once, and with a letter or a stroke more or less elsewhere."""
    spots: dict[str, list[tuple[Block, int, int]]] = defaultdict(list)
    for sheet in sheets:
        for block in sheet.saying("@") if sheet.kind != "page" else ():
            for found in _HANDLE.finditer(block.text):
                spots[found[1].casefold()].append((block, *found.span()))
    known = {handle.casefold() for handle in register.handles}
    longer: dict[str, list[str]] = defaultdict(list)
    for name in spots:
        for cut in _cuts(name):
            longer[cut].append(name)
    for name, (first, *more) in spots.items():
        if more or name in known:
            continue
        near = [*longer.get(name, ()), *(cut for cut in _cuts(name) if cut in spots)]
        for other in [o for o in near if _is_one(name, o)][:1]:
            block, start, end = first
            is_usual = len(spots[other]) > 1 or spots[other][0][0].sheet is block.sheet
            yield block.mark(
                "C111", start, end, f"@{name} is @{other} elsewhere",
                "write it as it is written elsewhere", WARNING if is_usual else NOTE,
            )  # fmt: skip


def _cuts(name: str) -> set[str]:
    """What is left of a handle without one of its signs."""
    return {name[:at] + name[at + 1 :] for at in range(len(name))}


def _is_one(name: str, other: str) -> bool:
    """Whether one has a stroke or a letter more: `@anna_r` and `@anna_k` are two."""
    if name.replace("_", "") == other.replace("_", ""):
        return True
    is_longer = name[0] == other[0] and len(name) > 7
    return is_longer and re.sub(r"\D", "", name) == re.sub(r"\D", "", other)


_CUT_SHORT = sought(r": (#[A-Z][a-z]+ [A-Z][a-z]+)$")


def _cut_short(block: Block) -> Iterator[Mark]:
    """`Tell us: #Lumen Tartu`: a hashtag ends at the space."""
    for found in _CUT_SHORT.finditer(block.text):
        yield block.mark(
            "C111", found.start(1), found.end(1), f"{found[1]} ends at its space",
            "write it as one word, if it is one hashtag", NOTE,
        )  # fmt: skip


def _near(word: str, spots: Mapping[str, Sequence[object]], declared: Set[str]) -> list[str]:
    """The hashtags, declared or more usual, from which a letter parts this one."""
    known = declared | {other for other, places in spots.items() if len(places) > len(spots[word])}
    years, plain = re.findall(r"\d", word), word.casefold().replace("_", "")
    return [
        other
        for other in sorted(known)
        if len(word) > 7 and re.findall(r"\d", other) == years
        if other.casefold().replace("_", "") != plain
        if distance(word.casefold(), other.casefold(), 1) == 1
    ]
