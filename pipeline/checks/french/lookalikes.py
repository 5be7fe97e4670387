"""French words that look like a participle, an adjective or a verb, and are none."""

from __future__ import annotations

from pipeline.sought import sought

_NOUNS = frozenset(
    (
        "abonné abonnée absent accent accident adhérent adjacent administré adolescent affluent "
        "affront agent allié allée amitié année antécédent anxiété apogée apparent après argent "
        "armée arpent arrivée arrêté ascendant assemblée associé associée assuré astringent "
        "auvent avant avent beauté blessé blé bonté bouchée bébé café canapé carré cent chaussée "
        "cheminée cité cliché client clé cohérent comité communauté communiqué compétent comté "
        "confluent congé conscient consent content continent contrevent contrée convalescent "
        "convergent corvée coté couvent croisée côté degré denrée dent dictée difficulté "
        "différent dirigent divergent donnée durée dé décent déficient délégué déléguée dément "
        "député députée détergent efficient employé employée entrée excellent excepté exigent "
        "existent exposé expédient faculté fermeté fierté fossé foulée front fréquent fumée fée "
        "gradient gré honnêteté hormis huée idée imminent impatient imprudent incident "
        "inconvénient indifférent indulgent influent ingrédient inhérent inimitié innocent "
        "insolent insuffisant intelligent intermittent invité invitée itinérent journée jusque "
        "lancée latent lent levée liberté lignée loyauté lycée lâcheté majesté malgré marché "
        "mariée marée matinée ment moitié mont montée mosquée musée mêlée nouveauté nuée né "
        "négligent occident occurrent odyssée ondée onguent ont opacité opulent orchidée orient "
        "panacée parent parenté passé patient pauvreté pensée percée permanent pertinent "
        "pestilent pincée pitié piété plongée poignée polyvalent pont portée poupée prisée "
        "procédé propreté propriété prudent pré précédent préfet présent président puberté "
        "puissent purée pâté péché pénitent quotient randonnée relevé renommée rentrée rescapé "
        "ressent retombée retraité royauté ruée récent récipient réfugié réfugiée régent "
        "résident résumé réticent salarié salariée santé sent serpent sobriété société soirée "
        "sous-jacent souvent strident succulent suffisent supermarché sûreté talent thé tient "
        "torrent tournée tracé traité défilé transparent traversée trident trophée turbulent unité "
        "urgent vallée variété veillée vent vient violent virulent visée volonté volée vont vu "
        "émergent éminent énoncé épopée épée équivalent été évident"
    ).split()
)
"""`La cité`, `un résident`: they end like a participle, or like a verb in the plural."""
_ENDINGS = sought(
    r".*(?<!inv)(?<!hab)(?<!vis)(?<!lim)(?<!mér)(?<!hér)(?<!éd)(?<!év)(?<!exc)(?<!llic)(?<!susc)"
    r"(?<!explo)(?<!tra)(?<!rév)ités?|.*ment|.+[vt]ient|.+ssent(?<!issent)"
)
"""Most words that end so are nouns or adverbs, or a verb in the singular: `il vient`."""
_BEHIND_PLURALS = frozenset(
    "entre comme grâce source encore cette ensemble parce phare carbone texte presse lorsque toute "
    "suite haute elle quelle chaque même autre contre outre presque ensuite notre votre telle "
    "quatre onze douze treize quatorze quinze seize trente quarante mille jusque puisque quoique "
    "type nature jeunesse modèle pilote mère centre cible cadre standard braille dimanche octobre "
    "septembre novembre décembre release minute double possible vite cause rouge orange grande "
    "témoin limite marketing data image vitrine record surprise éclair référence papier fleuve "
    "relative face frontière langue heure semaine année presque quelque aucune belle".split()
)
"""What stands behind a noun in the plural and is neither its adjective nor its verb."""


def is_no_form(word: str) -> bool:
    """Whether *word*, in small letters, is no participle and no verb in the plural."""
    return word in _NOUNS or word.rstrip("s") in _NOUNS or bool(_ENDINGS.fullmatch(word))


def is_no_adjective(word: str) -> bool:
    return word in _BEHIND_PLURALS
