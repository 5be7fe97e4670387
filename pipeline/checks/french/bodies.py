"""Bodies, offices and plans in French: only their first noun has a capital, or none at all."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from pipeline.checks import signs
from pipeline.checks.french import dictionary
from pipeline.checks.french.dictionary import ADJECTIVE, CELLS, PARTICIPLE, adjectival
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, Block, Mark, Sheet
from pipeline.sought import sought

_HEADS = (
    "académie accord acte affaire administration agence agent agglomération alliance appel "
    "application archive assemblée assistance assistant assistante association atelier autorité "
    "baccalauréat barème base bibliothèque bilan budget bulletin bureau cabinet cadre cahier "
    "campagne catalogue cellule centre cercle certificat charte chef cheffe chargé chargée "
    "chambre classe club code collectif collectivité collège comité commissaire commissariat "
    "commission communauté compte confédération conférence congrès conseil conseiller conseillère "
    "consultation contrat contribution convention coopération coordinateur coordination "
    "coordinatrice cour cours data décret défi déclaration délégation délégué déléguée démarche "
    "département développement diplôme directeur direction directive directrice dispositif "
    "document dossier école éducation enquête entreprise équipe espace établissement étude "
    "événement expérimentation fédération festival feuille fichier fiche foire fonction fonds "
    "formation forum foyer gestion gouvernance grille groupe groupement guide haut haute hôpital "
    "hôtel identité index indicateur infrastructure ingénieur innovation inspecteur "
    "inspection institut institution instruction journal journée laboratoire label lettre ligue "
    "licence livre logiciel loi maison mairie manifeste marché mécanisme médiateur mission mois "
    "modèle monument musée méthode métropole note notice nuit observatoire office opération ordre "
    "ordonnance organisation outil palais parc parlement parcours partenariat passeport plan "
    "plateforme plate-forme point pôle police politique portail présidence président présidente "
    "prix procédure produit programme projet protection protocole rapport recensement recherche "
    "recueil référent référentiel registre règlement rencontre rencontres répertoire réseau "
    "responsable ressource retour réunion revue salon sapeur schéma secrétaire secrétariat "
    "section sécurité séminaire semaine sénat service session société socle solution sommet "
    "stratégie structure supervision symposium syndicat système table tableau taxe territoire "
    "trésor transformation transition travaux tribunal union unité université vice-président "
    "vice-présidente zone assises états entrepreneur chaîne chantier comptoir mouvement réserve"
)
_ADJECTIVES = (
    "national régional départemental général municipal territorial social local international "
    "mondial communal intercommunal fédéral cantonal royal judiciaire fiscal médical spatial rural "
    "central décennal biennal triennal pluriannuel environnemental commercial patrimonial légal "
    "culturel professionnel ministériel interministériel industriel universel présidentiel "
    "officiel opérationnel institutionnel structurel essentiel individuel annuel mensuel partiel "
    "administratif collectif participatif éducatif sportif associatif consultatif exécutif "
    "législatif collaboratif informatif préventif européen francilien parisien citoyen quotidien "
    "numérique électronique économique scientifique technique technologique technologie politique "
    "historique artistique géographique cartographique statistique énergétique écologique "
    "climatique stratégique démocratique pédagogique thématique touristique informatique "
    "académique logistique juridique domestique atlantique bibliographique métropolitaine "
    "solidaire universitaire scolaire sanitaire alimentaire communautaire parlementaire volontaire "
    "extraordinaire ordinaire provisoire obligatoire prioritaire supérieure durable responsable "
    "accessible libre mobile rapide agricole civique adjointe civile militaire mutualiste "
    "sociale maritime humaine urbaine commune unique permanent constituante ouverte connectée "
    "partagée intégrée dématérialisée appliquée avancée renforcée généralisée simplifiée certifiée "
    "qualifiée spécialisée dédiée publique français intelligent artificielle satellitaire "
    "étrangère législative transversale méthodologique inclusive exceptionnelle mutualisée délégué"
)
_NOUNS = (
    "travail travaux pilotage direction administration projet projets action actions mission "
    "missions intérêt questions décision gestion dotation expérience expériences charges vie "
    "technologie technologies documents document programmes programme logiciels logiciel "
    "innovation innovations recherche transformation coordination orientation sélection suivi "
    "concertation développement formation formations production conseil information "
    "communication évaluation conception accueil appui accompagnement apprentissage "
    "réflexion rédaction études étude service services ressources système systèmes "
    "infrastructures données donnée personnel personnels compétences compétence usagers "
    "utilisateurs métiers métier emploi carrière carrières qualité sécurité prévention protection "
    "surveillance contrôle veille vigilance achats achat budget comptabilité facturation "
    "investissement financement soutien partenariat partenariats référence références "
    "référencement interopérabilité accessibilité transparence simplification modernisation "
    "dématérialisation archivage sauvegarde maintenance hébergement exploitation déploiement "
    "expérimentation investigation candidature candidatures inscription manifestation "
    "participation consultation médiation inclusion intégration insertion solidarité cohésion "
    "territoires territoire collectivités collectivité communes aménagement urbanisme logement "
    "logements mobilité mobilités transports transport énergie énergies environnement "
    "biodiversité climat eau déchets agriculture alimentation économie commerce industrie "
    "entreprises entreprise tourisme culture patrimoine lecture livre musique sport sports "
    "jeunesse enfance famille familles santé soins hospitalisation handicap autonomie citoyenneté "
    "démocratie éthique déontologie"
)
"""What may follow with a small letter: *groupe de travail*, *appel à projets*."""
_KEPT = frozenset("ministère ministre secrétariat secrétaire loi direction forum".split())
_NAMES = frozenset(
    [
        "Société Générale",
        "Banque Postale",
        "Crédit Agricole",
        "Caisse des Dépôts",
        "Action Logement",
        "Journée Mondiale",
        "Haute Autorité",
        "Licence Ouverte",
        "Union Public",
    ]
)
"""Houses that write their own name so."""
_ENDINGS = (
    ("al", "al ale aux ales"), ("el", "el elle els elles"), ("if", "if ive ifs ives"),
    ("en", "en enne ens ennes"), ("ique", "ique iques"), ("ic", "ic ique ics iques"),
    ("lle", "l lle ls lles"), ("ive", "if ive ifs ives"),
    ("ée", "é ée és ées"), ("é", "é ée és ées"), ("e", "e es"),
)  # fmt: skip
_LINK = r"(?:de la |de l[’']|des |du |de |d[’']|à |aux |en |pour |et de |et des |et )"
_CAPITAL = r"[A-ZÀ-Þ][a-zà-ÿ]{2,}(?:-[A-Za-zà-ÿ]+)?(?![\w’'-])"
_CHAIN = sought(rf"(?<![\w.-])({_CAPITAL})((?:[ \u00a0]{_LINK}?{_CAPITAL})+)")
_PART = sought(rf"[ \u00a0]({_LINK}?)({_CAPITAL})")
_PAIR = sought(r"[A-ZÀ-Þ][a-zà-ÿ-]{2,}[ \u00a0](?:[a-zà-ÿ]{1,4}[ ’'](?:l(?:a |[’']))?)?[A-ZÀ-Þ]")


def _inflected(words: str) -> frozenset[str]:
    """
    >>> sorted(_inflected("national collectif"))
    ['collectif', 'collectifs', 'collective', 'collectives', 'national', 'nationale', 'nationales', 'nationaux']
    """  # noqa: E501
    return frozenset(form for word in words.split() for form in _forms(word))


def _forms(word: str) -> Iterator[str]:
    yield word
    ending, forms = next((pair for pair in _ENDINGS if word.endswith(pair[0])), ("", " e s es"))
    for form in forms.split(" "):
        yield word[: len(word) - len(ending)] + form


@functools.cache
def _heads() -> frozenset[str]:
    words = _HEADS.split()
    return frozenset((*words, *(f"{word}s" for word in words)))


def is_head(word: str) -> bool:
    """Whether names of bodies, offices and plans begin so."""
    return word.lower() in _heads()


def is_ordinary(word: str) -> bool:
    """Whether it has a small letter even within such a name."""
    return word.lower() in _adjectives() or word.lower() in _nouns()


@functools.cache
def _adjectives() -> frozenset[str]:
    more = "supérieur supérieurs public publics publique publiques adjoint adjoints civil civils"
    return _inflected(_ADJECTIVES) | frozenset(more.split())


@functools.cache
def _nouns() -> frozenset[str]:
    return frozenset(_NOUNS.split())


def small_letters(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Groupe de Travail*, *Assemblée Générale*: capitals as English titles have them."""
    for block in sheet.blocks:
        if block.language[:2] != "fr" or block.kind == "cell" or block.is_capitals:
            continue
        if _heads().isdisjoint(block.vocabulary) or not _PAIR.search(block.text):
            continue
        for found, right in _chains(block.text):
            typed = found[0][: len(right)]
            if typed not in register.names and not block.is_foreign(found.start()):
                yield block.mark(
                    "T116", found.start(), found.start() + len(right),
                    f"{typed!r} has the capitals of an English title", f"write {right}", NOTE,
                    right,
                )  # fmt: skip


def _chains(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Each run of capitals that French does not set, and how it is written."""
    found = _CHAIN.search(text)
    while found:
        right = _written(found)
        if right:
            yield found, right
        # What ends one name may begin the next one.
        found = _CHAIN.search(text, found.start() + len(right) if right else found.end(1))


def _written(found: re.Match[str]) -> str:
    """The name as French writes it, up to the last letter it changes; nothing, if it is right."""
    head, tail = found[1], found[2]
    first = head.lower()
    if first not in _heads() or any(found[0].startswith(name) for name in _NAMES):
        return ""
    right, last = head, 0
    for part in _PART.finditer(tail):
        link, word = part[1], part[2]
        small = word.lower()
        is_adjective = small in _adjectives() and (not link or link.strip() == "et")
        is_noun = small in _nouns() and bool(link) and first not in _KEPT
        right += part[0][0] + link
        if not (is_adjective or is_noun):
            behind = _PART.match(tail, part.end())
            is_said = behind and not behind[1] and _qualifies(behind[2], word)
            if behind and is_said:
                right += f"{word} {behind[2].lower()}"
                return right
            # Behind a name of its own, nobody knows what belongs to it.
            break
        right += small
        last = len(right)
    return right[:last]


def _qualifies(adjective: str, noun: str) -> bool:
    """`Affaires Étrangères`: what can only be said of the noun before has a small letter."""
    mask, thing = dictionary.of(adjective.lower()), dictionary.of(noun.lower())
    is_only = not mask & ~(CELLS << ADJECTIVE | CELLS << PARTICIPLE)
    return bool(adjectival(mask) & thing & CELLS) and is_only


def is_said(block: Block, at: int) -> bool:
    """Whether these are words of the text itself, be they linked or not: no title, no quotation."""
    whole = 0.8 * len(block.text)
    set_off = (start <= at < end for start, end in block.italics if end - start < whole)
    if block.is_foreign(at) or any(set_off):
        return False
    before = block.text[:at]
    return before.count('"') % 2 == 0 and before.count("“") <= before.count("”")


# Offices ----------------------------------------------------------------------------------

_OFFICES = (
    "Directeur|Directrice|Président|Présidente|Vice-[Pp]résidente?|Secrétaire [Gg]énérale?"
    "|Délégué|Déléguée|Responsable|Chargée?s? de|Cheffe?s? de|Coordinateur|Coordinatrice"
    "|Conseill(?:er|ère)|Ministre|Maire|Député|Députée|Sénateur|Sénatrice|Préfet|Préfète"
    "|Professeure?|Consultante?|Chercheu(?:r|se)|Ingénieure?|Développeu(?:r|se)|Designer"
    "|Commissaire|Ambassadeur|Ambassadrice|Recteur|Rectrice|Adjointe?|Administrateur"
    "|Administratrice|Trésorier|Trésorière|Porte-parole|Fondateur|Fondatrice|Cofondateur"
    "|Cofondatrice|Doyenne?|Rapporteure?|Médiateur|Médiatrice|Juriste|Animateur|Animatrice"
)
_MORE = r"(?:[ \u00a0](?:de la |de l[’']|du |des |de |d[’'])?[^\W\d_][\wà-ÿ-]{3,})?"
_OFFICE = sought(rf"((?:{_OFFICES})s?)(?![\w’'-]|[ ][A-ZÀ-Þ]| de la Rép){_MORE}")
_APPOSED = sought(
    r"(?:[^\W\d_], |[a-zà-ÿ][)»], |(?<![\w’'-])(?<!«.)[Ll][’']"
    r"|(?<![\w’'-])(?<!«.)(?:[Ll][ea]|[Dd]u|[Aa]u|[Uu]ne?|[Nn]otre|[Ll]es|[Aa]ux|[Ss]on|[Ss]a"
    r"|comme) )$"
)
"""What stands before an office that is no name: a comma behind a name, an article."""
_ADDRESSED = sought(
    r"(?:Monsieur|Madame|Mesdames|Messieurs|M\.|Mme|MM\.|Mmes) (?:les? |la |l[’'])?$"
)
_OF_STATE = sought(
    r"(Ministères?|Ministres?(?= (?:de|du|des|d[’']))|Préfectures?|Mairies?|Agglomérations?"
    r"|Rectorats?|Municipalités?|Communes?|Universités?(?= de (?:[a-zà-ÿ]|Technologie)))"
    rf"(?![\w’'-]){_MORE}"
)
_DETERMINED = sought(
    r"(?<![\w’'-])(?:[Ll][’']|(?:[Ll]es?|[Dd]u|[Aa]u|[Uu]ne?|[Cc]e|[Dd]es|[Aa]ux|[Ll]a|[Cc]ette"
    r"|[Nn]otre|[Vv]otre|[Cc]haque) )$"
)


_FIRST = sought(r"[A-ZÀ-Þ][a-zà-ÿ]{3}")
_FIRSTS = frozenset(
    "Dire Prés Vice Secr Délé Resp Char Chef Coor Cons Mini Mair Dépu Séna Préf Prof Cher Ingé "
    "Déve Desi Comm Amba Rect Adjo Admi Trés Port Fond Cofo Doye Rapp Médi Juri Anim Aggl Muni "
    "Univ".split()
)
"""The first four letters of all of them: most blocks have none, and need no second look."""


def offices(sheet: Sheet) -> Iterator[Mark]:
    """*Anne Roy, Directrice générale*, *le Ministère de l'Intérieur*: what one is, or where one
    works, is a common noun."""
    for block in sheet.blocks:
        if block.language[:2] != "fr" or not block.is_prose or block.is_capitals:
            continue
        if _FIRSTS.isdisjoint(_FIRST.findall(block.text)):
            continue
        for form, lead in ((_OFFICE, _APPOSED), (_OF_STATE, _DETERMINED)):
            for found in form.finditer(block.text):
                at = found.start()
                before = block.text[max(0, at - 24) : at]
                if lead.search(before) and not _ADDRESSED.search(before) and is_said(block, at):
                    words, right = found[0], found[0][0].lower() + found[0][1:]
                    yield block.mark(
                        "T116", at, at + len(words),
                        f"{words!r} is a common noun, and has no capital in French",
                        f"write {right}", NOTE, right,
                    )  # fmt: skip


_OF_GOVERNMENT = signs.table([
    ("", "premier première / ministre",
     (r"(?<![\w’'-])(?:(?:[Ll]e|[Dd]u|[Aa]u|[Ll]a|[Nn]otre) (?=p)|(?=P))"
      r"(Premi(?:er|ère) Ministre|premi(?:er|ère) [Mm]inistre)(?![\w-])")),
])  # fmt: skip


def premier(sheet: Sheet) -> Iterator[Mark]:
    """*Le Premier ministre*: the first word alone has its capital."""
    for place in signs.in_blocks(sheet, _OF_GOVERNMENT, "fr", signs.is_lined):
        if place.is_plain:
            right = place.words.capitalize()
            yield place.mark(
                "T116", f"{place.words!r} has a capital on its first word", f"write {right}",
                NOTE, right,
            )  # fmt: skip
