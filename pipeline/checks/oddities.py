"""Odd ones: a word that stands once, a letter away from one that the house writes often."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from pipeline.checks import tongues
from pipeline.checks.english.derived import is_common
from pipeline.checks.english.words import knows as known
from pipeline.checks.french import dictionary
from pipeline.checks.register import Register
from pipeline.checks.sheet import WARNING, Block, Mark, Sheet
from pipeline.sought import Worded, sought

_WORD = Worded(r"[^\W\d_](?<![\w’'@/.#\\-].)[^\W\d_]{6,}(?![\w@’'/-]|\.\w)")
_LANGUAGES = ("en", "fr", "es", "pt")
"""Those whose verbs do not differ by one letter within the word."""
OFTEN = 3
"""So often the house writes a word that it knows how."""


def x144_one_letter_off(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*Bibliotèque* once, *bibliothèque* twenty times: a word that stands nowhere else and has a
    letter more, less, turned or without its accent.
    Remedy: write it as it is written elsewhere."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    last: dict[str, dict[str, int]] = defaultdict(dict)
    blocks = [block for sheet in sheets for block in sheet.blocks]
    for number, block in enumerate(blocks):
        language = block.language[:2]
        if language in _LANGUAGES:
            words = _WORD.findall(block.text)
            counts[language].update(words)
            last[language].update(dict.fromkeys(words, number))
    for language, said in counts.items():
        odd = _odd(said)
        # What stands once stands where it was seen last.
        for number, word in sorted((last[language][word], word) for word in odd):
            yield from _marks(blocks[number], word, odd[word], said[odd[word]])


def _marks(block: Block, word: str, usual: str, times: int) -> Iterator[Mark]:
    at = block.text.find(word)
    is_name = word.istitle() and _plain(word) == _plain(usual) and _PARTICLE.search(block.text[:at])
    is_word = block.language[:2] == "fr" and dictionary.of(word) and len(word) == len(usual)
    is_right = is_name or is_word or _is_in_another_language(block, at)
    if block.is_own(at) and not is_right:
        yield block.mark(
            "X144", at, at + len(word), f"{word!r} stands here, {usual!r} elsewhere ({times} "
            "times)",
            f"write {usual}", WARNING,
        )  # fmt: skip


_PARTICLE = sought(r"\b(?:[Dd][eaiou]|[Dd]el|[Dd]ell[ao]|[Dd]es|[Dd][eo]s|[Ll][ae]s?|[Ee]l) $")
"""`Universitat Politècnica de València`: within a name each language has its own accents."""


def _is_in_another_language(block: Block, at: int) -> bool:
    """Whether its sentence is: `difference` is English, *différence* all around it French."""
    said = block.around(at).text
    _, foreign, mine, _ = tongues.votes(said, block.language[:2], is_whole=True)
    return foreign > mine


def _odd(counts: Counter[str]) -> dict[str, str]:
    """The words that stand once, with the one they were meant to be."""
    usual: dict[str, list[str]] = {}
    for word, times in counts.items():
        if times >= OFTEN:
            for key in _keys(word):
                usual.setdefault(key, []).append(word)
    found: dict[str, str] = {}
    for word, times in counts.items():
        if times > 1:
            continue
        first, last, size = word[0], word[-1], len(word)
        near = [
            one
            for key in _keys(word)
            for one in usual.get(key, ())
            if -2 < len(one) - size < 2 and one[-1] == last and one[0] == first
        ]
        near = [one for one in near if _is_slip(word, one)]
        if near and not _is_form(word, counts):
            found[word] = max(near, key=lambda one: (counts[one], one))
    return found


def _keys(word: str) -> tuple[str, str, str]:
    """One letter more, less or turned leaves the beginning as it was, or the end."""
    return word[:4], word[4:], word[5:]


def _is_form(word: str, counts: Counter[str]) -> bool:
    """Whether it is the plural, the singular or the capital of a word that stands elsewhere."""
    forms = (f"{word}s", f"{word}e", word.rstrip("s"), word.lower(), word.capitalize())
    return any(form != word and form in counts for form in forms)


def _plain(word: str) -> str:
    split = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in split if not unicodedata.combining(letter))


def _is_slip(word: str, usual: str) -> bool:
    """
    >>> _is_slip("bibliotèque", "bibliothèque"), _is_slip("reseaux", "réseaux")
    (True, True)
    >>> _is_slip("demandées", "demandes"), _is_slip("charges", "changes")
    (False, False)
    """
    if len(word) != len(usual):
        return _is_longer(*sorted((word, usual), key=len))
    apart = [at for at, (one, other) in enumerate(zip(word, usual, strict=True)) if one != other]
    if len(apart) == 1:
        pair = word[apart[0]], usual[apart[0]]
        # `Connaitre` is as right as `connaître`, `évènement` as `événement`.
        is_accent = _plain(pair[0]) == _plain(pair[1]) and _REFORMED.isdisjoint(pair)
        # `Équipés` and `équipes` are two words.
        is_accent = is_accent and apart[0] < len(word) - 2 and not _TWO_WAYS.search(word.lower())
        is_name = word[0].isupper() and len(word) >= 9 and pair[0].lower() != pair[1].lower()
        is_name = is_name and {*pair} not in _OF_NAMES
        return is_accent or is_name
    is_turned = len(apart) == 2 and apart[1] == apart[0] + 1 < len(word) - 3 and len(word) >= 8
    return is_turned and (word[apart[0]], word[apart[1]]) == (usual[apart[1]], usual[apart[0]])


_OF_NAMES = ({"i", "y"}, {"s", "z"}, {"c", "k"})
"""`Christelle` and `Chrystelle` are two persons."""
_REFORMED = frozenset("îûÎÛ")
_TWO_WAYS = sought(r"[ée]v[éèe]nem|r[éè]glement|all[éè]g|s[éè]ch|cr[éè]m|c[éè]d|m[éè]n|aff[éè]t")
_ENDING = sought(r"(?:ez|ons|er|ère|ers|d[oa]s?)$")


def _is_longer(short: str, long: str) -> bool:
    if len(long) - len(short) != 1:
        return False
    pairs = enumerate(zip(short, long, strict=False))
    at = next((i for i, (one, other) in pairs if one != other), -1)
    if at < 1 or at >= len(long) - 2 or short[at:] != long[at + 1 :]:
        return False
    is_doubled = long[at] in (long[at - 1], long[at + 1])
    # `Souhaitiez` and `souhaitez`, `demandées` and `demandes` are forms of one word.
    is_form = (
        long[at] == "é"
        or (long[at] in "in" and _ENDING.match(long, at + 1))
        or (long[at - 1 : at + 1] == "er" and _ENDING.match(long, at + 1))
    )
    if is_form:
        return False
    is_name = long.istitle() and len(long) > 7 and not _is_a_word(long, short)
    return is_name or len(short) >= (7 if is_doubled else 9)


def _is_a_word(*words: str) -> bool:
    """Whether one of them is in a dictionary: *Stendhapp* and *Stendapp* are in none."""
    lowered = [word.lower() for word in words]
    return any(is_common(word) or known(word) or dictionary.of(word) for word in lowered)
