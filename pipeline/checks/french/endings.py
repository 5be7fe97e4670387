"""Nouns and adjectives in French whose endings tell their gender and number, whatever the word."""

from __future__ import annotations

from pipeline.checks import signs
from pipeline.checks.concordance import Forms
from pipeline.checks.french.lexicon import BEFORE_MANY, MEASURED, NUMBERS
from pipeline.checks.french.pieces import END, LETTER, MANY_OF, Right, Row, turned

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
_SHE_ENDS = "-tion -ssion -alité -ilité -ivité -osité"
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


def _plural(word: str) -> str:
    return "" if word in _NOUNS_IN_ADJECTIVES else f"{word}s"


_NO_NOUN = "(?<!tion )(?<!ment )(?<!ence )(?<!ance )(?<!ture )(?<!ité )"
"""`La modification des règles nécessaire`: it may belong to the noun before."""
_ROWS: tuple[Row, ...] = (
    (turned(_plural), f"{BEFORE_MANY} / -ible -able -ique -ive -euse -ale -aine -ienne",
     rf"{_NO_NOUN}\b{MANY_OF} {LETTER}{{3,}}s ({_ADJECTIVE_ONE})"),
    (turned(_plural), f"{BEFORE_MANY} aux / -ique -aire -toire",
     rf"{_NO_NOUN}(?:\b{MANY_OF}|\baux) {LETTER}{{3,}}s ({_ON_IQUE}){END}"),
    (turned(_plural), _OF_ITEMS,
     rf"^(?!{_ALONE})[A-ZÀ-Þ]{LETTER}{{4,}}s ({_OF_ITEMS.replace(' ', '|')}){END}"),
    (turned(lambda word: f"{word}s"),
     "leur / -tions -sions -ités -teurs -seurs -ences -ances -ements -tures -aures -iques -oires",
     (r"(?<![\w’'-])(?<!\bnous )(?<!\bvous )(?<!\btu )(?<!\bje )(?<!\bne )([Ll]eur)(?= "
      rf"(?!ailleurs){LETTER}{{3,}}(?:[st]ions|ités|[ts]eurs|ences|ances|ements|[at]ures|iques"
      rf"|oires){END})")),
    (turned(lambda word: "the feminine"), f"un ce du au le / {_SHE_ENDS}",
     rf"(?<![\w’'-])((?i:un|ce|du|au|le) {_SHE_IS}){END}"),
    (turned(lambda word: "the masculine"), "une cette / -isme",
     rf"(?<![\w’'-])((?i:une|cette) [a-zà-ÿ]{{3,}}isme){END}"),
    (turned(lambda word: f"{word.split()[1]}s"),
     f"des ces nos vos leurs aux plusieurs quelques / {_SHE_ENDS}",
     rf"(?<![\w’'-])((?i:des|ces|nos|vos|leurs|aux|plusieurs|quelques) {_SHE_IS}){END}"),
    (turned(lambda word: f"{word}s"), MEASURED,
     (r"(?<![\w.,/°-])(?<!\bn° )(?<!\barticle )(?<!\bchapitre )(?:(?!(?:19|20)\d\d )(?:[2-9]|[1-9]"
      rf"\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}})*)|{NUMBERS})"
      rf"[ \u00a0]({MEASURED})"
      r"(?= (?:de|par|et|en|à|sont|ont|dans|sur|pour|du)\b| d[’']|[.,;](?!\w))")),
)  # fmt: skip
FORMS: Forms[Right] = signs.table(_ROWS)
