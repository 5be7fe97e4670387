"""Agreement in French: an article, its noun and its adjective; a subject and its verb."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from pipeline.checks.concords import beside, of_concords
from pipeline.checks.participles import of_participles
from pipeline.checks.register import Register
from pipeline.checks.sheet import OBJECT, WARNING, Block, Mark, Sheet
from pipeline.sought import sought

_FEMININE = (
    "ville région commune association organisation conférence stratégie politique réunion séance "
    "population sécurité prévention violence mairie municipalité collectivité institution "
    "autorité communauté société démocratie citoyenneté participation formation éducation santé "
    "culture recherche étude solution question réponse situation crise décision résolution "
    "déclaration recommandation publication exposition édition conclusion évaluation coopération "
    "collaboration métropole agglomération capitale province frontière rivière rue avenue place "
    "école université entreprise administration assemblée élection loi convention charte "
    "directive initiative équipe police justice délinquance criminalité drogue dépendance victime "
    "personne jeunesse famille femme fille génération technologie plateforme vidéosurveillance "
    "donnée langue semaine année journée matinée soirée nuit date période partie page liste "
    "annexe carte image œuvre présidence délégation commission fédération alliance union nation "
    "cohésion inclusion discrimination radicalisation polarisation médiation tranquillité "
    "mobilité nature énergie transition campagne action mesure rencontre visite enquête aide "
    "offre demande réforme base raison lettre heure minute idée mission valeur règle salle maison "
    "adresse option étape compétence expérience pratique activité fonction majorité minorité"
).split()
_MASCULINE = (
    "projet réseau plan conseil maire service quartier territoire pays département élu citoyen "
    "habitant acteur partenaire membre représentant expert agent policier magistrat chercheur "
    "professionnel travailleur jeune enfant homme événement forum atelier séminaire colloque "
    "débat dialogue échange accord contrat partenariat budget financement fonds dispositif outil "
    "document rapport texte article livre manifeste communiqué dossier site bulletin calendrier "
    "gouvernement parlement état ministère comité bureau secrétariat président directeur adjoint "
    "lieu espace centre musée théâtre parc pont port bâtiment logement transport trafic risque "
    "danger conflit crime délit phénomène problème défi enjeu objectif résultat niveau domaine "
    "secteur système processus modèle thème sujet contexte cadre rôle droit travail emploi public "
    "festival jour mois siècle moment début avenir objet nombre pourcentage taux montant "
    "programme contrôle guide soutien appel groupe village fleuve climat environnement moyen "
    "besoin exemple choix lien bateau chemin arbre marché prix effort progrès échec titre "
    "chapitre paragraphe numéro courrier courriel"
).split()
_ALSO_VERBS = frozenset(
    "place mesure rencontre visite enquête aide offre demande réforme base liste date programme "
    "contrôle guide groupe cadre échange débat voyage forme marche note contracte risque dialogue "
    "adjoint montant jeune public élu expert membre partie nuit partenaire politique sujet "
    "objectif enfant fonds processus taux pays mois".split()
)
"""What may be another kind of word, or has one form for both numbers."""
_ADJECTIVES = (
    "européen/européenne/européens/européennes local/locale/locaux/locales "
    "national/nationale/nationaux/nationales régional/régionale/régionaux/régionales "
    "social/sociale/sociaux/sociales municipal/municipale/municipaux/municipales "
    "international/internationale/internationaux/internationales urbain/urbaine/urbains/urbaines "
    "culturel/culturelle/culturels/culturelles public/publique/publics/publiques "
    "professionnel/professionnelle/professionnels/professionnelles "
    "français/française/français/françaises important/importante/importants/importantes "
    "différent/différente/différents/différentes annuel/annuelle/annuels/annuelles "
    "commun/commune/communs/communes principal/principale/principaux/principales "
    "territorial/territoriale/territoriaux/territoriales civil/civile/civils/civiles "
    "nouveau/nouvelle/nouveaux/nouvelles prochain/prochaine/prochains/prochaines "
    "dernier/dernière/derniers/dernières général/générale/généraux/générales "
    "mondial/mondiale/mondiaux/mondiales citoyen/citoyenne/citoyens/citoyennes "
    "numérique/numérique/numériques/numériques "
    "démocratique/démocratique/démocratiques/démocratiques "
    "économique/économique/économiques/économiques politique/politique/politiques/politiques"
).split()


def _many(noun: str) -> str:
    if noun.endswith(("s", "x", "z")):
        return noun
    return f"{noun}x" if noun.endswith(("eau", "eu")) else f"{noun}s"


@functools.cache
def _nouns() -> dict[str, tuple[int, int]]:
    """Word -> gender (0 masculine, 1 feminine) and number (0 one, 1 many)."""
    found: dict[str, tuple[int, int]] = {}
    for gender, nouns in ((0, _MASCULINE), (1, _FEMININE)):
        for noun in nouns:
            found[noun] = (gender, 0)
            if _many(noun) != noun:
                found[_many(noun)] = (gender, 1)
    return found


@functools.cache
def _adjectives() -> dict[str, tuple[tuple[str, ...], frozenset[tuple[int, int]]]]:
    """Form -> its four forms, and the genders and numbers it fits."""
    found: dict[str, tuple[tuple[str, ...], frozenset[tuple[int, int]]]] = {}
    for entry in _ADJECTIVES:
        forms = tuple(entry.split("/"))
        places = ((0, 0), (1, 0), (0, 1), (1, 1))
        for form in forms:
            fits = frozenset(at for at, one in zip(places, forms, strict=True) if one == form)
            found[form] = (forms, fits)
    return found


_ARTICLES: dict[str, tuple[int | None, int]] = {
    "un": (0, 0), "une": (1, 0), "le": (0, 0), "la": (1, 0), "ce": (0, 0), "cette": (1, 0),
    "cet": (0, 0), "du": (0, 0), "au": (0, 0), "sa": (1, 0), "ma": (1, 0), "aucun": (0, 0),
    "aucune": (1, 0), "notre": (None, 0), "votre": (None, 0), "leur": (None, 0),
    "chaque": (None, 0), "les": (None, 1), "des": (None, 1), "ces": (None, 1), "nos": (None, 1),
    "vos": (None, 1), "ses": (None, 1), "leurs": (None, 1), "aux": (None, 1),
    "plusieurs": (None, 1), "quelques": (None, 1), "deux": (None, 1), "trois": (None, 1),
    "quatre": (None, 1), "cinq": (None, 1), "six": (None, 1), "dix": (None, 1),
    "sept": (None, 1), "huit": (None, 1), "neuf": (None, 1), "onze": (None, 1), "douze": (None, 1),
    "quinze": (None, 1), "vingt": (None, 1), "trente": (None, 1),
}  # fmt: skip
_PRONOUNS = frozenset(["le", "la", "les", "leur"])
"""Articles that stand before a verb as well."""
_PAIR = sought(
    r"(?<![\w’'-])(?:(?:dix|vingt|trente|quarante|cinquante|soixante)-)?"
    rf"({'|'.join(_ARTICLES)}) ([a-zà-ÿœ]{{3,}})(?![\w’'·⋅/(-]|\.\w)"
    r"(?: ([a-zà-ÿœ]{5,})(?![\w’'·⋅/(-]|\.\w| (?:et|ou)\b|, ))?",
    re.IGNORECASE,
)
_RIGHT = {
    (0, 0): "un, le, ce", (1, 0): "une, la, cette",
    (0, 1): "les, des, ces", (1, 1): "les, des, ces",
}  # fmt: skip


def x138_french_agreement(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Les ville*, *une projet européen*, *Les villes est*: in French the article, the noun, the
    adjective and the verb agree.
    Remedy: give them one gender and one number."""
    blocks = [
        block
        for block in sheet.blocks
        if block.language[:2] == "fr" and block.kind != "cell" and not block.is_capitals
    ]
    told: dict[int, Mark] = {}
    for mark in (
        *(mark for block in blocks for mark in _beside(block, register)),
        *(mark for block in blocks for mark in _of_verb(block)),
        *of_participles(sheet),
        *(mark for block in blocks for mark in of_concords(block, register)),
    ):
        told.setdefault(mark.start, mark)
    yield from told.values()


def _beside(block: Block, register: Register) -> Iterator[Mark]:
    for found in _PAIR.finditer(block.text):
        noun = _nouns().get(found[2].lower())
        if found[2][0].isupper():
            continue  # A name: `le Territoires Store`.
        told = []
        if noun and not block.is_foreign(found.start()) and OBJECT not in found[0]:
            told = list(_of_noun(block, found, noun))
        yield from told or beside(block, found, register)


def _of_noun(block: Block, found: re.Match[str], noun: tuple[int, int]) -> Iterator[Mark]:
    article, word = found[1].lower(), found[2].lower()
    gender, number = _ARTICLES[article]
    bare = word.rstrip("sx")
    is_doubtful = word in _ALSO_VERBS or bare in _ALSO_VERBS
    if is_doubtful and (article in _PRONOUNS or word in ("public", "politique", "jeune", "membre")):
        return
    # Before a vowel a feminine noun has `cet` in no form, and `son` instead of `sa`.
    if _many(word) == word and noun[1] == 0:
        noun = (noun[0], number)
    disagrees = number != noun[1] or (gender is not None and noun[1] == 0 and gender != noun[0])
    if number != noun[1] and word in ("élu", "expert"):
        return
    if disagrees:
        yield block.mark(
            "X138", found.start(1), found.end(2), f"{found[1]} {found[2]!r} does not agree",
            f"write {_RIGHT[noun]} {found[2]}, or change the noun", WARNING,
        )  # fmt: skip
        return
    told = _adjectives().get(found[3].lower()) if found[3] else None
    if told and noun not in told[1] and not is_doubtful:
        right = told[0][noun[0] + 2 * noun[1]]
        yield block.mark(
            "X138", found.start(3), found.end(3), f"{found[3]!r} does not agree with {found[2]!r}",
            f"write {right}", WARNING, right,
        )  # fmt: skip


_MANY_VERBS = {
    "est": "sont", "a": "ont", "était": "étaient", "doit": "doivent", "peut": "peuvent",
    "va": "vont", "sera": "seront", "avait": "avaient", "permet": "permettent",
    "devra": "devront", "pourra": "pourront", "souhaite": "souhaitent", "participe": "participent",
}  # fmt: skip
_ONE_VERBS = {many: one for one, many in _MANY_VERBS.items()}
_SUBJECT = sought(
    r"(?:^|(?<=[.!?;] ))(Les|Ces|Nos|Ses|Leurs|Le|La|Ce|Cette|Notre|Un|Une) ([a-zà-ÿœ]{3,}) "
    rf"(?:[a-zà-ÿœ]{{5,}} )?({'|'.join([*_MANY_VERBS, *_ONE_VERBS])})\b(?!-)"
)


def _of_verb(block: Block) -> Iterator[Mark]:
    for found in _SUBJECT.finditer(block.text):
        noun = _nouns().get(found[2])
        is_many = found[1].endswith("s")
        wrong = _MANY_VERBS if is_many else _ONE_VERBS
        if noun and noun[1] == is_many and found[3] in wrong:
            yield block.mark(
                "X138", found.start(3), found.end(3),
                f"{found[3]!r} does not follow its subject: {found[0]!r}",
                f"write {wrong[found[3]]}", WARNING, wrong[found[3]],
            )  # fmt: skip
