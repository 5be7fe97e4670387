"""Homophones: French words that sound like the one that was meant, seen by their neighbours."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from pipeline.checks import signs
from pipeline.checks.concordance import Forms
from pipeline.checks.french import infinitives, phrases
from pipeline.checks.french.asking import of_helpers
from pipeline.checks.french.lacking import of_and
from pipeline.checks.french.neighbours import of_endings, of_heard
from pipeline.checks.french.patterns import of_making
from pipeline.checks.french.pieces import Right
from pipeline.checks.french.sounds import of_infinitives, of_sounds
from pipeline.checks.register import Register
from pipeline.checks.sheet import Mark, Sheet

_DET = (
    r"(?:la|le|les|un|une|des|son|sa|ses|leurs?|ce|cette|ces|nos|notre|votre|vos|tous|toutes|chaque"
    r"|tout|toute)\b"
)
_TAKES_A = (
    "travaille|travaillent|participe|participent|répond|répondent|contribue"
    "|contribuent|appartient|appartiennent|commence|commencent|continue|continuent"
    "|réussit|tient|tiennent|servent|habite|habitent|arrive|arrivent|va|vont"
    "|revient|ressemble|ressemblent|correspond|correspondent|assiste|assistent"
    "|renonce|renoncent|siègent|mène|mènent|tend|tendent|incite|incitent|invitent"
    "|associe|associent|adhère|adhèrent|accède|accèdent|renvoient|consiste"
    "|consistent|renvoie|parvient|succède|succèdent|aboutit|obéit|participer"
    "|contribuer|commencer|continuer|inviter|répondre|assister|accéder|apprendre|parvenir"
    "|recourir|adhérer|renoncer|remédier|réussir|aboutir|appartenir|succéder"
)
_ADJECTIVE = (
    "lente?|simple|possible|vraie?|fausse|faux|importante?|nécessaire|impossible|urgente?|difficile"
    "|facile|utile|normale?|claire?|évidente?|rare|gratuite?|prête?|ouverte?|fermée?|située?"
    "|composée?|prévue?|chargée?|présidée?|organisée?|essentielle?|grave|certaine?"
)
_PLURAL = "deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|vingt|trente|quarante|cent"
_STEMS = (
    "télécharg|consult|visit|organis|publi|réserv|utilis|modifi|envoy|dépos|adopt|install|ferm"
    "|financ|retir|partag|réalis|sign|lanc|propos|présent|prépar|évit|développ|annul|report"
    "|approuv|signal|adress|accompagn|pay|déplac|remplac|vérifi|complét|renforc|amélior|intégr"
    "|appliqu|expliqu|contact|invit|accept|refus|class|copi|imprim|corrig|chang|transform|mesur"
    "|aménag|construi(?=t)|respect|protég|assur|diffus|valid|form|inform|implant|associ"
)
_MEANT = (
    # What was meant, words of which one of each kind is in it, where another one stands, and how
    # surely.
    ("à", f"a / {_TAKES_A}",
     (rf"(?<!qui )(?<!qui y )(?<![\w-])(?:{_TAKES_A}) (a)(?= (?:{_DET}|l[’']|\d|[A-ZÀ-Þ]"
     r"[a-z]))")),
    ("à", "a / h heures", r"\b\d ?h(?:eures)?(?: ?\d\d)? (a)(?= \d)"),
    ("est", "et / cela ceci",
     (rf"\b(?:[Cc]ela|[Cc]eci) (et)(?= (?:très |trop |aussi |déjà |si )?(?:{_ADJECTIVE})"
     r"\b)")),
    ("est", "et / il elle on qui",
     (rf"\b(?:[Ii]l|[Ee]lle|[Oo]n) (et)(?= (?:très |trop |déjà )?(?:{_ADJECTIVE})\b)"
     r"|\bqui (et)(?= (?:très|trop|déjà) )")),
    ("et", "est / ont sont avons seront étaient peuvent doivent auront",
     (r"(?<![’'-])(?<!\bde )\b(est)(?= (?:ont|sont|avons|seront|étaient|peuvent|doivent"
     r"|auront)\b)")),
    ("et", "est / quand comment pourquoi combien où",
     r", (est)(?= (?:à partir de quand|quand|comment|pourquoi|combien|d[’']où)\b)"),
    ("ont", (f"on / {_PLURAL} beaucoup certains certaines certain certaine plusieurs ils elles "
     "qui dont lesquels lesquelles les des ces nos"),
     (rf"(?:\b(?i:{_PLURAL}|beaucoup|certaine?s|plusieurs|[Ii]ls|[Ee]lles|qui|dont"
     rf" (?:{_PLURAL})|lesquel(?:le)?s)|\b(?:[Ll]es|[Dd]es|[Cc]es|[Nn]os) [a-zà-ÿ]+s) (on)"
     r"(?= (?:déjà |tous |aussi |bien |toujours )?(?:[a-zà-ÿ]{2,}(?:é|i)|paru|été|pu|dû|eu|vu|lu"
     r"|voulu|su|reçu|tenu|fait|pris|mis|appris|permis)\b)")),
    ("on", ("ont / peut doit va ne sait voit trouve appelle lit fait dit veut parle pense entend "
     "attend y est a"), (r"(?:\b[Ss]i |\b[Qq]uand |[Qq]u[’']|\b[Ss]i l[’']|[Ll]orsqu[’'])(ont)"
     r"(?= (?:peut|doit|va|ne|sait|voit|trouve|appelle|lit|fait|dit|veut|parle|pense|entend|attend"
     r"|y|est)\b)|(?:^|(?<=[.!?] ))(Ont)(?= (?:a|est|peut|doit|va|ne|sait|voit|trouve)\b)")),
    ("ce", "se / qui que dont n ne qu",
     (r"(?<![\w’'.·-])([Ss]e)(?= (?:qui|que|dont|n[’']est|ne (?:sont|sera|fut))\b"
     r"| qu[’'])")),
    ("se", ("ce / réunir rencontrer retrouver rendre déplacer garer former baigner inscrire "
     "préparer protéger parler tenir mettre développer connaître dérouler rappeler croiser "
     "promener exercer asseoir adapter reposer voir lever coucher"),
     (r"\b(?:pour|à|de|va|vont|peut|peuvent|doit|doivent|sans|faut) (ce)(?= (?:réunir"
     r"|rencontrer|retrouver|rendre|déplacer|garer|former|baigner|inscrire|préparer|protéger|parler"
     r"|tenir|mettre|développer|connaître|dérouler|rappeler|croiser|promener|exercer|asseoir"
     r"|adapter|reposer|voir|lever|coucher)\b)")),
    ("s’y", ("si / prendre rendre inscrire retrouver installer tenir opposer préparer engager "
     "référer conformer exercer croiser croisent trouvent rendent mettre arrêter asseoir baigner "
     "perdre connaître"),
     (r"\b(?:[Cc]omment|pour|à|de|peut|faut|doit|va|vont|peuvent|doivent|[Ii]ls|qui)"
     r" (si)(?= (?:prendre|rendre|inscrire|retrouver|installer|tenir|opposer|préparer|engager"
     r"|référer|conformer|exercer|croiser|croisent|trouvent|rendent|mettre|arrêter|asseoir|baigner"
     r"|perdre|connaître)\b)")),
    # What it begins with is what is looked for first, and fast.
    ("là", "la", (r"(la)(?=[.,;:!?](?:\s|$))(?<!\bla la)(?<!\bsol la)(?<!\bfa la)(?<!\bde la)"
     r"(?<![\w’'-]la)")),
    ("là", "la / ci", r"-ci et (?:celle|celui|ceux)(-la)\b"),
    ("là", "la / jour moment époque point cas temps celui celle ceux celles jusque",
     r"\b(?:jour|moment|époque|point|cas|temps|celui|celle|ceux|celles|jusque)-(la)\b"),
    ("l’infinitif", f"{_STEMS.replace('|', 'é|')}é",
     (rf"(?:\b(?:avant|afin|au lieu|permet|permettent|permettre|essaient?|essayer"
     rf"|évitent?|éviter|propose|proposent|décidé|décident?|demandent?) (?:de |d[’'])|\b(?:aident?"
     rf"|visent?|commencent?|continuent?|servent?|invitent) à |\b(?:pour|sans) )((?:{_STEMS})é)"
     rf"(?= (?:quoi|{_DET}))")),
    ("d’air", "aire", r"\b(?:qualité|pollution|propreté) de (l[’']aire)\b"),
    ("ça", "sa / va fait dépend marche suffit commence permet veut a est comme tout",
     (r"(?:^|(?<=[.!?;] ))([Ss]a)(?= (?:va|fait|dépend|marche|suffit|commence|permet"
     r"|veut|a|est)\b)|\b(?:comme|tout) (sa)(?=[.,;!?])")),
    ("sa", ("ça / ville région commune maison vie place politique stratégie mission proposition "
     "forme part population"),
     (r"\b(?:dans|de|avec|sur|par|pour|toute) (ça)(?= (?:ville|région|commune|maison|vie"
     r"|place|politique|stratégie|mission|proposition|forme|part|population)\b)")),
    ("c’est", "ses / pourquoi pour que ainsi ici là dans avec très trop bien",
     (r"(?:^|(?<=[.!?;,] ))([Ss]es)(?= (?:pourquoi|pour|que|ainsi|ici|là|dans|avec"
     r"|très|trop|bien)\b)")),
    ("ces, ou ses", "c s / est",
     (r"\b(?:de|dans|avec|pour|sur|par|tous|toutes|parmi|entre) ([cs][’']est)"
     r"(?= [a-zà-ÿ]+s\b)")),
    ("sont", "son / ils elles qui ce",
     (r"\b(?:[Ii]ls|[Ee]lles|[Qq]ui|[Cc]e) (son)(?= (?:[a-zà-ÿ]+(?:és|ées)|les|des"
     r"|trop|très|déjà|aussi|en)\b)")),
    ("son", "sont", r"\b(?:à|de|dans|avec|pour|par|sur) (sont)(?= [a-zà-ÿ]{3,}[^s\W]\b)"),
    ("voie", "voix / électronique postale hiérarchique réglementaire judiciaire numérique presse",
     (r"\b(?:par|en) (voix) (?=(?:électronique|postale|hiérarchique|réglementaire"
      r"|judiciaire|numérique|de presse)\b)")),
    ("peut", "peu / il elle on cela qui chacun chacune",
     (r"\b(?:[Ii]l|[Ee]lle|[Oo]n|[Cc]ela|qui|[Cc]hacune?) (?:ne )?(peu)(?= (?:être|se"
     r"|faire|avoir|y|pas|donc|aussi|[a-zà-ÿ]{3,}er)\b)")),
    ("peu", "peut / un très trop assez si",
     r"(?<![\w’'])(?:[Uu]n|[Tt]rès|[Tt]rop|[Aa]ssez|[Ss]i) (peut)\b(?! (?:être|se|y|on))"),
    ("leur", ("leurs / donnent permettent offrent permettre donner offrir apporter montrer dire "
     "proposer envoyer envoie dit proposons offrons"),
     (r"\b(?:[Ii]ls?|[Ee]lles?|[Nn]ous|[Oo]n|[Qq]ui|pour|de) (leurs)(?= (?:donnent"
     r"|permettent|offrent|permettre|donner|offrir|apporter|montrer|dire"
     r"|proposer|envoyer|envoie|dit|proposons|offrons)\b)")),
    ("le singulier", "par / jours semaines ans années heures personnes minutes nuits habitants",
     (r"\b(?:fois|heures?|minutes?|jours?|euros?|kilos?|litres?|tonnes?"
     r"|personnes?|€) par ((?:jour|semaine|an|année|heure|personne|minute|nuit|habitant)s)\b")),
    ("le singulier, au-dessous de deux", "million millions milliard milliards",
     r"(?<![\d.,\u00a0\u202f-])(?<!\d )[01](?:,\d+)?[ \u00a0\u202f]((?:million|milliard)s)\b"),
    ("deux traits d’union", "est / ce", (r"\b[Qq]u[’'](est ce)(?= (?:que|qui)\b| qu[’'])"
     r"|(?:^|(?<=[.!?] ))(Est ce)(?= que\b| qu[’'])")),
    ("où", "ou / par savoir",
     (r"\b[Pp]ar (ou)(?= (?:passer?|on|commencer|il|elle)\b)|\b[Ss]avoir (ou)(?= (?:se"
     r"|il|elle|on|aller)\b)")),
    ("l’infinitif",
     ("venez allez pouvez devez voulez souhaitez veuillez pourrez devrez pourriez devriez "
     "aimeriez désirez préférez pour sans peut peuvent doit doivent va vont faut"),
     (r"(?<!-)\b(?:[Vv]enez|[Aa]llez|[Pp]ouvez|[Dd]evez|[Vv]oulez|[Ss]ouhaitez|[Vv]euillez"
      r"|[Pp]ourrez"
     r"|[Dd]evrez|[Pp]ourriez|[Dd]evriez|[Aa]imeriez|[Dd]ésirez|[Pp]référez|[Pp]our|[Ss]ans|peut"
     r"|peuvent|doit|doivent|va|vont|faut) (?:(?:nous|vous|le|la|les|en|y|bien|aussi|également) )?"
     r"((?!(?:assez|chez|rez|nez|sachez|pouvez|devez|pourrez|devrez|avez|aurez|serez)\b)[a-zà-ÿ]{3,}ez)(?![\w-])")),
    ("a", "à / et qui il elle on y",
     (rf"(?<![\w-])(?:et|qui|il|elle|on|y) (à)(?= (?:{_STEMS}|renouvel|accueill|particip|décid)"
     r"(?:é|i)(?: (?:le|la|les|une?|des|son|sa|ses|leurs?|aux?|plus)\b| [ldn][’']))")),
    ("à", "a / œil oeil place service", (r"\b(?:(?:œ|oe)il|mises? en place|au service) (a)"
     r"(?= (?:la|le|l[’']|ce|cette|ces|son|sa|nos|notre)\b)")),
    ("quelques", "quel quels quelle quelles / depuis dans pendant",
     (r"\b(?:[Dd]epuis|[Pp]endant|[Dd]ans)"
     r" (quelles?|quels?)(?= (?:années|jours|mois|semaines|heures|minutes|instants)\b)")),
    ("toute autre", "tout / autre", (r"(?<!\b[Uu]ne )\b([Tt]out autre)"
     r"(?= (?:personne|question|demande|mesure|forme|raison|solution|activité|action|démarche"
      r"|information|administration|[a-zà-ÿ]{3,}(?:tion|ité|ture|ence|ance))\b)")),
    ("à, behind n’hésitez pas", "hésitez hésite hésitons",
     (r"\bn[’']hésit(?:ez|e|ons) (?:surtout )?pas "
      r"(?:(?:nous|vous|le|la|les|en|y) )?((?!hier\b)[a-zà-ÿ]{3,}er)\b")),
    ("suivant, concernant, permettant", "suivants concernants permettants visants comprenants",
     (r"(?<![sx] )(?<!les )\b(suivants|concernants|permettants|visants|comprenants)"
      r"(?= (?:(?:les|la|le|une?) |l[’'])(?!\w+er\b))|\b(concernants|permettants|visants)"
      r"(?= (?:les|la|le|l[’']))")),
    ("l’objet", "objectif / fait fera font feront faire faisant",
     (r"\b(?:fait|fera|font|feront|faire|faisant) (l[’']objectif)(?= d)")),
    ("en termes de", "terme / en", r"\b[Ee]n (terme)(?= (?:de|d[’']))"),
    ("derniers, or prochains", "dernier prochain",
     (r"\b\d{1,2} et (?:le )?\d{1,2} (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre"
      r"|octobre|novembre|décembre) (dernier|prochain)\b")),
    ("maître de conférences", "conférence / maître maîtres", (r"\b[Mm]aîtres? de"
     r" ([Cc]onférence)\b")),
    ("à la connaissance", "connaissance / à", r"(?<=\w )(à connaissance)(?= (?:de|du|des|d[’']))"),
    ("intérêt pour", "intérêt / avec", (r"\b(?:[Uu]n |[Dd][’']"
     r"|[Ll][’'])intérêt(?: [a-zà-ÿ]+)? (avec)"
     r"(?= (?:le|la|les|ce|cette) (?:sujet|thème|question|thématique|domaine)s?\b)")),
    ("à côté", "coté cote / à", (r"(?<![\w-])[àÀ] (coté|cote)"
     r"(?= (?:de|du|des|d[’'])|[.,;])")),
    ("un seul article", "des du au aux ces",
     (r"(?<![\w’'-])((?:[Dd]es|[Dd]u|[Aa]ux?|[Cc]es) "
      r"(?:(?:les?|des|du|ces|cette|ce|ses|nos|vos)(?![\w-])|l[’'])(?= ?[a-zà-ÿ]{3,}))"
      r"(?<!\bdu ce)")),
    ("Chargé", "charge",
     (r"^(Charge)(?= (?:de|d[’']) ?(?:mission|projets?|communication|recherche"
     r"|cours|développement|production|programmes?|études?|relations)\b)")),
)  # fmt: skip
_FORMS = signs.table(_MEANT)


def homophones(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """French words that exist, where their neighbours ask for others."""
    for place in signs.in_sentences(sheet, _FORMS, "fr", lambda block: not block.is_capitals):
        if place.is_plain:
            yield place.mistaken("X119", place.right)
    yield from _endings(sheet, infinitives.OF_BEING, register, "X119")


def _endings(sheet: Sheet, forms: Forms[Right], register: Register, code: str) -> Iterator[Mark]:
    """`Être utiliser`, `peuvent initiés`: verbs with another ending of the same sound."""
    for place in signs.in_sentences(sheet, forms, "fr", signs.is_lined):
        right = place.right(place.found, register) if place.is_plain and place.is_whole else ""
        if right:
            yield place.mistaken(code, right)


_PARTICIPLE = (
    "été|eu|pris|permis|reçu|adopté|participé|lancé|organisé|publié|accueilli|réuni|annoncé"
    "|souligné|rappelé|signé|mis|développé|créé|ouvert|rejoint|voté|décidé|choisi|obtenu"
)
_ALIKE = (
    # What was meant, words of which one of each kind is in it, where another one stands.
    ("à", ("a / grâce face quant rapport destiné destinée destinés destinées consacré consacrée "
     "consacrés consacrées relatif relatifs relative relatives contribuer contribuent participer "
     "participent viser visent visant servent appelle appellent continuer continuent aboutir "
     "invite inviter parviennent parvient répondre aider"),
     (r"\b(?:[Gg]râce|[Ff]ace|[Qq]uant|[Pp]ar rapport|[Dd]estinée?s?|[Cc]onsacrée?s?"
     r"|[Rr]elati(?:fs?|ves?)|[Cc]ontribue(?:r|nt)|[Pp]articipe(?:r|nt)|[Vv]ise(?:r|nt)"
     r"|[Vv]isant|[Ss]ervent|[Aa]ppelle(?:nt)?|[Cc]ontinue(?:r|nt)|[Aa]boutir|[Ii]nviter?"
     r"|[Pp]arvien(?:nent|t)|[Rr]épondre|[Aa]ider) (a)(?= [a-zà-ÿl])(?! (?:de|du|des|un|une) )")),
    ("a", f"à / on {_PARTICIPLE}",
     rf"(?<![\w-])(à)(?= (?:{_PARTICIPLE})\b)(?<!-à)|\b[Oo]n (à)(?= [a-zà-ÿ]+é\b)"),
    ("où", ("ou / moment jour lieu endroit pays quartier période époque cas mesure année situation "
     "contexte monde ville heure d là"),
     (r"\b(?:moment|jour|lieu|endroit|pays|quartier|période|époque|cas|mesure|année"
     r"|situation|contexte|monde|ville|heure) (ou)(?= (?:je|ils?|elles?|on|nous|vous|se|chacun)\b"
     r"| s[’'])|\b[Dd][’'](ou)\b|\b[Ll]à (ou)(?= (?:ils?|elles?|on|nous|le|la|les|l[’'])\b)")),
    ("ce", "se / sont est / des les la le un une",
     r"(?:^|(?<=[.;,:] ))([Ss]e) (?:sont|est) (?:des|les|la|le|un|une)\b"),
    ("se", "ce / il ils elle elles on", r"\b(?:[Ii]ls?|[Ee]lles?|[Oo]n) (ce) [a-zà-ÿ]{3,}"),
    ("tous", "tout / les ces nos vos leurs mes ses",
     (r"(?<!avant )(?<!après )(?<!malgré )(?<!dessus )(?<!\bdu )(?<!en )"
     r"\b([Tt]out) (?:les|ces|nos|vos|leurs|mes|ses) [a-zà-ÿ]+s\b")),
    ("toutes", "toute", r"\b([Tt]oute) (?:les|ces|nos|vos|leurs|mes|ses) [a-zà-ÿ]+s\b"),
    ("leur", "leurs", (r"\b([Ll]eurs) (?:a|ont|est|sont|permet|permettra|permettent|donne|offre"
     r"|apporte|propose|sera|demande)\b")),
    ("quelques", "quelque", (r"\b([Qq]uelque) (?:jours|mois|années|minutes|heures|villes|semaines"
     r"|exemples|projets|partenaires|questions|points|idées|mots)\b")),
    ("aux", "à / les", r"(?<![\w-])(à les)(?= [a-zà-ÿ]+s\b)(?! \w+er\b)"),
    ("sûr", "sur / bien", r"\b[Bb]ien (sur)(?=[,.;!])"),
    ("sûr", "sur / suis es est sommes êtes sont / que qu",
     r"\b(?:suis|es|est|sommes|êtes|sont) (?:pas |plus |bien |très )?(sur)(?= que\b| qu[’'])"),
    ("prises", "prisent", r"\b(?:décisions|mesures|photos|dispositions|positions) (prisent)\b"),
    ("Eh bien", "et / bien",
     (r"^(Et bien)(?=[,!]| (?:pour|non|oui|il|elle|nous|on|voilà)\b| c[’']est)")),
    ("n’y a", "n / y / plus pas jamais / de", r"\b(n[’']y)(?= (?:plus|pas|jamais) de\b)"),
    ("à", "a / laquelle", r"\b(a)(?= laquelle\b)"),
    ("ce", "pour / se / faire", r"\b[Pp]our (se)(?= faire,)"),
    ("autre", "temps / autres", r"\bde temps à (autres)\b"),
    ("continu", "en / continue", r"\ben (continue)\b(?! (?:de|à)\b)"),
    ("mêmes", "les / même", r"\b[Ll]es (même)(?=[,.;:!?)]|$)"),
    ("réforme", "reforme reformes", r"\b(?:une|la|les|des|cette|ces|d[’']une) (reformes?)\b"),
    ("la plupart", "plus / part", r"\b[Ll]a (plus part)\b"),
    ("notamment", "notemment", r"\b([Nn]otemment)\b"),
    ("plutôt que", "plus / tôt", r"\b([Pp]lus tôt que)(?= (?:de|la|le|les)\b)"),
    ("davantage", "avantage", r"\b([Dd][’']avantage)(?= (?:de|d[’'])\b)"),
    ("près de", "prêt", r"(?<!de )(?<!un )(?<!le )(?<!du )\b([Pp]rêt de)(?= (?:\d|la|le|chez)\b)"),
    ("quant à", "quand", r"\b([Qq]uand à)(?= (?:la|l[’']|lui|elle|nous|eux)\b)"),
    ("c’est", "ses es / un une la le", r"(?:^|(?<=[.;,:] ))([Ss]’?es) (?:un|une|la|le) [a-zà-ÿ]+"),
    ("ont", "on / les des ces nos leurs",
     (r"(?:^|(?<=[.;] ))(?:Les|Des|Ces|Nos|Leurs) [a-zà-ÿ]+s (on)(?= [a-zà-ÿ]+(?:é|i"
     r"|u|is)e?s?\b)")),
    ("a", "à / pour / but objectif mission vocation effet ambition thème",
     r"\b(à)(?= pour (?:but|objectif|mission|vocation|effet|ambition|thème)\b)"),
    ("a", "à / besoin lieu accès",
     r"(?<=[a-zà-ÿ]{2} )(à)(?= (?:besoin d[e’']|accès (?:à|aux?)\b|lieu (?:le|à|en|dans|du)\b))"),
    ("dès", "dés / maintenant lors que qu à le la les l aujourd son leur cet cette",
     (r"(?<![Ll]es )(?<![Dd]e )(?<!aux )(?<!ces )(?<![\w’'-])([Dd]és)(?= (?:maintenant|lors|que"
      r"|à présent|les?|la|son|leur|cet|cette)\b| (?:qu|l|aujourd)[’'])")),
    ("tout", "tous toute toutes / fait", r"\b([Tt](?:ous|outes?))(?= à fait\b)"),
    ("prie", "pris / vous",
     r"(?<![\w’'-])vous (pris)(?= (?:d[’']|de )[a-zà-ÿ]+(?:er|ir|re|oir)\b)"),
    ("n’ont", "non / pas plus / pu su voulu suffi répondu abouti reçu permis réussi",
     (r"(?<=[a-zà-ÿ]{3} )(non)(?= (?:pas|plus) (?:encore )?(?:pu|su|voulu|suffi|répondu|abouti"
      r"|reçu|permis|réussi)\b)(?![^.]*\bmais\b)")),
    ("été", "étés", r"\b(?:a|ont|avait|avaient|avons) (étés)\b"),
    ("s’est", ("est / c / déroulé déroulée réuni réunie tenu tenue engagé engagée doté dotée "
     "produit produite terminé terminée rendu rendue"),
     (r"(?<=[a-zà-ÿ] )([Cc][’']est)(?= (?:déroulée?|réunie?|tenue?|engagée?|dotée?|produite?"
     r"|terminée?|rendue?)\b)")),
    ("le singulier", "nombre",
     r"\b[Ll]e nombre (?:de |d[’'])(?:(?!\bqui\b)[^,.;]){3,40}? (ont|sont)\b"),
    ("d’ores", "dors", r"\b(dors et déjà)\b"),
    ("le fait", "faite", r"\b(le faite) que\b"),
    ("à", "a / -ir -er -re",
     (r"(?<![\w’'-])(a)(?= (?:venir|participer|répondre|rejoindre|découvrir|travailler"
     r"|réduire|renforcer|améliorer|développer|créer|faire|prendre|mettre|être|lire|voir|suivre"
     r"|signer|réfléchir|construire|soutenir|consulter|partager|agir|organiser|lutter)\b)")),
    ("à", "a / -é -ée -és -ées conforme conformes",
     (r"\b(?:jumelée?s?|liée?s?|confrontée?s?|adaptée?s?|située?s?|associée?s?"
     r"|conformes?) (a)(?= (?:la|l[’']|[A-ZÀ-Þ]|tous|toutes|un|une|des|ses|leurs))")),
    ("à", "a / suite", r"(?:^|(?<=[.;] ))Suite (a)(?= (?:la|une|un|cette|ce|des|sa|son|l[’']))"),
    ("a eu", "eut", r"\b(?:a|ont|avait) (eut)\b"),
    ("ils, elles", "il", r"\b([Ii]l) (?:doivent|sont|ont|peuvent|vont|seront|étaient)\b"),
    ("ils, elles", "elle", r"\b([Ee]lle) (?:doivent|sont|ont|peuvent|vont|seront|étaient)\b"),
    ("où, or là où", "ou / là",
     r"(?<=[a-zà-ÿ]{3} )(?<!ici )(ou)(?= là (?:ils?|elles?|on|nous|vous)\b)"),
    ("ce", "se / sont étaient seront",
     (r"(?:^|(?<=[a-zà-ÿ,;.] ))(?<![Ii]ls )(?<![Ee]lles )(?<!qui )([Ss]e)"
      r"(?= (?:sont|étaient|seront) (?:donc |aussi |environ |près de |plus de )?"
      r"(?:\d+|deux|trois|quatre|cinq|six|dix|vingt|cent) (?!fois\b)[a-zà-ÿ]{3,}s\b)")),
    ("à", "a / de", r"\b[Dd]e [A-ZÀ-Þ][a-zà-ÿ-]+ (a) (?=[A-ZÀ-Þ][a-zà-ÿ-]+)"),
    ("à", ("a / adhésion inscription appel aide accès contribution participation soutien retour "
     "visite invitation réponse candidature don lien arrivée départ voyage séjour merci bienvenue "
     "abonnement adésion inscrire écrire aller vivre habiter renvoyer"),
     (r"(?<!n[’']y )\b(?:[Aa]d(?:h)?ésion|inscription|appel|aide|accès|contribution|participation"
      r"|soutien|retour|visite|invitation|réponse|candidature|don|lien|arrivée|départ|voyage|séjour"
      r"|[Mm]erci|[Bb]ienvenue|abonnement|inscrire|écrire|aller|vivre|habiter|renvoyer) (a) "
      r"(?=[A-ZÀ-Þ])")),
    ("aujourd’hui", "jour", r"\b([Aa]u jour d[’']aujourd[’']hui)\b"),
    ("le participe sans accord", "a ont avons avait avaient / -us -ues -ue -ées -és -ée -ise -ises",
     (r"\b(?:a|ont|avons|avait|avaient) (répondue?s|répondue"
     r"|participée?s|participée|contribuée?s|contribuée|travaillée?s|travaillée|permises?)"
     r"(?= (?:à|au|aux|de|d[’'])|[.,;])")),
    ("le subjonctif", ("que / bien pour afin faut avant condition jusqu / est sont ont peut "
     "peuvent agit vient va"),
     (r"(?:(?:^|(?<=[,;:(–] ))[Bb]ien que|\b(?:[Pp]our que|[Aa]fin que|[Ii]l faut que"
     r"|[Aa]vant que)|à condition que|\b[Jj]usqu[’']à ce que) "
     r"(?:ils?|elles?|on|cela|tout|(?:les?|la|une?|ces?|cette|chaque|leurs?|nos|notre|tous les"
     r"|toutes les) [a-zà-ÿ-]+(?: (?:(?:de|du|des|de la) )?[a-zà-ÿ]+)?)(?: n[e’'])? "
     r"(est|sont|ont|peut|peuvent|agit|vient|va)\b(?!-)")),
)  # fmt: skip
_HEARD = signs.table(_ALIKE)


_RULES = (of_sounds, of_infinitives, of_making, of_helpers, of_heard, of_endings, of_and)


def x141_words_that_sound_alike(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Grâce a*, *le jour ou il*, *tout les*: French words that sound alike, and of which the wrong
    one was written.
    Remedy: write the one that was meant."""
    starts: set[int] = set()
    by_words = phrases.marks(sheet, register, "X141", *_RULES)
    for mark in itertools.chain(by_words, _others(sheet, register)):
        if mark.start not in starts:
            yield mark
        starts.add(mark.start)


def _others(sheet: Sheet, register: Register) -> Iterator[Mark]:
    yield from _alike(sheet)
    yield from _endings(sheet, infinitives.FORMS, register, "X141")


def _alike(sheet: Sheet) -> Iterator[Mark]:
    for place in signs.in_blocks(sheet, _HEARD, "fr", signs.is_lined):
        if place.is_own:
            yield place.mistaken("X141", place.right)
