"""Homophones: French words that sound like the one that was meant, seen by their neighbours."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.sheet import WARNING, Mark, Sheet
from pipeline.sought import sought

_DET = (
    r"(?:la|le|les|un|une|des|son|sa|ses|leurs?|ce|cette|ces|nos|notre|votre|vos|tous|toutes|chaque"
    r"|tout|toute)\b"
)
_TAKES_A = (
    "travaille(?:nt)?|participe(?:nt)?|répond|répondent|contribue(?:nt)?|appartient|appartiennent|commence(?:nt)?"
    "|continue(?:nt)?|réussit|tient|tiennent|servent|habite(?:nt)?|arrive(?:nt)?|va|vont|revient|ressemble(?:nt)?"
    "|correspond|correspondent|assiste(?:nt)?|renonce(?:nt)?|siègent|mène(?:nt)?|tend|tendent|incite(?:nt)?"
    "|invitent|associe(?:nt)?|adhère(?:nt)?|accède(?:nt)?|renvoient|consiste(?:nt)?|renvoie|parvient|succède(?:nt)?"
    "|aboutit|obéit|participer|contribuer|commencer|continuer|inviter|répondre|assister|accéder"
    "|apprendre|parvenir|recourir|adhérer|renoncer|remédier|réussir|aboutir|appartenir|succéder"
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
    # What was meant, one of the words that are in it, where another one stands, how surely.
    ("à", "a", (rf"(?<!qui )(?<!qui y )(?<![\w-])(?:{_TAKES_A}) (a)(?= (?:{_DET}|l[’']|\d|[A-ZÀ-Þ]"
     r"[a-z]))"), WARNING),
    ("à", "a", r"\b\d ?h(?:eures)?(?: ?\d\d)? (a)(?= \d)", WARNING),
    ("est", "et",
     (rf"\b(?:[Cc]ela|[Cc]eci) (et)(?= (?:très |trop |aussi |déjà |si )?(?:{_ADJECTIVE})"
     r"\b)"), WARNING),
    ("est", "et", (rf"\b(?:[Ii]l|[Ee]lle|[Oo]n) (et)(?= (?:très |trop |déjà )?(?:{_ADJECTIVE})\b)"
     r"|\bqui (et)(?= (?:très|trop|déjà) )"), WARNING),
    ("et", "est",
     (r"(?<![’'-])(?<!\bde )\b(est)(?= (?:ont|sont|avons|seront|étaient|peuvent|doivent"
     r"|auront)\b)"), WARNING),
    ("et", "est", r", (est)(?= (?:à partir de quand|quand|comment|pourquoi|combien|d[’']où)\b)",
     WARNING),
    ("ont", "on", (rf"(?:\b(?i:{_PLURAL}|beaucoup|certaine?s|plusieurs|[Ii]ls|[Ee]lles|qui|dont"
     rf" (?:{_PLURAL})|lesquel(?:le)?s)|\b(?:[Ll]es|[Dd]es|[Cc]es|[Nn]os) [a-zà-ÿ]+s) (on)"
     r"(?= (?:déjà |tous |aussi |bien |toujours )?(?:[a-zà-ÿ]{2,}(?:é|i)|paru|été|pu|dû|eu|vu|lu"
     r"|voulu|su|reçu|tenu|fait|pris|mis|appris|permis)\b)"), WARNING),
    ("on", "ont", (r"(?:\b[Ss]i |\b[Qq]uand |[Qq]u[’']|\b[Ss]i l[’']|[Ll]orsqu[’'])(ont)"
     r"(?= (?:peut|doit|va|ne|sait|voit|trouve|appelle|lit|fait|dit|veut|parle|pense|entend|attend"
     r"|y|est)\b)|(?:^|(?<=[.!?] ))(Ont)(?= (?:a|est|peut|doit|va|ne|sait|voit|trouve)\b)"),
     WARNING),
    ("ce", "se", (r"(?<![\w’'-])([Ss]e)(?= (?:qui|que|dont|n[’']est|ne (?:sont|sera|fut))\b"
     r"| qu[’'])"), WARNING),
    ("se", "ce", (r"\b(?:pour|à|de|va|vont|peut|peuvent|doit|doivent|sans|faut) (ce)(?= (?:réunir"
     r"|rencontrer|retrouver|rendre|déplacer|garer|former|baigner|inscrire|préparer|protéger|parler"
     r"|tenir|mettre|développer|connaître|dérouler|rappeler|croiser|promener|exercer|asseoir"
     r"|adapter|reposer|voir|lever|coucher)\b)"), WARNING),
    ("s’y", "si", (r"\b(?:[Cc]omment|pour|à|de|peut|faut|doit|va|vont|peuvent|doivent|[Ii]ls|qui)"
     r" (si)(?= (?:prendre|rendre|inscrire|retrouver|installer|tenir|opposer|préparer|engager"
     r"|référer|conformer|exercer|croiser|croisent|trouvent|rendent|mettre|arrêter|asseoir|baigner"
     r"|perdre|connaître)\b)"), WARNING),
    ("là", "la", (r"(?<!\bla )(?<!\bsol )(?<!\bfa )(?<!\bde )(?<![\w’'-])(la)(?=[.,;:!?](?:\s|$))"
     r"|-ci et (?:celle|celui|ceux)(-la)\b"), WARNING),
    ("là", "la", r"\b(?:jour|moment|époque|point|cas|temps|celui|celle|ceux|celles|jusque)-(la)\b",
     WARNING),
    ("le participe", "er", (rf"(?<!-)\b(?:être|été|sont|étaient|seront) (?:déjà "
     rf"|aussi |pas |bien |toujours |ensuite |été |désormais )?((?:{_STEMS})er)\b"), WARNING),
    ("l’infinitif", "é",
     (rf"(?:\b(?:avant|afin|au lieu|permet|permettent|permettre|essaient?|essayer"
     rf"|évitent?|éviter|propose|proposent|décidé|décident?|demandent?) (?:de |d[’'])|\b(?:aident?"
     rf"|visent?|commencent?|continuent?|servent?|invitent) à |\b(?:pour|sans) )((?:{_STEMS})é)"
     rf"(?= (?:quoi|{_DET}))"), WARNING),
    ("d’air", "aire", r"\b(?:qualité|pollution|propreté) de (l[’']aire)\b", WARNING),
    ("ça", "sa", (r"(?:^|(?<=[.!?;] ))([Ss]a)(?= (?:va|fait|dépend|marche|suffit|commence|permet"
     r"|veut|a|est)\b)|\b(?:comme|tout) (sa)(?=[.,;!?])"), WARNING),
    ("sa", "ça",
     (r"\b(?:dans|de|avec|sur|par|pour|toute) (ça)(?= (?:ville|région|commune|maison|vie"
     r"|place|politique|stratégie|mission|proposition|forme|part|population)\b)"), WARNING),
    ("c’est", "ses", (r"(?:^|(?<=[.!?;,] ))([Ss]es)(?= (?:pourquoi|pour|que|ainsi|ici|là|dans|avec"
     r"|très|trop|bien)\b)"), WARNING),
    ("ces, ou ses", "c s", (r"\b(?:de|dans|avec|pour|sur|par|tous|toutes|parmi|entre) ([cs][’']est)"
     r"(?= [a-zà-ÿ]+s\b)"), WARNING),
    ("sont", "son", (r"\b(?:[Ii]ls|[Ee]lles|[Qq]ui|[Cc]e) (son)(?= (?:[a-zà-ÿ]+(?:és|ées)|les|des"
     r"|trop|très|déjà|aussi|en)\b)"), WARNING),
    ("son", "sont", r"\b(?:à|de|dans|avec|pour|par|sur) (sont)(?= [a-zà-ÿ]{3,}[^s\W]\b)", WARNING),
    ("peut", "peu",
     (r"\b(?:[Ii]l|[Ee]lle|[Oo]n|[Cc]ela|qui|[Cc]hacune?) (?:ne )?(peu)(?= (?:être|se"
     r"|faire|avoir|y|pas|donc|aussi|[a-zà-ÿ]{3,}er)\b)"), WARNING),
    ("peu", "peut", r"\b(?:[Uu]n|[Tt]rès|[Tt]rop|[Aa]ssez|[Ss]i) (peut)\b(?! (?:être|se|y|on))",
     WARNING),
    ("leur", "leurs", (r"\b(?:[Ii]ls?|[Ee]lles?|[Nn]ous|[Oo]n|[Qq]ui|pour|de) (leurs)(?= (?:donnent"
     r"|permettent|offrent|permettre|donner|offrir|apporter|montrer|dire"
     r"|proposer|envoyer|envoie|dit|proposons|offrons)\b)"), WARNING),
    ("le singulier", "par", (r"\b(?:fois|heures?|minutes?|jours?|euros?|kilos?|litres?|tonnes?"
     r"|personnes?|€) par ((?:jour|semaine|an|année|heure|personne|minute|nuit|habitant)s)\b"),
     WARNING),
    ("le singulier, au-dessous de deux", "million millions milliard milliards",
     r"(?<![\d.,\u00a0\u202f-])(?<!\d )[01](?:,\d+)?[ \u00a0\u202f]((?:million|milliard)s)\b",
     WARNING),
    ("deux traits d’union", "est", (r"\b[Qq]u[’'](est ce)(?= (?:que|qui)\b| qu[’'])"
     r"|(?:^|(?<=[.!?] ))(Est ce)(?= que\b| qu[’'])"), WARNING),
    ("où", "ou", (r"\b[Pp]ar (ou)(?= (?:passer?|on|commencer|il|elle)\b)|\b[Ss]avoir (ou)(?= (?:se"
     r"|il|elle|on|aller)\b)"), WARNING),
    ("Chargé", "charge",
     (r"^(Charge)(?=s? (?:de|d[’']) ?(?:mission|projets?|communication|recherche"
     r"|cours|développement|production|programmes?|études?|relations)\b)"), WARNING),
)  # fmt: skip
_FORMS = [
    (frozenset(signs.split()), sought(form), right, level) for right, signs, form, level in _MEANT
]
_IN_LETTERS = frozenset(("er", "é"))


def homophones(sheet: Sheet) -> Iterator[Mark]:
    """French words that exist, where their neighbours ask for others."""
    words = sheet.reading.vocabulary
    near = [one for one in _FORMS if one[0] <= _IN_LETTERS or not words.isdisjoint(one[0])]
    for block in sheet.blocks:
        if block.language[:2] != "fr" or block.is_capitals:
            continue
        for signs, form, right, level in near:
            if not signs <= _IN_LETTERS and signs.isdisjoint(block.vocabulary):
                continue
            for found in form.finditer(block.text):
                group = found.lastindex or 0
                start = found.start(group)
                if not block.is_foreign(start) and not block.link_at(start):
                    yield block.mark(
                        "X119", start, found.end(group),
                        f"{found[group]!r} is not what was meant here", f"write {right}", level,
                    )  # fmt: skip
