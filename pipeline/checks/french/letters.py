"""Words that the dictionary of French does not have, and that one letter or accent makes known."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from pipeline.checks.french import dictionary
from pipeline.checks.french.dictionary import (
    CELLS,
    MANY,
    NOUN,
    ONE,
    OTHER,
    PARTICIPLE,
    PRESENT,
    VERB,
)
from pipeline.checks.french.phrases import Phrase, Placed, phrases
from pipeline.checks.register import Register
from pipeline.checks.sheet import Block, Sheet
from pipeline.sought import sought

_PREFIXES = tuple(
    "anti auto bio co cyber dé géo hyper hydro inter intra macro mé micro mini mono multi néo "
    "non para photo pluri poly post pré pro psycho re ré semi socio sous sur super télé trans "
    "ultra vidéo éco électro".split()
)
_DOUBLED, _SWAPPED, _LOST, _NEEDLESS = 6, 7, 8, 10
"""How long a word is at least, so that what looks like it is no other word by chance."""
_FOREIGN = frozenset(
    "the of and for with from our this using who what your are is by how to we you it on".split()
)
_JARGON = frozenset(
    "email emails beta real events emoji emojis different spatialite demo demos resume "
    "design intra".split()
)
_SHORT = frozenset("ca tres apres etre etes meme memes jai cest quil quils quon".split())
_TAKEN = frozenset("voila foret forets congres".split())
"""Words of the dictionary that nobody means."""
_REFORMED = sought(r"règlement.*|.*è[^aeiou]{1,2}er(?:a|o|i|ont)\w*")
_CIRCUMFLEX = str.maketrans("îû", "iu")
_OF_OTHERS = ("sts", "ing", "ings", "ness", "eer", "tio")
"""So end words of English, and of Latin."""
_FINAL = ("é", "és", "ée", "ées")
_USED = 3
"""So often a word stands in the texts that is one of theirs."""
_LONGEST = 30
"""Letters of a word that may be a slip of one: each of them costs as many tries as the alphabet."""
_STRANGERS = 600
"""Unknown words of a text, above which it is written in no French."""


def unknown(
    sheet: Sheet, register: Register, with_links: bool = False
) -> Iterator[tuple[Block, int, str]]:
    """The words in small letters that no dictionary has, where the words about them are French."""
    for block, start, text, phrase in _of_french(sheet, register):
        if not _FOREIGN.isdisjoint(phrase.words):
            continue
        if 0 not in phrase.masks and _TAKEN.isdisjoint(phrase.words):
            continue
        for at, word in enumerate(phrase.words):
            small = word
            if not (at or start) and word[1:].islower():
                small = word.lower() if len(word) > _DOUBLED or word.lower() in _SHORT else word
            is_strange = not phrase.masks[at] or word in _TAKEN
            if is_strange and _is_word(small) and not _is_among_others(phrase, at):
                begin = start + phrase.place(text, at)
                is_text = block.is_said(begin) if with_links else block.is_own(begin)
                if is_text and _ALONE.match(block.text, begin + len(word)):
                    yield block, begin, word


def _of_french(sheet: Sheet, register: Register) -> Sequence[Placed]:
    """Its sentences, unless so many of their words are unknown that they are of something else."""
    if "of French" not in sheet.noted:
        told = phrases(sheet, register)
        strangers: set[str] = set()
        for *_, phrase in told:
            pairs = zip(phrase.words, phrase.masks, strict=True)
            strangers.update(word for word, mask in pairs if not mask and _is_word(word))
        sheet.noted["of French"] = told if len(strangers) <= _STRANGERS else ()
    return sheet.noted["of French"]  # type: ignore[no-any-return]


_ALONE = sought(r"(?![_@=/\\⋅·•(-]|\.\w)")


def _is_word(word: str) -> bool:
    is_long = len(word) > 3 or word in _SHORT
    is_plain = word.islower() and word.isalpha() and not word.endswith(_OF_OTHERS)
    return is_long and is_plain and word not in _JARGON


def _is_among_others(phrase: Phrase, at: int) -> bool:
    """Whether a word beside it is unknown, too: they are of another language."""
    beside = (phrase.word(at - 1), phrase.word(at + 1))
    if phrase.word(at - 1) in (":", "_", "@", "/", "-", "#") or (not at and beside[1] == ":"):
        return True
    return any(
        word.islower() and len(word) > 2 and not phrase.mask(near) and not _is_akin(word)
        for near, word in zip((at - 1, at + 1), beside, strict=True)
    )


def _is_akin(word: str) -> bool:
    """Whether it is French, or nearly so."""
    return bool(
        lettered(word)
        or _elided(word)
        or _REFORMED.fullmatch(word)
        or is_built(word)
        or word[-1] in "’'"
        or not (word.isascii() or not guessed(word))
    )


@functools.cache
def lettered(word: str) -> tuple[str, ...]:
    """What *word*, which is in no dictionary, is with its accents, if it is something then.

    >>> lettered("securite"), lettered("coeur"), lettered("ville"), lettered("hackathon")
    (('sécurité',), ('cœur',), (), ())
    >>> lettered("connaitre"), lettered("packagé")
    ((), ())
    """
    if dictionary.of(word) or is_reformed(word):
        return ()
    found = tuple(filter(is_usual, dictionary.alike(word)))
    if word.endswith(_FINAL):
        found = tuple(one for one in found if one.endswith(_FINAL))
    return tuple(sorted(found, key=lambda one: (one[-2:] != word[-2:], one.count("è"), one)))


def is_reformed(word: str) -> bool:
    """Whether it lacks a circumflex that the spelling of 1990 has given up, or has its grave.

    >>> is_reformed("connaitre"), is_reformed("règlementaire"), is_reformed("securite")
    (True, True, False)
    """
    bare = word.translate(_CIRCUMFLEX)
    known = (one for one in dictionary.alike(word) if one.translate(_CIRCUMFLEX) == bare)
    return _REFORMED.fullmatch(word) is not None or any(
        is_usual(one) or one.endswith("aît") for one in known
    )


@functools.cache
def corrected(word: str) -> str:
    """The one word that it is but for a doubled, lost or needless letter, or two that changed.

    >>> corrected("apprenent"), corrected("suplémentaire"), corrected("particiaption")
    ('apprennent', 'supplémentaire', 'participation')
    >>> corrected("gratuitée"), corrected("dictée")
    ('gratuité', '')
    >>> corrected("remorqeur"), corrected("géocodage"), corrected("zzzzzz")
    ('', '', '')
    """
    bare = dictionary.of(f"{word.rstrip('es')[:-1]}é")
    if word.endswith(("ée", "és", "ées")) and bare >> PARTICIPLE & CELLS:
        return ""  # `Participée`: of some verbs nothing agrees.
    present = word[: word.rfind("ant") + 3]
    if word.endswith(("antes", "ante", "ants")) and dictionary.of(present) == PRESENT:
        return present  # `Provenantes`: it is a verb, and does not agree.
    if parted := _elided(word):
        return parted
    if word.endswith("ments") and dictionary.of(word[:-1]) == OTHER:
        return word[:-1]  # `Largements`.
    if word.endswith("als") and dictionary.of(f"{word[:-2]}ux") and dictionary.of(word[:-1]):
        return f"{word[:-2]}ux"
    if not _DOUBLED <= len(word) <= _LONGEST or is_built(word):
        return ""
    if dictionary.of(word) or dictionary.alike(word):
        return ""
    for edit in (_ended, _doubled, _swapped_or_lost, _needless, _sounded):
        found = {one for one in dictionary.WORDS.known(edit(word)) if is_usual(one)}
        if found:
            return found.pop() if len(found) == 1 else ""
    return ""


def _elided(word: str) -> str:
    """`Largent`, `quil`: two words whose apostrophe is lost.

    >>> _elided("largent"), _elided("quil"), _elided("cest"), _elided("lavage"), _elided("lidar")
    ('l’argent', 'qu’il', 'c’est', '', '')
    """
    if dictionary.of(word):
        return ""
    for small, behind in _ELIDED.items():
        rest = word.removeprefix(small)
        if rest == word or not rest or rest[0] not in "aeiouéêèàâîôh":
            continue
        is_noun = not behind and len(rest) > 2 and dictionary.of(rest) >> NOUN & CELLS
        if rest in behind or is_noun:
            return f"{small}’{rest}"
    return ""


_SAID = frozenset("est était étaient".split())
_ELIDED: dict[str, frozenset[str]] = {
    "l": frozenset(),
    "d": frozenset(),
    "qu": frozenset("il ils elles on un une en au aux".split()),
    "c": _SAID,
    "s": _SAID | frozenset("agit engage engagent inscrit appuie".split()),
    "n": _SAID | frozenset("ont avait avaient aura auront".split()),
    "j": frozenset("ai avais aurai".split()),
}
"""What has lost its vowel -> the words behind it; a noun, if none are told."""


def is_usual(word: str) -> bool:
    """Whether it is known, and not only as a verb that nobody writes."""
    mask = dictionary.of(word)
    is_said = mask & ~VERB or mask & (ONE | MANY) or (mask and word.endswith(("ez", "ons")))
    return bool(is_said) and not word.endswith(_RARE)


_RARE = ("asse", "assent", "âmes", "âtes", "îmes", "îtes", "ât", "ît", "ûmes", "ûtes", "usse")


def is_built(word: str) -> bool:
    return any(
        word.startswith(prefix) and dictionary.of(word.removeprefix(prefix)) for prefix in _PREFIXES
    )


def _ended(word: str) -> Iterator[str]:
    """`La gratuitée`: nouns of a quality end without an e."""
    if word.endswith("itée") or (word.endswith("ée") and dictionary.of(word[:-1]) & CELLS):
        yield word[:-1]
    elif word.endswith("tées"):
        yield f"{word[:-2]}s"


def _doubled(word: str) -> Iterator[str]:
    for at, letter in enumerate(word):
        if word[at + 1 : at + 2] == letter:
            yield word[:at] + word[at + 1 :]
        elif letter in "cdfglmnprst" and word[at - 1 : at] != letter:
            yield word[:at] + letter + word[at:]


def _swapped(word: str) -> Iterator[str]:
    for at in range(len(word) - 1 if len(word) >= _SWAPPED else 0):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _swapped_or_lost(word: str) -> Iterator[str]:
    """Where one of each is possible, nobody knows."""
    yield from _swapped(word)
    yield from _lost(word)


def _lost(word: str) -> Iterator[str]:
    for at in range(1, len(word) if len(word) > _DOUBLED else 0):
        # Of a short word only the silent one, or too many would be near.
        for letter in "abcdefghilmnopqrstuvé" if len(word) >= _LOST else "h":
            yield word[:at] + letter + word[at:]


def _needless(word: str) -> Iterator[str]:
    for at in range(1, len(word) - 1 if len(word) >= _NEEDLESS else 0):
        yield word[:at] + word[at + 1 :]


_SOUNDS = (
    ("en", "an"), ("an", "en"), ("em", "am"), ("am", "em"), ("y", "i"), ("i", "y"),
    ("euze", "euse"),
    ("è", "ai"), ("é", "ai"), ("ai", "è"), ("ai", "é"), ("o", "au"), ("au", "o"), ("eau", "o"),
    ("c", "s"), ("s", "c"), ("k", "qu"), ("f", "ph"), ("ph", "f"), ("t", "c"), ("c", "t"),
)  # fmt: skip


def _sounded(word: str) -> Iterator[str]:
    """`Fréquantation`, `cytoyens`: letters that sound alike."""
    for heard, written in _SOUNDS if len(word) >= _LOST else ():
        for at in range(len(word)):
            if word.startswith(heard, at):
                yield word[:at] + written + word[at + len(heard) :]


_ALPHABET = "abcdefghijklmnopqrstuvwxyzéèêàçâîôûëï"
_SHORTEST = 5
MOST = 3
"""Of more words that may be meant, none is likelier than the others."""


@functools.lru_cache(maxsize=4096)
def guessed(word: str) -> tuple[str, ...]:
    """The words that one slip makes of it, the longest first; nothing where there are many.

    >>> guessed("sciècle"), guessed("buget"), guessed("connaitre"), guessed("voute")
    (('siècle',), ('budget',), (), ())
    """
    if not _SHORTEST <= len(word) <= _LONGEST or is_reformed(word) or is_built(word):
        return ()
    known = dictionary.WORDS.known(dict.fromkeys(_slips(word)))
    found = [one for one in known if one[0] == word[0] and is_usual(one)]
    return tuple(sorted(found, key=lambda one: (-len(one), one))) if len(found) <= MOST else ()


def _slips(word: str) -> Iterator[str]:
    """*word* with one letter more or less or another one, or with two that changed places."""
    for at in range(1, len(word) + 1):
        behind = word[at:]
        if behind:
            yield word[:at] + behind[1:]
            yield word[: at - 1] + behind[0] + word[at - 1] + behind[1:]
        for letter in _ALPHABET:
            yield word[:at] + letter + behind
            if behind and letter != behind[0]:
                yield word[:at] + letter + behind[1:]


def is_of_the_house(word: str, register: Register) -> bool:
    """Whether it is a word of theirs: in a name, in a text in another language, or often used."""
    if word in register.small_names:
        return True
    counted = 0
    for sheet in register.texts:
        reading = sheet.reading
        # In a long corpus its words are not kept, and it stands in few of the texts.
        if word in reading.lowered and word in reading.vocabulary:
            counted += reading.words.count(word)
            said = (block for block in sheet.blocks if word in block.vocabulary)
            # A page of YAML speaks all languages of the house.
            if counted >= _USED or any(block.language[:2] != "fr" for block in said):
                return True
    return False
