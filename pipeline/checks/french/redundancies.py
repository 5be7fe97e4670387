"""What French says twice in one breath."""

from __future__ import annotations

from pipeline.checks import signs

_AGAIN = "refaire refait répéter répété recommencer recommence recommencé relancer relancé"
_TEN = "dizaine quinzaine vingtaine trentaine quarantaine cinquantaine soixantaine centaine"
FORMS = signs.table([
    # Words of which one of each kind is in it, where it is said.
    ("", words, rf"(?<![\w’'-])({form})(?![\w’'-])") for words, form in (
        ("voire / même", r"[Vv]oire même"),
        ("avance / à",
         r"(?:prév(?:oir|oyez|oyons|ue?s?)|anticip(?:er|é|ez|ons)) à l[’']avance"),
        ("ensemble", r"(?:collabor|coopér)(?:er|ent|ons|é) ensemble"),
        ("mutuellement", r"s[’']entraider mutuellement|s[’']entraident mutuellement"),
        ("car / effet", r"[Cc]ar en effet"),
        ("mais / cependant toutefois néanmoins", r"[Mm]ais (?:cependant|toutefois|néanmoins)"),
        ("comme / exemple", r"comme par exemple"),
        ("que / exemple", r"tel(?:le)?s? que par exemple"),
        ("puis / ensuite", r"[Pp]uis ensuite"),
        ("et / puis / après", r"et puis après"),
        ("donc / conséquent", r"[Dd]onc par conséquent"),
        ("grand / maximum", r"au grand maximum"),
        (f"nouveau / {_AGAIN}", rf"(?:{_AGAIN.replace(' ', '|')}) (?:à|de) nouveau"),
        ("monopole apanage / exclusif", r"(?:monopole|apanage) exclusif"),
        ("consensus / général commun", r"consensus (?:général|commun)"),
        ("don dons cadeau cadeaux / gratuit gratuits", r"(?:dons?|cadeaux?) gratuits?"),
        ("plus / optimal optimale optimaux optimales",
         r"(?:[Ll]e |[Ll]a |[Ll]es )?plus optima(?:l|le|ux|les)"),
        ("maximum / optimiser optimisé maximiser maximisé",
         r"(?:optimis(?:er|é)|maximis(?:er|é)) au maximum"),
        (f"environ / {_TEN}", rf"environ une (?:{_TEN.replace(' ', '|')})"),
        ("haut / monter montez", r"mont(?:er|ez) en haut"),
        ("bas / descendre descendez", r"descend(?:re|ez) en bas"),
        ("suffit / simplement seulement juste", r"suffit (?:simplement|seulement|juste)"),
        ("que / seulement / n ne", r"(?:ne |n[’'])[a-zà-ÿ]+ (?:pas )?que seulement"),
        ("belle beau / magnifique", r"(?:belle|beau) et magnifique"),
        ("prudence / précaution", r"prudence et (?:la )?précaution"),
        ("clair claire / limpide", r"claire? et limpide"),
        ("première / priorité", r"première priorité"),
    )
])  # fmt: skip
