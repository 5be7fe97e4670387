"""Blunders in French: forms and small words that are wrong in every sentence."""

from __future__ import annotations

from pipeline.checks import signs
from pipeline.checks.french.pieces import ADVERBS, IN_É, LETTER

_ARE = "suis|es|est|sommes|êtes|sont|étais|était|étions|étiez|étaient|sera|seront|serait|être|étant"
_UNITS = "un|deux|trois|quatre|cinq|six|sept|huit|neuf"
_TENS = "vingt|trente|quarante|cinquante|soixante"
_MONTHS = (
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
)  # fmt: skip
_DAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche"
_INFINITIVE = rf"{LETTER}{{2,}}(?:er|ir|re|oir)\b"
_WANT_DE = (
    "[Aa]u sein|(?<![Dd]ès )(?<![Dd]epuis )(?<!pour )[Ll]ors|[Ee]n faveur|[Àà] l[’']issue"
    "|[Aa]u profit|[Aa]u bénéfice|[Pp]ar le biais|[Ss]ous l[’']égide|[Ee]n raison|[Aa]uprès"
    "|[Ee]n présence|[Ss]ous la présidence|[Dd]ans le cadre|[Ss]ous la houlette"
    "|[Àà] l[’']instigation|[Àà] l[’']initiative|[Àà] cause|[Aa]u cours|[Àà] l[’']aide"
    "|[Vv]is-à-vis|[Àà] l[’']occasion|[Ee]n vue|(?<!tout )[Aa]utour"
)
_WANT_À = (
    "(?<![Ll]a )(?<!de )(?<!une )(?<!leur )(?<!sa )(?<!votre )"
    "(?<!rend )(?<!rendre )(?<!bonne )[Gg]râce"
    "|^Face|(?<![\\w,’'-] )Suite|[Pp]ar rapport|[Cc]onformément|[Cc]ontrairement"
)
_VOWEL_NOUNS = (
    "événement|évènement|accord|atelier|enjeu|espace|appel|échange|objectif|outil|emploi|exemple"
    "|article|ensemble|état|expert|agent|acteur|habitant|homme|hiver|hôpital|hôtel|horaire"
    "|engagement|environnement|avenir|automne|avis|arrêté|aspect|axe|effort|effet|entretien"
    "|établissement|équipement|essor|ouvrage|organisme|organe|ordre|investissement|intérêt"
    "|instrument|individu|incident|immeuble|îlot|accompagnement|aménagement|apprentissage"
    "|argent|élan|écart|échec|écran|élève|employé|ennemi|entrepreneur|épisode|équilibre|espoir"
    "|esprit|examen|exercice|indicateur|institut|intervenant|invité|itinéraire|observatoire|oubli"
)
_SEVERAL = (
    "plusieurs|certains|certaines|d[’']autres|différents|différentes|divers|diverses|quelques"
    "|nombreux|nombreuses|ces"
)
_TWICE_MANY = (
    "points? de vues|prises? de consciences|mises? à jours|mises? en places|mises? en (?:œ|oe)uvres"
    "|prises? en charges|prises? en comptes|prises? de paroles|comptes[ -]rendu(?!s)"
    "|compte[ -]rendus|ordres? du jours|chefs? de files|cadres? de vies|lieux? de vies"
    "|milieux? de vies|modes? de vies|mots? d[’']ordres|sous formes de"
    "|chefs?[ -]d[’'](?:œ|oe)uvres|tables ronde(?!s)|table rondes|weeks-ends?|arcs?-en-ciels"
    "|forces de l[’']ordres|hôtels? de villes|numéros? d[’']urgences|offres? d[’']emplois"
    "|demandeurs? d[’']emplois|en vigueurs"
)
_ONE_MANY = "hommes? d[’']affaire|femmes? d[’']affaire|états? des lieu|appels? d[’']offre"
_MANY_WORDS = (
    "vues consciences jours places œuvres oeuvres charges comptes paroles rendu rendus files vies "
    "ordres ronde rondes weeks ciels villes formes urgences emplois vigueurs"
)
_FORMED = (
    # What was meant, words of which one of each kind is in it, where another one stands.
    ("rendu compte", "rendus rendues rendue / compte",
     (rf"\b(?:se|me|te|nous|vous|s[’']|m[’']|t[’']) ?(?:{_ARE}) {ADVERBS}(rendu(?:e|s|es))"
      r" compte\b")),
    ("une seule fois que", "lorsque puisque / que qu",
     r"\b((?:[Ll]orsque|[Pp]uisque) qu(?:e\b|[’']))"),
    ("a, or ait", "est sont / pu eu fallu",
     (r"(?<![’'\w-])(est|sont) (?:bien |déjà |ainsi |donc |toujours |également |aussi )?"
      r"(?:pu|eu|fallu)(?![\w-])")),
    ("tout, without -e", "toute toutes / entière entières", r"\b(toutes?) entières?\b"),
    ("pour que … ne … pas", "pas / pour / que qu",
     r"\b([Pp]our (?:ne )?pas qu(?:e\b|[’']))"),
    ("fut", "fût", r"(?:^|(?<=[;:] ))(?:[Ii]l|[Ee]lle|[Cc]e|[Oo]n) (fût)(?![\w-])"),
    ("d’entre eux, or d’entre elles", "entre / d",
     (r"\b([Dd][’']entre)(?= (?!eux|elles|nous|vous|les?\b|la\b|ces|ceux|celles|leurs|nos|vos|ses"
      rf"|mes|tous|toutes|deux|autres|lui|elle){LETTER}{{2,}})")),
    ("échanger, without se", "échanger échangent échangeant / sur autour",
     r"\b(s[’']échang(?:er|ent|eant))(?= (?:sur|autour)\b)"),
    ("one of the two words", "à / aux au",
     r"(?<![\w’'-])(à (?:aux|au(?! (?:moins|plus|maximum|minimum|mieux|total))))(?= [a-zà-ÿ])"),
    ("one of the two words", "en / à",
     r"(?<![\w’'-])(en à)(?= (?:[A-ZÀ-Þ]|la |l[’']|partir))"),
    ("one of the two words", "de / du des", r"(?<![\w’'-])(de (?:du|des))(?= [a-zà-ÿ])"),
    ("one of the two words", "dans / au aux en",
     r"\b(dans (?:en(?! dehors)|aux|au(?! (?:moins|plus|maximum))))(?= [a-zà-ÿ])"),
    ("de behind it",
     ("sein lors faveur issue profit bénéfice biais égide raison auprès présence présidence cadre "
      "houlette instigation initiative cause cours aide vis occasion vue autour"),
     (rf"\b({_WANT_DE})(?= (?:(?:la|les|l[’']|une?|cette|ces|ses|leurs|notre|nos|Mme|Madame"
      r"|Monsieur)\b ?|M\. ))(?! (?:la|les) plus\b)(?! une? fois\b)")),
    ("à behind it", "grâce face suite rapport conformément contrairement",
     (rf"\b({_WANT_À})(?= (?:la|les|le|l[’']|une?|cette|cet|ce|ces|ses|son|sa|leurs?|notre|nos"
      r"|votre|vos)\b ?)(?! ce qu)(?! l[ea] (?:mois|semaine|page|prochain|fois)\b)")),
    ("-t-il", "t / il elle on",
     (r"\b(?:a|va|aura|sera|fera|ira|pourra|devra|faudra|existe|reste|semble)"
      r"(?:[ -](t[’'] ?(?:il|elle|on))| (t-(?:il|elle|on)))\b")),
    ("qu’en", "quand quant / est / il", r"\b([Qq]uan[dt]) est-il (?=d)"),
    ("quand", "quant / même", r"\b([Qq]uant) même\b"),
    ("censé", "sensé sensée sensés sensées",
     rf"\b(?:{_ARE}|étaient) {ADVERBS}(sensée?s?)(?= {_INFINITIVE})"),
    ("voire", "voir",
     r"(?<=, )(voir)(?= (?:même|plus|moins|très|impossible|totalement|carrément)\b)"),
    ("de par", "part / de",
     r"\b([Dd]e part)(?= (?:le|la|les|leurs?|son|sa|ses|notre|nos|cette|ces) )"),
    ("en train", "entrain",
     rf"\b(?:{_ARE}|étaient) {ADVERBS}(entrain)(?= (?:de\b|d[’']))"),
    ("pallier, without à", ("pallier pallie pallient pallié palliera pallieront palliant / à au "
                            "aux"),
     r"\b(palli(?:er|ent|e|é|era|eront|ant) (?:à|aux?))(?= )"),
    ("cet", f"ce / {_VOWEL_NOUNS.replace('|', ' ')}",
     rf"(?<![\w’'-])([Cc]e)(?= (?:{_VOWEL_NOUNS})\b)"),
    ("ce, or cette", "cet", r"(?<!\d )\b([Cc]et)(?= [bcdfgjklmnpqrstvxz][a-zà-ÿ]{2,})"),
    ("son", "sa",
     (r"(?<![\w’'-])([Ss]a)(?= [aeiouâéèêîôœ][a-zà-ÿ]{3,})(?! (?:onzième|ouate|email|app))")),
    ("nouvel, bel", "nouveau beau / un le ce du au",
     (r"\b(?:[Uu]n|[Ll]e|[Cc]e|[Dd]u|[Aa]u) (nouveau|beau)(?= [aeiouâéèêîôœ][a-zà-ÿ]{4,})"
      r"(?! (?:onz|avec|entre|aussi|après|encore|ainsi|ou[ai]))")),
    ("et behind entre", "entre / à au",
     (r"\b[Ee]ntre (?:le )?\d[\d \u00a0\u202f.,]*(?:er)? ?(?:%|€|ans|euros)?"
      rf"(?: (?:{_MONTHS}))? ?\b(à|au) (?=\d)")),
    ("et behind entre", "entre",
     r"\b[Ee]ntre (\d+ ?[-–] ?\d+)(?= (?:ans|heures|jours|mois|personnes|euros|villes)\b)"),
    ("au plus", "aux / plus / près tôt tard", r"\b([Aa]ux plus)(?= (?:près|tôt|tard)\b)"),
    ("bel et bien", "bel belle belles beaux / et / bien biens",
     r"\b(belles? et biens?|beaux et biens?|bel et biens)\b"),
    ("ou", "où / encore", r"(?<=[,…] )(où)(?= encore (?:les?|la|une?|des|l[’']|à|dans|par|sur)\b)"),
    ("one word", "co cyber télé pluri multi néo socio franco belgo italo germano anglo",
     (r"(?<![\w’'-])((?i:co|cyber|télé|pluri|multi(?= \w+[sx]\b)|néo|socio|franco|belgo|italo"
      r"|germano|anglo) )(?=(?!et\b|ou\b|de\b|du\b|la\b|le\b|dans\b|avons\b)[a-zà-ÿ]{5,})")),
    ("one of the two", "avec dans pour sur par / le la les un une",
     r"(?<![\w’'-])((avec|dans|pour|sur|par) (?:les?|la|une?) \2)(?= )"),
    ("à", "a / est sont était étaient été sera seront / -é -ée -és -ées",
     (rf"\b(?:est|sont|était|étaient|été|sera|seront) {ADVERBS}{IN_É}(?:es?|s)? (a)"
      r"(?= (?:la|les|une?|des|tous|ces?|cette)\b| l[’'])")),
    ("y a", "t / il elle on", r"(?<![\w’'-])([Yy]-a)-t-(?:il|elle|on)\b"),
    ("autour", "autours", r"\b([Aa]utours)(?= (?:de|du|des)\b| d[’'])"),
    ("aux dépens", "dépend dépends / au aux",
     r"\b([Aa]ux? dépends?)(?= (?:de|du|des)\b| d[’'])"),
    ("de toute façon", "tout / façon manière", r"\b[Dd]e (tout) (?:façon|manière)\b"),
    ("entre autres", "entre / autre",
     r"\b[Ee]ntre (autre)(?=[,.:;)]| (?:les?|la|une?|des?|à|par|et)\b)"),
    ("d’", "de / d", r"\b(de d[’'])(?=[a-zà-ÿ])"),
    ("partie", "parti parties / fait font faire faisant faisait fera feront",
     (r"\b(?:fait|font|faire|faisant|faisait|fera|feront) "
      r"(?:également |aussi |désormais |ainsi |donc |toujours )?(parti|parties)"
      r"(?= (?:de|du|des|intégrante)\b| d[’'])")),
    ("parti", "partie / tirer tire tirent tirant tiré",
     r"\b(?:tirer|tire|tirent|tirant|tiré) (partie)(?= (?:de|du|des)\b| d[’'])"),
    ("à", "a / mis mise mises mettre met mettent mettant",
     (r"\b(?:mis(?:es?)?|mettre|met|mettent|mettant) (a)"
      r"(?= (?:jour|disposition|profit|niveau|part|contribution|mal)\b)")),
    ("tous", "tout / deux trois", r"(?<![Ee]n )\b([Tt]out)(?= (?:deux|trois)\b)"),
    ("tout", "tous toute / monde long reste",
     r"\b([Tt]ous|[Tt]oute)(?= (?:le (?:monde|long|reste)|au long)\b)"),
    # Two small words that never meet: `un retard du à la crue`.
    ("dû", "du / à au aux", r"(?<![\w’'-])(du)(?= (?:à|aux?)\b)"),
    ("ce", "se / sont",
     (r"(?:^|(?<=[.!?:;,] )|(?<=\bque )|(?<=\bcar ))([Ss]e)(?= sont (?:\d|(?:des|les|nos|leurs|ces"
      r"|ses|deux|trois|quatre|cinq|dix|vingt|plusieurs) [a-zà-ÿ]{3,}s\b))")),
    ("sûr", "sur surs sure sures / que qu",
     r"\b(?:est|sont|être|suis|sommes|êtes) (sure?s?)(?= (?:que\b|qu[’']))"),
    ("tâche", "tache taches",
     (r"\b([Tt]aches?)(?= (?:à accomplir|administratives?|quotidiennes?|ménagères?|confiées?"
      r"|principales?)\b)")),
    ("inclus", "inclu inclue inclues / est sont été être était étaient",
     r"\b(?:est|sont|été|être|était|étaient) (inclu|inclues?)\b"),
    ("conclu, exclu", "conclus exclus / a ont avons avait avaient",
     r"(?<![’'\w-])(?:a|ont|avons|avait|avaient) (conclus|exclus)\b"),
    ("the participle", ("acquit permit mit promit soumit prit apprit comprit remit admit fournit "
                        "établit finit choisit réunit définit réussit investit accueillit / a ont "
                        "avons avez avait avaient"),
     (r"(?<![’'\w-])(?:a|ont|avons|avez|avait|avaient) (acquit|permit|mit|promit|soumit|prit|apprit"
      r"|comprit|remit|admit|fournit|établit|finit|choisit|réunit|définit|réussit|investit"
      r"|accueillit)\b")),
    ("ont", "on / été", r"(?<![’'\w-])(on)(?= été\b)"),
    ("été", "était étaient étais / a ont avons avait avaient aurait auraient",
     r"\b(?:a|ont|avons|avait|avaient|aurait|auraient) (était|étaient|étais)\b"),
    ("les, of two days", f"le / et / {_MONTHS.replace('|', ' ')}",
     rf"\b([Ll]e) (?:\d{{1,2}}|1er) et \d{{1,2}} (?:{_MONTHS})\b"),
    ("1er", f"le du au / {_MONTHS.replace('|', ' ')}",
     rf"\b(?:[Ll]e|[Dd]u|[Aa]u) (1) (?:{_MONTHS})\b"),
    ("que", "dont / est",
     (r"\b[Cc][’']est (?:de |d[’'])(?:ce|cela|cette|ces|la|l[’']|nous|vous|lui|elle|eux)"
      rf"(?: ?{LETTER}+)? (dont)\b")),
    ("quelle", "qu / elle elles / est sont était étaient",
     (r"^([Qq]u[’']elles?)(?= (?:est|sont|était|étaient) (?:les?|la|l[’']|votre|notre|cette)\b)")),
    ("qu’elle", "quelle quelles",
     (r"\b(?:[Pp]arce|[Aa]fin|[Pp]uisque|[Bb]ien|[Tt]andis|[Dd]ès lors|[Ss]ans) (quelles?)"
      r"(?= (?:est|sont|a|ont|peut|doit|peuvent|doivent|sera|seront|se|ne|soit|soient|puissent?"
      r"|ait|aient)\b| n[’'])")),
    ("quelle", "quel / la une cette",
     r"\b([Qq]uel)(?= (?:est|était|sera|serait) (?:la|une|cette)\b(?!/))"),
    ("quel", "quelle / le un ce",
     r"\b([Qq]uelle)(?= (?:est|était|sera|serait) (?:le|un|ce)\b(?!/))"),
    ("the plural", "quel quelle / sont étaient seront",
     r"\b([Qq]uel(?:le)?)(?= (?:sont|étaient|seront)\b)"),
    ("auquel, duquel", "lequel lesquels lesquelles / à de",
     r"(?<![\w-])((?:à|de) (?:lequel|lesquels|lesquelles))\b"),
    ("auxquels, desquels", "quelle quelles / aux des",
     r"(?<![\w’'-])((?:aux|des) quelles?)(?= (?:il|elle|on|nous|vous|les|la|le|ces|ils)\b)"),
    ("mille, which has no -s", "milles",
     r"\b(milles)(?= (?:euros|habitants|personnes|participants|emplois|logements|ans|mètres)\b)"),
    ("demi-", "demie demies",
     r"\b(demies?[ -])(?=(?:heure|journée|douzaine|finale|tonne|page|sœur|mesure)s?\b)"),
    ("demie", "demi / heure heures année années journée journées tonne tonnes",
     r"\b(?:heures?|années?|journées?|tonnes?) et (demi)\b"),
    ("demi", ("demie / an ans mois jour jours million millions milliard milliards siècle siècles "
      "kilomètre kilomètres"),
     r"\b(?:ans?|mois|jours?|millions?|milliards?|siècles?|kilomètres?) et (demie)\b"),
    ("tels que, telles que", "tel telle / que",
     (rf"\b(?i:{_SEVERAL}) {LETTER}+[sx](?: {LETTER}+s)?,? (tel(?:le)?)(?= que "
      r"(?:les?|la|l[’']|une?|des|[A-ZÀ-Þ]))")),
    ("nôtre, vôtre", "notre notres votre votres / le la les au du aux des",
     r"(?<![\w-])(?:[Ll]e|[Ll]a|[Ll]es|[Aa]ux?|[Dd]u|[Dd]es) ([nv]otres?)(?=[.,;)!?])"),
    ("notre, votre", "nôtre vôtre / de à dans pour avec sur par et que",
     rf"\b(?:de|à|dans|pour|avec|sur|par|et|que) ([nv]ôtre)(?= {LETTER}{{3,}})"),
    ("quelque", "quelques",
     (r"(?<!\b[Ll]es )(?<!\b[Cc]es )(?<!\bses )(?<!\bnos )(?<!\baux )(?<!\bdes )(?<!\bleurs )"
      r"(?<!\bvos )\b([Qq]uelques)(?= (?:\d{2,}|cent|mille|"
      r"(?:deux|trois|quatre|cinq|six) cents?)\b)")),
    ("prêt", "près / à",
     rf"\b(?:{_ARE}|étaient|seront) {ADVERBS}(près)(?= à {_INFINITIVE})"),
    ("c’est", "s / est / pourquoi", r"\b([Ss][’']est)(?= pourquoi\b)"),
    ("ce qui", "ceux / qui / permet est a fait signifie montre explique rend permettra",
     (r"(?:^|(?<=, ))([Cc]eux)(?= qui (?:(?:nous|vous|leur|lui) )?(?:permet|permettra|est|a|fait"
      r"|signifie|montre|explique|rend)\b)")),
    ("on n’", "on / pas jamais rien aucun aucune / a est avait était aura",
     (r"(?<![\w’'-])((?:l[’'])?[Oo]n)(?= (?:a|est|avait|était|aura) "
      r"(?:pas|jamais|rien|aucune?)\b)")),
    ("assemblée", "assemblé / l",
     (r"\b[Ll][’']([Aa]ssemblé)(?= (?:[Gg]énérale|plénière|nationale|constitutive|annuelle"
      r"|municipale)\b)")),
    ("murs", "mûrs / hors", r"\b[Hh]ors les (mûrs)\b"),
    ("c’est", "ç / est", r"(?<![\w’'-])([Çç][’']est)\b"),
    ("en pleins, or the singular", "plein pleine / en",
     rf"\b[Ee]n (pleine?)(?= {LETTER}+(?:[mt]ents|tions|ances|ités)\b)"),
    ("bénéficie", "bénéfice / du de des d",
     r"(?<=[a-zé]s )(bénéfice)(?= (?:du soutien|d[’']une?|de la|des) )(?<!au bénéfice)"),
    *(("a hyphen", f"{first} / {_UNITS.replace('|', ' ')}",
       rf"(?<![\w-])(?i:{first})( )(?:{units})(?![\w-])") for first, units in (
           ("dix", "sept|huit|neuf"),
           *((ten, "deux|trois|quatre|cinq|six|sept|huit|neuf") for ten in _TENS.split("|")))),
    ("dont", "don / les la le nous il elle ils elles on",
     r"(?<=[a-zà-ÿ]{3} )(don)(?= (?:les|la|nous|ils?|elles?|on)\b)"),
    ("sans", "s / en / oublier compter doute cesse",
     r"(?<![\w’'-])([Ss][’']en)(?= (?:oublier|compter|doute|cesse)\b)"),
    ("face", "fasse / faire fait font faisant",
     r"\b(?:faire|fait|font|faisant) (fasse)(?= (?:à|aux?)\b)"),
    ("peut-être", "peut / être / est sont",
     (r"(?<![\w-])(?:est|sont) (peut être)(?= (?:une?|les?|la|pas|plus|aussi|temps|déjà)\b|[.,]"
      r"| l[’'])")),
    ("c’", "s / dire", r"(?<![\w’'-])([Ss][’'])(?=est[- ]à[- ]dire\b)"),
    ("sera, seront", "serra serront serraient",
     (r"(?<![\w’'-])(serr(?:a|ont|aient))"
      rf"(?= (?:pas |plus |donc |également |ensuite ){{0,2}}{LETTER}{{3,}}"
      r"(?:ée?s?|is?|ies?|ises?|us?|ues?)\b)(?! (?:une|les|des|ses|leurs)\b)")),
    ("près", "prêt prête prêts prêtes / de d",
     (rf"\b(?:{_ARE}|étaient|seront) {ADVERBS}(prête?s?)"
      rf"(?= (?:de |d[’'])(?:en |y |s[’']|se |les? |la )?{_INFINITIVE})")),
    ("one of the two words",
     "plus / meilleur meilleure meilleurs meilleures mieux pire pires",
     (r"(?<!n[’']est )(?<!n[’']a )(?<!n[’']ont )(?<!sont )(?<!non )(?<!de )(?<!le )"
      r"\b([Pp]lus (?:meilleure?s?|pires?|mieux))\b")),
    ("mois", "moi / du ce le chaque",
     (r"\b(?:(?:fin|début|cours|courant|mi) (?:du|de ce)|le|ce|chaque) (moi)"
      r"(?=[.,;]| (?:de|dernier|prochain|d[’'])\b| d[’'])(?<!le moi)|\b[Ll]e (moi)"
      r"(?= (?:dernier|prochain)\b)")),
    ("au-dessus, or en dessous", "dessus / en", r"(?<![\w-])([Ee]n[- ]dessus)(?= (?:de|du|des)\b)"),
    ("plus … plus, or plus … moins", "plus / moins plus / il elle on ils elles nous vous",
     (r"^Plus (?:la|le|les|une?|on|il|elle|nous|vous|votre|leur|l[’'])\b ?[^,.;]{5,70}, "
      r"((?:il|elle|on|ils|elles|nous|vous) (?:[a-zà-ÿ’]+ ){1,3}?(?:plus|moins))\b(?! que\b)")),
    ("the order and its hyphen: contactez-nous", "nous moi / -er",
     (r"(?:^|(?<=[.!?] ))([A-ZÀ-Þ][a-zà-ÿ]+er (?:nous|moi))"
      r"(?= (?:aux?|à|par|dès|pour|via|sur|en|dans|vite)\b|[.!,])")),
    ("the singular",
     "besoins envies confiances / a ont ai avons avez avoir aura auront fait font faire",
     (r"(?<![\w-])(?:a|ont|ai|avons|avez|avoir|aura|auront) (besoins|envies)(?= d[e’'])"
      r"|\b(?:fait|font|faire) (confiances)\b")),
    ("peu", "peux peut / trop un assez très si bien / de d",
     r"\b(?:trop|un|assez|très|si|bien) (peu[xt])(?= (?:de\b|d[’']))"),
    ("être", "êtes / doit doivent peut peuvent devrait devraient pourrait pourraient vont va pour",
     r"\b(?:doi(?:t|vent)|peu(?:t|vent)|devrai(?:t|ent)|pourrai(?:t|ent)|vont|va|pour) (êtes)\b"),
    ("ensemble", "ensembles / -er -ent -ons -ir -re tous toutes réunis réunies",
     (r"\b(?:fonctionner|travailler|vivre|agir|construire|avancer|jouer|chanter|réfléchir|réunie?s"
      r"|fonctionnent|travaillent|agissent|vivent|jouent|avancent|chantent|travaillons|avançons"
      r"|tous|toutes) (ensembles)(?=[.,;!?]|$| (?:pour|à|sur|dans|et|vers|afin|les?|la|un)\b)")),
    ("résumer", "résumé / pour",
     r"(?:^|(?<=[.;:(,] )|(?<=\bmais ))[Pp]our (résumé)(?=,| (?:les?|la|en|brièvement)\b)"),
    ("le, la or les",
     ("lui leur / contacter aider informer remercier accompagner prévenir avertir rencontrer "
      "inviter"),
     (r"(?<![\w’'-])(?<!à )(?<!avec )(?<!chez )(?<!par )(lui|leur) (?:contacter|aider|informer"
      r"|remercier|accompagner|prévenir|avertir|rencontrer|inviter)\b")),
    ("monument historique, or aux monuments historiques", "classé classée / monument historique",
     r"\bclassée? (au) monument historique\b"),
    ("à", "inscrit inscrite inscrits inscrites / inventaire / dans",
     r"\binscrite?s? (dans) l[’']inventaire\b"),
    ("l’", "i", r"(?<![\w’'-])(I)[’'](?!m\b|ve\b|ll\b|d\b)[a-zà-ÿ]{3,}"),
    ("peut-être", "peut / être",
     r"^(Peut être)(?= (?:que\b|qu[’']|[a-zà-ÿ]+-(?:t-)?(?:il|elle|on)))"),
    ("à", "a / de du",
     (r"\b(?:de|du) (?:près de |plus de )?\d[\d.,\u00a0\u202f ]*(?:%|€)? ?"
      r"(?<=[\d %€\u00a0])(a)(?= \d)")),
    ("permis, which agrees with nothing", "permise permises / est sont s se / de d",
     r"\b(?:s[’']est|se sont|s[’']était|s[’']étaient) (permises?)(?= (?:de\b|d[’']))"),
    ("ans", "an",
     (r"(?<![\d.,/-])(?:[2-9]|[1-9]\d{1,2})[ \u00a0\u202f](an)(?![\w’'-])"
      r"(?=[.,;:)]|$| (?:et|ou|de|pour|sur|à|en|qui|au|ne|plus|révolus?)\b)")),
    ("à tous", "toutes / et / tout",
     r"\b[ÀAà] toutes et (à tout)(?=[.,;!]|$| (?:pour|les|ceux)\b)"),
    ("d’ouverture", "ouvertures / heures horaires jours",
     r"\b(?:[Hh]eures|[Hh]oraires|[Jj]ours) (d[’']ouvertures)\b"),
    ("lieu", "lieux / a ont aura auront avoir aurait avait eu ayant",
     (r"(?<![\w’'-])(?:a|ont|aura|auront|avoir|aurait|avait|eu|ayant) "
      r"(?:bien |donc |également |aussi |toujours )?(lieux)(?! d[eu’'])\b")),
    ("the singular: en charge, à jour",
     "charges comptes places jours disposition dispositions œuvres oeuvres avants / en à",
     (r"\b(?:[Pp]ris|[Mm]is|[Mm]ett?\w*|[Pp]re(?:nd\w*|n\w+)) "
      r"(en charges|en comptes|en places|à jours|à dispositions|en (?:œ|oe)uvres|en avants)\b")),
    ("the singular", "dernières prochaines passées derniers prochains passés / l la cette le",
     (r"(?:(?<![\w’'-])[Ll][’']|\b[Ll]a |\b[Cc]ette )"
      r"(?:année|semaine|fois|saison|édition|rencontre) "
      r"(dernières|prochaines|passées)\b|\b[Ll]e mois (derniers|prochains|passés)\b")),
    ("the plural", f"tous les / {_DAYS}",
     rf"\b[Tt]ous les ({'|'.join(_DAYS.split())})(?![\w-])(?! \d)"),
    ("the plural", f"les / {_DAYS}",
     (rf"(?<![Tt]ous )\b[Ll]es ((?i:{'|'.join(_DAYS.split())}))(?![\w-])(?! \d|-)"
      rf"(?! (?:et|ou|au) (?:{'|'.join(_DAYS.split())}) \d|,)(?! (?:matin|soir) \d)")),
    ("plus tôt", "plutôt / que qu le au",
     (r"\b(plutôt)(?= que (?:prévu|de coutume|d[’'](?:habitude|ordinaire)|l[’'](?:an|année) "
      r"derni))|\b(?:le|au) (plutôt)(?= possible\b|[.,;])")),
    ("quoique", "quoi / que",
     (r"\b([Qq]uoi que)(?= (?:très|peu|plus|moins|encore|assez|parfois|souvent|toujours|déjà|rare"
      rf"|{LETTER}{{2,}}(?:ée?s?|eux|euse|if|ive|ant)\b[ ,]))")),
    ("l’occasion", "occasion / a ai as avons avez ont avoir eu aura auront aurez aurons",
     (r"(?<![\w’'-])(?:avoir|ai|as|a|avons|avez|ont|eu|aura|auront|aurez|aurons) (occasion)"
      r"(?= (?:de\b|d[’']))")),
    ("de or pour behind the verb", ("vous / remercions remercie remercient remercier / votre vos "
      "leur leurs cette ces"),
     (r"\b[Vv]ous remerci(?:ons|e|ent|er) (?:(?:très|bien|vivement|chaleureusement|sincèrement) )*"
      r"(votre|vos|leurs?|cette|ces)\b")),
    ("à", "a / nous vous se s", rf"(?<![\w’'-])(a)(?= (?:(?:nous|vous|se) |s[’']){_INFINITIVE})"),
    ("à behind de", "de / et / h",
     r"\b[Dd]e \d{1,2} ?h(?: ?\d\d)? (et)(?= \d{1,2} ?h\b)(?! \d{1,2} ?h(?: ?\d\d)? à )"),
    ("toutefois", "toute toutes / fois",
     r"(?:^|(?<=[.;,] ))([Tt]outes? fois)(?=,| (?:les?|la|il|elle|nous|on|l[’'])\b)"),
    ("aux", "au / plus moins / ans", r"(?<![\w’'-])([Aa]u)(?= (?:plus|moins) de \d+ ans\b)"),
    ("quatre-vingt", "quatre / vingt vingts",
     rf"(?<!\d )\b([Qq]uatre vingts?(?: (?:dix|{_UNITS}))?)(?![\w-])"),
    ("nouvelle, belle", "une la cette / nouvel bel vieil",
     r"\b(?:[Uu]ne|[Ll]a|[Cc]ette) (nouvel|bel|vieil)\b"),
    ("the form of moi", "moi / qui / a est va",
     r"\b(?:est|était|sera) moi qui (a|est|va)(?![\w’'-])"),
    ("the form of nous", "nous / qui / a ont est sont",
     r"\b(?:est|était|sommes) nous qui (a|ont|est|sont)(?![\w’'-])"),
    ("the form of vous", "vous / qui / a ont est sont",
     r"\b(?:est|était) vous qui (a|ont|est|sont)(?![\w’'-])"),
    ("the plural", "figure figurait trouve trouvait ajoute tient",
     (r"^(?:Parmi|Dans|Sur|À|Au|Aux|En|Derrière|Devant|Autour|Sous|Près)\b[^,;:.?!]{3,60} "
      r"(figure|figurait|se trouve|se trouvait|s[’']ajoute|se tient)"
      r"(?= (?:deux|trois|quatre|cinq|six|dix|plusieurs|les|des|quelques|de nombreux|\d\d?) )")),
    ("tous", "tout / les / deux trois quatre cinq six dix quinze",
     r"\b([Tt]out)(?= les (?:deux|trois|quatre|cinq|six|dix|quinze) )"),
    ("même", "mêmes", r"^(Mêmes)(?= (?:les?|la|nos|ces|si)\b)"),
    ("s’est avéré", "est / avéré avérée avérés avérées révélé révélée révélés révélées",
     r"(?<![\w’'-])([Cc][’']est) (?:avérée?s?|révélée?s?)\b"),
    ("ces", "est / sont ont permettent",
     rf"^([Cc][’']est)(?= {LETTER}{{3,}}s (?:sont|ont|permettent)\b)"),
    ("appel", "appelle appelles / fait font faire faisant",
     r"\b(?:fait|font|faire|faisant) (appelles?)(?= (?:à|aux?)\b)"),
    ("présent, which agrees with nothing", "présents présente présentes / répondre répondu",
     r"\b(?:répondre|répondu) (présents|présentes?)\b"),
    ("Mme, without a full stop", "mme mmes mlle mlles",
     r"(?<![\w-])((?:Mmes?|Mlles?)\.)(?= [A-ZÀ-Þ])"),
    ("M.", "m", r"(?:^|(?<=[a-zà-ÿ,;:] ))(M)(?= [A-ZÀ-Þ][a-zà-ÿ]{2,})(?! [A-ZÀ-Þ]\w+ [A-Z])"),
    ("the ending of the many on its first word only", _MANY_WORDS,
     rf"(?<![\w’'-])({_TWICE_MANY})(?![\w-])"),
    ("the many of its last word",
     "affaire lieu offre / homme hommes femme femmes état états appel appels",
     rf"(?<![\w’'-])({_ONE_MANY})(?![\w-])"),
)  # fmt: skip
FORMS = signs.table(_FORMED)
