"""English words in French sentences, and what French has for them."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from pipeline.checks import signs
from pipeline.checks.french import bodies
from pipeline.checks.sheet import NOTE, Mark, Sheet
from pipeline.sought import sought

_WORDS = {
    # What French says -> the English words, in small letters.
    "webinaire": "webinar webinars",
    "assistance": "helpdesk helpdesks",
    "retour": "feedback feedbacks",
    "échéance": "deadline deadlines",
    "atelier": "workshop workshops",
    "réunion": "meeting meetings",
    "lancement": "kickoff",
    "rencontre": "meetup meetups",
    "production participative": "crowdsourcing",
    "financement participatif": "crowdfunding",
    "remue-méninges": "brainstorming brainstormings",
    "liste de contrôle": "checklist checklists",
    "lettre d’information": "newsletter newsletters",
    "boîte à outils": "toolkit toolkits toolbox",
    "feuille de route": "roadmap roadmaps",
    "liste des tâches": "backlog backlogs",
    "tableau de bord": "dashboard dashboards",
    "référence, ou comparaison": "benchmark benchmarks benchmarking",
    "accueil, ou intégration": "onboarding",
    "compétences": "skills",
    "autorité, ou direction": "leadership",
    "présentation": "pitch pitchs pitches pitcher",
    "récit": "storytelling",
    "conseils": "tips",
    "adaptatif": "responsive",
    "hameçonnage": "phishing",
    "rançongiciel": "ransomware ransomwares",
    "mot-dièse": "hashtag hashtags",
    "mentorat": "mentoring",
    "accompagnement": "coaching",
    "réseautage": "networking",
    "intervenant": "speaker speakers",
    "parties prenantes": "stakeholder stakeholders",
    "livrable": "deliverable deliverables",
    "expert en données": "datascientist datascientists datascientiste datascientistes",
    "visualisation de données": "dataviz datavisualisation",
    "téléverser": "uploader uploadé uploadés uploadée uploadées",
    "enquêter sur": "investiguer investigué investigués investiguez investiguent",
    "toucher, ou modifier": (
        "impacter impacte impactent impacté impactés impactée impactées impactant"
    ),
    "classer par priorité": "prioriser priorise priorisent priorisé priorisés priorisation",
    "numérique": "digitale digitaux digitales digitalisation digitaliser digitalisé digitalisée",
    "mettre à l’épreuve": "challenger challengé challengés challengeant",
    "fil": "thread threads",
    "gabarit, ou modèle": "template templates",
    "adaptable": "scalable scalables scaler scalabilité",
    "ludification": "gamification",
    "externalisation": "outsourcing",
    "rapport": "reporting reportings",
    "courriel": "mailing mailings email emails",
    "tract, ou prospectus": "flyer flyers",
    "vérification des faits": "fact-checking",
    "infox": "fake",
    "diffusion en direct": "livestream livestreaming",
    "parrainage, ou mécénat": "sponsoring",
    "parrain, ou mécène": "sponsor sponsors",
    "cotravail": "coworking",
    "objets promotionnels": "goodies",
    "rotation du personnel": "turnover",
    "calendrier": "timing timings",
    "équipe": "team teams",
    "événement": "event events",
    "en ligne": "online",
    "épuisement professionnel": "burnout burn-out",
    "pause": "break breaks",
    "bouche à oreille, ou écho": "buzz",
    "bénévolat de compétences": "probono",
    "soirée": "afterwork afterworks",
    "consignes": "briefing briefings",
    "compte rendu": "debriefing débriefing débrief",
    "processus": "process",
}
_PHRASES = {
    # What French says -> a word of each kind that is in it, and where it stands.
    "à vos agendas": (
        "sauvez save / date", r"\b([Ss]auvez la date|[Ss]ave the date|SAVE THE DATE)\b",
    ),
    "M.": ("mr", r"(?<![\w’'-])(Mr\.?)(?=[ \u00a0][A-ZÀ-Þ][a-zà-ÿ])"),
    "en savoir plus": ("lire / plus", r"(?:^|(?<=[.!?:] ))((?:En l|L)ire plus)\b"),
    "billet de blog": ("entrée entrées / blog", r"\b([Ee]ntrées? de blog)\b"),
    "traiter, ou répondre à": (
        "adresser adresse adressent adressé adressée adressés adressées adressant",
        (r"\b(adress(?:er|e|ent|ant|ée?s?)) (?:ces?|cette|les|la|le|des|une?|plusieurs|tous les"
         r"|toutes les|leurs?) (?:[a-zà-ÿ]{3,} )?(?:enjeux?|problèmes?|problématiques?|besoins?"
         r"|défis?|thématiques?|chaînes|difficultés|risques|irritants|usages)\b"),
    ),
    "pris en charge": (
        "supporté supportée supportés supportées supporte supportent",
        (r"\b(?:formats?|navigateurs?|versions?|fonctionnalités|protocoles?|langues|systèmes"
         r"|fichiers|standards|langages)(?: [\w’'-]+){0,4} (supportée?s?)\b"
         r"|\b(supporte(?:nt)?) (?:les|le|tous les|plusieurs|de nombreux) (?:formats?|navigateurs?"
         r"|versions?|fonctionnalités|protocoles?|langues|systèmes|standards|langages)\b"),
    ),
    "fondé sur": ("basé basée basés basées / sur", r"(?<![\w-])(basée?s? sur)\b"),
    "avoir un sens": ("sens", r"\b(f(?:ait|ont|aire|era) sens)\b"),
    "en fin de compte": (
        "final / au", r"\b([Aa]u final)(?=[,.;]| (?:il|elle|on|nous|c|ce|les|le)\b)",
    ),
    "responsable de": (
        "charge / en", r"(?<=[a-zà-ÿ] )(?<!prise )(?<!prises )(en charge d(?:e|u|es)\b)",
    ),
    "un ticket": (
        "issue issues / une des vos nos cette ouvrez ouvrir github",
        (r"(?<![\w’'-])(?:une|des|vos|nos|cette) (issues?)(?= (?:ou|et|sur|GitHub|Git)\b|[.,;)])"
         r"(?<!d’une issue)(?<!d'une issue)"),
    ),
    "demande de fusion": ("pull merge / request requests", r"\b((?:pull|merge)[ -]requests?)\b"),
    "animation": (
        "facilitation",
        (r"\b(facilitation) (?=(?:des |de |du )?(?:d[’'])?(?:la )?(?:ateliers?|réunions?|sessions?"
         r"|groupes?|rencontres?)\b)"),
    ),
    "soutien, ou aide": ("support / avec", r"\b[Aa]vec le (support)(?= (?:de|du|des)\b| d[’'])"),
    "visualisation de données": ("data / viz", r"\b(data[ -]viz)\b"),
    "contribution de tous": ("community / sourcing", r"\b(community sourcing)\b"),
    "équivalent de": ("like", r"(?<![\w’'-])([a-zà-ÿ]+-like)\b"),
    "n°": (
        "atelier session webinaire épisode numéro édition lettre gazette rencontre réunion étape",
        (r"\b(?i:atelier|session|webinaire|épisode|numéro|édition|lettre|gazette|rencontre|réunion"
         r"|étape) (#\d{1,3})(?!\w)"),
    ),
    "efficacement": (
        "effectivement / répondre lutter traiter",
        r"\b(?:répondre|lutter|traiter) (effectivement)\b",
    ),
    "éventuellement": (
        "potentiellement / et", r"(?<=\bet )(potentiellement)(?= [a-zà-ÿ]{3,}(?:er|ir|re)\b)",
    ),
    "bonnes pratiques": ("best / practices practice", r"\b([Bb]est practices?)\b"),
    "bilan": ("wrap / up", r"\b([Ww]rap[ -]up)\b"),
    "réunion de lancement": ("kick / off", r"\b([Kk]ick[ -]off)\b"),
    "responsable de la communauté": (
        "community / management manager managers", r"\b([Cc]ommunity[ -]manage(?:ment|rs?))\b",
    ),
    "gagnant-gagnant": ("win", r"\b([Ww]in[ -]win)\b"),
    "cas d’usage": ("use / case cases", r"\b([Uu]se[ -]cases?)\b"),
    "liste de contrôle": ("check / list lists", r"\b([Cc]heck[ -]lists?)\b"),
    "liste des tâches": ("to / do", r"\b([Tt]o[ -]do(?:[ -]lists?)?)\b"),
    "expert en données": ("data / scientist scientists", r"\b([Dd]ata[ -]scientists?)\b"),
    "mégadonnées": ("big / data", r"\b([Bb]ig[ -][Dd]ata)\b"),
    "infox": ("fake / news", r"\b([Ff]ake[ -]news)\b"),
    "changement d’échelle": ("scale scaling / up", r"\b([Ss]cal(?:e|ing)[ -]up)\b"),
}  # fmt: skip
_FORMS = signs.table((right, words, form) for right, (words, form) in _PHRASES.items())
_SINGLE = sought(r"(?<![\w’'@#/.-])(?:(?<=\b[ldLD][’'])|(?<![’']))[^\W\d_]{4,}(?![\w@/-]|[’.]\w)")


@functools.cache
def _french() -> dict[str, str]:
    return {word: right for right, words in _WORDS.items() for word in words.split()}


def anglicisms(sheet: Sheet) -> Iterator[Mark]:
    """*Un helpdesk*, *sauvez la date*: English, where French has its own word."""
    told: set[str] = set()
    for block in sheet.blocks:
        if block.language[:2] != "fr" or block.kind == "cell" or block.is_capitals:
            continue
        if block.vocabulary.isdisjoint(_french()):
            continue
        for found in _SINGLE.finditer(block.text):
            right = _french().get(found[0].lower(), "")
            # A capital within the sentence: somebody's name.
            is_name = found.start() > 0 and not found[0].islower()
            if right and right not in told and not is_name and bodies.is_said(block, found.start()):
                told.add(right)
                words = f"{found[0]!r} is an anglicism"
                yield block.mark("T125", *found.span(), words, f"say {right}", NOTE)
    for place in signs.in_blocks(sheet, _FORMS, "fr", signs.is_lined):
        if bodies.is_said(place.block, place.start):
            words = f"{place.found[0]!r} is an anglicism"
            yield place.mark("T125", words, f"say {place.right}", NOTE)
