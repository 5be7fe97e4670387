"""Homophones: French words that sound like the one that was meant, seen by their neighbours."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.concordance import Form, spelt
from pipeline.checks.sheet import WARNING, Mark, Sheet
from pipeline.sought import sought

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
     r"[a-z]))"), WARNING),
    ("à", "a / h heures", r"\b\d ?h(?:eures)?(?: ?\d\d)? (a)(?= \d)", WARNING),
    ("est", "et / cela ceci",
     (rf"\b(?:[Cc]ela|[Cc]eci) (et)(?= (?:très |trop |aussi |déjà |si )?(?:{_ADJECTIVE})"
     r"\b)"), WARNING),
    ("est", "et / il elle on qui",
     (rf"\b(?:[Ii]l|[Ee]lle|[Oo]n) (et)(?= (?:très |trop |déjà )?(?:{_ADJECTIVE})\b)"
     r"|\bqui (et)(?= (?:très|trop|déjà) )"), WARNING),
    ("et", "est / ont sont avons seront étaient peuvent doivent auront",
     (r"(?<![’'-])(?<!\bde )\b(est)(?= (?:ont|sont|avons|seront|étaient|peuvent|doivent"
     r"|auront)\b)"), WARNING),
    ("et", "est / quand comment pourquoi combien où",
     r", (est)(?= (?:à partir de quand|quand|comment|pourquoi|combien|d[’']où)\b)",
     WARNING),
    ("ont", (f"on / {_PLURAL} beaucoup certains certaines certain certaine plusieurs ils elles "
     "qui dont lesquels lesquelles les des ces nos"),
     (rf"(?:\b(?i:{_PLURAL}|beaucoup|certaine?s|plusieurs|[Ii]ls|[Ee]lles|qui|dont"
     rf" (?:{_PLURAL})|lesquel(?:le)?s)|\b(?:[Ll]es|[Dd]es|[Cc]es|[Nn]os) [a-zà-ÿ]+s) (on)"
     r"(?= (?:déjà |tous |aussi |bien |toujours )?(?:[a-zà-ÿ]{2,}(?:é|i)|paru|été|pu|dû|eu|vu|lu"
     r"|voulu|su|reçu|tenu|fait|pris|mis|appris|permis)\b)"), WARNING),
    ("on", ("ont / peut doit va ne sait voit trouve appelle lit fait dit veut parle pense entend "
     "attend y est a"), (r"(?:\b[Ss]i |\b[Qq]uand |[Qq]u[’']|\b[Ss]i l[’']|[Ll]orsqu[’'])(ont)"
     r"(?= (?:peut|doit|va|ne|sait|voit|trouve|appelle|lit|fait|dit|veut|parle|pense|entend|attend"
     r"|y|est)\b)|(?:^|(?<=[.!?] ))(Ont)(?= (?:a|est|peut|doit|va|ne|sait|voit|trouve)\b)"),
     WARNING),
    ("ce", "se / qui que dont n ne qu",
     (r"(?<![\w’'-])([Ss]e)(?= (?:qui|que|dont|n[’']est|ne (?:sont|sera|fut))\b"
     r"| qu[’'])"), WARNING),
    ("se", ("ce / réunir rencontrer retrouver rendre déplacer garer former baigner inscrire "
     "préparer protéger parler tenir mettre développer connaître dérouler rappeler croiser "
     "promener exercer asseoir adapter reposer voir lever coucher"),
     (r"\b(?:pour|à|de|va|vont|peut|peuvent|doit|doivent|sans|faut) (ce)(?= (?:réunir"
     r"|rencontrer|retrouver|rendre|déplacer|garer|former|baigner|inscrire|préparer|protéger|parler"
     r"|tenir|mettre|développer|connaître|dérouler|rappeler|croiser|promener|exercer|asseoir"
     r"|adapter|reposer|voir|lever|coucher)\b)"), WARNING),
    ("s’y", ("si / prendre rendre inscrire retrouver installer tenir opposer préparer engager "
     "référer conformer exercer croiser croisent trouvent rendent mettre arrêter asseoir baigner "
     "perdre connaître"),
     (r"\b(?:[Cc]omment|pour|à|de|peut|faut|doit|va|vont|peuvent|doivent|[Ii]ls|qui)"
     r" (si)(?= (?:prendre|rendre|inscrire|retrouver|installer|tenir|opposer|préparer|engager"
     r"|référer|conformer|exercer|croiser|croisent|trouvent|rendent|mettre|arrêter|asseoir|baigner"
     r"|perdre|connaître)\b)"), WARNING),
    # What it begins with is what is looked for first, and fast.
    ("là", "la", (r"(la)(?=[.,;:!?](?:\s|$))(?<!\bla la)(?<!\bsol la)(?<!\bfa la)(?<!\bde la)"
     r"(?<![\w’'-]la)"), WARNING),
    ("là", "la / ci", r"-ci et (?:celle|celui|ceux)(-la)\b", WARNING),
    ("là", "la / jour moment époque point cas temps celui celle ceux celles jusque",
     r"\b(?:jour|moment|époque|point|cas|temps|celui|celle|ceux|celles|jusque)-(la)\b",
     WARNING),
    ("le participe", f"être été sont étaient seront / {_STEMS.replace('|', 'er|')}er",
     (rf"(?<!-)\b(?:être|été|sont|étaient|seront) (?:déjà "
     rf"|aussi |pas |bien |toujours |ensuite |été |désormais )?((?:{_STEMS})er)\b"), WARNING),
    ("l’infinitif", f"{_STEMS.replace('|', 'é|')}é",
     (rf"(?:\b(?:avant|afin|au lieu|permet|permettent|permettre|essaient?|essayer"
     rf"|évitent?|éviter|propose|proposent|décidé|décident?|demandent?) (?:de |d[’'])|\b(?:aident?"
     rf"|visent?|commencent?|continuent?|servent?|invitent) à |\b(?:pour|sans) )((?:{_STEMS})é)"
     rf"(?= (?:quoi|{_DET}))"), WARNING),
    ("d’air", "aire", r"\b(?:qualité|pollution|propreté) de (l[’']aire)\b", WARNING),
    ("ça", "sa / va fait dépend marche suffit commence permet veut a est comme tout",
     (r"(?:^|(?<=[.!?;] ))([Ss]a)(?= (?:va|fait|dépend|marche|suffit|commence|permet"
     r"|veut|a|est)\b)|\b(?:comme|tout) (sa)(?=[.,;!?])"), WARNING),
    ("sa", ("ça / ville région commune maison vie place politique stratégie mission proposition "
     "forme part population"),
     (r"\b(?:dans|de|avec|sur|par|pour|toute) (ça)(?= (?:ville|région|commune|maison|vie"
     r"|place|politique|stratégie|mission|proposition|forme|part|population)\b)"), WARNING),
    ("c’est", "ses / pourquoi pour que ainsi ici là dans avec très trop bien",
     (r"(?:^|(?<=[.!?;,] ))([Ss]es)(?= (?:pourquoi|pour|que|ainsi|ici|là|dans|avec"
     r"|très|trop|bien)\b)"), WARNING),
    ("ces, ou ses", "c s / est",
     (r"\b(?:de|dans|avec|pour|sur|par|tous|toutes|parmi|entre) ([cs][’']est)"
     r"(?= [a-zà-ÿ]+s\b)"), WARNING),
    ("sont", "son / ils elles qui ce",
     (r"\b(?:[Ii]ls|[Ee]lles|[Qq]ui|[Cc]e) (son)(?= (?:[a-zà-ÿ]+(?:és|ées)|les|des"
     r"|trop|très|déjà|aussi|en)\b)"), WARNING),
    ("son", "sont", r"\b(?:à|de|dans|avec|pour|par|sur) (sont)(?= [a-zà-ÿ]{3,}[^s\W]\b)", WARNING),
    ("peut", "peu / il elle on cela qui chacun chacune",
     (r"\b(?:[Ii]l|[Ee]lle|[Oo]n|[Cc]ela|qui|[Cc]hacune?) (?:ne )?(peu)(?= (?:être|se"
     r"|faire|avoir|y|pas|donc|aussi|[a-zà-ÿ]{3,}er)\b)"), WARNING),
    ("peu", "peut / un très trop assez si",
     r"\b(?:[Uu]n|[Tt]rès|[Tt]rop|[Aa]ssez|[Ss]i) (peut)\b(?! (?:être|se|y|on))",
     WARNING),
    ("leur", ("leurs / donnent permettent offrent permettre donner offrir apporter montrer dire "
     "proposer envoyer envoie dit proposons offrons"),
     (r"\b(?:[Ii]ls?|[Ee]lles?|[Nn]ous|[Oo]n|[Qq]ui|pour|de) (leurs)(?= (?:donnent"
     r"|permettent|offrent|permettre|donner|offrir|apporter|montrer|dire"
     r"|proposer|envoyer|envoie|dit|proposons|offrons)\b)"), WARNING),
    ("le singulier", "par / jours semaines ans années heures personnes minutes nuits habitants",
     (r"\b(?:fois|heures?|minutes?|jours?|euros?|kilos?|litres?|tonnes?"
     r"|personnes?|€) par ((?:jour|semaine|an|année|heure|personne|minute|nuit|habitant)s)\b"),
     WARNING),
    ("le singulier, au-dessous de deux", "million millions milliard milliards",
     r"(?<![\d.,\u00a0\u202f-])(?<!\d )[01](?:,\d+)?[ \u00a0\u202f]((?:million|milliard)s)\b",
     WARNING),
    ("deux traits d’union", "est / ce", (r"\b[Qq]u[’'](est ce)(?= (?:que|qui)\b| qu[’'])"
     r"|(?:^|(?<=[.!?] ))(Est ce)(?= que\b| qu[’'])"), WARNING),
    ("où", "ou / par savoir",
     (r"\b[Pp]ar (ou)(?= (?:passer?|on|commencer|il|elle)\b)|\b[Ss]avoir (ou)(?= (?:se"
     r"|il|elle|on|aller)\b)"), WARNING),
    ("l’infinitif",
     ("venez allez pouvez devez voulez souhaitez veuillez pourrez devrez pourriez devriez "
     "aimeriez désirez préférez pour sans peut peuvent doit doivent va vont faut"),
     (r"(?<!-)\b(?:[Vv]enez|[Aa]llez|[Pp]ouvez|[Dd]evez|[Vv]oulez|[Ss]ouhaitez|[Vv]euillez"
      r"|[Pp]ourrez"
     r"|[Dd]evrez|[Pp]ourriez|[Dd]evriez|[Aa]imeriez|[Dd]ésirez|[Pp]référez|[Pp]our|[Ss]ans|peut"
     r"|peuvent|doit|doivent|va|vont|faut) (?:(?:nous|vous|le|la|les|en|y|bien|aussi|également) )?"
     r"((?!(?:assez|chez|rez|nez|sachez)\b)[a-zà-ÿ]{3,}ez)(?![\w-])"), WARNING),
    ("a", "à / et qui il elle on y",
     (rf"(?<![\w-])(?:et|qui|il|elle|on|y) (à)(?= (?:{_STEMS}|renouvel|accueill|particip|décid)"
     r"(?:é|i)(?: (?:le|la|les|une?|des|son|sa|ses|leurs?|aux?|plus)\b| [ldn][’']))"), WARNING),
    ("à", "a / œil oeil place service", (r"\b(?:(?:œ|oe)il|mises? en place|au service) (a)"
     r"(?= (?:la|le|l[’']|ce|cette|ces|son|sa|nos|notre)\b)"), WARNING),
    ("quelques", "quel quels quelle quelles / depuis dans pendant",
     (r"\b(?:[Dd]epuis|[Pp]endant|[Dd]ans)"
     r" (quelles?|quels?)(?= (?:années|jours|mois|semaines|heures|minutes|instants)\b)"), WARNING),
    ("toute autre", "tout / autre", (r"\b([Tt]out autre)(?= (?:personne|question|demande|mesure"
                                     r"|forme"
     r"|raison|solution|activité|action|démarche|chose que|information|administration|[a-zà-ÿ]{3,}"
     r"(?:tion|ité|ture|ence|ance))\b)"), WARNING),
    ("à, behind n’hésitez pas", "hésitez hésite hésitons",
     (r"\bn[’']hésit(?:ez|e|ons) (?:surtout )?pas "
      r"(?:(?:nous|vous|le|la|les|en|y) )?((?!hier\b)[a-zà-ÿ]{3,}er)\b"), WARNING),
    ("suivant, concernant, permettant", "suivants concernants permettants visants comprenants",
     (r"(?<![sx] )(?<!les )\b(suivants|concernants|permettants|visants|comprenants)"
      r"(?= (?:(?:les|la|le|une?) |l[’'])(?!\w+er\b))|\b(concernants|permettants|visants)"
      r"(?= (?:les|la|le|l[’']))"), WARNING),
    ("l’objet", "objectif / fait fera font feront faire faisant",
     (r"\b(?:fait|fera|font|feront|faire|faisant) (l[’']objectif)(?= d)"), WARNING),
    ("en termes de", "terme / en", r"\b[Ee]n (terme)(?= (?:de|d[’']))", WARNING),
    ("frais de transport", "transports / frais", r"\b[Ff]rais de (transports)\b", WARNING),
    ("maître de conférences", "conférence / maître maîtres", (r"\b[Mm]aîtres? de"
     r" ([Cc]onférence)\b"),
     WARNING),
    ("à la connaissance", "connaissance / à", (r"(?<=\w )(à connaissance)(?= (?:de|du|des|d[’']))"),
     WARNING),
    ("intérêt pour", "intérêt / avec", (r"\b(?:[Uu]n |[Dd][’']"
     r"|[Ll][’'])intérêt(?: [a-zà-ÿ]+)? (avec)"
     r"(?= (?:le|la|les|ce|cette) (?:sujet|thème|question|thématique|domaine)s?\b)"), WARNING),
    ("à côté", "coté cote / à", (r"(?<![\w-])[àÀ] (coté|cote)"
     r"(?= (?:de|du|des|d[’'])|[.,;])"), WARNING),
    ("un seul article", "des du au aux ces",
     (r"(?<![\w’'-])((?:[Dd]es|[Dd]u|[Aa]ux?|[Cc]es) (?:(?:les?|des|du|ces|cette|ce)(?![\w-])"
      r"|l[’'])"
     r"(?= ?[a-zà-ÿ]{3,}))(?<!\bdu ce)"), WARNING),
    ("Chargé", "charge",
     (r"^(Charge)(?= (?:de|d[’']) ?(?:mission|projets?|communication|recherche"
     r"|cours|développement|production|programmes?|études?|relations)\b)"), WARNING),
)  # fmt: skip
_FORMS = [Form(spelt(words), sought(form), (right, level)) for right, words, form, level in _MEANT]


def homophones(sheet: Sheet) -> Iterator[Mark]:
    """French words that exist, where their neighbours ask for others."""
    for block, near in sheet.blocks_in("fr").near(_FORMS):
        for one in near if not block.is_capitals else ():
            right, level = one.right
            for found in one.form.finditer(block.text):
                group = found.lastindex or 0
                start = found.start(group)
                if not block.is_foreign(start) and not block.link_at(start):
                    yield block.mark(
                        "X119", start, found.end(group),
                        f"{found[group]!r} is not what was meant here", f"write {right}", level,
                    )  # fmt: skip
