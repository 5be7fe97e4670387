"""Titles of few words: what a text of these days can have from nobody but the held one."""

from __future__ import annotations

from collections.abc import Callable, Collection

from pipeline.embargo.phrases import Phrase, words

TALK = 3
"""Texts that call something by a name which is common talk by then."""
TELLING = 3
"""Words of their own that make a name nobody gives by chance."""
SHORT = 4
RARE = 6
"""Letters of a word that is rare, if no older text of the house has it."""
_GENERIC = frozenset(
    words("""
    about after annual annuel annuelle année appel assembly assemblée atelier avant avec before
    bienvenue bilan board bonne bureau call calls candidatures coming communiqué conference
    conférence congress congrès contest contributions dans date dates day days demain dernier
    event events first free from general good général générale happy here inscription
    inscriptions invitation join jour journée journées last launch letter lettre meet meeting
    meetings members membres mois month more network news newsletter next nouveau nouvelle
    nouvelles offre open opening opens ouverte ouvertes ouverture papers partenaires partners
    portes pour première press presse printemps prochain prochaine programme project projects
    projet projets rapport registration release rendez rentrée report reports result results
    retour réseau résultats réunion save second semaine seminar session soon spring start
    statement summer séminaire team that third this today training update vacancy vœux webinar
    week weekend welcome winter with workshop year your été événement événements
    """)
)
"""Words of titles that half of all titles have."""


def is_sure(phrase: Phrase, callers: Collection[str], known: Callable[[], Collection[str]]) -> bool:
    """Whether a title, called by these, was no name before; *known* are all words of older texts.

    >>> is_sure(("zero", "waste", "vienna"), ["letter"], set)
    True
    >>> is_sure(("annual", "general", "meeting"), ["letter"], set)
    False
    """
    if len(set(callers)) >= TALK:
        return False
    own = [word for word in phrase if len(word) >= SHORT and not word.isdigit()]
    own = [word for word in own if word not in _GENERIC]
    return len(own) >= TELLING or any(len(word) >= RARE and word not in known() for word in own)
