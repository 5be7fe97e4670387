"""A French sentence word by word, with what each word may be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from pipeline.checks import signs
from pipeline.checks.french import dictionary, readings
from pipeline.checks.register import Register
from pipeline.checks.sheet import OBJECT, Block, Mark, Sheet
from pipeline.frozen import commonplace
from pipeline.sought import sought

_TOKEN = sought(r"[^\W\d_]+(?:[-·./][^\W\d_]+)*(?:[’']|\b)|\d+(?:[.,\u00a0\u202f ]\d+)*|[^\w\s]|_+")
Fault = tuple[int, int, str, str]
"""From which word to which, what is said of them, and what would be right."""


class Masks(dict[str, int]):
    """What each word may be, looked up once."""

    def __missing__(self, word: str) -> int:
        found = self[word] = dictionary.of(word) if word.islower() else 0
        return found


@commonplace(frozen=True, slots=True)
class Phrase:
    """The words and signs of a sentence; the first word has a small letter if it is a word."""

    words: list[str]
    masks: list[int]
    first: str
    """The first word as it was typed."""

    def mask(self, at: int) -> int:
        return self.masks[at] if 0 <= at < len(self.masks) else 0

    def word(self, at: int) -> str:
        return self.words[at] if 0 <= at < len(self.words) else ""

    def place(self, text: str, at: int) -> int:
        """Where in the text of the sentence a word begins."""
        return next(islice(_TOKEN.finditer(text), at, None)).start()

    def shown(self, at: int) -> str:
        return self.words[at] if at else self.first


Placed = tuple[Block, int, str, Phrase]
"""A phrase with its block, where in that it begins, and its text."""


def phrases(sheet: Sheet, register: Register) -> list[Placed]:
    """Each sentence of the French blocks."""
    if "phrases" not in sheet.noted:
        known = register.memo.setdefault("masks", Masks())
        assert isinstance(known, Masks)
        sheet.noted["phrases"] = [
            (block, sentence.start, sentence.text, _phrase(words, known))
            for block in sheet.blocks_in("fr").passages
            if signs.is_lined(block)
            for sentence in block.sentences
            if (words := _TOKEN.findall(sentence.text))
        ]
    return sheet.noted["phrases"]  # type: ignore[no-any-return]


def _phrase(words: list[str], known: Masks) -> Phrase:
    first = words[0]
    if first[0].isupper():
        small = first.lower().replace("'", "’")
        if known[small] or small[-1] == "’":
            words[0] = small
    masks = list(map(known.__getitem__, words))
    readings.narrow(words, masks, not first.islower())
    return Phrase(words, masks, first)


_OF_BOTH = sought(r"\s?\((?:e|s|es|x|l?le|n?ne|rice|euse)s?\)|[·⋅•./-]\w")
"""`Les élu·e·s`, `la ou les villes (s)`."""


_MOST = 20
"""Faults of one kind in one sentence: where there are more, there is none."""


def marks(
    sheet: Sheet, register: Register, code: str, *rules: Callable[[Phrase], Iterable[Fault]]
) -> Iterator[Mark]:
    """What the rules say of each sentence."""
    for block, start, text, phrase in phrases(sheet, register):
        for rule in rules:
            for fault in islice(rule(phrase), _MOST):
                mark = _marked(block, start, text, code, fault)
                if mark:
                    yield mark


def _marked(block: Block, start: int, text: str, code: str, fault: Fault) -> Mark | None:
    """The mark on the words of a fault, if they are the author's own."""
    first, last, message, right = fault
    places = [found.span() for found in _TOKEN.finditer(text)]
    begin, end = start + places[first][0], start + places[last][1]
    if not (block.is_own(begin) and block.is_said(start)) or _OF_BOTH.match(block.text, end):
        return None
    if OBJECT in block.text[begin:end]:
        return None
    remedy, instead = (right[1:], None) if right[:1] == "~" else (right, right)
    return block.mark(code, begin, end, message, f"write {remedy}", instead=instead)
