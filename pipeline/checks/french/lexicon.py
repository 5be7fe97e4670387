"""A lexicon of French: the words that agree with others, and the words that make them agree."""

from __future__ import annotations

from pipeline.checks.french import dictionary

OF_BOTH = frozenset(
    "maire membre partenaire ministre adulte élève bénévole journaliste artiste fonctionnaire "
    "responsable bénéficiaire volontaire propriétaire parlementaire stagiaire collègue architecte "
    "commissaire locataire spécialiste signataire destinataire gestionnaire enfant guide médecin "
    "auteur mentor chef professeur bêta popup persona news".split()
)
"""What is said of women and of men."""
INVARIABLE = frozenset(["start-up", "input", "raster"])
"""Many write them without an s in the plural."""
_FORMED = (
    # How the masculine ends, and what the feminine and the plural of each have instead.
    ("al", "ale", "aux", "ales"), ("eux", "euse", "eux", "euses"), ("if", "ive", "ifs", "ives"),
    ("el", "elle", "els", "elles"), ("en", "enne", "ens", "ennes"), ("er", "ère", "ers", "ères"),
    ("lon", "lonne", "lons", "lonnes"), ("e", "e", "es", "es"), ("s", "se", "s", "ses"),
    ("", "e", "s", "es"),
)  # fmt: skip
ONLY_BEFORE = frozenset(
    "premier grand petit seul certain divers meilleur autre vrai haut mauvais même".split()
)
BEFORE_NOUNS = ONLY_BEFORE | frozenset(
    "nouveau prochain dernier différent principal nombreux ancien futur deuxième troisième "
    "quatrième cinquième véritable".split()
)
"""Adjectives that stand before their noun."""


def regular(adjective: str) -> tuple[str, ...]:
    """Its four forms.

    >>> regular("local"), regular("premier")[1], regular("français")[2:]
    (('local', 'locale', 'locaux', 'locales'), 'première', ('français', 'françaises'))
    """
    ends = next(ends for ends in _FORMED if adjective.endswith(ends[0]))
    stem = adjective.removesuffix(ends[0])
    return tuple(stem + end for end in ends)


LED = frozenset(form for word in sorted(BEFORE_NOUNS) for form in regular(word)) | frozenset(
    "nouvel nouvelle nouveaux nouvelles bel beau belle beaux belles vieil vieux vieille vieilles "
    "bon bonne bons bonnes gros grosse grosses joli jolie jolis jolies".split()
)
ONLY_LED = frozenset(form for word in sorted(ONLY_BEFORE) for form in regular(word))


def place(noun: str) -> tuple[int, int] | None:
    """Its gender (0 masculine, 1 feminine) and number (0 one, 1 many), if it is a noun of one.

    >>> place("villes"), place("pays"), place("ministre"), place("organiser")
    ((1, 1), (0, 0), None, None)
    """
    return _PLACES.get(dictionary.of(noun) & dictionary.CELLS)


_PLACES = {
    0b0001: (0, 0), 0b0010: (1, 0), 0b0100: (0, 1), 0b1000: (1, 1), 0b0101: (0, 0), 0b1010: (1, 0),
}  # fmt: skip


# Determiners ----------------------------------------------------------------------------------

_NUMERALS = (
    "deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente"
).split()  # fmt: skip
_TENS = "dix vingt trente quarante cinquante soixante".split()
_BEFORE_MANY = "les ces nos ses leurs vos plusieurs quelques".split()
_ONE, _MANY = 0b0011, 0b1100
DETERMINERS: dict[str, int] = {
    # The cells of `dictionary` that they go with.
    **dict.fromkeys("un le ce cet du au aucun quel".split(), 0b0001),
    **dict.fromkeys("une la cette sa ma ta aucune quelle toute".split(), 0b0010),
    **dict.fromkeys("notre votre leur chaque l’ l' mon ton son".split(), _ONE),
    **dict.fromkeys(
        [*_BEFORE_MANY, "des", "aux", "mes", "tes", *_NUMERALS, "de", "d’", "d'"], _MANY
    ),
    **{f"{ten}-{one}": _MANY for ten in _TENS for one in _NUMERALS[:8]},
    "quels": 0b0100,
    "quelles": 0b1000,
    "certains": 0b0100,
    "certaines": 0b1000,
}
NUMERALS = frozenset(_NUMERALS)
FEMININE = frozenset("la une cette sa ma".split())
"""Before a vowel `son` takes the place of `sa`, and `l’` that of both."""
PLURAL = frozenset(_BEFORE_MANY)
PRONOUNS = frozenset(["le", "la", "les", "leur"])
"""Determiners that stand before a verb as well."""
NUMBERS = "deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|cent"
PARTS = (
    "plupart|huitaine|dizaine|douzaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine"
    "|soixantaine|centaine|nombre|majorité|minorité|partie|ensemble|moitié|tiers|quart|foule|multitude|quantité|série|totalité|reste|total|fois"
    "|poignée|milliers?|million|milliard|plus|moins|groupe|couple|infinité|peu|mieux|tout|jour"
    "|soir|une?"
)
"""The verb may follow what they are a part of: `la plupart des villes sont`."""
MEASURED = (
    "tonne|kilomètre|mètre|litre|euro|degré|heure|minute|seconde|jour|semaine|année|habitant"
    "|participant|visiteur|bénévole|membre|délégué|ville|kilo|hectare|étudiant|exposant"
)


# Verbs and participles ------------------------------------------------------------------------

WOMEN = (
    "présidente|vice-présidente|directrice|secrétaire générale|fondatrice|conseillère"
    "|coordinatrice|adjointe|représentante|porte-parole, [A-Z]\\w+e|chercheuse"
)
