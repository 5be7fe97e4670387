"""Second opinions: spellers and grammarians, where they are installed and nearly always right."""

from __future__ import annotations

import re
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import PurePath

from pipeline import grammarians, voices
from pipeline.checks import earlier
from pipeline.checks.register import Register, distance, folded
from pipeline.checks.sheet import NOTE, OBJECT, WARNING, Block, Mark, Sheet
from pipeline.checks.structure import is_references

CODES = ("X150", "X151")
_WORD = re.compile(r"(?<![\w@#/.’'-])[^\W\d_]+(?:[’'-][^\W\d_]+)*(?![\w@/_]|[.-]\w)")
_ELIDED = re.compile(r"(?:[dlnsjmtc]|(?:jus|lors|puis|quoi)?qu)['’](?=\w)", re.IGNORECASE)
_SHORTEST = 4
"""Letters: shorter words are abbreviations, units and particles of names."""
_PARTICLE = 5
_OWN = 3
"""A word that a house writes so often is its own."""
_STRANGE = 3
"""So many unknown words, and one in so many, are another language, which T110 tells."""
_REMEDIES = 60
"""Unknown words of a language for which a remedy is looked up: that is slow."""
_SCARCE = 8
"""As many, where most words of a text are unknown: what is no language has no remedy."""
_LONGEST = 30
"""Letters of such a word; a speller takes five times as long for one of hundreds."""
_STAND_IN = "M"
"""What a grammarian reads where nobody can know the words."""
_UNSEEN = 24
"""Letters around such a place in which he may be wrong for that."""
_APPOSED = frozenset(
    "agile cadre cible cibles clef clefs clé clés data données freelance limite logiciel logiciels "
    "papier phare pilote portes pull record réel relais source tech temps test tests type types "
    "user utilisateur utilisateurs web".split()
)
"""Nouns that stand behind others like adjectives, and loans: nothing agrees with them."""
_INCLUSIVE = re.compile(r"[⋅·•(.‧-]\w")
"""What goes on behind a word in inclusive writing: `conducteur⋅rice⋅s`, `chargé(e)`."""
_AMERICAN = (
    ("our", "or"),
    ("re", "er"),
    ("ys", "yz"),
    ("is", "iz"),
    ("ll", "l"),
    ("l", "ll"),
    ("ogue", "og"),
    ("ence", "ense"),
    ("efact", "ifact"),
)
_AMERICANS = 3
"""So many words of the other side of the ocean are the spelling of the house."""


class Hearing(threading.Thread):
    """What other programs say of the texts of one language, asked while we read on."""

    def __init__(
        self,
        sheets: Sequence[Sheet],
        language: str,
        register: Register,
        heard: Mapping[str, str],
        silent: Iterable[str] = (),
    ) -> None:
        super().__init__(daemon=True)
        self.language = language
        # English is at home in every text that staff write.
        self.others = [one for one in dict.fromkeys((*register.languages, "en")) if one != language]
        self.blocks = [b for sheet in sheets for b in sheet.blocks if _is_in(b, language)]
        self.words = _words(self.blocks, register) if voices.has_speller(language) else frozenset()
        self.unknown: dict[str, str] = {}
        """A word that is in no dictionary -> what it may have been meant to be, or nothing."""
        self.names = _parts(register)
        edition = earlier.edition((language, *self.others), self.names)
        self.passages = [earlier.Passage(_readable(b.text), edition, heard) for b in self.blocks]
        self.silent = list(silent)
        """Grammarians that were asked and did not answer; nobody waits for them again."""
        self.fault: Exception | None = None
        """Our own, told by whoever waits for the answers."""

    def run(self) -> None:
        try:
            self._ask()
        except Exception as error:
            self.fault = error

    def _ask(self) -> None:
        unknown = voices.unknown(self.words, self.language)
        for other in self.others:
            if voices.has_speller(other):
                unknown = voices.unknown(unknown, other)
        short = (word for word in sorted(unknown) if len(word) <= _LONGEST)
        most = _REMEDIES if len(unknown) * 2 <= len(self.words) else _SCARCE
        remedies = self._remedies(tuple(islice(short, most)))
        meant = {word: _meant(word, remedies.get(word, ())) for word in sorted(unknown)}
        american = {word for word, right in meant.items() if _is_american(word, right)}
        if len(american) > _AMERICANS:
            meant = {word: right for word, right in meant.items() if word not in american}
        self.unknown = meant
        for grammarian in grammarians.of(self.language):
            if grammarian.name not in self.silent:
                self._weigh(grammarian)

    def _remedies(self, words: Sequence[str]) -> dict[str, Sequence[str]]:
        """What the speller would write instead of *words*; of those it was asked, once."""
        told: dict[str, Sequence[str]] = {}
        for passage in self.passages:
            told |= passage.remedies
        missing = [word for word in words if word not in told]
        told |= voices.suggestions(missing, self.language)
        for passage in self.passages:
            passage.remedies = {
                word: told[word] for word in words if word in told and word in passage.spelt
            }
        # The same as if nobody had ever been asked about others.
        return {word: told[word] for word in words if word in told}

    def _weigh(self, grammarian: grammarians.Grammarian) -> None:
        """Asks about the passages that it has not read before, once about several that are alike.

        A cell of figures alone says nothing: a table of thousands took its whole patience.
        """
        alike: dict[str, list[earlier.Passage]] = defaultdict(list)
        for passage in self.passages:
            if grammarian.name not in passage.slips:
                alike[passage.text].append(passage)
        asked = [text for text in alike if any(map(str.isalpha, text))]
        slips = grammarian.slips(asked, self.language, self.names)
        if slips is None:
            self.silent.append(grammarian.name)
            return
        for passage in chain(*alike.values()):
            passage.slips[grammarian.name] = []
        for slip in slips:
            for passage in alike[asked[slip.passage]]:
                passage.slips[grammarian.name].append(slip)

    @property
    def slips(self) -> Iterator[tuple[int, grammarians.Slip]]:
        """The number of each passage, and what is said against it."""
        for number, passage in enumerate(self.passages):
            for said in passage.slips.values():
                yield from ((number, slip) for slip in said)


def ask(sheets: Sequence[Sheet], register: Register, heard: Mapping[str, str]) -> None:
    """Puts the questions; the answers are there when everything else has been read."""
    for language in register.languages:
        if voices.has_speller(language) or any(grammarians.of(language)):
            hearing = Hearing(sheets, language, register, heard)
            hearing.start()
            register.memo["hearing", language] = hearing


def ask_of_fewer(sheets: Sequence[Sheet], register: Register, before: Register) -> None:
    """The same of some of the *sheets* that were read *before*: what is unknown may be used by all
    the others, and is no slip then. What was answered is known."""
    heard = answers(before)
    for asked in _hearings(before):
        hearing = Hearing(sheets, asked.language, register, heard, asked.silent)
        hearing.start()
        register.memo["hearing", asked.language] = hearing


def answers(register: Register) -> dict[str, str]:
    """What may be kept of all that was said: each passage under its key."""
    return {one.key: one.veiled() for hearing in _hearings(register) for one in hearing.passages}


def x150_word_in_no_dictionary(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """A word that the dictionaries of the house's languages do not have. Heard where hunspell and
    a dictionary are installed; names and what is written often are nobody's mistake.
    Remedy: write it right, or put it into names.yaml."""
    for hearing in _hearings(register):
        places = _places(hearing)
        for word, spots in places.items():
            right = hearing.unknown[word] if len(spots) < _OWN else ""
            for block, start in spots:
                yield block.mark(
                    "X150", start, start + len(word), f"{word!r} is in no dictionary",
                    f"write {right}" if right else "look it up; names.yaml may register it",
                    WARNING if right else NOTE,
                )  # fmt: skip


def x151_grammarian(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """Words that do not agree, or that sound like others. Heard where Grammalecte is installed
    (French), Harper (English: `.venv/bin/pip install harper-py`), or LanguageTool (English, French,
    German, Spanish: its command `languagetool`).
    Remedy: read the sentence once more, and write what is right."""
    for hearing in _hearings(register):
        told: set[tuple[int, int]] = set()
        for number, slip in hearing.slips:
            block = hearing.blocks[number]
            sentence = block.around(slip.start)
            if _is_unsure(block, slip) or (number, sentence.start) in told:
                continue
            told.add((number, sentence.start))
            shown = block.text[slip.start : slip.end]
            yield block.mark(
                "X151", slip.start, slip.end, f"{shown.strip()!r} {slip.reason}",
                _remedy(slip), WARNING,
            )  # fmt: skip
        for name in hearing.silent:
            sheet = next((s for s in sheets if s.path.name == "organisation.yaml"), sheets[0])
            yield sheet.mark(
                "X151", 0, 0, f"{name} was asked about the grammar and did not answer",
                "install it anew, or leave it out with --no-voices", NOTE,
            )  # fmt: skip


def _remedy(slip: grammarians.Slip) -> str:
    words = [one.strip() for one in slip.instead[:2]]
    if not words:
        return "read the sentence once more"
    return f"write {' or '.join(words)}" if all(words) else "leave it out"


def without_echoes(marks: Iterable[Mark]) -> Iterator[Mark]:
    """*marks* without second opinions of words that our own checks have told of."""
    told: list[Mark] = []
    second: list[Mark] = []
    for mark in marks:
        (second if mark.finding.code in CODES else told).append(mark)
    yield from told
    taken: dict[PurePath, list[Mark]] = defaultdict(list)
    for mark in told if second else ():
        finding = mark.finding
        # Of *coeur* we only note the letter that it lacks: they take it for another word.
        if finding.code == "X140" or (finding.code[0] in "XTN" and finding.level is not NOTE):
            taken[finding.location.path].append(mark)
    for mark in second:
        others = taken[mark.finding.location.path]
        if not any(one.start < mark.end and mark.start < one.end for one in others):
            yield mark


def _hearings(register: Register) -> Iterator[Hearing]:
    for language in register.languages:
        hearing = register.memo.get(("hearing", language))
        if isinstance(hearing, Hearing):
            hearing.join()
            if hearing.fault:
                raise hearing.fault
            yield hearing


def _is_in(block: Block, language: str) -> bool:
    return block.language[:2] == language[:2] and not is_references(block.section)


def _readable(text: str) -> str:
    return text.replace("\n", " ").replace(OBJECT, _STAND_IN)


# Words ------------------------------------------------------------------------------------


def _parts(register: Register) -> frozenset[str]:
    """The words that names are made of."""
    return frozenset(part for name in register.names for part in re.findall(r"\w+", name))


def _words(blocks: Iterable[Block], register: Register) -> frozenset[str]:
    """Every word that a dictionary should have: no name, no abbreviation."""
    known = set(map(folded, _parts(register)))
    found = {word for block in blocks for word in _WORD.findall(block.text)}
    bare = {_ELIDED.sub("", word) for word in found}
    return frozenset(
        word.replace("’", "'")
        for word in bare
        if word[:1].islower() and len(word) >= _SHORTEST and folded(word) not in known
    )


def _places(hearing: Hearing) -> dict[str, list[tuple[Block, int]]]:
    """Unknown word -> where it stands, but for sentences that are in another language."""
    places: dict[str, list[tuple[Block, int]]] = defaultdict(list)
    for block in hearing.blocks if hearing.unknown else ():
        found: dict[int, list[tuple[str, int]]] = defaultdict(list)
        for match in _WORD.finditer(block.text):
            elided = _ELIDED.match(match[0])
            start = match.start() + (elided.end() if elided else 0)
            word = block.text[start : match.end()].replace("’", "'")
            if _is_particle(block.text, match):
                continue
            if word in hearing.unknown and not block.is_foreign(start):
                found[block.around(start).start].append((word, start))
        for told in found.values():
            sentence = block.around(told[0][1])
            if len(told) < _STRANGE or len(told) * _STRANGE < len(sentence.text.split()):
                for word, start in told:
                    places[word].append((block, start))
    return places


def _is_particle(text: str, word: re.Match[str]) -> bool:
    """Whether it joins two words of a name, in whatever language: Unione *della* Romagna."""
    before, after = text[: word.start()].split(" ")[-2:], text[word.end() : word.end() + 2]
    is_between = len(before) == 2 and before[0][:1].isupper() and not before[1]
    return len(word[0]) <= _PARTICLE and is_between and after[:1] == " " and after[1:].isupper()


def _meant(word: str, suggestions: Iterable[str]) -> str:
    """The suggestion that is one slip of the finger away, or the same but for accents."""
    for one in suggestions:
        if " " in one or "-" in one or one == word.replace("-", ""):
            continue
        is_slip = len(word) > _SHORTEST and one[:1].islower() and distance(word, one) < 2
        if folded(one) == folded(word) or is_slip:
            return one
    return ""


def _is_american(word: str, right: str) -> bool:
    """Whether it is right on the other side of the ocean: `harbor`, `center`, `analyzed`."""
    return any(
        right.replace(british, american) == word or right.replace("age", "ag", 1) == word
        for british, american in _AMERICAN
        if right
    )


# Grammar ----------------------------------------------------------------------------------


def _is_unsure(block: Block, slip: grammarians.Slip) -> bool:
    if block.kind in ("cell", "speaker") or block.is_foreign(slip.start):
        return True
    near = block.text[max(0, slip.start - _UNSEEN) : slip.end + _UNSEEN]
    return OBJECT in near or (block.language[:2] == "fr" and _is_unsure_of_french(block, slip))


def _is_unsure_of_french(block: Block, slip: grammarians.Slip) -> bool:
    shown, after = block.text[slip.start : slip.end], block.text[slip.end : slip.end + _UNSEEN]
    following = re.match(r"\W*(\w*)", after)
    near = {shown.strip().lower(), following[1].lower() if following else ""}
    return (
        not near.isdisjoint(_APPOSED)
        or _INCLUSIVE.match(after) is not None
        or _INCLUSIVE.search(shown) is not None
        or ("gn_" in slip.rule and following is not None and following[1][:1].isupper())
        or (slip.start > 0 and shown[:1].isupper() and block.text[slip.start - 2] not in ".!?:»")
        or ("conj_les" in slip.rule and shown.endswith("s"))
    )
