"""A lexicon of French: the words that agree with others, and the words that make them agree."""

from __future__ import annotations

import functools

_FEMININE_NOUNS = (
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
_MASCULINE_NOUNS = (
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
ALSO_VERBS = frozenset(
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


def many(noun: str) -> str:
    if noun.endswith(("s", "x", "z")):
        return noun
    return f"{noun}x" if noun.endswith(("eau", "eu")) else f"{noun}s"


@functools.cache
def nouns() -> dict[str, tuple[int, int]]:
    """Word -> gender (0 masculine, 1 feminine) and number (0 one, 1 many)."""
    found: dict[str, tuple[int, int]] = {}
    for gender, nouns in ((0, _MASCULINE_NOUNS), (1, _FEMININE_NOUNS)):
        for noun in nouns:
            found[noun] = (gender, 0)
            if many(noun) != noun:
                found[many(noun)] = (gender, 1)
    return found


@functools.cache
def adjectives() -> dict[str, tuple[tuple[str, ...], frozenset[tuple[int, int]]]]:
    """Form -> its four forms, and the genders and numbers it fits."""
    found: dict[str, tuple[tuple[str, ...], frozenset[tuple[int, int]]]] = {}
    for entry in _ADJECTIVES:
        forms = tuple(entry.split("/"))
        places = ((0, 0), (1, 0), (0, 1), (1, 1))
        for form in forms:
            fits = frozenset(at for at, one in zip(places, forms, strict=True) if one == form)
            found[form] = (forms, fits)
    return found


# Determiners ----------------------------------------------------------------------------------

_NUMERALS = (
    "deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente"
).split()  # fmt: skip
_BEFORE_MANY = "les ces nos ses leurs vos plusieurs quelques".split()
DETERMINERS: dict[str, tuple[int | None, int]] = {
    # Gender, where it tells one, and number.
    **dict.fromkeys("un le ce cet du au aucun".split(), (0, 0)),
    **dict.fromkeys("une la cette sa ma aucune".split(), (1, 0)),
    **dict.fromkeys("notre votre leur chaque".split(), (None, 0)),
    **dict.fromkeys([*_BEFORE_MANY, "des", "aux", *_NUMERALS], (None, 1)),
}
FEMININE = frozenset("la une cette sa ma".split())
"""Before a vowel `son` takes the place of `sa`, and `l’` that of both."""
MASCULINE = frozenset(["le", "un", "ce"])
PLURAL = frozenset(_BEFORE_MANY)
COUNTING = frozenset([*_NUMERALS, *_BEFORE_MANY, "des"]) - {"les"}
PRONOUNS = frozenset(["le", "la", "les", "leur"])
"""Determiners that stand before a verb as well."""
BEFORE_MANY = " ".join([*_BEFORE_MANY, "des", "certains", "certaines"])
NUMBERS = "deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|cent"
PARTS = (
    "plupart|dizaine|douzaine|quinzaine|vingtaine|trentaine|centaine|nombre|majorité|minorité"
    "|partie|ensemble|moitié|tiers|quart|foule|multitude|quantité|série|totalité|reste|total|fois"
    "|poignée|milliers?|million|milliard|plus|moins|groupe|couple|infinité|peu|mieux|tout|jour"
    "|soir|une?"
)
"""The verb may follow what they are a part of: `la plupart des villes sont`."""
MEASURED = (
    "tonne|kilomètre|mètre|litre|euro|degré|heure|minute|seconde|jour|semaine|année|habitant"
    "|participant|visiteur|bénévole|membre|délégué|ville|kilo|hectare|étudiant|exposant"
)


# Verbs and participles ------------------------------------------------------------------------

MANY_VERBS = {
    # One -> many.
    "est": "sont", "commence": "commencent", "permet": "permettent", "peut": "peuvent",
    "doit": "doivent", "organise": "organisent", "propose": "proposent",
    "participe": "participent",
    "devient": "deviennent", "reçoit": "reçoivent", "travaille": "travaillent",
    "continue": "continuent", "existe": "existent", "appartient": "appartiennent",
    "vient": "viennent", "tient": "tiennent", "sert": "servent", "veut": "veulent",
    "souhaite": "souhaitent", "apporte": "apportent", "arrive": "arrivent",
    "choisit": "choisissent", "devra": "devront", "pourra": "pourront", "sera": "seront",
    "était": "étaient", "avait": "avaient", "met": "mettent", "prend": "prennent",
    "rend": "rendent", "perd": "perdent", "utilise": "utilisent", "trouve": "trouvent",
    "partage": "partagent", "a": "ont", "va": "vont", "contribue": "contribuent",
    "présente": "présentent", "concerne": "concernent", "accueille": "accueillent",
    "bénéficie": "bénéficient", "dépend": "dépendent", "change": "changent", "fait": "font",
    "montre": "montrent", "demande": "demandent", "rencontre": "rencontrent",
}  # fmt: skip
ONE_VERBS = {many: one for one, many in MANY_VERBS.items()}
OFTEN = frozenset(
    "est a était doit peut va sera avait permet devra pourra souhaite participe".split()
)
"""What follows most subjects."""
E_STEMS = (
    "mesur|diffus|organis|publi|invit|adopt|ferm|financ|lanc|sign|propos|présent|prépar|annul"
    "|report|approuv|plac|pay|chang|partag|install|situ|utilis|réalis|annonc|concern|charg|mobilis"
    "|rassembl|réserv|associ|engag|form|adress|consacr|donn|trouv|appel|nomm|compos|appréci|créé?"
    "|cré|destin|jumel|intéress|oblig|touch|menac|consult|propos|intégr|remerci|représent|expos"
    "|protég|marqu|remont|aménag|habit|attribu|distribu|récompens|fabriqu|illustr|repouss|plant"
    "|accompagn|électrifi|inaugur|prolong|class|équip|entour|ador|aim|regroup|occup|motiv|déplac"
)
OTHER_PARTICIPLES = (
    "écrit|ouvert|connu|inscrit|décrit|produit|construit|vendu|rendu|tenu|venu|reçu|prévu|vu|lu"
    "|élu|paru|réuni|fini|choisi|accueilli|fourni|établi|rempli|offert|couvert|détruit|conduit"
    "|traduit|réduit|interdit|peint|atteint|éteint|devenu|parti|sorti|abattu|défini|garanti|joint"
    "|reconnu|entendu|attendu|suivi|servi|recueilli|retenu|soutenu|maintenu|contenu|descendu|perdu"
)
PRONOMINAL = (
    "abstenu|réuni|engagé|retrouvé|rencontré|inscrit|opposé|déplacé|joint|tenu|déroulé|terminé"
    "|produit|arrêté|installé|souvenu|mobilisé|associé|exprimé|prononcé|rassemblé|battu|développé"
    "|spécialisé|tourné|regroupé|ajouté|adapté|impliqué|dispersé|multiplié|éloigné|rapproché"
)
WOMEN = (
    "présidente|vice-présidente|directrice|secrétaire générale|fondatrice|conseillère"
    "|coordinatrice|adjointe|représentante|porte-parole, [A-Z]\\w+e|chercheuse"
)
