"""Names: every one in the form it is registered in, and in one form everywhere."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence

from pipeline.checks.register import Register, distance, folded, is_domain
from pipeline.checks.sheet import ERROR, NOTE, OBJECT, WARNING, Block, Mark, Sheet
from pipeline.checks.structure import is_references
from pipeline.errors import Level


def _form(words: Sequence[str]) -> re.Pattern[str]:
    joined = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w@/#])(?:{joined})(?![\w@])")


def n100_wrong_variant_of_a_name(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """names.yaml says how this name is spelt, and that this spelling is wrong.
    Remedy: write the registered form; --fix does it."""
    variants = {v: n for v, n in register.variants.items() if not is_domain(v)}
    if not variants or sheet.kind == "page":
        return
    form = register.memo.setdefault("variants", _form(list(variants)))
    assert isinstance(form, re.Pattern)
    for block in sheet.blocks:
        for found in form.finditer(block.text):
            right = variants[found[0]]
            if _stands_in(right, found, block.text) or _hyphenated(found, block.text):
                continue
            level = WARNING if block.is_capitals and len(block.text) > len(found[0]) else ERROR
            yield block.mark(
                "N100", found.start(), found.end(), f"{found[0]!r} is written {right!r} here",
                f"write {right}", level, right,
            )  # fmt: skip


def _stands_in(right: str, found: re.Match[str], text: str) -> bool:
    """Whether the wrong form is only a part of the right one."""
    start = max(0, found.start() - len(right))
    return found[0] in right and right in text[start : found.end() + len(right)]


def _hyphenated(found: re.Match[str], text: str) -> bool:
    return (
        text[found.end() : found.end() + 1] == "-"
        and text[found.end() + 1 : found.end() + 2].isalpha()
        and "-" in found[0]
    )


_TOKEN = re.compile(r"[^\W_](?:[\w’'.&-]*[^\W_])?|&")


def _tokens(block: Block) -> list[tuple[str, int, int]]:
    return [(m[0], m.start(), m.end()) for m in _TOKEN.finditer(block.text)]


def n101_name_nearly_as_registered(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A name that differs by an accent, a hyphen, an ampersand, a capital or one letter.
    Remedy: write the registered form, or register this one."""
    if sheet.kind == "page" or not register.names:
        return
    index = _index(register)
    for block in sheet.blocks:
        if not block.is_capitals:
            yield from _near_names(block, index)


def _near_names(block: Block, index: _Index) -> Iterator[Mark]:
    tokens = _tokens(block)
    taken = -1
    for position, (token, start, _) in enumerate(tokens):
        if start < taken or not index.may_begin(token):
            continue
        for count in index.counts:
            if position + count > len(tokens):
                continue
            end = tokens[position + count - 1][2]
            words = block.text[start:end]
            right = index.registered(words, count)
            if right is None:
                continue
            taken = end
            is_told = right == words or words in index.told
            level = None if is_told else _gravity(words, right, block, start)
            if level and not block.is_foreign(start):
                yield _nearly(block, start, end, words, right, level)
            break


def _nearly(block: Block, start: int, end: int, words: str, right: str, level: Level) -> Mark:
    is_same = folded(words) == folded(right)
    message = f"{words!r} is registered as {right!r}"
    return block.mark(
        "N101", start, end, message, f"write {right}, or register {words}", level,
        right if is_same else None,
    )  # fmt: skip


class _Index:
    """The registered names, by what is left when spelling does not count, and by their ends."""

    def __init__(self, names: Sequence[str], told: Collection[str]) -> None:
        self.told = told
        """The wrong forms that names.yaml lists itself."""
        self.by_fold = {folded(name): name for name in names}
        self.by_ends: dict[tuple[int, str], list[str]] = defaultdict(list)
        self.begins: set[str] = set()
        counts: set[int] = set()
        for name in names:
            count = len(_TOKEN.findall(name))
            # A hyphen may have become a space, and a space a hyphen.
            counts |= {count, len(re.findall(r"[^\W_]+|&", name)), 1}
            self.begins.add(folded(name)[:2])
            if len(name) >= 7:
                self.by_ends[count, name[:3].casefold()].append(name)
                self.by_ends[count, name[-3:].casefold()].append(name)
        self.counts = sorted(counts, reverse=True)
        self.known: dict[str, bool] = {}

    def may_begin(self, token: str) -> bool:
        known = self.known.get(token)
        if known is None:
            known = self.known[token] = folded(token)[:2] in self.begins
        return known

    def registered(self, words: str, count: int) -> str | None:
        """The registered name these words are, or nearly are."""
        if len(words) < 3 or words.islower():
            return None
        same = self.by_fold.get(folded(words))
        if same is not None:
            return same
        if len(words) < 6 or not (words[0].isupper() or words[0].isdigit()):
            return None
        near = self.by_ends.get((count, words[:3].casefold()), [])
        for name in near + self.by_ends.get((count, words[-3:].casefold()), []):
            if abs(len(name) - len(words)) <= 1 and distance(words, name, 1) == 1:
                return name
        return None


def _index(register: Register) -> _Index:
    known = register.memo.get("names")
    if not isinstance(known, _Index):
        known = register.memo["names"] = _Index(register.names, register.variants)
    return known


def _gravity(words: str, right: str, block: Block, start: int) -> Level | None:
    if block.is_capitals or (words.isupper() and not right.isupper() and len(words) > 20):
        return None
    if words.rstrip("s'’") == right.rstrip("s'’") or OBJECT in words:
        return None
    if folded(words) == folded(right):
        return _gravity_of_same(words, right)
    # One letter: a plural or a case ending is none of our business.
    if (
        right[:-1] == words
        or words[:-1] in (right, right[:-1])
        or words.casefold() == right.casefold()
    ):
        return None
    first, second = words.split(), right.split()
    if len(second) < 2:
        return WARNING if len(right) >= 8 and not right.isupper() else None
    odd = [(a, b) for a, b in zip(first, second, strict=False) if a != b]
    if len(first) != len(second) or not odd or len(odd[0][1]) < 4:
        return None
    if re.fullmatch(r"[\d.]+", odd[0][0]) or odd[0][0].rstrip("s") == odd[0][1].rstrip("s"):
        return None
    return ERROR


def _gravity_of_same(words: str, right: str) -> Level | None:
    def plain(text: str) -> str:
        return "".join(
            c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)
        )

    if words.casefold() == right.casefold():
        # An ordinary word may look like a project: `prepare`, `Bridge`.
        is_camel = bool(re.search(r"[a-z][A-Z]|[A-Z]{2,}[a-z]|[A-Z][a-z]+[A-Z]", right))
        if is_camel and " " not in right:
            return ERROR if not words.islower() and not words.istitle() else None
        is_long = len(right.split()) >= 3
        return WARNING if is_long and not words.isupper() and words[0].isupper() else None
    if plain(words).casefold() == plain(right).casefold():
        return ERROR if len(words) > 3 else None
    if (words.isupper() and len(words) < 6) or (" " in words) != (" " in right or "-" in right):
        # `River Towns` need not be `Rivertowns`.
        return None
    return ERROR if len(right) > 6 and any(c.isupper() for c in words[1:]) else WARNING


# Names nobody has registered --------------------------------------------------------------

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'-]*[^\W_]"
_SMALL = r"(?:de|du|des|la|le|les|van|der|von|di|della|del|of|the|and|et|und|&|für|y|e|d[’']|l[’'])"
_SEQUENCE = re.compile(rf"(?<![\w’'-]){_CAPITAL}(?:(?:\s{_SMALL}){{0,2}}\s{_CAPITAL})*")


def n102_two_spellings_of_one_name(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """Two spellings of one name in one language: one of them is wrong.
    Remedy: choose one and register it in names.yaml, the other one under `not`."""
    registered = {folded(name) for name in register.names} | {folded(v) for v in register.variants}
    spots: dict[str, dict[str, list[tuple[Block, int, int]]]] = defaultdict(dict)
    for sheet in sheets:
        for block in sheet.blocks:
            if block.is_capitals or block.kind == "heading":
                continue
            for words, start, end in _sequences(block):
                spots[block.language[:2]].setdefault(words, []).append((block, start, end))
    for surfaces in spots.values():
        yield from _accents(surfaces, registered)
        yield from _letters(surfaces, registered)


def _sequences(block: Block) -> Iterator[tuple[str, int, int]]:
    for found in _SEQUENCE.finditer(block.text):
        words, start = found[0], found.start()
        if OBJECT in words or any(a <= start < b for a, b, _ in block.foreign):
            continue
        begins = (
            not block.text[:start].strip(' “"«‘(')
            or block.text[:start].rstrip(' “"«‘(')[-1:] in ".!?:…"
        )
        if begins:
            # The first word of a sentence has its capital for another reason.
            first, gap, rest = words.partition(" ")
            if not rest or len(rest) < 4 or not re.match(_CAPITAL, rest):
                if " " not in words:
                    continue
            elif first.lower() in _OPENERS:
                words, start = rest, start + len(first) + len(gap)
        yield words, start, start + len(words)


_OPENERS = frozenset(
    "the a an in on at for from with by to of and but as if when while after before since our its "
    "le la les un une des du de en dans pour par avec sur à au aux et mais si dès der die das im "
    "both all this that these those il elle ils cette ce ces l d".split()
)


def _accents(
    surfaces: dict[str, list[tuple[Block, int, int]]], registered: set[str]
) -> Iterator[Mark]:
    groups: dict[str, list[str]] = defaultdict(list)
    for words in surfaces:
        if len(words) >= 5:
            groups[folded(words)].append(words)
    for fold, forms in groups.items():
        if len(forms) < 2 or fold in registered:
            continue
        ordered = sorted(forms, key=lambda words: (-len(surfaces[words]), words))
        best = ordered[0]
        for other in ordered[1:]:
            if (best[0] != other[0] and " " not in best) or block_language(surfaces[other]) == "de":
                continue
            if _is_title_of_a_work(surfaces[other]) and not _is_title_of_a_work(surfaces[best]):
                continue
            if _is_mere_case(best, other) or not _counts(best, other, surfaces):
                continue
            spots = surfaces[other]
            block, start, end = next(
                (spot for spot in spots if not is_references(spot[0].section)), spots[0]
            )
            yield _spelt(block, start, end, other, best, len(surfaces[best]))


def block_language(spots: list[tuple[Block, int, int]]) -> str:
    """German umlauts come with the plural; elsewhere an accent is part of the name."""
    return spots[0][0].language[:2]


def _is_title_of_a_work(spots: list[tuple[Block, int, int]]) -> bool:
    """Whether it stands only where publications are cited, with the spelling of their time."""
    return all(is_references(block.section) for block, _, _ in spots)


def _is_mere_case(first: str, second: str) -> bool:
    return first.casefold() == second.casefold()


def _counts(best: str, other: str, surfaces: dict[str, list[tuple[Block, int, int]]]) -> bool:
    """Hyphens and `and` vary for good reasons in single words; accents do not."""
    same_letters = re.sub(r"[^\w]", "", best).casefold() == re.sub(r"[^\w]", "", other).casefold()
    if best.replace("’", "'") == other.replace("’", "'"):
        return False
    if same_letters:
        return (
            " " in best
            and " " in other
            and len(best) > 8
            and best.count(" ") + other.count(" ") > 2
        )
    return len(surfaces[best]) >= len(surfaces[other])


def _spelt(block: Block, start: int, end: int, other: str, best: str, count: int) -> Mark:
    times = f"{count} times" if count > 1 else "once"
    return block.mark(
        "N102", start, end, f"{other!r} is {best!r} elsewhere ({times})",
        "choose one, and register it in names.yaml", WARNING,
    )  # fmt: skip


def _letters(
    surfaces: dict[str, list[tuple[Block, int, int]]], registered: set[str]
) -> Iterator[Mark]:
    """Names of two words and more of which one letter differs."""
    buckets: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for words in surfaces:
        parts = words.split()
        if not 2 <= len(parts) <= 5 or len(words) < 9 or folded(words) in registered:
            continue
        for index in range(len(parts)):
            rest = (*parts[:index], "", *parts[index + 1 :])
            if any(len(part) > 2 for part in rest):
                buckets[rest].append(words)
    told: set[str] = set()
    for rest, forms in buckets.items():
        if 2 <= len(forms) <= 40:
            yield from _pairs(forms, rest.index(""), surfaces, told)


def _pairs(
    forms: list[str],
    index: int,
    surfaces: dict[str, list[tuple[Block, int, int]]],
    told: set[str],
) -> Iterator[Mark]:
    # A letter is lost more often than it is added.
    ordered = sorted(forms, key=lambda words: (-len(surfaces[words]), -len(words), words))
    for position, best in enumerate(ordered):
        for other in ordered[position + 1 :]:
            first, second = best.split()[index], other.split()[index]
            if other in told or not _is_slip(first, second):
                continue
            told.add(other)
            block, start, end = surfaces[other][0]
            yield _spelt(block, start, end, other, best, len(surfaces[best]))


def _is_slip(first: str, second: str) -> bool:
    """Whether one letter was lost or changed inside a word, and it is no ending."""
    short, long = sorted((first.strip("’'"), second.strip("’'")), key=len)
    if len(short) < 5 or folded(short) == folded(long) or distance(first, second, 1) != 1:
        return False
    if any(c.isdigit() for c in first + second) or first.isupper() or second.isupper():
        return False
    if long.startswith(short):
        return long[-1] not in "sesnaioyr" and short[0].isupper()
    return short[:-1] != long[:-1] and short[0] == long[0]


# Acronyms ---------------------------------------------------------------------------------

_ACRONYM = re.compile(r"(?<![\w@#/.&-])([A-Z][A-Z]{2,7})(?:s|’s|'s)?(?![\w@/&-]|\.\w)")
_KNOWN = frozenset(
    "EU UN UK USA NATO UNESCO UNICEF OECD WHO NGO NGOS PDF HTML CSS URL FAQ CEO AIDS HIV COVID BBC"
    " GDPR RGPD CCTV GPS SMS LGBT LGBTQ LGBTQI ISBN ISSN TV IT AI IA DNA ADN GDP PIB VAT TVA "
    "USB XML"
    " CSV JSON API APIS HTTP HTTPS WWW ICT TIC SME SMES PME NHS MP MPS MEP MEPS ISO FIFA UEFA NASA"
    " EUR USD GBP CET CEST GMT UTC RSS RER SNCF ONU OTAN OMS OCDE ONG UE CNIL INSEE DVD CD ID SDG"
    " SDGS ODD PHD BSC MSC RSVP ASAP DIY FYI IP PC HR PR QA QR UX UI SEO CMS DOI OS III VII VIII"
    " XIII XIV XVI XVII XVIII XIX XXI XII TODO TBC TBD NOTE OK NB PS II IV VI IX XI XV XX END ENDS"
    .split()
)  # fmt: skip


def n103_acronym_never_expanded(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """An acronym that is nowhere spelt out speaks to insiders only.
    Remedy: write it out once, with the acronym in brackets, or give names.yaml its meaning."""
    known = _KNOWN | {name.upper() for name in register.names} | register.meanings
    first: dict[str, tuple[Block, int, int]] = {}
    expanded: set[str] = set()
    for sheet in sheets:
        for block in sheet.blocks:
            if block.is_capitals:
                continue
            text = block.text
            for found in _ACRONYM.finditer(text):
                word = found[1]
                is_told = text[found.start() - 1 : found.start()] == "(" or re.match(
                    r"\s?\(", text[found.end() : found.end() + 2]
                )
                if is_told:
                    expanded.add(word)
                elif word not in known:
                    first.setdefault(word, (block, found.start(1), found.end(1)))
    for word, (block, start, end) in first.items():
        if word not in expanded:
            yield block.mark(
                "N103", start, end, f"{word} is nowhere spelt out",
                f"write it out once, with ({word}) behind it, or give names.yaml its meaning", NOTE,
            )  # fmt: skip


_TOLD = re.compile(r"(?<=\s)\(([A-Z][A-Za-z]{1,7}[A-Z])\)")
_WORDS_BEFORE = re.compile(r"(?:[^\W\d_][\w’'-]*[\s/-]+){1,9}$")


def n104_acronym_with_two_meanings(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """One acronym is spelt out in two ways: readers will look for two bodies.
    Remedy: write the same words everywhere."""
    meanings: dict[tuple[str, str], dict[str, tuple[str, Block, int, int]]] = defaultdict(dict)
    counts: Counter[tuple[str, str, str]] = Counter()
    for sheet in sheets:
        for block in sheet.blocks:
            for found in _TOLD.finditer(block.text) if "(" in block.text else ():
                before = _WORDS_BEFORE.search(
                    block.text, max(0, found.start() - 140), found.start()
                )
                words = _spelt_out(before[0], found[1]) if before else ""
                if not words:
                    continue
                key = (block.language[:2], found[1])
                start = found.start() - len(words) - 1
                counts[(*key, folded(words))] += 1
                meanings[key].setdefault(folded(words), (words, block, start, found.end()))
    for key, told in meanings.items():
        if len(told) < 2:
            continue
        ordered = sorted(told.items(), key=lambda pair: -counts[(*key, pair[0])])
        best = ordered[0][1][0]
        for _, (words, block, start, end) in ordered[1:]:
            if not _is_other(best, words):
                continue
            yield block.mark(
                "N104", start, end, f"{key[1]} is spelt out as {words!r}, elsewhere as {best!r}",
                "write the same words everywhere", WARNING,
            )  # fmt: skip


def _spelt_out(before: str, acronym: str) -> str:
    """The words before a bracket whose first letters the acronym has; nothing, if they do not."""
    before = re.sub(r"\b[lLdD][’'](?=\w)", "", before)
    words = before.split()
    letters = list(acronym.upper())
    for count in range(len(letters), len(letters) + 4):
        taken = words[-count:]
        if len(taken) < count:
            return ""
        initials = "".join(
            part[0].upper() for word in taken for part in re.split(r"[-/’']", word) if part
        )
        if taken[0][0].upper() == letters[0] and _contains(initials, letters):
            return before[before.rindex(taken[0]) if taken.count(taken[0]) == 1 else 0 :].strip()
    return ""


def _contains(initials: str, letters: list[str]) -> bool:
    position = 0
    for letter in letters:
        position = initials.find(letter, position) + 1
        if not position:
            return False
    return True


def _is_other(first: str, second: str) -> bool:
    """Whether two expansions differ by more than number or an article."""

    def bare(words: str) -> list[str]:
        return [w.rstrip("s") for w in words.casefold().replace("-", " ").split() if len(w) > 3]

    one, other = set(bare(first)), set(bare(second))
    return not (one >= other or other >= one)
