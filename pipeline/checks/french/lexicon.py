"""A lexicon of French: the words that agree with others, and the words that make them agree."""

from __future__ import annotations

import functools

from pipeline.checks.french import words

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
    "adresse option étape compétence expérience pratique activité fonction majorité minorité "
    "aire allée ambition ampleur annonce appellation approche armée arrivée attente attention "
    "artère "
    "attitude audience banlieue banque barrière bataille bibliothèque bienveillance boîte bourse "
    "cantine caméra candidature capacité carrière cause cellule centaine chaîne chaleur chance "
    "charge chose cible circonscription circulation clause clôture cohérence collecte colline "
    "commande compagnie composante concertation concurrence confiance connaissance conséquence "
    "consigne consommation construction continuité contrainte contrepartie contribution conviction "
    "couverture création croissance cérémonie dette dignité dimension diplomatie direction "
    "disparité disposition distance distinction diversité division durée découverte défense "
    "délibération démarche dépense détention échelle échéance écologie économie efficacité église "
    "égalité élaboration émission émotion enfance entraide entrée époque équité espèce étiquette "
    "étoile évolution excellence exigence expertise explication expression expulsion façade "
    "facilité facture faiblesse faille fête feuille fiche fierté filière finalité flamme "
    "fleur foire folie fontaine force forêt formule foule fourniture fraternité fusion gare "
    "gastronomie gendarmerie gestion gouvernance grève guerre habitude haine hausse hauteur "
    "histoire humanité identité île illustration importance impression impulsion inauguration "
    "incertitude incivilité indemnité indépendance industrie information infraction infrastructure "
    "ingénierie injustice innovation inondation inquiétude insertion installation instance "
    "insécurité intégration intelligence intention interdiction intercommunalité interprétation "
    "intervention invitation joie largeur lecture législation liberté ligne limite lumière lutte "
    "maladie manière manifestation maîtrise marge marque matière médaille médecine "
    "médiathèque menace mer merveille méthode mise monnaie montagne motivation moyenne musique "
    "nécessité négociation norme nouveauté nuisance obligation occasion odeur opération opinion "
    "opportunité opposition orientation origine paix pandémie panne parcelle parité parole "
    "passerelle pause peine pelouse pensée perte peur phase photo photographie piscine piste plage "
    "plaine planète plainte pluie poésie pollution porte portée posture poussière preuve prise "
    "prison priorité procédure production profession programmation promesse promotion propreté "
    "proposition propriété protection proximité puissance quantité quinzaine racine radio rapidité "
    "réalité réaction réception récidive récolte récompense réduction référence réflexion "
    "réglementation relation relance religion remarque remise rénovation rentrée réparation "
    "répartition répression république réputation résidence résilience résistance responsabilité "
    "ressource restauration réussite révision richesse rive robe rupture ruralité sanction saison "
    "satisfaction science scène section sélection sensibilité sensibilisation série signature "
    "solidarité sortie source souplesse spécialité sphère stabilité station structure subvention "
    "superficie surface surveillance synthèse tâche table taille taxe tendance tension terrasse "
    "terre tentative théorie thérapie toiture tonne tournée tradition tragédie transformation "
    "transparence unité urgence usine utilité vallée validation variété vente vérité version "
    "victoire vie vigilance vision vitesse vitrine voie voiture voix volonté vue zone électricité "
    "épreuve étendue médiatrice animatrice actrice lectrice habitante citoyenne coordinatrice "
    "directrice présidente conseillère représentante adjointe élue"
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
    "chapitre paragraphe numéro courrier courriel "
    "abandon abri accès accident accompagnement accroissement accueil ajout aménagement amendement "
    "anniversaire appartement appui apprentissage argent argument arrêt art artisan aspect atout "
    "attentat auteur avantage avertissement axe bailleur banc bilan bois bonheur boulevard bruit "
    "but cabinet cadeau camion camp carnet carrefour cas cercle certificat chantier chiffre "
    "chômage cinéma client club code collège comportement compromis concept concert concours "
    "conseiller consensus constat contact contenu continent coordinateur coordonnateur coût "
    "créneau critère cycle décès décret défaut degré délai déplacement député dessin détail détenu "
    "diagnostic diplôme discours domicile dommage don doute déficit écart échelon éclairage écran "
    "édifice éditeur effet élan élargissement élément emplacement employeur encadrement "
    "enregistrement enseignant enseignement entretien entrepreneur équilibre équipement espoir "
    "esprit essai essor établissement étage étudiant euro examen excès exercice facteur fichier "
    "film financeur fléau flux fonctionnement fondateur fondement formateur formulaire fossé foyer "
    "frein garage gaz genre geste gymnase handicap harcèlement hasard hommage honneur horaire "
    "hôpital hôtel immeuble impact impôt incendie incident indicateur individu inventaire "
    "investissement jardin jeu journal jugement jury kilomètre kit label laboratoire langage "
    "lancement lecteur levier littoral logiciel loisir lycée magasin maillage maintien mandat "
    "marathon mariage médecin média médiateur métier mètre milieu milliard million monument motif "
    "mouvement musicien mécanisme nom observatoire opérateur ordinateur organe organisme ouvrage "
    "paiement panneau papier parcours parking passage patrimoine paysage peuple pharmacien "
    "pilotage plaisir plafond plateau plaidoyer poids point portail porteur portrait pouvoir "
    "préfet prestataire principe privilège procédé procès procureur producteur produit propos "
    "protocole prototype pôle racisme rang rapprochement rassemblement rayon recours recrutement "
    "recueil réflexe référent refuge refus regard registre règlement renforcement renouvellement "
    "renseignement repas repère respect ressort restaurant retard retour revenu riverain roman "
    "rythme sac salaire salon savoir scénario schéma sens sentiment seuil siège sigle signal signe "
    "socle soin soir sol soldat sommet souci souhait sport stade stage stationnement statut stock "
    "succès suivi supplément support surcoût syndicat tableau témoignage temps terme terrain "
    "terrorisme test ticket tissu tourisme tournant tournoi train traitement trajet transfert "
    "trimestre type téléphone usage usager utilisateur vainqueur véhicule vélo vendeur verre "
    "versement visage visiteur voisin volet volume vote zèle étranger élève bénévole journaliste "
    "artiste fonctionnaire responsable bénéficiaire volontaire propriétaire parlementaire "
    "stagiaire collègue architecte commissaire locataire spécialiste signataire destinataire "
    "gestionnaire adulte ministre"
).split()
ALSO_VERBS = frozenset(
    "place mesure rencontre visite enquête aide offre demande réforme base liste date programme "
    "contrôle guide groupe cadre échange débat voyage forme marche note contracte risque dialogue "
    "adjoint montant jeune public élu expert membre partie nuit partenaire politique sujet "
    "objectif enfant fonds processus taux pays mois "
    "annonce approche attente cause cible charge clôture collecte commande consigne couverture "
    "dépense découverte distance fête force formule facture marque limite lutte maîtrise "
    "menace porte prise mise promesse récolte récompense relance remarque remise réparation source "
    "structure vente vue étendue tonne excellence peine pause fusion entrée taxe table signe test "
    "regard produit souhait vote appui suivi contenu constat détenu parcours passage sens type "
    "essai point savoir pouvoir soin but cas temps soir sol refus respect retour détail accueil "
    "arrêt signal geste sport support ressort concours recours propos poids bois voix paix élan "
    "conseiller soutien maintien entretien".split()
)
"""What may be another kind of word, or has one form for both numbers."""
OF_BOTH = frozenset(
    "maire membre partenaire ministre adulte élève bénévole journaliste artiste fonctionnaire "
    "responsable bénéficiaire volontaire propriétaire parlementaire stagiaire collègue architecte "
    "commissaire locataire spécialiste signataire destinataire gestionnaire enfant guide médecin "
    "auteur".split()
)
"""What is said of women and of men."""
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


_REGULAR = (
    "actif administratif africain agricole alimentaire amical ancien associatif automatique "
    "bilatéral budgétaire central civique climatique collaboratif collectif commercial communal "
    "communautaire complémentaire complexe concret consultatif continental contractuel coopératif "
    "créatif criminel départemental diplomatique disponible durable écologique éducatif efficace "
    "électoral électronique énergétique essentiel exceptionnel expérimental extérieur familial "
    "fédéral féminin financier fiscal fondamental francophone frontalier géographique global "
    "gouvernemental gratuit historique humain humanitaire identique inclusif individuel industriel "
    "inférieur innovant institutionnel insuffisant intense intercommunal intérieur intermédiaire "
    "interministériel interne externe judiciaire juridique législatif légal illégal libre "
    "littéraire maritime masculin massif médical mental métropolitain militaire ministériel "
    "moderne multiple naturel nécessaire nocturne normal nucléaire obligatoire officiel "
    "opérationnel optimal parental participatif particulier partiel pédagogique pénal permanent "
    "physique populaire positif négatif potentiel précaire précis préfectoral présidentiel "
    "préventif prioritaire privé provincial psychologique quotidien rapide réciproque récent "
    "régulier républicain répressif respectif routier rural sanitaire scientifique scolaire "
    "sectoriel sécuritaire sensible sexiste sexuel significatif similaire solidaire spatial "
    "spécial spécifique sportif stratégique structurel substantiel supérieur supplémentaire "
    "technologique temporaire thématique théorique touristique traditionnel transfrontalier "
    "transnational transversal trimestriel mensuel hebdomadaire universel universitaire urgent "
    "utile violent virtuel vital wallon belge suisse italien espagnol allemand portugais anglais "
    "américain néerlandais ukrainien roumain polonais canadien québécois marocain tunisien "
    "sénégalais ivoirien malien camerounais parisien premier grand petit nombreux seul certain "
    "divers meilleur autre vrai haut mauvais futur deuxième troisième quatrième cinquième "
    "véritable même"
).split()
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


def many(noun: str) -> str:
    if noun.endswith(("s", "x", "z")):
        return noun
    if noun.endswith("al") and noun != "festival":
        return f"{noun[:-1]}ux"
    return f"{noun}x" if noun.endswith(("eau", "eu")) else f"{noun}s"


@functools.cache
def nouns() -> dict[str, tuple[int, int]]:
    """Word -> gender (0 masculine, 1 feminine) and number (0 one, 1 many)."""
    found: dict[str, tuple[int, int]] = {}
    masculine = [*_MASCULINE_NOUNS, *words.MASCULINE_NOUNS.split()]
    feminine = [*_FEMININE_NOUNS, *words.FEMININE_NOUNS.split()]
    for gender, nouns in ((0, masculine), (1, feminine)):
        for noun in nouns:
            found[noun] = (gender, 0)
            if many(noun) != noun:
                found[many(noun)] = (gender, 1)
    return found


@functools.cache
def adjectives() -> dict[str, tuple[tuple[str, ...], frozenset[tuple[int, int]]]]:
    """Form -> its four forms, and the genders and numbers it fits."""
    found: dict[str, tuple[tuple[str, ...], frozenset[tuple[int, int]]]] = {}
    told = (tuple(entry.split("/")) for entry in _ADJECTIVES)
    for forms in (*map(regular, words.ADJECTIVES.split()), *told, *map(regular, _REGULAR)):
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
    **dict.fromkeys("un le ce cet du au aucun quel".split(), (0, 0)),
    **dict.fromkeys("une la cette sa ma aucune quelle toute".split(), (1, 0)),
    **dict.fromkeys("notre votre leur chaque".split(), (None, 0)),
    **dict.fromkeys([*_BEFORE_MANY, "des", "aux", *_NUMERALS], (None, 1)),
    "quels": (0, 1),
    "quelles": (1, 1),
    "certains": (0, 1),
    "certaines": (1, 1),
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
_IN_E = (
    "accompagne améliore anime assure augmente cherche collabore confirme considère constate "
    "coordonne crée débute décide dénonce déploie dispose élabore encourage engage espère essaie "
    "évalue exige explique facilite favorise génère gère identifie illustre implique incite "
    "indique informe intègre invite joue lance mène mobilise pose possède précise prépare protège "
    "rappelle rassemble recommande réalise regroupe renforce représente respecte reste révèle "
    "rêve semble souligne témoigne transforme valorise vise assiste aborde adopte affirme ajoute "
    "alerte applique attire autorise bloque célèbre comporte concentre confie constitue consulte "
    "consacre contacte désigne développe distribue entame entraîne envisage évolue évoque fixe "
    "fonctionne garde habite impose inaugure installe insiste intéresse interroge manifeste "
    "multiplie nécessite négocie occupe oblige pense privilégie publie questionne rejette "
    "remplace reproche ressemble sensibilise sollicite suppose surveille tente vérifie"
).split()
MANY_VERBS |= {verb: f"{verb}nt" for verb in _IN_E}
MANY_VERBS |= {
    "agit": "agissent", "comprend": "comprennent", "construit": "construisent",
    "découvre": "découvrent", "défend": "défendent", "définit": "définissent",
    "entend": "entendent", "établit": "établissent", "fournit": "fournissent",
    "garantit": "garantissent", "inclut": "incluent", "intervient": "interviennent",
    "obtient": "obtiennent", "ouvre": "ouvrent", "prévoit": "prévoient",
    "réfléchit": "réfléchissent", "rejoint": "rejoignent", "répond": "répondent",
    "réunit": "réunissent", "réussit": "réussissent", "soutient": "soutiennent",
    "souffre": "souffrent", "subit": "subissent", "suit": "suivent", "tend": "tendent",
    "traduit": "traduisent", "vit": "vivent", "voit": "voient", "poursuit": "poursuivent",
    "relève": "relèvent", "appelle": "appellent", "perçoit": "perçoivent",
    "pouvait": "pouvaient", "devait": "devaient", "devrait": "devraient",
    "pourrait": "pourraient", "aura": "auront", "fera": "feront", "semblait": "semblaient",
    "serait": "seraient", "aurait": "auraient",
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
