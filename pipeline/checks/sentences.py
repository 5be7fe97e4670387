"""A text at a second look: its sentences, its words and its signs, each found once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from pipeline.frozen import commonplace
from pipeline.sought import Worded, sought


@commonplace(frozen=True, slots=True)
class Sentence:
    text: str
    start: int
    """Where in the block's text it begins."""

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def letters(self) -> list[str]:
        return letters_of(self.text.lower())


class Reading:
    """What can be found again in a text, and is kept only as long as somebody asks."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def sentences(self) -> list[Sentence]:
        return list(_sentences(self.text))

    @cached_property
    def lowered(self) -> str:
        # Of all letters, only İ is two in small; places are looked for in here.
        return self.text.replace("İ", "i").lower()

    @cached_property
    def words(self) -> list[str]:
        return _WORD.findall(self.lowered)

    @cached_property
    def letters(self) -> list[str]:
        """Every run of letters in small letters: what a word is when nothing else counts."""
        return letters_of(self.lowered)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        return frozenset(self.letters)

    @cached_property
    def has_figures(self) -> bool:
        return _FIGURE.search(self.text) is not None

    @cached_property
    def is_capitals(self) -> bool:
        if _SMALL_LETTERS.search(self.text):
            return False
        letters = [c for c in self.text if c.isalpha()]
        return bool(letters) and sum(c.isupper() for c in letters) > 0.8 * len(letters)


_NO_LETTERS = {code: " " for code in range(128) if not chr(code).isalpha()}
_LETTERS = sought(r"[^\W\d_]+")
_OF_LATIN = sought(r"[a-zªµº²³¹¼-¾ß-öø-ſ]+")
_OTHER_LETTER = sought(r"[^\x00-ſ‐-‧\u202f‹›€\ufffc]")


def letters_of(lowered: str) -> list[str]:
    """Every run of letters; where all of them are Latin, a list of those is sooner gone through.

    >>> letters_of("l’été à kraków, 12 km² до"), letters_of("it’s_a1b")
    (['l', 'été', 'à', 'kraków', 'km²', 'до'], ['it', 's', 'a', 'b'])
    """
    parted = lowered.replace("’", " ")
    if parted.isascii():
        return parted.translate(_NO_LETTERS).split()
    is_latin = lowered.isascii() or not _OTHER_LETTER.search(lowered)
    return (_OF_LATIN if is_latin else _LETTERS).findall(lowered)


_FIGURE = sought(r"\d")
_SMALL_LETTERS = sought(r"[a-zß-ÿ]{5}")
_WORD = Worded(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_STOP = sought(r"[.!?…]+[\"'”’»)\]]*\s+")
_ABBREVIATED = frozenset(
    "e.g i.e cf vs etc approx ca no nos nr art vol fig p pp ed eds al st ste mr mrs ms dr prof rev "
    "gen col sen rep hon dept inc ltd co corp jr sr mme mlle mm av bd env max min tel tél réf ref "
    "sect chap ch p.ex z.b d.h u.a bzw usw evtl inkl sog jan feb apr aug sept sep oct nov dec bijv "
    "o.a d.w.z sig sra ecc es pag resp incl excl est lit op cit ibid ff viz para paras rn u.s u.k "
    "u.n e.u dot itd itp tzn tzw odn godz pkt ust ordf dvs osv uvm bspw ggf vgl kms núm pág zgn "
    "mevr dhr cfr dott "
    "kl t.ex bl.a d.v.s fr.o.m t.o.m m.m m.fl s.k p.g.a f.d jfr tfn uppl f.eks m.v mht vedr pga "
    "esim ks vrt ns ym yms jne puh nro alk toim huom tms "
    "str cca dl d-na d-l alin pct jud ș.a ș.a.m.d ul nám č např popř apod atd tzv tj mj odst písm "
    "hod tis mld npr oz ipd št t.i br čl ods stb kb ill ún nt lk piem u.c utt plkst lpp pvz t.y "
    "π.χ κ.λπ δηλ напр т.н стр бр".split()
)
_MONTH = sought(
    r"(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b"
)
"""In German, which alone writes it with a capital behind *26.*"""
_LENGTHS = range(2, max(map(len, _ABBREVIATED)) + 1)


def _is_abbreviated(stop: str) -> bool:
    """Whether the full stop at the end belongs to a word: an abbreviation, or one letter.

    >>> [_is_abbreviated(words) for words in ("See Fig.", "etc.", "by J.", "the end.", "3.")]
    [True, True, True, False, False]
    """
    words = stop[:-1].lower()
    last = words[-1:]
    if last.isalpha() and not words[-2:-1].isalnum():
        return True
    return any(
        words[-count:] in _ABBREVIATED and not _is_of_word(words[-count - 1 : -count])
        for count in _LENGTHS
    )


def _is_of_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


_ORDINAL = sought(r"(?<!\d)\d{1,3}\.$")


def _is_ordinal(stop: str, text: str, end: int) -> bool:
    """Whether the stop makes a number a day or a rank.

    >>> _is_ordinal("am 26.", "am 26. November", 7), _is_ordinal("to 26.", "to 26. The", 7)
    (True, False)
    >>> _is_ordinal("2.", "2. painos", 3), _is_ordinal("2. 3.", "2. 3. 2026", 3)
    (True, True)
    """
    after = text[end : end + 1]
    if after.isdigit() and stop[-2:-1].isdigit():
        return True
    return bool(_ORDINAL.search(stop)) and (after.islower() or bool(_MONTH.match(text, end)))


def _sentences(text: str) -> Iterator[Sentence]:
    start = 0
    for found in _STOP.finditer(text):
        end = found.end()
        stop = text[max(start, found.start() - 14) : found.start() + 1]
        if found[0].rstrip() == "." and text[end : end + 1] != "" and _is_abbreviated(stop):
            continue
        if found[0].rstrip() == "." and _is_ordinal(stop, text, end):
            continue
        yield Sentence(text[start:end].rstrip(), start)
        start = end
    if text[start:].strip():
        yield Sentence(text[start:].rstrip(), start)
