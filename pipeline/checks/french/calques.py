"""Calques in French: words and turns of English, and the small words that French has instead."""

from __future__ import annotations

from pipeline.checks import signs
from pipeline.checks.french.pieces import LETTER

_THEIR = r"(?:(?:une?|le|la|les|ces?|cette|des|leurs?|nos|notre|ses|de la) |de l[’']|d[’']|l[’'])"
_TROUBLE = (
    "problèmes?|problématiques?|défis?|enjeux?|sujets?|thèmes?|thématiques?|risques?|menaces?"
    "|inégalités|causes|phénomènes?|vulnérabilités|lacunes?|questions?"
)
_SERVICE = (
    "services?|messages?|formations?|contenus?|conseils?|résultats?|prestations?|projets?|aides?"
    "|informations?|solutions?|ateliers?|enseignements?"
)
_SUPPORTED = (
    "villes|projets?|initiatives?|actions?|communes|collectivités|associations|élus|autorités"
    "|victimes|jeunes|familles|habitants|politiques?|efforts|démarches?|développement|partenaires"
)
_MASCULINE = (
    "Portugal|Danemark|Luxembourg|Canada|Japon|Maroc|Sénégal|Mali|Brésil|Mexique|Liban|Bénin"
    "|Cameroun|Chili|Pérou|Vietnam|Kosovo|Monténégro|Niger|Togo|Tchad|Royaume-Uni|Burkina"
)
_FEMININE = (
    "France|Belgique|Italie|Espagne|Allemagne|Grèce|Suisse|Autriche|Pologne|Roumanie|Bulgarie"
    "|Hongrie|Croatie|Serbie|Slovénie|Slovaquie|Suède|Norvège|Finlande|Irlande|Écosse|Angleterre"
    "|Ukraine|Turquie|Tunisie|Algérie|Lituanie|Lettonie|Estonie|Albanie|Europe|Afrique|Asie"
    "|Moldavie|Colombie|Argentine|Chine|Inde|Wallonie|Catalogne"
)
_MANY = "États-Unis|Pays-Bas|Philippines|Émirats arabes unis|Comores|Seychelles"
_TOWN = (
    "Paris|Lyon|Marseille|Nice|Nantes|Lille|Strasbourg|Bordeaux|Toulouse|Montpellier|Bruxelles"
    "|Liège|Namur|Charleroi|Genève|Lausanne|Rome|Milan|Turin|Madrid|Barcelone|Lisbonne|Berlin"
    "|Munich|Hambourg|Londres|Varsovie|Prague|Budapest|Athènes|Dublin|Oslo|Copenhague"
    "|Stockholm|Helsinki|Rotterdam|Anvers|Gand|Montréal|Tunis|Rabat|Dakar"
)
_MONTHS = (
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
)  # fmt: skip
_DAYS = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
_CALQUES = (
    # What French says, words of which one of each kind is in it, where it is said otherwise.
    ("traiter, or répondre à", "adresser adresse adressent adressant",
     (rf"\b(adress(?:er|e|ent|ant))(?= (?:(?:une?|le|la|les|ces?|cette|des|leurs?|nos|ses) )?"
      rf"(?:{LETTER}+ )?(?:{_TROUBLE})\b| l[’']enjeu)(?! (?:que|à)\b)")),
    ("traités", "adressés adressées adressé adressée",
     rf"\b(?:{_TROUBLE}) (adressée?s?)(?= par\b)"),
    ("fournir, or assurer", "délivrer délivre délivrent délivrant",
     rf"\b(délivr(?:er|e|ent|ant))(?= {_THEIR}(?:{_SERVICE})\b)"),
    ("soutenir", "supporter supporte supportent supportant",
     rf"\b(support(?:er|e|ent|ant))(?= {_THEIR}(?:{_SUPPORTED})\b)"),
    ("lancer, or engager", "initier initie initient initié initiée initiés initiées initiant",
     (r"\b(initi(?:er|e|ent|ant|ée?s?))(?= (?:par|en|une?|le|la|les|ces?|cette|des|leurs?) )"
      r"(?! (?:les|des) (?:enfants|jeunes|élèves))")),
    ("chargé de", "charge / en",
     (r"(?<!prise )(?<!prises )(?<!prend )(?<!prendre )(?<!pris )(?<!montée )"
      r"\b(en charge)(?= (?:de|du|des)\b| d[’'])")),
    ("la manière de, or comment by itself", "comment / sur de d à",
     r"\b((?:sur|à) comment)\b"),
    ("établi à", "basé basée basés basées / à en au aux",
     r"\b(basée?s?)(?= (?:à|en|au|aux) [A-ZÀ-Þ])"),
    ("toucher, or avoir un effet sur",
     ("impacter impacte impactent impacté impactée impactés impactées impactant impactante "
      "impactants impactantes"),
     r"\b([Ii]mpact(?:er|e|ent|ée?s?|ante?s?))\b"),
    ("mettre en œuvre",
     "implémenter implémente implémentent implémentation implémenté implémentée",
     (rf"\b([Ii]mplément(?:er|e|ent|ation|ée?))(?= {_THEIR}(?:politiques?|mesures?|actions?"
      r"|stratégies?"
      r"|plans?|projets?|recommandations|programmes?|dispositifs?|démarches?)\b)")),
    ("stimuler, or renforcer", "booster booste boostent boosté boostée boostés boostées",
     r"\b(boost(?:er|e|ent|ée?s?))\b"),
    ("numérique",
     ("digital digitale digitales digitaux digitaliser digitalisation digitalisé digitalisés "
      "digitalisée digitalisées"),
     (r"(?<!empreinte )(?<!empreintes )(?<![.\w-])(digita(?:l|les?|ux|lisation|liser|lisée?s?))"
      r"(?![\w-]|\.\w)")),
    ("l’occasion", "opportunité / d de", r"\b([Ll][’']opportunité)(?= de\b| d[’'])"),
    ("avoir du sens", "sens / fait font faire faisait",
     r"\b((?:fait|font|faire|faisait) sens)\b"),
    ("avoir lieu", "place / prendra prendront prend prennent pris",
     (r"\b((?:prend(?:ra|ront)?|prennent|(?:a|ont) pris) place)(?= (?:le|du) \d| à [A-ZÀ-Þ]"
      rf"| en (?:{_MONTHS})\b)")),
    ("tirer parti", "avantage / prendre prend prennent prenant",
     r"\b(pren(?:dre|d|nent|ant) avantage)(?= de\b| d[’'])"),
    ("remplir", "compléter complétez complété complétée / formulaire questionnaire",
     (r"\b([Cc]omplét(?:er|ez|ée?))"
      r"(?= (?:le|ce|un|notre|votre|leur) (?:formulaire|questionnaire)\b)")),
    ("postuler", "appliquer appliquez / appel poste programme bourse offre",
     (r"\b([Aa]ppliqu(?:er|ez) (?:à|au|pour))(?= (?:un |une |l[’']|ce |cet |cette |le |la )?"
      r"(?:appel|poste|programme|bourse|offre)\b)")),
    ("preuves, or données probantes",
     "évidences évidence / fondé fondée fondés fondées basé basée basés basées montrent",
     (r"\b(?:(?:basée?s?|fondée?s?) sur (?:des |les |l[’'])(évidences?)"
      r"|les (évidences) montrent)\b")),
    ("se rendre compte", "réaliser réalisé réalisent réalise / que qu",
     r"\b((?:réalis(?:er|e|ent)|(?:a|ont|avons) réalisé) qu(?:e\b|[’']))"),
    ("d’après, or selon", "basé basée basés basées / sur",
     r"(?:^|(?<=[.!?] ))(Basée?s? sur)(?= [^.;]{3,100}, )"),
    ("atelier", "workshop workshops", r"\b([Ww]orkshops?)\b"),
    ("retour", "feedback feedbacks feed", r"\b([Ff]eed-?backs?)\b"),
    ("échéance", "deadline deadlines", r"\b([Dd]eadlines?)\b"),
    ("parties prenantes", "stakeholder stakeholders", r"\b([Ss]takeholders?)\b"),
    ("boîte à outils", "toolkit toolkits toolbox", r"\b(toolkits?|toolbox)\b"),
    ("feuille de route", "roadmap roadmaps", r"\b([Rr]oadmaps?)\b"),
    ("bonnes pratiques", "best / practices practice", r"\b([Bb]est practices?)\b"),
    ("suivi", "follow-up follow", r"\b([Ff]ollow-up)\b"),
    ("savoir-faire", "know-how know", r"\b([Kk]now-how)\b"),
    ("réunion de lancement", "kick-off kickoff kick", r"\b([Kk]ick-?off)\b"),
    ("infox, or fausses nouvelles", "fake / news", r"\b([Ff]ake[ -]news)\b"),
    ("réservez la date", "save / date dates", r"\b([Ss]ave the dates?)\b"),
    ("intégration", "mainstreaming", r"\b([Mm]ainstreaming)\b"),
    ("réseautage", "networking", r"\b([Nn]etworking)\b"),
    ("le with the day", f"le / {_DAYS.replace('|', ' ')}",
     r"\b((?i:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche), le) \d"),
)  # fmt: skip
FORMS = signs.table(_CALQUES)

_PREPOSITIONS = (
    ("au", f"en / {_MASCULINE.lower().replace('|', ' ')} uni",
     rf"(?<![\w’'-])([Ee]n)(?= (?:{_MASCULINE})\b(?![- ][A-ZÀ-Þ]))"),
    ("en", f"au / {_FEMININE.lower().replace('|', ' ')}",
     rf"(?<![\w’'-])([Aa]u)(?= (?:{_FEMININE})\b(?![-–]))"),
    ("en", f"à / {_FEMININE.lower().replace('|', ' ')}",
     (rf"(?<![\w’'-])([Àà])(?= (?:{_FEMININE})"
      r"(?:[,.;)]| (?:et|pour|dans|depuis|où|par|le|en|du)\b))(?! France)")),
    ("aux", "en à / états pays philippines comores émirats seychelles",
     rf"(?<![\w’'-])([Ee]n|[Àà])(?= (?:{_MANY})\b)"),
    ("à", f"en au / {_TOWN.lower().replace('|', ' ')}",
     rf"(?<![\w’'-])([Ee]n|[Aa]u)(?= (?:{_TOWN})\b(?![- ][A-ZÀ-Þ]))"),
    ("à", "participé participer participent participe / dans",
     (r"\bparticip(?:é|er|ent|e) (?:activement |pleinement |largement )?(dans)"
      r"(?= (?:(?:la|les?|une?|cette|ce|des) |l[’'])(?!cadre|mesure|limite|grande|plupart|but))")),
    ("à", "contribué contribuer contribuent contribue / dans",
     r"\bcontribu(?:é|er|ent|e) (?:activement )?(dans)(?= (?:la (?!mesure|limite)|l[’']))"),
    ("à", "éligible éligibles / pour",
     (rf"\béligibles? (pour)(?= {_THEIR}"
      r"(?!première|deuxième|seconde|fois|moment|instant|durée))")),
    ("rappeler without de", "rappeler rappelle rappellent rappelons rappelez / de d du",
     (r"\b(?:[Ss]e |nous |vous )rappel(?:le|lent|er|ons|ez) (du\b|d[’'](?=un)|de(?= (?:la|l[’']"
      r"|leur|leurs|ce|cet|cette|ces|son|sa|ses|notre|nos|votre|vos)\b))")),
    ("en", "consiste consistent / de", r"\bconsiste(?:nt)? (de)(?= (?:une?|deux|trois|la|les)\b)"),
    ("de", "convenu / sur", r"\b(?:ont|avons|a|est|sommes) convenu (sur)\b"),
)  # fmt: skip
PREPOSITIONS = signs.table(_PREPOSITIONS)
_MATTERS = (
    "budget|communication|organisation|finances|logistique|calendrier|emploi|sécurité|qualité"
    "|prix|coûts?|contenu|formation|transports?|ressources|accueil|fonctionnement|gestion"
    "|recrutement|matériel|financement|programme|règlement|droit|réseaux"
)
DOUBTFUL = signs.table([
    # What many say, and careful writers do not.
    ("à la suite de, or après", "suite / à au aux", r"(?:^|(?<=[.;:] ))(Suite (?:à|aux?))(?= )"),
    ("bien que", "malgré / que qu", r"(?<![\w’'-])([Mm]algré qu(?:e\b|[’']))(?! ?j[’']en aie)"),
    ("pour, dans, or en matière de", "niveau / au",
     rf"\b([Aa]u niveau (?:de la |des |du |de l[’']))(?=(?:{_MATTERS})\b)"),
    ("que", "demande demandent demandé demander demandons / ce / que qu",
     r"(?<![\w’'-])demand(?:e|ent|é|er|ons) (à ce qu(?:e\b|[’']))"),
    ("commencer", "débuter débute débuteront débutera / la les le l un une son sa ses",
     (r"(?<!que )(?<!où )(?<!dont )\b(débuter(?:a|ont)?|débute)"
      r"(?= (?:(?:les|une?|son|sa|ses|la) |l[’']"
      r"|le (?!\d|1er|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|mois|week|lendemain))"
      r"(?!semaine|prochaine|nuit|veille|après|année|matin|soir|été|automne|hiver|mois|heure|an\b"
      r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|jour)"
      r"[a-zà-ÿ])")),
])  # fmt: skip
