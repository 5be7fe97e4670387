"""Names: every one in the form it is registered in."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from pipeline.checks.register import Register, distance, folded, is_domain, shortened
from pipeline.checks.sentences import Reading
from pipeline.checks.sheet import ERROR, OBJECT, WARNING, Block, Mark, Sheet
from pipeline.errors import Level
from pipeline.sought import Worded, sought


def _form(words: Sequence[str]) -> re.Pattern[str]:
    joined = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w@/#])(?:{joined})(?![\w@])")


def n100_wrong_variant_of_a_name(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """names.yaml says how this name is spelt, and that this spelling is wrong.
    Remedy: write the registered form; fix=1 does it."""
    variants = {v: n for v, n in register.variants.items() if not is_domain(v)}
    if not variants or _is_register(sheet):
        return
    form = register.memo.setdefault("variants", _form(list(variants)))
    assert isinstance(form, re.Pattern)
    here = [variant for variant in variants if _may_stand(variant, sheet.reading)]
    for block in sheet.blocks if here else ():
        if not any(map(block.text.__contains__, here)):
            continue
        for found in form.finditer(block.text):
            right = variants[found[0]]
            if _stands_in(right, found, block.text) or _hyphenated(found, block.text):
                continue
            level = WARNING if block.is_capitals and len(block.text) > len(found[0]) else ERROR
            yield block.mark(
                "N100", found.start(), found.end(), f"{found[0]!r} is written {right!r} here",
                f"write {right}", level, right,
            )  # fmt: skip


_LETTERS = sought(r"[^\W\d_]+")


def _may_stand(variant: str, reading: Reading) -> bool:
    begins = _LETTERS.search(variant.lower())
    return (not begins or begins[0] in reading.vocabulary) and variant in reading.text


def _is_register(sheet: Sheet) -> bool:
    return sheet.kind == "page" and sheet.slug == "names"


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


_TOKEN = Worded(r"[^\W_]+(?:[_’'.&-]+[^\W_]+)*|&")


def n101_name_nearly_as_registered(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """A name that differs by an accent, a hyphen, an ampersand, a capital or one letter.
    Remedy: write the registered form, or register this one."""
    if _is_register(sheet) or not register.names:
        return
    index = _index(register)
    for block in sheet.blocks:
        if not block.is_capitals:
            yield from _near_names(block, index)


def _near_names(block: Block, index: _Index) -> Iterator[Mark]:
    beginnings = index.beginnings(_TOKEN.findall(block.text))
    spans = [found.span() for found in _TOKEN.finditer(block.text)] if beginnings else []
    taken = -1
    for position in beginnings:
        start = spans[position][0]
        if start < taken:
            continue
        for count in index.counts:
            if position + count > len(spans):
                continue
            end = spans[position + count - 1][1]
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
        self.ends: set[tuple[int, str]] = set()
        self.blurred: dict[str, list[str]] = defaultdict(list)
        """Each name with a letter left out: what is a slip away from it has one of these, too."""
        self.by_beginning: dict[str, list[str]] = defaultdict(list)
        """Their first two letters -> what is left of each."""
        counts: set[int] = set()
        for name in names:
            count = len(_TOKEN.findall(name))
            # A hyphen may have become a space, and a space a hyphen.
            counts |= {count, len(re.findall(r"[^\W_]+|&", name)), 1}
            self.by_beginning[folded(name)[:2]].append(folded(name))
            if len(name) >= 7:
                self.ends |= {(count, name[:3].casefold()), (count, name[-3:].casefold())}
                for form in shortened(name):
                    self.blurred[form].append(name)
        self.counts = sorted(counts, reverse=True)
        self.known: set[str] = set()
        """The words that were looked at, and below those that a name may begin with."""
        self.first: set[str] = set()

    def beginnings(self, words: Sequence[str]) -> list[int]:
        """Which of these words may begin a name: one with a capital in it, or soon after it."""
        if len(self.known) > 1 << 14:
            self.known.clear()
            self.first.clear()
        fresh = set(words) - self.known
        self.known |= fresh
        self.first |= {word for word in fresh if self._may_begin(word)}
        if self.first.isdisjoint(words):
            return []
        reach = self.counts[0]
        return [
            at
            for at, word in enumerate(words)
            if word in self.first and not all(map(str.islower, words[at : at + reach]))
        ]

    def _may_begin(self, word: str) -> bool:
        plain = folded(word)
        near = self.by_beginning.get(plain[:2], [])
        # In small letters it is told only where all the letters of the name follow.
        return any(not word.islower() or name.startswith(plain[: len(name)]) for name in near)

    def registered(self, words: str, count: int) -> str | None:
        """The registered name these words are, or nearly are."""
        if len(words) < 3 or words.islower():
            return None
        same = self.by_fold.get(folded(words))
        if same is not None:
            return same
        if len(words) < 6 or not (words[0].isupper() or words[0].isdigit()):
            return None
        begins, ends = words[:3].casefold(), words[-3:].casefold()
        if self.ends.isdisjoint(((count, begins), (count, ends))):
            return None
        near = {name for form in shortened(words) for name in self.blurred.get(form, ())}
        near = {name for name in near if distance(words, name, 1) == 1}
        near = {name for name in near if len(_TOKEN.findall(name)) == count}
        first = [name for name in near if name[:3].casefold() == begins]
        return min(first or [name for name in near if name[-3:].casefold() == ends], default=None)


def _index(register: Register) -> _Index:
    known = register.memo.get("names")
    if not isinstance(known, _Index):
        known = register.memo["names"] = _Index(register.names, register.variants)
    return known


def _gravity(words: str, right: str, block: Block, start: int) -> Level | None:
    if block.is_capitals or (words.isupper() and not right.isupper() and len(words) > 20):
        return None
    if words[1:] == right[1:] and words[0].lower() == right[0]:
        # `The City of Ghent` begins a sentence.
        return None
    if words.replace("’", "'").rstrip("s'") == right.replace("’", "'").rstrip("s'"):
        return None
    if OBJECT in words:
        return None
    if folded(words) == folded(right):
        return None if _is_common(words, right, block, start) else _gravity_of_same(words, right)
    # One letter: a plural or a case ending is none of our business.
    if (
        right[:-1] == words
        or words[:-1] in (right, right[:-1])
        or words.casefold() == right.casefold()
    ):
        return None
    first, second = words.split(), right.split()
    if len(second) < 2:
        # Capitals among small letters: who types PRACTICES means PRACTICIES.
        return WARNING if len(right) >= 8 and words.isupper() == right.isupper() else None
    odd = [(a, b) for a, b in zip(first, second, strict=False) if a != b]
    if len(first) != len(second) or not odd or len(odd[0][1]) < 4:
        return None
    if re.fullmatch(r"[\d.]+", odd[0][0]) or odd[0][0].rstrip("s") == odd[0][1].rstrip("s"):
        return None
    return ERROR


def _is_common(words: str, right: str, block: Block, start: int) -> bool:
    """Whether it is an ordinary word with an accent of its own: `Pública`, where we are Publica."""
    if not right.isascii() or words.isascii() or " " in words:
        return False
    if re.search(r"[^\W\d_a-zß-ÿ]\w*\s$", block.text[:start]):
        return True
    return bool(re.search(rf"(?<!\w){re.escape(words.lower())}(?!\w)", block.sheet.source))


def _gravity_of_same(words: str, right: str) -> Level | None:
    def plain(text: str) -> str:
        return "".join(
            c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)
        )

    if words.casefold() == right.casefold():
        # An ordinary word may look like a project: `prepare`, `Bridge`.
        is_camel = bool(re.search(r"[a-z][A-Z]|[A-Z]{2,}[a-z]|[A-Z][a-z]+[A-Z]", right))
        if len(right) > 7 and re.fullmatch(r"(?:[A-Z][a-z]{2,}){2,}", right) and words.istitle():
            return WARNING
        if is_camel and " " not in right:
            return ERROR if not words.islower() and not words.istitle() else None
        is_long = len(re.split(r"[\s-]", right)) >= 3
        return WARNING if is_long and not words.isupper() and words[0].isupper() else None
    if plain(words).casefold() == plain(right).casefold():
        return ERROR if len(words) > 3 else None
    if (words.isupper() and len(words) < 6) or (" " in words) != (" " in right or "-" in right):
        # `River Towns` need not be `Rivertowns`.
        return None
    return ERROR if len(right) > 6 and any(c.isupper() for c in words[1:]) else WARNING
