"""Contacts of whom nobody tells but what is held: every letter prints them all the same."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline import wording
from pipeline.embargo import waiting
from pipeline.embargo.phrases import words
from pipeline.errors import Finding, Level
from pipeline.model.corpus import Corpus
from pipeline.model.house import Contact

_LISTED = re.compile(r"^contacts:(.*(?:\n(?:[ \t].*|-.*))*)", re.MULTILINE)
"""The key of a release or a kit, in one line or in several."""
_ID = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Stranger:
    """A contact whom no free text names."""

    contact: Contact
    name: str
    """Of the held source that does."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What is asked of a text for every contact."""

    keys: frozenset[str]
    typed: str
    words: str

    @classmethod
    def of(cls, text: str) -> _Read:
        return cls(frozenset(_keys(text)), text.casefold(), f" {' '.join(words(text))} ")

    def names(self, contact: Contact) -> bool:
        """By its key, in a look-up, or in words."""
        is_called = f" {' '.join(words(contact.name.plain))} " in self.words
        return contact.id in self.keys or contact.email.casefold() in self.typed or is_called


def strangers(corpus: Corpus, held: Mapping[str, str], free: Iterable[str]) -> Iterator[Stranger]:
    """The contacts that stand in *held* texts, by name and as they are typed, and in no *free* one.

    Who answers for a release that names nobody is public.
    """
    contacts = {id_: one for copy in corpus.copies.values() for id_, one in copy.contacts.items()}
    spoken = "press" if "press" in contacts else next(iter(contacts), "")
    read = {name: _Read.of(text) for name, text in held.items()}
    owners = {
        id_: [name for name, text in read.items() if text.names(one)]
        for id_, one in contacts.items()
        if id_ != spoken
    }
    public = [_Read.of(text) for text in free] if any(owners.values()) else []
    for id_, names in owners.items():
        if names and not any(text.names(contacts[id_]) for text in public):
            yield Stranger(contacts[id_], min(names))


def _keys(text: str) -> Iterator[str]:
    for listed in _LISTED.finditer(text):
        yield from _ID.findall(listed[1])
    for name in wording.names(text):
        kind, _, rest = name.partition(".")
        if kind == "contacts":
            yield from {rest.partition(".")[0], rest.partition(".")[0].replace("_", "-")}


def findings(found: Iterable[Stranger], until: Mapping[str, dt.datetime]) -> Iterator[Finding]:
    for one in found:
        yield Finding(
            waiting.ALIKE,
            "letters print all contacts, and nothing names this one but a text that is under "
            f"embargo until {waiting.told(until[one.name])}",
            "if who it is is its news, take it out until then, and write name and address in the "
            "text itself",
            one.contact.where,
            Level.WARNING,
        )
