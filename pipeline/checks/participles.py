"""Participles: in French, the participle and the verb follow a subject that stands near."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.checks.concordance import Form, spelt
from pipeline.checks.sheet import OBJECT, WARNING, Mark, Sheet
from pipeline.sought import sought

_SOFTLY = (
    r"(?:(?:déjà|aussi|toujours|encore|bien|très|désormais|souvent|ainsi|donc|maintenant|parfois"
    r"|ensuite|alors|presque|plus|moins|tous|toutes|trop|tout|[a-zà-ÿ]+ment) )*"
)
_E_STEMS = (
    "mesur|diffus|organis|publi|invit|adopt|ferm|financ|lanc|sign|propos|présent|prépar|annul"
    "|report|approuv|plac|pay|chang|partag|install|situ|utilis|réalis|annonc|concern|charg|mobilis"
    "|rassembl|réserv|associ|engag|form|adress|consacr|donn|trouv|appel|nomm|compos|appréci|créé?"
    "|cré|destin|jumel|intéress|oblig|touch|menac|consult|propos|intégr|remerci|représent|expos"
    "|protég|marqu|remont|aménag|habit|attribu|distribu|récompens|fabriqu|illustr|repouss|plant"
    "|accompagn|électrifi|inaugur|prolong|class|équip|entour|ador|aim|regroup|occup|motiv|déplac"
)
_OTHERS = (
    "écrit|ouvert|connu|inscrit|décrit|produit|construit|vendu|rendu|tenu|venu|reçu|prévu|vu|lu"
    "|élu|paru|réuni|fini|choisi|accueilli|fourni|établi|rempli|offert|couvert|détruit|conduit"
    "|traduit|réduit|interdit|peint|atteint|éteint|devenu|parti|sorti|abattu|défini|garanti|joint"
    "|reconnu|entendu|attendu|suivi|servi|recueilli|retenu|soutenu|maintenu|contenu|descendu|perdu"
)
_ONE = rf"(?:(?:{_E_STEMS})ée?|(?:{_OTHERS})e?)"
_PRONOMINAL = (
    "abstenu|réuni|engagé|retrouvé|rencontré|inscrit|opposé|déplacé|joint|tenu|déroulé|terminé"
    "|produit|arrêté|installé|souvenu|mobilisé|associé|exprimé|prononcé|rassemblé|battu|développé"
    "|spécialisé|tourné|regroupé|ajouté|adapté|impliqué|dispersé|multiplié|éloigné|rapproché"
)
_FEMININE = (
    "présidente|vice-présidente|directrice|secrétaire générale|fondatrice|conseillère"
    "|coordinatrice|adjointe|représentante|porte-parole, [A-Z]\\w+e|chercheuse"
)
_MANY_VERBS = {
    "commence": "commencent", "permet": "permettent", "peut": "peuvent", "doit": "doivent",
    "organise": "organisent", "propose": "proposent", "participe": "participent",
    "devient": "deviennent", "reçoit": "reçoivent", "travaille": "travaillent",
    "continue": "continuent", "existe": "existent", "appartient": "appartiennent",
    "vient": "viennent", "tient": "tiennent", "sert": "servent", "veut": "veulent",
    "souhaite": "souhaitent", "apporte": "apportent", "arrive": "arrivent",
    "choisit": "choisissent", "devra": "devront", "pourra": "pourront", "sera": "seront",
    "était": "étaient", "avait": "avaient", "met": "mettent", "prend": "prennent",
    "rend": "rendent", "perd": "perdent", "utilise": "utilisent", "trouve": "trouvent",
    "partage": "partagent", "a": "ont", "va": "vont", "contribue": "contribuent",
    "présente": "présentent", "concerne": "concernent", "accueille": "accueillent",
    "bénéficie": "bénéficient", "dépend": "dépendent", "change": "changent", "fait": "font",
    "montre": "montrent", "demande": "demandent", "rencontre": "rencontrent",
}  # fmt: skip
_ONE_VERBS = {many: one for one, many in _MANY_VERBS.items()}
_SAID_OF_ONE = " ".join(_MANY_VERBS)
_CLITIC = r"(?:(?:ne|se|y|en|nous|leur|lui) |[ns][’'](?:y |en )?)*"
_CLAUSE = (
    r"(?:^|(?<=[.;:!?«»] )|(?<=\b[Qq]ue )|(?<=\blorsque )|(?<=\bquand )|(?<=\bcar )|(?<=\bmais )"
    r"|(?<=\bpuisque )|(?<=\bsi )|(?<=\boù ))"
)
_MANY_OF = "(?i:les|des|ces|nos|vos|leurs|ses|plusieurs|quelques|certains|certaines)"
_WHOLE = (
    "plupart|dizaine|douzaine|quinzaine|vingtaine|trentaine|centaine|nombre|majorité|minorité"
    "|partie|ensemble|moitié|tiers|quart|foule|multitude|quantité|série|totalité|reste|total"
    "|poignée|millier|million|milliard|plus|moins|groupe|couple|infinité|peu|mieux|tout|milliers"
)
_NAMED = rf"(?!(?:{_WHOLE}|que|qui|dont|quoi|eux|elles|ceux|celles|deux)\b)[a-zà-ÿœ-]{{3,}}"
_ADJECTIVE_ONE = (
    r"[a-zà-ÿ]{3,}(?:(?<!poss)ible|able|ique|ive|euse|ale|aine|ienne)"
    r"(?=[.,;:)]| (?:de|du|des|à|au|aux|en|pour|par|sur|dans|qui)\b)"
)
_NOUNS_IN_ADJECTIVES = frozenset(
    "politique pratique musique technique numérique public semaine domaine table câble meuble "
    "immeuble capable dive rive arrive active rale salle générale capitale finale escale cible "
    "cable cathédrale pédale sandale spirale morale initiative perspective archive gaine laine "
    "chaîne marraine graine fontaine porcelaine informatique boutique chronique rubrique "
    "statistique "
    "république critique logique plastique brique clinique unique".split()
)
_TIMES = (
    "tonne|kilomètre|mètre|litre|euro|degré|heure|minute|seconde|jour|semaine|année|habitant"
    "|participant|visiteur|bénévole|membre|délégué|ville|kilo|hectare|étudiant|exposant"
)


def _feminine(word: str) -> str:
    """
    >>> _feminine("heureux"), _feminine("vif"), _feminine("ouvert")
    ('heureuse', 'vive', 'ouverte')
    """
    return word[:-1] + {"x": "se", "f": "ve"}.get(word[-1], f"{word[-1]}e")


_ON_E = " ".join(f"{stem}é {stem}ée" for stem in _E_STEMS.replace("é?", "é").split("|"))
_ENDED = f"{_ON_E} {_OTHERS} {_OTHERS.replace('|', 'e|')}e"
_BEFORE_MANY = "les des ces nos vos leurs ses plusieurs quelques certains certaines"
_ON_IQUE = (
    r"(?:[a-zà-ÿœ]{2,}(?:phique|gique|mique|nique(?<!communique)(?<!clinique)|rique(?<!fabrique)"
    r"(?<!rubrique)|sique(?<!musique)|[cfglèé]tique|[aio]tique(?<!politique)(?<!pratique)"
    r"(?<!informatique)(?<!boutique)(?<!bureautique)(?<!critique))|hebdomadaire|supplémentaire"
    r"|nécessaire|complémentaire|alimentaire|scolaire|budgétaire|sanitaire|volontaire|prioritaire"
    r"|humanitaire|parlementaire|universitaire|réglementaire|obligatoire|préparatoire)"
)
"""Adjectives that are neither nouns nor verbs."""
_SHE_IS = "[a-zà-ÿ]{2,}(?:[aeiu]tion|ction|[aeu]ssion|ption|alité|ilité|ivité|osité)"
"""Nouns that their ending tells to be feminine, and one."""
_ALONE = (
    r"(?:Dans|Depuis|Toujours|Alors|Après|Accès|Processus|Parcours|Corps|Congrès|Concours|Discours"
    r"|Campus|Univers|Procès|Progrès|Succès|Recours|Moins|Jamais|Temps|Divers|Ailleurs|Repas"
    r"|Travers|Paris|Français|Cours|Process|Focus|Virus|Corpus|Business|Données)\b"
)
_OF_ITEMS = (
    "technique numérique hebdomadaire supplémentaire nécessaire complémentaire scolaire sanitaire "
    "budgétaire économique électronique géographique cartographique historique thématique "
    "stratégique pédagogique démocratique écologique énergétique automatique climatique physique"
)
_FORMS: tuple[tuple[str, str, Callable[[str], str]], ...] = (
    # Words of which one of each kind is in it, where it is wrong, and what is right.
    (f"sont seront étaient soient furent seraient restent / {_ENDED}",
     (rf"(?<!\bse )\b(?:sont|seront|étaient|soient|furent|seraient|restent) {_SOFTLY}({_ONE})"
     r"(?![\w’'-])(?! (?:et|ou) )"), lambda word: f"{word}s"),
    (f"sont / se / {_PRONOMINAL}", rf"\bse sont {_SOFTLY}({_PRONOMINAL})(?![\w’'-])",
     lambda word: f"{word}s"),
    ("élu réélu né nommé désigné arrivé venu installé / la une notre",
     (rf"\b(?i:la|une|notre) (?:{_FEMININE})(?: d[eu’'][^.;,]{{2,30}}?)?(?: est)?"
     r"(?:,? (?:[A-ZÀ-Þ][\w’'-]+ ?){1,4}), (élu|réélu|né|nommé|désigné|arrivé|venu|installé)\b"),
     lambda word: f"{word}e"),
    ("elle / est était sera reste devient été",
     (rf"\b[Ee]lle (?:est|était|sera|reste|devient|a été) {_SOFTLY}"
     rf"([a-zà-ÿ]{{3,}}eux|[a-zà-ÿ]{{3,}}if|(?:{_E_STEMS})é|(?:{_OTHERS}))(?![\w’'-])"),
     _feminine),
    ("elles / sont étaient seront restent",
     (rf"\b[Ee]lles (?:sont|étaient|seront|restent) {_SOFTLY}((?:(?:{_E_STEMS})é|(?:{_OTHERS}))s)"
     r"(?![\w’'-])"), lambda word: f"{word[:-1]}es"),
    (f"il / est était sera été / {_ON_E}",
     rf"(?<!-)\b[Ii]l (?:est|était|sera|a été) {_SOFTLY}((?:{_E_STEMS})ée)(?![\w’'-])",
     lambda word: word[:-1]),
    (f"{_SAID_OF_ONE} / {_BEFORE_MANY}",
     (rf"{_CLAUSE}{_MANY_OF} (?!uns|unes)[a-zà-ÿœ]{{3,}}[sx](?: [a-zà-ÿ]{{4,}}s)? {_CLITIC}"
     rf"({'|'.join(_MANY_VERBS)})(?= (?!(?:est|sont)\b)[a-zà-ÿ]|[.,;])(?! et demi)"),
     _MANY_VERBS.__getitem__),
    (f"{_SAID_OF_ONE} / {_BEFORE_MANY} / du de des d l",
     (rf"^{_MANY_OF} (?!uns|unes)[a-zà-ÿœ]{{3,}}[sx] (?:(?:du|de la|des|de|d[’']une?) |de l[’']"
     rf"|d[’'])[a-zà-ÿœ]{{3,}} {_CLITIC}({'|'.join(_MANY_VERBS)})(?= [a-zà-ÿ]|[.,;])"),
     _MANY_VERBS.__getitem__),
    (f"{_SAID_OF_ONE} / et",
     (rf"^(?:[A-ZÀ-Þ][a-zà-ÿ]{{2,}}s|Les [a-zà-ÿ]+s) et (?:les |des )?[a-zà-ÿ]{{3,}}s"
     rf"(?: (?:du|de la|des|de|d[’']une?) [a-zà-ÿ]+| de l[’'][a-zà-ÿ]+)? {_CLITIC}"
     rf"({'|'.join(_MANY_VERBS)})(?= [a-zà-ÿ])"), _MANY_VERBS.__getitem__),
    (f"{' '.join(_ONE_VERBS)} / le la ce cette un une chaque notre votre l",
     (rf"(?:^|(?<=[.;!?] ))(?:(?:Le|La|Ce|Cette|Un|Une|Chaque|Notre|Votre) |L[’'])"
      rf"{_NAMED}(?<![sxz])"
     rf" {_CLITIC}({'|'.join(_ONE_VERBS)})(?![\w-])"), _ONE_VERBS.__getitem__),
    (_BEFORE_MANY,
     rf"\b{_MANY_OF} [a-zà-ÿœ]{{3,}}s ({_ADJECTIVE_ONE})", lambda word: f"{word}s"),
    (f"{_BEFORE_MANY} aux", (rf"(?:\b{_MANY_OF}|\baux) [a-zà-ÿœ]{{3,}}s ({_ON_IQUE})"
     r"(?![\w’'-])"), lambda word: f"{word}s"),
    (_OF_ITEMS,
     rf"^(?!{_ALONE})[A-ZÀ-Þ][a-zà-ÿœ]{{4,}}s ({_OF_ITEMS.replace(' ', '|')})(?![\w’'-])",
     lambda word: f"{word}s"),
    ("que qu / ont avons avez a avait avaient ai",
     (rf"\b(?:[Cc]eux|{_MANY_OF} (?!semaines|jours|années|heures|minutes)[a-zà-ÿœ]{{3,}}s)"
     rf" (?:que |qu[’'])(?:(?:les|ces|nos|vos|leurs|ses) "
     r"[a-zà-ÿ]+s |(?:la|le|notre|votre|cette) [a-zà-ÿ]+ |nous |vous |ils? |elles? "
     r"|(?:l[’'])?on |j[’'])"
     rf"(?:ont|avons|avez|a|avait|avaient|ai) {_SOFTLY}((?!duré|coûté|pesé|demandé|souhaité|pensé"
     r"|décidé|estimé|espéré|jugé)[a-zà-ÿ]{2,}é)(?![\w’'-])(?! (?:de|à|que|par|qu[’']"
     r"|d[’'])(?:\b| ))"
     r"(?! \w+(?:er|ir|re)\b)"), lambda word: f"{word}s, or {word}es"),
    ("leur", (r"(?<![\w’'-])(?<!\bnous )(?<!\bvous )(?<!\btu )(?<!\bje )(?<!\bne )([Ll]eur)(?= "
     r"(?!ailleurs)[a-zà-ÿœ]{3,}(?:[st]ions|ités|[ts]eurs|ences|ances|ements|[at]ures|iques|oires)"
     r"(?![\w’'-]))"), lambda word: f"{word}s"),
    ("ensemble / sont ont seront auront étaient peuvent doivent feront permettent",
     (r"\b[Ll][’']ensemble (?:des|de (?:ces|ses|nos|vos|leurs)) (?:(?!(?:qui|que|dont|où|et|ou)\b)"
     r"[\w’-]+ ){1,4}?(?:se |ne |n[’'])?(sont|ont|seront|auront|étaient|peuvent|doivent|feront"
     r"|permettent)\b"), lambda word: "the singular"),
    ("monde chacun chacune / est était sera été", (r"\b(?:[Tt]out le monde|[Cc]hacun) (?:est|était"
     r"|sera|a été) "
     rf"{_SOFTLY}([a-zà-ÿ]{{2,}}é(?:es|e|s))(?![\w’'-])"), lambda word: word.rstrip("es")),
    ("un ce du au le", rf"(?<![\w’'-])((?i:un|ce|du|au|le) {_SHE_IS})(?![\w’'-])",
     lambda word: "the feminine"),
    ("une cette", r"(?<![\w’'-])((?i:une|cette) [a-zà-ÿ]{3,}isme)(?![\w’'-])",
     lambda word: "the masculine"),
    ("des ces nos vos leurs aux plusieurs quelques",
     rf"(?<![\w’'-])((?i:des|ces|nos|vos|leurs|aux|plusieurs|quelques) {_SHE_IS})(?![\w’'-])",
     lambda word: f"{word.split()[1]}s"),
    (_TIMES,
     (r"(?<![\w.,/°-])(?<!\bn° )(?<!\barticle )(?<!\bchapitre )(?:(?!(?:19|20)\d\d )(?:[2-9]|[1-9]"
     r"\d{1,3}(?:[ \u00a0\u202f]\d{3})*)|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze"
     rf"|vingt|trente|cent)[ \u00a0]({_TIMES})(?= (?:de|par|et|en|à|sont|ont|dans|sur|pour|du)\b"
     r"| d[’']|[.,;])"), lambda word: f"{word}s"),
)  # fmt: skip
_MADE = [Form(spelt(words), sought(form), right) for words, form, right in _FORMS]
_BEFORE_IT = sought(
    r"\b(?:[Cc]hacun|[Cc]hacune|[Aa]ucun|[Ll][’']un|[Uu]n|[Uu]ne|[Nn]i) (?:de|d[’'])?\s*$"
)


def of_participles(sheet: Sheet) -> Iterator[Mark]:
    """Participles, verbs and adjectives that do not follow a subject close by."""
    for (block, sentence), near in sheet.phrases_in("fr").near(_MADE):
        for one in near if block.kind != "cell" and not block.is_capitals else ():
            for found in one.form.finditer(sentence.text):
                start = sentence.start + found.start(1)
                if OBJECT in found[0] or block.is_foreign(start) or block.link_at(start):
                    continue
                if found[1] in _NOUNS_IN_ADJECTIVES or _BEFORE_IT.search(
                    sentence.text[: found.start()]
                ):
                    continue
                yield block.mark(
                    "X138", start, sentence.start + found.end(1),
                    f"{found[1]!r} does not agree: {found[0].strip()!r}",
                    f"write {one.right(found[1])}", WARNING,
                )  # fmt: skip
