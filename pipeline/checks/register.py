"""What the house has declared, as a proofreader looks it up: facts, contacts, names, events."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from pipeline.addresses import without_extension
from pipeline.frozen import dataclass, mutable
from pipeline.model.corpus import Copy, Corpus
from pipeline.model.house import Event, Fact

if TYPE_CHECKING:
    from pipeline.checks.sentences import Reading
    from pipeline.checks.sheet import Sheet


@functools.lru_cache(maxsize=1 << 14)
def folded(words: str) -> str:
    """Letters that count when two spellings of a name are compared.

    >>> folded("Châlons-sur-Saône") == folded("Chalons sur Saone")
    True
    >>> folded("A & B") == folded("a and b")
    True
    """
    if words.isascii() and words.isalpha():
        return words.lower()
    plain = words.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFD", plain.replace("ß", "ss").replace("ø", "o"))
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    if "&" in plain or "+" in plain or not _AND.isdisjoint(plain.split()):
        plain = re.sub(r"\s*(?:&|\+)\s*|\s+(?:and|et|und|y|e|en)\s+", " & ", plain)
    return "".join(plain.split()).translate(_SIGNS)


_AND = frozenset(("and", "et", "und", "y", "e", "en"))
_SIGNS = str.maketrans("", "", "-–‑’'.")
_NAME_KEY = re.compile(r"^(?:name|short_name):[ \t]*(.*(?:\n[ \t]+\S.*)*)", re.MULTILINE)
_NAME = re.compile(r"(?:^|[{,\n])\s*(?:[a-z]{2}:\s*)?[\"']?([^\"'{},\n:]{3,})")


def _named(house: str) -> list[str]:
    """
    >>> _named("name:\\n  en: River Towns\\nshort_name: Rivers\\nphone: 1")
    ['River Towns', 'Rivers']
    """
    return [name.strip() for key in _NAME_KEY.findall(house) for name in _NAME.findall(key)]


@dataclass(frozen=True, slots=True)
class Unit:
    """A declared unit and the facts that stand before it."""

    words: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """What somebody declared to be a mistake: a value, a unit or both, of one fact."""

    words: str
    fact: Fact


@mutable(kw_only=True, eq=False, repr=False)
class Register:
    """Who looks things up: the corpus as it was read, and what was worked out of it."""

    corpus: Corpus
    today: dt.date
    faulty: str = ""
    """contacts.yaml as it was typed, if some of it cannot be used."""
    house: str = ""
    """organisation.yaml as it was typed, if it cannot be used."""
    texts: Sequence[Sheet] = ()
    """All that is read together."""
    memo: dict[object, object] = dataclasses.field(default_factory=dict, repr=False)

    @property
    def told_figures(self) -> set[tuple[int, int]]:
        """The figures that one check has told of, by block and place: the next one is silent."""
        return self.memo.setdefault("told figures", set())  # type: ignore[return-value]

    def copy(self, language: str) -> Copy:
        copies = self.corpus.copies
        return copies.get(language) or next(iter(copies.values()))

    @cached_property
    def languages(self) -> tuple[str, ...]:
        return tuple(self.corpus.copies)

    @cached_property
    def any_copy(self) -> Copy:
        return next(iter(self.corpus.copies.values()))

    # Facts --------------------------------------------------------------------------------

    def units(self, language: str) -> Mapping[str, Unit]:
        """Unit in lower case -> the facts it is declared for."""
        key = ("units", language)
        if key not in self.memo:
            gathered: dict[str, list[Fact]] = {}
            for fact in self.copy(language).facts.values():
                if isinstance(fact.value, str):
                    continue
                for unit in fact.unit:
                    words = " ".join(unit.plain.lower().split())
                    if words:
                        gathered.setdefault(words, []).append(fact)
            self.memo[key] = {w: Unit(w, tuple(facts)) for w, facts in gathered.items()}
        return self.memo[key]  # type: ignore[return-value]

    @cached_property
    def refused(self) -> tuple[Refused, ...]:
        copy = self.any_copy
        return tuple(
            Refused(words, fact) for fact in copy.facts.values() for words in fact.contraindications
        )

    @cached_property
    def founded(self) -> Fact | None:
        """The fact that says when the house was founded."""
        for fact in self.any_copy.facts.values():
            is_year = isinstance(fact.value, int) and 1200 < fact.value < 2200 and not fact.unit
            if is_year and re.search(r"found|creat|establish|fond|gründ|gruend|cre[eé]", fact.id):
                return fact
        return None

    # The house ----------------------------------------------------------------------------

    @property
    def knows_the_house(self) -> bool:
        return bool(self.house) or all(b.kind != "organisation" for b in self.any_copy.broken)

    @cached_property
    def own_names(self) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for copy in self.corpus.copies.values():
            for text in (copy.organisation.name, copy.organisation.short_name):
                if text.plain:
                    found[text.plain] = None
        found |= dict.fromkeys(_named(self.house))
        return tuple(sorted(found, key=len, reverse=True))

    @cached_property
    def _nouns(self) -> tuple[str, ...]:
        """What the house may be called without its name: `the network`."""
        nouns = (
            "network forum association federation union alliance council agency institute centre "
            "foundation organisation réseau fédération conseil agence institut fondation netzwerk "
            "verband bund verein red asociación federación rete associazione netwerk vereniging"
        ).split()
        long = " ".join(self.own_names).lower()
        words = frozenset(re.findall(r"\w+", long))
        return (*(noun for noun in nouns if noun in words), "organisation")

    @cached_property
    def mention(self) -> re.Pattern[str]:
        """A sentence that is about the house names it, or says `we`, or `the network`."""
        # Nothing at all would stand everywhere.
        names = "|".join(re.escape(name) for name in self.own_names) or r"[^\w\W]"
        generic = "|".join(self._nouns)
        return re.compile(
            rf"(?<!\w)(?:{names})(?!\w)|\b(?:[Tt]he|[Oo]ur|[Ll]e|[Ll]a|[Nn]otre|[Dd]as|[Uu]nser"
            rf"|[Dd]ie|[Ee]l|[Ll]a|[Ii]l|[Hh]et|[Oo]ns)\s+(?:{generic})\b|\bl[’'](?:{generic})\b"
            r"|\b(?:[Ww]e|[Oo]ur|[Nn]ous|[Nn]os|[Nn]otre|[Ww]ir|[Uu]nsere)\b"
        )

    @cached_property
    def _pointing(self) -> frozenset[str]:
        return frozenset([*self._nouns, *"we our nous nos notre wir unsere".split()])

    def may_be_mentioned(self, reading: Reading) -> bool:
        """Whether a mention can stand in this text: cheaper than the form of all mentions."""
        if not reading.vocabulary.isdisjoint(self._pointing):
            return True
        return any(name in reading.text for name in self.own_names)

    # Contacts -----------------------------------------------------------------------------

    @cached_property
    def emails(self) -> frozenset[str]:
        found = {
            contact.email.casefold()
            for c in self.corpus.copies.values()
            for contact in c.contacts.values()
        }
        sender = re.search(r"[\w.+-]+@[\w.-]+", self.any_copy.organisation.mail.sender)
        found |= {mail.casefold() for mail in re.findall(r"[\w.+-]+@[\w-]+\.[\w.-]+", self.faulty)}
        return frozenset({*found, *([sender[0].casefold()] if sender else [])}) - {""}

    @property
    def knows_all_contacts(self) -> bool:
        """Whether none is left out: what looks like a slip of one may be the other's own."""
        return bool(self.faulty) or all(b.kind != "contacts" for b in self.any_copy.broken)

    @cached_property
    def domains(self) -> frozenset[str]:
        """The domains that are ours."""
        found = {email.partition("@")[2] for email in self.emails}
        host = re.match(r"https?://(?:www\.)?([^/:]+)", self.any_copy.organisation.website)
        return frozenset({*found, *([host[1].casefold()] if host else [])}) - {""}

    @cached_property
    def phones(self) -> frozenset[str]:
        copy = self.any_copy
        typed = [copy.organisation.phone, *(contact.phone for contact in copy.contacts.values())]
        # With its extension and without: a page may print either.
        typed += self.faulty_phones
        said = [form for phone in typed for form in (phone, without_extension(phone))]
        return frozenset(re.sub(r"\D", "", form.replace("(0)", "")) for form in said if form)

    @property
    def addresses(self) -> tuple[object, ...]:
        """All that an address or a number in a finished file is held against."""
        told = (sorted(self.emails), sorted(self.domains), sorted(self.phones))
        return *told, sorted(self.retired.items()), self.knows_all_contacts

    @property
    def faulty_phones(self) -> list[str]:
        return re.findall(r"\bphone: *[\"']?([+\d][\d ()./-]{6,})", self.faulty)

    @cached_property
    def handles(self) -> frozenset[str]:
        copy = self.any_copy
        found = {s.handle.lstrip("@") for s in copy.organisation.social if s.handle.startswith("@")}
        return frozenset(found)

    # Names --------------------------------------------------------------------------------

    @cached_property
    def variants(self) -> dict[str, str]:
        """Wrong spelling -> the right one."""
        return {
            variant: name.name
            for name in self.any_copy.names
            for variant in name.variants
            if variant and variant != name.name
        }

    @cached_property
    def retired(self) -> dict[str, str]:
        """Domains that are no longer ours -> the one that is."""
        return {
            v.casefold(): n
            for v, n in self.variants.items()
            if is_domain(v) and is_domain(n) and v.casefold() != n.casefold()
        }

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every registered name: those of names.yaml, of contacts, projects and the house."""
        found: dict[str, None] = {}
        for copy in self.corpus.copies.values():
            found |= dict.fromkeys(name.name for name in copy.names)
            found |= dict.fromkeys(self.own_names)
            people = (contact.name.plain for contact in copy.contacts.values())
            found |= dict.fromkeys(name for name in people if _is_person(name))
            found |= dict.fromkeys(event.partner.plain for event in copy.agenda)
        return tuple(name for name in found if name and not is_domain(name))

    @cached_property
    def small_names(self) -> frozenset[str]:
        """Registered names of one word, in small letters: `opencare` may begin a sentence so."""
        return frozenset(name.lower() for name in self.names if name.isalpha())

    @cached_property
    def meanings(self) -> frozenset[str]:
        return frozenset(name.name for name in self.any_copy.names if name.means)

    # Events -------------------------------------------------------------------------------

    def events(self, language: str) -> tuple[Event, ...]:
        return self.copy(language).agenda

    def event(self, language: str, id: str) -> Event | None:
        return next((event for event in self.events(language) if event.id == id), None)


def _is_person(name: str) -> bool:
    """`Marta Lindqvist`, but not `Press office`."""
    parts = name.split()
    return 2 <= len(parts) <= 5 and parts[0].istitle() and parts[-1][:1].isupper()


def is_domain(words: str) -> bool:
    return bool(re.fullmatch(r"(?:[\w-]+\.)+[a-z]{2,12}", words.casefold())) and " " not in words


def distance(first: str, second: str, most: int = 2) -> int:
    """How many letters must be changed, left out or exchanged; at most `most` + 1.

    >>> distance("press", "pres"), distance("54", "45"), distance("abc", "xyz")
    (1, 1, 3)
    """
    if abs(len(first) - len(second)) > most:
        return most + 1
    while first and second and first[0] == second[0]:
        first, second = first[1:], second[1:]
    while first and second and first[-1] == second[-1]:
        first, second = first[:-1], second[:-1]
    # One change touches two letters at most, and all between its ends.
    if most == 1 and max(len(first), len(second)) > 2:
        return 2
    before: list[int] = []
    last = list(range(len(second) + 1))
    for row, letter in enumerate(first, start=1):
        line = [row]
        for column, other in enumerate(second, start=1):
            cost = min(last[column] + 1, line[column - 1] + 1, last[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == second[column - 2] and first[row - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        before, last = last, line
    return min(last[-1], most + 1)


def shortened(word: str) -> set[str]:
    """A word, and it without each of its letters: two that are a slip apart have one in common.

    >>> sorted(shortened("abc") & shortened("acb"))
    ['ab', 'ac']
    """
    # No name has so many; who types more means harm.
    return {word, *(word[:at] + word[at + 1 :] for at in range(min(len(word), 64)))}
