"""French letters: elisions, accents and ligatures."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from pipeline.checks.letters import unaccented
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, WARNING, Block, Mark, Sheet
from pipeline.sought import sought

_MUTE = (
    "habitants?|habitantes?|habitations?|habitats?|habitudes?|hommes?|heures?|histoires?|historique"
    "|hôpital|hôpitaux|hôtels?|humains?|humaines?|humanité|honneur|horaires?|hébergements?"
    "|héritages?|hiver|hommages?|huiles?|hygiène|hypothèses?|harmonie|harmonisation|hospitalité"
)
_NO_ELISION = (
    "onze|onzième|oui|ouistitis?|une? à|une fois|unième|uns|yaourts?|open|apps?|email|emails|online"
    "|une|ebee|onboarding|up|out|off|ok|a priori|events?|agile|one|à|aux?|et|ou|est|ont|en tant"
)
_ELISION = sought(
    rf"(?<![\w’'·-])([Dd]e|[Qq]ue|[Ll]e|[Ll]a|[Nn]e|[Ss]e|[Jj]e|[Jj]usque|[Ll]orsque|[Pp]uisque) "
    rf"(?!(?:{_NO_ELISION})(?![\w’'-]))((?:[aeiouâàéèêëîïôûœ][a-zà-ÿœ]+|{_MUTE})(?![\w’'-]))"
)
_S_IL = sought(r"(?<![\w’'-])([Ss]i) (ils?)\b")
_SHORT = sought(r"(?<![\w’'·-])([Nn]e|[Ss]e|[Jj]e|[Qq]ue) (ai?|est|ont|en|y|on|une?)\b(?![-’'])")
_NAMES = sought(
    r"(?<![\w’'-])([Dd]e) (Europe|Italie|Espagne|Allemagne|Angleterre|Irlande|Autriche|Ukraine"
    r"|Estonie|Islande|Afrique|Asie|Amérique|Occitanie|Alsace|Aquitaine|Amsterdam|Oslo|Athènes"
    r"|Anvers|Orléans|Angers|Amiens|Avignon|Istanbul|Helsinki|Aubervilliers|Évry)\b"
)


def x139_elision(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*De Europe*, *que il*: before a vowel French leaves the e out.
    Remedy: write the apostrophe; --fix does it."""
    for block in _french(sheet):
        for form in (_ELISION, _S_IL, _SHORT, _NAMES):
            for found in form.finditer(block.text):
                if not block.is_own(found.start()):
                    continue
                right = f"{found[1][:-1]}’{found[2]}"
                yield block.mark(
                    "X139", found.start(), found.end(), f"{found[0]!r} wants its elision",
                    f"write {right}", WARNING, right,
                )  # fmt: skip


_BARE = {
    "tres": "très", "apres": "après", "deja": "déjà", "etre": "être", "etes": "êtes",
    "securite": "sécurité", "securité": "sécurité", "region": "région", "regions": "régions",
    "reseau": "réseau", "reseaux": "réseaux", "europeen": "européen", "europeenne": "européenne",
    "europeens": "européens", "europeennes": "européennes", "societe": "société",
    "societes": "sociétés", "strategie": "stratégie", "strategies": "stratégies",
    "democratie": "démocratie", "prevention": "prévention", "interet": "intérêt",
    "interets": "intérêts", "ecole": "école", "ecoles": "écoles", "etat": "état", "etats": "états",
    "evenement": "événement", "evenements": "événements", "equipe": "équipe", "equipes": "équipes",
    "experience": "expérience", "experiences": "expériences", "qualite": "qualité",
    "activite": "activité", "activites": "activités", "collectivite": "collectivité",
    "collectivites": "collectivités", "communaute": "communauté", "communautes": "communautés",
    "citoyennete": "citoyenneté", "sante": "santé", "numero": "numéro", "numeros": "numéros",
    "premiere": "première", "premieres": "premières", "derniere": "dernière",
    "dernieres": "dernières", "annee": "année", "annees": "années", "journee": "journée",
    "journees": "journées", "president": "président", "presidente": "présidente",
    "general": "général", "generale": "générale", "developpement": "développement",
    "developper": "développer", "metropole": "métropole", "quartiér": "quartier",
    "phenomene": "phénomène", "probleme": "problème", "problemes": "problèmes",
    "systeme": "système", "systemes": "systèmes", "theme": "thème", "themes": "thèmes",
    "modele": "modèle", "modeles": "modèles", "ministere": "ministère", "fevrier": "février",
    "aout": "août", "decembre": "décembre", "elus": "élus", "elues": "élues", "elu": "élu",
    "federation": "fédération", "difference": "différence", "reunion": "réunion",
    "reunions": "réunions", "conference": "conférence", "conferences": "conférences",
    "plutot": "plutôt", "hopital": "hôpital", "role": "rôle",
    "controle": "contrôle", "coeur": "cœur", "coeurs": "cœurs", "oeuvre": "œuvre",
    "oeuvres": "œuvres", "soeur": "sœur", "soeurs": "sœurs", "noeud": "nœud", "noeuds": "nœuds",
    "oeil": "œil", "voeux": "vœux", "voeu": "vœu", "boeuf": "bœuf", "manoeuvre": "manœuvre",
    "manoeuvres": "manœuvres", "oeuf": "œuf", "oeufs": "œufs", "ca": "ça",
    "agé": "âgé", "agés": "âgés", "agée": "âgée", "agées": "âgées",
    "malgre": "malgré", "grace": "grâce", "cout": "coût", "couts": "coûts", "bientot": "bientôt",
    "voila": "voilà", "francais": "français", "francaise": "française", "facon": "façon",
    "recu": "reçu", "lecon": "leçon", "garcon": "garçon", "recemment": "récemment",
    "generalement": "généralement", "egalement": "également", "celebre": "célèbre",
}  # fmt: skip
_ACCENTED = (
    "château châteaux siège sièges forêt forêts tête têtes fête fêtes étudiant étudiante "
    "étudiants étudiantes énergie énergies étrangère économie écologie église églises métier "
    "métiers variété variétés soirée soirées matinée minorité municipalité municipalités "
    "carrière étage étages étoile étoiles mêmes succès congrès décès excès procès progrès "
    "réaliser préparer présenter dépense célébrer cérémonie élargir éolienne fidèle héritage "
    "inquiétude littérature modérer péage pêche pêcheur pêcheurs planète poème poèmes poète "
    "précédent réfugié réfugiés rêve rêves vérifier"
).split()
_BARE |= {
    plain: word
    for word in _ACCENTED
    if (plain := word.translate(str.maketrans("éèêëàâôûîç", "eeeeaaouic"))) != word
}
_LARGE = (
    "État États École Écoles Élu Élus Élue Élues Équipe Événement Événements Égalité Édition "
    "Économie Éducation Énergie Étude Études Échange Échanges Île Écologie Église Élection "
    "Élections Émission Évaluation Éditorial Éthique Étranger Étudiants Étape Étapes Écouter "
    "Édito Éditeur"
).split()


@functools.cache
def _unaccented() -> dict[str, str]:
    table = str.maketrans("ÉÎ", "EI")
    return {word.translate(table).replace("évé", "evé"): word for word in _LARGE} | {
        word.translate(table): word for word in _LARGE
    }


_IN_ADDRESS = sought(r"[\w-]*\.[a-z]{2}")
_WORD = sought(r"(?<![\w@#/.-])[^\W\d_]{2,}(?![\w@/=]|\.\w)")
_CAPITAL = sought(r"(?<![\w@#/.-])(?:(?<![’'])|(?<=\b[dlDL][’']))([EI][a-zà-ÿ]{2,})(?![\w@/]|\.\w)")
_LETTER_A = sought(
    r"(?:^|(?<=[.!?:;…] )|(?<=^…))(A)"
    r"(?= (?!t[- ](?:il|elle|on)\b|été |eu |fait |mis |pris |permis |priori"
    r"|posteriori|cappella|minima|maxima|fortiori|contrario"
    r"|(?!(?:qui|lui|celui) )[a-zà-ÿ]+(?:é|és|ées?|[iu]|it|ut) )"
    r"(?:[a-zà-ÿ]{2,}|l[’']|d[’'])|(?= (?:Paris|Bruxelles|Lyon|Nantes|Nice|Lille|Marseille"
    r"|Bordeaux|Strasbourg)\b))"
)


@functools.cache
def _lettered_words() -> dict[str, str]:
    return unaccented() | _BARE


@functools.cache
def _plain_words() -> frozenset[str]:
    return frozenset(_lettered_words())


def x140_letters_of_french(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Securite*, *Etat*, *coeur*: accents, ligatures and the cedilla are letters of French, and
    stand on capitals too.
    Remedy: write them; --fix does it."""
    for block in _french(sheet):
        if not block.vocabulary.isdisjoint(_plain_words()):
            for found in _WORD.finditer(block.text):
                if _IN_ADDRESS.match(block.text, found.end()):
                    continue
                right = _lettered_words().get(found[0].lower())
                if right and (
                    found[0].islower() or (found[0][1:].islower() and found.start() == 0)
                ):
                    right = right if found[0].islower() else right.capitalize()
                    # Many set no accent on a capital, and know what they do.
                    is_light = "œ" in right or right[0] in "ÉÊÎÂ"
                    level = NOTE if is_light else WARNING
                    yield from _lettered(block, found.start(), found[0], right, level)
        for found in _CAPITAL.finditer(block.text):
            word = found[1].lower()
            right = _unaccented().get(found[1]) or _lettered_words().get(word, "").capitalize()
            if right[:1] in "ÉÎ" and right:
                yield from _lettered(block, found.start(1), found[1], right, NOTE)
        for found in _LETTER_A.finditer(block.text) if "A " in block.text else ():
            next_words = block.text[found.end(1) :].split()[:2]
            shown = f"A {' '.join(next_words)}"
            yield from _lettered(block, found.start(1), "A", "À", NOTE, shown)


def _lettered(
    block: Block, start: int, words: str, right: str, level: object, shown: str = ""
) -> Iterator[Mark]:
    if block.is_own(start) or (level is NOTE and block.is_said(start)):
        behind = block.text[start + len(words) :].partition(" ")[0]
        shown = shown or words + behind.rstrip(".,;:!?)»")
        message = f"{shown!r} is spelt {right + shown[len(words) :]!r}"
        yield block.mark(
            "X140", start, start + len(words), message, f"write {right}",
            NOTE if level is NOTE else WARNING, right,
        )  # fmt: skip


def _french(sheet: Sheet) -> Iterator[Block]:
    return (
        block
        for block in sheet.blocks
        if block.language[:2] == "fr" and block.kind != "cell" and not block.is_capitals
    )
