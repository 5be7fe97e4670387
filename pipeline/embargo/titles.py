"""Titles of few words: what a text of these days can have from nobody but the held one."""

from __future__ import annotations

from collections.abc import Callable, Collection

from pipeline.embargo.phrases import words

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
    week weekend welcome winter with workshop year your été événement événements faq foire fragen
    asked frecuentes frequently frequentes fréquentes gestellte häufig preguntas questions
    """)
)
"""Words of titles that half of all titles have."""


def is_sure(title: str, callers: Collection[str], known: Callable[[], Collection[str]]) -> bool:
    """Whether a title, called by these, was no name before; *known* are all words of older texts.

    >>> is_sure("Zero waste Vienna", ["letter"], set), is_sure("Plastic Pledge", ["letter"], set)
    (True, True)
    >>> is_sure("Annual General Meeting", ["letter"], set), is_sure("Job description", ["a"], set)
    (False, False)
    >>> is_sure("Frequently Asked Questions", ["letter"], set)
    False
    """
    if len(set(callers)) >= TALK:
        return False
    own = [word for word in words(title) if len(word) >= SHORT and not word.isdigit()]
    own = [word for word in own if word not in _GENERIC]
    # A heading has one capital; what is called by two is called so by somebody.
    is_name = any(word[0].isupper() for word in title.split()[1:])
    is_rare = is_name and any(len(word) >= RARE and word not in known() for word in own)
    return len(own) >= TELLING or is_rare
