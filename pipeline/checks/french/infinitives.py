"""The infinitive and the participle in French sound alike: what stands before asks for one."""

from __future__ import annotations

from pipeline.checks import signs
from pipeline.checks.concordance import Form
from pipeline.checks.french.pieces import ADVERBS, END, IN_É, LETTER, Right, Row, told, turned

_NO_INFINITIVE = (
    r"(?!(?:premier|dernier|hier|avant-hier|fier|cher|léger|amer|étranger|entier|familier|régulier"
    r"|irrégulier|particulier|singulier|financier|foncier|hospitalier|routier|ouvrier|policier"
    r"|officier|métier|papier|quartier|chantier|courrier|janvier|février|dossier|atelier"
    r"|calendrier|cahier|danger|berger|boulanger|passager|messager|ménager|viager|super|hyper"
    r"|leader|manager|designer|newsletter|flyer|poster|partner|master|hiver|enfer|enter|over|under"
    r"|after|user|member|center|water|laser|tender|cluster|container|scooter|stopper|tiers|plénier"
    r"|cancer|amender|saisonnier|printanier|journalier|grossier|mensonger|bouclier|pilier|levier"
    r"|courtier|héritier|pionnier|coutumier|rancunier|meurtrier|sanitaire|bancaire|sévir|reporter"
    r"|setter|hacker|trader|loser|outsider|best-seller|skipper|buzzer|dealer|squatter|lasser)\b)"
)
_IN_ER = rf"{_NO_INFINITIVE}{LETTER}{{2,}}er"
_MODALS = (
    "va vont allons allez peut peuvent pouvons pouvez doit doivent devons devez veut veulent "
    "voulons faut faudra faudrait pourra pourront pourrait pourraient devra devront devrait "
    "devraient voudrait voudraient souhaite souhaitent souhaitons espère espèrent permettra pourrez"
).split()
_CLITIC = r"(?:(?:le|la|les|lui|leur|y|en|se|nous|vous) |[lsmt][’']|s[’']y )?"
_DETERMINED = r"(?= (?:les?|la|une?|des|leurs?|son|sa|ses|nos|notre|cette|ces|ce|cet)\b| l[’'])"


def _participle(word: str) -> str:
    return f"{word[:-2]}é, or what agrees"


def _infinitive(word: str) -> str:
    return f"{word.rstrip('es')[:-1]}er"


_ROWS: tuple[Row, ...] = (
    # Behind être, but for `c’est` and `être, c’est …`, a verb is a participle.
    (turned(_participle),
     "sont étaient seront seraient soient furent été être sommes / -er",
     (rf"(?<![\w’'-])(?:sont|étaient|seront|seraient|soient|furent|été|être|sommes) {ADVERBS}"
      rf"({_IN_ER}){END}")),
    (turned(_participle), "est était sera serait / -er",
     (r"(?<![\w’'-])(?<![Cc]e )(?<!\bn[’'])(?<!que )(?<!but )(?<!défi )(?<!enjeu )"
      r"(?<!objectif )(?<!idée )(?<!mission )(?<!rôle )(?:est|était|sera|serait) "
      rf"{ADVERBS}({_IN_ER}){END}")),
    (turned(_participle), "ai avons avez ont avait avaient auront aurait auraient ayant / -er",
     (r"(?<![\w’'-])(?:ai|avons|avez|ont|avait|avaient|auront|aurait|auraient|ayant) "
      rf"{ADVERBS}({_IN_ER}){END}")),
    (turned(_participle), "les des ces la le une un nos cette / par / -er",
     (rf"\b(?:[Ll]es|[Dd]es|[Cc]es|[Ll]a|[Ll]e|[Uu]ne?|[Nn]os|[Cc]ette) {LETTER}{{3,}} ({_IN_ER})"
      r"(?= par (?:les?|la|une?|des|notre|nos|ce|cette)\b| par l[’'])")),
    (turned(_infinitive), f"{' '.join(_MODALS)} / -é -ée -és -ées",
     (rf"(?<![\w’'-])(?:{'|'.join(_MODALS)}) {ADVERBS}{_CLITIC}((?!malgré|côté|été\b){IN_É}"
      rf"(?:es?|s)?){END}(?! par\b)")),
)  # fmt: skip
FORMS: list[Form[Right]] = signs.table(_ROWS)

_BEHIND: tuple[Row, ...] = (
    (told("the infinitive"), "pour sans afin avant lieu de d à / -é",
     (rf"(?<![\w’'-])(?:[Pp]our|[Ss]ans|de|à|d[’']) ?{_CLITIC}((?!(?:côté|été|moitié|blé|clé|gré)\b)"
      rf"{IN_É}(?<!ité)(?<!ieté)(?<!auté)){END}{_DETERMINED}")),
)  # fmt: skip
BEHIND: list[Form[Right]] = signs.table(_BEHIND)
