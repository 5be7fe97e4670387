"""French words that are none without their accents: what is left of them is in no dictionary."""

from __future__ import annotations

import functools
import itertools
import unicodedata

ACCENTED = (
    "accessibilité accompagnée accéder accélérer achève acquérir activité actualité adaptée "
    "adéquation agilité agréable ajoutée amené amorçage améliorent améliorer améliorée animée "
    "année aperçu appelé appelée apportées appropriée appétence après arrivée arrêt arrêter "
    "assemblée associée auprès autorisées autorité avancée avère avérer basée bibliothèque "
    "bibliothécaires bientôt biodiversité bâtiment bénéficiaires bénéficie bénéficient "
    "bénéficier bénévolat bénévole bête capacité caractère caractéristiques centrée chiffrée "
    "chômage ciblées citoyenneté classées clés clôture cohérente collectivité collègue colère "
    "communauté compatibilité complexité complètement complémentaire complémentarité composée "
    "concernée concernés concrètement confidentialité conformité conformément consacrée "
    "considère considérablement considéré considérée constituée continuité contrôle contrôler "
    "contrôleur conçu conçue coordonnées critère créant créateur crée créent créer créée "
    "célèbre cœur degré delà demandée densité dernière derrière destinée deuxième difficulté "
    "différente différents diplôme disponibilité diversité divisée donnée dorénavant drôle "
    "durée débat décembre déchets décideurs déclarent découvert découverte découvrir décrire "
    "décrit décrivant dédiée défaut défense défi défini définie définir définissant définit "
    "délai délégué démarche démarrage démarrer démontrer département dépasser dépenses "
    "déplacement déplacer déploiement déployer déployé déployée déroule déroulement désigne "
    "désormais détaille détaillée détecter développe développement développent développer "
    "développeur développeuse développée efficacité engagée enquête enquêter entité entière "
    "entièrement entrée envoyé espère espérons européen européenne extrêmement extérieur "
    "exécutif facilitée faisabilité façon fenêtre fiabilité finalité financière fière flèche "
    "fonctionnalité fondée français française frontière fréquence février géant génère générale "
    "généralement généraux générer générique géographique géolocalisation géolocalisées "
    "géomatique gérer hiérarchique hébergement héberger hésiter hésitez hétérogène hôpital "
    "hôpitaux hôte icône identifiée identité idéalement idée immédiat immédiatement impliquées "
    "impératif impôt indemnité indépendamment indépendance indépendant indépendante ingénierie "
    "ingénieur instantanée interministériel interministérielle intermédiaire interopérabilité "
    "intègre intègrent intégralité intégrante intégrer intégré intégrée intéressant "
    "intéressante intéressent intéresser intérieur intérêt inégalité journée lancée "
    "lauréats liberté listées littéraire liée lumière lycée légale légitime majorité malgré "
    "manière matière maturité mené menée ministère ministérielle mobilité modalités modèle "
    "modélisation montée musée mène mécanisme médecin médias médiathèque mémoire mérite "
    "métadonnées méthode méthodologique métriques métropole métropolitain métropolitaine météo "
    "météorologiques nommée nouveauté numérique numérisation numéro numérotation néanmoins "
    "nécessaire nécessairement nécessitant nécessite négociation opportunité opérateur "
    "opérationnel opérationnelle opérée organisée orientée parallèle paramètre partagée "
    "particulière particulièrement passées pensée phénomène piéton plutôt plénière portée "
    "possibilité possède possèdent possédant posée potentialités priorité privilégier privée "
    "problème procéder procédé proposée propriétaire propriété protéger proximité préalable "
    "préalablement précarité précieux précis précises précisément précédemment précédente "
    "préfet prérequis présentant présente présentent présentiel présidente prévenir prévoient "
    "prévoir prévoit prévu prévue prêt prête prêter publicité publiée pédagogique pépinière "
    "pérennisation pérenniser pérennité périmètre période qualité quantité quatrième relevé "
    "relève remontées rencontrées rentrée représentant représentatif représente représentent "
    "représenter repère repérer requête responsabilité reçoit reçoivent reçu reçues rivière "
    "règle règlement réactivité réalisée réalité récemment récit récolte récupérer récurrents "
    "rédiger réduire réduit réelle réellement réflexion réfléchir référencement référencées "
    "référentiel référer régionale réglementaire réglementation régler régulier régulière "
    "régulièrement répond répondant répondent répondre répondu réponse république réseau "
    "réseaux réserver résolu résoudre résultat rétablir réunir réunis réunit réussi réussie "
    "réussir réussite réutilisation réutiliser révèle santé simplicité simplifiée siècle "
    "société solidarité souhaitée souveraineté spécialement spécialiste spécificités spécifique "
    "spécifiquement stockées stratégique structurée supplémentaire supérieur système "
    "systématiquement sécuriser sécurisée sécurité sélectionner sélectionnées sémantique "
    "séminaire sénateur sérieux tempête thématique tolérer totalité troisième trouvée "
    "téléchargeable téléchargement télécharger téléphonique télétravail témoignage témoigner "
    "université utilisée utilité variées visibilité visioconférence volonté vécu véhicule vélo "
    "vérité écart échange échanger échantillon échec échelle échéant éclairage écocitoyen école "
    "écologique économique écosystème écoute écouter écran écrire écrit écrite écriture éditeur "
    "éducatif également égalité égard égaux élaborer électricité électrique électronique élevé "
    "élus élève élémentaire émerger énergétique énorme énormément époque épreuve équilibre "
    "équipe équipement équivalente établi établir établissement étaient était étant étape état "
    "étend étendre étendue éthique étonnement étranger étroit étroitement étude étudier évaluer "
    "éventuellement évidemment éviter évoluer évoquer évènement événement être"
).split()
"""None of them, nor its plural, is a word of French or English when an accent is left out."""


def bare(word: str) -> set[str]:
    """*word* with one or more of its accents left out.

    >>> sorted(bare("élève"))
    ['eleve', 'elève', 'éleve']
    """
    pairs = [(letter, _plain(letter)) for letter in word]
    return {"".join(one) for one in itertools.product(*(dict.fromkeys(p) for p in pairs))} - {word}


def _plain(letter: str) -> str:
    return "oe" if letter == "œ" else unicodedata.normalize("NFD", letter)[0]


@functools.cache
def unaccented() -> dict[str, str]:
    """What is left of each word and of its plural -> the word itself."""
    return {
        f"{left}{end}": f"{word}{end}"
        for word in ACCENTED
        for left in bare(word)
        for end in ("", "s")
    }
