"""French letters: elisions, accents, ligatures, and words that sound alike."""

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
    r"|Anvers|Orléans|Angers|Amiens|Avignon|Istanbul|Helsinki|Hambourg|Aubervilliers|Évry)\b"
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
    r"(?:^|(?<=[.!?:;] ))(A)(?= (?!t[- ](?:il|elle|on)\b|été |eu |fait |mis |pris |permis |priori"
    r"|posteriori|cappella|minima|maxima|fortiori|contrario|[a-zà-ÿ]+(?:é|és|ées?|[iu]|it|ut) )"
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
            yield from _lettered(block, found.start(1), "A", "À", NOTE)


def _lettered(block: Block, start: int, words: str, right: str, level: object) -> Iterator[Mark]:
    if block.is_own(start):
        yield block.mark(
            "X140", start, start + len(words), f"{words!r} is spelt {right!r}", f"write {right}",
            NOTE if level is NOTE else WARNING, right,
        )  # fmt: skip


_PARTICIPLE = (
    "été|eu|pris|permis|reçu|adopté|participé|lancé|organisé|publié|accueilli|réuni|annoncé"
    "|souligné|rappelé|signé|mis|développé|créé|ouvert|rejoint|voté|décidé|choisi|obtenu"
)
_ALIKE = (
    # What was meant -> one of the words in it, and where something else stands.
    ("à", "a", (r"\b(?:[Gg]râce|[Ff]ace|[Qq]uant|[Pp]ar rapport|[Dd]estinée?s?|[Cc]onsacrée?s?"
     r"|[Rr]elati(?:fs?|ves?)|[Cc]ontribue(?:r|nt)|[Pp]articipe(?:r|nt)|[Vv]ise(?:r|nt)"
     r"|[Vv]isant|[Ss]ervent|[Aa]ppelle(?:nt)?|[Cc]ontinue(?:r|nt)|[Aa]boutir|[Ii]nviter?"
     r"|[Pp]arvien(?:nent|t)|[Rr]épondre|[Aa]ider) (a)(?= [a-zà-ÿl])")),
    ("a", "à", rf"(?<![\w-])(à)(?= (?:{_PARTICIPLE})\b)(?<!-à)|\b[Oo]n (à)(?= [a-zà-ÿ]+é\b)"),
    ("où", "ou", (r"\b(?:moment|jour|lieu|endroit|pays|quartier|période|époque|cas|mesure|année"
     r"|situation|contexte|monde|ville|heure) (ou)(?= (?:ils?|elles?|on|nous|vous|se|chacun)\b"
     r"| s[’'])|\b[Dd][’'](ou)\b|\b[Ll]à (ou)(?= (?:ils?|elles?|on|nous|le|la|les|l[’'])\b)")),
    ("ce", "se", r"(?:^|(?<=[.;,:] ))([Ss]e) (?:sont|est) (?:des|les|la|le|un|une)\b"),
    ("se", "ce", r"\b(?:[Ii]ls?|[Ee]lles?|[Oo]n) (ce) [a-zà-ÿ]{3,}"),
    ("tous", "tout", (r"(?<!avant )(?<!après )(?<!malgré )(?<!dessus )(?<!\bdu )(?<!en )"
     r"\b([Tt]out) (?:les|ces|nos|vos|leurs|mes|ses) [a-zà-ÿ]+s\b")),
    ("toutes", "toute", r"\b([Tt]oute) (?:les|ces|nos|vos|leurs|mes|ses) [a-zà-ÿ]+s\b"),
    ("leur", "leurs", (r"\b([Ll]eurs) (?:a|ont|est|sont|permet|permettra|permettent|donne|offre"
     r"|apporte|propose|sera|demande)\b")),
    ("quelques", "quelque", (r"\b([Qq]uelque) (?:jours|mois|années|minutes|heures|villes|semaines"
     r"|exemples|projets|partenaires|questions|points|idées|mots)\b")),
    ("aux", "à", r"(?<![\w-])(à les)(?= [a-zà-ÿ]+s\b)(?! \w+er\b)"),
    ("sûr", "sur", r"\b[Bb]ien (sur)(?=[,.;!])"),
    ("la plupart", "plus", r"\b[Ll]a (plus part)\b"),
    ("notamment", "notemment", r"\b([Nn]otemment)\b"),
    ("plutôt que", "plus", r"\b([Pp]lus tôt que)(?= (?:de|la|le|les)\b)"),
    ("davantage", "avantage", r"\b([Dd][’']avantage)(?= (?:de|d[’'])\b)"),
    ("près de", "prêt", r"\b([Pp]rêt de)(?= (?:\d|la|le|chez)\b)"),
    ("quant à", "quand", r"\b([Qq]uand à)(?= (?:la|l[’']|lui|elle|nous|eux)\b)"),
    ("c’est", "ses", r"(?:^|(?<=[.;,:] ))([Ss]’?es) (?:un|une|la|le) [a-zà-ÿ]+"),
    ("ont", "on", (r"(?:^|(?<=[.;] ))(?:Les|Des|Ces|Nos|Leurs) [a-zà-ÿ]+s (on)(?= [a-zà-ÿ]+(?:é|i"
     r"|u|is)e?s?\b)")),
    ("a", "à", r"\b(à)(?= pour (?:but|objectif|mission|vocation|effet|ambition|thème)\b)"),
    ("été", "étés", r"\b(?:a|ont|avait|avaient|avons) (étés)\b"),
    ("s’est", "est", (r"(?<=[a-zà-ÿ] )([Cc][’']est)(?= (?:déroulée?|réunie?|tenue?|engagée?|dotée?"
     r"|produite?|terminée?|rendue?)\b)")),
    ("le singulier", "nombre",
     r"\b[Ll]e nombre (?:de |d[’'])(?:(?!\bqui\b)[^,.;]){3,40}? (ont|sont)\b"),
    ("d’ores", "dors", r"\b(dors et déjà)\b"),
    ("le fait", "faite", r"\b(le faite) que\b"),
    ("à", "a", (r"(?<![\w’'-])(a)(?= (?:venir|participer|répondre|rejoindre|découvrir|travailler"
     r"|réduire|renforcer|améliorer|développer|créer|faire|prendre|mettre|être|lire|voir|suivre"
     r"|signer|réfléchir|construire|soutenir|consulter|partager|agir|organiser|lutter)\b)")),
    ("à", "a", (r"\b(?:jumelée?s?|liée?s?|confrontée?s?|adaptée?s?|située?s?|associée?s?"
     r"|conformes?) (a)(?= (?:la|l[’']|[A-ZÀ-Þ]|tous|toutes|un|une|des|ses|leurs))")),
    ("à", "a", r"(?:^|(?<=[.;] ))Suite (a)(?= (?:la|une|un|cette|ce|des|sa|son|l[’']))"),
    ("a eu", "eut", r"\b(?:a|ont|avait) (eut)\b"),
    ("ils, elles", "il", r"\b([Ii]l) (?:doivent|sont|ont|peuvent|vont|seront|étaient)\b"),
    ("ils, elles", "elle", r"\b([Ee]lle) (?:doivent|sont|ont|peuvent|vont|seront|étaient)\b"),
    ("aujourd’hui", "jour", r"\b([Aa]u jour d[’']aujourd[’']hui)\b"),
    ("l’infinitif", "", (r"\b(?:va|vont|peut|peuvent|doit|doivent|veut|veulent|pourra|pourront"
     r"|devra|devront|souhaitent?) (organisé|voté|participé|visité|invité|présenté|consulté|adopté"
     r"|accepté|augmenté|créé|développé|renforcé|travaillé|échangé|proposé|donné|répondu)\b")),
    ("le participe", "", (r"\b(?:ai|avons|avez|ont) (visiter|organiser|participer|adopter|créer"
     r"|voter|présenter|inviter|rencontrer|travailler|proposer|demander|décider|développer"
     r"|renforcer"
     r"|lancer|signer|échanger|donner)\b")),
    ("le participe sans accord", "", (r"\b(?:a|ont|avons|avait|avaient) (répondue?s|répondue"
     r"|participée?s|participée|contribuée?s|contribuée|travaillée?s|travaillée|permises?)"
     r"(?= (?:à|au|aux|de|d[’'])|[.,;])")),
    ("le subjonctif", "que", (r"\b(?:[Bb]ien que|[Pp]our que|[Aa]fin que|[Ii]l faut que"
     r"|[Aa]vant que|à condition que|[Jj]usqu[’']à ce que) "
     r"(?:(?!\b(?:qui|que|dont|où)\b)[^,.;’']){2,40}? "
     r"(est|sont|ont|peut|peuvent|agit|vient|va)\b(?!-)")),
)  # fmt: skip
_HEARD = [(right, sign, sought(form)) for right, sign, form in _ALIKE]


def x141_words_that_sound_alike(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Grâce a*, *le jour ou il*, *tout les*: French words that sound alike, and of which the wrong
    one was written.
    Remedy: write the one that was meant."""
    for block in _french(sheet):
        for right, sign, form in _HEARD:
            if sign and sign not in block.vocabulary:
                continue
            for found in form.finditer(block.text):
                group = found.lastindex or 0
                if block.is_own(found.start(group)):
                    yield block.mark(
                        "X141", found.start(group), found.end(group),
                        f"{found[group]!r} is not what was meant here", f"write {right}", WARNING,
                    )  # fmt: skip


def _french(sheet: Sheet) -> Iterator[Block]:
    return (
        block
        for block in sheet.blocks
        if block.language[:2] == "fr" and block.kind != "cell" and not block.is_capitals
    )
